package events

import (
	"encoding/binary"
	"errors"
	"fmt"

	"walrus/attest"
	"walrus/chain"
	"walrus/redstuff"
)

// An EventRef names the event that a row refers to.
type EventRef struct {
	Tx  chain.TxHash
	Log uint32 // index of the log in its block
}

// A Class counts the permanent objects of a blob. End and Event are zero while Count is.
type Class struct {
	Count uint32
	End   attest.Epoch // greatest end epoch, exclusive
	Event EventRef     // that first brought End
}

// A Blob is the aggregate row of one blob ID over all its objects (storage node specification 2.4). The zero Blob is one of which nothing is known.
type Blob struct {
	Invalid bool     // absorbing
	Event   EventRef // that said so

	IsCertified    bool         // a certified object is counted
	FirstCertified attest.Epoch // epoch of the first certification in the present uninterrupted certified period

	Permanent, PermanentCertified Class

	Deletable, DeletableCertified       uint32
	DeletableEnd, DeletableCertifiedEnd attest.Epoch // greatest end epoch seen since the count was 0

	pools uint32 // of its row only: how many storage pools hold it, see share
}

// Registered says whether a registered object lives in epoch e.
func (b Blob) Registered(e attest.Epoch) bool {
	return !b.Invalid && (b.Permanent.End > e || b.Deletable > 0 && b.DeletableEnd > e)
}

// Certified says whether a certified object lives in epoch e.
func (b Blob) Certified(e attest.Epoch) bool {
	return !b.Invalid && b.IsCertified && b.FirstCertified <= e &&
		(b.PermanentCertified.End > e || b.DeletableCertified > 0 && b.DeletableCertifiedEnd > e)
}

// An Object is the row of one blob object. It is removed when the object is deleted.
type Object struct {
	Pool        attest.ObjectID // that holds it and gives it its end; zero if none does
	BlobID      redstuff.BlobID
	Size        uint64 // unencoded bytes
	Encoding    uint8
	Deletable   bool
	Registered  attest.Epoch
	End         attest.Epoch // exclusive
	IsCertified bool
	Certified   attest.Epoch
}

// Live says whether the object is registered in epoch e.
func (o Object) Live(e attest.Epoch) bool { return o.End > e }

// errEvent is matched by events that contradict those before them.
var errEvent = errors.New("event cannot be handled")

func contradiction(format string, args ...any) error {
	return fmt.Errorf("%w: %s", errEvent, fmt.Sprintf(format, args...))
}

// register counts a new object. s is what its pool has of the blob, nil if it is in none: the ends of pooled objects are not the blob's own.
func register(b Blob, s *share, ev chain.Event) (Blob, Object, error) {
	o := Object{Pool: ev.Pool, BlobID: ev.BlobID, Size: ev.Size, Encoding: ev.Encoding, Deletable: ev.Deletable, Registered: ev.Epoch, End: ev.End}
	switch {
	case b.Invalid: // counted no more; the object's row still says that it exists
	case ev.Deletable:
		b.Deletable++
		if s != nil {
			s.Deletable++
			break
		}
		b.DeletableEnd = max(b.DeletableEnd, ev.End)
	default:
		b.Permanent.Count++
		if s != nil {
			s.Permanent.Count++
			s.Permanent.raise(ev)
			break
		}
		b.Permanent.raise(ev)
	}
	return b, o, nil
}

func (c *Class) raise(ev chain.Event) {
	if ev.End > c.End {
		c.End, c.Event = ev.End, EventRef{ev.Tx, ev.Cursor.LogIndex}
	}
}

// certify counts a certification, or an extension of a certified object. Event.Epoch is the epoch of the first certification, was says whether the blob was certified then
// already, in a pool or without. s is that of register.
func certify(b Blob, s *share, o Object, was bool, ev chain.Event) (Blob, Object, error) {
	switch {
	case o.BlobID != ev.BlobID || o.Deletable != ev.Deletable:
		return b, o, contradiction("object %v is of another blob or kind than it was registered for", ev.Object)
	case ev.IsExtension && (!o.IsCertified || ev.End < o.End):
		return b, o, contradiction("extension to %v of object %v, which is not certified or ends at %v", ev.End, ev.Object, o.End)
	case !ev.IsExtension && (o.IsCertified || ev.End != o.End):
		return b, o, contradiction("certification with end %v of object %v, which is certified (%v) or ends at %v", ev.End, ev.Object, o.IsCertified, o.End)
	}
	o.End = ev.End
	if ev.IsExtension {
		if b.Invalid || s != nil { // a pooled object ends with its pool
			return b, o, nil
		}
		if ev.Deletable {
			b.DeletableEnd = max(b.DeletableEnd, ev.End)
			b.DeletableCertifiedEnd = max(b.DeletableCertifiedEnd, ev.End)
		} else {
			b.Permanent.raise(ev)
			b.PermanentCertified.raise(ev)
		}
		return b, o, nil
	}
	o.IsCertified, o.Certified = true, ev.Epoch
	if b.Invalid {
		return b, o, nil
	}
	if !was || ev.Epoch < b.FirstCertified {
		b.FirstCertified = ev.Epoch
	}
	b.IsCertified = true
	switch {
	case ev.Deletable && s != nil:
		b.DeletableCertified++
		s.DeletableCertified++
	case ev.Deletable:
		b.DeletableCertified++
		b.DeletableCertifiedEnd = max(b.DeletableCertifiedEnd, ev.End)
	case s != nil:
		b.PermanentCertified.Count++
		s.PermanentCertified.Count++
		s.PermanentCertified.raise(ev)
	default:
		b.PermanentCertified.Count++
		b.PermanentCertified.raise(ev)
	}
	if b.DeletableCertified > b.Deletable || b.PermanentCertified.Count > b.Permanent.Count {
		return b, o, contradiction("blob %v has more certified objects than registered ones", ev.BlobID)
	}
	return b, o, nil
}

// remove uncounts a deletable object. s is that of register.
func remove(b Blob, s *share, o Object, ev chain.Event) (Blob, error) {
	switch {
	case o.BlobID != ev.BlobID || !o.Deletable:
		return b, contradiction("deletion of object %v, which is of another blob or permanent", ev.Object)
	case b.Invalid:
		return b, nil
	case b.Deletable == 0 || o.IsCertified && b.DeletableCertified == 0, s != nil && (s.Deletable == 0 || o.IsCertified && s.DeletableCertified == 0):
		return b, contradiction("deletion of object %v, which blob %v does not count", ev.Object, ev.BlobID)
	}
	if s != nil {
		s.Deletable--
		s.DeletableCertified -= uint32(boolInt(o.IsCertified))
	}
	if b.Deletable--; b.Deletable == 0 {
		b.DeletableEnd = 0
	}
	if o.IsCertified {
		if b.DeletableCertified--; b.DeletableCertified == 0 {
			b.DeletableCertifiedEnd = 0
		}
	}
	if b.DeletableCertified == 0 && b.PermanentCertified.Count == 0 {
		b.IsCertified, b.FirstCertified = false, 0
	}
	return b, nil
}

// invalidate makes the blob invalid for ever.
func invalidate(b Blob, ev chain.Event) Blob {
	if b.Invalid {
		return b
	}
	return Blob{Invalid: true, Event: EventRef{ev.Tx, ev.Cursor.LogIndex}}
}

// Rows are versioned and of fixed length; integers big-endian. Version 1 of the rows of blobs, objects and pools knew no share: see adoptMembers.
const (
	rowVersion = 2
	refLen     = 32 + 4
	classLen   = 4 + 4 + refLen
	oldBlobLen = 1 + 1 + refLen + 4 + 2*classLen + 4*4
	blobLen    = oldBlobLen + 4
	oldObjLen  = 1 + 32 + 8 + 1 + 1 + 4 + 4 + 4
	objectLen  = oldObjLen + 32
)

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func appendRef(b []byte, r EventRef) []byte {
	return binary.BigEndian.AppendUint32(append(b, r.Tx[:]...), r.Log)
}

func appendClass(b []byte, c Class) []byte {
	b = binary.BigEndian.AppendUint32(b, c.Count)
	b = binary.BigEndian.AppendUint32(b, uint32(c.End))
	return appendRef(b, c.Event)
}

func flags(low, high bool) (f byte) {
	if low {
		f |= 1
	}
	if high {
		f |= 2
	}
	return f
}

func (b Blob) encode() []byte {
	out := append(make([]byte, 0, blobLen), rowVersion, flags(b.Invalid, b.IsCertified))
	out = appendRef(out, b.Event)
	out = binary.BigEndian.AppendUint32(out, uint32(b.FirstCertified))
	out = appendClass(appendClass(out, b.Permanent), b.PermanentCertified)
	for _, v := range [...]uint32{b.Deletable, b.DeletableCertified, uint32(b.DeletableEnd), uint32(b.DeletableCertifiedEnd), b.pools} {
		out = binary.BigEndian.AppendUint32(out, v)
	}
	return out
}

// A rowReader takes fields off the front of a row whose length was checked.
type rowReader struct{ b []byte }

func (r *rowReader) u32() uint32 {
	v := binary.BigEndian.Uint32(r.b)
	r.b = r.b[4:]
	return v
}

func (r *rowReader) array() (a [32]byte) {
	copy(a[:], r.b)
	r.b = r.b[32:]
	return a
}

func (r *rowReader) ref() EventRef { return EventRef{r.array(), r.u32()} }

func (r *rowReader) class() Class {
	return Class{Count: r.u32(), End: attest.Epoch(r.u32()), Event: r.ref()}
}

// checkRow checks the length and version of a row and says whether it is an old one, of version 1 with oldLength bytes.
func checkRow(b []byte, length, oldLength int, what string) (old bool, err error) {
	switch {
	case len(b) == length && b[0] == rowVersion:
		return false, nil
	case len(b) == oldLength && oldLength > 0 && b[0] == 1:
		return true, nil
	}
	return false, fmt.Errorf("%s row of %d bytes is malformed or of another version", what, len(b))
}

func parseBlob(row []byte) (Blob, error) {
	old, err := checkRow(row, blobLen, oldBlobLen, "blob")
	if err != nil {
		return Blob{}, err
	}
	if row[1] > 3 {
		return Blob{}, fmt.Errorf("blob row has unknown flags %#x", row[1])
	}
	r := rowReader{row[2:]}
	b := Blob{Invalid: row[1]&1 != 0, IsCertified: row[1]&2 != 0}
	b.Event = r.ref()
	b.FirstCertified = attest.Epoch(r.u32())
	b.Permanent, b.PermanentCertified = r.class(), r.class()
	b.Deletable, b.DeletableCertified = r.u32(), r.u32()
	b.DeletableEnd, b.DeletableCertifiedEnd = attest.Epoch(r.u32()), attest.Epoch(r.u32())
	if !old {
		b.pools = r.u32()
	}
	return b, nil
}

func (o Object) encode() []byte {
	out := append(make([]byte, 0, objectLen), rowVersion)
	out = append(out, o.BlobID[:]...)
	out = binary.BigEndian.AppendUint64(out, o.Size)
	out = append(out, o.Encoding, flags(o.Deletable, o.IsCertified))
	for _, v := range [...]attest.Epoch{o.Registered, o.End, o.Certified} {
		out = binary.BigEndian.AppendUint32(out, uint32(v))
	}
	return append(out, o.Pool[:]...)
}

func parseObject(row []byte) (Object, error) {
	old, err := checkRow(row, objectLen, oldObjLen, "object")
	if err != nil {
		return Object{}, err
	}
	r := rowReader{row[1:]}
	o := Object{BlobID: r.array()}
	o.Size = binary.BigEndian.Uint64(r.b)
	o.Encoding = r.b[8]
	f := r.b[9]
	r.b = r.b[10:]
	if f > 3 {
		return Object{}, fmt.Errorf("object row has unknown flags %#x", f)
	}
	o.Deletable, o.IsCertified = f&1 != 0, f&2 != 0
	o.Registered, o.End, o.Certified = attest.Epoch(r.u32()), attest.Epoch(r.u32()), attest.Epoch(r.u32())
	if !old {
		o.Pool = r.array()
	}
	return o, nil
}
