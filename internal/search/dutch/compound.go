package dutch

// Compounds: subsidiereglement is subsidie and reglement, whatever letters link
// them. A word of the list is never split, so the list decides what a compound
// is; words of a site itself may be parts as well.

import "strings"

// Part is a part of a compound: where it starts and how long it is, in bytes.
type Part struct{ Start, Length int }

// leastPart is how many letters a part has at least.
const leastPart = 4

// links are the letters between parts, and what a part may lack before them.
var links = []string{"", "s", "en", "n", "e", "er"}

// takesER has the ends, of four letters, of words linked with er: kinderopvang.
var takesER = set("kind lied rund been blad volk goed")

// Split returns the parts of a compound, the head last, or nil for any other
// word. OnSite tells which words the site itself uses; it may be nil.
func (w *Words) Split(form string, onSite func(string) bool) []Part {
	if len(form) < 2*leastPart || w.known(form) {
		return nil
	}
	s := splitter{words: w, form: form, onSite: onSite}
	return s.split()
}

// known tells whether a word stands in the list itself or is irregular.
func (w *Words) known(form string) bool {
	if w.Has(form) || exceptions[form] != "" {
		return true
	}
	_, ok := w.forms[form]
	return ok
}

// Lemma returns the base form of any form: by the list, by its head if it is a
// compound, or as it is. Parts are those of the base.
func (w *Words) Lemma(form string, onSite func(string) bool) (base string, parts []Part) {
	if base, known := w.Base(form); known {
		return base, w.Split(base, onSite)
	}
	parts = w.Split(form, onSite)
	if parts == nil {
		return unknown(form, onSite), nil
	}
	last := &parts[len(parts)-1]
	head, known := w.Base(form[last.Start:])
	if !known {
		return form, parts
	}
	base = form[:last.Start] + head
	last.Length = len(head)
	return base, parts
}

// unknown returns the base form of a word that no list has: a shorter form that
// the site uses too.
func unknown(form string, onSite func(string) bool) string {
	if onSite == nil || len(form) < 5 {
		return form
	}
	for _, e := range []string{"'s", "en", "s", "n", "e", "t"} {
		if stem, ok := strings.CutSuffix(form, e); ok && len(stem) > 3 && onSite(stem) {
			return stem
		}
	}
	return form
}

// splitter finds the split of one form with the fewest parts; of several, that
// with the longest head.
type splitter struct {
	words  *Words
	form   string
	onSite func(string) bool
	ends   [][]Part // by end: the best parts of form[:end], all modifiers
}

func (s *splitter) split() []Part {
	n := len(s.form)
	s.ends = make([][]Part, n)
	for end := leastPart; end <= n-leastPart; end++ {
		s.ends[end] = s.best(end, s.isModifier)
	}
	best := s.best(n, s.isHead)
	if len(best) < 2 {
		return nil
	}
	return best
}

// best returns the best parts of form[:end] of which the last pleases isPart.
func (s *splitter) best(end int, isPart func(string) bool) []Part {
	var best []Part
	for start := 0; start <= end-leastPart; start++ {
		before, ok := s.before(start)
		if !ok || best != nil && len(best) <= len(before)+1 || !isPart(s.form[start:end]) {
			continue
		}
		best = append(before[:len(before):len(before)], Part{start, end - start})
	}
	return best
}

// before returns the best parts that end, with a link, where a part starts.
func (s *splitter) before(start int) (best []Part, ok bool) {
	if start == 0 {
		return nil, true
	}
	for _, link := range links {
		end := start - len(link)
		if link == "er" && !takesER[s.form[max(0, end-4):max(0, end)]] {
			continue
		}
		if end < leastPart || s.ends[end] == nil || s.form[end:start] != link {
			continue
		}
		if !ok || len(s.ends[end]) < len(best) {
			best, ok = s.ends[end], true
		}
	}
	return best, ok
}

func (s *splitter) isModifier(part string) bool {
	if noModifier[part] || s.words.bases[part]&neverFirst != 0 {
		return false
	}
	if s.words.known(part) || s.occurs(part) {
		return true
	}
	if !strings.HasSuffix(part, "en") {
		return false
	}
	base, known := s.words.Base(part)
	return known && s.words.bases[base]&neverFirst == 0
}

func (s *splitter) isHead(part string) bool {
	if noHead[part] {
		return false
	}
	base, known := s.words.Base(part)
	return known && s.words.bases[base]&neverLast == 0 || s.occurs(part)
}

// occurs tells whether the site uses the part as a word of its own, one that
// is no compound itself.
func (s *splitter) occurs(part string) bool {
	return s.onSite != nil && len(part) > leastPart && s.onSite(part) && s.words.Split(part, nil) == nil
}
