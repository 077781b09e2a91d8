#!/usr/bin/env python3
"""Score what `bienban read` finds against the expected records that stand beside the documents.

A folder of documents holds NAME.txt or NAME.html and, beside it, NAME.json: what a careful reader finds in it. A found
record counts once, for one expected record of its type that says the same thing (`speaks_of`). A NAME.json that is a list
goes with a NAME.txt of as many short documents, a line with a form feed between them. The figures:

  records   F1 over all records save achievements and commitments, which are scored by their themes
  exact     the same, but a record counts only if every value that the document gives is right
  themes    F1 over the pairs (achieved or committed, theme) of each document
  people, places   F1 over names, and over codes
  published, fields of people and records   share of the expected values that are right
  quotes    share of the quotes that stand in the document word for word
  empty     documents with nothing to find that gave nothing

Usage: score.py PROGRAM [--details] [--floors] [--precision] [--shared FOLDER]
Fails where a figure is below its floor in floors.json; --floors raises the floors to what was reached.
"""
import argparse
import collections
import html
import importlib.util
import json
import math
import pathlib
import re
import subprocess
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
PRECISION = HERE.parent / "src/server/tables/precision.tsv"
FLOORED = ("records", "exact", "themes", "people", "places", "quotes", "empty")
# The batches of tests/documents that were written last. Little is tuned on them, so that they are harder; they are counted
# apart, or the floor of the others would fall with each new batch.
BATCHES = {"newest": "fresh6", "latest": "fresh7", "retold": "fresh8", "mixed": "fresh9", "national": "fresh10"}

# The values of a record that are compared, by type. Those in LISTS are compared as sets.
VALUES = {
    "meeting": "kind date place parties chairs recurs ordinal",
    "visit": "from to date head",
    "activity": "kind parties date place section",
    "agreement": "act instrument parties signed term",
    "twinning": "parties since",
    "result": "value unit theme by to period",
    "support": "item value unit giver receiver period theme",
}
VALUES = {kind: names.split() for kind, names in VALUES.items()}
LISTS = {"parties", "chairs", "by", "giver", "receiver"}
NUMBERS = {"value", "ordinal"}
PHRASES = {"unit", "item"}


def plain(value):
    """Unicode form, white space and case do not count."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", str(value))).strip().casefold()


def key_of_name(name):
    """A name without marks, hyphens and case: Xiêng-pheng = xieng pheng."""
    letters = unicodedata.normalize("NFD", plain(name)).replace("đ", "d")
    letters = "".join(c for c in letters if unicodedata.category(c) != "Mn")
    return re.sub(r"[\s\-–—]+", " ", letters).strip()


def shared_words(a, b):
    """How much of the shorter phrase stands in the other, 0 to 1."""
    a, b = (set(re.findall(r"\w+", plain(x or ""))) for x in (a, b))
    return len(a & b) / max(1, min(len(a), len(b)))


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def same_number(a, b):
    try:
        return math.isclose(float(a), float(b), rel_tol=1e-6, abs_tol=1e-6)
    except (TypeError, ValueError):
        return False


def is_right(name, want, got):
    """Is a value right? What the document does not give (null) is not asked for."""
    if name in LISTS or (name == "to" and isinstance(want, list)):
        if name in ("giver", "receiver") and not as_list(want):
            return True
        key = key_of_name if name == "chairs" else plain
        return {key(x) for x in as_list(want)} == {key(x) for x in as_list(got)}
    if want is None:
        return True
    if got is None:
        return False
    if name == "head":
        return key_of_name(want) == key_of_name(got)
    if name in PHRASES:
        return shared_words(want, got) >= 0.5
    if name in NUMBERS:
        return same_number(want, got)
    return plain(want) == plain(got)


def right_values(want, got):
    return [name for name in VALUES[want["type"]] if is_right(name, want.get(name), got.get(name))]


def compatible(a, b):
    """One date or period is the other, or a less precise form of it, or is not known."""
    return not a or not b or str(a).startswith(str(b)) or str(b).startswith(str(a))


def places_of(parties):
    return {plain(p).split("/")[0] for p in as_list(parties)}


def meet(a, b):
    a, b = places_of(a), places_of(b)
    return not a or not b or bool(a & b)


def speaks_of(want, got):
    """Does the found record speak of the same thing as the expected one (of the same type)?"""
    kind = want["type"]
    if kind in ("meeting", "activity"):
        return (want["kind"] == got.get("kind") and compatible(want["date"], got.get("date"))
                and meet(want["parties"], got.get("parties")))
    if kind == "visit":
        hosts = places_of(want["to"]), places_of(got.get("to"))
        return (places_of(want["from"]) == places_of(got.get("from")) and (not all(hosts) or hosts[0] == hosts[1])
                and compatible(want["date"], got.get("date")))
    if kind == "agreement":
        terms = want["term"], got.get("term")
        return (want["act"] == got.get("act") and want["instrument"] == got.get("instrument")
                and meet(want["parties"], got.get("parties")) and compatible(want["signed"], got.get("signed"))
                and (not all(terms) or plain(terms[0]) == plain(terms[1])))
    if kind == "twinning":
        return places_of(want["parties"]) == places_of(got.get("parties"))
    if kind == "result":
        return same_number(want["value"], got.get("value")) and shared_words(want["unit"], got.get("unit")) >= 0.5
    if want["value"] is None or got.get("value") is None:
        return want["value"] is got.get("value") and shared_words(want["item"], got.get("item")) >= 0.5
    same_unit = want["unit"] is not None and plain(want["unit"]) == plain(got.get("unit") or "")
    return same_number(want["value"], got["value"]) and (same_unit or shared_words(want["item"], got.get("item")) >= 0.3)


def pairs(want, got):
    """Index of an expected record → index of the found one that counts for it: most right values first."""
    order = sorted(((len(right_values(w, g)), i, j) for i, w in enumerate(want) for j, g in enumerate(got)
                    if speaks_of(w, g)), reverse=True)
    taken = {}
    for _, i, j in order:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return taken


class Count:
    """Right, expected and found."""

    def __init__(self):
        self.right = self.expected = self.found = 0

    def add(self, right, expected, found):
        self.right += right
        self.expected += expected
        self.found += found

    def f1(self):
        if not self.expected and not self.found:
            return 1.0
        return 2 * self.right / (self.expected + self.found)

    def share(self):
        return self.right / self.expected if self.expected else None


class Score:
    """Adds up documents; `notes` has a line for each value missed or wrong."""

    def __init__(self):
        self.counts = collections.defaultdict(Count)
        self.notes = []
        self.documents = 0

    def add(self, name, want, got, text):
        self.documents += 1
        records = got.get("records") or []
        if "places" in want:
            self._places(name, set(want["places"]), set(got.get("places") or []))
        if "people" in want:
            self._people(name, want["people"], got.get("people") or [])
        if want.get("published"):
            ok = want["published"] == got.get("published")
            self.counts["published"].add(ok, 1, 1)
            if not ok:
                self.notes.append(f"{name}: published {want['published']}, found {got.get('published')}")
        for kind in ("achievement", "commitment"):
            self._themes(name, kind, want["records"], records)
        for record in records:
            self.counts["quotes"].add(bool(record.get("quote")) and plain(record["quote"]) in text, 1, 1)
        if not want["records"]:
            self.counts["empty"].add(not records, 1, 1)
        for kind in VALUES:
            self._records(name, kind, [r for r in want["records"] if r["type"] == kind],
                          [r for r in records if r.get("type") == kind])

    def _places(self, name, want, got):
        self.counts["places"].add(len(want & got), len(want), len(got))
        self.notes += [f"{name}: place {'missed' if x in want else 'wrong'} {x}" for x in sorted(want ^ got)]

    def _people(self, name, want, got):
        want, got = ({key_of_name(p["name"]): p for p in side} for side in (want, got))
        both = want.keys() & got.keys()
        self.counts["people"].add(len(both), len(want), len(got))
        for key in sorted(want.keys() ^ got.keys()):
            person = want.get(key) or got[key]
            self.notes.append(f"{name}: person {'missed' if key in want else 'wrong'} {person['name']}")
        for key in sorted(both):
            for value in ("rank", "title", "country"):
                a, b = want[key][value], got[key].get(value)
                if a is None:
                    continue
                ok = shared_words(a, b) >= 0.6 if value == "title" else is_right(value, a, b)
                self.counts[f"person.{value}"].add(ok, 1, 1)
                if not ok:
                    self.notes.append(f"{name}: {want[key]['name']}: {value} {a!r}, found {b!r}")

    def _themes(self, name, kind, want, got):
        want, got = ({t for r in side if r.get("type") == kind for t in r.get("themes") or []} for side in (want, got))
        for key in ("themes", kind):
            self.counts[key].add(len(want & got), len(want), len(got))
        if want ^ got:
            self.notes.append(f"{name}: {kind} themes missed {sorted(want - got)}, wrong {sorted(got - want)}")

    def _records(self, name, kind, want, got):
        taken = pairs(want, got)
        exact = 0
        for i, record in enumerate(want):
            if i not in taken:
                self.notes.append(f"{name}: {kind} missed: {record['quote'][:100]}")
                continue
            found = got[taken[i]]
            right = right_values(record, found)
            exact += len(right) == len(VALUES[kind])
            for value in VALUES[kind]:
                self.counts[f"{kind}.{value}"].add(value in right, 1, 1)
                if value not in right:
                    self.notes.append(f"{name}: {kind} {value}: {record.get(value)!r}, found {found.get(value)!r} "
                                      f"in: {record['quote'][:60]}")
        for j, record in enumerate(got):
            if j not in taken.values():
                given = {v: record.get(v) for v in VALUES[kind] if record.get(v)}
                self.notes.append(f"{name}: {kind} wrong: {json.dumps(given, ensure_ascii=False)[:160]}")
        for key in (kind, "records"):
            self.counts[key].add(len(taken), len(want), len(got))
        self.counts["exact"].add(exact, len(want), len(got))
        self.counts[f"exact.{kind}"].add(exact, len(want), len(got))

    def figures(self):
        ratios = {k: self.counts[k].f1() for k in ("records", "exact", "themes", "people", "places")}
        shares = {k: self.counts[k].share() for k in ("published", "quotes", "empty")}
        return {"documents": self.documents} | ratios | shares


def text_of(file):
    """The words of a document, for finding quotes in it: of a page, without its tags."""
    text = file.read_text("utf8")
    if file.suffix in (".html", ".htm"):
        text = re.sub(r"(?is)<!--.*?-->|<(script|style)\b.*?</\1\s*>", " ", text)
        text = re.sub(r"(?i)</?(a|b|i|u|em|strong|span|font|small|mark|sup|sub)\b[^>]*>", "", text)
        text = html.unescape(re.sub(r"<[^>]*>", " ", text))
    return plain(text.replace("\u00ad", ""))


def documents(folder):
    """NAME → (file, expected records), for each document of the folder that has its records beside it; the short
    documents of one file are NAME#1, NAME#2, …"""
    found = {}
    for file in sorted(folder.iterdir()):
        expected = file.with_suffix(".json")
        if file.suffix not in (".txt", ".html", ".htm") or not expected.exists():
            continue
        want = json.loads(expected.read_text("utf8"))
        if isinstance(want, list):
            found |= {f"{file.stem}#{i}": (file, short) for i, short in enumerate(want, 1)}
        else:
            found[file.stem] = file, want
    return found


def read(program, docs):
    """NAME → what the program read out of each document."""
    def asked(arguments, **more):
        done = subprocess.run([program, "read", "--format", "jsonl", *arguments], capture_output=True, encoding="utf8", **more)
        if done.returncode != 0:
            print(done.stderr, end="", file=sys.stderr)
        return [json.loads(line) for line in done.stdout.split("\n") if line.strip()]

    whole = [file for name, (file, _) in docs.items() if "#" not in name]
    found = {pathlib.Path(d["source"]).stem: d for d in asked(whole)} if whole else {}
    for file in {file for name, (file, _) in docs.items() if "#" in name}:
        shorts = asked(["-"], input=file.read_text("utf8"))
        found |= {f"{file.stem}#{i}": d for i, d in enumerate(shorts, 1)}
    return found


def own_score(docs, found):
    score = Score()
    for name, (file, want) in sorted(docs.items()):
        score.add(name, want, found.get(name, {}), text_of(file))
    return score.figures(), score.notes


def precision_table(program):
    """How many records of each type are found in the project's own documents, and how many are right in every value; of
    achievements and commitments the pairs (document, theme)."""
    own = documents(HERE / "documents") | documents(HERE.parent / "examples")
    found = read(program, own)
    score = Score()
    for name, (file, want) in sorted(own.items()):
        score.add(name, want, found.get(name, {}), text_of(file))
    lines = ["# How many records of each type the program reads out of the project's own documents (examples/,",
             "# tests/documents/), and how many of them are right in every value; of achievements and commitments the pairs",
             "# of document and theme. Written by `tests/score.py PROGRAM --precision`.", "type\tfound\tright",
             f"documents\t{len(own)}\t{len(own)}"]
    for kind in ("meeting", "visit", "activity", "agreement", "twinning", "achievement", "commitment", "result", "support"):
        count = score.counts[f"exact.{kind}" if kind in VALUES else kind]
        lines.append(f"{kind}\t{count.found}\t{count.right}")
    return "\n".join(lines) + "\n"


def shared_score(scorer, docs, found):
    """The same figures by the scorer that is shared with other readers of the same corpus."""
    spec = importlib.util.spec_from_file_location("shared_score", scorer)
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    golds = {n: want for n, (_, want) in docs.items()}
    texts = {n: file.read_text("utf8") for n, (file, _) in docs.items()}
    out, notes = module.score(golds, texts, found, True)
    kept, empty = map(int, out["empty_documents_kept_empty"].split("/"))
    figures = {"documents": out["documents"]} | {k: out[k]["f1"] for k in ("records", "exact", "themes", "people", "places")}
    figures |= {"published": out["published"], "quotes": out["quotes_in_text"], "empty": kept / empty if empty else None}
    return figures, notes


def below(floors, group, figures):
    for name, floor in floors.get(group, {}).items():
        if figures.get(name) is not None and figures[name] < floor:
            yield f"{group}: {name} is {figures[name]:.4f}, below its floor of {floor}"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program", type=pathlib.Path)
    options.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared",
                         help="folder with corpus/ and score/, where there is one")
    options.add_argument("--details", action="store_true", help="each miss, save those of held-out documents")
    options.add_argument("--floors", action="store_true", help="raise the floors to what was reached")
    options.add_argument("--precision", action="store_true", help="write anew what the page shows of precision")
    o = options.parse_args()
    if o.precision:
        PRECISION.write_text(precision_table(o.program), "utf8")
        return

    groups = {}
    examples = documents(HERE.parent / "examples")
    if examples:
        groups["examples"] = own_score(examples, read(o.program, examples))
    more = documents(HERE / "documents")
    shorts = {name: docs for name, docs in more.items() if "#" in name}
    more = {name: docs for name, docs in more.items() if name not in shorts}
    older = {name: docs for name, docs in more.items() if not name.startswith(tuple(BATCHES.values()))}
    if older:
        groups["documents"] = own_score(older, read(o.program, older))
    for group, prefix in BATCHES.items():
        batch = {name: docs for name, docs in more.items() if name.startswith(prefix)}
        if batch:
            groups[group] = own_score(batch, read(o.program, batch))
    if shorts:
        groups["shorts"] = own_score(shorts, read(o.program, shorts))
    corpus = documents(o.shared / "corpus") if (o.shared / "corpus").is_dir() else {}
    if corpus:
        lines = (HERE / "held-out.txt").read_text("utf8").splitlines()
        held_out = set(" ".join(line for line in lines if not line.startswith("#")).split())
        scorer = o.shared / "score/score.py"
        found = read(o.program, corpus)
        for group, chosen in (("all", corpus), ("tuning half", {n: d for n, d in corpus.items() if n not in held_out}),
                              ("held-out half", {n: d for n, d in corpus.items() if n in held_out})):
            if chosen:
                groups[group] = shared_score(scorer, chosen, found) if scorer.exists() else own_score(chosen, found)

    if o.details:
        for group in ("examples", "documents", *BATCHES, "shorts", "tuning half"):
            print(*groups.get(group, ({}, []))[1], sep="\n")
    names = ["documents", "records", "exact", "themes", "people", "places", "published", "quotes", "empty"]
    print(f"{'':14}" + "".join(f"{n:>11}" for n in names))
    for group, (figures, _) in groups.items():
        cells = ["-" if figures[n] is None else f"{figures[n]:.4f}" if n != "documents" else figures[n] for n in names]
        print(f"{group:14}" + "".join(f"{c:>11}" for c in cells))

    floors = json.loads(FLOORS.read_text("utf8")) if FLOORS.exists() else {}
    faults = [fault for group, (figures, _) in groups.items() for fault in below(floors, group, figures)]
    if o.floors:
        for group, (figures, _) in groups.items():
            mine = floors.setdefault(group, {})
            for name in FLOORED:
                if figures[name] is not None:
                    mine[name] = max(mine.get(name, 0), math.floor(figures[name] * 100 + 1e-9) / 100)
        FLOORS.write_text(json.dumps(floors, indent="\t") + "\n", "utf8")
    print(*faults, sep="\n", end="\n" if faults else "")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
