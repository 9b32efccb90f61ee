package page

// The page of a decision: who took it and how, why, what it says, what it
// changes, and who got money by it.

import (
	"html/template"
	"strconv"

	"glashelder/internal/model"
)

// DecisionView is the page of one decision.
type DecisionView struct {
	Frame
	About
	Summary        string
	Number         string
	Status         Status
	Forum, Minutes Link
	Vote           VoteView
	HasVote        bool
	Consensus      bool
	Motivation     template.HTML
	Articles       []ArticleRow // from the front matter
	Contents       []Link       // articles that are headings in the text
	LegalBasis     []Link
	Amount         string
	Budget         Link
	InForce, Until Date
	Ended          bool // it no longer holds
	Supersedes     []Link
	Amends         []Link
	AmendedBy      []Link
	Body           template.HTML
	Awards         AllocationTable
	HasAwards      bool
	Agrees         bool // the awards add up to the amount
	Insights       []InsightRow
	Actions        ActionTable
	Register       Link
}

// VoteView is a counted vote.
type VoteView struct {
	For, Against, Abstain int
	Sentence              string
}

// ArticleRow is one article.
type ArticleRow struct {
	ID, Title string
	Text      template.HTML
}

// decisionPages makes the page of every decision, and the list of the awards of
// those that made more than their page holds.
func decisionPages(s *model.Site) []Page {
	out := documents(s, "decision", s.Decisions, func(v voice, d *model.Decision) View { return v.decisionView(d) })
	for _, d := range s.Decisions {
		if len(d.Awards) > allocationsShown {
			out = append(out, allocationsOf(s, d, d.Awards, true)...)
		}
	}
	return out
}

func (v voice) decisionView(d *model.Decision) *DecisionView {
	own := original(d)
	view := &DecisionView{
		Frame: v.frameOf(d), About: v.about(d, v.decisionLacks(d)...), Summary: ownSummary(&d.Base), Number: d.Number,
		Status: v.status(d.Status), Forum: linkTo(v, d.Forum), Minutes: v.minutesOf(d), Consensus: d.Consensus,
		Motivation: block(d.Motivation), Budget: linkTo(v, d.Budget), InForce: v.date(d.InForce), Until: v.date(d.Until),
		Ended:      !d.Until.IsZero() && d.Until.End().Before(v.site.Now),
		Supersedes: linksTo(v, d.Supersedes), Amends: linksTo(v, d.Amends), AmendedBy: linksOf(v, own.AmendedBy),
		Body: v.body(d), Insights: v.insightRows(d.Insights), Actions: v.actionTable(d, d.Actions),
		Register: Link{Text: v.t("action.all"), URL: v.site.Href(actionsURL)},
	}
	view.Superseded = linksOf(v, own.SupersededBy)
	if d.Vote != nil {
		view.Vote, view.HasVote = v.vote(*d.Vote), true
	}
	if d.HasAmount {
		view.Amount = v.money(d.Amount)
	}
	for _, s := range d.LegalBasis {
		view.LegalBasis = append(view.LegalBasis, Link{Text: s.Title, URL: s.URL})
	}
	v.articles(view, d)
	v.awards(view, own)
	return view
}

// minutesOf leads to the minutes of the meeting that took a decision: those it
// names, else those whose agenda names it.
func (v voice) minutesOf(d *model.Decision) Link {
	if d.Minutes.OK() {
		return linkTo(v, d.Minutes)
	}
	for _, m := range original(d).MentionedBy {
		if from, ok := m.From.(*model.Minutes); ok && m.Key == "decision" {
			return v.link(from)
		}
	}
	return Link{}
}

// decisionLacks says in sentences what a decision lacks.
func (v voice) decisionLacks(d *model.Decision) []string {
	var out []string
	decided := d.Status == "adopted" || d.Status == "rejected" || d.Status == "superseded"
	if decided && d.Vote == nil && !d.Consensus {
		out = append(out, v.t("decision.lacks.vote"))
	}
	if decided && v.minutesOf(d).URL == "" {
		out = append(out, v.t("decision.lacks.minutes"))
	}
	if d.Status == "proposed" {
		out = append(out, v.t("decision.lacks.decision"))
	}
	if !d.HasAmount && len(original(d).Awards) > 0 {
		out = append(out, v.t("decision.lacks.amount"))
	}
	return out
}

func (v voice) vote(vote model.Vote) VoteView {
	n := func(i int) string { return v.lang.Number(int64(i)) }
	sentence := v.t("decision.votes", v.lang.Count("decision.voters", vote.For+vote.Against+vote.Abstain), n(vote.For), n(vote.Against), n(vote.Abstain))
	return VoteView{vote.For, vote.Against, vote.Abstain, sentence}
}

// articles shows the articles, or leads to those that are headings in the text.
func (v voice) articles(view *DecisionView, d *model.Decision) {
	taken := headingIDs(d)
	for i, a := range d.Articles {
		if a.Heading >= 0 {
			view.Contents = append(view.Contents, Link{Text: a.Text, URL: "#" + d.Prose.Headings[a.Heading].ID})
			continue
		}
		number := or(a.Number, strconv.Itoa(i+1))
		row := ArticleRow{Title: v.t("decision.article", number), Text: block(a.Text)}
		if id := "artikel-" + strconv.Itoa(i+1); !taken[id] {
			row.ID = id
		}
		view.Articles = append(view.Articles, row)
	}
}

// awards shows who got money by a decision, and whether that adds up to its amount.
func (v voice) awards(view *DecisionView, d *model.Decision) {
	if len(d.Awards) == 0 {
		return
	}
	view.Awards = v.someAllocations(v.t("decision.awards"), &d.Base, d.Awards)
	view.Awards.Organisations, view.Awards.Own = true, true
	view.HasAwards = true
	view.Agrees = d.HasAmount && tallyOf(d.Awards).Awarded == d.Amount
}

// linksOf lead to documents.
func linksOf[T model.Document](v voice, docs []T) []Link {
	var out []Link
	for _, d := range docs {
		out = append(out, v.link(d))
	}
	return out
}
