package page

// Names of the values of facets: of all kinds, which results show before any is
// counted; of others in another language than the site's, in which the index has
// them. The keys are those of the index (export/search.go).

import (
	"maps"
	"slices"
	"strconv"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// searchKinds are the kinds by their keys in the index.
var searchKinds = []struct{ key, kind string }{
	{"werf", "werf"}, {"verslag", "minutes"}, {"beslissing", "decision"}, {"toelage", "allocation"}, {"organisatie", "organisation"},
	{"activiteit", "event"}, {"vraag", "question"}, {"overleg", "forum"}, {"publicatie", "publication"}, {"pagina", "page"}, {"budget", "budget"},
	{"thema", "theme"}, {"wijk", "district"}, {"doelgroep", "target_group"}, {"regeling", "scheme"}, {"grootte", "size"},
	{"agendapunt", "agenda_item"}, {"inzicht", "insight"}, {"opvolgpunt", "action"}, {"handleiding", "manual"},
}

// searchNames are the names of a facet's values where the page must know them.
// What has too many, or has no other name, keeps that of the index.
func (v voice) searchNames(facet string) []Option {
	var out []Option
	if v.lang.Code() == v.site.Lang.Code() && facet != "soort" {
		return nil
	}
	switch facet {
	case "soort":
		for _, k := range searchKinds {
			out = append(out, Option{k.key, v.kindName(k.kind, "singular")})
		}
	case "taal":
		for _, code := range v.site.Config.Languages {
			out = append(out, Option{code, capital(v.languageWord(code))})
		}
	case "werf":
		for _, w := range v.site.Werven {
			if w.Number > 0 {
				number := strconv.Itoa(w.Number)
				out = append(out, Option{number, number + " " + v.to(w).Title})
			}
		}
	case "status":
		out = v.statusNames()
	case "thema":
		out = v.termNames(v.site.Terms["theme"])
	case "wijk":
		out = v.termNames(v.site.Terms["district"])
	}
	return out[:min(len(out), filterMost)]
}

// statusNames are those of all kinds, as their decoders read them.
func (v voice) statusNames() []Option {
	names := map[string]string{} // by key
	for _, kind := range append(model.Described(), "action") {
		for _, k := range model.Describe(kind) {
			if k.Name != "status" {
				continue
			}
			for _, status := range k.Values {
				if status == "" {
					continue
				}
				names[locale.Slug(locale.Get("nl").Value("status", status))] = capital(v.value("status", status))
			}
		}
	}
	names[locale.Slug(locale.Get("nl").Word("action.overdue"))] = capital(v.t("action.overdue"))
	var out []Option
	for _, key := range slices.Sorted(maps.Keys(names)) {
		out = append(out, Option{key, names[key]})
	}
	return out
}

func (v voice) termNames(terms []*model.Term) []Option {
	var out []Option
	for _, t := range terms {
		if label := t.Labels[v.lang.Code()]; label != "" {
			out = append(out, Option{t.ID, capital(label)})
		}
	}
	return out
}
