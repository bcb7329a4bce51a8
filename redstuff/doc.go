// Package redstuff is the two-dimensional erasure code of the network: parameters, the symbol matrix,
// slivers, metadata and blob IDs, and what is done with them: encode, decode, verify, recover a lost
// sliver, prove that a blob is inconsistent.
//
// A blob is cut into k1 rows of k2 symbols of equal size. Every row is extended to n symbols with a
// (k2, n) code and every column to n symbols with a (k1, n) code, which gives an n x n matrix in which
// every row and every column is a codeword. The words:
//
//   - A primary sliver is a row, of which the first k2 symbols are stored. Any k1 of them give the blob.
//   - A secondary sliver is a column, of which the first k1 symbols are stored. Any k2 of them give the blob.
//   - A sliver pair p is primary sliver p with secondary sliver n-1-p. A shard holds one pair of each blob.
//   - The metadata of a blob is its length and the hash of each sliver, over all n symbols of its row or
//     column. The blob ID commits to the metadata.
//
// A typical writer calls [Encode] and sends each [Sliver] to the shard [Params.Shard] names; a typical
// reader checks metadata with [VerifyMetadata], slivers with a [Verifier], and calls [Decode]. Blobs that
// are not to be held in memory go through [EncodeFrom] and [DecodeTo]. A node that lost slivers gathers
// symbols that other nodes make with [Verifier.SymbolsFor], and calls [Verifier.RecoverMany].
//
// The package does no I/O. Which nodes hold which shards, signatures and certificates are left to others.
// Section numbers in comments refer to the RedStuff specification the project follows (docs/), whose
// bytes equal those of the public network.
package redstuff
