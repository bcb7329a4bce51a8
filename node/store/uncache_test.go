package store

import (
	"slices"
	"testing"
)

func TestJoined(t *testing.T) {
	got := joined([]span{{300, 400}, {0, 100}, {100, 200}, {400, 500}, {600, 700}})
	if want := []span{{0, 200}, {300, 500}, {600, 700}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := joined(nil); got != nil {
		t.Errorf("got %v", got)
	}
}
