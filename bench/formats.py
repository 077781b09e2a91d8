#!/usr/bin/env python3
"""Speed and memory of foreign formats: documents a second and core, and what a large web archive takes.

Usage: formats.py BUILD_FOLDER [--documents N] [--warc-mib N] [--only KIND …]
"""
import argparse
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
import make_formats as make  # noqa: E402


def timed(program, *words, cwd):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    done = subprocess.run(["/usr/bin/time", "-f", "%M", program, "read", "--format", "jsonl", *words], cwd=cwd,
                          capture_output=True, check=False)
    took = time.monotonic() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    peak = int(done.stderr.decode().split()[-1]) >> 10
    return done.stdout.count(b"\n"), took, cpu, peak


def web_page(text, number):
    """A page as sites have them: the article, and several times as much of menus, scripts, styles and other articles."""
    rows = "".join(f"<p class='body'>{make.escape(row)}</p>\n" for row in make.lines(text))
    links = "".join(f"<li class='item'><a href='/muc-{i}/tin-{number + i}.html' title='Tin {i}'>Hoạt động của địa phương số {i}</a></li>\n"
                    for i in range(120))
    script = "var w=window;" + "".join(f"w.a{i}=function(x){{return x<{i}&&w.b{i}||'<div>'+x+'</div>'}};" for i in range(150))
    return (f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{number}</title><style>{'.a{color:red}' * 300}</style>"
            f"<script>{script}</script></head><body><nav><ul>{links}</ul></nav><div class='main'><article>{rows}</article></div>"
            f"<aside><ul>{links}</ul></aside><footer><p>Trang {number}</p></footer></body></html>").encode()


def measure_html(program, folder, texts, number):
    at = folder / "html"
    at.mkdir()
    size = 0
    for i in range(number):
        content = web_page(texts[i % len(texts)], i)
        size += len(content)
        (at / f"{i:06}.html").write_bytes(content)
    count, took, cpu, peak = timed(program, "html", cwd=folder)
    print(f"html   {count:6} documents  {count / cpu:8.1f} a second of a core  {size / cpu / 1e6:8.1f} MB a second of a core  {peak} MiB")


def measure_packed_archive(program, folder, texts, mib):
    """Pages between pictures, each answer packed by itself, as crawlers write them."""
    chance = random.Random(7)
    with open(folder / "large.warc.gz", "wb") as out:
        number = 0
        while out.tell() < mib << 20:
            answers = [(f"a:{number + i}", make.answer(web_page(texts[i % len(texts)], number + i))) for i in range(10)]
            answers.append((f"a:{number}.jpg", make.answer(chance.randbytes(1 << 20), "image/jpeg")))
            number += 10
            out.write(make.warc(answers, True))
    size = (folder / "large.warc.gz").stat().st_size >> 20
    count, took, cpu, peak = timed(program, "large.warc.gz", cwd=folder)
    print(f"warcgz {count:6} documents  {count / cpu:8.1f} a second of a core  {size / took:8.1f} MiB a second  {peak} MiB")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--documents", type=int, default=1000)
    options.add_argument("--warc-mib", type=int, default=512)
    options.add_argument("--only", nargs="+", choices=("papers", "html", "warc", "warc.gz"))
    o = options.parse_args()
    wanted = o.only or ("papers", "html", "warc", "warc.gz")
    program = (o.build / "bienban").resolve()
    texts = [file.read_text("utf8") for file in sorted((ROOT / "examples").glob("*.txt"))]
    with tempfile.TemporaryDirectory(prefix="bienban-bench-") as name:
        folder = pathlib.Path(name)
        if "html" in wanted:
            measure_html(program, folder, texts, o.documents)
        if "warc.gz" in wanted:
            measure_packed_archive(program, folder, texts, o.warc_mib)
        for ending, maker in () if "papers" not in wanted else (("txt", lambda text: text.encode()), ("docx", make.docx), ("odt", make.odt), ("epub", make.epub),
                              ("mhtml", make.mhtml), ("eml", make.eml), ("rtf", make.rtf)):
            number = o.documents if ending != "rtf" else max(1, o.documents // 100)
            at = folder / ending
            at.mkdir()
            for i in range(number):
                (at / f"{i:06}.{ending}").write_bytes(maker(texts[i % len(texts)] + f"\nSố {i}.\n"))
            count, took, cpu, peak = timed(program, ending, cwd=folder)
            print(f"{ending:6} {count:6} documents  {count / cpu:8.1f} a second of a core  {count / took:8.1f} a second  {peak} MiB")
        if "warc" not in wanted:
            return
        page = make.page(texts[0]).encode()
        pages = [(f"a:{i}", make.answer(page + b"<!-- %d -->" % i, how=("", "gzip", "chunked")[i % 3])) for i in range(300)]
        block = make.warc(pages)
        with open(folder / "large.warc", "wb") as out:
            for _ in range(max(1, (o.warc_mib << 20) // len(block))):
                out.write(block)
        size = (folder / "large.warc").stat().st_size >> 20
        count, took, cpu, peak = timed(program, "large.warc", cwd=folder)
        print(f"warc   {count:6} documents  {count / cpu:8.1f} a second of a core  {size / took:8.1f} MiB a second  {peak} MiB")


if __name__ == "__main__":
    main()
