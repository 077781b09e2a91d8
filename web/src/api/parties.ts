// Finding a body by what one types or selects, with or without marks, also by the short forms of papers.
import { fold, nameWords } from "../words/fold";
import { api } from "./client";
import type { Party, Place } from "./schema";

const most = 500;

/** Parties that may be meant: those of the places that the words name, else of the whole register. */
async function near(words: string, places: Map<string, Place>): Promise<Party[]> {
	const folded = fold(words);
	const named = [...places.values()].filter(({ code, country, name, name_vi: vi, name_en: en }) => code !== country
		&& [name, vi, en].some((one) => folded.includes(fold(one)) || (folded.length > 2 && fold(one).startsWith(folded))));
	const ask = (query: Record<string, string | number>) => api.get<{ items: Party[] }>("/parties", query).then(({ items }) => items, () => []);
	const found = named.length > 0 && named.length <= 4
		? await Promise.all(named.map(({ code }) => ask({ place: code, page_size: most })))
		: await Promise.all([ask({ text: words, page_size: 50 }), ask({ page_size: most })]);
	return [...new Map(found.flat().map((party) => [party.party, party])).values()];
}

/** Those of which every typed word begins a word of the name or stands in the id, most facts first. */
export async function findParties(typed: string, places: Map<string, Place>): Promise<Party[]> {
	const wanted = nameWords(typed);
	const fits = (party: Party) => {
		const words = nameWords(`${party.name} ${party.party.replace(/[/-]/g, " ")}`);
		return wanted.every((one) => words.some((word) => word.startsWith(one)));
	};
	return (await near(typed, places)).filter(fits).sort((a, b) => b.facts - a.facts);
}

export const suggestParties = async (typed: string, places: Map<string, Place>) => (await findParties(typed, places)).slice(0, 8);

/** The one that words of a document name: all words of its name stand in them; of several the longest name. */
export async function partyOf(selected: string, places: Map<string, Place>): Promise<Party | null> {
	const given = new Set(nameWords(selected));
	const named = (await near(selected, places)).map((party) => ({ party, words: nameWords(party.name) }))
		.filter(({ words }) => words.every((word) => given.has(word)));
	return named.sort((a, b) => b.words.length - a.words.length || b.party.facts - a.party.facts)[0]?.party ?? null;
}
