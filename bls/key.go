package bls

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math/big"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// Sizes of the encodings, in bytes.
const (
	SecretKeySize = 32 // big endian
	PublicKeySize = 48 // compressed point of G1
	SignatureSize = 96 // compressed point of G2
)

// Errors of the parsers; what was wrong is in the text around them.
var (
	ErrSecretKey = errors.New("not a BLS secret key")
	ErrPublicKey = errors.New("not a BLS public key")
	ErrSignature = errors.New("not a BLS signature")
)

// The two flag bits of a compressed point's first byte that are looked at here (ZCash format).
const (
	flagCompressed = 0x80
	flagInfinity   = 0x40
)

// A SecretKey is a scalar 0 < sk < r together with its public key. It prints as its public key, never as the secret.
type SecretKey struct {
	scalar *big.Int
	public *PublicKey
}

// ParseSecretKey reads 32 bytes big endian, a number in [1, r).
func ParseSecretKey(b []byte) (*SecretKey, error) {
	if len(b) != SecretKeySize {
		return nil, fmt.Errorf("%w: %d bytes, want %d", ErrSecretKey, len(b), SecretKeySize)
	}
	s := new(big.Int).SetBytes(b)
	if s.Sign() == 0 || s.Cmp(fr.Modulus()) >= 0 {
		return nil, fmt.Errorf("%w: the number is zero or not below the group order", ErrSecretKey)
	}
	return newSecretKey(s), nil
}

func newSecretKey(scalar *big.Int) *SecretKey {
	var p bls12381.G1Affine
	p.ScalarMultiplicationBase(scalar)
	return &SecretKey{scalar, newPublicKey(&p)}
}

// GenerateKey draws a key from random, 48 bytes reduced modulo r: the bias is below 2^-128. It returns random's error.
func GenerateKey(random io.Reader) (*SecretKey, error) {
	var seed [48]byte
	if _, err := io.ReadFull(random, seed[:]); err != nil {
		return nil, fmt.Errorf("generate BLS key: %w", err)
	}
	return scalarKey(seed[:]), nil
}

// KeyFromSeed derives a key from a seed, for networks whose keys must come out equal every time: SHA-256 of the seed with a counter in
// front, 64 bytes reduced into [1, r). The key is as secret as the seed.
func KeyFromSeed(seed []byte) *SecretKey {
	var wide []byte
	for counter := range byte(2) {
		h := sha256.New()
		h.Write([]byte{counter})
		h.Write(seed)
		wide = h.Sum(wide)
	}
	return scalarKey(wide)
}

// scalarKey maps a long uniform number onto [1, r).
func scalarKey(wide []byte) *SecretKey {
	s := new(big.Int).SetBytes(wide)
	one := big.NewInt(1)
	s.Mod(s, new(big.Int).Sub(fr.Modulus(), one))
	return newSecretKey(s.Add(s, one))
}

// Bytes returns the secret, 32 bytes big endian.
func (k *SecretKey) Bytes() (b [SecretKeySize]byte) {
	k.scalar.FillBytes(b[:])
	return b
}

// PublicKey returns the public half.
func (k *SecretKey) PublicKey() *PublicKey { return k.public }

// String names the key by its public half, so that a printed key gives nothing away.
func (k *SecretKey) String() string { return "secret key of " + k.public.String() }

// GoString is String: %#v must not print the scalar either.
func (k *SecretKey) GoString() string { return k.String() }

// A PublicKey is a point of G1 other than infinity, kept decoded. It is immutable and may be shared.
type PublicKey struct {
	point      bls12381.G1Affine
	compressed [PublicKeySize]byte
}

func newPublicKey(p *bls12381.G1Affine) *PublicKey {
	return &PublicKey{*p, p.Bytes()}
}

// ParsePublicKey reads 48 compressed bytes. It refuses points outside the subgroup, infinity, coordinates that are not reduced, and the
// 96-byte uncompressed form.
func ParsePublicKey(b []byte) (*PublicKey, error) {
	if len(b) != PublicKeySize {
		return nil, fmt.Errorf("%w: %d bytes, want %d", ErrPublicKey, len(b), PublicKeySize)
	}
	if b[0]&flagCompressed == 0 {
		return nil, fmt.Errorf("%w: the compression flag is missing", ErrPublicKey)
	}
	var p bls12381.G1Affine
	if _, err := p.SetBytes(b); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPublicKey, err)
	}
	if p.IsInfinity() {
		return nil, fmt.Errorf("%w: the point at infinity", ErrPublicKey)
	}
	return newPublicKey(&p), nil
}

// Bytes returns the compressed form.
func (k *PublicKey) Bytes() [PublicKeySize]byte { return k.compressed }

// Equal reports whether both are the same key.
func (k *PublicKey) Equal(other *PublicKey) bool { return k.compressed == other.compressed }

// String returns 0x and the compressed form in hex.
func (k *PublicKey) String() string { return "0x" + hex.EncodeToString(k.compressed[:]) }

// MarshalText returns the compressed form in standard base64 with padding, the form of keys in JSON.
func (k *PublicKey) MarshalText() ([]byte, error) {
	return base64.StdEncoding.AppendEncode(nil, k.compressed[:]), nil
}

// UnmarshalText reads what MarshalText writes, with ParsePublicKey's checks.
func (k *PublicKey) UnmarshalText(text []byte) error {
	b, err := decodeBase64(string(text))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrPublicKey, err)
	}
	parsed, err := ParsePublicKey(b)
	if err != nil {
		return err
	}
	*k = *parsed
	return nil
}
