// The bodies that the register knows: provinces, commands, posts, agencies.
import { useEffect, useState } from "preact/hooks";
import { findParties } from "../api/parties";
import type { Party } from "../api/schema";
import { useGet, type Asked } from "../api/use";
import { AnswerList, Empty, type ListOf, PageHead } from "../parts/basics";
import { PlaceSelect } from "../parts/choose";
import { Select, Words } from "../parts/field";
import { useFilters } from "../shell/router";
import { useSigned } from "../shell/session";
import { count } from "../words/dates";
import { t } from "../words/messages";
import { partyPath, placeName } from "../words/values";

const pageSize = 50;

/** What is found by words of the name; the most recorded first. */
function useFound(text: string, place: string, body: string, page: number): Asked<ListOf<Party>> {
	const { places } = useSigned();
	const [answer, setAnswer] = useState<{ text: string; parties: Party[] } | null>(null);
	useEffect(() => {
		let wanted = true;
		if (text) void findParties(text, places).then((parties) => { if (wanted) setAnswer({ text, parties }); });
		return () => { wanted = false; };
	}, [text, places]);
	const parties = (answer?.parties ?? []).filter(({ party }) => {
		const [where = "", kind] = party.split("/");
		return (!place || where === place || where.startsWith(`${place}-`)) && (!body || kind === body);
	});
	return {
		data: answer && { items: parties.slice((page - 1) * pageSize, page * pageSize), total: parties.length, at_least: false, page, page_size: pageSize },
		error: null, loading: answer?.text !== text, reload: () => {}, set: () => {},
	};
}

export default function Parties() {
	const signed = useSigned();
	const [get, set] = useFilters();
	const text = get("text");
	const listed = useGet<ListOf<Party>>(text ? null : "/parties", { place: get("place"), body: get("body"), page: get("page"), page_size: pageSize });
	const found = useFound(text, get("place"), get("body"), Number(get("page")) || 1);
	const asked = text ? found : listed;
	return (
		<>
			<PageHead title={t("page-nav-parties")} lead={t("page-parties-lead")} />
			<form class="filters" role="search" aria-label={t("page-filter")} onSubmit={(event) => event.preventDefault()}>
				<Words label={t("page-filter-name")} value={text} change={(words) => set({ text: words }, true)} />
				<PlaceSelect label={t("page-filter-place")} value={get("place")} change={(place) => set({ place })} />
				<Select label={t("page-column-kind")} all={t("page-any")} value={get("body")} options={signed.vocabulary.bodies}
					onChange={(event) => set({ body: event.currentTarget.value })} />
			</form>
			<AnswerList asked={asked} none={<Empty title={t("page-nothing-found")}><p>{t("page-nothing-found-hint")}</p></Empty>}>{(list) => (
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
			)}</AnswerList>
		</>
	);
}
