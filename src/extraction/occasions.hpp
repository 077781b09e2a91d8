#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/one_of.hpp"
#include "extraction/context.hpp"
#include "model/record.hpp"

/// What meetings, visits and activities have in common: who takes part, when and where, read from the sentence around
/// the word that names the occasion.
namespace bienban::extraction {

/// The clause that a token stands in, nullptr in a headline.
inline const Clause* clause_at(const Context& context, std::uint32_t token) {
	for (const auto& clause : context.clauses()) {
		if (clause.begin <= token && token < clause.end) return &clause;
	}
	return nullptr;
}

inline Mode mode_at(const Context& context, std::uint32_t token) {
	const auto* clause = clause_at(context, token);
	return clause == nullptr ? Mode::event : clause->mode;
}

using base::one_of;

/// A party or a list of them that takes part, or a short word for them ("hai bên", "phụ nữ hai tỉnh").
struct Player {
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	PartySet parties;
	bool reference = false;
	bool title = false;  ///< told by the post of a person: "ông X, Giám đốc Sở Y tế"
};

/// Are bodies in the posts of persons players too? They are where somebody receives or is received.
enum class Titles : bool { leave, take };

/// All who may take part in tokens [begin, end): venues, bodies in brackets and the bodies above a unit are left out.
std::vector<Player> players_in(const Context& context, std::uint32_t begin, std::uint32_t end,
                               Titles titles = Titles::leave);

/// Who takes part in what the word at [cue_begin, cue_end) names: those before it, then those joined to it behind ("với
/// B", "giữa A và B", "do A và B tổ chức"). May name one side only, or nobody.
PartySet cast_of(const Context& context, std::uint32_t begin, std::uint32_t end, std::uint32_t cue_begin,
                 std::uint32_t cue_end, Titles titles = Titles::leave);

/// Adds the other side where only one is named: of the pair in force, bodies of the same kind where there are any.
void complete(const Context& context, PartySet& parties, std::uint32_t token);

/// "huyện A, giáp huyện B (Lào)": B only lies there.
bool only_borders(const Annotated& a, const PartyMention& m);

/// "mỗi năm hai bên gặp mặt", "hằng quý …": a habit, told by the words before the token.
bool habitual(const Context& context, std::uint32_t begin, std::uint32_t token);

/// States beside bodies are said of the bodies' countries only.
void drop_states(PartySet& parties);

/// The last parties of a kind that the text names before a token, one for each side where there are; a short name or
/// "hai huyện" means them. `needle` is a part of the name, where the kind has many ("sở").
enum class Depth : std::uint8_t { any, provincial };
PartySet last_of_kind(const Context& context, std::uint32_t token, std::string_view kind, std::string_view needle = {},
                      Depth depth = Depth::any);

/// "kéo dài đến hết ngày 17/11", "về nước ngày 17-9", "trở về trong ngày hôm nay": the end of what the clause tells.
bool ends_a_stay(const Annotated& a, const DateMention& date);

/// When something happens.
struct When {
	std::optional<std::string> date;
	bool own = false;  ///< its own sentence tells
	bool day = false;  ///< a day or some days, not a month
	bool period = false;
};

/// The day of what the word at `token` names: one in its clause that belongs to no paper ("ký ngày 15/12/2016"), or
/// what "cùng ngày", "hôm sau", "ngay ngày đầu" refer to.
When when_of(const Context& context, std::uint32_t begin, std::uint32_t end, std::uint32_t token);

/// "Mọi việc bắt đầu từ chuyến đi hồi tháng 3/2011. Bấy giờ, đoàn A sang thăm B": what the sentence before, of the same
/// block, dates; nothing where the clause that begins at `begin` does not open so.
const DateMention* time_spoken_of(const Context& context, std::uint32_t begin);

/// The last day of an event that the block names up to the end of a clause: the day of what it goes on to tell.
std::optional<std::string> day_so_far(const Context& context, std::uint32_t begin, std::uint32_t end);

/// Is one of the dates (EDTF) the other, or inside it?
bool dates_agree(const std::optional<std::string>& a, const std::optional<std::string>& b);

/// "còn tiếp đoàn doanh nhân Mukdahan (Thái Lan)": do these tokens name another country, and neither Laos nor anybody
/// of it?
bool with_third_country(const Context& context, std::uint32_t begin, std::uint32_t end);

/// "công tác chuẩn bị đón đoàn A", "kế hoạch đón tiếp", "chuẩn bị cho chuyến thăm": what is got ready has not happened.
bool is_prepared(const Annotated& a, std::uint32_t begin, std::uint32_t token);

/// "tại Trung tâm Hành chính tỉnh", "tại hội trường": a venue that names no province, in the hosts'.
bool unnamed_venue(const Context& context, std::uint32_t begin, std::uint32_t end);

/// Who visited whom; called before the meetings, which ask for the guests of a reception.
void find_visits(const Context& context, std::vector<model::Record>& out);

}  // namespace bienban::extraction
