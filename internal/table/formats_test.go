package table

import (
	"encoding/base64"
	"encoding/json"
	"math"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// hostile are texts that broke a file somewhere.
var hostile = []string{
	"", "=1+1", " \t-1", "＝cmd|' /C calc'!A0", "a\r\nb", "a\rb", "\r", "\n", `"`, `""`, `","`, ";=1;", "\x00", "\x1b[0m", "\x7f",
	"\xff\xfe", "\ufffd", "\ufffe", "\uffff", "\u202egnp.exe", "\u2028\u2029", "</script><b>&amp;", "]]>", "_x000D_", "__x005F_x0041_x0042_",
	"_x000d_x000d_", "😀é", "\ufeff", "  ", "'", "'=1", `\`, "\\.", "\b\f", "TRUE", "1e9", "0123", strings.Repeat("x", 5000),
}

// heldText is what CSV and XML hold of a text.
func heldText(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cc, r) && r < 0x80 && !strings.ContainsRune("\t\r\n", r) || r == 0xfffe || r == 0xffff {
			return utf8.RuneError
		}
		return r
	}, text)
}

// formula is the rule in other words: spaces and invisible marks, then a sign.
var formula = regexp.MustCompile(`^[\p{Z}\p{Cf}\v\f\x{85}]*[=+\-@|%\t\r\n＝＋－＠｜％﹦﹢﹣﹫﹪]`)

// FuzzTextComesOut writes a text in every place of a table and reads all four
// files back with what others wrote.
func FuzzTextComesOut(f *testing.F) {
	for i, text := range hostile {
		f.Add(text, hostile[(i+7)%len(hostile)], int64(i*977-400))
	}
	f.Add("\xff", "\x7f", int64(math.MinInt64))
	f.Fuzz(func(t *testing.T, text, other string, cents int64) {
		table := &Table{
			Title: other, Page: other, Language: "nl", Notes: []string{text},
			Columns: []Column{{"k" + text, text, other, Text}, {"paid", other, text, Money}, {"last", "Laatst", "", Web}},
			Rows:    [][]Cell{{Of(text), {Number: cents, Known: true}, Of(other)}},
			Words:   Words{Sheet: text, Explanation: other},
		}
		checkCSV(t, readCSV(t, table.CSV(), ','), table, ".")
		checkCSV(t, readCSV(t, table.ExcelCSV(), ';'), table, ",")
		checkWorkbook(t, table)
		checkJSON(t, table)
	})
}

func checkCSV(t *testing.T, rows [][]string, table *Table, mark string) {
	t.Helper()
	if len(rows) != 2 || len(rows[1]) != 3 {
		t.Fatalf("%d rows: %q", len(rows), rows)
	}
	for _, i := range []int{0, 2} {
		text := table.Rows[0][i].Text
		want := strings.ReplaceAll(heldText(text), "\r\n", "\n") // as encoding/csv reads line ends
		if formula.MatchString(text) {
			want = "'" + want
		}
		if rows[1][i] != want {
			t.Errorf("%q came out as %q, not %q", text, rows[1][i], want)
		}
	}
	if got := strings.Replace(rows[1][1], mark, "", 1); !sameCents(got, table.Rows[0][1].Number) {
		t.Errorf("%d cents came out as %s", table.Rows[0][1].Number, rows[1][1])
	}
}

// sameCents reports whether a number without its decimal mark is n cents.
func sameCents(figures string, n int64) bool {
	got, err := strconv.ParseInt(figures, 10, 64)
	return err == nil && got == n
}

func checkWorkbook(t *testing.T, table *Table) {
	t.Helper()
	f := open(t, table)
	rows := f.GetSheetList()[0]
	for cell, text := range map[string]string{"A1": table.Columns[0].Title, "B1": table.Columns[1].Title, "A2": table.Rows[0][0].Text, "C2": table.Rows[0][2].Text} {
		if got := raw(t, f, rows, cell); got != heldText(text) && len(text) <= cellLimit {
			t.Errorf("%q came out as %q in %s", text, got, cell)
		}
		if formula, _ := f.GetCellFormula(rows, cell); formula != "" {
			t.Errorf("%s has the formula %q", cell, formula)
		}
	}
	cents := strings.Replace(raw(t, f, rows, "B2"), ".", "", 1)
	if !sameCents(cents, table.Rows[0][1].Number) {
		t.Errorf("%d cents came out as %s", table.Rows[0][1].Number, cents)
	}
}

func checkJSON(t *testing.T, table *Table) {
	t.Helper()
	var file struct {
		Title, Page string
		Notes       []string
		Rows        []map[string]any
	}
	d := json.NewDecoder(strings.NewReader(string(table.JSON())))
	d.UseNumber()
	if err := d.Decode(&file); err != nil {
		t.Fatal(err)
	}
	text, other := string([]rune(table.Notes[0])), string([]rune(table.Title)) // U+FFFD for broken UTF-8
	if file.Notes[0] != text {
		t.Errorf("%q came out as %q", text, file.Notes[0])
	}
	if last, _ := file.Rows[0]["last"].(string); last != other || file.Title != other || file.Page != other {
		t.Errorf("%q came out as %q, %q, %q", other, last, file.Title, file.Page)
	}
	paid, _ := file.Rows[0]["paid"].(json.Number)
	if !sameCents(strings.Replace(paid.String(), ".", "", 1), table.Rows[0][1].Number) {
		t.Errorf("%d cents came out as %s", table.Rows[0][1].Number, paid)
	}
}

// TestSumsAgree adds up the money of a table in each of its files, and holds it
// against the total that they give.
func TestSumsAgree(t *testing.T) {
	table := sample(500)
	want := table.Total[3].Number
	f := open(t, table)
	var file struct {
		Rows  []struct{ Awarded json.Number }
		Total struct{ Awarded json.Number }
	}
	if err := json.Unmarshal(table.JSON(), &file); err != nil {
		t.Fatal(err)
	}
	machine, excel := readCSV(t, table.CSV(), ','), readCSV(t, table.ExcelCSV(), ';')
	var sums [4]int64
	for i := range table.Rows {
		sums[0] += cents(t, machine[i+1][3])
		sums[1] += cents(t, excel[i+1][3])
		sums[2] += cents(t, raw(t, f, "Gegevens", "D"+strconv.Itoa(i+2)))
		sums[3] += cents(t, file.Rows[i].Awarded.String())
	}
	for i, sum := range sums {
		if sum != want {
			t.Errorf("%s adds up to %d, not %d", Formats[i].Name, sum, want)
		}
	}
	totals := []string{excel[501][3], raw(t, f, "Gegevens", "D502"), file.Total.Awarded.String()}
	for _, total := range totals {
		if cents(t, total) != want {
			t.Errorf("a total of %s, not %d", total, want)
		}
	}
	if len(machine) != 501 {
		t.Errorf("%d lines for machines", len(machine))
	}
}

// cents reads an amount with exactly two decimals.
func cents(t *testing.T, amount string) int64 {
	t.Helper()
	if !regexp.MustCompile(`^-?\d+[.,]\d\d$`).MatchString(amount) {
		t.Fatalf("%q is no amount", amount)
	}
	n, err := strconv.ParseInt(strings.NewReplacer(".", "", ",", "").Replace(amount), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestDataURLHoldsTheFile reads the links back: text as text, the workbook in
// base64.
func TestDataURLHoldsTheFile(t *testing.T) {
	foreign := one(Of(strings.Repeat("Ελλάδα ", 50)))
	coded := map[bool]int{}
	for _, table := range []*Table{sample(3), foreign, {}} {
		for _, f := range Formats {
			link := f.DataURL(table)
			if !regexp.MustCompile(`^data:[a-z0-9/.;=+-]+,([A-Za-z0-9._~!$()*+,;=:@/-]|%[0-9A-F]{2})*$`).MatchString(link) {
				t.Errorf("%s: %.200s", f.Name, link)
			}
			head, body, _ := strings.Cut(link, ",")
			kind, inBase64 := strings.CutSuffix(head, ";base64")
			coded[inBase64]++
			file, err := url.PathUnescape(body)
			if inBase64 {
				raw, err64 := base64.StdEncoding.DecodeString(body)
				file, err = string(raw), err64
			}
			if err != nil || kind != "data:"+f.Type || file != string(f.Write(table)) {
				t.Errorf("%s: %v, %s", f.Name, err, kind)
			}
		}
	}
	if coded[true] == 0 || coded[false] == 0 {
		t.Errorf("only one way was taken: %v", coded)
	}
}

func TestKindsHaveNames(t *testing.T) {
	var names []string
	for k := Text; k <= Web; k++ {
		names = append(names, k.String())
	}
	if got := strings.Join(names, " "); got != "text count money share date flag web" {
		t.Error(got)
	}
}

// A cell with a name for machines has it in the formats that they read.
func TestCodedCells(t *testing.T) {
	table := &Table{Language: "nl", Columns: []Column{{Key: "status", Title: "Status"}}, Rows: [][]Cell{{Coded("betaald", "paid")}}}
	for _, c := range []struct{ file, has, lacks string }{
		{string(table.CSV()), "paid", "betaald"}, {string(table.JSON()), "paid", "betaald"}, {string(table.ExcelCSV()), "betaald", "paid"},
	} {
		if !strings.Contains(c.file, c.has) || strings.Contains(c.file, c.lacks) {
			t.Errorf("%q: want %q and not %q", c.file, c.has, c.lacks)
		}
	}
}
