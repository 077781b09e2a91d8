#!/usr/bin/env python3
"""Check the form of what is expected of the examples, and of what the program reads out of them (and out of the shared
corpus, where there is one): the fields of each type, known values, dates, parties, quotes that stand in the text, and
offsets that lead to the quote. The values of enumerations come from src/model/names.hpp.

Usage: check_reading.py PROGRAM [--shared FOLDER]
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

import score

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIELDS = dict(score.VALUES) | {"achievement": "parties period themes".split(), "commitment": "parties period themes".split()}
OPTIONAL = {"about", "worth"}
ADDED = {"certainty", "evidence"}  # by the program
PARTY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{2})?/[a-z-]+(/.+)?")
PLACE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{2})?")
DAY = r"[\dX]{4}(-\d\d(-\d\d)?)?"
EDTF = re.compile(rf"{DAY}|({DAY}|\.\.)/({DAY}|\.\.)")


def enumerations():
    text = (ROOT / "src/model/names.hpp").read_text("utf8")
    found = re.findall(r"BIENBAN_NAMES\((\w+),([^)]*)\);", text)
    return {name: set(re.findall(r'"([^"]+)"', values)) for name, values in found}


def form_faults(document, text, names, program):
    """What is wrong with the records and people of a document, as lines."""
    for place in document["places"]:
        if not PLACE.fullmatch(place):
            yield f"place {place!r}"
    for person in document["people"]:
        if set(person) - ADDED != {"name", "rank", "title", "country"}:
            yield f"person with the fields {sorted(person)}"
        if score.plain(person["name"]) not in text:
            yield f"person not in the text: {person['name']}"
    for i, record in enumerate(document["records"]):
        at = f"record {i} ({record.get('type')})"
        if record.get("type") not in FIELDS:
            yield f"{at}: unknown type"
            continue
        want = set(FIELDS[record["type"]]) | {"type", "quote"} | (ADDED if program else set())
        if set(record) - OPTIONAL != want:
            yield f"{at}: fields {sorted((set(record) - OPTIONAL) ^ want)} missing or too many"
            continue
        if score.plain(record["quote"]) not in text or not record["quote"]:
            yield f"{at}: quote not in the text: {record['quote']!r}"
        kinds = {"meeting": "MeetingKind", "activity": "ActivityKind"}
        known = {"kind": kinds.get(record["type"]), "act": "Act", "instrument": "Instrument", "recurs": "Recurs",
                 "theme": "Theme", "about": "About"}
        for field, enum in known.items():
            if record.get(field) is not None and record[field] not in names[enum]:
                yield f"{at}: {field} {record[field]!r}"
        for theme in record.get("themes") or []:
            if theme not in names["Theme"]:
                yield f"{at}: theme {theme!r}"
        for field in ("date", "signed", "term", "period", "since"):
            if record.get(field) is not None and not EDTF.fullmatch(record[field]):
                yield f"{at}: {field} {record[field]!r}"
        for field in ("parties", "by", "giver", "receiver", "from", "to"):
            for party in score.as_list(record.get(field)):
                if not PARTY.fullmatch(party):
                    yield f"{at}: {field} {party!r}"


def white(text):
    return re.sub(r"\s+", " ", text).strip()


def evidence_faults(document):
    """Whether offsets can be right: in order, and as long as the quote, up to runs of white space."""
    for thing in document["people"] + document["records"]:
        evidence = thing.get("evidence") or {}
        start, end, quote = (evidence.get(k) for k in ("start", "end", "quote"))
        if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end or end - start < len(white(quote)):
            yield f"evidence {evidence}"
        if "quote" in thing and white(thing["quote"]) != white(quote or ""):
            yield f"quote and evidence differ: {thing['quote'][:60]!r}"
        if not 0 < thing.get("certainty", 0) <= 1:
            yield f"certainty {thing.get('certainty')}"


def output(program, files, *options):
    done = subprocess.run([program, "read", "--format", "jsonl", *options, *files], capture_output=True, encoding="utf8")
    if done.returncode != 0:
        raise SystemExit(f"exit status {done.returncode}: {done.stderr}")
    return done.stdout


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    o = options.parse_args()
    names = enumerations()
    examples = score.documents(ROOT / "examples")
    corpus = score.documents(o.shared / "corpus") if (o.shared / "corpus").is_dir() else {}
    faults = [f"examples/{name}.json: {fault}" for name, (file, want) in examples.items()
              for fault in form_faults(want, score.text_of(file), names, program=False)]
    files = [file for docs in (examples, corpus) for file, _ in docs.values()]
    if files:
        serial = output(o.program, files, "--jobs", "1")
        if output(o.program, files, "--jobs", "4") != serial:
            faults.append("the output depends on the number of threads")
        found = [json.loads(line) for line in serial.split("\n") if line]
        if [d["source"] for d in found] != [str(f) for f in files]:
            faults.append("the order of the output is not that of the input")
        for document in found:
            text = score.text_of(pathlib.Path(document["source"]))
            name = pathlib.Path(document["source"]).name
            faults += [f"{name}: {f}" for f in (*form_faults(document, text, names, True), *evidence_faults(document))]
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{len(files)} documents, {len(faults)} faults")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
