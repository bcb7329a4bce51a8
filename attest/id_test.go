package attest

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"
)

func TestIDText(t *testing.T) {
	id := ObjectID{0: 0xab, 31: 0xcd}
	text := "0xab" + strings.Repeat("00", 30) + "cd"
	if id.String() != text {
		t.Errorf("String is %s, want %s", id, text)
	}
	b, err := json.Marshal(map[ObjectID]NodeID{id: NodeID(id)})
	if want := `{"` + text + `":"` + text + `"}`; err != nil || string(b) != want {
		t.Errorf("JSON is %s (%v), want %s", b, err, want)
	}
	var back map[ObjectID]NodeID
	if err := json.Unmarshal(b, &back); err != nil || back[id] != NodeID(id) {
		t.Errorf("JSON parses to %v (%v)", back, err)
	}
	if got, err := ParseObjectID("0x" + strings.ToUpper(text[2:])); err != nil || got != id {
		t.Errorf("upper case parses to %v (%v)", got, err)
	}
	for _, bad := range []string{"", "0x", text[2:], text[:65], text + "0", "0X" + text[2:], text[:65] + "g", " " + text, strings.Repeat("é", 33)} {
		if _, err := ParseObjectID(bad); err == nil {
			t.Errorf("object id %q accepted", bad)
		}
		if _, err := ParseNetworkID(bad); err == nil {
			t.Errorf("network id %q accepted", bad)
		}
		if _, err := ParseNodeID(bad); err == nil {
			t.Errorf("node id %q accepted", bad)
		}
	}
	if id.IsZero() || !(ObjectID{}).IsZero() || !(NetworkID{}).IsZero() || !(NodeID{}).IsZero() {
		t.Error("IsZero is wrong")
	}
}

func TestNetworkIDOfImpossibleChain(t *testing.T) {
	for _, chain := range []*big.Int{nil, big.NewInt(-1), new(big.Int).Lsh(big.NewInt(1), 256)} {
		if id := NewNetworkID(chain, Address{1}, [32]byte{2}); !id.IsZero() {
			t.Errorf("chain id %v gives %v", chain, id)
		}
	}
}

func TestNames(t *testing.T) {
	for got, want := range map[string]string{
		KindBlob.String(): "blob", ObjectKind(0).String(): "ObjectKind(0)", ObjectKind(9).String(): "ObjectKind(9)",
		TypeAvailability.String(): "availability", Type(0x99).String(): "type 0x99",
		Quorum.String(): "quorum", Threshold(9).String(): "Threshold(9)", Silent.String(): "silent", Outcome(3).String(): "Outcome(3)", Epoch(7).String(): "7",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
