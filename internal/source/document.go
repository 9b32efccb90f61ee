package source

// A Markdown file is front matter and prose. This file finds the line between
// the two, has each read by the package or file that knows it, and keeps their
// positions those of the file.

import (
	"bytes"

	"glashelder/internal/diag"
	"glashelder/internal/markdown"
	"glashelder/internal/privacy"
)

// parts is a Markdown file cut in two.
type parts struct {
	fence string // "+++" for TOML, "---" for YAML, "" without front matter
	front []byte // between the fences; its first line is line 2
	prose []byte
	line  int  // number of the line on which prose starts
	open  bool // a "+++" that is not closed: all of the file may be front matter
}

// cut finds the front matter of a text. It begins on the first line only and
// ends at the next line that has the same fence. A "---" that is not repeated
// is a rule in prose.
func cut(text []byte) parts {
	first, rest, _ := bytes.Cut(text, []byte("\n"))
	fence := string(bytes.TrimRight(first, " \t"))
	if fence != "+++" && fence != "---" {
		return parts{prose: text, line: 1}
	}
	line := 2
	for at := 0; at < len(rest); line++ {
		row, _, _ := bytes.Cut(rest[at:], []byte("\n"))
		next := min(at+len(row)+1, len(rest))
		if string(bytes.TrimRight(row, " \t")) == fence {
			return parts{fence: fence, front: rest[:at], prose: rest[next:], line: line + 1}
		}
		at = next
	}
	if fence == "---" {
		return parts{prose: text, line: 1}
	}
	return parts{fence: fence, line: line, open: true}
}

// parseDocument reads one Markdown file. A file that cannot be read at all
// gives a Document all the same, with Broken set, so that what refers to it is
// no further mistake.
func parseDocument(path string, raw []byte, opt markdown.Options) (*Document, diag.List) {
	doc := &Document{Path: path, Size: int64(len(raw))}
	text, list, isText := cleanText(path, raw)
	p := cut(text)
	table, mistakes, isTable := readFront(path, p)
	list = append(list, mistakes...)
	doc.Front, doc.FrontLines, doc.Broken = table, p.line, !isText || !isTable

	if doc.Empty = isText && len(bytes.TrimSpace(text)) == 0; doc.Empty {
		list.Add(emptyFile, diag.Pos{File: path})
	}
	if p.fence == "" && bytes.HasPrefix(bytes.TrimSpace(text), []byte("+++\n")) {
		list.Add(lateFront, diag.Pos{File: path, Line: 1, Col: 1})
	}
	prose, mistakes := markdown.Parse(path, p.prose, p.line, opt)
	doc.Prose, doc.Findings = prose, privacy.Find(text)
	return doc, append(list, mistakes...)
}

// brokenDocument stands for a file whose text could not be had.
func brokenDocument(path string, size int64) *Document {
	doc, _ := parseDocument(path, nil, markdown.Options{})
	doc.Size, doc.Empty, doc.Broken = size, false, true
	return doc
}

// readFront reads the front matter of a file that was cut.
func readFront(path string, p parts) (table *Value, list diag.List, ok bool) {
	top := diag.Pos{File: path, Line: 1, Col: 1}
	empty := &Value{Kind: Table, Pos: top}
	switch {
	case p.open:
		list.Add(openFront, top)
		return empty, list, false
	case len(p.front) > maxFront:
		list.Add(tooLarge, top, "64 KiB")
		return empty, list, false
	case p.fence == "+++":
		return parseTOML(path, string(p.front), 2)
	case p.fence == "---":
		return parseYAML(path, string(p.front), 2)
	}
	return empty, nil, true
}

var emptyFile = &diag.Code{
	ID: "bestand-leeg", Severity: diag.Warning,
	NL: diag.Text{
		Message: "dit bestand is leeg",
		Hint:    "schrijf er iets in, of verwijder het",
		Explain: "Een leeg bestand geeft een pagina zonder inhoud. Misschien is het bewaren mislukt, of is het bestand klaargezet en vergeten. De vorige inhoud staat, als die er was, nog in de geschiedenis van git.",
	},
	EN: diag.Text{
		Message: "this file is empty",
		Hint:    "write something in it, or remove it",
		Explain: "An empty file gives a page without content. Perhaps saving it failed, or it was prepared and forgotten. Its former content, if there was any, is still in the history of git.",
	},
}

var lateFront = &diag.Code{
	ID: "voorblad-niet-eerst", Severity: diag.Warning,
	NL: diag.Text{
		Message: "het voorblad begint niet op de eerste regel en wordt gelezen als gewone tekst",
		Hint:    "verwijder de lege regels boven +++",
		Explain: "Een voorblad wordt alleen herkend als de eerste regel van het bestand +++ of --- is. Staat er een lege regel boven, dan komen de sleutels als tekst op de pagina.",
	},
	EN: diag.Text{
		Message: "the front matter does not begin on the first line and is read as ordinary text",
		Hint:    "remove the empty lines above +++",
		Explain: "Front matter is only recognised if the first line of the file is +++ or ---. With an empty line above it, the keys end up as text on the page.",
	},
}

var openFront = &diag.Code{
	ID: "voorblad-open", Severity: diag.Error,
	NL: diag.Text{
		Message: "het voorblad dat hier begint, wordt niet afgesloten",
		Hint:    "zet een regel met alleen +++ tussen de sleutels en de tekst",
		Explain: "Het voorblad staat tussen twee regels die alleen uit +++ bestaan. De tweede ontbreekt, zodat niet te zien is waar de tekst begint. Het bestand wordt niet verder gelezen.",
	},
	EN: diag.Text{
		Message: "the front matter that begins here is not closed",
		Hint:    "put a line with only +++ between the keys and the text",
		Explain: "Front matter stands between two lines that consist of +++ only. The second is missing, so that it cannot be seen where the text begins. The file is not read any further.",
	},
}
