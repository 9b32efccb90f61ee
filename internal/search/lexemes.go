package search

// Lexemes: forms of one word share one list of documents, and a compound counts
// for its parts as well.

import (
	"slices"
	"strings"

	"glashelder/internal/search/dutch"
)

// How much a part of a compound counts, in percent of a whole word.
const (
	headPercent     = 60
	modifierPercent = 45
)

// form is a key that occurs, with the places that every worker found.
type form struct {
	key       string
	places    [][]byte
	languages languages
	parts     []string // of a joined token
	plain     bool
}

// lexeme is a key with documents.
type lexeme struct {
	key   string
	from  []source
	parts []dutch.Part
}

// source is a form that counts for a lexeme.
type source struct {
	form    int
	percent int
	own     bool // a form of this word, not of a compound with it
}

// vocabulary is all keys of the index: lexemes by key, and aliases of them.
type vocabulary struct {
	forms   []form // by key
	index   map[string]int
	lexemes map[string]*lexeme
	aliases map[string]string
}

// gather puts the workers' forms together, by key.
func gather(segments []*segment) []form {
	index := map[string]int{}
	var forms []form
	for _, s := range segments {
		for key, n := range s.forms {
			i, ok := index[key]
			if !ok {
				i = len(forms)
				index[key] = i
				forms = append(forms, form{key: key})
			}
			f, l := &forms[i], &s.lists[n]
			f.places = append(f.places, l.places)
			f.languages |= l.languages
			f.plain = f.plain || l.spelledPlain
			if l.parts != nil && (f.parts == nil || strings.Join(l.parts, " ") < strings.Join(f.parts, " ")) {
				f.parts = l.parts
			}
		}
		s.forms, s.lists = nil, nil
	}
	slices.SortFunc(forms, func(a, b form) int { return strings.Compare(a.key, b.key) })
	return forms
}

// newVocabulary finds the lexemes of all forms.
func newVocabulary(forms []form) *vocabulary {
	v := &vocabulary{forms: forms, index: make(map[string]int, len(forms)), lexemes: make(map[string]*lexeme, len(forms)), aliases: map[string]string{}}
	for i := range forms {
		v.index[forms[i].key] = i
	}
	bases := v.settle(v.bases())
	for i := range forms {
		v.place(i, bases[i])
	}
	for i := range forms {
		v.placeParts(i, bases[i])
	}
	v.placeIrregular()
	return v
}

// placeIrregular makes irregular forms of the site's Dutch words find them, also
// where the site does not use the form: gekregen finds krijgt.
func (v *vocabulary) placeIrregular() {
	for form, base := range dutch.List().Irregular {
		l := v.lexemes[base]
		if l == nil || v.lexemes[form] != nil || v.aliases[form] != "" {
			continue
		}
		if slices.ContainsFunc(l.from, func(s source) bool { return s.own && v.forms[s.form].languages&inDutch != 0 }) {
			v.aliases[form] = base
		}
	}
}

// base is the base form of a form, with its parts.
type base struct {
	key   string
	parts []dutch.Part
	alias bool // its places are those of another form already
}

// bases finds the base forms of all forms.
func (v *vocabulary) bases() []base {
	all := make([]base, len(v.forms))
	parallel(len(v.forms), func(i int) { all[i] = v.base(&v.forms[i]) })
	return all
}

// settle follows bases that are forms of another word themselves, so that no
// key is both a lexeme and an alias. What leads in a circle is its own base.
func (v *vocabulary) settle(bases []base) []base {
	const most = 4
	settled := make([]base, len(bases))
	for i, b := range bases {
		for step := 0; ; step++ {
			next, ok := v.index[b.key]
			if !ok || bases[next].key == b.key {
				break
			}
			if step == most {
				b = base{key: v.forms[i].key}
				break
			}
			b.key, b.parts = bases[next].key, bases[next].parts
		}
		settled[i] = b
	}
	return settled
}

func (v *vocabulary) base(f *form) base {
	if strings.Contains(f.key, " ") {
		return base{key: f.key}
	}
	if len(f.parts) == 1 && !f.plain && elides(f.key, f.parts[0]) {
		key, parts := lemma(f.parts[0], f.languages, v.onSite)
		return base{key, parts, true}
	}
	if len(f.parts) > 1 && !f.plain {
		return base{key: f.key, parts: joinedParts(f.key, f.parts)}
	}
	key, parts := lemma(f.key, f.languages, v.onSite)
	return base{key: key, parts: parts}
}

// elides tells whether a joined key is its one part with a letter that only
// spelling put there: foto's, l'association.
func elides(key, part string) bool {
	if key == part+"s" {
		return true
	}
	letter, ok := strings.CutSuffix(key, part)
	return ok && strings.Contains("l d j m n s t c", letter)
}

// joinedParts returns where the atoms stand in a joined key, if that is ASCII.
func joinedParts(key string, atoms []string) []dutch.Part {
	var parts []dutch.Part
	at := 0
	for _, a := range atoms {
		i := strings.Index(key[at:], a)
		if i < 0 || !isASCII(a) {
			return nil
		}
		parts = append(parts, dutch.Part{Start: at + i, Length: len(a)})
		at += i + len(a)
	}
	if !isASCII(key) {
		return nil
	}
	return parts
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// onSite tells whether the site has a form.
func (v *vocabulary) onSite(key string) bool {
	_, ok := v.index[key]
	return ok
}

// lexeme returns the lexeme of a key, new if need be.
func (v *vocabulary) lexeme(key string) *lexeme {
	l := v.lexemes[key]
	if l == nil {
		l = &lexeme{key: key}
		v.lexemes[key] = l
	}
	return l
}

// place gives a form to its lexeme.
func (v *vocabulary) place(i int, b base) {
	f := &v.forms[i]
	if folded, _, exact := strings.Cut(f.key, " "); exact && !v.varies(f, folded) {
		return
	}
	l := v.lexeme(b.key)
	l.parts = b.parts
	if f.key != b.key {
		v.aliases[f.key] = b.key
	}
	if !b.alias {
		l.from = append(l.from, source{i, 100, true})
	}
}

// varies tells whether a word is spelled in another way than this exact one too.
func (v *vocabulary) varies(exact *form, folded string) bool {
	return total(exact) != total(&v.forms[v.index[folded]])
}

// total returns the bytes of a form's places.
func total(f *form) int {
	n := 0
	for _, p := range f.places {
		n += len(p)
	}
	return n
}

// placeParts gives a compound to the lexemes of its parts, and of several
// neighbouring parts if the site knows them together or the last is short:
// jeugdvoetbal to jeugd, voet, bal and voetbal.
func (v *vocabulary) placeParts(i int, b base) {
	f := &v.forms[i]
	if len(b.parts) == 0 || b.alias {
		return
	}
	joined := len(f.parts) > 1 && !f.plain
	last := len(b.parts) - 1
	for from := range b.parts {
		for to := from; to <= last; to++ {
			if from == 0 && to == last {
				continue
			}
			start, end := b.parts[from].Start, b.parts[to].Start+b.parts[to].Length
			percent := modifierPercent
			if to == last {
				percent = headPercent
			}
			v.placePart(i, b.key[start:end], percent, from == to || !joined && b.parts[to].Short(), joined)
		}
	}
}

func (v *vocabulary) placePart(i int, part string, percent int, always, joined bool) {
	key, parts := v.resolve(part, v.forms[i].languages)
	if !always && (joined || v.lexemes[key] == nil) {
		return
	}
	l := v.lexeme(key)
	if l.parts == nil {
		l.parts = parts
	}
	if part != key && v.lexemes[part] == nil {
		v.aliases[part] = key
	}
	if !joined { // the atoms of a joined token stand in the text themselves
		l.from = append(l.from, source{i, percent, false})
	}
}

// resolve returns the lexeme that a part of a word is a form of.
func (v *vocabulary) resolve(part string, spoken languages) (string, []dutch.Part) {
	if to, ok := v.aliases[part]; ok {
		return to, nil
	}
	if v.lexemes[part] != nil {
		return part, nil
	}
	key, parts := lemma(part, spoken, v.onSite)
	if to, ok := v.aliases[key]; ok {
		return to, nil
	}
	return key, parts
}
