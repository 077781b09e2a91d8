// The words of the page, by message id, out of the tables of messages/ through GET /messages/LANG.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { address } from "../api/client";

export type Lang = "vi" | "en" | "lo";
export const langs: readonly Lang[] = ["vi", "en", "lo"];
export const langNames: Record<Lang, string> = { vi: "Tiếng Việt", en: "English", lo: "ລາວ" };

let table: Record<string, string> = {};
let current: Lang = "vi";

/** The text of an id with {0}, {1}, … filled in; an id that the table lacks shows itself. */
export function t(id: string, ...values: Array<string | number>): string {
	const text = table[id];
	if (text === undefined) return values.length ? `${id} ${values.join(" ")}` : id;
	return text.replace(/\{(\d)\}/g, (_, n: string) => String(values[Number(n)] ?? ""));
}

/** As t(), in the plural: "id-one" where the number is 1 and the table has it. */
export function tn(id: string, number: number, shown: string): string {
	return number === 1 && table[`${id}-one`] !== undefined ? t(`${id}-one`, shown) : t(id, shown);
}

export const has = (id: string) => table[id] !== undefined;
export const lang = () => current;

/** The language the reader chose, else that of the browser among ours, else Vietnamese. */
export function wantedLang(): Lang {
	const chosen = localStorage.getItem("lang");
	if (langs.includes(chosen as Lang)) return chosen as Lang;
	for (const wish of navigator.languages) {
		const found = langs.find((code) => wish.toLowerCase().startsWith(code));
		if (found) return found;
	}
	return "vi";
}

export async function loadMessages(wanted: Lang): Promise<void> {
	const answer = await fetch(address(`/messages/${wanted}`), { credentials: "same-origin" });
	if (!answer.ok) throw new Error(`messages: ${answer.status}`);
	table = (await answer.json()) as Record<string, string>;
	current = wanted;
	document.documentElement.lang = wanted;
}

/** Changes when another language was loaded: what shows words reads it. */
export const LangContext = createContext<Lang>("vi");
export const useLang = () => useContext(LangContext);
