import { useMemo } from "preact/hooks";
import type { PairDetail } from "../api/schema";
import { Plot } from "../plots/plot";
import { date, days, number } from "../words/dates";
import { t } from "../words/messages";
import { itemOf, Part, summaryOf, type PartProps, useSome } from "./parts";

type Agreement = PairDetail["agreements"][number];

function state(agreement: Agreement, asOf: string): string {
	if (agreement.in_force) return "in-force";
	if (agreement.replaced_by) return "replaced";
	if (agreement.ended) return "ended";
	if (agreement.first_day && agreement.first_day > asOf) return "to-come";
	return "not-known";
}

/** The papers: as bars over their terms, and one by one. */
export function Agreements({ pair, open }: PartProps) {
	// A paper without a term stands at the day of its signing.
	const begins = (agreement: Agreement) => agreement.first_day ?? itemOf(pair, agreement.fact)?.first_day ?? null;
	const bars = useMemo(() => pair.agreements.flatMap((agreement) => {
		const first = begins(agreement);
		// A paper of which only the signing is known is a mark on its day.
		return first ? [{ fact: agreement.fact, label: summaryOf(pair, agreement.fact), first,
			last: agreement.last_day ?? (agreement.term_known || agreement.in_force ? null : first), inForce: agreement.in_force }] : [];
	}), [pair]);
	const sorted = useMemo(() => [...pair.agreements].sort((a, b) =>
		Number(b.in_force) - Number(a.in_force) || (begins(b) ?? "").localeCompare(begins(a) ?? "")), [pair]);
	const [rows, more] = useSome(sorted, 12);
	const inForce = pair.agreements.filter((one) => one.in_force).length;
	return (
		<Part id="agreements" title={t("page-pair-agreements")}
			note={t("page-pair-in-force", number(inForce), number(pair.agreements.length), date(pair.as_of))}>
			{pair.agreements.length === 0 ? <p class="note">{t("page-pair-none")}</p> : <>
				{bars.length > 0 && (
					<div class="card plot-card"><Plot label={t("page-pair-terms-label", number(bars.length))} height={120} of={bars}
						draw={(drawings, width) => drawings.terms(bars, pair.as_of, width)} /></div>
				)}
				<div class="table-box">
					<table class="table cards">
						<thead><tr>
							<th scope="col">{t("page-column-term")}</th><th scope="col">{t("page-column-agreement")}</th>
							<th scope="col">{t("page-column-state")}</th>
						</tr></thead>
						<tbody>{rows.map((agreement) => {
							const is = state(agreement, pair.as_of);
							return (
								<tr key={agreement.fact}>
									<td class="number date-cell">{agreement.term_known || agreement.last_day ? days(agreement.first_day, agreement.last_day)
										: date(itemOf(pair, agreement.fact)?.date) || days(agreement.first_day, agreement.first_day)}</td>
									<td class="main-cell">
										<button type="button" class="cited words" onClick={() => open([agreement.fact], summaryOf(pair, agreement.fact))}>
											{summaryOf(pair, agreement.fact)}</button>
										{agreement.replaces && <small class="sub">{t("page-pair-replaces", summaryOf(pair, agreement.replaces))}</small>}
										{agreement.replaced_by && <small class="sub">{t("page-pair-replaced-by", summaryOf(pair, agreement.replaced_by))}</small>}
									</td>
									<td><span class={is === "in-force" ? "chip good" : "chip"}>{t(`page-state-${is}`)}</span></td>
								</tr>
							);
						})}</tbody>
					</table>
				</div>
				{more}
			</>}
		</Part>
	);
}
