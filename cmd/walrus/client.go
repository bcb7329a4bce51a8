package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"walrus/client"
)

// openClient makes a client on an open network. Unfinished stores are remembered in the user's home.
func (a *app) openClient(r *networkReader, show func(client.Progress)) (*client.Client, error) {
	opt := client.Options{Config: &r.cfg.Config, Log: a.log, Progress: show, SpoolDir: a.spoolFolder(&r.cfg.Config)}
	if home, err := os.UserHomeDir(); err == nil {
		opt.Journal = filepath.Join(home, ".walrus", "journal")
	} else {
		a.warn("no home folder: an interrupted store cannot be remembered")
	}
	return client.New(r, opt)
}

// tellOnce says before a configuration's first store what publishing means. It says so on a terminal only, and notes that it did.
func (a *app) tellOnce(cfg *client.LoadedConfig) {
	if a.json || !isTerminal(a.stderr) {
		return
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return
	}
	sum := sha256.Sum256([]byte(cfg.Path + "\x00" + cfg.NetworkID.String()))
	mark := filepath.Join(home, ".walrus", "told", hex.EncodeToString(sum[:8]))
	if _, err := os.Stat(mark); err == nil {
		return
	}
	fmt.Fprintf(a.stderr, "%s anyone who knows a blob's ID can read it, and deleting it recalls no copy that somebody made.\n", paint(a.stderr, yellow, "Note:"))
	if os.MkdirAll(filepath.Dir(mark), 0o700) == nil {
		_ = os.WriteFile(mark, nil, 0o600) // without the mark it is said again
	}
}

// spoolFolder is where scratch files go: as the flag says, or the configuration, which may be nil; the system's folder if empty.
func (a *app) spoolFolder(cfg *client.Config) string {
	if a.spoolDir == "" && cfg != nil {
		return cfg.SpoolDir
	}
	return a.spoolDir
}
