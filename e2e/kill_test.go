package e2e

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"walrus/attest"
	"walrus/chain"
	"walrus/client"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// kills is the length of the campaign in each phase; the documented campaign uses 13.
var kills = flag.Int("kills", 1, "kill the whole network at least so often in each phase of a store")

// The phases of a store, each between its first and its last durable step.
const (
	inRegister = "register" // journal names the transaction ... chain's receipt is in the journal
	inUpload   = "upload"   // first node's share durable ... last node's share durable
	inConfirm  = "confirm"  // first confirmation received ... quorum of confirmations; it overlaps the upload to slower nodes
	inCertify  = "certify"  // journal names the transaction ... store acknowledged
)

var phases = []string{inRegister, inUpload, inConfirm, inCertify}

// A strike kills the network once, at a moment of one phase.
type strike struct {
	n     *network
	phase string
	delay time.Duration // after the moment
	share float64       // of the bytes to send, for uploads
	once  sync.Once
	dead  chan struct{}

	slivers   uint64        // bytes of all slivers
	confirmed atomic.Uint64 // shards
	reached   atomic.Bool   // quorum
}

func (s *strike) hit() {
	s.once.Do(func() {
		go func() {
			time.Sleep(s.delay)
			if err := s.n.net.KillAll(); err != nil {
				s.n.t.Errorf("kill: %v", err)
			}
			close(s.dead)
		}()
	})
}

func (s *strike) show(p client.Progress) {
	if p.Phase != client.PhaseUpload {
		return
	}
	if p.Done > s.confirmed.Load() {
		s.confirmed.Store(p.Done)
	}
	if p.Total > 0 && p.Done >= p.Total {
		s.reached.Store(true)
	}
	switch {
	case s.phase == inUpload && float64(p.Sent) >= s.share*float64(s.slivers):
		s.hit()
	case s.phase == inConfirm && p.Done > 0:
		s.hit()
	}
}

// struckAccount is an account whose transactions a strike waits for.
type struckAccount struct {
	chain.Account
	s *strike
}

func (a struckAccount) Register(ctx context.Context, rs []chain.Registration, most uint64, sent func(chain.TxHash) error) (chain.Receipt, error) {
	return a.Account.Register(ctx, rs, most, a.after(inRegister, sent))
}

func (a struckAccount) Certify(ctx context.Context, object attest.ObjectID, sig [96]byte, bitmap []byte, sent func(chain.TxHash) error) (chain.Receipt, error) {
	return a.Account.Certify(ctx, object, sig, bitmap, a.after(inCertify, sent))
}

func (a struckAccount) after(phase string, sent func(chain.TxHash) error) func(chain.TxHash) error {
	return func(tx chain.TxHash) error {
		err := sent(tx)
		if err == nil && a.s.phase == phase {
			a.s.hit()
		}
		return err
	}
}

// remembered is what the journal of the only unfinished store says.
func (n *network) remembered() (found, registering, registered, certifying bool) {
	n.t.Helper()
	files, err := os.ReadDir(n.journal)
	if err != nil {
		n.t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".json") {
			continue
		}
		raw, err := os.ReadFile(filepath.Join(n.journal, f.Name()))
		if err != nil {
			n.t.Fatal(err)
		}
		var e struct {
			Register []string `json:"registerTx"`
			Object   *string  `json:"object"`
			Certify  []string `json:"certifyTx"`
		}
		if err := json.Unmarshal(raw, &e); err != nil {
			n.t.Fatal(err)
		}
		return true, len(e.Register) > 0, e.Object != nil, len(e.Certify) > 0
	}
	return false, false, false, false
}

// onNodes counts the slivers of a blob that nodes hold durably, and checks that the event by which each node knows the blob is on the chain.
func (n *network) onNodes(id redstuff.BlobID) (slivers int) {
	n.t.Helper()
	ctx := n.t.Context()
	sys, err := n.chain.System(ctx)
	if err != nil {
		n.t.Fatal(err)
	}
	com, err := n.chain.Committee(ctx, sys.Epoch)
	if err != nil {
		n.t.Fatal(err)
	}
	for _, m := range com.Members {
		api := nodeapi.NewClient(m.NetAddress, nodeapi.NetworkKey(m.NetworkKey), nodeapi.Options{})
		defer api.Close()
		st, err := api.BlobStatus(ctx, id)
		if err != nil {
			n.t.Fatalf("status from %s: %v", m.Name, err)
		}
		if st.State == nodeapi.Permanent {
			tx, err := chain.ParseTxHash(st.Event.TxDigest)
			if err != nil {
				n.t.Fatalf("%s: event %q: %v", m.Name, st.Event.TxDigest, err)
			}
			if r, err := n.acct.Pending(ctx, tx); err != nil || r == nil {
				n.t.Errorf("%s acted on event %v, which is not on the chain: %v", m.Name, tx, err)
			}
		}
		staged, err := api.Staged(ctx, id)
		if err != nil {
			continue // it knows nothing of the blob
		}
		for _, s := range staged.Slivers {
			if s.Complete {
				slivers++
			}
		}
	}
	return slivers
}

// TestKill kills chain and nodes, all at once and without warning, at moments within every phase of a store. After each restart everything that was
// acknowledged must be there, the same store must finish and pay nothing twice, and no event that a node acted on may be missing from the chain.
func TestKill(t *testing.T) {
	const shards = 100
	weights := make([]int, 10)
	for i := range weights {
		weights[i] = shards / len(weights)
	}
	n := start(t, weights...)
	r := rand.New(rand.NewPCG(11, 12))
	type kept struct {
		id redstuff.BlobID
		b  []byte
	}
	var acknowledged []kept
	var table []string
	count := map[string]int{}
	for round := 0; ; round++ {
		phase := ""
		for _, p := range phases {
			if count[p] < *kills && (phase == "" || count[p] < count[phase]) {
				phase = p
			}
		}
		if phase == "" {
			break
		}
		if round > 8**kills+6 {
			t.Fatalf("after %d kills the phases are still hit only %v\n%s", round, count, strings.Join(table, "\n"))
		}
		b := blob(uint64(5000+round), 1_500_000+r.IntN(1_000_000))
		quotes, err := n.client.Quotes(t.Context(), chain.Address{}, []client.Source{client.Bytes("blob", b)}, client.StoreOptions{Lifetime: client.Epochs(5)})
		if err != nil {
			t.Fatal(err)
		}
		id, before := quotes[0].BlobID, n.wal()
		s := &strike{n: n, phase: phase, dead: make(chan struct{}), slivers: quotes[0].Encoded - shards*(64*shards+32)}
		s.share = 0.8 + 0.2*r.Float64() // nodes end at about the same time
		switch phase {
		case inRegister, inCertify:
			s.delay = time.Duration(r.IntN(9000)) * time.Microsecond
		case inUpload, inConfirm:
			s.delay = time.Duration(r.IntN(2000)) * time.Microsecond
		}
		n.show = s.show
		ctx, cancel := context.WithCancelCause(t.Context())
		go func() {
			select {
			case <-s.dead:
				time.Sleep(50 * time.Millisecond)
				cancel(errors.New("the network was killed"))
			case <-ctx.Done():
			}
		}()
		res, err := n.client.Store(ctx, struckAccount{n.acct, s}, []client.Source{client.Bytes("blob", b)}, client.StoreOptions{Lifetime: client.Epochs(5)})
		if err == nil {
			err = res[0].Err
		}
		n.show = nil
		s.hit() // if the store was over before the moment came
		<-s.dead
		cancel(nil)
		done := err == nil
		found, registering, registered, certifying := n.remembered()
		n.closeClient()
		_ = n.net.Close() // it reports the killed parts
		n.up()

		slivers := n.onNodes(id)
		where := "elsewhere"
		switch {
		case done:
			where = "after the store"
		case found && certifying:
			where = inCertify
		case registered && phase == inConfirm && s.confirmed.Load() > 0 && !s.reached.Load():
			where = inConfirm
		case registered && phase != inConfirm && slivers > 0 && slivers < 2*shards && !s.reached.Load():
			where = inUpload
		case found && registering && !registered:
			where = inRegister
		}
		count[where]++
		table = append(table, fmt.Sprintf("%3d  aimed at %-8s hit %-15s journal: transaction %-5v object %-5v certifying %-5v  confirmed shards %3d  durable slivers %3d",
			round, phase, where, registering, registered, certifying, s.confirmed.Load(), slivers))

		if done {
			acknowledged = append(acknowledged, kept{id, b})
		}
		again, err := n.store(b)
		if err != nil {
			t.Fatalf("round %d, %s: the same store after the restart: %v\n%s", round, where, err, strings.Join(table, "\n"))
		}
		if again.BlobID != id {
			t.Fatalf("round %d: blob ID changed", round)
		}
		if paid := before - n.wal(); paid != quotes[0].Cost {
			t.Errorf("round %d, %s: paid %d FROST, the price is %d", round, where, paid, quotes[0].Cost)
		}
		if !done {
			acknowledged = append(acknowledged, kept{id, b})
		}
		for i, k := range acknowledged {
			if i < len(acknowledged)-6 && r.IntN(len(acknowledged)) > 4 {
				continue // all of them are read at the end
			}
			if _, err := n.read(k.id, k.b); err != nil {
				t.Fatalf("round %d: acknowledged blob %d: %v", round, i, err)
			}
		}
	}
	for i, k := range acknowledged {
		if _, err := n.read(k.id, k.b); err != nil {
			t.Errorf("at the end: acknowledged blob %d: %v", i, err)
		}
		n.onNodes(k.id)
	}
	t.Logf("%d kills:\n%s", len(table), strings.Join(table, "\n"))
	t.Logf("hits by phase: %v", count)
}
