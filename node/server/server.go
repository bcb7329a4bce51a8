// Package server is the REST face of a storage node (storage node specification section 1): metadata, slivers, bundles, confirmations, attestations, status and health.
//
// Whatever comes in is verified completely against the blob ID before it is kept, and kept only while the blob is registered on the chain. An answer that says stored, or that
// is signed, is given only after the bytes are durable. Memory for bodies comes from one bounded pool; when it is used up new requests are told to come back.
//
// What a request holds does not depend on how long slivers are:
//
//   - a bundle on its way in: 64 KiB for reading, a piece of 256 KiB if slivers are longer than 1 MiB or come in parts, and batches of short slivers of at most 1 MiB, one that
//     is being filled and one for each processor. Up to 1 MiB more waits in its connection, 4 MiB in all streams of one;
//   - a bundle on its way out: 64 KiB, and 512 KiB more for a reader that takes what it gets, while memory is plenty;
//   - verification: 10 MiB for each processor and axis, for all nodes of a process together.
//
// Pieces, batches and large buffers are charged to the pool, and so is a sliver that comes by the single endpoint, which is held whole. An unfinished sliver is an entry of half a KiB (516 bytes measured, 30 senders of 1,000 slivers), of up to 2 KiB if each has a sender of its own; its bytes are on the disk.
package server

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/netip"
	"runtime"
	"sync"
	"time"

	"walrus/attest"
	"walrus/bls"
	"walrus/node/events"
	"walrus/node/store"
	"walrus/nodeapi"
)

// Options of a Server. Zero values take the defaults named.
type Options struct {
	Store      *store.Store
	Events     *events.Follower
	Assignment func() *Assignment // the current one
	Network    attest.NetworkID
	Key        *bls.SecretKey
	Log        *slog.Logger

	Memory *Pool // for bodies; one of DefaultPool bytes that all servers of the process share
	// Workers is how many goroutines of one bundle verify and write: the number of processors. All servers of the process together verify on no more than that.
	Workers int
	// RegistrationWait is how long a bundle waits for a registration that this node has not seen: 5 s.
	RegistrationWait time.Duration
	// Trusted says whether a proxy at an address is believed in whose name it asks (X-Forwarded-For): nil for none.
	Trusted func(netip.Addr) bool
	// Requests and RequestsPerSource bound the requests under way: 4096 and 1024.
	Requests, RequestsPerSource int
	// Keepalive is how often a bundle whose verification goes on after its end sends a space: 5 s.
	Keepalive time.Duration
	// SlowAfter is when a body that comes slower than MinRate bytes per second ends: 30 s and 64 KiB/s.
	// An answer that is taken more slowly ends too.
	SlowAfter time.Duration
	MinRate   int
	// FirstAfter is when an answer of which nothing is taken ends, and a body announced with its length of which nothing comes: 10 s.
	FirstAfter time.Duration
}

func (o *Options) setDefaults() {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Memory == nil {
		o.Memory = processPool()
	}
	for v, d := range map[*int]int{&o.Workers: runtime.GOMAXPROCS(0), &o.Requests: 4096, &o.RequestsPerSource: 1024, &o.MinRate: 64 << 10} {
		if *v <= 0 {
			*v = d
		}
	}
	for v, d := range map[*time.Duration]time.Duration{&o.RegistrationWait: 5 * time.Second, &o.Keepalive: 5 * time.Second, &o.SlowAfter: 30 * time.Second, &o.FirstAfter: 10 * time.Second} {
		if *v <= 0 {
			*v = d
		}
	}
}

// A Server answers the node's requests. It is an http.Handler.
type Server struct {
	Options
	mux      *http.ServeMux
	checkers checkers
	start    time.Time
	blobs    *verifierCache
	slots    chan struct{} // one per request under way
	running  running
	mu       sync.Mutex
	sources  map[string]int // requests under way by source address
}

// New makes a server. It starts nothing.
func New(o Options) *Server {
	o.setDefaults()
	s := &Server{
		Options: o, mux: http.NewServeMux(), start: time.Now(),
		checkers: processCheckers(), slots: make(chan struct{}, o.Requests),
		blobs: processVerifiers(), sources: make(map[string]int),
	}
	s.running.idle = sync.NewCond(&s.running.mu)
	s.route(nodeapi.RouteMetadata, methods{http.MethodGet: s.getMetadata, http.MethodPut: s.putMetadata})
	s.route(nodeapi.RouteMetadataStatus, methods{http.MethodGet: s.metadataStatus})
	s.route(nodeapi.RouteSliver, methods{http.MethodGet: s.getSliver, http.MethodPut: s.putSliver})
	s.route(nodeapi.RouteSliverStatus, methods{http.MethodGet: s.sliverStatus})
	s.route(nodeapi.RoutePermanent, methods{http.MethodGet: s.getPermanent})
	s.route(nodeapi.RouteDeletable, methods{http.MethodGet: s.getDeletable})
	s.route(nodeapi.RouteAttestation, methods{http.MethodGet: s.getAttestation})
	s.route(nodeapi.RouteAttestations, methods{http.MethodPost: s.postAttestations})
	s.route(nodeapi.RouteStatus, methods{http.MethodGet: s.getStatus})
	s.route(nodeapi.RouteBundle, methods{http.MethodGet: s.getBundle, http.MethodPut: s.putBundle})
	s.route(nodeapi.RouteStaged, methods{http.MethodGet: s.getStaged})
	s.route(nodeapi.RouteHealth, methods{http.MethodGet: s.getHealth})
	s.mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotFound) })
	return s
}

// A handler answers one request, or returns the error to answer with. After it has begun to answer it returns nil.
type handler func(w http.ResponseWriter, r *http.Request) error

type methods map[string]handler

func (s *Server) route(pattern string, m methods) {
	allow := "OPTIONS"
	for name := range m {
		allow += ", " + name
	}
	s.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		h := m[r.Method]
		if h == nil && r.Method == http.MethodHead && pattern != nodeapi.RouteBundle {
			h = m[http.MethodGet] // the framework drops the body
		}
		if h == nil {
			w.Header().Set("Allow", allow)
			w.WriteHeader(http.StatusMethodNotAllowed)
			return
		}
		if err := h(w, r); err != nil {
			s.fail(w, r, err)
		}
	})
}

// fail answers with err. Errors that are not meant for the caller are logged.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	var e *nodeapi.Error
	switch {
	case errors.As(err, &e):
	case r.Context().Err() != nil:
		return // nobody reads the answer
	default:
		s.Log.Error("request failed", "method", r.Method, "path", r.URL.Path, "error", err)
	}
	nodeapi.WriteError(w, err)
}

// ServeHTTP opens the API to browsers, bounds what is under way, and routes.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	out := s.pacedAnswer(w)
	w = out
	defer out.arm(1) // what is still buffered goes out after this function
	h := w.Header()
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Expose-Headers", "*")
	if r.Method == http.MethodOptions {
		h.Set("Access-Control-Allow-Methods", "GET, HEAD, PUT, POST, OPTIONS")
		h.Set("Access-Control-Allow-Headers", "*")
		if asked := r.Header.Get("Access-Control-Request-Headers"); asked != "" {
			h.Set("Access-Control-Allow-Headers", asked)
		}
		h.Set("Access-Control-Max-Age", "86400")
		w.WriteHeader(http.StatusOK)
		return
	}
	s.running.begin()
	defer s.running.end()
	select {
	case s.slots <- struct{}{}:
		defer func() { <-s.slots }()
	default:
		nodeapi.WriteError(w, busy("too many requests under way"))
		return
	}
	source := s.source(r)
	if !s.enter(source) {
		e := nodeapi.Errorf(nodeapi.ResourceExhausted, nodeapi.Unavailable, "more than %d requests of yours are under way", s.RequestsPerSource)
		e.RetryAfter = time.Second
		nodeapi.WriteError(w, e)
		return
	}
	defer s.leave(source)
	share := s.Memory.Share(source)
	defer share.Close()
	s.mux.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), shareKey{}, share)))
}

// shareKey finds the source's share of memory in a request's context.
type shareKey struct{}

func shareOf(ctx context.Context) *Share { return ctx.Value(shareKey{}).(*Share) } // ServeHTTP put it there

// Wait returns once no request is under way. New ones must not come any more. Closing connections ends requests' contexts, not their goroutines; what they use may be
// closed only after Wait.
func (s *Server) Wait() { s.running.wait() }

// running counts requests under way. A WaitGroup would want every first one to be known before the wait begins, and those of connections that were cut off are not.
type running struct {
	mu   sync.Mutex
	n    int
	idle *sync.Cond // n is 0
}

func (r *running) begin() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.n++
}

func (r *running) end() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.n--; r.n == 0 {
		r.idle.Broadcast()
	}
}

func (r *running) wait() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.n > 0 {
		r.idle.Wait()
	}
}

func (s *Server) enter(source string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sources[source] >= s.RequestsPerSource {
		return false
	}
	s.sources[source]++
	return true
}

func (s *Server) leave(source string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sources[source]--; s.sources[source] == 0 {
		delete(s.sources, source)
	}
}

// busy is the answer to a request that there is no room for.
func busy(why string) *nodeapi.Error {
	e := nodeapi.Errorf(nodeapi.StatusUnavailable, nodeapi.Unavailable, "%s; try again", why)
	e.RetryAfter = time.Second
	return e
}

// poolWait bounds how long a body under way waits for memory. All requests together may hold parts of bodies that none can complete, so somebody has to give up.
const poolWait = 10 * time.Second

// charge takes n bytes of memory for a body under way, from the share of the request that ctx belongs to.
func (s *Server) charge(ctx context.Context, n int) error {
	waitCtx, cancel := context.WithTimeout(ctx, poolWait)
	defer cancel()
	if err := shareOf(ctx).Acquire(waitCtx, n); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return busy("no memory left for bodies")
	}
	return nil
}

// readBody reads a body of at most limit bytes; a longer one is 413. Every buffer is charged before it is made. The caller calls free when it is done with the bytes.
func (s *Server) readBody(w http.ResponseWriter, r *http.Request, limit int64) (b []byte, free func(), err error) {
	free = func() {}
	tooLarge := &nodeapi.Error{Code: http.StatusRequestEntityTooLarge, Message: "body is larger than the limit for this path"}
	if r.ContentLength > limit {
		return nil, free, tooLarge
	}
	share := shareOf(r.Context())
	if share.Full() {
		return nil, free, busy("no memory left for bodies")
	}
	size := firstBody
	known := r.ContentLength >= 0
	if known {
		size = int(r.ContentLength) + 1 // the byte more shows the body's end
	}
	held := 0
	release := func() { share.Release(held) }
	defer func() {
		if err != nil {
			release()
			b = nil
		}
	}()
	body := s.paced(w, r)
	body.first = s.FirstAfter
	for {
		if err := s.charge(r.Context(), size); err != nil {
			return nil, free, err
		}
		grown := make([]byte, size)
		at := copy(grown, b)
		share.Release(held) // the bytes that were copied
		held = size
		n, err := io.ReadFull(body, grown[at:])
		b = grown[:at+n]
		switch {
		case int64(len(b)) > limit:
			return nil, free, tooLarge
		case err == io.EOF || err == io.ErrUnexpectedEOF:
			if known && int64(len(b)) != r.ContentLength {
				return nil, free, s.bodyError(err)
			}
			return b, release, nil
		case err != nil:
			return nil, free, s.bodyError(err)
		case known:
			return nil, free, tooLarge
		}
		size = int(min(int64(2*size), limit+1))
	}
}

// firstBody is what is taken for a body whose length is unknown, until it turns out to be longer.
const firstBody = 64 << 10
