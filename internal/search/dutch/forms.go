// Package dutch knows Dutch words: which forms are one word, and of which words
// a compound is made. Words are folded keys: a-z only, no accents.
package dutch

// How Dutch inflects, backwards: what a form may be a form of. The rules
// propose; a list of words decides. Their order matters: the first proposal
// that is a word wins.

import "strings"

// ending is a rule: a form that ends in From may come from one that ends in To.
// Class says which proofs it asks of a word list (wordlist/generate.go).
type ending struct {
	From, To string
	Class    byte
}

// Classes of endings.
const (
	plain      = 'n' // plurals and other endings that are rarely anything else
	classS     = 's' // -s: also the end of many stems
	classT     = 't' // -t: also the end of many stems
	classE     = 'e' // -e, -te, -de: also the end of nouns
	classN     = 'm' // -n: only after words in e that take -s too
	classEN    = 'v' // -en: also the end of nouns (wagen)
	comparison = 'c' // -er, -st: only of adjectives
	participle = 'g' // ge- … -d
)

// endings in order of trust: long and telling ones first.
var endings = []ending{
	{"heden", "heid", plain},
	{"ieen", "ie", plain},
	{"ieele", "ieel", plain}, {"iele", "ieel", plain}, {"uele", "ueel", plain},
	{"etjes", "", plain}, {"etje", "", plain}, {"pjes", "p", plain}, {"pje", "p", plain},
	{"mpjes", "m", plain}, {"mpje", "m", plain}, {"nkjes", "ng", plain}, {"nkje", "ng", plain},
	{"tjes", "", plain}, {"tje", "", plain}, {"jes", "", plain}, {"je", "", plain},
	{"ere", "", comparison}, {"er", "", comparison}, {"ste", "", comparison}, {"st", "", comparison},
	{"n", "", classN}, {"s", "", classS},
	{"ieen", "ie", classEN}, {"een", "e", classEN},
	{"en", "", classEN}, {"ende", "", classEN}, {"end", "", classEN}, {"eren", "", plain}, {"ers", "er", plain},
	{"ten", "", classE}, {"den", "", classE}, {"te", "", classE}, {"de", "", classE},
	{"e", "", classE}, {"t", "", classT},
}

// particles stand before the ge- of a participle: goedgekeurd.
var particles = []string{"", "aan", "achter", "af", "bij", "binnen", "buiten", "dicht", "door", "goed", "groot", "in", "klaar", "los", "mede", "mee", "na", "neer", "om", "onder", "op", "open", "over", "plaats", "rond", "samen", "stil", "tegemoet", "tegen", "terug", "toe", "uit", "vast", "vol", "voor", "vooruit", "vrij", "weg"}

// proposals calls try with every form that this one may come from, and the class of
// the rule, until it returns true.
func proposals(form string, try func(base string, class byte) bool) bool {
	for _, e := range endings {
		stem, ok := strings.CutSuffix(form, e.From)
		if !ok || len(stem) < 2 {
			continue
		}
		if spellings(stem+e.To, e, func(base string) bool { return try(base, e.Class) }) {
			return true
		}
	}
	return participles(form, func(base string) bool { return try(base, participle) })
}

// spellings tries a stem as it is spelled at the end of a word: bom from bomm,
// boom from bom, huis from huiz, geef from gev. A vowel is doubled only before
// an ending that opened the syllable.
func spellings(stem string, e ending, try func(string) bool) bool {
	opens := strings.HasPrefix(e.From, "e") && e.To == ""
	n := len(stem)
	if !opens {
		return try(stem)
	}
	last := stem[n-1]
	if n > 2 && stem[n-2] == last && !isVowel(last) {
		return try(stem[:n-1]) || try(stem)
	}
	if last == 'z' || last == 'v' {
		hard := stem[:n-1] + string(harden(last))
		return doubled(hard, try) || try(hard) || try(stem)
	}
	return doubled(stem, try) || try(stem)
}

// doubled tries bom as boom; false if the word cannot be so.
func doubled(stem string, try func(string) bool) bool {
	n := len(stem)
	if n < 3 || isVowel(stem[n-1]) || !strings.ContainsRune("aeou", rune(stem[n-2])) || isVowel(stem[n-3]) && stem[n-3] != 'i' {
		return false
	}
	return try(stem[:n-1] + stem[n-2:n-1] + stem[n-1:])
}

// participles tries gewerkt and goedgekeurd as werk and goedkeur.
func participles(form string, try func(string) bool) bool {
	rest := strings.TrimSuffix(form, "e")
	last := rest[len(rest)-1]
	if last != 't' && last != 'd' && !strings.HasSuffix(rest, "en") {
		return false
	}
	for _, p := range particles {
		stem, ok := strings.CutPrefix(rest, p+"ge")
		if !ok || len(stem) < 3 {
			continue
		}
		short := strings.TrimSuffix(stem, string(last))
		if last == 'n' || len(p+short) < 3 {
			continue
		}
		if try(p+stem) || try(p+short) {
			return true
		}
	}
	for _, p := range []string{"be", "ver", "ont", "her", "er", "ge", "mis", "over", "onder", "door", "voor"} {
		if strings.HasPrefix(rest, p) && last == 'd' && len(rest) > len(p)+3 && try(rest[:len(rest)-1]) {
			return true
		}
	}
	return last == 'd' && strings.HasSuffix(rest, "eerd") && try(rest[:len(rest)-1])
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

func harden(c byte) byte {
	if c == 'z' {
		return 's'
	}
	return 'f'
}
