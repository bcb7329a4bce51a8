package client

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"walrus/bls"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// A sourceError is a failure to read what is being stored, for which no node can help.
type sourceError struct{ err error }

func (e *sourceError) Error() string { return e.err.Error() }
func (e *sourceError) Unwrap() error { return e.err }

// A place is one sliver of the blob on its node.
type place struct {
	axis redstuff.Axis
	pair redstuff.PairIndex
}

// reached is what a node has of each sliver: BCS bytes, all of them if it is complete.
func reached(has nodeapi.Staged) map[place]nodeapi.StagedSliver {
	m := map[place]nodeapi.StagedSliver{}
	for _, s := range has.Slivers {
		if axis, err := redstuff.ParseAxis(s.Type); err == nil {
			m[place{axis, s.Pair}] = s
		}
	}
	return m
}

// missing are the slivers of the blob that the node must hold and does not have whole, by pair.
func (u *upload) missing(n *node, has map[place]nodeapi.StagedSliver) []place {
	var list []place
	for _, q := range n.pairs(u.v.params, u.blob.BlobID()) {
		for _, axis := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
			if at := (place{axis, q}); !has[at].Complete {
				list = append(list, at)
			}
		}
	}
	return list
}

// head is a sliver without its data, and the data's length.
func (u *upload) head(at place) (s redstuff.Sliver, length int) {
	size := u.blob.SymbolSize()
	return redstuff.Sliver{Axis: at.axis, Index: u.v.params.Index(at.axis, at.pair), SymbolSize: size}, u.v.params.SliverSize(at.axis, size)
}

// bundle is everything of the blob that the node lacks. end is to be called when the body is no longer needed.
func (u *upload) bundle(n *node, has nodeapi.Staged) (b *nodeapi.BundleBody, end func()) {
	b, end = new(nodeapi.BundleBody), func() {}
	if !has.Metadata {
		b.Metadata(u.blob.Metadata().AppendBCS(nil))
	}
	got := reached(has)
	missing := u.missing(n, got)
	if u.cast != nil {
		var rows []row
		rows, missing = u.repairRows(missing, got)
		if len(rows) > 0 {
			l := u.cast.listen(n, rows)
			l.addTo(b, u.head)
			end = l.leave
		} else {
			u.cast.spare(n)
		}
	}
	if blob, ok := u.blob.(*streamedBlob); ok {
		missing = u.addColumns(b, blob, missing)
	}
	for _, at := range missing {
		s, length := u.head(at)
		b.StreamSliver(at.pair, s, length, u.reader(s))
	}
	return b, end
}

const (
	// columnsBytes bounds the neighbouring secondary slivers that are read together for one node, columnsTotal those for all nodes. Their symbols lie side by side, so that
	// several cost hardly more reads than one; from longSymbol on that gains nothing.
	columnsBytes = 1 << 20
	columnsTotal = 8 << 20
	longSymbol   = 8 << 10
)

// columns are neighbouring secondary slivers of a streamed blob, read together when the first of them is sent and forgotten after the last.
type columns struct {
	blob       *streamedBlob
	from, to   int
	sliverSize int
	data       *[]byte // nil while it is not needed
}

var columnBuffers sync.Pool // of *[]byte with columnsBytes

func (c *columns) reader(i int) nodeapi.SliverData {
	return func(dst []byte, off int) error {
		if c.data == nil {
			data, ok := columnBuffers.Get().(*[]byte)
			if !ok {
				b := make([]byte, columnsBytes)
				data = &b
			}
			if err := c.blob.ReadColumns(*data, c.from, c.to); err != nil {
				columnBuffers.Put(data)
				return &sourceError{err}
			}
			c.data = data
		}
		copy(dst, (*c.data)[(i-c.from)*c.sliverSize+off:])
		if i == c.to-1 && off+len(dst) == c.sliverSize {
			columnBuffers.Put(c.data)
			c.data = nil
		}
		return nil
	}
}

// addColumns adds secondary slivers that have neighbours, and returns what is left.
func (u *upload) addColumns(b *nodeapi.BundleBody, blob *streamedBlob, missing []place) (rest []place) {
	p, size := u.v.params, blob.SymbolSize()
	length := p.SliverSize(redstuff.Secondary, size)
	most := min(columnsBytes, columnsTotal/len(u.v.nodes)) / length
	if size >= longSymbol || most < 2 {
		return missing
	}
	var at []place
	for _, m := range missing {
		if m.axis == redstuff.Secondary {
			at = append(at, m)
		} else {
			rest = append(rest, m)
		}
	}
	index := func(m place) int { return int(p.Index(m.axis, m.pair)) }
	slices.SortFunc(at, func(l, r place) int { return index(l) - index(r) })
	for len(at) > 0 {
		n := 1
		for n < min(most, len(at)) && index(at[n]) == index(at[0])+n && index(at[n]) != p.K2 {
			n++
		}
		group := &columns{blob: blob, from: index(at[0]), to: index(at[0]) + n, sliverSize: length}
		for _, m := range at[:n] {
			s, length := u.head(m)
			b.StreamSliver(m.pair, s, length, group.reader(int(s.Index)))
		}
		at = at[n:]
	}
	return rest
}

// reader reads the data of a sliver, which is none of a streamed blob's primary repair slivers.
func (u *upload) reader(s redstuff.Sliver) nodeapi.SliverData {
	return func(dst []byte, off int) error {
		if err := u.blob.ReadSliver(dst, s.Axis, s.Index, off); err != nil {
			return &sourceError{err}
		}
		return nil
	}
}

// A row is a primary repair sliver that a node lacks, from some byte of its data on.
type row struct {
	at   place
	from int // bytes that the node has
}

// repairRows picks the primary repair slivers out of those missing; rest are the others.
func (u *upload) repairRows(missing []place, has map[place]nodeapi.StagedSliver) (rows []row, rest []place) {
	for _, at := range missing {
		s, length := u.head(at)
		if at.axis == redstuff.Primary && int(s.Index) >= u.v.params.K1 {
			rows = append(rows, row{at, nodeapi.SliverDataAt(length, has[at].Offset)})
			continue
		}
		rest = append(rest, at)
	}
	return rows, rest
}

// bySlivers uses the single endpoints, for nodes without bundles.
func (u *upload) bySlivers(ctx context.Context, n *node, probe bool) (bls.Signature, error) {
	id := u.blob.BlobID()
	metadata := u.blob.Metadata().AppendBCS(nil)
	if _, err := n.api.PutMetadata(ctx, id, metadata); err != nil {
		return bls.Signature{}, err
	}
	u.count(len(metadata))
	missing := u.missing(n, nil)
	read := u.reader
	atOnce := int(u.c.cfg.Communication.RequestRate.MaxNodeConnections)
	if u.cast != nil {
		rows, _ := u.repairRows(missing, nil)
		kept, err := u.keepRows(rows, n)
		if err != nil {
			return bls.Signature{}, err
		}
		defer kept.Close()
		read = kept.reader
		atOnce = 1 // each is held whole, and there are as many nodes
	}
	g, gctx := errgroup.WithContext(ctx)
	g.SetLimit(atOnce)
	for _, at := range missing {
		g.Go(func() error {
			if probe {
				if s, err := n.api.SliverStatus(gctx, id, at.pair, at.axis); err == nil && s == nodeapi.StatusStored {
					return nil
				}
			}
			s, length := u.head(at)
			s.Data = make([]byte, length)
			if err := read(s)(s.Data, 0); err != nil {
				return err
			}
			_, err := n.api.PutSliver(gctx, id, at.pair, s)
			if err == nil {
				u.count(length)
			}
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return bls.Signature{}, err
	}
	signed, err := n.api.Attestation(ctx, id, u.object)
	var refusal *nodeapi.Error
	if errors.As(err, &refusal) && refusal.Reason == nodeapi.MissingSlivers {
		return bls.Signature{}, fmt.Errorf("%w: %w", errBehind, err)
	}
	if err != nil {
		return bls.Signature{}, err
	}
	return u.verify(n, signed.Message, signed.Signature)
}

// keptRows are a node's primary repair slivers in a file of their own, for a node that takes slivers only whole.
type keptRows struct {
	*spool
	u  *upload
	at map[redstuff.SliverIndex]int64
}

// keepRows takes part in the broadcast and writes what comes to a file.
func (u *upload) keepRows(rows []row, n *node) (*keptRows, error) {
	length := u.v.params.SliverSize(redstuff.Primary, u.blob.SymbolSize())
	file, err := newSpool(u.c.opt.SpoolDir, fmt.Sprintf("%d slivers for a node that takes them only whole", len(rows)), uint64(len(rows))*uint64(length))
	if err != nil {
		return nil, &sourceError{err}
	}
	k := &keptRows{spool: file, u: u, at: map[redstuff.SliverIndex]int64{}}
	if len(rows) == 0 {
		u.cast.spare(n)
		return k, nil
	}
	l := u.cast.listen(n, rows)
	defer l.leave()
	for i, r := range rows {
		s, _ := u.head(r.at)
		k.at[s.Index] = int64(i) * int64(length)
	}
	for batch := range u.cast.batches {
		l.advance(batch)
		for i, r := range rows {
			s, _ := u.head(r.at)
			from, to := u.cast.bytes(batch)
			buf := make([]byte, to-from)
			if err := l.read(batch, int(s.Index), buf, from); err != nil {
				file.Close()
				return nil, err
			}
			if _, err := file.WriteAt(buf, int64(i)*int64(length)+int64(from)); err != nil {
				file.Close()
				return nil, &sourceError{err}
			}
		}
	}
	return k, nil
}

func (k *keptRows) reader(s redstuff.Sliver) nodeapi.SliverData {
	at, ok := k.at[s.Index]
	if s.Axis != redstuff.Primary || !ok {
		return k.u.reader(s)
	}
	return func(dst []byte, off int) error {
		if _, err := k.ReadAt(dst, at+int64(off)); err != nil {
			return &sourceError{err}
		}
		return nil
	}
}
