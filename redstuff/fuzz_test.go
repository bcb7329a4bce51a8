package redstuff

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"walrus/merkle"
)

// seeds calls add with every byte string in the vector files whose field's name ends in one of the given
// names, and with cut and changed copies of it.
func seeds(f *testing.F, add func([]byte), names ...string) {
	f.Helper()
	files, _ := filepath.Glob("testdata/*.json")
	found := 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		var doc any
		if err := json.Unmarshal(raw, &doc); err != nil {
			f.Fatal(err)
		}
		inFile := 0
		walk(doc, "", func(field, value string) {
			for _, name := range names {
				b, err := hex.DecodeString(value)
				if !strings.HasSuffix(field, name) || err != nil || len(b) > 4096 || inFile > 40 {
					continue
				}
				found, inFile = found+1, inFile+1
				add(b)
			}
		})
	}
	if found == 0 {
		f.Fatalf("no seed in the vectors for %v", names)
	}
}

// walk visits all strings of a JSON document; those in a list go by the list's name.
func walk(v any, field string, visit func(field, value string)) {
	switch v := v.(type) {
	case map[string]any:
		for k, e := range v {
			walk(e, k, visit)
		}
	case []any:
		for _, e := range v {
			walk(e, field, visit)
		}
	case string:
		visit(field, v)
	}
}

func FuzzParseMetadata(f *testing.F) {
	seeds(f, func(b []byte) { f.Add(b) }, "metadata_bcs_hex", "metadata_with_id_bcs_hex")
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := ParseMetadata(b); err == nil && !bytes.Equal(m.AppendBCS(nil), b) {
			t.Fatal("plain metadata is not canonical")
		}
		id, m, err := ParseMetadataWithID(b)
		if err != nil {
			return
		}
		if !bytes.Equal(AppendMetadataWithID(nil, id, m), b) {
			t.Fatal("metadata with ID is not canonical")
		}
		p, err := NewParams(len(m.Hashes))
		if err != nil {
			return
		}
		if err := VerifyMetadata(p, id, &id, m); err == nil {
			id[7] ^= 1
			if err := VerifyMetadata(p, id, nil, m); !errors.Is(err, ErrBlobIDMismatch) {
				t.Fatalf("another blob's ID: got %v", err)
			}
			NewVerifier(p, m)
		}
	})
}

// fuzzBlob is a small blob that verifying fuzz targets work on.
var fuzzBlob = func() func(n int) *Encoding {
	made := map[int]*Encoding{}
	return func(n int) *Encoding {
		if made[n] == nil {
			made[n], _ = Encode(mustParams(n), input(uint64(n), 100))
		}
		return made[n]
	}
}()

func FuzzParseSliver(f *testing.F) {
	seeds(f, func(b []byte) { f.Add(b, uint8(0)); f.Add(b, uint8(1)) }, "sliver_bcs_hex", "slivers_bcs_hex", "sliver_bcs_hex_by_pair", "bcs_hex")
	enc := fuzzBlob(7)
	for _, a := range []Axis{Primary, Secondary} {
		s := enc.Sliver(a, 3)
		f.Add(s.AppendBCS(nil), uint8(a))
	}
	v := NewVerifier(enc.Params(), enc.Metadata())
	f.Fuzz(func(t *testing.T, b []byte, axis uint8) {
		s, err := ParseSliver(Axis(axis), b)
		if err != nil {
			return
		}
		if !bytes.Equal(s.AppendBCS(nil), b) || SliverBCSLen(len(s.Data)) != len(b) {
			t.Fatal("sliver is not canonical")
		}
		if v.Verify(s) == nil {
			if want := enc.Sliver(s.Axis, enc.Params().Pair(s.Axis, s.Index)); !bytes.Equal(want.Data, s.Data) {
				t.Fatalf("wrong %v sliver %d accepted", s.Axis, s.Index)
			}
		}
		if e, err := Expand(enc.Params(), s); err == nil {
			for i := range SliverIndex(7) {
				e.General(i)
			}
		}
		_, _ = ParseSliverEnum(b)
		_, _, _ = ParseSliverPair(b)
		_, _ = ParseShardEntries(b)
	})
}

func FuzzRecoverySymbol(f *testing.F) {
	seeds(f, func(b []byte) { f.Add(b, uint8(0), uint16(1)) }, "general_recovery_symbol_bcs_hex", "recovery_symbol_bcs_hex", "bcs_hex")
	enc := fuzzBlob(7)
	p := enc.Params()
	for q := range PairIndex(7) {
		e, _ := Expand(p, enc.Sliver(Axis(q&1), q))
		g := e.General(2)
		f.Add(g.AppendBCS(nil), uint8(g.Symbol.Target), uint16(2))
	}
	v := NewVerifier(p, enc.Metadata())
	f.Fuzz(func(t *testing.T, b []byte, axis uint8, target uint16) {
		_, _ = ParseGeneralRecoverySymbols(b)
		_, _ = ParseRecoverySymbolPair(b)
		if s, err := ParseRecoverySymbol(Axis(axis), b); err == nil {
			if !bytes.Equal(s.AppendBCS(nil), b) {
				t.Fatal("recovery symbol is not canonical")
			}
			_ = v.VerifyRecoverySymbol(SliverIndex(target), &s)
		}
		g, err := ParseGeneralRecoverySymbol(b)
		if err != nil {
			return
		}
		if !bytes.Equal(g.AppendBCS(nil), b) {
			t.Fatal("general recovery symbol is not canonical")
		}
		if v.VerifySymbol(Axis(axis), SliverIndex(target), &g) != nil {
			return
		}
		id := g.ID()
		row, _ := Expand(p, enc.Sliver(Primary, PairIndex(id.Primary)))
		if !bytes.Equal(row.Symbol(id.Secondary), g.Symbol.Data) {
			t.Fatalf("wrong symbol %v accepted", id)
		}
	})
}

func FuzzDecodingSymbols(f *testing.F) {
	seeds(f, func(b []byte) { f.Add(b) }, "bcs_hex")
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := ParseDecodingSymbols(b)
		if err == nil && !bytes.Equal(m.AppendBCS(nil), b) {
			t.Fatal("map is not canonical")
		}
	})
}

func FuzzInconsistencyProof(f *testing.F) {
	seeds(f, func(b []byte) { f.Add(b, uint8(0)); f.Add(b, uint8(1)) }, "proof_bcs_hex", "bcs_hex")
	enc := fuzzBlob(7)
	v := NewVerifier(enc.Params(), enc.Metadata())
	for _, a := range []Axis{Primary, Secondary} { // well formed, but the blob is consistent
		proof := InconsistencyProof{Target: a, Index: 6}
		for i := range v.Need(a) {
			e, _ := Expand(enc.Params(), enc.Sliver(a.Other(), enc.Params().Pair(a.Other(), SliverIndex(i))))
			proof.Symbols = append(proof.Symbols, e.Recovery(6))
		}
		f.Add(proof.AppendBCS(nil), uint8(a))
	}
	f.Fuzz(func(t *testing.T, b []byte, axis uint8) {
		if p, err := ParseInconsistencyProofEnum(b); err == nil && !bytes.Equal(p.AppendEnum(nil), b) {
			t.Fatal("proof with axis is not canonical")
		}
		p, err := ParseInconsistencyProof(Axis(axis), b)
		if err != nil {
			return
		}
		if !bytes.Equal(p.AppendBCS(nil), b) {
			t.Fatal("proof is not canonical")
		}
		if v.VerifyInconsistency(&p) == nil {
			t.Fatal("a consistent blob is proved inconsistent")
		}
	})
}

func FuzzMerkleProof(f *testing.F) {
	seeds(f, func(b []byte) { f.Add(b, uint16(1), uint16(3)) }, "proof_bcs_hex")
	f.Fuzz(func(t *testing.T, b []byte, index, leaves uint16) {
		p, err := ParseProof(b)
		if err != nil {
			return
		}
		if !bytes.Equal(AppendProof(nil, p), b) {
			t.Fatal("proof is not canonical")
		}
		p.Verify(merkle.Digest(merkle.Hash{}), int(leaves), int(index), merkle.LeafHash(b))
	})
}

// FuzzDecode offers slivers from outside, cut out of one byte string, under metadata from outside.
func FuzzDecode(f *testing.F) {
	for _, n := range []int{4, 7, 10} {
		enc := fuzzBlob(n)
		meta := enc.Metadata().AppendBCS(nil)
		for _, a := range []Axis{Primary, Secondary} {
			var b []byte
			for q := range PairIndex(n) {
				s := enc.Sliver(a, q)
				b = appendFramed(b, s.AppendBCS(nil))
			}
			f.Add(meta, b, uint8(a), uint8(0))
		}
	}
	seeds(f, func(b []byte) { f.Add(b, appendFramed(nil, b), uint8(0), uint8(2)) }, "metadata_bcs_hex")
	f.Fuzz(func(t *testing.T, meta, framed []byte, axis, check uint8) {
		m, err := ParseMetadata(meta)
		if err != nil {
			return
		}
		p, err := NewParams(len(m.Hashes))
		if err != nil || p.N > 64 {
			return
		}
		var slivers []Sliver
		for len(framed) >= 2 {
			n := min(int(binary.LittleEndian.Uint16(framed)), len(framed)-2)
			if s, err := ParseSliver(Axis(axis&1), framed[2:2+n]); err == nil {
				slivers = append(slivers, s)
			}
			framed = framed[2+n:]
		}
		blob, err := decodeBothWays(p, m, slivers, Check(check%3))
		if err != nil {
			return
		}
		if uint64(len(blob)) != m.Length {
			t.Fatalf("got %d bytes, want %d", len(blob), m.Length)
		}
		if Check(check%3) == CheckStrict {
			if got, _ := ComputeMetadata(p, blob); got.BlobID() != m.BlobID() {
				t.Fatal("strict check passed another blob")
			}
		}
	})
}

func appendFramed(dst, b []byte) []byte {
	return append(binary.LittleEndian.AppendUint16(dst, uint16(len(b))), b...)
}

// FuzzRoundTrip encodes, keeps just enough slivers of one axis, and decodes.
func FuzzRoundTrip(f *testing.F) {
	f.Add([]byte("seed"), uint8(4), uint64(1))
	f.Add(input(1, 1000), uint8(31), uint64(2))
	f.Add([]byte{}, uint8(13), uint64(3))
	f.Fuzz(func(t *testing.T, blob []byte, n uint8, pick uint64) {
		p := mustParams(MinShards + int(n)%60)
		if uint64(len(blob)) > min(p.MaxBlobSize(), 1<<16) {
			return
		}
		enc, err := Encode(p, blob)
		if err != nil {
			t.Fatal(err)
		}
		rng := rand.New(rand.NewPCG(pick, 0))
		axis := Axis(rng.IntN(2))
		v := NewVerifier(p, enc.Metadata())
		var slivers []Sliver
		for _, q := range rng.Perm(p.N)[:p.Need(axis)] {
			s := enc.Sliver(axis, PairIndex(q))
			if err := v.VerifyAt(axis, PairIndex(q), s); err != nil {
				t.Fatal(err)
			}
			slivers = append(slivers, s)
		}
		got, err := decodeBothWays(p, enc.Metadata(), slivers, Check(rng.IntN(3)))
		if err != nil || !bytes.Equal(got, blob) {
			t.Fatalf("n=%d, %d bytes, %v slivers: %v", p.N, len(blob), axis, err)
		}
	})
}
