package main

// The flags that every command on a site takes, and how diagnostics are shown.

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"glashelder/internal/build"
	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// site is what the common flags say.
type site struct {
	source, format, lang, now string
	strict, quiet, verbose    bool
	jobs                      int
	drafts                    bool
	baseURL                   string
	cache                     string
	noCache                   bool
}

func (s *site) flags(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&s.source, "source", "", "directory of the site (default: here, or the nearest parent with glashelder.toml)")
	f.StringVar(&s.format, "format", "text", "how mistakes are shown: "+strings.Join(diag.Formats, ", "))
	f.BoolVar(&s.strict, "strict", false, "warnings stop publication too")
	f.StringVar(&s.lang, "lang", os.Getenv("GLASHELDER_LANG"), "language of the messages: nl or en (default: that of the site)")
	f.StringVar(&s.now, "now", "", "the day the site is built for, 2006-01-02 (default: today)")
	f.IntVar(&s.jobs, "jobs", 0, "how much to do at once (default: the number of processors)")
	f.BoolVar(&s.quiet, "quiet", false, "print mistakes only")
	f.BoolVar(&s.verbose, "verbose", false, "print what is done")
}

// options checks the flags and gives them to the builder.
func (s *site) options() (build.Options, error) {
	if !slices.Contains(diag.Formats, s.format) {
		return build.Options{}, fmt.Errorf("--format is one of %s, not %q", strings.Join(diag.Formats, ", "), s.format)
	}
	if s.lang != "" && s.lang != "nl" && s.lang != "en" {
		return build.Options{}, fmt.Errorf("--lang is nl or en, not %q", s.lang)
	}
	now := time.Now()
	if s.now != "" {
		day, err := time.Parse(time.DateOnly, s.now)
		if err != nil {
			return build.Options{}, fmt.Errorf("--now is a day such as 2026-05-01, not %q", s.now)
		}
		now = day
	}
	if s.jobs < 0 {
		return build.Options{}, fmt.Errorf("--jobs is a number from 1, not %d", s.jobs)
	}
	if s.baseURL != "" && !model.IsBaseURL(s.baseURL) {
		return build.Options{}, fmt.Errorf("--base-url is an address such as https://stad.example/werven/, not %q", s.baseURL)
	}
	dir, err := s.dir()
	return build.Options{Dir: dir, Now: now, Drafts: s.drafts, BaseURL: s.baseURL, Jobs: s.jobs, Cache: s.cacheDir(dir), Progress: s.progress()}, err
}

// cacheFlags are those of the commands that publish.
func (s *site) cacheFlags(c *cobra.Command) {
	c.Flags().StringVar(&s.cache, "cache", ".glashelder", "directory for what the next build may find unchanged, relative to the source")
	c.Flags().BoolVar(&s.noCache, "no-cache", false, "build everything, whatever was built before")
}

func (s *site) cacheDir(dir string) string {
	switch {
	case s.noCache || s.cache == "":
		return ""
	case filepath.IsAbs(s.cache):
		return s.cache
	}
	return filepath.Join(dir, s.cache)
}

// progress shows how far a build is, on a terminal, once it takes over half a
// second; nil where nobody looks.
func (s *site) progress() func(done, total int) {
	if s.quiet || s.format != "text" || !isTerminal(os.Stderr) {
		return nil
	}
	start := time.Now()
	return func(done, total int) {
		if time.Since(start) > 500*time.Millisecond {
			fmt.Fprintf(os.Stderr, "\r\x1b[K%d/%d\r", done, total)
		}
	}
}

// dir finds the directory of the site.
func (s *site) dir() (string, error) {
	if s.source != "" {
		info, err := os.Stat(s.source)
		if err != nil {
			return "", fmt.Errorf("there is no directory %s", s.source)
		}
		if !info.IsDir() {
			return "", fmt.Errorf("%s is not a directory", s.source)
		}
		return holdsSite(s.source)
	}
	here, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the working directory: %w", err)
	}
	for dir := here; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, model.ConfigFile)); err == nil {
			return dir, nil
		}
		if filepath.Dir(dir) == dir {
			return holdsSite(here)
		}
	}
}

// holdsSite refuses a directory with neither configuration, content nor Markdown.
func holdsSite(dir string) (string, error) {
	for _, name := range []string{model.ConfigFile, "content"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return dir, nil
		}
	}
	found := errors.New("found")
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil
		case e.IsDir() && path != dir && strings.HasPrefix(e.Name(), "."):
			return filepath.SkipDir
		case strings.HasSuffix(strings.ToLower(e.Name()), ".md"):
			return found
		}
		return nil
	})
	if errors.Is(err, found) {
		return dir, nil
	}
	return "", fmt.Errorf("there is no site in %s: no %s, no content/ and no Markdown; `glashelder init DIR` makes a new one", dir, model.ConfigFile)
}

// language is that of the messages: --lang, else that of the site if there
// are messages in it, else English.
func (s *site) language(built *build.Built) string {
	switch {
	case s.lang != "":
		return s.lang
	case built == nil || built.Site.Lang.Code() == "nl":
		return "nl"
	}
	return "en"
}

// show prints diagnostics where the format wants them.
func (s *site) show(c *cobra.Command, lang string, list diag.List) error {
	if s.format != "text" {
		return diag.Write(c.OutOrStdout(), s.format, lang, list)
	}
	w := c.ErrOrStderr()
	if s.quiet && len(list) == 0 {
		return nil
	}
	if isTerminal(w) {
		fmt.Fprint(w, "\r\x1b[K") // over the progress
		return diag.Write(w, "text", lang, list, diag.InColor)
	}
	return diag.Write(w, "text", lang, list)
}

// tellHistory says in one line what keeps pages from showing all of their history.
func (s *site) tellHistory(c *cobra.Command, built *build.Built) {
	if s.quiet || s.format != "text" || built == nil {
		return
	}
	if why := built.History.TroubleIn(s.language(built)); why != "" {
		fmt.Fprintln(c.ErrOrStderr(), why)
	}
}

// isTerminal tells whether people look at what is written to w.
func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("NO_COLOR") == ""
}

// tell says, with --verbose, what was read.
func (s *site) tell(c *cobra.Command, built *build.Built) {
	if !s.verbose || built == nil {
		return
	}
	lang := locale.Get(s.language(built))
	for _, k := range model.Kinds {
		if n := len(built.Site.Of(k.Name)); n > 0 {
			fmt.Fprintln(c.ErrOrStderr(), lang.Count("kind."+k.Name, n))
		}
	}
	fmt.Fprintln(c.ErrOrStderr(), lang.Count("cli.pages", len(built.Pages)))
}

// verdict is the error behind the exit code.
func (s *site) verdict(list diag.List) error {
	if build.Stops(list, s.strict) {
		return errContent
	}
	return nil
}
