package sitetest

// A generated site of any size, for benchmarks: Dutch-looking minutes,
// decisions, questions, events and organisations of some 4.75 kB each, with
// the links, insights and funding tables that real ones have. The same seed
// and size give the same bytes.

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// Generated tells the size of a generated site.
type Generated struct {
	Documents int   // Markdown files
	Rows      int   // allocations
	Bytes     int64 // of all files
}

// Generate writes a site of about n documents into dir, which must exist.
func Generate(dir string, n int, seed uint64) (Generated, error) {
	g := &generator{dir: dir, r: rand.New(rand.NewPCG(seed, 1)), n: n}
	g.site()
	return g.sum, g.err
}

// GenerateOf does the same in the given words, ASCII and the most common first,
// which come up as often as words of a language do (Zipf's law). An index of
// such a site is as large as a real one's.
func GenerateOf(words []string, dir string, n int, seed uint64) (Generated, error) {
	g := &generator{dir: dir, r: rand.New(rand.NewPCG(seed, 1)), n: n, language: words}
	g.zipf = rand.NewZipf(g.r, 1.12, 4, uint64(len(words)-1))
	g.site()
	return g.sum, g.err
}

type generator struct {
	dir      string
	r        *rand.Rand
	n        int
	language []string // instead of the short vocabulary; nil for that
	zipf     *rand.Zipf
	sum      Generated
	err      error
}

// The sizes of the parts for n documents.
func (g *generator) minutes() int       { return g.n * 55 / 100 }
func (g *generator) decisions() int     { return g.n * 15 / 100 }
func (g *generator) organisations() int { return max(1, g.n*10/100) }
func (g *generator) events() int        { return g.n * 10 / 100 }
func (g *generator) questions() int     { return g.n * 10 / 100 }

func (g *generator) site() {
	g.write("glashelder.toml", "title = \"Gegenereerde site\"\nlanguage = \"nl\"\nbase_url = \"https://site.example/\"\n")
	for i := range 6 {
		g.write(fmt.Sprintf("content/werven/werf-%d.md", i+1), fmt.Sprintf("+++\ntitel = \"Werf %d: %s\"\nnummer = %d\nstatus = \"lopend\"\nbegin = \"2016\"\n+++\n\n%s", i+1, g.words(4), i+1, g.paragraphs(3)))
	}
	g.write("content/overleg/projectgroep.md", "+++\ntitel = \"Projectgroep\"\n+++\n\n"+g.paragraphs(2))
	for i := range g.organisations() {
		g.document("organisaties", fmt.Sprintf("organisatie-%d", i+1), fmt.Sprintf("titel = \"%s %d\"\ngrootte = \"klein\"\n", g.name(), i+1), g.paragraphs(8))
	}
	for i := range g.minutes() {
		g.oneMinutes(i)
	}
	for i := range g.events() {
		day := g.day()
		g.document("agenda", fmt.Sprintf("%s-activiteit-%d", day, i+1), fmt.Sprintf("titel = \"%s\"\nbegin = \"%sT19:00\"\nwerf = [%d]\n", g.words(6), day, 1+g.r.IntN(6)), g.paragraphs(8))
	}
	for i := range g.questions() {
		g.document("vragen", fmt.Sprintf("vraag-%d", i+1), fmt.Sprintf("titel = \"%s?\"\ndatum = \"%s\"\nwerf = [%d]\nstatus = \"open\"\n", g.words(7), g.day(), 1+g.r.IntN(6)), g.paragraphs(8))
	}
	g.money()
}

func (g *generator) oneMinutes(i int) {
	day := g.day()
	front := fmt.Sprintf("titel = \"%s\"\ndatum = \"%s\"\nwerf = [%d]\noverleg = \"projectgroep\"\n\n[[rondes]]\nvraag = \"%s?\"\n", g.words(6), day, 1+g.r.IntN(6), g.words(6))
	for k := range 3 {
		front += fmt.Sprintf("[[rondes.inzichten]]\nid = \"inzicht-%d-%d\"\ntekst = \"%s\"\nsoort = \"doel\"\n", i+1, k+1, g.words(12))
	}
	text := g.paragraphs(7)
	if i > 0 {
		text += fmt.Sprintf("\nZie ook [de organisatie](../organisaties/organisatie-%d.md).\n", 1+g.r.IntN(g.organisations()))
	}
	g.document("verslagen", fmt.Sprintf("%s-verslag-%d", day, i+1), front, text)
}

// money writes one envelope, decisions and an award for each of two
// organisations a decision.
func (g *generator) money() {
	var rows, payments bytes.Buffer
	rows.WriteString("id,organisatie,budget,beslissing,titel,status,datum,toegekend\n")
	payments.WriteString("id,toelage,datum,bedrag\n")
	total := 0
	for i := range g.decisions() {
		sum := 0
		day := g.day()
		for k := range 2 {
			amount := 1000 + g.r.IntN(20000)
			sum += amount
			id := fmt.Sprintf("t-%d-%d", i+1, k+1)
			fmt.Fprintf(&rows, "%s,organisatie-%d,basis,beslissing-%d,%s,betaald,%s,%d.00\n", id, 1+g.r.IntN(g.organisations()), i+1, g.words(5), day, amount)
			fmt.Fprintf(&payments, "b-%d-%d,%s,%s,%d.00\n", i+1, k+1, id, day, amount)
			g.sum.Rows++
		}
		total += sum
		g.document("beslissingen", fmt.Sprintf("beslissing-%d", i+1), fmt.Sprintf("titel = \"%s\"\ndatum = \"%s\"\nstatus = \"aangenomen\"\nbedrag = %d.00\nwerf = [%d]\n", g.words(6), day, sum, 1+g.r.IntN(6)), g.paragraphs(8))
	}
	g.write("data/budgetten.toml", fmt.Sprintf("[[budget]]\nid = \"basis\"\ntitel = \"Basiswerk\"\njaar = 2020\nbedrag = %d.00\nwerf = 1\n", total+1))
	g.write("data/toelagen/alle.csv", rows.String())
	g.write("data/betalingen/alle.csv", payments.String())
}

func (g *generator) document(folder, name, front, text string) {
	g.write("content/"+folder+"/"+name+".md", "+++\n"+front+"+++\n\n"+text)
}

func (g *generator) write(name, text string) {
	if g.err != nil {
		return
	}
	file := filepath.Join(g.dir, filepath.FromSlash(name))
	if g.err = os.MkdirAll(filepath.Dir(file), 0o755); g.err == nil {
		g.err = os.WriteFile(file, []byte(text), 0o644)
	}
	if strings.HasSuffix(name, ".md") {
		g.sum.Documents++
	}
	g.sum.Bytes += int64(len(text))
}

func (g *generator) day() string {
	return fmt.Sprintf("%d-%02d-%02d", 2016+g.r.IntN(10), 1+g.r.IntN(12), 1+g.r.IntN(28))
}

func (g *generator) name() string { return upper(g.word()) + " " + upper(g.word()) }

func upper(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// paragraphs writes headings, paragraphs, a list and emphasis.
func (g *generator) paragraphs(n int) string {
	var b strings.Builder
	for i := range n {
		if i%3 == 0 {
			fmt.Fprintf(&b, "## %s\n\n", upper(g.words(4)))
		}
		for range 4 + g.r.IntN(3) {
			fmt.Fprintf(&b, "%s. ", upper(g.words(9+g.r.IntN(8))))
		}
		b.WriteString("\n\n")
		if i%3 == 1 {
			fmt.Fprintf(&b, "- %s\n- **%s** en %s\n- %s\n\n", g.words(6), g.words(2), g.words(4), g.words(7))
		}
	}
	return b.String()
}

func (g *generator) words(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = g.word()
	}
	return strings.Join(words, " ")
}

// word picks a word; the first of the list come up most, as in language.
func (g *generator) word() string {
	if g.language != nil {
		return g.language[g.zipf.Uint64()]
	}
	i := int(float64(len(vocabulary)) * g.r.Float64() * g.r.Float64())
	return vocabulary[i]
}

var vocabulary = strings.Fields(`de het een van en in is dat op te voor met zijn die er aan niet
om ook als bij naar door over maar uit dan worden kunnen meer nog wel wat deze organisatie stad
werf overleg verslag beslissing toelage buurt wijk vereniging vrijwilliger middenveld vraag
antwoord budget subsidie reglement dienst college schepen burger bewoner project werking
ondersteuning samenwerking netwerk ontmoeting participatie armoede jongeren ouderen onderwijs
wonen welzijn gezondheid cultuur sport taal toegankelijk digitaal gebouw zaal ruimte huur
vergadering agenda agendapunt voorstel evaluatie planning termijn opvolging engagement mandaat
vertegenwoordiger lid werkgroep commissie doelgroep diversiteit gelijkheid kansen basiswerk
buurtwerk straathoekwerk opbouwwerk jeugdwerk vormingswerk middelen uitgave inkomst factuur
betaling rekening aanvraag formulier dossier criteria selectie jury advies bezwaar motivatie
artikel besluit gemeenteraad besluitvorming transparantie vertrouwen communicatie informatie
website nieuwsbrief campagne enquete bevraging onderzoek aanbeveling conclusie resultaat
knelpunt oplossing afspraak verantwoordelijke deelnemer organisator partner koepel federatie
middenveldorganisatie vrijwilligerswerking buurtcentrum dienstencentrum subsidiereglement
verenigingsleven wijkbudget samenwerkingsovereenkomst jaarverslag werkingsverslag meerjarenplan
stadsbestuur stadsgebouw infrastructuurfonds huisvesting ledenwerking sociaalartistiek`)
