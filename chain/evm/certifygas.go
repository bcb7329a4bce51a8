package evm

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum/ethclient"

	"walrus/attest"
	"walrus/chain"
)

// CertifyGas estimates the gas of the transaction that certifies a number of objects at once, with the signatures of all of a committee's members but the absent ones. It cannot
// be simulated before the signatures are there, so it is put together from what was measured: of the call and of each object, of a member, of an absent member, and
// of each page of 25 keys that absent members make the contract read. TestCertifyGas holds it to 1 % of what certifying takes.
func CertifyGas(members, absent, blobs int, deletable, pooled bool) uint64 {
	call, each := uint64(236_550), uint64(40_500)
	switch { // one object goes by a call of its own
	case pooled && blobs == 1:
		call, each = 244_000, 37_300
	case pooled:
		call, each = 242_550, 37_300
	case blobs == 1:
		call = 232_000
	}
	if deletable {
		each -= 20_450 // permanent ones take a slot of the availability index
	}
	gas := call + uint64(blobs)*each + uint64(members)*25
	if absent > 0 {
		pages := min(absent, (members+24)/25)
		gas += 2_900 + uint64(absent)*1_810 + uint64(pages)*5_300
	}
	return gas
}

const (
	// pairingReserve is what must be left when signatures are checked, though it is given back: contracts/src/lib/BLS12381.sol keeps 205 kgas for what takes 103.
	pairingReserve = 105_000
	// certifySpare is how much more than that a call gets, in percent: PartProxy wants an eighth of it left. What is left in the end costs nothing; on chains that charge half
	// of the limit at least, a batch of deletable blobs costs a fifth more.
	certifySpare = 25
)

// certifyBound is a gas limit that suffices to certify blobs at once with the signatures in bitmap, 0 if there are none. TestCertifyGas compares it with what chains estimate.
func certifyBound(bitmap []byte, blobs int) uint64 {
	if len(bitmap) == 0 {
		return 0
	}
	members := 8 * len(bitmap) // or a few fewer
	absent := members - attest.Bitmap(bitmap).Count()
	gas := max(CertifyGas(members, absent, blobs, false, false), CertifyGas(members, absent, blobs, false, true)) + pairingReserve
	return gas + gas*certifySpare/100
}

// certify sends a call that certifies blobs.
func (a *Account) certify(ctx context.Context, data, bitmap []byte, blobs int, sent func(chain.TxHash) error) (chain.Receipt, error) {
	return a.transact(ctx, call{To: &a.parts.storage, Data: data, Bound: certifyBound(bitmap, blobs)}, sent)
}

// GasPrice is what a unit of gas costs now, in wei: the base fee, and the tip on top of it.
func (c *Client) GasPrice(ctx context.Context) (price *big.Int, err error) {
	err = c.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
		base, tip, err := gasPrice(ctx, ec)
		if err == nil {
			price = new(big.Int).Add(base, tip)
		}
		return err
	})
	return price, err
}
