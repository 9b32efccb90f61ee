package search

// Ranking: what the words of a query are worth together (format.go, section 9
// steps 6, 7 and 9).

import (
	"cmp"
	"slices"
)

// Order says how results are sorted.
type Order int

const (
	ByScore Order = iota
	ByDate
	ByAmount
)

// Results are the documents that a query finds, the best first.
type Results struct {
	Documents  []int
	Suggestion string // what an unseen word may have meant: "Bedoelde u …?"
}

// result is a document and its score.
type result struct{ document, score int }

// Search finds documents. The error says that a file is missing or damaged.
func (s *Searcher) Search(text string, order Order) (Results, error) {
	q := parseQuery(text, s.isName)
	passes, err := s.filter(q.filters)
	if err != nil {
		return Results{}, err
	}
	units, suggestion, err := s.units(&q, passes)
	if err != nil {
		return Results{}, err
	}
	found := s.score(units, passes, hasText(q))
	if !hasText(q) && order == ByScore {
		order = ByDate
	}
	if err := s.sort(found, order); err != nil {
		return Results{}, err
	}
	all := Results{Suggestion: suggestion, Documents: make([]int, len(found))}
	for i, r := range found {
		all.Documents[i] = r.document
	}
	return all, nil
}

// hasText tells whether a query asks for words, not only to leave some out.
func hasText(q query) bool {
	return slices.ContainsFunc(q.items, func(it item) bool { return !it.excluded })
}

// units returns the units of all items; what is excluded no longer passes.
func (s *Searcher) units(q *query, passes []bool) (units []*unit, suggestion string, err error) {
	for _, it := range q.items {
		some, meant, err := s.itemUnits(it)
		if err != nil {
			return nil, "", err
		}
		switch {
		case it.excluded:
			exclude(some, passes)
		case it.or && len(units) > 0 && len(some) > 0:
			units[len(units)-1] = either(units[len(units)-1], some[0])
		default:
			units = append(units, some[:min(len(some), mostUnits-len(units))]...)
		}
		suggestion = cmp.Or(suggestion, meant)
	}
	return units, suggestion, nil
}

// itemUnits returns the units of one item, joined spellings counted.
func (s *Searcher) itemUnits(it item) ([]*unit, string, error) {
	if it.phrase {
		u, err := s.phraseUnit(it.text)
		if u == nil {
			return nil, "", err
		}
		return []*unit{u}, "", err
	}
	if it.excluded {
		return s.excludedUnits(it.text)
	}
	units, suggestion, err := s.wordUnits(it.text, it.last)
	if err == nil {
		err = s.joinSpellings(units)
	}
	return units, suggestion, err
}

// excludedUnits returns units of words as they were typed, without guesses.
func (s *Searcher) excludedUnits(text string) (units []*unit, _ string, err error) {
	all := tokens(text)
	for i := 0; i < len(all); i++ {
		t := all[i]
		h, err := s.find(t.key)
		if err != nil {
			return nil, "", err
		}
		if h == nil {
			continue
		}
		u := s.newUnit(t.key)
		if err := s.add(u, h, 100); err != nil {
			return nil, "", err
		}
		units = append(units, u)
		if isJoined(t, all[i+1:]) {
			i += len(t.parts)
		}
	}
	return units, "", nil
}

// exclude lets the documents of units no longer pass.
func exclude(units []*unit, passes []bool) {
	for _, u := range units {
		for d, v := range u.values {
			passes[d] = passes[d] && v == 0
		}
	}
}

// either returns a unit for two alternatives.
func either(a, b *unit) *unit {
	for d, v := range b.values {
		a.better(d, v, b.titles[d])
	}
	a.weight, a.exact, a.key = max(a.weight, b.weight), nil, ""
	return a
}

// joinSpellings looks for neighbouring words as one word. A document with that
// counts as one with all of them.
func (s *Searcher) joinSpellings(units []*unit) error {
	for i := 0; i < len(units); {
		n, joined, err := s.findJoined(units[i:])
		if err != nil {
			return err
		}
		if joined != nil {
			if err := s.raise(units[i:i+n], joined); err != nil {
				return err
			}
		}
		i += n
	}
	return nil
}

// findJoined returns the lexeme of the first three or two units written as one
// word, and how many units it takes; 1 and nil if there is none.
func (s *Searcher) findJoined(units []*unit) (int, *head, error) {
	var keys []string
	if len(units) > 2 {
		keys = append(keys, units[0].key+units[1].key+units[2].key)
	}
	if len(units) > 1 {
		keys = append(keys, units[0].key+units[1].key, units[0].key+"s"+units[1].key)
	}
	for i, key := range keys {
		n := 2
		if len(keys) == 3 && i == 0 {
			n = 3
		}
		if slices.ContainsFunc(units[:n], func(u *unit) bool { return u.key == "" || u.needed }) {
			continue
		}
		if h, err := s.find(cut(key)); err != nil || h != nil {
			return n, h, err
		}
	}
	return 1, nil, nil
}

// raise gives every document with the joined word the value of that, shared by
// the units.
func (s *Searcher) raise(units []*unit, joined *head) error {
	idf := s.idf(joined.count)
	for _, u := range units {
		u.weight = max(u.weight, 1)
	}
	return joined.each(s.Manifest.Documents, func(p posting) {
		sum := 0
		for _, u := range units {
			sum += u.values[p.document]
			u.values[p.document] = max(1, u.values[p.document])
			u.titles[p.document] = u.titles[p.document] || p.title
		}
		units[0].values[p.document] += max(0, idf*p.impact-sum)
	})
}

// score returns the documents that pass and have any of the words, or, without
// words, all that pass.
func (s *Searcher) score(units []*unit, passes []bool, text bool) []result {
	var found []result
	total, count := 0, 0
	for _, u := range units {
		total += u.weight
		count += number(u.weight > 0)
	}
	for d := range passes {
		if !passes[d] {
			continue
		}
		if score := s.scoreOf(d, units, total, count); score > 0 || !text {
			found = append(found, result{d, score})
		}
	}
	slices.SortFunc(found, func(a, b result) int { return cmp.Or(b.score-a.score, b.document-a.document) })
	return found
}

func (s *Searcher) scoreOf(d int, units []*unit, total, count int) int {
	sum, matched, titles := 0, 0, 0
	for _, u := range units {
		if u.needed && u.values[d] == 0 {
			return 0
		}
		if u.values[d] == 0 {
			continue
		}
		sum += u.values[d]
		matched += u.weight
		titles += number(u.titles[d])
	}
	if total == 0 {
		return 0
	}
	score := sum * matched / total * matched / total
	if sum > 0 {
		score = max(1, score)
	}
	if titles == count {
		score = score * s.Manifest.Weights.Title / 100
	}
	return score
}

// sort puts results that stand by score in another order; documents without a
// date or amount come last.
func (s *Searcher) sort(found []result, order Order) error {
	var column []int
	var err error
	switch order {
	case ByDate:
		column, err = s.dates()
	case ByAmount:
		column, err = s.amounts()
	default:
		return nil
	}
	if err != nil {
		return err
	}
	slices.SortStableFunc(found, func(a, b result) int { return column[b.document] - column[a.document] })
	return nil
}
