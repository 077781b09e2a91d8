// What stands around every page: the head with the search, the navigation, the words on what was done.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError } from "../api/client";
import { Failed, IconButton, Loading, PageHead } from "../parts/basics";
import { Icon, type IconName } from "../parts/icon";
import { Toasts } from "../parts/toast";
import { langNames, langs, t, useLang, type Lang } from "../words/messages";
import { HelpDialog } from "./help";
import { go, NavLink, usePlace } from "./router";
import { pageAt, type PageComponent } from "./routes";
import { useMay, useSigned } from "./session";

const parts: Array<{ to: string; icon: IconName; words: string }> = [
	{ to: "/", icon: "glance", words: "page-nav-glance" },
	{ to: "/documents", icon: "documents", words: "page-nav-documents" },
	{ to: "/look", icon: "look", words: "page-nav-look" },
	{ to: "/facts", icon: "facts", words: "page-nav-facts" },
	{ to: "/pairs", icon: "pairs", words: "page-nav-pairs" },
	{ to: "/parties", icon: "parties", words: "page-nav-parties" },
	{ to: "/people", icon: "people", words: "page-nav-people" },
	{ to: "/review", icon: "review", words: "page-nav-review" },
	{ to: "/history", icon: "history", words: "page-nav-history" },
];

export function Shell({ setLang }: { setLang: (lang: Lang) => void }) {
	const { path } = usePlace();
	const [open, setOpen] = useState(false);
	const [help, setHelp] = useState(false);
	const main = useRef<HTMLElement>(null);
	const first = useRef(true);

	// A new page begins at its top, and who hears the page is told of it by the focus on its heading.
	useEffect(() => {
		setOpen(false);
		if (first.current) {
			first.current = false;
			return;
		}
		scrollTo(0, 0);
		// Who types into the search goes on typing.
		if (document.activeElement?.id !== "find") main.current?.focus({ preventScroll: true });
	}, [path]);

	useEffect(() => {
		const key = (event: KeyboardEvent) => {
			if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
			if (event.key === "/") {
				event.preventDefault();
				document.querySelector<HTMLInputElement>("#find")?.focus();
			} else if (event.key === "?") {
				setHelp(true);
			}
		};
		addEventListener("keydown", key);
		return () => removeEventListener("keydown", key);
	}, []);

	return (
		<div class={open ? "shell nav-open" : "shell"}>
			<a class="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{t("page-skip")}</a>
			<header class="bar">
				<IconButton class="bar-menu" icon={open ? "close" : "menu"} label={t("page-menu")} aria-expanded={open}
					aria-controls="nav" onClick={() => setOpen(!open)} />
				<a class="brand" href="/" aria-label="bienban"><span class="brand-mark" aria-hidden="true" /><span>bienban</span></a>
				<Find />
				<AccountMenu setLang={setLang} showHelp={() => setHelp(true)} />
			</header>
			<nav id="nav" class="nav" aria-label={t("page-nav")}>
				<ul>{parts.map(({ to, icon, words }) => (
					<li key={to}><NavLink to={to}><Icon name={icon} /><span>{t(words)}</span></NavLink></li>
				))}</ul>
			</nav>
			<button type="button" class="nav-shade" aria-label={t("page-close")} tabIndex={open ? 0 : -1} onClick={() => setOpen(false)} />
			<main id="main" class="main" ref={main} tabIndex={-1}><OtherWords /><Page path={path} /></main>
			<Toasts />
			{help && <HelpDialog close={() => setHelp(false)} />}
		</div>
	);
}

/** Said once to who reads the page in Lao: what the program itself puts together it has no Lao words for. */
function OtherWords() {
	const [seen, setSeen] = useState(() => localStorage.getItem("other-words-seen") === "1");
	if (useLang() !== "lo" || seen) return null;
	return (
		<p class="other-words" role="note"><span>{t("page-other-words")}</span>
			<IconButton icon="close" label={t("page-close")} onClick={() => { localStorage.setItem("other-words-seen", "1"); setSeen(true); }} /></p>
	);
}

/** Whether keys are meant for what has the focus. */
export function typing(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog") !== null;
}

function Page({ path }: { path: string }) {
	const found = pageAt(path);
	const [page, setPage] = useState<{ pattern: string; Page: PageComponent } | null>(null);
	const [error, setError] = useState<ApiError | null>(null);
	useEffect(() => {
		let wanted = true;
		setError(null);
		found?.load().then(
			(loaded) => { if (wanted) setPage({ pattern: found.pattern, Page: loaded }); },
			() => { if (wanted) setError(new ApiError(0, "page-no-server", "")); },
		);
		return () => { wanted = false; };
	}, [found?.pattern]);
	if (!found) return <><PageHead title={t("page-no-page")} /><p><a href="/">{t("page-nav-glance")}</a></p></>;
	if (error) return <Failed error={error} again={() => location.reload()} />;
	if (!page || page.pattern !== found.pattern) return <Loading />;
	return <page.Page {...found.parts} />;
}

/** The search of the head: one line, from every page with the key "/"; results come as one types. */
function Find() {
	const { path, query } = usePlace();
	const asked = path === "/search" ? (query.get("q") ?? "") : "";
	const [words, setWords] = useState(asked);
	const timer = useRef<ReturnType<typeof setTimeout>>();
	useEffect(() => setWords(asked), [asked, path]);
	const show = (text: string) => {
		clearTimeout(timer.current);
		if (!text.trim() && path !== "/search") return;
		go(text.trim() ? `/search?q=${encodeURIComponent(text)}` : "/search", path === "/search");
	};
	return (
		<form class="find" role="search" onSubmit={(event) => { event.preventDefault(); show(words); }}>
			<Icon name="search" />
			<input id="find" type="search" name="q" value={words} placeholder={t("page-find")} aria-label={t("page-find")}
				autoComplete="off" spellcheck={false}
				onInput={(event) => {
					const text = event.currentTarget.value;
					setWords(text);
					clearTimeout(timer.current);
					// From the third letter on; quickly while the results are in sight.
					if (path === "/search" || text.trim().length > 2) timer.current = setTimeout(() => show(text), path === "/search" ? 150 : 400);
				}} />
			<kbd aria-hidden="true">/</kbd>
		</form>
	);
}

function AccountMenu({ setLang, showHelp }: { setLang: (lang: Lang) => void; showHelp: () => void }) {
	const { me, signOut, version } = useSigned();
	const administrator = useMay("administrator");
	const current = useLang();
	const menu = useRef<HTMLDetailsElement>(null);
	const { path } = usePlace();
	const close = () => { if (menu.current) menu.current.open = false; };
	useEffect(close, [path]);
	useEffect(() => {
		const outside = (event: Event) => {
			if (menu.current?.open && event.target instanceof Node && !menu.current.contains(event.target)) close();
		};
		const key = (event: KeyboardEvent) => {
			if (event.key !== "Escape" || !menu.current?.open) return;
			close();
			menu.current.querySelector("summary")?.focus();
		};
		addEventListener("pointerdown", outside);
		addEventListener("keydown", key);
		return () => {
			removeEventListener("pointerdown", outside);
			removeEventListener("keydown", key);
		};
	}, []);
	return (
		<details class="menu" ref={menu}>
			<summary aria-label={t("page-account-menu", me.full_name || me.name)}>
				<Icon name="account" /><span class="menu-name">{me.full_name || me.name}</span><Icon name="down" />
			</summary>
			<div class="menu-body">
				<p class="menu-who"><strong>{me.full_name || me.name}</strong><br />{t(`page-role-${me.role}`)}</p>
				<fieldset class="menu-langs">
					<legend>{t("page-language")}</legend>
					{langs.map((code) => (
						<button key={code} type="button" lang={code} aria-pressed={code === current}
							onClick={() => { setLang(code); close(); }}>{langNames[code]}</button>
					))}
				</fieldset>
				<a href="/account"><Icon name="account" />{t("page-account")}</a>
				{administrator && <a href="/accounts"><Icon name="accounts" />{t("page-accounts")}</a>}
				<button type="button" onClick={() => { close(); showHelp(); }}><Icon name="help" />{t("page-help")}</button>
				<a href="/about"><Icon name="file" />{t("page-about")} <small>{version}</small></a>
				<button type="button" onClick={signOut}><Icon name="signout" />{t("page-sign-out")}</button>
			</div>
		</details>
	);
}

/** What stands around the sign-in and the first start. */
export function Door({ title, children, setLang }: { title: string; children: ComponentChildren; setLang: (lang: Lang) => void }) {
	const current = useLang();
	useEffect(() => { document.title = `${title} · bienban`; }, [title]);
	return (
		<main class="door">
			<div class="door-box">
				<p class="brand"><span class="brand-mark" aria-hidden="true" /><span>bienban</span></p>
				<h1>{title}</h1>
				{children}
			</div>
			<div class="door-langs" role="group" aria-label={t("page-language")}>
				{langs.map((code) => (
					<button key={code} type="button" lang={code} aria-pressed={code === current} onClick={() => setLang(code)}>
						{langNames[code]}
					</button>
				))}
			</div>
		</main>
	);
}
