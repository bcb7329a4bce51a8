package server

import (
	"slices"

	"walrus/attest"
	"walrus/redstuff"
)

// An Assignment is what the committee of the chain's current epoch gives this node.
type Assignment struct {
	Epoch  attest.Epoch
	Params redstuff.Params
	Shards []redstuff.ShardIndex // ascending
	owned  []bool                // by shard
}

// NewAssignment makes the assignment of shards, which are below p.N.
func NewAssignment(epoch attest.Epoch, p redstuff.Params, shards []redstuff.ShardIndex) *Assignment {
	a := &Assignment{Epoch: epoch, Params: p, Shards: slices.Sorted(slices.Values(shards)), owned: make([]bool, p.N)}
	for _, s := range shards {
		a.owned[s] = true
	}
	return a
}

// Owns says whether the sliver pair of a blob belongs to this node.
func (a *Assignment) Owns(id redstuff.BlobID, pair redstuff.PairIndex) bool {
	return int(pair) < a.Params.N && a.owned[a.Params.Shard(id, pair)]
}

// Pairs lists the sliver pairs of a blob that belong to this node, ascending.
func (a *Assignment) Pairs(id redstuff.BlobID) []redstuff.PairIndex {
	pairs := make([]redstuff.PairIndex, len(a.Shards))
	for i, s := range a.Shards {
		pairs[i] = a.Params.PairOf(id, s)
	}
	slices.Sort(pairs)
	return pairs
}

// Share is the number of sliver bytes that this node holds of a blob whose symbols have symbolSize bytes.
func (a *Assignment) Share(symbolSize int) uint64 {
	return uint64(len(a.Shards)) * uint64(a.Params.K1+a.Params.K2) * uint64(symbolSize)
}
