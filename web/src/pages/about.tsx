// The program, the register, and the licences of what the page is made of.
import type { Info } from "../api/schema";
import { useGet } from "../api/use";
import { Answer, PageHead } from "../parts/basics";
import { moment, number } from "../words/dates";
import { t } from "../words/messages";

export default function About() {
	const asked = useGet<Info>("/info");
	return (
		<>
			<PageHead title={t("page-about")} lead={t("page-about-lead")} />
			<Answer asked={asked}>{(info) => {
				const rows: Array<[string, string]> = [
					["page-about-program", info.program], ["page-about-lexicon", info.lexicon], ["page-about-register", info.register],
					["page-about-documents", number(info.documents)], ["page-about-facts", number(info.facts)],
					["page-about-entries", number(info.entries)], ["page-about-decisions", number(info.decisions)],
					["page-about-size", t("page-megabytes", number(info.bytes / 1048576, 1))],
					["page-about-formats", info.formats.filter((format) => format.works).map((format) => format.name).join(", ")],
					["page-about-formats-missing", info.formats.filter((format) => !format.works)
						.map(({ name, missing }) => (missing.length ? `${name} (${missing.join(", ")})` : name)).join(", ") || "–"], ["page-about-started", moment(info.started)],
				];
				return (
					<div class="card">
						<dl class="values plain">{rows.map(([words, value]) => <div key={words}><dt>{t(words)}</dt><dd>{value}</dd></div>)}</dl>
						<p class="note"><a href="/assets/notices.txt" target="_blank" rel="noopener">{t("page-about-notices")}</a></p>
					</div>
				);
			}}</Answer>
		</>
	);
}
