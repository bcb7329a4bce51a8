// Package bcs reads and writes the small binary encoding used on the wire: the subset of BCS
// (Binary Canonical Serialization) that the storage protocol needs.
//
// Integers are little endian. A struct is its fields in order, without framing. An enum is its
// variant index as ULEB128, then the variant's value. A sequence or a byte string is its length as
// ULEB128, then its elements. A map is a sequence of pairs in ascending order of the serialized keys.
//
// Writing is appending to a byte slice; reading is a [Reader], a cursor that remembers its first
// error, so that a decoder reads as the list of its fields:
//
//	r := bcs.NewReader(b)
//	index := r.U16()
//	data := r.Bytes()
//	if err := r.Finish(); err != nil {
//		return err
//	}
//
// What the fields mean is left to the packages that own the types.
package bcs

import "encoding/binary"

// AppendU8 appends one byte.
func AppendU8(dst []byte, v uint8) []byte { return append(dst, v) }

// AppendU16 appends v as 2 little-endian bytes.
func AppendU16(dst []byte, v uint16) []byte { return binary.LittleEndian.AppendUint16(dst, v) }

// AppendU32 appends v as 4 little-endian bytes.
func AppendU32(dst []byte, v uint32) []byte { return binary.LittleEndian.AppendUint32(dst, v) }

// AppendU64 appends v as 8 little-endian bytes.
func AppendU64(dst []byte, v uint64) []byte { return binary.LittleEndian.AppendUint64(dst, v) }

// AppendBool appends 1 for true and 0 for false.
func AppendBool(dst []byte, v bool) []byte {
	if v {
		return append(dst, 1)
	}
	return append(dst, 0)
}

// AppendULEB appends v in the shortest ULEB128 form: seven bits per byte, the lowest first, the top
// bit set on all bytes but the last. Enum variants and lengths are written this way.
func AppendULEB(dst []byte, v uint32) []byte {
	for v >= 0x80 {
		dst = append(dst, byte(v)|0x80)
		v >>= 7
	}
	return append(dst, byte(v))
}

// ULEBLen returns the number of bytes that [AppendULEB] writes for v: 1 to 5.
func ULEBLen(v uint32) int {
	n := 1
	for v >= 0x80 {
		v >>= 7
		n++
	}
	return n
}

// AppendBytes appends a byte string: its length as ULEB128, then its bytes.
// b must be shorter than [MaxLength]; longer values exist in no message of the protocol.
func AppendBytes(dst, b []byte) []byte {
	dst = AppendULEB(dst, uint32(len(b)))
	return append(dst, b...)
}

// AppendString appends a text as a byte string.
func AppendString(dst []byte, s string) []byte {
	dst = AppendULEB(dst, uint32(len(s)))
	return append(dst, s...)
}
