package locale

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func day(s string) time.Time {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		panic(err)
	}
	return t
}

func mustDate(t *testing.T, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatalf("ParseDate(%q): %v", s, err)
	}
	return d
}

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ text, start, end string }{
		{"2021-11-27", "2021-11-27", "2021-11-27"},
		{"2024-02-29", "2024-02-29", "2024-02-29"},
		{"2021-02", "2021-02-01", "2021-02-28"},
		{"2021", "2021-01-01", "2021-12-31"},
		{"2022-21", "2022-03-01", "2022-05-31"},
		{"2022-24", "2022-12-01", "2023-02-28"},
		{"2020-05/2021-02", "2020-05-01", "2021-02-28"},
		{"2021/2021", "2021-01-01", "2021-12-31"},
		{"../2021", "0001-01-01", "2021-12-31"},
		{"2021/..", "2021-01-01", "9999-12-31"},
		{"2021/", "2021-01-01", "9999-12-31"},
		{"/2021", "0001-01-01", "2021-12-31"},
		{"2022~", "2022-01-01", "2022-12-31"},
		{"2022-05-07?", "2022-05-07", "2022-05-07"},
		{"2021~/2022%", "2021-01-01", "2022-12-31"},
		{"202X", "2020-01-01", "2029-12-31"},
		{"20XX", "2000-01-01", "2099-12-31"},
		{"2021-XX", "2021-01-01", "2021-12-31"},
		{"2021-05-XX", "2021-05-01", "2021-05-31"},
		{"2021-XX-XX", "2021-01-01", "2021-12-31"},
	} {
		d := mustDate(t, c.text)
		if !d.Start().Equal(day(c.start)) || !d.End().Equal(day(c.end)) {
			t.Errorf("%s runs from %v to %v", c.text, d.Start(), d.End())
		}
		if d.String() != c.text {
			t.Errorf("%q comes back as %q", c.text, d.String())
		}
	}
}

func TestParseDateErrors(t *testing.T) {
	for text, want := range map[string]error{
		"": ErrDateForm, "gisteren": ErrDateForm, "27-11-2021": ErrDateForm, "2021-1-2": ErrDateForm, "2021/11/27": ErrDateForm,
		"2021-11-27T10:00": ErrDateForm, "20211127": ErrDateForm, "..": ErrDateForm, "/": ErrDateForm, "../..": ErrDateForm,
		"2021~~": ErrDateForm, "2XXX": ErrDateForm, "2X21": ErrDateForm, "202X-05": ErrDateForm, "2021-XX-05": ErrDateForm,
		"٢٠٢١": ErrDateForm, "+021": ErrDateForm, "2021-+1": ErrDateForm,
		"2021-02-29": ErrDateCalendar, "2021-13": ErrDateCalendar, "2021-00": ErrDateCalendar, "2021-04-31": ErrDateCalendar,
		"2021-21-01": ErrDateCalendar, "2021-25": ErrDateCalendar, "2021-01-00": ErrDateCalendar,
		"0999": ErrDateYear, "3000": ErrDateYear, "09XX": ErrDateYear,
		"2022/2021": ErrDateOrder, "2021-05-08/2021-05-07": ErrDateOrder,
	} {
		if d, err := ParseDate(text); !errors.Is(err, want) || !d.IsZero() {
			t.Errorf("ParseDate(%q) = %v, %v, want %v", text, d, err, want)
		}
	}
}

func TestDateProperties(t *testing.T) {
	d := mustDate(t, "2021-11-27")
	if !d.IsDay() || d.IsInterval() || d.Approximate() || d.Uncertain() || d.Year() != 2021 || d.IsZero() {
		t.Error("a day is wrong")
	}
	if DateOf(time.Date(2021, 11, 27, 23, 59, 0, 0, time.FixedZone("", 3600))) != d {
		t.Error("DateOf differs from ParseDate")
	}
	if p := mustDate(t, "../2020%"); !p.Approximate() || !p.Uncertain() || p.Year() != 2020 || p.IsDay() {
		t.Error("an open period is wrong")
	}
	var zero Date
	if !zero.IsZero() || zero.String() != "" || !zero.Start().IsZero() || !zero.End().IsZero() || zero.Year() != 0 {
		t.Error("the zero Date is wrong")
	}
	ordered := strings.Fields("../2019 2020-05/2021-02 2021-01 2021 2021-11 2021-11-26 2021-11-27 2022~")
	for i := range ordered {
		for j := range ordered {
			a, b := mustDate(t, ordered[i]), mustDate(t, ordered[j])
			if got, want := a.Compare(b), sign(i-j); got != want {
				t.Errorf("Compare(%v, %v) = %d, want %d", a, b, got, want)
			}
		}
	}
}

func sign(n int) int { return max(-1, min(1, n)) }

func TestDateInWords(t *testing.T) {
	for _, c := range []struct{ text, nl, fr, en string }{
		{"2021-11-27", "27 november 2021", "27 novembre 2021", "27 November 2021"},
		{"2021-06-01", "1 juni 2021", "1er juin 2021", "1 June 2021"},
		{"2021-05", "mei 2021", "mai 2021", "May 2021"},
		{"2021-05-XX", "mei 2021", "mai 2021", "May 2021"},
		{"2021", "2021", "2021", "2021"},
		{"202X", "tussen 2020 en 2029", "entre 2020 et 2029", "between 2020 and 2029"},
		{"2022-21", "lente 2022", "printemps 2022", "spring 2022"},
		{"2020-05/2021-02", "van mei 2020 tot en met februari 2021", "de mai 2020 à février 2021", "from May 2020 to February 2021"},
		{"2021-05-07/2021-05-08", "7 tot en met 8 mei 2021", "du 7 au 8 mai 2021", "7 to 8 May 2021"},
		{"2021-03-27/2021-05-08", "van 27 maart tot en met 8 mei 2021", "du 27 mars au 8 mai 2021", "from 27 March to 8 May 2021"},
		{"2021-04/2021-09", "van april tot en met september 2021", "d'avril à septembre 2021", "from April to September 2021"},
		{"2021-12-30/2022-01-02", "van 30 december 2021 tot en met 2 januari 2022", "du 30 décembre 2021 au 2 janvier 2022", "from 30 December 2021 to 2 January 2022"},
		{"2021/2023", "van 2021 tot en met 2023", "de 2021 à 2023", "from 2021 to 2023"},
		{"2022-22/2023-21", "van zomer 2022 tot en met lente 2023", "de l'été 2022 au printemps 2023", "from summer 2022 to spring 2023"},
		{"2021/..", "vanaf 2021", "à partir de 2021", "from 2021"},
		{"../2021", "tot en met 2021", "jusqu'en 2021", "until 2021"},
		{"../2021-05-08", "tot en met 8 mei 2021", "jusqu'au 8 mai 2021", "until 8 May 2021"},
		{"2021/", "vanaf 2021, einde onbekend", "à partir de 2021, fin inconnue", "from 2021, end unknown"},
		{"/2021-10", "tot en met oktober 2021, begin onbekend", "jusqu'à octobre 2021, début inconnu", "until October 2021, start unknown"},
		{"2022~", "omstreeks 2022", "2022 (environ)", "around 2022"},
		{"2022?", "misschien 2022", "2022 (date incertaine)", "possibly 2022"},
		{"2022%", "misschien omstreeks 2022", "2022 (environ, date incertaine)", "possibly around 2022"},
		{"2021-05~/2021-06", "van omstreeks mei 2021 tot en met juni 2021", "de mai 2021 (environ) à juin 2021", "from around May 2021 to June 2021"},
		{"2021/2021", "2021", "2021", "2021"},
	} {
		d := mustDate(t, c.text)
		for code, want := range map[string]string{"nl": c.nl, "fr": c.fr, "en": c.en} {
			if got := Get(code).Date(d); got != want {
				t.Errorf("%s in %s: %q, want %q", c.text, code, got, want)
			}
		}
	}
	if got := Get("nl").Date(Date{}); got != "" {
		t.Errorf("no date in words: %q", got)
	}
}

func TestDayAndClock(t *testing.T) {
	at := time.Date(2021, 1, 1, 9, 45, 0, 0, time.UTC)
	for _, c := range []struct{ code, day, clock string }{
		{"nl", "vrijdag 1 januari 2021", "09.45 uur"},
		{"fr", "vendredi 1er janvier 2021", "09\u00a0h\u00a045"},
		{"en", "Friday 1 January 2021", "09:45"},
	} {
		l := Get(c.code)
		if l.Day(at) != c.day || l.Clock(at) != c.clock {
			t.Errorf("%s: %q, %q", c.code, l.Day(at), l.Clock(at))
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"2021-11-27", "2021-05~", "2022-21", "2020-05/2021-02", "../2021", "2021/", "202X", "2021-XX-XX", "2021-02-30"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			if !d.IsZero() {
				t.Fatalf("%q is refused and yet %v", s, d)
			}
			return
		}
		if again, err := ParseDate(d.String()); err != nil || again != d || d.String() != strings.TrimSpace(s) {
			t.Fatalf("%q comes back as %q, %v", s, d, err)
		}
		if d.End().Before(d.Start()) || d.Year() < firstYear || d.Year() > lastYear {
			t.Fatalf("%q runs from %v to %v", s, d.Start(), d.End())
		}
		for _, l := range languages {
			if strings.Contains(l.Date(d), "%!") || l.Date(d) == "" {
				t.Fatalf("%q in words: %q", s, l.Date(d))
			}
		}
	})
}
