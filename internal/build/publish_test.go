package build_test

// Where a site is never published, and what stays as it was.

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"glashelder/internal/build"
	"glashelder/internal/output"
)

func TestPublishKeepsOffTheSite(t *testing.T) {
	above := t.TempDir()
	site := filepath.Join(above, "site")
	lay(t, filepath.Join(site, "content", "begin.md"), "# Begin\n\nTekst.\n")
	if err := os.Symlink(filepath.Join(site, "content"), filepath.Join(above, "langs")); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{
		above, site, filepath.Join(site, "content"), filepath.Join(site, "content", "nieuw"), filepath.Join(site, "data"),
		filepath.Join(site, "layouts", "x"), filepath.Join(site, ".git"), filepath.Join(above, "langs", "nieuw"),
	} {
		var b build.Builder
		_, _, _, err := b.Publish(context.Background(), build.Options{Dir: site, Now: today}, dir, false)
		if !errors.Is(err, output.ErrPlace) {
			t.Errorf("%s: got %v, want %v", dir, err, output.ErrPlace)
		}
	}
	entries, err := os.ReadDir(site)
	if err != nil || len(entries) != 1 {
		t.Errorf("the site has %d entries (%v), want content alone", len(entries), err)
	}
	for _, dir := range []string{filepath.Join(site, "public"), filepath.Join(above, "elders"), filepath.Join(site, "contents")} {
		var b build.Builder
		if _, _, diags, err := b.Publish(context.Background(), build.Options{Dir: site, Now: today}, dir, false); err != nil || len(diags) > 0 {
			t.Errorf("%s: %v %v", dir, diags, err)
		}
	}
}

// A link in place of layouts/ is not followed: nothing from behind it is read.
func TestLayoutsAreNoLink(t *testing.T) {
	above := t.TempDir()
	site := filepath.Join(above, "site")
	lay(t, filepath.Join(site, "content", "begin.md"), "# Begin\n\nTekst.\n")
	lay(t, filepath.Join(above, "elders", "assets", "geheim.txt"), "geheim")
	if err := os.Symlink(filepath.Join(above, "elders"), filepath.Join(site, "layouts")); err != nil {
		t.Fatal(err)
	}
	var b build.Builder
	built, diags, err := b.Prove(context.Background(), build.Options{Dir: site, Now: today})
	if err != nil || len(diags) != 1 || diags[0].Code.ID != "map-koppeling" {
		t.Fatalf("got %v %v, want map-koppeling", diags, err)
	}
	for _, a := range built.Assets {
		if a.Path == "assets/geheim.txt" {
			t.Error("a file from behind the link would be published")
		}
	}
}

// A file that goes away while the site is built is named, and nothing is published.
func TestAttachmentGoesAway(t *testing.T) {
	site := t.TempDir()
	lay(t, filepath.Join(site, "content", "begin.md"), "# Begin\n\nLees [het plan](plan.pdf).\n")
	lay(t, filepath.Join(site, "content", "plan.pdf"), "plan")
	var b build.Builder
	built, diags, err := b.Prove(context.Background(), build.Options{Dir: site, Now: today})
	if err != nil || len(diags) > 0 {
		t.Fatal(diags, err)
	}
	if err := os.Remove(filepath.Join(site, "content", "plan.pdf")); err != nil {
		t.Fatal(err)
	}
	var sink output.Memory
	diags, err = built.Write(context.Background(), &sink)
	if err != nil || len(diags) != 1 || diags[0].Code.ID != "bestand-onleesbaar" || diags[0].Pos.File != "content/plan.pdf" {
		t.Errorf("got %v %v, want bestand-onleesbaar at content/plan.pdf", diags, err)
	}
	if !build.Stops(diags, false) {
		t.Error("the site would be published without it")
	}
}

// lay writes a file and the folders above it.
func lay(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, path, text)
}
