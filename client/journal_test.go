package client

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"walrus/attest"
	"walrus/chain"
	"walrus/nodeapi"
	"walrus/redstuff"
)

func TestJournalKeepsEachStepApart(t *testing.T) {
	j, err := OpenJournal(filepath.Join(t.TempDir(), "journal"))
	if err != nil {
		t.Fatal(err)
	}
	tx := chain.TxHash{1}
	permanent := journalEntry{Version: journalVersion, Network: attest.NetworkID{9}, Owner: chain.Address{8}, BlobID: redstuff.BlobID{7}, Register: []chain.TxHash{tx}}
	deletable := permanent
	deletable.Deletable = true
	object := attest.ObjectID{5}
	deletable.Object = &object
	for _, e := range []journalEntry{permanent, deletable} {
		if err := errors.Join(j.save(e)...); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []journalEntry{permanent, deletable} {
		got, ok, err := j.load(want.key())
		if err != nil || !ok {
			t.Fatalf("load: %v, %v", ok, err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("entry changed (-saved +loaded):\n%s", d)
		}
	}
	all, err := j.Unfinished()
	if err != nil || len(all) != 2 {
		t.Fatalf("pending: got %d entries and error %v, want 2", len(all), err)
	}
	if err := j.remove(permanent.key()); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := j.load(permanent.key()); ok || err != nil {
		t.Fatalf("after remove: found %v, error %v", ok, err)
	}
}

// TestJournalKeepsMany saves more entries than are written at the same time, of which one cannot be: its error is its own.
func TestJournalKeepsMany(t *testing.T) {
	j, err := OpenJournal(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	entries := make([]journalEntry, 2*journalWrites+5)
	for i := range entries {
		entries[i] = journalEntry{Version: journalVersion, BlobID: redstuff.BlobID{byte(i)}, Upload: nodeapi.NewUpload()}
	}
	const bad = journalWrites + 2
	if err := os.MkdirAll(filepath.Join(j.path(entries[bad].key()), "in the way"), 0o700); err != nil {
		t.Fatal(err)
	}
	for i, err := range j.save(entries...) {
		if (err != nil) != (i == bad) {
			t.Fatalf("entry %d: %v", i, err)
		}
	}
	for i, want := range entries {
		if i == bad {
			continue
		}
		if got, ok, err := j.load(want.key()); err != nil || !ok || cmp.Diff(want, got) != "" {
			t.Fatalf("entry %d: %+v, %v, %v", i, got, ok, err)
		}
	}
	if left, err := filepath.Glob(filepath.Join(j.dir, "*"+temporary+"*")); err != nil || len(left) > 0 {
		t.Fatalf("%v, %v: want no temporary files", left, err)
	}
}

// What a process that was killed while it saved an entry has left is removed by whoever has that entry's turn, and nothing else is.
func TestJournalSweep(t *testing.T) {
	j, err := OpenJournal(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	mine, other := journalEntry{BlobID: redstuff.BlobID{1}}, journalEntry{BlobID: redstuff.BlobID{2}}
	if err := errors.Join(j.save(mine, other)...); err != nil {
		t.Fatal(err)
	}
	left, busy := mine.key().name()+temporary+"1", other.key().name()+temporary+"2"
	for _, name := range []string{left, busy} {
		if err := os.WriteFile(filepath.Join(j.dir, name), []byte("{"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	j.sweep(map[string]bool{mine.key().name(): true, other.key().name(): false})
	var got []string
	files, err := os.ReadDir(j.dir)
	for _, f := range files {
		got = append(got, f.Name())
	}
	want := []string{filepath.Base(j.path(mine.key())), filepath.Base(j.path(other.key())), busy}
	slices.Sort(want)
	if d := cmp.Diff(want, got); err != nil || d != "" {
		t.Errorf("%v; files (-want +got):\n%s", err, d)
	}
}

func TestJournalRefusesDamage(t *testing.T) {
	j, err := OpenJournal(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	e := journalEntry{BlobID: redstuff.BlobID{1}}
	other := journalEntry{BlobID: redstuff.BlobID{2}}
	if err := errors.Join(j.save(other)...); err != nil {
		t.Fatal(err)
	}
	foreign, err := os.ReadFile(j.path(other.key()))
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct{ raw, want string }{
		"cut":           {`{"version": 1`, "unexpected end"},
		"newer":         {`{"version": 2}`, "format version 2, this program knows 1"},
		"another store": {string(foreign), "describes another store"},
	} {
		if err := os.WriteFile(j.path(e.key()), []byte(tc.raw), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, _, err := j.load(e.key()); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: got error %v, want one with %q", name, err, tc.want)
		}
	}
}

func FuzzParseJournalEntry(f *testing.F) {
	f.Add([]byte(`{"version":1,"blobId":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if e, err := parseJournalEntry(raw); err == nil && e.Version != journalVersion {
			t.Fatal("accepted an unknown version")
		}
	})
}
