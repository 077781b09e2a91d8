#!/usr/bin/env python3
"""Tests of the tools that judge the program: the scorer, the runner of cases, the check of rooms, the total, the judge of
joining."""
import io
import json
import pathlib
import stat
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "bench"))
import check_rooms
import judge_joining
import run_cases
import score
import total


def document(**values):
    return {"title": "", "published": None, "authors": [], "places": [], "people": [], "records": []} | values


RESULT = {"type": "result", "value": 16, "unit": "lần", "theme": "joint-patrol", "by": ["VN-05/border-guard"],
          "to": [], "period": "2019", "quote": "tuần tra 16 lần"}
TEXT = score.plain("Hai bên tuần tra 16 lần.")


def figures(want, got):
    judge = score.Score()
    judge.add("x", document(records=want), document(records=got), TEXT)
    return judge.figures()


class Scorer(unittest.TestCase):
    def test_what_is_found_as_expected_is_perfect(self):
        got = figures([RESULT], [RESULT])
        self.assertEqual((got["records"], got["exact"], got["quotes"]), (1.0, 1.0, 1.0))

    def test_a_wrong_period_costs_exactness_only(self):
        got = figures([RESULT], [RESULT | {"period": "2018"}])
        self.assertEqual((got["records"], got["exact"]), (1.0, 0.0))

    def test_a_value_that_the_document_does_not_give_is_not_asked_for(self):
        self.assertEqual(figures([RESULT | {"period": None}], [RESULT])["exact"], 1.0)

    def test_a_wrong_value_is_a_miss_and_a_false_find(self):
        self.assertEqual(figures([RESULT], [RESULT | {"value": 17}])["records"], 0.0)

    def test_one_found_record_counts_for_one_expected_record(self):
        self.assertAlmostEqual(figures([RESULT, RESULT], [RESULT])["records"], 2 / 3)

    def test_of_two_candidates_the_one_with_more_right_values_counts(self):
        self.assertEqual(score.pairs([RESULT], [RESULT | {"period": "2018"}, RESULT]), {0: 1})

    def test_a_quote_must_stand_in_the_text_word_for_word(self):
        self.assertEqual(figures([RESULT], [RESULT | {"quote": "tuần tra 17 lần"}])["quotes"], 0.0)

    def test_a_record_out_of_a_document_with_nothing_to_find_is_counted(self):
        self.assertEqual(figures([], [RESULT])["empty"], 0.0)
        self.assertEqual(figures([], [])["empty"], 1.0)

    def test_names_are_compared_without_marks_and_hyphens(self):
        self.assertEqual(score.key_of_name("Xiêng-pheng  Đuông"), score.key_of_name("xieng pheng duong"))

    def test_a_figure_below_its_floor_is_named(self):
        self.assertEqual(list(score.below({"all": {"records": 0.9}}, "all", {"records": 0.91})), [])
        self.assertEqual(len(list(score.below({"all": {"records": 0.9}}, "all", {"records": 0.89}))), 1)


class Folder(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.at = pathlib.Path(holder.name)

    def write(self, path, text):
        file = self.at / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf8")
        return file


class Cases(Folder):
    def setUp(self):
        super().setUp()
        self.program = self.write("bin/bienban", "#!/bin/sh\ncat \"$@\"\n")
        self.program.chmod(self.program.stat().st_mode | stat.S_IXUSR)
        self.write("cases/read/one/cmd", "bienban in.txt\n")
        self.write("cases/read/one/in.txt", "Xin chào\n")

    def run_cases(self, *options):
        return subprocess.run([sys.executable, "-B", run_cases.__file__, self.program, self.at / "cases", *options],
                              capture_output=True, encoding="utf8")

    def test_output_that_nobody_expects_fails_the_case(self):
        done = self.run_cases()
        self.assertEqual((done.returncode, done.stdout.splitlines()[-1]), (1, "0 passed, 1 failed"))

    def test_blessing_shows_the_difference_and_then_expects_it(self):
        self.assertIn("+Xin chào", self.run_cases("--bless").stdout)
        self.assertEqual(self.run_cases().stdout, "1 passed, 0 failed\n")

    def test_unexpected_words_on_standard_error_fail_the_case(self):
        self.write("cases/read/one/cmd", "bienban in.txt >&2\n")
        self.write("cases/read/one/out", "")
        self.assertEqual(self.run_cases().returncode, 1)


class Rooms(Folder):
    def setUp(self):
        super().setUp()
        self.write("CMakeLists.txt", "add_subdirectory(base)\nadd_subdirectory(text)\n")
        self.write("base/CMakeLists.txt", "bienban_room(base)\n")
        self.write("text/CMakeLists.txt", "bienban_room(text DEPENDS base LIBS utf8proc)\n")

    def faults(self):
        return list(check_rooms.faults(self.at, check_rooms.link_lists(self.at)))

    def test_an_include_along_the_arrow_passes(self):
        self.write("text/words.cpp", '#include "text/words.hpp"\n#include "base/units.hpp"\n#include <vector>\n')
        self.assertEqual(self.faults(), [])

    def test_an_include_against_the_arrow_is_refused_with_its_line(self):
        self.write("base/units.cpp", '#include <vector>\n#include "text/words.hpp"\n')
        self.assertEqual(len(self.faults()), 1)
        self.assertTrue(self.faults()[0].startswith("src/base/units.cpp:2: base may not know text"))

    def test_a_link_list_against_the_arrow_is_refused(self):
        self.write("base/CMakeLists.txt", "bienban_room(base DEPENDS text)\n")
        self.assertEqual(len(self.faults()), 1)


class Joining(Folder):
    """Two talks of two years, each told by two documents; the third day of the first is told wrongly by document 3."""

    DOCUMENTS = ["Hai bên hội đàm ngày 3/11. Ký biên bản.", "Hội đàm ngày 3/11.", "Hội đàm ngày 5/11.", "Hội đàm năm sau."]

    def setUp(self):
        super().setUp()
        self.write("documents.txt", "\f\n".join(text + "\n" for text in self.DOCUMENTS))
        truth = []
        for number, (text, fact) in enumerate(zip(self.DOCUMENTS, ["a", "a", "a", "b"]), 1):
            truth.append({"document": number, "published": None, "mentions": [
                {"fact": fact, "type": "meeting", "start": 0, "end": text.index(".") + 1,
                 "values": {"date": "2019-11-05" if number == 3 else "2019-11-03"} if fact == "a" else {},
                 "contradiction": "date" if number == 3 else None}]})
        self.write("truth.jsonl", "".join(json.dumps(row) + "\n" for row in truth))
        contradiction = {"field": "date", "documents": [1, 3], "derived": False}
        facts = [{"fact": "a", "type": "meeting", "values": {}, "contradictions": [contradiction]},
                 {"fact": "b", "type": "meeting", "values": {}, "contradictions": []}]
        self.write("facts.jsonl", "".join(json.dumps(row) + "\n" for row in facts))
        self.world = judge_joining.World(self.at)

    @staticmethod
    def fact(id_, documents, conflicts=()):
        return {"id": id_, "type": "meeting", "conflicts": list(conflicts),
                "records": [{"document": f"D{d}", "ordinal": 1, "type": "meeting", "start": 2, "end": 12}
                            for d in documents]}

    def judged(self, *rows):
        return judge_joining.Joined(self.world, rows)

    def fates(self, *rows):
        return [fate for _, _, fate in self.judged(*rows).planted()]

    def test_facts_as_they_are_have_all_pairs_right(self):
        self.assertEqual(self.judged(self.fact("F1", [1, 2, 3]), self.fact("F2", [4])).score(), (3, 3, 3))

    def test_a_fact_of_too_much_costs_precision_and_one_of_too_little_recall(self):
        self.assertEqual(self.judged(self.fact("F1", [1, 2, 4]), self.fact("F2", [3])).score("meeting"), (1, 3, 3))

    def test_a_record_of_no_mention_does_not_count(self):
        extra = {"document": "D1", "ordinal": 2, "type": "meeting", "start": 27, "end": 38}
        row = self.fact("F1", [1, 2, 3])
        row["records"].append(extra)
        judged = self.judged(row)
        self.assertEqual((judged.score(), judged.unmapped), ((3, 3, 3), 1))

    def test_a_planted_contradiction_is_reported_missed_apart_or_unread(self):
        self.assertEqual(self.fates(self.fact("F1", [1, 2, 3], ["date"])), ["reported"])
        self.assertEqual(self.fates(self.fact("F1", [1, 2, 3], ["place"])), ["missed"])
        self.assertEqual(self.fates(self.fact("F1", [1, 2]), self.fact("F2", [3])), ["apart"])
        self.assertEqual(self.fates(self.fact("F1", [1, 2])), ["unread"])

    def test_a_conflict_that_nobody_planted_is_false(self):
        rows = [self.fact("F1", [1, 2, 3], ["date", "place"]), self.fact("F2", [4])]
        self.assertEqual(list(self.judged(*rows).false_conflicts()), [("F1", "place", "joining")])
        self.assertEqual(list(self.judged(self.fact("F1", [1, 4], ["place"])).false_conflicts()),
                         [("F1", "place", "wrong join")])

    def test_a_conflict_over_what_was_misread_is_laid_to_reading(self):
        rows = [{"source": f"-:{number}", "records": [{"type": "meeting", "date": date, "evidence": {"start": 2, "end": 12}}]}
                for number, date in ((1, "2019-11-03"), (2, "2018"), (3, "2019-11-05"))]
        reading = self.write("read.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
        rows = [self.fact("F1", [1, 2], ["date"])]
        self.world.facts["a"]["contradictions"] = []
        judged = judge_joining.Joined(self.world, rows, judge_joining.Reading(reading))
        self.assertEqual(list(judged.false_conflicts()), [("F1", "date", "reading")])

    def test_a_value_that_is_not_told_and_was_not_so_is_invented(self):
        mention = judge_joining.Mention("a", "meeting", 0, 9, {"date": "2019-11-03"}, None)
        truth = {"date": "2019-11-03", "place": "VN-05"}
        read = {"date": "2019-11-03", "place": "LA-HO"}
        self.assertEqual(judge_joining.invented(mention, read, truth), {"place"})
        self.assertEqual(judge_joining.invented(mention, read | {"place": None}, truth), set())

    def test_the_report_names_documents_and_sentences(self):
        out = io.StringIO()
        judge_joining.show_joining(self.judged(self.fact("F1", [1, 2]), self.fact("F2", [3])), 5, out)
        self.assertIn("apart: a meeting.date in D1, D3", out.getvalue())
        self.assertIn("F2 (1) D3: i đàm ngày", out.getvalue())


class Total(unittest.TestCase):
    def test_test_cases_are_counted_and_a_program_that_died_has_failed(self):
        log = ("1/3 Testing: a\n[doctest] test cases: 12 | 11 passed | 1 failed | 0 skipped\nTest Failed.\n"
               "2/3 Testing: b\n5 passed, 0 failed\nTest Passed.\n3/3 Testing: c\nTest Failed.\n")
        self.assertEqual(list(total.counts(log)), [(11, 1), (5, 0), (0, 1)])


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=0).result
    bad = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - bad} passed, {bad} failed")
    sys.exit(bool(bad))
