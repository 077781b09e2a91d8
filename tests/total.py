#!/usr/bin/env python3
"""Add up what the tests of one or several build folders said, from the log that ctest leaves there.

Usage: total.py BUILD_FOLDER...
Last line: "N passed, N failed": doctest counts by test case, the runner of cases by case, any other test as one.
"""
import pathlib
import re
import sys

DOCTEST = re.compile(r"^\[doctest\] test cases:\s*(\d+) \|\s*(\d+) passed \|\s*(\d+) failed", re.M)
COUNTED = re.compile(r"^(\d+) passed, (\d+) failed$", re.M)


def counts(log):
    """(passed, failed) of each test in the log."""
    for test in re.split(r"^\d+/\d+ Testing: ", log, flags=re.M)[1:]:
        ok = re.search(r"^Test Passed\.$", test, re.M) is not None
        found = DOCTEST.findall(test) or [(0, *c) for c in COUNTED.findall(test)]
        passed, failed = (int(found[-1][1]), int(found[-1][2])) if found else (int(ok), int(not ok))
        # A program that died after, or without, its own count has failed all the same.
        yield passed, failed if ok or failed else 1


def main():
    passed = failed = 0
    for folder in sys.argv[1:]:
        log = pathlib.Path(folder) / "Testing/Temporary/LastTest.log"
        if not log.exists():
            print(f"{folder}: the tests were not run")
            failed += 1
            continue
        for p, f in counts(log.read_text("utf8", "replace")):
            passed += p
            failed += f
    print(f"{passed} passed, {failed} failed")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
