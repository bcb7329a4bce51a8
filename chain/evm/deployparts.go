package evm

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"walrus/chain"
	"walrus/contracts/bindings"
)

// storageCode deploys the pieces of Storage behind the first, whose code (hex) it returns: each piece names the next in its constructor.
func (d *deployment) storageCode(ctx context.Context) (string, error) {
	pools, err := d.create(ctx, "Storage pools", common.FromHex(bindings.StoragePoolsMetaData.Bin))
	if err != nil {
		return "", err
	}
	code := append(common.FromHex(bindings.StorageRecordsMetaData.Bin), bindings.NewStorageRecords().PackConstructor(pools)...)
	records, err := d.create(ctx, "Storage records", code)
	if err != nil {
		return "", err
	}
	return bindings.StorageMetaData.Bin + common.Bytes2Hex(storageABI.PackConstructor(records)), nil
}

// companions deploys the contracts that stand beside Storage and makes two of them known to it.
func (d *deployment) companions(ctx context.Context) (err error) {
	owner, storage := d.sender.from, d.parts.storage
	if d.parts.attributes, err = d.proxied(ctx, partAttributes, bindings.AttributesMetaData.Bin, attributesABI.PackInitialize(owner, storage)); err != nil {
		return err
	}
	if d.parts.wrapper, err = d.proxied(ctx, partWrapper, bindings.WrapperMetaData.Bin, wrapperABI.PackInitialize(owner, storage)); err != nil {
		return err
	}
	if d.parts.callbacks, err = d.proxied(ctx, partCallbacks, bindings.CallbacksMetaData.Bin, callbacksABI.PackInitialize(owner, storage)); err != nil {
		return err
	}
	_, err = d.step(ctx, "link Storage", call{To: &storage, Data: storageABI.PackLink(d.parts.wrapper, d.parts.attributes)}, d.storageLinked)
	return err
}

// storageLinked reports whether Storage knows its companions. A link cannot be made twice, as in linked.
func (d *deployment) storageLinked(ctx context.Context) (bool, error) {
	to, err := view(ctx, d.Client, d.parts.storage, storageABI.PackLinked(), storageABI.UnpackLinked)
	switch {
	case err != nil || to.Wrapper == common.Address{}:
		return false, err
	case to.Wrapper != d.parts.wrapper || to.Attributes != d.parts.attributes:
		return false, fmt.Errorf("the Storage contract at %v is linked to %v and %v, want %v and %v: remove %s to deploy anew", chain.Address(d.parts.storage),
			chain.Address(to.Wrapper), chain.Address(to.Attributes), chain.Address(d.parts.wrapper), chain.Address(d.parts.attributes), d.state.path)
	}
	return true, nil
}
