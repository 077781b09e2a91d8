// The journal, or the entries that made one thing what it is; and the way to take a decision back.
import { useState } from "preact/hooks";
import { decide } from "../api/decide";
import type { Entry, EntryDetail } from "../api/schema";
import { useGet } from "../api/use";
import { Answer, AnswerList, Empty, type ListOf, PageHead, Tabs } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { Icon } from "../parts/icon";
import { useFilters } from "../shell/router";
import { useMay } from "../shell/session";
import { moment } from "../words/dates";
import { t } from "../words/messages";

/** The page of a thing by its id: D12, R12.3, F12.3, P12.0, J57 or a party. */
function thing(id: string): string {
	const [letter] = id;
	if (id.includes("/") || id.includes("-")) return `/parties/${id}`;
	return letter === "D" ? `/documents/${id}` : letter === "P" ? `/people/${id}` : letter === "F" || letter === "R" ? `/facts/${id}` : "/history";
}

export default function History({ id }: Record<string, string>) {
	const [get] = useFilters();
	const mayEdit = useMay("editor");
	const only = id === undefined && get("decisions") === "1";
	const asked = useGet<ListOf<Entry>>(id ? `/history/${encodeURIComponent(id)}` : "/history", { page: get("page"), page_size: 50, decisions: only });
	const [shown, setShown] = useState<string | null>(null);
	return (
		<>
			<PageHead title={id ? t("page-history-of", id) : t("page-nav-history")} lead={t("page-history-lead")}
				up={id ? { to: thing(id), label: id } : undefined} />
			{!id && <Tabs label={t("page-nav-history")} current={only ? "decisions" : "all"} items={[
				{ key: "all", to: "/history", label: t("page-history-all") },
				{ key: "decisions", to: "/history?decisions=1", label: t("page-history-decisions") },
			]} />}
			<AnswerList asked={asked} none={<Empty title={t("page-history-none")} />}>{(list) => (
				<div class="table-box">
					<table class="table cards">
						<thead><tr>
							<th scope="col">{t("page-entry")}</th><th scope="col">{t("page-when")}</th><th scope="col">{t("page-who")}</th>
							<th scope="col">{t("page-what")}</th><th scope="col"><span class="for-ears">{t("page-undo")}</span></th>
						</tr></thead>
						<tbody>{list.items.map((entry) => (
							<tr key={entry.entry} class={entry.undone ? "undone" : undefined}>
								<td><button type="button" class="as-link" onClick={() => setShown(entry.entry)}>{entry.entry}</button></td>
								<td class="number date-cell">{moment(entry.at)}</td>
								<td>{entry.who}</td>
								<td class="main-cell">
									<span class="entry-what">{entry.document ? <a href={`/documents/${entry.document}`}>{entry.summary}</a>
										: entry.fact ? <a href={`/facts/${entry.fact}`}>{entry.summary}</a> : entry.summary}</span>
									{entry.why && <span class="sub">{entry.why}</span>}
									{entry.undone && <span class="sub">{t("page-undone-by", entry.undone)}</span>}
								</td>
								<td class="number">
									{mayEdit && entry.may_undo && !entry.undone && (
										<button type="button" class="button small" aria-label={t("page-undo-entry", entry.entry)}
											onClick={() => void decide({ kind: "undo", entry: entry.entry }, asked.reload)}>
											<Icon name="undo" />{t("page-undo")}
										</button>
									)}
								</td>
							</tr>
						))}</tbody>
					</table>
				</div>
			)}</AnswerList>
			{shown && <EntryDialog id={shown} close={() => setShown(null)} />}
		</>
	);
}

function EntryDialog({ id, close }: { id: string; close: () => void }) {
	const asked = useGet<EntryDetail>(`/entries/${id}`);
	return (
		<Dialog title={`${t("page-entry")} ${id}`} close={close} wide>
			<Answer asked={asked}>{(entry) => (
				<>
					<dl class="values plain">
						<div><dt>{t("page-what")}</dt><dd class="entry-what">{entry.summary}</dd></div>
						<div><dt>{t("page-who")}</dt><dd>{entry.who}</dd></div>
						<div><dt>{t("page-when")}</dt><dd>{moment(entry.at)}</dd></div>
						{entry.why && <div><dt>{t("page-why")}</dt><dd>{entry.why}</dd></div>}
						{entry.undone && <div><dt>{t("page-status-undone")}</dt><dd>{entry.undone}</dd></div>}
						<div><dt>{t("page-hash")}</dt><dd class="hash">{entry.hash}</dd></div>
					</dl>
					<h3>{t("page-payload")}</h3>
					<pre class="payload" tabIndex={0}>{JSON.stringify(entry.payload, null, 2)}</pre>
				</>
			)}</Answer>
		</Dialog>
	);
}
