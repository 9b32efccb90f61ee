package build

// All figures agree: over a generated site, what stands in a table, below it,
// over it, in a picture and in the files to download is the same, to the cent.

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"html"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"glashelder/internal/locale"
	"glashelder/internal/page"
	"glashelder/internal/sitetest"
)

// moneyOf reads an amount as it stands on a page; nothing and "–" are 0.
func moneyOf(t *testing.T, text string) locale.Money {
	t.Helper()
	if text == "" || text == "–" || text == "in natura" {
		return 0
	}
	m, err := locale.ParseMoney(text, ',')
	if err != nil {
		t.Errorf("%q: %v", text, err)
	}
	return m
}

// agreement gathers what the tests found, so that none of them can be empty.
type agreement struct {
	built                    *Built
	sums, lists, files, rows int
}

func generatedMoney(t *testing.T, rows, organisations int) *Built {
	t.Helper()
	dir := t.TempDir()
	if _, err := sitetest.GenerateMoney(dir, rows, organisations, 7); err != nil {
		t.Fatal(err)
	}
	var b Builder
	built, diags, err := b.Prove(context.Background(), Options{Dir: dir, Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil || Stops(diags, false) {
		t.Fatal(err, diags.Sort()[:min(len(diags), 5)])
	}
	return built
}

func TestFiguresAgree(t *testing.T) {
	a := &agreement{built: generatedMoney(t, 700, 160)}
	lists := map[string][]page.AllocationTable{} // by the address of their files
	for _, p := range a.built.Pages {
		view := reflect.ValueOf(p.View()).Elem()
		for i := range view.NumField() {
			switch table := view.Field(i).Interface().(type) {
			case page.SumTable:
				a.sumTable(t, p, table)
			case page.AllocationTable:
				if len(table.Rows) > 0 {
					key := p.URL
					if p.Template == "allocations" {
						key = string(table.Downloads.Links[0].URL)
					}
					lists[key+strings.Join(orderOf(p.URL), "")] = append(lists[key+strings.Join(orderOf(p.URL), "")], table)
				}
			}
		}
	}
	for at, parts := range lists {
		a.allocationTable(t, at, parts)
	}
	if a.sums < 100 || a.lists < 150 || a.files < 500 || a.rows < 5000 {
		t.Errorf("only %d tables of sums, %d lists, %d files and %d rows were looked at", a.sums, a.lists, a.files, a.rows)
	}
}

// No page of a site with much money has more elements than a page may have.
func TestMoneyPagesAreLight(t *testing.T) {
	built := generatedMoney(t, 700, 160)
	heaviest := 0
	for _, p := range built.Pages {
		html, ok, err := built.Page(p.URL)
		if err != nil || !ok {
			t.Fatal(p.URL, ok, err)
		}
		elements := strings.Count(string(html), "<") - strings.Count(string(html), "</")
		if heaviest = max(heaviest, elements); elements > 1400 {
			t.Errorf("%s has %d elements", p.URL, elements)
		}
	}
	if heaviest < 500 {
		t.Errorf("the heaviest page has %d elements: that is no site with much money", heaviest)
	}
}

// orderOf tells the orders of one list apart.
func orderOf(url string) []string {
	var out []string
	for _, order := range []string{"op-bedrag", "op-organisatie"} {
		if strings.Contains(url, order) {
			out = append(out, order)
		}
	}
	return out
}

// sumTable holds the rows of a table of sums against its total and its files.
func (a *agreement) sumTable(t *testing.T, p page.Page, table page.SumTable) {
	if len(table.Rows) == 0 {
		return
	}
	a.sums++
	var requested, awarded, paid locale.Money
	for _, row := range table.Rows {
		r, w, x := moneyOf(t, row.Requested), moneyOf(t, row.Awarded), moneyOf(t, row.Paid)
		requested, awarded, paid = requested+r, awarded+w, paid+x
		if table.Planned && moneyOf(t, row.Planned)-w != moneyOf(t, row.Left) {
			t.Errorf("%s: %s: planned %s less awarded %s is not left %s", p.URL, row.Name.Text, row.Planned, row.Awarded, row.Left)
		}
	}
	several := slices.ContainsFunc(table.Notes, func(n string) bool { return strings.Contains(n, "meer dan één") || strings.Contains(n, "meerdere") })
	if total := table.Total; table.HasTotal && !table.Planned && !several {
		for _, c := range []struct {
			word, total string
			sum         locale.Money
		}{{"requested", total.Requested, requested}, {"awarded", total.Awarded, awarded}, {"paid", total.Paid, paid}} {
			if moneyOf(t, c.total) != c.sum {
				t.Errorf("%s: %s: rows add up to %s %s, the total says %s", p.URL, table.Caption, c.sum, c.word, c.total)
			}
		}
	}
	for _, link := range table.Downloads.Links {
		sums := a.file(t, link)
		if sums == nil || len(table.Rows) < sums.rows {
			continue // a page of a longer list
		}
		if sums.of["requested"] != requested || sums.of["awarded"] != awarded || sums.of["paid"] != paid {
			t.Errorf("%s: %s: the page has %s, %s, %s, and %s %v", p.URL, table.Caption, requested, awarded, paid, link.Name, sums.of)
		}
	}
	if len(table.Downloads.Links) == 0 {
		t.Errorf("%s: %s cannot be downloaded", p.URL, table.Caption)
	}
}

// allocationTable holds the rows of a list, on all its pages, against the total
// that stands on each, and against its files.
func (a *agreement) allocationTable(t *testing.T, at string, parts []page.AllocationTable) {
	a.lists++
	var requested, awarded, paid locale.Money
	rows := 0
	for _, part := range parts {
		for _, row := range part.Rows {
			rows++
			if row.Awarded != "in natura" {
				requested, awarded, paid = requested+moneyOf(t, row.Requested), awarded+moneyOf(t, row.Awarded), paid+moneyOf(t, row.Paid)
			}
		}
	}
	a.rows += rows
	table := parts[0]
	if table.All.URL == "" {
		for _, part := range parts {
			total := part.Total
			if moneyOf(t, total.Requested) != requested || moneyOf(t, total.Awarded) != awarded || moneyOf(t, total.Paid) != paid {
				t.Errorf("%s: rows add up to %s, %s, %s, the total says %s, %s, %s", at, requested, awarded, paid, total.Requested, total.Awarded, total.Paid)
			}
		}
	}
	for _, link := range table.Downloads.Links {
		sums := a.file(t, link)
		if sums == nil {
			continue
		}
		total := table.Total
		if sums.of["requested"] != moneyOf(t, total.Requested) || sums.of["awarded"] != moneyOf(t, total.Awarded) || sums.of["paid"] != moneyOf(t, total.Paid) {
			t.Errorf("%s: the total says %s, %s, %s, and %s %v", at, total.Requested, total.Awarded, total.Paid, link.Name, sums.of)
		}
		if table.All.URL == "" && sums.rows != rows {
			t.Errorf("%s: %d rows on the pages, %d in %s", at, rows, sums.rows, link.Name)
		}
	}
	if len(table.Downloads.Links) == 0 {
		t.Errorf("%s cannot be downloaded", at)
	}
}

// fileSums is the sums of the columns of a file.
type fileSums struct {
	rows int
	of   map[string]locale.Money
}

// file adds up a file of a download; nil for a workbook, which the test of its
// own room reads.
func (a *agreement) file(t *testing.T, link page.DownloadLink) *fileSums {
	t.Helper()
	data := a.read(t, string(link.URL))
	a.files++
	switch {
	case strings.HasSuffix(link.Name, ".json"):
		return sumJSON(t, data)
	case strings.HasSuffix(link.Name, "-excel.csv"):
		return sumCSV(t, data, ';', map[string]string{"Aangevraagd": "requested", "Toegekend": "awarded", "Betaald": "paid"}, true)
	case strings.HasSuffix(link.Name, ".csv"):
		return sumCSV(t, data, ',', map[string]string{"requested": "requested", "awarded": "awarded", "paid": "paid"}, false)
	case !bytes.HasPrefix(data, []byte("PK")):
		t.Errorf("%s is no workbook", link.Name)
	}
	return nil
}

// read gives the file behind an address, or the one that the address carries.
func (a *agreement) read(t *testing.T, at string) []byte {
	t.Helper()
	if body, ok := strings.CutPrefix(at, "data:"); ok {
		head, text, _ := strings.Cut(body, ",")
		if strings.HasSuffix(head, ";base64") {
			data, err := base64.StdEncoding.DecodeString(text)
			if err != nil {
				t.Fatal(err)
			}
			return data
		}
		plain, err := url.PathUnescape(text)
		if err != nil {
			t.Fatal(err)
		}
		return []byte(plain)
	}
	data, ok, err := a.built.File(strings.TrimPrefix(at, "/"))
	if err != nil || !ok {
		t.Fatalf("%s: found %v, %v", at, ok, err)
	}
	return data
}

func sumCSV(t *testing.T, data []byte, comma rune, names map[string]string, hasTotal bool) *fileSums {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.Comma = comma
	records, err := r.ReadAll()
	if err != nil || len(records) == 0 {
		t.Fatal(len(records), err)
	}
	out := &fileSums{of: map[string]locale.Money{}}
	total := map[string]locale.Money{}
	for _, record := range records[1:] {
		isTotal := hasTotal && slices.Contains(record[:2], "Totaal")
		if !isTotal {
			out.rows++
		}
		for i, cell := range record {
			if name := names[records[0][i]]; name != "" && isTotal {
				total[name] = moneyOf(t, cell)
			} else if name != "" {
				out.of[name] += moneyOf(t, cell)
			}
		}
	}
	return out
}

func sumJSON(t *testing.T, data []byte) *fileSums {
	t.Helper()
	var file struct {
		Rows []map[string]any `json:"rows"`
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&file); err != nil {
		t.Fatal(err)
	}
	out := &fileSums{rows: len(file.Rows), of: map[string]locale.Money{}}
	for _, row := range file.Rows {
		for _, name := range []string{"requested", "awarded", "paid"} {
			if n, ok := row[name].(json.Number); ok {
				m, err := locale.ParseMoney(n.String(), '.')
				if err != nil {
					t.Fatal(err)
				}
				out.of[name] += m
			}
		}
	}
	return out
}

var amountCell = regexp.MustCompile(`<td class="r">([^<]*)</td>`)

// sumOfPicture adds up the amounts of the table under a picture.
func sumOfPicture(t *testing.T, picture string) locale.Money {
	t.Helper()
	var sum locale.Money
	for _, m := range amountCell.FindAllStringSubmatch(picture, -1) {
		sum += moneyOf(t, html.UnescapeString(m[1]))
	}
	return sum
}

// The pictures of an envelope add up to it, and the sums over all envelopes,
// organisations, years and payments are those of the page about money.
func TestWaysInAgree(t *testing.T) {
	built := generatedMoney(t, 700, 160)
	s := built.Site
	var byBudget, byOrganisation, byAllocation, paid locale.Money
	for _, b := range s.Budgets {
		byBudget += b.Own.Awarded
	}
	for _, o := range s.Organisations {
		byOrganisation += o.Totals.Awarded
	}
	for _, a := range s.Allocations {
		byAllocation += a.Counts()
		if !a.InKind() {
			paid += a.Paid
		}
	}
	pictures := 0
	for _, p := range built.Pages {
		switch view := p.View().(type) {
		case *page.MoneyView:
			for _, table := range []page.SumTable{view.Years, view.Werven, view.Schemes} {
				if got := moneyOf(t, table.Total.Awarded); got != byBudget || got != byOrganisation || got != byAllocation {
					t.Errorf("%s: %s; by envelope %s, by organisation %s, by allocation %s", table.Caption, got, byBudget, byOrganisation, byAllocation)
				}
				if got := moneyOf(t, table.Total.Paid); got != paid {
					t.Errorf("%s: paid %s, want %s", table.Caption, got, paid)
				}
			}
			if flow := sumOfPicture(t, string(view.Flow)); flow != byAllocation {
				t.Errorf("%s flows, %s is awarded", flow, byAllocation)
			}
		case *page.BudgetView:
			parts := sumOfPicture(t, string(view.Picture))
			if pictures++; parts != moneyOf(t, view.Figures[0].Amount) {
				t.Errorf("%s: the parts of the picture add up to %s, the envelope is %s", p.URL, parts, view.Figures[0].Amount)
			}
		}
	}
	if byAllocation == 0 || pictures < 20 {
		t.Errorf("%s awarded, %d pictures", byAllocation, pictures)
	}
}
