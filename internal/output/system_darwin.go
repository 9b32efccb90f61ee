package output

import "golang.org/x/sys/unix"

// exchange swaps two folders in one step (renameatx_np(2), RENAME_SWAP). The
// error is errors.ErrUnsupported where the file system cannot.
func exchange(a, b string) error {
	return unix.RenameatxNp(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_SWAP)
}
