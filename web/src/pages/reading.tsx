// The reading view: the text of a document left, what was read out of it right; one lights up the other.
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { api, ApiError, fileAddress } from "../api/client";
import { decide } from "../api/decide";
import type { DocumentDetail, DocumentRecord, FactDetail, Made } from "../api/schema";
import { forgetAnswers, useGet } from "../api/use";
import { Answer, errorWords, PageHead, Status, TypeTag } from "../parts/basics";
import { Icon } from "../parts/icon";
import { say } from "../parts/toast";
import { RecordCard, type CardDoes } from "../reading/card";
import { Editor, type EditorHandle, type Typed } from "../reading/editor";
import { bring, Light, recordAt } from "../reading/light";
import { PageTurner, PrintedPages } from "../reading/page";
import { DocumentText } from "../reading/text";
import { go, usePlace } from "../shell/router";
import { useMay, useSigned } from "../shell/session";
import { typing } from "../shell/shell";
import { date, number } from "../words/dates";
import { t, tn } from "../words/messages";
import { fileName, placeName, recordTypes } from "../words/values";

export default function Reading({ id = "" }: Record<string, string>) {
	const asked = useGet<DocumentDetail>(`/documents/${encodeURIComponent(id)}`);
	return <Answer asked={asked} title={id}>{(document) => <View key={document.id} document={document} reload={asked.reload} />}</Answer>;
}

type Mode = { kind: "read" } | { kind: "correct"; record: DocumentRecord; value: Record<string, unknown> } | { kind: "add" };

function View({ document: doc, reload }: { document: DocumentDetail; reload: () => void }) {
	const signed = useSigned();
	const mayEdit = useMay("editor");
	const { hash } = usePlace();
	const [mode, setMode] = useState<Mode>({ kind: "read" });
	const [type, setType] = useState("");
	const [printed, setPrinted] = useState(false);
	const [large, setLarge] = useState(false);
	const [side, setSide] = useState<"text" | "records">("text");
	const all = useMemo(() => [...doc.records].sort((a, b) => Number(a.gone) - Number(b.gone)
		|| a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end), [doc.records]);
	const records = useMemo(() => (type ? all.filter((record) => record.type === type) : all), [all, type]);
	const [chosen, setChosen] = useState<string | null>(all.find((record) => record.id === hash || record.fact === hash)?.id ?? null);

	const root = useRef<HTMLDivElement>(null);
	const text = useRef<HTMLDivElement>(null);
	const list = useRef<HTMLElement>(null);
	const editor = useRef<EditorHandle>(null);
	const hovered = useRef(new Light("lit"));
	const held = useRef(new Light("held"));

	// What is chosen is lit, and brought into sight on both sides.
	useEffect(() => {
		held.current.set(root.current, chosen);
		if (!chosen) return;
		const of = `[data-r~="${CSS.escape(chosen)}"]`;
		bring(text.current, text.current?.querySelector(of) ?? null);
		bring(list.current, list.current?.querySelector(of) ?? null);
	}, [chosen, doc.id, side, mode.kind, printed]);
	useEffect(() => held.current.refresh(root.current), [doc, type]);

	const move = useCallback((by: number) => {
		setChosen((now) => {
			const at = records.findIndex((record) => record.id === now);
			const next = at < 0 ? (by > 0 ? 0 : records.length - 1) : Math.min(records.length - 1, Math.max(0, at + by));
			return records[next]?.id ?? now;
		});
	}, [records]);

	const does: CardDoes = useMemo(() => ({
		choose: (id) => setChosen((now) => (now === id ? null : id)),
		confirm: (record) => { if (record.fact) void decide({ kind: "confirm", fact: record.fact }, reload); },
		reject: (record) => { if (record.fact) void decide({ kind: "reject", fact: record.fact, why: t("page-why-reading", doc.id) }, reload); },
		// What is corrected is the fact, which may hold other values than this record of it.
		correct: (record) => {
			setChosen(record.id);
			setSide("records");
			void api.get<FactDetail>(`/facts/${record.fact}`).then((fact) => fact.record, () => record.value)
				.then((value) => setMode({ kind: "correct", record, value }));
		},
	}), [reload, doc.id]);

	const markNothing = () => void decide(doc.nothing_here_entry
		? { kind: "undo", entry: doc.nothing_here_entry }
		: { kind: "nothing-here", document: doc.id }, reload);

	useEffect(() => {
		const key = (event: KeyboardEvent) => {
			if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
			const record = records.find((one) => one.id === chosen);
			const then: Record<string, (() => void) | undefined> = {
				j: () => move(1),
				k: () => move(-1),
				n: doc.next ? () => go(`/documents/${doc.next}`) : undefined,
				p: doc.previous ? () => go(`/documents/${doc.previous}`) : undefined,
				c: mayEdit && record ? () => does.confirm(record) : undefined,
				x: mayEdit && record ? () => does.reject(record) : undefined,
				e: mayEdit && record?.fact ? () => does.correct(record) : undefined,
				a: mayEdit ? () => { setMode({ kind: "add" }); setSide("records"); } : undefined,
				Escape: () => { setMode({ kind: "read" }); setChosen(null); },
			};
			const call = then[event.key];
			if (!call) return;
			event.preventDefault();
			call();
		};
		addEventListener("keydown", key);
		return () => removeEventListener("keydown", key);
	}, [records, chosen, mayEdit, does, move, doc]);

	const hover = (event: Event) => hovered.current.set(root.current, recordAt(event.target));

	// Words selected in the text fill the field in use; a click on marked words chooses their record.
	const pointed = (event: PointerEvent) => {
		const selection = getSelection();
		const words = selection && !selection.isCollapsed ? selection.toString().replace(/\s+/g, " ").trim() : "";
		if (words) {
			if (mode.kind !== "read") editor.current?.fill(words);
			return;
		}
		const found = recordAt(event.target);
		if (found && mode.kind === "read") {
			if (type && !records.some((record) => record.id === found)) setType("");
			setChosen(found);
		}
	};

	const save = async (recordType: string, changed: Typed, quote: string): Promise<boolean> => {
		const why = quote ? t("page-why-quote", quote, doc.id) : t("page-why-reading", doc.id);
		const bodies = mode.kind === "correct"
			? Object.entries(changed).map(([field, value]) => ({ kind: "correct", fact: mode.record.fact, field, value, why }))
			: [{ kind: "add-fact", type: recordType, fields: changed, why }];
		const entries: string[] = [];
		const undo = async () => {
			for (const entry of [...entries].reverse()) await api.post<Made>("/decisions", { kind: "undo", entry }).catch(() => null);
			forgetAnswers();
			say(t("page-did-undo"));
			reload();
		};
		try {
			for (const body of bodies) {
				const { entries: made } = await api.post<Made>("/decisions", body);
				entries.push(...made.map(({ entry }) => entry));
			}
		} catch (problem) {
			if (problem instanceof ApiError) say(errorWords(problem), { bad: true });
			if (entries.length) { forgetAnswers(); reload(); }
			return false;
		}
		forgetAnswers();
		say(t(mode.kind === "correct" ? "page-did-correct" : "page-did-add-fact"), { undo: () => void undo() });
		setMode({ kind: "read" });
		reload();
		return true;
	};

	const counts = recordTypes.map((one) => [one, all.filter((record) => record.type === one).length] as const).filter(([, n]) => n > 0);
	const year = doc.published?.slice(0, 4) ?? null;
	const title = doc.title ?? fileName(doc.source);
	return (
		<div class="reading" ref={root} data-side={side}>
			<PageHead title={title} up={{ to: "/documents", label: t("page-nav-documents") }}
				lead={<>{[doc.id, date(doc.published), doc.places.map((code) => placeName(signed, code)).join(", ")].filter(Boolean).join(" · ")}</>}>
				{doc.previous && <a class="button small" href={`/documents/${doc.previous}`} aria-label={t("page-previous-document")} title={t("page-previous-document")}><Icon name="previous" /></a>}
				{doc.next && <a class="button small" href={`/documents/${doc.next}`}>{t("page-next-document")}<Icon name="next" /><kbd aria-hidden="true">n</kbd></a>}
			</PageHead>
			<div class="tabs sides" role="group" aria-label={t("page-side")}>
				<button type="button" aria-pressed={side === "text"} onClick={() => setSide("text")}>{t("page-side-text")}</button>
				<button type="button" aria-pressed={side === "records"} onClick={() => setSide("records")}>
					{t("page-side-records")} <span class="badge">{number(all.length)}</span></button>
			</div>
			<div class="reading-panes" onPointerOver={hover} onPointerLeave={() => hovered.current.set(null, null)}>
				<article class="reading-text" ref={text} lang="vi" aria-label={t("page-side-text")} tabIndex={0}
					onPointerUp={(event) => setTimeout(() => pointed(event))}>
					{doc.layout.pages.length > 0 && (
						<div class="views-bar">
							<div class="tabs views" role="group" aria-label={t("page-view")}>
								<button type="button" aria-pressed={!printed} onClick={() => setPrinted(false)}>{t("page-view-text")}</button>
								<button type="button" aria-pressed={printed} onClick={() => setPrinted(true)}>{t("page-view-printed")}</button>
							</div>
							{printed && <PageTurner pane={text} pages={doc.layout.pages.length} large={large} setLarge={setLarge} />}
						</div>
					)}
					{printed ? <PrintedPages document={doc} large={large} />
						: <div class={mode.kind === "read" ? "text" : "text filling"}><DocumentText document={doc} /></div>}
				</article>
				<section class="reading-records" ref={list} aria-label={t("page-side-records")} tabIndex={-1}>
					<div class="records-head">
						<h2>{tn("page-records", all.length, number(all.length))}</h2>
						<div class="row">
							{mayEdit && all.length === 0 && (
								<button type="button" class="button small" aria-pressed={doc.nothing_here} onClick={markNothing}>
									<Icon name={doc.nothing_here ? "undo" : "empty"} />{doc.nothing_here ? t("page-nothing-here-undo") : t("page-nothing-here-do")}
								</button>
							)}
							{mayEdit && <button type="button" class="button small" onClick={() => setMode({ kind: "add" })}>
								<Icon name="add" />{t("page-add")}<kbd aria-hidden="true">a</kbd></button>}
							{doc.original && <a class="button small" download href={fileAddress(`/documents/${doc.id}/original`)}>
								<Icon name="download" />{t("page-original")}</a>}
						</div>
					</div>
					{mode.kind === "add" && (
						<Editor ref={editor} type={null} value={{}} year={year} save={save} close={() => setMode({ kind: "read" })} />
					)}
					{counts.length > 1 && (
						<div class="legend" role="group" aria-label={t("page-filter-type")}>
							{counts.map(([one, n]) => (
								<button key={one} type="button" aria-pressed={type === one} onClick={() => setType(type === one ? "" : one)}>
									<TypeTag type={one} /> <span class="number">{number(n)}</span>
								</button>
							))}
						</div>
					)}
					{doc.nothing_here && <p class="note"><Status status="confirmed" /> {t("page-nothing-here-words")}</p>}
					{all.length === 0 && !doc.nothing_here && <p class="note">{t("page-no-records")}</p>}
					<ol class="records" onKeyDown={(event) => { if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1); } }}>
						{records.map((record) => (mode.kind === "correct" && mode.record.id === record.id
							? <li key={record.id} data-r={record.id} class={`t-${record.type}`}>
								<Editor ref={editor} type={record.type} value={mode.value} year={year} save={save} close={() => setMode({ kind: "read" })} />
							</li>
							: <RecordCard key={record.id} record={record} chosen={record.id === chosen} mayEdit={mayEdit} words={signed} does={does} />))}
					</ol>
					{doc.people.length > 0 && (
						<div class="reading-people">
							<h2>{t("page-people-here")}</h2>
							<ul>{doc.people.map((person) => (
								<li key={person.mention}>
									<a href={`/people/${person.person}`}>{[person.rank, person.name].filter(Boolean).join(" ")}</a>
									{person.title && <span class="sub" lang="vi">{person.title}</span>}
								</li>
							))}</ul>
						</div>
					)}
				</section>
			</div>
		</div>
	);
}
