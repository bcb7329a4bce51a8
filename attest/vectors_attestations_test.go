package attest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"testing"

	"walrus/bls"
)

// ownFields are the fields of our messages and leaves as the vector files name them.
type ownFields struct {
	Network      hexBytes
	BlobID       hexBytes `json:"blob_id"`
	ObjectID     hexBytes `json:"object_id"`
	Size         uint64   `json:",string"`
	Encoding     uint8    `json:",string"`
	Deletable    bool
	End          Epoch  `json:"end_epoch,string"`
	Registered   Epoch  `json:"registered_epoch,string"`
	Count        uint32 `json:",string"`
	Root         hexBytes
	NextEpoch    Epoch    `json:"next_epoch,string"`
	NShards      uint16   `json:"n_shards,string"`
	Members      uint16   `json:",string"`
	MembersRoot  hexBytes `json:"members_root"`
	AggregateKey hexBytes `json:"aggregate_key"`
	ValidFrom    uint64   `json:"valid_from_ms,string"`
	ValidUntil   uint64   `json:"valid_until_ms,string"`
	Snapshot     uint64   `json:"snapshot_block,string"`
	Leaves       uint64   `json:",string"`
	TotalBytes   uint64   `json:"total_bytes,string"`
	NodeID       hexBytes `json:"node_id"`
	Challenge    hexBytes `json:"challenge_id"`
	Sampled      uint32   `json:",string"`
	Failed       uint32   `json:",string"`
	Outcome      Outcome  `json:",string"`
	Operator     hexBytes
	Nonce        uint64 `json:",string"`
	Key          hexBytes
	Index        uint64      `json:",string"`
	Weight       uint16      `json:",string"`
	Cumulative   uint64      `json:"cumulative_bytes,string"`
	Until        Epoch       `json:"permanent_until,string"`
	Flags        StatusFlags `json:",string"`
}

func (f ownFields) availability(t testing.TB) Availability {
	t.Helper()
	return Availability{array[[32]byte](t, f.Network), array[[32]byte](t, f.BlobID), array[[32]byte](t, f.ObjectID), f.Size, f.Encoding, f.Deletable, f.End, f.Registered}
}

func (f ownFields) possession(t testing.TB) Possession {
	t.Helper()
	return Possession{array[[32]byte](t, f.Network), array[[20]byte](t, f.Operator), f.Nonce, array[[48]byte](t, f.Key)}
}

// value builds the message's value from a vector's fields.
func (f ownFields) value(t testing.TB, typ Type) statement {
	t.Helper()
	switch typ {
	case TypeAvailability:
		return f.availability(t)
	case TypeAvailabilityBatch:
		return AvailabilityBatch{array[[32]byte](t, f.Network), f.Count, array[[32]byte](t, f.Root)}
	case TypeHandover:
		return Handover{array[[32]byte](t, f.Network), f.NextEpoch, f.NShards, f.Members, array[[32]byte](t, f.MembersRoot),
			array[[48]byte](t, f.AggregateKey), f.ValidFrom, f.ValidUntil}
	case TypeEpochStatus:
		return EpochStatus{array[[32]byte](t, f.Network), f.Snapshot, f.Leaves, f.TotalBytes, array[[32]byte](t, f.Root)}
	case TypeVerdict:
		return Verdict{array[[32]byte](t, f.Network), array[[32]byte](t, f.NodeID), array[[32]byte](t, f.Challenge), f.Sampled, f.Failed, f.Outcome}
	case TypePossession:
		return f.possession(t)
	case TypeInvalidBlob:
		return InvalidBlob{array[[32]byte](t, f.Network), f.NShards, array[[32]byte](t, f.BlobID)}
	}
	t.Fatalf("no value for %v", typ)
	return nil
}

func idVectors(y *tally, b []byte) {
	f := decodeJSON[struct {
		Networks []struct {
			ChainID        string `json:"chain_id"`
			Registry, Salt hexBytes
			ID             NetworkID `json:"network_id"`
		}
		Objects []struct {
			Network NetworkID
			Kind    ObjectKind
			Creator hexBytes
			Nonce   uint64   `json:",string"`
			ID      ObjectID `json:"object_id"`
		}
	}](y, b)
	for i, c := range f.Networks {
		y.run(fmt.Sprint("network ", i), func(t *testing.T) {
			chain, ok := new(big.Int).SetString(c.ChainID, 10)
			if !ok {
				t.Fatal(c.ChainID)
			}
			if got := NewNetworkID(chain, array[[20]byte](t, c.Registry), array[[32]byte](t, c.Salt)); got != c.ID {
				t.Errorf("got %v, want %v", got, c.ID)
			}
		})
	}
	for i, c := range f.Objects {
		y.run(fmt.Sprintf("object %d %v", i, c.Kind), func(t *testing.T) {
			if got := NewObjectID(c.Network, c.Kind, array[[20]byte](t, c.Creator), c.Nonce); got != c.ID {
				t.Errorf("got %v, want %v", got, c.ID)
			}
		})
	}
}

// pathCase is an inclusion path of a vector.
type pathCase struct {
	Index int
	Path  []hexBytes
}

func (p pathCase) hashes(t testing.TB) (out [][32]byte) {
	for _, h := range p.Path {
		out = append(out, array[[32]byte](t, h))
	}
	return out
}

func treeVectors(y *tally, b []byte) {
	for _, c := range decodeJSON[[]struct {
		Leaves []hexBytes
		Root   hexBytes
		Paths  []pathCase
	}](y, b) {
		y.run(fmt.Sprint("n=", len(c.Leaves)), func(t *testing.T) {
			leaves := make([][]byte, len(c.Leaves))
			for i, l := range c.Leaves {
				leaves[i] = l
			}
			root := array[[32]byte](t, c.Root)
			if got := TreeRoot(leaves); got != root {
				t.Errorf("root %x, want %x", got, root)
			}
			for _, p := range c.Paths {
				checkPath(t, root, leaves, p.Index, p.hashes(t))
			}
		})
	}
}

// checkPath checks a path against what TreePath makes, and that it proves this leaf at this place and nothing else.
func checkPath(t *testing.T, root [32]byte, leaves [][]byte, index int, want [][32]byte) {
	t.Helper()
	path, err := TreePath(leaves, index)
	if err != nil || fmt.Sprint(path) != fmt.Sprint(want) {
		t.Errorf("path of %d is %x (%v), want %x", index, path, err, want)
	}
	n := uint64(len(leaves))
	if err := VerifyTreePath(root, leaves[index], uint64(index), n, want); err != nil {
		t.Errorf("path of %d: %v", index, err)
	}
	refused := func(what string, err error) {
		t.Helper()
		if !errors.Is(err, ErrNotIncluded) {
			t.Errorf("path of %d of %d, %s: %v", index, n, what, err)
		}
	}
	refused("another leaf", VerifyTreePath(root, append(bytes.Clone(leaves[index]), 0), uint64(index), n, want))
	refused("another root", VerifyTreePath([32]byte{}, leaves[index], uint64(index), n, want))
	refused("one hash more", VerifyTreePath(root, leaves[index], uint64(index), n, append(want[:len(want):len(want)], root)))
	refused("index beyond", VerifyTreePath(root, leaves[index], n, n, want))
	if len(want) > 0 {
		refused("one hash less", VerifyTreePath(root, leaves[index], uint64(index), n, want[1:]))
		refused("sibling's index", VerifyTreePath(root, leaves[index], uint64(index)^1, n, want))
	}
}

func statementVectors(y *tally, b []byte) {
	for _, c := range decodeJSON[[]struct {
		Name         string
		Type         Type
		Epoch        Epoch
		Fields       ownFields
		Message      hexBytes        `json:"message_hex"`
		Seed         uint64          `json:"key_seed"`
		Signature    hexBytes        `json:"signature_hex"`
		EIP2537      hexBytes        `json:"signature_eip2537_hex"`
		EnvelopeBCS  hexBytes        `json:"signed_message_bcs_hex"`
		EnvelopeJSON json.RawMessage `json:"signed_message_json"`
	}](y, b) {
		y.run(c.Name, func(t *testing.T) {
			checkMessage(t, c.Fields.value(t, c.Type), c.Type, c.Epoch, c.Message)
			key := seedKey(t, c.Seed)
			s := Sign(key, c.Message)
			if !bytes.Equal(s.Signature[:], c.Signature) {
				t.Errorf("signature\n%v, want\n%x", s.Signature, c.Signature)
			}
			if err := s.Verify(key.PublicKey()); err != nil {
				t.Error(err)
			}
			checkEIP2537(t, s.Signature, c.EIP2537)
			if got := s.AppendBCS(nil); !bytes.Equal(got, c.EnvelopeBCS) {
				t.Errorf("envelope\n%x, want\n%x", got, c.EnvelopeBCS)
			}
			checkJSON(t, s, c.EnvelopeJSON)
		})
	}
}

func checkEIP2537(t *testing.T, s bls.Signature, want []byte) {
	t.Helper()
	long, err := s.EIP2537()
	if err != nil || !bytes.Equal(long[:], want) {
		t.Errorf("EIP-2537 form\n%x (%v), want\n%x", long, err, want)
	}
	if back, err := bls.ParseSignatureEIP2537(want); err != nil || back != s {
		t.Errorf("EIP-2537 form parses to %v (%v), want %v", back, err, s)
	}
}

func leafVectors(y *tally, b []byte) {
	for _, c := range decodeJSON[[]struct {
		Name, Kind string
		Fields     ownFields
		Leaf       hexBytes `json:"leaf_hex"`
	}](y, b) {
		y.run(c.Name, func(t *testing.T) {
			f := c.Fields
			var made []byte
			var parse func([]byte) (any, error)
			var value any
			switch c.Kind {
			case "availability":
				a := f.availability(t)
				value, made = a, a.AppendLeaf(nil)
				parse = func(b []byte) (any, error) { return ParseAvailabilityLeaf(a.Network, b) }
			case "handover":
				l := HandoverLeaf{uint16(f.Index), array[[32]byte](t, f.NodeID), array[[48]byte](t, f.Key), f.Weight}
				value, made = l, l.Append(nil)
				parse = func(b []byte) (any, error) { return ParseHandoverLeaf(b) }
			case "status":
				l := StatusLeaf{f.Index, array[[32]byte](t, f.BlobID), f.Size, f.Cumulative, f.Until, f.Flags}
				value, made = l, l.Append(nil)
				parse = func(b []byte) (any, error) { return ParseStatusLeaf(b) }
			default:
				t.Fatalf("unknown kind %q", c.Kind)
			}
			if !bytes.Equal(made, c.Leaf) {
				t.Errorf("leaf\n%x, want\n%x", made, c.Leaf)
			}
			if got, err := parse(c.Leaf); err != nil || got != value {
				t.Errorf("parses to %+v (%v), want %+v", got, err, value)
			}
			for _, bad := range [][]byte{nil, c.Leaf[1:], append(bytes.Clone(c.Leaf), 0)} {
				if _, err := parse(bad); !errors.Is(err, ErrMalformed) {
					t.Errorf("%d bytes: %v", len(bad), err)
				}
			}
		})
	}
}

func batchVectors(y *tally, b []byte) {
	for _, c := range decodeJSON[[]struct {
		Name       string
		Network    hexBytes
		Count      uint32
		Epoch      Epoch
		Root       hexBytes
		Message    hexBytes `json:"message_hex"`
		Statements []ownFields
		Paths      []pathCase
	}](y, b) {
		y.run(c.Name, func(t *testing.T) {
			network := NetworkID(array[[32]byte](t, c.Network))
			var all []Availability
			for _, s := range c.Statements {
				all = append(all, s.availability(t))
			}
			batch, err := NewAvailabilityBatch(network, all)
			if err != nil || batch.Count != c.Count || !bytes.Equal(batch.Root[:], c.Root) {
				t.Fatalf("batch %+v (%v), want %d leaves with root %x", batch, err, c.Count, c.Root)
			}
			if got := batch.Message(c.Epoch); !bytes.Equal(got, c.Message) {
				t.Errorf("message\n%x, want\n%x", got, c.Message)
			}
			for _, p := range c.Paths {
				path := p.hashes(t)
				if err := batch.Includes(all[p.Index], uint32(p.Index), path); err != nil {
					t.Errorf("statement %d: %v", p.Index, err)
				}
				other := all[p.Index]
				other.End++
				if err := batch.Includes(other, uint32(p.Index), path); !errors.Is(err, ErrNotIncluded) {
					t.Errorf("statement %d with another end: %v", p.Index, err)
				}
				other = all[p.Index]
				other.Network[0] ^= 1
				if err := batch.Includes(other, uint32(p.Index), path); !errors.Is(err, ErrWrongContents) {
					t.Errorf("statement %d of another network: %v", p.Index, err)
				}
			}
			if _, err := NewAvailabilityBatch(NetworkID{}, all); !errors.Is(err, ErrWrongContents) {
				t.Errorf("batch of another network: %v", err)
			}
		})
	}
}

func possessionVectors(y *tally, b []byte) {
	for _, c := range decodeJSON[[]struct {
		Name      string
		Valid     bool
		Epoch     Epoch
		Fields    ownFields
		KeyLong   hexBytes `json:"key_eip2537_hex"`
		Signature hexBytes `json:"signature_hex"`
		EIP2537   hexBytes `json:"signature_eip2537_hex"`
	}](y, b) {
		y.run(c.Name, func(t *testing.T) {
			p := c.Fields.possession(t)
			sig := bls.Signature(array[[96]byte](t, c.Signature))
			key, err := p.Verify(c.Epoch, sig)
			if (err == nil) != c.Valid || err != nil && !errors.Is(err, ErrBadSignature) {
				t.Fatalf("%v, want valid %t", err, c.Valid)
			}
			checkEIP2537(t, sig, c.EIP2537)
			if !c.Valid {
				return
			}
			if long := key.EIP2537(); !bytes.Equal(long[:], c.KeyLong) {
				t.Errorf("EIP-2537 form of the key\n%x, want\n%x", long, c.KeyLong)
			}
			for _, seed := range []uint64{1000, 1001} {
				if k := seedKey(t, seed); k.PublicKey().Equal(key) {
					if got := Prove(k, p.Network, p.Operator, p.Nonce, c.Epoch); got.Signature != sig || !bytes.Equal(got.Message, p.Message(c.Epoch)) {
						t.Errorf("proof is %+v", got)
					}
				}
			}
		})
	}
}

// committeeCase is a committee of our vectors.
type committeeCase struct {
	Name         string
	Epoch        Epoch
	NShards      uint16   `json:"n_shards"`
	TotalKey     hexBytes `json:"total_key"`
	TotalKeyLong hexBytes `json:"total_key_eip2537"`
	MembersRoot  hexBytes `json:"members_root"`
	Members      []struct {
		NodeID hexBytes `json:"node_id"`
		Seed   uint64   `json:"key_seed"`
		Key    hexBytes
		Weight uint16
	}
}

func (c committeeCase) committee(t testing.TB) (*Committee, []*bls.SecretKey) {
	t.Helper()
	var members []Member
	var secrets []*bls.SecretKey
	for _, m := range c.Members {
		k := seedKey(t, m.Seed)
		if got := k.PublicKey().Bytes(); !bytes.Equal(got[:], m.Key) {
			t.Fatalf("public key of seed %d is %x, want %x", m.Seed, got, m.Key)
		}
		members, secrets = append(members, Member{array[[32]byte](t, m.NodeID), k.PublicKey(), m.Weight}), append(secrets, k)
	}
	com, err := NewCommittee(c.Epoch, c.NShards, members)
	if err != nil {
		t.Fatal(err)
	}
	return com, secrets
}

type ownCertificateCase struct {
	Name             string
	Committee        string
	Type             Type
	Fields           ownFields
	Message          hexBytes `json:"message_hex"`
	Signers          []uint16
	Bitmap           hexBytes `json:"bitmap_hex"`
	Weight           int
	Signature        hexBytes `json:"signature_hex"`
	EIP2537          hexBytes `json:"signature_eip2537_hex"`
	Quorum, Validity bool
	BCS              hexBytes        `json:"certificate_bcs_hex"`
	JSON             json.RawMessage `json:"certificate_json"`
	ProtocolBCS      hexBytes        `json:"protocol_bcs_hex"`
}

func ownCertificateVectors(y *tally, b []byte) {
	f := decodeJSON[struct {
		Committees []committeeCase
		Cases      []ownCertificateCase
	}](y, b)
	coms := make(map[string]*Committee)
	secrets := make(map[string][]*bls.SecretKey)
	for _, c := range f.Committees {
		y.run("committee "+c.Name, func(t *testing.T) {
			com, keys := c.committee(t)
			coms[c.Name], secrets[c.Name] = com, keys
			total, err := com.AggregateKey()
			if err != nil || !bytes.Equal(arraySlice(total.Bytes()), c.TotalKey) {
				t.Fatalf("total key %v (%v), want %x", total, err, c.TotalKey)
			}
			if long := total.EIP2537(); !bytes.Equal(long[:], c.TotalKeyLong) {
				t.Errorf("EIP-2537 form of the total key\n%x, want\n%x", long, c.TotalKeyLong)
			}
			if root := TreeRoot(com.HandoverLeaves()); !bytes.Equal(root[:], c.MembersRoot) {
				t.Errorf("members root %x, want %x", root, c.MembersRoot)
			}
		})
	}
	for _, c := range f.Cases {
		y.run(c.Name, func(t *testing.T) { checkOwnCertificate(t, c, coms[c.Committee], secrets[c.Committee]) })
	}
}

func checkOwnCertificate(t *testing.T, c ownCertificateCase, com *Committee, secrets []*bls.SecretKey) {
	checkMessage(t, c.Fields.value(t, c.Type), c.Type, com.Epoch, c.Message)
	cert := Certificate{c.Message, Bitmap(c.Bitmap), bls.Signature(array[[96]byte](t, c.Signature))}
	checkEIP2537(t, cert.Signature, c.EIP2537)
	if got := cert.AppendBCS(nil); !bytes.Equal(got, c.BCS) {
		t.Errorf("BCS\n%x, want\n%x", got, c.BCS)
	}
	if got := cert.Protocol().AppendBCS(nil); !bytes.Equal(got, c.ProtocolBCS) {
		t.Errorf("protocol BCS\n%x, want\n%x", got, c.ProtocolBCS)
	}
	checkJSON(t, &cert, c.JSON)
	var back Certificate
	if err := json.Unmarshal(c.JSON, &back); err != nil || !bytes.Equal(back.AppendBCS(nil), c.BCS) {
		t.Errorf("JSON parses to %+v (%v)", back, err)
	}
	if parsed, err := ParseCertificate(c.BCS); err != nil || !bytes.Equal(parsed.AppendBCS(nil), c.BCS) {
		t.Errorf("BCS parses to %+v (%v)", parsed, err)
	}
	if weight, err := com.WeightOf(cert.Signers); err != nil || weight != c.Weight {
		t.Errorf("weight %d (%v), want %d", weight, err, c.Weight)
	}
	for threshold, met := range map[Threshold]bool{Quorum: c.Quorum, Validity: c.Validity} {
		if err := cert.Verify(com, threshold); met && err != nil || !met && !errors.Is(err, ErrNoQuorum) {
			t.Errorf("%v: %v, want met %t", threshold, err, met)
		}
		k := NewCollector(com, c.Message, threshold)
		for _, i := range c.Signers {
			if err := k.Add(int(i), Sign(secrets[i], c.Message)); err != nil {
				t.Error(err)
			}
		}
		made, err := k.Certificate()
		if met && (err != nil || !bytes.Equal(made.AppendBCS(nil), c.BCS)) || !met && !errors.Is(err, ErrNoQuorum) {
			t.Errorf("%v: collected %+v (%v), want met %t", threshold, made, err, met)
		}
	}
	if c.Type == TypeAvailability && c.Quorum {
		if err := cert.VerifyAvailability(com, c.Fields.availability(t)); err != nil {
			t.Error(err)
		}
	}
}

func badCertificateVectors(y *tally, b []byte) {
	f := decodeJSON[struct {
		Expected  ownFields
		Committee committeeCase
		Cases     []struct {
			Name, Error string
			Message     hexBytes `json:"message_hex"`
			Bitmap      hexBytes `json:"bitmap_hex"`
			Signature   hexBytes `json:"signature_hex"`
		}
	}](y, b)
	com, _ := f.Committee.committee(y)
	want := f.Expected.availability(y)
	reasons := map[string]error{"no quorum": ErrNoQuorum, "bad signature": ErrBadSignature, "wrong epoch": ErrWrongEpoch, "wrong contents": ErrWrongContents, "signers": ErrSigners}
	for _, c := range f.Cases {
		y.run(c.Name, func(t *testing.T) {
			cert := Certificate{c.Message, Bitmap(c.Bitmap), bls.Signature(array[[96]byte](t, c.Signature))}
			reason := reasons[c.Error]
			if err := cert.VerifyAvailability(com, want); reason == nil || !errors.Is(err, reason) {
				t.Errorf("%v, want %s", err, c.Error)
			}
		})
	}
}
