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

// CheckpointsCheckpoint208 is an auto generated low-level Go binding around an user-defined struct.
type CheckpointsCheckpoint208 struct {
	Key   *big.Int
	Value *big.Int
}

// WALMetaData contains all meta data concerning the WAL contract.
var WALMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"receiver\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"CLOCK_MODE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"DOMAIN_SEPARATOR\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"SUPPLY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"allowance\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"balanceOf\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"burn\",\"inputs\":[{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"burnFrom\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"burned\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"checkpoints\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"pos\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structCheckpoints.Checkpoint208\",\"components\":[{\"name\":\"_key\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"_value\",\"type\":\"uint208\",\"internalType\":\"uint208\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"clock\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"decimals\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"delegate\",\"inputs\":[{\"name\":\"delegatee\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"delegateBySig\",\"inputs\":[{\"name\":\"delegatee\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"expiry\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"delegates\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"eip712Domain\",\"inputs\":[],\"outputs\":[{\"name\":\"fields\",\"type\":\"bytes1\",\"internalType\":\"bytes1\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"version\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"verifyingContract\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"extensions\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"forgo\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"getPastTotalSupply\",\"inputs\":[{\"name\":\"timepoint\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getPastVotes\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"timepoint\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getVotes\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"name\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"nonces\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"numCheckpoints\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"permit\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"v\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"symbol\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"totalSupply\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transfer\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"transferFrom\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Approval\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"spender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DelegateChanged\",\"inputs\":[{\"name\":\"delegator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"fromDelegate\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"toDelegate\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DelegateVotesChanged\",\"inputs\":[{\"name\":\"delegate\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"previousVotes\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"newVotes\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"EIP712DomainChanged\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transfer\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"CheckpointUnorderedInsertion\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ECDSAInvalidSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ECDSAInvalidSignatureLength\",\"inputs\":[{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ECDSAInvalidSignatureS\",\"inputs\":[{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"ERC20ExceededSafeSupply\",\"inputs\":[{\"name\":\"increasedSupply\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"cap\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC20InsufficientAllowance\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"allowance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC20InsufficientBalance\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"balance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidApprover\",\"inputs\":[{\"name\":\"approver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidReceiver\",\"inputs\":[{\"name\":\"receiver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidSender\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidSpender\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC2612ExpiredSignature\",\"inputs\":[{\"name\":\"deadline\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC2612InvalidSigner\",\"inputs\":[{\"name\":\"signer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC5805FutureLookup\",\"inputs\":[{\"name\":\"timepoint\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"clock\",\"type\":\"uint48\",\"internalType\":\"uint48\"}]},{\"type\":\"error\",\"name\":\"InvalidAccountNonce\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"currentNonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"InvalidShortString\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"SafeCastOverflowedUintDowncast\",\"inputs\":[{\"name\":\"bits\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"StringTooLong\",\"inputs\":[{\"name\":\"str\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"type\":\"error\",\"name\":\"VotesExpiredSignature\",\"inputs\":[{\"name\":\"expiry\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]}]",
	ID:  "WAL",
	Bin: "0x610160604052348015610010575f5ffd5b5060405161273c38038061273c83398101604081905261002f916107b5565b604051806040016040528060098152602001682ba0a6102a37b5b2b760b91b81525080604051806040016040528060018152602001603160f81b815250604051806040016040528060098152602001682ba0a6102a37b5b2b760b91b8152506040518060400160405280600381526020016215d05360ea1b81525081600390816100b9919061087d565b5060046100c6828261087d565b5050506100d88261019360201b60201c565b610120526100e581610193565b61014052815160208084019190912060e052815190820120610100524660a05261017160e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c0525061018d81674563918244f400006101d9565b50610a0b565b5f5f829050601f815111156101c6578260405163305a27a960e01b81526004016101bd919061093b565b60405180910390fd5b80516101d182610970565b179392505050565b6001600160a01b0382166102025760405163ec442f0560e01b81525f60048201526024016101bd565b61020d5f8383610211565b5050565b61021c838383610221565b505050565b61022c838383610287565b6001600160a01b03831661027c575f61024460025490565b90506001600160d01b038082111561027957604051630e58ae9360e11b815260048101839052602481018290526044016101bd565b50505b61021c8383836103ad565b6001600160a01b0383166102b1578060025f8282546102a691906109a7565b909155506103219050565b6001600160a01b0383165f90815260208190526040902054818110156103035760405163391434e360e21b81526001600160a01b038516600482015260248101829052604481018390526064016101bd565b6001600160a01b0384165f9081526020819052604090209082900390555b6001600160a01b03821661033d5760028054829003905561035b565b6001600160a01b0382165f9081526020819052604090208054820190555b816001600160a01b0316836001600160a01b03167fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef836040516103a091815260200190565b60405180910390a3505050565b6001600160a01b0383166103db576103d8600a6108ee61043560201b176103d384610449565b610480565b50505b6001600160a01b03821661040457610401600a6108f96104ae60201b176103d384610449565b50505b6001600160a01b038381165f9081526008602052604080822054858416835291205461021c929182169116836104b9565b5f61044082846109ba565b90505b92915050565b5f6001600160d01b0382111561047c576040516306dfcc6560e41b815260d06004820152602481018390526044016101bd565b5090565b5f806104a14261049961049288610609565b868860201c565b879190610651565b915091505b935093915050565b5f61044082846109d9565b816001600160a01b0316836001600160a01b0316141580156104da57505f81115b1561021c576001600160a01b03831615610572576001600160a01b0383165f9081526009602090815260408220829161052091906104ae901b6108f9176103d386610449565b6001600160d01b031691506001600160d01b03169150846001600160a01b03165f51602061271c5f395f51905f528383604051610567929190918252602082015260400190565b60405180910390a250505b6001600160a01b0382161561021c576001600160a01b0382165f908152600960209081526040822082916105b39190610435901b6108ee176103d386610449565b6001600160d01b031691506001600160d01b03169150836001600160a01b03165f51602061271c5f395f51905f5283836040516105fa929190918252602082015260400190565b60405180910390a25050505050565b80545f9080156106485761062f836106226001846109f8565b5f91825260209091200190565b54660100000000000090046001600160d01b031661064a565b5f5b9392505050565b5f806104a185858582545f9081908015610758575f610675876106226001856109f8565b805490915065ffffffffffff80821691660100000000000090046001600160d01b03169088168211156106bb57604051632520601d60e01b815260040160405180910390fd5b8765ffffffffffff168265ffffffffffff16036106f757825465ffffffffffff1666010000000000006001600160d01b0389160217835561074a565b6040805180820190915265ffffffffffff808a1682526001600160d01b03808a1660208085019182528d54600181018f555f8f815291909120945191519092166601000000000000029216919091179101555b94508593506104a692505050565b50506040805180820190915265ffffffffffff80851682526001600160d01b0380851660208085019182528854600181018a555f8a81529182209551925190931666010000000000000291909316179201919091559050816104a6565b5f602082840312156107c5575f5ffd5b81516001600160a01b038116811461064a575f5ffd5b634e487b7160e01b5f52604160045260245ffd5b600181811c9082168061080357607f821691505b60208210810361082157634e487b7160e01b5f52602260045260245ffd5b50919050565b601f82111561021c578282111561021c57805f5260205f20601f840160051c602085101561085257505f5b90810190601f840160051c035f5b81811015610875575f83820155600101610860565b505050505050565b81516001600160401b03811115610896576108966107db565b6108aa816108a484546107ef565b84610827565b6020601f8211600181146108dc575f83156108c55750848201515b5f19600385901b1c1916600184901b178455610934565b5f84815260208120601f198516915b8281101561090b57878501518255602094850194600190920191016108eb565b508482101561092857868401515f19600387901b60f8161c191681555b505060018360011b0184555b5050505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b80516020808301519190811015610821575f1960209190910360031b1b16919050565b634e487b7160e01b5f52601160045260245ffd5b8082018082111561044357610443610993565b6001600160d01b03818116838216019081111561044357610443610993565b6001600160d01b03828116828216039081111561044357610443610993565b8181038181111561044357610443610993565b60805160a05160c05160e051610100516101205161014051611cc0610a5c5f395f610d3c01525f610d1101525f610ac801525f610aa001525f6109fb01525f610a2501525f610a4f0152611cc05ff3fe608060405234801561000f575f5ffd5b50600436106101bb575f3560e01c806379cc6790116100f3578063a9059cbb11610093578063c50497ae1161006e578063c50497ae14610409578063d505accf14610418578063dd62ed3e1461042b578063f1127ed814610463575f5ffd5b8063a9059cbb146103d0578063ae4ef9ef146103e3578063c3cda520146103f6575f5ffd5b80638e539e8c116100ce5780638e539e8c1461038c57806391ddadf41461039f57806395d89b41146103b55780639ab24eb0146103bd575f5ffd5b806379cc67901461034b5780637ecebe001461035e57806384b0196e14610371575f5ffd5b806342966c681161015e5780635c19a95c116101395780635c19a95c146102e05780636fcfff45146102f357806370a082311461031b57806373f4256114610343575f5ffd5b806342966c681461024f5780634bf5d7e914610264578063587cde1e1461029d575f5ffd5b806323b872dd1161019957806323b872dd14610212578063313ce567146102255780633644e515146102345780633a46b1a81461023c575f5ffd5b806306fdde03146101bf578063095ea7b3146101dd57806318160ddd14610200575b5f5ffd5b6101c76104a2565b6040516101d49190611947565b60405180910390f35b6101f06101eb366004611974565b610532565b60405190151581526020016101d4565b6002545b6040519081526020016101d4565b6101f061022036600461199c565b61054b565b604051600981526020016101d4565b61020461056e565b61020461024a366004611974565b61057c565b61026261025d3660046119d6565b6105b6565b005b60408051808201909152600e81527f6d6f64653d74696d657374616d7000000000000000000000000000000000000060208201526101c7565b6102c86102ab3660046119ed565b6001600160a01b039081165f908152600860205260409020541690565b6040516001600160a01b0390911681526020016101d4565b6102626102ee3660046119ed565b6105c3565b6103066103013660046119ed565b6105d2565b60405163ffffffff90911681526020016101d4565b6102046103293660046119ed565b6001600160a01b03165f9081526020819052604090205490565b6102046105dc565b610262610359366004611974565b6105f8565b61020461036c3660046119ed565b61060d565b610379610617565b6040516101d49796959493929190611a06565b61020461039a3660046119d6565b610659565b60405165ffffffffffff421681526020016101d4565b6101c761067d565b6102046103cb3660046119ed565b61068c565b6101f06103de366004611974565b6106ac565b6102626103f13660046119ed565b6106b9565b610262610404366004611aac565b6106d3565b610204674563918244f4000081565b610262610426366004611b00565b610794565b610204610439366004611b66565b6001600160a01b039182165f90815260016020908152604080832093909416825291909152205490565b610476610471366004611b97565b6108ca565b60408051825165ffffffffffff1681526020928301516001600160d01b031692810192909252016101d4565b6060600380546104b190611bd4565b80601f01602080910402602001604051908101604052809291908181526020018280546104dd90611bd4565b80156105285780601f106104ff57610100808354040283529160200191610528565b820191905f5260205f20905b81548152906001019060200180831161050b57829003601f168201915b5050505050905090565b5f3361053f818585610904565b60019150505b92915050565b5f33610558858285610916565b610563858585610992565b506001949350505050565b5f6105776109ef565b905090565b5f6105a661058983610b18565b6001600160a01b0385165f90815260096020526040902090610b5c565b6001600160d01b03169392505050565b6105c03382610c0f565b50565b336105ce8183610c43565b5050565b5f61054582610ccc565b5f6105e660025490565b61057790674563918244f40000611c20565b610603823383610916565b6105ce8282610c0f565b5f61054582610ced565b5f6060805f5f5f6060610628610d0a565b610630610d35565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b5f61066e61066683610b18565b600a90610b5c565b6001600160d01b031692915050565b6060600480546104b190611bd4565b6001600160a01b0381165f90815260096020526040812061066e90610d60565b5f3361053f818585610992565b6106c38133610439565b156105c0576105c081335f610904565b834211156106fc57604051632341d78760e11b8152600481018590526024015b60405180910390fd5b604080517fe48329057bfd03d55e49b547132e39cffd9c1820ad7b9d4c5307691425d15adf60208201526001600160a01b0388169181019190915260608101869052608081018590525f906107759061076d9060a00160405160208183030381529060405280519060200120610d9a565b858585610dc6565b90506107818187610df2565b61078b8188610c43565b50505050505050565b834211156107b85760405163313c898160e11b8152600481018590526024016106f3565b5f7f6e71edae12b1b97f4d1f60370fef10105fa2faae0126114a169c64845d6126c98888886108038c6001600160a01b03165f90815260076020526040902080546001810190915590565b6040805160208101969096526001600160a01b0394851690860152929091166060840152608083015260a082015260c0810186905260e0016040516020818303038152906040528051906020012090505f61085d82610d9a565b90505f61086c82878787610dc6565b9050896001600160a01b0316816001600160a01b0316146108b3576040516325c0072360e11b81526001600160a01b0380831660048301528b1660248201526044016106f3565b6108be8a8a8a610904565b50505050505050505050565b604080518082019091525f80825260208201526108e78383610e44565b9392505050565b5f6108e78284611c33565b5f6108e78284611c52565b6109118383836001610e78565b505050565b6001600160a01b038381165f908152600160209081526040808320938616835292905220545f1981101561098c578181101561097e57604051637dc7a0d960e11b81526001600160a01b038416600482015260248101829052604481018390526064016106f3565b61098c84848484035f610e78565b50505050565b6001600160a01b0383166109bb57604051634b637e8f60e11b81525f60048201526024016106f3565b6001600160a01b0382166109e45760405163ec442f0560e01b81525f60048201526024016106f3565b610911838383610f4a565b5f306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148015610a4757507f000000000000000000000000000000000000000000000000000000000000000046145b15610a7157507f000000000000000000000000000000000000000000000000000000000000000090565b610577604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f4265ffffffffffff81168310610b5357604051637669fc0f60e11b81526004810184905265ffffffffffff821660248201526044016106f3565b6108e783610f55565b81545f9081816005811115610bb8575f610b7584610f8b565b610b7f9085611c20565b5f8881526020902090915081015465ffffffffffff9081169087161015610ba857809150610bb6565b610bb3816001611c71565b92505b505b5f610bc5878785856110f0565b90508015610c0257610be987610bdc600184611c20565b5f91825260209091200190565b54660100000000000090046001600160d01b0316610c04565b5f5b979650505050505050565b6001600160a01b038216610c3857604051634b637e8f60e11b81525f60048201526024016106f3565b6105ce825f83610f4a565b6001600160a01b038281165f8181526008602052604080822080548686167fffffffffffffffffffffffff0000000000000000000000000000000000000000821681179092559151919094169392849290917f3134e8a2e6d97e929a7e54011ea5485d7d196dd5f0ba4d4ef95803e8e3fc257f9190a46109118183610cc786611146565b611163565b6001600160a01b0381165f90815260096020526040812054610545906112cc565b6001600160a01b0381165f90815260076020526040812054610545565b60606105777f00000000000000000000000000000000000000000000000000000000000000006112fc565b60606105777f00000000000000000000000000000000000000000000000000000000000000006112fc565b80545f908015610d9257610d7983610bdc600184611c20565b54660100000000000090046001600160d01b03166108e7565b5f9392505050565b5f610545610da66109ef565b8360405161190160f01b8152600281019290925260228201526042902090565b5f5f5f5f610dd688888888611339565b925092509250610de68282611401565b50909695505050505050565b6001600160a01b0382165f908152600760205260409020805460018101909155818114610911576040516301d4b62360e61b81526001600160a01b0384166004820152602481018290526044016106f3565b604080518082019091525f80825260208201526001600160a01b0383165f9081526009602052604090206108e790836114b9565b6001600160a01b038416610ea15760405163e602df0560e01b81525f60048201526024016106f3565b6001600160a01b038316610eca57604051634a1406b160e11b81525f60048201526024016106f3565b6001600160a01b038085165f908152600160209081526040808320938716835292905220829055801561098c57826001600160a01b0316846001600160a01b03167f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b92584604051610f3c91815260200190565b60405180910390a350505050565b610911838383611529565b5f65ffffffffffff821115610f87576040516306dfcc6560e41b815260306004820152602481018390526044016106f3565b5090565b5f60018211610f98575090565b8160017001000000000000000000000000000000008210610fbe5760809190911c9060401b5b680100000000000000008210610fd95760409190911c9060201b5b6401000000008210610ff05760209190911c9060101b5b6201000082106110055760109190911c9060081b5b61010082106110195760089190911c9060041b5b6010821061102c5760049190911c9060021b5b600482106110385760011b5b600302600190811c9081858161105057611050611c84565b048201901c9050600181858161106857611068611c84565b048201901c9050600181858161108057611080611c84565b048201901c9050600181858161109857611098611c84565b048201901c905060018185816110b0576110b0611c84565b048201901c905060018185816110c8576110c8611c84565b048201901c90506110e78185816110e1576110e1611c84565b04821190565b90039392505050565b5f5b8183101561113e575f85815260209020838316600285851804019081015465ffffffffffff8681169116111561112a57809250611138565b611135816001611c71565b93505b506110f2565b509392505050565b6001600160a01b0381165f90815260208190526040812054610545565b816001600160a01b0316836001600160a01b03161415801561118457505f81115b15610911576001600160a01b0383161561122b576001600160a01b0383165f90815260096020526040812081906111c6906108f96111c18661158f565b6115c2565b6001600160d01b031691506001600160d01b03169150846001600160a01b03167fdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a7248383604051611220929190918252602082015260400190565b60405180910390a250505b6001600160a01b03821615610911576001600160a01b0382165f9081526009602052604081208190611263906108ee6111c18661158f565b6001600160d01b031691506001600160d01b03169150836001600160a01b03167fdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a72483836040516112bd929190918252602082015260400190565b60405180910390a25050505050565b5f63ffffffff821115610f87576040516306dfcc6560e41b815260206004820152602481018390526044016106f3565b60605f611308836115f3565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561137257505f915060039050826113f7565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa1580156113c3573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b0381166113ee57505f9250600191508290506113f7565b92505f91508190505b9450945094915050565b5f82600381111561141457611414611c98565b0361141d575050565b600182600381111561143157611431611c98565b0361144f5760405163f645eedf60e01b815260040160405180910390fd5b600282600381111561146357611463611c98565b036114845760405163fce698f760e01b8152600481018290526024016106f3565b600382600381111561149857611498611c98565b036105ce576040516335e2f38360e21b8152600481018290526024016106f3565b604080518082019091525f8082526020820152825f018263ffffffff16815481106114e6576114e6611cac565b5f9182526020918290206040805180820190915291015465ffffffffffff81168252660100000000000090046001600160d01b0316918101919091529392505050565b61153483838361161a565b6001600160a01b038316611584575f61154c60025490565b90506001600160d01b038082111561158157604051630e58ae9360e11b815260048101839052602481018290526044016106f3565b50505b610911838383611740565b5f6001600160d01b03821115610f87576040516306dfcc6560e41b815260d06004820152602481018390526044016106f3565b5f806115e6426115de6115d488610d60565b868863ffffffff16565b8791906117b5565b915091505b935093915050565b5f60ff8216601f81111561054557604051632cd44ac360e21b815260040160405180910390fd5b6001600160a01b038316611644578060025f8282546116399190611c71565b909155506116b49050565b6001600160a01b0383165f90815260208190526040902054818110156116965760405163391434e360e21b81526001600160a01b038516600482015260248101829052604481018390526064016106f3565b6001600160a01b0384165f9081526020819052604090209082900390555b6001600160a01b0382166116d0576002805482900390556116ee565b6001600160a01b0382165f9081526020819052604090208054820190555b816001600160a01b0316836001600160a01b03167fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8360405161173391815260200190565b60405180910390a3505050565b6001600160a01b0383166117625761175f600a6108ee6111c18461158f565b50505b6001600160a01b03821661178457611781600a6108f96111c18461158f565b50505b6001600160a01b038381165f9081526008602052604080822054858416835291205461091192918216911683611163565b5f806115e685858582545f90819080156118bc575f6117d987610bdc600185611c20565b805490915065ffffffffffff80821691660100000000000090046001600160d01b031690881682111561181f57604051632520601d60e01b815260040160405180910390fd5b8765ffffffffffff168265ffffffffffff160361185b57825465ffffffffffff1666010000000000006001600160d01b038916021783556118ae565b6040805180820190915265ffffffffffff808a1682526001600160d01b03808a1660208085019182528d54600181018f555f8f815291909120945191519092166601000000000000029216919091179101555b94508593506115eb92505050565b50506040805180820190915265ffffffffffff80851682526001600160d01b0380851660208085019182528854600181018a555f8a81529182209551925190931666010000000000000291909316179201919091559050816115eb565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f6108e76020830184611919565b80356001600160a01b038116811461196f575f5ffd5b919050565b5f5f60408385031215611985575f5ffd5b61198e83611959565b946020939093013593505050565b5f5f5f606084860312156119ae575f5ffd5b6119b784611959565b92506119c560208501611959565b929592945050506040919091013590565b5f602082840312156119e6575f5ffd5b5035919050565b5f602082840312156119fd575f5ffd5b6108e782611959565b60ff60f81b8816815260e060208201525f611a2460e0830189611919565b8281036040840152611a368189611919565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015611a8b578351835260209384019390920191600101611a6d565b50909b9a5050505050505050505050565b803560ff8116811461196f575f5ffd5b5f5f5f5f5f5f60c08789031215611ac1575f5ffd5b611aca87611959565b95506020870135945060408701359350611ae660608801611a9c565b9598949750929560808101359460a0909101359350915050565b5f5f5f5f5f5f5f60e0888a031215611b16575f5ffd5b611b1f88611959565b9650611b2d60208901611959565b95506040880135945060608801359350611b4960808901611a9c565b9699959850939692959460a0840135945060c09093013592915050565b5f5f60408385031215611b77575f5ffd5b611b8083611959565b9150611b8e60208401611959565b90509250929050565b5f5f60408385031215611ba8575f5ffd5b611bb183611959565b9150602083013563ffffffff81168114611bc9575f5ffd5b809150509250929050565b600181811c90821680611be857607f821691505b602082108103611c0657634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52601160045260245ffd5b8181038181111561054557610545611c0c565b6001600160d01b03818116838216019081111561054557610545611c0c565b6001600160d01b03828116828216039081111561054557610545611c0c565b8082018082111561054557610545611c0c565b634e487b7160e01b5f52601260045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b634e487b7160e01b5f52603260045260245ffddec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a724",
}

// WAL is an auto generated Go binding around an Ethereum contract.
type WAL struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *WAL) GetABI() abi.ABI {
	return c.abi
}

// NewWAL creates a new instance of WAL.
func NewWAL() *WAL {
	parsed, err := WALMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &WAL{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *WAL) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address receiver) returns()
func (wAL *WAL) PackConstructor(receiver common.Address) []byte {
	enc, err := wAL.abi.Pack("", receiver)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackCLOCKMODE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4bf5d7e9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function CLOCK_MODE() pure returns(string)
func (wAL *WAL) PackCLOCKMODE() []byte {
	enc, err := wAL.abi.Pack("CLOCK_MODE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCLOCKMODE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4bf5d7e9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function CLOCK_MODE() pure returns(string)
func (wAL *WAL) TryPackCLOCKMODE() ([]byte, error) {
	return wAL.abi.Pack("CLOCK_MODE")
}

// UnpackCLOCKMODE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4bf5d7e9.
//
// Solidity: function CLOCK_MODE() pure returns(string)
func (wAL *WAL) UnpackCLOCKMODE(data []byte) (string, error) {
	out, err := wAL.abi.Unpack("CLOCK_MODE", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackDOMAINSEPARATOR is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3644e515.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (wAL *WAL) PackDOMAINSEPARATOR() []byte {
	enc, err := wAL.abi.Pack("DOMAIN_SEPARATOR")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDOMAINSEPARATOR is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3644e515.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (wAL *WAL) TryPackDOMAINSEPARATOR() ([]byte, error) {
	return wAL.abi.Pack("DOMAIN_SEPARATOR")
}

// UnpackDOMAINSEPARATOR is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3644e515.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (wAL *WAL) UnpackDOMAINSEPARATOR(data []byte) ([32]byte, error) {
	out, err := wAL.abi.Unpack("DOMAIN_SEPARATOR", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSUPPLY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc50497ae.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function SUPPLY() view returns(uint256)
func (wAL *WAL) PackSUPPLY() []byte {
	enc, err := wAL.abi.Pack("SUPPLY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSUPPLY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc50497ae.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function SUPPLY() view returns(uint256)
func (wAL *WAL) TryPackSUPPLY() ([]byte, error) {
	return wAL.abi.Pack("SUPPLY")
}

// UnpackSUPPLY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc50497ae.
//
// Solidity: function SUPPLY() view returns(uint256)
func (wAL *WAL) UnpackSUPPLY(data []byte) (*big.Int, error) {
	out, err := wAL.abi.Unpack("SUPPLY", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (wAL *WAL) PackAllowance(owner common.Address, spender common.Address) []byte {
	enc, err := wAL.abi.Pack("allowance", owner, spender)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (wAL *WAL) TryPackAllowance(owner common.Address, spender common.Address) ([]byte, error) {
	return wAL.abi.Pack("allowance", owner, spender)
}

// UnpackAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdd62ed3e.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (wAL *WAL) UnpackAllowance(data []byte) (*big.Int, error) {
	out, err := wAL.abi.Unpack("allowance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (wAL *WAL) PackApprove(spender common.Address, value *big.Int) []byte {
	enc, err := wAL.abi.Pack("approve", spender, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (wAL *WAL) TryPackApprove(spender common.Address, value *big.Int) ([]byte, error) {
	return wAL.abi.Pack("approve", spender, value)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x095ea7b3.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (wAL *WAL) UnpackApprove(data []byte) (bool, error) {
	out, err := wAL.abi.Unpack("approve", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (wAL *WAL) PackBalanceOf(account common.Address) []byte {
	enc, err := wAL.abi.Pack("balanceOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (wAL *WAL) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return wAL.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (wAL *WAL) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := wAL.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42966c68.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burn(uint256 value) returns()
func (wAL *WAL) PackBurn(value *big.Int) []byte {
	enc, err := wAL.abi.Pack("burn", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42966c68.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burn(uint256 value) returns()
func (wAL *WAL) TryPackBurn(value *big.Int) ([]byte, error) {
	return wAL.abi.Pack("burn", value)
}

// PackBurnFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79cc6790.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burnFrom(address account, uint256 value) returns()
func (wAL *WAL) PackBurnFrom(account common.Address, value *big.Int) []byte {
	enc, err := wAL.abi.Pack("burnFrom", account, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurnFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79cc6790.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burnFrom(address account, uint256 value) returns()
func (wAL *WAL) TryPackBurnFrom(account common.Address, value *big.Int) ([]byte, error) {
	return wAL.abi.Pack("burnFrom", account, value)
}

// PackBurned is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x73f42561.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burned() view returns(uint256)
func (wAL *WAL) PackBurned() []byte {
	enc, err := wAL.abi.Pack("burned")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurned is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x73f42561.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burned() view returns(uint256)
func (wAL *WAL) TryPackBurned() ([]byte, error) {
	return wAL.abi.Pack("burned")
}

// UnpackBurned is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x73f42561.
//
// Solidity: function burned() view returns(uint256)
func (wAL *WAL) UnpackBurned(data []byte) (*big.Int, error) {
	out, err := wAL.abi.Unpack("burned", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCheckpoints is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf1127ed8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function checkpoints(address account, uint32 pos) view returns((uint48,uint208))
func (wAL *WAL) PackCheckpoints(account common.Address, pos uint32) []byte {
	enc, err := wAL.abi.Pack("checkpoints", account, pos)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCheckpoints is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf1127ed8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function checkpoints(address account, uint32 pos) view returns((uint48,uint208))
func (wAL *WAL) TryPackCheckpoints(account common.Address, pos uint32) ([]byte, error) {
	return wAL.abi.Pack("checkpoints", account, pos)
}

// UnpackCheckpoints is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf1127ed8.
//
// Solidity: function checkpoints(address account, uint32 pos) view returns((uint48,uint208))
func (wAL *WAL) UnpackCheckpoints(data []byte) (CheckpointsCheckpoint208, error) {
	out, err := wAL.abi.Unpack("checkpoints", data)
	if err != nil {
		return *new(CheckpointsCheckpoint208), err
	}
	out0 := *abi.ConvertType(out[0], new(CheckpointsCheckpoint208)).(*CheckpointsCheckpoint208)
	return out0, nil
}

// PackClock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91ddadf4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function clock() view returns(uint48)
func (wAL *WAL) PackClock() []byte {
	enc, err := wAL.abi.Pack("clock")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91ddadf4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function clock() view returns(uint48)
func (wAL *WAL) TryPackClock() ([]byte, error) {
	return wAL.abi.Pack("clock")
}

// UnpackClock is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91ddadf4.
//
// Solidity: function clock() view returns(uint48)
func (wAL *WAL) UnpackClock(data []byte) (*big.Int, error) {
	out, err := wAL.abi.Unpack("clock", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decimals() pure returns(uint8)
func (wAL *WAL) PackDecimals() []byte {
	enc, err := wAL.abi.Pack("decimals")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decimals() pure returns(uint8)
func (wAL *WAL) TryPackDecimals() ([]byte, error) {
	return wAL.abi.Pack("decimals")
}

// UnpackDecimals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x313ce567.
//
// Solidity: function decimals() pure returns(uint8)
func (wAL *WAL) UnpackDecimals(data []byte) (uint8, error) {
	out, err := wAL.abi.Unpack("decimals", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackDelegate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c19a95c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function delegate(address delegatee) returns()
func (wAL *WAL) PackDelegate(delegatee common.Address) []byte {
	enc, err := wAL.abi.Pack("delegate", delegatee)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDelegate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c19a95c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function delegate(address delegatee) returns()
func (wAL *WAL) TryPackDelegate(delegatee common.Address) ([]byte, error) {
	return wAL.abi.Pack("delegate", delegatee)
}

// PackDelegateBySig is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc3cda520.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function delegateBySig(address delegatee, uint256 nonce, uint256 expiry, uint8 v, bytes32 r, bytes32 s) returns()
func (wAL *WAL) PackDelegateBySig(delegatee common.Address, nonce *big.Int, expiry *big.Int, v uint8, r [32]byte, s [32]byte) []byte {
	enc, err := wAL.abi.Pack("delegateBySig", delegatee, nonce, expiry, v, r, s)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDelegateBySig is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc3cda520.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function delegateBySig(address delegatee, uint256 nonce, uint256 expiry, uint8 v, bytes32 r, bytes32 s) returns()
func (wAL *WAL) TryPackDelegateBySig(delegatee common.Address, nonce *big.Int, expiry *big.Int, v uint8, r [32]byte, s [32]byte) ([]byte, error) {
	return wAL.abi.Pack("delegateBySig", delegatee, nonce, expiry, v, r, s)
}

// PackDelegates is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x587cde1e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function delegates(address account) view returns(address)
func (wAL *WAL) PackDelegates(account common.Address) []byte {
	enc, err := wAL.abi.Pack("delegates", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDelegates is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x587cde1e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function delegates(address account) view returns(address)
func (wAL *WAL) TryPackDelegates(account common.Address) ([]byte, error) {
	return wAL.abi.Pack("delegates", account)
}

// UnpackDelegates is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x587cde1e.
//
// Solidity: function delegates(address account) view returns(address)
func (wAL *WAL) UnpackDelegates(data []byte) (common.Address, error) {
	out, err := wAL.abi.Unpack("delegates", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (wAL *WAL) PackEip712Domain() []byte {
	enc, err := wAL.abi.Pack("eip712Domain")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (wAL *WAL) TryPackEip712Domain() ([]byte, error) {
	return wAL.abi.Pack("eip712Domain")
}

// Eip712DomainOutput serves as a container for the return parameters of contract
// method Eip712Domain.
type Eip712DomainOutput struct {
	Fields            [1]byte
	Name              string
	Version           string
	ChainId           *big.Int
	VerifyingContract common.Address
	Salt              [32]byte
	Extensions        []*big.Int
}

// UnpackEip712Domain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84b0196e.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (wAL *WAL) UnpackEip712Domain(data []byte) (Eip712DomainOutput, error) {
	out, err := wAL.abi.Unpack("eip712Domain", data)
	outstruct := new(Eip712DomainOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Fields = *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)
	outstruct.Name = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.Version = *abi.ConvertType(out[2], new(string)).(*string)
	outstruct.ChainId = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.VerifyingContract = *abi.ConvertType(out[4], new(common.Address)).(*common.Address)
	outstruct.Salt = *abi.ConvertType(out[5], new([32]byte)).(*[32]byte)
	outstruct.Extensions = *abi.ConvertType(out[6], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackForgo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae4ef9ef.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function forgo(address owner) returns()
func (wAL *WAL) PackForgo(owner common.Address) []byte {
	enc, err := wAL.abi.Pack("forgo", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackForgo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae4ef9ef.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function forgo(address owner) returns()
func (wAL *WAL) TryPackForgo(owner common.Address) ([]byte, error) {
	return wAL.abi.Pack("forgo", owner)
}

// PackGetPastTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e539e8c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getPastTotalSupply(uint256 timepoint) view returns(uint256)
func (wAL *WAL) PackGetPastTotalSupply(timepoint *big.Int) []byte {
	enc, err := wAL.abi.Pack("getPastTotalSupply", timepoint)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetPastTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e539e8c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getPastTotalSupply(uint256 timepoint) view returns(uint256)
func (wAL *WAL) TryPackGetPastTotalSupply(timepoint *big.Int) ([]byte, error) {
	return wAL.abi.Pack("getPastTotalSupply", timepoint)
}

// UnpackGetPastTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8e539e8c.
//
// Solidity: function getPastTotalSupply(uint256 timepoint) view returns(uint256)
func (wAL *WAL) UnpackGetPastTotalSupply(data []byte) (*big.Int, error) {
	out, err := wAL.abi.Unpack("getPastTotalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetPastVotes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3a46b1a8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getPastVotes(address account, uint256 timepoint) view returns(uint256)
func (wAL *WAL) PackGetPastVotes(account common.Address, timepoint *big.Int) []byte {
	enc, err := wAL.abi.Pack("getPastVotes", account, timepoint)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetPastVotes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3a46b1a8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getPastVotes(address account, uint256 timepoint) view returns(uint256)
func (wAL *WAL) TryPackGetPastVotes(account common.Address, timepoint *big.Int) ([]byte, error) {
	return wAL.abi.Pack("getPastVotes", account, timepoint)
}

// UnpackGetPastVotes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3a46b1a8.
//
// Solidity: function getPastVotes(address account, uint256 timepoint) view returns(uint256)
func (wAL *WAL) UnpackGetPastVotes(data []byte) (*big.Int, error) {
	out, err := wAL.abi.Unpack("getPastVotes", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetVotes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9ab24eb0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getVotes(address account) view returns(uint256)
func (wAL *WAL) PackGetVotes(account common.Address) []byte {
	enc, err := wAL.abi.Pack("getVotes", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetVotes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9ab24eb0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getVotes(address account) view returns(uint256)
func (wAL *WAL) TryPackGetVotes(account common.Address) ([]byte, error) {
	return wAL.abi.Pack("getVotes", account)
}

// UnpackGetVotes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9ab24eb0.
//
// Solidity: function getVotes(address account) view returns(uint256)
func (wAL *WAL) UnpackGetVotes(data []byte) (*big.Int, error) {
	out, err := wAL.abi.Unpack("getVotes", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (wAL *WAL) PackName() []byte {
	enc, err := wAL.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (wAL *WAL) TryPackName() ([]byte, error) {
	return wAL.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (wAL *WAL) UnpackName(data []byte) (string, error) {
	out, err := wAL.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackNonces is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ecebe00.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (wAL *WAL) PackNonces(owner common.Address) []byte {
	enc, err := wAL.abi.Pack("nonces", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNonces is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ecebe00.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (wAL *WAL) TryPackNonces(owner common.Address) ([]byte, error) {
	return wAL.abi.Pack("nonces", owner)
}

// UnpackNonces is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7ecebe00.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (wAL *WAL) UnpackNonces(data []byte) (*big.Int, error) {
	out, err := wAL.abi.Unpack("nonces", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackNumCheckpoints is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6fcfff45.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function numCheckpoints(address account) view returns(uint32)
func (wAL *WAL) PackNumCheckpoints(account common.Address) []byte {
	enc, err := wAL.abi.Pack("numCheckpoints", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNumCheckpoints is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6fcfff45.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function numCheckpoints(address account) view returns(uint32)
func (wAL *WAL) TryPackNumCheckpoints(account common.Address) ([]byte, error) {
	return wAL.abi.Pack("numCheckpoints", account)
}

// UnpackNumCheckpoints is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6fcfff45.
//
// Solidity: function numCheckpoints(address account) view returns(uint32)
func (wAL *WAL) UnpackNumCheckpoints(data []byte) (uint32, error) {
	out, err := wAL.abi.Unpack("numCheckpoints", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackPermit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd505accf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) returns()
func (wAL *WAL) PackPermit(owner common.Address, spender common.Address, value *big.Int, deadline *big.Int, v uint8, r [32]byte, s [32]byte) []byte {
	enc, err := wAL.abi.Pack("permit", owner, spender, value, deadline, v, r, s)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPermit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd505accf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) returns()
func (wAL *WAL) TryPackPermit(owner common.Address, spender common.Address, value *big.Int, deadline *big.Int, v uint8, r [32]byte, s [32]byte) ([]byte, error) {
	return wAL.abi.Pack("permit", owner, spender, value, deadline, v, r, s)
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (wAL *WAL) PackSymbol() []byte {
	enc, err := wAL.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (wAL *WAL) TryPackSymbol() ([]byte, error) {
	return wAL.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (wAL *WAL) UnpackSymbol(data []byte) (string, error) {
	out, err := wAL.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (wAL *WAL) PackTotalSupply() []byte {
	enc, err := wAL.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256)
func (wAL *WAL) TryPackTotalSupply() ([]byte, error) {
	return wAL.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (wAL *WAL) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := wAL.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (wAL *WAL) PackTransfer(to common.Address, value *big.Int) []byte {
	enc, err := wAL.abi.Pack("transfer", to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (wAL *WAL) TryPackTransfer(to common.Address, value *big.Int) ([]byte, error) {
	return wAL.abi.Pack("transfer", to, value)
}

// UnpackTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9059cbb.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (wAL *WAL) UnpackTransfer(data []byte) (bool, error) {
	out, err := wAL.abi.Unpack("transfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (wAL *WAL) PackTransferFrom(from common.Address, to common.Address, value *big.Int) []byte {
	enc, err := wAL.abi.Pack("transferFrom", from, to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (wAL *WAL) TryPackTransferFrom(from common.Address, to common.Address, value *big.Int) ([]byte, error) {
	return wAL.abi.Pack("transferFrom", from, to, value)
}

// UnpackTransferFrom is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x23b872dd.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (wAL *WAL) UnpackTransferFrom(data []byte) (bool, error) {
	out, err := wAL.abi.Unpack("transferFrom", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// WALApproval represents a Approval event raised by the WAL contract.
type WALApproval struct {
	Owner   common.Address
	Spender common.Address
	Value   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const WALApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (WALApproval) ContractEventName() string {
	return WALApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed spender, uint256 value)
func (wAL *WAL) UnpackApprovalEvent(log *types.Log) (*WALApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != wAL.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(WALApproval)
	if len(log.Data) > 0 {
		if err := wAL.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range wAL.abi.Events[event].Inputs {
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

// WALDelegateChanged represents a DelegateChanged event raised by the WAL contract.
type WALDelegateChanged struct {
	Delegator    common.Address
	FromDelegate common.Address
	ToDelegate   common.Address
	Raw          *types.Log // Blockchain specific contextual infos
}

const WALDelegateChangedEventName = "DelegateChanged"

// ContractEventName returns the user-defined event name.
func (WALDelegateChanged) ContractEventName() string {
	return WALDelegateChangedEventName
}

// UnpackDelegateChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DelegateChanged(address indexed delegator, address indexed fromDelegate, address indexed toDelegate)
func (wAL *WAL) UnpackDelegateChangedEvent(log *types.Log) (*WALDelegateChanged, error) {
	event := "DelegateChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != wAL.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(WALDelegateChanged)
	if len(log.Data) > 0 {
		if err := wAL.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range wAL.abi.Events[event].Inputs {
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

// WALDelegateVotesChanged represents a DelegateVotesChanged event raised by the WAL contract.
type WALDelegateVotesChanged struct {
	Delegate      common.Address
	PreviousVotes *big.Int
	NewVotes      *big.Int
	Raw           *types.Log // Blockchain specific contextual infos
}

const WALDelegateVotesChangedEventName = "DelegateVotesChanged"

// ContractEventName returns the user-defined event name.
func (WALDelegateVotesChanged) ContractEventName() string {
	return WALDelegateVotesChangedEventName
}

// UnpackDelegateVotesChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DelegateVotesChanged(address indexed delegate, uint256 previousVotes, uint256 newVotes)
func (wAL *WAL) UnpackDelegateVotesChangedEvent(log *types.Log) (*WALDelegateVotesChanged, error) {
	event := "DelegateVotesChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != wAL.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(WALDelegateVotesChanged)
	if len(log.Data) > 0 {
		if err := wAL.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range wAL.abi.Events[event].Inputs {
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

// WALEIP712DomainChanged represents a EIP712DomainChanged event raised by the WAL contract.
type WALEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const WALEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (WALEIP712DomainChanged) ContractEventName() string {
	return WALEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (wAL *WAL) UnpackEIP712DomainChangedEvent(log *types.Log) (*WALEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != wAL.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(WALEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := wAL.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range wAL.abi.Events[event].Inputs {
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

// WALTransfer represents a Transfer event raised by the WAL contract.
type WALTransfer struct {
	From  common.Address
	To    common.Address
	Value *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const WALTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (WALTransfer) ContractEventName() string {
	return WALTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 value)
func (wAL *WAL) UnpackTransferEvent(log *types.Log) (*WALTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != wAL.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(WALTransfer)
	if len(log.Data) > 0 {
		if err := wAL.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range wAL.abi.Events[event].Inputs {
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
func (wAL *WAL) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], wAL.abi.Errors["CheckpointUnorderedInsertion"].ID.Bytes()[:4]) {
		return wAL.UnpackCheckpointUnorderedInsertionError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["ECDSAInvalidSignature"].ID.Bytes()[:4]) {
		return wAL.UnpackECDSAInvalidSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["ECDSAInvalidSignatureLength"].ID.Bytes()[:4]) {
		return wAL.UnpackECDSAInvalidSignatureLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["ECDSAInvalidSignatureS"].ID.Bytes()[:4]) {
		return wAL.UnpackECDSAInvalidSignatureSError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["ERC20ExceededSafeSupply"].ID.Bytes()[:4]) {
		return wAL.UnpackERC20ExceededSafeSupplyError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["ERC20InsufficientAllowance"].ID.Bytes()[:4]) {
		return wAL.UnpackERC20InsufficientAllowanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["ERC20InsufficientBalance"].ID.Bytes()[:4]) {
		return wAL.UnpackERC20InsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["ERC20InvalidApprover"].ID.Bytes()[:4]) {
		return wAL.UnpackERC20InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["ERC20InvalidReceiver"].ID.Bytes()[:4]) {
		return wAL.UnpackERC20InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["ERC20InvalidSender"].ID.Bytes()[:4]) {
		return wAL.UnpackERC20InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["ERC20InvalidSpender"].ID.Bytes()[:4]) {
		return wAL.UnpackERC20InvalidSpenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["ERC2612ExpiredSignature"].ID.Bytes()[:4]) {
		return wAL.UnpackERC2612ExpiredSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["ERC2612InvalidSigner"].ID.Bytes()[:4]) {
		return wAL.UnpackERC2612InvalidSignerError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["ERC5805FutureLookup"].ID.Bytes()[:4]) {
		return wAL.UnpackERC5805FutureLookupError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["InvalidAccountNonce"].ID.Bytes()[:4]) {
		return wAL.UnpackInvalidAccountNonceError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return wAL.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return wAL.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return wAL.UnpackStringTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], wAL.abi.Errors["VotesExpiredSignature"].ID.Bytes()[:4]) {
		return wAL.UnpackVotesExpiredSignatureError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// WALCheckpointUnorderedInsertion represents a CheckpointUnorderedInsertion error raised by the WAL contract.
type WALCheckpointUnorderedInsertion struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CheckpointUnorderedInsertion()
func WALCheckpointUnorderedInsertionErrorID() common.Hash {
	return common.HexToHash("0x2520601d9d60b717c34a36ad270857824c5a1ebbfd08ff39aba6930089495cfa")
}

// UnpackCheckpointUnorderedInsertionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CheckpointUnorderedInsertion()
func (wAL *WAL) UnpackCheckpointUnorderedInsertionError(raw []byte) (*WALCheckpointUnorderedInsertion, error) {
	out := new(WALCheckpointUnorderedInsertion)
	if err := wAL.abi.UnpackIntoInterface(out, "CheckpointUnorderedInsertion", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALECDSAInvalidSignature represents a ECDSAInvalidSignature error raised by the WAL contract.
type WALECDSAInvalidSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignature()
func WALECDSAInvalidSignatureErrorID() common.Hash {
	return common.HexToHash("0xf645eedf0193584640b6b90cb9477e4c95b98636c148a891d4c0a146dc46e75a")
}

// UnpackECDSAInvalidSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignature()
func (wAL *WAL) UnpackECDSAInvalidSignatureError(raw []byte) (*WALECDSAInvalidSignature, error) {
	out := new(WALECDSAInvalidSignature)
	if err := wAL.abi.UnpackIntoInterface(out, "ECDSAInvalidSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALECDSAInvalidSignatureLength represents a ECDSAInvalidSignatureLength error raised by the WAL contract.
type WALECDSAInvalidSignatureLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignatureLength(uint256 length)
func WALECDSAInvalidSignatureLengthErrorID() common.Hash {
	return common.HexToHash("0xfce698f7e8e5342cd615f641317bc45fe7e1e4a8b0a14dd1383ff8dc9c41917f")
}

// UnpackECDSAInvalidSignatureLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignatureLength(uint256 length)
func (wAL *WAL) UnpackECDSAInvalidSignatureLengthError(raw []byte) (*WALECDSAInvalidSignatureLength, error) {
	out := new(WALECDSAInvalidSignatureLength)
	if err := wAL.abi.UnpackIntoInterface(out, "ECDSAInvalidSignatureLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALECDSAInvalidSignatureS represents a ECDSAInvalidSignatureS error raised by the WAL contract.
type WALECDSAInvalidSignatureS struct {
	S [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignatureS(bytes32 s)
func WALECDSAInvalidSignatureSErrorID() common.Hash {
	return common.HexToHash("0xd78bce0cccb935155ed6428d1c13e50b7f3550fd2b66b9fe266006fea4a5e1eb")
}

// UnpackECDSAInvalidSignatureSError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignatureS(bytes32 s)
func (wAL *WAL) UnpackECDSAInvalidSignatureSError(raw []byte) (*WALECDSAInvalidSignatureS, error) {
	out := new(WALECDSAInvalidSignatureS)
	if err := wAL.abi.UnpackIntoInterface(out, "ECDSAInvalidSignatureS", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALERC20ExceededSafeSupply represents a ERC20ExceededSafeSupply error raised by the WAL contract.
type WALERC20ExceededSafeSupply struct {
	IncreasedSupply *big.Int
	Cap             *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20ExceededSafeSupply(uint256 increasedSupply, uint256 cap)
func WALERC20ExceededSafeSupplyErrorID() common.Hash {
	return common.HexToHash("0x1cb15d26dea6ae78228522d00b5965f950275bea9a67abeec04cb99806defd4c")
}

// UnpackERC20ExceededSafeSupplyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20ExceededSafeSupply(uint256 increasedSupply, uint256 cap)
func (wAL *WAL) UnpackERC20ExceededSafeSupplyError(raw []byte) (*WALERC20ExceededSafeSupply, error) {
	out := new(WALERC20ExceededSafeSupply)
	if err := wAL.abi.UnpackIntoInterface(out, "ERC20ExceededSafeSupply", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALERC20InsufficientAllowance represents a ERC20InsufficientAllowance error raised by the WAL contract.
type WALERC20InsufficientAllowance struct {
	Spender   common.Address
	Allowance *big.Int
	Needed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func WALERC20InsufficientAllowanceErrorID() common.Hash {
	return common.HexToHash("0xfb8f41b23e99d2101d86da76cdfa87dd51c82ed07d3cb62cbc473e469dbc75c3")
}

// UnpackERC20InsufficientAllowanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func (wAL *WAL) UnpackERC20InsufficientAllowanceError(raw []byte) (*WALERC20InsufficientAllowance, error) {
	out := new(WALERC20InsufficientAllowance)
	if err := wAL.abi.UnpackIntoInterface(out, "ERC20InsufficientAllowance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALERC20InsufficientBalance represents a ERC20InsufficientBalance error raised by the WAL contract.
type WALERC20InsufficientBalance struct {
	Sender  common.Address
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func WALERC20InsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xe450d38cd8d9f7d95077d567d60ed49c7254716e6ad08fc9872816c97e0ffec6")
}

// UnpackERC20InsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func (wAL *WAL) UnpackERC20InsufficientBalanceError(raw []byte) (*WALERC20InsufficientBalance, error) {
	out := new(WALERC20InsufficientBalance)
	if err := wAL.abi.UnpackIntoInterface(out, "ERC20InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALERC20InvalidApprover represents a ERC20InvalidApprover error raised by the WAL contract.
type WALERC20InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidApprover(address approver)
func WALERC20InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xe602df05cc75712490294c6c104ab7c17f4030363910a7a2626411c6d3118847")
}

// UnpackERC20InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidApprover(address approver)
func (wAL *WAL) UnpackERC20InvalidApproverError(raw []byte) (*WALERC20InvalidApprover, error) {
	out := new(WALERC20InvalidApprover)
	if err := wAL.abi.UnpackIntoInterface(out, "ERC20InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALERC20InvalidReceiver represents a ERC20InvalidReceiver error raised by the WAL contract.
type WALERC20InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func WALERC20InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0xec442f055133b72f3b2f9f0bb351c406b178527de2040a7d1feb4e058771f613")
}

// UnpackERC20InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func (wAL *WAL) UnpackERC20InvalidReceiverError(raw []byte) (*WALERC20InvalidReceiver, error) {
	out := new(WALERC20InvalidReceiver)
	if err := wAL.abi.UnpackIntoInterface(out, "ERC20InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALERC20InvalidSender represents a ERC20InvalidSender error raised by the WAL contract.
type WALERC20InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSender(address sender)
func WALERC20InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x96c6fd1edd0cd6ef7ff0ecc0facdf53148dc0048b57fe58af65755250a7a96bd")
}

// UnpackERC20InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSender(address sender)
func (wAL *WAL) UnpackERC20InvalidSenderError(raw []byte) (*WALERC20InvalidSender, error) {
	out := new(WALERC20InvalidSender)
	if err := wAL.abi.UnpackIntoInterface(out, "ERC20InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALERC20InvalidSpender represents a ERC20InvalidSpender error raised by the WAL contract.
type WALERC20InvalidSpender struct {
	Spender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSpender(address spender)
func WALERC20InvalidSpenderErrorID() common.Hash {
	return common.HexToHash("0x94280d62c347d8d9f4d59a76ea321452406db88df38e0c9da304f58b57b373a2")
}

// UnpackERC20InvalidSpenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSpender(address spender)
func (wAL *WAL) UnpackERC20InvalidSpenderError(raw []byte) (*WALERC20InvalidSpender, error) {
	out := new(WALERC20InvalidSpender)
	if err := wAL.abi.UnpackIntoInterface(out, "ERC20InvalidSpender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALERC2612ExpiredSignature represents a ERC2612ExpiredSignature error raised by the WAL contract.
type WALERC2612ExpiredSignature struct {
	Deadline *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC2612ExpiredSignature(uint256 deadline)
func WALERC2612ExpiredSignatureErrorID() common.Hash {
	return common.HexToHash("0x627913023c184eaad13735d5a3d2657ae76ec9a872a70e0fc57522ef1a114d58")
}

// UnpackERC2612ExpiredSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC2612ExpiredSignature(uint256 deadline)
func (wAL *WAL) UnpackERC2612ExpiredSignatureError(raw []byte) (*WALERC2612ExpiredSignature, error) {
	out := new(WALERC2612ExpiredSignature)
	if err := wAL.abi.UnpackIntoInterface(out, "ERC2612ExpiredSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALERC2612InvalidSigner represents a ERC2612InvalidSigner error raised by the WAL contract.
type WALERC2612InvalidSigner struct {
	Signer common.Address
	Owner  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC2612InvalidSigner(address signer, address owner)
func WALERC2612InvalidSignerErrorID() common.Hash {
	return common.HexToHash("0x4b800e463b323b1d856edf9dec70329a639d13874a57f5c28219ff57128756db")
}

// UnpackERC2612InvalidSignerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC2612InvalidSigner(address signer, address owner)
func (wAL *WAL) UnpackERC2612InvalidSignerError(raw []byte) (*WALERC2612InvalidSigner, error) {
	out := new(WALERC2612InvalidSigner)
	if err := wAL.abi.UnpackIntoInterface(out, "ERC2612InvalidSigner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALERC5805FutureLookup represents a ERC5805FutureLookup error raised by the WAL contract.
type WALERC5805FutureLookup struct {
	Timepoint *big.Int
	Clock     *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC5805FutureLookup(uint256 timepoint, uint48 clock)
func WALERC5805FutureLookupErrorID() common.Hash {
	return common.HexToHash("0xecd3f81ef0a2e77b4e11bb288f0a162344834f778af7e47bdbee611607f14457")
}

// UnpackERC5805FutureLookupError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC5805FutureLookup(uint256 timepoint, uint48 clock)
func (wAL *WAL) UnpackERC5805FutureLookupError(raw []byte) (*WALERC5805FutureLookup, error) {
	out := new(WALERC5805FutureLookup)
	if err := wAL.abi.UnpackIntoInterface(out, "ERC5805FutureLookup", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALInvalidAccountNonce represents a InvalidAccountNonce error raised by the WAL contract.
type WALInvalidAccountNonce struct {
	Account      common.Address
	CurrentNonce *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidAccountNonce(address account, uint256 currentNonce)
func WALInvalidAccountNonceErrorID() common.Hash {
	return common.HexToHash("0x752d88c0de02638abf10e8e31861e4c68dc1f3a1e7d840e580683f2c282bfc7a")
}

// UnpackInvalidAccountNonceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidAccountNonce(address account, uint256 currentNonce)
func (wAL *WAL) UnpackInvalidAccountNonceError(raw []byte) (*WALInvalidAccountNonce, error) {
	out := new(WALInvalidAccountNonce)
	if err := wAL.abi.UnpackIntoInterface(out, "InvalidAccountNonce", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALInvalidShortString represents a InvalidShortString error raised by the WAL contract.
type WALInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func WALInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (wAL *WAL) UnpackInvalidShortStringError(raw []byte) (*WALInvalidShortString, error) {
	out := new(WALInvalidShortString)
	if err := wAL.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALSafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the WAL contract.
type WALSafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func WALSafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (wAL *WAL) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*WALSafeCastOverflowedUintDowncast, error) {
	out := new(WALSafeCastOverflowedUintDowncast)
	if err := wAL.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALStringTooLong represents a StringTooLong error raised by the WAL contract.
type WALStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func WALStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (wAL *WAL) UnpackStringTooLongError(raw []byte) (*WALStringTooLong, error) {
	out := new(WALStringTooLong)
	if err := wAL.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WALVotesExpiredSignature represents a VotesExpiredSignature error raised by the WAL contract.
type WALVotesExpiredSignature struct {
	Expiry *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error VotesExpiredSignature(uint256 expiry)
func WALVotesExpiredSignatureErrorID() common.Hash {
	return common.HexToHash("0x4683af0ecae671986a1b991272ba6e7bcb633f179b33ccfb3beb636962b1efde")
}

// UnpackVotesExpiredSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error VotesExpiredSignature(uint256 expiry)
func (wAL *WAL) UnpackVotesExpiredSignatureError(raw []byte) (*WALVotesExpiredSignature, error) {
	out := new(WALVotesExpiredSignature)
	if err := wAL.abi.UnpackIntoInterface(out, "VotesExpiredSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}
