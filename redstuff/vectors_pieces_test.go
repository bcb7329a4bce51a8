package redstuff

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"walrus/bcs"
	"walrus/merkle"
)

// axisName is an axis as it stands in the vectors.
type axisName struct{ Axis }

func (a *axisName) UnmarshalText(b []byte) (err error) {
	a.Axis, err = ParseAxis(string(b))
	return err
}

func checkExpandedVector(raw json.RawMessage) (int, error) {
	var c struct {
		N           int          `json:"n_shards"`
		Seed        uint64       `json:"seed"`
		Size        int          `json:"size"`
		SymbolSize  int          `json:"symbol_size"`
		ID          BlobID       `json:"blob_id"`
		Root        hexBytes     `json:"blob_root"`
		RowRoots    []hexBytes   `json:"row_roots"`
		ColumnRoots []hexBytes   `json:"column_roots"`
		Leaves      [][]hexBytes `json:"leaf_hashes"`
		Matrix      [][]hexBytes `json:"matrix"`
	}
	if err := strict(raw, &c); err != nil {
		return 0, err
	}
	p := mustParams(c.N)
	enc, err := Encode(p, input(c.Seed, c.Size))
	if err != nil {
		return 0, err
	}
	root := enc.Root()
	if err := errors.Join(same("ID", enc.BlobID(), c.ID), sameBytes("root", root[:], c.Root), same("symbol size", enc.SymbolSize(), c.SymbolSize)); err != nil {
		return 0, err
	}
	checks := 0
	for i := range c.N {
		row, err := Expand(p, enc.Sliver(Primary, PairIndex(i)))
		if err != nil {
			return 0, err
		}
		column, err := Expand(p, enc.Sliver(Secondary, p.Pair(Secondary, SliverIndex(i))))
		if err != nil {
			return 0, err
		}
		rowHash, columnHash := row.Root().Hash(), column.Root().Hash()
		if err := errors.Join(sameBytes("row root", rowHash[:], c.RowRoots[i]), sameBytes("column root", columnHash[:], c.ColumnRoots[i])); err != nil {
			return 0, fmt.Errorf("n=%d, %d: %w", c.N, i, err)
		}
		for j := range c.N {
			leaf := merkle.LeafHash(row.Symbol(SliverIndex(j)))
			transposed := merkle.LeafHash(column.Symbol(SliverIndex(j)))
			err := errors.Join(sameBytes("leaf", leaf[:], c.Leaves[i][j]), sameBytes("leaf of column", transposed[:], c.Leaves[j][i]))
			if c.Matrix != nil {
				err = errors.Join(err, sameBytes("symbol", row.Symbol(SliverIndex(j)), c.Matrix[i][j]))
			}
			if err != nil {
				return 0, fmt.Errorf("n=%d, symbol %d-%d: %w", c.N, i, j, err)
			}
			checks++
		}
	}
	return checks, nil
}

func checkMerkleVector(raw json.RawMessage) (int, error) {
	var c struct {
		Leaves  []hexBytes `json:"leaves_hex"`
		PathLen int        `json:"path_len"`
		Proofs  []struct {
			Index int      `json:"index"`
			Path  []string `json:"path"`
			Bytes hexBytes `json:"proof_bcs_hex"`
		} `json:"proofs"`
		Root  hexBytes `json:"root"`
		Empty bool     `json:"root_is_empty_node"`
	}
	if err := strict(raw, &c); err != nil {
		return 0, err
	}
	var leaves []merkle.Hash
	var b merkle.Builder
	for _, l := range c.Leaves {
		leaves = append(leaves, merkle.LeafHash(l))
		b.Add(merkle.LeafHash(l))
	}
	tree := merkle.NewTree(leaves)
	root := tree.Root().Hash()
	if err := errors.Join(sameBytes("root", root[:], c.Root), same("empty", tree.Root().IsEmpty(), c.Empty),
		same("built root", b.Root(), tree.Root()), same("path length", merkle.PathLen(len(leaves)), c.PathLen)); err != nil {
		return 0, err
	}
	for _, w := range c.Proofs {
		proof := tree.Proof(w.Index)
		var path []string
		for _, n := range proof {
			path = append(path, n.String())
		}
		parsed, err := ParseProof(w.Bytes)
		if err := errors.Join(err, same("path", strings.Join(path, " "), strings.Join(w.Path, " ")),
			sameBytes("proof", AppendProof(nil, proof), w.Bytes),
			same("verdict", parsed.Verify(tree.Root(), len(leaves), w.Index, leaves[w.Index]), true)); err != nil {
			return 0, fmt.Errorf("leaf %d of %d: %w", w.Index, len(leaves), err)
		}
	}
	return 1 + len(c.Proofs), nil
}

func checkMappingVector(raw json.RawMessage) (int, error) {
	var c struct {
		N        int          `json:"n_shards"`
		ID       string       `json:"blob_id"`
		Hex      hexBytes     `json:"blob_id_hex"`
		Number   string       `json:"blob_id_u256"`
		Rotation int          `json:"rotation_offset"`
		Shards   []ShardIndex `json:"shard_of_pair"`
		Pairs    []PairIndex  `json:"pair_of_shard"`
	}
	if err := strict(raw, &c); err != nil {
		return 0, err
	}
	p := mustParams(c.N)
	id, err := ParseBlobID(c.ID)
	if err := errors.Join(err, sameBytes("ID", id[:], c.Hex), same("number", littleEndian(id), c.Number),
		same("text", id.String(), c.ID), same("rotation", id.Rotation(c.N), c.Rotation)); err != nil {
		return 0, err
	}
	for i := range c.Shards {
		if err := errors.Join(same("shard", p.Shard(id, PairIndex(i)), c.Shards[i]), same("pair", p.PairOf(id, ShardIndex(i)), c.Pairs[i])); err != nil {
			return 0, fmt.Errorf("n=%d %v: %w", c.N, id, err)
		}
	}
	return len(c.Shards), nil
}

// verdict names an error of the package as the vectors do.
func verdict(err error, names map[error]string) string {
	if err == nil {
		return "ok"
	}
	for e, name := range names {
		if errors.Is(err, e) {
			return name
		}
	}
	return err.Error()
}

func checkSliverVerifyVector(raw json.RawMessage) (int, error) {
	var c struct {
		N          int      `json:"n_shards"`
		Seed       uint64   `json:"seed"`
		Size       uint64   `json:"size"`
		SymbolSize int      `json:"symbol_size"`
		ID         BlobID   `json:"blob_id"`
		Metadata   hexBytes `json:"metadata_bcs_hex"`
		Slivers    []struct {
			Axis   axisName    `json:"axis"`
			Name   string      `json:"name"`
			Pair   PairIndex   `json:"pair_index"`
			Index  SliverIndex `json:"sliver_index"`
			Result string      `json:"result"`
			Bytes  hexBytes    `json:"sliver_bcs_hex"`
			Hash   hexBytes    `json:"sliver_hash"`
		} `json:"slivers"`
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
	names := map[error]string{ErrIndexOutOfRange: "index out of range", ErrSliverSize: "wrong sliver length",
		ErrSymbolSize: "wrong symbol size", ErrMerkleRoot: "wrong hash"}
	for _, w := range c.Slivers {
		s, err := ParseSliver(w.Axis.Axis, w.Bytes)
		if err == nil {
			err = v.Verify(s)
		}
		got := verdict(err, names)
		// A length that is no multiple of the symbol size is refused while parsing already.
		if errors.Is(err, ErrMalformed) && (w.Result == "malformed" || !errors.Is(err, ErrSymbolSize)) {
			got = "malformed"
		}
		if err := same("result", got, w.Result); err != nil {
			return 0, fmt.Errorf("%v %s: %w", w.Axis, w.Name, err)
		}
		if w.Result != "ok" {
			continue
		}
		e, err := Expand(p, s)
		if err != nil {
			return 0, err
		}
		hash := e.Root().Hash()
		if err := errors.Join(sameBytes("bytes", s.AppendBCS(nil), w.Bytes), same("length", SliverBCSLen(len(s.Data)), len(w.Bytes)),
			sameBytes("hash", hash[:], w.Hash), same("index", s.Index, w.Index), same("symbol size", s.SymbolSize, c.SymbolSize),
			v.VerifyAt(w.Axis.Axis, w.Pair, s)); err != nil {
			return 0, fmt.Errorf("%v %s: %w", w.Axis, w.Name, err)
		}
	}
	return len(c.Slivers), nil
}

func checkMetadataVerifyVector(raw json.RawMessage) (int, error) {
	var c struct {
		N      int      `json:"n_shards"`
		Name   string   `json:"name"`
		Note   string   `json:"note"`
		Want   BlobID   `json:"requested_blob_id"`
		Result string   `json:"result"`
		Bytes  hexBytes `json:"metadata_with_id_bcs_hex"`
	}
	if err := strict(raw, &c); err != nil {
		return 0, err
	}
	p := mustParams(c.N)
	id, m, err := ParseMetadataWithID(c.Bytes)
	if err == nil {
		err = VerifyMetadata(p, c.Want, &id, m)
	}
	got := verdict(err, map[error]string{ErrMalformed: "malformed", ErrUnsupportedEncoding: "malformed",
		ErrHashCount: "wrong number of hashes", ErrDataTooLarge: "length too large", ErrBlobIDMismatch: "blob ID mismatch"})
	if errors.Is(err, ErrBlobIDMismatch) && m.BlobID() == id {
		got = "not the requested blob"
	}
	if err := same("result", got, c.Result); err != nil {
		return 0, fmt.Errorf("%s: %w", c.Name, err)
	}
	if m != nil {
		if err := sameBytes("bytes", AppendMetadataWithID(nil, id, m), c.Bytes); err != nil {
			return 0, fmt.Errorf("%s: %w", c.Name, err)
		}
	}
	return 1, nil
}

// containerForms reads and writes each type of containers.json.
var containerForms = map[string]func([]byte) ([]byte, error){
	"Sliver": func(b []byte) ([]byte, error) {
		s, err := ParseSliverEnum(b)
		return AppendSliver(nil, &s), err
	},
	"SliverPair": func(b []byte) ([]byte, error) {
		p, s, err := ParseSliverPair(b)
		return AppendSliverPair(nil, &p, &s), err
	},
	"RecoverySymbolPair": func(b []byte) ([]byte, error) {
		p, err := ParseRecoverySymbolPair(b)
		return p.AppendBCS(nil), err
	},
	"vector<GeneralRecoverySymbol>": func(b []byte) ([]byte, error) {
		s, err := ParseGeneralRecoverySymbols(b)
		return AppendGeneralRecoverySymbols(nil, s), err
	},
	"InconsistencyProof enum": func(b []byte) ([]byte, error) {
		p, err := ParseInconsistencyProofEnum(b)
		return p.AppendEnum(nil), err
	},
	"SyncShardResponse": func(b []byte) ([]byte, error) {
		s, err := ParseShardEntries(b)
		return AppendShardEntries(nil, s), err
	},
	"map<u16, vector<EitherDecodingSymbol>>": func(b []byte) ([]byte, error) {
		m, err := ParseDecodingSymbols(b)
		return m.AppendBCS(nil), err
	},
}

func checkContainerVector(raw json.RawMessage) (int, error) {
	var c struct {
		Type, Value string
		Bytes       hexBytes `json:"bcs_hex"`
	}
	if err := strict(raw, &c); err != nil {
		return 0, err
	}
	if c.Type == "SymbolId" { // the value is its text
		id, err := ParseSymbolID(c.Value)
		r := bcs.NewReader(c.Bytes)
		read := SymbolID{Primary: SliverIndex(r.U16()), Secondary: SliverIndex(r.U16())}
		return 1, errors.Join(err, r.Finish(), sameBytes(c.Type, id.AppendBCS(nil), c.Bytes), same("read", read, id), same("text", id.String(), c.Value))
	}
	form := containerForms[c.Type]
	if form == nil {
		return 0, fmt.Errorf("no reader for %s", c.Type)
	}
	got, err := form(c.Bytes)
	if err := errors.Join(err, sameBytes(c.Type, got, c.Bytes)); err != nil {
		return 0, err
	}
	for cut := range c.Bytes { // every shorter form is refused
		if _, err := form(c.Bytes[:cut]); !errors.Is(err, ErrMalformed) {
			return 0, fmt.Errorf("%s cut to %d bytes: got %v, want %v", c.Type, cut, err, ErrMalformed)
		}
	}
	if _, err := form(append(c.Bytes, 0)); !errors.Is(err, ErrMalformed) {
		return 0, fmt.Errorf("%s with a trailing byte: got %v", c.Type, err)
	}
	return 1, nil
}
