package nodeapi

import (
	"context"
	"io"
	"net"
	"net/http"
	"testing"
	"time"

	"walrus/redstuff"
)

// A discarded connection takes everything and sends it nowhere.
type discarded struct{ net.Conn }

func (discarded) Write(p []byte) (int, error) { return len(p), nil }

// BenchmarkBulkBody takes a body with parts of 36 KiB, which lie in 48 MiB of memory, and encrypts it. It is what a client does for a large bundle, but for writing it to a socket.
func BenchmarkBulkBody(b *testing.B) {
	const slivers, part, length = 66, 36 << 10, 320 << 10
	key, pub := newKey(b)
	addr := serve(b, selfSigned(b, key), http.NotFoundHandler())
	memory := make([]byte, 48<<20)
	body := new(BundleBody)
	for from := 0; from < length; from += part {
		for i := range slivers {
			at := (from/part*slivers + i) * part * 4 % (len(memory) - part)
			s := redstuff.Sliver{Axis: redstuff.Primary, Index: redstuff.SliverIndex(i), SymbolSize: 2}
			body.StreamParts(redstuff.PairIndex(i), s, length, from, min(from+part, length), func(dst []byte, off int) error {
				copy(dst, memory[at+off-from:])
				return nil
			})
		}
	}
	conn, err := NewClient(addr, pub, Options{}).bulkTr.DialTLSContext(b.Context(), "tcp", addr)
	if err != nil {
		b.Fatal(err)
	}
	defer conn.Close()
	bulk := conn.(bulkConn)
	bulk.below.Conn = discarded{bulk.below.Conn}
	ctx, cancel := context.WithCancelCause(b.Context())
	defer cancel(nil)
	l := &call{ctx: ctx, cancel: cancel, stall: time.Minute, answer: time.Minute, timer: time.NewTimer(time.Minute), limit: time.NewTimer(time.Minute)}
	b.SetBytes(body.Length())
	b.ReportAllocs()
	for b.Loop() {
		r := &progressBody{r: body.Open(), call: l, length: body.Length(), start: time.Now()}
		if n, err := bulk.ReadFrom(io.LimitReader(r, body.Length())); n != body.Length() || err != nil {
			b.Fatalf("%d of %d bytes: %v", n, body.Length(), err)
		}
	}
}
