//go:build unix

package e2e

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"walrus/chain"
	"walrus/client"
	"walrus/redstuff"
)

// stored is what walrus store --json says of one file.
type stored struct {
	Result struct {
		New *struct {
			Object struct {
				BlobID redstuff.BlobID `json:"blobId"`
			} `json:"blobObject"`
		} `json:"newlyCreated"`
		Already *struct {
			BlobID redstuff.BlobID `json:"blobId"`
		} `json:"alreadyCertified"`
	} `json:"blobStoreResult"`
	Parts []struct {
		Operation string `json:"operation"`
	} `json:"parts"`
}

// TestKilledClient kills the program without warning while it stores an object in large parts, again and again, a little later each time. When it is let finish, every part is paid
// once, and neither a journal entry nor a spool file is left.
func TestKilledClient(t *testing.T) {
	n := start(t, 25, 25, 25, 25)
	dir := t.TempDir()
	home, spool := filepath.Join(dir, "home"), filepath.Join(dir, "spool")
	if err := errors.Join(os.Mkdir(home, 0o700), os.Mkdir(spool, 0o700)); err != nil {
		t.Fatal(err)
	}
	env := append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME=")
	path, out := filepath.Join(dir, "object"), filepath.Join(dir, "copy")
	const size, part = 90 << 20, 40 << 20 // each is streamed
	b := blob(77, size)
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	quotes, err := n.client.Quotes(t.Context(), chain.Address{}, []client.Source{client.File(path)}, client.StoreOptions{Lifetime: client.Epochs(5), PartSize: part})
	if err != nil || quotes[0].Err != nil {
		t.Fatal(err, quotes[0].Err)
	}
	before := n.wal()
	command := func(args ...string) (*exec.Cmd, *bytes.Buffer, *bytes.Buffer) {
		var stdout, stderr bytes.Buffer
		cmd := exec.Command(program, append(args, "--config", n.net.Info().ClientConfig, "--spool-dir", spool)...)
		cmd.Env, cmd.Stdout, cmd.Stderr = env, &stdout, &stderr
		return cmd, &stdout, &stderr
	}
	kills := 0
	for delay := 150 * time.Millisecond; ; delay += delay / 2 { // fast machines are killed more than twice, slow ones get there
		cmd, stdout, stderr := command("store", path, "--epochs", "5", "--permanent", "--part-size", "40MiB", "--json")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		killer := time.AfterFunc(delay, func() { _ = cmd.Process.Kill() })
		err := cmd.Wait()
		if !killer.Stop() && err != nil {
			kills++
			if left, _ := os.ReadDir(spool); len(left) > 0 {
				t.Errorf("killed after %v it left %v", delay, left)
			}
			continue
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, stderr)
		}
		var results []stored
		if err := json.Unmarshal(stdout.Bytes(), &results); err != nil || len(results) != 1 || len(results[0].Parts) != 3 || results[0].Result.New == nil {
			t.Fatalf("%v\n%s", err, stdout)
		}
		if got := results[0].Result.New.Object.BlobID; got != quotes[0].BlobID {
			t.Errorf("list %v, quoted %v", got, quotes[0].BlobID)
		}
		t.Logf("finished after %d kills; of the parts the last run had: %+v", kills, results[0].Parts)
		break
	}
	if kills < 3 {
		t.Errorf("only %d kills", kills)
	}
	if paid := before - n.wal(); paid != quotes[0].Cost {
		t.Errorf("paid %d FROST, the price is %d", paid, quotes[0].Cost)
	}
	if left, _ := filepath.Glob(filepath.Join(home, ".walrus", "journal", "*")); len(left) > 0 {
		t.Errorf("the journal still holds %v", left)
	}

	// A read that is killed leaves no spool file and no half of a copy under the right name; the next one is whole.
	for _, delay := range []time.Duration{200 * time.Millisecond, 600 * time.Millisecond} {
		cmd, _, _ := command("read", "--out", out, "parts:"+quotes[0].BlobID.String())
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(delay) // the moment is arbitrary; nothing is waited for
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if got, err := os.ReadFile(out); err == nil && !bytes.Equal(got, b) {
			t.Errorf("a read that was killed after %v left %d bytes", delay, len(got))
		}
		if left, _ := os.ReadDir(spool); len(left) > 0 {
			t.Errorf("a read that was killed after %v left %v", delay, left)
		}
	}
	cmd, _, stderr := command("read", "--out", out, "parts:"+quotes[0].BlobID.String())
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, stderr)
	}
	if got, err := os.ReadFile(out); err != nil || !bytes.Equal(got, b) {
		t.Fatalf("read %d bytes, %v", len(got), err)
	}

	// Nobody is there any more: health lists the reasons, and says so by its exit status.
	n.kill(0, 1, 2, 3)
	cmd = exec.Command(program, "health", "--committee", "--json", "--config", n.net.Info().ClientConfig)
	var stdout bytes.Buffer
	cmd.Env, cmd.Stdout = env, &stdout
	var exit *exec.ExitError
	if err := cmd.Run(); !errors.As(err, &exit) || exit.ExitCode() != 1 || bytes.Count(stdout.Bytes(), []byte(`"Err": `)) != 4 {
		t.Errorf("health of dead nodes: %v\n%s", err, stdout.Bytes())
	}
}
