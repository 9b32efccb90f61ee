// This file says dates and times in words. What must stay true: whatever a Date
// leaves out or marks as unsure, its words leave out or mark as well.

package locale

import (
	"fmt"
	"strconv"
	"time"
)

// calendar is how a language writes dates, and which words it reads in them.
type calendar struct {
	months  [12]string
	short   [12][]string // abbreviations of the months, without a full stop
	days    [7]string    // Sunday first, as in package time
	seasons [4]string    // spring first, as in EDTF

	dayOfMonth   func(day int) string
	clock        string                   // layout for package time
	about        string                   // format of a date that is marked "~"
	uncertain    string                   // … "?"
	both         string                   // … "%"
	span         string                   // format of the first and last year of a decade or century
	within       func(a, b string) string // two days of one month: "7", "8 mei 2021"
	from, to     func(words string) string
	since, until func(words string) string
	noStart      string // after a period of which the start is not known
	noEnd        string

	ordinals []string // what may stand right after the figures of a day
	joins    []string // what may stand between two days, longest first
}

// Date returns d in words: "27 november 2021", "mei 2021", "lente 2022", "van
// mei 2020 tot en met februari 2021", "omstreeks 2022"; "" for the zero Date.
func (l *Language) Date(d Date) string {
	c := &l.calendar
	from, to := d.from, d.to
	switch {
	case d.IsZero():
		return ""
	case !d.IsInterval() || from == to:
		return c.words(from, true)
	case to.form == open:
		return c.since(c.words(from, true))
	case to.form == unknown:
		return c.since(c.words(from, true)) + c.noEnd
	case from.form == open:
		return c.until(c.words(to, true))
	case from.form == unknown:
		return c.until(c.words(to, true)) + c.noStart
	case from.isSibling(to) && from.day > 0 && from.month == to.month:
		return c.within(c.dayOfMonth(int(from.day)), c.words(to, true))
	}
	return c.from(c.words(from, !from.isSibling(to))) + " " + c.to(c.words(to, true))
}

// isSibling reports whether two moments of one precision are in the same year,
// so that the year needs to be said only once.
func (m moment) isSibling(other moment) bool {
	return m.mark == 0 && other.mark == 0 && m.year == other.year &&
		m.month > 0 && other.month > 0 && (m.day > 0) == (other.day > 0)
}

// words says one known moment.
func (c *calendar) words(m moment, withYear bool) string {
	words := ""
	switch year := int(m.year); {
	case m.vague > 0:
		words = fmt.Sprintf(c.span, year, year+m.span()-1)
	case m.month <= 0:
		words = strconv.Itoa(year)
	default:
		words = c.partOfYear(m)
		if withYear {
			words += " " + strconv.Itoa(year)
		}
	}
	switch m.mark {
	case '~':
		return fmt.Sprintf(c.about, words)
	case '?':
		return fmt.Sprintf(c.uncertain, words)
	case '%':
		return fmt.Sprintf(c.both, words)
	}
	return words
}

// partOfYear says the season, the month or the day and the month.
func (c *calendar) partOfYear(m moment) string {
	switch {
	case m.isSeason():
		return c.seasons[m.month-21]
	case m.day <= 0:
		return c.months[m.month-1]
	}
	return c.dayOfMonth(int(m.day)) + " " + c.months[m.month-1]
}

// Day returns the day of t with its name, in the time zone that t is in:
// "zaterdag 27 november 2021".
func (l *Language) Day(t time.Time) string {
	year, month, day := t.Date()
	c := &l.calendar
	return c.days[t.Weekday()] + " " + c.dayOfMonth(day) + " " + c.months[month-1] + " " + strconv.Itoa(year)
}

// Clock returns the time of day of t, in the time zone that t is in: "09.45 uur".
func (l *Language) Clock(t time.Time) string { return t.Format(l.calendar.clock) }

// Month returns the name of a month, 1–12: "mei".
func (l *Language) Month(month time.Month) string { return l.calendar.months[month-1] }

// Weekday returns the name of a day of the week: "zaterdag".
func (l *Language) Weekday(day time.Weekday) string { return l.calendar.days[day] }
