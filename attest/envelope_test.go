package attest

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"walrus/bls"
)

func TestSignedMessageJSONIsStrict(t *testing.T) {
	s := Sign(bls.KeyFromSeed([]byte("json")), Confirmation{BlobID: [32]byte{1}}.Message(3))
	m := base64.StdEncoding.EncodeToString(s.Message)
	sig := base64.StdEncoding.EncodeToString(s.Signature[:])
	tests := []struct {
		name, text string
		ok         bool
	}{
		{"plain", fmt.Sprintf(`{"serializedMessage":%q,"signature":%q}`, m, sig), true},
		{"other order and more fields", fmt.Sprintf(`{"signature":%q,"x":{"signature":[1]},"serializedMessage":%q}`, sig, m), true},
		{"name in other case", fmt.Sprintf(`{"serializedmessage":%q,"signature":%q}`, m, sig), false},
		{"field twice", fmt.Sprintf(`{"serializedMessage":%q,"signature":%q,"signature":%q}`, m, sig, sig), false},
		{"line end in base64", fmt.Sprintf(`{"serializedMessage":"%s\n","signature":%q}`, m, sig), false},
		{"null message", fmt.Sprintf(`{"serializedMessage":null,"signature":%q}`, sig), false},
		{"null signature", fmt.Sprintf(`{"serializedMessage":%q,"signature":null}`, m), false},
		{"no message", fmt.Sprintf(`{"signature":%q}`, sig), false},
		{"array", fmt.Sprintf(`[%q,%q]`, m, sig), false},
		{"null", `null`, false},
		{"short signature", fmt.Sprintf(`{"serializedMessage":%q,"signature":"AAAA"}`, m), false},
		{"unpadded signature", fmt.Sprintf(`{"serializedMessage":%q,"signature":%q}`, m, sig[:127]), false},
		{"trailing bits", fmt.Sprintf(`{"serializedMessage":"AB==","signature":%q}`, sig), false},
		{"empty message", fmt.Sprintf(`{"serializedMessage":"","signature":%q}`, sig), true},
	}
	for _, tt := range tests {
		var got SignedMessage
		err := got.UnmarshalJSON([]byte(tt.text))
		if (err == nil) != tt.ok || err != nil && !errors.Is(err, ErrEnvelope) {
			t.Errorf("%s: %v, want ok %t", tt.name, err, tt.ok)
		}
	}
	empty, err := json.Marshal(SignedMessage{Signature: s.Signature})
	if want := fmt.Sprintf(`{"serializedMessage":"","signature":%q}`, sig); err != nil || string(empty) != want {
		t.Errorf("empty message is %s (%v)", empty, err)
	}
}

func TestCertificateJSONIsStrict(t *testing.T) {
	sig := base64.StdEncoding.EncodeToString(arraySignature(bls.KeyFromSeed(nil).Sign(nil)))
	for text, ok := range map[string]bool{
		fmt.Sprintf(`{"message":"","signers":"","signature":%q}`, sig):   true,
		fmt.Sprintf(`{"message":"AA","signers":"","signature":%q}`, sig): false,
		fmt.Sprintf(`{"message":"","signers":[1],"signature":%q}`, sig):  false,
		fmt.Sprintf(`{"message":"","signature":%q}`, sig):                false,
		`{"message":"","signers":"","signature":""}`:                     false,
		`7`: false,
	} {
		var c Certificate
		if err := c.UnmarshalJSON([]byte(text)); (err == nil) != ok || err != nil && !errors.Is(err, ErrEnvelope) {
			t.Errorf("%s: %v, want ok %t", text, err, ok)
		}
	}
	for text, ok := range map[string]bool{
		fmt.Sprintf(`{"serialized_message":[0,255],"signers":[65535],"signature":%q}`, sig): true,
		fmt.Sprintf(`{"serialized_message":[],"signers":[],"signature":%q}`, sig):           true,
		fmt.Sprintf(`{"serialized_message":[256],"signers":[],"signature":%q}`, sig):        false,
		fmt.Sprintf(`{"serialized_message":[-1],"signers":[],"signature":%q}`, sig):         false,
		fmt.Sprintf(`{"serialized_message":[null],"signers":[],"signature":%q}`, sig):       false,
		fmt.Sprintf(`{"serialized_message":"AAA=","signers":[],"signature":%q}`, sig):       false,
		fmt.Sprintf(`{"serialized_message":[],"signers":[65536],"signature":%q}`, sig):      false,
		fmt.Sprintf(`{"serialized_message":[],"signers":null,"signature":%q}`, sig):         false,
		fmt.Sprintf(`{"serialized_message":[],"signers":[null,3],"signature":%q}`, sig):     false,
		fmt.Sprintf(`{"serializedMessage":[],"signers":[],"signature":%q}`, sig):            false,
	} {
		var p ProtocolCertificate
		if err := p.UnmarshalJSON([]byte(text)); (err == nil) != ok || err != nil && !errors.Is(err, ErrEnvelope) {
			t.Errorf("%s: %v, want ok %t", text, err, ok)
		}
	}
}

func arraySignature(s bls.Signature) []byte { return s[:] }

func TestVerifyAvailabilityNamesTheDifference(t *testing.T) {
	key := bls.KeyFromSeed([]byte("availability"))
	want := Availability{Network: NetworkID{1}, BlobID: [32]byte{2}, Object: ObjectID{3}, Size: 4, Encoding: 1, End: 6, Registered: 5}
	for _, tt := range []struct {
		name   string
		epoch  Epoch
		change func(*Availability)
		err    error
	}{
		{"same", 5, func(*Availability) {}, nil},
		{"epoch", 6, func(*Availability) {}, ErrWrongEpoch},
		{"network", 5, func(a *Availability) { a.Network[0]++ }, ErrWrongContents},
		{"object", 5, func(a *Availability) { a.Object[0]++ }, ErrWrongContents},
		{"blob", 5, func(a *Availability) { a.BlobID[0]++ }, ErrWrongContents},
		{"size", 5, func(a *Availability) { a.Size++ }, ErrWrongContents},
		{"encoding", 5, func(a *Availability) { a.Encoding++ }, ErrWrongContents},
		{"deletable", 5, func(a *Availability) { a.Deletable = true }, ErrWrongContents},
		{"end", 5, func(a *Availability) { a.End++ }, ErrWrongContents},
		{"registered", 5, func(a *Availability) { a.Registered++ }, ErrWrongContents},
	} {
		said := want
		tt.change(&said)
		s := Sign(key, said.Message(tt.epoch))
		if err := s.VerifyAvailability(key.PublicKey(), 5, want); !errors.Is(err, tt.err) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.err)
		}
	}
	s := Sign(bls.KeyFromSeed([]byte("another")), want.Message(5))
	if err := s.VerifyAvailability(key.PublicKey(), 5, want); !errors.Is(err, ErrBadSignature) {
		t.Errorf("another signer: %v", err)
	}
	s.Message = s.Message[:120]
	if err := s.VerifyAvailability(key.PublicKey(), 5, want); !errors.Is(err, ErrMalformed) {
		t.Errorf("cut message: %v", err)
	}
}

func TestKeysOutsideTheGroupProveNothing(t *testing.T) {
	p := Possession{Key: [48]byte{0xc0}}
	if _, err := p.Verify(1, bls.Signature{0xc0}); !errors.Is(err, bls.ErrPublicKey) {
		t.Errorf("infinity: %v", err)
	}
	if _, err := (RegistrationProof{}).Verify(1, bls.Signature{}); !errors.Is(err, bls.ErrPublicKey) {
		t.Errorf("zero key: %v", err)
	}
}

func TestTreeRefusesImpossiblePaths(t *testing.T) {
	if _, err := TreePath(nil, 0); !errors.Is(err, ErrNotIncluded) {
		t.Errorf("path in an empty tree: %v", err)
	}
	if _, err := TreePath([][]byte{nil}, -1); !errors.Is(err, ErrNotIncluded) {
		t.Errorf("path of leaf -1: %v", err)
	}
	if err := VerifyTreePath([32]byte{}, nil, 0, 0, nil); !errors.Is(err, ErrNotIncluded) {
		t.Errorf("leaf 0 of 0: %v", err)
	}
	const huge = ^uint64(0)
	for _, index := range []uint64{0, 1, huge - 1, huge / 2} {
		if err := VerifyTreePath([32]byte{}, nil, index, huge, make([][32]byte, pathLength(index, huge))); !errors.Is(err, ErrNotIncluded) {
			t.Errorf("leaf %d of %d: %v", index, huge, err)
		}
	}
}
