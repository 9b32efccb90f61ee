package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"glashelder/internal/build"
	"glashelder/internal/diag"
)

func explainCommand() *cobra.Command {
	w := &words{}
	c := &cobra.Command{
		Use:   "explain [CODE]",
		Short: "Tell what a diagnostic means and how to mend it; without CODE, list them all",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			lang := w.language()
			if len(args) == 0 {
				for _, code := range build.Codes() {
					fmt.Fprintf(c.OutOrStdout(), "%-28s %s\n", code.ID, unfilled(code.In(lang).Message))
				}
				return nil
			}
			code, err := codeNamed(args[0])
			if err != nil {
				return err
			}
			text := code.In(lang)
			fmt.Fprintf(c.OutOrStdout(), "%s (%s)\n\n%s\n", code.ID, severity(code, lang), wrap(text.Explain, 78))
			if text.Hint != "" {
				fmt.Fprintf(c.OutOrStdout(), "\n%s\n", wrap(unfilled(text.Hint), 78))
			}
			return nil
		},
	}
	w.flags(c)
	return c
}

// placeholder is where a message has a word of the place that it is about.
var placeholder = regexp.MustCompile(`\{[0-9]+\}`)

// unfilled is a message or hint that is about no place in particular.
func unfilled(text string) string { return placeholder.ReplaceAllString(text, "…") }

func codeNamed(id string) (*diag.Code, error) {
	var ids []string
	for _, code := range build.Codes() {
		if code.ID == id {
			return code, nil
		}
		ids = append(ids, code.ID)
	}
	if near := diag.Near(id, ids); near != "" {
		return nil, fmt.Errorf("there is no code %q; did you mean %q?", id, near)
	}
	return nil, fmt.Errorf("there is no code %q; `glashelder explain` lists them all", id)
}

func severity(c *diag.Code, lang string) string {
	switch {
	case lang == "nl" && c.Severity == diag.Error:
		return "fout"
	case lang == "nl":
		return "waarschuwing"
	case c.Severity == diag.Error:
		return "error"
	}
	return "warning"
}

// wrap breaks text into lines of at most width runes, at spaces.
func wrap(text string, width int) string {
	var b strings.Builder
	col := 0
	for i, word := range strings.Fields(text) {
		n := len([]rune(word))
		switch {
		case i == 0:
		case col+1+n > width:
			b.WriteByte('\n')
			col = 0
		default:
			b.WriteByte(' ')
			col++
		}
		b.WriteString(word)
		col += n
	}
	return b.String()
}
