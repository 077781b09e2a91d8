#include "report/body_name.hpp"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "lexicon/built_in_table.hpp"
#include "lexicon/place_names.hpp"
#include "text/letters.hpp"

namespace bienban::report {

namespace {

using Words = std::vector<std::string_view>;

/// What an office is, or one of the words that stand between that and its field: what follows has a capital too.
constexpr std::string_view k_heads =
    "ban|ban chỉ đạo|báo|bệnh viện|bộ|cao đẳng|chi cục|chính trị|cục|dân tộc nội trú|hội|hội đồng|"
    "học viện|hải quan|hạt|kho bạc|kinh tế|kiểm toán|kỹ thuật|liên hiệp|liên đoàn|lữ đoàn|mầm non|"
    "ngân hàng|nghề|nông lâm|phòng|phổ thông|quân sự|quân y|sư phạm|sư đoàn|sở|thanh tra|tiểu học|"
    "tiểu đoàn|trung cấp|trung học|trung học cơ sở|trung học phổ thông|trung tâm|trung đoàn|trung ương|"
    "tổng cục|tổng hội|tổng liên đoàn|viện|văn phòng|vụ|y tế|đa khoa|đài|đại học|đảng ủy|đoàn|đại đội|"
    "ủy ban";
/// What a place is: its name follows.
constexpr std::string_view k_places = "cửa khẩu|tỉnh|huyện|xã|bản|thôn|phường|quận|thị xã|phố|trấn|khu vực|làng";

/// "xiêng-khọ" → "Xiêng-Khọ".
std::string capital(std::string_view word) {
	std::string out;
	bool begins = true;
	for (std::size_t at = 0; at < word.size();) {
		const text::CodePoint point = text::decode(word, at);
		text::append_utf8(out, begins ? text::to_upper(point.value) : point.value);
		begins = point.value == '-';
		at += point.size;
	}
	return out;
}

using Phrases = std::unordered_set<std::string_view>;
Phrases phrases_of(std::string_view list) {
	const auto cut = lexicon::cut(list, '|');
	return {cut.begin(), cut.end()};
}

/// Words `begin` to `end` as they stand in the name.
std::string_view stretch(const Words& words, std::size_t begin, std::size_t end) {
	return {words[begin].data(),
	        static_cast<std::size_t>(words[end - 1].data() + words[end - 1].size() - words[begin].data())};
}

/// How many words from `begin` are one of the phrases, the longest; 0 where none.
std::size_t phrase(const Words& words, std::size_t begin, const Phrases& phrases) {
	for (std::size_t size = std::min<std::size_t>(4, words.size() - begin); size > 0; --size) {
		if (phrases.contains(stretch(words, begin, begin + size))) return size;
	}
	return 0;
}

/// The name of a province or country at `begin`, the longest; 0 where none.
std::size_t place(const Words& words, std::size_t begin) {
	for (std::size_t size = std::min<std::size_t>(4, words.size() - begin); size > 0; --size) {
		if (lexicon::is_place_name(stretch(words, begin, begin + size))) return size;
	}
	return 0;
}

}  // namespace

std::string body_name(std::string_view kind, std::string_view name) {
	static const Phrases heads = phrases_of(k_heads);
	static const Phrases places = phrases_of(k_places);
	const Words words = name.empty() ? Words{} : lexicon::cut(name, ' ');
	const bool school = kind == "school";
	const bool office = kind == "agency" || kind == "military-unit" || school;
	std::string out;
	const auto put = [&](std::string_view word, bool with_capital) {
		if (!out.empty()) out += ' ';
		out += with_capital ? capital(word) : std::string{word};
	};
	bool names = !office;  // what follows is a name
	bool begins = true;    // what follows has a capital
	for (std::size_t i = 0; i < words.size();) {
		const std::size_t head = office && begins ? phrase(words, i, heads) : 0;
		const std::size_t of_place = office && i > 0 ? place(words, i) : 0;
		if (of_place > head) {
			for (std::size_t k = 0; k < of_place; ++k) put(words[i++], true);
			begins = true;
		} else if (head > 0) {
			put(words[i], true);
			for (std::size_t k = 1; k < head; ++k) put(words[i + k], false);
			i += head;
		} else if (const std::size_t local = office && i > 0 ? phrase(words, i, places) : 0; local > 0) {
			for (std::size_t k = 0; k < local; ++k) put(words[i++], false);
			names = true;
		} else {
			const bool joint = office && (words[i] == "và" || words[i] == "-");
			put(words[i], !joint && (names || begins || school));
			begins = joint || words[i].ends_with(',');
			++i;
		}
	}
	return out;
}

}  // namespace bienban::report
