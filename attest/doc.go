// Package attest holds what storage nodes sign: the messages of the public network (types 0 to 6) and those that our contracts act on
// (types 0x40 to 0x46), the identifiers in them, the committees that sign, and the certificates that a quorum's signatures make.
//
// Words: a message is exact bytes, a 7-byte header and a body; a committee is the ordered members of one epoch with their keys and weights
// (shards); a bitmap names members by their position in the committee; a certificate is a message, a bitmap and one aggregate signature; a
// quorum is members that hold at least n-f of the n shards.
//
// A node derives every field of a message from the chain and its own disk and signs the bytes that Message returns, never bytes that a peer
// sent. A verifier parses strictly, compares the contents with what it expects, and checks the signature last:
//
//	got, err := attest.ParseAvailability(signed.Message)
//	...
//	err = certificate.Verify(committee, attest.Quorum)
//
// The package does no input or output. What a statement obliges a node to have on disk is the node's business; which chain's registration it
// refers to is said by the network id in it.
package attest
