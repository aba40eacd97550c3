#!/usr/bin/env python3
"""The articles of `labels/quotations-*.jsonl` with their text, for those who have the news they were labelled in.

usage: quotation_texts.py NEWS OUT [dev|train|test|seen]

NEWS holds the collections as xz-compressed text, one paragraph a line. Into the folder OUT go, for each article, `ID.txt` and
`ID.json` in the form of the annotation guideline, as its scorer reads them; an article whose text is another one is left out and told.
"""
import hashlib
import json
import lzma
import pathlib
import sys


def main(news: pathlib.Path, out: pathlib.Path, part: str) -> None:
    labels = pathlib.Path(__file__).parent / "labels" / f"quotations-{part}.jsonl"
    out.mkdir(parents=True, exist_ok=True)
    lines: dict[str, list[str]] = {}
    for article in map(json.loads, labels.read_text(encoding="utf-8").splitlines()):
        source = article["raw"]
        name = source["file"]
        if name not in lines:
            with lzma.open(news / name, "rt", encoding="utf-8", newline="\n") as file:
                lines[name] = file.read().split("\n")
        text = "\n".join(lines[name][source["first"] - 1 : source["last"]])
        if hashlib.sha256(text.encode()).hexdigest() != article["sha256"]:
            print(f"{article['doc_id']}: the text is another one", file=sys.stderr)
            continue
        for span in spans(article):
            span["text"] = text[span["start"] : span["end"]]
        for entity in article["entities"]:
            entity["canonical"] = entity["mentions"][0]["text"]
        article["file"] = f"{article['doc_id']}.txt"
        (out / article["file"]).write_text(text, encoding="utf-8", newline="")
        (out / f"{article['doc_id']}.json").write_text(json.dumps(article, ensure_ascii=False, indent=1), encoding="utf-8")


def spans(value):
    """All objects with a start and an end, however deep."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "dev")
