// Decisions: made, told, and taken back from where they are told.
import { errorWords } from "../parts/basics";
import { say } from "../parts/toast";
import { t } from "../words/messages";
import { api, ApiError } from "./client";
import { forgetAnswers } from "./use";
import type { Made } from "./schema";

export interface Decision {
	kind: "confirm" | "correct" | "reject" | "add-fact" | "join" | "split" | "same" | "different" | "undo" | "nothing-here";
	fact?: string;
	facts?: string[];
	field?: string;
	value?: string;
	type?: string;
	fields?: Record<string, string>;
	records?: string[];
	a?: string;
	b?: string;
	entry?: string;
	document?: string;
	why?: string;
}

/** Makes a decision and says so, with a way to undo it; `after` is called when it, or its undoing, is done. The answer is
 * what it became, null where the server refused it (which is then said). */
export async function decide(decision: Decision, after: () => void): Promise<Made | null> {
	return made(() => api.post<Made>("/decisions", decision), t(`page-did-${decision.kind}`), after, decision.kind !== "undo");
}

/** Confirms several facts at once. */
export const confirmAll = (facts: string[], after: () => void) =>
	made(() => api.post<Made>("/decisions/bulk", { facts }), t("page-did-bulk", facts.length), after, false);

async function made(send: () => Promise<Made>, words: string, after: () => void, undoable: boolean): Promise<Made | null> {
	try {
		const result = await send();
		forgetAnswers();
		const entry = result.entries[0]?.entry;
		say(words, undoable && entry ? { undo: () => { void decide({ kind: "undo", entry }, after); } } : {});
		after();
		return result;
	} catch (problem) {
		if (!(problem instanceof ApiError)) throw problem;
		say(errorWords(problem), { bad: true });
		return null;
	}
}
