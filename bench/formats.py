#!/usr/bin/env python3
"""Speed and memory of foreign formats: documents a second and core, and what a large web archive takes.

Usage: formats.py BUILD_FOLDER [--documents N] [--warc-mib N]
"""
import argparse
import pathlib
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


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--documents", type=int, default=1000)
    options.add_argument("--warc-mib", type=int, default=512)
    o = options.parse_args()
    program = (o.build / "bienban").resolve()
    texts = [file.read_text("utf8") for file in sorted((ROOT / "examples").glob("*.txt"))]
    with tempfile.TemporaryDirectory(prefix="bienban-bench-") as name:
        folder = pathlib.Path(name)
        for ending, maker in (("txt", lambda text: text.encode()), ("docx", make.docx), ("odt", make.odt), ("epub", make.epub),
                              ("mhtml", make.mhtml), ("eml", make.eml), ("rtf", make.rtf)):
            number = o.documents if ending != "rtf" else max(1, o.documents // 100)
            at = folder / ending
            at.mkdir()
            for i in range(number):
                (at / f"{i:06}.{ending}").write_bytes(maker(texts[i % len(texts)] + f"\nSố {i}.\n"))
            count, took, cpu, peak = timed(program, ending, cwd=folder)
            print(f"{ending:6} {count:6} documents  {count / cpu:8.1f} a second of a core  {count / took:8.1f} a second  {peak} MiB")
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
