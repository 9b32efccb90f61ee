package browser

// Pictures of the main pages, to look at: go test ./internal/browser -shots DIR.

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// shotPages are the addresses that pictures are taken of.
var shotPages = []string{
	"/", "/werven/", "/werven/basiswerk-financieel-versterken/", "/verslagen/2021-11-27-kick-off-middenveldparlement/",
	"/toelagen/t22-020/", "/organisaties/de-klinkende-sleutel/", "/geld/", "/tijdlijn/", "/agenda/brede-sessie-noord/",
	"/vragen/wachttijd-sociale-woning-opnieuw/", "/agenda/",
}

// shot is one picture.
type shot struct {
	url, scheme string
	width       int64
}

func takeShots(t *testing.T, d *demo, c *chrome, dir string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	var shots []shot
	for _, url := range shotPages {
		for _, scheme := range []string{"light", "dark"} {
			shots = append(shots, shot{url, scheme, 390}, shot{url, scheme, 1280})
		}
	}
	inTabs(t, c, shots, func(b *tab, s shot) {
		name := strings.ReplaceAll(strings.Trim(s.url, "/"), "/", "-")
		if name == "" {
			name = "home"
		}
		file := filepath.Join(dir, fmt.Sprintf("%s-%d-%s.png", name, s.width, s.scheme))
		err := b.do(look(s.width, s.scheme), chromedp.Navigate(d.base+s.url))
		if err == nil {
			var picture []byte
			picture, err = chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
			if err == nil {
				err = os.WriteFile(file, picture, 0o644)
			}
		}
		if err != nil {
			t.Errorf("%s: %v", s.url, err)
		}
	})
}
