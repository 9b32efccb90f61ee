//go:build unix

package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// openLock opens the lock file, never through a link.
func openLock(name string) (*os.File, error) {
	return os.OpenFile(name, os.O_RDONLY|os.O_CREATE|unix.O_NOFOLLOW, 0o644)
}

// tryLock takes the lock (flock(2)) if it is free. The system lets go of it
// when the file is closed, also by kill -9.
func tryLock(f *os.File) (bool, error) {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) || errors.Is(err, unix.EINTR) {
		return false, nil
	}
	return err == nil, err
}
