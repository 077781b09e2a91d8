// One record beside the text: in short, and with its fields when it is the chosen one.
import { memo } from "preact/compat";
import type { DocumentRecord, FactDetail } from "../api/schema";
import { useGet } from "../api/use";
import { Certainty, Status, TypeTag } from "../parts/basics";
import { Icon } from "../parts/icon";
import { t } from "../words/messages";
import { fieldsOf, valueWords, type Words } from "../words/values";

interface Props {
	record: DocumentRecord;
	chosen: boolean;
	mayEdit: boolean;
	words: Words;
	does: CardDoes;
}

export interface CardDoes {
	choose: (record: string) => void;
	confirm: (record: DocumentRecord) => void;
	reject: (record: DocumentRecord) => void;
	correct: (record: DocumentRecord) => void;
}

export const RecordCard = memo(function RecordCard({ record, chosen, mayEdit, words, does }: Props) {
	const corrected = chosen && record.status === "corrected" && record.fact !== null;
	const fact = useGet<FactDetail>(corrected ? `/facts/${record.fact}` : null);
	const held = corrected ? fact.data?.record : undefined;
	return (
		<li class={`record t-${record.type} ${chosen ? "chosen" : ""} ${record.status === "rejected" || record.gone ? "out" : ""}`} data-r={record.id}>
			<button type="button" class="record-short" aria-expanded={chosen} onClick={() => does.choose(record.id)}>
				<span class="record-line">
					<TypeTag type={record.type} />
					<span class="record-marks">
						{record.conflicts.length > 0 && <span class="chip warn"><Icon name="warning" />{t("page-conflict")}</span>}
						{record.changes.length > 0 && <span class="chip">{t("page-changed")}</span>}
						{record.gone ? <Status status="gone" /> : record.status && record.status !== "read" ? <Status status={record.status} /> : null}
					</span>
				</span>
				<span class="record-summary">{record.summary}</span>
			</button>
			{chosen && (
				<div class="record-more">
					<dl class="values">
						{fieldsOf(words, record.type).map(({ name, label }) => {
							const read = valueWords(words, record.type, name, record.value[name]);
							const now = held ? valueWords(words, record.type, name, held[name]) : read;
							const value = now === read ? read : <><ins>{now || "–"}</ins> <del>{read}</del></>;
							return (now || read) && (
								<div key={name} class={record.conflicts.includes(name) ? "in-conflict" : undefined}><dt>{label}</dt><dd>{value}</dd></div>
							);
						})}
					</dl>
					<p class="record-foot">
						<Certainty value={record.certainty} />
						{record.fact && <a href={`/facts/${record.fact}`}>{t("page-open-fact")}</a>}
					</p>
					{mayEdit && record.fact && (
						<div class="row record-does">
							<button type="button" class="button small primary" disabled={record.status === "confirmed" || record.status === "corrected"}
								onClick={() => does.confirm(record)}><Icon name="check" />{t("page-confirm")}<kbd aria-hidden="true">c</kbd></button>
							<button type="button" class="button small" onClick={() => does.correct(record)}>
								<Icon name="edit" />{t("page-correct")}<kbd aria-hidden="true">e</kbd></button>
							<button type="button" class="button small danger" disabled={record.status === "rejected"}
								onClick={() => does.reject(record)}><Icon name="cross" />{t("page-reject")}<kbd aria-hidden="true">x</kbd></button>
						</div>
					)}
				</div>
			)}
		</li>
	);
});
