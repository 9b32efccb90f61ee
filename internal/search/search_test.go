package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// open returns a searcher of documents, and the files that it reads.
func open(t testing.TB, all []Document) *Searcher {
	t.Helper()
	return openIndex(t, mustBuild(all))
}

func openIndex(t testing.TB, index Index) *Searcher {
	t.Helper()
	s, err := Open(index.read)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// read returns a file of the index.
func (x Index) read(name string) ([]byte, error) {
	for _, f := range x.Files {
		if f.Name == name {
			return f.Data, nil
		}
	}
	return nil, fmt.Errorf("no file %s", name)
}

// find returns the addresses that a query finds, and what it suggests.
func find(t testing.TB, s *Searcher, query string) ([]string, string) {
	t.Helper()
	found, err := s.Search(query, ByScore)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	var addresses []string
	for _, d := range found.Documents {
		c, err := s.Card(d)
		if err != nil {
			t.Fatal(err)
		}
		addresses = append(addresses, c.Address)
	}
	return addresses, found.Suggestion
}

// small is a site of a few documents, one sentence each.
func small() []Document {
	texts := map[string]string{
		"reglement": "Het subsidiereglement voor middenveldorganisaties werd goedgekeurd.",
		"schepenen": "Het college van burgemeester en schepenen besliste over 12.500 euro.",
		"wijkraad":  "De wijkraden van Sint-Amandsberg vergaderden over foto's en een T-shirt.",
		"besluit":   "Besluit 2021_CBS_01234 over de projectsubsidies van de v.z.w. Kompas.",
		"frans":     "L'association a reçu une subvention; l'école aussi.",
		"duits":     "Frau Müller und Herr Groß sprachen über die Förderung.",
		"turks":     "İstanbul derneği ve Işık grubu toplantıya katıldı.",
		"arabisch":  "اجتمعت الجمعيّة في المدينة يوم ١٢ مايو",
		"een":       "Eén vereniging kreeg een toelage, één andere niet.",
		"ander":     "Een vereniging kreeg een toelage van 3 000 euro, een andere meer.",
		"boom":      "Bomen in de straat: een boom per huis, zegt de Ĳzerlaan en het ijs.",
		"lid":       "De leden van de gemeenteraad hielden een stadsdebat over wonen.",
	}
	language := map[string]string{"frans": "fr", "duits": "de", "turks": "tr", "arabisch": "ar"}
	var all []Document
	for id, text := range texts {
		d := Document{ID: id, Title: "Stuk " + id + "stuk", Kind: "verslag", Date: fmt.Sprintf("20%02d-01-02", 10+len(id)), Language: language[id], Text: text, Card: text, Cents: int64(len(id)) * 100_000}
		d.Facets = []FacetOf{{"soort", "verslag", ""}, {"jaar", d.Date[:4], ""}, {"werf", fmt.Sprint(len(id) % 3), ""}}
		all = append(all, d)
	}
	slices.SortFunc(all, func(a, b Document) int { return strings.Compare(a.ID, b.ID) })
	return all
}

// TestFinds: the first result of each query is the one meant; "" is no result.
func TestFinds(t *testing.T) {
	s := open(t, small())
	for query, want := range map[string]string{
		"reglement": "reglement", "subsidiereglementen": "reglement", "organisatie": "reglement", "middenveld": "reglement", "goedkeuren": "reglement",
		"midden veld organisatie": "reglement", "middenveld organisaties": "reglement", "subsidie reglement": "reglement",
		"schepen": "schepenen", "burgemeesters": "schepenen", "beslissen": "schepenen", "12500": "schepenen", "12.500": "schepenen", "12 500": "schepenen",
		"wijkraad": "wijkraad", "raad": "wijkraad", "sint amandsberg": "wijkraad", "sint-amandsberg": "wijkraad", "sintamandsberg": "wijkraad", "foto": "wijkraad", "fotos": "wijkraad", "foto’s": "wijkraad", "tshirt": "wijkraad", "shirt": "wijkraad", "t-shirts": "wijkraad", "vergadert": "wijkraad",
		"2021_CBS_01234": "besluit", "2021cbs01234": "besluit", "01234": "besluit", "cbs": "besluit", "vzw": "besluit", "v.z.w.": "besluit", "projectsubsidie": "besluit", "project": "besluit",
		"association": "frans", "l’association": "frans", "ecole": "frans", "l'ecole": "frans", "recu": "frans", "REÇU": "frans",
		"müller": "duits", "Mueller": "duits", "muller": "duits", "gross": "duits", "groß": "duits", "foerderung": "duits", "förderung": "duits",
		"istanbul": "turks", "ISTANBUL": "turks", "ışık": "turks", "isik": "turks",
		"المدينة": "arabisch", "مدينه": "arabisch", "الجمعية": "arabisch", "12": "arabisch",
		"één": "een", "boom": "boom", "ijzerlaan": "boom", "Ĳs": "boom", "lid": "lid", "debat": "lid", "stadsdebatten": "lid", "won": "lid",
		"subsidireglement": "reglement", "ubsidiereglement": "reglement", "burgemeesetr": "schepenen", "vergadren": "wijkraad",
		`"burgemeester en schepenen"`: "schepenen", `"schepenen en burgemeester"`: "", `"van burgemeester`: "schepenen",
		"xyzzyx": "", "!?.": "", "": "schepenen", "  ": "schepenen", "-toelage vereniging": "", "toelage -één": "", "bedrag:>10000 stuk": "",
		"werf:2": "wijkraad", "jaar:2013 boom": "", "jaar:2014..2015 boom": "boom", "bedrag:4000 stuk": "boom", "bedrag:8.500..9.500 wijkraad": "",
		"datum:2013..": "schepenen", "boom OR lid": "boom", "subs": "reglement",
	} {
		found, _ := find(t, s, query)
		got := ""
		if len(found) > 0 {
			got = found[0]
		}
		if got != want {
			t.Errorf("%q finds %q first, not %q (%v)", query, got, want, found)
		}
	}
}

// TestCounts: which of two documents comes first, for what else than its words.
func TestCounts(t *testing.T) {
	filler := strings.Repeat("Wij spraken over veel. ", 9)
	for query, of := range map[string][2]Document{
		"kick-off verslag": {{Title: "Kick-off", Called: "verslag", Text: filler}, {Title: "Kick-off", Called: "activiteit", Text: "Het verslag staat er. Het verslag is lang."}},
		"lessen":           {{Title: "Fietsles voor vrouwen"}, {Title: "Les quartiers", Language: "fr", Text: "Les uns et les autres, les rues, les places."}},
		"tolk van de stad": {{Title: "Zaal", Text: "Een tolk, ooit. " + filler}, {Title: "Van de wijk", Text: "De zaal van de wijk van de buurt."}},
		"toelage":          {{Title: "Regels", Text: "Een toelage. " + filler}, {Title: "Schrijven", Text: "Een toelage. " + filler, Aside: true}},
		"voetbal":          {{Title: "Jeugdvoetbal"}, {Title: "Voetpad", Text: filler}},
		"bus":              {{Title: "Rolstoelbus"}, {Title: "Buurt", Text: filler}},
	} {
		of[0].ID, of[1].ID = "a", "b" // of equals the later one would come first
		if found, _ := find(t, open(t, of[:]), query); len(found) == 0 || found[0] != "a" {
			t.Errorf("%q finds %v", query, found)
		}
	}
}

// TestSuggests: a word that the site lacks is taken for a near one, a rare word
// that it has never.
func TestSuggests(t *testing.T) {
	s := open(t, small())
	for query, want := range map[string]string{
		"subsidireglement": "subsidiereglement", "ubsidiereglement": "subsidiereglement", "burgemeesetr": "burgemeester", "Kompsa": "kompas",
		"kompas": "", "raad": "", "xyzzyx": "", "12501": "", "boom boon": "boom",
	} {
		if _, got := find(t, s, query); got != want {
			t.Errorf("%q suggests %q, not %q", query, got, want)
		}
	}
}

// TestEveryWord: every word of every text finds the document it stands in.
func TestEveryWord(t *testing.T) {
	all := small()
	s := open(t, all)
	for _, d := range all {
		for _, word := range tokens(d.Text) {
			if found, _ := find(t, s, word.key); !slices.Contains(found, d.ID) {
				t.Errorf("%q does not find %s", word.key, d.ID)
			}
		}
	}
}

// TestOddQueries: whatever is typed, an answer comes.
func TestOddQueries(t *testing.T) {
	s := open(t, small())
	for _, query := range []string{
		strings.Repeat("subsidie ", 1200), strings.Repeat("x", 10_000), strings.Repeat("\"", 99), "\"", "-", "--", "OR", "OR OR a OR", "a OR", ":", "werf:", "werf:..", "bedrag:>", "bedrag:>x", "-werf:1",
		"\u202e\u200f", "😀😀", "<script>alert(1)</script>", "jaar:99999999999999999999..", "- -", "-\"", "“open", "«x»", "\xff\xfe", "datum:2021-13-45..",
	} {
		for _, order := range []Order{ByScore, ByDate, ByAmount} {
			if _, err := s.Search(query, order); err != nil {
				t.Errorf("%.20q: %v", query, err)
			}
		}
	}
}

// TestRanges: a range is no key, and one that cannot be read fits nothing.
func TestRanges(t *testing.T) {
	var all []Document
	for year := 2019; year <= 2023; year++ {
		y := fmt.Sprint(year)
		all = append(all, Document{ID: y, Date: y + "-06-15", Cents: int64(year) * 100, Facets: []FacetOf{{"jaar", y, ""}}})
	}
	s, err := Open(mustBuild(all).read)
	if err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{
		"jaar:>2021": "2023 2022", "jaar:>=2022": "2023 2022", "jaar:<2021": "2020 2019", "jaar:<=2020": "2020 2019", "jaar:2020..2021": "2021 2020", "jaar:..2019": "2019", "jaar:2023..": "2023", "jaar:2021": "2021", "jaar:>x": "", "jaar:2019 jaar:2023": "2023 2019", "-jaar:2019..2022": "2023",
		"bedrag:>2021": "2023 2022", "bedrag:<2020": "2019", "bedrag:>x": "", "bedrag:<x": "", "bedrag:x": "", "bedrag:<=2019,00": "2019", "bedrag:2.020": "2020", "bedrag:x..2019": "2019",
		"datum:2021": "2021", "datum:2021-06": "2021", "datum:2021-07": "", "datum:>2022": "2023", "datum:>=2022-06-15": "2023 2022", "datum:<2019-06-15": "", "datum:>x": "",
	} {
		if found, _ := find(t, s, query); strings.Join(found, " ") != want {
			t.Errorf("%s finds %v, not %s", query, found, want)
		}
	}
}

// TestPhrases: quotes make no filters, and a long phrase counts by its beginning.
func TestPhrases(t *testing.T) {
	s := open(t, small())
	for query, want := range map[string]string{
		`"Het college van burgemeester en schepenen besliste over 12.500 euro"`:                                         "schepenen",
		`"De leden van de gemeenteraad hielden een stadsdebat over wonen stuk stuk stuk stuk stuk stuk stuk stuk stuk"`: "",
		`"werf:2"`: "", `"soort:verslag wijkraad"`: "", `burgemeester "en schepenen"`: "schepenen", `"sint-amandsberg vergaderden"`: "wijkraad",
	} {
		if found, _ := find(t, s, query); strings.Join(found, " ") != want {
			t.Errorf("%s finds %v, not %q", query, found, want)
		}
	}
	long := []Document{{ID: "lang", Text: "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien"}}
	if found, _ := find(t, open(t, long), `"`+long[0].Text+`"`); len(found) != 1 {
		t.Error("a phrase of eighteen words is not found")
	}
}
