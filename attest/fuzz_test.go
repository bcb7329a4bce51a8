package attest

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"walrus/bls"
)

// seedMessages adds every message of the vectors to a fuzz corpus.
func seedMessages(f *testing.F, add func(message, signature []byte)) {
	for _, path := range []string{"testdata/messages/messages.json", "testdata/messages/messages_more.json", "testdata/attestations/messages.json"} {
		for _, c := range decodeJSON[[]struct {
			Message   hexBytes `json:"message_hex"`
			Signature hexBytes `json:"signature_hex"`
		}](f, readFile(f, path)) {
			add(c.Message, c.Signature)
		}
	}
}

func FuzzParseMessage(f *testing.F) {
	seedMessages(f, func(m, _ []byte) { f.Add(m) })
	f.Fuzz(func(t *testing.T, b []byte) {
		accepted := 0
		for typ, parse := range parsers {
			v, epoch, err := parse(b)
			if err != nil {
				continue
			}
			accepted++
			if got := v.Message(epoch); !bytes.Equal(got, b) {
				t.Errorf("%x parses as %v to %+v, whose bytes are %x", b, typ, v, got)
			}
			if h, err := ParseHeader(b); err != nil || h != (Header{typ, epoch}) {
				t.Errorf("header of %x is %+v (%v), want %v of epoch %d", b, h, err, typ, epoch)
			}
		}
		if accepted > 1 {
			t.Errorf("%x parses as %d types", b, accepted)
		}
	})
}

func FuzzParseLeaf(f *testing.F) {
	for _, c := range decodeJSON[[]struct {
		Leaf hexBytes `json:"leaf_hex"`
	}](f, readFile(f, "testdata/attestations/leaves.json")) {
		f.Add([]byte(c.Leaf))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if l, err := ParseAvailabilityLeaf(NetworkID{}, b); err == nil && !bytes.Equal(l.AppendLeaf(nil), b) {
			t.Errorf("%x parses to %+v", b, l)
		}
		if l, err := ParseHandoverLeaf(b); err == nil && !bytes.Equal(l.Append(nil), b) {
			t.Errorf("%x parses to %+v", b, l)
		}
		if l, err := ParseStatusLeaf(b); err == nil && !bytes.Equal(l.Append(nil), b) {
			t.Errorf("%x parses to %+v", b, l)
		}
	})
}

func FuzzParseEnvelope(f *testing.F) {
	seedMessages(f, func(m, sig []byte) {
		s := SignedMessage{m, bls.Signature(sig)}
		f.Add(s.AppendBCS(nil))
		text, err := json.Marshal(s)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	})
	for _, c := range decodeJSON[[]struct {
		BCS  hexBytes        `json:"signed_message_bcs_hex"`
		JSON json.RawMessage `json:"signed_message_json"`
	}](f, readFile(f, "testdata/messages/message_verify.json")) {
		f.Add([]byte(c.BCS))
		f.Add([]byte(c.JSON))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if s, err := ParseSignedMessage(b); err == nil && !bytes.Equal(s.AppendBCS(nil), b) {
			t.Errorf("%x parses to %+v", b, s)
		}
		var s SignedMessage
		if json.Unmarshal(b, &s) == nil && !bytes.Equal(b, []byte("null")) {
			text, err := json.Marshal(s)
			if err != nil {
				t.Fatal(err)
			}
			var again SignedMessage
			if err := json.Unmarshal(text, &again); err != nil || !equalSigned(s, again) {
				t.Errorf("%s parses to %+v, which becomes %s (%v)", b, s, text, err)
			}
		}
	})
}

func FuzzParseCertificate(f *testing.F) {
	for _, c := range decodeJSON[struct{ Cases []ownCertificateCase }](f, readFile(f, "testdata/attestations/certificates.json")).Cases {
		f.Add([]byte(c.BCS))
		f.Add([]byte(c.JSON))
		f.Add([]byte(c.ProtocolBCS))
	}
	for _, path := range []string{"testdata/messages/certificates.json", "testdata/messages/certificates_large.json"} {
		for _, c := range decodeJSON[[]certificateCase](f, readFile(f, path)) {
			f.Add([]byte(c.CertificateBCS))
			f.Add([]byte(c.CertificateJSON))
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if c, err := ParseCertificate(b); err == nil && !bytes.Equal(c.AppendBCS(nil), b) {
			t.Errorf("%x parses to %+v", b, c)
		}
		if p, err := ParseProtocolCertificate(b); err == nil {
			if !bytes.Equal(p.AppendBCS(nil), b) {
				t.Errorf("%x parses to %+v", b, p)
			}
			if c, err := p.Certificate(100); err == nil {
				sorted := slices.Sorted(slices.Values(p.Signers))
				if !slices.Equal(c.Protocol().Signers, sorted) {
					t.Errorf("signers %v become %v", p.Signers, c.Protocol().Signers)
				}
			}
		}
		var c Certificate
		if json.Unmarshal(b, &c) == nil && !bytes.Equal(b, []byte("null")) {
			text, err := json.Marshal(&c)
			var again Certificate
			if err != nil || json.Unmarshal(text, &again) != nil || !bytes.Equal(again.AppendBCS(nil), c.AppendBCS(nil)) {
				t.Errorf("%s parses to %+v, which becomes %s (%v)", b, c, text, err)
			}
		}
		var p ProtocolCertificate
		if json.Unmarshal(b, &p) == nil && !bytes.Equal(b, []byte("null")) {
			text, err := json.Marshal(&p)
			var again ProtocolCertificate
			if err != nil || json.Unmarshal(text, &again) != nil || !bytes.Equal(again.AppendBCS(nil), p.AppendBCS(nil)) {
				t.Errorf("%s parses to %+v, which becomes %s (%v)", b, p, text, err)
			}
		}
	})
}

// FuzzVerifyCertificate changes message, bitmap and signature of a good certificate: nothing but the good one verifies.
func FuzzVerifyCertificate(f *testing.F) {
	c, keys := testCommittee(f, 4, 3, 2, 1)
	want := Availability{Network: NetworkID{1}, Object: ObjectID{2}, Size: 3, Encoding: 1, End: 9, Registered: 5}
	message := want.Message(5)
	sums := make(map[byte]bls.Signature) // the only signature that holds for each set of signers
	for bits := byte(1); bits < 16; bits++ {
		var sigs []bls.Signature
		for i, k := range keys {
			if bits>>i&1 == 1 {
				sigs = append(sigs, k.Sign(message))
			}
		}
		sum, err := bls.Aggregate(sigs)
		if err != nil {
			f.Fatal(err)
		}
		sums[bits] = sum
		f.Add(message, []byte{bits}, sum[:])
	}
	for _, b := range decodeJSON[struct {
		Cases []struct {
			Message   hexBytes `json:"message_hex"`
			Bitmap    hexBytes `json:"bitmap_hex"`
			Signature hexBytes `json:"signature_hex"`
		}
	}](f, readFile(f, "testdata/attestations/bad_certificates.json")).Cases {
		f.Add([]byte(b.Message), []byte(b.Bitmap), []byte(b.Signature))
	}
	f.Fuzz(func(t *testing.T, m, bits, sig []byte) {
		if len(sig) != bls.SignatureSize {
			return
		}
		cert := Certificate{m, bits, bls.Signature(sig)}
		err := cert.VerifyAvailability(c, want)
		good := bytes.Equal(m, message) && len(bits) == 1 && bits[0] < 16 && cert.Signature == sums[bits[0]]
		if good {
			weight, _ := c.WeightOf(bits)
			good = weight >= 7
		}
		if (err == nil) != good {
			t.Errorf("message %x, bitmap %x, signature %x: %v", m, bits, sig, err)
		}
	})
}

func FuzzVerifyTreePath(f *testing.F) {
	for _, c := range decodeJSON[[]struct {
		Leaves []hexBytes
		Root   hexBytes
		Paths  []pathCase
	}](f, readFile(f, "testdata/attestations/trees.json")) {
		for _, p := range c.Paths {
			flat := bytes.Join(func() (out [][]byte) {
				for _, h := range p.Path {
					out = append(out, h)
				}
				return out
			}(), nil)
			f.Add([]byte(c.Root), []byte(c.Leaves[p.Index]), uint64(p.Index), uint64(len(c.Leaves)), flat)
		}
	}
	f.Fuzz(func(t *testing.T, root, leaf []byte, index, count uint64, flat []byte) {
		var path [][32]byte
		for ; len(flat) >= 32; flat = flat[32:] {
			path = append(path, [32]byte(flat))
		}
		var r [32]byte
		copy(r[:], root)
		if VerifyTreePath(r, leaf, index, count, path) != nil {
			return
		}
		if index >= count || len(path) > 64 {
			t.Errorf("leaf %d of %d with %d hashes", index, count, len(path))
		}
		if VerifyTreePath(r, append(bytes.Clone(leaf), 1), index, count, path) == nil {
			t.Error("another leaf verifies too")
		}
	})
}

func FuzzParseID(f *testing.F) {
	f.Add(ObjectID{1}.String())
	f.Add("0x")
	f.Fuzz(func(t *testing.T, s string) {
		id, err := ParseObjectID(s)
		if err != nil {
			return
		}
		if again, err := ParseObjectID(id.String()); err != nil || again != id {
			t.Errorf("%q parses to %v, which parses to %v (%v)", s, id, again, err)
		}
	})
}
