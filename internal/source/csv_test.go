package source

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// showCSV writes a table with the places of its cells.
func showCSV(c *CSV) string {
	var b strings.Builder
	for _, f := range c.Columns {
		fmt.Fprintf(&b, "%s@%d:%d ", f.Name, f.Pos.Line, f.Pos.Col)
	}
	for _, row := range c.Rows {
		fmt.Fprintf(&b, "/ @%d:%d ", row.Pos.Line, row.Pos.Col)
		for _, cell := range row.Cells {
			f := c.Field(cell)
			fmt.Fprintf(&b, "%s=%s@%d:%d ", f.Name, f.Value.Text, f.Value.Pos.Line, f.Value.Pos.Col)
		}
	}
	return strings.TrimSpace(b.String())
}

func TestCSV(t *testing.T) {
	for _, c := range []struct{ name, text, want, mistakes string }{
		{"comma", "id,naam\n1,een\n", "id@1:1 naam@1:4 / @2:1 id=1@2:1 naam=een@2:3", ""},
		{"semicolon, mark, CRLF", byteOrderMark + "id;naam\r\n1;\"a,b\"\r\n", "id@1:1 naam@1:4 / @2:1 id=1@2:1 naam=a,b@2:3", ""},
		{"old Mac", "id,b\r1,2\r", "id@1:1 b@1:4 / @2:1 id=1@2:1 b=2@2:3", ""},
		{"sep line", "sep=;\nid;naam, kort\n1;x", "id@2:1 naam, kort@2:4 / @3:1 id=1@3:1 naam, kort=x@3:3", ""},
		{"sep line, quoted, for a tab", "\"sep=\t\"\nid\tb;c,d,e\n1\tx", "id@2:1 b;c,d,e@2:4 / @3:1 id=1@3:1 b;c,d,e=x@3:3", ""},
		{"tabs", "id\tnaam\n1\ta;b,c", "id@1:1 naam@1:4 / @2:1 id=1@2:1 naam=a;b,c@2:3", ""},
		{"empty columns and rows at the end", "a;b;;\n1;2;;\n3;4\n5;6;;;;;\n;;;\n", "a@1:1 b@1:3 @1:5 @1:6 / @2:1 a=1@2:1 b=2@2:3 / @3:1 a=3@3:1 b=4@3:3 / @4:1 a=5@4:1 b=6@4:3", ""},
		{"an empty column in between", "a;;b\n1;;2\n3;x;4\n5;y;6", "a@1:1 @1:3 b@1:4 / @2:1 a=1@2:1 b=2@2:4 / @3:1 a=3@3:1 b=4@3:5 / @4:1 a=5@4:1 b=6@4:5", "1:3 csv-kolom-zonder-naam"},
		{"names are trimmed, cells are not", " id , b \n 1 ,2", "id@1:1 b@1:6 / @2:1 id= 1 @2:1 b=2@2:5", ""},
		{"quoted lines", "id,b,c\n1,\"é\nx\",ë\n\n2,y,é", "id@1:1 b@1:4 c@1:6 / @2:1 id=1@2:1 b=é\nx@2:3 c=ë@3:4 / @5:1 id=2@5:1 b=y@5:3 c=é@5:5", ""},
		{"columns count characters", "a,b\néé,\"ëë\"\n", "a@1:1 b@1:3 / @2:1 a=éé@2:1 b=ëë@2:4", ""},
		{"empty cells and rows", "a,b\n,1\n,\n \n2,\n", "a@1:1 b@1:3 / @2:1 b=1@2:2 / @5:1 a=2@5:1", ""},
		{"doubled quotes", "a\n\"x \"\"y\"\"\"\n", "a@1:1 / @2:1 a=x \"y\"@2:1", ""},
		{"quoted header decides", "\"a;b;c\",d\n1,2", "a;b;c@1:1 d@1:9 / @2:1 a;b;c=1@2:1 d=2@2:3", ""},
		{"ragged", "a,b\n1\n2,3,4\n5,6", "a@1:1 b@1:3 / @2:1 a=1@2:1 / @3:1 a=2@3:1 b=3@3:3 / @4:1 a=5@4:1 b=6@4:3", "2:1 csv-aantal-cellen, 3:1 csv-aantal-cellen"},
		{"columns twice", "a,a,\n1,2,3", "a@1:1 @1:3 @1:5 / @2:1 a=1@2:1", "1:3 csv-kolom-dubbel, 1:5 csv-kolom-zonder-naam"},
		{"stray quote", "a,b\né\"x,1\n2,3", "a@1:1 b@1:3 / @3:1 a=2@3:1 b=3@3:3", "2:2 csv-aanhalingsteken-los"},
		{"text after a quote", "a,b\n\"x\"y,1\n2,3", "a@1:1 b@1:3 / @3:1 a=2@3:1 b=3@3:3", "2:3 csv-aanhalingsteken-los"},
		{"open quote", "a,b\n1,\"x\n2,3\n4,5", "a@1:1 b@1:3 / @3:1 a=2@3:1 b=3@3:3 / @4:1 a=4@4:1 b=5@4:3", "2:3 csv-aanhalingsteken-open"},
		{"open quotes", "a,b\n1,\"x\n2,3\n4,\"y\n6,7", "a@1:1 b@1:3 / @3:1 a=2@3:1 b=3@3:3 / @5:1 a=6@5:1 b=7@5:3", "2:3 csv-aanhalingsteken-open, 4:3 csv-aanhalingsteken-open"},
		{"open quote at the end", "a\n\"x", "a@1:1", "2:1 csv-aanhalingsteken-open"},
		{"Windows-1252", "a\nb\n\xe9\xe9n\n", "a@1:1 / @2:1 a=b@2:1 / @3:1 a=��n@3:1", "3:1 bestand-geen-utf8"},
		{"UTF-16", "\xff\xfea\x00", "", "1:1 tekst-utf16"},
		{"nul", "a,b\n1,\x002\n", "", "2:3 tekst-nul"},
		{"empty, of which package model speaks", " \n", "", ""},
		{"long cell", "a,b\n1," + strings.Repeat("x", maxCell+1) + "\n2,3", "a@1:1 b@1:3 / @2:1 a=1@2:1 / @3:1 a=2@3:1 b=3@3:3", "2:3 csv-cel-te-lang"},
		{"long line", "a\n1\n" + strings.Repeat("x", 2*maxRow), "a@1:1 / @2:1 a=1@2:1", "3:1 csv-cel-te-lang"},
		{"long header", strings.Repeat("x", maxCell+1) + ",b\n1,2", "@1:1 b@1:65539 / @2:1 b=2@2:3", "1:1 csv-cel-te-lang"},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, list, err := parseCSV("f", strings.NewReader(c.text))
			if err != nil {
				t.Fatal(err)
			}
			if got := spots(list); got != c.mistakes {
				t.Errorf("mistakes %q, want %q", got, c.mistakes)
			}
			if got := showCSV(table); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// A quote that is open for longer than a row may be does not swallow the table.
func TestCSVQuoteOpenForLong(t *testing.T) {
	rows := maxRow / 2
	table, list, err := parseCSV("f", strings.NewReader("a\n\"x\n"+strings.Repeat("yy\n", rows)))
	if err != nil || spots(list) != "2:1 csv-aanhalingsteken-open" || len(table.Rows) != rows {
		t.Errorf("%d rows, %s, %v", len(table.Rows), spots(list), err)
	}
}

// A table comes out the same however its bytes arrive.
func TestCSVPieces(t *testing.T) {
	text := byteOrderMark + "a;é\r\n1;\"x\r\ny\"\r\n\r\n2;\"open\r\n3;ëë\r\n"
	want, mistakes, _ := parseCSV("f", strings.NewReader(text))
	got, same, err := parseCSV("f", iotest.OneByteReader(strings.NewReader(text)))
	if err != nil || showCSV(got) != showCSV(want) || spots(same) != spots(mistakes) {
		t.Errorf("got  %s %s\nwant %s %s", showCSV(got), spots(same), showCSV(want), spots(mistakes))
	}
}

func TestCSVReadError(t *testing.T) {
	src := io.MultiReader(strings.NewReader("a,b\n1,2\n"), iotest.ErrReader(io.ErrUnexpectedEOF))
	if _, _, err := parseCSV("f", src); err != io.ErrUnexpectedEOF {
		t.Errorf("got %v", err)
	}
}

func TestCSVManyMistakes(t *testing.T) {
	_, list, err := parseCSV("f", strings.NewReader("a,b\n"+strings.Repeat("1\n", 5000)))
	if err != nil || len(list) != maxMistakes+1 || list[maxMistakes].Code != tooManyMistakes {
		t.Errorf("%d mistakes, %v", len(list), err)
	}
}

// What encoding/csv accepts as a whole we read alike, and every cell begins at
// its place.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{
		"a,b\n1,2\n", "a\tb\t\n1\t2", "a;b\n\"x;\"\"y\";\n", "sep=;\na;b\n1;2", byteOrderMark + "é,ë\r\n\"x\r\ny\",z\r", "a\n\"x\nb\nc\"d\n", "a,b\n\n,,\n1", "\"a\"\"b\"\n\xe9", "a\rb\r",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		table, list, err := parseCSV("f", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		raw, _, ok := cleanText("f", []byte(text))
		if !ok {
			return
		}
		text = string(raw)
		inText(t, text, list)
		lines := strings.Split(text, "\n")
		for _, row := range table.Rows {
			for _, cell := range row.Cells {
				rest := string([]rune(lines[cell.Line-1])[cell.Col-1:])
				if first := string([]rune(cell.Text)[:1]); first != "\n" && !strings.HasPrefix(rest, first) && !strings.HasPrefix(rest, `"`) {
					t.Fatalf("cell %q at %d:%d of %q", cell.Text, cell.Line, cell.Col, text)
				}
			}
		}
		sameAsStandard(t, text, table)
	})
}

func sameAsStandard(t *testing.T, text string, table *CSV) {
	if strings.HasPrefix(strings.Trim(text, "\" \n\r"), "sep=") || len(table.Columns) == maxColumns {
		return
	}
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	r.Comma = rune(table.Separator)
	rows, err := r.ReadAll()
	if err != nil {
		return
	}
	at := -1 // the header
	for i, row := range rows {
		if strings.TrimSpace(strings.Join(row, "")) == "" {
			continue
		}
		if at++; at == 0 {
			continue
		}
		for c, column := range table.Columns {
			want := ""
			if c < len(row) && column.Name != "" {
				want = row[c]
			}
			got := ""
			for _, cell := range table.Rows[at-1].Cells {
				if int(cell.Column) == c {
					got = cell.Text
				}
			}
			if strings.TrimSpace(want) != "" && got != want {
				t.Fatalf("row %d, column %q of %q: %q, want %q", i, column.Name, text, got, want)
			}
		}
	}
	if max(at, 0) != len(table.Rows) {
		t.Fatalf("%d rows of %q, want %d", len(table.Rows), text, at)
	}
}
