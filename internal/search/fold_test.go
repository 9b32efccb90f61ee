package search

import (
	"encoding/json"
	"flag"
	"slices"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "rewrite what the browser's engine is held against in testdata")

// vectors is testdata/fold.json, which the browser's engine must pass too.
type vectors struct {
	Fold   [][3]string `json:"fold"`   // word, fold, accent
	Tokens []tokenCase `json:"tokens"` // text, [[key, accent, position, parts]…]
}

type tokenCase struct {
	Text   string
	Tokens []token
}

func (c tokenCase) MarshalJSON() ([]byte, error) {
	list := [][]any{}
	for _, t := range c.Tokens {
		list = append(list, []any{t.key, t.accent, t.position, append([]string{}, t.parts...)})
	}
	return json.Marshal([]any{c.Text, list})
}

var foldWords = []string{
	"Subsidie", "ÉÉN", "één", "e\u0301e\u0301n", "coördinatie", "Financiële", "Ĳzer", "ĳs", "Müller", "Straße", "GROẞ", "Œuvre", "Ærø", "Łódź", "İstanbul", "ISTANBUL", "Işık", "ΣΊΣΥΦΟΣ", "Σίσυφος", "Ёлка",
	"الجمعيّة", "أحمد", "آمنة", "مدرســـة", "ى", "ٱلله", "کتاب", "١٢٣", "۴۵۶", "ﬁets", "ｆｕｌｌ", "m²", "½", "№5", "한국", "ｶﾞ", "Ǆ", "ǅ", "so\u00adcia\u00adal", "wo\u200bord", "\u202eab\u202c", "ﷺ", "K", "Å", "ñ", "ệ", "đồng", "Þór", "œ", "ʼn", "ŉ", "ҋ", "①", "㍿", "𝔄𝔟", "日本", "नमस्ते", "😀", "",
}

var tokenTexts = []string{
	"'s-Gravenhage, foto's en auto’s", "Sint-Amandsberg", "e-mail T-shirt", "v.z.w. Kompas", "a.s.b.l.", "L'association d’Hondt qu'il", "2021_CBS_01234", "2021/123 en/of 3/4", "5.000 = 5000 = 5 000 = 5\u00a0000 = 5\u202f000",
	"1.234.567,89 euro", "12.345,00", "€12.500", "27.11.2021", "09 266 82 00", "2021 500", "500 2021", "1 000 000", "1.0000", "0.500", "x5.000", "5.000x", "5.000-6.000", "1.000 000", "10 000 mensen", "3 000m",
	"co\u00adope\u00adratie", "a-b-c-d-e-f-g-h-i-j", "één-twee", "https://stad.gent/nl/x", "naam@stad.gent", "einde.Begin", "--a--", "a--b", "rock-'n-roll", "ʼs avonds", "7%", "Ĳ-meer", "\u00ad-\u00ad", "جمعية-مدينة", "१२", "", "…", "covid-19", "2e", "wijk 's", "o'c'd", "x\u0301-y",
}

func currentVectors() vectors {
	var v vectors
	for _, w := range foldWords {
		key, accent := foldBoth(w)
		v.Fold = append(v.Fold, [3]string{w, key, accent})
	}
	for _, text := range tokenTexts {
		v.Tokens = append(v.Tokens, tokenCase{text, tokens(text)})
	}
	return v
}

// TestFoldVectors: the vectors that both engines share are still what Go does.
func TestFoldVectors(t *testing.T) { same(t, "testdata/fold.json", currentVectors()) }

func TestTokens(t *testing.T) {
	for text, want := range map[string][]string{
		"foto's":          {"fotos", "foto"},
		"'s-Gravenhage":   {"sgravenhage", "gravenhage"},
		"Sint-Amandsberg": {"sintamandsberg", "sint", "amandsberg"},
		"v.z.w.":          {"vzw"},
		"5.000":           {"5000"},
		"5 000 euro":      {"5000", "euro"},
		"12.345,67":       {"12345", "67"},
		"2021_CBS_01234":  {"2021cbs01234", "2021", "cbs", "01234"},
		"en/of":           {"en", "of"},
		"2021/12":         {"202112", "2021", "12"},
		"L’été":           {"lete", "ete"},
		"co\u00adop":      {"coop"},
		"09 266":          {"09", "266"},
		"x":               {"x"},
		"…":               nil,
	} {
		var got []string
		for _, k := range tokens(text) {
			got = append(got, k.key)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}

// FuzzTokens: tokens are folded already, short enough, and in order.
func FuzzTokens(f *testing.F) {
	for _, text := range append(slices.Clone(tokenTexts), foldWords...) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		before := 0
		for _, k := range tokens(text) {
			if k.key == "" || Fold(k.key) != k.key {
				t.Errorf("%q: key %q folds to %q", text, k.key, Fold(k.key))
			}
			if utf8.RuneCountInString(k.key) > mostKey || k.position < before {
				t.Errorf("%q: %q at %d after %d", text, k.key, k.position, before)
			}
			before = k.position
		}
	})
}
