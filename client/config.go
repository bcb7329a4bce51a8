package client

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"walrus/attest"
	"walrus/chain"
)

// Config is one context of a client configuration file: which network, which wallet, and how hard to push. Keys are those of the public
// network's file, with registry, chain_id and network_id in place of its object ids.
type Config struct {
	Registry  chain.Address    `yaml:"registry"`
	ChainID   uint64           `yaml:"chain_id"`
	NetworkID attest.NetworkID `yaml:"network_id"`
	RPCURLs   []string         `yaml:"rpc_urls"` // tried in order
	Finality  string           `yaml:"finality"` // of the chain: instant (default), depth(N) or tag(finalized)
	Wallet    WalletConfig     `yaml:"wallet_config"`
	// Contracts are addresses by name (WAL, Storage, Certificates, ...) that the Registry must agree with, as far as they are given. They guard payments against an endpoint that
	// lies about them.
	Contracts map[string]chain.Address `yaml:"contracts"`

	NShards        uint16              `yaml:"n_shards"`         // 0: ask the chain
	MaxEpochsAhead uint32              `yaml:"max_epochs_ahead"` // 0: ask the chain
	CacheTTLSecs   uint32              `yaml:"cache_ttl_secs"`   // of chain reads; 0 is 10
	SpoolDir       string              `yaml:"spool_dir"`        // folder for scratch files of large blobs; empty: the system's for temporary files
	Communication  CommunicationConfig `yaml:"communication_config"`
}

// WalletConfig names a keystore folder. In the file it is a path, or a mapping with both keys.
type WalletConfig struct {
	Path          string        `yaml:"path"`
	ActiveAddress chain.Address `yaml:"active_address"` // zero: the only key of the folder
}

// UnmarshalYAML accepts a bare path as well as the mapping.
func (w *WalletConfig) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		return n.Decode(&w.Path)
	}
	type plain WalletConfig
	return n.Decode((*plain)(w))
}

// CommunicationConfig bounds what one process asks of the storage nodes. A zero is the default given with each field.
type CommunicationConfig struct {
	MaxConcurrentWrites uint32      `yaml:"max_concurrent_writes"` // bundles being sent at a time by one process, 1000
	MaxDataInFlight     uint64      `yaml:"max_data_in_flight"`    // encoded bytes of the sources that are stored at a time, at most 128 MiB of them unless one alone has more; 512 MB
	UploadMode          string      `yaml:"upload_mode"`           // conservative, balanced, aggressive: presets for the two above
	RequestRate         RequestRate `yaml:"request_rate_config"`
	SliverWriteExtra    ExtraTime   `yaml:"sliver_write_extra_time"`
	TailHandling        string      `yaml:"tail_handling"` // blocking (default), or detached: a store ends with its certificate, and a large one sends to the nodes of a quorum first
}

// RequestRate is the per-node retry policy.
type RequestRate struct {
	MaxNodeConnections uint32  `yaml:"max_node_connections"` // requests at a time to a node without bundles, 10
	Backoff            Backoff `yaml:"backoff_config"`
}

// Backoff is delay(i) = min(max, min*2^i + up to one second), ended after MaxRetries delays.
type Backoff struct {
	MinMS      uint64 `yaml:"min_backoff_millis"` // 1000
	MaxMS      uint64 `yaml:"max_backoff_millis"` // 30000
	MaxRetries uint32 `yaml:"max_retries"`        // 5
}

// ExtraTime is how long slow nodes may go on after a quorum has confirmed: factor times the time so far, plus the base.
type ExtraTime struct {
	Factor float64 `yaml:"factor"`      // 0.5
	BaseMS uint64  `yaml:"base_millis"` // 500
}

// ignoredKeys have a meaning on the public network only, or tune a mechanism that works differently here. They are accepted with a warning.
var ignoredKeys = map[string]bool{
	"credits_object": true, "walrus_subsidies_object": true, "treasury_object": true, "exchange_objects": true,
	"refresh_config": true, "quilt_client_config": true, "byte_range_read_client_config": true, "streaming_config": true,
	"communication_config.max_concurrent_sliver_reads": true, "communication_config.max_concurrent_metadata_reads": true,
	"communication_config.max_concurrent_status_reads": true, "communication_config.disable_proxy": true,
	"communication_config.disable_native_certs": true, "communication_config.sliver_status_check_threshold": true,
	"communication_config.data_in_flight_auto_tune": true, "communication_config.pending_uploads_enabled": true,
	"communication_config.pending_upload_grace_millis": true, "communication_config.optimistic_upload_max_blob_bytes": true,
	"communication_config.confirmation_long_poll_millis": true, "communication_config.committee_change_backoff": true,
	"communication_config.sui_client_request_timeout_millis": true, "communication_config.checkpoint_wait_timeout_millis": true,
	"communication_config.reqwest_config": true, "communication_config.max_total_blob_size": true,
	"communication_config.registration_delay_millis": true,
	"wallet_config.active_env":                       true,
}

// publicNetworkKeys mark a configuration of the public network, which lives on another chain.
var publicNetworkKeys = []string{"system_object", "staking_object"}

// A LoadedConfig is a configuration together with where it came from.
type LoadedConfig struct {
	Config
	Path     string   // file it was read from
	Context  string   // its name in a file with several, else empty
	Warnings []string // accepted keys without meaning here
}

// ErrNoConfig reports that no configuration file was found; its text lists every place.
var ErrNoConfig = errors.New("no configuration file found")

// SearchPaths lists where a client configuration is looked for, in order.
func SearchPaths() []string {
	dirs := []string{"."}
	if xdg := os.Getenv("XDG_CONFIG_HOME"); xdg != "" {
		dirs = append(dirs, filepath.Join(xdg, "walrus"), xdg)
	}
	if home, err := os.UserHomeDir(); err == nil {
		dirs = append(dirs, filepath.Join(home, ".config", "walrus"), filepath.Join(home, ".walrus"))
	}
	var paths []string
	for _, d := range dirs {
		paths = append(paths, filepath.Join(d, "client_config.yaml"), filepath.Join(d, "client_config.yml"))
	}
	return paths
}

// FindConfig returns the first existing file of SearchPaths, or ErrNoConfig.
func FindConfig() (string, error) {
	paths := SearchPaths()
	for _, p := range paths {
		if _, err := os.Stat(p); err == nil {
			return p, nil
		} else if !errors.Is(err, os.ErrNotExist) {
			return "", fmt.Errorf("configuration file: %w", err)
		}
	}
	return "", fmt.Errorf("%w; looked for %s. Start a local network with `walrus devnet`, or name a file with --config",
		ErrNoConfig, strings.Join(paths, ", "))
}

// LoadConfig reads path (empty: the search order) and picks the named context (empty: the file's default_context, or the whole file if it
// has a single context). Malformed files, unknown keys and unknown contexts are errors that name the line or the nearest known name.
func LoadConfig(path, context string) (*LoadedConfig, error) {
	if path == "" {
		found, err := FindConfig()
		if err != nil {
			return nil, err
		}
		path = found
	}
	path = expandHome(path)
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("configuration file: %w", err)
	}
	lc, err := ParseConfig(raw, context)
	if err != nil {
		return nil, fmt.Errorf("configuration file %s: %w", path, err)
	}
	lc.Path = path
	lc.Wallet.Path = relativeTo(filepath.Dir(path), lc.Wallet.Path)
	lc.SpoolDir = relativeTo(filepath.Dir(path), lc.SpoolDir)
	return lc, nil
}

// relativeTo resolves a path of a configuration file against the file's folder, so that the file can be used from anywhere.
func relativeTo(dir, p string) string {
	p = expandHome(p)
	if p == "" || filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(dir, p)
}

func expandHome(p string) string {
	rest, ok := strings.CutPrefix(p, "~/")
	if !ok {
		return p
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return p
	}
	return filepath.Join(home, rest)
}

// withDefaults fills what the file left open.
func (c *Config) withDefaults() {
	def := func(p *uint64, v uint64) {
		if *p == 0 {
			*p = v
		}
	}
	def32 := func(p *uint32, v uint32) {
		if *p == 0 {
			*p = v
		}
	}
	cc := &c.Communication
	writes, inFlight := uint32(1000), uint64(512_000_000)
	switch cc.UploadMode {
	case "conservative":
		writes, inFlight = 500, 12_500_000
	case "aggressive":
		writes, inFlight = 2000, 1_250_000_000
	}
	def32(&c.CacheTTLSecs, 10)
	def32(&cc.MaxConcurrentWrites, writes)
	def(&cc.MaxDataInFlight, inFlight)
	def32(&cc.RequestRate.MaxNodeConnections, 10)
	def(&cc.RequestRate.Backoff.MinMS, 1000)
	def(&cc.RequestRate.Backoff.MaxMS, 30_000)
	def32(&cc.RequestRate.Backoff.MaxRetries, 5)
	if cc.SliverWriteExtra == (ExtraTime{}) {
		cc.SliverWriteExtra = ExtraTime{Factor: 0.5, BaseMS: 500}
	}
	if cc.UploadMode == "" {
		cc.UploadMode = "balanced"
	}
	if cc.TailHandling == "" {
		cc.TailHandling = "blocking"
	}
}

// validate checks values after defaults are in.
func (c *Config) validate() error {
	cc := &c.Communication
	switch {
	case c.Registry.IsZero():
		return errors.New("registry is missing: the address that `walrus deploy` or `walrus devnet` printed")
	case c.ChainID == 0:
		return errors.New("chain_id is missing: the number that `walrus deploy` or `walrus devnet` printed")
	case c.NetworkID.IsZero():
		return errors.New("network_id is missing: the id that `walrus deploy` or `walrus devnet` printed")
	case len(c.RPCURLs) == 0:
		return errors.New("rpc_urls is missing: at least one JSON-RPC address of the home chain")
	case cc.UploadMode != "conservative" && cc.UploadMode != "balanced" && cc.UploadMode != "aggressive":
		return fmt.Errorf("communication_config.upload_mode is %q: want conservative, balanced or aggressive", cc.UploadMode)
	case cc.TailHandling != "blocking" && cc.TailHandling != "detached":
		return fmt.Errorf("communication_config.tail_handling is %q: want blocking or detached", cc.TailHandling)
	case cc.SliverWriteExtra.Factor < 0 || cc.SliverWriteExtra.Factor > 100:
		return fmt.Errorf("communication_config.sliver_write_extra_time.factor is %v: want 0 to 100", cc.SliverWriteExtra.Factor)
	}
	return nil
}

// extraAfterQuorum is how long uploads may go on once a quorum has confirmed.
func (c *Config) extraAfterQuorum(sofar time.Duration) time.Duration {
	x := c.Communication.SliverWriteExtra
	return time.Duration(float64(sofar)*x.Factor) + time.Duration(x.BaseMS)*time.Millisecond
}
