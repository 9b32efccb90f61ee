package page

import (
	"slices"
	"testing"

	"glashelder/internal/model"
)

func TestShownPages(t *testing.T) {
	for _, c := range []struct {
		n, last int
		want    []int
	}{
		{1, 1, []int{1}},
		{1, 3, []int{1, 2, 3}},
		{1, 9, []int{1, 2, 3, 9}},
		{5, 9, []int{1, 2, 3, 4, 5, 6, 7, 8, 9}},
		{6, 12, []int{1, 4, 5, 6, 7, 8, 12}},
		{12, 12, []int{1, 10, 11, 12}},
	} {
		if got := shownPages(c.n, c.last); !slices.Equal(got, c.want) {
			t.Errorf("shownPages(%d, %d) = %v, want %v", c.n, c.last, got, c.want)
		}
	}
}

// pagerView keeps what listPages hands to a view.
type pagerView struct {
	Frame
	Pager
	items []int
}

func TestListPages(t *testing.T) {
	s := smallSite(t, map[string]string{"content/vragen/3.md": "+++\ntitel = \"Drie\"\n+++\n"})
	items := make([]int, 2*pageSize+1)
	for i := range items {
		items[i] = i + 1
	}
	pages := listPages(newVoice(s, "nl"), "list", "/vragen/", items, func(v voice, part []int, p Pager) View {
		return &pagerView{v.listFrame(p, "question", "Vragen", ""), p, part}
	})
	if len(pages) != 3 {
		t.Fatalf("%d pages, want 3", len(pages))
	}
	for i, want := range []struct {
		url, title, previous, next string
		from, to, crumbs           int
	}{
		{"/vragen/", "Vragen", "", "/vragen/2/", 1, 40, 1},
		{"/vragen/2/", "Vragen, pagina 2 van 3", "/vragen/", "/vragen/pagina-3/", 41, 80, 2}, // a document has /vragen/3/
		{"/vragen/pagina-3/", "Vragen, pagina 3 van 3", "/vragen/2/", "", 81, 81, 2},
	} {
		view := pages[i].View().(*pagerView)
		p := view.Pager
		if pages[i].URL != want.url || p.At != want.url || view.Title != want.title || p.Previous != want.previous || p.Next != want.next {
			t.Errorf("page %d is %s %q, before %q, after %q", i+1, pages[i].URL, view.Title, p.Previous, p.Next)
		}
		if p.From != want.from || p.To != want.to || view.items[0] != want.from || view.items[len(view.items)-1] != want.to {
			t.Errorf("page %d holds %d to %d, says %d to %d", i+1, view.items[0], view.items[len(view.items)-1], p.From, p.To)
		}
		if len(view.Crumbs) != want.crumbs || len(p.Numbers) != 3 || !p.Numbers[i].Current {
			t.Errorf("page %d: crumbs %v, numbers %v", i+1, view.Crumbs, p.Numbers)
		}
	}
}

func TestListPagesEmpty(t *testing.T) {
	s := smallSite(t, nil)
	pages := listPages(newVoice(s, "nl"), "list", "/vragen/", nil, func(v voice, part []model.Document, p Pager) View {
		return &pagerView{v.listFrame(p, "question", "Vragen", ""), p, nil}
	})
	if p := pages[0].View().(*pagerView).Pager; len(pages) != 1 || p.From != 0 || p.To != 0 || p.Numbers != nil {
		t.Errorf("%d pages, %+v", len(pages), p)
	}
}
