package check

// Identity: enterprise numbers, codes of the Flemish register of public bodies,
// telephone numbers.

import (
	"strconv"
	"strings"

	"glashelder/internal/diag"
	"glashelder/internal/model"
)

var codeKBO = mistake("ondernemingsnummer-ongeldig",
	diag.Text{Message: "\"{1}\" is geen ondernemingsnummer", Hint: "een ondernemingsnummer telt tien cijfers en begint met 0 of 1, zoals 0207.451.227; kijk het na in de Kruispuntbank van Ondernemingen",
		Explain: "De laatste twee cijfers van een ondernemingsnummer zijn een controle: 97 min de rest van de eerste acht cijfers gedeeld door 97. Bij dit nummer klopt dat niet, dus staat er een tikfout in. De vormen 0207.451.227, 0207451227 en BE0207451227 mogen alle drie."},
	diag.Text{Message: "\"{1}\" is not an enterprise number", Hint: "an enterprise number has ten digits and begins with 0 or 1, such as 0207.451.227; look it up in the Crossroads Bank for Enterprises",
		Explain: "The last two digits of a Belgian enterprise number are a check: 97 minus the remainder of the first eight digits divided by 97. With this number that is not so: there is a slip of the pen in it. The forms 0207.451.227, 0207451227 and BE0207451227 will all do."})

var codeKBOTwice = mistake("ondernemingsnummer-dubbel",
	diag.Text{Message: "\"{1}\" en \"{2}\" hebben hetzelfde ondernemingsnummer, {3}", Hint: "is het één organisatie, houd dan één profiel over en zet de andere naam in \"{4}\"",
		Explain: "Een ondernemingsnummer hoort bij één organisatie. Twee profielen met hetzelfde nummer zijn dezelfde organisatie onder twee namen, of één van de twee nummers is verkeerd overgenomen. Toelagen zouden dan over twee pagina's verdeeld staan."},
	diag.Text{Message: "\"{1}\" and \"{2}\" have the same enterprise number, {3}", Hint: "if it is one organisation, keep one profile and put the other name in \"{4}\"",
		Explain: "An enterprise number belongs to one organisation. Two profiles with one number are the same organisation under two names, or one of the numbers was copied wrongly. Allocations would then be spread over two pages."})

var codeOVO = mistake("ovo-code-ongeldig",
	diag.Text{Message: "\"{1}\" is geen OVO-code", Hint: "een OVO-code is OVO met zes cijfers, zoals OVO002067",
		Explain: "Een OVO-code is de code van een openbaar bestuur in het organisatieregister van de Vlaamse overheid: de letters OVO en zes cijfers. Verenigingen hebben er meestal geen; laat de sleutel dan weg."},
	diag.Text{Message: "\"{1}\" is not an OVO code", Hint: "an OVO code is OVO with six digits, such as OVO002067",
		Explain: "An OVO code is that of a public body in the register of organisations of the Flemish government: the letters OVO and six digits. Associations usually have none; leave the key out then."})

var codePhone = mistake("telefoonnummer-ongeldig",
	diag.Text{Message: "\"{1}\" is geen telefoonnummer", Hint: "schrijf 09 267 03 00 of +32 9 267 03 00",
		Explain: "Een telefoonnummer begint met 0 of met + en de code van het land, en telt acht tot vijftien cijfers (ITU-T E.164). Eén nummer per sleutel, zonder woorden erbij: een telefoon moet het kunnen bellen."},
	diag.Text{Message: "\"{1}\" is not a telephone number", Hint: "write 09 267 03 00 or +32 9 267 03 00",
		Explain: "A telephone number begins with 0, or with + and the code of the country, and has eight to fifteen digits (ITU-T E.164). One number for a key, without words: a telephone must be able to dial it."})

var enterprises = Rule{
	Codes: []*diag.Code{codeKBO, codeKBOTwice, codeOVO},
	Check: func(s *model.Site, diags *diag.List) {
		if p := s.Config.Publisher; p.KBO != "" {
			if _, ok := enterprise(p.KBO); !ok {
				diags.Add(codeKBO, p.At("kbo"), p.KBO)
			}
		}
		first := map[string]*model.Organisation{}
		for _, o := range byPlace(s.Organisations) {
			if o.OVO != "" && !isOVO(o.OVO) {
				diags.Add(codeOVO, o.At("ovo"), o.OVO)
			}
			if o.KBO == "" {
				continue
			}
			number, ok := enterprise(o.KBO)
			other := first[number]
			switch {
			case !ok:
				diags.Add(codeKBO, o.At("kbo"), o.KBO)
			case other != nil:
				related(diags.Add(codeKBOTwice, o.At("kbo"), other.ID, o.ID, o.KBO, s.Lang.Key("also_known_as")), other.At("kbo"))
			default:
				first[number] = o
			}
		}
	},
}

// enterprise gives the ten digits of a Belgian enterprise number, and whether
// they pass its test (Royal Decree of 24 June 2003, article 2).
func enterprise(text string) (digits string, ok bool) {
	text = strings.ToUpper(strings.TrimSpace(text))
	text = strings.TrimPrefix(text, "BE")
	digits = strings.NewReplacer(".", "", " ", "", "\u00a0", "", "-", "").Replace(text)
	if len(digits) != 10 || strings.Trim(digits, "0123456789") != "" || digits[0] > '1' {
		return digits, false
	}
	number, _ := strconv.Atoi(digits[:8])
	check, _ := strconv.Atoi(digits[8:])
	return digits, number > 0 && check == 97-number%97
}

func isOVO(text string) bool {
	digits, ok := strings.CutPrefix(text, "OVO")
	return ok && len(digits) == 6 && strings.Trim(digits, "0123456789") == ""
}

var telephones = Rule{
	Codes: []*diag.Code{codePhone},
	Check: func(s *model.Site, diags *diag.List) {
		phone := func(text string, at diag.Pos) {
			if text != "" && !isPhone(text) {
				diags.Add(codePhone, at, text)
			}
		}
		phone(s.Config.Publisher.Phone, s.Config.Publisher.At("phone"))
		for _, doc := range s.Documents {
			c := doc.Common().Contact
			phone(c.Phone, c.PhonePos)
		}
		for _, o := range s.Organisations {
			phone(o.Phone, o.At("phone"))
		}
	},
}

// isPhone tells whether text can be dialled: + or 0, then 8 to 15 digits in all,
// with blanks, points, hyphens, slashes and brackets between them; or a short
// service number such as 1813, or 112.
func isPhone(text string) bool {
	digits := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ".", "", "-", "", "/", "", "(0)", "", "(", "", ")", "").Replace(text)
	plain, international := strings.CutPrefix(digits, "+")
	if plain == "" || strings.Trim(plain, "0123456789") != "" {
		return false
	}
	switch {
	case international:
		return plain[0] != '0' && len(plain) >= 8 && len(plain) <= 15
	case plain[0] == '0':
		return len(plain) >= 8 && len(plain) <= 15
	}
	return len(plain) >= 3 && len(plain) <= 4
}
