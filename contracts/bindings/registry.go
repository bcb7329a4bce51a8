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

// RegistryMetaData contains all meta data concerning the Registry contract.
var RegistryMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"UPGRADE_INTERFACE_VERSION\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"deployedBlock\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"initialize\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"version_\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"networkId\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"part\",\"inputs\":[{\"name\":\"name\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"found\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"parts\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"},{\"name\":\"\",\"type\":\"address[]\",\"internalType\":\"address[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingOwner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"proxiableUUID\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"renounceOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"salt\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"setParts\",\"inputs\":[{\"name\":\"names_\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"},{\"name\":\"addresses_\",\"type\":\"address[]\",\"internalType\":\"address[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"transferOwnership\",\"inputs\":[{\"name\":\"newOwner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"upgradeToAndCall\",\"inputs\":[{\"name\":\"newImplementation\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"version\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Initialized\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferStarted\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferred\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PartSet\",\"inputs\":[{\"name\":\"name\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"part\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Upgraded\",\"inputs\":[{\"name\":\"implementation\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AddressEmptyCode\",\"inputs\":[{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC1967InvalidImplementation\",\"inputs\":[{\"name\":\"implementation\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC1967NonPayable\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FailedCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidInitialization\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"LengthMismatch\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"wanted\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NotInitializing\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OwnableInvalidOwner\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnableUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnershipNotRenounceable\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"UUPSUnauthorizedCallContext\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"UUPSUnsupportedProxiableUUID\",\"inputs\":[{\"name\":\"slot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"UnknownPart\",\"inputs\":[{\"name\":\"name\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}]",
	ID:  "Registry",
	Bin: "0x60a060405230608052348015610013575f5ffd5b5061001c610021565b6100d3565b7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00805468010000000000000000900460ff16156100715760405163f92ee8a960e01b815260040160405180910390fd5b80546001600160401b03908116146100d05780546001600160401b0319166001600160401b0390811782556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50565b60805161127e6100f95f395f8181610a7f01528181610aa80152610c14015261127e5ff3fe6080604052600436106100ef575f3560e01c806382ea7bfe11610087578063b47e9c7911610057578063b47e9c79146102bb578063bfa0b133146102dd578063e30c3978146102f2578063f2fde38b14610306575f5ffd5b806382ea7bfe146101fd5780638da5cb5b1461023e5780639025e64c14610252578063ad3cb1cc14610266575f5ffd5b806359444617116100c2578063594446171461017f578063715018a61461019e5780637281a039146101b257806379ba5097146101e9575f5ffd5b80633edd7efb146100f35780634f1ef2861461011457806352d1902d1461012757806354fd4d501461014e575b5f5ffd5b3480156100fe575f5ffd5b5061011261010d366004610f77565b610325565b005b610112610122366004610fd0565b610478565b348015610132575f5ffd5b5061013b610497565b6040519081526020015b60405180910390f35b348015610159575f5ffd5b5060025461016a9063ffffffff1681565b60405163ffffffff9091168152602001610145565b34801561018a575f5ffd5b506101126101993660046110dc565b6104c5565b3480156101a9575f5ffd5b506101126106db565b3480156101bd575f5ffd5b506101d16101cc366004611148565b6106f4565b6040516001600160a01b039091168152602001610145565b3480156101f4575f5ffd5b50610112610731565b348015610208575f5ffd5b5060025461022590640100000000900467ffffffffffffffff1681565b60405167ffffffffffffffff9091168152602001610145565b348015610249575f5ffd5b506101d1610779565b34801561025d575f5ffd5b5061013b5f5481565b348015610271575f5ffd5b506102ae6040518060400160405280600581526020017f352e302e3000000000000000000000000000000000000000000000000000000081525081565b604051610145919061115f565b3480156102c6575f5ffd5b506102cf6107ad565b604051610145929190611194565b3480156102e8575f5ffd5b5061013b60015481565b3480156102fd575f5ffd5b506101d16108d4565b348015610311575f5ffd5b5061011261032036600461121d565b6108fc565b5f61032e610981565b805490915060ff68010000000000000000820416159067ffffffffffffffff165f8115801561035a5750825b90505f8267ffffffffffffffff1660011480156103765750303b155b905081158015610384575080155b156103a25760405163f92ee8a960e01b815260040160405180910390fd5b845467ffffffffffffffff1916600117855583156103d657845468ff00000000000000001916680100000000000000001785555b6103df886109ab565b6103ea4630896109bc565b5f5560018790556002805467ffffffffffffffff4316640100000000026bffffffffffffffffffffffff1990911663ffffffff891617179055831561046e57845468ff000000000000000019168555604051600181527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b5050505050505050565b610480610a74565b61048982610b2d565b6104938282610b35565b5050565b5f6104a0610c09565b507f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc90565b6104cd610c52565b8281146104fc576040516355c5b3e360e11b815260048101829052602481018490526044015b60405180910390fd5b5f5b838110156106d4575f8383838181106105195761051961123d565b905060200201602081019061052e919061121d565b6001600160a01b0316036105715784848281811061054e5761054e61123d565b9050602002013560405163f7072a4b60e01b81526004016104f391815260200190565b5f6004818787858181106105875761058761123d565b602090810292909201358352508101919091526040015f20546001600160a01b0316036105e45760038585838181106105c2576105c261123d565b83546001810185555f9485526020948590209190940292909201359190920155505b8282828181106105f6576105f661123d565b905060200201602081019061060b919061121d565b60045f8787858181106106205761062061123d565b9050602002013581526020019081526020015f205f6101000a8154816001600160a01b0302191690836001600160a01b031602179055508282828181106106695761066961123d565b905060200201602081019061067e919061121d565b6001600160a01b03168585838181106106995761069961123d565b905060200201357f0c7102581e2bc4a47c04f7af9d9cacacc4a5fc6f9dfcf5eacdad45e011f1ea1160405160405180910390a36001016104fe565b5050505050565b604051630b153c2360e11b815260040160405180910390fd5b5f818152600460205260409020546001600160a01b03168061072c5760405163f7072a4b60e01b8152600481018390526024016104f3565b919050565b338061073b6108d4565b6001600160a01b03161461076d5760405163118cdaa760e01b81526001600160a01b03821660048201526024016104f3565b61077681610c84565b50565b5f807f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c1993005b546001600160a01b031692915050565b6060805f60038054905067ffffffffffffffff8111156107cf576107cf610fbc565b6040519080825280602002602001820160405280156107f8578160200160208202803683370190505b5090505f5b81518110156108775760045f6003838154811061081c5761081c61123d565b905f5260205f20015481526020019081526020015f205f9054906101000a90046001600160a01b03168282815181106108575761085761123d565b6001600160a01b03909216602092830291909101909101526001016107fd565b50600381818054806020026020016040519081016040528092919081815260200182805480156108c457602002820191905f5260205f20905b8154815260200190600101908083116108b0575b5050505050915092509250509091565b5f807f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c0061079d565b610904610c52565b7f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c0080546001600160a01b0319166001600160a01b0383169081178255610948610779565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a35050565b5f807ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a005b92915050565b6109b3610cbc565b61077681610ce1565b6040517f77616c7275732d6e6574776f726b2d76310000000000000000000000000000006020820152603181018490526bffffffffffffffffffffffff19606084901b166051820152606581018290525f9060029060850160408051601f1981840301815290829052610a2e91611251565b602060405180830381855afa158015610a49573d5f5f3e3d5ffd5b5050506040513d601f19601f82011682018060405250810190610a6c9190611267565b949350505050565b306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480610b0d57507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316610b017f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc546001600160a01b031690565b6001600160a01b031614155b15610b2b5760405163703e46dd60e11b815260040160405180910390fd5b565b610776610c52565b816001600160a01b03166352d1902d6040518163ffffffff1660e01b8152600401602060405180830381865afa925050508015610b8f575060408051601f3d908101601f19168201909252610b8c91810190611267565b60015b610bb757604051634c9c8ce360e01b81526001600160a01b03831660048201526024016104f3565b7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc8114610bfa57604051632a87526960e21b8152600481018290526024016104f3565b610c048383610d12565b505050565b306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614610b2b5760405163703e46dd60e11b815260040160405180910390fd5b33610c5b610779565b6001600160a01b031614610b2b5760405163118cdaa760e01b81523360048201526024016104f3565b7f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c0080546001600160a01b031916815561049382610d67565b610cc4610dd7565b610b2b57604051631afcd79f60e31b815260040160405180910390fd5b610ce9610cbc565b6001600160a01b03811661076d57604051631e4fbdf760e01b81525f60048201526024016104f3565b610d1b82610df5565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a2805115610d5f57610c048282610e6b565b610493610f0b565b7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c19930080546001600160a01b031981166001600160a01b03848116918217845560405192169182907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3505050565b5f610de0610981565b5468010000000000000000900460ff16919050565b806001600160a01b03163b5f03610e2a57604051634c9c8ce360e01b81526001600160a01b03821660048201526024016104f3565b7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc80546001600160a01b0319166001600160a01b0392909216919091179055565b60605f610e788484610f2a565b9050808015610e9957505f3d1180610e9957505f846001600160a01b03163b115b15610eae57610ea6610f3d565b9150506109a5565b8015610ed857604051639996b31560e01b81526001600160a01b03851660048201526024016104f3565b3d15610eeb57610ee6610f56565b610f04565b60405163d6bda27560e01b815260040160405180910390fd5b5092915050565b3415610b2b5760405163b398979f60e01b815260040160405180910390fd5b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b80356001600160a01b038116811461072c575f5ffd5b5f5f5f60608486031215610f89575f5ffd5b610f9284610f61565b925060208401359150604084013563ffffffff81168114610fb1575f5ffd5b809150509250925092565b634e487b7160e01b5f52604160045260245ffd5b5f5f60408385031215610fe1575f5ffd5b610fea83610f61565b9150602083013567ffffffffffffffff811115611005575f5ffd5b8301601f81018513611015575f5ffd5b803567ffffffffffffffff81111561102f5761102f610fbc565b604051601f8201601f19908116603f0116810167ffffffffffffffff8111828210171561105e5761105e610fbc565b604052818152828201602001871015611075575f5ffd5b816020840160208301375f602083830101528093505050509250929050565b5f5f83601f8401126110a4575f5ffd5b50813567ffffffffffffffff8111156110bb575f5ffd5b6020830191508360208260051b85010111156110d5575f5ffd5b9250929050565b5f5f5f5f604085870312156110ef575f5ffd5b843567ffffffffffffffff811115611105575f5ffd5b61111187828801611094565b909550935050602085013567ffffffffffffffff811115611130575f5ffd5b61113c87828801611094565b95989497509550505050565b5f60208284031215611158575f5ffd5b5035919050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b604080825283519082018190525f9060208501906060840190835b818110156111cd5783518352602093840193909201916001016111af565b5050838103602080860191909152855180835291810192508501905f5b818110156112115782516001600160a01b03168452602093840193909201916001016111ea565b50919695505050505050565b5f6020828403121561122d575f5ffd5b61123682610f61565b9392505050565b634e487b7160e01b5f52603260045260245ffd5b5f82518060208501845e5f920191825250919050565b5f60208284031215611277575f5ffd5b505191905056",
}

// Registry is an auto generated Go binding around an Ethereum contract.
type Registry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Registry) GetABI() abi.ABI {
	return c.abi
}

// NewRegistry creates a new instance of Registry.
func NewRegistry() *Registry {
	parsed, err := RegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Registry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Registry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (registry *Registry) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := registry.abi.Pack("UPGRADE_INTERFACE_VERSION")
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
func (registry *Registry) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return registry.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (registry *Registry) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := registry.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
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
func (registry *Registry) PackAcceptOwnership() []byte {
	enc, err := registry.abi.Pack("acceptOwnership")
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
func (registry *Registry) TryPackAcceptOwnership() ([]byte, error) {
	return registry.abi.Pack("acceptOwnership")
}

// PackDeployedBlock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x82ea7bfe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deployedBlock() view returns(uint64)
func (registry *Registry) PackDeployedBlock() []byte {
	enc, err := registry.abi.Pack("deployedBlock")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeployedBlock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x82ea7bfe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deployedBlock() view returns(uint64)
func (registry *Registry) TryPackDeployedBlock() ([]byte, error) {
	return registry.abi.Pack("deployedBlock")
}

// UnpackDeployedBlock is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x82ea7bfe.
//
// Solidity: function deployedBlock() view returns(uint64)
func (registry *Registry) UnpackDeployedBlock(data []byte) (uint64, error) {
	out, err := registry.abi.Unpack("deployedBlock", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3edd7efb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner, bytes32 salt_, uint32 version_) returns()
func (registry *Registry) PackInitialize(owner common.Address, salt [32]byte, version uint32) []byte {
	enc, err := registry.abi.Pack("initialize", owner, salt, version)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3edd7efb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner, bytes32 salt_, uint32 version_) returns()
func (registry *Registry) TryPackInitialize(owner common.Address, salt [32]byte, version uint32) ([]byte, error) {
	return registry.abi.Pack("initialize", owner, salt, version)
}

// PackNetworkId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9025e64c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function networkId() view returns(bytes32)
func (registry *Registry) PackNetworkId() []byte {
	enc, err := registry.abi.Pack("networkId")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNetworkId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9025e64c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function networkId() view returns(bytes32)
func (registry *Registry) TryPackNetworkId() ([]byte, error) {
	return registry.abi.Pack("networkId")
}

// UnpackNetworkId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9025e64c.
//
// Solidity: function networkId() view returns(bytes32)
func (registry *Registry) UnpackNetworkId(data []byte) ([32]byte, error) {
	out, err := registry.abi.Unpack("networkId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (registry *Registry) PackOwner() []byte {
	enc, err := registry.abi.Pack("owner")
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
func (registry *Registry) TryPackOwner() ([]byte, error) {
	return registry.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (registry *Registry) UnpackOwner(data []byte) (common.Address, error) {
	out, err := registry.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPart is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7281a039.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function part(bytes32 name) view returns(address found)
func (registry *Registry) PackPart(name [32]byte) []byte {
	enc, err := registry.abi.Pack("part", name)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPart is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7281a039.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function part(bytes32 name) view returns(address found)
func (registry *Registry) TryPackPart(name [32]byte) ([]byte, error) {
	return registry.abi.Pack("part", name)
}

// UnpackPart is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7281a039.
//
// Solidity: function part(bytes32 name) view returns(address found)
func (registry *Registry) UnpackPart(data []byte) (common.Address, error) {
	out, err := registry.abi.Unpack("part", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackParts is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb47e9c79.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function parts() view returns(bytes32[], address[])
func (registry *Registry) PackParts() []byte {
	enc, err := registry.abi.Pack("parts")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackParts is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb47e9c79.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function parts() view returns(bytes32[], address[])
func (registry *Registry) TryPackParts() ([]byte, error) {
	return registry.abi.Pack("parts")
}

// PartsOutput serves as a container for the return parameters of contract
// method Parts.
type PartsOutput struct {
	Arg0 [][32]byte
	Arg1 []common.Address
}

// UnpackParts is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb47e9c79.
//
// Solidity: function parts() view returns(bytes32[], address[])
func (registry *Registry) UnpackParts(data []byte) (PartsOutput, error) {
	out, err := registry.abi.Unpack("parts", data)
	outstruct := new(PartsOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new([][32]byte)).(*[][32]byte)
	outstruct.Arg1 = *abi.ConvertType(out[1], new([]common.Address)).(*[]common.Address)
	return *outstruct, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (registry *Registry) PackPendingOwner() []byte {
	enc, err := registry.abi.Pack("pendingOwner")
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
func (registry *Registry) TryPackPendingOwner() ([]byte, error) {
	return registry.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (registry *Registry) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := registry.abi.Unpack("pendingOwner", data)
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
func (registry *Registry) PackProxiableUUID() []byte {
	enc, err := registry.abi.Pack("proxiableUUID")
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
func (registry *Registry) TryPackProxiableUUID() ([]byte, error) {
	return registry.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (registry *Registry) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := registry.abi.Unpack("proxiableUUID", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() pure returns()
func (registry *Registry) PackRenounceOwnership() []byte {
	enc, err := registry.abi.Pack("renounceOwnership")
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
func (registry *Registry) TryPackRenounceOwnership() ([]byte, error) {
	return registry.abi.Pack("renounceOwnership")
}

// PackSalt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbfa0b133.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function salt() view returns(bytes32)
func (registry *Registry) PackSalt() []byte {
	enc, err := registry.abi.Pack("salt")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSalt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbfa0b133.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function salt() view returns(bytes32)
func (registry *Registry) TryPackSalt() ([]byte, error) {
	return registry.abi.Pack("salt")
}

// UnpackSalt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbfa0b133.
//
// Solidity: function salt() view returns(bytes32)
func (registry *Registry) UnpackSalt(data []byte) ([32]byte, error) {
	out, err := registry.abi.Unpack("salt", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSetParts is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59444617.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setParts(bytes32[] names_, address[] addresses_) returns()
func (registry *Registry) PackSetParts(names [][32]byte, addresses []common.Address) []byte {
	enc, err := registry.abi.Pack("setParts", names, addresses)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetParts is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59444617.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setParts(bytes32[] names_, address[] addresses_) returns()
func (registry *Registry) TryPackSetParts(names [][32]byte, addresses []common.Address) ([]byte, error) {
	return registry.abi.Pack("setParts", names, addresses)
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (registry *Registry) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := registry.abi.Pack("transferOwnership", newOwner)
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
func (registry *Registry) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return registry.abi.Pack("transferOwnership", newOwner)
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (registry *Registry) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := registry.abi.Pack("upgradeToAndCall", newImplementation, data)
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
func (registry *Registry) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return registry.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// PackVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x54fd4d50.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function version() view returns(uint32)
func (registry *Registry) PackVersion() []byte {
	enc, err := registry.abi.Pack("version")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x54fd4d50.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function version() view returns(uint32)
func (registry *Registry) TryPackVersion() ([]byte, error) {
	return registry.abi.Pack("version")
}

// UnpackVersion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x54fd4d50.
//
// Solidity: function version() view returns(uint32)
func (registry *Registry) UnpackVersion(data []byte) (uint32, error) {
	out, err := registry.abi.Unpack("version", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// RegistryInitialized represents a Initialized event raised by the Registry contract.
type RegistryInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const RegistryInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (RegistryInitialized) ContractEventName() string {
	return RegistryInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (registry *Registry) UnpackInitializedEvent(log *types.Log) (*RegistryInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryInitialized)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the Registry contract.
type RegistryOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const RegistryOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (RegistryOwnershipTransferStarted) ContractEventName() string {
	return RegistryOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (registry *Registry) UnpackOwnershipTransferStartedEvent(log *types.Log) (*RegistryOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryOwnershipTransferred represents a OwnershipTransferred event raised by the Registry contract.
type RegistryOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const RegistryOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (RegistryOwnershipTransferred) ContractEventName() string {
	return RegistryOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (registry *Registry) UnpackOwnershipTransferredEvent(log *types.Log) (*RegistryOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryPartSet represents a PartSet event raised by the Registry contract.
type RegistryPartSet struct {
	Name [32]byte
	Part common.Address
	Raw  *types.Log // Blockchain specific contextual infos
}

const RegistryPartSetEventName = "PartSet"

// ContractEventName returns the user-defined event name.
func (RegistryPartSet) ContractEventName() string {
	return RegistryPartSetEventName
}

// UnpackPartSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PartSet(bytes32 indexed name, address indexed part)
func (registry *Registry) UnpackPartSetEvent(log *types.Log) (*RegistryPartSet, error) {
	event := "PartSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryPartSet)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryUpgraded represents a Upgraded event raised by the Registry contract.
type RegistryUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const RegistryUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (RegistryUpgraded) ContractEventName() string {
	return RegistryUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (registry *Registry) UnpackUpgradedEvent(log *types.Log) (*RegistryUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryUpgraded)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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
func (registry *Registry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], registry.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return registry.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return registry.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return registry.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return registry.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return registry.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["LengthMismatch"].ID.Bytes()[:4]) {
		return registry.UnpackLengthMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return registry.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return registry.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return registry.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["OwnershipNotRenounceable"].ID.Bytes()[:4]) {
		return registry.UnpackOwnershipNotRenounceableError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return registry.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return registry.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["UnknownPart"].ID.Bytes()[:4]) {
		return registry.UnpackUnknownPartError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// RegistryAddressEmptyCode represents a AddressEmptyCode error raised by the Registry contract.
type RegistryAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func RegistryAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (registry *Registry) UnpackAddressEmptyCodeError(raw []byte) (*RegistryAddressEmptyCode, error) {
	out := new(RegistryAddressEmptyCode)
	if err := registry.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the Registry contract.
type RegistryERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func RegistryERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (registry *Registry) UnpackERC1967InvalidImplementationError(raw []byte) (*RegistryERC1967InvalidImplementation, error) {
	out := new(RegistryERC1967InvalidImplementation)
	if err := registry.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryERC1967NonPayable represents a ERC1967NonPayable error raised by the Registry contract.
type RegistryERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func RegistryERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (registry *Registry) UnpackERC1967NonPayableError(raw []byte) (*RegistryERC1967NonPayable, error) {
	out := new(RegistryERC1967NonPayable)
	if err := registry.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryFailedCall represents a FailedCall error raised by the Registry contract.
type RegistryFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func RegistryFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (registry *Registry) UnpackFailedCallError(raw []byte) (*RegistryFailedCall, error) {
	out := new(RegistryFailedCall)
	if err := registry.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryInvalidInitialization represents a InvalidInitialization error raised by the Registry contract.
type RegistryInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func RegistryInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (registry *Registry) UnpackInvalidInitializationError(raw []byte) (*RegistryInvalidInitialization, error) {
	out := new(RegistryInvalidInitialization)
	if err := registry.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryLengthMismatch represents a LengthMismatch error raised by the Registry contract.
type RegistryLengthMismatch struct {
	Got    *big.Int
	Wanted *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LengthMismatch(uint256 got, uint256 wanted)
func RegistryLengthMismatchErrorID() common.Hash {
	return common.HexToHash("0xab8b67c6893c59617ef3ba4b4b942e9791f2572db2fdb32028356532f3b7396a")
}

// UnpackLengthMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LengthMismatch(uint256 got, uint256 wanted)
func (registry *Registry) UnpackLengthMismatchError(raw []byte) (*RegistryLengthMismatch, error) {
	out := new(RegistryLengthMismatch)
	if err := registry.abi.UnpackIntoInterface(out, "LengthMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryNotInitializing represents a NotInitializing error raised by the Registry contract.
type RegistryNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func RegistryNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (registry *Registry) UnpackNotInitializingError(raw []byte) (*RegistryNotInitializing, error) {
	out := new(RegistryNotInitializing)
	if err := registry.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the Registry contract.
type RegistryOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func RegistryOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (registry *Registry) UnpackOwnableInvalidOwnerError(raw []byte) (*RegistryOwnableInvalidOwner, error) {
	out := new(RegistryOwnableInvalidOwner)
	if err := registry.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the Registry contract.
type RegistryOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func RegistryOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (registry *Registry) UnpackOwnableUnauthorizedAccountError(raw []byte) (*RegistryOwnableUnauthorizedAccount, error) {
	out := new(RegistryOwnableUnauthorizedAccount)
	if err := registry.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryOwnershipNotRenounceable represents a OwnershipNotRenounceable error raised by the Registry contract.
type RegistryOwnershipNotRenounceable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnershipNotRenounceable()
func RegistryOwnershipNotRenounceableErrorID() common.Hash {
	return common.HexToHash("0x162a784670d9715f822bd46442ca5f62bb80332ad50a779aa5795da5cb6a7a45")
}

// UnpackOwnershipNotRenounceableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnershipNotRenounceable()
func (registry *Registry) UnpackOwnershipNotRenounceableError(raw []byte) (*RegistryOwnershipNotRenounceable, error) {
	out := new(RegistryOwnershipNotRenounceable)
	if err := registry.abi.UnpackIntoInterface(out, "OwnershipNotRenounceable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the Registry contract.
type RegistryUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func RegistryUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (registry *Registry) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*RegistryUUPSUnauthorizedCallContext, error) {
	out := new(RegistryUUPSUnauthorizedCallContext)
	if err := registry.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the Registry contract.
type RegistryUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func RegistryUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (registry *Registry) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*RegistryUUPSUnsupportedProxiableUUID, error) {
	out := new(RegistryUUPSUnsupportedProxiableUUID)
	if err := registry.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryUnknownPart represents a UnknownPart error raised by the Registry contract.
type RegistryUnknownPart struct {
	Name [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownPart(bytes32 name)
func RegistryUnknownPartErrorID() common.Hash {
	return common.HexToHash("0xf7072a4b78d6bc0c5ae0a6052ae7f8253e1af96433d76b7504ca3bb40098d7d8")
}

// UnpackUnknownPartError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownPart(bytes32 name)
func (registry *Registry) UnpackUnknownPartError(raw []byte) (*RegistryUnknownPart, error) {
	out := new(RegistryUnknownPart)
	if err := registry.abi.UnpackIntoInterface(out, "UnknownPart", raw); err != nil {
		return nil, err
	}
	return out, nil
}
