// All pairs of places between which something is recorded, and the way to any pair.
import { useState } from "preact/hooks";
import type { Pair } from "../api/schema";
import { useGet } from "../api/use";
import { Answer, Empty, PageHead } from "../parts/basics";
import { PlaceSelect } from "../parts/choose";
import { go, useFilters } from "../shell/router";
import { count } from "../words/dates";
import { t } from "../words/messages";

export default function Pairs() {
	const [get, set] = useFilters();
	const [other, setOther] = useState("");
	const place = get("place");
	const asked = useGet<{ items: Pair[] }>("/pairs");
	return (
		<>
			<PageHead title={t("page-nav-pairs")} lead={t("page-pairs-lead")} />
			<form class="filters" aria-label={t("page-filter")} onSubmit={(event) => { event.preventDefault(); if (place && other) go(`/pairs/${place}/${other}`); }}>
				<PlaceSelect label={t("page-filter-side")} value={place} change={(code) => set({ place: code })} />
				<PlaceSelect label={t("page-filter-other-side")} value={other} change={setOther} />
				<div class="does"><button class="button" disabled={!place || !other || place === other}>{t("page-pair-open-page")}</button></div>
			</form>
			<Answer asked={asked}>{({ items }) => {
				const shown = items.filter(({ a, b }) => (!place || a === place || b === place) && (!other || a === other || b === other))
					.sort((x, y) => y.facts - x.facts);
				const most = Math.max(1, ...shown.map(({ facts }) => facts));
				if (shown.length === 0) return <Empty title={t("page-pair-nothing")} />;
				return (
					<div class="table-box">
						<table class="table cards">
							<thead><tr><th scope="col">{t("page-column-pair")}</th><th scope="col" class="number">{t("page-nav-facts")}</th>
								<th scope="col" class="number">{t("page-column-newest")}</th></tr></thead>
							<tbody>{shown.map((pair) => (
								<tr key={`${pair.a} ${pair.b}`}>
									<td class="main-cell"><a href={`/pairs/${pair.a}/${pair.b}`}>{pair.a_name} – {pair.b_name}</a></td>
									<td class="number metered" data-label={t("page-nav-facts")}>
										<meter class="bar-meter" min={0} max={most} value={pair.facts} aria-hidden="true" />{count(pair.facts, pair.at_least)}</td>
									<td class="number" data-label={t("page-column-newest")}>{pair.last?.slice(0, 4)}</td>
								</tr>
							))}</tbody>
						</table>
					</div>
				);
			}}</Answer>
		</>
	);
}
