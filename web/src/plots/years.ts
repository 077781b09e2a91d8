import * as Plot from "@observablehq/plot";
import { number } from "../words/dates";
import { recordTypes, typeName } from "../words/values";

/** Colours of the types of records, as styles/tokens.css has them. */
export const typeColours = { domain: [...recordTypes], range: recordTypes.map((type) => `var(--c-${type})`) };

/** Years between which a drawing says nothing are still years: every one from the first to the last. */
function span(years: number[]): number[] {
	const [first, last] = [Math.min(...years), Math.max(...years)];
	return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

interface Count {
	year: number;
	type: string;
	count: number;
}

function bars(counts: Count[], width: number, height: number) {
	const years = span(counts.map(({ year }) => year));
	// As many ticks as fit without touching: a year takes 36 px.
	const step = Math.max(1, Math.ceil((years.length * 36) / Math.max(1, width - 60)));
	const most = Math.max(0, ...years.map((year) => counts.filter((one) => one.year === year).reduce((sum, one) => sum + one.count, 0)));
	return Plot.plot({
		width, height, className: "plot", marginLeft: 36, marginRight: 8, marginTop: 12, marginBottom: 28,
		x: { type: "band", domain: years, ticks: years.filter((_, i) => i % step === 0), tickFormat: String, label: null, tickSize: 0, padding: 0.22 },
		y: { grid: true, label: null, ticks: Math.min(5, most), tickFormat: (n: number) => number(n), tickSize: 0, nice: true },
		color: typeColours,
		marks: [
			Plot.barY(counts, Plot.stackY({
				x: "year", y: "count", fill: "type", order: [...recordTypes], insetTop: 0.5, rx: 1.5,
				title: (one: Count) => `${one.year} · ${typeName(one.type)}: ${number(one.count)}`, tip: true,
			})),
			Plot.ruleY([0], { stroke: "var(--line-2)" }),
		],
	});
}

export const contactsByYear = (contacts: Array<{ year: number; meetings: number; visits: number }>, width: number) =>
	bars(contacts.flatMap(({ year, meetings, visits }) => [
		{ year, type: "meeting", count: meetings }, { year, type: "visit", count: visits },
	]).filter(({ count }) => count > 0), width, 220);

/** Facts without a date are counted under the year 0, which has no place on a line of years. */
export const factsByYear = (years: Array<{ year: number; counts: Record<string, number> }>, width: number) =>
	bars(years.filter(({ year }) => year > 0).flatMap(({ year, counts }) => Object.entries(counts).map(([type, count]) => ({ year, type, count }))), width, 360);

