package page

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"glashelder/internal/chart"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

func TestYearsPicture(t *testing.T) {
	s := moneySite(t)
	v := newVoice(s, "nl")
	got := inDutch(string(v.yearsPicture("jaren", s.Allocations, s.Budgets, Downloads{Label: "Geld", Links: []DownloadLink{{Text: "CSV", URL: "/geld/jaren.csv", Name: "jaren.csv"}}})))
	for _, want := range []string{
		"Van 2021 tot en met 2022 is € 500,50 toegekend; daarvan is € 440,25 betaald. In 2022 is € 400,00 toegekend: 298% meer dan in 2021. Een deel van de toelagen in deze cijfers is verzonnen.",
		`<th scope="row"><a href="/geld/2021/">2021</a></th><td class="r">€ 300,00</td><td class="r">€ 100,50</td><td class="r">€ 100,50</td><td class="r">€ 40,25</td>`,
		`<th scope="row"><a href="/geld/2022/">2022</a></th><td class="r">€ 600,00</td><td class="r">€ 570,00</td><td class="r">€ 400,00</td><td class="r">€ 400,00</td>`,
		"€ 100,00 is voorzien voor meer jaren samen",
		`<div class="downloads" role="group" aria-label="Geld"><ul><li><a href="/geld/jaren.csv" download="jaren.csv">CSV</a></li></ul></div>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nis not in\n%s", want, got)
		}
	}
	if one := v.yearsPicture("jaren", nil, s.Budgets[1:2], Downloads{}); one != "" {
		t.Errorf("a picture of one year: %s", one)
	}
}

func TestYearsSentence(t *testing.T) {
	v := newVoice(smallSite(t, nil), "nl")
	for _, c := range []struct {
		awarded []locale.Money // from 2020; a gap of one year before the last where it is below zero
		want    string
	}{
		{[]locale.Money{100, 200}, "In 2021 is € 2,00 toegekend: 100% meer dan in 2020."},
		{[]locale.Money{200, 150}, "In 2021 is € 1,50 toegekend: 25% minder dan in 2020."},
		{[]locale.Money{200, 200}, "In 2021 is € 2,00 toegekend, evenveel als in 2020."},
		{[]locale.Money{1000000, 1000001}, "In 2021 is € 10.000,01 toegekend, ongeveer evenveel als in 2020."},
		{[]locale.Money{100, -1, 300}, "In 2022 is € 3,00 toegekend; in 2021 was dat niets."},
		{[]locale.Money{100, 300, 0}, "In 2021 is € 3,00 toegekend: 200% meer dan in 2020."},
		{[]locale.Money{100, 0}, "daarvan is € 0,00 betaald."},
		{[]locale.Money{0, 0}, "Van 2020 tot en met 2021 is nog niets toegekend."},
	} {
		var m moneyThrough
		for i, amount := range c.awarded {
			if amount < 0 {
				continue
			}
			y := yearSum{year: 2020 + i}
			y.Awarded, y.Count = amount, 1
			m.years = append(m.years, y)
			m.whole.Merge(y.Totals)
		}
		if got := inDutch(v.yearsSentence(m)); !strings.HasSuffix(got, c.want) {
			t.Errorf("%v: %s, want %s", c.awarded, got, c.want)
		}
	}
}

// What was planned is with the years or in the note, and never in both.
func TestPlannedByYearCountsOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(12, 13))
	for range 50 {
		file := ""
		total, room := locale.Money(0), map[int]int{}
		for i := range 12 {
			period, parent, amount := [...]string{"jaar = 2021", "jaar = 2022", `periode = "2020/2023"`, `periode = "2021/.."`, `periode = "2022-03/2022-09"`}[random.IntN(5)], "", 1+random.IntN(1000)
			if up := random.IntN(i + 1); up < i && room[up] >= amount {
				parent = fmt.Sprintf("bovenliggend = \"b%d\"\n", up)
				room[up] -= amount
			} else {
				total += locale.Money(amount) * 100
			}
			room[i] = amount
			file += fmt.Sprintf("[[budget]]\nid = \"b%d\"\ntitel = \"B%d\"\n%s\nbedrag = %d\n%s", i, i, period, amount, parent)
		}
		s := smallSite(t, map[string]string{"data/budgetten.toml": file})
		m := yearSums(nil, s.Budgets)
		sum := m.anyYear
		for _, y := range m.years {
			sum += y.planned
		}
		if sum != total {
			t.Fatalf("%d planned, %d shown or said, in\n%s", total, sum, file)
		}
	}
}

// All ways of the flow together are what was awarded, whoever shows them.
func TestFlowAgrees(t *testing.T) {
	s := moneySite(t)
	v := newVoice(s, "nl")
	sum := locale.Money(0)
	for _, row := range v.flowRows(s.Allocations) {
		sum += locale.Money(row.Value)
	}
	if want := tallyOf(s.Allocations).Awarded; sum != want {
		t.Errorf("%d flows, %d was awarded", sum, want)
	}
	want := []chart.FlowRow{{From: "Alles", Via: "Een", To: "De Beuk", URL: "/organisaties/beuk/", Value: 50050}}
	if got := v.flowRows(s.Allocations); len(got) != 1 || got[0] != want[0] {
		t.Errorf("%v, want %v", got, want)
	}
	two := append([]*model.Allocation{}, s.Allocations...)
	for _, a := range s.Allocations {
		if o := a.Organisation.To(); o != nil && o.ID == "es" && !a.InKind() {
			granted := *a
			granted.Status, granted.Awarded = "paid", 100
			two = append(two, &granted)
		}
	}
	got := string(v.flow(two, Downloads{}))
	for _, want := range []string{`<a href="/budgetten/alles/"><text`, `<a href="/werven/een/"><text`, `<a href="/organisaties/es/"><text`, "meer dan één werf hoort, staat hier bij de eerste."} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in %s", want, got)
		}
	}
}
