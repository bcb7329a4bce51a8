package guard

import (
	"fmt"
	"os"
	"syscall"
)

func allocate(n int, side Side) (b []byte, free func() error, err error) {
	page := os.Getpagesize()
	inner := (n + page - 1) / page * page
	all, err := syscall.Mmap(-1, 0, inner+2*page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return nil, nil, fmt.Errorf("map %d bytes: %w", inner+2*page, err)
	}
	for _, forbidden := range [][]byte{all[:page], all[page+inner:]} {
		if err := syscall.Mprotect(forbidden, syscall.PROT_NONE); err != nil {
			return nil, nil, fmt.Errorf("forbid a page: %w", err)
		}
	}
	b = all[page : page+n : page+n]
	if side == Back {
		b = all[page+inner-n : page+inner : page+inner]
	}
	return b, func() error { return syscall.Munmap(all) }, nil
}
