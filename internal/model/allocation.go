package model

import "glashelder/internal/locale"

// Allocation is one organisation, one amount, one purpose. Most are rows of
// data/toelagen/*.csv; one with a text of its own is a Markdown file.
type Allocation struct {
	Base
	Organisation Ref[*Organisation]
	Budget       Ref[*Budget]
	Decision     Ref[*Decision]
	Scheme       Ref[*Term]
	Form         string // structural, project, investment, in_kind, or ""
	Period       locale.Date
	Requested    locale.Money
	Awarded      locale.Money
	Value        locale.Money // of support in kind; never added to euros
	HasRequested bool
	HasAwarded   bool
	HasValue     bool
	Status       string // requested, awarded, refused, paid, partly_paid, recovered
	Reason, Note string

	Unsure          bool       // an amount, its kind or its status cannot be read: what it adds to a sum is not known
	PaidUnsure      bool       // an amount of a payment cannot be read, or a payment may be another's: what was paid is not known
	Stated          []Stated   // what its row says of sums over its payments
	Payments        []*Payment // by date
	Paid, Recovered locale.Money

	unread bool // one of its own amounts was written and cannot be read
}

// Decode asks for the keys of an allocation, which are also its columns.
func (a *Allocation) Decode(r *Reader) {
	a.Organisation = one[*Organisation](r, "organisation", "organisation")
	a.Budget = one[*Budget](r, "budget", "budget")
	a.Decision = one[*Decision](r, "decision", "decision")
	a.Scheme = one[*Term](r, "scheme", "scheme")
	form, formRead := r.choice("kind", "", "structural", "project", "investment", "in_kind")
	a.Form = form
	a.Period = r.Date("period")
	a.Requested, a.HasRequested = r.Money("requested")
	a.Awarded, a.HasAwarded = r.Money("awarded")
	a.Value, a.HasValue = r.Money("value")
	a.unread = r.unread("requested", a.HasRequested) || r.unread("awarded", a.HasAwarded) || r.unread("value", a.HasValue)
	status, statusRead := r.choice("status", "requested", "awarded", "refused", "paid", "partly_paid", "recovered")
	a.Status = status
	formUnread := r.unread("kind", formRead)
	a.Unsure = a.unread || formUnread || !statusRead
	a.Reason = r.Text("reason")
	a.Note = r.Text("note")
	r.Require("organisation", "budget", "title", "status", "date")
	if a.Granted() {
		r.Require("decision")
		if !a.InKind() && !formUnread {
			r.Require("awarded")
		}
	}
}

// Granted tells whether the allocation was awarded, whatever came after.
func (a *Allocation) Granted() bool { return a.Status != "requested" && a.Status != "refused" }

// InKind tells whether the support is a building, advice or the like.
func (a *Allocation) InKind() bool { return a.Form == "in_kind" }

// Counts is the amount that counts against the envelope, in cents.
func (a *Allocation) Counts() locale.Money {
	if !a.Granted() || a.InKind() {
		return 0
	}
	return a.Awarded
}

// Year is the year that the allocation is for: that of its period, else of its
// envelope, else in which it got its status. 0 where none is known.
func (a *Allocation) Year() int {
	if !a.Period.IsZero() {
		return a.Period.Year()
	}
	if b := a.Budget.To(); b != nil && !b.Period.IsZero() && b.Period.Start().Year() == b.Period.End().Year() {
		return b.Period.Year()
	}
	return a.Date.Year()
}
