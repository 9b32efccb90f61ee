package page

import (
	"slices"
	"strings"
	"testing"

	"glashelder/internal/model"
)

// lifeFiles is a werf with something of every sort before and after 1 June 2022.
var lifeFiles = map[string]string{
	"content/werven/een.md": `+++
titel = "Een"
nummer = 1
begin = "2021"
doel = "Beter"

[[mijlpalen]]
datum = "2021-03-27"

[[mijlpalen]]
datum = "2022-06"
titel = "Voorstel"
tekst = "Een eerste tekst."

[[mijlpalen]]
datum = "2022"
titel = "Ergens dit jaar"
status = "gepland"

[[mijlpalen]]
datum = "2023-01-01"
titel = "Al klaar"
status = "afgerond"
+++
`,
	"content/agenda/voorbij.md":      "+++\ntitel = \"Voorbij\"\nbegin = \"2022-05-31 19:00\"\nwerf = 1\n+++\n",
	"content/agenda/vandaag.md":      "+++\ntitel = \"Vandaag\"\nbegin = \"2022-06-01 10:00\"\neinde = \"2022-06-01 12:00\"\n+++\n",
	"content/agenda/bezig.md":        "+++\ntitel = \"Bezig\"\nbegin = 2022-05-30\neinde = 2022-06-03\n+++\n",
	"content/agenda/afgelast.md":     "+++\ntitel = \"Afgelast\"\nbegin = 2022-06-10\nstatus = \"afgelast\"\n+++\n",
	"content/agenda/oproep-open.md":  "+++\ntitel = \"Open oproep\"\ndatum = 2022-05-01\noproep = true\nuiterste_datum = 2022-06-01\n+++\n",
	"content/agenda/oproep-dicht.md": "+++\ntitel = \"Dichte oproep\"\ndatum = 2022-05-01\noproep = true\nuiterste_datum = 2022-05-31\n+++\n",
	"content/agenda/ooit.md":         "+++\ntitel = \"Ooit\"\n+++\n",
	"content/vragen/open.md":         "+++\ntitel = \"Waarom?\"\ndatum = 2022-05-02\nstreefdatum = 2022-06-20\nwerf = 1\n+++\nVraag.\n",
	"content/vragen/klaar.md":        "+++\ntitel = \"Klaar?\"\ndatum = 2022-05-02\nstreefdatum = 2022-06-21\nstatus = \"beantwoord\"\nbeantwoord = 2022-05-03\n+++\nVraag.\n\n## Antwoord\n\nJa.\n",
	"content/verslagen/2022-05-20-groep.md": `+++
titel = "Groep"
werf = 1

[[opvolgpunten]]
wat = "Zaal zoeken"
verantwoordelijke = "Dienst Zalen"
streefdatum = 2022-06-15

[[opvolgpunten]]
wat = "Te laat"
streefdatum = 2022-05-25

[[opvolgpunten]]
wat = "Gedaan"
streefdatum = 2022-06-16
status = "afgerond"
afgerond = 2022-05-30
bewijs = "https://stad.example/"
+++
`,
}

// life is the site of lifeFiles, with what its checks say left aside.
func life(t *testing.T) *model.Site {
	t.Helper()
	s, diags := buildSite(t, lifeFiles)
	for _, d := range diags {
		if strings.Contains(d.Code.ID, "sleutel") {
			t.Fatalf("%s: %s", d.Pos, d.Message("nl"))
		}
	}
	return s
}

func TestAhead(t *testing.T) {
	s := life(t)
	a, v := agendaOf(s), newVoice(s, "nl")
	var got []string
	for _, l := range v.aheadLines(a.all, 99) {
		got = append(got, l.KindLabel+": "+l.Text)
	}
	want := []string{
		"Activiteit: Vandaag", "Oproep sluit: Open oproep", "Mijlpaal: Voorstel", "Activiteit: Bezig",
		"Opvolgpunt: Zaal zoeken", "Antwoord beloofd: Waarom?", "Mijlpaal: Ergens dit jaar",
	}
	if !slices.Equal(got, want) {
		t.Errorf("ahead lie\n%q, want\n%q", got, want)
	}
	of := a.ofWerf[s.Werven[0]]
	if len(of) != 4 || of[0].what != "milestone" {
		t.Errorf("of the werf: %d, first %q", len(of), of[0].what)
	}
	if got := len(v.aheadLines(a.all, 2)); got != 2 {
		t.Errorf("%d lines, want 2", got)
	}
}

func TestNextStep(t *testing.T) {
	question, event := ahead{what: "question"}, ahead{what: "event"}
	for _, c := range []struct {
		list []ahead
		want string
	}{
		{[]ahead{question, event}, "event"}, {[]ahead{event, question}, "event"}, {[]ahead{question}, "question"},
	} {
		if got := nextStep(c.list).what; got != c.want {
			t.Errorf("next of %v is %q, want %q", c.list, got, c.want)
		}
	}
}

func TestChronicle(t *testing.T) {
	s := life(t)
	c, v := chronicleOf(s), newVoice(s, "nl")
	if c.undated != 1 {
		t.Errorf("%d undated, want 1", c.undated)
	}
	var got []string
	for _, y := range v.years(c.ofWerf[s.Werven[0]], s.Werven[0], nil) {
		got = append(got, y.Year)
		for _, p := range y.Points {
			mark := "-"
			if p.Coming {
				mark = "+"
			}
			got = append(got, mark+p.Text)
		}
	}
	want := []string{"2023", "-Al klaar", "2022", "+Voorstel", "-Voorbij", "-Groep", "-Waarom?", "+Ergens dit jaar", "2021", "-"}
	if !slices.Equal(got, want) {
		t.Errorf("timeline\n%q, want\n%q", got, want)
	}
}

func TestTimelinePages(t *testing.T) {
	s := life(t)
	var urls []string
	for _, p := range timelinePages(s) {
		urls = append(urls, p.URL)
	}
	want := []string{
		"/tijdlijn/", "/tijdlijn/2023/", "/tijdlijn/2022/", "/tijdlijn/2021/",
		"/werven/een/tijdlijn/", "/werven/een/tijdlijn/2023/", "/werven/een/tijdlijn/2022/", "/werven/een/tijdlijn/2021/",
	}
	if !slices.Equal(urls, want) {
		t.Errorf("pages\n%q, want\n%q", urls, want)
	}
	front := pageAt(s, "/tijdlijn/").(*TimelineView)
	if got := front.Jump.Links[1]; got.Text != "2022" || got.Note != "11" || got.URL != "/tijdlijn/2022/" {
		t.Errorf("second year is %+v", got)
	}
	if front.Undated == "" || !strings.Contains(string(front.Gantt), "2021 – loopt nog") {
		t.Error("the undated document is not counted, or the year has become a day")
	}
}
