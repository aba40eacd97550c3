"""The file of names: fingerprints of folded word sequences, sorted, searched in place.

All numbers are little-endian.

    offset  size        what
    0       8           "RAWINAME"
    8       4           version, 1
    12      4           number of entries, N
    16      4           length of the gloss pool in bytes, G
    20      4           0
    24      8           checksum: FNV-1a, 64 bits, over all after the header, eight bytes a step,
                        the last ones filled up with zeros
    32      4 * 65537   for each value of the top 16 bits of a fingerprint, its first entry; then N
    ...     8 * N       fingerprints, ascending
    ...     4 * N       what each stands for: bits 0-11 are flags, bits 12-31 the gloss (0: none)
    ...     G           glosses: UTF-8, each ended by a zero byte; the first is empty

The fingerprint of a word is FNV-1a over its folded scalars (one step a scalar, not a byte). That of a
sequence is combine(fingerprint of all but the last, fingerprint of the last). Two sequences among N
share one with a chance of N * N / 2^65: about one in a billion here; the build fails if it happens.
"""
import struct

MASK = (1 << 64) - 1
OFFSET, PRIME, MIX = 0xCBF29CE484222325, 0x100000001B3, 0x9E3779B97F4A7C15

PERSON, GIVEN, SURNAME, PLACE, ORGANISATION, CONTINUES, COMMON, WEAK_PLACE = (1 << i for i in range(8))
WEAK_ORGANISATION, WEAK_PART, COMMON_PART, FEMALE = (1 << i for i in range(8, 12))

# The folding of names: Folding.search in ArabicText/Folding, for the letters that occur here.
LETTERS = str.maketrans("أإآٱؤئىةکیہە", "ااااوييهكيهه")
DROPPED = {c: None for c in [0x640, 0x670, *range(0x64B, 0x660), *range(0x6D6, 0x6EE), *range(0x200B, 0x2010)]}


def fold(text):
    return text.translate(DROPPED).translate(LETTERS).lower()


def word_fingerprint(word):
    value = OFFSET
    for letter in word:
        value = (value ^ ord(letter)) * PRIME & MASK
    return value


def combine(left, right):
    value = ((left ^ (left >> 29)) * MIX + right) & MASK
    return value ^ (value >> 32)


def fingerprint(words):
    value = word_fingerprint(words[0])
    for word in words[1:]:
        value = combine(value, word_fingerprint(word))
    return value


class Names:
    """Collects entries; the flags of one key are joined, the first gloss stays."""

    def __init__(self):
        self.flags, self.gloss = {}, {}

    def add(self, key, flags, gloss=""):
        words = tuple(key.split())
        self.flags[words] = self.flags.get(words, 0) | flags
        if gloss and words not in self.gloss:
            self.gloss[words] = gloss
        for length in range(1, len(words)):
            self.flags[words[:length]] = self.flags.get(words[:length], 0) | CONTINUES

    def encoded(self):
        pool, places, rows = bytearray(b"\0"), {}, []
        for words, flags in self.flags.items():
            gloss = self.gloss.get(words, "")
            if gloss and gloss not in places:
                places[gloss] = len(pool)
                pool += gloss.encode() + b"\0"
            rows.append((fingerprint(words), flags | places.get(gloss, 0) << 12))
        rows.sort()
        assert all(a[0] != b[0] for a, b in zip(rows, rows[1:])), "two entries share a fingerprint"
        assert len(pool) < 1 << 20
        index, entry = [], 0
        for top in range(65537):
            while entry < len(rows) and rows[entry][0] >> 48 < top:
                entry += 1
            index.append(entry)
        body = struct.pack("<65537I", *index)
        body += struct.pack(f"<{len(rows)}Q", *(row[0] for row in rows))
        body += struct.pack(f"<{len(rows)}I", *(row[1] for row in rows)) + bytes(pool)
        checksum = OFFSET
        padded = body + bytes(-len(body) % 8)
        for (number,) in struct.iter_unpack("<Q", padded):
            checksum = (checksum ^ number) * PRIME & MASK
        return struct.pack("<8sIIIIQ", b"RAWINAME", 1, len(rows), len(pool), 0, checksum) + body
