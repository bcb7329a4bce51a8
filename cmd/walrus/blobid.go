package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"walrus/client"
	"walrus/redstuff"
)

// blobIDResult is the JSON of blob-id.
type blobIDResult struct {
	BlobID          redstuff.BlobID `json:"blobId"`
	File            string          `json:"file"`
	UnencodedLength uint64          `json:"unencodedLength"`
	EncodingType    string          `json:"encodingType"`
}

func (a *app) blobIDCommand() *cobra.Command {
	var shards int
	var encoding string
	cmd := &cobra.Command{
		Use:   "blob-id FILE",
		Short: "Compute the blob ID of a file without storing it",
		Long: `Computes the blob ID that FILE has on a network, and stores nothing. With --n-shards it needs no network and no configuration; without,
the number of shards comes from the configured network. A hyphen stands for standard input.

What is larger than one blob may be (14,599,533,452 bytes with 1000 shards) has no blob ID: storing it makes parts, which walrus store --dry-run shows.`,
		Example: "  walrus blob-id --n-shards 1000 photo.jpg",
		Args:    exactly("FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkEncoding(encoding); err != nil {
				return err
			}
			if !cmd.Flags().Changed("n-shards") {
				n, err := a.shardsOfNetwork(cmd.Context())
				if err != nil {
					return withHint(fmt.Errorf("number of shards: %w", err), "give it with --n-shards to work without a network (public networks have 1000)")
				}
				shards = n
			}
			params, err := redstuff.NewParams(shards)
			if err != nil {
				return usagef("--n-shards %d: %w", shards, err)
			}
			a.limitMemory()
			return a.blobID(cmd.Context(), params, args[0])
		},
	}
	cmd.Flags().IntVar(&shards, "n-shards", 0, "number of shards of the network; with it no network is asked")
	cmd.Flags().StringVar(&encoding, "encoding-type", "rs2", "encoding; only rs2 exists")
	_ = cmd.Flags().MarkHidden("encoding-type")
	a.readFlags(cmd)
	a.spoolFlags(cmd)
	return cmd
}

func (a *app) blobID(ctx context.Context, params redstuff.Params, path string) error {
	meta, err := a.metadataOf(ctx, params, path, nil)
	if err != nil {
		return err
	}
	id := meta.BlobID()
	if a.json {
		return printJSON(a.stdout, blobIDResult{id, path, meta.Length, "RS2"})
	}
	encoded, err := params.EncodedLength(meta.Length)
	if err != nil {
		return err
	}
	fields(a.stdout,
		"Path", path,
		"Blob ID", id.String(),
		"Unencoded size", humanBytes(meta.Length),
		"Encoded size (including replicated metadata)", humanBytes(encoded),
		"Number of shards", fmt.Sprint(params.N),
		"Encoding type", encodingName,
	)
	return nil
}

// metadataOf computes the metadata, and with it the ID and the length, of the file at path as one blob. cfg may be nil.
func (a *app) metadataOf(ctx context.Context, params redstuff.Params, path string, cfg *client.Config) (*redstuff.Metadata, error) {
	show, endBars := a.startBars()
	defer endBars()
	opt := client.MetadataOptions{SpoolDir: a.spoolFolder(cfg)}
	if show != nil {
		opt.Progress = func(done, total uint64) {
			show(client.Progress{Path: path, Phase: client.PhaseEncode, Done: done, Total: total})
		}
	}
	return client.ComputeMetadata(ctx, params, a.source(path), opt)
}

// encodingName is what people read for encoding type 1.
const encodingName = "RedStuff/Reed-Solomon"

func checkEncoding(name string) error {
	switch strings.ToLower(name) {
	case "rs2", "reed-solomon", "redstuff/reed-solomon":
		return nil
	}
	return usagef("encoding %q is not known; only rs2 exists", name)
}

// source is the file at path, or standard input for "-".
func (a *app) source(path string) client.Source {
	if path == "-" {
		return client.Reader(path, a.stdin)
	}
	return client.File(path)
}
