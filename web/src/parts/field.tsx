// Form fields with their label, a hint and what the server finds wrong with them.
import type { ComponentChildren, JSX } from "preact";
import { t } from "../words/messages";
import { Icon } from "./icon";
import { useEffect, useId, useRef, useState } from "preact/hooks";

interface Around {
	label: string;
	hint?: ComponentChildren;
	error?: string | null;
}

export function Input({ label, hint, error, ...rest }: Around & JSX.InputHTMLAttributes<HTMLInputElement>) {
	const id = useId();
	const told = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
	return (
		<div class="field">
			<label for={id}>{label}</label>
			<input id={id} {...rest} aria-describedby={told || undefined} aria-invalid={error ? "true" : undefined} />
			{hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
			{error && <p class="field-error" id={`${id}-error`}>{error}</p>}
		</div>
	);
}

export interface Option {
	value: string;
	label: string;
}

export function Select({ label, options, all, hint, error, ...rest }:
	Around & { options: Option[]; all?: string } & JSX.SelectHTMLAttributes<HTMLSelectElement>) {
	const id = useId();
	return (
		<div class="field">
			<label for={id}>{label}</label>
			<select id={id} {...rest} aria-describedby={hint ? `${id}-hint` : undefined} aria-invalid={error ? "true" : undefined}>
				{all !== undefined && <option value="">{all}</option>}
				{options.map(({ value, label: words }) => <option key={value} value={value}>{words}</option>)}
			</select>
			{hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
			{error && <p class="field-error">{error}</p>}
		</div>
	);
}

/** A filter of words: asks a moment after the last key. */
export function Words({ label, value, change, wide, hint }: {
	label: string; value: string; change: (text: string) => void; wide?: boolean; hint?: string;
}) {
	const [text, setText] = useState(value);
	const timer = useRef<ReturnType<typeof setTimeout>>();
	useEffect(() => setText(value), [value]);
	return (
		<div class={wide ? "wide" : undefined}>
			<Input label={label} hint={hint} type="search" value={text} autoComplete="off" spellcheck={false}
				onInput={(event) => {
					const words = event.currentTarget.value;
					setText(words);
					clearTimeout(timer.current);
					timer.current = setTimeout(() => change(words.trim()), 250);
				}} />
		</div>
	);
}

/** The filters of a page: open where there is room, else behind a line that says how many are set. */
export function Filters({ set, children }: { set: number; children: ComponentChildren }) {
	const [roomy] = useState(() => matchMedia("(min-width: 700px)").matches);
	const form = <form class="filters" role="search" aria-label={t("page-filter")} onSubmit={(event) => event.preventDefault()}>{children}</form>;
	if (roomy) return form;
	return (
		<details class="filters-folded">
			<summary><Icon name="filter" />{t("page-filter")}{set > 0 && <span class="badge">{set}</span>}</summary>
			{form}
		</details>
	);
}
