package node

import (
	"bytes"
	"errors"
	"fmt"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"walrus/attest"
	"walrus/chain"
)

// Config is a storage node's configuration file. Paths that are not absolute are relative to the file; ~ is the home directory.
type Config struct {
	Name        string `yaml:"name"`         // for logs
	StoragePath string `yaml:"storage_path"` // data directory

	RESTAddress string `yaml:"rest_api_address"` // host:port to listen on; default 0.0.0.0:9185
	PublicHost  string `yaml:"public_host"`      // as the committee names it; in the self-signed certificate
	PublicPort  int    `yaml:"public_port"`

	ProtocolKeyPath string `yaml:"protocol_key_path"` // BLS key, tagged base64
	NetworkKeyPath  string `yaml:"network_key_path"`  // P-256 key, tagged base64 or PKCS#8 PEM

	Chain ChainConfig `yaml:"chain"`
	TLS   TLSConfig   `yaml:"tls,omitempty"`

	// GracePeriod is how long requests under way may go on at a stop; default 60, 0 ends them at once.
	GraceSeconds *int `yaml:"rest_graceful_shutdown_period_secs,omitempty"`
	// MemoryMiB bounds what this node's request bodies may hold in memory; by default all nodes of a process share 256.
	MemoryMiB int `yaml:"memory_mib,omitempty"`
	// UnfinishedMiB and UnfinishedSlivers bound what of slivers is on its way, on the disk and unverified; default 65536 MiB, and half of the free disk at most, in 65536 slivers, each of
	// which takes at most 2 KiB of memory.
	UnfinishedMiB     int `yaml:"unfinished_mib,omitempty"`
	UnfinishedSlivers int `yaml:"unfinished_slivers,omitempty"`
	// MaxConnections and MaxConnectionsPerSource bound the connections that are open; default 8192, and 512 of one address (one /64 network of IPv6), but for loopback, TrustedProxies and UnboundedSources.
	MaxConnections          int `yaml:"max_connections,omitempty"`
	MaxConnectionsPerSource int `yaml:"max_connections_per_source,omitempty"`
	// TrustedProxies are addresses or networks (10.0.0.0/8) of proxies that end TLS themselves and append to X-Forwarded-For, or write anew, whom they ask for. Everything that is bounded by
	// address is then bounded by that one. What passes TCP on must not be here: its clients write the header.
	TrustedProxies []string `yaml:"trusted_proxies,omitempty"`
	// UnboundedSources are addresses or networks that have no bound of connections of their own, such as of what passes TCP on. Nothing that they say is believed.
	UnboundedSources []string `yaml:"unbounded_sources,omitempty"`
}

// ChainConfig says where the control plane is. Registry, chain id and network id are compared with the chain at every start.
type ChainConfig struct {
	RPCURLs   []string         `yaml:"rpc_urls"`
	Registry  chain.Address    `yaml:"registry"`
	ChainID   uint64           `yaml:"chain_id"`
	NetworkID attest.NetworkID `yaml:"network_id"`
	Finality  string           `yaml:"finality,omitempty"` // of the chain: instant (default), depth(N) or tag(finalized)
}

// TLSConfig replaces the self-signed certificate.
type TLSConfig struct {
	CertificatePath string `yaml:"certificate_path,omitempty"` // PEM, leaf first, over the network key
}

const (
	defaultAddress = "0.0.0.0:9185"
	defaultGrace   = 60 * time.Second
)

// LoadConfig reads a configuration file. An unknown key is an error, since a misspelt one would silently have no effect.
func LoadConfig(path string) (Config, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return Config{}, fmt.Errorf("node configuration: %w", err)
	}
	cfg, err := parseConfig(text)
	if err != nil {
		return Config{}, fmt.Errorf("node configuration %s: %w", path, err)
	}
	base, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return Config{}, fmt.Errorf("node configuration %s: %w", path, err)
	}
	for _, p := range []*string{&cfg.StoragePath, &cfg.ProtocolKeyPath, &cfg.NetworkKeyPath, &cfg.TLS.CertificatePath} {
		if *p, err = resolve(base, *p); err != nil {
			return Config{}, fmt.Errorf("node configuration %s: %w", path, err)
		}
	}
	return cfg, nil
}

func parseConfig(text []byte) (Config, error) {
	var cfg Config
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	if err := d.Decode(&cfg); err != nil {
		return Config{}, err
	}
	return cfg, cfg.validate()
}

func (c *Config) validate() error {
	var missing []string
	for key, value := range map[string]string{
		"storage_path": c.StoragePath, "protocol_key_path": c.ProtocolKeyPath, "network_key_path": c.NetworkKeyPath, "public_host": c.PublicHost,
	} {
		if value == "" {
			missing = append(missing, key)
		}
	}
	switch {
	case len(missing) > 0:
		return fmt.Errorf("%s: required and not set", strings.Join(missing, ", "))
	case c.Chain.Registry.IsZero() || c.Chain.ChainID == 0 || c.Chain.NetworkID.IsZero():
		return errors.New("chain: registry, chain_id and network_id are required; walrus deploy prints them")
	case c.PublicPort < 0 || c.PublicPort > 65535:
		return fmt.Errorf("public_port is %d, want 1 to 65535", c.PublicPort)
	case c.MemoryMiB < 0 || c.MemoryMiB > 0 && c.MemoryMiB < minMemoryMiB:
		return fmt.Errorf("memory_mib is %d, want at least %d: one sliver of the largest blob has 42 MiB", c.MemoryMiB, minMemoryMiB)
	case c.UnfinishedMiB < 0 || c.UnfinishedMiB > 0 && c.UnfinishedMiB < minMemoryMiB:
		return fmt.Errorf("unfinished_mib is %d, want at least %d: one sliver of the largest blob has 42 MiB", c.UnfinishedMiB, minMemoryMiB)
	case c.UnfinishedSlivers < 0 || c.UnfinishedSlivers > 0 && c.UnfinishedSlivers < minSlivers:
		return fmt.Errorf("unfinished_slivers is %d, want at least %d: an upload may have a sliver of every shard on its way", c.UnfinishedSlivers, minSlivers)
	case c.MaxConnections < 0 || c.MaxConnectionsPerSource < 0:
		return fmt.Errorf("max_connections is %d and max_connections_per_source %d, want 1 or more", c.MaxConnections, c.MaxConnectionsPerSource)
	case c.GraceSeconds != nil && *c.GraceSeconds < 0:
		return fmt.Errorf("rest_graceful_shutdown_period_secs is %d, want 0 or more", *c.GraceSeconds)
	}
	if c.RESTAddress == "" {
		c.RESTAddress = defaultAddress
	}
	_, _, err := c.sources()
	return err
}

// sources says of an address whether it is that of a trusted proxy, and whether it has no bound of connections of its own.
func (c *Config) sources() (trusted, unbounded func(netip.Addr) bool, err error) {
	proxies, err := parseNetworks("trusted_proxies", c.TrustedProxies)
	if err != nil {
		return nil, nil, err
	}
	others, err := parseNetworks("unbounded_sources", c.UnboundedSources)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range proxies {
		if i := slices.IndexFunc(others, p.Overlaps); i >= 0 {
			return nil, nil, fmt.Errorf("trusted_proxies has %v and unbounded_sources %v: what is trusted has no bound anyway, and what passes TCP on must not be trusted", p, others[i])
		}
	}
	within := func(nets []netip.Prefix, ip netip.Addr) bool {
		return slices.ContainsFunc(nets, func(p netip.Prefix) bool { return p.Contains(ip) })
	}
	trusted = func(ip netip.Addr) bool { return within(proxies, ip) }
	unbounded = func(ip netip.Addr) bool { return ip.IsLoopback() || within(proxies, ip) || within(others, ip) }
	return trusted, unbounded, nil
}

// parseNetworks reads addresses and networks. What is written as IPv6 and means IPv4 becomes that, as the addresses of connections do, and zones are left out.
func parseNetworks(key string, texts []string) (nets []netip.Prefix, err error) {
	for _, text := range texts {
		p, err := netip.ParsePrefix(text)
		if err != nil {
			ip, err := netip.ParseAddr(text)
			if err != nil {
				return nil, fmt.Errorf("%s: %q is neither an address nor a network such as 10.0.0.0/8", key, text)
			}
			p = netip.PrefixFrom(ip, ip.BitLen())
		}
		if p.Addr().Is4In6() {
			const mapped = 96 // bits before the IPv4 address
			if p.Bits() < mapped {
				return nil, fmt.Errorf("%s: %q has IPv4 and IPv6 addresses: name them apart, all of IPv4 is 0.0.0.0/0", key, text)
			}
			p = netip.PrefixFrom(p.Addr().Unmap(), p.Bits()-mapped)
		}
		nets = append(nets, p)
	}
	return nets, nil
}

// minMemoryMiB holds two of the largest slivers at 1000 shards.
const minMemoryMiB = 96

// minSlivers is what one upload has on its way at a node of all of 1000 shards.
const minSlivers = 2000

func (c *Config) grace() time.Duration {
	if c.GraceSeconds == nil {
		return defaultGrace
	}
	return time.Duration(*c.GraceSeconds) * time.Second
}

// resolve makes a path of the file absolute; an empty one stays empty.
func resolve(base, path string) (string, error) {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", err
		}
		return filepath.Join(home, rest), nil
	}
	if path == "" || filepath.IsAbs(path) {
		return path, nil
	}
	return filepath.Join(base, path), nil
}
