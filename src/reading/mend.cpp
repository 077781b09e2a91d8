#include "reading/mend.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/language.hpp"
#include "text/letters.hpp"

namespace bienban::reading {

namespace {

struct Letter {
	char32_t value = 0;
	char32_t lower = 0;
};

std::vector<Letter> letters_of(std::string_view word) {
	std::vector<Letter> letters;
	for (std::size_t at = 0; at < word.size();) {
		const auto c = text::decode(word, at);
		letters.push_back({c.value, text::to_lower(c.value)});
		at += c.size;
	}
	return letters;
}

bool is_capital(const Letter& letter) { return letter.value != letter.lower; }
bool is_small(const Letter& letter) { return text::is_letter(letter.value) && !is_capital(letter); }
/// Ủ, ộ, Ẽ …, not A or E: what is only written in Vietnamese.
bool is_marked(const Letter& letter) { return letter.lower >= 0xC0; }
bool has_tone(const Letter& letter) { return text::split_tone(letter.lower).tone != 0; }

std::string text_of(const std::vector<Letter>& letters, std::size_t first, std::size_t last) {
	std::string out;
	for (std::size_t i = first; i < last; ++i) text::append_utf8(out, letters[i].value);
	return out;
}

bool is_syllable(const std::vector<Letter>& letters, std::size_t first, std::size_t last) {
	return text::may_be_vietnamese(text::lower(text_of(letters, first, last)));
}

/// "ChỉỈ" → "Chỉ", "muôồi" → "muồi": no syllable has the same marked vowel twice.
bool drop_doubled(std::vector<Letter>& letters, std::size_t first, std::size_t& last) {
	for (std::size_t i = first; i + 1 < last; ++i) {
		const auto one = text::split_tone(letters[i].lower);
		const auto other = text::split_tone(letters[i + 1].lower);
		if (one.base == 0 || one.base != other.base || (one.tone == 0 && other.tone == 0)) continue;
		if (one.tone != other.tone && (one.base < 0x80 || (one.tone != 0 && other.tone != 0))) continue;
		// The one with the tone is right, or the small one.
		const bool keep_second = one.tone == 0 || (one.tone == other.tone && is_capital(letters[i]) && i > first);
		if (keep_second && i == first && is_capital(letters[i]))
			letters[i + 1].value = text::to_upper(letters[i + 1].lower);
		letters.erase(letters.begin() + static_cast<std::ptrdiff_t>(keep_second ? i : i + 1));
		--last;
		return true;
	}
	return false;
}

/// "HỦa" → "Hủa", "ChỈ" → "Chỉ"; "BỘ" → "Bộ" in a line of small letters.
bool lower_inside(std::vector<Letter>& letters, std::size_t first, std::size_t last, bool small_line) {
	bool small = false;
	bool capital = false;
	for (std::size_t i = first + 1; i < last; ++i) {
		small = small || is_small(letters[i]);
		capital = capital || (is_capital(letters[i]) && is_marked(letters[i]));
	}
	const bool mixed = small || (last > first && is_small(letters[first]));
	const bool short_word = last - first == 2 && is_capital(letters[first]);
	if (!capital || !(mixed || (short_word && small_line)) || !is_syllable(letters, first, last)) return false;
	for (std::size_t i = first + 1; i < last; ++i) {
		// "QĐ-TTg": abbreviations mix them too, but have no vowels with a tone.
		if (is_capital(letters[i]) && !has_tone(letters[i]) && !(text::split_tone(letters[i].lower).base != 0))
			return false;
	}
	for (std::size_t i = first + 1; i < last; ++i) letters[i].value = letters[i].lower;
	return true;
}

/// "1uật" → "luật", "t0àn" → "toàn".
bool letters_for_figures(std::vector<Letter>& letters, std::size_t first, std::size_t last) {
	std::size_t figures = 0;
	std::size_t at = first;
	bool tone = false;
	for (std::size_t i = first; i < last; ++i) {
		if (letters[i].value >= U'0' && letters[i].value <= U'9') {
			++figures;
			at = i;
		}
		tone = tone || has_tone(letters[i]);
	}
	if (figures != 1 || !tone || last - first < 3) return false;
	const Letter before = letters[at];
	if (before.value == U'1' && at == first)
		letters[at] = {U'l', U'l'};
	else if (before.value == U'0' && at > first)
		letters[at] = {U'o', U'o'};
	else
		return false;
	if (is_syllable(letters, first, last)) return true;
	letters[at] = before;
	return false;
}

/// "QĐÐĐND" → "QĐND": the bar of one letter seen again and again. "ĐĐ" alone is short for a company.
bool drop_repeated(std::vector<Letter>& letters) {
	const auto d = [](const Letter& letter) { return letter.value == U'Đ' || letter.value == 0xD0; };
	bool changed = false;
	for (std::size_t i = 1; i + 2 < letters.size(); ++i) {
		while (i + 2 < letters.size() && is_capital(letters[i - 1]) && d(letters[i]) && d(letters[i + 1]) &&
		       is_capital(letters[i + 2])) {
			letters[i].value = U'Đ';
			letters.erase(letters.begin() + static_cast<std::ptrdiff_t>(i + 1));
			changed = true;
		}
	}
	return changed;
}

/// "CHQ®S" → "CHQS": a speck of dust between two letters.
bool drop_specks(std::vector<Letter>& letters) {
	const auto speck = [](char32_t c) { return c == U'®' || c == U'©' || c == U'™' || c == U'¢' || c == U'¤'; };
	bool changed = false;
	for (std::size_t i = 1; i + 1 < letters.size(); ++i) {
		if (!speck(letters[i].value) || !text::is_letter(letters[i - 1].value) ||
		    !text::is_letter(letters[i + 1].value))
			continue;
		letters.erase(letters.begin() + static_cast<std::ptrdiff_t>(i));
		changed = true;
	}
	return changed;
}

bool is_bullet(std::string_view word) {
	constexpr auto k_taken_for =
	    std::to_array<std::string_view>({"»", "«", "°", "®", "©", "›", "¢", "·", "∙", "¤", "º"});
	return std::ranges::find(k_taken_for, word) != k_taken_for.end();
}

/// Two syllables that no text has side by side, and what was printed. Tesseract's model of Vietnamese took one for the
/// other on clean scans at 300 dots an inch.
struct Slip {
	std::string_view first;
	std::string_view second;
	std::string_view right_first;
	std::string_view right_second;
};
constexpr auto k_slips = std::to_array<Slip>({{"người", "dần", "người", "dân"},
                                              {"nhân", "dần", "nhân", "dân"},
                                              {"công", "dần", "công", "dân"},
                                              {"cư", "dần", "cư", "dân"},
                                              {"quân", "dần", "quân", "dân"},
                                              {"dần", "quân", "dân", "quân"},
                                              {"dần", "cư", "dân", "cư"},
                                              {"dần", "tộc", "dân", "tộc"},
                                              {"trao", "đối", "trao", "đổi"},
                                              {"cao", "đăng", "cao", "đẳng"},
                                              {"cao", "đằng", "cao", "đẳng"},
                                              {"khăng", "định", "khẳng", "định"},
                                              {"mồ", "tô", "mô", "tô"}});

/// Puts the letters of `right` for those of the word; what stands before and behind them stays, and a capital too.
void spell(std::string& word, std::string_view wrong, std::string_view right) {
	const auto at = text::lower(word).find(wrong);
	std::vector<Letter> letters = letters_of(right);
	if (const auto old = letters_of(word.substr(at)); is_capital(old.front()))
		letters.front().value = text::to_upper(letters.front().value);
	word.replace(at, wrong.size(), text_of(letters, 0, letters.size()));
}

void mend_slips(std::vector<model::PrintedWord>& line) {
	const auto letter_at = [](std::string_view word, std::size_t at) {
		return at < word.size() && text::is_letter(text::decode(word, at).value);
	};
	for (std::size_t i = 0; i + 1 < line.size(); ++i) {
		const std::string first = text::lower(line[i].text);
		const std::string second = text::lower(line[i + 1].text);
		for (const Slip& slip : k_slips) {
			// "(người dần,": signs may stand before the first and behind the second.
			if (!first.ends_with(slip.first) || !second.starts_with(slip.second) ||
			    letter_at(second, slip.second.size()) || letters_of(first).size() > letters_of(slip.first).size() + 1 ||
			    (first.size() > slip.first.size() && letter_at(first, 0)))
				continue;
			if (slip.first != slip.right_first) spell(line[i].text, slip.first, slip.right_first);
			if (slip.second != slip.right_second) spell(line[i + 1].text, slip.second, slip.right_second);
			break;
		}
	}
}

}  // namespace

void mend(std::vector<model::PrintedWord>& line) {
	std::size_t capitals = 0;
	std::size_t smalls = 0;
	for (const auto& word : line) {
		for (const Letter& letter : letters_of(word.text)) {
			capitals += is_capital(letter) ? 1 : 0;
			smalls += is_small(letter) ? 1 : 0;
		}
	}
	const bool small_line = smalls > 2 * capitals;
	// The bullet of a list, whatever it was taken for.
	if (line.size() > 1 && is_bullet(line.front().text)) line.front().text = "•";
	for (auto& word : line) {
		std::vector<Letter> letters = letters_of(word.text);
		bool changed = drop_specks(letters);
		changed = drop_repeated(letters) || changed;
		for (std::size_t first = 0; first < letters.size();) {
			const auto counts = [](const Letter& letter) {
				return text::is_letter(letter.value) || (letter.value >= U'0' && letter.value <= U'9');
			};
			std::size_t last = first;
			while (last < letters.size() && counts(letters[last])) ++last;
			if (last - first >= 2) {
				changed = drop_doubled(letters, first, last) || changed;
				changed = lower_inside(letters, first, last, small_line) || changed;
				changed = letters_for_figures(letters, first, last) || changed;
			}
			first = last + 1;
		}
		if (changed) word.text = text_of(letters, 0, letters.size());
	}
	mend_slips(line);
}

}  // namespace bienban::reading
