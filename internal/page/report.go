package page

// The right of reply: where readers, and above all those whom a page is about,
// report a mistake. What must stay true: the address is the publisher's own,
// from the configuration, never that of a person.

import (
	"html/template"
	"net/url"
	"strings"

	"glashelder/internal/model"
)

// Report says where to report a mistake. Empty where the configuration has no
// address.
type Report struct {
	Text  string // before the address
	Email string
	URL   template.URL // a mail to it that names the page
	After string       // what happens then; "" on most pages
}

// report is the publisher's address, in a mail about the page with a title and
// an address on the site.
func (v voice) report(title, page string) Report {
	email := v.site.Config.Publisher.Email
	if email == "" {
		return Report{}
	}
	subject := v.t("about.report.subject", cut(title, 80), v.site.Config.BaseURL+strings.TrimPrefix(page, "/"))
	return Report{
		Text: v.t("about.report"), Email: email,
		URL: template.URL("mailto:" + url.PathEscape(email) + "?subject=" + url.PathEscape(subject)),
	}
}

// reportOn is the report on a document. On a page about an organisation or its
// money it is a right of reply, and says so.
func (v voice) reportOn(b *model.Base) Report {
	r := v.report(b.Title, b.URL)
	if r.Email != "" && (b.Kind == "organisation" || b.Kind == "allocation") {
		r.Text, r.After = v.t("about.reply"), v.t("about.reply.after")
	}
	return r
}

// unanswerable tells whether a page should say where to reply, and cannot.
func (v voice) unanswerable(b *model.Base) bool {
	return v.site.Config.Publisher.Email == "" && (b.Kind == "organisation" || b.Kind == "allocation")
}

// publisher is who publishes the site and how to reach them.
func (v voice) publisher() Contact {
	p := v.site.Config.Publisher
	return Contact{Name: p.Name, Email: p.Email, Phone: unbroken(p.Phone), PhoneURL: phoneURL(p.Phone)}
}
