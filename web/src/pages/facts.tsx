// Facts: what happened, found by party, pair, theme, time, type and status; as a table, on a line of time, counted.
import { useMemo } from "preact/hooks";
import { fileAddress } from "../api/client";
import type { Fact, Years } from "../api/schema";
import { useGet } from "../api/use";
import { Answer, AnswerList, Empty, type ListOf, PageHead, Tabs, TypeTag } from "../parts/basics";
import { DateInput, PartyInput, PlaceSelect } from "../parts/choose";
import { FactTable } from "../parts/facts";
import { Filters, Select, Words } from "../parts/field";
import { Icon } from "../parts/icon";
import { Plot } from "../plots/plot";
import { useFilters, usePlace } from "../shell/router";
import { useSigned } from "../shell/session";
import { count, number } from "../words/dates";
import { t, tn } from "../words/messages";
import { partyName, recordTypes, statusName, typeName } from "../words/values";

const filterKeys = ["text", "type", "party", "between", "with_past", "body", "theme", "from", "to", "source", "status", "conflict"];
const views = ["table", "timeline", "chart"] as const;

export default function Facts() {
	const signed = useSigned();
	const { path, query } = usePlace();
	const [get, set] = useFilters();
	const view = views.find((one) => one === get("view")) ?? "table";
	const filters = Object.fromEntries(filterKeys.map((key) => [key, get(key)]));
	const sort = get("sort") || (view === "timeline" ? "date" : "-date");
	const filtered = filterKeys.some((key) => get(key) !== "");
	const types = get("type").split(",").filter(Boolean);
	const [a = "", b = ""] = get("between").split(",");
	// One side alone is a party's filter; the other select waits for it.
	const between = (first: string, second: string) => set({
		between: first || second ? `${first},${second}` : null,
		...(first && second ? {} : { with_past: null }),
	});
	const asked = { ...filters, between: a && b ? `${a},${b}` : "", party: get("party") || (a && b ? "" : a || b) };
	const to = (key: string) => {
		const next = new URLSearchParams(query);
		if (key === "table") next.delete("view");
		else next.set("view", key);
		next.delete("page");
		const tail = next.toString();
		return path + (tail ? `?${tail}` : "");
	};
	return (
		<>
			<PageHead title={t("page-nav-facts")} lead={t("page-facts-lead")}>
				<div class="exports" role="group" aria-label={t("page-export")}>
					{["csv", "xlsx", "json"].map((format) => (
						<a key={format} class="button small" download href={fileAddress("/facts/export", { ...asked, sort, format })}>
							<Icon name="download" />{format.toUpperCase()}</a>
					))}
				</div>
			</PageHead>
			<Filters set={filterKeys.filter((key) => get(key) !== "").length}>
				<Words label={t("page-filter-text")} value={get("text")} change={(text) => set({ text }, true)} />
				<PlaceSelect label={t("page-filter-side")} value={a} change={(code) => between(code, b)} />
				<PlaceSelect label={t("page-filter-other-side")} value={b} change={(code) => between(a, code)} />
				<PartyInput label={t("page-filter-party")} value={get("party")} name={get("party") ? partyName(signed, get("party")) : ""}
					change={(party) => set({ party })} />
				<Select label={t("page-filter-theme")} all={t("page-any")} value={get("theme")} options={signed.vocabulary.themes}
					onChange={(event) => set({ theme: event.currentTarget.value })} />
				<DateInput label={t("page-filter-from")} value={get("from")} change={(from) => set({ from })} />
				<DateInput label={t("page-filter-to")} value={get("to")} change={(last) => set({ to: last })} />
				<Select label={t("page-column-status")} all={t("page-filter-status-held")} value={get("status")}
					options={["read", "confirmed,corrected", "rejected", "gone"].map((value) => ({ value, label: value.split(",").map(statusName).join(", ") }))}
					onChange={(event) => set({ status: event.currentTarget.value })} />
				<div class="does filter-does">
					<label class="check"><input type="checkbox" checked={get("conflict") === "1"}
						onChange={(event) => set({ conflict: event.currentTarget.checked ? "1" : null })} />{t("page-filter-conflict")}</label>
					{a && b && <label class="check"><input type="checkbox" checked={get("with_past") === "1"}
						onChange={(event) => set({ with_past: event.currentTarget.checked ? "1" : null })} />{t("page-with-past")}</label>}
					{filtered && <button type="button" class="button plain" onClick={() => set(Object.fromEntries(filterKeys.map((key) => [key, null])))}>
						{t("page-filter-none")}</button>}
				</div>
				<fieldset class="filter-types">
					<legend class="field-label">{t("page-filter-type")}</legend>
					<div class="legend">{recordTypes.map((type) => (
						<button key={type} type="button" aria-pressed={types.includes(type)}
							onClick={() => set({ type: (types.includes(type) ? types.filter((one) => one !== type) : [...types, type]).join(",") })}>
							<TypeTag type={type} /></button>
					))}</div>
				</fieldset>
			</Filters>
			<Tabs label={t("page-view")} current={view} items={views.map((key) => ({ key, label: t(`page-view-${key}`), to: to(key) }))} />
			{view === "chart"
				? <Chart asked={asked} />
				: <List asked={asked} sort={sort} view={view} page={get("page")} setSort={(value) => set({ sort: value })} filtered={filtered} />}
		</>
	);
}

type Query = Record<string, string>;

function List({ asked, sort, view, page, setSort, filtered }: {
	asked: Query; sort: string; view: "table" | "timeline"; page: string; setSort: (sort: string) => void; filtered: boolean;
}) {
	const answer = useGet<ListOf<Fact>>("/facts", { ...asked, sort, page, page_size: view === "timeline" ? 200 : 50 });
	return (
		<AnswerList asked={answer} none={<Nothing filtered={filtered} />}>{(list) => (
			<>
				<div class="list-head">
					<span class="note">{tn("page-facts", list.total, count(list.total, list.at_least))}</span>
					<Select label={t("page-sort")} value={sort} onChange={(event) => setSort(event.currentTarget.value)}
						options={["-date", "date", "id"].map((value) => ({ value, label: t(`page-sort-${value.replace("-", "newest-")}`) }))} />
				</div>
				{view === "timeline" ? <Timeline facts={list.items} /> : <FactTable facts={list.items} />}
			</>)}</AnswerList>
	);
}

const Nothing = ({ filtered }: { filtered: boolean }) => (
	<Empty title={filtered ? t("page-nothing-found") : t("page-no-facts")}>
		<p>{filtered ? t("page-nothing-found-hint") : <a href="/documents">{t("page-no-documents-hint")}</a>}</p>
	</Empty>
);

/** The line of time, and below it the same facts year by year. */
function Timeline({ facts }: { facts: Fact[] }) {
	const marks = useMemo(() => facts.filter((fact) => fact.first_day || fact.last_day).map((fact) => ({
		fact: fact.id, type: fact.type, label: fact.summary,
		first: fact.first_day ?? fact.last_day ?? "", last: fact.last_day ?? fact.first_day ?? "",
	})), [facts]);
	const years = useMemo(() => {
		const groups = new Map<string, Fact[]>();
		for (const fact of facts) {
			const year = (fact.first_day ?? fact.last_day)?.slice(0, 4) ?? "";
			const group = groups.get(year);
			if (group) group.push(fact);
			else groups.set(year, [fact]);
		}
		return [...groups];
	}, [facts]);
	return (
		<>
			{marks.length > 0 && (
				<div class="card plot-card"><Plot label={t("page-timeline-label", number(marks.length))} height={320} of={marks}
					draw={(drawings, width) => drawings.timeline(marks, width)} /></div>
			)}
			{years.map(([year, items]) => (
				<section key={year} class="year">
					<h2>{year || t("page-undated")}</h2>
					<FactTable facts={items} />
				</section>
			))}
		</>
	);
}

function Chart({ asked }: { asked: Query }) {
	const answer = useGet<Years>("/facts/years", asked);
	const { path, query } = usePlace();
	const ofYear = (year: number, type?: string) => {
		const next = new URLSearchParams(query);
		for (const key of ["view", "page"]) next.delete(key);
		next.set("from", String(year));
		next.set("to", String(year));
		if (type) next.set("type", type);
		return `${path}?${next.toString()}`;
	};
	return (
		<Answer asked={answer}>{(years) => {
			if (years.items.length === 0) return <Nothing filtered />;
			const types = recordTypes.filter((type) => years.items.some(({ counts }) => counts[type]));
			const sum = (counts: Record<string, unknown>) => Object.values(counts).reduce<number>((total, n) => total + Number(n), 0);
			return (
				<>
					<div class="card plot-card">
						<div class="card-head">
							<h2>{t("page-facts-by-year")}</h2>
							<span class="row plot-key">{types.map((type) => <TypeTag key={type} type={type} />)}</span>
						</div>
						<Plot label={t("page-facts-by-year")} height={360} of={years}
							draw={(drawings, width) => drawings.factsByYear(years.items as Array<{ year: number; counts: Record<string, number> }>, width)} />
					</div>
					<div class="table-box section" tabIndex={0} role="region" aria-label={t("page-facts-by-year")}>
						<table class="table dense">
							<thead><tr>
								<th scope="col">{t("page-year")}</th>
								{types.map((type) => <th key={type} scope="col" class="number">{typeName(type)}</th>)}
								<th scope="col" class="number">{t("page-sum")}</th>
							</tr></thead>
							<tbody>{[...years.items].reverse().map(({ year, counts }) => (
								<tr key={year}>
									<th scope="row">{year > 0 ? <a href={ofYear(year)}>{year}</a> : t("page-undated")}</th>
									{types.map((type) => (
										<td key={type} class="number">{!counts[type] ? "" : year > 0
											? <a href={ofYear(year, type)}>{number(Number(counts[type]))}</a> : number(Number(counts[type]))}</td>
									))}
									<td class="number">{number(sum(counts))}</td>
								</tr>
							))}</tbody>
						</table>
					</div>
				</>
			);
		}}</Answer>
	);
}
