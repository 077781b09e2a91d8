// Beside a paper: the quotes that the chosen words rest on.
import { useEffect, useMemo, useRef } from "preact/hooks";
import { Certainty, IconButton, Quote } from "../parts/basics";
import { date, number } from "../words/dates";
import { t } from "../words/messages";
import { fileName } from "../words/values";
import type { Paper } from "./types";
import type { Shown } from "./paper";

const mostFacts = 40;

/** The day of publication: papers have it as their language writes it. */
const published = (day: string) => (/^\d{4}(-|$)/.test(day) ? date(day) : day);

export function SourcePanel({ paper, shown, close }: { paper: Paper; shown: Shown | null; close: () => void }) {
	const facts = useMemo(() => new Map(paper.facts.map((fact) => [fact.id, fact])), [paper]);
	const sources = useMemo(() => new Map(paper.sources.map((source) => [source.number, source])), [paper]);
	const head = useRef<HTMLHeadingElement>(null);
	const before = useRef<Element | null>(null);
	useEffect(() => {
		if (!shown) return;
		before.current = document.activeElement;
		head.current?.focus({ preventScroll: true });
		if (head.current?.parentElement?.parentElement) head.current.parentElement.parentElement.scrollTop = 0;
	}, [shown]);
	useEffect(() => {
		if (!shown) return;
		const key = (event: KeyboardEvent) => {
			if (event.key !== "Escape" || event.defaultPrevented) return;
			close();
			if (before.current instanceof HTMLElement) before.current.focus();
		};
		addEventListener("keydown", key);
		return () => removeEventListener("keydown", key);
	}, [shown, close]);
	return (
		<aside class={shown ? "panel open" : "panel"} aria-label={t("page-sources")}>
			{!shown ? (
				<div class="panel-empty">
					<h2>{t("page-sources")}</h2>
					<p class="note">{t("page-sources-hint", number(paper.sources.length))}</p>
				</div>
			) : <>
				<header class="panel-head">
					<h2 ref={head} tabIndex={-1}>{t("page-sources")}</h2>
					<IconButton icon="close" label={t("page-close")} onClick={close} />
				</header>
				<p class="panel-words">{shown.words}</p>
				<ul class="peeked">{shown.facts.slice(0, mostFacts).map((id) => {
					const fact = facts.get(id);
					return (
						<li key={id} class="fact-words">
							<h3><a href={`/facts/${id}`}>{fact?.summary ?? id}</a></h3>
							{fact?.entered_by && <p class="note">{t("page-entered", fact.entered_by)}</p>}
							{fact?.quotes.map((quote, i) => {
								const source = sources.get(quote.source);
								return (
									<Quote key={i} words={quote.quote}>
										<span class="number">[{quote.source}]</span>{" "}
										{source && <a href={`/documents/${source.id}#${id}`} lang="vi">{source.title || fileName(source.path)}</a>}
										{source?.published && <> · <span class="number">{published(source.published)}</span></>}
										{" · "}<Certainty value={quote.certainty} />
									</Quote>
								);
							})}
						</li>
					);
				})}</ul>
				{shown.facts.length > mostFacts && <p class="note">{t("page-more", number(shown.facts.length - mostFacts))}</p>}
			</>}
		</aside>
	);
}
