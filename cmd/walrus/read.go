package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"walrus/client"
	"walrus/redstuff"
)

// readResult is the JSON of read. Blob is left out when the bytes went to a file, and when there are none.
type readResult struct {
	Out    string          `json:"out,omitempty"`
	BlobID redstuff.BlobID `json:"blobId"`
	Blob   []byte          `json:"blob,omitempty"`  // standard base64
	Parts  int             `json:"parts,omitempty"` // that the object had; blobId is the manifest's then
}

func (a *app) readCommand() *cobra.Command {
	var out string
	var strict, skip bool
	cmd := &cobra.Command{
		Use:   "read (BLOB_ID | parts:BLOB_ID) [--out FILE]",
		Short: "Read a blob",
		Long: `Fetches slivers from the storage nodes, checks each against the blob ID, and writes the file to standard output, or to FILE once it is complete and
checked. Nodes that served something else, or lost what they had signed for, are named on standard error.

With parts: before the ID, the blob is taken for a list of the parts of a larger object, as walrus store makes them, and the object is read. Without, it is
read as it is.

A blob above 32 MiB, and every object in parts, is put together on disk: beside FILE, or, for standard output, in the spool folder.`,
		Example: "  walrus read 4bm135uwPU61jJy8AQVSb8BQ-ahdzYSC9VPSn_YdlOk --out photo.jpg",
		Args:    exactly("BLOB_ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, parts, err := parseObjectArg(args[0])
			if err != nil {
				return err
			}
			opt := client.ReadOptions{}
			switch {
			case strict:
				opt.Check = redstuff.CheckStrict
			case skip:
				opt.Check = redstuff.CheckSkip
			}
			if out != "" || !a.json { // else the blob is held, whatever its size
				a.limitMemory()
			}
			return a.read(cmd, id, parts, out, opt)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&out, "out", "o", "", "write to this `file`")
	f.BoolVar(&strict, "strict-consistency-check", false, "encode the whole blob again and compare its ID")
	f.BoolVar(&skip, "skip-consistency-check", false, "compare only the slivers that were fetched")
	cmd.MarkFlagsMutuallyExclusive("strict-consistency-check", "skip-consistency-check")
	a.readFlags(cmd)
	a.spoolFlags(cmd)
	return cmd
}

func (a *app) read(cmd *cobra.Command, id redstuff.BlobID, parts bool, out string, opt client.ReadOptions) error {
	ctx := cmd.Context()
	r, err := a.openReader(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	show, endBars := a.startBars()
	c, err := a.openClient(r, show)
	if err != nil {
		return err
	}
	defer c.Close()

	file, stream := c.ReadFile, c.Read
	if parts {
		file, stream = c.ReadPartsFile, c.ReadParts
	}
	var report client.ReadReport
	var blob bytes.Buffer
	switch {
	case out != "":
		report, err = file(ctx, id, out, opt)
	case a.json:
		report, err = stream(ctx, id, &blob, opt)
	default:
		w := &answer{w: a.stdout, first: func() { endBars() }}
		report, err = stream(ctx, id, w, opt)
	}
	endBars()
	a.tellBad(report, err != nil)
	switch {
	case err != nil:
		return err
	case a.json:
		result := readResult{Out: out, BlobID: id, Blob: blob.Bytes()}
		if report.Manifest != nil {
			result.Parts = len(report.Manifest.Parts)
		}
		return printJSON(a.stdout, result)
	case out == "":
		return nil
	}
	what, lines := "blob", []string{"Blob ID", id.String(), "Path", out, "Size", humanBytes(report.Size)}
	if m := report.Manifest; m != nil {
		what, lines = "object", append(lines, "Parts", fmt.Sprintf("%d of %s", len(m.Parts), humanBytes(m.PartSize)))
	}
	fmt.Fprintf(a.stdout, "%s %s read and verified\n", paint(a.stdout, teal, "Success:"), what)
	fields(a.stdout, lines...)
	return nil
}

// An answer is standard output while a blob is written to it; first is called before its first bytes.
type answer struct {
	w     io.Writer
	first func()
}

func (o *answer) Write(b []byte) (int, error) {
	if o.first != nil {
		o.first()
		o.first = nil
	}
	return o.w.Write(b)
}

// maxTold bounds how many bad slivers are named one by one.
const maxTold = 10

// tellBad names nodes that failed or served something wrong, on standard error. The error of a read that failed names the nodes itself.
func (a *app) tellBad(report client.ReadReport, failed bool) {
	for _, n := range report.Nodes {
		if !failed {
			a.warn(n.Error())
		}
	}
	for i, s := range report.Bad {
		if i == maxTold {
			a.warn(fmt.Sprintf("and %d more slivers", len(report.Bad)-i))
			break
		}
		a.warn(s.String())
	}
}
