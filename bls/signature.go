package bls

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
)

// DST is the ciphersuite: the domain separation tag of hashing to G2.
const DST = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_"

var dst = []byte(DST)

// negG1 is the generator of G1, negated: e(pk, H(m)) * e(-g1, sig) = 1 is the verification equation.
var negG1 = func() (p bls12381.G1Affine) {
	_, _, g1, _ := bls12381.Generators()
	p.Neg(&g1)
	return p
}()

// A Signature is a compressed point of G2, of one signer or aggregated. It is plain bytes: comparable, and not checked until it is verified.
type Signature [SignatureSize]byte

// ParseSignature reads 96 compressed bytes and refuses everything that could never verify: bytes that are no point, points outside the
// subgroup, infinity.
func ParseSignature(b []byte) (Signature, error) {
	s, err := ParseSignatureEncoding(b)
	if err != nil {
		return Signature{}, err
	}
	_, err = s.point()
	return s, err
}

// ParseSignatureEncoding reads 96 compressed bytes that are some point of the curve or infinity, as the reference's wire formats do. It saves
// the subgroup check, which verification makes anyway.
func ParseSignatureEncoding(b []byte) (Signature, error) {
	if len(b) != SignatureSize {
		return Signature{}, fmt.Errorf("%w: %d bytes, want %d", ErrSignature, len(b), SignatureSize)
	}
	s := Signature(b)
	_, err := s.anyPoint()
	return s, err
}

// anyPoint decodes s: a point of the curve, possibly outside the subgroup or infinity.
func (s *Signature) anyPoint() (p bls12381.G2Affine, err error) {
	if s[0]&flagCompressed == 0 {
		return p, fmt.Errorf("%w: the compression flag is missing", ErrSignature)
	}
	d := bls12381.NewDecoder(bytes.NewReader(s[:]), bls12381.NoSubgroupChecks())
	if err := d.Decode(&p); err != nil {
		return p, fmt.Errorf("%w: %w", ErrSignature, err)
	}
	return p, nil
}

// point decodes s with all checks.
func (s *Signature) point() (p bls12381.G2Affine, err error) {
	if s[0]&flagCompressed == 0 {
		return p, fmt.Errorf("%w: the compression flag is missing", ErrSignature)
	}
	if s[0]&flagInfinity != 0 {
		return p, fmt.Errorf("%w: the point at infinity", ErrSignature)
	}
	if _, err := p.SetBytes(s[:]); err != nil { // checks the subgroup
		return p, fmt.Errorf("%w: %w", ErrSignature, err)
	}
	return p, nil
}

// String returns 0x and the compressed form in hex.
func (s Signature) String() string { return "0x" + hex.EncodeToString(s[:]) }

// MarshalText returns the compressed form in standard base64 with padding, the form of signatures in JSON.
func (s Signature) MarshalText() ([]byte, error) {
	return base64.StdEncoding.AppendEncode(nil, s[:]), nil
}

// UnmarshalText reads what MarshalText writes, with ParseSignatureEncoding's checks.
func (s *Signature) UnmarshalText(text []byte) error {
	b, err := decodeBase64(string(text))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrSignature, err)
	}
	*s, err = ParseSignatureEncoding(b)
	return err
}

// Sign signs message as it is. Callers build messages from typed fields (package attest) and never sign bytes that a peer chose.
func (k *SecretKey) Sign(message []byte) Signature {
	h := hashToG2(message)
	h.ScalarMultiplication(&h, k.scalar)
	return h.Bytes()
}

// Verify reports whether s is k's signature of message.
func (k *PublicKey) Verify(message []byte, s Signature) bool {
	return verify(&k.point, message, s)
}
