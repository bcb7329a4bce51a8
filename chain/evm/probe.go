package evm

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"golang.org/x/crypto/blake2b"
)

// ErrPrecompile means that a chain cannot carry the contracts because it lacks a precompiled contract or computes another result.
var ErrPrecompile = errors.New("chain lacks a precompile")

// A probe is one call with a known answer.
type probe struct {
	address byte
	name    string
	in, out []byte
}

// Probe calls every precompile that the contracts need (EIP-152, EIP-2537, SHA-256) with values whose result is known, and names the first that answers otherwise.
func (p *endpoints) probe(ctx context.Context) error {
	for _, q := range probes() {
		to := common.BytesToAddress([]byte{q.address})
		var got []byte
		err := p.do(ctx, nil, func(ctx context.Context, ec *ethclient.Client) (err error) {
			got, err = ec.CallContract(ctx, ethereum.CallMsg{To: &to, Data: q.in}, nil)
			return err
		})
		switch {
		case err != nil && !answered(err) && !refused(err):
			return err
		case err != nil:
			return fmt.Errorf("%w: %s at address 0x%02x answers %q; a home chain needs the Prague rules (EIP-2537), EIP-152 and SHA-256: choose another chain", ErrPrecompile, q.name, q.address, err)
		case !bytes.Equal(got, q.out):
			return fmt.Errorf("%w: %s at address 0x%02x answers 0x%x, want 0x%x; a home chain needs the Prague rules (EIP-2537), EIP-152 and SHA-256: choose another chain", ErrPrecompile, q.name, q.address, got, q.out)
		}
	}
	return nil
}

// blake2State is the state that BLAKE2b-512 starts from, little endian words, as in test vector 5 of EIP-152.
const blake2State = "48c9bdf267e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa5d182e6ad7f520e511f6c3e2b8c68059b6bbd41fbabd9831f79217e1319cde05b"

// blake2Input asks for BLAKE2b-512("abc"): 12 rounds, state, block, 3 bytes hashed, last block.
func blake2Input() []byte {
	state, _ := hex.DecodeString(blake2State)
	in := append([]byte{0, 0, 0, 12}, state...)
	in = append(in, "abc"...)
	in = append(in, make([]byte, 125)...)
	in = append(in, 3)
	in = append(in, make([]byte, 15)...)
	return append(in, 1)
}

// probes computes the questions and answers; the second opinions are gnark-crypto and x/crypto.
func probes() []probe {
	_, _, g1, g2 := bls12381.Generators()
	var g1x2 bls12381.G1Affine
	g1x2.Add(&g1, &g1)
	var g2x2 bls12381.G2Affine
	g2x2.Add(&g2, &g2)
	var minus bls12381.G1Affine
	minus.Neg(&g1)
	two := make([]byte, 32)
	two[31] = 2
	one := make([]byte, 32)
	one[31] = 1
	var u fp.Element
	u.SetUint64(7)
	var u2 bls12381.E2
	u2.A0.SetUint64(7)
	u2.A1.SetUint64(9)
	mapped1, mapped2 := bls12381.MapToG1(u), bls12381.MapToG2(u2)
	abc := sha256.Sum256([]byte("abc"))
	hash := blake2b.Sum512([]byte("abc"))
	return []probe{
		{0x02, "SHA-256", []byte("abc"), abc[:]},
		{0x09, "BLAKE2F (EIP-152)", blake2Input(), hash[:]},
		{0x0b, "BLS12_G1ADD (EIP-2537)", append(encodeG1(g1), encodeG1(g1)...), encodeG1(g1x2)},
		{0x0c, "BLS12_G1MSM (EIP-2537)", append(encodeG1(g1), two...), encodeG1(g1x2)},
		{0x0d, "BLS12_G2ADD (EIP-2537)", append(encodeG2(g2), encodeG2(g2)...), encodeG2(g2x2)},
		{0x0e, "BLS12_G2MSM (EIP-2537)", append(encodeG2(g2), two...), encodeG2(g2x2)},
		{0x0f, "BLS12_PAIRING_CHECK (EIP-2537)", bytes.Join([][]byte{encodeG1(g1), encodeG2(g2), encodeG1(minus), encodeG2(g2)}, nil), one},
		{0x10, "BLS12_MAP_FP_TO_G1 (EIP-2537)", encodeFp(u), encodeG1(mapped1)},
		{0x11, "BLS12_MAP_FP2_TO_G2 (EIP-2537)", append(encodeFp(u2.A0), encodeFp(u2.A1)...), encodeG2(mapped2)},
	}
}

// encodeFp is EIP-2537's field element: 48 bytes big endian, padded to 64 on the left.
func encodeFp(e fp.Element) []byte {
	b := e.Bytes()
	return append(make([]byte, 16), b[:]...)
}

func encodeG1(p bls12381.G1Affine) []byte { return append(encodeFp(p.X), encodeFp(p.Y)...) }

func encodeG2(p bls12381.G2Affine) []byte {
	return bytes.Join([][]byte{encodeFp(p.X.A0), encodeFp(p.X.A1), encodeFp(p.Y.A0), encodeFp(p.Y.A1)}, nil)
}
