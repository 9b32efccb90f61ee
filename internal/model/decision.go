package model

import (
	"strings"

	"glashelder/internal/locale"
	"glashelder/internal/markdown"
)

// Decision is what was decided: by whom, with what vote, for what amount.
type Decision struct {
	Base
	Number     string
	Forum      Ref[*Forum]
	Minutes    Ref[*Minutes]
	Status     string // proposed, adopted, rejected, withdrawn, superseded
	Vote       *Vote  // nil where none was counted
	Consensus  bool
	Motivation string
	Articles   []Article
	LegalBasis []Source
	Amount     locale.Money
	HasAmount  bool
	Budget     Ref[*Budget]
	InForce    locale.Date
	Until      locale.Date
	Supersedes []Ref[*Decision]
	Amends     []Ref[*Decision]
	Insights   []*InsightRef
	Actions    []*Action

	SupersededBy []*Decision
	AmendedBy    []*Decision
	Awards       []*Allocation // that cite it, by id
}

// Vote is a counted vote.
type Vote struct{ For, Against, Abstain int }

// Article is one article of a decision, from the front matter or from a
// heading "Artikel N" in the text.
type Article struct {
	Number, Text string
	Heading      int // index in Prose.Headings, or -1
}

// Source is a text that a decision rests on.
type Source struct{ Title, URL string }

// Decode asks for the keys of a decision.
func (d *Decision) Decode(r *Reader) {
	d.Number = r.Text("number")
	d.Forum = one[*Forum](r, "forum", "forum")
	d.Minutes = one[*Minutes](r, "minutes", "minutes")
	d.Status = r.Choice("status", "proposed", "adopted", "rejected", "withdrawn", "superseded")
	r.Table("vote", func(r *Reader) {
		d.Vote = &Vote{r.Int("for"), r.Int("against"), r.Int("abstain")}
	})
	d.Consensus = r.Bool("consensus")
	d.Motivation = r.Text("motivation")
	r.Tables("articles", func(r *Reader) {
		d.Articles = append(d.Articles, Article{r.Text("number"), r.Text("text"), -1})
		r.Require("text")
	})
	r.Tables("legal_basis", func(r *Reader) {
		d.LegalBasis = append(d.LegalBasis, Source{r.Text("title"), r.URL("url")})
		r.Require("title")
	})
	d.Amount, d.HasAmount = r.Money("amount")
	d.Budget = one[*Budget](r, "budget", "budget")
	d.InForce = r.Date("in_force")
	d.Until = r.Date("until")
	d.Supersedes = many[*Decision](r, "supersedes", "decision")
	d.Amends = many[*Decision](r, "amends", "decision")
	d.Insights = insightRefs(r, d)
	decodeActions(r, d, &d.Actions)
}

// articlesOf finds the headings "Artikel N", "Article N" or "Art. N" of a text.
func articlesOf(p *markdown.Prose) []Article {
	if p == nil {
		return nil
	}
	var out []Article
	for i, h := range p.Headings {
		word, rest, _ := strings.Cut(h.Text, " ")
		switch strings.ToLower(strings.TrimSuffix(word, ".")) {
		case "artikel", "article", "art":
			number, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
			if number = strings.TrimRight(number, ".:"); number != "" {
				out = append(out, Article{Number: number, Text: h.Text, Heading: i})
			}
		}
	}
	return out
}
