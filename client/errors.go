package client

import (
	"errors"
	"fmt"
	"strings"

	"walrus/redstuff"
)

// Conditions that a caller may branch on.
var (
	ErrBlobNotFound    = errors.New("blob not found")                    // nodes of a quorum do not know it: never stored, expired or deleted
	ErrBlobBlocked     = errors.New("blob is blocked by node operators") // nodes of a quorum refuse to serve it
	ErrBlobInvalid     = errors.New("blob is invalid")                   // marked so on chain, or its content contradicts its ID
	ErrNoMetadata      = errors.New("no node gave the blob's metadata")  // worth a retry
	ErrNotEnough       = errors.New("not enough slivers")                // worth a retry
	ErrNoStatus        = errors.New("no blob status that enough nodes agree on")
	ErrNotEnoughWeight = errors.New("not enough shards confirm the blob") // worth a retry: a resumed store pays nothing again
	ErrSourceChanged   = errors.New("file changed while it was read")
	ErrStalledTx       = errors.New("transaction is still waiting to be mined")
	ErrLifetime        = errors.New("lifetime is not possible")
)

// A NodeError is what one node got wrong or refused.
type NodeError struct {
	Name   string // as registered
	Addr   string // host:port
	Weight int    // shards
	Err    error
}

func (e NodeError) Error() string {
	return fmt.Sprintf("%s (%s, %d shards): %v", e.Name, e.Addr, e.Weight, e.Err)
}

func (e NodeError) Unwrap() error { return e.Err }

// A WeightError says that a quorum was missed, in shards, and what each missing node said. It matches ErrNotEnoughWeight.
type WeightError struct {
	Got, Want, Of int // shards
	Nodes         []NodeError
}

func (e *WeightError) Error() string {
	return fmt.Sprintf("%v: %d of %d shards, %d are needed%s", ErrNotEnoughWeight, e.Got, e.Of, e.Want, nodeList(e.Nodes))
}

func (e *WeightError) Is(target error) bool { return target == ErrNotEnoughWeight }

// A SliverError says that a blob cannot be rebuilt from what nodes gave. It matches ErrNotEnough.
type SliverError struct {
	Primary, NeedPrimary     int // distinct slivers that came, or could still be asked for, and how many it takes
	Secondary, NeedSecondary int
	Nodes                    []NodeError
}

func (e *SliverError) Error() string {
	return fmt.Sprintf("%v: at most %d primary ones are within reach, %d are needed, or %d secondary ones, %d are needed%s", ErrNotEnough, e.Primary, e.NeedPrimary, e.Secondary, e.NeedSecondary, nodeList(e.Nodes))
}

func (e *SliverError) Is(target error) bool { return target == ErrNotEnough }

// maxListed bounds how many nodes an error names; the first are as good as any.
const maxListed = 12

func nodeList(nodes []NodeError) string {
	var b strings.Builder
	for i, n := range nodes {
		if i == maxListed {
			fmt.Fprintf(&b, "; and %d more nodes", len(nodes)-i)
			break
		}
		b.WriteString("; ")
		b.WriteString(n.Error())
	}
	return b.String()
}

// A BadSliver is evidence against a node: it answered with something else than the sliver asked for, or says it no longer has what it signed for.
type BadSliver struct {
	Node string // as registered
	Addr string // host:port
	Pair redstuff.PairIndex
	Axis redstuff.Axis
	Err  error
}

func (s BadSliver) String() string {
	return fmt.Sprintf("%s (%s): %v sliver of pair %d: %v", s.Node, s.Addr, s.Axis, s.Pair, s.Err)
}
