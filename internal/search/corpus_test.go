package search

// A generated corpus: Dutch words with the frequencies that texts have (Zipf),
// inflections and compounds, in minutes, decisions and questions with facets.
// The same size and seed give the same documents.

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"glashelder/internal/search/dutch"
)

var functionWords = strings.Fields("de van het een en in is op te dat voor met zijn die er aan niet om ook als naar bij maar worden uit dan door over wordt kan nog we wat of hun deze tot heeft moet werd meer geen veel zo al wel welke tussen onder zullen tegen onze hebben waar")

var civicWords = strings.Fields("subsidie organisatie stad wijk werf beslissing verslag vergadering vereniging middenveld reglement budget toelage vrijwilliger buurt overleg inspraak participatie bestuur schepen gemeenteraad bewoner project ondersteuning samenwerking aanvraag dossier evaluatie werking ontmoeting jongere sport cultuur welzijn armoede huisvesting mobiliteit onderwijs integratie diversiteit")

// vocabulary25k are words by how often they should come, most frequent first.
var vocabulary25k = sync.OnceValue(func() []string {
	r := rand.New(rand.NewPCG(7, 7))
	bases := dutch.List().Bases()
	bases = slices.DeleteFunc(bases, func(w string) bool { return len(w) < 4 || len(w) > 14 })
	var words []string
	words = append(append(words, functionWords...), civicWords...)
	for len(words) < 25_000 {
		w := bases[r.IntN(len(bases))]
		switch r.IntN(10) {
		case 0, 1, 2:
			w = civicWords[r.IntN(len(civicWords))] + w
		case 3, 4:
			w += "en"
		case 5:
			w += "s"
		case 6:
			w = bases[r.IntN(len(bases))] + civicWords[r.IntN(len(civicWords))]
		}
		words = append(words, w)
	}
	return words
})

type corpus struct {
	r     *rand.Rand
	zipf  *rand.Zipf
	words []string
}

func newCorpus(seed uint64) *corpus {
	r := rand.New(rand.NewPCG(seed, 1))
	return &corpus{r, rand.NewZipf(r, 1.12, 4, 24_999), vocabulary25k()}
}

// withoutCivic leaves out the words that judged queries are about.
func (c *corpus) withoutCivic() *corpus {
	c.words = slices.DeleteFunc(slices.Clone(c.words), func(w string) bool {
		return slices.ContainsFunc(civicWords, func(civic string) bool { return strings.Contains(w, civic) })
	})
	return c
}

func (c *corpus) text(n int) string {
	var b strings.Builder
	for i := range n {
		w := c.words[int(c.zipf.Uint64())%len(c.words)]
		if i%14 == 0 {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		b.WriteString(w)
		if i%14 == 13 {
			b.WriteByte('.')
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// documents returns n documents of about 470 words.
func documents(n int, seed uint64) []Document {
	c := newCorpus(seed)
	all := make([]Document, n)
	for i := range all {
		all[i] = c.document(i, n)
	}
	return all
}

func (c *corpus) document(i, n int) Document {
	kinds := []string{"verslag", "verslag", "verslag", "verslag", "verslag", "beslissing", "beslissing", "vraag", "activiteit", "organisatie"}
	kind := kinds[i%10]
	year := 2014 + c.r.IntN(10)
	werf := fmt.Sprint(1 + c.r.IntN(6))
	organisation := c.r.IntN(max(1, n/10))
	d := Document{
		ID: fmt.Sprintf("/%s/%s-%d/", kind, strings.ReplaceAll(strings.ToLower(strings.TrimSpace(c.text(3))), " ", "-"), i), Kind: kind, Language: "nl",
		Date: fmt.Sprintf("%d-%02d-%02d", year, 1+c.r.IntN(12), 1+c.r.IntN(28)), Title: strings.TrimSpace(c.text(6)),
		Headings: []string{c.text(4), c.text(4), c.text(4)}, Summary: c.text(20), Text: c.text(430), Names: []string{fmt.Sprintf("Vereniging %d", organisation)},
		Labels: []string{"Werf " + werf, fmt.Sprintf("Vereniging %d", organisation)}, Ages: kind == "verslag" || kind == "beslissing",
		Facets: []FacetOf{{"soort", kind, ""}, {"jaar", fmt.Sprint(year), ""}, {"werf", werf, "Werf " + werf}, {"organisatie", fmt.Sprintf("vereniging-%d", organisation), fmt.Sprintf("Vereniging %d", organisation)}, {"wijk", fmt.Sprintf("wijk-%d", c.r.IntN(25)), ""}, {"thema", fmt.Sprintf("thema-%d", c.r.IntN(12)), ""}, {"taal", "nl", ""}},
	}
	if kind == "beslissing" {
		d.Cents = int64(c.r.IntN(2_000_000)) * 100
	}
	d.Card = d.Text[:120]
	return d
}

var testFacets = []string{"soort", "werf", "jaar", "organisatie", "wijk", "thema", "taal"}

func mustBuild(all []Document) Index {
	index, err := Build(slices.Values(all), Options{Facets: testFacets})
	if err != nil {
		panic(err)
	}
	return index
}
