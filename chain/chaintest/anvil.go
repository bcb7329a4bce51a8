package chaintest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/rpc"
)

// An Anvil is a running anvil: another EVM, in another language, that can also be told to reorganise, stop mining and forget.
type Anvil struct {
	URL string
	rpc *rpc.Client
}

// AnvilKeys are the secret keys of the accounts that anvil funds with 10,000 coins each, of its well-known phrase "test test ... junk".
var AnvilKeys = []string{
	"ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80",
	"59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d",
	"5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a",
	"7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6",
}

// AnvilChainID is the chain that StartAnvil makes unless told otherwise.
const AnvilChainID = 31337

var listening = regexp.MustCompile(`Listening on 127\.0\.0\.1:(\d+)`)

// StartAnvil runs anvil on a free port of the loopback until the test ends. It fails the test if anvil is not installed.
func StartAnvil(t testing.TB, args ...string) *Anvil {
	t.Helper()
	path, err := findAnvil()
	if err != nil {
		if testing.Short() {
			t.Skip(err)
		}
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, path, append([]string{"--port", "0", "--host", "127.0.0.1"}, args...)...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = cmd.Stdout
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	port := make(chan string, 1)
	var reader sync.WaitGroup
	reader.Go(func() {
		s := bufio.NewScanner(out)
		for s.Scan() {
			if m := listening.FindStringSubmatch(s.Text()); m != nil {
				port <- m[1]
				io.Copy(io.Discard, out) // anvil prints every call
				return
			}
		}
		close(port)
	})
	t.Cleanup(func() {
		cancel()
		reader.Wait()
		cmd.Wait()
	})
	select {
	case p, ok := <-port:
		if !ok {
			t.Fatal("anvil ended before it listened")
		}
		a := &Anvil{URL: "http://127.0.0.1:" + p}
		if a.rpc, err = rpc.Dial(a.URL); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(a.rpc.Close)
		return a
	case <-time.After(30 * time.Second):
		t.Fatal("anvil does not listen after 30 s")
	}
	return nil
}

// Call calls a JSON-RPC method of anvil's own.
func (a *Anvil) Call(t testing.TB, result any, method string, args ...any) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	if err := a.rpc.CallContext(ctx, result, method, args...); err != nil {
		t.Fatalf("%s: %v", method, err)
	}
}

// Mine adds empty blocks, or blocks with what is pending.
func (a *Anvil) Mine(t testing.TB, blocks int) {
	t.Helper()
	a.Call(t, nil, "anvil_mine", fmt.Sprintf("%#x", blocks))
}

// Reorg replaces the newest blocks by as many empty ones.
func (a *Anvil) Reorg(t testing.TB, depth int) {
	t.Helper()
	a.Call(t, nil, "anvil_reorg", depth, []any{})
}

// findAnvil looks for the program itself, not for npm's wrapper, which would leave it running when killed. WALRUS_ANVIL names another one.
func findAnvil() (string, error) {
	if path := os.Getenv("WALRUS_ANVIL"); path != "" {
		return path, nil
	}
	root, err := moduleRoot()
	if err != nil {
		return "", err
	}
	arch := map[string]string{"amd64": "amd64", "arm64": "arm64"}[runtime.GOARCH]
	path := filepath.Join(root, "contracts", "node_modules", "@foundry-rs", fmt.Sprintf("anvil-%s-%s", runtime.GOOS, arch), "bin", "anvil")
	if _, err := os.Stat(path); err != nil {
		return "", fmt.Errorf("these tests need anvil, which is not at %s: run `npm ci` in the folder contracts (or contracts/build.sh, which does it), set WALRUS_ANVIL to another anvil, or leave them out with -short", path)
	}
	return path, nil
}

// moduleRoot is the folder of go.mod above the test.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("no go.mod above the test")
		}
		dir = parent
	}
}
