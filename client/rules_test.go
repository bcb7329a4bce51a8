package client

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"walrus/attest"
	"walrus/chain"
	"walrus/nodeapi"
	"walrus/redstuff"
)

func TestChoose(t *testing.T) {
	const now = 10
	mine := redstuff.BlobID{1}
	object := func(id byte, blob redstuff.BlobID, end attest.Epoch, certified, deletable bool) chain.Blob {
		return chain.Blob{ID: attest.ObjectID{id}, BlobID: blob, IsCertified: certified, Deletable: deletable, Storage: chain.Resource{End: end}}
	}
	space := func(id byte, size uint64, start, end attest.Epoch) chain.Resource {
		return chain.Resource{ID: attest.ObjectID{id}, Size: size, Start: start, End: end}
	}
	for _, tc := range []struct {
		name  string
		want  want
		blobs []chain.Blob
		free  []chain.Resource
		taken []byte
		id    byte // of the object or resource chosen
		op    Operation
		done  bool
		ext   uint32
	}{
		{name: "nothing owned", op: RegisterFromScratch},
		{name: "certified for long enough", blobs: []chain.Blob{object(1, mine, 15, true, false)}, id: 1, done: true},
		{name: "registered", blobs: []chain.Blob{object(1, mine, 16, false, false)}, id: 1, op: ReuseRegistration},
		{name: "certified, too short", blobs: []chain.Blob{object(1, mine, 12, true, false)}, id: 1, op: ReuseAndExtend, ext: 3},
		{name: "registered, too short", blobs: []chain.Blob{object(1, mine, 12, false, false)}, id: 1, op: ReuseAndExtendPending, ext: 3},
		{name: "expired", blobs: []chain.Blob{object(1, mine, now, true, false)}, op: RegisterFromScratch},
		{name: "another blob", blobs: []chain.Blob{object(1, redstuff.BlobID{2}, 15, true, false)}, op: RegisterFromScratch},
		{name: "the other kind", blobs: []chain.Blob{object(1, mine, 15, true, true)}, op: RegisterFromScratch},
		{name: "free before paid", blobs: []chain.Blob{object(1, mine, 12, true, false), object(2, mine, 15, false, false)}, id: 2, op: ReuseRegistration},
		{name: "done before all", blobs: []chain.Blob{object(1, mine, 20, false, false), object(2, mine, 15, true, false)}, id: 2, done: true},
		{name: "forced, certified", want: want{force: true}, blobs: []chain.Blob{object(1, mine, 15, true, false)}, op: RegisterFromScratch},
		{name: "forced, registered", want: want{force: true}, blobs: []chain.Blob{object(1, mine, 15, false, false)}, id: 1, op: ReuseRegistration},
		{name: "smallest space", free: []chain.Resource{space(1, 900, 0, 20), space(2, 500, 0, 20), space(3, 499, 0, 20)}, id: 2, op: ReuseStorage},
		{name: "space that ends first", free: []chain.Resource{space(1, 500, 0, 20), space(2, 500, 0, 15)}, id: 2, op: ReuseStorage},
		{name: "space too short", free: []chain.Resource{space(1, 500, 0, 14)}, op: RegisterFromScratch},
		{name: "space not begun", free: []chain.Resource{space(1, 500, 11, 20)}, op: RegisterFromScratch},
		{name: "space taken", free: []chain.Resource{space(1, 500, 0, 20)}, taken: []byte{1}, op: RegisterFromScratch},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := tc.want
			w.blobID, w.encoded, w.target, w.reuse = mine, 500, 15, true
			taken := map[attest.ObjectID]bool{}
			for _, id := range tc.taken {
				taken[attest.ObjectID{id}] = true
			}
			c := choose(w, now, tc.blobs, tc.free, taken)
			got := c.blob.ID
			if c.op == ReuseStorage {
				got = c.resource.ID
				if !taken[got] {
					t.Error("the space is not marked as taken")
				}
			}
			if got != (attest.ObjectID{tc.id}) || c.op != tc.op || c.done != tc.done || c.extend != tc.ext {
				t.Errorf("got object %v, %q, done %v, extended by %d", got, c.op, c.done, c.extend)
			}
			if w.reuse = false; choose(w, now, tc.blobs, tc.free, map[attest.ObjectID]bool{}).op != RegisterFromScratch {
				t.Error("reused although told not to")
			}
		})
	}
}

func TestLifetimes(t *testing.T) {
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	sys := chain.System{Epoch: 10, MaxEpochsAhead: 53, EpochStart: start, EpochDuration: 24 * time.Hour}
	now := start.Add(6 * time.Hour)
	for _, tc := range []struct {
		l    Lifetime
		want uint32 // 0: refused
	}{
		{Lifetime{}, 1}, {Epochs(1), 1}, {Epochs(53), 53}, {Epochs(54), 0}, {MaxEpochs(), 53},
		{Until(11), 1}, {Until(10), 0}, {Until(63), 53}, {Until(64), 0},
		{NotBefore(now.Add(time.Second)), 1}, {NotBefore(start.Add(24*time.Hour - 1)), 1}, {NotBefore(start.Add(24 * time.Hour)), 2}, {NotBefore(now), 0},
	} {
		got, err := tc.l.Resolve(sys, now)
		if got != tc.want || (err == nil) != (tc.want > 0) || err != nil && !errors.Is(err, ErrLifetime) {
			t.Errorf("%+v: got %d, %v, want %d", tc.l, got, err, tc.want)
		}
	}
	if got, want := Expiry(sys, 12), start.Add(48*time.Hour); !got.Equal(want) {
		t.Errorf("expiry %v, want %v", got, want)
	}
}

// The prices of the public network's example output: 11,000 and 20,000 FROST.
func TestPrices(t *testing.T) {
	sys := chain.System{StoragePrice: 11_000, WritePrice: 20_000}
	for _, tc := range []struct {
		encoded uint64
		epochs  uint32
		storage uint64
		write   uint64
	}{
		{140_108_000, 1, 1_474_000, 2_680_000}, {2_476_442_000, 1, 25_982_000, 47_240_000}, {65_663_566_000, 1, 688_842_000, 1_252_440_000},
		{70_038_000, 5, 3_685_000, 1_340_000}, {0, 5, 0, 0}, {1, 1, 11_000, 20_000}, {StorageUnit, 1, 11_000, 20_000}, {StorageUnit + 1, 1, 22_000, 40_000},
	} {
		s, err1 := StorageFee(sys, tc.encoded, tc.epochs)
		w, err2 := WriteFee(sys, tc.encoded)
		n, err3 := NewFee(sys, tc.encoded, tc.epochs)
		if s != tc.storage || w != tc.write || n != s+w || errors.Join(err1, err2, err3) != nil {
			t.Errorf("%d bytes, %d epochs: got %d, %d, %d", tc.encoded, tc.epochs, s, w, n)
		}
	}
	if _, err := NewFee(chain.System{StoragePrice: 1 << 63}, StorageUnit, 2); err == nil {
		t.Error("an impossible price was accepted")
	}
}

func TestStoreResultJSON(t *testing.T) {
	epoch := attest.Epoch(41)
	object := attest.ObjectID{0x7c}
	for name, tc := range map[string]struct {
		r    StoreResult
		want string
	}{
		"new": {StoreResult{Path: "a", NewlyCreated: &NewlyCreated{Object: BlobObject{ID: object, Registered: 41, Size: 5, Encoding: "RS2", Certified: &epoch,
			Storage: StorageObject{Start: 41, End: 46, Size: 70}, Deletable: true}, Operation: ResourceOperation{RegisterFromScratch, 70, 5}, Cost: 9}},
			`{"blobStoreResult":{"newlyCreated":{"blobObject":{"id":"0x7c` + strings.Repeat("0", 62) + `","registeredEpoch":41,"blobId":"` + strings.Repeat("A", 43) +
				`","size":5,"encodingType":"RS2","certifiedEpoch":41,"storage":{"id":"0x` + strings.Repeat("0", 64) + `","startEpoch":41,"endEpoch":46,"storageSize":70},"deletable":true},` +
				`"resourceOperation":{"registerFromScratch":{"encodedLength":70,"epochsAhead":5}},"cost":9}},"path":"a"}`},
		"by event": {StoreResult{Path: "a", AlreadyCertified: &AlreadyCertified{Event: &nodeapi.EventID{TxDigest: "0x1", EventSeq: "0"}, End: 7}},
			`{"blobStoreResult":{"alreadyCertified":{"blobId":"` + strings.Repeat("A", 43) + `","event":{"txDigest":"0x1","eventSeq":"0"},"endEpoch":7}},"path":"a"}`},
		"invalid": {StoreResult{Path: "a", MarkedInvalid: &MarkedInvalid{}},
			`{"blobStoreResult":{"markedInvalid":{"blobId":"` + strings.Repeat("A", 43) + `","event":{"txDigest":"","eventSeq":""}}},"path":"a"}`},
		"error": {StoreResult{Path: "a", Phase: "encode", Err: errors.New("no")}, `{"blobStoreResult":{"error":{"blobId":null,"failurePhase":"encode","errorMsg":"no"}},"path":"a"}`},
	} {
		got, err := json.Marshal(tc.r)
		if err != nil || string(got) != tc.want {
			t.Errorf("%s: got %s, %v\nwant %s", name, got, err, tc.want)
		}
	}
	for op, want := range map[Operation]string{
		ReuseStorage: `{"reuseStorage":{"encodedLength":70}}`, ReuseRegistration: `{"reuseRegistration":{"encodedLength":70}}`,
		ReuseAndExtend:        `{"reuseAndExtend":{"encodedLength":70,"epochsExtended":3}}`,
		ReuseAndExtendPending: `{"reuseAndExtendNonCertified":{"encodedLength":70,"epochsExtended":3}}`,
	} {
		if got, err := json.Marshal(ResourceOperation{op, 70, 3}); err != nil || string(got) != want {
			t.Errorf("got %s, %v, want %s", got, err, want)
		}
	}
}

// A file that somebody writes to between the look at its size and its reading is noticed.
func TestSourceThatChanges(t *testing.T) {
	for name, change := range map[string]func(path string) error{
		"grows": func(p string) error {
			f, err := os.OpenFile(p, os.O_APPEND|os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			_, err = f.WriteString("more")
			return errors.Join(err, f.Close())
		},
		"shrinks":   func(p string) error { return os.Truncate(p, 10) },
		"rewritten": func(p string) error { return os.Chtimes(p, time.Time{}, time.Unix(1, 0)) },
		"rewritten in secret": func(p string) error { // other bytes, and the time of writing put back
			st, err := os.Stat(p)
			if err != nil || changeTime(st).IsZero() {
				return errors.Join(err, os.Truncate(p, 1)) // this system does not tell
			}
			time.Sleep(20 * time.Millisecond) // file systems count time in ticks
			return errors.Join(os.WriteFile(p, bytes.Repeat([]byte{1}, 100), 0o600), os.Chtimes(p, time.Time{}, st.ModTime()))
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "f")
			if err := os.WriteFile(path, make([]byte, 100), 0o600); err != nil {
				t.Fatal(err)
			}
			c, err := openFile(t.Context(), path, spools{})
			if err != nil {
				t.Fatal(err)
			}
			defer c.close()
			if err := errors.Join(c.unchanged(), change(path)); err != nil {
				t.Fatal(err)
			}
			b, err := c.whole()
			if err == nil {
				err = c.unchanged()
			}
			if !errors.Is(err, ErrSourceChanged) || len(b) > 100 {
				t.Errorf("got %d bytes, %v", len(b), err)
			}
		})
	}
}

func TestSources(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "f")
	if err := os.WriteFile(path, []byte("content"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name  string
		src   Source
		limit uint64
		want  string
		err   error
	}{
		{"file", File(path), 7, "content", nil},
		{"file too large", File(path), 6, "", redstuff.ErrDataTooLarge},
		{"bytes", Bytes("b", []byte("content")), 7, "content", nil},
		{"bytes too large", Bytes("b", []byte("content")), 6, "", redstuff.ErrDataTooLarge},
		{"pipe", Reader("-", strings.NewReader("content")), 7, "content", nil},
		{"pipe too large", Reader("-", io.MultiReader(strings.NewReader("cont"), strings.NewReader("ent"))), 6, "", redstuff.ErrDataTooLarge},
		{"empty pipe", Reader("-", strings.NewReader("")), 7, "", nil},
		{"no file", File(filepath.Join(dir, "none")), 7, "", os.ErrNotExist},
	} {
		got, err := ReadSource(t.Context(), tc.src, tc.limit)
		if string(got) != tc.want || !errors.Is(err, tc.err) {
			t.Errorf("%s: got %q, %v", tc.name, got, err)
		}
	}
	if _, err := ReadSource(t.Context(), File(dir), 7); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("folder: got %v", err)
	}
}

func TestTrials(t *testing.T) {
	gone := fmt.Errorf("%w: %w", nodeapi.ErrUnavailable, errors.New("refused"))
	silent := fmt.Errorf("%w: %w", nodeapi.ErrUnavailable, nodeapi.ErrStalled)
	timeout := fmt.Errorf("%w: %w", nodeapi.ErrUnavailable, &net.OpError{Op: "dial", Err: os.ErrDeadlineExceeded})
	busy := &nodeapi.Error{Code: 503}
	wrong := &nodeapi.Error{Code: 400, Reason: nodeapi.InvalidSliver, Envelope: true}
	fast := Backoff{MinMS: 1, MaxMS: 2, MaxRetries: 5}
	for _, tc := range []struct {
		name    string
		errs    []error
		retries int
	}{
		{"final at once", []error{wrong}, 0},
		{"another identity", []error{nodeapi.ErrIdentity}, 0},
		{"gone for good", []error{gone, gone, gone, gone, gone, gone, gone}, 5},
		{"stopped", []error{silent, silent, silent}, 1},
		{"stopped, fresh connection", []error{silent, timeout, silent}, 1},
		{"busy in between", []error{silent, busy, silent, busy, busy, busy}, 5},
		{"behind the chain", []error{errBehind, &nodeapi.Error{Code: 400, Reason: nodeapi.NotRegistered}, wrong}, 2},
	} {
		tr := trial{policy: fast}
		got := 0
		for _, err := range tc.errs {
			if !tr.again(t.Context(), err) {
				break
			}
			got++
		}
		if got != tc.retries {
			t.Errorf("%s: %d retries, want %d", tc.name, got, tc.retries)
		}
	}
	slow := trial{policy: Backoff{MinMS: 1000, MaxMS: 30_000, MaxRetries: 5}}
	if d := slow.delay(&nodeapi.Error{Code: 503, RetryAfter: 7 * time.Second}); d != 7*time.Second {
		t.Errorf("waits %v although told to wait 7 s", d)
	}
	for slow.retries = range 10 {
		if d, least := slow.delay(gone), min(30*time.Second, time.Second<<slow.retries); d < least || d > least+time.Second {
			t.Errorf("delay %d is %v", slow.retries, d)
		}
	}
	slow = trial{policy: Backoff{MinMS: 20_000, MaxMS: 30_000, MaxRetries: 5}}
	if slow.again(context.Background(), gone) {
		t.Error("waited past the time that a missing node is given")
	}
}
