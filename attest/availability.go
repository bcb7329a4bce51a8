package attest

import (
	"crypto/sha256"
	"fmt"

	"walrus/bcs"
)

// availabilityLeafSize is the length of an availability's body without the network id.
const availabilityLeafSize = 32 + 32 + 8 + 1 + 1 + 4 + 4

// An Availability is type 0x40: the signer holds, durably, both slivers of the blob for all its shards, and keeps them until End for the sake of
// one blob object. All values are the object's own at the signer's final position on the chain.
type Availability struct {
	Network    NetworkID
	BlobID     [32]byte
	Object     ObjectID
	Size       uint64 // bytes of the blob
	Encoding   uint8
	Deletable  bool  // the owner may end it early: promises nothing to third parties
	End        Epoch // first epoch in which the blob need not be kept
	Registered Epoch // epoch in which the object was registered
}

// Message returns the 121 bytes to sign in epoch signed: header and 114 bytes of body.
func (a Availability) Message(signed Epoch) []byte {
	b := append(begin(TypeAvailability, signed, 32+availabilityLeafSize), a.Network[:]...)
	return a.AppendLeaf(b)
}

// AppendLeaf appends the 82 bytes that stand for a in the tree of an availability batch: the body without the network id.
func (a Availability) AppendLeaf(dst []byte) []byte {
	dst = append(dst, a.BlobID[:]...)
	dst = append(dst, a.Object[:]...)
	dst = bcs.AppendU64(dst, a.Size)
	dst = bcs.AppendU8(dst, a.Encoding)
	dst = bcs.AppendBool(dst, a.Deletable)
	dst = bcs.AppendU32(dst, uint32(a.End))
	return bcs.AppendU32(dst, uint32(a.Registered))
}

// LeafHash is the hash of that leaf as it stands in the tree of a batch.
func (a Availability) LeafHash() [sha256.Size]byte { return hashLeaf(a.AppendLeaf(nil)) }

func readAvailabilityLeaf(r *bcs.Reader, network NetworkID) Availability {
	return Availability{
		Network: network, BlobID: r.Array32(), Object: r.Array32(), Size: r.U64(), Encoding: r.U8(), Deletable: r.Bool(),
		End: Epoch(r.U32()), Registered: Epoch(r.U32()),
	}
}

// ParseAvailability reads what Message writes.
func ParseAvailability(message []byte) (Availability, Epoch, error) {
	return parse(message, TypeAvailability, func(r *bcs.Reader) Availability {
		return readAvailabilityLeaf(r, r.Array32())
	})
}

// ParseAvailabilityLeaf reads what AppendLeaf writes; network is that of the batch.
func ParseAvailabilityLeaf(network NetworkID, leaf []byte) (Availability, error) {
	r := bcs.NewReader(leaf)
	a := readAvailabilityLeaf(r, network)
	if err := r.Finish(); err != nil {
		return Availability{}, fmt.Errorf("availability leaf: %w: %w", ErrMalformed, err)
	}
	return a, nil
}

// Mismatch tells what differs between two statements about the same thing, got and want, or returns nil. The error wraps [ErrWrongContents] and
// names the first field that differs, network and object first: they say whose statement it is.
func (a Availability) Mismatch(want Availability) error {
	differ := func(field string, got, want any) error {
		return fmt.Errorf("%w: %s is %v, want %v", ErrWrongContents, field, got, want)
	}
	switch {
	case a.Network != want.Network:
		return differ("network", a.Network, want.Network)
	case a.Object != want.Object:
		return differ("object", a.Object, want.Object)
	case a.BlobID != want.BlobID:
		return differ("blob id", hexText(a.BlobID), hexText(want.BlobID))
	case a.Size != want.Size:
		return differ("size", a.Size, want.Size)
	case a.Encoding != want.Encoding:
		return differ("encoding", a.Encoding, want.Encoding)
	case a.Deletable != want.Deletable:
		return differ("deletable", a.Deletable, want.Deletable)
	case a.End != want.End:
		return differ("end epoch", a.End, want.End)
	case a.Registered != want.Registered:
		return differ("registered epoch", a.Registered, want.Registered)
	}
	return nil
}

// An AvailabilityBatch is type 0x41: the signer states every leaf of a tree of availabilities of one network.
type AvailabilityBatch struct {
	Network NetworkID
	Count   uint32 // leaves
	Root    [sha256.Size]byte
}

// NewAvailabilityBatch builds the batch over the given statements in their order. All must be of network.
func NewAvailabilityBatch(network NetworkID, statements []Availability) (AvailabilityBatch, error) {
	leaves := make([][]byte, len(statements))
	for i, a := range statements {
		if a.Network != network {
			return AvailabilityBatch{}, fmt.Errorf("statement %d: %w: network is %v, want %v", i, ErrWrongContents, a.Network, network)
		}
		leaves[i] = a.AppendLeaf(nil)
	}
	return AvailabilityBatch{network, uint32(len(leaves)), TreeRoot(leaves)}, nil
}

// Message returns the 75 bytes to sign in epoch signed.
func (b AvailabilityBatch) Message(signed Epoch) []byte {
	m := append(begin(TypeAvailabilityBatch, signed, 68), b.Network[:]...)
	m = bcs.AppendU32(m, b.Count)
	return append(m, b.Root[:]...)
}

// ParseAvailabilityBatch reads what Message writes.
func ParseAvailabilityBatch(message []byte) (AvailabilityBatch, Epoch, error) {
	return parse(message, TypeAvailabilityBatch, func(r *bcs.Reader) AvailabilityBatch {
		return AvailabilityBatch{Network: r.Array32(), Count: r.U32(), Root: r.Array32()}
	})
}

// Includes verifies that the batch states a, as its leaf number index, by an inclusion path of [TreePath].
func (b AvailabilityBatch) Includes(a Availability, index uint32, path [][sha256.Size]byte) error {
	if a.Network != b.Network {
		return fmt.Errorf("%w: network is %v, the batch's is %v", ErrWrongContents, a.Network, b.Network)
	}
	return VerifyTreePath(b.Root, a.AppendLeaf(nil), uint64(index), uint64(b.Count), path)
}
