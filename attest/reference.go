package attest

import "walrus/bcs"

// This file has the messages of the public network, types 0 to 6 (messages.md section 4). Their Message methods return the exact bytes to
// sign; the Parse functions read exactly those and return [ErrMalformed] for everything else.

// A RegistrationProof is type 0: a new node proves that it holds its key's secret. The registering transaction's sender and the current epoch
// are in it. Our own contracts take [Possession] instead.
type RegistrationProof struct {
	Address [32]byte
	Key     [48]byte // compressed public key
}

// Message returns the 87 bytes to sign in epoch signed.
func (p RegistrationProof) Message(signed Epoch) []byte {
	b := begin(TypeRegistrationProof, signed, 32+48)
	b = append(b, p.Address[:]...)
	return append(b, p.Key[:]...)
}

// ParseRegistrationProof reads what Message writes.
func ParseRegistrationProof(message []byte) (RegistrationProof, Epoch, error) {
	return parse(message, TypeRegistrationProof, func(r *bcs.Reader) RegistrationProof {
		return RegistrationProof{Address: r.Array32(), Key: fixed48(r)}
	})
}

// A Confirmation is type 1: the signer stores both slivers of the blob for every shard it has.
type Confirmation struct {
	BlobID    [32]byte
	Deletable bool
	Object    ObjectID // the deletable blob object; not written, and zero when parsed, for a permanent blob
}

// Variants of the persistence enum.
const (
	permanent = 0
	deletable = 1
)

// Message returns the bytes to sign in epoch signed: 40 for a permanent blob, 72 for a deletable one.
func (c Confirmation) Message(signed Epoch) []byte {
	b := begin(TypeConfirmation, signed, 32+1+32)
	b = append(b, c.BlobID[:]...)
	if !c.Deletable {
		return append(b, permanent)
	}
	b = append(b, deletable)
	return append(b, c.Object[:]...)
}

// ParseConfirmation reads what Message writes.
func ParseConfirmation(message []byte) (Confirmation, Epoch, error) {
	return parse(message, TypeConfirmation, func(r *bcs.Reader) Confirmation {
		c := Confirmation{BlobID: r.Array32()}
		switch v := r.ULEB(); v {
		case permanent:
		case deletable:
			c.Deletable, c.Object = true, r.Array32()
		default:
			r.Fail("persistence %d, want 0 or 1", v)
		}
		return c
	})
}

// An InvalidBlobID is type 2: the signer has verified that the blob's slivers do not belong together.
type InvalidBlobID struct{ BlobID [32]byte }

// Message returns the 39 bytes to sign in epoch signed.
func (m InvalidBlobID) Message(signed Epoch) []byte {
	return append(begin(TypeInvalidBlobID, signed, 32), m.BlobID[:]...)
}

// ParseInvalidBlobID reads what Message writes.
func ParseInvalidBlobID(message []byte) (InvalidBlobID, Epoch, error) {
	return parse(message, TypeInvalidBlobID, func(r *bcs.Reader) InvalidBlobID {
		return InvalidBlobID{r.Array32()}
	})
}

// A SyncShard is type 3: a node that takes a shard over asks the node that has it for slivers.
type SyncShard struct {
	Shard     uint16
	Secondary bool     // which sliver of each pair
	Start     [32]byte // first blob ID wanted
	Count     uint64   // slivers at most
	Epoch     Epoch    // the epoch being entered; a server demands that it equals the header's
}

// Message returns the 55 bytes to sign in epoch signed.
func (s SyncShard) Message(signed Epoch) []byte {
	b := begin(TypeSyncShard, signed, 48)
	b = bcs.AppendULEB(b, 0) // request variant V1
	b = bcs.AppendU16(b, s.Shard)
	b = bcs.AppendBool(b, s.Secondary)
	b = append(b, s.Start[:]...)
	b = bcs.AppendU64(b, s.Count)
	return bcs.AppendU32(b, uint32(s.Epoch))
}

// ParseSyncShard reads what Message writes.
func ParseSyncShard(message []byte) (SyncShard, Epoch, error) {
	return parse(message, TypeSyncShard, func(r *bcs.Reader) SyncShard {
		if v := r.ULEB(); v != 0 {
			r.Fail("request variant %d, want 0", v)
		}
		s := SyncShard{Shard: r.U16()}
		switch axis := r.ULEB(); axis {
		case 0, 1:
			s.Secondary = axis == 1
		default:
			r.Fail("sliver type %d, want 0 or 1", axis)
		}
		s.Start = r.Array32()
		s.Count = r.U64()
		s.Epoch = Epoch(r.U32())
		return s
	})
}

// A DenyListUpdate is type 4: the named node's deny list has this root and size.
type DenyListUpdate struct {
	Node     NodeID
	Sequence uint64 // grows with every update
	Size     uint64 // encoded bytes on the list
	Root     [32]byte
}

// Message returns the 87 bytes to sign in epoch signed.
func (d DenyListUpdate) Message(signed Epoch) []byte {
	b := append(begin(TypeDenyListUpdate, signed, 80), d.Node[:]...)
	b = bcs.AppendU64(b, d.Sequence)
	b = bcs.AppendU64(b, d.Size)
	return append(b, d.Root[:]...)
}

// ParseDenyListUpdate reads what Message writes.
func ParseDenyListUpdate(message []byte) (DenyListUpdate, Epoch, error) {
	return parse(message, TypeDenyListUpdate, func(r *bcs.Reader) DenyListUpdate {
		return DenyListUpdate{Node: r.Array32(), Sequence: r.U64(), Size: r.U64(), Root: r.Array32()}
	})
}

// A DenyListDeletion is type 5: a deny-listed blob is deleted.
type DenyListDeletion struct{ BlobID [32]byte }

// Message returns the 39 bytes to sign in epoch signed.
func (m DenyListDeletion) Message(signed Epoch) []byte {
	return append(begin(TypeDenyListDeletion, signed, 32), m.BlobID[:]...)
}

// ParseDenyListDeletion reads what Message writes.
func ParseDenyListDeletion(message []byte) (DenyListDeletion, Epoch, error) {
	return parse(message, TypeDenyListDeletion, func(r *bcs.Reader) DenyListDeletion {
		return DenyListDeletion{r.Array32()}
	})
}

// A ProtocolVersion is type 6: from epoch Start on the network runs protocol Version.
type ProtocolVersion struct {
	Start   Epoch
	Version uint64
}

// Message returns the 19 bytes to sign in epoch signed.
func (p ProtocolVersion) Message(signed Epoch) []byte {
	b := bcs.AppendU32(begin(TypeProtocolVersion, signed, 12), uint32(p.Start))
	return bcs.AppendU64(b, p.Version)
}

// ParseProtocolVersion reads what Message writes.
func ParseProtocolVersion(message []byte) (ProtocolVersion, Epoch, error) {
	return parse(message, TypeProtocolVersion, func(r *bcs.Reader) ProtocolVersion {
		return ProtocolVersion{Start: Epoch(r.U32()), Version: r.U64()}
	})
}
