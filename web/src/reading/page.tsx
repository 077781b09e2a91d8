// A document as its printed pages show it: a picture of each page, with the place of every record's words over it. Where
// no picture can be had, a drawing of where each stretch of the text stands.
import { memo } from "preact/compat";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { RefObject } from "preact";
import type { DocumentDetail, DocumentRecord } from "../api/schema";
import { api, ApiError, fileAddress } from "../api/client";
import { errorWords } from "../parts/basics";
import { Icon } from "../parts/icon";
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

interface Props {
	document: DocumentDetail;
	page: number;
	records: DocumentRecord[];
}

const PageOf = memo(function PageOf({ document: doc, page, records }: Props) {
	const size = doc.layout.pages[page];
	const placed = useMemo(() => doc.layout.placed.filter((one) => one.page === page), [doc, page]);
	const unit = useMemo(() => unitsOf(doc.text), [doc.text]);
	const [problem, setProblem] = useState("");
	if (!size) return null;
	const path = `/documents/${doc.id}/pages/${page + 1}`;
	const drawn = doc.original?.has_pictures && !problem;
	const which = t("page-printed-page", number(page + 1), number(doc.layout.pages.length));
	// The browser tells only that there is no picture: the answer itself says why.
	const ask = () => void api.get(path).then(() => setProblem(t("page-no-answer")),
		(failure: unknown) => setProblem(failure instanceof ApiError ? errorWords(failure) : t("page-no-answer")));
	return (
		<figure class="printed" data-page={page}>
			<div class="sheet">
				{drawn && <img src={fileAddress(path)} loading="lazy" decoding="async" width={Math.round(size.width)} height={Math.round(size.height)}
					alt={t("page-picture-alt", number(page + 1), number(doc.layout.pages.length))} onError={ask} />}
				<svg viewBox={`0 0 ${size.width} ${size.height}`} preserveAspectRatio="none"
					{...(drawn ? { "aria-hidden": "true" as const, class: "over" } : { role: "img" as const, "aria-label": which })}>
					{records.map((record) => placed.filter((one) => one.start < record.evidence.end && one.end > record.evidence.start)
						.map((one) => <rect key={`${record.id} ${one.start}`} class={`place t-${record.type}`} data-r={record.id}
							{...part(one, record.evidence.start, record.evidence.end)} rx={1} />))}
					{!drawn && placed.map((one) => (
						<text key={one.start} x={one.x} y={one.y + one.height * 0.8} font-size={one.height * 0.8} textLength={one.width}
							lengthAdjust="spacingAndGlyphs" pointer-events="none">{doc.text.slice(unit(one.start), unit(one.end))}</text>
					))}
				</svg>
			</div>
			<figcaption class="note">{which}{!drawn && ` · ${problem || t("page-drawn-from-text")}`}</figcaption>
		</figure>
	);
});

/** All pages below each other; those out of sight cost nothing. */
export const PrintedPages = memo(function PrintedPages({ document: doc, large }: { document: DocumentDetail; large: boolean }) {
	const records = useMemo(() => doc.records.filter((record) => !record.gone), [doc.records]);
	return (
		<div class={large ? "printed-pages large" : "printed-pages"} {...(large ? { tabIndex: 0, role: "region" as const, "aria-label": t("page-view-printed") } : {})}>
			{doc.layout.pages.map((_, page) => <PageOf key={page} document={doc} page={page} records={records} />)}
		</div>
	);
});

/** From page to page, for who does not scroll; and how large they are shown. */
export function PageTurner({ pane, pages, large, setLarge }: {
	pane: RefObject<HTMLElement>; pages: number; large: boolean; setLarge: (large: boolean) => void;
}) {
	const [now, setNow] = useState(0);
	const sheets = () => [...pane.current?.querySelectorAll<HTMLElement>(".printed") ?? []];
	// Under what stays at the top: the bar of the page, and that of this view.
	const top = () => (pane.current?.querySelector(".views-bar")?.getBoundingClientRect().bottom ?? 0) + 24;
	useEffect(() => {
		let waiting = 0;
		const look = () => {
			waiting ||= requestAnimationFrame(() => {
				waiting = 0;
				setNow(Math.max(0, sheets().filter((sheet) => sheet.getBoundingClientRect().top <= top() + 1).length - 1));
			});
		};
		// Scrolling does not bubble; on a narrow window it is that of the document.
		addEventListener("scroll", look, { capture: true, passive: true });
		return () => {
			removeEventListener("scroll", look, { capture: true });
			cancelAnimationFrame(waiting);
		};
	}, []);
	const turn = (to: number) => {
		const sheet = sheets()[to];
		if (!sheet || !pane.current) return;
		const own = getComputedStyle(pane.current).overflowY !== "visible";
		(own ? pane.current : document.scrollingElement)?.scrollBy(0, sheet.getBoundingClientRect().top - top());
		setNow(to);
	};
	return (
		<div class="turner" role="group" aria-label={t("page-turn")}>
			{pages > 1 && <>
				<button type="button" class="button small" disabled={now === 0} aria-label={t("page-previous-page")} title={t("page-previous-page")}
					onClick={() => turn(now - 1)}><Icon name="previous" /></button>
				<span class="note" aria-live="polite">{t("page-printed-page", number(now + 1), number(pages))}</span>
				<button type="button" class="button small" disabled={now >= pages - 1} aria-label={t("page-next-page")} title={t("page-next-page")}
					onClick={() => turn(now + 1)}><Icon name="next" /></button>
			</>}
			<button type="button" class="button small" aria-pressed={large} onClick={() => setLarge(!large)}>{t("page-large")}</button>
		</div>
	);
}
