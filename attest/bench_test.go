package attest

import (
	"fmt"
	"testing"

	"walrus/bls"
)

// benchCommittee has n members with 10 shards each, and all their signatures of one availability.
func benchCommittee(b *testing.B, n int) (*Committee, []byte, []SignedMessage) {
	weights := make([]uint16, n)
	for i := range weights {
		weights[i] = 10
	}
	c, keys := testCommittee(b, weights...)
	message := Availability{Size: 1 << 30}.Message(5)
	signed := make([]SignedMessage, n)
	for i, k := range keys {
		signed[i] = Sign(k, message)
	}
	return c, message, signed
}

func collect(b *testing.B, c *Committee, message []byte, signed []SignedMessage) *Certificate {
	k := NewCollector(c, message, Quorum)
	for i := 0; !k.Enough(); i++ {
		if err := k.Add(i, signed[i]); err != nil {
			b.Fatal(err)
		}
	}
	cert, err := k.Certificate()
	if err != nil {
		b.Fatal(err)
	}
	return cert
}

// BenchmarkCertificate measures checking a quorum's certificate, beside checking its signatures one by one, and making it.
func BenchmarkCertificate(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		c, message, signed := benchCommittee(b, n)
		cert := collect(b, c, message, signed)
		b.Run(fmt.Sprintf("verify/members=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := cert.Verify(c, Quorum); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("one-by-one/members=%d", n), func(b *testing.B) {
			for b.Loop() {
				for i := range c.Quorum() / 10 {
					if err := signed[i].Verify(c.Members[i].Key); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
		b.Run(fmt.Sprintf("collect/members=%d", n), func(b *testing.B) {
			for b.Loop() {
				collect(b, c, message, signed)
			}
		})
		b.Run(fmt.Sprintf("collect-three-forged/members=%d", n), func(b *testing.B) {
			k := bls.KeyFromSeed([]byte("forger"))
			for b.Loop() {
				col := NewCollector(c, message, Validity)
				for i := range signed {
					s := signed[i]
					if i%(n/3) == 1 {
						s.Signature = k.Sign(message)
					}
					if err := col.Add(i, s); err != nil {
						b.Fatal(err)
					}
				}
				if _, err := col.Certificate(); err != nil || len(col.Rejected()) < 3 {
					b.Fatal(err, col.Rejected())
				}
			}
		})
	}
}

func BenchmarkTreeRoot(b *testing.B) {
	leaves := make([][]byte, 1000)
	for i := range leaves {
		leaves[i] = make([]byte, availabilityLeafSize)
		leaves[i][0], leaves[i][1] = byte(i), byte(i>>8)
	}
	b.SetBytes(1000 * availabilityLeafSize)
	b.ReportAllocs()
	for b.Loop() {
		TreeRoot(leaves)
	}
}
