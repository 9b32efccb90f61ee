package page

// The page of one allocation: the way of its money from envelope to payments,
// and every fact that is known of it.

import (
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"glashelder/internal/model"
)

// AllocationView is the page of one allocation.
type AllocationView struct {
	Frame
	About
	Summary      string
	Body         template.HTML
	Status       Status
	Since        Date // since when it has that status
	Words        MoneyWords
	Figures      []Figure
	InKind       string // a sentence, for support in kind
	Sentences    []string
	Chain        []Step
	Organisation Link
	Budget       Link
	Decision     Link
	Scheme       Link
	SchemeText   string
	Form         string
	Period       Date
	Year         Link
	Reason, Note string
	Payments     []PaymentRow
	Downloads    Downloads // of the payments
	Register     Link      // of all payments
	Paid         string
	Recovered    string
	Net          string
	Money        Link
}

// Step is one step in the way of the money.
type Step struct {
	Kind     string
	Title    Link
	Amount   string
	Date     Date
	Status   Status
	Text     string // in words, where there is nothing to lead to
	Current  bool
	Payments []PaymentRow
}

// PaymentRow is one payment, or a recovery.
type PaymentRow struct {
	ID       string
	Anchor   string // its id on the page of its allocation
	Date     Date
	Amount   string
	Note     string
	Word     string // "recovered", where that is what it is and the note does not say so
	Recovery bool
	Example  bool
}

// paymentsInChain is how many payments stand in the way of the money; all of
// them stand in the table below.
const paymentsInChain = 4

func allocationPages(s *model.Site) []Page {
	return documents(s, "allocation", s.Allocations, func(v voice, a *model.Allocation) View { return v.allocation(a) })
}

func (v voice) allocation(a *model.Allocation) View {
	sums := a // payments are known of the original
	if a.Original != nil {
		sums = a.Original.(*model.Allocation)
	}
	view := &AllocationView{
		Frame: v.frameOf(a), About: v.about(a, v.allocationLacks(a)...), Summary: a.Summary, Body: v.body(a),
		Status: v.status(a.Status), Since: v.date(a.Date), Words: v.moneyWords(), Organisation: linkTo(v, a.Organisation),
		Budget: linkTo(v, a.Budget), Decision: linkTo(v, a.Decision), Scheme: v.termLink(a.Scheme.To()),
		Form: v.value("kind", a.Form), Period: v.date(a.Period), Reason: a.Reason, Note: a.Note, Money: v.moneyLink(),
	}
	if year := a.Year(); year > 0 {
		view.Year = Link{Text: strconv.Itoa(year), URL: v.site.Href(moneyYearURL(year))}
	}
	if len(sums.Payments) > 0 {
		view.Register = Link{Text: v.t("payments.title"), URL: v.site.Href(paymentsURL)}
	}
	view.Date = Date{} // the date is that of the status, and stands with it
	if t := a.Scheme.To(); t != nil {
		view.SchemeText = t.Description
	}
	view.amounts(v, a, sums)
	view.Sentences = v.allocationSentences(a, sums)
	view.Chain = v.chain(a, sums)
	view.payments(v, sums)
	return view
}

func (view *AllocationView) amounts(v voice, a, sums *model.Allocation) {
	w := view.Words
	add := func(ok bool, word Link, amount string) {
		if ok {
			view.Figures = append(view.Figures, Figure{word, amount})
		}
	}
	add(a.HasRequested, w.Requested, v.money(a.Requested))
	add(a.Granted() && !a.InKind() && a.HasAwarded, w.Awarded, v.money(a.Awarded))
	add(a.Granted() && !a.InKind(), w.Paid, v.money(sums.Paid))
	add(sums.Recovered > 0, w.Recovered, v.money(sums.Recovered))
	if !a.InKind() {
		return
	}
	if view.InKind = v.t("allocation.in_kind"); a.HasValue {
		view.InKind = v.t("allocation.in_kind_value", v.money(a.Value))
	}
}

// allocationSentences say how much of what was asked was granted, and paid.
func (v voice) allocationSentences(a, sums *model.Allocation) []string {
	var out []string
	switch {
	case a.Status == "refused" && a.HasRequested:
		out = append(out, v.t("allocation.refused", v.money(a.Requested)))
	case a.Status == "refused":
		out = append(out, v.t("allocation.refused_any"))
	case a.Status == "requested":
		out = append(out, v.t("allocation.undecided"))
	}
	if a.Counts() > 0 && a.HasRequested && a.Requested > 0 {
		out = append(out, v.t("allocation.granted", v.lang.Percent(int64(a.Awarded), int64(a.Requested))))
	}
	if open := a.Counts() - sums.Paid; a.Counts() > 0 {
		switch {
		case sums.Paid == 0:
			out = append(out, v.t("allocation.nothing_paid"))
		case open > 0:
			out = append(out, v.t("allocation.still_to_pay", v.money(open)))
		default:
			out = append(out, v.t("allocation.all_paid"))
		}
	}
	if sums.Recovered > 0 {
		out = append(out, v.t("allocation.recovered", v.money(sums.Recovered)))
	}
	return out
}

func (view *AllocationView) payments(v voice, sums *model.Allocation) {
	for _, p := range sums.Payments {
		view.Payments = append(view.Payments, v.payment(p))
	}
	if len(sums.Payments) > 0 {
		title := v.t("allocation.payments") + v.t("colon") + sums.Title
		view.Downloads = v.within(sums.ID+"-"+paymentFiles, v.paymentSheet(title, sums.URL, sums.Payments, nil))
	}
	view.Paid, view.Net = v.money(sums.Paid), v.money(sums.Paid-sums.Recovered)
	if sums.Recovered > 0 {
		view.Recovered = v.money(sums.Recovered)
	}
}

// paymentAnchor is the id of a payment on the page of its allocation: an id in
// a table may hold spaces and accents, which no address keeps as they are.
func paymentAnchor(id string) string {
	return "betaling_" + strings.ReplaceAll(url.PathEscape(id), "%", "~")
}

func (v voice) payment(p *model.Payment) PaymentRow {
	row := PaymentRow{ID: p.ID, Anchor: paymentAnchor(p.ID), Date: v.date(p.Date), Amount: v.money(p.Amount), Note: p.Note, Recovery: p.Amount < 0, Example: p.Example}
	if word := v.t("money.recovered"); row.Recovery && !strings.HasPrefix(strings.ToLower(p.Note), word) {
		row.Word = word
	}
	return row
}

// chain is the way of the money: the envelopes from the outermost in, the
// decision, the allocation, the organisation, the payments.
func (v voice) chain(a, sums *model.Allocation) []Step {
	var out []Step
	for _, b := range envelopesOf(a) {
		out = append(out, Step{Kind: v.kindName("budget", "singular"), Title: v.link(b), Amount: v.money(b.Amount), Date: v.date(b.Period)})
	}
	decision := Step{Kind: v.kindName("decision", "singular"), Text: v.t("allocation.no_decision")}
	if d := a.Decision.To(); d != nil {
		decision.Title, decision.Date, decision.Status, decision.Text = v.link(d), v.date(d.Date), v.status(d.Status), ""
	}
	here := Step{
		Kind: v.kindName("allocation", "singular"), Title: Link{Text: a.Title}, Current: true,
		Amount: v.awarded(a), Status: v.status(a.Status),
	}
	organisation := Step{Kind: v.kindName("organisation", "singular"), Title: linkTo(v, a.Organisation)}
	out = append(out, decision, here, organisation)
	if !a.Granted() || a.InKind() && len(sums.Payments) == 0 {
		return out
	}
	return append(out, v.paymentStep(a, sums))
}

func (v voice) paymentStep(a, sums *model.Allocation) Step {
	step := Step{Kind: v.kindName("payment", "plural")}
	for _, p := range sums.Payments[:min(len(sums.Payments), paymentsInChain)] {
		step.Payments = append(step.Payments, v.payment(p))
	}
	if more := len(sums.Payments) - paymentsInChain; more > 0 {
		step.Payments = append(step.Payments, PaymentRow{Note: v.lang.Count("about.more", more)})
	}
	if open := a.Counts() - sums.Paid; open > 0 {
		step.Payments = append(step.Payments, PaymentRow{Amount: v.money(open), Note: v.t("money.unpaid")})
	}
	return step
}

// envelopesOf is the envelope of an allocation with those around it, outermost
// first. A circle is cut where it closes.
func envelopesOf(a *model.Allocation) []*model.Budget {
	var out []*model.Budget
	seen := map[*model.Budget]bool{}
	for b := a.Budget.To(); b != nil && !seen[b]; b = b.Parent.To() {
		seen[b] = true
		out = append([]*model.Budget{b}, out...)
	}
	return out
}

// allocationLacks are sentences about what is not known of an allocation.
func (v voice) allocationLacks(a *model.Allocation) []string {
	var out []string
	add := func(missing bool, word string) {
		if missing {
			out = append(out, v.t(word))
		}
	}
	add(!a.Decision.OK() && a.Status == "refused", "allocation.no_refusal")
	add(a.Status == "refused" && a.Reason == "", "allocation.no_reason")
	add(!a.Scheme.OK(), "allocation.no_scheme")
	add(!a.HasRequested && !a.InKind(), "allocation.no_request")
	add(a.InKind() && !a.HasValue, "allocation.no_value")
	add(a.Period.IsZero(), "allocation.no_period")
	return out
}
