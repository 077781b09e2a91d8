// The pages of a PDF as pictures: with the words of each record on them, from page to page, on a narrow window too; and
// the drawing in their place where the file is gone.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { barriers, examples, firstStart, openBrowser, openWindow, serve, settled, until } from "./house.mjs";

const text = readdirSync(examples("")[0]).filter((name) => name.endsWith(".txt")).sort()[0];
let browser;
let folder;
let house;
let page;
let complaints;

before(async () => {
	browser = await openBrowser();
	folder = mkdtempSync(path.join(os.tmpdir(), "bienban-original-"));
	const printer = await browser.newPage();
	const rows = readFileSync(examples(text)[0], "utf8").split("\n").filter((row) => row.trim());
	const body = rows.map((row) => `<p>${row.replaceAll("<", "&lt;")}</p>`).join("");
	const files = [];
	for (const other of ["khác", "khác nữa"]) {
		await printer.setContent(`<body style="font: 14pt serif">${body}<p style="break-before: page">Trang thứ hai nói về việc ${other}.</p></body>`);
		files.push(path.join(folder, `${files.length}.pdf`));
		writeFileSync(files.at(-1), await printer.pdf({ format: "A4", margin: { top: "20mm", left: "20mm", right: "20mm", bottom: "20mm" } }));
	}
	await printer.close();
	house = await serve(files);
	({ page, complaints } = await openWindow(browser, house.base));
	await firstStart(page, house.link);
});
after(async () => {
	await house?.stop();
	await browser?.close();
	rmSync(folder, { recursive: true, force: true });
});

const openPages = async (id = "D1") => {
	await page.goto(`/documents/${id}`);
	await settled(page);
	await page.click('.views button:has-text("Trang in")');
	await page.waitForSelector(".sheet svg");
};
const drawn = (number) => {
	const image = document.querySelectorAll(".sheet img")[number];
	return image?.complete && image.naturalWidth > 600;
};

describe("the original", () => {
	test("is shown as pictures of its pages with the words of the records on them", async () => {
		await openPages();
		await until(page, drawn, 0);
		assert.match(await page.getAttribute(".sheet img >> nth=0", "alt"), /Trang 1/);
		assert.equal(await page.locator(".sheet text").count(), 0, "the drawing stands there as well");
		await page.hover(".record >> nth=0");
		await page.waitForSelector(".place.lit");
		// The words are where the picture has them: dark dots within the box.
		const ink = await page.evaluate(() => {
			const place = document.querySelector(".place.lit").getBoundingClientRect();
			const image = document.querySelector(".sheet img");
			const frame = image.getBoundingClientRect();
			const scale = image.naturalWidth / frame.width;
			const canvas = document.createElement("canvas");
			canvas.width = Math.max(1, Math.round(place.width * scale));
			canvas.height = Math.max(1, Math.round(place.height * scale));
			const context = canvas.getContext("2d");
			context.drawImage(image, -(place.left - frame.left) * scale, -(place.top - frame.top) * scale);
			const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
			let dark = 0;
			for (let i = 0; i < data.length; i += 4) if (data[i] < 128) dark += 1;
			return dark / (data.length / 4);
		});
		assert.ok(ink > 0.03 && ink < 0.6, `in the box of the words are ${ink} dark dots`);
		assert.deepEqual(await barriers(page), []);
	});

	test("goes from page to page by its buttons, also with the keyboard", async () => {
		await page.focus('.turner button[aria-label="Trang sau"]');
		await page.keyboard.press("Enter");
		await until(page, () => /2\/2/.test(document.querySelector(".turner").textContent));
		await until(page, drawn, 1);
		await page.click('.turner button[aria-label="Trang trước"]');
		await until(page, () => /1\/2/.test(document.querySelector(".turner").textContent));
	});

	test("fits a narrow window, and can be shown larger there", async () => {
		await page.setViewportSize({ width: 360, height: 740 });
		await openPages();
		await until(page, drawn, 0);
		assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is wider than the window");
		assert.deepEqual(await barriers(page), []);
		await page.click('.turner button:has-text("Phóng to")');
		await until(page, () => document.querySelector(".sheet").getBoundingClientRect().width > 900);
		assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "all of the page moves sideways");
		assert.deepEqual(await barriers(page), []);
		await page.setViewportSize({ width: 1280, height: 800 });
	});

	test("is drawn from where its words stand once the file is gone", async () => {
		rmSync(`${house.register}.files`, { recursive: true, force: true });
		await openPages("D2");
		await until(page, () => document.querySelector(".printed figcaption").textContent.includes("không có ảnh"));
		assert.ok(await page.locator(".sheet text").count() > 5);
		assert.equal(await page.locator(".sheet img").count(), 0);
		assert.deepEqual(complaints, []);
	});
});
