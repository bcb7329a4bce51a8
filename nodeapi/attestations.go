package nodeapi

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"walrus/attest"
)

// RouteAttestations signs for many objects at once.
const RouteAttestations = "/v1/attestations"

const (
	// MaxAttestations is the most objects that one batch signature is asked for. A certificate of more would not fit one transaction.
	MaxAttestations = 1000
	// MaxAttestationsBody is the most bytes that such a request has.
	MaxAttestationsBody = 128 << 10
)

// An AttestationsRequest asks for one batch signature (attest 0x41) whose leaves are the objects' availabilities in this order.
type AttestationsRequest struct {
	Objects []attest.ObjectID `json:"objects"`
}

// A RefusedObject is one for which a node does not sign, with the reason that the single endpoint would give.
type RefusedObject struct {
	Object attest.ObjectID `json:"object"`
	Reason Reason          `json:"reason"`
}

// refusedKey is where the refused objects are in an error's metadata.
const refusedKey = "refused"

// RefuseObjects is the answer of a node that does not sign for some of the objects asked for.
func RefuseObjects(refused []RefusedObject, asked int) *Error {
	e := Errorf(FailedPrecondition, refused[0].Reason, "%d of %d objects cannot be signed for, the first is %v", len(refused), asked, refused[0].Object)
	e.Metadata = map[string]any{refusedKey: refused}
	return e
}

// RefusedObjects reads which objects an error of Attestations names, none if it is another error.
func RefusedObjects(err error) []RefusedObject {
	var e *Error
	if !errors.As(err, &e) || e.Metadata[refusedKey] == nil {
		return nil
	}
	b, err := json.Marshal(e.Metadata[refusedKey])
	if err != nil {
		return nil
	}
	var list []RefusedObject
	if json.Unmarshal(b, &list) != nil {
		return nil
	}
	return list
}

// Attestations gets the node's 0x41 for blob objects in the given order, at most MaxAttestations. An error that [RefusedObjects] can read names the objects it does not sign for.
func (c *Client) Attestations(ctx context.Context, objects []attest.ObjectID) (SignedAttestation, error) {
	if len(objects) == 0 || len(objects) > MaxAttestations {
		return SignedAttestation{}, fmt.Errorf("attestations of %d objects: want 1 to %d", len(objects), MaxAttestations)
	}
	b, err := json.Marshal(AttestationsRequest{objects})
	if err != nil {
		return SignedAttestation{}, err
	}
	body := &payload{open: func() io.Reader { return bytes.NewReader(b) }, length: int64(len(b)), typ: TypeJSON}
	l, err := c.fetch(ctx, http.MethodPost, RouteAttestations, "", body, http.StatusOK)
	if err != nil {
		return SignedAttestation{}, err
	}
	return readJSON[SignedAttestation](l)
}
