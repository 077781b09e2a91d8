// Which page stands at which address. Each page is a file of its own that is loaded when it is first asked for; its
// default export is the component, which gets the named parts of the address.
import type { ComponentType } from "preact";
import { match } from "./router";

export type PageComponent = ComponentType<Record<string, string>>;
type Load = () => Promise<{ default: unknown }>;

const pages: Array<[string, Load]> = [
	["/", () => import("../pages/glance")],
	["/documents", () => import("../pages/documents")],
	["/documents/:id", () => import("../pages/reading")],
	["/look", () => import("../pages/look")],
	["/look/:kind", () => import("../pages/look")],
	["/search", () => import("../pages/search")],
	["/history", () => import("../pages/history")],
	["/history/:id*", () => import("../pages/history")],
	["/account", () => import("../pages/account")],
	["/facts", () => import("../pages/facts")],
	["/facts/:id", () => import("../pages/fact")],
	["/pairs", () => import("../pages/pairs")],
	["/pairs/:a/:b", () => import("../pages/pair")],
	["/review", () => import("../pages/review")],
	["/parties", () => import("../pages/parties")],
	["/parties/:party*", () => import("../pages/party")],
	["/people", () => import("../pages/people")],
	["/people/:id", () => import("../pages/person")],
	["/accounts", () => import("../pages/accounts")],
	["/about", () => import("../pages/about")],
];

const loaded = new Map<string, Promise<PageComponent>>();

/** The page at an address and the named parts of it; null where there is none. */
export function pageAt(path: string): { pattern: string; parts: Record<string, string>; load: () => Promise<PageComponent> } | null {
	for (const [pattern, load] of pages) {
		const parts = match(pattern, path);
		if (!parts) continue;
		return {
			pattern,
			parts,
			load: () => {
				let page = loaded.get(pattern);
				if (!page) {
					page = load().then((module) => module.default as PageComponent);
					page.catch(() => loaded.delete(pattern));
					loaded.set(pattern, page);
				}
				return page;
			},
		};
	}
	return null;
}
