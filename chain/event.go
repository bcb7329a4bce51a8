package chain

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strings"

	"walrus/attest"
	"walrus/redstuff"
)

// Address is an account or contract on the home chain.
type Address [20]byte

// TxHash names a transaction.
type TxHash [32]byte

func (a Address) String() string { return "0x" + hex.EncodeToString(a[:]) }
func (h TxHash) String() string  { return "0x" + hex.EncodeToString(h[:]) }

func (a Address) MarshalText() ([]byte, error) { return []byte(a.String()), nil }
func (h TxHash) MarshalText() ([]byte, error)  { return []byte(h.String()), nil }

func (a *Address) UnmarshalText(b []byte) (err error) { *a, err = ParseAddress(string(b)); return err }
func (h *TxHash) UnmarshalText(b []byte) error        { return parseHex(h[:], string(b)) }

// IsZero reports whether a is the zero address.
func (a Address) IsZero() bool { return a == Address{} }

// ParseAddress reads 0x and 40 hex digits, in any case.
func ParseAddress(s string) (a Address, err error) {
	if err := parseHex(a[:], s); err != nil {
		return Address{}, fmt.Errorf("address %q: %w", s, err)
	}
	return a, nil
}

// ParseTxHash reads 0x and 64 hex digits.
func ParseTxHash(s string) (h TxHash, err error) {
	if err := parseHex(h[:], s); err != nil {
		return TxHash{}, fmt.Errorf("transaction hash %q: %w", s, err)
	}
	return h, nil
}

func parseHex(dst []byte, s string) error {
	digits, ok := strings.CutPrefix(s, "0x")
	if !ok || len(digits) != 2*len(dst) {
		return fmt.Errorf("want 0x and %d hex digits", 2*len(dst))
	}
	_, err := hex.Decode(dst, []byte(digits))
	return err
}

// A Cursor is a position in the event stream: the last event that was handled. The zero Cursor is before the first event.
// Positions without an event (LogIndex NoLog) mark a block whose events, if any, are all handled.
type Cursor struct {
	Block    uint64
	Hash     [32]byte // of the block; a different hash at Block means a reorganisation
	LogIndex uint32
}

// NoLog is the log index of a cursor that stands behind a whole block.
const NoLog = ^uint32(0)

// cursorLen is the encoded size of a cursor.
const cursorLen = 8 + 32 + 4

// MarshalBinary encodes c in 44 bytes that sort like positions.
func (c Cursor) MarshalBinary() ([]byte, error) {
	b := binary.BigEndian.AppendUint64(make([]byte, 0, cursorLen), c.Block)
	b = append(b, c.Hash[:]...)
	return binary.BigEndian.AppendUint32(b, c.LogIndex), nil
}

// UnmarshalBinary is the inverse of MarshalBinary.
func (c *Cursor) UnmarshalBinary(b []byte) error {
	if len(b) != cursorLen {
		return fmt.Errorf("cursor has %d bytes, want %d", len(b), cursorLen)
	}
	c.Block = binary.BigEndian.Uint64(b)
	copy(c.Hash[:], b[8:40])
	c.LogIndex = binary.BigEndian.Uint32(b[40:])
	return nil
}

// After reports whether c lies behind d in the stream.
func (c Cursor) After(d Cursor) bool {
	return c.Block > d.Block || c.Block == d.Block && c.LogIndex > d.LogIndex
}

// Kind names an event.
type Kind uint8

// The events of spec section 8 that exist so far, plus ours for reservation, transfer and progress.
const (
	// BlockPassed carries only a cursor: everything up to its block is handled. Streams yield one when they catch up, so that idle nodes move their cursor.
	BlockPassed Kind = iota
	BlobRegistered
	BlobCertified
	BlobDeleted
	InvalidBlobID
	StorageReserved
	Transferred
	CommitteeSet
	PricesUpdated
	// PoolCreated and PoolExtended set the end of a storage pool, and so of every blob in it. Registrations, certifications and deletions of pooled blobs are those of other
	// blobs with Event.Pool set and Event.End zero.
	PoolCreated
	PoolExtended
	// UnknownEvent is an event of the contracts that this program does not know, as newer ones may emit. Whoever must have seen everything cannot go on behind it.
	UnknownEvent Kind = 255
)

var kindNames = [...]string{"BlockPassed", "BlobRegistered", "BlobCertified", "BlobDeleted", "InvalidBlobID", "StorageReserved", "Transferred", "CommitteeSet", "PricesUpdated", "PoolCreated", "PoolExtended"}

func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	if k == UnknownEvent {
		return "UnknownEvent"
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// An Event is one final log of the contracts. Fields that its kind does not have are zero.
type Event struct {
	Kind   Kind
	Cursor Cursor // position of this event; pass it to Events to go on after it
	Tx     TxHash
	Time   uint64 // block time, seconds

	Epoch       attest.Epoch // of the contracts when the event was emitted; for BlobCertified the epoch of first certification
	BlobID      redstuff.BlobID
	Object      attest.ObjectID // blob object; for StorageReserved and Transferred the object concerned
	Pool        attest.ObjectID // PoolCreated, PoolExtended, and of a pooled blob's events; else zero
	Owner       Address
	Size        uint64 // unencoded bytes; for StorageReserved reserved bytes
	Encoding    uint8
	Start       attest.Epoch // StorageReserved
	End         attest.Epoch
	Deletable   bool
	IsExtension bool
	Certified   bool // BlobDeleted: was certified
}
