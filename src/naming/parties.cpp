#include "naming/parties.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
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

/// A syllable without any mark may be any that has them.
bool marks_agree(const std::string& a, const std::string& b) {
	const auto plain = [](const std::string& s) { return text::bare(s) == s; };
	return plain(a) || plain(b) || spoken_marks(a) == spoken_marks(b);
}

bool same_word(const std::string& a, const std::string& b) {
	return text::bare(a) == text::bare(b) && marks_agree(a, b);
}

/// "gd đt" and "giáo dục đào tạo": each letter of the short words begins a word of the long name, in their order.
bool abbreviates(const std::vector<std::string>& shorter, const std::vector<std::string>& longer) {
	std::string letters;
	for (const auto& word : shorter) letters += text::bare(word);
	if (letters.size() != longer.size() || shorter.size() >= longer.size()) return false;
	for (std::size_t i = 0; i < longer.size(); ++i) {
		if (text::bare(longer[i]).front() != letters[i]) return false;
	}
	return true;
}

/// The same behind the words with which both begin: "sở".
bool abbreviation(std::vector<std::string> a, std::vector<std::string> b) {
	while (!a.empty() && !b.empty() && a.front() == b.front()) {
		a.erase(a.begin());
		b.erase(b.begin());
	}
	if (a.empty() || b.empty()) return false;
	return abbreviates(a, b) || abbreviates(b, a);
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

/// Words that both have.
std::size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
	const auto found = [](const std::vector<std::string>& words, const std::vector<std::string>& others) {
		return static_cast<std::size_t>(std::ranges::count_if(words, [&](const std::string& word) {
			return std::ranges::any_of(others, [&](const std::string& other) { return same_word(word, other); });
		}));
	};
	return std::min(found(a, b), found(b, a));
}

/// Kinds whose id keeps the type word in the name, and whose names are common words rather than names of places.
bool named_by_words(std::string_view kind) {
	return kind == "agency" || kind == "military-unit" || kind == "school" || kind == "company";
}

Proposal proposal(double score, const char* reason) { return {verdict_of(score), score, reason}; }

Proposal compare_words(const Own& a, const Own& b) {
	if (abbreviation(a.words, b.words)) return proposal(0.85, "party-abbreviation");
	const auto common = shared(a.words, b.words);
	const auto shorter = std::min(a.words.size(), b.words.size());
	const auto longer = std::max(a.words.size(), b.words.size());
	if (common == longer) return proposal(0.95, "party-same-words");
	// One word in common may be the type alone: "sở", "bệnh viện" begins every other.
	if (common == shorter && shorter >= 2) return proposal(0.6, "party-part-of-name");
	if (shorter >= 3 && common * 4 >= longer * 3) return proposal(0.5, "party-like-words");
	return proposal(0.1, "party-other-name");
}

Proposal compare_names(const Own& a, const Own& b, std::string_view kind, bool vietnamese) {
	const auto left = joined(a.words);
	const auto right = joined(b.words);
	if (letters_of(left) == letters_of(right)) {
		// Tones of Lao names say nothing; in Vietnamese two villages may differ in them alone.
		if (!vietnamese) return proposal(0.95, "party-same-sound");
		const bool agree =
		    a.words.size() != b.words.size() ||
		    std::ranges::equal(a.words, b.words, [](const auto& x, const auto& y) { return marks_agree(x, y); });
		return agree ? proposal(0.95, "party-same-name") : proposal(0.6, "party-other-marks");
	}
	// "Noọng Hét", "Nonghet".
	if (same_name(left, right) || without_doubles(letters_of(left)) == without_doubles(letters_of(right)))
		return proposal(vietnamese ? 0.65 : 0.9, "party-same-sound");
	const auto common = shared(a.words, b.words);
	const auto shorter = std::min(a.words.size(), b.words.size());
	if (common == shorter && shorter > 0 &&
	    (shorter >= 2 || text::bare(a.words.size() < b.words.size() ? left : right).size() >= 5))
		return proposal(0.5, "party-part-of-name");
	const auto key = phonetic_key(left);
	const auto other = phonetic_key(right);
	if (std::abs(vowel_groups(left) - vowel_groups(right)) > 1) return proposal(0.1, "party-other-name");
	// A province has few districts and posts: a key that is too short to tell all names apart tells theirs.
	constexpr std::size_t k_telling_key = 3;
	if (key == other && !key.empty()) {
		const bool few = kind != "village" && kind != "commune";
		const bool telling = key.size() >= k_telling_key && few && !vietnamese;
		return proposal(telling ? 0.82 : 0.6, "party-same-sound");
	}
	constexpr std::size_t k_long_key = 4;
	if (std::min(key.size(), other.size()) >= k_long_key && one_edit_apart(key, other))
		return proposal(0.5, "party-near-name");
	return proposal(0.1, "party-other-name");
}

}  // namespace

Proposal compare_parties(std::string_view a, std::string_view b) {
	if (a == b) return proposal(1, "party-same-name");
	const auto left = split(a);
	const auto right = split(b);
	if (left.place != right.place) return proposal(0, "party-other-place");
	if (left.kind != right.kind) return proposal(0, "party-other-kind");
	if (left.name.empty() || right.name.empty()) return proposal(0, "party-unnamed");
	const bool by_words = named_by_words(left.kind);
	const auto x = own_name(left.name, by_words);
	const auto y = own_name(right.name, by_words);
	if (x.numbers != y.numbers) return proposal(0, "party-other-number");
	if (x.numbers.empty() && (x.words.empty() || y.words.empty())) return proposal(0, "party-other-name");
	if (x.words.empty() && y.words.empty()) return proposal(0.98, "party-same-number");
	if (x.words.empty() || y.words.empty()) return proposal(0.6, "party-same-number");
	return by_words ? compare_words(x, y) : compare_names(x, y, left.kind, left.place.starts_with("VN"));
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
