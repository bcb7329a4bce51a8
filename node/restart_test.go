package node_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/attest"
	"walrus/chain"
	"walrus/node"
	"walrus/node/server"
	"walrus/node/store"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// TestRestart stops and starts a node on the real file system and sees it go on where it was.
func TestRestart(t *testing.T) {
	c := newCluster(t, 4)
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), "data")
	var regs []chain.Event
	for i, size := range []int{100, 90_000, 1_000_000} {
		e := c.encode(t, randomBytes(string(rune('a'+i)), min(size, int(c.params.MaxBlobSize()))))
		regs = append(regs, c.register(e, 9, i == 1))
		r, err := c.tryStart(0, nil, dir, server.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Node.Health().EventProgress.Persisted; got != uint64(i) && i > 0 && got != uint64(i+1) {
			t.Fatalf("cursor after restart %d: %d events", i, got)
		}
		if _, err := r.PutBundle(ctx, e.BlobID(), nodeapi.BundleRequest{Body: c.bundle(0, e), Attest: regs[i].Object}); err != nil {
			t.Fatal(err)
		}
		for k, reg := range regs {
			s, err := r.Attestation(ctx, reg.BlobID, reg.Object)
			if err != nil {
				t.Fatalf("start %d, blob %d: %v", i, k, err)
			}
			r.checkAttestation(t, &s, reg)
		}
		if _, err := c.tryStart(0, nil, dir, server.Options{}); !errors.Is(err, store.ErrLocked) {
			t.Fatalf("second process: %v, want a locked directory", err)
		}
		if err := r.stop(); err != nil {
			t.Fatal(err)
		}
	}
	// Whoever wrote half a record before the process ended left a tail that nobody refers to.
	names, err := filepath.Glob(filepath.Join(dir, "[sb]*s", "*")) // segments and bundles
	if err != nil || len(names) < 2 {
		t.Fatalf("sliver files: %v, %v", names, err)
	}
	for _, name := range names {
		f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte("WALRUSSL half a header")); err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	r := c.start(t, 0, nil, dir, server.Options{})
	e := c.encode(t, randomBytes("after", 500))
	regs = append(regs, c.register(e, 9, false))
	if _, err := r.PutBundle(ctx, e.BlobID(), nodeapi.BundleRequest{Body: c.bundle(0, e), Attest: regs[3].Object}); err != nil {
		t.Fatal(err)
	}
	for k, reg := range regs {
		if _, err := r.Attestation(ctx, reg.BlobID, reg.Object); err != nil {
			t.Errorf("blob %d after torn tails: %v", k, err)
		}
		for _, axis := range []redstuff.Axis{0, 1} {
			if _, _, _, err := store.FindRecord(vfs.Default, dir, reg.BlobID, 2, axis); err != nil {
				t.Errorf("blob %d: %v", k, err)
			}
			if _, err := r.Sliver(ctx, reg.BlobID, 2, axis, 1<<24); err != nil {
				t.Errorf("blob %d: %v", k, err)
			}
		}
	}
}

func TestRefusesToStart(t *testing.T) {
	c := newCluster(t, 2, 2)
	base := c.config(0, "")
	change := func(f func(cfg *node.Config)) node.Config {
		cfg := base
		cfg.StoragePath = filepath.Join(t.TempDir(), "data")
		f(&cfg)
		return cfg
	}
	foreign := filepath.Join(t.TempDir(), "foreign")
	if err := os.MkdirAll(foreign, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(foreign, "letter.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	future := filepath.Join(t.TempDir(), "future")
	if err := os.MkdirAll(future, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(future, "FORMAT"), []byte("walrus node data, format 77\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	taken := freePort(t)
	defer taken.Close()
	used := filepath.Join(t.TempDir(), "used")
	r, err := c.tryStart(1, nil, used, server.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.stop(); err != nil {
		t.Fatal(err)
	}
	c.write(t, "nonsense", "AAAA")

	for name, tc := range map[string]struct {
		cfg  node.Config
		want error
		text string
	}{
		"chain id":              {change(func(c *node.Config) { c.Chain.ChainID++ }), chain.ErrWrongNetwork, "chain_id"},
		"registry":              {change(func(c *node.Config) { c.Chain.Registry[0]++ }), chain.ErrWrongNetwork, "registry"},
		"network id":            {change(func(c *node.Config) { c.Chain.NetworkID[0]++ }), chain.ErrWrongNetwork, "network_id"},
		"foreign BLS key":       {change(func(x *node.Config) { x.ProtocolKeyPath = newKey(t, c) }), node.ErrIdentity, "protocol_key_path"},
		"another's network key": {change(func(x *node.Config) { x.NetworkKeyPath = filepath.Join(c.keys, "net-1") }), node.ErrIdentity, "network_key_path"},
		"no key":                {change(func(x *node.Config) { x.ProtocolKeyPath = filepath.Join(c.keys, "gone") }), os.ErrNotExist, "protocol key"},
		"no key in the file":    {change(func(x *node.Config) { x.NetworkKeyPath = filepath.Join(c.keys, "nonsense") }), nil, "network key"},
		"unknown format":        {change(func(x *node.Config) { x.StoragePath = future }), store.ErrFormat, "format 77"},
		"foreign directory":     {change(func(x *node.Config) { x.StoragePath = foreign }), store.ErrFormat, "letter.txt"},
		"another node's data":   {change(func(x *node.Config) { x.StoragePath = used }), node.ErrIdentity, "directory of its own"},
		"taken port":            {change(func(x *node.Config) { x.RESTAddress = taken.Addr().String() }), nil, taken.Addr().String()},
		"nothing configured":    {node.Config{}, nil, "storage_path"},
	} {
		n, err := node.Open(context.Background(), tc.cfg, node.Deps{Chain: c})
		if err == nil {
			t.Errorf("%s: started", name)
			n.Close()
			continue
		}
		if tc.want != nil && !errors.Is(err, tc.want) || !strings.Contains(err.Error(), tc.text) {
			t.Errorf("%s: %v, want %v and %q", name, err, tc.want, tc.text)
		}
	}
	if names, err := os.ReadDir(foreign); err != nil || len(names) != 1 {
		t.Errorf("a foreign directory was changed: %v, %v", names, err)
	}
}

func newKey(t *testing.T, c *cluster) string {
	t.Helper()
	other := newCluster(t, 4)
	return filepath.Join(other.keys, "bls-0")
}

func TestLoadConfig(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "node.yaml")
	text := `name: n0
storage_path: data
rest_api_address: 127.0.0.1:1
public_host: 127.0.0.1
public_port: 1
protocol_key_path: keys/bls
network_key_path: /abs/net
chain:
  rpc_urls: [http://127.0.0.1:8545]
  registry: "0x0102030000000000000000000000000000000000"
  chain_id: 7
  network_id: "0x` + strings.Repeat("ab", 32) + `"
memory_mib: 128
rest_graceful_shutdown_period_secs: 0
`
	write := func(s string) {
		if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(text)
	cfg, err := node.LoadConfig(path)
	if err != nil {
		t.Fatal(err)
	}
	if cfg.StoragePath != filepath.Join(dir, "data") || cfg.ProtocolKeyPath != filepath.Join(dir, "keys", "bls") || cfg.NetworkKeyPath != "/abs/net" ||
		cfg.Chain.Registry != (chain.Address{1, 2, 3}) || cfg.Chain.NetworkID == (attest.NetworkID{}) || *cfg.GraceSeconds != 0 {
		t.Errorf("%+v", cfg)
	}
	for name, bad := range map[string]string{
		"unknown key":   text + "storage_pth: x\n",
		"small memory":  strings.Replace(text, "128", "3", 1),
		"bad registry":  strings.Replace(text, "0x0102", "0102", 1),
		"no network id": strings.Replace(text, "network_id", "#", 1),
		"not yaml":      "{",
		"negative":      strings.Replace(text, "secs: 0", "secs: -1", 1),
	} {
		write(bad)
		if _, err := node.LoadConfig(path); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestStopEndsRequests stops a node while a bundle is stuck: the grace period ends it.
func TestStopEndsRequests(t *testing.T) {
	c := newCluster(t, 4)
	e := c.encode(t, randomBytes("stuck", 3000))
	r, err := c.tryStart(0, vfs.NewMem(), "data", server.Options{RegistrationWait: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	got := make(chan error, 1)
	go func() {
		_, err := r.PutBundle(context.Background(), e.BlobID(), nodeapi.BundleRequest{Body: c.bundle(0, e)})
		got <- err
	}()
	time.Sleep(50 * time.Millisecond)
	begin := time.Now()
	if err := r.stop(); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(begin); took > 8*time.Second {
		t.Fatalf("stop took %v with a grace of 5 s", took)
	}
	if err := <-got; err == nil {
		t.Fatal("the stuck request succeeded")
	}
}
