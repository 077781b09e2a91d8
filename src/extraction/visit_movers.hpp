#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extraction/visit_words.hpp"

namespace bienban::extraction {

inline lexicon::Country other_side(lexicon::Country side) {
	return side == lexicon::Country::vn ? lexicon::Country::la : lexicon::Country::vn;
}
inline bool is_state(const model::Party& p) { return kind_of(p) == "state"; }
inline bool is_capital(const model::Party& p) { return p == "VN-HN/province" || p == "LA-VT/province"; }

/// A delegation or another body that moves, with the tokens that speak of it.
struct Mover {
	model::Party party;
	std::uint32_t begin = 0;
	std::uint32_t end = 0;  ///< up to the next mover or the word of travel
	bool person = false;    ///< told by the post of the one who travels
};

/// Who travels, and who leads them.
class VisitMovers : protected VisitWords {
public:
	using VisitWords::VisitWords;

protected:
	/// The bodies that tokens [begin, end) name, no states beside others.
	PartySet parties_of(std::uint32_t begin, std::uint32_t end, Titles titles) const;
	/// "đoàn Luông Nậm Thà" in a text about its military command: the command.
	model::Party known_body(const PartyMention& p) const;
	/// Who moves, of those named before the word of travel: the delegations, else the nearest.
	std::vector<Mover> movers_in(std::uint32_t begin, std::uint32_t end) const;
	/// "Đến huyện A hôm 10/4, đoàn thăm …", "Rời tỉnh A, đoàn …": where they are, not who they are.
	bool heads_for(std::uint32_t t) const;
	/// "Giám đốc Công an tỉnh A X và Phó Giám đốc Công an tỉnh B Y dẫn đầu hai đoàn": each leads that of his body.
	std::vector<Mover> leading_officers(std::uint32_t begin, std::uint32_t end) const;
	/// "chiều 12/11 rời Hà Nội, lên đường thăm …": where they set out from.
	bool leaves(std::uint32_t t, std::uint32_t begin) const;
	/// "chỉ huy Đại đội 217", "lãnh đạo huyện X": nobody is named between the words for a head and the verb.
	bool unnamed_heads(const PartyMention& p, std::uint32_t begin, std::uint32_t end) const;
	/// "BĐBP tỉnh A cho biết, Thượng tá X, Phó Chỉ huy trưởng Bộ CHQS tỉnh B, đã đến chào", "Bộ CHQS tỉnh A được Đại tá
	/// X, Chỉ huy trưởng Bộ CHQS tỉnh B, tới thăm": an officer of the other side stands nearer to the verb.
	std::vector<Mover> officer_between(const std::vector<Mover>& bodies, std::uint32_t begin, std::uint32_t end) const;
	/// Of several lists of one side only the last one stands before its verb.
	void keep_last_list(std::vector<Mover>& movers) const;
	/// "Tỉnh ủy, HĐND, UBND tỉnh": the leaders of one province are the province.
	static void merge_leaders(std::vector<Mover>& movers);
	/// "Tổng Bí thư X thăm cấp nhà nước tới Lào", "Thủ tướng X sang thăm": who travels speaks for the country; others
	/// for their body.
	std::vector<Mover> people_who_move(std::uint32_t begin, std::uint32_t end) const;
	/// "Đến thăm Công an tỉnh A, Đại tá X, Giám đốc Công an tỉnh B bày tỏ …": the subject stands behind the opening.
	std::vector<Mover> person_behind(const lexicon::Match& m, std::uint32_t end, const PartySet& hosts) const;
	/// Who leads the mover: "do X … làm trưởng đoàn", "X dẫn đầu đoàn", "trưởng đoàn là X"; or the person who travels
	/// himself.
	std::optional<std::string> head_of(const Mover& mover, const lexicon::Match& m, const lexicon::Match* welcome,
	                                   std::uint32_t begin, std::uint32_t end) const;
	/// "Đại tá X dẫn đoàn.", "Phó Chánh án X, người dẫn đầu đoàn bạn, …": does the sentence open with who leads?
	bool opens_with_head(const text::Sentence& sentence, const lexicon::Match* head) const;
	/// "Đoàn gồm 15 người do X làm trưởng đoàn." in one of the next sentences.
	std::optional<std::string> head_told_later(const lexicon::Match& m, bool vn) const;
	/// "Đoàn TAND tỉnh A do X dẫn đầu đã làm việc với B. … Chuyến thăm của đoàn TAND tỉnh A": who led the same body
	/// before.
	std::optional<std::string> head_told_before(const Mover& mover, std::uint32_t token, bool vn) const;
	/// Does the sentence of the token tell of a day that the one of the token before does not?
	bool on_other_days(std::uint32_t before, std::uint32_t token) const;
	/// Does "cùng Đoàn đại biểu" stand right before the end of these tokens?
	bool joins_delegation(std::uint32_t begin, std::uint32_t end) const;
	/// "ông X, Phó Bí thư Tỉnh ủy A cùng lãnh đạo Sở B và Công an tỉnh": he travels, the others go with him.
	std::vector<Mover> leader_in_company(std::uint32_t begin, std::uint32_t end) const;
};

}  // namespace bienban::extraction
