package server

import (
	"errors"
	"io"
	"net/http"
	"os"
	"time"

	"walrus/node/store"
	"walrus/nodeapi"
)

// pacedBody ends a body that comes too slowly. Only the time spent waiting for the sender counts, not the time that verification takes.
type pacedBody struct {
	r     io.Reader
	ctl   *http.ResponseController
	first time.Duration // grace of the first byte
	after time.Duration // grace
	rate  int           // bytes per second
	spent time.Duration
	bytes int64
	slow  bool
	// deadlines says whether the connection can end a read that hangs.
	deadlines bool
}

func (s *Server) paced(w http.ResponseWriter, r *http.Request) *pacedBody {
	return &pacedBody{r: r.Body, ctl: http.NewResponseController(w), first: s.SlowAfter, after: s.SlowAfter, rate: s.MinRate, deadlines: true}
}

// allowed is the time that the sender may have taken for the bytes so far and one more.
func (p *pacedBody) allowed() time.Duration {
	if p.bytes == 0 {
		return min(p.first, p.after)
	}
	return max(p.after, time.Duration(float64(p.bytes+1)/float64(p.rate)*float64(time.Second)))
}

func (p *pacedBody) Read(b []byte) (int, error) {
	if p.slow {
		return 0, errSlow
	}
	begin := time.Now()
	if p.deadlines && p.ctl.SetReadDeadline(begin.Add(p.allowed()-p.spent)) != nil {
		p.deadlines = false // a test's recorder; the average is still checked below
	}
	n, err := p.r.Read(b)
	p.spent += time.Since(begin)
	p.bytes += int64(n)
	if err != nil && errors.Is(err, os.ErrDeadlineExceeded) || p.spent > p.allowed() {
		p.slow = true
		return n, errSlow
	}
	if err != nil && p.deadlines {
		// The connection is watched for its end while verification goes on; the deadline would look like one.
		p.deadlines = p.ctl.SetReadDeadline(time.Time{}) == nil
	}
	return n, err
}

var errSlow = errors.New("body comes too slowly")

// bodyError is the answer to a body that could not be read to its end.
func (s *Server) bodyError(err error) error {
	var e *nodeapi.Error
	switch {
	case errors.As(err, &e):
		return e
	case errors.Is(err, errSlow):
		return nodeapi.Errorf(nodeapi.DeadlineExceeded, nodeapi.BundleTooSlow, "body came slower than %d bytes per second after %v; send less at a time", s.MinRate, s.SlowAfter)
	}
	return nodeapi.Errorf(nodeapi.InvalidArgument, nodeapi.InvalidContentType, "body ended early")
}

const (
	// pieceLen is how much of an answer may lie in buffers although nothing is taken of it.
	pieceLen = store.PieceLen
	// writeLen is how much of an answer is given to the connection at once, with one deadline.
	writeLen = 256 << 10
)

// pacedAnswer ends an answer that is taken too slowly, by the same rule as pacedBody; the first piece has less time. Only the time spent waiting for the receiver counts.
type pacedAnswer struct {
	http.ResponseWriter
	ctl          *http.ResponseController
	first, after time.Duration // grace of the first piece, and of all
	rate         int           // bytes per second
	spent        time.Duration
	bytes        int64
}

func (s *Server) pacedAnswer(w http.ResponseWriter) *pacedAnswer {
	p := &pacedAnswer{ResponseWriter: w, ctl: http.NewResponseController(w), first: s.FirstAfter, after: s.SlowAfter, rate: s.MinRate}
	p.disarm() // a deadline that an earlier answer left on the connection is not this one's
	return p
}

// arm sets the deadline for n more bytes. Without deadlines, as in a test's recorder, nothing is lost.
func (p *pacedAnswer) arm(n int) {
	allowed := max(p.after, time.Duration(float64(p.bytes+int64(n))/float64(p.rate)*float64(time.Second)))
	if p.bytes < pieceLen { // so little may still be in buffers
		allowed = min(allowed, p.first)
	}
	_ = p.ctl.SetWriteDeadline(time.Now().Add(allowed - p.spent))
}

// disarm takes the deadline away: between two writes the node is to blame for the time that passes.
func (p *pacedAnswer) disarm() { _ = p.ctl.SetWriteDeadline(time.Time{}) }

func (p *pacedAnswer) Write(b []byte) (n int, err error) {
	defer p.disarm()
	for {
		piece := b[n:min(n+writeLen, len(b))]
		p.arm(len(piece))
		begin := time.Now()
		m, err := p.ResponseWriter.Write(piece)
		p.spent += time.Since(begin)
		p.bytes += int64(m)
		if n += m; err != nil || n == len(b) {
			return n, err
		}
	}
}

// FlushError is what http.ResponseController calls to flush.
func (p *pacedAnswer) FlushError() error {
	p.arm(1)
	defer p.disarm()
	begin := time.Now()
	defer func() { p.spent += time.Since(begin) }()
	return p.ctl.Flush()
}

// Unwrap is for http.ResponseController.
func (p *pacedAnswer) Unwrap() http.ResponseWriter { return p.ResponseWriter }
