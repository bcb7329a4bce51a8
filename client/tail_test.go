package client_test

import (
	"bytes"
	"errors"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"walrus/client"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// 33 primary slivers are one too few of 100 shards; then exactly 67 secondary ones suffice, and 66 do not.
func TestSecondarySliversSuffice(t *testing.T) {
	n := newTestnet(t, 34, 33, 33)
	blob := randomBytes("axis", 70_000)
	id := n.store(n.quick(""), blob).BlobID
	var left atomic.Pointer[[2]redstuff.PairIndex] // pairs below it are left, by axis; a request that nobody waits for any more may still look
	left.Store(&[2]redstuff.PairIndex{33, 67})
	for i := range n.com.Members {
		n.lie(i, http.MethodGet, "/bundle", func(b []byte) []byte {
			fs := parseFrames(t, n.params, b)
			for j, f := range fs {
				if f.Pair >= left.Load()[f.Axis] {
					fs[j].Kind, fs[j].Absent = nodeapi.FrameAbsent, nodeapi.NotStored
				}
			}
			return writeFrames(fs)
		})
	}
	for way, read := range n.ways(t) {
		left.Store(&[2]redstuff.PairIndex{33, 67})
		got, report, err := read(id)
		if err != nil || !bytes.Equal(got, blob) || report.Axis != redstuff.Secondary {
			t.Fatalf("%s: read %d bytes from %v slivers, %v", way, len(got), report.Axis, err)
		}
		if len(report.Bad) > 0 || report.Missing == 0 {
			t.Errorf("%s: bad: %v, missing: %d", way, report.Bad, report.Missing)
		}
		left.Store(&[2]redstuff.PairIndex{33, 66})
		_, _, err = read(id)
		var e *client.SliverError
		if !errors.As(err, &e) || e.Primary != 33 || e.Secondary != 66 {
			t.Errorf("%s: got %v", way, err)
		}
		left.Store(&[2]redstuff.PairIndex{34, 66})
		if got, _, err := read(id); err != nil || !bytes.Equal(got, blob) {
			t.Errorf("%s: read %d bytes, %v", way, len(got), err)
		}
	}
}

// The tail is waited for as long as the configuration grants, by the store itself or, detached, by Close.
func TestTail(t *testing.T) {
	for _, handling := range []string{"blocking", "detached"} {
		t.Run(handling, func(t *testing.T) {
			n := newTestnet(t, 3, 2, 2)
			n.links[2].freeze()
			cfg := &client.Config{}
			cfg.Communication.TailHandling = handling
			cfg.Communication.SliverWriteExtra = client.ExtraTime{BaseMS: 3000}
			c, err := client.New(n.ledger, client.Options{Config: cfg})
			if err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			n.storeWith(c, []byte("x"), client.StoreOptions{Force: true})
			stored := time.Since(start)
			c.Close()
			closed := time.Since(start)
			if blocks := stored > 3*time.Second; blocks != (handling == "blocking") || closed < 3*time.Second || closed > 10*time.Second {
				t.Errorf("stored after %v, closed after %v", stored, closed)
			}
		})
	}
}

// Progress names the phases in order and only ever goes forward.
func TestProgress(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	var phases []client.Phase
	var last client.Progress
	c, err := client.New(n.ledger, client.Options{Progress: func(p client.Progress) {
		if len(phases) == 0 || phases[len(phases)-1] != p.Phase {
			phases = append(phases, p.Phase)
		}
		if p.Phase == client.PhaseUpload {
			if p.Done < last.Done {
				t.Errorf("upload went from %d to %d shards", last.Done, p.Done)
			}
			last = p
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	id := n.store(c, randomBytes("p", 100)).BlobID
	if _, _, err := c.ReadBytes(t.Context(), id, client.ReadOptions{}); err != nil {
		t.Fatal(err)
	}
	want := []client.Phase{client.PhaseEncode, client.PhaseRegister, client.PhaseUpload, client.PhaseCertify, client.PhaseDone, client.PhaseMetadata, client.PhaseSlivers, client.PhaseDecode, client.PhaseDone}
	if i := len(phases); i != len(want) {
		t.Fatalf("phases %v, want %v", phases, want)
	}
	for i := range want {
		if phases[i] != want[i] {
			t.Errorf("phase %d is %s, want %s", i, phases[i], want[i])
		}
	}
	if last.Done < 5 || last.Total != 5 {
		t.Errorf("upload ended with %d of %d shards", last.Done, last.Total)
	}
}
