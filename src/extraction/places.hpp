#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "extraction/parties.hpp"

namespace bienban::extraction {

/// The provinces, towns, districts and gates of a text, and where names end: the ground on which parties are read.
class PlaceReader {
public:
	PlaceReader(const Annotated& a, const People& people);

protected:
	const lexicon::Lexicon& lex() const { return m_a.lexicon; }
	const text::Token& token(std::uint32_t t) const { return m_a.tokens[t]; }
	// Places.
	/// Every syllable of a Vietnamese name has a capital ("Hòa Bình", never "Hòa bình").
	bool is_name(const lexicon::Match& m, const lexicon::Place& place) const;
	/// Is the token part of a person's name?
	bool in_name(std::uint32_t t) const { return m_names[t] != 0; }
	bool inside_person(const lexicon::Match& m) const { return in_name(m.begin) && in_name(m.end - 1); }
	std::optional<std::uint16_t> province_at(std::uint32_t t, std::uint32_t& end) const;
	/// "Chủ tịch Hồ Chí Minh", "đường Hồ Chí Minh": no place.
	bool in_slogan(const lexicon::Match& m) const;
	/// "tỉnh Viêng Chăn" is the province, the bare name the capital.
	std::uint16_t resolve_vientiane(std::uint16_t index, std::uint32_t t) const;
	/// The word that says what a name is, before token t; skips nothing else.
	bool after_cue(std::uint32_t t, lexicon::Cue cue) const;
	void find_places();
	bool after_word(std::uint32_t t, std::string_view word) const { return t > 0 && m_a.word(t - 1) == word; }
	bool after_gate(std::uint32_t t) const;
	void add_place(const lexicon::Match& m, std::uint16_t place, bool named, std::vector<std::uint32_t>& counts);
	bool parts_a_list(std::uint32_t t) const;
	/// Is the name between a separator and `end` in a row with a province of Laos?
	bool is_beside_a_lao_province(std::uint32_t separator, std::uint32_t end) const;
	/// "tỉnh Xả La Van" in a spelling that no table has: a capitalised name behind "tỉnh", or in a list of provinces of
	/// Laos, whose phonetic key is that of a province.
	void find_unknown_provinces(std::vector<std::uint32_t>& counts);
	/// Remembers what it was asked: a text names the same districts again and again.
	std::optional<std::uint16_t> district_by_sound(std::string_view name) const;
	/// "Thành ủy Hà Nội", "lãnh đạo Thủ đô Hà Nội": is the capital named as a body that acts, and not as a venue?
	bool capital_acts(std::uint16_t place) const;
	void pick_sides(const std::vector<std::uint32_t>& counts);
	// Names.
	/// The end of a proper name that begins at t: capitalised syllables, syllables joined to them by a hyphen, a
	/// closing number.
	std::uint32_t name_end(std::uint32_t t, std::uint32_t limit) const;
	/// A post begins here; "nguyên" alone is a syllable of names ("Thái Nguyên").
	bool is_post(std::uint32_t t) const;
	/// "bản Ka Túp 2": a number that counts nothing.
	bool numbers_a_name(std::uint32_t t, std::uint32_t limit) const;
	/// In a title in capitals: a small word that joins two names ("VÀ", "TỈNH").
	bool joins_in_capitals(std::uint32_t t) const;
	/// The end of a name that has small words of its own: "Cao đẳng Sư phạm Kon Tum", "Dệt may Sông Hàn", "Quân sự tỉnh
	/// Lào Cai".
	std::uint32_t long_name_end(std::uint32_t t, std::uint32_t limit) const;
	/// "Hạt Kiểm lâm A và Phòng Nông Lâm huyện B": another office begins.
	bool opens_office(std::uint32_t t, std::uint32_t limit) const;
	bool ends_place(std::uint32_t t) const;
	// Parties.
	/// "Đồn Biên phòng Bờ Y" in a text of Quảng Ngãi, with which its province has merged: the province that the text
	/// names.
	std::uint16_t now_called(std::uint16_t province) const;
	/// Does the newspaper "Báo A" at t, whose name ends at `end`, do something or have something done to it?
	bool newspaper_acts(std::uint32_t t, std::uint32_t end) const;
	/// A province by any spelling at t.
	std::optional<std::uint16_t> any_province_at(std::uint32_t t, std::uint32_t& end) const {
		if (m_unknown.empty() && !m_a.begins(t, class_bit(lexicon::EntryClass::province))) return std::nullopt;
		return known_or_unknown_province_at(t, end);
	}
	/// The same where one may stand.
	std::optional<std::uint16_t> known_or_unknown_province_at(std::uint32_t t, std::uint32_t& end) const;
	std::optional<std::uint16_t> country_at(std::uint32_t t, std::uint32_t& end) const;

	const Annotated& m_a;
	Parties m_out;
	std::vector<std::uint8_t> m_names;    ///< by token: 1 in a person's name
	std::vector<PlaceMention> m_unknown;  ///< provinces in spellings that no table has
	mutable std::vector<std::pair<std::string_view, std::optional<std::uint16_t>>> m_sounds;
};

}  // namespace bienban::extraction
