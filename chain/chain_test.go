package chain

import (
	"bytes"
	"strings"
	"testing"
)

func TestCursorOrder(t *testing.T) {
	// Ascending: before everything, logs of a block, the end of that block, the next block.
	order := []Cursor{{}, {LogIndex: 1}, {Block: 5, LogIndex: 0}, {Block: 5, LogIndex: 7}, {Block: 5, LogIndex: NoLog}, {Block: 6, LogIndex: 0}, {Block: 1 << 40}}
	for i, c := range order {
		for j, d := range order {
			if c.After(d) != (i > j) {
				t.Errorf("%+v after %+v = %v", c, d, c.After(d))
			}
			a, _ := c.MarshalBinary()
			b, _ := d.MarshalBinary()
			if cmp := bytes.Compare(a, b); (cmp > 0) != (i > j) {
				t.Errorf("encoded %+v and %+v compare as %d", c, d, cmp)
			}
		}
	}
}

func FuzzCursor(f *testing.F) {
	for _, c := range []Cursor{{}, {Block: 7, Hash: [32]byte{1, 2}, LogIndex: NoLog}} {
		b, _ := c.MarshalBinary()
		f.Add(b)
	}
	f.Add([]byte("short"))
	f.Fuzz(func(t *testing.T, b []byte) {
		var c Cursor
		err := c.UnmarshalBinary(b)
		if (err == nil) != (len(b) == cursorLen) {
			t.Fatalf("%d bytes: %v", len(b), err)
		}
		if err != nil {
			return
		}
		if again, _ := c.MarshalBinary(); !bytes.Equal(again, b) {
			t.Fatalf("%x decodes to %+v, which encodes to %x", b, c, again)
		}
	})
}

func TestParse(t *testing.T) {
	const low = "0x52908400098527886e0f7030069857d2e4169ee7"
	for _, c := range []struct {
		in string
		ok bool
	}{
		{low, true}, {"0x52908400098527886E0F7030069857D2E4169EE7", true},
		{low[2:], false}, {low + "00", false}, {low[:41], false}, {"0X" + low[2:], false}, {"0x" + strings.Repeat("g", 40), false}, {"", false},
	} {
		a, err := ParseAddress(c.in)
		if (err == nil) != c.ok || c.ok && a.String() != low || !c.ok && !a.IsZero() {
			t.Errorf("ParseAddress(%q) = %v, %v", c.in, a, err)
		}
	}
	h, err := ParseTxHash("0x" + strings.Repeat("ab", 32))
	if err != nil {
		t.Fatal(err)
	}
	text, _ := h.MarshalText()
	var again TxHash
	if err := again.UnmarshalText(text); err != nil || again != h {
		t.Errorf("%s reads as %v, %v", text, again, err)
	}
	if _, err := ParseTxHash(low); err == nil {
		t.Error("an address was read as a transaction hash")
	}
}

func TestStrings(t *testing.T) {
	if got := BlobCertified.String() + " " + PricesUpdated.String() + " " + Kind(200).String(); got != "BlobCertified PricesUpdated Kind(200)" {
		t.Error(got)
	}
	for _, c := range []struct {
		err  RevertError
		want string
	}{
		{RevertError{Name: "SigVerification"}, "contract refused: SigVerification"},
		{RevertError{Name: "StorageExceeded", Args: []string{"3", "10", "5"}}, "contract refused: StorageExceeded(3, 10, 5)"},
	} {
		if got := c.err.Error(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
