#!/usr/bin/env python3
"""How well records of many documents were joined into facts, by the truth of a generated world.

Usage: judge_joining.py FOLDER DUMP.jsonl [--read READ.jsonl] [--examples N]
       judge_joining.py FOLDER --read READ.jsonl [--examples N]

FOLDER is what bienban_world wrote. DUMP.jsonl is the output of `bienban register dump` for its documents, added in
their order: of its lines, objects with "records" are facts, with "id", "type", "conflicts" (names of fields, or objects
with "field") and for each record "document" ("D12"), "type", "start" and "end".
READ.jsonl is the output of `bienban read --format jsonl - <FOLDER/documents.txt`. Alone it shows what share of the
mentions the reader finds; beside a dump it tells faults of joining from those of reading.
"""
import argparse
import collections
import json
import pathlib
import sys

# Which fields of a mention are compared with what was read of it. Units differ from paper to paper.
SETS = {"parties", "by", "giver", "receiver"}
COMPARED = SETS | {"kind", "date", "place", "ordinal", "signed", "term", "since", "from", "to", "section", "value",
                   "period", "instrument", "theme"}

Mention = collections.namedtuple("Mention", "fact type start end values wrong")


def lines(path):
    with open(path, encoding="utf8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


class World:
    """The truth of a folder: the mentions of each document by its number, and the facts."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.mentions = {}
        for row in lines(self.folder / "truth.jsonl"):
            self.mentions[row["document"]] = [
                Mention(m["fact"], m["type"], m["start"], m["end"], m["values"], m["contradiction"])
                for m in row["mentions"]]
        self.facts = {row["fact"]: row for row in lines(self.folder / "facts.jsonl")}
        self._texts = None

    def mention_of(self, document, type_, start, end):
        """The mention that a record's evidence speaks of: of its type, with the most words in common."""
        best, most = None, (0, 0)
        for m in self.mentions.get(document, ()):
            common = min(end, m.end) - max(start, m.start)
            if m.type == type_ and common > 0 and (common, m.start - m.end) > most:
                best, most = m, (common, m.start - m.end)
        return best

    def words(self, document, start, end):
        if self._texts is None:
            text = (self.folder / "documents.txt").read_text("utf8")
            self._texts = [part.removesuffix("\n") for part in text.split("\f\n")]
        return " ".join(self._texts[document - 1][start:end].split())


def differing(mention, record):
    """The fields that were read otherwise than the document tells them."""
    found = set()
    for field, told in mention.values.items():
        got = record.get(field)
        if field in COMPARED and told is not None:
            if (sorted(told) != sorted(got or ())) if field in SETS else told != got:
                found.add(field)
    return found


def agrees(true, got):
    """Whether a value that was read is the true one, or a vaguer way to say it ("2019-11" of "2019-11-03")."""
    return true == got or (isinstance(true, str) and isinstance(got, str) and true.startswith(got))


def invented(mention, record, truth):
    """The fields that the document leaves open and the reader filled with something that was not so."""
    return {field for field in COMPARED - SETS
            if mention.values.get(field) is None and record.get(field) is not None
            and truth.get(field) is not None and not agrees(truth[field], record[field])}


class Reading:
    """What the reader found, by document and place."""

    def __init__(self, path):
        self.records = {}
        for row in lines(path):
            # "-:12"; a stream of one document is "-".
            self.records[int(row["source"].rpartition(":")[2].lstrip("-") or 1)] = row["records"]

    def record(self, document, type_, start, end):
        for r in self.records.get(document, ()):
            if (r["type"], r["evidence"]["start"], r["evidence"]["end"]) == (type_, start, end):
                return r
        return None


def percent(part, whole):
    return f"{100 * part / whole:6.2f} %" if whole else "     – "


def show_reading(world, reading, examples, out):
    """Shares of the (document, fact) pairs told that were read, and of these read as told."""
    told, found, right = (collections.Counter() for _ in range(3))
    extra = collections.Counter()
    missed, misread, unasked, made_up = [], collections.defaultdict(list), [], collections.defaultdict(list)
    for document, mentions in world.mentions.items():
        of = {}
        for r in reading.records.get(document, ()):
            m = world.mention_of(document, r["type"], r["evidence"]["start"], r["evidence"]["end"])
            if m is None:
                extra[r["type"]] += 1
                unasked.append((document, r))
            else:
                of.setdefault(m.fact, []).append((m, r))
        for fact, type_ in {(m.fact, m.type) for m in mentions}:
            told[type_] += 1
            if fact not in of:
                missed.append(next((document, m) for m in mentions if m.fact == fact))
                continue
            found[type_] += 1
            # Of several mentions in one document, the record is right where it tells what any of them tells.
            faults = min((differing(m, r) for _, r in of[fact] for m in mentions if m.fact == fact), key=len)
            right[type_] += not faults
            for field in set.intersection(*(invented(m, r, world.facts[fact]["values"]) for _, r in of[fact]
                                            for m in mentions if m.fact == fact)):
                made_up[type_, field].append((document, *of[fact][0]))
            for field in faults:
                m, r = of[fact][0]
                misread[type_, field].append((document, m, m.values.get(field), r.get(field)))
    print(f"{'type':12} {'told':>8} {'found':>10} {'as told':>10} {'others':>8}", file=out)
    for type_ in sorted(told):
        print(f"{type_:12} {told[type_]:8} {percent(found[type_], told[type_]):>10} "
              f"{percent(right[type_], told[type_]):>10} {extra[type_]:8}", file=out)
    print(f"{'all':12} {told.total():8} {percent(found.total(), told.total()):>10} "
          f"{percent(right.total(), told.total()):>10} {extra.total():8}", file=out)
    for (type_, field), cases in sorted(misread.items(), key=lambda item: -len(item[1])):
        print(f"\n{type_}.{field} otherwise than told: {len(cases)}", file=out)
        for document, m, want, got in cases[:examples]:
            print(f"  D{document} told {want} read {got}: {world.words(document, m.start, m.end)}", file=out)
    for (type_, field), cases in sorted(made_up.items(), key=lambda item: -len(item[1])):
        print(f"\n{type_}.{field} not told, and read otherwise than it was: {len(cases)}", file=out)
        for document, m, r in cases[:examples]:
            print(f"  D{document} was {world.facts[m.fact]['values'][field]} read {r.get(field)}: "
                  f"{world.words(document, m.start, m.end)}", file=out)
    if missed and examples:
        print("\nnot found:", file=out)
        for document, m in missed[::max(1, len(missed) // (4 * examples))]:
            print(f"  D{document} {m.type}: {world.words(document, m.start, m.end)}", file=out)
    if unasked and examples:
        print("\nread where nothing is told:", file=out)
        for document, r in unasked[::max(1, len(unasked) // (4 * examples))]:
            print(f"  D{document} {r['type']}: {r['quote']}", file=out)


def pairs(counts):
    return sum(n * (n - 1) // 2 for n in counts)


class Joined:
    """The facts of a dump beside those of the world.

    A unit is (document, true fact) within a joined fact: a document that tells a thing twice counts once.
    """

    def __init__(self, world, rows, reading=None):
        self.world = world
        self.reading = reading
        self.records = self.unmapped = 0
        self.unmapped_types = collections.Counter()
        self.units = collections.defaultdict(dict)   # joined id → {(document, fact): (mention, record, misread fields)}
        self.types = {}
        self.conflicts = {}
        self.where = collections.defaultdict(set)    # (document, fact) → joined ids
        for row in rows:
            if not isinstance(row, dict) or "records" not in row:
                continue
            self.types[row["id"]] = row["type"]
            self.conflicts[row["id"]] = [c if isinstance(c, str) else c["field"] for c in row.get("conflicts", ())]
            for r in row["records"]:
                self._take(row["id"], row["type"], r)

    def _take(self, joined, type_, r):
        document = int(str(r["document"]).lstrip("D"))
        type_ = r.get("type", type_)
        self.records += 1
        m = self.world.mention_of(document, type_, r["start"], r["end"])
        if m is None:
            self.unmapped += 1
            self.unmapped_types[type_] += 1
            return
        read = self.reading.record(document, type_, r["start"], r["end"]) if self.reading else None
        faults = differing(m, read) | invented(m, read, self.world.facts[m.fact]["values"]) if read else set()
        self.units[joined].setdefault((document, m.fact), (m, r, faults))
        self.where[document, m.fact].add(joined)

    def told_and_found(self):
        told = {(document, m.fact) for document, all_ in self.world.mentions.items() for m in all_}
        return len(told), sum(1 for unit in told if unit in self.where)

    def score(self, type_=None, rightly_read=False):
        """Right pairs, joined pairs, true pairs."""
        both, joined, true = collections.Counter(), collections.Counter(), collections.Counter()
        for id_, units in self.units.items():
            if type_ not in (None, self.types[id_]):
                continue
            for (_, fact), (_, _, faults) in units.items():
                if rightly_read and faults:
                    continue
                both[id_, fact] += 1
                joined[id_] += 1
                true[fact] += 1
        return pairs(both.values()), pairs(joined.values()), pairs(true.values())

    def mixed(self):
        """Joined facts that speak of several true ones."""
        for id_, units in self.units.items():
            facts = collections.Counter(fact for _, fact in units)
            if len(facts) > 1:
                yield id_, facts

    def split(self):
        """True facts that lie in several joined ones."""
        of = collections.defaultdict(lambda: collections.defaultdict(list))
        for id_, units in self.units.items():
            for unit in units:
                of[unit[1]][id_].append(unit)
        for fact, parts in of.items():
            if len(parts) > 1:
                yield fact, parts

    def planted(self):
        """Each planted contradiction with its fate: reported, missed (joined, not said), apart or unread."""
        for fact in self.world.facts.values():
            for c in fact["contradictions"]:
                a, b = c["documents"]
                at_a, at_b = self.where.get((a, fact["fact"])), self.where.get((b, fact["fact"]))
                if not at_a or not at_b:
                    fate = "unread"
                elif not at_a & at_b:
                    fate = "apart"
                else:
                    fate = "reported" if any(c["field"] in self.conflicts[j] for j in at_a & at_b) else "missed"
                if fate in ("missed", "apart") and self._misread(c, fact["fact"]):
                    fate = "unread"
                yield fact, c, fate

    def _misread(self, c, fact):
        """Whether one of the two documents was read otherwise than it tells, in the field in question."""
        return any(c["field"] in self.units[j][document, fact][2]
                   for document in c["documents"] for j in self.where[document, fact]
                   if (document, fact) in self.units[j])

    def false_conflicts(self):
        """(joined id, field, cause) of reported conflicts that nobody planted: a wrong join, a reading or neither."""
        for id_, fields in self.conflicts.items():
            units = self.units.get(id_, {})
            facts = {fact for _, fact in units}
            planted = {c["field"] for fact in facts for c in self.world.facts[fact]["contradictions"]}
            for field in fields:
                if field in planted:
                    continue
                if not units:
                    cause = "unmapped"
                elif len(facts) > 1:
                    cause = "wrong join"
                elif any(field in faults for _, _, faults in units.values()):
                    cause = "reading"
                else:
                    cause = "joining"
                yield id_, field, cause


def show_joining(joined, examples, out):
    world = joined.world
    told, found = joined.told_and_found()
    print(f"records {joined.records}, of no mention {percent(joined.unmapped, joined.records).strip()}; mentions {told}, "
          f"with a record {percent(found, told).strip()}", file=out)

    def row(name, figures):
        right, made, true = figures
        print(f"{name:22} precision {percent(right, made)}   recall {percent(right, true)}   pairs {true}", file=out)

    for type_ in sorted(set(joined.types.values())):
        row(type_, joined.score(type_))
    row("all", joined.score())
    if joined.reading:
        row("all that is read right", joined.score(rightly_read=True))

    fates = collections.defaultdict(list)
    for fact, c, fate in joined.planted():
        fates[("derived " if c["derived"] else "") + fate].append((fact, c))
    print("\ncontradictions: " + ", ".join(f"{name} {len(fates[name])}" for name in
                                           ("reported", "missed", "apart", "unread", "derived reported", "derived missed",
                                            "derived apart", "derived unread") if fates[name]), file=out)
    for name in ("missed", "apart"):
        for fact, c in fates[name][:examples]:
            print(f"  {name}: {fact['fact']} {fact['type']}.{c['field']} in D{c['documents'][0]}, D{c['documents'][1]}: "
                  f"{joined.where[c['documents'][0], fact['fact']]} {joined.where[c['documents'][1], fact['fact']]}", file=out)

    false = collections.defaultdict(list)
    for id_, field, cause in joined.false_conflicts():
        false[cause].append((id_, field))
    print("false conflicts: " + (", ".join(f"{cause} {len(all_)}" for cause, all_ in sorted(false.items())) or "none"),
          file=out)
    for cause, all_ in sorted(false.items()):
        for id_, field in all_[:examples]:
            print(f"  {cause}: {id_} {joined.types[id_]}.{field}", file=out)
            for (document, fact), (_, r, _) in list(joined.units[id_].items())[:4]:
                print(f"    D{document} {fact}: {world.words(document, r['start'], r['end'])}", file=out)

    mixed, split = list(joined.mixed()), list(joined.split())
    print(f"facts that mix several: {len(mixed)}; true facts in several: {len(split)} of {len(world.facts)}", file=out)
    for id_, facts in mixed[:examples]:
        print(f"  mixed {id_} {joined.types[id_]}: {dict(facts)}", file=out)
        shown = set()
        for (document, fact), (_, r, _) in joined.units[id_].items():
            if fact not in shown:
                shown.add(fact)
                print(f"    D{document} {fact}: {world.words(document, r['start'], r['end'])}", file=out)
    for fact, parts in split[:examples]:
        print(f"  split {fact}: {json.dumps(world.facts[fact]['values'], ensure_ascii=False)}", file=out)
        for id_, units in parts.items():
            document = units[0][0]
            r = joined.units[id_][units[0]][1]
            print(f"    {id_} ({len(units)}) D{document}: {world.words(document, r['start'], r['end'])}", file=out)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("dump", type=pathlib.Path, nargs="?")
    options.add_argument("--read", type=pathlib.Path)
    options.add_argument("--examples", type=int, default=5)
    o = options.parse_args()
    if not o.dump and not o.read:
        options.error("a dump, or --read, must be given")
    world = World(o.folder)
    reading = Reading(o.read) if o.read else None
    if o.dump:
        show_joining(Joined(world, lines(o.dump), reading), o.examples, sys.stdout)
    else:
        show_reading(world, reading, o.examples, sys.stdout)


if __name__ == "__main__":
    main()
