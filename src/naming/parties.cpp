#include "naming/parties.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <vector>

#include "base/one_of.hpp"
#include "naming/edits.hpp"
#include "naming/phonetic.hpp"
#include "text/letters.hpp"

namespace bienban::naming {
namespace {

struct Id {
	std::string_view place;
	std::string_view kind;
	std::string_view name;
};

Id split(std::string_view party) {
	const auto first = party.find('/');
	if (first == std::string_view::npos) return {party, {}, {}};
	const auto second = party.find('/', first + 1);
	if (second == std::string_view::npos) return {party.substr(0, first), party.substr(first + 1), {}};
	return {party.substr(0, first), party.substr(first + 1, second - first - 1), party.substr(second + 1)};
}

/// Words that say what a body is, before or around its name.
constexpr auto k_type_words = std::to_array<std::string_view>(
    {"cửa",  "khẩu", "quốc", "tế",   "chính", "phụ",  "huyện", "mường", "muang", "thị", "xã",   "bản",
     "thôn", "cụm",  "số",   "tỉnh", "đồn",   "trạm", "tnhh",  "cp",    "mtv",   "cổ",  "phần", "tên"});
/// Words that only join others.
constexpr auto k_joints = std::to_array<std::string_view>({"và", "của", "các", "tỉnh", "về"});

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

struct Own {
	std::vector<std::string> words;    ///< lower case, with marks, without type words and joints
	std::vector<std::string> numbers;  ///< without leading zeros
};

Own own_name(std::string_view name, bool keeps_type) {
	Own own;
	enum class Run : std::uint8_t { none, letters, digits } run = Run::none;
	const auto lower = text::lower(name);
	for (std::size_t i = 0; i < lower.size();) {
		const auto c = text::decode(lower, i);
		const auto now = is_digit(c.value) ? Run::digits : text::is_letter(c.value) ? Run::letters : Run::none;
		if (now != run && now != Run::none) (now == Run::digits ? own.numbers : own.words).emplace_back();
		if (now == Run::digits && !(own.numbers.back().empty() && c.value == U'0')) own.numbers.back() += lower[i];
		if (now == Run::letters) own.words.back().append(lower, i, c.size);
		run = now;
		i += c.size;
	}
	auto kept = own.words;
	std::erase_if(kept, [&](const std::string& word) {
		return base::one_of(word, k_joints) || (!keeps_type && base::one_of(word, k_type_words));
	});
	// A name may be made of such words alone: "Thị Xã".
	if (!kept.empty() || !own.numbers.empty()) own.words = std::move(kept);
	return own;
}

std::string joined(const std::vector<std::string>& words) {
	std::string out;
	for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
	return out;
}

/// A name as letters a to z, joined.
std::string letters_of(std::string_view name) {
	auto letters = text::bare(name);
	std::erase(letters, ' ');
	return letters;
}

std::string without_doubles(std::string letters) {
	letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
	return letters;
}

/// Kinds whose id keeps the type word in the name, and whose names are common words rather than names of places.
bool named_by_words(std::string_view kind) {
	return kind == "agency" || kind == "military-unit" || kind == "school" || kind == "company";
}

Proposal proposal(double score, const char* reason) { return {verdict_of(score), score, reason}; }

}  // namespace

/// How own names are compared.
struct PartyRules {
	using Word = PartyName::Word;
	using Words = std::span<const Word>;

	/// A syllable without any mark may be any that has them.
	static bool marks_agree(const Word& a, const Word& b) {
		return a.marks.empty() || b.marks.empty() || a.marks == b.marks;
	}

	static bool same_word(const Word& a, const Word& b) { return a.bare == b.bare && marks_agree(a, b); }

	/// "gd đt" and "giáo dục đào tạo": each letter of the short words begins a word of the long name, in their order.
	static bool abbreviates(Words shorter, Words longer) {
		if (shorter.size() >= longer.size()) return false;
		std::string letters;
		for (const Word& word : shorter) letters += word.bare;
		if (letters.size() != longer.size()) return false;
		for (std::size_t i = 0; i < longer.size(); ++i) {
			if (longer[i].bare.front() != letters[i]) return false;
		}
		return true;
	}

	/// The same behind the words with which both begin: "sở".
	static bool abbreviation(Words a, Words b) {
		while (!a.empty() && !b.empty() && a.front().text == b.front().text) {
			a = a.subspan(1);
			b = b.subspan(1);
		}
		if (a.empty() || b.empty()) return false;
		return abbreviates(a, b) || abbreviates(b, a);
	}

	/// Words that both have.
	static std::size_t shared(Words a, Words b) {
		const auto found = [](Words words, Words others) {
			return static_cast<std::size_t>(std::ranges::count_if(words, [&](const Word& word) {
				return std::ranges::any_of(others, [&](const Word& other) { return same_word(word, other); });
			}));
		};
		const std::size_t of_a = found(a, b);
		return of_a == 0 ? 0 : std::min(of_a, found(b, a));
	}

	static Proposal compare_words(Words a, Words b) {
		if (abbreviation(a, b)) return proposal(0.85, "party-abbreviation");
		const auto common = shared(a, b);
		const auto shorter = std::min(a.size(), b.size());
		const auto longer = std::max(a.size(), b.size());
		if (common == longer) return proposal(0.95, "party-same-words");
		// One word in common may be the type alone: "sở", "bệnh viện" begins every other.
		if (common == shorter && shorter >= 2) return proposal(0.6, "party-part-of-name");
		if (shorter >= 3 && common * 4 >= longer * 3) return proposal(0.5, "party-like-words");
		return proposal(0.1, "party-other-name");
	}

	static Proposal compare_names(const PartyName& a, const PartyName& b) {
		const bool vietnamese = a.m_place.starts_with("VN");
		if (a.m_letters == b.m_letters) {
			// Tones of Lao names say nothing; in Vietnamese two villages may differ in them alone.
			if (!vietnamese) return proposal(0.95, "party-same-sound");
			const bool agree =
			    a.m_words.size() != b.m_words.size() || std::ranges::equal(a.m_words, b.m_words, marks_agree);
			return agree ? proposal(0.95, "party-same-name") : proposal(0.6, "party-other-marks");
		}
		// "Noọng Hét", "Nonghet".
		if (same_name(a.m_sound, b.m_sound) || a.m_single == b.m_single)
			return proposal(vietnamese ? 0.65 : 0.9, "party-same-sound");
		const auto common = shared(a.m_words, b.m_words);
		const auto shorter = std::min(a.m_words.size(), b.m_words.size());
		if (common == shorter && shorter > 0 &&
		    (shorter >= 2 || (a.m_words.size() < b.m_words.size() ? a : b).m_letters.size() >= 5))
			return proposal(0.5, "party-part-of-name");
		if (std::abs(a.m_sound.vowel_groups() - b.m_sound.vowel_groups()) > 1) return proposal(0.1, "party-other-name");
		// A province has few districts and posts: a key that is too short to tell all names apart tells theirs.
		constexpr std::size_t k_telling_key = 3;
		const std::string& key = a.m_sound.key();
		const std::string& other = b.m_sound.key();
		if (key == other && !key.empty()) {
			const bool few = a.m_kind != "village" && a.m_kind != "commune";
			const bool telling = key.size() >= k_telling_key && few && !vietnamese;
			return proposal(telling ? 0.82 : 0.6, "party-same-sound");
		}
		constexpr std::size_t k_long_key = 4;
		if (std::min(key.size(), other.size()) >= k_long_key && one_edit_apart(key, other))
			return proposal(0.5, "party-near-name");
		return proposal(0.1, "party-other-name");
	}
};

PartyName::PartyName(std::string_view party) : m_party(party), m_sound({}) {
	const auto id = split(party);
	m_place = id.place;
	m_kind = id.kind;
	m_name = id.name;
	Own own = own_name(id.name, named_by_words(id.kind));
	const std::string words = joined(own.words);
	m_letters = letters_of(words);
	m_single = without_doubles(m_letters);
	m_sound = Sound(words);
	for (std::string& word : own.words) {
		std::string bare = text::bare(word);
		std::string marks = bare == word ? std::string{} : spoken_marks(word);
		m_words.push_back({.text = std::move(word), .bare = std::move(bare), .marks = std::move(marks)});
	}
	m_numbers = std::move(own.numbers);
}

Proposal compare_parties(const PartyName& a, const PartyName& b) {
	if (a.m_party == b.m_party) return proposal(1, "party-same-name");
	if (a.m_place != b.m_place) return proposal(0, "party-other-place");
	if (a.m_kind != b.m_kind) return proposal(0, "party-other-kind");
	if (a.m_name.empty() || b.m_name.empty()) return proposal(0, "party-unnamed");
	if (a.m_numbers != b.m_numbers) return proposal(0, "party-other-number");
	if (a.m_numbers.empty() && (a.m_words.empty() || b.m_words.empty())) return proposal(0, "party-other-name");
	if (a.m_words.empty() && b.m_words.empty()) return proposal(0.98, "party-same-number");
	if (a.m_words.empty() || b.m_words.empty()) return proposal(0.6, "party-same-number");
	return named_by_words(a.m_kind) ? PartyRules::compare_words(a.m_words, b.m_words) : PartyRules::compare_names(a, b);
}

Proposal compare_parties(std::string_view a, std::string_view b) {
	// Most pairs are told apart by their places and kinds, which cost nothing to look at.
	if (a == b) return proposal(1, "party-same-name");
	const auto left = split(a);
	const auto right = split(b);
	if (left.place != right.place) return proposal(0, "party-other-place");
	if (left.kind != right.kind) return proposal(0, "party-other-kind");
	return compare_parties(PartyName(a), PartyName(b));
}

std::string party_block(std::string_view party) {
	const auto id = split(party);
	std::string block(id.place);
	block += '/';
	block += id.kind;
	if (id.name.empty()) return block;
	block += '/';
	for (const auto& number : own_name(id.name, true).numbers) block += "#" + number;
	return block;
}

}  // namespace bienban::naming
