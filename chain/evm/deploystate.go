package evm

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"walrus/chain"
)

// deployState is what a deployment has done so far. It is written before and after every transaction, so that a run that was cut anywhere
// finds its own contracts again instead of deploying others.
type deployState struct {
	Format   int           `json:"format"`
	ChainID  uint64        `json:"chain_id"`
	Deployer chain.Address `json:"deployer"`
	Salt     HexBytes      `json:"salt"`
	// EpochStart is drawn once, so that a repeated run asks for the same network.
	EpochStart time.Time              `json:"epoch_start"`
	Steps      map[string]*deployStep `json:"steps"`

	path string // empty: kept in memory only
}

// A deployStep is one transaction.
type deployStep struct {
	// Sent are the hashes of all versions that may have been sent, oldest first.
	Sent []chain.TxHash `json:"sent,omitempty"`
	// Call is what they do, see call.digest: a repeated run with other parameters must not pass for the first.
	Call    HexBytes       `json:"call,omitempty"`
	Done    bool           `json:"done,omitempty"`
	Address *chain.Address `json:"address,omitempty"` // of the contract it created
	Block   uint64         `json:"block,omitempty"`
}

// loadState reads the file at path, or begins a new state if there is none.
func loadState(path string) (*deployState, error) {
	s := &deployState{Format: paramsFormat, Steps: make(map[string]*deployStep), path: path}
	if path == "" {
		return s, nil
	}
	b, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read deployment state: %w", err)
	}
	if err := json.Unmarshal(b, s); err != nil {
		return nil, fmt.Errorf("deployment state %s: %w", path, err)
	}
	if s.Format != paramsFormat {
		return nil, fmt.Errorf("deployment state %s: format %d, this program knows %d", path, s.Format, paramsFormat)
	}
	if s.Steps == nil {
		s.Steps = make(map[string]*deployStep)
	}
	return s, nil
}

// belongsTo refuses a state of another chain or deployer.
func (s *deployState) belongsTo(chainID uint64, deployer chain.Address) error {
	switch {
	case s.ChainID != chainID:
		return fmt.Errorf("deployment state %s is of chain %d, the endpoint serves chain %d: name another parameter file, or remove the state to deploy anew", s.path, s.ChainID, chainID)
	case s.Deployer != deployer:
		return fmt.Errorf("deployment state %s was begun by %v, this run uses %v: use the same key, or remove the state to deploy anew", s.path, s.Deployer, deployer)
	}
	return nil
}

// save replaces the file, durably.
func (s *deployState) save() error {
	if s.path == "" {
		return nil
	}
	b, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(s.path), ".deploy-*")
	if err != nil {
		return fmt.Errorf("write deployment state: %w", err)
	}
	defer os.Remove(f.Name()) // fails once renamed
	defer f.Close()           // fails once closed
	if _, err = f.Write(append(b, '\n')); err == nil {
		err = f.Sync()
	}
	if err == nil {
		err = f.Close()
	}
	if err == nil {
		err = os.Rename(f.Name(), s.path)
	}
	if err == nil {
		err = syncDir(filepath.Dir(s.path))
	}
	if err != nil {
		return fmt.Errorf("write deployment state: %w", err)
	}
	return nil
}

// syncDir makes a rename in dir survive a power failure.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// step returns the named step, made if it is new.
func (s *deployState) step(name string) *deployStep {
	if s.Steps[name] == nil {
		s.Steps[name] = new(deployStep)
	}
	return s.Steps[name]
}
