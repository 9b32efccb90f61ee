package sitetest

// A generated site of funding of any size, for proofs and benchmarks of money:
// six werven, ten years of envelopes within envelopes, decisions that each
// grant some twenty-five awards, and payments. What must stay true: the same
// seed and sizes give the same bytes, and the site has nothing that a check
// could name, not even a warning: every sum closes to the cent.

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"glashelder/internal/locale"
)

// controlTotals adds to every table of amounts a last row with their sums, and
// to the envelopes a table [totaal].
const controlTotals = false

const firstYear, years, werven = 2016, 10, 6

// GenerateMoney writes a Dutch site with this many allocations and
// organisations into dir, which must exist. The error is that of the disk.
func GenerateMoney(dir string, rows, organisations int, seed uint64) (Generated, error) {
	g := &moneyGenerator{generator: &generator{dir: dir, r: rand.New(rand.NewPCG(seed, 2))}}
	g.frame()
	g.organisationTable(organisations)
	var budgets strings.Builder
	for k := range years {
		g.year(firstYear+k, rows*(k+1)/years-rows*k/years, &budgets)
	}
	if controlTotals {
		fmt.Fprintf(&budgets, "[totaal]\nbedrag = %s\n", g.provided)
	}
	g.write("data/budgetten.toml", budgets.String())
	return g.sum, g.err
}

type moneyGenerator struct {
	*generator
	organisations []string // ids
	allocations   int      // so far
	payments      int
	provided      locale.Money // all envelopes
}

// frame writes the settings, the vocabularies and the werven.
func (g *moneyGenerator) frame() {
	g.write("glashelder.toml", "titel = \"Gegenereerde toelagen\"\ntaal = \"nl\"\nbasisadres = \"https://site.example/\"\n")
	g.vocabulary("wijken", districts)
	g.vocabulary("doelgroepen", targetGroups)
	g.vocabulary("regelingen", schemes)
	g.vocabulary("groottes", sizes)
	for i := range werven {
		g.document("werven", fmt.Sprintf("werf-%d", i+1), fmt.Sprintf("titel = \"Werf %d: %s\"\nnummer = %d\nstatus = \"lopend\"\nbegin = \"2016\"\n", i+1, g.words(4), i+1), g.paragraphs(2))
	}
}

func (g *moneyGenerator) vocabulary(file string, labels []string) {
	var text strings.Builder
	for _, label := range labels {
		fmt.Fprintf(&text, "[%s]\nnl = %q\nbeschrijving = %q\n\n", locale.Slug(label), label, "Voorbeeld: "+g.words(8)+".")
	}
	g.write("data/"+file+".toml", text.String())
}

// organisationTable writes n profiles.
func (g *moneyGenerator) organisationTable(n int) {
	t := newTable("id;titel;samenvatting;kbo;rechtsvorm;grootte;werknemers;vrijwilligers;opgericht;zetel;wijken;doelgroepen;website;email")
	for i := range n {
		name := organisationName(i)
		id := locale.Slug(name)
		g.organisations = append(g.organisations, id)
		size, employees := g.staff()
		form, kbo := "feitelijke vereniging", ""
		if size != "vrijwillig" || g.r.IntN(3) == 0 {
			form, kbo = pick(g.r, legalForms), enterpriseNumber(i)
		}
		website, mail := "", ""
		if g.r.IntN(3) == 0 {
			website, mail = "https://"+id+".example/", "info@"+id+".example"
		}
		t.row(id, name, upper(g.words(6))+" voor iedereen die meedoet.", kbo, form, size, employees, strconv.Itoa(g.r.IntN(60)), strconv.Itoa(1950+g.r.IntN(66)),
			g.some(districts, 1), g.some(districts, 3), g.some(targetGroups, 2), website, mail)
	}
	g.write("data/organisaties.csv", t.text())
}

// staff gives a size and the number of employees that goes with it; of one in
// twelve nothing is known.
func (g *moneyGenerator) staff() (size, employees string) {
	switch k := g.r.IntN(12); {
	case k == 0:
		return "", ""
	case k < 6:
		return "vrijwillig", "0"
	case k < 9:
		return "klein", fmt.Sprintf("%d,5", 1+g.r.IntN(8))
	case k < 11:
		return "middelgroot", strconv.Itoa(10 + g.r.IntN(40))
	}
	return "groot", strconv.Itoa(50 + g.r.IntN(300))
}

// some gives up to most ids of a vocabulary.
func (g *moneyGenerator) some(labels []string, most int) string {
	var ids []string
	at := g.r.IntN(len(labels))
	for range g.r.IntN(most + 1) {
		ids = append(ids, locale.Slug(labels[at%len(labels)]))
		at += 1 + g.r.IntN(3)
	}
	return strings.Join(ids, " ")
}

// envelope is a budget with what was taken from it, in cents.
type envelope struct {
	id, title string
	werf      int // 0 for that of a whole year
	taken     locale.Money
	inside    []*envelope
}

// year writes n allocations of one year with their decisions and payments, and
// adds its envelopes to budgets.
func (g *moneyGenerator) year(year, n int, budgets *strings.Builder) {
	whole := yearEnvelope(year)
	rows := newTable("id;organisatie;titel;budget;regeling;beslissing;soort;periode;aangevraagd;toegekend;waarde;status;datum;wijken;doelgroepen;reden;opmerking;voorbeeld")
	payments := newTable("id;toelage;datum;bedrag;opmerking;voorbeeld")
	for n > 0 {
		size := min(n, 26+g.r.IntN(9))
		g.round(year, size, whole.inside[g.r.IntN(werven)], rows, payments)
		n -= size
	}
	rows.total(0, 8, 9, 10)
	payments.total(0, 3)
	g.write(fmt.Sprintf("data/toelagen/%d.csv", year), rows.text())
	g.write(fmt.Sprintf("data/betalingen/%d.csv", year), payments.text())
	g.budget(year, whole, "", budgets)
}

// yearEnvelope gives the envelope of a year with one for each werf in it; the
// odd werven have two more within theirs.
func yearEnvelope(year int) *envelope {
	whole := &envelope{id: fmt.Sprintf("middenveld-%d", year), title: fmt.Sprintf("Middelen voor het middenveld %d", year)}
	for w := 1; w <= werven; w++ {
		e := &envelope{id: fmt.Sprintf("werf-%d-%d", w, year), title: fmt.Sprintf("Werf %d in %d", w, year), werf: w}
		for _, part := range []string{"Basiswerking", "Projecten"}[:w%2*2] {
			e.inside = append(e.inside, &envelope{id: e.id + "-" + locale.Slug(part), title: part + " van werf " + strconv.Itoa(w) + ", " + strconv.Itoa(year), werf: w})
		}
		whole.inside = append(whole.inside, e)
	}
	return whole
}

// budget writes an envelope and those inside it, and returns its amount. One
// in four is used up to the cent.
func (g *moneyGenerator) budget(year int, e *envelope, parent string, to *strings.Builder) locale.Money {
	var inner strings.Builder
	amount := e.taken
	for _, part := range e.inside {
		amount += g.budget(year, part, e.id, &inner)
	}
	if amount == 0 || g.r.IntN(4) > 0 {
		amount += 100_000 - amount%100_000 + locale.Money(g.r.IntN(20))*500_000
	}
	g.provided += amount
	fmt.Fprintf(to, "[[budget]]\nid = %q\ntitel = %q\njaar = %d\nbedrag = %s\n", e.id, e.title, year, amount)
	if e.werf > 0 {
		fmt.Fprintf(to, "werf = %d\nbovenliggend = %q\n", e.werf, parent)
	}
	to.WriteString("\n" + inner.String())
	return amount
}

// round writes one decision and the n requests that it grants or refuses.
func (g *moneyGenerator) round(year, n int, from *envelope, rows, payments *table) {
	day := time.Date(year, 1, 10+g.r.IntN(150), 0, 0, 0, 0, time.UTC)
	decision := fmt.Sprintf("%s-toelagen-%s-%d", day.Format(time.DateOnly), from.id, g.allocations+1)
	var granted locale.Money
	any := false
	for range n {
		a := g.allocation(year, day, decision)
		e := a.from(from)
		e.taken += a.awarded
		granted += a.awarded
		any = any || a.decision != ""
		g.pay(&a, day, payments)
		rows.row(a.id, a.organisation, a.title, e.id, a.scheme, a.decision, a.kind, a.period, euro(a.requested), euro(a.awarded), euro(a.value),
			a.status, a.date, g.some(districts, 3), g.some(targetGroups, 3), a.reason, g.note(), a.example)
		g.sum.Rows++
	}
	if !any {
		return
	}
	front := fmt.Sprintf("titel = \"Toelagen %s: %s\"\ndatum = %s\nstatus = \"aangenomen\"\nwerf = %d\nbudget = %q\n", from.title, g.words(4), day.Format(time.DateOnly), from.werf, from.id)
	if granted > 0 {
		front += fmt.Sprintf("bedrag = %s\n", granted)
	}
	g.document("beslissingen", decision, front, g.paragraphs(2))
}

// allocation is one row of the table to be.
type allocation struct {
	id, organisation, title, scheme, decision, kind, period, status, date, reason, example string
	requested, awarded, value                                                              locale.Money
}

// from tells which envelope the money is taken from: one inside whole for its
// kind, or whole itself.
func (a *allocation) from(whole *envelope) *envelope {
	switch {
	case len(whole.inside) > 0 && a.kind == "structureel":
		return whole.inside[0]
	case len(whole.inside) > 0 && a.kind == "project":
		return whole.inside[1]
	}
	return whole
}

// outcomes are dealt in turn, so that a small site has all of them as well.
var outcomes = strings.Split("betaald,betaald,toegekend,deels betaald,betaald,geweigerd,betaald,toegekend,natura,betaald,betaald,deels betaald,teruggevorderd,betaald,aangevraagd,betaald,geweigerd,toegekend,betaald,deels betaald", ",")

// allocation makes the next row. Its amounts run from 50 euro to some thirty
// thousand; one in four hundred is above what 32 bits of cents can hold.
func (g *moneyGenerator) allocation(year int, day time.Time, decision string) allocation {
	g.allocations++
	a := allocation{id: fmt.Sprintf("t%d-%05d", year, g.allocations), organisation: g.receiver(), title: g.title(), date: day.Format(time.DateOnly),
		decision: decision, scheme: locale.Slug(pick(g.r, schemes)), period: g.period(year), kind: pick(g.r, []string{"structureel", "project", "project", "investering", ""})}
	f := g.r.Float64()
	a.awarded = locale.Money(5_000 + 3_000_000*f*f*f)
	if g.allocations%400 == 150 {
		a.awarded += 2_147_483_647
	}
	if g.r.IntN(2) == 0 {
		a.awarded -= a.awarded % 5_000
	}
	if g.r.IntN(10) > 0 {
		a.requested = a.awarded + locale.Money(g.r.IntN(8)*g.r.IntN(125_000))
	}
	if g.r.IntN(100) == 0 {
		a.example = "ja"
	}
	a.status = outcomes[g.allocations*7%len(outcomes)]
	switch a.status {
	case "aangevraagd", "geweigerd":
		a.requested, a.awarded, a.decision = max(a.requested, a.awarded), 0, ""
		if a.status == "geweigerd" {
			a.reason = pick(g.r, reasons)
		}
	case "natura":
		a.status, a.kind, a.requested, a.awarded, a.value = "toegekend", "in natura", 0, 0, a.awarded
		if g.r.IntN(3) == 0 {
			a.value = 0
		}
	}
	return a
}

// receiver picks an organisation: every tenth row goes to one of very few.
func (g *moneyGenerator) receiver() string {
	few := max(1, len(g.organisations)/1200)
	if g.r.IntN(10) == 0 {
		return g.organisations[g.r.IntN(few)]
	}
	return g.organisations[g.r.IntN(len(g.organisations))]
}

func (g *moneyGenerator) title() string {
	return fmt.Sprintf(pick(g.r, titles), pick(g.r, districts), g.words(1+g.r.IntN(3)))
}

func (g *moneyGenerator) period(year int) string {
	return pick(g.r, []string{"", strconv.Itoa(year), fmt.Sprintf("%d-03/%d-11", year, year), fmt.Sprintf("%d/%d", year, year+2)})
}

func (g *moneyGenerator) note() string {
	if g.r.IntN(12) > 0 {
		return ""
	}
	return fmt.Sprintf(pick(g.r, notes), g.words(5))
}

// pay writes the payments that the status of a asks for, after the day of the
// decision, and gives a the day of the last.
func (g *moneyGenerator) pay(a *allocation, day time.Time, to *table) {
	var parts []locale.Money
	switch a.status {
	case "betaald":
		parts = g.split(a.awarded, 1+g.r.IntN(3))
	case "deels betaald":
		parts = g.split(a.awarded*4/5, 1+g.r.IntN(2))
	case "teruggevorderd":
		parts = append(g.split(a.awarded, 1+g.r.IntN(2)), -a.awarded*locale.Money(1+g.r.IntN(10))/10)
	}
	for i, part := range parts {
		day = day.AddDate(0, 0, 20+g.r.IntN(40))
		g.payments++
		note := "saldo"
		if part < 0 {
			note = "terugvordering; niet besteed"
		} else if i < len(parts)-1 {
			note = "voorschot"
		}
		a.date = day.Format(time.DateOnly)
		to.row(fmt.Sprintf("b%s-%05d", a.id[1:5], g.payments), a.id, a.date, euro(part), note, a.example)
	}
}

// split divides an amount into n parts, all above zero.
func (g *moneyGenerator) split(amount locale.Money, n int) []locale.Money {
	var parts []locale.Money
	for ; n > 1; n-- {
		part := amount * locale.Money(30+g.r.IntN(40)) / 100
		parts, amount = append(parts, part), amount-part
	}
	return append(parts, amount)
}

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }
