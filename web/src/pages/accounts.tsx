// Accounts, for the administrator: who may do what.
import { useState } from "preact/hooks";
import { api, ApiError } from "../api/client";
import type { Account, Role } from "../api/schema";
import { useGet } from "../api/use";
import { Answer, errorWords, PageHead } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { Input, Select } from "../parts/field";
import { Icon } from "../parts/icon";
import { say } from "../parts/toast";
import { useSend } from "../shell/sign-in";
import { useSigned } from "../shell/session";
import { moment } from "../words/dates";
import { t } from "../words/messages";

const roles: Role[] = ["reader", "editor", "approver", "administrator"];
const roleOptions = () => roles.map((value) => ({ value, label: t(`page-role-${value}`) }));

export default function Accounts() {
	const { me } = useSigned();
	const asked = useGet<{ items: Account[] }>("/accounts");
	const [dialog, setDialog] = useState<Account | "new" | null>(null);
	const done = (words: string) => {
		setDialog(null);
		say(words);
		asked.reload();
	};
	const change = async (account: Account, changes: Partial<Account>, words: string) => {
		try {
			await api.patch<Account>(`/accounts/${encodeURIComponent(account.name)}`, changes);
			done(words);
		} catch (problem) {
			if (!(problem instanceof ApiError)) throw problem;
			say(errorWords(problem), { bad: true });
			asked.reload();
		}
	};
	return (
		<>
			<PageHead title={t("page-accounts")} lead={t("page-accounts-lead")}>
				<button type="button" class="button primary" onClick={() => setDialog("new")}><Icon name="add" />{t("page-account-add")}</button>
			</PageHead>
			<Answer asked={asked}>{({ items }) => (
				<div class="table-box">
					<table class="table cards">
						<thead><tr><th scope="col">{t("page-name")}</th><th scope="col">{t("page-role")}</th><th scope="col">{t("page-last-sign-in")}</th>
							<th scope="col">{t("page-column-status")}</th><th scope="col"><span class="for-ears">{t("page-change")}</span></th></tr></thead>
						<tbody>{items.map((account) => (
							<tr key={account.name} class={account.disabled ? "disabled" : undefined}>
								<td class="main-cell"><strong>{account.full_name || account.name}</strong><span class="sub">{account.name}</span></td>
								<td><select aria-label={t("page-role-of", account.full_name || account.name)} value={account.role} disabled={account.name === me.name}
									onChange={(event) => void change(account, { role: event.currentTarget.value as Role }, t("page-account-changed", account.name))}>
									{roleOptions().map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select></td>
								<td class="number date-cell" data-label={t("page-last-sign-in")}>{account.last_sign_in ? moment(account.last_sign_in) : t("page-never")}</td>
								<td>{account.disabled ? <span class="chip bad">{t("page-account-off")}</span> : <span class="chip good">{t("page-account-on")}</span>}</td>
								<td><span class="row account-does">
									<button type="button" class="button small" onClick={() => setDialog(account)}>{t("page-change")}</button>
									{account.name !== me.name && (
										<button type="button" class={account.disabled ? "button small" : "button small danger"}
											onClick={() => void change(account, { disabled: !account.disabled }, t("page-account-changed", account.name))}>
											{account.disabled ? t("page-account-allow") : t("page-account-shut")}</button>
									)}
								</span></td>
							</tr>
						))}</tbody>
					</table>
				</div>
			)}</Answer>
			<section class="section" aria-labelledby="roles">
				<h2 id="roles">{t("page-roles")}</h2>
				<dl class="card fact-fields">{roles.map((role) => <div key={role}><dt>{t(`page-role-${role}`)}</dt><dd>{t(`page-may-${role}`)}</dd></div>)}</dl>
			</section>
			{dialog === "new" && <NewAccount close={() => setDialog(null)} done={done} />}
			{dialog !== null && dialog !== "new" && <ChangeAccount account={dialog} close={() => setDialog(null)} done={done} />}
		</>
	);
}

function NewAccount({ close, done }: { close: () => void; done: (words: string) => void }) {
	const [account, setAccount] = useState({ name: "", full_name: "", role: "reader", password: "" });
	const [error, busy, send] = useSend(() => api.post<Account>("/accounts", account), () => done(t("page-account-added", account.name)));
	const of = (field: string) => (error?.field === field ? errorWords(error) : null);
	const put = (changes: Partial<typeof account>) => setAccount((before) => ({ ...before, ...changes }));
	return (
		<Dialog title={t("page-account-add")} close={close}>
			<form class="form" onSubmit={send}>
				<Input label={t("page-name")} required autoComplete="off" autoCapitalize="none" spellcheck={false} hint={t("page-name-hint")} error={of("name")}
					value={account.name} onInput={(event) => put({ name: event.currentTarget.value })} />
				<Input label={t("page-full-name")} autoComplete="off" value={account.full_name} error={of("full_name")}
					onInput={(event) => put({ full_name: event.currentTarget.value })} />
				<Select label={t("page-role")} value={account.role} options={roleOptions()} hint={t(`page-may-${account.role}`)}
					onChange={(event) => put({ role: event.currentTarget.value })} />
				<Input label={t("page-first-password")} type="password" required minLength={10} autoComplete="new-password" hint={t("page-first-password-hint")}
					error={of("password")} value={account.password} onInput={(event) => put({ password: event.currentTarget.value })} />
				{error && !["name", "full_name", "password"].includes(error.field ?? "") && <p class="form-error" role="alert">{errorWords(error)}</p>}
				<div class="row end">
					<button type="button" class="button" onClick={close}>{t("page-cancel")}</button>
					<button class="button primary" disabled={busy}>{t("page-account-add")}</button>
				</div>
			</form>
		</Dialog>
	);
}

function ChangeAccount({ account, close, done }: { account: Account; close: () => void; done: (words: string) => void }) {
	const [fullName, setFullName] = useState(account.full_name);
	const [password, setPassword] = useState("");
	const [error, busy, send] = useSend(
		() => api.patch<Account>(`/accounts/${encodeURIComponent(account.name)}`, { full_name: fullName, ...(password ? { password } : {}) }),
		() => done(t("page-account-changed", account.name)));
	return (
		<Dialog title={t("page-account-change", account.name)} close={close}>
			<form class="form" onSubmit={send}>
				<Input label={t("page-full-name")} autoComplete="off" value={fullName} onInput={(event) => setFullName(event.currentTarget.value)} />
				<Input label={t("page-new-password-for")} type="password" minLength={10} autoComplete="new-password" hint={t("page-new-password-hint")}
					error={error?.field === "password" ? errorWords(error) : null} value={password} onInput={(event) => setPassword(event.currentTarget.value)} />
				{error && error.field !== "password" && <p class="form-error" role="alert">{errorWords(error)}</p>}
				<div class="row end">
					<button type="button" class="button" onClick={close}>{t("page-cancel")}</button>
					<button class="button primary" disabled={busy}>{t("page-save")}</button>
				</div>
			</form>
		</Dialog>
	);
}
