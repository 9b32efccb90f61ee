package privacy

// Bank accounts and payment cards.

import "strconv"

// ibanLengths are the lengths of account numbers by country (SWIFT, IBAN
// Registry, release 99), for Europe and its neighbours.
var ibanLengths = map[string]int{
	"AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22,
	"BY": 28, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "EG": 29, "ES": 24,
	"FI": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "HR": 21,
	"HU": 28, "IE": 22, "IL": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28,
	"LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19,
	"MR": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24,
	"RS": 22, "SA": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TN": 24, "TR": 26, "UA": 29,
	"VA": 22, "XK": 20,
}

// iban finds the account number whose check digits begin at i (ISO 13616), and
// returns where it ends; 0 for none. Blanks, points and hyphens may stand
// anywhere in it.
func (s *scanner) iban(i int) int {
	start := i - 2
	if i >= 3 && s.text[i-1] == ' ' {
		start = i - 3 // BE 71 0961 …
	}
	if start < 0 || !isLetter(s.text[start]) || !isLetter(s.text[start+1]) || start > 0 && isWord(s.text[start-1]) {
		return 0
	}
	country := string([]byte{upper(s.text[start]), upper(s.text[start+1])})
	length, known := ibanLengths[country]
	if !known {
		return 0
	}
	account, end := s.account(i, length-2)
	if len(account) < length-2 || end < len(s.text) && isWord(s.text[end]) || !passesIBAN(country, account) {
		return 0
	}
	s.add(IBAN, start, end)
	return end
}

// account reads count letters and digits from i on, with at most one separator
// between each two.
func (s *scanner) account(i, count int) (account []byte, end int) {
	for len(account) < count && i < len(s.text) {
		switch {
		case isWord(s.text[i]) && s.text[i] != '_':
			account = append(account, upper(s.text[i]))
			i++
			continue
		case s.text[i] == ' ' || s.text[i] == '.' || s.text[i] == '-':
			i++
		case s.has(i, "\u00A0"):
			i += len("\u00A0")
		default:
			return account, i
		}
		if i == len(s.text) || !isWord(s.text[i]) {
			return account, i
		}
	}
	return account, i
}

// passesIBAN computes the remainder of the rearranged number by 97, which is 1;
// letters count from 10.
func passesIBAN(country string, account []byte) bool {
	rest := 0
	for _, c := range append(append(account[2:len(account):len(account)], country...), account[:2]...) {
		if isDigit(c) {
			rest = (rest*10 + int(c-'0')) % 97
		} else {
			rest = (rest*100 + int(c-'A') + 10) % 97
		}
	}
	return rest == 1
}

// card finds a payment card's number: 13 to 19 digits that begin as those of a
// known scheme, in the usual groups, and pass Luhn's test (ISO/IEC 7812-1).
func (s *scanner) card(n *number) int {
	if n.international {
		return 0
	}
	used := n.shaped(
		[]int{13}, []int{14}, []int{15}, []int{16}, []int{17}, []int{18}, []int{19},
		[]int{4, 4, 4, 4, 3}, []int{4, 4, 4, 4, 2}, []int{4, 4, 4, 4, 1}, []int{4, 4, 4, 4},
		[]int{4, 6, 5}, []int{4, 6, 4}, []int{4, 3, 3, 3})
	if used == 0 {
		return 0
	}
	digits := n.digits(used)
	if !isCard(digits) || !passesLuhn(digits) {
		return 0
	}
	return used
}

// isCard reports whether the first digits and the length are those of a scheme:
// Visa, Mastercard, American Express, Diners Club, Discover, JCB, UnionPay,
// Maestro with Bancontact.
func isCard(digits []byte) bool {
	length, first := len(digits), value(digits[:4])
	switch {
	case first/1000 == 4:
		return length == 13 || length == 16 || length == 19
	case 5100 <= first && first <= 5599, 2221 <= first && first <= 2720:
		return length == 16
	case first/100 == 34 || first/100 == 37:
		return length == 15
	case 3000 <= first && first <= 3059, first/100 == 36, first/100 == 38:
		return length == 14
	case 3528 <= first && first <= 3589:
		return length == 16
	case first/100 == 50, 5600 <= first && first <= 6999:
		return length >= 16
	}
	return false
}

func passesLuhn(digits []byte) bool {
	sum := 0
	for i, d := range digits {
		v := int(d - '0')
		if (len(digits)-i)%2 == 0 {
			if v *= 2; v > 9 {
				v -= 9
			}
		}
		sum += v
	}
	return sum%10 == 0
}

// isEnterprise reports whether ten digits are a Belgian enterprise number: the
// last two are 97 minus the remainder of the first eight divided by 97.
func isEnterprise(digits []byte) bool {
	first, errFirst := strconv.Atoi(string(digits[:8]))
	last, errLast := strconv.Atoi(string(digits[8:]))
	return errFirst == nil && errLast == nil && last == 97-first%97
}

func isWord(c byte) bool { return isDigit(c) || isLetter(c) || c == '_' }

func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}
