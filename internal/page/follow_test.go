package page

import (
	"strings"
	"testing"
)

// meetings is a site in which things were said, promised, asked and decided.
func meetings() map[string]string {
	return map[string]string{
		"content/overleg/raad.md": `+++
titel = "Raad"
gestart = 2020-01-01
beloofde_vergaderingen = 3
[zetels]
stad = 2
middenveld = 2
[[leden]]
dienst = "Dienst A"
vanaf = 2020-01-01
[[leden]]
organisatie = "klub"
vanaf = 2020-01-01
[[leden]]
organisatie = "ploeg"
vanaf = 2020-01-01
tot = 2021-06-30
[[leden]]
dienst = "Dienst B"
vanaf = 2099-01-01
+++
`,
		"content/organisaties/klub.md":  "+++\ntitel = \"Klub\"\n+++\n",
		"content/organisaties/ploeg.md": "+++\ntitel = \"Ploeg\"\n+++\n",
		"content/verslagen/een.md": `+++
titel = "Eerste"
datum = 2021-01-10
overleg = "raad"
status = "goedgekeurd"
[[agenda]]
nummer = 1
titel = "De sleutel"
beslissing = "sleutel"
[[rondes]]
vraag = "Wat telt?"
inzichten = [
  { id = "inzicht-open", tekst = "Wees open.", soort = "voorwaarde" },
  { id = "inzicht-traag", tekst = "Neem de tijd.", niet_weerhouden = "Er is haast." },
  { id = "inzicht-later", tekst = "Kom terug." },
]
[[opvolgpunten]]
id = "actie-laat"
wat = "Een lijst maken"
verantwoordelijke = "Dienst A"
streefdatum = 2021-03-01
eerdere_streefdatum = 2021-02-01
status = "open"
[[opvolgpunten]]
id = "actie-komt"
wat = "Een kaart tekenen"
verantwoordelijke = "klub"
streefdatum = 2099-01-01
status = "in behandeling"
inzichten = ["inzicht-open"]
[[opvolgpunten]]
id = "actie-klaar"
wat = "Een brief sturen"
verantwoordelijke = "Dienst A"
streefdatum = 2021-02-01
status = "afgerond"
afgerond = 2021-02-01
bewijs = "https://voorbeeld.example/brief"
+++
## Agendapunt 1

Wat er gezegd is.
`,
		"content/verslagen/een.fr.md": "+++\ntitle = \"Première\"\n+++\nTexte.\n",
		"content/verslagen/twee.md":   "+++\ntitel = \"Tweede\"\ndatum = 2021-02-10\noverleg = \"raad\"\nstatus = \"ontwerp\"\naantal_aanwezigen = 9\n+++\n",
		"content/beslissingen/sleutel.md": `+++
titel = "De sleutel"
datum = 2021-01-10
overleg = "raad"
status = "vervangen"
inzichten = ["inzicht-open"]
[stemming]
voor = 7
tegen = 2
onthouding = 1
+++
## Artikel 1

Zo zij het.
`,
		"content/beslissingen/nieuw.md": `+++
titel = "De nieuwe sleutel"
datum = 2021-05-01
overleg = "raad"
verslag = "twee"
status = "aangenomen"
consensus = true
vervangt = "sleutel"
[[artikelen]]
nummer = "1"
tekst = "Zo is het beter."
+++
`,
		"content/vragen/waarom.md": `+++
titel = "Waarom?"
datum = 2021-01-01
status = "beantwoord"
beantwoord = 2021-01-11
gesteld_door = "anoniem"
verantwoordelijke = "Dienst A"
inzichten = ["inzicht-open"]
+++
De vraag.

## Antwoord

Daarom.

## Bronnen

De wet.
`,
		"content/vragen/wanneer.md": `+++
titel = "Wanneer?"
datum = 2021-01-01
status = "open"
verantwoordelijke = "Dienst A"
streefdatum = 2021-02-01
eerdere_vraag = "waarom"
+++
De vraag.
`,
		"content/vragen/wie.md": "+++\ntitel = \"Wie?\"\ndatum = 2021-01-01\nstatus = \"overgedragen\"\nverantwoordelijke = \"Dienst B\"\n+++\n",
	}
}

func TestMinutesPage(t *testing.T) {
	s := smallSite(t, meetings())
	m := pageAt(s, "/verslagen/een/").(*MinutesView)
	if len(m.Decisions) != 1 || m.Decisions[0].Text != "De sleutel" {
		t.Errorf("decisions of the agenda: %+v", m.Decisions)
	}
	if m.Agenda[0].ID != "" {
		t.Error("an item of the agenda takes the place of a heading in the text")
	}
	if m.Next.Text != "Tweede" || m.Previous.URL != "" {
		t.Errorf("before %+v, after %+v", m.Previous, m.Next)
	}
	rows := m.Rounds[0].Rows
	if rows[0].State != "acted_on" || rows[1].State != "set_aside" || rows[2].State != "open" {
		t.Errorf("states: %s, %s, %s", rows[0].State, rows[1].State, rows[2].State)
	}
	var came []string
	for _, o := range rows[0].Outcomes {
		came = append(came, o.Kind+" "+o.Text)
	}
	if text := strings.Join(came, ", "); text != "Beslissing De sleutel, Opvolgpunt Een kaart tekenen, Vraag Waarom?" {
		t.Errorf("outcomes: %s", text)
	}
	if row := m.Actions.Rows[0]; row.Status.Name != "open overdue" || len(row.Earlier) != 1 || row.ID != "actie-laat" {
		t.Errorf("late action: %+v", row)
	}
	if e := m.Actions.Rows[2].Evidence; e.URL == "" || e.Text != "Bewijs" {
		t.Errorf("evidence: %+v", e)
	}
	french := pageAt(s, "/fr/verslagen/een/").(*MinutesView)
	if len(french.Rounds[0].Rows[0].Outcomes) != 3 || french.Next.Text != "Tweede" || french.Next.Lang != "nl" {
		t.Errorf("the translation knows less: %+v", french.Rounds[0].Rows[0])
	}
	if french.Rounds[0].Rows[0].URL != "/fr/verslagen/een/#inzicht-open" {
		t.Errorf("address of an insight in the translation: %s", french.Rounds[0].Rows[0].URL)
	}
	if two := pageAt(s, "/verslagen/twee/").(*MinutesView); len(two.Decisions) != 1 || two.Previous.Text != "Eerste" || len(two.Lacks) == 0 {
		t.Errorf("second minutes: %+v", two)
	}
}

func TestDecisionPage(t *testing.T) {
	s := smallSite(t, meetings())
	old := pageAt(s, "/beslissingen/sleutel/").(*DecisionView)
	if len(old.Superseded) != 1 || old.Minutes.Text != "Eerste" || len(old.Contents) != 1 || old.Contents[0].URL != "#artikel-1" {
		t.Errorf("%+v", old)
	}
	if old.Vote.Sentence != "10 stemmen: voor 7, tegen 2, onthouding 1." {
		t.Errorf("vote: %q", old.Vote.Sentence)
	}
	now := pageAt(s, "/beslissingen/nieuw/").(*DecisionView)
	if len(now.Supersedes) != 1 || len(now.Articles) != 1 || now.Articles[0].ID != "artikel-1" || !now.Consensus || now.HasVote {
		t.Errorf("%+v", now)
	}
}

func TestQuestionPage(t *testing.T) {
	s := smallSite(t, meetings())
	q := pageAt(s, "/vragen/waarom/").(*QuestionView)
	if !strings.Contains(string(q.Answer), "Daarom.") || strings.Contains(string(q.Body), "Daarom.") || !strings.Contains(string(q.Rest), "De wet.") {
		t.Errorf("parts: %q, %q, %q", q.Body, q.Answer, q.Rest)
	}
	if q.Waited != "antwoord na 10 dagen" || q.AskedBy.Text != "Anoniem" || q.AnswerID != "antwoord" || len(q.Later) != 1 {
		t.Errorf("%+v", q)
	}
	late := pageAt(s, "/vragen/wanneer/").(*QuestionView)
	if late.Status.Name != "open overdue" || late.Answer != "" || !strings.Contains(late.AnswerText, "te laat") || late.Resolved {
		t.Errorf("%+v", late)
	}
	passed := pageAt(s, "/vragen/wie/").(*QuestionView)
	if passed.AnswerTitle != "Overgedragen" || !strings.Contains(passed.AnswerText, "Dienst B") {
		t.Errorf("%+v", passed)
	}
}

func TestForumPage(t *testing.T) {
	f := pageAt(smallSite(t, meetings()), "/overleg/raad/").(*ForumView)
	if f.City.Open != 1 || f.Civil.Open != 1 || f.OpenSeats != 2 || len(f.Former) != 1 || len(f.Coming) != 1 {
		t.Errorf("seats: %+v %+v", f.City, f.Civil)
	}
	invented := meetings()
	invented["content/verslagen/twee.md"] = strings.Replace(invented["content/verslagen/twee.md"], "status", "voorbeeld = true\nstatus", 1)
	if real := pageAt(smallSite(t, invented), "/overleg/raad/").(*ForumView); real.Held != 1 {
		t.Errorf("invented minutes count as a meeting: %d", real.Held)
	}
	if f.Held != 2 || f.Promised != 3 || len(f.Decisions) != 2 || len(f.Meetings) != 2 {
		t.Errorf("%d of %d meetings", f.Held, f.Promised)
	}
}

func TestRegisters(t *testing.T) {
	s := smallSite(t, meetings())
	actions := pageAt(s, "/opvolging/").(*ActionsView)
	var order []string
	for _, r := range actions.Table.Rows {
		order = append(order, r.Name)
	}
	if text := strings.Join(order, ", "); text != "Een lijst maken, Een kaart tekenen, Een brief sturen" {
		t.Errorf("order: %s", text)
	}
	if o := actions.Owners[0]; o.Owner.Text != "Dienst A" || o.Late != 1 || o.Open != 1 || o.Total != 2 {
		t.Errorf("first owner: %+v", o)
	}
	if view, ok := pageAt(s, "/opvolging/wie/dienst-a/").(*ActionsView); !ok || len(view.Table.Rows) != 2 {
		t.Error("the list of an owner is missing")
	}
	insights := pageAt(s, "/inzichten/").(*InsightsView)
	if insights.Sentence != "Van 3 inzichten is 33,3% opgenomen in een beslissing, een opvolgpunt of een antwoord." {
		t.Errorf("%q", insights.Sentence)
	}
	if view, ok := pageAt(s, "/inzichten/stand/niet-weerhouden/").(*InsightsView); !ok || len(view.Rows) != 1 {
		t.Error("the list of what was set aside is missing")
	}
	questions := pageAt(s, "/vragen/").(*QuestionsView)
	if questions.Median != "De helft van de beantwoorde vragen kreeg een antwoord binnen 10 dagen." || len(questions.Figures) != 3 {
		t.Errorf("%q, %+v", questions.Median, questions.Figures)
	}
	if pageAt(smallSite(t, nil), "/opvolging/") != nil {
		t.Error("a site without promises has a register of them")
	}
}
