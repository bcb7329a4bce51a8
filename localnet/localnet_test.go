package localnet

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"walrus/attest"
)

// small is a network that starts quickly.
func small(dir string) Config { return Config{Dir: dir, Nodes: 4, Shards: 10} }

// A network keeps its identity, its ports and its money over a restart, stops quickly, and leaves no goroutine behind (see TestMain).
func TestNetworkKeepsEverything(t *testing.T) {
	dir := t.TempDir()
	first, err := Start(t.Context(), small(dir))
	if err != nil {
		t.Fatal(err)
	}
	before := first.Info()
	if _, err := Start(t.Context(), small(dir)); !errors.Is(err, ErrInUse) {
		t.Errorf("a second start of the same folder: got %v, want ErrInUse", err)
	}
	if err := Reset(dir); !errors.Is(err, ErrInUse) {
		t.Errorf("reset of a network that runs: got %v, want ErrInUse", err)
	}
	c, err := first.Dial(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	money, err := c.Balances(t.Context(), before.Client)
	c.Close()
	if err != nil || money.WAL != initialFROST {
		t.Errorf("the client has %d FROST, %v; want %d", money.WAL, err, uint64(initialFROST))
	}
	began := time.Now()
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("stopping took %v, want at most 5 s", took)
	}

	again, err := Start(t.Context(), Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	after := again.Info()
	if before.NetworkID != after.NetworkID || before.Registry != after.Registry || before.RPCURL != after.RPCURL || len(after.Nodes) != 4 {
		t.Errorf("before %+v\nafter  %+v", before, after)
	}
	if _, err := DeployerKey(dir, before.NetworkID); err != nil {
		t.Error(err)
	}
	if _, err := DeployerKey(dir, attest.NetworkID{}); err == nil {
		t.Error("the deployer's key was given for another network")
	}
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
	checkModes(t, filepath.Join(dir, keysDir))
	if err := Reset(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("after reset: %v", err)
	}
}

// checkModes fails if anybody else may read a key.
func checkModes(t *testing.T, dir string) {
	t.Helper()
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestStartRefuses(t *testing.T) {
	taken, err := net.Listen("tcp", address(0))
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	node := []nodeState{{Name: "node-0", Port: 1, Shards: 10}}
	tests := []struct {
		name  string
		state *state // of an existing folder; nil: none
		cfg   Config
		want  string
	}{
		{"more nodes than shards", nil, Config{Nodes: 5, Shards: 4}, "5 nodes cannot share 4 shards"},
		{"weights that do not add up", nil, Config{Shards: 10, Weights: []int{4, 4}}, "the weights add up to 8, and there are 10 shards"},
		{"a node without a shard", nil, Config{Weights: []int{4, 0}}, "each node needs a shard"},
		{"weights for another number of nodes", nil, Config{Nodes: 3, Weights: []int{4, 4}}, "2 weights for 3 nodes"},
		{"another network", &state{1, 7, 1, 10, node, [20]byte{}, [32]byte{}, false, false}, Config{Nodes: 2}, "holds a network of 1 nodes and 10 shards"},
		{"another version", &state{2, 7, 1, 10, node, [20]byte{}, [32]byte{}, false, false}, Config{}, "unknown format version: it says 2"},
		{"a port that is taken", &state{1, 7, port, 10, node, [20]byte{}, [32]byte{}, false, false}, Config{}, "of the chain is taken"},
		{"a file without values", &state{FormatVersion: 1}, Config{}, "a value is missing"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.cfg.Dir = t.TempDir()
			if tt.state != nil {
				if err := tt.state.save(tt.cfg.Dir); err != nil {
					t.Fatal(err)
				}
			}
			n, err := Start(t.Context(), tt.cfg)
			if err == nil {
				n.Close()
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("got %v, want %q", err, tt.want)
			}
		})
	}
}

func TestResetKeepsForeignFolders(t *testing.T) {
	dir := t.TempDir()
	precious := filepath.Join(dir, "thesis.txt")
	if err := os.WriteFile(precious, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Reset(dir); err == nil || !strings.Contains(err.Error(), "holds no network") {
		t.Fatalf("got %v", err)
	}
	if _, err := os.Stat(precious); err != nil {
		t.Fatal(err)
	}
}

func TestForeignFilesSurvive(t *testing.T) {
	dir := t.TempDir()
	thesis := filepath.Join(dir, "thesis.txt")
	if err := os.WriteFile(thesis, []byte("years of work"), 0o600); err != nil {
		t.Fatal(err)
	}
	if n, err := Start(t.Context(), Config{Dir: dir, Nodes: 1, Shards: 4}); err == nil {
		_ = n.Close()
		t.Fatal("a network started in a folder of somebody else")
	} else if !strings.Contains(err.Error(), "holds thesis.txt") {
		t.Fatalf("got %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Fatalf("the refused start left %v, %v", entries, err)
	}
	// A file that came later, too, outlives a reset, and so does the folder.
	for _, name := range []string{stateFile, "node-0", "chain"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Reset(dir); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 || entries[0].Name() != "thesis.txt" {
		t.Fatalf("after the reset: %v", entries)
	}
}
