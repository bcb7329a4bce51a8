package nodeapi

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"walrus/attest"
)

// An EventID names a log of the home chain: transaction hash (0x and 64 hex digits) and the log's index as a decimal string.
type EventID struct {
	TxDigest string `json:"txDigest"`
	EventSeq string `json:"eventSeq"`
}

// DeletableCounts counts live deletable and pooled objects of a blob. These two keys are snake_case on the wire.
type DeletableCounts struct {
	Total     uint32 `json:"count_deletable_total"`
	Certified uint32 `json:"count_deletable_certified"`
}

// A BlobState is what a node knows of a blob, from earliest to latest in its life: clients order statuses by it.
type BlobState uint8

const (
	Nonexistent BlobState = iota
	Deletable             // only deletable or pooled objects live
	Permanent             // a live permanent object exists
	Invalid               // invalidated on chain
)

// A MaybeEpoch is an epoch or nothing, JSON null. It is comparable.
type MaybeEpoch struct {
	Epoch attest.Epoch
	Known bool
}

// MarshalJSON writes the number or null.
func (m MaybeEpoch) MarshalJSON() ([]byte, error) {
	if !m.Known {
		return []byte("null"), nil
	}
	return json.Marshal(uint32(m.Epoch))
}

// UnmarshalJSON reads the number or null.
func (m *MaybeEpoch) UnmarshalJSON(b []byte) error {
	if bytes.Equal(b, []byte("null")) {
		*m = MaybeEpoch{}
		return nil
	}
	var e uint32
	if err := json.Unmarshal(b, &e); err != nil {
		return err
	}
	*m = MaybeEpoch{attest.Epoch(e), true}
	return nil
}

// A BlobStatus is the answer of GET status. It is comparable, so that equal answers can be weighed together; fields that State does not have are zero.
type BlobStatus struct {
	State            BlobState
	Event            EventID      // Invalid: the event that said so; Permanent: the event that gave the present EndEpoch
	EndEpoch         attest.Epoch // Permanent, exclusive
	IsCertified      bool         // Permanent
	Counts           DeletableCounts
	InitialCertified MaybeEpoch
}

type permanentJSON struct {
	EndEpoch         attest.Epoch    `json:"endEpoch"`
	IsCertified      bool            `json:"isCertified"`
	StatusEvent      EventID         `json:"statusEvent"`
	DeletableCounts  DeletableCounts `json:"deletableCounts"`
	InitialCertified MaybeEpoch      `json:"initialCertifiedEpoch"`
}

type deletableJSON struct {
	InitialCertified MaybeEpoch      `json:"initialCertifiedEpoch"`
	DeletableCounts  DeletableCounts `json:"deletableCounts"`
}

type invalidJSON struct {
	Event EventID `json:"event"`
}

type statusJSON struct {
	Invalid   *invalidJSON   `json:"invalid,omitempty"`
	Permanent *permanentJSON `json:"permanent,omitempty"`
	Deletable *deletableJSON `json:"deletable,omitempty"`
}

// MarshalJSON writes the shape of storage node specification 1.7.11.
func (s BlobStatus) MarshalJSON() ([]byte, error) {
	switch s.State {
	case Nonexistent:
		return json.Marshal("nonexistent")
	case Invalid:
		return json.Marshal(statusJSON{Invalid: &invalidJSON{s.Event}})
	case Permanent:
		return json.Marshal(statusJSON{Permanent: &permanentJSON{s.EndEpoch, s.IsCertified, s.Event, s.Counts, s.InitialCertified}})
	case Deletable:
		return json.Marshal(statusJSON{Deletable: &deletableJSON{s.InitialCertified, s.Counts}})
	}
	return nil, fmt.Errorf("blob status: unknown state %d", s.State)
}

// UnmarshalJSON reads the same shape; exactly one variant must be there.
func (s *BlobStatus) UnmarshalJSON(b []byte) error {
	var word string
	if json.Unmarshal(b, &word) == nil {
		if word != "nonexistent" {
			return fmt.Errorf("blob status %q is unknown", word)
		}
		*s = BlobStatus{}
		return nil
	}
	var v statusJSON
	if err := json.Unmarshal(b, &v); err != nil {
		return err
	}
	switch {
	case v.Invalid != nil && v.Permanent == nil && v.Deletable == nil:
		*s = BlobStatus{State: Invalid, Event: v.Invalid.Event}
	case v.Permanent != nil && v.Invalid == nil && v.Deletable == nil:
		p := v.Permanent
		*s = BlobStatus{Permanent, p.StatusEvent, p.EndEpoch, p.IsCertified, p.DeletableCounts, p.InitialCertified}
	case v.Deletable != nil && v.Invalid == nil && v.Permanent == nil:
		*s = BlobStatus{State: Deletable, Counts: v.Deletable.DeletableCounts, InitialCertified: v.Deletable.InitialCertified}
	default:
		return errors.New("blob status: want exactly one of invalid, permanent, deletable")
	}
	return nil
}

// Compare orders statuses by how late in a blob's life they are: negative if s comes before t. Storage node specification 1.7.11.
func (s BlobStatus) Compare(t BlobStatus) int {
	if s.State != t.State {
		return int(s.State) - int(t.State)
	}
	for _, d := range [...]int64{
		boolInt(s.IsCertified) - boolInt(t.IsCertified),
		int64(s.EndEpoch) - int64(t.EndEpoch),
		int64(s.Counts.Certified) - int64(t.Counts.Certified),
		int64(s.Counts.Total) - int64(t.Counts.Total),
		earlier(s.InitialCertified, t.InitialCertified),
	} {
		if d != 0 {
			return int(max(-1, min(1, d)))
		}
	}
	return 0
}

func boolInt(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// earlier is positive if a's first certification comes before b's; none at all is latest.
func earlier(a, b MaybeEpoch) int64 {
	if !a.Known || !b.Known {
		return boolInt(a.Known) - boolInt(b.Known)
	}
	return int64(b.Epoch) - int64(a.Epoch)
}

// A StoredStatus tells what a node has of one piece of metadata or one sliver.
type StoredStatus string

const (
	StatusNonexistent StoredStatus = "nonexistent"
	StatusBuffered    StoredStatus = "buffered"
	StatusStored      StoredStatus = "stored"
)

// Base64 is bytes written in JSON as standard base64.
type Base64 []byte

// MarshalJSON writes standard base64.
func (b Base64) MarshalJSON() ([]byte, error) {
	return json.Marshal(base64.StdEncoding.EncodeToString(b))
}

// UnmarshalJSON reads standard base64 in its only valid spelling.
func (b *Base64) UnmarshalJSON(text []byte) error {
	var s string
	if err := json.Unmarshal(text, &s); err != nil {
		return err
	}
	v, err := base64.StdEncoding.Strict().DecodeString(s)
	*b = v
	return err
}

// A SignedMessage is the JSON form of a signed message of type 0 to 6: message bytes and a 96-byte BLS signature.
type SignedMessage struct {
	Message   Base64 `json:"serializedMessage"`
	Signature Base64 `json:"signature"`
}

// A SignedConfirmation is the answer of the confirmation endpoints.
type SignedConfirmation struct {
	Signed SignedMessage `json:"signed"`
}

// A SignedAttestation is the answer of the attestation endpoint: the bytes of a 0x40 and a 96-byte BLS signature.
type SignedAttestation struct {
	Message   Base64 `json:"message"`
	Signature Base64 `json:"signature"`
}

// Uptime is a duration in the wire's form.
type Uptime struct {
	Secs  uint64 `json:"secs"`
	Nanos uint32 `json:"nanos"`
}

// UptimeOf converts d.
func UptimeOf(d time.Duration) Uptime {
	return Uptime{uint64(d / time.Second), uint32(d % time.Second)}
}

// Node statuses; two more carry numbers and start with the words RecoveryInProgress and RecoveryCatchUpWithIncompleteHistory.
const (
	NodeStandby         = "Standby"
	NodeActive          = "Active"
	NodeRecoverMetadata = "RecoverMetadata"
	NodeRecoveryCatchUp = "RecoveryCatchUp"
)

// Health is the answer of GET health.
type Health struct {
	Uptime        Uptime        `json:"uptime"`
	Epoch         attest.Epoch  `json:"epoch"`
	PublicKey     Base64        `json:"publicKey"`
	NodeStatus    string        `json:"nodeStatus"`
	EventProgress EventProgress `json:"eventProgress"`
	ShardSummary  ShardSummary  `json:"shardSummary"`
	ShardDetail   *ShardDetail  `json:"shardDetail,omitempty"`
	Checkpoint    *uint64       `json:"latestCheckpointSequenceNumber,omitempty"` // ours: the latest block handled
}

// EventProgress counts events of the home chain.
type EventProgress struct {
	Persisted            uint64 `json:"persisted"`
	Pending              uint64 `json:"pending"`
	HighestFinishedIndex uint64 `json:"highestFinishedEventIndex"`
}

// ShardSummary counts a node's shards.
type ShardSummary struct {
	Owned       uint32      `json:"owned"`
	OwnedStatus ShardCounts `json:"ownedShardStatus"`
	ReadOnly    uint32      `json:"readOnly"`
}

// ShardCounts counts shards by status.
type ShardCounts struct {
	Unknown    uint32 `json:"unknown"`
	Ready      uint32 `json:"ready"`
	InTransfer uint32 `json:"inTransfer"`
	InRecovery uint32 `json:"inRecovery"`
}

// ShardDetail lists shards, ascending.
type ShardDetail struct {
	Owned []ShardHealth `json:"owned"`
	Other []ShardHealth `json:"other"`
}

// ShardHealth is one shard's status: unknown, ready, inTransfer, inRecovery or readOnly.
type ShardHealth struct {
	Shard  uint16 `json:"shard"`
	Status string `json:"status"`
}
