#!/usr/bin/env python3
"""Learns who is meant where a reporting word has no subject: `../../CAnalysisData/lists/antecedents.tsv`.

    ./train_antecedents.py --rawi ../../../.build/release/rawi --news ../../../../shared/raw \
        ../../CAnalysisData/lists/antecedents.tsv

The program tells, with the names of the labels given, who may be meant and which signs each has (`rawi analyze --dump
antecedents`); a log-linear model over the candidates of each report learns what the signs weigh, from the labelled
quotations of the train part, and is compared with the latest speaker by ten-fold cross-validation over whole articles.
Needs nothing but Python; the same inputs give the same file.
"""
import argparse
import collections
import json
import math
import pathlib
import random
import subprocess
import tempfile

import quotation_texts

PENALTY = 1.0
STEPS = 150
RATE = 3.0
FOLDS = 10


def dumped(rawi, folder):
    """For each article its reports without a subject: where the cue begins, and the signs of each candidate."""
    for labels in sorted(folder.glob("*.json")):
        printed = subprocess.run(
            [rawi, "analyze", labels.with_suffix(".txt"), "--own-names", "off", "--entities", labels, "--dump", "antecedents"],
            check=True, capture_output=True, text=True).stdout
        yield labels, (line.split("\t") for line in printed.splitlines())


def instances(rows, article):
    """The candidates of each report that has a right answer: whether each is right, and its signs."""
    wanted = {}
    for quote in article["quotes"]:
        if quote.get("cue") and quote["type"] != "scare" and not quote.get("optional"):
            wanted[quote["cue"]["start"]] = {quote.get("speaker"), *quote.get("speaker_alt", [])} - {None}
    found = collections.defaultdict(list)
    for cue, entity, signs in rows:
        if int(cue) in wanted:
            found[int(cue)].append((entity in wanted[int(cue)], signs.split()))
    return [item for item in found.values() if any(right for right, _ in item)]


def score(weights, signs):
    return sum(weights.get(sign, 0) for sign in signs)


def learnt(data):
    """The weights with the greatest likelihood of the right candidates, less a penalty for their squares."""
    weights = collections.defaultdict(float)
    for _ in range(STEPS):
        slope = collections.defaultdict(float)
        for item in data:
            scores = [score(weights, signs) for _, signs in item]
            top = max(scores)
            shares = [math.exp(value - top) for value in scores]
            whole, good = sum(shares), sum(share for share, (right, _) in zip(shares, item) if right)
            for share, (right, signs) in zip(shares, item):
                for sign in signs:
                    slope[sign] += (share / good if right else 0) - share / whole
        for sign in sorted(slope):
            weights[sign] += RATE / len(data) * (slope[sign] - PENALTY * weights[sign])
    return weights


def is_right(weights, item):
    return max(item, key=lambda candidate: score(weights, candidate[1]))[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rawi", required=True)
    parser.add_argument("--news", required=True, type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        quotation_texts.main(options.news, pathlib.Path(folder), "train")
        articles = [
            instances(rows, json.loads(labels.read_text(encoding="utf-8")))
            for labels, rows in dumped(options.rawi, pathlib.Path(folder))]
    articles = [article for article in articles if article]
    random.Random(1).shuffle(articles)
    right = total = 0
    for fold in range(FOLDS):
        weights = learnt([item for number, article in enumerate(articles) if number % FOLDS != fold for item in article])
        for item in (item for article in articles[fold::FOLDS] for item in article):
            total += 1
            right += is_right(weights, item)
    last = sum(any(good and "last" in signs for good, signs in item) for article in articles for item in article)
    print(f"{right} of {total} right in articles that were not learnt from; the last speaker is in {last}")
    weights = learnt([item for article in articles for item in article])
    head = [line for line in options.out.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    rows = [f"{sign}\t{weights[sign]:.3f}" for sign in sorted(weights)]
    options.out.write_text("\n".join(head + rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
