package page

// Organisations: the page of each, with all that the site knows of it. What
// must stay true: the contact of a named person is shown only while there is a
// consent that has not ended.

import (
	"html/template"
	"strings"

	"glashelder/internal/model"
)

// OrganisationView is the page of an organisation.
type OrganisationView struct {
	Frame
	About
	Summary             string
	Body                template.HTML
	Logo, LogoAlt       string
	KBO, OVO, LegalForm string
	Size                Link
	SizeMeaning         string
	Employees           string
	Volunteers          string
	Founded, Dissolved  Date
	Gone                bool // dissolved before now
	Umbrella, Successor Link
	Seat                Link // the district, where it is known
	AlsoKnownAs         []string
	Website             Link
	Email               string
	Phone               string
	PhoneURL            template.URL
	Address             string
	Speaks              []string // languages
	Figures             []Figure
	Years               SumTable
	Allocations         AllocationTable
	NoMoney             string
	Groups              []Group
}

func organisationPages(s *model.Site) []Page {
	sizes := map[string]*model.Term{}
	for _, t := range s.Terms["size"] {
		sizes[t.ID] = t
	}
	return documents(s, "organisation", s.Organisations, func(v voice, o *model.Organisation) View {
		return v.organisation(o, sizes[o.Size])
	})
}

func (v voice) organisation(o *model.Organisation, size *model.Term) View {
	whole := o // what others say of it is known of the original
	if o.Original != nil {
		whole = o.Original.(*model.Organisation)
	}
	view := &OrganisationView{
		Frame: v.frameOf(o), About: v.about(o, v.organisationLacks(o)...), Summary: o.Summary, Body: v.body(o), LogoAlt: o.LogoAlt,
		KBO: o.EnterpriseNumber(), OVO: o.OVO, LegalForm: o.LegalForm, Founded: v.date(o.Founded), Dissolved: v.date(o.Dissolved),
		Gone: !o.Dissolved.IsZero() && o.Dissolved.End().Before(v.site.Now), Umbrella: linkTo(v, o.Umbrella), Successor: linkTo(v, o.Successor),
		AlsoKnownAs: o.AlsoKnownAs, Email: o.Email, Phone: unbroken(o.Phone), PhoneURL: phoneURL(o.Phone), Address: o.Address,
		Groups: v.groups(o, organisationRelations(v.site, whole), organisationRole(whole)),
	}
	view.Mentions = nil
	if seat := o.Seat.To(); seat != nil {
		view.Seat = Link{Text: seat.Label(v.lang.Code()), URL: v.site.Href(seat.URL)}
	}
	view.size(v, o, size)
	if o.Employees != "" {
		view.Employees = v.lang.Decimal(o.Employees)
	}
	if o.HasVolunteers {
		view.Volunteers = v.lang.Number(int64(o.Volunteers))
	}
	if o.Website != "" {
		view.Website = Link{Text: bareAddress(o.Website), URL: o.Website}
	}
	if o.AttachedLogo != nil {
		view.Logo = v.site.Href(o.AttachedLogo.URL)
	}
	for _, code := range o.Languages {
		view.Speaks = append(view.Speaks, v.languageWord(code))
	}
	if !o.ShowsContact(v.site.Now) {
		view.Contact = Contact{}
	}
	view.money(v, whole)
	return view
}

func (view *OrganisationView) size(v voice, o *model.Organisation, size *model.Term) {
	if o.Size == "" {
		return
	}
	view.Size = Link{Text: v.value("size", o.Size)}
	if size != nil {
		view.Size, view.SizeMeaning = Link{Text: size.Label(v.lang.Code()), URL: v.site.Href(size.URL)}, size.Description
	}
}

func (view *OrganisationView) money(v voice, o *model.Organisation) {
	if len(o.Allocations) == 0 {
		view.NoMoney = v.t("organisation.no_money")
		return
	}
	sum := tallyOf(o.Allocations)
	view.Figures = v.figures(0, false, sum)
	if l := v.yearLedger(o.Allocations, false); len(l.rows) > 1 {
		view.Years = v.carried(l, o.URL, o.ID)
	}
	view.Allocations = v.someAllocations(v.lang.Count("organisation.allocations", len(o.Allocations)), &o.Base, o.Allocations)
}

// organisationLacks are sentences about what is not known of an organisation.
func (v voice) organisationLacks(o *model.Organisation) []string {
	var out []string
	add := func(missing bool, word string) {
		if missing {
			out = append(out, v.t(word))
		}
	}
	add(o.KBO == "" && !strings.HasPrefix(strings.ToLower(o.LegalForm), "feitelijk"), "organisation.no_kbo")
	add(o.LegalForm == "", "organisation.no_legal_form")
	add(o.Size == "", "organisation.no_size")
	add(len(o.Districts) == 0, "organisation.no_districts")
	add(o.Email == "" && o.Phone == "" && o.Website == "" && o.Contact == model.Contact{}, "organisation.no_contact")
	return out
}

// bareAddress is a web address as people say it: without https:// and the last "/".
func bareAddress(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return url
	}
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}

func isWebAddress(text string) bool {
	return strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://")
}

// languageWord is the name of a language in the voice's own; the code where no
// name is known.
func (v voice) languageWord(code string) string {
	if v.lang.Has("language." + code) {
		return v.t("language." + code)
	}
	return code
}

// organisationRelations is what has to do with an organisation, its money
// apart: what names it, the decisions that gave it something, its members.
func organisationRelations(s *model.Site, o *model.Organisation) []relation {
	list := relationsOf(s, &o.Base, "allocation")
	var decisions []*model.Decision
	for _, a := range o.Allocations {
		if d := a.Decision.To(); d != nil {
			decisions = append(decisions, d)
		}
	}
	return mergeRelation(list, "decision", decisions)
}
