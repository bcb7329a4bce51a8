"""Writes bundles.json: bundle streams computed by hand with struct, one case per rule of the format."""
import json, struct

def frame(kind, pair, body): return struct.pack("<BHI", kind, pair, len(body)) + body
def meta(body): return frame(0, 0, body)
def whole(axis, pair, body): return frame(1 + axis, pair, body)
def part(axis, pair, off, body): return frame(4 + axis, pair, struct.pack("<I", off) + body)
def absent(axis, pair, why): return frame(254, pair, bytes([axis, why]))
def end(n): return frame(255, 0, struct.pack("<I", n))

M = bytes(range(200)) * 2
P = bytes([40]) + bytes(range(40)) + struct.pack("<HH", 8, 3)
S = bytes([24]) + bytes(range(24)) + struct.pack("<HH", 8, 2)
good = [("empty", end(0)),
        ("metadata only", meta(M) + end(1)),
        ("metadata and a pair", meta(M) + whole(0, 3, P) + whole(1, 4, S) + end(3)),
        ("slivers without metadata", whole(0, 6, P) + whole(1, 0, S) + end(2)),
        ("parts that interleave", part(0, 1, 0, P[:20]) + part(1, 2, 0, S[:1]) + part(0, 1, 20, P[20:]) + part(1, 2, 1, S[1:]) + end(4)),
        ("absent, every reason", b"".join(absent(w & 1, w, w) for w in range(4)) + end(4))]
bad = [("nothing at all", b""),
       ("no end frame", meta(M)),
       ("end frame counts too few", meta(M) + end(0)),
       ("end frame counts too many", end(1)),
       ("end frame of pair 1", frame(255, 1, struct.pack("<I", 0))),
       ("end frame of 8 bytes", frame(255, 0, struct.pack("<Q", 0))),
       ("bytes after the end", end(0) + b"\0"),
       ("cut in a head", meta(M)[:5]),
       ("cut in a body", meta(M)[:-1]),
       ("cut in the end frame", end(0)[:-1]),
       ("unknown kind 3", frame(3, 0, b"x") + end(1)),
       ("unknown kind 6", frame(6, 0, b"x") + end(1)),
       ("unknown kind 253", frame(253, 0, b"x") + end(1)),
       ("pair of another network", whole(0, 7, P) + end(1)),
       ("metadata with a pair", frame(0, 1, M) + end(1)),
       ("metadata too long", meta(bytes(506)) + end(1)),
       ("metadata empty", meta(b"") + end(1)),
       ("primary too long", whole(0, 0, bytes(46)) + end(1)),
       ("secondary as long as a primary", whole(1, 0, P) + end(1)),
       ("sliver empty", whole(0, 0, b"") + end(1)),
       ("length of four GiB", struct.pack("<BHI", 1, 0, 0xffffffff)),
       ("part without bytes", part(0, 0, 0, b"") + end(1)),
       ("part without an offset", frame(4, 0, b"\0\0") + end(1)),
       ("part behind the sliver's end", part(0, 0, 44, b"xy") + end(1)),
       ("part with an offset that wraps", part(0, 0, 0xffffffff, b"xy") + end(1)),
       ("part over 1 MiB", part(0, 0, 0, bytes(1048577)) + end(1)),
       ("absent of type 2", absent(2, 0, 0) + end(1)),
       ("absent for reason 4", absent(0, 0, 4) + end(1)),
       ("absent of three bytes", frame(254, 0, b"\0\0\0") + end(1)),
       ("too many frames", b"".join(absent(0, 0, 0) for _ in range(16)) + end(16))]

def frames(b):
    out = []
    while b:
        kind, pair, n = struct.unpack("<BHI", b[:7])
        out.append({"kind": kind, "pair": pair, "body": b[7:7 + n].hex()})
        b = b[7 + n:]
    return out

cases = [{"name": n, "ok": True, "stream": s.hex(), "frames": frames(s)[:-1]} for n, s in good]
# The one long case is described, not spelled out.
cases += [{"name": n, "ok": False, "stream": s.hex() if len(s) < 4096 else s[:4096].hex()} for n, s in bad]
json.dump({"n": 7, "metadata": 505, "primary": 45, "secondary": 29, "frames": 15, "cases": cases}, open("bundles.json", "w"), indent=1)
