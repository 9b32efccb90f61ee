package export

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
	"time"

	"glashelder/internal/model"
	"glashelder/internal/source"
)

func emptySite(t *testing.T) *model.Site {
	t.Helper()
	s, diags := model.Build(&source.Project{}, model.Options{Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), BaseURL: "https://stad.example/werven/"})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	return s
}

func TestSitemap(t *testing.T) {
	files := All(emptySite(t), []string{"/", "/verslagen/é&-kick-off/"})
	byPath := map[string]string{}
	for _, f := range files {
		byPath[f.Path] = string(f.Data)
	}
	var got urlset
	if err := xml.Unmarshal([]byte(byPath["sitemap.xml"]), &got); err != nil {
		t.Fatal(err)
	}
	want := []string{"https://stad.example/werven/", "https://stad.example/werven/verslagen/é&-kick-off/"}
	if len(got.URLs) != 2 || got.URLs[0].Loc != want[0] || got.URLs[1].Loc != want[1] {
		t.Errorf("got %v, want %v", got.URLs, want)
	}
	if !strings.Contains(byPath["robots.txt"], "\nSitemap: https://stad.example/werven/sitemap.xml\n") {
		t.Errorf("robots.txt is %q", byPath["robots.txt"])
	}
}

// TestSitemapIsSplit keeps every file within the limit of the protocol.
func TestSitemapIsSplit(t *testing.T) {
	addresses := make([]string, 2*sitemapLimit+1)
	for i := range addresses {
		addresses[i] = fmt.Sprintf("/p/%d/", i)
	}
	files := sitemap(emptySite(t), addresses)
	if len(files) != 4 {
		t.Fatalf("%d files", len(files))
	}
	total := 0
	for _, f := range files[:3] {
		var set urlset
		if err := xml.Unmarshal(f.Data, &set); err != nil {
			t.Fatal(err)
		}
		if len(set.URLs) > sitemapLimit {
			t.Errorf("%s holds %d", f.Path, len(set.URLs))
		}
		total += len(set.URLs)
	}
	var index sitemapindex
	if err := xml.Unmarshal(files[3].Data, &index); err != nil || files[3].Path != "sitemap.xml" || len(index.Maps) != 3 {
		t.Errorf("the index is %s with %d maps, %v", files[3].Path, len(index.Maps), err)
	}
	if total != len(addresses) {
		t.Errorf("%d addresses, want %d", total, len(addresses))
	}
}
