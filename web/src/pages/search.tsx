// Search over all documents: results in their sentence, as one types in the head of the page.
import type { Hit, Hits } from "../api/schema";
import { useGet } from "../api/use";
import { Answer, Empty, PageHead, TypeTag } from "../parts/basics";
import { Icon } from "../parts/icon";
import { unitsOf } from "../reading/marks";
import { useFilters, usePlace } from "../shell/router";
import { date } from "../words/dates";
import { t } from "../words/messages";

export default function Search() {
	const [get] = useFilters();
	const words = get("q").trim();
	const asked = useGet<Hits>(words ? "/search" : null, { q: words, page: get("page"), page_size: 20 });
	return (
		<>
			<PageHead title={words ? t("page-search-for", words) : t("page-search")} lead={t("page-search-lead")} />
			{words && (
				<Answer asked={asked}>{(hits) => (hits.items.length === 0
					? <Empty title={t("page-nothing-found")}><p>{t("page-search-none")}</p></Empty>
					: <>
						{hits.newest_only && <p class="note">{t("page-search-newest")}</p>}
						<ol class="hits">{hits.items.map((hit) => <Found key={`${hit.document} ${hit.start}`} hit={hit} />)}</ol>
						<More page={hits.page} more={hits.more} />
					</>)}</Answer>
			)}
		</>
	);
}

function Found({ hit }: { hit: Hit }) {
	const unit = unitsOf(hit.sentence);
	const parts = [];
	let at = 0;
	for (const { start, end } of [...hit.words].sort((a, b) => a.start - b.start)) {
		const [from, to] = [unit(start), unit(end)];
		if (from < at) continue;
		parts.push(hit.sentence.slice(at, from), <mark key={from} class="found">{hit.sentence.slice(from, to)}</mark>);
		at = to;
	}
	parts.push(hit.sentence.slice(at));
	const first = hit.records[0];
	return (
		<li class="hit">
			<a class="hit-title" lang="vi" href={`/documents/${hit.document}${first ? `#${first.id}` : ""}`}>{hit.title ?? hit.document}</a>
			<span class="quiet number"> {date(hit.published)}</span>
			<p class="hit-sentence" lang="vi">{parts}</p>
			{hit.records.length > 0 && (
				<ul class="hit-records">{hit.records.map((record) => (
					<li key={record.id}><TypeTag type={record.type} /> {record.fact ? <a href={`/facts/${record.fact}`}>{record.summary}</a> : record.summary}</li>
				))}</ul>
			)}
		</li>
	);
}

/** Hits are not counted, so there is only one page further or one back. */
function More({ page, more }: { page: number; more: boolean }) {
	const { path, query } = usePlace();
	const to = (n: number) => {
		const next = new URLSearchParams(query);
		next.set("page", String(n));
		return `${path}?${next.toString()}`;
	};
	if (page === 1 && !more) return null;
	return (
		<nav class="pager" aria-label={t("page-pager")}>
			<span class="pager-links">
				{page > 1 && <a class="button" rel="prev" href={to(page - 1)}><Icon name="previous" />{t("page-previous")}</a>}
				{more && <a class="button" rel="next" href={to(page + 1)}>{t("page-next")}<Icon name="next" /></a>}
			</span>
		</nav>
	);
}
