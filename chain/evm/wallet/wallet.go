// Package wallet keeps users' keys for an EVM chain in go-ethereum keystore files: one JSON file per key, encrypted with a password through
// scrypt. The format is Ethereum's Web3 Secret Storage, version 3, so that geth, cast and MetaMask read and write the same files.
//
// A password is asked for only when it is needed and comes from a function; it is never a command line argument.
package wallet

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/crypto"

	"walrus/chain"
)

var (
	// ErrPassword means that the password does not open the file. Nothing was changed; ask again.
	ErrPassword = errors.New("wrong password")
	// ErrNoKey means that the folder has no file for the address.
	ErrNoKey = errors.New("no key for this address in the wallet folder")
	// ErrExists means that the folder already holds the key.
	ErrExists = errors.New("the wallet folder already holds this key")
)

// Strength is scrypt's N: memory (1 KiB each) and time that one guess of the password costs.
type Strength int

// The strengths of deployment.md section 2.
const (
	Default Strength = 1 << 16 // 64 MB
	Strong  Strength = 1 << 18 // 256 MB, go-ethereum's standard
	Light   Strength = 1 << 12 // 4 MB, for keys that a devnet draws
)

const (
	scryptP = 1
	// maxScryptN and maxScryptRP bound what a key file may ask for: 1 GiB. A stranger's file could otherwise take all memory.
	maxScryptN  = 1 << 20
	maxScryptRP = 64
	maxFile     = 1 << 16 // bytes; real files have 500
)

// A Password answers with the password for a key file. fresh is true when a new file is written, so that a prompt can ask twice.
type Password func(address chain.Address, fresh bool) (string, error)

// Fixed is a Password that always answers s.
func Fixed(s string) Password {
	return func(chain.Address, bool) (string, error) { return s, nil }
}

// FromFile is a Password read from the first line of a file.
func FromFile(path string) Password {
	return func(chain.Address, bool) (string, error) {
		b, err := os.ReadFile(path)
		if err != nil {
			return "", fmt.Errorf("read password file: %w", err)
		}
		line, _, _ := bytes.Cut(b, []byte("\n"))
		return strings.TrimSuffix(string(line), "\r"), nil
	}
}

// A Wallet is one opened key. It holds the key in memory; keep it no longer than needed.
type Wallet struct {
	address chain.Address
	key     *ecdsa.PrivateKey
}

// Address is the account that the key controls.
func (w *Wallet) Address() chain.Address { return w.address }

// Key is the private key itself.
func (w *Wallet) Key() *ecdsa.PrivateKey { return w.key }

// New draws a key, writes it to dir (made if missing) encrypted with pw's answer, and returns its wallet.
func New(dir string, s Strength, pw Password) (*Wallet, error) {
	key, err := ecdsa.GenerateKey(crypto.S256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	return Import(dir, key, s, pw)
}

// Import writes key to dir encrypted with pw's answer. A key that dir already holds gives ErrExists and changes nothing.
func Import(dir string, key *ecdsa.PrivateKey, s Strength, pw Password) (*Wallet, error) {
	addr := chain.Address(crypto.PubkeyToAddress(key.PublicKey))
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make wallet folder: %w", err)
	}
	if _, err := find(dir, addr); err == nil {
		return nil, fmt.Errorf("%w: %v in %s", ErrExists, addr, dir)
	} else if !errors.Is(err, ErrNoKey) {
		return nil, err
	}
	secret, err := pw(addr, true)
	if err != nil {
		return nil, err
	}
	k := &keystore.Key{Address: crypto.PubkeyToAddress(key.PublicKey), PrivateKey: key}
	if _, err := rand.Read(k.Id[:]); err != nil {
		return nil, err
	}
	k.Id[6], k.Id[8] = k.Id[6]&0x0f|0x40, k.Id[8]&0x3f|0x80 // a UUID of version 4
	b, err := keystore.EncryptKey(k, secret, int(s), scryptP)
	if err != nil {
		return nil, fmt.Errorf("encrypt key: %w", err)
	}
	if err := writeDurably(filepath.Join(dir, fileName(addr, time.Now())), b); err != nil {
		return nil, fmt.Errorf("write key file: %w", err)
	}
	return &Wallet{addr, key}, nil
}

// Open decrypts the key of addr in dir. It returns ErrNoKey or ErrPassword.
func Open(dir string, addr chain.Address, pw Password) (*Wallet, error) {
	path, err := find(dir, addr)
	if err != nil {
		return nil, err
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read key file: %w", err)
	}
	secret, err := pw(addr, false)
	if err != nil {
		return nil, err
	}
	key, err := Decrypt(b, secret)
	if err != nil {
		return nil, fmt.Errorf("key file %s: %w", path, err)
	}
	if got := chain.Address(crypto.PubkeyToAddress(key.PublicKey)); got != addr {
		return nil, fmt.Errorf("key file %s: names %v, holds the key of %v: the file is damaged or forged, restore it from a backup", path, addr, got)
	}
	return &Wallet{addr, key}, nil
}

// List returns the addresses of the key files in dir, ascending. A missing folder is an empty one.
func List(dir string) ([]chain.Address, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list wallet folder: %w", err)
	}
	var list []chain.Address
	for _, e := range entries {
		if addr, ok := readAddress(filepath.Join(dir, e.Name()), e); ok && !slices.Contains(list, addr) {
			list = append(list, addr)
		}
	}
	slices.SortFunc(list, func(a, b chain.Address) int { return bytes.Compare(a[:], b[:]) })
	return list, nil
}

// Decrypt opens the bytes of a key file. A file that asks for more memory than 1 GiB is refused unopened.
func Decrypt(file []byte, password string) (*ecdsa.PrivateKey, error) {
	if err := checkFile(file); err != nil {
		return nil, err
	}
	k, err := keystore.DecryptKey(file, password)
	if errors.Is(err, keystore.ErrDecrypt) {
		return nil, ErrPassword
	}
	if err != nil {
		return nil, fmt.Errorf("not a usable key file: %w", err)
	}
	return k.PrivateKey, nil
}

// checkFile looks at everything that go-ethereum would trust: sizes, types and costs.
func checkFile(file []byte) error {
	var f struct {
		Version int `json:"version"`
		Crypto  struct {
			Cipher       string `json:"cipher"`
			CipherText   string `json:"ciphertext"`
			CipherParams struct {
				IV string `json:"iv"`
			} `json:"cipherparams"`
			KDF       string `json:"kdf"`
			KDFParams struct {
				N, R, P, C, DKLen int
				Salt              string
				PRF               string
			} `json:"kdfparams"`
		} `json:"crypto"`
	}
	if len(file) > maxFile {
		return fmt.Errorf("not a usable key file: %d bytes, at most %d", len(file), maxFile)
	}
	if err := json.Unmarshal(file, &f); err != nil {
		return fmt.Errorf("not a usable key file: %w", err)
	}
	p := f.Crypto.KDFParams
	iv, err := hex.DecodeString(f.Crypto.CipherParams.IV)
	switch {
	case f.Version != 3:
		return fmt.Errorf("not a usable key file: version %d, want 3", f.Version)
	case err != nil || len(iv) != 16:
		return errors.New("not a usable key file: iv is not 16 bytes of hex")
	case p.DKLen != 32:
		return fmt.Errorf("not a usable key file: derived key has %d bytes, want 32", p.DKLen)
	case f.Crypto.KDF == "scrypt" && (p.N < 2 || p.N > maxScryptN || p.N&(p.N-1) != 0 || p.R < 1 || p.P < 1 || p.R > maxScryptRP || p.P > maxScryptRP || p.R*p.P > maxScryptRP):
		return fmt.Errorf("not a usable key file: scrypt parameters n=%d r=%d p=%d, want n a power of two up to %d and r*p up to %d", p.N, p.R, p.P, maxScryptN, maxScryptRP)
	case f.Crypto.KDF == "scrypt" && p.N*p.R > maxScryptN*8:
		return fmt.Errorf("not a usable key file: scrypt would need %d MiB", p.N*p.R*128>>20)
	case f.Crypto.KDF == "pbkdf2" && (p.C < 1 || p.C > 1<<24):
		return fmt.Errorf("not a usable key file: %d rounds", p.C)
	case f.Crypto.KDF != "scrypt" && f.Crypto.KDF != "pbkdf2":
		return fmt.Errorf("not a usable key file: unknown key derivation %q", f.Crypto.KDF)
	}
	return nil
}

// find returns the newest file of addr in dir.
func find(dir string, addr chain.Address) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("list wallet folder: %w", err)
	}
	for _, e := range slices.Backward(entries) { // names begin with the time
		path := filepath.Join(dir, e.Name())
		if got, ok := readAddress(path, e); ok && got == addr {
			return path, nil
		}
	}
	return "", fmt.Errorf("%w: %v in %s", ErrNoKey, addr, dir)
}

// readAddress reads the address field of a key file; ok is false for anything else in the folder.
func readAddress(path string, e fs.DirEntry) (addr chain.Address, ok bool) {
	info, err := e.Info()
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxFile || strings.HasPrefix(e.Name(), ".") {
		return addr, false
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return addr, false
	}
	var f struct {
		Address string `json:"address"`
	}
	if json.Unmarshal(b, &f) != nil {
		return addr, false
	}
	addr, err = chain.ParseAddress("0x" + strings.TrimPrefix(f.Address, "0x"))
	return addr, err == nil
}

func fileName(addr chain.Address, at time.Time) string {
	return "UTC--" + at.UTC().Format("2006-01-02T15-04-05.000000000Z") + "--" + addr.String()[2:]
}

// writeDurably writes a new file that nobody else may read, so that it is there in full or not at all, also after a power cut.
func writeDurably(path string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".key-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // fails once renamed
	defer f.Close()           // fails once closed
	if err := f.Chmod(0o600); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	if _, err := f.Write(b); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}
