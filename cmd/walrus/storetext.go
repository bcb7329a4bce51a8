package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"walrus/attest"
	"walrus/chain"
	"walrus/client"
	"walrus/redstuff"
)

// operations say how a registration was obtained.
var operations = map[client.Operation]string{
	client.RegisterFromScratch:   "new space was bought and a blob object registered",
	client.ReuseStorage:          "space of the wallet was used for a new blob object",
	client.RegisterInPool:        "space of the storage pool was used for a new blob object",
	client.ReuseRegistration:     "the blob object of an earlier store was used",
	client.ReuseAndExtend:        "the lifetime of the wallet's blob object was extended",
	client.ReuseAndExtendPending: "the blob object of an earlier store was used and its lifetime extended",
}

// storeText prints results for people: successes and the summary on out, failures on errs.
func storeText(out, errs io.Writer, results []client.StoreResult, sys chain.System) {
	var newly, extended int
	var encoded, cost uint64
	count := func(op client.Operation) {
		switch op {
		case "":
		case client.ReuseAndExtend:
			extended++
		default:
			newly++
		}
	}
	for _, r := range results {
		for _, p := range r.Parts {
			if count(p.Operation); p.Operation != "" {
				encoded += p.EncodedSize
				cost += p.Cost
			}
		}
		switch {
		case r.Err != nil:
			fmt.Fprintf(errs, "%s %s: %v\n", paint(errs, red, "Error:"), cmp.Or(r.Path, `""`), r.Err)
			if _, _, hint := classify(r.Err); hint != "" {
				fmt.Fprintf(errs, "  %s\n", hint)
			}
			continue
		case r.NewlyCreated != nil:
			n := r.NewlyCreated
			count(n.Operation.Kind)
			encoded += r.EncodedSize - partsEncoded(r)
			cost += n.Cost
			createdText(out, r, sys)
		case r.AlreadyCertified != nil:
			alreadyText(out, r, sys)
		case r.MarkedInvalid != nil:
			fmt.Fprintf(out, "%s this content is marked invalid on the chain and cannot be stored\n", paint(out, yellow, "Invalid:"))
			fields(out, "Path", r.Path, "Blob ID", r.BlobID.String(), "Event", r.MarkedInvalid.Event.TxDigest)
		}
		fmt.Fprintln(out)
	}
	if newly+extended == 0 {
		fmt.Fprintln(out, "Nothing was changed on the chain.")
		return
	}
	fmt.Fprintln(out, paint(out, purple, "Summary"))
	fields(out,
		"Blobs", fmt.Sprintf("%d newly certified, %d extended", newly, extended),
		"Total encoded size", humanBytes(encoded),
		"Total cost (excluding gas)", humanWAL(cost))
}

// persistence is the word for what the owner may do.
func persistence(deletable bool) string {
	if deletable {
		return "Deletable"
	}
	return "Permanent"
}

func createdText(w io.Writer, r client.StoreResult, sys chain.System) {
	n := r.NewlyCreated
	note := operations[n.Operation.Kind]
	if r.Resumed {
		note += "; an interrupted store was completed"
	}
	what, id := "blob stored", "Blob ID"
	if len(r.Parts) > 0 {
		what, id = fmt.Sprintf("object stored in %d parts and their list; read it with walrus read %s%s", len(r.Parts), partsPrefix, r.BlobID), "Blob ID of the list"
		partTable(w, r.Parts)
	}
	fmt.Fprintf(w, "%s %s %s\n", paint(w, teal, "Success:"), persistence(n.Object.Deletable), what)
	where := []string{"Object ID", n.Object.ID.String()}
	if n.Object.Pool != nil {
		where = append(where, "Storage pool", n.Object.Pool.String())
	}
	fields(w, slices.Concat([]string{
		"Path", r.Path,
		id, r.BlobID.String()}, where, []string{
		"Unencoded size", humanBytes(r.Size),
		"Encoded size (including replicated metadata)", humanBytes(r.EncodedSize),
		"Cost (excluding gas)", fmt.Sprintf("%s (%s)", humanWAL(r.Cost()), note),
		"Expiry epoch (exclusive)", expiry(sys, n.Object.Storage.End),
		"Encoding type", encodingName})...)
}

func alreadyText(w io.Writer, r client.StoreResult, sys chain.System) {
	al := r.AlreadyCertified
	fmt.Fprintf(w, "%s the blob is already stored for long enough\n", paint(w, teal, "Success:"))
	proof, value := "Certified by event", ""
	switch {
	case al.Object != nil:
		proof, value = "Owned blob object", al.Object.String()
	case al.Event != nil:
		value = al.Event.TxDigest + ":" + al.Event.EventSeq
	}
	id := "Blob ID"
	if len(r.Parts) > 0 {
		id = fmt.Sprintf("Blob ID of the list of %d parts", len(r.Parts))
	}
	fields(w, "Path", r.Path, id, r.BlobID.String(), proof, value, "Expiry epoch (exclusive)", expiry(sys, al.End))
}

// expiry names an epoch and the time at which it begins.
func expiry(sys chain.System, end attest.Epoch) string {
	return fmt.Sprintf("%d (begins about %s)", end, humanTime(client.Expiry(sys, end)))
}

// partsEncoded is the encoded size of all parts of a result, each content counted once.
func partsEncoded(r client.StoreResult) uint64 {
	seen := map[redstuff.BlobID]bool{}
	var sum uint64
	for _, p := range r.Parts {
		if !seen[p.BlobID] {
			sum += p.EncodedSize
		}
		seen[p.BlobID] = true
	}
	return sum
}

func partTable(w io.Writer, parts []client.PartResult) {
	var rows [][]string
	for i, p := range parts {
		object := "-"
		if p.Object != nil {
			object = p.Object.String()
		}
		cost := humanWAL(p.Cost)
		if p.Operation == "" {
			cost = "was there already"
		}
		rows = append(rows, []string{fmt.Sprint(i + 1), thousands(p.Offset), thousands(p.Size), p.BlobID.String(), object, cost})
	}
	table(w, []string{"Part", "From byte", "Bytes", "Blob ID", "Object ID", "Cost"}, rows)
}
