package attest

import (
	"crypto/sha256"
	"fmt"

	"walrus/bcs"
)

// A Handover is type 0x42: the committee of the header's epoch names the next one.
type Handover struct {
	Network      NetworkID
	Next         Epoch
	NShards      uint16
	Members      uint16
	MembersRoot  [sha256.Size]byte // tree over the members, see [HandoverLeaf]
	AggregateKey [48]byte          // sum of all members' keys, compressed
	ValidFrom    uint64            // milliseconds since 1970
	ValidUntil   uint64            // milliseconds since 1970; refuse the handover later
}

// Message returns the 143 bytes to sign in epoch signed.
func (h Handover) Message(signed Epoch) []byte {
	b := append(begin(TypeHandover, signed, 136), h.Network[:]...)
	b = bcs.AppendU32(b, uint32(h.Next))
	b = bcs.AppendU16(b, h.NShards)
	b = bcs.AppendU16(b, h.Members)
	b = append(b, h.MembersRoot[:]...)
	b = append(b, h.AggregateKey[:]...)
	b = bcs.AppendU64(b, h.ValidFrom)
	return bcs.AppendU64(b, h.ValidUntil)
}

// ParseHandover reads what Message writes.
func ParseHandover(message []byte) (Handover, Epoch, error) {
	return parse(message, TypeHandover, func(r *bcs.Reader) Handover {
		return Handover{
			Network: r.Array32(), Next: Epoch(r.U32()), NShards: r.U16(), Members: r.U16(), MembersRoot: r.Array32(),
			AggregateKey: fixed48(r), ValidFrom: r.U64(), ValidUntil: r.U64(),
		}
	})
}

// A HandoverLeaf is one member in a handover's tree, in committee order.
type HandoverLeaf struct {
	Index  uint16
	Node   NodeID
	Key    [48]byte
	Weight uint16
}

// Append appends the leaf's 84 bytes.
func (l HandoverLeaf) Append(dst []byte) []byte {
	dst = bcs.AppendU16(dst, l.Index)
	dst = append(dst, l.Node[:]...)
	dst = append(dst, l.Key[:]...)
	return bcs.AppendU16(dst, l.Weight)
}

// ParseHandoverLeaf reads what Append writes.
func ParseHandoverLeaf(b []byte) (HandoverLeaf, error) {
	return parseLeaf(b, func(r *bcs.Reader) HandoverLeaf {
		return HandoverLeaf{Index: r.U16(), Node: r.Array32(), Key: fixed48(r), Weight: r.U16()}
	})
}

// An EpochStatus is type 0x43: the list of all blobs that nodes must hold, at one block.
type EpochStatus struct {
	Network       NetworkID
	SnapshotBlock uint64
	Leaves        uint64
	TotalBytes    uint64            // sum of the sizes of all leaves
	Root          [sha256.Size]byte // tree over the blobs, see [StatusLeaf]
}

// Message returns the 95 bytes to sign in epoch signed.
func (s EpochStatus) Message(signed Epoch) []byte {
	b := append(begin(TypeEpochStatus, signed, 88), s.Network[:]...)
	b = bcs.AppendU64(b, s.SnapshotBlock)
	b = bcs.AppendU64(b, s.Leaves)
	b = bcs.AppendU64(b, s.TotalBytes)
	return append(b, s.Root[:]...)
}

// ParseEpochStatus reads what Message writes.
func ParseEpochStatus(message []byte) (EpochStatus, Epoch, error) {
	return parse(message, TypeEpochStatus, func(r *bcs.Reader) EpochStatus {
		return EpochStatus{Network: r.Array32(), SnapshotBlock: r.U64(), Leaves: r.U64(), TotalBytes: r.U64(), Root: r.Array32()}
	})
}

// A StatusLeaf is one blob in an epoch status' tree, sorted by blob ID.
type StatusLeaf struct {
	Index          uint64
	BlobID         [32]byte
	Size           uint64
	Cumulative     uint64 // bytes of all leaves before this one, so that a random byte position picks a leaf
	PermanentUntil Epoch
	Flags          StatusFlags
}

// StatusFlags are the low bits of a status leaf's last byte.
type StatusFlags uint8

// The flags; other bits are refused.
const (
	FlagInvalid       StatusFlags = 1 << 0
	FlagDeletableOnly StatusFlags = 1 << 1
)

// Append appends the leaf's 61 bytes.
func (l StatusLeaf) Append(dst []byte) []byte {
	dst = bcs.AppendU64(dst, l.Index)
	dst = append(dst, l.BlobID[:]...)
	dst = bcs.AppendU64(dst, l.Size)
	dst = bcs.AppendU64(dst, l.Cumulative)
	dst = bcs.AppendU32(dst, uint32(l.PermanentUntil))
	return bcs.AppendU8(dst, uint8(l.Flags))
}

// ParseStatusLeaf reads what Append writes.
func ParseStatusLeaf(b []byte) (StatusLeaf, error) {
	return parseLeaf(b, func(r *bcs.Reader) StatusLeaf {
		l := StatusLeaf{
			Index: r.U64(), BlobID: r.Array32(), Size: r.U64(), Cumulative: r.U64(), PermanentUntil: Epoch(r.U32()), Flags: StatusFlags(r.U8()),
		}
		if l.Flags&^(FlagInvalid|FlagDeletableOnly) != 0 {
			r.Fail("unknown flags 0x%02x", uint8(l.Flags))
		}
		return l
	})
}

func parseLeaf[T any](b []byte, body func(*bcs.Reader) T) (T, error) {
	r := bcs.NewReader(b)
	v := body(r)
	if err := r.Finish(); err != nil {
		var none T
		return none, fmt.Errorf("leaf: %w: %w", ErrMalformed, err)
	}
	return v, nil
}

// Outcome is how an audited node did.
type Outcome uint8

// The outcomes of attestations.md section 2.
const (
	Passed Outcome = 0
	Failed Outcome = 1
	Silent Outcome = 2
)

var outcomeNames = [...]string{"passed", "failed", "silent"}

// String returns the outcome's name.
func (o Outcome) String() string {
	if int(o) < len(outcomeNames) {
		return outcomeNames[o]
	}
	return fmt.Sprintf("Outcome(%d)", uint8(o))
}

// A Verdict is type 0x44: what the committee found when it audited a node.
type Verdict struct {
	Network   NetworkID
	Node      NodeID
	Challenge [32]byte
	Sampled   uint32 // symbols asked for
	Failed    uint32 // of those, not answered or wrong
	Outcome   Outcome
}

// Message returns the 112 bytes to sign in epoch signed.
func (v Verdict) Message(signed Epoch) []byte {
	b := append(begin(TypeVerdict, signed, 105), v.Network[:]...)
	b = append(b, v.Node[:]...)
	b = append(b, v.Challenge[:]...)
	b = bcs.AppendU32(b, v.Sampled)
	b = bcs.AppendU32(b, v.Failed)
	return bcs.AppendU8(b, uint8(v.Outcome))
}

// ParseVerdict reads what Message writes, with one of the three outcomes.
func ParseVerdict(message []byte) (Verdict, Epoch, error) {
	return parse(message, TypeVerdict, func(r *bcs.Reader) Verdict {
		v := Verdict{Network: r.Array32(), Node: r.Array32(), Challenge: r.Array32(), Sampled: r.U32(), Failed: r.U32(), Outcome: Outcome(r.U8())}
		if v.Outcome > Silent {
			r.Fail("unknown outcome %d", uint8(v.Outcome))
		}
		return v
	})
}

// A Possession is type 0x45: a key signs itself for one operator and one registration. Contracts refuse a key without it, since a key made up
// from other members' keys would let its maker sign for them.
type Possession struct {
	Network  NetworkID
	Operator Address
	Nonce    uint64 // the operator's registrations so far
	Key      [48]byte
}

// Message returns the 115 bytes to sign in epoch signed.
func (p Possession) Message(signed Epoch) []byte {
	b := append(begin(TypePossession, signed, 108), p.Network[:]...)
	b = append(b, p.Operator[:]...)
	b = bcs.AppendU64(b, p.Nonce)
	return append(b, p.Key[:]...)
}

// ParsePossession reads what Message writes.
func ParsePossession(message []byte) (Possession, Epoch, error) {
	return parse(message, TypePossession, func(r *bcs.Reader) Possession {
		return Possession{Network: r.Array32(), Operator: fixed20(r), Nonce: r.U64(), Key: fixed48(r)}
	})
}

// An InvalidBlob is type 0x46: the signer has verified that the blob's slivers do not belong together, in a network of NShards.
type InvalidBlob struct {
	Network NetworkID
	NShards uint16
	BlobID  [32]byte
}

// Message returns the 73 bytes to sign in epoch signed.
func (m InvalidBlob) Message(signed Epoch) []byte {
	b := append(begin(TypeInvalidBlob, signed, 66), m.Network[:]...)
	b = bcs.AppendU16(b, m.NShards)
	return append(b, m.BlobID[:]...)
}

// ParseInvalidBlob reads what Message writes.
func ParseInvalidBlob(message []byte) (InvalidBlob, Epoch, error) {
	return parse(message, TypeInvalidBlob, func(r *bcs.Reader) InvalidBlob {
		return InvalidBlob{Network: r.Array32(), NShards: r.U16(), BlobID: r.Array32()}
	})
}
