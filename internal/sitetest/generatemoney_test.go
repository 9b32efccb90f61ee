package sitetest

import (
	"crypto/sha256"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"

	"glashelder/internal/locale"
)

// digest is one hash of all paths and bytes of a folder.
func digest(t *testing.T, dir string) [sha256.Size]byte {
	t.Helper()
	all := sha256.New()
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, path)
		all.Write([]byte(path + "\x00"))
		all.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return [sha256.Size]byte(all.Sum(nil))
}

func TestGenerateMoneyRepeats(t *testing.T) {
	generate := func(seed uint64) [sha256.Size]byte {
		dir := t.TempDir()
		got, err := GenerateMoney(dir, 300, 120, seed)
		if err != nil || got.Rows != 300 {
			t.Fatalf("%d rows (%v), want 300", got.Rows, err)
		}
		return digest(t, dir)
	}
	first := generate(1)
	if generate(1) != first {
		t.Error("the same seed gives other bytes")
	}
	if generate(2) == first {
		t.Error("another seed gives the same bytes")
	}
}

// TestGenerateMoneyHasEverything looks for each form of row that a site of
// three hundred promises.
func TestGenerateMoneyHasEverything(t *testing.T) {
	dir := t.TempDir()
	if _, err := GenerateMoney(dir, 300, 120, 1); err != nil {
		t.Fatal(err)
	}
	var rows, payments strings.Builder
	for k := range years {
		for folder, to := range map[string]*strings.Builder{"toelagen": &rows, "betalingen": &payments} {
			data, err := os.ReadFile(dir + "/data/" + folder + "/" + strconv.Itoa(firstYear+k) + ".csv")
			if err != nil {
				t.Fatal(err)
			}
			to.Write(data)
		}
	}
	for _, want := range append([]string{";in natura;", ";structureel;", ";investering;", ";21.4", `""`, "é", ";ja\n"}, outcomes...) {
		if want != "natura" && !strings.Contains(rows.String(), want) {
			t.Errorf("no row has %s", want)
		}
	}
	if !strings.Contains(payments.String(), ";-") {
		t.Error("no payment is a recovery")
	}
}

func TestEuro(t *testing.T) {
	for m, want := range map[locale.Money]string{0: "", 5: "0,05", -12_345: "-123,45", 123_456: "1.234,56", -123_456_789: "-1.234.567,89", 2_147_483_648: "21.474.836,48"} {
		got := euro(m)
		if back, _ := locale.ParseMoney(got, 0); got != want || m != 0 && back != m {
			t.Errorf("%d: %q, which is %d again; want %q", m, got, back, want)
		}
	}
}

// TestOrganisationNamesDiffer holds the words of names against one another: two
// that are nearly the same would be reported as one organisation.
func TestOrganisationNamesDiffer(t *testing.T) {
	names, ids := map[string]bool{}, map[string]bool{}
	const n = 20_000
	for i := range n {
		name := organisationName(i)
		names[name], ids[locale.Slug(name)] = true, true
	}
	if len(names) != n || len(ids) != n {
		t.Errorf("%d organisations have %d names and %d ids", n, len(names), len(ids))
	}
}

func TestEnterpriseNumbersDiffer(t *testing.T) {
	seen := map[string]bool{}
	for i := range 25_000 {
		number := enterpriseNumber(i)
		digits := strings.ReplaceAll(number, ".", "")
		front, _ := strconv.Atoi(digits[:len(digits)-2])
		check, _ := strconv.Atoi(digits[len(digits)-2:])
		if len(digits) != 10 || check != 97-front%97 || seen[number] {
			t.Fatalf("number %d, %s: repeated, or not ten digits that pass the test", i, number)
		}
		seen[number] = true
	}
}
