#!/usr/bin/env python3
"""Asks a running server a mix of questions at a steady rate over loopback, and tells how long the answers took.

The mix is that of people at work: documents and facts are opened most, then lists and searches, now and then a pair's
page, the overview, a review. With --write a decision is made now and then, so that nothing stays in memory for long.

Usage: serve_load.py PROGRAM REGISTER [--rate N] [--seconds N] [--connections N] [--pairs N] [--write]
To be run on a copy of a register that has no accounts: an administrator is made for the time of the run.
"""
import argparse
import http.client
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import threading
import time
import urllib.parse

PASSWORD = "a password for a bench"


class Client:
    def __init__(self, port):
        self.port, self.cookie, self.token, self.connection = port, "", "", None

    def ask(self, method, path, body=None):
        headers = {"Host": f"127.0.0.1:{self.port}", "Accept-Encoding": "gzip"}
        if self.cookie:
            headers |= {"Cookie": f"bienban-session={self.cookie}", "X-Bienban-Token": self.token}
        data = None if body is None else json.dumps(body).encode()
        if data is not None:
            headers["Content-Type"] = "application/json"
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        self.connection.request(method, "/api/v1" + path, data, headers)
        response = self.connection.getresponse()
        return response.status, response.read(), response.getheader("Set-Cookie")


def memory_of(pid):
    """Resident kilobytes of a process."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1])


def cpu_of(pid):
    """Seconds of processor time that a process has taken."""
    words = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def questions(first, ids, most_pairs):
    """Endless: what is asked next."""
    random.seed(1)
    words = ["hội đàm", "biên giới", "ma túy", "hua phan", "tuần tra", "\"ghi nhớ\"", "luang prabang"]
    pairs = [(p["a"], p["b"]) for p in first["pairs"][:most_pairs]] or [("VN-05", "LA-HO")]
    kinds = [(30, "document"), (25, "fact"), (15, "facts"), (8, "documents"), (8, "search"), (5, "pair"), (3, "overview"),
             (3, "queue"), (2, "history"), (1, "review")]
    names = [name for weight, name in kinds for _ in range(weight)]
    while True:
        kind = random.choice(names)
        a, b = random.choice(pairs)
        yield kind, {
            "document": f"/documents/D{random.randint(1, ids['documents'])}",
            "fact": f"/facts/{random.choice(ids['facts'])}",
            "facts": f"/facts?between={a},{b}&sort=-date&page={random.randint(1, 3)}",
            "documents": f"/documents?place={a}&sort=-date&page={random.randint(1, 3)}",
            "search": "/search?q=" + urllib.parse.quote(random.choice(words)),
            "pair": f"/pairs/{a}/{b}",
            "overview": "/overview",
            "queue": "/queue",
            "history": f"/history?page={random.randint(1, 5)}",
            "review": f"/review?between={a},{b}&format=json",
        }[kind]


def run(port, secret, token, rate, seconds, connections, first, ids, write, most_pairs):
    lock = threading.Lock()
    ask = questions(first, ids, most_pairs)
    times, failed, late = [], [], [0]
    begun = time.monotonic() + 0.2
    number = [0]

    def work():
        client = Client(port)
        client.cookie, client.token = secret, token
        while True:
            with lock:
                n = number[0]
                number[0] += 1
                kind, path = next(ask)
            due = begun + n / rate
            if due > begun + seconds:
                return
            wait = due - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            else:
                late[0] += 1
            # From when it was due: a server that falls behind is not excused by a client that waits for it.
            try:
                if write and n % 500 == 499:
                    kind, status = "decision", client.ask("POST", "/decisions", {"kind": "confirm", "fact": random.choice(ids["facts"])})[0]
                else:
                    status = client.ask("GET", path)[0]
            except OSError as error:
                client.connection, status = None, str(error)
            taken = time.monotonic() - due
            with lock:
                times.append((taken, kind))
                if status not in (200, 201):
                    failed.append((kind, path, status))

    threads = [threading.Thread(target=work) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, failed, late[0]


def share(values, part):
    values = sorted(values)
    return values[min(int(len(values) * part), len(values) - 1)] * 1000


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program", type=pathlib.Path)
    options.add_argument("register", type=pathlib.Path)
    options.add_argument("--rate", type=float, default=200, help="questions in a second")
    options.add_argument("--seconds", type=float, default=30)
    options.add_argument("--connections", type=int, default=32)
    options.add_argument("--pairs", type=int, default=5, help="how many pairs people look at; each is asked once before")
    options.add_argument("--write", action="store_true", help="a decision in every 500")
    o = options.parse_args()
    accounts = pathlib.Path(f"{o.register}.accounts")
    if accounts.exists():
        sys.exit(f"{accounts} is there: bench on a copy of the register")
    server = subprocess.Popen([o.program, "serve", "--lang", "en", "--register", o.register, "--listen", "127.0.0.1:0"],
                              stdout=subprocess.PIPE, text=True)
    try:
        port = int(re.search(r":(\d+)", re.search(r"127\.0\.0\.1:\d+", server.stdout.readline())[0])[1])
        setup = re.search(r"token=(\S+)", server.stdout.readline())[1]
        client = Client(port)
        _, body, cookie = client.ask("POST", "/setup", {"token": setup, "name": "bench", "password": PASSWORD})
        client.cookie = re.search(r"bienban-session=([^;]*)", cookie)[1]
        client.token = json.loads(body)["token"]
        begun = time.monotonic()
        first = json.loads(gunzip(client.ask("GET", "/overview")[1]))
        cold = time.monotonic() - begun
        facts = json.loads(gunzip(client.ask("GET", "/facts?page_size=500&sort=-date")[1]))["items"]
        ids = {"documents": first["documents"], "facts": [fact["id"] for fact in facts]}
        begun = time.monotonic()
        for p in first["pairs"][:o.pairs]:
            client.ask("GET", f"/pairs/{p['a']}/{p['b']}")
            client.ask("GET", f"/review?between={p['a']},{p['b']}&format=json")
        warm = time.monotonic() - begun
        before, cpu = memory_of(server.pid), cpu_of(server.pid)
        times, failed, late = run(port, client.cookie, client.token, o.rate, o.seconds, o.connections, first, ids, o.write, o.pairs)
        after, cpu = memory_of(server.pid), cpu_of(server.pid) - cpu
    finally:
        server.terminate()
        server.wait()
        for end in ("", "-wal", "-shm"):
            pathlib.Path(f"{accounts}{end}").unlink(missing_ok=True)
    print(f"{first['documents']} documents, {first['facts']} facts; the first overview took {cold * 1000:.0f} ms, "
          f"the first pages and reviews of {o.pairs} pairs {warm:.1f} s")
    print(f"{len(times)} answers at {o.rate:g}/s on {o.connections} connections, {len(failed)} failed; "
          f"memory {before / 1024:.0f} → {after / 1024:.0f} MiB; {cpu / len(times) * 1000:.2f} ms of processor time for each")
    print(f"{'':10} {'number':>7} {'median':>8} {'p90':>8} {'p99':>8} {'worst':>8} ms")
    for kind in ["all", *sorted({kind for _, kind in times})]:
        some = [t for t, k in times if kind in ("all", k)]
        print(f"{kind:10} {len(some):7} {share(some, .5):8.1f} {share(some, .9):8.1f} {share(some, .99):8.1f} {max(some) * 1000:8.1f}")
    for line in failed[:5]:
        print("failed:", *line)
    sys.exit(bool(failed))


def gunzip(body):
    import gzip
    return gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body


if __name__ == "__main__":
    main()
