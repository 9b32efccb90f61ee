package page

import (
	"slices"
	"testing"

	"glashelder/internal/model"
)

func TestEventStands(t *testing.T) {
	const register = "\n[inschrijving]\nurl = \"https://x.example/in\"\nplaatsen = 20\n"
	for _, c := range []struct{ front, status, notice, register, url string }{
		{"begin = 2022-05-31" + register, "voorbij", "", "Inschrijven kan niet meer: de activiteit is voorbij.", ""},
		{"begin = 2022-06-01" + register, "komt nog", "", "U kunt nu inschrijven.", "https://x.example/in"},
		{"begin = 2022-05-30\neinde = 2022-06-01" + register, "komt nog", "", "U kunt nu inschrijven.", "https://x.example/in"},
		{"begin = 2022-06-09" + register + "uiterste_datum = 2022-06-01\n", "komt nog", "", "U kunt inschrijven tot en met woensdag 1 juni 2022.", "https://x.example/in"},
		{"begin = 2022-06-09" + register + "uiterste_datum = 2022-05-31\n", "komt nog", "", "Inschrijven kon tot en met dinsdag 31 mei 2022.", ""},
		{"begin = 2022-06-09\nstatus = \"afgelast\"" + register, "afgelast", "Deze activiteit gaat niet door", "Inschrijven kan niet: de activiteit gaat niet door.", ""},
		{"begin = 2022-06-09\nstatus = \"verplaatst\"", "verplaatst", "Deze activiteit is verplaatst", "", ""},
		{"begin = 2022-05-09\nstatus = \"verplaatst\"", "verplaatst", "", "", ""},
		{"oproep = true\nuiterste_datum = 2022-06-01", "open", "Deze oproep is open", "", ""},
		{"oproep = true\nuiterste_datum = 2022-05-31", "gesloten", "Deze oproep is gesloten", "", ""},
	} {
		s, _ := buildSite(t, map[string]string{"content/agenda/a.md": "+++\ntitel = \"A\"\n" + c.front + "\n+++\nTekst.\n"})
		view := pageAt(s, "/agenda/a/").(*EventView)
		got := struct{ front, status, notice, register, url string }{c.front, view.Status.Text, view.Notice.Title, view.Register.Text, view.Register.URL}
		if got != c {
			t.Errorf("got  %+v\nwant %+v", got, c)
		}
	}
}

func TestWhen(t *testing.T) {
	for front, want := range map[string]string{
		"datum = \"2023\"":             "2023",
		"begin = \"2022-06-09 19:00\"": "donderdag 9 juni 2022, 19.00 uur",
		"begin = \"2022-06-09 19:00\"\neinde = \"2022-06-09 21:30\"": "donderdag 9 juni 2022, 19.00 uur tot 21.30 uur",
		"begin = 2022-06-09\neinde = 2022-06-10":                     "9 tot en met 10 juni 2022",
		"begin = 2022-06-09\neinde = 2022-06-09":                     "donderdag 9 juni 2022",
		"begin = \"2022-06-09 19:00\"\neinde = \"2022-06-10 01:00\"": "donderdag 9 juni 2022, 19.00 uur tot vrijdag 10 juni 2022, 01.00 uur",
	} {
		s, _ := buildSite(t, map[string]string{"content/agenda/a.md": "+++\ntitel = \"A\"\n" + front + "\n+++\nTekst.\n"})
		if got := newVoice(s, "nl").when(s.Events[0]).Text; got != want {
			t.Errorf("%s: %q, want %q", front, got, want)
		}
	}
}

func TestWithoutUnit(t *testing.T) {
	for _, c := range []struct{ start, end, want string }{
		{"18.30 uur", "19.00 uur", "18.30"}, {"18.30 uur", "", "18.30 uur"}, {"18 h 30", "19 h 30", "18 h 30"},
		{"6:30 pm", "7:00 pm", "6:30"}, {"11:30 am", "1:00 pm", "11:30 am"}, {"", "", ""},
	} {
		if got := withoutUnit(c.start, c.end); got != c.want {
			t.Errorf("%q to %q: %q, want %q", c.start, c.end, got, c.want)
		}
	}
}

func TestSlots(t *testing.T) {
	v := newVoice(smallSite(t, nil), "nl")
	titles := func(programme ...model.Slot) []string {
		var out []string
		for _, s := range v.slots(programme) {
			out = append(out, s.Title)
		}
		return out
	}
	late, early, open := model.Slot{Start: "19:00", Title: "b"}, model.Slot{Start: "09:30", Title: "a"}, model.Slot{Title: "c"}
	if got := titles(late, early); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("by time: %q", got)
	}
	if got := titles(late, open, early); !slices.Equal(got, []string{"b", "c", "a"}) {
		t.Errorf("with one without a time: %q, want as written", got)
	}
}

func TestCalendar(t *testing.T) {
	view := pageAt(life(t), "/agenda/").(*CalendarView)
	for _, c := range []struct {
		name string
		got  []Line
		want []string
	}{
		{"calls", view.Calls, []string{"Open oproep"}},
		{"coming", view.Coming, []string{"Bezig", "Vandaag", "Afgelast"}},
		{"undated", view.Undated, []string{"Ooit"}},
		{"past", view.Past, []string{"Voorbij", "Dichte oproep"}},
	} {
		var titles []string
		for _, l := range c.got {
			titles = append(titles, l.Text)
		}
		if !slices.Equal(titles, c.want) {
			t.Errorf("%s: %q, want %q", c.name, titles, c.want)
		}
	}
	if pageAt(life(t), "/agenda/jaar/2022/") == nil {
		t.Error("the list of the year is gone")
	}
}
