package export

// OpenSearch description (OpenSearch 1.1 draft 6, "OpenSearch description
// document"): how a browser searches the site from its address bar.

import (
	"encoding/xml"

	"glashelder/internal/model"
)

const (
	openSearchNamespace = "http://a9.com/-/spec/opensearch/1.1/"
	openSearchName      = 16 // the most characters of a short name
)

type openSearchDescription struct {
	XMLName       xml.Name        `xml:"OpenSearchDescription"`
	NS            string          `xml:"xmlns,attr"`
	ShortName     string          `xml:"ShortName"`
	LongName      string          `xml:"LongName"`
	Description   string          `xml:"Description"`
	URLs          []openSearchURL `xml:"Url"`
	Language      string          `xml:"Language"`
	InputEncoding string          `xml:"InputEncoding"`
}

type openSearchURL struct {
	Type     string `xml:"type,attr"`
	Rel      string `xml:"rel,attr"`
	Template string `xml:"template,attr"`
}

// opensearch describes the search of a site. Limits are those of the
// specification: 16 characters for the short name, 48 for the long one.
func opensearch(s *model.Site, _ []string) []File {
	base, title := s.Config.BaseURL, s.Config.Title
	d := openSearchDescription{
		NS: openSearchNamespace, ShortName: cut(title, openSearchName), LongName: cut(title, 48),
		Description: cut(s.Lang.Word("search.opensearch", title), 1024),
		URLs: []openSearchURL{
			{"text/html", "results", base + SearchFolder + "?q={searchTerms}"},
			{"application/opensearchdescription+xml", "self", base + SearchFolder + "opensearch.xml"},
		},
		Language: s.Config.Language, InputEncoding: "UTF-8",
	}
	return []File{{SearchFolder + "opensearch.xml", encodeXML(d)}}
}
