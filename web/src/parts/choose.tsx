// Choosing what the register knows: a place, a period, a party.
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { suggestParties } from "../api/parties";
import type { Party } from "../api/schema";
import { useSigned } from "../shell/session";
import { lang, t } from "../words/messages";
import { date } from "../words/dates";
import { readDate } from "../words/read";

/** A province or a country; those that no longer are stand behind the others. */
export function PlaceSelect({ label, value, change, all, country }: {
	label: string; value: string; change: (code: string) => void; all?: string; country?: "VN" | "LA";
}) {
	const { places } = useSigned();
	const id = useId();
	const groups = useMemo(() => {
		const order = new Intl.Collator(lang() === "lo" ? "en" : lang());
		return (["VN", "LA"] as const).filter((code) => !country || code === country).map((code) => ({
			code,
			name: places.get(code)?.name ?? code,
			items: [...places.values()].filter((place) => place.country === code && place.code !== code)
				.sort((a, b) => Number(!!a.to) - Number(!!b.to) || order.compare(a.name, b.name)),
		}));
	}, [places, country]);
	return (
		<div class="field">
			<label for={id}>{label}</label>
			<select id={id} value={value} onChange={(event) => change(event.currentTarget.value)}>
				<option value="">{all ?? t("page-any")}</option>
				{groups.map((group) => (
					<optgroup key={group.code} label={group.name}>
						{!country && <option value={group.code}>{group.name}</option>}
						{group.items.map((place) => (
							<option key={place.code} value={place.code}>
								{place.to ? t("page-place-past", place.name, place.to.slice(0, 4)) : place.name}
							</option>
						))}
					</optgroup>
				))}
			</select>
		</div>
	);
}

/** A date or period as the reader writes it. Gives the form of the API when it is left or Enter is hit. */
export function DateInput({ label, value, change, hint, year = null }: {
	label: string; value: string; change: (edtf: string) => void; hint?: string;
	/** That of the document, for a day without one. */
	year?: string | null;
}) {
	const id = useId();
	const [text, setText] = useState(date(value) || value);
	const [bad, setBad] = useState(false);
	useEffect(() => setText(date(value) || value), [value]);
	const take = (words: string) => {
		// What was only shown is not read again.
		const read = words === date(value) ? value : words.trim() ? readDate(words, year) : "";
		setBad(read === null);
		if (read !== null && read !== value) change(read);
	};
	return (
		<div class="field">
			<label for={id}>{label}</label>
			<input id={id} type="text" inputMode="numeric" autoComplete="off" value={text} placeholder={t("page-date-form")}
				aria-invalid={bad ? "true" : undefined} aria-describedby={bad || hint ? `${id}-hint` : undefined}
				onInput={(event) => setText(event.currentTarget.value)} onBlur={(event) => take(event.currentTarget.value)}
				onKeyDown={(event) => { if (event.key === "Enter") take(event.currentTarget.value); }} />
			{(bad || hint) && <p id={`${id}-hint`} class={bad ? "field-error" : "hint"}>{bad ? t("page-date-bad") : hint}</p>}
		</div>
	);
}

/** A party by part of its name, with the register's own as suggestions. Gives its id (VN-05/military-command). */
export function PartyInput({ label, value, change, name }: {
	label: string; value: string; change: (party: string) => void; name?: string;
}) {
	const { places } = useSigned();
	const id = useId();
	const [text, setText] = useState(name ?? value);
	const [found, setFound] = useState<Party[]>([]);
	const [open, setOpen] = useState(false);
	const [at, setAt] = useState(-1);
	const timer = useRef<ReturnType<typeof setTimeout>>();
	useEffect(() => setText(name ?? value), [value, name]);
	const ask = (words: string) => {
		clearTimeout(timer.current);
		if (words.trim().length < 2) {
			setFound([]);
			return;
		}
		timer.current = setTimeout(() => {
			void suggestParties(words, places).then((parties) => {
				setFound(parties);
				setAt(-1);
				setOpen(true);
			});
		}, 150);
	};
	const choose = (party: Party) => {
		setText(party.name);
		setOpen(false);
		change(party.party);
	};
	return (
		<div class="field combo">
			<label for={id}>{label}</label>
			<input id={id} type="text" role="combobox" aria-autocomplete="list" aria-expanded={open && found.length > 0}
				aria-controls={`${id}-list`} aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined} autoComplete="off"
				value={text} placeholder={t("page-party-form")}
				onInput={(event) => { setText(event.currentTarget.value); ask(event.currentTarget.value); }}
				onBlur={() => setTimeout(() => {
					setOpen(false);
					if (!text.trim() && value) change("");
				}, 120)}
				onKeyDown={(event) => {
					if (event.key === "ArrowDown" || event.key === "ArrowUp") {
						event.preventDefault();
						setOpen(true);
						setAt((n) => (found.length ? (n + (event.key === "ArrowDown" ? 1 : found.length) + (n < 0 && event.key === "ArrowUp" ? 1 : 0)) % found.length : -1));
					} else if (event.key === "Enter" && open && found[at]) {
						event.preventDefault();
						choose(found[at]);
					} else if (event.key === "Enter" && !text.trim()) {
						change("");
					} else if (event.key === "Escape") {
						setOpen(false);
					}
				}} />
			<ul id={`${id}-list`} role="listbox" aria-label={label} class="combo-list" hidden={!open || found.length === 0}>
				{found.map((party, i) => (
					<li key={party.party} id={`${id}-${i}`} role="option" aria-selected={i === at}
						onPointerDown={(event) => { event.preventDefault(); choose(party); }}>
						<span>{party.name}</span> <small>{party.party}</small>
					</li>
				))}
			</ul>
		</div>
	);
}
