#!/usr/bin/env python3
"""Trains the fast tagger, a student of the tagger, and writes its file.

    ./train_fast.py --news ../../../../shared/raw --rawi ../../../.build/release/rawi \\
        ../../CAnalysisData/tagger.bin ../../CAnalysisData/fast.bin

The student has the tagger's pieces, embeddings and lower layers as they are, so that what these make of a text is computed once
and kept (some 800 bytes of memory a piece); it learns two upper layers and the heads. It learns from the labels, and from what the
tagger makes of news without labels: the probabilities of its tags and clitic counts and the numbers of its uppermost layer
(Hinton, Vinyals and Dean 2015; Jiao et al., TinyBERT, 2020).
"""
import argparse
import itertools
import json
import lzma
import math
import pathlib
import random
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import labelled_data as data
import model_file
from pretrain import WORD
from tagger import Batch, Layer, Tagger, batches, best_path
from name_pool import ListedNames, NamePool
from train_tagger import WINDOWS, figures, round_weights, varied, weights
from vocabulary import Vocabulary

# Pieces that go through the teacher together.
CACHED = 2500
# Lines of the news that are drawn together.
CHUNK = 40


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("teacher", help="the tagger's file")
    parser.add_argument("student", help="the file to write")
    parser.add_argument("--news", required=True, help="folder with the texts of the labels, which the teacher answers on too")
    parser.add_argument("--rawi", required=True, help="the program, which cuts the texts into words")
    parser.add_argument("--shared", type=int, default=4, help="layers that it has from the teacher")
    parser.add_argument("--begin", type=int, nargs="*", default=[4, 11], help="the teacher's layers that its own begin as")
    parser.add_argument("--inner", type=int, default=1024, help="numbers inside each of its own layers")
    parser.add_argument("--pieces", type=int, default=1_050_000, help="of news to learn from")
    parser.add_argument("--variants", type=int, default=3, help="of the labels, with names changed for others")
    parser.add_argument("--swapped", type=float, default=0.15, help="share of names changed for others in a variant")
    parser.add_argument("--attached", type=float, default=0, help="share of names that get letters before them in a variant")
    parser.add_argument("--listed", action="store_true", help="people get names of the list of names, too")
    parser.add_argument("--articles", action="store_true", help="learn from the names of the articles with quotations, too")
    parser.add_argument("--seconds", type=float, default=1500, help="how long to train")
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--batch", type=int, default=1500, help="pieces of a step")
    parser.add_argument("--hidden", type=float, default=0.5, help="weight of the distance from the teacher's numbers")
    parser.add_argument("--rounded", type=float, default=0.2, help="share of the time, the last, with rounded weights")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--state", help="a file for the float weights")
    parser.add_argument("--resume", help="such a file to write as it is: no training")
    parser.add_argument("--teacher-was", metavar="MODEL", help="the tagger that the student's file was made for: no training where "
                        "the new one has the same lower layers, only its checksum is written")
    return parser.parse_args()


class Student(nn.Module):
    """Own layers on what the teacher's lower ones make of pieces, and word heads."""

    def __init__(self, teacher, begin, inner):
        super().__init__()
        self.layers = nn.ModuleList(narrowed(Layer(teacher, index), inner) for index in begin)
        for name in ("head", "clit"):
            weight = torch.tensor(np.array(teacher.state[f"{name}.weight"]))
            part = nn.Linear(weight.shape[1], weight.shape[0])
            part.weight.data, part.bias.data = weight, torch.tensor(np.array(teacher.state[f"{name}.bias"]))
            setattr(self, name, part)

    def forward(self, x, mask, first, last):
        """The scores of tags and of clitic counts of each word, and the last layer's numbers of each piece."""
        hidden = torch.where(mask, 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, hidden)
        words = word_ends(x, first, last)
        return self.head(words), self.clit(words), x


def narrowed(layer, inner):
    """A layer with `inner` numbers inside: those whose weights are largest."""
    strength = layer.fi.weight.norm(dim=1) * layer.fo.weight.norm(dim=0)
    kept = strength.topk(min(inner, len(strength))).indices.sort().values
    layer.fi.weight.data, layer.fi.bias.data = layer.fi.weight.data[kept], layer.fi.bias.data[kept]
    layer.fo.weight.data = layer.fo.weight.data[:, kept].contiguous()
    return layer


def word_ends(x, first, last):
    return torch.cat([torch.gather(x, 1, at[:, :, None].expand(-1, -1, x.shape[2])) for at in (first, last)], 2)


def news_windows(folder, pieces):
    """Windows of the news in random order, without the lines of the development labels and those beside them."""
    held = {}
    for row in (data.HERE / "labels" / "dev.tsv").read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            source, line, *_ = row.split("\t")
            held.setdefault(source, set()).add(int(line))
    for row in (data.HERE / "labels" / "quotations-dev.jsonl").read_text(encoding="utf-8").splitlines():
        raw = json.loads(row)["raw"]
        held.setdefault(raw["file"].removesuffix(".txt.xz"), set()).update(range(raw["first"], raw["last"] + 1))
    chunks = []
    for path in sorted(pathlib.Path(folder).glob("*.txt.xz")):
        apart, seen, chunk = held.get(path.name.removesuffix(".txt.xz"), set()), set(), []
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, 1):
                if line.strip() and line not in seen and not any(n in apart for n in range(number - 2, number + 3)):
                    seen.add(line)
                    chunk.append(line)
                if number % CHUNK == 0 and chunk:
                    chunks.append(chunk)
                    chunk = []
        chunks.append(chunk)
    random.shuffle(chunks)
    for chunk in chunks:
        sentences = []
        for line in chunk:
            for rows in data.cut([(word,) for word in WORD.findall(line)]):
                words = [word for word, in rows]
                sentences.append({"words": words, "tags": [0] * len(words), "clitics": [-1] * len(words),
                                  "guideline": data.OWN, "follows": bool(sentences)})
        yield from data.windows(sentences, lambda: data.WINDOW)


class Answers:
    """Windows with what the shared layers make of them, and of news what the whole teacher does."""

    def __init__(self, teacher, shared):
        self.teacher, self.shared = teacher.eval(), shared
        self.records, self.pieces = [], 0

    @torch.no_grad()
    def add(self, batch, windows, whole):
        teacher = self.teacher
        x = teacher.word(batch.pieces) + teacher.pos.weight[:batch.pieces.shape[1]] + teacher.guide(batch.guidelines)[:, None]
        x = teacher.ln(x)
        hidden = torch.where(batch.mask, 0.0, -1e4)[:, None, None, :]
        layers = teacher.layers if whole else teacher.layers[:self.shared]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            for number, layer in enumerate(layers, 1):
                x = layer(x, hidden)
                if number == self.shared:
                    lower = x.bfloat16()
        if whole:
            words = word_ends(x.float(), batch.first, batch.last)
            scores, counts = (F.log_softmax(head(words), -1).half() for head in (teacher.head, teacher.clit))
        for number, window in enumerate(windows):
            length, size = len(window["words"]), int(batch.mask[number].sum())
            record = {"x": lower[number, :size].clone(), "first": batch.first[number, :length], "last": batch.last[number, :length]}
            if whole:
                record |= {"scores": scores[number, :length], "counts": counts[number, :length], "h": x[number, :size].bfloat16().clone()}
            else:
                record |= {"tags": batch.tags[number, :length], "clitics": batch.clitics[number, :length]}
            self.records.append(record)
            self.pieces += size

    def groups(self, size):
        """The records in groups of some `size` pieces, the like long together, in random order."""
        order = sorted(range(len(self.records)), key=lambda n: len(self.records[n]["x"]) + random.random() * 10)
        group, longest = [], 0
        for number in order:
            longest = max(longest, len(self.records[number]["x"]))
            if group and longest * (len(group) + 1) > size:
                yield group
                group, longest = [], len(self.records[number]["x"])
            group.append(self.records[number])
        if group:
            yield group


def labelled(teacher, vocabulary, options, windows, vary):
    found = Answers(teacher, options.shared)
    for group in batches(windows, vocabulary, CACHED):
        found.add(Batch(group, vocabulary, vary), group, whole=False)
    return found


def unlabelled(teacher, vocabulary, options):
    found = Answers(teacher, options.shared)
    windows = news_windows(options.news, options.pieces)
    while found.pieces < options.pieces and (part := list(itertools.islice(windows, 2000))):
        for group in batches(part, vocabulary, CACHED):
            found.add(Batch(group, vocabulary), group, whole=True)
        print(f"{found.pieces} pieces of news answered", flush=True)
    return found


def padded(rows, value):
    return nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=value)


def tensors(group):
    column = lambda name, value: padded([record[name] for record in group], value)
    lengths = torch.tensor([len(record["x"]) for record in group])
    x = column("x", 0)
    return x, torch.arange(x.shape[1]) < lengths[:, None], column("first", 0), column("last", 0)


def loss_of(model, group, options):
    column = lambda name, value: padded([record[name] for record in group], value)
    x, mask, first, last = tensors(group)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, clitics, hidden = model(x, mask, first, last)
    tags, clitics = tags.float(), clitics.float()
    if "tags" in group[0]:
        wanted = column("clitics", -100)
        loss = F.cross_entropy(tags.flatten(0, 1), column("tags", -100).flatten(), ignore_index=-100)
        if (wanted >= 0).any():
            loss = loss + 0.3 * F.cross_entropy(clitics.flatten(0, 1), wanted.flatten(), ignore_index=-100)
        return loss
    words = padded([torch.ones(len(record["first"])) for record in group], 0)
    scores, counts = column("scores", 0).float(), column("counts", 0).float()
    # Most words are no names: those count less.
    name = (1 - scores[:, :, 0].exp()) * words
    weight = words * (0.5 + 1.5 * name)
    far = lambda wanted, found, weight: ((wanted.exp() * (wanted - F.log_softmax(found, -1))).sum(-1) * weight).sum() / weight.sum().clamp(min=1)
    apart = (((hidden.float() - column("h", 0).float()) ** 2).mean(-1) * mask).sum() / mask.sum()
    return far(scores, tags, weight) + 0.3 * far(counts, clitics, name) + options.hidden * apart


@torch.no_grad()
def report(model, answers, windows):
    """F1 on labelled windows, which `answers` has in the same order."""
    model.eval()
    found = []
    for record in answers.records:
        x, *places = tensors([record])
        tags, clitics, _ = model(x.float(), *places)
        scores = F.log_softmax(tags[0].float(), -1).numpy()
        found.append((best_path(scores), clitics[0].argmax(-1).numpy(), scores))
    model.train()
    return figures(windows, found, data.TYPES[:3])


def train(model, sets, options, told):
    heads, matrices, vectors = [], [], []
    for name, parameter in model.named_parameters():
        (heads if name.startswith(("head", "clit")) else matrices if parameter.dim() > 1 else vectors).append(parameter)
    parts = [{"params": part, "top": rate, "lr": rate, "weight_decay": decay} for part, rate, decay in (
        (heads, options.head_rate, 0.01), (matrices, options.rate, 0.01), (vectors, options.rate, 0))]
    optimizer = torch.optim.AdamW(parts, betas=(0.9, 0.98), fused=True)

    def stream():
        while True:
            groups = [group for part in sets for group in part.groups(options.batch)]
            random.shuffle(groups)
            yield from groups

    begin = mark = time.monotonic()
    for step, group in enumerate(stream()):
        share = (time.monotonic() - begin) / options.seconds
        if share >= 1:
            break
        if share > 1 - options.rounded:
            round_weights(model)
        for part in parts:
            part["lr"] = part["top"] * min(1, share / 0.04 + 0.01) * (0.5 + 0.5 * math.cos(math.pi * share))
        loss = loss_of(model, group, options)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        if time.monotonic() - mark > 150:
            mark = time.monotonic()
            print(f"{mark - begin:.0f} s, step {step}: {told()}", flush=True)


def main():
    options = arguments()
    if options.teacher_was:
        return model_file.change_teacher(options.student, options.teacher_was, options.teacher)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    encoder = model_file.FileEncoder(options.teacher)
    vocabulary = Vocabulary(encoder)
    teacher = Tagger(encoder, vocabulary, encoder.layers)
    teacher.load_state_dict({name: torch.tensor(np.array(value)) for name, value in encoder.state.items()}, strict=False)
    student = Student(encoder, options.begin, options.inner)
    windows = list(data.windows(data.own("dev", options.news, options.rawi), lambda: data.WINDOW))
    held = Answers(teacher, options.shared)
    for window in windows:
        held.add(Batch([window], vocabulary), [window], whole=False)
    told = lambda: report(student, held, windows)
    if options.resume:
        student.load_state_dict(torch.load(options.resume))
    else:
        sentences = list(data.own("train", options.news, options.rawi))
        if options.articles:
            sentences += data.articles("train", options.news, options.rawi)
        pool = NamePool(sentences, options.swapped, ListedNames(options.news) if options.listed else None, options.attached)
        sets = [unlabelled(teacher, vocabulary, options)]
        for _ in range(options.variants):
            varying = [pool.changed(window) for window in data.windows(sentences, lambda: random.choice(WINDOWS))]
            sets.append(labelled(teacher, vocabulary, options, varying, varied))
        train(student, sets, options, told)
    round_weights(student)
    print(f"the student: {told()}", flush=True)
    found = weights(student)
    if options.state:
        torch.save(found, options.state)
    state = {name: value.numpy() for name, value in found.items()}
    model_file.write_student(options.student, state, encoder, len(student.layers), options.shared)


if __name__ == "__main__":
    main()
