package dutch

import (
	"bytes"
	"compress/gzip"
	"io"
	"slices"
	"strings"
	"testing"
)

// groups are forms of one word each, as they stand in minutes and decisions.
const groups = `
subsidie subsidies
organisatie organisaties
vereniging verenigingen
gemeente gemeenten gemeentes
stad steden
wijk wijken wijkje
straat straten straatje
huis huizen huisje huisjes
school scholen
raad raden
lid leden
raadslid raadsleden
gemeenteraadslid gemeenteraadsleden
schepen schepenen
burgemeester burgemeesters
beslissing beslissingen
besluit besluiten
verslag verslagen
vergadering vergaderingen
vergader vergadert vergaderde vergaderen
voorstel voorstellen
toelage toelagen toelages
bedrag bedragen
budget budgetten budgets
kost kosten
prijs prijzen
plan plannen
beleidsplan beleidsplannen
project projecten
traject trajecten
werf werven
werkgroep werkgroepen
deelnemer deelnemers
inwoner inwoners
bewoner bewoners
vrijwilliger vrijwilligers
jongere jongeren
oudere ouderen
kind kinderen
senior senioren
student studenten
ambtenaar ambtenaren
vraag vragen
antwoord antwoorden antwoordde
noot noten
nood noden
behoefte behoeften behoeftes
kans kansen
wens wensen
grens grenzen
plaats plaatsen
ruimte ruimten ruimtes
dienst diensten
kunst kunsten
markt markten
idee ideeen
activiteit activiteiten
mogelijkheid mogelijkheden
overheid overheden
bevoegdheid bevoegdheden
reglement reglementen
subsidiereglement subsidiereglementen
criterium criteria
museum musea
centrum centra
kantoor kantoren
boom bomen
bom bommen
bon bonnen
les lessen
wet wetten
brief brieven
fonds fondsen
partij partijen
evaluatie evaluaties
samenwerking samenwerkingen
financieel financiele
sociaal sociale
cultureel culturele
stedelijk stedelijke
groot grote groter grootste
klein kleine kleiner kleinste
hoog hoge hoger hoogste
nieuw nieuwe nieuwer nieuwste
duidelijk duidelijke duidelijker
werk werken werkt werkte gewerkt
organiseer organiseren organiseert organiseerde georganiseerd
subsidieer subsidieren subsidieert gesubsidieerd
beslis beslissen beslist besliste
goedkeur goedkeuren goedgekeurd
betaal betalen betaalt betaalde betaald
geef geven geeft gaf
krijg krijgen kreeg gekregen
lees lezen leest gelezen
ontmoet ontmoeten ontmoette
verdeel verdelen verdeelt verdeeld verdeelde
ondersteun ondersteunen ondersteunt ondersteunde ondersteund
`

// TestGroups: all forms of a word have one base form.
func TestGroups(t *testing.T) {
	wrong, all := 0, 0
	for line := range strings.Lines(groups) {
		forms := strings.Fields(line)
		if len(forms) == 0 {
			continue
		}
		all++
		want, _ := List().Lemma(forms[0], nil)
		for _, form := range forms[1:] {
			if got, _ := List().Lemma(form, nil); got != want {
				t.Logf("%s has the base %s, %s has %s", forms[0], want, form, got)
				wrong++
				break
			}
		}
	}
	if wrong > 2 {
		t.Errorf("%d of %d groups are not one word", wrong, all)
	}
}

// TestApart: words that look like forms of each other, and are not.
func TestApart(t *testing.T) {
	for _, pair := range []string{"overheid over", "plaats plaat", "kans kan", "markt mark", "bom boom", "gemeente gemeen", "ruimte ruim", "wagen waag", "bestuur best", "gegeven geef", "dienst dien", "overleg over", "schepen schip", "leven lef", "kort kor", "wens wen", "mens men", "huis hui", "punt pun", "later latten", "regen reeg", "kantoor kant", "status staat", "gebied bied"} {
		a, b, _ := strings.Cut(pair, " ")
		baseA, _ := List().Lemma(a, nil)
		baseB, _ := List().Lemma(b, nil)
		if baseA == baseB {
			t.Errorf("%s and %s are both %s", a, b, baseA)
		}
	}
}

func TestSplit(t *testing.T) {
	onSite := set("dampoort kompas")
	for word, want := range map[string]string{
		"subsidiereglement": "subsidie reglement", "middenveldorganisaties": "middenveld organisaties", "gemeenteraadsbesluit": "gemeente raad besluit",
		"wijkplatform": "wijk platform", "kinderopvang": "kind opvang", "personeelsbeleid": "personeel beleid", "stedenbouw": "steden bouw", "ledenvergadering": "leden vergadering",
		"vrouwenhuis": "vrouwen huis", "stadsdebat": "stads debat", "projectsubsidie": "project subsidie", "dampoortstraat": "dampoort straat", "armoedebestrijding": "armoede bestrijding",
		"buurthuis": "buurt huis", "meerjarenplan": "meerjaren plan", "inspraakmoment": "inspraak moment", "jaarverslag": "jaar verslag",
		"rolstoelbus": "rolstoel bus", "fietslessen": "fiets lessen", "gemeenteraadslid": "gemeente raad lid", "voetbalploeg": "voet bal ploeg", "afvalzakkenproef": "afval zakken proef",
		"syllabus": "", "bevallig": "", "afvallig": "", "wijkgehalte": "", "wijklag": "", "wijkkomen": "", "samenkomen": "", "persoonlijk": "", "verenigen": "",
		"overheid": "", "secretaris": "", "burgemeester": "", "beslissing": "", "bestuur": "", "kantoor": "", "gemeente": "", "vergadering": "", "vergaderen": "", "platform": "", "vrijwilliger": "", "samenwerking": "", "organisatie": "", "wethouder": "", "gemeenschap": "", "landschap": "", "werkloos": "", "xyzzy": "", "": "", "maatschappelijk": "", "ambtenaar": "", "behandeling": "", "presenteren": "", "luisterend": "",
	} {
		var parts []string
		for _, p := range List().Split(word, func(w string) bool { return onSite[w] }) {
			parts = append(parts, word[p.Start:p.Start+p.Length])
		}
		if got := strings.Join(parts, " "); got != want {
			t.Errorf("%s is %q, not %q", word, got, want)
		}
	}
}

// TestQuality: what is called after a quality has that as its part.
func TestQuality(t *testing.T) {
	for word, want := range map[string][]Part{"toegankelijkheden": {{0, 12}}, "veiligheid": {{0, 6}}, "overheid": nil, "gezelligheid": {{0, 8}}, "heid": nil, "reden": nil} {
		if _, parts := List().Lemma(word, nil); !slices.Equal(parts, want) {
			t.Errorf("%s has parts %v, not %v", word, parts, want)
		}
	}
}

// TestSize: the embedded list stays small, and packing loses nothing.
func TestSize(t *testing.T) {
	if len(packedWords) > 500_000 {
		t.Errorf("the list has %d bytes", len(packedWords))
	}
	r, err := gzip.NewReader(bytes.NewReader(packedWords))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if again := List().pack(); !bytes.Equal(again, data) {
		t.Errorf("packed again the list has %d bytes, not %d", len(again), len(data))
	}
}

// FuzzLemma: any word has a base form, and its parts lie within it.
func FuzzLemma(f *testing.F) {
	for _, w := range strings.Fields(groups) {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, word string) {
		base, parts := List().Lemma(word, func(w string) bool { return len(w)%3 == 0 })
		end := 0
		for _, p := range parts {
			if p.Start < end || p.Length < 1 || p.Start+p.Length > len(base) {
				t.Fatalf("%q: parts %v of %q", word, parts, base)
			}
			end = p.Start + p.Length
		}
	})
}

// TestLinkingS: an s between two words is no part of the second, where the site
// or the list says so.
func TestLinkingS(t *testing.T) {
	for _, c := range []struct{ form, onSite, base, head string }{
		{"stadstaken", "taak", "stadstaak", "taak"},
		{"stadstaken", "staken staak", "stadstaak", "staak"},
		{"aanhalingsteken", "", "aanhalingsteken", "teken"},
		{"aanhalingstekens", "", "aanhalingsteken", "teken"},
		{"stadsschouwburg", "", "stadsschouwburg", "schouwburg"},
	} {
		base, parts := List().Lemma(c.form, func(w string) bool { return slices.Contains(strings.Fields(c.onSite), w) })
		if base != c.base || len(parts) == 0 {
			t.Errorf("%s: %s %v", c.form, base, parts)
			continue
		}
		if last := parts[len(parts)-1]; base[last.Start:last.Start+last.Length] != c.head {
			t.Errorf("%s has the head %s", c.form, base[last.Start:])
		}
	}
}
