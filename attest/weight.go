package attest

import "fmt"

// MaxFaulty returns f = floor((n-1)/3), the number of faulty shards of n that the network tolerates; 0 for n < 1.
func MaxFaulty(n int) int {
	if n < 1 {
		return 0
	}
	return (n - 1) / 3
}

// MinCorrect returns n-f, the weight of all correct shards in the worst case. It equals the contracts' quorum (3w >= 2n+1) for every n.
func MinCorrect(n int) int { return n - MaxFaulty(n) }

// A Threshold is a rule about the weight w that stands behind a statement, out of n shards with f = floor((n-1)/3).
type Threshold uint8

// The thresholds of messages.md section 6. Quorum is what a certificate needs; the two smaller client rules decide what a reader concludes
// from several nodes' answers, and the reference's contract accepts neither for n other than 3f+1.
const (
	// Quorum is w >= n-f, the same number as the contracts' 3w >= 2n+1.
	Quorum Threshold = iota
	// ReferenceOneCorrect is 3w >= n+1, the rule of the reference's contract for its types 2 and 5. It is f+2 when 3 divides n. Our contracts ask for Validity.
	ReferenceOneCorrect
	// Validity is w > f: at least one correct node. It is what our contracts ask for a 0x46.
	Validity
	// TwoThirds is w > 2f: the clients' conclusion that a blob is unknown or forbidden.
	TwoThirds
)

var thresholdNames = [...]string{"quorum", "one correct (reference)", "validity", "two thirds"}

// String returns the threshold's name.
func (t Threshold) String() string {
	if int(t) < len(thresholdNames) {
		return thresholdNames[t]
	}
	return fmt.Sprintf("Threshold(%d)", uint8(t))
}

// MinWeight returns the smallest weight out of n that satisfies t. An unknown threshold asks for more than there is.
func (t Threshold) MinWeight(n int) int {
	switch t {
	case Quorum:
		return MinCorrect(n)
	case ReferenceOneCorrect:
		return (n + 3) / 3 // ceil((n+1)/3)
	case Validity:
		return MaxFaulty(n) + 1
	case TwoThirds:
		return 2*MaxFaulty(n) + 1
	}
	return n + 1
}

// IsMet reports whether weight out of n satisfies t.
func (t Threshold) IsMet(n, weight int) bool { return weight >= t.MinWeight(n) }

// IsQuorum reports whether weight is at least n-f.
func IsQuorum(n, weight int) bool { return Quorum.IsMet(n, weight) }

// IsReferenceOneCorrect reports whether 3*weight >= n+1, the rule of the reference's contract for statements that need one correct node.
func IsReferenceOneCorrect(n, weight int) bool { return ReferenceOneCorrect.IsMet(n, weight) }

// IsValidity reports whether weight > f.
func IsValidity(n, weight int) bool { return Validity.IsMet(n, weight) }

// IsTwoThirds reports whether weight > 2f.
func IsTwoThirds(n, weight int) bool { return TwoThirds.IsMet(n, weight) }
