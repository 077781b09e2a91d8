// One's own account: who one is, the password, the language.
import { useState } from "preact/hooks";
import { api } from "../api/client";
import { errorWords, PageHead } from "../parts/basics";
import { Input } from "../parts/field";
import { say } from "../parts/toast";
import { useSend } from "../shell/sign-in";
import { useSigned } from "../shell/session";
import { t } from "../words/messages";

export default function Account() {
	const { me } = useSigned();
	const [old, setOld] = useState("");
	const [next, setNext] = useState("");
	const [again, setAgain] = useState("");
	const differ = again !== "" && again !== next;
	const [error, busy, send] = useSend(() => api.put("/session/password", { old, new: next }), () => {
		setOld("");
		setNext("");
		setAgain("");
		say(t("page-password-changed"));
	});
	return (
		<>
			<PageHead title={t("page-account")} />
			<div class="columns">
				<section class="card">
					<h2>{me.full_name || me.name}</h2>
					<dl class="values plain">
						<div><dt>{t("page-name")}</dt><dd>{me.name}</dd></div>
						<div><dt>{t("page-role")}</dt><dd>{t(`page-role-${me.role}`)}</dd></div>
					</dl>
					<p class="note">{t(`page-role-${me.role}-words`)}</p>
				</section>
				<section class="card">
					<h2>{t("page-password-change")}</h2>
					<form class="form" onSubmit={(event) => { if (differ) event.preventDefault(); else send(event); }}>
						<input type="text" name="username" autoComplete="username" value={me.name} hidden readOnly />
						<Input label={t("page-password-old")} type="password" autoComplete="current-password" required value={old}
							onInput={(event) => setOld(event.currentTarget.value)} error={error?.field === "old" ? errorWords(error) : null} />
						<Input label={t("page-password-new")} type="password" autoComplete="new-password" required minLength={10} value={next}
							hint={t("page-password-hint")} onInput={(event) => setNext(event.currentTarget.value)} error={error?.field === "new" ? errorWords(error) : null} />
						<Input label={t("page-password-again")} type="password" autoComplete="new-password" required value={again}
							onInput={(event) => setAgain(event.currentTarget.value)} error={differ ? t("page-password-differs") : null} />
						{error && error.field !== "old" && error.field !== "new" && <p class="form-error" role="alert">{errorWords(error)}</p>}
						<p class="note">{t("page-password-others")}</p>
						<div><button class="button primary" disabled={busy || differ}>{t("page-password-change")}</button></div>
					</form>
				</section>
			</div>
		</>
	);
}
