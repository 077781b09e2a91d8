// At a glance: the border with its pairs, contacts by year, what needs a look, what came last.
import type { Overview } from "../api/schema";
import { useGet } from "../api/use";
import { Answer, Empty, PageHead, TypeTag } from "../parts/basics";
import { Icon } from "../parts/icon";
import { Plot } from "../plots/plot";
import { useMay, useSigned } from "../shell/session";
import { count, date, number } from "../words/dates";
import { t, tn } from "../words/messages";
import { fileName, placeName } from "../words/values";

export default function Glance() {
	const asked = useGet<Overview>("/overview");
	return (
		<>
			<PageHead title={t("page-nav-glance")} />
			<Answer asked={asked}>{(overview) => (overview.documents === 0 ? <Beginning /> : <Parts overview={overview} />)}</Answer>
		</>
	);
}

function Beginning() {
	const mayAdd = useMay("editor");
	return (
		<Empty title={t("page-glance-empty")}>
			<p>{t("page-glance-empty-words")}</p>
			{mayAdd && <p class="empty-does"><a class="button primary" href="/documents"><Icon name="upload" />{t("page-upload")}</a></p>}
		</Empty>
	);
}

const kinds = ["conflict", "name", "fact", "changed", "reading"];
const mostPairs = 8;
const mostNewest = 5;

function Parts({ overview }: { overview: Overview }) {
	const signed = useSigned();
	const { pairs, contacts, to_look_at: look, newest } = overview;
	const sorted = [...pairs].sort((a, b) => b.facts - a.facts);
	const told = t("page-map-label", number(pairs.length), sorted.slice(0, 5).map((pair) => `${pair.a_name} – ${pair.b_name}`).join(", "));
	return (
		<div class="glance">
			<section class="card glance-map" aria-labelledby="glance-map">
				<div class="card-head">
					<h2 id="glance-map">{t("page-map")}</h2>
					<span class="note">{tn("page-glance-held", overview.documents, number(overview.documents))} · {t("page-glance-facts", number(overview.facts))}</span>
				</div>
				<Plot label={told} height={380} of={pairs} draw={(drawings, width) => drawings.borderMap(pairs, signed.places, width)} />
			</section>
			<section class="card glance-look" aria-labelledby="glance-look">
				<h2 id="glance-look">{t("page-nav-look")}</h2>
				<ul class="look-counts">
					{kinds.filter((kind) => look[kind]).map((kind) => (
						<li key={kind}><a href={`/look/${kind}`} class={look[kind]!.number === 0 ? "none" : ""}>
							<span>{t(`page-look-${kind}`)}</span><strong class="number">{count(look[kind]!.number, look[kind]!.at_least)}</strong></a></li>
					))}
				</ul>
			</section>
			<section class="card glance-pairs" aria-labelledby="glance-pairs">
				<div class="card-head"><h2 id="glance-pairs">{t("page-nav-pairs")}</h2>
					{pairs.length > mostPairs && <a href="/pairs">{t("page-all", number(pairs.length))}</a>}</div>
				<ol class="pair-list">
					{sorted.slice(0, mostPairs).map((pair) => (
						<li key={`${pair.a} ${pair.b}`}>
							<a href={`/pairs/${pair.a}/${pair.b}`}>{pair.a_name} – {pair.b_name}</a>
							<meter class="bar-meter" min={0} max={sorted[0]!.facts} value={pair.facts} aria-label={t("page-glance-facts", number(pair.facts))} />
							<span class="number">{count(pair.facts, pair.at_least)}</span>
						</li>
					))}
				</ol>
			</section>
			<section class="card glance-years" aria-labelledby="glance-years">
				<div class="card-head"><h2 id="glance-years">{t("page-contacts")}</h2>
					<span class="row"><TypeTag type="meeting" /><TypeTag type="visit" /></span></div>
				{contacts.length > 0
					? <Plot label={contacts.map(({ year, meetings, visits }) => t("page-contacts-year", year, number(meetings), number(visits))).join("; ")}
						height={220} of={contacts} draw={(drawings, width) => drawings.contactsByYear(contacts, width)} />
					: <p class="note">{t("page-contacts-none")}</p>}
			</section>
			<section class="card glance-newest" aria-labelledby="glance-newest">
				<div class="card-head"><h2 id="glance-newest">{t("page-newest")}</h2><a href="/documents">{t("page-all", number(overview.documents))}</a></div>
				<ul class="newest">
					{newest.slice(0, mostNewest).map((document) => (
						<li key={document.id}>
							<a href={`/documents/${document.id}`} lang="vi">{document.title ?? fileName(document.source)}</a>
							<span class="sub">{[date(document.published), document.places.map((code) => placeName(signed, code)).join(", "),
								tn("page-records", document.records, number(document.records))].filter(Boolean).join(" · ")}</span>
						</li>
					))}
				</ul>
			</section>
		</div>
	);
}
