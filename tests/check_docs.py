#!/usr/bin/env python3
"""Check that what users are told is whole: every command, option, exit status and key of the JSON output stands in
docs/cli.md, and every message id that the code names stands in both tables of messages/.

Usage: check_docs.py PROGRAM
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
IDS = re.compile(r'(?:fail|text|message|field|error|Error|fault|refuse|unexpected)\(?\{?\s*"([a-z]+(?:-[a-z]+)+)"')
# What only looks like an id in the code: the format of a file, and so on.
NO_IDS = set()


def help_of(program, *words):
    return subprocess.run([program, "help", "--lang", "en", *words], check=True, capture_output=True, text=True).stdout


def commands_in(text):
    listed = text.split("Commands:\n", 1)[1].split("\n\n", 1)[0]
    return [line.strip().split("  ")[0] for line in listed.splitlines() if re.match(r"  \S", line)]


def check_cli(program, page):
    general = help_of(program)
    for command in commands_in(general):
        if f"`bienban {command}" not in page:
            yield f"docs/cli.md does not describe `bienban {command}`"
        section = page.split(f"## `bienban {command}", 1)[-1].split("\n## ", 1)[0]
        own = help_of(program, *command.split())
        for option in re.findall(r"^  (?:-\w, )?(--[a-z-]+)", own, re.M):
            common = re.search(rf"^  (?:-\w, )?{option}\b", general, re.M)
            if f"`{option}" not in (page if common else section):
                yield f"docs/cli.md does not describe {option} of `bienban {command}`"
    codes = (ROOT / "src/cli/exit_code.hpp").read_text("utf8")
    for code in re.findall(r"= (\d+),", codes):
        if f"| {code} |" not in page:
            yield f"docs/cli.md does not describe exit status {code}"


def keys(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def check_keys(program, page):
    """The keys that reading the examples gives."""
    read = subprocess.run([program, "read", "--mentions", "--format", "jsonl", ROOT / "examples"], capture_output=True)
    found = set()
    for line in read.stdout.decode("utf8").splitlines():
        found.update(keys(json.loads(line)))
    for key in sorted(found):
        if f"`{key}`" not in page:
            yield f"docs/cli.md does not describe the key {key}"


def check_messages():
    for language in ("en", "vi"):
        rows = (ROOT / f"messages/{language}.tsv").read_text("utf8").splitlines()
        known = {row.split("\t")[0] for row in rows if row and not row.startswith("#")}
        for file in sorted((ROOT / "src").rglob("*.cpp")):
            if file.name.endswith("_test.cpp"):
                continue
            for name in IDS.findall(file.read_text("utf8")):
                if name not in known and name not in NO_IDS:
                    yield f"messages/{language}.tsv lacks {name}, which {file.relative_to(ROOT)} names"


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    page = (ROOT / "docs/cli.md").read_text("utf8")
    faults = [*check_cli(program, page), *check_keys(program, page), *check_messages()]
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
