package page

// The form of the filter: what the list of allocations can be narrowed by. What
// must stay true: a choice is offered only where there are several, and each
// leads to at least one allocation.

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"glashelder/internal/model"
)

// FilterForm is the form above the list of allocations; without an address
// there is none.
type FilterForm struct {
	URL              string // of the file
	Fields           []FilterField
	Orders           []Option
	Amount, Negative string // 1234567.89 and its opposite, as the language writes amounts
}

// FilterField is one choice, "" being all.
type FilterField struct {
	Name, Label string
	Options     []Option
}

// Option is one value of a choice.
type Option struct{ Value, Text string }

// filterMost is the most values that a choice offers: a page has limits (1,400
// elements), and so have readers. What has more is found by its words, and has
// lists of its own.
const filterMost = 100

// filterOrders are the orders of what was found, by their names in an address.
// The first is that of the site.
var filterOrders = []struct{ name, word string }{
	{"", "filter.newest"},
	{"datum-oud", "filter.oldest"},
	{"bedrag", "filter.highest"},
	{"bedrag-laag", "filter.lowest"},
	{"organisatie", "filter.a_z"},
	{"organisatie-z", "filter.z_a"},
}

// filterForm is the form for the list at base.
func (v voice) filterForm(base string) FilterForm {
	if !filterable(v.site.Allocations) {
		return FilterForm{}
	}
	const sample = 1_234_567_89
	form := FilterForm{URL: v.site.Href(filterPath(base)), Amount: v.money(sample), Negative: v.money(-sample)}
	for _, f := range v.filterFields() {
		form.Fields = append(form.Fields, FilterField{Name: f.name, Label: f.label, Options: f.options})
	}
	for _, o := range filterOrders {
		form.Orders = append(form.Orders, Option{o.name, v.t(o.word)})
	}
	return form
}

// filterField is one thing that the list can be narrowed by.
type filterField struct {
	name, label string
	options     []Option                                          // that occur, in the order in which they are offered
	each        func(a *model.Allocation, use func(value string)) // value of an allocation; one may come twice
}

// filterFields are the choices that this site has.
func (v voice) filterFields() []filterField {
	all := []filterField{
		v.yearField(),
		fieldOf(v, "werf", "werf", v.site.Werven, func(a *model.Allocation, use func(*model.Werf)) { eachOf(a.Werven, use) }),
		fieldOf(v, "budget", "budget", v.envelopeChoices(), eachEnvelope()),
		fieldOf(v, "regeling", "scheme", v.site.Terms["scheme"], func(a *model.Allocation, use func(*model.Term)) {
			if a.Scheme.OK() {
				use(a.Scheme.To())
			}
		}),
		v.statusField(),
		fieldOf(v, "wijk", "district", v.site.Terms["district"], func(a *model.Allocation, use func(*model.Term)) { eachOf(a.Districts, use) }),
		fieldOf(v, "doelgroep", "target_group", v.site.Terms["target_group"], func(a *model.Allocation, use func(*model.Term)) { eachOf(a.TargetGroups, use) }),
	}
	return slices.DeleteFunc(all, func(f filterField) bool { return len(f.options) < 2 || len(f.options) > filterMost })
}

func eachOf[T model.Document](refs []model.Ref[T], use func(T)) {
	for _, r := range refs {
		if r.OK() {
			use(r.To())
		}
	}
}

// eachEnvelope gives the envelope of an allocation and those around it; the way
// up is walked once for each envelope.
func eachEnvelope() func(*model.Allocation, func(*model.Budget)) {
	known := map[*model.Budget][]*model.Budget{}
	return func(a *model.Allocation, use func(*model.Budget)) {
		b := a.Budget.To()
		if _, walked := known[b]; !walked {
			known[b] = envelopesOf(a)
		}
		for _, around := range known[b] {
			use(around)
		}
	}
}

// envelopeChoices are the envelopes to offer; only those that stand in no other
// where there are too many.
func (v voice) envelopeChoices() []*model.Budget {
	if len(v.site.Budgets) > filterMost {
		return tops(v.site.Budgets)
	}
	return v.site.Budgets
}

// fieldOf is a choice of documents of a kind, in the order of docs.
func fieldOf[T model.Document](v voice, name, kind string, docs []T, each func(*model.Allocation, func(T))) filterField {
	f := filterField{name: name, label: v.kindName(kind, "singular"), each: func(a *model.Allocation, use func(string)) {
		each(a, func(doc T) { use(doc.Common().ID) })
	}}
	occurs := f.occurring(v.site.Allocations)
	for _, doc := range docs {
		if id := doc.Common().ID; occurs[id] {
			f.options = append(f.options, Option{id, v.optionText(doc)})
		}
	}
	return f
}

// optionText names a document in a choice: a term by its label in the language
// of the page, a werf with its number.
func (v voice) optionText(doc model.Document) string {
	switch d := doc.(type) {
	case *model.Term:
		return capital(d.Label(v.lang.Code()))
	case *model.Werf:
		if d.Number > 0 {
			return fmt.Sprintf("%d. %s", d.Number, v.link(d).Text)
		}
	}
	return v.link(doc).Text
}

func (v voice) yearField() filterField {
	f := filterField{name: "jaar", label: v.t("filter.year"), each: func(a *model.Allocation, use func(string)) {
		if year := a.Year(); year > 0 {
			use(strconv.Itoa(year))
		}
	}}
	years := slices.Sorted(maps.Keys(allocationsByYear(v.site)))
	slices.Reverse(years)
	for _, year := range years {
		f.options = append(f.options, Option{strconv.Itoa(year), strconv.Itoa(year)})
	}
	return f
}

// statusField offers the statuses in the order in which an allocation has them.
func (v voice) statusField() filterField {
	f := filterField{name: "status", label: v.t("page.status"), each: func(a *model.Allocation, use func(string)) { use(a.Status) }}
	occurs := f.occurring(v.site.Allocations)
	for _, name := range []string{"requested", "awarded", "partly_paid", "paid", "recovered", "refused"} {
		if occurs[name] {
			f.options = append(f.options, Option{name, capital(v.status(name).Text)})
		}
	}
	return f
}

func (f filterField) occurring(list []*model.Allocation) map[string]bool {
	occurs := map[string]bool{}
	add := func(value string) { occurs[value] = true }
	for _, a := range list {
		f.each(a, add)
	}
	return occurs
}

// column says which values each allocation has.
func (f filterField) column(list []*model.Allocation) filterColumn {
	c := filterColumn{Name: f.name}
	at, sets := map[string]int{}, dictionary[string]{}
	for i, o := range f.options {
		at[o.Value], c.Values = i, append(c.Values, o.Value)
	}
	var key []byte
	var set []int
	add := func(value string) {
		if i, known := at[value]; known && !slices.Contains(set, i) {
			set, key = append(set, i), append(strconv.AppendInt(key, int64(i), 10), ' ')
		}
	}
	for _, a := range list {
		set, key = set[:0], key[:0]
		f.each(a, add)
		i := sets.index(string(key))
		if i == len(c.Sets) {
			c.Sets = append(c.Sets, append([]int{}, set...)) // JSON must not say null
		}
		c.Rows = append(c.Rows, i)
	}
	return c
}

// addFilter puts the form on a page, and asks for its script.
func (view *AllocationsView) addFilter(form FilterForm) {
	if form.URL != "" {
		view.Filter, view.Script = form, "toelagen"
	}
}
