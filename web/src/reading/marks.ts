// From records with places in a document's text to stretches of marked words.
import type { Block, DocumentRecord } from "../api/schema";

/** A stretch of one block that the same records cover; none: plain words. */
export interface Stretch {
	start: number;
	end: number;
	/** The shortest first: it is the one that a click means. */
	records: DocumentRecord[];
}

export interface MarkedBlock {
	kind: Block["kind"];
	start: number;
	end: number;
	stretches: Stretch[];
}

/** Code points → UTF-16 units of `text`; only a text with letters beyond the basic plane needs a table. */
export function unitsOf(text: string): (point: number) => number {
	if (!/[\ud800-\udbff]/.test(text)) return (point) => point;
	const table: number[] = [];
	let unit = 0;
	for (const letter of text) {
		table.push(unit);
		unit += letter.length;
	}
	table.push(unit);
	return (point) => table[Math.min(point, table.length - 1)] ?? unit;
}

/** The blocks of a document with the words of its records; text between blocks counts as a paragraph. Offsets of the
 * answer are UTF-16 units of `text`. */
export function markBlocks(text: string, blocks: Block[], records: DocumentRecord[]): MarkedBlock[] {
	const unit = unitsOf(text);
	const marks = records.filter((record) => !record.gone && record.evidence.end > record.evidence.start).map((record) => ({
		record, start: unit(record.evidence.start), end: unit(record.evidence.end),
	})).sort((a, b) => a.start - b.start || a.end - b.end);

	const whole: MarkedBlock[] = [];
	let at = 0;
	const between = (end: number) => {
		for (const line of text.slice(at, end).matchAll(/[^\n]*\S[^\n]*/g)) {
			const start = at + line.index;
			whole.push({ kind: "paragraph", start, end: start + line[0].length, stretches: [] });
		}
	};
	for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
		const start = Math.max(at, unit(block.start));
		const end = unit(block.end);
		if (end <= start) continue;
		between(start);
		whole.push({ kind: block.kind, start, end, stretches: [] });
		at = end;
	}
	between(text.length);

	let first = 0;
	for (const block of whole) {
		// Marks begin in order; one that reaches over several blocks keeps those behind it in sight.
		while (first < marks.length && marks[first]!.end <= block.start) first++;
		const within = [];
		for (let i = first; i < marks.length && marks[i]!.start < block.end; i++) {
			if (marks[i]!.end > block.start) within.push(marks[i]!);
		}
		const edges = new Set([block.start, block.end]);
		for (const { start, end } of within) {
			edges.add(Math.max(start, block.start));
			edges.add(Math.min(end, block.end));
		}
		const sorted = [...edges].sort((a, b) => a - b);
		for (let i = 0; i + 1 < sorted.length; i++) {
			const [start, end] = [sorted[i]!, sorted[i + 1]!];
			const over = within.filter((mark) => mark.start < end && mark.end > start).sort((a, b) => a.end - a.start - (b.end - b.start));
			block.stretches.push({ start, end, records: over.map(({ record }) => record) });
		}
	}
	return whole;
}
