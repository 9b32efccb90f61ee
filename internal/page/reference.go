package page

// The reference of the manual: for each kind and table, the keys that may be
// written. It is made of what the decoders themselves ask for, so it is never
// behind. A site has it where it has a manual.

import (
	"strings"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// FieldsView is the reference of one kind, or with Kinds the list of all.
type FieldsView struct {
	Frame
	Kinds  []Link   // the note is where it stands
	Where  []string // "content/verslagen/"
	Groups []FieldGroup
	Others []Link
}

// FieldGroup is the keys of a kind itself, those of every kind, or those of a
// table under a key.
type FieldGroup struct {
	ID, Title string
	Nested    bool // below the group before it
	Fields    []Field
}

// Field is one key.
type Field struct {
	Name     string // as staff write it
	English  string // where it differs
	Type     string // in words
	Required bool
	InTable  bool     // only a column, for a document's file is its id
	Values   []string // of a choice
	Kinds    []Link   // of what the id is
	Help     string
	Table    Link // to the group of the table's own keys
}

// fieldPages are the reference pages, in the site's own language.
func fieldPages(s *model.Site) []Page {
	if _, ok := s.Indexes[manualURL]; !ok {
		return nil
	}
	v := newVoice(s, s.Config.Language)
	out := []Page{{URL: fieldsURL, Template: "fields", View: func() View {
		f := v.frame(fieldsURL, "manual", v.t("fields.title"), v.t("fields.intro"), v.manualLink())
		return &FieldsView{Frame: f, Kinds: v.fieldLinks("")}
	}}}
	for _, kind := range model.Described() {
		url := v.fieldURL(kind)
		out = append(out, Page{URL: url, Template: "fields", View: func() View {
			title := v.t("fields.of", v.schemaName(kind))
			f := v.frame(url, "manual", title, v.t("fields.intro"), v.manualLink(), Link{Text: v.t("fields.title"), URL: s.Href(fieldsURL)})
			return &FieldsView{Frame: f, Where: whereOf(kind), Groups: v.fieldGroups(kind), Others: v.fieldLinks(kind)}
		}})
	}
	return out
}

// manualLines are the generated pages as they stand in the manual's own list.
func (v voice) manualLines() []Line {
	return []Line{
		{Link: Link{Text: v.t("fields.title"), URL: v.site.Href(fieldsURL)}, Summary: v.t("fields.intro")},
		{Link: Link{Text: v.t("codes.title"), URL: v.site.Href(codesURL)}, Summary: v.t("codes.intro")},
	}
}

func (v voice) manualLink() Link { return v.link(v.site.Indexes[manualURL]) }

// schemaName is what a kind, table or the configuration is called: "verslag".
func (v voice) schemaName(kind string) string {
	if kind == "config" {
		return v.t("fields.config")
	}
	return strings.ToLower(v.kindName(kind, "singular"))
}

func (v voice) fieldURL(kind string) string { return fieldsURL + locale.Slug(v.schemaName(kind)) + "/" }

// whereOf is where documents of a kind or rows of a table stand.
func whereOf(kind string) []string {
	out := []string{model.FolderOf(kind)}
	switch kind {
	case "allocation":
		out = append(out, "data/toelagen/*.csv")
	case "organisation":
		out = append(out, "data/organisaties.csv")
	}
	return out
}

// fieldLinks lead to the reference of each kind but one.
func (v voice) fieldLinks(but string) []Link {
	var out []Link
	for _, kind := range model.Described() {
		if kind != but {
			out = append(out, Link{Text: capital(v.schemaName(kind)), URL: v.site.Href(v.fieldURL(kind)), Note: model.FolderOf(kind)})
		}
	}
	return out
}

// fieldGroups are the kind's own keys, those it shares with every kind, and the
// tables below either.
func (v voice) fieldGroups(kind string) []FieldGroup {
	keys := model.Describe(kind)
	shared := map[string]model.Key{}
	if kind != "page" && kind != "payment" && kind != "config" {
		for _, k := range model.Describe("page") {
			shared[k.Name] = k
		}
	}
	var own, common []model.Key
	if len(whereOf(kind)) > 1 {
		own = append(own, model.Key{Name: "id", Type: model.TypeText})
	}
	for _, k := range keys {
		if _, ok := shared[k.Name]; ok && !k.Required {
			common = append(common, k)
		} else {
			own = append(own, k)
		}
	}
	var out []FieldGroup
	out = v.addGroup(out, FieldGroup{ID: "eigen", Title: v.t("fields.own")}, kind, own)
	return v.addGroup(out, FieldGroup{ID: "alle-soorten", Title: v.t("fields.common")}, kind, common)
}

// addGroup adds a group and, after it, one for each table under its keys.
func (v voice) addGroup(out []FieldGroup, g FieldGroup, kind string, keys []model.Key) []FieldGroup {
	if len(keys) == 0 {
		return out
	}
	at := len(out)
	out = append(out, g)
	for _, k := range keys {
		f := v.field(kind, k)
		if len(k.Keys) > 0 {
			inner := FieldGroup{ID: g.ID + "-" + locale.Slug(v.lang.Key(k.Name)), Title: v.t("fields.inside", v.lang.Key(k.Name)), Nested: true}
			f.Table = Link{Text: inner.Title, URL: "#" + inner.ID}
			out = v.addGroup(out, inner, kind+"."+k.Name, k.Keys)
		}
		out[at].Fields = append(out[at].Fields, f)
	}
	return out
}

func (v voice) field(kind string, k model.Key) Field {
	f := Field{
		Name: v.lang.Key(k.Name), Type: v.t("type." + string(k.Type)), Required: k.Required, Help: v.fieldHelp(kind, k.Name),
		InTable: k.Name == "id" && len(whereOf(kind)) > 1,
	}
	if f.Name != k.Name {
		f.English = k.Name
	}
	for _, value := range k.Values {
		if value != "" {
			f.Values = append(f.Values, v.lang.Value(k.Name, value))
		}
	}
	for _, name := range k.Kinds {
		if model.Describe(name) != nil {
			f.Kinds = append(f.Kinds, Link{Text: v.schemaName(name), URL: v.site.Href(v.fieldURL(name))})
		} else {
			f.Kinds = append(f.Kinds, Link{Text: v.schemaName(name)})
		}
	}
	return f
}

// fieldHelp is the sentence about a key. The key of a table inside a kind looks
// under the table's name, "documents.title"; one that is a language is the label
// of a term, and one in the sections is a kind.
func (v voice) fieldHelp(kind, key string) string {
	if locale.Get(key) != nil {
		return v.t("fields.label_in", languageName(key))
	}
	if kind == "config.sections" {
		return v.t("fields.folder_of", strings.ToLower(v.kindName(key, "plural")))
	}
	table := kind[strings.LastIndexByte(kind, '.')+1:]
	if table == "config" {
		table = "site"
	}
	return v.lang.Help(table, key)
}
