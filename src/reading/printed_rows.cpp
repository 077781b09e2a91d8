#include "reading/printed_rows.hpp"

#include <algorithm>
#include <cmath>

#include "text/letters.hpp"
#include "text/normalize.hpp"

namespace bienban::reading {

namespace {

using model::Box;
using model::PrintedWord;

// In heights of a letter's box. A space is about 0.2 of it; justified lines have wider ones.
constexpr float k_glued = 0.06F;            // nearer than that it is one word in two fonts
constexpr float k_wide_in_line = 1.5F;      // a gap inside what was given as one line
constexpr float k_wide_between = 0.55F;     // a gap between what was given as two lines
constexpr float k_other_script = 0.35F;     // a gap between Vietnamese and Lao
constexpr std::size_t k_most_pieces = 200;  // on one row; it bounds what hostile pages cost
constexpr float k_same_row = 0.42F;         // how far the middles of one row may lie apart

bool is_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

/// What is left of a word for the text: ligatures taken apart, then clean.
std::string clean_word(std::string_view word) {
	std::string out;
	for (std::size_t at = 0; at < word.size();) {
		const auto c = text::decode(word, at);
		switch (c.value) {
			case 0xFB00: out += "ff"; break;
			case 0xFB01: out += "fi"; break;
			case 0xFB02: out += "fl"; break;
			case 0xFB03: out += "ffi"; break;
			case 0xFB04: out += "ffl"; break;
			case U'\n':
			case U'\r': out += ' '; break;
			// Kept until lines are joined: it says that the word goes on.
			case 0xAD: out += at + c.size == word.size() ? "\xC2\xAD" : ""; break;
			default: out += word.substr(at, c.size); break;
		}
		at += c.size;
	}
	const bool soft = out.ends_with("\xC2\xAD");
	out = text::clean(out);
	const auto first = out.find_first_not_of(' ');
	if (first == std::string::npos) return {};
	out.erase(out.find_last_not_of(' ') + 1);
	out.erase(0, first);
	return soft ? out + "\xC2\xAD" : out;
}

/// A small raised number is the mark of a footnote: as raised figures it cannot be taken for part of a number.
void raise_footnote_mark(PrintedWord& word, const PrintedWord& before) {
	const float height = before.box.bottom - before.box.top;
	const float own = word.box.bottom - word.box.top;
	const bool raised = own < 0.8F * height && word.box.bottom < before.box.bottom - 0.15F * height &&
	                    word.box.left - before.box.right < 0.1F * height;
	if (!raised || word.text.size() > 2 || !std::ranges::all_of(word.text, [](char c) { return c >= '0' && c <= '9'; }))
		return;
	std::string out;
	for (const char c : word.text) {
		constexpr const char* k_raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
		out += k_raised[c - '0'];
	}
	word.text = out;
}

bool usable(const Box& box) {
	return std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.right) && std::isfinite(box.bottom) &&
	       box.right >= box.left && box.bottom > box.top;
}

float median(std::vector<float>& values) {
	const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
	std::nth_element(values.begin(), half, values.end());
	return *half;
}

void measure(Piece& piece) {
	std::vector<float> middles;
	std::vector<float> heights;
	piece.box = piece.words.front().box;
	for (const PrintedWord& word : piece.words) {
		piece.box = around(piece.box, word.box);
		middles.push_back((word.box.top + word.box.bottom) / 2);
		heights.push_back(word.box.bottom - word.box.top);
	}
	piece.middle = median(middles);
	piece.size = median(heights);
}

void add_word(Piece& piece, PrintedWord word) {
	if (!piece.words.empty()) {
		PrintedWord& last = piece.words.back();
		raise_footnote_mark(word, last);
		const float gap = word.box.left - last.box.right;
		const float height = std::max(last.box.bottom - last.box.top, word.box.bottom - word.box.top);
		if (gap < k_glued * height || is_mark(text::decode(word.text, 0).value)) {
			const auto letters = static_cast<float>(last.text.size());
			const auto more = static_cast<float>(word.text.size());
			last.confidence = (last.confidence * letters + word.confidence * more) / (letters + more);
			last.text = text::clean(last.text + word.text);
			last.box = around(last.box, word.box);
			return;
		}
	}
	piece.words.push_back(std::move(word));
}

/// 1: of Latin letters, 2: of Lao ones, 0: of none of both.
int script_of(std::string_view word) {
	for (std::size_t at = 0; at < word.size();) {
		const auto c = text::decode(word, at);
		if (c.value >= 0xE80 && c.value <= 0xEFF) return 2;
		if (text::is_letter(c.value)) return 1;
		at += c.size;
	}
	return 0;
}

/// The lines as they were given, cut where a gap is wide.
std::vector<Piece> given_pieces(const model::PrintedPage& page) {
	std::vector<Piece> pieces;
	for (const auto& block : page.blocks) {
		for (const auto& line : block.lines) {
			Piece piece;
			std::vector<float> heights;
			for (const PrintedWord& word : line.words) heights.push_back(word.box.bottom - word.box.top);
			const float height = heights.empty() ? 0 : median(heights);
			const auto end = [&] {
				if (piece.words.empty()) return;
				measure(piece);
				pieces.push_back(std::move(piece));
				piece = {};
			};
			for (const PrintedWord& given : line.words) {
				if (!usable(given.box)) continue;
				PrintedWord word = given;
				word.text = clean_word(given.text);
				if (word.text.empty()) continue;
				if (!piece.words.empty()) {
					const float gap = word.box.left - piece.words.back().box.right;
					const bool other_script = gap > k_other_script * height &&
					                          script_of(piece.words.back().text) != 0 && script_of(word.text) != 0 &&
					                          script_of(word.text) != script_of(piece.words.back().text);
					if (gap > k_wide_in_line * height || gap < -2 * height || other_script) end();
				}
				add_word(piece, std::move(word));
			}
			end();
		}
	}
	return pieces;
}

void sort_row(Row& row) {
	std::ranges::stable_sort(row.pieces, {}, [](const Piece& piece) { return piece.box.left; });
	std::vector<Piece> out;
	for (Piece& piece : row.pieces) {
		if (!out.empty() &&
		    piece.box.left - out.back().box.right <= k_wide_between * std::min(piece.size, out.back().size)) {
			for (PrintedWord& word : piece.words) add_word(out.back(), std::move(word));
			measure(out.back());
		} else {
			out.push_back(std::move(piece));
		}
	}
	row.pieces = std::move(out);
	row.box = row.pieces.front().box;
	row.size = 0;
	for (const Piece& piece : row.pieces) {
		row.box = around(row.box, piece.box);
		row.size = std::max(row.size, piece.size);
	}
}

/// In the heading block of a paper the name of the state may stand next to that of the body with no more than a space
/// between them.
void part_before_state(Row& row) {
	for (std::size_t p = 0; p < row.pieces.size(); ++p) {
		std::vector<PrintedWord>& words = row.pieces[p].words;
		for (std::size_t i = 1; i + 3 < words.size(); ++i) {
			const auto are = [&](const auto& expected) {
				std::size_t at = i;
				for (const std::string_view word : expected) {
					if (at >= words.size() || text::bare(words[at++].text) != word) return false;
				}
				return true;
			};
			using Words = std::initializer_list<std::string_view>;
			const bool capitals = text::lower(words[i - 1].text) != words[i - 1].text;
			if (!capitals || !(are(Words{"cong", "hoa", "xa", "hoi"}) || are(Words{"cong", "hoa", "dan", "chu"}) ||
			                   are(Words{"doc", "lap", "-", "tu"}) || are(Words{"dang", "cong", "san", "viet"})))
				continue;
			cut(row, p, i);
			return;
		}
	}
}

}  // namespace

Box around(const Box& a, const Box& b) {
	return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

std::string Piece::text() const {
	std::string out;
	for (const PrintedWord& word : words) {
		if (!out.empty()) out += ' ';
		out += word.text;
	}
	return out;
}

void cut(Row& row, std::size_t piece, std::size_t word) {
	std::vector<PrintedWord>& words = row.pieces[piece].words;
	Piece right;
	right.words.assign(words.begin() + static_cast<std::ptrdiff_t>(word), words.end());
	words.resize(word);
	measure(row.pieces[piece]);
	measure(right);
	row.pieces.insert(row.pieces.begin() + static_cast<std::ptrdiff_t>(piece) + 1, std::move(right));
}

Piece joined(const std::vector<Piece>& pieces) {
	Piece out;
	for (const Piece& piece : pieces) out.words.insert(out.words.end(), piece.words.begin(), piece.words.end());
	if (!out.words.empty()) measure(out);
	return out;
}

std::vector<Row> rows_of(std::vector<Piece> pieces) {
	std::ranges::stable_sort(pieces, {}, [](const Piece& piece) { return piece.middle; });
	std::vector<Row> rows;
	for (Piece& piece : pieces) {
		// What overlaps a piece of the row is none of it: two lines set very close.
		const auto fits = [&](const Row& row) {
			return row.pieces.size() < k_most_pieces &&
			       std::abs(piece.middle - row.middle) < k_same_row * std::min(piece.size, row.size) &&
			       std::ranges::none_of(row.pieces, [&](const Piece& other) {
				       const float shared =
				           std::min(other.box.right, piece.box.right) - std::max(other.box.left, piece.box.left);
				       return shared > 0.5F * std::min(other.width(), piece.width());
			       });
		};
		Row* found = nullptr;
		for (std::size_t i = rows.size(); i-- > 0 && rows.size() - i <= 4;) {
			if (!fits(rows[i])) continue;
			found = &rows[i];
			break;
		}
		if (found == nullptr) {
			rows.push_back({{}, piece.box, piece.middle, piece.size});
			found = &rows.back();
		}
		found->pieces.push_back(std::move(piece));
	}
	for (Row& row : rows) sort_row(row);
	return rows;
}

std::vector<Row> rows_of(const model::PrintedPage& page) {
	std::vector<Row> rows = rows_of(given_pieces(page));
	for (Row& row : rows) part_before_state(row);
	return rows;
}

}  // namespace bienban::reading
