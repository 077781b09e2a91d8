#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/parties.hpp"

namespace bienban::extraction {

/// A party whose place the words at it do not tell: which mention, and what is known of it.
struct PendingParty {
	std::size_t mention = 0;
	std::string kind;
	std::string name;
	lexicon::Country country = lexicon::Country::none;
	bool both = false;
	std::size_t slot = 0;
	bool each = false;     ///< one in every Lao province that the text has named together
	bool counted = false;  ///< one in each of so many Lao provinces: "Hội LHPN 3 tỉnh Bắc Lào"
};

/// Does the word at this token name Laos? Those of "Lào Cai" and "tiếng Lào" do not.
bool says_laos(const Annotated& a, std::uint32_t token);

/// The value of a small number in digits or letters ("8", "bốn"), from three to ninety-nine; 0 for any other word.
std::size_t small_count(std::string_view word);

/// Is a school by this name ("Đại học Hồng Đức") one of Viet Nam? Those of Laos bear names of another shape
/// ("Souphanouvong", "Champasak").
bool is_vietnamese_college(std::string_view name);

/// "Tập đoàn Điện lực Việt Nam", "Công ty Điện lực Lào": the country that a firm or a school is called by, else none.
lexicon::Country country_in_name(std::string_view kind, std::string_view name);

/// Gives every mention that waits for its place the one that the text as a whole suggests: by its own name elsewhere,
/// by a list named before, by the side and the places around it, else by the province of its side.
class PartyCompletion {
public:
	PartyCompletion(const Annotated& a, Parties& parties) : m_a(a), m_out(parties) {}
	/// `central` are the mentions of bodies that have a country, no province.
	void complete(const std::vector<PendingParty>& pending, const std::vector<std::size_t>& central);

private:
	/// Fills in one mention; where nothing tells its side and `unknown` is given, puts it there for later.
	void fill(const PendingParty& p, const std::vector<std::size_t>& central, std::vector<PendingParty>* unknown);
	/// "Ba ngày ở xứ bạn, … bản A": a village in a sentence that is set across the border.
	bool among_friends(const PartyMention& mention) const;
	/// "Công an 4 tỉnh" where the text has named so many: that list, else all of the kind.
	std::vector<model::Party> group_of_count(const PartyMention& mention, const PendingParty& p) const;
	/// The bodies, of the kind asked for, of the last so many provinces of one side that stand in one list before.
	std::vector<model::Party> bodies_of_listed(const PartyMention& mention, const PendingParty& p, std::size_t count,
	                                           lexicon::Country side) const;
	const lexicon::Lexicon& lex() const { return m_a.lexicon; }
	model::Party make(std::uint16_t place, std::string_view kind, std::string_view name) const;
	bool in_commune(const PartyMention& mention) const;
	void call_towns_districts();
	std::optional<std::uint16_t> place_of_post(const PendingParty& p) const;
	std::optional<std::uint16_t> place_of_next(const PartyMention& mention, const PendingParty& p) const;
	/// "Trường Đại học Y khoa Vinh", "Bệnh viện Đa khoa khu vực Bắc Quảng Trị": the one place that the name holds.
	std::optional<std::uint16_t> place_in_name(const PartyMention& mention, const PendingParty& p) const;
	/// "công đoàn Hà Tĩnh" in a text about the province's Liên đoàn Lao động means it.
	void call_unions_alike();
	/// "Sở Giáo dục" in a text that also calls it by its whole name means the same.
	void call_departments_alike();
	/// "kết nghĩa với ba bản A, B (thuộc cụm bản C)": the villages of one list lie together, where its last one lies.
	void place_villages_alike();
	/// "Công an nước bạn Lào tại bản A, tỉnh B" beside a provincial force of the Vietnamese side: the force of B, or of
	/// the one Lao province that the text names.
	void place_friends();
	/// "Hải quan tỉnh A" and "Cục Hải quan tỉnh A" are one, called as the text first calls it below its headline.
	void call_customs_alike();
	/// A body by its own name where another mention says where it is.
	std::optional<model::Party> known_by_name(const PendingParty& p) const;
	/// "Bộ CHQS bốn tỉnh bạn": the list that was named before.
	const std::vector<model::Party>* earlier_group(const PartyMention& mention, const PendingParty& p) const;
	/// "các đại đội biên phòng của hai tỉnh bạn": one for each province of the longest Lao list named before.
	void one_for_each(PartyMention& mention, const PendingParty& p) const;
	/// "bộ đội biên phòng hai nước", or the bare words in a text about the national commands.
	bool central_guard(PartyMention& mention);
	/// The side that the words right before a mention name: "phía bạn có …", "phía Lào …".
	lexicon::Country side_of(const PartyMention& mention) const;
	/// "đoàn tỉnh Hủa Phăn đến thăm huyện Mai Châu", "BĐBP Sơn La sang thăm bản X": who is visited lies across the
	/// border; Vietnamese also visit at home, unless they cross ("sang").
	lexicon::Country side_across(const PartyMention& mention) const;
	/// "Công ty A và tỉnh B (Lào) ký": an institution that no place is told of, joined to a body of the other side.
	lexicon::Country side_joined(const PartyMention& mention, std::string_view kind) const;
	/// "Trường Đại học A tiếp nhận 10 sinh viên tỉnh Xiêng Khoảng": students of Laos are taken in by a Vietnamese
	/// school.
	bool takes_in_students(const PartyMention& mention) const;
	/// "tại tỉnh Luông Pha Băng, đoàn Bộ A Việt Nam đã tới thăm, tặng quà Trường B": the school lies where the gift is
	/// given, whoever gives.
	lexicon::Country side_where_given(const PartyMention& mention) const;
	/// "Đến huyện A, …": is the place at this token where somebody goes?
	bool is_goal(std::uint32_t place, std::uint32_t begin) const;
	/// "được Sở Y tế cử sang Bệnh viện tỉnh B": behind the word lies the other side.
	bool crosses_between(std::uint32_t begin, std::uint32_t end) const;
	/// The side that the places around a local body speak for: the last one before it in its sentence, else the first
	/// behind it, else the last of the sentence before.
	lexicon::Country side_around(const PartyMention& mention) const;
	static bool serves_a_country(std::string_view name);
	/// "Công ty Thủy điện Sông Đà và Điện lực Lào": two firms under one head noun, filled as such; false for all else.
	bool part_from_lao_firm(PartyMention& mention, const PendingParty& p, std::vector<PendingParty>* unknown);
	/// Whether the first body of Viet Nam that the text names is one of the whole country: a ministry, a central union.
	bool nation_acts() const;
	/// "cụm bản A".
	bool in_group_of_villages(const PartyMention& mention) const;
	/// "thôn A kết nghĩa với bản B": a village twinned with one that only Viet Nam calls so is the other's.
	lexicon::Country side_twinned(const PartyMention& mention) const;
	/// "đoàn đã sang huyện Nòng … các gia đình ở bản A Xóc": the side of the village or district that the text was in
	/// last.
	lexicon::Country side_of_scene(const PartyMention& mention, std::string_view kind) const;
	/// The province of this side that the same sentence or the one before names last.
	std::optional<std::uint16_t> nearest_place(const PartyMention& mention, lexicon::Country side) const;

	const Annotated& m_a;
	Parties& m_out;
};

/// "VN-05/border-post/chiềng tương".
model::Party make_party(const lexicon::Place& place, std::string_view kind, std::string_view name = {});

}  // namespace bienban::extraction
