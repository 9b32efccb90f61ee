package page

import (
	"strings"
	"testing"

	"glashelder/internal/markdown"
)

func TestFreePages(t *testing.T) {
	s := smallSite(t, map[string]string{
		"content/over.md":                 "+++\ntitel = \"Over\"\n+++\n",
		"content/gids/_index.md":          "+++\ntitel = \"Gids\"\n+++\nBegin met [stap twee](zet.md) en lees dan [stap een](begin.md).\n",
		"content/gids/begin.md":           "+++\ntitel = \"Begin\"\n+++\n",
		"content/gids/zet.md":             "+++\ntitel = \"Zet\"\n+++\n",
		"content/gids/bijlage.md":         "+++\ntitel = \"Bijlage\"\nsamenvatting = \"Nog iets.\"\n+++\n",
		"content/gids/verder/_index.md":   "+++\ntitel = \"Verder\"\n+++\n",
		"content/gids/verder/verst.md":    "+++\ntitel = \"Verst\"\n+++\n",
		"content/los/zonder-mappagina.md": "+++\ntitel = \"Los\"\n+++\n",
	})
	for _, c := range []struct{ url, below, previous, next string }{
		{"/gids/", "Bijlage Verder", "", ""}, // the text links to the others
		{"/gids/zet/", "", "", "Begin"},
		{"/gids/begin/", "", "Zet", "Bijlage"},
		{"/gids/verder/", "Verst", "Bijlage", ""},
		{"/gids/verder/verst/", "", "", ""},
		{"/over/", "", "", ""},
		{"/los/zonder-mappagina/", "", "", ""},
	} {
		view, ok := pageAt(s, c.url).(*PageView)
		if !ok {
			t.Errorf("%s: no page", c.url)
			continue
		}
		var below []string
		for _, l := range view.Below {
			below = append(below, l.Text)
		}
		if text := strings.Join(below, " "); text != c.below || view.Previous.Text != c.previous || view.Next.Text != c.next {
			t.Errorf("%s: below it %q, before %q, after %q", c.url, text, view.Previous.Text, view.Next.Text)
		}
	}
}

func TestContents(t *testing.T) {
	heading := func(levels ...int) *markdown.Prose {
		p := &markdown.Prose{TitleHeading: -1}
		for i, l := range levels {
			p.Headings = append(p.Headings, markdown.Heading{Level: l, ID: string(rune('a' + i))})
		}
		return p
	}
	for _, c := range []struct {
		levels []int
		want   string
	}{
		{nil, ""},
		{[]int{2, 2, 2}, ""},
		{[]int{2, 3, 2, 3, 2}, "#a #c #e"},
		{[]int{2, 3, 3, 3}, "#a #b #c #d"},
		{[]int{1, 2, 2, 3, 3}, "#a #b #c"},
	} {
		var got []string
		for _, l := range contents(heading(c.levels...)) {
			got = append(got, l.URL)
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("contents of headings %v: %q, want %q", c.levels, text, c.want)
		}
	}
	titled := heading(1, 2, 2, 2)
	titled.TitleHeading = 0
	if got := contents(titled); got != nil {
		t.Errorf("the title counts as a heading: %v", got)
	}
	if contents(nil) != nil {
		t.Error("contents without a text")
	}
}
