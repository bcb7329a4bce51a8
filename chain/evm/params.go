package evm

import (
	"bytes"
	"crypto/elliptic"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"walrus/attest"
	"walrus/chain"
	"walrus/redstuff"
)

// paramsFormat is the version of the parameter file and of the state file beside it.
const paramsFormat = 1

// pageMembers is how many members one transaction sets at most (deployment.md section 1).
const pageMembers = 25

// DeployParams are the parameters of a new network, deployment.md section 1. DevnetParams has the defaults: what a file does not name, not what it sets to 0.
type DeployParams struct {
	Format         int           `yaml:"format"`           // of this file; 1
	Shards         uint16        `yaml:"shards"`           // n
	StoragePrice   uint64        `yaml:"storage_price"`    // FROST per MiB and epoch
	WritePrice     uint64        `yaml:"write_price"`      // FROST per MiB
	Capacity       uint64        `yaml:"capacity"`         // bytes, encoded
	MaxEpochsAhead uint32        `yaml:"max_epochs_ahead"` // horizon
	EpochStart     time.Time     `yaml:"epoch_start"`      // of epoch 1; zero: the time of deployment
	EpochDuration  time.Duration `yaml:"epoch_duration"`   // whole milliseconds
	Burn           uint16        `yaml:"burn_basis_points"`
	Finality       Finality      `yaml:"finality"`        // of the chain: instant, depth(N) or tag(finalized); every step waits for it
	SupplyReceiver chain.Address `yaml:"supply_receiver"` // of all 5 * 10^9 WAL; zero: the deployer

	Committee []MemberParams `yaml:"committee"`

	// StatePath is the file that notes every step, so that a repeated run goes on where the last one ended. Empty: in memory only, for throw-away networks.
	StatePath string `yaml:"-"`
	// Prove, if set, makes the proofs of possession that Committee lacks: the 96-byte signature of member's key over its 0x45 message.
	Prove func(member int, network attest.NetworkID) ([96]byte, error) `yaml:"-"`
}

// MemberParams describes one node of the first committee.
type MemberParams struct {
	Operator   chain.Address `yaml:"operator"`
	Name       string        `yaml:"name"`
	NetAddress string        `yaml:"net_address"` // host:port
	NetworkKey HexBytes      `yaml:"network_key"` // 33 bytes, compressed P-256
	BLSKey     HexBytes      `yaml:"bls_key"`     // 48 bytes, compressed
	Shards     int           `yaml:"shards"`      // how many
	// ShardIndices names them, if they are not to be a contiguous run in the order of node ids. All members name theirs, or none.
	ShardIndices []redstuff.ShardIndex `yaml:"shard_indices,omitempty"`
	// Proof is the signature of the 0x45 message, 96 bytes; ProofFile a file with it as `walrus node prove` writes it, relative to the parameter file.
	Proof     HexBytes `yaml:"proof,omitempty"`
	ProofFile string   `yaml:"proof_file,omitempty"`
}

// HexBytes are written as 0x and hex digits.
type HexBytes []byte

// MarshalText writes 0x and lower-case hex.
func (h HexBytes) MarshalText() ([]byte, error) { return []byte("0x" + hex.EncodeToString(h)), nil }

// UnmarshalText reads 0x and hex digits of either case.
func (h *HexBytes) UnmarshalText(b []byte) (err error) {
	digits, ok := strings.CutPrefix(string(b), "0x")
	if !ok {
		return fmt.Errorf("%q: want 0x and hex digits", b)
	}
	*h, err = hex.DecodeString(digits)
	return err
}

// LoadDeployParams reads a YAML parameter file and the proof files that exist by now. Unknown keys are errors. The state file is the same name with .state.json behind it.
func LoadDeployParams(path string) (DeployParams, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return DeployParams{}, fmt.Errorf("read deployment parameters: %w", err)
	}
	p, err := ParseDeployParams(b)
	if err != nil {
		return DeployParams{}, fmt.Errorf("%s: %w", path, err)
	}
	p.StatePath = path + ".state.json"
	for i := range p.Committee {
		m := &p.Committee[i]
		if m.ProofFile == "" || len(m.Proof) > 0 {
			continue
		}
		file := m.ProofFile
		if !filepath.IsAbs(file) {
			file = filepath.Join(filepath.Dir(path), file)
		}
		b, err := os.ReadFile(file)
		if errors.Is(err, os.ErrNotExist) {
			continue // deployment stops and says so when it needs it
		}
		if err != nil {
			return DeployParams{}, fmt.Errorf("read proof of possession: %w", err)
		}
		if err := m.Proof.UnmarshalText(bytes.TrimSpace(b)); err != nil {
			return DeployParams{}, fmt.Errorf("proof of possession %s: %w", file, err)
		}
	}
	return p, nil
}

// ParseDeployParams reads the bytes of a parameter file and fills in defaults.
func ParseDeployParams(b []byte) (DeployParams, error) {
	p := DevnetParams()
	p.Format = 0 // a file must say it
	d := yaml.NewDecoder(bytes.NewReader(b))
	d.KnownFields(true)
	if err := d.Decode(&p); err != nil {
		return DeployParams{}, fmt.Errorf("deployment parameters: %w", err)
	}
	if p.Format != paramsFormat {
		return DeployParams{}, fmt.Errorf("deployment parameters: format %d, this program knows %d", p.Format, paramsFormat)
	}
	return p, p.check()
}

// DevnetParams are the parameters of deployment.md section 1 without a committee.
func DevnetParams() DeployParams {
	return DeployParams{
		Format: paramsFormat, Shards: 1000, StoragePrice: 100_000, WritePrice: 20_000, Capacity: 1 << 50, MaxEpochsAhead: 53,
		EpochDuration: 86_400_000 * time.Millisecond,
	}
}

// validEpochStart bounds milliseconds since 1970 to what times are written for: years of four digits.
func validEpochStart(ms int64) bool { return ms >= 0 && ms <= 253_402_300_799_999 }

// check tells every mistake that can be seen without a chain.
func (p DeployParams) check() error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	if _, err := redstuff.NewParams(int(p.Shards)); err != nil {
		bad("shards: %w", err)
	}
	if p.Capacity == 0 {
		bad("capacity 0: nothing could be stored, name the encoded bytes that the network holds")
	}
	if p.MaxEpochsAhead < 1 || p.MaxEpochsAhead > 1000 {
		bad("max_epochs_ahead %d, want 1 to 1000", p.MaxEpochsAhead)
	}
	if !p.EpochStart.IsZero() && !validEpochStart(p.EpochStart.UnixMilli()) {
		bad("epoch_start %v, want a time from 1970 to 9999", p.EpochStart)
	}
	if p.EpochDuration < time.Millisecond || p.EpochDuration%time.Millisecond != 0 {
		bad("epoch_duration %v, want whole milliseconds", p.EpochDuration)
	}
	if p.Burn > 10_000 {
		bad("burn_basis_points %d, at most 10000", p.Burn)
	}
	if len(p.Committee) == 0 {
		bad("committee is empty: list the nodes")
	}
	if len(p.Committee) > int(p.Shards) {
		bad("committee has %d members for %d shards", len(p.Committee), p.Shards)
	}
	total, listed := 0, 0
	owner := make(map[redstuff.ShardIndex]int)
	for i, m := range p.Committee {
		if err := m.check(); err != nil {
			bad("committee member %d (%s): %w", i, m.Name, err)
		}
		for j, o := range p.Committee[:i] {
			if o.Operator == m.Operator {
				bad("committee members %d and %d have the same operator %v", j, i, m.Operator)
			}
			if bytes.Equal(o.BLSKey, m.BLSKey) {
				bad("committee members %d and %d have the same BLS key", j, i)
			}
		}
		if len(m.ShardIndices) > 0 {
			listed++
		}
		for _, s := range m.ShardIndices {
			if j, twice := owner[s]; twice {
				bad("shard %d belongs to members %d and %d", s, j, i)
			}
			if uint16(s) >= p.Shards {
				bad("committee member %d (%s): shard %d of %d", i, m.Name, s, p.Shards)
			}
			owner[s] = i
		}
		total += m.Shards
	}
	if listed != 0 && listed != len(p.Committee) {
		bad("%d of %d committee members name their shard_indices: all or none must", listed, len(p.Committee))
	}
	if len(p.Committee) > 0 && total != int(p.Shards) {
		bad("committee members have %d shards together, the network has %d", total, p.Shards)
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("deployment parameters: %w", err)
	}
	return nil
}

func (m MemberParams) check() error {
	host, port, err := net.SplitHostPort(m.NetAddress)
	x, _ := elliptic.UnmarshalCompressed(elliptic.P256(), m.NetworkKey) // nil also for any other length or first byte
	portNumber, perr := strconv.ParseUint(port, 10, 16)
	switch {
	case m.Operator.IsZero():
		return errors.New("no operator")
	case m.Name == "" || len(m.Name) > 100:
		return fmt.Errorf("name has %d bytes, want 1 to 100", len(m.Name))
	case err != nil || perr != nil || host == "" || portNumber == 0 || len(m.NetAddress) > 259:
		return fmt.Errorf("net_address %q, want host:port of at most 259 bytes", m.NetAddress)
	case len(m.NetworkKey) != 33:
		return fmt.Errorf("network_key has %d bytes, want a compressed P-256 key of 33", len(m.NetworkKey))
	case x == nil:
		return errors.New("network_key is not a point of P-256: copy it from the answer of walrus node keygen")
	case len(m.BLSKey) != 48:
		return fmt.Errorf("bls_key has %d bytes, want 48", len(m.BLSKey))
	case len(m.Proof) != 0 && len(m.Proof) != 96:
		return fmt.Errorf("proof has %d bytes, want 96", len(m.Proof))
	case m.Shards < 1 || m.Shards > math.MaxUint16:
		return fmt.Errorf("shards %d, want at least 1", m.Shards)
	case len(m.ShardIndices) != 0 && len(m.ShardIndices) != m.Shards:
		return fmt.Errorf("shards %d, but %d shard_indices", m.Shards, len(m.ShardIndices))
	case !slices.IsSorted(m.ShardIndices):
		return errors.New("shard_indices are not ascending")
	}
	return nil
}
