package page

// Polls. What must stay true: no figure tells how fewer than five people
// answered (quality.md, For readers). Small answers are put together; where
// even together they are fewer than five, the next smallest joins them, for
// otherwise the rest would give them away.

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"glashelder/internal/chart"
	"glashelder/internal/model"
)

// PollView is one poll.
type PollView struct {
	ID       string
	Question string
	Answered string // "34 van 50 antwoordden"
	Sentence string // what the answers show
	Hidden   bool   // too few answered to show figures
	Folded   bool   // some answers are put together
	Rows     []PollRow
}

// PollRow is one answer, or several put together.
type PollRow struct {
	Label, Votes, Share string
	Bar                 template.HTML
}

// fewest is the smallest group that is shown apart.
const fewest = 5

// tallyRow is an answer, or several put together, with the votes for it.
type tallyRow struct {
	labels []string
	votes  int
}

// foldSmall puts answers of fewer than five people together, at the end. It
// gives nothing where fewer than five answered in all.
func foldSmall(options []model.Option) (rows []tallyRow, folded bool) {
	var small tallyRow
	total := 0
	for _, o := range options {
		total += o.Votes
		if o.Votes > 0 && o.Votes < fewest {
			small.labels, small.votes = append(small.labels, o.Label), small.votes+o.Votes
			continue
		}
		rows = append(rows, tallyRow{[]string{o.Label}, o.Votes})
	}
	if total < fewest {
		return nil, false
	}
	if len(small.labels) == 0 {
		return rows, false
	}
	for len(rows) > 0 && (small.votes < fewest || len(small.labels) < 2) {
		at := smallest(rows)
		small.labels, small.votes = append(small.labels, rows[at].labels...), small.votes+rows[at].votes
		rows = slices.Delete(rows, at, at+1)
	}
	return append(rows, small), true
}

// smallest is the index of the answer with the fewest votes, those with none
// last, as they hide nothing.
func smallest(rows []tallyRow) int {
	best := 0
	for i, r := range rows {
		b := rows[best]
		if r.votes > 0 && (b.votes == 0 || r.votes < b.votes) {
			best = i
		}
	}
	return best
}

// poll shows a poll; id is its place on the page.
func (v voice) poll(id string, p model.Poll) PollView {
	n := func(i int) string { return v.lang.Number(int64(i)) }
	view := PollView{ID: id, Question: p.Question}
	people := p.Answered
	if people == 0 {
		for _, o := range p.Options {
			people += o.Votes
		}
	}
	if people < fewest {
		view.Hidden = true
		return view
	}
	switch {
	case p.Invited > 0:
		view.Answered = v.t("minutes.answered", n(people), n(p.Invited))
	default:
		view.Answered = v.lang.Count("poll.answers", people)
	}
	rows, folded := foldSmall(p.Options)
	view.Folded, view.Hidden = folded, len(rows) == 0
	view.Sentence = v.pollSentence(rows, people)
	for _, r := range rows {
		view.Rows = append(view.Rows, PollRow{
			Label: strings.Join(r.labels, " / "), Votes: n(r.votes), Share: v.lang.Percent(int64(r.votes), int64(people)),
			Bar: chart.Share(int64(r.votes), int64(people)),
		})
	}
	return view
}

// pollSentence names the answer with the most votes, where there is one.
func (v voice) pollSentence(rows []tallyRow, people int) string {
	ranked := slices.SortedStableFunc(slices.Values(rows), func(a, b tallyRow) int { return cmp.Compare(b.votes, a.votes) })
	if len(ranked) < 2 || ranked[0].votes == ranked[1].votes || len(ranked[0].labels) > 1 {
		return ""
	}
	first := ranked[0]
	return v.t("poll.most", first.labels[0], v.lang.Percent(int64(first.votes), int64(people)))
}
