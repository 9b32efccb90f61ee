package table

import (
	"encoding/json"
	"testing"
)

func TestJSON(t *testing.T) {
	table := one(whole...)
	table.Title, table.Page, table.Notes = "Wie & wat", "https://gent.be/", []string{"Een.", "Twee."}
	table.Columns = table.Columns[:6]
	table.Rows = append(table.Rows, []Cell{})
	want := `{"title":"Wie \u0026 wat","page":"https://gent.be/","language":"nl",
"notes":["Een.","Twee."],
"columns":[
{"key":"name","title":"Naam","meaning":"","type":"text"},
{"key":"year","title":"Jaar","meaning":"","type":"count"},
{"key":"paid","title":"Betaald","meaning":"","type":"money"},
{"key":"share","title":"Aandeel","meaning":"","type":"share"},
{"key":"day","title":"Dag","meaning":"","type":"date"},
{"key":"closed","title":"Klaar","meaning":"","type":"flag"}],
"rows":[
{"name":"zegt \"ja\"; of nee","year":2022,"paid":1234.56,"share":-0.05,"day":"2022-03-15","closed":true},
{"name":null,"year":null,"paid":null,"share":null,"day":null,"closed":null}],
"total":{"name":"Totaal","year":null,"paid":-12.50,"share":null,"day":null,"closed":null}}
`
	if got := string(table.JSON()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestJSONOfNothing(t *testing.T) {
	want := "{\"title\":\"\",\"page\":\"\",\"language\":\"\",\n\"notes\":[],\n\"columns\":[],\n\"rows\":[],\n\"total\":null}\n"
	if got := string((&Table{}).JSON()); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestWordInPlaceOfANumber holds the rule for a total under years.
func TestWordInPlaceOfANumber(t *testing.T) {
	table := &Table{Columns: []Column{{"year", "Jaar", "", Count}}, Rows: [][]Cell{{Int(0)}}, Total: []Cell{Of("Totaal")}}
	var file struct {
		Rows  []map[string]any
		Total map[string]any
	}
	if err := json.Unmarshal(table.JSON(), &file); err != nil {
		t.Fatal(err)
	}
	if file.Rows[0]["year"] != 0.0 || file.Total["year"] != "Totaal" {
		t.Errorf("%v", file)
	}
}

func FuzzStringAsEncodingJSON(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := appendString(nil, text); string(got) != string(want) {
			t.Errorf("%q: %s, not %s", text, got, want)
		}
	})
}
