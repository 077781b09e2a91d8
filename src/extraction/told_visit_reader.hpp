#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/visit_movers.hpp"

namespace bienban::extraction {

/// Where a sentence says that somebody goes: the words, and how surely they speak of a journey.
struct TravelMark {
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	bool strong = false;  ///< "đặt chân", "là khách của", "lên đường": of people on a journey only
	bool opens = false;   ///< stands at the head of its sentence, so that the subject follows
};

/// Visits told without a plain word of travel between the two sides: who goes, whom they reach, on which day.
class ToldVisits : private VisitMovers {
public:
	ToldVisits(const Context& context, std::vector<model::Record>& out) : VisitMovers(context), m_out(out) {}
	void run();

private:
	/// "Chủ nhà là Ủy ban MTTQ tỉnh A": the body that receives, where the province was told so far.
	void take_named_hosts();
	void read_sentences();
	/// "Hai mươi hai cán bộ văn hóa tỉnh A vừa có bốn ngày học hỏi tại B", "Các cán bộ Hội A có trọn buổi chiều ở huyện
	/// B": people of the one side, on days of their own, in a place of the other, where nothing is done together.
	bool read_presence(const text::Sentence& sentence);
	/// "Trong hai ngày 14 và 15/8 ở nước bạn, đoàn còn tới xem …": the pair that the text speaks of, as a delegation
	/// over there.
	bool read_abroad(const text::Sentence& sentence);
	/// "Các cán bộ Hội A", "những người thợ Công ty A".
	bool of_people(std::uint32_t begin, std::uint32_t end) const;
	bool speaks_of_travel(std::uint32_t s) const;
	/// Has a visit been read out of this sentence?
	bool told_in(const text::Sentence& sentence) const;
	/// "hoãn lại", "nếu", "chưa": it did not happen.
	bool not_done(const text::Sentence& sentence) const;
	/// The day of what the token tells, of its sentence; else the last of the block, the event's.
	std::optional<std::string> day_of_mark(const text::Sentence& sentence, std::uint32_t token, bool& own) const;
	/// "Điểm dừng đầu là A ngày 6/6, điểm dừng sau là B hôm 8/6": hosts, one after another, of those on the way.
	bool read_stops(const text::Sentence& sentence);
	/// "điểm dừng đầu là", "chặng cuối là", "nơi đến tiếp theo là": the token behind "là"; 0 where `t` begins no such
	/// words.
	std::uint32_t stop_named(std::uint32_t t, std::uint32_t end) const;
	/// "Phó Bí thư Huyện ủy A đón Huyện trưởng B tại cửa khẩu C"; "xe chở đoàn B qua mốc. Ra tận cửa khẩu đón bạn là
	/// Phó Chủ tịch A".
	bool read_welcome(const text::Sentence& sentence);
	std::vector<Player> behind_of(const lexicon::Match& m, const text::Sentence& sentence) const;
	/// "tiếp những người nông dân đến từ tỉnh A".
	bool come_from(const lexicon::Match& m, const Player& next) const;
	/// "đón bạn là …", "đón đoàn ở cửa khẩu có …": guests without a name, then the one who receives.
	bool received_guests(const lexicon::Match& m, const Player& next, const text::Sentence& sentence) const;
	std::optional<std::string> name_behind(const Player& player, const text::Sentence& sentence) const;
	/// "hai mươi nữ cán bộ A được chị em B choàng khăn", "họ được B đón từ ngày 13/3", "A được Huyện trưởng nước bạn
	/// đưa đi xem": taken in by those who stand between "được" and the verb.
	bool read_taken_in(const text::Sentence& sentence);
	/// The token of a verb of welcoming within some words: "đón", "choàng khăn", "đưa đi xem", "dẫn đi thăm"; 0 where
	/// none is.
	std::uint32_t taking_verb(std::uint32_t begin, std::uint32_t end) const;
	PartySet hosts_between(std::uint32_t begin, std::uint32_t end) const;
	bool veterans(std::uint32_t begin, std::uint32_t end) const;
	/// "Kết thúc bốn ngày làm việc, trưa 18/7, đoàn A rời B về nước": a stay of so many days that ends.
	bool read_leaving(const text::Sentence& sentence);
	/// "Chương trình hai ngày 5 và 6/8 ở Quảng Nam của bà X, Chủ tịch Hội A", "ngày đầu của đoàn A trên đất B": days
	/// that somebody spends in a place of the other side.
	bool read_programme(const text::Sentence& sentence);
	PartySet host_at(std::uint32_t begin, std::uint32_t end) const;
	/// "Theo lời mời của B, … mười cán bộ A đặt chân lên đất bạn", "Nhận lời mời của B, A khảo sát …": the one who
	/// invites is the host.
	bool read_invitation(const text::Sentence& sentence);
	bool read_moves(const text::Sentence& sentence);
	/// A word of going at this token; `end` is 0 where there is none.
	TravelMark mark_at(std::uint32_t t, const text::Sentence& sentence) const;
	/// "cùng ba cán bộ qua Đà Nẵng": the name of a place stands right behind; not "thời gian qua", "đi qua", "thông
	/// qua".
	bool goes_over(std::uint32_t t, const text::Sentence& sentence) const;
	/// "qua cửa khẩu A", "qua cột mốc 327", "qua biên giới": over to the other side, whichever that is.
	bool crosses_line(std::uint32_t t) const;
	/// Who lives where those go who cross the line: named behind it in the sentence or in the next one of the block.
	PartySet hosts_across(const TravelMark& mark, const text::Sentence& sentence) const;
	/// The province of the place that begins at this token or right behind it.
	std::optional<model::Party> place_at(std::uint32_t begin) const;
	/// "Ông cùng bốn sĩ quan đã lên đường …": the body of the person with a post whom the sentence before names.
	std::vector<Mover> person_before(const text::Sentence& sentence, lexicon::Country host) const;
	bool read_move(const text::Sentence& sentence, const TravelMark& mark);
	/// Are the hosts named with the movers before the word: "huyện A và huyện B tới đủ 12 cột mốc"?
	bool joined_to(const PartySet& hosts, const std::vector<Mover>& movers, std::uint32_t begin,
	               std::uint32_t end) const;
	/// "mười hai cán bộ A", "bảy giảng viên": people are spoken of.
	bool people_go(std::uint32_t begin, std::uint32_t end) const;
	/// "các anh", "họ", "đoàn", "cả đoàn", or no subject at all behind a day or a comma.
	bool stands_for(std::uint32_t begin, std::uint32_t end) const;
	std::uint32_t last_end(const TravelMark& mark, const text::Sentence& sentence) const;
	/// Who is visited: named within a few words behind the mark, as a body, a venue or a post; else the place.
	PartySet hosts_behind(const TravelMark& mark, const text::Sentence& sentence) const;
	/// "Công an tỉnh A có khách. Đoàn Công an tỉnh B tới bàn chuyện …": a delegation comes to whom the sentence before
	/// told of.
	PartySet hosts_before(const TravelMark& mark, const text::Sentence& sentence) const;
	/// "đã sang tới nơi", "có mặt tại chỗ", "đến tận nơi".
	bool arrives(const TravelMark& mark) const;
	/// "thăm một số cơ sở sản xuất ở tỉnh A": what is looked at there.
	bool sights(std::uint32_t begin, std::uint32_t end) const;
	bool greets(const TravelMark& mark) const;
	bool friends_behind(const TravelMark& mark, const text::Sentence& sentence) const;
	/// "trong chuyến công tác Lào, X đã chào Bộ trưởng Bộ Quốc phòng Lào", "đặt chân lên đất bạn": of the country that
	/// is entered the body that the sentence or the text names.
	PartySet bodies_across(const TravelMark& mark, const text::Sentence& sentence) const;
	/// Who goes, named in tokens [begin, end): the delegations, else bodies, else the bodies of named persons.
	std::vector<Mover> subjects(std::uint32_t begin, std::uint32_t end, lexicon::Country side) const;
	/// Whom the text has followed so far, of the side that is not the hosts'.
	PartySet topic(const text::Sentence& sentence, lexicon::Country host) const;
	/// The body of the movers' kind in the province that is named as the goal, where the text speaks of it.
	model::Party better_host(const model::Party& host, const model::Party& mover) const;
	std::optional<std::string> head_of_told(const Mover& mover, const text::Sentence& sentence) const;
	/// "do X dẫn đầu", "Đại tá X dẫn đoàn.", "Trưởng đoàn là bà X": in the sentence, or in one of the two behind it.
	std::optional<std::string> head_beside(const text::Sentence& sentence, const model::Party& mover) const;
	void add(const model::Party& from, const model::Party& to, const std::optional<std::string>& date,
	         std::optional<std::string> head, const text::Sentence& sentence, std::uint32_t begin, std::uint32_t end);

	std::vector<model::Record>& m_out;
};

}  // namespace bienban::extraction
