package chart

// Bars in tables and the stacked bar. What must stay true: a bar's width is its
// value's part of the scale and nothing else; the parts of a stack fill it
// exactly. The style sheet mirrors both kinds for right-to-left pages.

import (
	"cmp"
	"html/template"
)

// Bar is one row of a table with bars.
type Bar struct {
	Label string
	Value int64  // in any unit; below zero draws nothing
	Text  string // the value as people write it
	URL   string // of the label; may be empty
	Note  string // last cell; may be empty
}

// BarWords are the heads of the columns and the scale. Note is needed only
// where a row has one.
type BarWords struct {
	Label, Value, Bar, Note string
	Whole                   int64 // what fills a bar; 0: the largest value
}

// Bars returns a table with the sentence as its caption and a bar in every row;
// nothing where there are no rows.
func Bars(f Frame, words BarWords, rows []Bar) template.HTML {
	if len(rows) == 0 {
		return ""
	}
	whole, notes := words.Whole, false
	for _, row := range rows {
		if words.Whole == 0 {
			whole = max(whole, row.Value)
		}
		notes = notes || row.Note != ""
	}
	columns := []column{columnOf(words.Label), amounts(words.Value, ""), {esc(words.Bar), "staafcel"}}
	if notes {
		columns = append(columns, columnOf(words.Note))
	}
	cells := make([][]string, len(rows))
	for i, row := range rows {
		cells[i] = []string{link(row.Label, row.URL), esc(row.Text), string(Share(row.Value, whole))}
		if notes {
			cells[i] = append(cells[i], esc(row.Note))
		}
	}
	f.Title = cmp.Or(f.Sentence, f.Title)
	var p picture
	p.table(f, columns, cells)
	p.notes(f)
	p.downloads(f)
	return template.HTML(p.String())
}

// Share returns one bar for a table cell: how much of whole part is. The number
// itself must stand beside it, for the bar is hidden from screen readers.
func Share(part, whole int64) template.HTML {
	width := 100 * portion(float64(part), float64(whole))
	return template.HTML(`<svg class="staaf" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">` +
		`<rect class="spoor" width="100" height="8" fill="none"/><rect class="vul" width="` + num(width) + `" height="8" fill="currentColor"/></svg>`)
}

// Shape is how a part of a stack is filled, so that no colour is needed.
type Shape int

// In the order of money: paid, awarded and not yet paid, requested, left.
const (
	Full Shape = iota
	Hatched
	Dotted
	Empty
)

// Part is one part of a stacked bar.
type Part struct {
	Label string
	Value int64  // in one unit for all parts; below zero counts as nothing
	Text  string // the value as people write it
	Shape Shape
	URL   string // of what the label means, for the table; may be empty
}

// StackWords are the heads of the table.
type StackWords struct{ Label, Value string }

// The stacked bar's measures, in units of its viewBox.
const stackWidth, stackHeight, stackEdge = 600.0, 28.0, 1.0

// Stacked returns one horizontal bar with its key and its table; nothing where
// there are no parts.
func Stacked(f Frame, words StackWords, parts []Part) template.HTML {
	if len(parts) == 0 {
		return ""
	}
	id := esc(f.ID)
	var p picture
	p.add(`<svg class="balk" viewBox="0 0 600 28" role="img" aria-labelledby="`, id, `-t" aria-describedby="`, id, `-d"><title id="`, id, `-t">`,
		esc(f.title()), `</title><desc id="`, id, `-d">`, esc(f.Sentence), `</desc>`)
	p.patterns(f)
	p.stack(f, parts)
	p.add(`</svg><ul class="sleutel">`)
	rows := make([][]string, len(parts))
	for i, part := range parts {
		p.sample(f, part.Shape, part.Label)
		p.add(` <span class="bedrag">`, esc(part.Text), `</span></li>`)
		rows[i] = []string{link(part.Label, part.URL), esc(part.Text)}
	}
	p.add(`</ul>`)
	return figure(f, p.String(), []column{columnOf(words.Label), amounts(words.Value, "")}, rows)
}

// stack draws the parts; an outline where all of them are nothing.
func (p *picture) stack(f Frame, parts []Part) {
	whole := 0.0
	for _, part := range parts {
		whole += max(0, float64(part.Value))
	}
	if whole == 0 {
		parts, whole = []Part{{Value: 1, Shape: Empty}}, 1
	}
	const room = stackWidth - 2*stackEdge
	sum := 0.0
	for _, part := range parts {
		if part.Value <= 0 {
			continue
		}
		from := stackEdge + room*portion(sum, whole)
		sum += float64(part.Value)
		to := stackEdge + room*portion(sum, whole)
		p.add(`<rect`, part.Shape.fill(f), ` x="`, num(from), `" y="1" width="`, num(to-from), `" height="`, num(stackHeight-2*stackEdge), `"/>`)
	}
}

// sample starts a line of the key: how a shape looks, and what it stands for.
func (p *picture) sample(f Frame, s Shape, label string) {
	p.add(`<li><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><rect`, s.fill(f),
		` x="1" y="1" width="14" height="14"/></svg> `, esc(label))
}

// fill returns the attributes class, fill and stroke of a shape.
func (s Shape) fill(f Frame) string {
	const stroke = ` stroke="currentColor"`
	switch s {
	case Full:
		return ` class="d1" fill="currentColor"` + stroke
	case Hatched:
		return ` class="d2" fill="url(#` + esc(f.ID) + `-streep)"` + stroke
	case Dotted:
		return ` class="d3" fill="url(#` + esc(f.ID) + `-stip)"` + stroke
	case Empty:
		return ` class="d4" fill="none"` + stroke
	}
	panic("chart: unknown shape")
}
