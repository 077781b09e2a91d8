#include "extraction/meeting_words.hpp"

#include <algorithm>

namespace bienban::extraction {

using lexicon::Cue;
using lexicon::EntryClass;
using model::MeetingKind;

std::optional<MeetingKind> meeting_kind(Cue cue) {
	switch (cue) {
		case Cue::talks: return MeetingKind::talks;
		case Cue::conference: return MeetingKind::conference;
		case Cue::briefing: return MeetingKind::briefing;
		case Cue::reception: return MeetingKind::reception;
		case Cue::ceremony: return MeetingKind::ceremony;
		case Cue::exchange: return MeetingKind::exchange;
		default: return std::nullopt;
	}
}

bool is_formal(MeetingKind kind) {
	return kind == MeetingKind::talks || kind == MeetingKind::conference || kind == MeetingKind::briefing;
}

bool MeetingWords::inside_instrument(const lexicon::Match& m) const {
	for (auto i = m_a.first_match[m.begin > 8 ? m.begin - 8 : 0];
	     i < m_a.matches.size() && m_a.matches[i].begin <= m.begin; ++i) {
		const auto& x = m_a.matches[i];
		if (x.cls == EntryClass::instrument && x.begin < m.begin && x.end >= m.end) return true;
	}
	return false;
}

bool MeetingWords::word_before(std::uint32_t t, std::initializer_list<std::string_view> words) const {
	return t > 0 && std::find(words.begin(), words.end(), m_a.word(t - 1)) != words.end();
}

/// "lần thứ XIII", "thường niên", "định kỳ", "giao ban quý II", "theo lệ ba tháng một lần" at the word.
void MeetingWords::read_series(MeetingMention& c, const text::Sentence& sentence) const {
	const auto from = c.cue > sentence.begin + 6 ? c.cue - 6 : sentence.begin;
	const auto to = std::min(sentence.end, c.cue_end + 34);
	for (auto i = m_a.first_match[from]; i < m_a.matches.size() && m_a.matches[i].begin < to; ++i) {
		const auto& m = m_a.matches[i];
		// Right at the word, or behind a comma as a remark on the custom: "…, mỗi quý một lần".
		// "…, hai bên thống nhất duy trì trao đổi đoàn 2 năm một lần" tells of other meetings.
		const bool near = m.begin < c.cue_end + 8 || (says_custom(m) && !agreed_between(c.cue_end, m.begin));
		if (m.cue() == Cue::annual && near && !c.recurs) c.recurs = model::Recurs::annual;
		if (m.cue() == Cue::regular && near && !c.recurs) c.recurs = model::Recurs::regular;
		if (m.cue() == Cue::ordinal && !c.ordinal && m.begin >= c.cue &&
		    m_a.find(c.cue_end, m.begin, EntryClass::instrument) == nullptr) {
			std::uint32_t end = 0;
			c.ordinal = parse_ordinal(m_a, m.end, end);
		}
	}
	// "Đây là kỳ thứ năm của hội nghị thương mại biên giới".
	if (const auto* before = m_a.find_cue(from, c.cue, Cue::ordinal); before != nullptr && !c.ordinal) {
		std::uint32_t end = 0;
		const auto count = parse_ordinal(m_a, before->end, end);
		if (end < c.cue && m_a.word(end) == "của" && c.cue - end <= 2) c.ordinal = count;
	}
	if (!c.recurs && c.kind == MeetingKind::briefing && c.cue_end < sentence.end && word_or_none(c.cue_end) == "quý")
		c.recurs = model::Recurs::regular;
}

bool MeetingWords::agreed_between(std::uint32_t begin, std::uint32_t end) const {
	return m_c.has_cue(begin, end, Cue::agree) || m_c.has_cue(begin, end, Cue::propose);
}

/// "mỗi quý một lần", "ba tháng một lần", "giữ đều đặn mỗi quý": a custom, wherever it stands in the sentence.
bool MeetingWords::says_custom(const lexicon::Match& m) const {
	if (m.cue() != Cue::annual && m.cue() != Cue::regular) return false;
	const auto words = m_a.words(m.begin, m.end);
	return words.find("một lần") != std::string_view::npos || words.find("1 lần") != std::string_view::npos ||
	       words.find("ỗi") != std::string_view::npos;
}

/// "vừa được tiến hành", "vừa giao ban": news, not a look back.
bool MeetingWords::just_held(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t < end; ++t) {
		if (m_a.word(t) == "vừa" || m_a.word(t) == "Vừa") return true;
	}
	return false;
}

/// A number above one ends at the token ("hai", "112").
bool MeetingWords::counts_many(std::uint32_t t) const {
	const auto numbers = m_c.numbers_in(t > 4 ? t - 4 : 0, t + 1);
	if (numbers.empty() || numbers.back().end != t + 1) return false;
	return m_a.word(t) != "một" && m_a.word(t) != "1";
}

/// Does the text speak of an occasion, and not of meetings in general ("duy trì giao ban định kỳ")?
bool MeetingWords::stands_as_event(const MeetingMention& c, const lexicon::Match& m, std::uint32_t begin,
                                   std::uint32_t end, bool dated) const {
	const auto mode = mode_at(m_c, m.begin);
	if (!dated && !c.ordinal && habitual(m_c, begin, m.begin)) return false;
	const bool counted =
	    m.begin > 0 &&
	    (m_a.tokens[m.begin - 1].kind == text::TokenKind::number ||
	     m_a.at(m.begin - 1, EntryClass::number) != nullptr ||
	     word_before(m.begin, {"các", "những", "nhiều", "lần", "cuộc", "chế", "trì", "lịch", "độ", "nếp"}));
	// "ba tháng giao ban một lần": a custom, whatever the day.
	if (word_before(m.begin, {"tháng", "quý", "năm", "tuần"}) && word_or_none(m.end) == "một" &&
	    word_or_none(m.end + 1) == "lần")
		return false;
	if (counted && !c.ordinal && !dated && !word_before(m.begin, {"cuộc"})) return false;
	// "viện trợ phương tiện phục vụ Hội nghị …": what it is for.
	if (!dated && word_before(m.begin, {"vụ"}) && m.begin > 1 && m_a.word(m.begin - 2) == "phục") return false;
	// "hai phiên hội đàm", "112 buổi giao ban": counted with a word for one of them between.
	if (!c.ordinal && m.begin > 1 && word_before(m.begin, {"phiên", "buổi", "cuộc", "kỳ", "đợt", "bận"}) &&
	    counts_many(m.begin - 2))
		return false;
	const auto count_end = word_or_none(m.end) == "cho" ? m.end + 1 : m.end + 2;
	// "hội đàm 2 cuộc", but "hội nghị sơ kết 3 năm thực hiện …".
	if (const auto counts = m_c.numbers_in(m.end, count_end); !counts.empty() && !c.ordinal &&
	                                                          word_or_none(counts.front().end) != "năm" &&
	                                                          word_or_none(counts.front().end) != "tháng")
		return false;
	if (m.end < m_a.tokens.size() && m_a.tokens[m.end].is(':') && m.size() <= 2 && !dated) return false;
	if (mode == Mode::past && !dated && !c.ordinal &&
	    !(just_held(begin, end) && Context::both_sides(m_c.named(begin, end))))
		return false;
	// "Trong chuyến thăm, hai bên sẽ dự lễ khánh thành và chào xã giao lãnh đạo …".
	for (auto t = m.begin; !dated && t > begin; --t) {
		if (m_a.cue_at(t - 1, Cue::done) != nullptr || m_a.tokens[t - 1].is(';')) break;
		if (m_a.word(t - 1) == "sẽ") return false;
	}
	// "cuộc hội đàm … sẽ diễn ra vào tháng 12 tới".
	for (auto t = m.end; t + 1 < end && t < m.end + 30; ++t) {
		if (m_a.word(t) == "sẽ" &&
		    (m_a.word(t + 1) == "diễn" || m_a.word(t + 1) == "được" || m_a.word(t + 1) == "tổ") &&
		    m_c.names_in(m.end, t).empty())
			return false;
	}
	if (mode == Mode::future) {
		const auto* clause = clause_at(m_c, m.begin);
		if (clause != nullptr && clause->content <= m.begin && !dated &&
		    !(c.ordinal && c.kind == MeetingKind::exchange))
			return false;
	}
	switch (c.kind) {
		case MeetingKind::reception:
			return reception_words(m, begin) && !(only_together(m) && (!dated || c.headline || has_other_name(m)));
		case MeetingKind::ceremony: return ceremony_words(m, begin, end);
		case MeetingKind::exchange: return exchange_words(c, m, begin, dated);
		case MeetingKind::conference: return conference_words(m, dated);
		case MeetingKind::talks:
		case MeetingKind::briefing: return true;
	}
	return true;
}

bool MeetingWords::only_together(const lexicon::Match& m) const {
	return m_a.word(m.begin) == "ngồi" || m_a.word(m.end - 1) == "nhau";
}

bool MeetingWords::has_other_name(const lexicon::Match& m) const {
	if (word_or_none(m.end) == "sơ" || word_or_none(m.end) == "tổng") return true;
	const auto& sentence = m_c.sentence(m_c.sentence_of(m.begin));
	return m_c.has_cue(sentence.begin, sentence.end, Cue::patrol) ||
	       m_c.has_cue(sentence.begin, sentence.end, Cue::briefing) ||
	       m_c.has_cue(sentence.begin, sentence.end, Cue::talks) ||
	       m_c.has_cue(sentence.begin, sentence.end, Cue::conference) || m_a.word(m.begin + 1) == "lại";
}

bool MeetingWords::conference_words(const lexicon::Match& m, bool dated) const {
	const auto first = m_a.word(m.begin);
	// "Hội nghị lần thứ 12 Ban Chấp hành Đảng bộ": a matter of the party at home.
	for (auto t = m.end; t < m.end + 6; ++t) {
		if (word_or_none(t) == "Chấp" && word_or_none(t + 1) == "hành") return false;
	}
	// "Trung tâm Hội nghị": a building.
	if (word_before(m.begin, {"tâm"})) return false;
	// "hội nghị bàn giao hài cốt": the handover.
	if (m_a.cue_at(m.end, Cue::handover) != nullptr || m_a.cue_at(m.end, Cue::course) != nullptr) return false;
	if (first != "họp" || m.size() != 1) return true;
	if (word_before(m.begin,
	                {"tổ", "biên", "bản", "tập", "phòng", "bàn", "giờ", "chỗ", "nơi", "vào", "dự", "cuộc", "nhà"}))
		return false;
	const auto [from, to] = m_c.clause_of(m.begin);
	return dated || Context::both_sides(m_c.named(from, to)) || m_a.cue_at(m.end, Cue::conference) != nullptr;
}

/// "giao lưu" is an occasion as a named programme, or as what named people did on a day.
bool MeetingWords::exchange_words(const MeetingMention& c, const lexicon::Match& m, std::uint32_t begin,
                                  bool dated) const {
	if (m.size() >= 2 && m_a.word(m.begin) == "liên") return false;
	const auto first = m_a.word(m.begin);
	if ((first == "ngày" || first == "Ngày") && c.headline) return false;
	if (c.ordinal) return true;
	// "tham quan và giao lưu chia sẻ kinh nghiệm": a part of the visit.
	static constexpr std::string_view k_learn[] = {"chia", "trao", "học"};
	if (m.begin >= 2 && one_of(word_or_none(m.end), k_learn) && m_a.word(m.begin - 2) == "quan") return false;
	const bool organised =
	    word_before(m.begin, {"trình", "buổi", "đêm", "cuộc", "tổ", "chức", "tham", "gia", "động"}) || m.size() > 1;
	if (organised && (dated || !word_before(m.begin, {"động"}) || m_c.has_cue(begin, m.begin, Cue::held))) return true;
	if (c.headline || word_before(m.begin, {"tăng", "cường", "mạnh", "rộng", "duy", "trì", "hoạt"})) return false;
	// "Tối cùng ngày, thanh niên hai tỉnh giao lưu văn nghệ"; "Thanh niên hai tỉnh giao lưu văn nghệ" under a night's
	// camp-fire.
	const bool arts =
	    word_or_none(m.end) == "văn" || word_or_none(m.end) == "thể" || word_or_none(m.end) == "bóng" || m.size() > 2;
	if (mode_at(m_c, m.begin) != Mode::event) return false;
	return (dated || arts) && !players_in(m_c, begin, m.begin).empty();
}

/// Words that make a reception: never the "làm việc" of "sang thăm và làm việc".
bool MeetingWords::reception_words(const lexicon::Match& m, std::uint32_t begin) const {
	const auto first = m_a.word(m.begin);
	if (first == "chúc") {
		for (std::uint32_t back = 1; back <= 2 && m.begin >= begin + back; ++back) {
			const auto w = m_a.word(m.begin - back);
			if (w == "đến" || w == "sang" || w == "tới" || w == "thăm" || w == "lời" || w == "gửi") return false;
		}
	}
	if (first == "làm" || first == "gặp") {
		static constexpr std::string_view k_other[] = {"thăm",  "lề",   "sang", "tới", "đến", "chương",
		                                               "trình", "đang", "buổi", "quy", "chế", "thường",
		                                               "nhà",   "trụ",  "nơi",  "là",  "sở"};
		for (std::uint32_t back = 1; back <= 3 && m.begin >= begin + back; ++back) {
			if (m_a.cue_at(m.begin - back, Cue::travel) != nullptr || one_of(m_a.word(m.begin - back), k_other))
				return false;
		}
		if (first == "làm" && m.size() < 3) return false;
		// "gặp mặt, giao lưu văn nghệ" is the exchange.
		if (first == "gặp" && m.end + 1 < m_a.tokens.size() &&
		    (m_a.cue_at(m.end, Cue::exchange) != nullptr || m_a.cue_at(m.end + 1, Cue::exchange) != nullptr))
			return false;
	}
	return true;
}

bool MeetingWords::ceremony_words(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const {
	const auto first = m_a.word(m.begin);
	if (first == "mít" || first == "Mít") return true;
	// "hai huyện làm lễ kết nghĩa cho hai cặp bản" holds one; "trong lễ", "tại buổi lễ" points back.
	if (m.size() == 1 || first == "buổi" || first == "Buổi") return false;
	if (m_a.cue_at(m.begin, Cue::handover) != nullptr || m_a.cue_at(m.begin, Cue::opening) != nullptr ||
	    m_a.cue_at(m.begin, Cue::course) != nullptr)
		return false;
	const auto words = m_a.words(m.begin, m.end);
	// "lễ truy điệu, an táng": a burial is of one side unless the other is named.
	if (words.find("truy điệu") != std::string_view::npos || words.find("an táng") != std::string_view::npos) {
		return Context::both_sides(cast_of(m_c, begin, end, m.begin, m.end));
	}
	// "lễ trao quà" is a gift, "lễ trao văn bản" a signing.
	if (words.ends_with("trao")) {
		const auto next =
		    m_a.words(m.end, std::min<std::uint32_t>(m.end + 3, static_cast<std::uint32_t>(m_a.tokens.size())));
		return next.starts_with("văn") || next.starts_with("thỏa") || next.starts_with("Thỏa") ||
		       next.starts_with("biên") || next.starts_with("Biên") || next.starts_with("bản");
	}
	return true;
}

}  // namespace bienban::extraction
