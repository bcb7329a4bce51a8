package server

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/binary"
	"iter"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/node/events"
	"walrus/node/store"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// one is a source of one event.
type one chain.Event

func (ev one) Events(ctx context.Context, after chain.Cursor) iter.Seq2[chain.Event, error] {
	return func(yield func(chain.Event, error) bool) {
		if ev.Cursor.After(after) && !yield(chain.Event(ev), nil) {
			return
		}
		<-ctx.Done()
		yield(chain.Event{}, ctx.Err())
	}
}

// fuzzServer is a server of the first half of four shards, with one registered blob.
func fuzzServer(f *testing.F) (*Server, *redstuff.Encoding, attest.ObjectID) {
	params, err := redstuff.NewParams(4)
	if err != nil {
		f.Fatal(err)
	}
	e, err := redstuff.Encode(params, bytes.Repeat([]byte("walrus"), 30))
	if err != nil {
		f.Fatal(err)
	}
	s, err := store.Open(vfs.NewMem(), "n", store.Options{})
	if err != nil {
		f.Fatal(err)
	}
	object := attest.ObjectID{1}
	follower, err := events.Open(s, one(chain.Event{
		Kind: chain.BlobRegistered, Cursor: chain.Cursor{Block: 1}, BlobID: e.BlobID(), Object: object, Size: 180, Encoding: 1, Epoch: 1, End: 5,
	}), slog.New(slog.DiscardHandler), nil)
	if err != nil {
		f.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- follower.Run(ctx) }()
	f.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			f.Error(err)
		}
		if err := s.Close(); err != nil {
			f.Error(err)
		}
	})
	for follower.Progress().Handled == 0 {
		time.Sleep(time.Millisecond)
	}
	key, err := bls.GenerateKey(rand.Reader)
	if err != nil {
		f.Fatal(err)
	}
	a := NewAssignment(1, params, []redstuff.ShardIndex{0, 1})
	return New(Options{
		Store: s, Events: follower, Assignment: func() *Assignment { return a }, Key: key, RegistrationWait: time.Microsecond,
	}), e, object
}

// FuzzBundle sends any bytes as a bundle of a registered blob: the server answers 200 or 400, gives its memory back, and keeps nothing that does not verify.
func FuzzBundle(f *testing.F) {
	s, e, object := fuzzServer(f)
	id, a := e.BlobID(), s.Assignment()
	frame := func(kind nodeapi.FrameKind, pair redstuff.PairIndex, body []byte) []byte {
		b := binary.LittleEndian.AppendUint16([]byte{byte(kind)}, uint16(pair))
		return append(binary.LittleEndian.AppendUint32(b, uint32(len(body))), body...)
	}
	end := func(n byte) []byte { return frame(nodeapi.FrameEnd, 0, []byte{n, 0, 0, 0}) }
	meta := frame(nodeapi.FrameMetadata, 0, e.Metadata().AppendBCS(nil))
	mine := a.Pairs(id)
	sl := e.Sliver(redstuff.Primary, mine[0])
	whole := sl.AppendBCS(nil)
	bad := bytes.Clone(whole)
	bad[5] ^= 1
	f.Add(slices.Concat(frame(nodeapi.FramePrimary, mine[0], whole), end(1)))
	f.Add(slices.Concat(meta, frame(nodeapi.FramePrimary, mine[0], bad), end(2)))
	f.Add(slices.Concat(meta, frame(nodeapi.FramePartPrimary, mine[0], append([]byte{0, 0, 0, 0}, whole[:9]...)), end(2)))
	f.Add(slices.Concat(meta, frame(nodeapi.FramePartPrimary, mine[0], append([]byte{0, 0, 0, 0}, bad...)), end(2)))
	f.Add(slices.Concat(meta, frame(nodeapi.FrameSecondary, mine[1], whole), end(2)))
	f.Add(slices.Concat(meta, end(1)))
	f.Fuzz(func(t *testing.T, body []byte) {
		req := httptest.NewRequest(http.MethodPut, "/v1/blobs/"+id.String()+"/bundle?confirm=permanent&attest="+object.String(), bytes.NewReader(body))
		res := httptest.NewRecorder()
		s.ServeHTTP(res, req)
		if res.Code != http.StatusOK && res.Code != http.StatusBadRequest {
			t.Fatalf("answer %d: %s", res.Code, res.Body)
		}
		if now, _ := s.Memory.Used(); now != 0 {
			t.Fatalf("%d bytes of memory were not given back", now)
		}
		v := redstuff.NewVerifier(a.Params, e.Metadata())
		for axis := range redstuff.Axis(2) {
			for _, p := range mine {
				sl, err := s.Store.Sliver(id, p, axis, nil)
				if err != nil {
					continue
				}
				var data bytes.Buffer
				if _, err := sl.WriteTo(&data); err != nil {
					t.Fatal(err)
				}
				if v.VerifyAt(axis, p, redstuff.Sliver{Axis: axis, Index: sl.Index, SymbolSize: sl.SymbolSize, Data: data.Bytes()}) != nil {
					t.Fatalf("a wrong %v sliver of pair %d was stored", axis, p)
				}
			}
		}
	})
}

// FuzzRequest sends any method, path, query and body. No answer is an internal error.
func FuzzRequest(f *testing.F) {
	s, e, object := fuzzServer(f)
	id := e.BlobID().String()
	for _, path := range []string{
		"/v1/health", "/v1/blobs/" + id + "/metadata", "/v1/blobs/" + id + "/status", "/v1/blobs/" + id + "/slivers/1/primary", "/v1/blobs/" + id + "/slivers/9/secondary/status",
		"/v1/blobs/" + id + "/bundle", "/v1/blobs/" + id + "/bundle/staged", "/v1/blobs/" + id + "/confirmation/permanent", "/v1/blobs/" + id + "/confirmation/deletable/" + object.String(),
		"/v1/blobs/" + id + "/attestation/" + object.String(), "/v1/blobs/" + id[:40] + "/metadata/status", "/v1/attestations", "/",
	} {
		for _, query := range []string{"", "primary=0-3&secondary=1,3&metadata=1", "pending=true", "wait_for_registration=true&wait_millis=1", "detailed=true", "confirm=deletable:" + object.String(), "%zz"} {
			f.Add(uint8(len(query)), path, query, []byte(query))
		}
		f.Add(uint8(5), path, "", []byte(`{"objects":["`+object.String()+`"]}`))
	}
	f.Fuzz(func(t *testing.T, method uint8, path, query string, body []byte) {
		u := url.URL{Path: path, RawQuery: query}
		methods := []string{http.MethodGet, http.MethodPut, http.MethodHead, http.MethodOptions, http.MethodDelete, http.MethodPost}
		req, err := http.NewRequest(methods[int(method)%len(methods)], "https://x"+u.EscapedPath(), bytes.NewReader(body))
		if err != nil {
			return
		}
		req.URL.RawQuery, req.RemoteAddr = query, "192.0.2.1:1"
		res := httptest.NewRecorder()
		s.ServeHTTP(res, req)
		if res.Code >= 500 || res.Code < 200 {
			t.Fatalf("%s %s?%s: %d %s", req.Method, path, query, res.Code, res.Body)
		}
		if now, _ := s.Memory.Used(); now != 0 {
			t.Fatalf("%d bytes of memory were not given back", now)
		}
	})
}
