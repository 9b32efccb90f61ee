package model

// Minutes record one meeting: who was there, what was on the agenda, what was
// said in rounds, what was promised.

import (
	"fmt"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
)

// Minutes are the report of one meeting.
type Minutes struct {
	Base
	Start, End       Moment
	Location         string
	Online           bool
	Forum            Ref[*Forum]
	Event            Ref[*Event]
	Status           string // draft, approved
	Approved         locale.Date
	Entity           string
	Chair, Secretary string
	Attendance       int
	Present, Excused []Party
	Agenda           []*AgendaItem
	Rounds           []Round
	Polls            []Poll
	Actions          []*Action
}

// AgendaItem is one item of a meeting.
type AgendaItem struct {
	Item
	Number   string
	Title    string
	Summary  string
	Decision Ref[*Decision]
	Start    string // "19:30"
}

// Round is one question put to the tables, and what came of it.
type Round struct {
	Question string
	Insights []*Insight
}

// Insight is one thing said at a table. It is never attributed to an organisation.
type Insight struct {
	Item
	Theme    Ref[*Term]
	Kind     string // condition, goal, tension, concern, idea
	SetAside string // why nothing was done with it; may be empty
}

// Poll is a question with counted answers.
type Poll struct {
	Question          string
	Invited, Answered int
	Options           []Option
	Written           // where its keys were written
}

// Option is one answer of a poll.
type Option struct {
	Label string
	Votes int
}

// Item is a part of a document with an address of its own: the document's
// address, "#" and ID.
type Item struct {
	Doc         Document
	ID          string
	Text        string
	Pos         diag.Pos
	MentionedBy []Mention
	Written     // where its keys were written
}

func (i *Item) common() *Item { return i }

// URL is the address of the item on the site, without the site's prefix.
func (i *Item) URL() string { return i.Doc.Common().URL + "#" + i.ID }

// Decode asks for the keys of minutes.
func (m *Minutes) Decode(r *Reader) {
	m.Start = r.Moment("start")
	m.End = r.Moment("end")
	m.Location = r.Text("location")
	m.Online = r.Bool("online")
	m.Forum = one[*Forum](r, "forum", "forum")
	m.Event = one[*Event](r, "event", "event")
	m.Status = r.Choice("status", "", "draft", "approved")
	m.Approved = r.Date("approved")
	m.Entity = r.Text("entity")
	m.Chair = r.Text("chair")
	m.Secretary = r.Text("secretary")
	m.Attendance = r.Int("attendance")
	r.Tables("present", func(r *Reader) { m.Present = append(m.Present, member(r)) })
	r.Tables("excused", func(r *Reader) { m.Excused = append(m.Excused, member(r)) })
	r.Tables("agenda", m.decodeAgenda)
	r.Tables("rounds", m.decodeRound)
	r.Tables("polls", m.decodePoll)
	decodeActions(r, m, &m.Actions)
}

func (m *Minutes) decodeAgenda(r *Reader) {
	a := &AgendaItem{
		Number: r.Text("number"), Title: r.Text("title"), Summary: r.Text("summary"),
		Decision: one[*Decision](r, "decision", "decision"), Start: r.Clock("start"),
	}
	r.Require("title")
	number := or(a.Number, fmt.Sprint(len(m.Agenda)+1))
	a.Item = Item{Doc: m, ID: "agendapunt-" + locale.Slug(number), Text: a.Title, Pos: r.pos, Written: r.written()}
	m.Agenda = append(m.Agenda, a)
}

func (m *Minutes) decodeRound(r *Reader) {
	round := Round{Question: r.Text("question")}
	r.Require("question")
	r.Tables("insights", func(r *Reader) {
		i := &Insight{
			Item:  Item{Doc: m, ID: r.Text("id"), Text: r.Text("text"), Pos: r.pos, Written: r.written()},
			Theme: one[*Term](r, "theme", "theme"),
			Kind:  r.Choice("kind", "", "condition", "goal", "tension", "concern", "idea"), SetAside: r.Text("set_aside"),
		}
		r.Require("id", "text")
		i.ID = itemID(r, i.ID)
		round.Insights = append(round.Insights, i)
	})
	m.Rounds = append(m.Rounds, round)
}

func (m *Minutes) decodePoll(r *Reader) {
	p := Poll{Question: r.Text("question"), Invited: r.Int("invited"), Answered: r.Int("answered"), Written: r.written()}
	r.Require("question")
	r.Tables("options", func(r *Reader) {
		p.Options = append(p.Options, Option{r.Text("label"), r.Int("votes")})
		r.Require("label", "votes")
	})
	m.Polls = append(m.Polls, p)
}

// itemID checks that an id can be the end of an address; the folded form serves.
func itemID(r *Reader, id string) string {
	clean := locale.Slug(id)
	if clean != id {
		r.record.diags.Add(CodeBadID, r.At("id"), id, clean)
	}
	return clean
}

// Insights lists the insights of all rounds.
func (m *Minutes) Insights() []*Insight {
	var out []*Insight
	for _, r := range m.Rounds {
		out = append(out, r.Insights...)
	}
	return out
}
