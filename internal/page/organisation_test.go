package page

import (
	"fmt"
	"strings"
	"testing"

	"glashelder/internal/model"
)

func TestOrganisationPage(t *testing.T) {
	s := smallSite(t, map[string]string{
		"data/organisaties.csv": "id;titel;kbo;koepel\nes;De Es;;beuk\n",
		"content/organisaties/beuk.md": "+++\ntitel = \"De Beuk\"\nkbo = \"0207451227\"\nrechtsvorm = \"vzw\"\nwerknemers = \"2.5\"\nontbonden = 2021-12-31\n" +
			"opvolger = \"es\"\ntalen = [\"nl\", \"tr\", \"qq\"]\nwebsite = \"https://www.beuk.example/\"\n+++\n",
		"content/overleg/raad.md":     "+++\ntitel = \"Raad\"\n[[leden]]\norganisatie = \"beuk\"\ntot = 2021-12-31\n[[leden]]\norganisatie = \"es\"\nrol = \"voorzitter\"\nvanaf = 2022\n+++\n",
		"content/verslagen/eerste.md": "+++\ntitel = \"Eerste\"\ndatum = 2022-01-02\n[[aanwezig]]\norganisatie = \"es\"\n[[verontschuldigd]]\norganisatie = \"beuk\"\n+++\n",
		"content/vragen/waarom.md":    "+++\ntitel = \"Waarom\"\ndatum = 2022-01-03\ngesteld_door = \"es\"\nstatus = \"open\"\n+++\n",
	})
	beuk := pageAt(s, "/organisaties/beuk/").(*OrganisationView)
	if beuk.KBO != "0207.451.227" || beuk.Employees != "2,5" || !beuk.Gone || beuk.Successor.Text != "De Es" || beuk.Website.Text != "beuk.example" {
		t.Errorf("%+v", beuk)
	}
	if got := strings.Join(beuk.Speaks, ", "); got != "Nederlands, Turks, qq" {
		t.Errorf("languages: %s", got)
	}
	for of, want := range map[string]string{
		"beuk": "Verslagen: Eerste (verontschuldigd); Organisaties: De Es (lid); Overlegorganen: Raad (lid, tot 31 december 2021)",
		"es":   "Verslagen: Eerste (aanwezig); Organisaties: De Beuk (ging op in deze organisatie); Vragen: Waarom (gesteld door deze organisatie); Overlegorganen: Raad (voorzitter, vanaf 2022)",
	} {
		var got []string
		for _, g := range pageAt(s, "/organisaties/"+of+"/").(*OrganisationView).Groups {
			for _, l := range g.Lines {
				got = append(got, fmt.Sprintf("%s: %s (%s)", g.Title, l.Text, l.Note))
			}
		}
		if text := strings.Join(got, "; "); text != want {
			t.Errorf("%s: %s, want %s", of, text, want)
		}
	}
}

// The site is built for 1 June 2022.
func TestNamedContact(t *testing.T) {
	for consent, want := range map[string]string{"": "", "2022-05-31": "", "2022-06-01": "Jo", "2023": "Jo"} {
		text := "+++\ntitel = \"De Beuk\"\n"
		if consent != "" {
			text += "toestemming_contact = \"" + consent + "\"\n"
		}
		s := smallSite(t, map[string]string{"content/organisaties/beuk.md": text + "[contact]\nnaam = \"Jo\"\n+++\n"})
		if got := pageAt(s, "/organisaties/beuk/").(*OrganisationView).Contact.Name; got != want {
			t.Errorf("consent %q: contact %q, want %q", consent, got, want)
		}
	}
}

func TestKBONumber(t *testing.T) {
	for in, want := range map[string]string{
		"0207451227": "0207.451.227", "BE 0207.451.227": "0207.451.227", "207 451 227": "0207.451.227", "": "", "12": "12",
	} {
		if got := (&model.Organisation{KBO: in}).EnterpriseNumber(); got != want {
			t.Errorf("EnterpriseNumber of %q = %q, want %q", in, got, want)
		}
	}
}

func TestInitials(t *testing.T) {
	s := smallSite(t, map[string]string{
		"data/organisaties.csv": "id;titel\na;Éénhoorn\nb;'t Hofje\nc;9 Levens\nd;Ezel\ne;Tafel\nf;Appel\n",
	})
	var got []string
	for _, x := range initials(s) {
		got = append(got, x.initial+" "+x.organisation.Title)
	}
	if text := strings.Join(got, "; "); text != "0–9 9 Levens; A Appel; E Éénhoorn; E Ezel; T 't Hofje; T Tafel" {
		t.Errorf("%s", text)
	}
}

// Every letter leads to the page where it is.
func TestLetters(t *testing.T) {
	rows := "id;titel\n"
	for i := range 50 {
		rows += fmt.Sprintf("a%02d;A%02d\n", i, i)
	}
	s := smallSite(t, map[string]string{"data/organisaties.csv": rows + "b;Beuk\n"})
	view := pageAt(s, "/organisaties/").(*OrganisationsView)
	if links := view.Choices[0].Links; len(links) != 2 || links[0].URL != "/organisaties/#letter_a" || links[1].URL != "/organisaties/2/#letter_b" {
		t.Errorf("%+v", links)
	}
	if second := pageAt(s, "/organisaties/2/").(*OrganisationsView); len(second.Groups) != 2 || second.Groups[1].ID != "letter_b" {
		t.Errorf("%+v", second.Groups)
	}
}

func TestTermPages(t *testing.T) {
	s := moneySite(t)
	oost := pageAt(s, "/wijken/oost/").(*TermView)
	if got := inDutch(oost.Allocations.Total.Awarded); got != "€ 400,00" || len(oost.Narrower) != 1 || len(oost.Years.Notes) != 1 {
		t.Errorf("%s, %+v", got, oost)
	}
	if len(oost.Groups) != 1 || oost.Groups[0].Lines[0].Text != "De Beuk" {
		t.Errorf("groups: %+v", oost.Groups)
	}
	klein := pageAt(s, "/groottes/klein/").(*TermView)
	if klein.Description != "tot 9 medewerkers" || len(klein.Allocations.Rows)+len(klein.Figures) != 0 || klein.Groups[0].Lines[0].Text != "De Beuk" {
		t.Errorf("%+v", klein)
	}
	list := pageAt(s, "/wijken/").(*TermsView)
	var got []string
	for _, row := range list.Rows {
		got = append(got, inDutch(row.Mark)+row.Name.Text+" "+row.Documents+" "+inDutch(row.Awarded))
	}
	if text := strings.Join(got, "; "); text != "Oost 1 € 400,00; ↳ West 0 € 400,00" {
		t.Errorf("%s", text)
	}
}

// An organisation that is named often has a list of its own for each kind.
func TestRelatedLists(t *testing.T) {
	files := map[string]string{"data/organisaties.csv": "id;titel\nbeuk;De Beuk\n"}
	for i := range relatedShown + 1 {
		files[fmt.Sprintf("content/verslagen/v%d.md", i)] = fmt.Sprintf("+++\ntitel = \"V%d\"\ndatum = 2022-01-%02d\norganisaties = [\"beuk\"]\n+++\n", i, i+1)
	}
	s := smallSite(t, files)
	group := pageAt(s, "/organisaties/beuk/").(*OrganisationView).Groups[0]
	if len(group.Lines) != relatedShown || group.Lines[0].Text != "V8" || group.All.URL != "/organisaties/beuk/verslagen/" {
		t.Errorf("%+v", group)
	}
	if view, ok := pageAt(s, group.All.URL).(*RelatedView); !ok || len(view.Lines) != relatedShown+1 {
		t.Errorf("the list: %+v", view)
	}
	var decisions []*model.Decision
	if got := mergeRelation(nil, "decision", decisions); len(got) != 0 {
		t.Errorf("an empty relation: %v", got)
	}
}
