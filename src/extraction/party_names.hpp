#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extraction/party_lists.hpp"

namespace bienban::extraction {

/// Local bodies that are told apart by names of their own: posts, companies, districts, villages, schools. Each method
/// that reads does so from a token on and gives the token behind what it has read, which is put among the mentions.
class PartyNames : protected PartyLists {
public:
	using PartyLists::PartyLists;

protected:
	/// A list of own names behind a head: "Minh Hóa, Bố Trạch, Quảng Ninh", "211, 212, 213".
	std::uint32_t read_named(std::uint32_t begin, std::uint32_t t, std::string_view kind, lexicon::Country country,
	                         bool list);
	/// "Công an bản A, huyện B", "công an các bản giáp biên thuộc tỉnh A và B": the police of a village, or those of
	/// the villages as their provinces'. Gives `t` where there are none.
	std::uint32_t read_village_police(const lexicon::Body& body, std::uint32_t begin, std::uint32_t t);
	/// "Hội Chữ thập đỏ huyện A Lưới": an office that keeps its name with that of its district.
	std::uint32_t read_office_of_district(const lexicon::Body& body, std::uint32_t begin, std::uint32_t t);
	/// "trường Cao đẳng Sơn La"; not "thị trường Lào", "xây trường phổ thông A", "trường cấp 40 suất học bổng".
	bool names_small_school(std::uint32_t begin, std::uint32_t t) const;
	/// "các cặp cửa khẩu Lóng Sập - Pa Háng, Chiềng Khương - Bản Đan": a name in a list of crossings, no village.
	bool names_crossing(std::uint32_t begin) const;
	/// "Học viện Tòa án Việt Nam", "(Trường) Sĩ quan Lục quân 1": schools of a whole country, wherever they lie; none
	/// where the name in tokens [begin, end) does not say so.
	std::optional<std::uint16_t> country_of_school(std::uint32_t begin, std::uint32_t end) const;

	/// A local body by its own name, as a later sentence may call it without the type word.
	struct ShortName {
		std::string kind;
		std::string name;
		std::uint32_t size = 0;  ///< tokens
	};
	std::vector<ShortName> m_short;

private:
	using Names = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

	/// The names of the list that begins at t, by their tokens.
	Names names_from(std::uint32_t begin, std::uint32_t t, std::string_view kind, bool list) const;
	/// "các đồn biên phòng của BĐBP Hà Tĩnh", "đại đội", "nhà trường": a head with no name behind it.
	std::uint32_t read_unnamed(std::uint32_t begin, std::uint32_t t, std::string_view kind, bool list);
	/// "tặng Đại đội 15 kg giống rau", "tặng nhà trường 500 quyển vở": the number counts what is given and names
	/// nobody. Companies and posts have names of three digits ("Đại đội 532 một nhà ăn").
	bool counts_goods(std::uint32_t begin, std::uint32_t number, std::string_view kind) const;
	/// "công an hai huyện A (tỉnh B), C (tỉnh D)": behind the bracket, where the list goes on with another name.
	std::uint32_t behind_place_in_list(std::uint32_t t) const;
	/// Has the text named this body with its place already?
	bool placed_before(std::string_view kind, std::string_view name) const;
	/// "Trường tiểu học Hùng Vương": behind the small words for the level of a school, where its own name follows; `t`
	/// where none does.
	std::uint32_t behind_school_level(std::uint32_t t) const;
	/// Behind "cửa khẩu", "Cửa khẩu quốc tế" where a name follows.
	std::uint32_t behind_gate_words(std::uint32_t t) const;
	/// "Đại đội 321 Biên phòng", "Đại đội 321 bảo vệ biên giới": what the company does stands behind its number.
	std::uint32_t behind_border_words(std::uint32_t t) const;
	/// "ba huyện A, B và C": those of a list whose province nothing tells lie where the others lie.
	void place_alike(std::size_t index);
};

}  // namespace bienban::extraction
