package nodeapi

import (
	"crypto/tls"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"walrus/redstuff"
)

// TestFallback sends large bundles to servers that offer not all protocols: they arrive by one that is offered, and what was found out is remembered.
func TestFallback(t *testing.T) {
	key, pub := newKey(t)
	without := func(protocol string, do func(*tls.ClientHelloInfo) (*tls.Config, error)) func(*tls.Config) {
		return func(cfg *tls.Config) {
			cfg.GetConfigForClient = func(hello *tls.ClientHelloInfo) (*tls.Config, error) {
				if slices.Contains(hello.SupportedProtos, protocol) {
					return nil, nil
				}
				return do(hello)
			}
		}
	}
	for name, x := range map[string]struct {
		change   func(cfg *tls.Config)
		protocol int64
		vain     int64 // connections that were no good, of both requests
		kept     bool  // large bundles go on having a connection of their own
	}{
		"both":           {func(*tls.Config) {}, 1, 0, true},
		"HTTP/1.1 alone": {func(cfg *tls.Config) { cfg.NextProtos = []string{"http/1.1"} }, 1, 0, true},
		"no ALPN": {without("", func(*tls.ClientHelloInfo) (*tls.Config, error) {
			return &tls.Config{Certificates: selfSigned(t, key).Certificates}, nil
		}), 1, 1, false},
		"HTTP/2 alone": {func(cfg *tls.Config) { cfg.NextProtos = []string{"h2"} }, 2, 1, false},
		"HTTP/2, by alert": {without("h2", func(*tls.ClientHelloInfo) (*tls.Config, error) {
			return &tls.Config{Certificates: selfSigned(t, key).Certificates, NextProtos: []string{"other"}}, nil
		}), 2, 1, false},
		"HTTP/2, or the end": {without("h2", func(hello *tls.ClientHelloInfo) (*tls.Config, error) {
			return nil, errors.Join(errors.New("no HTTP/2"), hello.Conn.Close())
		}), 2, 2, true},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := selfSigned(t, key)
			x.change(cfg)
			var protocol, hellos, ends atomic.Int64
			inner := cfg.GetConfigForClient
			cfg.GetConfigForClient = func(hello *tls.ClientHelloInfo) (*tls.Config, error) {
				hellos.Add(1)
				if inner != nil {
					return inner(hello)
				}
				return nil, nil
			}
			s := &http.Server{TLSConfig: cfg, Protocols: new(http.Protocols), ErrorLog: log.New(io.Discard, "", 0), Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				n, err := io.Copy(io.Discard, r.Body)
				if err != nil || n < bulkLen {
					t.Errorf("%d bytes, %v", n, err)
				}
				protocol.Store(int64(r.ProtoMajor))
				ends.Add(1)
				WriteSuccess(w, http.StatusOK, BundleResult{Stored: 1})
			})}
			s.Protocols.SetHTTP1(x.protocol == 1)
			s.Protocols.SetHTTP2(slices.Contains(cfg.NextProtos, "h2"))
			plain, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			go s.ServeTLS(plain, "", "")
			t.Cleanup(func() { s.Close() })
			c := connect(t, plain.Addr().String(), pub)
			for range 2 {
				sent := int64(0)
				body := bulkBody(2<<20, counting)
				_, err := c.PutBundle(t.Context(), redstuff.BlobID{1}, BundleRequest{Body: body, Sent: func(n int) { atomic.AddInt64(&sent, int64(n)) }})
				if err != nil || atomic.LoadInt64(&sent) != body.Length() {
					t.Fatalf("%v, sent %d bytes of %d", err, sent, body.Length())
				}
				if protocol.Load() != x.protocol {
					t.Errorf("it came by HTTP/%d, want %d", protocol.Load(), x.protocol)
				}
			}
			if got := hellos.Load() - 1; got != x.vain || ends.Load() != 2 {
				t.Errorf("%d connections were in vain, want %d; %d requests", got, x.vain, ends.Load())
			}
			if c.takesBulk() != x.kept {
				t.Errorf("it is remembered that large bundles have a connection of their own: %v", c.takesBulk())
			}
			c.noBulk.Store(time.Now().UnixNano())
			if !c.takesBulk() {
				t.Error("it is remembered for ever")
			}
		})
	}
}

// TestTooManyConnections: a node that takes no more connections gets a large bundle over the one that is there, and connections of their own later; without any it says why.
func TestTooManyConnections(t *testing.T) {
	key, pub := newKey(t)
	cfg := selfSigned(t, key)
	plain, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	taken, most := make(chan net.Conn), atomic.Int64{}
	most.Store(1)
	go func() {
		defer close(taken)
		for {
			conn, err := plain.Accept()
			if err != nil {
				return
			}
			if most.Add(-1) >= 0 {
				taken <- conn
				continue
			}
			go func() {
				defer conn.Close()
				conn.Write([]byte{21, 3, 3, 0, 2, 2, 49})
				conn.(*net.TCPConn).CloseWrite()
				io.Copy(io.Discard, conn)
			}()
		}
	}()
	var protocol atomic.Int64
	s := &http.Server{TLSConfig: cfg, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		protocol.Store(int64(r.ProtoMajor))
		WriteSuccess(w, http.StatusOK, BundleResult{Stored: 1})
	})}
	go s.ServeTLS(chanListener{plain, taken}, "", "")
	t.Cleanup(func() { s.Close() })
	c := connect(t, plain.Addr().String(), pub)
	put := func(length int) error {
		_, err := c.PutBundle(t.Context(), redstuff.BlobID{1}, BundleRequest{Body: bulkBody(length, counting)})
		return err
	}
	for _, length := range []int{100, 2 << 20} {
		if err := put(length); err != nil || protocol.Load() != 2 {
			t.Fatalf("%d bytes: %v by HTTP/%d", length, err, protocol.Load())
		}
	}
	most.Store(1)
	if err := put(2 << 20); err != nil || protocol.Load() != 1 {
		t.Fatalf("%v by HTTP/%d", err, protocol.Load())
	}
	c = connect(t, plain.Addr().String(), pub)
	if err := put(100); !errors.Is(err, ErrUnavailable) || !strings.Contains(err.Error(), "no more connections from this address") {
		t.Fatal(err)
	}
}

// chanListener gives the connections that somebody else has accepted.
type chanListener struct {
	net.Listener
	conns <-chan net.Conn
}

func (l chanListener) Accept() (net.Conn, error) {
	if c, ok := <-l.conns; ok {
		return c, nil
	}
	return nil, net.ErrClosed
}

// TestLateAlert: a connection that ends with an alert when the body is on its way is an error. It neither sends the body again, nor says anything about other connections.
func TestLateAlert(t *testing.T) {
	key, pub := newKey(t)
	plain, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	body := bulkBody(8<<20, counting)
	var requests, sent atomic.Int64
	s := &http.Server{TLSConfig: selfSigned(t, key), ErrorLog: log.New(io.Discard, "", 0), Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requests.Add(1)
		if _, err := io.Copy(io.Discard, r.Body); err != nil {
			panic(http.ErrAbortHandler)
		}
		WriteSuccess(w, http.StatusOK, BundleResult{Stored: 1})
	})}
	go s.ServeTLS(noisyListener{plain, body.Length()}, "", "")
	t.Cleanup(func() { s.Close() })
	c := connect(t, plain.Addr().String(), pub)
	_, err = c.PutBundle(t.Context(), redstuff.BlobID{1}, BundleRequest{Body: body, Sent: func(n int) { sent.Add(int64(n)) }})
	if !errors.Is(err, ErrUnavailable) || requests.Load() != 1 || sent.Load() > body.Length() || !c.takesBulk() {
		t.Errorf("%v, %d requests, sent %d bytes of %d, large bundles have connections of their own: %v", err, requests.Load(), sent.Load(), body.Length(), c.takesBulk())
	}
}

// A noisyListener spoils what its connections receive after so many bytes, which TLS answers with an alert. With what TLS adds to a body, that many come just before its end: the client has
// given away the rest and waits for the answer.
type noisyListener struct {
	net.Listener
	after int64
}

func (l noisyListener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &noisyConn{c.(*net.TCPConn), l.after}, nil
}

type noisyConn struct {
	*net.TCPConn
	good int64 // bytes until the noise begins
}

func (c *noisyConn) Read(p []byte) (int, error) {
	n, err := c.TCPConn.Read(p)
	if c.good -= int64(n); n > 0 && c.good < 0 {
		p[n-1] ^= 1
	}
	return n, err
}

// Close takes what is on its way first: the system would send a reset for it, which overtakes the alert.
func (c *noisyConn) Close() error {
	if c.CloseWrite() == nil && c.SetReadDeadline(time.Now().Add(time.Second)) == nil {
		io.Copy(io.Discard, c.TCPConn)
	}
	return c.TCPConn.Close()
}
