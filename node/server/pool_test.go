package server

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"
	"time"

	"walrus/nodeapi"
)

// TestShare: one source gets half of a pool, whatever it asks for; another one finds the rest.
func TestShare(t *testing.T) {
	p := NewPool(1000)
	a, b := p.Share("a"), p.Share("b")
	if p.Share("a") != a {
		t.Fatal("a source has two shares at once")
	}
	ctx := t.Context()
	if err := a.Acquire(ctx, 700); err != nil { // counts as 500
		t.Fatal(err)
	}
	ended, end := context.WithTimeout(ctx, time.Millisecond)
	defer end()
	if a.Acquire(ended, 1) == nil || !a.Full() {
		t.Error("a source took more than its share")
	}
	if b.Full() {
		t.Error("another source finds nothing left")
	}
	if err := b.Acquire(ctx, 500); err != nil {
		t.Error(err)
	}
	if c := p.Share("c"); !c.Full() || c.Acquire(ended, 1) == nil {
		t.Error("shares exceed the pool")
	}
	a.Release(700)
	b.Release(500)
	if now, peak := p.Used(); now != 0 || peak != 1000 {
		t.Errorf("%d bytes held, at most %d", now, peak)
	}
	a.Close()
	a.Close()
	b.Close()
	if len(p.shares) != 1 { // c
		t.Errorf("%d shares are kept", len(p.shares))
	}
}

func TestSourceOf(t *testing.T) {
	for remote, want := range map[string]string{
		"127.0.0.1:80": "127.0.0.1", "[::ffff:10.0.0.1]:80": "10.0.0.1", "[2001:db8:1:2:3:4:5:6]:80": "2001:db8:1:2::/64", "[fe80::1%eth0]:80": "fe80::/64", "pipe": "pipe",
	} {
		if got := SourceOf(remote); got != want {
			t.Errorf("source of %s = %s, want %s", remote, got, want)
		}
	}
}

// TestBodyIsCharged: every buffer of a body is charged as long as it lives; one of known length has one buffer.
func TestBodyIsCharged(t *testing.T) {
	const length = 300_000
	body := bytes.Repeat([]byte("x"), length)
	for name, tc := range map[string]struct {
		announced        int64
		limit            int64
		held, peak, code int64
	}{
		"known":              {announced: length, limit: 1 << 20, held: length + 1, peak: length + 1},
		"unknown":            {announced: -1, limit: 1 << 20, held: 512 << 10, peak: 768 << 10},
		"unknown, near":      {announced: -1, limit: length, held: length + 1, peak: length + 1 + 256<<10},
		"known, too long":    {announced: length, limit: length - 1, code: 413},
		"unknown, too long":  {announced: -1, limit: length - 1, peak: length + 256<<10, code: 413},
		"less than promised": {announced: length + 5, limit: 1 << 20, peak: length + 6, code: 400},
	} {
		s := New(Options{Memory: NewPool(8 << 20)})
		share := s.Memory.Share("a")
		r := httptest.NewRequest("PUT", "/", io.NopCloser(bytes.NewReader(body)))
		r.ContentLength = tc.announced
		r = r.WithContext(context.WithValue(r.Context(), shareKey{}, share))
		got, free, err := s.readBody(httptest.NewRecorder(), r, tc.limit)
		now, peak := s.Memory.Used()
		if now != tc.held || peak != tc.peak {
			t.Errorf("%s: %d bytes charged, at most %d; want %d and %d", name, now, peak, tc.held, tc.peak)
		}
		if tc.code != 0 {
			res := httptest.NewRecorder()
			nodeapi.WriteError(res, err)
			if int64(res.Code) != tc.code {
				t.Errorf("%s: %d, %v; want %d", name, res.Code, err, tc.code)
			}
		} else if err != nil || !bytes.Equal(got, body) || int64(cap(got)) != tc.held {
			t.Errorf("%s: %d bytes in a buffer of %d, %v", name, len(got), cap(got), err)
		}
		free()
		if now, _ := s.Memory.Used(); now != 0 {
			t.Errorf("%s: %d bytes are not given back", name, now)
		}
		share.Close()
	}
}

// TestSourceBehindProxy: whom a trusted proxy names counts, and nothing that anybody else writes.
func TestSourceBehindProxy(t *testing.T) {
	v4, v6 := netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fe80::/64")
	s := &Server{Options: Options{Trusted: func(ip netip.Addr) bool { return v4.Contains(ip) || v6.Contains(ip) }}}
	for _, tc := range []struct {
		remote, want string
		hops         []string
	}{
		{"192.0.2.1:80", "192.0.2.1", []string{"198.51.100.7"}},
		{"10.0.0.1:80", "198.51.100.7", []string{"198.51.100.7"}},
		{"[::ffff:10.0.0.1]:80", "198.51.100.7", []string{"203.0.113.1, 198.51.100.7"}},
		{"10.0.0.1:80", "198.51.100.7", []string{"203.0.113.1", "198.51.100.7:4711, 10.0.0.2"}},
		{"10.0.0.1:80", "2001:db8::/64", []string{"[2001:db8::5]:80"}},
		{"10.0.0.1:80", "2001:db8::/64", []string{"2001:db8::5"}},
		{"[fe80::1%eth0]:80", "198.51.100.7", []string{"203.0.113.1, 198.51.100.7, fe80::2%eth1"}},
		{"10.0.0.1:80", "10.0.0.1", []string{"198.51.100.7, nonsense"}},
		{"10.0.0.1:80", "10.0.0.1", []string{"10.0.0.3"}},
		{"10.0.0.1:80", "10.0.0.1", nil},
	} {
		r := &http.Request{RemoteAddr: tc.remote, Header: http.Header{"X-Forwarded-For": tc.hops}}
		if got := s.source(r); got != tc.want {
			t.Errorf("%s for %q: %s, want %s", tc.remote, tc.hops, got, tc.want)
		}
	}
}
