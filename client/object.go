package client

import "walrus/chain"

// ObjectOf is a blob object of the chain in the command line's JSON form.
func ObjectOf(b chain.Blob) BlobObject { return blobObject(b) }
