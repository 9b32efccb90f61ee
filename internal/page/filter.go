package page

// The filter of the list of all allocations: the form that a script shows above
// it, and the file that the script searches. Without the script the list is as
// it is. What must stay true: the file says of every allocation what its row in
// the static table says, in the same words, and amounts are whole cents.
//
// The file is one JSON object of columns, small and quick to read for tens of
// thousands of rows. Rows stand in the order of the site, newest first; what
// comes back often is written once and pointed at by its index.
//
//	version        2; a script for another version does not use the file
//	base           what most addresses begin with: "/toelagen/"
//	langs          languages; the first is "", that of the page
//	organisations  [name, address, language] of each, by name; an address is "" where there is none
//	dates          [text, for machines] of each day
//	statuses       words by English name: {"paid": "betaald"}
//	words          names of envelopes, werven, schemes, districts, target groups and
//	               themes, by which a row is found too
//	wordSets       indices of words that allocations have together
//	facets         what the list can be narrowed by, each with
//	               name    in the address of a search: "jaar"
//	               values  in the order of the form: ["2023", "2022"]
//	               sets    indices of values that allocations have together: [[0], [0, 1], []]
//	               rows    index of the set of each row
//	rows           columns of equal length:
//	               title, status; url: "t22-001" stands for base + "t22-001/",
//	               and what begins with "/" is whole; lang, organisation and
//	               date: indices; words: index of a set; requested, awarded, paid, back: cents or null,
//	               back is what was recovered; flags: the sum of those below

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// filterVersion changes when the shape of the file does.
const filterVersion = 2

// Flags of a row.
const (
	flagExample     = 1 << iota // invented
	flagInKind                  // support in kind, which no sum counts
	flagGivenInKind             // and it was granted
)

type filterFile struct {
	Version       int               `json:"version"`
	Base          string            `json:"base"`
	Langs         []string          `json:"langs"`
	Organisations [][3]any          `json:"organisations"`
	Dates         [][2]string       `json:"dates"`
	Statuses      map[string]string `json:"statuses"`
	Words         []string          `json:"words"`
	WordSets      [][]int           `json:"wordSets"`
	Facets        []filterColumn    `json:"facets"`
	Rows          filterRows        `json:"rows"`
}

type filterColumn struct {
	Name   string   `json:"name"`
	Values []string `json:"values"`
	Sets   [][]int  `json:"sets"`
	Rows   []int    `json:"rows"`
}

type filterRows struct {
	Title        []string        `json:"title"`
	URL          []string        `json:"url"`
	Lang         []int           `json:"lang"`
	Organisation []int           `json:"organisation"`
	Status       []string        `json:"status"`
	Date         []int           `json:"date"`
	Words        []int           `json:"words"`
	Requested    []*locale.Money `json:"requested"`
	Awarded      []*locale.Money `json:"awarded"`
	Paid         []*locale.Money `json:"paid"`
	Back         []*locale.Money `json:"back"`
	Flags        []int           `json:"flags"`
}

// filterPath is the address of the file of the list at base.
func filterPath(base string) string { return base + "filter.json" }

// filterFiles are the files beside the first page of the list at base; none
// where there is nothing to filter.
func (v voice) filterFiles(base string) []Files {
	if !filterable(v.site.Allocations) {
		return nil
	}
	return []Files{{Paths: []string{filterPath(base)}, Make: func() func(int) []byte { return func(int) []byte { return v.filterData() } }}}
}

// filterable tells whether there is something to choose from, in sums that a
// script can hold: its numbers are exact up to 2^53 (ECMA-262, 6.1.6.1).
func filterable(list []*model.Allocation) bool {
	const most = 1 << 53
	var sums [4]locale.Money
	for _, a := range list {
		for i, m := range []locale.Money{a.Requested, a.Awarded, a.Paid, a.Recovered} {
			if m < -most || m > most {
				return false
			}
			if sums[i] += max(m, -m); sums[i] > most {
				return false
			}
		}
	}
	return len(list) > 1
}

// filterData is the file for a list in this voice.
func (v voice) filterData() []byte {
	w := filterWriter{voice: v, base: v.site.Href(sectionOf(v.site, "allocation"))}
	w.file = filterFile{Version: filterVersion, Base: w.base, Statuses: map[string]string{}}
	w.langs.index("")
	w.organisations()
	fields := v.filterFields()
	for _, a := range v.site.Allocations {
		w.row(a)
	}
	for _, f := range fields {
		w.file.Facets = append(w.file.Facets, f.column(v.site.Allocations))
	}
	w.file.Langs, w.file.Words = w.langs.list, w.words.list
	for _, d := range w.dates.list {
		w.file.Dates = append(w.file.Dates, [2]string{d.Text, d.ISO})
	}
	data, err := json.Marshal(w.file)
	if err != nil {
		panic("the file of the filter cannot be encoded: " + err.Error()) // only strings and numbers
	}
	return append(data, '\n')
}

// filterWriter fills a file, row by row.
type filterWriter struct {
	voice
	base  string
	file  filterFile
	langs dictionary[string]
	dates dictionary[Date]
	words dictionary[string]
	sets  dictionary[string]          // of words, as text
	at    map[*model.Organisation]int // index in file.Organisations; nil is the last
}

// dictionary numbers different values in the order in which they come.
type dictionary[T comparable] struct {
	at   map[T]int
	list []T
}

func (d *dictionary[T]) index(value T) int {
	i, known := d.at[value]
	if !known {
		if d.at == nil {
			d.at = map[T]int{}
		}
		i = len(d.list)
		d.at[value], d.list = i, append(d.list, value)
	}
	return i
}

// organisations writes those that have allocations, in the order of the site;
// last comes the one that is not known.
func (w *filterWriter) organisations() {
	w.at = map[*model.Organisation]int{}
	for _, o := range w.site.Organisations {
		if len(o.Allocations) > 0 {
			l := w.link(o)
			w.at[o] = len(w.file.Organisations)
			w.file.Organisations = append(w.file.Organisations, [3]any{l.Text, l.URL, w.langs.index(l.Lang)})
		}
	}
	w.at[nil] = len(w.file.Organisations)
	w.file.Organisations = append(w.file.Organisations, [3]any{"", "", 0})
}

func (w *filterWriter) row(a *model.Allocation) {
	rows, l := &w.file.Rows, w.link(a)
	rows.Title = append(rows.Title, l.Text)
	rows.URL = append(rows.URL, w.short(l.URL))
	rows.Lang = append(rows.Lang, w.langs.index(l.Lang))
	rows.Organisation = append(rows.Organisation, w.at[a.Organisation.To()])
	rows.Status = append(rows.Status, a.Status)
	rows.Date = append(rows.Date, w.dates.index(w.date(a.Date)))
	rows.Words = append(rows.Words, w.wordSet(a))
	rows.Requested = append(rows.Requested, amount(&a.Requested, a.HasRequested && !a.InKind()))
	rows.Awarded = append(rows.Awarded, amount(&a.Awarded, a.HasAwarded && a.Granted() && !a.InKind()))
	rows.Paid = append(rows.Paid, amount(&a.Paid, len(a.Payments) > 0))
	rows.Back = append(rows.Back, amount(&a.Recovered, a.Recovered > 0))
	rows.Flags = append(rows.Flags, flags(a))
	if _, known := w.file.Statuses[a.Status]; !known && a.Status != "" {
		w.file.Statuses[a.Status] = w.status(a.Status).Text
	}
}

// wordSet is the index of the names that an allocation is found by, besides its
// own and that of the organisation.
func (w *filterWriter) wordSet(a *model.Allocation) int {
	var names []string
	for _, b := range envelopesOf(a) {
		names = append(names, w.link(b).Text)
	}
	for _, r := range a.Werven {
		names = append(names, linkTo(w.voice, r).Text)
	}
	for _, refs := range [][]model.Ref[*model.Term]{{a.Scheme}, a.Districts, a.TargetGroups, a.Themes} {
		for _, l := range w.terms(refs) {
			names = append(names, l.Text)
		}
	}
	var set []int
	for _, name := range names {
		if name != "" {
			set = append(set, w.words.index(name))
		}
	}
	slices.Sort(set)
	set = slices.Compact(set)
	known := len(w.sets.list)
	i := w.sets.index(fmt.Sprint(set))
	if i == known {
		w.file.WordSets = append(w.file.WordSets, set)
	}
	return i
}

// short is an address without what most have in common.
func (w *filterWriter) short(url string) string {
	end, ok := strings.CutPrefix(url, w.base)
	if name := strings.TrimSuffix(end, "/"); ok && name+"/" == end && name != "" && name[0] != '/' {
		return name
	}
	return url
}

// amount is an amount for the file; nil, which JSON calls null, where there is none.
func amount(m *locale.Money, has bool) *locale.Money {
	if !has {
		return nil
	}
	return m
}

func flags(a *model.Allocation) int {
	out := 0
	if a.Example {
		out |= flagExample
	}
	if a.InKind() {
		out |= flagInKind
		if a.Granted() {
			out |= flagGivenInKind
		}
	}
	return out
}
