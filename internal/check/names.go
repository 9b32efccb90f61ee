package check

// Identity: two organisations whose names are nearly the same are often one.
// What must stay true: names are compared through shared keys, so that the work
// grows with the number of names and not with its square.

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

var codeNamesAlike = doubt("naam-bijna-gelijk",
	diag.Text{Message: "\"{1}\" lijkt sterk op \"{2}\"", Hint: "is het dezelfde organisatie, houd dan één profiel over en zet de andere naam in \"{3}\"",
		Explain: "Namen die op één letter na gelijk zijn, of alleen verschillen in hoofdletters, accenten, leestekens, de volgorde van de woorden of de rechtsvorm (vzw, asbl), horen meestal bij één organisatie die twee keer is ingevoerd. Haar toelagen staan dan op twee pagina's. Zijn het er echt twee, dan mag de waarschuwing blijven staan; als de ene uit de andere voortkomt, zeg dat dan met `opvolger` en ze verdwijnt."},
	diag.Text{Message: "\"{1}\" looks very much like \"{2}\"", Hint: "if it is the same organisation, keep one profile and put the other name in \"{3}\"",
		Explain: "Names that differ in one letter, or only in capitals, accents, punctuation, the order of words or the legal form (vzw, asbl), usually belong to one organisation that was entered twice. Its allocations then stand on two pages. If there really are two, the warning may stay; if one came out of the other, say so with `successor` and it goes away."})

var codeDissolved = doubt("toelage-na-ontbinding",
	diag.Text{Message: "\"{1}\" gaat naar \"{2}\", en die is ontbonden sinds {3}", Hint: "kijk na of de toelage naar de opvolger ging, of de datum van de ontbinding juist is",
		Explain: "Een organisatie die niet meer bestaat, krijgt geen toelagen meer. Vaak ging de toelage naar de organisatie die het werk overnam: noem dan die. Een betaling of terugvordering na de ontbinding kan wel, als de toekenning ervoor lag."},
	diag.Text{Message: "\"{1}\" goes to \"{2}\", which was dissolved on {3}", Hint: "see whether the allocation went to the successor, and whether the date of dissolution is right",
		Explain: "An organisation that no longer exists receives no more allocations. Often the allocation went to the organisation that took over the work: name that one. A payment or recovery after dissolution is possible where the award was before it."})

var names = Rule{
	Codes: []*diag.Code{codeNamesAlike},
	Check: func(s *model.Site, diags *diag.List) {
		for _, pair := range alike(namesOf(byPlace(s.Organisations))) {
			a, b := pair[0], pair[1]
			related(diags.Add(codeNamesAlike, b.pos, b.text, a.text, s.Lang.Key("also_known_as")), a.pos)
		}
	},
}

// byPlace orders organisations as they stand in the files, so that a message
// stands at the later of two.
func byPlace(organisations []*model.Organisation) []*model.Organisation {
	out := slices.Clone(organisations)
	slices.SortFunc(out, func(a, b *model.Organisation) int {
		return cmp.Or(strings.Compare(a.Pos.File, b.Pos.File), a.Pos.Line-b.Pos.Line, strings.Compare(a.ID, b.ID))
	})
	return out
}

// name is one name of an organisation.
type name struct {
	of   *model.Organisation
	text string
	pos  diag.Pos
	core string // letters of the words that tell names apart
	mark string // numbers and single letters: "12", "b"
}

func namesOf(organisations []*model.Organisation) []name {
	var out []name
	for _, o := range organisations {
		add := func(text string, pos diag.Pos) {
			n := name{of: o, text: text, pos: pos}
			if n.core, n.mark = coreOf(text); n.core != "" || n.mark != "" {
				out = append(out, n)
			}
		}
		add(o.Title, o.At("title"))
		for _, other := range o.AlsoKnownAs {
			add(other, o.At("also_known_as"))
		}
	}
	return out
}

// emptyWords tell no organisation from another: legal forms and small words.
var emptyWords = map[string]bool{
	"vzw": true, "asbl": true, "npo": true, "ivzw": true, "aisbl": true, "cv": true, "cvba": true, "bv": true, "bvba": true, "so": true, "nv": true, "fv": true,
	"de": true, "het": true, "een": true, "en": true, "van": true, "voor": true, "in": true, "te": true, "der": true, "den": true, "aan": true, "op": true,
	"la": true, "le": true, "les": true, "et": true, "du": true, "des": true, "the": true, "of": true, "and": true, "for": true,
	"gent": true, "gand": true, "ghent": true,
}

// coreOf reduces a name to what tells it apart: its words in alphabetical
// order, without empty ones, accents and spaces; and apart from them what is a
// number or a single letter, in which one sign is all the difference.
func coreOf(text string) (core, mark string) {
	folded := locale.Slug(strings.ReplaceAll(text, ".", ""))
	var words, marks, all []string
	for _, word := range strings.Split(folded, "-") {
		switch {
		case strings.ContainsFunc(word, unicode.IsDigit) || utf8.RuneCountInString(word) == 1:
			marks = append(marks, word)
		case emptyWords[word]:
			all = append(all, word)
		default:
			words, all = append(words, word), append(all, word)
		}
	}
	if len(words) == 0 {
		words = all
	}
	slices.Sort(words)
	slices.Sort(marks)
	return strings.Join(words, ""), strings.Join(marks, "-")
}

// shortest is the length from which a letter may differ: below it, one letter
// makes another name.
const shortest = 7

// alike pairs the names of different organisations that are equal, or that one
// letter too many, too few, changed or swapped makes equal. Each pair of
// organisations comes once, in the order of the names.
func alike(all []name) [][2]name {
	entries := deletions(all)
	slices.SortFunc(entries, func(a, b deletion) int { return cmp.Or(cmp.Compare(a.key, b.key), a.name-b.name) })
	var pairs [][2]int
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && entries[to].key == entries[from].key {
			to++
		}
		pairs = pairUp(pairs, all, entries[from:to])
		from = to
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return cmp.Or(a[1]-b[1], a[0]-b[0]) })
	seen := map[[2]*model.Organisation]bool{}
	var out [][2]name
	for _, p := range pairs {
		a, b := all[p[0]], all[p[1]]
		if key := [2]*model.Organisation{a.of, b.of}; !seen[key] {
			seen[key] = true
			out = append(out, [2]name{a, b})
		}
	}
	return out
}

// deletion is a name with one letter left out, or whole, as a hash.
type deletion struct {
	key  uint64
	name int
}

// deletions hashes each name and all that is left of it without one letter: two
// names within one slip of the pen share one of these (as in Garbe's SymSpell).
func deletions(all []name) []deletion {
	seed := maphash.MakeSeed()
	var out []deletion
	var buf []byte
	for i, n := range all {
		add := func(core string) {
			buf = append(append(append(buf[:0], core...), 0), n.mark...)
			out = append(out, deletion{maphash.Bytes(seed, buf), i})
		}
		add(n.core)
		if utf8.RuneCountInString(n.core) < shortest {
			continue
		}
		for at, r := range n.core {
			add(n.core[:at] + n.core[at+utf8.RuneLen(r):])
		}
	}
	return out
}

// mostAlike ends the pairing of names that are all the same.
const mostAlike = 20

// pairUp adds the pairs among names that share a key and are really alike.
func pairUp(pairs [][2]int, all []name, same []deletion) [][2]int {
	for i, a := range same {
		for _, b := range same[i+1 : min(len(same), i+1+mostAlike)] {
			x, y := all[a.name], all[b.name]
			if a.name != b.name && x.of != y.of && x.mark == y.mark && !succeeds(x.of, y.of) && oneSlip(x.core, y.core) {
				pairs = append(pairs, [2]int{a.name, b.name})
			}
		}
	}
	return pairs
}

func succeeds(a, b *model.Organisation) bool {
	return a.Successor.To() == b || b.Successor.To() == a
}

// oneSlip tells whether one insertion, deletion, substitution or swap of
// neighbours, or none, turns a into b.
func oneSlip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	swapped := len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
	return len(x) <= 1 && len(y) <= 1 || swapped
}

var dissolution = Rule{
	Codes: []*diag.Code{codeDissolved},
	Check: func(s *model.Site, diags *diag.List) {
		for _, a := range s.Allocations {
			o := a.Organisation.To()
			if o == nil || !a.Granted() {
				continue
			}
			granted := a.Date
			if d := a.Decision.To(); d != nil && !d.Date.IsZero() {
				granted = d.Date
			}
			if before(o.Dissolved, granted) {
				related(diags.Add(codeDissolved, a.Organisation.Pos(), a.ID, o.ID, s.Lang.Date(o.Dissolved)), o.At("dissolved"))
			}
		}
	},
}
