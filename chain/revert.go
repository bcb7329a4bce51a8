package chain

import "strings"

func (e *RevertError) Error() string {
	if len(e.Args) == 0 {
		return "contract refused: " + e.Name
	}
	return "contract refused: " + e.Name + "(" + strings.Join(e.Args, ", ") + ")"
}
