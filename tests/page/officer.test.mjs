// A day of an officer: first start, twenty files dropped in, a record confirmed, corrected by selecting words, rejected,
// taken back; what needs a look; search, history, sign-out. In Vietnamese and in English.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { barriers, examples, firstStart, openBrowser, openWindow, password, selectWords, serve, settled, signIn, until } from "./house.mjs";

const documents = readdirSync(examples("")[0]).filter((name) => /\.(txt|html)$/.test(name)).sort();
let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser.close(); });

for (const lang of ["vi", "en"]) {
	describe(`in ${lang}`, () => {
		let house;
		let page;
		let complaints;
		before(async () => {
			house = await serve();
			({ page, complaints } = await openWindow(browser, house.base, { lang }));
		});
		after(async () => { await house?.stop(); });

		/** The address of the reading view of a document by a word of its title. */
		const open = async (words) => {
			await page.goto(`/documents?text=&sort=id`);
			await settled(page);
			await page.click(`.main-cell a:has-text("${words}")`);
			await page.waitForSelector(".reading-text .b");
		};
		const toast = (words) => page.waitForSelector(`.toast:has-text("${words}")`);
		const say = (vi, en) => (lang === "vi" ? vi : en);

		test("nobody sees anything before signing in", async () => {
			await page.goto("/documents");
			await page.waitForSelector(".door");
			assert.equal(await page.getAttribute("html", "lang"), lang);
			assert.deepEqual(await barriers(page), []);
		});

		test("the link of the first start makes the administrator, once", async () => {
			await page.goto(house.link);
			await page.waitForSelector(".door form");
			assert.deepEqual(await barriers(page), []);
			await firstStart(page, house.link);
			await settled(page);
			assert.match(await page.textContent(".menu-name"), /Quản Trị Sổ/);
			const second = await openWindow(browser, house.base, { lang });
			await second.page.goto(house.link);
			await second.page.waitForSelector("input[name=password]");
			assert.equal(await second.page.locator("input[name=again]").count(), 0, "the link leads to the sign-in now");
			await second.context.close();
		});

		test("twenty files are dropped in and read", async () => {
			await page.goto("/documents");
			await settled(page);
			await page.setInputFiles("input[type=file]", examples(...documents));
			await page.waitForSelector(`.job :text("${say("Đã đọc xong", "Read")}")`, { timeout: 60000 });
			await until(page, (wanted) => document.querySelectorAll(".job-files .fs-added").length === wanted, documents.length);
			await until(page, (wanted) => document.querySelectorAll(".table tbody tr").length === wanted, documents.length);
			// Once more: all there already.
			await page.setInputFiles("input[type=file]", examples(...documents.slice(0, 2)));
			await until(page, () => document.querySelectorAll(".job-files .fs-already-there").length === 2);
		});

		test("words and cards light each other up", async () => {
			await open("Hội đàm thường niên");
			await page.hover(".text mark >> nth=0");
			await page.waitForSelector(".record.lit");
			await page.hover(".record >> nth=2");
			await page.waitForSelector(".text mark.lit");
		});

		test("a record is confirmed with a key and taken back", async () => {
			await page.keyboard.press("j");
			await page.waitForSelector(".text mark.held");
			await page.keyboard.press("c");
			await toast(say("Đã xác nhận", "Confirmed"));
			await page.waitForSelector(".record.chosen .s-confirmed");
			await page.click(".toast-undo");
			await toast(say("Đã hoàn tác", "Taken back"));
			await until(page, () => !document.querySelector(".record.chosen .s-confirmed"));
		});

		test("selecting words in the text fills the field in use", async () => {
			await page.keyboard.press("e");
			await page.waitForSelector(".editor");
			await page.focus('[data-field="date"] input');
			await selectWords(page, "22/11/2019");
			await until(page, (date) => document.querySelector('[data-field="date"] input').value === date, say("22/11/2019", "22 Nov 2019"));
			assert.deepEqual(await barriers(page), []);
			await page.click(".editor-does .primary");
			await toast(say("Đã sửa", "Corrected"));
			await page.waitForSelector(".record.chosen .s-corrected");
			// The state comes with the answer, the value with the document that is asked for after it.
			await until(page, (date) => document.querySelector(".record.chosen .values")?.textContent.includes(date),
				say("22/11/2019", "22 Nov 2019"));
			await page.click(".toast-undo");
			await until(page, () => !document.querySelector(".record.chosen .s-corrected"));
		});

		test("a record is rejected, and a missed one entered", async () => {
			await page.click(".record >> nth=3 >> .record-short");
			await page.keyboard.press("x");
			await toast(say("Đã loại", "Rejected"));
			await page.click(".toast-undo");
			await toast(say("Đã hoàn tác", "Taken back"));
			await page.keyboard.press("a");
			await page.selectOption(".editor select >> nth=0", "result");
			await page.fill('[data-field="value"] input', "12");
			await page.fill('[data-field="unit"] input', "buổi");
			await page.fill('[data-field="by"] input', "Sơn La");
			await page.click('[data-field="by"] [role=option] >> nth=0');
			await page.click(".editor-does .primary");
			await toast(say("Đã thêm", "Added"));
		});

		test("a document can be marked as having nothing for the register", async () => {
			await open("Thức cùng biên ải");
			const mark = page.locator(".records-head button").first();
			await mark.click();
			await toast(say("không có gì", "nothing here"));
			await page.waitForSelector(".records-head button[aria-pressed=true]");
			await page.locator(".records-head button[aria-pressed=true]").click();
			await page.waitForSelector(".records-head button[aria-pressed=false]");
		});

		test("keys lead from document to document", async () => {
			const before = page.url();
			await page.keyboard.press("n");
			await until(page, (old) => location.href !== old, before);
			await page.waitForSelector(".reading-text .b");
		});

		test("a conflict is settled with both quotes in sight", async () => {
			await page.goto("/look/conflict");
			await settled(page);
			assert.ok(await page.locator(".side .quote").count() >= 2);
			assert.deepEqual(await barriers(page), []);
			const conflicts = await page.locator(".queue > li").count();
			await page.locator(".side:not(.now) button").first().click();
			await toast(say("Đã sửa", "Corrected"));
			await until(page, (old) => document.querySelectorAll(".queue > li").length < old, conflicts);
		});

		test("proposals are confirmed together where their precision is shown", async () => {
			await page.goto("/look/reading");
			await settled(page);
			await page.waitForSelector(".precision li");
			assert.deepEqual(await barriers(page), []);
			const some = page.locator(".reading-item > input:not(:disabled)");
			await some.nth(0).check();
			await some.nth(1).check();
			await page.click(".bulk .primary");
			await toast(say("Đã xác nhận 2", "2 facts confirmed"));
		});

		test("search answers as one types, without diacritics", async () => {
			await page.keyboard.press("/");
			await page.keyboard.type("hua phan", { delay: 20 });
			await page.waitForSelector(".hit .found");
			assert.match(await page.textContent(".hits"), /Hủa Phăn/);
			assert.deepEqual(await barriers(page), []);
			await page.click(".hit-title >> nth=0");
			await page.waitForSelector(".reading-text .b");
		});

		test("history tells every decision and takes one back", async () => {
			await page.goto("/history?decisions=1");
			await settled(page);
			assert.deepEqual(await barriers(page), []);
			const undone = await page.locator("tr.undone").count();
			await page.locator(".table tbody button.small").first().click();
			await toast(say("Đã hoàn tác", "Taken back"));
			await until(page, (old) => document.querySelectorAll("tr.undone").length > old, undone);
			await page.locator(".as-link").first().click();
			await page.waitForSelector("dialog .payload");
			assert.deepEqual(await barriers(page), []);
			await page.keyboard.press("Escape");
		});

		test("the own password is changed, and the language", async () => {
			await page.goto("/account");
			await settled(page);
			assert.deepEqual(await barriers(page), []);
			const fields = page.locator("form input[type=password]");
			await fields.nth(0).fill(password);
			await fields.nth(1).fill(`${password}-2`);
			await fields.nth(2).fill(`${password}-2`);
			await page.click("form .primary");
			await toast(say("Đã đổi mật khẩu", "Password changed"));
			await page.click(".menu > summary");
			await page.click('.menu-langs [lang="lo"]');
			await page.waitForSelector("html[lang=lo] .shell");
			// What the program writes itself it writes in Vietnamese then, and says so once.
			await page.waitForSelector(".other-words");
			await page.click(".other-words button");
			assert.equal(await page.locator(".other-words").count(), 0);
			await page.click(".menu > summary");
			await page.click(`.menu-langs [lang="${lang}"]`);
			await page.waitForSelector(`html[lang=${lang}] .shell`);
		});

		test("signing out leaves nothing behind", async () => {
			await page.click(".menu > summary");
			await page.locator(".menu-body > button").last().click();
			await page.waitForSelector(".door");
			await page.goto("/documents");
			await page.waitForSelector(".door");
			assert.equal(await page.locator(".table").count(), 0);
			await signIn(page, "quan.tri", `${password}-2`);
			await settled(page);
		});

		test("the browser complains of nothing, the Content-Security-Policy neither", () => {
			assert.deepEqual(complaints, []);
		});
	});
}
