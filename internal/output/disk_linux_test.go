package output

import (
	"errors"
	"os"
	"testing"

	"golang.org/x/sys/unix"
)

// smallDisk mounts a disk of 1 MiB in memory, for the length of a test.
func smallDisk(t *testing.T, readOnly bool) string {
	t.Helper()
	dir := t.TempDir()
	mountAt(t, dir, readOnly)
	return dir
}

func mountAt(t *testing.T, dir string, readOnly bool) {
	t.Helper()
	flags := uintptr(0)
	if readOnly {
		flags = unix.MS_RDONLY
	}
	err := unix.Mount("tmpfs", dir, "tmpfs", flags, "size=1m")
	if errors.Is(err, os.ErrPermission) || errors.Is(err, unix.ENOSYS) {
		t.Skipf("not proven here: mounting a small disk is not permitted (%v)", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
}

func isDiskFull(err error) bool { return errors.Is(err, unix.ENOSPC) }
