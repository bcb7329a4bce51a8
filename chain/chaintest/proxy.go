package chaintest

import (
	"io"
	"math/rand/v2"
	"net"
	"net/url"
	"sync"
	"testing"
	"time"
)

// A Proxy stands before a chain's endpoint as a bad network would: it forwards bytes, and cuts connections at any byte of either direction.
type Proxy struct {
	listener net.Listener

	wg     sync.WaitGroup
	mu     sync.Mutex
	target string // host:port
	conns  map[net.Conn]bool
	rng    *rand.Rand
	// cutAfter is the mean number of bytes after which a connection is cut; 0: never.
	cutAfter int
	down     bool // refuse everything
	cuts     int
}

// NewProxy forwards to the host of targetURL until the test ends.
func NewProxy(t testing.TB, targetURL string, seed uint64) *Proxy {
	t.Helper()
	u, err := url.Parse(targetURL)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &Proxy{listener: l, target: u.Host, conns: make(map[net.Conn]bool), rng: rand.New(rand.NewPCG(seed, 1))}
	p.wg.Go(p.serve)
	t.Cleanup(func() {
		l.Close()
		p.CutAll()
		p.wg.Wait()
	})
	return p
}

// URL is the proxy's own endpoint.
func (p *Proxy) URL() string { return "http://" + p.listener.Addr().String() }

// Flap cuts every connection after some bytes, mean on average, and those that are open at once; 0 stops it.
func (p *Proxy) Flap(mean int) {
	p.mu.Lock()
	p.cutAfter = mean
	p.mu.Unlock()
	p.CutAll()
}

// SetDown makes the proxy refuse all connections, also those that are open.
func (p *Proxy) SetDown(down bool) {
	p.mu.Lock()
	p.down = down
	p.mu.Unlock()
	if down {
		p.CutAll()
	}
}

// Redirect makes the proxy lead to another chain, from the next connection on, and cuts what is open.
func (p *Proxy) Redirect(t testing.TB, targetURL string) {
	t.Helper()
	u, err := url.Parse(targetURL)
	if err != nil {
		t.Fatal(err)
	}
	p.mu.Lock()
	p.target = u.Host
	p.mu.Unlock()
	p.CutAll()
}

// Cuts is the number of connections that were cut.
func (p *Proxy) Cuts() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.cuts
}

// CutAll cuts what is open.
func (p *Proxy) CutAll() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for c := range p.conns {
		c.Close()
	}
}

func (p *Proxy) serve() {
	for {
		in, err := p.listener.Accept()
		if err != nil {
			return
		}
		p.wg.Go(func() { p.forward(in) })
	}
}

func (p *Proxy) forward(in net.Conn) {
	defer in.Close()
	p.mu.Lock()
	down, budget, target := p.down, -1, p.target
	if p.cutAfter > 0 {
		budget = p.rng.IntN(2 * p.cutAfter)
	}
	p.mu.Unlock()
	if down {
		return
	}
	out, err := net.DialTimeout("tcp", target, 5*time.Second)
	if err != nil {
		return
	}
	defer out.Close()
	p.track(in, out, true)
	defer p.track(in, out, false)
	b := &budgetCounter{left: budget}
	var both sync.WaitGroup
	both.Go(func() { p.pipe(out, in, b) })
	both.Go(func() { p.pipe(in, out, b) })
	both.Wait()
}

func (p *Proxy) track(in, out net.Conn, open bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range []net.Conn{in, out} {
		if open {
			p.conns[c] = true
		} else {
			delete(p.conns, c)
		}
	}
}

// pipe copies until an end closes or the connection's budget of bytes is spent; then both directions end.
func (p *Proxy) pipe(dst, src net.Conn, b *budgetCounter) {
	defer dst.Close()
	defer src.Close()
	buf := make([]byte, 4096)
	for {
		n, err := src.Read(buf)
		allowed := b.take(n)
		if _, werr := dst.Write(buf[:allowed]); werr != nil {
			return
		}
		if allowed < n {
			p.mu.Lock()
			p.cuts++
			p.mu.Unlock()
			return
		}
		if err == io.EOF || err != nil {
			return
		}
	}
}

// A budgetCounter counts down the bytes that a connection may carry in both directions together; negative: without end.
type budgetCounter struct {
	mu   sync.Mutex
	left int
}

func (b *budgetCounter) take(n int) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.left < 0 {
		return n
	}
	n = min(n, b.left)
	b.left -= n
	return n
}
