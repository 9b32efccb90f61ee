// Package privacy finds what looks like a person's number or address in a text.
//
// One pass looks at each digit and each @, and asks the rules of its kinds what
// begins there. What must stay true: the time is linear in the length of the
// text, a finding is checked by more than its shape wherever its kind has a
// check, and the numbers that a city writes every day (enterprise numbers,
// amounts, dates, articles, versions) are not found.
package privacy

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is what a finding looks like.
type Kind string

// The kinds of personal data that are looked for.
const (
	NationalNumber Kind = "national-number" // Belgian national register number, or bis number
	BSN            Kind = "bsn"             // Dutch citizen service number
	IBAN           Kind = "iban"
	Card           Kind = "card" // payment card
	Phone          Kind = "phone"
	Email          Kind = "email"
)

// Finding is one value that looks personal. Line and Col count from 1, Col in
// characters (runes).
type Finding struct {
	Kind  Kind
	Value string // as written
	Line  int
	Col   int
}

// Find returns what looks personal in a text, in the order of the text. Digits
// count only where they stand alone: not inside a longer number or a word, nor
// in an address with "://".
func Find(text []byte) []Finding {
	s := scanner{text: text}
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == '@':
			s.email(i)
			i++
		case c == ':' && s.has(i, "://"):
			i = s.endOfURL(i)
		case isDigit(c):
			i = s.number(i)
		default:
			i++
		}
	}
	return s.findings()
}

// Normalise reduces a value to its letters and digits, in lower case, so that
// two ways of writing one number are equal.
func Normalise(value string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, value)
}

// match is a finding by its offsets in bytes.
type match struct {
	kind       Kind
	start, end int
}

// scanner holds the text and what was found in it.
type scanner struct {
	text    []byte
	matches []match
	current number // the one that is looked at, kept to save an allocation for each
}

// findings gives the matches their lines and columns.
func (s *scanner) findings() []Finding {
	slices.SortFunc(s.matches, func(a, b match) int { return cmp.Or(a.start-b.start, a.end-b.end) })
	var found []Finding
	at, line, col := 0, 1, 1
	for _, m := range s.matches {
		for at < m.start {
			r, size := utf8.DecodeRune(s.text[at:])
			at += size
			col++
			if r == '\n' {
				line, col = line+1, 1
			}
		}
		found = append(found, Finding{m.kind, string(s.text[m.start:m.end]), line, col})
	}
	return found
}

func (s *scanner) add(kind Kind, start, end int) {
	s.matches = append(s.matches, match{kind, start, end})
}

// number looks at the numbers that begin at i, a digit, and returns where to go on.
func (s *scanner) number(i int) int {
	if end := s.iban(i); end > 0 {
		return end
	}
	end := i
	for end < len(s.text) && isDigit(s.text[end]) {
		end++
	}
	if s.insideWord(i) {
		return end
	}
	n := s.groups(i)
	if !n.enough() {
		return end
	}
	if used := s.startsWith(n); used > 0 {
		return n.groups[used-1].end
	}
	return end
}

// startsWith asks each rule whether the number begins with its kind, and
// returns how many groups of digits that takes.
func (s *scanner) startsWith(n *number) int {
	for _, rule := range []struct {
		kind Kind
		find func(*scanner, *number) int
	}{
		{BSN, (*scanner).namedBSN},
		{NationalNumber, (*scanner).nationalNumber},
		{Card, (*scanner).card},
		{Phone, (*scanner).phone},
		{BSN, (*scanner).bareBSN},
	} {
		if used := rule.find(s, n); used > 0 {
			s.add(rule.kind, n.start, n.groups[used-1].end)
			return used
		}
	}
	return 0
}

// insideWord reports whether the digit at i goes on something: a letter, the
// decimals of an amount, or a group that a point or hyphen ties to it.
func (s *scanner) insideWord(i int) bool {
	before, size := utf8.DecodeLastRune(s.text[:i])
	if size == 0 {
		return false
	}
	if before == '.' || before == ',' || before == '-' || before == '/' {
		return i >= 2 && isDigit(s.text[i-2])
	}
	return unicode.IsLetter(before) || unicode.IsNumber(before) || before == '_'
}

func (s *scanner) has(i int, word string) bool {
	return len(s.text)-i >= len(word) && string(s.text[i:i+len(word)]) == word
}

// endOfURL returns where the address ends whose "://" is at i.
func (s *scanner) endOfURL(i int) int {
	for i < len(s.text) && s.text[i] > ' ' && strings.IndexByte("<>\"')]|`@", s.text[i]) < 0 {
		i++
	}
	return i
}

// follows reports whether one of the words begins within the given number of
// bytes before i, in any case. They are in lower case; one with a "*" behind it
// also begins longer words.
func (s *scanner) follows(i, reach int, words ...string) bool {
	before := strings.ToLower(string(s.text[s.startOfWord(max(0, i-reach), i):i]))
	return slices.ContainsFunc(words, func(word string) bool { return hasWord(before, word) })
}

// startOfWord is where the first word begins from from on; end where none does.
func (s *scanner) startOfWord(from, end int) int {
	for from < end && !utf8.RuneStart(s.text[from]) {
		from++
	}
	if before, _ := utf8.DecodeLastRune(s.text[:from]); !goesOn(before) {
		return from
	}
	for from < end {
		r, size := utf8.DecodeRune(s.text[from:])
		if !goesOn(r) {
			break
		}
		from += size
	}
	return from
}

// hasWord reports whether a word stands in text, as follows takes it.
func hasWord(text, word string) bool {
	stem, longer := strings.CutSuffix(word, "*")
	for at := 0; ; at++ {
		next := strings.Index(text[at:], stem)
		if next < 0 {
			return false
		}
		at += next
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(stem):])
		if !goesOn(before) && (longer || !unicode.IsLetter(after)) {
			return true
		}
	}
}

// goesOn reports whether letters behind r are no word of their own: r is a
// letter, or the point in stad.be.
func goesOn(r rune) bool { return r == '.' || unicode.IsLetter(r) }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
