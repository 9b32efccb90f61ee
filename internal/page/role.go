package page

// In what way a document has to do with an organisation, in a few words.

import (
	"strings"

	"glashelder/internal/model"
)

// organisationRole says what part an organisation has in a document; "" where
// that is no more than being named.
func organisationRole(o *model.Organisation) role {
	return func(v voice, doc model.Document) string {
		switch d := doc.(type) {
		case *model.Minutes:
			return v.roleInMinutes(o, d)
		case *model.Forum:
			return v.roleInForum(o, d)
		case *model.Question:
			return v.roleInQuestion(o, d)
		case *model.Event:
			if partyOf(d.Organisers, o) != nil {
				return v.t("organisation.organiser")
			}
		case *model.Decision:
			for _, a := range d.Awards {
				if a.Organisation.To() == o {
					return v.t("organisation.granted")
				}
			}
		case *model.Werf:
			if d.Lead.Organisation.To() == o {
				return v.t("werf.lead")
			}
		case *model.Organisation:
			return v.roleInOrganisation(o, d)
		}
		return ""
	}
}

// partyOf finds an organisation among parties; nil where it is not there.
func partyOf(parties []model.Party, o *model.Organisation) *model.Party {
	for i := range parties {
		if parties[i].Organisation.To() == o {
			return &parties[i]
		}
	}
	return nil
}

func (v voice) roleInMinutes(o *model.Organisation, m *model.Minutes) string {
	if p := partyOf(m.Present, o); p != nil {
		return joined(strings.ToLower(v.t("minutes.present")), p.Role)
	}
	if p := partyOf(m.Excused, o); p != nil {
		return joined(strings.ToLower(v.t("minutes.excused")), p.Role)
	}
	for _, a := range m.Actions {
		if a.Owner.Organisation.To() == o {
			return v.t("organisation.promised")
		}
	}
	return ""
}

// roleInForum is the part that an organisation has in a forum now, else the
// last one that it had.
func (v voice) roleInForum(o *model.Organisation, f *model.Forum) string {
	said := ""
	for _, m := range f.Members {
		switch {
		case m.Organisation.To() != o:
		case !m.Until.IsZero() && m.Until.End().Before(v.site.Now):
			said = joined(or(m.Role, v.t("organisation.member")), v.t("organisation.until", v.lang.Date(m.Until)))
		case !m.From.IsZero():
			return joined(or(m.Role, v.t("organisation.member")), v.t("organisation.since", v.lang.Date(m.From)))
		default:
			return or(m.Role, v.t("organisation.member"))
		}
	}
	return said
}

func (v voice) roleInQuestion(o *model.Organisation, q *model.Question) string {
	switch {
	case q.AskedBy.Organisation.To() == o:
		return v.t("organisation.asked")
	case q.Owner.Organisation.To() == o:
		return v.t("organisation.answers")
	case partyOf(q.WhoCanAct, o) != nil:
		return v.t("organisation.can_act")
	}
	return ""
}

func (v voice) roleInOrganisation(o, other *model.Organisation) string {
	switch {
	case other.Umbrella.To() == o:
		return v.t("organisation.member")
	case other.Successor.To() == o:
		return v.t("organisation.went_into")
	}
	return ""
}

// joined puts two small facts together; either may be "".
func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}
