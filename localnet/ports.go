package localnet

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

// loopback is the only address that anything here listens on.
const loopback = "127.0.0.1"

// Ports are drawn from a range that systems do not use for outgoing connections (Linux begins at 32768), since a port that is kept must still be
// free at the next start.
const (
	firstPort = 20_000
	lastPort  = 32_000
)

// freePorts returns n different TCP ports that nobody listens on now.
func freePorts(n int) ([]int, error) {
	ports := make([]int, 0, n)
	for range 100 * n {
		if len(ports) == n {
			return ports, nil
		}
		port := firstPort + rand.IntN(lastPort-firstPort)
		if !slices.Contains(ports, port) && checkPort(port, "") == nil {
			ports = append(ports, port)
		}
	}
	return nil, fmt.Errorf("no %d free ports between %d and %d", n, firstPort, lastPort)
}

// A PortError says that a port which the network keeps is in use by somebody else.
type PortError struct {
	Port   int
	Use    string // what it is wanted for
	Holder string // process that has it, empty if unknown
	Err    error
}

func (e *PortError) Error() string {
	if e.Holder == "" {
		return fmt.Sprintf("port %d of %s is taken (%s names the program, perhaps only to root)", e.Port, e.Use, holderCommand(e.Port))
	}
	return fmt.Sprintf("port %d of %s is taken by %s", e.Port, e.Use, e.Holder)
}

// holderCommand is the command that names the program behind a port on this system.
func holderCommand(port int) string {
	if runtime.GOOS == "windows" {
		return fmt.Sprintf("netstat -abno | findstr :%d", port)
	}
	return fmt.Sprintf("lsof -i tcp:%d", port)
}

// explainPort makes a PortError of an error of somebody who could not listen at addr because the port is taken.
func explainPort(err error, addr, use string) error {
	_, text, splitErr := net.SplitHostPort(addr)
	port, numErr := strconv.Atoi(text)
	if splitErr != nil || numErr != nil || !errors.Is(err, syscall.EADDRINUSE) {
		return err
	}
	return fmt.Errorf("%w: end that program, or set rest_api_address to a free address", &PortError{Port: port, Use: use, Holder: portHolder(port), Err: err})
}

func (e *PortError) Unwrap() error { return e.Err }

// checkPort returns a PortError if nobody could listen on port now.
func checkPort(port int, use string) error {
	l, err := net.Listen("tcp", address(port))
	if err != nil {
		return &PortError{Port: port, Use: use, Holder: portHolder(port), Err: err}
	}
	return l.Close()
}

// address is host:port of a port of ours.
func address(port int) string { return net.JoinHostPort(loopback, strconv.Itoa(port)) }

// portHolder names the process that listens on a TCP port, for instance "geth (process 4711)". It knows how on Linux only, and only for
// processes whose files this user may see; otherwise it returns the empty string.
func portHolder(port int) string {
	inode, err := listenInode(port)
	if err != nil {
		return ""
	}
	links, err := filepath.Glob("/proc/[0-9]*/fd/*")
	if err != nil {
		return ""
	}
	want := "socket:[" + inode + "]"
	for _, link := range links {
		if target, err := os.Readlink(link); err != nil || target != want {
			continue
		}
		dir := filepath.Dir(filepath.Dir(link))
		name, err := os.ReadFile(filepath.Join(dir, "comm"))
		if err != nil {
			return "process " + filepath.Base(dir)
		}
		return fmt.Sprintf("%s (process %s)", strings.TrimSpace(string(name)), filepath.Base(dir))
	}
	return ""
}

// listenInode finds the socket that listens on port in the kernel's table: the state is 0A, the port is in hex behind the colon.
func listenInode(port int) (string, error) {
	for _, path := range []string{"/proc/net/tcp", "/proc/net/tcp6"} {
		f, err := os.Open(path)
		if err != nil {
			return "", err
		}
		defer f.Close()
		for sc := bufio.NewScanner(f); sc.Scan(); {
			col := strings.Fields(sc.Text())
			if len(col) > 9 && col[3] == "0A" && strings.HasSuffix(col[1], fmt.Sprintf(":%04X", port)) {
				return col[9], nil
			}
		}
	}
	return "", errors.New("nobody listens")
}
