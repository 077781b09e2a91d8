// What each role sees and may do; names that may be one are resolved; script in a document stays words.
import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { barriers, firstStart, openBrowser, openWindow, password, root, serve, settled, signIn, until } from "./house.mjs";

const folder = path.join(root, "tests/documents");
const documents = readdirSync(folder).filter((name) => name.endsWith(".txt")).map((name) => path.join(folder, name));

/** Asks the API as the page would: with the session's cookie and its token. */
const ask = (page, method, address, body) => page.evaluate(async ([how, where, what]) => {
	const { token } = await (await fetch("/api/v1/session")).json();
	const answer = await fetch(`/api/v1${where}`, {
		method: how, headers: { "Content-Type": "application/json", "X-Bienban-Token": token }, body: what && JSON.stringify(what),
	});
	return { status: answer.status, json: await answer.json().catch(() => null) };
}, [method, address, body]);

describe("roles", () => {
	let browser;
	let house;
	let admin;
	const complaints = [];
	const window = async (name) => {
		const one = await openWindow(browser, house.base);
		complaints.push(one.complaints);
		await signIn(one.page, name);
		return one;
	};
	before(async () => {
		house = await serve(documents);
		browser = await openBrowser();
		const one = await openWindow(browser, house.base);
		complaints.push(one.complaints);
		admin = one.page;
		await firstStart(admin, house.link);
		for (const [name, role] of [["doc.gia", "reader"], ["bien.tap", "editor"], ["duyet", "approver"]]) {
			assert.equal((await ask(admin, "POST", "/accounts", { name, role, password })).status, 201);
		}
	});
	after(async () => {
		await browser?.close();
		await house?.stop();
	});

	test("a reader sees everything and changes nothing", async () => {
		const { page, context } = await window("doc.gia");
		await page.goto("/documents");
		await settled(page);
		assert.equal(await page.locator(".drop").count(), 0);
		await page.click(".main-cell a >> nth=0");
		await page.waitForSelector(".reading-text .b");
		await page.keyboard.press("j");
		await page.keyboard.press("a");
		await page.keyboard.press("e");
		assert.equal(await page.locator(".editor, .record-does, .records-head button").count(), 0);
		await page.goto("/look/name");
		await settled(page);
		assert.ok(await page.locator(".queue > li").count() > 0);
		assert.equal(await page.locator(".queue-foot button").count(), 0);
		await page.goto("/history");
		await settled(page);
		assert.equal(await page.locator(".table tbody button.small").count(), 0);
		await page.click(".menu > summary");
		assert.equal(await page.locator('.menu-body a[href="/accounts"]').count(), 0);
		assert.equal((await ask(page, "POST", "/decisions", { kind: "confirm", fact: "F1.0" })).status, 403);
		assert.equal((await ask(page, "GET", "/accounts")).status, 403);
		await context.close();
	});

	test("an editor resolves names that may be one", async () => {
		const { page, context } = await window("bien.tap");
		await page.goto("/look/name");
		await settled(page);
		assert.deepEqual(await barriers(page), []);
		const reason = await page.textContent(".queue-title >> nth=0");
		assert.ok(reason.trim().length > 3, "each has its reason");
		assert.equal(await page.locator(".queue > li >> nth=0 >> .side").count(), 2);
		for (const button of ["first", "last"]) {
			const card = await page.textContent(".queue > li >> nth=0");
			await page.locator(".queue > li >> nth=0 >> .queue-foot button")[button]().click();
			await until(page, (old) => [...document.querySelectorAll(".queue > li")].every((one) => one.textContent !== old), card);
		}
		await page.goto("/look/reading");
		await settled(page);
		assert.equal(await page.locator(".bulk").count(), 0, "many at once are for approvers");
		await page.locator(".reading-item-does button").first().click();
		await page.waitForSelector(".toast");
		await context.close();
	});

	test("an approver takes back what another decided, an editor does not", async () => {
		const made = await ask(admin, "POST", "/decisions", { kind: "confirm", fact: "F2.0" });
		assert.equal(made.status, 201);
		const { entry } = made.json.entries[0];
		const editor = await window("bien.tap");
		assert.equal((await ask(editor.page, "POST", "/decisions", { kind: "undo", entry })).status, 403);
		await editor.page.goto("/history");
		await settled(editor.page);
		assert.equal(await editor.page.locator(`button[aria-label$=" ${entry}"]`).count(), 0);
		const approver = await window("duyet");
		await approver.page.goto("/history");
		await settled(approver.page);
		await approver.page.click(`button[aria-label$=" ${entry}"]`);
		await approver.page.waitForSelector("tr.undone");
		await editor.context.close();
		await approver.context.close();
	});

	test("script in a document's title and words stays words", async () => {
		const file = path.join(house.folder, "hostile.txt");
		const script = '<img src=x onerror="document.body.dataset.run=1"><script>document.body.dataset.run=1</script>';
		writeFileSync(file, `Hội đàm ${script}\n\n22/11/2019\n\nNgày 21/11, tại Hủa Phăn (Lào), Bộ Chỉ huy BĐBP tỉnh Sơn La và Bộ CHQS tỉnh Hủa Phăn tổ chức hội đàm ${script}. Hai bên tuần tra song phương 12 lần.\n`);
		await admin.goto("/documents");
		await settled(admin);
		await admin.setInputFiles("input[type=file]", file);
		await admin.waitForSelector(".fs-added");
		await admin.click(".job-files a");
		await admin.waitForSelector(".reading-text .b");
		assert.match(await admin.textContent(".reading-text"), /onerror/);
		assert.equal(await admin.locator(".reading img, .reading script").count(), 0);
		for (const address of ["/", "/look/reading", "/search?q=onerror", "/history"]) {
			await admin.goto(address);
			await settled(admin);
			assert.equal(await admin.evaluate(() => document.body.dataset.run), undefined, address);
		}
	});

	test("a disabled account is signed out at once", async () => {
		const { page, context } = await window("doc.gia");
		await page.goto("/facts");
		await settled(page);
		assert.equal((await ask(admin, "PATCH", "/accounts/doc.gia", { disabled: true })).status, 200);
		await page.click('.nav a[href="/documents"]');
		await page.waitForSelector(".door");
		await context.close();
	});

	test("the browser complains of nothing", () => assert.deepEqual(complaints.flat(), []));
});
