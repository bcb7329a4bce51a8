package attest

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"math/big"
	"strconv"
	"testing"

	"walrus/bls"
)

// groupOrder is r of BLS12-381.
var groupOrder, _ = new(big.Int).SetString("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001", 16)

func scalarKey(t testing.TB, wide []byte) *bls.SecretKey {
	t.Helper()
	s := new(big.Int).SetBytes(wide)
	k, err := bls.ParseSecretKey(s.Mod(s, groupOrder).FillBytes(make([]byte, 32)))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// referenceFields are the fields of messages of types 0 to 6 as the vector files name them.
type referenceFields struct {
	Address      hexBytes `json:"sui_address"`
	Key          hexBytes `json:"bls_public_key"`
	BlobID       hexBytes `json:"blob_id_hex"`
	ObjectID     hexBytes `json:"object_id"`
	Start        string   `json:"starting_blob_id"`
	Shard        uint16   `json:"shard_index"`
	Count        uint64   `json:"sliver_count"`
	CountDecimal string   `json:"sliver_count_decimal"`
	SliverType   string   `json:"sliver_type"`
	RequestEpoch Epoch    `json:"request_epoch"`
	Node         hexBytes `json:"node_id"`
	Sequence     uint64   `json:"deny_list_sequence_number"`
	ListSize     uint64   `json:"deny_list_size"`
	ListRoot     hexBytes `json:"deny_list_root"`
	Version      uint64   `json:"protocol_version"`
	StartEpoch   Epoch    `json:"start_epoch"`
}

// A statement is any message type of this package.
type statement interface{ Message(Epoch) []byte }

// value builds the message's value from a vector's fields.
func (f referenceFields) value(t *testing.T, typ Type) statement {
	t.Helper()
	switch typ {
	case TypeRegistrationProof:
		return RegistrationProof{array[[32]byte](t, f.Address), array[[48]byte](t, f.Key)}
	case TypeConfirmation:
		c := Confirmation{BlobID: array[[32]byte](t, f.BlobID)}
		if f.ObjectID != nil {
			c.Deletable, c.Object = true, array[[32]byte](t, f.ObjectID)
		}
		return c
	case TypeInvalidBlobID:
		return InvalidBlobID{array[[32]byte](t, f.BlobID)}
	case TypeSyncShard:
		s := SyncShard{Shard: f.Shard, Secondary: f.SliverType == "secondary", Start: blobText(t, f.Start), Count: f.Count, Epoch: f.RequestEpoch}
		if f.CountDecimal != "" {
			var err error
			if s.Count, err = strconv.ParseUint(f.CountDecimal, 10, 64); err != nil {
				t.Fatal(err)
			}
		}
		return s
	case TypeDenyListUpdate:
		return DenyListUpdate{array[[32]byte](t, f.Node), f.Sequence, f.ListSize, array[[32]byte](t, f.ListRoot)}
	case TypeDenyListDeletion:
		return DenyListDeletion{array[[32]byte](t, f.BlobID)}
	case TypeProtocolVersion:
		return ProtocolVersion{f.StartEpoch, f.Version}
	}
	t.Fatalf("no value for %v", typ)
	return nil
}

// erase makes a parse function comparable with others.
func erase[T statement](f func([]byte) (T, Epoch, error)) func([]byte) (statement, Epoch, error) {
	return func(b []byte) (statement, Epoch, error) { return f(b) }
}

// parsers are all message decoders by type.
var parsers = map[Type]func([]byte) (statement, Epoch, error){
	TypeRegistrationProof: erase(ParseRegistrationProof),
	TypeConfirmation:      erase(ParseConfirmation),
	TypeInvalidBlobID:     erase(ParseInvalidBlobID),
	TypeSyncShard:         erase(ParseSyncShard),
	TypeDenyListUpdate:    erase(ParseDenyListUpdate),
	TypeDenyListDeletion:  erase(ParseDenyListDeletion),
	TypeProtocolVersion:   erase(ParseProtocolVersion),
	TypeAvailability:      erase(ParseAvailability),
	TypeAvailabilityBatch: erase(ParseAvailabilityBatch),
	TypeHandover:          erase(ParseHandover),
	TypeEpochStatus:       erase(ParseEpochStatus),
	TypeVerdict:           erase(ParseVerdict),
	TypePossession:        erase(ParsePossession),
	TypeInvalidBlob:       erase(ParseInvalidBlob),
}

// checkMessage checks a value against its exact bytes, both ways, and that no damage to the bytes goes unseen.
func checkMessage(t *testing.T, v statement, typ Type, signed Epoch, want []byte) {
	t.Helper()
	if got := v.Message(signed); !bytes.Equal(got, want) {
		t.Errorf("message\n%x, want\n%x", got, want)
	}
	for other, parse := range parsers {
		got, epoch, err := parse(want)
		switch {
		case other != typ && !errors.Is(err, ErrMalformed):
			t.Errorf("parsed as %v: %v", other, err)
		case other == typ && (err != nil || got != v || epoch != signed):
			t.Errorf("parsed %+v of epoch %d (%v), want %+v of epoch %d", got, epoch, err, v, signed)
		}
	}
	parse := parsers[typ]
	for n := range want {
		if _, _, err := parse(want[:n]); !errors.Is(err, ErrMalformed) {
			t.Errorf("cut to %d bytes: %v", n, err)
		}
	}
	if _, _, err := parse(append(bytes.Clone(want), 0)); !errors.Is(err, ErrMalformed) {
		t.Errorf("with a trailing byte: %v", err)
	}
	for i := range want {
		damaged := bytes.Clone(want)
		damaged[i] ^= 0x80
		if got, epoch, err := parse(damaged); err == nil && got == v && epoch == signed {
			t.Errorf("a flipped bit in byte %d is not seen", i)
		}
	}
}

func messageVectors(y *tally, b []byte) {
	keys := vectorKeys(y)
	for _, c := range decodeJSON[[]struct {
		Name         string
		IntentType   Type `json:"intent_type"`
		Epoch        Epoch
		Fields       referenceFields
		Message      hexBytes        `json:"message_hex"`
		MessageLen   int             `json:"message_len"`
		Signer       int             `json:"signer_key_index"`
		Signature    hexBytes        `json:"signature_hex"`
		EnvelopeBCS  hexBytes        `json:"signed_message_bcs_hex"`
		EnvelopeJSON json.RawMessage `json:"signed_message_json"`
	}](y, b) {
		y.run(c.Name, func(t *testing.T) {
			checkMessage(t, c.Fields.value(t, c.IntentType), c.IntentType, c.Epoch, c.Message)
			if len(c.Message) != c.MessageLen {
				t.Errorf("message has %d bytes, want %d", len(c.Message), c.MessageLen)
			}
			s := Sign(keys[c.Signer], c.Message)
			if !bytes.Equal(s.Signature[:], c.Signature) {
				t.Errorf("signature\n%v, want\n%x", s.Signature, c.Signature)
			}
			if err := s.Verify(keys[c.Signer].PublicKey()); err != nil {
				t.Error(err)
			}
			if got := s.AppendBCS(nil); !bytes.Equal(got, c.EnvelopeBCS) {
				t.Errorf("envelope\n%x, want\n%x", got, c.EnvelopeBCS)
			}
			if parsed, err := ParseSignedMessage(c.EnvelopeBCS); err != nil || !equalSigned(parsed, s) {
				t.Errorf("envelope parses to %+v (%v)", parsed, err)
			}
			checkJSON(t, s, c.EnvelopeJSON)
			var parsed SignedMessage
			if err := json.Unmarshal(c.EnvelopeJSON, &parsed); err != nil || !equalSigned(parsed, s) {
				t.Errorf("JSON parses to %+v (%v)", parsed, err)
			}
		})
	}
}

func equalSigned(a, b SignedMessage) bool {
	return bytes.Equal(a.Message, b.Message) && a.Signature == b.Signature
}

// checkJSON compares what v marshals to with want, fields in any order.
func checkJSON(t *testing.T, v any, want json.RawMessage) {
	t.Helper()
	got, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	canonical := func(b []byte) string {
		b, err := json.Marshal(decodeJSON[any](t, b))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	if canonical(got) != canonical(want) {
		t.Errorf("JSON\n%s, want\n%s", got, want)
	}
}

func verifyVectors(y *tally, b []byte) {
	for _, c := range decodeJSON[[]struct {
		Name     string
		Type     string
		Key      hexBytes        `json:"public_key_hex"`
		BCS      *hexBytes       `json:"signed_message_bcs_hex"`
		JSON     json.RawMessage `json:"signed_message_json"`
		Result   string
		Expected struct {
			BlobID   string `json:"blob_id"`
			Epoch    Epoch
			ObjectID hexBytes `json:"object_id"`
		}
	}](y, b) {
		y.run(c.Name, func(t *testing.T) {
			key, err := bls.ParsePublicKey(c.Key)
			if err != nil {
				t.Fatal(err)
			}
			var s SignedMessage
			if c.BCS != nil {
				s, err = ParseSignedMessage(*c.BCS)
			} else {
				err = json.Unmarshal(c.JSON, &s)
			}
			if err == nil {
				switch c.Type {
				case "storage confirmation":
					want := Confirmation{BlobID: blobText(t, c.Expected.BlobID)}
					if c.Expected.ObjectID != nil {
						want.Deletable, want.Object = true, array[[32]byte](t, c.Expected.ObjectID)
					}
					err = s.VerifyConfirmation(key, c.Expected.Epoch, want)
				case "invalid blob ID":
					err = s.VerifyInvalidBlobID(key, c.Expected.Epoch, blobText(t, c.Expected.BlobID))
				case "sync-shard request":
					// The vectors stop after the signature; the server then compares both epochs with its own.
					var request SyncShard
					if request, _, err = ParseSyncShard(s.Message); err == nil {
						err = s.Verify(key)
					}
					if err == nil {
						_, err := s.VerifySyncShard(key, request.Epoch)
						if differ := c.Name == "sync_shard_header_epoch_differs"; differ != errors.Is(err, ErrWrongEpoch) || !differ && err != nil {
							t.Errorf("server's check: %v", err)
						}
					}
				default:
					t.Fatalf("unknown type %q", c.Type)
				}
			}
			if got := step(err); got != c.Result {
				t.Errorf("%s (%v), want %s", got, err, c.Result)
			}
		})
	}
}

// step names the failing step as the vectors do.
func step(err error) string {
	for _, s := range []struct {
		err  error
		name string
	}{
		{nil, "ok"}, {ErrEnvelope, "malformed envelope"}, {ErrMalformed, "malformed message"}, {ErrWrongEpoch, "wrong epoch"},
		{ErrWrongContents, "wrong contents"}, {ErrBadSignature, "bad signature"},
	} {
		if errors.Is(err, s.err) {
			return s.name
		}
	}
	return "another error"
}

func registrationVectors(y *tally, b []byte) {
	for _, c := range decodeJSON[[]struct {
		Name      string
		Epoch     Epoch
		Address   hexBytes `json:"sui_address"`
		Key       hexBytes `json:"bls_public_key"`
		Signature hexBytes `json:"signature_hex"`
		Valid     bool
	}](y, b) {
		y.run(c.Name, func(t *testing.T) {
			p := RegistrationProof{array[[32]byte](t, c.Address), array[[48]byte](t, c.Key)}
			_, err := p.Verify(c.Epoch, bls.Signature(array[[96]byte](t, c.Signature)))
			if (err == nil) != c.Valid || err != nil && !errors.Is(err, ErrBadSignature) {
				t.Errorf("%v, want valid %t", err, c.Valid)
			}
		})
	}
}

func syncShardVectors(y *tally, b []byte) {
	for _, c := range decodeJSON[[]struct {
		Name          string
		Authorization string   `json:"authorization_header"`
		Body          hexBytes `json:"body_hex"`
	}](y, b) {
		y.run(c.Name, func(t *testing.T) {
			var key bls.PublicKey
			if err := key.UnmarshalText([]byte(c.Authorization)); err != nil {
				t.Fatal(err)
			}
			s, err := ParseSignedMessage(c.Body)
			if err != nil {
				t.Fatal(err)
			}
			request, err := s.VerifySyncShard(&key, 21)
			if err != nil || request.Secondary != (c.Name == "sync_shard_secondary") || request.Shard != 7 || request.Count != 1000 {
				t.Errorf("%+v (%v)", request, err)
			}
			if header, _ := key.MarshalText(); string(header) != c.Authorization {
				t.Errorf("header %s, want %s", header, c.Authorization)
			}
			if _, err := base64.StdEncoding.DecodeString(c.Authorization); err != nil {
				t.Error(err)
			}
		})
	}
}
