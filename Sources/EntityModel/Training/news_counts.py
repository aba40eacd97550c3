"""How words are used in news: counted from files of plain text, one paragraph a line, .txt or .txt.xz.

Only counts go on from here: whether a word stands mostly behind given names and titles, or takes the
article and endings of common words.
"""
import collections
import lzma
import pathlib
import re

from name_file import fold

WORD = re.compile("[\u0621-\u064a]+|[^\\s\\w]|\\w+")
TITLES = {
    "m": "الرئيس السيد الدكتور الوزير الفنان اللاعب المدرب الشيخ الامير الملك النائب اللواء العميد العقيد "
    "الجنرال المحامي الصحفي الصحافي الكاتب المخرج الممثل المغني المهندس الاستاذ القيادي الشهيد الاسير "
    "البابا السيناتور الحارس المهاجم الزعيم المستشار ويدعي المدعو",
    "f": "السيده الدكتوره الوزيره الفنانه اللاعبه الاميره الملكه النائبه المحاميه الصحفيه الصحافيه الكاتبه "
    "المخرجه الممثله المغنيه النجمه المستشاره الناشطه الاسيره زوجته ابنته",
}
PLACE_NOUNS = "مدينه بلده قريه محافظه ولايه مقاطعه العاصمه اقليم جزيره مخيم حي ريف".split()
ENDINGS = "ها هم نا هما ات ين".split()


class NewsCounts:
    def __init__(self, folder):
        self.words, self.pairs = collections.Counter(), collections.Counter()
        for path in sorted(pathlib.Path(folder).glob("*.txt*")) if folder else []:
            opener = lzma.open if path.suffix == ".xz" else open
            with opener(path, "rt", encoding="utf-8") as lines:
                for line in lines:
                    words = WORD.findall(fold(line))
                    self.words.update(words)
                    self.pairs.update(zip(words, words[1:]))
        self.after = {}
        self.titled = {g: self._after({fold(t) for t in TITLES[g].split()}) for g in TITLES}
        self.placed = self._after(set(PLACE_NOUNS))
        self.in_place = self._after({"في", "الي", "من"})

    def _after(self, firsts):
        found = collections.Counter()
        for (first, second), count in self.pairs.items():
            if first in firsts:
                found[second] += count
        return found

    def named(self, given):
        """For each word, how often it stands behind one of the given names or a title.

        Titles do not count for what looks like a nisba: "the president, the Russian"."""
        found = self._after(given)
        for word, count in (self.titled["m"] + self.titled["f"]).items():
            if not (word.startswith("ال") and word.endswith(("ي", "يه"))):
                found[word] += count
        return found

    def before(self, names):
        found = collections.Counter()
        for (first, second), count in self.pairs.items():
            if second in names:
                found[first] += count
        return found

    def productive(self, word):
        """The share of forms with article, endings or other person prefixes, relative to the word."""
        count = self.words[word] or 1
        other = "ال" + word if not word.startswith("ال") else word[2:]
        stem = word[:-1] + "ت" if word.endswith("ه") else word
        forms = self.words[other] + sum(self.words[stem + e] for e in ENDINGS)
        if word.endswith("ا") and len(word) > 4:
            forms += self.words[word[:-1]]
        if word[0] in "يت" and len(word) > 3:
            forms += self.words[("ت" if word[0] == "ي" else "ي") + word[1:]]
        return forms / count
