package table

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
)

// one is a table of one row with a column of each kind.
func one(cells ...Cell) *Table {
	return &Table{
		Language: "nl",
		Columns: []Column{
			{"name", "Naam", "", Text}, {"year", "Jaar", "", Count}, {"paid", "Betaald", "", Money},
			{"share", "Aandeel", "", Share}, {"day", "Dag", "", Date}, {"closed", "Klaar", "", Flag}, {"url", "Adres", "", Web},
		},
		Rows:  [][]Cell{cells},
		Total: []Cell{Of("Totaal"), {}, {Number: -1250, Known: true}},
		Words: Words{"Gegevens", "Uitleg", "Kolom", "Betekenis", "Bron", "Ja", "Nee"},
	}
}

var whole = []Cell{
	Of(`zegt "ja"; of nee`), Int(2022), {Number: 123456, Known: true},
	Int(-5), Of("2022-03-15"), Yes(true), Of("https://gent.be/?a=1&b=2"),
}

func TestCSVForMachines(t *testing.T) {
	want := "name,year,paid,share,day,closed,url\r\n" +
		`"zegt ""ja""; of nee",2022,1234.56,-0.05,2022-03-15,true,https://gent.be/?a=1&b=2` + "\r\n"
	if got := string(one(whole...).CSV()); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestExcelCSVByLanguage(t *testing.T) {
	table := one(whole...)
	dutch := "\uFEFFNaam;Jaar;Betaald;Aandeel;Dag;Klaar;Adres\r\n" +
		`"zegt ""ja""; of nee";2022;1234,56;-0,05;2022-03-15;Ja;https://gent.be/?a=1&b=2` + "\r\n" +
		"Totaal;;-12,50;;;;\r\n"
	english := strings.NewReplacer("1234,56", "1234.56", "-0,05", "-0.05", "-12,50", "-12.50",
		"; of", "; of", ";", ",").Replace(dutch)
	for language, want := range map[string]string{"nl": dutch, "fr": dutch, "en": english, "de": english} {
		table.Language = language
		if got := string(table.ExcelCSV()); got != want {
			t.Errorf("%s:\ngot  %q\nwant %q", language, got, want)
		}
	}
}

// TestNoCellStartsAFormula gives hostile text to a cell, a key, a title and a
// word, and reads both files back.
func TestNoCellStartsAFormula(t *testing.T) {
	cases := map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "|calc": "'|calc", "%0": "'%0",
		"\tx": "'\tx", "\rx": "'\rx", "\nx": "'\nx",
		"  =1": "'  =1", "\u00a0=1": "'\u00a0=1", "\u200e=1": "'\u200e=1", "\ufeff=1": "'\ufeff=1", "\v=1": "'\ufffd=1",
		"＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠x": "'＠x", "％1": "'％1", "｜x": "'｜x", " ﹦1": "' ﹦1",
		"a=1": "a=1", "'=1": "'=1", "1-2": "1-2", "": "", "–": "–", "\x00=1": "\ufffd=1", "(=1)": "(=1)",
		"a\x00b\x1bc\xffd\x7f": "a\ufffdb\ufffdc\ufffdd\ufffd",
		"\u200fעברית\u200e":    "\u200fעברית\u200e", " a ": " a ", "a\nb": "a\nb", `"`: `"`,
	}
	for text, want := range cases {
		table := &Table{
			Language: "nl", Columns: []Column{{text, text, "", Text}, {"flag", "flag", "", Flag}, {"day", "day", "", Date}},
			Rows: [][]Cell{{Of(text), Yes(true), Of(text)}}, Words: Words{Yes: text},
		}
		machine, excel := readCSV(t, table.CSV(), ','), readCSV(t, table.ExcelCSV(), ';')
		for _, got := range []string{machine[0][0], machine[1][0], machine[1][2], excel[0][0], excel[1][0], excel[1][1], excel[1][2]} {
			if got != want {
				t.Errorf("%q came out as %q, not %q", text, got, want)
			}
		}
	}
}

func TestNumbersStayNumbers(t *testing.T) {
	cells := []Cell{Of("-x"), Int(-3), {Number: -1250, Known: true}, Int(-1), {}, {}, {}}
	got := readCSV(t, one(cells...).ExcelCSV(), ';')[1]
	if want := []string{"'-x", "-3", "-12,50", "-0,01", "", "", ""}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRowsOfOneEmptyCellAreKept(t *testing.T) {
	table := &Table{Language: "nl", Columns: []Column{{"a", "A", "", Text}}, Rows: [][]Cell{{}, {Of("b")}, {Of("")}}}
	for _, file := range [][]byte{table.CSV(), table.ExcelCSV()} {
		if rows := readCSV(t, file, ','); len(rows) != 4 {
			t.Errorf("%d rows of 4 in %q", len(rows), file)
		}
	}
}

func TestAppendDecimal(t *testing.T) {
	cases := []struct {
		n      int64
		places int
		want   string
	}{
		{0, 2, "0.00"}, {5, 2, "0.05"}, {-5, 2, "-0.05"}, {1234560, 2, "12345.60"}, {1234, 4, "0.1234"}, {-7, 0, "-7"},
		{10000, 4, "1.0000"}, {-1 << 63, 2, "-92233720368547758.08"}, {1<<63 - 1, 0, "9223372036854775807"},
	}
	for _, c := range cases {
		if got := string(appendDecimal(nil, c.n, c.places, '.')); got != c.want {
			t.Errorf("%d with %d decimals: %s, not %s", c.n, c.places, got, c.want)
		}
	}
}

// readCSV reads a file as encoding/csv does, after its byte-order mark.
func readCSV(t *testing.T, file []byte, comma rune) [][]string {
	t.Helper()
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(file), "\uFEFF")))
	r.Comma = comma
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%v in %q", err, file)
	}
	return rows
}

// TestSize proves that a file is given room for all of it, and not much more.
func TestSize(t *testing.T) {
	for _, rows := range []int{1000, 25000} {
		table := sample(rows)
		for _, f := range Formats {
			if f.Name == "xlsx" {
				continue
			}
			if file := f.Write(table); cap(file) > 2*len(file) || cap(file) < table.size() {
				t.Errorf("%s of %d rows: room for %d bytes, %d used, %d expected", f.Name, rows, cap(file), len(file), table.size())
			}
		}
	}
}
