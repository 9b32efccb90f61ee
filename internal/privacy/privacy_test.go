package privacy

import (
	"strings"
	"testing"
	"time"
)

func kinds(text string) string {
	var list []string
	for _, f := range Find([]byte(text)) {
		list = append(list, string(f.Kind)+" "+f.Value)
	}
	return strings.Join(list, "; ")
}

func TestFound(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"85.07.30-033.28", "national-number 85.07.30-033.28"},
		{"85073003328", "national-number 85073003328"},
		{"rrn 850730-033-28.", "national-number 850730-033-28"},
		{"(85 07 30 033 28)", "national-number 85 07 30 033 28"},
		{"insz_x 850730 03328", "national-number 850730 03328"},
		{"| 17.07.30-033.84 |", "national-number 17.07.30-033.84"}, // born in 2017
		{"85.27.30-033.71", "national-number 85.27.30-033.71"},     // bis number
		{"bsn 111222333", "bsn 111222333"},
		{"burgerservicenummer: 1112.22.333", "bsn 1112.22.333"},
		{"| 111222333 |", "bsn 111222333"},
		{"BE71 0961 2345 6769", "iban BE71 0961 2345 6769"},
		{"BE71096123456769", "iban BE71096123456769"},
		{"rekening be71-0961-2345-6769.", "iban be71-0961-2345-6769"},
		{"BE 71 0961 2345 6769", "iban BE 71 0961 2345 6769"},
		{"NL91 ABNA 0417 1643 00", "iban NL91 ABNA 0417 1643 00"},
		{"GB82 WEST 1234 5698 7654 32", "iban GB82 WEST 1234 5698 7654 32"},
		{"FR14 2004 1010 0505 0001 3M02 606", "iban FR14 2004 1010 0505 0001 3M02 606"},
		{"4111 1111 1111 1111", "card 4111 1111 1111 1111"},
		{"4111111111111111", "card 4111111111111111"},
		{"5500-0000-0000-0004", "card 5500-0000-0000-0004"},
		{"3782 822463 10005", "card 3782 822463 10005"},
		{"6703 4444 4444 4449", "card 6703 4444 4444 4449"},
		{"4222222222222", "card 4222222222222"},
		{"+32 9 267 03 00", "phone +32 9 267 03 00"},
		{"+32 (0)9 267 03 00", "phone +32 (0)9 267 03 00"},
		{"+32(0)475/12.34.56", "phone +32(0)475/12.34.56"},
		{"0032 475 12 34 56", "phone 0032 475 12 34 56"},
		{"+32475123456", "phone +32475123456"},
		{"tel:+3292670300", "phone +3292670300"},
		{"09 267 03 00", "phone 09 267 03 00"},
		{"bel (09) 267 03 00", "phone (09) 267 03 00"},
		{"09/267.03.00", "phone 09/267.03.00"},
		{"09-267 03 00", "phone 09-267 03 00"},
		{"092670300", "phone 092670300"},
		{"053 12 34 56", "phone 053 12 34 56"},
		{"0475/12.34.56", "phone 0475/12.34.56"},
		{"0475 12 34 56, of later", "phone 0475 12 34 56"},
		{"0475123456", "phone 0475123456"},
		{"0475.123.456", "phone 0475.123.456"},
		{"gsm\u00a00475\u00a012\u00a034\u00a056", "phone 0475\u00a012\u00a034\u00a056"},
		{"020-1234567", "phone 020-1234567"},
		{"06-12345678", "phone 06-12345678"},
		{"06 12 34 56 78", "phone 06 12 34 56 78"},
		{"+33 1 23 45 67 89", "phone +33 1 23 45 67 89"},
		{"01.23.45.67.89", "phone 01.23.45.67.89"},
		{"020 7946 0958", "phone 020 7946 0958"},
		{"07700 900123", "phone 07700 900123"},
		{"+44 20 7946 0958", "phone +44 20 7946 0958"},
		{"09 267 03 00/01", "phone 09 267 03 00"},
		{"09 267 03 00 - 09 267 03 01", "phone 09 267 03 00; phone 09 267 03 01"},
		{"in 2021 09 267 03 00", "phone 09 267 03 00"},
		{"tel. 0207451227", "phone 0207451227"}, // it passes the test of enterprise numbers
		{"Telefoonnummer: 0207451227", "phone 0207451227"},
		{"gsm-nummer 0207.451.227", "phone 0207.451.227"},
		{"tel na voorstel 0207451227", "phone 0207451227"},
		{"bereikbaar op 0475.123.456", "phone 0475.123.456"}, // no BE
		{"info@stad.gent.be 0475123456", "email info@stad.gent.be; phone 0475123456"},
		{"jan.peeters@example.be", "email jan.peeters@example.be"},
		{"mailto:an@sub.example.org.", "email an@sub.example.org"},
		{"<o'neil+x@example.com>", "email o'neil+x@example.com"},
		{"hélène@été.example", "email hélène@été.example"},
		{"_jan@example.be_ *an@example.be*", "email jan@example.be; email an@example.be"},
		{"https://example.org/?m=jan@example.be", "email m=jan@example.be"},
	} {
		want := strings.ReplaceAll(c.want, "m=jan", "jan")
		if got := kinds(c.text); got != want {
			t.Errorf("%q: found %q, want %q", c.text, got, want)
		}
	}
}

func TestNotFound(t *testing.T) {
	for _, text := range []string{
		"85.07.30-033.29", "85.13.30-033.28", "85073003329", "185073003328", "850730033281",
		"KBO 0207.451.227", "BE 0207.451.227", "0207.451.227", "0207451227", "BE0207451227",
		"ondernemingsnummer 0475.123.400", "KBO: 0475 123 400", "btw-nr. BE 0475.123.400", "BE 0475123400",
		"voorstel 0207451227", "telkens 0207.451.227", "étel 0207451227", "0207451227;Voorstel voor de wijk;0207451227",
		"750.000", "€ 750.000,00", "1.234.567,89", "12 345 678 euro", "€ 111222333", "111222333 euro",
		"2021-11-27", "27-11-2021", "27/11/2021 14.30", "05/03/2021 12", "05-03-2021", "2019-2020", "20211127",
		"09.45 uur", "09:45-12:30", "van 09.45 tot 12.30", "01.02.03", "artikel 12.3.4", "art. 0.1.2",
		"ISBN 978-3-16-148410-0", "9783161484100", "ISBN 0-306-40615-2", "ISBN 0306406152",
		"9000 Gent", "Botermarkt 1, 9000 Gent", "1.10.100", "v2.24.25", "192.168.100.200",
		"+++123/4567/89012+++", "+++090/9337/55493+++", "+32", "+5 %", "100 000", "1 000 000 000",
		"111222334", "bsn 111222334", "123-456-789", "1112.22.333",
		"BE71 0961 2345 6768", "BE71", "XX71 0961 2345 6769", "BE71 0961 2345 6769 1234x5"[:4],
		"4111 1111 1111 1112", "4111111111111112", "1111111111111117",
		"https://example.org/85073003328/0475123456", "https://example.org/tel/092670300",
		"a85073003328", "85073003328b", "x_0475123456", "0475123456,12", "0,475123456",
		"550e8400-e29b-41d4-a716-446655440000", "logo@2x.png", "@stad.gent", "jan@localhost", "a@b", "jan@@", "@",
		"| 02 | 345 | 12 | 34 |", "0;1;2;3;4;5;6;7;8;9", "0.750.000", "0475", "00 00 00 00", "000000000", "0000000000000000",
	} {
		if got := kinds(text); got != "" {
			t.Errorf("%q: found %q, want nothing", text, got)
		}
	}
}

// TestWordsAreWhole moves a word that ends in another away from a number: at no
// distance is its end a word of its own.
func TestWordsAreWhole(t *testing.T) {
	for _, word := range []string{"voorstel", "hôtel", "libel", "étel"} {
		for n := range 48 {
			text := word + strings.Repeat(" ", n) + "0207451227"
			if got := kinds(text); got != "" {
				t.Errorf("%q: found %q, want nothing", text, got)
			}
		}
	}
}

func TestPlace(t *testing.T) {
	found := Find([]byte("één\nbel é 09 267 03 00 of mail a@b.cd\n\nx\t0475123456"))
	want := []Finding{{Phone, "09 267 03 00", 2, 7}, {Email, "a@b.cd", 2, 28}, {Phone, "0475123456", 4, 3}}
	if len(found) != len(want) {
		t.Fatalf("found %v, want %v", found, want)
	}
	for i := range want {
		if found[i] != want[i] {
			t.Errorf("found %v, want %v", found[i], want[i])
		}
	}
}

func TestNormalise(t *testing.T) {
	for value, want := range map[string]string{"09 267 03 00": "092670300", "BE71 0961": "be710961", "Jan.P@X.be": "janpxbe", "": ""} {
		if got := Normalise(value); got != want {
			t.Errorf("Normalise(%q) = %q, want %q", value, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "09 267 03 00", "+", "@", "BE71 0961 2345 6769", "a@b.c\n+32 (0)(0)(0)1", "\xff0475123456", "0-0-0-0-0-0-0-0-0-0", "(0)(0)", "12345678901234567890123"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, found := range Find(text) {
			if found.Value == "" || found.Line < 1 || found.Col < 1 || !strings.Contains(string(text), found.Value) {
				t.Errorf("%q: %v", text, found)
			}
		}
	})
}

// TestLinear compares the time for a text with the time for eight times as much.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"1", "1 ", "0475 ", "09 267 03 00 ", "@", "a@", "a@b.", "BE71", "+1", "(0)", "12-", "a.b@c.d-", "://"} {
		small := fastest(strings.Repeat(unit, (32<<10)/len(unit)))
		large := fastest(strings.Repeat(unit, (256<<10)/len(unit)))
		if large > 40*small+20*time.Millisecond {
			t.Errorf("%q: %v for 32 KiB, %v for 256 KiB", unit, small, large)
		}
	}
}

func fastest(text string) time.Duration {
	best := time.Hour
	for range 3 {
		start := time.Now()
		Find([]byte(text))
		best = min(best, time.Since(start))
	}
	return best
}

func BenchmarkFind(b *testing.B) {
	text := []byte(strings.Repeat("Op 27 november 2021 kwamen vijftig deelnemers samen; de stad kende 750.000 euro toe (KBO 0207.451.227).\n", 46))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
