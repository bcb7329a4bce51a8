package bls

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// readers has one function for every vector file; it runs all cases and returns how many there are.
var readers = map[string]func(*testing.T, []byte) (present int){
	"keys.json":                keyVectors,
	"negative_signatures.json": negativeVectors,
	"invalid_points.json":      pointVectors,
}

func TestVectors(t *testing.T) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) != len(readers) {
		t.Errorf("%d vector files for %d readers (%v)", len(files), len(readers), err)
	}
	for _, path := range files {
		name := filepath.Base(path)
		t.Run(name, func(t *testing.T) {
			read := readers[name]
			if read == nil {
				t.Fatal("no reader for this vector file")
			}
			present := read(t, readFile(t, path))
			if present == 0 {
				t.Fatal("no cases")
			}
			if !t.Failed() {
				t.Logf("%d cases passed of %d present", present, present)
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

// hexBytes is bytes that a vector file has as hex.
type hexBytes []byte

func (h *hexBytes) UnmarshalText(b []byte) (err error) {
	*h, err = hex.DecodeString(string(b))
	return err
}

type keyFile struct {
	DST  string
	Keys []struct {
		SK             hexBytes `json:"sk_hex"`
		Tagged         string   `json:"tagged_sk_base64"`
		PK             hexBytes `json:"pk_hex"`
		PKBase64       string   `json:"pk_base64"`
		PKUncompressed hexBytes `json:"pk_uncompressed_hex"`
		Seed           uint64
	}
}

func keyVectors(t *testing.T, b []byte) int {
	f := decodeJSON[keyFile](t, b)
	if f.DST != DST {
		t.Errorf("ciphersuite %q, want %q", DST, f.DST)
	}
	for i, k := range f.Keys {
		sk, err := ParseSecretKey(k.SK)
		if err != nil {
			t.Errorf("key %d: %v", i, err)
			continue
		}
		tagged, err := ParseTagged(k.Tagged + "\n")
		if err != nil || tagged.Bytes() != sk.Bytes() {
			t.Errorf("key %d: tagged form is %v (%v)", i, tagged, err)
		}
		if got := sk.Tagged(); got != k.Tagged {
			t.Errorf("key %d: tagged form %s, want %s", i, got, k.Tagged)
		}
		if got := sk.PublicKey().Bytes(); string(got[:]) != string(k.PK) {
			t.Errorf("key %d: public key %x, want %x", i, got, k.PK)
		}
		var pk PublicKey
		if err := pk.UnmarshalText([]byte(k.PKBase64)); err != nil || !pk.Equal(sk.PublicKey()) {
			t.Errorf("key %d: base64 public key is %v (%v)", i, &pk, err)
		}
		if text, _ := pk.MarshalText(); string(text) != k.PKBase64 {
			t.Errorf("key %d: base64 %s, want %s", i, text, k.PKBase64)
		}
		eip := pk.EIP2537()
		if got := string(eip[16:64]) + string(eip[80:]); got != string(k.PKUncompressed) {
			t.Errorf("key %d: uncompressed %x, want %x", i, got, k.PKUncompressed)
		}
		if sig := sk.Sign(k.PK); !pk.Verify(k.PK, sig) {
			t.Errorf("key %d: its signature does not verify", i)
		}
	}
	return len(f.Keys)
}

func negativeVectors(t *testing.T, b []byte) int {
	cases := decodeJSON[[]struct {
		Name      string
		Message   hexBytes `json:"message_hex"`
		PK        hexBytes `json:"pk_hex"`
		Signature hexBytes `json:"signature_hex"`
	}](t, b)
	for _, c := range cases {
		// Either the key is refused when it is read, or the signature when it is verified.
		pk, err := ParsePublicKey(c.PK)
		if err != nil {
			if c.Name != "infinity_key_and_signature" {
				t.Errorf("%s: public key refused: %v", c.Name, err)
			}
			continue
		}
		sig := Signature(c.Signature)
		if pk.Verify(c.Message, sig) {
			t.Errorf("%s: verifies alone", c.Name)
		}
		if VerifyAggregate([]*PublicKey{pk}, c.Message, sig) {
			t.Errorf("%s: verifies as aggregate", c.Name)
		}
		if bad, err := FindInvalid([]*PublicKey{pk}, c.Message, []Signature{sig}); err != nil || len(bad) != 1 {
			t.Errorf("%s: not found among bad ones: %v, %v", c.Name, bad, err)
		}
	}
	return len(cases)
}

func pointVectors(t *testing.T, b []byte) int {
	cases := decodeJSON[[]struct {
		Name, Kind      string
		Bytes           hexBytes `json:"bytes_hex"`
		ReferenceParses bool     `json:"reference_parses"`
	}](t, b)
	for _, c := range cases {
		switch c.Kind {
		case "public key":
			if pk, err := ParsePublicKey(c.Bytes); err == nil {
				t.Errorf("%s: public key %v accepted", c.Name, pk)
			}
			var pk PublicKey
			if err := pk.UnmarshalText([]byte(base64.StdEncoding.EncodeToString(c.Bytes))); err == nil {
				t.Errorf("%s: public key %v accepted as text", c.Name, &pk)
			}
		case "signature":
			if s, err := ParseSignature(c.Bytes); err == nil {
				t.Errorf("%s: signature %v accepted", c.Name, s)
			}
			// The lax parser agrees with the reference's, which leaves group checks to verification; but only the compressed form travels.
			want := c.ReferenceParses && c.Name != "uncompressed"
			if _, err := ParseSignatureEncoding(c.Bytes); (err == nil) != want {
				t.Errorf("%s: encoding parses: %v, the reference's parser accepts: %t", c.Name, err, c.ReferenceParses)
			}
		default:
			t.Errorf("%s: unknown kind %q", c.Name, c.Kind)
		}
	}
	return len(cases)
}
