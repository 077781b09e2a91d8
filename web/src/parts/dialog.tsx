import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../words/messages";
import { IconButton } from "./basics";

/** A dialog over the page, by the browser's own <dialog>: it keeps the focus inside and closes with Escape. */
export function Dialog({ title, close, children, wide }: {
	title: string; close: () => void; children: ComponentChildren; wide?: boolean;
}) {
	const ref = useRef<HTMLDialogElement>(null);
	const id = useId();
	useEffect(() => {
		const dialog = ref.current;
		if (!dialog) return;
		const before = document.activeElement;
		dialog.showModal();
		return () => {
			dialog.close();
			if (before instanceof HTMLElement) before.focus();
		};
	}, []);
	return (
		<dialog ref={ref} class={wide ? "dialog wide" : "dialog"} aria-labelledby={id}
			onCancel={(event) => { event.preventDefault(); close(); }}
			onClick={(event) => { if (event.target === ref.current) close(); }}>
			<div class="dialog-body">
				<header class="dialog-head">
					<h2 id={id}>{title}</h2>
					<IconButton icon="close" label={t("page-close")} onClick={close} />
				</header>
				{children}
			</div>
		</dialog>
	);
}
