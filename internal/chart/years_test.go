package chart

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// thirty is thirty years, as many as a page should show.
func thirty() []Year {
	var rows []Year
	for i := range 30 {
		rows = append(rows, Year{1995 + i, "/toelagen/jaar/" + strconv.Itoa(1995+i) + "/", []int64{int64(i+1) * 7500000, int64(i+1) * 7400000, int64(i) * 7000000}})
	}
	return rows
}

func TestYearsHaveOneScale(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 9))
	for range 200 {
		rows, most := make([]Year, 1+random.IntN(40)), int64(0)
		var drawn []int64
		for i := range rows {
			rows[i] = Year{Year: 2000 + i, Values: []int64{random.Int64N(1 << (1 + random.IntN(61))), Unknown, random.Int64N(1e6)}}
			for _, v := range rows[i].Values {
				if most = max(most, v); v > 0 {
					drawn = append(drawn, v)
				}
			}
		}
		picture := Years(frame, yearWords, rows)
		if most == 0 {
			continue
		}
		drawing, _, _ := strings.Cut(string(picture), `<ul class="sleutel"`)
		widths := numbers(tagsOf(t, drawingOf(drawing)), "d", "width")
		if len(widths) != len(drawn) {
			t.Fatalf("%d bars, want %d", len(widths), len(drawn))
		}
		whole := slices.Max(widths)
		for i, v := range drawn {
			if want := whole * float64(v) / float64(most); math.Abs(widths[i]-want) > .011 {
				t.Fatalf("%d of %d is %g wide, want %g", v, most, widths[i], want)
			}
		}
	}
}

func TestYearsBetweenAreThere(t *testing.T) {
	for _, c := range []struct {
		years []int
		want  string
	}{
		{[]int{2021}, "2021"},
		{[]int{2023, 2021}, "2021 2022 2023"},
		{[]int{2020, 2024}, "2020 2021 2022 2023 2024"},
		{[]int{2020, 2025, 2026}, "2020 2021–2024 2025 2026"},
		{[]int{1, 9999}, "1 2–9998 9999"},
	} {
		var rows []Year
		for _, year := range c.years {
			rows = append(rows, Year{Year: year, Values: []int64{1}})
		}
		var names []string
		for _, g := range groupsOf(rows, 3) {
			if names = append(names, g.name()); len(g.Values) != 3 {
				t.Errorf("%s has %d values", g.name(), len(g.Values))
			}
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%v: %s, want %s", c.years, got, c.want)
		}
	}
}

func TestYearsSayWhatIsNotKnown(t *testing.T) {
	got := string(Years(frame, yearWords, []Year{{2020, "", []int64{Unknown, 500, 0}}, {2022, "", []int64{100, 100, 100}}}))
	for _, want := range []string{
		`<th scope="row">2020</th><td class="r">–</td><td class="r">€ 5</td><td class="r">€ 0</td>`,
		`<th scope="row">2021</th><td class="r">–</td><td class="r">–</td><td class="r">–</td>`,
		`>geen bedragen</text>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in %s", want, got)
		}
	}
	if n := strings.Count(got, ">€ 0</text>"); n != 1 {
		t.Errorf("%d times nothing, want 1: what is not known is not nothing", n)
	}
}

func TestRoundAmount(t *testing.T) {
	for most, want := range map[int64]int64{1: 1, 99: 99, 100: 100, 199: 100, 250: 200, 999: 500, 43090075: 20000000, 2_100_000_000: 2_000_000_000, math.MaxInt64: 5e18} {
		if got := roundAmount(most); got != want {
			t.Errorf("roundAmount(%d) = %d, want %d", most, got, want)
		}
	}
}

func TestDownloadsLeadToTablesOnly(t *testing.T) {
	for to, want := range map[string]bool{
		"/geld/jaren.csv": true, "https://stad.example/x.json": true, "data:text/csv;charset=utf-8;base64,YQ==": true,
		"data:application/json;base64,e30=": true, "data:application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;base64,UEs=": true,
		"data:text/csv,a%3Bb%0D%0A1": true, "": false, "data:text/html,x": false, "data:application/xhtml+xml,x": false, "DATA:text/html,x": false,
		"data:text/csv,\"><script>": false, "data:text/csv/../html,<b>": false, "javascript:alert(1)": false, "data:application/json,x\n": false,
	} {
		var p picture
		p.downloads(Frame{DownloadLabel: "Geld", Downloads: []Download{{"CSV", to, `a"b.csv`, "text/csv"}}})
		if got := p.String(); (got != "") != want {
			t.Errorf("%q: %q", to, got)
		} else if want && !strings.Contains(got, `" download="a&#34;b.csv" type="text/csv">CSV</a></li></ul>`) {
			t.Errorf("%q: %q", to, got)
		}
	}
}

// The rows that a flow offers are those that it shows, and lose no cent.
func TestGatherIsWhatIsShown(t *testing.T) {
	random := rand.New(rand.NewPCG(10, 11))
	for range 100 {
		links, total := make([]Link, 1+random.IntN(3000)), int64(0)
		for i := range links {
			links[i] = Link{From: fmt.Sprint("E", random.IntN(40)), Via: fmt.Sprint("W", random.IntN(20)), To: fmt.Sprint("O", random.IntN(900)), Value: random.Int64N(1e9), URL: "/o/", FromURL: "/e/"}
			total += links[i].Value
		}
		rows := Gather(flowWords, links, 40)
		_, table, _ := strings.Cut(string(Flow(frame, flowWords, links, 40)), "<tbody>")
		if got := strings.Count(table, "<tr>"); got != len(rows) {
			t.Fatalf("%d rows in the table, %d gathered", got, len(rows))
		}
		apart := map[string]bool{}
		for _, row := range rows {
			if total -= row.Value; row.To != flowWords.Others {
				apart[row.To] = true
			}
		}
		if total != 0 || len(apart) > 40 || len(rows) > flowRows+flowWays+flowVias+2 {
			t.Fatalf("%d cents lost, %d ends, %d rows", total, len(apart), len(rows))
		}
	}
}

// An end that is too small to be seen joins the others, but not the largest.
func TestSmallEndsJoinTheOthers(t *testing.T) {
	ends := func(values ...int64) string {
		var links []Link
		for i, v := range values {
			links = append(links, Link{From: "E", Via: "W", To: fmt.Sprintf("O%02d", i), Value: v})
		}
		rows := Gather(flowWords, links, 40)
		return fmt.Sprint(len(rows), " ", rows[len(rows)-1].To, " ", rows[len(rows)-1].Value)
	}
	for _, c := range []struct{ got, want string }{
		{ends(slices.Repeat([]int64{100}, 41)...), "41 O40 100"},
		{ends(slices.Repeat([]int64{100}, 42)...), "41 Overige organisaties 200"},
		{ends(append([]int64{100000}, slices.Repeat([]int64{9}, 15)...)...), "16 O15 9"},
		{ends(append([]int64{100000}, slices.Repeat([]int64{9}, 16)...)...), "17 O16 9"},
		{ends(append([]int64{100000}, slices.Repeat([]int64{9}, 30)...)...), "17 Overige organisaties 135"},
	} {
		if c.got != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
	}
}

// Two organisations of one name are two ends.
func TestFlowKeepsNamesakesApart(t *testing.T) {
	rows := Gather(flowWords, []Link{{From: "E", To: "Buurthuis", URL: "/a/", Value: 1}, {From: "E", To: "Buurthuis", URL: "/b/", Value: 2}, {From: "E", To: "Buurthuis", URL: "/a/", Value: 4}}, 9)
	if want := []FlowRow{{"E", "Zonder", "Buurthuis", "/a/", 5}, {"E", "Zonder", "Buurthuis", "/b/", 2}}; !slices.Equal(rows, want) {
		t.Errorf("%v, want %v", rows, want)
	}
}
