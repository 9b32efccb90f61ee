package search

// Tokens: a text cut into the words one may look for (format.go, section 8).
// Words with hyphens, apostrophes or full stops within are found whole and in
// parts. Queries are cut by the same rules as documents.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is one key at one place. Accent is the key with its marks. Parts are
// the keys of a joined token ("sintamandsberg": "sint", "amandsberg").
type token struct {
	key, accent string
	position    int
	parts       []string
}

// atom is a piece of text between separators: where it starts and ends, in
// bytes, and its folded forms.
type atom struct {
	start, end  int
	key, accent string
}

// tokenizer cuts texts; its buffers are used again for the next text.
type tokenizer struct {
	group []atom
	emit  func(token)
	next  int // position of the next atom
}

// tokens returns the tokens of a text, positions starting at 0.
func tokens(text string) []token {
	var all []token
	t := tokenizer{emit: func(k token) { all = append(all, k) }}
	t.text(text)
	return all
}

// text emits the tokens of one text, at the positions that follow.
func (t *tokenizer) text(s string) {
	for i := 0; i < len(s); {
		end, key, accent := readAtom(s, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		if key == "" { // only marks or invisible characters
			t.flush()
			i = end
			continue
		}
		if n := len(t.group); n > 0 && (n == mostAtoms || !connects(s, t.group[n-1].end, i)) {
			t.flush()
		}
		t.group = append(t.group, atom{i, end, key, accent})
		i = end
	}
	t.flush()
}

// flush emits the tokens of the group that ended.
func (t *tokenizer) flush() {
	group := t.group
	t.group = t.group[:0]
	if len(group) == 1 {
		t.emit(token{group[0].key, group[0].accent, t.next, nil})
	} else if len(group) > 1 {
		t.emit(joined(group, t.next))
		for i, a := range group {
			if !isLetter(a.key) {
				t.emit(token{a.key, a.accent, t.next + i, nil})
			}
		}
	}
	t.next += len(group)
}

// joined returns the token of all atoms of a group together.
func joined(group []atom, position int) token {
	var key, accent strings.Builder
	var parts []string
	for _, a := range group {
		key.WriteString(a.key)
		accent.WriteString(a.accent)
		if !isLetter(a.key) {
			parts = append(parts, a.key)
		}
	}
	return token{cut(key.String()), cut(accent.String()), position, parts}
}

// isLetter tells whether a key is a single letter.
func isLetter(key string) bool {
	r, size := utf8.DecodeRuneInString(key)
	return size == len(key) && unicode.IsLetter(r)
}

// cut shortens a key to the most code points one may have.
func cut(key string) string {
	if len(key) <= mostKey {
		return key
	}
	n := 0
	for i := range key {
		if n++; n > mostKey {
			return key[:i]
		}
	}
	return key
}

// readAtom reads the atom or number at byte i of s; end is i if there is none.
func readAtom(s string, i int) (end int, key, accent string) {
	if end, digits := readNumber(s, i); end > i {
		return end, digits, digits
	}
	for end = i; end < len(s); {
		c := s[end]
		if c < utf8.RuneSelf {
			if !isAtomASCII(c) {
				break
			}
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[end:])
		if !isAtomRune(r) || r == utf8.RuneError && size == 1 {
			break
		}
		end += size
	}
	key, accent = foldBoth(s[i:end])
	return end, key, accent
}

// isAtomRune tells whether a code point above ASCII is part of an atom.
func isAtomRune(r rune) bool {
	return r != '\u02bc' && unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.Cf)
}

// readNumber reads a number with separated thousands (5.000, 5 000) that begins
// at byte i, where no atom character stands before; end is i if there is none.
func readNumber(s string, i int) (end int, digits string) {
	first := i
	for first < len(s) && first < i+4 && isDigit(s[first]) {
		first++
	}
	if first == i || first == i+4 || s[i] == '0' {
		return i, ""
	}
	size := separatorSize(s[first:])
	if size == 0 {
		return i, ""
	}
	separator, end := s[first:first+size], first
	for strings.HasPrefix(s[end:], separator) && threeDigits(s[end+size:]) {
		end += size + 3
	}
	if end == first {
		return i, ""
	}
	return end, strings.ReplaceAll(s[i:end], separator, "")
}

// separatorSize returns the bytes of the separator of thousands that s begins
// with, or 0.
func separatorSize(s string) int {
	for _, separator := range []string{".", " ", "\u00a0", "\u2009", "\u202f"} {
		if strings.HasPrefix(s, separator) {
			return len(separator)
		}
	}
	return 0
}

// threeDigits tells whether s begins with three digits and no atom goes on.
func threeDigits(s string) bool {
	if len(s) < 3 || !isDigit(s[0]) || !isDigit(s[1]) || !isDigit(s[2]) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[3:])
	return len(s) == 3 || !(r < utf8.RuneSelf && isAtomASCII(byte(r)) || r >= utf8.RuneSelf && isAtomRune(r))
}

// connects tells whether the text between two atoms, bytes from..to of s, is
// one connector.
func connects(s string, from, to int) bool {
	switch s[from:to] {
	case "'", "\u2019", "\u2018", "\u02bc", "`", "\u00b4", "\u2032", "-", "\u2010", "\u2011", ".", "_":
		return true
	case "/":
		return isDigit(s[from-1]) && isDigit(s[to])
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
