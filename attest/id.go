package attest

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"golang.org/x/crypto/sha3"
)

// Epoch counts the committee's terms. The chain's current epoch, the epoch of an event and the epoch a message was signed in are three
// different values of this type; variables say which one they hold.
type Epoch uint32

// String returns e in decimal.
func (e Epoch) String() string { return strconv.FormatUint(uint64(e), 10) }

// Address is an account or contract on the home chain, in raw bytes.
type Address = [20]byte

type (
	// NetworkID names one deployment of the contracts, see [NewNetworkID].
	NetworkID [32]byte
	// ObjectID names one record of the contracts: a resource, a blob object, a pool, a stake, see [NewObjectID].
	ObjectID [32]byte
	// NodeID names a storage node; it is the object id of the node's record. Committees are ordered by it.
	NodeID [32]byte
)

// networkDomain separates network ids from every other use of SHA-256.
const networkDomain = "walrus-network-v1"

// NewNetworkID derives the id of a deployment (attestations.md section 1):
// SHA-256(domain || chain id as 32 bytes big endian || registry proxy || salt).
// It returns the zero id if chainID is nil, negative or longer than 256 bits: no chain has such an id.
func NewNetworkID(chainID *big.Int, registry Address, salt [32]byte) NetworkID {
	if chainID == nil || chainID.Sign() < 0 || chainID.BitLen() > 256 {
		return NetworkID{}
	}
	b := make([]byte, 0, len(networkDomain)+32+20+32)
	b = append(b, networkDomain...)
	var word [32]byte
	b = append(b, chainID.FillBytes(word[:])...)
	b = append(b, registry[:]...)
	b = append(b, salt[:]...)
	return sha256.Sum256(b)
}

// ObjectKind says what an object id names.
type ObjectKind uint8

// The kinds of attestations.md section 1. Pooled blobs are KindBlob too.
const (
	KindResource ObjectKind = 1
	KindBlob     ObjectKind = 2
	KindPool     ObjectKind = 3
	KindBucket   ObjectKind = 4
	KindStake    ObjectKind = 5
	KindNode     ObjectKind = 6
)

var kindNames = [...]string{KindResource: "resource", KindBlob: "blob", KindPool: "pool", KindBucket: "bucket", KindStake: "stake", KindNode: "node"}

// String returns the kind's name.
func (k ObjectKind) String() string {
	if k >= KindResource && int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("ObjectKind(%d)", uint8(k))
}

// NewObjectID returns the id of the object that creator (the sender of the call into the contracts) makes when its counter stands at nonce:
// keccak256(abi.encode(network, uint8 kind, address creator, uint64 nonce)), four words of 32 bytes. One counter serves all kinds.
func NewObjectID(network NetworkID, kind ObjectKind, creator Address, nonce uint64) (id ObjectID) {
	var words [4 * 32]byte
	copy(words[:32], network[:])
	words[63] = byte(kind)
	copy(words[64+12:96], creator[:])
	binary.BigEndian.PutUint64(words[96+24:], nonce)
	h := sha3.NewLegacyKeccak256()
	h.Write(words[:])
	h.Sum(id[:0])
	return id
}

// String returns 0x and 64 lower-case hex digits.
func (id NetworkID) String() string { return hexText(id) }

// String returns 0x and 64 lower-case hex digits.
func (id ObjectID) String() string { return hexText(id) }

// String returns 0x and 64 lower-case hex digits.
func (id NodeID) String() string { return hexText(id) }

// IsZero reports whether id is all zeros, which names nothing.
func (id NetworkID) IsZero() bool { return id == NetworkID{} }

// IsZero reports whether id is all zeros, which names nothing.
func (id ObjectID) IsZero() bool { return id == ObjectID{} }

// IsZero reports whether id is all zeros, which names nothing.
func (id NodeID) IsZero() bool { return id == NodeID{} }

// MarshalText returns String's form.
func (id NetworkID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// MarshalText returns String's form.
func (id ObjectID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// MarshalText returns String's form.
func (id NodeID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what [ParseNetworkID] reads.
func (id *NetworkID) UnmarshalText(b []byte) (err error) {
	*id, err = ParseNetworkID(string(b))
	return err
}

// UnmarshalText reads what [ParseObjectID] reads.
func (id *ObjectID) UnmarshalText(b []byte) (err error) {
	*id, err = ParseObjectID(string(b))
	return err
}

// UnmarshalText reads what [ParseNodeID] reads.
func (id *NodeID) UnmarshalText(b []byte) (err error) {
	*id, err = ParseNodeID(string(b))
	return err
}

// ParseNetworkID reads 0x and 64 hex digits in any case.
func ParseNetworkID(s string) (NetworkID, error) { return parseHexText[NetworkID]("network id", s) }

// ParseObjectID reads 0x and 64 hex digits in any case.
func ParseObjectID(s string) (ObjectID, error) { return parseHexText[ObjectID]("object id", s) }

// ParseNodeID reads 0x and 64 hex digits in any case.
func ParseNodeID(s string) (NodeID, error) { return parseHexText[NodeID]("node id", s) }

func hexText(b [32]byte) string { return "0x" + hex.EncodeToString(b[:]) }

func parseHexText[T ~[32]byte](what, s string) (T, error) {
	var b [32]byte
	digits, ok := strings.CutPrefix(s, "0x")
	if !ok || len(digits) != 2*len(b) {
		return T{}, fmt.Errorf("%s %.80q: want 0x and 64 hex digits", what, s)
	}
	if _, err := hex.Decode(b[:], []byte(digits)); err != nil {
		return T{}, fmt.Errorf("%s %q: %w", what, s, err)
	}
	return T(b), nil
}
