package client_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"walrus/client"
	"walrus/nodeapi"
	"walrus/redstuff"
)

func TestStoreAndRead(t *testing.T) {
	n := newTestnet(t, 2, 1, 3, 1)
	c := n.quick("")
	for _, size := range []int{0, 1, 100, 5000, 300_001} {
		blob := randomBytes("roundtrip", size)
		r := n.store(c, blob)
		if r.NewlyCreated == nil || r.NewlyCreated.Object.Certified == nil || r.NewlyCreated.Operation.Kind != client.RegisterFromScratch {
			t.Fatalf("%d bytes: got %+v", size, r.NewlyCreated)
		}
		var out bytes.Buffer
		report, err := c.Read(t.Context(), r.BlobID, &out, client.ReadOptions{Check: redstuff.CheckStrict})
		if err != nil || !bytes.Equal(out.Bytes(), blob) {
			t.Fatalf("%d bytes: read back %d, %v", size, out.Len(), err)
		}
		if report.Axis != redstuff.Primary || report.Systematic != n.params.K1 || len(report.Bad) > 0 || len(report.Nodes) > 0 {
			t.Errorf("%d bytes: report %+v", size, report)
		}
		s, err := c.Status(t.Context(), r.BlobID)
		for deadline := time.Now().Add(10 * time.Second); err == nil && !s.IsCertified && time.Now().Before(deadline); { // nodes learn of the certificate from the chain, a moment later
			s, err = c.Status(t.Context(), r.BlobID)
		}
		if err != nil || s.State != nodeapi.Permanent || !s.IsCertified || s.EndEpoch != 8 {
			t.Errorf("%d bytes: status %+v, %v", size, s, err)
		}
	}
	if s, err := c.Status(t.Context(), redstuff.BlobID{1}); err != nil || s.State != nodeapi.Nonexistent {
		t.Errorf("unknown blob: %+v, %v", s, err)
	}
	if _, err := c.Read(t.Context(), redstuff.BlobID{1}, nil, client.ReadOptions{}); !errors.Is(err, client.ErrBlobNotFound) {
		t.Errorf("unknown blob: got %v", err)
	}
}

func TestReadFile(t *testing.T) {
	n := newTestnet(t, 2, 1, 3, 1)
	c := n.quick("")
	blob := randomBytes("file", 1000)
	id := n.store(c, blob).BlobID
	dir := t.TempDir()
	path := filepath.Join(dir, "out")
	for range 2 { // the second time it is replaced
		if _, err := c.ReadFile(t.Context(), id, path, client.ReadOptions{}); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, blob) {
			t.Fatalf("read %d bytes, %v", len(got), err)
		}
	}
	if _, err := c.ReadFile(t.Context(), redstuff.BlobID{1}, path, client.ReadOptions{}); err == nil {
		t.Fatal("an unknown blob was read")
	}
	if got, _ := os.ReadFile(path); !bytes.Equal(got, blob) {
		t.Error("a failed read changed the file")
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("left behind: %v", files)
	}
	if _, err := c.ReadFile(t.Context(), id, dir, client.ReadOptions{}); err == nil {
		t.Error("a folder was taken as output")
	}
	if _, err := c.ReadBytesLimited(t, id, 999); !errors.Is(err, client.ErrTooLarge) {
		t.Errorf("limit: got %v", err)
	}
}

func TestQuorumCountsShards(t *testing.T) {
	for _, tc := range []struct {
		name    string
		weights []int
		up      []int
		ok      bool
	}{
		{"first alone", []int{67, 11, 11, 11}, []int{0}, true},
		{"other three", []int{67, 11, 11, 11}, []int{1, 2, 3}, false},
		{"with the one shard", []int{33, 33, 1, 33}, []int{0, 1, 2}, true},
		{"without it", []int{33, 33, 1, 33}, []int{0, 1}, false},
	} {
		for _, way := range []string{"kill", "freeze"} {
			t.Run(tc.name+", "+way, func(t *testing.T) {
				n := newTestnet(t, tc.weights...)
				c := n.quick("")
				up := map[int]bool{}
				for _, i := range tc.up {
					up[i] = true
				}
				for i, l := range n.links {
					if !up[i] && way == "kill" {
						l.kill()
					} else if !up[i] {
						l.freeze()
					}
				}
				start := time.Now()
				rs, err := c.Store(t.Context(), n.rich, []client.Source{client.Bytes("b", randomBytes("q", 500))}, client.StoreOptions{Force: true})
				took := time.Since(start)
				if err != nil {
					t.Fatal(err)
				}
				if tc.ok {
					if rs[0].Err != nil {
						t.Fatal(rs[0].Err)
					}
					return
				}
				var w *client.WeightError
				if !errors.As(rs[0].Err, &w) || !errors.Is(rs[0].Err, client.ErrNotEnoughWeight) || w.Want != 67 {
					t.Fatalf("got %v", rs[0].Err)
				}
				if took > 20*time.Second {
					t.Errorf("said so after %v", took)
				}
			})
		}
	}
}

func TestReadsWithoutNodes(t *testing.T) {
	for _, tc := range []struct {
		name    string
		weights []int
		up      []int
		ok      bool
	}{
		{"first alone", []int{34, 33, 33}, []int{0}, true},
		{"second alone", []int{34, 33, 33}, []int{1}, false},
		{"the last two", []int{34, 33, 33}, []int{1, 2}, true},
		{"seven of ten", []int{10, 10, 10, 10, 10, 10, 10, 10, 10, 10}, []int{3, 4, 5, 6, 7, 8, 9}, true},
	} {
		for _, way := range []string{"kill", "freeze"} {
			t.Run(tc.name+", "+way, func(t *testing.T) {
				n := newTestnet(t, tc.weights...)
				c := n.quick("")
				blob := randomBytes("r", 50_000)
				id := n.store(c, blob).BlobID
				up := map[int]bool{}
				for _, i := range tc.up {
					up[i] = true
				}
				for i, l := range n.links {
					if !up[i] && way == "kill" {
						l.kill()
					} else if !up[i] {
						l.freeze()
					}
				}
				for way, read := range n.ways(t) {
					start := time.Now()
					got, report, err := read(id)
					took := time.Since(start)
					if tc.ok && (err != nil || !bytes.Equal(got, blob)) {
						t.Fatalf("%s: %v after %v: %+v", way, err, took, report)
					}
					if !tc.ok && !errors.Is(err, client.ErrNotEnough) {
						t.Fatalf("%s: got %v, want %v", way, err, client.ErrNotEnough)
					}
					if took > 15*time.Second {
						t.Errorf("%s: took %v", way, took)
					}
				}
			})
		}
	}
}

func TestManySources(t *testing.T) {
	n := newTestnet(t, 2, 1, 3, 1)
	c := n.quick("")
	dir := t.TempDir()
	file := filepath.Join(dir, "a")
	if err := os.WriteFile(file, []byte("a file"), 0o600); err != nil {
		t.Fatal(err)
	}
	sparse := filepath.Join(dir, "sparse")
	f, err := os.Create(sparse)
	if err != nil {
		t.Fatal(err)
	}
	f.Truncate(int64(n.params.MaxBlobSize()) + 1)
	f.Close()
	before := n.registers
	rs, err := c.Store(t.Context(), n.rich, []client.Source{
		client.File(file), client.File(filepath.Join(dir, "none")), client.Bytes("b", []byte("bytes")), client.File(dir), client.File(sparse),
		client.Reader("-", strings.NewReader("a pipe")), client.Bytes("twin", []byte("bytes")),
	}, client.StoreOptions{Deletable: true, NoSplit: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"new", "error", "new", "error", "error", "new", "already"} {
		r := rs[i]
		got := "error"
		switch {
		case r.NewlyCreated != nil:
			got = "new"
		case r.AlreadyCertified != nil:
			got = "already"
		}
		if got != want {
			t.Errorf("%s: got %s (%v), want %s", r.Path, got, r.Err, want)
		}
	}
	if !errors.Is(rs[4].Err, redstuff.ErrDataTooLarge) {
		t.Errorf("one byte too many: %v", rs[4].Err)
	}
	if got := n.registers - before; got > 2 {
		t.Errorf("%d registrations, want at most 2", got)
	}
}
