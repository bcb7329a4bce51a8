package node

import (
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// A house counts connections without a network, at a test's own time. 203.0.113.9 has no bound of its own.
type house struct {
	t *testing.T
	*connections
}

func newHouse(t *testing.T, most, perSource int) house {
	unbounded := func(ip netip.Addr) bool { return ip == netip.MustParseAddr("203.0.113.9") }
	return house{t, limitConnections(nil, most, perSource, unbounded, slog.New(slog.DiscardHandler))}
}

// guest is a connection from addr; nil if there is no room for it.
func (h house) guest(addr string) *connection {
	near, _ := net.Pipe()
	at := netip.AddrPortFrom(netip.MustParseAddr(addr), 1)
	c := h.newConnection(seemsFrom{near, net.TCPAddrFromAddrPort(at)})
	leaves, why := h.enter(c)
	if leaves != nil {
		leaves.Close()
	}
	if why != "" {
		return nil
	}
	return c
}

func (h house) fill(addr string, count int, busy bool) {
	h.t.Helper()
	for range count {
		c := h.guest(addr)
		if c == nil {
			h.t.Fatalf("%s is refused", addr)
		}
		if busy {
			h.note(c, http.StateActive)
		}
	}
}

// has says how many connections of addr are open.
func (h house) has(addr string) int {
	near, _ := net.Pipe()
	at := netip.AddrPortFrom(netip.MustParseAddr(addr), 1)
	return len(h.open[h.newConnection(seemsFrom{near, net.TCPAddrFromAddrPort(at)}).source])
}

type seemsFrom struct {
	net.Conn
	addr net.Addr
}

func (c seemsFrom) RemoteAddr() net.Addr { return c.addr }

const noBound = "203.0.113.9"

// TestWaitingMakeRoom: when all connections are taken, one that waits for a request leaves, however its source counts, and the one that has waited longest first.
func TestWaitingMakeRoom(t *testing.T) {
	for name, fill := range map[string]func(h house){
		"one of each source": func(h house) {
			for i := range 100 {
				h.fill(fmt.Sprintf("2001:db8:%x::1", i), 1, false)
			}
		},
		"all of an address without a bound": func(h house) { h.fill(noBound, 100, false) },
		"behind requests of one address": func(h house) {
			h.fill(noBound, 60, true)
			for i := range 4 {
				h.fill(fmt.Sprintf("192.0.2.%d", i), 10, false)
			}
		},
	} {
		for _, newcomer := range []string{"198.51.100.1", noBound} {
			t.Run(name+", "+newcomer, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					h := newHouse(t, 100, 50)
					fill(h)
					time.Sleep(waitsAfter)
					for range 10 {
						c := h.guest(newcomer)
						if c == nil {
							t.Fatal("nobody made room")
						}
						h.note(c, http.StateActive)
					}
					if open, _ := h.counts(); open != 100 {
						t.Errorf("%d are open", open)
					}
				})
			})
		}
	}
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, 3, 3)
		served := h.guest("192.0.2.1")
		time.Sleep(waitsAfter)
		first := h.guest("192.0.2.2")
		h.note(served, http.StateActive)
		time.Sleep(waitsAfter)
		h.note(served, http.StateIdle)
		h.fill("192.0.2.3", 1, true)
		h.fill("192.0.2.4", 1, true)
		h.note(first, http.StateClosed) // told once more of one that is gone
		if h.has("192.0.2.2") != 0 || h.has("192.0.2.1") != 1 {
			t.Fatal("it was not the one that had waited longest which left")
		}
		if h.guest("192.0.2.5") != nil {
			t.Fatal("one that had just had its answer left")
		}
		time.Sleep(waitsAfter)
		h.fill("192.0.2.5", 1, true)
		if h.guest("192.0.2.6") != nil || h.waiting.Len() != 0 {
			t.Fatalf("one with a request under way left; %d wait", h.waiting.Len())
		}
	})
}

// TestBusyMakeRoom: when all connections have requests under way, an address without a bound takes from whoever has more than one, and others from the network that has more than theirs.
func TestBusyMakeRoom(t *testing.T) {
	h := newHouse(t, 100, 50)
	h.fill(noBound, 60, true)
	h.fill("192.0.2.1", 38, true)
	h.fill("192.0.2.2", 1, true)
	h.fill("192.0.2.3", 1, true)
	h.fill(noBound, 37, true)
	if h.guest(noBound) != nil || h.guest("192.0.2.4") != nil {
		t.Fatal("somebody's only connection was taken")
	}
	if h.has("192.0.2.1") != 1 || h.has("192.0.2.2") != 1 {
		t.Fatal("it was not the one with the most who made room")
	}

	h = newHouse(t, 100, 50)
	for i := range 97 { // one who has many /64 networks is still one
		h.fill(fmt.Sprintf("2001:db8:0:%x::1", i), 1, true)
	}
	h.fill("2001:db8:0:f00::1", 3, true)
	h.fill("192.0.2.1", 2, true)
	if h.has("2001:db8:0:f00::1") != 1 {
		t.Fatal("of a network, it was not the source with the most that made room")
	}
	h.fill("192.0.2.1", 47, true)
	if h.guest("192.0.2.2") == nil {
		t.Fatal("a network that has half of all made no room")
	}

	h = newHouse(t, 10, 50)
	h.fill("2001:db8:0:1::1", 9, true)
	h.fill("2001:db8:0:2::1", 1, true)
	h.fill("2001:db8:0:2::1", 4, true) // its neighbour has more
	if h.guest("2001:db8:0:2::1") != nil {
		t.Fatal("neighbours that have as many take from each other")
	}
}

// endless is a listener to which somebody dials all the time.
type endless struct {
	closed chan struct{}
	once   sync.Once
}

func (l *endless) Accept() (net.Conn, error) {
	select {
	case <-l.closed:
		return nil, net.ErrClosed
	default:
	}
	near, far := net.Pipe()
	far.Close()
	return seemsFrom{near, &net.TCPAddr{IP: net.IPv4(192, 0, 2, 1), Port: 1}}, nil
}

func (l *endless) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

func (l *endless) Addr() net.Addr { return nil }

// TestCloseWhileRefusing ends a listener in the middle of refusals, for the race detector.
func TestCloseWhileRefusing(t *testing.T) {
	for range 100 {
		l := limitConnections(&endless{closed: make(chan struct{})}, 10, 1, func(netip.Addr) bool { return false }, slog.New(slog.DiscardHandler))
		var accepting sync.WaitGroup
		accepting.Go(func() {
			for {
				if _, err := l.Accept(); err != nil {
					return
				}
			}
		})
		for _, refused := l.counts(); refused < 5; _, refused = l.counts() {
			time.Sleep(time.Microsecond)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		accepting.Wait()
		if l.refusing != 0 {
			t.Fatalf("%d refusals are under way after the end", l.refusing)
		}
	}
}
