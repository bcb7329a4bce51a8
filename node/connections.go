package node

import (
	"container/list"
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
// there is one, before a new one of it is refused. When all are taken, the connection that has waited longest for a request leaves, whosever it is; if none waits, the network that has the
// most loses one to a network that has fewer, and within one network the source that has the most. Some addresses stand for many and have no bound of their own.
//
// A refused connection ends with the TLS alert access_denied, before any handshake.
type connections struct {
	net.Listener
	most, perSource int
	unbounded       func(netip.Addr) bool // of the addresses that have no bound of their own
	log             *slog.Logger

	wg sync.WaitGroup // refusals under way

	mu       sync.Mutex
	open     map[string]map[*connection]struct{} // by source
	networks map[string]int                      // how many are open, by network
	waiting  *list.List                          // connections without a request, those that have waited longest first
	total    int
	closed   bool
	refusing int // refusals under way
	refused  uint64
	logged   time.Time // when a refusal was logged last
}

const (
	// Defaults of the configuration. Half as many of one source would be few for gateways that read many blobs at once; sixteen sources can use them all.
	defaultConnections          = 8192
	defaultConnectionsPerSource = 512
	// waitsAfter is how long a connection is without a request until it may be closed for a new one: a handshake takes less.
	waitsAfter = time.Second
	// refusalsAtOnce bounds the connections that are told why they are refused; more are closed without. refusalTime is how long one of them has to listen.
	refusalsAtOnce = 64
	refusalTime    = time.Second
	// refusalLog is how often refusals are logged.
	refusalLog = 10 * time.Second
)

// accessDenied is a TLS record with the fatal alert access_denied, in the version that clients of all versions read before they have agreed on one.
var accessDenied = []byte{21, 3, 3, 0, 2, 2, 49}

func limitConnections(l net.Listener, most, perSource int, unbounded func(netip.Addr) bool, log *slog.Logger) *connections {
	if most == 0 {
		most = defaultConnections
	}
	if perSource == 0 {
		perSource = defaultConnectionsPerSource
	}
	return &connections{Listener: l, most: most, perSource: perSource, unbounded: unbounded, log: log,
		open: make(map[string]map[*connection]struct{}), networks: make(map[string]int), waiting: list.New()}
}

// A connection counts until it is closed.
type connection struct {
	net.Conn
	all     *connections
	source  string // an IPv4 address, a /64 network of IPv6, or an address without bound
	network string // the /48 network of IPv6 that the source is in, else the source
	bound   bool   // counts against a bound of its source
	once    sync.Once

	// guarded by all.mu
	waits *list.Element // in all.waiting; nil while a request is under way
	since time.Time     // when that changed
}

// newConnection says what an accepted connection counts as.
func (l *connections) newConnection(plain net.Conn) *connection {
	remote := plain.RemoteAddr().String()
	c := &connection{Conn: plain, all: l, source: server.SourceOf(remote), bound: true, since: time.Now()}
	c.network = c.source
	at, err := netip.ParseAddrPort(remote)
	if err != nil {
		return c
	}
	ip := at.Addr().Unmap().WithZone("")
	if l.unbounded(ip) { // its /64 network may have others that are bound
		c.source, c.network, c.bound = ip.String(), ip.String(), false
	} else if wide, err := ip.Prefix(48); err == nil && ip.Is6() {
		c.network = wide.String()
	}
	return c
}

// Close closes the connection and makes room for another one.
func (c *connection) Close() error {
	c.once.Do(func() {
		c.all.mu.Lock()
		defer c.all.mu.Unlock()
		c.all.leave(c)
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
		c := l.newConnection(plain)
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
		if first := l.waiting.Front(); first != nil && c.since.Sub(first.Value.(*connection).since) >= waitsAfter {
			leaves = first.Value.(*connection)
		} else if leaves = l.heaviest(c); leaves == nil {
			return nil, "all connections are taken"
		}
	}
	if l.open[c.source] == nil {
		l.open[c.source] = make(map[*connection]struct{})
	}
	l.open[c.source][c] = struct{}{}
	l.networks[c.network]++
	c.waits = l.waiting.PushBack(c)
	l.total++
	return leaves, ""
}

// leave takes c out of the counts. mu is held.
func (l *connections) leave(c *connection) {
	l.total--
	if c.waits != nil {
		l.waiting.Remove(c.waits)
		c.waits = nil
	}
	if of := l.open[c.source]; len(of) == 1 {
		delete(l.open, c.source)
	} else {
		delete(of, c)
	}
	if l.networks[c.network]--; l.networks[c.network] == 0 {
		delete(l.networks, c.network)
	}
}

// longestWaiting is the connection of a source that has been without a request for the longest, nil if none is.
func longestWaiting(of map[*connection]struct{}) (first *connection) {
	for c := range of {
		if c.waits != nil && (first == nil || c.since.Before(first.since)) {
			first = c
		}
	}
	return first
}

// heaviest is a connection of the network that has the most, and there of the source that has the most: the one that has waited longest for a request, else the one whose request is the
// youngest. It is nil unless they have more with it than the newcomer's with the newcomer. A newcomer without a bound stands for many: for it, it is enough that they have more than one.
// mu is held.
func (l *connections) heaviest(newcomer *connection) (c *connection) {
	than, thanSource := l.networks[newcomer.network]+1, len(l.open[newcomer.source])+1
	if !newcomer.bound {
		than = 1
	}
	var of map[*connection]struct{}
	most := 0
	for _, o := range l.open {
		var one *connection // all of a source are bound, or none
		for one = range o {
			break
		}
		n := l.networks[one.network]
		gives := one.bound && (n > than || one.network == newcomer.network && len(o) > thanSource)
		if gives && (n > most || n == most && len(o) > len(of)) {
			of, most = o, n
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
	tells := !l.closed && l.refusing < refusalsAtOnce
	if tells { // begun here, so that Close, which waits for it, has not begun to wait
		l.refusing++
		l.wg.Go(func() {
			tellRefused(plain)
			l.mu.Lock()
			defer l.mu.Unlock()
			l.refusing--
		})
	}
	l.mu.Unlock()
	if !tells {
		_ = plain.Close()
	}
	if due {
		l.log.Warn("connection refused", "source", source, "why", why, "open", total, "most", l.most, "most_per_source", l.perSource, "refused_since_start", count)
	}
}

// tellRefused sends the alert and closes the connection.
func tellRefused(plain net.Conn) {
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
}

// Close ends Accept, and waits for the refusals under way.
func (l *connections) Close() error {
	err := l.Listener.Close()
	l.mu.Lock()
	l.closed = true
	l.mu.Unlock()
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
	_, counts := l.open[c.source][c] // a closed one is noted once more
	if busy := state == http.StateActive; counts && busy != (c.waits == nil) {
		c.since = time.Now()
		if busy {
			l.waiting.Remove(c.waits)
			c.waits = nil
		} else {
			c.waits = l.waiting.PushBack(c)
		}
	}
}

// counts says how many connections are open, and how many were refused since the start.
func (l *connections) counts() (open int, refused uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.total, l.refused
}
