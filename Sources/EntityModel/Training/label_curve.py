#!/usr/bin/env python3
"""How much each 10,000 labelled words give, by a conditional random field, which trains in a minute.

    ./label_curve.py --news ../../../../shared/raw --rawi ../../../.build/release/rawi

Learns from ever more lines of `labels/train.tsv`, drawn at random with a fixed seed, and prints the exact F1 by whole
words on `labels/dev.tsv`. Features: the folded word, its affixes and shape, and the words around it.
"""
import argparse
import random
import tempfile
import time

import pycrfsuite

import labelled_data as data
from vocabulary import LEFT_OUT

FOLDED = str.maketrans("أإآٱىة", "اااايه")


def features(words):
    folded = [LEFT_OUT.sub("", word).translate(FOLDED) for word in words]
    at = lambda n: folded[n] if 0 <= n < len(folded) else "<>"
    for n, word in enumerate(folded):
        found = [f"w={word}", f"digit={word.isdigit()}", f"latin={word.isascii()}"]
        found += [f"p{k}={word[:k]}" for k in (1, 2, 3)] + [f"s{k}={word[-k:]}" for k in (1, 2, 3)]
        if len(word) > 4 and word[0] in "وفبلك":
            found.append(f"rest={word[1:]}")
        found += [f"{d:+}={at(n + d)}" for d in (-2, -1, 1, 2)] + [f"-1 0={at(n - 1)} {word}", f"0 1={word} {at(n + 1)}"]
        yield found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", required=True)
    parser.add_argument("--rawi", required=True)
    options = parser.parse_args()
    lines = list(data.own("train", options.news, options.rawi))
    random.Random(1).shuffle(lines)
    development = list(data.own("dev", options.news, options.rawi))
    gold = {(n, *span) for n, line in enumerate(development) for span in data.spans(line["tags"])}
    for limit in range(10_000, 160_000, 10_000):
        trainer, words = pycrfsuite.Trainer(verbose=False), 0
        trainer.set_params({"c1": 0.1, "c2": 0.01, "max_iterations": 80, "feature.possible_transitions": True})
        for line in lines:
            if words >= limit:
                break
            words += len(line["words"])
            trainer.append(list(features(line["words"])), [data.TAGS[tag] for tag in line["tags"]])
        with tempfile.NamedTemporaryFile() as file:
            trainer.train(file.name)
            tagger = pycrfsuite.Tagger()
            tagger.open(file.name)
            begin = time.process_time()
            tags = [[data.NUMBER[tag] for tag in tagger.tag(list(features(line["words"])))] for line in development]
            seconds = time.process_time() - begin
        found = {(n, *span) for n, path in enumerate(tags) for span in data.spans(path)}
        f1 = 200 * len(gold & found) / (len(gold) + len(found))
        speed = sum(len(line["words"]) for line in development) / seconds
        print(f"{words} words: F1 {f1:.1f}; tags {speed:.0f} words/s, features in Python included", flush=True)


if __name__ == "__main__":
    main()
