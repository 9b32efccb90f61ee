package model

// The schema, as the decoders themselves tell it: which keys a kind or table
// has, of what type, with which values. Nothing is declared twice: `fields`,
// `schema`, `new` and the manual's reference pages all come from here.

// Type is what may be written under a key.
type Type string

// The types of keys. Their names in words are the interface words "type.…".
const (
	TypeText    Type = "text"
	TypeTexts   Type = "texts"
	TypeInt     Type = "int"
	TypeNumber  Type = "number"
	TypeBool    Type = "bool"
	TypeDate    Type = "date"
	TypeMoment  Type = "moment"
	TypeClock   Type = "clock"
	TypeOffset  Type = "offset"
	TypeMoney   Type = "money"
	TypeChoice  Type = "choice"
	TypeURL     Type = "url"
	TypeMail    Type = "mail"
	TypeRef     Type = "ref"
	TypeRefs    Type = "refs"
	TypeParty   Type = "party"
	TypeParties Type = "parties"
	TypeTable   Type = "table"
	TypeTables  Type = "tables"
)

// Key is one key of a kind or table.
type Key struct {
	Name     string // English
	Type     Type
	Values   []string // of a choice, English; the first is the default
	Kinds    []string // of a reference
	Required bool
	Keys     []Key // of a table or list of tables
	Open     bool  // of a table whose keys are the writer's own
}

// Described lists what can be described: every kind, the rows of payments,
// and the configuration.
func Described() []string {
	var out []string
	for _, k := range Kinds {
		out = append(out, k.Name)
	}
	return append(out, "payment", "config")
}

// FolderOf is where documents of a kind stand by default: a folder of
// content/, or data/ for what comes from data files.
func FolderOf(kind string) string {
	for _, v := range vocabularies {
		if v.kind == kind {
			return v.file
		}
	}
	switch kind {
	case "budget":
		return "data/budgetten.toml"
	case "payment":
		return "data/betalingen/"
	case "config":
		return ConfigFile
	}
	k, _ := kindNamed(kind)
	if k.Folder == "" {
		return "content/"
	}
	return "content/" + k.Folder + "/"
}

// Describe lists the keys of a kind, of "payment" or of "config", in the order
// in which the decoder asks for them; nil for any other name.
func Describe(name string) []Key {
	d := newDecoder(&Config{})
	switch name {
	case "config":
		r := d.newReader(name, "", noPos, nil, &record{describe: true})
		decodeConfig(r, &Config{})
		return r.asked
	case "payment":
		r := d.newReader(name, "", noPos, nil, &record{describe: true})
		decodePayment(r)
		return r.asked
	}
	k, ok := kindNamed(name)
	if !ok {
		return nil
	}
	rec := &record{describe: true, from: k.New()}
	rec.from.Common().Kind = name
	r := d.newReader(name, "", noPos, nil, rec)
	if name == "budget" {
		r.Text("id")
		r.Require("id")
	}
	rec.from.Common().decode(r)
	rec.from.Decode(r)
	return r.asked
}
