package node

import (
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"walrus/node/server"
)

// connections is a listener that bounds the connections that are open, those of one source and all. A source at its bound loses the connection that has waited longest for a request, if
// there is one, before a new one of it is refused. When all are taken, the source that has the most loses one to a source that has fewer. Loopback addresses and trusted proxies stand for
// many and have no bound of their own.
//
// A refused connection ends with the TLS alert access_denied, before any handshake.
type connections struct {
	net.Listener
	most, perSource int
	trusted         func(netip.Addr) bool
	log             *slog.Logger

	refusals chan struct{} // one per refusal under way
	wg       sync.WaitGroup

	mu      sync.Mutex
	open    map[string]map[*connection]struct{} // by source
	total   int
	refused uint64
	logged  time.Time // when a refusal was logged last
}

const (
	// Defaults of the configuration. Half as many of one source would be few for gateways that read many blobs at once; sixteen sources can use them all.
	defaultConnections          = 8192
	defaultConnectionsPerSource = 512
	// waitsAfter is how long a connection is without a request until it may be closed for a new one of the same source: a handshake takes less.
	waitsAfter = time.Second
	// refusalsAtOnce bounds the connections that are told why they are refused; more are closed without. refusalTime is how long one of them has to listen.
	refusalsAtOnce = 64
	refusalTime    = time.Second
	// refusalLog is how often refusals are logged.
	refusalLog = 10 * time.Second
)

// accessDenied is a TLS record with the fatal alert access_denied, in the version that clients of all versions read before they have agreed on one.
var accessDenied = []byte{21, 3, 3, 0, 2, 2, 49}

func limitConnections(l net.Listener, most, perSource int, trusted func(netip.Addr) bool, log *slog.Logger) *connections {
	if most == 0 {
		most = defaultConnections
	}
	if perSource == 0 {
		perSource = defaultConnectionsPerSource
	}
	return &connections{Listener: l, most: most, perSource: perSource, trusted: trusted, log: log, refusals: make(chan struct{}, refusalsAtOnce), open: make(map[string]map[*connection]struct{})}
}

// A connection counts until it is closed.
type connection struct {
	net.Conn
	all    *connections
	source string
	bound  bool // counts against a bound of its source
	once   sync.Once

	// guarded by all.mu
	busy  bool      // a request is under way
	since time.Time // when that changed
}

// Close closes the connection and makes room for another one.
func (c *connection) Close() error {
	c.once.Do(func() {
		c.all.mu.Lock()
		defer c.all.mu.Unlock()
		c.all.total--
		if of := c.all.open[c.source]; len(of) == 1 {
			delete(c.all.open, c.source)
		} else {
			delete(of, c)
		}
	})
	return c.Conn.Close()
}

// Accept waits for a connection for which there is room.
func (l *connections) Accept() (net.Conn, error) {
	for {
		plain, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		c := &connection{Conn: plain, all: l, source: server.SourceOf(plain.RemoteAddr().String()), since: time.Now()}
		at, err := netip.ParseAddrPort(plain.RemoteAddr().String())
		ip := at.Addr().Unmap().WithZone("")
		c.bound = err != nil || !ip.IsLoopback() && !l.trusted(ip)
		leaves, why := l.enter(c)
		if leaves != nil {
			_ = leaves.Close()
		}
		if why == "" {
			return c, nil
		}
		l.refuse(plain, c.source, why)
	}
}

// enter counts a connection, or says why there is no room for it. leaves is one that is to be closed in its place.
func (l *connections) enter(c *connection) (leaves *connection, why string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if mine := l.open[c.source]; c.bound && len(mine) >= l.perSource {
		leaves = longestWaiting(mine)
		if leaves == nil || c.since.Sub(leaves.since) < waitsAfter {
			return nil, "its source has as many as it may"
		}
	} else if l.total >= l.most {
		if leaves = l.heaviest(len(mine) + 1); leaves == nil {
			return nil, "all connections are taken"
		}
	}
	if l.open[c.source] == nil {
		l.open[c.source] = make(map[*connection]struct{})
	}
	l.open[c.source][c] = struct{}{}
	l.total++
	return leaves, ""
}

// longestWaiting is the connection of a source that has been without a request for the longest, nil if none is.
func longestWaiting(of map[*connection]struct{}) (first *connection) {
	for c := range of {
		if !c.busy && (first == nil || c.since.Before(first.since)) {
			first = c
		}
	}
	return first
}

// heaviest is a connection of the source that has the most, and more than so many: the one that has waited longest for a request, else the one whose request is the youngest. mu is held.
func (l *connections) heaviest(than int) (c *connection) {
	var of map[*connection]struct{}
	for _, o := range l.open {
		for any := range o {
			if any.bound && len(o) > max(than, len(of)) {
				of = o
			}
			break
		}
	}
	if c = longestWaiting(of); c != nil {
		return c
	}
	for o := range of {
		if c == nil || o.since.After(c.since) {
			c = o
		}
	}
	return c
}

// refuse ends a connection for which there is no room.
func (l *connections) refuse(plain net.Conn, source, why string) {
	l.mu.Lock()
	l.refused++
	count, total := l.refused, l.total
	due := time.Since(l.logged) >= refusalLog
	if due {
		l.logged = time.Now()
	}
	l.mu.Unlock()
	if due {
		l.log.Warn("connection refused", "source", source, "why", why, "open", total, "most", l.most, "most_per_source", l.perSource, "refused_since_start", count)
	}
	select {
	case l.refusals <- struct{}{}:
	default:
		_ = plain.Close()
		return
	}
	l.wg.Go(func() {
		defer func() { <-l.refusals }()
		defer plain.Close()
		_ = plain.SetDeadline(time.Now().Add(refusalTime))
		if _, err := plain.Write(accessDenied); err != nil {
			return
		}
		if half, ok := plain.(interface{ CloseWrite() error }); ok && half.CloseWrite() != nil {
			return
		}
		// What the other end has sent is taken, or the system would answer it with a reset, which overtakes the alert.
		_, _ = io.CopyN(io.Discard, plain, 64<<10)
	})
}

// Close ends Accept, and waits for the refusals under way.
func (l *connections) Close() error {
	err := l.Listener.Close()
	l.wg.Wait()
	return err
}

// note is told by the server what a connection is doing.
func (l *connections) note(conn net.Conn, state http.ConnState) {
	for {
		below, ok := conn.(interface{ NetConn() net.Conn })
		if !ok {
			break
		}
		conn = below.NetConn()
	}
	c, ok := conn.(*connection)
	if !ok {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if busy := state == http.StateActive; busy != c.busy {
		c.busy, c.since = busy, time.Now()
	}
}

// counts says how many connections are open, and how many were refused since the start.
func (l *connections) counts() (open int, refused uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.total, l.refused
}
