#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/party_names.hpp"

namespace bienban::extraction {

/// Bodies by their words: those of the tables, of provinces, of whole countries, offices, units and lists of them. Each
/// method reads from a token on and gives the token behind what it has read, which is put among the mentions.
class PartyBodies : protected PartyNames {
public:
	using PartyNames::PartyNames;

protected:
	std::uint32_t read_body(const lexicon::Match& m);
	/// "KTNN Lào": a body by the abbreviation that the text has given. Gives t where there is none.
	std::uint32_t read_abbreviation(std::uint32_t t);
	/// "3 tỉnh Bắc Lào", "hai tỉnh của nước bạn Lào" at t: the token behind it; 0 where it says nothing of the kind.
	std::uint32_t counted_across(std::uint32_t t) const;
	/// The same of any number: "các tỉnh Bắc Lào".
	std::uint32_t provinces_across(std::uint32_t t) const;
	/// A body of each of so many Lao provinces, which the rest of the text names.
	std::uint32_t await_counted(std::uint32_t begin, std::uint32_t end, std::string_view kind, std::string_view name);
	/// "các", "Hai", "03": a word before a head noun that makes a list of the names behind it.
	static bool says_several(std::string_view word);
	std::uint32_t behind_region(std::uint32_t t) const;
	/// A body of a whole country: a ministry, a union, the government.
	std::uint32_t read_central(const lexicon::Body& body, std::uint32_t begin, std::uint32_t t,
	                           const std::string& own_name);

	std::vector<std::size_t> m_central;  ///< mentions of central bodies among them

private:
	/// The end of "Việt Nam - Lào", "Lào và Việt Nam" at a token; the token itself where no two countries stand.
	std::uint32_t two_countries(std::uint32_t t) const;
	/// "Kiểm toán Nhà nước (KTNN) Việt Nam": keeps what the text will call the body of the tables by.
	void keep_abbreviation(const lexicon::Match& m);
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

	std::map<std::string_view, std::uint16_t> m_abbreviations;  ///< to the body of the tables
};

}  // namespace bienban::extraction
