#!/usr/bin/env python3
"""Kill the program at random moments, and read while it writes: nothing may be lost, doubled or half seen.

Usage: kill_test.py PROGRAM [--kills N] [--readers N] [--questions N] [--seed S]
                    [--world BIENBAN_WORLD] [--documents N]

A fixed sequence of commands that write (add, confirm, join, correct, split, same, reject, undo, register rebuild) is
run once undisturbed. Then:
  kills    the same sequence in new folders, in which commands are killed (SIGKILL) at moments drawn evenly from the
           time that they usually take. After each kill the register must be sound, hold all that was told on standard
           output, and hold nothing twice; what had not taken effect is given again. At the end the register must be,
           byte for byte in its dump, that of the undisturbed run. Only kills that hit a running command count.
  readers  the same sequence undisturbed, while readers ask all the time. Each answer must be, byte for byte, one that
           the register gives between two commands: one from before the reader began to one begun before it ended.

The documents are those of a generated world, or without --world some of tests/documents. Exit status: 0 where all
holds. Last line: "N passed, N failed", a round being one.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
REGISTER = "register.db"
ALL = ["--page-size", "10000"]
# A batch is also written when its first document has waited so long: then a command commits more than once.
LONGEST_WAIT = 0.5
PAUSE = LONGEST_WAIT + 0.1
TIME_LIMIT = 120
MISSING = b"there is no register here"
ENVIRONMENT = {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")} | {
    "LC_ALL": "C.UTF-8", "TZ": "UTC", "BIENBAN_USER": "desk"}


class Fault(Exception):
    """The program did what it must not do."""


def documents_of(options):
    """The texts that the sequence adds."""
    if options.world:
        made = subprocess.run([options.world, "--documents", str(options.documents), "--seed", str(options.seed),
                               "--pairs", "2", "--out", "-"], stdout=subprocess.PIPE, check=True)
        return made.stdout.decode("utf8").split("\n\f\n")
    files = sorted((ROOT / "tests/documents").glob("*.txt"))
    # Of each kind some: those of one kind stand together, and tell of the same events.
    step = max(1, len(files) // options.documents)
    return [file.read_text("utf8") for file in files[::step][:options.documents]]


class Step:
    """A command that writes. `entries`: the journal's length behind it."""

    def __init__(self, name, words, feed=()):
        self.name = name
        self.words = words
        self.feed = feed  # what goes to its standard input, with a pause between
        self.entries = 0
        self.seconds = 0.0

    def start(self, program, folder, pauses=True):
        """The running command, with its output in files `out` and `err` of the folder."""
        with open(folder / "out", "wb") as out, open(folder / "err", "wb") as err:
            process = subprocess.Popen([program, *self.words, "--register", folder / REGISTER], env=ENVIRONMENT,
                                       cwd=folder.parent, stdin=subprocess.PIPE, stdout=out, stderr=err)
        if self.feed:
            threading.Thread(target=self.give, args=(process.stdin, pauses), daemon=True).start()
        else:
            process.stdin.close()
        return process

    def give(self, stdin, pauses):
        try:
            for number, part in enumerate(self.feed):
                if number and pauses:
                    time.sleep(PAUSE)
                stdin.write(part.encode("utf8"))
                stdin.flush()
            stdin.close()
        except (BrokenPipeError, ValueError):
            pass  # the command was killed

    def run(self, program, folder, pauses=True):
        process = self.start(program, folder, pauses)
        try:
            status = process.wait(TIME_LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise Fault(f"{self.name}: still running after {TIME_LIMIT} s") from None
        err = (folder / "err").read_text("utf8", "replace")
        if status or err:
            raise Fault(f"{' '.join(self.words)}: status {status}: {err.strip()}")


def ask(program, folder, words):
    """(status, standard output, standard error) of a command that reads."""
    done = subprocess.run([program, *words, "--register", folder / REGISTER], env=ENVIRONMENT, cwd=folder.parent,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=TIME_LIMIT)
    return done.returncode, done.stdout, done.stderr


def answer(program, folder, words):
    status, out, err = ask(program, folder, words)
    if status or err:
        raise Fault(f"{' '.join(words)}: status {status}: {err.decode('utf8', 'replace').strip()}")
    return out


def entries_of(program, folder):
    """The length of the journal."""
    rows = answer(program, folder, ["history", "--format", "jsonl", *ALL]).splitlines()
    return int(json.loads(rows[0])["entry"][1:]) if rows else 0


def dump_of(program, folder):
    return answer(program, folder, ["register", "dump"])


class Undisturbed:
    """The sequence, made while it is run once; what each command leaves behind."""

    def __init__(self, program, home, documents, most_asked):
        self.program = program
        self.home = home
        self.chance = random.Random(len(documents))
        self.steps = []
        self.questions = []
        self.answers = []  # of each question, before all commands and behind each
        self.most_asked = most_asked
        self.folder = home / "undisturbed"
        self.folder.mkdir()
        self.make(documents)
        self.dump = dump_of(program, self.folder)

    def step(self, name, *words, feed=()):
        step = Step(name, list(words), feed)
        begin = time.perf_counter()
        step.run(self.program, self.folder)
        step.seconds = time.perf_counter() - begin
        step.entries = entries_of(self.program, self.folder)
        self.steps.append(step)
        if self.most_asked:
            if not self.questions:
                self.questions = self.ask_for()
                self.answers = [self.answers_of(self.empty())]
            self.answers.append(self.answers_of(self.folder))

    def answers_of(self, folder):
        return [plain(ask(self.program, folder, words)) for words in self.questions]

    def empty(self):
        """The folder of a register without documents, which is what the first `add` makes before the first document."""
        folder = self.home / "empty"
        folder.mkdir()
        (folder / REGISTER).touch()
        ask(self.program, folder, ["add", "-"])
        answer(self.program, folder, ["register", "verify"])
        return folder

    def facts(self):
        rows = [json.loads(line) for line in dump_of(self.program, self.folder).splitlines()]
        return [row for row in rows if "fact" in row], [row for row in rows if "person" in row]

    def make(self, documents):
        parts = [documents[number::4] for number in range(4)]
        for number in (0, 2, 3):
            (self.home / f"part{number}").mkdir()
            for place, text in enumerate(parts[number]):
                (self.home / f"part{number}/{place:03}.txt").write_text(text, "utf8")
        half = len(parts[1]) // 2
        feed = ["\n\f\n".join(parts[1][:half]) + "\n\f\n", "\n\f\n".join(parts[1][half:])]
        self.step("add", "add", "part0")
        self.step("add", "add", "-", feed=feed)
        facts, people = self.facts()
        # Where sources disagree there is more to do: such a fact is confirmed, if there is one.
        self.step("confirm", "confirm", max(facts, key=lambda f: len(f["conflicts"]))["id"])
        one = self.chance.choice([f for f in facts if sum(g["type"] == f["type"] for g in facts) > 1])
        other = self.chance.choice([g for g in facts if g["type"] == one["type"] and g is not one])
        self.step("join", "join", one["id"], other["id"], "--why", "one event")
        join = self.steps[-1].entries
        dated = self.chance.choice([f for f in facts if "period" in f["value"] or "date" in f["value"]])
        field = "date" if "date" in dated["value"] else "period"
        self.step("correct", "correct", dated["id"], field, "2011-05-20", "--why", "the minutes say so")
        self.step("add", "add", "part2")
        facts, _ = self.facts()
        told = self.chance.choice([f for f in facts if len(f["records"]) > 1])
        record = next(r for r in told["records"] if r["document"])
        record = f"R{record['document'][1:]}.{record['ordinal']}"
        self.step("split", "split", told["id"], record, "--why", "another day")
        one = self.chance.choice([p for p in people if sum(q["country"] == p["country"] for q in people) > 1])
        other = self.chance.choice([q for q in people if q["country"] == one["country"] and q is not one])
        self.step("same", "same", one["person"], other["person"], "--why", "one officer")
        self.step("rebuild", "register", "rebuild")
        self.step("undo", "undo", f"J{join}", "--why", "two events after all")
        self.step("reject", "reject", self.chance.choice(facts)["id"], "--why", "a plan only")
        self.step("add", "add", "part0", "part3")  # the first of them are there already
        self.step("rebuild", "register", "rebuild")

    def ask_for(self):
        """What readers ask, each with its whole answer."""
        facts, people = self.facts()
        told = max(facts, key=lambda f: len(f["records"]))["id"]
        places = {word.split("/")[0][:2] for word in re.findall(r'"((?:VN|LA)[^"]*)"', json.dumps(facts))}
        between = sorted(places, reverse=True)[:2]
        lines, as_json = ["--format", "jsonl", *ALL], ["--format", "json"]
        asked = [["list", "facts", *ALL], ["show", told, *as_json], ["search", "biên phòng", *lines],
                 ["review", "--between", *between, *as_json], ["check", "--as-of", "2030", "--format", "jsonl"],
                 ["list", "documents", *ALL], ["show", people[0]["person"], *as_json], ["why", told, *as_json],
                 ["history", *lines], ["register", "verify"], ["register", "dump"]]
        asked += [["list", kind, *lines] for kind in ("results", "people", "conflicts", "unresolved")]
        return asked[:self.most_asked]


def plain(reply):
    """A reply without the time of day."""
    status, out, err = reply
    return status, re.sub(rb'"at": ?"[^"]*"', b"", out), err


class KilledRound:
    """The sequence once more, with kills."""

    def __init__(self, undisturbed, folder, chance, most):
        self.sequence = undisturbed
        self.program = undisturbed.program
        self.folder = folder
        self.chance = chance
        self.most = most
        self.kills = collections.Counter()
        self.took_effect = 0
        self.told = 0

    def run(self):
        before = 0
        for step in self.sequence.steps:
            done = False
            while not done:
                if self.kills.total() < self.most and self.chance.random() < 0.75:
                    done = self.disturb(step, before)
                else:
                    step.run(self.program, self.folder)
                    done = True
            entries = entries_of(self.program, self.folder)
            if entries != step.entries:
                raise Fault(f"{' '.join(step.words)}: the journal has {entries} entries instead of {step.entries}")
            before = step.entries
        if dump_of(self.program, self.folder) != self.sequence.dump:
            raise Fault("the register is not that of the undisturbed run")

    def disturb(self, step, before):
        """Runs a command and kills it. Whether it is done."""
        process = step.start(self.program, self.folder)
        time.sleep(self.chance.random() * step.seconds)
        process.send_signal(signal.SIGKILL)
        status = process.wait()
        if status == 0:
            return True  # it was faster than usual
        if status != -signal.SIGKILL:
            raise Fault(f"{' '.join(step.words)}: status {status}: {(self.folder / 'err').read_text('utf8')}")
        self.kills[step.name] += 1
        told = (self.folder / "out").read_text("utf8", "replace").splitlines(keepends=True)
        entries = self.entries_after_kill(step, before, told)
        if step.name in ("add", "rebuild"):
            return False  # given again, whatever came of it
        if entries == step.entries:
            self.took_effect += 1
        return entries == step.entries

    def entries_after_kill(self, step, before, told):
        """Looks whether all holds; the length of the journal."""
        if not (self.folder / REGISTER).exists() or not self.made():
            if before or told:
                raise Fault(f"{step.name} was killed: the register is gone")
            return 0
        answer(self.program, self.folder, ["register", "verify"])
        entries = entries_of(self.program, self.folder)
        if not before <= entries <= step.entries or (entries > before and step.name == "rebuild"):
            raise Fault(f"{step.name} was killed: {entries} entries, {before} before it and {step.entries} behind it")
        rows = [json.loads(line) for line in dump_of(self.program, self.folder).splitlines()]
        documents = [row for row in rows if "sha256" in row]
        for what in ("sha256", "source", "entry"):
            if len({row[what] for row in documents}) != len(documents):
                raise Fault(f"{step.name} was killed: two documents have one {what}")
        if len(documents) + sum("decision" in row for row in rows) != entries:
            raise Fault(f"{step.name} was killed: {len(documents)} documents do not make {entries} entries")
        self.compare_with_told(step, told, entries, {row["source"] for row in documents})
        return entries

    def made(self):
        """Whether the register is more than a file in which nothing has been written yet."""
        status, _, err = ask(self.program, self.folder, ["register", "info"])
        return not (status == 1 and MISSING in err)

    def compare_with_told(self, step, told, entries, sources):
        """What was told on standard output before the kill must be in the register."""
        for line in told:
            if not line.endswith("\n"):
                continue  # cut off by the kill
            if step.name == "add":
                source = re.match(r"(?:added|read again|already there) +(.*?)(?:  \(.*)?\n", line)
                if source is None or source[1] not in sources:
                    raise Fault(f"add was killed: not in the register although told: {line.strip()}")
                self.told += 1
            elif step.name != "rebuild":
                if re.match(r"J\d+ ", line) is None or int(line[1:line.index(" ")]) != entries:
                    raise Fault(f"{step.name} was killed: not in the register although told: {line.strip()}")
                self.told += 1


class ReadRound:
    """The sequence while others read."""

    def __init__(self, undisturbed, folder, chance):
        self.sequence = undisturbed
        self.program = undisturbed.program
        self.folder = folder
        self.begun = 0  # commands of the sequence
        self.ended = 0
        self.slow = set()  # commands that may have committed more than once
        self.replies = []
        self.faults = []
        self.stop = False
        self.readers = [threading.Thread(target=self.read, args=(random.Random(chance.random()),)) for _ in range(3)]

    def run(self):
        for reader in self.readers:
            reader.start()
        try:
            for number, step in enumerate(self.sequence.steps):
                self.begun += 1
                begin = time.perf_counter()
                step.run(self.program, self.folder, pauses=False)
                if time.perf_counter() - begin > LONGEST_WAIT:
                    self.slow.add(number)
                self.ended += 1
        finally:
            self.stop = True
            for reader in self.readers:
                reader.join()
        if self.faults:
            raise Fault(self.faults[0])
        unclear = [self.look(*reply) for reply in self.replies].count(False)
        if dump_of(self.program, self.folder) != self.sequence.dump:
            raise Fault("the register is not that of the undisturbed run")
        return len(self.replies), unclear

    def read(self, chance):
        while not self.stop:
            number = chance.randrange(len(self.sequence.questions))
            first = self.ended
            try:
                reply = plain(ask(self.program, self.folder, self.sequence.questions[number]))
            except subprocess.TimeoutExpired:
                self.faults.append(f"{' '.join(self.sequence.questions[number])}: no answer after {TIME_LIMIT} s")
                return
            self.replies.append((number, first, self.begun, reply))

    def look(self, number, first, last, reply):
        """Whether an answer is one that may be given when `first` commands had ended before the reader began and `last`
        had begun before it ended; False where that cannot be said."""
        if first == 0 and reply[0] == 1 and MISSING in reply[2]:
            return True
        if any(self.sequence.answers[at][number] == reply for at in range(first, last + 1)):
            return True
        words = " ".join(self.sequence.questions[number])
        if reply[0] not in (0, 3) or reply[2]:
            raise Fault(f"{words}: status {reply[0]}: {reply[2].decode('utf8', 'replace').strip()}")
        if self.slow & set(range(first, last)):
            return False
        raise Fault(f"{words}: a half-seen change, {first} commands done before it, {last} begun behind it")


def rounds_of_kills(options, undisturbed, chance):
    """(passed, failed)"""
    kills, took_effect, told, passed, failed = collections.Counter(), 0, 0, 0, 0
    while kills.total() < options.kills:
        folder = undisturbed.home / f"kills-{passed + failed}"
        folder.mkdir()
        one = KilledRound(undisturbed, folder, chance, options.kills - kills.total())
        try:
            one.run()
            passed += 1
        except Fault as fault:
            print(f"{folder.name}: {fault}", flush=True)
            failed += 1
        kills += one.kills
        took_effect += one.took_effect
        told += one.told
        if failed > 9:
            break
    by_name = ", ".join(f"{name} {number}" for name, number in sorted(kills.items()))
    print(f"{kills.total()} kills in {passed + failed} rounds ({by_name}); {told} lines told before them, all kept; "
          f"{took_effect} decisions had taken effect; {failed} rounds with faults")
    return passed, failed


def rounds_of_readers(options, undisturbed, chance):
    """(passed, failed)"""
    answers = unclear = failed = 0
    for number in range(options.readers):
        folder = undisturbed.home / f"readers-{number}"
        folder.mkdir()
        try:
            here, unclear_here = ReadRound(undisturbed, folder, chance).run()
            answers += here
            unclear += unclear_here
        except Fault as fault:
            print(f"{folder.name}: {fault}", flush=True)
            failed += 1
    print(f"{options.readers} rounds with readers: {answers} answers, of which {unclear} on commands too slow to tell; "
          f"{failed} rounds with faults")
    return options.readers - failed, failed


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program", type=pathlib.Path)
    options.add_argument("--kills", type=int, default=300)
    options.add_argument("--readers", type=int, default=10, help="rounds with readers (default 10)")
    options.add_argument("--questions", type=int, default=100, help="how many of its questions are asked (default all)")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--world", type=pathlib.Path, help="bienban_world, to take its documents")
    options.add_argument("--documents", type=int, default=80, help="how many documents are added, 16 or more")
    o = options.parse_args()
    if o.documents < 16:
        options.error("--documents: 16 or more")
    chance = random.Random(o.seed)
    with tempfile.TemporaryDirectory(prefix="bienban-kill-") as home:
        undisturbed = Undisturbed(o.program.resolve(), pathlib.Path(home), documents_of(o),
                                  o.questions if o.readers else 0)
        kills = rounds_of_kills(o, undisturbed, chance)
        readers = rounds_of_readers(o, undisturbed, chance)
    passed, failed = kills[0] + readers[0], kills[1] + readers[1]
    print(f"{passed} passed, {failed} failed")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
