#!/usr/bin/env python3
"""Check the words of the page: every id that web/src asks for stands in messages/en.tsv, vi.tsv and lo.tsv with the same
placeholders, and none stands there that nothing asks for.

Usage: check_page.py
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "vi", "lo")
# Whole ids in quotes, and beginnings of ids that are put together: `page-type-${type}`.
WHOLE = re.compile(r'"(page-[a-z0-9-]*[a-z0-9])"')
BEGUN = re.compile(r"`(page-[a-z-]*-)\$\{")


def table(language):
    """The rows of a table: id → text; an id that stands twice is given back as a fault."""
    texts, faults = {}, []
    for number, line in enumerate((ROOT / f"messages/{language}.tsv").read_text("utf8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, text = line.partition("\t")
        if name in texts:
            faults.append(f"messages/{language}.tsv:{number}: {name} stands twice")
        if not text.strip():
            faults.append(f"messages/{language}.tsv:{number}: {name} has no words")
        texts[name] = text
    return texts, faults


def asked():
    whole, begun = set(), set()
    for file in sorted((ROOT / "web/src").rglob("*.ts*")):
        text = file.read_text("utf8")
        whole.update(WHOLE.findall(text))
        begun.update(BEGUN.findall(text))
    return whole, begun


def main():
    tables, faults = {}, []
    for language in LANGUAGES:
        tables[language], found = table(language)
        faults += found
    whole, begun = asked()
    program = "".join(file.read_text("utf8") for file in (ROOT / "src").rglob("*.cpp"))
    for name in sorted(whole):
        faults += [f"messages/{language}.tsv: {name} is missing, the page asks for it" for language in LANGUAGES
                   if name not in tables[language]]
    for start in sorted(begun):
        if not any(name.startswith(start) for name in tables["en"]):
            faults.append(f"messages/en.tsv: no id begins with {start}, the page asks for such")
    pages = [name for name in tables["en"] if name.startswith("page-") and f'"{name}"' not in program]
    for name in pages:
        if name.removesuffix("-one") not in whole and name not in whole and not any(name.startswith(start) for start in begun):
            faults.append(f"messages/en.tsv: nothing asks for {name}")
        for language in ("vi", "lo"):
            other = tables[language].get(name)
            if other is None:
                faults.append(f"messages/{language}.tsv: {name} is missing")
            elif sorted(set(re.findall(r"\{\d\}", other))) != sorted(set(re.findall(r"\{\d\}", tables["en"][name]))):
                faults.append(f"messages/{language}.tsv: {name} has other placeholders than in English")
    faults += [f"messages/lo.tsv: {name} is not in messages/en.tsv" for name in tables["lo"] if name not in tables["en"]]
    for fault in faults:
        print(fault)
    print(f"{len(pages)} messages of the page, {len(faults)} faults", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
