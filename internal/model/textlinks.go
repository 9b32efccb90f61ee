package model

// Links in texts: the same relative link works on the forge, where it leads to
// a file, and on the site, where it leads to a page. Everything a text refers
// to is proven here, once; rendering asks Target again and cannot fail.

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/markdown"
)

// HTML is the text of a document, with its references led to their targets.
func (s *Site) HTML(doc Document) string {
	b := doc.Common()
	if b.Prose == nil {
		return ""
	}
	return b.Prose.HTML(s.Resolver(doc))
}

// Resolver answers where the references in the text of doc lead.
func (s *Site) Resolver(doc Document) func(markdown.Ref) markdown.Target {
	return func(r markdown.Ref) markdown.Target { return s.target(doc, r, nil) }
}

// followTexts proves the references of every text, and notes who mentions whom.
func (s *Site) followTexts(diags *diag.List) {
	for _, doc := range s.Versions() {
		w, ok := doc.(*Werf)
		if !ok {
			continue
		}
		for _, m := range w.Milestones {
			if m.Link != "" {
				s.target(w, markdown.Ref{Kind: markdown.Link, Dest: m.Link, Pos: m.At("link")}, diags)
			}
		}
	}
	for _, doc := range s.texts() {
		b := doc.Common()
		for _, ref := range b.Prose.Refs {
			s.target(doc, ref, diags)
		}
	}
}

// texts lists every document with a text, translations and folders' pages included.
func (s *Site) texts() []Document {
	var out []Document
	add := func(doc Document) {
		for _, d := range append([]Document{doc}, doc.Common().Translations...) {
			if d.Common().Prose != nil {
				out = append(out, d)
			}
		}
	}
	for _, doc := range s.Documents {
		add(doc)
	}
	for _, at := range sortedKeys(s.Indexes) {
		add(s.Indexes[at])
	}
	return out
}

// target finds what a reference leads to. With diags, what is wrong is
// reported and what is mentioned is noted; without, nothing changes.
func (s *Site) target(doc Document, r markdown.Ref, diags *diag.List) markdown.Target {
	if r.Kind == markdown.Mention {
		return s.mentionTarget(doc, r, diags)
	}
	dest := strings.TrimSpace(r.Dest)
	switch scheme, _, _ := strings.Cut(strings.ToLower(dest), ":"); scheme {
	case "http", "https":
		if r.Kind == markdown.Image {
			return s.broken(doc, r, diags, dest)
		}
		return markdown.Target{URL: dest, External: true}
	case "mailto", "tel":
		return markdown.Target{URL: dest}
	}
	file, anchor, _ := strings.Cut(dest, "#")
	file, anchor = decode(file), decode(anchor)
	switch {
	case file == "" && anchor == "":
		return s.broken(doc, r, diags, dest)
	case file == "":
		return s.anchorTarget(doc, doc, anchor, r, diags)
	case strings.HasPrefix(file, "/"):
		return s.pathTarget(doc, file, anchor, r, diags)
	}
	return s.fileTarget(doc, file, anchor, r, diags)
}

func decode(text string) string {
	if plain, err := url.PathUnescape(text); err == nil {
		return plain
	}
	return text
}

// mentionTarget leads a bare #id to the item of that name, if there is just one.
func (s *Site) mentionTarget(doc Document, r markdown.Ref, diags *diag.List) markdown.Target {
	found := s.itemsNamed(strings.TrimPrefix(r.Dest, "#"), doc)
	if len(found) != 1 {
		return markdown.Target{}
	}
	if diags != nil {
		s.mentionItem(doc, found[0], "text")
	}
	return markdown.Target{URL: s.Href(found[0].common().URL())}
}

// fileTarget leads a relative path to a document, a folder's page or an attachment.
func (s *Site) fileTarget(doc Document, file, anchor string, r markdown.Ref, diags *diag.List) markdown.Target {
	from := path.Dir(doc.Common().Pos.File)
	full := path.Join(from, file)
	if strings.HasPrefix(full, "../") || full == ".." {
		return s.broken(doc, r, diags, file)
	}
	for _, name := range filesAt(full) {
		if to, ok := s.byPath[name]; ok {
			return s.anchorTarget(doc, s.inLanguage(to, doc), anchor, r, diags)
		}
	}
	if _, withheld := s.withheld[full]; withheld {
		s.refuse(r.Pos, full, diags)
		return markdown.Target{Missing: true}
	}
	if f, ok := s.files[full]; ok {
		return markdown.Target{URL: s.Href(s.attachment(f.Path).URL)}
	}
	if s.isDraft(full) {
		if diags != nil {
			diags.Add(CodeRefDraft, r.Pos, file)
		}
		return markdown.Target{Missing: true}
	}
	if at, ok := s.folderAddress(full); ok {
		s.siteLink(at, r, diags)
		return markdown.Target{URL: s.Href(at)}
	}
	return s.broken(doc, r, diags, file)
}

// filesAt are the files that a link to a path may mean: the file, or that of a folder.
func filesAt(full string) []string {
	return []string{full, full + "/index.md", full + "/_index.md", full + "/README.md"}
}

// isDraft tells whether a link to a path leads to a draft that is left out.
func (s *Site) isDraft(full string) bool {
	return slices.ContainsFunc(filesAt(full), func(name string) bool { return s.draftFiles[name] })
}

// refuse reports a reference to a file that is not published.
func (s *Site) refuse(pos diag.Pos, file string, diags *diag.List) {
	if diags != nil {
		d := diags.Add(CodeWithheld, pos, path.Base(file))
		d.Related = append(d.Related, s.withheld[file])
	}
}

// inLanguage is the translation of to in the language of from, if there is one.
func (s *Site) inLanguage(to, from Document) Document {
	for _, t := range to.Common().Translations {
		if t.Common().Lang == from.Common().Lang {
			return t
		}
	}
	return to
}

// folderAddress is the address of the list that a content folder becomes.
func (s *Site) folderAddress(folder string) (string, bool) {
	name := strings.TrimPrefix(folder, "content/")
	for _, k := range Kinds {
		if k.Folder != "" && s.Config.Sections[k.Name] == name {
			return "/" + name + "/", true
		}
	}
	return "", false
}

// pathTarget leads an address from the root of the site to its document; other
// addresses are proven when all pages are known.
func (s *Site) pathTarget(doc Document, at, anchor string, r markdown.Ref, diags *diag.List) markdown.Target {
	if to, ok := s.byURL[strings.TrimSuffix(at, "/")+"/"]; ok {
		return s.anchorTarget(doc, to, anchor, r, diags)
	}
	s.siteLink(at, r, diags)
	if anchor != "" {
		at += "#" + anchor
	}
	return markdown.Target{URL: s.Href(at)}
}

func (s *Site) siteLink(at string, r markdown.Ref, diags *diag.List) {
	if diags != nil {
		s.SiteLinks = append(s.SiteLinks, SiteLink{at, r.Pos})
	}
}

// anchorTarget leads to a document, and with an anchor to a place in it.
func (s *Site) anchorTarget(from, to Document, anchor string, r markdown.Ref, diags *diag.List) markdown.Target {
	b := to.Common()
	if diags != nil {
		original := to
		if b.Original != nil {
			original = b.Original
		}
		s.mention(from, original, "text")
	}
	if anchor == "" {
		return markdown.Target{URL: s.Href(b.URL)}
	}
	if at, ok := s.anchor(from, to, anchor, diags); ok {
		return markdown.Target{URL: s.Href(at)}
	}
	if diags != nil {
		d := diags.Add(CodeAnchorUnknown, r.Pos, anchor, b.Pos.File)
		d.Near = s.near(anchor, func() []string { return s.anchors(to) })
	}
	return markdown.Target{Missing: true}
}

// anchor finds a place in to: a heading or an item. Within one document the
// items of others serve too, if only one has that id.
func (s *Site) anchor(from, to Document, anchor string, diags *diag.List) (string, bool) {
	b := to.Common()
	for _, i := range s.items[anchor] {
		if d := i.common().Doc; d == to || d == b.Original {
			if diags != nil {
				s.mentionItem(from, i, "text")
			}
			return b.URL + "#" + anchor, true
		}
	}
	if b.Prose != nil && slices.ContainsFunc(b.Prose.Headings, func(h markdown.Heading) bool { return h.ID == anchor }) {
		return b.URL + "#" + anchor, true
	}
	if from == to && len(s.items[anchor]) == 1 {
		i := s.items[anchor][0]
		if diags != nil {
			s.mentionItem(from, i, "text")
		}
		return i.common().URL(), true
	}
	return "", false
}

func (s *Site) anchors(doc Document) []string {
	var out []string
	if p := doc.Common().Prose; p != nil {
		for _, h := range p.Headings {
			out = append(out, h.ID)
		}
	}
	for id, items := range s.items {
		for _, i := range items {
			if i.common().Doc == doc {
				out = append(out, id)
			}
		}
	}
	return out
}

func (s *Site) broken(doc Document, r markdown.Ref, diags *diag.List, written string) markdown.Target {
	if diags == nil {
		return markdown.Target{Missing: true}
	}
	code := CodeLinkBroken
	if r.Kind == markdown.Image {
		code = CodeImageMissing
	}
	d := diags.Add(code, r.Pos, written)
	d.Near = s.nearFile(path.Dir(doc.Common().Pos.File), written)
	return markdown.Target{Missing: true}
}

// nearFile proposes a file whose name is close to the one that was written, as
// a path relative to folder.
func (s *Site) nearFile(folder, written string) string {
	byName := map[string]string{}
	near := s.near(path.Base(written), func() []string {
		for file := range s.Files {
			name := path.Base(file)
			if first, twice := byName[name]; !twice || file < first {
				byName[name] = file
			}
		}
		return sortedKeys(byName)
	})
	if near == "" {
		return ""
	}
	return relative(folder, byName[near])
}

// relative is the path from a folder to a file, both relative to the source.
func relative(folder, file string) string {
	up := ""
	for folder != "." && !strings.HasPrefix(file, folder+"/") {
		folder, up = path.Dir(folder), up+"../"
	}
	if folder == "." {
		return up + file
	}
	return up + strings.TrimPrefix(file, folder+"/")
}

// attachment is the published form of a file that somebody refers to: beside the
// document in whose bundle it is, else under its own folder. So its address
// never depends on who refers to it first.
func (s *Site) attachment(file string) *Attachment {
	if a, ok := s.attached[file]; ok {
		return a
	}
	folder, name := path.Split(file)
	at := s.bundleURL(folder)
	if at == "" {
		parts := strings.Split(strings.Trim(strings.TrimPrefix(folder, "content/"), "/"), "/")
		at = "/" + strings.TrimSuffix(slugPath(parts), "/") + "/"
		if at == "//" {
			at = "/"
		}
	}
	ext := strings.ToLower(path.Ext(name))
	a := &Attachment{Path: file, URL: at + or(locale.Slug(strings.TrimSuffix(name, path.Ext(name))), "bestand") + ext, Size: s.files[file].Size}
	s.attached[file] = a
	return a
}

// bundleURL is the address of the document whose bundle a folder is; "" where
// it is none.
func (s *Site) bundleURL(folder string) string {
	for _, name := range []string{"index.md", "README.md"} {
		if owner, ok := s.byPath[folder+name]; ok {
			return owner.Common().URL
		}
	}
	return ""
}

func isBundle(file string) bool {
	name := path.Base(file)
	return strings.HasPrefix(name, "index.") || strings.HasPrefix(name, "README.")
}
