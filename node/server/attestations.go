package server

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"walrus/attest"
	"walrus/nodeapi"
)

// postAttestations signs one batch (type 0x41) over the objects named, or says which of them it cannot sign for.
func (s *Server) postAttestations(w http.ResponseWriter, r *http.Request) error {
	b, release, err := s.readBody(w, r, nodeapi.MaxAttestationsBody)
	if err != nil {
		return err
	}
	defer release()
	var req nodeapi.AttestationsRequest
	if err := json.Unmarshal(b, &req); err != nil {
		return plain("body: %v", err)
	}
	if n := len(req.Objects); n == 0 || n > nodeapi.MaxAttestations {
		return plain("body names %d objects, want 1 to %d", n, nodeapi.MaxAttestations)
	}
	seen := make(map[attest.ObjectID]bool, len(req.Objects))
	for _, id := range req.Objects {
		if seen[id] {
			return plain("body names object %v twice", id)
		}
		seen[id] = true
	}
	signed, err := s.attestToAll(r.Context(), req.Objects)
	if err != nil {
		return err
	}
	nodeapi.WriteSuccess(w, http.StatusOK, signed)
	return nil
}

// attestToAll signs for all objects or none.
func (s *Server) attestToAll(ctx context.Context, objects []attest.ObjectID) (nodeapi.SignedAttestation, error) {
	a := s.Assignment()
	if err := s.stopped(); err != nil {
		return nodeapi.SignedAttestation{}, err
	}
	claims := make([]attest.Availability, len(objects))
	var refused []nodeapi.RefusedObject
	for i, id := range objects {
		if ctx.Err() != nil {
			return nodeapi.SignedAttestation{}, ctx.Err()
		}
		claim, err := s.claim(a, id)
		var e *nodeapi.Error
		if errors.As(err, &e) && e.Envelope && e.Code < 500 {
			refused = append(refused, nodeapi.RefusedObject{Object: id, Reason: e.Reason})
			continue
		}
		if err != nil {
			return nodeapi.SignedAttestation{}, err
		}
		claims[i] = claim
	}
	if len(refused) > 0 {
		return nodeapi.SignedAttestation{}, nodeapi.RefuseObjects(refused, len(objects))
	}
	if err := s.Store.Barrier(); err != nil { // once for all
		return nodeapi.SignedAttestation{}, err
	}
	batch, err := attest.NewAvailabilityBatch(s.Network, claims)
	if err != nil {
		return nodeapi.SignedAttestation{}, err
	}
	msg := batch.Message(a.Epoch)
	sig := s.Key.Sign(msg)
	return nodeapi.SignedAttestation{Message: msg, Signature: sig[:]}, nil
}

// claim is what the node can state of a blob object: its record, and that the node holds its share. Before it is signed the caller makes sure that this is durable.
func (s *Server) claim(a *Assignment, object attest.ObjectID) (attest.Availability, error) {
	o, ok, err := s.Events.Object(object)
	if err != nil {
		return attest.Availability{}, err
	}
	if !ok || !o.Live(a.Epoch) {
		return attest.Availability{}, nodeapi.Errorf(nodeapi.FailedPrecondition, nodeapi.NotRegistered, "object %v is no live registration as far as this node has followed the chain", object)
	}
	if _, ok, err := s.registered(a, o.BlobID); err != nil || !ok {
		if err == nil {
			err = notRegistered(o.BlobID)
		}
		return attest.Availability{}, err
	}
	if err := s.holds(a, o.BlobID); err != nil {
		return attest.Availability{}, err
	}
	return attest.Availability{
		Network: s.Network, BlobID: o.BlobID, Object: object, Size: o.Size, Encoding: o.Encoding,
		Deletable: o.Deletable, End: o.End, Registered: o.Registered,
	}, nil
}
