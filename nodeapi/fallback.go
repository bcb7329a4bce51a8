package nodeapi

import (
	"errors"
	"net"
	"net/http"
	"strings"
	"time"
)

// Nodes speak HTTP/1.1 and HTTP/2. What stands in front of one may know HTTP/2 alone: large bundles share the connection of the others then.

// bulkAgain is how long a node that does not take connections for large bundles is remembered. It costs a connection in vain to ask again.
const bulkAgain = 10 * time.Minute

// errNoHTTP1 says that the other end did not agree to HTTP/1.1.
var errNoHTTP1 = errors.New("HTTP/1.1 is not offered")

// A handshakeError is a connection for large bundles that the other end did not take, before anything was sent over it.
type handshakeError struct{ error }

func (e *handshakeError) Unwrap() error { return e.error }

// alert is the text of a TLS alert that the other end sent. crypto/tls has no exported type for it.
func alert(err error) string {
	var op *net.OpError
	if !errors.As(err, &op) || op.Op != "remote error" {
		return ""
	}
	return strings.TrimPrefix(op.Err.Error(), "tls: ")
}

// The alerts of RFC 7301 and RFC 8446 that mean something here. Nodes send the second one to an address that has too many connections.
const (
	alertNoProtocol   = "no application protocol"
	alertAccessDenied = "access denied"
)

// instead is the client to ask again by after err, nil if that is in vain. It is in vain, and would send the body twice, once the connection was made.
func (c *Client) instead(by *http.Client, err error) *http.Client {
	var h *handshakeError
	if by == c.bulk && errors.As(err, &h) {
		return c.http
	}
	return nil
}

// noteInstead remembers that a request got its answer over the shared connection after err over its own, if err says that it will always be so. A node that refused the connection for being
// one too many, or was short of something else, may take the next one.
func (c *Client) noteInstead(err error) {
	if errors.Is(err, errNoHTTP1) || alert(err) == alertNoProtocol {
		c.noBulk.Store(time.Now().Add(bulkAgain).UnixNano())
	}
}

// takesBulk says whether large bundles are to have a connection of their own.
func (c *Client) takesBulk() bool { return time.Now().UnixNano() >= c.noBulk.Load() }
