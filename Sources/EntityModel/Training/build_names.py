#!/usr/bin/env python3
"""Builds names.bin: people, name parts, places and organisations, and the common words of the news.

    pip install -r requirements.txt
    ./build_names.py --news ../../../../shared/raw ../../CAnalysisData/names.bin

Without --news no word counts are known: the file is then larger in doubtful names and knows no common
words. The same inputs give the same bytes.
"""
import argparse
import collections
import hashlib
import pathlib

import name_file as names
import sources
from name_file import fold
from news_counts import NewsCounts

HERE = pathlib.Path(__file__).parent
ARTICLE = "ال"


def hand_made(name):
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def name_parts(news):
    """Given names and surnames with their weights: (given, surname, hand-made gender)."""
    given, surname, gender = collections.Counter(), collections.Counter(), {}
    for key, country, role, count in sources.romanizer("units"):
        if " " not in key and len(key) > 1 and (country not in ("IR", "PK", "AF") or count > 2):
            (given if role == "given" else surname)[key] += count
    for english, arabic in sources.wikicats("people/peoples.json"):
        words = fold(arabic).split()
        if 2 <= len(words) <= 3 and all(len(w) > 2 for w in words):
            given[words[0]] += 1
            surname[words[-1]] += 1
    for sex, forms in hand_made("given_names.tsv"):
        for word in fold(forms).split():
            gender[word] = sex
            given[word] += 3
    return given, surname, gender


def certain_given(given, surname, hand, news):
    """Given names that are hardly ever anything else."""
    return {
        w for w in given
        if (given[w] >= 4 or w in hand) and given[w] >= surname[w] / 3 and len(w) > 2
        and news.productive(w) < 0.05 and w not in STOP
    }


ALONE = {word for _, alone in hand_made("people.tsv") for word in fold(alone).split()}
LISTED = fold(" ".join(" ".join(row) for row in hand_made("stop_entries.tsv"))).split()
STOP = {word for word in LISTED if not word.startswith("?")}
DOUBTFUL_PLACES = {word[1:] for word in LISTED if word.startswith("?")}


def add_people(table, news):
    given, surname, hand = name_parts(news)
    certain = certain_given(given, surname, hand, news)
    named = news.named(certain)
    # Once more with the surnames that the counts show: finds given names that no list has.
    shown = {w for w, n in named.items() if n >= 8 and n > 0.25 * news.words[w] and news.productive(w) < 0.05}
    heads = news.before(shown)
    mined = {
        w for w, n in heads.items()
        if n >= 6 and n > 0.45 * news.words[w] and news.productive(w) < 0.05 and not w.startswith(ARTICLE)
        and w not in STOP and len(w) > 2 and w.isalpha() and not is_common_shape(w)
    }
    named = news.named(certain | mined)
    parts = set(given) | set(surname) | mined
    for word, count in named.items():
        total = news.words[word]
        if total >= 6 and count > 0.3 * total and news.productive(word) < 0.08 and word.isalpha() \
                and len(word) > 2 and not is_common_shape(word):
            parts.add(word)
            surname[word] += 1
    # Behind any given name, also a doubtful one: shows surnames of people with common given names.
    wide = news.named({w for w in given if given[w] >= 3 and news.productive(w) < 0.5 and w not in STOP})
    kept = 0
    for word in sorted(parts):
        if word in STOP or not sources.ARABIC.match(word) or len(word) < 2:
            continue
        if word[0] == "و" and news.words[word[1:]] > 3 * news.words[word] > 0:
            continue  # "and" with another word
        total, share = news.words[word], named[word] / max(news.words[word], 1)
        if word in COUNTRIES and share < 0.1:
            continue
        weight = given[word] + surname[word]
        if wide[word] > 0.25 * total and news.productive(word) < 0.05:
            share = max(share, 0.12)
        flags = (names.GIVEN if given[word] or word in mined else 0) | (names.SURNAME if surname[word] else 0)
        if word in certain or word in mined or total == 0 or total < 12 and weight > 1 and share >= 0.1 \
                or share >= 0.12 or \
                (news.productive(word) < 0.05 and share >= 0.05 and word not in PLACES):
            pass
        elif share >= 0.03 or total < 40 and news.productive(word) < 0.3:
            flags |= names.WEAK_PART
        elif share >= 0.008 and weight > 3 or total < 200 and weight > 2:
            flags |= names.COMMON_PART
        else:
            continue
        if flags & names.GIVEN and is_female(word, hand, news):
            flags |= names.FEMALE
        table.add(word, flags)
        kept += 1
    for forms, alone in hand_made("people.tsv"):
        for form in forms.split("|"):
            table.add(fold(form.strip()), names.PERSON)
        for word in fold(alone).split():
            table.add(word, names.SURNAME)
            table.flags[(word,)] &= ~(names.WEAK_PART | names.COMMON_PART)
    whole = 0
    rows = [(key, 1) for key, country, count in sources.romanizer("full_names")]
    rows += [(fold(arabic), 1) for _, arabic in sources.wikicats("people/peoples.json")]
    for key, _ in rows:
        words = key.split()
        if 2 <= len(words) <= 4 and any(is_strong(table, w) for w in words[:2]) and \
                not (set(words) & STOP):
            table.add(key, names.PERSON)
            whole += 1
    print(f"name parts {kept}, whole names {whole} (mined given names {len(mined)})")


def is_strong(table, word):
    flags = table.flags.get((word,), 0)
    weak = names.WEAK_PART | names.COMMON_PART
    return flags & (names.GIVEN | names.SURNAME) and not flags & weak


def is_female(word, hand, news):
    if word in hand:
        return hand[word] == "f"
    male, female = news.titled["m"][word], news.titled["f"][word]
    return female > 2 * male if male + female > 2 else word.endswith("ه")


def is_common_shape(word):
    """Adverbs in -an and verbs of the present tense, which news puts behind names."""
    return word.endswith("ا") and len(word) > 4 and word[0] in "م" or word[0] == "ي" and len(word) < 6


PLACES, COUNTRIES = set(), set()


def add_places(table, news):
    rows = []
    for forms, english in hand_made("places.tsv"):
        rows += [(form.strip(), english, 10 ** 9) for form in forms.split("|")]
    rows += [(arabic, english, 10 ** 8 if country else 10 ** 5) for arabic, english, country in sources.cldr()]
    rows += list(sources.cities())
    for path in ("cities/cities_full.json", "geography/regions.json"):
        rows += [(arabic, english.title(), 0) for english, arabic in sources.wikicats(path)]
    for path in ("geography/popopo.json", "geography/New_Keys.json", "geography/P17_2_final_ll.json"):
        rows += [(a, e.title(), 0) for e, a in sources.wikicats(path) if sources.PLACE_KEY.search(e)]
    size = collections.Counter()
    for arabic, english, people in rows:
        size[fold(arabic).strip()] = max(size[fold(arabic).strip()], people)
    kept = set()
    for arabic, english, people in rows:
        key = " ".join(fold(arabic).split())
        words = key.split()
        if not words or len(words) > 5 or len(key) < 3 or key in STOP:
            continue
        flags = names.PLACE
        if key in DOUBTFUL_PLACES:
            flags |= names.WEAK_PLACE
        elif len(words) == 1 and size[key] < 10 ** 9:
            total = news.words[key]
            share = news.placed[key] / max(total, 1)
            inside = news.in_place[key] / max(total, 1)
            productive = news.productive(key)
            is_large = size[key] >= 300_000
            if total >= 40 and share < 0.02 and (productive > 0.3 or inside < 0.08) and size[key] < 10 ** 8:
                continue
            if total >= 15 and share < 0.03 and (inside < 0.2 or productive > 0.05) and not is_large:
                flags |= names.WEAK_PLACE
            if len(key) < 4 and size[key] < 10 ** 8 or size[key] < 30_000 and share < 0.05:
                flags |= names.WEAK_PLACE
        if 1 < len(words) < 4 and size[key] < 300_000 and all(
                w in STOP or news.words[w] > 200 and news.productive(w) > 0.1 for w in words):
            flags |= names.WEAK_PLACE | names.COMMON
        table.add(key, flags, english)
        kept.add(key)
        if len(words) == 1:
            PLACES.add(key)
            if size[key] >= 10 ** 8:
                COUNTRIES.add(key)
    print(f"places {len(kept)}")


def add_organisations(table, news):
    kept = set()
    for forms, english in hand_made("organisations.tsv"):
        for form in forms.split("|"):
            weak, key = form.strip().startswith("?"), fold(form.strip().lstrip("?"))
            table.add(key, names.WEAK_ORGANISATION if weak else names.ORGANISATION, english)
            kept.add(key)
    rows = [(e, a, True) for e, a in sources.wikicats("sports/Clubs_key.json")]
    rows += [(e, a, False) for e, a in sources.wikicats("sports/inter_federations.json")]
    for path in ("keys/keys2.json", "keys/keys2_py.json", "cities/yy2.json"):
        rows += [(e, a, False) for e, a in sources.wikicats(path) if sources.ORGANISATION_KEY.search(e)]
    for english, arabic, club in rows:
        key = fold(arabic)
        words = key.split()
        if key in kept or not words or key in STOP or len(key) < 4:
            continue
        if len(words) == 1 and (key in PLACES or news.words[key] > 5 or not club):
            continue
        if len(words) > 1 and words[0] == "نادي" and len(words) == 2:
            continue
        table.add(key, names.ORGANISATION if len(words) > 1 else names.WEAK_ORGANISATION, english.title())
        kept.add(key)
    print(f"organisations {len(kept)}")


def add_common_words(table, news):
    certain = {k[0] for k, f in table.flags.items() if len(k) == 1 and f & (names.GIVEN | names.SURNAME)
               and not f & (names.WEAK_PART | names.COMMON_PART)}
    named = news.named(certain)
    given = {k[0] for k, f in table.flags.items() if len(k) == 1 and f & names.GIVEN}
    wide = news.named({w for w in given if news.productive(w) < 0.5})
    kept = 0
    for word, count in sorted(news.words.items()):
        if count < 10 or not sources.ARABIC.match(word) or len(word) < 2:
            continue
        flags = table.flags.get((word,), 0)
        if flags & (names.PLACE | names.ORGANISATION) and not flags & names.WEAK_PLACE:
            continue
        if word[0] in "وفبلك" and hides_name(table, news, word):
            continue
        share = named[word] / count
        if word in certain and share > 0.05 or word in ALONE:
            continue
        productive = news.productive(word)
        if wide[word] > 0.15 * count and productive < 0.05:
            continue
        adverb = word.endswith("ا") and len(word) > 3 and share < 0.05 and count > 30
        if productive > 0.05 and share < 0.15 or share < 0.03 and (productive > 0.01 or count > 300) or adverb:
            table.add(word, names.COMMON)
            kept += 1
    for word in STOP:
        if not table.flags.get((word,), 0) & (names.PLACE | names.GIVEN):
            table.add(word, names.COMMON)
    print(f"common words {kept}")


def hides_name(table, news, word):
    """Whether a word is a clitic before a place, an organisation or a name part."""
    rests = [word[1:]] + ([word[2:]] if word[1] in "بلك" else [])
    for rest in rests:
        flags = table.flags.get((rest,), 0)
        doubtful = flags & (names.WEAK_PLACE | names.WEAK_PART | names.COMMON_PART)
        if flags & (names.PLACE | names.ORGANISATION | names.GIVEN | names.SURNAME) and not doubtful \
                and news.words[rest] > news.words[word]:
            return True
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--news", help="folder of news texts to count words in")
    parser.add_argument("output", type=pathlib.Path)
    options = parser.parse_args()
    news = NewsCounts(options.news)
    table = names.Names()
    add_places(table, news)
    add_organisations(table, news)
    add_people(table, news)
    add_common_words(table, news)
    data = table.encoded()
    options.output.write_bytes(data)
    print(f"{len(table.flags)} entries, {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
