#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/party_lists.hpp"

namespace bienban::extraction {

/// Bodies by their words and names: those of tables, of provinces and districts, offices, units, and lists of them.
/// Each method reads from a token on and gives the token behind what it has read, which is put among the mentions.
class PartyBodies : protected PartyLists {
public:
	using PartyLists::PartyLists;

protected:
	/// A list of own names behind a head: "Minh Hóa, Bố Trạch, Quảng Ninh", "211, 212, 213".
	std::uint32_t read_named(std::uint32_t begin, std::uint32_t t, std::string_view kind, lexicon::Country country,
	                         bool list);
	std::uint32_t read_body(const lexicon::Match& m);
	/// "Kiểm toán Nhà nước (KTNN) Việt Nam": keeps what the text will call the body of the tables by.
	void keep_abbreviation(const lexicon::Match& m);
	/// "KTNN Lào": a body by the abbreviation that the text has given. Gives t where there is none.
	std::uint32_t read_abbreviation(std::uint32_t t);
	/// "Công an bản A, huyện B", "công an các bản giáp biên thuộc tỉnh A và B": the police of a village, or those of
	/// the villages as their provinces'. Gives `t` where there are none.
	std::uint32_t read_village_police(const lexicon::Body& body, std::uint32_t begin, std::uint32_t t);
	/// "3 tỉnh Bắc Lào", "hai tỉnh của nước bạn Lào" at t: the token behind it; 0 where it says nothing of the kind.
	std::uint32_t counted_across(std::uint32_t t) const;
	/// The same of any number: "các tỉnh Bắc Lào".
	std::uint32_t provinces_across(std::uint32_t t) const;
	/// A body of each of so many Lao provinces, which the rest of the text names.
	std::uint32_t await_counted(std::uint32_t begin, std::uint32_t end, std::string_view kind, std::string_view name);
	/// "các", "Hai", "03": a word before a head noun that makes a list of the names behind it.
	static bool says_several(std::string_view word);
	/// The end of "Việt Nam - Lào", "Lào và Việt Nam" at a token; the token itself where no two countries stand.
	std::uint32_t two_countries(std::uint32_t t) const;
	/// A body of a whole country: a ministry, a union, the government.
	std::uint32_t read_central(const lexicon::Body& body, std::uint32_t begin, std::uint32_t t,
	                           const std::string& own_name);

	/// A local body by its own name, as a later sentence may call it without the type word.
	struct ShortName {
		std::string kind;
		std::string name;
		std::uint32_t size = 0;  ///< tokens
	};
	std::vector<ShortName> m_short;
	std::map<std::string_view, std::uint16_t> m_abbreviations;  ///< to the body of the tables
	std::vector<std::size_t> m_central;                         ///< mentions of central bodies among them

private:
	/// "tặng Đại đội 15 kg giống rau", "tặng nhà trường 500 quyển vở": the number counts what is given and names
	/// nobody. Companies and posts have names of three digits ("Đại đội 532 một nhà ăn").
	bool counts_goods(std::uint32_t begin, std::uint32_t number, std::string_view kind) const;
	/// Has the text named this body with its place already?
	std::uint32_t behind_place_in_list(std::uint32_t t) const;
	bool placed_before(std::string_view kind, std::string_view name) const;
	/// "Trường tiểu học Hùng Vương": behind the small words for the level of a school, where its own name follows; `t`
	/// where none does.
	std::uint32_t behind_school_level(std::uint32_t t) const;
	/// "trường Cao đẳng Sơn La"; not "thị trường Lào", "xây trường phổ thông A", "trường cấp 40 suất học bổng".
	bool names_small_school(std::uint32_t begin, std::uint32_t t) const;
	/// Behind "cửa khẩu", "Cửa khẩu quốc tế" where a name follows.
	std::uint32_t behind_gate_words(std::uint32_t t) const;
	/// "các cặp cửa khẩu Lóng Sập - Pa Háng, Chiềng Khương - Bản Đan": a name in a list of crossings, no village.
	bool names_crossing(std::uint32_t begin) const;
	/// "ba huyện A, B và C": those of a list whose province nothing tells lie where the others lie.
	void place_alike(std::size_t index);
	/// "Hội Chữ thập đỏ huyện A Lưới": an office that keeps its name with that of its district.
	std::uint32_t read_office_of_district(const lexicon::Body& body, std::uint32_t begin, std::uint32_t t);
	/// "Đại đội 321 Biên phòng", "Đại đội 321 bảo vệ biên giới": what the company does stands behind its number.
	std::uint32_t behind_border_words(std::uint32_t t) const;
	/// "Học viện Tòa án Việt Nam", "(Trường) Sĩ quan Lục quân 1": schools of a whole country, wherever they lie; none
	/// where the name in tokens [begin, end) does not say so.
	std::optional<std::uint16_t> country_of_school(std::uint32_t begin, std::uint32_t end) const;
	/// Does "(Quân khu 5)", "thuộc Quân khu 4" or ", Quân khu 2" stand here?
	bool under_region(std::uint32_t t) const;
	/// "Hải quan tỉnh A", "Hải quan các tỉnh A, B và C": the customs of provinces, which have no other name.
	bool of_provinces(const lexicon::Match& m) const;
	/// A hospital, a customs office, a university: the place is part of the name ("Bệnh viện Đa khoa tỉnh Phú Thọ").
	std::uint32_t read_institution(const lexicon::Body& body, std::uint32_t begin, std::uint32_t t);
	/// "Sư đoàn 2 (QĐND Lào)": a unit belongs to its country.
	std::uint32_t read_unit(std::uint32_t begin, std::uint32_t t, const std::string& name);
	/// "Bộ CHQS và Bộ Chỉ huy BĐBP tỉnh Quảng Trị": the body before has no place of its own and takes this one.
	void share_backwards(std::uint32_t begin, const std::vector<std::uint16_t>& places);
};

}  // namespace bienban::extraction
