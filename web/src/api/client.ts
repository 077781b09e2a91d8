// The way to the server: JSON in, JSON out, errors as ApiError with the words the server gives in the reader's language.
import type { ErrorAnswer } from "./schema";

export class ApiError extends Error {
	constructor(readonly status: number, readonly id: string, message: string, readonly field?: string) {
		super(message);
	}
}

export type Query = Record<string, string | number | boolean | null | undefined | string[]>;

let token = "";
let lang = "vi";
let onSignedOut: () => void = () => {};

export const setToken = (value: string) => { token = value; };
export const setApiLang = (value: string) => { lang = value; };
/** Called when the server says that nobody is signed in any more. */
export const whenSignedOut = (call: () => void) => { onSignedOut = call; };

/** An address of the API with its query; empty values are left out. */
export function address(path: string, query: Query = {}): string {
	const parts = new URLSearchParams();
	for (const [key, value] of Object.entries(query)) {
		const text = Array.isArray(value) ? value.join(",") : value === true ? "1" : value === false ? "" : value;
		if (text !== null && text !== undefined && text !== "") parts.set(key, String(text));
	}
	const tail = parts.toString();
	return `/api/v1${path}${tail ? `?${tail}` : ""}`;
}

/** The same with the language, for links the browser follows by itself (downloads). */
export const fileAddress = (path: string, query: Query = {}) => address(path, { ...query, lang });

async function ask<T>(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
	const headers: Record<string, string> = { Accept: "application/json", "Accept-Language": lang };
	if (method !== "GET") headers["X-Bienban-Token"] = token;
	let sent: BodyInit | undefined;
	if (body instanceof FormData) {
		sent = body;
	} else if (body !== undefined) {
		headers["Content-Type"] = "application/json";
		sent = JSON.stringify(body);
	}
	let answer: Response;
	try {
		answer = await fetch(url, { method, headers, body: sent, signal, credentials: "same-origin" });
	} catch (problem) {
		if (signal?.aborted) throw problem;
		throw new ApiError(0, "page-no-server", "");
	}
	if (answer.status === 204) return undefined as T;
	const json: unknown = await answer.json().catch(() => null);
	if (!answer.ok) {
		const { error } = (json as ErrorAnswer | null) ?? { error: { id: "page-no-answer", message: "" } };
		if (answer.status === 401 && !url.endsWith("/session")) onSignedOut();
		throw new ApiError(answer.status, error.id, error.message, error.field);
	}
	return json as T;
}

export const api = {
	get: <T>(path: string, query?: Query, signal?: AbortSignal) => ask<T>("GET", address(path, query), undefined, signal),
	post: <T>(path: string, body: unknown) => ask<T>("POST", address(path), body),
	put: <T>(path: string, body: unknown) => ask<T>("PUT", address(path), body),
	patch: <T>(path: string, body: unknown) => ask<T>("PATCH", address(path), body),
	remove: <T>(path: string) => ask<T>("DELETE", address(path)),
	/** Sends files and tells how much is sent (0 to 1). fetch() cannot tell that, an XMLHttpRequest can. */
	upload<T>(path: string, files: File[], sent: (share: number) => void): { answer: Promise<T>; stop: () => void } {
		const request = new XMLHttpRequest();
		const answer = new Promise<T>((done, failed) => {
			request.open("POST", address(path));
			request.responseType = "json";
			request.setRequestHeader("X-Bienban-Token", token);
			request.setRequestHeader("Accept-Language", lang);
			request.upload.onprogress = (event) => { if (event.lengthComputable) sent(event.loaded / event.total); };
			request.onload = () => {
				if (request.status < 300) return done(request.response as T);
				if (request.status === 401) onSignedOut();
				const error = (request.response as ErrorAnswer | null)?.error;
				failed(new ApiError(request.status, error?.id ?? "page-no-answer", error?.message ?? "", error?.field));
			};
			request.onerror = () => failed(new ApiError(0, "page-no-server", ""));
			request.onabort = () => failed(new ApiError(0, "page-stopped", ""));
			const form = new FormData();
			for (const file of files) form.append("files", file, file.name);
			request.send(form);
		});
		return { answer, stop: () => request.abort() };
	},
};
