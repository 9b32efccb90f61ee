package output

// Which paths a file may be published at. Paths come from what people write
// (slugs, aliases, attachments), so this is the last guard: what passes stays
// inside the tree on every system, and is one file everywhere.

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// Longest name and longest path, in bytes. 255 is what file systems hold
// (NAME_MAX); 2,048 leaves room for the folder in front below PATH_MAX (4,096).
const (
	maxName = 255
	maxPath = 2048
)

// devices are names that Windows keeps for itself, with any extension
// (Microsoft, "Naming Files, Paths, and Namespaces").
var devices = []string{
	"con", "prn", "aux", "nul", "conin$", "conout$",
	"com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "com¹", "com²", "com³",
	"lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "lpt¹", "lpt²", "lpt³",
}

// Clean returns p without empty and "." elements, or an error of kind ErrPath
// that says what is wrong: p must be relative with "/", in UTF-8, and hold no
// "..", backslash, NUL, drive letter, device name or too long a name.
func Clean(p string) (string, error) {
	if fault := faultOfPath(p); fault != "" {
		return "", refuse(p, fault)
	}
	clean := path.Clean(p)
	if clean == "." || strings.HasSuffix(p, "/") {
		return "", refuse(p, "it names no file")
	}
	for name := range strings.SplitSeq(p, "/") {
		if name == "" || name == "." {
			continue
		}
		if fault := faultOfName(name); fault != "" {
			return "", refuse(p, fault)
		}
	}
	if strings.EqualFold(clean, ListName) {
		return "", refuse(p, "it is the list of published files itself")
	}
	return clean, nil
}

func refuse(p, fault string) error {
	if len(p) > 80 {
		p = p[:80] + "…"
	}
	return fmt.Errorf("%w: %q: %s", ErrPath, p, fault)
}

// faultOfPath says what is wrong with p as a whole, or "".
func faultOfPath(p string) string {
	switch {
	case p == "":
		return "it is empty"
	case len(p) > maxPath:
		return fmt.Sprintf("it is longer than %d bytes", maxPath)
	case !utf8.ValidString(p):
		return "it is not valid UTF-8"
	case strings.ContainsRune(p, 0):
		return "it holds a NUL"
	case strings.Contains(p, `\`):
		return "it holds a backslash"
	case p[0] == '/':
		return "it is absolute"
	case len(p) > 1 && p[1] == ':' && isLetter(p[0]):
		return "it begins with a drive letter"
	}
	return ""
}

// faultOfName says what is wrong with one element of a path, or "". Percent
// signs count too: a web server would read %2e%2e as "..".
func faultOfName(name string) string {
	dots := strings.ReplaceAll(strings.ToLower(name), "%2e", ".")
	switch {
	case dots == "." || dots == "..":
		return "it leaves its folder"
	case len(name) > maxName:
		return fmt.Sprintf("a name in it is longer than %d bytes", maxName)
	case isDevice(name):
		return "it holds a device name of Windows"
	}
	return ""
}

func isLetter(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z'
}

// isDevice reports whether Windows would take name for a device: what stands
// before the first "." or ":", without the spaces around it, decides.
func isDevice(name string) bool {
	if end := strings.IndexAny(name, ".:"); end >= 0 {
		name = name[:end]
	}
	return slices.Contains(devices, strings.ToLower(strings.TrimSpace(name)))
}
