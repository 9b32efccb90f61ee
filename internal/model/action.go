package model

// Actions: promises with an owner and a due date, made in minutes, decisions
// and questions.

import (
	"fmt"
	"strings"
	"time"

	"glashelder/internal/locale"
)

// Action is one promise.
type Action struct {
	Item
	Owner      Party
	Due        locale.Date
	EarlierDue []locale.Date // deadlines that were moved, oldest first
	Status     string        // open, in_progress, done, dropped
	Done       locale.Date
	Evidence   string
	Note       string
	Insights   []*InsightRef
}

// Overdue tells whether the action should have been finished before now.
func (a *Action) Overdue(now time.Time) bool {
	return (a.Status == "open" || a.Status == "in_progress") && !a.Due.IsZero() && a.Due.End().Before(now)
}

// decodeActions reads the key "actions" of doc.
func decodeActions(r *Reader, doc Document, into *[]*Action) {
	r.Tables("actions", func(r *Reader) {
		a := &Action{
			Item:  Item{Doc: doc, ID: r.Text("id"), Text: r.Text("what"), Pos: r.pos, Written: r.written()},
			Owner: party(r, "owner"), Due: r.Date("due"), EarlierDue: dates(r, "earlier_due"),
			Status: r.Choice("status", "open", "in_progress", "done", "dropped"),
			Done:   r.Date("done"), Evidence: r.Text("evidence"), Note: r.Text("note"),
			Insights: insightRefs(r, doc),
		}
		r.Require("what")
		if a.ID == "" {
			a.ID = fmt.Sprintf("actie-%d", len(*into)+1)
		}
		a.ID = itemID(r, a.ID)
		*into = append(*into, a)
	})
}

// dates reads one date or a list of them.
func dates(r *Reader, key string) []locale.Date {
	var out []locale.Date
	for _, v := range r.list(key, TypeTexts, ";|") {
		d, err := locale.ParseDate(strings.TrimSpace(v.Text))
		if err != nil {
			r.record.diags.Add(CodeBadDate, v.Pos, v.Text)
			continue
		}
		out = append(out, d)
	}
	return out
}
