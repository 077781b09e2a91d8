// Addresses of the page: paths and queries of the browser's history, nothing else.
import type { ComponentChildren, JSX } from "preact";
import { createContext } from "preact";
import { useCallback, useContext, useEffect, useMemo, useState } from "preact/hooks";

export interface Place {
	path: string;
	query: URLSearchParams;
	hash: string;
}

const here = (): Place => ({
	path: location.pathname,
	query: new URLSearchParams(location.search),
	hash: location.hash.slice(1),
});

const PlaceContext = createContext<Place>({ path: "/", query: new URLSearchParams(), hash: "" });
const changed = "bienban:place";

/** Goes to an address of the page. `replace` leaves no step to go back to, for filters that change as one types. */
export function go(to: string, replace = false) {
	if (to === location.pathname + location.search + location.hash) return;
	history[replace ? "replaceState" : "pushState"](null, "", to);
	dispatchEvent(new Event(changed));
}

export function Router({ children }: { children: ComponentChildren }) {
	const [place, setPlace] = useState(here);
	useEffect(() => {
		const look = () => setPlace(here());
		const click = (event: MouseEvent) => {
			if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
			const link = (event.target as Element | null)?.closest?.("a");
			if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
			if (link.pathname.startsWith("/api/") || link.pathname.startsWith("/assets/")) return;
			if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
			event.preventDefault();
			go(link.pathname + link.search + link.hash);
		};
		addEventListener("popstate", look);
		addEventListener(changed, look);
		document.addEventListener("click", click);
		return () => {
			removeEventListener("popstate", look);
			removeEventListener(changed, look);
			document.removeEventListener("click", click);
		};
	}, []);
	return <PlaceContext.Provider value={place}>{children}</PlaceContext.Provider>;
}

export const usePlace = () => useContext(PlaceContext);

/** The filters of a page, kept in its address: [value of a key, change of some keys]. A change goes back to page 1. */
export function useFilters(): [(key: string) => string, (changes: Record<string, string | null>, replace?: boolean) => void] {
	const { query } = usePlace();
	const get = useCallback((key: string) => query.get(key) ?? "", [query]);
	const set = useCallback((changes: Record<string, string | null>, replace = false) => {
		const next = new URLSearchParams(location.search);
		if (!("page" in changes)) next.delete("page");
		for (const [key, value] of Object.entries(changes)) {
			if (value === null || value === "") next.delete(key);
			else next.set(key, value);
		}
		const tail = next.toString();
		go(location.pathname + (tail ? `?${tail}` : ""), replace);
	}, []);
	return [get, set];
}

/** "/documents/:id" and "/documents/D12" → {id: "D12"}; null where it does not fit. A last part ":rest*" takes slashes. */
export function match(pattern: string, path: string): Record<string, string> | null {
	const wanted = pattern.split("/");
	const given = path.replace(/\/+$/, "").split("/");
	if (pattern === "/") return path === "/" ? {} : null;
	const values: Record<string, string> = {};
	for (const [i, part] of wanted.entries()) {
		if (part.endsWith("*")) {
			if (given.length <= i) return null;
			values[part.slice(1, -1)] = given.slice(i).map(decode).join("/");
			return values;
		}
		const value = given[i];
		if (value === undefined) return null;
		if (part.startsWith(":")) values[part.slice(1)] = decode(value);
		else if (part !== value) return null;
	}
	return given.length === wanted.length ? values : null;
}

function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

/** A link of the navigation: says of itself when it leads to where one is. */
export function NavLink({ to, children, ...rest }: { to: string } & JSX.AnchorHTMLAttributes<HTMLAnchorElement>) {
	const { path } = usePlace();
	const current = useMemo(() => (to === "/" ? path === "/" : path === to || path.startsWith(`${to}/`)), [to, path]);
	return <a href={to} aria-current={current ? "page" : undefined} {...rest}>{children}</a>;
}
