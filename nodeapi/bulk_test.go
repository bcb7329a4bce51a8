package nodeapi

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"walrus/redstuff"
)

// bulkBody is a bundle of one sliver of the length, and how its bytes go on.
func bulkBody(length int, read SliverData) *BundleBody {
	b := new(BundleBody)
	b.StreamSliver(3, redstuff.Sliver{Axis: redstuff.Primary, Index: 3, SymbolSize: 2}, length, read)
	return b
}

func counting(dst []byte, off int) error {
	for i := range dst {
		dst[i] = byte((off + i) * 7)
	}
	return nil
}

// Large bundles come whole over HTTP/1.1, small ones over the shared connection, and both ask for the node's key.
func TestBulkTransport(t *testing.T) {
	key, pub := newKey(t)
	var protocol atomic.Int64
	var got atomic.Pointer[[]byte]
	addr := serve(t, selfSigned(t, key), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		got.Store(&b)
		protocol.Store(int64(r.ProtoMajor))
		WriteSuccess(w, http.StatusOK, BundleResult{Stored: 1})
	}))
	c := connect(t, addr, pub)
	for _, x := range []struct {
		length   int
		protocol int64
	}{{100, 2}, {bulkLen, 1}, {5*pieceLen + 12, 1}, {3*pieceLen - 2, 2}, {4 << 20, 1}} {
		body := bulkBody(x.length, counting)
		want, err := io.ReadAll(body.Open())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.PutBundle(t.Context(), redstuff.BlobID{1}, BundleRequest{Body: body}); err != nil {
			t.Fatalf("%d bytes: %v", x.length, err)
		}
		if !bytes.Equal(*got.Load(), want) {
			t.Errorf("%d bytes came changed", x.length)
		}
		if protocol.Load() != x.protocol {
			t.Errorf("%d bytes came by HTTP/%d, want %d", x.length, protocol.Load(), x.protocol)
		}
	}

	_, other := newKey(t)
	var sent atomic.Int64
	_, err := connect(t, addr, other).PutBundle(t.Context(), redstuff.BlobID{1}, BundleRequest{Body: bulkBody(bulkLen, counting), Sent: func(n int) { sent.Add(int64(n)) }})
	if !errors.Is(err, ErrIdentity) || sent.Load() > 0 {
		t.Errorf("a node with another key: %v, and it was sent %d bytes; want ErrIdentity and none", err, sent.Load())
	}
}

// Large bundles are read a few records at a time, and told of piece by piece: in net/http's wrapping their body is found.
func TestBulkPieces(t *testing.T) {
	key, pub := newKey(t)
	c := connect(t, serve(t, selfSigned(t, key), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		WriteSuccess(w, http.StatusOK, BundleResult{Stored: 1})
	})), pub)
	longest := 0
	body := bulkBody(10*pieceLen, func(dst []byte, off int) error {
		longest = max(longest, len(dst))
		return counting(dst, off)
	})
	var told []int
	if _, err := c.PutBundle(t.Context(), redstuff.BlobID{1}, BundleRequest{Body: body, Sent: func(n int) { told = append(told, n) }}); err != nil {
		t.Fatal(err)
	}
	if longest != stepLen {
		t.Errorf("%d bytes were read at once, want %d", longest, stepLen)
	}
	sum := 0
	for i, n := range told {
		if sum += n; n != pieceLen && i < len(told)-1 {
			t.Errorf("%d bytes were told of at once, want %d", n, pieceLen)
		}
	}
	if int64(sum) != body.Length() {
		t.Errorf("%d bytes were told of, there are %d", sum, body.Length())
	}
}

// The time that a body's source takes, in the middle of a piece, is not the node's.
func TestBulkSourceWaits(t *testing.T) {
	key, pub := newKey(t)
	c := NewClient(serve(t, selfSigned(t, key), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		WriteSuccess(w, http.StatusOK, BundleResult{Stored: 1})
	})), pub, Options{Stall: 200 * time.Millisecond})
	defer c.Close()
	body := bulkBody(4*pieceLen, func(dst []byte, off int) error {
		if off > pieceLen && off < pieceLen+stepLen { // within a piece
			time.Sleep(500 * time.Millisecond)
		}
		return counting(dst, off)
	})
	if _, err := c.PutBundle(t.Context(), redstuff.BlobID{1}, BundleRequest{Body: body}); err != nil {
		t.Errorf("a source that made the node wait for longer than it may make us wait: %v", err)
	}
}

// A read of many slivers comes over a connection of its own as well.
func TestBulkRead(t *testing.T) {
	key, pub := newKey(t)
	p, err := redstuff.NewParams(10)
	if err != nil {
		t.Fatal(err)
	}
	const symbol = 60000
	length := p.SliverSize(redstuff.Primary, symbol)
	body := new(BundleBody)
	sel := Selection{}
	for q := range redstuff.PairIndex(6) {
		body.StreamSliver(q, redstuff.Sliver{Axis: redstuff.Primary, Index: redstuff.SliverIndex(q), SymbolSize: symbol}, length, counting)
		sel.Primary = append(sel.Primary, q)
	}
	var protocol atomic.Int64
	c := connect(t, serve(t, selfSigned(t, key), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		protocol.Store(int64(r.ProtoMajor))
		w.Header().Set("Content-Type", TypeBundle)
		_, _ = io.Copy(w, body.Open())
	})), pub)
	r, err := c.Bundle(t.Context(), redstuff.BlobID{1}, sel, BlobLimits(p, symbol, true))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	want := make([]byte, length)
	counting(want, 0)
	for range sel.Primary {
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
		b, err := r.Body()
		if err != nil {
			t.Fatal(err)
		}
		s, err := redstuff.ParseSliver(redstuff.Primary, b)
		if err != nil || !bytes.Equal(s.Data, want) {
			t.Fatalf("sliver %d came changed: %v", s.Index, err)
		}
	}
	if protocol.Load() != 1 {
		t.Errorf("%d bytes came by HTTP/%d, want 1", sel.most(BlobLimits(p, symbol, true)), protocol.Load())
	}
}

// Large answers that were read to their end leave their connection to the next one. An end that does not come is not waited for.
func TestBulkEnd(t *testing.T) {
	key, pub := newKey(t)
	p, err := redstuff.NewParams(10)
	if err != nil {
		t.Fatal(err)
	}
	const symbol = 60000
	length := p.SliverSize(redstuff.Primary, symbol)
	body := new(BundleBody)
	sel := Selection{}
	for q := range redstuff.PairIndex(6) {
		body.StreamSliver(q, redstuff.Sliver{Axis: redstuff.Primary, Index: redstuff.SliverIndex(q), SymbolSize: symbol}, length, counting)
		sel.Primary = append(sel.Primary, q)
	}
	var from sync.Map
	var endless atomic.Bool
	c := connect(t, serve(t, selfSigned(t, key), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		from.Store(r.RemoteAddr, true)
		w.Header().Set("Content-Type", TypeBundle)
		if !endless.Load() {
			_, _ = io.Copy(w, body.Open())
			return
		}
		_, _ = io.CopyN(w, body.Open(), body.Length()-frameHeaderLen-endBodyLen)
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	})), pub)
	read := func() time.Duration {
		r, err := c.Bundle(t.Context(), redstuff.BlobID{1}, sel, BlobLimits(p, symbol, true))
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		for range sel.Primary {
			if _, err := r.Next(); err != nil {
				t.Fatal(err)
			}
			if _, err := r.Body(); err != nil {
				t.Fatal(err)
			}
		}
		begin := time.Now()
		r.End()
		return time.Since(begin)
	}
	const reads = 10
	for range reads {
		read()
	}
	connections := 0
	from.Range(func(any, any) bool { connections++; return true })
	if connections > reads/2 { // one, but for a busy machine
		t.Errorf("%d reads took %d connections", reads, connections)
	}
	endless.Store(true)
	if took := read(); took > time.Second {
		t.Errorf("an end that does not come was waited for %v", took)
	}
}

// What ends a large bundle early is told as for a small one.
func TestBulkErrors(t *testing.T) {
	key, pub := newKey(t)
	answer := func(h http.HandlerFunc) *Client { return connect(t, serve(t, selfSigned(t, key), h), pub) }
	hold := make(chan struct{})
	put := func(c *Client, read SliverData) error {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		_, err := c.PutBundle(ctx, redstuff.BlobID{1}, BundleRequest{Body: bulkBody(64<<20, read)})
		return err
	}

	refuses := answer(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.CopyN(io.Discard, r.Body, 1000)
		WriteError(w, Errorf(ResourceExhausted, CacheSaturated, "no room"))
	})
	var refusal *Error
	if err := put(refuses, counting); !errors.As(err, &refusal) || refusal.Reason != CacheSaturated {
		t.Errorf("a refusal before the body's end: %v", err)
	}

	broken := errors.New("the source is gone")
	takes := answer(func(w http.ResponseWriter, r *http.Request) { _, _ = io.Copy(io.Discard, r.Body) })
	if err := put(takes, func(dst []byte, off int) error {
		if off > 20<<20 {
			return broken
		}
		return counting(dst, off)
	}); !errors.Is(err, broken) {
		t.Errorf("a source that fails: %v", err)
	}

	stopped := make(chan struct{}, 2)
	stops := answer(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.CopyN(io.Discard, r.Body, 1<<20)
		stopped <- struct{}{}
		<-hold
	})
	if err := put(stops, counting); !errors.Is(err, ErrStalled) || !errors.Is(err, ErrUnavailable) {
		t.Errorf("a node that takes no more: %v, want ErrStalled", err)
	}
	<-stopped

	ctx, cancel := context.WithCancelCause(t.Context())
	enough := errors.New("enough")
	var begin time.Time
	go func() {
		<-stopped
		time.Sleep(500 * time.Millisecond) // the connection takes no more
		begin = time.Now()
		cancel(enough)
	}()
	_, err := stops.PutBundle(ctx, redstuff.BlobID{1}, BundleRequest{Body: bulkBody(64<<20, counting)})
	if !errors.Is(err, enough) || time.Since(begin) > time.Second {
		t.Errorf("a request to a node that takes no more was cancelled: %v after %v", err, time.Since(begin))
	}
	close(hold)

	ctx, cancel = context.WithCancelCause(t.Context())
	_, err = takes.PutBundle(ctx, redstuff.BlobID{1}, BundleRequest{Body: bulkBody(64<<20, func(dst []byte, off int) error {
		if off > 10<<20 {
			cancel(enough)
		}
		return counting(dst, off)
	})})
	if !errors.Is(err, enough) {
		t.Errorf("a request that was cancelled: %v", err)
	}

	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() }) // it takes connections into its queue and never shakes hands
	begin = time.Now()
	if err := put(connect(t, l.Addr().String(), pub), counting); !errors.Is(err, ErrUnavailable) || time.Since(begin) > 10*time.Second {
		t.Errorf("a node that never shakes hands: %v after %v", err, time.Since(begin))
	}
}

// A collector gives on what is written, in order, whether it fits what it holds or not.
func TestCollector(t *testing.T) {
	here, there := net.Pipe()
	c := &collector{Conn: here}
	got := make(chan []byte)
	go func() {
		b, _ := io.ReadAll(there)
		got <- b
	}()
	var want []byte
	write := func(n int) {
		p := binary.LittleEndian.AppendUint32(make([]byte, n, n+4), uint32(len(want)))
		if m, err := c.Write(p); err != nil || m != len(p) {
			t.Fatalf("write of %d bytes: %d, %v", len(p), m, err)
		}
		want = append(want, p...)
	}
	write(10)
	if _, err := c.together(func() (int, error) {
		for range 40 {
			write(16 << 10)
		}
		write(1 << 20)
		write(5)
		return 0, nil
	}); err != nil {
		t.Fatal(err)
	}
	write(7)
	here.Close()
	if _, err := c.together(func() (int, error) { return 0, nil }); err != nil {
		t.Errorf("nothing was written to a connection that is closed: %v", err)
	}
	if !bytes.Equal(<-got, want) {
		t.Error("bytes came changed")
	}
}
