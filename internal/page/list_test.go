package page

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"glashelder/internal/diag"
	"glashelder/internal/model"
	load "glashelder/internal/source"
)

// smallSite builds a site of a few files, in Dutch, for 1 June 2022.
func smallSite(t *testing.T, files map[string]string) *model.Site {
	t.Helper()
	s, diags := buildSite(t, files)
	for _, d := range diags {
		t.Errorf("%s: %s", d.Pos, d.Message("nl"))
	}
	return s
}

// buildSite builds a site of a few files and hands over what is wrong with it.
func buildSite(t *testing.T, files map[string]string) (*model.Site, diag.List) {
	t.Helper()
	dir := t.TempDir()
	all := map[string]string{"glashelder.toml": "taal = \"nl\"\ntalen = [\"nl\", \"fr\"]\n"}
	for name, text := range files {
		all[name] = text
	}
	for name, text := range all {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var loader load.Loader
	project, diags, err := loader.Load(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	s, found := model.Build(project, model.Options{Now: time.Date(2022, 6, 1, 0, 0, 0, 0, time.UTC)})
	return s, append(diags, found...)
}

// pageAt is the page of a site at an address; nil where there is none.
func pageAt(s *model.Site, url string, codes ...*diag.Code) View {
	for _, p := range All(s, codes...) {
		if p.URL == url {
			return p.View()
		}
	}
	return nil
}

var minutesFiles = map[string]string{
	"content/werven/basiswerk.md":                    "+++\ntitel = \"Basiswerk\"\nnummer = 1\n+++\n",
	"content/verslagen/_index.md":                    "+++\ntitel = \"Notulen\"\n+++\nWat er gezegd is.\n",
	"content/verslagen/_index.fr.md":                 "+++\ntitel = \"Rapports\"\n+++\nCe qui a été dit.\n",
	"content/verslagen/2021/_index.md":               "+++\ntitel = \"Het eerste jaar\"\n+++\nHet begin.\n",
	"content/verslagen/2021/2021-11-27-a.md":         "+++\ntitel = \"A\"\nwerf = 1\n+++\n",
	"content/verslagen/2022-01-20-b.md":              "+++\ntitel = \"B\"\n+++\n",
	"content/verslagen/2022-03-15-c.md":              "+++\ntitel = \"C\"\nwerf = 1\n+++\n",
	"content/verslagen/2022-03-15-c.fr.md":           "+++\ntitel = \"C en français\"\n+++\n",
	"content/verslagen/projectgroep/_index.md":       "+++\ntitel = \"Projectgroep\"\n+++\n",
	"content/verslagen/projectgroep/2022-05-01-d.md": "+++\ntitel = \"D\"\n+++\n",
}

func TestKindLists(t *testing.T) {
	s := smallSite(t, minutesFiles)
	for _, c := range []struct{ url, title, count, lines, body string }{
		{"/verslagen/", "Notulen", "4 verslagen", "D C B A", "Wat er gezegd is."},
		{"/fr/verslagen/", "Rapports", "4 rapports", "D C en français B A", "Ce qui a été dit."},
		{"/verslagen/2021/", "Het eerste jaar", "1 verslag", "A", "Het begin."},
		{"/verslagen/jaar/2022/", "Notulen uit 2022", "3 verslagen", "D C B", ""},
		{"/verslagen/werf/1/", "Notulen van werf 1: Basiswerk", "2 verslagen", "C A", ""},
		{"/verslagen/projectgroep/", "Projectgroep", "1 verslag", "D", ""},
	} {
		view, ok := pageAt(s, c.url).(*ListView)
		if !ok {
			t.Errorf("%s: no list", c.url)
			continue
		}
		var titles []string
		for _, l := range view.Lines {
			titles = append(titles, l.Text)
		}
		if lines := strings.Join(titles, " "); view.Title != c.title || lines != c.lines || !strings.Contains(string(view.Body), c.body) {
			t.Errorf("%s: %q lists %q under %q", c.url, view.Title, lines, view.Body)
		}
		if c.url != "/fr/verslagen/" && view.Count != c.count {
			t.Errorf("%s: count %q, want %q", c.url, view.Count, c.count)
		}
	}
	for _, url := range []string{"/verslagen/jaar/2021/", "/verslagen/jaar/2020/", "/verslagen/werf/2/", "/beslissingen/"} {
		if pageAt(s, url) != nil {
			t.Errorf("%s has a page", url)
		}
	}
}

func TestListChoices(t *testing.T) {
	view := pageAt(smallSite(t, minutesFiles), "/verslagen/werf/1/").(*ListView)
	var got []string
	for _, c := range view.Choices {
		for _, l := range c.Links {
			text := l.Text + "=" + l.Note + " " + l.URL
			if l.Current {
				text += " (here)"
			}
			got = append(got, text)
		}
	}
	want := "Alle=4 /verslagen/, 2022=3 /verslagen/jaar/2022/, 2021=1 /verslagen/2021/, 1 Basiswerk=2 /verslagen/werf/1/ (here)"
	if text := strings.Join(got, ", "); text != want {
		t.Errorf("choices are\n%s, want\n%s", text, want)
	}
	if !view.Choices[1].Open {
		t.Error("the werf that is shown is folded away")
	}
}

// TestAllGivesWay proves that an address has one page, and that a list that
// gives way takes its parts with it.
func TestAllGivesWay(t *testing.T) {
	s := smallSite(t, minutesFiles)
	page := func(url, part string) Page {
		return Page{URL: url, Part: part, View: func() View { return &PageView{Frame: Frame{Title: part}} }}
	}
	types := Types
	defer func() { Types = types }()
	Types = []Type{
		{"page", &PageView{}, func(*model.Site) []Page { return []Page{page("/a/", "first")} }, false},
		{"page", &PageView{}, func(*model.Site) []Page {
			return []Page{page("/a/", ""), page("/a/2/", "/a/"), page("/b/", ""), page("/b/2/", "/b/")}
		}, true},
	}
	var got []string
	for _, p := range All(s) {
		got = append(got, p.URL)
	}
	if text := strings.Join(got, " "); text != "/a/ /b/ /b/2/ /zoek/ /fr/zoek/ /zoek/onderwerpen/ /alles/" {
		t.Errorf("pages are %s", text)
	}
}

// recipe is a kind that nobody made a page for.
type recipe struct {
	model.Base
	serves int
}

func (r *recipe) Decode(read *model.Reader) {
	r.serves = read.Int("attendance")
	read.Text("goal")
	read.Money("amount")
	read.Date("until")
	read.Choice("status", "open", "done")
	read.Bool("online")
	read.Moment("start")
	read.Tables("milestones", func(r *model.Reader) { r.Date("date"); r.Text("title") })
}

// TestNewKind proves that a kind in model is enough: its documents have pages,
// with all their keys, and a list.
func TestNewKind(t *testing.T) {
	kinds := model.Kinds
	defer func() { model.Kinds = kinds }()
	model.Kinds = append(kinds[:len(kinds):len(kinds)], model.Kind{Name: "recipe", Folder: "recepten", New: func() model.Document { return &recipe{} }})

	s := smallSite(t, map[string]string{"content/recepten/soep.md": `+++
titel = "Soep"
samenvatting = "Voor iedereen."
datum = 2022-05-01
aantal_aanwezigen = 8
doel = "Warm worden"
bedrag = "12,50"
tot = 2022-12-31
status = "afgerond"
online = true
begin = "2022-05-01 18:30"
officieel = "https://example.org/soep"
[[mijlpalen]]
datum = 2022-05-02
titel = "Geproefd"
+++
Snijd de ui.
`})
	view, ok := pageAt(s, "/recepten/soep/").(*OrdinaryView)
	if !ok {
		t.Fatal("the new kind has no page")
	}
	var got []string
	add := func(label string, values []Link) {
		for _, l := range values {
			got = append(got, label+": "+l.Text)
		}
	}
	for _, f := range view.Facts {
		add(f.Label, f.Values)
		for _, row := range f.Rows {
			for _, c := range row.Cells {
				add(f.Label+"/"+c.Label, c.Values)
			}
		}
	}
	want := strings.ReplaceAll(`Aantal aanwezigen: 8
Doel: Warm worden
Bedrag: €~12,50
Tot: 31 december 2022
Status: afgerond
Online: ja
Begin: zondag 1 mei 2022, 18.30 uur
Mijlpalen/Datum: 2 mei 2022
Mijlpalen/Titel: Geproefd`, "~", "\u00a0")
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("the page says\n%s\nwant\n%s", text, want)
	}
	if view.KindLabel != "Recipe" || view.Summary != "Voor iedereen." || !strings.Contains(string(view.Body), "Snijd de ui.") || view.Official == "" {
		t.Errorf("the page lacks something: %+v", view)
	}
	list, ok := pageAt(s, "/recepten/").(*ListView)
	if !ok || list.Title != "Recipe" || len(list.Lines) != 1 {
		t.Errorf("the list of the new kind is %+v", list)
	}
}
