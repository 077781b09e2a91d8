// A paper to be read on the page: its words as they will be printed, each with the way to its quotes.
import { memo } from "preact/compat";
import { createContext } from "preact";
import { useContext, useMemo, useState } from "preact/hooks";
import { Plot } from "../plots/plot";
import { t } from "../words/messages";
import type { Block, Cell, Paper, PaperPart, PaperPlot, PaperTable, Text } from "./types";

/** What is shown of the sources: the facts that the chosen words rest on. */
export interface Shown {
	facts: string[];
	words: string;
}

interface Around {
	show: (shown: Shown) => void;
	/** Numbers of the documents that tell of facts, in order. */
	cites: (facts: string[]) => number[];
}

const PaperContext = createContext<Around>({ show: () => {}, cites: () => [] });

export const PaperView = memo(function PaperView({ paper, show }: { paper: Paper; show: (shown: Shown) => void }) {
	const around = useMemo(() => {
		const numbers = new Map(paper.facts.map((fact) => [fact.id, fact.quotes.map(({ source }) => source)]));
		return {
			show,
			cites: (facts: string[]) => [...new Set(facts.flatMap((fact) => numbers.get(fact) ?? []))].sort((a, b) => a - b),
		};
	}, [paper, show]);
	const { head } = paper;
	return (
		<PaperContext.Provider value={around}>
			<article class="paper" lang={paper.lang}>
				<header class="paper-head">
					{(head.state_motto || [head.superior, head.issuer, head.number, head.place_and_date].some(({ words }) => words)) && <div class="paper-sides">
						<div>{[head.superior, head.issuer, head.number].map((text, i) => text.words && <p key={i}><Words text={text} /></p>)}</div>
						<div>{head.state_motto && <p class="motto">{t("page-paper-motto")}</p>}<p><Words text={head.place_and_date} /></p></div>
					</div>}
					{head.kind.words && <h2 class="paper-kind">{head.kind.words}</h2>}
					{head.subject.map((text, i) => <p key={i} class="paper-subject"><Words text={text} /></p>)}
				</header>
				{paper.bases.length > 0 && <ul class="paper-bases">{paper.bases.map((text, i) => <li key={i}><Words text={text} /></li>)}</ul>}
				{paper.parts.length > 2 && (
					<nav class="paper-contents" aria-label={t("page-parts")}>{paper.parts.map((part, i) => (
						<a key={part.id} href={`#part-${part.id}`}>{ordinal(0, i)} {part.heading}</a>
					))}</nav>
				)}
				{paper.opening.map((block, i) => <BlockView key={i} block={block} />)}
				{paper.parts.map((part, i) => <PartView key={part.id} part={part} index={i} level={0} />)}
				<footer class="paper-foot">
					<div class="receivers">{paper.receivers.map((text, i) => <p key={i}><Words text={text} /></p>)}</div>
					{paper.signatures.map((signature, i) => (
						<div key={i} class="signature">
							{signature.capacity.map((text, at) => <p key={at}><Words text={text} /></p>)}
							<p class="signature-name"><Words text={signature.name} /></p>
						</div>
					))}
				</footer>
			</article>
		</PaperContext.Provider>
	);
});

// As the papers themselves are numbered: I., 1., a).
const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
const letters = "abcdđeghiklmnopqrstuvxy";

function ordinal(level: number, index: number): string {
	if (level === 0) return `${roman[index] ?? index + 1}.`;
	return level === 1 ? `${index + 1}.` : `${letters[index] ?? index + 1})`;
}

function PartView({ part, index, level }: { part: PaperPart; index: number; level: number }) {
	const Heading = `h${Math.min(6, level + 3)}` as "h3";
	return (
		<section id={`part-${part.id}`} class="paper-part">
			<Heading>{ordinal(level, index)} {part.heading}</Heading>
			{part.blocks.map((block, i) => <BlockView key={i} block={block} />)}
			{part.parts.map((inner, i) => <PartView key={inner.id} part={inner} index={i} level={level + 1} />)}
		</section>
	);
}

function BlockView({ block }: { block: Block }) {
	switch (block.block) {
		case "paragraph": return <p>{block.sentences.map((text, i) => <>{i > 0 && " "}<Words key={i} text={text} /></>)}</p>;
		case "bullets": return <ul class="points">{block.points.map((point, i) => <li key={i}>{point.map((text, at) => <>{at > 0 && " "}<Words key={at} text={text} /></>)}</li>)}</ul>;
		case "table": return <TableView table={block} />;
		case "plot": return <PlotView plot={block} />;
	}
}

/** Words with the numbers of the documents they rest on, which open the quotes. */
function Words({ text }: { text: Text }) {
	if (text.to_fill) return <span class="to-fill">{text.words}</span>;
	if (!text.facts?.length) return <>{text.words}</>;
	return <span class="stated">{text.words}<Refs facts={text.facts} words={text.words} /></span>;
}

const mostNumbers = 3;

function Refs({ facts, words }: { facts: string[]; words: string }) {
	const { cites, show } = useContext(PaperContext);
	const numbers = cites(facts);
	const some = numbers.slice(0, mostNumbers).join(", ") + (numbers.length > mostNumbers ? "…" : "");
	return (
		<button type="button" class="ref" aria-label={t("page-sources-of", numbers.join(", ") || "–")} onClick={() => show({ facts, words })}>
			{some ? `[${some}]` : "[*]"}</button>
	);
}

function TableView({ table }: { table: PaperTable }) {
	const [all, setAll] = useState(false);
	const { show } = useContext(PaperContext);
	const cut = !all && table.shown !== null && table.rows.some((row, i) => i >= (table.shown as number) && !row.total);
	const rows = cut ? table.rows.filter((row, i) => row.total || i < (table.shown as number)) : table.rows;
	return (
		<figure class="paper-table">
			<figcaption>{table.caption}</figcaption>
			<div class="table-box" tabIndex={0} role="region" aria-label={table.caption}>
				<table class="table dense">
					<thead><tr>{table.columns.map((column, i) => (
						<th key={i} scope="col" class={column.kind === "number" ? "number" : column.kind === "sources" ? "refs-cell" : undefined}>{column.title}</th>
					))}</tr></thead>
					<tbody>{rows.map((row, i) => {
						let at = 0;
						return (
							<tr key={i} class={row.total ? "total" : undefined}>{table.columns.map((column, c) => {
								if (column.kind === "sources") {
									const facts = [...new Set(row.cells.flatMap((cell) => cell.facts ?? []))];
									return <td key={c} class="refs-cell">{facts.length > 0 && <Refs facts={facts} words={row.cells.map(({ words }) => words).filter(Boolean).slice(0, 3).join(" · ")} />}</td>;
								}
								const cell = row.cells[at++] as Cell;
								const classes = [column.kind === "number" ? "number" : "", column.weight > 2 ? "wide-cell" : "", column.kind === "date" ? "day-cell" : ""].join(" ").trim();
								return (
									<td key={c} class={classes || undefined}>
										{cell.words && (cell.to_fill ? <span class="to-fill">{cell.words}</span>
											: column.kind === "number" && cell.facts?.length
												? <button type="button" class="cited" onClick={() => show({ facts: cell.facts ?? [], words: `${table.caption}: ${column.title} ${cell.words}` })}>{cell.words}</button>
												: cell.words)}
									</td>
								);
							})}</tr>
						);
					})}</tbody>
				</table>
			</div>
			{cut && <button type="button" class="button small" onClick={() => setAll(true)}>{t("page-all-rows", table.rows.length)}</button>}
		</figure>
	);
}

function PlotView({ plot }: { plot: PaperPlot }) {
	return (
		<figure class="paper-plot">
			<figcaption>{plot.caption}{plot.drawing === "columns" && scaled(plot) && <small class="sub">{scaled(plot)}</small>}</figcaption>
			{plot.drawing === "columns" && plot.series.length > 1 && (
				<p class="plot-key row" aria-hidden="true">{plot.series.map(({ name }, i) => <span key={name} class={`series-key ${plot.stacked ? "grades" : "sides-key"} n${i}`}>{name}</span>)}</p>
			)}
			<Plot label={plot.alternative} height={plot.drawing === "timeline" ? 200 : 240} of={plot} draw={(drawings, width) => (plot.drawing === "timeline"
				? drawings.paperTimeline(plot.lanes, width) : drawings.paperColumns(plot.categories, plot.series, plot.stacked, plot.unit, width))} />
		</figure>
	);
}

/** In which unit the columns' axis counts. */
function scaled(plot: PaperPlot): string {
	if (plot.drawing !== "columns") return "";
	const most = Math.max(0, ...plot.series.flatMap(({ values }) => values.map(({ value }) => value ?? 0)));
	return most >= 1e9 ? t("page-in-billions", plot.unit) : most >= 1e6 ? t("page-in-millions", plot.unit) : "";
}
