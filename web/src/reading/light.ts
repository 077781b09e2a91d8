// Lighting up: the words of a record and its card together, by classes on elements that are there already.

/** All elements of `root` that show a record: its words in the text, its card. */
const shown = (root: ParentNode, record: string) => root.querySelectorAll<Element>(`[data-r~="${CSS.escape(record)}"]`);

export class Light {
	private lit: Element[] = [];
	private record: string | null = null;

	constructor(private readonly name: string) {}

	/** Lights up a record of `root` and nothing else; null: nothing. */
	set(root: ParentNode | null, record: string | null) {
		if (record === this.record && this.lit.every((element) => element.isConnected)) return;
		for (const element of this.lit) element.classList.remove(this.name);
		this.record = record;
		this.lit = root && record ? [...shown(root, record)] : [];
		for (const element of this.lit) element.classList.add(this.name);
	}

	/** Forgets what was lit, for elements that were drawn anew. */
	refresh(root: ParentNode | null) {
		const { record } = this;
		this.record = null;
		this.set(root, record);
	}
}

/** The record that an element shows, the innermost where words are those of several. */
export const recordAt = (target: EventTarget | null): string | null =>
	(target as Element | null)?.closest?.("[data-r]")?.getAttribute("data-r")?.split(" ")[0] ?? null;

/** Brings an element into sight within `pane`, a third from its top, only if it is not in sight. */
export function bring(pane: HTMLElement | null, element: Element | null) {
	if (!pane || !element) return;
	const own = getComputedStyle(pane).overflowY !== "visible";
	const frame = own ? pane.getBoundingClientRect() : { top: 64, bottom: innerHeight, height: innerHeight - 64 };
	const { top, bottom } = element.getBoundingClientRect();
	if (top >= frame.top + 8 && bottom <= frame.bottom - 8) return;
	const by = top - frame.top - frame.height / 3;
	if (own) pane.scrollTop += by;
	else scrollBy(0, by);
}
