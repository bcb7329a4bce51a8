package node_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"walrus/node/server"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// longBlob is a blob whose primary slivers are longer than what a node collects in memory: 1.6 MB of 40 shards.
func longBlob(t *testing.T, c *cluster, seed string) *redstuff.Encoding {
	t.Helper()
	return c.encode(t, randomBytes(seed, 22_000_000))
}

// fromEncoding reads a sliver of e in pieces.
func fromEncoding(s redstuff.Sliver) nodeapi.SliverData {
	return func(dst []byte, off int) error { copy(dst, s.Data[off:]); return nil }
}

// streamed is the bundle of node i, its primary repair slivers in interleaved parts of step bytes, if step is not zero, and everything else in long frames.
func (c *cluster) streamed(i int, e *redstuff.Encoding, step int) *nodeapi.BundleBody {
	var b nodeapi.BundleBody
	b.Metadata(metadataBCS(e))
	inParts := func(p redstuff.PairIndex, a redstuff.Axis) bool {
		return step > 0 && a == redstuff.Primary && int(p) >= c.params.K1
	}
	pairs := c.pairs(i, e.BlobID())
	length := c.params.SliverSize(redstuff.Primary, e.SymbolSize())
	for from := 0; from < length && step > 0; from += step {
		for _, p := range pairs {
			if s := e.Sliver(redstuff.Primary, p); inParts(p, s.Axis) {
				b.StreamParts(p, s, length, from, min(from+step, length), fromEncoding(s))
			}
		}
	}
	for _, axis := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
		for _, p := range pairs {
			if s := e.Sliver(axis, p); !inParts(p, axis) {
				b.StreamSliver(p, s, len(s.Data), fromEncoding(s))
			}
		}
	}
	return &b
}

// wantAll reads everything that the node holds of e and compares it.
func wantAll(t *testing.T, r *running, e *redstuff.Encoding) {
	t.Helper()
	pairs := r.c.pairs(r.i, e.BlobID())
	slivers, absent := readBundle(t, r, e, nodeapi.Selection{Primary: pairs, Secondary: pairs})
	if len(absent) > 0 {
		t.Fatalf("absent: %v", absent)
	}
	for axis := range redstuff.Axis(2) {
		for _, p := range pairs {
			if !bytes.Equal(slivers[axis][p], sliverBCS(e, axis, p)) {
				t.Fatalf("%v sliver of pair %d differs", axis, p)
			}
		}
	}
	if now, _ := r.Memory(); now != 0 {
		t.Fatalf("%d bytes of memory were not given back", now)
	}
}

// bundleFile is the length of the only bundle file.
func bundleFile(t *testing.T, dir string) int64 {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "bundles", "*"))
	if err != nil || len(names) != 1 {
		t.Fatalf("bundle files: %v, %v", names, err)
	}
	info, err := os.Stat(names[0])
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// share is the room that node i's records of e take, without their headers.
func (c *cluster) share(i int, e *redstuff.Encoding) int64 {
	return int64(server.NewAssignment(1, c.params, c.com.Members[i].Shards).Share(e.SymbolSize()))
}

func TestLongSlivers(t *testing.T) {
	c := newCluster(t, 10, 30)
	ctx := context.Background()
	for name, step := range map[string]int{"whole": 0, "parts": 100_001} {
		t.Run(name, func(t *testing.T) {
			e := longBlob(t, c, name)
			dir := t.TempDir()
			r := c.start(t, 0, nil, dir, server.Options{})
			reg := c.register(e, 9, false)
			res, err := r.PutBundle(ctx, e.BlobID(), nodeapi.BundleRequest{Body: c.streamed(0, e, step), Attest: reg.Object})
			if err != nil || len(res.Rejected) > 0 || res.Stored != 21 {
				t.Fatalf("%+v, %v", res, err)
			}
			r.checkAttestation(t, &nodeapi.SignedAttestation{Message: res.Attestation.Message, Signature: res.Attestation.Signature}, reg)
			wantAll(t, r, e)
			if got, most := bundleFile(t, dir), c.share(0, e)+20*128; got > most {
				t.Errorf("bundle file of %d bytes, want at most %d", got, most)
			}
			res, err = r.PutBundle(ctx, e.BlobID(), nodeapi.BundleRequest{Body: c.streamed(0, e, step)})
			if err != nil || len(res.Rejected) > 0 || res.AlreadyStored != 21 {
				t.Fatalf("again: %+v, %v", res, err)
			}
			if err := r.stop(); err != nil {
				t.Fatal(err)
			}
			r = c.start(t, 0, nil, dir, server.Options{})
			wantAll(t, r, e)
		})
	}
}

// TestInterruptedStream breaks a bundle off within a long frame, asks where to go on, and sends the rest in parts.
func TestInterruptedStream(t *testing.T) {
	c := newCluster(t, 10, 30)
	ctx := context.Background()
	e := longBlob(t, c, "cut")
	id := e.BlobID()
	dir := t.TempDir()
	r := c.start(t, 0, nil, dir, server.Options{})
	reg := c.register(e, 9, false)
	r.seen(t, 1)
	body, err := io.ReadAll(c.streamed(0, e, 0).Open())
	if err != nil {
		t.Fatal(err)
	}
	code, refusal, _ := r.raw(t, id, "", body[:4_000_000])
	if code != 400 || refusal.Bundle == nil || refusal.Bundle.Stored != 3 {
		t.Fatalf("%d, %+v", code, refusal)
	}
	staged, err := r.Staged(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	var rest nodeapi.BundleBody
	done := map[string]bool{}
	length := c.params.SliverSize(redstuff.Primary, e.SymbolSize())
	for _, s := range staged.Slivers {
		axis, err := redstuff.ParseAxis(s.Type)
		if err != nil {
			t.Fatal(err)
		}
		if done[fmt.Sprint(axis, s.Pair)] = true; s.Complete {
			continue
		}
		sl := e.Sliver(axis, s.Pair)
		from := nodeapi.SliverDataAt(length, s.Offset)
		if from < 100_000 {
			t.Fatalf("goes on at %d only: %+v", from, s)
		}
		rest.StreamParts(s.Pair, sl, length, from-1000, length, fromEncoding(sl)) // some of it again
	}
	if len(done) != 3 || rest.Frames() == 0 {
		t.Fatalf("staged: %+v", staged)
	}
	for axis := range redstuff.Axis(2) {
		for _, p := range c.pairs(0, id) {
			if s := e.Sliver(axis, p); !done[fmt.Sprint(axis, p)] {
				rest.StreamSliver(p, s, len(s.Data), fromEncoding(s))
			}
		}
	}
	res, err := r.PutBundle(ctx, id, nodeapi.BundleRequest{Body: &rest, Attest: reg.Object})
	if err != nil || len(res.Rejected) > 0 || res.Stored != 18 || res.Attestation.Reason != "" {
		t.Fatalf("%+v, %v", res, err)
	}
	wantAll(t, r, e)
}

// TestLyingStreams sends wrong long slivers, whole and in parts, again and again: each is rejected, the right ones are taken afterwards, and the disk holds no more than them.
func TestLyingStreams(t *testing.T) {
	c := newCluster(t, 10, 30)
	ctx := context.Background()
	e := longBlob(t, c, "lies")
	id := e.BlobID()
	dir := t.TempDir()
	r := c.start(t, 0, nil, dir, server.Options{})
	reg := c.register(e, 9, false)
	r.seen(t, 1)
	pairs := c.pairs(0, id)
	if _, err := r.PutMetadata(ctx, id, metadataBCS(e)); err != nil {
		t.Fatal(err)
	}
	for round := range 6 {
		var b nodeapi.BundleBody
		for i, p := range pairs {
			s := e.Sliver(redstuff.Primary, p)
			s.Data = bytes.Clone(s.Data)
			switch i % 3 {
			case 0:
				s.Data[len(s.Data)/2] ^= 1
			case 1:
				s.Index++
			case 2:
				s.SymbolSize += 2
			}
			if round%2 == 0 {
				b.StreamSliver(p, s, len(s.Data), fromEncoding(s))
			} else {
				b.StreamParts(p, s, len(s.Data), 0, len(s.Data), fromEncoding(s))
			}
		}
		res, err := r.PutBundle(ctx, id, nodeapi.BundleRequest{Body: &b})
		if err != nil || len(res.Rejected) != len(pairs) || res.Stored != 0 {
			t.Fatalf("round %d: %+v, %v", round, res, err)
		}
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "bundles", "*")); len(names) != 0 {
		t.Errorf("files of a blob of which nothing is stored: %v", names)
	}
	res, err := r.PutBundle(ctx, id, nodeapi.BundleRequest{Body: c.streamed(0, e, 500_000), Attest: reg.Object})
	if err != nil || len(res.Rejected) > 0 || res.Attestation.Reason != "" {
		t.Fatalf("%+v, %v", res, err)
	}
	wantAll(t, r, e)
	if got, most := bundleFile(t, dir), c.share(0, e)+20*128; got > most {
		t.Errorf("bundle file of %d bytes, want at most %d", got, most)
	}
}

// TestWrongPrefix: parts that do not begin with their sliver's length are rejected at once.
func TestWrongPrefix(t *testing.T) {
	c := newCluster(t, 10, 30)
	e := longBlob(t, c, "prefix")
	id := e.BlobID()
	r := c.start(t, 0, nil, t.TempDir(), server.Options{})
	c.register(e, 9, false)
	r.seen(t, 1)
	p := c.pairs(0, id)[0]
	b := sliverBCS(e, redstuff.Primary, p)[:1000]
	b[0] ^= 1
	code, _, res := r.raw(t, id, "", slices.Concat(frame(nodeapi.FrameMetadata, 0, metadataBCS(e)), part(0, p, 0, b), part(0, p, 1000, b), end(3)))
	if code != 200 || len(res.Rejected) != 1 || res.Rejected[0].Reason != nodeapi.InvalidSliver {
		t.Fatalf("%d, %+v", code, res)
	}
}

// TestSlowStream holds a long sliver back in its middle: the stream ends, and what came of the sliver can be continued.
func TestSlowStream(t *testing.T) {
	c := newCluster(t, 10, 30)
	e := longBlob(t, c, "slow")
	id := e.BlobID()
	r := c.start(t, 0, nil, t.TempDir(), server.Options{SlowAfter: 400 * time.Millisecond, MinRate: 4 << 20})
	c.register(e, 9, false)
	r.seen(t, 1)
	body, err := io.ReadAll(c.streamed(0, e, 0).Open())
	if err != nil {
		t.Fatal(err)
	}
	pr, pw := io.Pipe()
	go pw.Write(body[:1_000_000]) // returns when the reading end is closed below
	code, refusal, _ := r.rawBody(t, id, "", pr, nodeapi.BundleLengthHeader, fmt.Sprint(len(body)))
	pr.Close()
	if code != 504 || refusal.Reason != nodeapi.BundleTooSlow || refusal.Bundle.Stored != 1 {
		t.Fatalf("%d, %+v", code, refusal)
	}
	staged, err := r.Staged(context.Background(), id)
	if err != nil || len(staged.Slivers) != 1 || staged.Slivers[0].Offset < 700_000 {
		t.Fatalf("%+v, %v", staged, err)
	}
	if now, _ := r.Memory(); now != 0 {
		t.Fatalf("%d bytes of memory were not given back", now)
	}
}

// TestManySenders has several clients send the same long slivers at once, by parts and whole: all succeed, and the disk holds each sliver once in the end.
func TestManySenders(t *testing.T) {
	c := newCluster(t, 10, 30)
	e := longBlob(t, c, "many")
	id := e.BlobID()
	dir := t.TempDir()
	r := c.start(t, 0, nil, dir, server.Options{})
	reg := c.register(e, 9, false)
	r.seen(t, 1)
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			for range 20 {
				res, err := r.PutBundle(context.Background(), id, nodeapi.BundleRequest{Body: c.streamed(0, e, i%3*300_000), Attest: reg.Object})
				if err == nil && res.Attestation.Reason == "" {
					return
				}
				// Parts that another one's verification took away are sent again.
				if err == nil && len(res.Rejected) == 0 || err != nil && reasonOf(err) != "INVALID_BUNDLE" && reasonOf(err) != "UNAVAILABLE" {
					t.Errorf("sender %d: %+v, %v", i, res, err)
					return
				}
			}
			t.Errorf("sender %d: never succeeded", i)
		})
	}
	wg.Wait()
	wantAll(t, r, e)
	if got, most := bundleFile(t, dir), 3*c.share(0, e); got > most {
		t.Errorf("bundle file of %d bytes, share %d", got, c.share(0, e))
	}
}
