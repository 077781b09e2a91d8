import { render } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { api, setApiLang, setToken, whenSignedOut } from "./api/client";
import type { Place, Session, Vocabulary } from "./api/schema";
import { forgetAnswers } from "./api/use";
import { Router, go } from "./shell/router";
import { pageAt } from "./shell/routes";
import { SignedContext, type Signed } from "./shell/session";
import { Shell } from "./shell/shell";
import { Setup, SignIn } from "./shell/sign-in";
import { LangContext, loadMessages, wantedLang, type Lang } from "./words/messages";

/** What stands still while one is signed in: the words of the field and the places. */
type Field = Pick<Signed, "vocabulary" | "places">;

async function loadField(): Promise<Field> {
	const [vocabulary, places] = await Promise.all([
		api.get<Vocabulary>("/vocabulary"),
		api.get<{ items: Place[] }>("/places"),
	]);
	return { vocabulary, places: new Map(places.items.map((place) => [place.code, place])) };
}

function App({ first, firstLang }: { first: Session; firstLang: Lang }) {
	const [session, setSession] = useState(first);
	const [lang, setLangState] = useState(firstLang);
	const [field, setField] = useState<Field | null>(null);

	const signed = useCallback((answer: Session) => {
		setToken(answer.token);
		forgetAnswers();
		setSession(answer);
		if (location.pathname === "/setup") go("/", true);
	}, []);

	const setLang = useCallback((wanted: Lang) => {
		localStorage.setItem("lang", wanted);
		setApiLang(wanted);
		forgetAnswers();
		void loadMessages(wanted).then(() => setLangState(wanted));
	}, []);

	const name = session.account?.name;
	useEffect(() => {
		if (!name) {
			setField(null);
			return;
		}
		let wanted = true;
		void loadField().then((loaded) => { if (wanted) setField(loaded); });
		return () => { wanted = false; };
	}, [name, lang]);

	useEffect(() => whenSignedOut(() => setSession((before) => ({ ...before, account: null, token: "" }))), []);

	const signOut = useCallback(() => {
		void api.remove("/session").finally(() => {
			forgetAnswers();
			void api.get<Session>("/session").then((answer) => {
				setToken(answer.token);
				setSession(answer);
				go("/", true);
			});
		});
	}, []);

	let shown;
	if (session.setup_needed) shown = <Setup signed={signed} setLang={setLang} />;
	else if (!session.account) shown = <SignIn signed={signed} setLang={setLang} />;
	else if (!field) shown = null;
	else {
		shown = (
			<SignedContext.Provider value={{ me: session.account, version: session.version, ...field, signOut }}>
				<Shell key={lang} setLang={setLang} />
			</SignedContext.Provider>
		);
	}
	return <LangContext.Provider value={lang}><Router>{shown}</Router></LangContext.Provider>;
}

async function start(root: HTMLElement) {
	const lang = wantedLang();
	setApiLang(lang);
	// The page that was asked for comes while the session is looked up.
	pageAt(location.pathname)?.load().catch(() => {});
	try {
		const [session] = await Promise.all([api.get<Session>("/session"), loadMessages(lang)]);
		setToken(session.token);
		render(<App first={session} firstLang={lang} />, root);
	} catch {
		// No words have come, so these stand in the page itself.
		root.textContent = "Không kết nối được với máy chủ. / The server does not answer. / ເຊີບເວີບໍ່ຕອບ.";
		root.className = "no-server";
	}
}

const root = document.getElementById("page");
if (root) void start(root);
