package source

// The text of a table on its way to encoding/csv. A table may be larger than
// memory, so the text comes in pieces and only that of the row in hand is
// kept: to count the characters before a cell, and to begin again on the next
// line after a quote that is never closed.

import (
	"bytes"
	"errors"
	"io"

	"glashelder/internal/diag"
	"glashelder/internal/privacy"
)

const maxRow = 1 << 20 // bytes of one row, and of one line

var (
	errNoText   = errors.New("the bytes are no text") // a diagnostic was added
	errLongLine = errors.New("the line has no end")
	errLongRow  = errors.New("the row has no end")
)

// tableText is an io.Reader of clean text that remembers what it gave out
// since the last drop.
type tableText struct {
	src      io.Reader
	cleaner  cleaner
	raw      []byte // read from src and not yet cleaned: the beginning of a line
	kept     []byte // text that was not dropped
	next     int    // index in kept of the first byte not given out
	line     int    // number of the line that kept begins with
	tail     int    // number of the line after kept
	list     diag.List
	findings []privacy.Finding
	err      error // why there is no more; io.EOF at the end
}

func newTableText(file string, src io.Reader) *tableText {
	return &tableText{src: src, cleaner: cleaner{file: file}, line: 1, tail: 1}
}

func (t *tableText) Read(p []byte) (int, error) {
	for t.next == len(t.kept) {
		if t.err != nil {
			return 0, t.err
		}
		if len(t.kept) > maxRow {
			return 0, errLongRow
		}
		t.fill()
	}
	n := copy(p, t.kept[t.next:])
	t.next += n
	return n, nil
}

// fill takes the next whole lines from src.
func (t *tableText) fill() {
	from := len(t.raw)
	t.raw = append(t.raw, make([]byte, 32<<10)...)
	n, err := t.src.Read(t.raw[from:])
	t.raw = t.raw[:from+n]
	end := lastLineEnd(t.raw)
	if err != nil {
		end, t.err = len(t.raw), err
	}
	if end == 0 && len(t.raw) > maxRow {
		t.err = errLongLine
	}
	if end == 0 {
		return
	}
	text, list, ok := t.cleaner.clean(t.raw[:end], t.tail)
	t.list = append(t.list, list...)
	if !ok {
		t.err = errNoText
		return
	}
	for _, f := range privacy.Find(text) {
		f.Line += t.tail - 1
		t.findings = append(t.findings, f)
	}
	t.kept = append(t.kept, text...)
	t.tail += bytes.Count(text, []byte("\n"))
	t.raw = append(t.raw[:0], t.raw[end:]...)
}

// lastLineEnd is the index after the last line that is whole in raw. A "\r" at
// the very end may still be followed by its "\n".
func lastLineEnd(raw []byte) int {
	if i := bytes.LastIndexByte(raw, '\n'); i >= 0 {
		return i + 1
	}
	if len(raw) == 0 {
		return 0
	}
	return bytes.LastIndexByte(raw[:len(raw)-1], '\r') + 1
}

// drop forgets the first n bytes of what was given out.
func (t *tableText) drop(n int) {
	t.line += bytes.Count(t.kept[:n], []byte("\n"))
	t.kept = t.kept[n:]
	t.next -= n
}

// firstLine is the length of kept up to and with its first line that is not
// blank, once as much has been read.
func (t *tableText) firstLine() int {
	for from := 0; ; {
		i := bytes.IndexByte(t.kept[from:], '\n')
		line := t.kept[from:]
		if i >= 0 {
			line = line[:i+1]
		}
		full := len(bytes.TrimSpace(line)) > 0
		switch {
		case i >= 0 && full, t.err != nil && i < 0:
			return from + len(line)
		case i >= 0:
			from += i + 1
		default:
			t.fill()
		}
	}
}
