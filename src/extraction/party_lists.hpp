#pragma once

#include "extraction/institution_name.hpp"
#include "extraction/party_completion.hpp"

namespace bienban::extraction {

/// Bodies that are named in lists, again, or in full: what a list announces, what an earlier mention tells of a later
/// one, and bodies that no table has.
class PartyLists : protected InstitutionName {
public:
	using InstitutionName::InstitutionName;

protected:
	/// Behind "Bắc Lào gồm:", "bạn (", "biên giới:" the first token of a list of provinces; t where there is none.
	std::uint32_t announced_list(std::uint32_t t) const;
	/// "tặng đại đội một số …", "do đồn biên phòng giúp": the one named before, where nothing makes it any or all of
	/// them ("các đại đội", "mỗi đại đội", "kết nghĩa đồn - đại đội").
	bool stands_alone(std::uint32_t begin, std::uint32_t t) const;
	/// "các đồn biên phòng: Phú Gia, Hòa Hải, Hương Quang", "ba đồn của BĐBP tỉnh X gồm A, B và C": the names behind
	/// the announcement. Gives t where none stand there.
	std::uint32_t listed_units(std::uint32_t begin, std::uint32_t t, std::string_view kind,
	                           const std::optional<std::uint16_t>& place);
	/// The province that an earlier mention of a unit by this name gives.
	std::optional<std::uint16_t> told_before(std::string_view kind, std::string_view name) const;
	/// The province that the text tells right behind the name of a district, wherever it does: "bản A, huyện X (tỉnh
	/// B, Lào)". `begin` and `end` are those of the name.
	std::optional<std::uint16_t> province_told_beside(std::uint32_t begin, std::uint32_t end);
	/// "Huyện ủy, HĐND, UBND huyện X": the committees before the last are the district's too.
	void drop_committees_before(std::uint32_t begin);
	/// "Hội Doanh nhân trẻ tỉnh Nghệ An": a body that no table has, by its type word and its place.
	std::uint32_t read_institution_of_place(std::uint32_t t);
	/// "Báo Nghệ An" where it acts or is named beside others: the newspaper of a province. Gives t where there is none.
	std::uint32_t read_newspaper(std::uint32_t t);
	/// "Ban Đối ngoại Trung ương Đảng Nhân dân Cách mạng Lào", "Ban Tuyên giáo Trung ương Đảng Cộng sản Việt Nam": the
	/// name of the party tells the country.
	std::uint32_t skip_party_name(std::uint32_t t, std::optional<std::uint16_t>& place) const;
	/// "sang thăm Sở", "nhà trường": the body of this kind that was named last.
	std::uint32_t repeat_body(std::string_view kind, std::uint32_t begin, std::uint32_t t);

	std::vector<PendingParty> m_pending;

private:
	std::vector<std::uint32_t> m_districts_told;  ///< the first tokens of names behind "huyện", once they are sought
	bool m_districts_sought = false;
};

}  // namespace bienban::extraction
