package model

// The configuration of a site. Every key has a default: an empty
// glashelder.toml, or none, is a site.

import (
	"math"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/source"
)

// ConfigFile is the name of the configuration, at the root of a site.
const ConfigFile = "glashelder.toml"

// Config is what glashelder.toml says.
type Config struct {
	Title       string
	BaseURL     string // with a "/" at its end
	Language    string
	Languages   []string // of the content; Language first
	Timezone    string
	Currency    string // ISO 4217
	Licence     string
	Description string
	Publisher   Publisher
	Sections    map[string]string // kind -> folder
	Decimal     byte              // of amounts in tables: ',' '.' or 0
	DecimalOf   map[string]byte   // by file, relative to data/ or to the source
	DecimalAt   map[string]diag.Pos
	Allowed     []Allowed
	Domains     []string // functional mail domains
	Authors     string   // role, name or none: who is named in histories
	Lblod       bool
	Logo        string
	LogoAlt     string
	Accent      string
	Footer      string
	titled      bool // Title was written, not the default
	prefix      string
	zone        *time.Location
	lang        *locale.Language
	spoken      map[string]*locale.Language // by code, with amounts in Currency
}

// Publisher is who publishes the site.
type Publisher struct {
	Name, KBO, URI, Address, Email, Phone, Country, Classification string
	Written                                                        // where its keys were written
}

// Allowed is a value that looks private and is published on purpose.
type Allowed struct {
	Value, Reason string
	Pos           diag.Pos
	ValuePos      diag.Pos
}

// Prefix is the path of BaseURL without its last "/": "" or "/werven".
func (c *Config) Prefix() string { return c.prefix }

// prefixOf is the path of a web address without its last "/".
func prefixOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimSuffix(u.EscapedPath(), "/")
}

// IsBaseURL tells whether a site can stand at an address: one on the web, whose
// path is as browsers see it, with nothing behind it.
func IsBaseURL(text string) bool {
	u, err := url.Parse(text)
	return err == nil && isWebAddress(text) && u.User == nil && !strings.ContainsAny(text, "?#") &&
		(u.Path == "" || strings.TrimSuffix(path.Clean(u.Path), "/") == strings.TrimSuffix(u.Path, "/"))
}

// Zone is the time zone of the site.
func (c *Config) Zone() *time.Location { return c.zone }

// readConfig decodes the configuration; file is nil when there is none.
func readConfig(file *source.DataFile, opts Options) (*Config, diag.List) {
	c := &Config{Sections: defaultSections(), Authors: "role"}
	c.lang = languageOf(file)
	rec := &record{}
	var root *source.Value
	if file != nil {
		root = file.Root
	}
	r := newDecoder(c).newReader("config", ConfigFile, diag.Pos{File: ConfigFile, Line: 1, Col: 1}, root, rec)
	decodeConfig(r, c)
	r.finish()
	if opts.BaseURL != "" {
		c.BaseURL = opts.BaseURL
	}
	if !strings.HasSuffix(c.BaseURL, "/") {
		c.BaseURL += "/"
	}
	c.prefix = prefixOf(c.BaseURL)
	return c, rec.diags
}

// languageOf reads the language before anything else, because it names the keys.
func languageOf(file *source.DataFile) *locale.Language {
	fallback := locale.Get("nl")
	if file == nil {
		return fallback
	}
	for _, name := range []string{"language", "taal", "langue"} {
		if f, ok := file.Root.Get(name); ok && f.Value != nil {
			if l := locale.Get(f.Value.Text); l != nil {
				return l
			}
		}
	}
	return fallback
}

// LanguageAt is the code of the language that the document at a path is in: that
// in its name, as in kick-off.fr.md, else that of the site.
func LanguageAt(config *source.DataFile, file string) string {
	name := strings.TrimSuffix(file, path.Ext(file))
	if l := locale.Get(strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))); l != nil {
		return l.Code()
	}
	return languageOf(config).Code()
}

func decodeConfig(r *Reader, c *Config) {
	c.Title = r.Text("title")
	c.titled = c.Title != ""
	c.Title = or(c.Title, "Glashelder")
	c.BaseURL = or(r.URL("base_url"), "https://example.org/")
	if !IsBaseURL(c.BaseURL) {
		r.record.diags.Add(CodeBadBase, r.At("base_url"), c.BaseURL)
		c.BaseURL = "https://example.org/"
	}
	c.Language = or(r.Text("language"), "nl")
	if locale.Get(c.Language) == nil {
		r.record.diags.Add(CodeBadLanguage, r.At("language"), c.Language, strings.Join(locale.Codes(), ", "))
		c.Language = "nl"
	}
	c.lang = locale.Get(c.Language)
	c.decodeLanguages(r)
	c.Timezone = or(r.Text("timezone"), "Europe/Brussels")
	c.decodeZone(r)
	c.Currency = or(r.Text("currency"), "EUR")
	c.decodeCurrency(r)
	c.Licence = or(r.URL("licence"), "https://creativecommons.org/licenses/by/4.0/")
	c.Description = r.Text("description")
	r.Table("publisher", c.Publisher.decode)
	r.Table("sections", c.decodeSections)
	r.Table("amounts", c.decodeAmounts)
	r.Table("privacy", c.decodePrivacy)
	r.Table("history", func(r *Reader) { c.Authors = r.Choice("authors", "role", "name", "none") })
	r.Table("lblod", func(r *Reader) { c.Lblod = r.Bool("required") })
	r.Table("theme", c.decodeTheme)
}

func (c *Config) decodeLanguages(r *Reader) {
	c.Languages = []string{c.Language}
	for _, v := range r.list("languages", TypeTexts, " ,") {
		if locale.Get(v.Text) == nil {
			r.record.diags.Add(CodeBadLanguage, v.Pos, v.Text, strings.Join(locale.Codes(), ", "))
		} else if !slices.Contains(c.Languages, v.Text) {
			c.Languages = append(c.Languages, v.Text)
		}
	}
}

func (c *Config) decodeZone(r *Reader) {
	zone, err := time.LoadLocation(c.Timezone)
	if err != nil || c.Timezone == "Local" {
		r.record.diags.Add(CodeBadZone, r.At("timezone"), c.Timezone)
		zone = time.UTC
	}
	c.zone = zone
}

// decodeCurrency makes the language of the site write amounts in its currency.
func (c *Config) decodeCurrency(r *Reader) {
	money, ok := locale.CurrencyOf(c.Currency)
	if !ok {
		r.record.diags.Add(CodeCurrency, r.At("currency"), c.Currency, strings.Join(locale.CurrencyCodes(), ", "))
		c.Currency, money = "EUR", locale.Euro
	}
	c.spoken = map[string]*locale.Language{}
	for _, code := range locale.Codes() {
		c.spoken[code] = locale.Get(code).In(money)
	}
	c.lang = c.spoken[c.Language]
}

// In is a language, of all that Glashelder knows, that writes amounts in the
// currency of the site; nil when the code is unknown.
func (c *Config) In(code string) *locale.Language { return c.spoken[code] }

func (p *Publisher) decode(r *Reader) {
	p.Written = r.written()
	p.Name = r.Text("name")
	p.KBO = r.Text("kbo")
	p.URI = r.URL("uri")
	p.Address = r.Text("address")
	p.Email = r.Mail("email")
	p.Phone = r.Text("phone")
	p.Country = r.Text("country")
	p.Classification = r.Text("classification")
}

func defaultSections() map[string]string {
	sections := map[string]string{}
	for _, k := range Kinds {
		sections[k.Name] = k.Folder
	}
	return sections
}

// decodeSections reads the folder of each kind; two kinds in one folder is an error.
func (c *Config) decodeSections(r *Reader) {
	c.Sections = map[string]string{}
	used := map[string]string{}
	for _, k := range Kinds {
		folder := r.Text(k.Name)
		if k.Folder == "" || folder == "" {
			folder = k.Folder
		} else if clean := locale.Slug(folder); clean != folder {
			r.record.diags.Add(CodeBadFolder, r.At(k.Name), folder, clean)
			folder = clean
		}
		if other, twice := used[folder]; twice && folder != "" {
			r.record.diags.Add(CodeSectionTwice, r.At(k.Name), folder, other)
			continue
		}
		used[folder] = k.Name
		c.Sections[k.Name] = folder
	}
}

func (c *Config) decodeAmounts(r *Reader) {
	c.Decimal = decimal(r, "decimal")
	c.DecimalOf, c.DecimalAt = map[string]byte{}, map[string]diag.Pos{}
	r.Table("files", func(f *Reader) {
		for _, name := range f.fields.names() {
			field, _ := f.fields.get(name)
			c.DecimalOf[name], c.DecimalAt[name] = decimal(f, name), field.Pos
		}
	})
	r.last().Open = true
}

func decimal(r *Reader, key string) byte {
	switch text := r.Text(key); text {
	case "", ",", ".":
		return (text + "\x00")[0]
	default:
		r.record.diags.Add(CodeUnlisted, r.At(key), text, key, `",", "."`)
		return 0
	}
}

func (c *Config) decodePrivacy(r *Reader) {
	r.Tables("allow", func(a *Reader) {
		allowed := Allowed{Value: a.Text("value"), Reason: a.Text("reason"), Pos: a.pos, ValuePos: a.At("value")}
		a.Require("value", "reason")
		c.Allowed = append(c.Allowed, allowed)
	})
	for _, d := range r.Texts("functional_domains") {
		c.Domains = append(c.Domains, strings.ToLower(strings.TrimPrefix(d, "@")))
	}
}

func (c *Config) decodeTheme(r *Reader) {
	c.Logo = r.Text("logo")
	c.LogoAlt = r.Text("logo_alt")
	c.Accent = r.Text("accent")
	if c.Accent != "" && !legible(c.Accent) {
		r.record.diags.Add(CodeBadColour, r.At("accent"), c.Accent)
		c.Accent = ""
	}
	c.Footer = r.Text("footer")
}

func or(text, fallback string) string {
	if text == "" {
		return fallback
	}
	return text
}

// legible tells whether a colour, "#rrggbb", has a contrast of at least 4.5 with
// white (WCAG 2.2, 1.4.3), so that links in it can be read.
func legible(colour string) bool {
	rgb, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 32)
	if err != nil || len(colour) != len("#rrggbb") || colour[0] != '#' {
		return false
	}
	part := func(shift int) float64 {
		c := float64(rgb>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	luminance := 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
	return 1.05/(luminance+0.05) >= 4.5
}
