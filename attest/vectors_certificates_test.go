package attest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"walrus/bls"
)

func thresholdVectors(y *tally, b []byte) {
	for _, c := range decodeJSON[[]struct {
		N          int `json:"n_shards"`
		Faulty     int `json:"max_faulty_f"`
		MinCorrect int `json:"min_n_correct"`
		TwoThirds  int `json:"client_quorum_2f_plus_1"`
		Validity   int `json:"client_validity_f_plus_1"`
		Quorum     int `json:"contract_quorum_min_weight"`
		OneCorrect int `json:"contract_one_correct_min_weight"`
	}](y, b) {
		y.run(fmt.Sprint("n=", c.N), func(t *testing.T) {
			if got := MaxFaulty(c.N); got != c.Faulty {
				t.Errorf("f is %d, want %d", got, c.Faulty)
			}
			if got := MinCorrect(c.N); got != c.MinCorrect {
				t.Errorf("n-f is %d, want %d", got, c.MinCorrect)
			}
			for threshold, want := range map[Threshold]int{TwoThirds: c.TwoThirds, Validity: c.Validity, Quorum: c.Quorum, ReferenceOneCorrect: c.OneCorrect} {
				if got := threshold.MinWeight(c.N); got != want {
					t.Errorf("%v needs %d, want %d", threshold, got, want)
				}
				if threshold.IsMet(c.N, want-1) || !threshold.IsMet(c.N, want) {
					t.Errorf("%v is not met exactly from %d on", threshold, want)
				}
			}
		})
	}
}

// certificateCase is a case of certificates.json and certificates_large.json.
type certificateCase struct {
	Name    string
	NShards uint16 `json:"n_shards"`
	Members []struct {
		NodeID   hexBytes `json:"node_id"`
		KeyIndex *int     `json:"key_index"`
		KeySeed  uint64   `json:"key_seed"`
		Weight   uint16
	}
	Message         hexBytes `json:"message_hex"`
	Signers         []uint16
	Individual      []hexBytes      `json:"individual_signatures_hex"`
	Signature       hexBytes        `json:"aggregate_signature_hex"`
	AggregateKey    hexBytes        `json:"aggregate_public_key_hex"`
	TotalKey        hexBytes        `json:"total_aggregated_key_hex"`
	Bitmap          hexBytes        `json:"signers_bitmap_hex"`
	Weight          int             `json:"aggregate_weight"`
	Quorum          bool            `json:"contract_quorum"`
	OneCorrect      bool            `json:"contract_one_correct"`
	TwoThirds       bool            `json:"client_is_quorum_2f_plus_1"`
	MinCorrect      bool            `json:"client_min_n_correct"`
	Validity        bool            `json:"client_above_validity"`
	Valid           bool            `json:"signature_valid"`
	CertificateBCS  hexBytes        `json:"certificate_bcs_hex"`
	CertificateJSON json.RawMessage `json:"certificate_json"`
}

func (c *certificateCase) committee(t testing.TB, keys []*bls.SecretKey) (*Committee, []*bls.SecretKey) {
	t.Helper()
	h, err := ParseHeader(c.Message)
	if err != nil {
		t.Fatal(err)
	}
	var members []Member
	var secrets []*bls.SecretKey
	for _, m := range c.Members {
		var k *bls.SecretKey
		if m.KeyIndex != nil {
			k = keys[*m.KeyIndex]
		} else {
			k = seedKey(t, m.KeySeed)
		}
		secrets = append(secrets, k)
		members = append(members, Member{array[[32]byte](t, m.NodeID), k.PublicKey(), m.Weight})
	}
	com, err := NewCommittee(h.Epoch, c.NShards, members)
	if err != nil {
		t.Fatal(err)
	}
	return com, secrets
}

func certificateVectors(y *tally, b []byte) {
	keys := vectorKeys(y)
	for _, c := range decodeJSON[[]certificateCase](y, b) {
		y.run(c.Name, func(t *testing.T) { checkCertificate(t, c, keys) })
	}
}

func checkCertificate(t *testing.T, c certificateCase, keys []*bls.SecretKey) {
	com, secrets := c.committee(t, keys)
	p, err := ParseProtocolCertificate(c.CertificateBCS)
	if err != nil || !slices.Equal(p.Signers, c.Signers) || !bytes.Equal(p.Message, c.Message) {
		t.Fatalf("certificate parses to %+v (%v)", p, err)
	}
	if got := p.AppendBCS(nil); !bytes.Equal(got, c.CertificateBCS) {
		t.Errorf("BCS\n%x, want\n%x", got, c.CertificateBCS)
	}
	if c.CertificateJSON != nil {
		checkJSON(t, p, c.CertificateJSON)
		var back ProtocolCertificate
		if err := json.Unmarshal(c.CertificateJSON, &back); err != nil || !bytes.Equal(back.AppendBCS(nil), c.CertificateBCS) {
			t.Errorf("JSON parses to %+v (%v)", back, err)
		}
	}
	cert, err := p.Certificate(len(com.Members))
	if err != nil || !bytes.Equal(cert.Signers, c.Bitmap) {
		t.Fatalf("bitmap %x (%v), want %x", cert.Signers, err, c.Bitmap)
	}
	if weight, err := com.WeightOf(cert.Signers); err != nil || weight != c.Weight {
		t.Errorf("weight %d (%v), want %d", weight, err, c.Weight)
	}
	if key, err := bls.AggregateKeys(keysOf(com, cert.Signers)); err != nil || !bytes.Equal(c.AggregateKey, arraySlice(key.Bytes())) {
		t.Errorf("aggregate key %v (%v), want %x", key, err, c.AggregateKey)
	}
	if key, err := com.AggregateKey(); err != nil || !bytes.Equal(c.TotalKey, arraySlice(key.Bytes())) {
		t.Errorf("total key %v (%v), want %x", key, err, c.TotalKey)
	}
	if c.Quorum != c.MinCorrect {
		t.Error("quorum of contract and client differ")
	}
	for threshold, met := range map[Threshold]bool{Quorum: c.Quorum, ReferenceOneCorrect: c.OneCorrect, TwoThirds: c.TwoThirds, Validity: c.Validity} {
		err := cert.Verify(com, threshold)
		var want error
		switch {
		case !met:
			want = ErrNoQuorum
		case !c.Valid:
			want = ErrBadSignature
		}
		if !errors.Is(err, want) || (err == nil) != (want == nil) {
			t.Errorf("%v: %v, want %v", threshold, err, want)
		}
	}
	sigs := make([]bls.Signature, len(c.Individual))
	for i, s := range c.Individual {
		sigs[i] = bls.Signature(array[[96]byte](t, s))
	}
	if len(sigs) == 0 { // some large vectors have the aggregate only
		for _, i := range c.Signers {
			sigs = append(sigs, secrets[i].Sign(c.Message))
		}
		if !c.Valid {
			return
		}
	}
	if sum, err := bls.Aggregate(sigs); err != nil || !bytes.Equal(sum[:], c.Signature) {
		t.Errorf("aggregate %v (%v), want %x", sum, err, c.Signature)
	}
	// A collector makes the same certificate, or finds the forged share.
	k := NewCollector(com, c.Message, Validity)
	for i, member := range c.Signers {
		if err := k.Add(int(member), SignedMessage{c.Message, sigs[i]}); err != nil {
			t.Error(err)
		}
	}
	made, err := k.Certificate()
	switch {
	case c.Valid && (err != nil || made.Signature != cert.Signature || !bytes.Equal(made.Signers, c.Bitmap)):
		t.Errorf("collected %+v (%v)", made, err)
	case !c.Valid && len(k.Rejected()) != 1:
		t.Errorf("rejected members %v, want one", k.Rejected())
	}
}

func arraySlice(a [48]byte) []byte { return a[:] }

func contractQuorumVectors(y *tally, b []byte) {
	f := decodeJSON[struct {
		Cases []struct {
			ID    string
			Input struct {
				N int `json:"n_shards"`
			}
			Expect struct {
				Faulty     int `json:"max_byzantine"`
				Quorum     int `json:"quorum_weight"`
				OneCorrect int `json:"one_correct_weight"`
			}
		}
	}](y, b)
	for _, c := range f.Cases {
		y.run(c.ID, func(t *testing.T) {
			n := c.Input.N
			if got := [3]int{MaxFaulty(n), Quorum.MinWeight(n), ReferenceOneCorrect.MinWeight(n)}; got != [3]int{c.Expect.Faulty, c.Expect.Quorum, c.Expect.OneCorrect} {
				t.Errorf("n = %d: got %v, want %+v", n, got, c.Expect)
			}
		})
	}
}

// smallKey is the key with a small secret scalar.
func smallKey(t testing.TB, scalar byte) *bls.SecretKey { return scalarKey(t, []byte{scalar}) }

// number is an id that a vector has as a number: the contract writes it as 32 bytes little endian.
type number [32]byte

func (n *number) UnmarshalText(b []byte) error {
	digits := string(b[2:])
	if len(digits)%2 == 1 {
		digits = "0" + digits
	}
	var h hexBytes
	if err := h.UnmarshalText([]byte(digits)); err != nil {
		return err
	}
	slices.Reverse(h)
	copy(n[:], h)
	return nil
}

func contractMessageVectors(y *tally, b []byte) {
	f := decodeJSON[struct {
		PublicKeys map[string]hexBytes `json:"public_keys_by_scalar"`
		Cases      []struct {
			ID    string
			Input struct {
				Type        Type
				Epoch       Epoch
				BlobID      number `json:"blob_id"`
				Persistence string
				ObjectID    hexBytes `json:"object_id"`
				NodeID      hexBytes `json:"node_id"`
				Sequence    uint64   `json:",string"`
				Size        uint64   `json:",string"`
				Root        number
				StartEpoch  Epoch  `json:"start_epoch"`
				Version     uint64 `json:"protocol_version,string"`
				Address     hexBytes
				Key         hexBytes `json:"bls_public_key"`
			}
			Expect struct {
				Message hexBytes
				Length  int
				By1     hexBytes `json:"signature_by_scalar_1"`
				By117   hexBytes `json:"signature_by_scalar_117"`
			}
		}
	}](y, b)
	for scalar, want := range f.PublicKeys {
		var n byte
		fmt.Sscan(scalar, &n)
		if got := smallKey(y, n).PublicKey().Bytes(); !bytes.Equal(got[:], want) {
			y.Errorf("public key of scalar %s is %x, want %x", scalar, got, want)
		}
	}
	for _, c := range f.Cases {
		y.run(c.ID, func(t *testing.T) {
			var v statement
			switch in := c.Input; in.Type {
			case TypeRegistrationProof:
				v = RegistrationProof{array[[32]byte](t, in.Address), array[[48]byte](t, in.Key)}
			case TypeConfirmation:
				m := Confirmation{BlobID: in.BlobID}
				if in.Persistence == "deletable" {
					m.Deletable, m.Object = true, array[[32]byte](t, in.ObjectID)
				}
				v = m
			case TypeInvalidBlobID:
				v = InvalidBlobID{in.BlobID}
			case TypeDenyListUpdate:
				v = DenyListUpdate{array[[32]byte](t, in.NodeID), in.Sequence, in.Size, in.Root}
			case TypeDenyListDeletion:
				v = DenyListDeletion{in.BlobID}
			case TypeProtocolVersion:
				v = ProtocolVersion{in.StartEpoch, in.Version}
			default:
				t.Fatalf("unknown type %v", in.Type)
			}
			checkMessage(t, v, c.Input.Type, c.Input.Epoch, c.Expect.Message)
			if len(c.Expect.Message) != c.Expect.Length {
				t.Errorf("%d bytes, want %d", len(c.Expect.Message), c.Expect.Length)
			}
			for scalar, want := range map[byte]hexBytes{1: c.Expect.By1, 117: c.Expect.By117} {
				if got := smallKey(t, scalar).Sign(c.Expect.Message); want != nil && !bytes.Equal(got[:], want) {
					t.Errorf("signature by scalar %d is %v, want %x", scalar, got, want)
				}
			}
		})
	}
}

func contractCertificateVectors(y *tally, b []byte) {
	f := decodeJSON[struct {
		Cases []struct {
			ID    string
			Input struct {
				Committee []struct {
					Key    hexBytes `json:"public_key"`
					Weight uint16
				}
				Epoch     Epoch `json:"committee_epoch"`
				Required  string
				Type      Type `json:"parse_as_type"`
				Message   hexBytes
				Bitmap    hexBytes
				Signature hexBytes
			}
			Expect *struct {
				Weight int `json:"signed_weight"`
			}
			Error string `json:"expect_error"`
		}
	}](y, b)
	// How the contract's errors are called here.
	wanted := map[string]error{
		"bls_aggregate::EInvalidBitmap": ErrSigners, "bls_aggregate::ENotEnoughStake": ErrNoQuorum, "bls_aggregate::ESigVerification": ErrBadSignature,
		"messages::EIncorrectEpoch": ErrWrongEpoch, "messages::EIncorrectIntentVersion": ErrMalformed, "messages::EIncorrectAppId": ErrMalformed,
		"messages::EInvalidMsgType": ErrMalformed, "messages::EInvalidBlobPersistenceType": ErrMalformed, "implicit/decode": ErrMalformed,
	}
	for _, c := range f.Cases {
		y.run(c.ID, func(t *testing.T) {
			in := c.Input
			var members []Member
			total := uint16(0)
			for i, m := range in.Committee {
				key, err := bls.ParsePublicKey(m.Key)
				if err != nil {
					t.Fatal(err)
				}
				members = append(members, Member{NodeID{31: byte(i)}, key, m.Weight})
				total += m.Weight
			}
			com, err := NewCommittee(in.Epoch, total, members)
			if err != nil {
				t.Fatal(err)
			}
			cert := Certificate{in.Message, Bitmap(in.Bitmap), bls.Signature(array[[96]byte](t, in.Signature))}
			if len(cert.Signers) < (len(members)+7)/8 { // the contract takes missing bytes as zero
				if err := cert.Verify(com, ReferenceOneCorrect); err == nil {
					t.Error("a short bitmap is accepted as it is")
				}
				short := cert.Signers
				cert.Signers = NewBitmap(len(members))
				copy(cert.Signers, short)
			}
			threshold := map[string]Threshold{"quorum": Quorum, "one_correct": ReferenceOneCorrect}[in.Required]
			err = cert.Verify(com, threshold)
			if err == nil {
				_, _, err = parsers[in.Type](in.Message)
			}
			switch {
			case c.ID == "CRT-016": // bytes after the message: its signature holds, but it is not parsed
				if !errors.Is(err, ErrMalformed) || cert.Verify(com, threshold) != nil {
					t.Errorf("trailing bytes: %v", err)
				}
			case c.Expect == nil:
				want := wanted[c.Error]
				if want == nil || !errors.Is(err, want) {
					t.Errorf("%v, want %s", err, c.Error)
				}
			case err != nil:
				t.Error(err)
			}
			if c.Expect != nil {
				if weight, err := com.WeightOf(cert.Signers); err != nil || weight != c.Expect.Weight {
					t.Errorf("weight %d (%v), want %d", weight, err, c.Expect.Weight)
				}
			}
		})
	}
}

// keysOf returns the keys of the members in signers.
func keysOf(c *Committee, signers Bitmap) (keys []*bls.PublicKey) {
	for _, i := range signers.Indices() {
		keys = append(keys, c.Members[i].Key)
	}
	return keys
}
