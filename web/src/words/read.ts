// Values as a person writes them, or as a document's words give them, into the form of docs/cli.md.

const pad = (n: string, length = 2) => n.padStart(length, "0");

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function dayOf(day: string, month: string, year: string): string | null {
	const [d, m, y] = [Number(day), Number(month), Number(year)];
	const at = new Date(Date.UTC(y, m - 1, d));
	return at.getUTCMonth() === m - 1 && at.getUTCDate() === d ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : null;
}

function oneDate(text: string, year: string | null): string | null {
	const words = text.trim().toLowerCase().replace(/^(ngày|tháng|năm|on|in)\s+/, "").replace(/\s+/g, " ");
	let found: RegExpMatchArray | null;
	if ((found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words))) return dayOf(found[3]!, found[2]!, found[1]!);
	if ((found = /^(\d{4})-(\d{1,2})$/.exec(words)) && Number(found[2]) <= 12) return `${found[1]}-${pad(found[2]!)}`;
	if ((found = /^(\d{4})$/.exec(words))) return found[1]!;
	if ((found = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})$/.exec(words))) return dayOf(found[1]!, found[2]!, found[3]!);
	if ((found = /^(\d{1,2})\s*[./-]\s*(\d{4})$/.exec(words)) && Number(found[1]) <= 12) return `${found[2]}-${pad(found[1]!)}`;
	if ((found = /^(\d{1,2}) tháng (\d{1,2}),? năm (\d{4})$/.exec(words))) return dayOf(found[1]!, found[2]!, found[3]!);
	if ((found = /^(\d{1,2}) năm (\d{4})$/.exec(words)) && Number(found[1]) <= 12) return `${found[2]}-${pad(found[1]!)}`;
	if ((found = /^(?:(\d{1,2}) )?([a-z]{3})[a-z]*,? (\d{4})$/.exec(words))) {
		const month = months.indexOf(found[2]!) + 1;
		if (month > 0) return found[1] ? dayOf(found[1], String(month), found[3]!) : `${found[3]}-${pad(String(month))}`;
	}
	// A day without a year takes that of the document.
	if (year && (found = /^(\d{1,2})\s*[./-]\s*(\d{1,2})$/.exec(words))) return dayOf(found[1]!, found[2]!, year);
	return null;
}

/** "11/11/2019", "tháng 6/2018", "2020 - 2022", "2019-11-11" → EDTF; null where it is no date. `year` is that of the
 * document, for days without one. */
export function readDate(text: string, year: string | null = null): string | null {
	const whole = text.trim();
	const open = /^(từ|from|ແຕ່|đến|until|ເຖິງ)\s+(.+)$/i.exec(whole);
	if (open && !/\s(đến|to|–|-)\s/i.test(open[2]!)) {
		const end = oneDate(open[2]!.replace(/\s+(đến nay|on)$/i, ""), year);
		return end && (/^(từ|from|ແຕ່)/i.test(whole) ? `${end}/..` : `../${end}`);
	}
	if (/^[\dX-]+(\/(\.\.|[\d-]+))?$/.test(whole) && /^\d{4}(-\d\d){0,2}\/(\.\.|\d{4}(-\d\d){0,2})$/.test(whole)) return whole;
	const single = oneDate(whole, year);
	if (single) return single;
	const [from, to, more] = whole.replace(/^giai đoạn\s+/i, "").split(/\s*(?:–|—|đến|\s-\s|(?<=\d{4})-(?=\d{4}))\s*/);
	if (from && to && more === undefined) {
		const [a, b] = [oneDate(from, year), oneDate(to, year)];
		if (a && b) return `${a}/${b}`;
	}
	return null;
}

/** "1.056" (Vietnamese), "1,056" (English), "2,5" → the number as programs write it; null where it is none. */
export function readNumber(text: string): string | null {
	const found = /\d[\d.,]*/.exec(text.replace(/(?<=\d)\s(?=\d{3}\b)/g, ""));
	if (!found) return null;
	let digits = found[0].replace(/[.,]$/, "");
	if (/^\d{1,3}([.,]\d{3})+$/.test(digits)) digits = digits.replace(/[.,]/g, "");
	else digits = digits.replace(/\.(?=.*,)/g, "").replace(",", ".");
	return Number.isFinite(Number(digits)) ? String(Number(digits)) : null;
}
