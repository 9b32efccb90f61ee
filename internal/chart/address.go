package chart

// Addresses: where labels lead, and the files that the numbers are downloaded
// as. What must stay true: no address runs anything, whatever it says.

import (
	"net/url"
	"regexp"
)

// Download leads to the numbers of a picture as a file.
type Download struct {
	Text string // of the link: "CSV"
	URL  string // relative, http or https; or the file itself, as a data: address of a table
	Name string // of the file; may be empty
	Type string // its media type; may be empty
}

// tableData is a table as an address: CSV, JSON or a workbook, and no type that
// a browser would show as a page.
var tableData = regexp.MustCompile(`^data:(text/csv|application/(json|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet))(;[a-z]+=[a-zA-Z0-9-]+)*(;base64)?,[a-zA-Z0-9_!$%*()+,./:;=?@~-]*$`)

// downloads lists the files; nothing where there are none.
func (p *picture) downloads(f Frame) {
	var items picture
	for _, d := range f.Downloads {
		to := href(d.URL)
		if tableData.MatchString(d.URL) {
			to = d.URL
		}
		if to != "" {
			items.add(`<li><a href="`, to, `" download`, attribute("", d.Name), attribute(" type", d.Type), `>`, esc(d.Text), `</a></li>`)
		}
	}
	if items.Len() > 0 {
		p.add(`<div class="downloads" role="group"`, attribute(" aria-label", f.DownloadLabel), `><ul>`, items.String(), `</ul></div>`)
	}
}

// attribute is name="value"; nothing where the value is empty.
func attribute(name, value string) string {
	if value == "" {
		return ""
	}
	return name + `="` + esc(value) + `"`
}

// href makes an address safe in an attribute; empty unless it is relative or
// http or https.
func href(to string) string {
	u, err := url.Parse(to)
	if err != nil || (u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https") {
		return ""
	}
	return esc(u.String())
}

// link is a label as HTML, linked where it has an address.
func link(label, to string) string {
	if to = href(to); to == "" {
		return esc(label)
	}
	return `<a href="` + to + `">` + esc(label) + `</a>`
}
