package model

import (
	"testing"
	"time"
)

func TestParseMoment(t *testing.T) {
	for text, want := range map[string]string{
		"2021-01-21T09:45":     "2021-01-21 09:45",
		"2021-01-21 9u45":      "2021-01-21 09:45",
		"2021-01-21":           "2021-01-21 00:00",
		"2021-01-21T09:45:00Z": "2021-01-21 09:45",
		"0001-01-01":           "", // a Date holds the years 1000 to 2999
		"9999-12-31T23:59":     "",
		"2021-02-30":           "",
		"morgen":               "",
		"":                     "",
	} {
		m, ok := parseMoment(text, time.UTC)
		if ok != (want != "") || ok && m.Time.Format("2006-01-02 15:04") != want {
			t.Errorf("parseMoment(%q) = %v, %t; want %q", text, m, ok, want)
		}
		_ = m.Day() // never panics
	}
}
