package search

// Units: what each word of a query may mean, and what that is worth in every
// document (format.go, section 9 steps 2 to 6).

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	mostUnits    = 16
	fewDocuments = 10 // a word in fewer is looked for by its parts too
	leastPrefix  = 3  // code points
	mostPrefixed = 32
	leastTypo    = 4
	twoTypos     = 8
	mostTypos    = 3
	mostSplits   = 3
	leastSplit   = 4
)

// unit is a word or phrase of a query.
type unit struct {
	key    string // "" for a phrase
	exact  *head  // its lexeme, if it was found as typed
	values []int  // by document
	titles []bool // by document: the title has it
	weight int
	needed bool // a phrase: documents without it do not count
}

func (s *Searcher) newUnit(key string) *unit {
	return &unit{key: key, values: make([]int, s.Manifest.Documents), titles: make([]bool, s.Manifest.Documents)}
}

// idf says how telling a word is that stands in so many documents.
func (s *Searcher) idf(count int) int {
	n, df := float64(s.Manifest.Documents), float64(count)
	return max(1, int(math.Round(16*math.Log2(1+(n-df+0.5)/(df+0.5)))))
}

// add makes a lexeme an alternative of a unit.
func (s *Searcher) add(u *unit, h *head, percent int) error {
	idf := s.idf(h.count)
	u.weight = max(u.weight, idf)
	return h.each(s.Manifest.Documents, func(p posting) {
		u.better(p.document, idf*p.impact*percent/100, p.title)
	})
}

// better keeps the greater value of a document.
func (u *unit) better(document, value int, title bool) {
	if value > u.values[document] {
		u.values[document], u.titles[document] = value, title
	}
}

// addTogether makes words an alternative that needs all of them; false if one
// of them is nowhere.
func (s *Searcher) addTogether(u *unit, keys []string, percent int) (bool, error) {
	var least []int
	weight := 0
	for _, key := range keys {
		h, err := s.find(key)
		if err != nil || h == nil {
			return false, err
		}
		values := make([]int, s.Manifest.Documents)
		idf := s.idf(h.count)
		weight = max(weight, idf)
		err = h.each(s.Manifest.Documents, func(p posting) { values[p.document] = max(1, idf*p.impact*percent/100) })
		if err != nil {
			return false, err
		}
		if least == nil {
			least = values
			continue
		}
		for d := range least {
			least[d] = min(least[d], values[d])
		}
	}
	for d, v := range least {
		u.better(d, v, false)
	}
	u.weight = max(u.weight, weight)
	return true, nil
}

// addFound makes a lexeme an alternative of a unit, and so its parts together if
// it stands in few documents.
func (s *Searcher) addFound(u *unit, h *head, percent int) error {
	if err := s.add(u, h, percent); err != nil || h.count >= fewDocuments || len(h.parts) == 0 {
		return err
	}
	_, err := s.addTogether(u, h.parts, s.Manifest.Weights.Parts*percent/100)
	return err
}

// wordUnits returns the units of a text; the last word is a prefix too if it is
// still being typed. Suggestion is what an unseen word may have meant.
func (s *Searcher) wordUnits(text string, typing bool) (units []*unit, suggestion string, err error) {
	all := tokens(text)
	typing = typing && endsInAtom(text)
	empty := s.emptyAmong(all)
	for i := 0; i < len(all) && len(units) < mostUnits; i++ {
		t := all[i]
		if empty[i] {
			continue
		}
		atoms := 0 // that belong to a joined token
		if isJoined(t, all[i+1:]) {
			atoms = len(t.parts)
		}
		last := typing && i+atoms == len(all)-1
		u, err := s.wordUnit(t, last, atoms > 0)
		if err != nil {
			return nil, "", err
		}
		if u.weight == 0 && atoms > 0 {
			continue // its atoms follow
		}
		if u.weight == 0 {
			if u, suggestion, err = s.unseen(t, suggestion); err != nil {
				return nil, "", err
			}
		}
		units = append(units, u)
		i += atoms
	}
	return units, suggestion, nil
}

// emptyAmong marks the empty words of a text that has other words too.
func (s *Searcher) emptyAmong(all []token) map[int]bool {
	empty, groups := map[int]bool{}, 0
	for i := 0; i < len(all); i++ {
		groups++
		if isJoined(all[i], all[i+1:]) {
			i += len(all[i].parts)
		} else if slices.Contains(s.Manifest.Empty, all[i].key) {
			empty[i] = true
		}
	}
	if len(empty) == groups {
		return nil
	}
	return empty
}

// isJoined tells whether the tokens that follow are the atoms of this one.
func isJoined(t token, after []token) bool {
	if len(t.parts) == 0 || len(after) < len(t.parts) {
		return false
	}
	for i, p := range t.parts {
		if after[i].key != p {
			return false
		}
	}
	return true
}

// endsInAtom tells whether a text ends within a word.
func endsInAtom(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r < utf8.RuneSelf && isAtomASCII(byte(r)) || r >= utf8.RuneSelf && r != utf8.RuneError && isAtomRune(r)
}

// wordUnit returns the unit of a token; its weight is 0 if nothing was found.
func (s *Searcher) wordUnit(t token, typing, joined bool) (*unit, error) {
	u := s.newUnit(t.key)
	for _, key := range spellingsOf(t) {
		h, err := s.find(key)
		if err != nil {
			return nil, err
		}
		if h == nil {
			continue
		}
		u.exact = cmp.Or(u.exact, h)
		if err := s.addFound(u, h, 100); err != nil {
			return nil, err
		}
	}
	if err := s.addAccent(u, t); err != nil {
		return nil, err
	}
	if u.exact == nil && !joined {
		if err := s.addInflected(u); err != nil {
			return nil, err
		}
	}
	if utf8.RuneCountInString(t.key) < leastPrefix || !typing && (u.exact != nil || joined) {
		return u, nil
	}
	return u, s.addPrefixed(u)
}

// spellingsOf returns the key of a token, and the one with ae for ä.
func spellingsOf(t token) []string {
	umlauts := strings.NewReplacer("a\u0308", "ae", "o\u0308", "oe", "u\u0308", "ue")
	if other := Fold(umlauts.Replace(t.accent)); other != t.key && other != Fold(t.accent) {
		return []string{t.key, other}
	}
	return []string{t.key}
}

// endings of words that a site may have without them.
var endings = []string{"etjes", "etje", "pjes", "pje", "tjes", "tje", "jes", "je", "en", "e", "s", "n", "t"}

// addInflected looks for a word without its ending, as Dutch then spells it:
// debat of debatten, boom of bomen, huis of huizen.
func (s *Searcher) addInflected(u *unit) error {
	for _, ending := range endings {
		stem, ok := strings.CutSuffix(u.key, ending)
		if !ok || len(stem) < leastTypo || !isLatin(u.key) {
			continue
		}
		for _, key := range withoutEnding(stem, ending) {
			h, err := s.find(key)
			if err != nil {
				return err
			}
			if h != nil {
				u.exact = h
				return s.add(u, h, 100)
			}
		}
	}
	return nil
}

// withoutEnding returns how a word may be spelled that has a stem before an ending.
func withoutEnding(stem, ending string) []string {
	n := len(stem)
	last, before := stem[n-1], stem[n-2]
	switch closed := strings.IndexByte(vowels, last) < 0; {
	case ending[0] != 'e':
		return []string{stem}
	case closed && before == last:
		return []string{stem[:n-1]}
	case closed && strings.IndexByte("aeou", before) >= 0:
		return []string{hardened(stem[:n-1] + stem[n-2:]), hardened(stem)}
	}
	return []string{hardened(stem)}
}

// hardened spells the end of a word as Dutch does: huis, not huiz.
func hardened(word string) string {
	if stem, ok := strings.CutSuffix(word, "z"); ok {
		return stem + "s"
	}
	if stem, ok := strings.CutSuffix(word, "v"); ok {
		return stem + "f"
	}
	return word
}

const vowels = "aeiouy"

// addAccent lets documents with the exact spelling count for more.
func (s *Searcher) addAccent(u *unit, t token) error {
	if t.accent == t.key {
		return nil
	}
	h, err := s.find(exactKey(t.key, t.accent))
	if err != nil || h == nil {
		return err
	}
	idf := s.idf(h.count)
	return h.each(s.Manifest.Documents, func(p posting) {
		u.values[p.document] += idf * p.impact * s.Manifest.Weights.Accent / 100
	})
}

// addPrefixed makes the words that begin with a unit's key alternatives.
func (s *Searcher) addPrefixed(u *unit) error {
	percent := s.Manifest.Weights.PrefixUnseen
	if u.exact != nil {
		percent = s.Manifest.Weights.Prefix
	}
	heads, err := s.prefixed(u.key)
	if err != nil {
		return err
	}
	n := 0
	for _, h := range heads {
		if h == u.exact {
			continue
		}
		if n++; n > mostPrefixed {
			break
		}
		if err := s.add(u, h, percent); err != nil {
			return err
		}
	}
	return nil
}

// prefixed returns the lexemes of the keys that begin with a text, most
// frequent first.
func (s *Searcher) prefixed(text string) ([]*head, error) {
	i, next, err := s.shardOf(&s.Manifest.Terms, text)
	if err != nil || s.Manifest.Terms.size() == 0 {
		return nil, err
	}
	heads, err := s.prefixedIn(i, text)
	if err == nil && len(heads) == 0 && strings.HasPrefix(next, text) {
		heads, err = s.prefixedIn(i+1, text)
	}
	slices.SortFunc(heads, func(a, b *head) int { return cmp.Or(b.count-a.count, strings.Compare(a.key, b.key)) })
	return slices.Compact(heads), err
}

func (s *Searcher) prefixedIn(i int, text string) ([]*head, error) {
	shard, err := s.terms(i)
	if err != nil {
		return nil, err
	}
	var heads []*head
	from, _ := slices.BinarySearch(shard.keys, text)
	for e := from; e < len(shard.keys) && strings.HasPrefix(shard.keys[e], text); e++ {
		h := shard.heads[shard.refs[e]]
		if h != nil && !isExact(shard.keys[e]) { // what leads to another shard would cost a request
			heads = append(heads, h)
		}
	}
	return heads, nil
}
