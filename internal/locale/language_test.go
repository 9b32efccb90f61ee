package locale

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestGet(t *testing.T) {
	if got := strings.Join(Codes(), " "); got != "nl fr en" {
		t.Errorf("Codes() = %q", got)
	}
	for _, code := range Codes() {
		if l := Get(code); l == nil || l.Code() != code || l.Name() == "" {
			t.Errorf("Get(%q) = %v", code, l)
		}
	}
	if Get("xx") != nil || Get("") != nil {
		t.Error("an unknown language is not nil")
	}
}

func TestWord(t *testing.T) {
	nl, fr := Get("nl"), Get("fr")
	for _, c := range []struct{ got, want string }{
		{nl.Word("nav.werf"), "Werven"},
		{nl.Word("nav.page", 2, 9), "pagina 2 van 9"},
		{nl.Word("no.such.word"), "no.such.word"},
		{nl.Count("kind.minutes", 1), "1 verslag"},
		{nl.Count("kind.minutes", 0), "0 verslagen"},
		{nl.Count("kind.minutes", 12345), "12.345 verslagen"},
		{fr.Count("kind.werf", 0), "0 chantier"},
		{fr.Count("kind.werf", 2), "2 chantiers"},
		{Get("en").Count("kind.event", 1), "1 event"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	if !nl.Has("nav.werf") || nl.Has("no.such.word") {
		t.Error("Has is wrong")
	}
}

func TestFallsBackToEnglish(t *testing.T) {
	l := newLanguage(&table{code: "de", one: func(n int) bool { return n == 1 }})
	if got := l.Word("nav.home"); got != "Home" {
		t.Errorf("Word = %q", got)
	}
	if got := l.Help("werf", "number"); got != "The number of the werf." {
		t.Errorf("Help = %q", got)
	}
	if got := l.Key("title"); got != "title" {
		t.Errorf("Key = %q", got)
	}
	if got, ok := l.English("Title"); !ok || got != "title" {
		t.Errorf("English = %q, %v", got, ok)
	}
}

func TestKeys(t *testing.T) {
	nl := Get("nl")
	for _, c := range []struct{ written, english string }{
		{"titel", "title"}, {"TITEL", "title"}, {"title", "title"}, {"thema's", ""},
		{"in klare taal", "plain"}, {"in-klare-taal", "plain"}, {"In_Klare_Taal", "plain"},
		{"target groups", "target_groups"}, {" datum ", "date"}, {"titre", ""}, {"titel!", ""}, {"", ""},
	} {
		if got, ok := nl.English(c.written); got != c.english || ok != (c.english != "") {
			t.Errorf("English(%q) = %q, %v, want %q", c.written, got, ok, c.english)
		}
	}
	if got, _ := Get("fr").English("Résumé"); got != "summary" {
		t.Errorf("English(Résumé) = %q", got)
	}
	if nl.Key("title") != "titel" || nl.Key("nonsense") != "nonsense" {
		t.Error("Key is wrong")
	}
}

func TestValues(t *testing.T) {
	nl := Get("nl")
	minutes := []string{"draft", "approved"}
	question := []string{"open", "in_progress", "answered", "no_solution", "transferred"}
	for _, c := range []struct {
		written, want string
		allowed       []string
	}{
		{"ontwerp", "draft", minutes}, {"Goedgekeurd", "approved", minutes}, {"DRAFT", "draft", minutes},
		{"aangenomen", "", minutes}, {"geen oplossing", "no_solution", question}, {"geen_oplossing", "no_solution", question},
		{"in-progress", "in_progress", question}, {"", "", question},
	} {
		if got, ok := nl.EnglishValue("status", c.written, c.allowed); got != c.want || ok != (c.want != "") {
			t.Errorf("EnglishValue(%q) = %q, %v, want %q", c.written, got, ok, c.want)
		}
	}
	for _, c := range []struct{ key, english, want string }{
		{"status", "adopted", "aangenomen"}, {"status", "draft", "ontwerp"}, {"kind", "in_kind", "in natura"}, {"x", "y", "y"},
	} {
		if got := nl.Value(c.key, c.english); got != c.want {
			t.Errorf("Value(%q, %q) = %q, want %q", c.key, c.english, got, c.want)
		}
	}
}

// listed are the values that each key of each kind allows.
var listed = []struct {
	key    string
	values string
}{
	{"status", "planned active done"},
	{"status", "draft approved"},
	{"status", "open in_progress done dropped"},
	{"status", "proposed adopted rejected withdrawn superseded"},
	{"status", "scheduled moved cancelled"},
	{"status", "open in_progress answered no_solution transferred"},
	{"status", "requested awarded refused paid partly_paid recovered"},
	{"kind", "slides recording report letter dataset other"},
	{"kind", "condition goal tension concern idea"},
	{"kind", "structural project investment in_kind"},
	{"kind", "question signal"},
	{"size", "vrijwillig klein middelgroot groot"},
	{"asked_by", "anoniem"},
	{"authors", "role name none"},
}

func TestEveryValueReadsBack(t *testing.T) {
	for _, l := range languages {
		used := map[string]bool{}
		for _, set := range listed {
			allowed := strings.Fields(set.values)
			for _, value := range allowed {
				name := l.Value(set.key, value)
				if got, ok := l.EnglishValue(set.key, name, allowed); !ok || got != value {
					t.Errorf("%s: %s %q is written %q and read as %q", l.Code(), set.key, value, name, got)
				}
				used[value], used[set.key+"."+value] = true, true
			}
		}
		for value := range l.values {
			if !used[value] {
				t.Errorf("%s: value %q is in the table but in no list", l.Code(), value)
			}
		}
	}
	for _, set := range listed {
		for _, value := range strings.Fields(set.values) {
			if dutch.values[value] == "" && dutch.values[set.key+"."+value] == "" {
				t.Errorf("no Dutch name for %s %q", set.key, value)
			}
		}
	}
}

func same[V any](t *testing.T, what string, a, b map[string]V) {
	t.Helper()
	for id := range a {
		if _, ok := b[id]; !ok {
			t.Errorf("%s: %q is missing", what, id)
		}
	}
}

func TestLanguagesSayTheSame(t *testing.T) {
	for _, l := range languages[1:] {
		same(t, "words of "+l.Code(), dutch.words, l.words)
		same(t, "words of nl, which are in "+l.Code(), l.words, dutch.words)
	}
	same(t, "keys of fr", dutch.keys, french.keys)
	same(t, "keys of nl", french.keys, dutch.keys)
	same(t, "values of fr", dutch.values, french.values)
	same(t, "values of nl", french.values, dutch.values)
	same(t, "help of en", dutch.help, english.help)
	same(t, "help of nl", english.help, dutch.help)
	same(t, "help of nl, for every key", dutch.keys, dutch.help)
}

var verb = regexp.MustCompile(`%[a-z]`)

func TestWordsTakeTheSameArguments(t *testing.T) {
	for id, word := range dutch.words {
		want := verb.FindAllString(word, -1)
		for _, l := range languages[1:] {
			if got := verb.FindAllString(l.words[id], -1); !slices.Equal(got, want) {
				t.Errorf("%s: %q takes %v, in Dutch %v", l.Code(), id, got, want)
			}
		}
		if one, ok := strings.CutSuffix(id, ".one"); ok && dutch.words[one+".other"] == "" {
			t.Errorf("%q has no plural", one)
		}
	}
}

var bareKey = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// TestKeysAreApart proves that no name can mean two keys: not in one language,
// and not because another key has that name in English.
func TestKeysAreApart(t *testing.T) {
	for _, l := range languages {
		owner := map[string]string{}
		for _, key := range slices.Sorted(maps.Keys(dutch.keys)) {
			name := l.Key(key)
			if !bareKey.MatchString(name) || foldName(name) != name {
				t.Errorf("%s: %q cannot be written without quotes", l.Code(), name)
			}
			if other, ok := owner[name]; ok {
				t.Errorf("%s: %q is the name of %q and of %q", l.Code(), name, other, key)
			}
			if _, ok := dutch.keys[name]; ok && name != key {
				t.Errorf("%s: %q is the name of %q, but also the English key %q", l.Code(), name, key, name)
			}
			if got, ok := l.English(name); !ok || got != key {
				t.Errorf("%s: English(%q) = %q", l.Code(), name, got)
			}
			owner[name] = key
		}
	}
}

// TestAlso: everyday words are of kinds and statuses that there are, and say what
// their own word does not.
func TestAlso(t *testing.T) {
	for _, l := range languages {
		own := map[string]string{"status.late": l.Word("action.overdue")}
		for id := range l.words {
			if kind, ok := strings.CutSuffix(id, ".singular"); ok {
				own[kind] = l.Word(id)
			}
		}
		for _, set := range listed {
			for _, value := range strings.Fields(set.values) {
				own[set.key+"."+value] = l.Value(set.key, value)
			}
		}
		for id := range l.also {
			if own[id] == "" {
				t.Errorf("%s: %q is no kind or status", l.Code(), id)
			}
			for _, word := range l.Also(id) {
				if word == "" || strings.TrimSpace(word) != word || word == own[id] {
					t.Errorf("%s: %q is also called %q", l.Code(), id, word)
				}
			}
		}
	}
	if got := strings.Join(Get("nl").Also("kind.allocation"), "|"); got != "subsidie|premie" || Get("nl").Also("kind.nothing") != nil {
		t.Errorf("Also = %q", got)
	}
}

func TestHelp(t *testing.T) {
	nl := Get("nl")
	if a, b := nl.Help("decision", "number"), nl.Help("nonsense", "number"); a == b || a == "" || b == "" {
		t.Errorf("help for a kind's own key: %q and %q", a, b)
	}
	if got := nl.Help("werf", "nonsense"); got != "" {
		t.Errorf("help for an unknown key: %q", got)
	}
	for _, l := range languages {
		for id, sentence := range l.help {
			if !strings.HasSuffix(sentence, ".") || strings.TrimSpace(sentence) != sentence {
				t.Errorf("%s: help of %q is no sentence: %q", l.Code(), id, sentence)
			}
			key := id[strings.IndexByte(id, '.')+1:]
			if _, ok := dutch.keys[key]; !ok {
				t.Errorf("%s: help of %q, which is no key", l.Code(), id)
			}
		}
	}
}

func TestSaysNothing(t *testing.T) {
	for _, c := range []struct {
		code, title        string
		asTitle, asHeading bool // as a title, as the text of a heading
	}{
		{"nl", "Verslag", true, true}, {"nl", "README", true, true}, {"nl", "Verslag 3", true, true}, {"nl", "12", true, true},
		{"nl", "1. Welkom", false, true}, {"nl", "Aanwezig(en):", false, true}, {"nl", "Welkom en mededelingen", false, true},
		{"nl", "2a. Agenda", true, true}, {"nl", "Verslag 27/11/2021", true, true}, {"nl", "", true, true}, {"nl", "…", true, true},
		{"nl", "Verslag projectgroep", false, false}, {"nl", "Welkom in Ledeberg", false, false}, {"nl", "Agenda en welkom", false, true},
		{"fr", "Procès-verbal n° 3", true, true}, {"fr", "Procès-verbal", true, true}, {"fr", "Ordre du jour", true, true},
		{"fr", "Excusé(e)s", false, true}, {"en", "Meeting notes", true, true}, {"en", "Apologies", false, true},
		{"en", "Minutes of the council", false, false},
	} {
		l := Get(c.code)
		if got := l.SaysNothing(c.title, false); got != c.asTitle {
			t.Errorf("%s: SaysNothing(%q, false) = %v", c.code, c.title, got)
		}
		if got := l.SaysNothing(c.title, true); got != c.asHeading {
			t.Errorf("%s: SaysNothing(%q, true) = %v", c.code, c.title, got)
		}
	}
}

func TestVague(t *testing.T) {
	nl := Get("nl")
	for text, want := range map[string]bool{
		"klik hier": true, "Hier": true, "Lees meer…": true, "link": true, "→": true, "": true, "(hier)": true,
		"https://stad.gent/": false, "het verslag van 27 november": false, "hier in Gent": false, "lees meer over basiswerk": false,
	} {
		if got := nl.Vague(text); got != want {
			t.Errorf("Vague(%q) = %v", text, got)
		}
	}
	for _, l := range languages {
		for _, list := range [][]string{l.vague, l.nothing, l.nothingHeading} {
			for _, slug := range list {
				if Slug(slug) != slug {
					t.Errorf("%s: %q is not a slug, so it is never found", l.Code(), slug)
				}
			}
		}
	}
}
