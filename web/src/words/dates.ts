// Dates and numbers as the reader's language writes them. Periods are EDTF, as in docs/cli.md.
import { lang, t } from "./messages";

const locales = { vi: "vi-VN", en: "en-GB", lo: "lo-LA" } as const;
// "lo" counts years of the common era in official use; not every system knows its numbers, so digits stay western.
const locale = () => locales[lang()];

export const number = (value: number, digits = 2) =>
	new Intl.NumberFormat(lang() === "lo" ? "de-DE" : locale(), { maximumFractionDigits: digits }).format(value);

/** A count that may be a lower bound: "over 10,000". */
export const count = (value: number, atLeast = false) => (atLeast ? t("page-at-least", number(value)) : number(value));

export const percent = (value: number) =>
	new Intl.NumberFormat(lang() === "lo" ? "de-DE" : locale(), { style: "percent", maximumFractionDigits: 0 }).format(value);

/** One date of EDTF without interval: "2019-11-11", "2019-11", "2019", "XXXX-03-30". */
function one(edtf: string): string {
	const [year = "", month, day] = edtf.split("-");
	const unknown = year.includes("X");
	if (month === undefined) return unknown ? t("page-date-unknown") : year;
	if (lang() === "en") {
		const name = new Date(Date.UTC(2000, Number(month) - 1, 1)).toLocaleString("en-GB", { month: "short", timeZone: "UTC" });
		return [day ? String(Number(day)) : "", name, unknown ? "" : year].filter(Boolean).join(" ");
	}
	const parts = [day, month].filter((part): part is string => part !== undefined);
	return [...parts, ...(unknown ? [] : [year])].join("/");
}

/** A date or period of EDTF in words; nothing where there is none. */
export function date(edtf: string | null | undefined): string {
	if (!edtf) return "";
	const [from = "", to] = edtf.split("/");
	if (to === undefined) return one(from);
	if (to === ".." || to === "") return t("page-date-from", one(from));
	if (from === ".." || from === "") return t("page-date-to", one(to));
	if (from.length === 10 && to.length === 10) return days(from, to);
	return `${one(from)} – ${one(to)}`;
}

/** First and last day of a fact, as short as they can be told: a whole year is its number. */
export function days(first: string | null, last: string | null): string {
	if (!first && !last) return "";
	if (first && last) {
		if (first === last) return date(first);
		if (first.endsWith("-01-01") && last.endsWith("-12-31")) {
			const [a, b] = [first.slice(0, 4), last.slice(0, 4)];
			return a === b ? a : `${a} – ${b}`;
		}
		if (first.slice(0, 7) === last.slice(0, 7)) {
			// A whole month is its name; of two days in one month the month stands once.
			const length = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0)).getUTCDate();
			const [a, b] = [Number(first.slice(8)), Number(last.slice(8))];
			return a === 1 && b === length ? date(first.slice(0, 7)) : `${lang() === "en" ? a : first.slice(8)} – ${date(last)}`;
		}
		return `${one(first)} – ${one(last)}`;
	}
	return first ? t("page-date-from", date(first)) : t("page-date-to", date(last));
}

/** A moment of the journal (UTC, ISO 8601) in the reader's own time. */
export function moment(iso: string): string {
	const at = new Date(iso);
	if (Number.isNaN(at.getTime())) return iso;
	const pad = (n: number) => String(n).padStart(2, "0");
	const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
	return `${date(day)} ${pad(at.getHours())}:${pad(at.getMinutes())}`;
}
