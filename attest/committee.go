package attest

import (
	"bytes"
	"errors"
	"fmt"
	"math/bits"

	"walrus/bls"
)

// Errors of committees and signer sets.
var (
	ErrCommittee = errors.New("not a committee")
	ErrSigners   = errors.New("not a set of this committee's members")
	ErrNoQuorum  = errors.New("too little weight signed")
)

// A Member is one node of a committee. Weight is the number of its shards.
type Member struct {
	NodeID NodeID
	Key    *bls.PublicKey
	Weight uint16
}

// A Committee is the nodes of one epoch in the order of their ids; a member's position is its index in bitmaps and certificates. Values come
// from [NewCommittee] and are not changed afterwards, so they may be shared.
type Committee struct {
	Epoch   Epoch
	NShards uint16 // sum of the weights
	Members []Member
	keys    *bls.KeySet // of all members
}

// NewCommittee checks what every other function relies on: members in strictly ascending order of node id, each with a key of its own and at
// least one shard, weights that add up to nShards. It keeps members. The members' proofs of possession have been checked by whoever admitted them.
func NewCommittee(epoch Epoch, nShards uint16, members []Member) (*Committee, error) {
	total := 0
	keys := make(map[[bls.PublicKeySize]byte]int, len(members))
	for i, m := range members {
		switch {
		case m.Key == nil:
			return nil, fmt.Errorf("%w: member %d has no key", ErrCommittee, i)
		case m.Weight == 0:
			return nil, fmt.Errorf("%w: member %d has no shards", ErrCommittee, i)
		case i > 0 && bytes.Compare(members[i-1].NodeID[:], m.NodeID[:]) >= 0:
			return nil, fmt.Errorf("%w: members %d and %d are not in the order of their node ids", ErrCommittee, i-1, i)
		}
		if first, twice := keys[m.Key.Bytes()]; twice {
			return nil, fmt.Errorf("%w: members %d and %d have the same key", ErrCommittee, first, i)
		}
		keys[m.Key.Bytes()] = i
		total += int(m.Weight)
	}
	if total == 0 || total != int(nShards) {
		return nil, fmt.Errorf("%w: weights add up to %d, want %d shards", ErrCommittee, total, nShards)
	}
	ordered := make([]*bls.PublicKey, len(members))
	for i := range members {
		ordered[i] = members[i].Key
	}
	return &Committee{epoch, nShards, members, bls.NewKeySet(ordered)}, nil
}

// Quorum returns n-f, the weight that a certificate needs.
func (c *Committee) Quorum() int { return MinCorrect(int(c.NShards)) }

// IndexOf returns the position of a node, or -1.
func (c *Committee) IndexOf(id NodeID) int {
	for i := range c.Members {
		if c.Members[i].NodeID == id {
			return i
		}
	}
	return -1
}

// IndexOfKey returns the position of the member with this key, or -1.
func (c *Committee) IndexOfKey(key *bls.PublicKey) int {
	for i := range c.Members {
		if c.Members[i].Key.Equal(key) {
			return i
		}
	}
	return -1
}

// WeightOf adds up the weights of the members in signers. It fails with [ErrSigners] if the bitmap is not exactly this committee's size or has a
// bit of nobody.
func (c *Committee) WeightOf(signers Bitmap) (int, error) {
	if err := signers.Check(len(c.Members)); err != nil {
		return 0, err
	}
	weight := 0
	for i := range c.Members {
		if signers.Has(i) {
			weight += int(c.Members[i].Weight)
		}
	}
	return weight, nil
}

// AggregateKey returns the sum of all members' keys, the aggregate_key of a handover.
func (c *Committee) AggregateKey() (*bls.PublicKey, error) { return c.keys.Aggregate() }

// HandoverLeaves returns the leaves of the tree over the members, in order.
func (c *Committee) HandoverLeaves() [][]byte {
	leaves := make([][]byte, len(c.Members))
	for i, m := range c.Members {
		leaves[i] = HandoverLeaf{uint16(i), m.NodeID, m.Key.Bytes(), m.Weight}.Append(nil)
	}
	return leaves
}

// A Bitmap names members of a committee: bit i%8, the lowest first, of byte i/8 is member i. It has exactly ceil(members/8) bytes.
type Bitmap []byte

// NewBitmap returns the empty set for a committee of that many members.
func NewBitmap(members int) Bitmap { return make(Bitmap, (members+7)/8) }

// BitmapOf returns the set of the given members, whose order does not matter. It fails with [ErrSigners] for an index that is out of range or
// occurs twice.
func BitmapOf(members int, indices []uint16) (Bitmap, error) {
	b := NewBitmap(members)
	for _, i := range indices {
		switch {
		case int(i) >= members:
			return nil, fmt.Errorf("%w: member %d of %d", ErrSigners, i, members)
		case b.Has(int(i)):
			return nil, fmt.Errorf("%w: member %d occurs twice", ErrSigners, i)
		}
		b.Set(int(i))
	}
	return b, nil
}

// Has reports whether member i is in the set; false out of range.
func (b Bitmap) Has(i int) bool { return i >= 0 && i/8 < len(b) && b[i/8]>>(i%8)&1 == 1 }

// Set adds member i, which must be in range of the bitmap's length.
func (b Bitmap) Set(i int) { b[i/8] |= 1 << (i % 8) }

// Clear removes member i, which must be in range of the bitmap's length.
func (b Bitmap) Clear(i int) { b[i/8] &^= 1 << (i % 8) }

// Count returns the number of members in the set.
func (b Bitmap) Count() int {
	n := 0
	for _, v := range b {
		n += bits.OnesCount8(v)
	}
	return n
}

// Indices returns the members in ascending order.
func (b Bitmap) Indices() []uint16 {
	out := make([]uint16, 0, b.Count())
	for i := range len(b) * 8 {
		if b.Has(i) {
			out = append(out, uint16(i))
		}
	}
	return out
}

// Check returns [ErrSigners] unless b is a set of members of a committee of that many: exact length, no bit beyond the last member.
func (b Bitmap) Check(members int) error {
	if len(b) != (members+7)/8 {
		return fmt.Errorf("%w: bitmap of %d bytes, want %d for %d members", ErrSigners, len(b), (members+7)/8, members)
	}
	if rest := members % 8; rest != 0 && b[len(b)-1]>>rest != 0 {
		return fmt.Errorf("%w: bitmap has a bit beyond member %d", ErrSigners, members-1)
	}
	return nil
}
