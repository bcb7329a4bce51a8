package bls

import (
	"encoding/binary"
	"testing"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
)

// libraryHash is the library's own hash to the curve.
func libraryHash(t testing.TB, message []byte) bls12381.G2Affine {
	h, err := bls12381.HashToG2(message, dst)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestHashEqualsLibrary(t *testing.T) {
	count := 2000
	if testing.Short() {
		count = 100
	}
	var message []byte
	for i := range count {
		message = binary.LittleEndian.AppendUint16(message[:i%300/2*2], uint16(i))
		if got, want := hashToG2(message), libraryHash(t, message); !got.Equal(&want) {
			t.Fatalf("message %x: got %v, want %v", message, got, want)
		}
	}
}

// TestMapEqualsLibrary maps elements of few bits, among them those for which the general formula divides by zero.
func TestMapEqualsLibrary(t *testing.T) {
	for i := range uint64(12) {
		for j := range uint64(12) {
			var u bls12381.E2
			u.A0.SetUint64(i)
			u.A1.SetUint64(j)
			if j > 8 {
				u.A1.Neg(&u.A1)
			}
			if got, want := mapToIsogenous(&u), bls12381.MapToCurve2(&u); !got.Equal(&want) {
				t.Errorf("%v: got %v, want %v", u, got, want)
			}
		}
	}
}

func FuzzHash(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("message"))
	f.Fuzz(func(t *testing.T, message []byte) {
		if got, want := hashToG2(message), libraryHash(t, message); !got.Equal(&want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}
