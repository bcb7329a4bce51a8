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

// IAttributesPair is an auto generated low-level Go binding around an user-defined struct.
type IAttributesPair struct {
	Key   string
	Value string
}

// AttributesMetaData contains all meta data concerning the Attributes contract.
var AttributesMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"UPGRADE_INTERFACE_VERSION\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"add\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairs\",\"type\":\"tuple[]\",\"internalType\":\"structIAttributes.Pair[]\",\"components\":[{\"name\":\"key\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"value\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"attributeOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"key\",\"type\":\"string\",\"internalType\":\"string\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"attributesOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"pairs\",\"type\":\"tuple[]\",\"internalType\":\"structIAttributes.Pair[]\",\"components\":[{\"name\":\"key\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"value\",\"type\":\"string\",\"internalType\":\"string\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"clear\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"initialize\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"store_\",\"type\":\"address\",\"internalType\":\"contractIStorage\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingOwner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"proxiableUUID\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"quote\",\"inputs\":[{\"name\":\"pairs\",\"type\":\"tuple[]\",\"internalType\":\"structIAttributes.Pair[]\",\"components\":[{\"name\":\"key\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"value\",\"type\":\"string\",\"internalType\":\"string\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"remove\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"keys\",\"type\":\"string[]\",\"internalType\":\"string[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"removeIfExists\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"keys\",\"type\":\"string[]\",\"internalType\":\"string[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"renounceOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"replace\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairs\",\"type\":\"tuple[]\",\"internalType\":\"structIAttributes.Pair[]\",\"components\":[{\"name\":\"key\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"value\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"set\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairs\",\"type\":\"tuple[]\",\"internalType\":\"structIAttributes.Pair[]\",\"components\":[{\"name\":\"key\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"value\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"name\":\"maxPayment\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structIStorage.Permit\",\"components\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"transferOwnership\",\"inputs\":[{\"name\":\"newOwner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"upgradeToAndCall\",\"inputs\":[{\"name\":\"newImplementation\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"event\",\"name\":\"AttributeRemoved\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"key\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"AttributeSet\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"key\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"},{\"name\":\"value\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"AttributesCleared\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Initialized\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferStarted\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferred\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Upgraded\",\"inputs\":[{\"name\":\"implementation\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AddressEmptyCode\",\"inputs\":[{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"AttributeKeyLength\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"max\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"AttributeValueLength\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"max\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"AttributesTooLong\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"max\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BlobDuplicateMetadata\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BlobMissingMetadata\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"CodeTooLarge\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"max\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC1967InvalidImplementation\",\"inputs\":[{\"name\":\"implementation\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC1967NonPayable\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FailedCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidInitialization\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoAttributesGiven\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotInitializing\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnableInvalidOwner\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnableUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnershipNotRenounceable\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"StoragePoolDuplicateMetadata\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"StoragePoolMissingMetadata\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"TooManyAttributes\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"max\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"UUPSUnauthorizedCallContext\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"UUPSUnsupportedProxiableUUID\",\"inputs\":[{\"name\":\"slot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"UnknownAttribute\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"key\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"type\":\"error\",\"name\":\"UnknownObject\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"UnknownPooledBlob\",\"inputs\":[{\"name\":\"pool\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}]",
	ID:  "Attributes",
	Bin: "0x60a060405230608052348015610013575f5ffd5b5061001c610021565b6100d3565b7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00805468010000000000000000900460ff16156100715760405163f92ee8a960e01b815260040160405180910390fd5b80546001600160401b03908116146100d05780546001600160401b0319166001600160401b0390811782556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50565b6080516126bd6100f95f395f81816111e30152818161120c015261137801526126bd5ff3fe608060405260043610610123575f3560e01c8063715018a6116100a15780638da5cb5b11610071578063ad3cb1cc11610057578063ad3cb1cc14610308578063e30c39781461035d578063f2fde38b14610371575f5ffd5b80638da5cb5b146102b05780639194af48146102dc575f5ffd5b8063715018a61461024a578063733990dc1461025e57806379ba50971461027d57806386e2bce414610291575f5ffd5b806339291505116100f65780634f1ef286116100dc5780634f1ef2861461020457806352d1902d1461021757806359945e001461022b575f5ffd5b806339291505146101b8578063485cc955146101e5575f5ffd5b8063037862ad1461012757806311a4ff85146101485780632d5c6387146101675780632fa4710414610199575b5f5ffd5b348015610132575f5ffd5b50610146610141366004611c63565b610390565b005b348015610153575f5ffd5b50610146610162366004611cd9565b61040c565b348015610172575f5ffd5b50610186610181366004611d28565b6104d0565b6040519081526020015b60405180910390f35b3480156101a4575f5ffd5b506101466101b3366004611cd9565b6104f5565b3480156101c3575f5ffd5b506101d76101d2366004611d67565b6105cf565b604051610190929190611e11565b3480156101f0575f5ffd5b506101466101ff366004611e47565b610685565b610146610212366004611f6a565b6107ac565b348015610222575f5ffd5b506101866107cb565b348015610236575f5ffd5b50610146610245366004611fca565b6107f9565b348015610255575f5ffd5b50610146610855565b348015610269575f5ffd5b50610146610278366004611c63565b61086e565b348015610288575f5ffd5b50610146610885565b34801561029c575f5ffd5b506101466102ab366004611c63565b6108cd565b3480156102bb575f5ffd5b506102c4610927565b6040516001600160a01b039091168152602001610190565b3480156102e7575f5ffd5b506102fb6102f6366004611fca565b61095b565b6040516101909190611fea565b348015610313575f5ffd5b506103506040518060400160405280600581526020017f352e302e3000000000000000000000000000000000000000000000000000000081525081565b6040516101909190612074565b348015610368575f5ffd5b506102c4610993565b34801561037c575f5ffd5b5061014661038b366004612086565b6109bb565b5f61039c878786610a40565b905080606001515f146103f6578060200151156103d75780516040516368395f8560e01b815260048101919091526024015b60405180910390fd5b805160405163a2df174160e01b815260048101919091526024016103ce565b6104038186868686610b63565b50505050505050565b5f61041885855f610a40565b90505f5b828110156104be576104518285858481811061043a5761043a6120a1565b905060200281019061044c91906120b5565b610e49565b156104b657815133907f32b127853afc8acaf26d9fb88d7705a92e8838a3c0b0d157c72e189783fe4a1086868581811061048d5761048d6120a1565b905060200281019061049f91906120b5565b6040516104ad929190612120565b60405180910390a35b60010161041c565b506104c881610f35565b505050505050565b5f6104ec6104e76104e184866121e1565b84610fec565b611065565b90505b92915050565b5f6105008585611115565b90505f5b828110156104be576105228285858481811061043a5761043a6120a1565b61056857815184848381811061053a5761053a6120a1565b905060200281019061054c91906120b5565b6040516399b2935760e01b81526004016103ce9392919061225d565b815133907f32b127853afc8acaf26d9fb88d7705a92e8838a3c0b0d157c72e189783fe4a1086868581811061059f5761059f6120a1565b90506020028101906105b191906120b5565b6040516105bf929190612120565b60405180910390a3600101610504565b5f60605f6105dd878761095b565b90505f85856040516105f092919061227f565b60405190819003902090505f5b82518110156106645781838281518110610619576106196120a1565b60200260200101515f0151805190602001200361065c576001838281518110610644576106446120a1565b6020026020010151602001519450945050505061067c565b6001016105fd565b505f60405180602001604052805f8152509350935050505b94509492505050565b5f61068e61119f565b805490915060ff68010000000000000000820416159067ffffffffffffffff165f811580156106ba5750825b90505f8267ffffffffffffffff1660011480156106d65750303b155b9050811580156106e4575080155b156107025760405163f92ee8a960e01b815260040160405180910390fd5b845467ffffffffffffffff19166001178555831561073657845468ff00000000000000001916680100000000000000001785555b61073f876111c7565b5f80546001600160a01b0319166001600160a01b038816179055831561040357845468ff000000000000000019168555604051600181527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a150505050505050565b6107b46111d8565b6107bd82611291565b6107c78282611299565b5050565b5f6107d461136d565b507f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc90565b5f6108048383611115565b80515f9081526001602052604080822080546001600160a01b031916905582519051929350339290917f5fac66c6d8577fa2544c1f4c6d54b6d614cb7c7361277bff1586b166fca699d791a3505050565b604051630b153c2360e11b815260040160405180910390fd5b6104c861087c878786610a40565b85858585610b63565b338061088f610993565b6001600160a01b0316146108c15760405163118cdaa760e01b81526001600160a01b03821660048201526024016103ce565b6108ca816113b6565b50565b5f6108d9878786610a40565b905080606001515f146109145780516040513391907f5fac66c6d8577fa2544c1f4c6d54b6d614cb7c7361277bff1586b166fca699d7905f90a35b5f60608201526104038186868686610b63565b5f807f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c1993005b546001600160a01b031692915050565b60605f5f61096985856113ee565b90925090506001600160a01b0381161561098b57610987825f6114f7565b5092505b505092915050565b5f807f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c0061094b565b6109c361154b565b7f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c0080546001600160a01b0319166001600160a01b0383169081178255610a07610927565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a35050565b610a6a60405180608001604052805f81526020015f15158152602001606081526020015f81525090565b5f610a7585856113ee565b90835290506001600160a01b038116610acd578315610ab15760405163203b2c5160e21b815260048101869052602481018590526044016103ce565b60405163ac7592d560e01b8152600481018690526024016103ce565b336001600160a01b03821614610b115781516040516351910f7960e11b815260048101919091523360248201526001600160a01b03821660448201526064016103ce565b6020831115610b3d576040516335f3a60760e21b815260048101849052602060248201526044016103ce565b83151560208301528151610b5190846114f7565b60608401526040830152509392505050565b5f839003610b84576040516389ce93bd60e01b815260040160405180910390fd5b5f5b83811015610d95575f858583818110610ba157610ba16120a1565b9050602002810190610bb3919061228e565b610bbd90806120b5565b905090505f868684818110610bd457610bd46120a1565b9050602002810190610be6919061228e565b610bf49060208101906120b5565b915050811580610c045750604082115b15610c2e576040805163c677553360e01b81526103ce918491600401918252602082015260400190565b610400811115610c5c57604051630f191d7760e21b81526004810182905261040060248201526044016103ce565b610c8e88888886818110610c7257610c726120a1565b9050602002810190610c84919061228e565b61044c90806120b5565b50868684818110610ca157610ca16120a1565b9050602002810190610cb3919061228e565b610cbc906122ac565b604089015160608a01805190610cd1826122cb565b905281518110610ce357610ce36120a1565b6020908102919091010152875133907f0b6d5470a265343c88dfda7bdc4a4e94fcf2e837ebc520211cb49a9352f50e7c898987818110610d2557610d256120a1565b9050602002810190610d37919061228e565b610d4190806120b5565b8b8b89818110610d5357610d536120a1565b9050602002810190610d65919061228e565b610d739060208101906120b5565b604051610d8394939291906122e3565b60405180910390a35050600101610b86565b50602085606001511115610dcc5760608501516040516335f3a60760e21b81526004810191909152602060248201526044016103ce565b5f610dd686610f35565b5f549091506001600160a01b0316634cad194033610df384611065565b86866040518563ffffffff1660e01b8152600401610e149493929190612322565b5f604051808303815f87803b158015610e2b575f5ffd5b505af1158015610e3d573d5f5f3e3d5ffd5b50505050505050505050565b5f5f8383604051610e5b92919061227f565b60405190819003902090505f5b8560600151811015610f28578186604001518281518110610e8b57610e8b6120a1565b60200260200101515f01518051906020012003610f205760608601805190610eb28261237a565b905250805b8660600151811015610f14576040870151610ed382600161238f565b81518110610ee357610ee36120a1565b602002602001015187604001518281518110610f0157610f016120a1565b6020908102919091010152600101610eb7565b50600192505050610f2e565b600101610e68565b505f9150505b9392505050565b5f610f4882604001518360600151610fec565b9050611000811115610f7857604051630d53c94560e21b81526004810182905261100060248201526044016103ce565b805f03610f9f5790515f90815260016020526040902080546001600160a01b031916905590565b610fb9610fb48360400151846060015161157d565b61166e565b82515f90815260016020526040902080546001600160a01b0319166001600160a01b03929092169190911790555b919050565b5f805b8281101561105e57838181518110611009576110096120a1565b60200260200101516020015151848281518110611028576110286120a1565b60200260200101515f0151516004611040919061238f565b61104a919061238f565b611054908361238f565b9150600101610fef565b5092915050565b5f5f5f9054906101000a90046001600160a01b03166001600160a01b03166395bf75fd6040518163ffffffff1660e01b81526004016101a060405180830381865afa1580156110b6573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906110da91906123e8565b6060015167ffffffffffffffff1661040060016110f7828661238f565b61110191906124e3565b61110b91906124f6565b6104ef9190612515565b61113f60405180608001604052805f81526020015f15158152602001606081526020015f81525090565b61114a83835f610a40565b905080606001515f036104ef5780602001511561118057805160405163786a0f4b60e01b815260048101919091526024016103ce565b805160405163be4a1c7160e01b815260048101919091526024016103ce565b5f807ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a006104ef565b6111cf611709565b6108ca8161172e565b306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148061127157507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166112657f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc546001600160a01b031690565b6001600160a01b031614155b1561128f5760405163703e46dd60e11b815260040160405180910390fd5b565b6108ca61154b565b816001600160a01b03166352d1902d6040518163ffffffff1660e01b8152600401602060405180830381865afa9250505080156112f3575060408051601f3d908101601f191682019092526112f09181019061252c565b60015b61131b57604051634c9c8ce360e01b81526001600160a01b03831660048201526024016103ce565b7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc811461135e57604051632a87526960e21b8152600481018290526024016103ce565b611368838361175f565b505050565b306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161461128f5760405163703e46dd60e11b815260040160405180910390fd5b7f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c0080546001600160a01b03191681556107c7826117b4565b5f8082810361146a575f54604051633f9aa6a360e21b81526004810186905285916001600160a01b03169063fe6a9a8c90602401602060405180830381865afa15801561143d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906114619190612543565b915091506114f0565b5f8054604051632c71e68560e01b815260048101879052602481018690526001600160a01b0390911690632c71e6859060440161012060405180830381865afa1580156114b9573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906114dd9190612578565b9050806020015181610100015192509250505b9250929050565b5f82815260016020526040812054606091906001600160a01b031661153f81156115295761152482611824565b611539565b60405180602001604052805f8152505b8561184f565b92509250509250929050565b33611554610927565b6001600160a01b03161461128f5760405163118cdaa760e01b81523360048201526024016103ce565b60606115898383610fec565b67ffffffffffffffff8111156115a1576115a1611e7e565b6040519080825280601f01601f1916602001820160405280156115cb576020820181803683370190505b5090505f805b8381101561098b575f8582815181106115ec576115ec6120a1565b60200260200101515f015190505f86838151811061160c5761160c6120a1565b60200260200101516020015190505f8251825184846040516020016116349493929190612638565b60405160208183030381529060405290508051602082018660208901015e805161165e908661238f565b94505050508060010190506115d1565b5f615fff825111156116a157815160405163d069b8e160e01b81526004810191909152615fff60248201526044016103ce565b5f826040516020016116b3919061268c565b60405160208183030381529060405290508051602082015ff091506001600160a01b03821661170357825160405163d069b8e160e01b81526004810191909152615fff60248201526044016103ce565b50919050565b6117116119ef565b61128f57604051631afcd79f60e31b815260040160405180910390fd5b611736611709565b6001600160a01b0381166108c157604051631e4fbdf760e01b81525f60048201526024016103ce565b61176882611a0d565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a28051156117ac576113688282611a83565b6107c7611b1c565b7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c19930080546001600160a01b031981166001600160a01b03848116918217845560405192169182907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3505050565b60606001823b036040519150601f19603f820116820160405280825280600160208401853c50919050565b60605f805b84518110156118af5781611867816122cb565b925061187f90508561187a83600261238f565b611b3b565b6118898683611b3b565b61189490600461238f565b61189e919061238f565b6118a8908261238f565b9050611854565b506118ba838261238f565b67ffffffffffffffff8111156118d2576118d2611e7e565b60405190808252806020026020018201604052801561191757816020015b60408051808201909152606080825260208201528152602001906001900390816118f05790505b5091505f805b828110156119e6575f6119308784611b3b565b90505f6119428861187a86600261238f565b90506119598861195386600461238f565b84611b90565b86848151811061196b5761196b6120a1565b602090810291909101015152611997888361198787600461238f565b611991919061238f565b83611b90565b8684815181106119a9576119a96120a1565b6020908102919091018101510152806119c383600461238f565b6119cd919061238f565b6119d7908561238f565b9350505080600101905061191d565b50509250929050565b5f6119f861119f565b5468010000000000000000900460ff16919050565b806001600160a01b03163b5f03611a4257604051634c9c8ce360e01b81526001600160a01b03821660048201526024016103ce565b7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc80546001600160a01b0319166001600160a01b0392909216919091179055565b60605f611a908484611beb565b9050808015611ab157505f3d1180611ab157505f846001600160a01b03163b115b15611ac657611abe611bfe565b9150506104ef565b8015611af057604051639996b31560e01b81526001600160a01b03851660048201526024016103ce565b3d15611b0357611afe611c17565b61105e565b60405163d6bda27560e01b815260040160405180910390fd5b341561128f5760405163b398979f60e01b815260040160405180910390fd5b5f82611b4883600161238f565b81518110611b5857611b586120a1565b602001015160f81c60f81b60f81c60ff166008848481518110611b7d57611b7d6120a1565b016020015160f81c901b17905092915050565b60608167ffffffffffffffff811115611bab57611bab611e7e565b6040519080825280601f01601f191660200182016040528015611bd5576020820181803683370190505b50905081836020860101602083015e9392505050565b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b5f5f83601f840112611c32575f5ffd5b50813567ffffffffffffffff811115611c49575f5ffd5b6020830191508360208260051b85010111156114f0575f5ffd5b5f5f5f5f5f5f868803610100811215611c7a575f5ffd5b8735965060208801359550604088013567ffffffffffffffff811115611c9e575f5ffd5b611caa8a828b01611c22565b909650945050606088013592506080607f1982011215611cc8575f5ffd5b506080870190509295509295509295565b5f5f5f5f60608587031215611cec575f5ffd5b8435935060208501359250604085013567ffffffffffffffff811115611d10575f5ffd5b611d1c87828801611c22565b95989497509550505050565b5f5f60208385031215611d39575f5ffd5b823567ffffffffffffffff811115611d4f575f5ffd5b611d5b85828601611c22565b90969095509350505050565b5f5f5f5f60608587031215611d7a575f5ffd5b8435935060208501359250604085013567ffffffffffffffff811115611d9e575f5ffd5b8501601f81018713611dae575f5ffd5b803567ffffffffffffffff811115611dc4575f5ffd5b876020828401011115611dd5575f5ffd5b949793965060200194505050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b8215158152604060208201525f611e2b6040830184611de3565b949350505050565b6001600160a01b03811681146108ca575f5ffd5b5f5f60408385031215611e58575f5ffd5b8235611e6381611e33565b91506020830135611e7381611e33565b809150509250929050565b634e487b7160e01b5f52604160045260245ffd5b6040516101a0810167ffffffffffffffff81118282101715611eb657611eb6611e7e565b60405290565b604051610120810167ffffffffffffffff81118282101715611eb657611eb6611e7e565b604051601f8201601f1916810167ffffffffffffffff81118282101715611f0957611f09611e7e565b604052919050565b5f5f67ffffffffffffffff841115611f2b57611f2b611e7e565b50601f8301601f1916602001611f4081611ee0565b915050828152838383011115611f54575f5ffd5b828260208301375f602084830101529392505050565b5f5f60408385031215611f7b575f5ffd5b8235611f8681611e33565b9150602083013567ffffffffffffffff811115611fa1575f5ffd5b8301601f81018513611fb1575f5ffd5b611fc085823560208401611f11565b9150509250929050565b5f5f60408385031215611fdb575f5ffd5b50508035926020909101359150565b5f602082016020835280845180835260408501915060408160051b8601019250602086015f5b8281101561206857603f1987860301845281518051604087526120366040880182611de3565b90506020820151915086810360208801526120518183611de3565b965050506020938401939190910190600101612010565b50929695505050505050565b602081525f6104ec6020830184611de3565b5f60208284031215612096575f5ffd5b8135610f2e81611e33565b634e487b7160e01b5f52603260045260245ffd5b5f5f8335601e198436030181126120ca575f5ffd5b83018035915067ffffffffffffffff8211156120e4575f5ffd5b6020019150368190038213156114f0575f5ffd5b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b602081525f611e2b6020830184866120f8565b5f82601f830112612142575f5ffd5b6104ec83833560208501611f11565b5f60408284031215612161575f5ffd5b6040805190810167ffffffffffffffff8111828210171561218457612184611e7e565b604052905080823567ffffffffffffffff8111156121a0575f5ffd5b6121ac85828601612133565b825250602083013567ffffffffffffffff8111156121c8575f5ffd5b6121d485828601612133565b6020830152505092915050565b5f67ffffffffffffffff8311156121fa576121fa611e7e565b8260051b61220a60208201611ee0565b84815290830190602081019036831115612222575f5ffd5b845b8381101561098757803567ffffffffffffffff811115612242575f5ffd5b61224e36828901612151565b84525060209283019201612224565b838152604060208201525f6122766040830184866120f8565b95945050505050565b818382375f9101908152919050565b5f8235603e198336030181126122a2575f5ffd5b9190910192915050565b5f6104ef3683612151565b634e487b7160e01b5f52601160045260245ffd5b5f600182016122dc576122dc6122b7565b5060010190565b604081525f6122f66040830186886120f8565b82810360208401526123098185876120f8565b979650505050505050565b60ff811681146108ca575f5ffd5b6001600160a01b03851681526020808201859052604082018490528235606083015260e082019083013561235581612314565b60ff166080830152604083013560a083015260609092013560c0909101529392505050565b5f81612388576123886122b7565b505f190190565b808201808211156104ef576104ef6122b7565b805163ffffffff81168114610fe7575f5ffd5b805161ffff81168114610fe7575f5ffd5b805167ffffffffffffffff81168114610fe7575f5ffd5b8051610fe781611e33565b5f6101a08284031280156123fa575f5ffd5b50612403611e92565b61240c836123a2565b815261241a602084016123b5565b602082015261242b604084016123c6565b604082015261243c606084016123c6565b606082015261244d608084016123c6565b608082015261245e60a084016123c6565b60a082015261246f60c084016123a2565b60c082015261248060e084016123c6565b60e082015261249261010084016123c6565b6101008201526124a561012084016123b5565b61012082015261014083810151908201526124c361016084016123dd565b6101608201526124d661018084016123dd565b6101808201529392505050565b818103818111156104ef576104ef6122b7565b5f8261251057634e487b7160e01b5f52601260045260245ffd5b500490565b80820281158282048414176104ef576104ef6122b7565b5f6020828403121561253c575f5ffd5b5051919050565b5f60208284031215612553575f5ffd5b8151610f2e81611e33565b8051610fe781612314565b80518015158114610fe7575f5ffd5b5f61012082840312801561258a575f5ffd5b50612593611ebc565b82518152602080840151908201526125ad604084016123c6565b60408201526125be6060840161255e565b60608201526125cf60808401612569565b60808201526125e060a084016123a2565b60a08201526125f160c084016123a2565b60c082015261260260e084016123a2565b60e082015261261461010084016123dd565b6101008201529392505050565b5f81518060208401855e5f93019283525090919050565b7fffff00000000000000000000000000000000000000000000000000000000000060f086811b8216835285901b1660028201525f61268261267c6004840186612621565b84612621565b9695505050505050565b7f600b5981380380925939f300000000000000000000000000000000000000000081525f6104ec600c83018461262156",
}

// Attributes is an auto generated Go binding around an Ethereum contract.
type Attributes struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Attributes) GetABI() abi.ABI {
	return c.abi
}

// NewAttributes creates a new instance of Attributes.
func NewAttributes() *Attributes {
	parsed, err := AttributesMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Attributes{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Attributes) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (attributes *Attributes) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := attributes.abi.Pack("UPGRADE_INTERFACE_VERSION")
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
func (attributes *Attributes) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return attributes.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (attributes *Attributes) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := attributes.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
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
func (attributes *Attributes) PackAcceptOwnership() []byte {
	enc, err := attributes.abi.Pack("acceptOwnership")
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
func (attributes *Attributes) TryPackAcceptOwnership() ([]byte, error) {
	return attributes.abi.Pack("acceptOwnership")
}

// PackAdd is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x037862ad.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function add(bytes32 id, bytes32 blobId, (string,string)[] pairs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns()
func (attributes *Attributes) PackAdd(id [32]byte, blobId [32]byte, pairs []IAttributesPair, maxPayment *big.Int, p IStoragePermit) []byte {
	enc, err := attributes.abi.Pack("add", id, blobId, pairs, maxPayment, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAdd is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x037862ad.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function add(bytes32 id, bytes32 blobId, (string,string)[] pairs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns()
func (attributes *Attributes) TryPackAdd(id [32]byte, blobId [32]byte, pairs []IAttributesPair, maxPayment *big.Int, p IStoragePermit) ([]byte, error) {
	return attributes.abi.Pack("add", id, blobId, pairs, maxPayment, p)
}

// PackAttributeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x39291505.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function attributeOf(bytes32 id, bytes32 blobId, string key) view returns(bool, string)
func (attributes *Attributes) PackAttributeOf(id [32]byte, blobId [32]byte, key string) []byte {
	enc, err := attributes.abi.Pack("attributeOf", id, blobId, key)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAttributeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x39291505.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function attributeOf(bytes32 id, bytes32 blobId, string key) view returns(bool, string)
func (attributes *Attributes) TryPackAttributeOf(id [32]byte, blobId [32]byte, key string) ([]byte, error) {
	return attributes.abi.Pack("attributeOf", id, blobId, key)
}

// AttributeOfOutput serves as a container for the return parameters of contract
// method AttributeOf.
type AttributeOfOutput struct {
	Arg0 bool
	Arg1 string
}

// UnpackAttributeOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x39291505.
//
// Solidity: function attributeOf(bytes32 id, bytes32 blobId, string key) view returns(bool, string)
func (attributes *Attributes) UnpackAttributeOf(data []byte) (AttributeOfOutput, error) {
	out, err := attributes.abi.Unpack("attributeOf", data)
	outstruct := new(AttributeOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new(bool)).(*bool)
	outstruct.Arg1 = *abi.ConvertType(out[1], new(string)).(*string)
	return *outstruct, nil
}

// PackAttributesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9194af48.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function attributesOf(bytes32 id, bytes32 blobId) view returns((string,string)[] pairs)
func (attributes *Attributes) PackAttributesOf(id [32]byte, blobId [32]byte) []byte {
	enc, err := attributes.abi.Pack("attributesOf", id, blobId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAttributesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9194af48.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function attributesOf(bytes32 id, bytes32 blobId) view returns((string,string)[] pairs)
func (attributes *Attributes) TryPackAttributesOf(id [32]byte, blobId [32]byte) ([]byte, error) {
	return attributes.abi.Pack("attributesOf", id, blobId)
}

// UnpackAttributesOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9194af48.
//
// Solidity: function attributesOf(bytes32 id, bytes32 blobId) view returns((string,string)[] pairs)
func (attributes *Attributes) UnpackAttributesOf(data []byte) ([]IAttributesPair, error) {
	out, err := attributes.abi.Unpack("attributesOf", data)
	if err != nil {
		return *new([]IAttributesPair), err
	}
	out0 := *abi.ConvertType(out[0], new([]IAttributesPair)).(*[]IAttributesPair)
	return out0, nil
}

// PackClear is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59945e00.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function clear(bytes32 id, bytes32 blobId) returns()
func (attributes *Attributes) PackClear(id [32]byte, blobId [32]byte) []byte {
	enc, err := attributes.abi.Pack("clear", id, blobId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClear is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59945e00.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function clear(bytes32 id, bytes32 blobId) returns()
func (attributes *Attributes) TryPackClear(id [32]byte, blobId [32]byte) ([]byte, error) {
	return attributes.abi.Pack("clear", id, blobId)
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x485cc955.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner, address store_) returns()
func (attributes *Attributes) PackInitialize(owner common.Address, store common.Address) []byte {
	enc, err := attributes.abi.Pack("initialize", owner, store)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x485cc955.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner, address store_) returns()
func (attributes *Attributes) TryPackInitialize(owner common.Address, store common.Address) ([]byte, error) {
	return attributes.abi.Pack("initialize", owner, store)
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (attributes *Attributes) PackOwner() []byte {
	enc, err := attributes.abi.Pack("owner")
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
func (attributes *Attributes) TryPackOwner() ([]byte, error) {
	return attributes.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (attributes *Attributes) UnpackOwner(data []byte) (common.Address, error) {
	out, err := attributes.abi.Unpack("owner", data)
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
func (attributes *Attributes) PackPendingOwner() []byte {
	enc, err := attributes.abi.Pack("pendingOwner")
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
func (attributes *Attributes) TryPackPendingOwner() ([]byte, error) {
	return attributes.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (attributes *Attributes) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := attributes.abi.Unpack("pendingOwner", data)
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
func (attributes *Attributes) PackProxiableUUID() []byte {
	enc, err := attributes.abi.Pack("proxiableUUID")
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
func (attributes *Attributes) TryPackProxiableUUID() ([]byte, error) {
	return attributes.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (attributes *Attributes) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := attributes.abi.Unpack("proxiableUUID", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackQuote is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2d5c6387.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function quote((string,string)[] pairs) view returns(uint256)
func (attributes *Attributes) PackQuote(pairs []IAttributesPair) []byte {
	enc, err := attributes.abi.Pack("quote", pairs)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackQuote is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2d5c6387.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function quote((string,string)[] pairs) view returns(uint256)
func (attributes *Attributes) TryPackQuote(pairs []IAttributesPair) ([]byte, error) {
	return attributes.abi.Pack("quote", pairs)
}

// UnpackQuote is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2d5c6387.
//
// Solidity: function quote((string,string)[] pairs) view returns(uint256)
func (attributes *Attributes) UnpackQuote(data []byte) (*big.Int, error) {
	out, err := attributes.abi.Unpack("quote", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRemove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2fa47104.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function remove(bytes32 id, bytes32 blobId, string[] keys) returns()
func (attributes *Attributes) PackRemove(id [32]byte, blobId [32]byte, keys []string) []byte {
	enc, err := attributes.abi.Pack("remove", id, blobId, keys)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRemove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2fa47104.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function remove(bytes32 id, bytes32 blobId, string[] keys) returns()
func (attributes *Attributes) TryPackRemove(id [32]byte, blobId [32]byte, keys []string) ([]byte, error) {
	return attributes.abi.Pack("remove", id, blobId, keys)
}

// PackRemoveIfExists is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x11a4ff85.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function removeIfExists(bytes32 id, bytes32 blobId, string[] keys) returns()
func (attributes *Attributes) PackRemoveIfExists(id [32]byte, blobId [32]byte, keys []string) []byte {
	enc, err := attributes.abi.Pack("removeIfExists", id, blobId, keys)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRemoveIfExists is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x11a4ff85.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function removeIfExists(bytes32 id, bytes32 blobId, string[] keys) returns()
func (attributes *Attributes) TryPackRemoveIfExists(id [32]byte, blobId [32]byte, keys []string) ([]byte, error) {
	return attributes.abi.Pack("removeIfExists", id, blobId, keys)
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() pure returns()
func (attributes *Attributes) PackRenounceOwnership() []byte {
	enc, err := attributes.abi.Pack("renounceOwnership")
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
func (attributes *Attributes) TryPackRenounceOwnership() ([]byte, error) {
	return attributes.abi.Pack("renounceOwnership")
}

// PackReplace is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x86e2bce4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function replace(bytes32 id, bytes32 blobId, (string,string)[] pairs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns()
func (attributes *Attributes) PackReplace(id [32]byte, blobId [32]byte, pairs []IAttributesPair, maxPayment *big.Int, p IStoragePermit) []byte {
	enc, err := attributes.abi.Pack("replace", id, blobId, pairs, maxPayment, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReplace is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x86e2bce4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function replace(bytes32 id, bytes32 blobId, (string,string)[] pairs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns()
func (attributes *Attributes) TryPackReplace(id [32]byte, blobId [32]byte, pairs []IAttributesPair, maxPayment *big.Int, p IStoragePermit) ([]byte, error) {
	return attributes.abi.Pack("replace", id, blobId, pairs, maxPayment, p)
}

// PackSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x733990dc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function set(bytes32 id, bytes32 blobId, (string,string)[] pairs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns()
func (attributes *Attributes) PackSet(id [32]byte, blobId [32]byte, pairs []IAttributesPair, maxPayment *big.Int, p IStoragePermit) []byte {
	enc, err := attributes.abi.Pack("set", id, blobId, pairs, maxPayment, p)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x733990dc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function set(bytes32 id, bytes32 blobId, (string,string)[] pairs, uint256 maxPayment, (uint256,uint8,bytes32,bytes32) p) returns()
func (attributes *Attributes) TryPackSet(id [32]byte, blobId [32]byte, pairs []IAttributesPair, maxPayment *big.Int, p IStoragePermit) ([]byte, error) {
	return attributes.abi.Pack("set", id, blobId, pairs, maxPayment, p)
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (attributes *Attributes) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := attributes.abi.Pack("transferOwnership", newOwner)
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
func (attributes *Attributes) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return attributes.abi.Pack("transferOwnership", newOwner)
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (attributes *Attributes) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := attributes.abi.Pack("upgradeToAndCall", newImplementation, data)
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
func (attributes *Attributes) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return attributes.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// AttributesAttributeRemoved represents a AttributeRemoved event raised by the Attributes contract.
type AttributesAttributeRemoved struct {
	Object [32]byte
	By     common.Address
	Key    string
	Raw    *types.Log // Blockchain specific contextual infos
}

const AttributesAttributeRemovedEventName = "AttributeRemoved"

// ContractEventName returns the user-defined event name.
func (AttributesAttributeRemoved) ContractEventName() string {
	return AttributesAttributeRemovedEventName
}

// UnpackAttributeRemovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event AttributeRemoved(bytes32 indexed object, address indexed by, string key)
func (attributes *Attributes) UnpackAttributeRemovedEvent(log *types.Log) (*AttributesAttributeRemoved, error) {
	event := "AttributeRemoved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != attributes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AttributesAttributeRemoved)
	if len(log.Data) > 0 {
		if err := attributes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range attributes.abi.Events[event].Inputs {
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

// AttributesAttributeSet represents a AttributeSet event raised by the Attributes contract.
type AttributesAttributeSet struct {
	Object [32]byte
	By     common.Address
	Key    string
	Value  string
	Raw    *types.Log // Blockchain specific contextual infos
}

const AttributesAttributeSetEventName = "AttributeSet"

// ContractEventName returns the user-defined event name.
func (AttributesAttributeSet) ContractEventName() string {
	return AttributesAttributeSetEventName
}

// UnpackAttributeSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event AttributeSet(bytes32 indexed object, address indexed by, string key, string value)
func (attributes *Attributes) UnpackAttributeSetEvent(log *types.Log) (*AttributesAttributeSet, error) {
	event := "AttributeSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != attributes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AttributesAttributeSet)
	if len(log.Data) > 0 {
		if err := attributes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range attributes.abi.Events[event].Inputs {
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

// AttributesAttributesCleared represents a AttributesCleared event raised by the Attributes contract.
type AttributesAttributesCleared struct {
	Object [32]byte
	By     common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const AttributesAttributesClearedEventName = "AttributesCleared"

// ContractEventName returns the user-defined event name.
func (AttributesAttributesCleared) ContractEventName() string {
	return AttributesAttributesClearedEventName
}

// UnpackAttributesClearedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event AttributesCleared(bytes32 indexed object, address indexed by)
func (attributes *Attributes) UnpackAttributesClearedEvent(log *types.Log) (*AttributesAttributesCleared, error) {
	event := "AttributesCleared"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != attributes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AttributesAttributesCleared)
	if len(log.Data) > 0 {
		if err := attributes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range attributes.abi.Events[event].Inputs {
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

// AttributesInitialized represents a Initialized event raised by the Attributes contract.
type AttributesInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const AttributesInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (AttributesInitialized) ContractEventName() string {
	return AttributesInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (attributes *Attributes) UnpackInitializedEvent(log *types.Log) (*AttributesInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != attributes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AttributesInitialized)
	if len(log.Data) > 0 {
		if err := attributes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range attributes.abi.Events[event].Inputs {
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

// AttributesOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the Attributes contract.
type AttributesOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const AttributesOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (AttributesOwnershipTransferStarted) ContractEventName() string {
	return AttributesOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (attributes *Attributes) UnpackOwnershipTransferStartedEvent(log *types.Log) (*AttributesOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != attributes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AttributesOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := attributes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range attributes.abi.Events[event].Inputs {
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

// AttributesOwnershipTransferred represents a OwnershipTransferred event raised by the Attributes contract.
type AttributesOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const AttributesOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (AttributesOwnershipTransferred) ContractEventName() string {
	return AttributesOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (attributes *Attributes) UnpackOwnershipTransferredEvent(log *types.Log) (*AttributesOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != attributes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AttributesOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := attributes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range attributes.abi.Events[event].Inputs {
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

// AttributesUpgraded represents a Upgraded event raised by the Attributes contract.
type AttributesUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const AttributesUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (AttributesUpgraded) ContractEventName() string {
	return AttributesUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (attributes *Attributes) UnpackUpgradedEvent(log *types.Log) (*AttributesUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != attributes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AttributesUpgraded)
	if len(log.Data) > 0 {
		if err := attributes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range attributes.abi.Events[event].Inputs {
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
func (attributes *Attributes) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], attributes.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return attributes.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["AttributeKeyLength"].ID.Bytes()[:4]) {
		return attributes.UnpackAttributeKeyLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["AttributeValueLength"].ID.Bytes()[:4]) {
		return attributes.UnpackAttributeValueLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["AttributesTooLong"].ID.Bytes()[:4]) {
		return attributes.UnpackAttributesTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["BlobDuplicateMetadata"].ID.Bytes()[:4]) {
		return attributes.UnpackBlobDuplicateMetadataError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["BlobMissingMetadata"].ID.Bytes()[:4]) {
		return attributes.UnpackBlobMissingMetadataError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["CodeTooLarge"].ID.Bytes()[:4]) {
		return attributes.UnpackCodeTooLargeError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return attributes.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return attributes.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return attributes.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return attributes.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["NoAttributesGiven"].ID.Bytes()[:4]) {
		return attributes.UnpackNoAttributesGivenError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return attributes.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return attributes.UnpackNotOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return attributes.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return attributes.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["OwnershipNotRenounceable"].ID.Bytes()[:4]) {
		return attributes.UnpackOwnershipNotRenounceableError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["StoragePoolDuplicateMetadata"].ID.Bytes()[:4]) {
		return attributes.UnpackStoragePoolDuplicateMetadataError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["StoragePoolMissingMetadata"].ID.Bytes()[:4]) {
		return attributes.UnpackStoragePoolMissingMetadataError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["TooManyAttributes"].ID.Bytes()[:4]) {
		return attributes.UnpackTooManyAttributesError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return attributes.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return attributes.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["UnknownAttribute"].ID.Bytes()[:4]) {
		return attributes.UnpackUnknownAttributeError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["UnknownObject"].ID.Bytes()[:4]) {
		return attributes.UnpackUnknownObjectError(raw[4:])
	}
	if bytes.Equal(raw[:4], attributes.abi.Errors["UnknownPooledBlob"].ID.Bytes()[:4]) {
		return attributes.UnpackUnknownPooledBlobError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// AttributesAddressEmptyCode represents a AddressEmptyCode error raised by the Attributes contract.
type AttributesAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func AttributesAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (attributes *Attributes) UnpackAddressEmptyCodeError(raw []byte) (*AttributesAddressEmptyCode, error) {
	out := new(AttributesAddressEmptyCode)
	if err := attributes.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesAttributeKeyLength represents a AttributeKeyLength error raised by the Attributes contract.
type AttributesAttributeKeyLength struct {
	Got *big.Int
	Max *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AttributeKeyLength(uint256 got, uint256 max)
func AttributesAttributeKeyLengthErrorID() common.Hash {
	return common.HexToHash("0xc67755337cace16ae4670de596f8bf20bf7554157f469ca9d2aaf77cf4c6b664")
}

// UnpackAttributeKeyLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AttributeKeyLength(uint256 got, uint256 max)
func (attributes *Attributes) UnpackAttributeKeyLengthError(raw []byte) (*AttributesAttributeKeyLength, error) {
	out := new(AttributesAttributeKeyLength)
	if err := attributes.abi.UnpackIntoInterface(out, "AttributeKeyLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesAttributeValueLength represents a AttributeValueLength error raised by the Attributes contract.
type AttributesAttributeValueLength struct {
	Got *big.Int
	Max *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AttributeValueLength(uint256 got, uint256 max)
func AttributesAttributeValueLengthErrorID() common.Hash {
	return common.HexToHash("0x3c6475dcc3a67010fbbc56ee9b60bd5207d82411c30386446c648e36fcba8ca7")
}

// UnpackAttributeValueLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AttributeValueLength(uint256 got, uint256 max)
func (attributes *Attributes) UnpackAttributeValueLengthError(raw []byte) (*AttributesAttributeValueLength, error) {
	out := new(AttributesAttributeValueLength)
	if err := attributes.abi.UnpackIntoInterface(out, "AttributeValueLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesAttributesTooLong represents a AttributesTooLong error raised by the Attributes contract.
type AttributesAttributesTooLong struct {
	Got *big.Int
	Max *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AttributesTooLong(uint256 got, uint256 max)
func AttributesAttributesTooLongErrorID() common.Hash {
	return common.HexToHash("0x354f2514141d599ec2de658a58d87d28c7a8f5bbfceeb6b8d1c1ceff135d850f")
}

// UnpackAttributesTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AttributesTooLong(uint256 got, uint256 max)
func (attributes *Attributes) UnpackAttributesTooLongError(raw []byte) (*AttributesAttributesTooLong, error) {
	out := new(AttributesAttributesTooLong)
	if err := attributes.abi.UnpackIntoInterface(out, "AttributesTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesBlobDuplicateMetadata represents a BlobDuplicateMetadata error raised by the Attributes contract.
type AttributesBlobDuplicateMetadata struct {
	Object [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlobDuplicateMetadata(bytes32 object)
func AttributesBlobDuplicateMetadataErrorID() common.Hash {
	return common.HexToHash("0xa2df1741c43f807126885afbd7769a92bbb3e7c4795982a110f9c85a5e24686f")
}

// UnpackBlobDuplicateMetadataError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlobDuplicateMetadata(bytes32 object)
func (attributes *Attributes) UnpackBlobDuplicateMetadataError(raw []byte) (*AttributesBlobDuplicateMetadata, error) {
	out := new(AttributesBlobDuplicateMetadata)
	if err := attributes.abi.UnpackIntoInterface(out, "BlobDuplicateMetadata", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesBlobMissingMetadata represents a BlobMissingMetadata error raised by the Attributes contract.
type AttributesBlobMissingMetadata struct {
	Object [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlobMissingMetadata(bytes32 object)
func AttributesBlobMissingMetadataErrorID() common.Hash {
	return common.HexToHash("0xbe4a1c71e567e7930a05f339cbb27cfd6ef52fdec3288b0d9b0b6538c7ba5b6b")
}

// UnpackBlobMissingMetadataError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlobMissingMetadata(bytes32 object)
func (attributes *Attributes) UnpackBlobMissingMetadataError(raw []byte) (*AttributesBlobMissingMetadata, error) {
	out := new(AttributesBlobMissingMetadata)
	if err := attributes.abi.UnpackIntoInterface(out, "BlobMissingMetadata", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesCodeTooLarge represents a CodeTooLarge error raised by the Attributes contract.
type AttributesCodeTooLarge struct {
	Got *big.Int
	Max *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CodeTooLarge(uint256 got, uint256 max)
func AttributesCodeTooLargeErrorID() common.Hash {
	return common.HexToHash("0xd069b8e18025c1c5f9c6121b6da9ff108df53acefb58fde300cf0bad8ff8d487")
}

// UnpackCodeTooLargeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CodeTooLarge(uint256 got, uint256 max)
func (attributes *Attributes) UnpackCodeTooLargeError(raw []byte) (*AttributesCodeTooLarge, error) {
	out := new(AttributesCodeTooLarge)
	if err := attributes.abi.UnpackIntoInterface(out, "CodeTooLarge", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the Attributes contract.
type AttributesERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func AttributesERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (attributes *Attributes) UnpackERC1967InvalidImplementationError(raw []byte) (*AttributesERC1967InvalidImplementation, error) {
	out := new(AttributesERC1967InvalidImplementation)
	if err := attributes.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesERC1967NonPayable represents a ERC1967NonPayable error raised by the Attributes contract.
type AttributesERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func AttributesERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (attributes *Attributes) UnpackERC1967NonPayableError(raw []byte) (*AttributesERC1967NonPayable, error) {
	out := new(AttributesERC1967NonPayable)
	if err := attributes.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesFailedCall represents a FailedCall error raised by the Attributes contract.
type AttributesFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func AttributesFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (attributes *Attributes) UnpackFailedCallError(raw []byte) (*AttributesFailedCall, error) {
	out := new(AttributesFailedCall)
	if err := attributes.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesInvalidInitialization represents a InvalidInitialization error raised by the Attributes contract.
type AttributesInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func AttributesInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (attributes *Attributes) UnpackInvalidInitializationError(raw []byte) (*AttributesInvalidInitialization, error) {
	out := new(AttributesInvalidInitialization)
	if err := attributes.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesNoAttributesGiven represents a NoAttributesGiven error raised by the Attributes contract.
type AttributesNoAttributesGiven struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoAttributesGiven()
func AttributesNoAttributesGivenErrorID() common.Hash {
	return common.HexToHash("0x89ce93bd9116d9581c60a51cac74676d3abb6d07cf3d1a96c93d176796966636")
}

// UnpackNoAttributesGivenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoAttributesGiven()
func (attributes *Attributes) UnpackNoAttributesGivenError(raw []byte) (*AttributesNoAttributesGiven, error) {
	out := new(AttributesNoAttributesGiven)
	if err := attributes.abi.UnpackIntoInterface(out, "NoAttributesGiven", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesNotInitializing represents a NotInitializing error raised by the Attributes contract.
type AttributesNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func AttributesNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (attributes *Attributes) UnpackNotInitializingError(raw []byte) (*AttributesNotInitializing, error) {
	out := new(AttributesNotInitializing)
	if err := attributes.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesNotOwner represents a NotOwner error raised by the Attributes contract.
type AttributesNotOwner struct {
	Object [32]byte
	Caller common.Address
	Owner  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner(bytes32 object, address caller, address owner)
func AttributesNotOwnerErrorID() common.Hash {
	return common.HexToHash("0xa3221ef2c10fd31b857d5da73c2f22f331075c0b93252074ff077d5eb4475e2f")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner(bytes32 object, address caller, address owner)
func (attributes *Attributes) UnpackNotOwnerError(raw []byte) (*AttributesNotOwner, error) {
	out := new(AttributesNotOwner)
	if err := attributes.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the Attributes contract.
type AttributesOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func AttributesOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (attributes *Attributes) UnpackOwnableInvalidOwnerError(raw []byte) (*AttributesOwnableInvalidOwner, error) {
	out := new(AttributesOwnableInvalidOwner)
	if err := attributes.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the Attributes contract.
type AttributesOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func AttributesOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (attributes *Attributes) UnpackOwnableUnauthorizedAccountError(raw []byte) (*AttributesOwnableUnauthorizedAccount, error) {
	out := new(AttributesOwnableUnauthorizedAccount)
	if err := attributes.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesOwnershipNotRenounceable represents a OwnershipNotRenounceable error raised by the Attributes contract.
type AttributesOwnershipNotRenounceable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnershipNotRenounceable()
func AttributesOwnershipNotRenounceableErrorID() common.Hash {
	return common.HexToHash("0x162a784670d9715f822bd46442ca5f62bb80332ad50a779aa5795da5cb6a7a45")
}

// UnpackOwnershipNotRenounceableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnershipNotRenounceable()
func (attributes *Attributes) UnpackOwnershipNotRenounceableError(raw []byte) (*AttributesOwnershipNotRenounceable, error) {
	out := new(AttributesOwnershipNotRenounceable)
	if err := attributes.abi.UnpackIntoInterface(out, "OwnershipNotRenounceable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesStoragePoolDuplicateMetadata represents a StoragePoolDuplicateMetadata error raised by the Attributes contract.
type AttributesStoragePoolDuplicateMetadata struct {
	Object [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StoragePoolDuplicateMetadata(bytes32 object)
func AttributesStoragePoolDuplicateMetadataErrorID() common.Hash {
	return common.HexToHash("0x68395f853591fd8ce50b3473b8fe4a446481d726ae27530988ed0151ca2876b8")
}

// UnpackStoragePoolDuplicateMetadataError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StoragePoolDuplicateMetadata(bytes32 object)
func (attributes *Attributes) UnpackStoragePoolDuplicateMetadataError(raw []byte) (*AttributesStoragePoolDuplicateMetadata, error) {
	out := new(AttributesStoragePoolDuplicateMetadata)
	if err := attributes.abi.UnpackIntoInterface(out, "StoragePoolDuplicateMetadata", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesStoragePoolMissingMetadata represents a StoragePoolMissingMetadata error raised by the Attributes contract.
type AttributesStoragePoolMissingMetadata struct {
	Object [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StoragePoolMissingMetadata(bytes32 object)
func AttributesStoragePoolMissingMetadataErrorID() common.Hash {
	return common.HexToHash("0x786a0f4b0e6bd8deedcd77096912e8221eb9aeaaab3c584dc81db734a01649c9")
}

// UnpackStoragePoolMissingMetadataError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StoragePoolMissingMetadata(bytes32 object)
func (attributes *Attributes) UnpackStoragePoolMissingMetadataError(raw []byte) (*AttributesStoragePoolMissingMetadata, error) {
	out := new(AttributesStoragePoolMissingMetadata)
	if err := attributes.abi.UnpackIntoInterface(out, "StoragePoolMissingMetadata", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesTooManyAttributes represents a TooManyAttributes error raised by the Attributes contract.
type AttributesTooManyAttributes struct {
	Got *big.Int
	Max *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooManyAttributes(uint256 got, uint256 max)
func AttributesTooManyAttributesErrorID() common.Hash {
	return common.HexToHash("0xd7ce981ccee4e94f665eda6a36bae2f3dab42477f9d278c5119ed1e948297cd7")
}

// UnpackTooManyAttributesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooManyAttributes(uint256 got, uint256 max)
func (attributes *Attributes) UnpackTooManyAttributesError(raw []byte) (*AttributesTooManyAttributes, error) {
	out := new(AttributesTooManyAttributes)
	if err := attributes.abi.UnpackIntoInterface(out, "TooManyAttributes", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the Attributes contract.
type AttributesUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func AttributesUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (attributes *Attributes) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*AttributesUUPSUnauthorizedCallContext, error) {
	out := new(AttributesUUPSUnauthorizedCallContext)
	if err := attributes.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the Attributes contract.
type AttributesUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func AttributesUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (attributes *Attributes) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*AttributesUUPSUnsupportedProxiableUUID, error) {
	out := new(AttributesUUPSUnsupportedProxiableUUID)
	if err := attributes.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesUnknownAttribute represents a UnknownAttribute error raised by the Attributes contract.
type AttributesUnknownAttribute struct {
	Object [32]byte
	Key    string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownAttribute(bytes32 object, string key)
func AttributesUnknownAttributeErrorID() common.Hash {
	return common.HexToHash("0x99b2935726b7bba5b73c373eff274ff07505ce2836f5f9f93199ac5b1112998e")
}

// UnpackUnknownAttributeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownAttribute(bytes32 object, string key)
func (attributes *Attributes) UnpackUnknownAttributeError(raw []byte) (*AttributesUnknownAttribute, error) {
	out := new(AttributesUnknownAttribute)
	if err := attributes.abi.UnpackIntoInterface(out, "UnknownAttribute", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesUnknownObject represents a UnknownObject error raised by the Attributes contract.
type AttributesUnknownObject struct {
	Object [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownObject(bytes32 object)
func AttributesUnknownObjectErrorID() common.Hash {
	return common.HexToHash("0xac7592d596f4137fcf8d45bc4d72b12d299008e9101f76e4aa0ddd9558b88599")
}

// UnpackUnknownObjectError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownObject(bytes32 object)
func (attributes *Attributes) UnpackUnknownObjectError(raw []byte) (*AttributesUnknownObject, error) {
	out := new(AttributesUnknownObject)
	if err := attributes.abi.UnpackIntoInterface(out, "UnknownObject", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AttributesUnknownPooledBlob represents a UnknownPooledBlob error raised by the Attributes contract.
type AttributesUnknownPooledBlob struct {
	Pool   [32]byte
	BlobId [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownPooledBlob(bytes32 pool, bytes32 blobId)
func AttributesUnknownPooledBlobErrorID() common.Hash {
	return common.HexToHash("0x80ecb144f51317556b97f26feb8dd983f036657c734802b04c8f8f02dba81211")
}

// UnpackUnknownPooledBlobError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownPooledBlob(bytes32 pool, bytes32 blobId)
func (attributes *Attributes) UnpackUnknownPooledBlobError(raw []byte) (*AttributesUnknownPooledBlob, error) {
	out := new(AttributesUnknownPooledBlob)
	if err := attributes.abi.UnpackIntoInterface(out, "UnknownPooledBlob", raw); err != nil {
		return nil, err
	}
	return out, nil
}
