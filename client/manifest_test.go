package client_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"walrus/client"
	"walrus/redstuff"
)

// goldenManifest is the content of testdata/manifest.hex, our own first release's form: changing it needs another version.
func goldenManifest() *client.Manifest {
	m := &client.Manifest{Total: 0x0102030405, PartSize: 0x60000000}
	for i := range 3 {
		var id redstuff.BlobID
		for k := range id {
			id[k] = byte(i*32 + k)
		}
		m.Parts = append(m.Parts, id)
	}
	return m
}

func readGoldenManifest(t testing.TB) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "manifest.hex"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := hex.DecodeString(strings.Join(strings.Fields(string(text)), ""))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestManifestGolden(t *testing.T) {
	golden := readGoldenManifest(t)
	want := goldenManifest()
	got, err := client.ParseManifest(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("parsed, -want +got:\n%s", d)
	}
	b, err := want.AppendBinary(nil)
	if err != nil || !bytes.Equal(b, golden) {
		t.Errorf("written:\n%x, %v, want\n%x", b, err, golden)
	}
	var sum uint64
	for i := range want.Parts {
		offset, size := want.Extent(i)
		if offset != sum {
			t.Errorf("part %d begins at %d, want %d", i, offset, sum)
		}
		sum += size
	}
	if sum != want.Total {
		t.Errorf("parts have %d bytes, the object %d", sum, want.Total)
	}
}

func TestManifestRefusals(t *testing.T) {
	golden := readGoldenManifest(t)
	change := func(at int, b ...byte) []byte {
		c := bytes.Clone(golden)
		copy(c[at:], b)
		return c
	}
	for name, tc := range map[string]struct {
		raw  []byte
		want string
	}{
		"empty":          {nil, "does not begin with WALPARTS"},
		"other file":     {change(0, 'P', 'K'), "does not begin with WALPARTS"},
		"cut head":       {golden[:20], "ends after 20 bytes"},
		"version":        {change(8, 2), "format version 2, this program knows 1"},
		"no bytes":       {change(9, 0, 0, 0, 0, 0), "object of 0 bytes"},
		"beyond files":   {change(16, 0x80), "an object of"},
		"parts of zero":  {change(17, 0, 0, 0, 0), "parts of 0 bytes"},
		"count":          {change(25, 2), "2 parts, but 4328719365 bytes make 3 parts of 1610612736 bytes"},
		"count of zero":  {change(25, 0), "0 parts, but"},
		"too many":       {change(25, 0, 0, 1, 1), "at most 65536"},
		"cut IDs":        {golden[:len(golden)-1], "95 bytes of blob IDs, 3 parts have 96"},
		"trailing bytes": {append(bytes.Clone(golden), 0), "97 bytes of blob IDs"},
	} {
		if m, err := client.ParseManifest(tc.raw); !errors.Is(err, client.ErrManifest) || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: got %v, %v, want an error with %q", name, m, err, tc.want)
		}
	}
	m := goldenManifest()
	m.Parts = m.Parts[:2]
	if _, err := m.AppendBinary(nil); !errors.Is(err, client.ErrManifest) {
		t.Errorf("a manifest that lacks a part was written: %v", err)
	}
}

// What is parsed is written back byte for byte, and its parts cover the object.
func FuzzParseManifest(f *testing.F) {
	golden := readGoldenManifest(f)
	f.Add(golden)
	f.Add(golden[:29])
	f.Add([]byte("WALPARTS"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		m, err := client.ParseManifest(raw)
		if err != nil {
			if !errors.Is(err, client.ErrManifest) {
				t.Fatalf("error of another kind: %v", err)
			}
			return
		}
		if b, err := m.AppendBinary(nil); err != nil || !bytes.Equal(b, raw) {
			t.Fatalf("written %x, %v, want %x", b, err, raw)
		}
		if offset, size := m.Extent(len(m.Parts) - 1); size == 0 || offset+size != m.Total {
			t.Fatalf("last part has %d bytes at %d of %d", size, offset, m.Total)
		}
	})
}
