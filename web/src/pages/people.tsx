// People in public posts, as published documents name them.
import type { Person } from "../api/schema";
import { useGet } from "../api/use";
import { AnswerList, Empty, type ListOf, PageHead } from "../parts/basics";
import { Select, Words } from "../parts/field";
import { useFilters } from "../shell/router";
import { useSigned } from "../shell/session";
import { number } from "../words/dates";
import { t } from "../words/messages";
import { placeName } from "../words/values";

export default function People() {
	const signed = useSigned();
	const [get, set] = useFilters();
	const asked = useGet<ListOf<Person>>("/people",
		{ text: get("text"), country: get("country"), page: get("page"), page_size: 50 });
	return (
		<>
			<PageHead title={t("page-nav-people")} lead={t("page-people-lead")} />
			<form class="filters" role="search" aria-label={t("page-filter")} onSubmit={(event) => event.preventDefault()}>
				<Words label={t("page-filter-name")} value={get("text")} change={(text) => set({ text }, true)} />
				<Select label={t("page-filter-country")} all={t("page-any")} value={get("country")}
					options={["VN", "LA"].map((value) => ({ value, label: placeName(signed, value) }))}
					onChange={(event) => set({ country: event.currentTarget.value })} />
			</form>
			<AnswerList asked={asked} none={<Empty title={t("page-nothing-found")}><p>{t("page-nothing-found-hint")}</p></Empty>}>{(list) => (
				<div class="table-box">
					<table class="table cards">
						<thead><tr><th scope="col">{t("page-filter-name")}</th><th scope="col">{t("page-filter-country")}</th>
							<th scope="col" class="number">{t("page-mentions")}</th></tr></thead>
						<tbody>{list.items.map((person) => (
							<tr key={person.id}>
								<td class="main-cell"><a href={`/people/${person.id}`} lang="vi">{person.name}</a></td>
								<td class="places-cell">{person.country && placeName(signed, person.country)}</td>
								<td class="number" data-label={t("page-mentions")}>{number(person.mentions)}</td>
							</tr>
						))}</tbody>
					</table>
				</div>
			)}</AnswerList>
		</>
	);
}
