"""The tagger in PyTorch: the lower layers of a pretrained encoder and two linear maps on each word."""
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from labelled_data import CLITIC_COUNTS, TAGS
from vocabulary import BEGIN, END

POSITIONS = 512
GUIDELINES = 2


class PooledDropout(nn.Module):
    """Dropout whose masks are pieces of one large random mask: drawing anew takes a tenth of a training step."""
    pool = {}

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, x):
        if not self.training:
            return x
        if x.is_cuda:
            return F.dropout(x, self.share)
        if self.share not in self.pool:
            self.pool[self.share] = (torch.rand(1 << 23) > self.share).bfloat16() / (1 - self.share)
        pool = self.pool[self.share]
        start = int(torch.randint(len(pool) - x.numel(), ()))
        return x * pool[start:start + x.numel()].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    def __init__(self, encoder, index):
        super().__init__()
        weight = lambda name: torch.tensor(np.array(encoder.weights[f"l{index}.{name}"])).float()
        width, inner = encoder.width, encoder.inner
        self.heads = encoder.heads
        self.qkv = nn.Linear(width, 3 * width)
        self.qkv.weight.data = torch.cat([weight(f"{part}.w") for part in "qkv"])
        self.qkv.bias.data = torch.cat([weight(f"{part}.b") for part in "qkv"])
        self.ao, self.fi, self.fo = nn.Linear(width, width), nn.Linear(width, inner), nn.Linear(inner, width)
        self.aln, self.oln = (nn.LayerNorm(width, encoder.epsilon) for _ in range(2))
        for name in ("ao", "fi", "fo", "aln", "oln"):
            getattr(self, name).weight.data = weight(f"{name}.w")
            getattr(self, name).bias.data = weight(f"{name}.b")
        self.drop = PooledDropout(0.1)

    def forward(self, x, mask):
        runs, pieces, width = x.shape
        query, key, value = self.qkv(x).view(runs, pieces, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        if x.is_cuda:
            mask = mask if mask is None else mask.to(query.dtype)
            mixed = F.scaled_dot_product_attention(query, key, value, mask)
        else:
            # In plain products: on the CPU torch's own function takes three times as long in 16 bits.
            scores = (query * (width // self.heads) ** -0.5) @ key.transpose(2, 3)
            mixed = (scores if mask is None else scores + mask).softmax(-1) @ value
        x = self.aln(x + self.drop(self.ao(mixed.transpose(1, 2).reshape(runs, pieces, width))))
        return self.oln(x + self.drop(self.fo(F.gelu(self.fi(x)))))


class Tagger(nn.Module):
    def __init__(self, encoder, vocabulary, layers):
        super().__init__()
        tensor = lambda array: torch.tensor(np.array(array)).float()
        weights = encoder.weights
        self.word = nn.Embedding.from_pretrained(tensor(weights["emb.word"][vocabulary.rows]), freeze=False)
        places = weights["emb.pos"] + weights["emb.type"].reshape(-1, encoder.width)[0]
        self.pos = nn.Embedding.from_pretrained(tensor(places[:POSITIONS]), freeze=False)
        self.guide = nn.Embedding(GUIDELINES, encoder.width)
        nn.init.zeros_(self.guide.weight)
        self.ln = nn.LayerNorm(encoder.width, encoder.epsilon)
        self.ln.weight.data, self.ln.bias.data = tensor(weights["emb.ln.w"]), tensor(weights["emb.ln.b"])
        self.layers = nn.ModuleList(Layer(encoder, index) for index in range(layers))
        self.head = nn.Linear(2 * encoder.width, len(TAGS))
        self.clit = nn.Linear(2 * encoder.width, CLITIC_COUNTS)
        self.drop = PooledDropout(0.1)

    def forward(self, batch):
        places = torch.arange(batch.pieces.shape[1])
        x = self.word(batch.pieces) + self.pos(places) + self.guide(batch.guidelines)[:, None]
        x = self.drop(self.ln(x))
        hidden = torch.where(batch.mask, 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, hidden)
        ends = [torch.gather(x, 1, at[:, :, None].expand(-1, -1, x.shape[2])) for at in (batch.first, batch.last)]
        words = self.drop(torch.cat(ends, 2))
        return self.head(words), self.clit(words)


class Batch:
    """Windows as tensors, filled up to the longest; `vary` may change the spelling of a word."""

    def __init__(self, windows, vocabulary, vary=lambda word: word):
        rows, firsts, lasts = [], [], []
        for window in windows:
            row, first, last = [BEGIN], [], []
            for word, opens in zip(window["words"], window["opens"]):
                if opens and first:
                    row.append(END)
                first.append(len(row))
                row += vocabulary.cut(vary(word))
                last.append(len(row) - 1)
            rows.append((row + [END])[:POSITIONS])
            firsts.append([min(n, POSITIONS - 1) for n in first])
            lasts.append([min(n, POSITIONS - 1) for n in last])
        self.pieces = self._filled(rows, 0)
        self.mask = self._filled([[1] * len(row) for row in rows], 0).bool()
        self.first, self.last = self._filled(firsts, 0), self._filled(lasts, 0)
        self.guidelines = torch.tensor([window["guideline"] for window in windows])
        self.tags = self._filled([list(window["tags"]) for window in windows], -100)
        known = [[n if n >= 0 else -100 for n in window["clitics"]] for window in windows]
        self.clitics = self._filled(known, -100)

    @staticmethod
    def _filled(rows, value):
        longest = max(map(len, rows))
        return torch.tensor([row + [value] * (longest - len(row)) for row in rows])


def piece_count(window, vocabulary):
    return 1 + sum(window["opens"]) + sum(len(vocabulary.cut(word)) for word in window["words"])


def batches(windows, vocabulary, size, random=None):
    """Lists of windows of like length with at most `size` pieces, filling included."""
    counts = [piece_count(window, vocabulary) for window in windows]
    blur = (lambda: random.random() * 12) if random else (lambda: 0)
    order = sorted(range(len(windows)), key=lambda n: counts[n] + blur())
    found, longest = [[]], 0
    for number in order:
        longest = max(longest, counts[number])
        if found[-1] and longest * (len(found[-1]) + 1) > size:
            found.append([])
            longest = counts[number]
        found[-1].append(windows[number])
    if random:
        random.shuffle(found)
    return found


LIMITS = np.array([[
    0.0 if tag[0] != "I" or last is not None and last != "O" and last[2:] == tag[2:] else -1e4
    for tag in TAGS] for last in [None, *TAGS]], np.float32)


def best_path(scores):
    """The likeliest tags in which every name begins with a B tag."""
    best, back = scores[0] + LIMITS[0], []
    for row in scores[1:]:
        sums = best[:, None] + LIMITS[1:]
        back.append(sums.argmax(0))
        best = sums.max(0) + row
    path = [int(best.argmax())]
    for choice in reversed(back):
        path.append(int(choice[path[-1]]))
    return path[::-1]


@torch.no_grad()
def predict(model, windows, vocabulary):
    """For each window its tags, clitic counts and the logarithms of the tags' probabilities."""
    model.eval()
    found = {}
    for group in batches(windows, vocabulary, 2000):
        tags, clitics = model(Batch(group, vocabulary))
        tags, clitics = F.log_softmax(tags.float(), -1).cpu().numpy(), clitics.argmax(-1).cpu().numpy()
        for number, window in enumerate(group):
            words = len(window["words"])
            scores = tags[number, :words]
            found[id(window)] = best_path(scores), clitics[number, :words], scores
    return [found[id(window)] for window in windows]
