// Package check proves the site: rules over the linked model and over the
// finished pages.
//
// A rule is a function that looks at the whole site and adds what is wrong. It
// stands in the file of its family with its codes, and in the list below. No
// rule changes anything, and none stops another. What must stay true: no rule
// compares every document with every other, and the same site gives the same
// list.
package check

import (
	"glashelder/internal/diag"
	"glashelder/internal/model"
)

// Rule is one rule over the model, with the codes it may report.
type Rule struct {
	Codes []*diag.Code
	Check func(*model.Site, *diag.List)
}

// Rules lists every rule, in the order of content-model.md, "What is proven at
// every build". A new rule is one file and one line here.
var Rules = []Rule{
	circles,
	// Money.
	amounts, sums, conventions, controls, envelopes, adoption, decided, payments, paymentStatus, doubles,
	// Time.
	periods, sequence, promises, answers, deadlines, undated,
	// Identity.
	enterprises, telephones, names, dissolution,
	// Privacy.
	personal, allowances,
	// Content.
	emptiness, insights, polls, attendance, votes, seats, running,
}

// Site runs every rule.
func Site(s *model.Site) diag.List {
	var diags diag.List
	for _, r := range Rules {
		r.Check(s, &diags)
	}
	return diags
}

// Codes lists the codes of all rules.
func Codes() []*diag.Code {
	var out []*diag.Code
	for _, r := range Rules {
		out = append(out, r.Codes...)
	}
	return append(append(out, treeCodes...), addressCodes...)
}

// mistake is a code that stops publication; doubt is one that does not.
func mistake(id string, nl, en diag.Text) *diag.Code {
	return &diag.Code{ID: id, Severity: diag.Error, NL: nl, EN: en}
}

func doubt(id string, nl, en diag.Text) *diag.Code {
	return &diag.Code{ID: id, Severity: diag.Warning, NL: nl, EN: en}
}

// related adds places to a diagnostic, but for those that are not known.
func related(d *diag.Diagnostic, places ...diag.Pos) {
	for _, p := range places {
		if p.File != "" {
			d.Related = append(d.Related, p)
		}
	}
}
