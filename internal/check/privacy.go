package check

// Privacy: what looks like a person's number or address is not published,
// unless the configuration allows it with a reason. What must stay true: a
// message never repeats the value, because logs of builds are public too.

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/model"
	"glashelder/internal/privacy"
)

var codePersonal = mistake("persoonsgegeven",
	diag.Text{Message: "dit lijkt {1}: {2}", Hint: "haal het weg; hoort het bij een dienst, zet het dan met een reden in glashelder.toml onder [privacy]",
		Explain: "Rijksregisternummers, rekeningnummers, bankkaarten, telefoonnummers en mailadressen van mensen horen niet op een openbare site. Adressen zoals info@… en secretariaat@… mogen, en ook die op de domeinen van `functionele_domeinen`, behalve als er een naam van een persoon in staat. Is een nummer dat van een dienst, schrijf dan `[[privacy.toegelaten]]` met `waarde` en `reden` in glashelder.toml. Stond het al op de site of in git, dan is weghalen niet genoeg: haal het ook uit de geschiedenis van git."},
	diag.Text{Message: "this looks like {1}: {2}", Hint: "remove it; if it belongs to a service, put it with a reason in glashelder.toml under [privacy]",
		Explain: "National register numbers, account numbers, payment cards, telephone numbers and mail addresses of people do not belong on a public site. Addresses such as info@… and secretariat@… are fine, and so are those on `functional_domains`, unless they hold a person's name. If a number is that of a service, write `[[privacy.allow]]` with `value` and `reason` in glashelder.toml. If it stood on the site or in git already, removing it is not enough: take it out of the history of git too."})

var codePersonalName = mistake("persoonsgegeven-in-bestandsnaam",
	diag.Text{Message: "in de naam van dit bestand staat wat {1} lijkt: {2}", Hint: "geef het bestand een andere naam",
		Explain: "De naam van een bijlage wordt deel van haar adres en blijft in zoekmachines en in git staan. Noem het bestand naar wat erin staat, niet naar een persoon of een nummer."},
	diag.Text{Message: "the name of this file holds what looks like {1}: {2}", Hint: "give the file another name",
		Explain: "The name of an attachment becomes part of its address and stays in search engines and in git. Name the file after what is in it, not after a person or a number."})

var codeAllowUnused = doubt("toelating-ongebruikt",
	diag.Text{Message: "deze toegelaten waarde komt nergens voor", Hint: "haal ze weg uit [privacy]",
		Explain: "Elke toelating is een uitzondering op de bescherming van persoonsgegevens. Eén die nergens meer voor dient, hoort er niet te staan. Vaak is het nummer op de site gewijzigd en de toelating niet."},
	diag.Text{Message: "this allowed value occurs nowhere", Hint: "remove it from [privacy]",
		Explain: "Every allowance is an exception to the protection of personal data. One that serves no purpose any more should not be there. Often the number on the site changed and the allowance did not."})

// redactions names what must vanish from the site, and is itself not published.
const redactions = "data/redacties.toml"

var personal = Rule{
	Codes: []*diag.Code{codePersonal, codePersonalName},
	Check: func(s *model.Site, diags *diag.List) {
		g := newGuard(s)
		for _, f := range s.Findings {
			if f.File != redactions && !g.passes(f.Finding) && !g.consented(f) {
				diags.Add(codePersonal, diag.Pos{File: f.File, Line: f.Line, Col: f.Col}, kindWord(s, f.Kind), masked(f.Value))
			}
		}
		for _, file := range sorted(s.Files) {
			for _, f := range privacy.Find([]byte(strings.ReplaceAll(path.Base(file), "_", " "))) {
				if !g.passes(f) {
					diags.Add(codePersonalName, diag.Pos{File: file}, kindWord(s, f.Kind), masked(f.Value))
				}
			}
		}
	},
}

var allowances = Rule{
	Codes: []*diag.Code{codeAllowUnused},
	Check: func(s *model.Site, diags *diag.List) {
		used := map[string]bool{}
		for _, f := range s.Findings {
			if f.File != model.ConfigFile || !isAllowance(s, f) {
				used[privacy.Normalise(f.Value)] = true
			}
		}
		for _, a := range s.Config.Allowed {
			if !used[privacy.Normalise(a.Value)] {
				diags.Add(codeAllowUnused, a.Pos)
			}
		}
	},
}

// isAllowance tells whether a finding is the entry itself that allows it.
func isAllowance(s *model.Site, f model.Finding) bool {
	return slices.ContainsFunc(s.Config.Allowed, func(a model.Allowed) bool {
		return privacy.Normalise(a.Value) == privacy.Normalise(f.Value) && a.ValuePos.Line == f.Line
	})
}

func sorted(files map[string]bool) []string {
	out := make([]string, 0, len(files))
	for file := range files {
		out = append(out, file)
	}
	slices.Sort(out)
	return out
}

// kindWord names what was found, with its article.
func kindWord(s *model.Site, k privacy.Kind) string {
	words := map[privacy.Kind][2]string{
		privacy.NationalNumber: {"een rijksregisternummer", "a national register number"},
		privacy.BSN:            {"een burgerservicenummer", "a citizen service number"},
		privacy.IBAN:           {"een rekeningnummer", "an account number"},
		privacy.Card:           {"het nummer van een bankkaart", "the number of a payment card"},
		privacy.Phone:          {"een telefoonnummer", "a telephone number"},
		privacy.Email:          {"een mailadres van een persoon", "a person's mail address"},
	}[k]
	if s.Lang.Code() == "nl" {
		return words[0]
	}
	return words[1]
}

// masked hides the middle of a value: enough is left to find it, not to use it.
func masked(value string) string {
	letters := []rune(value)
	keep := min(3, len(letters)/4)
	for i, r := range letters {
		inside := i >= keep && i < len(letters)-keep
		if inside && (unicode.IsLetter(r) || unicode.IsNumber(r)) {
			letters[i] = '•'
		}
	}
	return string(letters)
}

// guard knows what may pass.
type guard struct {
	allowed  map[string]bool
	domains  []string
	local    map[string]bool     // words of services that the site itself gives
	contacts map[contactKey]bool // of organisations that agreed
}

type contactKey struct {
	file  string
	line  int
	value string
}

func newGuard(s *model.Site) *guard {
	g := &guard{allowed: map[string]bool{}, domains: s.Config.Domains, local: map[string]bool{}, contacts: map[contactKey]bool{}}
	for _, a := range s.Config.Allowed {
		g.allowed[privacy.Normalise(a.Value)] = true
	}
	for _, text := range []string{s.Config.Title, s.Config.Publisher.Name} {
		for _, word := range strings.Split(locale.Slug(text), "-") {
			g.local[word] = true
		}
	}
	for _, t := range slices.Concat(s.Terms["theme"], s.Terms["district"]) {
		for _, word := range strings.Split(locale.Slug(t.Title), "-") {
			g.local[word] = true
		}
	}
	for _, o := range s.Organisations {
		if o.ContactConsent.IsZero() || o.ContactConsent.End().Before(s.Now) {
			continue
		}
		g.consent(o.Email, o.At("email"))
		g.consent(o.Phone, o.At("phone"))
		g.consent(o.Contact.Phone, o.Contact.PhonePos)
	}
	return g
}

func (g *guard) consent(value string, at diag.Pos) {
	if value != "" {
		g.contacts[contactKey{at.File, at.Line, privacy.Normalise(value)}] = true
	}
}

// consented tells whether a finding is the contact of an organisation's own
// profile, shown with its consent.
func (g *guard) consented(f model.Finding) bool {
	return g.contacts[contactKey{f.File, f.Line, privacy.Normalise(f.Value)}]
}

// passes tells whether a finding may be published wherever it stands.
func (g *guard) passes(f privacy.Finding) bool {
	return g.allowed[privacy.Normalise(f.Value)] || f.Kind == privacy.Email && g.functional(f.Value)
}
