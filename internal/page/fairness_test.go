package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"glashelder/internal/model"
	"glashelder/internal/table"
)

// fairSite has six organisations of volunteers, five small and two large ones,
// one of which nothing is known, and one that never asked. In 2021 the small
// and large ones and one of the volunteers asked; in 2022 all did.
func fairSite(t *testing.T) *model.Site {
	organisations := "id;titel;grootte;rechtsvorm;werknemers;zetel;wijken;doelgroepen\n"
	rows := "id;organisatie;titel;budget;beslissing;soort;periode;aangevraagd;toegekend;waarde;status;datum;wijken\n"
	ask := func(id, year, amount string, more ...string) {
		kind, value, districts := "", "", ""
		if len(more) > 0 {
			districts = more[0]
		}
		status, decision := "toegekend", "geef"
		switch amount {
		case "nee":
			amount, status, decision = "", "geweigerd", ""
		case "in natura":
			amount, kind, value = "", "in natura", "50,00"
		}
		rows += fmt.Sprintf("%s-%s;%s;%s %s;alles;%s;%s;%s;100,00;%s;%s;%s;%s-03-01;%s\n", id, year, id, id, year, decision, kind, year, amount, value, status, year, districts)
	}
	for i := range 6 {
		id := fmt.Sprintf("v%d", i)
		organisations += id + ";" + id + ";vrijwillig;Feitelijke vereniging;0;oost;oost;jongeren\n"
		switch i {
		case 0:
			ask(id, "2021", "5,00")
			ask(id, "2022", "10,00")
		case 1:
			ask(id, "2022", "in natura")
		default:
			ask(id, "2022", fmt.Sprintf("1%d,00", i), "oost west")
		}
	}
	for i := range 5 {
		id := fmt.Sprintf("k%d", i)
		organisations += id + ";" + id + ";klein;vzw;2,5;west;west;\n"
		ask(id, "2021", []string{"1,00", "1,00", "nee", "nee", "nee"}[i])
		ask(id, "2022", "20,00")
	}
	for i := range 2 {
		id := fmt.Sprintf("g%d", i)
		organisations += id + ";" + id + ";groot;VZW;80;west;;\n"
		ask(id, "2021", "100,00")
		ask(id, "2022", "300,00")
	}
	organisations += "o;o;;;;;;\nzuid;zuid;klein;cv;1;zuid;zuid;\n"
	ask("o", "2022", "nee")
	return smallSite(t, map[string]string{
		"content/beslissingen/geef.md": "+++\ntitel = \"Geef\"\ndatum = 2021-01-10\nstatus = \"aangenomen\"\n+++\n",
		"data/organisaties.csv":        organisations,
		"data/toelagen/t.csv":          rows,
		"data/budgetten.toml":          "[[budget]]\nid = \"alles\"\ntitel = \"Alles\"\nperiode = \"2021/2022\"\nbedrag = 10000\n",
		"data/wijken.toml":             "[west]\nnl = \"West\"\n[oost]\nnl = \"Oost\"\n[zuid]\nnl = \"Zuid\"\n[noord]\nnl = \"Noord\"\n[noord-hoek]\nnl = \"Noordhoek\"\nruimer = \"oost\"\n",
		"data/doelgroepen.toml":        "[jongeren]\nnl = \"jongeren\"\nruimer = \"iedereen\"\n[iedereen]\nnl = \"iedereen\"\n[ouderen]\nnl = \"ouderen\"\nruimer = \"iedereen\"\n",
		"data/groottes.toml":           "[klein]\nnl = \"klein\"\nbeschrijving = \"1 tot 9 medewerkers\"\n[vrijwillig]\nnl = \"vrijwillig\"\n[groot]\nnl = \"groot\"\n[middelgroot]\nnl = \"middelgroot\"\n",
	})
}

// fairText is a table as one text: its sentence, its rows, its notes.
func fairText(f FairTable) string {
	out := []string{f.Sentence}
	for i, r := range append(slices.Clone(f.Rows), f.Total) {
		if len(f.Rows) == 0 && i == 0 {
			break
		}
		out = append(out, strings.Join([]string{r.Name.Text, r.ShareAsked, r.ShareMoney, r.Asked, r.Granted, r.Awards, r.InKind, r.Awarded, r.Median, r.Largest}, " | "))
	}
	return inDutch(strings.Join(append(out, f.Notes...), "\n"))
}

func TestFairness(t *testing.T) {
	s := fairSite(t)
	for _, c := range []struct {
		url  string
		want []string
	}{
		{"/geld/verdeling/2022/", []string{
			`Organisaties van grootte ‘vrijwillig’ vormen 42,9% van de aanvragers en kregen 8,4% van het geld.
Vrijwillig | 42,9% | 8,4% | 6 | 6 | 5 | 1 | € 64,00 | € 13,00 | 23,4%
Kleinere groepen samen (3 groepen) | 57,1% | 91,6% | 8 | 7 | 7 | 0 | € 700,00 | € 20,00 | 42,9%
Totaal | 100% | 100% | 14 | 13 | 12 | 1 | € 764,00 | € 20,00 | 39,3%
Van minder dan vijf van de 14 organisaties die steun vroegen, is dit niet bekend.
Klein: 1 tot 9 medewerkers`,
			`Organisaties met rechtsvorm ‘VZW’ vormen 50% van de aanvragers en kregen 91,6% van het geld.
VZW | 50% | 91,6% | 7 | 7 | 7 | 0 | € 700,00 | € 20,00 | 42,9%
Kleinere groepen samen (2 groepen) | 50% | 8,4% | 7 | 6 | 5 | 1 | € 64,00 | € 13,00 | 23,4%
Totaal`,
			`Organisaties met betaalde medewerkers vormen 50% van de aanvragers en kregen 91,6% van het geld.
Met betaalde medewerkers | 50%`,
			`Nieuwe organisaties vormen 64,3% van de aanvragers en kregen 14,9% van het geld.
Nieuw | 64,3% | 14,9% | 9 | 8 | 7 | 1 | € 114,00 | € 15,00 | 17,5%
Al bekend | 35,7% | 85,1% | 5 | 5 | 5 | 0 | € 650,00 | € 20,00 | 46,2%
Totaal | 100% | 100% | 14 | 13 | 12 | 1 | € 764,00 | € 20,00 | 39,3%
Dit is bekend van alle 14 organisaties die steun vroegen.
Al bekend: de organisatie kreeg in een vroeger jaar al steun. Nieuw: dat is in deze gegevens niet zo. De gegevens beginnen in 2021.`,
			`Voor 2 van de 3 doelgroepen is steun toegekend.
Jongeren | 42,9% | 8,4% | 6 | 6 | 5 | 1 | € 64,00 | € 13,00 | 23,4%
Niet bekend | 57,1% | 91,6% | 8 | 7 | 7 | 0 | € 700,00 | € 20,00 | 42,9%
Totaal | 100% | 100% | 14 | 13 | 12 | 1 | € 764,00 | € 20,00 | 39,3%
6 van de 14 organisaties die steun vroegen, hebben hier een waarde; van 8 is het niet bekend.
De doelgroepen zijn die van de toelage.`,
		}},
		{"/geld/verdeling/2022/per-wijk/", []string{
			`De organisaties die steun kregen, hebben hun zetel in 2 van de 5 wijken.
West | 50% | 91,6% | 7 | 7 | 7 | 0 | € 700,00 | € 20,00 | 42,9%
Kleinere groepen samen (2 groepen) | 50% | 8,4% | 7 |`,
			`Voor werk in 2 van de 5 wijken is steun toegekend.
West | 64,3% | 20,2% | 9 | 9 | 9 | 0 | € 154,00 | € 20,00 | 13%
Kleinere groepen samen (2 groepen) | 64,3% | 86,9% | 9 | 8 | 7 | 1 | € 664,00 | € 14,00 | 45,2%
Totaal | 100% | 100% | 14 |`,
		}},
		{"/geld/verdeling/", []string{"Organisaties van grootte", "Organisaties met", "Organisaties met", "Wie nieuw is, verschilt van jaar tot jaar.", "Voor 2 van de 3"}},
		{"/geld/verdeling/2021/", []string{
			"De groepen zijn te klein om apart te tonen.", "De groepen zijn te klein", "De groepen zijn te klein",
			"De gegevens beginnen in 2021.", "De groepen zijn te klein",
		}},
	} {
		view, ok := pageAt(s, c.url).(*FairnessView)
		if !ok {
			t.Errorf("%s: no page", c.url)
			continue
		}
		if len(view.Tables) != len(c.want) {
			t.Errorf("%s: %d tables, want %d", c.url, len(view.Tables), len(c.want))
			continue
		}
		for i, want := range c.want {
			if got := fairText(view.Tables[i]); !strings.HasPrefix(got, want) {
				t.Errorf("%s %s:\n%s\nwant\n%s", c.url, view.Tables[i].Title, got, want)
			}
		}
	}
}

func reachText(view View) string {
	var out []string
	for _, r := range view.(*FairnessView).Reached {
		for _, l := range r.Lists {
			var names []string
			for _, link := range l.Links {
				names = append(names, link.Text)
			}
			out = append(out, strings.TrimSpace(r.Title+": "+l.Text+" "+strings.Join(names, ", ")))
		}
	}
	return strings.Join(out, "\n")
}

func TestFairnessReach(t *testing.T) {
	s := fairSite(t)
	for url, want := range map[string]string{
		"/geld/verdeling/": `Grootte: Geen steun toegekend, 1 van de 4: middelgroot
Grootte: Geen organisatie bekend, 1 van de 4: middelgroot
Rechtsvorm: Geen steun toegekend, 1 van de 3: cv
Doelgroep: Geen steun toegekend, 1 van de 3: ouderen
Doelgroep: Geen organisatie bekend, 1 van de 3: ouderen`,
		"/geld/verdeling/per-wijk/": `Wijk: Geen steun toegekend, 3 van de 5: Noord, Noordhoek, Zuid
Wijk: Geen organisatie bekend, 2 van de 5: Noord, Noordhoek`,
		"/geld/verdeling/2021/per-wijk/": `Wijk: Geen steun toegekend, 3 van de 5: Noord, Noordhoek, Zuid`,
	} {
		if got := reachText(pageAt(s, url)); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", url, got, want)
		}
	}
}

// A page offers the files of the tables that it shows, with the same rows.
func TestFairnessDownloads(t *testing.T) {
	s := fairSite(t)
	v, x := newVoice(s, "nl"), newFairIndex(s)
	p := v.fairPeriod(2022, fairYears(s)[2022], x)
	sheet := v.fairSheet(p, p.kinds[0], p.splits[0])()
	want := []table.Cell{table.Of("Vrijwillig"), table.Int(1), table.Int(4286), table.Int(838), table.Int(6), table.Int(6), table.Int(5), table.Int(1), table.Cents(6400), table.Cents(1300), table.Int(2344), table.Yes(false)}
	if len(sheet.Rows) != 2 || !slices.Equal(sheet.Rows[0], want) || sheet.Total[8] != table.Cents(76400) || sheet.Total[1] != table.Int(4) {
		t.Errorf("rows %v, total %v", sheet.Rows, sheet.Total)
	}
	if len(sheet.Columns) != len(want) || sheet.Title != "Wie krijgt wat in 2022: Grootte van de organisatie" {
		t.Errorf("%q has %d columns", sheet.Title, len(sheet.Columns))
	}
	for _, page := range fairnessPages(s) {
		linked := 0
		for _, f := range page.View().(*FairnessView).Tables {
			linked += len(f.Downloads.Links)
			for i, l := range f.Downloads.Links {
				at := slices.IndexFunc(page.Files, func(files Files) bool { return slices.Contains(files.Paths, string(l.URL)) })
				if at < 0 || page.Files[at].Paths[i] != string(l.URL) {
					t.Errorf("%s links %s, which is not there", page.URL, l.URL)
				}
			}
		}
		if linked != len(table.Formats)*len(page.Files) {
			t.Errorf("%s links %d files of %d tables", page.URL, linked, len(page.Files))
		}
	}
}

func TestStaff(t *testing.T) {
	for employees, want := range map[string]string{"": "", "0": "volunteers", "0.0": "volunteers", "0.5": "staff", "12": "staff", "100": "staff"} {
		if got := staff(employees); got != want {
			t.Errorf("%q: %q, want %q", employees, got, want)
		}
	}
}

// A city of many districts: the page shows the first by name, its files all.
func TestFairnessLong(t *testing.T) {
	districts, organisations, rows := "", "id;titel;wijken\n", "id;organisatie;titel;budget;aangevraagd;status;datum\n"
	for d := range 60 {
		districts += fmt.Sprintf("[w%02d]\nnl = \"Wijk %d\"\n", d, d)
		for o := range 5 {
			organisations += fmt.Sprintf("o%d-%d;O %d %d;w%02d\n", d, o, d, o, d)
			rows += fmt.Sprintf("t%d-%d;o%d-%d;T;alles;10,00;aangevraagd;2022-01-01\n", d, o, d, o)
		}
	}
	s := smallSite(t, map[string]string{
		"data/wijken.toml": districts, "data/organisaties.csv": organisations, "data/toelagen/t.csv": rows,
		"data/budgetten.toml": "[[budget]]\nid = \"alles\"\ntitel = \"Alles\"\njaar = 2022\nbedrag = 1000\n",
	})
	view := pageAt(s, "/geld/verdeling/per-wijk/").(*FairnessView)
	seat, work := view.Tables[0], view.Tables[1]
	if seat.Sentence != "Dit is van geen enkele organisatie bekend." || len(seat.Rows)+len(seat.Downloads.Links) != 0 {
		t.Errorf("seat: %+v", seat)
	}
	if len(work.Rows) != fairPlaces || work.Rows[25].Name.Text != "Wijk 25" || !strings.HasPrefix(work.Notes[0], "Hier staan de eerste 26 van 60 groepen") {
		t.Errorf("work: %d rows, notes %q", len(work.Rows), work.Notes)
	}
	if work.Sentence != "300 organisaties vroegen steun. Er is geen bedrag toegekend." {
		t.Error(work.Sentence)
	}
	v, x := newVoice(s, "nl"), newFairIndex(s)
	p := v.fairPeriod(0, fairYears(s)[0], x)
	if got := len(v.fairSheet(p, p.kinds[6], p.splits[6])().Rows); got != 60 {
		t.Errorf("the file has %d districts", got)
	}
	if list := view.Reached[0].Lists[0]; len(list.Links) != fairListed || list.More.Text != "en nog 30" || list.More.URL != "/wijken/" {
		t.Errorf("not reached: %d named, %v", len(list.Links), list.More)
	}
}
