#include "reading/printed_join.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/language.hpp"
#include "text/letters.hpp"

namespace bienban::reading {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_small(std::string_view text) {
	if (text.empty()) return false;
	const char32_t first = text::decode(text, 0).value;
	return text::is_letter(first) && !text::is_upper(first) && first < 0x2000 && !(first >= 0xE80 && first <= 0xEFF);
}

bool is_lao(std::string_view text) {
	const char32_t first = text::decode(text, 0).value;
	return first >= 0xE80 && first <= 0xEFF;
}

std::string_view last_word(const Piece& piece) { return piece.words.back().text; }
std::string_view first_word(const Piece& piece) { return piece.words.front().text; }

bool ends_sentence(std::string_view word) {
	for (const std::string_view close : {"\"", "”", ")", "»", "'", "’"}) {
		while (word.ends_with(close)) word.remove_suffix(close.size());
	}
	return word.ends_with('.') || word.ends_with('!') || word.ends_with('?') || word.ends_with("…");
}

bool ends_clause(std::string_view word) {
	return ends_sentence(word) || word.ends_with(';') || word.ends_with(':') || word.ends_with(',');
}

/// "-", "1.", "a)", "II.", "Điều 5": what an item of a list or an article begins with.
bool begins_item(const Piece& piece) {
	const std::string_view word = first_word(piece);
	for (const std::string_view mark : {"-", "–", "—", "+", "*", "•", "●", "○", "▪", "■", "◦", "➢", "", ""}) {
		if (word == mark) return true;
	}
	const std::string bare = text::bare(word);
	const bool marked = bare.ends_with('.') || bare.ends_with(')') || bare.ends_with(':');
	if (marked && bare.size() <= 5) {
		const std::string_view inner = std::string_view(bare).substr(0, bare.size() - 1);
		const auto counts = [](char c) { return is_digit(c) || c == '.'; };
		if (!inner.empty() && std::ranges::all_of(inner, counts)) return true;
		if (inner.size() == 1) return true;
		if (std::ranges::all_of(inner, [](char c) { return c == 'i' || c == 'v' || c == 'x'; })) return true;
	}
	constexpr std::array<std::string_view, 5> k_heads = {"dieu", "chuong", "muc", "phan", "phu"};
	if (std::ranges::find(k_heads, bare) == k_heads.end() || is_small(word) || piece.words.size() < 2) return false;
	const std::string second = text::bare(piece.words[1].text);
	return !second.empty() && (is_digit(second.front()) || second.front() == 'i' || second.front() == 'v' ||
	                           second.front() == 'x' || second.starts_with("luc"));
}

float median(std::vector<float>& values, float otherwise) {
	if (values.empty()) return otherwise;
	const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
	std::nth_element(values.begin(), half, values.end());
	return *half;
}

}  // namespace

Joint joint(std::string_view line, std::string_view next_word) {
	if (line.size() < 2 || next_word.empty()) return Joint::space;
	// Lao has no spaces between words: a line ends where it is full.
	if (line.size() >= 3 && is_lao(line.substr(line.size() - 3)) && is_lao(next_word)) return Joint::none;
	const std::string_view before = line.substr(0, line.size() - 1);
	if (line.ends_with('/') || line.ends_with("–") || line.ends_with("—")) {
		const std::size_t mark = line.ends_with('/') ? 1 : 3;
		return line.size() > mark && line[line.size() - mark - 1] != ' ' ? Joint::none : Joint::space;
	}
	if (!line.ends_with('-') && !line.ends_with("‐") && !line.ends_with("‑")) return Joint::space;
	if (before.ends_with(' ')) return Joint::space;
	// Vietnamese is not hyphenated: its hyphens stand in names. Elsewhere a word goes on in small letters.
	const bool hyphenated = is_small(next_word) && line.ends_with('-') && line.size() > 40 &&
	                        text::language_of(line) != model::Language::vietnamese;
	return hyphenated ? Joint::hyphenated : Joint::none;
}

bool begins_note(const Piece& piece) {
	const std::string_view word = first_word(piece);
	if (word.starts_with('*')) return true;
	for (const std::string_view mark : {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}) {
		if (word.starts_with(mark)) return true;
	}
	std::string_view figure = word;
	if (figure.starts_with('(') || figure.starts_with('[')) figure.remove_prefix(1);
	return !figure.empty() && is_digit(figure.front()) && figure.size() <= 4;
}

void find_footnotes(std::vector<PrintedItem>& items) {
	std::vector<float> sizes;
	for (const PrintedItem& item : items) {
		if (item.kind == PrintedKind::line && item.piece().words.size() >= 6) sizes.push_back(item.piece().size);
	}
	const float body = median(sizes, 0);
	for (std::size_t end = items.size(); end > 0;) {
		const std::uint32_t page = items[end - 1].page;
		std::size_t first = end;
		std::size_t begin = end;
		while (begin > 0 && items[begin - 1].page == page) --begin;
		bool found = false;
		for (std::size_t i = end; i-- > begin;) {
			const PrintedItem& item = items[i];
			if (item.kind != PrintedKind::line || item.piece().size > 0.88F * body || !item.prose) break;
			if (begins_note(item.piece())) {
				first = i;
				found = true;
			}
		}
		// Not a page that is set small as a whole.
		if (found && (first > begin || begin == 0)) {
			for (std::size_t i = first; i < end; ++i) items[i].kind = PrintedKind::footnote;
		}
		end = begin;
	}
}

Joins::Joins(const std::vector<PrintedItem>& items) {
	std::vector<float> pitches;
	std::vector<float> rights;
	std::vector<float> lefts;
	for (std::size_t i = 0; i < items.size(); ++i) {
		const PrintedItem& item = items[i];
		if (item.kind != PrintedKind::line || !item.prose) continue;
		if (item.side == PrintedSide::both) {
			rights.push_back(item.piece().box.right);
			lefts.push_back(item.piece().box.left);
		}
		if (i == 0 || items[i - 1].region != item.region || items[i - 1].kind != item.kind) continue;
		const Piece& before = items[i - 1].piece();
		if (before.words.size() >= 5) pitches.push_back((item.piece().middle - before.middle) / before.size);
	}
	m_pitch = std::clamp(median(pitches, 1.2F), 0.8F, 3.0F);
	if (!rights.empty()) {
		std::ranges::sort(rights);
		std::ranges::sort(lefts);
		m_right = rights[rights.size() * 9 / 10];
		m_left = lefts[lefts.size() / 10];
		m_indent = usual_indent(items);
	}
}

/// How far the first lines of paragraphs stand in, where they do.
float Joins::usual_indent(const std::vector<PrintedItem>& items) const {
	std::vector<float> indents;
	for (std::size_t i = 0; i + 1 < items.size(); ++i) {
		const PrintedItem& item = items[i];
		const PrintedItem& next = items[i + 1];
		if (!item.plain || item.kind != PrintedKind::line || next.region != item.region) continue;
		const float size = item.piece().size;
		if (std::abs(next.piece().box.left - m_left) > 0.4F * size || right_edge(item) - item.piece().box.right > size)
			continue;
		const float indent = item.piece().box.left - m_left;
		if (indent > 0.7F * size && indent < 5 * size) indents.push_back(indent);
	}
	const float indent = median(indents, 0);
	const auto near = std::ranges::count_if(indents, [&](float one) { return std::abs(one - indent) < 3; });
	return indents.size() >= 3 && static_cast<std::size_t>(near) * 10 >= indents.size() * 6 ? indent : 0;
}

float Joins::right_edge(const PrintedItem& item) const {
	// A page or column with short lines only does not show how far lines may go.
	if (item.plain && m_right > item.right && m_left >= item.left - 2 * item.piece().size) return m_right;
	return item.right;
}

bool Joins::is_filled(const PrintedItem& a, const Piece& next) const {
	const model::PrintedWord& word = next.words.front();
	const float size = a.piece().size;
	float rest = right_edge(a) - a.piece().box.right;
	if (is_centred(a)) rest += a.piece().box.left - (a.plain ? m_left : a.left);
	return rest < (word.box.right - word.box.left) + 0.6F * size;
}

bool Joins::is_indented(const PrintedItem& item) const {
	return m_indent > 0 && item.plain && std::abs(item.piece().box.left - m_left - m_indent) < 0.3F * item.piece().size;
}

bool Joins::is_centred(const PrintedItem& item) const {
	const Piece& piece = item.piece();
	const float left = item.plain ? m_left : item.left;
	return std::abs(piece.centre() - (left + right_edge(item)) / 2) < 0.6F * piece.size;
}

bool Joins::go_on(const PrintedItem& a, const PrintedItem& b) const {
	const Piece& above = a.piece();
	const Piece& below = b.piece();
	const bool small = is_small(first_word(below)) && !begins_item(below);
	const bool sentence = ends_sentence(last_word(above));
	if (a.region != b.region) {
		// Across a page or from one column to the next.
		if (a.page == b.page && !(a.prose && b.prose && !a.plain && !b.plain)) return small && !sentence && a.prose;
		if (begins_item(below) && ends_clause(last_word(above))) return false;
		return !sentence && (small || (a.prose && b.prose && is_filled(a, below)));
	}
	const float size = std::max(above.size, below.size);
	const float pitch = (below.middle - above.middle) / above.size;
	if (pitch > 2 * m_pitch || pitch <= 0) return false;
	if (begins_item(below) && (ends_clause(last_word(above)) || !is_filled(a, below))) return false;
	if (small && !sentence) return true;
	if (!a.prose || !is_filled(a, below) || std::max(above.size, below.size) > 1.5F * std::min(above.size, below.size))
		return false;
	if (pitch > (sentence ? 1.18F : 1.5F) * m_pitch) return false;
	const float indent = below.box.left - above.box.left;
	// A heading over several lines, all in the middle: the first fills the line.
	const float edge = b.plain ? m_left : b.left;
	if (is_centred(a) && is_centred(b) && indent > 0.3F * size && below.box.left - edge > 0.7F * size) return true;
	if (is_indented(b) && !begins_item(above)) return false;
	// Indented where the line above is not: a new paragraph, unless it hangs under a list's mark.
	if (indent > 0.7F * size && !begins_item(above)) return false;
	if (sentence && std::abs(indent) < 0.3F * size && above.box.left - a.left > 0.7F * size &&
	    a.left + 0.3F * size > m_left && !begins_item(above))
		return false;
	return true;
}

bool Joins::are_apart(const PrintedItem& a, const PrintedItem& b) const {
	if (a.region != b.region) return true;
	return (b.piece().middle - a.piece().middle) / a.piece().size > 1.3F * m_pitch;
}

}  // namespace bienban::reading
