package model

// Times that people write in front matter: a day with a time of that day, a
// time alone, a place in a recording. All are read in the time zone of the
// site, so that the same source means the same everywhere.

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"glashelder/internal/locale"
)

// Moment is a day, and where HasClock a time of that day in the site's zone.
type Moment struct {
	Time     time.Time
	HasClock bool
}

// IsZero tells whether nothing was written.
func (m Moment) IsZero() bool { return m.Time.IsZero() }

// Day is the day of m as a date; the zero Date where nothing was written.
func (m Moment) Day() locale.Date {
	if m.IsZero() {
		return locale.Date{}
	}
	return locale.DateOf(m.Time)
}

// parseMoment reads a moment of the years that a Date can hold, with a year to
// spare for other time zones.
func parseMoment(text string, zone *time.Location) (Moment, bool) {
	m, ok := readMoment(text, zone)
	if year := m.Time.Year(); !ok || year <= 1000 || year >= 2999 {
		return Moment{}, false
	}
	return m, true
}

func readMoment(text string, zone *time.Location) (Moment, bool) {
	day, clock, hasClock := text, "", false
	if i := strings.IndexAny(text, "T "); i > 0 {
		day, clock, hasClock = text[:i], strings.TrimSpace(text[i+1:]), true
	}
	if hasClock {
		if t, err := time.Parse(time.RFC3339, day+"T"+clock); err == nil {
			return Moment{Time: t.In(zone), HasClock: true}, true
		}
	}
	t, err := time.ParseInLocation(time.DateOnly, day, zone)
	if err != nil {
		return Moment{}, false
	}
	if !hasClock {
		return Moment{Time: t}, true
	}
	c, ok := parseClock(clock)
	if !ok {
		return Moment{}, false
	}
	h, _ := strconv.Atoi(c[:2])
	m, _ := strconv.Atoi(c[3:])
	return Moment{Time: time.Date(t.Year(), t.Month(), t.Day(), h, m, 0, 0, zone), HasClock: true}, true
}

// parseClock reads "9:45", "09:45:00", "9.45", "9u45", "9h45" or "9u" as "09:45".
func parseClock(text string) (string, bool) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "uur"))
	text = strings.NewReplacer(".", ":", "u", ":", "h", ":").Replace(text)
	parts := strings.Split(strings.TrimSuffix(text, ":"), ":")
	if len(parts) > 3 || len(parts[0]) > 2 {
		return "", false
	}
	for len(parts) < 2 {
		parts = append(parts, "00")
	}
	h, err1 := strconv.Atoi(parts[0])
	m, err2 := strconv.Atoi(parts[1])
	if err1 != nil || err2 != nil || h < 0 || h > 23 || m < 0 || m > 59 {
		return "", false
	}
	return fmt.Sprintf("%02d:%02d", h, m), true
}

// parseOffset reads "00:11:20" or "11:20".
func parseOffset(text string) (time.Duration, bool) {
	parts := strings.Split(strings.TrimSpace(text), ":")
	if len(parts) < 2 || len(parts) > 3 {
		return 0, false
	}
	total := 0
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil || n < 0 || (i > 0 && n > 59) || n > 999 {
			return 0, false
		}
		total = total*60 + n
	}
	return time.Duration(total) * time.Second, true
}
