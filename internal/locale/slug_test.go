package locale

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestSlug(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Één vraag", "een-vraag"}, {"Straße", "strasse"}, {"Ærø", "aero"}, {"ĳsland", "ijsland"}, {"a & b", "a-b"}, {"  -- x -- ", "x"},
		{"foto's", "fotos"}, {"coördinatie", "coordinatie"}, {"Werf 1: basiswerk", "werf-1-basiswerk"}, {"50 %", "50"}, {"", ""}, {"…", ""},
		{"Œuvre", "oeuvre"}, {"Łódź", "lodz"}, {"İstanbul", "istanbul"}, {"m²", "m2"}, {"½ uur", "1-2-uur"}, {"ﬁets", "fiets"}, {"ᴭ", "ae"}, {"ẞ", "ss"},
		{"Ёлка Й", "ёлка-й"}, {"عربي", "عربي"}, {"東京 2021", "東京-2021"}, {"हिन्दी", "हिन्दी"}, {"e\u0301e\u0301n", "een"},
		{"so\u00adcio", "socio"}, {"con", "con-x"}, {"LPT1", "lpt1-x"}, {"console", "console"}, {"../../etc/passwd", "etc-passwd"},
		{"a\\b\x00c", "a-b-c"}, {"\xffa", "a"}, {strings.Repeat("abcdefghi ", 9), strings.TrimSuffix(strings.Repeat("abcdefghi-", 8), "-")},
		{strings.Repeat("x", 99), strings.Repeat("x", 80)}, {strings.Repeat("й", 50), strings.Repeat("й", 40)},
		{"aa-" + strings.Repeat("京", 40), "aa"},
	} {
		if got := Slug(c.text); got != c.want {
			t.Errorf("Slug(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, s := range []string{"Één vraag", "Straße ß ẞ", "foto's", "con", "हिन्दी", "İI", "Σίσυφος", "m² ½ Ⅷ", strings.Repeat("й-", 60), "ʼn ŉ", "a\u0301\u0328"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		slug := Slug(s)
		if again := Slug(slug); again != slug {
			t.Fatalf("Slug(%q) = %q, and of that %q", s, slug, again)
		}
		if !utf8.ValidString(slug) || len(slug) > slugBytes || strings.Contains(slug, "--") || strings.Trim(slug, "-") != slug {
			t.Fatalf("Slug(%q) = %q", s, slug)
		}
		for _, r := range slug {
			if r < utf8.RuneSelf && r != '-' && !unicode.IsDigit(r) && !unicode.IsLower(r) {
				t.Fatalf("Slug(%q) = %q has %q", s, slug, r)
			}
		}
		hasLetter := strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
		if hasLetter && slug == "" {
			t.Fatalf("Slug(%q) is empty", s)
		}
	})
}
