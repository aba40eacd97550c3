"""Names changed for others, and letters put before names, at each sight of a sentence."""
import collections
import lzma
import pathlib
import random

import labelled_data as data
import sources
from name_file import fold
from pretrain import WORD

HERE = pathlib.Path(__file__).parent
ARTICLE = "ال"
# The letter that takes the place of a preposition, which then is no word of its own.
PREPOSITIONS = {"إلى": "ل", "الى": "ل", "مع": "ل", "في": "ب", "فى": "ب", "على": "ب", "عن": "ب", "مثل": "ك", "بين": "ل"}
LETTERS = ("ل", "ل", "ب", "ب", "ك")
CONJUNCTIONS = ("و", "و", "و", "ف")


class ListedNames:
    """Given names and surnames of the list of names (see README.md), as the news writes them most."""

    def __init__(self, news):
        written = spellings(news)
        given, surnames = collections.Counter(), collections.Counter()
        for key, country, role, count in sources.romanizer("units"):
            if " " not in key and len(key) > 2 and (country not in ("IR", "PK", "AF") or count > 2):
                (given if role == "given" else surnames)[key] += count
        for line in (HERE / "given_names.tsv").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                for word in line.split("\t")[1].split():
                    given[fold(word)] += 2
                    written.setdefault(fold(word), word)
        certain = lambda names, other: sorted(
            written.get(key, key) for key, count in names.items() if count > 1 and count >= other[key] / 3)
        self.given, self.surnames = certain(given, surnames), certain(surnames, given)
        # Those that begin with what can be a letter before a name: as often as all others.
        self.doubtful = [name for name in self.given if name[0] in "وفبلك"]

    def given_name(self):
        return random.choice(self.doubtful if random.random() < 0.5 else self.given)

    def surname(self):
        return random.choice(self.surnames)


def spellings(news):
    """For folded words the form that the news has most often."""
    counts = collections.Counter()
    for path in sorted(pathlib.Path(news).glob("*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as file:
            for line in file:
                counts.update(WORD.findall(line))
    found = {}
    for word, _ in counts.most_common():
        found.setdefault(fold(word), word)
    return found


class NamePool:
    """Names of the training sentences by guideline and type, to change one for another at sight.

    The model meets names in more surroundings than the texts have: each name as often as any other, however often the texts
    have it. People of the project's labels are met in ANERcorp too; the other way round letters before a name would count
    as its own. A name that stands in a window several times is changed for the same other one; letters before it stay. With
    `listed` a part of the people have given names and surnames of the list. A share `attached` of the names that no
    letters stand before gets some: a preposition's in its place, or a conjunction.
    """

    def __init__(self, sentences, share, listed=None, attached=0):
        self.share, self.listed, self.attached = share, listed, attached
        found = collections.defaultdict(set)
        for sentence in sentences:
            for start, end, kind in data.spans(sentence["tags"]):
                if sentence["clitics"][start] <= 0:
                    found[sentence["guideline"], kind].add(tuple(sentence["words"][start:end]))
        found[data.ANERCORP, "PER"] |= found[data.OWN, "PER"]
        self.names = {shelf: sorted(names) for shelf, names in found.items()}

    def other(self, guideline, kind):
        names = self.names[guideline, kind]
        name = list(random.choice(names))
        if kind == "PER" and self.listed and random.random() < 0.6:
            return self.of_lists(name)
        if kind == "PER" and len(name) > 1 and random.random() < 0.5:
            name = [random.choice(names)[0], *name[1:]]
        return name

    def of_lists(self, name):
        """A person with the given name, the surname or both of the list."""
        chance = random.random()
        if len(name) == 1:
            return [self.listed.given_name()] if chance < 0.5 else [self.listed.given_name(), self.listed.surname()]
        first = self.listed.given_name() if chance < 0.7 else name[0]
        last = self.listed.surname() if chance > 0.5 else name[-1]
        return [first, *name[1:-1], last]

    def changed(self, window):
        """The window with some names changed, and letters before some."""
        rows = list(zip(window["words"], window["tags"], window["clitics"], window["opens"]))
        others = {}
        for start, end, kind in reversed(data.spans(window["tags"])):
            name = (kind, *window["words"][start:end])
            if name not in others:
                others[name] = self.other(window["guideline"], kind) if random.random() < self.share else None
            if others[name]:
                change(rows, start, end, kind, others[name])
            if window["guideline"] == data.OWN and random.random() < self.attached:
                attach(rows, start)
        words, tags, clitics, opens = zip(*rows)
        return {**window, "words": words, "tags": tags, "clitics": clitics, "opens": opens}


def change(rows, start, end, kind, name):
    """Puts `name` in place of the one in rows `start` to `end`, behind the same letters."""
    first, _, clitics, opens = rows[start]
    letters = first[:max(0, clitics)]
    # «ل» with the article is written otherwise, before the old name or the new one.
    if letters.endswith("ل") and (first[clitics:].startswith("ل") or name[0].startswith(ARTICLE)):
        return
    tags = [data.NUMBER["B-" + kind]] + [data.NUMBER["I-" + kind]] * (len(name) - 1)
    words = [letters + name[0], *name[1:]]
    rows[start:end] = zip(words, tags, [clitics] + [-1] * (len(name) - 1), [opens] + [False] * (len(name) - 1))


def attach(rows, start):
    """Puts letters before the name that begins at row `start`, for the preposition before it, or a conjunction, or more of them."""
    word, tag, clitics, opens = rows[start]
    if clitics not in (0, 1) or clitics == 1 and word[0] not in LETTERS:
        return
    if clitics == 1:
        rows[start] = (random.choice(CONJUNCTIONS) + word, tag, 2, opens)
        return
    before = rows[start - 1] if start and not opens else None
    letters = PREPOSITIONS.get(before[0]) if before and before[1] == 0 else None
    replaces = letters is not None
    if not replaces and not joins(before):
        letters = random.choice(LETTERS) if random.random() < 0.8 else None
    if letters == "ل" and word.startswith(ARTICLE):
        return
    if letters is None or random.random() < 0.25:
        letters = random.choice(CONJUNCTIONS) + (letters or "")
    if replaces:
        rows[start - 1:start + 1] = [(letters + word, tag, len(letters), before[3])]
    else:
        rows[start] = (letters + word, tag, len(letters), opens)


def joins(before):
    """Whether a conjunction is likely behind the row: at the beginning of a sentence, behind a sign, behind a name."""
    return before is None or before[1] != 0 or not before[0][0].isalnum()
