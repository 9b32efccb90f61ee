package model

import (
	"strings"
	"testing"

	"glashelder/internal/source"
)

func TestRowsOf(t *testing.T) {
	for file, want := range map[string]string{
		"data/toelagen/2022.csv": "allocation", "data/toelagen.CSV": "", "data/toelagen/oud/a.CSV": "allocation", "data/organisaties.csv": "organisation",
		"data/toelagen/2022.md": "", "data/betalingen/2022.csv": "", "data/budgetten.toml": "budget", "data/themas.toml": "theme", "data/oud/themas.toml": "",
		"content/toelagen/a.csv": "", "data/lijst.csv": "",
	} {
		if got := RowsOf(file); got != want {
			t.Errorf("RowsOf(%q) = %q, want %q", file, got, want)
		}
	}
	for _, file := range RowsWithoutPage() {
		if got := tableKind(strings.TrimSuffix(file, ".csv") + ".csv"); got != "payment" {
			t.Errorf("%s holds %q", file, got)
		}
	}
}

func TestRowAddress(t *testing.T) {
	s, _ := Build(&source.Project{}, Options{})
	for _, c := range [][3]string{{"allocation", "t1", "/toelagen/t1/"}, {"allocation", "totaal", ""}, {"organisation", "totaal", "/organisaties/totaal/"}, {"theme", "wonen", "/themas/wonen/"}} {
		if got := s.RowAddress(c[0], c[1]); got != c[2] || s.Holds(c[0], c[1]) {
			t.Errorf("%s %s: %q, held %t", c[0], c[1], got, s.Holds(c[0], c[1]))
		}
	}
}
