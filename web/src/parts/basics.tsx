// The small things every page is made of.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ApiError } from "../api/client";
import type { Asked } from "../api/use";
import { usePlace } from "../shell/router";
import { count, number, percent } from "../words/dates";
import { has, t } from "../words/messages";
import { statusName, typeName } from "../words/values";
import { Icon, type IconName } from "./icon";

/** The head of a page: its title, which is also that of the window, what leads up, and what can be done. */
export function PageHead({ title, lead, up, children }: {
	title: string; lead?: ComponentChildren; up?: { to: string; label: string }; children?: ComponentChildren;
}) {
	useEffect(() => { document.title = `${title} · bienban`; }, [title]);
	return (
		<header class="head-of-page">
			<div class="head-words">
				{up && <a class="up" href={up.to}><Icon name="previous" />{up.label}</a>}
				<h1 tabIndex={-1}>{title}</h1>
				{lead && <p class="lead">{lead}</p>}
			</div>
			{children && <div class="head-does">{children}</div>}
		</header>
	);
}

export const TypeTag = ({ type }: { type: string }) => <span class={`type t-${type}`}>{typeName(type)}</span>;

/** "read" is what every fact begins with: it is said quietly. */
export const Status = ({ status }: { status: string }) => (
	<span class={`status s-${status}`}>
		{status === "confirmed" || status === "corrected" ? <Icon name="check" /> : null}
		{status === "rejected" ? <Icon name="cross" /> : null}
		{statusName(status)}
	</span>
);

export const Certainty = ({ value }: { value: number }) => (
	<span class="certainty" title={t("page-certainty", percent(value))}>
		<meter min={0} max={1} value={value} aria-label={t("page-certainty", percent(value))} /> {percent(value)}
	</span>
);

/** Words of a document, as they stand there. */
export const Quote = ({ words, children }: { words: string; children?: ComponentChildren }) => (
	<blockquote class="quote"><p lang="vi">{words}</p>{children && <footer>{children}</footer>}</blockquote>
);

export const Loading = ({ label }: { label?: string }) => (
	<div class="loading" role="status"><span class="spinner" aria-hidden="true" />{label ?? t("page-loading")}</div>
);

export const errorWords = (error: ApiError) => error.message || (has(error.id) ? t(error.id) : t("page-failed"));

export const Failed = ({ error, again }: { error: ApiError; again?: () => void }) => (
	<div class="failed" role="alert">
		<Icon name="warning" />
		<p>{errorWords(error)}</p>
		{again && <button type="button" class="button" onClick={again}>{t("page-again")}</button>}
	</div>
);

export const Empty = ({ title, children }: { title: string; children?: ComponentChildren }) => (
	<div class="empty"><p class="empty-title">{title}</p>{children}</div>
);

/** What an answer is at the moment: waited for, failed, or there. */
export function Answer<T>({ asked, title, children }: {
	asked: Asked<T>;
	/** Of a page that is nothing but this answer: its heading where there is no answer. */
	title?: string;
	children: (data: T) => ComponentChildren;
}) {
	if (asked.error) return <>{title && <PageHead title={title} />}<Failed error={asked.error} again={asked.reload} /></>;
	if (asked.data === null) return <Loading />;
	return <div class={asked.loading ? "stale" : undefined} aria-busy={asked.loading}>{children(asked.data)}</div>;
}

/** Which page of a list, and the way to the others; addresses differ in `page` only. */
function Pager({ page, pageSize, total, atLeast = false }: {
	page: number; pageSize: number; total: number; atLeast?: boolean;
}) {
	const { path, query } = usePlace();
	const pages = Math.max(1, Math.ceil(total / pageSize));
	const to = (n: number) => {
		const next = new URLSearchParams(query);
		if (n === 1) next.delete("page");
		else next.set("page", String(n));
		const tail = next.toString();
		return path + (tail ? `?${tail}` : "");
	};
	const shown = total === 0 ? 0 : Math.min(total, (page - 1) * pageSize + 1);
	return (
		<nav class="pager" aria-label={t("page-pager")}>
			<span class="pager-words">
				{t("page-shown", number(shown), number(Math.min(total, page * pageSize)), count(total, atLeast))}
			</span>
			{pages > 1 && <span class="pager-links">
				{page > 1
					? <a class="button" href={to(page - 1)} rel="prev"><Icon name="previous" />{t("page-previous")}</a>
					: <span class="button" aria-disabled="true"><Icon name="previous" />{t("page-previous")}</span>}
				{page < pages
					? <a class="button" href={to(page + 1)} rel="next">{t("page-next")}<Icon name="next" /></a>
					: <span class="button" aria-disabled="true">{t("page-next")}<Icon name="next" /></span>}
			</span>}
		</nav>
	);
}

export interface ListOf<T> {
	items: T[];
	total: number;
	at_least: boolean;
	page: number;
	page_size: number;
}

/** A page of a list with the way to the others, or what is said where there is nothing. */
export function AnswerList<T>({ asked, none, children }: {
	asked: Asked<ListOf<T>>; none: ComponentChildren; children: (list: ListOf<T>) => ComponentChildren;
}) {
	return (
		<Answer asked={asked}>{(list) => (
			<>
				{list.items.length > 0 ? children(list) : none}
				{(list.items.length > 0 || list.page > 1)
					&& <Pager page={list.page} pageSize={list.page_size} total={list.total} atLeast={list.at_least} />}
			</>
		)}</Answer>
	);
}

/** A button that is an icon with words for who does not see it. */
export const IconButton = ({ icon, label, onClick, ...rest }: {
	icon: IconName; label: string; onClick: () => void; class?: string; disabled?: boolean; "aria-expanded"?: boolean;
	"aria-controls"?: string;
}) => (
	<button type="button" {...rest} class={`icon-button ${rest.class ?? ""}`} aria-label={label} title={label} onClick={onClick}>
		<Icon name={icon} />
	</button>
);

/** A choice of views as links of the same page, the current one marked. */
export function Tabs({ label, items, current }: {
	label: string; current: string; items: Array<{ key: string; label: ComponentChildren; to: string }>;
}) {
	const nav = useRef<HTMLElement>(null);
	// On a phone the current one may lie outside of the row.
	useEffect(() => {
		const link = nav.current?.querySelector<HTMLElement>("[aria-current]");
		if (nav.current && link) nav.current.scrollLeft = link.offsetLeft - nav.current.offsetLeft - 24;
	}, [current, items.length]);
	return (
		<nav class="tabs" aria-label={label} ref={nav}>
			{items.map((item) => (
				<a key={item.key} href={item.to} aria-current={item.key === current ? "true" : undefined}>{item.label}</a>
			))}
		</nav>
	);
}
