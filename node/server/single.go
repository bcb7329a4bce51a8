package server

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"walrus/bcs"
	"walrus/node/events"
	"walrus/node/store"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// maxBody is the most bytes of a body on every path but that of slivers.
const maxBody = 2 << 20

// sliverSlack is what a sliver's body may have beyond the largest sliver's data.
const sliverSlack = 128

// plain is a refusal before the API proper, in plain text.
func plain(format string, args ...any) error {
	return &nodeapi.Error{Code: http.StatusBadRequest, Message: fmt.Sprintf(format, args...)}
}

func blobOf(r *http.Request) (redstuff.BlobID, error) {
	id, err := redstuff.ParseBlobID(r.PathValue("blob"))
	if err != nil {
		return id, plain("%v", err)
	}
	return id, nil
}

// sliverOf reads the pair and axis of a path and checks their range.
func sliverOf(r *http.Request, a *Assignment) (redstuff.PairIndex, redstuff.Axis, error) {
	pair, err := nodeapi.ParsePair(r.PathValue("pair"))
	if err != nil {
		return 0, 0, plain("%v", err)
	}
	axis, err := redstuff.ParseAxis(r.PathValue("axis"))
	if err != nil {
		return 0, 0, plain("%v", err)
	}
	if int(pair) >= a.Params.N {
		return 0, 0, nodeapi.Errorf(nodeapi.InvalidArgument, nodeapi.IndexOutOfRange, "sliver pair %d: the valid range is 0 to %d", pair, a.Params.N-1)
	}
	return pair, axis, nil
}

// query reads the query strictly: only the keys named, each once.
func query(r *http.Request, keys ...string) (url.Values, error) {
	q, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, plain("query: %v", err)
	}
	for k, v := range q {
		if !slices.Contains(keys, k) {
			return nil, plain("query: unknown key %q", k)
		}
		if len(v) > 1 {
			return nil, plain("query: %s is given %d times", k, len(v))
		}
	}
	return q, nil
}

func queryBool(q url.Values, key string) (bool, error) {
	switch v := q.Get(key); v {
	case "", "false":
		return false, nil
	case "true":
		return true, nil
	default:
		return false, plain("query: %s is %q, want true or false", key, v)
	}
}

// registered returns the blob's row, and whether it is registered now.
func (s *Server) registered(a *Assignment, id redstuff.BlobID) (events.Blob, bool, error) {
	b, err := s.Events.Blob(id)
	return b, err == nil && b.Registered(a.Epoch), err
}

func notRegistered(id redstuff.BlobID) *nodeapi.Error {
	return nodeapi.Errorf(nodeapi.FailedPrecondition, nodeapi.NotRegistered, "blob %v is not registered as far as this node has followed the chain", id)
}

// writable says what a write to the blob is refused with, nil if it is not.
func (s *Server) writable(a *Assignment, id redstuff.BlobID) error {
	b, ok, err := s.registered(a, id)
	switch {
	case err != nil:
		return err
	case b.Invalid:
		return nodeapi.Errorf(nodeapi.FailedPrecondition, nodeapi.InvalidBlob, "blob %v was found invalid on the chain", id)
	case !ok:
		return notRegistered(id)
	}
	return nil
}

// room refuses a write of n bytes that the disk has no room for.
func (s *Server) room(n int64) error {
	err := s.Store.Room(n)
	if errors.Is(err, store.ErrFull) {
		s.Log.Error("a write was refused", "error", err)
		e := busy("the disk is full")
		e.RetryAfter = time.Minute
		return e
	}
	return err
}

func metadataNotFound(id redstuff.BlobID) error {
	return nodeapi.Errorf(nodeapi.NotFound, nodeapi.MetadataNotFound, "this node has no metadata of blob %v", id)
}

func (s *Server) getMetadata(w http.ResponseWriter, r *http.Request) error {
	id, err := blobOf(r)
	if err != nil {
		return err
	}
	switch _, ok, err := s.registered(s.Assignment(), id); {
	case err != nil:
		return err
	case !ok:
		return metadataNotFound(id)
	}
	b, err := s.Store.Metadata(id)
	if errors.Is(err, store.ErrNotFound) {
		return metadataNotFound(id)
	}
	if err != nil {
		return err
	}
	if err := s.charge(r.Context(), len(b)); err != nil {
		return err
	}
	defer shareOf(r.Context()).Release(len(b))
	s.sendBinary(w, id[:], b)
	return nil
}

// sendBinary answers with parts laid end to end.
func (s *Server) sendBinary(w http.ResponseWriter, parts ...[]byte) {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	w.Header().Set("Content-Type", nodeapi.TypeBinary)
	w.Header().Set("Content-Length", strconv.Itoa(n))
	for _, p := range parts {
		if _, err := w.Write(p); err != nil {
			return // the reader is gone
		}
	}
}

func (s *Server) metadataStatus(w http.ResponseWriter, r *http.Request) error {
	id, err := blobOf(r)
	if err != nil {
		return err
	}
	status := nodeapi.StatusNonexistent
	_, ok, err := s.registered(s.Assignment(), id)
	if err == nil && ok {
		if ok, err = s.Store.HasMetadata(id); ok {
			status, err = nodeapi.StatusStored, s.Store.Barrier()
		}
	}
	if err != nil {
		return err
	}
	nodeapi.WriteSuccess(w, http.StatusOK, status)
	return nil
}

// putAnswer says what became of a single write. Code 202 is chosen by pending=true alone, as clients of the public network expect.
func putAnswer(w http.ResponseWriter, what string, added, pending bool) {
	switch {
	case !added:
		nodeapi.WriteSuccess(w, http.StatusOK, what+" already stored")
	case pending:
		nodeapi.WriteSuccess(w, http.StatusAccepted, what+" buffered pending registration")
	case what == "sliver":
		nodeapi.WriteSuccess(w, http.StatusCreated, "sliver stored successfully")
	default:
		nodeapi.WriteSuccess(w, http.StatusCreated, what+" successfully stored")
	}
}

func (s *Server) putMetadata(w http.ResponseWriter, r *http.Request) error {
	a := s.Assignment()
	id, err := blobOf(r)
	if err != nil {
		return err
	}
	q, err := query(r, "pending")
	if err != nil {
		return err
	}
	pending, err := queryBool(q, "pending")
	if err != nil {
		return err
	}
	if t := r.Header.Get("Content-Type"); t != "" {
		if mt, _, err := mime.ParseMediaType(t); err != nil || mt != nodeapi.TypeBinary {
			return nodeapi.Errorf(nodeapi.InvalidArgument, nodeapi.InvalidContentType, "content type must be %s", nodeapi.TypeBinary)
		}
	}
	writable := s.writable(a, id)
	var refusal *nodeapi.Error
	if errors.As(writable, &refusal) && refusal.Reason == nodeapi.InvalidBlob || writable != nil && refusal == nil {
		return writable
	}
	if writable == nil {
		switch has, err := s.Store.HasMetadata(id); {
		case err != nil:
			return err
		case has:
			if err := s.Store.Barrier(); err != nil {
				return err
			}
			putAnswer(w, "metadata", false, pending)
			return nil
		}
	}
	if err := s.room(r.ContentLength); err != nil {
		return err
	}
	body, free, err := s.readBody(w, r, maxBody)
	if err != nil {
		return err
	}
	defer free()
	m, err := s.checkMetadata(r, a, id, body)
	if err != nil {
		return err
	}
	if writable != nil {
		return writable
	}
	v := s.blobs.put(a.Params, id, m)
	wr := s.Store.Writer(id, a.Share(v.SymbolSize()))
	defer wr.Close()
	added, err := wr.PutMetadata(body)
	if err == nil {
		err = wr.Commit()
	}
	if err != nil {
		return err
	}
	putAnswer(w, "metadata", added, pending)
	return nil
}

// checkMetadata parses and verifies metadata that came in.
func (s *Server) checkMetadata(r *http.Request, a *Assignment, id redstuff.BlobID, b []byte) (*redstuff.Metadata, error) {
	m, err := redstuff.ParseMetadata(b)
	switch {
	case errors.Is(err, redstuff.ErrUnsupportedEncoding):
		return nil, nodeapi.Errorf(nodeapi.InvalidArgument, nodeapi.UnsupportedEncodingType, "%v", err)
	case err != nil:
		return nil, nodeapi.Errorf(nodeapi.InvalidArgument, nodeapi.InvalidContentType, "%v", err)
	}
	err = s.checkers.run(r.Context(), func() error { return redstuff.VerifyMetadata(a.Params, id, nil, m) })
	if err != nil && r.Context().Err() == nil {
		return nil, nodeapi.Errorf(nodeapi.InvalidArgument, nodeapi.InvalidMetadata, "%v", err)
	}
	return m, err
}

func sliverNotFound(id redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis) error {
	return nodeapi.Errorf(nodeapi.NotFound, nodeapi.SliverNotFound, "this node has no %v sliver of pair %d of blob %v", axis, pair, id)
}

func notAssigned(a *Assignment, id redstuff.BlobID, pair redstuff.PairIndex) error {
	return nodeapi.Errorf(nodeapi.FailedPrecondition, nodeapi.ShardNotAssigned, "shard %d, which holds sliver pair %d of blob %v, is not this node's",
		a.Params.Shard(id, pair), pair, id)
}

// readable checks what all reads of slivers need: range, registration, assignment.
func (s *Server) readable(r *http.Request) (id redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis, err error) {
	a := s.Assignment()
	if id, err = blobOf(r); err != nil {
		return
	}
	if pair, axis, err = sliverOf(r, a); err != nil {
		return
	}
	switch _, ok, rowErr := s.registered(a, id); {
	case rowErr != nil:
		err = rowErr
	case !ok:
		err = sliverNotFound(id, pair, axis)
	case !a.Owns(id, pair):
		err = notAssigned(a, id, pair)
	}
	return
}

func (s *Server) getSliver(w http.ResponseWriter, r *http.Request) error {
	id, pair, axis, err := s.readable(r)
	if err != nil {
		return err
	}
	sl, err := s.Store.Sliver(id, pair, axis, nil)
	if err == nil {
		w.Header().Set("Content-Type", nodeapi.TypeBinary)
		w.Header().Set("Content-Length", strconv.Itoa(redstuff.SliverBCSLen(sl.Len)))
		if err := writeSliver(w, sl); err != nil {
			panic(http.ErrAbortHandler) // the head is out; a short answer cannot be taken for a whole one
		}
		return nil
	}
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrDamaged) {
		return sliverNotFound(id, pair, axis)
	}
	return err
}

// writeSliver writes the sliver's BCS form, of which it holds a piece at a time.
func writeSliver(w io.Writer, sl *store.SliverReader) error {
	if _, err := w.Write(bcs.AppendULEB(nil, uint32(sl.Len))); err != nil {
		return err
	}
	if _, err := sl.WriteTo(w); err != nil {
		return err
	}
	_, err := w.Write(bcs.AppendU16(bcs.AppendU16(nil, uint16(sl.SymbolSize)), uint16(sl.Index)))
	return err
}

func (s *Server) sliverStatus(w http.ResponseWriter, r *http.Request) error {
	id, pair, axis, err := s.readable(r)
	if err != nil {
		return err
	}
	status := nodeapi.StatusNonexistent
	ok, err := s.Store.Has(id, pair, axis)
	if ok {
		status, err = nodeapi.StatusStored, s.Store.Barrier()
	}
	if err != nil {
		return err
	}
	nodeapi.WriteSuccess(w, http.StatusOK, status)
	return nil
}

func (s *Server) putSliver(w http.ResponseWriter, r *http.Request) error {
	a := s.Assignment()
	id, err := blobOf(r)
	if err != nil {
		return err
	}
	pair, axis, err := sliverOf(r, a)
	if err != nil {
		return err
	}
	q, err := query(r, "pending")
	if err != nil {
		return err
	}
	pending, err := queryBool(q, "pending")
	if err != nil {
		return err
	}
	// What needs no body is asked before the body is read: an unregistered blob costs the node nothing.
	if err := s.writable(a, id); err != nil {
		return err
	}
	v, err := s.verifier(a, id)
	if errors.Is(err, store.ErrNotFound) {
		return nodeapi.Errorf(nodeapi.FailedPrecondition, nodeapi.MetadataNotFound, "send the metadata of blob %v first", id)
	}
	if err != nil {
		return err
	}
	if err := s.room(r.ContentLength); err != nil {
		return err
	}
	body, free, err := s.readBody(w, r, int64(a.Params.K2)*redstuff.MaxSymbolSize+sliverSlack)
	if err != nil {
		return err
	}
	defer free()
	sl, err := redstuff.ParseSliver(axis, body)
	if err != nil {
		return nodeapi.Errorf(nodeapi.InvalidArgument, nodeapi.InvalidContentType, "%v", err)
	}
	if want := a.Params.Index(axis, pair); sl.Index != want {
		return nodeapi.Errorf(nodeapi.InvalidArgument, nodeapi.SliverIndexMismatch, "%v sliver has index %d, that of pair %d is %d", axis, sl.Index, pair, want)
	}
	if !a.Owns(id, pair) {
		return notAssigned(a, id, pair)
	}
	has, err := s.Store.Has(id, pair, axis)
	if err != nil {
		return err
	}
	if !has {
		err := s.checkers.run(r.Context(), func() error { return v.VerifyAt(axis, pair, sl) })
		if err != nil {
			if r.Context().Err() != nil {
				return err
			}
			return nodeapi.Errorf(nodeapi.InvalidArgument, nodeapi.InvalidSliver, "%v", err)
		}
	}
	wr := s.Store.Writer(id, a.Share(v.SymbolSize()))
	defer wr.Close()
	added := false
	if !has {
		if added, err = wr.Put(pair, sl); err != nil {
			return err
		}
	}
	if err := wr.Commit(); err != nil {
		return err
	}
	s.Store.DropAllStaged(id, pair, axis)
	putAnswer(w, "sliver", added, pending)
	return nil
}
