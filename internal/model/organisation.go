package model

import (
	"strings"
	"time"

	"glashelder/internal/locale"
)

// Organisation is a profile of one organisation of civil society.
type Organisation struct {
	Base
	KBO, OVO       string
	LegalForm      string
	Size           string // vrijwillig, klein, middelgroot, groot, or "" where not known
	Employees      string // number as written, may be a fraction
	Volunteers     int
	HasVolunteers  bool
	Founded        locale.Date
	Dissolved      locale.Date
	Successor      Ref[*Organisation]
	Umbrella       Ref[*Organisation]
	Seat           Ref[*Term] // the district where its seat is; Districts are those where it works
	AlsoKnownAs    []string
	Website        string
	Email, Phone   string
	Address        string
	Languages      []string
	Logo, LogoAlt  string
	ContactConsent locale.Date
	Allocations    []*Allocation // newest first
	Members        []*Organisation
	Totals         Totals
	AttachedLogo   *Attachment
}

// Decode asks for the keys of an organisation.
func (o *Organisation) Decode(r *Reader) {
	o.KBO = r.Text("kbo")
	o.OVO = r.Text("ovo")
	o.LegalForm = r.Text("legal_form")
	o.Size = r.Choice("size", "", "vrijwillig", "klein", "middelgroot", "groot")
	o.Employees = r.Number("employees")
	o.Volunteers, o.HasVolunteers = r.Maybe("volunteers")
	o.Founded = r.Date("founded")
	o.Dissolved = r.Date("dissolved")
	o.Successor = one[*Organisation](r, "successor", "organisation")
	o.Umbrella = one[*Organisation](r, "umbrella", "organisation")
	o.Seat = one[*Term](r, "seat", "district")
	o.AlsoKnownAs = r.Texts("also_known_as")
	o.Website = r.URL("website")
	o.Email = r.Mail("email")
	o.Phone = r.Text("phone")
	o.Address = r.Text("address")
	o.Languages = r.Texts("languages")
	o.Logo = r.Text("logo")
	o.LogoAlt = r.Text("logo_alt")
	o.ContactConsent = r.Date("contact_consent")
	if o.Logo != "" && o.LogoAlt == "" {
		r.record.diags.Add(CodeKeyMissing, r.At("logo"), r.lang.Key("logo_alt"))
	}
}

// ShowsContact tells whether the contact of an organisation may be shown: a
// service may always, a person only while their consent lasts.
func (o *Organisation) ShowsContact(now time.Time) bool {
	return o.Contact.Name == "" || !o.ContactConsent.IsZero() && !o.ContactConsent.End().Before(now)
}

// EnterpriseNumber is the KBO number as people know it, 0207.451.227. What has
// not ten figures stays as it was written.
func (o *Organisation) EnterpriseNumber() string {
	figures := strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return c
		}
		return -1
	}, o.KBO)
	if len(figures) == 9 {
		figures = "0" + figures
	}
	if len(figures) != 10 {
		return o.KBO
	}
	return figures[:4] + "." + figures[4:7] + "." + figures[7:]
}
