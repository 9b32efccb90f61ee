package check

import (
	"strings"
	"testing"

	"glashelder/internal/privacy"
)

func TestFunctional(t *testing.T) {
	g := &guard{domains: []string{"stad.example"}, local: wordSet("kompas")}
	for address, want := range map[string]bool{
		"info@vereniging.example":          true,
		"Info.Noord@vereniging.example":    true,
		"secretariaat2@vereniging.example": true,
		"wijkteam@stad.example":            true,
		"wijkteam@wonen.stad.example":      true,
		"dienst.wonen@stad.example":        true,
		"project.kompas@stad.example":      true,
		"kompas.zuid@stad.example":         true,
		"rosie@vereniging.example":         false,
		"jan@stad.example":                 false,
		"jan.peeters@stad.example":         false,
		"j.peeters@stad.example":           false,
		"peeters.rosie@stad.example":       false,
		"info.jan@vereniging.example":      false,
		"wijkteam@nietstad.example":        false,
		"kompas@vereniging.example":        false,
	} {
		if g.functional(address) != want {
			t.Errorf("functional(%q) = %t", address, !want)
		}
	}
}

// TestMasked: enough is hidden that the value cannot be read back.
func TestMasked(t *testing.T) {
	for value, want := range map[string]string{
		"85.07.30-033.28":          "85.••.••-•••.28",
		"0475 12 34 56":            "047• •• •• 56",
		"jan.peeters@stad.example": "jan.•••••••@••••.••••ple",
		"a@b.be":                   "a@•.•e",
	} {
		got := masked(value)
		if got != want {
			t.Errorf("masked(%q) = %q, want %q", value, got, want)
		}
		if len([]rune(got)) != len([]rune(value)) || strings.Count(got, "•")*3 < len(privacy.Normalise(value)) {
			t.Errorf("masked(%q) = %q hides too little", value, got)
		}
	}
}
