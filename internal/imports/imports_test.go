package imports

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// module is the name in go.mod; packages of ours start with it and a slash.
const module = "walrus"

// A pkg is what `go list -json` says about one package.
type pkg struct {
	ImportPath string
	Imports    []string
	Deps       []string
	Standard   bool
	Module     *struct{ Path, Version string }
}

func list(t *testing.T, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports,Deps,Standard,Module"}, args...)...)
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0") // as we build it
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %v: %v\n%s", args, err, stderr.String())
	}
	var ps []pkg
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return ps
		} else if err != nil {
			t.Fatal(err)
		}
		ps = append(ps, p)
	}
}

// pure names the packages of values and rules, and what each may import of ours. The one thing they learn from outside is which inner loops to
// run: internal/kernel looks at the processor and at one environment variable, and the bytes are the same either way.
var pure = map[string][]string{
	"rs16":     {"internal/kernel"}, // which reads one environment variable, for all of them
	"merkle":   {"internal/kernel"},
	"bcs":      nil,
	"redstuff": {"rs16", "merkle", "bcs"},
	"quilt":    {"redstuff", "rs16", "merkle", "bcs"},
	"bls":      {"bcs"},
	"attest":   {"bcs", "bls"},
}

// sideEffects are packages of the standard library that a rule must not reach for: its caller passes time, randomness and answers in.
var sideEffects = []string{"net", "os", "syscall", "time", "log", "plugin", "unsafe", "embed", "math/rand", "database", "testing"}

// allowed are the exceptions, with the reason.
var allowed = map[string]string{
	"rs16 unsafe":   "views of byte slices as words",
	"merkle unsafe": "views of byte slices as words",
}

func TestPurePackagesDoNoIO(t *testing.T) {
	for name, ours := range pure {
		t.Run(name, func(t *testing.T) {
			if _, err := os.Stat(filepath.Join("../..", name)); errors.Is(err, os.ErrNotExist) {
				t.Skip("no such package in this version")
			}
			for _, p := range list(t, "./"+name+"/...") {
				for _, imp := range p.Imports {
					own, isOwn := strings.CutPrefix(imp, module+"/")
					switch {
					case isOwn && !slices.Contains(ours, own) && !strings.HasPrefix(own, name+"/"):
						t.Errorf("%s imports %s; it may import %v of ours, and what lies below it", p.ImportPath, imp, ours)
					case !isOwn && effect(imp) && allowed[name+" "+imp] == "":
						t.Errorf("%s imports %s, which does I/O or keeps a clock", p.ImportPath, imp)
					}
				}
			}
		})
	}
}

func effect(imp string) bool {
	return slices.ContainsFunc(sideEffects, func(bad string) bool { return imp == bad || strings.HasPrefix(imp, bad+"/") })
}

// A program that only reads and writes blobs stays small: no chain library and no storage engine is linked into it.
func TestClientStaysSmall(t *testing.T) {
	for _, name := range []string{"client", "nodeapi", "chain"} {
		p := list(t, "./"+name)[0]
		for _, dep := range p.Deps {
			for _, bad := range []string{"github.com/ethereum/", "github.com/cockroachdb/pebble", module + "/node/", module + "/chain/", module + "/contracts", module + "/localnet", module + "/cmd/"} {
				if strings.HasPrefix(dep, bad) || dep == strings.TrimSuffix(bad, "/") && bad != module+"/chain/" {
					t.Errorf("%s depends on %s", name, dep)
				}
			}
		}
	}
}

// Dependencies between our packages point one way, upwards in the list of the README.
func TestLayers(t *testing.T) {
	layer := map[string]int{
		"rs16": 0, "merkle": 0, "bcs": 0, "redstuff": 1, "quilt": 2, "bls": 1, "attest": 2, "chain": 3, "contracts": 3, "nodeapi": 4,
		"node": 5, "client": 5, "gateway": 6, "localnet": 7, "cmd": 8,
	}
	for _, p := range list(t, "./...") {
		from, ok := layer[top(p.ImportPath)]
		if !ok {
			continue
		}
		for _, imp := range p.Imports {
			if to, ok := layer[top(imp)]; ok && strings.HasPrefix(imp, module+"/") && to > from {
				t.Errorf("%s imports %s, which stands above it", p.ImportPath, imp)
			}
		}
	}
}

// top is the first folder of a package of ours.
func top(path string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(path, module+"/"), "/")
	return first
}

// NOTICE names every module that is linked into the program.
func TestNoticeIsComplete(t *testing.T) {
	notice, err := os.ReadFile("../../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, line := range strings.Split(string(notice), "\n") {
		if f := strings.Fields(line); len(f) > 0 {
			named[f[0]] = true
		}
	}
	for _, p := range list(t, "-deps", "./cmd/walrus") {
		if p.Module != nil && p.Module.Path != module && !named[p.Module.Path] {
			named[p.Module.Path] = true // once
			t.Errorf("NOTICE does not name %s %s", p.Module.Path, p.Module.Version)
		}
	}
}
