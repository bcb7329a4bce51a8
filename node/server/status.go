package server

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"walrus/attest"
	"walrus/node/events"
	"walrus/nodeapi"
)

// isReason says whether err is a refusal for that reason.
func isReason(err error, reason nodeapi.Reason) bool {
	var e *nodeapi.Error
	return errors.As(err, &e) && e.Reason == reason
}

func eventID(r events.EventRef) nodeapi.EventID {
	return nodeapi.EventID{TxDigest: r.Tx.String(), EventSeq: strconv.FormatUint(uint64(r.Log), 10)}
}

// blobStatus is what clients learn of a blob in epoch e.
func blobStatus(b events.Blob, e attest.Epoch) nodeapi.BlobStatus {
	if b.Invalid {
		return nodeapi.BlobStatus{State: nodeapi.Invalid, Event: eventID(b.Event)}
	}
	if !b.Registered(e) {
		return nodeapi.BlobStatus{}
	}
	var first nodeapi.MaybeEpoch
	if b.Certified(e) {
		first = nodeapi.MaybeEpoch{Epoch: b.FirstCertified, Known: true}
	}
	var counts nodeapi.DeletableCounts
	if b.DeletableEnd > e {
		counts.Total = b.Deletable
	}
	if b.DeletableCertifiedEnd > e {
		counts.Certified = b.DeletableCertified
	}
	if b.Permanent.End <= e {
		return nodeapi.BlobStatus{State: nodeapi.Deletable, Counts: counts, InitialCertified: first}
	}
	class, certified := b.Permanent, b.PermanentCertified.End > e
	if certified {
		class = b.PermanentCertified
	}
	return nodeapi.BlobStatus{
		State: nodeapi.Permanent, Event: eventID(class.Event), EndEpoch: class.End, IsCertified: certified, Counts: counts, InitialCertified: first,
	}
}

func (s *Server) getStatus(w http.ResponseWriter, r *http.Request) error {
	id, err := blobOf(r)
	if err != nil {
		return err
	}
	b, err := s.Events.Blob(id)
	if err != nil {
		return err
	}
	nodeapi.WriteSuccess(w, http.StatusOK, blobStatus(b, s.Assignment().Epoch))
	return nil
}

func (s *Server) getHealth(w http.ResponseWriter, r *http.Request) error {
	q, err := query(r, "detailed")
	if err != nil {
		return err
	}
	detailed, err := queryBool(q, "detailed")
	if err != nil {
		return err
	}
	nodeapi.WriteSuccess(w, http.StatusOK, s.Health(detailed))
	return nil
}

// Health says how the node is.
func (s *Server) Health(detailed bool) nodeapi.Health {
	a, p := s.Assignment(), s.Events.Progress()
	key := s.Key.PublicKey().Bytes()
	h := nodeapi.Health{
		Uptime:     nodeapi.UptimeOf(time.Since(s.start)),
		Epoch:      a.Epoch,
		PublicKey:  key[:],
		NodeStatus: nodeapi.NodeActive,
		EventProgress: nodeapi.EventProgress{
			Persisted: p.Handled, Pending: uint64(p.Pending), HighestFinishedIndex: max(p.Handled, 1) - 1,
		},
		ShardSummary: nodeapi.ShardSummary{
			Owned:       uint32(len(a.Shards)),
			OwnedStatus: nodeapi.ShardCounts{Ready: uint32(len(a.Shards))},
		},
		Checkpoint: &p.Cursor.Block,
	}
	if p.Stopped != nil {
		// Operators' tools read the first word.
		h.NodeStatus = fmt.Sprintf("%s (%v)", nodeapi.NodeRecoveryCatchUp, p.Stopped)
	}
	if detailed {
		d := &nodeapi.ShardDetail{Owned: []nodeapi.ShardHealth{}, Other: []nodeapi.ShardHealth{}}
		for _, shard := range a.Shards {
			d.Owned = append(d.Owned, nodeapi.ShardHealth{Shard: uint16(shard), Status: "ready"})
		}
		h.ShardDetail = d
	}
	return h
}
