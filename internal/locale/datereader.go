// This file has the small steps in which a date in running text is read: a
// number, a word, a sign. What must stay true: steps never read past the text,
// and whoever gives up on a reading puts the reader back where it began.

package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dateReader reads one date from a place where figures begin.
type dateReader struct {
	text string
	at   int // byte from which to read on
	in   []*Language
}

// figures reads a row of at least least and at most most figures.
func (r *dateReader) figures(least, most int) (n int, ok bool) {
	size := figuresAt(r.text, r.at)
	if size < least || size > most {
		return 0, false
	}
	for range size {
		n = 10*n + int(r.text[r.at]-'0')
		r.at++
	}
	return n, true
}

// literal reads one text, in capitals or not.
func (r *dateReader) literal(s string) bool {
	if len(r.text)-r.at < len(s) || !strings.EqualFold(r.text[r.at:r.at+len(s)], s) {
		return false
	}
	r.at += len(s)
	return true
}

// ends reports whether a date can end here: no letter, figure, or sign with a
// figure after it.
func (r *dateReader) ends() bool {
	next, size := utf8.DecodeRuneInString(r.text[r.at:])
	switch {
	case size == 0:
		return true
	case strings.ContainsRune(".,-/:", next):
		return figuresAt(r.text, r.at+1) == 0
	}
	return !unicode.IsLetter(next) && !unicode.IsNumber(next)
}

// isAmount reports whether the name of the euro follows: "in mei 2000 euro".
func (r *dateReader) isAmount() bool {
	rest := dateReader{text: r.text, at: r.at}
	rest.spaces()
	return rest.literal("€") || rest.literal("eur")
}

// spaces passes over white space, at most one new line of it, and reports whether there was any.
func (r *dateReader) spaces() bool {
	start, lines := r.at, 0
	for r.at < len(r.text) {
		next, size := utf8.DecodeRuneInString(r.text[r.at:])
		if next == '\n' {
			lines++
		}
		if !unicode.IsSpace(next) || lines > 1 {
			break
		}
		r.at += size
	}
	return r.at > start
}

// word reads the letters that stand here; "" when there are none.
func (r *dateReader) word() string {
	rest := r.text[r.at:]
	size := strings.IndexFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) })
	if size < 0 {
		size = len(rest)
	}
	r.at += size
	return rest[:size]
}

// dayNumber reads a day of the month: "7", "1er", "22nd", "7.".
func (r *dateReader) dayNumber() (int, bool) {
	day, ok := r.figures(1, 2)
	if !ok || day < 1 || day > 31 {
		return 0, false
	}
	before := r.at
	suffix := r.word()
	if suffix == "" {
		r.literal(".")
		return day, true
	}
	for _, l := range r.in {
		for _, ordinal := range l.calendar.ordinals {
			if strings.EqualFold(suffix, ordinal) {
				return day, true
			}
		}
	}
	r.at = before
	return 0, false
}

// otherDay reads "en 8", "tot en met zondag 8", "-8"; where there is none it
// returns first and stays where it was.
func (r *dateReader) otherDay(first int) int {
	begin := r.at
	for _, l := range r.in {
		for _, join := range l.calendar.joins {
			if r.join(join) {
				if day, ok := r.namedDay(); ok {
					return day
				}
			}
			r.at = begin
		}
	}
	return first
}

// join reads what stands between two days; a word needs spaces around it, a sign may have them.
func (r *dateReader) join(join string) bool {
	before := r.spaces()
	if !r.literal(join) {
		return false
	}
	after := r.spaces()
	letter, _ := utf8.DecodeRuneInString(join)
	return before && after || !unicode.IsLetter(letter)
}

// namedDay reads a day of the month, with or without the day of the week.
func (r *dateReader) namedDay() (int, bool) {
	if before := r.at; !r.weekday(r.word()) || !r.spaces() {
		r.at = before
	}
	return r.dayNumber()
}

// monthHere reads the name of a month after spaces, 1–12; 0 when there is none.
func (r *dateReader) monthHere() int {
	begin := r.at
	if r.spaces() {
		word := r.word()
		if strings.EqualFold(word, "of") && r.spaces() {
			word = r.word()
		}
		if month := r.month(word); month > 0 {
			r.literal(".")
			return month
		}
	}
	r.at = begin
	return 0
}

// yearHere reads a year after spaces, or after a comma and spaces.
func (r *dateReader) yearHere() (int, bool) {
	begin := r.at
	r.literal(",")
	if r.spaces() {
		if year, ok := r.figures(4, 4); ok && r.ends() {
			return year, true
		}
	}
	r.at = begin
	return 0, false
}

// wordBefore returns the word before the figures at r.at, and where it starts.
// Spaces must be between, and a full stop or comma may be.
func (r *dateReader) wordBefore() (word string, at int) {
	head := strings.TrimRightFunc(r.text[:r.at], unicode.IsSpace)
	if len(head) == r.at || strings.Count(r.text[len(head):r.at], "\n") > 1 {
		return "", r.at
	}
	if n := len(head); n > 0 && (head[n-1] == '.' || head[n-1] == ',') {
		head = head[:n-1]
	}
	at = 1 + strings.LastIndexFunc(head, func(c rune) bool { return !unicode.IsLetter(c) })
	if at > 0 {
		_, size := utf8.DecodeRuneInString(head[at-1:])
		at += size - 1
	}
	return head[at:], at
}

// month returns the number of the month with this name or abbreviation, or 0.
func (r *dateReader) month(word string) int {
	if len(word) < 3 || len(word) > longestName {
		return 0
	}
	for _, l := range r.in {
		for i, name := range l.calendar.months {
			if strings.EqualFold(word, name) {
				return i + 1
			}
			for _, short := range l.calendar.short[i] {
				if strings.EqualFold(word, short) {
					return i + 1
				}
			}
		}
	}
	return 0
}

// weekday reports whether a word is the name of a day of the week.
func (r *dateReader) weekday(word string) bool {
	if len(word) < 4 || len(word) > longestName {
		return false
	}
	for _, l := range r.in {
		for _, name := range l.calendar.days {
			if strings.EqualFold(word, name) {
				return true
			}
		}
	}
	return false
}

// longestName is the most bytes in the name of a month or a weekday.
const longestName = 16
