// What the parts of a pair's page share.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Item, PairDetail } from "../api/schema";
import type { Signed } from "../shell/session";
import { number } from "../words/dates";
import { t, tn } from "../words/messages";
import { themeName, valueWords } from "../words/values";

/** Opens the words that facts rest on. */
export type Open = (facts: string[], title: string) => void;

export interface PartProps {
	pair: PairDetail;
	open: Open;
}

export const itemOf = (pair: PairDetail, fact: string): Item | undefined => (pair.facts as unknown as Record<string, Item>)[fact];

export const summaryOf = (pair: PairDetail, fact: string): string => itemOf(pair, fact)?.summary ?? fact;

/** What the head of a summary says: the part before its first colon is the kind, which stands elsewhere. */
export const themeWords = (signed: Signed, theme: string | null) => (theme ? themeName(signed, theme) : t("page-no-theme"));

export const kindWords = (signed: Signed, kind: string) =>
	(kind === "visit" ? t("page-type-visit") : valueWords(signed, "meeting", "kind", kind));

export function amount(value: number, about: string | null | undefined): string {
	return about ? t(`page-amount-${about}`, number(value)) : number(value);
}

export function Part({ id, title, note, children }: { id: string; title: string; note?: ComponentChildren; children: ComponentChildren }) {
	return (
		<section class="section pair-part" id={id} aria-labelledby={`${id}-head`}>
			<div class="card-head"><h2 id={`${id}-head`}>{title}</h2>{note && <span class="note">{note}</span>}</div>
			{children}
		</section>
	);
}

/** The first rows of a long list; the others when they are asked for. */
export function useSome<T>(items: T[], most: number): [T[], ComponentChildren] {
	const [all, setAll] = useState(false);
	const left = items.length - most;
	if (all || left <= 2) return [items, null];
	return [items.slice(0, most), (
		<button type="button" class="button small more" onClick={() => setAll(true)}>{tn("page-more", left, number(left))}</button>
	)];
}
