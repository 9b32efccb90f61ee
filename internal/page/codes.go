package page

// The messages of the check, each with what it means and what to do: the page
// that staff come to from a red check. A site has it where it has a manual.

import (
	"html/template"
	"regexp"

	"glashelder/internal/diag"
	"glashelder/internal/model"
)

// CodesView is one page of the list of messages.
type CodesView struct {
	Frame
	Pager
	Codes []CodeEntry
}

// CodeEntry is one message.
type CodeEntry struct {
	ID      string
	Error   bool // it stops publication
	Message template.HTML
	Hint    template.HTML
	Explain template.HTML
}

// codePages list codes, which come sorted by id.
func codePages(s *model.Site, codes []*diag.Code) []Page {
	if _, ok := s.Indexes[manualURL]; !ok {
		return nil
	}
	v := newVoice(s, s.Config.Language)
	return listPages(v, "codes", codesURL, codes, func(v voice, part []*diag.Code, p Pager) View {
		view := &CodesView{Frame: v.listFrame(p, "manual", v.t("codes.title"), v.t("codes.intro"), v.manualLink()), Pager: p}
		for _, c := range part {
			text := c.In(v.lang.Code())
			view.Codes = append(view.Codes, CodeEntry{
				ID: c.ID, Error: c.Severity == diag.Error, Message: inline(capital(open(text.Message))),
				Hint: inline(capital(open(text.Hint))), Explain: block(text.Explain),
			})
		}
		return view
	})
}

var hole = regexp.MustCompile(`\{\d+\}`)

// open shows the places of a message that are filled in when it is given.
func open(text string) string { return hole.ReplaceAllString(text, "…") }
