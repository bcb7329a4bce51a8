package devchain

import (
	"errors"
	"syscall"
)

// wsaAddrInUse is Windows' error for a taken port (WSAEADDRINUSE), which package syscall does not map to EADDRINUSE.
const wsaAddrInUse = syscall.Errno(10048)

// portTaken reports whether err says that another program listens on the address.
func portTaken(err error) bool {
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, wsaAddrInUse)
}
