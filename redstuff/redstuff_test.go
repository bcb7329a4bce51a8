package redstuff

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"walrus/bcs"
	"walrus/merkle"
)

func TestBlobIDText(t *testing.T) {
	id := BlobID{1, 2, 3, 31: 0xfc}
	text := id.String()
	for _, c := range []struct {
		name, in string
		ok       bool
	}{
		{"itself", text, true},
		{"empty", "", false},
		{"padded", text + "=", false},
		{"one character less", text[:42], false},
		{"one more", text + "A", false},
		{"stray bits in the last character", text[:42] + "x", false},
		{"standard alphabet", strings.Replace(text, text[:1], "+", 1), false},
		{"line break", text[:20] + "\n" + text[21:], false},
		{"hex", strings.Repeat("0", 64), false},
		{"long", strings.Repeat("A", 1<<20), false},
	} {
		got, err := ParseBlobID(c.in)
		if (err == nil) != c.ok || c.ok && got != id {
			t.Errorf("%s: got %v, %v", c.name, got, err)
		}
		if err != nil && len(err.Error()) > 300 {
			t.Errorf("%s: error of %d characters", c.name, len(err.Error()))
		}
	}
	var back struct{ ID BlobID }
	b, err := json.Marshal(struct{ ID BlobID }{id})
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &back); err != nil || back.ID != id {
		t.Errorf("through JSON: %v, %v", back.ID, err)
	}
	if id.IsZero() || !(BlobID{}).IsZero() {
		t.Error("IsZero is wrong")
	}
}

func TestNames(t *testing.T) {
	for _, a := range []Axis{Primary, Secondary} {
		if got, err := ParseAxis(a.String()); err != nil || got != a || a.Other().Other() != a || a.Other() == a {
			t.Errorf("%v: got %v, %v", a, got, err)
		}
	}
	if _, err := ParseAxis("Primary"); err == nil {
		t.Error("capitals are accepted")
	}
	for c := range CheckStrict + 1 {
		if got, err := ParseCheck(c.String()); err != nil || got != c {
			t.Errorf("%v: got %v, %v", c, got, err)
		}
	}
	if _, err := ParseCheck(""); err == nil {
		t.Error("an empty check is accepted")
	}
	for s, ok := range map[string]bool{"RS2": true, " redstuff/Reed-Solomon\n": true, "reed-solomon": true, "RS": false, "RedStuff/RaptorQ": false, "": false} {
		if _, err := ParseEncoding(s); (err == nil) != ok || err != nil && !errors.Is(err, ErrUnsupportedEncoding) {
			t.Errorf("%q: got %v", s, err)
		}
	}
	for s, want := range map[string]SymbolID{"17-300": {17, 300}, "+1-002": {1, 2}} {
		if got, err := ParseSymbolID(s); err != nil || got != want {
			t.Errorf("%q: got %v, %v, want %v", s, got, err, want)
		}
	}
	for _, s := range []string{"", "1", "-", "1-", "-1", "1-2-3", "65536-0", "0x1-2", "1 -2", "++1-2"} {
		if got, err := ParseSymbolID(s); err == nil {
			t.Errorf("%q: got %v, want an error", s, got)
		}
	}
}

func TestShardCountIsRefused(t *testing.T) {
	for _, n := range []int{math.MinInt, -1, 0, 1, 2, 3, MaxShards + 1, 65535, math.MaxInt} {
		if _, err := NewParams(n); !errors.Is(err, ErrInvalidShardCount) {
			t.Errorf("%d: got %v, want %v", n, err, ErrInvalidShardCount)
		}
	}
}

// TestLargestBlob encodes and decodes blobs of the greatest length, and refuses one byte more.
func TestLargestBlob(t *testing.T) {
	for _, n := range []int{4, 7, 10, 31, 100} {
		p := mustParams(n)
		blob := make([]byte, p.MaxBlobSize()+1) // sparse: only its ends are not zero
		blob[0], blob[p.MaxBlobSize()-1] = 1, 2
		if _, err := ComputeMetadata(p, blob); !errors.Is(err, ErrDataTooLarge) {
			t.Errorf("n=%d, one byte too many: got %v, want %v", n, err, ErrDataTooLarge)
		}
		blob = blob[:p.MaxBlobSize()]
		if n == 100 { // 149 MB: the ID only
			if testing.Short() {
				continue
			}
			if _, err := ComputeMetadata(p, blob); err != nil {
				t.Errorf("n=%d: %v", n, err)
			}
			continue
		}
		enc, err := Encode(p, blob)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range []Axis{Primary, Secondary} {
			var slivers []Sliver
			for q := range p.Need(a) {
				slivers = append(slivers, enc.Sliver(a, p.Pair(a, SliverIndex(n-1-q))))
			}
			if got, err := Decode(p, enc.Metadata(), slivers, CheckDefault); err != nil || !bytes.Equal(got, blob) {
				t.Errorf("n=%d from %v slivers: %v", n, a, err)
			}
		}
	}
	p := mustParams(1000)
	for _, length := range []uint64{p.MaxBlobSize() + 1, math.MaxUint64} {
		if _, err := p.SymbolSize(length); !errors.Is(err, ErrDataTooLarge) {
			t.Errorf("n=1000, %d bytes: got %v, want %v", length, err, ErrDataTooLarge)
		}
		if _, err := p.EncodedLength(length); !errors.Is(err, ErrDataTooLarge) {
			t.Errorf("n=1000, %d bytes: price is %v, want %v", length, err, ErrDataTooLarge)
		}
	}
	if s, err := p.SymbolSize(p.MaxBlobSize()); err != nil || s != MaxSymbolSize {
		t.Errorf("n=1000, largest blob: symbol size %d, %v", s, err)
	}
}

// TestOneCoreEqualsMany encodes with one and with several goroutines, on more shards than one window of
// leaf hashes holds.
func TestOneCoreEqualsMany(t *testing.T) {
	for _, n := range []int{10, 300, 1100} {
		p := mustParams(n)
		blob := randomBlob(uint64(n), 300_000)
		many, err := Encode(p, blob)
		if err != nil {
			t.Fatal(err)
		}
		old := runtime.GOMAXPROCS(1)
		one, err := Encode(p, blob)
		runtime.GOMAXPROCS(7)
		seven, err7 := ComputeMetadata(p, blob)
		runtime.GOMAXPROCS(old)
		if err := errors.Join(err, err7); err != nil {
			t.Fatal(err)
		}
		if one.BlobID() != many.BlobID() || seven.BlobID() != many.BlobID() {
			t.Errorf("n=%d: IDs %v, %v, %v", n, one.BlobID(), many.BlobID(), seven.BlobID())
		}
		for q := range PairIndex(n) {
			for _, a := range []Axis{Primary, Secondary} {
				if !bytes.Equal(one.Sliver(a, q).Data, many.Sliver(a, q).Data) {
					t.Fatalf("n=%d: %v sliver of pair %d differs", n, a, q)
				}
			}
		}
	}
}

func TestVerifierRefuses(t *testing.T) {
	enc := fuzzBlob(7)
	p := enc.Params()
	v := NewVerifier(p, enc.Metadata())
	good := enc.Sliver(Primary, 2)
	if err := v.VerifyAt(Primary, 2, good); err != nil {
		t.Fatal(err)
	}
	flipped := good
	flipped.Data = slices.Clone(good.Data)
	flipped.Data[3] ^= 4
	reordered := good
	reordered.Data = append(slices.Clone(good.Data[8:]), good.Data[:8]...)
	other := enc.Sliver(Primary, 3)
	renamed := other
	renamed.Index = 2
	for _, c := range []struct {
		name string
		s    Sliver
		want error
	}{
		{"valid sliver of another pair", other, ErrIndexOutOfRange},
		{"valid sliver of the other axis", enc.Sliver(Secondary, 2), ErrIndexOutOfRange},
		{"another sliver under this index", renamed, ErrMerkleRoot},
		{"flipped bit", flipped, ErrMerkleRoot},
		{"symbols in another order", reordered, ErrMerkleRoot},
		{"cut", Sliver{Primary, 2, 8, good.Data[:32]}, ErrSliverSize},
		{"nothing", Sliver{Primary, 2, 8, nil}, ErrSliverSize},
		{"other symbol size", Sliver{Primary, 2, 4, good.Data}, ErrSymbolSize},
		{"no such axis", Sliver{7, 2, 8, good.Data}, ErrIndexOutOfRange},
	} {
		if err := v.VerifyAt(Primary, 2, c.s); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
	}
	if err := v.Verify(Sliver{7, 2, 8, good.Data}); !errors.Is(err, ErrIndexOutOfRange) {
		t.Errorf("no such axis: got %v", err)
	}
	bad := *enc.Metadata()
	bad.Hashes = bad.Hashes[1:]
	if err := NewVerifier(p, &bad).Verify(good); !errors.Is(err, ErrHashCount) {
		t.Errorf("metadata of 6 pairs: got %v, want %v", err, ErrHashCount)
	}
	bad = *enc.Metadata()
	bad.Length = math.MaxUint64
	if _, err := Decode(p, &bad, []Sliver{good}, CheckSkip); !errors.Is(err, ErrDataTooLarge) {
		t.Errorf("endless metadata: got %v, want %v", err, ErrDataTooLarge)
	}
	bad = *enc.Metadata() // an Empty hash matches no sliver
	bad.Hashes = slices.Clone(bad.Hashes)
	bad.Hashes[2].Primary = merkle.Node{}
	if err := NewVerifier(p, &bad).Verify(good); !errors.Is(err, ErrMerkleRoot) {
		t.Errorf("empty hash: got %v, want %v", err, ErrMerkleRoot)
	}
}

// TestRecoverWithLiars recovers a sliver while some symbols are wrong.
func TestRecoverWithLiars(t *testing.T) {
	enc := fuzzBlob(10)
	p := enc.Params()
	v := NewVerifier(p, enc.Metadata())
	for _, a := range []Axis{Primary, Secondary} {
		const target = SliverIndex(5)
		var symbols []RecoverySymbol
		var plain []DecodingSymbol
		for i := range SliverIndex(p.N) {
			e, err := Expand(p, enc.Sliver(a.Other(), p.Pair(a.Other(), i)))
			if err != nil {
				t.Fatal(err)
			}
			s := e.Recovery(target)
			if i < 2 { // wrong bytes, and another symbol of the same sliver with its own proof
				s = e.Recovery(target + 1)
				if i == 0 {
					s.Data = bytes.Repeat([]byte{9}, len(s.Data))
				}
			}
			symbols = append(symbols, s, s)
			plain = append(plain, s.DecodingSymbol)
		}
		want := enc.Sliver(a, p.Pair(a, target))
		if got, err := v.RecoverProven(a, target, symbols); err != nil || !bytes.Equal(got.Data, want.Data) {
			t.Errorf("%v with proofs: %v", a, err)
		}
		if _, err := v.Recover(a, target, plain); !errors.Is(err, ErrMerkleRoot) {
			t.Errorf("%v without proofs: got %v, want %v", a, err, ErrMerkleRoot)
		}
		if got, err := v.Recover(a, target, plain[2:]); err != nil || !bytes.Equal(got.Data, want.Data) {
			t.Errorf("%v without proofs and liars: %v", a, err)
		}
		_, err := v.RecoverProven(a, target, symbols[:2*p.Source(a)])
		if !errors.Is(err, ErrNotEnoughSymbols) || !errors.Is(err, ErrProof) {
			t.Errorf("%v, too few good ones: got %v, want %v and why", a, err, ErrNotEnoughSymbols)
		}
	}
}

// TestLengthsAreNotTrusted parses inputs whose first length claims more than they hold, and measures memory.
func TestLengthsAreNotTrusted(t *testing.T) {
	huge := bcs.AppendULEB(nil, bcs.MaxLength)
	parsers := map[string]func([]byte) error{
		"metadata": func(b []byte) error {
			_, err := ParseMetadata(append([]byte{0, 1, 0, 0, 0, 0, 0, 0, 0, 0}, b...))
			return err
		},
		"sliver":        func(b []byte) error { _, err := ParseSliver(Primary, b); return err },
		"shard entries": func(b []byte) error { _, err := ParseShardEntries(append([]byte{0}, b...)); return err },
		"symbols":       func(b []byte) error { _, err := ParseGeneralRecoverySymbols(b); return err },
		"map":           func(b []byte) error { _, err := ParseDecodingSymbols(b); return err },
		"proof":         func(b []byte) error { _, err := ParseProof(b); return err },
		"inconsistency": func(b []byte) error {
			_, err := ParseInconsistencyProof(Primary, append([]byte{0, 0}, b...))
			return err
		},
	}
	for name, parse := range parsers {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		err := parse(append(slices.Clone(huge), make([]byte, 100)...))
		runtime.ReadMemStats(&after)
		if !errors.Is(err, ErrMalformed) {
			t.Errorf("%s: got %v, want %v", name, err, ErrMalformed)
		}
		if got := after.TotalAlloc - before.TotalAlloc; got > 64<<10 {
			t.Errorf("%s: %d bytes allocated for an input of 105", name, got)
		}
	}
}

// TestVerifierIsConcurrent uses one verifier from several goroutines; the race detector watches.
func TestVerifierIsConcurrent(t *testing.T) {
	enc := fuzzBlob(31)
	p := enc.Params()
	v := NewVerifier(p, enc.Metadata())
	err := forEach(4*p.N, func() func(int) error {
		rng := rand.New(rand.NewPCG(1, 1))
		return func(int) error {
			a, q := Axis(rng.IntN(2)), PairIndex(rng.IntN(p.N))
			return v.VerifyAt(a, q, enc.Sliver(a, q))
		}
	})
	if err != nil {
		t.Error(err)
	}
}

// TestMemoryOfEncode holds the result to 3.5 times the blob.
func TestMemoryOfEncode(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector, which runs short tests, drops pooled buffers at random")
	}
	p := mustParams(1000)
	blob := randomBlob(1, 8<<20)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	enc, err := Encode(p, blob)
	if err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	stored := len(enc.primary) + len(enc.secondary)
	spent := int(after.TotalAlloc - before.TotalAlloc)
	if stored > len(blob)*26/10 || spent > stored+(24<<20) {
		t.Errorf("%d bytes kept and %d allocated for a blob of %d", stored, spent, len(blob))
	}
}
