package client

import "golang.org/x/sys/windows"

// errDiskFull is what a full disk says.
const errDiskFull = windows.ERROR_DISK_FULL

// freeSpace is how many bytes this user may still write to the volume of dir.
func freeSpace(dir string) (uint64, error) {
	p, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, err
	}
	var free uint64
	err = windows.GetDiskFreeSpaceEx(p, &free, nil, nil)
	return free, err
}
