#!/usr/bin/env python3
"""Writes tables.c from the Unicode Character Database (Debian's package unicode-data).

  generate.py [UCD_FOLDER]

One 32-bit entry a scalar, in a two-stage table with blocks of 256:
  bits 0-4   Bidi_Class (order of BIDI below)              UAX #9, extracted/DerivedBidiClass.txt
  bits 5-7   Joining_Type (order U R D C L T)              extracted/DerivedJoiningType.txt
  bits 8-9   columns in a terminal (0, 1, 2)               EastAsianWidth.txt, general category, as glibc's wcwidth
  bits 10-13 class of scalar (order of CLASSES below)      UnicodeData.txt
  bit 14     Default_Ignorable_Code_Point or Cf: never drawn
  bit 15     Bidi_Mirrored with a partner in BidiMirroring.txt
  bit 16     has a Bidi_Paired_Bracket                     BidiBrackets.txt
  bit 17     Arabic script letter                          Scripts.txt
  bits 18-20 where a kashida may stand (order of KASHIDA)  ArabicShaping.txt, joining groups
"""
import re, sys
from pathlib import Path

UCD = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
BIDI = "L R AL EN ES ET AN CS NSM BN B S WS ON LRE LRO RLE RLO PDF LRI RLI FSI PDI".split()
LONG = {"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET"}
JOINING = "U R D C L T".split()
CLASSES = "other letter mark digit punctuation symbol space control format".split()
# Letters by the part that they play in the rules for kashidas: those of "Justifying Text using Cascading Style
# Sheets (CSS) in Internet Explorer 5.5" (Microsoft, 2000), which later programs follow.
KASHIDA = [set(), {"SEEN", "SAD"}, {"TEH MARBUTA", "TEH MARBUTA GOAL", "HEH", "HEH GOAL", "KNOTTED HEH", "DAL"},
           {"ALEF", "TAH", "LAM", "KAF", "GAF", "SWASH KAF"}, {"BEH"}, {"REH", "YEH", "FARSI YEH", "YEH BARREE"},
           {"WAW", "AIN", "QAF", "FEH"}]
N = 0x110000


def rows(name):
    for line in (UCD / name).read_text(encoding="utf-8").splitlines():
        missing = re.match(r"# @missing: ([0-9A-F.]+); (\w+)", line)
        body = missing.group(1) + ";" + LONG[missing.group(2)] if missing and missing.group(2) in LONG else line.split("#")[0]
        fields = [f.strip() for f in body.split(";")]
        if fields and fields[0]:
            low, _, high = fields[0].partition("..")
            yield int(low, 16), int(high or low, 16), fields[1:]


def spread(name, pick, out):
    for low, high, fields in rows(name):
        value = pick(fields)
        if value is not None:
            for c in range(low, high + 1):
                out[c] = value


category = ["Cn"] * N
name_of, decomposition = {}, {}
first = None
for line in (UCD / "UnicodeData.txt").read_text().splitlines():
    f = line.split(";")
    c = int(f[0], 16)
    if f[1].endswith("First>"):
        first = c
    start = first if f[1].endswith("Last>") else c
    for k in range(start, c + 1):
        category[k] = f[2]
    name_of[c] = f[1]
    if f[5]:
        decomposition[c] = f[5]

bidi = ["L"] * N
spread("extracted/DerivedBidiClass.txt", lambda f: f[0], bidi)
joining = ["U"] * N
spread("extracted/DerivedJoiningType.txt", lambda f: f[0], joining)
wide = [False] * N
spread("EastAsianWidth.txt", lambda f: f[0] in ("W", "F"), wide)
ignorable = [False] * N
spread("DerivedCoreProperties.txt", lambda f: True if f[0] == "Default_Ignorable_Code_Point" else None, ignorable)
arabic = [False] * N
spread("Scripts.txt", lambda f: f[0] == "Arabic", arabic)

kashida = [0] * N
for line in (UCD / "ArabicShaping.txt").read_text(encoding="utf-8").splitlines():
    f = [x.strip() for x in line.split("#")[0].split(";")]
    if len(f) == 4:
        kashida[int(f[0], 16)] = next((k for k, groups in enumerate(KASHIDA) if f[3] in groups), 0)

mirror = {low: int(f[0], 16) for low, _, f in rows("BidiMirroring.txt")}
bracket = {low: (int(f[0], 16), f[1]) for low, _, f in rows("BidiBrackets.txt")}


def class_of(c):
    g = category[c]
    if g in ("Zs", "Zl", "Zp"): return "space"
    if g == "Cc": return "control"
    if g == "Cf": return "format"
    return {"L": "letter", "M": "mark", "N": "digit", "P": "punctuation", "S": "symbol"}.get(g[0], "other")


def hidden(c):
    # The signs that open a number or an ayah are Cf but have a shape of their own.
    if c in range(0x600, 0x606) or c in (0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD): return False
    if category[c] in ("Zl", "Zp"): return True
    return ignorable[c] or category[c] == "Cf"


def columns(c):
    g = category[c]
    if g in ("Mn", "Me") or 0x1160 <= c <= 0x11FF or hidden(c): return 0
    return 2 if wide[c] else 1


entry = []
for c in range(N):
    v = BIDI.index(bidi[c]) | JOINING.index(joining[c]) << 5 | columns(c) << 8
    v |= CLASSES.index(class_of(c)) << 10
    v |= hidden(c) << 14 | (c in mirror) << 15 | (c in bracket) << 16
    v |= (arabic[c] and category[c].startswith("L")) << 17
    if arabic[c]: v |= kashida[c] << 18
    entry.append(v)

blocks, stage1 = {}, []
for low in range(0, N, 256):
    stage1.append(blocks.setdefault(tuple(entry[low:low + 256]), len(blocks)))

# Presentation forms of single letters, and their way back to letters (Arabic Presentation Forms A and B).
FORMS = "isolated final initial medial".split()
forms, unform = {}, {}
for c in list(range(0xFB50, 0xFE00)) + list(range(0xFE70, 0xFEFD)):
    m = re.match(r"<(isolated|final|initial|medial)> (.*)", decomposition.get(c, ""))
    if not m: continue
    letters = [int(x, 16) for x in m.group(2).split()]
    if len(letters) == 1:
        if letters[0] >= 0x620:
            forms.setdefault(letters[0], [0] * 4)
            if not forms[letters[0]][FORMS.index(m.group(1))]:
                forms[letters[0]][FORMS.index(m.group(1))] = c
        unform[c] = letters
    elif len(letters) == 2 and letters[0] == 0x644:
        unform[c] = letters
    elif len(letters) == 2 and letters[0] in (0x20, 0x640):
        unform[c] = letters[1:]
low, high = min(forms), max(forms)

# Canonical decompositions (UAX #15), one step each; Hangul syllables, which are computed, are left out.
canonical = {c: [int(x, 16) for x in d.split()] for c, d in decomposition.items()
             if not d.startswith("<") and c not in range(0xAC00, 0xD7A4)}

out = ["// Generated by generate.py from the Unicode Character Database; do not edit.",
       '#include "CUnicodeTables.h"', ""]


def array(ctype, name, values, per=16):
    out.append(f"const {ctype} {name}[{len(values)}] = {{")
    for k in range(0, len(values), per):
        out.append("  " + ", ".join(str(v) for v in values[k:k + per]) + ",")
    out.append("};\n")


array("uint8_t" if len(blocks) < 256 else "uint16_t", "rawi_unicode_stage1", stage1, 32)
array("uint32_t", "rawi_unicode_stage2", [v for b in blocks for v in b])
pairs = sorted(mirror.items())
array("uint32_t", "rawi_unicode_mirror", [v for p in pairs for v in p])
# Canonically equivalent brackets share an identity (UAX #9, N0): U+2329/232A with U+3008/3009.
same = {0x2329: 0x3008, 0x232A: 0x3009}
pairs = sorted((c, same.get(c, c) if kind == "o" else same.get(other, other), kind == "o") for c, (other, kind) in bracket.items())
array("uint32_t", "rawi_unicode_bracket", [v for c, ident, is_open in pairs for v in (c, ident | is_open << 31)])
array("uint16_t", "rawi_unicode_forms", [v for c in range(low, high + 1) for v in forms.get(c, [0] * 4)])
pairs = sorted((c, (l + [0])[:2]) for c, l in unform.items())
array("uint16_t", "rawi_unicode_unform", [v for c, l in pairs for v in [c] + l])
array("uint32_t", "rawi_unicode_canonical", [v for c, l in sorted(canonical.items()) for v in [c] + (l + [0])[:2]])
header = f"""// Generated by generate.py from the Unicode Character Database; do not edit.
#pragma once
#include <stdint.h>
#include "CLineBreaks.h"

enum {{
  rawi_unicode_mirror_pairs = {len(mirror)},
  rawi_unicode_bracket_pairs = {len(bracket)},
  rawi_unicode_forms_first = 0x{low:X},
  rawi_unicode_forms_last = 0x{high:X},
  rawi_unicode_unform_entries = {len(unform)},
  rawi_unicode_canonical_entries = {len(canonical)},
}};

extern const {"uint8_t" if len(blocks) < 256 else "uint16_t"} rawi_unicode_stage1[{len(stage1)}];
extern const uint32_t rawi_unicode_stage2[{len(blocks) * 256}];
// Pairs (scalar, mirrored scalar), sorted by scalar.
extern const uint32_t rawi_unicode_mirror[{len(mirror) * 2}];
// Pairs (bracket, identity of its pair with bit 31 set for an opening one), sorted by bracket.
extern const uint32_t rawi_unicode_bracket[{len(bracket) * 2}];
// Isolated, final, initial, medial presentation form of each letter, 0 where there is none.
extern const uint16_t rawi_unicode_forms[{(high - low + 1) * 4}];
// Triples (presentation form, first letter, second letter or 0), sorted by form.
extern const uint16_t rawi_unicode_unform[{len(unform) * 3}];
// Triples (scalar, first and second scalar that it is canonically equivalent to, or 0), sorted by scalar.
extern const uint32_t rawi_unicode_canonical[{len(canonical) * 3}];

// The properties of a scalar below 0x110000; the bits are told in generate.py.
static inline uint32_t rawi_unicode_properties(uint32_t scalar) {{
  return rawi_unicode_stage2[(uint32_t)rawi_unicode_stage1[scalar >> 8] * 256 + (scalar & 255)];
}}

// Swift imports a C array as a tuple of all its elements; these reach one.
static inline uint16_t rawi_unicode_form(uint32_t index) {{ return rawi_unicode_forms[index]; }}
static inline uint16_t rawi_unicode_unform_at(uint32_t index) {{ return rawi_unicode_unform[index]; }}
static inline uint32_t rawi_unicode_canonical_at(uint32_t index) {{ return rawi_unicode_canonical[index]; }}
static inline uint32_t rawi_unicode_mirror_at(uint32_t index) {{ return rawi_unicode_mirror[index]; }}
static inline uint32_t rawi_unicode_bracket_at(uint32_t index) {{ return rawi_unicode_bracket[index]; }}
"""
here = Path(__file__).parent
(here / "tables.c").write_text("\n".join(out))
(here / "include/CUnicodeTables.h").write_text(header)
