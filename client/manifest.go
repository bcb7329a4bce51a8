package client

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"walrus/redstuff"
)

// A Manifest lists the blobs that an object was cut into because it is larger than one blob may be, or than its owner wanted. It is itself stored as a
// blob, and followed only by who asks for it as parts: nothing that a user stores is ever mistaken for one.
//
// Its bytes, integers little-endian:
//
//	8   the letters WALPARTS
//	1   version, 1
//	8   bytes of the object
//	8   bytes of every part but the last
//	4   number of parts, at most 65,536
//	32  for each part: its blob ID
//
// Parts are ordinary blobs of exactly these lengths. They are never followed in turn.
type Manifest struct {
	Total    uint64 // bytes of the object, at least 1
	PartSize uint64 // bytes of every part but the last, which has what is left
	Parts    []redstuff.BlobID
}

const (
	manifestMagic   = "WALPARTS"
	manifestVersion = 1
	manifestHead    = len(manifestMagic) + 1 + 8 + 8 + 4

	// MaxParts is the most parts of one object. Twice as many would double the 2 MiB that a manifest can have.
	MaxParts = 1 << 16
	// MaxManifest is the length of the longest manifest in bytes.
	MaxManifest = manifestHead + MaxParts*len(redstuff.BlobID{})
)

// ErrManifest is matched by every error about the form of a manifest.
var ErrManifest = errors.New("not a list of parts")

// partCount is how many parts of size bytes an object of total bytes has. Neither is zero.
func partCount(total, size uint64) uint64 { return (total-1)/size + 1 }

// Extent is where part i, which must be one of them, lies in the object.
func (m *Manifest) Extent(i int) (offset, size uint64) {
	offset = uint64(i) * m.PartSize
	return offset, min(m.PartSize, m.Total-offset)
}

// AppendBinary appends the manifest's bytes. The error is that of a manifest which ParseManifest would refuse.
func (m *Manifest) AppendBinary(dst []byte) ([]byte, error) {
	if err := m.check(uint64(len(m.Parts))); err != nil {
		return nil, err
	}
	dst = append(dst, manifestMagic...)
	dst = append(dst, manifestVersion)
	dst = binary.LittleEndian.AppendUint64(dst, m.Total)
	dst = binary.LittleEndian.AppendUint64(dst, m.PartSize)
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(m.Parts)))
	for _, id := range m.Parts {
		dst = append(dst, id[:]...)
	}
	return dst, nil
}

// ParseManifest reads what AppendBinary writes, and nothing else: the numbers agree with each other and with the length of b. Errors match ErrManifest.
func ParseManifest(b []byte) (*Manifest, error) {
	switch {
	case len(b) < len(manifestMagic) || string(b[:len(manifestMagic)]) != manifestMagic:
		return nil, fmt.Errorf("%w: it does not begin with %s", ErrManifest, manifestMagic)
	case len(b) < manifestHead:
		return nil, fmt.Errorf("%w: it ends after %d bytes, its head has %d", ErrManifest, len(b), manifestHead)
	}
	rest := b[len(manifestMagic):]
	if rest[0] != manifestVersion {
		return nil, fmt.Errorf("%w: format version %d, this program knows %d", ErrManifest, rest[0], manifestVersion)
	}
	m := &Manifest{Total: binary.LittleEndian.Uint64(rest[1:]), PartSize: binary.LittleEndian.Uint64(rest[9:])}
	count := uint64(binary.LittleEndian.Uint32(rest[17:]))
	if err := m.check(count); err != nil {
		return nil, err
	}
	ids := b[manifestHead:]
	if want := int(count) * len(redstuff.BlobID{}); len(ids) != want {
		return nil, fmt.Errorf("%w: %d bytes of blob IDs, %d parts have %d", ErrManifest, len(ids), count, want)
	}
	m.Parts = make([]redstuff.BlobID, count)
	for i := range m.Parts {
		copy(m.Parts[i][:], ids[i*len(m.Parts[i]):])
	}
	return m, nil
}

// check compares the numbers of a manifest with each other.
func (m *Manifest) check(count uint64) error {
	switch {
	case m.Total == 0 || m.Total > math.MaxInt64:
		return fmt.Errorf("%w: an object of %d bytes, want 1 to %d", ErrManifest, m.Total, int64(math.MaxInt64))
	case m.PartSize == 0:
		return fmt.Errorf("%w: parts of 0 bytes", ErrManifest)
	case count > MaxParts:
		return fmt.Errorf("%w: %d parts, at most %d are allowed", ErrManifest, count, MaxParts)
	case count != partCount(m.Total, m.PartSize):
		return fmt.Errorf("%w: %d parts, but %d bytes make %d parts of %d bytes", ErrManifest, count, m.Total, partCount(m.Total, m.PartSize), m.PartSize)
	}
	return nil
}
