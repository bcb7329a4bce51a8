package client

import (
	"os"
	"runtime"
	"testing"

	"walrus/redstuff"
)

// ReadBytesLimited reads a blob of at most max bytes.
func (c *Client) ReadBytesLimited(t *testing.T, id redstuff.BlobID, max uint64) ([]byte, error) {
	b, _, err := c.ReadBytes(t.Context(), id, ReadOptions{MaxSize: max})
	return b, err
}

// ListFresh is how long a listing made ahead is good for.
const ListFresh = listFresh

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

// Symlink makes a link called name to target. On Windows, where that takes a privilege, a test that lacks it is skipped.
func Symlink(t *testing.T, target, name string) {
	t.Helper()
	err := os.Symlink(target, name)
	if err != nil && runtime.GOOS == "windows" {
		t.Skipf("making a link takes a privilege here: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
}
