package model_test

import "testing"

// TestNameRank proves that places by title are in the order of the language,
// and that equal titles share one.
func TestNameRank(t *testing.T) {
	site, _ := siteOf(t, map[string]string{"content/_index.md": "", "data/organisaties.csv": "id;titel\nc;Werf 10\na;Éénhoorn\nd;zon\nb;werf 2\ne;Zon\nf;zon\n"})
	list := site.Organisations
	for i, a := range list {
		for _, b := range list[i:] {
			want := site.Lang.Compare(a.Title, b.Title)
			if want > 0 || a.NameRank > b.NameRank || (want == 0) != (a.NameRank == b.NameRank) {
				t.Errorf("%q has place %d, %q %d", a.Title, a.NameRank, b.Title, b.NameRank)
			}
		}
	}
	if len(list) != 6 || list[0].NameRank != 1 || list[5].NameRank != 5 {
		t.Errorf("the places of %d organisations do not go from 1 to 5", len(list))
	}
}
