// Drawings of a paper: its line of time and its columns.
import * as Plot from "@observablehq/plot";
import type { Lane, Mark, Series } from "../paper/types";
import { number } from "../words/dates";
import { tick as when } from "./time";
import { typeColours } from "./years";

/** First and last moment of an EDTF date; null where it has no year. An open end is `open`. */
function stretch(edtf: string, open: Date): [Date, Date] | null {
	const [from = "", to = from] = edtf.split("/");
	const first = (text: string) => {
		const [y, m, d] = text.split("-").map(Number);
		return new Date(Date.UTC(y as number, (m ?? 1) - 1, d ?? 1));
	};
	const after = (text: string) => {
		const [y, m, d] = text.split("-").map(Number);
		return m === undefined ? new Date(Date.UTC((y as number) + 1, 0, 1)) : d === undefined ? new Date(Date.UTC(y as number, m, 1)) : new Date(Date.UTC(y as number, m - 1, d + 1));
	};
	if (!/^\d{4}/.test(from)) return null;
	return [first(from), /^\d{4}/.test(to) ? after(to) : open];
}

/** Lanes of days and terms, as far as they have dates. */
export function paperTimeline(lanes: Lane[], width: number) {
	const today = new Date();
	const placed = (kind: "bars" | "marks") => lanes.flatMap((lane) => lane[kind].flatMap((mark: Mark) => {
		const at = stretch(mark.date, today);
		return at ? [{ lane: lane.label, label: mark.label, from: at[0], to: at[1], row: 0 }] : [];
	}));
	const [bars, marks] = [placed("bars"), placed("marks")];
	// Terms of one lane that run at the same time lie on rows of their own.
	const rows = new Map<string, number>();
	for (const lane of lanes) {
		const ends: number[] = [];
		for (const bar of bars.filter((one) => one.lane === lane.label).sort((a, b) => +a.from - +b.from)) {
			let row = ends.findIndex((end) => end <= +bar.from);
			if (row < 0) row = ends.length;
			ends[row] = +bar.to;
			bar.row = row;
		}
		rows.set(lane.label, Math.max(1, ends.length));
	}
	const keys = lanes.flatMap((lane) => Array.from({ length: rows.get(lane.label) ?? 1 }, (_, row) => `${lane.label}\n${row}`));
	const key = (one: { lane: string; row: number }) => `${one.lane}\n${one.row}`;
	const narrow = width < 560;
	const most = Math.floor((width * 0.42 - 20) / 6.4);
	const named = (words: string) => (narrow || !words.endsWith("\n0") ? "" : words.length - 2 > most ? `${words.slice(0, most - 1)}…` : words.slice(0, -2));
	return Plot.plot({
		width, height: keys.length * 26 + 48 + (narrow ? lanes.length * 14 : 0), className: "plot",
		marginLeft: narrow ? 8 : Math.min(width * 0.42, Math.max(...lanes.map(({ label }) => label.length)) * 6.4 + 20), marginRight: 16, marginTop: 12, marginBottom: 28,
		x: { type: "utc", label: null, grid: true, tickSize: 0, ticks: narrow ? 4 : 8, tickFormat: when, nice: true },
		y: { type: "band", domain: keys, label: null, tickFormat: named, tickSize: 0, ...(narrow ? { axis: null } : {}) },
		marks: [
			...(narrow ? [Plot.text(keys.filter((one) => one.endsWith("\n0")), { y: (one: string) => one, text: (one: string) => one.slice(0, -2),
				frameAnchor: "left", textAnchor: "start", dy: -16, fill: "var(--ink-2)" })] : []),
			Plot.barX(bars, { x1: "from", x2: "to", y: key, fill: "var(--c-agreement)", fillOpacity: 0.45, insetTop: 5, insetBottom: 5, rx: 3, title: "label" }),
			Plot.dot(marks, { x: "from", y: key, r: 5, fill: "var(--c-meeting)", stroke: "var(--paper)", strokeWidth: 1.25, title: "label" }),
			Plot.tip([...bars, ...marks], Plot.pointer({ x: "from", y: key, title: "label", lineWidth: 26, fill: "var(--paper)", stroke: "var(--line-2)" })),
		],
	});
}

const colours = [typeColours.range[8], typeColours.range[1], typeColours.range[3], typeColours.range[5], typeColours.range[6]].map(String);
/** How far a promise was kept, from all to none: one hue, so that order shows without colour. */
const grades = ["var(--good)", "color-mix(in srgb, var(--good) 42%, var(--paper))", "var(--line-2)"];

export const seriesColours = (stacked: boolean) => (stacked ? grades : colours);

/** Columns side by side, or one above the other where the values of a category make a whole; lying where their names are long. */
export function paperColumns(categories: string[], series: Series[], stacked: boolean, unit: string, width: number) {
	const values = series.flatMap(({ name, values: all }, at) => all.flatMap(({ value }, i) =>
		(value === null ? [] : [{ category: categories[i] as string, series: name, value, at }])));
	const colour = { domain: series.map(({ name }) => name), range: series.map((_, i) => seriesColours(stacked)[i % seriesColours(stacked).length] as string) };
	const words = (one: (typeof values)[number]) => `${one.category} · ${one.series}\n${number(one.value)} ${unit}`;
	const long = Math.max(...categories.map((name) => name.length)) > 8;
	const compact = (n: number) => (Math.abs(n) >= 1e6 ? `${number(n / (Math.abs(n) >= 1e9 ? 1e9 : 1e6), 1)}${Math.abs(n) >= 1e9 ? "e9" : "e6"}` : number(n));
	const most = Math.max(0, ...values.map(({ value }) => value));
	const scale = most >= 1e9 ? 1e9 : most >= 1e6 ? 1e6 : 1;
	const tick = (n: number) => (scale === 1 ? compact(n) : number(n / scale, 1));
	if (long) {
		const narrow = width < 560;
		const left = narrow ? 8 : Math.min(300, Math.max(...categories.map((name) => name.length)) * 6.6 + 16);
		return Plot.plot({
			width, height: categories.length * (narrow ? 46 : 32) + 44, className: "plot", marginLeft: left, marginRight: 16, marginTop: 8, marginBottom: 28,
			x: { grid: true, label: null, ticks: 6, tickSize: 0, tickFormat: tick, nice: true },
			y: { type: "band", domain: categories, label: null, tickSize: 0, padding: narrow ? 0.55 : 0.35, ...(narrow ? { axis: null } : {}) },
			color: colour,
			marks: [
				Plot.barX(values, Plot.stackX({ y: "category", x: "value", fill: "series", order: colour.domain, insetRight: 1, title: words, tip: true })),
				...(narrow ? [Plot.text(categories, { y: (name: string) => name, text: (name: string) => name, frameAnchor: "left", textAnchor: "start", dy: -18, fill: "var(--ink-2)" })] : []),
				Plot.ruleX([0], { stroke: "var(--line-2)" }),
			],
		});
	}
	const step = Math.max(1, Math.ceil((categories.length * 36) / Math.max(1, width - 60)));
	return Plot.plot({
		width, height: 240, className: "plot", marginLeft: 44, marginRight: 12, marginTop: 12, marginBottom: 28,
		...(stacked ? {} : { fx: { domain: categories, label: null, axis: null, padding: 0.2 } }),
		x: stacked
			? { type: "band" as const, domain: categories, ticks: categories.filter((_, i) => i % step === 0), label: null, tickSize: 0, padding: 0.25 }
			: { type: "band" as const, domain: colour.domain, axis: null, padding: 0.06 },
		y: { grid: true, label: null, ticks: 5, tickSize: 0, tickFormat: tick, nice: true },
		color: colour,
		marks: stacked
			? [Plot.barY(values, Plot.stackY({ x: "category", y: "value", fill: "series", order: colour.domain, title: words, tip: true })), Plot.ruleY([0], { stroke: "var(--line-2)" })]
			: [Plot.barY(values, { fx: "category", x: "series", y: "value", fill: "series", rx: 2, title: words, tip: true }), Plot.ruleY([0], { stroke: "var(--line-2)" }),
				Plot.axisFx(categories.filter((_, i) => i % step === 0), { anchor: "bottom", tickSize: 0, label: null, fill: "var(--ink-2)" })],
	});
}
