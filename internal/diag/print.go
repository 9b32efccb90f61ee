package diag

// Printing: one list, five shapes. This file holds the choice between them and
// the text that people read; formats.go holds the shapes for machines. What
// must stay true: the same list always prints the same bytes, and no control
// character out of somebody's file reaches a terminal raw.

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Formats are the names that Write knows: text for people, json for programs,
// the rest for the reports of code hosts.
var Formats = []string{"text", "json", "github", "gitlab", "sarif"}

// Option changes how Write prints.
type Option int

// InColor adds ANSI colours to the text format; the other formats ignore it.
const InColor Option = 1

// Write prints list to w in one of Formats, in a language ("nl" is Dutch, all
// else English). It prints a sorted copy without repetitions: worst first. The
// error is that of w, or names an unknown format before anything is written.
func Write(w io.Writer, format, lang string, list List, options ...Option) error {
	list = slices.Clone(list).Sort()
	out := bufio.NewWriter(w)
	switch format {
	case "text":
		writeText(out, lang, list, paletteFor(slices.Contains(options, InColor)))
	case "json":
		writeJSONLines(out, lang, list)
	case "github":
		writeGitHub(out, lang, list)
	case "gitlab":
		writeGitLab(out, lang, list)
	case "sarif":
		writeSARIF(out, lang, list)
	default:
		return fmt.Errorf("unknown format %q: choose %s", format, strings.Join(Formats, ", "))
	}
	return out.Flush()
}

// words are the printer's own words in one language.
type words struct {
	severity [2]string // by Severity, one
	plural   [2]string // by Severity, none or many
	no, see  string
}

func wordsIn(lang string) words {
	if lang == "nl" {
		return words{[2]string{"waarschuwing", "fout"}, [2]string{"waarschuwingen", "fouten"}, "geen", "zie ook"}
	}
	return words{[2]string{"warning", "error"}, [2]string{"warnings", "errors"}, "no", "see also"}
}

func (w words) count(n int, s Severity) string {
	switch n {
	case 0:
		return w.no + " " + w.plural[s]
	case 1:
		return "1 " + w.severity[s]
	}
	return strconv.Itoa(n) + " " + w.plural[s]
}

// Summary is the line of counts under a list: "2 fouten, 1 waarschuwing",
// "no errors". It has no line end.
func (l List) Summary(lang string) string {
	w := wordsIn(lang)
	errors, warnings := l.Count()
	if warnings == 0 {
		return w.count(errors, Error)
	}
	return w.count(errors, Error) + ", " + w.count(warnings, Warning)
}

// palette holds the ANSI sequences of the text format; all are empty without
// colour.
type palette struct {
	severity         [2]string
	bold, dim, reset string
}

func paletteFor(colour bool) palette {
	if !colour {
		return palette{}
	}
	return palette{[2]string{"\x1b[33m", "\x1b[31m"}, "\x1b[1m", "\x1b[2m", "\x1b[0m"}
}

// writeText prints `file:line:col: severity: message (code)`, under it the
// hint and the related places, and at the end the counts.
func writeText(out *bufio.Writer, lang string, list List, p palette) {
	w := wordsIn(lang)
	for _, d := range list {
		s := d.Code.Severity
		if place := visible(d.Pos.String()); place != "" {
			fmt.Fprintf(out, "%s%s:%s ", p.bold, place, p.reset)
		}
		fmt.Fprintf(out, "%s%s:%s %s %s(%s)%s\n", p.severity[s], w.severity[s], p.reset,
			visible(d.Message(lang)), p.dim, d.Code.ID, p.reset)
		if hint := visible(d.Hint(lang)); hint != "" {
			fmt.Fprintf(out, "    %s\n", hint)
		}
		for _, r := range d.Related {
			fmt.Fprintf(out, "    %s%s %s%s\n", p.dim, w.see, visible(r.String()), p.reset)
		}
	}
	fmt.Fprintln(out, list.Summary(lang))
}

// visible returns s with everything that a terminal or a log could act upon
// written out as Go escapes: control characters, line ends, direction
// overrides, other invisible characters and bytes that are not UTF-8.
func visible(s string) string {
	if !strings.ContainsFunc(s, invisible) {
		return s
	}
	var b strings.Builder
	for i, size := 0, 0; i < len(s); i += size {
		var r rune
		r, size = utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case invisible(r) && r != utf8.RuneError:
			quoted := strconv.QuoteToASCII(string(r))
			b.WriteString(quoted[1 : len(quoted)-1])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// invisible reports whether a terminal could act upon r instead of showing it:
// Unicode categories Cc, Cf, Zl and Zp, and what is not UTF-8. The soft hyphen
// and the joiners that words need are safe.
func invisible(r rune) bool {
	switch r {
	case utf8.RuneError:
		return true
	case '\u00ad', '\u200c', '\u200d':
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}
