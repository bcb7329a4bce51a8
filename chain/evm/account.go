package evm

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"walrus/attest"
	"walrus/chain"
	"walrus/contracts/bindings"
)

// settlePatience times Options.Resubmit is how long a payment waits for earlier transactions.
const settlePatience = 4

// permitAttempts is how often a payment is signed anew because another program with the same key paid in between. With Options.Turn that happens only if the other one runs
// on another machine, or does not take turns.
const permitAttempts = 8

// An Account is a Client that can pay, see chain.Account. Several programs may hold its key and send at the same time: a permit that another one has used meanwhile is drawn anew, and so is a
// nonce as long as no endpoint has taken the transaction. Where a chain lets one program's transaction replace the other's after that, the call that lost is an error and is not made again: an
// endpoint that lags may show the nonce as used and not yet whose transaction it was, and if it was this one, a second would pay twice. Programs that take turns (Options.Turn) do not come to that.
type Account struct {
	*Client
	sender *sender

	// paying is held through every call that carries a permit: permits have a counter of their own, and one that is not mined blocks the next.
	paying *sync.Mutex

	simulated bool // calls are estimated and not sent
}

var _ chain.Account = (*Account)(nil)

// Account returns the account that key controls. Closing the Client ends it.
func (c *Client) Account(key *ecdsa.PrivateKey) (*Account, error) {
	//lint:ignore SA1019 the functions that replace D do not know go-ethereum's curve; D is only compared with nothing here
	if key == nil || key.D == nil || key.D.Sign() <= 0 {
		return nil, errors.New("account without a key")
	}
	return &Account{Client: c, sender: c.newSender(key), paying: new(sync.Mutex)}, nil
}

// Address is the account's own.
func (a *Account) Address() chain.Address { return chain.Address(a.sender.from) }

// Register makes one blob object per registration, see chain.Account. The permit is for exactly maxPayment.
func (a *Account) Register(ctx context.Context, rs []chain.Registration, maxPayment uint64, sent func(chain.TxHash) error) (chain.Receipt, error) {
	if len(rs) == 0 {
		return chain.Receipt{}, errors.New("nothing to register")
	}
	a.paying.Lock()
	defer a.paying.Unlock()
	cost, has, err := a.quote(ctx, rs)
	switch {
	case err != nil:
		return chain.Receipt{}, err
	case cost > maxPayment:
		return chain.Receipt{}, fmt.Errorf("the price is %d FROST, more than the limit of %d: raise the limit", cost, maxPayment)
	case cost > has:
		return chain.Receipt{}, a.tooPoor(has, cost)
	}
	return a.pay(ctx, maxPayment, sent, func(p bindings.IStoragePermit) ([]byte, error) {
		return storageABI.TryPackRegister(registrations(rs), new(big.Int).SetUint64(maxPayment), p)
	})
}

// Certify submits an availability certificate, see chain.Account. A zero signature with an empty bitmap asks for certification by an earlier certificate.
func (a *Account) Certify(ctx context.Context, object attest.ObjectID, signature [96]byte, bitmap []byte, sent func(chain.TxHash) error) (chain.Receipt, error) {
	point, err := certificatePoint(signature, bitmap)
	if err != nil {
		return chain.Receipt{}, fmt.Errorf("certificate of object %v: %w", object, err)
	}
	return a.certify(ctx, storageABI.PackCertify(object, point, bitmap), bitmap, 1, sent)
}

// Extend prolongs a certified blob. maxPayment bounds the WAL paid, and is what the permit is for.
func (a *Account) Extend(ctx context.Context, object attest.ObjectID, epochs uint32, maxPayment uint64, sent func(chain.TxHash) error) (chain.Receipt, error) {
	a.paying.Lock()
	defer a.paying.Unlock()
	return a.pay(ctx, maxPayment, sent, func(p bindings.IStoragePermit) ([]byte, error) {
		return storageABI.TryPackExtend(object, epochs, new(big.Int).SetUint64(maxPayment), p)
	})
}

// Delete ends a deletable blob. Receipt.Objects holds the resource that is free again.
func (a *Account) Delete(ctx context.Context, object attest.ObjectID) (chain.Receipt, error) {
	return a.call(ctx, a.parts.storage, storageABI.PackDeleteBlob(object), nil, nil)
}

// TransferObject gives a blob object or a free resource to another account.
func (a *Account) TransferObject(ctx context.Context, object attest.ObjectID, to chain.Address) (chain.Receipt, error) {
	return a.call(ctx, a.parts.storage, storageABI.PackTransfer(object, common.Address(to)), nil, nil)
}

// SendWAL pays frost to another account.
func (a *Account) SendWAL(ctx context.Context, to chain.Address, frost uint64) (chain.Receipt, error) {
	if err := a.checkWAL(ctx, frost); err != nil {
		return chain.Receipt{}, err
	}
	return a.call(ctx, a.parts.wal, walABI.PackTransfer(common.Address(to), new(big.Int).SetUint64(frost)), nil, nil)
}

// SendNative pays wei to another account.
func (a *Account) SendNative(ctx context.Context, to chain.Address, wei *big.Int) (chain.Receipt, error) {
	if wei == nil || wei.Sign() < 0 {
		return chain.Receipt{}, fmt.Errorf("cannot send %v wei", wei)
	}
	return a.call(ctx, common.Address(to), nil, wei, nil)
}

// EstimateRegister prices a registration without sending it. If the account cannot pay for it the error is chain.ErrNoFunds and Estimate.WAL is known nevertheless.
func (a *Account) EstimateRegister(ctx context.Context, rs []chain.Registration) (chain.Estimate, error) {
	a.paying.Lock()
	defer a.paying.Unlock()
	cost, has, err := a.quote(ctx, rs)
	e := chain.Estimate{WAL: cost, Native: new(big.Int)}
	if err != nil {
		return e, err
	}
	if cost > has {
		return e, a.tooPoor(has, cost)
	}
	err = a.withPermit(ctx, cost, func(permit bindings.IStoragePermit) error {
		data, err := storageABI.TryPackRegister(registrations(rs), new(big.Int).SetUint64(cost), permit)
		if err != nil {
			return err
		}
		e.Gas, err = a.sender.estimate(ctx, call{To: &a.parts.storage, Data: data})
		return err
	})
	if err != nil {
		return e, a.explain(ctx, err, cost)
	}
	_, feeCap, _, _, err := a.sender.outlook(ctx)
	if err != nil {
		return e, err
	}
	e.Native.Mul(feeCap, new(big.Int).SetUint64(e.Gas))
	return e, nil
}

// Pending says what became of a transaction, see chain.Account. A transaction that failed gives *chain.RevertError.
func (a *Account) Pending(ctx context.Context, hash chain.TxHash) (*chain.Receipt, error) {
	var tx *types.Transaction
	var r *types.Receipt
	err := a.do(ctx, func(ctx context.Context, ec *ethclient.Client) (err error) {
		tx, _, err = ec.TransactionByHash(ctx, common.Hash(hash))
		return err
	})
	if notFound(err) {
		return nil, fmt.Errorf("transaction %v: %w", hash, chain.ErrNotFound)
	}
	if err != nil && saysIndexing(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look up transaction %v: %w", hash, err)
	}
	if r, _, err = a.finalReceipt(ctx, []*types.Transaction{tx}); err != nil && !saysIndexing(err) {
		return nil, fmt.Errorf("look up transaction %v: %w", hash, err)
	}
	if r == nil {
		return nil, nil
	}
	out := a.receipt(r)
	if r.Status != types.ReceiptStatusSuccessful {
		return &out, a.whyFailed(ctx, tx, a.sender.from, r)
	}
	return &out, nil
}

// call sends one transaction and translates its receipt.
func (a *Account) call(ctx context.Context, to common.Address, data []byte, wei *big.Int, sent func(chain.TxHash) error) (chain.Receipt, error) {
	return a.transact(ctx, call{To: &to, Data: data, Value: wei}, sent)
}

func (a *Account) transact(ctx context.Context, t call, sent func(chain.TxHash) error) (chain.Receipt, error) {
	if a.simulated {
		return a.simulate(ctx, t)
	}
	r, err := a.sender.send(ctx, t, sent)
	if r == nil {
		return chain.Receipt{}, err
	}
	return a.receipt(r), err
}

// pay sends one call to Storage that takes a permit. The caller holds paying.
func (a *Account) pay(ctx context.Context, maxPayment uint64, sent func(chain.TxHash) error, pack func(bindings.IStoragePermit) ([]byte, error)) (chain.Receipt, error) {
	return a.payTo(ctx, a.parts.storage, maxPayment, sent, pack)
}

// payTo is pay for a call to another contract, which passes the permit on to Storage.
func (a *Account) payTo(ctx context.Context, to common.Address, maxPayment uint64, sent func(chain.TxHash) error, pack func(bindings.IStoragePermit) ([]byte, error)) (chain.Receipt, error) {
	if maxPayment > 0 && !a.simulated {
		end, err := a.takeTurn(ctx, TurnPay, a.sender.from)
		if err != nil {
			return chain.Receipt{}, err
		}
		defer end()
	}
	var r chain.Receipt
	err := a.withPermit(ctx, maxPayment, func(permit bindings.IStoragePermit) error {
		data, err := pack(permit)
		if err != nil {
			return err
		}
		r, err = a.call(ctx, to, data, nil, sent)
		return err
	})
	return r, a.explain(ctx, err, maxPayment)
}

// withPermit makes a call with a permit for frost. A permit is good for one state of the token's counter: if another program with the same key has paid since it was signed,
// the contracts refuse the call as a whole, and it is made again with a new one.
func (a *Account) withPermit(ctx context.Context, frost uint64, use func(bindings.IStoragePermit) error) error {
	for attempt := 1; ; attempt++ {
		permit, counter, err := a.permit(ctx, frost)
		if err != nil {
			return err
		}
		err = use(permit)
		var refused *chain.RevertError
		if frost == 0 || attempt == permitAttempts || !errors.As(err, &refused) || refused.Name != "ERC2612InvalidSigner" && refused.Name != revertEmpty {
			return err
		}
		// Two payments in one block look, on the state before it, as if both had to succeed: then there is no reason, but the counter tells.
		if now, cerr := a.permitCounter(ctx); cerr != nil || now.Cmp(counter) <= 0 {
			return err
		}
		a.log.Info("another program has paid from this account meanwhile: paying with a new permit", "account", a.Address(), "attempt", attempt)
		if !sleep(ctx, rand.N(time.Duration(attempt)*a.poll)) { // programs in step would void each other's permits again
			return ctx.Err()
		}
	}
}

// explain turns the token's refusal to pay into chain.ErrNoFunds.
func (a *Account) explain(ctx context.Context, err error, amount uint64) error {
	var revert *chain.RevertError
	if errors.As(err, &revert) && revert.Name == "ERC20InsufficientBalance" {
		if e := a.checkWAL(ctx, amount); e != nil {
			return e
		}
		return fmt.Errorf("%w: %w", chain.ErrNoFunds, err)
	}
	return err
}

// checkWAL says how much is missing to pay frost.
func (a *Account) checkWAL(ctx context.Context, frost uint64) error {
	b, err := a.Balances(ctx, a.Address())
	if err != nil {
		return err
	}
	if b.WAL < frost {
		return a.tooPoor(b.WAL, frost)
	}
	return nil
}

func (a *Account) tooPoor(has, frost uint64) error {
	return fmt.Errorf("%w: account %v has %d FROST and %d are needed, %d are missing: send WAL to it (on a devnet: walrus get-wal)",
		chain.ErrNoFunds, a.Address(), has, frost, frost-has)
}

// quote is the price of registrations in FROST, and what the account has.
func (a *Account) quote(ctx context.Context, rs []chain.Registration) (total, has uint64, err error) {
	var quotes []*bindings.QuoteOutput
	var balance **big.Int
	err = a.views(ctx, func(b *batch) {
		quotes = quotes[:0]
		balance = ask(b, a.parts.wal, walABI.PackBalanceOf(a.sender.from), walABI.UnpackBalanceOf)
		for _, r := range rs {
			quotes = append(quotes, ask(b, a.parts.storage, storageABI.PackQuote(r.Size, max(r.Epochs, 1)), storageABI.UnpackQuote))
		}
	})
	if err != nil {
		return 0, 0, fmt.Errorf("ask for the price: %w", err)
	}
	if has = math.MaxUint64; (*balance).IsUint64() { // else it is more than anything costs
		has = (*balance).Uint64()
	}
	for i, q := range quotes {
		fee := q.WriteFee
		if rs[i].Storage.IsZero() {
			fee += q.StorageFee
		}
		if fee < q.WriteFee || total+fee < total {
			return 0, 0, fmt.Errorf("the price of %d registrations does not fit 64 bits: register fewer at once", len(rs))
		}
		total += fee
	}
	return total, has, nil
}

func registrations(rs []chain.Registration) []bindings.IStorageRegistration {
	out := make([]bindings.IStorageRegistration, len(rs))
	for i, r := range rs {
		out[i] = bindings.IStorageRegistration{
			StorageId: r.Storage, BlobId: r.BlobID, Root: r.Root, Size: r.Size, Encoding: r.Encoding, Deletable: r.Deletable, Epochs: r.Epochs,
		}
	}
	return out
}

// receipt translates what a transaction did. WAL is what the account paid less what it got back.
func (a *Account) receipt(r *types.Receipt) chain.Receipt {
	out := chain.Receipt{Tx: chain.TxHash(r.TxHash), Block: r.BlockNumber.Uint64(), Gas: r.GasUsed, Native: new(big.Int)}
	if r.EffectiveGasPrice != nil {
		out.Native.Mul(r.EffectiveGasPrice, new(big.Int).SetUint64(r.GasUsed))
	}
	paid := new(big.Int)
	for _, l := range r.Logs {
		switch {
		case len(l.Topics) == 0:
		case l.Address == a.parts.wal && l.Topics[0] == topicWALTransfer:
			if v, err := walABI.UnpackTransferEvent(l); err == nil && v.From != v.To {
				if v.From == a.sender.from {
					paid.Add(paid, v.Value)
				} else if v.To == a.sender.from {
					paid.Sub(paid, v.Value)
				}
			}
		case l.Address == a.parts.storage && l.Topics[0] == topicSharedExtended:
			if v, err := storageABI.UnpackSharedBlobExtendedEvent(l); err == nil {
				out.Funds += v.Charged
			}
		}
	}
	if paid.IsUint64() {
		out.WAL = paid.Uint64()
	}
	for _, id := range a.parts.made(r.Logs) {
		out.Objects = append(out.Objects, attest.ObjectID(id))
	}
	return out
}

// settle waits until all transactions that are unmined now are mined, since a permit in one of them would void the next one. Those sent meanwhile carry none. It
// waits long enough for this program's own to be sent again; what an earlier run left with too low a fee may stay for ever. Then it says when the newest block was, in
// seconds since 1970, and which counter the next permit carries; all that is one request, so that a payment waits for few answers.
func (a *Account) settle(ctx context.Context) (newest uint64, counter *big.Int, err error) {
	patience := settlePatience * a.resubmit
	before := uint64(math.MaxUint64)
	for until := time.Now().Add(patience); ; {
		var mined, pending uint64
		err := a.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
			b := batch{ctx: ctx, ec: ec}
			latest, all := askFor[hexutil.Uint64](&b, "eth_getTransactionCount", a.sender.from, "latest"), askFor[hexutil.Uint64](&b, "eth_getTransactionCount", a.sender.from, "pending")
			h, c := askFor[*head](&b, "eth_getBlockByNumber", "latest", false), a.askPermitCounter(&b) // an endpoint may read it first: a counter that is old is refused when gas is estimated
			if err := b.run(); err != nil {
				return err
			}
			if *h == nil {
				return ethereum.NotFound
			}
			mined, pending, newest, counter = uint64(*latest), uint64(*all), uint64((*h).Time), *c
			return nil
		})
		if err != nil {
			return 0, nil, fmt.Errorf("read permit counter and the newest block: %w", asRevert(err))
		}
		before = min(before, pending) // fewer when the endpoint forgot some
		if mined >= before {
			return newest, counter, nil
		}
		if time.Now().After(until) {
			return 0, nil, fmt.Errorf("account %v has %d transactions that are still unmined after %v, and a permit in them would void this payment: try again when they are mined, or replace nonce %d from the wallet that sent it",
				a.Address(), before-mined, patience, mined)
		}
		if !sleep(ctx, a.poll/4) {
			return 0, nil, ctx.Err()
		}
	}
}
