package table

import (
	"archive/zip"
	"bytes"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"
)

// The workbook is our own code, because a site can have 12,000 small tables
// and each is a workbook: the library that others use (excelize) takes 1.6 ms
// and 630 kB of memory for one, and 1.7 ms of every start of the program. Seven
// files of plain XML in a zip take 0.07 ms of a processor and 12 kB. What must
// stay true: every cell is typed text or a number and never a formula; numbers
// are decimal texts made from whole ones; that library, in the tests, reads
// back what was written.
//
// The format is Office Open XML, ECMA-376 part 1 (SpreadsheetML, section 18)
// and part 2 (the package). XML in UTF-8 needs no declaration (XML 1.0, 2.8),
// and seven of them would be a tenth of a small workbook.

// Workbook writes the table as an Excel workbook: a sheet with the rows under a
// frozen head that filters, the total below them; and a sheet with the title,
// the notes, the page's address and what each column means. Excel itself reads
// no more than 1,048,576 rows.
func (t *Table) Workbook() []byte {
	names := sheetNames(t.Words.Sheet, t.Words.Explanation)
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	fixed := fixedParts()[0]
	if t.Bare {
		fixed = fixedParts()[1]
	}
	for _, p := range fixed {
		addPart(z, p.name, p.part)
	}
	p := parts.Get().(*part)
	defer func() {
		p.reset()
		parts.Put(p)
	}()
	p.workbook(names, t.filterRange(), t.Bare)
	addPart(z, "xl/workbook.xml", p)
	p.reset()
	p.rowsSheet(t)
	addPart(z, "xl/worksheets/sheet1.xml", p)
	if !t.Bare {
		p.reset()
		p.explanationSheet(t)
		addPart(z, "xl/worksheets/sheet2.xml", p)
	}
	if err := z.Close(); err != nil {
		panic("table: a zip in memory: " + err.Error())
	}
	return file.Bytes()
}

// addPart adds a file that is already packed. It has no time, so that the same
// table gives the same bytes.
func addPart(z *zip.Writer, name string, p *part) {
	p.finish()
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Deflate, CreatorVersion: 20, ReaderVersion: 20,
		CRC32: p.crc, CompressedSize64: uint64(p.packed.Len()), UncompressedSize64: p.size,
	})
	if err == nil {
		_, err = w.Write(p.packed.Bytes())
	}
	if err != nil {
		panic("table: a zip in memory: " + err.Error())
	}
}

const (
	mainSpace     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageSpace  = "http://schemas.openxmlformats.org/package/2006/"
	mediaType     = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

const contentTypes = `<Types xmlns="` + packageSpace + `content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/xl/workbook.xml" ContentType="` + mediaType + `sheet.main+xml"/>` +
	`<Override PartName="/xl/styles.xml" ContentType="` + mediaType + `styles+xml"/>` +
	`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + mediaType + `worksheet+xml"/>`

const secondType = `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="` + mediaType + `worksheet+xml"/>`

const packageRelations = `<Relationships xmlns="` + packageSpace + `relationships">` +
	`<Relationship Id="rId1" Type="` + relationSpace + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const workbookRelations = `<Relationships xmlns="` + packageSpace + `relationships">` +
	`<Relationship Id="rId1" Type="` + relationSpace + `/worksheet" Target="worksheets/sheet1.xml"/>` +
	`<Relationship Id="rId3" Type="` + relationSpace + `/styles" Target="styles.xml"/>`

const secondRelation = `<Relationship Id="rId2" Type="` + relationSpace + `/worksheet" Target="worksheets/sheet2.xml"/>`

// The styles of cells, as numbers in stylesXML. A style plus bold is the same
// in bold.
const (
	styleText = iota
	styleCount
	styleMoney
	styleShare
	styleDate
	styleSign // text that begins like a formula, and stays text when it is edited
	bold
	styleWrap = 2 * bold
)

// stylesXML has the number formats that Excel has itself (ECMA-376 part 1,
// 18.8.30): 1 is 0, 4 is #,##0.00, 10 is 0.00%, and 14 a day as the reader's
// region writes it.
var stylesXML = `<styleSheet xmlns="` + mainSpace + `">` +
	`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
	`<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
	`<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="13">` + cellFormats("0") + cellFormats("1") +
	`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
	`</cellXfs></styleSheet>`

// cellFormats are the formats of one font, in the order of the styles.
func cellFormats(font string) string {
	var b strings.Builder
	for _, format := range []string{"0", "1", "4", "10", "14", "0"} {
		b.WriteString(`<xf numFmtId="` + format + `" fontId="` + font + `" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
	}
	s := b.String()
	return strings.TrimSuffix(s, "/>") + ` quotePrefix="1"/>`
}

type namedPart struct {
	name string
	part *part
}

// fixedParts are the files that are the same in every workbook, packed once:
// first those of one with two sheets, then those of one with the rows alone.
var fixedParts = sync.OnceValue(func() [2][]namedPart {
	of := func(secondType, secondRelation string) []namedPart {
		return []namedPart{
			{"[Content_Types].xml", fixedPart(contentTypes + secondType + `</Types>`)},
			{"_rels/.rels", fixedPart(packageRelations)},
			{"xl/_rels/workbook.xml.rels", fixedPart(workbookRelations + secondRelation + `</Relationships>`)},
			{"xl/styles.xml", fixedPart(stylesXML)},
		}
	}
	return [2][]namedPart{of(secondType, secondRelation), of("", "")}
})

// workbook writes the list of sheets. LibreOffice finds a filter by its hidden
// name alone.
func (p *part) workbook(names [2]string, filter string, bare bool) {
	p.add(`<workbook xmlns="` + mainSpace + `" xmlns:r="` + relationSpace + `"><bookViews><workbookView/></bookViews><sheets><sheet name="`)
	p.escaped(names[0])
	p.add(`" sheetId="1" r:id="rId1"/>`)
	if !bare {
		p.add(`<sheet name="`)
		p.escaped(names[1])
		p.add(`" sheetId="2" r:id="rId2"/>`)
	}
	p.add(`</sheets>`)
	if filter != "" {
		p.add(`<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'`)
		p.escaped(strings.ReplaceAll(names[0], "'", "''"))
		p.add("'!" + filter + `</definedName></definedNames>`)
	}
	p.add(`</workbook>`)
}

// sheetNames makes names that Excel takes: 1 to 31 characters, without
// []:*?/\ and not in apostrophes; "History" is Excel's own; no two are the same.
// An underscore could begin the name of a character, which not all programs read.
func sheetNames(rows, explanation string) [2]string {
	names := [2]string{sheetName(rows, "1"), sheetName(explanation, "2")}
	if strings.EqualFold(names[0], names[1]) {
		names[1] = "2"
		if names[0] == "2" {
			names[1] = "1"
		}
	}
	return names
}

func sheetName(wish, otherwise string) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || r == utf8.RuneError || !holdable(r, utf8.RuneLen(r)) || strings.ContainsRune(`[]:*?/\_`, r) {
			return ' '
		}
		return r
	}, wish)
	name = strings.Trim(cut(strings.Trim(name, " '"), 31), " '")
	if name == "" || strings.EqualFold(name, "history") {
		return otherwise
	}
	return name
}

// cut shortens text to at most limit characters as Excel counts them: UTF-16
// units, of which it never leaves half a character.
func cut(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	for i, r := range text {
		if limit -= utf16.RuneLen(r); limit < 0 {
			return text[:i]
		}
	}
	return text
}
