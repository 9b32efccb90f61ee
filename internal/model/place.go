package model

// Where a file stands says what it is: its folder gives the kind, its name the
// id and the language. All of it follows from the path alone, so an address
// never depends on what else is on the site.

import (
	"path"
	"slices"
	"strings"

	"glashelder/internal/locale"
)

// place is what a path says about a document.
type place struct {
	kind    string
	section string   // folder of the kind; "" for free pages
	folders []string // as written, between the section and the file
	name    string   // file name without language and extension, as written
	lang    string   // of a translation; "" for the site's own language
	index   bool     // a folder's own page
	id      string
}

// placeOf reads a document's path. bare: the path does not begin with content/.
func (d *decoder) placeOf(file string, bare bool) place {
	rest := file
	if !bare {
		rest = strings.TrimPrefix(rest, "content/")
	}
	parts := strings.Split(rest, "/")
	p := place{kind: "page", folders: parts[:len(parts)-1]}
	p.name, p.lang = d.splitName(parts[len(parts)-1])
	if len(p.folders) > 0 {
		if kind, ok := d.kindIn(p.folders[0]); ok {
			p.kind, p.section, p.folders = kind, p.folders[0], p.folders[1:]
		}
	}
	p.setID()
	return p
}

// kindIn is the kind whose documents stand in a folder.
func (d *decoder) kindIn(folder string) (string, bool) {
	for _, k := range Kinds {
		if !k.Data && k.Folder != "" && d.config.Sections[k.Name] == folder {
			return k.Name, true
		}
	}
	return "", false
}

// splitName takes extension and language off a file name.
func (d *decoder) splitName(file string) (name, lang string) {
	name = strings.TrimSuffix(file, path.Ext(file))
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		code := strings.ToLower(name[i+1:])
		if slices.Contains(d.config.Languages, code) || locale.Get(code) != nil {
			if name = name[:i]; code != d.config.Language {
				lang = code
			}
		}
	}
	return name, lang
}

// original is the path of what the translation at path file translates.
func (p place) original(file string) string {
	return path.Join(path.Dir(file), p.name+path.Ext(file))
}

// setID finds the id and whether the file is a folder's own page. A name that
// says nothing ("index", "README", "verslag", a date alone) takes its folder
// with it.
func (p *place) setID() {
	slug := locale.Slug(p.name)
	opening := slug == "index" || slug == "readme"
	p.index = p.name == "_index" || (opening && len(p.folders) == 0)
	if p.kind == "page" || p.index {
		parts := slices.Clone(p.folders)
		if !opening && !p.index {
			parts = append(parts, p.name)
		}
		p.id = slugPath(parts)
		return
	}
	p.id = slug
	for i := len(p.folders) - 1; i >= 0 && needsFolder(p.id, opening); i-- {
		folder := locale.Slug(p.folders[i])
		if isYear(folder) {
			break
		}
		if opening {
			p.id, opening = folder, false
		} else {
			p.id = folder + "-" + p.id
		}
	}
	if p.id == "" {
		p.id = p.kind
	}
}

// needsFolder tells whether an id says too little to stand alone.
func needsFolder(id string, opening bool) bool {
	if opening {
		return true
	}
	if _, rest, ok := locale.DateInName(id); ok {
		id = rest
	}
	return id == "" || anyLanguage(func(l *locale.Language) bool { return l.SaysNothing(id, false) })
}

func isYear(folder string) bool {
	return len(folder) == 4 && strings.Trim(folder, "0123456789") == ""
}

func slugPath(parts []string) string {
	out := make([]string, len(parts))
	for i, part := range parts {
		out[i] = locale.Slug(part)
	}
	return strings.Join(out, "/")
}

func anyLanguage(ok func(*locale.Language) bool) bool {
	return slices.ContainsFunc(locale.Codes(), func(code string) bool { return ok(locale.Get(code)) })
}

// address is the path of a document on the site.
func (d *decoder) address(p place) string {
	prefix := "/"
	if p.lang != "" {
		prefix = "/" + p.lang + "/"
	}
	folder := d.config.Sections[p.kind]
	if p.index && p.section != "" {
		folder = p.section
	}
	switch {
	case folder == "" && p.id == "":
		return prefix
	case folder == "":
		return prefix + p.id + "/"
	case p.id == "":
		return prefix + folder + "/"
	}
	return prefix + folder + "/" + p.id + "/"
}

// cleanAddress checks an old address and gives it with a "/" at both ends
// (or a file name at its end). It never leads outside the site.
func cleanAddress(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if text == "" || strings.ContainsAny(text, "\\\x00?#%<>\":") {
		return "", false
	}
	for part := range strings.SplitSeq(strings.Trim(text, "/"), "/") {
		if part == "" || strings.HasPrefix(part, ".") || len(part) > 200 || isDevice(part) {
			return "", false
		}
	}
	clean := path.Clean("/" + text)
	if path.Ext(clean) == "" {
		clean += "/"
	}
	return clean, clean != "//"
}

// isDevice tells whether Windows takes a file of this name for a device.
func isDevice(name string) bool {
	base, _, _ := strings.Cut(strings.ToLower(name), ".")
	switch base {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(base) == 4 && (strings.HasPrefix(base, "com") || strings.HasPrefix(base, "lpt")) && base[3] >= '0' && base[3] <= '9'
}

// AddressOf is the address that a Markdown file at this path has or would have,
// by its place alone; "" for files that make no page.
func (s *Site) AddressOf(file string) string {
	ext := strings.ToLower(path.Ext(file))
	if (ext != ".md" && ext != ".markdown") || (!s.Bare && !strings.HasPrefix(file, "content/")) {
		return ""
	}
	d := newDecoder(s.Config)
	p := d.placeOf(file, s.Bare)
	if _, _, dated := locale.DateInName(p.name); s.Bare && p.kind == "page" && !p.index && dated {
		p.kind = "minutes" // as document does
		p.setID()
	}
	return d.address(p)
}
