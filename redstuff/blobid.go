package redstuff

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"

	"golang.org/x/crypto/blake2b"

	"walrus/merkle"
)

// A BlobID names a blob by its content: the hash of its encoding type, length and blob root (section 10).
type BlobID [32]byte

// blobIDText is base64url without padding; Strict refuses stray bits in the last character.
var blobIDText = base64.RawURLEncoding.Strict()

// NewBlobID computes the ID of a blob of length bytes with the given root.
func NewBlobID(encoding uint8, length uint64, root merkle.Hash) BlobID {
	var buf [1 + 8 + merkle.HashSize]byte
	buf[0] = encoding
	binary.LittleEndian.PutUint64(buf[1:], length)
	copy(buf[9:], root[:])
	return blake2b.Sum256(buf[:])
}

// ParseBlobID reads the 43 characters that String writes.
func ParseBlobID(s string) (BlobID, error) {
	var id BlobID
	const want = 43 // ceil(32*8/6)
	if len(s) != want {
		return BlobID{}, fmt.Errorf("blob ID %s: want %d characters of base64url without padding, got %d", quote(s), want, len(s))
	}
	// The decoder skips line breaks; with the length fixed they leave too few bytes.
	n, err := blobIDText.Decode(id[:], []byte(s))
	if err != nil || n != len(id) {
		return BlobID{}, fmt.Errorf("blob ID %s: not base64url of 32 bytes (A-Z a-z 0-9 - _, no padding)", quote(s))
	}
	return id, nil
}

// quote shows text from outside in an error message, cut to a readable length.
func quote(s string) string {
	const limit = 60
	if len(s) > limit {
		return fmt.Sprintf("%.*q...", limit, s)
	}
	return fmt.Sprintf("%q", s)
}

// String returns the ID as 43 characters of base64url without padding.
func (id BlobID) String() string { return blobIDText.EncodeToString(id[:]) }

// IsZero reports whether all bytes are zero, which no blob hashes to.
func (id BlobID) IsZero() bool { return id == BlobID{} }

// MarshalText returns String.
func (id BlobID) MarshalText() ([]byte, error) {
	return blobIDText.AppendEncode(nil, id[:]), nil
}

// UnmarshalText is ParseBlobID.
func (id *BlobID) UnmarshalText(b []byte) error {
	v, err := ParseBlobID(string(b))
	if err != nil {
		return err
	}
	*id = v
	return nil
}

// Rotation returns the distance from a pair's index to its shard's: the ID read as a big-endian number,
// modulo n (section 7). This is the only place where a blob ID is read big-endian.
func (id BlobID) Rotation(n int) int {
	offset := uint64(0)
	for _, b := range id {
		offset = (offset<<8 | uint64(b)) % uint64(n)
	}
	return int(offset)
}
