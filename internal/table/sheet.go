package table

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// The sheets of a workbook, cell by cell (ECMA-376 part 1, 18.3.1).

const sheetHead = `<worksheet xmlns="` + mainSpace + `"><sheetViews><sheetView workbookViewId="0"`

// rowsSheet writes the sheet with the rows.
func (p *part) rowsSheet(t *Table) {
	p.add(sheetHead + `><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`)
	p.widths(t.widths())
	p.add(`<sheetData>`)
	letters := columnLetters(len(t.Columns))
	p.openRow(1)
	for i, c := range t.Columns {
		p.textCell(place{letters[i], 1}, bold, c.Title)
	}
	p.closeRow()
	for i, row := range t.Rows {
		p.row(t, letters, i+2, styleText, row)
	}
	if t.Total != nil {
		p.row(t, letters, len(t.Rows)+2, bold, t.Total)
	}
	p.add(`</sheetData>`)
	if filter := t.filterRange(); filter != "" {
		p.add(`<autoFilter ref="` + strings.ReplaceAll(filter, "$", "") + `"/>`)
	}
	p.add(`</worksheet>`)
}

// filterRange is where the filter stands: the head and the rows, not the
// total: $A$1:$C$4. It is empty for a table without columns.
func (t *Table) filterRange() string {
	n := len(t.Columns)
	if n == 0 {
		return ""
	}
	return "$A$1:$" + columnLetters(n)[n-1] + "$" + strconv.Itoa(len(t.Rows)+1)
}

// explanationSheet writes the sheet that says what the rows are.
func (p *part) explanationSheet(t *Table) {
	p.add(sheetHead + `/></sheetViews>`)
	p.widths([]int{30, 90})
	p.add(`<sheetData>`)
	row := 1
	line := func(style int, first string, secondStyle int, second string) {
		p.openRow(row)
		p.textCell(place{"A", row}, style, first)
		p.textCell(place{"B", row}, secondStyle, second)
		p.closeRow()
		row++
	}
	line(bold, t.Title, styleText, "")
	for _, note := range t.Notes {
		line(styleText, note, styleText, "")
	}
	line(styleText, t.Words.Source, styleText, t.Page)
	row++
	line(bold, t.Words.Column, bold, t.Words.Meaning)
	for _, c := range t.Columns {
		line(styleText, c.Title, styleWrap, c.Meaning)
	}
	p.add(`</sheetData></worksheet>`)
}

// row writes a row, counted from 1; weight is bold or nothing.
func (p *part) row(t *Table, letters []string, number, weight int, row []Cell) {
	p.openRow(number)
	for i, column := range t.Columns {
		cell, to := at(row, i), place{letters[i], number}
		switch {
		case column.Kind == Flag && cell.Known:
			p.textCell(to, weight, t.Words.flag(cell))
		case cell.isValue(column.Kind):
			p.numberCell(to, weight, column.Kind, cell.Number)
		case column.Kind == Date:
			p.dateCell(to, weight, cell.Text)
		default:
			p.textCell(to, weight, cell.Text)
		}
	}
	p.closeRow()
	p.endChunk()
}

func (p *part) openRow(number int) {
	p.add(`<row r="`)
	p.int(number)
	p.add(`">`)
}

func (p *part) closeRow() { p.add(`</row>`) }

// place is where a cell stands: the letters of its column, and its row.
type place struct {
	column string
	row    int
}

func (p *part) openCell(to place, style int) {
	p.add(`<c r="`)
	p.add(to.column)
	p.int(to.row)
	if style != styleText {
		p.add(`" s="`)
		p.int(style)
	}
}

// cellLimit is how many characters a cell of Excel holds.
const cellLimit = 32767

// textCell writes a cell of text in one of the styles for text; an empty one
// is left out.
func (p *part) textCell(to place, style int, text string) {
	if text == "" {
		return
	}
	if startsFormula(text) && style != styleWrap {
		style += styleSign
	}
	p.openCell(to, style)
	text = cut(text, cellLimit)
	if strings.TrimSpace(text) == text {
		p.add(`" t="inlineStr"><is><t>`)
	} else {
		p.add(`" t="inlineStr"><is><t xml:space="preserve">`)
	}
	p.escaped(text)
	p.add(`</t></is></c>`)
}

// exact is the largest number that Excel holds to its last figure: it keeps 15.
const exact = 999_999_999_999_999

// numberCell writes a number; one that Excel would round is written as text.
func (p *part) numberCell(to place, weight int, k Kind, n int64) {
	if n > exact || n < -exact {
		p.textCell(to, weight, string(appendNumber(nil, n, k, '.')))
		return
	}
	style, places := styleCount, 0
	switch k {
	case Money:
		style, places = styleMoney, 2
	case Share:
		style, places = styleShare, 4 // of a fraction: Excel multiplies by 100
	}
	p.openCell(to, weight+style)
	p.add(`"><v>`)
	p.xml = appendDecimal(p.xml, n, places, '.')
	p.add(`</v></c>`)
}

// dateCell writes a whole day as the number that Excel has for it; other dates
// are text.
func (p *part) dateCell(to place, weight int, date string) {
	day, ok := dayNumber(date)
	if !ok {
		p.textCell(to, weight, date)
		return
	}
	p.openCell(to, weight+styleDate)
	p.add(`"><v>`)
	p.int(day)
	p.add(`</v></c>`)
}

// dayNumber counts days in the 1900 system of Excel, in which 1900-03-01 is day
// 61. Earlier days have no honest number: it believes in 29 February 1900.
func dayNumber(date string) (day int, ok bool) {
	if len(date) != len(time.DateOnly) {
		return 0, false
	}
	d, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0, false
	}
	const secondsADay, dayOf1970 = 24 * 60 * 60, 25569
	day = int(d.Unix()/secondsADay) + dayOf1970
	return day, day >= 61
}

// widths are how wide the columns are, in figures: as wide as the head with its
// button, and as the first thousand rows, within reason.
func (t *Table) widths() []int {
	widths := make([]int, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = utf8.RuneCountInString(c.Title) + 4
		for _, row := range t.Rows[:min(len(t.Rows), 1000)] {
			widths[i] = max(widths[i], at(row, i).width()+2)
		}
		if t.Total != nil {
			widths[i] = max(widths[i], at(t.Total, i).width()+2)
		}
		widths[i] = min((widths[i]+3)/4*4, 60) // few widths, so that neighbours share one
	}
	return widths
}

// width is about how many figures wide a cell is; 1,234.56 has a sign for every
// three figures.
func (c Cell) width() int {
	if !c.Known {
		return utf8.RuneCountInString(c.Text)
	}
	wide := 5
	for n := c.Number; n > 999 || n < -999; n /= 1000 {
		wide += 4
	}
	return wide
}

func (p *part) widths(widths []int) {
	if len(widths) == 0 {
		return
	}
	p.add(`<cols>`)
	for first := 0; first < len(widths); {
		after := first + 1
		for after < len(widths) && widths[after] == widths[first] {
			after++
		}
		p.add(`<col min="`)
		p.int(first + 1)
		p.add(`" max="`)
		p.int(after)
		p.add(`" width="`)
		p.int(widths[first])
		p.add(`" customWidth="1"/>`)
		first = after
	}
	p.add(`</cols>`)
}

// columnLetters are the names of the first n columns: A, B … Z, AA …
func columnLetters(n int) []string {
	letters := make([]string, n)
	for i := range letters {
		name := string(rune('A' + i%26))
		for rest := i / 26; rest > 0; rest = (rest - 1) / 26 {
			name = string(rune('A'+(rest-1)%26)) + name
		}
		letters[i] = name
	}
	return letters
}
