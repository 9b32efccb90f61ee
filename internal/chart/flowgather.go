package chart

// What a flow shows of the links that it was given. What must stay true: no
// cent is lost, what has no room of its own goes on under the name of the
// others; the same links in another order give the same flows.

import (
	"cmp"
	"slices"
	"strings"
)

// How much a flow shows. An end below one per cent of the whole would be a line
// without thickness, three pixels beside a label of two rows: it joins the
// others, but never one of the sixteen largest, so that a list with one large
// end still names who else there is. Rows are bounded for the sake of the page,
// which has 1,400 elements in all: there is one for the others in every way from
// an envelope to a werf, and those for ends apart.
const (
	flowFroms = 8  // envelopes apart
	flowVias  = 8  // werven apart
	flowWays  = 18 // from envelopes apart to werven
	flowNamed = 16 // ends apart, however small
	flowRows  = 40 // rows of the table, without those of the others
)

// node is an envelope (column 0), a werf (1) or an organisation (2).
type node struct {
	name, url   string
	rest        bool // stands for all that are not shown apart
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

// flow is what goes one way, added up; at has a node of each column.
type flow struct {
	at    [3]*node
	value int64
}

// gather adds links up and makes one node of all that have no room in a column.
func gather(words FlowWords, links []Link, limit int) []flow {
	type key struct {
		column    int
		name, url string
	}
	nodes := make(map[key]*node)
	find := func(column int, name, url string) *node {
		k := key{column, cmp.Or(strings.TrimSpace(name), words.None), url}
		n := nodes[k]
		if n == nil {
			n = &node{name: k.name, url: url, column: column}
			nodes[k] = n
		}
		return n
	}
	var flows []flow
	for _, l := range links {
		if l.Value > 0 {
			flows = append(flows, flow{[3]*node{find(0, l.From, l.FromURL), find(1, l.Via, l.ViaURL), find(2, l.To, l.URL)}, l.Value})
		}
	}
	flows = addUp(flows)
	flows = fold(flows, 1, flowVias, cmp.Or(words.OtherVia, words.Others))
	flows = fold(flows, 0, fromsApart(flows), cmp.Or(words.OtherFrom, words.Others))
	return fold(flows, 2, endsApart(flows, max(1, limit)), words.Others)
}

// nodesOf are the nodes of a column, largest first.
func nodesOf(flows []flow, column int) []*node {
	var nodes []*node
	seen := make(map[*node]bool)
	for _, fl := range flows {
		if n := fl.at[column]; !seen[n] {
			seen[n] = true
			nodes = append(nodes, n)
		}
	}
	slices.SortFunc(nodes, largestFirst)
	return nodes
}

// fromsApart is how many of the largest envelopes keep a place of their own.
func fromsApart(flows []flow) int {
	type way struct{ from, via *node }
	ways, known := make(map[*node]int), make(map[way]bool)
	for _, fl := range flows {
		if w := (way{fl.at[0], fl.at[1]}); !known[w] {
			known[w] = true
			ways[w.from]++
		}
	}
	sum := 0
	for i, n := range nodesOf(flows, 0) {
		if sum += ways[n]; i == flowFroms || i > 0 && sum > flowWays {
			return i
		}
	}
	return flowFroms
}

// endsApart is how many of the largest ends keep a place of their own.
func endsApart(flows []flow, limit int) int {
	whole, ways := 0.0, make(map[*node]int)
	for _, fl := range flows {
		whole += float64(fl.value)
		ways[fl.at[2]]++
	}
	ends, rows := nodesOf(flows, 2), 0
	for i, n := range ends {
		rows += ways[n]
		if i == limit || i > 0 && rows > flowRows || i >= flowNamed && n.amount < whole/100 {
			return i
		}
	}
	return len(ends)
}

// fold makes one node of a column's nodes beyond the largest; one alone keeps
// its name.
func fold(flows []flow, column, keep int, name string) []flow {
	nodes := nodesOf(flows, column)
	if len(nodes) <= keep+1 {
		return flows
	}
	others := &node{name: name, rest: true, column: column}
	small := make(map[*node]bool)
	for _, n := range nodes[keep:] {
		small[n] = true
	}
	for i, fl := range flows {
		if small[fl.at[column]] {
			flows[i].at[column] = others
		}
	}
	return addUp(flows)
}

// largestFirst orders nodes by amount, then name; the rest comes last.
func largestFirst(a, b *node) int {
	if a.rest != b.rest {
		if a.rest {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(b.amount, a.amount), strings.Compare(a.name, b.name), strings.Compare(a.url, b.url))
}

// addUp makes one flow of all with the same three nodes, in the order in which
// they come first, and gives each node its sum.
func addUp(flows []flow) []flow {
	at := make(map[[3]*node]int)
	var sums []flow
	for _, fl := range flows {
		i, known := at[fl.at]
		if !known {
			i = len(sums)
			at[fl.at], sums = i, append(sums, flow{at: fl.at})
		}
		sums[i].value = plus(sums[i].value, fl.value)
	}
	for _, fl := range sums {
		for _, n := range fl.at {
			n.value, n.amount = 0, 0
		}
	}
	for _, fl := range sums {
		for _, n := range fl.at {
			n.value, n.amount = plus(n.value, fl.value), n.amount+float64(fl.value)
		}
	}
	return sums
}
