package chain

import (
	"context"

	"walrus/attest"
	"walrus/redstuff"
)

// A Record names what attributes belong to: a blob object or a free resource by its ID alone, a pooled blob by its pool or bucket and its
// blob ID.
type Record struct {
	ID     attest.ObjectID
	BlobID redstuff.BlobID // of a pooled blob, else zero
}

// An Attribute is one key-value on a record: a key of 1 to 64 bytes, a value of at most 1,024 bytes.
type Attribute struct{ Key, Value string }

// A Pool is one reservation that many blobs share. Bucket is the capability that governs it, zero if its owner does.
type Pool struct {
	ID         attest.ObjectID
	Bucket     attest.ObjectID
	Owner      Address // of the bucket if there is one
	Start, End attest.Epoch
	Size       uint64 // encoded bytes reserved
	Used       uint64 // encoded bytes of its blobs
	Blobs      uint64
	Storage    attest.ObjectID // the reservation, which comes back under this ID when the pool is destroyed
}

// A PooledRegistration asks for a new blob in a pool.
type PooledRegistration struct {
	BlobID    redstuff.BlobID
	Root      [32]byte
	Size      uint64 // unencoded bytes
	Encoding  uint8
	Deletable bool
}

// An Extension prolongs one certified blob object by a number of epochs.
type Extension struct {
	Object attest.ObjectID
	Epochs uint32
}

// A Claim is one leaf of a batch certificate (attest 0x41): a blob object, or with BlobID set the pool or bucket that a pooled blob is in.
// Leaf is zero for objects to be certified; else it is the leaf's hash as it was signed, and the object is left alone.
type Claim struct {
	Object attest.ObjectID
	BlobID redstuff.BlobID
	Leaf   [32]byte
}

// A Supply is what exists of the token, in FROST, and what of the first issue has been burned.
type Supply struct{ Total, Burned uint64 }

// EconomyReader is the read side of what owners hold beyond plain blobs and resources.
type EconomyReader interface {
	// HolderOf is the account with the owner's rights over a record of any kind: its owner, or the holder of the token if it is wrapped.
	HolderOf(ctx context.Context, object attest.ObjectID) (Address, error)
	// Wrapped reports whether a record is presented as a token.
	Wrapped(ctx context.Context, object attest.ObjectID) (bool, error)
	// TokenURI describes a wrapped record: a data URL with JSON.
	TokenURI(ctx context.Context, object attest.ObjectID) (string, error)
	// WrappedOf lists the records whose tokens owner holds.
	WrappedOf(ctx context.Context, owner Address) ([]attest.ObjectID, error)
	// Shared reports whether a blob is shared, and the FROST that it has for its extension.
	Shared(ctx context.Context, object attest.ObjectID) (shared bool, funds uint64, err error)
	// Attributes lists the attributes of a record in order, none for a record that is no more.
	Attributes(ctx context.Context, r Record) ([]Attribute, error)
	// Pool returns a pool by its own ID or by that of its bucket.
	Pool(ctx context.Context, id attest.ObjectID) (Pool, error)
	// PoolsOf lists pools and buckets that owner governs, in order of creation.
	PoolsOf(ctx context.Context, owner Address) ([]Pool, error)
	// PooledBlobs lists what a pool holds, in order of registration. Owner is whoever may delete it, Storage the pool's reservation.
	PooledBlobs(ctx context.Context, pool attest.ObjectID) ([]Blob, error)
	// PooledBlob is one of them, by its blob ID, which a pool holds only once; ErrNotFound if there is no such pool or blob.
	PooledBlob(ctx context.Context, pool attest.ObjectID, blob redstuff.BlobID) (Blob, error)
	Supply(ctx context.Context) (Supply, error)
}

// Economy is what an account does with the records that it owns, beyond what Account has. Each call returns once its transaction is final.
// A call that costs WAL pulls at most maxPayment FROST by a permit of exactly that and leaves no allowance.
type Economy interface {
	EconomyReader
	// Simulated returns the same account for estimates: its calls send nothing, and their receipts say what they would cost now, in gas, wei and FROST, without
	// a transaction hash. A call that the contracts would refuse fails as it would.
	Simulated() SpendingAccount

	Reserve(ctx context.Context, size uint64, start, end attest.Epoch, maxPayment uint64) (Receipt, error)
	// SplitByEpoch and SplitBySize cut a free resource; Receipt.Objects is the new part.
	SplitByEpoch(ctx context.Context, resource attest.ObjectID, at attest.Epoch) (Receipt, error)
	SplitBySize(ctx context.Context, resource attest.ObjectID, size uint64) (Receipt, error)
	Fuse(ctx context.Context, first, second attest.ObjectID) (Receipt, error)
	Destroy(ctx context.Context, resource attest.ObjectID) (Receipt, error)

	ExtendWith(ctx context.Context, object, resource attest.ObjectID) (Receipt, error)
	ExtendBatch(ctx context.Context, es []Extension, maxPayment uint64) (Receipt, error)
	CertifyBatch(ctx context.Context, claims []Claim, signature [96]byte, bitmap []byte, sent func(TxHash) error) (Receipt, error)
	Burn(ctx context.Context, objects []attest.ObjectID) (Receipt, error)
	Share(ctx context.Context, object attest.ObjectID, amount uint64) (Receipt, error)
	Fund(ctx context.Context, object attest.ObjectID, amount uint64) (Receipt, error)
	ExtendShared(ctx context.Context, object attest.ObjectID, epochs uint32) (Receipt, error)

	// SetAttributes adds or overwrites single keys; RemoveAttributes removes keys, all of which must be there; ClearAttributes removes all.
	SetAttributes(ctx context.Context, r Record, as []Attribute, maxPayment uint64) (Receipt, error)
	RemoveAttributes(ctx context.Context, r Record, keys []string) (Receipt, error)
	ClearAttributes(ctx context.Context, r Record) (Receipt, error)

	Wrap(ctx context.Context, object attest.ObjectID) (Receipt, error)
	Unwrap(ctx context.Context, object attest.ObjectID) (Receipt, error)
	// TransferToken gives the token of a wrapped record, and with it the owner's rights, to another account.
	TransferToken(ctx context.Context, object attest.ObjectID, to Address) (Receipt, error)

	// CreatePool reserves size encoded bytes for epochs from now on; with bucket the capability is a record of its own. Receipt.Objects is the pool or the bucket.
	CreatePool(ctx context.Context, size uint64, epochs uint32, bucket bool, maxPayment uint64) (Receipt, error)
	CreatePoolWith(ctx context.Context, resource attest.ObjectID) (Receipt, error)
	RegisterPooled(ctx context.Context, pool attest.ObjectID, rs []PooledRegistration, maxPayment uint64, sent func(TxHash) error) (Receipt, error)
	// CertifyPooled submits one availability certificate (attest 0x40) over a pooled blob's record, whose end is the pool's.
	CertifyPooled(ctx context.Context, pool attest.ObjectID, blob redstuff.BlobID, signature [96]byte, bitmap []byte, sent func(TxHash) error) (Receipt, error)
	DeletePooled(ctx context.Context, pool attest.ObjectID, blobs []redstuff.BlobID) (Receipt, error)
	BurnExpiredPooled(ctx context.Context, pool attest.ObjectID, blobs []redstuff.BlobID) (Receipt, error)
	ExtendPool(ctx context.Context, pool attest.ObjectID, epochs uint32, maxPayment uint64) (Receipt, error)
	IncreasePool(ctx context.Context, pool attest.ObjectID, size uint64, maxPayment uint64) (Receipt, error)
	IncreasePoolWith(ctx context.Context, pool, resource attest.ObjectID) (Receipt, error)
	DecreasePool(ctx context.Context, pool attest.ObjectID, size uint64) (Receipt, error)
	DestroyPool(ctx context.Context, pool attest.ObjectID) (Receipt, error)
}

// A SpendingAccount does everything that an owner can do.
type SpendingAccount interface {
	Account
	Economy
}
