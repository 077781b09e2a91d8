#include "text/tokens.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>
#include <tuple>
#include <utility>

#include "text/letters.hpp"

namespace bienban::text {
namespace {

constexpr std::size_t k_max_syllable = 16;

bool is_consonant(char32_t c) { return is_letter(c) && split_tone(c).base == 0; }

/// The letters of a syllable in a buffer of their own; changing a letter never changes their number.
using Letters = std::span<char32_t>;

/// "oà" → "òa", "uý" → "úy", "oé" → "òe": in an open syllable the older style puts the tone on the first of the two.
void move_tone(Letters s) {
	if (s.size() < 2) return;
	const auto last = split_tone(s.back());
	const auto before = split_tone(s[s.size() - 2]);
	if (last.tone == 0 || before.base == 0 || before.tone != 0) return;
	const bool pair =
	    (before.base == U'o' && (last.base == U'a' || last.base == U'e')) || (before.base == U'u' && last.base == U'y');
	// "quý": here u belongs to the consonant.
	if (!pair || (s.size() >= 3 && s[s.size() - 3] == U'q')) return;
	s[s.size() - 2] = with_tone(before.base, last.tone);
	s.back() = last.base;
}

/// The folded letters of a syllable, in `buffer`, which has room for as many as the syllable has bytes.
Letters fold(std::string_view syllable, Letters buffer) {
	std::size_t n = 0;
	for (std::size_t i = 0; i < syllable.size();) {
		const auto cp = decode(syllable, i);
		buffer[n++] = to_lower(cp.value);
		i += cp.size;
	}
	auto s = buffer.first(n);
	move_tone(s);
	if (s.size() >= 2) {
		const auto last = split_tone(s.back());
		if (last.base == U'y' && is_consonant(s[s.size() - 2])) s.back() = with_tone(U'i', last.tone);
	}
	return s;
}

std::string encode(Letters s) {
	std::string out;
	for (const auto c : s) append_utf8(out, c);
	return out;
}

/// Calls use(letters) with each spelling of a folded syllable: tone on either vowel, final i as y.
template <typename Use>
void for_each_spelling(Letters folded, Use use) {
	use(folded);
	if (folded.size() < 2) return;
	auto& before = folded[folded.size() - 2];
	auto& last = folded.back();
	const auto as = [&](char32_t other_before, char32_t other_last) {
		const auto kept = std::pair(before, last);
		before = other_before;
		last = other_last;
		use(folded);
		std::tie(before, last) = kept;
	};
	const auto vowel = split_tone(before);
	if (vowel.tone != 0 &&
	    ((vowel.base == U'o' && (last == U'a' || last == U'e')) || (vowel.base == U'u' && last == U'y'))) {
		as(vowel.base, with_tone(last, vowel.tone));
	}
	const auto final = split_tone(last);
	if (final.base == U'i' && is_consonant(before)) as(before, with_tone(U'y', final.tone));
}

struct Key {
	std::uint64_t low = 0;
	std::uint64_t high = 0;
};

template <typename Word>
std::uint64_t load(const char* at) {
	Word word = 0;
	std::memcpy(&word, at, sizeof word);
	return word;
}

/// The bytes of a syllable as two words. Loads that overlap take the place of a copy of so many bytes.
Key key_of(std::string_view s) {
	static_assert(std::endian::native == std::endian::little);
	const auto* const p = s.data();
	const auto n = s.size();
	if (n > 8) return {load<std::uint64_t>(p), load<std::uint64_t>(p + n - 8) >> (8 * (16 - n))};
	if (n == 8) return {load<std::uint64_t>(p), 0};
	if (n >= 4) return {load<std::uint32_t>(p) | load<std::uint32_t>(p + n - 4) << (8 * (n - 4)), 0};
	if (n >= 2) return {load<std::uint16_t>(p) | load<std::uint16_t>(p + n - 2) << (8 * (n - 2)), 0};
	return {n == 1 ? load<std::uint8_t>(p) : 0, 0};
}

/// The same of the `size` bytes at `at`, behind which the text goes on for sixteen bytes at least.
Key key_inside(const char* at, std::size_t size) {
	const auto first = [](std::uint64_t word, std::size_t bytes) {
		return bytes >= 8 ? word : word & ((std::uint64_t{1} << (bytes * 8)) - 1);
	};
	Key key;
	std::memcpy(&key.low, at, 8);
	std::memcpy(&key.high, at + 8, 8);
	key.high = size > 8 ? first(key.high, size - 8) : 0;
	key.low = first(key.low, size);
	return key;
}

/// What a byte can begin, for the tokenizer's inner loop.
enum class ByteClass : std::uint8_t { space, letter, digit, mark, multi };

constexpr std::array<ByteClass, 256> byte_classes() {
	std::array<ByteClass, 256> t{};
	for (std::size_t c = 0; c < 256; ++c) {
		if (c <= ' ' || c == 0x7F) {
			t[c] = ByteClass::space;
		} else if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
			t[c] = ByteClass::letter;
		} else if (c >= '0' && c <= '9') {
			t[c] = ByteClass::digit;
		} else if (c < 0x80) {
			t[c] = ByteClass::mark;
		} else {
			t[c] = ByteClass::multi;
		}
	}
	return t;
}
constexpr auto k_classes = byte_classes();

char fold_mark(char32_t c) {
	switch (c) {
		case 0x2010:
		case 0x2011:
		case 0x2012:
		case 0x2013:
		case 0x2014:
		case 0x2015:
		case 0x2212: return '-';
		case 0x201C:
		case 0x201D:
		case 0x201E:
		case 0xAB:
		case 0xBB: return '"';
		case 0x2018:
		case 0x2019: return '\'';
		case 0x2026: return '.';
		case 0x2022:
		case 0xB7:
		case 0x25CF:
		case 0x25AA: return '*';
		default: return '?';
	}
}

/// By first byte the size of what surely belongs to a word: letters of ASCII, figures, and those letters of Vietnamese
/// that two bytes tell (Ă Đ Ĩ Ũ Ơ Ư); 0 where more must be looked at.
constexpr auto k_word_steps = [] {
	std::array<std::uint8_t, 256> steps{};
	for (std::size_t c = 0; c < 0x80; ++c) {
		if (k_classes[c] == ByteClass::letter || k_classes[c] == ByteClass::digit) steps[c] = 1;
	}
	for (std::size_t c = 0xC4; c <= 0xC6; ++c) steps[c] = 2;
	return steps;
}();

/// The end of the letters and digits that begin at `at`.
std::size_t word_end(std::string_view text, std::size_t at, std::size_t end) {
	while (at < end) {
		const auto b = static_cast<unsigned char>(text[at]);
		if (const auto step = k_word_steps[b]; step != 0) {
			at += step;
			continue;
		}
		if (b < 0x80) break;
		// À to ý, without the signs × and ÷ among them.
		if (b == 0xC3 && at + 1 < end && (static_cast<unsigned char>(text[at + 1]) | 0x20U) != 0xB7) {
			at += 2;
			continue;
		}
		// The letters with two marks (U+1E80 to U+1EFF).
		if (b == 0xE1 && at + 2 < end && (static_cast<unsigned char>(text[at + 1]) & 0xFEU) == 0xBA) {
			at += 3;
			continue;
		}
		const auto cp = decode(text, at);
		if (!is_letter(cp.value)) break;
		at += cp.size;
	}
	return std::min(at, end);
}

bool in_capitals(std::string_view word) {
	for (std::size_t i = 0; i < word.size();) {
		const auto cp = decode(word, i);
		if (is_letter(cp.value) && !is_upper(cp.value)) return false;
		i += cp.size;
	}
	return true;
}

}  // namespace

std::uint32_t behind_abbreviation(std::span<const Token> tokens, std::uint32_t open) {
	constexpr std::uint32_t k_longest = 5;  // "GD & ĐT" and the like
	if (open + 2 >= tokens.size() || !tokens[open].is('(') || !tokens[open + 1].all_capital) return open;
	for (auto t = open + 1; t < tokens.size() && t <= open + k_longest; ++t) {
		if (tokens[t].is(')')) return t + 1;
		if (tokens[t].kind == TokenKind::word ? !tokens[t].all_capital : tokens[t].space_before) return open;
	}
	return open;
}

std::string fold_syllable(std::string_view syllable) {
	if (std::array<char32_t, k_max_syllable> letters{}; syllable.size() <= letters.size())
		return encode(fold(syllable, letters));
	std::u32string letters(syllable.size(), U'\0');
	return encode(fold(syllable, letters));
}

Vocabulary::Vocabulary() : m_slots(1U << 12U) {}

void Vocabulary::put(std::uint32_t form) {
	const auto hash = hash_of(m_forms[form].low, m_forms[form].high);
	const auto mask = m_slots.size() - 1;
	auto at = hash & mask;
	while (m_slots[at].form != 0) at = (at + 1) & mask;
	m_slots[at] = {static_cast<std::uint32_t>(hash >> 32U), form + 1};
}

void Vocabulary::grow() {
	m_slots.assign(m_slots.size() * 2, {});
	for (std::uint32_t form = 0; form < m_forms.size(); ++form) put(form);
}

void Vocabulary::insert(std::string_view surface, SyllableId id) {
	if (surface.empty() || surface.size() > k_max_syllable || find(surface) != 0) return;
	const auto key = key_of(surface);
	m_forms.push_back({key.low, key.high, id});
	if (m_forms.size() * 2 > m_slots.size()) {
		grow();
	} else {
		put(static_cast<std::uint32_t>(m_forms.size() - 1));
	}
}

SyllableId Vocabulary::find(std::string_view syllable) const {
	if (syllable.size() > k_max_syllable) return 0;
	const auto key = key_of(syllable);
	return find(key.low, key.high);
}

SyllableId Vocabulary::add(std::string_view syllable) {
	if (const auto known = find(syllable); known != 0) return known;
	if (syllable.size() > k_max_syllable) return ++m_count;
	std::array<char32_t, k_max_syllable> buffer{};
	const auto folded = fold(syllable, buffer);
	if (const auto known = find(encode(folded)); known != 0) {
		insert(syllable, known);
		return known;
	}
	const auto id = ++m_count;
	for_each_spelling(folded, [&](Letters spelling) {
		std::array<char32_t, k_max_syllable> letters{};
		std::copy(spelling.begin(), spelling.end(), letters.begin());
		const auto form = Letters(letters).first(spelling.size());
		insert(encode(form), id);
		form[0] = to_upper(form[0]);
		insert(encode(form), id);
		for (auto& c : form) c = to_upper(c);
		insert(encode(form), id);
	});
	insert(syllable, id);
	return id;
}

void tokenize(std::string_view text, base::Span span, const Vocabulary& vocabulary, std::vector<Token>& out) {
	std::size_t at = span.begin.value;
	const std::size_t end = span.end.value;
	const auto digit = [&](std::size_t i) {
		return i < end && k_classes[static_cast<unsigned char>(text[i])] == ByteClass::digit;
	};
	const auto id_of = [&](std::size_t begin, std::size_t word_end) -> SyllableId {
		const auto size = word_end - begin;
		if (size > k_max_syllable) return 0;
		const auto key = begin + k_max_syllable <= text.size() ? key_inside(text.data() + begin, size)
		                                                       : key_of(text.substr(begin, size));
		return vocabulary.find(key.low, key.high);
	};
	bool space = true;
	while (at < end) {
		auto cls = k_classes[static_cast<unsigned char>(text[at])];
		if (cls == ByteClass::space) {
			space = true;
			++at;
			continue;
		}
		Token token;
		token.begin = static_cast<std::uint32_t>(at);
		CodePoint first{static_cast<unsigned char>(text[at]), 1};
		if (cls == ByteClass::multi) {
			first = decode(text, at);
			if (first.value == 0xA0 || (first.value >= 0x2000 && first.value <= 0x200B) || first.value == 0x3000 ||
			    first.value == 0xFEFF) {
				space = true;
				at += first.size;
				continue;
			}
			cls = is_letter(first.value) ? ByteClass::letter : ByteClass::mark;
		}
		token.space_before = space;
		space = false;
		switch (cls) {
			case ByteClass::digit:
				token.kind = TokenKind::number;
				do ++at;
				while (digit(at) || (at < end && (text[at] == '.' || text[at] == ',') && digit(at + 1)));
				// "2 bên", "3 tỉnh", "6 tháng qua": a single digit may stand in a phrase of the tables.
				if (at - token.begin == 1) token.id = id_of(token.begin, at);
				break;
			case ByteClass::mark:
				token.kind = TokenKind::punctuation;
				token.mark = first.value < 0x80 ? text[at] : fold_mark(first.value);
				at += first.size;
				break;
			default:
				token.capital = is_upper(first.value);
				at = word_end(text, at + first.size, end);
				token.all_capital = token.capital && at - token.begin > first.size &&
				                    in_capitals(text.substr(token.begin, at - token.begin));
				token.id = id_of(token.begin, at);
				break;
		}
		token.end = static_cast<std::uint32_t>(at);
		out.push_back(token);
	}
}

void split_sentences(const std::vector<Token>& tokens, std::string_view text, std::uint32_t begin, std::uint32_t end,
                     std::uint32_t block, std::vector<Sentence>& out) {
	auto start = begin;
	const auto close = [&](std::uint32_t at) {
		if (at > start) out.push_back({start, at, block});
		start = at;
	};
	for (auto i = begin; i < end; ++i) {
		const auto& t = tokens[i];
		if (t.kind != TokenKind::punctuation || (t.mark != '.' && t.mark != '!' && t.mark != '?')) continue;
		if (t.mark == '?' && text[t.begin] != '?') continue;  // another symbol
		if (i + 1 < end) {
			const auto& next = tokens[i + 1];
			const bool quote = next.is('"') || next.is(')');
			if (quote) {
				if (i + 2 < end && tokens[i + 2].capital && tokens[i + 2].space_before && !next.space_before)
					close(i + 2);
				// "… ra về. “Từ nay hai bên …": the quote opens the next sentence.
				if (i + 2 < end && tokens[i + 2].capital && !tokens[i + 2].space_before && next.space_before)
					close(i + 1);
				continue;
			}
			if (next.is('.')) continue;
			const bool opens =
			    next.capital || next.kind == TokenKind::number || next.is('-') || next.is('"') || next.is('(');
			if (!opens) continue;
			if (t.mark == '.' && i > begin) {
				const auto& before = tokens[i - 1];
				const auto size = before.end - before.begin;
				// "TP.Huế", "T.S", "Q.H": an abbreviation or an initial, not an end.
				if (before.kind == TokenKind::word && (before.all_capital || (before.capital && size <= 3))) {
					// "Sơn La.", "Nghệ An." end a name, "421T." a number; "N. V. A" and "TS. Lê" are short for
					// something.
					const bool letter =
					    size == 1 || (size == 2 && (static_cast<unsigned char>(text[before.begin]) & 0x80U) != 0);
					const bool of_number =
					    i > begin + 1 && !before.space_before && tokens[i - 2].kind == TokenKind::number;
					const bool shortened = (letter || (size == 2 && before.all_capital)) && !of_number;
					if (shortened || !next.space_before) continue;
				}
				if (before.kind == TokenKind::number && !next.space_before) continue;
			}
		}
		close(i + 1);
	}
	close(end);
}

}  // namespace bienban::text
