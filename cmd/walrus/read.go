package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"walrus/client"
	"walrus/redstuff"
)

// readResult is the JSON of read. Blob is left out when the bytes went to a file, and when there are none.
type readResult struct {
	Out    string          `json:"out,omitempty"`
	BlobID redstuff.BlobID `json:"blobId"`
	Blob   []byte          `json:"blob,omitempty"` // standard base64
}

func (a *app) readCommand() *cobra.Command {
	var out string
	var strict, skip bool
	cmd := &cobra.Command{
		Use:   "read BLOB_ID [--out FILE]",
		Short: "Read a blob",
		Long: `Fetches slivers from the storage nodes, checks each against the blob ID, and writes the file to standard output, or to FILE once it is complete and
checked. Nodes that served something else, or lost what they had signed for, are named on standard error.`,
		Example: "  walrus read 4bm135uwPU61jJy8AQVSb8BQ-ahdzYSC9VPSn_YdlOk --out photo.jpg",
		Args:    exactly("BLOB_ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := parseBlobIDArg(args[0])
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
			return a.read(cmd, id, out, opt)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&out, "out", "o", "", "write to this `file`")
	f.BoolVar(&strict, "strict-consistency-check", false, "encode the whole blob again and compare its ID")
	f.BoolVar(&skip, "skip-consistency-check", false, "compare only the slivers that were fetched")
	cmd.MarkFlagsMutuallyExclusive("strict-consistency-check", "skip-consistency-check")
	a.readFlags(cmd)
	return cmd
}

func (a *app) read(cmd *cobra.Command, id redstuff.BlobID, out string, opt client.ReadOptions) error {
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

	var blob []byte
	var report client.ReadReport
	switch {
	case out != "":
		report, err = c.ReadFile(ctx, id, out, opt)
	default:
		blob, report, err = c.ReadBytes(ctx, id, opt)
	}
	endBars()
	a.tellBad(report, err != nil)
	switch {
	case err != nil:
		return err
	case a.json:
		return printJSON(a.stdout, readResult{out, id, blob})
	case out == "":
		_, err := a.stdout.Write(blob)
		return err
	}
	fmt.Fprintf(a.stdout, "%s blob read and verified\n", paint(a.stdout, teal, "Success:"))
	fields(a.stdout, "Blob ID", id.String(), "Path", out, "Size", humanBytes(report.Size))
	return nil
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
