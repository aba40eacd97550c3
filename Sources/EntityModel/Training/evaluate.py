#!/usr/bin/env python3
"""How well and how fast the program finds names, on CoNLL files, annotated texts and the project's own labels.

    ./evaluate.py --rawi ../../../.build/release/rawi --conll ../../../../shared/ner/anercorp/dev.conll \\
        --gold ../../../../shared/gold/seed ../../../../shared/gold/dev --news ../../../../shared/raw

Exact spans: precision, recall and F1 for each type and together. CoNLL files are scored by whole words, as labelled by
the tagger alone under ANERcorp's guideline, their sentences in order as the paragraphs of one text; annotated texts (JSON beside .txt) and the own labels by scalars, clitics
outside, by the whole analysis, the own labels by the tagger alone too. `--model none` scores lists and rules. Speed is
words in a second of processor time, memory the most that was resident.
"""
import argparse
import json
import pathlib
import resource
import subprocess
import tempfile
import time

import labelled_data as data


def run(rawi, lines, *options):
    """What `rawi analyze` prints for `lines`, with the processor time (s) and the most memory (MB) that it took."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file, tempfile.TemporaryFile("w+") as output:
        file.write("".join(line + "\n" for line in lines))
        file.flush()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        process = subprocess.Popen([rawi, "analyze", file.name, "--encoding", "utf-8", *options], stdout=output)
        memory = 0
        while process.poll() is None:
            status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
            memory = max([memory, *(int(row.split()[1]) / 1000 for row in status.split("\n") if row.startswith("VmHWM"))])
            time.sleep(0.02)
        if process.returncode:
            raise SystemExit(f"{rawi} ended with {process.returncode}")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        output.seek(0)
        return output.read(), (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, memory)


def tagged(rawi, lines, stage, model):
    """For each line the names of the tagger: (first token, last token, type, clitics)."""
    printed, cost = run(rawi, lines, "--dump", stage, *model)
    rows = iter(printed.split("\n"))
    found = []
    for line in lines:
        names = []
        for row in rows:
            if not row:
                break
            kind, first, last, clitics, _ = row.split("\t")
            names.append((int(first), int(last), kind, int(clitics)))
        found.append(names)
    return found, cost


def table(name, counts):
    """Prints precision, recall and F1 of `counts`: for each type the numbers of right, found and gold names."""
    print(name)
    rows = [*counts.items(), ("all", [sum(column) for column in zip(*counts.values())])]
    for kind, (right, found, gold) in rows:
        precision, recall, f1 = 100 * right / max(1, found), 100 * right / max(1, gold), 200 * right / max(1, found + gold)
        print(f"    {kind:4} {precision:5.1f} {recall:5.1f} {f1:5.1f}   {right} right, {found} found, {gold} gold")


def compared(gold, found, kinds):
    """The counts of names in two sets of (place, start, end, type)."""
    count = lambda part, kind: sum(item[-1] == kind for item in part)
    return {kind: [count(gold & found, kind), count(found, kind), count(gold, kind)] for kind in kinds}


def score_conll(rawi, path, model):
    sentences = list(data.conll(path))
    lines = [" ".join(word for word, _ in sentence) for sentence in sentences]
    names, cost = tagged(rawi, lines, "anercorp", model)
    gold, found = set(), set()
    for number, (sentence, words, tags) in enumerate(zip(sentences, data.tokens(rawi, lines), names)):
        starts, at = [], 0
        for word, _ in sentence:
            starts.append(at)
            at += len(word) + 1
        column = lambda scalar: sum(start <= scalar for start in starts) - 1
        gold |= {(number, *span) for span in data.spans([data.NUMBER[tag] for _, tag in sentence])}
        found |= {(number, column(words[a][1]), column(words[b][1]) + 1, kind) for a, b, kind, _ in tags}
    for kinds in (data.TYPES, data.TYPES[:3]):
        table(f"{path}, {len(kinds)} types", compared(gold, found, kinds))
    speed(lines, cost)


def score_own(rawi, news, labels, model):
    lines = list(data.news_lines(labels, news))
    texts = [line.text for line in lines]
    gold = {(number, *name) for number, line in enumerate(lines) for name in line.names}
    names, cost = tagged(rawi, texts, "names", model)
    found = set()
    for number, (text, words, tags) in enumerate(zip(texts, data.tokens(rawi, texts), names)):
        for first, last, kind, clitics in tags:
            start = words[first][1]
            while clitics and start < words[first][2]:
                clitics -= not data.LEFT_OUT.match(text[start])
                start += 1
            found.add((number, start, words[last][2], kind))
    table(f"own labels ({labels}), tagger alone", compared(gold, found, data.TYPES[:3]))
    speed(texts, cost)
    printed, cost = run(rawi, texts, *model)
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    found = set()
    for entity in json.loads(printed)["entities"]:
        for mention in entity["mentions"]:
            if mention["form"] != "nominal" and entity["type"] in data.TYPES:
                number = sum(start <= mention["start"] for start in starts) - 1
                found.add((number, mention["start"] - starts[number], mention["end"] - starts[number], entity["type"]))
    table(f"own labels ({labels}), whole analysis", compared(gold, found, data.TYPES[:3]))
    speed(texts, cost)


def named(entities):
    """The names among `entities`: (entity, mention)."""
    for entity in entities:
        for mention in entity["mentions"]:
            if mention.get("form") != "nominal" and entity["type"] in data.TYPES[:3]:
                yield entity, mention


def score_gold(rawi, folder, model):
    """As score.py counts: wider spans that are as right, and names that may be missing, are in the annotation."""
    counts = {kind: [0, 0, 0] for kind in data.TYPES[:3]}
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        printed = subprocess.run(
            [rawi, "analyze", str(path.with_suffix(".txt")), *model], check=True, capture_output=True, text=True).stdout
        left = {(m["start"], m["end"], e["type"]) for e, m in named(json.loads(printed)["entities"])}
        for entity, mention in named(json.loads(path.read_text(encoding="utf-8"))["entities"]):
            spans = [[mention["start"], mention["end"]], *mention.get("alts", [])]
            hits = [(start, end, entity["type"]) for start, end in spans if (start, end, entity["type"]) in left]
            left -= set(hits[:1])
            if mention.get("optional"):
                left = {item for item in left if item[1] <= mention["start"] or item[0] >= mention["end"]}
                continue
            for place, number in enumerate((bool(hits), bool(hits), 1)):
                counts[entity["type"]][place] += number
        for _, _, kind in left:
            counts[kind][1] += 1
    table(f"{folder}, whole analysis", counts)


def speed(lines, cost):
    words = sum(len(line.split()) for line in lines)
    seconds, memory = cost
    print(f"    {words} words in {seconds:.1f} s of processor time: {words / max(seconds, 0.01):.0f} words/s; {memory:.0f} MB at most")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rawi", required=True)
    parser.add_argument("--conll", nargs="*", default=[])
    parser.add_argument("--gold", nargs="*", default=[], help="folders of annotated texts")
    parser.add_argument("--model", help="a model file instead of the one in the program, or none")
    parser.add_argument("--news", help="folder with the texts of the own labels")
    parser.add_argument("--labels", default="dev", choices=["dev", "train"])
    options = parser.parse_args()
    model = ["--model", options.model] if options.model else []
    for path in options.conll:
        score_conll(options.rawi, path, model)
    for folder in options.gold:
        score_gold(options.rawi, folder, model)
    if options.news:
        score_own(options.rawi, options.news, options.labels, model)


if __name__ == "__main__":
    main()
