package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// moneySite has an envelope with two inside, a refusal, a recovery, support in
// kind, and an allocation of two werven.
func moneySite(t *testing.T) *model.Site {
	return smallSite(t, map[string]string{
		"content/werven/een.md":        "+++\ntitel = \"Een\"\nnummer = 1\nstatus = \"lopend\"\n+++\n",
		"content/werven/twee.md":       "+++\ntitel = \"Twee\"\nnummer = 2\nstatus = \"lopend\"\n+++\n",
		"content/beslissingen/geef.md": "+++\ntitel = \"Geef\"\ndatum = 2022-01-10\nstatus = \"aangenomen\"\n+++\n",
		"data/organisaties.csv": "id;titel;grootte;kbo;wijken\nbeuk;De Beuk;klein;0207451227;oost\n" +
			"es;De Es;groot;;\n",
		"data/wijken.toml":    "[oost]\nnl = \"Oost\"\n[west]\nnl = \"West\"\nruimer = \"oost\"\n",
		"data/groottes.toml":  "[klein]\nnl = \"klein\"\nbeschrijving = \"tot 9 medewerkers\"\n",
		"data/budgetten.toml": "[[budget]]\nid = \"alles\"\ntitel = \"Alles\"\nperiode = \"2021/..\"\nbedrag = 1000\nwerf = 1\n[[budget]]\nid = \"deel\"\ntitel = \"Deel\"\njaar = 2022\nbedrag = 600\nbovenliggend = \"alles\"\nwerf = 1\n[[budget]]\nid = \"rest\"\ntitel = \"Rest\"\njaar = 2021\nbedrag = 300\nbovenliggend = \"alles\"\nwerf = 1\n",
		"data/toelagen/t.csv": "id;organisatie;titel;budget;werf;beslissing;soort;periode;aangevraagd;toegekend;waarde;status;datum;wijken;reden;voorbeeld\n" +
			"a;beuk;Aaa;deel;;geef;;2022;500,00;400,00;;teruggevorderd;2022-03-01;oost west;;ja\n" +
			"b;beuk;Bbb;rest;1 2;geef;;2021;100,50;100,50;;deels betaald;2022-02-01;;;\n" +
			"c;es;Ccc;deel;;;;2022;70,00;;;geweigerd;2022-04-01;;Te laat.;\n" +
			"d;es;Ddd;deel;;geef;in natura;;;;50,00;toegekend;2022-01-15;;;\n",
		"data/betalingen/b.csv": "id;toelage;datum;bedrag\np1;a;2022-03-02;400,00\np2;a;2022-05-02;-150,00\np3;b;2022-03-02;40,25\n",
	})
}

// inDutch takes the no-break spaces out of amounts.
func inDutch(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }

func TestMoneyPageAgrees(t *testing.T) {
	view := pageAt(moneySite(t), "/geld/").(*MoneyView)
	for i, want := range []string{"€ 1.000,00", "€ 670,50", "€ 500,50", "€ 440,25", "€ 150,00", "€ 499,50"} {
		if got := inDutch(view.Figures[i].Amount); got != want {
			t.Errorf("%s: %s, want %s", view.Figures[i].Word.Text, got, want)
		}
	}
	want := []string{"Alles", "↳ Rest", "↳ Deel"}
	for i, row := range view.Budgets.Rows {
		if got := inDutch(row.Mark) + row.Name.Text; got != want[i] {
			t.Errorf("budget %d: %q, want %q", i, got, want[i])
		}
	}
	for _, table := range []SumTable{view.Years, view.Werven} {
		if got := inDutch(table.Total.Awarded) + " " + table.Total.Count; got != "€ 500,50 4" {
			t.Errorf("%s: total %s", table.Caption, got)
		}
	}
	rows := func(table SumTable) string {
		var out []string
		for _, row := range table.Rows {
			out = append(out, row.Name.Text+" "+row.Count+" "+inDutch(row.Awarded))
		}
		return strings.Join(out, "; ")
	}
	for _, c := range []struct {
		table SumTable
		want  string
	}{
		{view.Years, "2022 3 € 400,00; 2021 1 € 100,50"},
		{view.Werven, "1 Een 4 € 500,50; 2 Twee 1 € 100,50"},
	} {
		if got := rows(c.table); got != c.want {
			t.Errorf("%s: %s, want %s", c.table.Caption, got, c.want)
		}
	}
	if len(view.Werven.Notes) != 1 {
		t.Errorf("werven: notes %q", view.Werven.Notes)
	}
	if view.InKind == "" || !strings.HasPrefix(view.Examples, "1 van de 4 toelagen en 0 van de 3 budgetten") {
		t.Errorf("in kind: %q; examples: %q", view.InKind, view.Examples)
	}
	for i, id := range []string{"voorzien", "aangevraagd", "toegekend", "betaald", "teruggevorderd", "nog-te-verdelen"} {
		if view.Terms[i].ID != id || view.Terms[i].Meaning == "" {
			t.Errorf("term %d: %+v, want %s", i, view.Terms[i], id)
		}
	}
}

// The sums on a budget's page are those of the table below them.
func TestBudgetPage(t *testing.T) {
	view := pageAt(moneySite(t), "/budgetten/alles/").(*BudgetView)
	if len(view.Allocations.Rows) != 4 || len(view.Children.Rows) != 2 {
		t.Fatalf("%d allocations, %d children", len(view.Allocations.Rows), len(view.Children.Rows))
	}
	if got := inDutch(view.Inside); !strings.HasPrefix(got, "€ 900,00 van dit budget zit in de delen hieronder; € 100,00") {
		t.Errorf("inside: %s", got)
	}
	if view.Figures[2].Amount != view.Allocations.Total.Awarded || view.Figures[3].Amount != view.Allocations.Total.Paid {
		t.Errorf("figures %+v, total %+v", view.Figures, view.Allocations.Total)
	}
	var awarded []string
	for _, row := range view.Allocations.Rows { // newest first
		awarded = append(awarded, row.Title.Text+" "+inDutch(row.Awarded))
	}
	if got := strings.Join(awarded, "; "); got != "Ccc ; Aaa € 400,00; Bbb € 100,50; Ddd in natura" {
		t.Errorf("rows: %s", got)
	}
	if !strings.Contains(string(view.Picture), "Een deel van de toelagen in deze cijfers is verzonnen.") {
		t.Error("the picture does not say that some of it is invented")
	}
}

func TestAllocationPage(t *testing.T) {
	s := moneySite(t)
	for _, c := range []struct{ id, sentences, chain string }{
		{"a", "Van het gevraagde bedrag is 80% toegekend. Alles wat toegekend is, is betaald. Daarna is € 150,00 teruggevorderd.",
			"Budget Alles € 1.000,00 > Budget Deel € 600,00 > Beslissing Geef  > *Toelage Aaa € 400,00 > Organisatie De Beuk  > Betalingen   (€ 400,00 € -150,00)"},
		{"b", "Van het gevraagde bedrag is 100% toegekend. € 60,25 is nog te betalen.",
			"Budget Alles € 1.000,00 > Budget Rest € 300,00 > Beslissing Geef  > *Toelage Bbb € 100,50 > Organisatie De Beuk  > Betalingen   (€ 40,25 € 60,25)"},
		{"c", "De vraag om € 70,00 is geweigerd.",
			"Budget Alles € 1.000,00 > Budget Deel € 600,00 > Beslissing   > *Toelage Ccc  > Organisatie De Es "},
		{"d", "", "Budget Alles € 1.000,00 > Budget Deel € 600,00 > Beslissing Geef  > *Toelage Ddd in natura > Organisatie De Es "},
	} {
		view := pageAt(s, "/toelagen/"+c.id+"/").(*AllocationView)
		if got := inDutch(strings.Join(view.Sentences, " ")); got != c.sentences {
			t.Errorf("%s: %q, want %q", c.id, got, c.sentences)
		}
		if got := chainText(view.Chain); got != c.chain {
			t.Errorf("%s:\n%q, want\n%q", c.id, got, c.chain)
		}
	}
	refused := pageAt(s, "/toelagen/c/").(*AllocationView)
	if refused.Reason != "Te laat." || !slices.Contains(refused.Lacks, "De beslissing die deze vraag weigerde, is niet vermeld.") {
		t.Errorf("refused: %q, lacks %q", refused.Reason, refused.Lacks)
	}
	if view := pageAt(s, "/toelagen/d/").(*AllocationView); !strings.Contains(inDutch(view.InKind), "€ 50,00") || len(view.Figures) != 0 {
		t.Errorf("in kind: %q, figures %v", view.InKind, view.Figures)
	}
}

func chainText(steps []Step) string {
	var out []string
	for _, s := range steps {
		text := s.Kind + " " + s.Title.Text + " " + s.Amount
		if s.Current {
			text = "*" + text
		}
		var paid []string
		for _, p := range s.Payments {
			paid = append(paid, p.Amount)
		}
		if len(paid) > 0 {
			text += " (" + strings.Join(paid, " ") + ")"
		}
		out = append(out, text)
	}
	return inDutch(strings.Join(out, " > "))
}

func TestAllocationLists(t *testing.T) {
	s := moneySite(t)
	for url, want := range map[string]string{
		"/toelagen/":                "Ccc Aaa Bbb Ddd",
		"/toelagen/op-bedrag/":      "Aaa Bbb Ccc Ddd",
		"/toelagen/op-organisatie/": "Aaa Bbb Ccc Ddd",
		"/toelagen/jaar/2022/":      "Ccc Aaa Ddd",
		"/toelagen/jaar/2021/":      "Bbb",
	} {
		view, ok := pageAt(s, url).(*AllocationsView)
		if !ok {
			t.Errorf("%s: no page", url)
			continue
		}
		var titles []string
		for _, row := range view.Table.Rows {
			titles = append(titles, row.Title.Text)
		}
		if got := strings.Join(titles, " "); got != want {
			t.Errorf("%s: %s, want %s", url, got, want)
		}
	}
}

// What does not fit on a page stands whole in a list below its address, with
// the same total.
func TestManyAllocations(t *testing.T) {
	rows := "id;organisatie;titel;budget;aangevraagd;status;datum\n"
	for i := range 50 {
		rows += fmt.Sprintf("t%02d;beuk;T%02d;alles;10,00;aangevraagd;2022-01-01\n", i, i)
	}
	s := smallSite(t, map[string]string{
		"data/organisaties.csv": "id;titel\nbeuk;De Beuk\n",
		"data/budgetten.toml":   "[[budget]]\nid = \"alles\"\ntitel = \"Alles\"\njaar = 2022\nbedrag = 1000\n",
		"data/toelagen/t.csv":   rows,
	})
	for _, of := range []string{"/budgetten/alles/", "/organisaties/beuk/"} {
		seen := 0
		for _, url := range []string{of + "toelagen/", of + "toelagen/2/"} {
			view := pageAt(s, url).(*AllocationsView)
			if got := inDutch(view.Table.Total.Requested); got != "€ 500,00" {
				t.Errorf("%s: total %s", url, got)
			}
			seen += len(view.Table.Rows)
		}
		if seen != 50 {
			t.Errorf("%s: %d rows in its lists", of, seen)
		}
	}
	view := pageAt(s, "/organisaties/beuk/").(*OrganisationView)
	if len(view.Allocations.Rows) != allocationsShown || view.Allocations.All.URL != "/organisaties/beuk/toelagen/" {
		t.Errorf("%d rows, all at %q", len(view.Allocations.Rows), view.Allocations.All.URL)
	}
}

func TestEnvelopeSentence(t *testing.T) {
	s := smallSite(t, nil)
	for _, c := range []struct {
		awarded, paid locale.Money
		want          string
	}{
		{0, 0, "Van de € 10,00 die voorzien is, is nog niets toegekend."},
		{500, 250, "Van de € 10,00 die voorzien is, is 50% toegekend en 25% betaald; 50% is nog te verdelen."},
		{1000, 250, "De € 10,00 die voorzien is, is helemaal toegekend; 25% ervan is betaald."},
		{1250, 0, "Er was € 10,00 voorzien. Er is € 2,50 meer toegekend dan voorzien."},
	} {
		var sum tally
		sum.Awarded, sum.Paid = c.awarded, c.paid
		if got := inDutch(newVoice(s, "nl").envelopeSentence(1000, sum)); got != c.want {
			t.Errorf("awarded %s: %q, want %q", c.awarded, got, c.want)
		}
	}
}

// A circle of parents is cut, and nothing is lost or written twice.
func TestOutline(t *testing.T) {
	parents := map[string]string{"b": "a", "c": "a", "d": "c", "x": "y", "y": "x"}
	items := []string{"a", "b", "c", "d", "e", "x", "y"}
	children := func(of string) (out []string) {
		for _, i := range items {
			if parents[i] == of {
				out = append(out, i)
			}
		}
		return out
	}
	var got []string
	for _, br := range outline(items, func(i string) string { return parents[i] }, children) {
		got = append(got, fmt.Sprint(br.item, br.depth))
	}
	if want := "a0 b1 c1 d2 e0 x0 y1"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// What was recovered and paid again does not hide what is still to be paid to
// another: the parts of the picture are the envelope.
func TestPaidAgain(t *testing.T) {
	again := &model.Allocation{Status: "recovered", Awarded: 1000, Paid: 1500, Recovered: 500}
	waiting := &model.Allocation{Status: "awarded", Awarded: 600}
	sum := locale.Money(0)
	var got []string
	for _, p := range stackParts(2000, tallyOf([]*model.Allocation{again, waiting})) {
		sum += p.amount
		got = append(got, fmt.Sprint(p.word, " ", int64(p.amount)))
	}
	if want := "kept 1000, unpaid 600, left 400"; strings.Join(got, ", ") != want || sum != 2000 {
		t.Errorf("%q, together %d", got, sum)
	}
}

func TestPaymentAnchors(t *testing.T) {
	for id, want := range map[string]string{"b22-001": "betaling_b22-001", "B 1": "betaling_B~201", "é%": "betaling_~C3~A9~25"} {
		if got := paymentAnchor(id); got != want {
			t.Errorf("%q: %q, want %q", id, got, want)
		}
	}
}

// Support in kind has no amount in a row that no total would count.
func TestInKindAsksNoEuros(t *testing.T) {
	v := newVoice(moneySite(t), "nl")
	a := &model.Allocation{Form: "in_kind", Status: "refused", HasRequested: true, Requested: 700}
	if row := v.allocationRow(a); row.Requested != "" {
		t.Errorf("asked %q", row.Requested)
	}
}
