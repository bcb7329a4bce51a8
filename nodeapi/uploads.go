package nodeapi

import (
	"context"
	"crypto/rand"
	"encoding/hex"
)

// UploadHeader names the upload that a bundle, or a question for what is staged, belongs to: 32 hexadecimal digits that the sender has drawn and tells nobody else. A node continues
// a sliver that came in part only for the address and the name that it came with, so that strangers cannot send the rest, or a wrong beginning. Without the header all senders at one
// address continue each other's.
const UploadHeader = "Walrus-Upload"

// NewUpload draws the name of an upload.
func NewUpload() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

// ValidUpload reports whether name has the form of one that NewUpload draws.
func ValidUpload(name string) bool {
	b, err := hex.DecodeString(name)
	return err == nil && len(b) == 16 && hex.EncodeToString(b) == name
}

type uploadKey struct{}

// WithUpload returns a context whose PutBundle and Staged belong to the upload of that name.
func WithUpload(ctx context.Context, name string) context.Context {
	return context.WithValue(ctx, uploadKey{}, name)
}

// uploadOf is the name given by WithUpload, else "".
func uploadOf(ctx context.Context) string {
	name, _ := ctx.Value(uploadKey{}).(string)
	return name
}
