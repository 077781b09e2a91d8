// Facts on a page: as a table, and each with the words that say so.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api, ApiError } from "../api/client";
import type { Decision, Fact, FactDetail } from "../api/schema";
import { date, days, moment, number } from "../words/dates";
import { t, tn } from "../words/messages";
import { entryName } from "../words/values";
import { errorWords, Loading, Status, TypeTag } from "./basics";
import { Dialog } from "./dialog";
import { Icon } from "./icon";
import { SourceQuote } from "./sources";

/** When a fact was: its own date as its words have it, else the days it is held for. */
export const factDate = (fact: { date: string | null; first_day: string | null; last_day: string | null }) =>
	date(fact.date) || days(fact.first_day, fact.last_day);

export function FactTable({ facts }: { facts: Fact[] }) {
	return (
		<div class="table-box">
			<table class="table cards">
				<thead><tr>
					<th scope="col">{t("page-column-date")}</th>
					<th scope="col">{t("page-type")}</th>
					<th scope="col">{t("page-column-fact")}</th>
					<th scope="col">{t("page-column-status")}</th>
					<th scope="col" class="number">{t("page-column-told")}</th>
				</tr></thead>
				<tbody>{facts.map((fact) => (
					<tr key={fact.id}>
						<td class="number date-cell">{factDate(fact)}</td>
						<td><TypeTag type={fact.type} /></td>
						<td class="main-cell">
							<a href={`/facts/${fact.id}`}>{fact.summary}</a>
							{fact.conflicts.length > 0 && <span class="chip warn"><Icon name="warning" />{t("page-conflict")}</span>}
						</td>
						<td><Status status={fact.status} /></td>
						<td class="number" data-label={t("page-column-told")}>{number(fact.records)}</td>
					</tr>
				))}</tbody>
			</table>
		</div>
	);
}

/** What people decided on a thing, and what was taken back of it. */
export function DecisionList({ decisions }: { decisions: Decision[] }) {
	return (
		<div class="section">
			<h2>{t("page-fact-decisions")}</h2>
			<ul class="card lines">{decisions.map((decision) => (
				<li key={decision.entry} class={decision.undone ? "undone" : undefined}>
					<span class="lines-when number">{moment(decision.at)}</span>
					<span class="lines-what">{decision.who}: <a href={`/history/${decision.entry}`}>{entryName(decision.kind)}</a>
						{decision.undone && <> · {t("page-did-undo")}</>}
						{decision.why && <small class="sub">{decision.why}</small>}</span>
				</li>
			))}</ul>
		</div>
	);
}

/** At most so many facts are asked for at once to show their words. */
const mostPeeked = 12;

/** The words that facts rest on, in a dialog over the page. */
export function Peek({ title, facts, close }: { title: string; facts: string[]; close: () => void }) {
	const [shown, setShown] = useState(mostPeeked);
	const [details, setDetails] = useState<Map<string, FactDetail>>(new Map());
	const [error, setError] = useState<ApiError | null>(null);
	useEffect(() => {
		let wanted = true;
		const missing = facts.slice(0, shown).filter((id) => !details.has(id));
		Promise.all(missing.map((id) => api.get<FactDetail>(`/facts/${id}`))).then((got) => {
			if (wanted && got.length) setDetails((before) => new Map([...before, ...got.map((one, i): [string, FactDetail] => [missing[i] as string, one])]));
		}, (problem: unknown) => { if (wanted && problem instanceof ApiError) setError(problem); });
		return () => { wanted = false; };
	}, [facts, shown]);
	return (
		<Dialog title={title} close={close} wide>
			{error && <p class="form-error" role="alert">{errorWords(error)}</p>}
			<ul class="peeked">{facts.slice(0, shown).map((id) => {
				const fact = details.get(id);
				return <li key={id}>{fact ? <FactWords fact={fact} title={title} /> : !error && <Loading />}</li>;
			})}</ul>
			{facts.length > shown && (
				<button type="button" class="button" onClick={() => setShown(shown + mostPeeked)}>
					{tn("page-more", facts.length - shown, number(facts.length - shown))}
				</button>
			)}
		</Dialog>
	);
}

/** A dialog of one fact has its summary as the title already. */
function FactWords({ fact, title }: { fact: FactDetail; title: string }) {
	return (
		<article class="fact-words">
			<p class="row"><TypeTag type={fact.type} /><span class="quiet number">{factDate(fact)}</span>
				{fact.status !== "read" && <Status status={fact.status} />}
				{fact.conflicts.length > 0 && <span class="chip warn"><Icon name="warning" />{t("page-conflict")}</span>}</p>
			{fact.summary !== title && <h3><a href={`/facts/${fact.id}`}>{fact.summary}</a></h3>}
			{fact.sources.map((source) => <SourceQuote key={source.record} source={source} certain />)}
			{fact.sources.length === 0 && <p class="note">{t("page-entered", fact.decisions[0]?.who ?? "")}</p>}
			{fact.summary === title && <p class="fact-more"><a href={`/facts/${fact.id}`}>{t("page-open-fact")}</a></p>}
		</article>
	);
}

/** A number or a few words that lead to the quotes they rest on. */
export function Cited({ facts, title, children, open }: {
	facts: string[]; title: string; children: ComponentChildren; open: (facts: string[], title: string) => void;
}) {
	if (facts.length === 0) return <>{children}</>;
	return <button type="button" class="cited" onClick={() => open(facts, title)}>{children}</button>;
}

/** Which facts a page shows the words of at the moment: [what to show, how to open it]. */
export function usePeek(): [ComponentChildren, (facts: string[], title: string) => void] {
	const [peeked, setPeeked] = useState<{ facts: string[]; title: string } | null>(null);
	const shown = peeked && <Peek title={peeked.title} facts={peeked.facts} close={() => setPeeked(null)} />;
	return [shown, (facts, title) => setPeeked({ facts: [...new Set(facts)], title })];
}
