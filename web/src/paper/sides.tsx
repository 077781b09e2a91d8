// Choosing the two sides of a paper, or one side and its partners.
import { Select } from "../parts/field";
import { PlaceSelect } from "../parts/choose";
import { Icon } from "../parts/icon";
import { useSigned } from "../shell/session";
import { t } from "../words/messages";
import { partyName } from "../words/values";

/** A place, or one of its bodies: "VN-05", "VN-05/military-command". */
export function Side({ label, value, change }: { label: string; value: string; change: (party: string) => void }) {
	const { vocabulary } = useSigned();
	const [place = "", body = ""] = value.split("/");
	const named = value.split("/").slice(2).join("/");
	return (
		<div class="paper-side">
			<PlaceSelect label={label} value={place} change={(code) => change(code && body && !named ? `${code}/${body}` : code)} all={t("page-choose")} />
			<Select label={t("page-side-body")} all={t("page-side-whole")} value={body} disabled={!place} options={vocabulary.bodies}
				onChange={(event) => change(event.currentTarget.value ? `${place}/${event.currentTarget.value}` : place)} />
		</div>
	);
}

/** Several sides, one added after the other. */
export function Partners({ label, value, change }: { label: string; value: string[]; change: (parties: string[]) => void }) {
	const signed = useSigned();
	return (
		<div class="paper-side">
			<PlaceSelect label={label} value="" change={(code) => { if (code && !value.includes(code)) change([...value, code]); }} all={t("page-add-one")} />
			<div class="picked">{value.map((party) => (
				<span key={party} class="chip">{partyName(signed, party)}
					<button type="button" aria-label={t("page-take-out", partyName(signed, party))} onClick={() => change(value.filter((one) => one !== party))}><Icon name="close" /></button></span>
			))}</div>
		</div>
	);
}
