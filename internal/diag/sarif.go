package diag

// SARIF, the report that code hosts and editors share. What must stay true: it
// is valid by the OASIS standard 2.1.0, and a message is only ever text: never
// a link and never a placeholder.

import (
	"bufio"
	"net/url"
	"strings"
)

// The parts of SARIF 2.1.0 that we fill; section numbers are those of the
// OASIS standard of March 2020.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct { // 3.14
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		ColumnKind string        `json:"columnKind"` // 3.14.17: our columns count characters
		Results    []sarifResult `json:"results"`
	}
	sarifDriver struct { // 3.19
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct { // 3.49
		ID               string     `json:"id"`
		ShortDescription sarifText  `json:"shortDescription"`
		FullDescription  *sarifText `json:"fullDescription,omitempty"`
		Help             *sarifText `json:"help,omitempty"`
		Configuration    struct {
			Level string `json:"level"`
		} `json:"defaultConfiguration"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct { // 3.27
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations,omitempty"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifLocation struct { // 3.28
		Physical struct {
			Artifact struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region *sarifRegion `json:"region,omitempty"`
		} `json:"physicalLocation"`
	}
	sarifRegion struct { // 3.30
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
	}
)

// writeSARIF prints one run with the rules that its results name.
func writeSARIF(out *bufio.Writer, lang string, list List) {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: make([]sarifResult, len(list))}
	run.Tool.Driver = sarifDriver{Name: "Glashelder", Rules: []sarifRule{}}
	prints := fingerprints(list)
	index := make(map[string]int)
	for i, d := range list {
		at, known := index[d.Code.ID]
		if !known {
			at = len(run.Tool.Driver.Rules)
			index[d.Code.ID] = at
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, ruleOf(d.Code, lang))
		}
		run.Results[i] = resultOf(d, lang, at, prints[i])
	}
	writeJSON(out, "  ", sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

func resultOf(d Diagnostic, lang string, rule int, print string) sarifResult {
	text := d.Message(lang)
	if hint := d.Hint(lang); hint != "" {
		text += "\n" + hint
	}
	result := sarifResult{
		RuleID: d.Code.ID, RuleIndex: rule, Level: d.Code.Severity.level(),
		Message:      sarifText{sarifPlain(text)},
		Fingerprints: map[string]string{"glashelder/v1": print},
	}
	if d.Pos.File != "" {
		result.Locations = []sarifLocation{locationOf(d.Pos)}
	}
	for _, r := range d.Related {
		result.Related = append(result.Related, locationOf(r))
	}
	return result
}

func ruleOf(c *Code, lang string) sarifRule {
	text := c.In(lang)
	gaps := []string{"…", "…", "…", "…", "…", "…", "…", "…", "…"}
	rule := sarifRule{ID: c.ID, ShortDescription: sarifText{fill(text.Message, gaps)}}
	rule.Configuration.Level = c.Severity.level()
	if text.Explain != "" {
		rule.FullDescription = &sarifText{text.Explain}
		rule.Help = rule.FullDescription
	}
	return rule
}

func locationOf(p Pos) sarifLocation {
	var l sarifLocation
	l.Physical.Artifact.URI = (&url.URL{Path: p.File}).String()
	if p.Line > 0 {
		l.Physical.Region = &sarifRegion{p.Line, max(0, p.Col)}
	}
	return l
}

// sarifPlain keeps a message from holding a placeholder or a link: 3.11.5
// doubles literal braces, and 3.11.6 reads "[text](target)" as a link, in plain
// text too, unless the bracket is escaped.
func sarifPlain(s string) string {
	return strings.NewReplacer("{", "{{", "}", "}}", "](", `\](`).Replace(s)
}
