package markdown

// The buffer that HTML is written into, and the three ways of escaping: text,
// attribute, address. Buffers are pooled, as one is needed for every text.

import (
	"bytes"
	"html"
	"sync"
	"unicode/utf8"

	goldhtml "github.com/yuin/goldmark/renderer/html"
)

// buffer grows by appending. It is goldmark's util.BufWriter too, so that
// goldmark's own resolver of entities and backslashes can write into it.
type buffer struct{ b []byte }

var buffers = sync.Pool{New: func() any { return &buffer{b: make([]byte, 0, 16<<10)} }}

func takeBuffer() *buffer {
	b := buffers.Get().(*buffer)
	b.b = b.b[:0]
	return b
}

// release gives b back, unless it grew so large that keeping it costs more than
// making another.
func (b *buffer) release() {
	if cap(b.b) <= 1<<20 {
		buffers.Put(b)
	}
}

func (b *buffer) add(parts ...string) {
	for _, s := range parts {
		b.b = append(b.b, s...)
	}
}

// escape appends s as the text of an element.
func (b *buffer) escape(s string) { b.b = appendEscaped(b.b, s, false) }

// quoted appends s as the value of an attribute, between double quotes.
func (b *buffer) quoted(s string) { b.b = appendEscaped(b.b, s, true) }

// attribute appends a whole attribute, unless its value is empty.
func (b *buffer) attribute(name, value string) {
	if value == "" {
		return
	}
	b.add(" ", name, `="`)
	b.quoted(value)
	b.add(`"`)
}

func appendEscaped[T string | []byte](dst []byte, s T, quotes bool) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		var instead string
		switch c := s[i]; {
		case c > '>':
			continue
		case c == '&':
			instead = "&amp;"
		case c == '<':
			instead = "&lt;"
		case c == '>':
			instead = "&gt;"
		case c == '"' && quotes:
			instead = "&quot;"
		default:
			continue
		}
		dst = append(append(dst, s[start:i]...), instead...)
		start = i + 1
	}
	return append(dst, s[start:]...)
}

// url appends an address as the value of an attribute: bytes that RFC 3986 does
// not allow anywhere are percent-encoded, letters of other scripts are kept, as
// the URL Standard does.
func (b *buffer) url(s string) {
	const hex = "0123456789ABCDEF"
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '&':
			b.add("&amp;")
		case c == '%' && (i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2])):
			b.add("%25")
		case c <= ' ' || c == 0x7F || isOutsideURL(c):
			b.b = append(b.b, '%', hex[c>>4], hex[c&15])
		default:
			b.b = append(b.b, c)
		}
	}
}

func isOutsideURL(c byte) bool {
	switch c {
	case '"', '<', '>', '[', '\\', ']', '^', '`', '{', '|', '}':
		return true
	}
	return false
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// markdownText appends a stretch of Markdown text as HTML, its entities and
// backslash escapes resolved.
func (b *buffer) markdownText(value []byte) {
	if needsResolving(value) {
		start := len(b.b)
		goldhtml.DefaultWriter.Write(b, value)
		tail := bytes.ReplaceAll(b.b[start:], []byte("&quot;"), []byte(`"`)) // as appendEscaped has it
		b.b = append(b.b[:start], withoutControls(tail)...)
		return
	}
	b.b = appendEscaped(b.b, value, false)
}

func needsResolving(value []byte) bool {
	for _, c := range value {
		if c == '\\' || c == '&' {
			return true
		}
	}
	return false
}

// resolved is the plain text of a stretch of Markdown text.
func resolved(value []byte) string {
	if !needsResolving(value) {
		return string(value)
	}
	b := takeBuffer()
	defer b.release()
	b.markdownText(value)
	return html.UnescapeString(string(b.b))
}

// The rest makes buffer a util.BufWriter.

func (b *buffer) Write(p []byte) (int, error)       { b.b = append(b.b, p...); return len(p), nil }
func (b *buffer) WriteString(s string) (int, error) { b.b = append(b.b, s...); return len(s), nil }
func (b *buffer) WriteByte(c byte) error            { b.b = append(b.b, c); return nil }
func (b *buffer) Available() int                    { return cap(b.b) - len(b.b) }
func (b *buffer) Buffered() int                     { return 0 }
func (b *buffer) Flush() error                      { return nil }

func (b *buffer) WriteRune(r rune) (int, error) {
	n := len(b.b)
	b.b = utf8.AppendRune(b.b, r)
	return len(b.b) - n, nil
}
