package bls

import (
	"runtime"
	"sync/atomic"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
)

// verify reports whether s is the signature of message by the holder of key, which is not infinity: e(key, H(message)) = e(g1, s).
//
// Two cores share the work: one hashes the message and runs the first pairing's loop, the other checks that s lies in the subgroup and runs
// the second's, which takes three quarters of the time. On one core both loops are joined, which saves a tenth of the arithmetic. So the
// goroutine for the second core must have begun by the time of the subgroup check's end, or it finds nothing left to do: all cores are busy
// then.
func verify(key *bls12381.G1Affine, message []byte, s Signature) bool {
	sig, err := s.anyPoint() // before anything else is computed: bytes at random are refused cheaply
	if err != nil || sig.IsInfinity() {
		return false
	}
	var taken atomic.Bool
	ofMessage := make(chan bls12381.GT, 1)
	if runtime.GOMAXPROCS(0) > 1 {
		go func() {
			if !taken.Swap(true) {
				hash := hashToG2(message)
				ofMessage <- miller(key, &hash)
			}
		}()
	}
	inside := sig.IsInSubGroup()
	if !taken.Swap(true) {
		if !inside {
			return false
		}
		hash := hashToG2(message)
		return pairs(key, &hash, &sig)
	}
	var f bls12381.GT
	if inside {
		f = miller(&negG1, &sig)
	}
	other := <-ofMessage
	f.Mul(&f, &other)
	return inside && isOne(&f)
}

// pairs reports whether e(key, hash) = e(g1, sig), with one product of two pairings.
func pairs(key *bls12381.G1Affine, hash, sig *bls12381.G2Affine) bool {
	f := miller2([]bls12381.G1Affine{*key, negG1}, []bls12381.G2Affine{*hash, *sig})
	return isOne(&f)
}

func miller(p *bls12381.G1Affine, q *bls12381.G2Affine) bls12381.GT {
	return miller2([]bls12381.G1Affine{*p}, []bls12381.G2Affine{*q})
}

func miller2(p []bls12381.G1Affine, q []bls12381.G2Affine) bls12381.GT {
	f, err := bls12381.MillerLoop(p, q)
	if err != nil {
		panic("bls: " + err.Error()) // only lists of different lengths make it fail
	}
	return f
}

// isOne reports whether the pairing is one whose loop gave f.
func isOne(f *bls12381.GT) bool {
	e := bls12381.FinalExponentiation(f)
	return e.IsOne()
}
