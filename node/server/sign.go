package server

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"time"

	"walrus/attest"
	"walrus/node/events"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// stopped refuses to sign when the node cannot know what happened on the chain since.
func (s *Server) stopped() error {
	if s.Events.Stopped() != nil {
		return nodeapi.Errorf(nodeapi.StatusUnavailable, nodeapi.Unavailable, "this node stopped following the chain and signs nothing; its operator has to act")
	}
	return nil
}

// complete returns once the node durably holds the metadata and both slivers of all its pairs of the blob, or says that it does not.
func (s *Server) complete(a *Assignment, id redstuff.BlobID) error {
	if err := s.holds(a, id); err != nil {
		return err
	}
	return s.Store.Barrier()
}

// holds is complete without the durability of what is held.
func (s *Server) holds(a *Assignment, id redstuff.BlobID) error {
	missing := func(what string, n int) error {
		return nodeapi.Errorf(nodeapi.FailedPrecondition, nodeapi.MissingSlivers, "blob %v: %d %s are not stored here yet", id, n, what)
	}
	has, err := s.Store.HasMetadata(id)
	if err != nil {
		return err
	}
	if !has {
		return missing("slivers and the metadata", 2*len(a.Shards))
	}
	primary, secondary, err := s.Store.Held(id)
	if err != nil {
		return err
	}
	n := 0
	for _, pair := range a.Pairs(id) {
		for _, held := range [][]redstuff.PairIndex{primary, secondary} {
			if _, ok := slices.BinarySearch(held, pair); !ok {
				n++
			}
		}
	}
	if n > 0 {
		return missing("slivers", n)
	}
	return nil
}

// object returns the row of a blob object that is live and belongs to the blob.
func (s *Server) object(a *Assignment, id redstuff.BlobID, object attest.ObjectID) (events.Object, error) {
	o, ok, err := s.Events.Object(object)
	if err != nil {
		return o, err
	}
	if !ok || o.BlobID != id || !o.Live(a.Epoch) {
		return o, nodeapi.Errorf(nodeapi.FailedPrecondition, nodeapi.NotRegistered, "object %v is no live registration of blob %v as far as this node has followed the chain", object, id)
	}
	return o, nil
}

// mayConfirm says why the chain gives no ground for a confirmation, nil if it does. A permanent confirmation needs a live permanent object, since with any other
// somebody could collect confirmations, delete the object and certify bytes that nobody holds.
func (s *Server) mayConfirm(a *Assignment, id redstuff.BlobID, c nodeapi.Confirm) error {
	b, ok, err := s.registered(a, id)
	switch {
	case err != nil:
		return err
	case !ok, c.Permanent && b.Permanent.End <= a.Epoch:
		return notRegistered(id)
	case c.Permanent:
		return nil
	}
	o, err := s.object(a, id, c.Object)
	if err == nil && !o.Deletable {
		return nodeapi.Errorf(nodeapi.FailedPrecondition, nodeapi.NotRegistered, "object %v is permanent: ask for the permanent confirmation", c.Object)
	}
	return err
}

// confirm signs the storage confirmation (type 1) of the blob.
func (s *Server) confirm(id redstuff.BlobID, c nodeapi.Confirm) (nodeapi.SignedMessage, error) {
	a := s.Assignment()
	if err := s.stopped(); err != nil {
		return nodeapi.SignedMessage{}, err
	}
	if err := s.mayConfirm(a, id, c); err != nil {
		return nodeapi.SignedMessage{}, err
	}
	if err := s.complete(a, id); err != nil {
		return nodeapi.SignedMessage{}, err
	}
	msg := attest.Confirmation{BlobID: id, Deletable: !c.Permanent, Object: c.Object}.Message(a.Epoch)
	sig := s.Key.Sign(msg)
	return nodeapi.SignedMessage{Message: msg, Signature: sig[:]}, nil
}

// attestTo signs the availability (type 0x40) of one blob object. Every field comes from the object's own events.
func (s *Server) attestTo(id redstuff.BlobID, object attest.ObjectID) (nodeapi.SignedAttestation, error) {
	a := s.Assignment()
	if err := s.stopped(); err != nil {
		return nodeapi.SignedAttestation{}, err
	}
	if _, err := s.object(a, id, object); err != nil { // it must be of this blob
		return nodeapi.SignedAttestation{}, err
	}
	claim, err := s.claim(a, object)
	if err == nil {
		err = s.Store.Barrier()
	}
	if err != nil {
		return nodeapi.SignedAttestation{}, err
	}
	msg := claim.Message(a.Epoch)
	sig := s.Key.Sign(msg)
	return nodeapi.SignedAttestation{Message: msg, Signature: sig[:]}, nil
}

func (s *Server) getPermanent(w http.ResponseWriter, r *http.Request) error {
	return s.getConfirmation(w, r, nodeapi.Confirm{Permanent: true})
}

func (s *Server) getDeletable(w http.ResponseWriter, r *http.Request) error {
	object, err := attest.ParseObjectID(r.PathValue("object"))
	if err != nil {
		return plain("%v", err)
	}
	return s.getConfirmation(w, r, nodeapi.Confirm{Object: object})
}

func (s *Server) getConfirmation(w http.ResponseWriter, r *http.Request, c nodeapi.Confirm) error {
	id, err := blobOf(r)
	if err != nil {
		return err
	}
	wait, err := s.waitAsked(r)
	if err != nil {
		return err
	}
	if wait > 0 {
		if _, err := s.await(r.Context(), wait, id, func() error { return s.mayConfirm(s.Assignment(), id, c) }); err != nil {
			return err
		}
	}
	signed, err := s.confirm(id, c)
	if err != nil {
		return err
	}
	nodeapi.WriteSuccess(w, http.StatusOK, nodeapi.SignedConfirmation{Signed: signed})
	return nil
}

// waitAsked is how long the request wants to wait for a registration.
func (s *Server) waitAsked(r *http.Request) (time.Duration, error) {
	q, err := query(r, "wait_for_registration", "wait_millis")
	if err != nil {
		return 0, err
	}
	ask, err := queryBool(q, "wait_for_registration")
	if err != nil {
		return 0, err
	}
	wait := s.RegistrationWait
	if text := q.Get("wait_millis"); text != "" {
		ms, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			return 0, plain("query: wait_millis is %q, want a number", text)
		}
		if ms < uint64(wait/time.Millisecond) {
			wait = time.Duration(ms) * time.Millisecond
		}
	}
	if !ask {
		return 0, nil
	}
	return wait, nil
}

// await waits until the chain gives ground for what ready asks, at most for wait. It returns ready's last refusal beside an error that is not about the registration.
func (s *Server) await(ctx context.Context, wait time.Duration, id redstuff.BlobID, ready func() error) (refusal, err error) {
	ctx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	_, err = s.Events.Wait(ctx, id, func() (bool, error) {
		refusal = ready()
		if refusal == nil || isReason(refusal, nodeapi.NotRegistered) {
			return refusal == nil, nil
		}
		return false, refusal
	})
	return refusal, err
}

func (s *Server) getAttestation(w http.ResponseWriter, r *http.Request) error {
	id, err := blobOf(r)
	if err != nil {
		return err
	}
	object, err := attest.ParseObjectID(r.PathValue("object"))
	if err != nil {
		return plain("%v", err)
	}
	wait, err := s.waitAsked(r)
	if err != nil {
		return err
	}
	if wait > 0 {
		if _, err := s.await(r.Context(), wait, id, func() error { _, err := s.object(s.Assignment(), id, object); return err }); err != nil {
			return err
		}
	}
	signed, err := s.attestTo(id, object)
	if err != nil {
		return err
	}
	nodeapi.WriteSuccess(w, http.StatusOK, signed)
	return nil
}
