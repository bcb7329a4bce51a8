package evm

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"walrus/chain"
)

const (
	// Blocks per log query: where it starts and how far it grows on an endpoint that answers well. It halves on every refusal, down to one block.
	firstPage = 2000
	maxPage   = 50_000
	// A page with more logs than this makes the next one smaller: about 10 MB of answer.
	manyLogs = 10_000
	// Answers in a row after which an endpoint that once refused is asked for more again.
	growAfter = 16
	// Pause after a failed round: doubles from first to last, with jitter.
	firstPause = 100 * time.Millisecond
	lastPause  = 10 * time.Second // but never more than 20 poll intervals
	// How often a deep reorganisation or another network must be seen before it is believed. One server's moment of confusion should not stop a node.
	fatalProofs = 3
	// How often in a row the logs of all endpoints must be unreadable before the stream ends. With the pauses between, it takes a second or two.
	undecodableProofs = 5
)

var (
	errLogQuery = errors.New("log query") // a smaller page may help
	errMoved    = errors.New("blocks changed while they were read")
	// errUndecodable stops a stream, since a log that cannot be read cannot be skipped either.
	errUndecodable = errors.New("a log of the contracts cannot be read; a newer version of this program may know it")
)

// Events yields the final events after the cursor, see chain.Reader. When it has caught up, and at the end of every page of logs on the way,
// it yields a BlockPassed; on a chain that has nothing new it yields one at the start and then waits.
func (c *Client) Events(ctx context.Context, after chain.Cursor) iter.Seq2[chain.Event, error] {
	return func(yield func(chain.Event, error) bool) {
		s := stream{c: c, pos: after, pages: pager{size: firstPage}}
		pause := firstPause
		failures, fatal, undecodable := 0, 0, 0
		for {
			evs, err := s.round(ctx)
			switch {
			case ctx.Err() != nil:
				yield(chain.Event{}, ctx.Err())
				return
			case errors.Is(err, chain.ErrReorg), errors.Is(err, chain.ErrWrongNetwork):
				if fatal++; fatal >= fatalProofs {
					yield(chain.Event{}, err)
					return
				}
			case errors.Is(err, errUndecodable):
				if undecodable++; undecodable >= undecodableProofs {
					yield(chain.Event{}, err)
					return
				}
			case errors.Is(err, errLogQuery) && s.pages.shrink():
				c.log.Debug("chain log query refused", "next_blocks", s.pages.size, "error", err)
				continue
			}
			if err != nil {
				if failures++; failures == 3 { // endpoints report their own failures; this is about the stream standing still
					c.log.Warn("event stream stands still", "block", s.pos.Block, "error", err)
				}
				if !sleep(ctx, pause/2+rand.N(pause/2)) {
					continue // the loop's head reports ctx
				}
				pause = min(2*pause, lastPause, max(20*c.poll, firstPause))
				continue
			}
			pause, failures, fatal, undecodable = firstPause, 0, 0, 0
			for _, e := range evs {
				if !yield(e, nil) {
					return
				}
			}
			if s.atHead {
				c.waitForBlock(ctx)
			}
		}
	}
}

// A pager finds out how many blocks an endpoint lets one log query cover.
type pager struct {
	size    uint64 // of the next query
	refused bool
	good    int // answers since the last refusal
}

// shrink halves the size after a refusal; false if it cannot be halved.
func (p *pager) shrink() bool {
	if p.size == 1 {
		return false
	}
	p.size, p.refused, p.good = p.size/2, true, 0
	return true
}

// answered grows the size after an answer with some logs.
func (p *pager) answered(logs int) {
	p.good++
	switch {
	case logs > manyLogs:
		p.size = max(p.size/2, 1)
	case !p.refused || p.good%growAfter == 0:
		p.size = min(2*p.size, maxPage)
	}
}

// A stream is the position of one reader of events.
type stream struct {
	c      *Client
	pos    chain.Cursor // last position handed out
	pages  pager
	atHead bool // nothing more was final at the last round
	begun  bool // a BlockPassed was yielded
}

// round reads the next page of logs from one endpoint and moves the position behind it.
func (s *stream) round(ctx context.Context) (evs []chain.Event, err error) {
	var final, last *head
	var logs []types.Log
	err = s.c.do(ctx, func(ctx context.Context, ec *ethclient.Client) (err error) {
		if final, last, logs, err = s.read(ctx, ec); err == nil {
			evs, err = s.decode(logs)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if last == nil { // nothing new
		s.atHead = true
		if !s.begun && uint64(final.Number) == s.pos.Block {
			s.begun = true
			evs = append(evs, s.passed(final))
		}
		return evs, nil
	}
	end := s.passed(last)
	s.pos, s.begun = end.Cursor, true
	s.atHead = last.Number == final.Number
	s.pages.answered(len(logs))
	return append(evs, end), nil
}

// decode reads the logs behind the position that matter.
func (s *stream) decode(logs []types.Log) (evs []chain.Event, err error) {
	for _, l := range logs {
		if ignored(l) {
			continue
		}
		e, err := s.c.parts.decode(l)
		if err != nil {
			return nil, fmt.Errorf("%w: block %d log %d: %w", errUndecodable, l.BlockNumber, l.Index, err)
		}
		if !e.Cursor.After(s.pos) && s.pos != (chain.Cursor{}) {
			continue
		}
		if e.Kind == chain.UnknownEvent {
			s.c.log.Warn("the contracts emitted an event that this version does not know", "contract", l.Address, "topics", l.Topics, "block", l.BlockNumber, "log", l.Index)
		}
		evs = append(evs, e)
	}
	return evs, nil
}

func (s *stream) passed(h *head) chain.Event {
	return chain.Event{
		Kind:   chain.BlockPassed,
		Cursor: chain.Cursor{Block: uint64(h.Number), Hash: h.Hash, LogIndex: chain.NoLog},
		Time:   uint64(h.Time),
	}
}

// read asks for the next page of logs in order, and for the headers that show that it belongs to the chain that was followed so far. last is nil if nothing is new.
func (s *stream) read(ctx context.Context, ec *ethclient.Client) (final, last *head, logs []types.Log, err error) {
	if final, err = s.c.finality.finalHead(ctx, ec); err != nil {
		return nil, nil, nil, err
	}
	zero := s.pos == chain.Cursor{}
	from := s.pos.Block // its later logs are still to come
	if zero {
		from = s.c.net.Deployed
	} else if s.pos.LogIndex == chain.NoLog {
		from++
	}
	if from > uint64(final.Number) { // nothing new, or the endpoint lags behind us
		if !zero && uint64(final.Number) == s.pos.Block {
			err = s.checkPosition(final)
		}
		return final, nil, nil, err
	}
	to := min(from+s.pages.size-1, uint64(final.Number))
	if last = final; to != uint64(final.Number) {
		if last, err = headAt(ctx, ec, to); err != nil {
			return nil, nil, nil, err
		}
	}
	if logs, err = s.c.filterLogs(ctx, ec, from, to, nil); err != nil {
		return nil, nil, nil, err
	}
	if err := fillTimes(ctx, ec, logs); err != nil {
		return nil, nil, nil, err
	}
	// What was read continues what was followed so far only if its end and our position are, after the reading, what they were before.
	if !zero {
		h, err := headAt(ctx, ec, s.pos.Block)
		if err != nil {
			return nil, nil, nil, err
		}
		if err := s.checkPosition(h); err != nil {
			return nil, nil, nil, err
		}
	}
	again, err := headAt(ctx, ec, to)
	if err != nil {
		return nil, nil, nil, err
	}
	if again.Hash != last.Hash || len(logs) > 0 && logs[len(logs)-1].BlockNumber == to && logs[len(logs)-1].BlockHash != last.Hash {
		return nil, nil, nil, fmt.Errorf("%w: block %d", errMoved, to)
	}
	return final, last, logs, nil
}

// checkPosition compares the block of the cursor with the chain's.
func (s *stream) checkPosition(h *head) error {
	if h.Hash != common.Hash(s.pos.Hash) {
		return reorgError{s.pos, h.Hash, s.c.finality}
	}
	return nil
}

// A reorgError is an answer, no failure of an endpoint.
type reorgError struct {
	pos      chain.Cursor
	got      common.Hash
	finality Finality
}

func (e reorgError) Error() string {
	return fmt.Sprintf("%v: block %d was %v and is %v now, although finality is %v: "+
		"what was derived from the old block is void; check the chain, then start again from its deployment with an empty data directory, or set a greater finality depth",
		chain.ErrReorg, e.pos.Block, common.Hash(e.pos.Hash), e.got, e.finality)
}

func (e reorgError) Unwrap() error { return chain.ErrReorg }

// filterLogs returns the contracts' logs of the blocks [from, to] in order. topics filters beyond the event: nil entries match all.
func (c *Client) filterLogs(ctx context.Context, ec *ethclient.Client, from, to uint64, topics [][]common.Hash) ([]types.Log, error) {
	q := c.parts.filter(from, to)
	q.Topics = topics
	return c.queryLogs(ctx, ec, q, from, to)
}

// queryLogs is filterLogs for any contracts.
func (c *Client) queryLogs(ctx context.Context, ec *ethclient.Client, q ethereum.FilterQuery, from, to uint64) ([]types.Log, error) {
	logs, err := ec.FilterLogs(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("%w of blocks %d to %d: %w", errLogQuery, from, to, err)
	}
	logs = slices.DeleteFunc(logs, func(l types.Log) bool { return l.Removed })
	slices.SortFunc(logs, func(a, b types.Log) int {
		return cmp.Or(cmp.Compare(a.BlockNumber, b.BlockNumber), cmp.Compare(a.Index, b.Index))
	})
	logs = slices.CompactFunc(logs, func(a, b types.Log) bool { return a.BlockNumber == b.BlockNumber && a.Index == b.Index })
	for _, l := range logs {
		if l.BlockNumber < from || l.BlockNumber > to || !slices.Contains(q.Addresses, l.Address) {
			return nil, fmt.Errorf("%w of blocks %d to %d: answer holds a log of %v in block %d that was not asked for", errLogQuery, from, to, l.Address, l.BlockNumber)
		}
	}
	return logs, nil
}

// fillTimes looks up the time of blocks for endpoints that leave it out of logs.
func fillTimes(ctx context.Context, ec *ethclient.Client, logs []types.Log) error {
	for i := range logs {
		switch {
		case logs[i].BlockTimestamp != 0:
		case i > 0 && logs[i-1].BlockNumber == logs[i].BlockNumber:
			logs[i].BlockTimestamp = logs[i-1].BlockTimestamp
		default:
			h, err := headAt(ctx, ec, logs[i].BlockNumber)
			if err != nil {
				return err
			}
			if h.Hash != logs[i].BlockHash {
				return fmt.Errorf("%w: block %d", errMoved, logs[i].BlockNumber)
			}
			logs[i].BlockTimestamp = uint64(h.Time)
		}
	}
	return nil
}

// waitForBlock waits one poll interval or until ctx ends.
func (c *Client) waitForBlock(ctx context.Context) { sleep(ctx, c.poll) }

// sleep waits for d; false if ctx ended first.
func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// notFound reports whether an endpoint answered that it does not have something.
func notFound(err error) bool { return errors.Is(err, ethereum.NotFound) }
