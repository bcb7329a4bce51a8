package nodeapi

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"net/http"
	"testing"
	"time"

	"walrus/redstuff"
)

func TestBundleBody(t *testing.T) {
	s := redstuff.Sliver{Axis: redstuff.Secondary, Index: 2, SymbolSize: 8, Data: bytes.Repeat([]byte{7}, 24)}
	var body BundleBody
	body.Metadata([]byte{1, 2, 3})
	body.Sliver(4, s)
	var want bytes.Buffer
	w := NewFrameWriter(&want)
	w.Metadata([]byte{1, 2, 3})
	w.SliverBytes(s.Axis, 4, s.AppendBCS(nil))
	w.Close()
	for _, r := range []io.Reader{body.Open(), oneByte{body.Open()}} {
		got, err := io.ReadAll(r)
		if err != nil || !bytes.Equal(got, want.Bytes()) {
			t.Fatalf("got %x, %v, want %x", got, err, want.Bytes())
		}
		if int64(len(got)) != body.Length() {
			t.Fatalf("length %d, said %d", len(got), body.Length())
		}
	}
	var direct bytes.Buffer
	w = NewFrameWriter(&direct)
	w.Metadata([]byte{1, 2, 3})
	w.Sliver(4, s)
	w.Close()
	if !bytes.Equal(direct.Bytes(), want.Bytes()) {
		t.Fatalf("FrameWriter.Sliver: got %x, want %x", direct.Bytes(), want.Bytes())
	}
}

// dataOf reads from b, and checks that it is asked for what there is.
func dataOf(t *testing.T, b []byte) SliverData {
	return func(dst []byte, off int) error {
		if off < 0 || off+len(dst) > len(b) || len(dst) == 0 {
			t.Errorf("asked for %d bytes at %d of %d", len(dst), off, len(b))
		}
		copy(dst, b[off:])
		return nil
	}
}

// TestStreamedBodies sends slivers whole and cut into parts at random, and reads both back in pieces.
func TestStreamedBodies(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, length := range []int{2, 126, 128, 16382, 16384, 3<<20 + 2} {
		data := make([]byte, length)
		for i := range data {
			data[i] = byte(rng.Uint32())
		}
		s := redstuff.Sliver{Axis: redstuff.Secondary, Index: 5, SymbolSize: 2, Data: data}
		whole := s.AppendBCS(nil)
		head := s
		head.Data = nil

		var body BundleBody
		body.StreamSliver(4, head, length, dataOf(t, data))
		for from := 0; from < length; {
			to := min(from+1+rng.IntN(length), length)
			body.StreamParts(3, head, length, from, to, dataOf(t, data))
			if to < length {
				body.StreamParts(3, head, length, to, to, nil) // nothing
			}
			from = to
		}
		stream, err := io.ReadAll(body.Open())
		if err != nil || int64(len(stream)) != body.Length() {
			t.Fatalf("length %d: %d bytes, %v, want %d", length, len(stream), err, body.Length())
		}
		lim := FrameLimits{N: 7, Primary: 1, Secondary: len(whole), Exact: true, Parts: true, Frames: uint32(body.Frames())}
		f := NewFrameReader(bytes.NewReader(stream), lim)
		fr, err := f.Next()
		if err != nil {
			t.Fatal(err)
		}
		var got []byte
		buf := make([]byte, 1000)
		back, n, err := f.StreamSliver(fr, buf, func(p []byte, off int) error {
			if off != len(got) {
				t.Errorf("piece at %d, want %d", off, len(got))
			}
			got = append(got, p...)
			return nil
		})
		if err != nil || n != length || back.Axis != s.Axis || back.Index != s.Index || back.SymbolSize != s.SymbolSize || !bytes.Equal(got, data) {
			t.Fatalf("length %d: got %+v, %d bytes of %d, %v", length, back, len(got), n, err)
		}
		var parts []byte
		for {
			fr, err := f.Next()
			if err == io.EOF {
				break
			}
			if err != nil || !fr.Kind.IsPart() || int(fr.Offset) != len(parts) {
				t.Fatalf("length %d: got %+v at %d, %v", length, fr, len(parts), err)
			}
			b, err := io.ReadAll(f)
			if err != nil {
				t.Fatal(err)
			}
			if at := SliverDataAt(length, fr.Offset); at > 0 && at < length && data[at] != b[0] {
				t.Errorf("length %d: offset %d is not byte %d of the data", length, fr.Offset, at)
			}
			parts = append(parts, b...)
		}
		if !bytes.Equal(parts, whole) {
			t.Fatalf("length %d: the parts are %d bytes that differ from the sliver's %d", length, len(parts), len(whole))
		}
	}
}

// TestStreamSliverRefuses takes a bad sliver for that sliver's fault only, and a stream that is cut short for the stream's.
func TestStreamSliverRefuses(t *testing.T) {
	sliver := redstuff.Sliver{Index: 1, SymbolSize: 2, Data: make([]byte, 200)}
	good := sliver.AppendBCS(nil)
	length := bytes.Clone(good)
	length[0]++
	size := bytes.Clone(good)
	size[len(size)-4] = 0
	odd := bytes.Clone(good)
	odd[len(odd)-4] = 7
	for name, bad := range map[string][]byte{"length": length, "no size": size, "size": odd, "impossible": make([]byte, 133), "short": make([]byte, 3)} {
		var stream bytes.Buffer
		w := NewFrameWriter(&stream)
		w.SliverBytes(redstuff.Primary, 1, bad)
		w.SliverBytes(redstuff.Primary, 2, good)
		w.Close()
		f := NewFrameReader(&stream, FrameLimits{N: 7, Primary: 500, Frames: 2})
		fr, err := f.Next()
		if err != nil {
			t.Fatal(err)
		}
		drop := func([]byte, int) error { return nil }
		if _, _, err := f.StreamSliver(fr, make([]byte, 64), drop); !errors.Is(err, redstuff.ErrMalformed) || errors.Is(err, ErrBundle) {
			t.Errorf("%s: got %v", name, err)
		}
		if fr, err = f.Next(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		mine := errors.New("mine")
		if _, _, err := f.StreamSliver(fr, make([]byte, 64), func([]byte, int) error { return mine }); err != mine {
			t.Errorf("%s: got %v", name, err)
		}
		if _, err = f.Next(); err != io.EOF {
			t.Errorf("%s: got %v at the end", name, err)
		}
	}
	var stream bytes.Buffer
	w := NewFrameWriter(&stream)
	w.SliverBytes(redstuff.Primary, 2, good)
	f := NewFrameReader(bytes.NewReader(stream.Bytes()[:100]), FrameLimits{N: 7, Primary: 500, Frames: 2})
	fr, err := f.Next()
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := f.StreamSliver(fr, make([]byte, 64), func([]byte, int) error { return nil }); !errors.Is(err, ErrBundle) {
		t.Errorf("cut short: got %v", err)
	}
	if _, err := f.Next(); !errors.Is(err, ErrBundle) {
		t.Errorf("after that: got %v", err)
	}
}

// TestBodySource lets a body wait for its bytes longer than a node may, and then fail: the first is nobody's fault, the second is not the node's.
func TestBodySource(t *testing.T) {
	key, pub := newKey(t)
	addr := serve(t, selfSigned(t, key), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		WriteSuccess(w, http.StatusOK, BundleResult{Stored: 1})
	}))
	c := NewClient(addr, pub, Options{Connect: 5 * time.Second, Stall: 300 * time.Millisecond, Answer: 600 * time.Millisecond})
	t.Cleanup(c.Close)
	var id redstuff.BlobID
	head := redstuff.Sliver{SymbolSize: 2}
	var slow BundleBody
	slow.StreamSliver(1, head, 10, func([]byte, int) error { time.Sleep(time.Second); return nil })
	if res, err := c.PutBundle(t.Context(), id, BundleRequest{Body: &slow}); err != nil || res.Stored != 1 {
		t.Errorf("slow source: got %+v, %v", res, err)
	}
	mine := errors.New("mine")
	var broken BundleBody
	broken.StreamSliver(1, head, 10, func([]byte, int) error { return mine })
	if _, err := c.PutBundle(t.Context(), id, BundleRequest{Body: &broken}); !errors.Is(err, mine) || errors.Is(err, ErrUnavailable) {
		t.Errorf("broken source: got %v", err)
	}
}
