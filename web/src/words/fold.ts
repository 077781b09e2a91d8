/** Letters without marks and case, for finding by what one types: "Hủa Phăn" → "hua phan". */
export const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

// Short forms that stand for several words in names of bodies.
const long: Record<string, string> = { bdbp: "bo doi bien phong", chqs: "chi huy quan su", ubnd: "uy ban nhan dan", hdnd: "hoi dong nhan dan" };

/** The words of a name, folded, short forms written out. */
export const nameWords = (text: string): string[] =>
	fold(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim().split(" ").flatMap((word) => (long[word] ?? word).split(" ")).filter(Boolean);
