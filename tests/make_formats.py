"""Makes a file of each format out of plain text, with Python's standard library only.

Each maker takes a text and gives bytes. Used by tests/check_formats.py and bench/formats.py.
"""
import base64
import email.message
import email.policy
import gzip
import html
import io
import quopri
import re
import tarfile
import xml.sax.saxutils
import zipfile
import zlib

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def lines(text):
    return [line for line in text.splitlines() if line.strip()]


def escape(text):
    return xml.sax.saxutils.escape(text)


def packed(files):
    """A zip file; `files`: name → text or bytes. The first name "mimetype" is stored, as the formats have it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, kind)
    return out.getvalue()


def docx(text, font=None, write=lambda line: line):
    run = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    body = "".join(f'<w:p><w:r>{run}<w:t xml:space="preserve">{escape(write(line))}</w:t></w:r></w:p>' for line in lines(text))
    return packed({
        "[Content_Types].xml": XML + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": XML + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{XML}<w:document {WORD}><w:body>{body}</w:body></w:document>"})


def docx_with_all(text):
    """The same text with what surrounds text in papers: lines deleted, remarks, a text box, a note, hidden words, fields."""
    rows = lines(text)
    noise = ('<w:del w:id="1" w:author="x"><w:r><w:delText>Ngày 1/1/1999, hai tỉnh ký biên bản. </w:delText></w:r></w:del>'
             '<w:r><w:rPr><w:vanish/></w:rPr><w:t>Đã ký 99 văn bản.</w:t></w:r>'
             '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 2001</w:instrText></w:r>')
    body = ""
    for row in rows:
        halves = [row[:len(row) // 2], row[len(row) // 2:]]
        runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(half)}</w:t></w:r>' for half in halves)
        body += f"<w:p>{noise}<w:ins w:id='2' w:author='x'>{runs}</w:ins></w:p>"
    return packed({"[Content_Types].xml": XML + "<Types/>",
                   "word/document.xml": f"{XML}<w:document {WORD}><w:body>{body}</w:body></w:document>"})


def odt(text):
    body = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines(text))
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text", "style"))
    return packed({"mimetype": "application/vnd.oasis.opendocument.text",
                   "content.xml": f"{XML}<office:document-content {spaces}><office:body><office:text>"
                   f"<text:tracked-changes><text:p>Năm 1999 bỏ.</text:p></text:tracked-changes>{body}"
                   "</office:text></office:body></office:document-content>",
                   "META-INF/manifest.xml": XML + "<manifest/>"})


# A paper with articles and points.
PAPER = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 07/BBGN-ĐB-LP
BIÊN BẢN GHI NHỚ
giữa Bộ Chỉ huy quân sự tỉnh Điện Biên và Bộ Chỉ huy quân sự tỉnh Luông Pha Băng giai đoạn 2023 - 2025
Điện Biên, ngày 14 tháng 6 năm 2023
Hai bên thống nhất những nội dung sau:
Điều 1. Trao đổi thông tin
1. Hai bên thông báo cho nhau tình hình khu vực biên giới mỗi tháng một lần.
2. Hai bên phối hợp trong phòng, chống tội phạm:
a) Phòng, chống tội phạm ma túy;
b) Phòng, chống buôn lậu.
Điều 2. Tuần tra song phương
1. Hai bên tổ chức tuần tra song phương 4 lần mỗi năm.
Điều 3. Đào tạo
Bên Việt Nam tiếp nhận 15 cán bộ của Bên Lào sang học tiếng Việt.
"""

NUMBERED = (("Đ", re.compile(r"Điều (\d+)\. (.*)"), "1", "Điều ", "."), ("N", re.compile(r"(\d+)\. (.*)"), "1", "", "."),
            ("L", re.compile(r"([a-z])\) (.*)"), "a", "", ")"), ("R", re.compile(r"([IVX]+)\. (.*)"), "I", "", "."))


def odt_with_lists(text):
    """The same text with the numbers of its articles and points as the office program's own, which do not stand in it."""
    styles = "".join(f'<text:list-style style:name="{name}"><text:list-level-style-number text:level="1" style:num-format="{kind}" '
                     f'style:num-prefix="{before}" style:num-suffix="{after}"/></text:list-style>' for name, _, kind, before, after in NUMBERED)
    body, count = "", {}
    for row in lines(text):
        for name, form, kind, _, _ in NUMBERED:
            found = form.fullmatch(row)
            if not found or (kind == "I" and found[1] != ["I", "II", "III", "IV", "V"][count.get(name, 0) % 5]):
                continue
            value = int(found[1]) if kind == "1" else ord(found[1]) - 96 if kind == "a" else count.get(name, 0) + 1
            goes_on = value == count.get(name, 0) + 1
            count[name] = value
            start = "" if goes_on else f' text:start-value="{value}"'
            body += (f'<text:list text:style-name="{name}" text:continue-numbering="{str(goes_on and value > 1).lower()}">'
                     f"<text:list-item{start}><text:p>{escape(found[2])}</text:p></text:list-item></text:list>")
            break
        else:
            body += f"<text:p>{escape(row)}</text:p>"
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text", "style"))
    return packed({"mimetype": "application/vnd.oasis.opendocument.text",
                   "content.xml": f"{XML}<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
                   f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
                   "META-INF/manifest.xml": XML + "<manifest/>"})


def png(width, height):
    """Grey stripes."""
    def chunk(kind, content):
        return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")
    rows = b"".join(b"\0" + bytes([255 if y // 8 % 2 else x % 256 for x in range(width)]) for y in range(height))
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\0\0\0\0"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def pdf(pages, turned=0):
    """A PDF of lines of plain letters, one list for each page; `turned`: by how many degrees it is shown."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for rows in pages:
        drawn = "BT /F1 12 Tf 72 770 Td 16 TL " + " ".join(f"({row}) '" for row in rows) + " ET"
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream".encode())
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {turned} /Contents {len(objects)} 0 R "
                       "/Resources << /Font << /F1 3 0 R >> >> >>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    rows = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return out + (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + rows
                  + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode())


def page(text, charset="utf-8"):
    body = "\n".join(f"<p>{escape(line)}</p>" for line in lines(text))
    return f'<!DOCTYPE html><html><head><meta charset="{charset}"></head><body>\n{body}\n</body></html>\n'


def page_with_open_tags(text):
    """The same page as many are written: hardly an end tag, attributes without quotes, stray tags, two bodies."""
    body = "\n".join(f"<p class=x{i} align=left><span>{escape(line)}" + ("</p></div>" if i % 5 == 0 else "")
                     for i, line in enumerate(lines(text)))
    return f"<HTML><HEAD><META charset=utf-8><title>x<body bgcolor=white></title><BODY>\n<!-- a -- b -->{body}\n<br></b>"


def epub(text):
    rows = lines(text)
    half = len(rows) // 2
    files = {"mimetype": "application/epub+zip",
             "META-INF/container.xml": XML + '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
             '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
             "OEBPS/book.opf": XML + '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
             '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
             '<item id="b" href="b%20b.xhtml" media-type="application/xhtml+xml"/></manifest>'
             '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'}
    for name, part in (("a", rows[:half]), ("b b", rows[half:])):
        body = "".join(f"<p>{escape(row)}</p>" for row in part)
        files[f"OEBPS/{name}.xhtml"] = (f'{XML}<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
                                        f"<body>{body}</body></html>")
    return packed(files)


def rtf(text, font="Times New Roman", write=lambda line: line):
    out = ["{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 %s;}}\\f0 " % font]
    for line in lines(text):
        for letter in write(line):
            code = ord(letter)
            if letter in "\\{}":
                out.append("\\" + letter)
            elif code < 128:
                out.append(letter)
            else:
                out.append("\\u%d?" % (code - 65536 if code > 32767 else code))
        out.append("\\par\n")
    return ("".join(out) + "}").encode("ascii")


def mhtml(text):
    body = quopri.encodestring(page(text).encode("utf8")).decode("ascii").replace("\n", "\r\n")
    return ("From: <Saved by a browser>\r\nSnapshot-Content-Location: file:page\r\nSubject: page\r\n"
            "Date: Mon, 5 Jan 1998 10:00:00 +0700\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n--cut\r\n'
            "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            f"{body}\r\n--cut\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
            "Content-Location: a.png\r\n\r\niVBORw0KGgo=\r\n--cut--\r\n").encode("ascii")


def eml(text, attached=()):
    """`attached`: pairs of name and bytes."""
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["From"] = "Phòng Ngoại vụ <a@example.org>"
    message["To"] = "b@example.org"
    message["Subject"] = "Gửi văn bản"
    message.set_content(text, charset="utf-8", cte="base64")
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def eml_html(text):
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["From"] = "a@example.org"
    message["To"] = "b@example.org"
    message["Subject"] = "x"
    message.set_content("ngắn", charset="utf-8")
    message.add_alternative(page(text), subtype="html", charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def zipped(files):
    return packed(files)


def tarred(files, kind="w:gz"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=kind) as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def warc_record(kind, block, address="", content="application/http; msgtype=response"):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\n"
    if address:
        head += f"WARC-Target-URI: {address}\r\n"
    return (head + f"Content-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n").encode() + block + b"\r\n\r\n"


def answer(body, content="text/html; charset=utf-8", how=""):
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {content}\r\n"
    if "gzip" in how:
        body = gzip.compress(body)
        head += "Content-Encoding: gzip\r\n"
    if "chunked" in how:
        cut = [body[i:i + 1000] for i in range(0, len(body), 1000)]
        body = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in cut) + b"0\r\n\r\n"
        head += "Transfer-Encoding: chunked\r\n"
    else:
        head += f"Content-Length: {len(body)}\r\n"
    return head.encode() + b"\r\n" + body


def warc(pages, packed_too=False):
    """`pages`: (address, answer of a server)."""
    records = [warc_record("warcinfo", b"software: x\r\n", content="application/warc-fields")]
    for address, block in pages:
        records.append(warc_record("request", b"GET / HTTP/1.1\r\n\r\n", address, "application/http; msgtype=request"))
        records.append(warc_record("response", block, address))
    return b"".join(gzip.compress(r) if packed_too else r for r in records)


OLD_TABLE = {}


def old_letters(root):
    """Letter → bytes, by encoding, out of the project's own table."""
    if not OLD_TABLE:
        for line in (root / "src/text/tables/old_letters.tsv").read_text("utf8").splitlines():
            if line and not line.startswith("#"):
                name, code, letter = line.split("\t")
                OLD_TABLE.setdefault(name, {}).setdefault(letter, bytes.fromhex(code))
    return OLD_TABLE


def docx_tcvn3(text, root):
    """As typists did: capitals with tones are small letters in a font of capitals."""
    table = old_letters(root)["tcvn3"]
    body = ""
    for line in lines(text):
        runs = []
        for letter in line:
            capital = letter not in table and letter.lower() in table and letter != letter.lower()
            font = ".VnTimeH" if capital else ".VnTime" if ord(letter) < 128 or letter in table else "Arial"
            shown = letter.lower() if capital else letter
            shown = table[shown].decode("latin-1") if font != "Arial" and shown in table else shown
            if runs and runs[-1][0] == font:
                runs[-1][1].append(shown)
            else:
                runs.append((font, [shown]))
        body += "<w:p>" + "".join(f'<w:r><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr><w:t xml:space="preserve">'
                                  f'{escape("".join(letters))}</w:t></w:r>' for font, letters in runs) + "</w:p>"
    return packed({"[Content_Types].xml": XML + "<Types/>",
                   "word/document.xml": f"{XML}<w:document {WORD}><w:body>{body}</w:body></w:document>"})


def typed(text):
    """A text as it was typed in old encodings, which have no dashes, curly quotes and other signs."""
    signs = {"–": "-", "—": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "•": "-", "»": ">", "\u00a0": " "}
    return text.translate(str.maketrans(signs))


def in_old(text, name, root):
    """The bytes of a text in an old encoding. TCVN3 has no capitals with tones: small letters stand for them."""
    table = old_letters(root)[name]
    out = b""
    for letter in typed(text):
        if letter in table:
            out += table[letter]
        elif letter.lower() in table:
            out += table[letter.lower()]
        else:
            out += letter.encode("latin-1", "replace")
    return out


def as_old_font(line, name, root):
    return in_old(line, name, root).decode("latin-1")
