package check

// Content: what a document says does not contradict itself, and says something
// at all.

import (
	"slices"

	"glashelder/internal/diag"
	"glashelder/internal/model"
)

var codeNothing = doubt("document-zonder-inhoud",
	diag.Text{Message: "dit document heeft geen tekst en geen gegevens", Hint: "vul het aan, of zet er \"{1} = true\" bij tot het klaar is",
		Explain: "Van een document met alleen een titel of een datum worden lezers niets wijzer. Schrijf een tekst of een samenvatting, of houd het als concept achter tot het klaar is."},
	diag.Text{Message: "this document has no text and no facts", Hint: "complete it, or add \"{1} = true\" until it is ready",
		Explain: "A document with only a title or a date tells readers nothing. Write a text or a summary, or keep it back as a draft until it is ready."})

var codeSetAside = doubt("inzicht-tegenstrijdig",
	diag.Text{Message: "het inzicht \"{1}\" is niet weerhouden, maar \"{2}\" werkt het uit", Hint: "haal \"{3}\" weg bij het inzicht, of de verwijzing bij de andere",
		Explain: "Een inzicht leidt tot een beslissing, een opvolgpunt of een antwoord, of er staat bij waarom er niets mee gebeurde. Beide samen spreken elkaar tegen, en lezers weten dan niet wat waar is."},
	diag.Text{Message: "the insight \"{1}\" is set aside, but \"{2}\" acts on it", Hint: "remove \"{3}\" from the insight, or the reference from the other",
		Explain: "An insight leads to a decision, an action or an answer, or it says why nothing was done with it. Both at once contradict one another, and readers cannot tell what is true."})

var codePollVotes = mistake("peiling-stemmen",
	diag.Text{Message: "de stemmen van deze peiling zijn samen {1}, maar het aantal antwoorden is {2}", Hint: "kijk de aantallen na; kon iemand meer dan één antwoord kiezen, laat \"{3}\" dan weg",
		Explain: "De stemmen op de antwoorden samen kunnen niet meer zijn dan het aantal mensen dat antwoordde. Kon iedereen meer dan één antwoord kiezen, dan zegt die som niets: laat het aantal dan weg en leg het uit in de tekst."},
	diag.Text{Message: "the votes of this poll come to {1}, but the number of answers is {2}", Hint: "check the numbers; if people could choose more than one answer, leave out \"{3}\"",
		Explain: "The votes for all answers cannot be more than the number of people who answered. If everybody could choose more than one answer, the sum says nothing: leave the number out and explain it in the text."})

var codePollTurnout = mistake("peiling-opkomst",
	diag.Text{Message: "het aantal antwoorden is {1}, maar het aantal uitgenodigden {2}", Hint: "kijk de aantallen na",
		Explain: "Er kunnen niet meer mensen antwoorden dan er uitgenodigd waren. Vaak zijn de twee getallen omgewisseld. Was de peiling open voor iedereen, laat `uitgenodigd` dan weg."},
	diag.Text{Message: "the number of answers is {1}, but the number of those invited {2}", Hint: "check the numbers",
		Explain: "No more people can answer than were invited. Often the two numbers are swapped. If the poll was open to everybody, leave out `invited`."})

var codeAttendance = mistake("aanwezigen-te-weinig",
	diag.Text{Message: "het aantal aanwezigen is {1}, maar de lijst noemt er {2}", Hint: "kijk het aantal na",
		Explain: "Wie op de lijst van aanwezigen staat, was er: het aantal kan dus niet kleiner zijn dan de lijst. Het mag wel groter zijn, als niet iedereen genoemd wordt."},
	diag.Text{Message: "the number of those present is {1}, but the list names {2}", Hint: "check the number",
		Explain: "Whoever is on the list of those present was there: the number cannot be smaller than the list. It may be larger, where not everybody is named."})

var codeVote = doubt("stemming-tegenstrijdig",
	diag.Text{Message: "er zijn {1} stemmen voor en {2} tegen, maar de status is {3}", Hint: "kijk na of de aantallen of de status juist zijn; gold een bijzondere meerderheid, zeg het dan in de tekst",
		Explain: "Met meer stemmen voor dan tegen is een beslissing meestal aangenomen, anders niet. Soms geldt een andere regel, zoals twee derde van de stemmen. Leg dat uit in de tekst, dan weten lezers waarom."},
	diag.Text{Message: "there are {1} votes for and {2} against, but the status is {3}", Hint: "see whether the numbers and the status are right; if a special majority was needed, say so in the text",
		Explain: "With more votes for than against a decision is usually adopted, and otherwise not. Sometimes another rule holds, such as two thirds of the votes. Explain that in the text, so that readers know why."})

var codeSeats = doubt("zetels-te-weinig",
	diag.Text{Message: "het aantal zetels voor \"{2}\" is {1}, maar het aantal leden {3}", Hint: "kijk na of een lidmaatschap voorbij is: zet de laatste dag in \"{4}\"",
		Explain: "Diensten zitten in een overleg voor de stad, organisaties voor het middenveld. Zijn er meer leden dan zetels, dan is meestal een lid vertrokken zonder dat dit genoteerd is, of is het aantal zetels gewijzigd."},
	diag.Text{Message: "the number of seats for \"{2}\" is {1}, but the number of members {3}", Hint: "see whether a membership has ended: put the last day in \"{4}\"",
		Explain: "In a forum, services sit for the city and organisations for civil society. If there are more members than seats, usually a member left without this being noted, or the number of seats was changed."})

var emptiness = Rule{
	Codes: []*diag.Code{codeNothing},
	Check: func(s *model.Site, diags *diag.List) {
		for _, doc := range s.Documents {
			b := doc.Common()
			if !b.Row && !b.Unread && (b.Prose == nil || (len(b.Prose.Pieces) == 0 && !b.Prose.Refused)) && !saysSomething(b) {
				diags.Add(codeNothing, b.Pos, s.Lang.Key("draft"))
			}
		}
	},
}

// saysSomething tells whether there is more on top of a document than its name.
func saysSomething(b *model.Base) bool {
	return slices.ContainsFunc(b.Keys(), func(key string) bool {
		switch key {
		case "title", "date", "draft", "example", "aliases", "werf":
			return false
		}
		return true
	})
}

var insights = Rule{
	Codes: []*diag.Code{codeSetAside},
	Check: func(s *model.Site, diags *diag.List) {
		for _, i := range s.Insights {
			at := slices.IndexFunc(i.MentionedBy, func(m model.Mention) bool { return m.Key == "insights" })
			if i.SetAside != "" && at >= 0 {
				from := i.MentionedBy[at].From.Common()
				related(diags.Add(codeSetAside, i.At("set_aside"), i.ID, from.ID, s.Lang.Key("set_aside")), from.Pos)
			}
		}
	},
}

var polls = Rule{
	Codes: []*diag.Code{codePollVotes, codePollTurnout},
	Check: func(s *model.Site, diags *diag.List) {
		for _, m := range s.Minutes {
			for _, p := range m.Polls {
				votes := 0
				for _, o := range p.Options {
					votes += o.Votes
				}
				if p.Wrote("answered") && votes > p.Answered {
					diags.Add(codePollVotes, p.At("answered"), votes, p.Answered, s.Lang.Key("answered"))
				}
				if p.Wrote("invited") && p.Answered > p.Invited {
					related(diags.Add(codePollTurnout, p.At("answered"), p.Answered, p.Invited), p.At("invited"))
				}
			}
		}
	},
}

var attendance = Rule{
	Codes: []*diag.Code{codeAttendance},
	Check: func(s *model.Site, diags *diag.List) {
		for _, m := range s.Minutes {
			if m.Wrote("attendance") && m.Attendance < len(m.Present) {
				related(diags.Add(codeAttendance, m.At("attendance"), m.Attendance, len(m.Present)), m.At("present"))
			}
		}
	},
}

var votes = Rule{
	Codes: []*diag.Code{codeVote},
	Check: func(s *model.Site, diags *diag.List) {
		for _, d := range s.Decisions {
			if d.Vote == nil {
				continue
			}
			carried := d.Vote.For > d.Vote.Against
			if d.Status == "rejected" && carried || d.Status == "adopted" && !carried {
				related(diags.Add(codeVote, d.At("vote"), d.Vote.For, d.Vote.Against, s.Lang.Value("status", d.Status)), d.At("status"))
			}
		}
	},
}

var seats = Rule{
	Codes: []*diag.Code{codeSeats},
	Check: func(s *model.Site, diags *diag.List) {
		for _, f := range s.Forums {
			taken := f.Taken(s.Now)
			over := func(key string, seats, members int) {
				if f.Seats != (model.Seats{}) && members > seats {
					diags.Add(codeSeats, f.At("seats"), seats, s.Lang.Key(key), members, s.Lang.Key("until"))
				}
			}
			over("city", f.Seats.City, taken.City)
			over("civil_society", f.Seats.CivilSociety, taken.CivilSociety)
		}
	},
}
