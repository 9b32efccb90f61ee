package model

// The kinds of documents, in the order in which a site shows them. A new kind
// is one file with its type and decoder, and one line here.

// Kind is one sort of document.
type Kind struct {
	Name   string          // English; its words are "kind.NAME.…" in the locale tables, else the name itself
	Folder string          // default folder under content/ and first part of its addresses
	New    func() Document // an empty one
	Data   bool            // comes from data files only: no folder under content/
}

// Kinds lists every kind.
var Kinds = []Kind{
	{Name: "werf", Folder: "werven", New: func() Document { return &Werf{} }},
	{Name: "minutes", Folder: "verslagen", New: func() Document { return &Minutes{} }},
	{Name: "decision", Folder: "beslissingen", New: func() Document { return &Decision{} }},
	{Name: "allocation", Folder: "toelagen", New: func() Document { return &Allocation{} }},
	{Name: "organisation", Folder: "organisaties", New: func() Document { return &Organisation{} }},
	{Name: "event", Folder: "agenda", New: func() Document { return &Event{} }},
	{Name: "question", Folder: "vragen", New: func() Document { return &Question{} }},
	{Name: "forum", Folder: "overleg", New: func() Document { return &Forum{} }},
	{Name: "publication", Folder: "publicaties", New: func() Document { return &Publication{} }},
	{Name: "page", Folder: "", New: func() Document { return &Page{} }},
	{Name: "budget", Folder: "budgetten", New: func() Document { return &Budget{} }, Data: true},
	{Name: "theme", Folder: "themas", New: func() Document { return &Term{} }, Data: true},
	{Name: "district", Folder: "wijken", New: func() Document { return &Term{} }, Data: true},
	{Name: "target_group", Folder: "doelgroepen", New: func() Document { return &Term{} }, Data: true},
	{Name: "scheme", Folder: "regelingen", New: func() Document { return &Term{} }, Data: true},
	{Name: "size", Folder: "groottes", New: func() Document { return &Term{} }, Data: true},
}

func kindNamed(name string) (Kind, bool) {
	for _, k := range Kinds {
		if k.Name == name {
			return k, true
		}
	}
	return Kind{}, false
}

// vocabularies says which file of data/ holds the terms of which kind.
var vocabularies = []struct{ file, kind string }{
	{"data/themas.toml", "theme"},
	{"data/wijken.toml", "district"},
	{"data/doelgroepen.toml", "target_group"},
	{"data/regelingen.toml", "scheme"},
	{"data/groottes.toml", "size"},
}
