package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"glashelder/internal/build"
	"glashelder/internal/locale"
	"glashelder/internal/output"
)

func buildCommand() *cobra.Command {
	s := &site{}
	var dir string
	c := &cobra.Command{
		Use:   "build",
		Short: "Compile the site into public/",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			opts, err := s.options()
			if err != nil {
				return err
			}
			if dir == "" {
				return errors.New("--output is a directory, such as public")
			}
			if !filepath.IsAbs(dir) {
				dir = filepath.Join(opts.Dir, dir)
			}
			var b build.Builder
			built, result, diags, err := b.Publish(c.Context(), opts, dir, s.strict)
			if err != nil && len(diags) == 0 {
				return err // nothing is known of the content
			}
			if built == nil && err == nil {
				s.same(c, b.Lang, dir)
				return nil
			}
			s.tellHistory(c, built)
			s.tell(c, built)
			if showErr := s.show(c, s.language(built), diags); err == nil {
				err = showErr
			}
			if err != nil {
				return err
			}
			if err := s.verdict(diags); err != nil {
				return err
			}
			s.report(c, locale.Get(s.language(built)), result, dir)
			return nil
		},
	}
	s.flags(c)
	s.outputFlags(c, &dir)
	return c
}

// outputFlags are those of the commands that make pages for readers.
func (s *site) outputFlags(c *cobra.Command, dir *string) {
	f := c.Flags()
	f.StringVar(dir, "output", "public", "directory for the built site, relative to the source")
	f.StringVar(&s.baseURL, "base-url", "", "address of the site, instead of base_url in the configuration")
	f.BoolVar(&s.drafts, "drafts", false, "publish drafts too, marked")
	s.cacheFlags(c)
}

// same says that dir holds what a build would give.
func (s *site) same(c *cobra.Command, lang, dir string) {
	if s.lang != "" {
		lang = s.lang
	}
	if !s.quiet {
		fmt.Fprintln(c.ErrOrStderr(), locale.Get(lang).Word("cli.same", dir))
	}
}

// report says what was written, and names what stands there and is not ours.
func (s *site) report(c *cobra.Command, lang *locale.Language, r output.Result, dir string) {
	if s.quiet {
		return
	}
	w := c.ErrOrStderr()
	fmt.Fprintf(w, "%s: %s, %s\n", dir, lang.Count("cli.files", r.Written), lang.Size(r.Bytes))
	if r.Removed > 0 {
		fmt.Fprintln(w, lang.Count("cli.removed", r.Removed))
	}
	if len(r.Foreign) > 0 {
		fmt.Fprintln(w, lang.Word("cli.foreign", strings.Join(r.Foreign, ", ")))
	}
}
