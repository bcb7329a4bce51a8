package redstuff

import (
	"fmt"

	"walrus/bcs"
	"walrus/merkle"
)

// PairHashes are the hashes of the two slivers of a pair, over all n symbols of their row and column.
type PairHashes struct{ Primary, Secondary merkle.Node }

// Of returns the hash of the sliver of axis a.
func (h PairHashes) Of(a Axis) merkle.Node {
	if a == Primary {
		return h.Primary
	}
	return h.Secondary
}

// Metadata is what a blob ID commits to: the blob's length and the hashes of its slivers, in pair order
// (section 11). Metadata from outside means something only after [VerifyMetadata].
type Metadata struct {
	Encoding uint8  // EncodingRS2
	Length   uint64 // bytes of the blob
	Hashes   []PairHashes
}

const (
	metadataVersion1 = 0 // the only variant of the metadata enum
	nodeLen          = 1 + merkle.HashSize
)

// metadataLen returns the encoded length for n pairs of digests.
func metadataLen(n int) int { return 10 + bcs.ULEBLen(uint32(n)) + n*2*nodeLen }

// AppendBCS appends the metadata without its ID, the form in which a node takes it.
func (m *Metadata) AppendBCS(dst []byte) []byte {
	dst = bcs.AppendULEB(dst, metadataVersion1)
	dst = bcs.AppendULEB(dst, uint32(m.Encoding))
	dst = bcs.AppendU64(dst, m.Length)
	dst = bcs.AppendULEB(dst, uint32(len(m.Hashes)))
	for _, h := range m.Hashes {
		dst = appendNode(dst, h.Primary)
		dst = appendNode(dst, h.Secondary)
	}
	return dst
}

// AppendMetadataWithID appends the blob ID and the metadata, the form in which a node returns it.
func AppendMetadataWithID(dst []byte, id BlobID, m *Metadata) []byte {
	return m.AppendBCS(append(dst, id[:]...))
}

// ParseMetadata reads what AppendBCS writes. The hashes are copied out of b. It returns ErrMalformed or
// ErrUnsupportedEncoding, and checks neither the number of hashes nor any ID: see [VerifyMetadata].
func ParseMetadata(b []byte) (*Metadata, error) {
	r := bcs.NewReader(b)
	return finishMetadata(r)
}

// ParseMetadataWithID reads what AppendMetadataWithID writes. The ID is the sender's claim.
func ParseMetadataWithID(b []byte) (BlobID, *Metadata, error) {
	r := bcs.NewReader(b)
	id := BlobID(r.Array32())
	m, err := finishMetadata(r)
	if err != nil {
		return BlobID{}, nil, err
	}
	return id, m, nil
}

func finishMetadata(r *bcs.Reader) (*Metadata, error) {
	r.Variant(1) // metadataVersion1
	encoding := r.ULEB()
	if r.Err() == nil && encoding != EncodingRS2 {
		return nil, fmt.Errorf("metadata: %w: %d, want %d (%s)", ErrUnsupportedEncoding, encoding, EncodingRS2, EncodingName)
	}
	m := &Metadata{Encoding: EncodingRS2, Length: r.U64()}
	count := r.Length(2) // an Empty node takes one byte, so two per pair
	if count > MaxShards {
		r.Fail("%d pairs of hashes, at most %d", count, MaxShards)
		count = 0
	}
	m.Hashes = make([]PairHashes, count)
	for i := range m.Hashes {
		m.Hashes[i] = PairHashes{Primary: readNode(r), Secondary: readNode(r)}
		if r.Err() != nil {
			break
		}
	}
	if err := r.Finish(); err != nil {
		return nil, fmt.Errorf("metadata: %w", err)
	}
	return m, nil
}

// appendNode appends a node: variant 0 for Empty, variant 1 and the digest otherwise.
func appendNode(dst []byte, n merkle.Node) []byte {
	if n.IsEmpty() {
		return append(dst, 0)
	}
	h := n.Hash()
	return append(append(dst, 1), h[:]...)
}

func readNode(r *bcs.Reader) merkle.Node {
	if r.Variant(2) == 0 {
		return merkle.Node{}
	}
	return merkle.Digest(r.Array32())
}

// Root returns the blob root: the root of the tree over the pairs' hashes.
func (m *Metadata) Root() [32]byte {
	if len(m.Hashes) == 0 {
		return [32]byte{}
	}
	const leafLen = 2 * merkle.HashSize
	data := make([]byte, 0, leafLen*len(m.Hashes))
	for _, h := range m.Hashes {
		p, s := h.Primary.Hash(), h.Secondary.Hash()
		data = append(append(data, p[:]...), s[:]...)
	}
	leaves := make([]merkle.Hash, len(m.Hashes))
	merkle.LeafHashes(leaves, data, leafLen, leafLen)
	var root [1]merkle.Hash
	var buf []merkle.Hash
	merkle.Roots(root[:], leaves, len(leaves), &buf)
	return root[0]
}

// BlobID computes the ID that the content commits to.
func (m *Metadata) BlobID() BlobID { return NewBlobID(m.Encoding, m.Length, m.Root()) }

// VerifyMetadata checks metadata that came from outside for the blob want: that it fits the parameters
// and hashes to want. embedded is the ID that came with it, nil if none did; it must be right as well.
// Metadata that passes is authentic, whoever sent it. (Section 11.)
func VerifyMetadata(p Params, want BlobID, embedded *BlobID, m *Metadata) error {
	switch {
	case m.Encoding != EncodingRS2:
		return fmt.Errorf("metadata: %w: %d, want %d (%s)", ErrUnsupportedEncoding, m.Encoding, EncodingRS2, EncodingName)
	case len(m.Hashes) != p.N:
		return fmt.Errorf("metadata: %w: %d pairs, want %d", ErrHashCount, len(m.Hashes), p.N)
	case m.Length > p.MaxBlobSize():
		return fmt.Errorf("metadata: %w: length %d, at most %d fit on %d shards", ErrDataTooLarge, m.Length, p.MaxBlobSize(), p.N)
	}
	got := m.BlobID()
	if embedded != nil && *embedded != got {
		return fmt.Errorf("metadata: %w: content hashes to %v, embedded ID is %v", ErrBlobIDMismatch, got, *embedded)
	}
	// Without this a node could answer with valid metadata of another blob.
	if got != want {
		return fmt.Errorf("metadata: %w: it is that of blob %v, requested was %v", ErrBlobIDMismatch, got, want)
	}
	return nil
}
