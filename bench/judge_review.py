#!/usr/bin/env python3
"""Whether reviews of a generated world say what was so: sums, contradictions and gaps, held against its truth.

Usage: judge_review.py FOLDER DUMP.jsonl --bienban PROGRAM --register REGISTER [--between A B] [--as-of DAY]
                       [--window YEARS] [--examples N]

FOLDER is what bienban_world wrote, DUMP.jsonl the output of `bienban register dump` of the REGISTER that its documents
were added to in their order. Asks PROGRAM for the review, as JSON, of each pair of provinces of the world, or of A and
B (places or bodies): once over all years and once for each window of years. Ends with 1 where a sum, a contradiction or
a gap is wrong or missing.

What a review says is known by the facts that its cells and sentences rest on; which true facts these are, by the
places where their records stand (see judge_joining.py).
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

from judge_joining import Joined, World, lines

FIGURE = re.compile(r"r(\d+)y(\d+)([ft])(\d+)$")
RELATION = re.compile(r"r(\d+)y(\d+)")
CURRENCY = re.compile(r"[A-Z]{3}$")
YEAR = re.compile(r"(?<!\d)(\d{4})(?:\s*[-–]\s*(\d{4}))?(?!\d)")
MESSAGES = pathlib.Path(__file__).resolve().parent.parent / "messages" / "en.tsv"


def years_of(period):
    """The first and the last year of a period; None where one is open or not known."""
    parts = period.split("/")
    years = [part[:4] for part in (parts[0], parts[-1])]
    return tuple(int(year) for year in years) if all(year.isdigit() for year in years) else None


def unit_form(unit):
    """A unit without what only its spelling differs in."""
    return unit.lower().replace(",", "").replace("cbcs", "cán bộ chiến sĩ").replace("sỹ", "sĩ")


def years_named(words):
    return {year for found in YEAR.finditer(words) for year in range(int(found[1]), int(found[2] or found[1]) + 1)}


class Truth:
    """The facts of a world, the gaps planted in it, and the facts of a register that speak of them."""

    def __init__(self, folder, dump):
        self.world = World(folder)
        rows = [row for row in lines(dump) if isinstance(row, dict) and "records" in row]
        self.held = {row["id"]: row["value"] for row in rows}
        self.joined = Joined(self.world, rows)
        self.conflicts = self.joined.conflicts
        self.true_of = {id_: {fact for _, fact in units} for id_, units in self.joined.units.items()}
        self.told_as = collections.defaultdict(set)     # true fact → facts of the register
        for id_, facts in self.true_of.items():
            for fact in facts:
                self.told_as[fact].add(id_)
        self.gaps = list(lines(self.world.folder / "gaps.jsonl"))
        self.parties = {}                               # relation → its two bodies, the Vietnamese one first
        for fact, row in self.world.facts.items():
            parties = row["values"].get("parties") or row["values"].get("by") or ()
            if len(parties) == 2 and not any("/village/" in party for party in parties):
                self.parties.setdefault(self.relation(fact), tuple(parties))

    @staticmethod
    def relation(fact):
        return int(RELATION.match(fact)[1])

    def values(self, fact):
        return self.world.facts[fact]["values"]

    def is_disputed(self, fact):
        return bool(self.world.facts[fact]["contradictions"])

    def pairs(self):
        return sorted({tuple(party.split("/")[0] for party in parties) for parties in self.parties.values()})

    def relations_between(self, a, b):
        def of(party, side):
            return party == side or party.startswith(side + "/")
        return {relation for relation, parties in self.parties.items()
                if (of(parties[0], a) and of(parties[1], b)) or (of(parties[0], b) and of(parties[1], a))}


class Review:
    """The JSON of one review, and what stands where in it."""

    def __init__(self, paper, first, last):
        self.paper, self.first, self.last = paper, first, last
        self.tables = []        # (part, table)
        self.sentences = []     # (part, sentence)
        self._walk(paper["parts"], "")

    def _walk(self, parts, above):
        for part in parts:
            name = above or part["id"]
            for block in part["blocks"]:
                if block["block"] == "table":
                    self.tables.append((name, block))
                elif block["block"] == "paragraph":
                    self.sentences += [(name, sentence) for sentence in block["sentences"]]
                elif block["block"] == "bullets":
                    self.sentences += [(name, sentence) for point in block["points"] for sentence in point]
            self._walk(part["parts"], name)

    def rows(self, name):
        """(table, row) of all tables of this name and of those whose names begin with it and a hyphen."""
        for _, table in self.tables:
            if table["id"] == name or table["id"].startswith(name + "-"):
                for row in table["rows"]:
                    yield table, row


def facts_of(row):
    return {fact for cell in row["cells"] for fact in cell["facts"]}


class Judge:
    def __init__(self, truth, examples):
        self.truth = truth
        self.examples = examples
        self.counts = collections.Counter()
        self.faults = collections.defaultdict(list)

    def right(self, what, count=1):
        self.counts[what, True] += count

    def wrong(self, what, words):
        self.counts[what, False] += 1
        self.faults[what].append(words)

    def check(self, what, holds, words):
        if holds:
            self.right(what)
        else:
            self.wrong(what, words)
        return holds

    def note(self, what, words):
        """What is no fault of the review."""
        self.counts[what, None] += 1
        self.faults[what].append(words)

    # ---- sums

    def number(self, id_):
        value = self.truth.held[id_]
        if value["type"] == "support" and not CURRENCY.match(value["unit"] or ""):
            return (value.get("worth") or {}).get("value")
        return value["value"]

    def sum(self, where, cell, counted):
        """One number with the facts it rests on: the sum of what they say, of which no two share a day."""
        ids = cell["facts"]
        made = sum(self.number(id_) or 0 for id_ in ids)
        words = f"{where}: {cell['number']} of {', '.join(ids[:6])}"
        self.check("sums of what their facts say", abs(made - cell["number"]) < 0.5, f"{words}, which make {made}")
        if counted:
            self.check("sums of one thing", len({self.thing(id_) for id_ in ids}) == 1, words)
            days = sorted(filter(None, (years_of(self.truth.held[id_]["period"] or "") for id_ in ids)))
            apart = all(a[1] < b[0] for a, b in zip(days, days[1:])) and (len(days) == len(ids) or len(ids) == 1)
            self.check("sums over periods without a common day", apart, f"{words}: {days}")
        self.check("sums without a fact counted twice", len(set(ids)) == len(ids), words)

    def thing(self, id_):
        value = self.truth.held[id_]
        return value["theme"], unit_form(value["unit"]), tuple(sorted(value["by"])), tuple(sorted(value["to"]))

    def results(self, review, relations):
        shown = collections.defaultdict(set)        # true figure → numbers that rest on it alone
        for table, row in review.rows("results"):
            numbers = [i for i, cell in enumerate(row["cells"]) if "number" in cell]
            for i in numbers:
                cell = row["cells"][i]
                where = f"{table['id']} {table['columns'][i]['title']}"
                self.sum(where, cell, True)
                true = set().union(*(self.truth.true_of.get(id_, set()) for id_ in cell["facts"]))
                if len(cell["facts"]) == 1:
                    for fact in true:
                        shown[fact].add(cell["number"])
                self.sum_is_true(where, cell, true)
            if any(table["columns"][i]["title"].isdigit() for i in numbers):
                self.total(review, table, row, row["cells"][-1])
        for fact, ids in self.truth.told_as.items():
            found = FIGURE.match(fact)
            if not found or int(found[1]) not in relations:
                continue
            first, last = years_of(self.truth.values(fact)["period"])
            if last < review.first or first > review.last:
                continue
            self.check("figures told that the review shows", shown[fact] or any(
                id_ in set().union(*(facts_of(row) for _, row in review.rows("results"))) for id_ in ids),
                f"{fact} {self.truth.values(fact)} as {ids}")

    def sum_is_true(self, where, cell, true):
        if not true or len(true) != len(cell["facts"]):
            return self.note("sums that rest on facts joined wrongly", f"{where}: {cell['facts']}")
        value = sum(self.truth.values(fact)["value"] for fact in true)
        # "hơn 2.100" is true of 2,161, and the sum says so.
        about = any(self.truth.held[id_].get("about") for id_ in cell["facts"]) and not cell["words"][:1].isdigit()
        if value == cell["number"] or (about and abs(value - cell["number"]) <= 0.1 * value):
            return self.right("sums that are true")
        if any(self.truth.is_disputed(fact) for fact in true):
            return self.note("sums of disputed facts that are not as it was", f"{where}: {cell['number']}, was {value}")
        return self.wrong("sums that are true", f"{where}: {cell['number']} of {sorted(true)}, was {value}")

    def total(self, review, table, row, cell):
        """Nothing that the row holds, and that lies in the asked years, could still be added to its total."""
        if "number" not in cell:
            return
        inside = {id_: years_of(self.truth.held[id_]["period"] or "") for id_ in facts_of(row)}
        taken = [inside[id_] for id_ in cell["facts"] if inside[id_]]
        left = [id_ for id_, years in inside.items()
                if years and review.first <= years[0] and years[1] <= review.last
                and not any(years[0] <= other[1] and other[0] <= years[1] for other in taken)]
        self.check("totals that leave nothing out", not left, f"{table['id']}: {cell['words']} leaves out {left}")

    # ---- money

    def support(self, review, relations):
        gifts = collections.defaultdict(lambda: [0, set(), False])      # currency, giver, year → sum, facts, disputed
        for fact, ids in self.truth.told_as.items():
            values = self.truth.world.facts[fact]
            if values["type"] != "support" or self.truth.relation(fact) not in relations:
                continue
            values = values["values"]
            year = int(values["period"][:4])
            if not CURRENCY.match(values["unit"] or "") or not review.first <= year <= review.last:
                continue
            kept = gifts[values["unit"], values["giver"][0][:2], year]
            kept[0] += values["value"]
            kept[1] |= ids
            kept[2] |= self.truth.is_disputed(fact) or len(ids) > 1
        said = {}
        for table, row in review.rows("support-sums"):
            for cell in row["cells"]:
                if "number" not in cell:
                    continue
                self.sum(f"{table['id']} {row['cells'][0]['words']}", cell, False)
                first = self.truth.held[cell["facts"][0]]
                year = row["cells"][0]["words"]
                if year.isdigit():
                    said[first["unit"], first["giver"][0][:2], int(year)] = cell
        for (currency, giver, year), (value, ids, disputed) in sorted(gifts.items()):
            words = f"{giver} gave {value} {currency} in {year}: {sorted(ids)}"
            cell = said.get((currency, giver, year))
            undated = [id_ for id_ in ids if not self.truth.held[id_]["period"]]
            if cell is not None and cell["number"] == value:
                self.right("money of a year that is true")
            elif undated:
                self.note("money of a year of which gifts have no date", words)
            elif disputed:
                self.note("money of a year that holds a disputed or divided gift and is not as it was",
                          f"{words}; said {cell and cell['number']}")
            else:
                self.wrong("money of a year that is true", f"{words}; said {cell and cell['number']} of "
                                                           f"{cell and cell['facts']}")

    # ---- contradictions and gaps

    def contradictions(self, review, relations):
        listed = collections.Counter()
        for _, row in review.rows("conflicts"):
            for fact in facts_of(row):
                listed[fact] += 1
        for fact, c, fate in self.truth.joined.planted():
            if self.truth.relation(fact["fact"]) not in relations:
                continue
            words = f"{fact['fact']} {fact['type']}.{c['field']} in {c['documents']}"
            if fate != "reported":
                self.note(f"contradictions that joining left {fate}", words)
                continue
            ids = [id_ for id_ in self.truth.told_as[fact["fact"]] if c["field"] in self.truth.conflicts[id_]]
            self.check("contradictions planted that are listed",
                       any(listed[id_] >= len(self.truth.conflicts[id_]) for id_ in ids), f"{words} as {ids}")

    def gaps(self, review, relations, as_of):
        themes = dict(line.rstrip("\n").split("\t", 1) for line in open(MESSAGES, encoding="utf8")
                      if line.startswith("theme-"))
        for gap in self.truth.gaps:
            relation = next((r for r, parties in self.truth.parties.items() if list(parties) == gap["parties"]), None)
            if relation not in relations:
                continue
            words = json.dumps(gap, ensure_ascii=False)
            ids = self.truth.told_as.get(gap.get("fact"), set())
            if gap["gap"] == "talks":
                self.talks(review, gap, relation, words)
            elif not ids:
                self.note("gaps planted that no document shows", words)
            elif gap["gap"] == "paper":
                self.paper(review, gap, ids, words, as_of)
            elif gap["gap"] == "promise":
                self.promise(review, gap, ids, themes, words, as_of)
            else:
                self.false_total(review, gap, ids, words)

    def talks(self, review, gap, relation, words):
        held = {int(RELATION.match(fact)[2]) for fact in self.truth.told_as
                if self.truth.relation(fact) == relation and self.truth.world.facts[fact]["type"] == "meeting"
                and self.truth.values(fact)["kind"] == "talks"}
        if not (min(held, default=gap["year"]) < gap["year"] < max(held, default=gap["year"])):
            return self.note("gaps planted that no document shows", words)
        found, others = False, set()
        for _, row in review.rows("series"):
            true = set().union(*(self.truth.true_of.get(id_, set()) for id_ in facts_of(row)))
            if any(self.truth.relation(fact) == relation for fact in true):
                found = found or gap["year"] in years_named(row["cells"][-1]["words"])
                others |= {fact for fact in true if self.truth.relation(fact) != relation
                           and int(RELATION.match(fact)[2]) == gap["year"]}
        if not found and others:
            return self.note("years without talks hidden by the talks of others", f"{words}: {sorted(others)}")
        return self.check("years without talks that are listed", found, words)

    def paper(self, review, gap, ids, words, as_of):
        if years_of(self.truth.values(gap["fact"])["term"])[1] >= int(as_of[:4]):
            return self.note("gaps planted that are none yet", words)
        ended = set().union(*(sentence["facts"] for part, sentence in review.sentences if part == "disputed"))
        return self.check("papers that ran out that are listed", bool(ids & ended), words)

    def promise(self, review, gap, ids, themes, words, as_of):
        ids = {id_ for id_ in ids if gap["theme"] in self.truth.held[id_]["themes"]}
        if not ids:
            return self.note("gaps planted that no document shows", words)
        if gap["year"] + 3 > int(as_of[:4]):
            return self.note("gaps planted that are none yet", words)
        found = False
        for _, row in review.rows("promised"):
            # Promises of one theme may stand in one row: "Y tế (2 nội dung)".
            if row["cells"][0]["words"].lower().partition(" (")[0] != themes["theme-" + gap["theme"]].lower():
                continue
            open_ = any(cell.get("of_register") for cell in row["cells"])
            found = found or (open_ and bool(ids & facts_of(row)))
        return self.check("promises without a report that are listed", found, words)

    def false_total(self, review, gap, ids, words):
        first, last = years_of(self.truth.values(gap["fact"])["period"])
        years = [fact for fact in self.truth.told_as if self.is_year_of(fact, gap["fact"])
                 and first <= int(FIGURE.match(fact)[2]) <= last]
        things = {self.thing(id_) for fact in [gap["fact"], *years] for id_ in self.truth.told_as[fact]}
        if len(years) <= last - first or len(things) > 1:
            return self.note("false totals of which documents do not show all parts as one thing", words)
        found = any(ids & set(sentence["facts"]) for part, sentence in review.sentences if part == "disputed")
        return self.check("totals that are not what their years make that are listed", found, words)

    @staticmethod
    def is_year_of(fact, total):
        a, b = FIGURE.match(fact), FIGURE.match(total)
        return bool(a) and a[3] == "f" and (a[1], a[4]) == (b[1], b[4]) and fact != total

    # ---- all of it

    def judge(self, review, relations, whole, as_of):
        self.results(review, relations)
        self.support(review, relations)
        if whole:
            self.contradictions(review, relations)
            self.gaps(review, relations, as_of)

    def show(self, out):
        for what in sorted({what for what, _ in self.counts}):
            right, wrong = self.counts[what, True], self.counts[what, False]
            noted = self.counts[what, None]
            print(f"{what}: {noted}" if noted else f"{what}: {right} of {right + wrong}", file=out)
            for words in self.faults[what][:self.examples]:
                print(f"  {words}", file=out)
        return any(self.counts[what, False] for what, _ in list(self.counts))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("dump", type=pathlib.Path)
    options.add_argument("--bienban", required=True)
    options.add_argument("--register", required=True)
    options.add_argument("--between", nargs=2, action="append")
    options.add_argument("--as-of", default="2026-01-01")
    options.add_argument("--window", type=int, default=5)
    options.add_argument("--examples", type=int, default=5)
    o = options.parse_args()
    truth = Truth(o.folder, o.dump)
    judge = Judge(truth, o.examples)
    years = [int(RELATION.match(fact)[2]) for fact in truth.world.facts]
    windows = [(min(years), max(years))]
    windows += [(year, min(year + o.window - 1, max(years))) for year in range(min(years), max(years) + 1, o.window)]
    for a, b in o.between or truth.pairs():
        relations = truth.relations_between(a, b)
        for first, last in windows:
            whole = (first, last) == windows[0]
            command = [o.bienban, "review", "--between", a, b, "--register", o.register, "--format", "json", "--lang",
                       "en", "--as-of", o.as_of]
            command += [] if whole else ["--from", str(first), "--to", str(last)]
            done = subprocess.run(command, capture_output=True, check=False)
            if done.returncode != 0:
                sys.exit(f"{' '.join(command)}: {done.stderr.decode()}")
            judge.judge(Review(json.loads(done.stdout), first, last), relations, whole, o.as_of)
    sys.exit(judge.show(sys.stdout))


if __name__ == "__main__":
    main()
