//! The baseline of `go run ./bench`, in Rust. It reads requests, one a line, `WORK SHARDS SIZE`, and answers each with a line: the
//! nanoseconds the work took and its result, or `error` and a reason. The blob of a request is determined by its size, so that both sides
//! work on the same bytes.
//!
//!     reference-shape                             serve standard input
//!     reference-shape id SHARDS FILE              print the blob ID of a file
//!     reference-shape slivers SHARDS FILE OUT     and write all slivers to OUT

mod hash;
mod shape;

use std::fs;
use std::io::{self, BufRead, BufWriter, Write};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use shape::{Line, Metadata, Params, Res, Slivers};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => serve(),
        ["id", shards, file] => id_of_file(shards, file),
        ["slivers", shards, file, out] => slivers_of_file(shards, file, out),
        _ => Err("usage: reference-shape [id SHARDS FILE | slivers SHARDS FILE OUT]".into()),
    };
    if let Err(e) = done {
        eprintln!("reference-shape: {e}");
        std::process::exit(1);
    }
}

fn id_of_file(shards: &str, file: &str) -> Res<()> {
    let blob = fs::read(file)?;
    println!("{}", hash::hex(&shape::compute_metadata(Params::new(shards.parse()?)?, &blob)?.blob_id()));
    Ok(())
}

fn slivers_of_file(shards: &str, file: &str, out: &str) -> Res<()> {
    let blob = fs::read(file)?;
    let (slivers, meta) = shape::encode(Params::new(shards.parse()?)?, &blob)?;
    let mut out = BufWriter::with_capacity(1 << 20, fs::File::create(out)?);
    for sliver in slivers.primary.iter().chain(&slivers.secondary) {
        out.write_all(sliver)?;
    }
    out.flush()?;
    println!("{}", hash::hex(&meta.blob_id()));
    Ok(())
}

fn serve() -> Res<()> {
    let mut state: Option<State> = None;
    for line in io::stdin().lock().lines() {
        match answer(&line?, &mut state) {
            Ok((took, result)) => println!("{} {result}", took.as_nanos()),
            Err(e) => println!("error {e}"),
        }
    }
    Ok(())
}

/// What the works on one blob share. It is made at the first request for it, outside the measured time.
struct State {
    shards: usize,
    size: usize,
    p: Params,
    blob: Vec<u8>,
    encoded: Option<(Slivers, Metadata)>,
    chosen: (String, Vec<(usize, Vec<u8>)>), // slivers to decode from, with the work they were chosen for
}

fn answer(line: &str, state: &mut Option<State>) -> Res<(Duration, String)> {
    let [work, shards, size] = line.split(' ').collect::<Vec<_>>()[..] else {
        return Err("want WORK SHARDS SIZE".into());
    };
    let (shards, size) = (shards.parse()?, size.parse()?);
    match work {
        "drop" => {
            *state = None;
            return Ok((Duration::ZERO, String::new()));
        }
        "peak" => return Ok((Duration::ZERO, peak_kilobytes()?)),
        "hash" => return Ok(hashes(size)),
        _ => {}
    }
    if state.as_ref().is_none_or(|s| s.shards != shards || s.size != size) {
        *state = None; // the old one goes before the new one is made
        *state = Some(State::new(shards, size)?);
    }
    state.as_mut().ok_or("no state")?.run(work)
}

/// Time of size hashes of 65 bytes, of messages that lie in cache.
fn hashes(size: usize) -> (Duration, String) {
    let messages: Vec<[u8; 65]> = (0..4096usize).map(|i| [i as u8; 65]).collect();
    let mut all = 0;
    let begin = clock();
    for message in messages.iter().cycle().take(size) {
        all ^= hash::of(message)[0];
    }
    (clock() - begin, hash::hex(&[all]))
}

fn peak_kilobytes() -> Res<String> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    Ok(line.trim().trim_end_matches(" kB").to_string())
}

/// SplitMix64 from seed 1, little endian.
fn random_blob(size: usize) -> Vec<u8> {
    let mut blob = Vec::with_capacity(size + 8);
    let mut x: u64 = 1;
    while blob.len() < size {
        x = x.wrapping_add(0x9e3779b97f4a7c15);
        let mut z = x;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58476d1ce4e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d049bb133111eb);
        blob.extend_from_slice(&(z ^ (z >> 31)).to_le_bytes());
    }
    blob.truncate(size);
    blob
}

/// A spread choice of positions, the same on both sides: multiples of 7, which divides no number of shards in use, beginning with 3.
fn spread(n: usize, i: usize) -> usize {
    (7 * i + 3) % n
}

impl State {
    fn new(shards: usize, size: usize) -> Res<State> {
        let p = Params::new(shards)?;
        Ok(State { shards, size, p, blob: random_blob(size), encoded: None, chosen: Default::default() })
    }

    fn encoded(&mut self) -> Res<&(Slivers, Metadata)> {
        if self.encoded.is_none() {
            self.encoded = Some(shape::encode(self.p, &self.blob)?);
        }
        self.encoded.as_ref().ok_or_else(|| "no encoding".into())
    }

    fn run(&mut self, work: &str) -> Res<(Duration, String)> {
        let p = self.p;
        match work {
            "id" => timed(|| Ok(hash::hex(&shape::compute_metadata(p, &self.blob)?.blob_id()))),
            "slivers" => {
                let begin = clock();
                let (slivers, meta) = shape::encode(p, &self.blob)?;
                let took = clock() - begin;
                drop(slivers);
                Ok((took, hash::hex(&meta.blob_id())))
            }
            "decode" => self.decode(work, |i| p.k1 + i),
            "decode-spread" => self.decode(work, |i| spread(p.n, i)),
            "decode-systematic" => self.decode(work, |i| i),
            "verify" | "recover" | "symbol" | "symbol-proven" => self.pair(work),
            _ => Err(format!("no work named {work}").into()),
        }
    }

    fn decode(&mut self, work: &str, choose: impl Fn(usize) -> usize) -> Res<(Duration, String)> {
        let p = self.p;
        self.encoded()?;
        if self.chosen.0 != work {
            let (slivers, _) = self.encoded()?;
            let chosen = (0..p.k1).map(choose).map(|i| (i, slivers.primary[i].clone())).collect();
            self.chosen = (work.to_string(), chosen);
            if let Some((slivers, _)) = &mut self.encoded {
                slivers.secondary = Vec::new(); // decoding does not need them
            }
        }
        let (_, meta) = self.encoded.as_ref().ok_or("no encoding")?;
        let begin = clock();
        let blob = shape::decode(p, meta, &self.chosen.1)?;
        let took = clock() - begin;
        let ends = (&blob[..blob.len().min(8)], &blob[blob.len().saturating_sub(8)..]);
        Ok((took, format!("{}:{}:{}", blob.len(), hash::hex(ends.0), hash::hex(ends.1))))
    }

    /// Works on the slivers of pair 3, one after the other: what a node does with a pair that it receives, lost or is asked about.
    fn pair(&mut self, work: &str) -> Res<(Duration, String)> {
        let p = self.p;
        let s = p.symbol_size(self.size)?;
        let (slivers, meta) = self.encoded()?;
        if slivers.secondary.is_empty() {
            return Err("decoding let the secondary slivers go; drop first".into());
        }
        let (row, column) = (3, p.n - 1 - 3);
        let (primary, secondary) = (&slivers.primary[row], &slivers.secondary[column]);
        let want = meta.pairs[3];
        let (mut across, mut down) = (Line::new(p.k2, p.n, s)?, Line::new(p.k1, p.n, s)?);
        match work {
            "verify" => repeated(|| {
                let got = (across.root(primary)?, down.root(secondary)?);
                if got == want { Ok("verified".into()) } else { Err("wrong hash".into()) }
            }),
            "symbol" => repeated(|| Ok(hash::hex(&across.repair_symbol(primary, p.n - 1)?[..2]))),
            "symbol-proven" => repeated(|| {
                let (symbol, proof) = across.proven_symbol(primary, p.n - 1)?;
                Ok(format!("{}:{}", hash::hex(&symbol[..2]), hash::hex(&proof[0])))
            }),
            _ => {
                // Symbol j of row 3 lies in column j, symbol i of the column in row i.
                let of_row = symbols_at(p, &slivers.secondary, &mut down, s, row)?;
                let of_column = symbols_at(p, &slivers.primary, &mut across, s, column)?;
                repeated(|| {
                    let (primary, secondary) = (across.recover(&of_row)?, down.recover(&of_column)?);
                    let got = (across.root(&primary)?, down.root(&secondary)?);
                    if got == want { Ok("recovered".into()) } else { Err("wrong hash".into()) }
                })
            }
        }
    }
}

/// Symbols that lie in a row or column, as holders of the slivers across it would send them, at spread positions.
fn symbols_at(p: Params, across: &[Vec<u8>], line: &mut Line, s: usize, index: usize) -> Res<Vec<(usize, Vec<u8>)>> {
    let k = if across[0].len() == p.k1 * s { p.k2 } else { p.k1 };
    let mut symbols = Vec::with_capacity(k);
    for i in (0..k).map(|i| spread(p.n, i)) {
        let stored = across[i].get(index * s..(index + 1) * s);
        symbols.push((i, stored.map_or_else(|| line.repair_symbol(&across[i], index), |symbol| Ok(symbol.to_vec()))?));
    }
    Ok(symbols)
}

/// A time to take differences of: the time of day, or with `BENCH_CLOCK=processor` the time that this process, which has one thread, had a processor.
fn clock() -> Duration {
    static START: OnceLock<(Instant, bool)> = OnceLock::new();
    let (start, processor) = START.get_or_init(|| (Instant::now(), std::env::var("BENCH_CLOCK").is_ok_and(|v| v == "processor")));
    if *processor {
        std::thread::yield_now(); // the kernel brings its count up to date
        let text = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
        if let Some(nanos) = text.split(' ').next().and_then(|n| n.parse().ok()) {
            return Duration::from_nanos(nanos);
        }
    }
    start.elapsed()
}

/// How often a work that takes a millisecond or less is done for one measurement, as on the other side.
const REPEATS: u32 = 100;

fn repeated(mut work: impl FnMut() -> Res<String>) -> Res<(Duration, String)> {
    let begin = clock();
    let mut result = String::new();
    for _ in 0..REPEATS {
        result = work()?;
    }
    Ok(((clock() - begin) / REPEATS, result))
}

fn timed(work: impl FnOnce() -> Res<String>) -> Res<(Duration, String)> {
    let begin = clock();
    let result = work()?;
    Ok((clock() - begin, result))
}
