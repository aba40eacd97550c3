#!/usr/bin/env python3
"""How often quotations were right that the program was so and so sure of: for the table of `RuleParameters.QuotationConfidence`.

usage: quotation_confidence.py SCORER ARTICLES FOUND

SCORER is the scorer of the annotation guideline (`score.py`), ARTICLES the folder that `quotation_texts.py` made, FOUND one with what
`rawi analyze` printed for each of its texts, as `ID.json`. Right is a quotation whose content and speaker are; of a scare quote, that it is
one. What the labels leave open counts for neither.
"""
import collections
import importlib.util
import json
import pathlib
import sys


def is_scare(quote):
    return quote["type"] == "scare"


def judged(score, text, gold, found):
    """The quotations of `found` that the labels say something of, each with whether it is right."""
    doc = score.Doc(text)
    speakers, _ = score.entity_maps(score.mentions(doc, gold), score.mentions(doc, found))
    wanted = [dict(quote, pos=doc.content(quote["spans"])) for quote in gold["quotes"]]
    quotes = [dict(quote, pos=doc.content(quote["spans"])) for quote in found["quotes"] if quote.get("spans")]
    pairs = []
    for i, gold_quote in enumerate(wanted):
        for j, quote in enumerate(quotes):
            shared = score.iou(gold_quote["pos"], quote["pos"])
            if shared >= 0.5:
                pairs.append((shared + 0.02 * (is_scare(gold_quote) == is_scare(quote)), i, j))
    owner = {j: i for i, j, _ in score.greedy(pairs)}
    for j, quote in enumerate(quotes):
        own = wanted[owner[j]] if j in owner else None
        if own is None:
            if not any(other.get("optional") and other["pos"] & quote["pos"] for other in wanted):
                yield quote, False
        elif not own.get("optional"):
            right = is_scare(own) == is_scare(quote)
            if right and not is_scare(quote):
                accepted = {own.get("speaker"), *(own.get("speaker_alt") or [])}
                speaker = quote.get("speaker")
                right = None in accepted if speaker is None else speakers.get(speaker, "") in accepted
            yield quote, right


def main(scorer, articles, results):
    specification = importlib.util.spec_from_file_location("score", scorer)
    score = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(score)
    tally = collections.defaultdict(lambda: [0, 0])
    for file in sorted(pathlib.Path(articles).glob("*.json")):
        text = file.with_suffix(".txt").read_text(encoding="utf-8")
        found = json.loads((pathlib.Path(results) / file.name).read_text(encoding="utf-8"))
        for quote, right in judged(score, text, json.loads(file.read_text(encoding="utf-8")), found):
            count = tally[round(quote["confidence"], 2)]
            count[0] += right
            count[1] += 1
    print("said\tright\tfound\tshare")
    for said, (right, found) in sorted(tally.items()):
        print(f"{said}\t{right}\t{found}\t{right / found:.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:4])
