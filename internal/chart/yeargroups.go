package chart

// Which years a picture of years has. What must stay true: years between the
// first and the last are there even when nothing happened in them, for a gap is
// information; however far apart two years are, the picture stays short.

import (
	"cmp"
	"slices"
	"strconv"
)

// yearGroup is a year, or several years without an amount in a row.
type yearGroup struct {
	Year
	last int // the last of several years; else the year itself
}

// name is the year, or the first and the last.
func (g yearGroup) name() string {
	if g.last > g.Year.Year {
		return strconv.Itoa(g.Year.Year) + "–" + strconv.Itoa(g.last)
	}
	return strconv.Itoa(g.Year.Year)
}

// empty tells whether there is no amount to draw.
func (g yearGroup) empty() bool {
	return !slices.ContainsFunc(g.Values, func(v int64) bool { return v > 0 })
}

// groupsOf are the years in order with those that are missing between them;
// each has as many values as there are series.
func groupsOf(rows []Year, series int) []yearGroup {
	rows = slices.SortedStableFunc(slices.Values(rows), func(a, b Year) int { return cmp.Compare(a.Year, b.Year) })
	var groups []yearGroup
	for i, row := range rows {
		if i > 0 {
			groups = append(groups, missing(rows[i-1].Year+1, row.Year-1, series)...)
		}
		values := unknown(series)
		copy(values, row.Values)
		row.Values = values
		groups = append(groups, yearGroup{row, row.Year})
	}
	return groups
}

// missing are the years from first to last, nothing of which is known.
func missing(first, last, series int) []yearGroup {
	if last-first >= yearFold {
		return []yearGroup{{Year{Year: first, Values: unknown(series)}, last}}
	}
	var groups []yearGroup
	for year := first; year <= last; year++ {
		groups = append(groups, yearGroup{Year{Year: year, Values: unknown(series)}, year})
	}
	return groups
}

func unknown(series int) []int64 { return slices.Repeat([]int64{Unknown}, series) }

func mostOf(groups []yearGroup) int64 {
	most := int64(0)
	for _, g := range groups {
		most = max(most, slices.Max(append(g.Values, 0)))
	}
	return most
}
