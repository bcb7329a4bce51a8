package localnet

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// The test program doubles as the child that it starts: this variable says how to behave.
const childVariable = "LOCALNET_TEST_CHILD"

func TestMain(m *testing.M) {
	switch os.Getenv(childVariable) {
	case "":
		goleak.VerifyTestMain(m,
			// The embedded chain's libraries leave these, see chain/devchain.
			goleak.IgnoreAnyFunction("github.com/ethereum/go-ethereum/core.(*txSenderCacher).cache"),
			goleak.IgnoreAnyFunction("github.com/ethereum/go-ethereum/eth/filters.(*Subscription).Unsubscribe"),
			goleak.IgnoreAnyFunction("github.com/syndtr/goleveldb/leveldb.(*DB).mpoolDrain"))
	case "serve": // until the parent is gone
		_ = SayReady(os.Stdout)
		_, _ = io.Copy(io.Discard, os.Stdin)
	case "stubborn": // does not heed the pipe
		_ = SayReady(os.Stdout)
		time.Sleep(time.Hour)
	case "fail":
		fmt.Fprintln(os.Stderr, "the disk is full")
		os.Exit(1)
	case "silent":
		time.Sleep(time.Hour)
	}
}

// startChild starts this program as a child of the given kind.
func startChild(t *testing.T, ctx context.Context, kind string) (*part, error) {
	t.Helper()
	t.Setenv(childVariable, kind)
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return startProcess(ctx, kind, exe, nil, filepath.Join(t.TempDir(), "log"))
}

func TestProcessEndsWhenAsked(t *testing.T) {
	p, err := startChild(t, t.Context(), "serve")
	if err != nil {
		t.Fatal(err)
	}
	if err := p.wait(); err != nil {
		t.Fatal(err)
	}
}

func TestProcessThatDoesNotHeedIsKilled(t *testing.T) {
	p, err := startChild(t, t.Context(), "stubborn")
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if err := p.wait(); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(began); took > stopTimeout+time.Second {
		t.Fatalf("took %v", took)
	}
}

func TestProcessThatFailsSaysWhy(t *testing.T) {
	_, err := startChild(t, t.Context(), "fail")
	if err == nil || !strings.Contains(err.Error(), "the disk is full") {
		t.Fatalf("got %v", err)
	}
}

func TestProcessThatIsNeverReady(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	_, err := startChild(t, ctx, "silent")
	if err == nil || !strings.Contains(err.Error(), "did not serve in time") {
		t.Fatalf("got %v", err)
	}
}

func TestProcessThatDiesIsNoticed(t *testing.T) {
	p, err := startChild(t, t.Context(), "serve")
	if err != nil {
		t.Fatal(err)
	}
	if err := p.proc.Kill(); err != nil {
		t.Fatal(err)
	}
	<-p.done
	if p.err == nil || !strings.Contains(p.err.Error(), "ended by itself") {
		t.Fatalf("got %v", p.err)
	}
	_ = p.wait()
}

func TestPorts(t *testing.T) {
	ports, err := freePorts(20)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[int]bool{}
	for _, p := range ports {
		if seen[p] {
			t.Fatalf("port %d twice", p)
		}
		seen[p] = true
	}
	if err := checkPort(ports[0], "test"); err != nil {
		t.Fatal(err)
	}
	l := listen(t, ports[0])
	defer l.Close()
	err = checkPort(ports[0], "node-3")
	if err == nil || !strings.Contains(err.Error(), "node-3") {
		t.Fatalf("got %v", err)
	}
	t.Log(err)
	_, taken := net.Listen("tcp", address(ports[0]))
	if runtime.GOOS == "windows" { // it has an error of its own for this, which is passed on
		return
	}
	err = explainPort(fmt.Errorf("open node: %w", taken), address(ports[0]), "rest_api_address")
	var known *PortError
	if !errors.As(err, &known) || known.Port != ports[0] || !strings.Contains(err.Error(), "rest_api_address") || !errors.Is(err, syscall.EADDRINUSE) {
		t.Fatalf("got %v", err)
	}
	if runtime.GOOS == "linux" && !strings.Contains(err.Error(), strconv.Itoa(os.Getpid())) {
		t.Fatalf("got %v, want this process to be named", err)
	}
	unknown := &PortError{Port: 4711, Use: "node-3"}
	if !strings.Contains(unknown.Error(), "4711 ") || !strings.Contains(unknown.Error(), holderCommand(4711)) {
		t.Fatalf("got %v", unknown)
	}
	if other := errors.New("other"); explainPort(other, address(ports[0]), "x") != other {
		t.Fatal("an error that is not about a port was changed")
	}
}

func listen(t *testing.T, port int) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", address(port))
	if err != nil {
		t.Fatal(err)
	}
	return l
}
