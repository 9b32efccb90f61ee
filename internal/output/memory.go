package output

// A tree that never touches the disk: for the preview server and for tests. It
// takes and refuses the same paths as Tree does.

import (
	"io/fs"
	"sync"
)

// Memory is a Sink that holds its files. The zero Memory is empty and ready to
// use, by several goroutines at once.
type Memory struct {
	mu    sync.Mutex
	names names
	data  map[string][]byte
}

// Write holds a copy of data. Errors: ErrPath, ErrTwice.
func (m *Memory) Write(path string, data []byte) error {
	name, err := Clean(path)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.names.claim(name); err != nil {
		return err
	}
	m.keep(name, append([]byte{}, data...))
	return nil
}

// Copy reads the file whole. Errors: ErrPath, ErrTwice, and those of reading.
func (m *Memory) Copy(path string, from fs.FS, source string) error {
	name, err := Clean(path)
	if err != nil {
		return err
	}
	data, err := fs.ReadFile(from, source)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.names.claim(name); err != nil {
		return err
	}
	m.keep(name, data)
	return nil
}

// keep files data; m.mu is held.
func (m *Memory) keep(name string, data []byte) {
	if m.data == nil {
		m.data = map[string][]byte{}
	}
	m.data[name] = data
	m.names.done(fileOf(name, data))
}

// Get returns the bytes of a file, not to be changed, and whether it is there.
func (m *Memory) Get(path string) ([]byte, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	data, ok := m.data[path]
	return data, ok
}

// Files lists what was written, sorted by path.
func (m *Memory) Files() []File {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.names.sorted()
}

// Count is the number of files.
func (m *Memory) Count() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.names.files)
}

// Bytes is the size of all files, in bytes.
func (m *Memory) Bytes() int64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.names.bytes
}
