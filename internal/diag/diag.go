// Package diag holds what is wrong with content: where, how bad, and in whose words.
//
// A content mistake is a value, not an error: a function that looks at content
// returns a List beside its result and goes on. What must stay true: a code's
// ID never changes once published, and a position counts lines and characters
// from 1.
package diag

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Severity says whether a diagnostic stops publication.
type Severity int

// Only an Error stops publication; with --strict a Warning does too.
const (
	Warning Severity = iota
	Error
)

// Pos is a place in a file of the site. File is relative to the source, with
// "/"; Line and Col count from 1, Col in characters (runes). Line 0 means the
// file as a whole.
type Pos struct {
	File string
	Line int
	Col  int
}

func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Col)
}

// Text is what a Code says in one language. In Message and Hint, {1}, {2} …
// stand for the arguments of a diagnostic.
type Text struct {
	Message string // one sentence, lower case, no full stop
	Hint    string // what to do next; may be empty
	Explain string // some sentences for `glashelder explain CODE`: why the rule exists, an example, how to mend it
}

// Code is one rule's identity and words. Codes are package variables beside
// the rule they belong to, and are listed in a slice literal of their package.
type Code struct {
	ID       string // stable, lower case with hyphens, Dutch: "verwijzing-onbekend"
	Severity Severity
	NL, EN   Text
}

// In returns the words of c for a language code; Dutch for "nl", English for
// every other language.
func (c *Code) In(lang string) Text {
	if lang == "nl" {
		return c.NL
	}
	return c.EN
}

// Diagnostic is one mistake at one place.
type Diagnostic struct {
	Code    *Code
	Pos     Pos
	Args    []string
	Near    string // a known name near the one that was written: "bedoelde u …?"; may be empty
	Related []Pos
}

// Message is the sentence of d in a language, with its arguments filled in.
func (d Diagnostic) Message(lang string) string {
	return fill(d.Code.In(lang).Message, d.Args)
}

// Hint is what to do about d, in a language; empty where there is nothing to add.
func (d Diagnostic) Hint(lang string) string {
	hint := fill(d.Code.In(lang).Hint, d.Args)
	if d.Near == "" {
		return hint
	}
	question := fmt.Sprintf("did you mean %q?", d.Near)
	if lang == "nl" {
		question = fmt.Sprintf("bedoelde u %q?", d.Near)
	}
	return strings.TrimSpace(question + " " + hint)
}

// fill puts args in the places {1}, {2} … of a text.
func fill(text string, args []string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	pairs := make([]string, 0, 2*len(args))
	for i, a := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i+1)+"}", a)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// List collects diagnostics. The zero List is empty and ready to use.
type List []Diagnostic

// Add appends a diagnostic and returns it, so that a caller may set Near or
// add Related places before the next Add.
func (l *List) Add(code *Code, pos Pos, args ...any) *Diagnostic {
	words := make([]string, len(args))
	for i, a := range args {
		words[i] = fmt.Sprint(a)
	}
	*l = append(*l, Diagnostic{Code: code, Pos: pos, Args: words})
	return &(*l)[len(*l)-1]
}

// Count returns the number of errors and of warnings.
func (l List) Count() (errors, warnings int) {
	for _, d := range l {
		if d.Code.Severity == Error {
			errors++
		} else {
			warnings++
		}
	}
	return errors, warnings
}

// Sort orders l worst first, then by place, code and arguments, and drops
// exact repetitions, so that the same site always gives the same list.
func (l List) Sort() List {
	slices.SortStableFunc(l, compare)
	return slices.CompactFunc(l, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		-cmp.Compare(a.Code.Severity, b.Code.Severity),
		strings.Compare(a.Pos.File, b.Pos.File),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Col, b.Pos.Col),
		strings.Compare(a.Code.ID, b.Code.ID),
		slices.Compare(a.Args, b.Args),
	)
}

// Near returns the candidate closest to name if it is near enough to be a slip
// of the pen, else "". Distance is Damerau-Levenshtein in characters, at most
// one for every three characters of name.
func Near(name string, candidates []string) string {
	best, bestDistance := "", max(1, len([]rune(name))/3)+1
	written := []rune(name)
	for _, c := range candidates {
		letters := []rune(c)
		if more := len(letters) - len(written); max(more, -more) > bestDistance {
			continue // so many letters must come or go
		}
		if d := distance(written, letters); d < bestDistance || (d == bestDistance && best != "" && c < best) {
			best, bestDistance = c, d
		}
	}
	return best
}

// longest is the length in characters up to which names are compared.
const longest = 64

// distance is the number of insertions, deletions, substitutions and swaps of
// neighbours that turn a into b (optimal string alignment).
func distance(a, b []rune) int {
	if len(a) > longest || len(b) > longest {
		return math.MaxInt // nothing that long is near anything
	}
	var rows [3][longest + 1]int
	before, previous, row := &rows[0], &rows[1], &rows[2]
	for j := range previous {
		previous[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(previous[j]+1, row[j-1]+1, previous[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, previous, row = previous, row, before
	}
	return previous[len(b)]
}
