package client

import (
	"testing"

	"walrus/redstuff"
)

// ReadBytesLimited reads a blob of at most max bytes.
func (c *Client) ReadBytesLimited(t *testing.T, id redstuff.BlobID, max uint64) ([]byte, error) {
	b, _, err := c.ReadBytes(t.Context(), id, ReadOptions{MaxSize: max})
	return b, err
}
