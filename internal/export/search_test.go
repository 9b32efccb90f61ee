package export

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"glashelder/internal/locale"
	"glashelder/internal/model"
	"glashelder/internal/search"
	"glashelder/internal/source"
)

// searchSite has one of everything that can be found.
var searchSite = map[string]string{
	"glashelder.toml": "titel = \"Proef\"\ntaal = \"nl\"\ntalen = [\"nl\", \"fr\"]\nbasisadres = \"https://stad.example/pad/\"\n",
	"content/verslagen/overleg.md": `+++
titel = "Overleg in de zaal"
datum = 2022-01-20
werf = [3]
organisaties = ["zilverlinde"]
status = "goedgekeurd"
plaats = "Het Pakhuis"
themas = ["zalen"]
voorbeeld = true
[[aanwezig]]
organisatie = "zilverlinde"
[[agenda]]
titel = "Zaal zonder trap"
[[agenda]]
titel = "Allerlei"
samenvatting = "Wat overblijft."
[[rondes]]
vraag = "Wat hebt u nodig?"
[[rondes.inzichten]]
id = "drempel"
tekst = "Een drempel houdt mensen buiten."
[[opvolgpunten]]
id = "lijst"
wat = "Een lijst van zalen maken"
verantwoordelijke = "zilverlinde"
streefdatum = 2022-03-01
+++

Wij waren met velen.

## Zaal zonder trap

De rolstoel kan er niet in.

## Slot

Tot later.
`,
	"content/verslagen/overleg.fr.md":     "+++\ntitel = \"Réunion dans la salle\"\n+++\n\nNous étions nombreux.\n",
	"content/verslagen/later.md":          "+++\ntitel = \"Later\"\ndatum = 2022-02-20\nconcept = true\n+++\n\nNog niet.\n",
	"content/werven/zalen.md":             "+++\ntitel = \"Stadsgebouwen\"\nnummer = 3\nstatus = \"lopend\"\nbegin = \"2020\"\ndoel = \"Elke zaal open.\"\n+++\n",
	"content/organisaties/zilverlinde.md": "+++\ntitel = \"Buurtkring Zilverlinde\"\nook_bekend_als = [\"De Zilveren Boom\"]\nkbo = \"0207451227\"\n[contact]\nnaam = \"Iemand Geheim\"\n+++\n",
	"data/budgetten.toml":                 "[[budget]]\nid = \"basis\"\ntitel = \"Basiswerk\"\njaar = 2021\nbedrag = 9000.00\n",
	"data/themas.toml":                    "[zalen]\nnl = \"zalen\"\nfr = \"salles\"\n",
	"content/beslissingen/startgeld.md":   "+++\ntitel = \"Startgeld\"\ndatum = 2022-04-01\nstatus = \"aangenomen\"\nbedrag = 1234.56\n+++\n",
	"data/toelagen/2022.csv":              "id;organisatie;budget;beslissing;titel;status;datum;toegekend;reden\nt1;zilverlinde;basis;startgeld;Fietsatelier;toegekend;2022-04-01;1234,56;Voor fietsen\n",
	"content/handleiding/schrijven.md":    "+++\ntitel = \"Schrijven\"\n+++\n\nZo schrijft u.\n",
	"content/over.md":                     "+++\ntitel = \"Over\"\n+++\n\nDeze site.\n",
}

func siteOf(t *testing.T, files map[string]string) *model.Site {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var loader source.Loader
	project, diags, err := loader.Load(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	s, found := model.Build(project, model.Options{Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), Drafts: true})
	for _, d := range append(diags, found...) {
		t.Errorf("%s: %s", d.Pos, d.Message("nl"))
	}
	return s
}

func documentsOf(s *model.Site) map[string]search.Document {
	out := map[string]search.Document{}
	for d := range SearchDocuments(s, nil) {
		out[d.ID] = d
	}
	return out
}

func has(d search.Document, facet, key string) bool {
	return slices.ContainsFunc(d.Facets, func(f search.FacetOf) bool { return f.Facet == facet && f.Key == key })
}

// TestSearchDocuments looks at one document of each kind, and at what must not be there.
func TestSearchDocuments(t *testing.T) {
	all := documentsOf(siteOf(t, searchSite))
	minutes := "/pad/verslagen/overleg/"
	want := []string{
		"/pad/beslissingen/startgeld/", "/pad/budgetten/basis/", "/pad/fr/verslagen/overleg/", "/pad/handleiding/schrijven/", "/pad/organisaties/zilverlinde/", "/pad/over/", "/pad/themas/zalen/",
		"/pad/toelagen/t1/", minutes, minutes + "#agendapunt-2", minutes + "#drempel", minutes + "#lijst", minutes + "#zaal-zonder-trap", "/pad/werven/zalen/",
	}
	if got := slices.Sorted(maps.Keys(all)); !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	d := all[minutes]
	for _, f := range [][2]string{{"soort", "verslag"}, {"werf", "3"}, {"jaar", "2022"}, {"organisatie", "zilverlinde"}, {"thema", "zalen"}, {"status", "goedgekeurd"}, {"taal", "nl"}} {
		if !has(d, f[0], f[1]) {
			t.Errorf("the minutes lack %s:%s in %v", f[0], f[1], d.Facets)
		}
	}
	if !d.Ages || d.Date != "2022-01-20" || !slices.Contains(d.Headings, "Slot") || !slices.Contains(d.Names, "De Zilveren Boom") || !slices.Contains(d.Labels, "voorbeeld") || !slices.Contains(d.Labels, "3 Stadsgebouwen") {
		t.Errorf("the minutes are %+v", d)
	}
	if a := all["/pad/toelagen/t1/"]; a.Cents != 123456 || !has(a, "jaar", "2021") || has(a, "jaar", "2022") || !strings.Contains(a.Text, "1.234,56") || !slices.Contains(a.Names, "Buurtkring Zilverlinde") || a.Card != "Voor fietsen" {
		t.Errorf("the allocation is %+v", a)
	}
	if o := all["/pad/organisaties/zilverlinde/"]; !strings.Contains(o.Text, "0207.451.227") || strings.Contains(o.Text, "Geheim") || o.Date != "" || has(o, "jaar", "2026") {
		t.Errorf("the organisation is %+v", o)
	}
	if i := all[minutes+"#zaal-zonder-trap"]; !strings.Contains(i.Text, "rolstoel") || strings.Contains(i.Text, "later") || i.Card != "De rolstoel kan er niet in." || !slices.Contains(i.Labels, "Overleg in de zaal") {
		t.Errorf("the agenda item is %+v", i)
	}
	if w := all["/pad/werven/zalen/"]; w.Date != "2020" || w.Card != "Elke zaal open." || !has(w, "werf", "3") {
		t.Errorf("the werf is %+v", w)
	}
	if d.Called != "verslag" || d.Aside || all["/pad/over/"].Called != "" || all[minutes+"#lijst"].Called != "" || all["/pad/fr/verslagen/overleg/"].Called != "compte rendu" || !all["/pad/handleiding/schrijven/"].Aside {
		t.Error("minutes, pages or the manual are called what they are not, or stand aside wrongly")
	}
	if f := all["/pad/fr/verslagen/overleg/"]; f.Language != "fr" || f.Title != "Réunion dans la salle" || !has(f, "taal", "fr") || !slices.Contains(f.Names, "salles") {
		t.Errorf("the translation is %+v", f)
	}
}

// TestInsightsAreNobodys: an insight is never found by who was at the table.
func TestInsightsAreNobodys(t *testing.T) {
	d := documentsOf(siteOf(t, searchSite))["/pad/verslagen/overleg/#drempel"]
	if all, _ := json.Marshal(d); d.Kind != "inzicht" || strings.Contains(strings.ToLower(string(all)), "zilver") {
		t.Errorf("the insight is %s", all)
	}
}

func TestFirstDay(t *testing.T) {
	for edtf, want := range map[string]string{
		"2021-05-03": "2021-05-03", "2021-05": "2021-05", "2021": "2021", "2021~": "2021", "2021-05-03?": "2021-05-03", "202X": "2020", "20XX": "2000", "2021-XX": "2021", "2021-05-XX": "2021-05",
		"2022-21": "2022", "2020-05/2021-02": "2020-05", "../2021-02": "2021-02", "/2021": "2021", "2021/..": "2021", "2021-XX-XX": "2021",
	} {
		d, err := locale.ParseDate(edtf)
		if err != nil {
			t.Fatal(edtf, err)
		}
		if got := firstDay(d); got != want {
			t.Errorf("%s begins on %q, not %q", edtf, got, want)
		}
	}
	if got := firstDay(locale.Date{}); got != "" {
		t.Errorf("no date begins on %q", got)
	}
}

func TestCut(t *testing.T) {
	for _, n := range []int{10, 20} {
		for _, text := range []string{"", "kort", "ééééééééééééééééééééééééééé", "een heel lange zin, met woorden erin", "één twee drie vier vijf zes"} {
			got := cut(text, n)
			if len([]rune(got)) > n || !strings.HasPrefix(text, strings.TrimSuffix(got, "…")) {
				t.Errorf("%q cut to %d is %q", text, n, got)
			}
		}
	}
}

// lines gives the JSON lines that a format writes.
func lines(t *testing.T, s *model.Site, format string) []map[string]any {
	t.Helper()
	var b bytes.Buffer
	if err := WriteSearch(&b, s, nil, format); err != nil {
		t.Fatal(err)
	}
	var out []map[string]any
	in := bufio.NewScanner(&b)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var line map[string]any
		if err := json.Unmarshal(in.Bytes(), &line); err != nil {
			t.Fatalf("%s: %v", in.Text(), err)
		}
		out = append(out, line)
	}
	return out
}

// TestBulk: every document follows its action, ids differ, and it is the same
// document as in ndjson.
func TestBulk(t *testing.T) {
	s := siteOf(t, searchSite)
	plain, bulk := lines(t, s, "ndjson"), lines(t, s, "opensearch")
	if len(plain) != 14 || len(bulk) != 2*len(plain) {
		t.Fatalf("%d documents, %d lines in bulk", len(plain), len(bulk))
	}
	seen := map[any]bool{}
	for i := 0; i < len(bulk); i += 2 {
		action, _ := bulk[i]["index"].(map[string]any)
		if len(bulk[i]) != 1 || action["_id"] == nil || seen[action["_id"]] {
			t.Errorf("action %d is %v", i/2, bulk[i])
		}
		seen[action["_id"]] = true
		if got, want := bulk[i+1]["url"], plain[i/2]["url"]; got != want || !strings.HasPrefix(want.(string), "https://stad.example/pad/") {
			t.Errorf("document %d is %v, not %v", i/2, got, want)
		}
	}
	if long := bulkIDOf(strings.Repeat("é", 400)); len(long) != 64 {
		t.Errorf("a long address has id %q", long)
	}
}

// TestDefinition: the mapping knows every field of every document; a date has a
// form that it reads; analysers and filters that are named exist.
func TestDefinition(t *testing.T) {
	s := siteOf(t, searchSite)
	all := lines(t, s, "opensearch-index")
	if len(all) != 1 {
		t.Fatalf("%d lines", len(all))
	}
	properties := at(all[0], "mappings", "properties")
	analysis := at(all[0], "settings", "analysis")
	for _, d := range lines(t, s, "ndjson") {
		for field := range d {
			if properties[field] == nil {
				t.Errorf("the mapping lacks %s", field)
			}
		}
		for facet := range at(d, "facets") {
			if at(properties, "facets", "properties")[facet] == nil {
				t.Errorf("the mapping lacks facet %s", facet)
			}
		}
	}
	for name, p := range properties {
		for _, key := range []string{"analyzer", "search_analyzer"} {
			if a, ok := p.(map[string]any)[key]; ok && at(analysis, "analyzer")[a.(string)] == nil {
				t.Errorf("%s has analyser %v", name, a)
			}
		}
	}
	for name, a := range at(analysis, "analyzer") {
		for _, f := range a.(map[string]any)["filter"].([]any) {
			if f != "lowercase" && f != "asciifolding" && at(analysis, "filter")[f.(string)] == nil {
				t.Errorf("analyser %s has filter %v", name, f)
			}
		}
	}
	rules := at(analysis, "filter", "grondvormen")["synonyms"].([]any)
	if !slices.Contains(rules, any("mensen => mens")) {
		t.Errorf("base forms are %v", rules)
	}
}

// at follows keys into nested objects.
func at(o map[string]any, keys ...string) map[string]any {
	for _, k := range keys {
		o, _ = o[k].(map[string]any)
	}
	return o
}
