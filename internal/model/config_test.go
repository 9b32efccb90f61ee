package model

import "testing"

func TestIsBaseURL(t *testing.T) {
	for text, want := range map[string]bool{
		"https://stad.example": true, "https://stad.example/": true, "https://stad.example/werven": true,
		"https://stad.example/a/b/": true, "http://127.0.0.1:1313/": true,
		"": false, "stad.example": false, "//stad.example/": false, "https://": false, "https://:80/": false, "ftp://stad.example/": false,
		"javascript:alert(1)": false, "https://stad.example/?a=b": false, "https://stad.example/#a": false, "https://stad.example/?": false,
		"https://stad.example/../a": false, "https://stad.example/%2e%2e/a": false, "https://stad.example//a": false,
		"https://naam:woord@stad.example/": false, "https://stad.example/a b": false, `https://stad.example/"><script>`: false,
	} {
		if got := IsBaseURL(text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}

// The language in a file's name counts in capitals too.
func TestLanguageInName(t *testing.T) {
	s := &Site{Config: &Config{Language: "nl", Languages: []string{"nl", "fr"}, Sections: defaultSections()}}
	for file, want := range map[string]string{
		"content/over.fr.md": "/fr/over/", "content/over.FR.md": "/fr/over/", "content/over.nl.md": "/over/",
		"content/over.v2.md": "/over-v2/",
	} {
		if got := s.AddressOf(file); got != want {
			t.Errorf("%s: got %s, want %s", file, got, want)
		}
	}
}
