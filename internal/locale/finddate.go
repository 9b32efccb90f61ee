// This file finds dates where nobody marked them: in running text. What must stay true: only a day that is in the calendar
// counts, and no part of a longer number (a telephone number, an enterprise
// number, an amount) is taken for a date.

package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dates that are found lie between these years: "mei 2500" is more likely an amount.
const firstFound, lastFound = 1900, 2099

// FindDate finds the first date in running text: "22 juni 2023", "13-03-2018",
// "13/3/2018" and "13.3.2018" (day first), "2021-11-27", "27 nov. 2021",
// "zaterdag 27 november 2021", "7 en 8 mei 2021" (a period), "mei 2021", "June 22,
// 2023". Words are read in the languages given, or else in all of them. at and
// length count bytes. Years are 1900–2099.
func FindDate(text string, in ...*Language) (d Date, at, length int, ok bool) {
	if len(in) == 0 {
		in = languages
	}
	for i := 0; i < len(text); i++ {
		if !isFigure(text[i]) {
			continue
		}
		if startsFigures(text, i) {
			r := dateReader{text: text, at: i, in: in}
			if d, start, ok := r.date(); ok {
				return d, start, r.at - start, true
			}
		}
		i += figuresAt(text, i) - 1
	}
	return Date{}, 0, 0, false
}

// startsFigures reports whether the figures at i are not the tail of something
// longer: "a7", "12.7", "+7".
func startsFigures(text string, i int) bool {
	before, size := utf8.DecodeLastRuneInString(text[:i])
	switch {
	case size == 0:
		return true
	case unicode.IsLetter(before) || unicode.IsNumber(before) || before == '+':
		return false
	case strings.ContainsRune(".,:/-", before):
		return i < 2 || !isFigure(text[i-2])
	}
	return true
}

// figuresAt returns how many figures stand at i.
func figuresAt(text string, i int) int {
	n := 0
	for i+n < len(text) && isFigure(text[i+n]) {
		n++
	}
	return n
}

// date reads the date of which the figures at r.at are the first, and finds
// where it starts: before them, where a weekday or month precedes.
func (r *dateReader) date() (d Date, start int, ok bool) {
	begin := r.at
	before, beforeAt := r.wordBefore()
	for _, read := range []func() (Date, bool){r.iso, r.dayFirst, r.dayMonthYear} {
		if d, ok = read(); ok {
			if r.weekday(before) {
				begin = beforeAt
			}
			return d, begin, true
		}
		r.at = begin
	}
	if month := r.month(before); month > 0 && !afterDay(r.text[:beforeAt]) {
		d, ok = r.afterMonth(month)
	}
	return d, beforeAt, ok
}

// afterDay reports whether text ends with what should have been the day of a
// month: "31 april 2021" is no date, and not the month either.
func afterDay(text string) bool {
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	return text != "" && isFigure(text[len(text)-1])
}

// iso reads "2021-11-27", also before a time of day.
func (r *dateReader) iso() (Date, bool) {
	year, ok1 := r.figures(4, 4)
	ok2 := r.literal("-")
	month, ok3 := r.figures(2, 2)
	ok4 := r.literal("-")
	day, ok5 := r.figures(2, 2)
	timed := strings.HasPrefix(r.text[r.at:], "T") && figuresAt(r.text, r.at+1) == 2
	if !ok1 || !ok2 || !ok3 || !ok4 || !ok5 || !timed && !r.ends() {
		return Date{}, false
	}
	return found(year, month, day)
}

// dayFirst reads "13-03-2018", "13/3/2018" and "13.3.2018".
func (r *dateReader) dayFirst() (Date, bool) {
	day, ok := r.figures(1, 2)
	if !ok || r.at == len(r.text) || !strings.Contains("-/.", r.text[r.at:r.at+1]) {
		return Date{}, false
	}
	sign := r.text[r.at : r.at+1]
	r.at++
	month, ok1 := r.figures(1, 2)
	ok2 := r.literal(sign)
	year, ok3 := r.figures(4, 4)
	if !ok1 || !ok2 || !ok3 || !r.ends() {
		return Date{}, false
	}
	return found(year, month, day)
}

// dayMonthYear reads "27 november 2021", "7 en 8 mei 2021" and "27 maart tot 8
// mei 2021".
func (r *dateReader) dayMonthYear() (Date, bool) {
	first, ok := r.dayNumber()
	if !ok {
		return Date{}, false
	}
	last := r.otherDay(first)
	month := r.monthHere()
	if month == 0 {
		return Date{}, false
	}
	if year, ok := r.yearHere(); ok {
		return foundPeriod(year, month, first, year, month, last)
	}
	last = r.otherDay(0)
	lastMonth := r.monthHere()
	year, ok := r.yearHere()
	if last == 0 || lastMonth == 0 || !ok {
		return Date{}, false
	}
	startYear := year
	if month > lastMonth {
		startYear--
	}
	return foundPeriod(startYear, month, first, year, lastMonth, last)
}

// afterMonth reads what follows the name of a month: "2021", "22, 2023" or "22
// and 23, 2023".
func (r *dateReader) afterMonth(month int) (Date, bool) {
	begin := r.at
	if year, ok := r.figures(4, 4); ok && r.ends() && !r.isAmount() {
		if year < firstFound || year > lastFound {
			return Date{}, false
		}
		return Date{from: moment{form: known, year: int16(year), month: int8(month)}}, true
	}
	r.at = begin
	first, ok := r.dayNumber()
	if !ok {
		return Date{}, false
	}
	last := r.otherDay(first)
	year, ok := r.yearHere()
	if !ok {
		return Date{}, false
	}
	return foundPeriod(year, month, first, year, month, last)
}

// found returns a day, where it is in the calendar and in the years that are looked for.
func found(year, month, day int) (Date, bool) {
	if year < firstFound || year > lastFound || !isCalendarDay(year, month, day) {
		return Date{}, false
	}
	return newDay(year, month, day), true
}

// foundPeriod returns a period, or one day where both ends are the same.
func foundPeriod(year1, month1, day1, year2, month2, day2 int) (Date, bool) {
	from, ok1 := found(year1, month1, day1)
	to, ok2 := found(year2, month2, day2)
	switch {
	case !ok1 || !ok2 || to.Start().Before(from.Start()):
		return Date{}, false
	case from == to:
		return from, true
	}
	return Date{from.from, to.from}, true
}
