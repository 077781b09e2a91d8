// Who says so: the words of a document, with the way to them.
import type { Source } from "../api/schema";
import { date } from "../words/dates";
import { t } from "../words/messages";
import { fileName } from "../words/values";
import { Certainty, Quote } from "./basics";

/** Where the words of a record stand, in the reading view. */
export const readingOf = (document: string, record: string) => `/documents/${document}#${record}`;

/** `certain` tells how certain the reading is as well. */
export function SourceQuote({ source, certain = false }: { source: Omit<Source, "value">; certain?: boolean }) {
	if (!source.document) return <p class="note">{t("page-entered-by-hand", source.record)}</p>;
	return (
		<Quote words={source.evidence.quote}>
			<a href={readingOf(source.document, source.record)} lang="vi">{source.title ?? fileName(source.source ?? source.document)}</a>
			{source.published && <span> · {date(source.published)}</span>}
			{certain && <span> · <Certainty value={source.certainty} /></span>}
			{source.gone && <span> · {t("page-status-gone")}</span>}
		</Quote>
	);
}

/** Several, one below the other; beyond `most` the rest are behind a line that opens them. */
export function Sources({ sources, most = 3 }: { sources: Source[]; most?: number }) {
	const rest = sources.slice(most);
	return (
		<div class="sources">
			{sources.slice(0, most).map((source) => <SourceQuote key={source.record} source={source} />)}
			{rest.length > 0 && (
				<details><summary>{t("page-more-sources", rest.length)}</summary>
					{rest.map((source) => <SourceQuote key={source.record} source={source} />)}</details>
			)}
		</div>
	);
}

