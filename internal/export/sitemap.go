package export

// Sitemaps (sitemaps.org, protocol 0.9) and robots.txt (RFC 9309). A sitemap
// holds at most 50,000 addresses; more are spread over several files under an
// index.

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"time"

	"glashelder/internal/model"
)

const (
	sitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
	sitemapLimit     = 50_000
)

type urlset struct {
	XMLName xml.Name     `xml:"urlset"`
	NS      string       `xml:"xmlns,attr"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapindex struct {
	XMLName xml.Name     `xml:"sitemapindex"`
	NS      string       `xml:"xmlns,attr"`
	Maps    []sitemapURL `xml:"sitemap"`
}

type sitemapURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

// sitemap lists the pages that search engines may show.
func sitemap(s *model.Site, addresses []string) []File {
	var urls []sitemapURL
	for _, at := range addresses {
		urls = append(urls, sitemapURL{Loc: s.Config.BaseURL + at[1:], LastMod: lastMod(s, at)})
	}
	if len(urls) <= sitemapLimit {
		return []File{{"sitemap.xml", encodeXML(urlset{NS: sitemapNamespace, URLs: urls})}}
	}
	var files []File
	index := sitemapindex{NS: sitemapNamespace}
	for i := 0; i < len(urls); i += sitemapLimit {
		name := fmt.Sprintf("sitemap-%d.xml", len(files)+1)
		index.Maps = append(index.Maps, sitemapURL{Loc: s.Config.BaseURL + name})
		files = append(files, File{name, encodeXML(urlset{NS: sitemapNamespace, URLs: urls[i:min(i+sitemapLimit, len(urls))]})})
	}
	return append(files, File{"sitemap.xml", encodeXML(index)})
}

// lastMod is the day of the last commit of the document at an address.
func lastMod(s *model.Site, url string) string {
	d := s.ByURL(url)
	if d == nil || len(d.Common().Revisions) == 0 {
		return ""
	}
	return d.Common().Revisions[0].Time.Format(time.DateOnly)
}

func encodeXML(v any) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", "\t")
	if err := e.Encode(v); err != nil {
		panic("sitemap cannot be encoded: " + err.Error()) // only strings
	}
	b.WriteByte('\n')
	return b.Bytes()
}

// robots lets everyone read everything and says where the sitemap is.
func robots(s *model.Site, _ []string) []File {
	return []File{{"robots.txt", []byte("User-agent: *\nAllow: /\n\nSitemap: " + s.Config.BaseURL + "sitemap.xml\n")}}
}
