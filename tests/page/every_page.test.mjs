// Every page in light and dark, wide and narrow, in all languages: no barrier for who uses a screen reader, nothing wider than
// the window, and nothing the browser complains of.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { barriers, examples, firstStart, openBrowser, openWindow, password, serve, settled, until } from "./house.mjs";

export const addresses = ["/", "/documents", "/documents/D1", "/look/conflict", "/look/name", "/look/fact", "/look/changed",
	"/look/reading", "/search?q=hua%20phan", "/history", "/account", "/about", "/nowhere", "/facts", "/facts?view=timeline", "/facts?view=chart",
	"/facts/{fact}", "/pairs", "/pairs/VN-05/LA-HO", "/parties", "/parties/VN-05/border-guard", "/people", "/people/{person}", "/people/P999.9", "/review", "/review?between=VN-05,LA-HO", "/accounts"];
// With PAGE_SHOTS the pages are drawn into that folder, to be looked at.
const shots = process.env.PAGE_SHOTS;

// All pages in two of them, that every change stays quick to test; the others see a few.
const windows = [
	{ name: "wide-light", lang: "vi", width: 1280, height: 800, dark: false },
	{ name: "wide-dark", lang: "en", width: 1280, height: 800, dark: true, some: [0, 3] },
	{ name: "narrow-light", lang: "lo", width: 400, height: 800, dark: false, some: [2, 5] },
	{ name: "narrow-dark", lang: "en", width: 360, height: 740, dark: true },
];

describe("every page", () => {
	let house;
	let browser;
	let fact;
	let person;
	before(async () => {
		const documents = readdirSync(examples("")[0]).filter((name) => /\.(txt|html)$/.test(name)).sort();
		house = await serve(examples(...documents));
		browser = await openBrowser();
		const { page, context } = await openWindow(browser, house.base);
		await firstStart(page, house.link);
		[fact, person] = await page.evaluate(async () => {
			const first = async (address) => (await (await fetch(address)).json()).items[0].id;
			return [await first("/api/v1/facts?conflict=1"), await first("/api/v1/people")];
		});
		await context.close();
		if (shots) mkdirSync(shots, { recursive: true });
	});
	after(async () => {
		await browser?.close();
		await house?.stop();
	});

	for (const one of windows) {
		test(one.name, async (t) => {
			const { page, context, complaints } = await openWindow(browser, house.base, one);
			await page.goto("/");
			await page.fill("input[name=name]", "quan.tri");
			await page.fill("input[name=password]", password);
			await page.click("form button.primary");
			await page.waitForSelector(".shell");
			for (const pattern of shots || !one.some ? addresses : addresses.slice(...one.some)) {
				const address = pattern.replace("{fact}", fact).replace("{person}", person);
				await t.test(address, async () => {
					await page.goto(address);
					await settled(page);
					// Drawings come after the rest.
					await until(page, () => [...document.querySelectorAll(".plot-box")].every((box) => box.firstChild));
					if (shots) await page.screenshot({ path: path.join(shots, `${one.name}${address.replace(/[^a-z0-9]+/gi, "-")}.png`), fullPage: one.width < 500 });
					assert.deepEqual(await barriers(page), []);
					assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the window");
				});
			}
			assert.deepEqual(complaints, []);
			await context.close();
		});
	}
});
