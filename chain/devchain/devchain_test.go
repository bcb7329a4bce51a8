package devchain

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	ethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
)

func TestTransferAndRestart(t *testing.T) {
	acc, alloc := accounts(t, 1)
	cfg := Config{Dir: t.TempDir(), Alloc: alloc}
	c, client, stop := start(t, cfg)
	id := c.ChainID()
	to := common.Address{0xaa}

	// Asking for a receipt before the first transaction of a chain must say "not found", not "indexing is in progress".
	if _, err := client.TransactionReceipt(t.Context(), common.Hash{1}); !errors.Is(err, ethereum.NotFound) {
		t.Errorf("receipt of an unknown transaction: got %v, want not found", err)
	}
	var last *types.Receipt
	for n := range uint64(5) {
		last = send(t, client, transfer(t, id, acc[0], n, to))
	}
	height, _ := c.Head()
	for _, tag := range []rpc.BlockNumber{rpc.FinalizedBlockNumber, rpc.SafeBlockNumber} {
		for { // follows the head by one sync; the test's time-out ends the wait
			h, err := client.HeaderByNumber(t.Context(), big.NewInt(tag.Int64()))
			if err != nil {
				t.Fatalf("%v block: %v", tag, err)
			}
			if h.Number.Uint64() == height {
				break
			}
			time.Sleep(time.Millisecond)
		}
	}
	addr := c.Addr()
	stop()

	cfg.RPCAddr = addr // ports are kept
	c, client, _ = start(t, cfg)
	if c.ChainID() != id {
		t.Errorf("chain id is %d after the restart, was %d", c.ChainID(), id)
	}
	if got, _ := c.Head(); got != height {
		t.Errorf("height is %d after the restart, was %d: no empty blocks are sealed", got, height)
	}
	r, err := client.TransactionReceipt(t.Context(), last.TxHash)
	if err != nil || r.BlockHash != last.BlockHash {
		t.Errorf("receipt after the restart: %v, %v", r, err)
	}
	if bal, err := client.BalanceAt(t.Context(), to, nil); err != nil || bal.Cmp(big.NewInt(5)) != 0 {
		t.Errorf("balance is %v (%v), want 5 wei", bal, err)
	}
	if _, err := client.TransactionReceipt(t.Context(), common.Hash{1}); !errors.Is(err, ethereum.NotFound) {
		t.Errorf("receipt of an unknown transaction: got %v, want not found", err)
	}
	send(t, client, transfer(t, id, acc[0], 5, to))
}

func TestIdleChainSealsNothing(t *testing.T) {
	acc, alloc := accounts(t, 1)
	c, client, _ := start(t, Config{InMemory: true, Alloc: alloc})
	before, _ := c.Head()
	// A transaction with a gap before it waits for the missing one, and must not cause empty blocks meanwhile.
	if err := client.SendTransaction(t.Context(), transfer(t, c.ChainID(), acc[0], 1, common.Address{1})); err != nil {
		t.Fatal(err)
	}
	r := send(t, client, transfer(t, c.ChainID(), acc[0], 0, common.Address{1}))
	if got := r.BlockNumber.Uint64(); got != before+1 {
		t.Errorf("mined in block %d, want %d", got, before+1)
	}
}

// logger is init code of a contract that emits one empty log when called.
const logger = "6560006000a000600052" + "6006601af3"

func TestLogsAndSubscriptions(t *testing.T) {
	acc, alloc := accounts(t, 1)
	c, client, _ := start(t, Config{InMemory: true, Alloc: alloc})
	code, _ := hex.DecodeString(logger)
	contract := send(t, client, sign(t, c.ChainID(), acc[0], &types.DynamicFeeTx{Nonce: 0, Gas: 200_000, Data: code})).ContractAddress

	ws, err := ethclient.Dial(c.WebSocketURL())
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close()
	logs, heads := make(chan types.Log, 16), make(chan *types.Header, 16)
	logSub, err := ws.SubscribeFilterLogs(t.Context(), ethereum.FilterQuery{Addresses: []common.Address{contract}}, logs)
	if err != nil {
		t.Fatal(err)
	}
	defer logSub.Unsubscribe()
	headSub, err := ws.SubscribeNewHead(t.Context(), heads)
	if err != nil {
		t.Fatal(err)
	}
	defer headSub.Unsubscribe()

	for n := range uint64(3) {
		r := send(t, client, sign(t, c.ChainID(), acc[0], &types.DynamicFeeTx{Nonce: n + 1, Gas: 50_000, To: &contract}))
		// Once there is a receipt, a query for the logs finds them or is refused, by range and by block.
		for _, q := range []ethereum.FilterQuery{
			{FromBlock: r.BlockNumber, ToBlock: r.BlockNumber, Addresses: []common.Address{contract}},
			{FromBlock: r.BlockNumber, Addresses: []common.Address{contract}},
			{BlockHash: &r.BlockHash, Addresses: []common.Address{contract}},
		} {
			found, err := client.FilterLogs(t.Context(), q)
			// go-ethereum's log index may trail the head by a moment: then a query is refused, never answered short.
			for try := 0; err != nil && strings.Contains(err.Error(), "beyond current head") && try < 100; try++ {
				time.Sleep(10 * time.Millisecond)
				found, err = client.FilterLogs(t.Context(), q)
			}
			if err != nil || len(found) != 1 || found[0].TxHash != r.TxHash {
				t.Fatalf("logs of block %v: %v, %v", r.BlockNumber, found, err)
			}
		}
		if l := <-logs; l.TxHash != r.TxHash || l.BlockHash != r.BlockHash {
			t.Errorf("subscription told of log %v, want one of %v", l, r.TxHash)
		}
		if h := <-heads; h.Hash() != r.BlockHash {
			t.Errorf("subscription told of block %v, want %v", h.Number, r.BlockNumber)
		}
	}
}

func TestOpenErrors(t *testing.T) {
	_, alloc := accounts(t, 1)
	dir := t.TempDir()
	c, _, stop := start(t, Config{Dir: dir, Alloc: alloc})
	port := func() string { _, p, _ := net.SplitHostPort(c.Addr()); return p }()
	stateJSON := func(content string) string {
		d := t.TempDir()
		if err := os.WriteFile(filepath.Join(d, stateFile), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return d
	}
	foreign := t.TempDir()
	if err := os.MkdirAll(filepath.Join(foreign, stackName, "chaindata"), 0o700); err != nil {
		t.Fatal(err)
	}
	check := func(name string, cfg Config, want error, parts ...string) {
		t.Helper()
		c, err := Open(cfg)
		if err == nil {
			c.Close()
			t.Errorf("%s: opened", name)
			return
		}
		if want != nil && !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", name, err, want)
		}
		for _, p := range parts {
			if !strings.Contains(err.Error(), p) {
				t.Errorf("%s: error %q does not name %q", name, err, p)
			}
		}
	}
	check("no directory", Config{}, nil, "no directory")
	check("public address", Config{InMemory: true, RPCAddr: "0.0.0.0:0"}, nil, "loopback")
	check("host name", Config{InMemory: true, RPCAddr: "example.org:80"}, nil, "loopback")
	check("no port", Config{InMemory: true, RPCAddr: "127.0.0.1"}, nil, "host:port")
	check("directory in use", Config{Dir: dir, RPCAddr: c.Addr()}, ErrInUse, dir, "stop that process")
	check("port taken", Config{Dir: t.TempDir(), RPCAddr: c.Addr()}, ErrPortTaken, "port "+port, "choose another port")
	check("newer format", Config{Dir: stateJSON(`{"format": 2, "chainId": 5, "new": true}`)}, ErrFormat, "format 2", "knows format 1", "use the release that wrote it")
	check("no format", Config{Dir: stateJSON(`{}`)}, ErrFormat, "format 0")
	check("not JSON", Config{Dir: stateJSON(`chain`)}, ErrFormat, stateFile)
	check("unknown field", Config{Dir: stateJSON(`{"format": 1, "chainId": 5, "colour": "red"}`)}, ErrFormat, "colour")
	check("no chain id", Config{Dir: stateJSON(`{"format": 1}`)}, ErrFormat, "chain id")
	check("null amount", Config{Dir: stateJSON(`{"format": 1, "chainId": 5, "alloc": {"0x0000000000000000000000000000000000000001": null}}`)}, ErrFormat, "amount")
	check("bad amount", Config{Dir: stateJSON(`{"format": 1, "chainId": 5, "alloc": {"0x0000000000000000000000000000000000000001": "-1"}}`)}, ErrFormat, "amount")
	check("bad offset", Config{Dir: stateJSON(`{"format": 1, "chainId": 5, "timeOffset": -1}`)}, ErrFormat, "offset")
	check("foreign chain", Config{Dir: foreign}, ErrFormat, "choose an empty directory")
	check("negative allocation", Config{InMemory: true, Alloc: map[common.Address]*big.Int{{}: big.NewInt(-1)}}, nil, "256-bit")

	before, err := os.ReadFile(filepath.Join(dir, stateFile))
	if err != nil {
		t.Fatal(err)
	}
	stop()
	check("other chain id", Config{Dir: dir, ChainID: 5}, ErrOtherNet, "chain id", strconv.FormatUint(c.ChainID(), 10))
	check("other accounts", Config{Dir: dir, Alloc: map[common.Address]*big.Int{}}, ErrOtherNet)
	if after, _ := os.ReadFile(filepath.Join(dir, stateFile)); !bytes.Equal(before, after) {
		t.Error("a refused start changed the state file")
	}
	if left, _ := filepath.Glob(filepath.Join(foreign, "*")); !slices.Equal(left, []string{filepath.Join(foreign, stackName)}) {
		t.Errorf("a refused start left %v", left)
	}
}

func TestCloseWithoutRun(t *testing.T) {
	c, err := Open(Config{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(c.Close(), c.Close()); err != nil {
		t.Error(err)
	}
	if err := c.Run(t.Context()); !errors.Is(err, ErrClosed) {
		t.Errorf("run after close: %v", err)
	}
	if err := c.AdvanceTime(t.Context(), time.Second); !errors.Is(err, ErrClosed) {
		t.Errorf("advance time after close: %v", err)
	}
}

func TestStopWithOpenConnections(t *testing.T) {
	c, _, stop := start(t, Config{InMemory: true})
	ws, err := ethclient.Dial(c.WebSocketURL())
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close()
	heads := make(chan *types.Header, 1)
	sub, err := ws.SubscribeNewHead(t.Context(), heads)
	if err != nil {
		t.Fatal(err)
	}
	defer sub.Unsubscribe()
	silent, err := net.Dial("tcp", c.Addr()) // connects and never asks
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	stop() // fails the test if it takes more than two seconds
	select {
	case <-sub.Err():
	case <-time.After(5 * time.Second):
		t.Error("the subscription outlived the chain")
	}
}

func TestAdvanceTime(t *testing.T) {
	acc, alloc := accounts(t, 1)
	cfg := Config{Dir: t.TempDir(), Alloc: alloc}
	c, _, stop := start(t, cfg)
	const fortnight = 14 * 24 * time.Hour
	if err := c.AdvanceTime(t.Context(), fortnight); err != nil {
		t.Fatal(err)
	}
	near := func(when string, at time.Time) {
		t.Helper()
		if d := time.Until(at) - fortnight; d < -5*time.Second || d > maxLead {
			t.Errorf("%s: chain time is %v off", when, d)
		}
	}
	_, at := c.Head()
	near("after the call", at)
	for _, bad := range []time.Duration{-time.Second, time.Millisecond, maxOffset * time.Second} {
		if err := c.AdvanceTime(t.Context(), bad); err == nil {
			t.Errorf("advanced time by %v", bad)
		}
	}
	stop()

	c, client, _ := start(t, cfg)
	send(t, client, transfer(t, c.ChainID(), acc[0], 0, common.Address{1}))
	_, at = c.Head()
	near("after a restart", at)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := c.AdvanceTime(ctx, time.Second); err != nil && !errors.Is(err, context.Canceled) {
		t.Errorf("advance with an ended context: %v", err)
	}
}
