// What a component knows of one answer of the server.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { address, api, ApiError, type Query } from "./client";

export interface Asked<T> {
	data: T | null;
	error: ApiError | null;
	/** Nothing has come yet for this address; `data` may still be that of the one before. */
	loading: boolean;
	reload: () => void;
	/** Puts a value in place until the next answer. */
	set: (data: T) => void;
}

// The last answers, so that going back shows a page at once while it is asked for anew.
const kept = new Map<string, unknown>();
const keptMost = 40;

export const forgetAnswers = () => kept.clear();

/** Asks for `path` with `query`, again when either changes; null asks for nothing. */
export function useGet<T>(path: string | null, query?: Query): Asked<T> {
	const url = path === null ? null : address(path, query);
	const [state, setState] = useState<{ url: string | null; data: T | null; error: ApiError | null }>(
		() => ({ url, data: url ? ((kept.get(url) as T) ?? null) : null, error: null }));
	const [round, setRound] = useState(0);
	const [busy, setBusy] = useState(url !== null);
	const current = useRef(url);
	current.current = url;

	useEffect(() => {
		if (path === null || url === null) return;
		const stop = new AbortController();
		setBusy(true);
		if (kept.has(url)) setState({ url, data: kept.get(url) as T, error: null });
		api.get<T>(path, query, stop.signal).then(
			(data) => {
				if (stop.signal.aborted) return;
				kept.delete(url);
				kept.set(url, data);
				if (kept.size > keptMost) kept.delete(kept.keys().next().value as string);
				setState({ url, data, error: null });
				setBusy(false);
			},
			(problem: unknown) => {
				if (stop.signal.aborted) return;
				const error = problem instanceof ApiError ? problem : new ApiError(0, "page-failed", String(problem));
				setState({ url, data: null, error });
				setBusy(false);
			},
		);
		return () => stop.abort();
		// The query is part of the address.
	}, [url, round]);

	const reload = useCallback(() => setRound((n) => n + 1), []);
	const set = useCallback((data: T) => {
		if (current.current) kept.set(current.current, data);
		setState({ url: current.current, data, error: null });
	}, []);
	return { data: state.data, error: state.error, loading: busy && !(state.url === url && state.data), reload, set };
}
