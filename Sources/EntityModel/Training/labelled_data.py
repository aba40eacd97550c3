"""Labelled sentences: ANERcorp's and the project's own, as words with tags.

A sentence is a dict: `words`; `tags`, numbers in TAGS; `clitics`, for the first word of a name the letters before
it (-1 where that is not known or no name begins); `guideline`, whose labels they are; `follows`, whether it stands behind
the sentence before in the same text, as far as that is known. A window is a dict of the same kind made of sentences that
follow each other; `opens` says for each word whether a sentence begins there.
"""
import collections
import hashlib
import json
import lzma
import pathlib
import subprocess
import tempfile

from vocabulary import LEFT_OUT

TYPES = ["PER", "ORG", "LOC", "MISC"]
TAGS = ["O"] + [f"{place}-{kind}" for kind in TYPES for place in "BI"]
NUMBER = {tag: number for number, tag in enumerate(TAGS)}
ANERCORP, OWN = 0, 1
CLITIC_COUNTS = 4
WORDS = 110
# The most words of a window of several sentences: 60 found more than 110 or 160, and than each sentence alone.
WINDOW = 60
# Lines of the news with no more than this many others between them are taken to be of one text.
NEAR = 2
HERE = pathlib.Path(__file__).parent


def cut(rows, limit=WORDS):
    """Cuts a long list of rows, whose first column is the word, as the runtime does."""
    while len(rows) > limit + 20:
        ends = (n for n in range(limit, limit // 2, -1) if rows[n - 1][0] in ".،؛!؟")
        end = next(ends, limit)
        yield rows[:end]
        rows = rows[end:]
    if rows:
        yield rows


def conll(path):
    """The sentences of a CoNLL file of words and IOB2 tags."""
    rows = []
    for line in [*pathlib.Path(path).read_text(encoding="utf-8").split("\n"), ""]:
        if line.strip():
            rows.append(line.split("\t"))
        elif rows:
            yield rows
            rows = []


def labelled(path, guideline):
    """The sentences of a CoNLL file to learn from; where clitics end inside words is not known."""
    for number, sentence in enumerate(conll(path)):
        for rows in cut(sentence, 80):
            yield {
                "words": [word for word, _ in rows], "tags": [NUMBER[tag] for _, tag in rows],
                "clitics": [-1] * len(rows), "guideline": guideline, "follows": number > 0,
            }


def windows(sentences, limit):
    """Sentences put together while they follow each other and have no more words than `limit()` says, as the runtime does."""
    group, count, most = [], 0, limit()
    for sentence in sentences:
        words = len(sentence["words"])
        if group and (count + words > most or not sentence["follows"] or sentence["guideline"] != group[0]["guideline"]):
            yield joined(group)
            group, count, most = [], 0, limit()
        group.append(sentence)
        count += words
    if group:
        yield joined(group)


def joined(sentences):
    whole = {name: [item for s in sentences for item in s[name]] for name in ("words", "tags", "clitics")}
    opens = [n == 0 for s in sentences for n in range(len(s["words"]))]
    return {**whole, "opens": opens, "guideline": sentences[0]["guideline"]}


class NewsLine:
    """A line of the news with its names: (first scalar, scalar after the last, type)."""

    def __init__(self, source, number, text, names):
        self.source, self.number, self.text, self.names = source, number, text, names

    def follows(self, other):
        return other is not None and self.source == other.source and self.number - other.number <= NEAR + 1


def news_lines(labels, news):
    """The labelled lines of `labels/NAME.tsv`, their texts taken from `news` and checked by hash."""
    wanted = collections.defaultdict(dict)
    for row in (HERE / "labels" / f"{labels}.tsv").read_text(encoding="utf-8").splitlines():
        if row.startswith("#"):
            continue
        source, line, digest, *name = row.split("\t")
        names = wanted[source].setdefault((int(line), digest), [])
        if name:
            names.append((int(name[0]), int(name[1]), name[2]))
    for source in sorted(wanted):
        with lzma.open(pathlib.Path(news) / f"{source}.txt.xz", "rt", encoding="utf-8", newline="\n") as file:
            texts = file.read().split("\n")
        for (line, digest), names in sorted(wanted[source].items()):
            text = texts[line - 1]
            if hashlib.sha256(text.encode()).hexdigest()[:16] != digest:
                raise SystemExit(f"{source}, line {line}: not the text that was labelled")
            yield NewsLine(source, line, text, names)


def tokens(rawi, lines):
    """For each line its tokens as `rawi` cuts them: (word, first scalar, scalar after the last)."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("".join(line + "\n" for line in lines))
        file.flush()
        dump = subprocess.run(
            [rawi, "analyze", file.name, "--dump", "tokens", "--encoding", "utf-8"], check=True, capture_output=True, text=True).stdout
    found = [row.split("\t") for row in dump.split("\n") if row]
    at, base = 0, 0
    for line in lines:
        rows = []
        while at < len(found) and int(found[at][1]) < base + len(line):
            rows.append((found[at][3], int(found[at][1]) - base, int(found[at][2]) - base))
            at += 1
        base += len(line) + 1
        yield rows


def article_lines(labels, news):
    """The lines of the articles of `labels/quotations-NAME.jsonl` with their names, as `news_lines` gives them."""
    texts = {}
    for row in (HERE / "labels" / f"quotations-{labels}.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(row)
        file, first, last = (article["raw"][name] for name in ("file", "first", "last"))
        if file not in texts:
            with lzma.open(pathlib.Path(news) / file, "rt", encoding="utf-8", newline="\n") as lines:
                texts[file] = lines.read().split("\n")
        lines = texts[file][first - 1:last]
        if hashlib.sha256("\n".join(lines).encode()).hexdigest() != article["sha256"]:
            raise SystemExit(f"{article['doc_id']}: not the text that was labelled")
        names = sorted(
            (mention["start"], mention["end"], entity["type"]) for entity in article["entities"]
            if entity["type"] in TYPES for mention in entity["mentions"] if mention["form"] != "nominal")
        begin = 0
        for number, text in enumerate(lines, first):
            inside = [(a - begin, b - begin, kind) for a, b, kind in names if begin <= a < begin + len(text)]
            yield NewsLine(file.removesuffix(".txt.xz"), number, text, inside)
            begin += len(text) + 1


def own(labels, news, rawi):
    """The sentences of the lines of `labels/NAME.tsv`."""
    return sentences(list(news_lines(labels, news)), rawi)


def articles(labels, news, rawi):
    """The sentences of the articles of `labels/quotations-NAME.jsonl`."""
    return sentences(list(article_lines(labels, news)), rawi)


def sentences(lines, rawi):
    for last, line, words in zip([None, *lines], lines, tokens(rawi, [line.text for line in lines])):
        tags, clitics = [0] * len(words), [-1] * len(words)
        for start, end, kind in line.names:
            inside = [n for n, (_, first, last) in enumerate(words) if first < end and last > start]
            for place, number in enumerate(inside):
                tags[number] = NUMBER[("I-" if place else "B-") + kind]
            if inside:
                before = line.text[words[inside[0]][1]:start]
                clitics[inside[0]] = min(CLITIC_COUNTS - 1, len(LEFT_OUT.sub("", before)))
        rows = [(word, tag, clitic) for (word, _, _), tag, clitic in zip(words, tags, clitics)]
        for part in cut(rows):
            columns = list(zip(*part))
            yield {"words": columns[0], "tags": columns[1], "clitics": columns[2], "guideline": OWN,
                   "follows": line.follows(last)}


def spans(tags):
    """Names in a list of tag numbers: (first word, word after the last, type)."""
    found = []
    for number, tag in enumerate([*map(TAGS.__getitem__, tags), "O"]):
        begins = tag[0] == "B" or tag[0] == "I" and (not found or found[-1][1] is not None or found[-1][2] != tag[2:])
        if found and found[-1][1] is None and (begins or tag == "O"):
            found[-1] = (found[-1][0], number, found[-1][2])
        if begins:
            found.append((number, None, tag[2:]))
    return found
