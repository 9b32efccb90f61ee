package check

// Addresses: one that was ever published still answers, with a page or with a
// redirect. What was published is what git knows: every Markdown file that ever
// stood in the content, but for drafts and empty files. Rows: see rows.go.

import (
	"bytes"
	"path"
	"strings"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

var codeAddressGone = mistake("adres-verdwenen",
	diag.Text{Message: "op {1} stond een pagina, en nu is er niets meer", Hint: "zet \"{1}\" in \"{2}\" van het document dat haar vervangt",
		Explain: "Adressen staan in brieven, verslagen en zoekmachines en moeten blijven werken. Hier is een document verwijderd, hernoemd of verplaatst, en het oude adres geeft niets meer. Zet het in `vroegere_adressen` van het document dat in de plaats komt, zoals `vroegere_adressen = [\"/verslagen/kick-off/\"]`: wie het oude adres volgt, komt dan daar uit. Komt er niets in de plaats, zet het dan bij de pagina die uitlegt waarom. Alleen wat als voorbeeld verzonnen was, mag zomaar weg."},
	diag.Text{Message: "there was a page at {1}, and now there is nothing", Hint: "put \"{1}\" in \"{2}\" of the document that replaces it",
		Explain: "Addresses stand in letters, minutes and search engines and must keep working. Here a document was removed, renamed or moved, and its old address gives nothing any more. Put it in `aliases` of the document that takes its place, such as `aliases = [\"/verslagen/kick-off/\"]`: whoever follows the old address gets there. If nothing takes its place, put it with the page that explains why. Only what was invented as an example may simply go."})

var codeAddressMoved = mistake("adres-verhuisd",
	diag.Text{Message: "deze pagina stond op {1}, en dat adres werkt niet meer", Hint: "zet het bovenaan dit document: {2} = [\"{1}\"]",
		Explain: "Het bestand is hernoemd of verplaatst, en daarmee kreeg de pagina een ander adres. Het oude staat misschien in brieven, verslagen en zoekmachines en moet blijven werken. Met `vroegere_adressen` komt wie het oude adres volgt vanzelf op het nieuwe uit."},
	diag.Text{Message: "this page was at {1}, and that address no longer works", Hint: "put it on top of this document: {2} = [\"{1}\"]",
		Explain: "The file was renamed or moved, and so the page got another address. The old one may stand in letters, minutes and search engines and must keep working. With `aliases`, whoever follows the old address gets to the new one by itself."})

var addressCodes = []*diag.Code{codeAddressGone, codeAddressMoved, codeRowGone}

// Gone lists the files that git knows and the site has no more, and whose
// address is not among a: those that Kept may report.
func (a Addresses) Gone(s *model.Site) []string {
	var out []string
	for _, past := range s.History.Paths() {
		if !s.Files[past.Path] && !ignoredPath(past.Path) && a.lacks(s.AddressOf(past.Path)) {
			out = append(out, past.Path)
		}
	}
	return out
}

// ignoredPath tells whether a part of a path is one that is never content.
func ignoredPath(file string) bool {
	for part := range strings.SplitSeq(file, "/") {
		if strings.HasPrefix(part, ".") || strings.HasSuffix(part, "~") || part == "node_modules" {
			return true
		}
	}
	return false
}

// lacks tells whether nothing stands at an address.
func (a Addresses) lacks(url string) bool {
	return url != "" && !a[strings.ToLower(path.Join(strings.TrimPrefix(url, "/"), "index.html"))]
}

// Kept reports every address that is gone. texts is what git last had of the
// files that Gone listed: drafts and empty files were never published, and what
// was invented as an example may go.
func (a Addresses) Kept(s *model.Site, texts map[string][]byte, diags *diag.List) {
	for _, past := range s.History.Paths() {
		text, gone := texts[past.Path]
		if !gone || isDraft(text, s.Lang) {
			continue
		}
		url := s.AddressOf(past.Path)
		if a.lacks(url) {
			moved := past.Now != past.Path && s.Files[past.Now]
			if moved {
				diags.Add(codeAddressMoved, diag.Pos{File: past.Now, Line: 1, Col: 1}, url, s.Lang.Key("aliases"))
			} else if !says(text, "example", s.Lang) {
				diags.Add(codeAddressGone, diag.Pos{File: past.Path}, url, s.Lang.Key("aliases"))
			}
		}
	}
}

// isDraft tells whether a Markdown file is empty or says on top that it is a
// draft.
func isDraft(text []byte, lang *locale.Language) bool {
	return len(trimmed(text)) == 0 || says(text, "draft", lang)
}

func trimmed(text []byte) []byte {
	return bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\ufeff")))
}

// says tells whether a Markdown file says yes to a key on top. It reads lines
// and no format, as the file may never have been valid.
func says(text []byte, name string, lang *locale.Language) bool {
	text = trimmed(text)
	fence := string(text[:min(3, len(text))])
	if fence != "+++" && fence != "---" {
		return false
	}
	for line := range strings.Lines(string(text[3:])) {
		line = strings.TrimSpace(line)
		if line == fence {
			return false
		}
		at := strings.IndexAny(line, "=:")
		if at < 0 {
			continue
		}
		key, _ := lang.English(strings.TrimSpace(line[:at]))
		if value := strings.Trim(line[at+1:], " \t\"'"); key == name && (value == "true" || value == "ja") {
			return true
		}
	}
	return false
}
