package bls

import (
	"fmt"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
)

// Sizes of points as the EVM's precompiles take them (EIP-2537), in bytes.
const (
	EIP2537PublicKeySize = 128 // x, y
	EIP2537SignatureSize = 256 // x.c0, x.c1, y.c0, y.c1
)

// word is the size of a field element there: 48 bytes big endian behind 16 zero bytes.
const word = 64

// EIP2537 returns the uncompressed form that contracts take: x and y.
func (k *PublicKey) EIP2537() (b [EIP2537PublicKeySize]byte) {
	putElement(b[0:], &k.point.X)
	putElement(b[word:], &k.point.Y)
	return b
}

// EIP2537 returns the uncompressed form that contracts take, c0 before c1 in each coordinate. It fails for a signature that does not parse.
func (s Signature) EIP2537() (b [EIP2537SignatureSize]byte, err error) {
	p, err := s.point()
	if err != nil {
		return b, err
	}
	for i, e := range []*fp.Element{&p.X.A0, &p.X.A1, &p.Y.A0, &p.Y.A1} {
		putElement(b[i*word:], e)
	}
	return b, nil
}

func putElement(dst []byte, e *fp.Element) {
	b := e.Bytes()
	copy(dst[word-fp.Bytes:], b[:])
}

// ParsePublicKeyEIP2537 is the inverse of [PublicKey.EIP2537], with the checks of [ParsePublicKey].
func ParsePublicKeyEIP2537(b []byte) (*PublicKey, error) {
	if len(b) != EIP2537PublicKeySize {
		return nil, fmt.Errorf("%w: %d bytes, want %d", ErrPublicKey, len(b), EIP2537PublicKeySize)
	}
	var p bls12381.G1Affine
	for i, e := range []*fp.Element{&p.X, &p.Y} {
		if err := takeElement(e, b[i*word:]); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrPublicKey, err)
		}
	}
	if p.IsInfinity() || !p.IsInSubGroup() {
		return nil, fmt.Errorf("%w: infinity or not a point of the group", ErrPublicKey)
	}
	return newPublicKey(&p), nil
}

// ParseSignatureEIP2537 is the inverse of [Signature.EIP2537], with the checks of [ParseSignature].
func ParseSignatureEIP2537(b []byte) (Signature, error) {
	if len(b) != EIP2537SignatureSize {
		return Signature{}, fmt.Errorf("%w: %d bytes, want %d", ErrSignature, len(b), EIP2537SignatureSize)
	}
	var p bls12381.G2Affine
	for i, e := range []*fp.Element{&p.X.A0, &p.X.A1, &p.Y.A0, &p.Y.A1} {
		if err := takeElement(e, b[i*word:]); err != nil {
			return Signature{}, fmt.Errorf("%w: %w", ErrSignature, err)
		}
	}
	if p.IsInfinity() || !p.IsInSubGroup() {
		return Signature{}, fmt.Errorf("%w: infinity or not a point of the group", ErrSignature)
	}
	return p.Bytes(), nil
}

func takeElement(e *fp.Element, b []byte) error {
	if [word - fp.Bytes]byte(b[:word-fp.Bytes]) != [word - fp.Bytes]byte{} {
		return fmt.Errorf("the %d bytes in front of a coordinate are not zero", word-fp.Bytes)
	}
	return e.SetBytesCanonical(b[word-fp.Bytes : word])
}
