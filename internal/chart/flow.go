package chart

// The flow of money: envelope, werf, organisation, with ribbons as thick as the
// amounts. What must stay true: what flows into a node flows out of it; every
// node has its label, with its amount, on rows of its own, so that none lie
// over each other on a phone; equal amounts stand in the order of their names.

import (
	"html/template"
	"math"
	"strconv"
)

// Link is an amount that went from an envelope, via a werf, to an organisation.
// Links with the same names and addresses are added up; below zero is left out.
type Link struct {
	From, Via, To string
	Value         int64
	URL           string // of To; may be empty, as those below
	FromURL       string
	ViaURL        string
}

// FlowWords are the heads of the table and the names of what has none.
type FlowWords struct {
	From, Via, To, Value string
	ValueURL             string // of what the value means; may be empty
	Others               string // the ends that are not shown apart, as one
	OtherFrom, OtherVia  string // likewise; Others where empty
	None                 string // for an empty From, Via or To
	Amount               func(int64) string
}

// FlowRow is an amount that a picture of a flow shows.
type FlowRow struct {
	From, Via, To, URL string // URL of To
	Value              int64
}

// Gather returns what Flow shows of the same links, in the order of its table.
func Gather(words FlowWords, links []Link, limit int) []FlowRow {
	l := layoutOf(words, gather(words, links, limit))
	rows := make([]FlowRow, len(l.flows))
	for i, fl := range l.flows {
		rows[i] = FlowRow{fl.at[0].name, fl.at[1].name, fl.at[2].name, fl.at[2].url, fl.value}
	}
	return rows
}

// Flow returns the picture and its table, with at most the limit largest ends
// apart and all others as one; nothing where nothing flows.
func Flow(f Frame, words FlowWords, links []Link, limit int) template.HTML {
	l := layoutOf(words, gather(words, links, limit))
	if len(l.flows) == 0 {
		return ""
	}
	var drawing picture
	drawing.open(f, "stroom", l.height, l.linked())
	drawing.shapes(f, l)
	for _, n := range l.nodes() {
		drawing.nodeLabel(f, words, n)
	}
	drawing.add(`</svg>`)
	p := begin(f, drawing.String())
	p.flowTable(f, words, l.flows)
	return p.end(f)
}

// columnEdges are the sides of the nodes of each column, in per cent.
var columnEdges = [3]struct{ left, right float64 }{{0, 3}, {26, 29}, {97, 100}}

// shapes draws the ribbons and the nodes in a picture of its own that stretches
// with the width. Each kind is one path, for a page has few elements to spend.
func (p *picture) shapes(f Frame, l layout) {
	height := num(l.height)
	p.add(`<svg width="100%" height="`, height, `" viewBox="0 0 100 `, height, `" preserveAspectRatio="none" aria-hidden="true">`)
	p.add(`<path class="lint" fill="currentColor" fill-opacity=".15" stroke="currentColor" stroke-opacity=".5" stroke-width=".75" vector-effect="non-scaling-stroke" d="`)
	for _, r := range l.ribbons() {
		p.ribbon(f, r)
	}
	p.add(`"/><path class="vul" fill="currentColor" d="`)
	for _, n := range l.nodes() {
		edges := columnEdges[n.column]
		p.add(`M`, num(f.x(edges.left)), ` `, num(n.top), `H`, num(f.x(edges.right)), `v`, num(n.height), `H`, num(f.x(edges.left)), `z`)
	}
	p.add(`"/></svg>`)
}

// ribbon draws what flows from one node to another.
func (p *picture) ribbon(f Frame, r ribbon) {
	x0, x1 := columnEdges[r.from.column].right, columnEdges[r.to.column].left
	start, middle, end := num(f.x(x0)), num(f.x((x0+x1)/2)), num(f.x(x1))
	from, to := num(r.fromTop), num(r.toTop)
	fromEnd, toEnd := num(r.fromTop+r.thick), num(r.toTop+r.thick)
	p.add(`M`, start, ` `, from, `C`, middle, ` `, from, ` `, middle, ` `, to, ` `, end, ` `, to,
		`V`, toEnd, `C`, middle, ` `, toEnd, ` `, middle, ` `, fromEnd, ` `, start, ` `, fromEnd, `Z`)
}

// nodeLabel writes the label of a node: over it, or beside it in the last column.
func (p *picture) nodeLabel(f Frame, words FlowWords, n *node) {
	edges, text := columnEdges[n.column], n.name+" "+words.Amount(n.value)
	if n.column == 2 {
		p.lines(f, edges.left-1.5, n.label, "end", text, href(n.url), n.lines)
	} else {
		p.lines(f, edges.left, n.label, "start", text, href(n.url), n.lines)
	}
}

// flowTable writes the flows as an outline: an envelope, and a werf below it,
// stands once for all rows that it heads.
func (p *picture) flowTable(f Frame, words FlowWords, flows []flow) {
	p.tableHead(f, []column{columnOf(words.From), columnOf(words.Via), columnOf(words.To), amounts(words.Value, words.ValueURL)})
	var last flow
	for i, fl := range flows {
		p.add(`<tr>`)
		same := i > 0
		for column, n := range fl.at[:2] {
			if same = same && last.at[column] == n; !same {
				p.add(`<th scope="row"`, inside(column), rowspan(flows[i:], column), `>`, esc(n.name), `</th>`)
			}
		}
		p.add(`<th scope="row"`, inside(2), `>`, link(fl.at[2].name, fl.at[2].url), `</th><td class="r">`, esc(words.Amount(fl.value)), `</td></tr>`)
		last = fl
	}
	p.add(`</tbody></table></div>`)
}

// inside is the class of a head that is not at the edge of the table, even where
// it is the first of its row.
func inside(column int) string {
	if column == 0 {
		return ""
	}
	return class("in")
}

// rowspan is the attribute for how many flows, from the first, share what stands
// in a column and those before it.
func rowspan(flows []flow, column int) string {
	n := 1
	for n < len(flows) && flows[n].at[0] == flows[0].at[0] && flows[n].at[column] == flows[0].at[column] {
		n++
	}
	if n == 1 {
		return ""
	}
	return ` rowspan="` + strconv.Itoa(n) + `"`
}

// plus adds two amounts; what no int64 can hold stays the largest that it can.
func plus(a, b int64) int64 {
	if a > math.MaxInt64-b {
		return math.MaxInt64
	}
	return a + b
}
