package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var updateScripts = flag.Bool("update", false, "rewrite the expected output in testdata/*.txt")

// TestMain lets the scripts run this test program as the command walrus.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"walrus": main})
}

// TestScripts runs the tutorials in testdata. Each has its own home folder, so that no configuration of the user is read or written.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		UpdateScripts:       *updateScripts,
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			home := filepath.Join(e.WorkDir, "home")
			e.Setenv("HOME", home)
			e.Setenv("XDG_CONFIG_HOME", "")
			return os.MkdirAll(home, 0o755)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"bytes":    makeBytes,
			"expand":   expandFile,
			"field":    keepField,
			"listen":   holdPort,
			"near":     wantNear,
			"ports":    freePorts,
			"replace":  replaceText,
			"sparse":   makeSparse,
			"status":   wantStatus,
			"until":    waitForText,
			"until-ok": waitForSuccess,
			"word":     keepWord,
			"wallet":   makeWallet,
		},
	})
}

// makeBytes writes a file of N bytes that differ from each other: bytes FILE N.
func makeBytes(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: bytes FILE N")
	}
	n := atoi(ts, args[1])
	b := make([]byte, n)
	x := uint32(2463534242)
	for i := range b { // xorshift: the same bytes everywhere
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		b[i] = byte(x)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o644))
}

// wantStatus runs a command and compares its exit status: status N walrus ARGS...
func wantStatus(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND ARGS...")
	}
	want := atoi(ts, args[0])
	got := exitStatus(ts.Exec(args[1], args[2:]...))
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// keepField puts what follows "NAME:" on a line of a file, or of the last standard output, into a variable: field VARIABLE stdout NAME.
func keepField(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: field VARIABLE FILE NAME")
	}
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		if value, ok := strings.CutPrefix(line, args[2]+":"); ok {
			ts.Setenv(args[0], strings.TrimSpace(value))
			return
		}
	}
	ts.Fatalf("no line %s: in %s", args[2], args[1])
}
