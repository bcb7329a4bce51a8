package evm

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum/ethclient"
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
