package export

// JSON Schema (draft 2020-12) of the keys of a kind, for editors that complete
// and check front matter while people write. It comes from the same list that
// decodes the content. Both names of a key are properties, the one in the
// writer's language first.

import (
	"encoding/json"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// schema is one schema; the order of its fields is that of the output.
type schema struct {
	Schema      string             `json:"$schema,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Type        any                `json:"type,omitempty"`
	Format      string             `json:"format,omitempty"`
	Pattern     string             `json:"pattern,omitempty"`
	Minimum     *int               `json:"minimum,omitempty"`
	Enum        []string           `json:"enum,omitempty"`
	AnyOf       []*schema          `json:"anyOf,omitempty"`
	AllOf       []*schema          `json:"allOf,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	Properties  map[string]*schema `json:"properties,omitempty"`
	Additional  *bool              `json:"additionalProperties,omitempty"`
}

// Schema writes the schema of a kind, with its keys and their help in a
// language.
func Schema(kind string, keys []model.Key, lang *locale.Language) []byte {
	s := tableSchema(kind, keys, lang)
	s.Schema = "https://json-schema.org/draft/2020-12/schema"
	s.Title = kind
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic("schema cannot be encoded: " + err.Error()) // strings and numbers only
	}
	return append(data, '\n')
}

func tableSchema(kind string, keys []model.Key, lang *locale.Language) *schema {
	closed := false
	s := &schema{Type: "object", Properties: map[string]*schema{}, Additional: &closed}
	for _, k := range keys {
		p := keySchema(kind, k, lang)
		p.Description = lang.Help(kind, k.Name)
		name := lang.Key(k.Name)
		s.Properties[name], s.Properties[k.Name] = p, p
		if !k.Required {
			continue
		}
		if name == k.Name {
			s.Required = append(s.Required, name)
		} else {
			s.AllOf = append(s.AllOf, &schema{AnyOf: []*schema{{Required: []string{name}}, {Required: []string{k.Name}}}})
		}
	}
	return s
}

func keySchema(kind string, k model.Key, lang *locale.Language) *schema {
	zero := 0
	switch k.Type {
	case model.TypeBool:
		return &schema{Type: "boolean"}
	case model.TypeInt:
		return &schema{Type: "integer", Minimum: &zero}
	case model.TypeNumber, model.TypeMoney:
		return &schema{Type: []string{"number", "string"}}
	case model.TypeDate, model.TypeMoment:
		return &schema{Type: []string{"string", "integer"}} // a year alone may be a number
	case model.TypeURL:
		return &schema{Type: "string", Format: "uri"}
	case model.TypeMail:
		return &schema{Type: "string", Format: "email"}
	case model.TypeOffset:
		return &schema{Type: "string", Pattern: `^(\d+:)?\d{1,2}:\d{2}$`}
	case model.TypeChoice:
		return &schema{Type: "string", Enum: choices(k, lang)}
	case model.TypeRef:
		return &schema{Type: []string{"string", "integer"}}
	case model.TypeTexts, model.TypeRefs, model.TypeParties:
		item := []string{"string", "integer"}
		return &schema{AnyOf: []*schema{{Type: item}, {Type: "array", Items: &schema{Type: item}}}}
	case model.TypeTable:
		t := tableSchema(kind+"."+k.Name, k.Keys, lang)
		t.Additional = &k.Open
		return t
	case model.TypeTables:
		t := tableSchema(kind+"."+k.Name, k.Keys, lang)
		return &schema{AnyOf: []*schema{t, {Type: "array", Items: t}}}
	}
	return &schema{Type: []string{"string", "number"}}
}

// choices are the listed values in both languages, without the empty default.
func choices(k model.Key, lang *locale.Language) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, v := range k.Values {
		for _, name := range []string{lang.Value(k.Name, v), v} {
			if !seen[name] {
				seen[name] = true
				out = append(out, name)
			}
		}
	}
	return out
}
