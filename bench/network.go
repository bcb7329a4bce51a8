package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"walrus/bench/internal/turns"
	"walrus/chain"
	"walrus/chain/evm"
	"walrus/chain/evm/wallet"
	"walrus/client"
	"walrus/redstuff"
)

// clientArgument makes this program a client of a network, given its configuration.
const clientArgument = "client"

// minioModule is the server to compare with. It is built from the module proxy if no program is given.
const minioModule = "github.com/minio/minio@v0.0.0-20260212201848-7aac2a2c5b7c"

// networkSize is the size of the objects that are put and got.
const networkSize = 100 * mib

// measureNetwork compares storing and reading with a MinIO server that has four drives: both over TLS on loopback, both clients in a process
// that stays, servers in others.
func (b *bench) measureNetwork() (err error) {
	dir, err := b.scratch()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	sides, err := b.startStores(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, sides.stop()) }()
	for _, c := range []struct {
		ours, theirs, title, until string
		par, aim                   float64
	}{
		{"put", "put", "PUT", ", until certified", 1.0 / 3, 2.0 / 3},
		{"put-all", "put", "PUT", ", until all nodes have it", 1.0 / 3, 2.0 / 3},
		{"get", "get", "GET", "", 1.0 / 2, 1},
	} {
		x := result{Case: c.title + " of " + formatSize(networkSize) + " over TLS on loopback, 10 nodes" + c.until, Par: c.par, Aim: c.aim, Against: "MinIO, 4 drives"}
		do := func(s *turns.Side, work string) func() (turns.Answer, error) {
			return func() (turns.Answer, error) {
				return s.Do(turns.Request{Work: work, Shards: b.shards, Size: networkSize})
			}
		}
		b.add(x, func() (turns.Times, error) {
			return turns.Compare(b.pairs, do(sides.ours, c.ours), do(sides.theirs, c.theirs))
		})
	}
	return nil
}

// stores are a network and a MinIO server, each with its client.
type stores struct {
	net          *devnet
	ours, theirs *turns.Side
}

func (b *bench) startStores(dir string) (s stores, err error) {
	program, err := b.minioProgram()
	if err != nil {
		return s, err
	}
	peer, err := b.sides.buildPeer("s3")
	if err != nil {
		return s, err
	}
	self, err := os.Executable()
	if err != nil {
		return s, err
	}
	if s.net, err = b.startDevnet(dir); err != nil {
		return s, err
	}
	if s.ours, err = turns.Start("client", nil, self, clientArgument, s.net.config); err != nil {
		return s, errors.Join(err, s.stop())
	}
	drives := filepath.Join(dir, "minio")
	if err := os.Mkdir(drives, 0o700); err != nil {
		return s, errors.Join(err, s.stop())
	}
	if s.theirs, err = turns.Start("s3", nil, peer, program, drives); err != nil {
		return s, errors.Join(err, s.stop())
	}
	return s, nil
}

func (s *stores) stop() error {
	var errs []error
	for _, side := range []*turns.Side{s.ours, s.theirs} {
		if side != nil {
			errs = append(errs, side.Close())
		}
	}
	return errors.Join(append(errs, s.net.stop())...)
}

// minioProgram returns the MinIO server to run: the one of the flag, or one built for the purpose, which takes some minutes the first time.
func (b *bench) minioProgram() (string, error) {
	if b.minio != "" {
		return b.minio, nil
	}
	cache, err := b.sides.cache()
	if err != nil {
		return "", err
	}
	program := filepath.Join(cache, "minio")
	if _, err := os.Stat(program); err == nil {
		return program, nil
	}
	fmt.Fprintln(b.progress, "building MinIO")
	cmd := exec.Command("go", "install", minioModule)
	cmd.Dir, cmd.Env = cache, append(os.Environ(), "GOBIN="+cache, "GOFLAGS=-mod=mod", "CGO_ENABLED=0")
	cmd.Stderr = b.progress
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("build MinIO: %w; give an installed one with -minio", err)
	}
	return program, nil
}

// A networkClient puts and gets blobs on a network.
type networkClient struct {
	clients map[string]*client.Client // by how they put
	account chain.Account
	blob    []byte
	puts    uint64
	last    redstuff.BlobID
}

// serveClient is the life of a client's process.
func serveClient(config string, in io.Reader, out io.Writer) error {
	ctx := context.Background()
	lc, err := client.LoadConfig(config, "")
	if err != nil {
		return err
	}
	reader, err := evm.Dial(ctx, evm.Options{URLs: lc.RPCURLs, Registry: lc.Registry})
	if err != nil {
		return err
	}
	defer reader.Close()
	w, err := wallet.Open(lc.Wallet.Path, lc.Wallet.ActiveAddress, wallet.Fixed(""))
	if err != nil {
		return err
	}
	account, err := reader.Account(w.Key())
	if err != nil {
		return err
	}
	n := networkClient{account: account, clients: map[string]*client.Client{}}
	for work, tail := range map[string]string{"put": "detached", "put-all": "blocking"} {
		cfg := lc.Config
		cfg.Communication.TailHandling = tail
		c, err := client.New(reader, client.Options{Config: &cfg})
		if err != nil {
			return err
		}
		defer c.Close()
		n.clients[work] = c
	}
	return turns.Serve(in, out, func(r turns.Request) (turns.Answer, error) { return n.do(ctx, r) })
}

// do stores a new blob of the request's size, or reads the one stored last.
func (n *networkClient) do(ctx context.Context, r turns.Request) (turns.Answer, error) {
	switch r.Work {
	case "put", "put-all":
		c := n.clients[r.Work]
		if len(n.blob) != r.Size {
			n.blob = turns.Blob(r.Size)
		}
		n.puts++
		binary.LittleEndian.PutUint64(n.blob, n.puts)
		begin := time.Now()
		results, err := c.Store(ctx, n.account, []client.Source{client.Bytes("bench", n.blob)}, client.StoreOptions{Lifetime: client.Epochs(1)})
		took := time.Since(begin)
		if err != nil {
			return turns.Answer{}, err
		}
		n.last = results[0].BlobID
		if err := c.Settle(ctx); err != nil { // the other side's turn comes when nothing is left to do
			return turns.Answer{}, err
		}
		return turns.Answer{Took: took}, results[0].Err
	case "get":
		begin := time.Now()
		got, _, err := n.clients["put"].ReadBytes(ctx, n.last, client.ReadOptions{})
		took := time.Since(begin)
		if err == nil && !bytes.Equal(got, n.blob) {
			err = errors.New("the blob came back changed")
		}
		return turns.Answer{Took: took}, err
	}
	return turns.Answer{}, errors.New("no work named " + r.Work)
}
