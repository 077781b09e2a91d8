/** What stands under a mark of an axis of time: the year where one begins, else month and year, else day and month. */
export function tick(at: Date): string {
	const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
	return day > 1 ? `${day}/${month}` : month > 1 ? `${month}/${year}` : String(year);
}
