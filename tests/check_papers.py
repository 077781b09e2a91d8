#!/usr/bin/env python3
"""Open the papers that the program writes with the programs that readers have: LibreOffice, Chromium, poppler, tidy.

Writes the review of the examples and of a hostile document, and drafts, in all formats, and checks that
- DOCX and XLSX open and become PDF without a warning, on A4, with the page numbers where they belong;
- the sums of a workbook, computed anew, are those that it stores;
- the page is valid HTML, runs nothing, asks for nothing, fits 400 px and 1280 px, and can be read (contrast), and that
  each of its links leads to an element.

Usage: check_papers.py PROGRAM [--keep FOLDER]
Exit status 77: left out, because one of the programs is missing.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
NEEDED = ("soffice", "chromium", "pdfinfo", "pdftotext", "tidy")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# What LibreOffice says when all is well.
USUAL = re.compile(r"^(convert .* using filter : .*|Warning: failed to launch javaldx.*|)$")
# tidy knows HTML, but not SVG inside it.
SVG = re.compile(r"proprietary attribute|is not recognized!|trimming empty|discarding unexpected </?(a|g|svg|title|desc)", re.I)

HOSTILE = """Hội đàm <script>alert(1)</script> giữa hai tỉnh

Ngày 12/3/2021, tại tỉnh Sơn La, đoàn đại biểu tỉnh Sơn La và đoàn đại biểu tỉnh Hủa Phăn "</style><script>document.title='run'</script>" tổ chức hội đàm thường niên. Hai bên \u202e đã tổ chức 12 lần tuần tra song phương <img src=x onerror=alert(1)> với 240 lượt người tham gia trong năm 2020. Tỉnh Sơn La hỗ trợ tỉnh Hủa Phăn 500 triệu đồng & 20 tấn gạo. Năm 2022, Tỉnh Sơn La hỗ trợ tỉnh Hủa Phăn 300 triệu đồng.
"""

PAPERS = {
    "review": ["review", "--between", "VN-05", "LA-HO"],
    "many": ["review", "--of", "VN-05", "--with", "LA-HO,LA-LP"],
    "empty": ["review", "--between", "VN-05", "LA-HO", "--from", "1990", "--to", "1991"],
    "minutes": ["draft", "minutes", "--between", "VN-05", "LA-HO", "--for", "2026", "--lao-column"],
    "report": ["draft", "report", "--between", "VN-05", "LA-HO"],
}

PROBE = """<!DOCTYPE html><meta charset="utf-8"><body style="margin:0"><script>
const widths = [400, 1280], told = [];
const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
	return .2126 * r + .7152 * g + .0722 * b; };
const parts = c => (c.match(/[\\d.]+/g) || []).map(Number);
const ground = e => { for (; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor);
	if (c.length == 3 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
function look(frame, width) {
	const d = frame.contentDocument, w = frame.contentWindow, low = [], lost = [];
	for (const e of d.querySelectorAll('body *')) {
		const own = [...e.childNodes].some(n => n.nodeType == 3 && n.textContent.trim());
		if (!own || e.closest('svg')) continue;
		const a = light(parts(w.getComputedStyle(e).color).slice(0, 3)), b = light(ground(e));
		const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
		if (ratio < 4.5) low.push(e.tagName + ' ' + e.className + ' ' + ratio.toFixed(2));
	}
	for (const a of d.querySelectorAll('[href]')) {
		const to = a.getAttribute('href');
		if (!to.startsWith('#') || !d.getElementById(to.slice(1))) lost.push(to);
	}
	told.push({width, scroll: d.documentElement.scrollWidth, inner: w.innerWidth, low, lost, title: d.title,
		asked: w.performance.getEntriesByType('resource').length,
		scripts: d.querySelectorAll('script, img, iframe, object, embed, link').length});
}
addEventListener('load', () => { for (const f of document.querySelectorAll('iframe')) look(f, f.width * 1);
	const out = document.createElement('pre'); out.id = 'told'; out.textContent = JSON.stringify(told);
	document.body.append(out); });
for (const width of widths) document.write(`<iframe src="PAGE" width="${width}" height="900" style="border:0"></iframe>`);
</script>"""


class Checks:
    def __init__(self, program, folder):
        self.program, self.folder, self.faults = program, folder, []

    def fault(self, words):
        self.faults.append(words)
        print(f"FAULT {words}")

    def run(self, *command, **options):
        options.setdefault("timeout", 240)
        return subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              cwd=self.folder, env=os.environ | {"LC_ALL": "C.UTF-8", "HOME": str(self.folder)}, **options)

    def write(self):
        (self.folder / "hostile.txt").write_text(HOSTILE, "utf8")
        done = self.run(self.program, "add", ROOT / "examples", "hostile.txt")
        if done.returncode not in (0, 3):
            raise SystemExit(done.stderr)
        for name, command in PAPERS.items():
            for form in ("html", "docx", "xlsx"):
                done = self.run(self.program, *command, "--lang", "vi", "--as-of", "2025-06-30", "-o", f"{name}.{form}")
                if done.returncode != 0:
                    self.fault(f"{name}.{form}: {done.stderr.strip()}")
        self.files = lambda form: sorted(self.folder.glob(f"*.{form}"))

    def office(self, form, to, names, outdir):
        """Converts files with LibreOffice, which must say nothing unusual."""
        profile = (self.folder / "office").as_uri()
        done = self.run("soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", to,
                        "--outdir", outdir, *names)
        for line in (done.stdout + done.stderr).splitlines():
            if not USUAL.match(line.strip()):
                self.fault(f"LibreOffice on {form}: {line}")
        for name in names:
            if not (self.folder / outdir / name.with_suffix("." + to.split(":")[0]).name).exists():
                self.fault(f"LibreOffice could not convert {name.name} to {to}")

    def pdf_pages(self, pdf):
        """The words of each page, and whether all pages are A4."""
        info = self.run("pdfinfo", "-l", "9999", pdf).stdout
        sizes = re.findall(r"size:\s+([\d.]+) x ([\d.]+)", info)
        for wide, high in sizes:
            if sorted((round(float(wide)), round(float(high)))) not in ([595, 842], [595, 841], [596, 842]):
                self.fault(f"{pdf.name}: a page of {wide} × {high} pt")
        return self.run("pdftotext", "-layout", pdf, "-").stdout.split("\f")[:-1]

    def documents(self):
        files = self.files("docx")
        self.office("DOCX", "pdf", files, "pdf")
        for file in files:
            with zipfile.ZipFile(file) as package:
                for part in package.namelist():
                    xml.fromstring(package.read(part))
            pages = self.pdf_pages(self.folder / "pdf" / (file.stem + ".pdf"))
            print(f"{file.name}: {len(pages)} pages")
            for number, page in enumerate(pages, 1):
                first = next((line.strip() for line in page.splitlines() if line.strip()), "")
                if number > 1 and first != str(number):
                    self.fault(f"{file.name}: page {number} begins with {first!r}, not with its number")
                if number == 1 and first == "1":
                    self.fault(f"{file.name}: page 1 has a number")
            if "review" in file.stem and "Độc lập - Tự do - Hạnh phúc" not in pages[0]:
                self.fault(f"{file.name}: the first page lacks the head")

    @staticmethod
    def formulas(file):
        """{(sheet, cell): value} of all cells with a formula."""
        found = {}
        with zipfile.ZipFile(file) as package:
            for part in sorted(package.namelist()):
                if not re.fullmatch(r"xl/worksheets/sheet\d+\.xml", part):
                    continue
                for cell in xml.fromstring(package.read(part)).iter(SHEET + "c"):
                    if cell.find(SHEET + "f") is not None:
                        value = cell.find(SHEET + "v")
                        found[part, cell.get("r")] = float(value.text) if value is not None else None
        return found

    def workbooks(self):
        stripped = self.folder / "stripped"
        stripped.mkdir()
        files = self.files("xlsx")
        for file in files:
            # Without the stored values the program that opens it has to compute them.
            with zipfile.ZipFile(file) as old, zipfile.ZipFile(stripped / file.name, "w", zipfile.ZIP_DEFLATED) as new:
                for part in old.namelist():
                    content = old.read(part)
                    if part.startswith("xl/worksheets/"):
                        content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
                    new.writestr(part, content)
        self.office("XLSX", "xlsx", [stripped / file.name for file in files], "computed")
        self.office("XLSX", "pdf", files, "sheets")
        for file in files:
            stored, computed = self.formulas(file), self.formulas(self.folder / "computed" / file.name)
            print(f"{file.name}: {len(stored)} sums")
            if stored.keys() != computed.keys():
                self.fault(f"{file.name}: LibreOffice read {len(computed)} formulas of {len(stored)}")
            for cell, value in stored.items():
                if computed.get(cell) is None or abs(computed[cell] - value) > 1e-9 * max(abs(value), 1):
                    self.fault(f"{file.name} {cell}: stores {value}, is {computed.get(cell)}")

    def pages(self):
        for file in self.files("html"):
            for line in self.run("tidy", "-q", "-e", "-utf8", file).stderr.splitlines():
                if not SVG.search(line):
                    self.fault(f"{file.name}: tidy: {line}")
            text = file.read_text("utf8")
            if re.search(r"(?:src|href|action)\s*=\s*[\"']?(?!#)[\w/.]|url\((?!#)|@import|<script|http-equiv=.refresh", text):
                self.fault(f"{file.name}: refers to something outside of it")
            probe = self.folder / f"probe-{file.stem}.htm"
            probe.write_text(PROBE.replace("PAGE", file.name), "utf8")
            browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                       f"--user-data-dir={self.folder / 'browser'}"]
            done = self.run(*browser, "--disable-web-security", "--allow-file-access-from-files", "--enable-logging=stderr",
                            "--window-size=1400,1900", "--virtual-time-budget=20000", "--dump-dom", probe.as_uri())
            for line in done.stderr.splitlines():
                if "CONSOLE" in line:
                    self.fault(f"{file.name}: Chromium: {line}")
            told = re.search(r'<pre id="told">(.*?)</pre>', done.stdout, re.S)
            if not told:
                self.fault(f"{file.name}: Chromium gave no answer: {done.stderr[-400:]}")
                continue
            for look in json.loads(told[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")):
                at = f"{file.name} at {look['width']} px"
                print(f"{at}: {look['scroll']} px wide")
                if look["scroll"] > look["inner"]:
                    self.fault(f"{at}: {look['scroll']} px wide in a window of {look['inner']}")
                for what in ("low", "lost"):
                    for item in look[what][:5]:
                        self.fault(f"{at}: {'contrast too low' if what == 'low' else 'a link leads nowhere'}: {item}")
                if look["scripts"] or look["asked"] or look["title"] == "run":
                    self.fault(f"{at}: something of a document was run or loaded")
            printed = self.folder / f"print-{file.stem}.pdf"
            self.run(*browser, "--no-pdf-header-footer", f"--print-to-pdf={printed}", file.as_uri())
            print(f"{file.name}: {len(self.pdf_pages(printed))} pages in print")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program", type=pathlib.Path)
    options.add_argument("--keep", type=pathlib.Path, help="an empty folder in which all that was made stays")
    arguments = options.parse_args()
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        print(f"left out: {', '.join(missing)} not installed")
        return 77
    with tempfile.TemporaryDirectory(prefix="bienban-papers-") as folder:
        if arguments.keep:
            arguments.keep.mkdir(parents=True, exist_ok=True)
        checks = Checks(arguments.program.resolve(), (arguments.keep or pathlib.Path(folder)).resolve())
        checks.write()
        checks.documents()
        checks.workbooks()
        checks.pages()
    print(f"{len(checks.faults)} faults")
    return 1 if checks.faults else 0


if __name__ == "__main__":
    sys.exit(main())
