// A person in public posts: which ones over time, and where documents say so.
import { useMemo } from "preact/hooks";
import type { PersonDetail } from "../api/schema";
import { useGet } from "../api/use";
import { Answer, PageHead } from "../parts/basics";
import { DecisionList } from "../parts/facts";
import { Icon } from "../parts/icon";
import { SourceQuote } from "../parts/sources";
import { useSome } from "../pair/parts";
import { Plot } from "../plots/plot";
import { useSigned } from "../shell/session";
import { days, number } from "../words/dates";
import { t } from "../words/messages";
import { placeName } from "../words/values";

interface Form {
	name: string;
	rank: string | null;
	title: string | null;
	first_day: string | null;
	last_day: string | null;
	mentions: number;
}

export default function PersonPage({ id = "" }: Record<string, string>) {
	const asked = useGet<PersonDetail>(`/people/${encodeURIComponent(id)}`);
	return <Answer asked={asked} title={id}>{(person) => <View key={person.id} person={person} />}</Answer>;
}

function View({ person }: { person: PersonDetail }) {
	const signed = useSigned();
	const forms = useMemo(() => [...(person.forms as unknown as Form[])].sort((a, b) => (b.last_day ?? "").localeCompare(a.last_day ?? "")), [person]);
	// A post named in one document is a mark, one named over a time a bar.
	const lanes = useMemo(() => {
		const posts = new Map<string, { label: string; bars: Array<{ date: string; label: string }>; marks: Array<{ date: string; label: string }> }>();
		for (const form of [...forms].reverse()) {
			const label = form.title ?? form.rank ?? form.name;
			const lane = posts.get(label) ?? { label, bars: [], marks: [] };
			posts.set(label, lane);
			if (!form.first_day) continue;
			const words = `${[form.rank, form.name].filter(Boolean).join(" ")}\n${days(form.first_day, form.last_day)}`;
			if (form.last_day && form.last_day !== form.first_day) lane.bars.push({ date: `${form.first_day}/${form.last_day}`, label: words });
			else lane.marks.push({ date: form.first_day, label: words });
		}
		return [...posts.values()].filter(({ bars, marks }) => bars.length + marks.length > 0);
	}, [forms]);
	const newest = useMemo(() => [...person.mentions].sort((a, b) => (b.published ?? "").localeCompare(a.published ?? "")), [person]);
	const [mentions, more] = useSome(newest, 10);
	return (
		<>
			<PageHead title={person.name} up={{ to: "/people", label: t("page-nav-people") }}
				lead={<span class="row">{person.country && <span>{placeName(signed, person.country)}</span>}<span class="quiet">{person.id}</span>
					<span class="quiet">{t("page-people-note")}</span></span>}>
				<a class="button" href={`/history/${person.id}`}><Icon name="history" />{t("page-nav-history")}</a>
			</PageHead>
			<section aria-labelledby="person-posts">
				<h2 id="person-posts" class="head-over">{t("page-posts")}</h2>
				{lanes.length > 1 && (
					<div class="card plot-card"><Plot label={t("page-posts-label", number(lanes.length))} height={lanes.length * 26 + 48} of={lanes}
						draw={(drawings, width) => drawings.paperTimeline(lanes, width)} /></div>
				)}
				<div class="table-box">
					<table class="table cards">
						<thead><tr><th scope="col">{t("page-column-named")}</th><th scope="col">{t("page-column-post")}</th><th scope="col">{t("page-column-rank")}</th>
							<th scope="col">{t("page-column-spelling")}</th><th scope="col" class="number">{t("page-mentions")}</th></tr></thead>
						<tbody>{forms.map((form, i) => (
							<tr key={i}>
								<td class="number date-cell">{days(form.first_day, form.last_day)}</td>
								<td class="main-cell" lang="vi">{form.title ?? <span class="quiet">{t("page-no-post")}</span>}</td>
								<td lang="vi">{form.rank}</td>
								<td lang="vi" class="places-cell">{form.name}</td>
								<td class="number" data-label={t("page-mentions")}>{number(form.mentions)}</td>
							</tr>
						))}</tbody>
					</table>
				</div>
			</section>
			<section class="section" aria-labelledby="person-sources">
				<h2 id="person-sources">{t("page-fact-sources")}</h2>
				<ul class="stack">{mentions.map((mention) => <li key={mention.record} class="card"><SourceQuote source={mention} certain /></li>)}</ul>
				{more}
			</section>
			{person.decisions.length > 0 && <DecisionList decisions={person.decisions} />}
		</>
	);
}
