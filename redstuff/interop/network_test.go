package interop

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"walrus/bls"
	"walrus/chain"
	"walrus/chain/evm/wallet"
	"walrus/client"
	"walrus/localnet"
	"walrus/merkle"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// TestOfficialEncoderOnNetwork shows that the official decoder reads what our client stored on our nodes, and that our client reads what the official
// encoder made, at 1000 shards, one request per sliver as other clients do it.
func TestOfficialEncoderOnNetwork(t *testing.T) {
	o := start(t)
	ctx := t.Context()
	net, err := localnet.Start(ctx, localnet.Config{Dir: t.TempDir(), Nodes: 7, Shards: 1000})
	if err != nil {
		t.Fatal(err)
	}
	defer net.Close()
	ch, err := net.Dial(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer ch.Close()
	lc, err := client.LoadConfig(net.Info().ClientConfig, "")
	if err != nil {
		t.Fatal(err)
	}
	w, err := wallet.Open(lc.Wallet.Path, lc.Wallet.ActiveAddress, wallet.Fixed(""))
	if err != nil {
		t.Fatal(err)
	}
	acct, err := ch.Account(w.Key())
	if err != nil {
		t.Fatal(err)
	}
	c, err := client.New(ch, client.Options{Config: &lc.Config})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	com, err := ch.Committee(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	p, err := redstuff.NewParams(1000)
	if err != nil {
		t.Fatal(err)
	}
	n := &shards{p: p, holder: map[redstuff.ShardIndex]*nodeapi.Client{}}
	for _, m := range com.Members {
		api := nodeapi.NewClient(m.NetAddress, nodeapi.NetworkKey(m.NetworkKey), nodeapi.Options{})
		defer api.Close()
		n.nodes = append(n.nodes, api)
		for _, s := range m.Shards {
			n.holder[s] = api
		}
	}
	rng := rand.New(rand.NewPCG(41, 42))
	for _, size := range []int{1, 700_001, 3_000_000} {
		blob := make([]byte, size)
		for i := range blob {
			blob[i] = byte(rng.Uint32())
		}
		if err := n.theyReadOurs(ctx, o, c, acct, blob, rng); err != nil {
			t.Errorf("%d bytes, stored by us: %v", size, err)
		}
		blob[0]++
		if err := n.weReadTheirs(ctx, o, c, acct, com, blob); err != nil {
			t.Errorf("%d bytes, encoded by them: %v", size, err)
		}
	}
}

// shards are the nodes of a network, by what they hold.
type shards struct {
	p      redstuff.Params
	nodes  []*nodeapi.Client
	holder map[redstuff.ShardIndex]*nodeapi.Client
}

func (n *shards) of(id redstuff.BlobID, q redstuff.PairIndex) *nodeapi.Client {
	return n.holder[n.p.Shard(id, q)]
}

func (n *shards) theyReadOurs(ctx context.Context, o *official, c *client.Client, acct chain.Account, blob []byte, rng *rand.Rand) error {
	res, err := c.Store(ctx, acct, []client.Source{client.Bytes("blob", blob)}, client.StoreOptions{Lifetime: client.Epochs(2)})
	if err != nil || res[0].Err != nil {
		return fmt.Errorf("store: %v, %v", err, res)
	}
	id := res[0].BlobID
	var files []string
	for i, q := range rng.Perm(n.p.N)[:n.p.K1] {
		s, err := n.of(id, redstuff.PairIndex(q)).Sliver(ctx, id, redstuff.PairIndex(q), redstuff.Primary, 1<<20)
		if err != nil {
			return fmt.Errorf("pair %d: %w", q, err)
		}
		file, err := o.write(fmt.Sprintf("stored-%d", i), s.AppendBCS(nil))
		if err != nil {
			return err
		}
		files = append(files, file)
	}
	got, err := o.call(map[string]any{"op": "decode", "n": n.p.N, "size": len(blob), "id": hex.EncodeToString(id[:]), "slivers": files})
	if err == nil && !bytes.Equal(got, blob) {
		err = fmt.Errorf("the official decoder gives other bytes")
	}
	return err
}

func (n *shards) weReadTheirs(ctx context.Context, o *official, c *client.Client, acct chain.Account, com chain.Committee, blob []byte) error {
	file, err := o.write("blob", blob)
	if err != nil {
		return err
	}
	out, err := o.call(map[string]any{"op": "encode", "n": n.p.N, "blob": file})
	if err != nil {
		return err
	}
	take := func(k int) []byte { b := out[:k]; out = out[k:]; return b }
	id, root := redstuff.BlobID(take(32)), [32]byte(take(32))
	m := &redstuff.Metadata{Encoding: redstuff.EncodingRS2, Length: uint64(len(blob))}
	for range n.p.N {
		m.Hashes = append(m.Hashes, redstuff.PairHashes{Primary: merkle.Digest(merkle.Hash(take(32))), Secondary: merkle.Digest(merkle.Hash(take(32)))})
	}
	r, err := acct.Register(ctx, []chain.Registration{{BlobID: id, Root: root, Size: uint64(len(blob)), Encoding: redstuff.EncodingRS2, Epochs: 2}}, 1e9, nil)
	if err != nil {
		return err
	}
	for _, api := range n.nodes {
		if err := eventually(ctx, func() error { _, err := api.PutMetadata(ctx, id, m.AppendBCS(nil)); return err }); err != nil {
			return fmt.Errorf("metadata: %w", err)
		}
	}
	size, err := n.p.SymbolSize(uint64(len(blob)))
	if err != nil {
		return err
	}
	for _, axis := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
		for q := range redstuff.PairIndex(n.p.N) {
			s, err := redstuff.ParseSliver(axis, take(redstuff.SliverBCSLen(n.p.SliverSize(axis, size))))
			if err != nil {
				return err
			}
			if _, err := n.of(id, q).PutSliver(ctx, id, q, s); err != nil {
				return fmt.Errorf("%v sliver of pair %d: %w", axis, q, err)
			}
		}
	}
	var sigs []bls.Signature
	bitmap := make([]byte, (len(n.nodes)+7)/8)
	for i, api := range n.nodes {
		a, err := api.Attestation(ctx, id, r.Objects[0])
		if err != nil {
			return fmt.Errorf("attestation of %s: %w", com.Members[i].Name, err)
		}
		sigs = append(sigs, bls.Signature(a.Signature))
		bitmap[i/8] |= 1 << (i % 8)
	}
	sum, err := bls.Aggregate(sigs)
	if err != nil {
		return err
	}
	if _, err := acct.Certify(ctx, r.Objects[0], sum, bitmap, nil); err != nil {
		return fmt.Errorf("certify: %w", err)
	}
	var buf bytes.Buffer
	if _, err := c.Read(ctx, id, &buf, client.ReadOptions{Check: redstuff.CheckStrict}); err != nil {
		return fmt.Errorf("read %v: %w", id, err)
	}
	if !bytes.Equal(buf.Bytes(), blob) {
		return fmt.Errorf("our client gives other bytes")
	}
	return nil
}

// eventually repeats f while the node has not seen the registration yet.
func eventually(ctx context.Context, f func() error) error {
	for range 50 {
		err := f()
		if err == nil || ctx.Err() != nil {
			return err
		}
		select {
		case <-ctx.Done():
		case <-time.After(100 * time.Millisecond):
		}
	}
	return f()
}
