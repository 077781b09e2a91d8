// Where a drawing stands on a page. The plotting library comes in a chunk of its own, when the first drawing is shown.
import { useEffect, useRef, useState } from "preact/hooks";
import type * as Drawings from "./drawings";
import { t } from "../words/messages";

type Drawn = SVGSVGElement | HTMLElement;

interface Props {
	/** What it shows, in words, for who does not see it. */
	label: string;
	draw: (drawings: typeof Drawings, width: number) => Drawn;
	/** Changes when it is to be drawn anew. */
	of: unknown;
	/** Leaves room of this height until it is drawn, so that nothing jumps. */
	height: number;
}

export function Plot({ label, draw, of, height }: Props) {
	const box = useRef<HTMLDivElement>(null);
	const [width, setWidth] = useState(0);
	const [failed, setFailed] = useState(false);
	useEffect(() => {
		if (!box.current) return;
		const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
		watch.observe(box.current);
		return () => watch.disconnect();
	}, []);
	useEffect(() => {
		if (box.current) box.current.style.minHeight = `${height}px`;
	}, [height]);
	useEffect(() => {
		if (!width) return;
		let wanted = true;
		import("./drawings").then((drawings) => {
			if (!wanted || !box.current) return;
			const drawn = draw(drawings, width);
			const svg = drawn instanceof SVGSVGElement ? drawn : drawn.querySelector("svg");
			svg?.setAttribute("role", "img");
			svg?.setAttribute("aria-label", label);
			// Lines and marks within it are part of the picture: its label says what they show.
			for (const part of svg?.querySelectorAll("[aria-label]") ?? []) part.removeAttribute("aria-label");
			for (const part of svg?.querySelectorAll("[aria-hidden]") ?? []) part.removeAttribute("aria-hidden");
			box.current.replaceChildren(drawn);
		}, () => setFailed(true));
		return () => { wanted = false; };
	}, [width, of, label]);
	return <div class="plot-box" ref={box}>{failed && <p class="note">{t("page-no-server")}</p>}</div>;
}
