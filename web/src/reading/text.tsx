// The text of a document with the words of its records marked. Drawn once for each document: what lights up is a class
// on elements that are there already, so that a document of fifty pages stays as quick as one of a page.
import { memo } from "preact/compat";
import { useMemo } from "preact/hooks";
import type { DocumentDetail } from "../api/schema";
import { markBlocks, type MarkedBlock } from "./marks";

const BlockText = memo(function BlockText({ text, block }: { text: string; block: MarkedBlock }) {
	const words = block.stretches.map(({ start, end, records }) => {
		const part = text.slice(start, end);
		const innermost = records[0];
		if (!innermost) return part;
		return (
			<mark key={start} class={`m t-${innermost.type} ${records.length > 1 ? "many" : ""} ${innermost.status === "rejected" ? "rejected" : ""}`}
				data-r={records.map(({ id }) => id).join(" ")}>{part}</mark>
		);
	});
	if (block.kind === "headline") return <p class="b b-headline">{words}</p>;
	return <p class={`b b-${block.kind}`}>{words}</p>;
});

export const DocumentText = memo(function DocumentText({ document }: { document: DocumentDetail }) {
	const blocks = useMemo(() => markBlocks(document.text, document.blocks, document.records),
		[document.text, document.blocks, document.records]);
	return <>{blocks.map((block) => <BlockText key={block.start} text={document.text} block={block} />)}</>;
});
