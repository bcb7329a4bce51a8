package wallet

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"

	"walrus/chain"
)

func TestNewOpenList(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "keys")
	if list, err := List(dir); err != nil || len(list) != 0 {
		t.Fatalf("list of a missing folder = %v, %v", list, err)
	}
	asked := 0
	pw := func(_ chain.Address, fresh bool) (string, error) {
		if asked++; fresh != (asked <= 2) {
			t.Errorf("question %d: fresh = %v", asked, fresh)
		}
		return "correct horse", nil
	}
	a, err := New(dir, Light, pw)
	if err != nil {
		t.Fatal(err)
	}
	b, err := New(dir, Light, pw)
	if err != nil {
		t.Fatal(err)
	}
	list, err := List(dir)
	if err != nil || len(list) != 2 || !slices.Contains(list, a.Address()) || !slices.Contains(list, b.Address()) {
		t.Fatalf("list = %v, %v; want %v and %v", list, err, a.Address(), b.Address())
	}
	got, err := Open(dir, a.Address(), pw)
	if err != nil || !got.Key().Equal(a.Key()) {
		t.Fatalf("open = %v, %v", got, err)
	}
	if _, err := Open(dir, a.Address(), Fixed("wrong")); !errors.Is(err, ErrPassword) {
		t.Errorf("wrong password: %v", err)
	}
	if _, err := Open(dir, chain.Address{1}, Fixed("")); !errors.Is(err, ErrNoKey) {
		t.Errorf("unknown address: %v", err)
	}
	if _, err := Import(dir, a.Key(), Light, Fixed("")); !errors.Is(err, ErrExists) {
		t.Errorf("second import: %v", err)
	}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if info, _ := e.Info(); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", e.Name(), info.Mode())
		}
	}
}

// The files are Web3 Secret Storage files: the example of that specification opens.
func TestSpecificationExample(t *testing.T) {
	for _, c := range []struct{ file, password, key string }{
		{"scrypt.json", "testpassword", "7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d"},
		{"pbkdf2.json", "testpassword", "7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d"},
	} {
		b, err := os.ReadFile(filepath.Join("testdata", c.file))
		if err != nil {
			t.Fatal(err)
		}
		key, err := Decrypt(b, c.password)
		if err != nil {
			t.Errorf("%s: %v", c.file, err)
			continue
		}
		want, _ := crypto.HexToECDSA(c.key)
		if !key.Equal(want) {
			t.Errorf("%s: another key", c.file)
		}
		if _, err := Decrypt(b, c.password+"x"); !errors.Is(err, ErrPassword) {
			t.Errorf("%s: wrong password: %v", c.file, err)
		}
	}
}

func TestHostileFiles(t *testing.T) {
	good, err := os.ReadFile(filepath.Join("testdata", "scrypt.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"memory bomb", `"n" : 262144`, `"n" : 1073741824`, "scrypt parameters"},
		{"memory by r", `"r" : 1,
            "p" : 8`, `"r" : 64,
            "p" : 1`, "MiB"},
		{"not a power of two", `"n" : 262144`, `"n" : 1000`, "scrypt parameters"},
		{"short key", `"dklen" : 32`, `"dklen" : 1`, "want 32"},
		{"short iv", `"83dbcc02d8ccb40e466191a123791e0e"`, `"83"`, "iv"},
		{"unknown kdf", `"scrypt"`, `"argon"`, "unknown key derivation"},
		{"version", `"version" : 3`, `"version" : 9`, "version 9"},
		{"negative r", `"r" : 1`, `"r" : -1`, "scrypt parameters"},
	} {
		bad := strings.Replace(string(good), c.old, c.new, 1)
		if bad == string(good) {
			t.Fatalf("%s: nothing to replace", c.name)
		}
		if _, err := Decrypt([]byte(bad), "testpassword"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	if _, err := Decrypt(bytes.Repeat([]byte(" "), maxFile+1), ""); err == nil {
		t.Error("huge file accepted")
	}
}

// A file whose address field was exchanged does not make a wallet of another account.
func TestForgedAddress(t *testing.T) {
	dir := t.TempDir()
	w, err := New(dir, Light, Fixed(""))
	if err != nil {
		t.Fatal(err)
	}
	path, err := find(dir, w.Address())
	if err != nil {
		t.Fatal(err)
	}
	b, _ := os.ReadFile(path)
	other := chain.Address{7}
	b = bytes.Replace(b, []byte(w.Address().String()[2:]), []byte(other.String()[2:]), 1)
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, other, Fixed("")); err == nil || !strings.Contains(err.Error(), "holds the key of") {
		t.Errorf("open = %v", err)
	}
}

func TestPasswordFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pw")
	if err := os.WriteFile(path, []byte("secret\r\nsecond line\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := FromFile(path)(chain.Address{}, false); err != nil || got != "secret" {
		t.Errorf("password = %q, %v", got, err)
	}
	if _, err := New(t.TempDir(), Light, FromFile(path+"x")); err == nil {
		t.Error("missing password file accepted")
	}
}

func FuzzDecrypt(f *testing.F) {
	for _, name := range []string{"scrypt.json", "pbkdf2.json"} {
		b, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		// Derivation is bounded but slow: only the checks before it are worth fuzzing at speed, and cheap files in full.
		if checkFile(file) != nil {
			return
		}
		if bytes.Contains(file, []byte("262144")) {
			return
		}
		if _, err := Decrypt(file, ""); err == nil {
			t.Skip("opened with an empty password")
		}
	})
}
