import { useMemo } from "preact/hooks";
import type { PairDetail } from "../api/schema";
import { useSigned } from "../shell/session";
import { days, number } from "../words/dates";
import { t, tn } from "../words/messages";
import { Part, type PartProps, summaryOf, themeWords } from "./parts";

type Promise_ = PairDetail["promises"][number];

const grades = ["reported-done", "reported-in-part", "no-report-found"] as const;

/** What was promised, theme by theme, and what documents tell was done of it. */
export function Promises({ pair, open }: PartProps) {
	const signed = useSigned();
	const themes = useMemo(() => {
		const groups = new Map<string, Promise_[]>();
		for (const promise of pair.promises) {
			const key = promise.theme ?? "";
			const group = groups.get(key);
			if (group) group.push(promise);
			else groups.set(key, [promise]);
		}
		return [...groups].sort(([x, a], [y, b]) => Number(x === "") - Number(y === "") || b.length - a.length);
	}, [pair]);
	const openNow = pair.promises.filter((promise) => promise.open).length;
	return (
		<Part id="promises" title={t("page-pair-promises")} note={t("page-pair-open", number(pair.promises.length), number(openNow))}>
			{themes.length === 0 ? <p class="note">{t("page-pair-none")}</p> : <>
				<p class="plot-key row" aria-hidden="true">{grades.map((grade) => <span key={grade} class={`grade g-${grade}`}>{t(`page-grade-${grade}`)}</span>)}</p>
				<div class="card themes">{themes.map(([theme, promises]) => {
					const numbers = grades.map((grade) => promises.filter((promise) => promise.grade === grade).length);
					return (
						<details key={theme} class="theme">
							<summary>
								<span class="theme-name">{themeWords(signed, theme || null)}</span>
								<span class="theme-bar" aria-hidden="true">{grades.map((grade, i) => (numbers[i]
									? <Share key={grade} grade={grade} share={(numbers[i] as number) / promises.length} /> : null))}</span>
								<span class="theme-count number">{tn("page-promises", promises.length, number(promises.length))}
									<span class="for-ears">{grades.map((grade, i) => `; ${t(`page-grade-${grade}`)}: ${numbers[i]}`).join("")}</span></span>
							</summary>
							<ul class="promises">{promises.map((promise, i) => (
								<li key={i}>
									<p><button type="button" class="cited words" onClick={() => open([promise.fact], summaryOf(pair, promise.fact))}>{summaryOf(pair, promise.fact)}</button></p>
									<p class="promise-foot">
										<span class={`grade g-${promise.grade}`}>{t(`page-grade-${promise.grade}`)}</span>
										<span class="quiet">{days(promise.first_day, promise.last_day)}</span>
										{promise.open && <span class="chip">{t("page-open")}</span>}
										<span class="quiet">{promise.by === "both" ? t("page-by-both") : t("page-by", pair[promise.by].name)}</span>
										{promise.answers.length > 0 && (
											<button type="button" class="button small plain" onClick={() => open(promise.answers, t("page-answers", themeWords(signed, promise.theme)))}>
												{tn("page-answered", promise.answers.length, number(promise.answers.length) + (promise.more_answers ? "+" : ""))}</button>
										)}
									</p>
									{promise.under && <small class="sub">{t("page-under", summaryOf(pair, promise.under))}</small>}
								</li>
							))}</ul>
						</details>
					);
				})}</div>
				<p class="hint">{t("page-grade-words")}</p>
			</>}
		</Part>
	);
}

/** A stretch of a bar; its width is set by script, as the page's rules let no style attribute through. */
const Share = ({ grade, share }: { grade: string; share: number }) => (
	<span class={`share g-${grade}`} ref={(element) => { if (element) element.style.flexGrow = String(share); }} />
);
