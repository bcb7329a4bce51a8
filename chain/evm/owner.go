package evm

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/contracts/bindings"
	"walrus/redstuff"
)

var _ chain.SpendingAccount = (*Account)(nil)

// storageCall sends one call to Storage that costs nothing but gas.
func (a *Account) storageCall(ctx context.Context, data []byte, err error) (chain.Receipt, error) {
	if err != nil {
		return chain.Receipt{}, err
	}
	return a.call(ctx, a.parts.storage, data, nil, nil)
}

// storagePay sends one call to Storage with a permit for exactly maxPayment.
func (a *Account) storagePay(ctx context.Context, maxPayment uint64, sent func(chain.TxHash) error, pack func(most *big.Int, p bindings.IStoragePermit) ([]byte, error)) (chain.Receipt, error) {
	a.paying.Lock()
	defer a.paying.Unlock()
	return a.pay(ctx, maxPayment, sent, func(p bindings.IStoragePermit) ([]byte, error) {
		return pack(new(big.Int).SetUint64(maxPayment), p)
	})
}

// Reserve buys encoded bytes for [start, end) and returns the free resource's ID in Receipt.Objects.
func (a *Account) Reserve(ctx context.Context, size uint64, start, end attest.Epoch, maxPayment uint64) (chain.Receipt, error) {
	return a.storagePay(ctx, maxPayment, nil, func(most *big.Int, p bindings.IStoragePermit) ([]byte, error) {
		return storageABI.TryPackReserve(size, uint32(start), uint32(end), most, p)
	})
}

// SplitByEpoch cuts a free resource in time; Receipt.Objects is the later part.
func (a *Account) SplitByEpoch(ctx context.Context, resource attest.ObjectID, at attest.Epoch) (chain.Receipt, error) {
	data, err := storageABI.TryPackSplitByEpoch(resource, uint32(at))
	return a.storageCall(ctx, data, err)
}

// SplitBySize leaves size bytes in a free resource; Receipt.Objects is the rest.
func (a *Account) SplitBySize(ctx context.Context, resource attest.ObjectID, size uint64) (chain.Receipt, error) {
	data, err := storageABI.TryPackSplitBySize(resource, size)
	return a.storageCall(ctx, data, err)
}

// Fuse joins two free resources; the second is used up.
func (a *Account) Fuse(ctx context.Context, first, second attest.ObjectID) (chain.Receipt, error) {
	data, err := storageABI.TryPackFuse(first, second)
	return a.storageCall(ctx, data, err)
}

// Destroy gives up a free resource.
func (a *Account) Destroy(ctx context.Context, resource attest.ObjectID) (chain.Receipt, error) {
	data, err := storageABI.TryPackDestroy(resource)
	return a.storageCall(ctx, data, err)
}

// ExtendWith prolongs a certified blob by a free resource of the account.
func (a *Account) ExtendWith(ctx context.Context, object, resource attest.ObjectID) (chain.Receipt, error) {
	data, err := storageABI.TryPackExtendWith(object, resource)
	return a.storageCall(ctx, data, err)
}

// ExtendBatch prolongs many blobs with one payment: all, or none.
func (a *Account) ExtendBatch(ctx context.Context, es []chain.Extension, maxPayment uint64) (chain.Receipt, error) {
	if len(es) == 0 {
		return chain.Receipt{}, errors.New("nothing to extend")
	}
	list := make([]bindings.IStorageExtension, len(es))
	for i, e := range es {
		list[i] = bindings.IStorageExtension{Object: e.Object, Epochs: e.Epochs}
	}
	return a.storagePay(ctx, maxPayment, nil, func(most *big.Int, p bindings.IStoragePermit) ([]byte, error) {
		return storageABI.TryPackExtendBatch(list, most, p)
	})
}

// certificatePoint turns a compressed signature into the form that the contracts take. A zero signature with an empty bitmap stays empty: it asks for certification by an
// earlier certificate.
func certificatePoint(signature [96]byte, bitmap []byte) ([]byte, error) {
	if signature == [96]byte{} && len(bitmap) == 0 {
		return nil, nil
	}
	sig, err := bls.ParseSignature(signature[:])
	if err != nil {
		return nil, err
	}
	b, err := sig.EIP2537()
	return b[:], err
}

// CertifyBatch submits one batch certificate (attest 0x41), see chain.Economy.
func (a *Account) CertifyBatch(ctx context.Context, claims []chain.Claim, signature [96]byte, bitmap []byte, sent func(chain.TxHash) error) (chain.Receipt, error) {
	if len(claims) == 0 {
		return chain.Receipt{}, errors.New("nothing to certify")
	}
	point, err := certificatePoint(signature, bitmap)
	if err != nil {
		return chain.Receipt{}, fmt.Errorf("certificate of %d objects: %w", len(claims), err)
	}
	list := make([]bindings.IStorageRecordsClaim, len(claims))
	for i, c := range claims {
		list[i] = bindings.IStorageRecordsClaim{Id: c.Object, BlobId: c.BlobID, Leaf: c.Leaf}
	}
	data, err := storageABI.TryPackCertifyBatch(list, point, bitmap)
	if err != nil {
		return chain.Receipt{}, err
	}
	return a.certify(ctx, data, bitmap, len(claims), sent)
}

// Burn gives up the records of blobs with their storage.
func (a *Account) Burn(ctx context.Context, objects []attest.ObjectID) (chain.Receipt, error) {
	if len(objects) == 0 {
		return chain.Receipt{}, errors.New("nothing to burn")
	}
	ids := make([][32]byte, len(objects))
	for i, o := range objects {
		ids[i] = o
	}
	data, err := storageABI.TryPackBurnBlobs(ids)
	return a.storageCall(ctx, data, err)
}

// Share makes a blob nobody's, with amount FROST for its extension.
func (a *Account) Share(ctx context.Context, object attest.ObjectID, amount uint64) (chain.Receipt, error) {
	return a.storagePay(ctx, amount, nil, func(most *big.Int, p bindings.IStoragePermit) ([]byte, error) {
		return storageABI.TryPackShare(object, most, p)
	})
}

// Fund adds amount FROST to what a shared blob has for its extension.
func (a *Account) Fund(ctx context.Context, object attest.ObjectID, amount uint64) (chain.Receipt, error) {
	return a.storagePay(ctx, amount, nil, func(most *big.Int, p bindings.IStoragePermit) ([]byte, error) {
		return storageABI.TryPackFund(object, most, p)
	})
}

// ExtendShared prolongs a shared blob from its own funds.
func (a *Account) ExtendShared(ctx context.Context, object attest.ObjectID, epochs uint32) (chain.Receipt, error) {
	data, err := storageABI.TryPackExtendShared(object, epochs)
	return a.storageCall(ctx, data, err)
}

// SetAttributes adds or overwrites single keys of a record.
func (a *Account) SetAttributes(ctx context.Context, r chain.Record, as []chain.Attribute, maxPayment uint64) (chain.Receipt, error) {
	pairs := make([]bindings.IAttributesPair, len(as))
	for i, x := range as {
		pairs[i] = bindings.IAttributesPair{Key: x.Key, Value: x.Value}
	}
	a.paying.Lock()
	defer a.paying.Unlock()
	return a.payTo(ctx, a.parts.attributes, maxPayment, nil, func(p bindings.IStoragePermit) ([]byte, error) {
		return attributesABI.TryPackSet(r.ID, r.BlobID, pairs, new(big.Int).SetUint64(maxPayment), p)
	})
}

// RemoveAttributes removes keys, all of which must be there.
func (a *Account) RemoveAttributes(ctx context.Context, r chain.Record, keys []string) (chain.Receipt, error) {
	data, err := attributesABI.TryPackRemove(r.ID, r.BlobID, keys)
	if err != nil {
		return chain.Receipt{}, err
	}
	return a.call(ctx, a.parts.attributes, data, nil, nil)
}

// ClearAttributes removes all attributes of a record.
func (a *Account) ClearAttributes(ctx context.Context, r chain.Record) (chain.Receipt, error) {
	data, err := attributesABI.TryPackClear(r.ID, r.BlobID)
	if err != nil {
		return chain.Receipt{}, err
	}
	return a.call(ctx, a.parts.attributes, data, nil, nil)
}

// Wrap turns a free resource or a blob into an ERC-721 token of the account.
func (a *Account) Wrap(ctx context.Context, object attest.ObjectID) (chain.Receipt, error) {
	return a.call(ctx, a.parts.wrapper, wrapperABI.PackWrap(object), nil, nil)
}

// Unwrap burns a token of the account and gives it the record back.
func (a *Account) Unwrap(ctx context.Context, object attest.ObjectID) (chain.Receipt, error) {
	return a.call(ctx, a.parts.wrapper, wrapperABI.PackUnwrap(object), nil, nil)
}

// TransferToken gives the token of a wrapped record to another account. A contract that does not take tokens refuses it.
func (a *Account) TransferToken(ctx context.Context, object attest.ObjectID, to chain.Address) (chain.Receipt, error) {
	return a.call(ctx, a.parts.wrapper, wrapperABI.PackSafeTransferFrom(a.sender.from, common.Address(to), tokenNumber(object)), nil, nil)
}

// CreatePool reserves space and makes a pool or a bucket of it.
func (a *Account) CreatePool(ctx context.Context, size uint64, epochs uint32, bucket bool, maxPayment uint64) (chain.Receipt, error) {
	pack := storageABI.TryPackCreatePool
	if bucket {
		pack = storageABI.TryPackCreateBucket
	}
	return a.storagePay(ctx, maxPayment, nil, func(most *big.Int, p bindings.IStoragePermit) ([]byte, error) {
		return pack(size, epochs, most, p)
	})
}

// CreatePoolWith makes a pool of a free resource.
func (a *Account) CreatePoolWith(ctx context.Context, resource attest.ObjectID) (chain.Receipt, error) {
	data, err := storageABI.TryPackCreatePoolWith(resource)
	return a.storageCall(ctx, data, err)
}

// RegisterPooled makes blob objects in a pool; Receipt.Objects are their IDs.
func (a *Account) RegisterPooled(ctx context.Context, pool attest.ObjectID, rs []chain.PooledRegistration, maxPayment uint64, sent func(chain.TxHash) error) (chain.Receipt, error) {
	if len(rs) == 0 {
		return chain.Receipt{}, errors.New("nothing to register")
	}
	list := make([]bindings.IStoragePoolsPooledRegistration, len(rs))
	for i, r := range rs {
		list[i] = bindings.IStoragePoolsPooledRegistration{BlobId: r.BlobID, Root: r.Root, Size: r.Size, Encoding: r.Encoding, Deletable: r.Deletable}
	}
	return a.storagePay(ctx, maxPayment, sent, func(most *big.Int, p bindings.IStoragePermit) ([]byte, error) {
		return storageABI.TryPackRegisterPooled(pool, list, most, p)
	})
}

// CertifyPooled submits one availability certificate over a pooled blob.
func (a *Account) CertifyPooled(ctx context.Context, pool attest.ObjectID, blob redstuff.BlobID, signature [96]byte, bitmap []byte, sent func(chain.TxHash) error) (chain.Receipt, error) {
	point, err := certificatePoint(signature, bitmap)
	if err != nil {
		return chain.Receipt{}, fmt.Errorf("certificate of blob %v in pool %v: %w", blob, pool, err)
	}
	data, err := storageABI.TryPackCertifyPooled(pool, blob, point, bitmap)
	if err != nil {
		return chain.Receipt{}, err
	}
	return a.certify(ctx, data, bitmap, 1, sent)
}

// DeletePooled ends deletable blobs of a pool. An empty list, which the contract takes for an order to do nothing, is refused before it costs gas.
func (a *Account) DeletePooled(ctx context.Context, pool attest.ObjectID, blobs []redstuff.BlobID) (chain.Receipt, error) {
	if len(blobs) == 0 {
		return chain.Receipt{}, errors.New("nothing to delete")
	}
	data, err := storageABI.TryPackDeletePooled(pool, words(blobs))
	return a.storageCall(ctx, data, err)
}

// BurnExpiredPooled clears blobs out of a pool that has ended. An empty list is refused as by DeletePooled.
func (a *Account) BurnExpiredPooled(ctx context.Context, pool attest.ObjectID, blobs []redstuff.BlobID) (chain.Receipt, error) {
	if len(blobs) == 0 {
		return chain.Receipt{}, errors.New("nothing to burn")
	}
	data, err := storageABI.TryPackBurnExpiredPooled(pool, words(blobs))
	return a.storageCall(ctx, data, err)
}

func words(ids []redstuff.BlobID) [][32]byte {
	out := make([][32]byte, len(ids))
	for i, id := range ids {
		out[i] = id
	}
	return out
}

// ExtendPool prolongs a pool and every blob in it.
func (a *Account) ExtendPool(ctx context.Context, pool attest.ObjectID, epochs uint32, maxPayment uint64) (chain.Receipt, error) {
	return a.storagePay(ctx, maxPayment, nil, func(most *big.Int, p bindings.IStoragePermit) ([]byte, error) {
		return storageABI.TryPackExtendPool(pool, epochs, most, p)
	})
}

// IncreasePool adds size bytes to a pool for the rest of its time.
func (a *Account) IncreasePool(ctx context.Context, pool attest.ObjectID, size uint64, maxPayment uint64) (chain.Receipt, error) {
	return a.storagePay(ctx, maxPayment, nil, func(most *big.Int, p bindings.IStoragePermit) ([]byte, error) {
		return storageABI.TryPackIncreasePool(pool, size, most, p)
	})
}

// IncreasePoolWith adds a free resource that ends with the pool.
func (a *Account) IncreasePoolWith(ctx context.Context, pool, resource attest.ObjectID) (chain.Receipt, error) {
	data, err := storageABI.TryPackIncreasePoolWith(pool, resource)
	return a.storageCall(ctx, data, err)
}

// DecreasePool takes unused bytes out of a pool; Receipt.Objects is the free resource that they become.
func (a *Account) DecreasePool(ctx context.Context, pool attest.ObjectID, size uint64) (chain.Receipt, error) {
	data, err := storageABI.TryPackDecreasePool(pool, size)
	return a.storageCall(ctx, data, err)
}

// DestroyPool ends a pool without blobs; Receipt.Objects is its reservation, free again.
func (a *Account) DestroyPool(ctx context.Context, pool attest.ObjectID) (chain.Receipt, error) {
	data, err := storageABI.TryPackDestroyPool(pool)
	return a.storageCall(ctx, data, err)
}
