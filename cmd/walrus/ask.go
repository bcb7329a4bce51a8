package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"

	"walrus/chain"
	"walrus/chain/evm/wallet"
)

// errNotSure ends a command whose question was answered with no.
var errNotSure = errors.New("not confirmed: nothing was changed")

// sure asks before something that cannot be undone, on standard error, so that standard output stays clean in JSON mode too. Without a terminal to ask on it is an error that names
// the flag. A signal ends the question.
func (a *app) sure(ctx context.Context, question string) error {
	if a.yes {
		return nil
	}
	if !isTerminal(a.stdin) {
		return usagef("%s: standard input is no terminal to ask on; say --yes", question)
	}
	fmt.Fprintf(a.stderr, "%s? [y/N] ", question)
	answer, err := unlessDone(ctx, func() (string, error) { return bufio.NewReader(a.stdin).ReadString('\n') })
	if ctx.Err() != nil {
		fmt.Fprintln(a.stderr)
		return context.Cause(ctx)
	}
	if err != nil && answer == "" { // the end of the input is no answer
		fmt.Fprintln(a.stderr)
		return errNotSure
	}
	if strings.HasPrefix(strings.ToLower(strings.TrimSpace(answer)), "y") {
		return nil
	}
	return errNotSure
}

// unlessDone runs read, which may wait for a person, and gives up waiting when ctx ends. read then goes on waiting until the process is gone, which it soon is.
func unlessDone(ctx context.Context, read func() (string, error)) (string, error) {
	type line struct {
		text string
		err  error
	}
	lines := make(chan line, 1)
	go func() {
		text, err := read()
		lines <- line{text, err}
	}()
	select {
	case l := <-lines:
		return l.text, l.err
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
}

// askPassword reads a password from the terminal without showing it. A signal ends that, and the terminal shows again what is typed.
func (a *app) askPassword(ctx context.Context) wallet.Password {
	return func(addr chain.Address, fresh bool) (string, error) {
		f, ok := a.stdin.(*os.File)
		if !ok || !isTerminal(f) {
			return "", fmt.Errorf("password of %s is needed and standard input is no terminal: give it with --password-file", keyName(addr))
		}
		fd := int(f.Fd())
		before, err := term.GetState(fd)
		if err != nil {
			return "", err
		}
		read := func(what string) (string, error) {
			fmt.Fprintf(a.stderr, "%s of %s: ", what, keyName(addr))
			pw, err := unlessDone(ctx, func() (string, error) {
				b, err := term.ReadPassword(fd)
				return string(b), err
			})
			fmt.Fprintln(a.stderr)
			if ctx.Err() != nil {
				return "", errors.Join(context.Cause(ctx), term.Restore(fd, before))
			}
			return pw, err
		}
		pw, err := read("Password")
		if err != nil || !fresh {
			return pw, err
		}
		again, err := read("The same again")
		if err == nil && again != pw {
			err = errors.New("the two passwords differ: nothing was written")
		}
		return pw, err
	}
}

// keyName names a key in a question; the zero address is that of a file which does not say.
func keyName(addr chain.Address) string {
	if addr.IsZero() {
		return "the key file"
	}
	return addr.String()
}
