package page

// Files that stand beside a page, and the tables among them that readers
// download. What must stay true: a page's table and its files are made from the
// same rows, and a file holds all of them, also where the page shows a part.

import (
	"html/template"
	"strings"

	"glashelder/internal/table"
)

// Files are files beside a page that are made of one thing. Make is called
// when they are asked for, and what it gives makes each by its number; nothing
// of it is kept.
type Files struct {
	Paths []string // on the site, without its prefix: "/geld/jaren.csv"
	Make  func() func(int) []byte
}

// Downloads is the row of links under a table.
type Downloads struct {
	Label string // what is downloaded, for those who do not see the table above it
	Links []DownloadLink
	About Link // leads to what the columns mean
}

// DownloadLink leads to a table in one format.
type DownloadLink struct {
	Text string       // "CSV"
	URL  template.URL // of a file, or the file itself as a data: address
	Name string       // of the file
	Type string       // media type
}

// beside are the files of a table at an address without their endings:
// "/geld/jaren".
func beside(path string, sheet func() *table.Table) Files {
	f := Files{}
	for _, format := range table.Formats {
		f.Paths = append(f.Paths, path+format.Ending)
	}
	f.Make = func() func(int) []byte {
		t := sheet()
		return func(i int) []byte { return table.Formats[i].Write(t) }
	}
	return f
}

// downloads links the files beside a page.
func (v voice) downloads(path, caption string) Downloads {
	d := v.downloadsOf(caption)
	for _, format := range table.Formats {
		at := path + format.Ending
		d.Links = append(d.Links, DownloadLink{
			Text: v.t("download." + format.Name), URL: template.URL(v.site.Href(at)), Name: at[strings.LastIndexByte(at, '/')+1:], Type: format.Type,
		})
	}
	return d
}

func (v voice) downloadsOf(caption string) Downloads {
	return Downloads{
		Label: v.t("download.label", caption), About: Link{Text: v.t("download.about"), URL: v.site.Href(columnsURL)},
	}
}

// within links a small table that the page itself carries: pages of which there
// are thousands would else need more files than hosts allow.
func (v voice) within(name string, t *table.Table) Downloads {
	t.Bare = true
	d := v.downloadsOf(t.Title)
	for _, format := range table.Formats {
		data := format.DataURL(t)
		d.Links = append(d.Links, DownloadLink{
			Text: v.t("download." + format.Name), URL: template.URL(data), Name: name + format.Ending, Type: format.Type,
		})
	}
	return d
}

// sheet is an empty table with what all tables have in common.
func (v voice) sheet(title, page string, notes []string) *table.Table {
	return &table.Table{
		Title: title, Page: v.site.Config.BaseURL + strings.TrimPrefix(page, "/"), Language: v.lang.Code(), Notes: notes,
		Words: table.Words{
			Sheet: v.t("download.sheet"), Explanation: v.t("download.explanation"), Column: v.t("download.column"),
			Meaning: v.t("term.meaning"), Source: v.t("download.source"), Yes: v.t("yes"), No: v.t("no"),
		},
	}
}

// column is a column under a name of the content model, whose words explain it.
func (v voice) column(kind, key string, sort table.Kind) table.Column {
	title := capital(strings.ReplaceAll(v.lang.Key(key), "_", " "))
	if v.lang.Has("download.title." + key) {
		title = v.t("download.title." + key)
	}
	return table.Column{Key: key, Title: title, Meaning: v.lang.Help(kind, key), Kind: sort}
}

// inventedColumn is a column that says whether the amounts of a row hold invented
// ones, where they cannot be told apart.
func (v voice) inventedColumn() table.Column {
	return table.Column{Key: "example", Title: v.t("download.invented"), Meaning: v.t("download.invented_help"), Kind: table.Flag}
}

// moneyColumn is a column of amounts under a word of money.
func (v voice) moneyColumn(word string) table.Column {
	return table.Column{Key: word, Title: capital(v.t("money." + word)), Meaning: v.t("money." + word + ".help"), Kind: table.Money}
}
