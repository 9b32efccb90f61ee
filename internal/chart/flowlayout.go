package chart

// Where the nodes and ribbons of a flow stand. The layout is an outline: an
// envelope's label, under it the labels of its werven, under each the
// organisations that get most of theirs there. What must stay true: the height
// of a node is its amount times one scale, and its ribbons fill it exactly.

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// layout is a flow with every node in its place.
type layout struct {
	flows   []flow
	columns [3][]*node
	scale   float64 // pixels for one of the unit
	height  float64 // pixels
}

// The layout's measures, in pixels, and the runes of a label's line in each
// column.
const (
	flowHeight = 320 // of all that flows, together
	flowGap    = 7   // between nodes, at least
)

var flowLetters = [3]int{36, 26, 25}

// layoutOf puts every node in its place and the flows in reading order.
func layoutOf(words FlowWords, flows []flow) layout {
	l := layout{flows: flows}
	total := 0.0
	for _, fl := range flows {
		total += float64(fl.value)
	}
	l.scale = flowHeight / total
	for column := range l.columns {
		l.columns[column] = nodesOf(flows, column)
		for _, n := range l.columns[column] {
			n.lines = labelOf(n, words.Amount(n.value))
		}
	}
	l.adopt()
	l.place()
	slices.SortFunc(l.flows, func(a, b flow) int {
		return cmp.Or(cmp.Compare(a.at[0].order, b.at[0].order), cmp.Compare(a.at[1].order, b.at[1].order), cmp.Compare(a.at[2].order, b.at[2].order))
	})
	return l
}

// labelOf is a name in at most two lines and its amount, beside the end of the
// name or, where it does not fit, below it.
func labelOf(n *node, amount string) []string {
	width := flowLetters[n.column]
	lines := wrap(n.name, width, 2)
	last := len(lines) - 1
	if last >= 0 && utf8.RuneCountInString(lines[last]+amount)+2 <= width {
		lines[last] += "\u00a0 " + amount
		return lines
	}
	return append(lines, amount)
}

// adopt gives each node of the second and third column its parent.
func (l *layout) adopt() {
	type pair struct{ parent, child *node }
	sums := make(map[pair]float64)
	for _, fl := range l.flows {
		sums[pair{fl.at[0], fl.at[1]}] += float64(fl.value)
		sums[pair{fl.at[1], fl.at[2]}] += float64(fl.value)
	}
	for column := 1; column <= 2; column++ {
		for _, child := range l.columns[column] {
			for _, parent := range l.columns[column-1] { // largest first, so that equals keep their order
				if sum := sums[pair{parent, child}]; child.parent == nil || sum > sums[pair{child.parent, child}] {
					child.parent = parent
				}
			}
		}
	}
}

// place walks the outline from top to bottom.
func (l *layout) place() {
	y := 0.0
	var placed [3]int
	var walk func(n *node)
	walk = func(n *node) {
		n.order = placed[n.column]
		placed[n.column]++
		n.height = n.amount * l.scale
		text := float64(len(n.lines)) * lineHeight
		if n.column == 2 {
			slot := max(text, n.height)
			n.top, n.label = y+(slot-n.height)/2, y+(slot-text)/2+lineHeight-4
			y += slot + flowGap
			return
		}
		n.label, n.top = y+lineHeight-4, y+text
		y = n.top
		for _, child := range l.columns[n.column+1] {
			if child.parent == n {
				walk(child)
			}
		}
		y = max(y, n.top+n.height+flowGap)
	}
	for _, envelope := range l.columns[0] {
		walk(envelope)
	}
	l.height = y
}

// nodes are all nodes, column by column.
func (l layout) nodes() []*node {
	return slices.Concat(l.columns[0], l.columns[1], l.columns[2])
}

func (l layout) linked() bool {
	return slices.ContainsFunc(l.nodes(), func(n *node) bool { return href(n.url) != "" })
}

// ribbon is what flows between two nodes, in pixels.
type ribbon struct {
	from, to              *node
	fromTop, toTop, thick float64
}

// ribbons are all that flows between neighbouring columns, from top to bottom,
// so that they cross as little as they can.
func (l layout) ribbons() []ribbon {
	var ribbons []ribbon
	for column := range 2 {
		for _, r := range l.between(column) {
			r.fromTop, r.toTop = r.from.top+r.from.out, r.to.top+r.to.in
			r.from.out += r.thick
			r.to.in += r.thick
			ribbons = append(ribbons, r)
		}
	}
	return ribbons
}

// between adds up the flows from one column to the next, pair by pair.
func (l layout) between(column int) []ribbon {
	type pair struct{ from, to *node }
	at := make(map[pair]int)
	var ribbons []ribbon
	for _, fl := range l.flows {
		w := pair{fl.at[column], fl.at[column+1]}
		i, known := at[w]
		if !known {
			i = len(ribbons)
			at[w] = i
			ribbons = append(ribbons, ribbon{from: w.from, to: w.to})
		}
		ribbons[i].thick += float64(fl.value) * l.scale
	}
	slices.SortFunc(ribbons, func(a, b ribbon) int {
		return cmp.Or(cmp.Compare(a.from.order, b.from.order), cmp.Compare(a.to.order, b.to.order))
	})
	return ribbons
}
