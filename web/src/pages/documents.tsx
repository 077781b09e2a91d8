// Documents: files dropped in and read, and all that the register holds.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ApiError } from "../api/client";
import type { Document, Job } from "../api/schema";
import { forgetAnswers, useGet } from "../api/use";
import { AnswerList, Empty, type ListOf, PageHead, errorWords } from "../parts/basics";
import { DateInput, PlaceSelect } from "../parts/choose";
import { Filters, Select, Words } from "../parts/field";
import { Icon } from "../parts/icon";
import { say } from "../parts/toast";
import { useFilters } from "../shell/router";
import { useMay, useSigned } from "../shell/session";
import { date, number, percent } from "../words/dates";
import { t, tn } from "../words/messages";
import { fileName, placeName } from "../words/values";

const pageSize = 50;

export default function Documents() {
	const [get, set] = useFilters();
	const mayAdd = useMay("editor");
	const sort = get("sort") || "-date";
	const asked = useGet<ListOf<Document>>("/documents", {
		text: get("text"), place: get("place"), source: get("source"), from: get("from"), to: get("to"), sort,
		page: get("page"), page_size: pageSize,
	});
	const filters = ["text", "place", "source", "from", "to"].filter((key) => get(key) !== "");
	const filtered = filters.length > 0;
	return (
		<>
			<PageHead title={t("page-nav-documents")} lead={t("page-documents-lead")} />
			{mayAdd && <Uploads done={asked.reload} />}
			<Filters set={filters.length}>
				<Words label={t("page-filter-text")} value={get("text")} change={(text) => set({ text }, true)} />
				<PlaceSelect label={t("page-filter-place")} value={get("place")} change={(place) => set({ place })} />
				<DateInput label={t("page-filter-from")} value={get("from")} change={(from) => set({ from })} />
				<DateInput label={t("page-filter-to")} value={get("to")} change={(to) => set({ to })} />
				<Words label={t("page-filter-source")} value={get("source")} change={(source) => set({ source }, true)} />
				<Select label={t("page-sort")} value={sort} onChange={(event) => set({ sort: event.currentTarget.value })}
					options={["-date", "date", "id"].map((value) => ({ value, label: t(`page-sort-${value.replace("-", "newest-")}`) }))} />
				{filtered && (
					<div class="does">
						<button type="button" class="button plain" onClick={() => set({ text: null, place: null, source: null, from: null, to: null })}>
							{t("page-filter-none")}
						</button>
					</div>
				)}
			</Filters>
			<AnswerList asked={asked} none={
				<Empty title={filtered ? t("page-nothing-found") : t("page-no-documents")}>
					<p>{filtered ? t("page-nothing-found-hint") : mayAdd ? t("page-no-documents-hint") : null}</p>
				</Empty>}>{(list) => <DocumentTable items={list.items} />}</AnswerList>
		</>
	);
}

function DocumentTable({ items }: { items: Document[] }) {
	const signed = useSigned();
	return (
		<div class="table-box">
			<table class="table cards">
				<thead><tr>
					<th scope="col">{t("page-column-published")}</th>
					<th scope="col">{t("page-column-title")}</th>
					<th scope="col">{t("page-column-places")}</th>
					<th scope="col" class="number">{t("page-column-records")}</th>
				</tr></thead>
				<tbody>{items.map((document) => (
					<tr key={document.id}>
						<td class="number date-cell">{date(document.published)}</td>
						<td class="main-cell">
							<a href={`/documents/${document.id}`} lang="vi">{document.title ?? fileName(document.source)}</a>
							<span class="sub">{document.id} · {fileName(document.source)}</span>
						</td>
						<td class="places-cell">{document.places.map((code) => placeName(signed, code)).join(", ")}</td>
						<td class="number" data-label={t("page-column-records")}>
							{document.nothing_here ? <span class="chip">{t("page-nothing-here")}</span> : number(document.records)}
						</td>
					</tr>
				))}</tbody>
			</table>
		</div>
	);
}

/** Where files are dropped, and the jobs that read them. */
function Uploads({ done }: { done: () => void }) {
	const [over, setOver] = useState(false);
	const [sending, setSending] = useState<{ share: number; files: number; stop: () => void } | null>(null);
	const [jobs, setJobs] = useState<Job[]>([]);
	const choose = useRef<HTMLInputElement>(null);
	const timer = useRef<ReturnType<typeof setTimeout>>();

	const follow = (id: string) => {
		const look = async () => {
			const job = await api.get<Job>(`/jobs/${id}`).catch(() => null);
			if (!job) return;
			setJobs((before) => [job, ...before.filter((one) => one.id !== id)].sort((a, b) => b.created.localeCompare(a.created)));
			if (job.state === "waiting" || job.state === "running") timer.current = setTimeout(() => void look(), 400);
			else {
				forgetAnswers();
				done();
			}
		};
		void look();
	};

	// What still runs, also what was begun on another page.
	useEffect(() => {
		api.get<{ items: Job[] }>("/jobs").then(({ items }) => {
			for (const job of items) if (job.kind === "upload" && (job.state === "waiting" || job.state === "running")) follow(job.id);
		}, () => {});
		return () => clearTimeout(timer.current);
	}, []);

	const send = async (files: File[]) => {
		if (!files.length) return;
		const { answer, stop } = api.upload<Job>("/documents", files, (share) => setSending((now) => now && { ...now, share }));
		setSending({ share: 0, files: files.length, stop });
		try {
			const job = await answer;
			setJobs((before) => [job, ...before]);
			follow(job.id);
		} catch (problem) {
			if (problem instanceof ApiError && problem.id !== "page-stopped") say(errorWords(problem), { bad: true });
		}
		setSending(null);
	};

	return (
		<section aria-label={t("page-upload")}>
			<div class={over ? "drop over" : "drop"}
				onDragOver={(event) => { event.preventDefault(); setOver(true); }}
				onDragLeave={(event) => { if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) setOver(false); }}
				onDrop={(event) => {
					event.preventDefault();
					setOver(false);
					void send([...(event.dataTransfer?.files ?? [])]);
				}}>
				<Icon name="upload" />
				<p class="drop-words"><strong>{t("page-drop")}</strong><span class="quiet">{t("page-drop-hint")}</span></p>
				<button type="button" class="button primary" onClick={() => choose.current?.click()}>{t("page-choose-files")}</button>
				<input ref={choose} type="file" multiple hidden tabIndex={-1} aria-label={t("page-choose-files")}
					onChange={(event) => {
						void send([...(event.currentTarget.files ?? [])]);
						event.currentTarget.value = "";
					}} />
			</div>
			{sending && (
				<div class="card job" role="status">
					<div class="card-head">
						<span>{tn("page-sending", sending.files, number(sending.files))}</span>
						<span class="row"><span class="number">{percent(sending.share)}</span>
							<button type="button" class="button small" onClick={sending.stop}>{t("page-cancel")}</button></span>
					</div>
					<progress class="progress" max={1} value={sending.share} aria-label={tn("page-sending", sending.files, number(sending.files))} />
				</div>
			)}
			{jobs.map((job) => <JobCard key={job.id} job={job} close={() => setJobs((before) => before.filter((one) => one.id !== job.id))} />)}
		</section>
	);
}

function JobCard({ job, close }: { job: Job; close: () => void }) {
	const running = job.state === "waiting" || job.state === "running";
	const failed = job.files.filter((file) => file.state === "failed").length;
	const cancel = () => api.remove<Job>(`/jobs/${job.id}`).catch((problem: unknown) => {
		if (problem instanceof ApiError) say(errorWords(problem), { bad: true });
	});
	return (
		<div class="card job">
			<div class="card-head">
				<span role="status">
					<strong>{t(`page-job-${job.state}`)}</strong>{" "}
					<span class="quiet">{t("page-job-files", number(job.done), number(job.total))}</span>
					{failed > 0 && <>{" "}<span class="chip bad">{t("page-job-failures", number(failed))}</span></>}
				</span>
				{running
					? <button type="button" class="button small" onClick={() => void cancel()}>{t("page-cancel")}</button>
					: <button type="button" class="button small plain" onClick={close}>{t("page-close")}</button>}
			</div>
			{running && <progress class="progress" max={Math.max(1, job.total)} value={job.done} aria-label={t("page-job-running")} />}
			{job.message && <p class="form-error">{job.message}</p>}
			<ul class="job-files" tabIndex={0} aria-label={t("page-job-list")}>
				{job.files.map((file, i) => (
					<li key={i}>
						<span class="name">{file.document ? <a href={`/documents/${file.document}`}>{file.name}</a> : file.name}</span>
						<span class={`file-state fs-${file.state}`}>
							{t(`page-file-${file.state}`)}
							{(file.state === "added" || file.state === "reread") && ` · ${tn("page-records", file.records, number(file.records))}`}
						</span>
						{file.message && <span class="why">{file.message}</span>}
					</li>
				))}
			</ul>
		</div>
	);
}
