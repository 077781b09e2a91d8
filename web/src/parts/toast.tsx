// Short words on what was just done, with the way to take it back.
import { useEffect, useState } from "preact/hooks";
import { t } from "../words/messages";
import { IconButton } from "./basics";
import { Icon } from "./icon";

interface Toast {
	id: number;
	words: string;
	bad: boolean;
	undo?: () => void;
}

let last = 0;
let toasts: Toast[] = [];
const listeners = new Set<() => void>();
const change = (next: Toast[]) => {
	toasts = next;
	for (const listener of listeners) listener();
};

/** Says something for a while; what failed stays until it is closed. */
export function say(words: string, options: { bad?: boolean; undo?: () => void } = {}) {
	const toast: Toast = { id: ++last, words, bad: options.bad ?? false, undo: options.undo };
	change([...toasts.slice(-2), toast]);
	if (!toast.bad) setTimeout(() => drop(toast.id), toast.undo ? 9000 : 5000);
}

const drop = (id: number) => change(toasts.filter((toast) => toast.id !== id));

export function Toasts() {
	const [, redraw] = useState(0);
	useEffect(() => {
		const listener = () => redraw((n) => n + 1);
		listeners.add(listener);
		return () => { listeners.delete(listener); };
	}, []);
	return (
		<div class="toasts" role="status" aria-live="polite">
			{toasts.map((toast) => (
				<div key={toast.id} class={toast.bad ? "toast bad" : "toast"}>
					<Icon name={toast.bad ? "warning" : "check"} />
					<span>{toast.words}</span>
					{toast.undo && (
						<button type="button" class="toast-undo" onClick={() => { drop(toast.id); toast.undo?.(); }}>
							<Icon name="undo" />{t("page-undo")}
						</button>
					)}
					<IconButton icon="close" label={t("page-close")} onClick={() => drop(toast.id)} />
				</div>
			))}
		</div>
	);
}
