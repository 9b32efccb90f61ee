package locale

import (
	"testing"
	"time"
)

func TestFindDate(t *testing.T) {
	for _, c := range []struct{ text, date, match string }{
		{"Verslag van 22 juni 2023.", "2023-06-22", "22 juni 2023"},
		{"op 13-03-2018 in Gent", "2018-03-13", "13-03-2018"},
		{"13/3/2018", "2018-03-13", "13/3/2018"},
		{"13.3.2018.", "2018-03-13", "13.3.2018"},
		{"Datum: 2021-11-27", "2021-11-27", "2021-11-27"},
		{"2021-11-27T10:00:00Z", "2021-11-27", "2021-11-27"},
		{"27 nov. 2021", "2021-11-27", "27 nov. 2021"},
		{"zaterdag 27 november 2021", "2021-11-27", "zaterdag 27 november 2021"},
		{"ZATERDAG 27 NOVEMBER 2021", "2021-11-27", "ZATERDAG 27 NOVEMBER 2021"},
		{"7 en 8 mei 2021", "2021-05-07/2021-05-08", "7 en 8 mei 2021"},
		{"7-8 mei 2021", "2021-05-07/2021-05-08", "7-8 mei 2021"},
		{"vrijdag 7 en zaterdag 8 mei 2021", "2021-05-07/2021-05-08", "vrijdag 7 en zaterdag 8 mei 2021"},
		{"van 7 tot en met 8 mei 2021", "2021-05-07/2021-05-08", "7 tot en met 8 mei 2021"},
		{"27 maart t.e.m. 8 mei 2021", "2021-03-27/2021-05-08", "27 maart t.e.m. 8 mei 2021"},
		{"30 december tot 2 januari 2022", "2021-12-30/2022-01-02", "30 december tot 2 januari 2022"},
		{"in mei 2021 al", "2021-05", "mei 2021"},
		{"1er juin 2021", "2021-06-01", "1er juin 2021"},
		{"le 3 août 2021", "2021-08-03", "3 août 2021"},
		{"June 22, 2023", "2023-06-22", "June 22, 2023"},
		{"Thursday 22nd June 2023", "2023-06-22", "Thursday 22nd June 2023"},
		{"the 22nd of June, 2023", "2023-06-22", "22nd of June, 2023"},
		{"May 7 and 8, 2021", "2021-05-07/2021-05-08", "May 7 and 8, 2021"},
		{"22\u00a0juni\n2023", "2023-06-22", "22\u00a0juni\n2023"},
		{"Eerst 3 punten, dan 22 juni 2023 en 23 juni 2023", "2023-06-22", "22 juni 2023"},
		{"1. Verslag 22 juni 2023", "2023-06-22", "22 juni 2023"},
		{"31-02-2021 of 1-3-2021", "2021-03-01", "1-3-2021"},
		{"Ledeberg, 5 mei 2021", "2021-05-05", "5 mei 2021"},
	} {
		d, at, length, ok := FindDate(c.text)
		if !ok || d.String() != c.date || c.text[at:at+length] != c.match {
			t.Errorf("FindDate(%q) = %v, %q, %v, want %s", c.text, d, c.text[at:at+length], ok, c.date)
		}
	}
}

func TestFindsNoDate(t *testing.T) {
	for _, text := range []string{
		"", "09 267 03 00", "+32 9 267 03 00", "0207.451.227", "BE 0207.451.227", "12-11-20213", "112-11-2021", "12.11.2021.5",
		"22 juni", "2021", "mei", "in mei 2000 euro betaald", "in mei 2000 €", "mei 2021,50", "mei 1302", "31 april 2021", "2021-02-30",
		"1.12.3.2021", "IP 10.12.2021.1", "8 en 7 mei 2021x", "a22 juni 2023b", "2021-11", "mei 20211",
	} {
		if d, at, length, ok := FindDate(text); ok {
			t.Errorf("FindDate(%q) = %v from %q", text, d, text[at:at+length])
		}
	}
	if d, _, _, ok := FindDate("22 June 2023", Get("nl")); ok {
		t.Errorf("an English date in Dutch: %v", d)
	}
}

// TestEveryDayIsFound proves that what a language writes, it finds again.
func TestEveryDayIsFound(t *testing.T) {
	for _, l := range languages {
		for at := time.Date(2023, 12, 1, 0, 0, 0, 0, time.UTC); at.Year() < 2025; at = at.AddDate(0, 0, 1) {
			text := "x, " + l.Day(at) + "; 1 mei 1999"
			d, start, length, ok := FindDate(text, l)
			if !ok || d != DateOf(at) || text[start:start+length] != l.Day(at) {
				t.Fatalf("%s: FindDate(%q) = %v, %d, %d", l.Code(), text, d, start, length)
			}
		}
	}
}

// TestNamesAgree proves that a name that means a month in one language means no
// other month in another.
func TestNamesAgree(t *testing.T) {
	r := dateReader{in: languages}
	for _, l := range languages {
		for i := range l.calendar.months {
			for _, name := range append(l.calendar.short[i], l.calendar.months[i]) {
				if got := r.month(name); got != i+1 {
					t.Errorf("%s: %q is month %d, not %d", l.Code(), name, got, i+1)
				}
			}
		}
		for _, name := range l.calendar.days {
			if !r.weekday(name) || r.month(name) != 0 {
				t.Errorf("%s: %q is not read as a weekday", l.Code(), name)
			}
		}
	}
}

func TestDateInName(t *testing.T) {
	for _, c := range []struct{ name, date, rest string }{
		{"2021-11-27 Verslag projectgroep", "2021-11-27", "Verslag projectgroep"},
		{"2021-11-27", "2021-11-27", ""},
		{"2021_11_27_verslag", "2021-11-27", "verslag"},
		{"20211127-kick-off", "2021-11-27", "kick-off"},
		{"211127 Verslag", "2021-11-27", "Verslag"},
		{"991231", "1999-12-31", ""},
		{"27-11-2021 verslag", "2021-11-27", "verslag"},
		{"verslag 7.5.2021", "2021-05-07", "verslag"},
		{"2021-11 verslag", "2021-11", "verslag"},
		{"Verslag (2021-11-27)", "2021-11-27", "Verslag"},
		{"verslag-2021-11-27-ledeberg", "2021-11-27", "verslag-ledeberg"},
		{"Verslag 2021-11-27, Ledeberg", "2021-11-27", "Verslag Ledeberg"},
		{"211127 en 2021-11-28", "2021-11-28", "211127 en"},
		{"2021-11-27-2", "2021-11-27", "2"},
	} {
		d, rest, ok := DateInName(c.name)
		if !ok || d.String() != c.date || rest != c.rest {
			t.Errorf("DateInName(%q) = %v, %q, %v", c.name, d, rest, ok)
		}
	}
	for _, name := range []string{"", "verslag", "123456", "2021", "2021-22", "2021-11-31", "20211131", "1234567", "12021-11-27", "werf-1"} {
		if d, rest, ok := DateInName(name); ok || rest != name {
			t.Errorf("DateInName(%q) = %v, %q, %v", name, d, rest, ok)
		}
	}
}

func FuzzFindDate(f *testing.F) {
	for _, s := range []string{"zaterdag 27 november 2021", "7 en 8 mei 2021", "June 22, 2023", "13.3.2018", "1er août 2021", "09 267 03 00", "\xff1 mei", "2021_11_27 x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, at, length, ok := FindDate(s); ok {
			if again, _, _, ok := FindDate(s[at : at+length]); !ok || again != d {
				t.Fatalf("%q in %q is %v, alone it is %v", s[at:at+length], s, d, again)
			}
		}
		if d, rest, ok := DateInName(s); ok && (d.IsZero() || len(rest) >= len(s)) {
			t.Fatalf("DateInName(%q) = %v, %q", s, d, rest)
		}
	})
}
