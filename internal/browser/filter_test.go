package browser

// The filter of the list of allocations, as readers use it: it finds what the
// model says, shows it as the static table does, and leaves that table as it
// was. On the demo site, and on a small one with hostile names below a path.

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// TestFilter opens the lists and searches them.
func TestFilter(t *testing.T) {
	c := startChrome(t)
	demo, small := serveSite(t, filepath.Join("..", "..")), serveSite(t, smallSite(t))
	t.Run("same rows", func(t *testing.T) { judgeSameRows(t, demo, c); judgeSameRows(t, small, c) })
	t.Run("finds", func(t *testing.T) { judgeFinds(t, demo, c); judgeFinds(t, small, c) })
	t.Run("amounts", func(t *testing.T) { judgeAmounts(t, small, c) })
	t.Run("address", func(t *testing.T) { judgeAddress(t, demo, c) })
	t.Run("more", func(t *testing.T) { judgeMore(t, small, c) })
	t.Run("hostile", func(t *testing.T) { judgeHostile(t, small, c) })
	t.Run("keyboard", func(t *testing.T) { judgeFilterKeyboard(t, demo, c) })
	t.Run("failure", func(t *testing.T) { judgeFailure(t, small, c) })
	t.Run("narrow", func(t *testing.T) { judgeNarrow(t, small, c) })
	t.Run("axe", func(t *testing.T) { judgeFilterAxe(t, small, c) })
	if *shotsDir != "" {
		shootFilter(t, demo, c)
	}
}

// judgeSameRows: in every order that has a static list, the rows, the total and
// the notes are the same HTML, and clearing puts the static list back.
func judgeSameRows(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	want, page := s.static(t, b, "")
	if len(want) != len(s.model.Allocations) || len(page.Notes) == 0 && s.model.Allocations[0].Example {
		t.Fatalf("%d rows in the static list, of %d allocations; notes %q", len(want), len(s.model.Allocations), page.Notes)
	}
	slices.Reverse(want)
	byAmount, _ := s.static(t, b, "op-bedrag/")
	byName, _ := s.static(t, b, "op-organisatie/")
	before := b.open(t, s.list)
	if _, requests := b.told(); slices.ContainsFunc(requests, func(r string) bool { return strings.Contains(r, "filter.json") }) {
		t.Errorf("%s: the file is asked for before anybody touches the form", s.list)
	}
	for _, order := range []struct {
		value string
		want  []string
	}{{"datum-oud", want}, {"bedrag", byAmount}, {"organisatie", byName}} {
		b.fills(t, "sorteer", order.value)
		got := b.all(t)
		if !slices.Equal(got.Rows, order.want) {
			t.Errorf("%s: rows differ from those of the static list:\n%s", order.value, firstDifference(got.Rows, order.want))
		}
		if got.Foot != page.Foot || !slices.Equal(got.Notes, page.Notes) {
			t.Errorf("%s: total and notes\n%s %q, want\n%s %q", order.value, got.Foot, got.Notes, page.Foot, page.Notes)
		}
	}
	if err := b.do(chromedp.KeyEvent(kb.Escape)); err != nil {
		t.Fatal(err)
	}
	if after := b.sees(t); after.List != before.List || after.At != before.At || after.Status != "" {
		t.Errorf("Escape does not put back what was there: %s %q\n%s", after.At, after.Status, firstDifference(strings.Split(after.List, "<tr"), strings.Split(before.List, "<tr")))
	}
	b.quiet(t)
}

func firstDifference(got, want []string) string {
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			return fmt.Sprintf("%d of %d and %d:\n%s\n%s", i+1, len(got), len(want), slices.Concat(got, []string{""})[min(i, len(got))], slices.Concat(want, []string{""})[min(i, len(want))])
		}
	}
	return "none"
}

// finding is a search and which allocations it must find.
type finding struct {
	fields [][2]string
	want   func(*model.Allocation) bool
}

// expect gives the titles and the sentence that the model says a search finds.
func (s *searched) expect(want func(*model.Allocation) bool) (titles []string, sentence string) {
	l := s.model.Lang
	var awarded, paid locale.Money
	n := 0
	for _, a := range s.model.Allocations {
		if !want(a) {
			continue
		}
		if n++; n <= 40 {
			titles = append(titles, a.Title)
		}
		if !a.InKind() {
			awarded, paid = awarded+a.Counts(), paid+a.Paid
		}
	}
	if n == 0 {
		return nil, l.Word("filter.found_none")
	}
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	return titles, fmt.Sprintf(strings.Replace(l.Word("filter.found"+form), "%d", l.Number(int64(n)), 1), l.Money(awarded), l.Money(paid))
}

// holds tells whether words stand in the names of an allocation, of whom it is
// for, and of all that it belongs to.
func holds(a *model.Allocation, words ...string) bool {
	names := []string{a.Title}
	if o := a.Organisation.To(); o != nil {
		names = append(names, o.Title)
	}
	for b := a.Budget.To(); b != nil; b = b.Parent.To() {
		names = append(names, b.Title)
	}
	for _, w := range a.Werven {
		if w.OK() {
			names = append(names, w.To().Title)
		}
	}
	for _, refs := range [][]model.Ref[*model.Term]{{a.Scheme}, a.Districts, a.TargetGroups, a.Themes} {
		for _, r := range refs {
			if r.OK() {
				names = append(names, r.To().Label("nl"))
			}
		}
	}
	text := strings.ToLower(strings.Join(names, " "))
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

// judgeFinds: words, years, statuses, amounts and all together find what the
// model says, with its sums to the cent.
func judgeFinds(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	year := func(a *model.Allocation) int {
		if !a.Period.IsZero() {
			return a.Period.Year()
		}
		return a.Date.Year()
	}
	counts := func(a *model.Allocation) bool { return a.Granted() && !a.InKind() && a.HasAwarded }
	found := 0
	for _, f := range []finding{
		{[][2]string{{"q", "CAFE"}}, func(a *model.Allocation) bool { return holds(a, "café") }},
		{[][2]string{{"q", "  voor  JÓNGE "}}, func(a *model.Allocation) bool { return holds(a, "voor", "jonge") }},
		{[][2]string{{"q", "basiswerk"}}, func(a *model.Allocation) bool { return holds(a, "basiswerk") }},
		{[][2]string{{"q", "esdoorn"}}, func(a *model.Allocation) bool { return holds(a, "ésdoorn") }},
		{[][2]string{{"q", "dit staat nergens"}}, func(*model.Allocation) bool { return false }},
		{[][2]string{{"jaar", "2022"}}, func(a *model.Allocation) bool { return year(a) == 2022 }},
		{[][2]string{{"status", "paid"}, {"jaar", "2023"}}, func(a *model.Allocation) bool { return a.Status == "paid" && year(a) == 2023 }},
		{[][2]string{{"van", "1.040,00"}}, func(a *model.Allocation) bool { return counts(a) && a.Awarded >= 104000 }},
		{[][2]string{{"van", "€ 1 040"}, {"tot", "1085.5"}}, func(a *model.Allocation) bool { return counts(a) && a.Awarded >= 104000 && a.Awarded <= 108550 }},
	} {
		b.open(t, s.list)
		var got sight
		skip := false
		for _, field := range f.fields {
			has, err := ask[bool](b, fmt.Sprintf(`!!document.querySelector("form.filter").elements[%q]`, field[0]))
			if err != nil {
				t.Fatal(err)
			}
			if skip = skip || !has; has {
				got = b.fills(t, field[0], field[1])
			}
		}
		if skip { // this site has nothing to choose from there
			continue
		}
		titles, sentence := s.expect(f.want)
		found += len(titles)
		if !slices.Equal(got.Titles, titles) || got.Status != sentence {
			t.Errorf("%v: %q\n%q, want %q\n%q", f.fields, got.Status, got.Titles, sentence, titles)
		}
	}
	if found < 30 {
		t.Errorf("only %d rows were found in all", found)
	}
	b.quiet(t)
}

// judgeAmounts: how amounts may be written, and what is said of others.
func judgeAmounts(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	b.open(t, s.list)
	for _, text := range []string{"1.050,50", "1050.50", "1 050,5", "1050,5", "€ 1.050,50", "1,050.50 euro", "1\u00a0050,50"} {
		_, want := s.expect(func(a *model.Allocation) bool { return a.Awarded >= 105050 })
		if got := b.fills(t, "van", text); got.Status != want {
			t.Errorf("%q: %s, want %s", text, got.Status, want)
		}
	}
	_, all := s.expect(func(*model.Allocation) bool { return true })
	for _, text := range []string{"veel", "1.05", "-5", "1.2.3", "1.000.00", "12.34.567", "1,2345"} {
		got := b.fills(t, "van", text)
		wrong, err := ask[bool](b, `(() => {
			const field = document.querySelector("[name=van]"), fault = document.querySelector("#filter_fout");
			return field.ariaInvalid === "true" && !fault.hidden && field.getAttribute("aria-describedby").includes(fault.id);
		})()`)
		if want := text != "1.05"; err != nil || wrong != want || want && got.Status != all {
			t.Errorf("%q: called wrong: %t; %s (%v)", text, wrong, got.Status, err)
		}
	}
	b.quiet(t)
}

// judgeAddress: the address says what was searched and gives it again; back and
// forward go from search to search.
func judgeAddress(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	first := b.open(t, s.list)
	b.fills(t, "q", "breicaf")
	word := b.fills(t, "q", "de")
	year := b.fills(t, "jaar", "2023")
	sorted := b.fills(t, "sorteer", "bedrag")
	if want := s.model.Href("/toelagen/") + "?q=de&jaar=2023&sorteer=bedrag"; sorted.At != want {
		t.Errorf("address %s, want %s", sorted.At, want)
	}
	for _, step := range []struct {
		script string
		want   sight
	}{{"history.back()", year}, {"history.back()", word}, {"history.back()", first}, {"history.go(3)", sorted}} {
		if _, err := ask[bool](b, step.script+"; true"); err != nil {
			t.Fatal(err)
		}
		if got := b.sees(t); got.At != step.want.At || got.Status != step.want.Status || !slices.Equal(got.Rows, step.want.Rows) {
			t.Errorf("%s: %s %q %q, want %s %q %q", step.script, got.At, got.Status, got.Titles, step.want.At, step.want.Status, step.want.Titles)
		}
	}
	fresh := c.tab(t)
	if got := fresh.open(t, s.base+sorted.At); !slices.Equal(got.Rows, sorted.Rows) || got.Status != sorted.Status || got.Foot != sorted.Foot || len(got.Rows) == 0 {
		t.Errorf("the address gives %q %q, want %q %q", got.Status, got.Titles, sorted.Status, sorted.Titles)
	}
	if got := fresh.open(t, s.list+"?jaar=1850&nieuws=ja"); got.List != first.List {
		t.Errorf("an address that asks for nothing changes the list: %q", got.Titles)
	}
	b.quiet(t)
	fresh.quiet(t)
}

// judgeMore: forty rows at a time, the focus on the first of the new ones.
func judgeMore(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	b.open(t, s.list)
	if got := b.fills(t, "sorteer", "datum-oud"); len(got.Rows) != 40 {
		t.Fatalf("%d rows at first", len(got.Rows))
	}
	for _, step := range []struct {
		rows  int
		focus string
	}{{80, "41 A"}, {90, "81 A"}} {
		focus, err := ask[string](b, `document.querySelector(".toelagenlijst > button").click(); document.activeElement.closest("tr").rowIndex + " " + document.activeElement.tagName`)
		if got := b.sees(t); err != nil || len(got.Rows) != step.rows || focus != step.focus {
			t.Errorf("%d rows, want %d; focus on row %s, want %s (%v)", len(got.Rows), step.rows, focus, step.focus, err)
		}
	}
	gone, err := ask[bool](b, `document.querySelector(".toelagenlijst > button").hidden`)
	if err != nil || !gone {
		t.Errorf("there is a button for more where there is no more (%v)", err)
	}
}

// judgeHostile: a purpose that looks like HTML is text, and can be searched.
func judgeHostile(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	for _, title := range hostile {
		b.open(t, s.list)
		got := b.fills(t, "q", title)
		if len(got.Titles) != 1 || got.Titles[0] != title || strings.Contains(got.Title, "gehackt") {
			t.Errorf("%q is found as %q on the page %q", title, got.Titles, got.Title)
		}
		if again := b.open(t, s.base+got.At); !slices.Equal(again.Rows, got.Rows) {
			t.Errorf("%q: its address %s finds %q", title, got.At, again.Titles)
		}
	}
	strange, err := ask[int](b, `document.querySelectorAll(".toelagenlijst :is(img, script, b), .toelagenlijst a:not([href^='/stad/'])").length`)
	if err != nil || strange > 0 {
		t.Errorf("%d elements came out of names (%v)", strange, err)
	}
	b.quiet(t)
}

// judgeFilterKeyboard: without a mouse, from the field to the list and back;
// the focus stays while typing.
func judgeFilterKeyboard(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	first := b.open(t, s.list)
	if _, err := ask[bool](b, `document.querySelector("form.filter").elements.q.focus(); true`); err != nil {
		t.Fatal(err)
	}
	press := func(keys string) sight {
		t.Helper()
		if err := b.do(chromedp.KeyEvent(keys)); err != nil {
			t.Fatal(err)
		}
		return b.sees(t)
	}
	titles, sentence := s.expect(func(a *model.Allocation) bool { return holds(a, "café") })
	if got := press("cafe"); got.Focus != "q" || got.Status != sentence || !slices.Equal(got.Titles, titles) {
		t.Errorf("typed: focus on %q, %q %q", got.Focus, got.Status, got.Titles)
	}
	if got := press(kb.Enter); got.Focus != "tabel" {
		t.Errorf("Enter leads to %q", got.Focus)
	}
	if got := press(kb.Escape); got.List != first.List || got.At != first.At || got.Focus != "tabel" {
		t.Errorf("Escape in the list: %s, focus on %q, %q", got.At, got.Focus, got.Titles)
	}
	if _, err := ask[bool](b, `document.querySelector("form.filter summary").focus(); true`); err != nil {
		t.Fatal(err)
	}
	press(kb.Enter)
	if got := press(kb.Tab); got.Focus != "jaar" {
		t.Errorf("after the summary comes %q", got.Focus)
	}
	_, sentence = s.expect(func(a *model.Allocation) bool { return a.Period.Year() == 2023 })
	if got := press("2023"); got.Status != sentence || got.Focus != "jaar" {
		t.Errorf("year by keyboard: %q, want %q; focus on %q", got.Status, sentence, got.Focus)
	}
	for range 20 {
		if got := press(kb.Tab); strings.HasPrefix(got.Focus, "knop") || got.Focus == "" {
			break
		}
	}
	press(kb.Tab)
	if got := press(kb.Enter); got.List != first.List || got.Focus != "q" {
		t.Errorf("the button that clears: focus on %q, %q", got.Focus, got.Titles)
	}
	b.quiet(t)
}

// judgeFailure: where the file cannot be had, that is said and the list stays;
// when it can, the search works.
func judgeFailure(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	first := b.open(t, s.list)
	s.broken.Store(true)
	defer s.broken.Store(false)
	if got := b.fills(t, "q", "café"); got.Status != s.model.Lang.Word("filter.failed") || got.List != first.List {
		t.Errorf("without the file: %q %q", got.Status, got.Titles)
	}
	s.broken.Store(false)
	if got := b.fills(t, "q", "caf"); len(got.Titles) != 1 {
		t.Errorf("with it again: %q %q", got.Status, got.Titles)
	}
	said, _ := b.told()
	if slices.ContainsFunc(said, func(text string) bool { return !strings.Contains(text, "503") }) {
		t.Errorf("the page says %s", strings.Join(said, "; "))
	}
}

// openAll opens the form and searches.
func (b *tab) openAll(t *testing.T, address string) {
	t.Helper()
	b.open(t, address)
	b.fills(t, "van", "veel")
	b.fills(t, "q", "o")
}

// judgeNarrow: in use, a narrow phone does not scroll sideways.
func judgeNarrow(t *testing.T, s *searched, c *chrome) {
	b := c.tab(t)
	b.openAll(t, s.list)
	if err := b.do(look(narrow, "light")); err != nil {
		t.Fatal(err)
	}
	v, err := ask[visit](b, `document.querySelector("form.filter details").open = true;`+seeScript)
	if err != nil || len(v.Wide) > 0 || v.Elements > maxElements {
		t.Errorf("sideways: %s; %d elements (%v)", strings.Join(v.Wide, ", "), v.Elements, err)
	}
	b.quiet(t)
}

// judgeFilterAxe: axe finds nothing in a search, with a mistake in it.
func judgeFilterAxe(t *testing.T, s *searched, c *chrome) {
	source, err := os.ReadFile(filepath.Join(needPackages(t), "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	b := c.tab(t)
	b.openAll(t, s.list)
	if _, err := ask[bool](b, string(source)+`;document.querySelector("form.filter details").open = true`); err != nil {
		t.Fatal(err)
	}
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{1280, narrow} {
			if err := b.do(look(width, scheme)); err != nil {
				t.Fatal(err)
			}
			found, err := ask[verdict](b, axeRun, chromedp.EvalAwaitPromise)
			if err != nil || found.Passes < 10 {
				t.Fatalf("axe passed %d rules (%v)", found.Passes, err)
			}
			for _, v := range found.Violations {
				t.Errorf("%s at %d px: %s", scheme, width, v)
			}
		}
	}
}
