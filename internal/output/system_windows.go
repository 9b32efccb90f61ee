package output

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// openLock opens the lock file.
func openLock(name string) (*os.File, error) {
	return os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
}

// tryLock takes the lock (LockFileEx) if it is free. The system lets go of it
// when the file is closed, also when the process is ended.
func tryLock(f *os.File) (bool, error) {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}

// isMount is always false: a mount point refuses to be renamed by itself.
func isMount(dir string) bool { return false }
