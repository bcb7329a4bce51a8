package devchain

import (
	"bufio"
	"context"
	"fmt"
	"log/slog"
	"maps"
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
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
)

// Environment of the kill test.
const (
	childDir  = "WALRUS_DEVCHAIN_CHILD"    // makes the test binary run a chain in this directory
	childAddr = "WALRUS_DEVCHAIN_ACCOUNTS" // accounts to fund, separated by commas
	childEnds = "WALRUS_DEVCHAIN_SUICIDE"  // makes the child kill itself as soon as it sees a block
	killCount = "WALRUS_DEVCHAIN_KILLS"    // how often TestKill kills; default 15
)

// runAsChild runs a chain until the process is killed, if this process was started for that.
func runAsChild() bool {
	dir := os.Getenv(childDir)
	if dir == "" {
		return false
	}
	alloc := make(map[common.Address]*big.Int)
	if list := os.Getenv(childAddr); list != "" {
		for addr := range strings.SplitSeq(list, ",") {
			alloc[common.HexToAddress(addr)] = coin
		}
	}
	c, err := Open(Config{Dir: dir, Alloc: alloc, Log: slog.New(slog.NewTextHandler(os.Stderr, nil))})
	if err == nil {
		unpaced(c) // so that many kills hit a block being made
		told := func() { fmt.Println(c.URL()) }
		if os.Getenv(childEnds) != "" {
			told = func() {}
			killOnSight(c)
		}
		go func() {
			<-c.Ready()
			if err := c.AdvanceTime(context.Background(), time.Second); err != nil {
				fmt.Fprintln(os.Stderr, "advance time:", err)
			}
			told()
		}()
		err = c.Run(context.Background())
	}
	fmt.Fprintln(os.Stderr, "child ended:", err)
	os.Exit(1)
	return true
}

// killOnSight makes this process name the first new block on standard output and kill itself: the worst moment for what was announced.
func killOnSight(c *Chain) {
	heads := make(chan core.ChainEvent, 1)
	c.eth.BlockChain().SubscribeChainEvent(heads)
	go func() {
		h := (<-heads).Header
		fmt.Println(h.Number, h.Hash())
		if self, err := os.FindProcess(os.Getpid()); err == nil {
			self.Kill()
		}
	}()
}

// TestKillOnSight lets a chain kill itself the moment that it sees a block, and looks for the block after the restart.
func TestKillOnSight(t *testing.T) {
	dir := t.TempDir()
	for life := range 8 {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), childDir+"="+dir, childEnds+"=1")
		out, _ := child.Output() // the error is the kill
		var number uint64
		var hash string
		if _, err := fmt.Sscan(string(out), &number, &hash); err != nil {
			t.Fatalf("life %d saw no block: %v", life, err)
		}
		c, err := Open(Config{Dir: dir})
		if err != nil {
			t.Fatalf("life %d: %v", life, err)
		}
		if got := c.eth.BlockChain().GetHeaderByNumber(number); got == nil || got.Hash().Hex() != hash {
			t.Errorf("life %d: block %d %s was seen and is %v now", life, number, hash, got)
		}
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
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
	all, last := newSeen(), newSeen()
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
		if kill == kills {
			last = all
		}
		last.check(t, url)
		last = newSeen()
		if kill < kills && !t.Failed() {
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
			done := make(chan struct{})
			go func() { defer close(done); last.use(ctx, t, url, acc) }()
			time.Sleep(time.Duration(20+rng.IntN(300)) * time.Millisecond)
			end()
			<-done
			cancel()
			maps.Copy(all.blocks, last.blocks)
			maps.Copy(all.receipts, last.receipts)
		}
		end()
		if t.Failed() {
			t.Fatalf("life %d:\n%s", kill, stderr.String())
		}
	}
	t.Logf("%d kills (%d of them while starting), %d transactions acknowledged, %d blocks announced, none lost", kills, early, len(all.receipts), len(all.blocks))
	if len(all.receipts) < kills {
		t.Errorf("only %d transactions were acknowledged in %d lives: the test showed little", len(all.receipts), lives)
	}
}

// seen is what a chain told its users.
type seen struct {
	mu       sync.Mutex
	blocks   map[uint64]common.Hash         // announced to subscribers, by number
	receipts map[common.Hash]*types.Receipt // by transaction
}

func newSeen() *seen {
	return &seen{blocks: make(map[uint64]common.Hash), receipts: make(map[common.Hash]*types.Receipt)}
}

// check asks a restarted chain for everything that was seen before.
func (s *seen) check(t *testing.T, url string) {
	t.Helper()
	client, err := ethclient.Dial(url)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	for hash, want := range s.receipts {
		got, err := client.TransactionReceipt(t.Context(), hash)
		if err != nil {
			t.Errorf("transaction %v of block %v is lost: %v", hash, want.BlockNumber, err)
		} else if got.BlockHash != want.BlockHash || got.TransactionIndex != want.TransactionIndex {
			t.Errorf("transaction %v moved from block %v %v to %v %v", hash, want.BlockNumber, want.BlockHash, got.BlockNumber, got.BlockHash)
		}
	}
	for number, want := range s.blocks {
		got, err := client.HeaderByNumber(t.Context(), new(big.Int).SetUint64(number))
		if err != nil {
			t.Errorf("block %d is lost: %v", number, err)
		} else if got.Hash() != want {
			t.Errorf("block %d was %v and is %v", number, want, got.Hash())
		}
	}
}

// use sends transactions from all accounts, one after the other each, until the chain is gone, and notes what the chain told.
func (s *seen) use(ctx context.Context, t *testing.T, url string, acc []account) {
	client, err := ethclient.Dial(url)
	if err != nil {
		return
	}
	defer client.Close()
	id, err := client.ChainID(ctx)
	if err != nil {
		return
	}
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
				s.mu.Lock()
				s.receipts[tx.Hash()] = r
				s.mu.Unlock()
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
				s.mu.Lock()
				s.blocks[h.Number.Uint64()] = h.Hash()
				s.mu.Unlock()
			case <-sub.Err():
				return
			}
		}
	})
}
