// This file finds the date in the name of a file or folder. What must stay true:
// only a day that is in the calendar counts, and what is left of the name still
// reads as a name.

package locale

import "strings"

// DateInName finds a date in the name of a file or folder: "2021-11-27",
// "2021_11_27", "20211127", "27-11-2021" (day first), "211127" (1970–2069) or
// "2021-11". rest is the name without it and without the signs around it:
// "2021-11-27 Verslag projectgroep" → "Verslag projectgroep". A full year goes
// before two figures, a day before a month, the left before the right. Without
// a date, rest is the name.
func DateInName(name string) (d Date, rest string, ok bool) {
	for _, read := range []func(string) (Date, int){wholeDay, dayFirstName, shortDay, wholeMonth} {
		for i := range len(name) {
			if !isFigure(name[i]) || i > 0 && isFigure(name[i-1]) {
				continue
			}
			if d, size := read(name[i:]); size > 0 {
				return d, joinRest(name[:i], name[i+size:]), true
			}
		}
	}
	return Date{}, name, false
}

// joinRest puts the parts of a name around a date together, with the sign that
// stood before the date.
func joinRest(before, after string) string {
	const signs = " _-.,()[]"
	head, tail := strings.TrimRight(before, signs), strings.TrimLeft(after, signs)
	if head == "" || tail == "" {
		return strings.Trim(head+tail, signs)
	}
	if between := before[len(head):]; between != "" {
		return head + between[:1] + tail
	}
	return head + " " + tail
}

// wholeDay reads "2021-11-27", "2021_11_27", "2021.11.27", "2021 11 27" or
// "20211127" at the start of s, and returns its size; 0 when there is none.
func wholeDay(s string) (Date, int) {
	if figuresAt(s, 0) == 8 {
		d, ok := found(number(s[:4]), number(s[4:6]), number(s[6:8]))
		return sized(d, 8, ok)
	}
	if len(s) < 10 || figuresAt(s, 0) != 4 || figuresAt(s, 5) != 2 || figuresAt(s, 8) != 2 || !isNameSign(s[4]) || s[4] != s[7] {
		return Date{}, 0
	}
	d, ok := found(number(s[:4]), number(s[5:7]), number(s[8:10]))
	return sized(d, 10, ok)
}

// dayFirstName reads "27-11-2021" and "7.5.2021".
func dayFirstName(s string) (Date, int) {
	day := figuresAt(s, 0)
	month := figuresAt(s, day+1)
	size := day + month + 6
	if day > 2 || month < 1 || month > 2 || len(s) < size || figuresAt(s, day+month+2) != 4 {
		return Date{}, 0
	}
	if !isNameSign(s[day]) || s[day] != s[day+1+month] {
		return Date{}, 0
	}
	d, ok := found(number(s[size-4:size]), number(s[day+1:day+1+month]), number(s[:day]))
	return sized(d, size, ok)
}

// shortDay reads "211127"; from 70 on, the year is in the twentieth century.
func shortDay(s string) (Date, int) {
	if figuresAt(s, 0) != 6 {
		return Date{}, 0
	}
	year := 2000 + number(s[:2])
	if year >= 2070 {
		year -= 100
	}
	d, ok := found(year, number(s[2:4]), number(s[4:6]))
	return sized(d, 6, ok)
}

// wholeMonth reads "2021-11" and "2021_11", but not the head of a day that is
// not in the calendar.
func wholeMonth(s string) (Date, int) {
	if figuresAt(s, 0) != 4 || figuresAt(s, 5) != 2 || s[4] != '-' && s[4] != '_' || figuresAt(s, 8) > 0 && isNameSign(s[7]) {
		return Date{}, 0
	}
	d, ok := found(number(s[:4]), number(s[5:7]), 1)
	d.from.day = 0
	return sized(d, 7, ok)
}

func sized(d Date, size int, ok bool) (Date, int) {
	if !ok {
		return Date{}, 0
	}
	return d, size
}

func isNameSign(c byte) bool { return c == '-' || c == '_' || c == '.' || c == ' ' }

// number reads figures that are known to be figures.
func number(figures string) int {
	n := 0
	for _, c := range []byte(figures) {
		n = 10*n + int(c-'0')
	}
	return n
}
