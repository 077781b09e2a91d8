#!/usr/bin/env python3
"""The real server with a real register, asked by a real client: every route of docs/openapi.json as each role, the form
of every answer, uploads and decisions end to end, and what an attacker would try.

Usage: check_server.py PROGRAM
"""
import html
import http.client
import io
import json
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import zipfile

import make_formats

ROOT = pathlib.Path(__file__).resolve().parent.parent
API = json.loads((ROOT / "docs/openapi.json").read_text("utf8"))
ROLES = ["reader", "editor", "approver", "administrator"]
PASSWORD = "một mật khẩu dài"
# What a document of somebody else may say: it must come back as words, never as anything that runs.
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
HOSTILE = f"""Hội đàm {SCRIPT} giữa hai tỉnh
Ngày 12/3/2021
Ngày 12/3/2021, Bộ CHQS tỉnh Sơn La và Bộ CHQS tỉnh Hủa Phăn (Lào) tổ chức hội đàm tại Sơn La {SCRIPT}.
Đại tá Nguyễn Văn <b>An</b>, Chỉ huy trưởng Bộ CHQS tỉnh Sơn La, chủ trì hội đàm.
"""


def word_file(text):
    """A DOCX of plain paragraphs."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{html.escape(line)}</w:t></w:r></w:p>" for line in text.splitlines())
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f"{paragraphs}</w:body></w:document>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return made.getvalue()


faults = []
servers = []
checks = 0


def check(good, *what):
    global checks
    checks += 1
    if not good:
        faults.append(" ".join(str(w) for w in what)[:600])
        print("FAULT", faults[-1], "at line", sys._getframe(1).f_lineno, flush=True)
    return good


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.cookies = [value for name, value in response.getheaders() if name.lower() == "set-cookie"]
        self.body = response.read()

    def json(self):
        return json.loads(self.body)

    def error(self):
        return self.json()["error"]["id"]


class Client:
    """A browser with one session: its cookie, its token, and the headers that a page's own requests have."""

    def __init__(self, port):
        self.port = port
        self.cookie = self.token = ""
        self.connection = None

    def ask(self, method, path, body=None, headers=None, own=True):
        given = {"Host": f"127.0.0.1:{self.port}"}
        if own:
            given |= {"Origin": f"http://127.0.0.1:{self.port}", "Sec-Fetch-Site": "same-origin"}
            if self.cookie:
                given["Cookie"] = f"bienban-session={self.cookie}"
            if self.token and method != "GET":
                given["X-Bienban-Token"] = self.token
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
            given["Content-Type"] = "application/json"
        given |= headers or {}
        given = {name: value for name, value in given.items() if value is not None}
        for attempt in (1, 2):
            try:
                if self.connection is None:
                    self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
                self.connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
                if body is not None and "Content-Length" not in given:
                    given["Content-Length"] = str(len(body))
                for name, value in given.items():
                    self.connection.putheader(name, value)
                try:
                    self.connection.endheaders(body)
                except (BrokenPipeError, ConnectionResetError):
                    pass  # refused before all was sent: the answer is there
                answer = Answer(self.connection.getresponse())
                if answer.headers.get("connection", "").lower() == "close":
                    self.connection = None
                return answer
            except (http.client.RemoteDisconnected, ConnectionError, http.client.CannotSendRequest):
                self.connection = None
                if attempt == 2:
                    raise

    def api(self, method, path, body=None, **more):
        return self.ask(method, "/api/v1" + path, body, **more)

    def sign_in(self, name, password=PASSWORD):
        answer = self.api("POST", "/session", {"name": name, "password": password})
        if answer.status == 200:
            self.take(answer)
        return answer

    def take(self, answer):
        self.cookie = re.search(r"bienban-session=([^;]*)", answer.cookies[0])[1]
        self.token = answer.json()["token"]

    def upload(self, files, role_check=False):
        mark = "mark-of-a-form"
        body = b"".join(
            f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
            f"Content-Type: text/plain\r\n\r\n".encode() + content + b"\r\n" for name, content in files)
        return self.api("POST", "/documents", body + f"--{mark}--\r\n".encode(),
                        headers={"Content-Type": f"multipart/form-data; boundary={mark}"})

    def job(self, answer):
        """The job when it is over."""
        name = answer.json()["id"]
        for _ in range(600):
            job = self.api("GET", f"/jobs/{name}").json()
            if job["state"] not in ("waiting", "running"):
                return job
            time.sleep(0.05)
        return job


class Server:
    def __init__(self, program, folder, *options):
        self.folder = folder
        self.process = subprocess.Popen([program, "serve", "--lang", "en", "--register", folder / "r.db", "--listen",
                                         "127.0.0.1:0", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        servers.append(self)
        found = None
        while found is None:
            line = self.process.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
            if not line:
                sys.exit(f"the server does not start: {self.process.stderr.read()}")
        self.port = int(found[1])

    def setup_token(self):
        return re.search(r"#token=(\S+)", self.process.stdout.readline())[1]

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        out, err = self.process.communicate(timeout=60)
        return self.process.returncode, err


# The form of answers.

def resolved(schema):
    while "$ref" in schema:
        node = API
        for part in schema["$ref"].lstrip("#/").split("/"):
            node = node[part]
        schema = node
    return schema


def type_of(value):
    return {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}.get(type(value), "null")


def misfit(value, schema, at="$"):
    """Where a value is not what the schema says; nothing where it is."""
    schema = resolved(schema)
    if "oneOf" in schema:
        found = [misfit(value, one, at) for one in schema["oneOf"]]
        return None if None in found else found[0]
    types = schema.get("type")
    if types is not None:
        types = [types] if isinstance(types, str) else types
        own = type_of(value)
        if own not in types and not (own == "integer" and "number" in types):
            return f"{at} is {own}, not {types}"
    if "enum" in schema and value not in schema["enum"]:
        return f"{at} is {value!r}, not one of {schema['enum']}"
    if isinstance(value, list) and "items" in schema:
        for i, one in enumerate(value):
            if found := misfit(one, schema["items"], f"{at}[{i}]"):
                return found
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        for name in schema.get("required", []):
            if name not in value:
                return f"{at} lacks {name}"
        more = schema.get("additionalProperties", True)
        for name, one in value.items():
            if name in properties:
                found = misfit(one, properties[name], f"{at}.{name}")
            elif more is False:
                found = f"{at} has {name}, which is not described"
            else:
                found = misfit(one, more, f"{at}.{name}") if isinstance(more, dict) else None
            if found:
                return found
    return None


def operations():
    for path, methods in API["paths"].items():
        for method, operation in methods.items():
            yield path, method.upper(), operation


def check_answer(operation, answer, what):
    """Status, content type, keys and guards of an answer that was meant to be good."""
    (status, described), = ((s, d) for s, d in operation["responses"].items() if s != "default")
    if not check(answer.status == int(status), what, answer.status, answer.body[:300]):
        return
    content = described.get("content", {})
    if not content:
        check(not answer.body, what, "has a body that is not described")
        return
    kind = answer.headers["content-type"].split(";")[0]
    check(kind in content, what, "is", kind, "not one of", list(content))
    if kind == "application/json" and "schema" in content[kind]:
        found = misfit(answer.json(), content[kind]["schema"])
        check(found is None, what, found)
    check_guards(answer, what)


def check_guards(answer, what):
    check(answer.headers.get("x-content-type-options") == "nosniff", what, "may be sniffed")
    check("frame-ancestors 'none'" in answer.headers.get("content-security-policy", ""), what, "has no policy")
    check("unsafe" not in answer.headers.get("content-security-policy", ""), what, "allows inline code")
    check(answer.headers.get("referrer-policy") == "no-referrer", what, "tells where one was")
    check("access-control-allow-origin" not in answer.headers, what, "may be read by foreign pages")
    check(not answer.headers.get("server"), what, "tells its version")


def sample(ids):
    """operationId → the requests (values of the path, query, body) by which it is asked; ids of what there is."""
    fact, document = ids["fact"], ids["document"]
    between = urllib.parse.quote("VN-05,LA-HO")
    review = [((), f"?between={between}&format={form}", None) for form in ("json", "html", "docx", "xlsx", "md")]
    return {
        "session": [((), "", None)],
        "messages": [((lang,), "", None) for lang in ("vi", "en", "lo")],
        "overview": [((), "", None), ((), "?lang=en", None)],
        "documents": [((), query, None) for query in
                      ("", "?place=VN-05&sort=-date", f"?between={between}&with_past=1", "?from=2018&to=2021&page_size=2",
                       "?text=s%C6%A1n%20la", "?source=examples", "?page=2&page_size=1")],
        "document": [((document,), "", None)],
        "facts": [((), query, None) for query in
                  ("", "?type=meeting,visit&sort=-date", "?party=VN-05/province", f"?between={between}&theme=drugs",
                   "?body=military-command&from=2015&to=2022-06", "?status=read", "?conflict=1", "?text=hua%20phan&lang=en")],
        "fact_years": [((), "", None), ((), "?type=meeting", None)],
        "export_facts": [((), f"?format={form}", None) for form in ("csv", "json", "xlsx")],
        "fact": [((fact,), "", None), (("R" + fact[1:],), "?lang=en", None)],
        "why": [((fact,), "", None)],
        "precision": [((), "", None)],
        "history": [((), "", None), ((), "?decisions=1", None), ((), "?page=2&page_size=3", None)],
        "history_of": [((name,), "", None) for name in (document, fact, ids["person"], "J1")],
        "entry": [(("J1",), "", None)],
        "people": [((), query, None) for query in ("", "?country=LA", "?text=nguyen")],
        "person": [((ids["person"],), "", None)],
        "parties": [((), query, None) for query in ("", "?place=VN-05", "?body=border-guard")],
        "party": [((ids["party"],), "", None)],
        "pairs": [((), "", None)],
        "pair": [(("VN-05", "LA-HO"), "", None), (("VN-05", "LA-HO"), "?from=2018&to=2022&as_of=2023&with_past=1", None)],
        "review": review + [((), "?of=VN-05&with=LA-HO,LA-LP", None)],
        "draft": [((kind,), f"?between={between}&format={form}", None)
                  for kind, form in (("minutes", "json"), ("memorandum", "docx"), ("report", "html"), ("bulletin", "md"))],
        "search": [((), "?q=hoi%20dam", None), ((), "?q=%22bi%C3%AAn%20gi%E1%BB%9Bi%22&page_size=3", None)],
        "check": [((), "", None), ((), f"?as_of=2024&between={between}&kind=conflict", None)],
        "queue": [((), "", None)],
        "queue_of": [((kind,), "", None) for kind in ("conflict", "name", "fact", "changed", "reading")],
        "places": [((), "", None)],
        "vocabulary": [((), "", None), ((), "?lang=en", None)],
        "jobs": [((), "", None)],
        "accounts": [((), "", None)],
        "info": [((), "", None)],
    }


def filled(path, values):
    values = iter(values)
    return re.sub(r"\{\w+\}", lambda _: urllib.parse.quote(next(values), safe=""), path)


def check_routes(clients, ids):
    known = {o["operationId"] for _, _, o in operations()}
    may = clients["administrator"].api("GET", "/session").json()["account"]["may"]
    check(set(may) == known, "routes and docs/openapi.json differ:", set(may) ^ known)
    for role in ROLES:
        mine = set(clients[role].api("GET", "/session").json()["account"]["may"])
        described = {o["operationId"] for _, _, o in operations()
                     if o["x-role"] == "anyone" or ROLES.index(o["x-role"]) <= ROLES.index(role)}
        check(mine == described, role, "may not what is described:", mine ^ described)
    samples = sample(ids)
    for path, method, operation in operations():
        name = operation["operationId"]
        if method == "GET":
            for values, query, _ in samples.get(name, []):
                asked = filled(path, values) + query
                check_answer(operation, clients["administrator"].api(method, asked), f"{method} {asked}")
            check(name in samples or name in ("job", "original", "page_picture"), "no test asks", name)
        values = (fill_in(path, ids))
        # Whoever is not signed in, and every role below the least one, is told no before anything is done.
        for role in ["nobody", *ROLES]:
            least = operation["x-role"]
            allowed = least == "anyone" or (role != "nobody" and ROLES.index(role) >= ROLES.index(least))
            if allowed:
                continue
            answer = clients[role].api(method, values, {} if method in ("POST", "PUT", "PATCH") else None)
            want = (401, "web-not-signed-in") if role == "nobody" else (403, "web-not-allowed")
            check((answer.status, answer.error()) == want, method, values, "as", role, "gives", answer.status)
            check(misfit(answer.json(), {"$ref": "#/components/schemas/Error"}) is None, "an error of another form")
            check_guards(answer, f"{method} {values}")


def fill_in(path, ids):
    return re.sub(r"\{(\w+)\}", lambda found: {
        "id": ids["fact"] if "fact" in path else ids["person"] if "people" in path else "J1" if "entries" in path
        else "nothing" if "jobs" in path else ids["document"],
        "party": "VN-05%2Fprovince", "a": "VN-05", "b": "LA-HO", "kind": "conflict" if "queue" in path else "report",
        "lang": "vi", "name": "reader", "page": "1"}[found[1]], path)


# End to end.

def check_setup(server, clients):
    token = server.setup_token()
    nobody = clients["nobody"]
    answer = nobody.api("GET", "/session").json()
    check(answer["setup_needed"] and answer["account"] is None, "a fresh server needs no setup?")
    wrong = nobody.api("POST", "/setup", {"token": "x" * 43, "name": "chu", "password": PASSWORD})
    check((wrong.status, wrong.error()) == (403, "setup-token"), "a guessed link is taken")
    short = nobody.api("POST", "/setup", {"token": token, "name": "chu", "password": "short"})
    check(short.status == 400 and short.json()["error"]["field"] == "password", "a short password is taken")
    done = clients["administrator"].api("POST", "/setup", {"token": token, "name": "chu", "full_name": "Chủ", "password": PASSWORD})
    check_answer(API["paths"]["/setup"]["post"], done, "POST /setup")
    clients["administrator"].take(done)
    check("HttpOnly" in done.cookies[0] and "SameSite=Strict" in done.cookies[0], done.cookies)
    again = nobody.api("POST", "/setup", {"token": token, "name": "hai", "password": PASSWORD})
    check((again.status, again.error()) == (409, "setup-done"), "the link is valid twice")
    for role in ROLES[:-1]:
        made = clients["administrator"].api("POST", "/accounts", {"name": role, "role": role, "password": PASSWORD})
        check_answer(API["paths"]["/accounts"]["post"], made, "POST /accounts")
        check_answer(API["paths"]["/session"]["post"], clients[role].sign_in(role), "POST /session")


def check_accounts(server, clients):
    admin = clients["administrator"]
    check(admin.api("POST", "/accounts", {"name": "reader", "role": "reader", "password": PASSWORD}).status == 409, "a name twice")
    for bad in ({"name": "A b", "role": "reader", "password": PASSWORD}, {"name": "ok", "role": "king", "password": PASSWORD},
                {"name": "ok", "role": "reader", "password": "short"}, {"name": "ok", "role": "reader"},
                {"name": "ok", "role": "reader", "password": PASSWORD, "more": 1}, {"name": 1, "role": "reader", "password": PASSWORD}):
        check(admin.api("POST", "/accounts", bad).status == 400, "taken:", bad)
    check(admin.api("PATCH", "/accounts/chu", {"role": "reader"}).error() == "account-last", "no administrator is left")
    check(admin.api("PATCH", "/accounts/nobody", {"role": "reader"}).status == 404, "an account that is not there changes")
    admin.api("POST", "/accounts", {"name": "gone", "role": "editor", "password": PASSWORD})
    gone = Client(server.port)
    gone.sign_in("gone")
    check(gone.api("GET", "/overview").status == 200, "a new account cannot read")
    check(gone.api("PUT", "/session/password", {"old": "wrong wrong", "new": PASSWORD}).error() == "password-wrong", "wrong old password")
    other = Client(server.port)
    other.sign_in("gone")
    check(gone.api("PUT", "/session/password", {"old": PASSWORD, "new": PASSWORD + "2"}).status == 204, "cannot change a password")
    check(other.api("GET", "/overview").status == 401, "other sessions outlive a new password")
    changed = admin.api("PATCH", "/accounts/gone", {"disabled": True})
    check_answer(API["paths"]["/accounts/{name}"]["patch"], changed, "PATCH /accounts")
    check(gone.api("GET", "/overview").status == 401, "a disabled account still reads")
    check(gone.sign_in("gone", PASSWORD + "2").status == 401, "a disabled account signs in")
    leaving = Client(server.port)
    leaving.sign_in("reader")
    out = leaving.api("DELETE", "/session")
    check(out.status == 204 and "Max-Age=0" in out.cookies[0], "signing out")
    check(leaving.api("GET", "/overview").status == 401, "a session outlives signing out")


def check_work(clients, ids):
    editor, approver = clients["editor"], clients["approver"]
    hostile_name = "../../" + "a" * 30 + " biên bản.txt"
    answer = editor.upload([("moi.txt", HOSTILE.encode()), (hostile_name, b"\xff\xfe\x00\x01bin\x00\x00"), ("trong.txt", b"")])
    check_answer(API["paths"]["/documents"]["post"], answer, "POST /documents")
    job = editor.job(answer)
    check(misfit(job, {"$ref": "#/components/schemas/Job"}) is None, "job:", misfit(job, {"$ref": "#/components/schemas/Job"}))
    states = [file["state"] for file in job["files"]]
    check(job["state"] == "done" and states == ["added", "failed", "failed"], job)
    check(".." not in json.dumps([f["name"] for f in job["files"]]), "a path of the sender is kept")
    check(all("/" not in f["message"] for f in job["files"] if f["message"]), "a path of this machine is told", job)
    document = job["files"][0]["document"]
    ids["hostile"] = document
    again = editor.job(editor.upload([("moi.txt", HOSTILE.encode())]))
    check(again["files"][0]["state"] == "already-there", again)
    check(editor.api("GET", f"/documents/{document}/original").error() == "web-no-original", "plain text is kept as its text alone")
    word = word_file(HOSTILE.replace("2021", "2022"))
    foreign = editor.job(editor.upload([("moi.docx", word)]))
    check(foreign["files"][0]["state"] == "added", foreign)
    original = editor.api("GET", f"/documents/{foreign['files'][0]['document']}/original")
    check(original.status == 200 and original.body == word, "the original is another file")
    check(original.headers["content-type"] == "application/octet-stream", "an original may be shown")
    check(original.headers["content-disposition"].startswith("attachment"), "an original is no download")
    check(editor.api("GET", f"/documents/{ids['document']}/original").error() == "web-no-original", "what was never uploaded")
    seen = editor.api("GET", f"/documents/{document}")
    check_answer(API["paths"]["/documents/{id}"]["get"], seen, "GET /documents/{id}")
    check(seen.headers["content-type"].startswith("application/json") and SCRIPT in seen.json()["text"], "hostile words are changed")
    check(seen.json()["original"] is None, seen.json()["original"])
    kept = editor.api("GET", f"/documents/{foreign['files'][0]['document']}").json()["original"]
    check(kept == {"name": "moi.docx", "bytes": len(word), "has_pictures": False}, kept)
    check_pictures(editor, document, foreign["files"][0]["document"])
    meeting = next(r for r in seen.json()["records"] if r["type"] == "meeting")
    start, end = meeting["evidence"]["start"], meeting["evidence"]["end"]
    words = seen.json()["text"][start:end]
    check(" ".join(words.split()) == meeting["evidence"]["quote"], "offsets and quotes differ")
    fact = meeting["fact"]

    def decide(client, **decision):
        return client.api("POST", "/decisions", decision)

    described = API["paths"]["/decisions"]["post"]
    confirmed = decide(editor, kind="confirm", fact=fact)
    check_answer(described, confirmed, "confirm")
    check(confirmed.json()["entries"][0]["who"] == "editor", "a decision under another name")
    check(editor.api("GET", f"/facts/{fact}").json()["status"] == "confirmed", "not confirmed")
    corrected = decide(editor, kind="correct", fact=fact, field="date", value="2021-03-13", why="theo biên bản")
    check_answer(described, corrected, "correct")
    check(editor.api("GET", f"/facts/{fact}").json()["record"]["date"] == "2021-03-13", "not corrected")
    wrong = decide(editor, kind="correct", fact=fact, field="date", value="hôm qua")
    check(wrong.status == 400 and wrong.json()["error"]["field"] == "value", wrong.body)
    added = decide(editor, kind="add-fact", type="visit", fields={"from": "VN-05/province", "to": "LA-HO/province", "date": "2022-05"})
    check_answer(described, added, "add-fact")
    check(decide(editor, kind="add-fact", type="visit", fields={"from": "XX-99/province"}).status == 400, "a place that is none")
    rejected = decide(editor, kind="reject", fact=added.json()["facts"][0], why=SCRIPT)
    check_answer(described, rejected, "reject")
    entry = rejected.json()["entries"][0]["entry"]
    check_answer(described, decide(editor, kind="undo", entry=entry), "undo")
    check(decide(editor, kind="undo", entry=entry).error() == "decision-undone-already", "undone twice")
    marked = decide(editor, kind="nothing-here", document=ids["document"])
    check_answer(described, marked, "nothing-here")
    mark = editor.api("GET", f"/documents/{ids['document']}").json()
    check(mark["nothing_here"] and mark["nothing_here_entry"] == marked.json()["entries"][0]["entry"], "not marked")
    check(decide(editor, kind="nothing-here", document=ids["document"]).status == 409, "marked twice")
    check_answer(described, decide(editor, kind="undo", entry=mark["nothing_here_entry"]), "unmark")
    check(not editor.api("GET", f"/documents/{ids['document']}").json()["nothing_here"], "still marked")
    theirs = decide(approver, kind="confirm", fact=ids["fact"]).json()["entries"][0]["entry"]
    check(decide(editor, kind="undo", entry=theirs).error() == "web-undo-of-others", "an editor undoes an approver")
    mine = decide(editor, kind="confirm", fact=ids["fact"]).json()["entries"][0]["entry"]
    check_answer(described, decide(approver, kind="undo", entry=mine), "an approver undoes")
    names = editor.api("GET", "/people").json()["items"]
    check_answer(described, decide(editor, kind="different", a=names[0]["id"], b=names[1]["id"], why="hai người"), "different")
    check_answer(described, decide(editor, kind="same", a="VN-05/military-command", b="VN-05/military-command"), "same") \
        if False else check(decide(editor, kind="same", a="VN-05/military-command", b=names[0]["id"]).status == 400, "a person is a party")
    check(decide(editor, kind="join", facts=[fact]).error() == "web-list-size", "one fact joined")
    check(decide(editor, kind="crown", fact=fact).error() == "web-choice", "a decision that is none")
    bulk = API["paths"]["/decisions/bulk"]["post"]
    meetings = [f["id"] for f in approver.api("GET", "/facts?type=meeting&status=read").json()["items"]][:2]
    check_answer(bulk, approver.api("POST", "/decisions/bulk", {"facts": meetings}), "confirm_many")
    unmeasured = [row["type"] for row in approver.api("GET", "/precision").json()["items"] if not row["enough"]]
    for kind in unmeasured:
        some = approver.api("GET", f"/facts?type={kind}").json()["items"]
        if some:
            check(approver.api("POST", "/decisions/bulk", {"facts": [some[0]["id"]]}).error() == "web-bulk-precision", kind)
    check_answer(API["paths"]["/jobs"]["post"], clients["administrator"].api("POST", "/jobs", {"kind": "rebuild"}), "rebuild")
    jobs = clients["administrator"].api("GET", "/jobs").json()["items"]
    over = clients["administrator"].api("DELETE", f"/jobs/{jobs[-1]['id']}")
    check(over.error() == "job-over", "a job that is over is cancelled")
    check_answer(API["paths"]["/jobs/{id}"]["get"], editor.api("GET", f"/jobs/{jobs[-1]['id']}"), "job")


ROWS = ["Ngay 12/3/2021, tinh Son La va tinh Hua Phan (Lao) to chuc hoi dam tai Son La.",
        "Hai ben thong nhat tuan tra song phuong 4 lan trong nam 2022."]


def check_pictures(editor, text, word):
    """Pages of a PDF as pictures; `text` and `word`: documents without."""
    paper = make_formats.pdf([ROWS, ROWS[::-1]])
    job = editor.job(editor.upload([("bien-ban.pdf", paper), ("ngang.pdf", make_formats.pdf([ROWS], 90))]))
    document, turned = (file["document"] for file in job["files"])
    if document is None:
        check("poppler" in str(job["files"][0]["message"]), "a PDF is not read:", job["files"][0])
        return
    check(editor.api("GET", f"/documents/{document}").json()["original"]["has_pictures"] is True, "no pictures")
    size = editor.api("GET", f"/documents/{turned}").json()["layout"]["pages"][0]
    check(size == {"width": 842, "height": 595}, "a page that is shown turned has another size:", size)
    first = editor.api("GET", f"/documents/{document}/pages/1")
    check_answer(API["paths"]["/documents/{id}/pages/{page}"]["get"], first, "a page as a picture")
    check(first.body.startswith(b"\x89PNG\r\n\x1a\n") and b"IEND" in first.body[-12:], "no PNG", first.body[:40])
    check("content-disposition" not in first.headers and first.headers["cache-control"] == "private, no-cache", first.headers)
    same = editor.api("GET", f"/documents/{document}/pages/1", headers={"If-None-Match": first.headers["etag"]})
    check(same.status == 304 and not same.body, "a picture is sent again")
    for page in ("0", "3", "x", "-1", "1.5", "99999999999999999999"):
        answer = editor.api("GET", f"/documents/{document}/pages/{page}")
        check((answer.status, answer.error()) == (404, "web-no-page"), "page", page, answer.status)
    check(editor.api("GET", f"/documents/{text}/pages/1").error() == "web-no-original", "a page of plain text")
    check(editor.api("GET", f"/documents/{word}/pages/1").error() == "web-no-pages", "a page of a DOCX")
    check(editor.api("GET", "/documents/D999999/pages/1").status == 404, "a page of nothing")
    # What lies beside the register may be spoilt: then a line, and no picture.
    kept = next(file for file in servers[-1].folder.glob("r.db.files/**/*") if file.is_file() and file.read_bytes() == paper)
    kept.chmod(0o600)
    kept.write_bytes(b"%PDF-1.4 nothing")
    broken = editor.api("GET", f"/documents/{document}/pages/2?lang=en")
    check((broken.status, broken.error()) == (422, "web-no-picture"), "of a broken file:", broken.status)
    check(str(servers[-1].folder) not in broken.json()["error"]["message"], "a path of this machine is told")
    kept.write_bytes(paper)
    check(editor.api("GET", f"/documents/{document}/pages/2").status == 200, "a file that is whole again")


def check_etags(clients):
    reader = clients["reader"]
    first = reader.api("GET", "/overview")
    tag = first.headers.get("etag")
    check(bool(tag), "no ETag")
    check(reader.api("GET", "/overview", headers={"If-None-Match": tag}).status == 304, "what is unchanged is sent again")
    small = reader.api("GET", "/places", headers={"Accept-Encoding": "gzip"})
    check(small.headers.get("content-encoding") == "gzip", "nothing is compressed")
    clients["editor"].api("POST", "/decisions", {"kind": "add-fact", "type": "twinning",
                                                 "fields": {"parties": "VN-05/province,LA-HO/province"}})
    check(reader.api("GET", "/overview", headers={"If-None-Match": tag}).status == 200, "a change is not seen")
    check(reader.api("GET", "/facts", headers={"Accept-Language": "en-GB,en;q=0.8"}).body !=
          reader.api("GET", "/facts", headers={"Accept-Language": "vi"}).body, "the language asked for is not looked at")


def check_apart(editor):
    """Two facts that a person tells apart: refused where that means nothing, and taken back."""
    made = []
    for day in ("2017-03-03", "2017-09-09"):
        fields = {"kind": "talks", "parties": "VN-05/province,LA-HO/province", "date": day}
        made += editor.api("POST", "/decisions", {"kind": "add-fact", "type": "meeting", "fields": fields}).json()["entries"]
    one, other = ("F0." + entry["entry"][1:] for entry in made)
    apart = editor.api("POST", "/decisions", {"kind": "split", "fact": one, "records": [other], "why": "two days"})
    check(apart.status == 201, "two facts are not told apart:", apart.body[:200])
    told = editor.api("GET", f"/history/{one}?lang=en").json()["items"][0]["summary"]
    check("apart" in told, "the history says", told)
    check(editor.api("POST", "/decisions", {"kind": "split", "fact": one, "records": [one]}).status == 400, "a fact is told apart from itself")
    check(editor.api("POST", "/decisions", {"kind": "undo", "entry": apart.json()["entries"][0]["entry"]}).status == 201, "no undo")


# What an attacker tries.

def raw(port, data, wait=1.5):
    """What comes back for bytes that are no proper request."""
    with socket.create_connection(("127.0.0.1", port), timeout=wait) as connection:
        connection.sendall(data)
        got = b""
        try:
            while part := connection.recv(65536):
                got += part
        except (TimeoutError, ConnectionError):
            pass
        return got


def check_attacks(server, clients, ids):
    editor, reader, nobody = clients["editor"], clients["reader"], clients["nobody"]
    change = {"kind": "confirm", "fact": ids["fact"]}
    forged = [
        ("another origin", {"Origin": "http://evil.example"}), ("null as origin", {"Origin": "null"}),
        ("another site", {"Sec-Fetch-Site": "cross-site", "Origin": None}), ("a sibling", {"Sec-Fetch-Site": "same-site", "Origin": None}),
        ("no token", {"X-Bienban-Token": None}), ("a guessed token", {"X-Bienban-Token": "A" * 43}),
        ("the reader's token", {"X-Bienban-Token": reader.token}),
    ]
    for what, headers in forged:
        answer = editor.api("POST", "/decisions", change, headers=headers)
        check((answer.status, answer.error()) == (403, "web-forged"), "forged by", what, answer.status)
    sign_in = {"name": "reader", "password": PASSWORD}
    check(nobody.api("POST", "/session", sign_in, headers={"Origin": "http://evil.example"}).status == 403, "forged sign-in")
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""):
        answer = editor.api("POST", "/decisions", json.dumps(change).encode(), headers={"Content-Type": kind})
        check((answer.status, answer.error()) == (415, "web-type"), "taken as", kind, answer.status)
    check(editor.api("POST", "/decisions", json.dumps(change).encode(),
                     headers={"Content-Type": "application/json", "Content-Encoding": "gzip"}).status == 415, "compressed body")
    check(editor.api("POST", "/documents", b"{}", headers={"Content-Type": "application/json"}).status == 415, "JSON as a form")
    for host in ("evil.example", f"evil.example:{server.port}", "127.0.0.1", f"127.0.0.1:{server.port}.evil.example"):
        answer = reader.api("GET", "/overview", headers={"Host": host})
        check(answer.status == 421, "host", host, answer.status)
        check(reader.ask("GET", "/", headers={"Host": host}).status == 421, "page for host", host)
    # Paths that lead elsewhere.
    for path in ("/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/assets/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
                 "/api/v1/../../etc/passwd", "/api/v1/documents/..%2f..%2f/original", "/api/v1/documents/D1%2f../original", "//etc/passwd"):
        answer = editor.ask("GET", path)
        check(b"root:" not in answer.body and answer.status in (200, 400, 404, 503), path, answer.status)
    check(editor.ask("GET", "/facts/F12.3").status == editor.ask("GET", "/").status, "a view of the page has no address")
    check(editor.ask("GET", "/assets/none.js").status in (404, 503), "a file that is not there")
    # Ids that are none, and that are somebody's guess.
    for name in ("D0", "D999999999", "D-1", "D1;DROP TABLE texts", "D99999999999999999999999", "%00", "F1.99999999", "J0", "J-5", "R0.0"):
        for path in (f"/documents/{name}", f"/facts/{name}", f"/people/{name}", f"/history/{name}", f"/entries/{name}", f"/jobs/{name}"):
            answer = editor.api("GET", urllib.parse.quote(path, safe="/%"))
            check(answer.status in (400, 404), "GET", path, answer.status)
    for query in ("?page=0", "?page=x", "?page_size=100000", "?type=crown", "?from=yesterday", "?from=2020&to=2010", "?between=VN-05",
                  "?between=VN-05,VN-05", "?party=nowhere", "?theme=x", "?sort=up", "?status=x", "?text=%22", "?body=x"):
        answer = reader.api("GET", "/facts" + query)
        check(answer.status == 400 and answer.json()["error"]["field"], "GET /facts" + query, answer.status, answer.body)
    for text in ("'", "a' OR '1'='1", "x\" NEAR y", "* AND (", "-", "%", "a" * 600, "\x00", "AND OR NOT"):
        answer = reader.api("GET", "/search?q=" + urllib.parse.quote(text))
        check(answer.status in (200, 400), "search for", repr(text), answer.status)
    for body in (b"", b"[", b"[]", b"null", b"[" * 100000, b'{"kind":' * 2000, b'{"kind": "confirm", "fact": {}}', b'{"a":"\xff"}',
                 b'{"kind":"join","facts":"F1.0"}', b'{"kind":"split","fact":"F1.0","records":[1]}', b'{"kind":"add-fact","type":"visit","fields":[]}'):
        answer = editor.api("POST", "/decisions", body, headers={"Content-Type": "application/json"})
        check(answer.status == 400, "body", body[:40], answer.status)
    # Guessed sessions.
    thief = Client(server.port)
    for secret in ("", "A" * 43, editor.cookie[:-1], editor.cookie + "A", "' OR 1=1 --", "x" * 5000):
        thief.cookie = secret
        check(thief.api("GET", "/overview").status == 401, "a guessed session", secret[:20])
    # Too much.
    head = (f"POST /api/v1/decisions HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: bienban-session={editor.cookie}\r\n"
            f"X-Bienban-Token: {editor.token}\r\nContent-Type: application/json\r\n").encode()
    stated = head + b"Content-Length: 2097152\r\n"
    check(b" 413 " in raw(server.port, stated + b"Expect: 100-continue\r\n\r\n")[:20], "2 MiB of JSON, asked before")
    check(b" 413 " in raw(server.port, head + b"Content-Length: 9000000000\r\n\r\n")[:20], "9 GB of JSON")
    # Who sends all of it first, as browsers do, still hears why.
    answer = editor.api("POST", "/decisions", b" " * 2097152, headers={"Content-Type": "application/json"})
    check((answer.status, answer.error()) == (413, "web-too-large"), "2 MiB of JSON, sent", answer.status)
    answer = editor.upload([("lon.txt", bytes(65 << 20))])
    check((answer.status, answer.error()) == (413, "web-too-large-files"), "a file of 65 MiB", answer.status)
    check("64 MiB" in answer.json()["error"]["message"], answer.json())
    chunked = (f"POST /api/v1/decisions HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: bienban-session={editor.cookie}\r\n"
               f"X-Bienban-Token: {editor.token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n").encode()
    check(b" 201 " not in raw(server.port, chunked + b"100000\r\n" + b" " * 0x100000 + b"\r\n100000\r\n" + b" " * 0x100000), "2 MiB in chunks")
    head = f"GET /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n".encode()
    check(b" 200 " not in raw(server.port, head + b"X-Long: " + b"a" * 200000 + b"\r\n\r\n")[:20], "a header of 200 kB")
    check(b" 200 " not in raw(server.port, head + b"X: y\r\n" * 20000 + b"\r\n")[:20], "20,000 headers")
    for data in (b"\x00" * 1000, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"BREW / HTTP/1.1\r\nHost: x\r\n\r\n", b"\x16\x03\x01\x02\x00\x01" * 20,
                 head + b"Content-Length: 18446744073709551616\r\n\r\n", head + b"Content-Length: -1\r\n\r\n"):
        check(b" 200 " not in raw(server.port, data)[:20], "taken for a request:", data[:30])
    for boundary, body in (("x" * 200, b"--y"), ("x", b"--x\r\n" + b"A" * 100000), ("x", b'--x\r\nContent-Disposition: form-data; name="files"; filename="a'),
                           ("x", b"--x--\r\n"), ("x", b'--x\r\nContent-Disposition: form-data; name="other"\r\n\r\n1\r\n--x--\r\n')):
        answer = editor.api("POST", "/documents", body, headers={"Content-Type": f"multipart/form-data; boundary={boundary}"})
        check(answer.status in (400, 413, 415), "a form that is none", body[:20], answer.status)
    check(editor.api("POST", "/documents", b"x", headers={"Content-Type": "multipart/form-data"}).status in (400, 415), "a form without boundary")
    for method in ("TRACE", "CONNECT", "OPTIONS", "PROPFIND"):
        check(reader.ask(method, "/api/v1/overview").status in (400, 405), method)
    check(reader.api("PUT", "/overview", {}).error() == "web-method", "a method that is not there")
    check(reader.api("GET", "/nothing").error() == "web-no-route", "a route that is not there")
    check_slow(server, reader)
    check_throttle(server)
    # After all that the server does its work, and the register holds what it should.
    check(reader.api("GET", "/overview").status == 200, "the server does not answer any more")


def check_slow(server, reader):
    """Connections that never finish their request hold up nobody."""
    slow = []
    for i in range(150):
        connection = socket.create_connection(("127.0.0.1", server.port), timeout=5)
        connection.sendall(b"GET /api/v1/session HTTP/1.1\r\nHost: x\r\nX-Slow: " if i % 2 else b"POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:"
                           + str(server.port).encode() + b"\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{")
        slow.append(connection)
    begun = time.monotonic()
    for _ in range(20):
        check(reader.api("GET", "/places").status == 200, "slow clients hold up others")
    check(time.monotonic() - begun < 5, "slow clients make others wait", time.monotonic() - begun)
    for connection in slow:
        connection.close()


def check_throttle(server):
    client = Client(server.port)
    answers = [client.sign_in("approver", f"wrong password {i}") for i in range(8)]
    check(answers[0].status == 401 and answers[-1].status == 429, "passwords may be tried", [a.status for a in answers])
    check(int(answers[-1].headers["retry-after"]) > 0, "no word of how long to wait")
    unknown = client.sign_in("nobody-at-all", PASSWORD)
    check(unknown.status in (401, 429), "an unknown name", unknown.status)


def check_doors(program, folder):
    """What the command line refuses."""
    def run(*words):
        return subprocess.run([program, "serve", "--lang", "en", "--register", folder / "x.db", *words], capture_output=True, text=True, timeout=60)
    for words, told in ((("--listen", "0.0.0.0:0"), "proxy"), (("--listen", "[::]:0"), "proxy"), (("--listen", "nowhere"), "address"),
                        (("--proxy", "http://a.example"), "https"), (("--proxy", "https://a.example/x"), "https")):
        done = run(*words)
        check(done.returncode == 2 and told in done.stderr, words, done.returncode, done.stderr)
    check(not (folder / "x.db").exists(), "a register is made for a server that was refused")


def check_proxy(program, folder):
    """Behind a proxy: its name is ours, its cookie is for TLS only."""
    server = Server(program, folder, "--proxy", "https://so.example.org")
    client = Client(server.port)
    headers = {"Host": "so.example.org", "Origin": "https://so.example.org", "X-Forwarded-For": "10.1.2.3"}
    answer = client.api("POST", "/session", {"name": "reader", "password": PASSWORD}, headers=headers)
    check(answer.status == 200 and "Secure" in answer.cookies[0], "behind a proxy", answer.status, answer.cookies)
    check(client.api("GET", "/session", headers={"Host": "other.example.org"}).status == 421, "another name than the proxy's")
    for i in range(8):
        last = client.api("POST", "/session", {"name": f"n{i}", "password": "wrong wrong"}, headers=headers)
    check(last.status == 429, "one address tries many names", last.status)
    other = client.api("POST", "/session", {"name": "reader", "password": PASSWORD}, headers=headers | {"X-Forwarded-For": "10.1.2.4"})
    check(other.status == 200, "an address pays for another", other.status)
    check(server.stop()[0] == 0, "the end behind a proxy")


def check_info(program, reader):
    told = reader.api("GET", "/info").json()["formats"]
    doctor = json.loads(subprocess.run([program, "doctor", "--format", "json"], capture_output=True, text=True).stdout)["formats"]
    check(told == doctor, "what can be read is told otherwise than by the doctor")


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        begun = time.monotonic()
        documents = sorted((ROOT / "examples").glob("*.txt")) + sorted((ROOT / "examples").glob("*.html"))
        subprocess.run([program, "add", "--quiet", "--register", folder / "r.db", *documents], check=True)
        check_doors(program, folder)
        server = Server(program, folder)
        clients = {role: Client(server.port) for role in ["nobody", *ROLES]}
        check_setup(server, clients)
        reader = clients["reader"]
        told = reader.api("GET", "/facts?type=meeting").json()["items"]
        ids = {"fact": told[0]["id"], "document": "D1", "person": reader.api("GET", "/people").json()["items"][0]["id"],
               "party": reader.api("GET", "/parties").json()["items"][0]["party"]}
        check_routes(clients, ids)
        check_work(clients, ids)
        check_etags(clients)
        check_info(program, reader)
        check_apart(clients["editor"])
        check_accounts(server, clients)
        check_routes(clients, ids)  # with decisions, jobs and hostile words in it
        check_attacks(server, clients, ids)
        code, err = server.stop()
        check(code == 0, "the server ends with", code, err)
        check("AddressSanitizer" not in err and "runtime error" not in err, err)
        check_proxy(program, folder)
        verified = subprocess.run([program, "register", "verify", "--register", folder / "r.db"], capture_output=True, text=True)
        check(verified.returncode == 0, "the register after all that:", verified.stderr)
        left = sorted(p.name for p in folder.iterdir())
        check("r.db.uploads" not in left, "files of uploads are left:", left)
    print(f"{checks} checks, {len(faults)} faults, {time.monotonic() - begun:.0f} s")
    sys.exit(bool(faults))


if __name__ == "__main__":
    try:
        main()
    finally:
        for server in servers:
            server.process.kill()
