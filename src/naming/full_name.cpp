#include "naming/full_name.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/one_of.hpp"
#include "naming/edits.hpp"
#include "naming/name_words.hpp"
#include "naming/phonetic.hpp"
#include "text/letters.hpp"

namespace bienban::naming {
namespace {

/// Surnames that tell a Vietnamese name by themselves, with their marks.
constexpr auto k_surnames = std::to_array<std::string_view>(
    {"nguyễn", "trần", "lê", "phạm",  "hoàng", "huỳnh", "phan",  "vũ",  "võ",     "đặng",
     "bùi",    "đỗ",   "hồ", "ngô",   "dương", "đinh",  "trịnh", "lò",  "quàng",  "cầm",
     "lường",  "tòng", "vừ", "giàng", "thào",  "mùa",   "đoàn",  "mai", "trương", "lương"});

/// Of these a name of three syllables is made that hundreds bear. Without marks.
constexpr auto k_common_surnames = std::to_array<std::string_view>(
    {"nguyen", "tran",  "le", "pham", "hoang", "huynh", "phan", "vu",    "vo",  "dang",   "bui",   "do", "ho",
     "ngo",    "duong", "ly", "lo",   "vi",    "quang", "dinh", "trinh", "mai", "truong", "luong", "ha", "doan"});
constexpr auto k_common_middles = std::to_array<std::string_view>(
    {"van",  "thi",  "duc",  "ngoc", "minh",  "xuan", "quang", "thanh", "huu", "quoc",  "anh",
     "dinh", "manh", "hong", "cong", "trong", "tien", "viet",  "ba",    "the", "hoang", "duy"});

/// Sounds that slips and copyists take for each other, made one letter: m, n and ng; t and d; p, b and f; s and ch.
char wide_sound(char sound) {
	switch (sound) {
		case 'G':
		case 'M': return 'N';
		case 'D': return 'T';
		case 'B':
		case 'F': return 'P';
		case 'J': return 'S';
		default: return sound;
	}
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
	std::string out;
	for (auto i = begin; i < end; ++i) out += (i > begin ? " " : "") + words[i];
	return out;
}

}  // namespace

FullName::FullName(std::string_view name, std::string_view country) : m_name(name) {
	const auto words = words_of(name);
	for (const auto& word : words) {
		const auto bare = text::bare(word);
		m_marked = m_marked || bare != word;
		m_letters += bare;
	}
	const bool hyphens = name.find('-') != std::string_view::npos;
	m_vietnamese = country == "VN" || (country.empty() && !hyphens && words.size() >= 2 && words.size() <= 4 &&
	                                   base::one_of(words.front(), k_surnames));
	if (!m_vietnamese) {
		m_key = phonetic_key(name);
		m_syllables = vowel_groups(name);
		take_runs(words);
		return;
	}
	m_syllables = static_cast<int>(words.size());
	for (const auto& word : words) m_marks += spoken_marks(word);
	const bool common_surname = !words.empty() && base::one_of(text::bare(words.front()), k_common_surnames);
	m_common = words.size() < 2 ||
	           (common_surname &&
	            (words.size() == 2 || (words.size() == 3 && base::one_of(text::bare(words[1]), k_common_middles))));
}

void FullName::take_runs(const std::vector<std::string>& words) {
	// Bounded: what a hostile text calls a name may have hundreds of words.
	constexpr std::size_t k_most_words = 12;
	if (words.size() > k_most_words) return;
	for (std::size_t i = 1; i < words.size(); ++i) {
		for (const auto& run : {joined(words, 0, i), joined(words, i, words.size())}) {
			auto key = phonetic_key(run);
			if (!key.empty()) m_runs.push_back({std::move(key), run});
		}
	}
}

bool FullName::has_part(const FullName& part) const {
	return std::ranges::any_of(
	    m_runs, [&](const Run& run) { return run.key == part.m_key && same_name(run.words, part.m_name); });
}

std::string FullName::block() const {
	if (m_vietnamese) return "v:" + m_letters;
	if (m_key.empty()) return "n:" + text::lower(m_name);
	std::string sounds;
	for (const char c : m_key) {
		const char sound = wide_sound(c);
		if (sounds.empty() || sounds.back() != sound) sounds += sound;
	}
	constexpr std::size_t k_sounds = 3;
	return "s:" + sounds.substr(sounds.size() - std::min(k_sounds, sounds.size()));
}

namespace {

/// Keys of so many sounds may be one sound apart.
constexpr std::size_t k_long_key = 5;

}  // namespace

bool FullName::has_long_key() const { return m_key.size() >= k_long_key; }

NameMatch relate(const FullName& a, const FullName& b) {
	const int shorter = std::min(a.m_syllables, b.m_syllables);
	if (a.m_vietnamese || b.m_vietnamese) {
		if (a.m_letters != b.m_letters || a.m_letters.empty()) return {};
		// "Hùng" is not "Hưng"; a Latin spelling without any mark may be either.
		const bool marks_agree =
		    a.m_vietnamese != b.m_vietnamese || !a.m_marked || !b.m_marked || a.m_marks == b.m_marks;
		return marks_agree ? NameMatch{NameRelation::full, shorter, true} : NameMatch{};
	}
	if (a.m_key == b.m_key && a.m_key.empty())
		return a.m_name == b.m_name ? NameMatch{NameRelation::full, 1, true} : NameMatch{};
	if (a.m_key == b.m_key && same_name(a.m_name, b.m_name))
		return {NameRelation::full, shorter, a.m_letters == b.m_letters};
	if (b.m_syllables < a.m_syllables && a.has_part(b)) return {NameRelation::part, b.m_syllables};
	if (a.m_syllables < b.m_syllables && b.has_part(a)) return {NameRelation::part, a.m_syllables};
	if (std::abs(a.m_syllables - b.m_syllables) > 1) return {};
	// "Phô-xay Xay-nha-xon", "Phoxay Xayasone": a key too short to be sure of, in a name too long for chance.
	constexpr int k_long_name = 4;
	constexpr std::size_t k_short_key = 3;
	if (a.m_key == b.m_key && a.m_key.size() >= k_short_key && shorter >= k_long_name)
		return {NameRelation::near, shorter};
	if (std::min(a.m_key.size(), b.m_key.size()) >= k_long_key && one_edit_apart(a.m_key, b.m_key))
		return {NameRelation::near, shorter};
	return {};
}

}  // namespace bienban::naming
