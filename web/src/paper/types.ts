// A paper as docs/review-json.md describes it.

/** Words, and what they rest on. */
export interface Rests {
	facts?: string[];
	to_fill?: boolean;
	of_register?: boolean;
}

export interface Text extends Rests {
	words: string;
}

export interface Cell extends Text {
	number?: number;
	date?: string;
}

export interface Mark extends Rests {
	date: string;
	label: string;
}

export interface Lane {
	label: string;
	bars: Mark[];
	marks: Mark[];
}

export interface Series {
	name: string;
	values: Array<Rests & { value: number | null }>;
}

export interface PaperTable {
	block: "table";
	id: string;
	caption: string;
	columns: Array<{ title: string; kind: "text" | "number" | "date" | "sources"; weight: number }>;
	shown: number | null;
	more?: Text;
	rows: Array<{ cells: Cell[]; total?: boolean; adds?: number[] }>;
}

interface PlotHead {
	block: "plot";
	id: string;
	caption: string;
	alternative: string;
}

export type PaperPlot = PlotHead & ({ drawing: "timeline"; lanes: Lane[] }
	| { drawing: "columns"; unit: string; stacked: boolean; categories: string[]; series: Series[] });

export type Block = { block: "paragraph"; sentences: Text[] } | { block: "bullets"; points: Text[][] } | PaperTable | PaperPlot;

export interface PaperPart {
	id: string;
	heading: string;
	blocks: Block[];
	parts: PaperPart[];
}

export interface PaperFact {
	id: string;
	summary: string;
	entered_by?: string;
	quotes: Array<{ source: number; quote: string; start: number; end: number; certainty: number }>;
}

export interface Paper {
	lang: string;
	title: string;
	references: "numbers" | "footnotes" | "none";
	column_to_fill: boolean;
	head: { superior: Text; issuer: Text; number: Text; place_and_date: Text; state_motto: boolean; kind: Text; subject: Text[] };
	bases: Text[];
	opening: Block[];
	parts: PaperPart[];
	signatures: Array<{ capacity: Text[]; name: Text }>;
	receivers: Text[];
	facts: PaperFact[];
	sources: Array<{ number: number; id: string; title: string; path: string; published: string }>;
}
