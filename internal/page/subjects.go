package page

// The subjects from A to Z: whatever has a name on the site, under every name
// that it has. One page, or one for each letter where there are many.

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"glashelder/internal/locale"
	"glashelder/internal/model"
)

// SubjectsView is the list of subjects, or that of a letter.
type SubjectsView struct {
	Frame
	Letters Choice
	Groups  []SubjectGroup
}

// SubjectGroup is the subjects that begin with a letter; the note of each says
// what it is, or under which name it stands on the site.
type SubjectGroup struct {
	ID, Letter string
	Subjects   []Link
}

const subjectsURL = searchURL + "onderwerpen/"

// subjectsShown is the most subjects on a page; a page may have 1,400 elements.
const subjectsShown = 300

// subjectKinds are the kinds whose documents are subjects, by their titles.
var subjectKinds = []string{"werf", "organisation", "forum", "budget"}

func (v voice) subjectsLink() Link {
	return Link{Text: v.t("search.subjects"), URL: v.site.Href(subjectsURL)}
}

// subject is one name of something.
type subject struct {
	Link
	initial string
}

// subjectPart is what one page shows, and where.
type subjectPart struct {
	url  string
	list []subject // sorted
}

// subjectPages are the pages of the subjects, in the site's own language: the
// names in others stand among them.
func subjectPages(s *model.Site) []Page {
	v := newVoice(s, s.Config.Language)
	parts := subjectParts(v.subjects())
	letters := v.subjectLetters(parts)
	out := make([]Page, len(parts))
	for i, p := range parts {
		out[i] = Page{URL: p.url, Template: "subjects", View: func() View { return v.subjectPage(p, letters, len(parts) > 1) }}
		if i > 0 {
			out[i].Part = subjectsURL
		}
	}
	return out
}

// subjects are all names of all subjects, in the order of letters.
func (v voice) subjects() []subject {
	var out []subject
	seen := map[[2]string]bool{} // name and address
	add := func(name, url, lang, note string) {
		if name = strings.TrimSpace(name); name == "" || seen[[2]string{name, url}] {
			return
		}
		seen[[2]string{name, url}] = true
		out = append(out, subject{Link{Text: name, URL: v.site.Href(url), Lang: lang, Note: note}, initialOf(name)})
	}
	for _, kind := range subjectKinds {
		for _, doc := range v.site.Of(kind) {
			b := v.to(doc)
			add(b.Title, b.URL, v.link(doc).Lang, v.kindName(kind, "singular"))
			if o, ok := doc.(*model.Organisation); ok {
				for _, name := range o.AlsoKnownAs {
					add(name, b.URL, "", v.t("search.see", b.Title))
				}
			}
		}
	}
	for _, kind := range termKinds {
		for _, t := range v.site.Terms[kind] {
			label := capital(t.Label(v.lang.Code()))
			add(label, t.URL, "", v.kindName(kind, "singular"))
			for _, code := range locale.Codes() {
				if other := capital(t.Labels[code]); other != label && code != v.lang.Code() {
					add(other, t.URL, code, v.t("search.see", label))
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b subject) int {
		return cmp.Or(cmp.Compare(rankOfInitial(a.initial), rankOfInitial(b.initial)), v.lang.Compare(a.initial, b.initial), v.lang.Compare(a.Text, b.Text))
	})
	return out
}

// subjectParts cuts subjects into pages: one, or as many as each letter needs.
// The first stands at the address of the whole.
func subjectParts(list []subject) []subjectPart {
	if len(list) <= subjectsShown {
		return []subjectPart{{subjectsURL, list}}
	}
	var out []subjectPart
	for from := 0; from < len(list); {
		to := from
		for to < len(list) && list[to].initial == list[from].initial {
			to++
		}
		at := subjectsURL + strings.TrimPrefix(initialID(list[from].initial), "letter_") + "/"
		n := 1
		for part := range slices.Chunk(list[from:to], subjectsShown) {
			url := at
			if n > 1 {
				url += strconv.Itoa(n) + "/"
			}
			out, n = append(out, subjectPart{url, part}), n+1
		}
		from = to
	}
	out[0].url = subjectsURL
	return out
}

// subjectLetters is the row of letters. Without an address of its own, a letter
// is a place on the page; a letter of several pages has a link to each.
func (v voice) subjectLetters(parts []subjectPart) Choice {
	out := Choice{Label: v.t("organisation.by_letter")}
	before, n := "", 0
	for _, p := range parts {
		for i, x := range p.list {
			if i > 0 && x.initial == p.list[i-1].initial {
				continue
			}
			l := Link{Text: x.initial, URL: v.site.Href(p.url) + "#" + initialID(x.initial)}
			if n++; x.initial == before {
				l.Text += " " + strconv.Itoa(n)
			} else {
				before, n = x.initial, 1
			}
			out.Links = append(out.Links, l)
		}
	}
	return out
}

func (v voice) subjectPage(p subjectPart, letters Choice, several bool) View {
	title, above := v.t("search.subjects"), []Link{{Text: v.t("search.title"), URL: v.site.Href(searchURL)}}
	if several {
		if p.url != subjectsURL {
			above = append(above, v.subjectsLink())
		}
		title = v.t("register.part", title, p.list[0].initial)
	}
	view := &SubjectsView{Frame: v.frame(p.url, "subjects", title, v.t("search.subjects_about"), above...), Letters: letters}
	for i, x := range p.list {
		if i == 0 || x.initial != p.list[i-1].initial {
			view.Groups = append(view.Groups, SubjectGroup{ID: initialID(x.initial), Letter: x.initial})
		}
		g := &view.Groups[len(view.Groups)-1]
		g.Subjects = append(g.Subjects, x.Link)
	}
	if several {
		view.Letters.Links = slices.Clone(letters.Links)
		for i := range view.Letters.Links {
			l := &view.Letters.Links[i]
			l.URL, _, _ = strings.Cut(l.URL, "#")
			l.Current = l.URL == v.site.Href(p.url)
		}
	}
	return view
}
