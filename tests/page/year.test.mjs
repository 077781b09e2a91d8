// The yearly review: facts found and saved as files, a pair's page read down to its quotes, the review drawn up, saved and
// opened, drafts, bodies and people; and an administrator's accounts. In Vietnamese and in English.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { barriers, examples, firstStart, openBrowser, openWindow, password, serve, settled, signIn } from "./house.mjs";

const documents = readdirSync(examples("")[0]).filter((name) => /\.(txt|html)$/.test(name)).sort();

/** The files in an archive by name, as far as they are stored or deflated. */
function unzip(bytes) {
	const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
	assert.ok(end >= 0, "it is no archive");
	const files = new Map();
	let at = bytes.readUInt32LE(end + 16);
	for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
		const [method, size, nameSize, extra, note, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20),
			bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
		const name = bytes.toString("utf8", at + 46, at + 46 + nameSize);
		const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
		const packed = bytes.subarray(from, from + size);
		files.set(name, method === 0 ? packed : inflateRawSync(packed));
		at += 46 + nameSize + extra + note;
	}
	return files;
}

async function saved(page, link) {
	const [download] = await Promise.all([page.waitForEvent("download"), page.click(link)]);
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

for (const lang of ["vi", "en"]) {
	describe(`in ${lang}`, () => {
		let house;
		let browser;
		let page;
		let complaints;
		const say = (vi, en) => (lang === "vi" ? vi : en);
		before(async () => {
			house = await serve(examples(...documents));
			browser = await openBrowser();
			({ page, complaints } = await openWindow(browser, house.base, { lang }));
			await firstStart(page, house.link);
		});
		after(async () => {
			await browser?.close();
			await house?.stop();
		});

		test("facts are filtered, and the address holds the filters", async () => {
			await page.goto("/facts");
			await settled(page);
			const all = await page.locator(".table tbody tr").count();
			await page.click(".filter-types button:has(.t-meeting)");
			await page.waitForFunction(() => /type=meeting/.test(location.search));
			await page.waitForFunction(() => document.querySelector(".table tbody .type") && !document.querySelector(".table tbody .type:not(.t-meeting)"));
			await settled(page);
			const meetings = await page.locator(".table tbody tr").count();
			assert.ok(meetings > 0 && meetings < all);
			// Who gets the address sees the same.
			const address = page.url();
			await page.goto("/about");
			await page.goto(address);
			await settled(page);
			assert.equal(await page.locator(".table tbody tr").count(), meetings);
			assert.equal(await page.getAttribute(".filter-types button:has(.t-meeting)", "aria-pressed"), "true");
			await page.goBack();
			await page.waitForFunction(() => location.pathname === "/about");
		});

		test("facts are shown on a line of time and counted by year", async () => {
			await page.goto("/facts?view=timeline&between=VN-05,LA-HO");
			await settled(page);
			await page.waitForSelector(".plot-box svg[role=img][aria-label]");
			assert.ok(await page.locator(".year h2").count() > 0);
			await page.goto("/facts?view=chart");
			await settled(page);
			await page.waitForSelector(".plot-box svg[role=img]");
			const year = await page.textContent(".table tbody tr >> nth=0 >> th a");
			await page.click(".table tbody tr >> nth=0 >> th a");
			await page.waitForFunction((wanted) => new URLSearchParams(location.search).get("from") === wanted, year);
			await settled(page);
			assert.ok(await page.locator(".table tbody tr").count() > 0);
		});

		test("facts are saved as files", async () => {
			await page.goto("/facts?between=VN-05,LA-HO");
			await settled(page);
			const shown = await page.locator(".table tbody tr").count();
			const csv = await saved(page, '.exports a:has-text("CSV")');
			assert.match(csv.name, /\.csv$/);
			assert.ok(csv.bytes.toString("utf8").trim().split("\n").length > shown);
			const json = JSON.parse((await saved(page, '.exports a:has-text("JSON")')).bytes.toString("utf8"));
			assert.equal(typeof json, "object");
			const xlsx = unzip((await saved(page, '.exports a:has-text("XLSX")')).bytes);
			assert.ok([...xlsx.keys()].some((name) => /^xl\/worksheets\//.test(name)));
		});

		test("a fact tells who says what, and takes a correction and its undoing", async () => {
			await page.goto("/facts?type=meeting&between=VN-05,LA-HO");
			await settled(page);
			await page.click(".table tbody .main-cell a >> nth=0");
			await page.waitForSelector(".fact-fields");
			assert.ok(await page.locator(".fact-parts .quote").count() > 0);
			const id = new URL(page.url()).pathname.split("/").pop();
			await page.locator(".fact-fields > div", { has: page.locator(`dt:text-matches("${say("^nơi|địa điểm", "^place")}", "i")`) }).or(page.locator(".fact-fields > div").first())
				.last().locator("button").click();
			await page.waitForSelector("dialog[open]");
			assert.deepEqual(await barriers(page), []);
			await page.keyboard.press("Escape");
			await page.waitForSelector("dialog", { state: "detached" });
			await page.click(".head-does .button.primary");
			await page.waitForSelector(".lead .s-confirmed");
			await page.click(".toast-undo");
			await page.waitForSelector(".lead .s-read");
			// The quote leads to its place in the document, with the record chosen.
			await page.click(".fact-parts .quote footer a >> nth=0");
			await page.waitForSelector(".reading .record.chosen");
			assert.ok(id.startsWith("F"));
		});

		test("a pair's page is read down to the quotes", async () => {
			await page.goto("/pairs");
			await settled(page);
			await page.click(`.table a:text-matches("Sơn La – (Hủa Phăn|Houaphanh)")`);
			await page.waitForSelector(".numbers");
			await settled(page);
			for (const part of ["agreements", "contacts", "results", "support", "promises", "disputed"]) {
				assert.equal(await page.locator(`section#${part}`).count(), 1, part);
			}
			await page.click("#contacts .cited >> nth=0");
			await page.waitForSelector("dialog[open] .quote");
			assert.deepEqual(await barriers(page), []);
			await page.keyboard.press("Escape");
			await page.click("#promises summary >> nth=0");
			await page.waitForSelector("#promises details[open] .grade");
			assert.deepEqual(await barriers(page), []);
			await page.fill(".filters input >> nth=0", "2099");
			await page.keyboard.press("Enter");
			await page.waitForFunction(() => /from=2099/.test(location.search));
			await settled(page);
		});

		test("the review is chosen by a suggested pair and read with its sources", async () => {
			await page.goto("/review");
			await settled(page);
			await page.click(`.suggestion:has-text("Sơn La")`);
			await page.waitForSelector(".paper .ref", { timeout: 30000 });
			assert.match(page.url(), /between=/);
			assert.equal(await page.getAttribute(".paper", "lang"), lang);
			await page.click(".paper-part .ref >> nth=0");
			await page.waitForSelector(".panel.open .quote");
			assert.deepEqual(await barriers(page), []);
			await page.keyboard.press("Escape");
			await page.waitForSelector(".panel:not(.open)");
			await page.click(".paper-table .cited >> nth=0");
			await page.waitForSelector(".panel.open .quote");
			await page.click(".panel .quote a >> nth=0");
			await page.waitForSelector(".reading .record.chosen");
		});

		test("the review is saved as DOCX, HTML and XLSX, which open", async () => {
			await page.goto("/review?between=VN-05,LA-HO");
			await page.waitForSelector(".paper .ref");
			const docx = await saved(page, '.exports a:has-text("DOCX")');
			assert.match(docx.name, /\.docx$/);
			const words = unzip(docx.bytes).get("word/document.xml").toString("utf8");
			assert.match(words, /Sơn La/);
			const xlsx = unzip((await saved(page, '.exports a:has-text("XLSX")')).bytes);
			assert.ok(xlsx.has("xl/workbook.xml"));
			const html = (await saved(page, '.exports a:has-text("HTML")')).bytes.toString("utf8");
			assert.match(html, /<h1|<h2/);
		});

		test("drafts are read and saved likewise", async () => {
			for (const kind of ["minutes", "memorandum", "report", "bulletin"]) {
				await page.goto(`/review?kind=${kind}&between=VN-05,LA-HO`);
				await page.waitForSelector(".paper");
				await settled(page);
				assert.deepEqual(await barriers(page), [], kind);
			}
			await page.goto("/review?kind=minutes&between=VN-05,LA-HO");
			await page.waitForSelector(".paper .to-fill");
			const docx = await saved(page, '.exports a:has-text("DOCX")');
			assert.ok(unzip(docx.bytes).has("word/document.xml"));
		});

		test("bodies and people are found by part of their names", async () => {
			await page.goto("/parties");
			await settled(page);
			await page.fill(".filters input[type=search]", say("biên phòng", "border guard"));
			await page.waitForFunction(() => /text=/.test(location.search));
			await settled(page);
			await page.click(".table .main-cell a >> nth=0");
			await page.waitForSelector(".numbers a");
			await settled(page);
			assert.ok(await page.locator(".table .main-cell a").count() > 0);
			await page.goto("/people");
			await settled(page);
			await page.click(".table .main-cell a >> nth=0");
			await page.waitForSelector(".quote");
			assert.ok(await page.locator(".table tbody tr").count() > 0);
		});

		test("an administrator makes an account, changes its role and shuts it", async () => {
			await page.goto("/accounts");
			await settled(page);
			await page.click(".head-does .button.primary");
			await page.waitForSelector("dialog[open]");
			assert.deepEqual(await barriers(page), []);
			await page.fill("dialog input >> nth=0", "thu.ky");
			await page.fill("dialog input >> nth=1", "Thư Ký");
			await page.fill("dialog input[type=password]", password);
			await page.click("dialog .button.primary");
			await page.waitForSelector('.table tr:has-text("thu.ky")');
			const other = await openWindow(browser, house.base, { lang });
			await signIn(other.page, "thu.ky");
			assert.equal(await other.page.locator('.menu-body a[href="/accounts"]').count(), 0);
			const row = page.locator('.table tr:has-text("thu.ky")');
			await row.locator("select").selectOption("editor");
			await page.waitForSelector(".toast");
			await page.reload();
			await settled(page);
			assert.equal(await row.locator("select").inputValue(), "editor");
			await row.locator("button").last().click();
			await row.locator(".chip.bad").waitFor();
			await other.page.goto("/facts");
			await other.page.waitForSelector(".door");
			await other.context.close();
		});

		test("the browser complains of nothing, the Content-Security-Policy neither", () => {
			assert.deepEqual(complaints, []);
		});
	});
}
