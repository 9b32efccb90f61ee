package dutch

// Compounds: subsidiereglement is subsidie and reglement, whatever letters link
// them. A word of the list is never split, so the list decides what a compound
// is; words of a site itself may be parts as well.

import "strings"

// Part is a part of a compound: where it starts and how long it is, in bytes.
type Part struct{ Start, Length int }

// Short tells whether a part is too short to stand first.
func (p Part) Short() bool { return p.Length < leastPart }

// How many letters a part has at least; after another part three will do, if the
// list shows that the word ends many compounds (reduce.go).
const (
	leastPart  = 4
	leastLater = 3
)

// links are the letters between parts, and what a part may lack before them.
var links = []string{"", "s", "en", "n", "e", "er"}

// takesER has the ends, of four letters, of words linked with er: kinderopvang.
var takesER = set("kind lied rund been blad volk goed")

// Split returns the parts of a compound, the head last, or nil for any other
// word. OnSite tells which words the site itself uses; it may be nil.
func (w *Words) Split(form string, onSite func(string) bool) []Part {
	if len(form) < leastPart+leastLater || w.known(form) {
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
// compound, or as it is. Parts are those of the base; what is called after a
// quality has that as its one part.
func (w *Words) Lemma(form string, onSite func(string) bool) (base string, parts []Part) {
	if base, known := w.Base(form); known {
		if parts = w.Split(base, onSite); parts == nil {
			parts = w.quality(base)
		}
		return base, parts
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

// quality returns the adjective in a word like duurzaamheid.
func (w *Words) quality(word string) []Part {
	stem, ok := strings.CutSuffix(word, "heid")
	if !ok || w.bases[stem]&adjective == 0 {
		return nil
	}
	return []Part{{0, len(stem)}}
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
	for end := leastPart; end <= n-leastLater; end++ {
		s.ends[end] = s.best(end, s.isModifier)
	}
	best := s.best(n, s.isHead)
	if len(best) < 2 {
		return nil
	}
	if last := &best[len(best)-1]; s.isLinked(s.form[last.Start:]) {
		last.Start++
		last.Length--
	}
	return best
}

// isLinked tells whether the s that a head begins with links it: aanhaling-s-teken,
// not aanhaling-steken. The site says it by the words that it uses; else that is
// the head which is a base form.
func (s *splitter) isLinked(head string) bool {
	rest, ok := strings.CutPrefix(head, "s")
	if !ok || len(rest) < leastPart || !s.isHead(rest) {
		return false
	}
	if used, other := s.uses(head), s.uses(rest); used != other {
		return other
	}
	return s.words.known(rest) && !s.words.known(head)
}

// uses tells whether the site has a word or its base form.
func (s *splitter) uses(word string) bool {
	base, _ := s.words.Base(word)
	return s.onSite != nil && (s.onSite(word) || s.onSite(base))
}

// best returns the best parts of form[:end] of which the last pleases isPart.
func (s *splitter) best(end int, isPart func(string) bool) []Part {
	var best []Part
	for start := 0; start <= end-leastLater; start++ {
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
	if len(part) < leastPart {
		return s.isHead(part) // voetbal in voetbalploeg
	}
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
	if len(base) < leastPart {
		return s.isHead(part) // bollen in bloembollenmarkt
	}
	return known && s.words.bases[base]&neverFirst == 0
}

func (s *splitter) isHead(part string) bool {
	if noHead[part] {
		return false
	}
	base, known := s.words.Base(part)
	return known && s.words.bases[base]&neverLast == 0 && looksLike(part, base) || s.occurs(part)
}

// looksLike tells whether a part may stand for its base. For a short one that is
// itself or its plural: gehalte is no hal, and lag no ligt.
func looksLike(part, base string) bool {
	short := min(len(part), len(base)) < leastPart
	return !short || part[0] == base[0] && len(part) >= len(base) && !noHead[base]
}

// occurs tells whether the site uses the part as a word of its own, one that
// is no compound itself.
func (s *splitter) occurs(part string) bool {
	return s.onSite != nil && len(part) > leastPart && s.onSite(part) && s.words.Split(part, nil) == nil
}
