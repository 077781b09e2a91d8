// Who is signed in, and what the whole page needs: the words of the field, places.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Me, Place, Vocabulary } from "../api/schema";

export interface Signed {
	me: Me;
	version: string;
	vocabulary: Vocabulary;
	places: Map<string, Place>;
	signOut: () => void;
}

export const SignedContext = createContext<Signed | null>(null);

/** The signed-in account; only pages that stand behind the sign-in ask for it. */
export function useSigned(): Signed {
	const signed = useContext(SignedContext);
	if (!signed) throw new Error("nobody is signed in");
	return signed;
}

const ranks = ["reader", "editor", "approver", "administrator"];

/** Whether the account has at least this role. The server decides; this only leaves out what would be refused. */
export function useMay(role: "editor" | "approver" | "administrator"): boolean {
	const { me } = useSigned();
	return ranks.indexOf(me.role) >= ranks.indexOf(role);
}
