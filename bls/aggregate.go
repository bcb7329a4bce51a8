package bls

import (
	"errors"
	"fmt"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
)

// ErrEmpty is returned for an aggregate of nothing, which nobody signed.
var ErrEmpty = errors.New("nothing to aggregate")

// Aggregate adds signatures up. It fails for none, and names the position of one that is no valid point; it does not verify them.
func Aggregate(sigs []Signature) (Signature, error) {
	if len(sigs) == 0 {
		return Signature{}, fmt.Errorf("signatures: %w", ErrEmpty)
	}
	var sum bls12381.G2Jac
	for i := range sigs {
		p, err := sigs[i].point()
		if err != nil {
			return Signature{}, fmt.Errorf("signature %d: %w", i, err)
		}
		sum.AddMixed(&p)
	}
	var affine bls12381.G2Affine
	affine.FromJacobian(&sum)
	return affine.Bytes(), nil
}

// AggregateKeys adds public keys up. It fails for none and for keys whose sum is infinity, which only keys chosen to cancel out have.
func AggregateKeys(keys []*PublicKey) (*PublicKey, error) {
	if len(keys) == 0 {
		return nil, fmt.Errorf("public keys: %w", ErrEmpty)
	}
	sum := sumKeys(keys)
	return aggregated(&sum)
}

func aggregated(sum *bls12381.G1Affine) (*PublicKey, error) {
	if sum.IsInfinity() {
		return nil, fmt.Errorf("%w: the keys add up to infinity", ErrPublicKey)
	}
	return newPublicKey(sum), nil
}

func sumKeys(keys []*PublicKey) (affine bls12381.G1Affine) {
	var sum bls12381.G1Jac
	for _, k := range keys {
		sum.AddMixed(&k.point)
	}
	affine.FromJacobian(&sum)
	return affine
}

// VerifyAggregate reports whether s is the aggregate of signatures of message by exactly these keys. The holders of all keys must have
// proved possession. It costs one pairing check, whatever the number of keys.
func VerifyAggregate(keys []*PublicKey, message []byte, s Signature) bool {
	if len(keys) == 0 {
		return false
	}
	sum := sumKeys(keys)
	return !sum.IsInfinity() && verify(&sum, message, s)
}

// A KeySet is keys together with their sum, for those who verify aggregates of most of the same keys again and again. It is immutable.
type KeySet struct {
	keys  []*PublicKey
	total bls12381.G1Jac
}

// NewKeySet adds the keys up. It keeps the slice.
func NewKeySet(keys []*PublicKey) *KeySet {
	s := &KeySet{keys: keys}
	for _, k := range keys {
		s.total.AddMixed(&k.point)
	}
	return s
}

// Aggregate returns what [AggregateKeys] returns for all keys.
func (s *KeySet) Aggregate() (*PublicKey, error) {
	if len(s.keys) == 0 {
		return nil, fmt.Errorf("public keys: %w", ErrEmpty)
	}
	var sum bls12381.G1Affine
	sum.FromJacobian(&s.total)
	return aggregated(&sum)
}

// Verify is [VerifyAggregate] for the keys at the positions for which signed is true. It adds those up or subtracts the others from the sum,
// whichever are fewer.
func (s *KeySet) Verify(signed func(i int) bool, message []byte, sig Signature) bool {
	var present, absent []*PublicKey
	for i, k := range s.keys {
		if signed(i) {
			present = append(present, k)
		} else {
			absent = append(absent, k)
		}
	}
	if len(absent) >= len(present) {
		return VerifyAggregate(present, message, sig)
	}
	sum := s.total
	for _, k := range absent {
		var minus bls12381.G1Affine
		minus.Neg(&k.point)
		sum.AddMixed(&minus)
	}
	var key bls12381.G1Affine
	key.FromJacobian(&sum)
	return !key.IsInfinity() && verify(&key, message, sig)
}

// FindInvalid returns the positions, ascending, of the signatures that spoil an aggregate: sigs[i] claims to be keys[i]'s signature of message.
// It returns nil if the aggregate of all verifies, and an error if the lengths differ.
//
// The aggregate of the signatures that are left verifies against the aggregate of their keys. Two colluding signers can hand in signatures that
// are each wrong and cancel out; the sum they make is a valid one, so they pass.
//
// One pairing check is made if all is well, and about 2*b*log2(n) for b bad ones of n, by bisection.
func FindInvalid(keys []*PublicKey, message []byte, sigs []Signature) ([]int, error) {
	if len(keys) != len(sigs) {
		return nil, fmt.Errorf("%d keys for %d signatures", len(keys), len(sigs))
	}
	s := search{hash: hashToG2(message)}
	var bad []int
	for i := range sigs {
		p, err := sigs[i].point()
		if err != nil {
			bad = append(bad, i)
			continue
		}
		s.members = append(s.members, member{i, &keys[i].point, p})
	}
	if len(s.members) > 0 && !s.holds(0, len(s.members)) {
		s.split(0, len(s.members))
	}
	return merge(bad, s.bad), nil
}

// A search is one bisection over the signatures of one message.
type search struct {
	hash    bls12381.G2Affine
	members []member
	bad     []int // found so far, ascending
}

type member struct {
	index int
	key   *bls12381.G1Affine
	sig   bls12381.G2Affine
}

// holds reports whether the aggregate of members[from:to] verifies.
func (s *search) holds(from, to int) bool {
	var keys bls12381.G1Jac
	var sigs bls12381.G2Jac
	for i := from; i < to; i++ {
		keys.AddMixed(s.members[i].key)
		sigs.AddMixed(&s.members[i].sig)
	}
	var key bls12381.G1Affine
	var sig bls12381.G2Affine
	key.FromJacobian(&keys)
	sig.FromJacobian(&sigs)
	return !key.IsInfinity() && !sig.IsInfinity() && pairs(&key, &s.hash, &sig)
}

// split finds the bad ones among members[from:to], whose aggregate is known not to hold.
func (s *search) split(from, to int) {
	if to-from == 1 {
		s.bad = append(s.bad, s.members[from].index)
		return
	}
	mid := from + (to-from)/2
	leftHolds := s.holds(from, mid)
	if !leftHolds {
		s.split(from, mid)
	}
	// A left half that holds leaves the fault on the right, without another check.
	if leftHolds || !s.holds(mid, to) {
		s.split(mid, to)
	}
}

// merge joins two ascending lists.
func merge(a, b []int) []int {
	if len(a) == 0 {
		return b
	}
	out := make([]int, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] < b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}
