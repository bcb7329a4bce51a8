package main

import "testing"

// The baselines compute what our side does, on a code small enough for a test.
func TestBaselinesAgree(t *testing.T) {
	for _, w := range works {
		for _, size := range []int{1, 100, 5000} {
			s := newState(task{work: w.name, shards: 31, size: size})
			_, ours, err := s.measure(w.ours)
			if err != nil {
				t.Fatalf("%s, %d bytes: %v", w.name, size, err)
			}
			if _, theirs, err := s.measure(w.baseline); err != nil || theirs != ours {
				t.Errorf("%s, %d bytes: %s, baseline %s, %v", w.name, size, ours, theirs, err)
			}
		}
	}
}

func TestSizes(t *testing.T) {
	for text, want := range map[string]int{"1": 1, "400kB": 400_000, "1MiB": 1 << 20, "32MiB": 32 << 20, "2GiB": 2 << 30, "3KiB": 3072} {
		if got, err := parseSize(text); err != nil || got != want {
			t.Errorf("%s: got %d, %v, want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "x", "-1", "1 TiB", "kB"} {
		if n, err := parseSize(text); err == nil {
			t.Errorf("%q: got %d, want an error", text, n)
		}
	}
	for n, want := range map[int]string{1: "1 B", 400_000: "400 kB", 1 << 20: "1 MiB", 0: "0 B"} {
		if got := formatSize(n); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
	}
}
