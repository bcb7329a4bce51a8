package client

import (
	"io/fs"
	"syscall"
	"time"
)

// changeTime is when anything about a file changed last; zero if the system does not tell. Programs can set the time of writing, and not this one.
func changeTime(st fs.FileInfo) time.Time {
	if s, ok := st.Sys().(*syscall.Stat_t); ok {
		return time.Unix(s.Ctim.Unix())
	}
	return time.Time{}
}
