package evm

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"walrus/chain"
	"walrus/contracts/bindings"
)

// permitLifetime is how long after the newest block a permit is good for. A transaction that is mined later than that fails and costs its gas.
const permitLifetime = 3600 // seconds

var (
	domainType = crypto.Keccak256([]byte("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"))
	permitType = crypto.Keccak256([]byte("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"))
)

// permitCounter is the token's counter of the account's permits on the newest state: the next permit carries it.
func (a *Account) permitCounter(ctx context.Context) (counter *big.Int, err error) {
	err = a.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
		r := batch{ctx: ctx, ec: ec}
		v := a.askPermitCounter(&r)
		if err := r.run(); err != nil {
			return err
		}
		counter = *v
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read permit counter: %w", asRevert(err))
	}
	return counter, nil
}

func (a *Account) askPermitCounter(b *batch) **big.Int {
	return ask(b, a.parts.wal, walABI.PackNonces(a.sender.from), walABI.UnpackNonces)
}

// permit signs an EIP-2612 permit that lets Storage take exactly frost, and says which counter it carries. 0 needs none. The domain is computed here from chain id and token, so that the
// signature is good for no other token; token and Storage are what the endpoints' Registry names, which is compared on all of them first.
func (a *Account) permit(ctx context.Context, frost uint64) (p bindings.IStoragePermit, counter *big.Int, err error) {
	p.Deadline = new(big.Int)
	if frost == 0 {
		return p, nil, nil
	}
	compared := make(chan error, 1)
	both, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() {
		err := a.compareParts(ctx)
		if err != nil {
			cancel() // settling may take long
		}
		compared <- err
	}()
	newest, counter, err := a.settle(both)
	if wrong := <-compared; wrong != nil {
		return p, nil, fmt.Errorf("sign permit: %w", wrong)
	}
	if err != nil {
		return p, nil, err
	}
	p.Deadline.SetUint64(newest + permitLifetime)
	hash := permitHash(a.walName, a.net.ChainID, a.parts.wal, a.sender.from, a.parts.storage, new(big.Int).SetUint64(frost), counter, p.Deadline)
	sig, err := crypto.Sign(hash, a.sender.key)
	if err != nil {
		return p, nil, fmt.Errorf("sign permit: %w", err)
	}
	if len(sig) != crypto.SignatureLength {
		return p, nil, errors.New("sign permit: unexpected signature length")
	}
	p.R, p.S, p.V = [32]byte(sig[:32]), [32]byte(sig[32:64]), sig[64]+27
	return p, counter, nil
}

// compareParts asks every endpoint that works which contracts the Registry names. An endpoint that names others than this client uses makes it chain.ErrWrongNetwork.
func (c *Client) compareParts(ctx context.Context) error {
	return c.endpoints.all(ctx, c.check, func(ctx context.Context, ec *ethclient.Client) error {
		r := batch{ctx: ctx, ec: ec}
		v := ask(&r, c.parts.registry, registryABI.PackParts(), registryABI.UnpackParts)
		if err := r.run(); err != nil {
			return err
		}
		if got := partsOf(c.parts.registry, *v); got != c.parts {
			return fmt.Errorf("%w: it says that WAL is at %v and Storage at %v, this program started with %v and %v: an endpoint lies, or the network was given new contracts since",
				errParts, chain.Address(got.wal), chain.Address(got.storage), chain.Address(c.parts.wal), chain.Address(c.parts.storage))
		}
		return nil
	})
}

// permitHash is the EIP-712 digest of an EIP-2612 permit.
func permitHash(name string, chainID uint64, token, owner, spender common.Address, value, counter, deadline *big.Int) []byte {
	body := crypto.Keccak256(permitType, word(owner), word(spender), math.U256Bytes(new(big.Int).Set(value)), math.U256Bytes(new(big.Int).Set(counter)), math.U256Bytes(new(big.Int).Set(deadline)))
	return crypto.Keccak256([]byte{0x19, 0x01}, domainSeparator(name, chainID, token), body)
}

// domainSeparator names a token of version "1" on one chain.
func domainSeparator(name string, chainID uint64, token common.Address) []byte {
	return crypto.Keccak256(domainType, crypto.Keccak256([]byte(name)), crypto.Keccak256([]byte("1")), math.U256Bytes(new(big.Int).SetUint64(chainID)), word(token))
}

func word(a common.Address) []byte { return common.LeftPadBytes(a[:], 32) }
