package redstuff

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"walrus/merkle"
)

// input is the generator of the vectors' data: SplitMix64, words written little endian.
func input(seed uint64, n int) []byte {
	out := make([]byte, 0, n+8)
	for len(out) < n {
		seed += 0x9E3779B97F4A7C15
		z := seed
		z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
		z = (z ^ z>>27) * 0x94D049BB133111EB
		out = binary.LittleEndian.AppendUint64(out, z^z>>31)
	}
	return out[:n]
}

// hexBytes is a byte string written in hex in JSON.
type hexBytes []byte

func (h *hexBytes) UnmarshalText(b []byte) (err error) {
	*h, err = hex.DecodeString(string(b))
	return err
}

func sha(b []byte) []byte {
	s := sha256.Sum256(b)
	return s[:]
}

// A vectorReader checks one case of a file and reports how many checks, that is cases of the file's inner
// lists, it made; 1 if there are none.
type vectorReader func(raw json.RawMessage) (cases int, err error)

// vectorReaders names the reader of every file by the start of its name. A file without one fails the test.
var vectorReaders = map[string]vectorReader{
	"params.json":              checkParamsVectors,
	"encode_":                  checkEncodeVector,
	"expanded.json":            checkExpandedVector,
	"merkle.json":              checkMerkleVector,
	"mapping.json":             checkMappingVector,
	"recovery.json":            checkRecoveryVector,
	"recovery_large.json":      checkRecoveryVector,
	"inconsistency.json":       checkInconsistencyVector,
	"inconsistency_large.json": checkInconsistencyVector,
	"consistency.json":         checkConsistencyVector,
	"decode.json":              checkDecodeVector,
	"decode_secondary.json":    checkDecodeSecondaryVector,
	"sliver_verify.json":       checkSliverVerifyVector,
	"metadata_verify.json":     checkMetadataVerifyVector,
	"containers.json":          checkContainerVector,
}

// TestVectors runs every case of every vector file.
func TestVectors(t *testing.T) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) < 22 {
		t.Fatalf("%d vector files, want at least 22 (%v)", len(files), err)
	}
	passed, present, checks := 0, 0, 0
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			read := vectorReaders[name]
			if strings.HasPrefix(name, "encode_") {
				read = vectorReaders["encode_"]
			}
			if read == nil {
				t.Fatalf("no reader for vector file %s", name)
			}
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			cases := []json.RawMessage{raw} // params.json is one object
			if raw[0] == '[' {
				if err := json.Unmarshal(raw, &cases); err != nil {
					t.Fatal(err)
				}
			}
			good, inner := 0, 0
			for i, c := range cases {
				n, err := read(c)
				if err != nil {
					t.Errorf("case %d: %v", i, err)
					continue
				}
				good, inner = good+1, inner+n
			}
			t.Logf("%s: %d of %d cases passed, %d checks", name, good, len(cases), inner)
			passed, present, checks = passed+good, present+len(cases), checks+inner
		})
	}
	t.Logf("redstuff vectors: %d of %d cases passed, %d checks in them", passed, present, checks)
}

// strict reads a case; a field that nobody looks at is an error.
func strict(raw json.RawMessage, v any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	return d.Decode(v)
}

func same[T comparable](what string, got, want T) error {
	if got != want {
		return fmt.Errorf("%s: got %v, want %v", what, got, want)
	}
	return nil
}

func sameBytes(what string, got, want []byte) error {
	if !bytes.Equal(got, want) {
		return fmt.Errorf("%s: got %.48x, want %.48x", what, got, want)
	}
	return nil
}

// oneOf compares with a value given in full, or with its hash.
func oneOf(what string, got, full, sum []byte) error {
	if full == nil && sum == nil {
		return fmt.Errorf("%s: the vector has no value", what)
	}
	if full != nil {
		return sameBytes(what, got, full)
	}
	return sameBytes("hash of "+what, sha(got), sum)
}

func mustParams(n int) Params {
	p, err := NewParams(n)
	if err != nil {
		panic(err)
	}
	return p
}

func checkParamsVectors(raw json.RawMessage) (int, error) {
	var doc struct {
		Counts []struct {
			N           int    `json:"n_shards"`
			F           int    `json:"f"`
			K1          int    `json:"primary_source_symbols"`
			K2          int    `json:"secondary_source_symbols"`
			Symbols     uint64 `json:"source_symbols_per_blob"`
			MaxBlob     uint64 `json:"max_blob_size"`
			MaxPrimary  int    `json:"max_primary_sliver_len"`
			MaxSecond   int    `json:"max_secondary_sliver_len"`
			PathLen     int    `json:"merkle_path_len"`
			MetadataLen uint64 `json:"metadata_length_for_pricing"`
			MinCorrect  int    `json:"min_n_correct"`
			Quorum      int    `json:"quorum_2f_plus_1"`
			Validity    int    `json:"validity_f_plus_1"`
			OneCorrect  int    `json:"contract_one_correct_min_weight"`
			QuorumMin   int    `json:"contract_quorum_min_weight"`
		} `json:"shard_counts"`
		Sizes []struct {
			N         int    `json:"n_shards"`
			Length    uint64 `json:"unencoded_length"`
			Error     string `json:"error"`
			Symbol    int    `json:"symbol_size"`
			Primary   int    `json:"primary_sliver_len"`
			Secondary int    `json:"secondary_sliver_len"`
			Encoded   uint64 `json:"encoded_length"`
			Units     uint64 `json:"storage_units_mib"`
		} `json:"sizes"`
	}
	if err := strict(raw, &doc); err != nil {
		return 0, err
	}
	for _, c := range doc.Counts {
		p := dimensions(c.N) // the formulas hold beyond the largest supported n
		if got, err := NewParams(c.N); (err == nil) != (c.N <= MaxShards) || err == nil && got != p {
			return 0, fmt.Errorf("n=%d: got %v, %v", c.N, got, err)
		}
		if err := errors.Join(
			same("f", p.F, c.F), same("k1", p.K1, c.K1), same("k2", p.K2, c.K2),
			same("symbols", p.sourceSymbols(), c.Symbols), same("max blob", p.MaxBlobSize(), c.MaxBlob),
			same("max primary", p.SliverSize(Primary, MaxSymbolSize), c.MaxPrimary),
			same("max secondary", p.SliverSize(Secondary, MaxSymbolSize), c.MaxSecond),
			same("path", merkle.PathLen(c.N), c.PathLen), same("metadata length", p.MetadataLength(), c.MetadataLen),
			same("correct shards", p.N-p.F, c.MinCorrect), same("quorum", 2*p.F+1, c.Quorum),
			same("validity", p.F+1, c.Validity),
			same("one correct", p.N/3+1, c.OneCorrect), same("quorum weight", 2*p.N/3+1, c.QuorumMin),
		); err != nil {
			return 0, fmt.Errorf("n=%d: %w", c.N, err)
		}
	}
	for _, c := range doc.Sizes {
		p := dimensions(c.N)
		s, err := p.SymbolSize(c.Length)
		encoded, errLen := p.EncodedLength(c.Length)
		if c.Error != "" {
			if c.Error != "data too large" || !errors.Is(err, ErrDataTooLarge) || !errors.Is(errLen, ErrDataTooLarge) {
				return 0, fmt.Errorf("n=%d length=%d: got %v and %v, want %s", c.N, c.Length, err, errLen, c.Error)
			}
			continue
		}
		if err := errors.Join(err, errLen,
			same("symbol size", s, c.Symbol), same("primary", p.SliverSize(Primary, s), c.Primary),
			same("secondary", p.SliverSize(Secondary, s), c.Secondary), same("encoded", encoded, c.Encoded),
			same("units", (encoded+1<<20-1)>>20, c.Units),
		); err != nil {
			return 0, fmt.Errorf("n=%d length=%d: %w", c.N, c.Length, err)
		}
	}
	return len(doc.Counts) + len(doc.Sizes), nil
}

func checkEncodeVector(raw json.RawMessage) (int, error) {
	var c struct {
		N              int        `json:"n_shards"`
		Seed           uint64     `json:"seed"`
		Size           int        `json:"size"`
		Error          string     `json:"error"`
		MaxBlob        uint64     `json:"max_blob_size"`
		Input          hexBytes   `json:"input_hex"`
		InputSum       hexBytes   `json:"input_sha256"`
		SymbolSize     int        `json:"symbol_size"`
		PrimaryLen     int        `json:"primary_sliver_len"`
		SecondaryLen   int        `json:"secondary_sliver_len"`
		ID             string     `json:"blob_id"`
		IDHex          hexBytes   `json:"blob_id_hex"`
		IDNumber       string     `json:"blob_id_u256"`
		Root           hexBytes   `json:"root_hash"`
		Metadata       hexBytes   `json:"metadata_bcs_hex"`
		MetadataLen    int        `json:"metadata_bcs_len"`
		MetadataSum    hexBytes   `json:"metadata_bcs_sha256"`
		MetadataIDSum  hexBytes   `json:"metadata_with_id_bcs_sha256"`
		EncodedLength  uint64     `json:"encoded_length"`
		Rotation       int        `json:"rotation_offset"`
		PrimarySums    []hexBytes `json:"primary_sliver_bcs_sha256_by_pair"`
		SecondarySums  []hexBytes `json:"secondary_sliver_bcs_sha256_by_pair"`
		PrimaryBytes   []hexBytes `json:"primary_sliver_bcs_hex_by_pair"`
		SecondaryBytes []hexBytes `json:"secondary_sliver_bcs_hex_by_pair"`
	}
	if err := strict(raw, &c); err != nil {
		return 0, err
	}
	p := mustParams(c.N)
	blob := input(c.Seed, c.Size)
	enc, err := Encode(p, blob)
	if c.Error != "" {
		if c.Error != "data too large" || !errors.Is(err, ErrDataTooLarge) {
			return 0, fmt.Errorf("n=%d size=%d: got %v, want %s", c.N, c.Size, err, c.Error)
		}
		return 1, same("largest blob", p.MaxBlobSize(), c.MaxBlob)
	}
	if err != nil {
		return 0, err
	}
	id := enc.BlobID()
	root := enc.Root()
	meta := enc.Metadata().AppendBCS(nil)
	encoded, err := p.EncodedLength(uint64(c.Size))
	only, errOnly := ComputeMetadata(p, blob)
	if err := errors.Join(err, errOnly,
		sameBytes("input", sha(blob), c.InputSum),
		same("symbol size", enc.SymbolSize(), c.SymbolSize),
		same("primary length", p.SliverSize(Primary, enc.SymbolSize()), c.PrimaryLen),
		same("secondary length", p.SliverSize(Secondary, enc.SymbolSize()), c.SecondaryLen),
		same("blob ID", id.String(), c.ID), sameBytes("blob ID", id[:], c.IDHex), same("number", littleEndian(id), c.IDNumber),
		sameBytes("root", root[:], c.Root), same("metadata length", len(meta), c.MetadataLen),
		oneOf("metadata", meta, c.Metadata, c.MetadataSum),
		sameBytes("metadata with ID", sha(AppendMetadataWithID(nil, id, enc.Metadata())), c.MetadataIDSum),
		same("encoded length", encoded, c.EncodedLength), same("rotation", id.Rotation(c.N), c.Rotation),
		sameBytes("metadata alone", only.AppendBCS(nil), meta),
	); err != nil {
		return 0, fmt.Errorf("n=%d size=%d: %w", c.N, c.Size, err)
	}
	v := NewVerifier(p, enc.Metadata())
	checks := 1
	for _, axis := range []Axis{Primary, Secondary} {
		sums, full := c.PrimarySums, c.PrimaryBytes
		if axis == Secondary {
			sums, full = c.SecondarySums, c.SecondaryBytes
		}
		for q, sum := range sums {
			s := enc.Sliver(axis, PairIndex(q))
			b := s.AppendBCS(nil)
			var whole []byte
			if full != nil {
				whole = full[q]
			}
			if err := oneOf("sliver", b, whole, sum); err != nil {
				return 0, fmt.Errorf("n=%d size=%d %v pair %d: %w", c.N, c.Size, axis, q, err)
			}
			if err := sameBytes("hash of sliver", sha(b), sum); err != nil {
				return 0, err
			}
			if q%max(1, p.N/16) == 0 { // verifying all of the largest ones would take most of the test's time
				if err := v.VerifyAt(axis, PairIndex(q), s); err != nil {
					return 0, err
				}
			}
			checks++
		}
	}
	return checks, nil
}

// littleEndian returns the ID as the decimal number that contracts of the reference use.
func littleEndian(id BlobID) string {
	b := slices.Clone(id[:])
	slices.Reverse(b)
	return new(big.Int).SetBytes(b).String()
}
