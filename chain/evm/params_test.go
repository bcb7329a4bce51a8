package evm

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"walrus/contracts/bindings"
	"walrus/redstuff"
)

func TestDevnetParams(t *testing.T) {
	p := DevnetParams() // deployment.md section 1
	if p.Shards != 1000 || p.StoragePrice != 100_000 || p.WritePrice != 20_000 || p.Capacity != 1<<50 || p.MaxEpochsAhead != 53 || p.EpochDuration.Milliseconds() != 86_400_000 || p.Burn != 0 {
		t.Errorf("%+v", p)
	}
}

func TestLoadDeployParams(t *testing.T) {
	dir := t.TempDir()
	p, _ := testCommittee(t, 4, 7)
	p.Committee[1].ProofFile = "node-1.proof"
	p.Committee[2].ProofFile = "node-2.proof"
	b, err := yaml.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "params.yaml")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "node-1.proof"), []byte("0x"+strings.Repeat("ab", 96)+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := LoadDeployParams(path)
	if err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	if got.StatePath != path+".state.json" || len(got.Committee) != 4 || len(got.Committee[1].Proof) != 96 || len(got.Committee[2].Proof) != 0 {
		t.Errorf("%+v", got)
	}
	if again, _ := yaml.Marshal(got.Committee[0]); !strings.Contains(string(b), strings.Split(string(again), "\n")[0]) {
		t.Errorf("%s", again)
	}
	if _, err := LoadDeployParams(filepath.Join(dir, "none")); err == nil {
		t.Error("missing file accepted")
	}
	if err := os.WriteFile(filepath.Join(dir, "node-2.proof"), []byte("0xzz"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadDeployParams(path); err == nil || !strings.Contains(err.Error(), "node-2.proof") {
		t.Errorf("malformed proof file: %v", err)
	}
}

func TestCheckParams(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*DeployParams)
		want   string
	}{
		{"good", func(*DeployParams) {}, ""},
		{"explicit shards", func(p *DeployParams) {
			p.Committee[0].ShardIndices = []redstuff.ShardIndex{5, 6}
			p.Committee[1].ShardIndices = []redstuff.ShardIndex{0, 3}
			p.Committee[2].ShardIndices = []redstuff.ShardIndex{1, 2}
			p.Committee[3].ShardIndices = []redstuff.ShardIndex{4}
		}, ""},
		{"few shards", func(p *DeployParams) { p.Shards = 3 }, "shards"},
		{"shards do not add up", func(p *DeployParams) { p.Committee[0].Shards++ }, "8 shards together, the network has 7"},
		{"no shards", func(p *DeployParams) { p.Committee[0].Shards = 0 }, "member 0 (node-0): shards 0"},
		{"shard twice", func(p *DeployParams) {
			p.Committee[0].ShardIndices = []redstuff.ShardIndex{5, 6}
			p.Committee[1].ShardIndices = []redstuff.ShardIndex{5, 6}
		}, "shard 5 belongs to members 0 and 1"},
		{"some shards listed", func(p *DeployParams) { p.Committee[0].ShardIndices = []redstuff.ShardIndex{5, 6} }, "all or none"},
		{"shard out of range", func(p *DeployParams) { p.Committee[0].ShardIndices = []redstuff.ShardIndex{5, 7} }, "shard 7 of 7"},
		{"shards out of order", func(p *DeployParams) { p.Committee[0].ShardIndices = []redstuff.ShardIndex{6, 5} }, "not ascending"},
		{"empty committee", func(p *DeployParams) { p.Committee = nil }, "committee is empty"},
		{"operator twice", func(p *DeployParams) { p.Committee[1].Operator = p.Committee[0].Operator }, "same operator"},
		{"key twice", func(p *DeployParams) { p.Committee[1].BLSKey = p.Committee[0].BLSKey }, "same BLS key"},
		{"no operator", func(p *DeployParams) { p.Committee[1].Operator = [20]byte{} }, "no operator"},
		{"no name", func(p *DeployParams) { p.Committee[1].Name = "" }, "name has 0 bytes"},
		{"long name", func(p *DeployParams) { p.Committee[1].Name = strings.Repeat("x", 101) }, "name has 101 bytes"},
		{"no port", func(p *DeployParams) { p.Committee[1].NetAddress = "localhost" }, "host:port"},
		{"port 0", func(p *DeployParams) { p.Committee[1].NetAddress = "localhost:0" }, "host:port"},
		{"long address", func(p *DeployParams) { p.Committee[1].NetAddress = strings.Repeat("x", 260) + ":1" }, "host:port"},
		{"short network key", func(p *DeployParams) { p.Committee[1].NetworkKey = make([]byte, 32) }, "network_key has 32 bytes"},
		{"zero network key", func(p *DeployParams) { p.Committee[1].NetworkKey = make([]byte, 33) }, "not a point of P-256"},
		{"network key off the curve", func(p *DeployParams) { // no point of P-256 has x = 1
			p.Committee[1].NetworkKey = append([]byte{2}, append(make([]byte, 31), 1)...)
		}, "not a point of P-256"},
		{"uncompressed network key", func(p *DeployParams) { p.Committee[1].NetworkKey[0] = 4 }, "not a point of P-256"},
		{"free storage", func(p *DeployParams) { p.StoragePrice, p.WritePrice = 0, 0 }, ""},
		{"no capacity", func(p *DeployParams) { p.Capacity = 0 }, "capacity 0"},
		{"no horizon", func(p *DeployParams) { p.MaxEpochsAhead = 0 }, "max_epochs_ahead 0"},
		{"no duration", func(p *DeployParams) { p.EpochDuration = 0 }, "epoch_duration"},
		{"start in 1969", func(p *DeployParams) { p.EpochStart = time.UnixMilli(-1) }, "epoch_start"},
		{"start in 1970", func(p *DeployParams) { p.EpochStart = time.UnixMilli(0) }, ""},
		{"bls key", func(p *DeployParams) { p.Committee[1].BLSKey = make([]byte, 96) }, "bls_key"},
		{"proof", func(p *DeployParams) { p.Committee[1].Proof = make([]byte, 48) }, "proof has 48 bytes"},
		{"horizon", func(p *DeployParams) { p.MaxEpochsAhead = 1001 }, "max_epochs_ahead"},
		{"duration", func(p *DeployParams) { p.EpochDuration = 1 }, "epoch_duration"},
		{"burn", func(p *DeployParams) { p.Burn = 10_001 }, "burn_basis_points"},
	} {
		p, _ := testCommittee(t, 4, 7)
		c.change(&p)
		err := p.check()
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// TestExplicitZero: what a file sets to 0 is 0, what it does not name has devnet's value.
func TestExplicitZero(t *testing.T) {
	p, _ := testCommittee(t, 4, 7)
	b, err := yaml.Marshal(map[string]any{"format": 1, "shards": 7, "storage_price": 0, "committee": p.Committee})
	if err != nil {
		t.Fatal(err)
	}
	got, err := ParseDeployParams(b)
	if err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	if got.StoragePrice != 0 || got.WritePrice != 20_000 || got.Capacity != 1<<50 || got.Shards != 7 {
		t.Errorf("%+v", got)
	}
	if _, err := ParseDeployParams(append(b, "capacity: 0\n"...)); err == nil || !strings.Contains(err.Error(), "capacity 0") {
		t.Errorf("no capacity: %v", err)
	}
	if _, err := ParseDeployParams([]byte("shards: 7\n")); err == nil || !strings.Contains(err.Error(), "format 0") {
		t.Errorf("without a format: %v", err)
	}
}

// TestSystemTimes: times that do not fit are an error, not other times.
func TestSystemTimes(t *testing.T) {
	for _, c := range []struct {
		start, duration uint64
		ok              bool
	}{
		{0, 1, true},
		{1_700_000_000_000, 86_400_000, true},
		{1, math.MaxInt64 / 1_000_000, true},
		{1, math.MaxInt64/1_000_000 + 1, false},
		{1, math.MaxUint64, false},
		{math.MaxUint64, 1, false},
		{math.MaxInt64, 1, false},
	} {
		s, err := system(bindings.IStorageSystemView{EpochStart: c.start, EpochDuration: c.duration})
		if (err == nil) != c.ok {
			t.Errorf("start %d, duration %d: %v", c.start, c.duration, err)
		}
		if err == nil && (s.EpochStart.UnixMilli() != int64(c.start) || s.EpochDuration.Milliseconds() != int64(c.duration)) {
			t.Errorf("start %d, duration %d: %+v", c.start, c.duration, s)
		}
	}
}

func FuzzDeployParams(f *testing.F) {
	p, _ := testCommittee(f, 2, 7)
	b, err := yaml.Marshal(p)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte("format: 1\ncommittee: [{}]"))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := ParseDeployParams(b)
		if err == nil && len(p.Committee) == 0 {
			t.Fatal("parameters without a committee")
		}
	})
}

func TestUnknownKey(t *testing.T) {
	if _, err := ParseDeployParams([]byte("format: 1\nshard: 5\n")); err == nil || !strings.Contains(err.Error(), "shard") {
		t.Errorf("unknown key: %v", err)
	}
	if _, err := ParseDeployParams([]byte("format: 2\n")); err == nil || !strings.Contains(err.Error(), "format 2") {
		t.Errorf("format 2: %v", err)
	}
}
