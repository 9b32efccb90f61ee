// This file holds dates as people know them: a day, a month, a season, a year,
// a period, more or less sure. What must stay true: String gives back what
// ParseDate read, and a day that is not in the calendar is never a Date.
//
// The form is EDTF level 1, https://www.loc.gov/standards/datetime/, without
// times of day, negative years and years of more than four figures.

package locale

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"
)

// What can be wrong with the text of a date.
var (
	ErrDateForm     = errors.New("not a date such as 2021-11-27, 2021-05, 2021, 2022-21 or 2020-05/2021-02")
	ErrDateCalendar = errors.New("not a day in the calendar")
	ErrDateYear     = errors.New("year not between 1000 and 2999")
	ErrDateOrder    = errors.New("the period ends before it starts")
)

// Date is a date or a period in EDTF level 1. Dates are comparable with ==; the
// zero Date is no date.
type Date struct {
	from, to moment // to is absent but in a period
}

// moment is one end of a period, or a date by itself.
type moment struct {
	form  form
	year  int16 // first year where figures are missing: 2020 for 202X
	vague int8  // missing figures of the year: 1 for 202X, 2 for 20XX
	month int8  // 1–12, 21–24 for spring to winter, 0 for none, missing for XX
	day   int8  // 1–31, 0 for none, missing for XX
	mark  byte  // '~' about, '?' uncertain, '%' both, or 0
}

type form int8

const (
	absent  form = iota // no moment at all
	known               // a year, and perhaps more
	open                // "..": the period has no end (or beginning)
	unknown             // "": the period has one, but it is not known
)

const missing = -1

// firstYear and lastYear are the years that a Date can hold.
const firstYear, lastYear = 1000, 2999

// ParseDate reads a date in EDTF level 1: "2021-11-27", "2021-05", "2021",
// "2022-21" to "2022-24" for spring to winter, "202X" and "2021-XX" with figures
// missing, "a/b" for a period ("../b", "a/.." where it is open), with "~"
// (about), "?" (uncertain) or "%" (both) at the end of a date. Years are 1000–2999.
// The error is ErrDateForm, ErrDateCalendar, ErrDateYear or ErrDateOrder.
func ParseDate(s string) (Date, error) {
	first, last, period := strings.Cut(strings.TrimSpace(s), "/")
	if !period {
		from, err := parseMoment(first)
		return Date{from: from}, err
	}
	from, err := parseEnd(first)
	if err != nil {
		return Date{}, err
	}
	to, err := parseEnd(last)
	if err != nil {
		return Date{}, err
	}
	d := Date{from, to}
	switch {
	case from.form != known && to.form != known:
		return Date{}, ErrDateForm
	case from.form == known && to.form == known && to.end().Before(from.start()):
		return Date{}, ErrDateOrder
	}
	return d, nil
}

// parseEnd reads one end of a period.
func parseEnd(s string) (moment, error) {
	switch s {
	case "":
		return moment{form: unknown}, nil
	case "..":
		return moment{form: open}, nil
	}
	return parseMoment(s)
}

func parseMoment(s string) (moment, error) {
	m := moment{form: known}
	if s != "" && strings.IndexByte("~?%", s[len(s)-1]) >= 0 {
		s, m.mark = s[:len(s)-1], s[len(s)-1]
	}
	ok := len(s) == 4 || len(s) == 7 && s[4] == '-' || len(s) == 10 && s[4] == '-' && s[7] == '-'
	if !ok || !m.parseYear(s[:4]) {
		return moment{}, ErrDateForm
	}
	if len(s) >= 7 {
		m.month, ok = parsePair(s[5:7])
	}
	if len(s) == 10 && ok {
		m.day, ok = parsePair(s[8:10])
	}
	if !ok || m.vague > 0 && len(s) > 4 || m.month == missing && m.day > 0 {
		return moment{}, ErrDateForm
	}
	if err := m.validate(len(s)); err != nil {
		return moment{}, err
	}
	return m, nil
}

// parseYear reads four figures, of which the last one or two may be X.
func (m *moment) parseYear(s string) bool {
	m.vague = int8(strings.Count(s, "X"))
	if m.vague > 2 || strings.Trim(s, "0123456789") != strings.Repeat("X", int(m.vague)) {
		return false
	}
	if m.vague > 0 && !strings.HasSuffix(s, strings.Repeat("X", int(m.vague))) {
		return false
	}
	for i := range len(s) {
		m.year *= 10
		if s[i] != 'X' {
			m.year += int16(s[i] - '0')
		}
	}
	return true
}

// parsePair reads two figures, or "XX".
func parsePair(s string) (int8, bool) {
	if s == "XX" {
		return missing, true
	}
	if !isFigure(s[0]) || !isFigure(s[1]) {
		return 0, false
	}
	return int8(s[0]-'0')*10 + int8(s[1]-'0'), true
}

// validate holds m against the calendar; size is the length of its text: 4 for
// a year, 7 with a month, 10 with a day.
func (m moment) validate(size int) error {
	isMonth := m.month == missing || m.month >= 1 && m.month <= 12
	isSeason := size == 7 && m.month >= 21 && m.month <= 24
	switch {
	case m.year < firstYear || m.year > lastYear:
		return ErrDateYear
	case size >= 7 && !isMonth && !isSeason:
		return ErrDateCalendar
	case size == 10 && m.day != missing && !isCalendarDay(int(m.year), int(m.month), int(m.day)):
		return ErrDateCalendar
	}
	return nil
}

func isCalendarDay(year, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= midnight(year, month+1, 0).Day()
}

func midnight(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// DateOf returns the day of t, in the time zone that t is in. It panics outside
// the years 1000–2999.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	if year < firstYear || year > lastYear {
		panic(fmt.Sprintf("locale: a day in the year %d", year))
	}
	return newDay(year, int(month), day)
}

// newDay returns a day that is known to be in the calendar.
func newDay(year, month, day int) Date {
	return Date{from: dayMoment(year, month, day)}
}

func dayMoment(year, month, day int) moment {
	return moment{form: known, year: int16(year), month: int8(month), day: int8(day)}
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// IsInterval reports whether d was written as a period, with a "/".
func (d Date) IsInterval() bool { return d.to.form != absent }

// IsDay reports whether d is one day of the calendar.
func (d Date) IsDay() bool { return !d.IsInterval() && d.from.day > 0 }

// Approximate reports whether any part of d is marked "~" or "%".
func (d Date) Approximate() bool { return d.from.about() || d.to.about() }

// Uncertain reports whether any part of d is marked "?" or "%".
func (d Date) Uncertain() bool { return d.from.uncertain() || d.to.uncertain() }

// Year returns the year in which d starts, or ends where its start is open; 0
// for the zero Date.
func (d Date) Year() int {
	if d.from.form == known {
		return int(d.from.year)
	}
	return int(d.to.year)
}

// Start returns the first day of d at midnight UTC. A period without a known
// start, and the zero Date, start at the zero time.
func (d Date) Start() time.Time { return d.from.start() }

// End returns the last day of d at midnight UTC. A period without a known end
// ends on 31 December 9999; the zero Date ends at the zero time. Winter ends in
// the February after its year.
func (d Date) End() time.Time {
	if d.IsInterval() {
		return d.to.end()
	}
	return d.from.end()
}

// Compare orders dates by start, then by end.
func (d Date) Compare(other Date) int {
	return cmp.Or(d.Start().Compare(other.Start()), d.End().Compare(other.End()))
}

// String returns d in EDTF, "" for the zero Date.
func (d Date) String() string {
	if !d.IsInterval() {
		return d.from.String()
	}
	return d.from.String() + "/" + d.to.String()
}

func (m moment) about() bool     { return m.mark == '~' || m.mark == '%' }
func (m moment) uncertain() bool { return m.mark == '?' || m.mark == '%' }
func (m moment) isSeason() bool  { return m.month >= 21 }

// start is the first day that m can be; spring starts on 1 March.
func (m moment) start() time.Time {
	switch {
	case m.form != known:
		return time.Time{}
	case m.isSeason():
		return midnight(int(m.year), 3*int(m.month-20), 1)
	}
	return midnight(int(m.year), max(1, int(m.month)), max(1, int(m.day)))
}

// end is the last day that m can be.
func (m moment) end() time.Time {
	year := int(m.year)
	switch {
	case m.form == absent:
		return time.Time{}
	case m.form != known:
		return midnight(9999, 12, 31)
	case m.isSeason():
		return midnight(year, 3*int(m.month-20)+3, 0)
	case m.month <= 0:
		return midnight(year+m.span()-1, 12, 31)
	case m.day <= 0:
		return midnight(year, int(m.month)+1, 0)
	}
	return midnight(year, int(m.month), int(m.day))
}

// span is the number of years that m can be: 10 for 202X.
func (m moment) span() int { return []int{1, 10, 100}[m.vague] }

func (m moment) String() string {
	switch m.form {
	case absent, unknown:
		return ""
	case open:
		return ".."
	}
	s := fmt.Sprintf("%04d", m.year)
	s = s[:4-m.vague] + "XX"[:m.vague]
	for _, part := range []int8{m.month, m.day} {
		switch {
		case part == missing:
			s += "-XX"
		case part > 0:
			s += fmt.Sprintf("-%02d", part)
		}
	}
	if m.mark != 0 {
		s += string(m.mark)
	}
	return s
}
