package privacy

// Telephone numbers and mail addresses.

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The groups that national numbers are written in. Belgium: nine digits, mobile
// numbers ten. The Netherlands and France: ten. The United Kingdom: eleven. The
// groups tell a number from dates, amounts and lists of figures.
var (
	landlines = [][]int{{9}, {2, 3, 2, 2}, {3, 2, 2, 2}, {2, 7}, {3, 6}, {3, 3, 3}, {2, 3, 4}, {2, 2, 2, 3}}
	tenDigits = [][]int{
		{10}, {4, 2, 2, 2}, {4, 6}, {4, 3, 3}, {4, 2, 4}, {3, 7}, {2, 8}, {3, 3, 4}, {3, 3, 2, 2}, {3, 2, 2, 3},
		{2, 2, 2, 2, 2}, {2, 4, 4}, {4, 3, 1, 2}, {2, 3, 2, 3},
	}
	elevenDigits = [][]int{{11}, {5, 6}, {5, 3, 3}, {3, 4, 4}, {4, 3, 4}, {4, 7}, {3, 8}}
)

// phone finds a telephone number: international (+32, 0032) or as written
// within Belgium, the Netherlands, France and the United Kingdom. Enterprise
// numbers and book numbers are passed over.
func (s *scanner) phone(n *number) int {
	first := n.text[n.groups[0].start:n.groups[0].end]
	if n.international || bytes.HasPrefix(first, []byte("00")) {
		return s.international(n, first)
	}
	if len(first) < 2 || first[0] != '0' || s.follows(n.start, 12, "isbn*", "issn*", "ean*", "doi") {
		return 0
	}
	if used := n.shaped(landlines...); used > 0 && !s.isDate(n) {
		return used
	}
	if used := n.shaped(tenDigits...); used > 0 && !s.isEnterpriseHere(n, used) {
		return used
	}
	return n.shaped(elevenDigits...)
}

// international finds the longest number of 9 to 15 digits behind + or 00
// (ITU-T E.164). The groups may have any length, but none has one digit save
// the area's, and the last has two at least.
func (s *scanner) international(n *number, first []byte) int {
	prefix := 0
	if !n.international {
		prefix = 2
	}
	if len(first) == prefix || first[prefix] == '0' {
		return 0
	}
	used, digits := 0, -prefix
	for i, g := range n.groups {
		size := g.end - g.start
		if i > 1 && size == 1 || size > 4 && i > 0 && digits > 6 {
			break
		}
		if digits += size; digits > 15 {
			break
		}
		if digits >= 9 && size > 1 && n.endsAt(i+1) {
			used = i + 1
		}
		if digits >= 11 && i > 0 {
			break
		}
	}
	return used
}

// isDate reports whether the number begins as a date: 05/03/2021.
func (s *scanner) isDate(n *number) bool {
	return n.shaped([]int{2, 2, 4}) > 0
}

// isEnterpriseHere reports whether ten digits are an enterprise number: a word
// before them says so, or they pass its test while no word says telephone.
func (s *scanner) isEnterpriseHere(n *number, used int) bool {
	if n.shaped([]int{4, 3, 3}, []int{10}) == 0 {
		return false
	}
	if s.follows(n.start, 30, "kbo*", "bce*", "ondernemingsn*", "btw*", "tva*", "vat*", "be", "numéro d'entreprise") {
		return true
	}
	return isEnterprise(n.digits(used)) && !s.follows(n.start, 20, "tel", "telnr", "telnummer", "telef*", "teleph*", "tél", "téléph*",
		"gsm*", "mobiel*", "mobile*", "bel", "belnummer", "phone*")
}

// Bounds of a mail address (RFC 5321, 4.5.3.1).
const (
	localBytes  = 64
	domainBytes = 255
	localSigns  = ".!#$%&'+-^_{}~" // inside, not first: _jan@example.org_ is emphasis
)

// email finds the mail address whose @ is at i.
func (s *scanner) email(i int) {
	start := i
	for start > 0 && i-start < localBytes {
		r, size := utf8.DecodeLastRune(s.text[:start])
		if !isLocal(r) {
			break
		}
		start -= size
	}
	for start < i && strings.IndexByte(localSigns, s.text[start]) >= 0 {
		start++
	}
	end := i + 1
	for end < len(s.text) && end-i < domainBytes {
		r, size := utf8.DecodeRune(s.text[end:])
		if !(unicode.IsLetter(r) || unicode.IsNumber(r) || r == '.' || r == '-') {
			break
		}
		end += size
	}
	domain := strings.TrimRight(string(s.text[i+1:end]), ".-")
	if start < i && isDomain(domain) {
		s.add(Email, start, i+1+len(domain))
	}
}

// isLocal reports whether r may stand before the @ (RFC 5322, atext), but for
// signs that addresses of pages and Markdown put there.
func isLocal(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune(localSigns, r)
}

// isDomain reports whether a name has a dot and ends in letters, and is not the
// rest of a picture's name such as logo@2x.png.
func isDomain(name string) bool {
	at := strings.LastIndexByte(name, '.')
	if at <= 0 || strings.Contains(name, "..") || utf8.RuneCountInString(name[at+1:]) < 2 {
		return false
	}
	switch strings.ToLower(name[at+1:]) {
	case "png", "jpg", "jpeg", "gif", "svg", "webp", "avif":
		return false
	}
	return !strings.ContainsFunc(name[at+1:], func(r rune) bool { return !unicode.IsLetter(r) })
}
