package check

// Rules over the finished pages: every link inside the site leads to a page,
// a file or a place that exists, and no id stands twice on a page. This is how
// templates are proven, also those of a site's own.

import (
	"bytes"
	"hash/maphash"
	"html"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"glashelder/internal/diag"
	"glashelder/internal/model"
)

var (
	codePageLink = &diag.Code{ID: "pagina-link-gebroken", Severity: diag.Error,
		NL: diag.Text{Message: "op de pagina {1} leidt een link naar {2}, en dat bestaat niet", Hint: "kijk in de tekst van die pagina of in het sjabloon in layouts/",
			Explain: "Na het bouwen volgt Glashelder elke link binnen de site. Deze leidt naar een pagina, bestand of plaats die er niet is. Meestal staat de link in een eigen sjabloon."},
		EN: diag.Text{Message: "on the page {1} a link leads to {2}, which does not exist", Hint: "look in the text of that page or in the template in layouts/",
			Explain: "After building, Glashelder follows every link inside the site. This one leads to a page, file or place that does not exist. Usually the link stands in a template of your own."}}
	codePageID = &diag.Code{ID: "pagina-id-dubbel", Severity: diag.Error,
		NL: diag.Text{Message: "op de pagina {1} staat de id \"{2}\" meer dan één keer", Hint: "hernoem de kop of het onderdeel",
			Explain: "Een id wijst één plaats op een pagina aan. Staat ze er twee keer, dan leidt een link naar de verkeerde plaats en raken schermlezers in de war. Vaak heeft een kop dezelfde naam als een inzicht of een vast onderdeel van de pagina."},
		EN: diag.Text{Message: "on the page {1} the id \"{2}\" stands more than once", Hint: "rename the heading or the item",
			Explain: "An id points to one place on a page. If it stands there twice, a link leads to the wrong place and screen readers are confused. Often a heading has the same name as an insight or a fixed part of the page."}}
)

var treeCodes = []*diag.Code{codePageLink, codePageID, CodePageTwice}

// CodePageTwice is an address that two pages claim, at least one of which is
// no document's.
var CodePageTwice = &diag.Code{ID: "adres-bezet", Severity: diag.Error,
	NL: diag.Text{Message: "het adres {1} is al van iets dat Glashelder zelf maakt", Hint: "geef het document of het bestand een andere naam",
		Explain: "Glashelder maakt zelf pagina's, zoals /tijdlijn/ en /geld/, de lijsten per soort, en bestanden zoals /sitemap.xml. Een document, bijlage of vroeger adres kan niet op hetzelfde adres staan."},
	EN: diag.Text{Message: "the address {1} already belongs to something that Glashelder makes itself", Hint: "give the document or the file another name",
		Explain: "Glashelder makes pages of its own, such as /tijdlijn/ and /geld/, the lists of each kind, and files such as /sitemap.xml. A document, attachment or former address cannot stand at the same address."}}

// Addresses are the output paths of a site, folded, so that two that differ in
// capitals only count as one.
type Addresses map[string]bool

// Claim notes a path; one that is taken is reported at the document that wants it.
func (a Addresses) Claim(file, url string, s *model.Site, diags *diag.List) {
	key := strings.ToLower(file)
	if a[key] || a.blocked(key) {
		if s.Clash(url) {
			return
		}
		diags.Add(CodePageTwice, claimant(s, url), url)
		return
	}
	a[key] = true
	for at := path.Dir(key); at != "."; at = path.Dir(at) {
		a[folderKey+at] = true
	}
}

// folderKey begins the key of a folder that files stand in: no path has it.
const folderKey = "\x00"

// blocked tells whether a path is a folder, or lies below a file.
func (a Addresses) blocked(key string) bool {
	if a[folderKey+key] {
		return true
	}
	for at := path.Dir(key); at != "."; at = path.Dir(at) {
		if a[at] {
			return true
		}
	}
	return false
}

// claimant is the document or attachment that wants an address.
func claimant(s *model.Site, url string) diag.Pos {
	if d := s.ByURL(url); d != nil {
		return d.Common().Pos
	}
	for _, a := range s.Attachments {
		if a.URL == url {
			return diag.Pos{File: a.Path}
		}
	}
	return diag.Pos{File: model.ConfigFile}
}

// Links proves the links that texts make to addresses of the site.
func (a Addresses) Links(s *model.Site, diags *diag.List) {
	for _, l := range s.SiteLinks {
		at := strings.TrimPrefix(l.URL, "/")
		if !a[strings.ToLower(path.Join(at, "index.html"))] && !a[strings.ToLower(at)] {
			diags.Add(model.CodeLinkBroken, l.Pos, l.URL)
		}
	}
}

// Tree gathers the finished pages. It is safe for concurrent use.
type Tree struct {
	site   *model.Site
	prefix string
	seed   maphash.Seed

	mu      sync.Mutex
	known   map[string]bool   // addresses, with prefix
	ids     map[uint64]bool   // of address + "#" + id
	targets map[string]string // address -> first page by name that links to it
	diags   diag.List
}

// NewTree begins an empty tree.
func NewTree(s *model.Site) *Tree {
	return &Tree{
		site: s, prefix: s.Config.Prefix(), seed: maphash.MakeSeed(),
		known: map[string]bool{}, ids: map[uint64]bool{}, targets: map[string]string{},
	}
}

// File notes a file that is no page, by its address without prefix.
func (t *Tree) File(url string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.known[t.prefix+url] = true
}

// Page reads the ids and links of a finished page.
func (t *Tree) Page(url string, page []byte) {
	at := t.prefix + url
	var ids []uint64
	var links []string
	seen := map[string]bool{}
	twice := ""
	attributes(page, func(name, value string) {
		switch {
		case name == "id":
			if seen[value] {
				twice = value
			}
			seen[value] = true
			ids = append(ids, maphash.String(t.seed, at+"#"+value))
		case strings.HasPrefix(value, "#"), strings.HasPrefix(value, "/"):
			links = append(links, value)
		}
	})
	links = slices.DeleteFunc(links, func(l string) bool { return l[0] == '#' && seen[l[1:]] })
	t.mu.Lock()
	defer t.mu.Unlock()
	t.known[at] = true
	for _, id := range ids {
		t.ids[id] = true
	}
	for _, l := range links {
		if l[0] == '#' {
			l = at + l
		}
		if first, ok := t.targets[l]; !ok || at < first {
			t.targets[l] = at
		}
	}
	if twice != "" {
		t.diags.Add(codePageID, t.pos(at), at, twice)
	}
}

// Proof reports what leads nowhere.
func (t *Tree) Proof() diag.List {
	for target, from := range t.targets {
		at, anchor, _ := strings.Cut(target, "#")
		ok := t.known[at]
		if ok && anchor != "" {
			ok = t.hasPlace(at, anchor)
		}
		if !ok {
			t.diags.Add(codePageLink, t.pos(from), from, target)
		}
	}
	return t.diags
}

// hasPlace tells whether a page has the place that an anchor names, as written
// or, like a browser, without its escapes (HTML Living Standard 7.4.6.4).
func (t *Tree) hasPlace(at, anchor string) bool {
	if t.ids[maphash.String(t.seed, at+"#"+anchor)] {
		return true
	}
	plain, err := url.PathUnescape(anchor)
	return err == nil && t.ids[maphash.String(t.seed, at+"#"+plain)]
}

// pos is the document behind a page, or the configuration where there is none.
func (t *Tree) pos(at string) diag.Pos {
	if d := t.site.ByURL(strings.TrimPrefix(at, t.prefix)); d != nil {
		return diag.Pos{File: d.Common().Pos.File}
	}
	return diag.Pos{File: model.ConfigFile}
}

// wantedName is the name of an attribute that attributes looks at; "" for others.
func wantedName(name []byte) string {
	for _, wanted := range []string{"href", "src", "id", "action"} {
		if string(name) == wanted {
			return wanted
		}
	}
	return ""
}

// attributes calls f for each id of a page, and for each href, src and action
// that may begin with "/" or "#" once it is unescaped. It relies on what the
// renderer writes: attributes in double quotes.
func attributes(page []byte, f func(name, value string)) {
	for {
		open := bytes.IndexByte(page, '<')
		if open < 0 {
			return
		}
		page = page[open+1:]
		end := tagEnd(page)
		tag := page[:end]
		page = page[end:]
		for {
			eq := bytes.Index(tag, []byte(`="`))
			if eq < 0 {
				break
			}
			name := wantedName(tag[bytes.LastIndexAny(tag[:eq], " \n\t")+1 : eq])
			tag = tag[eq+2:]
			closing := bytes.IndexByte(tag, '"')
			if closing < 0 {
				return
			}
			if name == "id" || name != "" && closing > 0 && (tag[0] == '/' || tag[0] == '#' || tag[0] == '&') {
				f(name, html.UnescapeString(string(tag[:closing])))
			}
			tag = tag[closing+1:]
		}
	}
}

// tagEnd is the index of the ">" that ends a tag, outside quotes.
func tagEnd(page []byte) int {
	quoted := false
	for i, c := range page {
		switch {
		case c == '"':
			quoted = !quoted
		case c == '>' && !quoted:
			return i
		}
	}
	return len(page)
}
