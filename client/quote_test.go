package client_test

import (
	"fmt"
	"testing"

	"walrus/chain"
	"walrus/client"
)

// A dry run says what the store after it does and pays, whatever the account owns by then.
func TestQuoteIsWhatStoreDoes(t *testing.T) {
	n := newTestnet(t, 2, 1, 3, 1)
	journal := t.TempDir()
	bytes := func(name string, size int) client.Source { return client.Bytes(name, randomBytes(name, size)) }
	check := func(name string, sources []client.Source, opt client.StoreOptions) {
		t.Helper()
		before := n.wal[n.rich.addr]
		quotes, err := n.quick(journal).Quotes(t.Context(), n.rich.Address(), sources, opt)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if n.wal[n.rich.addr] != before {
			t.Errorf("%s: the dry run paid", name)
		}
		results, err := n.quick(journal).Store(t.Context(), n.rich, sources, opt)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var pay uint64
		for i, r := range results {
			q := quotes[i]
			if r.Err != nil || q.Err != nil {
				t.Fatalf("%s: %s: quoted %v, stored %v", name, r.Path, q.Err, r.Err)
			}
			var did, would any
			if r.NewlyCreated != nil {
				did = r.NewlyCreated.Operation
			}
			if q.Operation != nil {
				would = *q.Operation
			}
			if fmt.Sprint(did) != fmt.Sprint(would) || (r.AlreadyCertified == nil) != (q.Certified == nil) || q.Pay != r.Cost() || q.BlobID != r.BlobID {
				t.Errorf("%s: %s: quoted %v for %d (certified %v), stored %v for %d", name, r.Path, would, q.Pay, q.Certified != nil, did, r.Cost())
			}
			for k, p := range r.Parts {
				op := client.Operation("")
				if o := q.Parts[k].Operation; o != nil {
					op = o.Kind
				}
				if op != p.Operation || q.Parts[k].Pay != p.Cost {
					t.Errorf("%s: part %d: quoted %q for %d, stored %q for %d", name, k, op, q.Parts[k].Pay, p.Operation, p.Cost)
				}
			}
			pay += q.Pay
		}
		if paid := before - n.wal[n.rich.addr]; paid != pay {
			t.Errorf("%s: quoted %d, paid %d", name, pay, paid)
		}
	}
	three, deletable := client.StoreOptions{Lifetime: client.Epochs(3)}, client.StoreOptions{Lifetime: client.Epochs(3), Deletable: true}
	longer := client.StoreOptions{Lifetime: client.Epochs(5), Deletable: true}
	check("new, and twins", []client.Source{bytes("a", 900), bytes("b", 500), client.Bytes("a again", randomBytes("a", 900))}, deletable)
	check("nothing to do", []client.Source{bytes("a", 900)}, deletable)
	check("extended", []client.Source{bytes("a", 900), bytes("c", 100)}, longer)
	check("permanent beside it", []client.Source{bytes("a", 900), client.Bytes("twin", randomBytes("a", 900))}, three)
	check("kept by anyone", []client.Source{bytes("a", 900)}, client.StoreOptions{})
	check("forced", []client.Source{bytes("a", 900), client.Bytes("twin", randomBytes("a", 900))}, client.StoreOptions{Force: true})
	check("new space", []client.Source{bytes("a", 900), client.Bytes("twin", randomBytes("a", 900))}, client.StoreOptions{Deletable: true, IgnoreResources: true})

	// Free space goes to the larger blob, whatever the order.
	blobs, err := n.BlobsOf(t.Context(), n.rich.Address())
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range blobs {
		if b.Deletable {
			if _, err := n.rich.Delete(t.Context(), b.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	check("free space", []client.Source{bytes("d", 100), bytes("e", 890), bytes("f", 3000)}, deletable)
	check("parts", []client.Source{client.Bytes("g", append(make([]byte, 2400), randomBytes("g", 500)...))}, client.StoreOptions{Deletable: true, PartSize: 800})
	check("parts again, longer", []client.Source{client.Bytes("g", append(make([]byte, 2400), randomBytes("g", 500)...))}, client.StoreOptions{Lifetime: client.Epochs(2), Deletable: true, PartSize: 800})

	// A registration that an interrupted store has paid for.
	n.rich.crash = func(at string) error {
		if at == "register mined" {
			return errCrash
		}
		return nil
	}
	if _, err := n.quick(journal).Store(t.Context(), n.rich, []client.Source{bytes("h", 700)}, deletable); err != nil {
		t.Fatal(err)
	}
	n.rich.crash = nil
	check("interrupted", []client.Source{bytes("h", 700)}, client.StoreOptions{Lifetime: client.Epochs(3), Deletable: true, IgnoreResources: true})

	// Without an account everything is bought.
	q, err := n.quick("").Quotes(t.Context(), chain.Address{}, []client.Source{bytes("h", 700)}, deletable)
	if err != nil || q[0].Pay != q[0].Cost || q[0].Pay == 0 || q[0].Operation.Kind != client.RegisterFromScratch {
		t.Errorf("without an account: %+v, %v", q, err)
	}
}
