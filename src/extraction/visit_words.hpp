#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extraction/occasions.hpp"

namespace bienban::extraction {

/// What the words around a word of travel say: whether somebody really goes, who is meant by a short word, where the
/// telling ends.
class VisitWords {
public:
	explicit VisitWords(const Context& context) : m_c(context), m_a(context.a()) {}

protected:
	text::Word word_or_none(std::uint32_t t) const;
	bool says_visit(const lexicon::Match& m) const;
	/// "thăm hỏi lẫn nhau", "mời đoàn sang thăm", "nhiều đoàn sang thăm", "sang năm": no visit of anybody.
	bool in_general(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end, bool on_day) const;
	/// "45 cán bộ sang học" counts; "vượt hơn 200 cây số", "hai ngày đường" measures the way.
	bool counts_travellers(std::uint32_t begin, std::uint32_t end) const;
	/// "cử 4 giảng viên sang dạy tiếng Việt": in tokens [begin, end), people who are sent to work, and no delegation.
	bool sends_to_work(std::uint32_t begin, std::uint32_t end) const;
	/// The clause itself speaks of what is to come; where it does not, the mode is only carried over from the sentence
	/// before.
	bool looks_forward(std::uint32_t begin, std::uint32_t end) const;
	/// "Vừa qua, đoàn …", "Mới đây, …": news without a day, told of a delegation.
	bool just_now(std::uint32_t begin, std::uint32_t end) const;
	/// "Thủ tướng X đến Thủ đô Viêng Chăn": one who speaks for his country travels without a delegation.
	bool head_of_state_moves(const lexicon::Match& m, std::uint32_t begin, bool on_day) const;
	/// "đưa đoàn của mình vượt đèo sang từ tờ mờ sáng", "đến sau nửa buổi": over to the other side, which the word
	/// leaves out.
	bool crosses(const lexicon::Match& m) const;
	/// "từ ngày 20 đến 23-12": between two days.
	bool joins_dates(const lexicon::Match& m) const;
	/// "Trụ sở B là nơi đoàn đến": the token of "nơi", behind the host; 0 where it stands elsewhere.
	std::uint32_t named_as_goal(std::uint32_t begin, std::uint32_t end) const;
	/// "ba ngày, 22 đến 24/3, chiều 23/3 hội đàm": the days of the stay, where a day within them stands nearer.
	std::optional<std::string> stay_around(const std::optional<std::string>& day, std::uint32_t begin,
	                                       std::uint32_t end) const;
	/// "…, ở lại đến 16-12", "lưu lại tới hết ngày 17/8", "kéo dài ba ngày" in the clause of a stay that begins on
	/// `day`.
	std::string stay_until(const std::string& day, std::uint32_t begin, std::uint32_t end) const;
	/// "Sang tỉnh A năm ngày, đoàn B …", "Sang dự lễ có đoàn B …": the token of the delegation behind a word of travel
	/// that opens the clause; 0 where there is none.
	std::uint32_t guests_behind(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const;
	/// "Khách đến tỉnh A".
	bool guests_before(const lexicon::Match& m, std::uint32_t begin) const;
	/// "Tỉnh trưởng X đặt chân tới": a post without a name right before the word.
	bool post_moves(const lexicon::Match& m, std::uint32_t begin, bool on_day) const;
	/// The body of the post that ends right before the word.
	PartySet post_before(const lexicon::Match& m, std::uint32_t begin) const;
	/// "đón những vị khách quen", "đón khách": guests whom another sentence names.
	bool speaks_of_guests(const lexicon::Match& m, std::uint32_t end) const;
	/// "Nhận lời mời của H", "theo lời mời của H": the host that invites.
	bool invites(const PartyMention& p, std::uint32_t begin) const;
	/// A word for a delegation that is no part of a body's name ("Đoàn Thanh niên").
	bool delegation_in(std::uint32_t begin, std::uint32_t end) const;
	/// "Đoàn Thanh niên", "Tỉnh đoàn", "Đoàn Kinh tế - Quốc phòng 337": part of a body's name.
	bool in_body_name(std::uint32_t t) const;
	bool delegation_before(std::uint32_t t, std::uint32_t begin) const;
	/// "Đoàn đại biểu quân sự cấp cao Lào": the ministry's.
	bool military(std::uint32_t t, std::uint32_t begin) const;
	/// "Đoàn đại biểu thanh niên tỉnh X": the body of that trade; nothing where no trade is named.
	std::optional<model::Party> body_of_trade(const model::Party& party, std::uint32_t t, std::uint32_t begin) const;
	/// "Đại úy X, Đại đội trưởng …, đã sang dự", "dẫn cán bộ sang": an officer with his post who crosses.
	bool officer_crosses(const lexicon::Match& m, std::uint32_t begin, bool on_day) const;
	/// Something else is told between: a gift, an aim, a second deed.
	bool stops(std::uint32_t from, std::uint32_t to) const;
	/// "thăm huyện A, tìm hiểu cách dân bản B làm du lịch": what they did there, no further host.
	bool goes_on(std::uint32_t from, std::uint32_t to) const;
	/// "Chủ tịch nước X tiếp …": who receives speaks for the country.
	PartySet states_of_names(std::uint32_t begin, std::uint32_t end, lexicon::Country side) const;
	/// "chúc Tết Tỉnh trưởng Sê Kông", "chào Chủ tịch UBND tỉnh X": a host told by the post.
	PartySet hosts_by_post(std::uint32_t begin, std::uint32_t end) const;
	/// "thăm Sở", "thăm thành phố", "thăm Hội", "thăm nhà trường": the body of that kind which the text has named.
	PartySet short_name_or(const lexicon::Match& m, std::uint32_t end, PartySet otherwise, lexicon::Country side) const;
	/// "đoàn Hội Phụ nữ tỉnh A tới B": by the bare name of a province the same body of it, where the text speaks of
	/// that.
	model::Party peer_at(const model::Party& host, const model::Party& mover, const lexicon::Match& m,
	                     std::uint32_t end) const;
	/// The body of the host's province whom the text sets against the mover: its border guard, where a military command
	/// has come; else the host.
	model::Party set_against(const model::Party& host, const model::Party& mover) const;
	/// The body of the host's province that is like the mover's, where the text names it; else the host.
	model::Party peer_in(const model::Party& host, const model::Party& mover) const;

	const Context& m_c;
	const Annotated& m_a;
};

}  // namespace bienban::extraction
