package table

import (
	"strconv"
	"testing"
)

// sample is a table of ten columns with every kind of cell.
func sample(rows int) *Table {
	t := &Table{
		Title: "Toelagen van 2022", Page: "https://voorbeeld.gent.be/nl/toelagen/2022/", Language: "nl",
		Notes: []string{"De namen van natuurlijke personen staan er niet in.", "Alle bedragen zijn verzonnen."},
		Columns: []Column{
			{"id", "Nummer", "Het nummer van de toelage.", Text},
			{"organisation", "Organisatie", "Wie de toelage kreeg.", Text},
			{"year", "Jaar", "Het jaar van de begroting.", Count},
			{"awarded", "Toegekend", "Wat werd toegekend, in euro.", Money},
			{"paid", "Uitbetaald", "Wat werd uitbetaald, in euro.", Money},
			{"share", "Aandeel", "Deel van de enveloppe, in procent.", Share},
			{"decided", "Beslist op", "De dag van de beslissing.", Date},
			{"period", "Periode", "Waarvoor de toelage dient.", Date},
			{"closed", "Afgesloten", "Of de toelage afgerekend is.", Flag},
			{"url", "Webadres", "De pagina van de toelage.", Web},
		},
		Words: Words{"Gegevens", "Uitleg", "Kolom", "Betekenis", "Bron", "Ja", "Nee"},
	}
	var sum int
	for i := range rows {
		amount := 1234560 + i*977
		sum += amount
		t.Rows = append(t.Rows, []Cell{
			Of("T-" + strconv.Itoa(i)), Of("Buurthuis " + strconv.Itoa(i%700) + " vzw"), Int(2022),
			{Number: int64(amount), Known: true}, {Number: int64(-i), Known: i%3 != 0}, Int(1234),
			Of("2022-03-15"), Of("2022"), Yes(i%2 == 0), Of("https://voorbeeld.gent.be/nl/toelagen/t-" + strconv.Itoa(i) + "/"),
		})
	}
	t.Total = []Cell{Of("Totaal"), {}, {}, {Number: int64(sum), Known: true}}
	return t
}

func BenchmarkFormats(b *testing.B) {
	for _, rows := range []int{3, 25000} {
		t := sample(rows)
		for _, f := range Formats {
			b.Run(f.Name+"/"+strconv.Itoa(rows), func(b *testing.B) {
				b.ReportAllocs()
				size := 0
				for b.Loop() {
					size = len(f.Write(t))
				}
				b.ReportMetric(float64(size), "bytes/file")
			})
		}
	}
}
