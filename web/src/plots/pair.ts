// Drawings of a pair's page.
import * as Plot from "@observablehq/plot";
import { days, number } from "../words/dates";
import { t } from "../words/messages";
import { typeName } from "../words/values";
import { go } from "../shell/router";
import { tick } from "./time";
import { typeColours } from "./years";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** Makes marks lead to their facts; the lists beside the drawings have the same as links. */
function leads(plot: SVGSVGElement | HTMLElement, mark: string, facts: string[]) {
	plot.querySelectorAll<SVGElement>(`[aria-label="${mark}"] > *`).forEach((element, i) => {
		const fact = facts[i];
		if (!fact) return;
		element.classList.add("leads");
		element.addEventListener("click", () => go(`/facts/${fact}`));
	});
	return plot;
}

export interface Term {
	fact: string;
	label: string;
	first: string;
	/** null: no end is known. */
	last: string | null;
	inForce: boolean;
}

/** Agreements as bars over their terms; one whose term is not known is a mark on the day it was signed. */
export function terms(all: Term[], asOf: string, width: number) {
	const today = day(asOf);
	const sorted = [...all].sort((a, b) => a.first.localeCompare(b.first));
	const rows = sorted.map((term, row) => ({ ...term, row: String(row) }));
	const end = new Date(Math.max(+today, ...rows.map(({ last, first }) => +day(last ?? first))));
	const start = Math.min(...rows.map(({ first }) => +day(first)));
	// A label begins with its bar; one that would not fit there begins or ends with the frame, whichever its bar is nearer to.
	const room = (d: (typeof rows)[number]) => (width - 24) * (1 - (+day(d.first) - start) / Math.max(1, +end - start));
	const fits = (d: (typeof rows)[number]) => d.label.length * 6.3 < room(d);
	const most = Math.floor((width - 24) / 6.3);
	const label = ({ label: words }: { label: string }) => (words.length > most ? `${words.slice(0, most - 1)}…` : words);
	const ends = (d: (typeof rows)[number]) => (d.last ? day(d.last) : end);
	const names = { y: "row", text: label, dy: -9, fill: "var(--ink-2)", stroke: "var(--paper)", strokeWidth: 3, pointerEvents: "none" } as const;
	const plot = Plot.plot({
		width, height: rows.length * 40 + 44, className: "plot", marginLeft: 4, marginRight: 12, marginTop: 8, marginBottom: 28,
		x: { type: "utc", domain: [new Date(start), end], label: null, grid: true, tickSize: 0, ticks: width < 560 ? 4 : 8, tickFormat: tick, nice: true },
		y: { type: "band", axis: null, domain: rows.map(({ row }) => row), padding: 0.1 },
		marks: [
			Plot.ruleX([today], { stroke: "var(--bad)", strokeDasharray: "3,3" }),
			Plot.barX(rows, { x1: (d) => day(d.first), x2: ends, y: "row", fill: "var(--c-agreement)",
				fillOpacity: (d) => (d.inForce ? 0.9 : 0.35), insetTop: 20, insetBottom: 4, rx: 3,
				title: (d) => `${d.label}\n${days(d.first, d.last)}` }),
			Plot.dot(rows.filter((d) => d.first === d.last), { x: (d) => day(d.first), y: "row", r: 5, dx: 5, dy: 10, fill: "var(--c-agreement)", fillOpacity: 0.6 }),
			Plot.text(rows.filter(fits), { ...names, x: (d) => day(d.first), textAnchor: "start" }),
			Plot.text(rows.filter((d) => !fits(d) && room(d) > width / 2), { ...names, frameAnchor: "left", textAnchor: "start" }),
			Plot.text(rows.filter((d) => !fits(d) && room(d) <= width / 2), { ...names, frameAnchor: "right", textAnchor: "end" }),
		],
	});
	return leads(plot, "bar", rows.map(({ fact }) => fact));
}

export interface Mark {
	fact: string;
	type: string;
	label: string;
	first: string;
	last: string;
}

/** Facts on a line of time, a lane for each type. What took longer than some weeks is a bar. */
export function timeline(marks: Mark[], width: number) {
	const types = typeColours.domain.filter((type) => marks.some((mark) => mark.type === type));
	// What lasted some days only would be too thin a bar to be seen.
	const lasts = ({ first, last }: Mark) => +day(last) - +day(first) > 20 * 86400000;
	const long = marks.filter(lasts);
	const short = marks.filter((mark) => !lasts(mark));
	const words = (mark: Mark) => `${days(mark.first, mark.last)}\n${mark.label}`;
	const narrow = width < 560;
	const plot = Plot.plot({
		width, height: types.length * (narrow ? 48 : 44) + 40, className: "plot", marginLeft: narrow ? 8 : 136, marginRight: 16, marginTop: 8, marginBottom: 28,
		x: { type: "utc", label: null, grid: true, tickSize: 0, ticks: narrow ? 4 : 10, tickFormat: tick, nice: true },
		y: { type: "band", domain: types, label: null, tickFormat: (type: string) => typeName(type), tickSize: 0, ...(narrow ? { axis: null } : {}) },
		color: typeColours,
		marks: [
			Plot.ruleY(types, { y: (type: string) => type, stroke: "var(--line)" }),
			...(narrow ? [Plot.text(types, { y: (type: string) => type, text: (type: string) => typeName(type), frameAnchor: "left", dy: -16, fill: "var(--ink-2)" })] : []),
			Plot.barX(long, { x1: (d) => day(d.first), x2: (d) => new Date(+day(d.last) + 86400000), y: "type", fill: "type", fillOpacity: 0.38, insetTop: 17, insetBottom: 17, rx: 3, title: words }),
			Plot.dot(short, { x: (d) => day(d.first), y: "type", fill: "type", r: 5.5, stroke: "var(--paper)", strokeWidth: 1.5, title: words }),
			Plot.tip(marks, Plot.pointer({ x: (d) => day(d.first), y: "type", title: words, lineWidth: 24, fill: "var(--paper)", stroke: "var(--line-2)" })),
		],
	});
	leads(plot, "bar", long.map(({ fact }) => fact));
	return leads(plot, "dot", short.map(({ fact }) => fact));
}

export interface Figure {
	fact: string;
	first: string;
	last: string;
	value: number;
	words: string;
}

/** Figures of one kind over the years, each as wide as the time it counts. */
export function figures(all: Figure[], width: number) {
	const plot = Plot.plot({
		width, height: 160, className: "plot", marginLeft: 56, marginRight: 12, marginTop: 16, marginBottom: 28,
		x: { type: "utc", label: null, tickSize: 0, ticks: width < 400 ? 3 : 6, tickFormat: tick, nice: true },
		y: { grid: true, label: null, ticks: 4, zero: true, nice: true, tickSize: 0, tickFormat: (n: number) => number(n) },
		marks: [
			Plot.rect(all, { x1: (d) => day(d.first), x2: (d) => new Date(+day(d.last) + 86400000), y1: 0, y2: "value", fill: "var(--c-result)", fillOpacity: 0.45,
				stroke: "var(--c-result)", insetLeft: 0.5, insetRight: 0.5, title: (d) => `${days(d.first, d.last)}: ${d.words}`, tip: true }),
			Plot.ruleY([0], { stroke: "var(--line-2)" }),
		],
	});
	return leads(plot, "rect", all.map(({ fact }) => fact));
}

export interface Given {
	year: number;
	/** "a-to-b" upwards, "b-to-a" downwards. */
	direction: string;
	value: number;
}

/** Money given, one side up and the other down, by year. */
export function supportBars(given: Given[], unit: string, up: string, down: string, width: number) {
	const years = given.map(({ year }) => year);
	const [first, last] = [Math.min(...years), Math.max(...years)];
	const domain = Array.from({ length: last - first + 1 }, (_, i) => first + i);
	const step = Math.max(1, Math.ceil((domain.length * 36) / Math.max(1, width - 100)));
	const compact = (n: number) => number(Math.abs(n) >= 1e9 ? Math.abs(n) / 1e9 : Math.abs(n) >= 1e6 ? Math.abs(n) / 1e6 : Math.abs(n), 1)
		+ (Math.abs(n) >= 1e9 ? ` ${t("page-billion")}` : Math.abs(n) >= 1e6 ? ` ${t("page-million")}` : "");
	return Plot.plot({
		width, height: 220, className: "plot", marginLeft: 76, marginRight: 12, marginTop: 20, marginBottom: 28,
		x: { type: "band", domain, ticks: domain.filter((_, i) => i % step === 0), tickFormat: String, label: null, tickSize: 0, padding: 0.25 },
		y: { grid: true, label: null, ticks: 5, tickSize: 0, tickFormat: compact, nice: true },
		marks: [
			Plot.barY(given, { x: "year", y: (d) => (d.direction === "a-to-b" ? d.value : -d.value), fill: "var(--c-support)",
				fillOpacity: (d) => (d.direction === "a-to-b" ? 0.85 : 0.45), rx: 2,
				title: (d) => `${d.year} · ${d.direction === "a-to-b" ? up : down}: ${number(d.value)} ${unit}`, tip: true }),
			Plot.ruleY([0], { stroke: "var(--ink-3)" }),
		],
	});
}
