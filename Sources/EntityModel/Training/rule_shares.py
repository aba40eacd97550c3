#!/usr/bin/env python3
"""How often each rule of names was right on the labelled news: for the table of rules of ArabicAnalysis.

    ./rule_shares.py --rawi ../../../.build/release/rawi --news ../../../../shared/raw

Prints, for each rule: right and found by lists and rules alone on all labels, right and found in the shipped
configuration on the development part, which the tagger has not seen. A mention is right where a label has the same
scalars and type. `--model none` is far faster; the labels were not used to make the rules.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import tempfile

import labelled_data as data


def shares(rawi, lines, *options):
    """For each rule the names found and those that are right; the lines are analysed in blocks, as texts of their own."""
    tally = collections.defaultdict(lambda: [0, 0])
    for start in range(0, len(lines), 200):
        block = lines[start:start + 200]
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write("".join(line.text + "\n" for line in block))
            file.flush()
            printed = subprocess.run(
                [rawi, "analyze", file.name, "--encoding", "utf-8", *options], check=True, capture_output=True,
                text=True).stdout
        wanted, base = set(), 0
        for line in block:
            wanted |= {(base + first, base + last, kind) for first, last, kind in line.names}
            base += len(line.text) + 1
        for entity in json.loads(printed)["entities"]:
            for mention in entity["mentions"]:
                if mention["form"] == "nominal" or entity["type"] not in ("PER", "ORG", "LOC"):
                    continue
                count = tally[mention["rule"]]
                count[1] += 1
                count[0] += (mention["start"], mention["end"], entity["type"]) in wanted
    return tally


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rawi", required=True)
    parser.add_argument("--news", required=True, type=pathlib.Path)
    options = parser.parse_args()
    every = [line for part in ("train", "dev") for line in data.news_lines(part, options.news)]
    alone = shares(options.rawi, every, "--model", "none")
    shipped = shares(options.rawi, list(data.news_lines("dev", options.news)))
    for rule in sorted({*alone, *shipped}):
        print(rule, *alone[rule], *shipped[rule], sep="\t")


if __name__ == "__main__":
    main()
