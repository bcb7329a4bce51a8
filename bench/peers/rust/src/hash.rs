//! BLAKE2b-256, one message at a time, and the hash trees of the format.

use blake2::digest::consts::U32;
use blake2::{Blake2b, Digest};

pub type Hash = [u8; 32];

/// Stands for the missing node of an odd level.
const EMPTY: Hash = [0; 32];

pub fn of(message: &[u8]) -> Hash {
    Blake2b::<U32>::digest(message).into()
}

pub fn leaf(data: &[u8]) -> Hash {
    let mut h = Blake2b::<U32>::new();
    h.update([0]);
    h.update(data);
    h.finalize().into()
}

pub fn inner(left: &Hash, right: &Hash) -> Hash {
    let mut h = Blake2b::<U32>::new();
    h.update([1]);
    h.update(left);
    h.update(right);
    h.finalize().into()
}

/// Root of the tree over leaf hashes. An odd level is completed with one empty node.
pub fn root(leaves: Vec<Hash>) -> Hash {
    let mut level = leaves;
    while level.len() > 1 {
        level = level.chunks(2).map(|pair| inner(&pair[0], pair.get(1).unwrap_or(&EMPTY))).collect();
    }
    level[0]
}

/// Every level of a tree, the leaves first, as one keeps them to make proofs.
pub fn levels(leaves: Vec<Hash>) -> Vec<Vec<Hash>> {
    let mut all = vec![leaves];
    while all[all.len() - 1].len() > 1 {
        let level = &all[all.len() - 1];
        let next = level.chunks(2).map(|pair| inner(&pair[0], pair.get(1).unwrap_or(&EMPTY))).collect();
        all.push(next);
    }
    all
}

/// Siblings from the leaf's level to the top.
pub fn proof(levels: &[Vec<Hash>], index: usize) -> Vec<Hash> {
    let tops = &levels[..levels.len() - 1];
    tops.iter().enumerate().map(|(i, level)| *level.get((index >> i) ^ 1).unwrap_or(&EMPTY)).collect()
}

/// The blob ID: encoding type, length and root, hashed.
pub fn blob_id(length: usize, root: &Hash) -> Hash {
    let mut h = Blake2b::<U32>::new();
    h.update([1]);
    h.update((length as u64).to_le_bytes());
    h.update(root);
    h.finalize().into()
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
