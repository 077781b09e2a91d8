// One fact: its values, each with the words that say so; who tells of it, who decided what; how its records were joined.
import { useState } from "preact/hooks";
import { decide } from "../api/decide";
import type { FactDetail, Why } from "../api/schema";
import { useGet } from "../api/use";
import { Answer, PageHead, Status, TypeTag } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { DecisionList, factDate } from "../parts/facts";
import { Input } from "../parts/field";
import { Icon } from "../parts/icon";
import { SourceQuote } from "../parts/sources";
import { useMay, useSigned } from "../shell/session";
import { t } from "../words/messages";
import { fieldsOf, plainValue, typeName, valueWords } from "../words/values";

export default function FactPage({ id = "" }: Record<string, string>) {
	const asked = useGet<FactDetail>(`/facts/${encodeURIComponent(id)}`);
	return <Answer asked={asked} title={id}>{(fact) => <View fact={fact} reload={asked.reload} />}</Answer>;
}

interface Field {
	name: string;
	label: string;
}

function View({ fact, reload }: { fact: FactDetail; reload: () => void }) {
	const signed = useSigned();
	const mayEdit = useMay("editor");
	const [asking, setAsking] = useState<Field | "reject" | null>(null);
	const fields = fieldsOf(signed, fact.type);
	const record = fact.record as Record<string, unknown>;
	return (
		<>
			<PageHead title={fact.summary} up={{ to: "/facts", label: t("page-nav-facts") }}
				lead={<span class="row"><TypeTag type={fact.type} /><span class="number">{factDate(fact)}</span><Status status={fact.status} />
					<span class="quiet">{fact.id}</span></span>}>
				{mayEdit && fact.status !== "confirmed" && fact.status !== "corrected" && (
					<button type="button" class="button primary" onClick={() => void decide({ kind: "confirm", fact: fact.id }, reload)}>
						<Icon name="check" />{t("page-confirm")}</button>
				)}
				{mayEdit && fact.status !== "rejected" && (
					<button type="button" class="button danger" onClick={() => setAsking("reject")}><Icon name="cross" />{t("page-reject")}</button>
				)}
				<a class="button" href={`/history/${fact.id}`}><Icon name="history" />{t("page-nav-history")}</a>
			</PageHead>
			<div class="fact-parts">
				<section aria-labelledby="fact-values">
					<h2 id="fact-values">{t("page-fact-values")}</h2>
					<dl class="card fact-fields">
						{fields.map(({ name, label }) => {
							const said = fact.statements.filter((one) => one.field === name);
							const words = valueWords(signed, fact.type, name, record[name]);
							if (!words && said.length === 0) return null;
							const differ = fact.conflicts.includes(name);
							return (
								<div key={name} class={differ ? "in-conflict" : undefined}>
									<dt>{label}</dt>
									<dd>
										<p class="fact-value">{words || "–"}
											{differ && <span class="chip warn"><Icon name="warning" />{t("page-conflict")}</span>}
											{mayEdit && <button type="button" class="icon-button small" title={t("page-correct-field", label)}
												aria-label={t("page-correct-field", label)} onClick={() => setAsking({ name, label })}><Icon name="edit" /></button>}
										</p>
										{(differ || said.some((one) => one.entry && !one.record) || new Set(said.map((one) => one.words)).size > 1) && (
											<ul class="said">{together(fact, name, (value, words) => valueWords(signed, fact.type, name, value) || words || "–").map(({ words, rank, by }) => (
												<li key={words + rank} class={`rank-${rank}`}><span>{words}</span>{" "}{by.map((one, i) => (
													<span key={i}>{i > 0 && ", "}{one.record
														? <a href={`#${one.record}`}>{sourceName(fact, one.record)}</a>
														: <span class="quiet">{who(fact, one.entry)}</span>}</span>
												))}</li>
											))}</ul>
										)}
									</dd>
								</div>
							);
						})}
					</dl>
					{fact.decisions.length > 0 && <DecisionList decisions={fact.decisions} />}
				</section>
				<section aria-labelledby="fact-sources">
					<h2 id="fact-sources">{t("page-fact-sources")}</h2>
					{fact.sources.length === 0 && <p class="note">{t("page-entered", fact.decisions[0]?.who ?? "")}</p>}
					<ul class="stack">{fact.sources.map((source) => (
						<li key={source.record} id={source.record} class="card"><SourceQuote source={source} certain /></li>
					))}</ul>
					{fact.sources.length > 1 && <Joined fact={fact.id} />}
				</section>
			</div>
			{asking && <Ask fact={fact} what={asking} close={() => setAsking(null)} reload={reload} />}
		</>
	);
}

function sourceName(fact: FactDetail, record: string): string {
	const at = fact.sources.findIndex((source) => source.record === record);
	return at < 0 ? record : t("page-source-number", at + 1);
}

/** What is said of a field, each value once with all who say it. */
function together(fact: FactDetail, field: string, words: (value: unknown, words: string) => string) {
	const said = new Map<string, { words: string; rank: string; by: Array<{ record: string | null; entry: string | null }> }>();
	for (const one of fact.statements) {
		if (one.field !== field) continue;
		const shown = words(one.value, one.words);
		const before = said.get(shown + one.rank);
		if (before) before.by.push(one);
		else said.set(shown + one.rank, { words: shown, rank: one.rank, by: [one] });
	}
	return [...said.values()];
}

const who = (fact: FactDetail, entry: string | null) => fact.decisions.find((one) => one.entry === entry)?.who ?? entry ?? "";

/** Why its records are held as one: asked for when one wants to know. */
function Joined({ fact }: { fact: string }) {
	const [open, setOpen] = useState(false);
	const asked = useGet<Why>(open ? `/facts/${fact}/why` : null);
	return (
		<details class="joined" onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary>{t("page-fact-joined")}</summary>
			{open && <Answer asked={asked}>{(why) => (
				<ul class="lines">{[...why.joined, ...why.unsure].map((link, i) => (
					<li key={i}><span class="lines-when number">{link.a} – {link.b}</span><span class="lines-what">{link.why}</span></li>
				))}</ul>
			)}</Answer>}
		</details>
	);
}

function Ask({ fact, what, close, reload }: { fact: FactDetail; what: Field | "reject"; close: () => void; reload: () => void }) {
	const record = fact.record as Record<string, unknown>;
	const [value, setValue] = useState(what === "reject" ? "" : plainValue(record[what.name]));
	const [why, setWhy] = useState("");
	const send = async (event: Event) => {
		event.preventDefault();
		const made = await decide(what === "reject"
			? { kind: "reject", fact: fact.id, why }
			: { kind: "correct", fact: fact.id, field: what.name, value, why }, reload);
		if (made) close();
	};
	return (
		<Dialog title={what === "reject" ? t("page-reject") : t("page-correct-field", what.label)} close={close}>
			<form class="form" onSubmit={(event) => void send(event)}>
				<p class="note">{typeName(fact.type)}: {fact.summary}</p>
				{what !== "reject" && <Input label={what.label} value={value} hint={t("page-correct-hint")} onInput={(event) => setValue(event.currentTarget.value)} />}
				<Input label={t("page-why")} value={why} required onInput={(event) => setWhy(event.currentTarget.value)} />
				<div class="row end">
					<button type="button" class="button" onClick={close}>{t("page-cancel")}</button>
					<button class={what === "reject" ? "button danger" : "button primary"}>{what === "reject" ? t("page-reject") : t("page-save")}</button>
				</div>
			</form>
		</Dialog>
	);
}
