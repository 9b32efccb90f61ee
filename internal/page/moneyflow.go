package page

import (
	"html/template"

	"glashelder/internal/chart"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// flow is the picture of the money on its way from the outermost envelope, by
// the (first) werf, to the organisation. "" where it went to fewer than two.
func (v voice) flow(list []*model.Allocation) template.HTML {
	var links []chart.Link
	got := map[*model.Organisation]locale.Money{}
	from := map[*model.Budget]bool{}
	total := locale.Money(0)
	for _, a := range list {
		o, envelopes := a.Organisation.To(), envelopesOf(a)
		if a.Counts() <= 0 || o == nil || len(envelopes) == 0 {
			continue
		}
		to := v.link(o)
		l := chart.Link{From: v.link(envelopes[0]).Text, To: to.Text, URL: to.URL, Value: int64(a.Counts())}
		if w := toEach(a.Werven)[0]; w != nil {
			l.Via = v.link(w).Text
		}
		links = append(links, l)
		got[o], from[envelopes[0]], total = got[o]+a.Counts(), true, total+a.Counts()
	}
	if len(got) < 2 {
		return ""
	}
	most := v.site.Organisations[0]
	for _, o := range v.site.Organisations {
		if got[o] > got[most] {
			most = o
		}
	}
	sentence := v.t("money.flow", v.money(total), v.kindCount("budget", len(from)), v.kindCount("organisation", len(got)), v.link(most).Text, v.money(got[most])) + v.invented(tallyOf(list))
	words := chart.FlowWords{
		From: capital(v.t("money.budget")), Via: v.kindName("werf", "singular"), To: v.kindName("organisation", "singular"),
		Value: capital(v.t("money.awarded")), Others: v.t("money.others"), None: v.t("money.no_werf"),
		Amount: func(n int64) string { return v.money(locale.Money(n)) },
	}
	return chart.Flow(chart.Frame{ID: "stroom", Title: v.t("money.flow_title"), Sentence: sentence, Data: v.t("money.as_table")}, words, links, flowEnds)
}
