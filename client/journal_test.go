package client

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"walrus/attest"
	"walrus/chain"
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
		if err := j.save(e); err != nil {
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

func TestJournalRefusesDamage(t *testing.T) {
	j, err := OpenJournal(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	e := journalEntry{BlobID: redstuff.BlobID{1}}
	other := journalEntry{BlobID: redstuff.BlobID{2}}
	if err := j.save(other); err != nil {
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
