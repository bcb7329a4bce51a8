package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"walrus/attest"
	"walrus/chain"
	"walrus/client"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// example reads a file of the reference's outputs as plain values.
func example(t *testing.T, name string) any {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "json", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return values(t, b)
}

func values(t *testing.T, b []byte) (v any) {
	t.Helper()
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func marshal(t *testing.T, v any) any {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return values(t, b)
}

// shape replaces every leaf by the name of its kind, and every list by its first element.
func shape(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, x := range v {
			out[k] = shape(x)
		}
		return out
	case []any:
		if len(v) == 0 {
			return "empty list"
		}
		return []any{shape(v[0])}
	case string:
		return "text"
	case float64:
		return "number"
	case bool:
		return "bool"
	}
	return "null"
}

// exampleNetwork is the network of the examples.
func exampleNetwork(t *testing.T) *networkView {
	t.Helper()
	params, err := redstuff.NewParams(1000)
	if err != nil {
		t.Fatal(err)
	}
	v := &networkView{
		params: params,
		system: chain.System{
			Epoch: 41, NShards: 1000, StoragePrice: 11000, WritePrice: 20000, TotalCapacity: 1 << 50, MaxEpochsAhead: 53,
			EpochStart: time.Date(2026, 8, 12, 15, 0, 21, 123e6, time.UTC), EpochDuration: 14 * 24 * time.Hour,
		},
	}
	// 18 nodes with 18 shards, one with 14: the 19 largest have 338. The other 84 share the rest.
	shards := redstuff.ShardIndex(0)
	for i := range 103 {
		n := 18
		switch {
		case i == 18:
			n = 14
		case i > 18:
			n = 7 + (i+1)%2
			if i > 90 {
				n = 9
			}
		}
		m := chain.Member{Name: "node", NetAddress: "node.example:443"}
		for range n {
			if shards == 1000 {
				break
			}
			m.Shards = append(m.Shards, shards)
			shards++
		}
		v.committee.Members = append(v.committee.Members, m)
	}
	return v
}

// The forms of info give the numbers that the reference prints for 1000 shards at the same prices.
func TestInfoNumbers(t *testing.T) {
	v := exampleNetwork(t)
	for name, example := range map[string]any{
		"epoch": example(t, "info-epoch"), "storage": example(t, "info-storage"), "size": example(t, "info-size"),
		"price": example(t, "info-price"), "bft": example(t, "info-bft"), "": example(t, "info"),
	} {
		var b bytes.Buffer
		if err := infoJSON(&b, v, name, "name", false, false); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(example, values(t, b.Bytes())); d != "" {
			t.Errorf("info %s, -want +got:\n%s", name, d)
		}
	}
	// The committee's own numbers; its nodes are made up.
	var b bytes.Buffer
	if err := infoJSON(&b, v, "committee", "name", false, false); err != nil {
		t.Fatal(err)
	}
	want, got := example(t, "info-committee").(map[string]any), values(t, b.Bytes()).(map[string]any)
	if d := cmp.Diff(shape(want), shape(got)); d != "" {
		t.Errorf("info committee, -want +got:\n%s", d)
	}
	delete(want, "currentStorageNodes")
	delete(got, "currentStorageNodes")
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("info committee, -want +got:\n%s", d)
	}
}

func TestStatusShapes(t *testing.T) {
	known := nodeapi.MaybeEpoch{Epoch: 37, Known: true}
	event := nodeapi.EventID{TxDigest: "0x00", EventSeq: "0"}
	for name, result := range map[string]statusResult{
		"nonexistent": {Status: statusJSON(nodeapi.BlobStatus{})},
		"invalid":     {Status: statusJSON(nodeapi.BlobStatus{State: nodeapi.Invalid, Event: event})},
		"deletable":   {Status: statusJSON(nodeapi.BlobStatus{State: nodeapi.Deletable, InitialCertified: known})},
		"permanent": {
			File: "eta.txt", Expiry: humanTime(client.Expiry(chain.System{Epoch: 1, EpochDuration: time.Hour}, attest.Epoch(2))),
			Status: statusJSON(nodeapi.BlobStatus{State: nodeapi.Permanent, Event: event, InitialCertified: known}),
		},
	} {
		if d := cmp.Diff(shape(example(t, "blob-status-"+name)), shape(marshal(t, result))); d != "" {
			t.Errorf("%s, -want +got:\n%s", name, d)
		}
	}
}

func TestHealthShape(t *testing.T) {
	want := example(t, "health").(map[string]any)
	seq := uint64(1)
	got := marshal(t, healthResult{
		LatestSeq: &seq,
		HealthInfo: []nodeHealth{
			{HealthInfo: healthOrWhy{Ok: &nodeapi.Health{Checkpoint: &seq, ShardDetail: &nodeapi.ShardDetail{
				Owned: []nodeapi.ShardHealth{{Status: "ready"}}, Other: []nodeapi.ShardHealth{},
			}}}},
			{HealthInfo: healthOrWhy{Err: "no route"}},
		},
	}).(map[string]any)
	wantNodes, gotNodes := want["healthInfo"].([]any), got["healthInfo"].([]any)
	for i := range wantNodes {
		if d := cmp.Diff(shape(wantNodes[i]), shape(gotNodes[i])); d != "" {
			t.Errorf("node %d, -want +got:\n%s", i, d)
		}
	}
	if d := cmp.Diff(shape(want), shape(got)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}
