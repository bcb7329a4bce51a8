package node_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/attest"
	"walrus/node/server"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// raw sends any bytes as a bundle.
func (r *running) raw(t *testing.T, id redstuff.BlobID, query string, body []byte, header ...string) (int, *nodeapi.Error, nodeapi.BundleResult) {
	t.Helper()
	return r.rawBody(t, id, query, bytes.NewReader(body), header...)
}

func (r *running) rawBody(t *testing.T, id redstuff.BlobID, query string, body io.Reader, header ...string) (int, *nodeapi.Error, nodeapi.BundleResult) {
	t.Helper()
	tr := &http.Transport{TLSClientConfig: nodeapi.ClientTLS(r.c.com.Members[r.i].NetworkKey), ForceAttemptHTTP2: true}
	if r.local != nil {
		tr.DialContext = (&net.Dialer{LocalAddr: r.local}).DialContext
	}
	defer tr.CloseIdleConnections()
	req, err := http.NewRequest(http.MethodPut, fmt.Sprintf("https://%s/v1/blobs/%v/bundle?%s", r.Node.Addr(), id, query), body)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	res, err := (&http.Client{Transport: tr}).Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	if res.StatusCode != http.StatusOK {
		return res.StatusCode, nodeapi.ParseError(res.StatusCode, b), nodeapi.BundleResult{}
	}
	var env struct {
		Success struct{ Data nodeapi.BundleResult }
	}
	if err := json.Unmarshal(b, &env); err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, nil, env.Success.Data
}

func frame(kind nodeapi.FrameKind, pair int, body []byte) []byte {
	b := binary.LittleEndian.AppendUint16([]byte{byte(kind)}, uint16(pair))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(body)))
	return append(b, body...)
}

func end(frames int) []byte {
	return frame(nodeapi.FrameEnd, 0, binary.LittleEndian.AppendUint32(nil, uint32(frames)))
}

func part(axis redstuff.Axis, pair redstuff.PairIndex, offset int, b []byte) []byte {
	return frame(nodeapi.PartKind(axis), int(pair), append(binary.LittleEndian.AppendUint32(nil, uint32(offset)), b...))
}

func sliverBCS(e *redstuff.Encoding, axis redstuff.Axis, pair redstuff.PairIndex) []byte {
	sl := e.Sliver(axis, pair)
	return sl.AppendBCS(nil)
}

func TestMalformedBundles(t *testing.T) {
	c := newCluster(t, 5, 5)
	e, other := c.encode(t, randomBytes("bad", 9000)), c.encode(t, randomBytes("worse", 9000))
	id := e.BlobID()
	mine, foreign := c.pairs(0, id), c.pairs(1, id)
	meta := frame(nodeapi.FrameMetadata, 0, metadataBCS(e))
	good := frame(nodeapi.FramePrimary, int(mine[0]), sliverBCS(e, redstuff.Primary, mine[0]))
	sl := sliverBCS(e, redstuff.Primary, mine[1])

	for name, tc := range map[string]struct {
		body   []byte
		stored int // of metadata and good
	}{
		"empty":                      {nil, 0},
		"no metadata":                {slices.Concat(good, end(1)), 0},
		"another blob's metadata":    {slices.Concat(frame(nodeapi.FrameMetadata, 0, metadataBCS(other)), good, end(2)), 0},
		"metadata cut short":         {slices.Concat(frame(nodeapi.FrameMetadata, 0, metadataBCS(e)[:100]), good, end(2)), 0},
		"unknown kind":               {slices.Concat(meta, good, frame(3, int(mine[1]), sl), end(3)), 2},
		"absent frame":               {slices.Concat(meta, good, frame(nodeapi.FrameAbsent, int(mine[1]), []byte{0, 0}), end(3)), 2},
		"second metadata":            {slices.Concat(meta, good, meta, end(3)), 2},
		"wrong length":               {slices.Concat(meta, good, frame(nodeapi.FramePrimary, int(mine[1]), sl[:len(sl)-1]), end(3)), 2},
		"secondary with primary len": {slices.Concat(meta, good, frame(nodeapi.FrameSecondary, int(mine[1]), sl), end(3)), 2},
		"foreign pair":               {slices.Concat(meta, good, frame(nodeapi.FramePrimary, int(foreign[0]), sliverBCS(e, redstuff.Primary, foreign[0])), end(3)), 2},
		"pair out of range":          {slices.Concat(meta, good, frame(nodeapi.FramePrimary, 10, sl), end(3)), 2},
		"huge length":                {slices.Concat(meta, good, []byte{1, 0, 0, 0xff, 0xff, 0xff, 0xff}), 2},
		"no end":                     {slices.Concat(meta, good), 2},
		"wrong count":                {slices.Concat(meta, good, end(3)), 2},
		"end with a pair":            {slices.Concat(meta, good, frame(nodeapi.FrameEnd, 1, []byte{2, 0, 0, 0})), 2},
		"bytes behind the end":       {slices.Concat(meta, good, end(2), []byte{0}), 2},
		"cut in a body":              {slices.Concat(meta, good, frame(nodeapi.FramePrimary, int(mine[1]), sl))[:len(meta)+len(good)+50], 2},
		"part with a gap":            {slices.Concat(meta, good, part(0, mine[1], 4, sl[4:9]), end(3)), 2},
		"part behind the sliver":     {slices.Concat(meta, good, part(0, mine[1], len(sl)-4, sl[:9]), end(3)), 2},
		"empty part":                 {slices.Concat(meta, good, part(0, mine[1], 0, nil), end(3)), 2},
	} {
		t.Run(name, func(t *testing.T) {
			r := c.start(t, 0, vfs.NewMem(), "data", server.Options{RegistrationWait: 50 * time.Millisecond})
			c.register(e, 9, false)
			r.seen(t, len(c.log))
			code, refusal, _ := r.raw(t, id, "confirm=permanent", tc.body)
			if code != 400 || refusal.Reason != nodeapi.InvalidBundle || refusal.Bundle == nil {
				t.Fatalf("answer %d, %+v", code, refusal)
			}
			if refusal.Bundle.Stored != tc.stored || refusal.Bundle.Confirmation != nil {
				t.Fatalf("%+v, want %d stored", refusal.Bundle, tc.stored)
			}
			// What was stored stays stored, and the rest can follow.
			res, err := r.PutBundle(context.Background(), id, nodeapi.BundleRequest{Body: c.bundle(0, e), Confirm: nodeapi.Confirm{Permanent: true}})
			if err != nil || res.AlreadyStored != tc.stored || res.Stored != 11-tc.stored || res.Confirmation.Signed == nil {
				t.Fatalf("after: %+v, %v", res, err)
			}
			if now, _ := r.Memory(); now != 0 {
				t.Fatalf("%d bytes of memory were not given back", now)
			}
		})
	}
}

func TestRejectedFrames(t *testing.T) {
	c := newCluster(t, 5, 5)
	e, other := c.encode(t, randomBytes("bad", 9000)), c.encode(t, randomBytes("worse", 9000))
	id := e.BlobID()
	mine := c.pairs(0, id)
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{RegistrationWait: 50 * time.Millisecond})
	c.register(e, 9, false)
	r.seen(t, 1)
	flipped := sliverBCS(e, redstuff.Primary, mine[1])
	flipped[20] ^= 1
	wrongIndex := sliverBCS(e, redstuff.Secondary, mine[3])
	code, _, res := r.raw(t, id, "confirm=permanent&attest="+attest.ObjectID{1}.String(), slices.Concat(
		frame(nodeapi.FrameMetadata, 0, metadataBCS(e)),
		frame(nodeapi.FramePrimary, int(mine[0]), sliverBCS(e, redstuff.Primary, mine[0])),
		frame(nodeapi.FramePrimary, int(mine[1]), flipped),
		frame(nodeapi.FramePrimary, int(mine[1]), flipped),
		frame(nodeapi.FrameSecondary, int(mine[2]), wrongIndex),
		frame(nodeapi.FrameSecondary, int(mine[4]), sliverBCS(other, redstuff.Secondary, mine[4])),
		part(0, mine[2], 0, sliverBCS(e, redstuff.Primary, mine[2])[:100]),
		end(7)))
	if code != 200 || res.Stored != 2 || res.Confirmation.Reason != nodeapi.MissingSlivers || res.Attestation.Reason != nodeapi.NotRegistered {
		t.Fatalf("%d, %+v", code, res)
	}
	got := map[string]nodeapi.Reason{}
	for _, x := range res.Rejected {
		got[fmt.Sprint(x.Type, " ", x.Pair)] = x.Reason
	}
	want := map[string]nodeapi.Reason{
		fmt.Sprint("primary ", mine[1]):   nodeapi.InvalidSliver,
		fmt.Sprint("secondary ", mine[2]): nodeapi.SliverIndexMismatch,
		fmt.Sprint("secondary ", mine[4]): nodeapi.InvalidSliver,
		fmt.Sprint("primary ", mine[2]):   nodeapi.Incomplete,
	}
	if len(res.Rejected) != len(want) || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("rejected %v, want %v", res.Rejected, want)
	}
	staged, err := r.Staged(context.Background(), id)
	if err != nil || !staged.Metadata || len(staged.Slivers) != 2 {
		t.Fatalf("staged %+v, %v", staged, err)
	}
	for _, x := range staged.Slivers {
		whole := len(sliverBCS(e, redstuff.Primary, 0))
		if x.Complete != (x.Pair == mine[0]) || x.Complete && int(x.Offset) != whole || !x.Complete && x.Offset != 100 {
			t.Fatalf("staged %+v", staged)
		}
	}
}

// TestParts sends all slivers interleaved in parts, breaks off in the middle, asks how far it got and goes on from there.
func TestParts(t *testing.T) {
	c := newCluster(t, 5, 5)
	e := c.encode(t, randomBytes("parts", 30_000))
	id := e.BlobID()
	mine := c.pairs(0, id)
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{})
	reg := c.register(e, 9, false)
	r.seen(t, 1)
	send := func(from map[string]int, stop int, meta bool) (int, *nodeapi.Error, nodeapi.BundleResult) {
		var body []byte
		frames := 0
		if meta {
			body = frame(nodeapi.FrameMetadata, 0, metadataBCS(e))
			frames++
		}
		const step = 777
		for off := 0; off < stop; off += step {
			for _, axis := range []redstuff.Axis{0, 1} {
				for _, p := range mine {
					b := sliverBCS(e, axis, p)
					to := min(off+step, len(b), stop)
					if begin := max(off, from[fmt.Sprint(axis, p)]); begin < to {
						body = append(body, part(axis, p, begin, b[begin:to])...)
						frames++
					}
				}
			}
		}
		return r.raw(t, id, "attest="+reg.Object.String(), append(body, end(frames)...))
	}
	code, _, res := send(nil, 3000, true)
	if code != 200 || res.Attestation.Reason != nodeapi.MissingSlivers {
		t.Fatalf("%d, %+v", code, res)
	}
	staged, err := r.Staged(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	from := map[string]int{}
	for _, s := range staged.Slivers {
		axis, err := redstuff.ParseAxis(s.Type)
		if err != nil {
			t.Fatal(err)
		}
		from[fmt.Sprint(axis, s.Pair)] = int(s.Offset)
	}
	code, refusal, res := send(from, 1<<20, false)
	if code != 200 || res.Attestation.Reason != "" || len(res.Rejected) > 0 {
		t.Fatalf("%d, %v, %+v", code, refusal, res)
	}
	r.checkAttestation(t, &nodeapi.SignedAttestation{Message: res.Attestation.Message, Signature: res.Attestation.Signature}, reg)
}

// Parts of which the bytes are wrong are forgotten once they are found out, so that the sender can begin again.
func TestWrongPartsAreForgotten(t *testing.T) {
	c := newCluster(t, 4)
	e := c.encode(t, randomBytes("parts", 3000))
	id := e.BlobID()
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{})
	c.register(e, 9, false)
	r.seen(t, 1)
	b := sliverBCS(e, redstuff.Primary, 0)
	b[50] ^= 1
	meta := frame(nodeapi.FrameMetadata, 0, metadataBCS(e))
	_, _, res := r.raw(t, id, "", slices.Concat(meta, part(0, 0, 0, b), end(2)))
	if len(res.Rejected) != 1 || res.Rejected[0].Reason != nodeapi.InvalidSliver {
		t.Fatalf("%+v", res)
	}
	b[50] ^= 1
	_, _, res = r.raw(t, id, "", slices.Concat(meta, part(0, 0, 0, b[:60]), part(0, 0, 60, b[60:]), end(3)))
	if len(res.Rejected) != 0 || res.Stored != 1 {
		t.Fatalf("%+v", res)
	}
}

// TestLiarSpoilsNoParts uploads in parts and in two requests, while a liar who has neither the upload's name nor another address sends wrong parts of the same slivers all the time.
func TestLiarSpoilsNoParts(t *testing.T) {
	c := newCluster(t, 5, 5)
	e := c.encode(t, randomBytes("parts", 60_000))
	id := e.BlobID()
	mine := c.pairs(0, id)
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{})
	reg := c.register(e, 9, false)
	r.seen(t, 1)
	parts := func(from, to int, wrong byte) []byte {
		body, frames := frame(nodeapi.FrameMetadata, 0, metadataBCS(e)), 1
		const step = 501
		for off := from; off < to; off += step {
			for _, axis := range []redstuff.Axis{0, 1} {
				for _, p := range mine {
					b := slices.Clone(sliverBCS(e, axis, p))
					b[50] ^= wrong
					if end := min(off+step, len(b), to); off < end {
						body = append(body, part(axis, p, off, b[off:end])...)
						frames++
					}
				}
			}
		}
		return append(body, end(frames)...)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var liars sync.WaitGroup
	lies := make(chan int, 1000)
	for _, header := range [][]string{nil, {nodeapi.UploadHeader, nodeapi.NewUpload()}} {
		liars.Go(func() {
			for ctx.Err() == nil {
				r.raw(t, id, "", parts(0, 600, 1), header...)                // the beginning, to be there first
				_, _, res := r.raw(t, id, "", parts(0, 1<<20, 1), header...) // and all of it
				select {
				case lies <- len(res.Rejected):
				default:
				}
			}
		})
	}
	rejected := 0
	for range 4 {
		rejected += <-lies
	}
	name := nodeapi.NewUpload()
	code, refusal, res := r.raw(t, id, "attest="+reg.Object.String(), parts(0, 2004, 0), nodeapi.UploadHeader, name)
	if code != 200 || res.Attestation.Reason != nodeapi.MissingSlivers {
		t.Fatalf("%d, %v, %+v", code, refusal, res)
	}
	staged, err := r.Staged(nodeapi.WithUpload(t.Context(), name), id)
	if err != nil || len(staged.Slivers) != 2*len(mine) {
		t.Fatalf("%d slivers are staged, %v; want %d", len(staged.Slivers), err, 2*len(mine))
	}
	for _, s := range staged.Slivers {
		if s.Offset != 2004 || s.Complete {
			t.Fatalf("staged: %+v", s)
		}
	}
	for range 4 {
		rejected += <-lies
	}
	code, refusal, res = r.raw(t, id, "attest="+reg.Object.String(), parts(2004, 1<<20, 0), nodeapi.UploadHeader, name)
	cancel()
	liars.Wait()
	if code != 200 || len(res.Rejected) > 0 || res.Attestation.Reason != "" {
		t.Fatalf("%d, %v, %+v", code, refusal, res)
	}
	r.checkAttestation(t, &nodeapi.SignedAttestation{Message: res.Attestation.Message, Signature: res.Attestation.Signature}, reg)
	if rejected == 0 {
		t.Fatal("no lie was found out: nothing was tried")
	}
	if code, refusal, _ := r.raw(t, id, "", parts(0, 600, 0), nodeapi.UploadHeader, "mine"); code != 400 || !strings.Contains(refusal.Message, nodeapi.UploadHeader) {
		t.Fatalf("%d, %v", code, refusal)
	}
}

func TestBundleLengthAndQuery(t *testing.T) {
	c := newCluster(t, 4)
	e := c.encode(t, randomBytes("length", 3000))
	id := e.BlobID()
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{RegistrationWait: 20 * time.Millisecond})
	body, err := io.ReadAll(c.bundle(0, e).Open())
	if err != nil {
		t.Fatal(err)
	}
	if code, refusal, _ := r.raw(t, id, "pending=true", body); code != 400 || refusal.Reason != nodeapi.NotRegistered {
		t.Fatalf("pending: %d, %v", code, refusal)
	}
	c.register(e, 9, false)
	r.seen(t, 1)
	chunked := func(b []byte) io.Reader { return io.MultiReader(bytes.NewReader(b)) } // length unknown to the client
	if code, refusal, _ := r.rawBody(t, id, "", chunked(body)); code != 400 || refusal.Reason != nodeapi.InvalidBundle {
		t.Fatalf("no length: %d, %v", code, refusal)
	}
	if code, refusal, _ := r.rawBody(t, id, "", chunked(body), nodeapi.BundleLengthHeader, "100"); code != 400 || !strings.Contains(refusal.Message, "announced") {
		t.Fatalf("longer than announced: %d, %v", code, refusal)
	}
	for _, query := range []string{"confirm=maybe", "attest=0x12", "pending=1", "confirm=permanent&confirm=permanent", "wait=1"} {
		if code, refusal, _ := r.raw(t, id, query, body); code != 400 || refusal.Envelope {
			t.Errorf("query %s: %d, %v", query, code, refusal)
		}
	}
	code, _, res := r.rawBody(t, id, "", chunked(body), nodeapi.BundleLengthHeader, fmt.Sprint(len(body)))
	if code != 200 || res.Stored+res.AlreadyStored != 9 {
		t.Fatalf("chunked: %d, %+v", code, res)
	}
}

// TestSlowBundle holds a body back: the node ends it instead of waiting for ever, and keeps what was good.
func TestSlowBundle(t *testing.T) {
	c := newCluster(t, 4)
	e := c.encode(t, randomBytes("slow", 3000))
	id := e.BlobID()
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{SlowAfter: 200 * time.Millisecond})
	c.register(e, 9, false)
	r.seen(t, 1)
	body, err := io.ReadAll(c.bundle(0, e).Open())
	if err != nil {
		t.Fatal(err)
	}
	pr, pw := io.Pipe()
	go pw.Write(body[:len(body)/2]) // returns when the reading end is closed below
	code, refusal, _ := r.rawBody(t, id, "", pr, nodeapi.BundleLengthHeader, fmt.Sprint(len(body)))
	pr.Close()
	if code != 504 || refusal.Reason != nodeapi.BundleTooSlow || refusal.Bundle == nil || refusal.Bundle.Stored == 0 {
		t.Fatalf("%d, %+v", code, refusal)
	}
	if now, _ := r.Memory(); now != 0 {
		t.Fatalf("%d bytes of memory were not given back", now)
	}
}

// TestKeepalive makes verification take long, so that spaces come before the answer.
func TestKeepalive(t *testing.T) {
	c := newCluster(t, 4)
	e := c.encode(t, randomBytes("keepalive", 100_000))
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{Keepalive: time.Microsecond})
	c.register(e, 9, false)
	res, err := r.PutBundle(context.Background(), e.BlobID(), nodeapi.BundleRequest{Body: c.bundle(0, e), Confirm: nodeapi.Confirm{Permanent: true}})
	if err != nil || res.Confirmation.Signed == nil {
		t.Fatalf("%+v, %v", res, err)
	}
}

func TestFullMemory(t *testing.T) {
	c := newCluster(t, 4)
	e := c.encode(t, randomBytes("memory", 3000))
	pool := server.NewPool(1 << 20)
	if err := pool.Acquire(context.Background(), 1<<20); err != nil {
		t.Fatal(err)
	}
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{Memory: pool})
	c.register(e, 9, false)
	r.seen(t, 1)
	_, err := r.PutBundle(context.Background(), e.BlobID(), nodeapi.BundleRequest{Body: c.bundle(0, e)})
	wantReason(t, "bundle", err, "UNAVAILABLE")
	_, err = r.PutMetadata(context.Background(), e.BlobID(), metadataBCS(e))
	wantReason(t, "metadata", err, "UNAVAILABLE")
	pool.Release(1 << 20)
	if _, err := r.PutBundle(context.Background(), e.BlobID(), nodeapi.BundleRequest{Body: c.bundle(0, e)}); err != nil {
		t.Fatal(err)
	}
}

func TestFraming(t *testing.T) {
	c := newCluster(t, 4)
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{})
	tr := &http.Transport{TLSClientConfig: nodeapi.ClientTLS(c.com.Members[0].NetworkKey), ForceAttemptHTTP2: true}
	defer tr.CloseIdleConnections()
	client := &http.Client{Transport: tr}
	id := strings.Repeat("A", 43)
	for _, tc := range []struct {
		method, path string
		code         int
	}{
		{"GET", "/v1/nothing", 404},
		{"GET", "/", 404},
		{"DELETE", "/v1/blobs/" + id + "/metadata", 405},
		{"POST", "/v1/health", 405},
		{"GET", "/v1/blobs/short/metadata", 400},
		{"GET", "/v1/blobs/" + id[:42] + "B/status", 400}, // not canonical base64
		{"GET", "/v1/blobs/" + id + "/slivers/1/tertiary", 400},
		{"GET", "/v1/blobs/" + id + "/slivers/-1/primary", 400},
		{"GET", "/v1/blobs/" + id + "/slivers/99999/primary", 400},
		{"GET", "/v1/blobs/" + id + "/confirmation/deletable/xyz", 400},
		{"GET", "/v1/blobs/" + id + "/confirmation/permanent?wait_millis=soon", 400},
		{"GET", "/v1/blobs/" + id + "/bundle", 400},
		{"GET", "/v1/blobs/" + id + "/bundle?primary=3-1", 400},
		{"GET", "/v1/blobs/" + id + "/bundle?primary=1,1", 400},
		{"GET", "/v1/blobs/" + id + "/bundle?metadata=1", 404},
		{"GET", "/v1/blobs/" + id + "/status", 200},
		{"GET", "/v1/health?detailed=true", 200},
		{"OPTIONS", "/v1/blobs/" + id + "/metadata", 200},
	} {
		req, err := http.NewRequest(tc.method, "https://"+r.Node.Addr().String()+tc.path, nil)
		if err != nil {
			t.Fatal(err)
		}
		res, err := client.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(res.Body)
		res.Body.Close()
		if res.StatusCode != tc.code || res.ProtoMajor != 2 || res.Header.Get("Access-Control-Allow-Origin") != "*" {
			t.Errorf("%s %s: %d over HTTP/%d, %q; want %d", tc.method, tc.path, res.StatusCode, res.ProtoMajor, body, tc.code)
		}
	}
}
