// Package interop compares package redstuff with the official encoder, byte for byte and in both directions,
// on seeds and sizes of our own choice. It needs Node.js 20 and npm, and the network to install one package:
//
//	WALRUS_INTEROP=1 go test -v -timeout 30m ./redstuff/interop
//
// WALRUS_INTEROP_SEED chooses other blobs and sizes.
package interop

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"walrus/merkle"
	"walrus/redstuff"
)

// official is a running process of the official encoder.
type official struct {
	in  io.Writer
	out *bufio.Reader
	dir string
}

func start(t *testing.T) *official {
	if os.Getenv("WALRUS_INTEROP") == "" {
		t.Skip("set WALRUS_INTEROP=1 to compare with the official encoder (needs Node.js and npm)")
	}
	dir := t.TempDir()
	for _, name := range []string{"package.json", "driver.mjs"} {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	install := exec.Command("npm", "install", "--no-audit", "--no-fund")
	install.Dir = dir
	if out, err := install.CombinedOutput(); err != nil {
		t.Fatalf("npm install: %v\n%s", err, out)
	}
	cmd := exec.Command("node", "driver.mjs")
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		if err := cmd.Wait(); err != nil {
			t.Errorf("official encoder: %v", err)
		}
	})
	return &official{in: in, out: bufio.NewReader(out), dir: dir}
}

// call runs one command and returns the contents of the file it wrote.
func (o *official) call(command map[string]any) ([]byte, error) {
	out := filepath.Join(o.dir, "out")
	command["out"] = out
	line, err := json.Marshal(command)
	if err != nil {
		return nil, err
	}
	if _, err := o.in.Write(append(line, '\n')); err != nil {
		return nil, err
	}
	answer, err := o.out.ReadBytes('\n')
	if err != nil {
		return nil, err
	}
	var result struct{ Error string }
	if err := json.Unmarshal(answer, &result); err != nil {
		return nil, err
	}
	if result.Error != "" {
		return nil, fmt.Errorf("official encoder: %s", result.Error)
	}
	return os.ReadFile(out)
}

func (o *official) write(name string, b []byte) (string, error) {
	file := filepath.Join(o.dir, name)
	return file, os.WriteFile(file, b, 0o600)
}

// shardCounts covers powers of two and their neighbours, multiples of three and ordinary values.
var shardCounts = []int{4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 22, 25, 31, 32, 33, 40, 49, 63, 64, 65, 66,
	81, 97, 100, 101, 127, 128, 129, 150, 191, 192, 193, 200, 255, 256, 257, 300, 301, 333, 384, 400, 500, 511, 512, 513,
	600, 640, 666, 667, 700, 767, 768, 769, 800, 850, 900, 999, 1000}

type testCase struct{ n, size int }

// cases returns, per number of shards, one byte, a short blob, and one whose symbols have a random size;
// then the largest blobs, blobs at the edge between symbol sizes, and blobs of tens of megabytes.
func cases(rng *rand.Rand) []testCase {
	var out []testCase
	for _, n := range shardCounts {
		p, _ := redstuff.NewParams(n)
		limit := min(float64(p.MaxBlobSize()), 4e6)
		out = append(out, testCase{n, 1}, testCase{n, 2 + rng.IntN(1000)},
			testCase{n, int(math.Exp(math.Log(1000) + rng.Float64()*(math.Log(limit)-math.Log(1000))))})
	}
	for _, n := range []int{4, 7, 10, 13, 31} {
		p, _ := redstuff.NewParams(n)
		out = append(out, testCase{n, int(p.MaxBlobSize())}, testCase{n, int(p.MaxBlobSize()) - 1})
	}
	for _, symbols := range []int{2, 30, 62, 64} { // of bytes: the next blob up needs a larger symbol
		out = append(out, testCase{1000, symbols * 222778}, testCase{1000, symbols*222778 + 1})
	}
	return append(out, testCase{1000, 0}, testCase{100, 0}, testCase{100, 20_000_000 + rng.IntN(1000)},
		testCase{300, 25_000_000 + rng.IntN(1000)}, testCase{1000, 32 << 20}, testCase{1000, 50_000_000 + rng.IntN(1000)})
}

func TestOfficialEncoder(t *testing.T) {
	o := start(t)
	seed := uint64(20261121)
	if s := os.Getenv("WALRUS_INTEROP_SEED"); s != "" {
		v, err := strconv.ParseUint(s, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		seed = v
	}
	rng := rand.New(rand.NewPCG(seed, 1))
	var key [32]byte
	data := rand.NewChaCha8(key)
	total := tally{}
	all := cases(rng)
	passed := 0
	for i, c := range all {
		blob := make([]byte, c.size)
		key[0], key[1] = byte(i), byte(seed)
		data.Seed(key)
		_, _ = data.Read(blob)
		if err := compare(o, c.n, blob, rng, &total); err != nil {
			t.Errorf("seed %d, n=%d, %d bytes: %v", seed, c.n, c.size, err)
			continue
		}
		passed++
	}
	t.Logf("seed %d: %d of %d blobs passed: %d slivers and %d hashes equal, %d slivers of the official encoder verified, "+
		"%d blobs decoded from its slivers, %d blobs decoded by it from ours",
		seed, passed, len(all), total.slivers, total.hashes, total.verified, total.decodedHere, total.decodedThere)
}

type tally struct{ slivers, hashes, verified, decodedHere, decodedThere int }

func compare(o *official, n int, blob []byte, rng *rand.Rand, total *tally) error {
	p, err := redstuff.NewParams(n)
	if err != nil {
		return err
	}
	enc, err := redstuff.Encode(p, blob)
	if err != nil {
		return err
	}
	file, err := o.write("blob", blob)
	if err != nil {
		return err
	}
	out, err := o.call(map[string]any{"op": "encode", "n": n, "blob": file})
	if err != nil {
		return err
	}
	take := func(k int) []byte { b := out[:k]; out = out[k:]; return b }
	if got, want := enc.BlobID(), redstuff.BlobID(take(32)); got != want {
		return fmt.Errorf("blob ID: got %v, want %v", got, want)
	}
	if got, want := enc.Root(), [32]byte(take(32)); got != want {
		return fmt.Errorf("root: got %x, want %x", got, want)
	}
	theirs := &redstuff.Metadata{Encoding: redstuff.EncodingRS2, Length: uint64(len(blob))}
	for range n {
		theirs.Hashes = append(theirs.Hashes, redstuff.PairHashes{Primary: merkle.Digest(merkle.Hash(take(32))), Secondary: merkle.Digest(merkle.Hash(take(32)))})
	}
	if !bytes.Equal(enc.Metadata().AppendBCS(nil), theirs.AppendBCS(nil)) {
		return fmt.Errorf("hashes of slivers differ")
	}
	total.hashes += 2 * n
	if m, err := redstuff.ComputeMetadata(p, blob); err != nil || m.BlobID() != enc.BlobID() {
		return fmt.Errorf("blob ID alone: %v", err)
	}

	var slivers [2][]redstuff.Sliver
	for _, axis := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
		for q := range redstuff.PairIndex(n) {
			ours := enc.Sliver(axis, q)
			b := ours.AppendBCS(nil)
			official := take(len(b))
			if !bytes.Equal(b, official) {
				return fmt.Errorf("%v sliver of pair %d differs", axis, q)
			}
			s, err := redstuff.ParseSliver(axis, official)
			if err != nil {
				return err
			}
			slivers[axis] = append(slivers[axis], s)
			total.slivers++
		}
	}
	if len(out) != 0 {
		return fmt.Errorf("%d bytes left over", len(out))
	}
	return errorsOf(
		func() error { return readTheirs(p, theirs, slivers, blob, rng, total) },
		func() error { return readOurs(o, enc, blob, rng, total) })
}

func errorsOf(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// readTheirs verifies and decodes slivers of the official encoder.
func readTheirs(p redstuff.Params, m *redstuff.Metadata, slivers [2][]redstuff.Sliver, blob []byte, rng *rand.Rand, total *tally) error {
	v := redstuff.NewVerifier(p, m)
	for axis, all := range slivers {
		need := p.Need(redstuff.Axis(axis))
		var kept []redstuff.Sliver
		for i, q := range rng.Perm(p.N)[:need] {
			if i < 20 {
				if err := v.VerifyAt(redstuff.Axis(axis), redstuff.PairIndex(q), all[q]); err != nil {
					return err
				}
				total.verified++
			}
			kept = append(kept, all[q])
		}
		got, err := redstuff.Decode(p, m, kept, redstuff.Check(rng.IntN(3)))
		if err != nil || !bytes.Equal(got, blob) {
			return fmt.Errorf("decode from official %v slivers: %v", redstuff.Axis(axis), err)
		}
		total.decodedHere++
	}
	return nil
}

// readOurs lets the official encoder decode primary slivers of ours; it takes no others.
func readOurs(o *official, enc *redstuff.Encoding, blob []byte, rng *rand.Rand, total *tally) error {
	p := enc.Params()
	var files []string
	for i, q := range rng.Perm(p.N)[:p.K1] {
		s := enc.Sliver(redstuff.Primary, redstuff.PairIndex(q))
		file, err := o.write(fmt.Sprintf("sliver-%d", i), s.AppendBCS(nil))
		if err != nil {
			return err
		}
		files = append(files, file)
	}
	id := enc.BlobID()
	got, err := o.call(map[string]any{"op": "decode", "n": p.N, "size": len(blob), "id": hex.EncodeToString(id[:]), "slivers": files})
	if err != nil {
		return err
	}
	if !bytes.Equal(got, blob) {
		return fmt.Errorf("the official encoder decodes our slivers to other bytes")
	}
	total.decodedThere++
	return nil
}
