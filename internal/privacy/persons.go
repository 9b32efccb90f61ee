package privacy

// The numbers that states give to persons.

import (
	"strconv"
	"strings"
)

// nationalNumber finds a Belgian national register number: 85.07.30-033.28. The
// last two digits are 97 minus the remainder of the first nine divided by 97,
// with a 2 before them for those born from 2000 on (Royal Decree of 3 April
// 1984). In a bis number the month is 20 or 40 higher; month and day may be
// zero where the birthday is not known.
func (s *scanner) nationalNumber(n *number) int {
	if n.international {
		return 0
	}
	used := n.shaped([]int{11}, []int{2, 2, 2, 3, 2}, []int{6, 3, 2}, []int{6, 5}, []int{2, 2, 2, 5}, []int{9, 2})
	if used == 0 {
		return 0
	}
	digits := n.digits(used)
	month, day := value(digits[2:4])%20, value(digits[4:6])
	if month > 12 || value(digits[2:4]) > 52 || day > 31 {
		return 0
	}
	check, serial := value(digits[9:]), value(digits[6:9])
	first := value(digits[:9])
	if serial == 0 || check != 97-first%97 && check != 97-(2_000_000_000+first)%97 {
		return 0
	}
	return used
}

// namedBSN finds a Dutch citizen service number in any grouping, where a word
// within 40 characters before it says that it is one.
func (s *scanner) namedBSN(n *number) int {
	used := n.shaped([]int{9}, []int{4, 2, 3}, []int{3, 3, 3}, []int{3, 2, 4})
	if used == 0 || !isBSN(n.digits(used)) {
		return 0
	}
	if !s.follows(n.start, 40, "bsn*", "burgerservicenummer*", "sofinummer*", "sofi-nummer*") {
		return 0
	}
	return used
}

// bareBSN finds nine digits without any grouping that pass the test. One number
// in eleven does so by chance; a city hardly writes such numbers otherwise, so
// the few that pass are worth a look. Amounts in euro are passed over.
func (s *scanner) bareBSN(n *number) int {
	if n.international || n.shaped([]int{9}) == 0 || !isBSN(n.digits(1)) || s.isAmount(n, 1) {
		return 0
	}
	if len(n.groups) > 1 && n.tight[1] {
		return 0
	}
	return 1
}

// isBSN is the eleven-test: 9a+8b+7c+6d+5e+4f+3g+2h-i is a multiple of 11.
func isBSN(digits []byte) bool {
	sum := -int(digits[8] - '0')
	for i, d := range digits[:8] {
		sum += (9 - i) * int(d-'0')
	}
	return sum%11 == 0 && value(digits) != 0
}

// isAmount reports whether a sign or word of money stands beside the number.
func (s *scanner) isAmount(n *number, used int) bool {
	if s.follows(n.start, 6, "€", "eur", "euro*") {
		return true
	}
	after := s.text[n.groups[used-1].end:]
	word := strings.TrimLeft(string(after[:min(len(after), 6)]), " \u00A0")
	return strings.HasPrefix(word, "€") || strings.HasPrefix(word, "eur") || strings.HasPrefix(word, "EUR")
}

// value is the number that digits spell; at most 18 digits.
func value(digits []byte) int {
	v, err := strconv.Atoi(string(digits))
	if err != nil {
		panic("privacy: not digits: " + string(digits))
	}
	return v
}
