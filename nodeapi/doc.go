// Package nodeapi is the REST interface of a storage node as both of its ends see it: paths, JSON shapes, the envelopes of success and error,
// bundles, TLS identities, and a client for one node.
//
// Words: an envelope is the JSON object around every answer; a reason is the machine-readable name of a refusal; a bundle is everything that one
// node gets or gives of one blob, as a stream of frames; a pinned key is the P-256 key that the chain names for a node and that its
// certificate must carry.
//
// A client asks one node at a time:
//
//	c := nodeapi.NewClient("node.example:9185", key, nodeapi.Options{})
//	defer c.Close()
//	id, metadata, err := c.Metadata(ctx, blobID)
//
// What a node answers is never trusted here beyond its shape: comparing identifiers, hashes and signatures with what was asked for is the
// caller's duty, since only the caller knows the committee and the blob.
//
// Source: storage node specification sections 1 and 1.11, attestations section 4.
package nodeapi
