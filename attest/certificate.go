package attest

import (
	"encoding/json"
	"fmt"

	"walrus/bcs"
	"walrus/bls"
)

// A Certificate is one message with the aggregate signature of the members in Signers. In JSON it has the fields message, signers and signature,
// all base64.
type Certificate struct {
	Message   []byte
	Signers   Bitmap
	Signature bls.Signature
}

// Verify checks that members of c that meet the threshold signed the message in c's epoch. What the message says is for the caller to
// compare: parse Message, or use [Certificate.VerifyAvailability].
//
// It returns [ErrMalformed] for a message without a proper header, [ErrWrongEpoch], [ErrSigners] for a bitmap of another shape,
// [ErrNoQuorum] with the weight that is missing, or [ErrBadSignature]. It costs one pairing check.
func (cert *Certificate) Verify(c *Committee, t Threshold) error {
	h, err := ParseHeader(cert.Message)
	if err != nil {
		return fmt.Errorf("certificate: %w", err)
	}
	if err := checkEpoch(h.Epoch, c.Epoch); err != nil {
		return fmt.Errorf("certificate: %w", err)
	}
	weight, err := c.WeightOf(cert.Signers)
	if err != nil {
		return fmt.Errorf("certificate: %w", err)
	}
	if err := checkWeight(c, t, weight); err != nil {
		return fmt.Errorf("certificate: %w", err)
	}
	if !c.keys.Verify(cert.Signers.Has, cert.Message, cert.Signature) {
		return fmt.Errorf("certificate of %d members of epoch %d: %w", cert.Signers.Count(), c.Epoch, ErrBadSignature)
	}
	return nil
}

func checkWeight(c *Committee, t Threshold, weight int) error {
	if n := int(c.NShards); !t.IsMet(n, weight) {
		return fmt.Errorf("%w: %d of %d shards, %v needs %d", ErrNoQuorum, weight, n, t, t.MinWeight(n))
	}
	return nil
}

// VerifyAvailability checks that a quorum of c states exactly want.
func (cert *Certificate) VerifyAvailability(c *Committee, want Availability) error {
	got, _, err := ParseAvailability(cert.Message)
	if err != nil {
		return fmt.Errorf("certificate: %w", err)
	}
	if err := got.Mismatch(want); err != nil {
		return fmt.Errorf("certificate: %w", err)
	}
	return cert.Verify(c, Quorum)
}

// AppendBCS appends message and bitmap, each with its length in front, and the 96 bytes of the signature.
func (cert *Certificate) AppendBCS(dst []byte) []byte {
	dst = bcs.AppendBytes(dst, cert.Message)
	dst = bcs.AppendBytes(dst, cert.Signers)
	return append(dst, cert.Signature[:]...)
}

// ParseCertificate reads what AppendBCS writes. The slices alias b. Nothing is verified but that the signature is some point.
func ParseCertificate(b []byte) (*Certificate, error) {
	r := bcs.NewReader(b)
	cert := Certificate{Message: r.Bytes(), Signers: r.Bytes()}
	sig := r.Fixed(bls.SignatureSize)
	if err := r.Finish(); err != nil {
		return nil, fmt.Errorf("certificate: %w: %w", ErrEnvelope, err)
	}
	var err error
	if cert.Signature, err = bls.ParseSignatureEncoding(sig); err != nil {
		return nil, fmt.Errorf("certificate: %w: %w", ErrEnvelope, err)
	}
	return &cert, nil
}

// MarshalJSON writes the three fields, every one in base64 with padding.
func (cert *Certificate) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Message   []byte        `json:"message"`
		Signers   []byte        `json:"signers"`
		Signature bls.Signature `json:"signature"`
	}{append([]byte{}, cert.Message...), append([]byte{}, cert.Signers...), cert.Signature})
}

// UnmarshalJSON reads what MarshalJSON writes; unknown fields are ignored.
func (cert *Certificate) UnmarshalJSON(data []byte) error {
	fields, err := jsonFields(data, "message", "signers", "signature")
	if err != nil {
		return fmt.Errorf("certificate: %w: %w", ErrEnvelope, err)
	}
	var values [3][]byte
	for i, name := range []string{"message", "signers", "signature"} {
		if values[i], err = jsonBase64(fields[name], false); err != nil {
			return fmt.Errorf("certificate: %w: %s: %w", ErrEnvelope, name, err)
		}
	}
	sig, err := bls.ParseSignatureEncoding(values[2])
	if err != nil {
		return fmt.Errorf("certificate: %w: %w", ErrEnvelope, err)
	}
	*cert = Certificate{values[0], values[1], sig}
	return nil
}

// A ProtocolCertificate is the public network's form of a certificate (messages.md section 7), as its upload relay returns it: the signers are a
// list of indices in any order.
type ProtocolCertificate struct {
	Signers   []uint16
	Message   []byte
	Signature bls.Signature
}

// Certificate converts to our form for a committee of that many members. It fails with [ErrSigners] for indices out of range or repeated.
func (p *ProtocolCertificate) Certificate(members int) (*Certificate, error) {
	signers, err := BitmapOf(members, p.Signers)
	if err != nil {
		return nil, err
	}
	return &Certificate{p.Message, signers, p.Signature}, nil
}

// Protocol converts to the public network's form, signers ascending.
func (cert *Certificate) Protocol() *ProtocolCertificate {
	return &ProtocolCertificate{cert.Signers.Indices(), cert.Message, cert.Signature}
}

// AppendBCS appends the signers and the message, each with its length in front, and the 96 bytes of the signature.
func (p *ProtocolCertificate) AppendBCS(dst []byte) []byte {
	dst = bcs.AppendULEB(dst, uint32(len(p.Signers)))
	for _, s := range p.Signers {
		dst = bcs.AppendU16(dst, s)
	}
	dst = bcs.AppendBytes(dst, p.Message)
	return append(dst, p.Signature[:]...)
}

// ParseProtocolCertificate reads what AppendBCS writes. Message aliases b. Nothing is verified but that the signature is some point.
func ParseProtocolCertificate(b []byte) (*ProtocolCertificate, error) {
	r := bcs.NewReader(b)
	var p ProtocolCertificate
	n := r.Length(2) // never more than the bytes that are there
	p.Signers = make([]uint16, n)
	for i := range p.Signers {
		p.Signers[i] = r.U16()
	}
	p.Message = r.Bytes()
	sig := r.Fixed(bls.SignatureSize)
	if err := r.Finish(); err != nil {
		return nil, fmt.Errorf("certificate: %w: %w", ErrEnvelope, err)
	}
	var err error
	if p.Signature, err = bls.ParseSignatureEncoding(sig); err != nil {
		return nil, fmt.Errorf("certificate: %w: %w", ErrEnvelope, err)
	}
	return &p, nil
}

// MarshalJSON writes the relay's form: signers and message as arrays of numbers, the signature in base64.
func (p *ProtocolCertificate) MarshalJSON() ([]byte, error) {
	numbers := make([]uint16, len(p.Message)) // encoding/json would write []byte as base64
	for i, v := range p.Message {
		numbers[i] = uint16(v)
	}
	return json.Marshal(struct {
		Signers   []uint16      `json:"signers"`
		Message   []uint16      `json:"serialized_message"`
		Signature bls.Signature `json:"signature"`
	}{append([]uint16{}, p.Signers...), numbers, p.Signature})
}

// UnmarshalJSON reads what MarshalJSON writes; unknown fields are ignored.
func (p *ProtocolCertificate) UnmarshalJSON(data []byte) error {
	fields, err := jsonFields(data, "signers", "serialized_message", "signature")
	if err != nil {
		return fmt.Errorf("certificate: %w: %w", ErrEnvelope, err)
	}
	var got ProtocolCertificate
	var numbers []*uint8 // pointers: a null element is refused, not read as 0
	if err := json.Unmarshal(fields["serialized_message"], &numbers); err != nil || numbers == nil {
		return fmt.Errorf("certificate: %w: serialized_message: want an array of bytes", ErrEnvelope)
	}
	got.Message = make([]byte, len(numbers))
	for i, v := range numbers {
		if v == nil {
			return fmt.Errorf("certificate: %w: serialized_message: element %d is null", ErrEnvelope, i)
		}
		got.Message[i] = *v
	}
	var signers []*uint16
	if err := json.Unmarshal(fields["signers"], &signers); err != nil || signers == nil {
		return fmt.Errorf("certificate: %w: signers: want an array of 16-bit numbers", ErrEnvelope)
	}
	got.Signers = make([]uint16, len(signers))
	for i, v := range signers {
		if v == nil {
			return fmt.Errorf("certificate: %w: signers: element %d is null", ErrEnvelope, i)
		}
		got.Signers[i] = *v
	}
	sig, err := jsonBase64(fields["signature"], false)
	if err != nil {
		return fmt.Errorf("certificate: %w: signature: %w", ErrEnvelope, err)
	}
	if got.Signature, err = bls.ParseSignatureEncoding(sig); err != nil {
		return fmt.Errorf("certificate: %w: %w", ErrEnvelope, err)
	}
	*p = got
	return nil
}
