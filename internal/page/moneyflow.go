package page

// The picture of the money on its way from the outermost envelope, by the
// (first) werf, to the organisation. What must stay true: an amount goes one
// way, so that all ways together are what was awarded; what the picture shows
// and what is offered as a file are the same rows.

import (
	"html/template"

	"glashelder/internal/chart"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// flowEnds is how many organisations the picture shows apart, at most.
const flowEnds = 40

// flowPicture is the flow and what its sentence says.
type flowPicture struct {
	words   chart.FlowWords
	links   []chart.Link
	from    map[*model.Budget]bool
	got     map[*model.Organisation]locale.Money
	total   locale.Money
	several bool // whether an allocation belongs to more than one werf
}

// flow is the picture of some allocations, with the files of flowRows. ""
// where the money went to fewer than two organisations.
func (v voice) flow(list []*model.Allocation, downloads Downloads) template.HTML {
	p := v.flowOf(list)
	if len(p.got) < 2 {
		return ""
	}
	frame := v.picture("stroom", v.t("money.flow_title"), v.flowSentence(p)+v.invented(tallyOf(list)), downloads)
	if p.several {
		frame.Notes = []string{v.t("money.flow_first")}
	}
	return chart.Flow(frame, p.words, p.links, flowEnds)
}

// flowRows are the rows that the picture shows.
func (v voice) flowRows(list []*model.Allocation) []chart.FlowRow {
	p := v.flowOf(list)
	return chart.Gather(p.words, p.links, flowEnds)
}

// flowOf follows every amount that was awarded.
func (v voice) flowOf(list []*model.Allocation) flowPicture {
	p := flowPicture{words: v.flowWords(), from: map[*model.Budget]bool{}, got: map[*model.Organisation]locale.Money{}}
	for _, a := range list {
		o, envelopes := a.Organisation.To(), envelopesOf(a)
		if a.Counts() <= 0 || o == nil || len(envelopes) == 0 {
			continue
		}
		from, to, werven := v.link(envelopes[0]), v.link(o), toEach(a.Werven)
		l := chart.Link{From: from.Text, FromURL: from.URL, To: to.Text, URL: to.URL, Value: int64(a.Counts())}
		if w := werven[0]; w != nil {
			via := v.link(w)
			l.Via, l.ViaURL = via.Text, via.URL
		}
		p.links = append(p.links, l)
		p.from[envelopes[0]] = true
		p.got[o] += a.Counts()
		p.total += a.Counts()
		p.several = p.several || len(werven) > 1
	}
	return p
}

func (v voice) flowWords() chart.FlowWords {
	return chart.FlowWords{
		From: capital(v.t("money.budget")), Via: v.kindName("werf", "singular"), To: v.kindName("organisation", "singular"),
		Value: capital(v.t("money.awarded")), ValueURL: v.meaning("awarded"), None: v.t("money.no_werf"),
		Others: v.t("money.others"), OtherFrom: v.t("money.others_budget"), OtherVia: v.t("money.others_werf"), Amount: v.cents,
	}
}

// flowSentence names the whole and who got most; of equals the first of the site.
func (v voice) flowSentence(p flowPicture) string {
	most := v.site.Organisations[0]
	for _, o := range v.site.Organisations {
		if p.got[o] > p.got[most] {
			most = o
		}
	}
	return v.t("money.flow", v.money(p.total), v.kindCount("budget", len(p.from)), v.kindCount("organisation", len(p.got)), v.link(most).Text, v.money(p.got[most]))
}

// cents writes an amount for a picture.
func (v voice) cents(n int64) string { return v.money(locale.Money(n)) }

// picture is what stands around a picture of money.
func (v voice) picture(id, title, sentence string, downloads Downloads) chart.Frame {
	f := chart.Frame{ID: id, Title: title, Sentence: sentence, Data: v.t("money.as_table"), DownloadLabel: downloads.Label}
	for _, d := range downloads.Links {
		f.Downloads = append(f.Downloads, chart.Download{Text: d.Text, URL: string(d.URL), Name: d.Name, Type: d.Type})
	}
	return f
}
