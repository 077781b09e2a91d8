// Correcting a record, or entering one that was missed: fields that take the words selected in the text.
import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from "preact/hooks";
import { forwardRef } from "preact/compat";
import { partyOf } from "../api/parties";
import type { FieldKind } from "../api/schema";
import { Select } from "../parts/field";
import { Icon } from "../parts/icon";
import { DateInput, PartyInput } from "../parts/choose";
import { useSigned } from "../shell/session";
import { t } from "../words/messages";
import { fold } from "../words/fold";
import { readDate, readNumber } from "../words/read";
import { fieldsOf, partyName, plainValue, recordTypes, themeName, typeName, type Words } from "../words/values";

/** What is typed: values as POST /decisions takes them, by field; lists with ", " between. */
export type Typed = Record<string, string>;

export interface EditorHandle {
	/** Puts words selected in the text into the field that was last in use. */
	fill: (words: string) => void;
}

interface Props {
	/** null: a fact that was missed, with a type to choose. */
	type: string | null;
	value: Record<string, unknown>;
	year: string | null;
	save: (type: string, changed: Typed, quote: string) => Promise<boolean>;
	close: () => void;
}

const isList = (kind: FieldKind["kind"]) => kind === "parties" || kind === "people" || kind === "themes";
const listOf = (typed: string) => typed.split(/\s*,\s*/).filter(Boolean);

export const Editor = forwardRef<EditorHandle, Props>(function Editor({ type: given, value, year, save, close }, ref) {
	const words = useSigned();
	const [type, setType] = useState(given ?? "meeting");
	const fields = fieldsOf(words, type);
	const before = useMemo(() => Object.fromEntries(fields.map(({ name }) => [name, plainValue(value[name])])), [type, value]);
	const [typed, setTyped] = useState<Typed>({});
	const [active, setActive] = useState(fields[0]?.name ?? "");
	const [quote, setQuote] = useState("");
	const [busy, setBusy] = useState(false);
	const form = useRef<HTMLFormElement>(null);
	const now = (name: string) => typed[name] ?? before[name] ?? "";
	const put = (name: string, text: string) => setTyped((old) => ({ ...old, [name]: text }));

	useEffect(() => { form.current?.querySelector<HTMLElement>("input, select")?.focus(); }, []);

	useImperativeHandle(ref, () => ({
		fill: (selected: string) => {
			const field = fields.find(({ name }) => name === active);
			if (!field) return;
			setQuote(selected);
			void readValue(words, field, selected, year).then((read) => {
				if (read === null) return;
				put(active, isList(field.kind) ? [...listOf(now(active)).filter((one) => one !== read), read].join(", ") : read);
			});
			form.current?.querySelector<HTMLElement>(`[data-field="${active}"] input, [data-field="${active}"] select`)?.focus({ preventScroll: true });
		},
	}), [fields, active, typed, before, year]);

	const changed = Object.fromEntries(Object.entries(typed).filter(([name, text]) => text !== (before[name] ?? "")));
	const submit = async (event: Event) => {
		event.preventDefault();
		setBusy(true);
		if (!await save(type, changed, quote)) setBusy(false);
	};
	return (
		<form class="editor" ref={form} onSubmit={(event) => void submit(event)}
			onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } }}>
			<h3>{given ? t("page-correct-head", typeName(given)) : t("page-add-head")}</h3>
			<p class="note">{t("page-select-hint")}</p>
			{!given && (
				<Select label={t("page-type")} value={type} options={recordTypes.map((one) => ({ value: one, label: typeName(one) }))}
					onChange={(event) => { setType(event.currentTarget.value); setTyped({}); }} />
			)}
			{fields.map((field) => (
				<div key={field.name} data-field={field.name} class={field.name === active ? "editor-field active" : "editor-field"}
					onFocusCapture={() => setActive(field.name)}>
					<FieldInput field={field} value={now(field.name)} words={words} year={year} change={(text) => put(field.name, text)} />
				</div>
			))}
			{quote && <p class="note editor-quote"><Icon name="quote" />{t("page-quote-kept", quote)}</p>}
			<div class="row editor-does">
				<button class="button primary" disabled={busy || Object.keys(changed).length === 0}>{t("page-save")}</button>
				<button type="button" class="button" onClick={close}>{t("page-cancel")}</button>
			</div>
		</form>
	);
});

interface FieldProps {
	field: FieldKind;
	value: string;
	words: Words;
	year: string | null;
	change: (text: string) => void;
}

function FieldInput({ field, value, words, year, change }: FieldProps) {
	const id = useId();
	switch (field.kind) {
		case "choice":
		case "theme":
			return <Select label={field.label} value={value} all={t("page-none")} onChange={(event) => change(event.currentTarget.value)}
				options={field.kind === "theme" ? words.vocabulary.themes : field.choices} />;
		case "place":
			return <Select label={field.label} value={value} all={t("page-none")} onChange={(event) => change(event.currentTarget.value)}
				options={[...words.places.values()].map(({ code, name }) => ({ value: code, label: name }))} />;
		case "party":
			return <PartyInput label={field.label} value={value} name={value && partyName(words, value)} change={change} />;
		case "parties":
		case "themes":
		case "people":
			return <ListInput field={field} value={value} words={words} change={change} />;
		case "date":
			return <DateInput label={field.label} value={value} year={year} change={change} />;
		default:
			return (
				<div class="field">
					<label for={id}>{field.label}</label>
					<input id={id} type="text" value={value} autoComplete="off" inputMode={field.kind === "number" ? "decimal" : undefined}
						onInput={(event) => change(event.currentTarget.value)} />
				</div>
			);
	}
}

/** Several values, each with a way to take it out, and a field for one more. */
function ListInput({ field, value, words, change }: Omit<FieldProps, "year">) {
	const items = listOf(value);
	const name = (item: string) => (field.kind === "parties" ? partyName(words, item) : field.kind === "themes" ? themeName(words, item) : item);
	const add = (item: string) => { if (item && !items.includes(item)) change([...items, item].join(", ")); };
	const [text, setText] = useState("");
	const id = useId();
	return (
		<div class="field">
			{field.kind === "themes"
				? <Select label={field.label} value="" all={t("page-add-one")} options={words.vocabulary.themes.filter(({ value: theme }) => !items.includes(theme))}
					onChange={(event) => { add(event.currentTarget.value); event.currentTarget.value = ""; }} />
				: field.kind === "parties"
					? <PartyInput key={items.length} label={field.label} value="" change={add} />
					: <>
						<label for={id}>{field.label}</label>
						<input id={id} type="text" value={text} autoComplete="off" placeholder={t("page-add-one")} onInput={(event) => setText(event.currentTarget.value)}
							onBlur={() => { add(text.trim()); setText(""); }}
							onKeyDown={(event) => { if (event.key === "Enter" && text.trim()) { event.preventDefault(); add(text.trim()); setText(""); } }} />
					</>}
			{items.length > 0 && (
				<ul class="picked">{items.map((item) => (
					<li key={item} class="chip">{name(item)}
						<button type="button" aria-label={t("page-take-out", name(item))} onClick={() => change(items.filter((one) => one !== item).join(", "))}>
							<Icon name="close" />
						</button></li>
				))}</ul>
			)}
		</div>
	);
}

/** Words selected in the text as a value of a field; null where they give none. */
async function readValue(words: Words, field: FieldKind, selected: string, year: string | null): Promise<string | null> {
	switch (field.kind) {
		case "date": return readDate(selected, year) ?? selected;
		case "number": return readNumber(selected);
		case "money": return selected;
		case "choice": return field.choices.find(({ label }) => fold(selected).includes(fold(label)))?.value ?? null;
		case "theme":
		case "themes": return words.vocabulary.themes.find(({ label }) => label.split(",").some((part) => fold(selected).includes(fold(part.trim()))))?.value ?? null;
		case "place": {
			const found = [...words.places.values()].filter(({ name_vi: name }) => fold(selected).includes(fold(name)));
			return found.sort((a, b) => b.name_vi.length - a.name_vi.length)[0]?.code ?? null;
		}
		case "party":
		case "parties": {
			return (await partyOf(selected, words.places))?.party ?? null;
		}
		default: return selected;
	}
}
