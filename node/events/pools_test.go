package events

import (
	"bytes"
	"slices"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/attest"
	"walrus/chain"
	"walrus/node/store"
	"walrus/redstuff"
)

// pooled are the registrations of n blobs in a pool, half of them deletable, and the certifications of every other one.
func pooled(id attest.ObjectID, n int) []chain.Event {
	events := []chain.Event{{Kind: chain.PoolCreated, Pool: id, End: 4, Epoch: 1}}
	for i := range n {
		ev := chain.Event{Kind: chain.BlobRegistered, Pool: id, BlobID: redstuff.BlobID{1, byte(i >> 8), byte(i)}, Object: attest.ObjectID{2, byte(i >> 8), byte(i)}, Epoch: 1, Deletable: i%2 == 0}
		events = append(events, ev)
		if i%4 < 2 {
			ev.Kind = chain.BlobCertified
			events = append(events, ev)
		}
	}
	for i := range events {
		events[i] = at(i, events[i])
	}
	return events
}

// rowsOf are all rows of a store.
func rowsOf(t *testing.T, s *store.Store) map[string]string {
	t.Helper()
	rows := map[string]string{}
	for first := range 256 {
		err := s.Each([]byte{byte(first)}, func(key, value []byte) error {
			rows[string(key)] = string(value)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return rows
}

// checkPooled compares what is known of the blobs of pooled with the pool's end.
func checkPooled(t *testing.T, f *Follower, n int, end attest.Epoch) {
	t.Helper()
	for i := range n {
		o, ok, err := f.Object(attest.ObjectID{2, byte(i >> 8), byte(i)})
		if err != nil || !ok || o.End != end || !o.Live(end-1) || o.Live(end) {
			t.Fatalf("object %d ends at %v, %v, %v; want %v", i, o.End, ok, err, end)
		}
		b, err := f.Blob(redstuff.BlobID{1, byte(i >> 8), byte(i)})
		if err != nil || !b.Registered(end-1) || b.Registered(end) || b.Certified(end-1) != (i%4 < 2) || b.Certified(end) {
			t.Fatalf("blob %d: %+v, %v; want an end at %v", i, b, err, end)
		}
	}
}

// TestPoolExtensionIsOneRow extends a pool of many blobs: the pool's row and the cursor change, and all blobs end later.
func TestPoolExtensionIsOneRow(t *testing.T) {
	s := openStore(t, vfs.NewMem())
	defer s.Close()
	const n = 1000
	id := attest.ObjectID{9}
	src := &stream{events: pooled(id, n)}
	if err := follow(t, open(t, s, src), len(src.events)); err != nil {
		t.Fatal(err)
	}
	before := rowsOf(t, s)
	src.events = append(src.events, at(len(src.events), chain.Event{Kind: chain.PoolExtended, Pool: id, End: 7, Epoch: 2}))
	f := open(t, s, src)
	checkPooled(t, f, n, 4)
	if err := follow(t, f, len(src.events)); err != nil {
		t.Fatal(err)
	}
	checkPooled(t, f, n, 7)
	var changed []string
	for key, value := range rowsOf(t, s) {
		if before[key] != value {
			changed = append(changed, key)
		}
	}
	slices.Sort(changed)
	if want := []string{string(rune(rowCursor)), string(poolKey(id))}; !slices.Equal(changed, want) {
		t.Fatalf("an extension wrote %d rows: %.5q", len(changed), changed)
	}
	b, err := f.Blob(redstuff.BlobID{1, 0, 1})
	if want := src.events[len(src.events)-1]; err != nil || b.Permanent.Event.Tx != want.Tx || b.PermanentCertified.Event.Tx != want.Tx {
		t.Fatalf("%+v, %v: the end came with %v", b, err, want.Tx)
	}
}

// TestBlobInSeveralPools follows one blob through two pools and an object of its own: it ends with the last of them, and starts anew when it is in none.
func TestBlobInSeveralPools(t *testing.T) {
	s := openStore(t, vfs.NewMem())
	defer s.Close()
	id := redstuff.BlobID{1}
	a, b := attest.ObjectID{8}, attest.ObjectID{9}
	in := func(kind chain.Kind, pool attest.ObjectID, object byte, end attest.Epoch) chain.Event {
		return chain.Event{Kind: kind, Pool: pool, BlobID: id, Object: attest.ObjectID{object}, Deletable: true, Epoch: 1, End: end}
	}
	steps := []struct {
		ev        chain.Event
		end       attest.Epoch // of the registration
		certified attest.Epoch // until then, 0 if it is not
	}{
		{chain.Event{Kind: chain.PoolCreated, Pool: a, End: 3}, 0, 0},
		{chain.Event{Kind: chain.PoolCreated, Pool: b, End: 5}, 0, 0},
		{in(chain.BlobRegistered, a, 1, 0), 3, 0},
		{in(chain.BlobCertified, a, 1, 0), 3, 3},
		{in(chain.BlobRegistered, b, 2, 0), 5, 3},
		{chain.Event{Kind: chain.PoolExtended, Pool: a, End: 9}, 9, 9},
		{in(chain.BlobCertified, b, 2, 0), 9, 9},
		{in(chain.BlobDeleted, a, 1, 0), 5, 5},
		{chain.Event{Kind: chain.PoolExtended, Pool: a, End: 20}, 5, 5},
		{in(chain.BlobRegistered, attest.ObjectID{}, 3, 6), 6, 5},
		{in(chain.BlobDeleted, b, 2, 0), 6, 0},
		{in(chain.BlobDeleted, attest.ObjectID{}, 3, 6), 0, 0},
		{in(chain.BlobRegistered, a, 4, 0), 20, 0},
	}
	src := &stream{}
	for i, step := range steps {
		src.events = append(src.events, at(i, step.ev))
		f := open(t, s, src)
		if err := follow(t, f, i+1); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
		got, err := f.Blob(id)
		if err != nil {
			t.Fatal(err)
		}
		for e := attest.Epoch(1); e < 30; e++ {
			if got.Registered(e) != (e < step.end) || got.Certified(e) != (e < step.certified) {
				t.Fatalf("step %d, epoch %d: %+v, want registered until %d, certified until %d", i, e, got, step.end, step.certified)
			}
		}
	}
}

// TestAdoptMembers opens rows as they were when an extension of a pool rewrote those of its blobs.
func TestAdoptMembers(t *testing.T) {
	s := openStore(t, vfs.NewMem())
	defer s.Close()
	const n = 2*batchEvents + 10
	id := attest.ObjectID{9}
	src := &stream{events: pooled(id, n)}
	if err := follow(t, open(t, s, src), len(src.events)); err != nil {
		t.Fatal(err)
	}
	old := func(row []byte, length int) []byte { return append([]byte{1}, row[1:length]...) }
	err := s.Update(func(tx *store.Tx) error {
		for key := range rowsOf(t, s) {
			var row []byte
			switch k := []byte(key); k[0] {
			case rowPool:
				row = pool{end: 4}.encode()[:oldPoolLen]
			case rowShare:
				if err := tx.Delete(k); err != nil {
					return err
				}
				continue
			case rowObject:
				o, _, err := open(t, s, src).Object(attest.ObjectID(k[1:]))
				if err != nil {
					return err
				}
				row = o.encode()[:oldObjLen]
				if err := tx.Set(append(append([]byte{rowMember}, id[:]...), k[1:]...), o.BlobID[:]); err != nil {
					return err
				}
			case rowBlob:
				b, err := open(t, s, src).Blob(redstuff.BlobID(k[1:]))
				if err != nil {
					return err
				}
				row = b.encode()[:oldBlobLen]
			default:
				continue
			}
			if err := tx.Set([]byte(key), old(row, len(row))); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, s, src)
	checkPooled(t, f, n, 4)
	for key := range rowsOf(t, s) {
		if key[0] == rowMember {
			t.Fatalf("row %x is left", key)
		}
	}
	gone := src.events[1]
	gone.Kind = chain.BlobDeleted
	src.events = append(src.events, at(len(src.events), chain.Event{Kind: chain.PoolExtended, Pool: id, End: 7, Epoch: 2}), at(len(src.events)+1, gone))
	if err := follow(t, f, len(src.events)); err != nil {
		t.Fatal(err)
	}
	if b, err := f.Blob(gone.BlobID); err != nil || b != (Blob{}) {
		t.Fatalf("%+v, %v: want nothing of a blob that was deleted", b, err)
	}
	if row, err := s.Row(shareKey(gone.BlobID, id)); err != nil || !bytes.Equal(row, nil) {
		t.Fatalf("%x, %v: want no share of a blob that was deleted", row, err)
	}
	src.events = append(src.events, at(len(src.events), src.events[1]))
	f = open(t, s, src)
	if err := follow(t, f, len(src.events)); err != nil {
		t.Fatal(err)
	}
	o, _, err := f.Object(gone.Object)
	if err != nil || o.End != 7 {
		t.Fatalf("%+v, %v", o, err)
	}
}
