package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"glashelder/internal/model"
)

func searchSite(t *testing.T) *model.Site {
	t.Helper()
	return smallSite(t, map[string]string{
		"content/werven/basiswerk.md":  "+++\ntitel = \"Basiswerk\"\nnummer = 1\n+++\n",
		"content/verslagen/eerste.md":  "+++\ntitel = \"Eerste\"\ndatum = 2021-01-02\nthemas = [\"inspraak\"]\n+++\n",
		"content/organisaties/beuk.md": "+++\ntitel = \"De Beuk\"\nook_bekend_als = [\"DB\", \"'t Beukje\"]\n+++\n",
		"data/organisaties.csv":        "id;titel\nes;Ésdoorn\nhazen;3 Haasjes\n",
		"data/themas.toml":             "[inspraak]\nnl = \"inspraak\"\nfr = \"participation\"\n[niemand]\nnl = \"niets\"\n",
	})
}

// The lists lead to pages that there are, in the language of the page, and the
// languages to one another.
func TestSearchPage(t *testing.T) {
	s := searchSite(t)
	pages := map[string]bool{}
	for _, p := range All(s) {
		pages[s.Href(p.URL)] = true
	}
	for url, want := range map[string]string{"/zoek/": "Werven, Per soort, De tijdlijn per jaar, Organisaties, Thema's", "/fr/zoek/": "Chantiers, Par type, La ligne du temps par année, Organisations, Thèmes"} {
		view := pageAt(s, url).(*SearchView)
		var labels []string
		for _, list := range view.Lists {
			labels = append(labels, list.Label)
			for _, l := range list.Links {
				if at, _, _ := strings.Cut(l.URL, "#"); !pages[at] {
					t.Errorf("%s: %s leads to %s", url, l.Text, l.URL)
				}
			}
		}
		if got := strings.Join(labels, ", "); got != want {
			t.Errorf("%s: lists are %s, want %s", url, got, want)
		}
		if view.Form.Index != "/zoek/" || view.Form.URL != url || len(view.Languages) != 2 || view.Script != "zoeken" {
			t.Errorf("%s: %+v", url, view.Form)
		}
	}
	themes := pageAt(s, "/zoek/").(*SearchView).Lists[4].Links
	if len(themes) != 1 || themes[0].Text != "Inspraak" || themes[0].Note != "1" {
		t.Errorf("themes are %v", themes)
	}
}

// The lists by kind lead to what is followed up and to the money too, where the
// site has it.
func TestSearchKindLists(t *testing.T) {
	links := func(s *model.Site) (out []string) {
		for _, list := range pageAt(s, "/zoek/").(*SearchView).Lists {
			for _, l := range list.Links {
				if list.Label == "Per soort" && !strings.Contains(l.URL, "werven") {
					out = append(out, strings.TrimSpace(l.Text+" "+l.Note))
				}
			}
		}
		return out
	}
	s := smallSite(t, map[string]string{
		"content/verslagen/eerste.md": "+++\ntitel = \"Eerste\"\ndatum = 2021-01-02\n[[opvolgpunten]]\nwat = \"Bellen\"\nstatus = \"open\"\n[[rondes]]\nvraag = \"Wat?\"\n[[rondes.inzichten]]\nid = \"dit\"\ntekst = \"Dit.\"\n+++\n",
		"data/budgetten.toml":         "[[budget]]\nid = \"basis\"\ntitel = \"Basis\"\njaar = 2021\nbedrag = 9000.00\n",
	})
	if got, want := links(s), []string{"Verslagen 1", "Budgetten 1", "Opvolging 1", "Inzichten 1", "Geld"}; !slices.Equal(got, want) {
		t.Errorf("kinds are %q, want %q", got, want)
	}
	for _, label := range links(searchSite(t)) {
		if label == "Geld" || strings.HasPrefix(label, "Opvolging") || strings.HasPrefix(label, "Inzichten") {
			t.Errorf("a site without it has a list %s", label)
		}
	}
}

// Every name of every subject stands under its letter.
func TestSubjects(t *testing.T) {
	view := pageAt(searchSite(t), "/zoek/onderwerpen/").(*SubjectsView)
	var got []string
	for _, g := range view.Groups {
		for _, l := range g.Subjects {
			got = append(got, fmt.Sprintf("%s %s (%s) %s", g.Letter, l.Text, l.Note, l.URL))
		}
	}
	want := []string{
		"0–9 3 Haasjes (Organisatie) /organisaties/hazen/",
		"B Basiswerk (Werf) /werven/basiswerk/",
		"D DB (zie De Beuk) /organisaties/beuk/", "D De Beuk (Organisatie) /organisaties/beuk/",
		"E Ésdoorn (Organisatie) /organisaties/es/",
		"I Inspraak (Thema) /themas/inspraak/", "N Niets (Thema) /themas/niemand/",
		"P Participation (zie Inspraak) /themas/inspraak/",
		"T 't Beukje (zie De Beuk) /organisaties/beuk/",
	}
	if !slices.Equal(got, want) {
		t.Errorf("subjects are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Many subjects have a page for each letter, and several for a long one; none
// has too many elements, and each subject stands on one.
func TestManySubjects(t *testing.T) {
	var rows strings.Builder
	rows.WriteString("id;titel\n")
	for i := range 700 {
		fmt.Fprintf(&rows, "o%d;%c Vereniging %d\n", i, "AB"[i%2], i)
	}
	s := smallSite(t, map[string]string{"data/organisaties.csv": rows.String()})
	seen, all := map[string]bool{}, 0
	for _, p := range All(s) {
		if p.Template != "subjects" {
			continue
		}
		view := p.View().(*SubjectsView)
		if len(view.Groups) != 1 || len(view.Groups[0].Subjects) > subjectsShown {
			t.Errorf("%s has %d letters", p.URL, len(view.Groups))
		}
		all += len(view.Groups[0].Subjects)
		current := 0
		for _, l := range view.Letters.Links {
			seen[l.URL] = true
			if l.Current {
				current++
			}
		}
		if current != 1 {
			t.Errorf("%s: %d letters are the present page", p.URL, current)
		}
		if p.URL != subjectsURL && !seen[s.Href(p.URL)] {
			t.Errorf("no letter leads to %s", p.URL)
		}
	}
	if want := []string{"/zoek/onderwerpen/", "/zoek/onderwerpen/a/2/", "/zoek/onderwerpen/b/", "/zoek/onderwerpen/b/2/"}; len(seen) != len(want) || all != 700 {
		t.Errorf("%d subjects on %v", all, seen)
	}
}
