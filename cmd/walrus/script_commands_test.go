package main

import (
	"errors"
	"net"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"walrus/chain/evm/wallet"
)

// waitForText waits until a file holds a text, for what a background command writes: until FILE TEXT. It gives up after a minute.
func waitForText(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: until FILE TEXT")
	}
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if b, err := os.ReadFile(ts.MkAbs(args[0])); err == nil && strings.Contains(string(b), args[1]) {
			return
		}
	}
	ts.Fatalf("%s does not say %q", args[0], args[1])
}

// waitForSuccess runs a command until it succeeds: until-ok COMMAND ARGS... It gives up after a minute.
func waitForSuccess(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) == 0 {
		ts.Fatalf("usage: until-ok COMMAND ARGS...")
	}
	var err error
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if err = ts.Exec(args[0], args[1:]...); err == nil {
			return
		}
	}
	ts.Fatalf("%v: %v", args, err)
}

func atoi(ts *testscript.TestScript, s string) int {
	n, err := strconv.Atoi(s)
	ts.Check(err)
	return n
}

// wantNear compares two numbers, which may be followed by a comma: near A B MOST-APART.
func wantNear(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: near A B MOST-APART")
	}
	a, b := atoi(ts, strings.TrimSuffix(args[0], ",")), atoi(ts, strings.TrimSuffix(args[1], ","))
	if most := atoi(ts, args[2]); max(a, b)-min(a, b) > most {
		ts.Fatalf("%d and %d are more than %d apart", a, b, most)
	}
}

// exitStatus is the status of a command that was run, 0 for no error, -1 if it did not run.
func exitStatus(err error) int {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	}
	return -1
}

// holdPort listens on the port that a line "KEY: PORT" of a file names, until the script ends: listen FILE KEY.
func holdPort(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: listen FILE KEY")
	}
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if port, ok := strings.CutPrefix(strings.TrimSpace(line), args[1]+": "); ok {
			l, err := net.Listen("tcp", "127.0.0.1:"+port)
			ts.Check(err)
			ts.Defer(func() { l.Close() })
			return
		}
	}
	ts.Fatalf("no line %s: in %s", args[1], args[0])
}

// freePorts puts numbers of ports that nobody listens on into variables: ports VARIABLES...
func freePorts(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		ts.Check(err)
		defer l.Close() // all are different
		ts.Setenv(name, strconv.Itoa(l.Addr().(*net.TCPAddr).Port))
	}
}

// replaceText changes a text that a file holds: replace FILE OLD NEW.
func replaceText(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(text, args[1], args[2])), 0o644))
}

// makeWallet makes a keystore folder with one new key: wallet DIR PASSWORD.
func makeWallet(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: wallet DIR PASSWORD")
	}
	_, err := wallet.New(ts.MkAbs(args[0]), wallet.Light, wallet.Fixed(args[1]))
	ts.Check(err)
}

// expandFile copies a file and replaces $NAME by the value of the script's variable: expand FROM TO.
func expandFile(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: expand FROM TO")
	}
	text := os.Expand(ts.ReadFile(args[0]), ts.Getenv)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o644))
}

// keepWord puts the word that follows another into a variable, without quotes and commas: word VARIABLE FILE BEFORE [N], where N says which occurrence of the other is meant.
func keepWord(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 && len(args) != 4 {
		ts.Fatalf("usage: word VARIABLE FILE BEFORE [N]")
	}
	n := 1
	if len(args) == 4 {
		n = atoi(ts, args[3])
	}
	words := strings.Fields(ts.ReadFile(args[1]))
	for i, w := range words[:max(len(words), 1)-1] {
		if w != args[2] {
			continue
		}
		if n--; n == 0 {
			ts.Setenv(args[0], strings.Trim(words[i+1], `",`))
			return
		}
	}
	ts.Fatalf("no word behind %s in %s", args[2], args[1])
}

// makeSparse makes a file of N zeros that take no space on the disk: sparse FILE N.
func makeSparse(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: sparse FILE N")
	}
	path := ts.MkAbs(args[0])
	ts.Check(os.WriteFile(path, nil, 0o644))
	ts.Check(os.Truncate(path, int64(atoi(ts, args[1]))))
}
