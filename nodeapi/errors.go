package nodeapi

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

// Domain is the ErrorInfo domain of every node error.
const Domain = "storage.walrus.space"

// Content types of the API.
const (
	TypeBinary = "application/octet-stream"
	TypeJSON   = "application/json"
	TypeBundle = "application/vnd.walrus.bundle"
)

// A Reason names why a node refused, as clients read it from details[0].reason.
type Reason string

// The reasons of storage node specification section 1.5, and ours at the end.
const (
	MetadataNotFound        Reason = "METADATA_NOT_FOUND"
	SliverNotFound          Reason = "SLIVER_NOT_FOUND"
	ForbiddenBlob           Reason = "FORBIDDEN_BLOB"
	IndexOutOfRange         Reason = "INDEX_OUT_OF_RANGE"
	ShardNotAssigned        Reason = "SHARD_NOT_ASSIGNED"
	NotRegistered           Reason = "NOT_REGISTERED"
	MissingSlivers          Reason = "MISSING_SLIVERS"
	CacheSaturated          Reason = "CACHE_SATURATED"
	SliverTooLarge          Reason = "SLIVER_TOO_LARGE"
	InvalidMetadata         Reason = "INVALID_METADATA"
	InvalidBlob             Reason = "INVALID_BLOB"
	UnsupportedEncodingType Reason = "UNSUPPORTED_ENCODING_TYPE"
	InvalidSliver           Reason = "INVALID_SLIVER"
	SliverIndexMismatch     Reason = "SLIVER_INDEX_MISMATCH"
	InvalidFilter           Reason = "INVALID_FILTER"
	InvalidContentType      Reason = "INVALID_CONTENT_TYPE"
	Unavailable             Reason = "UNAVAILABLE"
	InternalError           Reason = "INTERNAL_ERROR"
	Incomplete              Reason = "INCOMPLETE"       // bundle: a sliver sent in parts lacks bytes at the end frame
	InvalidBundle           Reason = "INVALID_BUNDLE"   // bundle: a malformed frame or stream
	BundleTooSlow           Reason = "BUNDLE_TOO_SLOW"  // bundle: slower than 64 KiB/s after 30 s
	BundleNotFound          Reason = "BUNDLE_NOT_FOUND" // bundle: the blob is unknown
)

// UnmarshalText reads a reason that a node sent, made fit for a terminal line: at most maxReason bytes, letters, digits and underscores.
func (r *Reason) UnmarshalText(b []byte) error {
	b = b[:min(len(b), maxReason)]
	out := make([]byte, len(b))
	for i, c := range b {
		if out[i] = c; c != '_' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			out[i] = '?'
		}
	}
	*r = Reason(out)
	return nil
}

const maxReason = 64

// A Status is the class of an error; with its HTTP code it must be a pair that existing clients parse.
type Status string

// Statuses of storage node specification section 1.5.
const (
	InvalidArgument     Status = "INVALID_ARGUMENT"
	FailedPrecondition  Status = "FAILED_PRECONDITION"
	Unauthenticated     Status = "UNAUTHENTICATED"
	PermissionDenied    Status = "PERMISSION_DENIED"
	SizeExceeded        Status = "SIZE_EXCEEDED"
	NotFound            Status = "NOT_FOUND"
	RangeNotSatisfiable Status = "RANGE_NOT_SATISFIABLE"
	ResourceExhausted   Status = "RESOURCE_EXHAUSTED"
	LegalReasons        Status = "UNAVAILABLE_FOR_LEGAL_REASONS"
	Internal            Status = "INTERNAL"
	StatusUnavailable   Status = "UNAVAILABLE"
	DeadlineExceeded    Status = "DEADLINE_EXCEEDED"
)

var statusCodes = map[Status]int{
	InvalidArgument: 400, FailedPrecondition: 400, Unauthenticated: 401, PermissionDenied: 403, SizeExceeded: 403, NotFound: 404,
	RangeNotSatisfiable: 416, ResourceExhausted: 429, LegalReasons: 451, Internal: 500, StatusUnavailable: 503, DeadlineExceeded: 504,
}

// Code is the HTTP status of s, 500 for a status that does not exist.
func (s Status) Code() int {
	if c, ok := statusCodes[s]; ok {
		return c
	}
	return http.StatusInternalServerError
}

// Conditions of an answer that callers branch on, with errors.Is on what Client returns.
var (
	ErrUnavailable   = errors.New("storage node unavailable") // worth a retry: no connection, overload, internal error, stalled
	ErrNotFound      = errors.New("not found on the storage node")
	ErrForbidden     = errors.New("blocked by the storage node's operator")
	ErrNotRegistered = errors.New("blob not registered as far as the storage node knows")
	ErrNoBundles     = errors.New("storage node has no bundles")
	ErrMalformed     = errors.New("malformed answer")
	ErrIdentity      = errors.New("certificate does not carry the key that the chain names for this node")
	ErrStalled       = errors.New("no progress")
	ErrTooSlow       = fmt.Errorf("%w worth the name: the node keeps the connection alive and does not answer in time", ErrStalled) // matches ErrStalled too
)

// An Error is a refusal by a node: the error envelope, or a plain answer of the HTTP framework, for which Envelope is false.
type Error struct {
	Status   Status
	Code     int // HTTP status
	Reason   Reason
	Message  string
	Metadata map[string]any // of the ErrorInfo; nil is written as an empty object
	Trace    string         // trace id for DebugInfo; none if empty
	// RetryAfter is the wait that the node asks for; zero if it names none.
	RetryAfter time.Duration
	// Bundle carries what a refused bundle had achieved before it was refused.
	Bundle *BundleResult
	// Envelope tells that the answer was a node's error envelope, not plain text of a framework or proxy.
	Envelope bool
}

// Errorf makes an error envelope.
func Errorf(s Status, r Reason, format string, args ...any) *Error {
	return &Error{Status: s, Code: s.Code(), Reason: r, Message: fmt.Sprintf(format, args...), Envelope: true}
}

func (e *Error) Error() string {
	if !e.Envelope {
		return fmt.Sprintf("HTTP %d: %s", e.Code, e.Message)
	}
	return fmt.Sprintf("%s: %s", e.Reason, e.Message)
}

// Is maps e to the sentinels of this package.
func (e *Error) Is(target error) bool {
	switch target {
	case ErrUnavailable:
		return e.Code == http.StatusTooManyRequests || e.Code == http.StatusRequestTimeout || e.Code >= 500 && e.Code != http.StatusNotImplemented
	case ErrNotFound:
		return e.Envelope && e.Code == http.StatusNotFound
	case ErrForbidden:
		return e.Code == http.StatusUnavailableForLegalReasons
	case ErrNotRegistered:
		return e.Reason == NotRegistered
	}
	return false
}

type errorEnvelope struct {
	Error errorBody `json:"error"`
}

type errorBody struct {
	Status  Status            `json:"status"`
	Code    int               `json:"code"`
	Message string            `json:"message"`
	Details []json.RawMessage `json:"details"`
}

type errorInfo struct {
	Type     string         `json:"@type"`
	Reason   Reason         `json:"reason"`
	Domain   string         `json:"domain"`
	Metadata map[string]any `json:"metadata"`
}

type debugInfo struct {
	Type         string   `json:"@type"`
	StackEntries []string `json:"stackEntries"`
	Detail       string   `json:"detail"`
}

// bundleInfo is a BundleResult as one of an error's details. The embedded type has no methods, or its MarshalJSON would drop Type.
type bundleInfo struct {
	Type string `json:"@type"`
	bundleFields
}

type bundleFields BundleResult

// MarshalJSON writes the whole envelope.
func (e *Error) MarshalJSON() ([]byte, error) {
	info := errorInfo{Type: "ErrorInfo", Reason: e.Reason, Domain: Domain, Metadata: e.Metadata}
	if info.Metadata == nil {
		info.Metadata = map[string]any{}
	}
	parts := []any{info}
	if e.Trace != "" {
		parts = append(parts, debugInfo{Type: "DebugInfo", StackEntries: []string{}, Detail: "TraceID: " + e.Trace})
	}
	if e.Bundle != nil {
		parts = append(parts, bundleInfo{"BundleResult", bundleFields(e.Bundle.listed())})
	}
	body := errorBody{Status: e.Status, Code: e.Code, Message: e.Message}
	for _, p := range parts {
		b, err := json.Marshal(p)
		if err != nil {
			return nil, err
		}
		body.Details = append(body.Details, b)
	}
	return json.Marshal(errorEnvelope{body})
}

// WriteError sends e; an error that is no *Error becomes INTERNAL_ERROR with a fixed text, since inner messages are not for strangers.
func WriteError(w http.ResponseWriter, err error) {
	var e *Error
	if !errors.As(err, &e) {
		e = Errorf(Internal, InternalError, "internal error")
	}
	if e.RetryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int((e.RetryAfter+time.Second-1)/time.Second)))
	}
	if !e.Envelope {
		http.Error(w, e.Message, e.Code)
		return
	}
	writeJSON(w, e.Code, e)
}

type successEnvelope[T any] struct {
	Success successBody[T] `json:"success"`
}

type successBody[T any] struct {
	Code int `json:"code"`
	Data T   `json:"data"`
}

// WriteSuccess sends data in the success envelope.
func WriteSuccess(w http.ResponseWriter, code int, data any) {
	writeJSON(w, code, successEnvelope[any]{successBody[any]{code, data}})
}

// AppendSuccess is the body that WriteSuccess sends, for handlers that have sent their header already.
func AppendSuccess(dst []byte, code int, data any) ([]byte, error) {
	b, err := json.Marshal(successEnvelope[any]{successBody[any]{code, data}})
	return append(dst, b...), err
}

func writeJSON(w http.ResponseWriter, code int, v any) {
	b, err := json.Marshal(v)
	if err != nil { // a type of this package that cannot be written is a broken invariant
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", TypeJSON)
	w.Header().Set("Content-Length", strconv.Itoa(len(b)))
	w.WriteHeader(code)
	w.Write(b)
}

// maxErrorText bounds how much of a plain-text refusal is kept for the message.
const maxErrorText = 512

// readError turns an answer that is no success into an *Error. At most maxJSON bytes of the body are read.
func readError(res *http.Response) *Error {
	b, err := io.ReadAll(io.LimitReader(res.Body, maxJSON))
	if err != nil {
		b = nil
	}
	e := ParseError(res.StatusCode, b)
	if s, err := strconv.ParseUint(res.Header.Get("Retry-After"), 10, 16); err == nil {
		e.RetryAfter = time.Duration(s) * time.Second
	}
	return e
}

// ParseError reads the body of an answer with the given HTTP status. A body that is no envelope gives an Error with Envelope false.
func ParseError(code int, body []byte) *Error {
	var env errorEnvelope
	if json.Unmarshal(body, &env) != nil || len(env.Error.Details) == 0 || env.Error.Code != code || env.Error.Status.Code() != code {
		return &Error{Code: code, Message: plainText(code, body)}
	}
	var info errorInfo
	if json.Unmarshal(env.Error.Details[0], &info) != nil || info.Type != "ErrorInfo" {
		return &Error{Code: code, Message: plainText(code, body)}
	}
	e := &Error{Status: env.Error.Status, Code: code, Reason: info.Reason, Message: clean(env.Error.Message), Metadata: info.Metadata, Envelope: true}
	for _, d := range env.Error.Details[1:] {
		var b bundleInfo
		if json.Unmarshal(d, &b) == nil && b.Type == "BundleResult" {
			e.Bundle = (*BundleResult)(&b.bundleFields)
		}
	}
	return e
}

func plainText(code int, body []byte) string {
	if t := clean(string(body)); t != "" {
		return t
	}
	if t := http.StatusText(code); t != "" {
		return t
	}
	return "no explanation"
}

// clean makes a stranger's text fit for a terminal line: bounded, without control characters.
func clean(s string) string {
	out := make([]rune, 0, min(len(s), maxErrorText))
	for _, r := range s {
		if len(out) == maxErrorText {
			break
		}
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			r = ' '
		}
		out = append(out, r)
	}
	return string(trimSpace(out))
}

func trimSpace(r []rune) []rune {
	for len(r) > 0 && r[0] == ' ' {
		r = r[1:]
	}
	for len(r) > 0 && r[len(r)-1] == ' ' {
		r = r[:len(r)-1]
	}
	return r
}
