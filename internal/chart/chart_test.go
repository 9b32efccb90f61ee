package chart

import (
	"encoding/xml"
	"flag"
	"fmt"
	"html/template"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}

func euros(cents int64) string { return "€ " + strconv.FormatInt(cents/100, 10) }

var frame = Frame{ID: "beeld-1", Title: "Geld", Sentence: "Van 750.000 euro is 58 % betaald.", Data: "De cijfers als tabel", Notes: []string{"Steun in natura telt niet mee."}, DownloadLabel: "Geld",
	Downloads: []Download{{"CSV", "/data/geld.csv", "geld.csv", "text/csv"}, {"JSON", "data:application/json;base64,e30=", "geld.json", ""}}}

// The words and numbers of the golden files.
var (
	barWords   = BarWords{Label: "Organisatie", Value: "Toegekend", Bar: "Aandeel", Note: "Noot"}
	bars       = []Bar{{"Buurtwerk Dampoort", 4800000, "€ 48.000,00", "/organisaties/dampoort/", ""}, {"Huis van Talen", 3650000, "€ 36.500,00", "", "voorbeeld"}, {"Samen Sterk", 0, "–", "", ""}}
	stackWords = StackWords{"Stand", "Bedrag"}
	parts      = []Part{{"Betaald", 43125000, "€ 431.250", Full, "/geld/#betaald"}, {"Toegekend", 18125000, "€ 181.250", Hatched, ""}, {"Gevraagd", 0, "€ 0", Dotted, ""}, {"Nog te verdelen", 13750000, "€ 137.500", Empty, ""}}
	ganttWords = GanttWords{Label: "Werf", From: "Begin", To: "Einde", Marks: "Mijlpalen", Open: "loopt nog", Now: day(2023, 6, 1),
		Date: func(t time.Time) string { return t.Format("2.1.2006") }}
	spans = []Span{
		{"Werf 1. Basiswerk in de negentiende-eeuwse gordel van de stad", "/werven/1/", day(2021, 1, 1), day(2022, 1, 1), []Mark{{day(2021, 7, 2), "Kick-off"}}, "werf-1"},
		{"Werf 2. Ruimte", "/werven/2/", day(2022, 3, 1), time.Time{}, []Mark{{day(2022, 9, 1), ""}}, "werf-2"},
		{"Werf 3. Nog te plannen", "", time.Time{}, time.Time{}, nil, "werf-3"},
	}
	flowWords = FlowWords{From: "Enveloppe", Via: "Werf", To: "Organisatie", Value: "Bedrag", Others: "Overige organisaties", None: "Zonder", Amount: euros}
	links     = []Link{
		{"Basiswerk 2021", "Werf 1", "Buurtwerk Dampoort", 4800000, "/organisaties/dampoort/", "/budgetten/basiswerk/", "/werven/1/"},
		{"Basiswerk 2021", "Werf 1", "Huis van Talen", 1650000, "", "/budgetten/basiswerk/", "/werven/1/"},
		{"Basiswerk 2021", "Werf 2", "Huis van Talen", 2000000, "", "/budgetten/basiswerk/", ""},
		{"Ruimte 2022", "Werf 2", "Samen Sterk", 900000, "", "", ""},
		{"Ruimte 2022", "", "Kleine vzw", 100000, "", "", ""},
		{"Ruimte 2022", "Werf 2", "Kleinste vzw", 50000, "", "", ""},
	}
	yearWords = YearWords{Year: "Jaar", Series: []Series{{"Voorzien", Empty, ""}, {"Toegekend", Hatched, "/geld/#toegekend"}, {"Betaald", Full, ""}}, None: "geen bedragen", Amount: euros}
	manyYears = []Year{
		{2023, "/toelagen/jaar/2023/", []int64{42500000, 43090075, 40000000}},
		{2020, "", []int64{Unknown, 100000, 0}},
		{2022, "/toelagen/jaar/2022/", []int64{30000000, 27000000, 27000000}},
		{2010, "", []int64{1000000, 0, 0}},
	}
)

func TestGolden(t *testing.T) {
	mirrored := frame
	mirrored.RTL = true
	for name, got := range map[string]template.HTML{
		"bars": Bars(frame, barWords, bars), "stacked": Stacked(frame, stackWords, parts),
		"gantt": Gantt(frame, ganttWords, spans), "gantt-rtl": Gantt(mirrored, ganttWords, spans),
		"flow": Flow(frame, flowWords, links, 3), "flow-rtl": Flow(mirrored, flowWords, links, 3),
		"years": Years(frame, yearWords, manyYears), "years-rtl": Years(mirrored, yearWords, manyYears), "years-many": Years(frame, yearWords, thirty()),
	} {
		path := filepath.Join("testdata", name+".html")
		text := strings.ReplaceAll(string(got), "><", ">\n<") + "\n"
		if *update {
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(path); err != nil || string(want) != text {
			t.Errorf("%s differs (%v); see the change with -update and a diff", path, err)
		}
	}
}

func TestNothingToShow(t *testing.T) {
	for name, got := range map[string]template.HTML{
		"bars": Bars(frame, barWords, nil), "stacked": Stacked(frame, stackWords, nil), "gantt": Gantt(frame, ganttWords, spans[2:]),
		"flow":  Flow(frame, flowWords, []Link{{From: "a", Via: "b", To: "c"}, {From: "a", Via: "b", To: "c", Value: -5}}, 9),
		"years": Years(frame, yearWords, []Year{{2020, "", []int64{0, 0, Unknown}}, {2021, "", nil}}), "no years": Years(frame, yearWords, nil),
	} {
		if got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// tag is a start tag of a picture.
type tag struct {
	name string
	attr map[string]string
}

// tagsOf reads a picture as XML, which finds what is not closed or not escaped.
func tagsOf(t *testing.T, picture template.HTML) []tag {
	t.Helper()
	var tags []tag
	d := xml.NewDecoder(strings.NewReader(string(picture)))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		token, err := d.Token()
		if err == io.EOF {
			return tags
		}
		if err != nil {
			t.Fatalf("%v in %s", err, picture)
		}
		if start, is := token.(xml.StartElement); is {
			one := tag{start.Name.Local, map[string]string{}}
			for _, a := range start.Attr {
				one.attr[a.Name.Local] = a.Value
			}
			tags = append(tags, one)
		}
	}
}

// all draws every picture from the same label, address and values.
func all(f Frame, label, to string, values []int64, dates []time.Time) map[string]template.HTML {
	var rows []Bar
	var stack []Part
	var rowsInTime []Span
	var flows []Link
	var years []Year
	for i, v := range values {
		rows = append(rows, Bar{label, v, label, to, label})
		stack = append(stack, Part{label, v, label, Shape(i % 4), to})
		flows = append(flows, Link{label + strconv.Itoa(i%2), label + strconv.Itoa(i%3), label + strconv.Itoa(i), v, to, to, to})
		years = append(years, Year{2000 + 2*i, to, []int64{v, v / 2, Unknown, 0}}, Year{2100 + i*5, to, []int64{v}})
	}
	for i, d := range dates {
		rowsInTime = append(rowsInTime, Span{label, to, d, dates[(i+1)%len(dates)], []Mark{{d, label}}, "werf-1"})
	}
	words := GanttWords{label, label, label, label, label, func(time.Time) string { return label }, dates[0]}
	return map[string]template.HTML{
		"bars": Bars(f, BarWords{label, label, label, label, 0}, rows), "stacked": Stacked(f, StackWords{label, label}, stack),
		"gantt": Gantt(f, words, rowsInTime), "flow": Flow(f, FlowWords{label, label, label, label, to, label, label, label, label, func(int64) string { return label }}, flows, 2),
		"years": Years(f, YearWords{label, []Series{{label, Full, to}, {label, Hatched, to}, {label, Dotted, to}, {label, Empty, to}}, label, func(int64) string { return label }}, years),
	}
}

var elements = strings.Fields("a br caption circle defs desc details div figcaption figure g li line p path pattern rect span summary svg table tbody td text th thead title tr tspan ul")

// checkSafe fails where a picture holds anything but our own elements, ids and
// measures.
func checkSafe(t *testing.T, name string, f Frame, picture template.HTML) {
	t.Helper()
	ids := map[string]bool{}
	tags := tagsOf(t, picture)
	for _, one := range tags {
		if !slices.Contains(elements, one.name) {
			t.Errorf("%s: element %s", name, one.name)
		}
		for key, value := range one.attr {
			if key == "style" || strings.HasPrefix(key, "on") {
				t.Errorf("%s: attribute %s", name, key)
			}
			if key == "href" && strings.Contains(strings.SplitN(value, "/", 2)[0], ":") && !strings.HasPrefix(value, "http") && !strings.HasPrefix(value, "data:application/json;base64,") {
				t.Errorf("%s: address %q", name, value)
			}
			if slices.Contains(strings.Fields("x y width height cx cy x1 x2 y1 y2"), key) {
				n, err := strconv.ParseFloat(strings.TrimSuffix(value, "%"), 64)
				if err != nil || n < 0 || (strings.HasSuffix(value, "%") && n > 100) {
					t.Errorf("%s: %s %s=%q", name, one.name, key, value)
				}
			}
		}
		if id := one.attr["id"]; id != "" {
			if ids[id] || !strings.HasPrefix(id, f.ID) {
				t.Errorf("%s: id %q", name, id)
			}
			ids[id] = true
		}
	}
	for _, one := range tags {
		for _, key := range []string{"aria-labelledby", "aria-describedby"} {
			if to, has := one.attr[key]; has && !ids[to] {
				t.Errorf("%s: %s to %q, which is not there", name, key, to)
			}
		}
		if fill := one.attr["fill"]; strings.HasPrefix(fill, "url(#") && !ids[strings.Trim(fill[4:], "#)")] {
			t.Errorf("%s: fill %s, which is not there", name, fill)
		}
	}
	if strings.Contains(string(picture), "NaN") || strings.Contains(string(picture), "Inf") || !utf8.ValidString(string(picture)) {
		t.Errorf("%s: no number or no text: %s", name, picture)
	}
}

func TestHostileLabels(t *testing.T) {
	dates := []time.Time{day(2021, 1, 1), day(2022, 1, 1)}
	for _, label := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</title></svg><b style="x">`, "a\x00\x1b\u009b\xff", `' style='x`,
		"&lt;b&gt;", "]]>", "<!--", strings.Repeat("lang", 5000), "", "   ", "שלום \u202e עולם", "{{.}}",
	} {
		for _, to := range []string{"", "javascript:alert(1)", "JaVaScRiPt:x", " javascript:x", "data:text/html,x", `/a"onclick="x`, "/goed/", "\x01javascript:x", "vbscript:x"} {
			f := Frame{ID: "x", Title: label, Sentence: label, Notes: []string{label}, Data: label, DownloadLabel: label, Downloads: []Download{{label, to, label, label}}}
			for name, picture := range all(f, label, to, []int64{3, 2, 1, 5, 7}, dates) {
				checkSafe(t, fmt.Sprintf("%s %.20q %q", name, label, to), f, picture)
			}
		}
	}
}

func TestStrangeNumbers(t *testing.T) {
	dates := []time.Time{day(1, 1, 1), day(9999, 12, 31), {}, day(2021, 1, 1), time.Unix(math.MinInt32, 0)}
	for _, values := range [][]int64{{0}, {0, 0}, {-1, -5}, {math.MinInt64, 1}, {math.MaxInt64, math.MaxInt64, math.MaxInt64, 1}, {1, 0, -1, math.MaxInt64}, {1}} {
		for name, picture := range all(frame, "Naam", "/x/", values, dates) {
			checkSafe(t, fmt.Sprint(name, values), frame, picture)
		}
	}
	if got := Gantt(frame, ganttWords, []Span{{Label: "achterstevoren", From: day(2022, 1, 1), To: day(2021, 1, 1)}}); !strings.Contains(string(got), `width="0%"`) {
		t.Errorf("a span that ends before it begins has a width: %s", got)
	}
}

// widths are the numbers of an attribute on shapes of a class.
func numbers(tags []tag, class, key string) []float64 {
	var found []float64
	for _, one := range tags {
		if one.name == "rect" && strings.HasPrefix(one.attr["class"], class) {
			n, _ := strconv.ParseFloat(strings.TrimSuffix(one.attr[key], "%"), 64)
			found = append(found, n)
		}
	}
	return found
}

// drawingOf is the start of a figure without the tag that its rest closes.
func drawingOf(start string) template.HTML {
	return template.HTML(strings.TrimPrefix(start, `<figure class="beeld" id="beeld-1">`))
}

func TestBarsAreProportional(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		rows := make([]Bar, 1+random.IntN(20))
		most := int64(1)
		for i := range rows {
			rows[i].Value = random.Int64N(1 << (1 + random.IntN(61)))
			most = max(most, rows[i].Value)
		}
		for i, width := range numbers(tagsOf(t, Bars(frame, barWords, rows)), "vul", "width") {
			if want := 100 * float64(rows[i].Value) / float64(most); math.Abs(width-want) > .006 {
				t.Fatalf("%d of %d is %g wide, want %g", rows[i].Value, most, width, want)
			}
		}
	}
	if got := numbers(tagsOf(t, Bars(frame, BarWords{Whole: 200}, []Bar{{Value: 50}})), "vul", "width"); got[0] != 25 {
		t.Errorf("50 of 200 is %g wide", got[0])
	}
}

func TestStackIsFilled(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		parts := make([]Part, 1+random.IntN(6))
		for i := range parts {
			parts[i] = Part{Value: random.Int64N(1 << (1 + random.IntN(61))), Shape: Shape(i % 4)}
		}
		drawing, _, _ := strings.Cut(string(Stacked(frame, stackWords, parts)), "<ul")
		tags := tagsOf(t, drawingOf(drawing))
		at := 1.0
		for i, x := range numbers(tags, "d", "x") {
			if math.Abs(x-at) > .02 {
				t.Fatalf("a gap: %g, want %g", x, at)
			}
			at += numbers(tags, "d", "width")[i]
		}
		if math.Abs(at-599) > .1 {
			t.Fatalf("the parts end at %g, want 599: %v", at, parts)
		}
	}
}

func TestGanttPlaces(t *testing.T) {
	y := years{2020, 2024}
	for _, test := range []struct {
		at   time.Time
		want float64
	}{{day(2020, 1, 1), 0}, {day(2024, 1, 1), 100}, {day(2022, 1, 1), 100 * 731. / 1461}, {time.Date(2022, 1, 1, 0, 0, 0, 0, time.FixedZone("", 7200)), 100 * 731. / 1461}, {day(1990, 1, 1), 0}, {day(3000, 1, 1), 100}} {
		if got := y.at(test.at); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("%v at %g, want %g", test.at, got, test.want)
		}
	}
	for _, test := range []struct{ years, step int }{{1, 1}, {6, 1}, {7, 2}, {13, 2}, {14, 5}, {60, 10}, {9999, 2000}} {
		if got := (years{1, 1 + test.years}).step(); got != test.step {
			t.Errorf("%d years: step %d, want %d", test.years, got, test.step)
		}
	}
}

func TestFlowKeepsEveryAmount(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		links := make([]Link, 1+random.IntN(200))
		total := int64(0)
		for i := range links {
			links[i] = Link{fmt.Sprint("E", random.IntN(3)), fmt.Sprint("W", random.IntN(6)), fmt.Sprint("O", random.IntN(90)), 1 + random.Int64N(1e9), "", "", ""}
			total += links[i].Value
		}
		l := layoutOf(flowWords, gather(flowWords, links, 40))
		ribbons := l.ribbons()
		for column, nodes := range l.columns {
			sum, below := int64(0), 0.0
			for _, n := range nodes {
				sum += n.value
				if n.top < 0 || n.top+n.height > l.height+1e-6 {
					t.Fatalf("%s stands outside", n.name)
				}
				if column > 0 && math.Abs(n.in-n.height) > 1e-6 || column < 2 && math.Abs(n.out-n.height) > 1e-6 {
					t.Fatalf("%s: in %g, out %g, height %g", n.name, n.in, n.out, n.height)
				}
			}
			slices.SortFunc(nodes, func(a, b *node) int { return a.order - b.order })
			for _, n := range nodes {
				if n.top < below-1e-6 {
					t.Fatalf("%s overlaps the node above it", n.name)
				}
				below = n.top + n.height
			}
			if sum != total {
				t.Fatalf("column %d holds %d, want %d", column, sum, total)
			}
		}
		if ends := len(l.columns[2]); ends > 41 {
			t.Fatalf("%d ends", ends)
		}
		for _, r := range ribbons {
			if r.thick <= 0 || r.fromTop < r.from.top-1e-6 || r.toTop+r.thick > r.to.top+r.to.height+1e-6 {
				t.Fatalf("ribbon %s–%s leaves its nodes", r.from.name, r.to.name)
			}
		}
		checkLabels(t, l)
	}
}

// checkLabels fails where two labels lie over each other.
func checkLabels(t *testing.T, l layout) {
	t.Helper()
	nodes := l.nodes()
	slices.SortFunc(nodes, func(a, b *node) int { return int(math.Copysign(1, a.label-b.label)) })
	for i, n := range nodes[1:] {
		if before := nodes[i]; n.label-before.label < float64(len(before.lines))*lineHeight-1e-6 {
			t.Fatalf("%s at %g lies over %s at %g", n.name, n.label, before.name, before.label)
		}
	}
}

func TestFlowIgnoresTheOrderOfLinks(t *testing.T) {
	want := Flow(frame, flowWords, links, 3)
	for seed := range uint64(20) {
		mixed := slices.Clone(links)
		rand.New(rand.NewPCG(seed, 7)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		if got := Flow(frame, flowWords, mixed, 3); got != want {
			t.Fatalf("seed %d: another picture", seed)
		}
	}
}

func TestFlowKeepsARealNameApartFromTheRest(t *testing.T) {
	same := append(slices.Clone(links), Link{"Basiswerk 2021", "Werf 1", flowWords.Others, 9900000, "", "", ""})
	l := layoutOf(flowWords, gather(flowWords, same, 2))
	if len(l.columns[2]) != 3 || l.columns[2][0].rest || !l.columns[2][2].rest {
		t.Errorf("ends: %d", len(l.columns[2]))
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text         string
		width, limit int
		want         []string
	}{
		{"een twee drie", 8, 3, []string{"een twee", "drie"}},
		{"een twee drie", 8, 1, []string{"een twe…"}},
		{"een twee drie", 13, 1, []string{"een twee drie"}},
		{"verenigingsleven", 6, 2, []string{"vereni", "gings…"}},
		{"ééééééé", 3, 9, []string{"ééé", "ééé", "é"}},
		{"  ", 5, 2, nil},
	} {
		if got := wrap(test.text, test.width, test.limit); !slices.Equal(got, test.want) {
			t.Errorf("wrap(%q, %d, %d) = %q, want %q", test.text, test.width, test.limit, got, test.want)
		}
	}
}

func TestNum(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 1: "1", 1.005: "1", 33.333: "33.33", -0.001: "0", math.Inf(1): "0", 1e20: "100000000000000000000"} {
		if got := num(x); got != want {
			t.Errorf("num(%g) = %s, want %s", x, got, want)
		}
	}
	if num(math.NaN()) != "0" {
		t.Error("NaN is a number")
	}
}
