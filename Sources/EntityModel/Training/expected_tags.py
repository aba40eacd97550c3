#!/usr/bin/env python3
"""What the training side finds in 1,000 sentences, for the test of the runtime.

    ./expected_tags.py --rawi ../../../.build/release/rawi ../../CAnalysisData/tagger.bin ../../CAnalysisData/fast.bin \\
        ../../../Tests/ArabicAnalysisTests/Fixtures ../../../Tests/EntityModelTests/Fixtures/sentences.tsv

The sentences are made of clauses of the invented texts of the fixtures, put together at random. Each line of
the output: the sentence; for each token the number of its tag, a digit; the sum of the logarithms of these
tags' probabilities, by the weights of the model file and activations in floats; the last two by the fast tagger.
"""
import argparse
import pathlib
import random
import re

import labelled_data as data
import model_file
import numpy as np
import torch
from tagger import Tagger, predict
from vocabulary import Vocabulary

COUNT = 1000


def sentences(folder):
    texts = [path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(folder).rglob("*.txt"))]
    clauses = sorted({clause.strip() for text in texts for clause in re.split("[\n.،]", text)
                      if 3 <= len(clause.split()) <= 8})
    random.seed(1)
    return ["، ".join(random.sample(clauses, 2)) + "." for _ in range(COUNT)]


def tagger(encoder, vocabulary):
    model = Tagger(encoder, vocabulary, encoder.layers)
    model.load_state_dict({name: torch.tensor(np.array(value)) for name, value in encoder.state.items()}, strict=False)
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rawi", required=True)
    parser.add_argument("model")
    parser.add_argument("student")
    parser.add_argument("texts")
    parser.add_argument("output")
    options = parser.parse_args()
    teacher = model_file.FileEncoder(options.model)
    vocabulary = Vocabulary(teacher)
    lines = sentences(options.texts)
    words = [[word for word, _, _ in tokens] for tokens in data.tokens(options.rawi, lines)]
    runs = [
        {"words": row, "tags": [0] * len(row), "clitics": [-1] * len(row), "guideline": data.OWN, "follows": False}
        for row in words
    ]
    windows = list(data.windows(runs, lambda: data.WINDOW))
    columns = [lines]
    for encoder in (teacher, model_file.FileStudent(options.student, teacher)):
        found = predict(tagger(encoder, vocabulary), windows, vocabulary)
        columns.append(["".join(map(str, tags)) for tags, _, _ in found])
        columns.append([f"{sum(float(row[tag]) for row, tag in zip(scores, tags)):.3f}" for tags, _, scores in found])
    with open(options.output, "w", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for row in zip(*columns))


if __name__ == "__main__":
    main()
