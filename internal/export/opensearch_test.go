package export

import (
	"encoding/xml"
	"testing"
	"unicode/utf8"
)

// The description keeps the limits of OpenSearch 1.1, also of a long title with
// markup, and browsers put the words where the search page reads them.
func TestOpenSearch(t *testing.T) {
	s := emptySite(t)
	for _, title := range []string{"Werven", "Traject <b>middenveld</b> & alle verenigingen van de stad aan de Leie"} {
		s.Config.Title = title
		files := opensearch(s, nil)
		var got openSearchDescription
		if err := xml.Unmarshal(files[0].Data, &got); err != nil {
			t.Fatal(err)
		}
		if n := utf8.RuneCountInString(got.ShortName); n > 16 || n == 0 {
			t.Errorf("the short name %q has %d characters", got.ShortName, n)
		}
		if n := utf8.RuneCountInString(got.LongName); n > 48 || n == 0 {
			t.Errorf("the long name %q has %d characters", got.LongName, n)
		}
		if files[0].Path != "zoek/opensearch.xml" || got.URLs[0].Template != "https://stad.example/werven/zoek/?q={searchTerms}" || got.XMLName.Space != openSearchNamespace {
			t.Errorf("%s: %+v", files[0].Path, got)
		}
	}
}
