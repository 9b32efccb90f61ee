package table

import (
	"bytes"
	"compress/flate"
	"hash/crc32"
	"strconv"
	"sync"
	"unicode/utf8"
)

// part is one file of a workbook while it is written: XML goes in at one end,
// and is packed whenever a chunk of it is there, so that a long sheet is never
// in memory as XML.
type part struct {
	xml    []byte // not packed yet
	packed bytes.Buffer
	crc    uint32
	size   uint64 // bytes of XML packed so far
	done   bool

	quick, thorough *flate.Writer // for a file of one chunk, and for a longer one
}

// parts keeps writers from one workbook to the next: a flate writer is large,
// and a thorough one takes longer to clean than a small sheet to pack.
var parts = sync.Pool{New: func() any {
	return &part{quick: newFlate(flate.BestSpeed), thorough: newFlate(flate.DefaultCompression)}
}}

// fixedPart packs a file that stays the same.
func fixedPart(xml string) *part {
	p := &part{xml: []byte(xml), quick: newFlate(flate.BestCompression)}
	p.finish()
	return p
}

func newFlate(level int) *flate.Writer {
	w, err := flate.NewWriter(nil, level)
	if err != nil {
		panic("table: flate: " + err.Error())
	}
	return w
}

// maxKept is the most room, in bytes, that a part keeps from one file to the next.
const maxKept = 256 << 10

// reset makes the part empty again.
func (p *part) reset() {
	p.xml = p.xml[:0]
	if p.packed.Reset(); p.packed.Cap() > maxKept {
		p.packed = bytes.Buffer{}
	}
	p.crc, p.size, p.done = 0, 0, false
}

const chunk = 32 << 10

// endChunk packs what is there if it is enough.
func (p *part) endChunk() {
	if len(p.xml) < chunk {
		return
	}
	if p.size == 0 {
		p.thorough.Reset(&p.packed)
	}
	p.pack(p.thorough)
}

// pack packs what is there. Writing to a buffer in memory cannot fail.
func (p *part) pack(w *flate.Writer) {
	p.crc = crc32.Update(p.crc, crc32.IEEETable, p.xml)
	p.size += uint64(len(p.xml))
	if _, err := w.Write(p.xml); err != nil {
		panic("table: flate: " + err.Error())
	}
	p.xml = p.xml[:0]
}

// finish packs the rest; afterwards packed, crc and size are whole.
func (p *part) finish() {
	if p.done {
		return
	}
	p.done = true
	w := p.thorough
	if p.size == 0 {
		w = p.quick
		w.Reset(&p.packed)
	}
	p.pack(w)
	if err := w.Close(); err != nil {
		panic("table: flate: " + err.Error())
	}
}

// add writes XML as it is.
func (p *part) add(xml string) { p.xml = append(p.xml, xml...) }

func (p *part) int(n int) { p.xml = strconv.AppendInt(p.xml, int64(n), 10) }

// escaped writes text, in an element or between double quotes. U+FFFD stands
// for what XML cannot hold; a carriage return is named, or readers would make
// a line end of it; and text that looks like Excel's own name of a character
// (ECMA-376 part 1, 22.9.2.19 ST_Xstring: _x000D_) has its first underscore named.
func (p *part) escaped(text string) {
	done := 0
	for i := 0; i < len(text); {
		if isPlain(text[i]) || text[i] == ' ' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if other := entity(r, size, text[i:]); other != "" {
			p.add(text[done:i])
			p.add(other)
			done = i + size
		}
		i += size
	}
	p.add(text[done:])
}

// entity is what is written for r, with which rest begins; "" for r itself.
func entity(r rune, size int, rest string) string {
	switch {
	case r == '&':
		return "&amp;"
	case r == '<':
		return "&lt;"
	case r == '>':
		return "&gt;"
	case r == '"':
		return "&quot;"
	case r == '\r':
		return "&#13;"
	case r == '_' && namesCharacter(rest):
		return "_x005F_"
	case !holdable(r, size):
		return "\uFFFD"
	}
	return ""
}

// namesCharacter reports whether text begins like _x000D_.
func namesCharacter(text string) bool {
	if len(text) < 7 || text[1] != 'x' || text[6] != '_' {
		return false
	}
	for _, c := range []byte(text[2:6]) {
		if c-'0' >= 10 && c|0x20-'a' >= 6 {
			return false
		}
	}
	return true
}
