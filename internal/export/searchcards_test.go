package export

import (
	"slices"
	"strings"
	"testing"

	"glashelder/internal/locale"
)

// cardSite has what a card must not keep silent: grants that nobody got, that are
// no money or that count in another year, and promises of which the day is past.
var cardSite = map[string]string{
	"glashelder.toml":                 "titel = \"Proef\"\ntaal = \"nl\"\ntalen = [\"nl\", \"fr\"]\nbasisadres = \"https://stad.example/\"\n",
	"content/organisaties/zilver.md":  "+++\ntitel = \"Zilver\"\n+++\n",
	"content/beslissingen/geld.md":    "+++\ntitel = \"Geld\"\ndatum = 2022-04-01\nstatus = \"aangenomen\"\n+++\n",
	"content/beslissingen/geld.fr.md": "+++\ntitel = \"Argent\"\n+++\n",
	"content/werven/zalen.md":         "+++\ntitel = \"Zalen\"\nnummer = 3\nstatus = \"lopend\"\nbegin = \"2020\"\n+++\n",
	"data/budgetten.toml":             "[[budget]]\nid = \"basis\"\ntitel = \"Basis\"\njaar = 2022\nbedrag = 9000.00\nwerf = 3\n",
	"data/regelingen.toml":            "[project]\nnl = \"Nieuwe ideeën\"\n",
	"data/toelagen/2022.csv": `id;organisatie;budget;beslissing;soort;titel;status;datum;aangevraagd;toegekend;waarde;reden;voorbeeld
kreeg;zilver;basis;geld;project;Kreeg;betaald;2023-04-01;2000,00;1500,00;;;ja
niet;zilver;basis;geld;project;Niet;geweigerd;2022-04-01;22000,00;;;Te duur;ja
nog;zilver;basis;;project;Nog;aangevraagd;2022-05-01;300,00;;;;
zaal;zilver;basis;geld;in natura;Zaal;toegekend;2022-04-01;;;400,00;;
gratis;zilver;basis;geld;in natura;Gratis;toegekend;2022-04-01;;;;;
`,
	"content/agenda/avond.md": "+++\ntitel = \"Avond\"\nbegin = 2026-02-03T19:30\nplaats = \"Stadskantoor\"\nstatus = \"afgelast\"\n+++\n",
	"content/agenda/dag.md":   "+++\ntitel = \"Dag\"\nbegin = 2026-02-04\nstatus = \"gepland\"\n+++\n",
	"content/vragen/trap.md": `+++
titel = "Trap"
datum = 2023-02-01
status = "open"
streefdatum = 2023-05-01
[[opvolgpunten]]
id = "laat"
wat = "Een helling leggen"
status = "in behandeling"
streefdatum = 2023-06-01
verantwoordelijke = "zilver"
[[opvolgpunten]]
id = "klaar"
wat = "De maat nemen"
status = "afgerond"
streefdatum = "2023-06"
[[opvolgpunten]]
id = "straks"
wat = "De deur verven"
status = "open"
streefdatum = 2026-06-01
+++
`,
	"content/vragen/klaar.md":       "+++\ntitel = \"Klaar\"\ndatum = 2023-02-01\nstatus = \"beantwoord\"\nstreefdatum = 2023-03-01\nbeantwoord = 2023-04-01\n+++\n",
	"content/handleiding/_index.md": "+++\ntitel = \"Handleiding\"\n+++\n",
	"content/handleiding/a.md":      "+++\ntitel = \"Schrijven\"\ndatum = 2024-01-01\n+++\n",
	"content/over.md":               "+++\ntitel = \"Over\"\ndatum = 2024-01-01\n+++\n",
}

// TestCardLabels: a card says how it is with what it shows, and what its amount
// is where that was not granted; the last label stands before the amount.
func TestCardLabels(t *testing.T) {
	all := documentsOf(siteOf(t, cardSite))
	for address, want := range map[string]struct {
		cents  int64
		labels []string
	}{
		"/toelagen/kreeg/":       {150000, []string{"betaald", "telt mee in 2022", "3 Zalen", "Zilver", "voorbeeld"}},
		"/toelagen/niet/":        {2200000, []string{"geweigerd", "3 Zalen", "Zilver", "voorbeeld", "gevraagd"}},
		"/toelagen/nog/":         {30000, []string{"aangevraagd", "3 Zalen", "Zilver", "gevraagd"}},
		"/toelagen/zaal/":        {40000, []string{"toegekend", "3 Zalen", "Zilver", "geraamd"}},
		"/toelagen/gratis/":      {0, []string{"toegekend", "3 Zalen", "Zilver"}},
		"/beslissingen/geld/":    {0, []string{"aangenomen"}},
		"/fr/beslissingen/geld/": {0, []string{"adopté"}},
		"/werven/zalen/":         {0, []string{"lopend"}},
		"/agenda/avond/":         {0, []string{"afgelast", "19.30 uur", "Stadskantoor"}},
		"/agenda/dag/":           {0, nil},
		"/vragen/trap/":          {0, []string{"open", "tegen 1 mei 2023", "te laat"}},
		"/vragen/klaar/":         {0, []string{"beantwoord"}},
		"/vragen/trap/#laat":     {0, []string{"in behandeling", "tegen 1 juni 2023", "te laat", "Zilver", "Trap"}},
		"/vragen/trap/#klaar":    {0, []string{"afgerond", "tegen juni 2023", "Trap"}},
		"/vragen/trap/#straks":   {0, []string{"open", "tegen 1 juni 2026", "Trap"}},
	} {
		d, ok := all[address]
		if !ok || d.Cents != want.cents || !slices.Equal(d.Labels, want.labels) {
			t.Errorf("%s: %d cents, labels %q, want %d, %q", address, d.Cents, d.Labels, want.cents, want.labels)
		}
	}
}

// TestLateIsAStatus: what is late has that status beside its own, and nothing else has.
func TestLateIsAStatus(t *testing.T) {
	for address, d := range documentsOf(siteOf(t, cardSite)) {
		late := address == "/vragen/trap/" || address == "/vragen/trap/#laat"
		if has(d, "status", "te-laat") != late || late && !has(d, "status", "open") && !has(d, "status", "in-behandeling") {
			t.Errorf("%s: %v", address, d.Facets)
		}
	}
}

// TestPagesHaveNoDate: the date of a page's file says nothing to readers; and the
// manual is no page of the site.
func TestPagesHaveNoDate(t *testing.T) {
	s := siteOf(t, cardSite)
	all := documentsOf(s)
	for d := range SearchDocuments(s, []Overview{{URL: "/handleiding/velden/", Lang: "nl"}, {URL: "/tijdlijn/", Lang: "nl"}}) {
		all[d.ID] = d
	}
	for address, kind := range map[string]string{
		"/over/": "pagina", "/tijdlijn/": "pagina", "/handleiding/": "handleiding", "/handleiding/a/": "handleiding", "/handleiding/velden/": "handleiding",
	} {
		if d := all[address]; d.Kind != kind || d.Date != "" || has(d, "jaar", "2024") {
			t.Errorf("%s is a %s of %q, not a %s without a date", address, d.Kind, d.Date, kind)
		}
	}
}

// TestKindsByOtherNames: documents are found by what people call their kind and
// status, and by what these are called in the other languages of the site.
func TestKindsByOtherNames(t *testing.T) {
	all := documentsOf(siteOf(t, cardSite))
	for address, names := range map[string][]string{
		"/toelagen/niet/":        {"toelage", "subsidie", "subvention", "subside", "geweigerd", "afgewezen", "refusé"},
		"/beslissingen/geld/":    {"besluit", "décision"},
		"/fr/beslissingen/geld/": {"délibération", "beslissing", "besluit"},
		"/vragen/trap/#laat":     {"opvolgpunt", "belofte", "point de suivi", "te laat", "en retard"},
		"/regelingen/project/":   {"reglement", "règlement"},
	} {
		for _, name := range names {
			if !slices.Contains(all[address].Names, name) {
				t.Errorf("%s has no name %q: %q", address, name, all[address].Names)
			}
		}
	}
	if names := all["/toelagen/kreeg/"].Names; slices.Contains(names, "afgewezen") || slices.Contains(names, "grant") {
		t.Errorf("a grant that was paid, on a site without English, has names %q", names)
	}
	for _, name := range locale.Get("nl").Also("kind.allocation") {
		if !slices.Contains(strings.Fields(all["/regelingen/project/"].Called), name) {
			t.Errorf("a scheme is not called %q: %q", name, all["/regelingen/project/"].Called)
		}
	}
	if all["/toelagen/kreeg/"].Called != "" || all["/toelagen/niet/"].Called != "geweigerd" {
		t.Error("a single grant is called as all are, or one that was refused is not called so")
	}
}
