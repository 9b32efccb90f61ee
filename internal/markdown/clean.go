package markdown

// What a text may not hold, mended before it is parsed: characters that HTML
// forbids, and line ends of other systems. What must stay true: a character is
// replaced by one character and a line end by a line end, so that lines and
// columns stay those of the file.

import "bytes"

// clean returns src with line feeds for line ends and U+FFFD for characters
// that HTML forbids. It returns src itself where there is nothing to mend.
func clean(src []byte) []byte {
	if bytes.IndexByte(src, '\r') >= 0 {
		src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
		src = bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
	}
	return withoutControls(src)
}

// withoutControls replaces each control character (but tab, line feed and
// carriage return) and U+FFFE and U+FFFF, which the HTML Standard calls parse
// errors (section 13.2.3.5), by U+FFFD, and vertical white space by a blank. It
// returns src itself when it has none.
func withoutControls(src []byte) []byte {
	at := firstControl(src)
	if at < 0 {
		return src
	}
	var out []byte
	for at >= 0 {
		out = append(out, src[:at]...)
		size := controlAt(src, at)
		if src[at] == '\v' || src[at] == '\f' {
			out = append(out, ' ')
		} else {
			out = append(out, "\uFFFD"...)
		}
		src = src[at+size:]
		at = firstControl(src)
	}
	return append(out, src...)
}

// firstControl returns the offset of the first forbidden character, or -1.
func firstControl(src []byte) int {
	for i, c := range src {
		if (c < ' ' || c >= 0x7F) && controlAt(src, i) > 0 {
			return i
		}
	}
	return -1
}

// controlAt returns how many bytes long the forbidden character at src[i] is;
// 0 when it is none.
func controlAt(src []byte, i int) int {
	switch c := src[i]; {
	case c < ' ':
		if c == '\t' || c == '\n' || c == '\r' {
			return 0
		}
		return 1
	case c == 0x7F:
		return 1
	case c == 0xC2 && i+1 < len(src) && src[i+1] < 0xA0:
		return 2
	case c == 0xEF && i+2 < len(src) && src[i+1] == 0xBF && src[i+2] >= 0xBE:
		return 3
	}
	return 0
}
