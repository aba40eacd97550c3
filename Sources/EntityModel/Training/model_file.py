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

The file of a student (`write_student`) has the last two lines alone, of the layers and the heads that it has of its own; all else is
its teacher's, whose file it names by its checksum. Header:
    0   8  "RAWISTUD"
    8   4  version, 1
   12  28  seven numbers of 4 bytes: width, own layers, heads, inner width, layers shared with the teacher, tags, clitic
           counts
   64  24  bytes after the header and checksum as above; checksum of the teacher's file
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
    yield from layer_sections(state, layers)


def layer_sections(state, layers):
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


def payload_of(parts):
    payload = bytearray()
    for section in parts:
        payload += bytes(-(HEADER + len(payload)) % 64)
        payload += section
    return payload + bytes(-len(payload) % 8)


def write(path, state, vocabulary, layers, heads):
    """Writes the model; `state` holds numpy arrays by the names of `tagger.Tagger`."""
    payload = payload_of(sections(state, vocabulary, layers))
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


def write_student(path, state, teacher, layers, shared):
    """Writes a student of `teacher`, a FileEncoder; `state` holds numpy arrays by the names of `train_fast.Student`."""
    payload = payload_of(layer_sections(state, layers))
    numbers = [teacher.width, layers, teacher.heads, state["layers.0.fi.weight"].shape[0], shared,
               state["head.weight"].shape[0], state["clit.weight"].shape[0]]
    header = (b"RAWISTUD" + struct.pack("<I7I", VERSION, *numbers)).ljust(64, b"\0")
    header += struct.pack("<QQQ", len(payload), checksum(payload), teacher.checksum)
    with open(path, "wb") as file:
        file.write(header.ljust(HEADER, b"\0") + payload)


class FileEncoder:
    """A model file read back, in the form that `vocabulary.PretrainedEncoder` has: weights as floats."""

    def __init__(self, path):
        self.data = open(path, "rb").read()
        if self.data[:8] != b"RAWITAGR" or struct.unpack_from("<I", self.data, 8)[0] != VERSION:
            raise SystemExit(f"{path} is no model of version {VERSION}")
        (self.width, self.layers, self.heads, self.inner, pieces, positions, guidelines, tags, clitics, forms,
         formed, letters) = struct.unpack_from("<12I", self.data, 12)
        self.checksum, = struct.unpack_from("<Q", self.data, 72)
        self.epsilon, self.at = 1e-12, HEADER
        width = self.width
        offsets = self._array("<u4", pieces + 1)
        self.scores = self._array("<f4", pieces)
        text = self._array("u1", letters).tobytes()
        self.pieces = [text[a:b].decode() for a, b in zip(offsets, offsets[1:])]
        scalars, ends = self._array("<u4", forms), self._array("<u4", forms + 1)
        other = self._array("<u4", formed).tolist()
        self.forms = {int(scalar): other[a:b] for scalar, a, b in zip(scalars, ends, ends[1:])}
        words = self._array("i1", pieces * width).reshape(pieces, width).astype(np.float32)
        self.weights = {
            "emb.word": words * self._array("<f4", pieces)[:, None],
            "emb.pos": self._array("<f4", positions * width).reshape(positions, width),
            "emb.type": np.zeros(width, np.float32)}
        self.state = {"guide.weight": self._array("<f4", guidelines * width).reshape(guidelines, width)}
        self._norm("emb.ln")
        for index in range(self.layers):
            self._read_layer(f"l{index}.")
        self._read_heads(tags, clitics)

    def _array(self, kind, count, aligned=True):
        self.at += -self.at % 64 if aligned else 0
        array = np.frombuffer(self.data, kind, count, self.at)
        self.at += array.nbytes
        return array

    def _norm(self, name):
        both = self._array("<f4", 2 * self.width)
        self.weights[f"{name}.w"], self.weights[f"{name}.b"] = both[:self.width], both[self.width:]

    def _product(self, rows, columns):
        values = self._array("i1", rows * columns).reshape(rows, columns).astype(np.float32)
        scales, biases, _ = (self._array(kind, rows, aligned=False) for kind in ("<f4", "<f4", "<i4"))
        return values * scales[:, None], biases

    def _read_heads(self, tags, clitics):
        for name, count in (("head", tags), ("clit", clitics)):
            self.state[f"{name}.weight"] = self._array("<f4", count * 2 * self.width).reshape(count, 2 * self.width)
            self.state[f"{name}.bias"] = self._array("<f4", count)

    def _read_layer(self, layer):
        width = self.width
        weights, biases = self._product(3 * width, width)
        for number, part in enumerate("qkv"):
            rows = slice(number * width, (number + 1) * width)
            self.weights[f"{layer}{part}.w"], self.weights[f"{layer}{part}.b"] = weights[rows], biases[rows]
        for part, rows, columns, norm in (
                ("ao", width, width, "aln"), ("fi", self.inner, width, None), ("fo", width, self.inner, "oln")):
            self.weights[f"{layer}{part}.w"], self.weights[f"{layer}{part}.b"] = self._product(rows, columns)
            if norm:
                self._norm(layer + norm)


class FileStudent(FileEncoder):
    """A student's file read back as a whole encoder: the layers shared with `teacher`, a FileEncoder, then its own."""

    def __init__(self, path, teacher):
        vars(self).update(vars(teacher))
        self.data, self.at = open(path, "rb").read(), HEADER
        if self.data[:8] != b"RAWISTUD" or struct.unpack_from("<I", self.data, 8)[0] != VERSION:
            raise SystemExit(f"{path} is no student of version {VERSION}")
        _, own, _, self.inner, shared, tags, clitics = struct.unpack_from("<7I", self.data, 12)
        if struct.unpack_from("<Q", self.data, 80)[0] != teacher.checksum:
            raise SystemExit(f"{path} is the student of another tagger: train it anew")
        self.checksum, = struct.unpack_from("<Q", self.data, 72)
        self.layers = shared + own
        self.weights, self.state = dict(teacher.weights), dict(teacher.state)
        for index in range(shared, self.layers):
            self._read_layer(f"l{index}.")
        self._read_heads(tags, clitics)


def change_teacher(path, old, new):
    """Gives a student's file another teacher, whose pieces, embeddings and lower layers must be those of the old one."""
    old, new = FileEncoder(old), FileEncoder(new)
    student = FileStudent(path, old)
    shared = student.layers - struct.unpack_from("<I", student.data, 16)[0]
    for name, weights in old.weights.items():
        is_own = name.startswith("l") and int(name[1:].split(".")[0]) >= shared
        if not is_own and not np.array_equal(weights, new.weights[name]):
            raise SystemExit(f"{name} of the new tagger is another: train the student anew")
    if old.pieces != new.pieces or not np.array_equal(old.state["guide.weight"], new.state["guide.weight"]):
        raise SystemExit("the new tagger has other pieces or guidelines: train the student anew")
    header = bytearray(student.data)
    struct.pack_into("<Q", header, 80, new.checksum)
    with open(path, "wb") as file:
        file.write(header)
