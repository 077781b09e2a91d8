import { Icon } from "../parts/icon";
import { SourceQuote } from "../parts/sources";
import { useSigned } from "../shell/session";
import { number } from "../words/dates";
import { t } from "../words/messages";
import { fieldsOf, valueWords } from "../words/values";
import { itemOf, Part, type PartProps, summaryOf, themeWords, useSome } from "./parts";

/** Where sources disagree, both quotes side by side; what ended without a successor, and what nothing tells of. */
export function Disputed({ pair, open }: PartProps) {
	const signed = useSigned();
	const [conflicts, more] = useSome(pair.conflicts, 6);
	const unreported = pair.unreported.flatMap((index) => pair.promises[index] ?? []);
	const [rows, moreRows] = useSome(unreported, 8);
	const none = pair.conflicts.length + pair.ended.length + unreported.length + pair.empty_years.length === 0;
	return (
		<Part id="disputed" title={t("page-pair-disputed")}>
			{none && <p class="note">{t("page-pair-none")}</p>}
			{conflicts.map(({ fact, field, values }) => {
				const type = itemOf(pair, fact)?.type ?? "";
				return (
					<article key={`${fact} ${field}`} class="card conflict">
						<h3><Icon name="warning" />{fieldsOf(signed, type).find((one) => one.name === field)?.label ?? field}{": "}
							<a href={`/facts/${fact}`}>{summaryOf(pair, fact)}</a></h3>
						<div class="pair-columns even">{values.map((value, i) => (
							<div key={i}>
								<p class="conflict-value">{valueWords(signed, type, field, value.value) || value.words}</p>
								{value.sources.map((source) => <SourceQuote key={source.record} source={source} />)}
							</div>
						))}</div>
					</article>
				);
			})}
			{more}
			<div class="pair-columns even">
				{pair.ended.length > 0 && (
					<div class="card"><h3>{t("page-pair-ended")}</h3>
						<ul class="plain-list">{pair.ended.map((fact) => (
							<li key={fact}><button type="button" class="cited words" onClick={() => open([fact], summaryOf(pair, fact))}>{summaryOf(pair, fact)}</button></li>
						))}</ul></div>
				)}
				{unreported.length > 0 && (
					<div class="card"><h3>{t("page-pair-unreported")} <span class="badge">{number(unreported.length)}</span></h3>
						<ul class="plain-list">{rows.map((promise, i) => (
							<li key={i}><button type="button" class="cited words" onClick={() => open([promise.fact], summaryOf(pair, promise.fact))}>
								{themeWords(signed, promise.theme)}</button> <small class="quiet">{summaryOf(pair, promise.fact)}</small></li>
						))}</ul>{moreRows}</div>
				)}
				{pair.empty_years.length > 0 && (
					<div class="card"><h3>{t("page-pair-empty-years")}</h3><p>{pair.empty_years.join(", ")}</p></div>
				)}
			</div>
		</Part>
	);
}

export function NextSteps({ pair, open }: PartProps) {
	const signed = useSigned();
	if (pair.next_steps.length === 0) return null;
	return (
		<Part id="next" title={t("page-pair-next")}>
			<ol class="card steps">{pair.next_steps.map((step, i) => (
				<li key={i}>
					<span class="step-kind">{t(`page-step-${step.kind}`)}</span>
					<button type="button" class="cited words" onClick={() => open(step.facts, t(`page-step-${step.kind}`))}>
						{step.theme ? themeWords(signed, step.theme) : step.facts[0] ? summaryOf(pair, step.facts[0]) : ""}</button>
					{step.facts.length > 1 && <small class="quiet"> {t("page-number-facts", number(step.facts.length))}</small>}
				</li>
			))}</ol>
		</Part>
	);
}
