#!/usr/bin/env python3
"""Smaller systems than the tagger, on the project's own labels: what each kind of knowledge gives.

    ./frontier.py --news ../../../../shared/raw --rawi ../../../.build/release/rawi

Conditional random fields with ever more features (words and affixes; clusters of words by their company in the news; what
lists and rules say), then a two-way LSTM with word vectors and letters under a CRF (Lample et al. 2016). All learn from
`labels/train.tsv`; exact F1 by whole words on `labels/dev.tsv`.
"""
import argparse
import collections
import json
import lzma
import pathlib
import random
import tempfile
import time

import gensim
import numpy as np
import pycrfsuite
import torch
from sklearn.cluster import MiniBatchKMeans
from torch import nn

import evaluate
import labelled_data as data
from label_curve import FOLDED, features
from pretrain import WORD
from vocabulary import LEFT_OUT

WIDTH = 100
fold = lambda word: LEFT_OUT.sub("", word).translate(FOLDED)


class News:
    """The lines of the news, as lists of folded words."""

    def __init__(self, folder):
        self.folder = folder

    def __iter__(self):
        for path in sorted(pathlib.Path(self.folder).glob("*.txt.xz")):
            with lzma.open(path, "rt", encoding="utf-8", newline="\n") as file:
                for line in file:
                    yield [fold(word) for word in WORD.findall(line)]


def vectors(folder):
    """Skip-gram vectors (Mikolov et al. 2013) of the words that the news has five times or more."""
    model = gensim.models.Word2Vec(
        News(folder), vector_size=WIDTH, sg=1, window=5, min_count=5, sample=1e-4, negative=5, epochs=2, workers=2, seed=1)
    return model.wv


def clusters(vectors):
    """For each word its clusters among 64, 256 and 1,024."""
    unit = vectors.vectors / np.linalg.norm(vectors.vectors, axis=1, keepdims=True)
    columns = [MiniBatchKMeans(count, random_state=1, n_init=1, batch_size=8192).fit_predict(unit) for count in (64, 256, 1024)]
    return dict(zip(vectors.index_to_key, zip(*columns)))


def ruled(labels, options):
    """For each sentence the tags that lists and rules give its words."""
    lines = list(data.news_lines(labels, options.news))
    texts = [line.text for line in lines]
    printed, _ = evaluate.run(options.rawi, texts, "--model", "none")
    starts = np.cumsum([0] + [len(text) + 1 for text in texts])
    names = collections.defaultdict(list)
    for entity in json.loads(printed)["entities"]:
        for mention in entity["mentions"]:
            if mention["form"] != "nominal" and entity["type"] in data.TYPES:
                line = int(np.searchsorted(starts, mention["start"], "right")) - 1
                names[line].append((mention["start"] - starts[line], mention["end"] - starts[line], entity["type"]))
    for number, words in enumerate(data.tokens(options.rawi, texts)):
        tags = ["O"] * len(words)
        for start, end, kind in names[number]:
            inside = [n for n, (_, first, last) in enumerate(words) if first < end and last > start]
            for place, n in enumerate(inside):
                tags[n] = ("I-" if place else "B-") + kind
        for part in data.cut([(word, tag) for (word, _, _), tag in zip(words, tags)]):
            yield [tag for _, tag in part]


def with_clusters(rows, words, known):
    for n, row in enumerate(rows):
        for distance in (-2, -1, 0, 1, 2):
            if 0 <= n + distance < len(words):
                found = known.get(fold(words[n + distance]), ())
                row += [f"c{size}{distance:+}={number}" for size, number in enumerate(found)]
        word = fold(words[n])
        if word not in known and word[:1] in "وفبلك":
            row += [f"r{size}={number}" for size, number in enumerate(known.get(word[1:], ()))]


def with_rules(rows, tags):
    for n, row in enumerate(rows):
        row += [f"l{distance:+}={tags[n + distance]}" for distance in (-1, 0, 1) if 0 <= n + distance < len(rows)]


def field(name, train, gold, dev):
    """Trains a field on (features, tags) and prints how it does on `dev`; returns the tags that it finds."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.1, "c2": 0.01, "max_iterations": 80, "feature.possible_transitions": True})
    for rows, tags in train:
        trainer.append(rows, tags)
    with tempfile.NamedTemporaryFile() as file:
        trainer.train(file.name)
        size = pathlib.Path(file.name).stat().st_size
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        begin = time.process_time()
        found = [[data.NUMBER[tag] for tag in tagger.tag(rows)] for rows in dev]
        seconds = time.process_time() - begin
    report(name, gold, found, f"{size / 1e6:.1f} MB, {sum(map(len, dev)) / seconds:.0f} words/s without features")


def report(name, gold, found, more):
    sets = [{(n, *span) for n, tags in enumerate(part) for span in data.spans(tags)} for part in (gold, found)]
    f1 = lambda kinds: 200 * len({s for s in sets[0] & sets[1] if s[3] in kinds}) / max(
        1, sum(len({s for s in part if s[3] in kinds}) for part in sets))
    row = " ".join(f"{kind} {f1([kind]):.1f}" for kind in data.TYPES[:3])
    print(f"{name}: {f1(data.TYPES[:3]):.1f} ({row}); {more}", flush=True)


class Recurrent(nn.Module):
    """Word vectors and letters, two LSTMs, scores of tags and of one tag behind another."""

    def __init__(self, table, letters, tags):
        super().__init__()
        self.words = nn.Embedding.from_pretrained(torch.tensor(table), freeze=False, padding_idx=0)
        self.letters = nn.Embedding(letters, 32, padding_idx=0)
        self.window = nn.Conv1d(32, 64, 3, padding=1)
        self.lstm = nn.LSTM(WIDTH + 64, 160, batch_first=True, bidirectional=True)
        self.out = nn.Linear(320, tags)
        self.next = nn.Parameter(torch.zeros(tags, tags))
        self.drop = nn.Dropout(0.4)

    def scores(self, words, letters):
        runs, count, size = letters.shape
        seen = self.window(self.letters(letters).view(runs * count, size, -1).transpose(1, 2)).amax(2).view(runs, count, -1)
        x, _ = self.lstm(self.drop(torch.cat([self.words(words), seen], 2)))
        return self.out(self.drop(x))

    def loss(self, scores, tags, mask):
        alpha = scores[:, 0]
        right = scores[:, 0].gather(1, tags[:, :1]).squeeze(1)
        for n in range(1, scores.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + self.next, 1) + scores[:, n]
            gain = scores[:, n].gather(1, tags[:, n:n + 1]).squeeze(1) + self.next[tags[:, n - 1], tags[:, n]]
            alpha = torch.where(mask[:, n, None], step, alpha)
            right = right + torch.where(mask[:, n], gain, 0)
        return (torch.logsumexp(alpha, 1) - right).mean()

    def path(self, scores):
        best, back = scores[0], []
        for row in scores[1:]:
            sums = best[:, None] + self.next
            best, where = sums.max(0)
            back.append(where)
            best = best + row
        found = [int(best.argmax())]
        for where in reversed(back):
            found.append(int(where[found[-1]]))
        return found[::-1]


def recurrent(train, dev, known):
    """Trains the LSTM and prints how it does."""
    torch.manual_seed(1)
    random.seed(1)
    numbers = {word: n + 2 for n, word in enumerate(known.index_to_key)}
    table = np.concatenate([np.zeros((2, WIDTH), np.float32), known.vectors])
    letters = {letter: n + 2 for n, letter in enumerate(sorted({c for s in train for w in s["words"] for c in w}))}

    def tensors(part):
        longest = max(len(s["words"]) for s in part)
        words, spelled = torch.zeros(len(part), longest, dtype=torch.long), torch.zeros(len(part), longest, 14, dtype=torch.long)
        tags, mask = torch.zeros(len(part), longest, dtype=torch.long), torch.zeros(len(part), longest, dtype=torch.bool)
        for row, s in enumerate(part):
            count = len(s["words"])
            words[row, :count] = torch.tensor([numbers.get(fold(w), 1) for w in s["words"]])
            for n, w in enumerate(s["words"]):
                spelled[row, n, :min(14, len(w))] = torch.tensor([letters.get(c, 1) for c in w[:14]])
            tags[row, :count], mask[row, :count] = torch.tensor(s["tags"]), True
        return words, spelled, tags, mask

    model = Recurrent(table, len(letters) + 2, len(data.TAGS))
    optimizer = torch.optim.Adam(model.parameters(), 2e-3)
    order = sorted(train, key=lambda s: len(s["words"]))
    groups = [order[n:n + 24] for n in range(0, len(order), 24)]
    for number in range(12):
        model.train()
        random.shuffle(groups)
        for group in optimizer.param_groups:
            group["lr"] = 2e-3 * (1 - number / 12)
        for part in groups:
            words, spelled, tags, mask = tensors(part)
            loss = model.loss(model.scores(words, spelled), tags, mask)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5)
            optimizer.step()
    model.eval()
    with torch.no_grad():
        begin = time.process_time()
        found = []
        for sentence in dev:
            words, spelled, _, _ = tensors([sentence])
            found.append(model.path(model.scores(words, spelled)[0]))
        seconds = time.process_time() - begin
    size = sum(p.numel() for name, p in model.named_parameters() if not name.startswith("words")) / 1e6
    speed = sum(len(s["words"]) for s in dev) / seconds
    report("LSTM with word vectors and letters, CRF", [s["tags"] for s in dev], found,
           f"{size:.1f} million weights beside {len(table)} vectors, {speed:.0f} words/s in PyTorch")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", required=True)
    parser.add_argument("--rawi", required=True)
    options = parser.parse_args()
    torch.set_num_threads(2)
    train, dev = (list(data.own(part, options.news, options.rawi)) for part in ("train", "dev"))
    rules = [list(ruled(part, options)) for part in ("train", "dev")]
    gold = [sentence["tags"] for sentence in dev]
    report("lists and rules alone", gold, [[data.NUMBER[tag] for tag in tags] for tags in rules[1]], "no training")
    known = vectors(options.news)
    groups = clusters(known)
    for name, clustered, listed in (("CRF", False, False), ("CRF, clusters", True, False), ("CRF, lists and rules", False, True),
                                    ("CRF, clusters, lists and rules", True, True)):
        rows = []
        for sentences, tags in zip((train, dev), rules):
            part = [list(features(sentence["words"])) for sentence in sentences]
            for row, sentence, guess in zip(part, sentences, tags):
                if clustered:
                    with_clusters(row, sentence["words"], groups)
                if listed:
                    with_rules(row, guess)
            rows.append(part)
        tags = [[data.TAGS[tag] for tag in sentence["tags"]] for sentence in train]
        field(name, zip(rows[0], tags), gold, rows[1])
    recurrent(train, dev, known)


if __name__ == "__main__":
    main()
