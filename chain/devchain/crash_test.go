package devchain

import (
	"bufio"
	"context"
	"fmt"
	"log/slog"
	"math/big"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
)

// Environment of the kill test.
const (
	childDir  = "WALRUS_DEVCHAIN_CHILD"    // makes the test binary run a chain in this directory
	childAddr = "WALRUS_DEVCHAIN_ACCOUNTS" // accounts to fund, separated by commas
	killCount = "WALRUS_DEVCHAIN_KILLS"    // how often TestKill kills; default 15
)

// runAsChild runs a chain until the process is killed, if this process was started for that.
func runAsChild() bool {
	dir := os.Getenv(childDir)
	if dir == "" {
		return false
	}
	alloc := make(map[common.Address]*big.Int)
	for addr := range strings.SplitSeq(os.Getenv(childAddr), ",") {
		alloc[common.HexToAddress(addr)] = coin
	}
	c, err := Open(Config{Dir: dir, Alloc: alloc, Log: slog.New(slog.NewTextHandler(os.Stderr, nil))})
	if err == nil {
		go func() {
			<-c.Ready()
			// A minute more than in the last life, so that blocks are not paced and many kills hit one being made.
			if err := c.AdvanceTime(context.Background(), time.Minute); err != nil {
				fmt.Fprintln(os.Stderr, "advance time:", err)
			}
			fmt.Println(c.URL())
		}()
		err = c.Run(context.Background())
	}
	fmt.Fprintln(os.Stderr, "child ended:", err)
	os.Exit(1)
	return true
}

// TestKill kills a chain again and again while eight senders use it and a subscriber listens. Whatever anyone was told of a block must be
// there after the next start: receipts, and blocks that a subscription announced.
func TestKill(t *testing.T) {
	kills := 15
	if s := os.Getenv(killCount); s != "" {
		var err error
		if kills, err = strconv.Atoi(s); err != nil {
			t.Fatal(err)
		}
	}
	const senders = 8
	acc, _ := accounts(t, senders)
	var addrs []string
	for _, a := range acc {
		addrs = append(addrs, a.addr.Hex())
	}
	seed := rand.Uint64()
	rng := rand.New(rand.NewPCG(seed, 0))
	t.Logf("seed %d", seed)

	dir := t.TempDir()
	told := make(map[uint64]common.Hash)         // blocks announced, by number
	acked := make(map[common.Hash]types.Receipt) // receipts seen, by transaction
	lives, early := 0, 0
	for kill := 0; kill <= kills; kill++ {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), childDir+"="+dir, childAddr+"="+strings.Join(addrs, ","))
		var stderr strings.Builder
		child.Stderr = &stderr
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		end := func() { child.Process.Kill(); child.Wait() }

		// Some kills hit the start, of the very first life too; the last life is only looked at.
		if kill < kills && kill%4 == 0 {
			time.Sleep(time.Duration(rng.IntN(120)) * time.Millisecond)
			end()
			early++
			continue
		}
		line, err := bufio.NewReader(out).ReadString('\n')
		if err != nil {
			end()
			t.Fatalf("life %d did not start: %v\n%s", kill, err, stderr.String())
		}
		lives++
		url := strings.TrimSpace(line)
		check(t, url, told, acked)
		if kill < kills && !t.Failed() {
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
			done := make(chan struct{})
			go func() { defer close(done); use(ctx, t, url, acc, told, acked) }()
			time.Sleep(time.Duration(20+rng.IntN(300)) * time.Millisecond)
			end()
			<-done
			cancel()
		}
		end()
		if t.Failed() {
			t.Fatalf("life %d:\n%s", kill, stderr.String())
		}
	}
	t.Logf("%d kills (%d of them while starting), %d transactions acknowledged, %d blocks announced, none lost", kills, early, len(acked), len(told))
	if len(acked) < kills {
		t.Errorf("only %d transactions were acknowledged in %d lives: the test showed little", len(acked), lives)
	}
}

// check asks a restarted chain for everything that was seen before.
func check(t *testing.T, url string, told map[uint64]common.Hash, acked map[common.Hash]types.Receipt) {
	t.Helper()
	client, err := ethclient.Dial(url)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	for hash, want := range acked {
		got, err := client.TransactionReceipt(t.Context(), hash)
		if err != nil {
			t.Errorf("transaction %v of block %v is lost: %v", hash, want.BlockNumber, err)
		} else if got.BlockHash != want.BlockHash || got.TransactionIndex != want.TransactionIndex {
			t.Errorf("transaction %v moved from block %v %v to %v %v", hash, want.BlockNumber, want.BlockHash, got.BlockNumber, got.BlockHash)
		}
	}
	for number, want := range told {
		got, err := client.HeaderByNumber(t.Context(), new(big.Int).SetUint64(number))
		if err != nil {
			t.Errorf("block %d is lost: %v", number, err)
		} else if got.Hash() != want {
			t.Errorf("block %d was %v and is %v", number, want, got.Hash())
		}
	}
}

// use sends transactions from all accounts, one after the other each, until the chain is gone, and notes what the chain told.
func use(ctx context.Context, t *testing.T, url string, acc []account, told map[uint64]common.Hash, acked map[common.Hash]types.Receipt) {
	client, err := ethclient.Dial(url)
	if err != nil {
		return
	}
	defer client.Close()
	id, err := client.ChainID(ctx)
	if err != nil {
		return
	}
	var mu sync.Mutex
	var wg sync.WaitGroup
	defer wg.Wait()
	for _, a := range acc {
		wg.Go(func() {
			nonce, err := client.NonceAt(ctx, a.addr, nil)
			if err != nil {
				return
			}
			for ; ; nonce++ {
				tx := transfer(t, id.Uint64(), a, nonce, common.Address{1})
				if client.SendTransaction(ctx, tx) != nil {
					return
				}
				r, err := receipt(ctx, client, tx.Hash())
				if err != nil {
					return
				}
				mu.Lock()
				acked[tx.Hash()] = *r
				mu.Unlock()
			}
		})
	}
	wg.Go(func() {
		ws, err := ethclient.Dial("ws" + strings.TrimPrefix(url, "http"))
		if err != nil {
			return
		}
		defer ws.Close()
		heads := make(chan *types.Header, 64)
		sub, err := ws.SubscribeNewHead(ctx, heads)
		if err != nil {
			return
		}
		defer sub.Unsubscribe()
		for {
			select {
			case h := <-heads:
				mu.Lock()
				told[h.Number.Uint64()] = h.Hash()
				mu.Unlock()
			case <-sub.Err():
				return
			}
		}
	})
}
