//go:build !linux

package output

import "testing"

func smallDisk(t *testing.T, readOnly bool) string {
	t.Helper()
	t.Skip("not proven here: small disks are mounted on Linux only")
	return ""
}

func mountAt(t *testing.T, dir string, readOnly bool) { smallDisk(t, readOnly) }

func isDiskFull(err error) bool { return false }
