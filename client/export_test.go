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

// Tails is how many uploads run in the background.
func (c *Client) Tails() int {
	c.tails.mu.Lock()
	defer c.tails.mu.Unlock()
	return len(c.tails.running)
}

// Troubled are the names of the nodes that uploads do not begin with.
func (c *Client) Troubled() (names []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, n := range c.view.nodes {
		if n.troubled() {
			names = append(names, n.member.Name)
		}
	}
	return names
}
