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

// IStoragePermit is an auto generated low-level Go binding around an user-defined struct.
type IStoragePermit struct {
	Deadline *big.Int
	V        uint8
	R        [32]byte
	S        [32]byte
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
	ABI: "[{\"type\":\"function\",\"name\":\"UPGRADE_INTERFACE_VERSION\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"availability\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"begin\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"blob\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structIStorage.BlobView\",\"components\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"encoding\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"deletable\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"registeredEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"certifiedEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"startEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"storageSize\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"certify\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"bitmap\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"deleteBlob\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"draw\",\"inputs\":[{\"name\":\"kind\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"creator\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"nonce\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"extend\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epochs\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"newEnd\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"feesOf\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"initialize\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"networkId_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"wal_\",\"type\":\"address\",\"internalType\":\"contractIWAL\"},{\"name\":\"certificates_\",\"type\":\"address\",\"internalType\":\"contractICertificates\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structStorage.Params\",\"components\":[{\"name\":\"storagePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"writePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"capacity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"maxEpochsAhead\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epochStart\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epochDuration\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"burnBasis\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"invalidateBlob\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"bitmap\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"nextObjectId\",\"inputs\":[{\"name\":\"creator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"kind\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"nonces\",\"inputs\":[{\"name\":\"creator\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingOwner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"proxiableUUID\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"quote\",\"inputs\":[{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epochs\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"encoded\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"storageFee\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"writeFee\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"register\",\"inputs\":[{\"name\":\"rs\",\"type\":\"tuple[]\",\"internalType\":\"structIStorage.Registration[]\",\"components\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"encoding\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"deletable\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"epochs\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"objects\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"renounceOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"reserve\",\"inputs\":[{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"startEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"resource\",\"inputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structIStorage.ResourceView\",\"components\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"startEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"setPrices\",\"inputs\":[{\"name\":\"storagePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"writePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"system\",\"inputs\":[],\"outputs\":[{\"name\":\"v\",\"type\":\"tuple\",\"internalType\":\"structIStorage.SystemView\",\"components\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"nShards\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"storagePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"writePrice\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"totalCapacity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"usedCapacity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"maxEpochsAhead\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epochStart\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epochDuration\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"burnBasis\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"networkId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"wal\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"certificates\",\"type\":\"address\",\"internalType\":\"address\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transfer\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"transferOwnership\",\"inputs\":[{\"name\":\"newOwner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"upgradeToAndCall\",\"inputs\":[{\"name\":\"newImplementation\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"usedCapacity\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"BlobCertified\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"deletable\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"},{\"name\":\"isExtension\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BlobDeleted\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"wasCertified\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"},{\"name\":\"storageId\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BlobRegistered\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"size\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"encoding\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"deletable\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"},{\"name\":\"storageId\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Initialized\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"InvalidBlobID\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferStarted\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferred\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Paid\",\"inputs\":[{\"name\":\"payer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"charged\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"burned\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PricesUpdated\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"storagePrice\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"writePrice\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"StorageReserved\",\"inputs\":[{\"name\":\"storageId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"startEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"size\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transferred\",\"inputs\":[{\"name\":\"objectId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"kind\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Upgraded\",\"inputs\":[{\"name\":\"implementation\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AddressEmptyCode\",\"inputs\":[{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"AmountTooLarge\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BlobAlreadyCertified\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BlobBlobNotDeletable\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BlobInvalid\",\"inputs\":[{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BlobInvalidBlobId\",\"inputs\":[{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"wanted\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BlobResourceBounds\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"end\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"DataTooLarge\",\"inputs\":[{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"max\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"ERC1967InvalidImplementation\",\"inputs\":[{\"name\":\"implementation\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC1967NonPayable\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FailedCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FeeTooLarge\",\"inputs\":[{\"name\":\"fee\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"InvalidBasisPoints\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"max\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]},{\"type\":\"error\",\"name\":\"InvalidEncodingType\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"wanted\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"InvalidEpochsAhead\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"max\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"InvalidInitialization\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidMaxEpochsAhead\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"max\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"InvalidRecipient\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"InvalidResourceSize\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotCertified\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"NotInitializing\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotPart\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NothingToRegister\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OwnableInvalidOwner\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnableUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnershipNotRenounceable\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PaymentExceedsMaximum\",\"inputs\":[{\"name\":\"charge\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"PrecompileMissing\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ResourceSize\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"wanted\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"SignersRequired\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"endEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"certifiedUntil\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"StorageExceeded\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"wanted\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"capacity\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"UUPSUnauthorizedCallContext\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"UUPSUnsupportedProxiableUUID\",\"inputs\":[{\"name\":\"slot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"UnknownObject\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongEpochState\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}]",
	ID:  "Storage",
	Bin: "0x60a060405230608052348015610013575f5ffd5b5061001c610021565b6100d3565b7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00805468010000000000000000900460ff16156100715760405163f92ee8a960e01b815260040160405180910390fd5b80546001600160401b03908116146100d05780546001600160401b0319166001600160401b0390811782556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50565b608051614f386100f95f395f8181612e6501528181612e8e0152612ff80152614f385ff3fe6080604052600436106101ae575f3560e01c806379ba5097116100e75780639f4066c511610087578063ce3c84d011610062578063ce3c84d0146106cc578063da6a67a1146106f8578063e30c397814610717578063f2fde38b1461072b575f5ffd5b80639f4066c514610535578063a07d3d2914610658578063ad3cb1cc14610677575f5ffd5b806388a1ad7b116100c257806388a1ad7b146104385780638c118b53146104575780638da5cb5b146104e857806395bf75fd14610514575f5ffd5b806379ba5097146103d157806379ce9fac146103e55780637ecebe0014610404575f5ffd5b806320dea8851161015257806352d1902d1161012d57806352d1902d14610329578063533982b91461033d5780635fc7000f14610386578063715018a6146103bd575f5ffd5b806320dea885146102c357806336f985ca146102e25780634f1ef28614610316575f5ffd5b806319eb82ea1161018d57806319eb82ea146102355780631a40e9dc146102545780631bce6ff3146102905780631fd793ca146102a4575f5ffd5b8062ee1e4b146101b257806305267749146101e7578063141d31b414610214575b5f5ffd5b3480156101bd575f5ffd5b506101d16101cc3660046144c9565b61074a565b6040516101de9190614550565b60405180910390f35b3480156101f2575f5ffd5b506102066102013660046145bb565b610937565b6040519081526020016101de565b34801561021f575f5ffd5b5061023361022e366004614654565b610a27565b005b348015610240575f5ffd5b5061020661024f3660046146cb565b610d95565b34801561025f575f5ffd5b5061027361026e366004614708565b610ddd565b604080519283526001600160401b039091166020830152016101de565b34801561029b575f5ffd5b50610233610e24565b3480156102af575f5ffd5b506102336102be366004614654565b610ef0565b3480156102ce575f5ffd5b506102336102dd36600461473d565b61101d565b3480156102ed575f5ffd5b506103016102fc36600461476e565b6110c9565b60405163ffffffff90911681526020016101de565b6102336103243660046147bb565b61133e565b348015610334575f5ffd5b5061020661135d565b348015610348575f5ffd5b5061035c61035736600461487e565b61138c565b604080516001600160401b03948516815292841660208401529216918101919091526060016101de565b348015610391575f5ffd5b506103a56103a03660046146cb565b611413565b6040516001600160401b0390911681526020016101de565b3480156103c8575f5ffd5b5061023361143a565b3480156103dc575f5ffd5b50610233611453565b3480156103f0575f5ffd5b506102336103ff3660046148a6565b61149b565b34801561040f575f5ffd5b506103a561041e3660046148c9565b60096020525f90815260409020546001600160401b031681565b348015610443575f5ffd5b506102066104523660046148e4565b61166e565b348015610462575f5ffd5b506104c46104713660046148e4565b5f908152600d60209081526040918290208251606081018452905463ffffffff811680835260ff640100000000830481161515948401859052650100000000009092049091161515919093018190529092565b60408051931515845263ffffffff90921660208401521515908201526060016101de565b3480156104f3575f5ffd5b506104fc611865565b6040516001600160a01b0390911681526020016101de565b34801561051f575f5ffd5b50610528611899565b6040516101de91906148fb565b348015610540575f5ffd5b5061060361054f3660046148e4565b60408051608080820183525f80835260208084018290528385018290526060938401829052948152600a85528390208351808301855281546001600160a01b03808216835263ffffffff600160a01b83048116848a01908152600160c01b90930481168489019081526001909501546001600160401b0390811685890190815289519788018a5294519092168652915182169785019790975291519091169382019390935291519092169181019190915290565b6040516101de91905f6080820190506001600160a01b03835116825263ffffffff602084015116602083015263ffffffff60408401511660408301526001600160401b03606084015116606083015292915050565b348015610663575f5ffd5b50610233610672366004614a39565b6119d4565b348015610682575f5ffd5b506106bf6040518060400160405280600581526020017f352e302e3000000000000000000000000000000000000000000000000000000081525081565b6040516101de9190614ad3565b3480156106d7575f5ffd5b506106eb6106e63660046148e4565b611e4a565b6040516101de9190614ae5565b348015610703575f5ffd5b50610206610712366004614bcf565b611f97565b348015610722575f5ffd5b506104fc612006565b348015610736575f5ffd5b506102336107453660046148c9565b61202e565b60605f84900361076d57604051634d50304360e01b815260040160405180910390fd5b61077561440e565b61077d6120b3565b808252602001516107959063ffffffff166001614c0d565b6001600160401b038111156107ac576107ac6147a7565b6040519080825280602002602001820160405280156107d5578160200160208202803683370190505b5060408201528051602001516107f29063ffffffff166001614c0d565b6001600160401b03811115610809576108096147a7565b604051908082528060200260200182016040528015610832578160200160208202803683370190505b506060820152335f908152600960205260409020546001600160401b0390811660a08301528590811115610868576108686147a7565b604051908082528060200260200182016040528015610891578160200160208202803683370190505b5091505f5b858110156108e4576108bf828888848181106108b4576108b4614c20565b905060e0020161217d565b8382815181106108d1576108d1614c20565b6020908102919091010152600101610896565b5060a0810151335f908152600960205260409020805467ffffffffffffffff19166001600160401b0390921691909117905561091f816123ff565b61092e81602001518585612565565b50949350505050565b5f5f6109416120b3565b905061096e815f015163ffffffff168763ffffffff168763ffffffff16846020015163ffffffff166128c4565b9550866001600160401b03165f03610999576040516359f493e760e11b815260040160405180910390fd5b604080518082019091525f80825260208201526109b9828289898c612942565b6109c46001336129a1565b5080935050610a11836040518060800160405280336001600160a01b031681526020018a63ffffffff1681526020018963ffffffff1681526020018b6001600160401b0316815250612a5d565b610a1c818686612565565b505095945050505050565b5f610a306120b3565b90505f610a3c87612b44565b9050806040015163ffffffff165f14610a8257604080820151905163f4a608f360e01b81526004810189905263ffffffff90911660248201526044015b60405180910390fd5b80610140015163ffffffff16825f015163ffffffff1610610ade57815161012082015161014083015160405163229d307360e21b815263ffffffff93841660048201529183166024830152919091166044820152606401610a79565b60c08101515f908152600d60209081526040918290208251606081018452905463ffffffff8116825260ff640100000000820481161515938301939093526501000000000090049091161580159282019290925290610b58578160c0015160405163797447fd60e01b8152600401610a7991815260200190565b85158015610b64575083155b15610bce57816080015180610b8c575081610140015163ffffffff16815f015163ffffffff16105b15610bc957610140820151815160405163224510c560e01b8152600481018b905263ffffffff928316602482015291166044820152606401610a79565b610c57565b60045483516001600160a01b039091169063715873ba90610bf0908b86612bf5565b898989895f6040518763ffffffff1660e01b8152600401610c1696959493929190614c5c565b602060405180830381865afa158015610c31573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610c559190614cd5565b505b825163ffffffff9081166040808501919091525f8a8152600b60205220610c80918490612c2b16565b8160800151158015610ca5575081610140015163ffffffff16815f015163ffffffff16105b15610d195761014082015163ffffffff90811682526001602080840191825260c08501515f908152600d909152604090819020845181549351928601511515650100000000000265ff0000000000199315156401000000000264ffffffffff19909516919095161792909217169190911790555b815160c083015184516101408501516080808701516040805163ffffffff95861681529490931660208501521515838301525f606084015290516001600160a01b03909416938c93927f1b029dd2e3b81c4efe57ca784362dabb1b912321937d3362980f0ce420107e7b92908290030190a45050505050505050565b5f8054610db29063ffffffff640100000000820481169116614cf0565b63ffffffff168263ffffffff161115610dcc57505f919050565b610dd7600583612ca2565b92915050565b6004545f9081906001600160a01b03163314610e0e57604051631d53a1a160e01b8152336004820152602401610a79565b610e1884846129a1565b915091505b9250929050565b6004546001600160a01b03163314610e5157604051631d53a1a160e01b8152336004820152602401610a79565b5f5463ffffffff1615610e82575f54604051638eadd28960e01b815263ffffffff9091166004820152602401610a79565b5f805463ffffffff1916600190811791829055604080519182526001600160401b03600160601b840481166020840152600160a01b9093049092168183015290517f4d51978d1a0c9a64d833f890f0faefe09d526541ac07bdb8a3edd5f3ef6228eb916060908290030190a1565b5f610ef96120b3565b5f878152600d602052604090205490915065010000000000900460ff1615610f215750611016565b5f610f37825f015160025484604001518a612d13565b600480546040516338ac39dd60e11b81529293506001600160a01b03169163715873ba91610f729185918b918b918b918b9160019101614c5c565b602060405180830381865afa158015610f8d573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610fb19190614cd5565b505f878152600d6020908152604091829020805465ff00000000001916650100000000001790558351915163ffffffff909216825288917fa920d5c50c5dd52b58e800ceba1004371a25a3e201c31cfe61ce6f0068a2a392910160405180910390a250505b5050505050565b611025612d7e565b5f80547fffffffff00000000000000000000000000000000ffffffffffffffffffffffff16600160601b6001600160401b0385811691820267ffffffffffffffff60a01b191692909217600160a01b92851692830217928390556040805163ffffffff909416845260208401919091528201527f4d51978d1a0c9a64d833f890f0faefe09d526541ac07bdb8a3edd5f3ef6228eb9060600160405180910390a15050565b5f5f6110d36120b3565b90505f6110df87612b44565b9050806040015163ffffffff165f0361110e576040516304882f4960e51b815260048101889052602401610a79565b80610140015163ffffffff16825f015163ffffffff161061116a57815161012082015161014083015160405163229d307360e21b815263ffffffff93841660048201529183166024830152919091166044820152606401610a79565b80608001518015611185575080516001600160a01b03163314155b156111be5780516040516351910f7960e11b8152600481018990523360248201526001600160a01b039091166044820152606401610a79565b60c08101515f908152600d602052604090205465010000000000900460ff1615611203578060c0015160405163797447fd60e01b8152600401610a7991815260200190565b81516101408201516112379163ffffffff90811691811690611227908a1682614c0d565b856020015163ffffffff166128c4565b50858161014001516112499190614cf0565b925061126660405180604001604052805f81526020015f81525090565b61127d838284610140015187866101000151612942565b63ffffffff8085166101408401525f898152600b602052604090206112a4918490612db216565b81608001516112bb576112bb8260c0015185612e16565b815160c0830151604080850151608080870151835163ffffffff9384168152928a1660208401521515828401526001606083015291516001600160a01b03909416938c93927f1b029dd2e3b81c4efe57ca784362dabb1b912321937d3362980f0ce420107e7b928290030190a4611333818787612565565b505050949350505050565b611346612e5a565b61134f82612f11565b6113598282612f19565b5050565b5f611366612fed565b507f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc5b90565b5f8054819081906113a890600160401b900461ffff1686613036565b5f549093506113eb9063ffffffff8616906113d390600160601b90046001600160401b03168661308a565b6001600160401b03166113e69190614d0c565b6130b3565b5f5490925061140a90600160a01b90046001600160401b03168461308a565b90509250925092565b600281901c633fffffff165f90815260056020526040812054600683901b60c0161c610dd7565b604051630b153c2360e11b815260040160405180910390fd5b338061145d612006565b6001600160a01b03161461148f5760405163118cdaa760e01b81526001600160a01b0382166004820152602401610a79565b6114988161310b565b50565b6001600160a01b0381166114cd57604051630bc2c5df60e11b81526001600160a01b0382166004820152602401610a79565b5f828152600a6020526040902080546001600160a01b0316156115875780546001600160a01b0316331461152f5780546040516351910f7960e11b8152600481018590523360248201526001600160a01b039091166044820152606401610a79565b80546001600160a01b0319166001600160a01b038316908117825560405160018152339085907f75949707474057c71dcf20ed6bbf61c699fe6c60687dbddf40db5bfad830eb089060200160405180910390a4505050565b5f61159184612b44565b80519091506001600160a01b031633146115d95780516040516351910f7960e11b8152600481018690523360248201526001600160a01b039091166044820152606401610a79565b8060a00151611602576115ec8482613143565b5f858152600c6020526040902055600160a08201525b6001600160a01b03831681525f848152600b602052604090206116259082612c2b565b604051600281526001600160a01b03841690339086907f75949707474057c71dcf20ed6bbf61c699fe6c60687dbddf40db5bfad830eb089060200160405180910390a450505050565b5f5f6116786120b3565b90505f61168484612b44565b80519091506001600160a01b031633146116cc5780516040516351910f7960e11b8152600481018690523360248201526001600160a01b039091166044820152606401610a79565b80608001516116f1576040516319a64fdd60e01b815260048101859052602401610a79565b80610140015163ffffffff16825f015163ffffffff161061174d57815161012082015161014083015160405163229d307360e21b815263ffffffff93841660048201529183166024830152919091166044820152606401610a79565b6117578482613143565b5f858152600b60205260408120818155600181018290556002015560a08201519093501561178e575f848152600c60205260408120555b805160c08201518351610140840151604080860151815163ffffffff94851681529284166020840152929092161515818301526060810187905290516001600160a01b03909316928792917fb9ccccfdcdd49752fade65fc7a6d51cf9ff015b3871d8e3334cd35b2882f3822919081900360800190a461185e836040518060800160405280845f01516001600160a01b0316815260200184610120015163ffffffff16815260200184610140015163ffffffff1681526020018461010001516001600160401b0316815250612a5d565b5050919050565b5f807f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c1993005b546001600160a01b031692915050565b604080516101a0810182525f60a0820181905260c0820181905260e08201819052610100820181905261012082018190526101408201819052610160820181905261018082018190525463ffffffff80821680845261ffff600160401b84041660208501526001600160401b03600160601b8404811695850195909552600160a01b909204841660608401526001549093166080830152909161193f916005916130e316565b6001600160401b0390811660a08301525f54640100000000810463ffffffff1660c0840152600154600160401b8104831660e085015270010000000000000000000000000000000090049091166101008301526a0100000000000000000000900461ffff166101208201526002546101408201526003546001600160a01b039081166101608301526004541661018082015290565b5f6119dd6131d3565b805490915060ff600160401b82041615906001600160401b03165f81158015611a035750825b90505f826001600160401b03166001148015611a1e5750303b155b905081158015611a2c575080155b15611a4a5760405163f92ee8a960e01b815260040160405180910390fd5b845467ffffffffffffffff191660011785558315611a7957845468ff00000000000000001916600160401b1785555b611a8960808701606088016146cb565b63ffffffff161580611ab157506103e8611aa960808801606089016146cb565b63ffffffff16115b15611af057611ac660808701606088016146cb565b60405163f80f925b60e01b815263ffffffff90911660048201526103e86024820152604401610a79565b612710611b0360e0880160c08901614d23565b61ffff161115611b4557611b1d60e0870160c08801614d23565b60405163866f978b60e01b815261ffff90911660048201526127106024820152604401610a79565b611b4e8a6131fb565b6002899055600380546001600160a01b03808b166001600160a01b03199283161790925560048054928a16929091169190911790556040805160c081019091525f815260208101611ba56080890160608a016146cb565b63ffffffff168152602001886001600160a01b031663e9e66d196040518163ffffffff1660e01b8152600401602060405180830381865afa158015611bec573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611c109190614cd5565b61ffff168152602001611c2960e0890160c08a01614d23565b61ffff168152602090810190611c4190890189614d3e565b6001600160401b03168152602001876020016020810190611c629190614d3e565b6001600160401b0390811690915281515f8054602085015160408087015160608089015160808a015160a0909a015163ffffffff98891667ffffffffffffffff19909716969096176401000000009890951697909702939093176bffffffff00000000000000001916600160401b61ffff928316026bffff000000000000000000001916176a01000000000000000000009190961602949094177fffffffff00000000000000000000000000000000ffffffffffffffffffffffff16600160601b9686169690960267ffffffffffffffff60a01b191695909517600160a01b919094160292909217909155611d5b918801908801614d3e565b6001805467ffffffffffffffff19166001600160401b0392909216919091179055611d8c60a0870160808801614d3e565b600180546001600160401b0392909216600160401b026fffffffffffffffff000000000000000019909216919091179055611dcd60c0870160a08801614d3e565b600160106101000a8154816001600160401b0302191690836001600160401b031602179055508315611e3e57845468ff000000000000000019168555604051600181527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50505050505050505050565b60408051610160810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101919091525f828152600b60205260408120611eb89061320c565b80519091505f906001600160a01b031615611edc57611ed78483613143565b611ede565b5f5b9050604051806101600160405280835f01516001600160a01b031681526020018360c0015181526020018360e001516001600160401b03168152602001836060015160ff168152602001836080015115158152602001836020015163ffffffff168152602001836040015163ffffffff16815260200182815260200183610120015163ffffffff16815260200183610140015163ffffffff1681526020018361010001516001600160401b031681525092505050919050565b6002546001600160a01b0383165f8181526009602090815260408083205481518084019690965260ff87168683015260608601949094526001600160401b039093166080808601919091528351808603909101815260a0909401909252825192909101919091205b9392505050565b5f807f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c00611889565b612036612d7e565b7f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c0080546001600160a01b0319166001600160a01b038316908117825561207a611865565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a35050565b6040805160c0810182525f80825260208201819052918101829052606081018290526080810182905260a0810191909152506040805160c0810182525f805463ffffffff8082168085526401000000008304909116602085015261ffff600160401b83048116958501959095526a0100000000000000000000820490941660608401526001600160401b03600160601b820481166080850152600160a01b9091041660a08301529091900361138957604051638eadd28960e01b81525f6004820152602401610a79565b81515f908161218c828561332c565b90506121fc604080516101a0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081019190915290565b84355f036123705761221f838261221960e0890160c08a016146cb565b8561343b565b6122986002546001338960a001805180919061223a90614d57565b6001600160401b031690526040805160208082019690965260ff94909416848201526001600160a01b039290921660608401526001600160401b03166080808401919091528151808403909101815260a09092019052805191012090565b610180820152602086015160808401516122dc9185916122b8908661308a565b6001600160401b03166122d160e08a0160c08b016146cb565b63ffffffff166134a4565b60608701516122f160e0880160c089016146cb565b63ffffffff168151811061230757612307614c20565b6020026020010181815161231b9190614c0d565b90525060408601516001600160401b0383169061233e60e0880160c089016146cb565b63ffffffff168151811061235457612354614c20565b602002602001018181516123689190614c0d565b90525061238a565b8435610180820152600160a082015261238a8382846134fe565b6123b18387602001516123a18660a001518661308a565b6001600160401b031660016134a4565b866080018181516123c29190614c0d565b90525060a086018051906123d582614d57565b6001600160401b03908116909152166101608201526123f583828761370b565b9695505050505050565b5f8060015b83604001515181101561246f578360400151818151811061242757612427614c20565b60200260200101518361243a9190614c0d565b92508360600151818151811061245257612452614c20565b6020026020010151826124659190614c0d565b9150600101612404565b50825151600180546001600160401b0316905b8415612543578560400151818151811061249e5761249e614c20565b60200260200101515f0315612533578551515f906124bd908390614cf0565b90506124cd6005858389876138b9565b6124da60058583886139bc565b866040015182815181106124f0576124f0614c20565b6020026020010151866125039190614d81565b95508660600151828151811061251b5761251b614c20565b60200260200101518561252e9190614d81565b945092505b61253c81614d94565b9050612482565b5084515161101690612556816001614cf0565b608088015160059291906139bc565b6001600160401b03821115612590576040516304041d9560e11b815260048101839052602401610a79565b82518210156125bf5782516040516372e0ad8560e01b8152600481019190915260248101839052604401610a79565b6003546001600160a01b0316813515612728576001600160a01b03811663d505accf33308686356125f66040890160208a01614dac565b604080516001600160e01b031960e089901b1681526001600160a01b0396871660048201529590941660248601526044850192909252606484015260ff16608483015285013560a4820152606085013560c482015260e4015f604051808303815f87803b158015612665575f5ffd5b505af1925050508015612676575060015b612728573d8080156126a3576040519150601f19603f3d011682016040523d82523d5f602084013e6126a8565b606091505b508451604051636eb1769f60e11b81523360048201523060248201526001600160a01b0384169063dd62ed3e90604401602060405180830381865afa1580156126f3573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906127179190614dc5565b10156127265761272681613a36565b505b8351156127a85783516040516323b872dd60e01b815233600482015230602482015260448101919091526001600160a01b038216906323b872dd906064016020604051808303815f875af1158015612782573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906127a69190614de9565b505b60208401511561280e576020840151604051630852cd8d60e31b815260048101919091526001600160a01b038216906342966c68906024015f604051808303815f87803b1580156127f7575f5ffd5b505af1158015612809573d5f5f3e3d5ffd5b505050505b81351561286a5760405163ae4ef9ef60e01b81523360048201526001600160a01b0382169063ae4ef9ef906024015f604051808303815f87803b158015612853575f5ffd5b505af1158015612865573d5f5f3e3d5ffd5b505050505b8351602085015160405133927fc271c319e1234db413f9c60a077a54043c6e784a6a282fbf80eb61146db386c2926128b6926001600160401b0392831681529116602082015260400190565b60405180910390a250505050565b5f848410156128d1578493505b8383116128fa57604051634d69b15b60e01b81525f600482015260248101839052604401610a79565b816129058685614d81565b1115612939576129158584614d81565b604051634d69b15b60e01b8152600481019190915260248101839052604401610a79565b50919392505050565b5f612969868661295689608001518661308a565b6001600160401b03166122d18888614e04565b60015490915061298c90600590869086906001600160401b0380881691166138b9565b61299960058585846139bc565b505050505050565b6001600160a01b0381165f908152600960205260408120805482916001600160401b0390911690826129d283614d57565b91906101000a8154816001600160401b0302191690836001600160401b031602179055509050612a546002548585846040805160208082019690965260ff94909416848201526001600160a01b039290921660608401526001600160401b03166080808401919091528151808403909101815260a09092019052805191012090565b91509250929050565b5f828152600a60209081526040918290208351815485840151868601516001600160a01b039093166001600160c01b03199092168217600160a01b63ffffffff928316908102919091177fffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffff16600160c01b929094169182029390931784556060808801516001909501805467ffffffffffffffff19166001600160401b0390961695861790558651938452948301529381019190915284917f8f21f529412d65bb51854f9154a4771d178e141521755e8fc8b6fc00d49845f0910160405180910390a35050565b604080516101a0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e0810182905261010081018290526101208101829052610140810182905261016081018290526101808101919091525f828152600b60205260409020612bc29061320c565b80519091506001600160a01b0316612bf05760405163ac7592d560e01b815260048101839052602401610a79565b919050565b6060612c23846002548460c00151868660e00151876060015188608001518961014001518a60200151613a3e565b949350505050565b5f8160a00151612c3b575f612c3e565b60025b8260800151612c4d575f612c50565b60015b1760ff16905060e881901b60e0836060015160ff16901b60c0846040015163ffffffff16901b60a0856020015163ffffffff16901b855f01516001600160a01b031617171717835f0181905550505050565b60038201545f9063ffffffff9081169083161015612cc157505f610dd7565b6002830154600384015463ffffffff165b8363ffffffff168111612d0b575f818152600186016020526040902054612cf99083614e20565b9150612d0481614d94565b9050612cd2565b509392505050565b6060612d20604686613b8f565b6040516001600160c81b03199091166020820152602781018590526001600160f81b031960f885901b8116604783015260f085901b166048820152604981018390526069016040516020818303038152906040529050949350505050565b33612d87611865565b6001600160a01b031614612db05760405163118cdaa760e01b8152336004820152602401610a79565b565b60c08161016001516001600160401b0316901b60a082610140015163ffffffff16901b608083610120015163ffffffff16901b60408461010001516001600160401b0316901b8460e001516001600160401b03161717171782600201819055505050565b5f828152600d602052604090205463ffffffff80831691161015611359575f828152600d60205260409020805463ffffffff831663ffffffff199091161790555050565b306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480612ef357507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316612ee77f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc546001600160a01b031690565b6001600160a01b031614155b15612db05760405163703e46dd60e11b815260040160405180910390fd5b611498612d7e565b816001600160a01b03166352d1902d6040518163ffffffff1660e01b8152600401602060405180830381865afa925050508015612f73575060408051601f3d908101601f19168201909252612f7091810190614dc5565b60015b612f9b57604051634c9c8ce360e01b81526001600160a01b0383166004820152602401610a79565b7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc8114612fde57604051632a87526960e21b815260048101829052602401610a79565b612fe88383613c07565b505050565b306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614612db05760405163703e46dd60e11b815260040160405180910390fd5b5f5f5f61304285613c5c565b9150915061304f85613ca1565b6130598686613cb8565b6130638385614c0d565b61306d9190614d0c565b6130779190614c0d565b6130819086614d0c565b95945050505050565b5f611fff6130a0836001600160401b0316613d71565b6113e6906001600160401b038616614d0c565b5f6001600160401b038211156130df57604051633598f17960e01b815260048101839052602401610a79565b5090565b633fffffff600282901c165f9081526020839052604090205460c0600683901b161c92915050565b7f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c0080546001600160a01b031916815561135982613d96565b5f8160a001511561316257505f828152600c6020526040902054610dd7565b611fff6002546001845f015160018661016001516131809190614e47565b6040805160208082019690965260ff94909416848201526001600160a01b039290921660608401526001600160401b03166080808401919091528151808403909101815260a09092019052805191012090565b5f807ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00610dd7565b613203613e06565b61149881613e2b565b604080516101a0810182525f60208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081019190915281546001600160a01b03811680835261328a5750919050565b63ffffffff60a082811c8216602085015260c083811c831660408087019190915260ff60e086811c919091166060880152600160e887901c811681146080808a019190915260e99790971c8116811488860152880154838801526002909701546001600160401b03808216988801989098529081901c9096166101008601529285901c821661012085015284901c166101408301529190911c61016082015290565b5f600161333f60a0840160808501614dac565b60ff161461337d5761335760a0830160808401614dac565b604051635518e1e560e01b815260ff909116600482015260016024820152604401610a79565b5f6133ab61339160a0850160808601614dac565b6133a16080860160608701614d3e565b8560400135613e5c565b9050826020013581146133de5760405163b991f3b760e01b81526020840135600482015260248101829052604401610a79565b5f818152600d602052604090205465010000000000900460ff16156134195760405163797447fd60e01b815260048101829052602401610a79565b6040840151612c239061ffff166134366080860160608701614d3e565b613036565b83516134689063ffffffff90811690819061345890861682614c0d565b876020015163ffffffff166128c4565b63ffffffff166101208401528351613481908390614cf0565b63ffffffff166101408401526001600160401b0316610100909201919091525050565b5f5f6134b884876060015161ffff16613f08565b90506134c48385614d0c565b855186906134d3908390614c0d565b9052506134e08382614d0c565b856020018181516134f19190614c0d565b9052506123f58185614d81565b6101808201515f908152600a6020908152604091829020825160808101845281546001600160a01b03811680835263ffffffff600160a01b8304811695840195909552600160c01b90910490931693810193909352600101546001600160401b0316606083015261358b5782610180015160405163ac7592d560e01b8152600401610a7991815260200190565b80516001600160a01b031633146135d55761018083015181516040516351910f7960e11b815260048101929092523360248301526001600160a01b03166044820152606401610a79565b806020015163ffffffff16845f015163ffffffff1610806136095750806040015163ffffffff16845f015163ffffffff1610155b1561364d5783516020820151604080840151905163229d307360e21b815263ffffffff93841660048201529183166024830152919091166044820152606401610a79565b80606001516001600160401b0316826001600160401b0316111561369d576060810151604051635522883960e11b81526001600160401b0391821660048201529083166024820152604401610a79565b6101808301515f908152600a602090815260409182902080546001600160e01b0319168155600101805467ffffffffffffffff1916905582015163ffffffff9081166101208601529082015116610140840152606001516001600160401b0316610100909201919091525050565b6002805461016084015160408051602080820194909452808201949094523360608501526001600160401b039091166080808501919091528151808503909101815260a0909301905281519101205f90338452845163ffffffff1660208086019190915283013560c085015290506137896080830160608401614d3e565b6001600160401b031660e08401526137a760a0830160808401614dac565b60ff1660608401526137bf60c0830160a08401614e66565b151560808401525f818152600b602052604090206137dd9084613f20565b8260a00151156137fc576101808301515f828152600c60205260409020555b8351339082906020850135907f1badf0f77b8d4b79be745bf02570b504ba2b8c2812f764aa9d2787aeadc43ea49061383a6080880160608901614d3e565b61384a60a0890160808a01614dac565b6101408a015161386060c08b0160a08c01614e66565b6101808c01516040805163ffffffff97881681526001600160401b03909616602087015260ff9094169385019390935293166060830152911515608082015260a081019190915260c00160405180910390a49392505050565b63ffffffff84165b8363ffffffff1681101561299957600281901c5f90815260208790526040812054906138f1600384176001614c0d565b90505f8663ffffffff16821061390d578663ffffffff1661390f565b815b9050835b8181101561399e5760c0600682901b165f613939896001600160401b0388851c16614c0d565b9050876001600160401b031681111561398357604051631bbdabc760e21b815263ffffffff84166004820152602481018290526001600160401b0389166044820152606401610a79565b61398f89831b87614c0d565b95505050806001019050613913565b5060029390931c5f90815260208990526040902091909155506138c1565b8015806139d557508163ffffffff168363ffffffff1610155b613a305763ffffffff83165f908152600185016020526040812080548392906139ff908490614e20565b909155505063ffffffff82165f90815260018501602052604081208054839290613a2a908490614e81565b90915550505b50505050565b805160208201fd5b60605f65ff000000ff00600888811b91821664ff000000ff918a901c91821617601090811b67ff000000ff0000009390931666ff000000ff00009290921691909117901c17602081811b6bffffffffffffffff000000001691901c63ffffffff16178686600887811b63ff00ff001662ff00ff9189901c9190911617601081811b91901c17600887811b63ff00ff001662ff00ff9189901c9190911617601081811b91901c1760405160c09590951b6001600160c01b031916602086015260f893841b6001600160f81b031916602886015291151590921b602984015260e091821b6001600160e01b0319908116602a850152911b16602e8201526032016040516020818303038152906040529050613b5860408c613b8f565b8a8a8a84604051602001613b70959493929190614ea0565b6040516020818303038152906040529150509998505050505050505050565b604080516001600160f81b031960f885901b1660208201525f60218201819052600360f81b60228301526001600160e01b0319600885811c62ff00ff1663ff00ff009187901b9190911617601081811c91901b1760e01b166023830152825160078184030181526027909201909252611fff90614edf565b613c1082613f9d565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a2805115613c5457612fe88282614013565b6113596140b3565b5f80806003613c6c600186614d81565b613c769190614f19565b9050613c83816002614d0c565b613c8d9085614d81565b613c978286614d81565b9250925050915091565b5f613cad826040614d0c565b610dd7906020614c0d565b5f5f5f613cc485613c5c565b915091505f846001600160401b03165f14613cdf5784613ce2565b60015b6001600160401b03169050613cf78284614d0c565b613d02600183614d81565b613d0c9190614f19565b613d17906001614c0d565b9350613d266001851685614c0d565b935061fffe841115613d685784613d3c876140d2565b604051633c6d5e7360e11b81526001600160401b03928316600482015291166024820152604401610a79565b50505092915050565b5f621000006001613d828285614c0d565b613d8c9190614d81565b610dd79190614f19565b7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c19930080546001600160a01b031981166001600160a01b03848116918217845560405192169182907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3505050565b613e0e6140fa565b612db057604051631afcd79f60e31b815260040160405180910390fd5b613e33613e06565b6001600160a01b03811661148f57604051631e4fbdf760e01b81525f6004820152602401610a79565b5f612c238465ff000000ff00600886811b91821664ff000000ff9188901c91821617601090811b67ff000000ff0000009390931666ff000000ff00009290921691909117901c17602081811b6bffffffffffffffff000000001691901c63ffffffff161760405160f89290921b6001600160f81b031916602083015260c01b6001600160c01b031916602182015260298101849052604901604051602081830303815290604052614113565b5f612710613f168385614d0c565b611fff9190614f19565b613f2a8282612c2b565b60c08101516001830155611359828260c08161016001516001600160401b0316901b60a082610140015163ffffffff16901b608083610120015163ffffffff16901b60408461010001516001600160401b0316901b8460e001516001600160401b03161717171782600201819055505050565b806001600160a01b03163b5f03613fd257604051634c9c8ce360e01b81526001600160a01b0382166004820152602401610a79565b7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc80546001600160a01b0319166001600160a01b0392909216919091179055565b60605f61402084846141c6565b905080801561404157505f3d118061404157505f846001600160a01b03163b115b156140565761404e6141d9565b915050610dd7565b801561408057604051639996b31560e01b81526001600160a01b0385166004820152602401610a79565b3d156140935761408e6141f2565b6140ac565b60405163d6bda27560e01b815260040160405180910390fd5b5092915050565b3415612db05760405163b398979f60e01b815260040160405180910390fd5b5f5f5f6140de84613c5c565b909250905061fffe6140f08284614d0c565b612c239190614d0c565b5f6141036131d3565b54600160401b900460ff16919050565b5f7f28c9bdf267e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa57fd182e6ad7f520e511f6c3e2b8c68059b6bbd41fbabd9831f79217e1319cde05b825b60808186516141679190614d81565b11156141a45761418d838361417c88856141fd565b614187608086614c0d565b5f61429a565b909350915061419d608082614c0d565b9050614158565b6141bc83836141b388856141fd565b8851600161429a565b5095945050505050565b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b614205614495565b5f5b60048110156140ac575f61421c826020614d0c565b6142269085614c0d565b90508451811061423657506140ac565b8481016020015185515f9061424c908490614d81565b9050602081101561427757614262816020614d81565b61426d906008614d0c565b5f19901b91909116905b8185856004811061428a5761428a614c20565b6020020152505050600101614207565b5f8080600c88888884602002015189600160200201518a600260200201518b6003602002015161434c8c5f60088266ff00ff00ff00ff166001600160401b0316901b60088367ff00ff00ff00ff00166001600160401b0316901c17915060108265ffff0000ffff166001600160401b0316901b60108367ffff0000ffff0000166001600160401b0316901c1791506020826001600160401b0316901b6020836001600160401b0316901c179050919050565b60405160e09890981b6001600160e01b0319166020890152602488019690965260448701949094526064860192909252608485015260a484015260c483015260c01b6001600160c01b03191660e48201525f60ec82015284151560f81b60f482015260f50160405160208183030381529060405290505f60405f83516020850160095afa5f5160205190955093503d6040141690508061440257604051634a1585f560e11b815260096004820152602401610a79565b50509550959350505050565b6040805161018081019091525f60c0820181815260e083018290526101008301829052610120830182905261014083018290526101608301919091528190815260200161446c60405180604001604052805f81526020015f81525090565b815260200160608152602001606081526020015f81526020015f6001600160401b031681525090565b60405180608001604052806004906020820280368337509192915050565b5f608082840312156144c3575f5ffd5b50919050565b5f5f5f5f60c085870312156144dc575f5ffd5b84356001600160401b038111156144f1575f5ffd5b8501601f81018713614501575f5ffd5b80356001600160401b03811115614516575f5ffd5b87602060e08302840101111561452a575f5ffd5b602091820195509350850135915061454586604087016144b3565b905092959194509250565b602080825282518282018190525f918401906040840190835b81811015614587578351835260209384019390920191600101614569565b509095945050505050565b80356001600160401b0381168114612bf0575f5ffd5b803563ffffffff81168114612bf0575f5ffd5b5f5f5f5f5f61010086880312156145d0575f5ffd5b6145d986614592565b94506145e7602087016145a8565b93506145f5604087016145a8565b92506060860135915061460b87608088016144b3565b90509295509295909350565b5f5f83601f840112614627575f5ffd5b5081356001600160401b0381111561463d575f5ffd5b602083019150836020828501011115610e1d575f5ffd5b5f5f5f5f5f60608688031215614668575f5ffd5b8535945060208601356001600160401b03811115614684575f5ffd5b61469088828901614617565b90955093505060408601356001600160401b038111156146ae575f5ffd5b6146ba88828901614617565b969995985093965092949392505050565b5f602082840312156146db575f5ffd5b611fff826145a8565b803560ff81168114612bf0575f5ffd5b6001600160a01b0381168114611498575f5ffd5b5f5f60408385031215614719575f5ffd5b614722836146e4565b91506020830135614732816146f4565b809150509250929050565b5f5f6040838503121561474e575f5ffd5b61475783614592565b915061476560208401614592565b90509250929050565b5f5f5f5f60e08587031215614781575f5ffd5b84359350614791602086016145a8565b92506040850135915061454586606087016144b3565b634e487b7160e01b5f52604160045260245ffd5b5f5f604083850312156147cc575f5ffd5b82356147d7816146f4565b915060208301356001600160401b038111156147f1575f5ffd5b8301601f81018513614801575f5ffd5b80356001600160401b0381111561481a5761481a6147a7565b604051601f8201601f19908116603f011681016001600160401b0381118282101715614848576148486147a7565b60405281815282820160200187101561485f575f5ffd5b816020840160208301375f602083830101528093505050509250929050565b5f5f6040838503121561488f575f5ffd5b61489883614592565b9150614765602084016145a8565b5f5f604083850312156148b7575f5ffd5b823591506020830135614732816146f4565b5f602082840312156148d9575f5ffd5b8135611fff816146f4565b5f602082840312156148f4575f5ffd5b5035919050565b815163ffffffff1681526101a08101602083015161491f602084018261ffff169052565b50604083015161493a60408401826001600160401b03169052565b50606083015161495560608401826001600160401b03169052565b50608083015161497060808401826001600160401b03169052565b5060a083015161498b60a08401826001600160401b03169052565b5060c08301516149a360c084018263ffffffff169052565b5060e08301516149be60e08401826001600160401b03169052565b506101008301516149db6101008401826001600160401b03169052565b506101208301516149f361012084018261ffff169052565b50610140830151610140830152610160830151614a1c6101608401826001600160a01b03169052565b506101808301516140ac6101808401826001600160a01b03169052565b5f5f5f5f5f858703610160811215614a4f575f5ffd5b8635614a5a816146f4565b9550602087013594506040870135614a71816146f4565b93506060870135614a81816146f4565b925060e0607f1982011215614a94575f5ffd5b506080860190509295509295909350565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f611fff6020830184614aa5565b81516001600160a01b031681526101608101602083015160208301526040830151614b1b60408401826001600160401b03169052565b506060830151614b30606084018260ff169052565b506080830151614b44608084018215159052565b5060a0830151614b5c60a084018263ffffffff169052565b5060c0830151614b7460c084018263ffffffff169052565b5060e083015160e0830152610100830151614b9861010084018263ffffffff169052565b50610120830151614bb261012084018263ffffffff169052565b506101408301516140ac6101408401826001600160401b03169052565b5f5f60408385031215614be0575f5ffd5b8235614beb816146f4565b9150614765602084016146e4565b634e487b7160e01b5f52601160045260245ffd5b80820180821115610dd757610dd7614bf9565b634e487b7160e01b5f52603260045260245ffd5b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b608081525f614c6e6080830189614aa5565b8281036020840152614c8181888a614c34565b90508281036040840152614c96818688614c34565b91505060028310614cb557634e487b7160e01b5f52602160045260245ffd5b826060830152979650505050505050565b61ffff81168114611498575f5ffd5b5f60208284031215614ce5575f5ffd5b8151611fff81614cc6565b63ffffffff8181168382160190811115610dd757610dd7614bf9565b8082028115828204841417610dd757610dd7614bf9565b5f60208284031215614d33575f5ffd5b8135611fff81614cc6565b5f60208284031215614d4e575f5ffd5b611fff82614592565b5f6001600160401b0382166001600160401b038103614d7857614d78614bf9565b60010192915050565b81810381811115610dd757610dd7614bf9565b5f60018201614da557614da5614bf9565b5060010190565b5f60208284031215614dbc575f5ffd5b611fff826146e4565b5f60208284031215614dd5575f5ffd5b5051919050565b8015158114611498575f5ffd5b5f60208284031215614df9575f5ffd5b8151611fff81614ddc565b63ffffffff8281168282160390811115610dd757610dd7614bf9565b8082018281125f831280158216821582161715614e3f57614e3f614bf9565b505092915050565b6001600160401b038281168282160390811115610dd757610dd7614bf9565b5f60208284031215614e76575f5ffd5b8135611fff81614ddc565b8181035f8312801583831316838312821617156140ac576140ac614bf9565b6001600160c81b0319861681528460078201528360278201528260478201525f82518060208501606785015e5f92016067019182525095945050505050565b805160208201516001600160c81b031981169190600782101561185e576001600160c81b031960079290920360031b82901b161692915050565b5f82614f3357634e487b7160e01b5f52601260045260245ffd5b50049056",
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
	if bytes.Equal(raw[:4], storage.abi.Errors["AmountTooLarge"].ID.Bytes()[:4]) {
		return storage.UnpackAmountTooLargeError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["BlobAlreadyCertified"].ID.Bytes()[:4]) {
		return storage.UnpackBlobAlreadyCertifiedError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["BlobBlobNotDeletable"].ID.Bytes()[:4]) {
		return storage.UnpackBlobBlobNotDeletableError(raw[4:])
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
	if bytes.Equal(raw[:4], storage.abi.Errors["InvalidBasisPoints"].ID.Bytes()[:4]) {
		return storage.UnpackInvalidBasisPointsError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["InvalidEncodingType"].ID.Bytes()[:4]) {
		return storage.UnpackInvalidEncodingTypeError(raw[4:])
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
	if bytes.Equal(raw[:4], storage.abi.Errors["NothingToRegister"].ID.Bytes()[:4]) {
		return storage.UnpackNothingToRegisterError(raw[4:])
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
	if bytes.Equal(raw[:4], storage.abi.Errors["SignersRequired"].ID.Bytes()[:4]) {
		return storage.UnpackSignersRequiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["StorageExceeded"].ID.Bytes()[:4]) {
		return storage.UnpackStorageExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return storage.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return storage.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["UnknownObject"].ID.Bytes()[:4]) {
		return storage.UnpackUnknownObjectError(raw[4:])
	}
	if bytes.Equal(raw[:4], storage.abi.Errors["WrongEpochState"].ID.Bytes()[:4]) {
		return storage.UnpackWrongEpochStateError(raw[4:])
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
