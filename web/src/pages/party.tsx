// A body: what it took part in over the years, under which spellings documents name it.
import type { Fact, PartyDetail, Years } from "../api/schema";
import { useGet } from "../api/use";
import { Answer, type ListOf, PageHead, TypeTag } from "../parts/basics";
import { DecisionList, FactTable } from "../parts/facts";
import { Icon } from "../parts/icon";
import { Plot } from "../plots/plot";
import { useSigned } from "../shell/session";
import { number } from "../words/dates";
import { t } from "../words/messages";
import { partyName, partyPath, placeName, recordTypes } from "../words/values";

const mostShown = 20;

export default function PartyPage({ party = "" }: Record<string, string>) {
	const asked = useGet<PartyDetail>(`/parties/${encodeURIComponent(party)}`);
	return <Answer asked={asked} title={party}>{(detail) => <View key={detail.party} detail={detail} />}</Answer>;
}

function View({ detail }: { detail: PartyDetail }) {
	const signed = useSigned();
	const party = detail.held_as;
	const place = party.split("/")[0] ?? "";
	const years = useGet<Years>("/facts/years", { party });
	const newest = useGet<ListOf<Fact>>("/facts", { party, sort: "-date", page_size: mostShown });
	const to = (more: string) => `/facts?party=${encodeURIComponent(party)}${more}`;
	const counts = detail.facts as unknown as Record<string, number>;
	return (
		<>
			<PageHead title={detail.name} up={{ to: "/parties", label: t("page-nav-parties") }}
				lead={<span class="row"><span>{placeName(signed, place)}</span><span class="quiet">{party}</span></span>}>
				<a class="button" href={to("")}><Icon name="facts" />{t("page-pair-facts")}</a>
				<a class="button" href={`/history/${encodeURIComponent(party)}`}><Icon name="history" />{t("page-nav-history")}</a>
			</PageHead>
			{detail.held_as !== detail.party && (
				<p class="note held">{t("page-held-as", partyName(signed, detail.held_as))} <a href={partyPath(detail.held_as)}>{detail.held_as}</a></p>
			)}
			<nav class="numbers" aria-label={t("page-facts-by-type")}>{recordTypes.filter((type) => counts[type]).map((type) => (
				<a key={type} href={to(`&type=${type}`)}><strong class="number">{number(counts[type] ?? 0)}</strong><TypeTag type={type} /></a>
			))}</nav>
			<section class="section" aria-labelledby="party-years">
				<h2 id="party-years">{t("page-facts-by-year")}</h2>
				<Answer asked={years}>{(answer) => (!answer.items.some(({ year }) => year > 0) ? <p class="note">{t("page-pair-none")}</p> : (
					<div class="card"><Plot label={`${t("page-facts-by-year")}: ${answer.items.filter(({ year }) => year > 0).map(({ year, counts: of }) => `${year} ${sum(of)}`).join(", ")}`} height={360} of={answer}
						draw={(drawings, width) => drawings.factsByYear(answer.items as Array<{ year: number; counts: Record<string, number> }>, width)} /></div>
				))}</Answer>
			</section>
			<section class="section" aria-labelledby="party-newest">
				<div class="card-head"><h2 id="party-newest">{t("page-newest-facts")}</h2><a href={to("")}>{t("page-pair-facts")}</a></div>
				<Answer asked={newest}>{(list) => (list.total === 0 ? <p class="note">{t("page-pair-none")}</p> : <FactTable facts={list.items} />)}</Answer>
			</section>
			{detail.spellings.length > 0 && (
				<section class="section" aria-labelledby="party-spellings">
					<h2 id="party-spellings">{t("page-spellings")}</h2>
					<p class="row" lang="vi">{detail.spellings.map((spelling) => <span key={spelling} class="chip">{spelling}</span>)}</p>
				</section>
			)}
			{detail.decisions.length > 0 && <DecisionList decisions={detail.decisions} />}
		</>
	);
}

const sum = (counts: Record<string, unknown>) => Object.values(counts).reduce<number>((total, n) => total + Number(n), 0);
