package nodeapi

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// bulkLen is the length from which a bundle goes over a connection of its own, in HTTP/1.1. HTTP/2 took a fifth more of a
// sender's processor time and a tenth more of the nodes' (docs/performance.md); below it, sharing a connection saves the handshake. Where in between the two are level was not measured.
const bulkLen = 1 << 20

const (
	// stepLen is how many bytes of a body are taken and encrypted at once: four full TLS records, which stay near the processor meanwhile. With one, bodies in memory are sent as fast, and
	// files take four times the reads.
	stepLen = 64 << 10
	// pieceLen is how many bytes of a body are given to the system at once: sixteen records. Half and twice as many made no difference.
	pieceLen = 4 * stepLen
)

// bulkBuffer is what is read ahead of an answer's frames.
const bulkBuffer = 16 << 10

var steps = sync.Pool{New: func() any { return new([stepLen]byte) }}

// bulkTransport is tr for one large transfer per connection.
func bulkTransport(tr *http.Transport, connect time.Duration) *http.Transport {
	bulk := tr.Clone()
	bulk.ForceAttemptHTTP2, bulk.HTTP2 = false, nil
	bulk.Protocols = new(http.Protocols)
	bulk.Protocols.SetHTTP1(true)
	bulk.TLSClientConfig.NextProtos = []string{"http/1.1"}
	bulk.TLSClientConfig.DynamicRecordSizingDisabled = true
	verify := bulk.TLSClientConfig.VerifyConnection
	bulk.TLSClientConfig.VerifyConnection = func(s tls.ConnectionState) error {
		if err := verify(s); err != nil {
			return err
		}
		if s.NegotiatedProtocol != "http/1.1" { // servers of HTTP/2 alone agree on nothing with somebody who does not know it, and then speak it
			return errNoHTTP1
		}
		return nil
	}
	bulk.ReadBufferSize = bulkBuffer
	bulk.DialTLSContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
		plain, err := bulk.DialContext(ctx, network, addr)
		if err != nil {
			return nil, err
		}
		config := bulk.TLSClientConfig.Clone()
		config.ServerName, _, _ = net.SplitHostPort(addr) // for a proxy in front of the node
		below := &collector{Conn: plain}
		conn := tls.Client(below, config)
		ctx, cancel := context.WithTimeout(ctx, connect)
		defer cancel()
		if err := conn.HandshakeContext(ctx); err != nil {
			if ctx.Err() == nil && !errors.Is(err, ErrIdentity) {
				err = &handshakeError{err}
			}
			return nil, errors.Join(err, plain.Close())
		}
		return bulkConn{conn, below}, nil
	}
	return bulk
}

// A bulkConn takes bodies in pieces of many TLS records, and gives the records of a piece to the system at once.
type bulkConn struct {
	*tls.Conn
	below *collector
}

// ReadFrom sends what r reads. No timer of a request's body runs while it is read and encrypted, only while a piece is written.
func (c bulkConn) ReadFrom(r io.Reader) (sent int64, err error) {
	buf := steps.Get().(*[stepLen]byte)
	defer steps.Put(buf)
	for {
		var end error // of r
		n, err := c.below.together(func() (n int, err error) {
			n, end = passOn(r, buf[:], pieceLen, func(p []byte) bool {
				_, err = c.Conn.Write(p) // which is held back: there is room for a piece
				return err == nil
			})
			return n, err
		})
		switch sent += int64(n); {
		case err != nil:
			return sent, err
		case end == io.EOF:
			return sent, nil
		case end != nil:
			return sent, end
		}
	}
}

// passOn reads up to most bytes of r, a buffer full at a time, and gives them to take until it takes no more. It returns the number of bytes read, and r's error.
func passOn(r io.Reader, buf []byte, most int, take func([]byte) bool) (n int, err error) {
	switch r := r.(type) {
	case *io.LimitedReader: // net/http has one around a body of known length
		if r.N <= 0 {
			return 0, io.EOF
		}
		n, err = passOn(r.R, buf, int(min(int64(most), r.N)), take)
		r.N -= int64(n)
		return n, err
	case *progressBody:
		return r.passOn(buf, most, take)
	}
	for n < most && err == nil {
		var m int
		m, err = r.Read(buf[:min(len(buf), most-n)])
		if n += m; m > 0 && !take(buf[:m]) {
			break
		}
	}
	return n, err
}

// Close ends a piece that is on its way at once, as tls.Conn does with a write of its own. It knows nothing of what is held back: its farewell would wait behind that until its deadline.
func (c bulkConn) Close() error {
	if c.below.busy.Load() {
		return c.below.Conn.Close()
	}
	return c.Conn.Close()
}

// A collector is a connection that can hold back what is written to it. tls.Conn writes each record by itself, and each such write costs the system more than the copy here.
type collector struct {
	net.Conn
	busy atomic.Bool // a piece is being read, encrypted or written

	mu   sync.Mutex
	held *[]byte // nil: nothing is held back
	used int
}

// collected holds the records of one piece, and what TLS adds to them.
var collected = sync.Pool{New: func() any { b := make([]byte, pieceLen+pieceLen/64); return &b }}

func (c *collector) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.held == nil {
		return c.Conn.Write(p)
	}
	if c.used+len(p) > len(*c.held) {
		if err := c.flush(); err != nil {
			return 0, err
		}
		if len(p) > len(*c.held) {
			return c.Conn.Write(p)
		}
	}
	c.used += copy((*c.held)[c.used:], p)
	return len(p), nil
}

// flush writes what is held back; mu is held. At a body's end that is nothing: the other end may have answered and gone by then.
func (c *collector) flush() error {
	if c.used == 0 {
		return nil
	}
	_, err := c.Conn.Write((*c.held)[:c.used])
	c.used = 0
	return err
}

// together runs write and sends what it wrote in one go.
func (c *collector) together(write func() (int, error)) (n int, err error) {
	c.busy.Store(true)
	defer c.busy.Store(false)
	c.mu.Lock()
	c.held = collected.Get().(*[]byte)
	c.mu.Unlock()
	n, err = write()
	c.mu.Lock()
	defer c.mu.Unlock()
	err = errors.Join(err, c.flush())
	collected.Put(c.held)
	c.held = nil
	return n, err
}
