package markdown

// From byte offsets to the places that messages name. What must stay true: the
// cost is linear for a text that is read from front to back, however long its
// lines are.

import (
	"bytes"
	"unicode/utf8"

	"glashelder/internal/diag"
)

// placer answers where in a file an offset of its text is. It remembers its
// last answer, as the next is mostly a little further.
type placer struct {
	path   string
	src    []byte
	first  int
	offset int // of the last answer
	line   int // its line in the file
	column int // its column
}

func newPlacer(path string, src []byte, first int) *placer {
	p := &placer{path: path, src: src, first: first}
	p.reset()
	return p
}

func (p *placer) reset() { p.offset, p.line, p.column = 0, p.first, 1 }

// at returns the place of an offset in bytes; the file as a whole for a
// negative one.
func (p *placer) at(offset int) diag.Pos {
	if offset < 0 {
		return diag.Pos{File: p.path}
	}
	offset = min(offset, len(p.src))
	if offset < p.offset {
		p.reset()
	}
	if lines := bytes.Count(p.src[p.offset:offset], []byte("\n")); lines > 0 {
		p.line += lines
		p.offset, p.column = bytes.LastIndexByte(p.src[:offset], '\n')+1, 1
	}
	p.column += utf8.RuneCount(p.src[p.offset:offset])
	p.offset = offset
	return diag.Pos{File: p.path, Line: p.line, Col: p.column}
}
