package page

// Indicators: figures that show how far a werf is, as a sentence and a table
// with bars, from the first measurement to the target.

import (
	"html/template"
	"math"
	"slices"
	"strconv"

	"glashelder/internal/chart"
	"glashelder/internal/model"
)

// Indicator is a figure that shows how far a werf is.
type Indicator struct {
	Table  template.HTML
	Source string // of all its values; "" where the table names the source of each
}

// indicator is a figure of a werf: a sentence, and its values as bars.
func (v voice) indicator(id string, i model.Indicator) Indicator {
	amount := func(n string) string {
		if i.Unit == "" {
			return v.lang.Decimal(n)
		}
		return v.lang.Decimal(n) + " " + i.Unit
	}
	sentence := i.Title + "."
	values := slices.SortedStableFunc(slices.Values(i.Values), func(a, b model.Measure) int { return a.Date.Compare(b.Date) })
	if n := len(values); n > 0 {
		newest := values[n-1]
		sentence = v.t("indicator.sentence", i.Title, v.lang.Date(newest.Date), amount(newest.Value))
	}
	whole, shared := scaled(i.Target), sharedSource(i.Values)
	var rows []chart.Bar
	row := func(label, value, note string) {
		if value != "" {
			rows = append(rows, chart.Bar{Label: label, Value: scaled(value), Text: amount(value), Note: note})
			whole = max(whole, scaled(value))
		}
	}
	row(capital(v.t("werf.baseline")), i.Baseline, "")
	for _, m := range values {
		if m.Source == shared {
			m.Source = ""
		}
		row(v.lang.Date(m.Date), m.Value, m.Source)
	}
	row(capital(v.t("werf.target")), i.Target, "")
	words := chart.BarWords{Label: v.t("page.date"), Value: v.t("indicator.value"), Bar: v.t("indicator.bar"), Note: v.t("indicator.source"), Whole: whole}
	return Indicator{chart.Bars(chart.Frame{ID: id, Title: i.Title, Sentence: sentence}, words, rows), shared}
}

// sharedSource is the source that all values have; "" where they differ.
func sharedSource(values []model.Measure) string {
	for _, m := range values {
		if m.Source != values[0].Source {
			return ""
		}
	}
	if len(values) == 0 {
		return ""
	}
	return values[0].Source
}

// scaled is a number as written in thousandths; 0 for what is no number.
func scaled(number string) int64 {
	f, err := strconv.ParseFloat(number, 64)
	if err != nil || !(math.Abs(f) <= 1e12) {
		return 0
	}
	return int64(math.Round(f * 1000))
}
