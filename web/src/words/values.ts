// Values of records in a person's words.
import type { Vocabulary, Place } from "../api/schema";
import { date, number } from "./dates";
import { has, t } from "./messages";

export const recordTypes = ["meeting", "visit", "activity", "agreement", "twinning", "achievement", "commitment", "result",
	"support"] as const;
export type RecordType = (typeof recordTypes)[number];

export interface Words {
	vocabulary: Vocabulary;
	places: Map<string, Place>;
}

export const typeName = (type: string) => t(`page-type-${type}`);
export const statusName = (status: string) => t(`page-status-${status}`);

/** What an entry of the journal is. */
export const entryName = (kind: string) => (has(`page-entry-${kind}`) ? t(`page-entry-${kind}`) : kind);

/** The last part of the path or address a document was read from. */
export const fileName = (source: string) => source.split("/").pop() || source;

export const placeName = (words: Words, code: string) => words.places.get(code)?.name ?? code;

/** "VN-05/border-post/chiềng tương" in words. */
export function partyName(words: Words, party: string): string {
	const [place = "", kind, ...rest] = party.split("/");
	const where = placeName(words, place);
	if (!kind || kind === "province" || kind === "state") return where;
	const named = rest.join("/");
	if (named && has(`party-${kind}-named`)) return t(`party-${kind}-named`, where, capital(named));
	if (has(`party-${kind}`)) return t(`party-${kind}`, where);
	const label = words.vocabulary.bodies.find((body) => body.value === kind)?.label ?? kind;
	return named ? `${label} ${capital(named)} (${where})` : `${label}, ${where}`;
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Where the page of a party stands. */
export const partyPath = (party: string) => `/parties/${party.split("/").map(encodeURIComponent).join("/")}`;

export const themeName = (words: Words, theme: string) =>
	words.vocabulary.themes.find((one) => one.value === theme)?.label ?? theme;

/** The fields of a type, as the vocabulary has them. */
export const fieldsOf = (words: Words, type: string) => words.vocabulary.types.find((one) => one.type === type)?.fields ?? [];

/** A value of a field in words; "" for none. */
export function valueWords(words: Words, type: string, field: string, value: unknown): string {
	if (value === null || value === undefined) return "";
	const kind = fieldsOf(words, type).find((one) => one.name === field);
	if (Array.isArray(value)) {
		return value.map((one) => oneWord(words, kind?.kind, kind?.choices, one)).filter(Boolean).join("; ");
	}
	return oneWord(words, kind?.kind, kind?.choices, value);
}

function oneWord(words: Words, kind: string | undefined, choices: Array<{ value: string; label: string }> | undefined,
	value: unknown): string {
	if (value === null || value === undefined) return "";
	if (typeof value === "number") return number(value);
	if (typeof value === "object") {
		const { value: amount, unit } = value as { value?: number; unit?: string };
		return amount === undefined ? JSON.stringify(value) : `${number(amount)} ${unit ?? ""}`.trim();
	}
	const text = String(value);
	switch (kind) {
		case "date": return date(text);
		case "place": return placeName(words, text);
		case "party":
		case "parties": return partyName(words, text);
		case "theme":
		case "themes": return themeName(words, text);
		case "choice": return choices?.find((choice) => choice.value === text)?.label ?? text;
		default: return text;
	}
}

/** A value as the fields of a form and POST /decisions take it: plain words, lists with commas between. */
export function plainValue(value: unknown): string {
	if (value === null || value === undefined) return "";
	if (Array.isArray(value)) return value.map(plainValue).join(", ");
	if (typeof value === "object") {
		const { value: amount, unit } = value as { value?: unknown; unit?: unknown };
		return `${String(amount ?? "")} ${String(unit ?? "")}`.trim();
	}
	return String(value);
}
