package page

// Free pages: texts that belong to no kind, and the folders they stand in. The
// text of a folder's page gives the order of its pages: those it links to come
// first, as it links to them.

import (
	"cmp"
	"html/template"
	"path"
	"slices"
	"strings"

	"glashelder/internal/markdown"
	"glashelder/internal/model"
)

// PageView is a free page: a text, and the pages below it.
type PageView struct {
	Frame
	About
	Body           template.HTML
	HasFacts       bool
	Contents       []Link // of a long text
	Below          []Line // pages below it that its text does not link to
	Previous, Next Link   // within its folder
}

// Generated pages of the manual.
const (
	manualURL = "/handleiding/"
	fieldsURL = manualURL + "velden/"
	codesURL  = manualURL + "meldingen/"
)

// freePages are the pages that belong to no kind, and those of their folders.
func freePages(s *model.Site) []Page {
	tree := newFreeTree(s)
	return documents(s, "page", tree.pages, func(v voice, p *model.Page) View {
		view := &PageView{Frame: v.frameOf(p), About: v.about(p), Body: v.body(p), Contents: contents(p.Prose)}
		view.HasFacts = commonFacts(view.About)
		at := original(p).URL
		view.Previous, view.Next = tree.neighbours(v, at)
		for _, child := range tree.below[at] {
			if !tree.linked[child.URL] {
				view.Below = append(view.Below, v.pageLine(child))
			}
		}
		if at == manualURL {
			view.Below = append(view.Below, v.manualLines()...)
		}
		return view
	})
}

// pageLine is a free page in a list. That it is a page goes without saying.
func (v voice) pageLine(p *model.Page) Line {
	line := v.line(p)
	line.KindLabel, line.Date = "", Date{}
	return line
}

// freeTree is how free pages stand below one another.
type freeTree struct {
	pages  []*model.Page
	below  map[string][]*model.Page // by address of the page above, in reading order
	linked map[string]bool          // by address: the text of the page above links to it
	place  map[string]int           // by address: index among the pages of its folder
}

func newFreeTree(s *model.Site) *freeTree {
	tree := &freeTree{pages: slices.Clone(s.Pages), below: map[string][]*model.Page{}, linked: map[string]bool{}, place: map[string]int{}}
	for _, at := range indexesBelow(s, "/") {
		if !inSection(s, at) {
			tree.pages = append(tree.pages, s.Indexes[at])
		}
	}
	byURL := map[string]*model.Page{}
	for _, p := range tree.pages {
		byURL[p.URL] = p
	}
	for _, p := range tree.pages {
		above := parentURL(p.URL)
		tree.below[above] = append(tree.below[above], p)
	}
	for above, pages := range tree.below {
		tree.arrange(s, byURL[above], pages)
	}
	return tree
}

// arrange puts the pages below one in reading order.
func (tree *freeTree) arrange(s *model.Site, above *model.Page, pages []*model.Page) {
	rank := map[string]int{}
	if above != nil && above.Prose != nil {
		resolve := s.Resolver(above)
		for i, ref := range above.Prose.Refs {
			if to := resolve(ref).URL; ref.Kind == markdown.Link && rank[to] == 0 {
				rank[to] = i + 1
			}
		}
	}
	place := func(p *model.Page) int {
		if n := rank[s.Href(p.URL)]; n > 0 {
			tree.linked[p.URL] = true
			return n
		}
		return 1 << 30
	}
	slices.SortStableFunc(pages, func(a, b *model.Page) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), s.Lang.Compare(a.Title, b.Title))
	})
	for i, p := range pages {
		place(p)
		tree.place[p.URL] = i
	}
}

// neighbours are the pages before and after one in its folder, where the
// folder has a page.
func (tree *freeTree) neighbours(v voice, at string) (before, after Link) {
	if _, ok := v.site.Indexes[parentURL(at)]; !ok || parentURL(at) == "/" {
		return before, after
	}
	list, i := tree.below[parentURL(at)], tree.place[at]
	if i > 0 {
		before = v.link(list[i-1])
	}
	if i+1 < len(list) {
		after = v.link(list[i+1])
	}
	return before, after
}

// contents lists the headings of a long text, down to the level at which there
// are three; nothing for a text of fewer than four headings.
func contents(prose *markdown.Prose) []Link {
	if prose == nil {
		return nil
	}
	byLevel := map[int]int{}
	total := 0
	for i, h := range prose.Headings {
		if i != prose.TitleHeading {
			byLevel[h.Level]++
			total++
		}
	}
	if total < 4 {
		return nil
	}
	level, n := 1, byLevel[1]
	for n < 3 && level < 6 {
		level++
		n += byLevel[level]
	}
	var out []Link
	for i, h := range prose.Headings {
		if i != prose.TitleHeading && h.Level <= level {
			out = append(out, Link{Text: h.Text, URL: "#" + h.ID})
		}
	}
	return out
}

// inSection tells whether an address belongs to a kind.
func inSection(s *model.Site, url string) bool {
	first, _, _ := strings.Cut(strings.Trim(url, "/"), "/")
	for _, k := range model.Kinds {
		if first != "" && s.Config.Sections[k.Name] == first {
			return true
		}
	}
	return false
}

// parentURL is the address above one: "/a/b/" stands below "/a/".
func parentURL(url string) string {
	above := path.Dir(strings.TrimSuffix(url, "/"))
	if above == "/" || above == "." {
		return "/"
	}
	return above + "/"
}
