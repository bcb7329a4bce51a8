package localnet

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"gopkg.in/yaml.v3"

	"walrus/attest"
	"walrus/chain"
)

// formatVersion is the version of the folder's layout. A folder of another version is refused.
const formatVersion = 1

// A state is the content of network.yaml: what the first start chose and every later one keeps.
type state struct {
	FormatVersion int         `yaml:"format_version"`
	ChainID       uint64      `yaml:"chain_id"`
	RPCPort       int         `yaml:"rpc_port"`
	Shards        int         `yaml:"shards"`
	Nodes         []nodeState `yaml:"nodes"`

	// Registry and NetworkID are there once the contracts are deployed.
	Registry  chain.Address    `yaml:"registry"`
	NetworkID attest.NetworkID `yaml:"network_id"`
	Deployed  bool             `yaml:"deployed"`
	Funded    bool             `yaml:"funded"` // the client has got its WAL
}

// A nodeState is one node of the committee.
type nodeState struct {
	Name   string `yaml:"name"`
	Port   int    `yaml:"port"`
	Shards int    `yaml:"shards"`
}

// ErrFormat means that a folder was written in a format that this program does not know.
var ErrFormat = errors.New("unknown format version")

// stateFile is the name of the state in the network's folder.
const stateFile = "network.yaml"

// loadState reads network.yaml of dir. It returns fs.ErrNotExist if there is none, and ErrFormat for another version.
func loadState(dir string) (*state, error) {
	path := filepath.Join(dir, stateFile)
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var probe struct {
		FormatVersion int `yaml:"format_version"`
	}
	if err := yaml.Unmarshal(b, &probe); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if probe.FormatVersion != formatVersion {
		return nil, fmt.Errorf("%s: %w: it says %d and this program knows %d; run the release that made it, or start anew with --reset",
			path, ErrFormat, probe.FormatVersion, formatVersion)
	}
	s := new(state)
	dec := yaml.NewDecoder(bytes.NewReader(b))
	dec.KnownFields(true)
	if err := dec.Decode(s); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if s.ChainID == 0 || s.RPCPort == 0 || s.Shards == 0 || len(s.Nodes) == 0 {
		return nil, fmt.Errorf("%s: a value is missing; restore the file, or start anew with --reset", path)
	}
	return s, nil
}

// save writes the state durably, all or nothing.
func (s *state) save(dir string) error {
	b, err := yaml.Marshal(s)
	if err != nil {
		return err
	}
	head := "# Written by walrus devnet at its first start and kept since. Deleting it loses the network.\n"
	return writeFile(filepath.Join(dir, stateFile), append([]byte(head), b...), 0o644)
}

// writeFile replaces a file durably: written beside it, flushed, renamed, and the folder flushed.
func writeFile(path string, b []byte, mode fs.FileMode) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // of no effect after the rename
	_, err = tmp.Write(b)
	err = errors.Join(err, tmp.Chmod(mode), tmp.Sync(), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return syncDir(filepath.Dir(path))
}

// spread divides shards among nodes as evenly as possible, the first ones getting one more.
func spread(shards, nodes int) []int {
	w := make([]int, nodes)
	for i := range w {
		w[i] = shards / nodes
		if i < shards%nodes {
			w[i]++
		}
	}
	return w
}
