package store

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"

	"github.com/cockroachdb/errors/oserror"
	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/redstuff"
)

// A record is a header of headerLen bytes and then the symbols of one sliver. Integers are little-endian.
//
//	0  magic "WALRUSSL"        16 blob id (32)
//	8  version u16, now 1      48 symbol size u16
//	10 axis u8                 50 zero u16
//	11 zero u8                 52 length of the data u32
//	12 pair u16                56 CRC-32C of the data u32
//	14 sliver index u16        60 CRC-32C of bytes 0 to 59 u32
//
// Records start at multiples of recordAlign, so that a scan finds the next one behind a damaged or half-written one.
const (
	recordMagic   = "WALRUSSL"
	recordVersion = 1
	headerLen     = 64
	recordAlign   = 64
	// maxData bounds the data length that a header may claim: the largest sliver of the largest n (49,155 shards) stays below it.
	maxData = 1<<31 - 1
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Errors of record headers.
var (
	errNoRecord = errors.New("no sliver record here")
)

// A header describes the record of one sliver.
type header struct {
	blob       redstuff.BlobID
	axis       redstuff.Axis
	pair       redstuff.PairIndex
	index      redstuff.SliverIndex
	symbolSize uint16
	length     uint32 // bytes of data that follow
	sum        uint32 // CRC-32C of the data
}

func (h header) encode() [headerLen]byte {
	var b [headerLen]byte
	le := binary.LittleEndian
	copy(b[:], recordMagic)
	le.PutUint16(b[8:], recordVersion)
	b[10] = byte(h.axis)
	le.PutUint16(b[12:], uint16(h.pair))
	le.PutUint16(b[14:], uint16(h.index))
	copy(b[16:], h.blob[:])
	le.PutUint16(b[48:], h.symbolSize)
	le.PutUint32(b[52:], h.length)
	le.PutUint32(b[56:], h.sum)
	le.PutUint32(b[60:], crc32.Checksum(b[:60], castagnoli))
	return b
}

// parseHeader reads the header at the start of b. It returns errNoRecord unless every byte is as encode writes it.
func parseHeader(b []byte) (header, error) {
	le := binary.LittleEndian
	switch {
	case len(b) < headerLen, string(b[:8]) != recordMagic:
		return header{}, errNoRecord
	case le.Uint32(b[60:]) != crc32.Checksum(b[:60], castagnoli):
		return header{}, fmt.Errorf("%w: header checksum differs", errNoRecord)
	case le.Uint16(b[8:]) != recordVersion:
		return header{}, fmt.Errorf("%w: record version %d, this program knows %d", errNoRecord, le.Uint16(b[8:]), recordVersion)
	case b[10] > 1, b[11] != 0, le.Uint16(b[50:]) != 0, le.Uint32(b[52:]) > maxData:
		return header{}, fmt.Errorf("%w: header fields out of range", errNoRecord)
	}
	h := header{
		axis:       redstuff.Axis(b[10]),
		pair:       redstuff.PairIndex(le.Uint16(b[12:])),
		index:      redstuff.SliverIndex(le.Uint16(b[14:])),
		symbolSize: le.Uint16(b[48:]),
		length:     le.Uint32(b[52:]),
		sum:        le.Uint32(b[56:]),
	}
	copy(h.blob[:], b[16:48])
	return h, nil
}

// recordSize is the space that a record with length bytes of data takes in a file.
func recordSize(length int) int64 { return align(int64(headerLen) + int64(length)) }

func align(n int64) int64 { return (n + recordAlign - 1) &^ (recordAlign - 1) }

// FindRecord looks for the newest record of a sliver in the files of the data directory dir, without the database. It returns the file and the position and length of
// the sliver's data; the header lies headerLen bytes before. It is meant for tools that inspect or damage a store, and reads every file in the worst case.
func FindRecord(fs vfs.FS, dir string, blob redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis) (path string, offset int64, length int, err error) {
	paths := []string{fs.PathJoin(dir, bundleDir, bundleName(blob))}
	segments := fs.PathJoin(dir, segmentDir)
	names, err := fs.List(segments)
	if err != nil {
		return "", 0, 0, fmt.Errorf("list %s: %w", segments, err)
	}
	slices.Sort(names)
	for _, name := range slices.Backward(names) { // newest first
		if _, ok := parseSegmentName(name); ok {
			paths = append(paths, fs.PathJoin(segments, name))
		}
	}
	for _, path := range paths {
		at, h, err := scan(fs, path, blob, pair, axis)
		switch {
		case oserror.IsNotExist(err), errors.Is(err, errNoRecord):
			continue
		case err != nil:
			return "", 0, 0, err
		}
		return path, at + headerLen, int(h.length), nil
	}
	return "", 0, 0, fmt.Errorf("%v sliver of pair %d of blob %v: %w", axis, pair, blob, ErrNotFound)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// scan returns the position and header of the last matching record of one file.
func scan(fs vfs.FS, path string, blob redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis) (int64, header, error) {
	f, err := fs.Open(path)
	if err != nil {
		return 0, header{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return 0, header{}, err
	}
	var found header
	at := int64(-1)
	var b [headerLen]byte
	for off := int64(0); off+headerLen <= info.Size(); {
		if _, err := f.ReadAt(b[:], off); err != nil {
			return 0, header{}, fmt.Errorf("read %s: %w", path, err)
		}
		h, err := parseHeader(b[:])
		if err != nil || off+headerLen+int64(h.length) > info.Size() {
			off += recordAlign // a hole or an unfinished record: look for the next header
			continue
		}
		if h.blob == blob && h.pair == pair && h.axis == axis {
			found, at = h, off
		}
		off += recordSize(int(h.length))
	}
	if at < 0 {
		return 0, header{}, errNoRecord
	}
	return at, found, nil
}

// RewriteRecord changes the data of a stored sliver in place, for demonstrations and tests of damage. change gets the data and modifies it. With fixChecksum the
// record stays consistent, so that only someone who knows the blob's metadata can tell that it is wrong; without it the node itself notices.
func RewriteRecord(fs vfs.FS, dir string, blob redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis, change func(data []byte), fixChecksum bool) error {
	path, offset, length, err := FindRecord(fs, dir, blob, pair, axis)
	if err != nil {
		return err
	}
	f, err := fs.OpenReadWrite(path, writeCategory)
	if err != nil {
		return err
	}
	defer f.Close()
	b := make([]byte, headerLen+length)
	if _, err := f.ReadAt(b, offset-headerLen); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	h, err := parseHeader(b)
	if err != nil {
		return fmt.Errorf("%s at %d: %w", path, offset-headerLen, err)
	}
	change(b[headerLen:])
	if fixChecksum {
		h.sum = crc32.Checksum(b[headerLen:], castagnoli)
		head := h.encode()
		copy(b, head[:])
	}
	if _, err := f.WriteAt(b, offset-headerLen); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return f.Sync()
}

const (
	segmentDir = "segments"
	bundleDir  = "bundles"
	segmentExt = ".segment"
	bundleExt  = ".bundle"
)

// bundleName is hexadecimal, since file systems that ignore case would confuse two blob IDs in base64.
func bundleName(blob redstuff.BlobID) string { return hex.EncodeToString(blob[:]) + bundleExt }

func segmentName(number uint64) string { return fmt.Sprintf("%016d%s", number, segmentExt) }

// parseSegmentName is the inverse of segmentName.
func parseSegmentName(name string) (number uint64, ok bool) {
	if _, err := fmt.Sscanf(name, "%016d", &number); err != nil || segmentName(number) != name {
		return 0, false
	}
	return number, number > 0
}
