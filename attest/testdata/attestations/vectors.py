#!/usr/bin/env python3
"""Computes the golden vectors of our own signed messages, independently of the Go code.

    python3 -m venv v && v/bin/pip install py_ecc==8.0.0
    v/bin/python vectors.py            compares the files of this folder with a fresh computation
    v/bin/python vectors.py --write    writes them; they are frozen, so only for new files or a new version

SHA-256 is the standard library's, Keccak-256 is written out below, BLS12-381 is py_ecc's. Nothing is shared with the Go
implementation, whose tests read the files.
"""
import base64
import hashlib
import json
import pathlib
import sys

from py_ecc.bls.g2_primitives import G1_to_pubkey, G2_to_signature
from py_ecc.bls.hash_to_curve import hash_to_G2
from py_ecc.optimized_bls12_381 import G1, Z1, Z2, add, curve_order, multiply, normalize

HERE = pathlib.Path(__file__).resolve().parent
DST = b"BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_"
U16, U32, U64 = 2**16 - 1, 2**32 - 1, 2**64 - 1


# --- bytes and hashes -------------------------------------------------------------------------------------------------

def data(seed, size):
    """SplitMix64 output, little endian words."""
    out, state = b"", seed
    while len(out) < size:
        state = (state + 0x9E3779B97F4A7C15) % 2**64
        z = state
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
        out += (z ^ z >> 31).to_bytes(8, "little")
    return out[:size]


def u8(v): return v.to_bytes(1, "little")
def u16(v): return v.to_bytes(2, "little")
def u32(v): return v.to_bytes(4, "little")
def u64(v): return v.to_bytes(8, "little")
def sha256(b): return hashlib.sha256(b).digest()
def b64(b): return base64.b64encode(b).decode()


def uleb(v):
    out = b""
    while v >= 128:
        out, v = out + u8(v % 128 + 128), v // 128
    return out + u8(v)


def rotl(v, n):
    return (v << n | v >> 64 - n) % 2**64 if n else v


def keccak256(msg):
    """Keccak with rate 136 and the original padding byte 0x01."""
    rounds, lfsr = [], 1
    for _ in range(24):
        rc = 0
        for j in range(7):
            if lfsr & 1:
                rc |= 1 << (1 << j) - 1
            lfsr = lfsr << 1 ^ (0x171 if lfsr >> 7 else 0)
        rounds.append(rc)
    msg += b"\x01" + b"\x00" * (135 - len(msg) % 136)
    msg = msg[:-1] + bytes([msg[-1] | 0x80])
    a = [[0] * 5 for _ in range(5)]
    for block in range(0, len(msg), 136):
        for i in range(17):
            a[i % 5][i // 5] ^= int.from_bytes(msg[block + 8 * i:block + 8 * i + 8], "little")
        for rc in rounds:
            c = [a[x][0] ^ a[x][1] ^ a[x][2] ^ a[x][3] ^ a[x][4] for x in range(5)]
            d = [c[(x - 1) % 5] ^ rotl(c[(x + 1) % 5], 1) for x in range(5)]
            a = [[a[x][y] ^ d[x] for y in range(5)] for x in range(5)]
            x, y, lane = 1, 0, a[1][0]
            for t in range(24):
                x, y = y, (2 * x + 3 * y) % 5
                lane, a[x][y] = a[x][y], rotl(lane, (t + 1) * (t + 2) // 2 % 64)
            for y in range(5):
                row = [a[x][y] for x in range(5)]
                for x in range(5):
                    a[x][y] = row[x] ^ ~row[(x + 1) % 5] % 2**64 & row[(x + 2) % 5]
            a[0][0] ^= rc
    return b"".join(a[i % 5][i // 5].to_bytes(8, "little") for i in range(4))


assert keccak256(b"").hex() == "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"
assert keccak256(b"a" * 200).hex() == "96ea54061def936c4be90b518992fdc6f12f535068a256229aca54267b4d084d"


# --- BLS --------------------------------------------------------------------------------------------------------------

def secret(seed): return int.from_bytes(data(seed, 32), "big") % curve_order
def public(sk): return multiply(G1, sk)
def compress_key(p): return bytes(G1_to_pubkey(p))
def compress_sig(p): return bytes(G2_to_signature(p))


HASHES = {}


def sign(sk, msg):
    if msg not in HASHES:
        HASHES[msg] = hash_to_G2(msg, DST, hashlib.sha256)
    return multiply(HASHES[msg], sk)


def total(points, zero):
    for p in points:
        zero = add(zero, p)
    return zero


def key_2537(p):
    return b"".join(int(c).to_bytes(64, "big") for c in normalize(p))


def sig_2537(p):
    return b"".join(int(c).to_bytes(64, "big") for e in normalize(p) for c in e.coeffs)


# --- identifiers ------------------------------------------------------------------------------------------------------

def network_id(chain_id, registry, salt):
    return sha256(b"walrus-network-v1" + chain_id.to_bytes(32, "big") + registry + salt)


def object_id(network, kind, creator, nonce):
    return keccak256(network + kind.to_bytes(32, "big") + creator.rjust(32, b"\x00") + nonce.to_bytes(32, "big"))


NETWORK = network_id(31337, data(9001, 20), data(9002, 32))
OTHER_NETWORK = network_id(31337, data(9001, 20), data(9003, 32))
CREATOR = data(9004, 20)
OBJECT = object_id(NETWORK, 2, CREATOR, 1)


def ids():
    networks = []
    for chain, registry, salt in [(1, data(1, 20), data(2, 32)), (31337, data(9001, 20), data(9002, 32)), (31337, data(9001, 20), data(9003, 32)),
                                  (0, bytes(20), bytes(32)), (2**256 - 1, b"\xff" * 20, b"\xff" * 32), (11155111, data(3, 20), bytes(32))]:
        networks.append({"chain_id": str(chain), "registry": "0x" + registry.hex(), "salt": "0x" + salt.hex(),
                         "network_id": "0x" + network_id(chain, registry, salt).hex()})
    objects = []
    for network, creator in [(NETWORK, CREATOR), (OTHER_NETWORK, CREATOR), (b"\xff" * 32, b"\xff" * 20), (bytes(32), bytes(20))]:
        for kind in range(1, 7):
            for nonce in (0, 1, 256, U64):
                objects.append({"network": "0x" + network.hex(), "kind": kind, "creator": "0x" + creator.hex(), "nonce": str(nonce),
                                "object_id": "0x" + object_id(network, kind, creator, nonce).hex()})
    return {"networks": networks, "objects": objects}


# --- trees, after the recursive definition of RFC 9162 section 2.1 ----------------------------------------------------

def split(n):
    k = 1
    while 2 * k < n:
        k *= 2
    return k


def root(leaves):
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0])
    k = split(len(leaves))
    return sha256(b"\x01" + root(leaves[:k]) + root(leaves[k:]))


def path(m, leaves):
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if m < k:
        return path(m, leaves[:k]) + [root(leaves[k:])]
    return path(m - k, leaves[k:]) + [root(leaves[:k])]


def trees():
    out = []
    for n in list(range(18)) + [31, 32, 33, 100]:
        sizes = [0, 1, 61, 82, 84, 200]
        leaves = [data(5000 + i, sizes[i % 6]) for i in range(n)]
        shown = range(n) if n < 18 else [0, 1, n // 2, n - 2, n - 1]
        out.append({"leaves": [x.hex() for x in leaves], "root": root(leaves).hex(),
                    "paths": [{"index": i, "path": [h.hex() for h in path(i, leaves)]} for i in shown]})
    return out


# --- messages ---------------------------------------------------------------------------------------------------------

def header(kind, epoch): return u8(kind) + u8(0) + u8(3) + u32(epoch)


def availability_leaf(f):
    return (f["blob_id"] + f["object_id"] + u64(f["size"]) + u8(f["encoding"]) + u8(f["deletable"]) + u32(f["end_epoch"]) + u32(f["registered_epoch"]))


def handover_leaf(index, node, key, weight): return u16(index) + node + key + u16(weight)


def status_leaf(f):
    return u64(f["index"]) + f["blob_id"] + u64(f["size"]) + u64(f["cumulative_bytes"]) + u32(f["permanent_until"]) + u8(f["flags"])


BODY = {
    0x40: lambda f: f["network"] + availability_leaf(f),
    0x41: lambda f: f["network"] + u32(f["count"]) + f["root"],
    0x42: lambda f: (f["network"] + u32(f["next_epoch"]) + u16(f["n_shards"]) + u16(f["members"]) + f["members_root"] + f["aggregate_key"]
                     + u64(f["valid_from_ms"]) + u64(f["valid_until_ms"])),
    0x43: lambda f: f["network"] + u64(f["snapshot_block"]) + u64(f["leaves"]) + u64(f["total_bytes"]) + f["root"],
    0x44: lambda f: f["network"] + f["node_id"] + f["challenge_id"] + u32(f["sampled"]) + u32(f["failed"]) + u8(f["outcome"]),
    0x45: lambda f: f["network"] + f["operator"] + u64(f["nonce"]) + f["key"],
    0x46: lambda f: f["network"] + u16(f["n_shards"]) + f["blob_id"],
}
BODY_SIZE = {0x40: 114, 0x41: 68, 0x42: 136, 0x43: 88, 0x44: 105, 0x45: 108, 0x46: 66}


def message(kind, epoch, fields):
    body = BODY[kind](fields)
    assert len(body) == BODY_SIZE[kind]
    return header(kind, epoch) + body


def plain(fields):
    """JSON form of fields: bytes in hex, numbers in decimal text."""
    return {k: v.hex() if isinstance(v, bytes) else v if isinstance(v, bool) else str(v) for k, v in fields.items()}


def availability(**changes):
    f = {"network": NETWORK, "blob_id": data(4242, 32), "object_id": OBJECT, "size": 123456789, "encoding": 1, "deletable": False,
         "end_epoch": 31, "registered_epoch": 20}
    return {**f, **changes}


def fields_of_every_type():
    key = compress_key(public(secret(1000)))
    yield "availability", 0x40, 21, availability()
    yield "availability_deletable", 0x40, 21, availability(deletable=True, size=0)
    yield "availability_zero", 0x40, 0, availability(network=bytes(32), blob_id=bytes(32), object_id=bytes(32), size=0, encoding=0, end_epoch=0, registered_epoch=0)
    ones = b"\xff" * 32
    yield "availability_max", 0x40, U32, availability(network=ones, blob_id=ones, object_id=ones, size=U64, encoding=255, deletable=True, end_epoch=U32, registered_epoch=U32)
    yield "batch", 0x41, 21, {"network": NETWORK, "count": 3, "root": data(4646, 32)}
    yield "batch_max", 0x41, U32, {"network": ones, "count": U32, "root": ones}
    yield "batch_empty", 0x41, 1, {"network": NETWORK, "count": 0, "root": sha256(b"")}
    handover = {"network": NETWORK, "next_epoch": 22, "n_shards": 1000, "members": 103, "members_root": data(4747, 32), "aggregate_key": key,
                "valid_from_ms": 1767225600000, "valid_until_ms": 1769644800000}
    yield "handover", 0x42, 21, handover
    yield "handover_max", 0x42, U32, {**handover, "next_epoch": U32, "n_shards": U16, "members": U16, "valid_from_ms": U64, "valid_until_ms": U64}
    status = {"network": NETWORK, "snapshot_block": 987654321, "leaves": 5000000, "total_bytes": 2**50 + 7, "root": data(4848, 32)}
    yield "epoch_status", 0x43, 21, status
    yield "epoch_status_max", 0x43, U32, {**status, "snapshot_block": U64, "leaves": U64, "total_bytes": U64}
    verdict = {"network": NETWORK, "node_id": data(4545, 32), "challenge_id": data(4949, 32), "sampled": 300, "failed": 0, "outcome": 0}
    yield "verdict_passed", 0x44, 21, verdict
    yield "verdict_failed", 0x44, 21, {**verdict, "failed": 17, "outcome": 1}
    yield "verdict_silent", 0x44, U32, {**verdict, "sampled": U32, "failed": U32, "outcome": 2}
    possession = {"network": NETWORK, "operator": CREATOR, "nonce": 0, "key": key}
    yield "possession", 0x45, 1, possession
    yield "possession_max", 0x45, U32, {**possession, "operator": b"\xff" * 20, "nonce": U64}
    yield "invalid_blob", 0x46, 21, {"network": NETWORK, "n_shards": 1000, "blob_id": data(4242, 32)}
    yield "invalid_blob_max", 0x46, U32, {"network": ones, "n_shards": U16, "blob_id": ones}


def messages():
    out = []
    for name, kind, epoch, f in fields_of_every_type():
        sk = secret(1000)
        m = message(kind, epoch, f)
        p = sign(sk, m)
        sig = compress_sig(p)
        out.append({"name": name, "type": kind, "epoch": epoch, "fields": plain(f), "message_hex": m.hex(), "key_seed": 1000, "signature_hex": sig.hex(),
                    "signature_eip2537_hex": sig_2537(p).hex(), "signed_message_bcs_hex": (uleb(len(m)) + m + sig).hex(),
                    "signed_message_json": {"serializedMessage": b64(m), "signature": b64(sig)}})
    return out


def leaves():
    out = []
    for name, f in [("availability", availability()), ("availability_deletable", availability(deletable=True, size=U64, end_epoch=U32))]:
        out.append({"name": name, "kind": "availability", "fields": plain(f), "leaf_hex": availability_leaf(f).hex(), "size": 82})
    for name, args in [("member", (7, data(4545, 32), compress_key(public(secret(1007))), 10)), ("member_max", (U16, b"\xff" * 32, compress_key(public(secret(1008))), U16))]:
        f = dict(zip(("index", "node_id", "key", "weight"), args))
        out.append({"name": name, "kind": "handover", "fields": plain(f), "leaf_hex": handover_leaf(*args).hex(), "size": 84})
    status = {"index": 5, "blob_id": data(4242, 32), "size": 1000, "cumulative_bytes": 2**40, "permanent_until": 31, "flags": 0}
    for name, f in [("blob", status), ("blob_invalid", {**status, "flags": 1}), ("blob_deletable_only", {**status, "flags": 2, "permanent_until": 0}),
                    ("blob_max", {**status, "index": U64, "size": U64, "cumulative_bytes": U64, "permanent_until": U32, "flags": 3})]:
        out.append({"name": name, "kind": "status", "fields": plain(f), "leaf_hex": status_leaf(f).hex(), "size": 61})
    assert all(len(x["leaf_hex"]) == 2 * x["size"] for x in out)
    return out


def batches():
    """Availabilities in one tree, each with its inclusion path."""
    out = []
    for n in (1, 2, 3, 7, 100):
        statements = [availability(blob_id=data(6000 + i, 32), object_id=object_id(NETWORK, 2, CREATOR, 2 * i + 1), size=1000 * i + 1) for i in range(n)]
        bodies = [availability_leaf(f) for f in statements]
        r = root(bodies)
        shown = range(n) if n < 8 else [0, 1, 63, 64, 98, 99]
        out.append({"name": "n=%d" % n, "network": NETWORK.hex(), "count": n, "epoch": 21, "root": r.hex(),
                    "message_hex": message(0x41, 21, {"network": NETWORK, "count": n, "root": r}).hex(),
                    "statements": [plain(f) for f in statements],
                    "paths": [{"index": i, "path": [h.hex() for h in path(i, bodies)]} for i in shown]})
    return out


# --- possession -------------------------------------------------------------------------------------------------------

def possessions():
    out = []

    def case(name, valid, signer=1000, key=1000, signed=None, **changes):
        f = {"network": NETWORK, "operator": CREATOR, "nonce": 3, "key": compress_key(public(secret(key))), "epoch": 1, **changes}
        s = {**f, **(signed or {})}
        p = sign(secret(signer), message(0x45, s["epoch"], s))
        out.append({"name": name, "valid": valid, "epoch": f.pop("epoch"), "fields": plain(f), "key_eip2537_hex": key_2537(public(secret(key))).hex(),
                    "signature_hex": compress_sig(p).hex(), "signature_eip2537_hex": sig_2537(p).hex()})

    case("valid", True)
    case("valid_another_key", True, signer=1001, key=1001)
    case("signed_by_another_key", False, signer=1001)
    case("of_another_key", False, signed={"key": compress_key(public(secret(1001)))})
    case("another_operator", False, signed={"operator": data(77, 20)})
    case("another_network", False, signed={"network": OTHER_NETWORK})
    case("another_nonce", False, signed={"nonce": 4})
    case("another_epoch", False, signed={"epoch": 2})
    return out


# --- certificates -----------------------------------------------------------------------------------------------------

def committee(name, n_shards, weights, epoch=21):
    assert sum(weights) == n_shards
    seeds = [3000 + i for i in range(len(weights))]
    nodes = [u8(i) + data(7000 + i, 31) for i in range(len(weights))]
    return {"name": name, "epoch": epoch, "n_shards": n_shards, "weights": weights, "seeds": seeds, "nodes": nodes}


def committees():
    return [committee("first_alone_is_a_quorum", 1000, [667, 111, 111, 111]),
            committee("first_three_are_a_quorum", 1000, [333, 333, 1, 333]),
            committee("ten_equal", 1000, [100] * 10),
            committee("hundred_equal", 1000, [10] * 100),
            committee("one", 1, [1]),
            committee("eight_n12", 12, [2, 2, 2, 2, 1, 1, 1, 1])]


def committee_json(c):
    keys = [public(secret(s)) for s in c["seeds"]]
    every = total(keys, Z1)
    rows = [handover_leaf(i, c["nodes"][i], compress_key(keys[i]), c["weights"][i]) for i in range(len(keys))]
    return {"name": c["name"], "epoch": c["epoch"], "n_shards": c["n_shards"], "total_key": compress_key(every).hex(), "total_key_eip2537": key_2537(every).hex(),
            "members_root": root(rows).hex(),
            "members": [{"node_id": c["nodes"][i].hex(), "key_seed": c["seeds"][i], "key": compress_key(keys[i]).hex(), "weight": c["weights"][i]} for i in range(len(keys))]}


def bitmap(members, signers):
    b = bytearray((members + 7) // 8)
    for i in signers:
        b[i // 8] |= 1 << i % 8
    return bytes(b)


def thresholds(n, weight):
    f = (n - 1) // 3
    return {"quorum": weight >= n - f, "validity": weight > f}


def certificates():
    coms = {c["name"]: c for c in committees()}
    cases = []

    def case(name, com, signers, kind=0x40, fields=None):
        c = coms[com]
        f = availability() if fields is None else fields
        m = message(kind, c["epoch"], f)
        secrets = [secret(c["seeds"][i]) for i in signers]
        agg = multiply(sign(1, m), sum(secrets) % curve_order)
        sig, bits = compress_sig(agg), bitmap(len(c["weights"]), signers)
        weight = sum(c["weights"][i] for i in signers)
        cases.append({"name": name, "committee": com, "type": kind, "fields": plain(f), "message_hex": m.hex(), "signers": signers, "bitmap_hex": bits.hex(), "weight": weight,
                      "signature_hex": sig.hex(), "signature_eip2537_hex": sig_2537(agg).hex(), **thresholds(c["n_shards"], weight),
                      "certificate_bcs_hex": (uleb(len(m)) + m + uleb(len(bits)) + bits + sig).hex(),
                      "certificate_json": {"message": b64(m), "signers": b64(bits), "signature": b64(sig)},
                      "protocol_bcs_hex": (uleb(len(signers)) + b"".join(u16(i) for i in signers) + uleb(len(m)) + m + sig).hex()})

    case("heavy_member_alone", "first_alone_is_a_quorum", [0])
    case("light_members_are_too_few", "first_alone_is_a_quorum", [1, 2, 3])
    case("three_with_667", "first_three_are_a_quorum", [0, 1, 2])
    case("two_with_666", "first_three_are_a_quorum", [0, 1])
    case("seven_of_ten", "ten_equal", [0, 1, 2, 5, 6, 8, 9])
    case("six_of_ten", "ten_equal", [0, 1, 2, 5, 6, 8])
    case("all_of_ten", "ten_equal", list(range(10)))
    case("67_of_100", "hundred_equal", list(range(33, 100)))
    case("66_of_100", "hundred_equal", list(range(34, 100)))
    case("all_of_100", "hundred_equal", list(range(100)))
    case("single_member", "one", [0])
    case("n12_quorum_is_9", "eight_n12", [0, 1, 2, 3, 6])
    case("n12_2f_plus_1_is_too_little", "eight_n12", [0, 1, 2, 7])
    case("deletable", "ten_equal", [0, 1, 2, 3, 4, 5, 6], fields=availability(deletable=True))
    case("invalid_blob_validity", "ten_equal", [3, 4, 5, 6], 0x46, {"network": NETWORK, "n_shards": 1000, "blob_id": data(4242, 32)})
    case("invalid_blob_one_node_short", "ten_equal", [3, 4, 5], 0x46, {"network": NETWORK, "n_shards": 1000, "blob_id": data(4242, 32)})
    case("batch", "ten_equal", [0, 1, 2, 3, 4, 5, 6], 0x41, {"network": NETWORK, "count": 3, "root": data(4646, 32)})
    following = committee_json(coms["hundred_equal"])
    case("handover", "ten_equal", [0, 1, 2, 3, 4, 5, 6], 0x42,
         {"network": NETWORK, "next_epoch": 22, "n_shards": 1000, "members": 100, "members_root": bytes.fromhex(following["members_root"]),
          "aggregate_key": bytes.fromhex(following["total_key"]), "valid_from_ms": 1767225600000, "valid_until_ms": 1769644800000})
    return {"committees": [committee_json(c) for c in coms.values()], "cases": cases}


def bad_certificates():
    """Each is refused as a certificate that ten_equal in epoch 21 states availability()."""
    c = committee("ten_equal", 1000, [100] * 10)
    seeds, seven = c["seeds"], list(range(7))
    cases = []

    def case(name, error, signers=seven, signing=None, bits=None, sig=None, **changes):
        epoch = changes.pop("epoch", 21)
        m = message(0x40, epoch, availability(**changes))
        if sig is None:
            sig = compress_sig(multiply(sign(1, m), sum(secret(s) for s in signing or [seeds[i] for i in signers]) % curve_order))
        cases.append({"name": name, "error": error, "message_hex": m.hex(), "bitmap_hex": (bitmap(10, signers) if bits is None else bits).hex(), "signature_hex": sig.hex()})

    good = [seeds[i] for i in seven]
    case("too_few", "no quorum", signers=list(range(6)))
    case("nobody", "no quorum", signers=[], sig=b"\xc0" + bytes(95))
    case("claims_an_extra_signer", "bad signature", signers=list(range(8)), signing=good)
    case("hides_a_signer", "bad signature", signing=good + [seeds[7]])
    case("repeated_signer", "bad signature", signing=good[:6] + [good[0]])
    case("signer_counted_twice", "bad signature", signing=good + [good[0]])
    case("foreign_signer", "bad signature", signing=good[:6] + [3999])
    case("only_foreign_signers", "bad signature", signing=[3990 + i for i in range(7)])
    case("epoch_before", "wrong epoch", epoch=20)
    case("epoch_after", "wrong epoch", epoch=22)
    case("another_network", "wrong contents", network=OTHER_NETWORK)
    case("another_object", "wrong contents", object_id=object_id(NETWORK, 2, CREATOR, 3))
    case("another_blob", "wrong contents", blob_id=data(4243, 32))
    case("another_size", "wrong contents", size=1)
    case("another_encoding", "wrong contents", encoding=2)
    case("deletable", "wrong contents", deletable=True)
    case("another_end", "wrong contents", end_epoch=32)
    case("another_registration", "wrong contents", registered_epoch=21)
    case("bitmap_too_long", "signers", bits=bitmap(10, seven) + b"\x00")
    case("bitmap_too_short", "signers", bits=bitmap(10, seven)[:1])
    case("bitmap_empty", "signers", bits=b"")
    case("bitmap_bit_of_nobody", "signers", bits=bitmap(16, seven + [10]))
    case("infinity_signature", "bad signature", sig=b"\xc0" + bytes(95))
    case("zero_signature", "bad signature", sig=bytes(96))
    m = message(0x40, 21, availability())
    agg = multiply(sign(1, m), sum(secret(s) for s in good) % curve_order)
    negated = bytearray(compress_sig(agg))
    negated[0] ^= 0x20
    case("negated_signature", "bad signature", sig=bytes(negated))
    case("signature_of_another_epoch", "bad signature", sig=compress_sig(multiply(sign(1, message(0x40, 22, availability())), sum(secret(s) for s in good) % curve_order)))
    return {"expected": plain(availability()), "committee": committee_json(c), "cases": cases}


FILES = {"ids.json": ids, "trees.json": trees, "messages.json": messages, "leaves.json": leaves, "batches.json": batches, "possession.json": possessions,
         "certificates.json": certificates, "bad_certificates.json": bad_certificates}


def main():
    write, wrong = "--write" in sys.argv[1:], []
    for name, make in FILES.items():
        text = json.dumps(make(), indent=1) + "\n"
        file = HERE / name
        if write:
            file.write_text(text)
        elif not file.exists() or file.read_text() != text:
            wrong.append(name)
        print(name, "written" if write else "differs" if name in wrong else "is the same")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
