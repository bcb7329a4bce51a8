package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Exit statuses.
const (
	exitOK      = 0
	exitFailure = 1
	exitUsage   = 2
	exitSignal  = 130 // 128 + SIGINT, as shells report it
)

// A usageError is a mistake in the command line.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

// usagef makes a usageError.
func usagef(format string, args ...any) error { return &usageError{fmt.Errorf(format, args...)} }

// A hintError adds what to do next to an error. The hint is printed on its own line.
type hintError struct {
	err  error
	hint string
}

func (e *hintError) Error() string { return e.err.Error() }
func (e *hintError) Unwrap() error { return e.err }

// withHint adds a next step to err, unless err is nil.
func withHint(err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	return &hintError{err, fmt.Sprintf(format, args...)}
}

// errReported ends a command with status 1 when what failed has been printed already, item by item.
var errReported = errors.New("some items failed")

// errorObject is the form of an error in JSON mode.
type errorObject struct {
	Code      string   `json:"code"`
	Message   string   `json:"message"`
	Causes    []string `json:"causes"`
	Retryable bool     `json:"retryable"`
	Hint      string   `json:"hint,omitempty"`
}

// report prints err once, in the form that the flags ask for, and returns the exit status it stands for.
func (a *app) report(ctx context.Context, err error) int {
	var usage *usageError
	status := exitFailure
	switch {
	case errors.As(err, &usage):
		status = exitUsage
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		status = exitSignal
		err = errors.New("interrupted")
	case errors.Is(err, errReported):
		return exitFailure
	}
	code, retryable, hint := classify(err)
	var h *hintError
	if errors.As(err, &h) {
		hint = h.hint
	}
	if status == exitUsage {
		code = "usage"
		if hint == "" {
			hint = "walrus --help lists commands and flags"
		}
	}
	if a.json {
		printErrorObject(a.stderr, errorObject{Code: code, Message: err.Error(), Causes: causes(err), Retryable: retryable, Hint: hint})
		return status
	}
	fmt.Fprintf(a.stderr, "%s %s\n", paint(a.stderr, red, "Error:"), err)
	if hint != "" {
		fmt.Fprintf(a.stderr, "  %s\n", hint)
	}
	return status
}

func printErrorObject(w io.Writer, o errorObject) {
	b, err := json.Marshal(map[string]errorObject{"error": o})
	if err != nil { // strings and a bool always encode
		b = []byte(`{"error":{"code":"internal"}}`)
	}
	fmt.Fprintf(w, "%s\n", b)
}

// causes lists the links of an error's chain, outermost first, each with the text that the next one does not repeat.
func causes(err error) []string {
	out := []string{}
	for err != nil {
		next := errors.Unwrap(err)
		text := err.Error()
		if next != nil {
			text = strings.TrimSuffix(text, next.Error())
			text = strings.TrimRight(text, ": ")
		}
		if text != "" {
			out = append(out, text)
		}
		err = next
	}
	return out
}
