package nodeapi

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync/atomic"
	"time"

	"walrus/attest"
	"walrus/redstuff"
)

// maxJSON bounds a JSON answer. The largest is bundle/staged: about 80 bytes for each of 2n slivers.
const maxJSON = 16 << 20

// Options of a Client. The zero value is the sensible default.
type Options struct {
	Connect time.Duration // most time for TCP and TLS each; 5 s if zero
	// Stall ends a request that makes no progress for this long: no byte sent, none received; 12 s if zero. A node that is stopped is noticed after it.
	Stall time.Duration
	// Answer bounds a whole request, since a node that drips bytes never stalls: an answer in JSON must be complete this long after the last byte of the request,
	// and a second later for each 10 MB sent; a binary answer must come at 1 KiB/s and a request's body go at 4 KiB/s once this long has passed. 25 s if zero.
	// While an honest node verifies it sends a space every five seconds, which counts against Stall only.
	Answer time.Duration
	Proxy  func(*http.Request) (*url.URL, error) // none if nil
}

const (
	defaultConnect = 5 * time.Second
	defaultStall   = 12 * time.Second
	defaultAnswer  = 25 * time.Second
	idleTimeout    = 90 * time.Second
	pingAfter      = 30 * time.Second
	pingTimeout    = 5 * time.Second
)

// The slowest transfers that are waited for, in bytes per second. Twice as much would drop nodes behind lines that carry a hundred such transfers at a time.
const (
	verifyRate  = 10_000_000 // a node's verification of what it was sent
	sendRate    = 4 << 10    // nodes themselves want 64 KiB/s
	receiveRate = 1 << 10
)

// timeFor is how long n bytes take at rate.
func timeFor(n, rate int64) time.Duration {
	return time.Duration(float64(n) / float64(rate) * float64(time.Second))
}

// A Client talks to one node. It is safe for concurrent use; requests share connections, HTTP/2 if the node offers it, but for large
// bundles, which have connections of their own where HTTP/1.1 is offered and there is room for them. Answers are checked for shape only.
//
// Errors match ErrUnavailable if a retry may help, ErrIdentity if the node is not who the chain says, ErrMalformed if the answer is no answer, otherwise they are
// the node's refusal, an *Error. When ctx ends the error matches its cause.
type Client struct {
	addr   string
	http   *http.Client
	tr     *http.Transport
	bulk   *http.Client // for large bundles
	bulkTr *http.Transport
	noBulk atomic.Int64 // Unix time in nanoseconds until which large bundles share the connection
	stall  time.Duration
	answer time.Duration
}

// NewClient makes a client for the node at addr (host:port) that must prove possession of key. Close frees its connections.
func NewClient(addr string, key NetworkKey, opt Options) *Client {
	if opt.Connect == 0 {
		opt.Connect = defaultConnect
	}
	if opt.Stall == 0 {
		opt.Stall = defaultStall
	}
	if opt.Answer == 0 {
		opt.Answer = defaultAnswer
	}
	tr := &http.Transport{
		Proxy:                  opt.Proxy,
		DialContext:            (&net.Dialer{Timeout: opt.Connect}).DialContext,
		TLSClientConfig:        ClientTLS(key),
		TLSHandshakeTimeout:    opt.Connect,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true,
		IdleConnTimeout:        idleTimeout,
		MaxResponseHeaderBytes: 64 << 10,
		HTTP2: &http.HTTP2Config{
			SendPingTimeout: pingAfter, PingTimeout: pingTimeout,
			// Long frames: the default of 16 KiB costs a node a quarter of what it can send. The buffers bound what a reader that lags holds; half as much would slow long lines.
			MaxReadFrameSize: 256 << 10, MaxReceiveBufferPerStream: 2 << 20, MaxReceiveBufferPerConnection: 8 << 20,
		},
	}
	noRedirect := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	bulk := bulkTransport(tr, opt.Connect)
	return &Client{addr: addr, tr: tr, http: &http.Client{Transport: tr, CheckRedirect: noRedirect}, bulkTr: bulk, bulk: &http.Client{Transport: bulk, CheckRedirect: noRedirect},
		stall: opt.Stall, answer: opt.Answer}
}

// Addr is the node's host:port.
func (c *Client) Addr() string { return c.addr }

// Close drops idle connections. Requests under way go on.
func (c *Client) Close() {
	c.tr.CloseIdleConnections()
	c.bulkTr.CloseIdleConnections()
}

// A call is one request under way: it ends when nothing moves for the client's stall time, or when it takes longer than it may as a whole.
type call struct {
	res    *http.Response
	cancel context.CancelCauseFunc
	timer  *time.Timer     // of the stall
	limit  *time.Timer     // of the whole
	ctx    context.Context // of the request; kept for its cause, for the length of the call
	stall  time.Duration
	answer time.Duration

	streams bool      // the answer is binary: how long it may take depends on how much has come
	head    time.Time // when the answer began, later by the time that its reader took
	rested  time.Time // when its reader got the last bytes
	got     int64     // bytes of a binary answer
}

func (l *call) progress() { l.timer.Reset(l.stall) }

// stream says that the answer is binary. It is called before the first Read.
func (l *call) stream() {
	l.streams, l.head = true, time.Now()
	l.rested = l.head
	l.limit.Reset(l.answer)
}

// Read reads the answer's body and counts as progress. Between two reads of a binary answer no time runs: its reader may have to wait for a disk, for which the node is not to blame.
func (l *call) Read(p []byte) (int, error) {
	if l.streams {
		l.head = l.head.Add(time.Since(l.rested))
		l.progress()
		l.limit.Reset(time.Until(l.head.Add(l.answer + timeFor(l.got, receiveRate))))
	}
	n, err := l.res.Body.Read(p)
	switch {
	case l.streams:
		l.timer.Stop()
		l.limit.Stop()
		l.got += int64(n)
		l.rested = time.Now()
	case n > 0:
		l.progress()
	}
	if err != nil && err != io.EOF {
		err = l.classify(err)
	}
	return n, err
}

func (l *call) close() {
	l.timer.Stop()
	l.limit.Stop()
	l.cancel(nil)
	if l.res != nil {
		l.res.Body.Close()
	}
}

// classify turns a transport's error into one of this package.
func (l *call) classify(err error) error {
	if cause := context.Cause(l.ctx); cause != nil {
		if errors.Is(cause, ErrStalled) {
			return fmt.Errorf("%w: %w", ErrUnavailable, cause)
		}
		return cause
	}
	if errors.Is(err, ErrIdentity) {
		return err
	}
	if alert(err) == alertAccessDenied {
		return fmt.Errorf("%w: the node takes no more connections from this address: %w", ErrUnavailable, err)
	}
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err // the address is known to the caller
	}
	return fmt.Errorf("%w: %w", ErrUnavailable, err)
}

// A request body that counts as progress.
type progressBody struct {
	r      io.Reader
	call   *call
	length int64
	told   func(n int)
	start  time.Time
	taken  int64 // bytes that the transport has
}

func (p *progressBody) Read(b []byte) (int, error) {
	return p.progress(func() (int, error) { return p.r.Read(b) })
}

// passOn is many reads that count as one, see there: timers cost more than reading a few KiB.
func (p *progressBody) passOn(buf []byte, most int, take func([]byte) bool) (int, error) {
	return p.progress(func() (int, error) { return passOn(p.r, buf, most, take) })
}

// progress counts what read takes from the body.
func (p *progressBody) progress(read func() (int, error)) (int, error) {
	// A body may have to wait for its bytes. The node is not to blame for that time.
	p.call.timer.Stop()
	p.call.limit.Stop()
	begin := time.Now()
	n, err := read()
	p.start = p.start.Add(time.Since(begin))
	if err != nil && err != io.EOF {
		p.call.cancel(err)
	}
	p.call.progress()
	if p.taken += int64(n); p.taken < p.length {
		p.call.limit.Reset(time.Until(p.start.Add(p.call.answer + timeFor(p.taken, sendRate))))
	} else {
		p.call.limit.Reset(p.call.answer + timeFor(p.taken, verifyRate))
	}
	if p.told != nil && n > 0 {
		p.told(n)
	}
	return n, err
}

func (p *progressBody) Close() error { return nil }

// payload is what a request carries.
type payload struct {
	open   func() io.Reader // a fresh reader of the same bytes
	length int64
	typ    string
	sent   func(n int)
}

// carrier is the client for a request with so many bytes in its body or its answer.
func (c *Client) carrier(length int64) *http.Client {
	if length >= bulkLen && c.takesBulk() {
		return c.bulk
	}
	return c.http
}

func bytesPayload(b []byte) *payload {
	return &payload{open: func() io.Reader { return bytes.NewReader(b) }, length: int64(len(b)), typ: TypeBinary}
}

// start sends a request and waits for the head of the answer. The caller closes the call unless err is set.
func (c *Client) start(ctx context.Context, by *http.Client, method, path, query string, body *payload) (*call, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	l := &call{cancel: cancel, ctx: ctx, stall: c.stall, answer: c.answer}
	l.timer = time.AfterFunc(c.stall, func() { cancel(fmt.Errorf("%w for %v", ErrStalled, c.stall)) })
	l.limit = time.AfterFunc(c.answer, func() { cancel(ErrTooSlow) })
	u := url.URL{Scheme: "https", Host: c.addr, Path: path, RawQuery: query}
	req, err := http.NewRequestWithContext(ctx, method, u.String(), nil)
	if err != nil {
		l.close()
		return nil, fmt.Errorf("node address %q: %w", c.addr, err)
	}
	if name := uploadOf(ctx); name != "" {
		req.Header.Set(UploadHeader, name)
	}
	if body != nil {
		req.GetBody = func() (io.ReadCloser, error) {
			return &progressBody{r: body.open(), call: l, length: body.length, told: body.sent, start: time.Now()}, nil
		}
		req.Body, _ = req.GetBody()
		req.ContentLength = body.length
		req.Header.Set("Content-Type", body.typ)
	}
	res, err := by.Do(req)
	if err != nil {
		err = l.classify(err)
		l.close()
		return nil, err
	}
	l.res = res
	l.progress()
	return l, nil
}

// fetch is fetchBy over the shared connection.
func (c *Client) fetch(ctx context.Context, method, path, query string, body *payload, codes ...int) (*call, error) {
	return c.fetchBy(ctx, c.http, method, path, query, body, codes...)
}

// fetchBy is start for requests whose answer must have one of the codes; others become errors.
func (c *Client) fetchBy(ctx context.Context, by *http.Client, method, path, query string, body *payload, codes ...int) (*call, error) {
	l, err := c.start(ctx, by, method, path, query, body)
	if other := c.instead(by, err); other != nil && ctx.Err() == nil {
		first := err
		if l, err = c.start(ctx, other, method, path, query, body); err == nil {
			c.noteInstead(first)
		}
	}
	if err != nil {
		return nil, err
	}
	for _, code := range codes {
		if l.res.StatusCode == code {
			return l, nil
		}
	}
	defer l.close()
	if l.res.StatusCode < 400 {
		return nil, fmt.Errorf("%w: status %d", ErrMalformed, l.res.StatusCode)
	}
	return nil, readError(l.res)
}

// read reads a binary answer of at most limit bytes.
func (l *call) read(limit int) ([]byte, error) {
	defer l.close()
	if err := l.expectBinary(); err != nil {
		return nil, err
	}
	return l.readLimited(limit)
}

// expectBinary prepares for a binary answer.
func (l *call) expectBinary() error {
	l.stream()
	if t := l.res.Header.Get("Content-Type"); t != "" && !isType(t, TypeBinary) {
		return fmt.Errorf("%w: content type %q, want %s", ErrMalformed, clean(t), TypeBinary)
	}
	return nil
}

func (l *call) readLimited(limit int) ([]byte, error) {
	if l.res.ContentLength > int64(limit) {
		return nil, fmt.Errorf("%w: %d bytes, want at most %d", ErrMalformed, l.res.ContentLength, limit)
	}
	b, err := io.ReadAll(io.LimitReader(l, int64(limit)+1))
	if err != nil {
		return nil, err
	}
	if len(b) > limit {
		return nil, fmt.Errorf("%w: more than %d bytes", ErrMalformed, limit)
	}
	return b, nil
}

func isType(header, want string) bool {
	t, _, err := mime.ParseMediaType(header)
	return err == nil && t == want
}

// readJSON reads the data of a success envelope.
func readJSON[T any](l *call) (data T, err error) {
	defer l.close()
	if t := l.res.Header.Get("Content-Type"); !isType(t, TypeJSON) {
		return data, fmt.Errorf("%w: content type %q, want %s", ErrMalformed, clean(t), TypeJSON)
	}
	b, err := l.readLimited(maxJSON)
	if err != nil {
		return data, err
	}
	var env struct {
		Success *struct {
			Data json.RawMessage `json:"data"`
		} `json:"success"`
	}
	if err := json.Unmarshal(b, &env); err != nil {
		return data, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	if env.Success == nil || len(env.Success.Data) == 0 {
		// A node that had sent its head already can only tell of a failure in the body.
		var e errorEnvelope
		if json.Unmarshal(b, &e) == nil && e.Error.Code != 0 {
			return data, ParseError(e.Error.Code, b)
		}
		return data, fmt.Errorf("%w: no success envelope", ErrMalformed)
	}
	if err := json.Unmarshal(env.Success.Data, &data); err != nil {
		return data, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	return data, nil
}

func getJSON[T any](ctx context.Context, c *Client, path, query string) (T, error) {
	l, err := c.fetch(ctx, http.MethodGet, path, query, nil, http.StatusOK)
	if err != nil {
		var none T
		return none, err
	}
	return readJSON[T](l)
}

// put sends binary bytes; existed tells that the node had them already (200, not 201 or 202).
func (c *Client) put(ctx context.Context, path string, b []byte) (existed bool, err error) {
	l, err := c.fetch(ctx, http.MethodPut, path, "", bytesPayload(b), http.StatusOK, http.StatusCreated, http.StatusAccepted)
	if err != nil {
		return false, err
	}
	existed = l.res.StatusCode == http.StatusOK
	_, err = readJSON[json.RawMessage](l)
	return existed, err
}

// Metadata gets metadata and the blob ID that the node sends with it. Neither is verified: redstuff.VerifyMetadata compares both with the ID asked for.
func (c *Client) Metadata(ctx context.Context, id redstuff.BlobID, n int) (redstuff.BlobID, *redstuff.Metadata, error) {
	l, err := c.fetch(ctx, http.MethodGet, metadataPath(id), "", nil, http.StatusOK)
	if err != nil {
		return redstuff.BlobID{}, nil, err
	}
	b, err := l.read(len(id) + MaxMetadata(n))
	if err != nil {
		return redstuff.BlobID{}, nil, err
	}
	embedded, m, err := redstuff.ParseMetadataWithID(b)
	if err != nil {
		return redstuff.BlobID{}, nil, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	return embedded, m, nil
}

// PutMetadata stores metadata, BCS without the ID; existed tells that the node had it.
func (c *Client) PutMetadata(ctx context.Context, id redstuff.BlobID, bcs []byte) (existed bool, err error) {
	return c.put(ctx, metadataPath(id), bcs)
}

// MetadataStatus tells whether the node has the metadata.
func (c *Client) MetadataStatus(ctx context.Context, id redstuff.BlobID) (StoredStatus, error) {
	return getJSON[StoredStatus](ctx, c, metadataPath(id)+"/status", "")
}

// Sliver gets one sliver whose data has at most maxData bytes. The caller verifies index and hash.
func (c *Client) Sliver(ctx context.Context, id redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis, maxData int) (redstuff.Sliver, error) {
	l, err := c.fetch(ctx, http.MethodGet, sliverPath(id, pair, axis), "", nil, http.StatusOK)
	if err != nil {
		return redstuff.Sliver{}, err
	}
	b, err := l.read(redstuff.SliverBCSLen(maxData))
	if err != nil {
		return redstuff.Sliver{}, err
	}
	s, err := redstuff.ParseSliver(axis, b)
	if err != nil {
		return redstuff.Sliver{}, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	return s, nil
}

// PutSliver stores one sliver; existed tells that the node had it.
func (c *Client) PutSliver(ctx context.Context, id redstuff.BlobID, pair redstuff.PairIndex, s redstuff.Sliver) (existed bool, err error) {
	bcs := s.AppendBCS(make([]byte, 0, redstuff.SliverBCSLen(len(s.Data))))
	return c.put(ctx, sliverPath(id, pair, s.Axis), bcs)
}

// SliverStatus tells whether the node has the sliver.
func (c *Client) SliverStatus(ctx context.Context, id redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis) (StoredStatus, error) {
	return getJSON[StoredStatus](ctx, c, sliverPath(id, pair, axis)+"/status", "")
}

// Confirmation gets the node's storage confirmation (type 1). With wait above zero the node is asked to wait that long for the registration.
func (c *Client) Confirmation(ctx context.Context, id redstuff.BlobID, what Confirm, wait time.Duration) (SignedMessage, error) {
	query := ""
	if wait > 0 {
		query = "wait_for_registration=true&wait_millis=" + strconv.FormatInt(wait.Milliseconds(), 10)
	}
	s, err := getJSON[SignedConfirmation](ctx, c, confirmationPath(id, what), query)
	return s.Signed, err
}

// Attestation gets the node's 0x40 for one blob object.
func (c *Client) Attestation(ctx context.Context, id redstuff.BlobID, object attest.ObjectID) (SignedAttestation, error) {
	return getJSON[SignedAttestation](ctx, c, attestationPath(id, object), "")
}

// BlobStatus gets what the node knows of the blob.
func (c *Client) BlobStatus(ctx context.Context, id redstuff.BlobID) (BlobStatus, error) {
	return getJSON[BlobStatus](ctx, c, blobPath(id, "/status"), "")
}

// Health gets the node's state; detailed adds one entry per shard.
func (c *Client) Health(ctx context.Context, detailed bool) (Health, error) {
	query := ""
	if detailed {
		query = "detailed=true"
	}
	return getJSON[Health](ctx, c, "/v1/health", query)
}
