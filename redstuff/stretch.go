package redstuff

// Stretches cut slivers into parts that are worked on at a time, from one byte of each sliver to another. Other than tiles they are all about as long, whatever the symbol size,
// and a sliver's part is read and written at once; but they begin and end within symbols, and have to be taken apart for the code: see spans.
type stretches struct{ total, size, each int }

// newStretches cuts slivers of total bytes, in symbols of size bytes, into parts of about limit bytes, which is at least 512.
func newStretches(total, size, limit int) stretches {
	n := (total + limit - 1) / limit
	return stretches{total: total, size: size, each: (total + n - 1) / n}
}

// len is the number of parts.
func (s stretches) len() int { return (s.total + s.each - 1) / s.each }

// begin is the byte at which part i begins, and the part before it ends.
func (s stretches) begin(i int) int {
	at := min(i*s.each, s.total)
	inside := at % s.size
	if s.size <= s.each/8 {
		return at - inside // of many short symbols, broken ones would cost more than the evenness is worth
	}
	return at - inside%pieceAlign
}

// longest is the length of the longest part.
func (s stretches) longest() int {
	most := 0
	for i := range s.len() {
		most = max(most, s.begin(i+1)-s.begin(i))
	}
	return most
}

// A span is what the code takes in one call: whole symbols, or a piece of one.
type span struct {
	at    int // byte of the sliver
	width int // bytes of a symbol
	count int // symbols
}

func (s span) bytes() int { return s.width * s.count }

// spans takes the bytes [from, to) of slivers with symbols of size bytes apart.
func spans(size, from, to int) []span {
	var list []span
	for at := from; at < to; {
		s := span{at: at, width: size, count: (to - at) / size}
		if inside := at % size; inside > 0 || s.count == 0 {
			s.width, s.count = min(size-inside, to-at), 1
		}
		list = append(list, s)
		at += s.bytes()
	}
	return list
}
