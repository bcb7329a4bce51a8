// Package rs16 is a systematic Reed-Solomon code over GF(2^16): k source symbols are extended to n
// symbols, any k of which give the source back.
//
// A symbol is an even number of bytes. It is a vector of 16-bit field elements, and position e of every
// output depends on position e of the inputs only. Encoding and decoding are transforms of length
// O(n) with O(n log n) operations, the additive FFT of Lin, Chung and Han (FOCS 2014). The bytes equal
// those of the Rust crate reed-solomon-simd 3.1.
//
// One codeword is encoded with [Code.Expand]. A matrix of symbols, of which every column is a codeword, is encoded with [Code.ExpandRows], or with
// [Code.ExpandStrips] by those who use repair symbols while they are in the processor's cache, and restored with a [Decoder], in wide strips that stay
// in that cache. Single symbols take one product per symbol present: [Code.RepairOne], [Decoder.RestoreOne], [Decoder.RestoreSome]. All of them
// may be called concurrently on different columns; the package starts no goroutines of its own.
//
// Transforms run on the kernels of package planar where the processor has some, strip by strip (area.go, vector.go). The plain version, in
// portable Go (transform.go), multiplies by table and is their oracle.
package rs16
