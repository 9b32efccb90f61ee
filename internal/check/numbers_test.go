package check

import "testing"

func TestEnterprise(t *testing.T) {
	for text, want := range map[string]bool{
		"0207.451.227": true, "0207451227": true, "BE0207451227": true, "BE 0207.451.227": true, "be 0207 451 227": true,
		"0207.451.228": false, "207.451.227": false, "2207.451.227": false, "0000.000.097": false, "": false, "0207.451.22x": false, "00207.451.227": false,
	} {
		if _, ok := enterprise(text); ok != want {
			t.Errorf("enterprise(%q) = %t", text, ok)
		}
	}
}

// TestEnterpriseFindsSlips changes each digit of a number into each other one,
// and swaps each two neighbours: the check must see all of it.
func TestEnterpriseFindsSlips(t *testing.T) {
	const number = "0207451227"
	for at := range number {
		for d := byte('0'); d <= '9'; d++ {
			slip := []byte(number)
			slip[at] = d
			if _, ok := enterprise(string(slip)); ok != (string(slip) == number) {
				t.Errorf("%s passes as %s", number, slip)
			}
		}
		if at > 0 {
			slip := []byte(number)
			slip[at-1], slip[at] = slip[at], slip[at-1]
			if _, ok := enterprise(string(slip)); ok != (string(slip) == number) {
				t.Errorf("%s passes as %s", number, slip)
			}
		}
	}
}

func TestIsPhone(t *testing.T) {
	for text, want := range map[string]bool{
		"09 267 03 00": true, "09/267.03.00": true, "(09) 267 03 00": true, "+32 9 267 03 00": true, "+32 (0)9 267 03 00": true, "0475 12 34 56": true, "1813": true, "112": true,
		"": false, "12345": false, "bel ons": false, "09 267": false, "+09 267 03 00": false, "+32 9 267 03 00 11 22 33": false, "09 267 03 00 toestel 5": false, "+": false,
	} {
		if isPhone(text) != want {
			t.Errorf("isPhone(%q) = %t", text, !want)
		}
	}
}

func TestIsOVO(t *testing.T) {
	for text, want := range map[string]bool{"OVO002067": true, "OVO02067": false, "ovo002067": false, "OVO00206x": false, "": false} {
		if isOVO(text) != want {
			t.Errorf("isOVO(%q) = %t", text, !want)
		}
	}
}
