package chart

// The Gantt chart: one row a span of time, its label above its bar so that it
// fits a phone, year lines behind. What must stay true: time runs evenly over
// the width; what has no end is hatched from Now to the edge and says so in
// words.

import (
	"html/template"
	"math"
	"strconv"
	"strings"
	"time"
)

// Span is one row: something that lasts.
type Span struct {
	Label, URL string
	From, To   time.Time // From zero: not known, no bar; To zero: open
	Marks      []Mark
	Class      string // of the row, for its colour: "werf-3"
}

// Mark is a moment in a row; At zero leaves it out.
type Mark struct {
	At    time.Time
	Title string
}

// GanttWords are the heads of the table, the word for what has no end, and how
// a date is written.
type GanttWords struct {
	Label, From, To, Marks string
	Open                   string // "loopt nog"
	Date                   func(time.Time) string
	Now                    time.Time // where what is open turns from solid to hatched
}

// The Gantt chart's measures, in pixels.
const (
	ganttTop    = 26 // room for the years
	ganttBar    = 14
	ganttGap    = 18 // between rows
	ganttLetter = 36 // runes of a label's line
)

// Gantt returns the chart and its table; nothing where no span has a date.
func Gantt(f Frame, words GanttWords, rows []Span) template.HTML {
	years, dated := yearsOf(rows, words.Now)
	if !dated {
		return ""
	}
	links, height := false, float64(ganttTop)
	for _, row := range rows {
		links = links || href(row.URL) != ""
		height += rowHeight(row)
	}
	var p picture
	p.open(f, "gantt", height, links)
	p.patterns(f)
	p.grid(f, years, height)
	y := float64(ganttTop)
	cells := make([][]string, len(rows))
	for i, row := range rows {
		p.span(f, words, years, row, y)
		y += rowHeight(row)
		cells[i] = []string{link(row.Label, row.URL), esc(words.date(row.From)), esc(words.end(row)), words.marks(row)}
	}
	p.add(`</svg>`)
	return figure(f, p.String(), []column{columnOf(words.Label), columnOf(words.From), columnOf(words.To), columnOf(words.Marks)}, cells)
}

// years is the axis: from the first day of a year up to the first day of
// another.
type years struct{ first, end int }

// yearsOf is the axis that holds every date of rows and, where a row is open,
// now; false where there is no date.
func yearsOf(rows []Span, now time.Time) (years, bool) {
	y := years{math.MaxInt, math.MinInt}
	hold := func(t time.Time) {
		if !t.IsZero() {
			y.first, y.end = min(y.first, t.Year()), max(y.end, t.Year()+1)
		}
	}
	for _, row := range rows {
		hold(row.From)
		hold(row.To)
		for _, m := range row.Marks {
			hold(m.At)
		}
		if row.To.IsZero() && !row.From.IsZero() {
			hold(now)
		}
	}
	return y, y.first < y.end
}

// at is the place of t on the axis, in per cent; t is taken by its own
// calendar, so that 1 January stands on its line in every time zone.
func (y years) at(t time.Time) float64 {
	day := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
	first, end := yearStart(y.first), yearStart(y.end)
	return 100 * portion(float64(day.Unix())-first, end-first)
}

// yearStart is in seconds.
func yearStart(year int) float64 {
	return float64(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Unix())
}

// step is how many years lie between two lines: so many that at most seven have
// a label.
func (y years) step() int {
	for unit := 1; ; unit *= 10 {
		for _, step := range []int{unit, 2 * unit, 5 * unit} {
			if (y.end-y.first)/step < 7 {
				return step
			}
		}
	}
}

// grid draws the lines of the years with their labels.
func (p *picture) grid(f Frame, y years, height float64) {
	dx := "4"
	if f.RTL {
		dx = "-4"
	}
	for year := y.first; year < y.end; year += y.step() {
		at := y.at(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC))
		x := num(f.x(at)) + "%"
		p.add(`<line class="as" x1="`, x, `" x2="`, x, `" y1="0" y2="`, num(height), `" stroke="currentColor" stroke-opacity=".4"/>`)
		if at <= 88 { // else the label would not fit a phone
			p.add(`<text class="label" x="`, x, `" y="14" dx="`, dx, `" fill="currentColor">`, strconv.Itoa(year), `</text>`)
		}
	}
}

func rowHeight(row Span) float64 {
	return float64(len(labelLines(row))+1)*lineHeight + ganttBar + ganttGap
}

func labelLines(row Span) []string { return wrap(row.Label, ganttLetter, 3) }

// span draws a row: label, period, bar and marks.
func (p *picture) span(f Frame, words GanttWords, y years, row Span, top float64) {
	label := labelLines(row)
	p.add(`<g`, class(row.Class), `>`)
	p.lines(f, 0, top+lineHeight, "start", row.Label, href(row.URL), label)
	top += float64(len(label)) * lineHeight
	p.lines(f, 0, top+lineHeight, "start", words.period(row), "", []string{words.period(row)})
	top += lineHeight + 6
	p.bar(f, words, y, row, top)
	for _, m := range row.Marks {
		if !m.At.IsZero() {
			p.add(`<circle class="mijlpaal" cx="`, num(f.x(y.at(m.At))), `%" cy="`, num(top+ganttBar/2), `" r="5" fill="none" stroke="currentColor" stroke-width="2"><title>`,
				esc(words.mark(m)), `</title></circle>`)
		}
	}
	p.add(`</g>`)
}

// bar draws a row's time: solid as far as it is certain, hatched where it is
// open.
func (p *picture) bar(f Frame, words GanttWords, y years, row Span, top float64) {
	if row.From.IsZero() {
		return
	}
	from := y.at(row.From)
	to, open := y.at(row.To), row.To.IsZero()
	if open {
		to = from
		if !words.Now.IsZero() {
			to = y.at(words.Now)
		}
	}
	to = max(from, to)
	down := ` y="` + num(top) + `" height="` + strconv.Itoa(ganttBar) + `"/>`
	p.add(`<rect class="vul"`, f.box(from, to), ` fill="currentColor"`, down)
	if open {
		p.add(`<rect`, Hatched.fill(f), f.box(to, 100), down)
	}
}

func (w GanttWords) date(t time.Time) string {
	if t.IsZero() {
		return "–"
	}
	return w.Date(t)
}

func (w GanttWords) end(row Span) string {
	if row.To.IsZero() && !row.From.IsZero() {
		return w.Open
	}
	return w.date(row.To)
}

func (w GanttWords) period(row Span) string {
	if row.From.IsZero() && row.To.IsZero() {
		return "–"
	}
	return w.date(row.From) + " – " + w.end(row)
}

func (w GanttWords) mark(m Mark) string {
	return strings.TrimSuffix(w.date(m.At)+": "+m.Title, ": ")
}

// marks lists a row's marks in a cell, one a line.
func (w GanttWords) marks(row Span) string {
	var lines []string
	for _, m := range row.Marks {
		if !m.At.IsZero() {
			lines = append(lines, esc(w.mark(m)))
		}
	}
	return strings.Join(lines, "<br>")
}
