package bls

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// testKeys returns n keys that are the same in every run.
func testKeys(n int) []*SecretKey {
	keys := make([]*SecretKey, n)
	for i := range keys {
		keys[i] = KeyFromSeed(fmt.Appendf(nil, "bls test %d", i))
	}
	return keys
}

func publicKeys(keys []*SecretKey) []*PublicKey {
	out := make([]*PublicKey, len(keys))
	for i, k := range keys {
		out[i] = k.PublicKey()
	}
	return out
}

func signAll(keys []*SecretKey, message []byte) []Signature {
	out := make([]Signature, len(keys))
	for i, k := range keys {
		out[i] = k.Sign(message)
	}
	return out
}

func TestSecretKeyBounds(t *testing.T) {
	order := []byte{0x73, 0xed, 0xa7, 0x53, 0x29, 0x9d, 0x7d, 0x48, 0x33, 0x39, 0xd8, 0x08, 0x09, 0xa1, 0xd8, 0x05,
		0x53, 0xbd, 0xa4, 0x02, 0xff, 0xfe, 0x5b, 0xfe, 0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x01}
	largest := bytes.Clone(order)
	largest[31] = 0
	one := make([]byte, 32)
	one[31] = 1
	tests := []struct {
		name string
		b    []byte
		ok   bool
	}{
		{"zero", make([]byte, 32), false},
		{"one", one, true},
		{"largest", largest, true},
		{"the order", order, false},
		{"all ones", bytes.Repeat([]byte{0xff}, 32), false},
		{"empty", nil, false},
		{"short", one[1:], false},
		{"long", append([]byte{0}, one...), false},
	}
	for _, tt := range tests {
		k, err := ParseSecretKey(tt.b)
		if (err == nil) != tt.ok {
			t.Errorf("%s: %v, want ok %t", tt.name, err, tt.ok)
		}
		if err != nil && !errors.Is(err, ErrSecretKey) {
			t.Errorf("%s: %v is no ErrSecretKey", tt.name, err)
		}
		if err == nil {
			if got := k.Bytes(); !bytes.Equal(got[:], tt.b) {
				t.Errorf("%s: bytes %x, want %x", tt.name, got, tt.b)
			}
		}
	}
}

func TestTaggedRefuses(t *testing.T) {
	secret := KeyFromSeed([]byte("tagged")).Bytes()
	encode := func(scheme byte, secret []byte) string {
		return base64.StdEncoding.EncodeToString(append([]byte{scheme}, secret...))
	}
	for name, text := range map[string]string{
		"network key's scheme": encode(0x02, secret[:]),
		"no scheme":            base64.StdEncoding.EncodeToString(secret[:]),
		"too long":             encode(Scheme, append(secret[:], 0)),
		"zero":                 encode(Scheme, make([]byte, 32)),
		"url alphabet":         strings.Repeat("-", 44),
		"line end inside":      encode(Scheme, secret[:])[:20] + "\n" + encode(Scheme, secret[:])[20:],
		"empty":                "",
	} {
		_, err := ParseTagged(text)
		if !errors.Is(err, ErrSecretKey) {
			t.Errorf("%s: %v, want ErrSecretKey", name, err)
		} else if len(text) > 8 && strings.Contains(err.Error(), text[4:]) {
			t.Errorf("%s: the error quotes the secret: %v", name, err)
		}
	}
}

func TestKeysDoNotPrintSecrets(t *testing.T) {
	k := KeyFromSeed([]byte("print"))
	secret := k.Bytes()
	for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
		if s := fmt.Sprintf(format, k); strings.Contains(s, fmt.Sprintf("%x", secret)) || strings.Contains(s, k.scalar.String()) {
			t.Errorf("%s prints the secret: %s", format, s)
		}
	}
}

func TestGenerateKey(t *testing.T) {
	src := rand.NewChaCha8([32]byte{1})
	a, err := GenerateKey(src)
	if err != nil {
		t.Fatal(err)
	}
	b, err := GenerateKey(src)
	if err != nil || a.PublicKey().Equal(b.PublicKey()) {
		t.Errorf("two draws give the same key (%v)", err)
	}
	if _, err := GenerateKey(io.LimitReader(src, 47)); err == nil {
		t.Error("a source of 47 bytes is enough")
	}
}

func TestAggregate(t *testing.T) {
	message := []byte("one message for all")
	keys := testKeys(7)
	sigs := signAll(keys, message)
	sum, err := Aggregate(sigs)
	if err != nil {
		t.Fatal(err)
	}
	pks := publicKeys(keys)
	if !VerifyAggregate(pks, message, sum) {
		t.Error("the aggregate does not verify")
	}
	total, err := AggregateKeys(pks)
	if err != nil || !total.Verify(message, sum) {
		t.Errorf("the aggregate does not verify under the aggregate key (%v)", err)
	}
	if VerifyAggregate(pks[1:], message, sum) {
		t.Error("verifies with a signer missing")
	}
	if VerifyAggregate(append(slices.Clone(pks), pks[0]), message, sum) {
		t.Error("verifies with a signer repeated")
	}
	if VerifyAggregate(pks, []byte("another"), sum) {
		t.Error("verifies for another message")
	}
	if VerifyAggregate(nil, message, sum) {
		t.Error("verifies with nobody")
	}
	if _, err := Aggregate(nil); !errors.Is(err, ErrEmpty) {
		t.Errorf("aggregate of nothing: %v", err)
	}
	if _, err := AggregateKeys(nil); !errors.Is(err, ErrEmpty) {
		t.Errorf("aggregate of no keys: %v", err)
	}
	if _, err := Aggregate([]Signature{sigs[0], {}}); !errors.Is(err, ErrSignature) {
		t.Errorf("aggregate with zero bytes: %v", err)
	}
}

func TestFindInvalid(t *testing.T) {
	const n = 20
	message := []byte("find the liar")
	keys := testKeys(n)
	pks := publicKeys(keys)
	good := signAll(keys, message)
	wrong := signAll(keys, []byte("something else"))
	tests := []struct {
		name string
		bad  []int
	}{
		{"none", nil},
		{"first", []int{0}},
		{"last", []int{n - 1}},
		{"neighbours", []int{9, 10}},
		{"several", []int{1, 2, 7, 13, 19}},
		{"all", []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}},
	}
	for _, tt := range tests {
		sigs := slices.Clone(good)
		for k, i := range tt.bad {
			if sigs[i] = wrong[i]; k%2 == 1 {
				sigs[i] = Signature{} // no point at all
			}
		}
		got, err := FindInvalid(pks, message, sigs)
		if err != nil || !slices.Equal(got, tt.bad) {
			t.Errorf("%s: got %v (%v), want %v", tt.name, got, err, tt.bad)
		}
	}
	if _, err := FindInvalid(pks, message, good[1:]); err == nil {
		t.Error("accepts fewer signatures than keys")
	}
	if got, err := FindInvalid(nil, message, nil); got != nil || err != nil {
		t.Errorf("of nothing: %v, %v", got, err)
	}
}

// Two colluding signers can make signatures that cancel out. Whatever FindInvalid leaves must aggregate to something valid.
func TestFindInvalidLeavesAValidAggregate(t *testing.T) {
	message := []byte("collusion")
	keys := testKeys(6)
	pks := publicKeys(keys)
	for _, swap := range [][2]int{{0, 1}, {0, 5}, {2, 3}} {
		sigs := signAll(keys, message)
		sigs[swap[0]], sigs[swap[1]] = sigs[swap[1]], sigs[swap[0]]
		sigs[4] = keys[4].Sign([]byte("another"))
		bad, err := FindInvalid(pks, message, sigs)
		if err != nil || !slices.Contains(bad, 4) {
			t.Fatalf("swap %v: got %v (%v), want 4 among them", swap, bad, err)
		}
		var leftKeys []*PublicKey
		var leftSigs []Signature
		for i := range sigs {
			if !slices.Contains(bad, i) {
				leftKeys, leftSigs = append(leftKeys, pks[i]), append(leftSigs, sigs[i])
			}
		}
		sum, err := Aggregate(leftSigs)
		if err != nil || !VerifyAggregate(leftKeys, message, sum) {
			t.Errorf("swap %v: what is left without %v does not verify (%v)", swap, bad, err)
		}
	}
}

func TestEIP2537RoundTrip(t *testing.T) {
	k := KeyFromSeed([]byte("eip"))
	pk := k.PublicKey().EIP2537()
	back, err := ParsePublicKeyEIP2537(pk[:])
	if err != nil || !back.Equal(k.PublicKey()) {
		t.Fatalf("public key: %v, %v", back, err)
	}
	sig := k.Sign([]byte("eip"))
	long, err := sig.EIP2537()
	if err != nil {
		t.Fatal(err)
	}
	short, err := ParseSignatureEIP2537(long[:])
	if err != nil || short != sig {
		t.Fatalf("signature: %v, %v", short, err)
	}
	// In the compressed form c1 comes first; here c0 does.
	if x1 := sig[:48]; !bytes.Equal(long[word+16 : 2*word][1:], x1[1:]) {
		t.Errorf("c1 of x is %x, want %x", long[word+16:2*word], x1)
	}
	for name, spoil := range map[string]func(b []byte) []byte{
		"padding":  func(b []byte) []byte { b[3] = 1; return b },
		"off":      func(b []byte) []byte { b[len(b)-1] ^= 1; return b },
		"short":    func(b []byte) []byte { return b[1:] },
		"infinity": func(b []byte) []byte { clear(b); return b },
		"not reduced": func(b []byte) []byte {
			for i := 16; i < 64; i++ {
				b[i] = 0xff
			}
			return b
		},
	} {
		if _, err := ParsePublicKeyEIP2537(spoil(slices.Clone(pk[:]))); !errors.Is(err, ErrPublicKey) {
			t.Errorf("public key with %s: %v", name, err)
		}
		if _, err := ParseSignatureEIP2537(spoil(slices.Clone(long[:]))); !errors.Is(err, ErrSignature) {
			t.Errorf("signature with %s: %v", name, err)
		}
	}
	if _, err := (Signature{}).EIP2537(); !errors.Is(err, ErrSignature) {
		t.Errorf("zero signature: %v", err)
	}
}

func TestTextForms(t *testing.T) {
	sig := KeyFromSeed([]byte("text")).Sign(nil)
	text, err := sig.MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	var back Signature
	if err := back.UnmarshalText(text); err != nil || back != sig {
		t.Errorf("signature text: %v, %v", back, err)
	}
	for _, bad := range []string{"", "AAAA", string(text) + "\n", strings.TrimRight(string(text), "=")[1:]} {
		if err := back.UnmarshalText([]byte(bad)); !errors.Is(err, ErrSignature) {
			t.Errorf("%q: %v", bad, err)
		}
		var pk PublicKey
		if err := pk.UnmarshalText([]byte(bad)); !errors.Is(err, ErrPublicKey) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func FuzzParsePublicKey(f *testing.F) {
	for _, c := range decodeJSON[keyFile](f, readFile(f, "testdata/keys.json")).Keys {
		f.Add([]byte(c.PK))
	}
	for _, c := range decodeJSON[[]struct {
		Bytes hexBytes `json:"bytes_hex"`
	}](f, readFile(f, "testdata/invalid_points.json")) {
		f.Add([]byte(c.Bytes))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		pk, err := ParsePublicKey(b)
		if err == nil {
			if got := pk.Bytes(); !bytes.Equal(got[:], b) {
				t.Fatalf("%x parses to %x", b, got)
			}
			eip := pk.EIP2537()
			if back, err := ParsePublicKeyEIP2537(eip[:]); err != nil || !back.Equal(pk) {
				t.Fatalf("%x does not survive EIP-2537: %v", b, err)
			}
		}
		if pk, err := ParsePublicKeyEIP2537(b); err == nil {
			if got := pk.EIP2537(); !bytes.Equal(got[:], b) {
				t.Fatalf("%x parses to %x", b, got)
			}
		}
		_, _ = ParseTagged(string(b))
		_, _ = ParseSecretKey(b)
	})
}

func FuzzVerify(f *testing.F) {
	for _, c := range decodeJSON[[]struct {
		Message   hexBytes `json:"message_hex"`
		Signature hexBytes `json:"signature_hex"`
	}](f, readFile(f, "testdata/negative_signatures.json")) {
		f.Add([]byte(c.Message), []byte(c.Signature))
	}
	k := KeyFromSeed([]byte("fuzz"))
	honest := k.Sign([]byte("fuzz"))
	f.Add([]byte("fuzz"), honest[:])
	f.Fuzz(func(t *testing.T, message, b []byte) {
		sig, err := ParseSignature(b)
		if err != nil {
			return
		}
		if !bytes.Equal(sig[:], b) {
			t.Fatalf("%x parses to %x", b, sig)
		}
		// Signatures are unique: only Sign's output verifies.
		if got, want := k.PublicKey().Verify(message, sig), sig == k.Sign(message); got != want {
			t.Fatalf("verify of %x for %x: %t, want %t", sig, message, got, want)
		}
		long, err := sig.EIP2537()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := ParseSignatureEIP2537(long[:]); err != nil || back != sig {
			t.Fatalf("%x does not survive EIP-2537: %v", b, err)
		}
	})
}

func BenchmarkSign(b *testing.B) {
	k := KeyFromSeed([]byte("bench"))
	for b.Loop() {
		k.Sign([]byte("a message of the usual size is about a hundred bytes long, and longer ones are rare"))
	}
}

func BenchmarkVerify(b *testing.B) {
	k := KeyFromSeed([]byte("bench"))
	sig := k.Sign([]byte("m"))
	for b.Loop() {
		if !k.PublicKey().Verify([]byte("m"), sig) {
			b.Fatal("does not verify")
		}
	}
}

func BenchmarkParsePublicKey(b *testing.B) {
	pk := KeyFromSeed([]byte("bench")).PublicKey().Bytes()
	for b.Loop() {
		if _, err := ParsePublicKey(pk[:]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAggregate(b *testing.B) {
	for _, n := range []int{10, 100} {
		keys := testKeys(n)
		sigs := signAll(keys, []byte("m"))
		pks := publicKeys(keys)
		sum, err := Aggregate(sigs)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("aggregate/n=%d", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := Aggregate(sigs); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("verify/n=%d", n), func(b *testing.B) {
			for b.Loop() {
				if !VerifyAggregate(pks, []byte("m"), sum) {
					b.Fatal("does not verify")
				}
			}
		})
		b.Run(fmt.Sprintf("find-one-bad/n=%d", n), func(b *testing.B) {
			sigs := slices.Clone(sigs)
			sigs[n/3] = keys[n/3].Sign([]byte("other"))
			for b.Loop() {
				if bad, err := FindInvalid(pks, []byte("m"), sigs); err != nil || len(bad) != 1 {
					b.Fatal(bad, err)
				}
			}
		})
	}
}

// TestKeySetEqualsVerifyAggregate verifies aggregates of every size, on one core and on more.
func TestKeySetEqualsVerifyAggregate(t *testing.T) {
	const n = 7
	message := []byte("the same for all")
	var keys []*PublicKey
	var sigs []Signature
	for i := range byte(n) {
		k := KeyFromSeed([]byte{i})
		keys = append(keys, k.PublicKey())
		sigs = append(sigs, k.Sign(message))
	}
	set := NewKeySet(keys)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, cores := range []int{1, 2} {
		runtime.GOMAXPROCS(cores)
		for m := range n + 1 {
			signed := func(i int) bool { return i*3%n < m }
			var some []Signature
			var their []*PublicKey
			for i := range n {
				if signed(i) {
					some, their = append(some, sigs[i]), append(their, keys[i])
				}
			}
			sum, err := Aggregate(some)
			if (err == nil) != (m > 0) {
				t.Fatal(err)
			}
			if got := set.Verify(signed, message, sum); got != (m > 0) || got != VerifyAggregate(their, message, sum) {
				t.Errorf("%d cores: %d of %d signers: got %v", cores, m, n, got)
			}
			if set.Verify(signed, message[1:], sum) || set.Verify(func(i int) bool { return !signed(i) || i == 0 && m < n }, message, sum) {
				t.Errorf("%d cores: %d of %d signers: another message or other signers are accepted", cores, m, n)
			}
			if set.Verify(signed, message, sigs[n-1]) {
				t.Errorf("%d cores: %d of %d signers: one signature is accepted for all", cores, m, n)
			}
		}
	}
	got, err := set.Aggregate()
	want, errWant := AggregateKeys(keys)
	if err != nil || errWant != nil || !got.Equal(want) {
		t.Errorf("sum of all is %v, %v, want %v, %v", got, err, want, errWant)
	}
	if _, err := NewKeySet(nil).Aggregate(); !errors.Is(err, ErrEmpty) {
		t.Errorf("no keys: got %v", err)
	}
	if NewKeySet(nil).Verify(func(int) bool { return true }, message, sigs[0]) {
		t.Error("no keys: accepted")
	}
}
