package page

import (
	"slices"
	"strings"
	"testing"
)

func TestHome(t *testing.T) {
	s := life(t)
	view := pageAt(s, "/").(*HomeView)
	if len(view.Cards) != 1 || view.Cards[0].Next != "Voorstel" || view.Cards[0].Status.Name != "planned" {
		t.Errorf("cards %+v", view.Cards)
	}
	if want := []string{"3 documenten", "1 open vraag"}; !slices.Equal(view.Cards[0].Counts, want) {
		t.Errorf("counts %q, want %q", view.Cards[0].Counts, want)
	}
	for _, l := range view.New {
		if l.Date.ISO > "2022-06-01" {
			t.Errorf("new is %s of %s, which is still to come", l.Text, l.Date.ISO)
		}
	}
	var waits []string
	for _, w := range view.Waiting {
		waits = append(waits, w.Text+" "+w.Count+" "+w.URL)
	}
	want := []string{"Open vragen 1 /vragen/", "Open opvolgpunten 2 /opvolging/", "Opvolgpunten te laat 1 /opvolging/", "Open oproepen 1 /agenda/"}
	if !slices.Equal(waits, want) {
		t.Errorf("waiting\n%q, want\n%q", waits, want)
	}
}

func TestHomeOfBareFolder(t *testing.T) {
	s, _ := buildSite(t, map[string]string{
		"content/verslagen/2022-01-20-a.md": "# Over de zaal\n\nEen tekst.\n",
		"content/los.md":                    "# Los stuk\n\nEen tekst.\n",
	})
	view := pageAt(s, "/").(*HomeView)
	if len(view.New) != 1 || len(view.Ways) != 1 || len(view.Pages) != 1 {
		t.Errorf("%d new, %d ways, %d pages, want 1 of each", len(view.New), len(view.Ways), len(view.Pages))
	}
	if view.Text || len(view.Cards)+len(view.Coming)+len(view.Waiting)+len(view.Sums.Figures) > 0 {
		t.Errorf("an empty part is shown: %+v", view)
	}
}

func TestHomeInFrench(t *testing.T) {
	s := smallSite(t, map[string]string{
		"content/_index.md":    "+++\ntitel = \"Ons traject\"\nsamenvatting = \"Kort.\"\n+++\nTekst.\n",
		"content/_index.fr.md": "+++\ntitel = \"Notre parcours\"\nsamenvatting = \"Court.\"\n+++\nTexte.\n",
	})
	view := pageAt(s, "/fr/").(*HomeView)
	if view.Lang != "fr" || view.Title != "Notre parcours" || view.Summary != "Court." || !strings.Contains(string(view.Body), "Texte") {
		t.Errorf("%s %q %q", view.Lang, view.Title, view.Summary)
	}
	if len(view.Languages) != 2 {
		t.Errorf("languages %+v", view.Languages)
	}
}

func TestSums(t *testing.T) {
	s, diags := buildSite(t, map[string]string{
		"content/werven/een.md":              "+++\ntitel = \"Een\"\nnummer = 1\n+++\n",
		"content/organisaties/buurt.md":      "+++\ntitel = \"Buurt\"\n+++\n",
		"content/beslissingen/2022-02-01.md": "+++\ntitel = \"Verdeling\"\nstatus = \"aangenomen\"\nwerf = 1\n+++\nTekst.\n",
		"data/budgetten.toml": "[[budget]]\nid = \"al\"\ntitel = \"Al\"\njaar = 2022\nbedrag = 1000\nwerf = 1\n\n" +
			"[[budget]]\nid = \"deel\"\ntitel = \"Deel\"\njaar = 2022\nbedrag = 600\nbovenliggend = \"al\"\nwerf = 1\n",
		"data/toelagen/2022.csv": "id;organisatie;budget;titel;aangevraagd;toegekend;status;datum;beslissing\n" +
			"a;buurt;deel;Werk;500;400;toegekend;2022-02-01;2022-02-01\n",
	})
	if len(s.Allocations) != 1 || len(s.Budgets) != 2 {
		t.Fatalf("the site is not what it should be: %v", diags)
	}
	if top := tops(s.Budgets); len(top) != 1 || top[0].ID != "al" {
		t.Fatalf("tops %v", top)
	}
	var got []string
	for _, f := range pageAt(s, "/").(*HomeView).Sums.Figures {
		got = append(got, strings.ReplaceAll(f.Word.Text+" "+f.Amount, "\u00a0", " "))
	}
	want := []string{"Voorzien € 1.000,00", "Aangevraagd € 500,00", "Toegekend € 400,00", "Betaald € 0,00", "Nog te verdelen € 600,00"}
	if !slices.Equal(got, want) {
		t.Errorf("figures\n%q, want\n%q", got, want)
	}
	werf := pageAt(s, "/werven/een/").(*WerfView)
	if len(werf.Partners) != 1 || werf.Awards.URL != "/werven/een/toelagen/" || pageAt(s, "/werven/een/toelagen/") == nil {
		t.Errorf("partners %v, awards %v", werf.Partners, werf.Awards)
	}
}

func TestScaled(t *testing.T) {
	for number, want := range map[string]int64{"12": 12000, "0.5": 500, "-1.2345": -1235, "": 0, "veel": 0, "1e40": 0, "NaN": 0} {
		if got := scaled(number); got != want {
			t.Errorf("%q: %d, want %d", number, got, want)
		}
	}
}
