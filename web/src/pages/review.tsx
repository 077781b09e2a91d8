// The review and the drafts that follow from it: choose sides and period, read with the sources beside, save as a file.
import { useCallback, useEffect, useState } from "preact/hooks";
import { fileAddress } from "../api/client";
import type { Pair } from "../api/schema";
import { useGet } from "../api/use";
import { SourcePanel } from "../paper/panel";
import { PaperView, type Shown } from "../paper/paper";
import { Partners, Side } from "../paper/sides";
import type { Paper } from "../paper/types";
import { Failed, Loading, PageHead, Tabs } from "../parts/basics";
import { DateInput } from "../parts/choose";
import { Input } from "../parts/field";
import { Icon } from "../parts/icon";
import { useFilters, usePlace } from "../shell/router";
import { useSigned } from "../shell/session";
import { count } from "../words/dates";
import { lang, t } from "../words/messages";

const kinds = ["review", "minutes", "memorandum", "report", "bulletin"] as const;
const sideKeys = ["between", "of", "with"];
const askedKeys = [...sideKeys, "with_past", "from", "to", "as_of"];
const draftKeys = ["meeting", "for", "lao_column", "no_sources"];

export default function Review() {
	const signed = useSigned();
	const { path, query } = usePlace();
	const [get, set] = useFilters();
	const kind = kinds.find((one) => one === get("kind")) ?? "review";
	const many = get("mode") === "many" || (get("of") !== "" && get("between") === "");
	const [a = "", b = ""] = get("between").split(",");
	const ready = many ? get("of") !== "" && get("with") !== "" : a !== "" && b !== "";
	const keys = kind === "review" ? askedKeys : [...askedKeys, ...draftKeys];
	const asked = Object.fromEntries(keys.map((key) => [key, sideKeys.includes(key) && many === (key === "between") ? "" : get(key)]));
	const where = kind === "review" ? "/review" : `/drafts/${kind}`;
	const answer = useGet<Paper>(ready ? where : null, { ...asked, format: "json" });
	const [shown, setShown] = useState<Shown | null>(null);
	const close = useCallback(() => setShown(null), []);
	useEffect(close, [where, query.toString()]);
	const merged = [...signed.places.values()].some((place) => place.successor && [a, b, get("of")].some((side) => side.split("/")[0] === place.successor));
	const to = (key: string) => {
		const next = new URLSearchParams(query);
		if (key === "review") next.delete("kind");
		else next.set("kind", key);
		const tail = next.toString();
		return path + (tail ? `?${tail}` : "");
	};
	const formats = kind === "review" ? ["docx", "html", "xlsx"] : ["docx", "html"];
	return (
		<>
			<PageHead title={t("page-nav-review")} lead={t(`page-paper-lead-${kind}`)}>
				{ready && answer.data && (
					<div class="exports" role="group" aria-label={t("page-export")}>{formats.map((format, i) => (
						<a key={format} class={i === 0 ? "button primary" : "button"} download href={fileAddress(where, { ...asked, format })}>
							<Icon name="download" />{format.toUpperCase()}</a>
					))}</div>
				)}
			</PageHead>
			{lang() === "lo" && <p class="note">{t("page-other-words-paper")}</p>}
			<Tabs label={t("page-paper-kinds")} current={kind} items={kinds.map((key) => ({ key, label: t(`page-paper-${key}`), to: to(key) }))} />
			<form class="filters paper-form" aria-label={t("page-paper-choose")} onSubmit={(event) => event.preventDefault()}>
				<div class="paper-sides-form">
					{many ? <>
						<Side label={t("page-filter-side")} value={get("of")} change={(of) => set({ of })} />
						<Partners label={t("page-partners")} value={get("with").split(",").filter(Boolean)} change={(parties) => set({ with: parties.join(",") })} />
					</> : <>
						<Side label={t("page-filter-side")} value={a} change={(side) => set({ between: side || b ? `${side},${b}` : null })} />
						<Side label={t("page-filter-other-side")} value={b} change={(side) => set({ between: a || side ? `${a},${side}` : null })} />
					</>}
				</div>
				<DateInput label={t("page-filter-from")} value={get("from")} change={(from) => set({ from })} />
				<DateInput label={t("page-filter-to")} value={get("to")} change={(last) => set({ to: last })} />
				<DateInput label={t("page-as-of")} value={get("as_of")} change={(day) => set({ as_of: day })} />
				{(kind === "minutes" || kind === "memorandum") && <Period label={t("page-paper-for")} value={get("for")} change={(period) => set({ for: period })} />}
				{kind === "bulletin" && <Period label={t("page-paper-meeting")} value={get("meeting")} change={(meeting) => set({ meeting })} hint={t("page-paper-meeting-hint")} />}
				<div class="filter-does does">
					<Periods get={get} set={set} />
					<label class="check"><input type="checkbox" checked={many} onChange={(event) => set(event.currentTarget.checked
						? { mode: "many", between: null, of: a, with: b } : { mode: null, of: null, with: null, between: get("of") ? `${get("of")},${get("with").split(",")[0] ?? ""}` : null })} />
						{t("page-several-partners")}</label>
					{merged && !many && <Check name="with_past" words={t("page-with-past")} get={get} set={set} />}
					{kind !== "review" && <>
						<Check name="lao_column" words={t("page-lao-column")} get={get} set={set} />
						<Check name="no_sources" words={t("page-no-sources")} get={get} set={set} />
					</>}
				</div>
			</form>
			{!ready ? <Suggestions set={set} />
				: answer.error ? <Failed error={answer.error} again={answer.reload} />
					: !answer.data ? <Loading label={t("page-paper-making")} />
						: (
							<div class={answer.loading ? "paper-panes stale" : "paper-panes"} aria-busy={answer.loading}>
								<PaperView paper={answer.data} show={setShown} />
								<SourcePanel paper={answer.data} shown={shown} close={close} />
							</div>
						)}
		</>
	);
}

type Get = (key: string) => string;
type Set_ = (changes: Record<string, string | null>) => void;

const Check = ({ name, words, get, set }: { name: string; words: string; get: Get; set: Set_ }) => (
	<label class="check"><input type="checkbox" checked={get(name) === "1"} onChange={(event) => set({ [name]: event.currentTarget.checked ? "1" : null })} />{words}</label>
);

/** A value that is taken when its field is left. */
function Period({ label, value, change, hint }: { label: string; value: string; change: (text: string) => void; hint?: string }) {
	const [text, setText] = useState(value);
	useEffect(() => setText(value), [value]);
	return (
		<Input label={label} value={text} hint={hint} autoComplete="off" onInput={(event) => setText(event.currentTarget.value)}
			onBlur={() => { if (text.trim() !== value) change(text.trim()); }}
			onKeyDown={(event) => { if (event.key === "Enter") change(text.trim()); }} />
	);
}

/** Periods that are asked for again and again. */
function Periods({ get, set }: { get: Get; set: Set_ }) {
	const year = new Date().getFullYear();
	const periods: Array<[string, string, string]> = [
		[t("page-period-this-year"), String(year), String(year)],
		[t("page-period-last-year"), String(year - 1), String(year - 1)],
		[t("page-period-five-years"), String(year - 5), String(year - 1)],
		[t("page-period-all"), "", ""],
	];
	return (
		<div class="row" role="group" aria-label={t("page-period")}>{periods.map(([words, from, to]) => (
			<button key={words} type="button" class="choice" aria-pressed={get("from") === from && get("to") === to}
				onClick={() => set({ from, to })}>{words}</button>
		))}</div>
	);
}

/** Before the sides are chosen: the pairs with most on record, by their names. */
function Suggestions({ set }: { set: Set_ }) {
	const asked = useGet<{ items: Pair[] }>("/pairs");
	const pairs = [...(asked.data?.items ?? [])].sort((x, y) => y.facts - x.facts).slice(0, 12);
	if (pairs.length === 0) return asked.loading ? <Loading /> : <p class="note">{t("page-pair-nothing")}</p>;
	return (
		<section aria-labelledby="suggested">
			<h2 id="suggested" class="suggested">{t("page-suggested")}</h2>
			<ul class="suggestions">{pairs.map((pair) => (
				<li key={`${pair.a} ${pair.b}`}>
					<button type="button" class="suggestion" onClick={() => set({ between: `${pair.a},${pair.b}`, mode: null, of: null, with: null })}>
						<strong>{pair.a_name} – {pair.b_name}</strong>
						<span class="quiet">{t("page-suggested-facts", count(pair.facts, pair.at_least), pair.last?.slice(0, 4) ?? "–")}</span>
					</button>
				</li>
			))}</ul>
		</section>
	);
}
