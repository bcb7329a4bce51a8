package redstuff

import (
	"errors"

	"walrus/bcs"
)

// Conditions that a caller may branch on (section 22). Errors returned by this package wrap them.
var (
	// ErrDataTooLarge: the blob does not fit the largest symbol size at this number of shards.
	ErrDataTooLarge = errors.New("data too large")
	// ErrInvalidShardCount: no code exists for this number of shards.
	ErrInvalidShardCount = errors.New("invalid number of shards")
	// ErrMalformed: bytes are not the canonical encoding of the wanted type. It is bcs.ErrMalformed.
	ErrMalformed = bcs.ErrMalformed
	// ErrUnsupportedEncoding: the encoding type is not RS2.
	ErrUnsupportedEncoding = errors.New("unsupported encoding type")
	// ErrHashCount: metadata does not hold one pair of hashes per shard.
	ErrHashCount = errors.New("wrong number of hashes")
	// ErrBlobIDMismatch: metadata does not hash to the blob ID it is meant for.
	ErrBlobIDMismatch = errors.New("blob ID mismatch")
	// ErrIndexOutOfRange: an index is not below the number of shards.
	ErrIndexOutOfRange = errors.New("index out of range")
	// ErrSliverSize: a sliver does not have the length that the blob's length implies.
	ErrSliverSize = errors.New("wrong sliver length")
	// ErrSymbolSize: a symbol does not have the size that the blob's length implies.
	ErrSymbolSize = errors.New("wrong symbol size")
	// ErrMerkleRoot: a sliver does not hash to the value in the metadata.
	ErrMerkleRoot = errors.New("wrong sliver hash")
	// ErrProof: a symbol's Merkle proof does not lead to the hash in the metadata.
	ErrProof = errors.New("wrong Merkle proof")
	// ErrSymbolNotUsable: a symbol does not lie in the sliver it was offered for.
	ErrSymbolNotUsable = errors.New("symbol is not part of the target sliver")
	// ErrNotEnoughSlivers: fewer distinct usable slivers than decoding needs. Fetch more.
	ErrNotEnoughSlivers = errors.New("not enough slivers")
	// ErrNotEnoughSymbols: fewer distinct usable symbols than recovery needs. Fetch more.
	ErrNotEnoughSymbols = errors.New("not enough symbols")
	// ErrBlobInvalid: the decoded content is not what the metadata commits to. The uploader made a blob
	// that is no correct encoding; no honest reader returns data for it.
	ErrBlobInvalid = errors.New("invalid blob")
	// ErrNotInconsistent: an inconsistency proof does not prove anything.
	ErrNotInconsistent = errors.New("proof shows no inconsistency")
)
