// Builds the page: node build.mjs FOLDER [--watch]
//
// FOLDER then holds index.html, the files it asks for with hashes in their names, each also as .gz and .br, and
// manifest.json: {"/path": {"file": name in FOLDER, "type": content type, "immutable": whether the name has a hash}}.
import { readFileSync, writeFileSync, mkdirSync, rmSync, existsSync } from "node:fs";
import { createHash } from "node:crypto";
import { brotliCompressSync, gzipSync, constants } from "node:zlib";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { outlines } from "./outlines.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) {
	console.error("usage: node build.mjs FOLDER");
	process.exit(2);
}

const types = {
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".svg": "image/svg+xml",
	".json": "application/json",
	".txt": "text/plain; charset=utf-8",
};

// The plotting library puts a <style> element into each plot. The page's Content-Security-Policy lets no inline style
// through, so it is left out here; the same few rules stand in styles/plot.css.
const plotWithoutStyle = {
	name: "plot-without-style",
	setup(build) {
		build.onLoad({ filter: /@observablehq[\\/]plot[\\/]src[\\/](plot|legends[\\/](ramp|swatches))\.js$/ }, ({ path: file }) => {
			const before = readFileSync(file, "utf8");
			let contents = before.replace(
				/\.call\(\(svg\) =>\s*\/\/ [^\n]*\n\s*svg\s*\.append\("style"\)\.text\(\s*`[^`]*`\s*\)\s*\)/,
				"",
			);
			contents = contents.replace(/\.call\(\(svg\) =>\s*(?:\/\/[^\n]*\n\s*)?svg\.append\("style"\)\.text\(\s*`[^`]*`\s*\)\s*\)/, "");
			if (/plot\.js$/.test(file) && /append\("style"\)/.test(contents)) {
				return { errors: [{ text: `${file} still adds a style element` }] };
			}
			return { contents, loader: "js" };
		});
	},
};

// What the licences of the libraries in the bundle ask for: their notices, in one file beside it.
function notices(inputs) {
	const names = new Set();
	for (const input of inputs) {
		const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
		if (found) names.add(found[1]);
	}
	names.add("world-atlas");
	return [...names].sort().map((name) => {
		const folder = path.join(here, "node_modules", name);
		const { version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
		const file = ["LICENSE", "LICENSE.md", "LICENSE.txt", "license"].map((f) => path.join(folder, f)).find(existsSync);
		return `${name} ${version} (${license})\n\n${file ? readFileSync(file, "utf8").trim() : ""}\n`;
	}).join("\n----\n\n");
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const manifest = {};
function add(url, file, bytes, immutable) {
	writeFileSync(path.join(out, file), bytes);
	// The largest effort: it is done once, at build.
	writeFileSync(path.join(out, `${file}.gz`), gzipSync(bytes, { level: 9 }));
	writeFileSync(path.join(out, `${file}.br`), brotliCompressSync(bytes, {
		params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
	}));
	manifest[url] = { file, type: types[path.extname(file)], immutable };
}
function hashed(name, bytes) {
	const { name: stem, ext } = path.parse(name);
	return `${stem}-${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}${ext}`;
}

const outlinesFile = {
	name: "outlines",
	setup(build) {
		build.onResolve({ filter: /^outlines$/ }, () => ({ path: "outlines", namespace: "outlines" }));
		build.onLoad({ filter: /.*/, namespace: "outlines" }, () => ({ contents: JSON.stringify(outlines(here)), loader: "json" }));
	},
};

const result = await esbuild.build({
	absWorkingDir: here,
	entryPoints: [{ in: "src/main.tsx", out: "page" }, { in: "src/styles/main.css", out: "page" }],
	outdir: path.resolve(out),
	bundle: true,
	splitting: true,
	format: "esm",
	target: ["chrome91", "firefox91", "safari15"],
	minify: true,
	legalComments: "none",
	charset: "utf8",
	entryNames: "[name]-[hash]",
	chunkNames: "[name]-[hash]",
	jsx: "automatic",
	jsxImportSource: "preact",
	plugins: [plotWithoutStyle, outlinesFile],
	metafile: true,
	write: false,
	logLevel: "warning",
});

let script = "";
let style = "";
for (const { path: full, contents } of result.outputFiles) {
	const name = path.basename(full);
	add(`/assets/${name}`, name, Buffer.from(contents), true);
}
for (const [name, { entryPoint }] of Object.entries(result.metafile.outputs)) {
	if (entryPoint === "src/main.tsx") script = path.basename(name);
	if (entryPoint === "src/styles/main.css") style = path.basename(name);
}
const icon = readFileSync(path.join(here, "src/icon.svg"));
const iconName = hashed("icon.svg", icon);
add(`/assets/${iconName}`, iconName, icon, true);

const size = (name) => readFileSync(path.join(out, `${name}.br`)).length;
const outputs = Object.fromEntries(Object.entries(result.metafile.outputs).map(([name, output]) => [path.basename(name), output]));
function needed(name, found = new Set()) {
	if (found.has(name)) return found;
	found.add(name);
	for (const { path: to, kind } of outputs[name].imports) if (kind === "import-statement") needed(path.basename(to), found);
	return found;
}
const html = readFileSync(path.join(here, "src/index.html"), "utf8")
	.replace("{script}", `/assets/${script}`)
	.replace("{preload}", [...needed(script)].filter((name) => name !== script)
		.map((name) => `<link rel="modulepreload" href="/assets/${name}">`).join("\n"))
	.replace("{style}", `/assets/${style}`)
	.replace("{icon}", `/assets/${iconName}`);
add("/", "index.html", Buffer.from(html), false);
add("/assets/notices.txt", "notices.txt", Buffer.from(notices(Object.keys(result.metafile.inputs))), false);
writeFileSync(path.join(out, "manifest.json"), `${JSON.stringify(manifest, null, "\t")}\n`);

// The first page on the wire: what the shell and the page "At a glance" load.
const firstPage = new Set([...needed(script), style, "index.html"]);
for (const [name, { entryPoint }] of Object.entries(outputs)) {
	if (/src\/(pages\/glance|plots\/drawings)\.tsx?$/.test(entryPoint ?? "")) needed(name, firstPage);
}
const first = [...firstPage].reduce((sum, name) => sum + size(name), 0);
const all = Object.values(manifest).reduce((sum, { file }) => sum + size(file), 0);
console.error(`page: ${Object.keys(manifest).length} files, ${Math.round(all / 1024)} KiB compressed in all, ` +
	`${Math.round(first / 1024)} KiB of them for the first page`);
if (first > 300 * 1024) throw new Error("page: the first page has more than 300 KiB on the wire");
