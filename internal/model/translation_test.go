package model_test

// What a translation takes over, and what happens when its original is a draft.

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"glashelder/internal/diag"
	"glashelder/internal/model"
	"glashelder/internal/source"
)

// siteOf builds the site of some files for 1 May 2026.
func siteOf(t *testing.T, files map[string]string) (*model.Site, diag.List) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var l source.Loader
	project, diags, err := l.Load(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	s, found := model.Build(project, model.Options{Now: time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)})
	return s, append(diags, found...).Sort()
}

// said is the codes and places of a list.
func said(list diag.List) string {
	var out []string
	for _, d := range list {
		out = append(out, d.Code.ID+" "+d.Pos.String())
	}
	return strings.Join(out, "\n")
}

const twoRounds = `
[[rondes]]
vraag = "Wat telt?"
[[rondes.inzichten]]
id = "rust"
tekst = "Rust."
[[opvolgpunten]]
wat = "Stilte zoeken"
inzichten = ["rust"]
`

// TestTranslationNamesKeysItsOwnWay: the two names of one key are one key, in
// the original and its translation too, and insights are those of the original.
func TestTranslationNamesKeysItsOwnWay(t *testing.T) {
	s, diags := siteOf(t, map[string]string{
		"content/verslagen/een.md":    "+++\ntitel = \"Een\"\ndatum = 2022-03-01\nvroegere_adressen = [\"/oud/\"]\n" + twoRounds + "+++\nTekst, zie #rust.\n",
		"content/verslagen/een.fr.md": "+++\ntitle = \"Un\"\ndate = 2022-03-02\naliases = [\"/fr/vieux/\"]\n+++\nTexte, voir #rust.\n",
		"content/verslagen/twee.md":   "+++\ntitel = \"Twee\"\ndatum = 2022-03-01\n" + twoRounds + "+++\nTekst.\n",
	})
	if got := said(diags); got != "" {
		t.Fatal(got)
	}
	fr := s.ByURL("/fr/vieux/")
	if fr == nil || fr.Common().Lang != "fr" || fr.Common().Date.String() != "2022-03-02" {
		t.Fatalf("the old address of the translation leads to %v", fr)
	}
	if len(fr.Common().Aliases) != 1 {
		t.Errorf("it has the old addresses %v", fr.Common().Aliases)
	}
	if html := s.HTML(fr); !strings.Contains(html, "/verslagen/een/#rust") {
		t.Errorf("its text does not lead to the insight: %s", html)
	}
}

// TestTranslationOfDraft: it waits with its original; a link to either says
// that it is a draft.
func TestTranslationOfDraft(t *testing.T) {
	_, diags := siteOf(t, map[string]string{
		"content/verslagen/een.md":     "+++\ntitel = \"Een\"\ndatum = 2022-03-01\nconcept = true\n+++\nTekst.\n",
		"content/verslagen/een.fr.md":  "+++\ntitle = \"Un\"\n+++\nTexte.\n",
		"content/verslagen/twee.md":    "+++\ntitel = \"Twee\"\ndatum = 2022-03-01\n+++\nZie [het eerste verslag](een.md) en [een bestand](weg.md).\n",
		"content/verslagen/vier.nl.md": "+++\ntitel = \"Vier\"\ndatum = 2022-03-01\nconcept = true\n+++\nTekst.\n",
		"content/verslagen/vier.fr.md": "+++\ntitle = \"Quatre\"\n+++\nTexte.\n",
		"content/verslagen/drie.fr.md": "+++\ntitle = \"Trois\"\n+++\nTexte.\n",
	})
	want := "vertaling-zonder-origineel content/verslagen/drie.fr.md:1:1\nverwijzing-ontwerp content/verslagen/twee.md:5:5\nlink-gebroken content/verslagen/twee.md:5:37"
	if got := said(diags); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestWithheldFile: a file that is not public never becomes an attachment,
// whoever refers to it.
func TestWithheldFile(t *testing.T) {
	s, diags := siteOf(t, map[string]string{
		"content/verslagen/een/index.md":    "+++\ntitel = \"Een\"\ndatum = 2022-03-01\ndocumenten = [{ titel = \"Nota\", bestand = \"nota.pdf\", openbaar = false, reden = \"loopt nog\" }]\n+++\nTekst.\n",
		"content/verslagen/een/nota.pdf":    "geheim",
		"content/verslagen/een/verslag.pdf": "open",
	})
	if got := said(diags); got != "" {
		t.Fatal(got)
	}
	if len(s.Attachments) != 1 || s.Attachments[0].Path != "content/verslagen/een/verslag.pdf" {
		t.Errorf("published: %v", s.Attachments[0])
	}
}

// TestAttachmentAddress: a file of a bundle stands beside its document, also
// when another refers to it first.
func TestAttachmentAddress(t *testing.T) {
	s, diags := siteOf(t, map[string]string{
		"content/werven/een.md":                      "+++\ntitel = \"Een\"\nnummer = 1\ndocumenten = [{ titel = \"Nota\", bestand = \"../verslagen/2022/raad/nota.pdf\" }]\n+++\nTekst.\n",
		"content/verslagen/2022/raad/index.md":       "+++\ntitel = \"Raad\"\ndatum = 2022-03-01\n+++\nTekst.\n",
		"content/verslagen/2022/raad/nota.pdf":       "open",
		"content/verslagen/2022/ander/losse-nota.md": "+++\ntitel = \"Los\"\ndatum = 2022-03-01\n+++\nTekst.\n",
	})
	if got := said(diags); got != "" {
		t.Fatal(got)
	}
	if got := s.Attachments[0].URL; got != "/verslagen/raad/nota.pdf" {
		t.Errorf("the file stands at %s", got)
	}
}

// TestNothingPassesSilently: what is no table, language or number is named.
func TestNothingPassesSilently(t *testing.T) {
	_, diags := siteOf(t, map[string]string{
		"data/budgetten.toml":   "budget = [1, { id = \"b\", titel = \"B\", bedrag = 1 }]\n",
		"data/themas.toml":      "[wonen]\nnk = \"Wonen\"\ntr = \"Konut\"\n",
		"content/werven/een.md": "+++\ntitel = \"Een\"\nindicatoren = [{ titel = \"Groei\", nulmeting = \"nan\" }]\n+++\nTekst.\n",
	})
	want := "waarde-soort content/werven/een.md:3:47\nwaarde-soort data/budgetten.toml:1:11\nsleutel-onbekend data/themas.toml:2:1"
	if got := said(diags); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
