#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/places.hpp"

namespace bienban::extraction {

/// The words around a body: the level before a name, lists of provinces, brackets, what stands behind a body and says
/// where it lies, and whether it acts, is a venue or belongs to somebody's post.
class PartyFrame : protected PlaceReader {
public:
	using PlaceReader::PlaceReader;

protected:
	bool inside(std::uint32_t t) const { return t < m_sentence.end; }
	/// Skips "tỉnh", "hai tỉnh", "các tỉnh", "2 tỉnh", "thành phố", "TP", "Thủ đô" in front of a province; says how
	/// many are meant.
	std::uint32_t skip_level(std::uint32_t t, int& plural) const {
		return inside(t) && may_be_level(m_a.word(t)) ? skip_level_words(t, plural) : t;
	}
	/// The same where a word that may be skipped stands at t.
	std::uint32_t skip_level_words(std::uint32_t t, int& plural) const;
	/// Nearly every word is none that skip_level() skips: told by its first and its last byte.
	static bool may_be_level(std::string_view word) {
		const auto last = word.back();
		switch (word.front()) {
			case 't':
			case 'T': return last == 'h' || last == 'P' || last == '\xA7';  // tỉnh, thành, TP, thủ
			case 'p': return last == '\x91';                                // phố
			case '\xC4': return last == '\xB4';                             // đô
			case 'c': return last == 'c';
			case 'n': return last == 'g' || last == 'm';
			case 'h': return last == 'i';
			case 'b': return last == 'a' || last == 'n';
			case '.':
			case ':': return true;
			default: return word.front() >= '0' && word.front() <= '9';
		}
	}
	/// A list of provinces "Sơn La, Điện Biên và Luông Pha Băng" from t on.
	std::uint32_t province_list(std::uint32_t t, std::vector<std::uint16_t>& out) const;
	bool inside_list(std::uint32_t separator, std::uint32_t name) const { return name - separator <= 4; }
	/// Behind "(Lào)", "(CHQS)", "(tỉnh Hủa Phăn, Lào)": the token after the closing bracket; `place` is what the
	/// bracket names.
	std::uint32_t skip_bracket(std::uint32_t t, std::optional<std::uint16_t>* place = nullptr) const;
	/// What stands behind a named body and says where it is: "(Houaphan, Lào)", ", tỉnh Khăm Muộn (Lào)", "của tỉnh Hủa
	/// Phăn",
	/// ", Bộ CHQS tỉnh Luang Prabang". Gives the token behind it.
	bool lies_elsewhere(std::uint32_t name, std::uint32_t stop, std::uint16_t place) const;
	bool goes_on_behind(std::uint32_t t) const;
	std::uint32_t qualifier(std::uint32_t t, std::string_view kind, std::optional<std::uint16_t>& place) const;
	bool is_end_of_road(std::uint32_t t) const;
	/// Is what ends before t, a checkpoint, only where something happens?
	bool is_venue_before(std::uint32_t t) const;
	/// "cán bộ y tế", "cán bộ An ninh": the second half of the word, no ministry.
	bool inside_cadres(std::uint32_t t) const {
		return t > m_sentence.begin && m_a.word(t) == "bộ" && (m_a.word(t - 1) == "cán" || m_a.word(t - 1) == "Cán");
	}
	bool crosses_border(const PartyMention& last, std::uint32_t t) const;
	Role role_at(std::uint32_t t) const;
	/// "tại thành phố X, Công an tỉnh X và … hội đàm": a body behind the comma is no further link of the venue.
	bool acting_body(std::uint32_t t) const;
	/// "Được sự nhất trí của UBND hai tỉnh", "dưới sự chứng kiến của …": who lets others act; `of` is the "của".
	bool squad_before_bracket(std::uint32_t t) const;
	bool joins_across(std::uint32_t t) const;
	bool approves(std::uint32_t of) const;
	/// "chỉ huy Đồn A" without a name.
	bool leads_unnamed(const lexicon::Match& post, std::uint32_t t) const;
	bool is_central(std::uint32_t t) const;
	bool looks_on(std::uint32_t t) const;
	bool owns_company(std::uint32_t t) const;
	/// "ở trung tâm huyện Mường Xay", "trên đất tỉnh Salavan", "vào địa bàn …".
	bool owns_venue(std::uint32_t t) const;
	bool is_venue(std::uint32_t t) const;
	bool is_level_word(std::uint32_t t) const;
	/// Does a party that may act end right before token t?
	bool ends_mention(std::uint32_t t) const;
	bool in_bracket(std::uint32_t t) const;
	void push(std::uint32_t begin, std::uint32_t end, std::vector<model::Party> parties, Naming naming);
	/// The same for a single party.
	void push_one(std::uint32_t begin, std::uint32_t end, model::Party party, Naming naming) {
		std::vector<model::Party> parties;
		parties.push_back(std::move(party));
		push(begin, end, std::move(parties), naming);
	}
	std::string party(std::uint16_t place, std::string_view kind, std::string_view name = {}) const;
	/// "được tỉnh hỗ trợ", "Tỉnh còn giúp bạn": the paper's own province.
	bool bare_province(std::uint32_t t) const;
	/// A body's words that are the first words of a post ("Công an viên") belong to the post.
	bool inside_post(std::uint32_t t) const;
	/// The province of a district or gate by its name.
	std::optional<std::uint16_t> local_place(std::uint32_t t, std::string_view kind) const;
	bool singular_district(std::uint32_t t) const;
	/// "Sở Giáo dục và Đào tạo tỉnh Kon Tum": the name runs to a level word, a place, a verb or a mark.
	std::uint32_t full_name_end(std::uint32_t begin, std::uint32_t t) const;

	text::Sentence m_sentence;  ///< the one that is read
};

}  // namespace bienban::extraction
