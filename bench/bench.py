#!/usr/bin/env python3
"""Speed and memory of a release build, as a small table.

Usage: bench.py BUILD_FOLDER [--stream MEGABYTES]
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def row(name, value):
    print(f"{name:28} {value}", flush=True)


def whole_command(program, document):
    """Median and best time of the command on one document, from start to end, in milliseconds."""
    times = []
    for _ in range(60):
        start = time.perf_counter()
        subprocess.run([program, "read", "--format", "jsonl", document], stdout=subprocess.DEVNULL, check=True)
        times.append((time.perf_counter() - start) * 1000)
    row("whole command, 1 document", f"{statistics.median(times):8.1f} ms median of {len(times)}, best {min(times):.1f} ms")


def stream(build, program, examples, megabytes):
    """Peak memory while a stream is read from standard input: unrelated documents, and every so often the examples."""
    source = subprocess.Popen([build / "bienban_throughput", "--unrelated", str(megabytes * 1_000_000)],
                              stdout=subprocess.PIPE)
    reader = subprocess.Popen([program, "read", "--format", "jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    lines = 0

    def count():
        nonlocal lines
        while chunk := reader.stdout.read(1 << 20):
            lines += chunk.count(b"\n")

    counter = threading.Thread(target=count)
    counter.start()
    start = time.perf_counter()
    sent = 0
    while chunk := source.stdout.read(4 << 20):
        # Where a document ends inside the chunk, the examples go in between.
        at = chunk.find(b"\n\f\n") + 3
        if at > 2:
            chunk = chunk[:at] + examples + chunk[at:]
        reader.stdin.write(chunk)
        sent += len(chunk)
    reader.stdin.close()
    counter.join()
    _, status, usage = os.wait4(reader.pid, 0)
    source.wait()
    seconds = time.perf_counter() - start
    row(f"stream of {sent / 1e6:.0f} MB", f"{usage.ru_maxrss / 1024:8.1f} MiB peak, {lines} documents, "
        f"{sent / 1e6 / seconds:.1f} MB/s on {os.cpu_count()} cores, exit status {os.waitstatus_to_exitcode(status)}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--stream", type=int, default=1000, help="megabytes of the stream (default 1000)")
    o = options.parse_args()
    program = o.build / "bienban"
    folders = [f for f in (ROOT / "examples", ROOT.parent / "shared/corpus") if f.is_dir()]
    if subprocess.run([o.build / "bienban_throughput", *folders]).returncode != 0:
        sys.exit(1)
    documents = sorted(f for f in (ROOT / "examples").iterdir() if f.suffix in (".txt", ".html"))
    whole_command(program, documents[0])
    stream(o.build, program, b"".join(f.read_bytes().rstrip() + b"\n\f\n" for f in documents), o.stream)


if __name__ == "__main__":
    main()
