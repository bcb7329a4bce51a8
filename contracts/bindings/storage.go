// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// IStorageBlobView is an auto generated low-level Go binding around an user-defined struct.
type IStorageBlobView struct {
	Owner           common.Address
	BlobId          [32]byte
	Size            uint64
	Encoding        uint8
	Deletable       bool
	RegisteredEpoch uint32
	CertifiedEpoch  uint32
	StorageId       [32]byte
	StartEpoch      uint32
	EndEpoch        uint32
	StorageSize     uint64
}

// IStorageExtension is an auto generated low-level Go binding around an user-defined struct.
type IStorageExtension struct {
	Object [32]byte
	Epochs uint32
}

// IStoragePermit is an auto generated low-level Go binding around an user-defined struct.
type IStoragePermit struct {
	Deadline *big.Int
	V        uint8
	R        [32]byte
	S        [32]byte
}

// IStoragePoolsPoolView is an auto generated low-level Go binding around an user-defined struct.
type IStoragePoolsPoolView struct {
	PoolId     [32]byte
	Owner      common.Address
	StartEpoch uint32
	EndEpoch   uint32
	Size       uint64
	Used       uint64
	Blobs      uint64
	StorageId  [32]byte
}

// IStoragePoolsPooledBlobView is an auto generated low-level Go binding around an user-defined struct.
type IStoragePoolsPooledBlobView struct {
	PoolId          [32]byte
	ObjectId        [32]byte
	Size            uint64
	Encoding        uint8
	Deletable       bool
	RegisteredEpoch uint32
	CertifiedEpoch  uint32
	EndEpoch        uint32
	Holder          common.Address
}

// IStoragePoolsPooledRegistration is an auto generated low-level Go binding around an user-defined struct.
type IStoragePoolsPooledRegistration struct {
	BlobId    [32]byte
	Root      [32]byte
	Size      uint64
	Encoding  uint8
	Deletable bool
}

// IStorageRecordsClaim is an auto generated low-level Go binding around an user-defined struct.
type IStorageRecordsClaim struct {
	Id     [32]byte
	BlobId [32]byte
	Leaf   [32]byte
}

// IStorageRegistration is an auto generated low-level Go binding around an user-defined struct.
type IStorageRegistration struct {
	StorageId [32]byte
	BlobId    [32]byte
	Root      [32]byte
	Size      uint64
	Encoding  uint8
	Deletable bool
	Epochs    uint32
}

// IStorageResourceView is an auto generated low-level Go binding around an user-defined struct.
type IStorageResourceView struct {
	Owner      common.Address
	StartEpoch uint32
	EndEpoch   uint32
	Size       uint64
}

// IStorageSystemView is an auto generated low-level Go binding around an user-defined struct.
type IStorageSystemView struct {
	Epoch          uint32
	NShards        uint16
	StoragePrice   uint64
	WritePrice     uint64
	TotalCapacity  uint64
	UsedCapacity   uint64
	MaxEpochsAhead uint32
	EpochStart     uint64
	EpochDuration  uint64
	BurnBasis      uint16
	NetworkId      [32]byte
	Wal            common.Address
	Certificates   common.Address
}

// StorageParams is an auto generated low-level Go binding around an user-defined struct.
type StorageParams struct {
	StoragePrice   uint64
	WritePrice     uint64
	Capacity       uint64
	MaxEpochsAhead uint32
	EpochStart     uint64
	EpochDuration  uint64
	BurnBasis      uint16
}

// StorageMetaData contains all meta data concerning the Storage contract.
var StorageMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"records\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"fallback\",\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"UPGRADE_INTERFACE_VERSION\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"availability\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"begin\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"blob\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structIStorage.BlobView\",\"components\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"encoding\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"deletable\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"registeredEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"certifiedEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"startEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"storageSize\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"certify\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"bitmap\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"draw\",\"inputs\":[{\"name\":\"kind\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"creator\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"nonce\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"extend\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epochs\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"newEnd\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"extendBatch\",\"inputs\":[{\"name\":\"es\",\"type\":\"tuple[]\",\"internalType\":\"structIStorage.Extension[]\",\"components\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epochs\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"feesOf\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"initialize\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"networkId_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"wal_\",\"type\":\"address\",\"internalType\":\"contractIWAL\"},{\"name\":\"certificates_\",\"type\":\"address\",\"internalType\":\"contractICertificates\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structStorage.Params\",\"components\":[{\"name\":\"storagePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"writePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"capacity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"maxEpochsAhead\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epochStart\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epochDuration\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"burnBasis\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"link\",\"inputs\":[{\"name\":\"wrapper_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"attributes_\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"nextObjectId\",\"inputs\":[{\"name\":\"creator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"kind\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"nonces\",\"inputs\":[{\"name\":\"creator\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingOwner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"proxiableUUID\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"quote\",\"inputs\":[{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epochs\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"encoded\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"storageFee\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"writeFee\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"register\",\"inputs\":[{\"name\":\"rs\",\"type\":\"tuple[]\",\"internalType\":\"structIStorage.Registration[]\",\"components\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"encoding\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"deletable\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"epochs\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"objects\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"renounceOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"reserve\",\"inputs\":[{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"startEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"resource\",\"inputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structIStorage.ResourceView\",\"components\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"startEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"setPrices\",\"inputs\":[{\"name\":\"storagePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"writePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"system\",\"inputs\":[],\"outputs\":[{\"name\":\"v\",\"type\":\"tuple\",\"internalType\":\"structIStorage.SystemView\",\"components\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"nShards\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"storagePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"writePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"totalCapacity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"usedCapacity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"maxEpochsAhead\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epochStart\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epochDuration\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"burnBasis\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"networkId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"wal\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"certificates\",\"type\":\"address\",\"internalType\":\"address\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transferOwnership\",\"inputs\":[{\"name\":\"newOwner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"upgradeToAndCall\",\"inputs\":[{\"name\":\"newImplementation\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"usedCapacity\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"BlobCertified\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"deletable\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"},{\"name\":\"isExtension\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BlobDeleted\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"wasCertified\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"},{\"name\":\"storageId\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BlobRegistered\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"size\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"encoding\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"deletable\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"},{\"name\":\"storageId\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Initialized\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"InvalidBlobID\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Linked\",\"inputs\":[{\"name\":\"wrapper\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"attributes\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferStarted\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferred\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Paid\",\"inputs\":[{\"name\":\"payer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"charged\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"burned\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PricesUpdated\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"storagePrice\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"writePrice\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"StorageReserved\",\"inputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"startEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"size\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transferred\",\"inputs\":[{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"kind\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Upgraded\",\"inputs\":[{\"name\":\"implementation\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AddressEmptyCode\",\"inputs\":[{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"AlreadyLinked\",\"inputs\":[{\"name\":\"part\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"AmountTooLarge\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BlobAlreadyCertified\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BlobBlobNotDeletable\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BlobInvalid\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BlobInvalidBlobId\",\"inputs\":[{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"wanted\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BlobResourceBounds\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"end\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"DataTooLarge\",\"inputs\":[{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"max\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"ERC1967InvalidImplementation\",\"inputs\":[{\"name\":\"implementation\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC1967NonPayable\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FailedCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FeeTooLarge\",\"inputs\":[{\"name\":\"fee\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"InvalidBasisPoints\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"max\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]},{\"type\":\"error\",\"name\":\"InvalidEncodingType\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"wanted\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"InvalidEpochsAhead\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"max\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"InvalidInitialization\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidMaxEpochsAhead\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"max\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"InvalidRecipient\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"InvalidResourceSize\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotCertified\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"NotInitializing\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotPart\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NothingToExtend\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NothingToRegister\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OwnableInvalidOwner\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnableUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnershipNotRenounceable\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PaymentExceedsMaximum\",\"inputs\":[{\"name\":\"charge\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"PrecompileMissing\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ResourceSize\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"wanted\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"SignersRequired\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"certifiedUntil\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"StorageExceeded\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"wanted\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"capacity\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"UUPSUnauthorizedCallContext\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"UUPSUnsupportedProxiableUUID\",\"inputs\":[{\"name\":\"slot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"UnknownFunction\",\"inputs\":[{\"name\":\"selector\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}]},{\"type\":\"error\",\"name\":\"UnknownObject\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongEpochState\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"function\",\"name\":\"burnBlobs\",\"inputs\":[{\"name\":\"objects\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"certifyBatch\",\"inputs\":[{\"name\":\"claims\",\"type\":\"tuple[]\",\"internalType\":\"structIStorageRecords.Claim[]\",\"components\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"leaf\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"bitmap\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"charge\",\"inputs\":[{\"name\":\"payer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"deleteBlob\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"destroy\",\"inputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"extendShared\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epochs\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"newEnd\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"extendWith\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"fund\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"fundsOf\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"fuse\",\"inputs\":[{\"name\":\"first\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"second\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"fuseAmount\",\"inputs\":[{\"name\":\"first\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"second\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"fusePeriods\",\"inputs\":[{\"name\":\"first\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"second\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"giveBack\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"holderOf\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"invalidateBlob\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"bitmap\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"linked\",\"inputs\":[],\"outputs\":[{\"name\":\"wrapper_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"attributes_\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"share\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"splitByEpoch\",\"inputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"splitBySize\",\"inputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"takeIn\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"transfer\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"BlobBurned\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BlobShared\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PooledBlobCertified\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"poolId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"deletable\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SharedBlobExtended\",\"inputs\":[{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"charged\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"burned\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"funds\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SharedBlobFunded\",\"inputs\":[{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"funds\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"StorageChanged\",\"inputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"startEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"size\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"StorageEnded\",\"inputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"into\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"IncompatibleAmount\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"wanted\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"IncompatibleEpochs\",\"inputs\":[{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"end\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"otherStart\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"otherEnd\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"InsufficientFunds\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"funds\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"charge\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"InvalidEpoch\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"end\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"NotShared\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"NothingToBurn\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NothingToCertify\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OutOfGasForHash\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"SameObject\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"SizeTooLarge\",\"inputs\":[{\"name\":\"size\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"StoragePoolResourceBounds\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"end\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"UnknownPooledBlob\",\"inputs\":[{\"name\":\"pool\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"Wrapped\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"function\",\"name\":\"burnExpiredPooled\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobIds\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"certifyPooled\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"bitmap\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"createBucket\",\"inputs\":[{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epochs\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"bucketId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"createPool\",\"inputs\":[{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epochs\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"poolId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"createPoolWith\",\"inputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"poolId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"decreasePool\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"decreasePoolUnused\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"percent\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"outputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"deletePooled\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobIds\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"destroyPool\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"extendPool\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epochs\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"newEnd\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"increasePool\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"increasePoolWith\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"pool\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"v\",\"type\":\"tuple\",\"internalType\":\"structIStoragePools.PoolView\",\"components\":[{\"name\":\"poolId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"startEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"used\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blobs\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pooledBlob\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"v\",\"type\":\"tuple\",\"internalType\":\"structIStoragePools.PooledBlobView\",\"components\":[{\"name\":\"poolId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"encoding\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"deletable\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"registeredEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"certifiedEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"promote\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"registerPooled\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"rs\",\"type\":\"tuple[]\",\"internalType\":\"structIStoragePools.PooledRegistration[]\",\"components\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"encoding\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"deletable\",\"type\":\"bool\",\"internalType\":\"bool\"}]},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"objects\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"BlobBucketCreated\",\"inputs\":[{\"name\":\"bucketId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"poolId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PooledBlobBurned\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"poolId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PooledBlobDeleted\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"poolId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"wasCertified\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PooledBlobPromoted\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"poolId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PooledBlobRegistered\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"poolId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"size\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"encoding\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"deletable\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"StoragePoolChanged\",\"inputs\":[{\"name\":\"poolId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"size\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"StoragePoolCreated\",\"inputs\":[{\"name\":\"poolId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"size\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"startEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"storageId\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"StoragePoolDestroyed\",\"inputs\":[{\"name\":\"poolId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"StoragePoolExtended\",\"inputs\":[{\"name\":\"poolId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"newEndEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BlobAlreadyInPool\",\"inputs\":[{\"name\":\"pool\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BlobBucketStorageExpired\",\"inputs\":[{\"name\":\"bucket\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"end\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"IncompatibleEndEpoch\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"wanted\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"InsufficientCapacity\",\"inputs\":[{\"name\":\"wanted\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"available\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"InvalidBlobBucketCap\",\"inputs\":[{\"name\":\"bucket\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"InvalidPercent\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"StoragePoolAlreadyCertified\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"StoragePoolBlobNotDeletable\",\"inputs\":[{\"name\":\"pool\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"StoragePoolInvalidBlobId\",\"inputs\":[{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"wanted\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"StoragePoolPoolNotEmpty\",\"inputs\":[{\"name\":\"pool\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobs\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"ZeroExtractSize\",\"inputs\":[]}]",
	ID:  "Storage",
	Bin: "0x60c060405230608052348015610013575f5ffd5b50604051614f01380380614f01833981016040819052610032916100ff565b8061003b61004d565b6001600160a01b031660a0525061012c565b7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00805468010000000000000000900460ff161561009d5760405163f92ee8a960e01b815260040160405180910390fd5b80546001600160401b03908116146100fc5780546001600160401b0319166001600160401b0390811782556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50565b5f6020828403121561010f575f5ffd5b81516001600160a01b0381168114610125575f5ffd5b9392505050565b60805160a051614da661015b5f395f6101b801525f8181612a5001528181612a790152612be30152614da65ff3fe6080604052600436106101aa575f3560e01c8063715018a6116100eb578063a07d3d2911610089578063da6a67a111610063578063da6a67a1146106f3578063e30c397814610712578063f21c89ee14610726578063f2fde38b14610745576101aa565b8063a07d3d2914610653578063ad3cb1cc14610672578063ce3c84d0146106c7576101aa565b80638c118b53116100c55780638c118b53146104a05780638da5cb5b146104e357806395bf75fd1461050f5780639f4066c514610530576101aa565b8063715018a61461043b57806379ba50971461044f5780637ecebe0014610463576101aa565b806320dea8851161015857806352d1902d1161013257806352d1902d14610388578063533982b91461039c5780635fc7000f146103e55780636037b2311461041c576101aa565b806320dea8851461032257806336f985ca146103415780634f1ef28614610375576101aa565b806319eb82ea1161018957806319eb82ea146102b35780631a40e9dc146102d25780631bce6ff31461030e576101aa565b8062ee1e4b146102305780630526774914610265578063141d31b414610292575b3480156101b5575f5ffd5b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03811661021057604051630150879b60e41b81526001600160e01b03195f351660048201526024015b60405180910390fd5b604051365f82375f5f3683855af43d5f833e8061022b573d82fd5b503d81f35b34801561023b575f5ffd5b5061024f61024a36600461429f565b610764565b60405161025c9190614326565b60405180910390f35b348015610270575f5ffd5b5061028461027f366004614391565b6108aa565b60405190815260200161025c565b34801561029d575f5ffd5b506102b16102ac36600461442a565b61099b565b005b3480156102be575f5ffd5b506102846102cd3660046144a1565b610b5b565b3480156102dd575f5ffd5b506102f16102ec3660046144de565b610ba3565b604080519283526001600160401b0390911660208301520161025c565b348015610319575f5ffd5b506102b1610bea565b34801561032d575f5ffd5b506102b161033c366004614513565b610cb6565b34801561034c575f5ffd5b5061036061035b366004614544565b610d62565b60405163ffffffff909116815260200161025c565b6102b1610383366004614591565b610de1565b348015610393575f5ffd5b50610284610e00565b3480156103a7575f5ffd5b506103bb6103b6366004614654565b610e2f565b604080516001600160401b039485168152928416602084015292169181019190915260600161025c565b3480156103f0575f5ffd5b506104046103ff3660046144a1565b610eb6565b6040516001600160401b03909116815260200161025c565b348015610427575f5ffd5b506102b161043636600461467c565b610edd565b348015610446575f5ffd5b506102b1610ff8565b34801561045a575f5ffd5b506102b1611011565b34801561046e575f5ffd5b5061040461047d3660046146dd565b6001600160a01b03165f908152600960205260409020546001600160401b031690565b3480156104ab575f5ffd5b506104bf6104ba3660046146f8565b611059565b60408051931515845263ffffffff909216602084015215159082015260600161025c565b3480156104ee575f5ffd5b506104f76110e0565b6040516001600160a01b03909116815260200161025c565b34801561051a575f5ffd5b50610523611114565b60405161025c919061470f565b34801561053b575f5ffd5b506105fe61054a3660046146f8565b60408051608080820183525f80835260208084018290528385018290526060938401829052948152600a85528390208351808301855281546001600160a01b03808216835263ffffffff600160a01b83048116848a01908152600160c01b90930481168489019081526001909501546001600160401b0390811685890190815289519788018a5294519092168652915182169785019790975291519091169382019390935291519092169181019190915290565b60405161025c91905f6080820190506001600160a01b03835116825263ffffffff602084015116602083015263ffffffff60408401511660408301526001600160401b03606084015116606083015292915050565b34801561065e575f5ffd5b506102b161066d36600461484d565b61124f565b34801561067d575f5ffd5b506106ba6040518060400160405280600581526020017f352e302e3000000000000000000000000000000000000000000000000000000081525081565b60405161025c91906148e7565b3480156106d2575f5ffd5b506106e66106e13660046146f8565b6116c4565b60405161025c91906148f9565b3480156106fe575f5ffd5b5061028461070d3660046149e3565b611811565b34801561071d575f5ffd5b506104f7611862565b348015610731575f5ffd5b506102b1610740366004614a0d565b61188a565b348015610750575f5ffd5b506102b161075f3660046146dd565b611928565b60605f84900361078757604051634d50304360e01b815260040160405180910390fd5b5f6107906119ad565b335f908152600960205260409020546001600160401b0390811660c083015290915085908111156107c3576107c361457d565b6040519080825280602002602001820160405280156107ec578160200160208202803683370190505b5091505f6107f960405190565b90505f5b86811015610855576108268389898481811061081b5761081b614a29565b905060e00201611a7b565b84828151811061083857610838614a29565b60200260200101818152505061084d82604052565b6001016107fd565b5060c0820151335f908152600960205260409020805467ffffffffffffffff19166001600160401b0390921691909117905561089082611d4f565b6108a03383602001518787611e51565b5050949350505050565b5f5f6108b46121c1565b90506108e1815f015163ffffffff168763ffffffff168763ffffffff16846020015163ffffffff1661228b565b9550866001600160401b03165f0361090c576040516359f493e760e11b815260040160405180910390fd5b604080518082019091525f808252602082015261092c828289898c612309565b61093760013361236b565b5080935050610984836040518060800160405280336001600160a01b031681526020018a63ffffffff1681526020018963ffffffff1681526020018b6001600160401b03168152506123f5565b61099033828787611e51565b505095945050505050565b5f6109a46121c1565b90505f6109b0876124f4565b9050806040015163ffffffff165f146109f157604080820151905163f4a608f360e01b81526004810189905263ffffffff9091166024820152604401610207565b5f851515806109ff57508315155b9050610a0d838984846125a5565b80610a1a57505050610b54565b5f610ad5845f0151600254610ad08c876040805160e0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c08101919091526040518060e001604052808360c0015181526020018481526020018360e001516001600160401b03168152602001836060015160ff16815260200183608001511515815260200183610140015163ffffffff168152602001836020015163ffffffff16815250905092915050565b6126c1565b600480546040516338ac39dd60e11b81529293506001600160a01b03169163715873ba91610b0f9185918d918d918d918d915f9101614a65565b602060405180830381865afa158015610b2a573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610b4e9190614ade565b50505050505b5050505050565b5f8054610b789063ffffffff640100000000820481169116614b0d565b63ffffffff168263ffffffff161115610b9257505f919050565b610b9d600583612702565b92915050565b6004545f9081906001600160a01b03163314610bd457604051631d53a1a160e01b8152336004820152602401610207565b610bde848461236b565b915091505b9250929050565b6004546001600160a01b03163314610c1757604051631d53a1a160e01b8152336004820152602401610207565b5f5463ffffffff1615610c48575f54604051638eadd28960e01b815263ffffffff9091166004820152602401610207565b5f805463ffffffff1916600190811791829055604080519182526001600160401b03600160601b840481166020840152600160a01b9093049092168183015290517f4d51978d1a0c9a64d833f890f0faefe09d526541ac07bdb8a3edd5f3ef6228eb916060908290030190a1565b610cbe612773565b5f80547fffffffff00000000000000000000000000000000ffffffffffffffffffffffff16600160601b6001600160401b0385811691820267ffffffffffffffff60a01b191692909217600160a01b92851692830217928390556040805163ffffffff909416845260208401919091528201527f4d51978d1a0c9a64d833f890f0faefe09d526541ac07bdb8a3edd5f3ef6228eb9060600160405180910390a15050565b5f5f610d6c6121c1565b90505f610d7982886127a7565b9050610d8b8282610140015188612915565b9250610da860405180604001604052805f81526020015f81525090565b610dbf838284610140015187866101000151612309565b610dca888386612955565b610dd633828888611e51565b505050949350505050565b610de9612a45565b610df282612afc565b610dfc8282612b04565b5050565b5f610e09612bd8565b507f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc5b90565b5f805481908190610e4b90600160401b900461ffff1686612c21565b5f54909350610e8e9063ffffffff861690610e7690600160601b90046001600160401b031686612c57565b6001600160401b0316610e899190614b29565b612c80565b5f54909250610ead90600160a01b90046001600160401b031684612c57565b90509250925092565b600281901c633fffffff165f90815260056020526040812054600683901b60c0161c610b9d565b5f839003610efe576040516326e19e3d60e11b815260040160405180910390fd5b5f610f076119ad565b90505f610f1360405190565b90505f5b85811015610fd6575f610f47845f0151898985818110610f3957610f39614a29565b9050604002015f01356127a7565b90505f610f86855f01518361014001518b8b87818110610f6957610f69614a29565b9050604002016020016020810190610f8191906144a1565b612915565b9050610f9e8583610140015183856101000151612cd8565b610fc3898985818110610fb357610fb3614a29565b9050604002015f01358383612955565b610fcc84604052565b5050600101610f17565b50610fe082611d4f565b610ff03383602001518686611e51565b505050505050565b604051630b153c2360e11b815260040160405180910390fd5b338061101b611862565b6001600160a01b03161461104d5760405163118cdaa760e01b81526001600160a01b0382166004820152602401610207565b61105681612dfd565b50565b5f818152600d602090815260408083208151608081018352905463ffffffff81168252640100000000810460ff908116151594830185905265010000000000820416151592820192909252660100000000000090910460301b65ffffffffffff1916606082015282918291906110ce82612e35565b60409092015190969195509350915050565b5f807f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c1993005b546001600160a01b031692915050565b604080516101a0810182525f60a0820181905260c0820181905260e08201819052610100820181905261012082018190526101408201819052610160820181905261018082018190525463ffffffff80821680845261ffff600160401b84041660208501526001600160401b03600160601b8404811695850195909552600160a01b90920484166060840152600154909316608083015290916111ba91600591612cb016565b6001600160401b0390811660a08301525f54640100000000810463ffffffff1660c0840152600154600160401b8104831660e085015270010000000000000000000000000000000090049091166101008301526a0100000000000000000000900461ffff166101208201526002546101408201526003546001600160a01b039081166101608301526004541661018082015290565b5f611258612e8f565b805490915060ff600160401b82041615906001600160401b03165f8115801561127e5750825b90505f826001600160401b031660011480156112995750303b155b9050811580156112a7575080155b156112c55760405163f92ee8a960e01b815260040160405180910390fd5b845467ffffffffffffffff1916600117855583156112f457845468ff00000000000000001916600160401b1785555b61130460808701606088016144a1565b63ffffffff16158061132c57506103e861132460808801606089016144a1565b63ffffffff16115b1561136b5761134160808701606088016144a1565b60405163f80f925b60e01b815263ffffffff90911660048201526103e86024820152604401610207565b61271061137e60e0880160c08901614b40565b61ffff1611156113c05761139860e0870160c08801614b40565b60405163866f978b60e01b815261ffff90911660048201526127106024820152604401610207565b6113c98a612eb7565b6002899055600380546001600160a01b03808b166001600160a01b03199283161790925560048054928a16929091169190911790556040805160c081019091525f8152602081016114206080890160608a016144a1565b63ffffffff168152602001886001600160a01b031663e9e66d196040518163ffffffff1660e01b8152600401602060405180830381865afa158015611467573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061148b9190614ade565b61ffff1681526020016114a460e0890160c08a01614b40565b61ffff1681526020908101906114bc90890189614b5b565b6001600160401b031681526020018760200160208101906114dd9190614b5b565b6001600160401b0390811690915281515f8054602085015160408087015160608089015160808a015160a0909a015163ffffffff98891667ffffffffffffffff19909716969096176401000000009890951697909702939093176bffffffff00000000000000001916600160401b61ffff928316026bffff000000000000000000001916176a01000000000000000000009190961602949094177fffffffff00000000000000000000000000000000ffffffffffffffffffffffff16600160601b9686169690960267ffffffffffffffff60a01b191695909517600160a01b9190941602929092179091556115d6918801908801614b5b565b6001805467ffffffffffffffff19166001600160401b039290921691909117905561160760a0870160808801614b5b565b600180546001600160401b0392909216600160401b026fffffffffffffffff00000000000000001990921691909117905561164860c0870160a08801614b5b565b600160106101000a8154816001600160401b0302191690836001600160401b031602179055508315610b4e57845468ff000000000000000019168555604051600181527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a150505050505050505050565b60408051610160810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101919091525f828152600b6020526040812061173290612ec8565b80519091505f906001600160a01b031615611756576117518483612fe8565b611758565b5f5b9050604051806101600160405280835f01516001600160a01b031681526020018360c0015181526020018360e001516001600160401b03168152602001836060015160ff168152602001836080015115158152602001836020015163ffffffff168152602001836040015163ffffffff16815260200182815260200183610120015163ffffffff16815260200183610140015163ffffffff1681526020018361010001516001600160401b031681525092505050919050565b6002546001600160a01b0383165f81815260096020908152604080832054815195865260ff8716928601929092528401929092526001600160401b03909116606083015260809091205b9392505050565b5f807f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c00611104565b611892612773565b600e546001600160a01b0316156118cb57600e54604051639546eb6360e01b81526001600160a01b039091166004820152602401610207565b600e80546001600160a01b03199081166001600160a01b03858116918217909355600f80549092169284169283179091556040517f5febe1b9e375a634d9d565149e636879057714c557b8c78aab7cccae8cf48e48905f90a35050565b611930612773565b7f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c0080546001600160a01b0319166001600160a01b03831690811782556119746110e0565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a35050565b6119b5614201565b6119bd6121c1565b808252602001516119d59063ffffffff166001614b74565b6001600160401b038111156119ec576119ec61457d565b604051908082528060200260200182016040528015611a15578160200160208202803683370190505b506040820152805160200151611a329063ffffffff166001614b74565b6001600160401b03811115611a4957611a4961457d565b604051908082528060200260200182016040528015611a72578160200160208202803683370190505b50606082015290565b81515f9081611aad611a9360a0860160808701614b87565b611aa36080870160608801614b5b565b866040013561305d565b905083602001358114611ae05760405163b991f3b760e01b81526020850135600482015260248101829052604401610207565b5f818152600d602052604090205465010000000000900460ff1615611b1b5760405163797447fd60e01b815260048101829052602401610207565b60408201515f90611b3f9061ffff16611b3a6080880160608901614b5b565b612c21565b9050611baf604080516101a0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081019190915290565b85355f03611cbf578351611bf99063ffffffff1680611bd460e08a0160c08b016144a1565b8751611be99163ffffffff9081169116614b74565b876020015163ffffffff1661228b565b63ffffffff16610120820152611c1560e0870160c088016144a1565b8451611c219190614b0d565b63ffffffff166101408201526001600160401b03821661010082015260025460c088018051611c9c92916001913391611c5982614ba0565b6001600160401b031690526040805194855260ff90931660208501526001600160a01b03909116918301919091526001600160401b031660608201526080902090565b610180820152610120810151610140820151611cba91899185612cd8565b611cd9565b8535610180820152600160a0820152611cd9848284613099565b611d00848860200151611cf08760a0015186612c57565b6001600160401b031660016131ac565b8760a001818151611d119190614b74565b90525060c08701805190611d2482614ba0565b6001600160401b0390811690915216610160820152611d44848288613210565b979650505050505050565b8051516001546001600160401b03165f82815b85608001518163ffffffff1611611e3257611db5611d808287614b0d565b87606001518363ffffffff1681518110611d9c57611d9c614a29565b602002602001015160056133a59092919063ffffffff16565b5f86604001518263ffffffff1681518110611dd257611dd2614a29565b60200260200101519050805f03611de95750611e22565b8315611e0857611e0883611dfd8489614b0d565b6005919087896133db565b611e128185614bca565b9350611e1e8287614b0d565b9250505b611e2b81614bf1565b9050611d62565b50610b5484611e42816001614b0d565b60a088015160059291906134de565b6001600160401b03821115611e7c576040516304041d9560e11b815260048101839052602401610207565b8251821015611eab5782516040516372e0ad8560e01b8152600481019190915260248101839052604401610207565b6003546001600160a01b0316813515612016576001600160a01b03811663d505accf8630868635611ee26040890160208a01614b87565b604080516001600160e01b031960e089901b1681526001600160a01b0396871660048201529590941660248601526044850192909252606484015260ff16608483015285013560a4820152606085013560c482015260e4015f604051808303815f87803b158015611f51575f5ffd5b505af1925050508015611f62575060015b612016573d808015611f8f576040519150601f19603f3d011682016040523d82523d5f602084013e611f94565b606091505b508451604051636eb1769f60e11b81526001600160a01b03888116600483015230602483015284169063dd62ed3e90604401602060405180830381865afa158015611fe1573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906120059190614c0c565b10156120145761201481613558565b505b8351156120995783516040516323b872dd60e01b81526001600160a01b0387811660048301523060248301526044820192909252908216906323b872dd906064016020604051808303815f875af1158015612073573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906120979190614c30565b505b6020840151156120ff576020840151604051630852cd8d60e31b815260048101919091526001600160a01b038216906342966c68906024015f604051808303815f87803b1580156120e8575f5ffd5b505af11580156120fa573d5f5f3e3d5ffd5b505050505b81351561215d5760405163ae4ef9ef60e01b81526001600160a01b03868116600483015282169063ae4ef9ef906024015f604051808303815f87803b158015612146575f5ffd5b505af1158015612158573d5f5f3e3d5ffd5b505050505b835160208501516040516001600160a01b038816927fc271c319e1234db413f9c60a077a54043c6e784a6a282fbf80eb61146db386c2926121b2926001600160401b0392831681529116602082015260400190565b60405180910390a25050505050565b6040805160c0810182525f80825260208201819052918101829052606081018290526080810182905260a0810191909152506040805160c0810182525f805463ffffffff8082168085526401000000008304909116602085015261ffff600160401b83048116958501959095526a0100000000000000000000820490941660608401526001600160401b03600160601b820481166080850152600160a01b9091041660a083015290919003610e2c57604051638eadd28960e01b81525f6004820152602401610207565b5f84841015612298578493505b8383116122c157604051634d69b15b60e01b81525f600482015260248101839052604401610207565b816122cc8685614c4b565b1115612300576122dc8584614c4b565b604051634d69b15b60e01b8152600481019190915260248101839052604401610207565b50919392505050565b5f61233b868661231d896080015186612c57565b6001600160401b03166123308888614c5e565b63ffffffff166131ac565b60015490915061235e90600590869086906001600160401b0380881691166133db565b610ff060058585846134de565b6001600160a01b0381165f908152600960205260408120805482916001600160401b03909116908261239c83614ba0565b82546101009290920a6001600160401b038181021990931691831602179091556002546040805191825260ff881660208301526001600160a01b0387169082015290821660608201526080902090915091509250929050565b5f828152600a60209081526040918290208351815485840151868601516001600160a01b039093167fffffffffffffffff0000000000000000000000000000000000000000000000009092168217600160a01b63ffffffff928316908102919091177fffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffff16600160c01b929094169182029390931784556060808801516001909501805467ffffffffffffffff19166001600160401b0390961695861790558651938452948301529381019190915284917f8f21f529412d65bb51854f9154a4771d178e141521755e8fc8b6fc00d49845f0910160405180910390a35050565b604080516101a0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e0810182905261010081018290526101208101829052610140810182905261016081018290526101808101919091525f828152600b6020526040902061257290612ec8565b80519091506001600160a01b03166125a05760405163ac7592d560e01b815260048101839052602401610207565b919050565b81610140015163ffffffff16845f015163ffffffff161061260157835161012083015161014084015160405163229d307360e21b815263ffffffff93841660048201529183166024830152919091166044820152606401610207565b835163ffffffff9081166040808501919091525f858152600b6020522061262a91849061356016565b612648838360c001518461014001518560800151855f60301b6135d7565b50815160c083015185516101408501516080808701516040805163ffffffff95861681529490931660208501521515838301525f606084015290516001600160a01b03909416938793927f1b029dd2e3b81c4efe57ca784362dabb1b912321937d3362980f0ce420107e7b92908290030190a450505050565b60606126ce6040856137a7565b836126d884613837565b6040516020016126ea93929190614c7a565b60405160208183030381529060405290509392505050565b60038201545f9063ffffffff908116908316101561272157505f610b9d565b6002830154600384015463ffffffff165b8363ffffffff16811161276b575f8181526001860160205260409020546127599083614bca565b915061276481614cab565b9050612732565b509392505050565b3361277c6110e0565b6001600160a01b0316146127a55760405163118cdaa760e01b8152336004820152602401610207565b565b604080516101a0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e081018290526101008101829052610120810182905261014081018290526101608101829052610180810191909152612818826124f4565b9050806040015163ffffffff165f03612847576040516304882f4960e51b815260048101839052602401610207565b80610140015163ffffffff16835f015163ffffffff16106128a357825161012082015161014083015160405163229d307360e21b815263ffffffff93841660048201529183166024830152919091166044820152606401610207565b806080015180156128be575080516001600160a01b03163014155b156128d0576128d082825f0151613898565b60c08101515f908152600d602052604090205465010000000000900460ff1615610b9d578060c0015160405163797447fd60e01b815260040161020791815260200190565b5f612942845f015163ffffffff168463ffffffff168463ffffffff168663ffffffff16611be99190614b74565b5061294d8284614b0d565b949350505050565b63ffffffff8082166101408401525f848152600b6020526040902061297c9184906138fa16565b81608001511580156129a8575060c08201515f908152600d602052604090205463ffffffff8083169116105b156129d35760c08201515f908152600d60205260409020805463ffffffff191663ffffffff83161790555b815160c0830151604080850151608080870151835163ffffffff938416815292871660208401521515828401526001606083015291516001600160a01b03909416938793927f1b029dd2e3b81c4efe57ca784362dabb1b912321937d3362980f0ce420107e7b928290030190a4505050565b306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480612ade57507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316612ad27f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc546001600160a01b031690565b6001600160a01b031614155b156127a55760405163703e46dd60e11b815260040160405180910390fd5b611056612773565b816001600160a01b03166352d1902d6040518163ffffffff1660e01b8152600401602060405180830381865afa925050508015612b5e575060408051601f3d908101601f19168201909252612b5b91810190614c0c565b60015b612b8657604051634c9c8ce360e01b81526001600160a01b0383166004820152602401610207565b7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc8114612bc957604051632a87526960e21b815260048101829052602401610207565b612bd3838361395e565b505050565b306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146127a55760405163703e46dd60e11b815260040160405180910390fd5b5f60035f1984010460028102840390840382612c4086838502876139b3565b919092010260408502016020019093029392505050565b5f61185b612c6d836001600160401b0316613a34565b610e89906001600160401b038616614b29565b5f6001600160401b03821115612cac57604051633598f17960e01b815260048101839052602401610207565b5090565b633fffffff600282901c165f9081526020839052604090205460c0600683901b161c92915050565b5f612cf6855f0151866020015161231d885f01516080015186612c57565b8551519091505f90612d089086614c5e565b86515163ffffffff9190911691505f90612d229086614c5e565b63ffffffff169050836001600160401b031687604001518381518110612d4a57612d4a614a29565b602002602001018181510191508181525050836001600160401b031687604001518281518110612d7c57612d7c614a29565b6020026020010181815103915081815250508287606001518381518110612da557612da5614a29565b6020026020010181815101915081815250508287606001518281518110612dce57612dce614a29565b6020026020010181815103915081815250508660800151811115612df457608087018190525b50505050505050565b7f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c0080546001600160a01b0319168155610dfc82613a59565b8051606082015165ffffffffffff19165f03612e5057919050565b606082015165ffffffffffff19165f9081526011602052604090205463ffffffff600160c01b9091048116908216811115612e89578091505b50919050565b5f807ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00610b9d565b612ebf613ac9565b61105681613aee565b604080516101a0810182525f60208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081019190915281546001600160a01b038116808352612f465750919050565b63ffffffff60a082811c8216602085015260c083811c831660408087019190915260ff60e086811c919091166060880152600160e887901c811681146080808a019190915260e99790971c8116811488860152880154838801526002909701546001600160401b03808216988801989098529081901c9096166101008601529285901c821661012085015284901c166101408301529190911c61016082015290565b5f8160a001511561300757505f828152600c6020526040902054610b9d565b61185b6002546001845f015160018661016001516130259190614cc3565b6040805194855260ff90931660208501526001600160a01b03909116918301919091526001600160401b031660608201526080902090565b5f60ff841660011461308e57604051635518e1e560e01b815260ff8516600482015260016024820152604401610207565b61294d848484613b1f565b5f6130a8836101800151613c63565b9050806020015163ffffffff16845f015163ffffffff1610806130de5750806040015163ffffffff16845f015163ffffffff1610155b156131225783516020820151604080840151905163229d307360e21b815263ffffffff93841660048201529183166024830152919091166044820152606401610207565b80606001516001600160401b0316826001600160401b03161115613172576060810151604051635522883960e11b81526001600160401b0391821660048201529083166024820152604401610207565b602081015163ffffffff908116610120850152604082015116610140840152606001516001600160401b0316610100909201919091525050565b5f5f6131c084876060015161ffff16613ccc565b90506131cc8385614b29565b855186906131db908390614b74565b9052506131e88382614b29565b856020018181516131f99190614b74565b9052506132068185614c4b565b9695505050505050565b6002805461016084015160408051928352602083019390935233928201929092526001600160401b039091166060820152608090205f90338452845163ffffffff1660208086019190915283013560c085015290506132756080830160608401614b5b565b6001600160401b031660e084015261329360a0830160808401614b87565b60ff1660608401526132ab60c0830160a08401614ce2565b151560808401525f818152600b602052604090206132c99084613ce4565b8260a00151156132e8576101808301515f828152600c60205260409020555b8351339082906020850135907f1badf0f77b8d4b79be745bf02570b504ba2b8c2812f764aa9d2787aeadc43ea4906133266080880160608901614b5b565b61333660a0890160808a01614b87565b6101408a015161334c60c08b0160a08c01614ce2565b6101808c01516040805163ffffffff97881681526001600160401b03909616602087015260ff9094169385019390935293166060830152911515608082015260a081019190915260c00160405180910390a49392505050565b8015612bd35763ffffffff82165f908152600184016020526040812080548392906133d1908490614bca565b9091555050505050565b63ffffffff84165b8363ffffffff16811015610ff057600281901c5f9081526020879052604081205490613413600384176001614b74565b90505f8663ffffffff16821061342f578663ffffffff16613431565b815b9050835b818110156134c05760c0600682901b165f61345b896001600160401b0388851c16614b74565b9050876001600160401b03168111156134a557604051631bbdabc760e21b815263ffffffff84166004820152602481018290526001600160401b0389166044820152606401610207565b6134b189831b87614b74565b95505050806001019050613435565b5060029390931c5f90815260208990526040902091909155506133e3565b8015806134f757508163ffffffff168363ffffffff1610155b6135525763ffffffff83165f90815260018501602052604081208054839290613521908490614bca565b909155505063ffffffff82165f9081526001850160205260408120805483929061354c908490614cfd565b90915550505b50505050565b805160208201fd5b5f8160a00151613570575f613573565b60025b8260800151613582575f613585565b60015b1760ff16905060e881901b60e0836060015160ff16901b60c0846040015163ffffffff16901b60a0856020015163ffffffff16901b855f01516001600160a01b031617171717835f0181905550505050565b5f858152600d602090815260408083208151608081018352905463ffffffff81168252640100000000810460ff90811615159483019490945265010000000000810490931615801592820192909252660100000000000090920460301b65ffffffffffff191660608301526136625760405163797447fd60e01b815260048101889052602401610207565b5f61366c82612e35565b90508415801561368e5750858061368e57508663ffffffff168163ffffffff16105b156136c35760405163224510c560e01b8152600481018a905263ffffffff808916602483015282166044820152606401610207565b85806136db57508663ffffffff168163ffffffff1610155b156136ea575f92505050613206565b6001602083015265ffffffffffff1984165f0361370f5763ffffffff8716825261371f565b65ffffffffffff19841660608301525b505f878152600d602090815260409182902083518154928501519385015160609095015160301c66010000000000000265ffffffffffff95151565010000000000029590951664ffffffffff9415156401000000000264ffffffffff1990941663ffffffff909216919091179290921792909216179190911790555060019695505050505050565b604080517fff0000000000000000000000000000000000000000000000000000000000000060f885901b1660208201525f60218201819052600360f81b60228301526001600160e01b0319600885811c62ff00ff1663ff00ff009187901b9190911617601081811c91901b1760e01b16602383015282516007818403018152602790920190925261185b90614d1c565b6060815f0151826020015161384b84613d61565b60405160200161388293929190928352602083019190915260701b6dffffffffffffffffffffffffffff1916604082015260520190565b6040516020818303038152906040529050919050565b6001600160a01b03811633036138ac575050565b5f6138b78383613ea3565b9050336001600160a01b03821614612bd3576040516351910f7960e11b8152600481018490523360248201526001600160a01b0382166044820152606401610207565b60c08161016001516001600160401b0316901b60a082610140015163ffffffff16901b608083610120015163ffffffff16901b60408461010001516001600160401b0316901b8460e001516001600160401b03161717171782600201819055505050565b61396782613f3b565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a28051156139ab57612bd38282613fb1565b610dfc614051565b5f8260016001600160401b038416156139d557836001600160401b03166139d8565b60015b03816139e6576139e6614d58565b046001019050806001168101905061fffe81111561185b5781613a0885614070565b604051633c6d5e7360e11b81526001600160401b03928316600482015291166024820152604401610207565b5f621000006001613a458285614b74565b613a4f9190614c4b565b610b9d9190614d6c565b7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c19930080546001600160a01b031981166001600160a01b03848116918217845560405192169182907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3505050565b613ad1614098565b6127a557604051631afcd79f60e31b815260040160405180910390fd5b613af6613ac9565b6001600160a01b03811661104d57604051631e4fbdf760e01b81525f6004820152602401610207565b5f7f28c9bdf267e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa57fd182e6ad7f520e511f6c3e2b8c68059b6bbd41fbabd9831f79217e1319cde05b8260b865ff000000ff00600888811b91821664ff000000ff918a901c91821617601090811b67ff000000ff0000009390931666ff000000ff00009290921691909117901c17602081811b6bffffffffffffffff000000001691901c63ffffffff16176001600160401b0316901b60f88860ff16901b1790505f604051600c60e01b815284600482015283602482015282604482015286604d8201525f606d8201525f608d8201525f60a4820152602960f81b60c4820152600160d482015360405f60d58360095afa5f5196503d604014169150819050613c5857604051634a1585f560e11b815260096004820152602401610207565b505050509392505050565b604080516080810182525f808252602082018190529181018290526060810191909152613c8f826140b1565b5f838152600a6020526040902080546001600160e01b0319168155600101805467ffffffffffffffff1916905580519091506125a0908390614163565b5f612710613cda8385614b29565b61185b9190614d6c565b613cee8282613560565b60c08101516001830155610dfc828260c08161016001516001600160401b0316901b60a082610140015163ffffffff16901b608083610120015163ffffffff16901b60408461010001516001600160401b0316901b8460e001516001600160401b03161717171782600201819055505050565b5f5f8260800151613d72575f613d78565b600160401b5b68ffffffffffffffffff166048846060015160ff16901b6050613e2186604001515f60088266ff00ff00ff00ff166001600160401b0316901b60088367ff00ff00ff00ff00166001600160401b0316901c17915060108265ffff0000ffff166001600160401b0316901b60108367ffff0000ffff0000166001600160401b0316901c1791506020826001600160401b0316901b6020836001600160401b0316901c179050919050565b6001600160401b0316901b17179050613e5c8360c00151600881811c62ff00ff1663ff00ff009290911b9190911617601081811c91901b1790565b63ffffffff166020613e908560a00151600881811c62ff00ff1663ff00ff009290911b9190911617601081811c91901b1790565b63ffffffff16901b821717915050919050565b5f6001600160a01b0382161580613ec85750600e546001600160a01b03838116911614155b15613ed4575080610b9d565b604051633f9aa6a360e21b8152600481018490526001600160a01b0383169063fe6a9a8c90602401602060405180830381865afa158015613f17573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061185b9190614d8b565b806001600160a01b03163b5f03613f7057604051634c9c8ce360e01b81526001600160a01b0382166004820152602401610207565b7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc80546001600160a01b0319166001600160a01b0392909216919091179055565b60605f613fbe84846141ca565b9050808015613fdf57505f3d1180613fdf57505f846001600160a01b03163b115b15613ff457613fec6141dd565b915050610b9d565b801561401e57604051639996b31560e01b81526001600160a01b0385166004820152602401610207565b3d156140315761402c6141f6565b61404a565b60405163d6bda27560e01b815260040160405180910390fd5b5092915050565b34156127a55760405163b398979f60e01b815260040160405180910390fd5b5f60035f1983010460028102830390830361fffe61408e8284614b29565b61294d9190614b29565b5f6140a1612e8f565b54600160401b900460ff16919050565b604080516080810182525f808252602082018190529181018290526060810191909152505f818152600a6020908152604091829020825160808101845281546001600160a01b03811680835263ffffffff600160a01b8304811695840195909552600160c01b90910490931693810193909352600101546001600160401b031660608301526141565760405163ac7592d560e01b815260048101839052602401610207565b6125a082825f0151613898565b600e546001600160a01b0390811690821603610dfc57604051631f2b6f2360e01b8152600481018390526001600160a01b03821690631f2b6f23906024015f604051808303815f87803b1580156141b8575f5ffd5b505af1158015610ff0573d5f5f3e3d5ffd5b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b604080516101a081019091525f60e0820181815261010083018290526101208301829052610140830182905261016083018290526101808301919091528190815260200161426060405180604001604052805f81526020015f81525090565b815260200160608152602001606081526020015f81526020015f81526020015f6001600160401b031681525090565b5f60808284031215612e89575f5ffd5b5f5f5f5f60c085870312156142b2575f5ffd5b84356001600160401b038111156142c7575f5ffd5b8501601f810187136142d7575f5ffd5b80356001600160401b038111156142ec575f5ffd5b87602060e083028401011115614300575f5ffd5b602091820195509350850135915061431b866040870161428f565b905092959194509250565b602080825282518282018190525f918401906040840190835b8181101561435d57835183526020938401939092019160010161433f565b509095945050505050565b80356001600160401b03811681146125a0575f5ffd5b803563ffffffff811681146125a0575f5ffd5b5f5f5f5f5f61010086880312156143a6575f5ffd5b6143af86614368565b94506143bd6020870161437e565b93506143cb6040870161437e565b9250606086013591506143e1876080880161428f565b90509295509295909350565b5f5f83601f8401126143fd575f5ffd5b5081356001600160401b03811115614413575f5ffd5b602083019150836020828501011115610be3575f5ffd5b5f5f5f5f5f6060868803121561443e575f5ffd5b8535945060208601356001600160401b0381111561445a575f5ffd5b614466888289016143ed565b90955093505060408601356001600160401b03811115614484575f5ffd5b614490888289016143ed565b969995985093965092949392505050565b5f602082840312156144b1575f5ffd5b61185b8261437e565b803560ff811681146125a0575f5ffd5b6001600160a01b0381168114611056575f5ffd5b5f5f604083850312156144ef575f5ffd5b6144f8836144ba565b91506020830135614508816144ca565b809150509250929050565b5f5f60408385031215614524575f5ffd5b61452d83614368565b915061453b60208401614368565b90509250929050565b5f5f5f5f60e08587031215614557575f5ffd5b843593506145676020860161437e565b92506040850135915061431b866060870161428f565b634e487b7160e01b5f52604160045260245ffd5b5f5f604083850312156145a2575f5ffd5b82356145ad816144ca565b915060208301356001600160401b038111156145c7575f5ffd5b8301601f810185136145d7575f5ffd5b80356001600160401b038111156145f0576145f061457d565b604051601f8201601f19908116603f011681016001600160401b038111828210171561461e5761461e61457d565b604052818152828201602001871015614635575f5ffd5b816020840160208301375f602083830101528093505050509250929050565b5f5f60408385031215614665575f5ffd5b61466e83614368565b915061453b6020840161437e565b5f5f5f5f60c0858703121561468f575f5ffd5b84356001600160401b038111156146a4575f5ffd5b8501601f810187136146b4575f5ffd5b80356001600160401b038111156146c9575f5ffd5b8760208260061b8401011115614300575f5ffd5b5f602082840312156146ed575f5ffd5b813561185b816144ca565b5f60208284031215614708575f5ffd5b5035919050565b815163ffffffff1681526101a081016020830151614733602084018261ffff169052565b50604083015161474e60408401826001600160401b03169052565b50606083015161476960608401826001600160401b03169052565b50608083015161478460808401826001600160401b03169052565b5060a083015161479f60a08401826001600160401b03169052565b5060c08301516147b760c084018263ffffffff169052565b5060e08301516147d260e08401826001600160401b03169052565b506101008301516147ef6101008401826001600160401b03169052565b5061012083015161480761012084018261ffff169052565b506101408301516101408301526101608301516148306101608401826001600160a01b03169052565b5061018083015161404a6101808401826001600160a01b03169052565b5f5f5f5f5f858703610160811215614863575f5ffd5b863561486e816144ca565b9550602087013594506040870135614885816144ca565b93506060870135614895816144ca565b925060e0607f19820112156148a8575f5ffd5b506080860190509295509295909350565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f61185b60208301846148b9565b81516001600160a01b03168152610160810160208301516020830152604083015161492f60408401826001600160401b03169052565b506060830151614944606084018260ff169052565b506080830151614958608084018215159052565b5060a083015161497060a084018263ffffffff169052565b5060c083015161498860c084018263ffffffff169052565b5060e083015160e08301526101008301516149ac61010084018263ffffffff169052565b506101208301516149c661012084018263ffffffff169052565b5061014083015161404a6101408401826001600160401b03169052565b5f5f604083850312156149f4575f5ffd5b82356149ff816144ca565b915061453b602084016144ba565b5f5f60408385031215614a1e575f5ffd5b82356144f8816144ca565b634e487b7160e01b5f52603260045260245ffd5b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b608081525f614a7760808301896148b9565b8281036020840152614a8a81888a614a3d565b90508281036040840152614a9f818688614a3d565b91505060028310614abe57634e487b7160e01b5f52602160045260245ffd5b826060830152979650505050505050565b61ffff81168114611056575f5ffd5b5f60208284031215614aee575f5ffd5b815161185b81614acf565b634e487b7160e01b5f52601160045260245ffd5b63ffffffff8181168382160190811115610b9d57610b9d614af9565b8082028115828204841417610b9d57610b9d614af9565b5f60208284031215614b50575f5ffd5b813561185b81614acf565b5f60208284031215614b6b575f5ffd5b61185b82614368565b80820180821115610b9d57610b9d614af9565b5f60208284031215614b97575f5ffd5b61185b826144ba565b5f6001600160401b0382166001600160401b038103614bc157614bc1614af9565b60010192915050565b8082018281125f831280158216821582161715614be957614be9614af9565b505092915050565b5f63ffffffff821663ffffffff8103614bc157614bc1614af9565b5f60208284031215614c1c575f5ffd5b5051919050565b8015158114611056575f5ffd5b5f60208284031215614c40575f5ffd5b815161185b81614c23565b81810381811115610b9d57610b9d614af9565b63ffffffff8281168282160390811115610b9d57610b9d614af9565b6001600160c81b0319841681528260078201525f82518060208501602785015e5f9201602701918252509392505050565b5f60018201614cbc57614cbc614af9565b5060010190565b6001600160401b038281168282160390811115610b9d57610b9d614af9565b5f60208284031215614cf2575f5ffd5b813561185b81614c23565b8181035f83128015838313168383128216171561404a5761404a614af9565b805160208201516001600160c81b0319811691906007821015614d51576001600160c81b0319808360070360031b1b82161692505b5050919050565b634e487b7160e01b5f52601260045260245ffd5b5f82614d8657634e487b7160e01b5f52601260045260245ffd5b500490565b5f60208284031215614d9b575f5ffd5b815161185b816144ca56",
}

// Storage is an auto generated Go binding around an Ethereum contract.
type Storage struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Storage) GetABI() abi.ABI {
	return c.abi
}

// NewStorage creates a new instance of Storage.
func NewStorage() *Storage {
	parsed, err := StorageMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Storage{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Storage) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address records) returns()
func (storage *Storage) PackConstructor(records common.Address) []byte {
	enc, err := storage.abi.Pack("", records)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (storage *Storage) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := storage.abi.Pack("UPGRADE_INTERFACE_VERSION")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (storage *Storage) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return storage.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (storage *Storage) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := storage.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (storage *Storage) PackAcceptOwnership() []byte {
	enc, err := storage.abi.Pack("acceptOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptOwnership() returns()
func (storage *Storage) TryPackAcceptOwnership() ([]byte, error) {
	return storage.abi.Pack("acceptOwnership")
}

// PackAvailability is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8c118b53.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function availability(bytes32 blobId) view returns(bool, uint32, bool)
func (storage *Storage) PackAvailability(blobId [32]byte) []byte {
	enc, err := storage.abi.Pack("availability", blobId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAvailability is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8c118b53.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function availability(bytes32 blobId) view returns(bool, uint32, bool)
func (storage *Storage) TryPackAvailability(blobId [32]byte) ([]byte, error) {
	return storage.abi.Pack("availability", blobId)
}

// AvailabilityOutput serves as a container for the return parameters of contract
// method Availability.
type AvailabilityOutput struct {
	Arg0 bool
	Arg1 uint32
	Arg2 bool
}

// UnpackAvailability is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8c118b53.
//
// Solidity: function availability(bytes32 blobId) view returns(bool, uint32, bool)
func (storage *Storage) UnpackAvailability(data []byte) (AvailabilityOutput, error) {
	out, err := storage.abi.Unpack("availability", data)
	outstruct := new(AvailabilityOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new(bool)).(*bool)
	outstruct.Arg1 = *abi.ConvertType(out[1], new(uint32)).(*uint32)
	outstruct.Arg2 = *abi.ConvertType(out[2], new(bool)).(*bool)
	return *outstruct, nil
}

// PackBegin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1bce6ff3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function begin() returns()
func (storage *Storage) PackBegin() []byte {
	enc, err := storage.abi.Pack("begin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBegin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1bce6ff3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function begin() returns()
func (storage *Storage) TryPackBegin() ([]byte, error) {
	return storage.abi.Pack("begin")
}

// PackBlob is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce3c84d0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function blob(bytes32 object) view returns((address,bytes32,uint64,uint8,bool,uint32,uint32,bytes32,uint32,uint32,uint64))
func (storage *Storage) PackBlob(object [32]byte) []byte {
	enc, err := storage.abi.Pack("blob", object)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBlob is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce3c84d0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function blob(bytes32 object) view returns((address,bytes32,uint64,uint8,bool,uint32,uint32,bytes32,uint32,uint32,uint64))
func (storage *Storage) TryPackBlob(object [32]byte) ([]byte, error) {
	return storage.abi.Pack("blob", object)
}

// UnpackBlob is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xce3c84d0.
//
// Solidity: function blob(bytes32 object) view returns((address,bytes32,uint64,uint8,bool,uint32,uint32,bytes32,uint32,uint32,uint64))
func (storage *Storage) UnpackBlob(data []byte) (IStorageBlobView, error) {
	out, err := storage.abi.Unpack("blob", data)
	if err != nil {
		return *new(IStorageBlobView), err
	}
	out0 := *abi.ConvertType(out[0], new(IStorageBlobView)).(*IStorageBlobView)
	return out0, nil
}

// PackBurnBlobs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3be6e8fe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burnBlobs(bytes32[] objects) returns()
func (storage *Storage) PackBurnBlobs(objects [][32]byte) []byte {
	enc, err := storage.abi.Pack("burnBlobs", objects)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurnBlobs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3be6e8fe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burnBlobs(bytes32[] objects) returns()
func (storage *Storage) TryPackBurnBlobs(objects [][32]byte) ([]byte, error) {
	return storage.abi.Pack("burnBlobs", objects)
}

// PackBurnExpiredPooled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e3cd743.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burnExpiredPooled(bytes32 id, bytes32[] blobIds) returns()
func (storage *Storage) PackBurnExpiredPooled(id [32]byte, blobIds [][32]byte) []byte {
	enc, err := storage.abi.Pack("burnExpiredPooled", id, blobIds)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurnExpiredPooled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e3cd743.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burnExpiredPooled(bytes32 id, bytes32[] blobIds) returns()
func (storage *Storage) TryPackBurnExpiredPooled(id [32]byte, blobIds [][32]byte) ([]byte, error) {
	return storage.abi.Pack("burnExpiredPooled", id, blobIds)
}

// PackCertify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x141d31b4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function certify(bytes32 object, bytes signature, bytes bitmap) returns()
func (storage *Storage) PackCertify(object [32]byte, signature []byte, bitmap []byte) []byte {
	enc, err := storage.abi.Pack("certify", object, signature, bitmap)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCertify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x141d31b4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function certify(bytes32 object, bytes signature, bytes bitmap) returns()
func (storage *Storage) TryPackCertify(object [32]byte, signature []byte, bitmap []byte) ([]byte, error) {
	return storage.abi.Pack("certify", object, signature, bitmap)
}

// PackCertifyBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf381c20.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function certifyBatch((bytes32,bytes32,bytes32)[] claims, bytes signature, bytes bitmap) returns()
func (storage *Storage) PackCertifyBatch(claims []IStorageRecordsClaim, signature []byte, bitmap []byte) []byte {
	enc, err := storage.abi.Pack("certifyBatch", claims, signature, bitmap)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCertifyBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf381c20.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function certifyBatch((bytes32,bytes32,bytes32)[] claims, bytes signature, bytes bitmap) returns()
func (storage *Storage) TryPackCertifyBatch(claims []IStorageRecordsClaim, signature []byte, bitmap []byte) ([]byte, error) {
	return storage.abi.Pack("certifyBatch", claims, signature, bitmap)
}

// PackCertifyPooled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84f77e9d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function certifyPooled(bytes32 id, bytes32 blobId, bytes signature, bytes bitmap) returns()
func (storage *Storage) PackCertifyPooled(id [32]byte, blobId [32]byte, signature []byte, bitmap []byte) []byte {
	enc, err := storage.abi.Pack("certifyPooled", id, blobId, signature, bitmap)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCertifyPooled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84f77e9d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function certifyPooled(bytes32 id, bytes32 blobId, bytes signature, bytes bitmap) returns()
func (storage *Storage) TryPackCertifyPooled(id [32]byte, blobId [32]byte, signature []byte, bitmap []byte) ([]byte, error) {
	return storage.abi.Pack("certifyPooled", id, blobId, signature, bitmap)
}

// PackCharge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4cad1940.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function charge(address payer, uint256 amount, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns()
func (storage *Storage) PackCharge(payer common.Address, amount *big.Int, maxPayment *big.Int, p IStoragePermit) []byte {
	enc, err := storage.abi.Pack("charge", payer, amount, maxPayment, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCharge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4cad1940.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function charge(address payer, uint256 amount, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns()
func (storage *Storage) TryPackCharge(payer common.Address, amount *big.Int, maxPayment *big.Int, p IStoragePermit) ([]byte, error) {
	return storage.abi.Pack("charge", payer, amount, maxPayment, p)
}

// PackCreateBucket is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x26f674ee.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createBucket(uint64 size, uint32 epochs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32 bucketId)
func (storage *Storage) PackCreateBucket(size uint64, epochs uint32, maxPayment *big.Int, p IStoragePermit) []byte {
	enc, err := storage.abi.Pack("createBucket", size, epochs, maxPayment, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateBucket is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x26f674ee.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createBucket(uint64 size, uint32 epochs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32 bucketId)
func (storage *Storage) TryPackCreateBucket(size uint64, epochs uint32, maxPayment *big.Int, p IStoragePermit) ([]byte, error) {
	return storage.abi.Pack("createBucket", size, epochs, maxPayment, p)
}

// UnpackCreateBucket is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x26f674ee.
//
// Solidity: function createBucket(uint64 size, uint32 epochs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32 bucketId)
func (storage *Storage) UnpackCreateBucket(data []byte) ([32]byte, error) {
	out, err := storage.abi.Unpack("createBucket", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCreatePool is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x22010b57.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createPool(uint64 size, uint32 epochs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32 poolId)
func (storage *Storage) PackCreatePool(size uint64, epochs uint32, maxPayment *big.Int, p IStoragePermit) []byte {
	enc, err := storage.abi.Pack("createPool", size, epochs, maxPayment, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreatePool is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x22010b57.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createPool(uint64 size, uint32 epochs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32 poolId)
func (storage *Storage) TryPackCreatePool(size uint64, epochs uint32, maxPayment *big.Int, p IStoragePermit) ([]byte, error) {
	return storage.abi.Pack("createPool", size, epochs, maxPayment, p)
}

// UnpackCreatePool is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x22010b57.
//
// Solidity: function createPool(uint64 size, uint32 epochs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32 poolId)
func (storage *Storage) UnpackCreatePool(data []byte) ([32]byte, error) {
	out, err := storage.abi.Unpack("createPool", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCreatePoolWith is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0832f67a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createPoolWith(bytes32 storageId) returns(bytes32 poolId)
func (storage *Storage) PackCreatePoolWith(storageId [32]byte) []byte {
	enc, err := storage.abi.Pack("createPoolWith", storageId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreatePoolWith is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0832f67a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createPoolWith(bytes32 storageId) returns(bytes32 poolId)
func (storage *Storage) TryPackCreatePoolWith(storageId [32]byte) ([]byte, error) {
	return storage.abi.Pack("createPoolWith", storageId)
}

// UnpackCreatePoolWith is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0832f67a.
//
// Solidity: function createPoolWith(bytes32 storageId) returns(bytes32 poolId)
func (storage *Storage) UnpackCreatePoolWith(data []byte) ([32]byte, error) {
	out, err := storage.abi.Unpack("createPoolWith", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDecreasePool is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xee50fe11.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decreasePool(bytes32 id, uint64 size) returns(bytes32 storageId)
func (storage *Storage) PackDecreasePool(id [32]byte, size uint64) []byte {
	enc, err := storage.abi.Pack("decreasePool", id, size)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecreasePool is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xee50fe11.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decreasePool(bytes32 id, uint64 size) returns(bytes32 storageId)
func (storage *Storage) TryPackDecreasePool(id [32]byte, size uint64) ([]byte, error) {
	return storage.abi.Pack("decreasePool", id, size)
}

// UnpackDecreasePool is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xee50fe11.
//
// Solidity: function decreasePool(bytes32 id, uint64 size) returns(bytes32 storageId)
func (storage *Storage) UnpackDecreasePool(data []byte) ([32]byte, error) {
	out, err := storage.abi.Unpack("decreasePool", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDecreasePoolUnused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfcea9a9d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decreasePoolUnused(bytes32 id, uint8 percent) returns(bytes32 storageId)
func (storage *Storage) PackDecreasePoolUnused(id [32]byte, percent uint8) []byte {
	enc, err := storage.abi.Pack("decreasePoolUnused", id, percent)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecreasePoolUnused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfcea9a9d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decreasePoolUnused(bytes32 id, uint8 percent) returns(bytes32 storageId)
func (storage *Storage) TryPackDecreasePoolUnused(id [32]byte, percent uint8) ([]byte, error) {
	return storage.abi.Pack("decreasePoolUnused", id, percent)
}

// UnpackDecreasePoolUnused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfcea9a9d.
//
// Solidity: function decreasePoolUnused(bytes32 id, uint8 percent) returns(bytes32 storageId)
func (storage *Storage) UnpackDecreasePoolUnused(data []byte) ([32]byte, error) {
	out, err := storage.abi.Unpack("decreasePoolUnused", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDeleteBlob is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x88a1ad7b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deleteBlob(bytes32 object) returns(bytes32 storageId)
func (storage *Storage) PackDeleteBlob(object [32]byte) []byte {
	enc, err := storage.abi.Pack("deleteBlob", object)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeleteBlob is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x88a1ad7b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deleteBlob(bytes32 object) returns(bytes32 storageId)
func (storage *Storage) TryPackDeleteBlob(object [32]byte) ([]byte, error) {
	return storage.abi.Pack("deleteBlob", object)
}

// UnpackDeleteBlob is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x88a1ad7b.
//
// Solidity: function deleteBlob(bytes32 object) returns(bytes32 storageId)
func (storage *Storage) UnpackDeleteBlob(data []byte) ([32]byte, error) {
	out, err := storage.abi.Unpack("deleteBlob", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDeletePooled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0765bb94.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deletePooled(bytes32 id, bytes32[] blobIds) returns()
func (storage *Storage) PackDeletePooled(id [32]byte, blobIds [][32]byte) []byte {
	enc, err := storage.abi.Pack("deletePooled", id, blobIds)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeletePooled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0765bb94.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deletePooled(bytes32 id, bytes32[] blobIds) returns()
func (storage *Storage) TryPackDeletePooled(id [32]byte, blobIds [][32]byte) ([]byte, error) {
	return storage.abi.Pack("deletePooled", id, blobIds)
}

// PackDestroy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6e0bd282.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function destroy(bytes32 storageId) returns()
func (storage *Storage) PackDestroy(storageId [32]byte) []byte {
	enc, err := storage.abi.Pack("destroy", storageId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDestroy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6e0bd282.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function destroy(bytes32 storageId) returns()
func (storage *Storage) TryPackDestroy(storageId [32]byte) ([]byte, error) {
	return storage.abi.Pack("destroy", storageId)
}

// PackDestroyPool is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6274a69.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function destroyPool(bytes32 id) returns(bytes32 storageId)
func (storage *Storage) PackDestroyPool(id [32]byte) []byte {
	enc, err := storage.abi.Pack("destroyPool", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDestroyPool is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6274a69.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function destroyPool(bytes32 id) returns(bytes32 storageId)
func (storage *Storage) TryPackDestroyPool(id [32]byte) ([]byte, error) {
	return storage.abi.Pack("destroyPool", id)
}

// UnpackDestroyPool is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe6274a69.
//
// Solidity: function destroyPool(bytes32 id) returns(bytes32 storageId)
func (storage *Storage) UnpackDestroyPool(data []byte) ([32]byte, error) {
	out, err := storage.abi.Unpack("destroyPool", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1a40e9dc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function draw(uint8 kind, address creator) returns(bytes32 object, uint64 nonce)
func (storage *Storage) PackDraw(kind uint8, creator common.Address) []byte {
	enc, err := storage.abi.Pack("draw", kind, creator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1a40e9dc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function draw(uint8 kind, address creator) returns(bytes32 object, uint64 nonce)
func (storage *Storage) TryPackDraw(kind uint8, creator common.Address) ([]byte, error) {
	return storage.abi.Pack("draw", kind, creator)
}

// DrawOutput serves as a container for the return parameters of contract
// method Draw.
type DrawOutput struct {
	Object [32]byte
	Nonce  uint64
}

// UnpackDraw is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1a40e9dc.
//
// Solidity: function draw(uint8 kind, address creator) returns(bytes32 object, uint64 nonce)
func (storage *Storage) UnpackDraw(data []byte) (DrawOutput, error) {
	out, err := storage.abi.Unpack("draw", data)
	outstruct := new(DrawOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Object = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.Nonce = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackExtend is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36f985ca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function extend(bytes32 object, uint32 epochs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(uint32 newEnd)
func (storage *Storage) PackExtend(object [32]byte, epochs uint32, maxPayment *big.Int, p IStoragePermit) []byte {
	enc, err := storage.abi.Pack("extend", object, epochs, maxPayment, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExtend is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36f985ca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function extend(bytes32 object, uint32 epochs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(uint32 newEnd)
func (storage *Storage) TryPackExtend(object [32]byte, epochs uint32, maxPayment *big.Int, p IStoragePermit) ([]byte, error) {
	return storage.abi.Pack("extend", object, epochs, maxPayment, p)
}

// UnpackExtend is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x36f985ca.
//
// Solidity: function extend(bytes32 object, uint32 epochs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(uint32 newEnd)
func (storage *Storage) UnpackExtend(data []byte) (uint32, error) {
	out, err := storage.abi.Unpack("extend", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackExtendBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6037b231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function extendBatch((bytes32,uint32)[] es, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns()
func (storage *Storage) PackExtendBatch(es []IStorageExtension, maxPayment *big.Int, p IStoragePermit) []byte {
	enc, err := storage.abi.Pack("extendBatch", es, maxPayment, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExtendBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6037b231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function extendBatch((bytes32,uint32)[] es, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns()
func (storage *Storage) TryPackExtendBatch(es []IStorageExtension, maxPayment *big.Int, p IStoragePermit) ([]byte, error) {
	return storage.abi.Pack("extendBatch", es, maxPayment, p)
}

// PackExtendPool is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x94f74733.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function extendPool(bytes32 id, uint32 epochs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(uint32 newEnd)
func (storage *Storage) PackExtendPool(id [32]byte, epochs uint32, maxPayment *big.Int, p IStoragePermit) []byte {
	enc, err := storage.abi.Pack("extendPool", id, epochs, maxPayment, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExtendPool is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x94f74733.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function extendPool(bytes32 id, uint32 epochs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(uint32 newEnd)
func (storage *Storage) TryPackExtendPool(id [32]byte, epochs uint32, maxPayment *big.Int, p IStoragePermit) ([]byte, error) {
	return storage.abi.Pack("extendPool", id, epochs, maxPayment, p)
}

// UnpackExtendPool is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x94f74733.
//
// Solidity: function extendPool(bytes32 id, uint32 epochs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(uint32 newEnd)
func (storage *Storage) UnpackExtendPool(data []byte) (uint32, error) {
	out, err := storage.abi.Unpack("extendPool", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackExtendShared is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91834fea.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function extendShared(bytes32 object, uint32 epochs) returns(uint32 newEnd)
func (storage *Storage) PackExtendShared(object [32]byte, epochs uint32) []byte {
	enc, err := storage.abi.Pack("extendShared", object, epochs)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExtendShared is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91834fea.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function extendShared(bytes32 object, uint32 epochs) returns(uint32 newEnd)
func (storage *Storage) TryPackExtendShared(object [32]byte, epochs uint32) ([]byte, error) {
	return storage.abi.Pack("extendShared", object, epochs)
}

// UnpackExtendShared is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91834fea.
//
// Solidity: function extendShared(bytes32 object, uint32 epochs) returns(uint32 newEnd)
func (storage *Storage) UnpackExtendShared(data []byte) (uint32, error) {
	out, err := storage.abi.Unpack("extendShared", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackExtendWith is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x81a87607.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function extendWith(bytes32 object, bytes32 storageId) returns(uint32)
func (storage *Storage) PackExtendWith(object [32]byte, storageId [32]byte) []byte {
	enc, err := storage.abi.Pack("extendWith", object, storageId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExtendWith is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x81a87607.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function extendWith(bytes32 object, bytes32 storageId) returns(uint32)
func (storage *Storage) TryPackExtendWith(object [32]byte, storageId [32]byte) ([]byte, error) {
	return storage.abi.Pack("extendWith", object, storageId)
}

// UnpackExtendWith is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x81a87607.
//
// Solidity: function extendWith(bytes32 object, bytes32 storageId) returns(uint32)
func (storage *Storage) UnpackExtendWith(data []byte) (uint32, error) {
	out, err := storage.abi.Unpack("extendWith", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackFeesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x19eb82ea.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function feesOf(uint32 epoch) view returns(uint256)
func (storage *Storage) PackFeesOf(epoch uint32) []byte {
	enc, err := storage.abi.Pack("feesOf", epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFeesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x19eb82ea.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function feesOf(uint32 epoch) view returns(uint256)
func (storage *Storage) TryPackFeesOf(epoch uint32) ([]byte, error) {
	return storage.abi.Pack("feesOf", epoch)
}

// UnpackFeesOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x19eb82ea.
//
// Solidity: function feesOf(uint32 epoch) view returns(uint256)
func (storage *Storage) UnpackFeesOf(data []byte) (*big.Int, error) {
	out, err := storage.abi.Unpack("feesOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackFund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb334800a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fund(bytes32 object, uint256 amount, (uint256,uint8,bytes32,bytes32) p) returns()
func (storage *Storage) PackFund(object [32]byte, amount *big.Int, p IStoragePermit) []byte {
	enc, err := storage.abi.Pack("fund", object, amount, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb334800a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fund(bytes32 object, uint256 amount, (uint256,uint8,bytes32,bytes32) p) returns()
func (storage *Storage) TryPackFund(object [32]byte, amount *big.Int, p IStoragePermit) ([]byte, error) {
	return storage.abi.Pack("fund", object, amount, p)
}

// PackFundsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5f573ba6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fundsOf(bytes32 object) view returns(uint256)
func (storage *Storage) PackFundsOf(object [32]byte) []byte {
	enc, err := storage.abi.Pack("fundsOf", object)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFundsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5f573ba6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fundsOf(bytes32 object) view returns(uint256)
func (storage *Storage) TryPackFundsOf(object [32]byte) ([]byte, error) {
	return storage.abi.Pack("fundsOf", object)
}

// UnpackFundsOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5f573ba6.
//
// Solidity: function fundsOf(bytes32 object) view returns(uint256)
func (storage *Storage) UnpackFundsOf(data []byte) (*big.Int, error) {
	out, err := storage.abi.Unpack("fundsOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackFuse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa289a544.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fuse(bytes32 first, bytes32 second) returns()
func (storage *Storage) PackFuse(first [32]byte, second [32]byte) []byte {
	enc, err := storage.abi.Pack("fuse", first, second)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFuse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa289a544.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fuse(bytes32 first, bytes32 second) returns()
func (storage *Storage) TryPackFuse(first [32]byte, second [32]byte) ([]byte, error) {
	return storage.abi.Pack("fuse", first, second)
}

// PackFuseAmount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6221fe07.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fuseAmount(bytes32 first, bytes32 second) returns()
func (storage *Storage) PackFuseAmount(first [32]byte, second [32]byte) []byte {
	enc, err := storage.abi.Pack("fuseAmount", first, second)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFuseAmount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6221fe07.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fuseAmount(bytes32 first, bytes32 second) returns()
func (storage *Storage) TryPackFuseAmount(first [32]byte, second [32]byte) ([]byte, error) {
	return storage.abi.Pack("fuseAmount", first, second)
}

// PackFusePeriods is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1902f6b0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fusePeriods(bytes32 first, bytes32 second) returns()
func (storage *Storage) PackFusePeriods(first [32]byte, second [32]byte) []byte {
	enc, err := storage.abi.Pack("fusePeriods", first, second)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFusePeriods is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1902f6b0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fusePeriods(bytes32 first, bytes32 second) returns()
func (storage *Storage) TryPackFusePeriods(first [32]byte, second [32]byte) ([]byte, error) {
	return storage.abi.Pack("fusePeriods", first, second)
}

// PackGiveBack is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa7bb743e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function giveBack(bytes32 object, address to) returns()
func (storage *Storage) PackGiveBack(object [32]byte, to common.Address) []byte {
	enc, err := storage.abi.Pack("giveBack", object, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGiveBack is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa7bb743e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function giveBack(bytes32 object, address to) returns()
func (storage *Storage) TryPackGiveBack(object [32]byte, to common.Address) ([]byte, error) {
	return storage.abi.Pack("giveBack", object, to)
}

// PackHolderOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe6a9a8c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function holderOf(bytes32 object) view returns(address owner)
func (storage *Storage) PackHolderOf(object [32]byte) []byte {
	enc, err := storage.abi.Pack("holderOf", object)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHolderOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe6a9a8c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function holderOf(bytes32 object) view returns(address owner)
func (storage *Storage) TryPackHolderOf(object [32]byte) ([]byte, error) {
	return storage.abi.Pack("holderOf", object)
}

// UnpackHolderOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfe6a9a8c.
//
// Solidity: function holderOf(bytes32 object) view returns(address owner)
func (storage *Storage) UnpackHolderOf(data []byte) (common.Address, error) {
	out, err := storage.abi.Unpack("holderOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackIncreasePool is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8909f97a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function increasePool(bytes32 id, uint64 size, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns()
func (storage *Storage) PackIncreasePool(id [32]byte, size uint64, maxPayment *big.Int, p IStoragePermit) []byte {
	enc, err := storage.abi.Pack("increasePool", id, size, maxPayment, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIncreasePool is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8909f97a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function increasePool(bytes32 id, uint64 size, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns()
func (storage *Storage) TryPackIncreasePool(id [32]byte, size uint64, maxPayment *big.Int, p IStoragePermit) ([]byte, error) {
	return storage.abi.Pack("increasePool", id, size, maxPayment, p)
}

// PackIncreasePoolWith is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7a45faf5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function increasePoolWith(bytes32 id, bytes32 storageId) returns()
func (storage *Storage) PackIncreasePoolWith(id [32]byte, storageId [32]byte) []byte {
	enc, err := storage.abi.Pack("increasePoolWith", id, storageId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIncreasePoolWith is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7a45faf5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function increasePoolWith(bytes32 id, bytes32 storageId) returns()
func (storage *Storage) TryPackIncreasePoolWith(id [32]byte, storageId [32]byte) ([]byte, error) {
	return storage.abi.Pack("increasePoolWith", id, storageId)
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa07d3d29.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner, bytes32 networkId_, address wal_, address certificates_, (uint64,uint64,uint64,uint32,uint64,uint64,uint16) p) returns()
func (storage *Storage) PackInitialize(owner common.Address, networkId [32]byte, wal common.Address, certificates common.Address, p StorageParams) []byte {
	enc, err := storage.abi.Pack("initialize", owner, networkId, wal, certificates, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa07d3d29.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner, bytes32 networkId_, address wal_, address certificates_, (uint64,uint64,uint64,uint32,uint64,uint64,uint16) p) returns()
func (storage *Storage) TryPackInitialize(owner common.Address, networkId [32]byte, wal common.Address, certificates common.Address, p StorageParams) ([]byte, error) {
	return storage.abi.Pack("initialize", owner, networkId, wal, certificates, p)
}

// PackInvalidateBlob is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1fd793ca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function invalidateBlob(bytes32 blobId, bytes signature, bytes bitmap) returns()
func (storage *Storage) PackInvalidateBlob(blobId [32]byte, signature []byte, bitmap []byte) []byte {
	enc, err := storage.abi.Pack("invalidateBlob", blobId, signature, bitmap)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInvalidateBlob is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1fd793ca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function invalidateBlob(bytes32 blobId, bytes signature, bytes bitmap) returns()
func (storage *Storage) TryPackInvalidateBlob(blobId [32]byte, signature []byte, bitmap []byte) ([]byte, error) {
	return storage.abi.Pack("invalidateBlob", blobId, signature, bitmap)
}

// PackLink is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf21c89ee.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function link(address wrapper_, address attributes_) returns()
func (storage *Storage) PackLink(wrapper common.Address, attributes common.Address) []byte {
	enc, err := storage.abi.Pack("link", wrapper, attributes)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLink is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf21c89ee.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function link(address wrapper_, address attributes_) returns()
func (storage *Storage) TryPackLink(wrapper common.Address, attributes common.Address) ([]byte, error) {
	return storage.abi.Pack("link", wrapper, attributes)
}

// PackLinked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd4fa3fb8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function linked() view returns(address wrapper_, address attributes_)
func (storage *Storage) PackLinked() []byte {
	enc, err := storage.abi.Pack("linked")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLinked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd4fa3fb8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function linked() view returns(address wrapper_, address attributes_)
func (storage *Storage) TryPackLinked() ([]byte, error) {
	return storage.abi.Pack("linked")
}

// LinkedOutput serves as a container for the return parameters of contract
// method Linked.
type LinkedOutput struct {
	Wrapper    common.Address
	Attributes common.Address
}

// UnpackLinked is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd4fa3fb8.
//
// Solidity: function linked() view returns(address wrapper_, address attributes_)
func (storage *Storage) UnpackLinked(data []byte) (LinkedOutput, error) {
	out, err := storage.abi.Unpack("linked", data)
	outstruct := new(LinkedOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Wrapper = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Attributes = *abi.ConvertType(out[1], new(common.Address)).(*common.Address)
	return *outstruct, nil
}

// PackNextObjectId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda6a67a1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nextObjectId(address creator, uint8 kind) view returns(bytes32)
func (storage *Storage) PackNextObjectId(creator common.Address, kind uint8) []byte {
	enc, err := storage.abi.Pack("nextObjectId", creator, kind)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNextObjectId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda6a67a1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nextObjectId(address creator, uint8 kind) view returns(bytes32)
func (storage *Storage) TryPackNextObjectId(creator common.Address, kind uint8) ([]byte, error) {
	return storage.abi.Pack("nextObjectId", creator, kind)
}

// UnpackNextObjectId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xda6a67a1.
//
// Solidity: function nextObjectId(address creator, uint8 kind) view returns(bytes32)
func (storage *Storage) UnpackNextObjectId(data []byte) ([32]byte, error) {
	out, err := storage.abi.Unpack("nextObjectId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackNonces is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ecebe00.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nonces(address creator) view returns(uint64)
func (storage *Storage) PackNonces(creator common.Address) []byte {
	enc, err := storage.abi.Pack("nonces", creator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNonces is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ecebe00.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nonces(address creator) view returns(uint64)
func (storage *Storage) TryPackNonces(creator common.Address) ([]byte, error) {
	return storage.abi.Pack("nonces", creator)
}

// UnpackNonces is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7ecebe00.
//
// Solidity: function nonces(address creator) view returns(uint64)
func (storage *Storage) UnpackNonces(data []byte) (uint64, error) {
	out, err := storage.abi.Unpack("nonces", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (storage *Storage) PackOwner() []byte {
	enc, err := storage.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (storage *Storage) TryPackOwner() ([]byte, error) {
	return storage.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (storage *Storage) UnpackOwner(data []byte) (common.Address, error) {
	out, err := storage.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (storage *Storage) PackPendingOwner() []byte {
	enc, err := storage.abi.Pack("pendingOwner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingOwner() view returns(address)
func (storage *Storage) TryPackPendingOwner() ([]byte, error) {
	return storage.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (storage *Storage) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := storage.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPool is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b7a4480.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pool(bytes32 id) view returns((bytes32,address,uint32,uint32,uint64,uint64,uint64,bytes32) v)
func (storage *Storage) PackPool(id [32]byte) []byte {
	enc, err := storage.abi.Pack("pool", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPool is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b7a4480.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pool(bytes32 id) view returns((bytes32,address,uint32,uint32,uint64,uint64,uint64,bytes32) v)
func (storage *Storage) TryPackPool(id [32]byte) ([]byte, error) {
	return storage.abi.Pack("pool", id)
}

// UnpackPool is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1b7a4480.
//
// Solidity: function pool(bytes32 id) view returns((bytes32,address,uint32,uint32,uint64,uint64,uint64,bytes32) v)
func (storage *Storage) UnpackPool(data []byte) (IStoragePoolsPoolView, error) {
	out, err := storage.abi.Unpack("pool", data)
	if err != nil {
		return *new(IStoragePoolsPoolView), err
	}
	out0 := *abi.ConvertType(out[0], new(IStoragePoolsPoolView)).(*IStoragePoolsPoolView)
	return out0, nil
}

// PackPooledBlob is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2c71e685.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pooledBlob(bytes32 id, bytes32 blobId) view returns((bytes32,bytes32,uint64,uint8,bool,uint32,uint32,uint32,address) v)
func (storage *Storage) PackPooledBlob(id [32]byte, blobId [32]byte) []byte {
	enc, err := storage.abi.Pack("pooledBlob", id, blobId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPooledBlob is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2c71e685.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pooledBlob(bytes32 id, bytes32 blobId) view returns((bytes32,bytes32,uint64,uint8,bool,uint32,uint32,uint32,address) v)
func (storage *Storage) TryPackPooledBlob(id [32]byte, blobId [32]byte) ([]byte, error) {
	return storage.abi.Pack("pooledBlob", id, blobId)
}

// UnpackPooledBlob is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2c71e685.
//
// Solidity: function pooledBlob(bytes32 id, bytes32 blobId) view returns((bytes32,bytes32,uint64,uint8,bool,uint32,uint32,uint32,address) v)
func (storage *Storage) UnpackPooledBlob(data []byte) (IStoragePoolsPooledBlobView, error) {
	out, err := storage.abi.Unpack("pooledBlob", data)
	if err != nil {
		return *new(IStoragePoolsPooledBlobView), err
	}
	out0 := *abi.ConvertType(out[0], new(IStoragePoolsPooledBlobView)).(*IStoragePoolsPooledBlobView)
	return out0, nil
}

// PackPromote is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x963a4c45.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function promote(bytes32 id, bytes32 blobId) returns()
func (storage *Storage) PackPromote(id [32]byte, blobId [32]byte) []byte {
	enc, err := storage.abi.Pack("promote", id, blobId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPromote is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x963a4c45.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function promote(bytes32 id, bytes32 blobId) returns()
func (storage *Storage) TryPackPromote(id [32]byte, blobId [32]byte) ([]byte, error) {
	return storage.abi.Pack("promote", id, blobId)
}

// PackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (storage *Storage) PackProxiableUUID() []byte {
	enc, err := storage.abi.Pack("proxiableUUID")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (storage *Storage) TryPackProxiableUUID() ([]byte, error) {
	return storage.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (storage *Storage) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := storage.abi.Unpack("proxiableUUID", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackQuote is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x533982b9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function quote(uint64 size, uint32 epochs) view returns(uint64 encoded, uint64 storageFee, uint64 writeFee)
func (storage *Storage) PackQuote(size uint64, epochs uint32) []byte {
	enc, err := storage.abi.Pack("quote", size, epochs)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackQuote is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x533982b9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function quote(uint64 size, uint32 epochs) view returns(uint64 encoded, uint64 storageFee, uint64 writeFee)
func (storage *Storage) TryPackQuote(size uint64, epochs uint32) ([]byte, error) {
	return storage.abi.Pack("quote", size, epochs)
}

// QuoteOutput serves as a container for the return parameters of contract
// method Quote.
type QuoteOutput struct {
	Encoded    uint64
	StorageFee uint64
	WriteFee   uint64
}

// UnpackQuote is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x533982b9.
//
// Solidity: function quote(uint64 size, uint32 epochs) view returns(uint64 encoded, uint64 storageFee, uint64 writeFee)
func (storage *Storage) UnpackQuote(data []byte) (QuoteOutput, error) {
	out, err := storage.abi.Unpack("quote", data)
	outstruct := new(QuoteOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Encoded = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.StorageFee = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	outstruct.WriteFee = *abi.ConvertType(out[2], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x00ee1e4b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function register((bytes32,bytes32,bytes32,uint64,uint8,bool,uint32)[] rs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32[] objects)
func (storage *Storage) PackRegister(rs []IStorageRegistration, maxPayment *big.Int, p IStoragePermit) []byte {
	enc, err := storage.abi.Pack("register", rs, maxPayment, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x00ee1e4b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function register((bytes32,bytes32,bytes32,uint64,uint8,bool,uint32)[] rs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32[] objects)
func (storage *Storage) TryPackRegister(rs []IStorageRegistration, maxPayment *big.Int, p IStoragePermit) ([]byte, error) {
	return storage.abi.Pack("register", rs, maxPayment, p)
}

// UnpackRegister is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x00ee1e4b.
//
// Solidity: function register((bytes32,bytes32,bytes32,uint64,uint8,bool,uint32)[] rs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32[] objects)
func (storage *Storage) UnpackRegister(data []byte) ([][32]byte, error) {
	out, err := storage.abi.Unpack("register", data)
	if err != nil {
		return *new([][32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([][32]byte)).(*[][32]byte)
	return out0, nil
}

// PackRegisterPooled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x699e3359.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerPooled(bytes32 id, (bytes32,bytes32,uint64,uint8,bool)[] rs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32[] objects)
func (storage *Storage) PackRegisterPooled(id [32]byte, rs []IStoragePoolsPooledRegistration, maxPayment *big.Int, p IStoragePermit) []byte {
	enc, err := storage.abi.Pack("registerPooled", id, rs, maxPayment, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterPooled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x699e3359.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerPooled(bytes32 id, (bytes32,bytes32,uint64,uint8,bool)[] rs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32[] objects)
func (storage *Storage) TryPackRegisterPooled(id [32]byte, rs []IStoragePoolsPooledRegistration, maxPayment *big.Int, p IStoragePermit) ([]byte, error) {
	return storage.abi.Pack("registerPooled", id, rs, maxPayment, p)
}

// UnpackRegisterPooled is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x699e3359.
//
// Solidity: function registerPooled(bytes32 id, (bytes32,bytes32,uint64,uint8,bool)[] rs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32[] objects)
func (storage *Storage) UnpackRegisterPooled(data []byte) ([][32]byte, error) {
	out, err := storage.abi.Unpack("registerPooled", data)
	if err != nil {
		return *new([][32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([][32]byte)).(*[][32]byte)
	return out0, nil
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() pure returns()
func (storage *Storage) PackRenounceOwnership() []byte {
	enc, err := storage.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() pure returns()
func (storage *Storage) TryPackRenounceOwnership() ([]byte, error) {
	return storage.abi.Pack("renounceOwnership")
}

// PackReserve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x05267749.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reserve(uint64 size, uint32 startEpoch, uint32 endEpoch, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32 storageId)
func (storage *Storage) PackReserve(size uint64, startEpoch uint32, endEpoch uint32, maxPayment *big.Int, p IStoragePermit) []byte {
	enc, err := storage.abi.Pack("reserve", size, startEpoch, endEpoch, maxPayment, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReserve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x05267749.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reserve(uint64 size, uint32 startEpoch, uint32 endEpoch, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32 storageId)
func (storage *Storage) TryPackReserve(size uint64, startEpoch uint32, endEpoch uint32, maxPayment *big.Int, p IStoragePermit) ([]byte, error) {
	return storage.abi.Pack("reserve", size, startEpoch, endEpoch, maxPayment, p)
}

// UnpackReserve is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x05267749.
//
// Solidity: function reserve(uint64 size, uint32 startEpoch, uint32 endEpoch, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns(bytes32 storageId)
func (storage *Storage) UnpackReserve(data []byte) ([32]byte, error) {
	out, err := storage.abi.Unpack("reserve", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackResource is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9f4066c5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function resource(bytes32 storageId) view returns((address,uint32,uint32,uint64))
func (storage *Storage) PackResource(storageId [32]byte) []byte {
	enc, err := storage.abi.Pack("resource", storageId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackResource is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9f4066c5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function resource(bytes32 storageId) view returns((address,uint32,uint32,uint64))
func (storage *Storage) TryPackResource(storageId [32]byte) ([]byte, error) {
	return storage.abi.Pack("resource", storageId)
}

// UnpackResource is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9f4066c5.
//
// Solidity: function resource(bytes32 storageId) view returns((address,uint32,uint32,uint64))
func (storage *Storage) UnpackResource(data []byte) (IStorageResourceView, error) {
	out, err := storage.abi.Unpack("resource", data)
	if err != nil {
		return *new(IStorageResourceView), err
	}
	out0 := *abi.ConvertType(out[0], new(IStorageResourceView)).(*IStorageResourceView)
	return out0, nil
}

// PackSetPrices is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20dea885.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setPrices(uint64 storagePrice, uint64 writePrice) returns()
func (storage *Storage) PackSetPrices(storagePrice uint64, writePrice uint64) []byte {
	enc, err := storage.abi.Pack("setPrices", storagePrice, writePrice)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetPrices is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20dea885.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setPrices(uint64 storagePrice, uint64 writePrice) returns()
func (storage *Storage) TryPackSetPrices(storagePrice uint64, writePrice uint64) ([]byte, error) {
	return storage.abi.Pack("setPrices", storagePrice, writePrice)
}

// PackShare is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcdf82f91.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function share(bytes32 object, uint256 amount, (uint256,uint8,bytes32,bytes32) p) returns()
func (storage *Storage) PackShare(object [32]byte, amount *big.Int, p IStoragePermit) []byte {
	enc, err := storage.abi.Pack("share", object, amount, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackShare is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcdf82f91.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function share(bytes32 object, uint256 amount, (uint256,uint8,bytes32,bytes32) p) returns()
func (storage *Storage) TryPackShare(object [32]byte, amount *big.Int, p IStoragePermit) ([]byte, error) {
	return storage.abi.Pack("share", object, amount, p)
}

// PackSplitByEpoch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc5a7de09.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function splitByEpoch(bytes32 storageId, uint32 epoch) returns(bytes32)
func (storage *Storage) PackSplitByEpoch(storageId [32]byte, epoch uint32) []byte {
	enc, err := storage.abi.Pack("splitByEpoch", storageId, epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSplitByEpoch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc5a7de09.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function splitByEpoch(bytes32 storageId, uint32 epoch) returns(bytes32)
func (storage *Storage) TryPackSplitByEpoch(storageId [32]byte, epoch uint32) ([]byte, error) {
	return storage.abi.Pack("splitByEpoch", storageId, epoch)
}

// UnpackSplitByEpoch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc5a7de09.
//
// Solidity: function splitByEpoch(bytes32 storageId, uint32 epoch) returns(bytes32)
func (storage *Storage) UnpackSplitByEpoch(data []byte) ([32]byte, error) {
	out, err := storage.abi.Unpack("splitByEpoch", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSplitBySize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdcac4477.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function splitBySize(bytes32 storageId, uint64 size) returns(bytes32)
func (storage *Storage) PackSplitBySize(storageId [32]byte, size uint64) []byte {
	enc, err := storage.abi.Pack("splitBySize", storageId, size)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSplitBySize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdcac4477.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function splitBySize(bytes32 storageId, uint64 size) returns(bytes32)
func (storage *Storage) TryPackSplitBySize(storageId [32]byte, size uint64) ([]byte, error) {
	return storage.abi.Pack("splitBySize", storageId, size)
}

// UnpackSplitBySize is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdcac4477.
//
// Solidity: function splitBySize(bytes32 storageId, uint64 size) returns(bytes32)
func (storage *Storage) UnpackSplitBySize(data []byte) ([32]byte, error) {
	out, err := storage.abi.Unpack("splitBySize", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSystem is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95bf75fd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function system() view returns((uint32,uint16,uint64,uint64,uint64,uint64,uint32,uint64,uint64,uint16,bytes32,address,address) v)
func (storage *Storage) PackSystem() []byte {
	enc, err := storage.abi.Pack("system")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSystem is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95bf75fd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function system() view returns((uint32,uint16,uint64,uint64,uint64,uint64,uint32,uint64,uint64,uint16,bytes32,address,address) v)
func (storage *Storage) TryPackSystem() ([]byte, error) {
	return storage.abi.Pack("system")
}

// UnpackSystem is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95bf75fd.
//
// Solidity: function system() view returns((uint32,uint16,uint64,uint64,uint64,uint64,uint32,uint64,uint64,uint16,bytes32,address,address) v)
func (storage *Storage) UnpackSystem(data []byte) (IStorageSystemView, error) {
	out, err := storage.abi.Unpack("system", data)
	if err != nil {
		return *new(IStorageSystemView), err
	}
	out0 := *abi.ConvertType(out[0], new(IStorageSystemView)).(*IStorageSystemView)
	return out0, nil
}

// PackTakeIn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1ed2dbe4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function takeIn(bytes32 object, address from) returns()
func (storage *Storage) PackTakeIn(object [32]byte, from common.Address) []byte {
	enc, err := storage.abi.Pack("takeIn", object, from)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTakeIn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1ed2dbe4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function takeIn(bytes32 object, address from) returns()
func (storage *Storage) TryPackTakeIn(object [32]byte, from common.Address) ([]byte, error) {
	return storage.abi.Pack("takeIn", object, from)
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ce9fac.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(bytes32 object, address to) returns()
func (storage *Storage) PackTransfer(object [32]byte, to common.Address) []byte {
	enc, err := storage.abi.Pack("transfer", object, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ce9fac.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(bytes32 object, address to) returns()
func (storage *Storage) TryPackTransfer(object [32]byte, to common.Address) ([]byte, error) {
	return storage.abi.Pack("transfer", object, to)
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (storage *Storage) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := storage.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (storage *Storage) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return storage.abi.Pack("transferOwnership", newOwner)
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (storage *Storage) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := storage.abi.Pack("upgradeToAndCall", newImplementation, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (storage *Storage) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return storage.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// PackUsedCapacity is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5fc7000f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function usedCapacity(uint32 epoch) view returns(uint64)
func (storage *Storage) PackUsedCapacity(epoch uint32) []byte {
	enc, err := storage.abi.Pack("usedCapacity", epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUsedCapacity is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5fc7000f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function usedCapacity(uint32 epoch) view returns(uint64)
func (storage *Storage) TryPackUsedCapacity(epoch uint32) ([]byte, error) {
	return storage.abi.Pack("usedCapacity", epoch)
}

// UnpackUsedCapacity is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5fc7000f.
//
// Solidity: function usedCapacity(uint32 epoch) view returns(uint64)
func (storage *Storage) UnpackUsedCapacity(data []byte) (uint64, error) {
	out, err := storage.abi.Unpack("usedCapacity", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// StorageBlobBucketCreated represents a BlobBucketCreated event raised by the Storage contract.
type StorageBlobBucketCreated struct {
	BucketId [32]byte
	PoolId   [32]byte
	Owner    common.Address
	Epoch    uint32
	Raw      *types.Log // Blockchain specific contextual infos
}

const StorageBlobBucketCreatedEventName = "BlobBucketCreated"

// ContractEventName returns the user-defined event name.
func (StorageBlobBucketCreated) ContractEventName() string {
	return StorageBlobBucketCreatedEventName
}

// UnpackBlobBucketCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlobBucketCreated(bytes32 indexed bucketId, bytes32 indexed poolId, address indexed owner, uint32 epoch)
func (storage *Storage) UnpackBlobBucketCreatedEvent(log *types.Log) (*StorageBlobBucketCreated, error) {
	event := "BlobBucketCreated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageBlobBucketCreated)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageBlobBurned represents a BlobBurned event raised by the Storage contract.
type StorageBlobBurned struct {
	BlobId   [32]byte
	ObjectId [32]byte
	Owner    common.Address
	Epoch    uint32
	EndEpoch uint32
	Raw      *types.Log // Blockchain specific contextual infos
}

const StorageBlobBurnedEventName = "BlobBurned"

// ContractEventName returns the user-defined event name.
func (StorageBlobBurned) ContractEventName() string {
	return StorageBlobBurnedEventName
}

// UnpackBlobBurnedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlobBurned(bytes32 indexed blobId, bytes32 indexed objectId, address indexed owner, uint32 epoch, uint32 endEpoch)
func (storage *Storage) UnpackBlobBurnedEvent(log *types.Log) (*StorageBlobBurned, error) {
	event := "BlobBurned"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageBlobBurned)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageBlobCertified represents a BlobCertified event raised by the Storage contract.
type StorageBlobCertified struct {
	BlobId      [32]byte
	ObjectId    [32]byte
	Owner       common.Address
	Epoch       uint32
	EndEpoch    uint32
	Deletable   bool
	IsExtension bool
	Raw         *types.Log // Blockchain specific contextual infos
}

const StorageBlobCertifiedEventName = "BlobCertified"

// ContractEventName returns the user-defined event name.
func (StorageBlobCertified) ContractEventName() string {
	return StorageBlobCertifiedEventName
}

// UnpackBlobCertifiedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlobCertified(bytes32 indexed blobId, bytes32 indexed objectId, address indexed owner, uint32 epoch, uint32 endEpoch, bool deletable, bool isExtension)
func (storage *Storage) UnpackBlobCertifiedEvent(log *types.Log) (*StorageBlobCertified, error) {
	event := "BlobCertified"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageBlobCertified)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageBlobDeleted represents a BlobDeleted event raised by the Storage contract.
type StorageBlobDeleted struct {
	BlobId       [32]byte
	ObjectId     [32]byte
	Owner        common.Address
	Epoch        uint32
	EndEpoch     uint32
	WasCertified bool
	StorageId    [32]byte
	Raw          *types.Log // Blockchain specific contextual infos
}

const StorageBlobDeletedEventName = "BlobDeleted"

// ContractEventName returns the user-defined event name.
func (StorageBlobDeleted) ContractEventName() string {
	return StorageBlobDeletedEventName
}

// UnpackBlobDeletedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlobDeleted(bytes32 indexed blobId, bytes32 indexed objectId, address indexed owner, uint32 epoch, uint32 endEpoch, bool wasCertified, bytes32 storageId)
func (storage *Storage) UnpackBlobDeletedEvent(log *types.Log) (*StorageBlobDeleted, error) {
	event := "BlobDeleted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageBlobDeleted)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageBlobRegistered represents a BlobRegistered event raised by the Storage contract.
type StorageBlobRegistered struct {
	BlobId    [32]byte
	ObjectId  [32]byte
	Owner     common.Address
	Epoch     uint32
	Size      uint64
	Encoding  uint8
	EndEpoch  uint32
	Deletable bool
	StorageId [32]byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const StorageBlobRegisteredEventName = "BlobRegistered"

// ContractEventName returns the user-defined event name.
func (StorageBlobRegistered) ContractEventName() string {
	return StorageBlobRegisteredEventName
}

// UnpackBlobRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlobRegistered(bytes32 indexed blobId, bytes32 indexed objectId, address indexed owner, uint32 epoch, uint64 size, uint8 encoding, uint32 endEpoch, bool deletable, bytes32 storageId)
func (storage *Storage) UnpackBlobRegisteredEvent(log *types.Log) (*StorageBlobRegistered, error) {
	event := "BlobRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageBlobRegistered)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageBlobShared represents a BlobShared event raised by the Storage contract.
type StorageBlobShared struct {
	BlobId   [32]byte
	ObjectId [32]byte
	By       common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const StorageBlobSharedEventName = "BlobShared"

// ContractEventName returns the user-defined event name.
func (StorageBlobShared) ContractEventName() string {
	return StorageBlobSharedEventName
}

// UnpackBlobSharedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlobShared(bytes32 indexed blobId, bytes32 indexed objectId, address indexed by)
func (storage *Storage) UnpackBlobSharedEvent(log *types.Log) (*StorageBlobShared, error) {
	event := "BlobShared"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageBlobShared)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageInitialized represents a Initialized event raised by the Storage contract.
type StorageInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const StorageInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (StorageInitialized) ContractEventName() string {
	return StorageInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (storage *Storage) UnpackInitializedEvent(log *types.Log) (*StorageInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageInitialized)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageInvalidBlobID represents a InvalidBlobID event raised by the Storage contract.
type StorageInvalidBlobID struct {
	BlobId [32]byte
	Epoch  uint32
	Raw    *types.Log // Blockchain specific contextual infos
}

const StorageInvalidBlobIDEventName = "InvalidBlobID"

// ContractEventName returns the user-defined event name.
func (StorageInvalidBlobID) ContractEventName() string {
	return StorageInvalidBlobIDEventName
}

// UnpackInvalidBlobIDEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event InvalidBlobID(bytes32 indexed blobId, uint32 epoch)
func (storage *Storage) UnpackInvalidBlobIDEvent(log *types.Log) (*StorageInvalidBlobID, error) {
	event := "InvalidBlobID"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageInvalidBlobID)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageLinked represents a Linked event raised by the Storage contract.
type StorageLinked struct {
	Wrapper    common.Address
	Attributes common.Address
	Raw        *types.Log // Blockchain specific contextual infos
}

const StorageLinkedEventName = "Linked"

// ContractEventName returns the user-defined event name.
func (StorageLinked) ContractEventName() string {
	return StorageLinkedEventName
}

// UnpackLinkedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Linked(address indexed wrapper, address indexed attributes)
func (storage *Storage) UnpackLinkedEvent(log *types.Log) (*StorageLinked, error) {
	event := "Linked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageLinked)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the Storage contract.
type StorageOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const StorageOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (StorageOwnershipTransferStarted) ContractEventName() string {
	return StorageOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (storage *Storage) UnpackOwnershipTransferStartedEvent(log *types.Log) (*StorageOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageOwnershipTransferred represents a OwnershipTransferred event raised by the Storage contract.
type StorageOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const StorageOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (StorageOwnershipTransferred) ContractEventName() string {
	return StorageOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (storage *Storage) UnpackOwnershipTransferredEvent(log *types.Log) (*StorageOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StoragePaid represents a Paid event raised by the Storage contract.
type StoragePaid struct {
	Payer   common.Address
	Charged uint64
	Burned  uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const StoragePaidEventName = "Paid"

// ContractEventName returns the user-defined event name.
func (StoragePaid) ContractEventName() string {
	return StoragePaidEventName
}

// UnpackPaidEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paid(address indexed payer, uint64 charged, uint64 burned)
func (storage *Storage) UnpackPaidEvent(log *types.Log) (*StoragePaid, error) {
	event := "Paid"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StoragePaid)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StoragePooledBlobBurned represents a PooledBlobBurned event raised by the Storage contract.
type StoragePooledBlobBurned struct {
	BlobId   [32]byte
	ObjectId [32]byte
	PoolId   [32]byte
	Epoch    uint32
	Raw      *types.Log // Blockchain specific contextual infos
}

const StoragePooledBlobBurnedEventName = "PooledBlobBurned"

// ContractEventName returns the user-defined event name.
func (StoragePooledBlobBurned) ContractEventName() string {
	return StoragePooledBlobBurnedEventName
}

// UnpackPooledBlobBurnedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PooledBlobBurned(bytes32 indexed blobId, bytes32 indexed objectId, bytes32 indexed poolId, uint32 epoch)
func (storage *Storage) UnpackPooledBlobBurnedEvent(log *types.Log) (*StoragePooledBlobBurned, error) {
	event := "PooledBlobBurned"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StoragePooledBlobBurned)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StoragePooledBlobCertified represents a PooledBlobCertified event raised by the Storage contract.
type StoragePooledBlobCertified struct {
	BlobId    [32]byte
	ObjectId  [32]byte
	PoolId    [32]byte
	Epoch     uint32
	Deletable bool
	Raw       *types.Log // Blockchain specific contextual infos
}

const StoragePooledBlobCertifiedEventName = "PooledBlobCertified"

// ContractEventName returns the user-defined event name.
func (StoragePooledBlobCertified) ContractEventName() string {
	return StoragePooledBlobCertifiedEventName
}

// UnpackPooledBlobCertifiedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PooledBlobCertified(bytes32 indexed blobId, bytes32 indexed objectId, bytes32 indexed poolId, uint32 epoch, bool deletable)
func (storage *Storage) UnpackPooledBlobCertifiedEvent(log *types.Log) (*StoragePooledBlobCertified, error) {
	event := "PooledBlobCertified"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StoragePooledBlobCertified)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StoragePooledBlobDeleted represents a PooledBlobDeleted event raised by the Storage contract.
type StoragePooledBlobDeleted struct {
	BlobId       [32]byte
	ObjectId     [32]byte
	PoolId       [32]byte
	Epoch        uint32
	WasCertified bool
	Raw          *types.Log // Blockchain specific contextual infos
}

const StoragePooledBlobDeletedEventName = "PooledBlobDeleted"

// ContractEventName returns the user-defined event name.
func (StoragePooledBlobDeleted) ContractEventName() string {
	return StoragePooledBlobDeletedEventName
}

// UnpackPooledBlobDeletedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PooledBlobDeleted(bytes32 indexed blobId, bytes32 indexed objectId, bytes32 indexed poolId, uint32 epoch, bool wasCertified)
func (storage *Storage) UnpackPooledBlobDeletedEvent(log *types.Log) (*StoragePooledBlobDeleted, error) {
	event := "PooledBlobDeleted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StoragePooledBlobDeleted)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StoragePooledBlobPromoted represents a PooledBlobPromoted event raised by the Storage contract.
type StoragePooledBlobPromoted struct {
	BlobId   [32]byte
	ObjectId [32]byte
	PoolId   [32]byte
	Epoch    uint32
	EndEpoch uint32
	Raw      *types.Log // Blockchain specific contextual infos
}

const StoragePooledBlobPromotedEventName = "PooledBlobPromoted"

// ContractEventName returns the user-defined event name.
func (StoragePooledBlobPromoted) ContractEventName() string {
	return StoragePooledBlobPromotedEventName
}

// UnpackPooledBlobPromotedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PooledBlobPromoted(bytes32 indexed blobId, bytes32 indexed objectId, bytes32 indexed poolId, uint32 epoch, uint32 endEpoch)
func (storage *Storage) UnpackPooledBlobPromotedEvent(log *types.Log) (*StoragePooledBlobPromoted, error) {
	event := "PooledBlobPromoted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StoragePooledBlobPromoted)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StoragePooledBlobRegistered represents a PooledBlobRegistered event raised by the Storage contract.
type StoragePooledBlobRegistered struct {
	BlobId    [32]byte
	ObjectId  [32]byte
	PoolId    [32]byte
	Epoch     uint32
	Size      uint64
	Encoding  uint8
	Deletable bool
	Raw       *types.Log // Blockchain specific contextual infos
}

const StoragePooledBlobRegisteredEventName = "PooledBlobRegistered"

// ContractEventName returns the user-defined event name.
func (StoragePooledBlobRegistered) ContractEventName() string {
	return StoragePooledBlobRegisteredEventName
}

// UnpackPooledBlobRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PooledBlobRegistered(bytes32 indexed blobId, bytes32 indexed objectId, bytes32 indexed poolId, uint32 epoch, uint64 size, uint8 encoding, bool deletable)
func (storage *Storage) UnpackPooledBlobRegisteredEvent(log *types.Log) (*StoragePooledBlobRegistered, error) {
	event := "PooledBlobRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StoragePooledBlobRegistered)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StoragePricesUpdated represents a PricesUpdated event raised by the Storage contract.
type StoragePricesUpdated struct {
	Epoch        uint32
	StoragePrice uint64
	WritePrice   uint64
	Raw          *types.Log // Blockchain specific contextual infos
}

const StoragePricesUpdatedEventName = "PricesUpdated"

// ContractEventName returns the user-defined event name.
func (StoragePricesUpdated) ContractEventName() string {
	return StoragePricesUpdatedEventName
}

// UnpackPricesUpdatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PricesUpdated(uint32 epoch, uint64 storagePrice, uint64 writePrice)
func (storage *Storage) UnpackPricesUpdatedEvent(log *types.Log) (*StoragePricesUpdated, error) {
	event := "PricesUpdated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StoragePricesUpdated)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageSharedBlobExtended represents a SharedBlobExtended event raised by the Storage contract.
type StorageSharedBlobExtended struct {
	ObjectId [32]byte
	By       common.Address
	Charged  uint64
	Burned   uint64
	Funds    uint64
	Raw      *types.Log // Blockchain specific contextual infos
}

const StorageSharedBlobExtendedEventName = "SharedBlobExtended"

// ContractEventName returns the user-defined event name.
func (StorageSharedBlobExtended) ContractEventName() string {
	return StorageSharedBlobExtendedEventName
}

// UnpackSharedBlobExtendedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SharedBlobExtended(bytes32 indexed objectId, address indexed by, uint64 charged, uint64 burned, uint64 funds)
func (storage *Storage) UnpackSharedBlobExtendedEvent(log *types.Log) (*StorageSharedBlobExtended, error) {
	event := "SharedBlobExtended"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageSharedBlobExtended)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageSharedBlobFunded represents a SharedBlobFunded event raised by the Storage contract.
type StorageSharedBlobFunded struct {
	ObjectId [32]byte
	By       common.Address
	Amount   uint64
	Funds    uint64
	Raw      *types.Log // Blockchain specific contextual infos
}

const StorageSharedBlobFundedEventName = "SharedBlobFunded"

// ContractEventName returns the user-defined event name.
func (StorageSharedBlobFunded) ContractEventName() string {
	return StorageSharedBlobFundedEventName
}

// UnpackSharedBlobFundedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SharedBlobFunded(bytes32 indexed objectId, address indexed by, uint64 amount, uint64 funds)
func (storage *Storage) UnpackSharedBlobFundedEvent(log *types.Log) (*StorageSharedBlobFunded, error) {
	event := "SharedBlobFunded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageSharedBlobFunded)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageStorageChanged represents a StorageChanged event raised by the Storage contract.
type StorageStorageChanged struct {
	StorageId  [32]byte
	Owner      common.Address
	StartEpoch uint32
	EndEpoch   uint32
	Size       uint64
	Raw        *types.Log // Blockchain specific contextual infos
}

const StorageStorageChangedEventName = "StorageChanged"

// ContractEventName returns the user-defined event name.
func (StorageStorageChanged) ContractEventName() string {
	return StorageStorageChangedEventName
}

// UnpackStorageChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StorageChanged(bytes32 indexed storageId, address indexed owner, uint32 startEpoch, uint32 endEpoch, uint64 size)
func (storage *Storage) UnpackStorageChangedEvent(log *types.Log) (*StorageStorageChanged, error) {
	event := "StorageChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageStorageChanged)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageStorageEnded represents a StorageEnded event raised by the Storage contract.
type StorageStorageEnded struct {
	StorageId [32]byte
	Owner     common.Address
	Into      [32]byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const StorageStorageEndedEventName = "StorageEnded"

// ContractEventName returns the user-defined event name.
func (StorageStorageEnded) ContractEventName() string {
	return StorageStorageEndedEventName
}

// UnpackStorageEndedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StorageEnded(bytes32 indexed storageId, address indexed owner, bytes32 indexed into)
func (storage *Storage) UnpackStorageEndedEvent(log *types.Log) (*StorageStorageEnded, error) {
	event := "StorageEnded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageStorageEnded)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageStoragePoolChanged represents a StoragePoolChanged event raised by the Storage contract.
type StorageStoragePoolChanged struct {
	PoolId [32]byte
	Epoch  uint32
	Size   uint64
	Raw    *types.Log // Blockchain specific contextual infos
}

const StorageStoragePoolChangedEventName = "StoragePoolChanged"

// ContractEventName returns the user-defined event name.
func (StorageStoragePoolChanged) ContractEventName() string {
	return StorageStoragePoolChangedEventName
}

// UnpackStoragePoolChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StoragePoolChanged(bytes32 indexed poolId, uint32 epoch, uint64 size)
func (storage *Storage) UnpackStoragePoolChangedEvent(log *types.Log) (*StorageStoragePoolChanged, error) {
	event := "StoragePoolChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageStoragePoolChanged)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageStoragePoolCreated represents a StoragePoolCreated event raised by the Storage contract.
type StorageStoragePoolCreated struct {
	PoolId     [32]byte
	Owner      common.Address
	Epoch      uint32
	Size       uint64
	StartEpoch uint32
	EndEpoch   uint32
	StorageId  [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const StorageStoragePoolCreatedEventName = "StoragePoolCreated"

// ContractEventName returns the user-defined event name.
func (StorageStoragePoolCreated) ContractEventName() string {
	return StorageStoragePoolCreatedEventName
}

// UnpackStoragePoolCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StoragePoolCreated(bytes32 indexed poolId, address indexed owner, uint32 epoch, uint64 size, uint32 startEpoch, uint32 endEpoch, bytes32 storageId)
func (storage *Storage) UnpackStoragePoolCreatedEvent(log *types.Log) (*StorageStoragePoolCreated, error) {
	event := "StoragePoolCreated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageStoragePoolCreated)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageStoragePoolDestroyed represents a StoragePoolDestroyed event raised by the Storage contract.
type StorageStoragePoolDestroyed struct {
	PoolId [32]byte
	Epoch  uint32
	Raw    *types.Log // Blockchain specific contextual infos
}

const StorageStoragePoolDestroyedEventName = "StoragePoolDestroyed"

// ContractEventName returns the user-defined event name.
func (StorageStoragePoolDestroyed) ContractEventName() string {
	return StorageStoragePoolDestroyedEventName
}

// UnpackStoragePoolDestroyedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StoragePoolDestroyed(bytes32 indexed poolId, uint32 epoch)
func (storage *Storage) UnpackStoragePoolDestroyedEvent(log *types.Log) (*StorageStoragePoolDestroyed, error) {
	event := "StoragePoolDestroyed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageStoragePoolDestroyed)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageStoragePoolExtended represents a StoragePoolExtended event raised by the Storage contract.
type StorageStoragePoolExtended struct {
	PoolId      [32]byte
	Epoch       uint32
	NewEndEpoch uint32
	Raw         *types.Log // Blockchain specific contextual infos
}

const StorageStoragePoolExtendedEventName = "StoragePoolExtended"

// ContractEventName returns the user-defined event name.
func (StorageStoragePoolExtended) ContractEventName() string {
	return StorageStoragePoolExtendedEventName
}

// UnpackStoragePoolExtendedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StoragePoolExtended(bytes32 indexed poolId, uint32 epoch, uint32 newEndEpoch)
func (storage *Storage) UnpackStoragePoolExtendedEvent(log *types.Log) (*StorageStoragePoolExtended, error) {
	event := "StoragePoolExtended"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageStoragePoolExtended)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageStorageReserved represents a StorageReserved event raised by the Storage contract.
type StorageStorageReserved struct {
	StorageId  [32]byte
	Owner      common.Address
	StartEpoch uint32
	EndEpoch   uint32
	Size       uint64
	Raw        *types.Log // Blockchain specific contextual infos
}

const StorageStorageReservedEventName = "StorageReserved"

// ContractEventName returns the user-defined event name.
func (StorageStorageReserved) ContractEventName() string {
	return StorageStorageReservedEventName
}

// UnpackStorageReservedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StorageReserved(bytes32 indexed storageId, address indexed owner, uint32 startEpoch, uint32 endEpoch, uint64 size)
func (storage *Storage) UnpackStorageReservedEvent(log *types.Log) (*StorageStorageReserved, error) {
	event := "StorageReserved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageStorageReserved)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageTransferred represents a Transferred event raised by the Storage contract.
type StorageTransferred struct {
	ObjectId [32]byte
	From     common.Address
	To       common.Address
	Kind     uint8
	Raw      *types.Log // Blockchain specific contextual infos
}

const StorageTransferredEventName = "Transferred"

// ContractEventName returns the user-defined event name.
func (StorageTransferred) ContractEventName() string {
	return StorageTransferredEventName
}

// UnpackTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transferred(bytes32 indexed objectId, address indexed from, address indexed to, uint8 kind)
func (storage *Storage) UnpackTransferredEvent(log *types.Log) (*StorageTransferred, error) {
	event := "Transferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageTransferred)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StorageUpgraded represents a Upgraded event raised by the Storage contract.
type StorageUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const StorageUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (StorageUpgraded) ContractEventName() string {
	return StorageUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (storage *Storage) UnpackUpgradedEvent(log *types.Log) (*StorageUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != storage.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StorageUpgraded)
	if len(log.Data) > 0 {
		if err := storage.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range storage.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (storage *Storage) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], storage.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return storage.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["AlreadyLinked"].ID.Bytes()[:4]) {
		return storage.UnpackAlreadyLinkedError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["AmountTooLarge"].ID.Bytes()[:4]) {
		return storage.UnpackAmountTooLargeError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["BlobAlreadyCertified"].ID.Bytes()[:4]) {
		return storage.UnpackBlobAlreadyCertifiedError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["BlobAlreadyInPool"].ID.Bytes()[:4]) {
		return storage.UnpackBlobAlreadyInPoolError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["BlobBlobNotDeletable"].ID.Bytes()[:4]) {
		return storage.UnpackBlobBlobNotDeletableError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["BlobBucketStorageExpired"].ID.Bytes()[:4]) {
		return storage.UnpackBlobBucketStorageExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["BlobInvalid"].ID.Bytes()[:4]) {
		return storage.UnpackBlobInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["BlobInvalidBlobId"].ID.Bytes()[:4]) {
		return storage.UnpackBlobInvalidBlobIdError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["BlobResourceBounds"].ID.Bytes()[:4]) {
		return storage.UnpackBlobResourceBoundsError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["DataTooLarge"].ID.Bytes()[:4]) {
		return storage.UnpackDataTooLargeError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return storage.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return storage.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return storage.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["FeeTooLarge"].ID.Bytes()[:4]) {
		return storage.UnpackFeeTooLargeError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["IncompatibleAmount"].ID.Bytes()[:4]) {
		return storage.UnpackIncompatibleAmountError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["IncompatibleEndEpoch"].ID.Bytes()[:4]) {
		return storage.UnpackIncompatibleEndEpochError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["IncompatibleEpochs"].ID.Bytes()[:4]) {
		return storage.UnpackIncompatibleEpochsError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["InsufficientCapacity"].ID.Bytes()[:4]) {
		return storage.UnpackInsufficientCapacityError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["InsufficientFunds"].ID.Bytes()[:4]) {
		return storage.UnpackInsufficientFundsError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["InvalidBasisPoints"].ID.Bytes()[:4]) {
		return storage.UnpackInvalidBasisPointsError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["InvalidBlobBucketCap"].ID.Bytes()[:4]) {
		return storage.UnpackInvalidBlobBucketCapError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["InvalidEncodingType"].ID.Bytes()[:4]) {
		return storage.UnpackInvalidEncodingTypeError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["InvalidEpoch"].ID.Bytes()[:4]) {
		return storage.UnpackInvalidEpochError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["InvalidEpochsAhead"].ID.Bytes()[:4]) {
		return storage.UnpackInvalidEpochsAheadError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return storage.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["InvalidMaxEpochsAhead"].ID.Bytes()[:4]) {
		return storage.UnpackInvalidMaxEpochsAheadError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["InvalidPercent"].ID.Bytes()[:4]) {
		return storage.UnpackInvalidPercentError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["InvalidRecipient"].ID.Bytes()[:4]) {
		return storage.UnpackInvalidRecipientError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["InvalidResourceSize"].ID.Bytes()[:4]) {
		return storage.UnpackInvalidResourceSizeError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["NotCertified"].ID.Bytes()[:4]) {
		return storage.UnpackNotCertifiedError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return storage.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return storage.UnpackNotOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["NotPart"].ID.Bytes()[:4]) {
		return storage.UnpackNotPartError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["NotShared"].ID.Bytes()[:4]) {
		return storage.UnpackNotSharedError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["NothingToBurn"].ID.Bytes()[:4]) {
		return storage.UnpackNothingToBurnError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["NothingToCertify"].ID.Bytes()[:4]) {
		return storage.UnpackNothingToCertifyError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["NothingToExtend"].ID.Bytes()[:4]) {
		return storage.UnpackNothingToExtendError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["NothingToRegister"].ID.Bytes()[:4]) {
		return storage.UnpackNothingToRegisterError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["OutOfGasForHash"].ID.Bytes()[:4]) {
		return storage.UnpackOutOfGasForHashError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return storage.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return storage.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["OwnershipNotRenounceable"].ID.Bytes()[:4]) {
		return storage.UnpackOwnershipNotRenounceableError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["PaymentExceedsMaximum"].ID.Bytes()[:4]) {
		return storage.UnpackPaymentExceedsMaximumError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["PrecompileMissing"].ID.Bytes()[:4]) {
		return storage.UnpackPrecompileMissingError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["ResourceSize"].ID.Bytes()[:4]) {
		return storage.UnpackResourceSizeError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["SameObject"].ID.Bytes()[:4]) {
		return storage.UnpackSameObjectError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["SignersRequired"].ID.Bytes()[:4]) {
		return storage.UnpackSignersRequiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["SizeTooLarge"].ID.Bytes()[:4]) {
		return storage.UnpackSizeTooLargeError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["StorageExceeded"].ID.Bytes()[:4]) {
		return storage.UnpackStorageExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["StoragePoolAlreadyCertified"].ID.Bytes()[:4]) {
		return storage.UnpackStoragePoolAlreadyCertifiedError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["StoragePoolBlobNotDeletable"].ID.Bytes()[:4]) {
		return storage.UnpackStoragePoolBlobNotDeletableError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["StoragePoolInvalidBlobId"].ID.Bytes()[:4]) {
		return storage.UnpackStoragePoolInvalidBlobIdError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["StoragePoolPoolNotEmpty"].ID.Bytes()[:4]) {
		return storage.UnpackStoragePoolPoolNotEmptyError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["StoragePoolResourceBounds"].ID.Bytes()[:4]) {
		return storage.UnpackStoragePoolResourceBoundsError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return storage.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return storage.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["UnknownFunction"].ID.Bytes()[:4]) {
		return storage.UnpackUnknownFunctionError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["UnknownObject"].ID.Bytes()[:4]) {
		return storage.UnpackUnknownObjectError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["UnknownPooledBlob"].ID.Bytes()[:4]) {
		return storage.UnpackUnknownPooledBlobError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["Wrapped"].ID.Bytes()[:4]) {
		return storage.UnpackWrappedError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["WrongEpochState"].ID.Bytes()[:4]) {
		return storage.UnpackWrongEpochStateError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["ZeroExtractSize"].ID.Bytes()[:4]) {
		return storage.UnpackZeroExtractSizeError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// StorageAddressEmptyCode represents a AddressEmptyCode error raised by the Storage contract.
type StorageAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func StorageAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (storage *Storage) UnpackAddressEmptyCodeError(raw []byte) (*StorageAddressEmptyCode, error) {
	out := new(StorageAddressEmptyCode)
	if err := storage.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageAlreadyLinked represents a AlreadyLinked error raised by the Storage contract.
type StorageAlreadyLinked struct {
	Part common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyLinked(address part)
func StorageAlreadyLinkedErrorID() common.Hash {
	return common.HexToHash("0x9546eb63136a15b7319282fce3f5e63c2794ea97d225ca404922bccf114a3307")
}

// UnpackAlreadyLinkedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyLinked(address part)
func (storage *Storage) UnpackAlreadyLinkedError(raw []byte) (*StorageAlreadyLinked, error) {
	out := new(StorageAlreadyLinked)
	if err := storage.abi.UnpackIntoInterface(out, "AlreadyLinked", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageAmountTooLarge represents a AmountTooLarge error raised by the Storage contract.
type StorageAmountTooLarge struct {
	Got *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AmountTooLarge(uint256 got)
func StorageAmountTooLargeErrorID() common.Hash {
	return common.HexToHash("0x08083b2a16b607736bde3b2f81a2e47b6cddd068539243b1d8b47462dd533e58")
}

// UnpackAmountTooLargeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AmountTooLarge(uint256 got)
func (storage *Storage) UnpackAmountTooLargeError(raw []byte) (*StorageAmountTooLarge, error) {
	out := new(StorageAmountTooLarge)
	if err := storage.abi.UnpackIntoInterface(out, "AmountTooLarge", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageBlobAlreadyCertified represents a BlobAlreadyCertified error raised by the Storage contract.
type StorageBlobAlreadyCertified struct {
	Object [32]byte
	Epoch  uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlobAlreadyCertified(bytes32 object, uint32 epoch)
func StorageBlobAlreadyCertifiedErrorID() common.Hash {
	return common.HexToHash("0xf4a608f3c872c63fc32d8e51dc8a4ccd4375c0633e858b328e4f38b18d76efb3")
}

// UnpackBlobAlreadyCertifiedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlobAlreadyCertified(bytes32 object, uint32 epoch)
func (storage *Storage) UnpackBlobAlreadyCertifiedError(raw []byte) (*StorageBlobAlreadyCertified, error) {
	out := new(StorageBlobAlreadyCertified)
	if err := storage.abi.UnpackIntoInterface(out, "BlobAlreadyCertified", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageBlobAlreadyInPool represents a BlobAlreadyInPool error raised by the Storage contract.
type StorageBlobAlreadyInPool struct {
	Pool   [32]byte
	BlobId [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlobAlreadyInPool(bytes32 pool, bytes32 blobId)
func StorageBlobAlreadyInPoolErrorID() common.Hash {
	return common.HexToHash("0x3803b6718f65d3105538115e36abb45483ae9c23cbd1559f9d5889856667825e")
}

// UnpackBlobAlreadyInPoolError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlobAlreadyInPool(bytes32 pool, bytes32 blobId)
func (storage *Storage) UnpackBlobAlreadyInPoolError(raw []byte) (*StorageBlobAlreadyInPool, error) {
	out := new(StorageBlobAlreadyInPool)
	if err := storage.abi.UnpackIntoInterface(out, "BlobAlreadyInPool", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageBlobBlobNotDeletable represents a BlobBlobNotDeletable error raised by the Storage contract.
type StorageBlobBlobNotDeletable struct {
	Object [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlobBlobNotDeletable(bytes32 object)
func StorageBlobBlobNotDeletableErrorID() common.Hash {
	return common.HexToHash("0x19a64fdd83774063e2b78bdafe100ca12c86a3c99aca1a292da85011fc8341e1")
}

// UnpackBlobBlobNotDeletableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlobBlobNotDeletable(bytes32 object)
func (storage *Storage) UnpackBlobBlobNotDeletableError(raw []byte) (*StorageBlobBlobNotDeletable, error) {
	out := new(StorageBlobBlobNotDeletable)
	if err := storage.abi.UnpackIntoInterface(out, "BlobBlobNotDeletable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageBlobBucketStorageExpired represents a BlobBucketStorageExpired error raised by the Storage contract.
type StorageBlobBucketStorageExpired struct {
	Bucket [32]byte
	Epoch  uint32
	End    uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlobBucketStorageExpired(bytes32 bucket, uint32 epoch, uint32 end)
func StorageBlobBucketStorageExpiredErrorID() common.Hash {
	return common.HexToHash("0x4eaac83c4cba5dcd1622c574561490c91c4402a372eeb1259ed5ab549b3be31c")
}

// UnpackBlobBucketStorageExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlobBucketStorageExpired(bytes32 bucket, uint32 epoch, uint32 end)
func (storage *Storage) UnpackBlobBucketStorageExpiredError(raw []byte) (*StorageBlobBucketStorageExpired, error) {
	out := new(StorageBlobBucketStorageExpired)
	if err := storage.abi.UnpackIntoInterface(out, "BlobBucketStorageExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageBlobInvalid represents a BlobInvalid error raised by the Storage contract.
type StorageBlobInvalid struct {
	BlobId [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlobInvalid(bytes32 blobId)
func StorageBlobInvalidErrorID() common.Hash {
	return common.HexToHash("0x797447fd7ec6f6a68d9be70b276ba4bfcf8217fb8738d4f5fcec3a6aa86e7f12")
}

// UnpackBlobInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlobInvalid(bytes32 blobId)
func (storage *Storage) UnpackBlobInvalidError(raw []byte) (*StorageBlobInvalid, error) {
	out := new(StorageBlobInvalid)
	if err := storage.abi.UnpackIntoInterface(out, "BlobInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageBlobInvalidBlobId represents a BlobInvalidBlobId error raised by the Storage contract.
type StorageBlobInvalidBlobId struct {
	Got    [32]byte
	Wanted [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlobInvalidBlobId(bytes32 got, bytes32 wanted)
func StorageBlobInvalidBlobIdErrorID() common.Hash {
	return common.HexToHash("0xb991f3b7566a8e2bd0d4f3fe50a25835d5137175fac796e5436d4f903834f4d3")
}

// UnpackBlobInvalidBlobIdError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlobInvalidBlobId(bytes32 got, bytes32 wanted)
func (storage *Storage) UnpackBlobInvalidBlobIdError(raw []byte) (*StorageBlobInvalidBlobId, error) {
	out := new(StorageBlobInvalidBlobId)
	if err := storage.abi.UnpackIntoInterface(out, "BlobInvalidBlobId", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageBlobResourceBounds represents a BlobResourceBounds error raised by the Storage contract.
type StorageBlobResourceBounds struct {
	Epoch uint32
	Start uint32
	End   uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlobResourceBounds(uint32 epoch, uint32 start, uint32 end)
func StorageBlobResourceBoundsErrorID() common.Hash {
	return common.HexToHash("0x8a74c1ccc88d5f02cef15a0506dfc0e7b6a492ad6f61bf31ba2907ebf328fae5")
}

// UnpackBlobResourceBoundsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlobResourceBounds(uint32 epoch, uint32 start, uint32 end)
func (storage *Storage) UnpackBlobResourceBoundsError(raw []byte) (*StorageBlobResourceBounds, error) {
	out := new(StorageBlobResourceBounds)
	if err := storage.abi.UnpackIntoInterface(out, "BlobResourceBounds", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageDataTooLarge represents a DataTooLarge error raised by the Storage contract.
type StorageDataTooLarge struct {
	Size uint64
	Max  uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DataTooLarge(uint64 size, uint64 max)
func StorageDataTooLargeErrorID() common.Hash {
	return common.HexToHash("0x78dabce6609605186da3e178521c93f91692441a323ba542eb58319cc589db1e")
}

// UnpackDataTooLargeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DataTooLarge(uint64 size, uint64 max)
func (storage *Storage) UnpackDataTooLargeError(raw []byte) (*StorageDataTooLarge, error) {
	out := new(StorageDataTooLarge)
	if err := storage.abi.UnpackIntoInterface(out, "DataTooLarge", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the Storage contract.
type StorageERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func StorageERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (storage *Storage) UnpackERC1967InvalidImplementationError(raw []byte) (*StorageERC1967InvalidImplementation, error) {
	out := new(StorageERC1967InvalidImplementation)
	if err := storage.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageERC1967NonPayable represents a ERC1967NonPayable error raised by the Storage contract.
type StorageERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func StorageERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (storage *Storage) UnpackERC1967NonPayableError(raw []byte) (*StorageERC1967NonPayable, error) {
	out := new(StorageERC1967NonPayable)
	if err := storage.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageFailedCall represents a FailedCall error raised by the Storage contract.
type StorageFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func StorageFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (storage *Storage) UnpackFailedCallError(raw []byte) (*StorageFailedCall, error) {
	out := new(StorageFailedCall)
	if err := storage.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageFeeTooLarge represents a FeeTooLarge error raised by the Storage contract.
type StorageFeeTooLarge struct {
	Fee *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FeeTooLarge(uint256 fee)
func StorageFeeTooLargeErrorID() common.Hash {
	return common.HexToHash("0x3598f179a1385729a7e248e776b572af93a1d044d5bdc732f93f88a7b5ad25d5")
}

// UnpackFeeTooLargeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FeeTooLarge(uint256 fee)
func (storage *Storage) UnpackFeeTooLargeError(raw []byte) (*StorageFeeTooLarge, error) {
	out := new(StorageFeeTooLarge)
	if err := storage.abi.UnpackIntoInterface(out, "FeeTooLarge", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageIncompatibleAmount represents a IncompatibleAmount error raised by the Storage contract.
type StorageIncompatibleAmount struct {
	Got    uint64
	Wanted uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error IncompatibleAmount(uint64 got, uint64 wanted)
func StorageIncompatibleAmountErrorID() common.Hash {
	return common.HexToHash("0xbcb7da395db572ae753db00c70d551cbdd27a418f54dd49979342aafc04082bd")
}

// UnpackIncompatibleAmountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error IncompatibleAmount(uint64 got, uint64 wanted)
func (storage *Storage) UnpackIncompatibleAmountError(raw []byte) (*StorageIncompatibleAmount, error) {
	out := new(StorageIncompatibleAmount)
	if err := storage.abi.UnpackIntoInterface(out, "IncompatibleAmount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageIncompatibleEndEpoch represents a IncompatibleEndEpoch error raised by the Storage contract.
type StorageIncompatibleEndEpoch struct {
	Got    uint32
	Wanted uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error IncompatibleEndEpoch(uint32 got, uint32 wanted)
func StorageIncompatibleEndEpochErrorID() common.Hash {
	return common.HexToHash("0x282bc159cd86e4c8dd21dc751c5df7f0c8566438588d68b3c346730030847b69")
}

// UnpackIncompatibleEndEpochError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error IncompatibleEndEpoch(uint32 got, uint32 wanted)
func (storage *Storage) UnpackIncompatibleEndEpochError(raw []byte) (*StorageIncompatibleEndEpoch, error) {
	out := new(StorageIncompatibleEndEpoch)
	if err := storage.abi.UnpackIntoInterface(out, "IncompatibleEndEpoch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageIncompatibleEpochs represents a IncompatibleEpochs error raised by the Storage contract.
type StorageIncompatibleEpochs struct {
	Start      uint32
	End        uint32
	OtherStart uint32
	OtherEnd   uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error IncompatibleEpochs(uint32 start, uint32 end, uint32 otherStart, uint32 otherEnd)
func StorageIncompatibleEpochsErrorID() common.Hash {
	return common.HexToHash("0xb6016bcd4739ea34354ae22ecdd116b04afbe918ab0b5779abc41fc9d3199e18")
}

// UnpackIncompatibleEpochsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error IncompatibleEpochs(uint32 start, uint32 end, uint32 otherStart, uint32 otherEnd)
func (storage *Storage) UnpackIncompatibleEpochsError(raw []byte) (*StorageIncompatibleEpochs, error) {
	out := new(StorageIncompatibleEpochs)
	if err := storage.abi.UnpackIntoInterface(out, "IncompatibleEpochs", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageInsufficientCapacity represents a InsufficientCapacity error raised by the Storage contract.
type StorageInsufficientCapacity struct {
	Wanted    *big.Int
	Available uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientCapacity(uint256 wanted, uint64 available)
func StorageInsufficientCapacityErrorID() common.Hash {
	return common.HexToHash("0x683ff4a2eadd15535719a578d81708fa13782a612922ab01dd7e98285f51107f")
}

// UnpackInsufficientCapacityError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientCapacity(uint256 wanted, uint64 available)
func (storage *Storage) UnpackInsufficientCapacityError(raw []byte) (*StorageInsufficientCapacity, error) {
	out := new(StorageInsufficientCapacity)
	if err := storage.abi.UnpackIntoInterface(out, "InsufficientCapacity", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageInsufficientFunds represents a InsufficientFunds error raised by the Storage contract.
type StorageInsufficientFunds struct {
	Object [32]byte
	Funds  *big.Int
	Charge *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientFunds(bytes32 object, uint256 funds, uint256 charge)
func StorageInsufficientFundsErrorID() common.Hash {
	return common.HexToHash("0xa8f7bc8ac1c4e749709de236cc80206d473b2970054b03bff7934ad0c04aa95c")
}

// UnpackInsufficientFundsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientFunds(bytes32 object, uint256 funds, uint256 charge)
func (storage *Storage) UnpackInsufficientFundsError(raw []byte) (*StorageInsufficientFunds, error) {
	out := new(StorageInsufficientFunds)
	if err := storage.abi.UnpackIntoInterface(out, "InsufficientFunds", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageInvalidBasisPoints represents a InvalidBasisPoints error raised by the Storage contract.
type StorageInvalidBasisPoints struct {
	Got uint16
	Max uint16
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidBasisPoints(uint16 got, uint16 max)
func StorageInvalidBasisPointsErrorID() common.Hash {
	return common.HexToHash("0x866f978b9c2abf618171b6dcc7c83cd6c3ed3ab7454063af189b20e50fe2205c")
}

// UnpackInvalidBasisPointsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidBasisPoints(uint16 got, uint16 max)
func (storage *Storage) UnpackInvalidBasisPointsError(raw []byte) (*StorageInvalidBasisPoints, error) {
	out := new(StorageInvalidBasisPoints)
	if err := storage.abi.UnpackIntoInterface(out, "InvalidBasisPoints", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageInvalidBlobBucketCap represents a InvalidBlobBucketCap error raised by the Storage contract.
type StorageInvalidBlobBucketCap struct {
	Bucket [32]byte
	Caller common.Address
	Holder common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidBlobBucketCap(bytes32 bucket, address caller, address holder)
func StorageInvalidBlobBucketCapErrorID() common.Hash {
	return common.HexToHash("0x33630f4bd2b0bcb729e6e045f3c4c19fa3a28a10836b3e7415cd7eb6a922b8cc")
}

// UnpackInvalidBlobBucketCapError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidBlobBucketCap(bytes32 bucket, address caller, address holder)
func (storage *Storage) UnpackInvalidBlobBucketCapError(raw []byte) (*StorageInvalidBlobBucketCap, error) {
	out := new(StorageInvalidBlobBucketCap)
	if err := storage.abi.UnpackIntoInterface(out, "InvalidBlobBucketCap", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageInvalidEncodingType represents a InvalidEncodingType error raised by the Storage contract.
type StorageInvalidEncodingType struct {
	Got    uint8
	Wanted uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidEncodingType(uint8 got, uint8 wanted)
func StorageInvalidEncodingTypeErrorID() common.Hash {
	return common.HexToHash("0x5518e1e50fc52851ae511d365e40863f17a1d2792bd1d42b19ec0fe88c98eda6")
}

// UnpackInvalidEncodingTypeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidEncodingType(uint8 got, uint8 wanted)
func (storage *Storage) UnpackInvalidEncodingTypeError(raw []byte) (*StorageInvalidEncodingType, error) {
	out := new(StorageInvalidEncodingType)
	if err := storage.abi.UnpackIntoInterface(out, "InvalidEncodingType", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageInvalidEpoch represents a InvalidEpoch error raised by the Storage contract.
type StorageInvalidEpoch struct {
	Got   uint32
	Start uint32
	End   uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidEpoch(uint32 got, uint32 start, uint32 end)
func StorageInvalidEpochErrorID() common.Hash {
	return common.HexToHash("0x95e7814be46e3232f8e6568e25428f6c21ba1fcc098fbbdc9d2c3c484765cb35")
}

// UnpackInvalidEpochError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidEpoch(uint32 got, uint32 start, uint32 end)
func (storage *Storage) UnpackInvalidEpochError(raw []byte) (*StorageInvalidEpoch, error) {
	out := new(StorageInvalidEpoch)
	if err := storage.abi.UnpackIntoInterface(out, "InvalidEpoch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageInvalidEpochsAhead represents a InvalidEpochsAhead error raised by the Storage contract.
type StorageInvalidEpochsAhead struct {
	Got *big.Int
	Max *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidEpochsAhead(uint256 got, uint256 max)
func StorageInvalidEpochsAheadErrorID() common.Hash {
	return common.HexToHash("0x4d69b15bd02adbd27534d7980e8006db2613dfa81570434511b1744518b1c8bd")
}

// UnpackInvalidEpochsAheadError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidEpochsAhead(uint256 got, uint256 max)
func (storage *Storage) UnpackInvalidEpochsAheadError(raw []byte) (*StorageInvalidEpochsAhead, error) {
	out := new(StorageInvalidEpochsAhead)
	if err := storage.abi.UnpackIntoInterface(out, "InvalidEpochsAhead", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageInvalidInitialization represents a InvalidInitialization error raised by the Storage contract.
type StorageInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func StorageInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (storage *Storage) UnpackInvalidInitializationError(raw []byte) (*StorageInvalidInitialization, error) {
	out := new(StorageInvalidInitialization)
	if err := storage.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageInvalidMaxEpochsAhead represents a InvalidMaxEpochsAhead error raised by the Storage contract.
type StorageInvalidMaxEpochsAhead struct {
	Got uint32
	Max uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidMaxEpochsAhead(uint32 got, uint32 max)
func StorageInvalidMaxEpochsAheadErrorID() common.Hash {
	return common.HexToHash("0xf80f925b8b657f96f9d91e23303c82caea6517752ecc336a61d5f64d46017595")
}

// UnpackInvalidMaxEpochsAheadError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidMaxEpochsAhead(uint32 got, uint32 max)
func (storage *Storage) UnpackInvalidMaxEpochsAheadError(raw []byte) (*StorageInvalidMaxEpochsAhead, error) {
	out := new(StorageInvalidMaxEpochsAhead)
	if err := storage.abi.UnpackIntoInterface(out, "InvalidMaxEpochsAhead", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageInvalidPercent represents a InvalidPercent error raised by the Storage contract.
type StorageInvalidPercent struct {
	Got uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidPercent(uint8 got)
func StorageInvalidPercentErrorID() common.Hash {
	return common.HexToHash("0xae3bdda61e166f924e3d5e7a22959cd226482f7c1267c81ad0701d887851de3c")
}

// UnpackInvalidPercentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidPercent(uint8 got)
func (storage *Storage) UnpackInvalidPercentError(raw []byte) (*StorageInvalidPercent, error) {
	out := new(StorageInvalidPercent)
	if err := storage.abi.UnpackIntoInterface(out, "InvalidPercent", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageInvalidRecipient represents a InvalidRecipient error raised by the Storage contract.
type StorageInvalidRecipient struct {
	To common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidRecipient(address to)
func StorageInvalidRecipientErrorID() common.Hash {
	return common.HexToHash("0x17858bbe33f2abed3758965a9f02dee0a7e83a84b7b813e2a23810c33c0858ea")
}

// UnpackInvalidRecipientError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidRecipient(address to)
func (storage *Storage) UnpackInvalidRecipientError(raw []byte) (*StorageInvalidRecipient, error) {
	out := new(StorageInvalidRecipient)
	if err := storage.abi.UnpackIntoInterface(out, "InvalidRecipient", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageInvalidResourceSize represents a InvalidResourceSize error raised by the Storage contract.
type StorageInvalidResourceSize struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidResourceSize()
func StorageInvalidResourceSizeErrorID() common.Hash {
	return common.HexToHash("0xb3e927ce050f0440f218174d98e3b1efa4bc7d7ae95d1220f3c968380d7f918c")
}

// UnpackInvalidResourceSizeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidResourceSize()
func (storage *Storage) UnpackInvalidResourceSizeError(raw []byte) (*StorageInvalidResourceSize, error) {
	out := new(StorageInvalidResourceSize)
	if err := storage.abi.UnpackIntoInterface(out, "InvalidResourceSize", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageNotCertified represents a NotCertified error raised by the Storage contract.
type StorageNotCertified struct {
	Object [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotCertified(bytes32 object)
func StorageNotCertifiedErrorID() common.Hash {
	return common.HexToHash("0x9105e92013898cd49331e024a89fba3435b48b623d7c14343e39a3d53a748b5b")
}

// UnpackNotCertifiedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotCertified(bytes32 object)
func (storage *Storage) UnpackNotCertifiedError(raw []byte) (*StorageNotCertified, error) {
	out := new(StorageNotCertified)
	if err := storage.abi.UnpackIntoInterface(out, "NotCertified", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageNotInitializing represents a NotInitializing error raised by the Storage contract.
type StorageNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func StorageNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (storage *Storage) UnpackNotInitializingError(raw []byte) (*StorageNotInitializing, error) {
	out := new(StorageNotInitializing)
	if err := storage.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageNotOwner represents a NotOwner error raised by the Storage contract.
type StorageNotOwner struct {
	Object [32]byte
	Caller common.Address
	Owner  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner(bytes32 object, address caller, address owner)
func StorageNotOwnerErrorID() common.Hash {
	return common.HexToHash("0xa3221ef2c10fd31b857d5da73c2f22f331075c0b93252074ff077d5eb4475e2f")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner(bytes32 object, address caller, address owner)
func (storage *Storage) UnpackNotOwnerError(raw []byte) (*StorageNotOwner, error) {
	out := new(StorageNotOwner)
	if err := storage.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageNotPart represents a NotPart error raised by the Storage contract.
type StorageNotPart struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotPart(address caller)
func StorageNotPartErrorID() common.Hash {
	return common.HexToHash("0x1d53a1a1e12330342acbd97cd4fb406eb1350dda136144a14b6f2f47d8f0f388")
}

// UnpackNotPartError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotPart(address caller)
func (storage *Storage) UnpackNotPartError(raw []byte) (*StorageNotPart, error) {
	out := new(StorageNotPart)
	if err := storage.abi.UnpackIntoInterface(out, "NotPart", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageNotShared represents a NotShared error raised by the Storage contract.
type StorageNotShared struct {
	Object [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotShared(bytes32 object)
func StorageNotSharedErrorID() common.Hash {
	return common.HexToHash("0x79fe20a331053ec6479756696b6baee0338eb093c9a30676cd4f8598fd946590")
}

// UnpackNotSharedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotShared(bytes32 object)
func (storage *Storage) UnpackNotSharedError(raw []byte) (*StorageNotShared, error) {
	out := new(StorageNotShared)
	if err := storage.abi.UnpackIntoInterface(out, "NotShared", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageNothingToBurn represents a NothingToBurn error raised by the Storage contract.
type StorageNothingToBurn struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToBurn()
func StorageNothingToBurnErrorID() common.Hash {
	return common.HexToHash("0x98642b86d2482f5e27feed07981c2bc2d219ec07c01e9c9cf0082e16a0e666df")
}

// UnpackNothingToBurnError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToBurn()
func (storage *Storage) UnpackNothingToBurnError(raw []byte) (*StorageNothingToBurn, error) {
	out := new(StorageNothingToBurn)
	if err := storage.abi.UnpackIntoInterface(out, "NothingToBurn", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageNothingToCertify represents a NothingToCertify error raised by the Storage contract.
type StorageNothingToCertify struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToCertify()
func StorageNothingToCertifyErrorID() common.Hash {
	return common.HexToHash("0x4b2ad6a5d902bb9dc5213a732240c53c7226acf86c6fa827d65200f96ac81daf")
}

// UnpackNothingToCertifyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToCertify()
func (storage *Storage) UnpackNothingToCertifyError(raw []byte) (*StorageNothingToCertify, error) {
	out := new(StorageNothingToCertify)
	if err := storage.abi.UnpackIntoInterface(out, "NothingToCertify", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageNothingToExtend represents a NothingToExtend error raised by the Storage contract.
type StorageNothingToExtend struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToExtend()
func StorageNothingToExtendErrorID() common.Hash {
	return common.HexToHash("0x4dc33c7a3c027a9917700e85c5950c4179d4e3ace67e5d84c00f54d821da7248")
}

// UnpackNothingToExtendError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToExtend()
func (storage *Storage) UnpackNothingToExtendError(raw []byte) (*StorageNothingToExtend, error) {
	out := new(StorageNothingToExtend)
	if err := storage.abi.UnpackIntoInterface(out, "NothingToExtend", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageNothingToRegister represents a NothingToRegister error raised by the Storage contract.
type StorageNothingToRegister struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToRegister()
func StorageNothingToRegisterErrorID() common.Hash {
	return common.HexToHash("0x4d503043c497f8207e55ec1df5d7689b017bc152fbcfe7236ce92c2ec6d6eff9")
}

// UnpackNothingToRegisterError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToRegister()
func (storage *Storage) UnpackNothingToRegisterError(raw []byte) (*StorageNothingToRegister, error) {
	out := new(StorageNothingToRegister)
	if err := storage.abi.UnpackIntoInterface(out, "NothingToRegister", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageOutOfGasForHash represents a OutOfGasForHash error raised by the Storage contract.
type StorageOutOfGasForHash struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OutOfGasForHash()
func StorageOutOfGasForHashErrorID() common.Hash {
	return common.HexToHash("0x775b0197f523a85b12e67beec92cd6a251ecd70b04161e2376ee217f2a36b0b5")
}

// UnpackOutOfGasForHashError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OutOfGasForHash()
func (storage *Storage) UnpackOutOfGasForHashError(raw []byte) (*StorageOutOfGasForHash, error) {
	out := new(StorageOutOfGasForHash)
	if err := storage.abi.UnpackIntoInterface(out, "OutOfGasForHash", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the Storage contract.
type StorageOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func StorageOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (storage *Storage) UnpackOwnableInvalidOwnerError(raw []byte) (*StorageOwnableInvalidOwner, error) {
	out := new(StorageOwnableInvalidOwner)
	if err := storage.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the Storage contract.
type StorageOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func StorageOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (storage *Storage) UnpackOwnableUnauthorizedAccountError(raw []byte) (*StorageOwnableUnauthorizedAccount, error) {
	out := new(StorageOwnableUnauthorizedAccount)
	if err := storage.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageOwnershipNotRenounceable represents a OwnershipNotRenounceable error raised by the Storage contract.
type StorageOwnershipNotRenounceable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnershipNotRenounceable()
func StorageOwnershipNotRenounceableErrorID() common.Hash {
	return common.HexToHash("0x162a784670d9715f822bd46442ca5f62bb80332ad50a779aa5795da5cb6a7a45")
}

// UnpackOwnershipNotRenounceableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnershipNotRenounceable()
func (storage *Storage) UnpackOwnershipNotRenounceableError(raw []byte) (*StorageOwnershipNotRenounceable, error) {
	out := new(StorageOwnershipNotRenounceable)
	if err := storage.abi.UnpackIntoInterface(out, "OwnershipNotRenounceable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StoragePaymentExceedsMaximum represents a PaymentExceedsMaximum error raised by the Storage contract.
type StoragePaymentExceedsMaximum struct {
	Charge     *big.Int
	MaxPayment *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentExceedsMaximum(uint256 charge, uint256 maxPayment)
func StoragePaymentExceedsMaximumErrorID() common.Hash {
	return common.HexToHash("0x72e0ad8599b689ff4f7681c6cc5a38c50f348dda27309ea3fcab79a3b2b9b944")
}

// UnpackPaymentExceedsMaximumError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentExceedsMaximum(uint256 charge, uint256 maxPayment)
func (storage *Storage) UnpackPaymentExceedsMaximumError(raw []byte) (*StoragePaymentExceedsMaximum, error) {
	out := new(StoragePaymentExceedsMaximum)
	if err := storage.abi.UnpackIntoInterface(out, "PaymentExceedsMaximum", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StoragePrecompileMissing represents a PrecompileMissing error raised by the Storage contract.
type StoragePrecompileMissing struct {
	Precompile common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrecompileMissing(address precompile)
func StoragePrecompileMissingErrorID() common.Hash {
	return common.HexToHash("0x942b0bea2432c5cc5d6348e4025cae5356f0d8015bd29c60f2909aab0869aa71")
}

// UnpackPrecompileMissingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrecompileMissing(address precompile)
func (storage *Storage) UnpackPrecompileMissingError(raw []byte) (*StoragePrecompileMissing, error) {
	out := new(StoragePrecompileMissing)
	if err := storage.abi.UnpackIntoInterface(out, "PrecompileMissing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageResourceSize represents a ResourceSize error raised by the Storage contract.
type StorageResourceSize struct {
	Got    uint64
	Wanted uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ResourceSize(uint64 got, uint64 wanted)
func StorageResourceSizeErrorID() common.Hash {
	return common.HexToHash("0xaa45107282f7487017e120f3cd01a6d75ba50235869782baeb946bb700083c18")
}

// UnpackResourceSizeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ResourceSize(uint64 got, uint64 wanted)
func (storage *Storage) UnpackResourceSizeError(raw []byte) (*StorageResourceSize, error) {
	out := new(StorageResourceSize)
	if err := storage.abi.UnpackIntoInterface(out, "ResourceSize", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageSameObject represents a SameObject error raised by the Storage contract.
type StorageSameObject struct {
	Object [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SameObject(bytes32 object)
func StorageSameObjectErrorID() common.Hash {
	return common.HexToHash("0xaaa8ddef06eb7005ea982ed3a66f85d865d1170352dadfcc461d990237cfc451")
}

// UnpackSameObjectError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SameObject(bytes32 object)
func (storage *Storage) UnpackSameObjectError(raw []byte) (*StorageSameObject, error) {
	out := new(StorageSameObject)
	if err := storage.abi.UnpackIntoInterface(out, "SameObject", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageSignersRequired represents a SignersRequired error raised by the Storage contract.
type StorageSignersRequired struct {
	Object         [32]byte
	EndEpoch       uint32
	CertifiedUntil uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SignersRequired(bytes32 object, uint32 endEpoch, uint32 certifiedUntil)
func StorageSignersRequiredErrorID() common.Hash {
	return common.HexToHash("0x224510c550d31a3cf9b73acf76008b1330b061995d41c45efdab47d7a176b6f9")
}

// UnpackSignersRequiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SignersRequired(bytes32 object, uint32 endEpoch, uint32 certifiedUntil)
func (storage *Storage) UnpackSignersRequiredError(raw []byte) (*StorageSignersRequired, error) {
	out := new(StorageSignersRequired)
	if err := storage.abi.UnpackIntoInterface(out, "SignersRequired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageSizeTooLarge represents a SizeTooLarge error raised by the Storage contract.
type StorageSizeTooLarge struct {
	Size *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SizeTooLarge(uint256 size)
func StorageSizeTooLargeErrorID() common.Hash {
	return common.HexToHash("0x39d422228c18e97f7dd8e558dbea58eda08d4977a923f3ff5b115c0a12631ee1")
}

// UnpackSizeTooLargeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SizeTooLarge(uint256 size)
func (storage *Storage) UnpackSizeTooLargeError(raw []byte) (*StorageSizeTooLarge, error) {
	out := new(StorageSizeTooLarge)
	if err := storage.abi.UnpackIntoInterface(out, "SizeTooLarge", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageStorageExceeded represents a StorageExceeded error raised by the Storage contract.
type StorageStorageExceeded struct {
	Epoch    uint32
	Wanted   *big.Int
	Capacity uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StorageExceeded(uint32 epoch, uint256 wanted, uint64 capacity)
func StorageStorageExceededErrorID() common.Hash {
	return common.HexToHash("0x6ef6af1c810c984cc38995ecbfdb0e9d4996b5cd2a80a23fc516f96ff88974d0")
}

// UnpackStorageExceededError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StorageExceeded(uint32 epoch, uint256 wanted, uint64 capacity)
func (storage *Storage) UnpackStorageExceededError(raw []byte) (*StorageStorageExceeded, error) {
	out := new(StorageStorageExceeded)
	if err := storage.abi.UnpackIntoInterface(out, "StorageExceeded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageStoragePoolAlreadyCertified represents a StoragePoolAlreadyCertified error raised by the Storage contract.
type StorageStoragePoolAlreadyCertified struct {
	Object [32]byte
	Epoch  uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StoragePoolAlreadyCertified(bytes32 object, uint32 epoch)
func StorageStoragePoolAlreadyCertifiedErrorID() common.Hash {
	return common.HexToHash("0xd515006a95ea7bf53029ad3f3f8766d7ed2c2a0260e83f5f96c9ec6d59e8deca")
}

// UnpackStoragePoolAlreadyCertifiedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StoragePoolAlreadyCertified(bytes32 object, uint32 epoch)
func (storage *Storage) UnpackStoragePoolAlreadyCertifiedError(raw []byte) (*StorageStoragePoolAlreadyCertified, error) {
	out := new(StorageStoragePoolAlreadyCertified)
	if err := storage.abi.UnpackIntoInterface(out, "StoragePoolAlreadyCertified", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageStoragePoolBlobNotDeletable represents a StoragePoolBlobNotDeletable error raised by the Storage contract.
type StorageStoragePoolBlobNotDeletable struct {
	Pool   [32]byte
	BlobId [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StoragePoolBlobNotDeletable(bytes32 pool, bytes32 blobId)
func StorageStoragePoolBlobNotDeletableErrorID() common.Hash {
	return common.HexToHash("0x3e7d4440832bc8b47ede5f6da0add396f31329df5e21a14a2d9c59d5e90c59d8")
}

// UnpackStoragePoolBlobNotDeletableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StoragePoolBlobNotDeletable(bytes32 pool, bytes32 blobId)
func (storage *Storage) UnpackStoragePoolBlobNotDeletableError(raw []byte) (*StorageStoragePoolBlobNotDeletable, error) {
	out := new(StorageStoragePoolBlobNotDeletable)
	if err := storage.abi.UnpackIntoInterface(out, "StoragePoolBlobNotDeletable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageStoragePoolInvalidBlobId represents a StoragePoolInvalidBlobId error raised by the Storage contract.
type StorageStoragePoolInvalidBlobId struct {
	Got    [32]byte
	Wanted [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StoragePoolInvalidBlobId(bytes32 got, bytes32 wanted)
func StorageStoragePoolInvalidBlobIdErrorID() common.Hash {
	return common.HexToHash("0x271c7a045e5d5e703605cc4392b34eb3e2e7eeedf89bf6b2c5fd91a333b0cbf9")
}

// UnpackStoragePoolInvalidBlobIdError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StoragePoolInvalidBlobId(bytes32 got, bytes32 wanted)
func (storage *Storage) UnpackStoragePoolInvalidBlobIdError(raw []byte) (*StorageStoragePoolInvalidBlobId, error) {
	out := new(StorageStoragePoolInvalidBlobId)
	if err := storage.abi.UnpackIntoInterface(out, "StoragePoolInvalidBlobId", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageStoragePoolPoolNotEmpty represents a StoragePoolPoolNotEmpty error raised by the Storage contract.
type StorageStoragePoolPoolNotEmpty struct {
	Pool  [32]byte
	Blobs uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StoragePoolPoolNotEmpty(bytes32 pool, uint64 blobs)
func StorageStoragePoolPoolNotEmptyErrorID() common.Hash {
	return common.HexToHash("0xf73f00c609aa5d1d0a8eef4e20273b6025f6bfbb520932867e0cc7d3a8f3fe41")
}

// UnpackStoragePoolPoolNotEmptyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StoragePoolPoolNotEmpty(bytes32 pool, uint64 blobs)
func (storage *Storage) UnpackStoragePoolPoolNotEmptyError(raw []byte) (*StorageStoragePoolPoolNotEmpty, error) {
	out := new(StorageStoragePoolPoolNotEmpty)
	if err := storage.abi.UnpackIntoInterface(out, "StoragePoolPoolNotEmpty", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageStoragePoolResourceBounds represents a StoragePoolResourceBounds error raised by the Storage contract.
type StorageStoragePoolResourceBounds struct {
	Epoch uint32
	Start uint32
	End   uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StoragePoolResourceBounds(uint32 epoch, uint32 start, uint32 end)
func StorageStoragePoolResourceBoundsErrorID() common.Hash {
	return common.HexToHash("0x2f8ecb33254d8eab48081c2ec6c7b009cc5ffd40f58fc84e75bb713533cef44b")
}

// UnpackStoragePoolResourceBoundsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StoragePoolResourceBounds(uint32 epoch, uint32 start, uint32 end)
func (storage *Storage) UnpackStoragePoolResourceBoundsError(raw []byte) (*StorageStoragePoolResourceBounds, error) {
	out := new(StorageStoragePoolResourceBounds)
	if err := storage.abi.UnpackIntoInterface(out, "StoragePoolResourceBounds", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the Storage contract.
type StorageUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func StorageUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (storage *Storage) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*StorageUUPSUnauthorizedCallContext, error) {
	out := new(StorageUUPSUnauthorizedCallContext)
	if err := storage.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the Storage contract.
type StorageUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func StorageUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (storage *Storage) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*StorageUUPSUnsupportedProxiableUUID, error) {
	out := new(StorageUUPSUnsupportedProxiableUUID)
	if err := storage.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageUnknownFunction represents a UnknownFunction error raised by the Storage contract.
type StorageUnknownFunction struct {
	Selector [4]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownFunction(bytes4 selector)
func StorageUnknownFunctionErrorID() common.Hash {
	return common.HexToHash("0x150879b08deba1542153a5ff1ae31dab47d79a1283d514376e46d60570830c95")
}

// UnpackUnknownFunctionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownFunction(bytes4 selector)
func (storage *Storage) UnpackUnknownFunctionError(raw []byte) (*StorageUnknownFunction, error) {
	out := new(StorageUnknownFunction)
	if err := storage.abi.UnpackIntoInterface(out, "UnknownFunction", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageUnknownObject represents a UnknownObject error raised by the Storage contract.
type StorageUnknownObject struct {
	Object [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownObject(bytes32 object)
func StorageUnknownObjectErrorID() common.Hash {
	return common.HexToHash("0xac7592d596f4137fcf8d45bc4d72b12d299008e9101f76e4aa0ddd9558b88599")
}

// UnpackUnknownObjectError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownObject(bytes32 object)
func (storage *Storage) UnpackUnknownObjectError(raw []byte) (*StorageUnknownObject, error) {
	out := new(StorageUnknownObject)
	if err := storage.abi.UnpackIntoInterface(out, "UnknownObject", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageUnknownPooledBlob represents a UnknownPooledBlob error raised by the Storage contract.
type StorageUnknownPooledBlob struct {
	Pool   [32]byte
	BlobId [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownPooledBlob(bytes32 pool, bytes32 blobId)
func StorageUnknownPooledBlobErrorID() common.Hash {
	return common.HexToHash("0x80ecb144f51317556b97f26feb8dd983f036657c734802b04c8f8f02dba81211")
}

// UnpackUnknownPooledBlobError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownPooledBlob(bytes32 pool, bytes32 blobId)
func (storage *Storage) UnpackUnknownPooledBlobError(raw []byte) (*StorageUnknownPooledBlob, error) {
	out := new(StorageUnknownPooledBlob)
	if err := storage.abi.UnpackIntoInterface(out, "UnknownPooledBlob", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageWrapped represents a Wrapped error raised by the Storage contract.
type StorageWrapped struct {
	Object [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Wrapped(bytes32 object)
func StorageWrappedErrorID() common.Hash {
	return common.HexToHash("0x1bfcd64a7b306a3eb1e2586343689d9fde30413cf9610b2ba16ef1c4b9f4460c")
}

// UnpackWrappedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Wrapped(bytes32 object)
func (storage *Storage) UnpackWrappedError(raw []byte) (*StorageWrapped, error) {
	out := new(StorageWrapped)
	if err := storage.abi.UnpackIntoInterface(out, "Wrapped", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageWrongEpochState represents a WrongEpochState error raised by the Storage contract.
type StorageWrongEpochState struct {
	Epoch uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongEpochState(uint32 epoch)
func StorageWrongEpochStateErrorID() common.Hash {
	return common.HexToHash("0x8eadd289fad98dfc644900617a405137c0f0a0e33688b058655e840408c2b705")
}

// UnpackWrongEpochStateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongEpochState(uint32 epoch)
func (storage *Storage) UnpackWrongEpochStateError(raw []byte) (*StorageWrongEpochState, error) {
	out := new(StorageWrongEpochState)
	if err := storage.abi.UnpackIntoInterface(out, "WrongEpochState", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StorageZeroExtractSize represents a ZeroExtractSize error raised by the Storage contract.
type StorageZeroExtractSize struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroExtractSize()
func StorageZeroExtractSizeErrorID() common.Hash {
	return common.HexToHash("0xeb3c7385bb0175de89c9634e42627545b603ceb5c3ef12466aebbd29d7c34303")
}

// UnpackZeroExtractSizeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroExtractSize()
func (storage *Storage) UnpackZeroExtractSizeError(raw []byte) (*StorageZeroExtractSize, error) {
	out := new(StorageZeroExtractSize)
	if err := storage.abi.UnpackIntoInterface(out, "ZeroExtractSize", raw); err != nil {
		return nil, err
	}
	return out, nil
}
