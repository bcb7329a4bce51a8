package attest

import (
	"errors"
	"fmt"

	"walrus/bcs"
)

// Errors that verifiers tell apart. The text around them says what was got and wanted.
var (
	ErrMalformed     = errors.New("malformed message")
	ErrWrongEpoch    = errors.New("signed in another epoch")
	ErrWrongContents = errors.New("message says something else")
	ErrBadSignature  = errors.New("signature does not verify")
)

// Type is the first byte of a message: what is stated.
type Type uint8

// Types 0 to 6 are the public network's (messages.md section 3); those from 0x40 are ours (attestations.md section 2).
const (
	TypeRegistrationProof Type = 0 // proof of possession of the public network
	TypeConfirmation      Type = 1
	TypeInvalidBlobID     Type = 2
	TypeSyncShard         Type = 3
	TypeDenyListUpdate    Type = 4
	TypeDenyListDeletion  Type = 5
	TypeProtocolVersion   Type = 6

	TypeAvailability      Type = 0x40
	TypeAvailabilityBatch Type = 0x41
	TypeHandover          Type = 0x42
	TypeEpochStatus       Type = 0x43
	TypeVerdict           Type = 0x44
	TypePossession        Type = 0x45
	TypeInvalidBlob       Type = 0x46
)

var typeNames = map[Type]string{
	TypeRegistrationProof: "registration proof", TypeConfirmation: "storage confirmation", TypeInvalidBlobID: "invalid blob ID",
	TypeSyncShard: "sync-shard request", TypeDenyListUpdate: "deny-list update", TypeDenyListDeletion: "deny-list deletion",
	TypeProtocolVersion: "protocol version", TypeAvailability: "availability", TypeAvailabilityBatch: "availability batch",
	TypeHandover: "handover", TypeEpochStatus: "epoch status", TypeVerdict: "audit verdict", TypePossession: "proof of possession",
	TypeInvalidBlob: "invalid blob",
}

// String returns the type's name.
func (t Type) String() string {
	if name, ok := typeNames[t]; ok {
		return name
	}
	return fmt.Sprintf("type 0x%02x", uint8(t))
}

// The two constant bytes of a header.
const (
	intentVersion = 0
	appID         = 3 // storage
)

// HeaderSize is the length of a header: type, version, app id, epoch.
const HeaderSize = 1 + 1 + 1 + 4

// A Header is how every message begins.
type Header struct {
	Type  Type
	Epoch Epoch // of the signer's committee when it signed
}

// ParseHeader reads the header of a message and ignores the body.
func ParseHeader(message []byte) (Header, error) {
	r := bcs.NewReader(message)
	h := readHeader(r)
	if err := r.Err(); err != nil {
		return Header{}, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	return h, nil
}

func readHeader(r *bcs.Reader) Header {
	h := Header{Type: Type(r.U8())}
	if v := r.U8(); r.Err() == nil && v != intentVersion {
		r.Fail("intent version %d, want %d", v, intentVersion)
	}
	if v := r.U8(); r.Err() == nil && v != appID {
		r.Fail("app id %d, want %d", v, appID)
	}
	h.Epoch = Epoch(r.U32())
	return h
}

// begin appends a header, with room for a body of n bytes.
func begin(t Type, signed Epoch, n int) []byte {
	b := append(make([]byte, 0, HeaderSize+n), byte(t), intentVersion, appID)
	return bcs.AppendU32(b, uint32(signed))
}

// parse reads a message of one type: the header, the body by the given function, and nothing after it.
func parse[T any](message []byte, want Type, body func(*bcs.Reader) T) (v T, signed Epoch, err error) {
	r := bcs.NewReader(message)
	h := readHeader(r)
	if r.Err() == nil && h.Type != want {
		r.Fail("%v, want %v", h.Type, want)
	}
	v = body(r)
	if err := r.Finish(); err != nil {
		var none T
		return none, 0, fmt.Errorf("%v: %w: %w", want, ErrMalformed, err)
	}
	return v, h.Epoch, nil
}

// fixed48 reads a compressed public key without checking that it is one.
func fixed48(r *bcs.Reader) (b [48]byte) {
	copy(b[:], r.Fixed(len(b)))
	return b
}

// fixed20 reads an address.
func fixed20(r *bcs.Reader) (a Address) {
	copy(a[:], r.Fixed(len(a)))
	return a
}
