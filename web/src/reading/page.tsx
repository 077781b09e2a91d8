// A document as its printed pages show it: where each stretch of its text stands, with the place of a record's words.
import { memo } from "preact/compat";
import { useMemo } from "preact/hooks";
import type { DocumentDetail, DocumentRecord } from "../api/schema";
import { fileAddress } from "../api/client";
import { number } from "../words/dates";
import { t } from "../words/messages";
import { unitsOf } from "./marks";

type Placed = DocumentDetail["layout"]["placed"][number];

/** The part of a stretch's box that words from `start` to `end` take: letters are taken as equally wide. */
function part(placed: Placed, start: number, end: number) {
	const long = Math.max(1, placed.end - placed.start);
	const from = Math.max(0, start - placed.start) / long;
	const to = Math.min(long, end - placed.start) / long;
	return { x: placed.x + from * placed.width, y: placed.y, width: Math.max(2, (to - from) * placed.width), height: placed.height };
}

/** Whether the original is one picture that a browser draws. */
const picture = (doc: DocumentDetail) => doc.layout.pages.length === 1 && /\.(png|jpe?g)$/i.test(doc.original?.name ?? "");

interface Props {
	document: DocumentDetail;
	page: number;
	records: DocumentRecord[];
}

const PageOf = memo(function PageOf({ document: doc, page, records }: Props) {
	const size = doc.layout.pages[page];
	const placed = useMemo(() => doc.layout.placed.filter((one) => one.page === page), [doc, page]);
	const unit = useMemo(() => unitsOf(doc.text), [doc.text]);
	if (!size) return null;
	const drawn = picture(doc);
	return (
		<figure class="printed">
			<svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={t("page-printed-page", number(page + 1), number(doc.layout.pages.length))}>
				{drawn && <image href={fileAddress(`/documents/${doc.id}/original`)} width={size.width} height={size.height} />}
				{records.map((record) => placed.filter((one) => one.start < record.evidence.end && one.end > record.evidence.start)
					.map((one) => <rect key={`${record.id} ${one.start}`} class={`place t-${record.type}`} data-r={record.id}
						{...part(one, record.evidence.start, record.evidence.end)} rx={1} />))}
				{!drawn && placed.map((one) => (
					<text key={one.start} x={one.x} y={one.y + one.height * 0.8} font-size={one.height * 0.8} textLength={one.width}
						lengthAdjust="spacingAndGlyphs" pointer-events="none">{doc.text.slice(unit(one.start), unit(one.end))}</text>
				))}
			</svg>
			<figcaption class="note">{t("page-printed-page", number(page + 1), number(doc.layout.pages.length))}</figcaption>
		</figure>
	);
});

/** All pages below each other; those out of sight cost nothing. */
export const PrintedPages = memo(function PrintedPages({ document: doc }: { document: DocumentDetail }) {
	const records = useMemo(() => doc.records.filter((record) => !record.gone), [doc.records]);
	return <div class="printed-pages">{doc.layout.pages.map((_, page) => <PageOf key={page} document={doc} page={page} records={records} />)}</div>;
});
