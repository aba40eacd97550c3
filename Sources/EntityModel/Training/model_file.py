"""Writes a tagger's file, in the layout that the runtime reads in place.

Header, 96 bytes, little-endian:
    0   8  "RAWITAGR"
    8   4  version, 1
   12  48  twelve numbers of 4 bytes: width, layers, heads, inner width, pieces, positions, guidelines, tags,
           clitic counts, scalars with another form, length of all those forms, bytes of all pieces
   64   8  bytes after the header
   72   8  FNV-1a over all after the header, eight bytes a step
   80  16  zero
Then arrays, each at the next multiple of 64 bytes:
    piece offsets (4 bytes, one more than pieces), piece scores (float), piece bytes (UTF-8);
    scalars with another form in order (4), offsets into the forms (4, one more), the forms (4);
    embeddings (signed bytes), a scale for each piece (float); positions, guidelines (float);
    the norm behind the embeddings (scales, then offsets, float);
    for each layer: attention in (query, key, value), attention out, norm, widen, narrow, norm, where a product
    is its weights (signed bytes from -63 to 63, a row for each output) and then for each output a scale (float), a
    bias (float) and -128 times the sum of its weights (4); a norm is scales, then offsets;
    tag weights, tag biases, clitic weights, clitic biases (float), padded to eight bytes.
"""
import struct

import numpy as np

VERSION = 1
HEADER = 96
WEIGHT_LIMIT = 63
EMBEDDING_LIMIT = 127


def quantised(matrix, limit):
    """Rows of signed bytes with a scale for each row."""
    matrix = np.asarray(matrix, np.float32)
    scales = np.maximum(np.abs(matrix).max(axis=1), 1e-8) / limit
    return np.rint(matrix / scales[:, None]).clip(-limit, limit).astype(np.int8), scales.astype(np.float32)


def product(weights, bias):
    values, scales = quantised(weights, WEIGHT_LIMIT)
    sums = (-128 * values.astype(np.int32).sum(axis=1)).astype("<i4")
    return values.tobytes() + scales.astype("<f4").tobytes() + np.asarray(bias, "<f4").tobytes() + sums.tobytes()


def norm(weight, bias):
    return np.concatenate([weight, bias]).astype("<f4").tobytes()


def floats(array):
    return np.asarray(array).astype("<f4").tobytes()


def sections(state, vocabulary, layers):
    letters = [piece.encode("utf-8") for piece in vocabulary.pieces]
    offsets = np.cumsum([0] + [len(piece) for piece in letters])
    yield offsets.astype("<u4").tobytes()
    yield floats(vocabulary.scores)
    yield b"".join(letters)
    forms = sorted(vocabulary.forms.items())
    yield np.array([scalar for scalar, _ in forms], "<u4").tobytes()
    yield np.cumsum([0] + [len(form) for _, form in forms]).astype("<u4").tobytes()
    yield np.array([scalar for _, form in forms for scalar in form], "<u4").tobytes()
    values, scales = quantised(state["word.weight"], EMBEDDING_LIMIT)
    yield values.tobytes()
    yield scales.astype("<f4").tobytes()
    yield floats(state["pos.weight"])
    yield floats(state["guide.weight"])
    yield norm(state["ln.weight"], state["ln.bias"])
    for index in range(layers):
        part = lambda name: state[f"layers.{index}.{name}"]
        yield product(part("qkv.weight"), part("qkv.bias"))
        yield product(part("ao.weight"), part("ao.bias"))
        yield norm(part("aln.weight"), part("aln.bias"))
        yield product(part("fi.weight"), part("fi.bias"))
        yield product(part("fo.weight"), part("fo.bias"))
        yield norm(part("oln.weight"), part("oln.bias"))
    yield floats(state["head.weight"])
    yield floats(state["head.bias"])
    yield floats(state["clit.weight"])
    yield floats(state["clit.bias"])


def checksum(payload):
    value = 0xCBF29CE484222325
    for word in np.frombuffer(payload[: len(payload) // 8 * 8], "<u8").tolist():
        value = ((value ^ word) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def write(path, state, vocabulary, layers, heads):
    """Writes the model; `state` holds numpy arrays by the names of `tagger.Tagger`."""
    payload = bytearray()
    for section in sections(state, vocabulary, layers):
        payload += bytes(-(HEADER + len(payload)) % 64)
        payload += section
    payload += bytes(-len(payload) % 8)
    width = state["word.weight"].shape[1]
    numbers = [
        width, layers, heads, state["layers.0.fi.weight"].shape[0], len(vocabulary.pieces),
        state["pos.weight"].shape[0], state["guide.weight"].shape[0], state["head.weight"].shape[0],
        state["clit.weight"].shape[0], len(vocabulary.forms), sum(map(len, vocabulary.forms.values())),
        sum(len(piece.encode("utf-8")) for piece in vocabulary.pieces),
    ]
    header = b"RAWITAGR" + struct.pack("<I12I", VERSION, *numbers)
    header = header.ljust(64, b"\0") + struct.pack("<QQ", len(payload), checksum(payload))
    with open(path, "wb") as file:
        file.write(header.ljust(HEADER, b"\0") + payload)
