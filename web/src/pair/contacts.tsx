import { useMemo } from "preact/hooks";
import { TypeTag } from "../parts/basics";
import { Cited } from "../parts/facts";
import { Plot } from "../plots/plot";
import { useSigned } from "../shell/session";
import { date, days, number } from "../words/dates";
import { t } from "../words/messages";
import { partyName } from "../words/values";
import { itemOf, kindWords, Part, type PartProps, useSome } from "./parts";

const allHosts = ["a", "b", "unknown"] as const;

/** Meetings and visits: when, of what kind, on whose ground; which come regularly, and which of those nothing tells of. */
export function Contacts({ pair, open }: PartProps) {
	const signed = useSigned();
	const marks = useMemo(() => pair.contacts.flatMap((id) => {
		const item = itemOf(pair, id);
		const first = item?.first_day ?? item?.last_day;
		return item && first ? [{ fact: id, type: item.type, label: item.summary, first, last: item.last_day ?? first }] : [];
	}), [pair]);
	const newest = useMemo(() => [...pair.contacts].reverse(), [pair]);
	const [rows, more] = useSome(newest, 10);
	const kinds = useMemo(() => {
		const groups = new Map<string, Record<(typeof allHosts)[number], Counted>>();
		for (const { kind, host, count, facts } of pair.contact_counts) {
			const group = groups.get(kind) ?? { a: none(), b: none(), unknown: none() };
			group[host].count += count;
			group[host].facts.push(...facts);
			groups.set(kind, group);
		}
		return [...groups].sort(([, x], [, y]) => size(y) - size(x));
	}, [pair]);
	const hosts = allHosts.filter((host) => host !== "unknown" || kinds.some(([, group]) => group.unknown.count > 0));
	const title = (host: (typeof allHosts)[number]) => (host === "unknown" ? t("page-host-unknown") : t("page-host", pair[host].name));
	return (
		<Part id="contacts" title={t("page-pair-contacts")} note={t("page-number-in-all", number(pair.contacts.length))}>
			{pair.contacts.length === 0 ? <p class="note">{t("page-pair-none")}</p> : <>
				{marks.length > 0 && (
					<div class="card plot-card"><Plot label={t("page-timeline-label", number(marks.length))} height={130} of={marks}
						draw={(drawings, width) => drawings.timeline(marks, width)} /></div>
				)}
				<div class="pair-columns">
					<ul class="card lines">{rows.map((id) => {
						const item = itemOf(pair, id);
						return item && (
							<li key={id}>
								<span class="lines-when number">{date(item.date) || days(item.first_day, item.last_day) || t("page-undated")}</span>
								<span class="lines-what"><TypeTag type={item.type} />{" "}
									<button type="button" class="cited words" onClick={() => open([id], item.summary)}>{item.summary}</button></span>
							</li>
						);
					})}{more && <li class="lines-more">{more}</li>}</ul>
					<div class="stack">
						<div class="table-box"><table class="table dense">
							<thead><tr><th scope="col">{t("page-column-kind")}</th>
								{hosts.map((host) => <th key={host} scope="col" class="number">{title(host)}</th>)}</tr></thead>
							<tbody>{kinds.map(([kind, group]) => (
								<tr key={kind}><th scope="row">{kindWords(signed, kind)}</th>
									{hosts.map((host) => (
										<td key={host} class="number">{group[host].count > 0 && (
											<Cited facts={group[host].facts} title={`${kindWords(signed, kind)}, ${title(host)}`} open={open}>{number(group[host].count)}</Cited>
										)}</td>
									))}</tr>
							))}</tbody>
						</table></div>
						{pair.series.length > 0 && (
							<div class="card">
								<h3>{t("page-pair-series")}</h3>
								<ul class="series">{pair.series.map((series, i) => (
									<li key={i}>
										<p><strong>{kindWords(signed, series.kind)}</strong>{series.yearly && <span class="chip">{t("page-yearly")}</span>}
											<small class="sub">{series.parties.map((party) => partyName(signed, party)).join(" – ")}</small></p>
										<p class="series-years">{beads(series).map((bead, at) => (bead.fact
											? <button key={at} type="button" class="bead" onClick={() => open([bead.fact as string], kindWords(signed, series.kind))}>{bead.words}</button>
											: <span key={at} class="bead gap" title={t("page-gap")}>{bead.words}<span class="for-ears"> {t("page-gap")}</span></span>))}</p>
									</li>
								))}</ul>
								{pair.series.some(({ gaps }) => gaps.length > 0) && <p class="hint">{t("page-gap-words")}</p>}
							</div>
						)}
					</div>
				</div>
			</>}
		</Part>
	);
}

/** Contacts, and the facts that tell of them: a journey of several stops is one contact. */
interface Counted { count: number; facts: string[] }

const none = (): Counted => ({ count: 0, facts: [] });
const size = (group: Record<string, Counted>) => Object.values(group).reduce((sum, { count }) => sum + count, 0);

/** The rounds of a series in their order, those that nothing tells of between them. */
function beads({ held, gaps }: { held: Array<{ fact: string; year: number | null; ordinal: number | null }>;
	gaps: Array<{ year: number | null; ordinal: number | null }> }) {
	const words = (round: { year: number | null; ordinal: number | null }) =>
		[round.ordinal !== null ? t("page-round", round.ordinal) : "", round.year ?? ""].filter((part) => part !== "").join(" · ") || t("page-undated");
	return [...held.map((round) => ({ ...round, fact: round.fact as string | null, words: words(round) })),
		...gaps.map((round) => ({ ...round, fact: null, words: words(round) }))]
		.sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.ordinal ?? 0) - (b.ordinal ?? 0));
}
