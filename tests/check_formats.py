#!/usr/bin/env python3
"""Documents in every format say what the plain text says; broken and hostile files give one line and harm nothing.

Usage: check_formats.py PROGRAM [same|hostile] [--long]
"""
import argparse
import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import make_formats as make

ROOT = pathlib.Path(__file__).resolve().parent.parent
TIME_LIMIT = 120
TOGETHER = 10  # files of one reading: the limit is meant for few
# Hostile archives of which each file has a line of its own.
SEVERAL = ("many.zip",)


def run(program, *words, cwd=None, memory=None):
    limit = (lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory))) if memory else None
    return subprocess.run([program, *words], cwd=cwd, capture_output=True, timeout=TIME_LIMIT, preexec_fn=limit,
                          stdin=subprocess.DEVNULL)


def read(program, files, folder):
    """Source → what was read of it; and the lines on standard error."""
    done = run(program, "read", "--format", "jsonl", "--lang", "en", *files, cwd=folder)
    found = {}
    for line in done.stdout.decode("utf8").splitlines():
        document = json.loads(line)
        found[document.pop("source")] = document
    return found, done.stderr.decode("utf8", "replace").splitlines(), done.returncode


def gist(document):
    """What has to be the same: all that was found, without offsets."""
    def bare(thing):
        return {key: value for key, value in thing.items() if key != "evidence"}
    return {"title": document["title"], "published": document["published"], "authors": document["authors"],
            "places": document["places"], "people": [bare(p) for p in document["people"]],
            "records": [bare(r) for r in document["records"]]}


def files_of(name, text, office):
    """File → bytes, each holding the text; the source that it is read as where that is not the file's name."""
    page = make.page(text).encode()
    plain = text.encode("utf8")
    made = {
        f"{name}.docx": make.docx(text), f"{name}-all.docx": make.docx_with_all(text), f"{name}.odt": make.odt(text),
        f"{name}-lists.odt": make.odt_with_lists(text), f"{name}-open.html": make.page_with_open_tags(text).encode(),
        f"{name}.epub": make.epub(text), f"{name}.mhtml": make.mhtml(text), f"{name}.eml": make.eml(text),
        f"{name}-html.eml": make.eml_html(text), f"{name}.html": page, f"{name}-16.txt": text.encode("utf-16"),
        f"{name}-16be.txt": text.encode("utf-16-be"), f"{name}-wrong.pdf": make.docx(text),
        f"{name}-wrong.txt": make.odt(text), f"{name}-lie.html": make.page(text, "iso-8859-1").encode("utf8"),
        f"{name}-viscii.txt": make.in_old(text, "viscii", ROOT), f"{name}-vni.txt": make.in_old(text, "vni", ROOT),
        f"{name}-vni.docx": make.docx(text, "VNI-Times", lambda line: make.as_old_font(line, "vni", ROOT)),
        f"{name}-tcvn3.docx": make.docx_tcvn3(text, ROOT), f"{name}.txt.gz": make.gzip.compress(plain),
    }
    made[f"{name}-1258.txt"] = subprocess.run(["iconv", "-f", "UTF-8", "-t", "WINDOWS-1258//TRANSLIT"], input=plain,
                                              capture_output=True).stdout
    sources = {}
    inner = {f"a/{name}.docx": made[f"{name}.docx"], f"b/{name}.txt": plain, "c/style.css": b"p {}", "d/x_files/y.html": page}
    for ending, content in (("zip", make.zipped(inner)), ("tar", make.tarred(inner, "w")), ("tar.gz", make.tarred(inner)),
                            ("tar.xz", make.tarred(inner, "w:xz"))):
        made[f"{name}.{ending}"] = content
        sources[f"{name}.{ending}"] = [f"{name}.{ending}/a/{name}.docx", f"{name}.{ending}/b/{name}.txt"]
    made[f"{name}-in.zip"] = make.zipped({"in.zip": make.zipped({"x.txt": plain}), "m.eml": make.eml(" ", [("y.odt", made[f"{name}.odt"])])})
    sources[f"{name}-in.zip"] = [f"{name}-in.zip/in.zip/x.txt", f"{name}-in.zip/m.eml/y.odt"]
    pages = [(f"a:{how}", make.answer(page, how=how)) for how in ("", "gzip", "chunked", "gzip chunked")]
    pages.append(("a:docx", make.answer(made[f"{name}.docx"], "application/octet-stream")))
    pages.append(("a:css", make.answer(b"p {}", "text/css")))
    for ending, together in (("warc", False), ("warc.gz", True)):
        made[f"{name}.{ending}"] = make.warc(pages, together)
        sources[f"{name}.{ending}"] = [f"{name}.{ending}/{address}" for address, _ in pages[:-1]]
    if office:
        made[f"{name}.rtf"] = make.rtf(text)
        made[f"{name}-vni.rtf"] = make.rtf(text, "VNI-Times", lambda line: make.as_old_font(line, "vni", ROOT))
    return made, sources


def old_doc(folder, name, text):
    """A file of Word 97, by LibreOffice, out of DOCX."""
    (folder / f"{name}-old.docx").write_bytes(make.docx(text))
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "doc",
                    "--outdir", folder, folder / f"{name}-old.docx"], capture_output=True, timeout=TIME_LIMIT)
    (folder / f"{name}-old.docx").unlink()
    return f"{name}-old.doc"


def check_same(program, long):
    formats = {f["name"]: f for f in json.loads(run(program, "doctor", "--format", "json").stdout)["formats"]}
    office = formats["rtf"]["works"]
    texts = sorted((ROOT / "examples").glob("*.txt"))
    if not long:
        texts = texts[:3]
    texts = [(file.stem, file.read_text("utf8")) for file in texts] + [("paper", make.PAPER)]
    faults = []
    compared = 0
    with tempfile.TemporaryDirectory(prefix="bienban-formats-") as name:
        folder = pathlib.Path(name)
        for stem, text in texts:
            made, sources = files_of(stem, text, office and stem != "paper")
            for path, content in made.items():
                (folder / path).write_bytes(content)
            if office and shutil.which("soffice") and (long or stem == texts[0][0]):
                made[old_doc(folder, stem, text)] = b""
            (folder / f"{stem}.txt").write_bytes(text.encode("utf8"))
            (folder / f"{stem}-typed.txt").write_bytes(make.typed(text).encode("utf8"))
            found, errors, code = read(program, [f"{stem}.txt", f"{stem}-typed.txt", *made], folder)
            faults += errors
            for path in made:
                old = any(f"-{name}." in path for name in ("viscii", "vni"))
                want = gist(found[f"{stem}-typed.txt" if old else f"{stem}.txt"])
                for source in sources.get(path, [path]):
                    compared += 1
                    got = found.get(source)
                    if got is None:
                        faults.append(f"{source}: not read")
                        continue
                    got = gist(got)
                    if path.endswith(".eml") and "/" not in source:
                        got["authors"] = want["authors"]  # who sent it
                    if differences(want, got):
                        faults.append(f"{source}: " + differences(want, got))
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{compared} documents compared, {len(faults)} faults; " + ("with" if office else "without") + " LibreOffice")
    return not faults


def differences(want, got):
    words = []
    for key in want:
        if want[key] == got[key]:
            continue
        if isinstance(want[key], list):
            words.append(f"{key}: missing {[x for x in want[key] if x not in got[key]][:1]} added {[x for x in got[key] if x not in want[key]][:1]}"[:600])
        else:
            words.append(f"{key}: {want[key]} {got[key]}")
    return "; ".join(words)


def quine(depth):
    """A zip in a zip in a zip …"""
    content = make.zipped({"x.txt": "Ngày 5/6/2020, hai tỉnh ký biên bản."})
    for _ in range(depth):
        content = make.zipped({"in.zip": content})
    return content


def hostile_files(text):
    """File → bytes, and the words of the one line that each has to give."""
    zeros = bytes(1 << 20)
    bomb = make.packed({"big.txt": b"\0" * (300 << 20)})
    many = make.packed({f"{i}.txt": zeros for i in range(600)})  # each a line, until there are too many bytes
    entities = ('<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {b} "{("&" + a + ";") * 10}">' for a, b in zip("abcdefgh", "bcdefghi")) + "]>")
    laughing = make.packed({"[Content_Types].xml": "<Types/>",
                            "word/document.xml": f"{entities}<w:document {make.WORD}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"})
    outside = make.packed({"[Content_Types].xml": "<Types/>",
                           "word/document.xml": f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
                           f"<w:document {make.WORD}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"})
    deep = make.packed({"[Content_Types].xml": "<Types/>",
                        "word/document.xml": f"{make.XML}<w:document {make.WORD}>" + "<w:p>" * 100_000})
    fat = make.packed({"[Content_Types].xml": "<Types/>",
                       "word/document.xml": f"{make.XML}<w:document {make.WORD}><w:body>" + "<w:p/>" * 30_000_000})
    return {
        "bomb.zip": bomb, "many.zip": many,  "deep.zip": quine(12), "laughing.docx": laughing, "outside.docx": outside,
        "deep.docx": deep, "fat.docx": fat, "bomb.txt.gz": make.gzip.compress(b"a " * (150 << 20), 9),
        "bomb.warc.gz": make.gzip.compress(make.warc([("a:x", make.answer(b"<p>" + b" " * (300 << 20)))])),
        "picture.docx": b"\x89PNG\r\n\x1a\n" + bytes(5000), "noise.docx": random.Random(5).randbytes(50_000),
        "empty.docx": b"", "sheet.docx": make.packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}),
        "noise.doc": b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + random.Random(6).randbytes(50_000),
        "noise.rtf": b"{\\rtf1" + b"{" * 100_000, "name.zip": make.packed({"../../../tmp/x\x1b[2J.txt": b"\0\1"}),
    }


def lines_for(errors, name):
    return [line for line in errors if name in line]


def check_hostile(program, long):
    """Whatever comes: the program ends in time, within its memory, with status 3 or 1 and one line for what it could not
    read; a sound document beside the others is still read."""
    text = (ROOT / "examples/son-la-hua-phan-hoi-dam-2019.txt").read_text("utf8")
    faults = []
    chance = random.Random(20)
    with tempfile.TemporaryDirectory(prefix="bienban-hostile-") as name:
        folder = pathlib.Path(name)
        files = hostile_files(text)
        for file, content in files.items():
            (folder / file).write_bytes(content)
        (folder / "sound.docx").write_bytes(make.docx(text))
        for file in files:
            faults += fault_of(program, folder, [file], may_be_read=file in SEVERAL)
        faults += cut_and_changed(program, folder, text, chance, 50 if long else 6, long)
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{len(faults)} faults")
    return not faults


def fault_of(program, folder, files, may_be_read=False):
    """Reads the files and the sound one; what is wrong with how that went."""
    begun = time.monotonic()
    try:
        found, errors, code = read(program, [*files, "sound.docx"], folder)
    except subprocess.TimeoutExpired:
        return [f"{files}: hangs"]
    faults = []
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    if code not in (0, 1, 3):
        faults.append(f"{files}: ended with {code}")
    if "sound.docx" not in found:
        faults.append(f"{files}: the sound document beside it is not read")
    for file in files:
        told = lines_for(errors, file)
        read_from = [source for source in found if source.startswith(file)]
        if not told and not read_from:
            faults.append(f"{file}: neither read nor told")
        if not may_be_read and (len(told) != 1 or read_from):
            faults.append(f"{file}: {len(told)} lines, {len(read_from)} documents: {told[:3]}")
    if time.monotonic() - begun > 60:
        faults.append(f"{files}: took {time.monotonic() - begun:.0f} s")
    if os.environ.get("BIENBAN_SHOW"):
        print(f"{time.monotonic() - begun:6.1f} s  {peak} MiB at most so far  {code}  {errors[:2]}")
    return faults


def cut_and_changed(program, folder, text, chance, times, long):
    """Each format cut off at random places, and with bytes changed."""
    faults = []
    office = json.loads(run(program, "doctor", "--format", "json").stdout)["formats"]
    works = {format["name"]: format["works"] for format in office}
    made = {"docx": make.docx(text), "odt": make.odt(text), "epub": make.epub(text), "mhtml": make.mhtml(text),
            "eml": make.eml(text, [("a.docx", make.docx(text))]), "zip": make.zipped({"a.docx": make.docx(text), "b.txt": text}),
            "tar.gz": make.tarred({"b.txt": text.encode()}), "html": make.page(text).encode(),
            "warc": make.warc([("a:x", make.answer(make.page(text).encode(), how="gzip chunked"))]),
            "warc.gz": make.warc([("a:x", make.answer(make.page(text).encode(), how="chunked"))], True)}
    if works["rtf"]:
        made["rtf"] = make.rtf(text)
        if shutil.which("soffice"):
            made["doc"] = (folder / old_doc(folder, "whole", text)).read_bytes()
    if works["pdf"]:
        made["pdf"] = make.pdf([["Ngay 5/6/2020, hai tinh ky bien ban."]] * 3)
    if works["png"]:
        made["png"] = make.png(300, 200)
    # What starts a program of its own for each file takes its time.
    slow = ("rtf", "doc", "png")
    for ending, whole in made.items():
        batch = []
        for number in range(times if long or ending not in slow else max(1, times // 6)):
            cut = whole[:chance.randrange(1, len(whole))]
            changed = bytearray(whole)
            for _ in range(chance.randrange(1, 20)):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
            for kind, content in (("cut", cut), ("changed", bytes(changed))):
                file = f"{kind}-{number}.{ending}"
                (folder / file).write_bytes(content)
                batch.append(file)
        for at in range(0, len(batch), TOGETHER):
            faults += fault_of(program, folder, batch[at:at + TOGETHER], may_be_read=True)
    return faults


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program", type=pathlib.Path)
    options.add_argument("what", choices=("same", "hostile"))
    options.add_argument("--long", action="store_true")
    o = options.parse_args()
    check = check_same if o.what == "same" else check_hostile
    sys.exit(0 if check(o.program.resolve(), o.long) else 1)
