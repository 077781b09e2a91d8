// Outlines of Vietnam, Laos and their neighbours around the common border, out of Natural Earth (public domain, as the
// package world-atlas holds it): cropped to the box that the map shows and thinned to what a screen can tell apart.
import { readFileSync } from "node:fs";
import path from "node:path";
import { feature } from "topojson-client";

const countries = { VN: "704", LA: "418", KH: "116", TH: "764", CN: "156", MM: "104" };
// Degrees: west, south, east, north. The map shows less than this, so that the cut edges are out of sight.
const box = [97, 7, 112, 26];
const tolerance = 0.012;

export function outlines(here) {
	const world = JSON.parse(readFileSync(path.join(here, "node_modules/world-atlas/countries-10m.json"), "utf8"));
	const features = [];
	for (const [code, id] of Object.entries(countries)) {
		const shape = world.objects.countries.geometries.find((geometry) => geometry.id === id);
		if (!shape) throw new Error(`world-atlas has no country ${id}`);
		const { geometry } = feature(world, shape);
		const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
		const kept = [];
		for (const [outer] of polygons) {
			const ring = thin(crop(outer));
			// Islands smaller than a pixel are left out.
			if (ring.length >= 4 && Math.abs(area(ring)) > 0.004) kept.push([ring.map(([x, y]) => [round(x), round(y)])]);
		}
		features.push({ type: "Feature", properties: { code }, geometry: { type: "MultiPolygon", coordinates: kept } });
	}
	return { type: "FeatureCollection", features };
}

const round = (value) => Math.round(value * 1000) / 1000;

function area(ring) {
	let sum = 0;
	for (let i = 0; i + 1 < ring.length; i++) sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
	return sum / 2;
}

// Sutherland and Hodgman, edge by edge of the box.
function crop(ring) {
	const edges = [[0, box[0], 1], [1, box[1], 1], [0, box[2], -1], [1, box[3], -1]];
	let points = ring.slice(0, -1);
	for (const [axis, limit, sign] of edges) {
		const inside = (p) => (p[axis] - limit) * sign >= 0;
		const cut = (a, b) => {
			const t = (limit - a[axis]) / (b[axis] - a[axis]);
			return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
		};
		const next = [];
		points.forEach((point, i) => {
			const before = points[(i + points.length - 1) % points.length];
			if (inside(point)) {
				if (!inside(before)) next.push(cut(before, point));
				next.push(point);
			} else if (inside(before)) {
				next.push(cut(before, point));
			}
		});
		points = next;
		if (!points.length) return [];
	}
	return [...points, points[0]];
}

// Douglas and Peucker on the two halves of the ring, so that it stays closed.
function thin(ring) {
	if (ring.length < 8) return ring;
	const middle = Math.floor(ring.length / 2);
	return [...peucker(ring.slice(0, middle + 1)), ...peucker(ring.slice(middle)).slice(1)];
}

function peucker(points) {
	const keep = new Uint8Array(points.length);
	keep[0] = keep[points.length - 1] = 1;
	const stack = [[0, points.length - 1]];
	while (stack.length) {
		const [from, to] = stack.pop();
		const [ax, ay] = points[from];
		const [bx, by] = points[to];
		const length = Math.hypot(bx - ax, by - ay);
		let worst = 0;
		let at = -1;
		for (let i = from + 1; i < to; i++) {
			const [x, y] = points[i];
			const away = length ? Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length : Math.hypot(x - ax, y - ay);
			if (away > worst) [worst, at] = [away, i];
		}
		if (worst > tolerance) {
			keep[at] = 1;
			stack.push([from, at], [at, to]);
		}
	}
	return points.filter((_, i) => keep[i]);
}
