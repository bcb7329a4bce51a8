package devchain

import (
	"context"
	"log/slog"

	gethlog "github.com/ethereum/go-ethereum/log"
)

// captureLog sends what go-ethereum logs to log. Its errors keep their level, since after the worst of them it ends the process (a disk that
// refuses a write); its warnings, which are about peers and settings that a lone chain does not have, become debug messages; the rest is dropped.
func captureLog(log *slog.Logger) {
	// The struct hides the logger's type: given a plain one, SetDefault would replace the default of log/slog as well.
	gethlog.SetDefault(struct{ gethlog.Logger }{gethlog.NewLogger(&gethHandler{log.Handler()})})
}

// gethHandler translates levels and drops what is below a warning.
type gethHandler struct{ next slog.Handler }

func level(l slog.Level) slog.Level {
	switch {
	case l >= slog.LevelError:
		return slog.LevelError
	default:
		return slog.LevelDebug
	}
}

func (h *gethHandler) Enabled(ctx context.Context, l slog.Level) bool {
	return l >= slog.LevelWarn && h.next.Enabled(ctx, level(l))
}

func (h *gethHandler) Handle(ctx context.Context, r slog.Record) error {
	if !h.Enabled(ctx, r.Level) {
		return nil
	}
	out := slog.NewRecord(r.Time, level(r.Level), "go-ethereum: "+r.Message, r.PC)
	r.Attrs(func(a slog.Attr) bool { out.AddAttrs(a); return true })
	return h.next.Handle(ctx, out)
}

func (h *gethHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return &gethHandler{h.next.WithAttrs(attrs)}
}

func (h *gethHandler) WithGroup(name string) slog.Handler {
	return &gethHandler{h.next.WithGroup(name)}
}
