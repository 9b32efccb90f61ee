package table

import (
	"encoding/base64"
	"strings"
)

// DataURL is the table in the format as a link that holds the whole file (RFC
// 2397): the workbook in base64, text with what a URL cannot hold as %XX, which
// is longer but says again what the page says and so packs to almost nothing.
// It is ASCII without quotes, < > or &, and can stand in an attribute of HTML as
// it is.
func (f Format) DataURL(t *Table) string {
	file := f.Write(t)
	if f.Name == "xlsx" {
		return "data:" + f.Type + ";base64," + base64.StdEncoding.EncodeToString(file)
	}
	return "data:" + f.Type + "," + percent(file)
}

// inURL reports whether c stands for itself in a data URL: the characters of a
// path in RFC 3986 (appendix A, pchar) and "/", without those that HTML quotes
// or joins with.
func inURL(c byte) bool {
	return isPlain(c) || strings.IndexByte("-._~!$()*+,;=:@/", c) >= 0
}

// percentLen is how many bytes percent makes of file.
func percentLen(file []byte) int {
	n := len(file)
	for _, c := range file {
		if !inURL(c) {
			n += 2
		}
	}
	return n
}

func percent(file []byte) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	b.Grow(percentLen(file))
	for _, c := range file {
		if inURL(c) {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}
