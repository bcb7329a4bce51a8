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

// CallbacksMetaData contains all meta data concerning the Callbacks contract.
var CallbacksMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"UPGRADE_INTERFACE_VERSION\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"deliver\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"deliverPooled\",\"inputs\":[{\"name\":\"pool\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"due\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"enumICallbacks.Due\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"duePooled\",\"inputs\":[{\"name\":\"pool\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"enumICallbacks.Due\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"initialize\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"store_\",\"type\":\"address\",\"internalType\":\"contractIStorage\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingOwner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"proxiableUUID\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"renounceOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"subscribe\",\"inputs\":[{\"name\":\"gasLimit\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"lead\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"subscription\",\"inputs\":[{\"name\":\"receiver\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transferOwnership\",\"inputs\":[{\"name\":\"newOwner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"upgradeToAndCall\",\"inputs\":[{\"name\":\"newImplementation\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"event\",\"name\":\"Delivered\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"receiver\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"what\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"enumICallbacks.Due\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DeliveryFailed\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"receiver\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"what\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"enumICallbacks.Due\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Initialized\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferStarted\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferred\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Subscribed\",\"inputs\":[{\"name\":\"receiver\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"gasLimit\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"lead\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Upgraded\",\"inputs\":[{\"name\":\"implementation\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AddressEmptyCode\",\"inputs\":[{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC1967InvalidImplementation\",\"inputs\":[{\"name\":\"implementation\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC1967NonPayable\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FailedCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"GasLimitTooHigh\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"max\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"InvalidInitialization\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotEnoughGas\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"wanted\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NotInitializing\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NothingDue\",\"inputs\":[{\"name\":\"object\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"OwnableInvalidOwner\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnableUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnershipNotRenounceable\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ReentrancyGuardReentrantCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"UUPSUnauthorizedCallContext\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"UUPSUnsupportedProxiableUUID\",\"inputs\":[{\"name\":\"slot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}]",
	ID:  "Callbacks",
	Bin: "0x60a060405230608052348015610013575f5ffd5b5061001c610021565b6100d3565b7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00805468010000000000000000900460ff16156100715760405163f92ee8a960e01b815260040160405180910390fd5b80546001600160401b03908116146100d05780546001600160401b0319166001600160401b0390811782556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50565b608051611b416100f95f395f8181610cb201528181610cdb0152610e450152611b415ff3fe6080604052600436106100e4575f3560e01c80638da5cb5b11610087578063e30c397811610057578063e30c3978146102cb578063e6d6da69146102df578063f2fde38b146102fe578063fa4cc8241461031d575f5ffd5b80638da5cb5b146101fe578063a05fedcb1461022a578063ad3cb1cc14610249578063db31ccca1461029e575f5ffd5b80634f1ef286116100c25780634f1ef286146101a157806352d1902d146101b4578063715018a6146101d657806379ba5097146101ea575f5ffd5b80630fa566fa146100e8578063485cc9551461011c5780634ef47cf11461013d575b5f5ffd5b3480156100f3575f5ffd5b506101076101023660046114ec565b61033c565b60405190151581526020015b60405180910390f35b348015610127575f5ffd5b5061013b610136366004611517565b610365565b005b348015610148575f5ffd5b5061018461015736600461154e565b6001600160a01b03165f9081526001602052604090205463ffffffff808216926401000000009092041690565b6040805163ffffffff938416815292909116602083015201610113565b61013b6101af366004611627565b61048d565b3480156101bf575f5ffd5b506101c86104ac565b604051908152602001610113565b3480156101e1575f5ffd5b5061013b6104da565b3480156101f5575f5ffd5b5061013b6104f3565b348015610209575f5ffd5b50610212610540565b6040516001600160a01b039091168152602001610113565b348015610235575f5ffd5b5061013b6102443660046116df565b610574565b348015610254575f5ffd5b506102916040518060400160405280600581526020017f352e302e3000000000000000000000000000000000000000000000000000000081525081565b604051610113919061170b565b3480156102a9575f5ffd5b506102bd6102b83660046114ec565b610650565b604051610113929190611774565b3480156102d6575f5ffd5b50610212610676565b3480156102ea575f5ffd5b506102bd6102f9366004611798565b61069e565b348015610309575f5ffd5b5061013b61031836600461154e565b6106c7565b348015610328575f5ffd5b50610107610337366004611798565b61074c565b5f610345610772565b610356610351836107a9565b610910565b9050610360610c44565b919050565b5f61036e610c6e565b805490915060ff68010000000000000000820416159067ffffffffffffffff165f8115801561039a5750825b90505f8267ffffffffffffffff1660011480156103b65750303b155b9050811580156103c4575080155b156103e25760405163f92ee8a960e01b815260040160405180910390fd5b845467ffffffffffffffff19166001178555831561041657845468ff00000000000000001916680100000000000000001785555b61041f87610c96565b5f80546001600160a01b0319166001600160a01b038816179055831561048457845468ff000000000000000019168555604051600181527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50505050505050565b610495610ca7565b61049e82610d5e565b6104a88282610d66565b5050565b5f6104b5610e3a565b507f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc90565b604051630b153c2360e11b815260040160405180910390fd5b33806104fd610676565b6001600160a01b0316146105345760405163118cdaa760e01b81526001600160a01b03821660048201526024015b60405180910390fd5b61053d81610e83565b50565b5f807f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c1993005b546001600160a01b031692915050565b621e848063ffffffff831611156105af5760405163241a716560e01b815263ffffffff83166004820152621e8480602482015260440161052b565b60408051808201825263ffffffff80851682528381166020808401918252335f81815260019092529085902093518454925184166401000000000267ffffffffffffffff199093169316929092171790915590517f1712247e52ac3b4e75d01acd7fb5919bb380d1537bf291eb09f2ede70ed383a490610644908590859063ffffffff92831681529116602082015260400190565b60405180910390a25050565b5f5f5f61065c846107a9565b905061066781610ebb565b81604001519250925050915091565b5f807f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c00610564565b5f5f5f6106ab858561106f565b90506106b681610ebb565b816040015192509250509250929050565b6106cf611164565b7f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c0080546001600160a01b0319166001600160a01b0383169081178255610713610540565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a35050565b5f610755610772565b610762610351848461106f565b905061076c610c44565b92915050565b61077a611196565b6107a760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b906111d6565b565b6040805160a0810182525f808252602082018190529181018290526060810182905260808101919091525f8054604051630ce3c84d60e41b8152600481018590526001600160a01b039091169063ce3c84d09060240161016060405180830381865afa15801561081b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061083f9190611804565b80519091505f906001600160a01b0316156108c3575f54604051633f9aa6a360e21b8152600481018690526001600160a01b039091169063fe6a9a8c90602401602060405180830381865afa15801561089a573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108be91906118d3565b6108c6565b81515b6040805160a081018252958652602084810151908701526001600160a01b03909116908501525060c081015163ffffffff9081166060850152610120909101511660808301525090565b5f5f61091b83610ebb565b90505f81600281111561093057610930611740565b0361095457825160405163476c41b160e01b8152600481019190915260240161052b565b82515f908152600260209081526040808320818701516001600160a01b0316845282529182902082518084019093525463ffffffff80821684526401000000009091041690820152606060018360028111156109b2576109b2611740565b03610a6e5760608501805186515f908152600260209081526040808320818b01516001600160a01b03168452825291829020805463ffffffff191663ffffffff948516179055885190890151935160808a0151925160248101929092526044820194909452928216606484015216608482015260a40160408051601f198184030181529190526020810180517bffffffffffffffffffffffffffffffffffffffffffffffffffffffff16631ae3768760e21b1790529050610b14565b60808501805186515f908152600260209081526040808320818b01516001600160a01b0316845290915290819020805467ffffffff00000000191664010000000063ffffffff94851602179055875192519051602481019390935216604482015260640160408051601f198184030181529190526020810180517bffffffffffffffffffffffffffffffffffffffffffffffffffffffff1663b4b996b560e01b17905290505b6040808601516001600160a01b0381165f90815260016020529190912054610b43919063ffffffff16836111dd565b935083610b9e5784515f908152600260209081526040808320818901516001600160a01b031684528252909120835181549285015163ffffffff9081166401000000000267ffffffffffffffff199094169116179190911790555b8315610bf25784604001516001600160a01b0316855f01517fcd7512fcf2346dfbae192e5b79a6c16c3b3ba7f01b4ef0a3cd0470ec8711d3bb85604051610be591906118ee565b60405180910390a3610c3c565b84604001516001600160a01b0316855f01517f5321bf015a7d8d0b7491dba2fa3a6b2fe1e5bd1268c5220cb8c4af144df133de85604051610c3391906118ee565b60405180910390a35b505050919050565b6107a75f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f006107a1565b5f807ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a0061076c565b610c9e611247565b61053d8161126c565b306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480610d4057507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316610d347f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc546001600160a01b031690565b6001600160a01b031614155b156107a75760405163703e46dd60e11b815260040160405180910390fd5b61053d611164565b816001600160a01b03166352d1902d6040518163ffffffff1660e01b8152600401602060405180830381865afa925050508015610dc0575060408051601f3d908101601f19168201909252610dbd918101906118fc565b60015b610de857604051634c9c8ce360e01b81526001600160a01b038316600482015260240161052b565b7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc8114610e2b57604051632a87526960e21b81526004810182905260240161052b565b610e35838361129d565b505050565b306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146107a75760405163703e46dd60e11b815260040160405180910390fd5b7f237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c0080546001600160a01b03191681556104a8826112f2565b6040808201516001600160a01b039081165f9081526001602090815283822084518086018652905463ffffffff80821683526401000000009091041691810191909152815484516395bf75fd60e01b815294519294919385939116916395bf75fd916004828101926101a09291908290030181865afa158015610f40573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610f649190611924565b51825190915063ffffffff161580610f845750606084015163ffffffff16155b80610f9f5750836080015163ffffffff168163ffffffff1610155b15610fad57505f9392505050565b83515f908152600260209081526040808320818801516001600160a01b0316845282529182902082518084019093525463ffffffff80821680855264010000000090920481169284019290925260608701519091161461101257506001949350505050565b846080015163ffffffff16816020015163ffffffff16141580156110555750826020015163ffffffff1682866080015161104c9190611a33565b63ffffffff1611155b1561106557506002949350505050565b505f949350505050565b6040805160a0810182525f808252602082018190529181018290526060810182905260808101919091525f8054604051632c71e68560e01b815260048101869052602481018590526001600160a01b0390911690632c71e6859060440161012060405180830381865afa1580156110e8573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061110c9190611a4f565b90506040518060a00160405280826020015181526020018481526020018261010001516001600160a01b031681526020018260c0015163ffffffff1681526020018260e0015163ffffffff1681525091505092915050565b3361116d610540565b6001600160a01b0316146107a75760405163118cdaa760e01b815233600482015260240161052b565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c156107a757604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b5f80619c40603f6111ef866040611af8565b6111f99190611b0f565b6112039190611b2e565b9050805a1015611232575a604051634fd394c160e11b815260048101919091526024810182905260440161052b565b5f5f8451602086015f8989f195945050505050565b61124f611362565b6107a757604051631afcd79f60e31b815260040160405180910390fd5b611274611247565b6001600160a01b03811661053457604051631e4fbdf760e01b81525f600482015260240161052b565b6112a682611380565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a28051156112ea57610e3582826113f6565b6104a8611496565b7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c19930080546001600160a01b031981166001600160a01b03848116918217845560405192169182907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3505050565b5f61136b610c6e565b5468010000000000000000900460ff16919050565b806001600160a01b03163b5f036113b557604051634c9c8ce360e01b81526001600160a01b038216600482015260240161052b565b7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc80546001600160a01b0319166001600160a01b0392909216919091179055565b60605f61140384846114b5565b905080801561142457505f3d118061142457505f846001600160a01b03163b115b15611439576114316114c8565b91505061076c565b801561146357604051639996b31560e01b81526001600160a01b038516600482015260240161052b565b3d15611476576114716114e1565b61148f565b60405163d6bda27560e01b815260040160405180910390fd5b5092915050565b34156107a75760405163b398979f60e01b815260040160405180910390fd5b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b5f602082840312156114fc575f5ffd5b5035919050565b6001600160a01b038116811461053d575f5ffd5b5f5f60408385031215611528575f5ffd5b823561153381611503565b9150602083013561154381611503565b809150509250929050565b5f6020828403121561155e575f5ffd5b813561156981611503565b9392505050565b634e487b7160e01b5f52604160045260245ffd5b604051610160810167ffffffffffffffff811182821017156115a8576115a8611570565b60405290565b6040516101a0810167ffffffffffffffff811182821017156115a8576115a8611570565b604051610120810167ffffffffffffffff811182821017156115a8576115a8611570565b604051601f8201601f1916810167ffffffffffffffff8111828210171561161f5761161f611570565b604052919050565b5f5f60408385031215611638575f5ffd5b823561164381611503565b9150602083013567ffffffffffffffff81111561165e575f5ffd5b8301601f8101851361166e575f5ffd5b803567ffffffffffffffff81111561168857611688611570565b61169b601f8201601f19166020016115f6565b8181528660208385010111156116af575f5ffd5b816020840160208301375f602083830101528093505050509250929050565b63ffffffff8116811461053d575f5ffd5b5f5f604083850312156116f0575f5ffd5b82356116fb816116ce565b91506020830135611543816116ce565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b634e487b7160e01b5f52602160045260245ffd5b6003811061177057634e487b7160e01b5f52602160045260245ffd5b9052565b604081016117828285611754565b6001600160a01b03831660208301529392505050565b5f5f604083850312156117a9575f5ffd5b50508035926020909101359150565b805161036081611503565b805167ffffffffffffffff81168114610360575f5ffd5b805160ff81168114610360575f5ffd5b80518015158114610360575f5ffd5b8051610360816116ce565b5f610160828403128015611816575f5ffd5b5061181f611584565b611828836117b8565b815260208381015190820152611840604084016117c3565b6040820152611851606084016117da565b6060820152611862608084016117ea565b608082015261187360a084016117f9565b60a082015261188460c084016117f9565b60c082015260e083810151908201526118a061010084016117f9565b6101008201526118b361012084016117f9565b6101208201526118c661014084016117c3565b6101408201529392505050565b5f602082840312156118e3575f5ffd5b815161156981611503565b6020810161076c8284611754565b5f6020828403121561190c575f5ffd5b5051919050565b805161ffff81168114610360575f5ffd5b5f6101a0828403128015611936575f5ffd5b5061193f6115ae565b611948836117f9565b815261195660208401611913565b6020820152611967604084016117c3565b6040820152611978606084016117c3565b6060820152611989608084016117c3565b608082015261199a60a084016117c3565b60a08201526119ab60c084016117f9565b60c08201526119bc60e084016117c3565b60e08201526119ce61010084016117c3565b6101008201526119e16101208401611913565b61012082015261014083810151908201526119ff61016084016117b8565b610160820152611a1261018084016117b8565b6101808201529392505050565b634e487b7160e01b5f52601160045260245ffd5b63ffffffff828116828216039081111561076c5761076c611a1f565b5f610120828403128015611a61575f5ffd5b50611a6a6115d2565b8251815260208084015190820152611a84604084016117c3565b6040820152611a95606084016117da565b6060820152611aa6608084016117ea565b6080820152611ab760a084016117f9565b60a0820152611ac860c084016117f9565b60c0820152611ad960e084016117f9565b60e0820152611aeb61010084016117b8565b6101008201529392505050565b808202811582820484141761076c5761076c611a1f565b5f82611b2957634e487b7160e01b5f52601260045260245ffd5b500490565b8082018082111561076c5761076c611a1f56",
}

// Callbacks is an auto generated Go binding around an Ethereum contract.
type Callbacks struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Callbacks) GetABI() abi.ABI {
	return c.abi
}

// NewCallbacks creates a new instance of Callbacks.
func NewCallbacks() *Callbacks {
	parsed, err := CallbacksMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Callbacks{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Callbacks) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (callbacks *Callbacks) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := callbacks.abi.Pack("UPGRADE_INTERFACE_VERSION")
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
func (callbacks *Callbacks) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return callbacks.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (callbacks *Callbacks) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := callbacks.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
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
func (callbacks *Callbacks) PackAcceptOwnership() []byte {
	enc, err := callbacks.abi.Pack("acceptOwnership")
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
func (callbacks *Callbacks) TryPackAcceptOwnership() ([]byte, error) {
	return callbacks.abi.Pack("acceptOwnership")
}

// PackDeliver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0fa566fa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deliver(bytes32 object) returns(bool)
func (callbacks *Callbacks) PackDeliver(object [32]byte) []byte {
	enc, err := callbacks.abi.Pack("deliver", object)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeliver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0fa566fa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deliver(bytes32 object) returns(bool)
func (callbacks *Callbacks) TryPackDeliver(object [32]byte) ([]byte, error) {
	return callbacks.abi.Pack("deliver", object)
}

// UnpackDeliver is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0fa566fa.
//
// Solidity: function deliver(bytes32 object) returns(bool)
func (callbacks *Callbacks) UnpackDeliver(data []byte) (bool, error) {
	out, err := callbacks.abi.Unpack("deliver", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackDeliverPooled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfa4cc824.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deliverPooled(bytes32 pool, bytes32 blobId) returns(bool)
func (callbacks *Callbacks) PackDeliverPooled(pool [32]byte, blobId [32]byte) []byte {
	enc, err := callbacks.abi.Pack("deliverPooled", pool, blobId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeliverPooled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfa4cc824.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deliverPooled(bytes32 pool, bytes32 blobId) returns(bool)
func (callbacks *Callbacks) TryPackDeliverPooled(pool [32]byte, blobId [32]byte) ([]byte, error) {
	return callbacks.abi.Pack("deliverPooled", pool, blobId)
}

// UnpackDeliverPooled is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfa4cc824.
//
// Solidity: function deliverPooled(bytes32 pool, bytes32 blobId) returns(bool)
func (callbacks *Callbacks) UnpackDeliverPooled(data []byte) (bool, error) {
	out, err := callbacks.abi.Unpack("deliverPooled", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackDue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb31ccca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function due(bytes32 object) view returns(uint8, address)
func (callbacks *Callbacks) PackDue(object [32]byte) []byte {
	enc, err := callbacks.abi.Pack("due", object)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb31ccca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function due(bytes32 object) view returns(uint8, address)
func (callbacks *Callbacks) TryPackDue(object [32]byte) ([]byte, error) {
	return callbacks.abi.Pack("due", object)
}

// DueOutput serves as a container for the return parameters of contract
// method Due.
type DueOutput struct {
	Arg0 uint8
	Arg1 common.Address
}

// UnpackDue is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdb31ccca.
//
// Solidity: function due(bytes32 object) view returns(uint8, address)
func (callbacks *Callbacks) UnpackDue(data []byte) (DueOutput, error) {
	out, err := callbacks.abi.Unpack("due", data)
	outstruct := new(DueOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new(uint8)).(*uint8)
	outstruct.Arg1 = *abi.ConvertType(out[1], new(common.Address)).(*common.Address)
	return *outstruct, nil
}

// PackDuePooled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6d6da69.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function duePooled(bytes32 pool, bytes32 blobId) view returns(uint8, address)
func (callbacks *Callbacks) PackDuePooled(pool [32]byte, blobId [32]byte) []byte {
	enc, err := callbacks.abi.Pack("duePooled", pool, blobId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDuePooled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6d6da69.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function duePooled(bytes32 pool, bytes32 blobId) view returns(uint8, address)
func (callbacks *Callbacks) TryPackDuePooled(pool [32]byte, blobId [32]byte) ([]byte, error) {
	return callbacks.abi.Pack("duePooled", pool, blobId)
}

// DuePooledOutput serves as a container for the return parameters of contract
// method DuePooled.
type DuePooledOutput struct {
	Arg0 uint8
	Arg1 common.Address
}

// UnpackDuePooled is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe6d6da69.
//
// Solidity: function duePooled(bytes32 pool, bytes32 blobId) view returns(uint8, address)
func (callbacks *Callbacks) UnpackDuePooled(data []byte) (DuePooledOutput, error) {
	out, err := callbacks.abi.Unpack("duePooled", data)
	outstruct := new(DuePooledOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new(uint8)).(*uint8)
	outstruct.Arg1 = *abi.ConvertType(out[1], new(common.Address)).(*common.Address)
	return *outstruct, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x485cc955.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner, address store_) returns()
func (callbacks *Callbacks) PackInitialize(owner common.Address, store common.Address) []byte {
	enc, err := callbacks.abi.Pack("initialize", owner, store)
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
func (callbacks *Callbacks) TryPackInitialize(owner common.Address, store common.Address) ([]byte, error) {
	return callbacks.abi.Pack("initialize", owner, store)
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (callbacks *Callbacks) PackOwner() []byte {
	enc, err := callbacks.abi.Pack("owner")
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
func (callbacks *Callbacks) TryPackOwner() ([]byte, error) {
	return callbacks.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (callbacks *Callbacks) UnpackOwner(data []byte) (common.Address, error) {
	out, err := callbacks.abi.Unpack("owner", data)
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
func (callbacks *Callbacks) PackPendingOwner() []byte {
	enc, err := callbacks.abi.Pack("pendingOwner")
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
func (callbacks *Callbacks) TryPackPendingOwner() ([]byte, error) {
	return callbacks.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (callbacks *Callbacks) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := callbacks.abi.Unpack("pendingOwner", data)
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
func (callbacks *Callbacks) PackProxiableUUID() []byte {
	enc, err := callbacks.abi.Pack("proxiableUUID")
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
func (callbacks *Callbacks) TryPackProxiableUUID() ([]byte, error) {
	return callbacks.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (callbacks *Callbacks) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := callbacks.abi.Unpack("proxiableUUID", data)
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
func (callbacks *Callbacks) PackRenounceOwnership() []byte {
	enc, err := callbacks.abi.Pack("renounceOwnership")
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
func (callbacks *Callbacks) TryPackRenounceOwnership() ([]byte, error) {
	return callbacks.abi.Pack("renounceOwnership")
}

// PackSubscribe is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa05fedcb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function subscribe(uint32 gasLimit, uint32 lead) returns()
func (callbacks *Callbacks) PackSubscribe(gasLimit uint32, lead uint32) []byte {
	enc, err := callbacks.abi.Pack("subscribe", gasLimit, lead)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSubscribe is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa05fedcb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function subscribe(uint32 gasLimit, uint32 lead) returns()
func (callbacks *Callbacks) TryPackSubscribe(gasLimit uint32, lead uint32) ([]byte, error) {
	return callbacks.abi.Pack("subscribe", gasLimit, lead)
}

// PackSubscription is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ef47cf1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function subscription(address receiver) view returns(uint32, uint32)
func (callbacks *Callbacks) PackSubscription(receiver common.Address) []byte {
	enc, err := callbacks.abi.Pack("subscription", receiver)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSubscription is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ef47cf1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function subscription(address receiver) view returns(uint32, uint32)
func (callbacks *Callbacks) TryPackSubscription(receiver common.Address) ([]byte, error) {
	return callbacks.abi.Pack("subscription", receiver)
}

// SubscriptionOutput serves as a container for the return parameters of contract
// method Subscription.
type SubscriptionOutput struct {
	Arg0 uint32
	Arg1 uint32
}

// UnpackSubscription is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4ef47cf1.
//
// Solidity: function subscription(address receiver) view returns(uint32, uint32)
func (callbacks *Callbacks) UnpackSubscription(data []byte) (SubscriptionOutput, error) {
	out, err := callbacks.abi.Unpack("subscription", data)
	outstruct := new(SubscriptionOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new(uint32)).(*uint32)
	outstruct.Arg1 = *abi.ConvertType(out[1], new(uint32)).(*uint32)
	return *outstruct, nil
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (callbacks *Callbacks) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := callbacks.abi.Pack("transferOwnership", newOwner)
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
func (callbacks *Callbacks) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return callbacks.abi.Pack("transferOwnership", newOwner)
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (callbacks *Callbacks) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := callbacks.abi.Pack("upgradeToAndCall", newImplementation, data)
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
func (callbacks *Callbacks) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return callbacks.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// CallbacksDelivered represents a Delivered event raised by the Callbacks contract.
type CallbacksDelivered struct {
	Object   [32]byte
	Receiver common.Address
	What     uint8
	Raw      *types.Log // Blockchain specific contextual infos
}

const CallbacksDeliveredEventName = "Delivered"

// ContractEventName returns the user-defined event name.
func (CallbacksDelivered) ContractEventName() string {
	return CallbacksDeliveredEventName
}

// UnpackDeliveredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Delivered(bytes32 indexed object, address indexed receiver, uint8 what)
func (callbacks *Callbacks) UnpackDeliveredEvent(log *types.Log) (*CallbacksDelivered, error) {
	event := "Delivered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != callbacks.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CallbacksDelivered)
	if len(log.Data) > 0 {
		if err := callbacks.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range callbacks.abi.Events[event].Inputs {
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

// CallbacksDeliveryFailed represents a DeliveryFailed event raised by the Callbacks contract.
type CallbacksDeliveryFailed struct {
	Object   [32]byte
	Receiver common.Address
	What     uint8
	Raw      *types.Log // Blockchain specific contextual infos
}

const CallbacksDeliveryFailedEventName = "DeliveryFailed"

// ContractEventName returns the user-defined event name.
func (CallbacksDeliveryFailed) ContractEventName() string {
	return CallbacksDeliveryFailedEventName
}

// UnpackDeliveryFailedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DeliveryFailed(bytes32 indexed object, address indexed receiver, uint8 what)
func (callbacks *Callbacks) UnpackDeliveryFailedEvent(log *types.Log) (*CallbacksDeliveryFailed, error) {
	event := "DeliveryFailed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != callbacks.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CallbacksDeliveryFailed)
	if len(log.Data) > 0 {
		if err := callbacks.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range callbacks.abi.Events[event].Inputs {
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

// CallbacksInitialized represents a Initialized event raised by the Callbacks contract.
type CallbacksInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const CallbacksInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (CallbacksInitialized) ContractEventName() string {
	return CallbacksInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (callbacks *Callbacks) UnpackInitializedEvent(log *types.Log) (*CallbacksInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != callbacks.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CallbacksInitialized)
	if len(log.Data) > 0 {
		if err := callbacks.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range callbacks.abi.Events[event].Inputs {
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

// CallbacksOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the Callbacks contract.
type CallbacksOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const CallbacksOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (CallbacksOwnershipTransferStarted) ContractEventName() string {
	return CallbacksOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (callbacks *Callbacks) UnpackOwnershipTransferStartedEvent(log *types.Log) (*CallbacksOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != callbacks.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CallbacksOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := callbacks.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range callbacks.abi.Events[event].Inputs {
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

// CallbacksOwnershipTransferred represents a OwnershipTransferred event raised by the Callbacks contract.
type CallbacksOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const CallbacksOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (CallbacksOwnershipTransferred) ContractEventName() string {
	return CallbacksOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (callbacks *Callbacks) UnpackOwnershipTransferredEvent(log *types.Log) (*CallbacksOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != callbacks.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CallbacksOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := callbacks.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range callbacks.abi.Events[event].Inputs {
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

// CallbacksSubscribed represents a Subscribed event raised by the Callbacks contract.
type CallbacksSubscribed struct {
	Receiver common.Address
	GasLimit uint32
	Lead     uint32
	Raw      *types.Log // Blockchain specific contextual infos
}

const CallbacksSubscribedEventName = "Subscribed"

// ContractEventName returns the user-defined event name.
func (CallbacksSubscribed) ContractEventName() string {
	return CallbacksSubscribedEventName
}

// UnpackSubscribedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Subscribed(address indexed receiver, uint32 gasLimit, uint32 lead)
func (callbacks *Callbacks) UnpackSubscribedEvent(log *types.Log) (*CallbacksSubscribed, error) {
	event := "Subscribed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != callbacks.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CallbacksSubscribed)
	if len(log.Data) > 0 {
		if err := callbacks.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range callbacks.abi.Events[event].Inputs {
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

// CallbacksUpgraded represents a Upgraded event raised by the Callbacks contract.
type CallbacksUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const CallbacksUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (CallbacksUpgraded) ContractEventName() string {
	return CallbacksUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (callbacks *Callbacks) UnpackUpgradedEvent(log *types.Log) (*CallbacksUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != callbacks.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CallbacksUpgraded)
	if len(log.Data) > 0 {
		if err := callbacks.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range callbacks.abi.Events[event].Inputs {
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
func (callbacks *Callbacks) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], callbacks.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return callbacks.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], callbacks.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return callbacks.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], callbacks.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return callbacks.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], callbacks.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return callbacks.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], callbacks.abi.Errors["GasLimitTooHigh"].ID.Bytes()[:4]) {
		return callbacks.UnpackGasLimitTooHighError(raw[4:])
	}
	if bytes.Equal(raw[:4], callbacks.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return callbacks.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], callbacks.abi.Errors["NotEnoughGas"].ID.Bytes()[:4]) {
		return callbacks.UnpackNotEnoughGasError(raw[4:])
	}
	if bytes.Equal(raw[:4], callbacks.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return callbacks.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], callbacks.abi.Errors["NothingDue"].ID.Bytes()[:4]) {
		return callbacks.UnpackNothingDueError(raw[4:])
	}
	if bytes.Equal(raw[:4], callbacks.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return callbacks.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], callbacks.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return callbacks.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], callbacks.abi.Errors["OwnershipNotRenounceable"].ID.Bytes()[:4]) {
		return callbacks.UnpackOwnershipNotRenounceableError(raw[4:])
	}
	if bytes.Equal(raw[:4], callbacks.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return callbacks.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], callbacks.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return callbacks.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], callbacks.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return callbacks.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// CallbacksAddressEmptyCode represents a AddressEmptyCode error raised by the Callbacks contract.
type CallbacksAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func CallbacksAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (callbacks *Callbacks) UnpackAddressEmptyCodeError(raw []byte) (*CallbacksAddressEmptyCode, error) {
	out := new(CallbacksAddressEmptyCode)
	if err := callbacks.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CallbacksERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the Callbacks contract.
type CallbacksERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func CallbacksERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (callbacks *Callbacks) UnpackERC1967InvalidImplementationError(raw []byte) (*CallbacksERC1967InvalidImplementation, error) {
	out := new(CallbacksERC1967InvalidImplementation)
	if err := callbacks.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CallbacksERC1967NonPayable represents a ERC1967NonPayable error raised by the Callbacks contract.
type CallbacksERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func CallbacksERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (callbacks *Callbacks) UnpackERC1967NonPayableError(raw []byte) (*CallbacksERC1967NonPayable, error) {
	out := new(CallbacksERC1967NonPayable)
	if err := callbacks.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CallbacksFailedCall represents a FailedCall error raised by the Callbacks contract.
type CallbacksFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func CallbacksFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (callbacks *Callbacks) UnpackFailedCallError(raw []byte) (*CallbacksFailedCall, error) {
	out := new(CallbacksFailedCall)
	if err := callbacks.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CallbacksGasLimitTooHigh represents a GasLimitTooHigh error raised by the Callbacks contract.
type CallbacksGasLimitTooHigh struct {
	Got uint32
	Max uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error GasLimitTooHigh(uint32 got, uint32 max)
func CallbacksGasLimitTooHighErrorID() common.Hash {
	return common.HexToHash("0x241a71652096d28595fe0e5631aa70cb7d9e2157d4facc67a2c00902c0f1fd7f")
}

// UnpackGasLimitTooHighError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error GasLimitTooHigh(uint32 got, uint32 max)
func (callbacks *Callbacks) UnpackGasLimitTooHighError(raw []byte) (*CallbacksGasLimitTooHigh, error) {
	out := new(CallbacksGasLimitTooHigh)
	if err := callbacks.abi.UnpackIntoInterface(out, "GasLimitTooHigh", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CallbacksInvalidInitialization represents a InvalidInitialization error raised by the Callbacks contract.
type CallbacksInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func CallbacksInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (callbacks *Callbacks) UnpackInvalidInitializationError(raw []byte) (*CallbacksInvalidInitialization, error) {
	out := new(CallbacksInvalidInitialization)
	if err := callbacks.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CallbacksNotEnoughGas represents a NotEnoughGas error raised by the Callbacks contract.
type CallbacksNotEnoughGas struct {
	Got    *big.Int
	Wanted *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotEnoughGas(uint256 got, uint256 wanted)
func CallbacksNotEnoughGasErrorID() common.Hash {
	return common.HexToHash("0x9fa729828e06f64f0aba24f9c66804bdfb0e921365b21f9e24f4e732397f9e66")
}

// UnpackNotEnoughGasError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotEnoughGas(uint256 got, uint256 wanted)
func (callbacks *Callbacks) UnpackNotEnoughGasError(raw []byte) (*CallbacksNotEnoughGas, error) {
	out := new(CallbacksNotEnoughGas)
	if err := callbacks.abi.UnpackIntoInterface(out, "NotEnoughGas", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CallbacksNotInitializing represents a NotInitializing error raised by the Callbacks contract.
type CallbacksNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func CallbacksNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (callbacks *Callbacks) UnpackNotInitializingError(raw []byte) (*CallbacksNotInitializing, error) {
	out := new(CallbacksNotInitializing)
	if err := callbacks.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CallbacksNothingDue represents a NothingDue error raised by the Callbacks contract.
type CallbacksNothingDue struct {
	Object [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingDue(bytes32 object)
func CallbacksNothingDueErrorID() common.Hash {
	return common.HexToHash("0x476c41b1819e4b20843ab1a4d1c9e73cad2d8c39ade0d094488f9eea9840b4ae")
}

// UnpackNothingDueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingDue(bytes32 object)
func (callbacks *Callbacks) UnpackNothingDueError(raw []byte) (*CallbacksNothingDue, error) {
	out := new(CallbacksNothingDue)
	if err := callbacks.abi.UnpackIntoInterface(out, "NothingDue", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CallbacksOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the Callbacks contract.
type CallbacksOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func CallbacksOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (callbacks *Callbacks) UnpackOwnableInvalidOwnerError(raw []byte) (*CallbacksOwnableInvalidOwner, error) {
	out := new(CallbacksOwnableInvalidOwner)
	if err := callbacks.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CallbacksOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the Callbacks contract.
type CallbacksOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func CallbacksOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (callbacks *Callbacks) UnpackOwnableUnauthorizedAccountError(raw []byte) (*CallbacksOwnableUnauthorizedAccount, error) {
	out := new(CallbacksOwnableUnauthorizedAccount)
	if err := callbacks.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CallbacksOwnershipNotRenounceable represents a OwnershipNotRenounceable error raised by the Callbacks contract.
type CallbacksOwnershipNotRenounceable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnershipNotRenounceable()
func CallbacksOwnershipNotRenounceableErrorID() common.Hash {
	return common.HexToHash("0x162a784670d9715f822bd46442ca5f62bb80332ad50a779aa5795da5cb6a7a45")
}

// UnpackOwnershipNotRenounceableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnershipNotRenounceable()
func (callbacks *Callbacks) UnpackOwnershipNotRenounceableError(raw []byte) (*CallbacksOwnershipNotRenounceable, error) {
	out := new(CallbacksOwnershipNotRenounceable)
	if err := callbacks.abi.UnpackIntoInterface(out, "OwnershipNotRenounceable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CallbacksReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the Callbacks contract.
type CallbacksReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func CallbacksReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (callbacks *Callbacks) UnpackReentrancyGuardReentrantCallError(raw []byte) (*CallbacksReentrancyGuardReentrantCall, error) {
	out := new(CallbacksReentrancyGuardReentrantCall)
	if err := callbacks.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CallbacksUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the Callbacks contract.
type CallbacksUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func CallbacksUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (callbacks *Callbacks) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*CallbacksUUPSUnauthorizedCallContext, error) {
	out := new(CallbacksUUPSUnauthorizedCallContext)
	if err := callbacks.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CallbacksUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the Callbacks contract.
type CallbacksUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func CallbacksUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (callbacks *Callbacks) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*CallbacksUUPSUnsupportedProxiableUUID, error) {
	out := new(CallbacksUUPSUnsupportedProxiableUUID)
	if err := callbacks.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}
