package search

// Bytes: what all files have in common (format.go, section 1).

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"
)

// errBroken is wrapped by every error about a file that is not what it should be.
var errBroken = errors.New("the index is damaged")

var nameEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

var packers = sync.Pool{New: func() any {
	w, err := gzip.NewWriterLevel(nil, gzip.BestCompression)
	if err != nil {
		panic("search: " + err.Error())
	}
	return w
}}

// pack compresses the content of a file and names it after it.
func pack(folder string, content []byte) (name string, file File) {
	w := packers.Get().(*gzip.Writer)
	defer packers.Put(w)
	var packed bytes.Buffer
	w.Reset(&packed)
	w.Write(content) // a bytes.Buffer takes everything
	w.Close()
	sum := sha256.New()
	io.WriteString(sum, folder)
	sum.Write(content)
	name = nameEncoding.EncodeToString(sum.Sum(nil)[:5])
	return name, File{fileName(folder, name), packed.Bytes()}
}

func fileName(folder, name string) string { return folder + "/" + name + ".bin" }

// unpack returns the content of a file, at most most bytes of it.
func unpack(data []byte) ([]byte, error) {
	const most = 64 << 20
	if len(data) < 2 || data[0] != 0x1f || data[1] != 0x8b {
		return data, nil
	}
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errBroken, err)
	}
	content, err := io.ReadAll(io.LimitReader(r, most))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errBroken, err)
	}
	return content, nil
}

func appendString(to []byte, s string) []byte {
	return append(binary.AppendUvarint(to, uint64(len(s))), s...)
}

// appendFront appends a string front-coded after the one before it.
func appendFront(to []byte, before, s string) []byte {
	n := 0
	for n < len(before) && n < len(s) && before[n] == s[n] {
		n++
	}
	return appendString(binary.AppendUvarint(to, uint64(n)), s[n:])
}

func zigzag(n int) uint64 { return uint64(n<<1) ^ uint64(n>>63) }

func unzigzag(n uint64) int { return int(n>>1) ^ -int(n&1) }

// scanner reads what this file's append functions wrote. After the first
// mistake it returns zeros, and err says so.
type scanner struct {
	data []byte
	bad  bool
}

func (s *scanner) err() error {
	if s.bad {
		return fmt.Errorf("%w: a file ends too early or has an impossible number", errBroken)
	}
	return nil
}

// number reads a varint.
func (s *scanner) number() int {
	n, size := binary.Uvarint(s.data)
	if size <= 0 || n >= 1<<53 {
		s.bad, s.data = true, nil
		return 0
	}
	s.data = s.data[size:]
	return int(n)
}

// count reads a number of things that take at least size bytes each of what is left.
func (s *scanner) count(size int) int {
	n := s.number()
	if n*size > len(s.data) || n > 1<<40 {
		s.bad, s.data = true, nil
		return 0
	}
	return n
}

// bytes reads n bytes.
func (s *scanner) bytes(n int) []byte {
	if n < 0 || n > len(s.data) {
		s.bad, s.data = true, nil
		return nil
	}
	b := s.data[:n]
	s.data = s.data[n:]
	return b
}

func (s *scanner) string() string { return string(s.bytes(s.number())) }

// front reads a front-coded string.
func (s *scanner) front(before string) string {
	n := s.number()
	if n > len(before) {
		s.bad, s.data = true, nil
		return ""
	}
	return before[:n] + s.string()
}
