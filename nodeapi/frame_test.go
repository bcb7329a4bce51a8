package nodeapi

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"testing"

	"walrus/redstuff"
)

type vectorFile struct {
	N, Metadata, Primary, Secondary, Frames int
	Cases                                   []struct {
		Name   string
		OK     bool
		Stream string
		Frames []struct {
			Kind uint8
			Pair uint16
			Body string
		}
	}
}

func loadVectors(t testing.TB) (vectorFile, FrameLimits) {
	t.Helper()
	b, err := os.ReadFile("testdata/bundles.json")
	if err != nil {
		t.Fatal(err)
	}
	var v vectorFile
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	return v, FrameLimits{N: v.N, Metadata: v.Metadata, Primary: v.Primary, Secondary: v.Secondary, Frames: uint32(v.Frames), Parts: true, Absent: true}
}

type readFrame struct {
	Frame
	body []byte
}

// readAll reads a stream to its end; err is nil if it is well formed.
func readAll(r io.Reader, lim FrameLimits) ([]readFrame, error) {
	fr := NewFrameReader(r, lim)
	var out []readFrame
	for {
		f, err := fr.Next()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		b, err := fr.Body()
		if err != nil {
			return out, err
		}
		out = append(out, readFrame{f, b})
	}
}

// rewrite writes frames again.
func rewrite(t testing.TB, frames []readFrame) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := NewFrameWriter(&buf)
	for _, f := range frames {
		var err error
		switch {
		case f.Kind == FrameMetadata:
			err = w.Metadata(f.body)
		case f.Kind.IsSliver():
			err = w.SliverBytes(f.Axis, f.Pair, f.body)
		case f.Kind.IsPart():
			err = w.Part(f.Axis, f.Pair, f.Offset, f.body)
		default:
			err = w.Absent(f.Axis, f.Pair, f.Absent)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestBundleVectors(t *testing.T) {
	v, lim := loadVectors(t)
	passed := 0
	for _, c := range v.Cases {
		t.Run(c.Name, func(t *testing.T) {
			stream, err := hex.DecodeString(c.Stream)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range []io.Reader{bytes.NewReader(stream), oneByte{bytes.NewReader(stream)}} {
				frames, err := readAll(r, lim)
				if !c.OK {
					if !errors.Is(err, ErrBundle) {
						t.Fatalf("got %v, want a malformed bundle", err)
					}
					continue
				}
				if err != nil {
					t.Fatal(err)
				}
				if len(frames) != len(c.Frames) {
					t.Fatalf("got %d frames, want %d", len(frames), len(c.Frames))
				}
				for i, want := range c.Frames {
					got := frames[i]
					body := got.body
					if got.Kind.IsPart() {
						body = append(binary.LittleEndian.AppendUint32(nil, got.Offset), body...)
					}
					if got.Kind == FrameAbsent {
						body = []byte{byte(got.Axis), byte(got.Absent)}
					}
					if uint8(got.Kind) != want.Kind || uint16(got.Pair) != want.Pair || hex.EncodeToString(body) != want.Body {
						t.Errorf("frame %d: got kind %d, pair %d, body %x; want %+v", i, got.Kind, got.Pair, body, want)
					}
				}
				if again := rewrite(t, frames); !bytes.Equal(again, stream) {
					t.Errorf("written again: %x, want %x", again, stream)
				}
			}
			passed++
		})
	}
	t.Logf("%d of %d cases passed", passed, len(v.Cases))
}

// oneByte gives one byte at a time.
type oneByte struct{ r io.Reader }

func (o oneByte) Read(p []byte) (int, error) { return o.r.Read(p[:min(1, len(p))]) }

func TestFrameReaderSkipsUnreadBodies(t *testing.T) {
	var buf bytes.Buffer
	w := NewFrameWriter(&buf)
	w.Metadata(make([]byte, 100))
	w.SliverBytes(redstuff.Secondary, 3, make([]byte, 29))
	w.Close()
	_, lim := loadVectors(t)
	fr := NewFrameReader(&buf, lim)
	for i := range 2 {
		f, err := fr.Next()
		if err != nil {
			t.Fatal(err)
		}
		if n, err := fr.Read(make([]byte, 10)); n != 10 || err != nil {
			t.Fatalf("frame %d (%d bytes): read %d, %v", i, f.Length, n, err)
		}
	}
	if _, err := fr.Next(); err != io.EOF {
		t.Fatalf("got %v, want EOF", err)
	}
	if _, err := fr.Next(); err != io.EOF {
		t.Fatalf("after the end: got %v, want EOF again", err)
	}
}

func TestFrameReaderExactLengths(t *testing.T) {
	_, lim := loadVectors(t)
	lim.Exact = true
	var buf bytes.Buffer
	w := NewFrameWriter(&buf)
	w.SliverBytes(redstuff.Primary, 3, make([]byte, 44))
	w.Close()
	if _, err := readAll(&buf, lim); !errors.Is(err, ErrBundle) {
		t.Fatalf("got %v, want a malformed bundle", err)
	}
}

// A head that promises four times what memory allows must cost no more than what arrives.
func TestBodyAllocatesWhatArrives(t *testing.T) {
	stream := binary.LittleEndian.AppendUint32([]byte{byte(FramePrimary), 0, 0}, 1<<30)
	charged := 0
	lim := FrameLimits{N: 7, Primary: 1 << 30, Frames: 1, Charge: func(n int) error { charged += n; return nil }}
	_, err := readAll(io.MultiReader(bytes.NewReader(stream), bytes.NewReader(make([]byte, 100))), lim)
	if !errors.Is(err, ErrBundle) {
		t.Fatalf("got %v, want a malformed bundle", err)
	}
	if charged > bodyStep {
		t.Fatalf("charged %d bytes for 100, want at most %d", charged, bodyStep)
	}
}

func TestChargeEndsTheStream(t *testing.T) {
	full := errors.New("no memory left")
	_, lim := loadVectors(t)
	lim.Charge = func(int) error { return full }
	var buf bytes.Buffer
	NewFrameWriter(&buf).Metadata([]byte{1})
	if _, err := readAll(&buf, lim); err != full {
		t.Fatalf("got %v, want %v", err, full)
	}
}

func FuzzFrameReader(f *testing.F) {
	v, lim := loadVectors(f)
	for _, c := range v.Cases {
		b, _ := hex.DecodeString(c.Stream)
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, stream []byte) {
		charged := 0
		lim := lim
		lim.Charge = func(n int) error { charged += n; return nil }
		frames, err := readAll(bytes.NewReader(stream), lim)
		if charged > len(stream)+bodyStep {
			t.Fatalf("charged %d bytes for a stream of %d", charged, len(stream))
		}
		if err != nil {
			if !errors.Is(err, ErrBundle) {
				t.Fatalf("got %v, want a malformed bundle", err)
			}
			return
		}
		if again := rewrite(t, frames); !bytes.Equal(again, stream) {
			t.Fatalf("written again: %x, read: %x", again, stream)
		}
	})
}

func TestPairs(t *testing.T) {
	for _, s := range []string{"", "0", "0-9,17", "1,3,5-6", "0-999"} {
		p, err := ParsePairs(s, 1000)
		if err != nil || FormatPairs(p) != s {
			t.Errorf("%q: got %q, %v", s, FormatPairs(p), err)
		}
	}
	for _, s := range []string{"1000", "3-2", "1,1", "2,1", "0-5,5", "-1", "1-", "01", "1,,2", " 1", "1-2-3", "65536", "0-1000", "+1"} {
		if p, err := ParsePairs(s, 1000); err == nil {
			t.Errorf("%q: got %v, want an error", s, p)
		}
	}
}

func FuzzParsePairs(f *testing.F) {
	f.Add("0-9,17")
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePairs(s, 1000)
		if err != nil {
			return
		}
		again, err := ParsePairs(FormatPairs(p), 1000)
		if err != nil || len(again) != len(p) || len(p) > 1000 {
			t.Fatalf("%q: %d pairs, again %d, %v", s, len(p), len(again), err)
		}
	})
}
