// Package bls signs and verifies with BLS over BLS12-381 in the minimal-public-key form: public keys are points of G1 (48 bytes
// compressed), signatures points of G2 (96 bytes compressed). Messages are signed as they are, under one ciphersuite (messages.md section 1).
//
// Words: an aggregate is the sum of several members' signatures over the same bytes; it verifies against the sum of their public keys. That
// sum is only meaningful for keys whose holders proved possession of the secret; the registration contract demands the proof (package
// attest builds its message), and nothing here checks it again.
//
//	sk, err := bls.GenerateKey(rand.Reader)
//	sig := sk.Sign(message)
//	if !sk.PublicKey().Verify(message, sig) { ... }
//
// A PublicKey is always a point of the right subgroup and never infinity: every way to make one checks it. A [Signature] is 96 bytes that
// anyone may have sent; the verifying functions decode and check it, and answer false for bytes that are no signature.
//
// The arithmetic is gnark-crypto's. It does not run in constant time: an attacker who can time Sign on the same machine to the nanosecond
// may learn about the key; over a network nothing useful is known to leak.
package bls
