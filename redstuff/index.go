package redstuff

import (
	"fmt"
	"strings"
)

// Three index spaces, each from 0 to n-1. Mixing them up is the classic mistake, hence three types.
type (
	// A SliverIndex is the position of a sliver on its own axis: its row if it is primary, its column if
	// it is secondary. It is also the position of one symbol of an orthogonal sliver.
	SliverIndex uint16
	// A PairIndex numbers the sliver pairs of a blob.
	PairIndex uint16
	// A ShardIndex numbers the slots that hold one sliver pair of every blob.
	ShardIndex uint16
)

// An Axis tells rows from columns.
type Axis uint8

const (
	// Primary slivers are rows. They are codewords of the secondary, (k2, n), code.
	Primary Axis = 0
	// Secondary slivers are columns. They are codewords of the primary, (k1, n), code.
	Secondary Axis = 1
)

// String returns "primary" or "secondary", as used in URLs.
func (a Axis) String() string {
	switch a {
	case Primary:
		return "primary"
	case Secondary:
		return "secondary"
	}
	return fmt.Sprintf("axis(%d)", uint8(a))
}

// Other returns the orthogonal axis.
func (a Axis) Other() Axis { return a ^ 1 }

// ParseAxis reads "primary" or "secondary".
func ParseAxis(s string) (Axis, error) {
	switch s {
	case "primary":
		return Primary, nil
	case "secondary":
		return Secondary, nil
	}
	return 0, fmt.Errorf("sliver type %q: want primary or secondary", s)
}

// EncodingRS2 is the code of the only supported encoding type. 0 is a retired one.
const EncodingRS2 = 1

// EncodingName is the text name of [EncodingRS2].
const EncodingName = "RS2"

// ParseEncoding reads the name of an encoding type: RS2, reed-solomon or redstuff/reed-solomon, in any
// case, with or without surrounding space. It returns ErrUnsupportedEncoding for any other.
func ParseEncoding(s string) (uint8, error) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "rs2", "reed-solomon", "redstuff/reed-solomon":
		return EncodingRS2, nil
	}
	return 0, fmt.Errorf("%w: %q, want %s", ErrUnsupportedEncoding, s, EncodingName)
}
