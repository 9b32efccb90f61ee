package source

// Which files there are and what each is for, before any is read. Only
// regular files count: links are named and not followed, so that nothing
// outside the directory can end up on a site.

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"glashelder/internal/diag"
)

const configFile = "glashelder.toml"

// role is what a file is for.
type role int

const (
	passedOver role = iota
	unknownData
	document
	table
	dataFile
	attachment
)

// entry is a file that was found.
type entry struct {
	path  string
	role  role
	size  int64
	mtime time.Time
}

// surveyor walks over a source directory.
type surveyor struct {
	ctx     context.Context
	entries []entry
	list    diag.List
}

// survey lists the files of a source directory, sorted by path. The error is
// that of ctx.
func survey(ctx context.Context, root *os.Root) (entries []entry, bare bool, list diag.List, err error) {
	s := &surveyor{ctx: ctx}
	if info, err := root.Lstat(configFile); err == nil {
		s.topFile(configFile, info)
	}
	if info, err := root.Lstat("layouts"); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		s.list.Add(topSymlink, diag.Pos{File: "layouts"})
	}
	info, err := root.Lstat("content")
	if bare = err != nil || info.Mode().IsRegular(); bare {
		s.folder(root, ".", bareRole)
	} else {
		s.top(root, "content", info, contentRole)
	}
	if info, err := root.Lstat("data"); err == nil {
		s.top(root, "data", info, dataRole)
	}
	slices.SortFunc(s.entries, func(a, b entry) int { return strings.Compare(a.path, b.path) })
	return s.entries, bare, s.list, ctx.Err()
}

// top walks over a folder of the site, unless it is a link.
func (s *surveyor) top(root *os.Root, name string, info fs.FileInfo, roleOf func(string) role) {
	if info.IsDir() {
		s.inside(root, name, name, roleOf)
		return
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		s.list.Add(topSymlink, diag.Pos{File: name})
		return
	}
	s.file(name, info, attachment)
}

// topFile notes the configuration.
func (s *surveyor) topFile(name string, info fs.FileInfo) {
	if info.Mode()&fs.ModeSymlink != 0 {
		s.list.Add(topSymlink, diag.Pos{File: name})
		return
	}
	s.file(name, info, dataFile)
}

// inside walks over a folder that has a name in the directory at.
func (s *surveyor) inside(at *os.Root, name, full string, roleOf func(string) role) {
	dir, err := at.OpenRoot(name)
	if err != nil {
		s.list.Add(CodeUnreadable, diag.Pos{File: full}, Reason(err))
		return
	}
	defer dir.Close()
	s.folder(dir, full, roleOf)
}

// folder walks over the files of a folder and those of the folders in it. Each
// folder is opened once, so that looking at a file is one system call.
func (s *surveyor) folder(dir *os.Root, full string, roleOf func(string) role) {
	if s.ctx.Err() != nil {
		return
	}
	names, err := namesIn(dir)
	if err != nil {
		s.list.Add(CodeUnreadable, diag.Pos{File: full}, Reason(err))
	}
	for _, name := range names {
		if ignored(name) || full == "." && ignoredInBare(name) {
			continue
		}
		if !utf8.ValidString(name) || strings.ContainsFunc(name, unicode.IsControl) || strings.Contains(name, `\`) {
			s.list.Add(badName, diag.Pos{File: full}, strconv.Quote(name))
			continue
		}
		path := path.Join(full, name)
		info, err := dir.Lstat(name)
		switch {
		case err != nil:
			s.list.Add(CodeUnreadable, diag.Pos{File: path}, Reason(err))
		case info.IsDir():
			s.inside(dir, name, path, roleOf)
		default:
			s.file(path, info, roleOf(path))
		}
	}
}

// namesIn lists a directory in order of name.
func namesIn(dir *os.Root) ([]string, error) {
	f, err := dir.Open(".")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
	slices.Sort(names)
	return names, err
}

// file notes one file.
func (s *surveyor) file(path string, info fs.FileInfo, r role) {
	pos := diag.Pos{File: path}
	switch {
	case r == passedOver:
	case info.Mode()&fs.ModeSymlink != 0:
		s.list.Add(symlink, pos)
	case !info.Mode().IsRegular():
		s.list.Add(notRegular, pos)
	case r == unknownData:
		s.list.Add(unknownFile, pos)
	default:
		s.entries = append(s.entries, entry{path, r, info.Size(), info.ModTime()})
	}
}

func contentRole(name string) role {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown":
		return document
	}
	return attachment
}

func dataRole(name string) role {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv":
		return table
	case ".toml":
		return dataFile
	case ".geojson":
		return attachment
	}
	if hasPrefix(path.Base(name), "readme", "licen") {
		return passedOver
	}
	return unknownData
}

// bareRole is for a folder that was not made for Glashelder: what looks like
// part of a program or of its packaging is no attachment.
func bareRole(name string) role {
	if r := contentRole(name); r == document {
		return r
	}
	switch strings.ToLower(path.Ext(name)) {
	case "", ".json", ".toml", ".yaml", ".yml", ".lock", ".mod", ".sum", ".go", ".js", ".ts", ".py", ".sh":
		return passedOver
	}
	if hasPrefix(path.Base(name), "licen", "copying", "makefile") {
		return passedOver
	}
	return attachment
}

func hasPrefix(name string, prefixes ...string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(name, p) })
}

// ignored tells what no writer means to publish: hidden files, what editors and
// operating systems leave behind, installed packages.
func ignored(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", "node_modules":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasSuffix(name, "~")
}

// ignoredInBare tells the folders of a site that are not its content.
func ignoredInBare(name string) bool {
	return slices.Contains([]string{"public", "layouts", "data", "content", configFile}, name)
}

// Reason is the system's word for an error, without the path that the
// diagnostic has already.
func Reason(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return err.Error()
}

// CodeUnreadable is a file or folder that was found and cannot be read; {1} is
// the system's word for it.
var CodeUnreadable = &diag.Code{
	ID: "bestand-onleesbaar", Severity: diag.Error,
	NL: diag.Text{
		Message: "dit kan niet gelezen worden: {1}",
		Hint:    "kijk na of het nog bestaat en of u het mag lezen",
		Explain: "Het bestand of de map werd gevonden, maar het lezen mislukte. Het kan ondertussen verwijderd of hernoemd zijn, of u hebt er geen leesrechten op. De reden na de dubbelepunt komt van het besturingssysteem en kan in het Engels zijn. Omdat er iets zou ontbreken, wordt de site niet gepubliceerd.",
	},
	EN: diag.Text{
		Message: "this cannot be read: {1}",
		Hint:    "see whether it still exists and whether you may read it",
		Explain: "The file or folder was found, but reading it failed. It may have been removed or renamed meanwhile, or you have no permission to read it. The reason given comes from the operating system. As something would be missing, the site is not published.",
	},
}

var symlink = &diag.Code{
	ID: "bestand-koppeling", Severity: diag.Warning,
	NL: diag.Text{
		Message: "dit is een symbolische koppeling en wordt niet gevolgd",
		Hint:    "zet het bestand zelf op deze plaats",
		Explain: "Een symbolische koppeling kan naar een plaats buiten de site wijzen, en zo kan er iets openbaar worden dat dat niet mag zijn. Daarom wordt ze overgeslagen. Vervang ze door een kopie van het bestand.",
	},
	EN: diag.Text{
		Message: "this is a symbolic link and is not followed",
		Hint:    "put the file itself in this place",
		Explain: "A symbolic link can point to a place outside the site, and so something might be published that must not be. It is therefore passed over. Replace it by a copy of the file.",
	},
}

var topSymlink = &diag.Code{
	ID: "map-koppeling", Severity: diag.Error,
	NL: diag.Text{
		Message: "dit is een symbolische koppeling en wordt niet gevolgd, zodat de site onvolledig zou zijn",
		Hint:    "zet de map of het bestand zelf op deze plaats, of bouw met --source de map waar de koppeling naar wijst",
		Explain: "De mappen content/, data/ en layouts/ en het bestand glashelder.toml moeten zelf in de map van de site staan. Een koppeling kan naar een plaats buiten de site wijzen, en zo kan er iets openbaar worden dat dat niet mag zijn. Omdat zonder die map bijna alles zou ontbreken, wordt de site niet gepubliceerd.",
	},
	EN: diag.Text{
		Message: "this is a symbolic link and is not followed, so that the site would not be whole",
		Hint:    "put the folder or the file itself in this place, or build with --source the folder that the link points to",
		Explain: "The folders content/, data/ and layouts/ and the file glashelder.toml must stand in the folder of the site themselves. A link can point to a place outside the site, and so something might be published that must not be. As nearly everything would be missing without that folder, the site is not published.",
	},
}

var notRegular = &diag.Code{
	ID: "bestand-bijzonder", Severity: diag.Warning,
	NL: diag.Text{
		Message: "dit is geen gewoon bestand en wordt overgeslagen",
		Hint:    "verwijder het uit deze map",
		Explain: "Alleen gewone bestanden en mappen worden gelezen. Dit is iets anders, zoals een apparaat of een verbinding tussen programma's.",
	},
	EN: diag.Text{
		Message: "this is not an ordinary file and is passed over",
		Hint:    "remove it from this folder",
		Explain: "Only ordinary files and folders are read. This is something else, such as a device or a connection between programs.",
	},
}

var badName = &diag.Code{
	ID: "bestand-naam", Severity: diag.Error,
	NL: diag.Text{
		Message: "de naam {1} in deze map bevat tekens die in een adres niet kunnen",
		Hint:    "geef het bestand een naam met gewone letters, cijfers en streepjes",
		Explain: "De naam van een bestand wordt deel van een adres op de site. Stuurtekens, omgekeerde schuine strepen en letters die geen UTF-8 zijn, kunnen daar niet in. Het bestand wordt niet gelezen tot het een andere naam heeft.",
	},
	EN: diag.Text{
		Message: "the name {1} in this folder has characters that an address cannot have",
		Hint:    "give the file a name of ordinary letters, digits and hyphens",
		Explain: "The name of a file becomes part of an address on the site. Control characters, backslashes and letters that are not UTF-8 cannot be in it. The file is not read until it has another name.",
	},
}

var unknownFile = &diag.Code{
	ID: "gegevens-onbekend", Severity: diag.Warning,
	NL: diag.Text{
		Message: "met dit soort bestand kan Glashelder niets doen",
		Hint:    "bewaar gegevens als .csv of .toml en kaarten als .geojson; zet bijlagen in content/",
		Explain: "In de map data/ staan tabellen (.csv), gegevens (.toml) en kaarten (.geojson). Andere bestanden worden niet gelezen. Een rekenblad bewaart u als CSV (UTF-8), of u neemt het over met glashelder import.",
	},
	EN: diag.Text{
		Message: "Glashelder has no use for this kind of file",
		Hint:    "save data as .csv or .toml and maps as .geojson; put attachments in content/",
		Explain: "The folder data/ has tables (.csv), data (.toml) and maps (.geojson). Other files are not read. Save a spreadsheet as CSV (UTF-8), or take it in with glashelder import.",
	},
}
