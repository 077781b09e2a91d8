#!/usr/bin/env python3
"""Write what a fuzz target starts from, out of the examples and the lexicon.

Usage: seeds.py TARGET FOLDER    seeds into FOLDER, a dictionary of the field's words beside it as words.dict
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def examples():
    return sorted(f for f in (ROOT / "examples").iterdir() if f.suffix in (".txt", ".html"))


def seeds(target):
    """Whole documents for the targets that read files; for those that read phrases, what stands around figures."""
    if target in ("numbers", "dates"):
        for file in examples():
            text = re.sub(r"<[^>]*>", " ", file.read_text("utf8"))
            for found in re.finditer(r"[^\n]{0,24}\d[^\n]{0,40}", text):
                yield found[0].encode()
    elif target == "wire":
        def frame(kind, payload=b""):
            return kind + len(payload).to_bytes(4, "little") + payload

        def text(words):
            return len(words).to_bytes(4, "little") + words
        number = (2).to_bytes(4, "little")
        begin = frame(b"B", b"\x01\0\0\0" + text(b"a.docx") + text(b"docx") + text(b"T") + text(b"2019") + number + text(b"A") + text(b"B"))
        yield begin + frame(b"D", b"<p>x</p>") + frame(b"E") + frame(b".")
        yield begin + frame(b"!", text(b"conversion-broken") + number + text(b"a") + text(b"b")) + frame(b".")
        one = (1).to_bytes(4, "little")
        word = text(b"x") + bytes(24) + one
        yield frame(b"B", b"\x02\0\0\0" + bytes(20)) + frame(b"P", bytes(8) + one + one + one + word) + frame(b"E") + frame(b".")
    elif target == "old_letters":
        sys.path.insert(0, str(ROOT / "tests"))
        import make_formats
        for file in examples():
            if file.suffix == ".txt":
                for name in ("tcvn3", "vni", "viscii"):
                    old = make_formats.in_old(file.read_text("utf8"), name, ROOT)
                    yield old
                    yield old.decode("latin-1").encode()
    elif target == "requests":
        for method, path in (("GET", "/facts?type=meeting&between=VN-05,LA-HO&from=2018&to=2021-06&page=2&page_size=1&sort=-date"),
                             ("GET", "/facts/export?format=csv"), ("GET", "/facts/F0.1/why"), ("GET", "/documents/D1/pages/1"),
                             ("GET", "/documents?text=hua phan&place=VN-05&source=a"), ("GET", "/search?q=\"hội đàm\" 2019"),
                             ("GET", "/review?between=VN-05,LA-HO&format=json"), ("GET", "/pairs/VN-05/LA-HO?from=2018&as_of=2023&with_past=1"),
                             ("GET", "/drafts/minutes?between=VN-05,LA-HO&format=md"), ("GET", "/check?kind=conflict&as_of=2024"),
                             ("GET", "/queue/conflict"), ("GET", "/history/F0.1?page=1"), ("GET", "/parties/VN-05/province"), ("GET", "/entries/J1")):
            yield f"{method} /api/v1{path}\n".encode()
        for body in ('{"kind":"confirm","fact":"F0.1"}', '{"kind":"correct","fact":"F0.1","field":"date","value":"2019","why":"x"}',
                     '{"kind":"reject","fact":"F0.2","why":"x"}', '{"kind":"join","facts":["F0.1","F0.2"]}',
                     '{"kind":"split","fact":"F0.1","records":["F0.2"]}', '{"kind":"same","a":"VN-05/province","b":"LA-HO/province"}',
                     '{"kind":"undo","entry":"J2"}', '{"kind":"nothing-here","document":"D1"}',
                     '{"kind":"add-fact","type":"support","fields":{"giver":"VN-05/province","item":"gạo","value":"5","unit":"tấn"}}'):
            yield f"POST /api/v1/decisions\n{body}".encode()
        yield b'POST /api/v1/decisions/bulk\n{"facts":["F0.1"]}'
    elif target == "asking":
        yield from (line.encode() for line in ("hua phan", "Hủa Phăn", '"hội đàm" 2019', "F12.3", "J57", "2019-11-11/2022",
                                               "VN-05/province,LA-HO/district/xiềng khọ", "5000000 VND", "over"))
        yield (b'{"sha256":"0","source":"a","title":"","published":null,"authors":[],"places":["LA-HO"],"program":"1",'
               b'"lexicon":"2","records":[{"ordinal":0,"start":0,"end":7,"certainty":0.5,"record":{"type":"meeting",'
               b'"kind":"talks","date":"2019","parties":["VN-05/province"]}}],"people":[]}')
    else:
        for file in examples():
            if target == "html" and file.suffix == ".txt":
                lines = file.read_text("utf8").splitlines()
                yield "".join(f"<p>{line}</p>" for line in lines if line.strip()).encode()
            else:
                yield file.read_bytes()
    if target == "text":
        sample = "Ngày 5/6/2020, hai tỉnh ký biên bản.\n"
        yield sample.encode("utf-16")
        yield sample.encode("utf-16-be")
        yield "Luông Pha Băng".encode("utf-8-sig")


def words():
    """The first column of each table that is not a code, and the forms in it."""
    found = {"<p>", "</p>", "<table><tr><td>", "<figcaption>", "<time datetime=", "<script>", "&#x", "<!--", "\u0301"}
    for table in sorted((ROOT / "lexicon").glob("*.tsv")):
        for line in table.read_text("utf8").splitlines():
            if line and not line.startswith("#"):
                found.update(w for w in re.split(r"[\t|;]", line)[:3] if 1 < len(w) <= 40)
    return sorted(found)


def main():
    target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    for number, seed in enumerate(seeds(target)):
        (folder / f"{number:04}").write_bytes(seed)
    with open(folder.parent / "words.dict", "w", encoding="ascii") as out:
        for word in words():
            out.write('"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n')


if __name__ == "__main__":
    main()
