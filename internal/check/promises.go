package check

// Time: what is done or answered says when, and what it says has happened;
// deadlines make sense.

import (
	"time"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

var codeDoneWhen = mistake("opvolgpunt-zonder-datum",
	diag.Text{Message: "het opvolgpunt \"{1}\" is afgerond, maar er staat niet wanneer", Hint: "zet de dag in \"{2}\"",
		Explain: "Een belofte die is nagekomen, zegt wanneer. Zo zien lezers of het op tijd was. Schrijf `afgerond = 2022-03-01` bij het opvolgpunt, en zet in `bewijs`, als het kan, waar het resultaat te zien is."},
	diag.Text{Message: "the action \"{1}\" is done, but it does not say when", Hint: "put the day in \"{2}\"",
		Explain: "A promise that was kept says when. So readers see whether it was in time. Write `done = 2022-03-01` in the action, and where it can be seen, if possible, in `evidence`."})

var codeFuture = mistake("datum-in-de-toekomst",
	diag.Text{Message: "\"{1}\" ligt in de toekomst: {2}", Hint: "wat nog moet gebeuren, is nog niet afgerond; kijk de datum en de status na",
		Explain: "Een opvolgpunt kan niet afgerond zijn en een vraag niet beantwoord zijn op een dag die nog moet komen. Is het een streefdatum, schrijf ze dan in `streefdatum`."},
	diag.Text{Message: "\"{1}\" lies in the future: {2}", Hint: "what is still to happen is not done yet; check the date and the status",
		Explain: "An action cannot be done and a question cannot be answered on a day that is still to come. If it is a target date, write it in `due`."})

var codeAnswerWhen = mistake("antwoord-zonder-datum",
	diag.Text{Message: "de vraag is beantwoord, maar er staat niet wanneer", Hint: "zet de dag in \"{1}\"",
		Explain: "Wie een vraag stelde, mag weten hoe lang het antwoord op zich liet wachten. Schrijf `beantwoord = 2022-03-01`."},
	diag.Text{Message: "the question is answered, but it does not say when", Hint: "put the day in \"{1}\"",
		Explain: "Whoever asked a question may know how long it took. Write `answered = 2022-03-01`."})

var codeAnswerWhat = mistake("antwoord-zonder-tekst",
	diag.Text{Message: "de vraag is beantwoord, maar er staat geen antwoord", Hint: "schrijf het onder een kop \"## Antwoord\"",
		Explain: "De tekst onder de kop `## Antwoord` is het antwoord, en verschijnt ook waar de vraag gesteld werd. Is er nog geen antwoord, neem dan de status open of in behandeling."},
	diag.Text{Message: "the question is answered, but there is no answer", Hint: "write it under a heading \"## Antwoord\" or \"## Answer\"",
		Explain: "The text under the heading `## Answer` is the answer, and is shown also where the question was raised. If there is no answer yet, take the status open or in progress."})

var codeNoExplanation = doubt("vraag-zonder-uitleg",
	diag.Text{Message: "de status is {1}, maar er staat niet waarom of sinds wanneer", Hint: "leg het uit onder een kop \"## Antwoord\", of zet de dag in \"{2}\"",
		Explain: "Geen oplossing is ook een antwoord, als er staat waarom. Werd de vraag doorgegeven, zeg dan aan wie en wanneer. Wie de vraag stelde, weet dan waar hij aan toe is."},
	diag.Text{Message: "the status is {1}, but it does not say why or since when", Hint: "explain it under a heading \"## Answer\", or put the day in \"{2}\"",
		Explain: "No solution is an answer too, if it says why. If the question was passed on, say to whom and when. Whoever asked then knows where they stand."})

var codeMovedBack = doubt("streefdatum-verschoven",
	diag.Text{Message: "de vroegere streefdatum ({1}) is later dan de nieuwe ({2})", Hint: "kijk na of de twee omgewisseld zijn: \"{3}\" is de datum die nu geldt",
		Explain: "Als een streefdatum verschuift, blijft de vorige staan in `eerdere_streefdatum`, zodat lezers het uitstel zien. Meestal komt de nieuwe na de vorige. Hier is het andersom."},
	diag.Text{Message: "the earlier deadline ({1}) is later than the new one ({2})", Hint: "see whether the two are swapped: \"{3}\" is the date that holds now",
		Explain: "When a deadline moves, the one before stays in `earlier_due`, so that readers see the delay. Usually the new one comes after it. Here it is the other way round."})

var codeLateDeadline = doubt("inschrijven-na-begin",
	diag.Text{Message: "inschrijven kan tot {1}, maar de activiteit begint op {2}", Hint: "kijk na of de uiterste datum juist is",
		Explain: "Een uiterste datum om in te schrijven valt meestal voor de activiteit begint. Klopt het toch, dan mag de waarschuwing blijven staan."},
	diag.Text{Message: "registration is open until {1}, but the event begins on {2}", Hint: "see whether the deadline is right",
		Explain: "A deadline for registration usually falls before the event begins. If it is right after all, the warning may stay."})

var codeMilestonePast = doubt("mijlpaal-voorbij",
	diag.Text{Message: "de mijlpaal van {1} is nog gepland, maar die dag is voorbij", Hint: "zet de status op afgerond, of geef een nieuwe datum",
		Explain: "Een mijlpaal die gepland was, is intussen bereikt of verschoven. Lezers willen weten welke van de twee."},
	diag.Text{Message: "the milestone of {1} is still planned, but that day has passed", Hint: "set the status to done, or give a new date",
		Explain: "A milestone that was planned has been reached by now, or moved. Readers want to know which."})

var codeUndated = mistake("datum-ontbreekt",
	diag.Text{Message: "dit document heeft geen datum", Hint: "schrijf \"{1} = 2021-11-27\" bovenaan, of zet de datum in de bestandsnaam",
		Explain: "Verslagen, beslissingen, activiteiten en vragen staan op een tijdlijn, en daarvoor is een datum nodig. Glashelder zoekt ze in het document, in de bestandsnaam, in de naam van de map, in de eerste regels en in de geschiedenis van git, en vond er geen. Een maand of een jaar is ook een datum: 2021-05 of 2021."},
	diag.Text{Message: "this document has no date", Hint: "write \"{1} = 2021-11-27\" on top, or put the date in the file name",
		Explain: "Minutes, decisions, events and questions stand on a timeline, which takes a date. Glashelder looks in the document, the file name, the name of the folder, the first lines and the history of git, and found none. A month or a year is a date too: 2021-05 or 2021."})

var promises = Rule{
	Codes: []*diag.Code{codeDoneWhen, codeFuture, codeMovedBack},
	Check: func(s *model.Site, diags *diag.List) {
		for _, a := range s.Actions {
			if a.Status == "done" && a.Done.IsZero() {
				diags.Add(codeDoneWhen, a.At("status"), a.ID, s.Lang.Key("done"))
			}
			notFuture(s, a.Written, "done", a.Done, diags)
			movedBack(s.Lang, a.Written, a.EarlierDue, a.Due, diags)
		}
	},
}

func notFuture(s *model.Site, at model.Written, key string, d locale.Date, diags *diag.List) {
	if future(d, s.Now) {
		diags.Add(codeFuture, at.At(key), s.Lang.Key(key), s.Lang.Date(d))
	}
}

func movedBack(lang *locale.Language, at model.Written, earlier []locale.Date, due locale.Date, diags *diag.List) {
	for _, e := range earlier {
		if before(due, e) {
			diags.Add(codeMovedBack, at.At("earlier_due"), lang.Date(e), lang.Date(due), lang.Key("due"))
			return
		}
	}
}

var answers = Rule{
	Codes: []*diag.Code{codeAnswerWhen, codeAnswerWhat, codeNoExplanation},
	Check: func(s *model.Site, diags *diag.List) {
		for _, q := range s.Questions {
			switch q.Status {
			case "answered":
				if q.Answered.IsZero() && !q.Wrote("answered") {
					diags.Add(codeAnswerWhen, q.At("status"), s.Lang.Key("answered"))
				}
				if !q.HasAnswer() {
					diags.Add(codeAnswerWhat, q.At("status"))
				}
			case "no_solution", "transferred":
				if !q.HasAnswer() && q.Answered.IsZero() {
					diags.Add(codeNoExplanation, q.At("status"), s.Lang.Value("status", q.Status), s.Lang.Key("answered"))
				}
			}
			notFuture(s, q.Written, "answered", q.Answered, diags)
			movedBack(s.Lang, q.Written, q.EarlierDue, q.Due, diags)
		}
	},
}

var deadlines = Rule{
	Codes: []*diag.Code{codeLateDeadline, codeMilestonePast},
	Check: func(s *model.Site, diags *diag.List) {
		for _, e := range s.Events {
			if e.Registration != nil {
				lateDeadline(s.Lang, e, e.Registration.Deadline, e.Registration.At("deadline"), diags)
			}
			if !e.Call {
				lateDeadline(s.Lang, e, e.Deadline, e.At("deadline"), diags)
			}
		}
		for _, w := range s.Werven {
			for _, m := range w.Milestones {
				if m.Status == "planned" && passed(m.Date, s.Now) {
					diags.Add(codeMilestonePast, m.At("date"), s.Lang.Date(m.Date))
				}
			}
		}
	},
}

func lateDeadline(lang *locale.Language, e *model.Event, deadline model.Moment, at diag.Pos, diags *diag.List) {
	if deadline.IsZero() || e.Start.IsZero() {
		return
	}
	late := deadline.Day().Compare(e.Start.Day()) > 0
	if deadline.HasClock && e.Start.HasClock {
		late = deadline.Time.After(e.Start.Time)
	}
	if late {
		related(diags.Add(codeLateDeadline, at, lang.Date(deadline.Day()), lang.Date(e.Start.Day())), e.At("start"))
	}
}

// passed tells whether d lies wholly before now.
func passed(d locale.Date, now time.Time) bool { return !d.IsZero() && d.End().Before(now) }

var undated = Rule{
	Codes: []*diag.Code{codeUndated},
	Check: func(s *model.Site, diags *diag.List) {
		for _, kind := range []string{"minutes", "decision", "event", "question"} {
			for _, doc := range s.Of(kind) {
				b := doc.Common()
				wrote := b.Wrote("date") || b.Wrote("start") || b.Wrote("deadline") // and wrongly, which is said elsewhere
				if b.Date.IsZero() && !wrote && !b.Unread {
					diags.Add(codeUndated, b.Pos, s.Lang.Key("date"))
				}
			}
		}
	},
}
