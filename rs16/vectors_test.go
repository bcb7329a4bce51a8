package rs16_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"walrus/rs16"
)

// stream is the generator of the vectors' data: SplitMix64, words written little endian.
func stream(seed uint64, n int) []byte {
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

func sum(b ...[]byte) []byte {
	h := sha256.New()
	for _, p := range b {
		h.Write(p)
	}
	return h.Sum(nil)
}

func u16le(v []uint16) []byte {
	var b []byte
	for _, x := range v {
		b = binary.LittleEndian.AppendUint16(b, x)
	}
	return b
}

// A reader checks one case of a vector file.
type reader func(t *testing.T, raw json.RawMessage) error

// readers names the reader of every file. A file without one fails the test.
var readers = map[string]reader{
	"field.json":              checkField,
	"transform.json":          checkTransform,
	"derivative-locator.json": checkDerivativeLocator,
	"generator.json":          checkGenerator,
	"params.json":             checkParams,
	"encode-tiny.json":        checkEncodeTiny,
	"encode.json":             checkEncode,
	"decode.json":             checkDecode,
	"oracle-blob.json":        checkOracleBlob,
	"oracle-decode.json":      checkOracleDecode,
}

// TestVectors runs every case of every vector file, on the fastest version that this processor has. A short run, as under an emulator, leaves out the largest blobs.
func TestVectors(t *testing.T) {
	defer func(v int) { maxOracleBlob = v }(maxOracleBlob)
	if testing.Short() {
		maxOracleBlob = 1 << 20
	}
	runVectors(t, "rs vectors")
}

// TestVectorsPlain runs them on the plain version, but for the largest blobs.
func TestVectorsPlain(t *testing.T) {
	defer func(v int) { maxOracleBlob = v }(maxOracleBlob)
	maxOracleBlob = 1 << 20
	rs16.Plain(func() { runVectors(t, "rs vectors, plain version") })
}

// maxOracleBlob is the length in bytes from which checkOracleBlob leaves a case out.
var maxOracleBlob = math.MaxInt

// errLeftOut says that a case was left out.
var errLeftOut = errors.New("left out")

func runVectors(t *testing.T, title string) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) < len(readers) {
		t.Fatalf("%d vector files, want %d (%v)", len(files), len(readers), err)
	}
	passed, leftOut, present := 0, 0, 0
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			read, ok := readers[name]
			if !ok {
				t.Fatalf("no reader for vector file %s", name)
			}
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var doc struct{ Cases []json.RawMessage }
			if err := json.Unmarshal(raw, &doc); err != nil {
				t.Fatal(err)
			}
			good := 0
			for i, c := range doc.Cases {
				switch err := read(t, c); {
				case errors.Is(err, errLeftOut):
					leftOut++
				case err != nil:
					t.Errorf("case %d: %v", i, err)
				default:
					good++
				}
			}
			t.Logf("%s: %d of %d cases passed", name, good, len(doc.Cases))
			passed, present = passed+good, present+len(doc.Cases)
		})
	}
	t.Logf("%s: %d of %d cases passed, %d left out", title, passed, present, leftOut)
}

// decode reads a case strictly: a field nobody looks at is an error.
func decode(raw json.RawMessage, v any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	return d.Decode(v)
}

func want[T comparable](what string, got, want T) error {
	if got != want {
		return fmt.Errorf("%s: got %v, want %v", what, got, want)
	}
	return nil
}

func wantBytes(what string, got, want []byte) error {
	if !bytes.Equal(got, want) {
		return fmt.Errorf("%s: got %.40x, want %.40x", what, got, want)
	}
	return nil
}

// first returns the first error.
func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func checkField(t *testing.T, raw json.RawMessage) error {
	var c struct {
		CantorBasis     []uint16 `json:"cantor_basis"`
		Polynomial      int      `json:"polynomial"`
		Exp             hexBytes `json:"exp_u16le_sha256"`
		ExpSamples      [][2]int `json:"exp_samples"`
		Log             hexBytes `json:"log_u16le_sha256"`
		LogSamples      [][2]int `json:"log_samples"`
		Skew            hexBytes `json:"skew_u16le_sha256"`
		SkewSamples     [][2]int `json:"skew_samples"`
		LogWalsh        hexBytes `json:"logwalsh_mod65535_u16le_sha256"`
		LogWalshSamples [][2]int `json:"logwalsh_samples_mod65535"`
		Mul             [][3]int `json:"mul"`
		Inv             [][2]int `json:"inv"`
	}
	if err := decode(raw, &c); err != nil {
		return err
	}
	exp, log := rs16.FieldTables()
	skew := make([]uint16, 65535)
	for j := range skew {
		skew[j] = rs16.Skew(j)
	}
	walsh := rs16.LogWalsh()
	for i, v := range walsh {
		walsh[i] = v % 65535
	}
	for _, m := range c.Mul {
		if err := want(fmt.Sprint("product of ", m[:2]), int(rs16.Mul(uint16(m[0]), uint16(m[1]))), m[2]); err != nil {
			return err
		}
	}
	for _, m := range c.Inv {
		if err := want(fmt.Sprint("inverse of ", m[0]), int(rs16.Inv(uint16(m[0]))), m[1]); err != nil {
			return err
		}
	}
	for _, s := range []struct {
		name    string
		table   []uint16
		sum     []byte
		samples [][2]int
	}{
		{"exp", exp[:], c.Exp, c.ExpSamples},
		{"log", log[:], c.Log, c.LogSamples},
		{"skew", skew, c.Skew, c.SkewSamples},
		{"log-walsh", walsh, c.LogWalsh, c.LogWalshSamples},
	} {
		for _, p := range s.samples {
			if err := want(fmt.Sprintf("%s[%d]", s.name, p[0]), int(s.table[p[0]]), p[1]); err != nil {
				return err
			}
		}
		if err := wantBytes(s.name, sum(u16le(s.table)), s.sum); err != nil {
			return err
		}
	}
	if !slices.Equal(c.CantorBasis, rs16.Basis()) {
		return fmt.Errorf("basis: got %v, want %v", rs16.Basis(), c.CantorBasis)
	}
	return nil
}

func checkTransform(t *testing.T, raw json.RawMessage) error {
	var c struct {
		Kind          string
		Size          int
		Truncated     int
		SkewDelta     int `json:"skew_delta"`
		Input, Output []uint16
	}
	if err := decode(raw, &c); err != nil {
		return err
	}
	in := make([]uint16, c.Size)
	copy(in, c.Input)
	got := rs16.Transform(c.Kind == "ifft", in, c.Truncated, c.SkewDelta)[:len(c.Output)]
	if !slices.Equal(got, c.Output) {
		return fmt.Errorf("%s of %d rows: got %v, want %v", c.Kind, c.Size, got, c.Output)
	}
	return nil
}

func checkDerivativeLocator(t *testing.T, raw json.RawMessage) error {
	var c struct {
		Kind          string
		N             int
		Input, Output []uint16
		Erased        []int
		Locator       []uint16 `json:"log_locator_mod65535"`
	}
	if err := decode(raw, &c); err != nil {
		return err
	}
	if c.Kind == "locator" {
		got := rs16.Locator(c.N, c.Erased)
		for i := range got {
			got[i] %= 65535
		}
		if !slices.Equal(got, c.Locator) {
			return fmt.Errorf("locator of %v: got %v, want %v", c.Erased, got, c.Locator)
		}
		return nil
	}
	for limit := 1; limit <= len(c.Input); limit++ { // every pruned form is a prefix of the full one
		if got := rs16.Derivative(c.Input, limit); !slices.Equal(got, c.Output[:limit]) {
			return fmt.Errorf("derivative, %d rows: got %v, want %v", limit, got, c.Output[:limit])
		}
	}
	return nil
}

func checkGenerator(t *testing.T, raw json.RawMessage) error {
	var c struct {
		K, N     int
		HighRate bool `json:"high_rate"`
		Matrix   [][]uint16
		FirstRow []uint16 `json:"first_row_prefix"`
		LastRow  []uint16 `json:"last_row_prefix"`
		Sum      hexBytes `json:"matrix_rowmajor_u16le_sha256"`
	}
	if err := decode(raw, &c); err != nil {
		return err
	}
	code, err := rs16.New(c.K, c.N)
	if err != nil {
		return err
	}
	rows := make([][]uint16, c.N-c.K)
	h := sha256.New()
	for j := range rows {
		rows[j] = make([]uint16, c.K)
		for i := range rows[j] {
			rows[j][i] = code.Coefficient(j, i)
		}
		h.Write(u16le(rows[j]))
	}
	high, _, _, _ := code.Shape()
	if err := want("high rate", high, c.HighRate); err != nil {
		return err
	}
	if c.Matrix != nil {
		if !slices.EqualFunc(rows, c.Matrix, slices.Equal) {
			return fmt.Errorf("matrix: got %v, want %v", rows, c.Matrix)
		}
		return nil
	}
	last := rows[len(rows)-1]
	if !slices.Equal(rows[0][:len(c.FirstRow)], c.FirstRow) || !slices.Equal(last[:len(c.LastRow)], c.LastRow) {
		return fmt.Errorf("matrix %d of %d: edge rows differ", c.K, c.N)
	}
	return wantBytes("matrix", h.Sum(nil), c.Sum)
}

// encode returns the repair symbols of one codeword.
func encode(k, n, size int, data []byte) ([]byte, error) {
	code, err := rs16.New(k, n)
	if err != nil {
		return nil, err
	}
	repair := make([]byte, (n-k)*size)
	return repair, code.Expand(repair, data, size)
}

func checkEncodeTiny(t *testing.T, raw json.RawMessage) error {
	var c struct {
		K, N             int
		HighRate         bool `json:"high_rate"`
		Seed             uint64
		Pattern          string
		SymbolSize       int `json:"symbol_size"`
		Source, Recovery []hexBytes
	}
	if err := decode(raw, &c); err != nil {
		return err
	}
	var data, repair []byte
	for _, s := range c.Source {
		data = append(data, s...)
	}
	for _, s := range c.Recovery {
		repair = append(repair, s...)
	}
	if c.Pattern == "" {
		if err := wantBytes("source", stream(c.Seed, c.K*c.SymbolSize), data); err != nil {
			return err
		}
	}
	got, err := encode(c.K, c.N, c.SymbolSize, data)
	return first(err, wantBytes("repair", got, repair))
}

func checkEncode(t *testing.T, raw json.RawMessage) error {
	var c struct {
		K, N       int
		HighRate   bool `json:"high_rate"`
		Seed       uint64
		SymbolSize int      `json:"symbol_size"`
		All        hexBytes `json:"all_symbols_sha256"`
		Recovery   hexBytes `json:"recovery_sha256"`
		First      hexBytes `json:"first_recovery_prefix"`
		Last       hexBytes `json:"last_recovery_prefix"`
	}
	if err := decode(raw, &c); err != nil {
		return err
	}
	data := stream(c.Seed, c.K*c.SymbolSize)
	got, err := encode(c.K, c.N, c.SymbolSize, data)
	if err != nil {
		return err
	}
	last := got[len(got)-c.SymbolSize:]
	return first(
		wantBytes("first repair symbol", got[:len(c.First)], c.First),
		wantBytes("last repair symbol", last[:len(c.Last)], c.Last),
		wantBytes("repair symbols", sum(got), c.Recovery),
		wantBytes("all symbols", sum(data, got), c.All))
}

func checkDecode(t *testing.T, raw json.RawMessage) error {
	var c struct {
		Kind, Mode string
		K, N       int
		Seed       uint64
		SymbolSize int `json:"symbol_size"`
		Kept       []int
		Symbols    []hexBytes `json:"kept_symbols"`
		Decoded    []hexBytes
		Sum        hexBytes `json:"decoded_sha256"`
	}
	if err := decode(raw, &c); err != nil {
		return err
	}
	size := c.SymbolSize
	source := stream(c.Seed, c.K*size)
	wanted := []byte(c.Sum)
	symbols := make([][]byte, c.N)
	switch c.Kind {
	case "codeword", "codeword_full":
		repair, err := encode(c.K, c.N, size, source)
		if err != nil {
			return err
		}
		all := append(slices.Clone(source), repair...)
		for t, i := range c.Kept {
			symbols[i] = all[i*size : (i+1)*size]
			if c.Symbols != nil && !bytes.Equal(c.Symbols[t], symbols[i]) {
				return fmt.Errorf("symbol %d: got %x, want %x", i, symbols[i], c.Symbols[t])
			}
		}
		if c.Decoded != nil {
			h := sha256.New()
			for _, d := range c.Decoded {
				h.Write(d)
			}
			wanted = h.Sum(nil)
		}
	default: // arbitrary contents, which are a codeword of something if there are k of them
		source = nil
		data := stream(c.Seed, len(c.Kept)*size)
		for t, i := range c.Kept {
			symbols[i] = data[t*size : (t+1)*size]
		}
	}
	got, err := restore(c.K, c.N, size, c.Kept, symbols)
	if err != nil {
		return err
	}
	if source != nil {
		if err := wantBytes("source", got, source); err != nil {
			return err
		}
	}
	return wantBytes("decoded", sum(got), wanted)
}

// restore decodes one codeword.
func restore(k, n, size int, kept []int, symbols [][]byte) ([]byte, error) {
	code, err := rs16.New(k, n)
	if err != nil {
		return nil, err
	}
	d, err := code.Decoder(kept)
	if err != nil {
		return nil, err
	}
	out := make([]byte, k*size)
	dst := rs16.Rows{Row: make([][]byte, k), Stride: size}
	for i := range dst.Row {
		dst.Row[i] = out[i*size : (i+1)*size]
		copy(dst.Row[i], symbols[i])
	}
	err = d.Restore(dst, rs16.Rows{Row: symbols, Stride: size}, size, 0, 1)
	return out, err
}
