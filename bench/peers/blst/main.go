// Command blst is the side that checks certificates with supranational/blst. It needs cgo.
package main

import (
	"errors"
	"fmt"
	"os"

	blst "github.com/supranational/blst/bindings/go"

	"walrus/attest"
	"walrus/bench/internal/turns"
	"walrus/bls"
)

func main() {
	var c *certificate
	var last turns.Request
	err := turns.Serve(os.Stdin, os.Stdout, func(r turns.Request) (turns.Answer, error) {
		switch r.Work {
		case "drop":
			c, last = nil, turns.Request{}
			return turns.Answer{}, nil
		case "certificate":
		default:
			return turns.Answer{}, errors.New("no work named " + r.Work)
		}
		if c == nil || r != last {
			var err error
			if c, err = newCertificate(r.Shards, r.Size); err != nil {
				return turns.Answer{}, err
			}
			last = r
		}
		const repeats = 100
		begin := turns.Clock()
		for range repeats {
			if !c.verify() {
				return turns.Answer{}, errors.New("the certificate does not verify")
			}
		}
		return turns.Answer{Took: (turns.Clock() - begin) / repeats, Result: "valid"}, nil
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "blst:", err)
		os.Exit(1)
	}
}

// A certificate is what the other side has: decoded keys of all members, and the message, signers and compressed signature that came from outside.
type certificate struct {
	keys      []*blst.P1Affine
	signers   []bool
	message   []byte
	signature []byte
}

// newCertificate makes the certificate of the other side, with the same keys and message.
func newCertificate(members, signers int) (*certificate, error) {
	c := &certificate{message: attest.AvailabilityBatch{Count: 1}.Message(1), signers: make([]bool, members)}
	var sigs []bls.Signature
	for i := range members {
		secret := bls.KeyFromSeed(fmt.Appendf(nil, "bench member %d", i))
		public := secret.PublicKey().Bytes()
		key := new(blst.P1Affine).Uncompress(public[:])
		if key == nil || !key.KeyValidate() {
			return nil, fmt.Errorf("key of member %d is refused", i)
		}
		c.keys = append(c.keys, key)
		if c.signers[i] = i < signers; c.signers[i] {
			sigs = append(sigs, secret.Sign(c.message))
		}
	}
	sum, err := bls.Aggregate(sigs)
	c.signature = sum[:]
	return c, err
}

// verify adds up the signers' keys, decodes and checks the signature, and makes one pairing check.
func (c *certificate) verify() bool {
	var keys []*blst.P1Affine
	for i, key := range c.keys {
		if c.signers[i] {
			keys = append(keys, key)
		}
	}
	var sum blst.P1Aggregate
	if !sum.Aggregate(keys, false) {
		return false
	}
	sig := new(blst.P2Affine).Uncompress(c.signature)
	return sig != nil && sig.Verify(true, sum.ToAffine(), false, c.message, []byte(bls.DST))
}
