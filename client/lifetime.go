package client

import (
	"fmt"
	"time"

	"walrus/attest"
	"walrus/chain"
)

// A Lifetime says how long a blob is to be kept. The zero value is one epoch.
type Lifetime struct {
	epochs uint32
	max    bool
	end    attest.Epoch
	expiry time.Time
}

// Epochs is n epochs, the current one counted as the first.
func Epochs(n uint32) Lifetime { return Lifetime{epochs: n} }

// MaxEpochs is as long as the network sells.
func MaxEpochs() Lifetime { return Lifetime{max: true} }

// Until ends with the begin of epoch end.
func Until(end attest.Epoch) Lifetime { return Lifetime{end: end} }

// NotBefore ends with the first epoch that begins at t or later.
func NotBefore(t time.Time) Lifetime { return Lifetime{expiry: t} }

// Resolve gives the epochs to buy, at least 1, at time now. The error matches ErrLifetime. Client specification 2.2.
func (l Lifetime) Resolve(sys chain.System, now time.Time) (uint32, error) {
	var k uint64
	switch {
	case l.max:
		return sys.MaxEpochsAhead, nil
	case l.end != 0:
		if l.end <= sys.Epoch {
			return 0, fmt.Errorf("%w: end epoch %d is not after the current epoch %d", ErrLifetime, l.end, sys.Epoch)
		}
		k = uint64(l.end - sys.Epoch)
	case !l.expiry.IsZero():
		if !l.expiry.After(now) || !l.expiry.After(sys.EpochStart) {
			return 0, fmt.Errorf("%w: %v is not in the future", ErrLifetime, l.expiry.Format(time.RFC3339))
		}
		k = uint64(l.expiry.Sub(sys.EpochStart)/max(sys.EpochDuration, 1)) + 1
	default:
		k = uint64(max(l.epochs, 1))
	}
	if k > uint64(sys.MaxEpochsAhead) {
		return 0, fmt.Errorf("%w: %d epochs ahead, this network sells at most %d", ErrLifetime, k, sys.MaxEpochsAhead)
	}
	return uint32(k), nil
}

// Expiry is when epoch e begins, if epochs keep their length.
func Expiry(sys chain.System, e attest.Epoch) time.Time {
	return sys.EpochStart.Add(sys.EpochDuration * time.Duration(int64(e)-int64(sys.Epoch)))
}
