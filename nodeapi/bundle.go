package nodeapi

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"walrus/attest"
	"walrus/redstuff"
)

// BundleLengthHeader names the body's length when a bundle is sent chunked; admission counts it.
const BundleLengthHeader = "Walrus-Bundle-Length"

// A Rejected sliver was well-formed and failed verification.
type Rejected struct {
	Pair   redstuff.PairIndex `json:"pair"`
	Type   string             `json:"type"` // metadata, primary or secondary
	Reason Reason             `json:"reason"`
}

// A BundleResult is the answer to PUT bundle. Stored and AlreadyStored count metadata and slivers, all durable.
type BundleResult struct {
	Stored        int                `json:"stored"`
	AlreadyStored int                `json:"alreadyStored"`
	Rejected      []Rejected         `json:"rejected"`
	Confirmation  *ConfirmationOrWhy `json:"confirmation,omitempty"` // there if confirm was asked for
	Attestation   *AttestationOrWhy  `json:"attestation,omitempty"`  // there if attest was asked for
}

// MarshalJSON writes an empty list for no rejections.
func (r BundleResult) MarshalJSON() ([]byte, error) { return json.Marshal(bundleFields(r.listed())) }

// listed is r with a list of rejections that is not nil.
func (r BundleResult) listed() BundleResult {
	if r.Rejected == nil {
		r.Rejected = []Rejected{}
	}
	return r
}

// A ConfirmationOrWhy is a signed confirmation, or the reason that the single endpoint would give for having none.
type ConfirmationOrWhy struct {
	Signed *SignedMessage `json:"signed,omitempty"`
	Reason Reason         `json:"reason,omitempty"`
}

// An AttestationOrWhy is a signed 0x40, or the reason that the single endpoint would give for having none.
type AttestationOrWhy struct {
	Message   Base64 `json:"message,omitempty"`
	Signature Base64 `json:"signature,omitempty"`
	Reason    Reason `json:"reason,omitempty"`
}

// Staged is the answer of GET bundle/staged: everything of one blob that a node has received, complete or in part.
type Staged struct {
	Metadata bool           `json:"metadata"`
	Slivers  []StagedSliver `json:"slivers"` // by type, then pair, ascending
}

// A StagedSliver is one sliver that a node has received at least one byte of. Offset counts BCS bytes; it is the whole length if Complete.
type StagedSliver struct {
	Pair     redstuff.PairIndex `json:"pair"`
	Type     string             `json:"type"` // primary or secondary
	Offset   uint32             `json:"offset"`
	Complete bool               `json:"complete"` // stored and verified
}

// A Confirm is the confirmation asked for with a bundle: none (the zero value), permanent, or for one deletable object.
type Confirm struct {
	Permanent bool
	Object    attest.ObjectID // deletable, if not zero
}

// IsZero reports whether nothing is asked for.
func (c Confirm) IsZero() bool { return !c.Permanent && c.Object.IsZero() }

func (c Confirm) String() string {
	switch {
	case c.Permanent:
		return "permanent"
	case !c.Object.IsZero():
		return "deletable:" + c.Object.String()
	}
	return ""
}

// ParseConfirm reads the query value of confirm; the empty string asks for nothing.
func ParseConfirm(s string) (Confirm, error) {
	switch {
	case s == "":
		return Confirm{}, nil
	case s == "permanent":
		return Confirm{Permanent: true}, nil
	}
	hex, ok := strings.CutPrefix(s, "deletable:")
	if !ok {
		return Confirm{}, fmt.Errorf("confirm %q: want permanent or deletable:OBJECT", s)
	}
	id, err := attest.ParseObjectID(hex)
	if err != nil {
		return Confirm{}, err
	}
	if id.IsZero() {
		return Confirm{}, errors.New("confirm: object id is zero")
	}
	return Confirm{Object: id}, nil
}

// A Selection is what a bundle read asks for; pairs in rising order, each once.
type Selection struct {
	Metadata  bool
	Primary   []redstuff.PairIndex
	Secondary []redstuff.PairIndex
}

// Frames is the number of frames before the end frame that answer s.
func (s Selection) Frames() int {
	n := len(s.Primary) + len(s.Secondary)
	if s.Metadata {
		n++
	}
	return n
}

// most is how many bytes of bodies answer s if the slivers' lengths are known, else 0.
func (s Selection) most(lim FrameLimits) int64 {
	if !lim.Exact {
		return 0
	}
	return int64(len(s.Primary))*int64(lim.Primary) + int64(len(s.Secondary))*int64(lim.Secondary)
}

// Query is the URL query that asks for s.
func (s Selection) Query() string {
	var parts []string
	if s.Metadata {
		parts = append(parts, "metadata=1")
	}
	if len(s.Primary) > 0 {
		parts = append(parts, "primary="+FormatPairs(s.Primary))
	}
	if len(s.Secondary) > 0 {
		parts = append(parts, "secondary="+FormatPairs(s.Secondary))
	}
	return strings.Join(parts, "&")
}

// ParseSelection reads the query values of a bundle read for a network of n shards. An absent value asks for nothing; all three absent is an error.
func ParseSelection(metadata, primary, secondary string, n int) (s Selection, err error) {
	switch metadata {
	case "1", "true":
		s.Metadata = true
	case "", "0", "false":
	default:
		return Selection{}, fmt.Errorf("metadata %q: want 1 or 0", metadata)
	}
	if s.Primary, err = ParsePairs(primary, n); err != nil {
		return Selection{}, fmt.Errorf("primary: %w", err)
	}
	if s.Secondary, err = ParsePairs(secondary, n); err != nil {
		return Selection{}, fmt.Errorf("secondary: %w", err)
	}
	if s.Frames() == 0 {
		return Selection{}, errors.New("nothing asked for: want metadata=1, primary=PAIRS or secondary=PAIRS")
	}
	return s, nil
}

// FormatPairs writes rising pairs as ranges: 0-9,17.
func FormatPairs(pairs []redstuff.PairIndex) string {
	var b strings.Builder
	for i := 0; i < len(pairs); {
		j := i
		for j+1 < len(pairs) && pairs[j+1] == pairs[j]+1 {
			j++
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Itoa(int(pairs[i])))
		if j > i {
			b.WriteByte('-')
			b.WriteString(strconv.Itoa(int(pairs[j])))
		}
		i = j + 1
	}
	return b.String()
}

// ParsePairs reads what FormatPairs writes: pairs below n, each once, in rising order.
func ParsePairs(s string, n int) ([]redstuff.PairIndex, error) {
	if s == "" {
		return nil, nil
	}
	var pairs []redstuff.PairIndex
	next := 0
	for part := range strings.SplitSeq(s, ",") {
		lo, hi, isRange := strings.Cut(part, "-")
		first, err := parseIndex(lo)
		if err != nil {
			return nil, err
		}
		last := first
		if isRange {
			if last, err = parseIndex(hi); err != nil {
				return nil, err
			}
		}
		switch {
		case last < first:
			return nil, fmt.Errorf("range %q falls", part)
		case first < next:
			return nil, fmt.Errorf("pair %d repeats or is out of order", first)
		case last >= n:
			return nil, fmt.Errorf("pair %d is out of range: there are %d", last, n)
		}
		for p := first; p <= last; p++ {
			pairs = append(pairs, redstuff.PairIndex(p))
		}
		next = last + 1
	}
	return pairs, nil
}

// parseIndex reads a decimal index of at most five digits in its only spelling.
func parseIndex(s string) (int, error) {
	v, err := strconv.ParseUint(s, 10, 16)
	if err != nil || strconv.FormatUint(v, 10) != s {
		return 0, fmt.Errorf("pair index %q: want a decimal number below 65536", s)
	}
	return int(v), nil
}
