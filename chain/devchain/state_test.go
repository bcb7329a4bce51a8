package devchain

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// FuzzState reads state files of any content: what is accepted makes a first block and survives being written and read again.
func FuzzState(f *testing.F) {
	f.Add([]byte(`{"format":1,"chainId":1337,"genesisTime":1700000000,"timeOffset":60,"alloc":{"0x00000000000000000000000000000000000000aa":"1000000000000000000"}}`))
	f.Add([]byte(`{"format":1,"chainId":18446744073709551615,"alloc":null}`))
	f.Add([]byte(`{"format":2}`))
	f.Fuzz(func(t *testing.T, content []byte) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, stateFile), content, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := readState(dir)
		if err != nil {
			return
		}
		s.genesis().ToBlock()
		if err := s.save(dir); err != nil {
			t.Fatal(err)
		}
		again, err := readState(dir)
		if err != nil || !reflect.DeepEqual(s.genesis(), again.genesis()) || s.TimeOffset != again.TimeOffset {
			t.Errorf("wrote %+v, read %+v, %v", s, again, err)
		}
	})
}
