#!/usr/bin/env python3
"""Run the end-to-end cases: one folder each, tests/cases/<command>/<case>/.

  cmd    a line for bash, run in a copy of the folder with `bienban` on PATH
  out    what it must print on standard output      (no file: nothing)
  err    what it must print on standard error       (no file: nothing)
  code   its exit status                            (no file: 0)
  ...    every other file is an input, and stands in the copy

Usage: run_cases.py PROGRAM [--bless] [--only TEXT] [CASES_FOLDER]
--bless shows the difference of each case that fails and then writes what the program gave as what is expected.
"""
import argparse
import concurrent.futures
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

EXPECTED = ("cmd", "out", "err", "code")
TIME_LIMIT = 120  # seconds


def environment(program, home):
    """The same on every machine: language, width, time zone and no terminal."""
    kept = {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    return kept | {
        "PATH": f"{program.parent}:/usr/local/bin:/usr/bin:/bin",
        "HOME": home, "LC_ALL": "C.UTF-8", "COLUMNS": "100", "TZ": "UTC", "TERM": "dumb",
    }


def run(case, program):
    """What the case gives now: {"out": bytes, "err": bytes, "code": bytes}."""
    with tempfile.TemporaryDirectory(prefix="bienban-case-") as folder:
        work = pathlib.Path(folder) / "work"
        shutil.copytree(case, work, ignore=lambda at, names: EXPECTED if pathlib.Path(at) == case else ())
        command = (case / "cmd").read_text("utf8")
        try:
            done = subprocess.run(["bash", "-c", command], cwd=work, env=environment(program, folder),
                                  stdin=subprocess.DEVNULL, capture_output=True, timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired:
            return {"out": b"", "err": f"still running after {TIME_LIMIT} s\n".encode(), "code": b"timeout\n"}
        at = str(work).encode()
        return {"out": done.stdout.replace(at, b"{folder}"), "err": done.stderr.replace(at, b"{folder}"),
                "code": b"%d\n" % done.returncode}


def expected(case):
    def content(name, default):
        file = case / name
        return file.read_bytes() if file.exists() else default
    return {"out": content("out", b""), "err": content("err", b""), "code": content("code", b"0\n")}


def difference(name, want, got):
    lines = []
    for part in ("code", "err", "out"):
        if want[part].strip() != got[part].strip() if part == "code" else want[part] != got[part]:
            lines += difflib.unified_diff(want[part].decode("utf8", "replace").splitlines(),
                                          got[part].decode("utf8", "replace").splitlines(),
                                          f"{name}/{part} expected", f"{name}/{part} given", lineterm="", n=2)
            if not lines:
                lines.append(f"{name}/{part}: differs in line ends only")
    return lines


def bless(case, got):
    for part, default in (("out", b""), ("err", b""), ("code", b"0\n")):
        if got[part] == default:
            (case / part).unlink(missing_ok=True)
        else:
            (case / part).write_bytes(got[part])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program", type=pathlib.Path)
    options.add_argument("cases", type=pathlib.Path, nargs="?", default=pathlib.Path(__file__).parent / "cases")
    options.add_argument("--bless", action="store_true")
    options.add_argument("--only", default="", help="only cases whose name holds this text")
    o = options.parse_args()
    program = o.program.resolve()
    if not os.access(program, os.X_OK):
        sys.exit(f"{o.program}: no such program; build it first")
    cases = sorted(f.parent for f in o.cases.resolve().rglob("cmd"))
    named = [(c, str(c.relative_to(o.cases.resolve()))) for c in cases]
    named = [(c, n) for c, n in named if o.only in n]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for (case, name), got in zip(named, pool.map(lambda c: run(c[0], program), named)):
            lines = difference(name, expected(case), got)
            if not lines:
                continue
            print(*lines, sep="\n")
            if o.bless and got["code"] != b"timeout\n":
                bless(case, got)
                print(f"{name}: blessed")
            else:
                failed += 1
                print(f"{name}: FAILED")
    print(f"{len(named) - failed} passed, {failed} failed")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
