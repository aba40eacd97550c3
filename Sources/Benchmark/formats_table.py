#!/usr/bin/env python3
"""A table of every file of a folder of real files: what Rawi opens, how right, how fast, with what message.

usage: formats_table.py [--rawi PROGRAM] [--runs N] [--only WORD] FOLDER

FOLDER is a tree of files; beside PAGE.html its text may stand in PAGE.gold.txt, and truth.txt is the
text of all PDFs and office documents of its folder, and of those elsewhere in the tree that are called made-…. Each file is opened by `rawi text` and by those of trafilatura,
readability-lxml (Python), pdftotext and pandoc that are installed here and read its format; times are the
best of N runs of a process, memory the most that it had.

Words: the Arabic words of both texts (NFKC, without vowel signs, tatweel, joiners). Precision and recall
count them as a bag; "in order" is the share of the known words in the longest matching blocks. Of pages the
first line of `rawi text`, the headline, is left out, since their known texts have none.
"""
import argparse
import collections
import difflib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
import unicodedata

MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
SKIPPED = (".gold.txt", "truth.txt", "index.tsv", "expected.txt")
# Programs that say what another extractor makes of the file that they are called with.
PYTHON = {
    "trafilatura": "import sys, trafilatura; print(trafilatura.extract(open(sys.argv[1], 'rb').read()) or '')",
    "readability": "import sys, readability, lxml.html; print(lxml.html.fromstring(readability.Document("
    "open(sys.argv[1], 'rb').read().decode('utf-8', 'replace')).summary()).text_content())",
}


def words(text):
    """The Arabic words of a text, as they are compared."""
    return re.findall("[\u0621-\u06d3]+", MARKS.sub("", unicodedata.normalize("NFKC", text)))


def score(known, text):
    """Precision, recall and share in order of the words of `text` against those of `known`."""
    known, found = words(known), words(text)
    both = sum((collections.Counter(known) & collections.Counter(found)).values())
    matcher = difflib.SequenceMatcher(None, known, found, autojunk=False)
    ordered = sum(block.size for block in matcher.get_matching_blocks())
    return both / max(1, len(found)), both / max(1, len(known)), ordered / max(1, len(known))


def run(command, runs):
    """What a command writes, its error line, best time in ms and most memory in MB."""
    best, memory = None, 0
    for _ in range(runs):
        start = time.monotonic()
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace") as child:
            out, err = child.communicate()
        elapsed = (time.monotonic() - start) * 1000
        best = elapsed if best is None else min(best, elapsed)
    # Of this one child: the figures of a process hold the most of all of its children.
    probe = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3, stderr=-3);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)")
    memory = subprocess.run([sys.executable, "-c", probe, *command], capture_output=True, text=True).stdout.strip()
    return out, (err.strip().splitlines() or [""])[0], best, memory


def known_text(path, folder):
    """The text that a file is known to hold, and whether it is a page without its headline."""
    gold = re.sub(r"\.html?$", ".gold.txt", path)
    if gold != path and os.path.exists(gold):
        return open(gold, encoding="utf-8").read(), True
    truth = os.path.join(os.path.dirname(path), "truth.txt")
    if os.path.basename(path).startswith("made-"):
        truth = next((os.path.join(place, "truth.txt") for place, _, names in os.walk(folder)
                      if "truth.txt" in names), truth)
    if os.path.exists(truth) and path.endswith((".pdf", ".docx", ".odt")):
        return open(truth, encoding="utf-8").read(), False
    return None, False


def others(path):
    """The other programs that read the file, by name."""
    commands = {}
    if path.endswith((".html", ".htm")):
        for name, program in PYTHON.items():
            if importlib.util.find_spec(name):
                commands[name] = [sys.executable, "-c", program, path]
    elif path.endswith(".pdf") and shutil.which("pdftotext"):
        commands["pdftotext"] = ["pdftotext", "-enc", "UTF-8", path, "-"]
    elif path.endswith((".docx", ".odt", ".epub", ".md")) and shutil.which("pandoc"):
        commands["pandoc"] = ["pandoc", "-t", "plain", "--wrap=none", path]
    return commands


def files(folder, only):
    """The files to be opened."""
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(place, name)
            if not name.endswith(SKIPPED) and only in path:
                yield path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--rawi", default=".build/release/rawi")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="", help="files whose path holds this word")
    options = parser.parse_args()
    sums = collections.defaultdict(list)
    print("| file | by | format | charset | words | precision | recall | in order | ms | MB | message |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for path in files(options.folder, options.only):
        known, has_headline = known_text(path, options.folder)
        info = subprocess.run([options.rawi, "info", "--format", "json", path], capture_output=True, text=True)
        facts = json.loads(info.stdout) if info.stdout.strip() else {}
        for name, command in {"rawi": [options.rawi, "text", path], **others(path)}.items():
            text, message, elapsed, memory = run(command, options.runs)
            cells = ["", "", ""]
            if known is not None:
                body = text.partition("\n")[2] if has_headline and name == "rawi" else text
                figures = score(known, body)
                cells = [f"{figure:.3f}" for figure in figures]
                sums[os.path.splitext(path)[1], name].append(figures)
            kind = [facts.get("format", "-"), facts.get("charset", "-")] if name == "rawi" else ["", ""]
            row = [os.path.relpath(path, options.folder), name, *kind, str(len(text.split())), *cells,
                   f"{elapsed:.0f}", memory, message[:90].replace("|", "/")]
            print("| " + " | ".join(row) + " |", flush=True)
    print()
    for (ending, name), figures in sorted(sums.items()):
        means = [sum(column) / len(figures) for column in zip(*figures)]
        print(f"{ending[1:]} by {name}: {len(figures)} with known text; precision {means[0]:.3f}, "
              f"recall {means[1]:.3f}, in order {means[2]:.3f}")


if __name__ == "__main__":
    main()
