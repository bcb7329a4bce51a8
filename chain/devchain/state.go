package devchain

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// format is the version of the directory's layout that this program writes and the only one it reads.
const format = 1

// stateFile is the file in the chain's directory that names its format and what the first block is made of.
const stateFile = "devchain.json"

// maxOffset in seconds bounds how far tests move the clock: a century, far below where durations overflow.
const maxOffset = 100 * 365 * 24 * 3600

// state is the content of the state file: everything about the chain that is not in go-ethereum's database.
type state struct {
	Format      int                        `json:"format"`
	ChainID     uint64                     `json:"chainId"`
	GenesisTime uint64                     `json:"genesisTime"` // seconds since 1970
	TimeOffset  int64                      `json:"timeOffset"`  // seconds that tests moved the clock forward
	Alloc       map[common.Address]*amount `json:"alloc"`
}

// amount is a number of wei; decimal digits in JSON.
type amount struct{ big.Int }

func (a *amount) MarshalJSON() ([]byte, error) { return json.Marshal(a.String()) }

func (a *amount) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	if _, ok := a.SetString(s, 10); !ok || a.Sign() < 0 || a.BitLen() > 256 {
		return fmt.Errorf("amount %q: want decimal digits of a 256-bit number", s)
	}
	return nil
}

// checkDir refuses a directory that this program must not touch: one of another format, or one with a chain's data but no state file.
// A directory that does not exist, or is empty, is fine.
func checkDir(dir string) error {
	if dir == "" {
		return errors.New("open chain: no directory named")
	}
	_, err := readState(dir)
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	// The state file is written before the database, so data without it is not ours.
	if _, err := os.Stat(filepath.Join(dir, stackName, "chaindata")); err == nil {
		return fmt.Errorf("%w: %s holds a chain but no %s; choose an empty directory", ErrFormat, dir, stateFile)
	}
	return nil
}

// readState reads the state file. The error is fs.ErrNotExist if there is none, and wraps ErrFormat if it is not of our format.
func readState(dir string) (state, error) {
	path := filepath.Join(dir, stateFile)
	b, err := os.ReadFile(path)
	if err != nil {
		return state{}, err
	}
	var version struct{ Format int }
	if err := json.Unmarshal(b, &version); err != nil {
		return state{}, fmt.Errorf("%w: %s: %v", ErrFormat, path, err)
	}
	if version.Format != format {
		return state{}, fmt.Errorf("%w: %s has format %d, this program knows format %d; use the release that wrote it, or start anew in an empty directory",
			ErrFormat, dir, version.Format, format)
	}
	var s state
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&s); err != nil {
		return state{}, fmt.Errorf("%w: %s: %v", ErrFormat, path, err)
	}
	if s.ChainID == 0 {
		return state{}, fmt.Errorf("%w: %s names no chain id", ErrFormat, path)
	}
	if s.TimeOffset < 0 || s.TimeOffset > maxOffset {
		return state{}, fmt.Errorf("%w: %s has a clock offset of %d seconds, want 0 to %d", ErrFormat, path, s.TimeOffset, maxOffset)
	}
	for addr, wei := range s.Alloc {
		if wei == nil {
			return state{}, fmt.Errorf("%w: %s gives %v no amount", ErrFormat, path, addr)
		}
	}
	return s, nil
}

// loadState reads the state of an existing chain and compares it with what the caller expects, or writes that of a new chain. The caller
// holds the directory's lock. With dir empty nothing is read or written.
func loadState(dir string, chainID uint64, alloc map[common.Address]*big.Int, now time.Time) (state, error) {
	wanted := make(map[common.Address]*amount, len(alloc))
	for addr, wei := range alloc {
		if wei == nil || wei.Sign() < 0 || wei.BitLen() > 256 {
			return state{}, fmt.Errorf("allocation of %v: %v is not a 256-bit amount of wei", addr, wei)
		}
		a := new(amount)
		a.Set(wei)
		wanted[addr] = a
	}
	if dir != "" {
		s, err := readState(dir)
		if err == nil {
			return s, s.compare(chainID, alloc != nil, wanted, dir)
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return state{}, err
		}
	}
	s := state{Format: format, ChainID: chainID, GenesisTime: uint64(now.Unix()), Alloc: wanted}
	if s.ChainID == 0 {
		s.ChainID = drawChainID()
	}
	if err := s.save(dir); err != nil {
		return state{}, fmt.Errorf("create chain: %w", err)
	}
	return s, nil
}

func (s state) compare(chainID uint64, hasAlloc bool, alloc map[common.Address]*amount, dir string) error {
	if chainID != 0 && chainID != s.ChainID {
		return fmt.Errorf("%w: %s has chain id %d, wanted %d", ErrOtherNet, dir, s.ChainID, chainID)
	}
	if hasAlloc && !maps.EqualFunc(s.Alloc, alloc, func(a, b *amount) bool { return a.Cmp(&b.Int) == 0 }) {
		return fmt.Errorf("%w: %s started with other funded accounts", ErrOtherNet, dir)
	}
	return nil
}

// drawChainID returns an id that no public chain uses and that every wallet accepts (some stop at 2^52): random in [2^40, 2^41).
// Two devnets meet with probability 2^-40; the network id of the contracts tells them apart even then.
func drawChainID() uint64 { return 1<<40 + rand.Uint64N(1<<40) }

// save replaces the state file, durably and as a whole.
func (s state) save(dir string) error {
	if dir == "" {
		return nil
	}
	b, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	path := filepath.Join(dir, stateFile)
	tmp, err := os.Create(path + ".new")
	if err != nil {
		return err
	}
	_, err = tmp.Write(append(b, '\n'))
	if err == nil {
		err = tmp.Sync()
	}
	if err := errors.Join(err, tmp.Close()); err != nil {
		return err
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return err
	}
	return syncDir(dir)
}
