// The map of both sides of the border, with the pairs drawn by how much is recorded between them.
import * as Plot from "@observablehq/plot";
import { geoMercator } from "d3-geo";
import type { FeatureCollection } from "geojson";
import outlines from "outlines";
import type { Pair, Place } from "../api/schema";
import { go } from "../shell/router";
import { count, number } from "../words/dates";
import { t } from "../words/messages";

interface Line {
	pair: Pair;
	a: Place & { lon: number; lat: number };
	b: Place & { lon: number; lat: number };
}

const placed = (place: Place | undefined): place is Place & { lon: number; lat: number } =>
	place !== undefined && place.lon !== null && place.lat !== null;

export function borderMap(pairs: Pair[], places: Map<string, Place>, width: number) {
	const lines: Line[] = [];
	for (const pair of pairs) {
		const [a, b] = [places.get(pair.a), places.get(pair.b)];
		// What two countries have with each other has no place on the border.
		if (placed(a) && placed(b) && a.code !== a.country && b.code !== b.country) lines.push({ pair, a, b });
	}
	// The thinnest are drawn first, so that the strong ones lie on top and take the pointer.
	lines.sort((x, y) => x.pair.facts - y.pair.facts);
	const named = new Map<string, { place: Line["a"]; facts: number }>();
	for (const { pair, a, b } of lines) {
		for (const place of [a, b]) named.set(place.code, { place, facts: (named.get(place.code)?.facts ?? 0) + pair.facts });
	}
	const points = [...named.values()].sort((x, y) => y.facts - x.facts);

	const narrow = width < 480;
	const height = Math.round(Math.min(620, Math.max(380, width * (narrow ? 1.25 : 0.98))));
	// What the map shows: the common border with some land on both sides, and every province that has a pair.
	const frame = { west: 100.2, east: 109.4, south: 13.4, north: 22.9 };
	for (const { place } of points) {
		frame.west = Math.min(frame.west, Math.max(98, place.lon - 0.6));
		frame.south = Math.min(frame.south, Math.max(8.3, place.lat - 0.6));
		frame.north = Math.max(frame.north, Math.min(24.5, place.lat + 0.5));
	}
	const corners = [[frame.west, frame.south], [frame.east, frame.south], [frame.east, frame.north], [frame.west, frame.north]];
	const projection = geoMercator().fitExtent([[0, 0], [width, height]], { type: "MultiPoint", coordinates: corners });
	const land = (codes: string[]) => (outlines as FeatureCollection).features.filter(({ properties }) => codes.includes(properties?.code as string));
	const most = Math.max(1, ...lines.map(({ pair }) => pair.facts));
	const labels = keepApart(points, narrow ? 14 : 30, projection, narrow, width);

	const plot = Plot.plot({
		width, height, className: "plot", margin: 0,
		projection: () => projection,
		length: { type: "identity" },
		marks: [
			Plot.geo(land(["TH", "KH", "CN", "MM"]), { fill: "var(--map-far)", stroke: "var(--map-line)", strokeWidth: 0.6 }),
			Plot.geo(land(["VN", "LA"]), { fill: "var(--map-near)", stroke: "var(--map-border)", strokeWidth: 1 }),
			Plot.link(lines, {
				x1: (line: Line) => line.a.lon, y1: (line: Line) => line.a.lat, x2: (line: Line) => line.b.lon, y2: (line: Line) => line.b.lat,
				stroke: "var(--accent)", strokeWidth: (line: Line) => 1 + 9 * (line.pair.facts / most),
				// What is little recorded stays in the background, so that the strong pairs are seen among many.
				strokeOpacity: (line: Line) => 0.22 + 0.58 * (line.pair.facts / most),
				strokeLinecap: "round",
				title: (line: Line) => t("page-map-pair", line.pair.a_name, line.pair.b_name, count(line.pair.facts, line.pair.at_least)),
			}),
			Plot.dot(points, { x: (p) => p.place.lon, y: (p) => p.place.lat, r: 3.5, fill: "var(--paper)", stroke: "var(--accent-strong)", strokeWidth: 1.75,
				title: (p) => `${p.place.name}: ${number(p.facts)}` }),
			...(["start", "middle", "end"] as const).flatMap((anchor) => [-13, 0, 13].map((dy) => Plot.text(labels.filter((label) => label.anchor === anchor && label.dy === dy), {
				x: (label) => label.place.lon, y: (label) => label.place.lat, text: (label) => label.place.name, dy,
				dx: anchor === "end" ? -8 : anchor === "start" ? 8 : 0, textAnchor: anchor,
				fill: "var(--ink)", stroke: "var(--map-near)", strokeWidth: 3, fontSize: narrow ? 11 : 12, fontWeight: 500, pointerEvents: "none",
			}))),
		],
	});
	// The list beside the map has the same as links; here the pointer has them.
	const svg = plot instanceof SVGSVGElement ? plot : plot.querySelector("svg");
	svg?.classList.add("map");
	svg?.querySelectorAll<SVGPathElement>('[aria-label="link"] path').forEach((path, i) => {
		const line = lines[i];
		if (!line) return;
		path.classList.add("map-pair");
		path.addEventListener("click", () => go(`/pairs/${line.pair.a}/${line.pair.b}`));
	});
	return plot;
}

interface Label {
	place: Line["a"];
	anchor: "start" | "middle" | "end";
	dx: number;
	dy: number;
}

/** Labels beside their points (Laos to the left and Vietnam to the right first), else above or below them; one that would lie
 * on another or on a point is left out. */
function keepApart(points: Array<{ place: Line["a"] }>, most: number, projection: (point: [number, number]) => [number, number] | null, narrow: boolean, width: number): Label[] {
	const letter = narrow ? 6.2 : 6.8;
	const kept: Label[] = [];
	const at = (place: Line["a"]) => projection([place.lon, place.lat]) ?? [0, 0];
	const dots = points.map(({ place }) => at(place));
	const boxes: Array<[number, number, number, number]> = [];
	for (const { place } of points.slice(0, most)) {
		const [x, y] = at(place);
		const long = place.name.length * letter;
		const left: Label = { place, anchor: "end", dx: -8, dy: 0 };
		const right: Label = { place, anchor: "start", dx: 8, dy: 0 };
		const beside = place.country === "LA" ? [left, right] : [right, left];
		for (const label of [...beside, { place, anchor: "middle", dx: 0, dy: -13 } as Label, { place, anchor: "middle", dx: 0, dy: 13 } as Label]) {
			const from = label.anchor === "end" ? x - 8 - long : label.anchor === "start" ? x + 8 : x - long / 2;
			const box: [number, number, number, number] = [from, y + label.dy - 7, from + long, y + label.dy + 7];
			const over = box[0] < 0 || box[2] > width
				|| boxes.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])
				|| dots.some(([a, b]) => a > box[0] - 3 && a < box[2] + 3 && b > box[1] - 2 && b < box[3] + 2);
			if (over) continue;
			boxes.push(box);
			kept.push(label);
			break;
		}
	}
	return kept;
}
