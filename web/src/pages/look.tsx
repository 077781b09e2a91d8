// To look at: one queue of what a person has to settle, kind by kind.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { confirmAll, decide } from "../api/decide";
import type { Fact, PrecisionTable, Queue, QueueItem } from "../api/schema";
import { useGet } from "../api/use";
import { AnswerList, Empty, type ListOf, PageHead, Tabs, TypeTag } from "../parts/basics";
import { Select } from "../parts/field";
import { Icon } from "../parts/icon";
import { Sources } from "../parts/sources";
import { useFilters } from "../shell/router";
import { useMay, useSigned } from "../shell/session";
import { typing } from "../shell/shell";
import { count, days, number, percent } from "../words/dates";
import { t } from "../words/messages";
import { fieldsOf, plainValue, recordTypes, typeName, valueWords } from "../words/values";

const kinds = ["conflict", "name", "fact", "changed", "reading"] as const;

export default function Look({ kind: given }: Record<string, string>) {
	const queue = useGet<Queue>("/queue");
	const quantity = (kind: string) => queue.data?.kinds[kind];
	const kind = given ?? kinds.find((one) => (quantity(one)?.number ?? 0) > 0) ?? "reading";
	const known = (kinds as readonly string[]).includes(kind);
	return (
		<>
			<PageHead title={t("page-nav-look")} lead={t("page-look-lead")} />
			<Tabs label={t("page-nav-look")} current={kind} items={kinds.map((one) => ({
				key: one, to: `/look/${one}`,
				label: <>{t(`page-look-${one}`)}{quantity(one) && <span class="badge">{count(quantity(one)!.number, quantity(one)!.at_least)}</span>}</>,
			}))} />
			{known && (given || queue.data) ? <Kind key={kind} kind={kind} changed={queue.reload} /> : null}
		</>
	);
}

/** Keys of the queue: j and k go from card to card, the others press the button of the card that has the same key. What
 * takes the place of a settled card has the focus then. */
function useCardKeys(items: unknown) {
	const box = useRef<HTMLDivElement>(null);
	const at = useRef(-1);
	useEffect(() => {
		const cards = () => [...(box.current?.querySelectorAll<HTMLElement>(".queue > li") ?? [])];
		const focus = (index: number) => {
			const all = cards();
			at.current = Math.max(0, Math.min(all.length - 1, index));
			all[at.current]?.focus();
		};
		if (at.current >= 0) focus(at.current);
		const key = (event: KeyboardEvent) => {
			if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
			const all = cards();
			const within = all.findIndex((card) => card.contains(document.activeElement));
			if (within >= 0) at.current = within;
			if (event.key === "j" || event.key === "k") {
				event.preventDefault();
				focus(at.current < 0 ? 0 : at.current + (event.key === "j" ? 1 : -1));
			} else if (within >= 0 && /^[a-z0-9]$/.test(event.key)) {
				const button = all[within]?.querySelector<HTMLButtonElement>(`[data-key="${event.key}"]`);
				if (!button) return;
				event.preventDefault();
				button.click();
			}
		};
		addEventListener("keydown", key);
		return () => removeEventListener("keydown", key);
	}, [items]);
	return box;
}

const Key = ({ of }: { of: string }) => <kbd aria-hidden="true">{of}</kbd>;

function Kind({ kind, changed }: { kind: string; changed: () => void }) {
	const [get, set] = useFilters();
	const byType = kind === "conflict" || kind === "reading";
	const asked = useGet<ListOf<QueueItem>>(`/queue/${kind}`, { type: byType ? get("type") : "", page: get("page"), page_size: kind === "reading" ? 50 : 20 });
	const box = useCardKeys(asked.data);
	const after = () => {
		asked.reload();
		changed();
	};
	return (
		<div ref={box}>
			<div class="look-head">
				<p class="note">{t(`page-look-${kind}-words`)}</p>
				{byType && <Select label={t("page-type")} value={get("type")} all={t("page-any")} onChange={(event) => set({ type: event.currentTarget.value })}
					options={recordTypes.map((type) => ({ value: type, label: typeName(type) }))} />}
			</div>
			<AnswerList asked={asked} none={<Empty title={t("page-look-none")}><p>{t("page-look-none-words")}</p></Empty>}>{(list) => (
				kind === "reading"
					? <Readings items={list.items} type={get("type")} after={after} />
					: <ol class="queue">{list.items.map((item) => <li key={item.key} class="card" tabIndex={-1}><Item item={item} after={after} /></li>)}</ol>
			)}</AnswerList>
		</div>
	);
}

function Item({ item, after }: { item: QueueItem; after: () => void }) {
	switch (item.kind) {
		case "conflict": return <Conflict item={item} after={after} />;
		case "changed": return <Changed item={item} after={after} />;
		default: return <MayBeOne item={item} after={after} />;
	}
}

const Head = ({ fact, children }: { fact: Fact | undefined; children?: ComponentChildren }) => (
	<header class="queue-head">
		{fact && <TypeTag type={fact.type} />}
		{fact && <span class="quiet number">{days(fact.first_day, fact.last_day)}</span>}
		{children}
		{fact && <h2 class="queue-title"><a href={`/facts/${fact.id}`}>{fact.summary}</a></h2>}
	</header>
);

/** Both values side by side, each with the words that say so, and the choice between them. */
function Conflict({ item, after }: { item: QueueItem; after: () => void }) {
	const mayEdit = useMay("editor");
	const fact = item.facts[0];
	return (
		<>
			<Head fact={fact} />
			{item.fields.map((field) => {
				const held = fact ? plainValue(fact.record[field.field]) : "";
				return (
					<section key={field.field} class="conflict-field">
						<h3>{field.label}</h3>
						<div class="sides-by-side">
							{field.values.map((one, i) => {
								const plain = plainValue(one.value);
								const now = plain === held;
								return (
									<div key={plain} class={now ? "side now" : "side"}>
										<p class="side-value">{one.words || plain}{now && <span class="chip">{t("page-shown-now")}</span>}</p>
										<Sources sources={one.sources} most={2} />
										{mayEdit && fact && (
											<button type="button" class="button small" data-key={String(i + 1)} onClick={() => void (now && item.fields.length === 1
												? decide({ kind: "confirm", fact: fact.id }, after)
												: decide({ kind: "correct", fact: fact.id, field: field.field, value: plain, why: t("page-why-chosen", one.sources[0]?.record ?? "") }, after))}>
												<Icon name="check" />{t(now ? "page-keep-this" : "page-take-this")}<Key of={String(i + 1)} />
											</button>
										)}
									</div>
								);
							})}
						</div>
					</section>
				);
			})}
			{mayEdit && fact && (
				<footer class="queue-foot">
					<a class="button small plain" href={`/facts/${fact.id}`}>{t("page-open-fact")}</a>
				</footer>
			)}
		</>
	);
}

/** Two names, or two facts, that may be one: the candidates beside each other with the reason. */
function MayBeOne({ item, after }: { item: QueueItem; after: () => void }) {
	const mayEdit = useMay("editor");
	const [a, b] = item.candidates;
	const names = item.kind === "name";
	const to = (id: string) => (names ? (id.includes("/") ? `/parties/${id}` : `/people/${id}`) : `/facts/${id}`);
	return (
		<>
			<header class="queue-head">
				{!names && item.facts[0] && <TypeTag type={item.facts[0].type} />}
				<h2 class="queue-title">{item.reason ?? item.summary}</h2>
				{item.score !== null && <span class="quiet number">{t("page-score", percent(item.score))}</span>}
			</header>
			<div class="sides-by-side">
				{item.candidates.map((candidate) => (
					<div key={candidate.id} class="side">
						<p class="side-value"><a href={to(candidate.id)}>{candidate.name}</a></p>
						{candidate.detail && <p class="note">{candidate.detail}</p>}
						<Sources sources={candidate.sources} most={2} />
					</div>
				))}
			</div>
			{mayEdit && a && b && (
				<footer class="queue-foot">
					<button type="button" class="button small primary" data-key="1" onClick={() => void decide(names
						? { kind: "same", a: a.id, b: b.id, why: t("page-why-looked") }
						: { kind: "join", facts: [a.id, b.id], why: t("page-why-looked") }, after)}>
						<Icon name="check" />{t(names ? "page-are-one" : "page-join")}<Key of="1" />
					</button>
					<button type="button" class="button small" data-key="2" onClick={() => void decide(names
						? { kind: "different", a: a.id, b: b.id, why: t("page-why-looked") }
						: { kind: "split", fact: a.id, records: [b.id], why: t("page-why-looked") }, after)}>
						<Icon name="cross" />{t("page-are-two")}<Key of="2" />
					</button>
					{!names && <a class="button small plain" href={`/facts/${a.id}`}>{t("page-open-fact")}</a>}
				</footer>
			)}
		</>
	);
}

/** What a later reading says otherwise, field by field. */
function Changed({ item, after }: { item: QueueItem; after: () => void }) {
	const words = useSigned();
	const mayEdit = useMay("editor");
	const fact = item.facts[0];
	const before = item.before as Record<string, unknown> | null;
	const now = item.after as Record<string, unknown> | null;
	const type = String((before ?? now)?.type ?? fact?.type ?? "");
	const rows = fieldsOf(words, type).map(({ name, label }) => ({
		label, old: valueWords(words, type, name, before?.[name]), next: now ? valueWords(words, type, name, now[name]) : "",
	})).filter(({ old, next }) => old !== next);
	return (
		<>
			<Head fact={fact}>{item.entry && <a class="quiet" href={`/history/${item.entry}`}>{item.entry}</a>}</Head>
			{now
				? <div class="table-box"><table class="table">
					<thead><tr><th scope="col">{t("page-field")}</th><th scope="col">{t("page-before")}</th><th scope="col">{t("page-after")}</th></tr></thead>
					<tbody>{rows.map(({ label, old, next }) => (
						<tr key={label}><th scope="row">{label}</th><td><del>{old || "–"}</del></td><td><ins>{next || "–"}</ins></td></tr>))}</tbody>
				</table></div>
				: <p class="note">{t("page-no-longer-read")}</p>}
			<Sources sources={item.sources} />
			{mayEdit && fact && (
				<footer class="queue-foot">
					<button type="button" class="button small primary" data-key="c" onClick={() => void decide({ kind: "confirm", fact: fact.id }, after)}>
						<Icon name="check" />{t("page-confirm-now")}<Key of="c" /></button>
					<button type="button" class="button small danger" data-key="x" onClick={() => void decide({ kind: "reject", fact: fact.id, why: t("page-why-looked") }, after)}>
						<Icon name="cross" />{t("page-reject")}<Key of="x" /></button>
				</footer>
			)}
		</>
	);
}

/** Proposals: one by one, or many of a type whose measured precision is shown. */
function Readings({ items, type, after }: { items: QueueItem[]; type: string; after: () => void }) {
	const mayEdit = useMay("editor");
	const mayBulk = useMay("approver");
	const precision = useGet<PrecisionTable>("/precision");
	const [picked, setPicked] = useState<Set<string>>(new Set());
	useEffect(() => setPicked(new Set()), [items]);
	const measured = new Map(precision.data?.items.map((one) => [one.type as string, one]));
	const pickable = items.flatMap(({ facts: [fact] }) => (fact && measured.get(fact.type)?.enough ? [fact.id] : []));
	const pick = (ids: string[], on: boolean) => setPicked((before) => {
		const next = new Set(before);
		for (const id of ids) if (on) next.add(id); else next.delete(id);
		return next;
	});
	const shownTypes = [...new Set(items.map(({ facts }) => facts[0]?.type).filter((one): one is Fact["type"] => one !== undefined))]
		.filter((one) => !type || one === type);
	return (
		<>
			{mayBulk && precision.data && (
				<div class="card bulk">
					<p class="note">{t("page-precision", precision.data.source)}</p>
					<ul class="precision">{shownTypes.map((one) => {
						const found = measured.get(one);
						return <li key={one}><TypeTag type={one} />{" "}
							{found?.precision != null ? t("page-precision-of", percent(found.precision), number(found.right), number(found.found)) : t("page-precision-unknown")}
							{!found?.enough && <span class="quiet"> · {t("page-precision-one-by-one")}</span>}</li>;
					})}</ul>
					<div class="row">
						<label class="check"><input type="checkbox" disabled={pickable.length === 0} checked={pickable.length > 0 && pickable.every((id) => picked.has(id))}
							onChange={(event) => pick(pickable, event.currentTarget.checked)} />{t("page-pick-all", number(pickable.length))}</label>
						<button type="button" class="button small primary" disabled={picked.size === 0} onClick={() => void confirmAll([...picked], after)}>
							<Icon name="check" />{t("page-confirm-picked", number(picked.size))}</button>
					</div>
				</div>
			)}
			<ol class="queue">
				{items.map((item) => {
					const fact = item.facts[0];
					if (!fact) return null;
					return (
						<li key={item.key} class="card reading-item" tabIndex={-1}>
							{mayBulk && <input type="checkbox" aria-label={t("page-pick", fact.summary)} disabled={!measured.get(fact.type)?.enough}
								checked={picked.has(fact.id)} onChange={(event) => pick([fact.id], event.currentTarget.checked)} />}
							<div class="reading-item-words">
								<Head fact={fact} />
								<Sources sources={item.sources} most={1} />
							</div>
							{mayEdit && (
								<div class="row reading-item-does">
									<button type="button" class="button small" data-key="c" onClick={() => void decide({ kind: "confirm", fact: fact.id }, after)}><Icon name="check" />{t("page-confirm")}<Key of="c" /></button>
									<button type="button" class="button small danger" data-key="x" onClick={() => void decide({ kind: "reject", fact: fact.id, why: t("page-why-looked") }, after)}><Icon name="cross" />{t("page-reject")}<Key of="x" /></button>
								</div>
							)}
						</li>
					);
				})}
			</ol>
		</>
	);
}
