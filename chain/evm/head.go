package evm

import (
	"context"

	"github.com/ethereum/go-ethereum/ethclient"
)

// FinalBlock is the number of the latest final block: the last one whose events nodes can have handled.
func (c *Client) FinalBlock(ctx context.Context) (number uint64, err error) {
	err = c.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
		h, err := c.finality.finalHead(ctx, ec)
		if err == nil {
			number = uint64(h.Number)
		}
		return err
	})
	return number, err
}
