package client

import (
	"testing"
	"time"
)

// A supplier that we keep waiting is still counted upon; one that keeps us waiting is not.
func TestSupplierIsNotToBlame(t *testing.T) {
	g := &gathering{c: &Client{opt: Options{Hedge: time.Second}}, start: time.Now().Add(-time.Minute)}
	s := &supplier{left: 5, got: 5, asked: time.Now().Add(-time.Second)}
	later := time.Now().Add(10 * time.Second)
	s.touch()
	if n := g.expected(s, later); n != 0 {
		t.Errorf("stands still: got %d slivers to expect, want none", n)
	}
	if err := s.own(func() error {
		if n := g.expected(s, later); n != 5 {
			t.Errorf("waits for us: got %d slivers to expect, want 5", n)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if n := g.expected(s, time.Now()); n != 5 {
		t.Errorf("has waited for us: got %d slivers to expect, want 5", n)
	}
}
