package page

import (
	"strings"
	"testing"
)

// TestWerfSaysNothingTwice: what stands in the timeline of a werf is no mention
// besides, and measurements stand in the order of their dates.
func TestWerfSaysNothingTwice(t *testing.T) {
	s, diags := buildSite(t, map[string]string{
		"content/werven/een.md":                "+++\ntitel = \"Een\"\nindicatoren = [{ titel = \"Leden\", waarden = [{ datum = \"2023\", waarde = 7 }, { datum = \"2022\", waarde = 5 }] }]\n+++\nTekst.\n",
		"content/verslagen/2022-03-01-raad.md": "+++\ntitel = \"Raad\"\nwerf = \"een\"\n+++\nTekst.\n",
		"content/publicaties/_index.md":        "+++\ntitel = \"Boeken\"\nvroegere_adressen = [\"/boeken/\"]\n+++\nAlles wat verscheen.\n",
		"content/uitleg.md":                    "+++\ntitel = \"Uitleg\"\n+++\nOver [de eerste werf](werven/een.md).\n",
	})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	view := pageAt(s, "/werven/een/").(*WerfView)
	if len(view.Mentions) != 1 || view.Mentions[0].Lines[0].Text != "Uitleg" {
		t.Errorf("mentioned by %+v", view.Mentions)
	}
	table := string(view.Indicators[0].Table)
	if first, last := strings.Index(table, ">2022</th>"), strings.Index(table, ">2023</th>"); first < 0 || last < first {
		t.Errorf("measurements are out of order: %s", table)
	}
	if to := pageAt(s, "/boeken/").(*RedirectView).To; to.URL != s.Href("/publicaties/") {
		t.Errorf("the old address of a folder's page leads to %+v", to)
	}
}
