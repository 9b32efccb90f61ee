package chart

// Where the nodes and ribbons of a flow stand. The layout is an outline: an
// envelope's label, under it the labels of its werven, under each the
// organisations that get most of theirs there. What must stay true: the height
// of a node is its amount times one scale, and its ribbons fill it exactly.

import (
	"cmp"
	"slices"
	"strings"
)

// node is an envelope (column 0), a werf (1) or an organisation (2).
type node struct {
	name, url   string
	rest        bool // stands for all ends beyond the limit
	column      int
	value       int64
	amount      float64 // value, as the sum that cannot overflow
	parent      *node   // in the column before, where most of it comes from
	order       int     // from top to bottom within its column
	top, height float64 // pixels
	label       float64 // first baseline of its label, pixels
	lines       []string
	in, out     float64 // how much of its height has ribbons already
}

// flow is what goes one way, added up.
type flow struct {
	from, via, to *node
	value         int64
}

// gather adds links up and makes one end of all beyond the limit largest.
func gather(words FlowWords, links []Link, limit int) []flow {
	type key struct {
		column int
		name   string
	}
	nodes := make(map[key]*node)
	find := func(column int, name string) *node {
		name = cmp.Or(strings.TrimSpace(name), words.None)
		n := nodes[key{column, name}]
		if n == nil {
			n = &node{name: name, column: column}
			nodes[key{column, name}] = n
		}
		return n
	}
	var ends []*node
	var flows []flow
	for _, l := range links {
		if l.Value <= 0 {
			continue
		}
		fl := flow{find(0, l.From), find(1, l.Via), find(2, l.To), l.Value}
		if fl.to.value == 0 {
			ends = append(ends, fl.to)
		}
		fl.to.url = cmp.Or(fl.to.url, l.URL)
		fl.to.value, fl.to.amount = plus(fl.to.value, l.Value), fl.to.amount+float64(l.Value)
		flows = append(flows, fl)
	}
	mergeRest(words, flows, ends, limit)
	return addUp(flows)
}

// mergeRest points the flows of the smallest ends at one end for all of them.
func mergeRest(words FlowWords, flows []flow, ends []*node, limit int) {
	if len(ends) <= limit+1 { // one end alone keeps its name
		return
	}
	slices.SortFunc(ends, largestFirst)
	others := &node{name: words.Others, rest: true, column: 2}
	small := make(map[*node]bool)
	for _, n := range ends[limit:] {
		small[n] = true
	}
	for i := range flows {
		if small[flows[i].to] {
			flows[i].to = others
		}
	}
}

// largestFirst orders nodes by amount, then name; the rest comes last.
func largestFirst(a, b *node) int {
	if a.rest != b.rest {
		if a.rest {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(b.amount, a.amount), strings.Compare(a.name, b.name))
}

// addUp makes one flow of all with the same three nodes, in the order in which
// they come first, and gives each node its sum.
func addUp(flows []flow) []flow {
	type way struct{ from, via, to *node }
	at := make(map[way]int)
	var sums []flow
	for _, fl := range flows {
		w := way{fl.from, fl.via, fl.to}
		if i, known := at[w]; known {
			sums[i].value = plus(sums[i].value, fl.value)
			continue
		}
		at[w] = len(sums)
		sums = append(sums, fl)
	}
	for _, fl := range sums {
		for _, n := range []*node{fl.from, fl.via, fl.to} {
			n.value, n.amount = 0, 0
		}
	}
	for _, fl := range sums {
		for _, n := range []*node{fl.from, fl.via, fl.to} {
			n.value, n.amount = plus(n.value, fl.value), n.amount+float64(fl.value)
		}
	}
	return sums
}

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
	flowGap    = 8   // between nodes, at least
)

var flowLetters = [3]int{36, 26, 25}

// layoutOf puts every node in its place and the flows in reading order.
func layoutOf(flows []flow) layout {
	l := layout{flows: flows}
	total := 0.0
	seen := make(map[*node]bool)
	for _, fl := range flows {
		total += float64(fl.value)
		for _, n := range []*node{fl.from, fl.via, fl.to} {
			if !seen[n] {
				seen[n] = true
				n.lines = wrap(n.name, flowLetters[n.column], 2)
				l.columns[n.column] = append(l.columns[n.column], n)
			}
		}
	}
	l.scale = flowHeight / total
	for _, column := range l.columns {
		slices.SortFunc(column, largestFirst)
	}
	l.adopt()
	l.place()
	slices.SortFunc(l.flows, func(a, b flow) int {
		return cmp.Or(cmp.Compare(a.from.order, b.from.order), cmp.Compare(a.via.order, b.via.order), cmp.Compare(a.to.order, b.to.order))
	})
	return l
}

// adopt gives each node of the second and third column its parent.
func (l *layout) adopt() {
	type pair struct{ parent, child *node }
	sums := make(map[pair]float64)
	for _, fl := range l.flows {
		sums[pair{fl.from, fl.via}] += float64(fl.value)
		sums[pair{fl.via, fl.to}] += float64(fl.value)
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
	return slices.ContainsFunc(l.columns[2], func(n *node) bool { return href(n.url) != "" })
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
		w := pair{fl.from, fl.via}
		if column == 1 {
			w = pair{fl.via, fl.to}
		}
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
