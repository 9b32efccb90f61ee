package browser

// Readers who come another way: with a keyboard, without scripts, on paper, in
// the colours of their system, with the help of a screen reader (axe).

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"glashelder/internal/page"
)

// judgeWithoutScript: the same text is there when scripts do not run.
func judgeWithoutScript(t *testing.T, d *demo, c *chrome, seen map[string]visit) {
	inTabs(t, c, d.onePerTemplate(t), func(b *tab, p page.Page) {
		off := command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		if err := b.do(off); err != nil {
			t.Errorf("%s: %v", p.URL, err)
			return
		}
		v, err := b.see(d.address(p))
		switch {
		case err != nil:
			t.Errorf("%s: %v", p.URL, err)
		case v.Text == "":
			t.Errorf("%s has no text without scripts", p.URL)
		case v.Text != seen[p.URL].Text:
			t.Errorf("%s reads differently without scripts:\n%s\nand with:\n%s", p.URL, v.Text, seen[p.URL].Text)
		}
	})
}

// focus is the element that has the focus.
type focus struct {
	Name      string // to name it in a message
	Mark      int    // its number in the document, 0 for none
	Shown     bool   // it is in sight and has a size
	Indicator bool   // an outline shows it
}

const focusScript = `(() => {
	const e = document.activeElement;
	if (!e || e === document.body) return {Name: "", Mark: 0};
	const r = e.getBoundingClientRect();
	const outlined = (s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2;
	const shows = (e) => outlined(getComputedStyle(e)) || outlined(getComputedStyle(e, "::after")); // which covers a whole card
	return {
		Name: e.tagName.toLowerCase() + "." + e.className + " " + e.textContent.trim().slice(0, 40),
		Mark: [...document.getElementsByTagName("*")].indexOf(e),
		Shown: r.width > 1 && r.height > 1 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth,
		Indicator: shows(e),
	};
})()`

// press sends one key and gives what has the focus then.
func (b *tab) press(key string) (focus, error) {
	if err := b.do(chromedp.KeyEvent(key)); err != nil {
		return focus{}, err
	}
	return ask[focus](b, focusScript)
}

// judgeKeyboard walks through one page of every template with the Tab key.
func judgeKeyboard(t *testing.T, d *demo, c *chrome) {
	inTabs(t, c, d.onePerTemplate(t), func(b *tab, p page.Page) {
		if err := b.walk(d.address(p), 1280); err != nil {
			t.Errorf("%s: %v", p.URL, err)
		}
	})
	b := c.tab(t)
	if err := b.walk(d.base+"/", 390); err != nil {
		t.Errorf("home on a phone: %v", err)
	}
	if err := b.skip(d.base + "/"); err != nil {
		t.Errorf("skip link: %v", err)
	}
	if err := b.menu(d.base + "/"); err != nil {
		t.Errorf("menu: %v", err)
	}
}

// walk goes through a page: the skip link is first, all that has the focus is
// in sight and shows it, and one comes out at the other end.
func (b *tab) walk(address string, width int64) error {
	if err := b.do(look(width, "light"), chromedp.Navigate(address)); err != nil {
		return err
	}
	met := map[int]bool{}
	first, last := -1, 0
	for {
		f, err := b.press(kb.Tab)
		switch {
		case err != nil:
			return err
		case f.Mark == 0 || f.Mark == first: // out of the page, or round it
			return b.atEnd(last)
		case len(met) == 0 && !strings.HasPrefix(f.Name, "a.sprong"):
			return fmt.Errorf("the first thing reached is %s", f.Name)
		case met[f.Mark]:
			return fmt.Errorf("the focus is trapped at %s", f.Name)
		case !f.Shown:
			return fmt.Errorf("what has the focus is out of sight: %s", f.Name)
		case !f.Indicator:
			return fmt.Errorf("nothing shows the focus on %s", f.Name)
		}
		if len(met) == 0 {
			first = f.Mark
		}
		met[f.Mark], last = true, f.Mark
	}
}

// atEnd: what had the focus last is the last link of the page.
func (b *tab) atEnd(last int) error {
	end, err := ask[int](b, `[...document.getElementsByTagName("*")].indexOf([...document.links].at(-1))`)
	if err == nil && last != end {
		err = fmt.Errorf("the last link of the page cannot be reached")
	}
	return err
}

// skip: the skip link leads into the main part.
func (b *tab) skip(address string) error {
	if err := b.do(look(1280, "light"), chromedp.Navigate(address)); err != nil {
		return err
	}
	if _, err := b.press(kb.Tab); err != nil {
		return err
	}
	if f, err := b.press(kb.Enter); err != nil || !strings.HasPrefix(f.Name, "main.") {
		return fmt.Errorf("leads to %q (%v)", f.Name, err)
	}
	if _, err := b.press(kb.Tab); err != nil {
		return err
	}
	inside, err := ask[bool](b, `document.querySelector("main").contains(document.activeElement)`)
	if err == nil && !inside {
		err = fmt.Errorf("the next thing reached is not in the main part")
	}
	return err
}

// menu: on a phone it opens with Enter and closes with Escape; on a wide
// screen its links are reached at once.
func (b *tab) menu(address string) error {
	if err := b.do(look(390, "light"), chromedp.Navigate(address)); err != nil {
		return err
	}
	for range 3 { // skip link, home, menu
		if _, err := b.press(kb.Tab); err != nil {
			return err
		}
	}
	const open = `document.activeElement.tagName + " " + document.querySelector(".menu details").open`
	for _, step := range []struct{ key, want string }{{kb.Enter, "SUMMARY true"}, {kb.Tab, "A true"}, {kb.Escape, "SUMMARY false"}} {
		if _, err := b.press(step.key); err != nil {
			return err
		}
		if got, err := ask[string](b, open); err != nil || got != step.want {
			return fmt.Errorf("after %q: %s, want %s (%v)", step.key, got, step.want, err)
		}
	}
	return nil
}

// judgeMedia: paper and the system's own colours. Both must show the title, and
// nothing may complain.
func judgeMedia(t *testing.T, d *demo, c *chrome) {
	inTabs(t, c, d.onePerTemplate(t), func(b *tab, p page.Page) {
		b.told()
		err := b.do(look(1280, "light"), media("screen", "forced-colors", "active"), chromedp.Navigate(d.address(p)))
		if err != nil {
			t.Errorf("%s: %v", p.URL, err)
			return
		}
		const forced = `matchMedia("(forced-colors: active)").matches && document.querySelector("h1").getBoundingClientRect().height > 0`
		if ok, err := ask[bool](b, forced); err != nil || !ok {
			t.Errorf("%s in forced colours: the title is not shown (%v)", p.URL, err)
		}
		const paper = `matchMedia("print").matches && document.querySelector("h1").getBoundingClientRect().height > 0 && !document.querySelector(".menu")?.getBoundingClientRect().height`
		if err := b.do(media("print", "prefers-color-scheme", "dark")); err != nil {
			t.Errorf("%s on paper: %v", p.URL, err)
		}
		if ok, err := ask[bool](b, paper); err != nil || !ok {
			t.Errorf("%s on paper: the title is not shown, or the menu is (%v)", p.URL, err)
		}
		if said, _ := b.told(); len(said) > 0 {
			t.Errorf("%s says %s", p.URL, strings.Join(said, "; "))
		}
	})
}

// axeRun gives a line for each violation of WCAG 2.0–2.2 A and AA and of axe's
// best practice.
const axeRun = `axe.run(document, {resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
	.then((r) => ({Passes: r.passes.length, Violations: r.violations.map((v) => v.id + ": " + v.help + v.nodes.slice(0, 3).map((n) =>
		"\n    " + n.target.join(" ") + "  " + n.html.slice(0, 160) + "\n      " + n.failureSummary.replace(/\s+/g, " ")).join(""))}))`

// verdict is what axe found.
type verdict struct {
	Passes     int
	Violations []string
}

// judgeAxe looks at one page of every template and at the longest ones.
func judgeAxe(t *testing.T, d *demo, c *chrome, seen map[string]visit) {
	source, err := os.ReadFile(filepath.Join(needPackages(t), "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	pages := d.onePerTemplate(t)
	for _, p := range d.longest(4, seen) {
		if !slices.ContainsFunc(pages, func(q page.Page) bool { return p.URL == q.URL }) {
			pages = append(pages, p)
		}
	}
	b := c.tab(t)
	err = b.do(look(1280, "light"), chromedp.Navigate(d.base+"/"))
	if err == nil {
		var found verdict
		found, err = ask[verdict](b, string(source)+`;document.documentElement.lang = "";`+axeRun, chromedp.EvalAwaitPromise)
		if err == nil && len(found.Violations) == 0 {
			t.Error("axe says nothing of a page without a language")
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	inTabs(t, c, pages, func(b *tab, p page.Page) {
		if err := b.axe(t, p.URL, d.address(p), string(source)); err != nil {
			t.Errorf("%s: %v", p.URL, err)
		}
	})
}

// axe judges a page in light, in dark and on a narrow phone.
func (b *tab) axe(t *testing.T, url, address, source string) error {
	if err := b.do(look(1280, "light"), chromedp.Navigate(address)); err != nil {
		return err
	}
	if _, err := ask[bool](b, source+";true"); err != nil {
		return err
	}
	for _, at := range []struct {
		width  int64
		scheme string
	}{{1280, "light"}, {1280, "dark"}, {narrow, "light"}} {
		if err := b.do(look(at.width, at.scheme)); err != nil {
			return err
		}
		found, err := ask[verdict](b, axeRun, chromedp.EvalAwaitPromise)
		if err != nil {
			return err
		}
		if found.Passes < 10 {
			t.Errorf("%s: axe passed only %d rules, and has hardly looked", url, found.Passes)
		}
		for _, v := range found.Violations {
			t.Errorf("%s, %s at %d px: %s", url, at.scheme, at.width, v)
		}
	}
	return nil
}
