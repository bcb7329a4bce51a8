package client

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"walrus/attest"
	"walrus/bls"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// errBehind is a node that has all we sent and still signs nothing: it has not seen the registration yet, or counts shards that it should not.
var errBehind = errors.New("storage node signs nothing yet")

// progressStep is how many bytes go out between two progress reports.
const progressStep = 1 << 20

// An upload brings one blob to the nodes and collects their attestations.
type upload struct {
	c       *Client
	v       *view
	blob    encoded
	object  attest.ObjectID
	claim   attest.Availability
	message []byte // claim as every node must sign it
	probe   bool   // nodes may have the blob already: ask before sending
	plain   bool   // only store: signatures are asked for later, for many blobs together
	name    string // of the upload, a secret by which nodes know whose parts of slivers are whose; may be empty
	report  func(Progress)
	cast    *broadcast // of a streamed blob, else nil
	gate    *gate
	// detached uploads are waited for until the certificate only, so that a large one begins with a quorum's nodes.
	detached bool
	start    time.Time

	sent   atomic.Uint64
	weight atomic.Int64
	tail   atomic.Bool // only the rest is left of a detached upload
	late   atomic.Bool // the time of the tail is over
}

// An answer is how one node's part ended.
type answer struct {
	node *node
	sig  bls.Signature
	err  error
}

// A quorum is the attestations that make a certificate.
type quorum struct {
	sigs map[int]bls.Signature // by signer index
}

// aggregate gives the certificate's signature and its bitmap: bit i of byte i/8, counted from the lowest, is signer i.
func (q quorum) aggregate(members int) (sig bls.Signature, bitmap []byte, err error) {
	bitmap = make([]byte, (members+7)/8)
	sigs := make([]bls.Signature, 0, len(q.sigs))
	for i, s := range q.sigs {
		bitmap[i/8] |= 1 << (i % 8)
		sigs = append(sigs, s)
	}
	sig, err = bls.Aggregate(sigs)
	return sig, bitmap, err
}

// run sends to all nodes at once, or to those of a quorum first, and returns when nodes with a quorum of the shards have attested, or as soon as that has become
// impossible. The tail goes on for the time that the configuration grants; wait ends it: at once with now, else when it is over. wait must be called once unless err is set.
// Nodes that were kept back begin then, or a second after the quorum.
func (u *upload) run(ctx context.Context) (q quorum, wait func(now bool), err error) {
	u.start = time.Now()
	ctx, cancel := context.WithCancel(nodeapi.WithUpload(ctx, u.name))
	answers := make(chan answer, len(u.v.nodes)) // room for all: no sender ever blocks
	var wg sync.WaitGroup
	u.gate = newGate(u.v, u.blob.BlobID(), u.detached && u.size() >= aheadFrom)
	if s, ok := u.blob.(*streamedBlob); ok {
		u.cast = newBroadcast(s.Stream, u.v.nodes, max(u.repairs(u.gate.first), u.repairs(u.gate.later)), u.v.quorum, func() int { return int(u.weight.Load()) })
		u.cast.expect(u.gate.first)
		u.cast.heldUp, u.cast.helpAfter = u.gate.open, u.c.opt.Hedge/2
		u.gate.onOpen = func() { u.cast.expect(u.gate.later) }
		wg.Go(func() { u.cast.run(ctx) })
	}
	send := func(n *node) {
		sig, err := u.toNode(ctx, n)
		var ours *sourceError
		if (ctx.Err() == nil || u.late.Load()) && !errors.As(err, &ours) {
			n.noteTrouble(err)
		}
		if u.cast != nil {
			u.cast.finished(n)
		}
		answers <- answer{n, sig, err}
	}
	for _, n := range u.gate.first {
		wg.Go(func() { send(n) })
	}
	for _, n := range u.gate.later {
		wg.Go(func() {
			select {
			case <-u.gate.opened:
			case <-ctx.Done():
			}
			send(n)
		})
	}
	if q, err = u.collect(ctx, answers); err != nil {
		cancel()
		wg.Wait()
		return quorum{}, nil, err
	}
	took := time.Since(u.start)
	extra := u.c.cfg.extraAfterQuorum(took)
	if len(u.gate.later) > 0 {
		extra += aheadCertify + time.Duration(float64(took)*u.gate.share())
	}
	open := time.AfterFunc(aheadCertify, u.gate.open)
	end := time.AfterFunc(extra, func() {
		u.late.Store(true)
		cancel()
	})
	return q, func(now bool) {
		if now {
			cancel()
		}
		u.gate.open()
		go func() {
			wg.Wait()
			close(answers)
		}()
		for a := range answers {
			u.afterwards(a)
		}
		open.Stop()
		end.Stop()
		cancel()
	}, nil
}

// collect gathers the answers of nodes until they are a quorum.
func (u *upload) collect(ctx context.Context, answers <-chan answer) (quorum, error) {
	q := quorum{sigs: map[int]bls.Signature{}}
	possible := u.v.params.N
	var failed []NodeError
	var help *time.Timer // counts from when half a quorum has answered: one light node, or a liar, says nothing about the others
	for range u.v.nodes {
		var a answer
		select {
		case a = <-answers:
		case <-ctx.Done():
			return quorum{}, ctx.Err()
		}
		var ours *sourceError
		if errors.As(a.err, &ours) { // no node is to blame, and no other one will fare better
			return quorum{}, ours
		}
		if a.err != nil {
			u.c.log.Debug("node failed", "node", a.node.member.Name, "blob", u.blob.BlobID(), "error", a.err)
			failed = append(failed, a.node.err(a.err))
			if possible -= a.node.weight(); possible < u.v.quorum {
				return quorum{}, u.missed(failed)
			}
			continue
		}
		q.sigs[a.node.index] = a.sig
		u.weight.Add(int64(a.node.weight()))
		u.progress()
		if int(u.weight.Load()) >= u.v.quorum {
			return q, nil
		}
		if half := 2*int(u.weight.Load()) >= u.v.quorum; half && help == nil {
			help = time.AfterFunc(u.c.opt.Hedge/4+time.Since(u.start)/4, u.gate.open)
			defer help.Stop()
		}
	}
	return quorum{}, u.missed(failed)
}

// afterwards takes an answer that came after the quorum.
func (u *upload) afterwards(a answer) {
	if a.err != nil {
		u.c.log.Debug("node failed", "node", a.node.member.Name, "blob", u.blob.BlobID(), "error", a.err)
		return
	}
	u.weight.Add(int64(a.node.weight()))
	if u.tail.Load() {
		u.progress()
	}
}

// repairs is how many primary repair slivers nodes hold.
func (u *upload) repairs(nodes []*node) (count int) {
	for _, n := range nodes {
		for _, at := range n.pairs(u.v.params, u.blob.BlobID()) {
			if int(u.v.params.Index(redstuff.Primary, at)) >= u.v.params.K1 {
				count++
			}
		}
	}
	return count
}

// size is how many bytes of slivers all nodes together get.
func (u *upload) size() int {
	size := u.blob.SymbolSize()
	p := u.v.params
	return p.N * (p.SliverSize(redstuff.Primary, size) + p.SliverSize(redstuff.Secondary, size))
}

func (u *upload) missed(failed []NodeError) error {
	return &WeightError{Got: int(u.weight.Load()), Want: u.v.quorum, Of: u.v.params.N, Nodes: failed}
}

func (u *upload) progress() {
	p := Progress{BlobID: u.blob.BlobID(), Phase: PhaseUpload, Done: uint64(u.weight.Load()), Total: uint64(u.v.quorum), Sent: u.sent.Load()}
	if u.tail.Load() {
		p.Phase, p.Total = PhaseTail, uint64(u.v.params.N)
	}
	u.report(p)
}

// count notes n bytes sent.
func (u *upload) count(n int) {
	after := u.sent.Add(uint64(n))
	if after/progressStep != (after-uint64(n))/progressStep {
		u.progress()
	}
}

// toNode brings one node its slivers, trying again while that makes sense, and returns its verified attestation.
func (u *upload) toNode(ctx context.Context, n *node) (bls.Signature, error) {
	t := trial{policy: u.c.cfg.Communication.RequestRate.Backoff}
	probe := u.probe
	const mostLate = 64 // attempts that broke off late, each of which brought the node nearer to its end
	for late := 0; ; {
		begun := time.Now()
		sig, err := u.attempt(ctx, n, probe)
		if u.cast != nil {
			u.cast.heard(n)
			if errors.Is(err, errLagging) || time.Since(begun) > maxTrouble { // much has gone through: this is trouble of its own
				t.since = time.Time{}
			}
			if late++; time.Since(begun) > maxTrouble && late < mostLate {
				t.retries = 0 // nodes end a stream that is slow on average, as each is that shares a thin line with many
			}
		}
		if err == nil {
			return sig, nil
		}
		if ctx.Err() != nil {
			return bls.Signature{}, ctx.Err()
		}
		u.gate.open() // the others may be needed
		probe = true  // something may have arrived
		if !t.again(ctx, err) {
			return bls.Signature{}, err
		}
	}
}

// attempt is one try; it has one of the process's slots for writing.
func (u *upload) attempt(ctx context.Context, n *node, probe bool) (bls.Signature, error) {
	select {
	case u.c.writes <- struct{}{}:
		defer func() { <-u.c.writes }()
	case <-ctx.Done():
		return bls.Signature{}, ctx.Err()
	}
	id := u.blob.BlobID()
	if probe && !u.plain {
		signed, err := n.api.Attestation(ctx, id, u.object)
		switch {
		case err == nil:
			return u.verify(n, signed.Message, signed.Signature)
		case errors.Is(err, nodeapi.ErrUnavailable):
			return bls.Signature{}, err
		}
	}
	if n.hasBundles() {
		sig, err := u.byBundle(ctx, n, probe)
		if !errors.Is(err, nodeapi.ErrNoBundles) {
			return sig, err
		}
		n.noteBundles(err)
	}
	return u.bySlivers(ctx, n, probe)
}

// byBundle sends what the node lacks in one request.
func (u *upload) byBundle(ctx context.Context, n *node, probe bool) (bls.Signature, error) {
	id := u.blob.BlobID()
	var has nodeapi.Staged
	if probe {
		var err error
		if has, err = n.api.Staged(ctx, id); err != nil && !isRefusal(err) {
			return bls.Signature{}, err
		}
	}
	body, end := u.bundle(n, has)
	req := nodeapi.BundleRequest{Body: body, Sent: u.count}
	if !u.plain {
		req.Attest = u.object
	}
	res, err := n.api.PutBundle(ctx, id, req)
	end()
	var refusal *nodeapi.Error
	shared := u.cast != nil || goesOn(has) // slivers were sent in parts, which anyone may have sent to this node as well, wrong ones too
	if errors.As(err, &refusal) && refusal.Reason == nodeapi.InvalidBundle && shared {
		return bls.Signature{}, fmt.Errorf("%w: it has dropped what it had of some slivers: %w", errBehind, err)
	}
	if err != nil {
		return bls.Signature{}, err
	}
	if len(res.Rejected) > 0 {
		r := res.Rejected[0]
		err := fmt.Errorf("rejected %d slivers, the first is the %.20q of pair %d: %.40q", len(res.Rejected), r.Type, r.Pair, r.Reason)
		if e := u.blob.unchanged(); e != nil { // other nodes will reject them as well
			return bls.Signature{}, &sourceError{e}
		}
		if shared { // the node has dropped them, and takes them from the start
			err = fmt.Errorf("%w: %w", errBehind, err)
		}
		return bls.Signature{}, err
	}
	switch a := res.Attestation; {
	case u.plain:
		return bls.Signature{}, nil
	case a == nil:
		return bls.Signature{}, fmt.Errorf("%w: no attestation in the answer to a bundle", nodeapi.ErrMalformed)
	case a.Reason != "":
		return bls.Signature{}, fmt.Errorf("%w: %s", errBehind, a.Reason)
	default:
		return u.verify(n, a.Message, a.Signature)
	}
}

// goesOn reports whether a bundle continued slivers that the node said to have in part, which it keeps only for a while.
func goesOn(has nodeapi.Staged) bool {
	return slices.ContainsFunc(has.Slivers, func(s nodeapi.StagedSliver) bool { return !s.Complete && s.Offset > 0 })
}

// isRefusal reports whether a node answered that it has nothing to tell, which is no reason to give it up.
func isRefusal(err error) bool {
	var e *nodeapi.Error
	return errors.As(err, &e) && e.Code < 500 && e.Code != 429
}

// verify accepts a signature of this node over exactly the statement wanted.
func (u *upload) verify(n *node, message, signature []byte) (bls.Signature, error) {
	if !bytes.Equal(message, u.message) {
		return bls.Signature{}, u.mismatch(message)
	}
	sig, err := bls.ParseSignature(signature)
	if err != nil {
		return bls.Signature{}, fmt.Errorf("attestation: %w", err)
	}
	if !n.key.Verify(u.message, sig) {
		return bls.Signature{}, errors.New("attestation: signature is not by the node's key")
	}
	return sig, nil
}

// mismatch says in which field a statement differs from the one wanted. A node that has not seen an extension yet, or is in another epoch, may be right later.
func (u *upload) mismatch(message []byte) error {
	got, epoch, err := attest.ParseAvailability(message)
	if err != nil {
		return fmt.Errorf("attestation: %w", err)
	}
	if want := u.v.epoch.Epoch; epoch != want {
		return fmt.Errorf("%w: it signs for epoch %d, the chain is in %d", errBehind, epoch, want)
	}
	err = got.Mismatch(u.claim)
	if got.End = u.claim.End; got.Mismatch(u.claim) == nil {
		return fmt.Errorf("%w: %w", errBehind, err)
	}
	return fmt.Errorf("attestation: %w", err)
}
