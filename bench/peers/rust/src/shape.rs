//! The shape of the reference encoder, written from the specification: one thread, a call of the codec per row and per column, one hash at a
//! time, every symbol of the matrix treated alike. The codec computes its locator anew for every column that is decoded.

use std::error::Error;

use reed_solomon_simd::{EncoderResult, ReedSolomonDecoder, ReedSolomonEncoder};

use crate::hash::{self, Hash};

pub type Res<T> = Result<T, Box<dyn Error>>;

/// Dimensions of the code for n shards.
#[derive(Clone, Copy)]
pub struct Params {
    pub n: usize,
    pub k1: usize, // rows
    pub k2: usize, // columns
}

impl Params {
    pub fn new(n: usize) -> Res<Params> {
        if !(4..=49155).contains(&n) {
            return Err(format!("no code for {n} shards").into());
        }
        let f = (n - 1) / 3;
        Ok(Params { n, k1: n - 2 * f, k2: n - f })
    }

    pub fn symbol_size(&self, length: usize) -> Res<usize> {
        let s = length.max(1).div_ceil(self.k1 * self.k2).next_multiple_of(2);
        if s > 65534 {
            return Err("data too large".into());
        }
        Ok(s)
    }
}

/// Hashes of the slivers of one pair each, in pair order.
pub struct Metadata {
    pub length: usize,
    pub pairs: Vec<(Hash, Hash)>,
}

impl Metadata {
    pub fn blob_id(&self) -> Hash {
        let leaves = self.pairs.iter().map(|(primary, secondary)| {
            let mut both = [0; 64];
            both[..32].copy_from_slice(primary);
            both[32..].copy_from_slice(secondary);
            hash::leaf(&both)
        });
        hash::blob_id(self.length, &hash::root(leaves.collect()))
    }
}

/// All slivers of a blob: primary ones are rows, secondary ones columns.
pub struct Slivers {
    pub primary: Vec<Vec<u8>>,
    pub secondary: Vec<Vec<u8>>,
}

/// Rows of the blob's matrix; the last ones are padded with zeros where the blob ends.
struct Rows<'a> {
    blob: &'a [u8],
    row: usize,
    padded: Vec<u8>, // the row in which the blob ends
    zero: Vec<u8>,
}

impl<'a> Rows<'a> {
    fn new(blob: &'a [u8], row: usize) -> Self {
        let mut padded = blob[blob.len() / row * row..].to_vec();
        padded.resize(row, 0);
        Rows { blob, row, padded, zero: vec![0; row] }
    }

    fn get(&self, r: usize) -> &[u8] {
        let from = r * self.row;
        if from + self.row <= self.blob.len() {
            &self.blob[from..from + self.row]
        } else if from < self.blob.len() {
            &self.padded
        } else {
            &self.zero
        }
    }
}

/// Hashes of all symbols of the matrix, each computed once and used in its row and in its column.
struct SymbolHashes {
    n: usize,
    rows: Vec<Hash>,
    secondary: Vec<Hash>, // roots of the columns
}

impl SymbolHashes {
    fn new(n: usize) -> Self {
        SymbolHashes { n, rows: vec![[0; 32]; n * n], secondary: Vec::with_capacity(n) }
    }

    fn add_column<'a>(&mut self, symbols: impl Iterator<Item = &'a [u8]>) {
        let c = self.secondary.len();
        let leaves: Vec<Hash> = symbols.map(hash::leaf).collect();
        for (r, leaf) in leaves.iter().enumerate() {
            self.rows[r * self.n + c] = *leaf;
        }
        self.secondary.push(hash::root(leaves));
    }

    fn metadata(self, length: usize) -> Metadata {
        let rows = self.rows.chunks(self.n).map(|row| hash::root(row.to_vec()));
        let pairs = rows.enumerate().map(|(p, primary)| (primary, self.secondary[self.n - 1 - p])).collect();
        Metadata { length, pairs }
    }
}

/// Metadata alone: beside the blob only the repair symbols of its rows are kept.
pub fn compute_metadata(p: Params, blob: &[u8]) -> Res<Metadata> {
    let s = p.symbol_size(blob.len())?;
    let rows = Rows::new(blob, p.k2 * s);
    let width = (p.n - p.k2) * s;
    let mut repair = vec![0; p.k1 * width];
    let mut encoder = ReedSolomonEncoder::new(p.k2, p.n - p.k2, s)?;
    for r in 0..p.k1 {
        for symbol in rows.get(r).chunks(s) {
            encoder.add_original_shard(symbol)?;
        }
        let out = &mut repair[r * width..][..width];
        for (to, symbol) in out.chunks_mut(s).zip(encoder.encode()?.recovery_iter()) {
            to.copy_from_slice(symbol);
        }
    }
    let mut hashes = SymbolHashes::new(p.n);
    let mut encoder = ReedSolomonEncoder::new(p.k1, p.n - p.k1, s)?;
    let mut column = vec![0; p.k1 * s];
    for c in 0..p.n {
        for (r, to) in column.chunks_mut(s).enumerate() {
            let from = if c < p.k2 { &rows.get(r)[c * s..] } else { &repair[r * width + (c - p.k2) * s..] };
            to.copy_from_slice(&from[..s]);
            encoder.add_original_shard(&*to)?;
        }
        let result = encoder.encode()?;
        hashes.add_column(column.chunks(s).chain(result.recovery_iter()));
    }
    Ok(hashes.metadata(blob.len()))
}

/// All slivers and the metadata.
pub fn encode(p: Params, blob: &[u8]) -> Res<(Slivers, Metadata)> {
    let s = p.symbol_size(blob.len())?;
    let rows = Rows::new(blob, p.k2 * s);
    let mut primary: Vec<Vec<u8>> = (0..p.n).map(|_| vec![0; p.k2 * s]).collect();
    let mut secondary: Vec<Vec<u8>> = (0..p.n).map(|_| vec![0; p.k1 * s]).collect();
    let mut encoder = ReedSolomonEncoder::new(p.k2, p.n - p.k2, s)?;
    for r in 0..p.k1 {
        primary[r].copy_from_slice(rows.get(r));
        for symbol in primary[r].chunks(s) {
            encoder.add_original_shard(symbol)?;
        }
        let result = encoder.encode()?;
        for (c, symbol) in primary[r].chunks(s).chain(result.recovery_iter()).enumerate() {
            secondary[c][r * s..][..s].copy_from_slice(symbol);
        }
    }
    let mut hashes = SymbolHashes::new(p.n);
    let mut encoder = ReedSolomonEncoder::new(p.k1, p.n - p.k1, s)?;
    for (c, column) in secondary.iter().enumerate() {
        for symbol in column.chunks(s) {
            encoder.add_original_shard(symbol)?;
        }
        let result = encoder.encode()?;
        hashes.add_column(column.chunks(s).chain(result.recovery_iter()));
        if c < p.k2 {
            for (j, symbol) in result.recovery_iter().enumerate() {
                primary[p.k1 + j][c * s..][..s].copy_from_slice(symbol);
            }
        }
    }
    Ok((Slivers { primary, secondary }, hashes.metadata(blob.len())))
}

/// The blob from primary slivers, given with their indices, and the default check: every row that was not given is encoded and hashed.
pub fn decode(p: Params, meta: &Metadata, slivers: &[(usize, Vec<u8>)]) -> Res<Vec<u8>> {
    let s = p.symbol_size(meta.length)?;
    let row = p.k2 * s;
    let mut out = vec![0; p.k1 * row];
    let given: Vec<bool> = (0..p.k1).map(|r| slivers.iter().any(|(i, _)| *i == r)).collect();
    let complete = !given.contains(&false);
    let mut decoder = ReedSolomonDecoder::new(p.k1, p.n - p.k1, s)?;
    for c in 0..p.k2 {
        // Each symbol is an object of its own, with its position, as it is when it comes alone.
        let symbols: Vec<(usize, Vec<u8>)> = slivers.iter().map(|(i, data)| (*i, data[c * s..][..s].to_vec())).collect();
        for (i, symbol) in &symbols {
            if *i >= p.k1 {
                decoder.add_recovery_shard(*i - p.k1, symbol)?;
                continue;
            }
            out[i * row + c * s..][..s].copy_from_slice(symbol);
            if !complete {
                decoder.add_original_shard(*i, symbol)?;
            }
        }
        if !complete {
            for (r, symbol) in decoder.decode()?.restored_original_iter() {
                out[r * row + c * s..][..s].copy_from_slice(symbol);
            }
        }
    }
    let mut line = Line::new(p.k2, p.n, s)?;
    for r in (0..p.k1).filter(|r| !given[*r]) {
        if line.root(&out[r * row..][..row])? != meta.pairs[r].0 {
            return Err(format!("row {r} has another hash").into());
        }
    }
    out.truncate(meta.length);
    Ok(out)
}

/// The code along a row or a column, for works on single slivers. Its codecs are used again and again.
pub struct Line {
    k: usize,
    s: usize,
    encoder: ReedSolomonEncoder,
    decoder: ReedSolomonDecoder,
}

impl Line {
    pub fn new(k: usize, n: usize, s: usize) -> Res<Line> {
        Ok(Line { k, s, encoder: ReedSolomonEncoder::new(k, n - k, s)?, decoder: ReedSolomonDecoder::new(k, n - k, s)? })
    }

    fn expand<'a>(&'a mut self, data: &[u8]) -> Res<EncoderResult<'a>> {
        for symbol in data.chunks(self.s) {
            self.encoder.add_original_shard(symbol)?;
        }
        Ok(self.encoder.encode()?)
    }

    fn leaves(&mut self, data: &[u8]) -> Res<Vec<Hash>> {
        let s = self.s;
        let repair = self.expand(data)?;
        Ok(data.chunks(s).chain(repair.recovery_iter()).map(hash::leaf).collect())
    }

    /// Hash of a sliver of k symbols: the root over all symbols of its codeword.
    pub fn root(&mut self, data: &[u8]) -> Res<Hash> {
        Ok(hash::root(self.leaves(data)?))
    }

    /// One repair symbol of a sliver, by encoding all of them.
    pub fn repair_symbol(&mut self, data: &[u8], index: usize) -> Res<Vec<u8>> {
        let k = self.k;
        Ok(self.expand(data)?.recovery(index - k).ok_or("no such symbol")?.to_vec())
    }

    /// The same symbol with the siblings on its way to the root.
    pub fn proven_symbol(&mut self, data: &[u8], index: usize) -> Res<(Vec<u8>, Vec<Hash>)> {
        let (k, s) = (self.k, self.s);
        let repair = self.expand(data)?;
        let levels = hash::levels(data.chunks(s).chain(repair.recovery_iter()).map(hash::leaf).collect());
        Ok((repair.recovery(index - k).ok_or("no such symbol")?.to_vec(), hash::proof(&levels, index)))
    }

    /// The source symbols of a codeword from k symbols, given with their positions.
    pub fn recover(&mut self, symbols: &[(usize, Vec<u8>)]) -> Res<Vec<u8>> {
        let (k, s) = (self.k, self.s);
        let mut out = vec![0; k * s];
        for (i, symbol) in symbols {
            if *i < k {
                self.decoder.add_original_shard(*i, symbol)?;
                out[i * s..][..s].copy_from_slice(symbol);
            } else {
                self.decoder.add_recovery_shard(*i - k, symbol)?;
            }
        }
        for (i, symbol) in self.decoder.decode()?.restored_original_iter() {
            out[i * s..][..s].copy_from_slice(symbol);
        }
        Ok(out)
    }
}
