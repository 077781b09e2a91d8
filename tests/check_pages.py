#!/usr/bin/env python3
"""Print the project's own documents, scan them, and read them again.

PDFs are made by Chromium and LibreOffice, scans by poppler and Pillow, turned and with noise. Checked is that
- a PDF with text gives the records of the plain text, all of them;
- a scan gives them to a share (F1 of records that are alike in every field): 0.95 clean at 300 dots an inch, 0.85 turned
  and noisy at 200;
- an official paper's heading block, tables, and papers in two languages are read in their order;
- broken, endless and giant files are refused with one line each, in bounded time.

Usage: check_pages.py PROGRAM [--all] [--keep FOLDER]
Without --all a part of it that takes less than a minute. Exit status 77: left out, because a program is missing.
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata

try:
    from PIL import Image
except ImportError:
    # The interpreter may not be Debian's, whose package Pillow is.
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3", "-B", *sys.argv])
    Image = None

ROOT = pathlib.Path(__file__).resolve().parent.parent
NEEDED = ("chromium", "soffice", "pdftotext", "pdftoppm", "tesseract")
MODELS = pathlib.Path("/usr/share/tesseract-ocr/5/tessdata")
FLOORS = {"clean 300": 0.95, "turned 200": 0.85}

HEAD = """<meta charset="utf-8"><style>@page { size: A4; margin: 22mm 18mm 22mm 30mm }
body { font: 13.5pt/1.35 "Liberation Serif" } p { margin: 0 0 6pt; text-align: justify; text-indent: 1cm }
h1 { font-size: 15pt; text-align: center; margin: 12pt 0 6pt } table { width: 100%; border-collapse: collapse }
.head td { text-align: center; vertical-align: top; font-size: 12pt } .rows td { border: 1px solid; padding: 3px }
.two td { width: 50%; vertical-align: top; padding: 0 6pt } .two p { text-indent: 0 }
.lao { font: 11pt "Noto Serif Lao" }</style>"""

# An official paper, as it is printed and as it is read.
PAPER = """<table class="head"><tr><td style="width: 42%">BỘ CHỈ HUY BĐBP TỈNH SƠN LA<br><b>ĐỒN BIÊN PHÒNG NÀ ỚT</b><br>
Số: 27/BC-ĐBP</td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b><br>
<i>Sơn La, ngày 08 tháng 3 năm 2024</i></td></tr></table><h1>BÁO CÁO</h1>
<p style="text-align: center; text-indent: 0"><b>Kết quả phối hợp bảo vệ biên giới năm 2023 giữa Đồn Biên phòng Nà Ớt và
Đại đội Biên phòng 218, tỉnh Hủa Phăn</b></p>
<p>Thực hiện Biên bản hội đàm năm 2022 giữa Bộ Chỉ huy BĐBP tỉnh Sơn La và Bộ Chỉ huy Quân sự tỉnh Hủa Phăn, hai đơn vị đã
tuần tra song phương 14 lần/280 lượt cán bộ, chiến sĩ; trao đổi 41 tin; phối hợp bắt giữ 3 vụ/4 đối tượng mua bán trái phép
chất ma túy.</p><p>Số liệu cụ thể như sau:</p>
<table class="rows"><tr><td>STT</td><td>Nội dung</td><td>Đơn vị tính</td><td>Số lượng</td></tr>
<tr><td>1</td><td>Tuần tra song phương trên tuyến biên giới do hai đơn vị quản lý, bảo vệ trong cả năm</td><td>lần</td>
<td>14</td></tr><tr><td>2</td><td>Thông báo tình hình</td><td>tin</td><td>41</td></tr></table>
<p style="margin-top: 8pt">Trong năm 2024, hai đơn vị thống nhất duy trì giao ban ba tháng một lần.</p>
<table class="head" style="margin-top: 10pt"><tr><td style="width: 45%; text-align: left; font-size: 11pt"><b>Nơi nhận:</b>
<br>- Bộ Chỉ huy BĐBP tỉnh;<br>- Lưu: VT.</td><td><b>ĐỒN TRƯỞNG</b><br><br><br><br><b>Trung tá Quàng Văn Sinh</b></td></tr>
</table>"""
PAPER_ORDER = [
    "ĐỒN BIÊN PHÒNG NÀ ỚT", "Số: 27/BC-ĐBP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    "Sơn La, ngày 08 tháng 3 năm 2024", "BÁO CÁO",
    "Kết quả phối hợp bảo vệ biên giới năm 2023 giữa Đồn Biên phòng Nà Ớt và Đại đội Biên phòng 218, tỉnh Hủa Phăn",
    "STT | Nội dung | Đơn vị tính | Số lượng",
    "1 | Tuần tra song phương trên tuyến biên giới do hai đơn vị quản lý, bảo vệ trong cả năm | lần | 14",
    "2 | Thông báo tình hình | tin | 41", "Nơi nhận:", "ĐỒN TRƯỞNG", "Trung tá Quàng Văn Sinh"]

VIETNAMESE = [
    "Ngày 19 tháng 6 năm 2023, tại thị xã Sầm Nưa, tỉnh Hủa Phăn, Đoàn đại biểu Bộ Chỉ huy BĐBP tỉnh Sơn La (Việt Nam) do "
    "Đại tá Cầm Văn Hặc, Chỉ huy trưởng làm Trưởng đoàn đã hội đàm với Đoàn đại biểu Bộ Chỉ huy Quân sự tỉnh Hủa Phăn (Lào).",
    "Năm 2022, hai bên đã tuần tra song phương 14 lần/280 lượt cán bộ, chiến sĩ.",
    "Hai bên thống nhất tiếp tục tuần tra song phương và duy trì giao ban định kỳ ba tháng một lần trong năm 2024."]
LAO = [
    "ວັນທີ 19 ເດືອນ 6 ປີ 2023 ທີ່ເມືອງຊຳເໜືອ ແຂວງຫົວພັນ ຄະນະຜູ້ແທນກອງບັນຊາການທະຫານຊາຍແດນ ໄດ້ເຈລະຈາກັບ ຄະນະຜູ້ແທນກອງບັນຊາການທະຫານແຂວງຫົວພັນ.",
    "ປີ 2022 ສອງຝ່າຍ ໄດ້ລາດຕະເວນຮ່ວມກັນ 14 ຄັ້ງ.",
    "ສອງຝ່າຍເປັນເອກະພາບກັນ ສືບຕໍ່ການລາດຕະເວນຮ່ວມ ແລະ ຮັກສາການພົບປະ ສາມເດືອນຕໍ່ຄັ້ງ."]


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


class Checker:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.faults = []
        self.pages = 0
        self.seconds = 0.0

    def fault(self, text):
        self.faults.append(text)
        print("FAULT", text, flush=True)

    # Making files

    def chromium(self, name, body):
        page = self.folder / (name + ".html")
        page.write_text("<!DOCTYPE html>" + HEAD + body)
        pdf = self.folder / (name + ".pdf")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--user-data-dir={self.folder}/profile", f"--print-to-pdf={pdf}", str(page)],
                       check=True, capture_output=True, timeout=120)
        return pdf

    def libreoffice(self, page):
        out = self.folder / "libreoffice"
        # As a document of the word processor: as a web page LibreOffice leaves out headings.
        subprocess.run(["soffice", f"-env:UserInstallation=file://{self.folder}/office", "--headless",
                        "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(out),
                        str(page)], check=True, capture_output=True, timeout=180)
        return out / (page.stem + ".pdf")

    def scan(self, pdf, dots, turned, noise):
        """Pages as images in a PDF, as scanners make them."""
        stem = self.folder / f"{pdf.stem}-{dots}"
        subprocess.run(["pdftoppm", "-r", str(dots), "-gray", str(pdf), str(stem)], check=True)
        pages = []
        for number, path in enumerate(sorted(self.folder.glob(stem.name + "-*.pgm"))):
            image = Image.open(path).convert("L")
            if turned:
                angle = turned if number % 2 == 0 else -turned
                image = image.rotate(angle, resample=Image.BICUBIC, fillcolor=255)
            if noise:
                image = Image.blend(image, Image.effect_noise(image.size, 60), noise)
            pages.append(image)
            path.unlink()
        out = stem.with_suffix(".pdf")
        pages[0].save(out, save_all=True, append_images=pages[1:], resolution=dots)
        self.pages += len(pages)
        return out

    # Reading them

    def run(self, *arguments, limit=300):
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, timeout=limit)

    def read(self, path):
        said = self.run("read", "--format", "jsonl", path)
        if said.returncode != 0:
            self.fault(f"{path}: {said.stderr.strip()}")
            return None
        return json.loads(said.stdout)

    @staticmethod
    def records(reading):
        return [json.dumps({k: v for k, v in r.items() if k not in ("quote", "certainty", "evidence")}, sort_keys=True,
                           ensure_ascii=False) for r in reading["records"]]

    @staticmethod
    def common(expected, found):
        left = list(found)
        count = 0
        for one in expected:
            if one in left:
                left.remove(one)
                count += 1
        return count

    def same(self, name, expected, found):
        """A format that loses nothing."""
        if expected is None or found is None:
            return
        if sorted(self.records(expected)) != sorted(self.records(found)):
            self.fault(f"{name}: other records than the plain text")
        for key in ("title", "published", "authors", "places"):
            if expected[key] != found[key]:
                self.fault(f"{name}: {key} is {found[key]!r}, not {expected[key]!r}")
        people = [[(p["name"], p["rank"], p["title"]) for p in reading["people"]] for reading in (expected, found)]
        if people[0] != people[1]:
            self.fault(f"{name}: other people than the plain text")

    # The checks

    def printed(self, examples, with_office):
        pdfs = {}
        for path in examples:
            lines = [line for line in path.read_text().split("\n") if line.strip()]
            body = f"<h1>{escaped(lines[0])}</h1>" + "".join(f"<p>{escaped(line)}</p>" for line in lines[1:])
            pdf = pdfs[path] = self.chromium(path.stem, body)
            expected = self.read(path)
            self.same(f"{path.stem}, printed by Chromium", expected, self.read(pdf))
            if path in with_office:
                office = self.libreoffice(self.folder / (path.stem + ".html"))
                self.same(f"{path.stem}, printed by LibreOffice", expected, self.read(office))
        return pdfs

    def scanned(self, name, pdfs, dots, turned, noise):
        expected = found = common = 0
        begun = time.monotonic()
        pages = self.pages
        for path, pdf in pdfs.items():
            text, scan = self.read(path), self.read(self.scan(pdf, dots, turned, noise))
            if scan is None:
                continue
            a, b = self.records(text), self.records(scan)
            expected += len(a)
            found += len(b)
            common += self.common(a, b)
        f1 = 2 * common / max(1, expected + found)
        took = time.monotonic() - begun
        print(f"scan {name}: F1 {f1:.3f} ({common} of {expected}, {found} found), {self.pages - pages} pages in {took:.0f} s")
        if f1 < FLOORS[name]:
            self.fault(f"scans {name}: F1 {f1:.3f} is below {FLOORS[name]}")

    def layered(self, path, pdf):
        """A scan on which a scanner has left letters without marks, and a stamp: read as the scan it is."""
        text = path.read_text()
        bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).replace("đ", "d").replace("Đ", "D")
        image = Image.open(next(iter(self.images_of(pdf))))
        picture = self.folder / "layered.png"
        image.save(picture)
        expected = self.records(self.read(path))
        for name, words in (("letters without marks", bare), ("a stamp", "Scanned by office copier 4, 12 pages, 14:05:33 " * 2)):
            page = (f"<style>@page {{ size: A4; margin: 0 }} body {{ margin: 0 }}</style><img src='{picture.name}' style='position: absolute; width: 100%'>"
                    f"<div style='position: absolute; margin: 20mm; font: 6pt sans-serif; color: rgba(0, 0, 0, 0.004)'>{words}</div>")
            found = self.read(self.chromium("layered", page))
            share = 2 * self.common(expected, self.records(found)) / max(1, len(expected) + len(self.records(found))) if found else 0
            if share < FLOORS["turned 200"]:
                self.fault(f"a scan with {name} over it: F1 {share:.3f}")

    def images_of(self, pdf):
        stem = self.folder / "image"
        subprocess.run(["pdftoppm", "-r", "300", "-gray", "-f", "1", "-l", "1", str(pdf), str(stem)], check=True)
        return sorted(self.folder.glob("image-*.pgm"))

    def paper(self):
        pdf = self.chromium("paper", PAPER)
        register = self.folder / "paper.db"
        if self.run("add", "--register", register, pdf).returncode != 0:
            self.fault("paper: could not be added")
            return
        text = self.text_of(register)
        at = -1
        for words in PAPER_ORDER:
            place = text.find(words)
            if place <= at:
                self.fault(f"paper: “{words}” does not stand in its place")
            at = max(at, place)
        if self.run("register", "verify", "--register", register).returncode != 0:
            self.fault("paper: the register is not sound")
        shown = json.loads(self.run("show", "R1.0", "--format", "json", "--register", register).stdout)
        if [place["page"] for place in shown.get("pages", [])] != [1]:
            self.fault("paper: a record does not say its page")

    @staticmethod
    def text_of(register):
        import sqlite3
        with sqlite3.connect(register) as db:
            return db.execute("SELECT text FROM texts ORDER BY document").fetchone()[0]

    def two_languages(self, recognised):
        rows = "".join(f"<tr><td><p>{v}</p></td><td class='lao'><p>{l}</p></td></tr>" for v, l in zip(VIETNAMESE, LAO))
        pdf = self.chromium("two", f"<table class='two'>{rows}</table>")
        plain = self.folder / "two.txt"
        plain.write_text("\n\n".join(VIETNAMESE) + "\n")
        expected = self.read(plain)
        found = self.read(pdf)
        self.same("two languages", expected, {**found, "title": expected["title"]})
        if found.get("not_read") != ["lo"]:
            self.fault(f"two languages: not read is {found.get('not_read')}")
        if recognised:
            scan = self.read(self.scan(pdf, 300, 0, 0))
            if scan and scan.get("not_read") != ["lo"]:
                self.fault(f"two languages, scanned: not read is {scan.get('not_read')}")

    def refused(self, path, limit, may_be_read=False):
        begun = time.monotonic()
        try:
            said = self.run("read", "--format", "jsonl", path, limit=limit)
        except subprocess.TimeoutExpired:
            self.fault(f"{path.name}: takes longer than {limit} s")
            return
        lines = said.stderr.strip().split("\n") if said.stderr.strip() else []
        if said.returncode == 0 and may_be_read:
            return
        if said.returncode != 1 or len(lines) != 1 or "internal" in said.stderr:
            self.fault(f"{path.name}: status {said.returncode}, {len(lines)} lines: {said.stderr[:200]!r}")
        elif not may_be_read:
            print(f"{path.name}: {lines[0].split(': ', 2)[-1]} ({time.monotonic() - begun:.1f} s)")

    def hostile(self, pdf, cuts):
        random.seed(5)
        image = self.folder / "scan.png"
        subprocess.run(["pdftoppm", "-r", "100", "-gray", "-png", "-singlefile", str(pdf), str(image.with_suffix(""))],
                       check=True)
        Image.open(image).save(self.folder / "scan.jpg", quality=60)
        Image.open(image).save(self.folder / "scan.tif", compression="tiff_lzw")
        for source in (pdf, image, self.folder / "scan.jpg", self.folder / "scan.tif"):
            whole = source.read_bytes()
            for number in range(cuts):
                cut = self.folder / f"cut-{number}{source.suffix}"
                cut.write_bytes(whole[:random.randrange(16, len(whole))])
                self.refused(cut, 120, may_be_read=True)
            for number in range(cuts // 2):
                spoilt = bytearray(whole)
                for _ in range(20):
                    spoilt[random.randrange(16, len(spoilt))] = random.randrange(256)
                other = self.folder / f"spoilt-{number}{source.suffix}"
                other.write_bytes(spoilt)
                self.refused(other, 120, may_be_read=True)
        giant = Image.new("1", (60000, 60000))
        giant.save(self.folder / "giant.png")
        giant.save(self.folder / "giant.tif", compression="group4")
        self.refused(self.folder / "giant.png", 20)
        self.refused(self.folder / "giant.tif", 20)
        wrong = self.folder / "wrong.pdf"
        wrong.write_bytes(b"%PDF-1.7\n" + b"nothing of it is true\n" * 100)
        self.refused(wrong, 20)
        blank = self.folder / "blank.pdf"
        blank.write_bytes(many_pages(1, ""))
        self.refused(blank, 60)
        many = self.folder / "many.pdf"
        pages = 10000 if cuts >= 50 else 1000
        many.write_bytes(many_pages(pages, "Hai ben da tuan tra song phuong"))
        begun = time.monotonic()
        self.refused(many, 240, may_be_read=True)
        print(f"{pages:,} pages: {time.monotonic() - begun:.1f} s")

    def speed(self, pdfs):
        many = self.folder / "speed.pdf"
        subprocess.run(["pdfunite", *map(str, list(pdfs.values()) * 40), str(many)], check=True)
        info = subprocess.run(["pdfinfo", str(many)], capture_output=True, text=True, check=True).stdout
        pages = int(next(line.split()[1] for line in info.splitlines() if line.startswith("Pages:")))
        before = os.times()
        self.read(many)
        after = os.times()
        took = after.children_user + after.children_system - before.children_user - before.children_system
        print(f"PDF with text: {pages} pages, {pages / took:.0f} pages/s a core")


def many_pages(count, words):
    """A PDF of many pages with the same words."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, b" ".join(b"%d 0 R" % (i + 5) for i in range(count))),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"]
    stream = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode() if words else b""
    objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
    objects += [page] * count
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number + 1, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--keep", metavar="FOLDER")
    arguments = parser.parse_args()
    missing = [name for name in NEEDED if not shutil.which(name)]
    missing += [name for name in ("vie", "lao") if not (MODELS / f"{name}.traineddata").exists()]
    if Image is None:
        missing.append("Pillow")
    if missing:
        print("left out, missing:", ", ".join(missing))
        return 77
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(arguments.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        checker = Checker(str(pathlib.Path(arguments.program).resolve()), folder)
        examples = sorted((ROOT / "examples").glob("*.txt"))
        if not arguments.all:
            quick = ("son-la-hua-phan-hoi-dam-2019", "son-la-hua-phan-tong-ket-2022", "ha-tinh-phao-lau-huong-son-2022")
            examples = [path for path in examples if path.stem in quick]
        pdfs = checker.printed(examples, examples if arguments.all else examples[1:2])
        checker.paper()
        checker.two_languages(arguments.all)
        scans = pdfs if arguments.all else dict(list(pdfs.items())[1:2])
        checker.layered(*next(iter(scans.items())))
        checker.scanned("clean 300", scans, 300, 0, 0)
        checker.scanned("turned 200", scans, 200, 1.7, 0.12)
        checker.hostile(next(iter(pdfs.values())), 50 if arguments.all else 3)
        if arguments.all:
            checker.speed(pdfs)
        print(f"{len(checker.faults)} faults")
        return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main())
