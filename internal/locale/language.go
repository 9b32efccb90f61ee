// Package locale holds what differs by language: words, key names, dates, money, numbers, sorting and slugs.
//
// One table per language (nl.go, fr.go, en.go) holds all of it; the functions
// here only look things up. What must stay true: a lookup never fails (it falls
// back to English, then to the name that was asked for), the tables never
// change while the program runs, and the same question always has the same answer.
package locale

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// table is everything one language says. Keys, values, help and words are found
// by English names; see nl.go for how each is written.
type table struct {
	code, name string

	words  map[string]string // interface words, by id: "nav.home"
	keys   map[string]string // names of keys and columns: "title" → "titel"
	values map[string]string // listed values: "adopted", or "status.draft" where a key needs its own word
	also   map[string]string // everyday words for a kind or status, by the id of its own: "kind.allocation" → "subsidie, premie"
	help   map[string]string // one sentence for a key: "owner", or "werf.number" where a kind needs its own

	nothing        []string // titles that say nothing, as slugs
	nothingHeading []string // the same, for headings only
	vague          []string // link texts that do not say where they lead, as slugs

	one      func(n int) bool // whether a count takes the singular
	calendar calendar
	figures  figures
}

// Language answers for one language. It is safe for concurrent use.
type Language struct {
	*table
	english  map[string]string // folded name, in this language or in English → English key
	nothings map[string]bool   // slug of a title that says nothing → whether it does so only as a heading
	vagues   map[string]bool
	currency Currency
	money    string    // how an amount in currency is written: "€ -#"
	sorters  sync.Pool // of *collate.Collator, which are not safe for concurrent use
}

var languages = []*Language{newLanguage(&dutch), newLanguage(&french), newLanguage(&english)}

func newLanguage(t *table) *Language {
	l := &Language{
		table:    t,
		english:  make(map[string]string, 2*len(t.keys)),
		nothings: make(map[string]bool),
		vagues:   make(map[string]bool, len(t.vague)),
		currency: Euro,
		money:    t.figures.money,
	}
	for key := range dutch.keys { // which has them all
		l.english[key] = key
	}
	for key, name := range t.keys {
		l.english[name] = key
	}
	for _, title := range t.nothingHeading {
		l.nothings[title] = true
	}
	for _, title := range t.nothing {
		l.nothings[title] = false
	}
	for _, text := range t.vague {
		l.vagues[text] = true
	}
	l.sorters.New = func() any { return newCollator(t.code) }
	return l
}

// Get returns the language with a code ("nl", "fr", "en"), or nil when it is unknown.
func Get(code string) *Language {
	for _, l := range languages {
		if l.code == code {
			return l
		}
	}
	return nil
}

// In returns the same language with amounts in a currency.
func (l *Language) In(c Currency) *Language {
	if c.Code == l.currency.Code {
		return l
	}
	other := &Language{
		table: l.table, english: l.english, nothings: l.nothings, vagues: l.vagues,
		currency: c, money: c.pattern(l.figures.money),
	}
	other.sorters.New = l.sorters.New
	return other
}

// Currency returns the currency that Money writes.
func (l *Language) Currency() Currency { return l.currency }

// Codes returns the codes of all languages, Dutch first.
func Codes() []string {
	codes := make([]string, len(languages))
	for i, l := range languages {
		codes[i] = l.code
	}
	return codes
}

// Code returns the ISO 639-1 code of the language: "nl".
func (l *Language) Code() string { return l.code }

// Name returns the language's own name for itself: "Nederlands".
func (l *Language) Name() string { return l.name }

// Word returns an interface word, with args filled in as fmt.Sprintf does. A
// word this language lacks comes from English; a word English lacks is the id itself.
func (l *Language) Word(id string, args ...any) string {
	word, ok := l.words[id]
	if !ok {
		word, ok = english.words[id]
	}
	if !ok {
		return id
	}
	if len(args) == 0 {
		return word
	}
	return fmt.Sprintf(word, args...)
}

// Has reports whether this language itself has the word.
func (l *Language) Has(id string) bool {
	_, ok := l.words[id]
	return ok
}

// Count returns a number with its noun, "1 verslag" or "3 verslagen": the word
// "id.one" or "id.other", in which %d stands for the number.
func (l *Language) Count(id string, n int) string {
	form := ".other"
	if l.one(n) {
		form = ".one"
	}
	return strings.ReplaceAll(l.Word(id+form), "%d", l.Number(int64(n)))
}

// Key returns this language's name for a key or column; a key that it does not
// know keeps its English name.
func (l *Language) Key(english string) string {
	if name, ok := l.keys[english]; ok {
		return name
	}
	return english
}

// English returns the English name of a key or column that is written in this
// language or in English. Case and diacritics do not matter, and "-" and " " count as "_".
func (l *Language) English(name string) (string, bool) {
	if key, ok := l.english[name]; ok {
		return key, true
	}
	key, ok := l.english[foldName(name)]
	return key, ok
}

// Value returns this language's name for a listed value of a key, as it is
// written in a document and shown on a page: ("status", "adopted") → "aangenomen".
func (l *Language) Value(key, english string) string {
	if name, ok := l.values[key+"."+english]; ok {
		return name
	}
	if name, ok := l.values[english]; ok {
		return name
	}
	return english
}

// EnglishValue returns which of the allowed values was written, in this
// language or in English. Case and diacritics do not matter, and "-" and " " count as "_".
func (l *Language) EnglishValue(key, written string, allowed []string) (string, bool) {
	folded := foldName(written)
	for _, value := range allowed {
		if folded == foldName(value) || folded == foldName(l.Value(key, value)) {
			return value, true
		}
	}
	return "", false
}

// Also returns what people call a kind or status, though pages do not: for
// "kind.minutes" or "status.refused". They are found by it.
func (l *Language) Also(id string) []string {
	if words := l.also[id]; words != "" {
		return strings.Split(words, ", ")
	}
	return nil
}

// Help returns one sentence about a key, for the manual and the JSON Schemas:
// the one for this kind (or sub-table), else the one for the key. A sentence
// this language lacks comes from English; "" when there is none at all.
func (l *Language) Help(kind, key string) string {
	for _, t := range []*table{l.table, &english} {
		for _, id := range []string{kind + "." + key, key} {
			if sentence, ok := t.help[id]; ok {
				return sentence
			}
		}
	}
	return ""
}

// SaysNothing reports whether a title says nothing of its document: a number
// alone, or words such as "verslag" and "agenda", with or without a number. As
// the text of a heading, "welkom", "aanwezig(en)" and the like say nothing either.
// Case, diacritics and punctuation do not matter.
func (l *Language) SaysNothing(title string, heading bool) bool {
	var words []string
	for word := range strings.SplitSeq(Slug(dropBrackets.Replace(title)), "-") {
		if strings.ContainsFunc(word, unicode.IsLetter) && !isListLetter(word) {
			words = append(words, word)
		}
	}
	if l.isNothing(strings.Join(words, "-"), heading) {
		return true
	}
	for _, word := range words {
		if word != l.words["and"] && !l.isNothing(word, heading) {
			return false
		}
	}
	return true
}

var dropBrackets = strings.NewReplacer("(", "", ")", "")

func (l *Language) isNothing(slug string, heading bool) bool {
	onlyHeading, ok := l.nothings[slug]
	return ok && (heading || !onlyHeading)
}

// isListLetter reports whether a word is the mark of a list item: "a", "2b".
func isListLetter(word string) bool {
	word = strings.TrimLeft(word, "0123456789")
	return len(word) == 1
}

// Vague reports whether a link text does not say where the link leads: "klik
// hier", "lees meer", or no letter or figure at all. An address is not vague.
func (l *Language) Vague(linkText string) bool {
	slug := Slug(linkText)
	return slug == "" || l.vagues[slug]
}

// foldName gives the names of keys and values one form: lower case, no
// diacritics, "_" for "-" and " ".
func foldName(name string) string {
	fold := func(r rune) rune {
		switch {
		case r == '-' || r == ' ' || r == '\u00a0':
			return '_'
		case unicode.Is(unicode.Mn, r):
			return -1
		}
		return unicode.ToLower(r)
	}
	return strings.Map(fold, norm.NFD.String(strings.TrimSpace(name)))
}
