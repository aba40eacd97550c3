#!/usr/bin/env python3
"""Goes on with the encoder's pretraining on news: it learns to guess masked words (Devlin et al. 2019, whole words masked).

The masked pieces of a text are guessed from what is left of it, by the embeddings themselves and a small map before them
that is thrown away in the end. Blocks of text begin anywhere. `train_tagger.py --pretrain SECONDS` calls this; it needs a
GPU for a useful number of passes.
"""
import lzma
import pathlib
import re
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from vocabulary import BEGIN, END, UNKNOWN

FIRST = 0x8000  # set in the first piece of each word
MASKED = 0.2


WORD = re.compile(r"[^\W_]+(?:[\u064b-\u0652\u0640\u200c-\u200f]*[^\W_]+)*|[^\w\s]|_")


def news_pieces(folder, vocabulary):
    """The pieces of all texts in `folder`, every line once, FIRST set where a word begins."""
    pieces, seen = [], set()
    for path in sorted(pathlib.Path(folder).glob("*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as file:
            for line in file:
                if line in seen:
                    continue
                seen.add(line)
                pieces.append(END + FIRST)
                for word in WORD.findall(line):
                    first, *more = vocabulary.cut(word)
                    pieces += [first + FIRST, *more]
    return np.array(pieces, np.int32)


class Guesser(nn.Module):
    """The encoder of `tagger` with a map from what it makes of a masked piece to the scores of all pieces."""

    def __init__(self, tagger):
        super().__init__()
        self.tagger = tagger
        width = tagger.word.weight.shape[1]
        self.map = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.LayerNorm(width))
        self.bias = nn.Parameter(torch.zeros(len(tagger.word.weight)))
        # The embeddings were never made to tell pieces apart by a product: begin with small scores.
        self.scale = nn.Parameter(torch.tensor(0.3))

    def forward(self, pieces, chosen):
        tagger = self.tagger
        x = tagger.word(pieces) + tagger.pos.weight[:pieces.shape[1]] + tagger.guide.weight[0]
        x = tagger.drop(tagger.ln(x))
        for layer in tagger.layers:
            x = layer(x, None)
        return self.scale * F.linear(self.map(x[chosen]), tagger.word.weight) + self.bias


def masked(block, count):
    """A block of pieces out of `count`: which were chosen to be guessed, what they are, and what is shown of the block."""
    first, pieces = block >= FIRST, block % FIRST
    word = first.cumsum(1).clamp(max=block.shape[1] - 1)
    chosen = (torch.rand(block.shape, device=block.device).gather(1, word) < MASKED) & (pieces > UNKNOWN)
    kind = torch.rand(block.shape, device=block.device)
    other = torch.randint(UNKNOWN + 1, count, block.shape, device=block.device)
    shown = torch.where(chosen & (kind < 0.8), UNKNOWN, pieces)
    return chosen, pieces, torch.where(chosen & (kind >= 0.9), other, shown)


def pretrain(tagger, pieces, seconds, rate=4e-4, run=256, runs=256, say=lambda row: print(row, flush=True)):
    """Trains `tagger` for `seconds` in steps of `runs` blocks of `run` pieces; the rate falls to nothing in that time."""
    device = tagger.word.weight.device
    news = torch.tensor(pieces, device=device)
    count = len(tagger.word.weight)
    model = Guesser(tagger).to(device)
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    begin, step, total, sums = time.monotonic(), 0, None, []
    model.train()
    while total is None or step < total:
        starts = torch.randint(len(news) - run, (runs,), device=device)
        block = news[starts[:, None] + torch.arange(run, device=device)].long()
        block[:, 0] = BEGIN + FIRST
        chosen, pieces, shown = masked(block, count)
        share = min(1, (step + 1) / 200)
        if total:
            share = min(share, max(0, 1 - (step - 50) / (total - 50)))
        for group in optimizer.param_groups:
            group["lr"] = rate * share
        with torch.autocast(device.type, dtype=torch.bfloat16):
            scores = model(shown, chosen)
        loss = F.cross_entropy(scores.float(), pieces[chosen])
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        sums.append(loss.detach())
        step += 1
        if step in (10, 50):
            if device.type == "cuda":
                torch.cuda.synchronize()
            now = time.monotonic()
            if step == 50:
                total = 50 + int((seconds - (now - begin)) / ((now - since) / 40))
                say(f"{total} steps of {run * runs} pieces: {total * run * runs / len(news):.1f} passes")
            since = now
        if step % 200 == 0:
            say(f"step {step}, {time.monotonic() - begin:.0f} s: loss {torch.stack(sums).mean():.3f}")
            sums = []
    if sums:
        say(f"step {step}, {time.monotonic() - begin:.0f} s: loss {torch.stack(sums).mean():.3f}")
