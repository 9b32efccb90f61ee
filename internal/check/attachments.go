package check

// Attachments that a browser would run. A page of a stranger's or a script,
// opened from the site's own address, could act as the site itself.

import (
	"path"
	"strings"

	"glashelder/internal/diag"
	"glashelder/internal/model"
)

var codeRuns = mistake("bijlage-uitvoerbaar",
	diag.Text{Message: "een bijlage van de soort {1} wordt niet gepubliceerd, want een browser voert ze uit", Hint: "maak er een PDF of een Markdown-tekst van",
		Explain: "Een webpagina of script als bijlage zou in de browser van lezers draaien alsof het van de site zelf komt. Daarom komen bestanden zoals .html en .js niet op de site. Zet de inhoud om naar PDF, of schrijf ze als Markdown."},
	diag.Text{Message: "an attachment of the type {1} is not published, because browsers run it", Hint: "make it a PDF or a Markdown text",
		Explain: "A web page or script as an attachment would run in readers' browsers as if it came from the site itself. So files such as .html and .js do not reach the site. Turn the content into a PDF, or write it as Markdown."})

var running = Rule{Codes: []*diag.Code{codeRuns}, Check: func(s *model.Site, diags *diag.List) {
	for _, a := range s.Attachments {
		switch ext := strings.ToLower(path.Ext(a.Path)); ext {
		case ".html", ".htm", ".xhtml", ".xht", ".shtml", ".js", ".mjs", ".wasm", ".swf":
			diags.Add(codeRuns, diag.Pos{File: a.Path}, ext)
		}
	}
}}
