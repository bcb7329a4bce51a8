package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"walrus/attest"
	"walrus/chain"
	"walrus/client"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// The JSON of blob-status. Unlike on the nodes' wire its counts are in camelCase.
type statusResult struct {
	BlobID redstuff.BlobID `json:"blobId"`
	File   string          `json:"file,omitempty"`
	Status any             `json:"status"`
	Expiry string          `json:"estimatedExpiryTimestamp,omitempty"` // permanent blobs only
	Parts  []partStatus    `json:"parts,omitempty"`                    // of an object in parts; all else is about its list then
}

type partStatus struct {
	Offset uint64          `json:"offset"`
	Size   uint64          `json:"size"`
	BlobID redstuff.BlobID `json:"blobId"`
	Status any             `json:"status"`
}

type deletableCounts struct {
	Total     uint32 `json:"countDeletableTotal"`
	Certified uint32 `json:"countDeletableCertified"`
}

type permanentStatus struct {
	EndEpoch         attest.Epoch       `json:"endEpoch"`
	IsCertified      bool               `json:"isCertified"`
	StatusEvent      nodeapi.EventID    `json:"statusEvent"`
	DeletableCounts  deletableCounts    `json:"deletableCounts"`
	InitialCertified nodeapi.MaybeEpoch `json:"initialCertifiedEpoch"`
}

type deletableStatus struct {
	InitialCertified nodeapi.MaybeEpoch `json:"initialCertifiedEpoch"`
	DeletableCounts  deletableCounts    `json:"deletableCounts"`
}

// statusJSON is the form of a status in the command line's JSON.
func statusJSON(s nodeapi.BlobStatus) any {
	counts := deletableCounts(s.Counts)
	switch s.State {
	case nodeapi.Invalid:
		return map[string]any{"invalid": map[string]any{"event": s.Event}}
	case nodeapi.Permanent:
		return map[string]any{"permanent": permanentStatus{s.EndEpoch, s.IsCertified, s.Event, counts, s.InitialCertified}}
	case nodeapi.Deletable:
		return map[string]any{"deletable": deletableStatus{s.InitialCertified, counts}}
	}
	return "nonexistent"
}

func (a *app) statusCommand() *cobra.Command {
	var file, id, encoding string
	var timeout time.Duration
	cmd := &cobra.Command{
		Use:   "blob-status (--blob-id ID | --file FILE)",
		Short: "Ask the storage nodes what they know of a blob",
		Long: `Asks the storage nodes what they know of a blob. With parts: before the ID it is that of the list of an object's parts, and the status of every part is
shown as well.`,
		Example: "  walrus blob-status --blob-id 4bm135uwPU61jJy8AQVSb8BQ-ahdzYSC9VPSn_YdlOk",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := checkEncoding(encoding); err != nil {
				return err
			}
			if timeout <= 0 {
				return usagef("--timeout %v: want more than 0s", timeout)
			}
			a.limitMemory()
			return a.status(cmd.Context(), id, file, timeout)
		},
	}
	f := cmd.Flags()
	f.StringVar(&id, "blob-id", "", "`ID` of the blob")
	f.StringVar(&file, "file", "", "compute the ID of this `file` first")
	f.DurationVar(&timeout, "timeout", 10*time.Second, "how long nodes may take")
	f.StringVar(&encoding, "encoding-type", "rs2", "encoding; only rs2 exists")
	_ = f.MarkHidden("encoding-type")
	cmd.MarkFlagsOneRequired("blob-id", "file")
	cmd.MarkFlagsMutuallyExclusive("blob-id", "file")
	a.readFlags(cmd)
	a.spoolFlags(cmd)
	return cmd
}

func (a *app) status(ctx context.Context, idText, file string, timeout time.Duration) error {
	var id redstuff.BlobID
	var inParts bool
	var err error
	if file == "" {
		if id, inParts, err = parseObjectArg(idText); err != nil {
			return err
		}
	}
	r, err := a.openReader(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	sys, err := r.System(ctx)
	if err != nil {
		return err
	}
	if file != "" {
		params, err := redstuff.NewParams(int(sys.NShards))
		if err != nil {
			return err
		}
		meta, err := a.metadataOf(ctx, params, file, &r.cfg.Config)
		if err != nil {
			return err
		}
		id = meta.BlobID()
	}
	c, err := a.openClient(r, nil)
	if err != nil {
		return err
	}
	defer c.Close()
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	report, err := currentStatus(ctx, r, c, id)
	if err != nil {
		return err
	}
	var parts []client.PartStatus
	if inParts {
		m, _, err := c.ReadManifest(ctx, id)
		if err != nil {
			return err
		}
		if parts, err = c.PartStatuses(ctx, m); err != nil {
			return err
		}
	}
	if a.json {
		result := statusResult{BlobID: id, File: file, Status: statusJSON(report.BlobStatus)}
		if report.State == nodeapi.Permanent {
			result.Expiry = client.Expiry(sys, report.EndEpoch).UTC().Format("2006-01-02T15:04:05.000Z07:00")
		}
		for _, p := range parts {
			result.Parts = append(result.Parts, partStatus{p.Offset, p.Size, p.BlobID, statusJSON(p.Status.BlobStatus)})
		}
		return printJSON(a.stdout, result)
	}
	statusText(a.stdout, id, file, report, sys)
	if inParts {
		partStatusText(a.stdout, parts, sys)
	}
	return nil
}

// settleTime is how long nodes get to handle an event that the chain has already.
const settleTime = 2 * time.Second

// currentStatus asks the nodes, and asks again for a moment while they say less than the chain does: right after a store some have not seen the
// certification yet.
func currentStatus(ctx context.Context, r *networkReader, c *client.Client, id redstuff.BlobID) (client.StatusReport, error) {
	onChain, err := r.Availability(ctx, id)
	if err != nil {
		return client.StatusReport{}, err
	}
	for until := time.Now().Add(settleTime); ; {
		report, err := c.Status(ctx, id)
		behind := err == nil && onChain.Certified && !onChain.Invalid && !report.IsCertified && report.State != nodeapi.Invalid
		if !behind || time.Now().After(until) {
			return report, err
		}
		select {
		case <-ctx.Done():
			return report, nil
		case <-time.After(settleTime / 20):
		}
	}
}

func statusText(w io.Writer, id redstuff.BlobID, file string, report client.StatusReport, sys chain.System) {
	pairs := []string{"Blob ID", id.String()}
	if file != "" {
		pairs = append(pairs, "File", file)
	}
	certified := func(m nodeapi.MaybeEpoch) string {
		if m.Known {
			return fmt.Sprintf("yes, first in epoch %d", m.Epoch)
		}
		return "no"
	}
	counts := fmt.Sprintf("%d, of them %d certified", report.Counts.Total, report.Counts.Certified)
	switch report.State {
	case nodeapi.Nonexistent:
		pairs = append(pairs, "Status", "not stored on this network")
	case nodeapi.Invalid:
		pairs = append(pairs, "Status", "invalid", "Event", report.Event.TxDigest+":"+report.Event.EventSeq)
	case nodeapi.Permanent:
		pairs = append(pairs, "Status", "permanent", "Certified", certified(report.InitialCertified),
			"Expiry epoch (exclusive)", expiry(sys, report.EndEpoch), "Event", report.Event.TxDigest+":"+report.Event.EventSeq,
			"Deletable objects besides", counts)
	case nodeapi.Deletable:
		pairs = append(pairs, "Status", "deletable", "Certified", certified(report.InitialCertified), "Deletable objects", counts)
	}
	pairs = append(pairs, "Nodes that say so", fmt.Sprintf("%d of %d shards", report.Weight, sys.NShards))
	fields(w, pairs...)
}

// partStatusText lists what the nodes know of an object's parts.
func partStatusText(w io.Writer, parts []client.PartStatus, sys chain.System) {
	var rows [][]string
	for i, p := range parts {
		state, certified := "not stored", "no"
		switch p.Status.State {
		case nodeapi.Permanent:
			state = fmt.Sprintf("permanent until epoch %d", p.Status.EndEpoch)
		case nodeapi.Deletable:
			state = "deletable"
		case nodeapi.Invalid:
			state = "invalid"
		}
		if p.Status.InitialCertified.Known {
			certified = "yes"
		}
		rows = append(rows, []string{fmt.Sprint(i + 1), thousands(p.Offset), thousands(p.Size), p.BlobID.String(), state, certified,
			fmt.Sprintf("%d of %d shards", p.Status.Weight, sys.NShards)})
	}
	table(w, []string{"Part", "From byte", "Bytes", "Blob ID", "Status", "Certified", "Nodes that say so"}, rows)
}
