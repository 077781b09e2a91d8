import { Dialog } from "../parts/dialog";
import { t } from "../words/messages";

const everywhere = [["/", "page-key-find"], ["?", "page-key-help"], ["Esc", "page-key-close"]] as const;
const reading = [["j", "page-key-next-record"], ["k", "page-key-previous-record"], ["c", "page-key-confirm"], ["x", "page-key-reject"],
	["e", "page-key-correct"], ["a", "page-key-add"], ["n", "page-key-next-document"], ["p", "page-key-previous-document"]] as const;

const looking = [["j", "page-key-next"], ["k", "page-key-previous"], ["c", "page-key-confirm"], ["x", "page-key-reject"],
	["1", "page-key-first"], ["2", "page-key-second"]] as const;

const Keys = ({ title, keys }: { title: string; keys: ReadonlyArray<readonly [string, string]> }) => (
	<section>
		<h3>{title}</h3>
		<dl class="keys">{keys.map(([key, words]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(words)}</dd></div>)}</dl>
	</section>
);

export const HelpDialog = ({ close }: { close: () => void }) => (
	<Dialog title={t("page-help")} close={close}>
		<Keys title={t("page-keys-everywhere")} keys={everywhere} />
		<Keys title={t("page-keys-reading")} keys={reading} />
		<Keys title={t("page-keys-looking")} keys={looking} />
		<p class="note">{t("page-help-select")}</p>
	</Dialog>
);
