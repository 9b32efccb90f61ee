package diag

// The shapes for machines: JSON lines, GitHub's workflow commands and GitLab's
// Code Quality report (SARIF has a file of its own). What must stay true: each
// is valid by its own specification whatever stands in a message or a file
// name, and a fingerprint stays the same when lines move.

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// level is the English name of a severity, the same in every machine format.
func (s Severity) level() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

type jsonPlace struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

func placeOf(p Pos) jsonPlace { return jsonPlace{p.File, p.Line, p.Col} }

type jsonDiagnostic struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	jsonPlace
	Message string      `json:"message"`
	Hint    string      `json:"hint"`
	Related []jsonPlace `json:"related"`
}

// writeJSONLines prints one object a line: our own format, the keys in this
// order.
func writeJSONLines(out *bufio.Writer, lang string, list List) {
	for _, d := range list {
		related := make([]jsonPlace, len(d.Related))
		for i, r := range d.Related {
			related[i] = placeOf(r)
		}
		writeJSON(out, "", jsonDiagnostic{d.Code.Severity.level(), d.Code.ID, placeOf(d.Pos), d.Message(lang), d.Hint(lang), related})
	}
}

// writeJSON prints v and a line end, with the characters that visible writes
// out as JSON escapes, so that a terminal is safe and no character is lost.
func writeJSON(out *bufio.Writer, indent string, v any) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", indent)
	if err := encoder.Encode(v); err != nil {
		panic("diag: our own structs do not encode: " + err.Error())
	}
	for _, r := range b.String() {
		switch {
		case r < ' ' || r == utf8.RuneError || !invisible(r):
			out.WriteRune(r)
		case r > 0xffff:
			high, low := (r-0x10000)>>10+0xd800, (r-0x10000)&0x3ff+0xdc00
			fmt.Fprintf(out, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(out, `\u%04x`, r)
		}
	}
}

// writeGitHub prints workflow commands: docs.github.com, "Workflow commands for
// GitHub Actions", "Setting an error message". Line 0 leaves out line and
// column, and the annotation is about the file.
func writeGitHub(out *bufio.Writer, lang string, list List) {
	for _, d := range list {
		fmt.Fprintf(out, "::%s file=%s", d.Code.Severity.level(), githubProperty(d.Pos.File))
		if d.Pos.Line > 0 {
			fmt.Fprintf(out, ",line=%d,col=%d", d.Pos.Line, d.Pos.Col)
		}
		fmt.Fprintf(out, ",title=%s::%s\n", githubProperty(d.Code.ID), githubData(d.whole(lang)))
	}
}

// whole is the message, the hint and the related places, a line each.
func (d Diagnostic) whole(lang string) string {
	lines := []string{d.Message(lang)}
	if hint := d.Hint(lang); hint != "" {
		lines = append(lines, hint)
	}
	for _, r := range d.Related {
		lines = append(lines, wordsIn(lang).see+" "+r.String())
	}
	return strings.Join(lines, "\n")
}

// githubData escapes the text after "::", as @actions/core's escapeData does.
func githubData(s string) string {
	kept := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
	return visible(kept)
}

// githubProperty escapes a property, as @actions/core's escapeProperty does.
func githubProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(githubData(s))
}

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string `json:"path"`
	Lines struct {
		Begin int `json:"begin"`
	} `json:"lines"`
}

// writeGitLab prints a Code Quality report: docs.gitlab.com, "Code Quality",
// "Code Quality report format". A file as a whole is reported at line 1.
func writeGitLab(out *bufio.Writer, lang string, list List) {
	issues := make([]gitlabIssue, len(list))
	prints := fingerprints(list)
	for i, d := range list {
		severity := "minor"
		if d.Code.Severity == Error {
			severity = "major"
		}
		issues[i] = gitlabIssue{d.Message(lang), d.Code.ID, prints[i], severity, gitlabLocation{Path: d.Pos.File}}
		issues[i].Location.Lines.Begin = max(1, d.Pos.Line)
	}
	writeJSON(out, "  ", issues)
}

// fingerprints names each diagnostic of list by what it says and not by where
// it stands in its file: 32 hexadecimal digits over code, file, arguments and
// how many of its like came before it.
func fingerprints(list List) []string {
	seen := make(map[string]int, len(list))
	prints := make([]string, len(list))
	for i, d := range list {
		like := fmt.Sprintf("%q %q %q", d.Code.ID, d.Pos.File, d.Args)
		sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", like, seen[like]))
		prints[i] = hex.EncodeToString(sum[:16])
		seen[like]++
	}
	return prints
}
