package chart

// The flow of money: envelope, werf, organisation, with ribbons as thick as the
// amounts. What must stay true: what flows into a node flows out of it; every
// node has its label on a row of its own, so that none lie over each other on a
// phone; equal amounts stand in the order of their names.

import (
	"html/template"
	"math"
)

// Link is an amount that went from an envelope, via a werf, to an organisation.
// Links with the same three names are added up; below zero is left out.
type Link struct {
	From, Via, To string
	Value         int64
	URL           string // of To; may be empty
}

// FlowWords are the heads of the table and the names of what has none.
type FlowWords struct {
	From, Via, To, Value string
	Others               string // the ends beyond the limit, as one
	None                 string // for an empty From, Via or To
	Amount               func(int64) string
}

// Flow returns the picture and its table, with the limit largest ends apart and
// all others as one; nothing where nothing flows.
func Flow(f Frame, words FlowWords, links []Link, limit int) template.HTML {
	flows := gather(words, links, max(1, limit))
	if len(flows) == 0 {
		return ""
	}
	l := layoutOf(flows)
	var p picture
	p.open(f, "stroom", l.height, l.linked())
	p.ribbons(f, l)
	for _, n := range l.nodes() {
		p.node(f, words, n)
	}
	p.add(`</svg>`)
	cells := make([][]string, len(l.flows))
	for i, fl := range l.flows {
		cells[i] = []string{esc(fl.from.name), esc(fl.via.name), link(fl.to.name, fl.to.url), esc(words.Amount(fl.value))}
	}
	columns := []column{{words.From, ""}, {words.Via, ""}, {words.To, ""}, {words.Value, "r"}}
	return figure(f, p.String(), columns, cells)
}

// ribbons draws what flows between the columns, in a picture of its own that
// stretches with the width.
func (p *picture) ribbons(f Frame, l layout) {
	height := num(l.height)
	p.add(`<svg width="100%" height="`, height, `" viewBox="0 0 100 `, height, `" preserveAspectRatio="none" aria-hidden="true">`)
	for _, r := range l.ribbons() {
		x0, x1 := columnEdges[r.from.column].right, columnEdges[r.to.column].left
		middle := num(f.x((x0 + x1) / 2))
		start, end := num(f.x(x0)), num(f.x(x1))
		p.add(`<path class="lint" fill="currentColor" fill-opacity=".15" stroke="currentColor" stroke-opacity=".5" stroke-width=".75" vector-effect="non-scaling-stroke" d="M`,
			start, ` `, num(r.fromTop), `C`, middle, ` `, num(r.fromTop), ` `, middle, ` `, num(r.toTop), ` `, end, ` `, num(r.toTop),
			`V`, num(r.toTop+r.thick), `C`, middle, ` `, num(r.toTop+r.thick), ` `, middle, ` `, num(r.fromTop+r.thick), ` `, start, ` `, num(r.fromTop+r.thick), `Z"/>`)
	}
	p.add(`</svg>`)
}

// columnEdges are the sides of the nodes of each column, in per cent.
var columnEdges = [3]struct{ left, right float64 }{{0, 3}, {26, 29}, {97, 100}}

// node draws a node and its label: over it, or beside it in the last column.
func (p *picture) node(f Frame, words FlowWords, n *node) {
	edges := columnEdges[n.column]
	p.add(`<rect class="vul"`, f.box(edges.left, edges.right), ` y="`, num(n.top), `" height="`, num(n.height), `" fill="currentColor"><title>`,
		esc(n.name), `: `, esc(words.Amount(n.value)), `</title></rect>`)
	if n.column == 2 {
		p.lines(f, edges.left-1.5, n.label, "end", n.name, href(n.url), n.lines)
	} else {
		p.lines(f, edges.left, n.label, "start", n.name, href(n.url), n.lines)
	}
}

// plus adds two amounts; what no int64 can hold stays the largest that it can.
func plus(a, b int64) int64 {
	if a > math.MaxInt64-b {
		return math.MaxInt64
	}
	return a + b
}
