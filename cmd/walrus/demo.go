package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/spf13/cobra"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/chain/evm"
	"walrus/chain/evm/wallet"
	"walrus/client"
	"walrus/localnet"
	"walrus/node/store"
	"walrus/redstuff"
)

// demoSize is the size of the file that the demo makes when none is given.
const demoSize = 4 << 20

func (a *app) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "demo [FILE]",
		Short: "Show the whole story on this machine, and leave nothing behind",
		Long: `Starts a chain and ten storage nodes, each a process of its own, in a temporary folder; stores FILE (a few random megabytes without one); shows the
certificate and the chain's record; kills three nodes; reads the file back; damages stored slivers in two ways; and reads it again. No configuration of
yours is read or written, and no process and no file is left behind.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return fmt.Errorf("unexpected argument %q; usage: %s", args[1], cmd.UseLine())
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if a.json {
				return usagef("the demo tells a story to people; it has no JSON form")
			}
			path := ""
			if len(args) == 1 {
				path = args[0]
			}
			return a.demo(cmd.Context(), path)
		},
	}
}

// A demonstration is one run of the demo and what its steps hand on.
type demonstration struct {
	*app
	dir    string // temporary
	path   string // of the file
	blob   []byte
	net    *localnet.Net
	chain  *evm.Client
	client *client.Client

	com     chain.Committee
	params  redstuff.Params
	result  client.StoreResult
	victims []damaged // slivers to be changed on disk
	step    int
	began   time.Time
}

func (a *app) demo(ctx context.Context, path string) (err error) {
	dir, err := os.MkdirTemp("", "walrus-demo-")
	if err != nil {
		return err
	}
	d := &demonstration{app: a, dir: dir, path: path, began: time.Now()}
	defer func() { err = errors.Join(err, d.clean()) }()
	for _, step := range []func(context.Context) error{d.load, d.start, d.store, d.showCertificate, d.killThree, d.readBack, d.damage, d.readDamaged} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	d.title("Done in %s", humanDuration(time.Since(d.began)))
	return nil
}

// clean ends every process and removes the temporary folder.
func (d *demonstration) clean() error {
	var errs []error
	if d.client != nil {
		d.client.Close()
	}
	if d.chain != nil {
		d.chain.Close()
	}
	if d.net != nil {
		errs = append(errs, d.net.Close())
	}
	errs = append(errs, os.RemoveAll(d.dir))
	if errors.Join(errs...) == nil {
		d.tell("All processes have ended and %s is removed.", d.dir)
	}
	return errors.Join(errs...)
}

func (d *demonstration) title(format string, args ...any) {
	fmt.Fprintf(d.stdout, "\n%s\n", paint(d.stdout, purple, fmt.Sprintf(format, args...)))
}

func (d *demonstration) begin(format string, args ...any) {
	d.step++
	d.title("%d. %s", d.step, fmt.Sprintf(format, args...))
}

func (d *demonstration) tell(format string, args ...any) {
	fmt.Fprintf(d.stdout, "   "+format+"\n", args...)
}

// load reads the file, or makes one.
func (d *demonstration) load(ctx context.Context) error {
	if d.path != "" {
		params, err := redstuff.NewParams(1000)
		if err != nil {
			return err
		}
		d.blob, err = client.ReadSource(ctx, d.source(d.path), params.MaxBlobSize())
		return err
	}
	d.path = "random.bin"
	d.blob = make([]byte, demoSize)
	_, err := rand.Read(d.blob)
	return err
}

// start brings up the network.
func (d *demonstration) start(ctx context.Context) error {
	d.begin("A network on this machine")
	began := time.Now()
	var err error
	if d.net, err = localnet.Start(ctx, localnet.Config{Dir: filepath.Join(d.dir, "net"), Processes: true}); err != nil {
		return err
	}
	info := d.net.Info()
	if d.chain, err = d.net.Dial(ctx); err != nil {
		return err
	}
	if d.client, err = client.New(d.chain, client.Options{Journal: filepath.Join(d.dir, "journal"), Log: d.log}); err != nil {
		return err
	}
	if d.params, err = redstuff.NewParams(info.Shards); err != nil {
		return err
	}
	if d.com, err = d.chain.Committee(ctx, 1); err != nil {
		return err
	}
	d.tell("A chain with the contracts on it, %d storage nodes with %d shards together, %d processes: %s.",
		len(info.Nodes), info.Shards, len(info.Nodes)+1, humanDuration(time.Since(began)))
	d.tell("Registry %v, network %v", info.Registry, info.NetworkID)
	return nil
}

// store stores the file permanently for two epochs.
func (d *demonstration) store(ctx context.Context) error {
	d.begin("Store %s", d.path)
	info := d.net.Info()
	w, err := wallet.Open(filepath.Join(info.Dir, "keys", "client"), info.Client, wallet.Fixed(""))
	if err != nil {
		return err
	}
	acct, err := d.chain.Account(w.Key())
	if err != nil {
		return err
	}
	began := time.Now()
	results, err := d.client.Store(ctx, acct, []client.Source{client.Bytes(d.path, d.blob)}, client.StoreOptions{Lifetime: client.Epochs(2)})
	if err != nil {
		return err
	}
	d.result = results[0]
	if d.result.Err != nil {
		return d.result.Err
	}
	n := d.result.NewlyCreated
	d.tell("%s bytes became %d pairs of slivers: encoded, paid for, sent, signed by the nodes and certified in %s.",
		thousands(uint64(len(d.blob))), d.params.N, humanDuration(time.Since(began)))
	d.tell("Blob ID   %v", d.result.BlobID)
	d.tell("Object    %v, permanent until epoch %d", n.Object.ID, n.Object.Storage.End)
	d.tell("Cost      %s without gas, %s sent to the nodes", humanWAL(n.Cost), humanBytes(d.result.Sent))
	return nil
}

// showCertificate verifies the certificate offline and compares it with the chain.
func (d *demonstration) showCertificate(ctx context.Context) error {
	d.begin("The certificate, and the record on the chain")
	c := d.result.Certificate
	if c == nil {
		return errors.New("the store brought no certificate to the chain")
	}
	said, epoch, err := attest.ParseAvailability(c.Message)
	if err != nil {
		return err
	}
	com, err := attestCommittee(d.com)
	if err != nil {
		return err
	}
	cert := attest.Certificate{Message: c.Message, Signers: attest.Bitmap(c.Bitmap), Signature: bls.Signature(c.Signature)}
	began := time.Now()
	if err := cert.Verify(com, attest.Quorum); err != nil {
		return err
	}
	took := time.Since(began)
	var signers []string
	for _, i := range cert.Signers.Indices() {
		signers = append(signers, d.com.Members[i].Name)
	}
	slices.Sort(signers)
	d.tell("Statement  %d bytes, signed in epoch %d: blob %v is kept until epoch %d", len(c.Message), epoch, redstuff.BlobID(said.BlobID), said.End)
	d.tell("Signers    %s: %d of %d shards, %d are a quorum", strings.Join(signers, " "), c.Weight, d.params.N, d.params.N-d.params.F)
	d.tell("Signature  %x... (one BLS signature for all; verified offline in %s)", c.Signature[:16], humanDuration(took))
	blob, err := d.chain.Blob(ctx, d.result.NewlyCreated.Object.ID)
	if err != nil {
		return err
	}
	available, err := d.chain.Availability(ctx, d.result.BlobID)
	if err != nil {
		return err
	}
	if !available.Certified || blob.BlobID != d.result.BlobID {
		return errors.New("the chain does not say that the blob is certified")
	}
	d.tell("Chain      owner %v, %s bytes, certified in epoch %d, available until epoch %d",
		blob.Owner, thousands(blob.Size), blob.Certified, available.PermanentUntil)
	return nil
}

func attestCommittee(com chain.Committee) (*attest.Committee, error) {
	members := make([]attest.Member, len(com.Members))
	for i, m := range com.Members {
		key, err := bls.ParsePublicKey(m.BLSKey[:])
		if err != nil {
			return nil, fmt.Errorf("key of %s: %w", m.Name, err)
		}
		members[i] = attest.Member{NodeID: m.NodeID, Key: key, Weight: uint16(len(m.Shards))}
	}
	return attest.NewCommittee(com.Epoch, com.NShards, members)
}

// demoKilled is how many of the ten nodes are killed: with 100 shards each, as many as may fail.
const demoKilled = 3

func (d *demonstration) killThree(context.Context) error {
	d.begin("Kill three of ten nodes")
	var err error
	if d.victims, err = d.findVictims(); err != nil {
		return err
	}
	nodes := d.net.Info().Nodes
	killed := 0
	for i := len(nodes) - 1; i >= 0 && killed < demoKilled; i-- {
		if slices.ContainsFunc(d.victims, func(v damaged) bool { return v.node.Name == nodes[i].Name }) {
			continue // it is wanted alive
		}
		if err := d.net.KillNode(i); err != nil {
			return err
		}
		killed++
		d.tell("%s (%s, %d shards) is gone", nodes[i].Name, nodes[i].Address, nodes[i].Shards)
	}
	return nil
}

// read reads the blob and compares it with the file.
func (d *demonstration) read(ctx context.Context) (client.ReadReport, error) {
	began := time.Now()
	got, report, err := d.client.ReadBytes(ctx, d.result.BlobID, client.ReadOptions{})
	if err != nil {
		return report, err
	}
	if !bytes.Equal(got, d.blob) {
		return report, errors.New("the bytes read differ from the file")
	}
	d.tell("%s bytes read, verified and equal to the file: %s (%d %v slivers, %d of them systematic)",
		thousands(uint64(len(got))), humanDuration(time.Since(began)), d.params.Need(report.Axis), report.Axis, report.Systematic)
	return report, nil
}

func (d *demonstration) readBack(ctx context.Context) error {
	d.begin("Read it back from the seven that are left")
	_, err := d.read(ctx)
	return err
}

// A damaged sliver is one that the demo has changed on a node's disk.
type damaged struct {
	node localnet.NodeInfo
	pair redstuff.PairIndex
}

// damage changes two stored slivers that the next read asks for.
func (d *demonstration) damage(context.Context) error {
	d.begin("Damage two stored slivers")
	for i, fixChecksum := range []bool{false, true} {
		v := d.victims[i]
		flip := func(data []byte) { data[len(data)/2] ^= 1 }
		if err := store.RewriteRecord(vfs.Default, v.storage(), d.result.BlobID, v.pair, redstuff.Primary, flip, fixChecksum); err != nil {
			return fmt.Errorf("damage pair %d of %s: %w", v.pair, v.node.Name, err)
		}
		if fixChecksum {
			d.tell("%s, pair %d: one bit flipped on disk, and its checksum made right, so that the node cannot notice", v.node.Name, v.pair)
		} else {
			d.tell("%s, pair %d: one bit flipped on disk; the checksum beside it no longer fits", v.node.Name, v.pair)
		}
	}
	return nil
}

// findVictims picks two systematic pairs on two nodes that have them on disk: readers ask for systematic slivers first.
func (d *demonstration) findVictims() ([]damaged, error) {
	var found []damaged
	for _, info := range d.net.Info().Nodes {
		at := slices.IndexFunc(d.com.Members, func(m chain.Member) bool { return m.Name == info.Name })
		if at < 0 {
			return nil, fmt.Errorf("%s is not in the committee", info.Name)
		}
		for _, shard := range d.com.Members[at].Shards {
			v := damaged{info, d.params.PairOf(d.result.BlobID, shard)}
			if int(v.pair) >= d.params.K1 {
				continue
			}
			if _, _, _, err := store.FindRecord(vfs.Default, v.storage(), d.result.BlobID, v.pair, redstuff.Primary); err == nil {
				found = append(found, v)
			}
			break // one of this node is enough; without it the node has not had the time to get its slivers
		}
		if len(found) == 2 {
			return found, nil
		}
	}
	return nil, fmt.Errorf("%d of the nodes have a systematic sliver of this blob, want 2", len(found))
}

// storage is the data directory of the node.
func (v damaged) storage() string { return filepath.Join(v.node.Dir, "storage") }

// readDamaged reads once more and shows who was found out.
func (d *demonstration) readDamaged(ctx context.Context) error {
	d.begin("Read it once more")
	report, err := d.read(ctx)
	if err != nil {
		return err
	}
	for _, s := range report.Bad {
		d.tell("%s %v", paint(d.stdout, yellow, "bad:"), s)
	}
	if len(report.Bad) < 2 {
		return fmt.Errorf("the read named %d of the 2 damaged slivers", len(report.Bad))
	}
	return nil
}
