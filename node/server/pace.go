package server

import (
	"errors"
	"io"
	"net/http"
	"os"
	"time"

	"walrus/nodeapi"
)

// pacedBody ends a body that comes too slowly. Only the time spent waiting for the sender counts, not the time that verification takes.
type pacedBody struct {
	r     io.Reader
	ctl   *http.ResponseController
	after time.Duration // grace
	rate  int           // bytes per second
	spent time.Duration
	bytes int64
	slow  bool
	// deadlines says whether the connection can end a read that hangs.
	deadlines bool
}

func (s *Server) paced(w http.ResponseWriter, r *http.Request) *pacedBody {
	return &pacedBody{r: r.Body, ctl: http.NewResponseController(w), after: s.SlowAfter, rate: s.MinRate, deadlines: true}
}

// allowed is the time that the sender may have taken for the bytes so far and one more.
func (p *pacedBody) allowed() time.Duration {
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

// allowWrite gives the reader of an answer time for n more bytes.
func (s *Server) allowWrite(ctl *http.ResponseController, n int) {
	// Without deadlines, as in a test's recorder, nothing is lost.
	_ = ctl.SetWriteDeadline(time.Now().Add(s.SlowAfter + time.Duration(float64(n)/float64(s.MinRate)*float64(time.Second))))
}
