package evm

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"walrus/chain"
	"walrus/redstuff"
)

var testParts = parts{registry: common.Address{1}, wal: common.Address{2}, storage: common.Address{3}, certificates: common.Address{4}}

// logOf packs an event as the contracts would emit it: indexed arguments first.
func logOf(t testing.TB, address common.Address, a abi.ABI, name string, args ...any) types.Log {
	t.Helper()
	e := a.Events[name]
	l := types.Log{Address: address, Topics: []common.Hash{e.ID}, BlockNumber: 9, BlockHash: common.Hash{8}, TxHash: common.Hash{7}, Index: 6, BlockTimestamp: 5}
	var data []any
	for i, in := range e.Inputs {
		if !in.Indexed {
			data = append(data, args[i])
			continue
		}
		topic, err := abi.MakeTopics([]any{args[i]})
		if err != nil {
			t.Fatal(err)
		}
		l.Topics = append(l.Topics, topic[0][0])
	}
	var err error
	if l.Data, err = e.Inputs.NonIndexed().Pack(data...); err != nil {
		t.Fatal(err)
	}
	return l
}

func sampleLogs(t testing.TB) []types.Log {
	id, obj, res, who, to := [32]byte{1}, [32]byte{2}, [32]byte{3}, common.Address{4}, common.Address{5}
	s, c := storageABI.GetABI(), certificatesABI.GetABI()
	return []types.Log{
		logOf(t, testParts.storage, s, "BlobRegistered", id, obj, who, uint32(1), uint64(100), uint8(1), uint32(4), true, res),
		logOf(t, testParts.storage, s, "BlobCertified", id, obj, who, uint32(1), uint32(5), false, true),
		logOf(t, testParts.storage, s, "BlobDeleted", id, obj, who, uint32(1), uint32(4), true, res),
		logOf(t, testParts.storage, s, "InvalidBlobID", id, uint32(2)),
		logOf(t, testParts.storage, s, "StorageReserved", res, who, uint32(1), uint32(4), uint64(1000)),
		logOf(t, testParts.storage, s, "Transferred", obj, who, to, uint8(2)),
		logOf(t, testParts.storage, s, "PricesUpdated", uint32(3), uint64(10), uint64(20)),
		logOf(t, testParts.certificates, c, "CommitteeSet", uint32(1), uint16(1000), uint16(10)),
	}
}

func TestDecode(t *testing.T) {
	at := chain.Event{Cursor: chain.Cursor{Block: 9, Hash: [32]byte{8}, LogIndex: 6}, Tx: chain.TxHash{7}, Time: 5}
	want := []chain.Event{
		{Kind: chain.BlobRegistered, Epoch: 1, BlobID: [32]byte{1}, Object: [32]byte{2}, Owner: chain.Address{4}, Size: 100, Encoding: 1, End: 4, Deletable: true},
		{Kind: chain.BlobCertified, Epoch: 1, BlobID: [32]byte{1}, Object: [32]byte{2}, Owner: chain.Address{4}, End: 5, IsExtension: true},
		{Kind: chain.BlobDeleted, Epoch: 1, BlobID: [32]byte{1}, Object: [32]byte{2}, Owner: chain.Address{4}, End: 4, Deletable: true, Certified: true},
		{Kind: chain.InvalidBlobID, Epoch: 2, BlobID: [32]byte{1}},
		{Kind: chain.StorageReserved, Object: [32]byte{3}, Owner: chain.Address{4}, Size: 1000, Start: 1, End: 4},
		{Kind: chain.Transferred, Object: [32]byte{2}, Owner: chain.Address{5}},
		{Kind: chain.PricesUpdated, Epoch: 3},
		{Kind: chain.CommitteeSet, Epoch: 1},
	}
	for i, l := range sampleLogs(t) {
		w := want[i]
		w.Cursor, w.Tx, w.Time = at.Cursor, at.Tx, at.Time
		if got, err := testParts.decode(l); err != nil || got != w {
			t.Errorf("log %d = %+v, %v\nwant %+v", i, got, err, w)
		}
		for what, change := range map[string]func(*types.Log){
			"no topics":       func(l *types.Log) { l.Topics = nil },
			"a topic less":    func(l *types.Log) { l.Topics = l.Topics[:len(l.Topics)-1] },
			"foreign address": func(l *types.Log) { l.Address[5] ^= 1 },
			"foreign topic":   func(l *types.Log) { l.Topics = slices.Clone(l.Topics); l.Topics[0][0] ^= 1 },
			"short data":      func(l *types.Log) { l.Data = l.Data[:len(l.Data)-1] },
			"no data":         func(l *types.Log) { l.Data = nil },
			"index":           func(l *types.Log) { l.Index = uint(chain.NoLog) },
		} {
			bad := l
			change(&bad)
			if what == "a topic less" && len(l.Topics) == 1 {
				continue
			}
			unknown := what == "no topics" || what == "foreign topic"
			if e, err := testParts.decode(bad); unknown && (err != nil || e.Kind != chain.UnknownEvent || e.Cursor != w.Cursor) || !unknown && err == nil {
				t.Errorf("log %d, %s: decoded to %+v, %v", i, what, e, err)
			}
		}
	}
}

// TestEveryEventIsConsidered: the contracts that are built in emit nothing that a node would stop at.
func TestEveryEventIsConsidered(t *testing.T) {
	for address, a := range map[common.Address]abi.ABI{testParts.storage: storageABI.GetABI(), testParts.certificates: certificatesABI.GetABI()} {
		for name, ev := range a.Events {
			l := types.Log{Address: address, Topics: []common.Hash{ev.ID, {}, {}, {}}[:1+len(ev.Inputs)-len(ev.Inputs.NonIndexed())], Data: make([]byte, 32*len(ev.Inputs.NonIndexed()))}
			e, err := testParts.decode(l)
			if known := err == nil && e.Kind != chain.UnknownEvent; known == ignored(l) {
				t.Errorf("%s: decoded as %v, %v; ignored: %v", name, e.Kind, err, ignored(l))
			}
		}
	}
}

// FuzzDecode: a log of a hostile endpoint gives an error or an event at its own position, never a panic.
func FuzzDecode(f *testing.F) {
	for _, l := range sampleLogs(f) {
		b, err := json.Marshal(l)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var l types.Log
		if json.Unmarshal(b, &l) != nil {
			return
		}
		for _, a := range []common.Address{l.Address, testParts.storage, testParts.certificates} {
			l.Address = a
			e, err := testParts.decode(l)
			if err == nil && (e.Cursor.Block != l.BlockNumber || e.Cursor.Hash != l.BlockHash || uint(e.Cursor.LogIndex) != l.Index) {
				t.Fatalf("%+v decodes to %+v", l, e)
			}
		}
	})
}

func TestRuns(t *testing.T) {
	for _, c := range []struct {
		shards []redstuff.ShardIndex
		bytes  string
	}{
		{nil, ""},
		{[]redstuff.ShardIndex{0}, "00000001"},
		{[]redstuff.ShardIndex{0, 1, 2, 7, 8, 300}, "00000003 00070002 012c0001"},
		{[]redstuff.ShardIndex{65535}, "ffff0001"},
	} {
		b := appendRuns(nil, c.shards)
		if got := fmt.Sprintf("%x", b); got != strings.ReplaceAll(c.bytes, " ", "") {
			t.Errorf("runs of %v = %s, want %s", c.shards, got, c.bytes)
		}
		if got, err := parseRuns(b); err != nil || !slices.Equal(got, c.shards) {
			t.Errorf("%x reads as %v, %v", b, got, err)
		}
	}
	for _, bad := range []string{"00", "00000000", "ffff0002", "0005000100050001", "0005000300070001"} {
		if got, err := parseRuns(common.FromHex(bad)); err == nil {
			t.Errorf("%s reads as %v", bad, got)
		}
	}
}

// FuzzRuns: what parses encodes to shards that parse the same, ascending and each once.
func FuzzRuns(f *testing.F) {
	f.Add([]byte{0, 0, 0, 3, 0, 7, 0, 2})
	f.Fuzz(func(t *testing.T, b []byte) {
		shards, err := parseRuns(b)
		if err != nil {
			return
		}
		for i := 1; i < len(shards); i++ {
			if shards[i] <= shards[i-1] {
				t.Fatalf("%x: shard %d after %d", b, shards[i], shards[i-1])
			}
		}
		again, err := parseRuns(appendRuns(nil, shards))
		if err != nil || !slices.Equal(again, shards) {
			t.Fatalf("%x: %v, %v", b, again, err)
		}
	})
}

// answerError is how an endpoint's refusal reaches us.
type answerError struct {
	code int
	text string
	data any
}

func (e answerError) Error() string  { return e.text }
func (e answerError) ErrorCode() int { return e.code }
func (e answerError) ErrorData() any { return e.data }

func TestRevert(t *testing.T) {
	pack := func(name string, args ...any) []byte {
		for _, a := range []abi.ABI{storageABI.GetABI(), certificatesABI.GetABI(), walABI.GetABI()} {
			if e, ok := a.Errors[name]; ok {
				b, err := e.Inputs.Pack(args...)
				if err != nil {
					t.Fatal(err)
				}
				return append(e.ID.Bytes()[:4], b...)
			}
		}
		t.Fatalf("no error %s", name)
		return nil
	}
	text, _ := stringArgs.Pack("out of luck")
	for _, c := range []struct {
		data []byte
		want string
	}{
		{pack("StorageExceeded", uint32(3), big.NewInt(10), uint64(5)), "StorageExceeded(3, 10, 5)"},
		{pack("NotOwner", [32]byte{1}, common.Address{2}, common.Address{3}), "NotOwner(0x01" + strings.Repeat("0", 62) + ", 0x02" + strings.Repeat("0", 38) + ", 0x03" + strings.Repeat("0", 38) + ")"},
		{pack("KeyInUse", []byte{0xab}), "KeyInUse(0xab)"},
		{pack("SigVerification"), "SigVerification"},
		{append([]byte{0x08, 0xc3, 0x79, 0xa0}, text...), "Reverted(out of luck)"},
		{common.FromHex("0x4e487b71" + strings.Repeat("0", 62) + "11"), "Panic(17)"},
		{nil, "RevertedWithoutReason"},
		{[]byte{1, 2}, "UnknownError(0x0102)"},
		{[]byte{1, 2, 3, 4, 5}, "UnknownError(0x0102030405)"},
		{pack("StorageExceeded", uint32(3), big.NewInt(10), uint64(5))[:20], "UnknownError(0x"},
	} {
		if got := decodeRevert(c.data).Error(); !strings.HasPrefix(got, "contract refused: "+c.want) {
			t.Errorf("%x = %s, want %s", c.data, got, c.want)
		}
	}
	for _, e := range []answerError{
		{3, "execution reverted", "0x" + fmt.Sprintf("%x", pack("SigVerification"))},
		{-32000, "execution reverted", map[string]any{"data": "0x" + fmt.Sprintf("%x", pack("SigVerification"))}},
	} {
		var r *chain.RevertError
		if err := asRevert(fmt.Errorf("wrapped: %w", e)); !errors.As(err, &r) || r.Name != "SigVerification" {
			t.Errorf("%+v = %v", e, err)
		}
	}
	for _, e := range []error{nil, errors.New("connection refused"), answerError{-32000, "nonce too low", nil}} {
		if err := asRevert(e); err != e {
			t.Errorf("%v became %v", e, err)
		}
	}
}

func FuzzDecodeRevert(f *testing.F) {
	f.Add([]byte(nil))
	f.Add(common.FromHex("0x4e487b71" + strings.Repeat("0", 62) + "11"))
	for sel := range contractErrors() {
		f.Add(append(sel[:], make([]byte, 96)...))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if r := decodeRevert(b); r == nil || r.Name == "" {
			t.Fatalf("%x has no name", b)
		}
	})
}

func TestParseFinality(t *testing.T) {
	for _, f := range []Finality{Instant, Depth(12), Tag("finalized"), Tag("safe")} {
		if got, err := ParseFinality(f.String()); err != nil || got != f {
			t.Errorf("%v reads as %v, %v", f, got, err)
		}
	}
	if f, err := ParseFinality(""); err != nil || f != Instant {
		t.Errorf("nothing reads as %v, %v", f, err)
	}
	for _, bad := range []string{"depth", "depth(", "depth()", "depth(-1)", "depth(5", "tag(latest)", "tag()", "Instant", "depth(99999999999)"} {
		if f, err := ParseFinality(bad); err == nil {
			t.Errorf("%q reads as %v", bad, f)
		}
	}
}
