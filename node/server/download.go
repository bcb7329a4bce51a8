package server

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"net/http"
	"slices"
	"sync"

	"walrus/node/store"
	"walrus/nodeapi"
	"walrus/redstuff"
)

func (s *Server) getBundle(w http.ResponseWriter, r *http.Request) error {
	a := s.Assignment()
	id, err := blobOf(r)
	if err != nil {
		return err
	}
	q, err := query(r, "metadata", "primary", "secondary")
	if err != nil {
		return err
	}
	sel, err := nodeapi.ParseSelection(q.Get("metadata"), q.Get("primary"), q.Get("secondary"), a.Params.N)
	if err != nil {
		return plain("query: %v", err)
	}
	switch _, ok, err := s.registered(a, id); {
	case err != nil:
		return err
	case !ok:
		return nodeapi.Errorf(nodeapi.NotFound, nodeapi.BundleNotFound, "blob %v is not registered as far as this node has followed the chain", id)
	}
	if shareOf(r.Context()).Full() {
		return busy("no memory left for bundles")
	}
	w.Header().Set("Content-Type", nodeapi.TypeBundle)
	d := &download{s: s, a: a, id: id, share: shareOf(r.Context()), out: bufio.NewWriterSize(w, pieceLen), buf: make([]byte, store.RecordLen(pieceLen))}
	defer d.close()
	err = d.send(r.Context(), sel)
	if err == nil {
		err = d.end()
	}
	if err != nil {
		if r.Context().Err() == nil {
			s.Log.Debug("bundle ended early", "blob", id, "error", err)
		}
		// The head is out. An aborted stream, without its end frame, cannot be taken for a whole one.
		panic(http.ErrAbortHandler)
	}
	return nil
}

// A download is one bundle on its way out. It writes frames itself, since it never holds a whole sliver as a frame's body.
type download struct {
	s      *Server
	a      *Assignment
	id     redstuff.BlobID
	share  *Share // of the reader
	out    *bufio.Writer
	buf    []byte  // for a record's header and symbols
	large  *[]byte // what buf came from, if it is large
	sent   int64   // bytes of slivers
	frames uint32  // so far
}

const (
	// largeLen is the buffer of a reader that takes what it gets: a sliver that fits is read from the disk once and sent at once. Half as much makes reads of blobs between
	// 80 and 160 MiB slower.
	largeLen = 512 << 10
	// largeAfter is how much a reader has to take first. One that stalls before has cost a small buffer.
	largeAfter = 1 << 20
)

// largePool keeps buffers from one reader for the next. What they hold is undefined.
var largePool = sync.Pool{New: func() any { b := make([]byte, store.RecordLen(largeLen)); return &b }}

// grow takes a large buffer if the reader has earned one and its share of memory has plenty left.
func (d *download) grow() {
	if d.large != nil || d.sent < largeAfter || !d.share.TrySpare(largeLen) {
		return
	}
	d.large = largePool.Get().(*[]byte)
	d.buf = *d.large
}

func (d *download) close() {
	if d.large != nil {
		largePool.Put(d.large)
		d.large = nil
		d.share.Release(largeLen)
	}
}

// head begins a frame whose body has length bytes. The writer remembers an error for the body and for the end.
func (d *download) head(k nodeapi.FrameKind, pair redstuff.PairIndex, length int) {
	d.frames++
	b := binary.LittleEndian.AppendUint16([]byte{byte(k)}, uint16(pair))
	_, _ = d.out.Write(binary.LittleEndian.AppendUint32(b, uint32(length)))
}

func (d *download) absent(axis redstuff.Axis, pair redstuff.PairIndex, why nodeapi.AbsentReason) error {
	d.head(nodeapi.FrameAbsent, pair, 2)
	_, err := d.out.Write([]byte{byte(axis), byte(why)})
	return err
}

// end writes the end frame, which counts those before it.
func (d *download) end() error {
	n := d.frames
	d.head(nodeapi.FrameEnd, 0, 4)
	_, _ = d.out.Write(binary.LittleEndian.AppendUint32(nil, n))
	return d.out.Flush()
}

// send writes the frames of a selection in its order. Metadata that are not here give no frame.
func (d *download) send(ctx context.Context, sel nodeapi.Selection) error {
	if sel.Metadata {
		if err := d.metadata(ctx); err != nil {
			return err
		}
	}
	for _, part := range []struct {
		axis  redstuff.Axis
		pairs []redstuff.PairIndex
	}{{redstuff.Primary, sel.Primary}, {redstuff.Secondary, sel.Secondary}} {
		for _, pair := range part.pairs {
			if err := d.sliver(pair, part.axis); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *download) metadata(ctx context.Context) error {
	b, err := d.s.Store.Metadata(d.id)
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err == nil {
		err = d.s.charge(ctx, len(b))
	}
	if err != nil {
		return err
	}
	defer shareOf(ctx).Release(len(b))
	d.head(nodeapi.FrameMetadata, 0, len(d.id)+len(b))
	_, _ = d.out.Write(d.id[:])
	_, err = d.out.Write(b)
	return err
}

// sliver writes one sliver, or why there is none.
func (d *download) sliver(pair redstuff.PairIndex, axis redstuff.Axis) error {
	if !d.a.Owns(d.id, pair) {
		return d.absent(axis, pair, nodeapi.NotOurs)
	}
	switch _, ok, err := d.s.registered(d.a, d.id); {
	case err != nil:
		return err
	case !ok: // deleted while the stream ran
		return d.absent(axis, pair, nodeapi.Gone)
	}
	d.grow()
	sl, err := d.s.Store.Sliver(d.id, pair, axis, d.buf)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return d.absent(axis, pair, nodeapi.NotStored)
	case errors.Is(err, store.ErrDamaged):
		return d.absent(axis, pair, nodeapi.Damaged)
	case err != nil:
		return err
	}
	d.sent += int64(sl.Len)
	d.head(nodeapi.SliverKind(axis), pair, redstuff.SliverBCSLen(sl.Len))
	return writeSliver(d.out, sl)
}

func (s *Server) getStaged(w http.ResponseWriter, r *http.Request) error {
	a := s.Assignment()
	id, err := blobOf(r)
	if err != nil {
		return err
	}
	from, err := senderOf(r)
	if err != nil {
		return err
	}
	out := nodeapi.Staged{Slivers: []nodeapi.StagedSliver{}}
	_, ok, err := s.registered(a, id)
	if err != nil {
		return err
	}
	v, err := s.verifier(a, id)
	switch {
	case !ok || errors.Is(err, store.ErrNotFound): // nothing of it was taken
		nodeapi.WriteSuccess(w, http.StatusOK, out)
		return nil
	case err != nil:
		return err
	}
	out.Metadata = true
	primary, secondary, err := s.Store.Held(id)
	if err != nil {
		return err
	}
	for axis, pairs := range [][]redstuff.PairIndex{primary, secondary} {
		length := redstuff.SliverBCSLen(a.Params.SliverSize(redstuff.Axis(axis), v.SymbolSize()))
		for _, p := range pairs {
			out.Slivers = append(out.Slivers, nodeapi.StagedSliver{Pair: p, Type: redstuff.Axis(axis).String(), Offset: uint32(length), Complete: true})
		}
	}
	for _, p := range s.Store.Staged(id, from) {
		out.Slivers = append(out.Slivers, nodeapi.StagedSliver{Pair: p.Pair, Type: p.Axis.String(), Offset: uint32(p.Offset)})
	}
	if err := s.Store.Barrier(); err != nil {
		return err
	}
	slices.SortFunc(out.Slivers, func(x, y nodeapi.StagedSliver) int {
		if x.Type != y.Type {
			if x.Type < y.Type {
				return -1
			}
			return 1
		}
		return int(x.Pair) - int(y.Pair)
	})
	nodeapi.WriteSuccess(w, http.StatusOK, out)
	return nil
}
