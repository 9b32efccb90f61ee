package privacy

// Numbers as people write them: groups of digits with blanks, points, hyphens
// and slashes between them. What must stay true: only so much of a number is
// read as the longest kind needs, so that time stays linear.

import "unicode/utf8"

// maxGroups is more than any kind needs: +33 1 23 45 67 89 has seven.
const maxGroups = 8

// group is a run of digits, by its offsets in bytes.
type group struct{ start, end int }

// number is some groups of digits that may belong together.
type number struct {
	start         int // of the first digit, or of the + or bracket before it
	international bool
	groups        []group
	tight         []bool // whether a group follows the one before it without a blank
	text          []byte
	store         [maxGroups]group
	storeTight    [maxGroups]bool
}

// groups reads the number whose first digit is at i.
// The answer holds until the next call.
func (s *scanner) groups(i int) *number {
	n := &s.current
	n.start, n.international, n.text = i, false, s.text
	n.groups, n.tight = n.store[:0], n.storeTight[:0]
	if i > 0 && s.text[i-1] == '+' && !(i > 1 && s.text[i-2] == '+') {
		n.start, n.international = i-1, true
	}
	first := i
	tight := false
	for len(n.groups) < maxGroups && i < len(s.text) && isDigit(s.text[i]) {
		start := i
		for i < len(s.text) && isDigit(s.text[i]) {
			i++
		}
		n.groups, n.tight = append(n.groups, group{start, i}), append(n.tight, tight)
		if len(n.groups) == 1 && first > 0 && s.text[first-1] == '(' && s.has(i, ")") {
			n.start = first - 1 // (09) 267 03 00
		}
		i, tight = s.separator(i)
	}
	return n
}

// separator passes over what may stand between two groups, and reports whether
// it holds no blank. "(0)" is a separator: +32 (0)9 267 03 00.
func (s *scanner) separator(i int) (next int, tight bool) {
	tight = true
	for range 4 {
		if s.has(i, "(0)") {
			i += 3
			continue
		}
		r, size := utf8.DecodeRune(s.text[i:])
		switch r {
		case ' ', '\u00A0', '\u202F', '\u2009':
			tight = false
		case '.', '-', '‐', '‑', '–', '/', '(', ')':
		default:
			return i, tight
		}
		i += size
	}
	return i, tight
}

// fewest is the least number of digits that any kind has.
const fewest = 9

// enough reports whether the number has as many digits as any kind needs.
func (n *number) enough() bool {
	count := 0
	for _, g := range n.groups {
		count += g.end - g.start
	}
	return count >= fewest
}

// digits returns the digits of the first count groups.
func (n *number) digits(count int) []byte {
	var digits []byte
	for _, g := range n.groups[:count] {
		digits = append(digits, n.text[g.start:g.end]...)
	}
	return digits
}

// shaped returns how many groups the number begins with that have one of the
// given shapes and stand apart from what follows; 0 for none.
func (n *number) shaped(shapes ...[]int) int {
	for _, shape := range shapes {
		if n.hasShape(shape) && n.endsAt(len(shape)) {
			return len(shape)
		}
	}
	return 0
}

func (n *number) hasShape(shape []int) bool {
	if len(shape) > len(n.groups) {
		return false
	}
	for i, size := range shape {
		if n.groups[i].end-n.groups[i].start != size {
			return false
		}
	}
	return true
}

// endsAt reports whether the number may end after count groups: no letter, no
// decimals, and no further group tied to it by a point or a hyphen.
func (n *number) endsAt(count int) bool {
	end := n.groups[count-1].end
	if end == len(n.text) {
		return true
	}
	switch c := n.text[end]; {
	case isLetter(c) || c == '_':
		return false
	case c == '.' || c == ',' || c == '-':
		return end+1 == len(n.text) || !isDigit(n.text[end+1])
	}
	return true
}
