package attest

import (
	"encoding/json"
	"errors"
	"fmt"

	"walrus/bcs"
	"walrus/bls"
)

// ErrEnvelope is returned for bytes that are no signed message or certificate at all.
var ErrEnvelope = errors.New("malformed envelope")

// A SignedMessage is one signer's message and signature (messages.md section 5). In JSON it has the fields serializedMessage and signature,
// both base64.
type SignedMessage struct {
	Message   []byte
	Signature bls.Signature
}

// Sign signs a message that Message of one of this package's types made.
func Sign(key *bls.SecretKey, message []byte) SignedMessage {
	return SignedMessage{message, key.Sign(message)}
}

// Verify returns [ErrBadSignature] unless key signed the message. Compare the contents first, it is the cheaper step.
func (s SignedMessage) Verify(key *bls.PublicKey) error {
	if !key.Verify(s.Message, s.Signature) {
		return fmt.Errorf("%w under key %v", ErrBadSignature, key)
	}
	return nil
}

// AppendBCS appends the message with its length in front and the 96 bytes of the signature.
func (s SignedMessage) AppendBCS(dst []byte) []byte {
	dst = bcs.AppendBytes(dst, s.Message)
	return append(dst, s.Signature[:]...)
}

// ParseSignedMessage reads what AppendBCS writes. Message aliases b. The signature is some point; whether it verifies is not checked.
func ParseSignedMessage(b []byte) (SignedMessage, error) {
	r := bcs.NewReader(b)
	s := SignedMessage{Message: r.Bytes()}
	sig := r.Fixed(bls.SignatureSize)
	if err := r.Finish(); err != nil {
		return SignedMessage{}, fmt.Errorf("signed message: %w: %w", ErrEnvelope, err)
	}
	var err error
	if s.Signature, err = bls.ParseSignatureEncoding(sig); err != nil {
		return SignedMessage{}, fmt.Errorf("signed message: %w: %w", ErrEnvelope, err)
	}
	return s, nil
}

// signedMessageJSON is the reference's form; []byte is base64 with padding.
type signedMessageJSON struct {
	Message   []byte        `json:"serializedMessage"`
	Signature bls.Signature `json:"signature"`
}

// MarshalJSON writes the reference's form.
func (s SignedMessage) MarshalJSON() ([]byte, error) {
	if s.Message == nil {
		s.Message = []byte{} // "", not null
	}
	return json.Marshal(signedMessageJSON(s))
}

// UnmarshalJSON reads the reference's form: exact field names, unknown fields ignored, and the message's padding optional.
func (s *SignedMessage) UnmarshalJSON(data []byte) error {
	parsed, err := signedFromJSON(data, "serializedMessage", true)
	if err != nil {
		return fmt.Errorf("signed message: %w: %w", ErrEnvelope, err)
	}
	*s = parsed
	return nil
}

func signedFromJSON(data []byte, messageField string, unpadded bool) (s SignedMessage, err error) {
	fields, err := jsonFields(data, messageField, "signature")
	if err != nil {
		return s, err
	}
	if s.Message, err = jsonBase64(fields[messageField], unpadded); err != nil {
		return s, fmt.Errorf("%s: %w", messageField, err)
	}
	sig, err := jsonBase64(fields["signature"], false)
	if err != nil {
		return s, fmt.Errorf("signature: %w", err)
	}
	s.Signature, err = bls.ParseSignatureEncoding(sig)
	return s, err
}

// checkEpoch is the first comparison of every verifier after parsing.
func checkEpoch(got, want Epoch) error {
	if got != want {
		return fmt.Errorf("%w: %d, want %d", ErrWrongEpoch, got, want)
	}
	return nil
}

// VerifyConfirmation checks that s is key's storage confirmation, signed in the given epoch, saying exactly want.
func (s SignedMessage) VerifyConfirmation(key *bls.PublicKey, signed Epoch, want Confirmation) error {
	got, epoch, err := ParseConfirmation(s.Message)
	if err != nil {
		return err
	}
	if err := checkEpoch(epoch, signed); err != nil {
		return err
	}
	if !want.Deletable {
		want.Object = ObjectID{}
	}
	if got != want {
		return fmt.Errorf("%w: confirmation of blob %x (deletable %t, object %v), want blob %x (deletable %t, object %v)",
			ErrWrongContents, got.BlobID, got.Deletable, got.Object, want.BlobID, want.Deletable, want.Object)
	}
	return s.Verify(key)
}

// VerifyAvailability checks that s is key's availability, signed in the given epoch, saying exactly want.
func (s SignedMessage) VerifyAvailability(key *bls.PublicKey, signed Epoch, want Availability) error {
	got, epoch, err := ParseAvailability(s.Message)
	if err != nil {
		return err
	}
	if err := checkEpoch(epoch, signed); err != nil {
		return err
	}
	if err := got.Mismatch(want); err != nil {
		return err
	}
	return s.Verify(key)
}

// VerifyInvalidBlobID checks that s is key's statement that the blob ID is invalid, signed in the given epoch.
func (s SignedMessage) VerifyInvalidBlobID(key *bls.PublicKey, signed Epoch, blobID [32]byte) error {
	got, epoch, err := ParseInvalidBlobID(s.Message)
	if err != nil {
		return err
	}
	if err := checkEpoch(epoch, signed); err != nil {
		return err
	}
	if got.BlobID != blobID {
		return fmt.Errorf("%w: blob %x, want %x", ErrWrongContents, got.BlobID, blobID)
	}
	return s.Verify(key)
}

// VerifySyncShard checks that s is key's sync-shard request, signed and to be served in the given epoch. Both epochs in it are compared; the
// reference ignores the one in the header.
func (s SignedMessage) VerifySyncShard(key *bls.PublicKey, current Epoch) (SyncShard, error) {
	got, epoch, err := ParseSyncShard(s.Message)
	if err != nil {
		return SyncShard{}, err
	}
	if err := s.Verify(key); err != nil {
		return SyncShard{}, err
	}
	if err := checkEpoch(got.Epoch, current); err != nil {
		return SyncShard{}, err
	}
	return got, checkEpoch(epoch, current)
}

// Prove signs the proof that key belongs to operator, in epoch signed.
func Prove(key *bls.SecretKey, network NetworkID, operator Address, nonce uint64, signed Epoch) SignedMessage {
	p := Possession{network, operator, nonce, key.PublicKey().Bytes()}
	return Sign(key, p.Message(signed))
}

// Verify checks the possession's own key and its signature over the message of epoch signed.
func (p Possession) Verify(signed Epoch, signature bls.Signature) (*bls.PublicKey, error) {
	key, err := bls.ParsePublicKey(p.Key[:])
	if err != nil {
		return nil, fmt.Errorf("proof of possession: %w", err)
	}
	if !key.Verify(p.Message(signed), signature) {
		return nil, fmt.Errorf("proof of possession of %v by operator %x in epoch %d: %w", key, p.Operator, signed, ErrBadSignature)
	}
	return key, nil
}

// Verify checks the proof's own key and its signature over the message of epoch signed.
func (p RegistrationProof) Verify(signed Epoch, signature bls.Signature) (*bls.PublicKey, error) {
	key, err := bls.ParsePublicKey(p.Key[:])
	if err != nil {
		return nil, fmt.Errorf("registration proof: %w", err)
	}
	if !key.Verify(p.Message(signed), signature) {
		return nil, fmt.Errorf("registration proof of %v in epoch %d: %w", key, signed, ErrBadSignature)
	}
	return key, nil
}
