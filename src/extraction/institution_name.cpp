#include "extraction/institution_name.hpp"

#include "base/one_of.hpp"

namespace bienban::extraction {

using base::one_of;
using lexicon::Cue;
using lexicon::EntryClass;

namespace {

constexpr std::uint32_t k_longest_name = 12;

}  // namespace

std::uint32_t InstitutionName::type_end(std::uint32_t t) const {
	static constexpr std::string_view k_single[] = {"Hội", "Đài", "Cục", "Ban", "Viện", "Phòng", "Vụ", "Quỹ"};
	static constexpr std::string_view k_first[] = {"Văn", "Trung", "Tổng", "Chi", "Liên", "Hiệp", "Ủy", "Uỷ", "Câu"};
	static constexpr std::string_view k_second[] = {"phòng", "tâm", "cục", "hiệp", "minh", "hội", "ban", "đoàn"};
	const auto word = m_a.word(t);
	if (!token(t).capital) return t;
	// "Bệnh Viện", "Biên Phòng": the second half of another word.
	if (t > m_sentence.begin && token(t - 1).capital && !token(t - 1).is(',')) return t;
	if (one_of(word, k_single)) return t + 1;
	if (inside(t + 1) && one_of(word, k_first) && one_of(m_a.word(t + 1), k_second)) return t + 2;
	return t;
}

bool InstitutionName::place_follows(std::uint32_t t) const {
	if (!inside(t)) return false;
	auto at = t;
	if (token(at).is('(')) {
		// An abbreviation in brackets stands between the name and its place.
		if (inside(at + 2) && token(at + 1).all_capital && token(at + 2).is(')')) {
			at += 3;
		} else {
			// "(Bộ Công an Việt Nam)": whose it is.
			std::optional<std::uint16_t> place;
			return skip_bracket(at, &place) > at && place.has_value();
		}
	}
	int plural = 0;
	const auto name = skip_level(at, plural);
	if (!inside(name)) return false;
	std::uint32_t stop = name;
	if (any_province_at(name, stop)) return true;
	return country_at(name, stop).has_value();
}

bool InstitutionName::ends_name(std::uint32_t t) const {
	static constexpr std::string_view k_stops[] = {
	    "đã",   "với",  "cho", "của",  "tại",  "do",   "được", "trong", "từ",    "sẽ",   "sang", "đến",
	    "tới",  "có",   "là",  "cùng", "theo", "trên", "vào",  "để",    "khi",   "giữa", "còn",  "tổ",
	    "tiếp", "thăm", "đón", "ký",   "trao", "tặng", "họp",  "làm",   "thống", "nhất", "phối", "trưởng"};
	return one_of(m_a.word(t), k_stops) || m_a.cue_at(t, Cue::done) != nullptr || m_a.cue_at(t, Cue::sign) != nullptr ||
	       m_a.cue_at(t, Cue::talks) != nullptr || m_a.cue_at(t, Cue::travel) != nullptr;
}

std::uint32_t InstitutionName::institution_end(std::uint32_t t) const {
	const auto begin = type_end(t);
	if (begin == t || !inside(begin) || !token(begin).capital || token(begin).kind != text::TokenKind::word) return t;
	// "Ban Giám đốc", "Ban Thường vụ", "Ban Tổ chức": of a body or of an event, no body.
	static constexpr std::string_view k_parts[] = {"Giám", "Thường", "Chấp", "Bí", "Lãnh", "Tổ", "Liên", "Chỉ", "Cán"};
	// "Văn phòng UBND tỉnh": told by what it is the office of.
	if (m_a.at(begin, EntryClass::body) != nullptr) return t;
	if (m_a.word(t) == "Ban" && one_of(m_a.word(begin), k_parts)) return t;
	auto end = begin;
	while (inside(end) && end < t + k_longest_name) {
		if (place_follows(end) && end > begin) return end;
		const auto& k = token(end);
		if (k.is('-') || k.is(',')) {
			// Inside names: "Văn hóa, Thể thao", "Phát thanh - Truyền hình".
			const bool against = inside(end + 1) && m_a.word(end - 1) == "phòng" && m_a.word(end + 1) == "chống";
			if (!inside(end + 1) || (!token(end + 1).capital && !against)) return t;
			++end;
			continue;
		}
		if (k.kind != text::TokenKind::word || m_names[end] || (ends_name(end) && !k.capital)) return t;
		if (m_a.word(end) == "và" && (!inside(end + 1) || !token(end + 1).capital ||
		                              m_a.at(end + 1, EntryClass::body) != nullptr || type_end(end + 1) > end + 1))
			return t;
		if (end > begin && m_a.at(end, EntryClass::body) != nullptr && k.capital) return t;
		++end;
	}
	return t;
}

}  // namespace bienban::extraction
