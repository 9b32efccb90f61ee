package table

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// open reads a workbook as excelize does, which others wrote.
func open(t *testing.T, table *Table) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(table.Workbook()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// raw is what a cell holds, before its number format.
func raw(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	value, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func TestWorkbookCells(t *testing.T) {
	f := open(t, one(whole...))
	cases := []struct {
		cell, value, shown string
		format             int
		bold               bool
		kind               excelize.CellType
	}{
		{"A1", "Naam", "Naam", 0, true, excelize.CellTypeInlineString},
		{"A2", `zegt "ja"; of nee`, `zegt "ja"; of nee`, 0, false, excelize.CellTypeInlineString},
		{"B2", "2022", "2022", 1, false, excelize.CellTypeUnset},
		{"C2", "1234.56", "1,234.56", 4, false, excelize.CellTypeUnset},
		{"D2", "-0.0005", "-0.05%", 10, false, excelize.CellTypeUnset},
		{"E2", "44635", "03-15-22", 14, false, excelize.CellTypeUnset},
		{"F2", "Ja", "Ja", 0, false, excelize.CellTypeInlineString},
		{"G2", "https://gent.be/?a=1&b=2", "https://gent.be/?a=1&b=2", 0, false, excelize.CellTypeInlineString},
		{"A3", "Totaal", "Totaal", 0, true, excelize.CellTypeInlineString},
		{"B3", "", "", 0, false, excelize.CellTypeUnset},
		{"C3", "-12.50", "-12.50", 4, true, excelize.CellTypeUnset},
	}
	for _, c := range cases {
		value := raw(t, f, "Gegevens", c.cell) // first: reading it as shown rounds what excelize holds
		shown, _ := f.GetCellValue("Gegevens", c.cell)
		kind, _ := f.GetCellType("Gegevens", c.cell)
		id, _ := f.GetCellStyle("Gegevens", c.cell)
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if value != c.value || shown != c.shown || kind != c.kind {
			t.Errorf("%s holds %q, shows %q, is of type %d", c.cell, value, shown, kind)
		}
		if style.NumFmt != c.format || style.Font.Bold != c.bold {
			t.Errorf("%s: format %d, bold %t", c.cell, style.NumFmt, style.Font.Bold)
		}
	}
}

func TestWorkbookHeadIsFrozenAndFilters(t *testing.T) {
	table := one(whole...)
	f := open(t, table)
	panes, err := f.GetPanes("Gegevens")
	if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.XSplit != 0 || panes.TopLeftCell != "A2" {
		t.Errorf("panes %+v, %v", panes, err)
	}
	if sheet := files(t, table)["xl/worksheets/sheet1.xml"]; !strings.Contains(sheet, `</sheetData><autoFilter ref="A1:G2"/>`) {
		t.Errorf("no filter over head and rows in %s", sheet)
	}
	if names := f.GetDefinedName(); len(names) != 1 || names[0].RefersTo != "'Gegevens'!$A$1:$G$2" {
		t.Errorf("names %+v", names)
	}
	if width, _ := f.GetColWidth("Gegevens", "G"); width < 24 || width > 60 {
		t.Errorf("the column of addresses is %v wide", width)
	}
}

func TestWorkbookExplanation(t *testing.T) {
	table := one(whole...)
	table.Title, table.Page, table.Notes = "Toelagen", "https://gent.be/x/", []string{"Eerst.", "=Dan."}
	table.Columns[0].Meaning = "Wie het is."
	rows, err := open(t, table).GetRows("Uitleg")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"Toelagen"}, {"Eerst."}, {"=Dan."}, {"Bron", "https://gent.be/x/"}, nil, {"Kolom", "Betekenis"}, {"Naam", "Wie het is."}, {"Jaar"}}
	if !slices.EqualFunc(rows[:len(want)], want, slices.Equal) {
		t.Errorf("got %q", rows)
	}
}

func TestDates(t *testing.T) {
	cases := map[string]int{
		"2022-03-15": 44635, "1900-03-01": 61, "1970-01-01": 25569, "9999-12-31": 2958465, "2024-02-29": 45351,
		"1900-02-28": 0, "1899-12-31": 0, "2023-02-29": 0, "2022": 0, "2022-03": 0, "2022-03-15~": 0, "2022-13-01": 0, "": 0, "2022-03-1X": 0,
	}
	for date, want := range cases {
		if day, ok := dayNumber(date); ok != (want != 0) || ok && day != want {
			t.Errorf("%s: %d, %t", date, day, ok)
		}
	}
}

func TestSheetNames(t *testing.T) {
	cases := [][4]string{
		{"Gegevens", "Uitleg", "Gegevens", "Uitleg"},
		{"a[b]c:d*e?f/g\\h", "x", "a b c d e f g h", "x"},
		{"_x000D_", "x_y", "x000D", "x y"},
		{"'quoted'", "it's", "quoted", "it's"},
		{"", "", "1", "2"}, {"HISTORY", "[]", "1", "2"},
		{"\xff", "a\x7fb\ufffe", "1", "a b"}, {"Same", "same", "Same", "2"}, {"2", "", "2", "1"},
		{strings.Repeat("é", 40), "b", strings.Repeat("é", 31), "b"},
		{strings.Repeat("😀", 16), "b", strings.Repeat("😀", 15), "b"},
	}
	for _, c := range cases {
		if got := sheetNames(c[0], c[1]); got != [2]string{c[2], c[3]} {
			t.Errorf("%q, %q: %q", c[0], c[1], got)
		}
		table := one(whole...)
		table.Words.Sheet, table.Words.Explanation = c[0], c[1]
		if got := open(t, table).GetSheetList(); !slices.Equal(got, c[2:]) {
			t.Errorf("read back as %q", got)
		}
	}
}

func TestColumnLetters(t *testing.T) {
	letters := columnLetters(16384)
	for i, name := range letters {
		if want, _ := excelize.ColumnNumberToName(i + 1); name != want {
			t.Fatalf("column %d is %s, not %s", i+1, name, want)
		}
	}
}

func TestLongTextIsCut(t *testing.T) {
	for _, text := range []string{strings.Repeat("a", 40000), strings.Repeat("é", 32768), "a" + strings.Repeat("😀", 20000)} {
		got := raw(t, open(t, one(Of(text))), "Gegevens", "A2")
		if n := len(utf16.Encode([]rune(got))); n > cellLimit || n < cellLimit-1 || !strings.HasPrefix(text, got) {
			t.Errorf("%d characters of %.5s", n, text)
		}
	}
}

// TestNumbersBeyondExcelAreText: Excel keeps 15 figures.
func TestNumbersBeyondExcelAreText(t *testing.T) {
	for _, n := range []int64{exact, -exact, exact + 1, -exact - 1, 1<<63 - 1, -1 << 63} {
		f := open(t, one(Cell{}, Cell{Number: n, Known: true}, Cell{Number: n, Known: true}))
		if got := raw(t, f, "Gegevens", "C2"); got != string(appendDecimal(nil, n, 2, '.')) {
			t.Errorf("%d became %s", n, got)
		}
		kind, _ := f.GetCellType("Gegevens", "C2")
		if text := kind == excelize.CellTypeInlineString; text != (n > exact || n < -exact) {
			t.Errorf("%d is text: %t", n, text)
		}
	}
}

func TestFormulaStaysText(t *testing.T) {
	f := open(t, one(Of(`=HYPERLINK("http://x","y")`)))
	formula, _ := f.GetCellFormula("Gegevens", "A2")
	if got := raw(t, f, "Gegevens", "A2"); got != `=HYPERLINK("http://x","y")` || formula != "" {
		t.Errorf("%q, formula %q", got, formula)
	}
	if sheet := files(t, one(Of("=1")))["xl/worksheets/sheet1.xml"]; !strings.Contains(sheet, `<c r="A2" s="`+strconv.Itoa(styleSign)+`" t="inlineStr">`) {
		t.Errorf("no apostrophe style in %s", sheet)
	}
}

// TestWorkbookIsXMLAndSmall reads every file with encoding/xml and holds the
// size of a small workbook.
func TestWorkbookIsXMLAndSmall(t *testing.T) {
	file := sample(3).Workbook()
	if len(file) > 3500 {
		t.Errorf("%d bytes", len(file))
	}
	if !bytes.Equal(file, sample(3).Workbook()) {
		t.Error("the same table gives other bytes")
	}
	if n := len(files(t, sample(3))); n != 7 {
		t.Errorf("%d files", n)
	}
}

// TestWorkbooksAtOnce writes short and long ones side by side.
func TestWorkbooksAtOnce(t *testing.T) {
	tables := []*Table{sample(3), sample(300), one(whole...)}
	var all sync.WaitGroup
	for _, table := range tables {
		want := table.Workbook()
		for range 4 {
			all.Go(func() {
				if !bytes.Equal(table.Workbook(), want) {
					t.Error("another workbook got in between")
				}
			})
		}
	}
	all.Wait()
}

func TestEmptyWorkbook(t *testing.T) {
	for _, table := range []*Table{{}, {Columns: sample(0).Columns}} {
		if got := open(t, table).GetSheetList(); !slices.Equal(got, []string{"1", "2"}) {
			t.Errorf("sheets %q", got)
		}
	}
}

// files is every file of a workbook, after encoding/xml has read it.
func files(t *testing.T, table *Table) map[string]string {
	t.Helper()
	file := table.Workbook()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(f.Name, err)
		}
		if err := xml.Unmarshal(text, new(struct{})); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		read[f.Name] = string(text)
	}
	return read
}

// A bare table has its rows and nothing about them.
func TestBareTable(t *testing.T) {
	table := sample(3)
	whole, wholeJSON := table.Workbook(), table.JSON()
	table.Bare = true
	bare := table.Workbook()
	f, err := excelize.OpenReader(bytes.NewReader(bare))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if sheets := f.GetSheetList(); len(sheets) != 1 {
		t.Errorf("sheets: %q", sheets)
	}
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil || len(rows) != 3+2 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	if len(bare) > 2600 || len(bare) >= len(whole) {
		t.Errorf("a bare workbook has %d bytes, a whole one %d", len(bare), len(whole))
	}
	if text := string(table.JSON()); !json.Valid([]byte(text)) || strings.Contains(text, "meaning") || len(text) >= len(wholeJSON) {
		t.Errorf("bare JSON: %s", text)
	}
}
