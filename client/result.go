package client

import (
	"encoding/json"

	"walrus/attest"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// encodingName is the only encoding's name in JSON.
const encodingName = "RS2"

// A StoreResult is what became of one source. Exactly one of NewlyCreated, AlreadyCertified, MarkedInvalid and Err is set.
type StoreResult struct {
	Path             string
	BlobID           redstuff.BlobID // zero if the source could not be read or encoded
	Size             uint64          // unencoded bytes
	EncodedSize      uint64          // bytes that storage is paid for
	Deletable        bool            // as asked for
	NewlyCreated     *NewlyCreated
	AlreadyCertified *AlreadyCertified
	MarkedInvalid    *MarkedInvalid
	Err              error
	Phase            string       // of the failure, as named by client specification 1.8
	Sent             uint64       // bytes sent to storage nodes
	Resumed          bool         // an unfinished store was taken up
	Certificate      *Certificate // brought to the chain by this store; nil if none was needed
	// Parts are the blobs that hold the source, if it was cut; those that are certified, if it failed. BlobID and what became of it are the manifest's then, Size is
	// the whole source's, and EncodedSize that of all blobs together.
	Parts []PartResult
}

// A PartResult is one part of a source that was cut.
type PartResult struct {
	Offset      uint64           `json:"offset"` // in the source
	Size        uint64           `json:"size"`   // bytes
	BlobID      redstuff.BlobID  `json:"blobId"`
	EncodedSize uint64           `json:"encodedSize"`
	Object      *attest.ObjectID `json:"object,omitempty"`    // none if somebody else's keeps it
	End         attest.Epoch     `json:"endEpoch"`            // exclusive
	Operation   Operation        `json:"operation,omitempty"` // none if it was stored for long enough before, by anyone, or is equal to an earlier part
	Cost        uint64           `json:"cost"`                // FROST, gas excluded
}

// Cost is what the store paid for all blobs of a source together, in FROST, gas excluded.
func (r *StoreResult) Cost() uint64 {
	var sum uint64
	if r.NewlyCreated != nil {
		sum = r.NewlyCreated.Cost
	}
	for _, p := range r.Parts {
		sum += p.Cost
	}
	return sum
}

// A Certificate is what a quorum signed and the chain accepted.
type Certificate struct {
	Message   []byte   // a 0x40, see attest.ParseAvailability, or the 0x41 of all blobs that were stored together
	Bitmap    []byte   // signers by their place in the committee, lowest bit first
	Signature [96]byte // aggregate, compressed
	Weight    int      // shards of the signers
}

// NewlyCreated is a blob object that this store certified or extended.
type NewlyCreated struct {
	Object    BlobObject
	Operation ResourceOperation
	Cost      uint64 // FROST, gas excluded
}

// MarshalJSON writes the object as blobObject, one in a storage pool as pooledBlobObject.
func (n NewlyCreated) MarshalJSON() ([]byte, error) {
	out := struct {
		Object    *BlobObject       `json:"blobObject,omitempty"`
		Pooled    *BlobObject       `json:"pooledBlobObject,omitempty"`
		Operation ResourceOperation `json:"resourceOperation"`
		Cost      uint64            `json:"cost"`
	}{Operation: n.Operation, Cost: n.Cost}
	if n.Object.Pool == nil {
		out.Object = &n.Object
	} else {
		out.Pooled = &n.Object
	}
	return json.Marshal(out)
}

// BlobObject is a blob object in the command line's JSON.
type BlobObject struct {
	ID         attest.ObjectID `json:"id"`
	Registered attest.Epoch    `json:"registeredEpoch"`
	BlobID     redstuff.BlobID `json:"blobId"`
	Size       uint64          `json:"size"` // unencoded bytes
	Encoding   string          `json:"encodingType"`
	Certified  *attest.Epoch   `json:"certifiedEpoch"`
	Storage    StorageObject   `json:"storage"`
	Deletable  bool            `json:"deletable"`
	// Pool is the storage pool or bucket that the object is in, whose reservation Storage is then; nil if it has space of its own.
	Pool *attest.ObjectID `json:"storagePoolId,omitempty"`
}

// StorageObject is the space that a blob object is bound to.
type StorageObject struct {
	ID    attest.ObjectID `json:"id"`
	Start attest.Epoch    `json:"startEpoch"`
	End   attest.Epoch    `json:"endEpoch"` // exclusive
	Size  uint64          `json:"storageSize"`
}

// AlreadyCertified is a blob that is certified for long enough: by somebody's permanent object, known by its event, or by an object of the same owner.
type AlreadyCertified struct {
	BlobID redstuff.BlobID  `json:"blobId"`
	Event  *nodeapi.EventID `json:"event,omitempty"`
	Object *attest.ObjectID `json:"object,omitempty"`
	End    attest.Epoch     `json:"endEpoch"`
}

// MarkedInvalid is a blob whose ID the chain has marked invalid.
type MarkedInvalid struct {
	BlobID redstuff.BlobID `json:"blobId"`
	Event  nodeapi.EventID `json:"event"`
}

// An Operation is how a blob object came by its space.
type Operation string

const (
	RegisterFromScratch   Operation = "registerFromScratch"
	ReuseStorage          Operation = "reuseStorage"
	RegisterInPool        Operation = "registerInPool"
	ReuseRegistration     Operation = "reuseRegistration"
	ReuseAndExtend        Operation = "reuseAndExtend"
	ReuseAndExtendPending Operation = "reuseAndExtendNonCertified"
)

// A ResourceOperation is an Operation with its numbers.
type ResourceOperation struct {
	Kind          Operation
	EncodedLength uint64 // bytes
	Epochs        uint32 // ahead, or extended by; the other kinds have none
}

// MarshalJSON writes the kind as the only key.
func (o ResourceOperation) MarshalJSON() ([]byte, error) {
	numbers := map[string]uint64{"encodedLength": o.EncodedLength}
	switch o.Kind {
	case RegisterFromScratch:
		numbers["epochsAhead"] = uint64(o.Epochs)
	case ReuseAndExtend, ReuseAndExtendPending:
		numbers["epochsExtended"] = uint64(o.Epochs)
	}
	return json.Marshal(map[Operation]map[string]uint64{o.Kind: numbers})
}

type storeErrorJSON struct {
	BlobID *redstuff.BlobID `json:"blobId"`
	Phase  string           `json:"failurePhase"`
	Text   string           `json:"errorMsg"`
}

type storeVariants struct {
	NewlyCreated     *NewlyCreated     `json:"newlyCreated,omitempty"`
	AlreadyCertified *AlreadyCertified `json:"alreadyCertified,omitempty"`
	MarkedInvalid    *MarkedInvalid    `json:"markedInvalid,omitempty"`
	Error            *storeErrorJSON   `json:"error,omitempty"`
}

// MarshalJSON writes the entry of client specification 1.8: {"blobStoreResult": ..., "path": ...}.
func (r StoreResult) MarshalJSON() ([]byte, error) {
	v := storeVariants{NewlyCreated: r.NewlyCreated, AlreadyCertified: r.AlreadyCertified, MarkedInvalid: r.MarkedInvalid}
	if r.Err != nil {
		v.Error = &storeErrorJSON{Phase: r.Phase, Text: r.Err.Error()}
		if !r.BlobID.IsZero() {
			v.Error.BlobID = &r.BlobID
		}
	}
	out := struct {
		Result storeVariants `json:"blobStoreResult"`
		Path   string        `json:"path"`
		Parts  []PartResult  `json:"parts,omitempty"`
		Total  *uint64       `json:"totalCost,omitempty"` // of the parts and the manifest
	}{Result: v, Path: r.Path, Parts: r.Parts}
	if len(r.Parts) > 0 {
		cost := r.Cost()
		out.Total = &cost
	}
	return json.Marshal(out)
}
