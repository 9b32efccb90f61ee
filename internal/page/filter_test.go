package page

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// filterOf reads the file of a site's filter as the script does.
func filterOf(t *testing.T, v voice) filterFile {
	t.Helper()
	var file filterFile
	if err := json.Unmarshal(v.filterData(), &file); err != nil {
		t.Fatal(err)
	}
	return file
}

// rowAgain is row i of a file as the static table has it.
func (file filterFile) rowAgain(v voice, i int) AllocationRow {
	r := file.Rows
	text := func(m *locale.Money) string {
		if m == nil {
			return ""
		}
		return v.money(*m)
	}
	url := r.URL[i]
	if !strings.HasPrefix(url, "/") {
		url = file.Base + url + "/"
	}
	o := file.Organisations[r.Organisation[i]]
	row := AllocationRow{
		Title:        Link{Text: r.Title[i], URL: url, Lang: file.Langs[r.Lang[i]]},
		Organisation: Link{Text: o[0].(string), URL: o[1].(string), Lang: file.Langs[int(o[2].(float64))]},
		Date:         Date{Text: file.Dates[r.Date[i]][0], ISO: file.Dates[r.Date[i]][1]},
		Status:       Status{Name: r.Status[i], Text: file.Statuses[r.Status[i]]},
		Requested:    text(r.Requested[i]), Awarded: text(r.Awarded[i]), Paid: text(r.Paid[i]), Example: r.Flags[i]&flagExample != 0,
	}
	if r.Back[i] != nil {
		row.Back = v.back(*r.Back[i])
	}
	if r.Flags[i]&flagGivenInKind != 0 {
		row.Awarded = v.t("money.in_kind")
	}
	return row
}

// Every row of the file says what the static table says, in every language, and
// the columns add up to its total.
func TestFilterFileIsTheTable(t *testing.T) {
	s := moneySite(t)
	for _, code := range []string{"nl", "fr"} {
		v := newVoice(s, code)
		file := filterOf(t, v)
		var sum model.Totals
		for i, a := range s.Allocations {
			want := v.allocationRow(a)
			want.Share = ""
			if got := file.rowAgain(v, i); fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
				t.Errorf("%s: row %d:\n%+v, want\n%+v", code, i, got, want)
			}
			if file.Rows.Flags[i]&flagInKind != 0 {
				sum.InKind++
				continue
			}
			for _, c := range []struct{ from, to *locale.Money }{
				{file.Rows.Requested[i], &sum.Requested}, {file.Rows.Awarded[i], &sum.Awarded},
				{file.Rows.Paid[i], &sum.Paid}, {file.Rows.Back[i], &sum.Recovered},
			} {
				if c.from != nil {
					*c.to += *c.from
				}
			}
		}
		want := tallyOf(s.Allocations).Totals
		if sum.Count = len(file.Rows.Title); sum != want {
			t.Errorf("%s: sums %+v, want %+v", code, sum, want)
		}
	}
}

// found are the titles of the rows with a value of a facet.
func (file filterFile) found(name, value string) string {
	var out []string
	for _, f := range file.Facets {
		if f.Name != name {
			continue
		}
		for i, title := range file.Rows.Title {
			if slices.Contains(f.Sets[f.Rows[i]], slices.Index(f.Values, value)) {
				out = append(out, title)
			}
		}
	}
	return strings.Join(out, " ")
}

func TestFilterFacets(t *testing.T) {
	s := moneySite(t)
	v := newVoice(s, "nl")
	file := filterOf(t, v)
	for _, c := range []struct{ facet, value, want string }{
		{"jaar", "2022", "Ccc Aaa Ddd"},
		{"jaar", "2021", "Bbb"},
		{"werf", "een", "Ccc Aaa Bbb Ddd"},
		{"werf", "twee", "Bbb"},
		{"budget", "deel", "Ccc Aaa Ddd"},
		{"budget", "alles", "Ccc Aaa Bbb Ddd"}, // with those of the envelopes inside
		{"status", "refused", "Ccc"},
		{"wijk", "west", "Aaa"},
		{"regeling", "", ""}, // none has one
	} {
		if got := file.found(c.facet, c.value); got != c.want {
			t.Errorf("%s=%s: %q, want %q", c.facet, c.value, got, c.want)
		}
	}
	form := v.filterForm("/toelagen/")
	var fields []string
	for _, f := range form.Fields {
		fields = append(fields, f.Name+":")
		for _, o := range f.Options {
			fields = append(fields, o.Text)
			if file.found(f.Name, o.Value) == "" {
				t.Errorf("nothing has %s=%s", f.Name, o.Value)
			}
		}
	}
	want := "jaar: 2022 2021 werf: 1. Een 2. Twee budget: "
	if got := strings.Join(fields, " "); !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "status: Toegekend Deels betaald Teruggevorderd Geweigerd wijk: Oost West") {
		t.Errorf("form: %q", got)
	}
	if inDutch(form.Amount) != "€ 1.234.567,89" || inDutch(form.Negative) != "€ -1.234.567,89" {
		t.Errorf("patterns %q and %q", form.Amount, form.Negative)
	}
}

// The form and the file stand on the first page of the whole list alone, and
// there is neither where there is nothing to choose, or sums would not be exact.
func TestFilterOnlyWhereItServes(t *testing.T) {
	s := moneySite(t)
	for _, p := range All(s) {
		var paths []string
		for _, f := range p.Files {
			paths = append(paths, f.Paths...)
		}
		view, _ := p.View().(*AllocationsView)
		has := view != nil && view.Filter.URL == "/toelagen/filter.json" && view.Script != ""
		if want := p.URL == "/toelagen/"; has != want || slices.Contains(paths, "/toelagen/filter.json") != want {
			t.Errorf("%s: form %t, files %q", p.URL, has, paths)
		}
	}
	one := &model.Allocation{Status: "awarded", Awarded: 1 << 52, HasAwarded: true}
	for _, c := range []struct {
		list []*model.Allocation
		want bool
	}{
		{nil, false}, {[]*model.Allocation{one}, false}, {[]*model.Allocation{one, one}, true}, {[]*model.Allocation{one, one, one}, false},
		{[]*model.Allocation{{Requested: 1<<53 + 1}, one}, false}, {[]*model.Allocation{{Requested: -1 << 63}, one}, false},
	} {
		if got := filterable(c.list); got != c.want {
			t.Errorf("%d allocations: filterable %t", len(c.list), got)
		}
	}
}

func TestFilterFileIsStable(t *testing.T) {
	v := newVoice(moneySite(t), "nl")
	if first := v.filterData(); !bytes.Equal(first, v.filterData()) {
		t.Error("the same site gives other bytes")
	}
}

// An address outside the list of allocations, or that only looks like one of
// its pages, is written whole.
func TestFilterShort(t *testing.T) {
	w := filterWriter{base: "/stad/toelagen/"}
	for _, c := range [][2]string{
		{"/stad/toelagen/t1/", "t1"}, {"/stad/toelagen/a/b/", "a/b"}, {"/stad/toelagen/", "/stad/toelagen/"},
		{"/stad/toelagen//x/", "/stad/toelagen//x/"}, {"/stad/toelagen/t1", "/stad/toelagen/t1"}, {"/fr/toelagen/t1/", "/fr/toelagen/t1/"},
	} {
		if got := w.short(c[0]); got != c[1] {
			t.Errorf("%s: %s, want %s", c[0], got, c[1])
		}
	}
}

// Of very many envelopes only the outermost are offered, and find what was
// taken from those inside.
func TestFilterManyEnvelopes(t *testing.T) {
	budgets := "[[budget]]\nid = \"noord\"\ntitel = \"Noord\"\njaar = 2022\nbedrag = 100000\n[[budget]]\nid = \"zuid\"\ntitel = \"Zuid\"\njaar = 2022\nbedrag = 100000\n"
	rows := "id;organisatie;titel;budget;aangevraagd;status;datum\n"
	for i := range filterMost {
		budgets += fmt.Sprintf("[[budget]]\nid = \"b%d\"\ntitel = \"Deel %d\"\njaar = 2022\nbedrag = 10\nbovenliggend = \"%s\"\n", i, i, []string{"noord", "zuid"}[i%2])
		rows += fmt.Sprintf("t%02d;beuk;T%02d;b%d;10,00;aangevraagd;2022-01-01\n", i, i, i)
	}
	s := smallSite(t, map[string]string{
		"data/organisaties.csv": "id;titel\nbeuk;De Beuk\n", "data/budgetten.toml": budgets, "data/toelagen/t.csv": rows,
	})
	v := newVoice(s, "nl")
	form := v.filterForm("/toelagen/")
	if len(form.Fields) != 1 || len(form.Fields[0].Options) != 2 {
		t.Fatalf("fields %+v", form.Fields)
	}
	if n := len(strings.Fields(filterOf(t, v).found("budget", "zuid"))); n != filterMost/2 {
		t.Errorf("%d allocations in the envelope, want %d", n, filterMost/2)
	}
}
