package search

// Which language a word is, and its base form. Every form has one base form on
// a site, whatever page it stands on, because a query has no language.

import (
	"strings"

	"glashelder/internal/search/dutch"
)

// languages is a set of the languages of the documents that a form stands in.
type languages uint8

const (
	inDutch languages = 1 << iota
	inEnglish
	inFrench
	inGerman
	inArabic
	inOther
)

func languageOf(code string) languages {
	code, _, _ = strings.Cut(code, "-")
	switch code {
	case "nl", "":
		return inDutch
	case "en":
		return inEnglish
	case "fr":
		return inFrench
	case "de":
		return inGerman
	case "ar", "fa":
		return inArabic
	}
	return inOther
}

// suffixes of inflected forms, and what stands in their place in the base. They
// count only where the site uses the base too.
var suffixes = []struct {
	spoken   languages
	from, to string
}{
	{inEnglish, "ies", "y"}, {inEnglish, "es", ""}, {inEnglish, "s", ""}, {inEnglish, "ing", ""}, {inEnglish, "ing", "e"}, {inEnglish, "ed", ""}, {inEnglish, "ed", "e"},
	{inFrench, "aux", "al"}, {inFrench, "elles", "el"}, {inFrench, "es", ""}, {inFrench, "s", ""}, {inFrench, "x", ""}, {inFrench, "e", ""},
	{inGerman, "en", ""}, {inGerman, "er", ""}, {inGerman, "es", ""}, {inGerman, "e", ""}, {inGerman, "n", ""}, {inGerman, "s", ""},
	{inOther, "lar", ""}, {inOther, "ler", ""}, {inOther, "s", ""},
}

// lemma returns the base form of a form, and its parts if that is a compound.
func lemma(form string, spoken languages, onSite func(string) bool) (string, []dutch.Part) {
	if rest, ok := strings.CutPrefix(form, "ال"); ok && len(rest) >= 6 {
		return rest, nil // the Arabic article
	}
	if spoken&inDutch != 0 || spoken == 0 {
		if !isLatin(form) {
			return form, nil
		}
		return dutch.List().Lemma(form, onSite)
	}
	for _, s := range suffixes {
		stem, ok := strings.CutSuffix(form, s.from)
		if ok && spoken&s.spoken != 0 && len(stem) > 3 && onSite(stem+s.to) {
			return stem + s.to, nil
		}
	}
	return form, nil
}

// isLatin tells whether a key has letters a-z only.
func isLatin(key string) bool {
	for i := range len(key) {
		if key[i] < 'a' || key[i] > 'z' {
			return false
		}
	}
	return key != ""
}
