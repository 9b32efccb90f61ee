package table

import "strconv"

// appendDecimal writes n, counted in units of 10 to the power -places, as a
// decimal number with exactly so many decimals after mark: 1234560 cents are
// 12345.60. It never goes through a floating-point number.
func appendDecimal(b []byte, n int64, places int, mark byte) []byte {
	size := uint64(n)
	if n < 0 {
		b = append(b, '-')
		size = -size
	}
	unit := uint64(1)
	for range places {
		unit *= 10
	}
	b = strconv.AppendUint(b, size/unit, 10)
	if places == 0 {
		return b
	}
	b = append(b, mark)
	for part := size % unit; unit > 1; part %= unit {
		unit /= 10
		b = append(b, '0'+byte(part/unit))
	}
	return b
}

// appendNumber writes a number of kind k as it is counted in the text files:
// money in euros, a share in per cent, a count as it is.
func appendNumber(b []byte, n int64, k Kind, mark byte) []byte {
	if k == Count {
		return strconv.AppendInt(b, n, 10)
	}
	return appendDecimal(b, n, 2, mark)
}
