package search

// Postings: in which documents a lexeme stands, how much that says (BM25F,
// 0..31), and at which positions. All arithmetic is on integers, so that every
// machine writes the same bytes.

import (
	"encoding/binary"
	"slices"
)

// fieldWeights say, in percent, how much a word in a field counts; fieldSlopes
// how much a longer field than the average counts less (BM25F's b).
var (
	fieldWeights = [fieldCount]int{inTitle: 500, inHeadings: 220, inSummary: 180, inText: 100, inNames: 150}
	fieldSlopes  = [fieldCount]int{inTitle: 40, inHeadings: 50, inSummary: 30, inText: 70, inNames: 30}
)

const (
	mostImpact    = 31
	titleBit      = 1 << 5
	saturation    = 130 // BM25's k1, in percent
	yearPercent   = 2   // by which a document that ages counts less a year …
	agesAtMost    = 14  // … up to this
	asidePercent  = 80  // by which a document of the site itself counts less
	bitmapFrom    = 4000
	bitmapBest    = 2000
	bitmapPart    = 8 // lists of more than one document in eight
	positionsPart = 4 // no positions for words in more than one document in four
)

// postings is a lexeme's list as sections 5 and 6 of a t shard want it, and its
// positions.
type postings struct {
	count     int
	bitmap    bool
	documents []byte
	impacts   []byte
	positions []byte
}

// ranker knows how much a place in a document counts.
type ranker struct {
	numbers []int             // by the order in which documents came
	units   [][fieldCount]int // by number: what one word counts, in 1/1000
	worth   []int             // by number, percent: less of what is old or aside
	spoken  []languages       // by number
}

// newRanker prepares the units of all documents.
func newRanker(documents []entry, p *plan) *ranker {
	r := &ranker{numbers: p.numbers, units: make([][fieldCount]int, len(documents)), worth: make([]int, len(documents)), spoken: make([]languages, len(documents))}
	for i := range documents {
		d, n := &documents[i], p.numbers[i]
		for f := range fieldCount {
			// 1000 * weight / (1 - b + b*length/average)
			share := fieldSlopes[f] * rounded(d.lengths[f]) / max(1, p.averages[f])
			r.units[n][f] = fieldWeights[f] * 1000 / (100 - fieldSlopes[f] + share)
		}
		r.worth[n], r.spoken[n] = 100, d.spoken
		if d.year > 0 {
			r.worth[n] -= min(agesAtMost, yearPercent*max(0, p.year-d.year))
		}
		if d.aside {
			r.worth[n] -= asidePercent
		}
	}
	return r
}

// rounded returns a length in steps of about a tenth, so that a small edit
// leaves the other words of a document as they were.
func rounded(n int) int {
	step := 1
	for n > 24*step {
		step *= 2
	}
	return (n + step) / (2 * step) * (2 * step)
}

// place is one occurrence, as a number that sorts by document, then position.
type place uint64

const (
	placeFieldBits    = 3
	placePercentBits  = 8 // the lowest tells whether the word itself stands there
	placePositionBits = 25
)

func newPlace(document, position, field, percent int, own bool) place {
	position = min(position, 1<<placePositionBits-1)
	return place(((uint64(document)<<placePositionBits|uint64(position))<<placeFieldBits|uint64(field))<<placePercentBits | uint64(percent<<1+number(own)))
}

// own tells whether the word itself stands there, not a compound with it.
func (p place) own() bool    { return p&1 == 1 }
func (p place) percent() int { return int(p & (1<<placePercentBits - 1) >> 1) }
func (p place) field() int {
	return int(p >> placePercentBits & (1<<placeFieldBits - 1))
}
func (p place) position() int {
	return int(p >> (placePercentBits + placeFieldBits) & (1<<placePositionBits - 1))
}
func (p place) document() int {
	return int(p >> (placePercentBits + placeFieldBits + placePositionBits))
}

// places returns all occurrences of a lexeme, in order.
func (r *ranker) places(forms []form, l *lexeme, to []place) []place {
	for _, from := range l.from {
		form := &forms[from.form]
		says := emptyWords[form.key]
		for _, list := range form.places {
			eachPlace(list, func(document, field, position int) {
				n, percent := r.numbers[document], from.percent
				if says&r.spoken[n] != 0 {
					percent = 0
				}
				to = append(to, newPlace(n, position, field, percent, from.own))
			})
		}
	}
	slices.Sort(to)
	return to
}

// postings makes the list of a lexeme of its places.
func (r *ranker) postings(places []place, exact bool) postings {
	var p postings
	before := -1
	for len(places) > 0 {
		document, n := places[0].document(), 1
		for n < len(places) && places[n].document() == document {
			n++
		}
		p.documents = binary.AppendUvarint(p.documents, uint64(document-before-1))
		p.impacts = append(p.impacts, r.impact(document, places[:n]))
		if !exact {
			p.positions = appendPositions(p.positions, places[:n])
		}
		p.count++
		before = document
		places = places[n:]
	}
	if p.count*positionsPart > len(r.units) && p.count > 50 {
		p.positions = nil
	}
	if p.count > bitmapFrom && p.count*bitmapPart > len(r.units) {
		p.toBitmap()
	}
	return p
}

// impact returns the impact and title bit of a document's places.
func (r *ranker) impact(document int, places []place) byte {
	sum, title := 0, byte(0)
	for _, p := range places {
		sum += r.units[document][p.field()] * p.percent() / 100
		if p.field() == inTitle && p.own() {
			title = titleBit
		}
	}
	impact := mostImpact * sum * r.worth[document] / (sum + saturation*10)
	return byte(min(mostImpact, max(1, (impact+50)/100))) | title
}

func appendPositions(to []byte, places []place) []byte {
	own := 0
	for i, p := range places {
		if p.own() && (i == 0 || p.position() != places[i-1].position()) {
			own++
		}
	}
	if own == 0 {
		return append(to, 0)
	}
	before := -1
	for i, p := range places {
		if !p.own() || i > 0 && p.position() == places[i-1].position() {
			continue
		}
		own--
		code := uint64(p.position()-before) << 1
		if own == 0 {
			code |= 1
		}
		to = binary.AppendUvarint(to, code)
		before = p.position()
	}
	return to
}

// toBitmap turns a long list into a bitmap and the best of it.
func (p *postings) toBitmap() {
	numbers := decodeGaps(p.documents, p.count)
	bitmap := make([]byte, numbers[p.count-1]/8+1)
	order := make([]int, p.count)
	for i, n := range numbers {
		bitmap[n/8] |= 1 << (n % 8)
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(p.impacts[b]&mostImpact) - int(p.impacts[a]&mostImpact) })
	rest := 0
	for _, i := range order[bitmapBest:] {
		rest += int(p.impacts[i] & mostImpact)
	}
	best := order[:bitmapBest]
	slices.Sort(best)
	documents := append(binary.AppendUvarint(nil, uint64(len(bitmap))), bitmap...)
	documents = binary.AppendUvarint(documents, uint64(len(best)))
	impacts := make([]byte, 0, len(best)+1)
	before := -1
	for _, i := range best {
		documents = binary.AppendUvarint(documents, uint64(numbers[i]-before-1))
		impacts = append(impacts, p.impacts[i])
		before = numbers[i]
	}
	p.documents, p.impacts, p.bitmap = documents, append(impacts, byte(rest/(p.count-bitmapBest))), true
}

// decodeGaps returns the documents of a list that postings wrote.
func decodeGaps(gaps []byte, count int) []int {
	numbers := make([]int, 0, count)
	before := -1
	for len(gaps) > 0 {
		gap, size := binary.Uvarint(gaps)
		before += int(gap) + 1
		numbers = append(numbers, before)
		gaps = gaps[size:]
	}
	return numbers
}
