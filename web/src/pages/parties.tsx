// The bodies that the register knows: provinces, commands, posts, agencies.
import type { Party } from "../api/schema";
import { useGet } from "../api/use";
import { Answer, Empty, PageHead, Pager } from "../parts/basics";
import { PlaceSelect } from "../parts/choose";
import { Select, Words } from "../parts/field";
import { useFilters } from "../shell/router";
import { useSigned } from "../shell/session";
import { count } from "../words/dates";
import { t } from "../words/messages";
import { partyPath, placeName } from "../words/values";

export default function Parties() {
	const signed = useSigned();
	const [get, set] = useFilters();
	const asked = useGet<{ items: Party[]; total: number; at_least: boolean; page: number; page_size: number }>("/parties",
		{ text: get("text"), place: get("place"), body: get("body"), page: get("page"), page_size: 50 });
	return (
		<>
			<PageHead title={t("page-nav-parties")} lead={t("page-parties-lead")} />
			<form class="filters" role="search" aria-label={t("page-filter")} onSubmit={(event) => event.preventDefault()}>
				<Words label={t("page-filter-name")} value={get("text")} change={(text) => set({ text }, true)} />
				<PlaceSelect label={t("page-filter-place")} value={get("place")} change={(place) => set({ place })} />
				<Select label={t("page-column-kind")} all={t("page-any")} value={get("body")} options={signed.vocabulary.bodies}
					onChange={(event) => set({ body: event.currentTarget.value })} />
			</form>
			<Answer asked={asked}>{(list) => (list.total === 0
				? <Empty title={t("page-nothing-found")}><p>{t("page-nothing-found-hint")}</p></Empty>
				: <>
					<div class="table-box">
						<table class="table cards">
							<thead><tr><th scope="col">{t("page-filter-party")}</th><th scope="col">{t("page-filter-place")}</th>
								<th scope="col" class="number">{t("page-nav-facts")}</th></tr></thead>
							<tbody>{list.items.map((party) => (
								<tr key={party.party}>
									<td class="main-cell"><a href={partyPath(party.party)}>{party.name}</a></td>
									<td class="places-cell">{placeName(signed, party.party.split("/")[0] ?? "")}</td>
									<td class="number" data-label={t("page-nav-facts")}>{count(party.facts, party.at_least)}</td>
								</tr>
							))}</tbody>
						</table>
					</div>
					<Pager page={list.page} pageSize={list.page_size} total={list.total} atLeast={list.at_least} />
				</>)}</Answer>
		</>
	);
}
