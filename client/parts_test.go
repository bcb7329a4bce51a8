package client_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"walrus/chain"
	"walrus/client"
	"walrus/redstuff"
)

// readManifest reads a manifest as what it is to the network, a blob.
func readManifest(t *testing.T, c *client.Client, id redstuff.BlobID) *client.Manifest {
	t.Helper()
	raw, _, err := c.ReadBytes(t.Context(), id, client.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := client.ParseManifest(raw)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// A source that is larger than the part size is stored as parts and a manifest, which names them in order.
func TestStoreInParts(t *testing.T) {
	n := newTestnet(t, 4, 3, 3)
	for name, tc := range map[string]struct {
		size   int
		opt    client.StoreOptions
		parts  int
		stream uint64
	}{
		"asked for":          {2500, client.StoreOptions{PartSize: 1000}, 3, 0},
		"exact":              {3000, client.StoreOptions{PartSize: 1000, Deletable: true}, 3, 0},
		"small enough":       {1000, client.StoreOptions{PartSize: 1000}, 0, 0},
		"one byte too large": {1_834_953, client.StoreOptions{}, 2, 0},
		"streamed":           {2501, client.StoreOptions{PartSize: 1000}, 3, 100},
		"more than a batch":  {4500, client.StoreOptions{PartSize: 100}, 45, 0},
	} {
		t.Run(name, func(t *testing.T) {
			journal := t.TempDir()
			c := n.open(client.Options{Journal: journal, StreamAbove: tc.stream, SpoolDir: t.TempDir()})
			blob := randomBytes(name, tc.size)
			before := n.wal[n.rich.addr]
			opt := tc.opt
			opt.Lifetime = client.Epochs(3)
			r := n.storeWith(c, blob, opt)
			if len(r.Parts) != tc.parts || r.Size != uint64(tc.size) || r.NewlyCreated == nil {
				t.Fatalf("got %d parts of %d bytes: %+v", len(r.Parts), r.Size, r)
			}
			if paid := before - n.wal[n.rich.addr]; paid != r.Cost() {
				t.Errorf("paid %d, the result says %d", paid, r.Cost())
			}
			if files, _ := os.ReadDir(journal); len(files) > 0 {
				t.Errorf("the journal still holds %v", files)
			}
			if tc.parts == 0 {
				return
			}
			m := readManifest(t, c, r.BlobID)
			var whole []byte
			for i, p := range r.Parts {
				if offset, size := m.Extent(i); p.BlobID != m.Parts[i] || p.Offset != offset || p.Size != size || p.End != 8 || p.Object == nil {
					t.Errorf("part %d: %+v, the manifest has %v, %d bytes at %d", i, p, m.Parts[i], size, offset)
				}
				b, _, err := c.ReadBytes(t.Context(), p.BlobID, client.ReadOptions{})
				if err != nil {
					t.Fatal(err)
				}
				whole = append(whole, b...)
			}
			if !bytes.Equal(whole, blob) || m.Total != uint64(tc.size) {
				t.Errorf("the parts have %d bytes together, want %d", len(whole), tc.size)
			}
			var out bytes.Buffer
			if report, err := c.ReadParts(t.Context(), r.BlobID, &out, client.ReadOptions{}); err != nil || !bytes.Equal(out.Bytes(), blob) || report.Size != m.Total || len(report.Manifest.Parts) != tc.parts {
				t.Errorf("read %d bytes, %v, %+v", out.Len(), err, report)
			}
			path := filepath.Join(t.TempDir(), "out")
			if _, err := c.ReadPartsFile(t.Context(), r.BlobID, path, client.ReadOptions{}); err != nil {
				t.Error(err)
			}
			if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, blob) {
				t.Errorf("the file has %d bytes, %v", len(got), err)
			}
			for _, b := range n.blobs[len(n.blobs)-tc.parts-1:] {
				if b.Storage.End != 8 || !b.IsCertified || b.Deletable != opt.Deletable {
					t.Errorf("object %+v", b)
				}
			}
			again := n.storeWith(c, blob, opt)
			if again.AlreadyCertified == nil || again.BlobID != r.BlobID || again.Cost() != 0 || len(again.Parts) != tc.parts {
				t.Errorf("stored again: %+v", again)
			}
		})
	}
}

// The JSON of an object in parts has all of them, besides what a blob's has.
func TestPartsJSON(t *testing.T) {
	n := newTestnet(t, 4, 3, 3)
	r := n.storeWith(n.quick(""), randomBytes("json", 250), client.StoreOptions{PartSize: 100})
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var v struct {
		Result map[string]any   `json:"blobStoreResult"`
		Parts  []map[string]any `json:"parts"`
		Total  uint64           `json:"totalCost"`
	}
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	if len(v.Parts) != 3 || v.Parts[2]["offset"] != 200. || v.Parts[2]["size"] != 50. || v.Parts[0]["operation"] != "registerFromScratch" || v.Result["newlyCreated"] == nil || v.Total != r.Cost() {
		t.Errorf("got %s", b)
	}
}

// Equal parts are stored and paid once.
func TestEqualParts(t *testing.T) {
	n := newTestnet(t, 4, 3, 3)
	blob := slices.Concat(make([]byte, 300), randomBytes("x", 100), make([]byte, 250))
	for _, force := range []bool{false, true} {
		before := n.wal[n.rich.addr]
		r := n.storeWith(n.quick(""), blob, client.StoreOptions{PartSize: 100, Force: force})
		if len(r.Parts) != 7 || r.Parts[0].BlobID != r.Parts[5].BlobID || r.Parts[0].Cost == 0 || r.Parts[5].Cost != 0 || r.Parts[5].Offset != 500 {
			t.Errorf("force %v: %+v", force, r.Parts)
		}
		quotes, err := n.quick("").Quotes(t.Context(), chain.Address{}, []client.Source{client.Bytes("b", blob)}, client.StoreOptions{PartSize: 100})
		if err != nil || quotes[0].Err != nil {
			t.Fatal(err, quotes[0].Err)
		}
		if q, paid := quotes[0], before-n.wal[n.rich.addr]; q.Cost != paid || q.BlobID != r.BlobID || len(q.Parts) != 7 || q.Encoded != r.EncodedSize {
			t.Errorf("force %v: paid %d, quoted %d for %d parts; encoded %d and %d", force, paid, q.Cost, len(q.Parts), r.EncodedSize, q.Encoded)
		}
	}
}

// A store in parts that is cut off anywhere is finished by the next one, which pays for no part twice, whatever its options.
func TestResumeParts(t *testing.T) {
	for _, opt := range []client.StoreOptions{
		{}, {Deletable: true}, {Deletable: true, IgnoreResources: true}, {Force: true}, {Force: true, Deletable: true, IgnoreResources: true},
	} {
		opt.PartSize, opt.Lifetime = 300, client.Epochs(2)
		for _, step := range []string{"register mined", "certify sent", "certify mined"} {
			for nth := 1; nth <= 4; nth++ {
				if step == "certify sent" && nth != 2 {
					continue // a transaction that nobody knows is looked for for three seconds
				}
				t.Run(fmt.Sprintf("deletable %v, force %v, ignore %v, %s %d", opt.Deletable, opt.Force, opt.IgnoreResources, step, nth), func(t *testing.T) {
					t.Parallel()
					n := newTestnet(t, 2, 1, 3, 1)
					// Each part is a batch of its own, as large ones are.
					journal, count := t.TempDir(), 0
					c := n.open(client.Options{Journal: journal, StreamAbove: 100, SpoolDir: t.TempDir()})
					blob := randomBytes("resume", 800)
					src := []client.Source{client.Bytes("b", blob)}
					n.rich.crash = func(at string) error {
						if at == step {
							if count++; count == nth {
								return errCrash
							}
						}
						return nil
					}
					rs, err := c.Store(t.Context(), n.rich, src, opt)
					if err != nil || !errors.Is(rs[0].Err, errCrash) {
						t.Fatalf("got %v, %v", err, rs[0].Err)
					}
					if nth < 4 && !strings.Contains(rs[0].Err.Error(), fmt.Sprintf("part %d of 3", nth)) || nth == 4 && !strings.Contains(rs[0].Err.Error(), "manifest") {
						t.Errorf("error does not say where: %v", rs[0].Err)
					}
					if len(rs[0].Parts) != nth-1 {
						t.Errorf("%d parts in the result, want %d", len(rs[0].Parts), nth-1)
					}
					n.rich.crash = nil
					rs, err = n.open(client.Options{Journal: journal, StreamAbove: 100, SpoolDir: t.TempDir()}).Store(t.Context(), n.rich, src, opt)
					if err != nil || rs[0].Err != nil {
						t.Fatalf("got %v, %v", err, rs[0].Err)
					}
					if n.registers != 4 || n.certifies != 4 {
						t.Errorf("%d registrations and %d certifications of 4 blobs", n.registers, n.certifies)
					}
					if files, _ := os.ReadDir(journal); len(files) != 0 {
						t.Errorf("the journal still holds %v", files)
					}
				})
			}
		}
	}
}

func TestImpossibleParts(t *testing.T) {
	n := newTestnet(t, 4, 3, 3)
	c := n.quick("")
	src := []client.Source{client.Bytes("b", randomBytes("x", 70_000))}
	if _, err := c.Store(t.Context(), n.rich, src, client.StoreOptions{PartSize: 1_834_953}); !errors.Is(err, client.ErrPartSize) {
		t.Errorf("parts larger than a blob: %v", err)
	}
	if _, err := c.Quotes(t.Context(), chain.Address{}, src, client.StoreOptions{PartSize: 10, NoSplit: true}); !errors.Is(err, client.ErrPartSize) {
		t.Errorf("parts and none: %v", err)
	}
	rs, err := c.Store(t.Context(), n.rich, src, client.StoreOptions{PartSize: 1})
	if err != nil || !errors.Is(rs[0].Err, redstuff.ErrDataTooLarge) {
		t.Errorf("too many parts: %v, %v", err, rs[0].Err)
	}
	if n.registers != 0 {
		t.Error("something was registered")
	}
}
