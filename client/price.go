package client

import (
	"fmt"
	"math/bits"

	"walrus/chain"
)

// StorageUnit is what prices are for, in bytes of encoded data.
const StorageUnit = 1 << 20

// Units is the number of storage units that encoded bytes are charged as.
func Units(encoded uint64) uint64 {
	return encoded/StorageUnit + min(encoded%StorageUnit, 1)
}

// StorageFee is the price in FROST of keeping encoded bytes for a number of epochs.
func StorageFee(sys chain.System, encoded uint64, epochs uint32) (uint64, error) {
	perEpoch, err := mul(Units(encoded), sys.StoragePrice)
	if err != nil {
		return 0, err
	}
	return mul(perEpoch, uint64(epochs))
}

// WriteFee is the price in FROST of registering a blob of encoded bytes.
func WriteFee(sys chain.System, encoded uint64) (uint64, error) {
	return mul(Units(encoded), sys.WritePrice)
}

// NewFee is the price in FROST of a new blob object with new space.
func NewFee(sys chain.System, encoded uint64, epochs uint32) (uint64, error) {
	s, err := StorageFee(sys, encoded, epochs)
	if err != nil {
		return 0, err
	}
	w, err := WriteFee(sys, encoded)
	if err != nil {
		return 0, err
	}
	return add(s, w)
}

func mul(a, b uint64) (uint64, error) {
	hi, lo := bits.Mul64(a, b)
	if hi != 0 {
		return 0, fmt.Errorf("price %d times %d is beyond all money", a, b)
	}
	return lo, nil
}

func add(a, b uint64) (uint64, error) {
	s, carry := bits.Add64(a, b, 0)
	if carry != 0 {
		return 0, fmt.Errorf("price %d plus %d is beyond all money", a, b)
	}
	return s, nil
}
