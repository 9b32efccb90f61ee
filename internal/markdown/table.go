package markdown

// Tables as in GitHub Flavored Markdown (section 4.10). Alignment is a class,
// as the site's security policy allows no inline style; a table wider than the
// screen scrolls inside a region that has a name and that the keyboard reaches.

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"glashelder/internal/diag"
)

// nameRunes bounds the name that a table gets from its headers.
const nameRunes = 80

func (w *writer) table(n *east.Table) {
	w.tables++
	headers := w.headers(n)
	w.out.add(`<div class="tabel" role="group" tabindex="0"`)
	w.out.attribute("aria-label", w.tableName(headers))
	w.out.add("><table>\n")
	if len(headers) == 0 {
		w.report(codeTableHeader, n.Pos())
	}
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		switch {
		case row.Kind() != east.KindTableHeader:
			if !body {
				w.out.add("<tbody>\n")
				body = true
			}
			w.row(row, false)
		case len(headers) > 0:
			w.out.add("<thead>\n")
			w.row(row, true)
			w.out.add("</thead>\n")
		}
	}
	if body {
		w.out.add("</tbody>\n")
	}
	w.out.add("</table></div>\n")
}

// headers returns the texts of the header cells that have one.
func (w *writer) headers(n *east.Table) []string {
	var texts []string
	for cell := n.FirstChild().FirstChild(); cell != nil; cell = cell.NextSibling() {
		if text := w.line(cell); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// tableName is "Tabel 2: organisatie, bedrag": two tables never share a name.
func (w *writer) tableName(headers []string) string {
	name := w.words.table + " " + strconv.Itoa(w.tables)
	if len(headers) == 0 {
		return name
	}
	return shorten(name+": "+strings.Join(headers, ", "), nameRunes)
}

// row writes one row. A header cell without text is an ordinary cell: an empty
// header says nothing to those who hear the table.
func (w *writer) row(row ast.Node, header bool) {
	w.out.add("<tr>")
	for n := row.FirstChild(); n != nil; n = n.NextSibling() {
		cell := n.(*east.TableCell)
		tag, start := "td", "<td"
		if header && cell.HasChildren() {
			tag, start = "th", `<th scope="col"`
		}
		w.out.add(start)
		switch cell.Alignment {
		case east.AlignRight:
			w.out.add(` class="r"`)
		case east.AlignCenter:
			w.out.add(` class="c"`)
		}
		w.out.add(">")
		w.inlines(cell)
		w.out.add("</", tag, ">")
	}
	w.out.add("</tr>\n")
}

var codeTableHeader = &diag.Code{
	ID: "tabel-zonder-kop", Severity: diag.Warning,
	NL: diag.Text{
		Message: "deze tabel heeft geen kolomkoppen",
		Hint:    "schrijf in de eerste rij wat er in elke kolom staat",
		Explain: "Wie een schermlezer gebruikt, hoort bij elke cel de kop van haar kolom. Zonder koppen is een tabel niet te volgen. Voorbeeld van een eerste rij: `| Organisatie | Bedrag |`",
	},
	EN: diag.Text{
		Message: "this table has no column headers",
		Hint:    "write in the first row what each column holds",
		Explain: "People who use a screen reader hear with each cell the header of its column. Without headers a table cannot be followed. Example of a first row: `| Organisation | Amount |`",
	},
}
