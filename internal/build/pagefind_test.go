package build

// Who runs Pagefind over the built pages finds what our own index leads to, by
// the same facets. What must stay true: its attributes stand on those pages and
// no others, and say what the facets of our index say, in the language of the page.

import (
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"glashelder/internal/export"
	"glashelder/internal/search"
)

// pagefindBytes is how much of a page its attributes may take on average.
const pagefindBytes = 310

var (
	pagefindBody  = regexp.MustCompile(`<[^>]* data-pagefind-body[ >]`)
	pagefindSort  = regexp.MustCompile(` data-pagefind-sort="datum:([^"]*)"`)
	pagefindAttrs = regexp.MustCompile(` data-(pagefind-[a-z]+|soort|status|jaar)(="[^"]*")?`)
	aboutThePage  = regexp.MustCompile(`<(section|div) class="(verwant|geschiedenis|melding gemis)"[^>]*>`)
	anyTag        = regexp.MustCompile(`<(/?)([a-z0-9]+)([^>]*)>`)
	fromAttribute = regexp.MustCompile(`^(.*)\[(.*)\]$`)
)

// pagefindFilters reads the filters of a page as Pagefind does: the name of one
// takes the text of its element, name[attribute] an attribute, and name:value,
// which is always the last, stands for itself.
func pagefindFilters(page []byte) map[string][]string {
	found := map[string][]string{}
	add := func(name, value string) {
		value = strings.Join(strings.Fields(html.UnescapeString(value)), " ")
		if !slices.Contains(found[name], value) {
			found[name] = append(found[name], value)
		}
	}
	text := string(page)
	for _, at := range anyTag.FindAllStringSubmatchIndex(text, -1) {
		tag, attributes := text[at[4]:at[5]], text[at[6]:at[7]]
		filter := attribute(attributes, "data-pagefind-filter")
		if filter == "" {
			continue
		}
		names, literal, has := strings.Cut(filter, ":")
		list := strings.Split(names, ",")
		if has {
			add(list[len(list)-1], literal)
			list = list[:len(list)-1]
		}
		for _, name := range list {
			if m := fromAttribute.FindStringSubmatch(name); m != nil {
				add(m[1], attribute(attributes, m[2]))
				continue
			}
			inside, _, _ := strings.Cut(text[at[1]:], "</"+tag+">")
			add(name, anyTag.ReplaceAllString(inside, ""))
		}
	}
	return found
}

// facetValues are the facets of a document as a page can say them: by their
// labels, years and languages by their keys.
func facetValues(d search.Document) map[string][]string {
	values := map[string][]string{}
	for _, f := range d.Facets {
		value := f.Label
		if value == "" || f.Facet == "taal" {
			value = f.Key
		}
		if !slices.Contains(values[f.Facet], value) {
			values[f.Facet] = append(values[f.Facet], value)
		}
	}
	return values
}

func TestPagefindAttributes(t *testing.T) {
	built := provenDemo(t)
	documents := map[string]search.Document{}
	for d := range export.SearchDocuments(built.Site, nil) {
		if !strings.Contains(d.ID, "#") {
			documents[d.ID] = d
		}
	}
	bytes, seen := 0, 0
	for _, p := range built.Pages {
		page, _, err := built.Page(p.URL)
		if err != nil {
			t.Fatal(err)
		}
		d, found := documents[built.Site.Href(p.URL)]
		bodies := len(pagefindBody.FindAll(page, -1))
		if found != (bodies == 1) || bodies > 1 {
			t.Errorf("%s: our index leads to it: %v; data-pagefind-body: %d times", p.URL, found, bodies)
		}
		if !found {
			continue
		}
		seen++
		for _, a := range pagefindAttrs.FindAll(page, -1) {
			bytes += len(a)
		}
		sameFacets(t, built, d, page)
		for _, tag := range aboutThePage.FindAll(page, -1) {
			if !strings.Contains(string(tag), " data-pagefind-ignore") {
				t.Errorf("%s: %s is no part of what the document says", p.URL, tag)
			}
		}
		sort := pagefindSort.FindSubmatch(page)
		if d.Date != "" && (sort == nil || !strings.HasPrefix(string(sort[1]), d.Date)) || d.Date == "" && sort != nil {
			t.Errorf("%s: %q is sorted by %q", d.ID, d.Date, sort)
		}
	}
	t.Logf("%d pages of %d, with %d bytes of attributes each", seen, len(built.Pages), bytes/seen)
	if seen != len(documents) || bytes/seen > pagefindBytes {
		t.Errorf("%d of %d documents have a page; each may have %d bytes of attributes", seen, len(documents), pagefindBytes)
	}
}

// sameFacets compares the filters of a page with the facets of its document. Of
// a page in another language than the site's only how many there are, as the
// labels of facets speak that of the site.
func sameFacets(t *testing.T, built *Built, d search.Document, page []byte) {
	t.Helper()
	filters, facets := pagefindFilters(page), facetValues(d)
	for _, name := range export.SearchFacets {
		got, want := slices.Clone(filters[name]), slices.Clone(facets[name])
		if d.Language != built.Site.Config.Language && len(got) == len(want) && name != "taal" && name != "jaar" {
			continue
		}
		for _, list := range [][]string{got, want} {
			for i := range list {
				list[i] = strings.ToLower(list[i])
			}
			slices.Sort(list)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: filter %s is %q, the facet %q", d.ID, name, got, want)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(filters)) {
		if !slices.Contains(export.SearchFacets, name) {
			t.Errorf("%s: there is no facet %s", d.ID, name)
		}
	}
}
