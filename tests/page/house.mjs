// What the tests of the page stand on: the real program with a register of its own, and a real browser.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const program = path.resolve(process.env.BIENBAN ?? path.join(root, "build/bienban"));
const modules = path.join(root, "web/node_modules");
const { chromium } = await import(pathToFileURL(path.join(modules, "playwright-core/index.mjs")).href);
const axe = readFileSync(path.join(modules, "axe-core/axe.min.js"), "utf8");
// Under the sanitizers the program is several times as slow.
export const patience = Number(process.env.PAGE_PATIENCE ?? 1);

export const examples = (...names) => names.map((name) => path.join(root, "examples", name));

/** Runs the program and gives its standard output; throws where it could not do what it was asked. */
export function run(...words) {
	const { status, stdout, stderr } = spawnSync(program, words, { encoding: "utf8" });
	if (status !== 0 && status !== 3) throw new Error(`bienban ${words.join(" ")}: ${status}\n${stderr}`);
	return stdout;
}

function freePort() {
	return new Promise((done, failed) => {
		const server = net.createServer();
		server.on("error", failed);
		server.listen(0, "127.0.0.1", () => {
			const { port } = server.address();
			server.close(() => done(port));
		});
	});
}

/** Serves a register in a folder of its own: {base, link, folder, register, stop}. `link` is that of the first start. */
export async function serve(documents = []) {
	const folder = mkdtempSync(path.join(os.tmpdir(), "bienban-page-"));
	const register = path.join(folder, "bienban.db");
	if (documents.length) run("add", "--quiet", "--register", register, ...documents);
	const base = `http://127.0.0.1:${await freePort()}`;
	const child = spawn(program, ["serve", "--lang", "en", "--register", register, "--listen", base.slice(7)], { stdio: ["ignore", "pipe", "pipe"] });
	let told = "";
	const link = await new Promise((done, failed) => {
		const timer = setTimeout(() => failed(new Error(`the server prints no link: ${told}`)), 30000 * patience);
		const hear = (words) => {
			told += words;
			const found = /https?:\/\/\S+setup\S+/.exec(told);
			if (!found) return;
			clearTimeout(timer);
			done(found[0]);
		};
		child.stdout.setEncoding("utf8").on("data", hear);
		child.stderr.setEncoding("utf8").on("data", hear);
		child.on("exit", (code) => failed(new Error(`the server ended (${code}): ${told}`)));
	});
	return {
		base, link, folder, register,
		told: () => told,
		stop: () => new Promise((done) => {
			child.on("exit", () => {
				rmSync(folder, { recursive: true, force: true });
				done();
			});
			child.kill("SIGTERM");
		}),
	};
}

export const openBrowser = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"] });

/** A window of a reader: a page that notes everything the browser complains of (also of the Content-Security-Policy). */
export async function openWindow(browser, base, { lang = "vi", width = 1280, height = 800, dark = false } = {}) {
	const context = await browser.newContext({
		baseURL: base, locale: lang, viewport: { width, height }, colorScheme: dark ? "dark" : "light", acceptDownloads: true, reducedMotion: "reduce",
	});
	context.setDefaultTimeout(10000 * patience);
	const page = await context.newPage();
	// Playwright's own asks again from within the page, where the Content-Security-Policy lets it evaluate nothing.
	page.waitForFunction = (holds, argument, { timeout = 10000 * patience } = {}) => until(page, holds, argument, timeout);
	const complaints = [];
	page.on("pageerror", (error) => complaints.push(error.message));
	page.on("console", (message) => {
		// What the server refuses on purpose is an answer, not a fault of the page.
		if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
	});
	return { context, page, complaints };
}

/** Waits until something holds in the page, asking again and again from outside. */
export async function until(page, holds, argument, timeout = 20000 * patience) {
	const end = Date.now() + timeout;
	for (;;) {
		// While the page goes elsewhere there is nobody to ask.
		const answer = await page.evaluate(holds, argument).catch((problem) => {
			if (!/context was destroyed|navigation/i.test(problem.message)) throw problem;
		});
		if (answer) return answer;
		if (Date.now() > end) throw new Error(`does not come to hold: ${holds}`);
		await new Promise((next) => { setTimeout(next, 50); });
	}
}

export const password = "quả-bưởi-Năm-Roi";

/** Makes the administrator by the link of the first start. */
export async function firstStart(page, link, name = "quan.tri", fullName = "Quản Trị Sổ") {
	await page.goto(link);
	await page.fill("input[name=name]", name);
	await page.fill("input[name=full_name]", fullName);
	await page.fill("input[name=password]", password);
	await page.fill("input[name=again]", password);
	await page.click("form button.primary");
	await page.waitForSelector(".shell");
}

export async function signIn(page, name, secret = password) {
	await page.goto("/");
	await page.fill("input[name=name]", name);
	await page.fill("input[name=password]", secret);
	await page.click("form button.primary");
	await page.waitForSelector(".shell");
}

/**
 * Waits until a page has come: its heading stands and nothing is loading any more, twice running: between the answer to
 * one question and the next question that follows from it there is a moment with neither.
 */
export async function settled(page) {
	await page.waitForSelector("main h1");
	const quiet = () => until(page, () => !document.querySelector("main .loading, main .stale"));
	await quiet();
	await new Promise((next) => { setTimeout(next, 100); });
	await quiet();
}

/** The rules of accessibility that a page breaks, in words; none is an empty list. */
export async function barriers(page) {
	await page.evaluate(axe);
	const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
	return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** Drags over words of the text, as a reader selects them. */
export async function selectWords(page, words) {
	const at = await page.evaluate((wanted) => {
		const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const start = node.data.indexOf(wanted);
			if (start < 0) continue;
			node.parentElement.scrollIntoView({ block: "center" });
			const range = document.createRange();
			range.setStart(node, start);
			range.setEnd(node, start + wanted.length);
			const { left, right, top, bottom } = range.getClientRects()[0];
			return { left, right, y: (top + bottom) / 2 };
		}
		return null;
	}, words);
	if (!at) throw new Error(`the text has no “${words}”`);
	await page.mouse.move(at.left + 1, at.y);
	await page.mouse.down();
	await page.mouse.move(at.right, at.y, { steps: 5 });
	await page.mouse.up();
}
