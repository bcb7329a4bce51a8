package redstuff

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// recoverySymbolVector is one symbol of a target. A field is given in full or as its SHA-256.
type recoverySymbolVector struct {
	Position   SliverIndex `json:"codeword_position"`
	Leaf       SliverIndex `json:"merkle_leaf_index"`
	Axis       axisName    `json:"source_axis"`
	Pair       PairIndex   `json:"source_pair_index"`
	Index      SliverIndex `json:"source_sliver_index"`
	SliverHash hexBytes    `json:"source_sliver_hash"`
	ID         string      `json:"symbol_id"`
	Proof      hexBytes    `json:"merkle_proof_bcs_hex"`
	Data       hexBytes    `json:"symbol_hex"`
	DataSum    hexBytes    `json:"symbol_sha256"`
	Either     hexBytes    `json:"either_decoding_symbol_bcs_hex"`
	EitherSum  hexBytes    `json:"either_decoding_symbol_bcs_sha256"`
	General    hexBytes    `json:"general_recovery_symbol_bcs_hex"`
	GeneralSum hexBytes    `json:"general_recovery_symbol_bcs_sha256"`
	Plain      hexBytes    `json:"recovery_symbol_bcs_hex"`
	PlainSum   hexBytes    `json:"recovery_symbol_bcs_sha256"`
}

type recoveryTargetVector struct {
	Codec     struct{ K, N int }     `json:"codec"`
	Axis      axisName               `json:"target_axis"`
	Pair      PairIndex              `json:"target_pair_index"`
	Index     SliverIndex            `json:"target_sliver_index"`
	Required  int                    `json:"symbols_required"`
	Sliver    hexBytes               `json:"expected_sliver_bcs_hex"`
	SliverSum hexBytes               `json:"expected_sliver_bcs_sha256"`
	Hash      hexBytes               `json:"expected_sliver_hash"`
	Symbols   []recoverySymbolVector `json:"symbols"`
}

func checkRecoveryVector(raw json.RawMessage) (int, error) {
	var c struct {
		N            int                    `json:"n_shards"`
		Seed         uint64                 `json:"seed"`
		Size         int                    `json:"size"`
		SymbolSize   int                    `json:"symbol_size"`
		ID           BlobID                 `json:"blob_id"`
		Metadata     hexBytes               `json:"metadata_bcs_hex"`
		MetadataSum  hexBytes               `json:"metadata_bcs_sha256"`
		Targets      []recoveryTargetVector `json:"targets"`
		Verification []struct {
			Name   string      `json:"name"`
			Note   string      `json:"note"`
			Axis   axisName    `json:"target_axis"`
			Target SliverIndex `json:"target_sliver_index"`
			Valid  bool        `json:"valid"`
			Bytes  hexBytes    `json:"bcs_hex"`
		} `json:"verification"`
	}
	if err := strict(raw, &c); err != nil {
		return 0, err
	}
	p := mustParams(c.N)
	enc, err := Encode(p, input(c.Seed, c.Size))
	if err != nil {
		return 0, err
	}
	if err := errors.Join(same("ID", enc.BlobID(), c.ID), oneOf("metadata", enc.Metadata().AppendBCS(nil), c.Metadata, c.MetadataSum),
		same("symbol size", enc.SymbolSize(), c.SymbolSize)); err != nil {
		return 0, err
	}
	v := NewVerifier(p, enc.Metadata())
	checks := 0
	for _, target := range c.Targets {
		n, err := checkRecoveryTarget(enc, v, target)
		if err != nil {
			return 0, fmt.Errorf("n=%d %v sliver %d: %w", c.N, target.Axis, target.Index, err)
		}
		checks += n
	}
	for _, w := range c.Verification {
		g, err := ParseGeneralRecoverySymbol(w.Bytes)
		if err == nil {
			err = v.VerifySymbol(w.Axis.Axis, w.Target, &g)
		}
		if (err == nil) != w.Valid {
			return 0, fmt.Errorf("%s: got %v, want valid %v", w.Name, err, w.Valid)
		}
		checks++
	}
	return checks, nil
}

func checkRecoveryTarget(enc *Encoding, v *Verifier, t recoveryTargetVector) (int, error) {
	p := enc.Params()
	axis := t.Axis.Axis
	want := enc.Sliver(axis, t.Pair)
	hash := enc.Metadata().Hashes[t.Pair].Of(axis).Hash()
	if err := errors.Join(same("k", p.Source(axis), t.Codec.K), same("n", p.N, t.Codec.N), same("required", v.Need(axis), t.Required),
		same("index", p.Index(axis, t.Pair), t.Index), oneOf("sliver", want.AppendBCS(nil), t.Sliver, t.SliverSum),
		sameBytes("hash", hash[:], t.Hash)); err != nil {
		return 0, err
	}
	for _, w := range t.Symbols {
		e, err := Expand(p, enc.Sliver(w.Axis.Axis, w.Pair))
		if err != nil {
			return 0, err
		}
		g, r, d := e.General(t.Index), e.Recovery(t.Index), e.Decoding(t.Index)
		parsed, errG := ParseGeneralRecoverySymbol(g.AppendBCS(nil))
		parsedR, errR := ParseRecoverySymbol(axis, r.AppendBCS(nil))
		root := e.Root().Hash()
		if w.SliverHash != nil {
			errR = errors.Join(errR, sameBytes("source hash", root[:], w.SliverHash))
		}
		if err := errors.Join(errG, errR,
			same("source axis", w.Axis.Axis, axis.Other()), same("source index", p.Index(axis.Other(), w.Pair), w.Index),
			same("position", r.Index, w.Position), same("leaf", g.TargetIndex, w.Leaf), same("ID", g.ID().String(), w.ID),
			sameBytes("proof", AppendProof(nil, g.Proof), w.Proof), oneOf("symbol", d.Data, w.Data, w.DataSum),
			oneOf("either", d.AppendEither(nil), w.Either, w.EitherSum), oneOf("general", g.AppendBCS(nil), w.General, w.GeneralSum),
			oneOf("recovery symbol", r.AppendBCS(nil), w.Plain, w.PlainSum),
			v.VerifySymbol(axis, t.Index, &parsed), v.VerifySymbol(axis.Other(), w.Index, &parsed),
			v.VerifyRecoverySymbol(t.Index, &parsedR)); err != nil {
			return 0, fmt.Errorf("symbol %s: %w", w.ID, err)
		}
	}
	// Any symbols will do: those of a random choice of sources, the vector's first.
	var symbols []RecoverySymbol
	var plain []DecodingSymbol
	rng := rand.New(rand.NewPCG(uint64(p.N), uint64(t.Index)))
	order := rng.Perm(p.N)
	slices.SortStableFunc(order, func(a, b int) int { return hasSource(t, b) - hasSource(t, a) })
	for _, i := range order[:t.Required] {
		e, err := Expand(p, enc.Sliver(axis.Other(), p.Pair(axis.Other(), SliverIndex(i))))
		if err != nil {
			return 0, err
		}
		symbols = append(symbols, e.Recovery(t.Index))
		plain = append(plain, e.Decoding(t.Index))
	}
	proven, errP := v.RecoverProven(axis, t.Index, symbols)
	bare, errB := v.Recover(axis, t.Index, plain)
	_, errFew := v.Recover(axis, t.Index, plain[1:])
	return len(t.Symbols) + 1, errors.Join(errP, errB,
		sameBytes("recovered", proven.AppendBCS(nil), want.AppendBCS(nil)),
		sameBytes("recovered without proofs", bare.AppendBCS(nil), want.AppendBCS(nil)),
		same("one symbol less", errors.Is(errFew, ErrNotEnoughSymbols), true))
}

func hasSource(t recoveryTargetVector, index int) int {
	for _, s := range t.Symbols {
		if int(s.Index) == index {
			return 1
		}
	}
	return 0
}

func checkInconsistencyVector(raw json.RawMessage) (int, error) {
	var c struct {
		N        int      `json:"n_shards"`
		ID       BlobID   `json:"blob_id"`
		Metadata hexBytes `json:"metadata_bcs_hex"`
		Name     string   `json:"name"`
		Note     string   `json:"note"`
		Proof    hexBytes `json:"proof_bcs_hex"`
		Result   string   `json:"result"`
		Axis     axisName `json:"target_axis"`
	}
	if err := strict(raw, &c); err != nil {
		return 0, err
	}
	p := mustParams(c.N)
	m, err := ParseMetadata(c.Metadata)
	if err != nil {
		return 0, err
	}
	if err := VerifyMetadata(p, c.ID, nil, m); err != nil {
		return 0, err
	}
	v := NewVerifier(p, m)
	proof, err := ParseInconsistencyProof(c.Axis.Axis, c.Proof)
	if err != nil {
		return 0, err
	}
	if err := sameBytes("bytes", proof.AppendBCS(nil), c.Proof); err != nil {
		return 0, err
	}
	got := "inconsistent"
	if err := v.VerifyInconsistency(&proof); err != nil {
		got = "rejected: " + rejection(err)
		if !errors.Is(err, ErrNotInconsistent) {
			return 0, fmt.Errorf("%s: %w", c.Name, err)
		}
	}
	if err := same("result", got, c.Result); err != nil {
		return 0, fmt.Errorf("n=%d %s: %w", c.N, c.Name, err)
	}
	if got == "inconsistent" { // a repairer who meets the same symbols makes the same proof
		var found *InconsistencyError
		if _, err := v.RecoverProven(c.Axis.Axis, proof.Index, proof.Symbols); !errors.As(err, &found) || !errors.Is(err, ErrBlobInvalid) {
			return 0, fmt.Errorf("%s: recovery gave %v, want a proof", c.Name, err)
		}
		if err := errors.Join(same("ID", found.ID, c.ID), sameBytes("proof", found.Proof.AppendBCS(nil), c.Proof)); err != nil {
			return 0, err
		}
	}
	return 1, nil
}

// rejection names the reason as the vectors do.
func rejection(err error) string {
	switch {
	case strings.Contains(err.Error(), "want exactly"):
		return "incorrect symbol count"
	case strings.Contains(err.Error(), "given twice"):
		return "recovery failure"
	case errors.Is(err, ErrProof), errors.Is(err, ErrIndexOutOfRange), errors.Is(err, ErrSymbolSize):
		return "invalid recovery symbols"
	}
	return "sliver not inconsistent"
}

func checkConsistencyVector(raw json.RawMessage) (int, error) {
	var c struct {
		N          int `json:"n_shards"`
		Name, Note string
		ID         BlobID     `json:"blob_id"`
		Metadata   hexBytes   `json:"metadata_bcs_hex"`
		Length     uint64     `json:"unencoded_length"`
		SymbolSize int        `json:"symbol_size"`
		Content    hexBytes   `json:"decoded_content_hex"`
		Primary    []hexBytes `json:"primary_slivers_bcs_hex"`
		Secondary  []hexBytes `json:"secondary_slivers_bcs_hex_by_sliver_index"`
		Skip       string     `json:"skip"`
		Default    string     `json:"default"`
		Strict     string     `json:"strict"`
	}
	if err := strict(raw, &c); err != nil {
		return 0, err
	}
	p := mustParams(c.N)
	m, err := ParseMetadata(c.Metadata)
	if err != nil {
		return 0, err
	}
	if err := VerifyMetadata(p, c.ID, nil, m); err != nil {
		return 0, err
	}
	v := NewVerifier(p, m)
	checks := 0
	for axis, all := range map[Axis][]hexBytes{Primary: c.Primary, Secondary: c.Secondary} {
		var good []Sliver // those that a reader would accept
		for _, b := range all {
			s, err := ParseSliver(axis, b)
			if err != nil {
				return 0, err
			}
			if v.Verify(s) == nil {
				good = append(good, s)
			}
		}
		for _, subset := range subsets(len(good), p.Need(axis)) {
			var slivers []Sliver
			for _, i := range subset {
				slivers = append(slivers, good[i])
			}
			for check, want := range map[Check]string{CheckSkip: c.Skip, CheckDefault: c.Default, CheckStrict: c.Strict} {
				got, err := decodeBothWays(p, m, slivers, check)
				result := verdict(err, map[error]string{ErrBlobInvalid: "invalid blob"})
				if err == nil {
					if err := sameBytes("content", got, c.Content); err != nil {
						return 0, err
					}
				}
				if err := same(fmt.Sprintf("%s, %v check, %v slivers %v", c.Name, check, axis, subset), result, want); err != nil {
					return 0, err
				}
				checks++
			}
		}
	}
	return checks, nil
}

// subsets returns all choices of k among n.
func subsets(n, k int) [][]int {
	if k == 0 {
		return [][]int{nil}
	}
	var out [][]int
	for last := k - 1; last < n; last++ {
		for _, s := range subsets(last, k-1) {
			out = append(out, append(slices.Clone(s), last))
		}
	}
	return out
}

func checkDecodeVector(raw json.RawMessage) (int, error) {
	var c struct {
		N          int `json:"n_shards"`
		Name, Note string
		Seed       uint64
		Size       int
		Slivers    []struct {
			Index SliverIndex `json:"index"`
			Bytes hexBytes    `json:"bcs_hex"`
		}
		Result string
		Output hexBytes `json:"output_sha256"`
	}
	if err := strict(raw, &c); err != nil {
		return 0, err
	}
	p := mustParams(c.N)
	enc, err := Encode(p, input(c.Seed, c.Size))
	if err != nil {
		return 0, err
	}
	var slivers []Sliver
	for _, w := range c.Slivers {
		s := enc.Sliver(Primary, PairIndex(w.Index))
		if w.Bytes != nil {
			s, err = ParseSliver(Primary, w.Bytes)
			if errors.Is(err, ErrSymbolSize) {
				continue // a reader drops it here, the reference in its decoder
			}
			if err != nil {
				return 1, same(c.Name, verdict(err, map[error]string{ErrMalformed: "malformed_bcs"}), c.Result)
			}
		}
		slivers = append(slivers, s)
	}
	return 1, checkDecoded(p, enc, slivers, c.Name, c.Result, c.Output)
}

// checkDecoded compares the outcome of decoding, with each check, as the slivers are good ones.
func checkDecoded(p Params, enc *Encoding, slivers []Sliver, name, result string, output []byte) error {
	if result == "decoder_failure" { // the reference lets an index out of range through; here it does not count
		result = "too_few_slivers"
	}
	for check := range CheckStrict + 1 {
		got, err := decodeBothWays(p, enc.Metadata(), slivers, check)
		if e := same(name, verdict(err, map[error]string{ErrNotEnoughSlivers: "too_few_slivers"}), result); e != nil {
			return e
		}
		if err == nil {
			if err := sameBytes(name, sha(got), output); err != nil {
				return err
			}
		}
	}
	return nil
}

func checkDecodeSecondaryVector(raw json.RawMessage) (int, error) {
	var c struct {
		N       int `json:"n_shards"`
		Name    string
		Seed    uint64
		Size    int
		Indices []SliverIndex `json:"sliver_indices"`
		Result  string
		Output  hexBytes `json:"output_sha256"`
	}
	if err := strict(raw, &c); err != nil {
		return 0, err
	}
	p := mustParams(c.N)
	enc, err := Encode(p, input(c.Seed, c.Size))
	if err != nil {
		return 0, err
	}
	var slivers []Sliver
	for _, i := range c.Indices {
		slivers = append(slivers, enc.Sliver(Secondary, p.Pair(Secondary, i)))
	}
	return 1, checkDecoded(p, enc, slivers, c.Name, c.Result, c.Output)
}
