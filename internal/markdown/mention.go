package markdown

// Mentions: #some-id in running text refers to what has that id, as people
// write it in mails and minutes. What must stay true: "#1", "&#160;", "\#x" and
// an anchor in an address are no mentions.

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mentions writes a stretch of Markdown text that begins at an offset of the
// source, with its mentions as references.
func (w *writer) mentions(value []byte, offset int) {
	done := 0
	if !w.inLink && !w.bare && !w.opt.flat {
		for i := 0; ; {
			found := bytes.IndexByte(value[i:], '#')
			if found < 0 {
				break
			}
			at := i + found
			size := mentionAt(w.src, offset+at, offset+len(value))
			if size > 0 {
				w.out.markdownText(value[done:at])
				text := string(value[at : at+size])
				w.refer(Ref{Kind: Mention, Dest: text[1:], Text: text, Pos: w.place.at(offset + at)})
				done = at + size
			}
			i = at + max(size, 1)
		}
	}
	w.out.markdownText(value[done:])
}

// mentionAt returns the length in bytes of the mention at src[at], a #, that
// ends before end; 0 when it is none.
func mentionAt(src []byte, at, end int) int {
	before, _ := utf8.DecodeLastRune(src[:at])
	if at > 0 && !unicode.IsSpace(before) && !strings.ContainsRune("([\"'“‘„‚«‹–—…,;:|>*_~", before) {
		return 0
	}
	stop := at + 1
	for stop < end && isIDByte(src[stop]) {
		stop++
	}
	next, _ := utf8.DecodeRune(src[stop:end])
	if stop < end && (next == '_' || unicode.IsLetter(next) || unicode.IsNumber(next)) {
		return 0
	}
	for src[stop-1] == '-' {
		stop--
	}
	if stop-at < 3 || src[at+1] < 'a' || src[at+1] > 'z' {
		return 0
	}
	return stop - at
}

func isIDByte(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-'
}
