// A pair: all that stands in the register between two places, as a review would sort it.
import type { PairDetail } from "../api/schema";
import { useGet } from "../api/use";
import { Disputed, NextSteps } from "../pair/disputed";
import { Agreements } from "../pair/agreements";
import { Contacts } from "../pair/contacts";
import { Results, Support } from "../pair/figures";
import { Promises } from "../pair/promises";
import { Answer, Empty, PageHead } from "../parts/basics";
import { DateInput } from "../parts/choose";
import { usePeek } from "../parts/facts";
import { Icon } from "../parts/icon";
import { useFilters } from "../shell/router";
import { useSigned } from "../shell/session";
import { number } from "../words/dates";
import { t } from "../words/messages";
import { placeName } from "../words/values";

export default function PairPage({ a = "", b = "" }: Record<string, string>) {
	const signed = useSigned();
	const [get, set] = useFilters();
	const [peek, open] = usePeek();
	const asked = useGet<PairDetail>(`/pairs/${encodeURIComponent(a)}/${encodeURIComponent(b)}`,
		{ from: get("from"), to: get("to"), with_past: get("with_past") });
	const over = [...signed.places.values()].some((place) => place.successor === a || place.successor === b);
	const query = new URLSearchParams({ between: `${a},${b}` });
	for (const key of ["from", "to", "with_past"]) if (get(key)) query.set(key, get(key));
	return (
		<>
			<PageHead title={`${placeName(signed, a)} – ${placeName(signed, b)}`} up={{ to: "/pairs", label: t("page-nav-pairs") }}>
				<a class="button primary" href={`/review?${query.toString()}`}><Icon name="review" />{t("page-pair-review")}</a>
				<a class="button" href={`/facts?${query.toString()}`}><Icon name="facts" />{t("page-pair-facts")}</a>
			</PageHead>
			<form class="filters" aria-label={t("page-filter")} onSubmit={(event) => event.preventDefault()}>
				<DateInput label={t("page-filter-from")} value={get("from")} change={(from) => set({ from })} />
				<DateInput label={t("page-filter-to")} value={get("to")} change={(to) => set({ to })} />
				{over && <label class="check wide"><input type="checkbox" checked={get("with_past") === "1"}
					onChange={(event) => set({ with_past: event.currentTarget.checked ? "1" : null })} />{t("page-with-past")}</label>}
			</form>
			<Answer asked={asked}>{(pair) => (Object.keys(pair.facts).length === 0
				? <Empty title={t("page-pair-nothing")}><p>{t("page-nothing-found-hint")}</p></Empty>
				: <>
					{pair.earlier && <p class="hint">{t("page-pair-latest", pair.from ?? "")}</p>}
					<Numbers pair={pair} />
					<Agreements pair={pair} open={open} />
					<Contacts pair={pair} open={open} />
					<Results pair={pair} open={open} />
					<Support pair={pair} open={open} />
					<Promises pair={pair} open={open} />
					<Disputed pair={pair} open={open} />
					<NextSteps pair={pair} open={open} />
				</>)}</Answer>
			{peek}
		</>
	);
}

/** The parts of the page with what is in each, as the way to them. */
function Numbers({ pair }: { pair: PairDetail }) {
	const parts: Array<[string, string, number]> = [
		["agreements", t("page-pair-agreements"), pair.agreements.length],
		["contacts", t("page-pair-contacts"), pair.contacts.length],
		["results", t("page-pair-results"), pair.results.length],
		["support", t("page-pair-support"), pair.support.entries.length],
		["promises", t("page-pair-promises"), pair.promises.length],
		["disputed", t("page-pair-disputed"), pair.conflicts.length + pair.ended.length + pair.unreported.length],
	];
	return (
		<nav class="numbers" aria-label={t("page-parts")}>{parts.map(([id, title, n]) => (
			<a key={id} href={`#${id}`}><strong class="number">{number(n)}</strong><span>{title}</span></a>
		))}</nav>
	);
}
