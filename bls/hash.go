package bls

import (
	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/hash_to_curve"
)

// hashToG2 maps a message to G2: hash_to_curve of RFC 9380 with the ciphersuite BLS12381G2_XMD:SHA-256_SSWU_RO_.
//
// It gives the library's points in little more than half its time, and that was a third of a verification: square roots are taken by two
// powers in the base field instead of one, twice as long, in its extension, the two points are added before the isogeny and not after it,
// and messages are no secret, so nothing needs to take constant time.
func hashToG2(message []byte) bls12381.G2Affine {
	u, err := fp.Hash(message, dst, 4)
	if err != nil {
		panic("bls: hash to curve: " + err.Error()) // only a tag longer than 255 bytes makes it fail
	}
	q0 := mapToIsogenous(&bls12381.E2{A0: u[0], A1: u[1]})
	q1 := mapToIsogenous(&bls12381.E2{A0: u[2], A1: u[3]})
	if q0.X.Equal(&q1.X) {
		// Adding these needs the doubling of the isogenous curve, which the library's points do not have. Nobody will ever find such a message.
		h, err := bls12381.HashToG2(message, dst)
		if err != nil {
			panic("bls: hash to curve: " + err.Error())
		}
		return h
	}
	// The addition of distinct points does not depend on the curve's coefficients, so G2's serves.
	var sum bls12381.G2Jac
	sum.FromAffine(&q0)
	sum.AddMixed(&q1)
	var h bls12381.G2Affine
	h.FromJacobian(&sum)
	hash_to_curve.G2Isogeny(&h.X, &h.Y)
	h.ClearCofactor(&h)
	return h
}

// mapToIsogenous is the simplified map of Shallue, van de Woestijne and Ulas to the curve y^2 = g(x) = x^3 + Ax + B that is isogenous to G2's
// (RFC 9380, section 6.6.2).
func mapToIsogenous(u *bls12381.E2) bls12381.G2Affine {
	a, b := hash_to_curve.G2SSWUIsogenyCurveCoefficients()
	z := hash_to_curve.G2SSWUIsogenyZ()
	var one, zu2, t, num, den bls12381.E2
	one.SetOne()
	zu2.Square(u)
	zu2.Mul(&zu2, &z)
	t.Square(&zu2)
	t.Add(&t, &zu2) // Z^2 u^4 + Z u^2
	// The first candidate is num/den = -B/A (1 + 1/t), or B/(ZA) if t is zero.
	num.Add(&t, &one)
	num.Mul(&num, &b)
	if t.IsZero() {
		den.Set(&z)
	} else {
		den.Neg(&t)
	}
	den.Mul(&den, &a)

	// g(num/den) = gn/den^3. It is a square if and only if gn*den^3 is; the root of that is y*den^3.
	var den2, den3, gn, square bls12381.E2
	den2.Square(&den)
	den3.Mul(&den2, &den)
	gn.Square(&num)
	t.Mul(&a, &den2)
	gn.Add(&gn, &t)
	gn.Mul(&gn, &num)
	t.Mul(&b, &den3)
	gn.Add(&gn, &t)
	square.Mul(&gn, &den3)

	var y, inverse bls12381.E2
	if square.Legendre() >= 0 {
		y.Sqrt(&square)
	} else {
		// The second candidate is Z u^2 times the first, and g of it Z^3 u^6 times g of the first.
		square.Mul(&square, &z)
		y.Sqrt(&square)
		y.Mul(&y, &zu2)
		y.Mul(&y, u)
		num.Mul(&num, &zu2)
	}
	inverse.Inverse(&den3)
	var p bls12381.G2Affine
	p.Y.Mul(&y, &inverse)
	inverse.Mul(&inverse, &den2) // 1/den
	p.X.Mul(&num, &inverse)
	if hash_to_curve.G2Sgn0(u) != hash_to_curve.G2Sgn0(&p.Y) {
		p.Y.Neg(&p.Y)
	}
	return p
}
