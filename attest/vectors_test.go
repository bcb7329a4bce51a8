package attest

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"walrus/bls"
)

// readers has one function for every vector file; it runs all cases.
var readers = map[string]func(*tally, []byte){
	"messages/messages.json":             messageVectors,
	"messages/messages_more.json":        messageVectors,
	"messages/message_verify.json":       verifyVectors,
	"messages/pop_verify.json":           registrationVectors,
	"messages/sync_shard_http.json":      syncShardVectors,
	"messages/thresholds.json":           thresholdVectors,
	"messages/certificates.json":         certificateVectors,
	"messages/certificates_large.json":   certificateVectors,
	"controlplane/messages.json":         contractMessageVectors,
	"controlplane/certificates.json":     contractCertificateVectors,
	"controlplane/quorum.json":           contractQuorumVectors,
	"attestations/ids.json":              idVectors,
	"attestations/trees.json":            treeVectors,
	"attestations/messages.json":         statementVectors,
	"attestations/leaves.json":           leafVectors,
	"attestations/batches.json":          batchVectors,
	"attestations/possession.json":       possessionVectors,
	"attestations/certificates.json":     ownCertificateVectors,
	"attestations/bad_certificates.json": badCertificateVectors,
}

// A tally counts the cases of one file.
type tally struct {
	*testing.T
	present, passed int
}

// run runs one case as a subtest.
func (y *tally) run(name string, f func(*testing.T)) {
	y.present++
	if y.T.Run(name, f) {
		y.passed++
	}
}

func TestVectors(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.json")
	if err != nil || len(files) != len(readers) {
		t.Errorf("%d vector files for %d readers (%v)", len(files), len(readers), err)
	}
	for _, path := range files {
		name := strings.TrimPrefix(filepath.ToSlash(path), "testdata/")
		t.Run(name, func(t *testing.T) {
			read := readers[name]
			if read == nil {
				t.Fatal("no reader for this vector file")
			}
			y := &tally{T: t}
			read(y, readFile(t, path))
			t.Logf("%d cases passed of %d present", y.passed, y.present)
			if y.present == 0 {
				t.Error("no cases")
			}
		})
	}
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func decodeJSON[T any](t testing.TB, b []byte) (v T) {
	t.Helper()
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// hexBytes is bytes that a vector file has as hex, with or without 0x.
type hexBytes []byte

func (h *hexBytes) UnmarshalText(b []byte) (err error) {
	*h, err = hex.DecodeString(strings.TrimPrefix(string(b), "0x"))
	return err
}

// array copies into an array of the exact size.
func array[A [20]byte | [32]byte | [48]byte | [96]byte](t testing.TB, b []byte) (a A) {
	t.Helper()
	if n := binary.Size(a); len(b) != n {
		t.Fatalf("%d bytes, want %d", len(b), n)
	}
	if _, err := binary.Decode(b, binary.LittleEndian, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// blobText is a blob ID in the text form of the reference.
func blobText(t testing.TB, s string) [32]byte {
	t.Helper()
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return array[[32]byte](t, b)
}

// input is the generator of deterministic bytes that all vectors use: SplitMix64, little endian words.
func input(seed uint64, size int) []byte {
	b := make([]byte, 0, size+8)
	for len(b) < size {
		seed += 0x9E3779B97F4A7C15
		z := seed
		z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
		z = (z ^ z>>27) * 0x94D049BB133111EB
		b = binary.LittleEndian.AppendUint64(b, z^z>>31)
	}
	return b[:size]
}

// seedKey is the secret key that vectors name by its seed: input(seed, 32) big endian modulo the group order. All seeds in use give a number
// that is not zero.
func seedKey(t testing.TB, seed uint64) *bls.SecretKey {
	t.Helper()
	return scalarKey(t, input(seed, 32))
}

// vectorKeys returns the ten keys of the reference's vectors.
func vectorKeys(t testing.TB) []*bls.SecretKey {
	t.Helper()
	f := decodeJSON[struct {
		Keys []struct {
			SK hexBytes `json:"sk_hex"`
		}
	}](t, readFile(t, "../bls/testdata/keys.json"))
	var keys []*bls.SecretKey
	for _, k := range f.Keys {
		key, err := bls.ParseSecretKey(k.SK)
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key)
	}
	return keys
}
