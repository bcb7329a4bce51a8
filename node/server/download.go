package server

import (
	"bufio"
	"context"
	"errors"
	"net/http"
	"slices"

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
	if s.Memory.Full() {
		return busy("no memory left for bundles")
	}
	w.Header().Set("Content-Type", nodeapi.TypeBundle)
	out := bufio.NewWriterSize(w, 64<<10)
	d := &download{s: s, a: a, id: id, frames: nodeapi.NewFrameWriter(out), ctl: http.NewResponseController(w)}
	err = d.send(r.Context(), sel)
	if err == nil {
		err = d.frames.Close()
	}
	if err == nil {
		err = out.Flush()
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

// A download is one bundle on its way out.
type download struct {
	s      *Server
	a      *Assignment
	id     redstuff.BlobID
	frames *nodeapi.FrameWriter
	ctl    *http.ResponseController
}

// send writes the frames of a selection in its order. Metadata that are not here give no frame.
func (d *download) send(ctx context.Context, sel nodeapi.Selection) error {
	if sel.Metadata {
		b, err := d.s.Store.Metadata(d.id)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return err
		}
		if err == nil {
			d.s.allowWrite(d.ctl, len(b))
			if err := d.frames.Metadata(append(d.id[:], b...)); err != nil {
				return err
			}
		}
	}
	for _, part := range []struct {
		axis  redstuff.Axis
		pairs []redstuff.PairIndex
	}{{redstuff.Primary, sel.Primary}, {redstuff.Secondary, sel.Secondary}} {
		for _, pair := range part.pairs {
			if err := d.sliver(ctx, pair, part.axis); err != nil {
				return err
			}
		}
	}
	return nil
}

// sliver writes one sliver, or why there is none.
func (d *download) sliver(ctx context.Context, pair redstuff.PairIndex, axis redstuff.Axis) error {
	d.s.allowWrite(d.ctl, 0)
	if !d.a.Owns(d.id, pair) {
		return d.frames.Absent(axis, pair, nodeapi.NotOurs)
	}
	switch _, ok, err := d.s.registered(d.a, d.id); {
	case err != nil:
		return err
	case !ok: // deleted while the stream ran
		return d.frames.Absent(axis, pair, nodeapi.Gone)
	}
	n, err := d.s.Store.SliverLen(d.id, pair, axis)
	if err == nil {
		if err := d.s.charge(ctx, n); err != nil {
			return err
		}
		defer d.s.Memory.Release(n)
		var sl redstuff.Sliver
		if sl, err = d.s.Store.Sliver(d.id, pair, axis); err == nil {
			d.s.allowWrite(d.ctl, n)
			return d.frames.Sliver(pair, sl)
		}
	}
	switch {
	case errors.Is(err, store.ErrNotFound):
		return d.frames.Absent(axis, pair, nodeapi.NotStored)
	case errors.Is(err, store.ErrDamaged):
		return d.frames.Absent(axis, pair, nodeapi.Damaged)
	}
	return err
}

func (s *Server) getStaged(w http.ResponseWriter, r *http.Request) error {
	a := s.Assignment()
	id, err := blobOf(r)
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
	for _, p := range s.Store.Staged(id) {
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
