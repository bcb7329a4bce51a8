package bls

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
)

// Scheme is the byte in front of a secret in a key file (messages.md section 2).
const Scheme = 0x04

// taggedSize is the length of a tagged secret key: scheme byte and secret.
const taggedSize = 1 + SecretKeySize

// Tagged returns the content of a key file: scheme byte and secret, in standard base64 with padding, without a line end.
func (k *SecretKey) Tagged() string {
	secret := k.Bytes()
	return base64.StdEncoding.EncodeToString(append([]byte{Scheme}, secret[:]...))
}

// ParseTagged reads the content of a key file, white space around it allowed. A key of another scheme is refused. Errors never quote the
// text, since it may be a secret.
func ParseTagged(s string) (*SecretKey, error) {
	b, err := decodeBase64(strings.TrimSpace(s))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: want %d bytes in base64", ErrSecretKey, taggedSize)
	case len(b) != taggedSize:
		return nil, fmt.Errorf("%w: %d bytes, want scheme byte and %d", ErrSecretKey, len(b), SecretKeySize)
	case b[0] != Scheme:
		return nil, fmt.Errorf("%w: scheme 0x%02x, want 0x%02x (BLS12-381)", ErrSecretKey, b[0], Scheme)
	}
	return ParseSecretKey(b[1:])
}

var errBase64 = errors.New("want standard base64 with padding")

// decodeBase64 reads the one canonical spelling: standard alphabet, padded, no line ends inside.
func decodeBase64(s string) ([]byte, error) {
	b, err := base64.StdEncoding.Strict().DecodeString(s)
	if err != nil || strings.ContainsAny(s, "\r\n") {
		return nil, errBase64
	}
	return b, nil
}
