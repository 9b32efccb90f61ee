package chart

// Money through the years: a group of bars a year, one under the other so that
// it fits a phone, the oldest year first. What must stay true: all bars have one
// scale; what is not known is not drawn as nothing.

import (
	"html/template"
	"strings"
	"unicode/utf8"
)

// Unknown is the value of what is not known; anything below zero is.
const Unknown int64 = -1

// Year is one year's values: one for each series, in cents.
type Year struct {
	Year   int    // each year once
	URL    string // of its row in the table; may be empty
	Values []int64
}

// Series is what one bar of every year stands for.
type Series struct {
	Name  string
	Shape Shape
	URL   string // of what the name means, for the table; may be empty
}

// YearWords are the heads of the table and how an amount is written.
type YearWords struct {
	Year   string
	Series []Series
	None   string // in the place of the bars of a year without amounts
	Amount func(int64) string
}

// The measures of the years: across in per cent, down in pixels.
const (
	yearLeft = 15 // per cent that the names of the years take
	yearBar  = 12
	yearRow  = 18 // from a bar with its amount to the next
	yearThin = 8  // a bar where there are many years
	yearGap  = 14 // between years
	yearAxis = 22 // room for the amounts of the lines, where there are many years
	yearMany = 12 // more years than this have lines in the place of written amounts
	yearFold = 3  // more empty years than this in a row are one
)

// Years returns the picture and its table; nothing where no year has an amount.
func Years(f Frame, words YearWords, rows []Year) template.HTML {
	groups := groupsOf(rows, len(words.Series))
	d := yearDrawing{Frame: f, words: words, most: mostOf(groups)}
	if d.most == 0 {
		return ""
	}
	d.many = len(groups) > yearMany
	d.right = 99.5 // room for the edge of a bar
	if !d.many {
		d.right -= d.reserve(groups)
	}
	height := d.top()
	for _, g := range groups {
		height += d.height(g) + yearGap
	}
	d.open(f, "jaren", height, false) // amounts without the words of the key say little to those who only hear them
	d.patterns(f)
	d.lineGrid(height)
	y := d.top()
	for _, g := range groups {
		d.group(g, y)
		y += d.height(g) + yearGap
	}
	d.add(`</svg><ul class="sleutel">`)
	for _, s := range words.Series {
		d.sample(f, s.Shape, s.Name)
		d.add(`</li>`)
	}
	d.add(`</ul>`)
	columns, cells := d.cells(groups)
	return figure(f, d.String(), columns, cells)
}

// yearDrawing is the picture in the making.
type yearDrawing struct {
	picture
	Frame
	words YearWords
	most  int64   // the longest bar
	many  bool    // whether amounts stand over lines, and not beside each bar
	right float64 // where the longest bar ends, in per cent
}

// reserve is how much of the width the amounts take beside the bars, in per
// cent of the narrowest picture: 280 pixels.
func (d *yearDrawing) reserve(groups []yearGroup) float64 {
	longest := 0
	for _, g := range groups {
		for _, v := range g.Values {
			if v >= 0 {
				longest = max(longest, utf8.RuneCountInString(d.words.Amount(v)))
			}
		}
	}
	return min(76, (float64(longest)*8+6)/2.8)
}

// top is where the first year starts.
func (d *yearDrawing) top() float64 {
	if d.many {
		return yearAxis
	}
	return 0
}

func (d *yearDrawing) height(g yearGroup) float64 {
	bars := 0
	for _, v := range g.Values {
		if v >= 0 {
			bars++
		}
	}
	switch {
	case g.last > g.Year.Year:
		return 2 * lineHeight
	case g.empty():
		return lineHeight
	case d.many:
		return max(lineHeight, float64(bars)*(yearThin+2))
	}
	return float64(bars) * yearRow
}

// at is where a bar of an amount ends, in per cent.
func (d *yearDrawing) at(v int64) float64 {
	return yearLeft + (d.right-yearLeft)*portion(float64(v), float64(d.most))
}

// dx is a distance in pixels, towards the end of the line.
func (d *yearDrawing) dx(pixels float64) string {
	if d.RTL {
		pixels = -pixels
	}
	return ` dx="` + num(pixels) + `"`
}

// lineGrid draws the line where all bars start and, where there are many years,
// one or two lines with their amounts.
func (d *yearDrawing) lineGrid(height float64) {
	d.line(yearLeft, height)
	step := roundAmount(d.most)
	for v := step; d.many && v <= d.most && v > 0; v += step {
		d.line(d.at(v), height)
		d.text(d.at(v), 14, "end", d.dx(-4), d.words.Amount(v))
		if v > d.most-step {
			break // and no sum beyond what an int64 can hold
		}
	}
}

func (d *yearDrawing) line(at, height float64) {
	x := num(d.x(at)) + "%"
	d.add(`<line class="as" x1="`, x, `" x2="`, x, `" y1="0" y2="`, num(height), `" stroke="currentColor" stroke-opacity=".4"/>`)
}

func (d *yearDrawing) text(x, y float64, anchor, dx, text string) {
	d.add(`<text class="label" x="`, num(d.x(x)), `%" y="`, num(y), `"`, dx, ` text-anchor="`, anchor, `" fill="currentColor">`, esc(text), `</text>`)
}

// roundAmount is the largest of 1, 2, 5, 10, 20, 50 … euro that is not above
// most; the cents where that is below one euro.
func roundAmount(most int64) int64 {
	if most < 100 {
		return most
	}
	unit := int64(100)
	for most/unit >= 10 {
		unit *= 10
	}
	for _, times := range []int64{5, 2} {
		if most/unit >= times {
			return times * unit
		}
	}
	return unit
}

// group draws a year: its name, and its bars or what stands in their place.
func (d *yearDrawing) group(g yearGroup, top float64) {
	name := []string{g.name()}
	if g.last > g.Year.Year {
		first, last, _ := strings.Cut(g.name(), "–")
		name = []string{first + "–", last}
	}
	d.lines(d.Frame, 0, top+13, "start", strings.Join(name, " "), "", name)
	if g.empty() {
		d.text(yearLeft, top+13, "start", d.dx(6), d.words.None)
		return
	}
	for i, v := range g.Values {
		if v < 0 {
			continue
		}
		if d.many {
			d.bar(d.words.Series[i].Shape, v, top+4, yearThin)
			top += yearThin + 2
			continue
		}
		d.bar(d.words.Series[i].Shape, v, top+3, yearBar)
		d.text(d.at(v), top+13, "start", d.dx(6), d.words.Amount(v))
		top += yearRow
	}
}

func (d *yearDrawing) bar(s Shape, v int64, top, height float64) {
	if v > 0 {
		d.add(`<rect`, s.fill(d.Frame), d.box(yearLeft, d.at(v)), ` y="`, num(top), `" height="`, num(height), `"/>`)
	}
}

// cells are the table: a column for each series.
func (d *yearDrawing) cells(groups []yearGroup) ([]column, [][]string) {
	columns := []column{columnOf(d.words.Year)}
	for _, s := range d.words.Series {
		columns = append(columns, amounts(s.Name, s.URL))
	}
	rows := make([][]string, len(groups))
	for i, g := range groups {
		rows[i] = []string{link(g.name(), g.URL)}
		for _, v := range g.Values {
			text := "–"
			if v >= 0 {
				text = esc(d.words.Amount(v))
			}
			rows[i] = append(rows[i], text)
		}
	}
	return columns, rows
}
