package dutch

// How the embedded list is made of a full one (wordlist/generate.go runs it).
// The full list has inflected forms, and so tells what a word is: what has a
// plural of its own is a noun, not a form of a shorter word.

import (
	"fmt"
	"slices"
	"strings"
)

// Reduce returns the packed list of base forms that the words need, and a line
// that says what became of them.
func Reduce(words []string) (packed []byte, report string) {
	r := reducer{all: map[string]bool{}, bases: map[string]string{}}
	for _, w := range words {
		r.all[w] = true
	}
	kept := r.kept()
	r.flag(kept)
	compounds := dropCompounds(kept)
	forms := r.wrong(kept)
	for form, base := range forms {
		if form == base {
			kept.bases[form] = neverFirst | neverLast
			delete(forms, form)
		} else {
			delete(kept.bases, form)
		}
	}
	kept.forms = forms
	packed = kept.pack()
	return packed, fmt.Sprintf("%d words: %d base forms kept, %d compounds left out, %d forms with a base of their own", len(r.all), len(kept.bases), compounds, len(forms))
}

type reducer struct {
	all   map[string]bool
	bases map[string]string // memory of base
}

// kept returns the base forms of all words.
func (r *reducer) kept() *Words {
	w := &Words{bases: map[string]byte{}, forms: map[string]string{}}
	for _, word := range sorted(r.all) { // in order, for rules may lead in circles
		w.bases[r.base(word)] = 0
	}
	for form, base := range exceptions {
		if form != base {
			delete(w.bases, form)
		}
		w.bases[base] = 0
	}
	return w
}

// base returns the base form of a word as the full list shows it.
func (r *reducer) base(word string) string {
	if base, ok := exceptions[word]; ok {
		return base
	}
	if base, ok := r.bases[word]; ok {
		return base
	}
	r.bases[word] = word // rules that lead back end here
	base := word
	if irregular, ok := r.irregularHead(word); ok {
		base = irregular
	} else if len(word) > 3 {
		proposals(word, func(proposed string, class byte) bool {
			if len(proposed) < least(class) || !r.all[proposed] || !r.proven(word, proposed, class) {
				return false
			}
			base = r.base(proposed)
			return true
		})
	}
	r.bases[word] = base
	return base
}

// irregularHead returns raadslid for raadsleden.
func (r *reducer) irregularHead(word string) (string, bool) {
	for i := 3; i <= len(word)-4; i++ {
		base, ok := exceptions[word[i:]]
		if ok && base != word[i:] && r.all[word[:i]+base] {
			return word[:i] + base, true
		}
	}
	return "", false
}

// proven tells whether the list shows nothing against a form of that class.
func (r *reducer) proven(word, proposed string, class byte) bool {
	has := func(ending string) bool { return r.all[word+ending] }
	if class != comparison && class != plain && class != participle && r.compares(word) {
		return false // korte comes from kort, and kort from nothing
	}
	switch class {
	case classS:
		return !has("en") && !has("e") && !r.all[word[:len(word)-1]+"zen"]
	case classT:
		return !(has("en") && (!has("e") || has("je") || has("jes")))
	case classE:
		return !has("s") && !(len(proposed) < 4 && !has("n"))
	case classN:
		return proposed[len(proposed)-1] == 'e' && r.all[proposed+"s"] && !(isPerson(word) && r.all[proposed[:len(proposed)-1]])
	case classEN:
		return !has("s") && !has("en")
	case comparison:
		return r.compares(proposed)
	}
	return true
}

// isPerson tells whether a plural is like studenten, of student and not studente.
func isPerson(plural string) bool {
	for _, ending := range []string{"enten", "anten", "isten", "ogen"} {
		if strings.HasSuffix(plural, ending) {
			return true
		}
	}
	return false
}

// compares tells whether a word has the forms of an adjective.
func (r *reducer) compares(word string) bool {
	if !r.all[word+"st"] {
		return false
	}
	n := len(word)
	open := word // hoog as in hoger, lief as in liever
	if n > 3 && word[n-2] == word[n-3] {
		open = word[:n-2] + word[n-1:]
	}
	switch word[n-1] {
	case 'f':
		open = open[:len(open)-1] + "v"
	case 's':
		open = open[:len(open)-1] + "z"
	}
	for _, stem := range []string{word, word + word[n-1:], open} {
		if r.all[stem+"e"] && (r.all[stem+"er"] || r.all[stem+"der"]) {
			return true
		}
	}
	return false
}

// flag marks the adjectives, and short words that hardly ever are a part of a
// compound, so that platform is not plat and form.
func (r *reducer) flag(w *Words) {
	const short, seldom = 6, 4
	first, last := r.parts()
	heads := r.shortHeads()
	r.keepPlurals(heads)
	for word := range w.bases {
		flags := byte(0)
		if r.compares(word) {
			flags |= adjective
		}
		if len(word) <= short && first[word] < seldom {
			flags |= neverFirst
		}
		if len(word) <= short && last[word] < seldom && !heads[word] {
			flags |= neverLast
		}
		w.bases[word] = flags
	}
}

// parts counts how often a word is the first or the last of two in a third.
func (r *reducer) parts() (first, last map[string]int) {
	first, last = map[string]int{}, map[string]int{}
	for word := range r.all {
		for i := leastPart; i <= len(word)-leastPart; i++ {
			head := word[i:]
			if !r.all[head] {
				continue
			}
			for _, link := range links {
				if modifier, ok := strings.CutSuffix(word[:i], link); ok && len(modifier) >= leastPart && r.all[modifier] {
					first[modifier]++
					last[head]++
				}
			}
		}
	}
	return first, last
}

// shortHeads returns the nouns of three letters that end many compounds which
// have plurals, and few other words: the list has fietsbus and schoolbus, and
// hardly a word like syllabus. Words with a longer head say nothing: a bierfles
// is no les.
func (r *reducer) shortHeads() map[string]bool {
	const many, compoundsOf, words = 16, 6, 7
	plural, compounds, all := map[string]int{}, map[string]int{}, map[string]int{}
	hasPlural := r.plurals()
	for word := range r.all {
		at := len(word) - leastLater
		if at < leastPart || r.base(word) != word || r.hasLongHead(word) {
			continue
		}
		head := word[at:]
		all[head]++
		if r.endsAt(word, at) {
			compounds[head]++
			if hasPlural[word] {
				plural[head]++
			}
		}
	}
	heads := map[string]bool{}
	for word := range all {
		heads[word] = r.base(word) == word && plural[word] >= many && words*compounds[word] >= compoundsOf*all[word]
	}
	return heads
}

// keepPlurals gives short heads the plurals that look like those of a word in
// -e: bonnen is of bon, not of bonne.
func (r *reducer) keepPlurals(heads map[string]bool) {
	for head := range heads {
		doubled := head + head[leastLater-1:]
		if heads[head] && r.base(doubled+"en") == doubled+"e" {
			r.bases[doubled+"en"] = head
		}
	}
}

// plurals returns the base forms with another form that may be their plural.
func (r *reducer) plurals() map[string]bool {
	bases := map[string]bool{}
	for word := range r.all {
		base := r.base(word)
		if base != word && (strings.HasSuffix(word, "en") || strings.HasSuffix(word, "s")) {
			bases[base] = true
		}
	}
	return bases
}

// hasLongHead tells whether a word is one before another, of 4 letters or more.
func (r *reducer) hasLongHead(word string) bool {
	for at := leastPart; at <= len(word)-leastPart; at++ {
		if r.endsAt(word, at) {
			return true
		}
	}
	return false
}

// endsAt tells whether a word is two others, the second from at on.
func (r *reducer) endsAt(word string, at int) bool {
	if !r.all[word[at:]] {
		return false
	}
	for _, link := range links {
		if modifier, ok := strings.CutSuffix(word[:at], link); ok && len(modifier) >= leastPart && r.all[modifier] {
			return true
		}
	}
	return false
}

// dropCompounds leaves out the words that Split will find parts of. Short words
// come first, so that the parts are known.
func dropCompounds(w *Words) int {
	all := sorted(w.bases)
	slices.SortStableFunc(all, func(a, b string) int { return len(a) - len(b) })
	n := 0
	for _, word := range all {
		if exceptions[word] != "" {
			continue
		}
		mark := w.bases[word]
		delete(w.bases, word)
		if w.Split(word, nil) == nil {
			w.bases[word] = mark
		} else {
			n++
		}
	}
	return n
}

// wrong returns the forms for which the kept words lead to another base than
// the full list.
func (r *reducer) wrong(kept *Words) map[string]string {
	forms := map[string]string{}
	for word := range r.all {
		want := r.base(word)
		if got, _ := kept.Lemma(word, nil); got != want {
			if want != word || kept.Split(word, nil) == nil {
				forms[word] = want
			}
		}
	}
	return forms
}

// pack writes the words as unpack reads them.
func (w *Words) pack() []byte {
	all := append(sorted(w.bases), sorted(w.forms)...)
	slices.Sort(all)
	var data []byte
	before := ""
	for _, word := range all {
		n := shared(before, word, sharedMost)
		data = append(append(data, control|byte(n)|w.bases[word]), word[n:]...)
		if base, ok := w.forms[word]; ok {
			n := shared(word, base, basedMost)
			data = append(append(data, byte(n)), base[n:]...)
		}
		before = word
	}
	return data
}

func shared(a, b string, most int) int {
	n := 0
	for n < len(a) && n < len(b) && n < most && a[n] == b[n] {
		n++
	}
	return n
}

func sorted[V any](set map[string]V) []string {
	all := make([]string, 0, len(set))
	for word := range set {
		all = append(all, word)
	}
	slices.Sort(all)
	return all
}
