package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"glashelder/internal/build"
	"glashelder/internal/export"
)

func exportCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "export",
		Short: "Write what a site holds for other programs",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return errors.New("say what to export: search")
		},
	}
	c.AddCommand(exportSearchCommand())
	return c
}

func exportSearchCommand() *cobra.Command {
	s := &site{}
	var to, file string
	c := &cobra.Command{
		Use:   "search",
		Short: "Write the documents of the search index",
		Long: `Write the documents of the search index: everything that can be found on the
site, with the same fields as its own index. Drafts are left out.

  ndjson            one JSON object a line
  opensearch        requests of the bulk API of OpenSearch
  opensearch-index  the definition of an index that takes these

  glashelder export search --to opensearch-index | curl -X PUT  -H 'Content-Type: application/json'     --data-binary @- $URL/zoek
  glashelder export search --to opensearch       | curl -X POST -H 'Content-Type: application/x-ndjson' --data-binary @- $URL/zoek/_bulk`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if !slices.Contains(export.SearchFormats, to) {
				return fmt.Errorf("--to is one of %s, not %q", strings.Join(export.SearchFormats, ", "), to)
			}
			if s.format != "text" && file == "" {
				return errors.New("--format other than text writes to standard output: give a file with --output")
			}
			opts, err := s.options()
			if err != nil {
				return err
			}
			var b build.Builder
			built, diags, err := b.Prove(c.Context(), opts)
			if err != nil && len(diags) == 0 {
				return err
			}
			if showErr := s.show(c, s.language(built), diags); err == nil {
				err = showErr
			}
			if err := cmp.Or(err, s.verdict(diags)); err != nil {
				return err
			}
			return exportSearch(c.OutOrStdout(), built, to, file)
		},
	}
	s.flags(c)
	c.Flags().StringVar(&to, "to", "ndjson", "what to write: "+strings.Join(export.SearchFormats, ", "))
	c.Flags().StringVar(&file, "output", "", "file to write (default: standard output)")
	c.Flags().StringVar(&s.baseURL, "base-url", "", "address of the site, instead of base_url in the configuration")
	return c
}

// exportSearch writes to a file, or to stdout where there is none.
func exportSearch(stdout io.Writer, built *build.Built, to, file string) (err error) {
	out := stdout
	if file != "" {
		f, openErr := os.Create(file)
		if openErr != nil {
			return fmt.Errorf("write the search documents: %w", openErr)
		}
		defer func() { err = cmp.Or(err, f.Close()) }()
		out = f
	}
	w := bufio.NewWriter(out)
	return cmp.Or(export.WriteSearch(w, built.Site, built.Overviews(), to), w.Flush())
}
