package main

import (
	"io"
	"log/slog"
	"strings"
)

// newLogger writes to w what the environment asks for. WALRUS_LOG, or else RUST_LOG, holds a level or a list such as
// "warn,walrus=debug"; the entry without a name or named walrus decides. LOG_FORMAT=json gives one JSON object per line.
func newLogger(w io.Writer, getenv func(string) string, verbose bool) *slog.Logger {
	level := slog.LevelWarn
	if verbose {
		level = slog.LevelInfo
	}
	filter := getenv("WALRUS_LOG")
	if filter == "" {
		filter = getenv("RUST_LOG")
	}
	for _, part := range strings.Split(filter, ",") {
		name, value, named := strings.Cut(strings.TrimSpace(part), "=")
		if !named {
			value = name
		} else if name != "walrus" {
			continue
		}
		if l, ok := parseLevel(value); ok {
			level = l
		}
	}
	opts := &slog.HandlerOptions{Level: level}
	if strings.EqualFold(getenv("LOG_FORMAT"), "json") {
		return slog.New(slog.NewJSONHandler(w, opts))
	}
	return slog.New(slog.NewTextHandler(w, opts))
}

func parseLevel(s string) (slog.Level, bool) {
	switch strings.ToLower(s) {
	case "error":
		return slog.LevelError, true
	case "warn":
		return slog.LevelWarn, true
	case "info":
		return slog.LevelInfo, true
	case "debug", "trace":
		return slog.LevelDebug, true
	}
	return 0, false
}
