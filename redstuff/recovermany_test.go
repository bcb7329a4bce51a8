package redstuff

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"walrus/merkle"
)

// TestRecoverMany takes symbols of some slivers for many targets and recovers these, with doubles and useless sources among them.
func TestRecoverMany(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for _, c := range []struct{ n, size int }{{4, 1}, {7, 100}, {10, 10_000}, {31, 231 * 64}, {100, 2278 * 6}, {100, 2278 * 900}, {1000, 1 << 20}} {
		p := mustParams(c.n)
		enc, err := Encode(p, randomBlob(4, c.size))
		if err != nil {
			t.Fatal(err)
		}
		v := NewVerifier(p, enc.Metadata())
		size := v.SymbolSize()
		for _, a := range []Axis{Primary, Secondary} {
			var targets []SliverIndex
			for _, i := range rng.Perm(c.n)[:min(c.n, 1+rng.IntN(60))] {
				targets = append(targets, SliverIndex(i))
			}
			var held []Sliver
			for _, i := range rng.Perm(c.n)[:v.Need(a)] {
				held = append(held, enc.Sliver(a.Other(), p.Pair(a.Other(), SliverIndex(i))))
			}
			each := len(targets) * size
			symbols := make([]byte, len(held)*each)
			if err := v.SymbolsFor(symbols, held, targets); err != nil {
				t.Fatal(err)
			}
			sources := []SourceSymbols{{Index: held[0].Index}, {Index: 65535, Data: symbols[:each]}}
			for i, s := range held {
				data := symbols[i*each : (i+1)*each]
				e, err := Expand(p, s)
				if err != nil {
					t.Fatal(err)
				}
				for k, to := range targets {
					if !bytes.Equal(data[k*size:(k+1)*size], e.Symbol(to)) {
						t.Fatalf("n=%d, %d bytes: symbol %d of %v sliver %d differs", c.n, c.size, to, s.Axis, s.Index)
					}
				}
				sources = append(sources, SourceSymbols{s.Index, data}, SourceSymbols{s.Index, data})
			}
			slivers, errs, err := v.RecoverMany(a, targets, sources)
			if err != nil {
				t.Fatal(err)
			}
			for k, to := range targets {
				if want := enc.Sliver(a, p.Pair(a, to)); errs[k] != nil || slivers[k].Index != to || !bytes.Equal(slivers[k].Data, want.Data) {
					t.Fatalf("n=%d, %d bytes: %v sliver %d: %v", c.n, c.size, a, to, errs[k])
				}
			}
			if _, _, err := v.RecoverMany(a, targets, sources[:len(sources)-2]); !errors.Is(err, ErrNotEnoughSymbols) {
				t.Errorf("too few sources: got %v", err)
			}
			// One wrong symbol spoils one sliver.
			bad := rng.IntN(len(targets))
			wrong := slices.Clone(sources[2].Data)
			wrong[bad*size] ^= 1
			sources[2].Data = wrong
			_, errs, err = v.RecoverMany(a, targets, sources)
			if err != nil {
				t.Fatal(err)
			}
			for k := range targets {
				if errors.Is(errs[k], ErrMerkleRoot) != (k == bad) || (errs[k] == nil) != (k != bad) {
					t.Errorf("n=%d: symbol %d is wrong, sliver %d: %v", c.n, bad, k, errs[k])
				}
			}
		}
	}
}

func TestRecoverManyRefuses(t *testing.T) {
	enc := fuzzBlob(10)
	p := enc.Params()
	v := NewVerifier(p, enc.Metadata())
	one := enc.Sliver(Primary, 2)
	room := make([]byte, 100)
	short := one
	short.Data = short.Data[4:]
	for name, err := range map[string]error{
		"target out of range":  second(v.RecoverMany(Primary, []SliverIndex{10}, nil)),
		"no such axis":         second(v.RecoverMany(2, []SliverIndex{1}, nil)),
		"symbol out of range":  v.SymbolsFor(room, []Sliver{one}, []SliverIndex{10}),
		"slivers of both axes": v.SymbolsFor(room, []Sliver{one, enc.Sliver(Secondary, 1)}, []SliverIndex{1}),
	} {
		if !errors.Is(err, ErrIndexOutOfRange) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	for name, err := range map[string]error{
		"short sliver": v.SymbolsFor(room, []Sliver{short}, []SliverIndex{1}),
		"no room":      v.SymbolsFor(room[:7], []Sliver{one}, []SliverIndex{1, 2}),
	} {
		if !errors.Is(err, ErrSliverSize) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if err := errors.Join(v.SymbolsFor(nil, nil, []SliverIndex{1}), v.SymbolsFor(nil, []Sliver{one}, nil),
		second(v.RecoverMany(Primary, nil, nil))); err != nil {
		t.Errorf("nothing to do: %v", err)
	}
}

// TestProvenSymbols compares with the symbols and proofs of a whole tree, and verifies them.
func TestProvenSymbols(t *testing.T) {
	for _, c := range []struct{ n, size int }{{4, 2}, {7, 8}, {31, 130}, {100, 640}, {100, 3000}, {1000, 6}} {
		for _, a := range []Axis{Primary, Secondary} {
			v, s := oneSliver(t, c.n, c.size, a, SliverIndex(c.n/3))
			e, err := Expand(v.Params(), s)
			if err != nil {
				t.Fatal(err)
			}
			var targets []SliverIndex
			for i := 0; i < c.n; i += 1 + c.n/40 {
				targets = append(targets, SliverIndex(c.n-1-i))
			}
			symbols, err := v.ProvenSymbols(s, append(targets, targets[0]))
			if err != nil || len(symbols) != len(targets)+1 {
				t.Fatal(len(symbols), err)
			}
			for i, got := range symbols[:len(targets)] {
				want := e.Recovery(targets[i])
				if !bytes.Equal(got.AppendBCS(nil), want.AppendBCS(nil)) || v.VerifyRecoverySymbol(targets[i], &got) != nil {
					t.Errorf("n=%d size=%d %v: symbol %d differs", c.n, c.size, a, targets[i])
				}
			}
			if _, err := v.ProvenSymbols(s, []SliverIndex{SliverIndex(c.n)}); !errors.Is(err, ErrIndexOutOfRange) {
				t.Errorf("target out of range: got %v", err)
			}
			s.Data[1] ^= 1
			if _, err := v.ProvenSymbols(s, targets); !errors.Is(err, ErrMerkleRoot) {
				t.Errorf("wrong sliver: got %v", err)
			}
			s.Data = s.Data[2:]
			if _, err := v.ProvenSymbols(s, targets); !errors.Is(err, ErrSliverSize) {
				t.Errorf("short sliver: got %v", err)
			}
		}
	}
}

// TestVerifySymbolsEqualsOneByOne verifies proofs, some of which are wrong in some way, together and by themselves.
func TestVerifySymbolsEqualsOneByOne(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	for _, n := range []int{4, 7, 10, 31, 100} {
		enc := fuzzBlob(n)
		p := enc.Params()
		v := NewVerifier(p, enc.Metadata())
		for _, target := range []SliverIndex{0, 1, SliverIndex(n / 2), SliverIndex(n - 1)} {
			var symbols []RecoverySymbol
			for i := range SliverIndex(n) {
				a := Axis(rng.IntN(2))
				e, err := Expand(p, enc.Sliver(a, p.Pair(a, i)))
				if err != nil {
					t.Fatal(err)
				}
				s := e.Recovery(target)
				switch rng.IntN(12) {
				case 0:
					s = e.Recovery((target + 1) % SliverIndex(n))
				case 1:
					s.Data = slices.Clone(s.Data)
					s.Data[0] ^= 1
				case 2:
					s.Proof = s.Proof[1:]
				case 3:
					s.Proof = append(slices.Clone(s.Proof), merkle.Node{})
				case 4:
					s.Index++
				case 5:
					s.Target = 2
				case 6:
					s.Data = s.Data[1:]
				case 7:
					s.Proof = slices.Clone(s.Proof)
					s.Proof[len(s.Proof)-1] = merkle.Node{}
				}
				symbols = append(symbols, s)
			}
			for i, got := range v.verifySymbols(target, symbols) {
				if want := v.VerifyRecoverySymbol(target, &symbols[i]); fmt.Sprint(got) != fmt.Sprint(want) {
					t.Errorf("n=%d, target %d, symbol %d: got %v, want %v", n, target, i, got, want)
				}
			}
		}
		if errs := v.verifySymbols(SliverIndex(n), make([]RecoverySymbol, 2)); errs[1] == nil {
			t.Error("target out of range is accepted")
		}
	}
}

func second[A, B any](_ A, _ B, err error) error { return err }

// BenchmarkRecoverPairs recovers and verifies sliver pairs from bare symbols: one at a time from the same sources, and a hundred together.
func BenchmarkRecoverPairs(b *testing.B) {
	p, _ := NewParams(1000)
	for _, size := range []int{1 << 20, 32 << 20} {
		enc, err := Encode(p, randomBlob(1, size))
		if err != nil {
			b.Fatal(err)
		}
		v := NewVerifier(p, enc.Metadata())
		for _, count := range []int{1, 10, 100} {
			var targets [2][]SliverIndex
			var sources [2][]SourceSymbols
			for _, a := range []Axis{Primary, Secondary} {
				for k := range count {
					targets[a] = append(targets[a], SliverIndex(3+9*k))
				}
				for i := range v.Need(a) {
					s := enc.Sliver(a.Other(), PairIndex(i*p.N/v.Need(a)))
					data := make([]byte, count*v.SymbolSize())
					if err := v.SymbolsFor(data, []Sliver{s}, targets[a]); err != nil {
						b.Fatal(err)
					}
					sources[a] = append(sources[a], SourceSymbols{s.Index, data})
				}
			}
			b.Run(fmt.Sprintf("size=%d/pairs=%d", size, count), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					for a := range targets {
						_, errs, err := v.RecoverMany(Axis(a), targets[a], sources[a])
						if err := errors.Join(append(errs, err)...); err != nil {
							b.Fatal(err)
						}
					}
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*count), "us/pair")
			})
		}
	}
}

// BenchmarkRecoverProven recovers one sliver from symbols with proofs.
func BenchmarkRecoverProven(b *testing.B) {
	p, _ := NewParams(1000)
	enc, err := Encode(p, randomBlob(1, 1<<20))
	if err != nil {
		b.Fatal(err)
	}
	v := NewVerifier(p, enc.Metadata())
	var symbols []RecoverySymbol
	for i := range p.K2 {
		s, err := v.ProvenSymbols(enc.Sliver(Secondary, PairIndex(i)), []SliverIndex{7})
		if err != nil {
			b.Fatal(err)
		}
		symbols = append(symbols, s...)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := v.RecoverProven(Primary, 7, symbols); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSymbolsFor makes the symbols that a node with a tenth of the shards owes another such node.
func BenchmarkSymbolsFor(b *testing.B) {
	p, _ := NewParams(1000)
	for _, size := range []int{1 << 20, 32 << 20} {
		enc, err := Encode(p, randomBlob(1, size))
		if err != nil {
			b.Fatal(err)
		}
		v := NewVerifier(p, enc.Metadata())
		for _, count := range []int{1, 100} {
			var slivers []Sliver
			var targets []SliverIndex
			for i := range count {
				slivers = append(slivers, enc.Sliver(Primary, PairIndex(10*i)))
				targets = append(targets, SliverIndex(999-9*i))
			}
			dst := make([]byte, count*count*v.SymbolSize())
			b.Run(fmt.Sprintf("size=%d/slivers=%d", size, count), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := v.SymbolsFor(dst, slivers, targets); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*count*count), "ns/symbol")
			})
		}
	}
}

// FuzzRecoverMany recovers slivers from sources of which some lie, and accepts none that is wrong.
func FuzzRecoverMany(f *testing.F) {
	f.Add(uint8(0), uint64(1), []byte{1, 2, 3})
	f.Add(uint8(2), uint64(2), []byte{})
	f.Fuzz(func(t *testing.T, shape uint8, seed uint64, lies []byte) {
		enc := fuzzBlob([]int{4, 7, 10, 31}[shape%4])
		p := enc.Params()
		v := NewVerifier(p, enc.Metadata())
		rng := rand.New(rand.NewPCG(seed, 0))
		a := Axis(rng.IntN(2))
		var targets []SliverIndex
		for _, i := range rng.Perm(p.N)[:1+rng.IntN(p.N)] {
			targets = append(targets, SliverIndex(i))
		}
		var sources []SourceSymbols
		for _, i := range rng.Perm(p.N) {
			one := enc.Sliver(a.Other(), p.Pair(a.Other(), SliverIndex(i)))
			data := make([]byte, len(targets)*v.SymbolSize())
			if err := v.SymbolsFor(data, []Sliver{one}, targets); err != nil {
				t.Fatal(err)
			}
			sources = append(sources, SourceSymbols{one.Index, data})
		}
		for i, lie := range lies {
			s := &sources[(i*7+int(lie))%len(sources)]
			switch {
			case lie%5 == 0:
				s.Index = SliverIndex(lie)
			case lie%5 == 1 && len(s.Data) > 0:
				s.Data = s.Data[1:]
			case len(s.Data) > 0:
				s.Data[int(lie)%len(s.Data)] ^= lie
			}
		}
		slivers, errs, err := v.RecoverMany(a, targets, sources)
		if err != nil {
			return
		}
		for k, got := range slivers {
			want := enc.Sliver(a, p.Pair(a, targets[k]))
			if errs[k] == nil && !bytes.Equal(got.Data, want.Data) {
				t.Fatalf("n=%d: wrong %v sliver %d accepted", p.N, a, targets[k])
			}
			if errs[k] != nil && len(lies) == 0 {
				t.Fatalf("n=%d: %v sliver %d: %v", p.N, a, targets[k], errs[k])
			}
		}
	})
}
