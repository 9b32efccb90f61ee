//go:build unix && !linux

package output

import (
	"path/filepath"

	"golang.org/x/sys/unix"
)

// isMount reports whether a folder is on another device than the one above it.
func isMount(dir string) bool {
	var here, above unix.Stat_t
	return unix.Lstat(dir, &here) == nil && unix.Lstat(filepath.Dir(dir), &above) == nil && here.Dev != above.Dev
}
