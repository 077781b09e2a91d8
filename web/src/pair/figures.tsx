import { useMemo } from "preact/hooks";
import type { PairDetail } from "../api/schema";
import { Cited } from "../parts/facts";
import { Plot } from "../plots/plot";
import { useSigned } from "../shell/session";
import { days, number } from "../words/dates";
import { t } from "../words/messages";
import { partyName } from "../words/values";
import { amount, Part, type PartProps, summaryOf, themeWords, useSome } from "./parts";

type Result = PairDetail["results"][number];

const mostDrawn = 6;

/** Counted results: those of several years drawn, all of them in a table. Figures are added only where the server did. */
export function Results({ pair, open }: PartProps) {
	const signed = useSigned();
	const sorted = useMemo(() => [...pair.results].sort((a, b) => b.figures.length - a.figures.length
		|| String(a.theme).localeCompare(String(b.theme))), [pair]);
	const drawn = useMemo(() => sorted.map((result) => ({
		result, figures: result.figures.flatMap((figure) => (figure.first_day && figure.last_day ? [{
			fact: figure.fact, first: figure.first_day, last: figure.last_day, value: figure.value, words: `${amount(figure.value, figure.about)} ${result.unit}`,
		}] : [])),
	})).filter(({ figures }) => figures.length > 2).slice(0, mostDrawn), [sorted]);
	const [rows, more] = useSome(sorted, 15);
	const sides = ({ by, to }: Result) => [by, to].filter((side) => side.length > 0)
		.map((side) => side.map((party) => partyName(signed, party)).join(", ")).join(" → ");
	const title = (result: Result) => `${themeWords(signed, result.theme)}: ${result.unit}`;
	return (
		<Part id="results" title={t("page-pair-results")} note={t("page-number-in-all", number(pair.results.length))}>
			{pair.results.length === 0 ? <p class="note">{t("page-pair-none")}</p> : <>
				{drawn.length > 0 && (
					<div class="small-plots">{drawn.map(({ result, figures }, i) => (
						<figure key={i} class="card">
							<figcaption>{title(result)}<small class="sub">{sides(result)}</small></figcaption>
							<Plot label={`${title(result)}: ${figures.map((one) => `${days(one.first, one.last)} ${one.words}`).join("; ")}`} height={160} of={figures}
								draw={(drawings, width) => drawings.figures(figures, width)} />
						</figure>
					))}</div>
				)}
				<div class="table-box">
					<table class="table cards">
						<thead><tr><th scope="col">{t("page-filter-theme")}</th><th scope="col">{t("page-column-who")}</th>
							<th scope="col">{t("page-column-figures")}</th><th scope="col" class="number">{t("page-sum")}</th></tr></thead>
						<tbody>{rows.map((result, i) => (
							<tr key={i}>
								<td class="theme-cell">{themeWords(signed, result.theme)}</td>
								<td class="sides-cell">{sides(result)}</td>
								<td class="main-cell"><ul class="figures">{result.figures.map((figure) => (
									<li key={figure.fact}>
										<Cited facts={[figure.fact]} title={summaryOf(pair, figure.fact)} open={open}>{amount(figure.value, figure.about)} <span lang="vi">{result.unit}</span></Cited>
										<span class="quiet number"> {days(figure.first_day, figure.last_day)}</span>
									</li>
								))}</ul></td>
								<td class="number" data-label={result.total ? t("page-sum") : undefined}>{result.total && (
									<Cited facts={result.total.parts} title={title(result)} open={open}>{amount(result.total.value, result.total.about)}</Cited>
								)}{result.total?.gaps && <small class="sub">{t("page-sum-gaps")}</small>}</td>
							</tr>
						))}</tbody>
					</table>
				</div>
				{more}
			</>}
		</Part>
	);
}

const directions = ["a-to-b", "b-to-a"] as const;

/** What each side gave the other: sums by currency, and each gift. */
export function Support({ pair, open }: PartProps) {
	const names = { "a-to-b": t("page-gave", pair.a.name, pair.b.name), "b-to-a": t("page-gave", pair.b.name, pair.a.name) };
	const currencies = [...new Set(pair.support.sums.map(({ currency }) => currency))];
	const byYear = useMemo(() => currencies.map((currency) => ({
		currency,
		given: pair.support.sums.flatMap((one) => (one.currency === currency && one.year !== null
			? [{ year: one.year, direction: one.direction, value: one.sum.value }] : [])),
	})).filter(({ given }) => new Set(given.map(({ year }) => year)).size > 1), [pair]);
	return (
		<Part id="support" title={t("page-pair-support")} note={t("page-number-in-all", number(pair.support.entries.length))}>
			{pair.support.entries.length === 0 ? <p class="note">{t("page-pair-none")}</p> : <>
				{byYear.map(({ currency, given }) => (
					<figure key={currency} class="card plot-card">
						<figcaption>{t("page-support-by-year", currency)}
							<small class="sub">{t("page-support-up", names["a-to-b"], names["b-to-a"])}</small></figcaption>
						<Plot label={`${t("page-support-by-year", currency)}: ${given.map((one) => `${one.year} ${names[one.direction]} ${number(one.value)}`).join("; ")}`}
							height={220} of={given} draw={(drawings, width) => drawings.supportBars(given, currency, names["a-to-b"], names["b-to-a"], width)} />
					</figure>
				))}
				<div class="pair-columns even">{directions.map((direction) => (
					<Gifts key={direction} direction={direction} title={names[direction]} pair={pair} open={open} />
				))}</div>
			</>}
		</Part>
	);
}

function Gifts({ direction, title, pair, open }: PartProps & { direction: (typeof directions)[number]; title: string }) {
	const entries = pair.support.entries.filter((entry) => entry.direction === direction);
	const sums = pair.support.sums.filter((one) => one.direction === direction && one.year === null);
	const [rows, more] = useSome([...entries].reverse(), 10);
	return (
		<div class="card">
			<h3>{title}</h3>
			{sums.length > 0 && (
				<p class="gift-sums">{sums.map(({ currency, sum }) => (
					<span key={currency} class="gift-sum"><Cited facts={sum.parts} title={title} open={open}>{amount(sum.value, sum.about)} {currency}</Cited></span>
				))}</p>
			)}
			{entries.length === 0 && <p class="note">{t("page-pair-none")}</p>}
			<ul class="lines">{rows.map(({ fact, part_of: partOf }) => {
				const item = (pair.facts as unknown as Record<string, { date: string | null; first_day: string | null; last_day: string | null } | undefined>)[fact];
				return (
					<li key={fact}>
						<span class="lines-when number">{item ? days(item.first_day, item.last_day) || t("page-undated") : ""}</span>
						<span class="lines-what"><button type="button" class="cited words" onClick={() => open([fact], summaryOf(pair, fact))}>{summaryOf(pair, fact)}</button>
							{partOf && <small class="sub">{t("page-gift-part")}</small>}</span>
					</li>
				);
			})}{more && <li class="lines-more">{more}</li>}</ul>
		</div>
	);
}
