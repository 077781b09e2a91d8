import { useState } from "preact/hooks";
import { api, ApiError } from "../api/client";
import type { Session } from "../api/schema";
import { errorWords } from "../parts/basics";
import { Input } from "../parts/field";
import { t, type Lang } from "../words/messages";
import { usePlace } from "./router";
import { Door } from "./shell";

interface Props {
	signed: (session: Session) => void;
	setLang: (lang: Lang) => void;
}

/** Sends a form and keeps what came of it: [error, busy, send]. */
export function useSend<T>(send: () => Promise<T>, done: (answer: T) => void): [ApiError | null, boolean, (event: Event) => void] {
	const [error, setError] = useState<ApiError | null>(null);
	const [busy, setBusy] = useState(false);
	return [error, busy, (event) => {
		event.preventDefault();
		setBusy(true);
		setError(null);
		send().then(done, (problem: unknown) => {
			setError(problem instanceof ApiError ? problem : new ApiError(0, "page-failed", ""));
		}).finally(() => setBusy(false));
	}];
}

export function SignIn({ signed, setLang }: Props) {
	const [name, setName] = useState("");
	const [password, setPassword] = useState("");
	const [error, busy, send] = useSend(() => api.post<Session>("/session", { name, password }), signed);
	return (
		<Door title={t("page-sign-in")} setLang={setLang}>
			<form class="form" onSubmit={send}>
				<Input label={t("page-name")} name="name" autoComplete="username" autoCapitalize="none" spellcheck={false} required
					value={name} onInput={(event) => setName(event.currentTarget.value)} />
				<Input label={t("page-password")} name="password" type="password" autoComplete="current-password" required
					value={password} onInput={(event) => setPassword(event.currentTarget.value)} />
				{error && <p class="form-error" role="alert">{errorWords(error)}</p>}
				<button class="button primary wide" disabled={busy}>{t("page-sign-in")}</button>
			</form>
		</Door>
	);
}

/** The first start: the link that the program printed leads here and carries the token. */
export function Setup({ signed, setLang }: Props) {
	const { query, hash } = usePlace();
	const [token, setToken] = useState(query.get("token") ?? new URLSearchParams(hash).get("token") ?? "");
	const [given] = useState(token !== "");
	const [name, setName] = useState("");
	const [fullName, setFullName] = useState("");
	const [password, setPassword] = useState("");
	const [again, setAgain] = useState("");
	const differ = again !== "" && again !== password;
	const [error, busy, send] = useSend(
		() => api.post<Session>("/setup", { token, name, full_name: fullName, password }), signed);
	return (
		<Door title={t("page-setup")} setLang={setLang}>
			<p class="note">{t("page-setup-words")}</p>
			<form class="form" onSubmit={(event) => { if (differ) event.preventDefault(); else send(event); }}>
				{!given && <Input label={t("page-setup-token")} required value={token} spellcheck={false} autoComplete="off"
					hint={t("page-setup-token-hint")} onInput={(event) => setToken(event.currentTarget.value)} />}
				<Input label={t("page-name")} name="name" autoComplete="username" autoCapitalize="none" spellcheck={false} required
					hint={t("page-name-hint")} value={name} onInput={(event) => setName(event.currentTarget.value)}
					error={error?.field === "name" ? errorWords(error) : null} />
				<Input label={t("page-full-name")} name="full_name" autoComplete="name" value={fullName}
					onInput={(event) => setFullName(event.currentTarget.value)} />
				<Input label={t("page-password")} name="password" type="password" autoComplete="new-password" required minLength={10}
					hint={t("page-password-hint")} value={password} onInput={(event) => setPassword(event.currentTarget.value)}
					error={error?.field === "password" ? errorWords(error) : null} />
				<Input label={t("page-password-again")} name="again" type="password" autoComplete="new-password" required value={again}
					onInput={(event) => setAgain(event.currentTarget.value)} error={differ ? t("page-password-differs") : null} />
				{error && error.field !== "name" && error.field !== "password" && <p class="form-error" role="alert">{errorWords(error)}</p>}
				<button class="button primary wide" disabled={busy || differ}>{t("page-setup-do")}</button>
			</form>
		</Door>
	);
}
