package attest

import (
	"bytes"
	"fmt"

	"walrus/bls"
)

// A Collector gathers the members' signatures of one message until their weight meets a threshold, and makes the certificate. Signatures are not
// verified as they come in: the aggregate is, once, and only if it fails the bad signers are searched and dropped.
//
// A Collector is not safe for concurrent use.
type Collector struct {
	committee *Committee
	message   []byte
	threshold Threshold
	sigs      []bls.Signature // by member; meaningful where have says so
	have      Bitmap
	banned    Bitmap // members whose signature turned out wrong
	weight    int
}

// NewCollector starts a collection of signatures of message, which the caller has built itself.
func NewCollector(c *Committee, message []byte, t Threshold) *Collector {
	return &Collector{
		committee: c, message: bytes.Clone(message), threshold: t,
		sigs: make([]bls.Signature, len(c.Members)), have: NewBitmap(len(c.Members)), banned: NewBitmap(len(c.Members)),
	}
}

// Add takes one member's signed message. It fails with [ErrWrongContents] if the message is not byte for byte the collector's, with [ErrSigners]
// for a member that does not exist or has signed before, and with [ErrBadSignature] for a member whose signature was found wrong before.
func (k *Collector) Add(member int, s SignedMessage) error {
	switch {
	case member < 0 || member >= len(k.committee.Members):
		return fmt.Errorf("%w: member %d of %d", ErrSigners, member, len(k.committee.Members))
	case k.banned.Has(member):
		return fmt.Errorf("member %d: %w: an earlier one was wrong", member, ErrBadSignature)
	case k.have.Has(member):
		return fmt.Errorf("%w: member %d has signed already", ErrSigners, member)
	case !bytes.Equal(s.Message, k.message):
		return fmt.Errorf("member %d: %w: the signed bytes differ", member, ErrWrongContents)
	}
	k.have.Set(member)
	k.sigs[member] = s.Signature
	k.weight += int(k.committee.Members[member].Weight)
	return nil
}

// Weight returns the shards of the members collected so far, less those dropped.
func (k *Collector) Weight() int { return k.weight }

// Enough reports whether the collected weight meets the threshold.
func (k *Collector) Enough() bool { return k.threshold.IsMet(int(k.committee.NShards), k.weight) }

// Missing returns the weight that is still needed; 0 when there is enough.
func (k *Collector) Missing() int {
	return max(0, k.threshold.MinWeight(int(k.committee.NShards))-k.weight)
}

// Rejected returns the members whose signatures were found wrong and dropped, in ascending order.
func (k *Collector) Rejected() []uint16 { return k.banned.Indices() }

// Certificate aggregates and verifies. If a signature is bad it finds and drops the signers at fault (see [Collector.Rejected]) and goes on
// with the rest; it fails with [ErrNoQuorum] if too little weight is left, and collection may then go on. It fails with [ErrMalformed] or
// [ErrWrongEpoch] for a message that this committee cannot certify. The certificate verifies.
func (k *Collector) Certificate() (*Certificate, error) {
	h, err := ParseHeader(k.message)
	if err != nil {
		return nil, err
	}
	if err := checkEpoch(h.Epoch, k.committee.Epoch); err != nil {
		return nil, err
	}
	if err := checkWeight(k.committee, k.threshold, k.weight); err != nil {
		return nil, err
	}
	cert, err := k.aggregate()
	if err == nil && cert.Verify(k.committee, k.threshold) == nil {
		return cert, nil
	}
	if err := k.dropInvalid(); err != nil {
		return nil, err
	}
	if err := checkWeight(k.committee, k.threshold, k.weight); err != nil {
		return nil, fmt.Errorf("signatures of members %v do not verify: %w", k.Rejected(), err)
	}
	if cert, err = k.aggregate(); err != nil {
		return nil, err
	}
	return cert, cert.Verify(k.committee, k.threshold)
}

func (k *Collector) aggregate() (*Certificate, error) {
	var sigs []bls.Signature
	for _, i := range k.have.Indices() {
		sigs = append(sigs, k.sigs[i])
	}
	sum, err := bls.Aggregate(sigs)
	if err != nil {
		return nil, err
	}
	return &Certificate{k.message, bytes.Clone(k.have), sum}, nil
}

// dropInvalid removes the signatures that spoil the aggregate.
func (k *Collector) dropInvalid() error {
	members := k.have.Indices()
	keys := make([]*bls.PublicKey, len(members))
	sigs := make([]bls.Signature, len(members))
	for i, m := range members {
		keys[i], sigs[i] = k.committee.Members[m].Key, k.sigs[m]
	}
	bad, err := bls.FindInvalid(keys, k.message, sigs)
	if err != nil {
		return err
	}
	for _, i := range bad {
		m := int(members[i])
		k.banned.Set(m)
		k.have.Clear(m)
		k.weight -= int(k.committee.Members[m].Weight)
	}
	return nil
}
