package node

import (
	"crypto/rand"
	"crypto/tls"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"walrus/nodeapi"
)

// elsewhere is a listener on loopback whose connections seem to come from the addresses that a test says, in the order in which it dials.
type elsewhere struct {
	net.Listener
	mu     sync.Mutex
	coming []string
}

type from struct {
	*net.TCPConn
	addr net.Addr
}

func (f from) RemoteAddr() net.Addr { return f.addr }

func (l *elsewhere) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	at := net.TCPAddrFromAddrPort(netip.AddrPortFrom(netip.MustParseAddr(l.coming[0]), 1))
	l.coming = l.coming[1:]
	return from{c.(*net.TCPConn), at}, nil
}

// A door is an HTTPS server behind bounded connections, whose requests wait until they are released.
type door struct {
	t       *testing.T
	l       *elsewhere
	bounded *connections
	key     nodeapi.NetworkKey
	asked   chan struct{}
	release chan struct{}
}

func newDoor(t *testing.T, most, perSource int) *door {
	t.Helper()
	plain, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	d := &door{t: t, l: &elsewhere{Listener: plain}, asked: make(chan struct{}, 100), release: make(chan struct{})}
	unbounded := func(ip netip.Addr) bool { return ip.IsLoopback() || ip == netip.MustParseAddr("203.0.113.9") }
	d.bounded = limitConnections(d.l, most, perSource, unbounded, slog.New(slog.DiscardHandler))
	key, err := nodeapi.GenerateNetworkKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	config, err := nodeapi.ServerTLS(key, "")
	if err != nil {
		t.Fatal(err)
	}
	if d.key, err = nodeapi.PublicNetworkKey(&key.PublicKey); err != nil {
		t.Fatal(err)
	}
	srv := &http.Server{TLSConfig: config, ConnState: d.bounded.note, ErrorLog: slog.NewLogLogger(slog.DiscardHandler, 0),
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			d.asked <- struct{}{}
			<-d.release
		})}
	done := make(chan error, 1)
	go func() { done <- srv.ServeTLS(d.bounded, "", "") }()
	t.Cleanup(func() {
		srv.Close()
		<-done
		deadline := time.Now().Add(10 * time.Second)
		for open, _ := d.bounded.counts(); open > 0; open, _ = d.bounded.counts() {
			if time.Now().After(deadline) {
				t.Errorf("%d connections are counted after the end", open)
				return
			}
			time.Sleep(time.Millisecond)
		}
	})
	return d
}

// dial connects as addr and shakes hands. With ask it sends a request and waits until the server has it.
func (d *door) dial(addr string, ask bool) (*tls.Conn, error) {
	d.t.Helper()
	d.l.mu.Lock()
	d.l.coming = append(d.l.coming, addr)
	d.l.mu.Unlock()
	plain, err := net.Dial("tcp", d.l.Addr().String())
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { plain.Close() })
	c := tls.Client(plain, nodeapi.ClientTLS(d.key))
	if err := c.Handshake(); err != nil {
		return nil, err
	}
	if ask {
		if _, err := io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil {
			d.t.Fatal(err)
		}
		<-d.asked
	}
	return c, nil
}

func (d *door) must(addr string, ask bool) *tls.Conn {
	d.t.Helper()
	c, err := d.dial(addr, ask)
	if err != nil {
		d.t.Fatalf("%s: %v", addr, err)
	}
	return c
}

// alive says whether the server has not closed a connection.
func alive(t *testing.T, c *tls.Conn) bool {
	t.Helper()
	if err := c.SetReadDeadline(time.Now().Add(200 * time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	_, err := c.Read(make([]byte, 1))
	var late net.Error
	return errors.As(err, &late) && late.Timeout()
}

// TestConnectionsOfOneSource: an address that has as many connections as it may is refused, and told so; others are not, nor are loopback and addresses without a bound.
func TestConnectionsOfOneSource(t *testing.T) {
	d := newDoor(t, 100, 3)
	for range 3 {
		d.must("192.0.2.1", true)
	}
	_, err := d.dial("192.0.2.1", false)
	if err == nil || !strings.Contains(err.Error(), "access denied") {
		t.Fatalf("the fourth connection: %v", err)
	}
	if open, refused := d.bounded.counts(); open != 3 || refused != 1 {
		t.Fatalf("%d open, %d refused", open, refused)
	}
	d.must("192.0.2.2", true)
	for range 5 {
		d.must("127.0.0.1", true)
		d.must("::1", true)
		d.must("203.0.113.9", true)
	}
	for _, ip := range []string{"2001:db8::1", "2001:db8::2", "2001:db8::3"} {
		d.must(ip, true)
	}
	if _, err := d.dial("2001:db8::4", false); err == nil {
		t.Fatal("one /64 network has four connections")
	}
	d.must("2001:db8:0:1::4", true)
	close(d.release)
}

// TestWaitingConnectionLeaves: a source at its bound loses a connection that waits for a request to a new one.
func TestWaitingConnectionLeaves(t *testing.T) {
	d := newDoor(t, 100, 3)
	busy := d.must("192.0.2.1", true)
	first := d.must("192.0.2.1", false)
	d.must("192.0.2.1", true)
	if _, err := d.dial("192.0.2.1", false); err == nil {
		t.Fatal("a connection that had just begun was closed")
	}
	d.bounded.mu.Lock()
	for c := range d.bounded.open["192.0.2.1"] { // as if it had been so for long
		c.since = c.since.Add(-waitsAfter)
	}
	d.bounded.mu.Unlock()
	d.must("192.0.2.1", true)
	if alive(t, first) || !alive(t, busy) {
		t.Fatal("it was not the connection that waited which was closed")
	}
	close(d.release)
}

// TestAllConnections: when all are taken by requests, the source that has the most makes room for one that has fewer, and nobody else does.
func TestAllConnections(t *testing.T) {
	d := newDoor(t, 6, 5)
	var many []*tls.Conn
	for range 4 {
		many = append(many, d.must("192.0.2.1", true))
	}
	local := d.must("127.0.0.1", true)
	d.must("192.0.2.2", true)
	d.must("192.0.2.3", true)
	left := 0
	for _, c := range many {
		if alive(t, c) {
			left++
		}
	}
	if left != 3 || !alive(t, local) {
		t.Fatalf("%d of 4 are left", left)
	}
	if _, err := d.dial("192.0.2.1", false); err == nil {
		t.Fatal("the source that has the most got one more")
	}
	d.must("192.0.2.2", true)
	if _, err := d.dial("192.0.2.3", false); err == nil { // all have two
		t.Fatal("sources that have as many take from each other")
	}
	close(d.release)
}

// TestManyRefusals: refusals that nobody takes hold no more than their bound, and end.
func TestManyRefusals(t *testing.T) {
	d := newDoor(t, 100, 1)
	d.must("192.0.2.1", true)
	for range 3 * refusalsAtOnce {
		d.l.mu.Lock()
		d.l.coming = append(d.l.coming, "192.0.2.1")
		d.l.mu.Unlock()
		c, err := net.Dial("tcp", d.l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
	}
	for _, refused := d.bounded.counts(); refused < 3*refusalsAtOnce; _, refused = d.bounded.counts() {
		time.Sleep(time.Millisecond)
	}
	d.must("192.0.2.2", true)
	close(d.release)
}
