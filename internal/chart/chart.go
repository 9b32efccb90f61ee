// Package chart takes numbers in and gives accessible SVG or HTML bars and their table out.
//
// Every picture has a sentence that says what it shows, and a table with the
// same numbers. What must stay true: labels come from strangers and come out as
// text; nothing needs a script, a style attribute or a colour to be understood;
// the same numbers give the same bytes. Shapes carry the classes of the style
// sheet (d1–d4, vul, as, label, mijlpaal …) and, as attributes that it may
// override, a look in currentColor that is legible without it.
//
// Gantt, Flow and Years measure across in per cent and down in pixels, and have
// no viewBox: they fill any width from 280 pixels while their text keeps its size.
package chart

import (
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Frame is what stands around the numbers of every picture.
type Frame struct {
	ID            string   // unique on the page, not empty; every id in the picture starts with it
	Title         string   // a short name; the Sentence where empty
	Sentence      string   // says what the picture shows, with its numbers
	Notes         []string // sentences on what it leaves out
	Data          string   // over the folded table: "De cijfers als tabel"
	DownloadLabel string   // says what the downloads are of, for those who do not see
	Downloads     []Download
	RTL           bool // mirrored, for scripts that run from right to left
}

func (f Frame) title() string {
	if f.Title != "" {
		return f.Title
	}
	return f.Sentence
}

// picture is HTML in the making.
type picture struct{ strings.Builder }

// add appends pieces of HTML; text among them must have been through esc.
func (p *picture) add(pieces ...string) {
	for _, piece := range pieces {
		p.WriteString(piece)
	}
}

// figure puts a drawing between its sentence and its table.
func figure(f Frame, drawing string, columns []column, rows [][]string) template.HTML {
	p := begin(f, drawing)
	p.table(f, columns, rows)
	return p.end(f)
}

// begin is a figure up to its table.
func begin(f Frame, drawing string) *picture {
	p := new(picture)
	p.add(`<figure class="beeld" id="`, esc(f.ID), `"><figcaption>`, esc(f.Sentence), `</figcaption>`, drawing)
	p.notes(f)
	p.add(`<details><summary>`, esc(f.Data), `</summary>`)
	return p
}

func (p *picture) notes(f Frame) {
	for _, note := range f.Notes {
		p.add(`<p class="meta">`, esc(note), `</p>`)
	}
}

// end is the rest of a figure, from the end of its table.
func (p *picture) end(f Frame) template.HTML {
	p.add(`</details>`)
	p.downloads(f)
	p.add(`</figure>`)
	return template.HTML(p.String())
}

// column is one column of a table: its head, as HTML, and the class of its cells
// ("r" is right and tabular).
type column struct{ head, class string }

// columnOf is a column of text under a head that leads nowhere.
func columnOf(head string) column { return column{esc(head), ""} }

// amounts is a column of amounts, whose head may lead to what they are.
func amounts(head, to string) column { return column{link(head, to), "r"} }

// table writes the numbers of a picture; cells are HTML, the first of each row
// is its head.
func (p *picture) table(f Frame, columns []column, rows [][]string) {
	p.tableHead(f, columns)
	for _, row := range rows {
		p.add(`<tr><th scope="row">`, row[0], `</th>`)
		for i, cell := range row[1:] {
			p.add(`<td`, class(columns[i+1].class), `>`, cell, `</td>`)
		}
		p.add(`</tr>`)
	}
	p.add(`</tbody></table></div>`)
}

// tableHead writes a table up to its first row.
func (p *picture) tableHead(f Frame, columns []column) {
	if f.ID == "" {
		panic("chart: a picture without an id")
	}
	p.add(`<div class="tabel" role="group" tabindex="0" aria-labelledby="`, esc(f.ID), `-tabel"><table><caption id="`, esc(f.ID), `-tabel">`, esc(f.title()), `</caption><thead><tr>`)
	for _, c := range columns {
		p.add(`<th scope="col"`, class(c.class), `>`, c.head, `</th>`)
	}
	p.add(`</tr></thead><tbody>`)
}

// open starts an SVG as wide as its place and height pixels high. One that has
// links is a group, for nothing inside an image can be reached.
func (p *picture) open(f Frame, name string, height float64, links bool) {
	role, direction := "img", ""
	if links {
		role = "group"
	}
	if f.RTL {
		direction = ` direction="rtl"`
	}
	id := esc(f.ID)
	p.add(`<svg class="`, name, `" width="100%" height="`, num(height), `" font-size="14"`, direction,
		` role="`, role, `" aria-labelledby="`, id, `-t" aria-describedby="`, id, `-d"><title id="`, id, `-t">`, esc(f.title()),
		`</title><desc id="`, id, `-d">`, esc(f.Sentence), `</desc>`)
}

// patterns defines the two fills that need no colour: hatched and dotted.
func (p *picture) patterns(f Frame) {
	id := esc(f.ID)
	p.add(`<defs><pattern id="`, id, `-streep" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="lijn" d="M0 0v6" stroke="currentColor" stroke-width="3"/></pattern>`,
		`<pattern id="`, id, `-stip" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="stip" cx="3" cy="3" r="1.5" fill="currentColor"/></pattern></defs>`)
}

// lines writes a label of one or more lines, its first baseline at y pixels; x
// in per cent, anchor start, middle or end. The whole text is its title where
// some of it was cut off. Between two lines stands a space, for those who hear
// it: on the side where it moves nothing.
func (p *picture) lines(f Frame, x, y float64, anchor, text, to string, fit []string) {
	if len(fit) == 0 {
		return
	}
	if to != "" {
		p.add(`<a href="`, to, `">`)
	}
	at := num(f.x(x)) + "%"
	p.add(`<text class="label" x="`, at, `" y="`, num(y), `" text-anchor="`, anchor, `" fill="currentColor">`)
	if words := strings.Fields(text); !slices.Equal(words, strings.Fields(strings.Join(fit, " "))) {
		p.add(`<title>`, esc(strings.Join(words, " ")), `</title>`)
	}
	p.add(esc(fit[0]))
	before, within := " ", ""
	if anchor == "end" {
		before, within = "", " "
	}
	for _, line := range fit[1:] {
		p.add(before, `<tspan x="`, at, `" dy="`, num(lineHeight), `">`, within, esc(line), `</tspan>`)
	}
	p.add(`</text>`)
	if to != "" {
		p.add(`</a>`)
	}
}

// lineHeight is the distance of two lines of a label, in pixels.
const lineHeight = 16

// x mirrors a place, in per cent, where the script runs from right to left.
func (f Frame) x(percent float64) float64 {
	if f.RTL {
		return 100 - percent
	}
	return percent
}

// box returns the attributes x and width, in per cent, of a shape that reaches
// from one place to another.
func (f Frame) box(from, to float64) string {
	left := min(f.x(from), f.x(to))
	return ` x="` + num(left) + `%" width="` + num(math.Abs(to-from)) + `%"`
}

// wrap cuts text into at most limit lines of width runes, between words where
// it can; what does not fit ends in "…".
func wrap(text string, width, limit int) []string {
	var lines []string
	var line []rune
	for _, word := range strings.Fields(text) {
		runes := []rune(word)
		if len(line) > 0 && len(line)+1+len(runes) > width {
			lines, line = append(lines, string(line)), nil
		}
		if len(line) > 0 {
			line = append(line, ' ')
		}
		line = append(line, runes...)
		for len(line) > width {
			lines, line = append(lines, string(line[:width])), slices.Clone(line[width:])
		}
	}
	if len(line) > 0 {
		lines = append(lines, string(line))
	}
	if len(lines) > limit {
		last := []rune(lines[limit-1])
		lines = append(lines[:limit-1], strings.TrimRight(string(last[:min(len(last), width-1)]), " ")+"…")
	}
	return lines
}

// esc makes text safe between tags and in a quoted attribute; control
// characters, which HTML does not allow, become U+FFFD.
func esc(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
	return template.HTMLEscapeString(text)
}

func class(names string) string {
	if names == "" {
		return ""
	}
	return ` class="` + esc(names) + `"`
}

// num writes a measure with at most two decimals; what is no number is 0.
func num(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "0"
	}
	x = math.Round(x*100) / 100
	if x == 0 {
		return "0" // and not "-0"
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// portion is value's part of whole, from 0 to 1, whatever they are.
func portion(value, whole float64) float64 {
	if !(whole > 0) || !(value > 0) {
		return 0
	}
	return min(1, value/whole)
}
