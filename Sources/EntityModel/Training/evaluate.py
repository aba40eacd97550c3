#!/usr/bin/env python3
"""How well the program finds names: exact spans, F1, on CoNLL files and on the project's own labels.

    ./evaluate.py --rawi ../../../.build/release/rawi --conll ../../../../shared/ner/anercorp/dev.conll
    ./evaluate.py --rawi ../../../.build/release/rawi --news ../../../../shared/raw

CoNLL files are scored by whole words, as labelled by the tagger alone under ANERcorp's guideline; the own labels by
scalars, clitics outside, by the tagger alone and by the whole analysis. Annotated texts in JSON have their own
scorer (gold/score.py).
"""
import argparse
import json
import subprocess
import tempfile

import labelled_data as data


def run(rawi, lines, *options):
    """What `rawi analyze` prints for `lines`, and the seconds of processor time it took."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("".join(line + "\n" for line in lines))
        file.flush()
        command = ["/usr/bin/env", "bash", "-c", 'TIMEFORMAT="%U %S"; time "$@"', "-", rawi, "analyze", file.name,
                   "--encoding", "utf-8", *options]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout, sum(map(float, done.stderr.split()[-2:]))


def tagged(rawi, lines, stage):
    """For each line the names of the tagger: (first token, last token, type, clitics)."""
    printed, seconds = run(rawi, lines, "--dump", stage)
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
    return found, seconds


def table(name, gold, found, kinds):
    """Prints a line: gold and found are sets of (place, start, end, type)."""
    def f1(kinds):
        g, f, right = (sum(item[-1] in kinds for item in part) for part in (gold, found, gold & found))
        return 200 * right / max(1, g + f), 100 * right / max(1, f), 100 * right / max(1, g)

    cells = [f"{kind} {f1([kind])[0]:.1f}" for kind in kinds]
    f, precision, recall = f1(kinds)
    print(f"{name}: F1 {f:.1f} (precision {precision:.1f}, recall {recall:.1f}; {', '.join(cells)}), {len(gold)} names")


def score_conll(rawi, path):
    sentences = list(data.conll(path))
    lines = [" ".join(word for word, _ in sentence) for sentence in sentences]
    names, seconds = tagged(rawi, lines, "anercorp")
    gold, found = set(), set()
    for number, (sentence, words, tags) in enumerate(zip(sentences, data.tokens(rawi, lines), names)):
        starts, at = [], 0
        for word, _ in sentence:
            starts.append(at)
            at += len(word) + 1
        column = lambda scalar: sum(start <= scalar for start in starts) - 1
        gold |= {(number, *span) for span in data.spans([data.NUMBER[tag] for _, tag in sentence])}
        found |= {(number, column(words[a][1]), column(words[b][1]) + 1, kind) for a, b, kind, _ in tags}
    table(f"{path}, four types", gold, found, data.TYPES)
    three = lambda part: {item for item in part if item[-1] != "MISC"}
    table(f"{path}, three types", three(gold), three(found), data.TYPES[:3])
    speed(lines, seconds)


def score_own(rawi, news, labels):
    lines = list(data.news_lines(labels, news))
    texts = [line.text for line in lines]
    gold = {(number, *name) for number, line in enumerate(lines) for name in line.names}
    names, seconds = tagged(rawi, texts, "names")
    found = set()
    for number, (text, words, tags) in enumerate(zip(texts, data.tokens(rawi, texts), names)):
        for first, last, kind, clitics in tags:
            start = words[first][1]
            while clitics and start < words[first][2]:
                clitics -= not data.LEFT_OUT.match(text[start])
                start += 1
            found.add((number, start, words[last][2], kind))
    table(f"own labels ({labels}), tagger alone", gold, found, data.TYPES[:3])
    speed(texts, seconds)
    printed, seconds = run(rawi, texts)
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
    table(f"own labels ({labels}), whole analysis", gold, found, data.TYPES[:3])
    speed(texts, seconds)


def speed(lines, seconds):
    words = sum(len(line.split()) for line in lines)
    print(f"    {words} words in {seconds:.1f} s of processor time: {words / max(seconds, 0.01):.0f} words/s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rawi", required=True)
    parser.add_argument("--conll", nargs="*", default=[])
    parser.add_argument("--news", help="folder with the texts of the own labels")
    parser.add_argument("--labels", default="dev", choices=["dev", "train"])
    options = parser.parse_args()
    for path in options.conll:
        score_conll(options.rawi, path)
    if options.news:
        score_own(options.rawi, options.news, options.labels)


if __name__ == "__main__":
    main()
