package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"glashelder/internal/diag"
	"glashelder/internal/export"
	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// words is the language of commands that need no site: --lang, else Dutch.
type words struct{ lang string }

func (w *words) flags(c *cobra.Command) {
	c.Flags().StringVar(&w.lang, "lang", os.Getenv("GLASHELDER_LANG"), "language of keys and messages: "+strings.Join(locale.Codes(), ", "))
}

func (w *words) language() string {
	if locale.Get(w.lang) == nil {
		return "nl"
	}
	return w.lang
}

func fieldsCommand() *cobra.Command {
	w := &words{}
	c := &cobra.Command{
		Use:   "fields [KIND]",
		Short: "List the keys of a kind; without KIND, list the kinds",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			lang := locale.Get(w.language())
			if len(args) == 0 {
				printKinds(c.OutOrStdout(), lang)
				return nil
			}
			kind, keys, err := keysOf(args[0], lang)
			if err != nil {
				return err
			}
			return printKeys(c.OutOrStdout(), kind, keys, lang)
		},
	}
	w.flags(c)
	return c
}

func schemaCommand() *cobra.Command {
	w := &words{}
	c := &cobra.Command{
		Use:   "schema [KIND]",
		Short: "Print the JSON Schema of a kind's keys; without KIND, of the configuration",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			name := "config"
			if len(args) > 0 {
				name = args[0]
			}
			lang := locale.Get(w.language())
			kind, keys, err := keysOf(name, lang)
			if err != nil {
				return err
			}
			_, err = c.OutOrStdout().Write(export.Schema(kind, keys, lang))
			return err
		},
	}
	w.flags(c)
	return c
}

// keysOf finds a kind by its English name or its name in any language; what it
// proposes for a slip of the pen is in lang.
func keysOf(name string, lang *locale.Language) (kind string, keys []model.Key, err error) {
	var known []string
	for _, t := range model.Described() {
		for _, code := range locale.Codes() {
			if strings.EqualFold(name, t) || strings.EqualFold(name, locale.Get(code).Word("kind."+t+".singular")) {
				return t, model.Describe(t), nil
			}
		}
		known = append(known, t, lang.Word("kind."+t+".singular"))
	}
	if near := diag.Near(strings.ToLower(name), known); near != "" {
		return "", nil, fmt.Errorf("there is no kind %q; did you mean %q?", name, near)
	}
	return "", nil, fmt.Errorf("there is no kind %q; `glashelder fields` lists them", name)
}

func printKinds(out io.Writer, lang *locale.Language) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, t := range model.Described() {
		fmt.Fprintf(w, "%s\t%s\t%s\n", t, lang.Word("kind."+t+".singular"), model.FolderOf(t))
	}
	w.Flush()
}

func printKeys(out io.Writer, kind string, keys []model.Key, lang *locale.Language) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	writeKeys(w, kind, keys, lang, "")
	return w.Flush()
}

func writeKeys(w io.Writer, kind string, keys []model.Key, lang *locale.Language, indent string) {
	for _, k := range keys {
		mark := ""
		if k.Required {
			mark = "*"
		}
		what := lang.Word("type." + string(k.Type))
		if k.Type == model.TypeChoice {
			what = strings.Join(values(k, lang), " | ")
		}
		fmt.Fprintf(w, "%s%s%s\t%s\t%s\t%s\n", indent, lang.Key(k.Name), mark, k.Name, what, lang.Help(kind, k.Name))
		writeKeys(w, kind+"."+k.Name, k.Keys, lang, indent+"  ")
	}
}

func values(k model.Key, lang *locale.Language) []string {
	var out []string
	for _, v := range k.Values {
		if v != "" {
			out = append(out, lang.Value(k.Name, v))
		}
	}
	return out
}
