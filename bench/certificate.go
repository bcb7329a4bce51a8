package main

import (
	"fmt"
	"time"

	"walrus/attest"
	"walrus/bls"
)

// A certificateState is a certificate of a committee whose members hold one shard in a hundred each.
type certificateState struct {
	committee *attest.Committee
	cert      attest.Certificate
}

// memberSeed is the seed of a member's key. The baseline makes the same keys.
func memberSeed(i int) []byte { return fmt.Appendf(nil, "bench member %d", i) }

// newCertificate makes a committee of that many members and a certificate that the first signers of them signed.
func newCertificate(members, signers int) (*certificateState, error) {
	const epoch = 1
	message := attest.AvailabilityBatch{Count: 1}.Message(epoch)
	list := make([]attest.Member, members)
	var sigs []bls.Signature
	bitmap := attest.NewBitmap(members)
	for i := range list {
		key := bls.KeyFromSeed(memberSeed(i))
		list[i] = attest.Member{NodeID: attest.NodeID{byte(i >> 8), byte(i)}, Key: key.PublicKey(), Weight: 1}
		if i < signers {
			sigs = append(sigs, key.Sign(message))
			bitmap.Set(i)
		}
	}
	committee, err := attest.NewCommittee(epoch, uint16(members), list)
	if err != nil {
		return nil, err
	}
	sum, err := bls.Aggregate(sigs)
	if err != nil {
		return nil, err
	}
	return &certificateState{committee, attest.Certificate{Message: message, Signers: bitmap, Signature: sum}}, nil
}

// checkCertificate verifies a certificate of a committee of the state's shards as members, of which its size signed.
func checkCertificate(s *state) (time.Duration, string, error) {
	if s.cert == nil {
		var err error
		if s.cert, err = newCertificate(s.shards, s.size); err != nil {
			return 0, "", err
		}
	}
	return repeated(func() (string, error) {
		return "valid", s.cert.cert.Verify(s.cert.committee, attest.Quorum)
	})
}
