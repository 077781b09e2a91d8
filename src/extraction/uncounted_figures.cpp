#include "extraction/uncounted_figures.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/frames.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Cue;
using lexicon::EntryClass;

const Clause* UncountedFigures::clause_at(std::uint32_t t) const {
	for (const auto& clause : m_c.clauses()) {
		if (clause.begin <= t && t < clause.end) return &clause;
	}
	return nullptr;
}

bool UncountedFigures::excluded(const Number& n, const Count& count, std::uint32_t begin) const {
	const auto back_to = [&](std::uint32_t tokens) { return n.begin > begin + tokens ? n.begin - tokens : begin; };
	if (m_c.has_cue(back_to(9), n.begin, Cue::happened)) return true;
	if (m_c.has_cue(back_to(8), n.begin, Cue::plan)) return true;
	if (m_c.has_cue(back_to(5), n.begin, Cue::compare) && count.entry->theme == std::nullopt) return true;
	if (count.entry->weak) {
		static constexpr std::array<std::string_view, 10> k_clear = {"phát", "quang", "tuần", "mở",  "làm",
		                                                             "xây",  "dựng",  "dọn",  "sửa", "nạo"};
		bool cleared = false;
		for (auto t = back_to(12); t < n.begin; ++t) cleared = cleared || base::one_of<k_clear>(m_a.word(t));
		if (!cleared || m_c.has_cue(back_to(8), n.begin, Cue::length)) return true;
	}
	// "Đoàn có 15 người", "với sự tham gia của 40 cán bộ": unless it is the second half of a pair ("2 đợt/40 cán
	// bộ").
	const bool pair = n.begin > 0 && m_a.tokens[n.begin - 1].is('/');
	if (!pair && m_c.has_cue(back_to(7), n.begin, Cue::attend)) return true;
	if (!pair && takes_part(n, count, begin)) return true;
	// "Trường A do B quản lý, hiện giảng dạy hơn 200 học sinh": how large the school is.
	if (count.unit == "học sinh" || count.unit == "em") {
		for (std::uint32_t back = 2; back <= 5 && n.begin >= begin + back; ++back) {
			const auto next = m_a.word(n.begin - back + 1);
			if (m_a.small(n.begin - back) == "hiện" && (next == "giảng" || next == "dạy" || next == "đang"))
				return true;
		}
	}
	// "gặp mặt 36 lưu học sinh": who was there.
	if (n.about_begin >= begin + 2 && m_a.word(n.about_begin - 1) == "mặt" && m_a.word(n.about_begin - 2) == "gặp")
		return true;
	// "đã ký một biên bản ghi nhớ": the paper itself.
	if (n.value == 1 && n.end < m_a.tokens.size() && m_a.at(n.end, EntryClass::instrument) != nullptr) return true;
	if (given_goods(n, begin)) return true;
	if (of_the_whole(n, count)) return true;
	// "kiểm tra khu vực giáp ranh 6 lần": no length.
	static constexpr std::array<std::string_view, 6> k_times = {"lần", "lượt", "đợt", "buổi", "cuộc", "chuyến"};
	if (m_c.has_cue(back_to(4), n.begin, Cue::length) &&
	    !base::one_of<k_times>(std::string_view(count.unit).substr(0, count.unit.find(' '))))
		return true;
	// "khỏi một cơ sở lừa đảo", "gặp mặt 215 lưu học sinh", "cả thảy 25 người": where, and who was there.
	if (n.about_begin > begin) {
		const auto before = m_a.word(n.about_begin - 1);
		if (before == "gặp" && count.unit.starts_with("doanh nghiệp")) return true;
		if (before == "khỏi" || (before == "thảy" && deed_behind(count.end, count.end + 6) == nullptr)) return true;
		for (std::uint32_t back = 1; back <= 3 && n.about_begin >= begin + back; ++back) {
			const auto* met = m_a.cue_at(n.about_begin - back, Cue::reception);
			if (met != nullptr && met->end == n.about_begin) return true;
		}
	}
	// "Đoàn mười lăm người do bà A làm trưởng đoàn".
	if (n.about_begin > begin && m_a.small(n.about_begin - 1) == "đoàn" &&
	    (count.unit.starts_with("người") || count.unit.starts_with("thành viên")))
		return true;
	// "Tám người trong đoàn": how many came.
	if (count.end + 1 < m_a.tokens.size() && (m_a.word(count.end) == "trong" || m_a.word(count.end) == "của") &&
	    m_a.word(count.end + 1) == "đoàn")
		return true;
	// "Ngôi trường năm phòng": how large it is.
	if (count.unit.starts_with("phòng") && n.about_begin > begin) {
		const auto before = m_a.word(n.about_begin - 1);
		if (before == "trường" || before == "nhà" || before == "trạm" || before == "ngôi") return true;
		// "tòa nhà gồm 2 tầng, 10 phòng học", "diện tích 300 m2 với 6 phòng".
		for (std::uint32_t back = 1; back <= 16 && n.begin >= begin + back; ++back) {
			const auto word = m_a.word(n.begin - back);
			if (word == "tầng" || word == "tích" || (word == "mô" && m_a.word(n.begin - back - 1) == "quy"))
				return true;
		}
	}
	const bool soft = count.entry->theme == std::nullopt;
	if (mere_words(n, count, begin)) return true;
	// "theo học tại 3 trường": where.
	if (n.about_begin > begin && (m_a.word(n.about_begin - 1) == "tại" || m_a.word(n.about_begin - 1) == "ở"))
		return true;
	for (auto t = back_to(3); t < n.begin; ++t) {
		const auto w = m_a.word(t);
		if (w == "gồm" && soft && !pair) return true;
		if (w == "có" && !pair && !stands(count) && !healed(count, n) && !travelled(count) && !studied(count) &&
		    !passed(count) && !happens(count) &&
		    !mode_past_act(after_colon(begin) || m_a.cue_at(begin, Cue::including) != nullptr
		                       ? m_c.sentence(m_c.sentence_of(n.begin)).begin
		                       : begin,
		                   n.begin))
			return true;
		if ((w == "dịp" || w == "niệm" || w == "tuổi") && soft) return true;
		if ((w == "mỗi" || w == "từng") && !passed(count)) return true;
	}
	if (count.unit == "cửa khẩu" || count.unit == "nội dung" || count.unit == "biên bản" || count.unit == "văn bản" ||
	    count.unit == "văn kiện" || count.unit == "thỏa thuận") {
		const auto* clause = clause_at(n.begin);
		return clause == nullptr || clause->mode == Mode::event || !m_c.has_cue(back_to(6), n.begin, Cue::act);
	}
	return false;
}

bool UncountedFigures::of_the_whole(const Number& n, const Count& count) const {
	if (count.unit.find("mốc") == std::string::npos || n.about_begin < 3) return false;
	const auto t = n.about_begin;
	// "Với nhiệm vụ quản lý, bảo vệ 7 km đường biên giới, 3 mốc quốc giới".
	const auto floor = m_c.sentence(m_c.sentence_of(t)).begin;
	for (auto back = t; back > floor + 1 && t - back < 18; --back) {
		if (m_a.word(back - 1) == "lý" && m_a.word(back - 2) == "quản") return true;
		if (m_a.cue_at(back - 1, Cue::done) != nullptr || m_a.cue_at(back - 1, Cue::act) != nullptr) break;
	}
	const auto before = m_a.word(t - 1);
	if (before == "đến" || before == "tới") return true;
	// "mốc cuối trong 26 mốc được tôn tạo" tells of all of them.
	if (before == "trong") return count.end >= m_a.tokens.size() || m_a.word(count.end) != "được";
	if (before == "số" && m_a.word(t - 2) == "tổng" && m_a.word(t - 3) == "trong") return true;
	if (!m_a.tokens[t - 1].is('(')) return false;
	for (std::uint32_t back = 2; back <= 12 && t >= back + 1; ++back) {
		if (m_a.tokens[t - back].is('.')) return false;
		if (m_a.word(t - back) == "lại" && m_a.word(t - back - 1) == "còn") return true;
	}
	return false;
}

bool UncountedFigures::given_goods(const Number& n, std::uint32_t begin) const {
	static constexpr std::array<std::string_view, 10> k_goods = {"quà",  "gạo", "nhu",  "lương", "hàng",
	                                                             "tiền", "áo",  "chăn", "mì",    "giống"};
	if (n.about_begin <= begin + 2 || m_a.word(n.about_begin - 1) != "cho") return false;
	const auto from = n.about_begin > begin + 22 ? n.about_begin - 22 : begin;
	const auto* give = m_a.find_cue(from, n.about_begin, Cue::give);
	if (give == nullptr || m_c.has_cue(from, n.about_begin, Cue::medical)) return false;
	for (auto t = give->begin; t + 1 < n.about_begin; ++t) {
		if (base::one_of<k_goods>(m_a.word(t))) return true;
	}
	return false;
}

bool UncountedFigures::takes_part(const Number& n, const Count& count, std::uint32_t begin) const {
	if (count.unit.starts_with("lượt")) return false;
	// "điều 2 xuồng, 18 cán bộ, chiến sĩ vượt sông": who was sent out.
	if (count.unit.starts_with("cán bộ") || count.unit.starts_with("chiến sĩ")) {
		for (std::uint32_t back = 1; back <= 7 && n.begin >= begin + back; ++back) {
			const auto word = m_a.word(n.begin - back);
			const auto next = m_a.word(n.begin - back + 1);
			if ((word == "điều" && next != "kiện" && next != "tra" && next != "trị" && next != "hành" &&
			     next != "dưỡng") ||
			    (word == "huy" && m_a.word(n.begin - back + 1) == "động"))
				return true;
		}
	}
	const auto end = m_c.clause_of(n.begin).second;
	if (sent_along(n, count, begin, end)) return true;
	if (act_before(n, begin) != nullptr) return false;
	for (auto t = count.end; t < end && t < count.end + 14; ++t) {
		if (m_a.tokens[t].is('.')) return false;
		const auto* cue = m_a.cue_at(t, Cue::attend);
		if (cue != nullptr)
			return count.unit.find("cán bộ") == 0 || count.unit.find("chiến sĩ") != std::string::npos ||
			       count.unit.starts_with("đại biểu") || count.unit.starts_with("hội viên") ||
			       count.unit.starts_with("đoàn viên") || count.unit.starts_with("thanh niên") ||
			       count.unit.starts_with("học sinh") || count.unit.starts_with("sinh viên");
	}
	return false;
}

bool UncountedFigures::sent_along(const Number& n, const Count& count, std::uint32_t begin, std::uint32_t end) const {
	static constexpr std::array<std::string_view, 10> k_people = {"bà con",     "hội viên", "chiến sĩ",  "cán bộ",
	                                                              "đoàn viên",  "người",    "quân nhân", "đại biểu",
	                                                              "thành viên", "bộ đội"};
	const bool people =
	    std::any_of(k_people.begin(), k_people.end(), [&](std::string_view w) { return count.unit.starts_with(w); });
	if (!people || n.about_begin <= begin) return false;
	const auto verb = m_a.small(n.about_begin - 1);
	if (verb != "đưa" && verb != "cử" && verb != "cho" && verb != "dẫn" && verb != "cùng" && verb != "và") return false;
	const auto stop = std::min(end, count.end + (verb == "và" || verb == "cùng" ? 20 : 10));
	if (verb == "cho") {
		static constexpr std::array<std::string_view, 5> k_ways = {"băng", "vượt", "sang", "cùng", "lội"};
		for (auto t = count.begin; t < std::min(end, count.end + 1); ++t) {
			if (base::one_of<k_ways>(m_a.word(t))) return true;
		}
		return false;
	}
	if (verb == "cử") return m_c.has_cue(count.end, stop, Cue::attend);
	for (auto t = count.end; t + 1 < stop; ++t) {
		const auto w = m_a.word(t);
		if (w == "qua" || w == "thăm" || w == "sang" || w == "tới" || w == "đến") return true;
		if (w == "được" && verb == "cùng") return true;
	}
	return false;
}

bool UncountedFigures::mere_words(const Number& n, const Count& count, std::uint32_t begin) const {
	const auto* deed = act_before(n, begin);
	if (n.in_words && n.value <= 2 && !(n.value == 2 && falls_to_them(n, count)) &&
	    (deed == nullptr || n.begin - deed->end > 4 || m_a.tokens[n.begin - 1].is(',')))
		return true;
	const auto theme = count.entry->theme;
	if (theme == model::Theme::aid && !count.unit.starts_with("ngày công")) return true;
	// "35 suất học bổng" are given, never done.
	if (count.unit == "suất" || count.unit.starts_with("suất ")) return true;
	if (suffers(count)) return true;
	// "Vượt hơn 70 km đường rừng": the way there.
	for (std::uint32_t back = 1; count.unit.starts_with("km") && back <= 2 && n.about_begin >= begin + back; ++back) {
		const auto w = m_a.small(n.about_begin - back);
		if (w == "vượt" || w == "băng" || w == "đi" || w == "qua") return true;
	}
	// "21 vụ trộm cắp đã xảy ra".
	for (auto t = count.end; t < count.end + 3 && t + 1 < m_a.tokens.size() && deed == nullptr; ++t) {
		if (m_a.word(t) == "xảy" && m_a.word(t + 1) == "ra") return true;
	}
	// "3 bộ", "36 chiếc", "8 cái": things that are counted, no deeds.
	static constexpr std::array<std::string_view, 9> k_pieces = {"bộ",  "chiếc", "cái", "tấm",     "đôi",
	                                                             "con", "cây",   "bao", "hệ thống"};
	if (count.entry->measure && base::one_of<k_pieces>(count.unit) && (deed == nullptr || n.begin - deed->end > 6))
		return true;
	if (theme == model::Theme::infrastructure && m_a.find_cue(count.end, count.end + 8, Cue::happened) != nullptr)
		return true;
	// "giúp bạn xây nhà trị giá …, mở 4 lớp tập huấn": the nearer deed tells.
	const auto* given = m_a.find_cue(begin, n.begin, Cue::give);
	if (count.entry->measure && given != nullptr &&
	    (deed == nullptr || deed->begin < given->end || n.begin - deed->end > 2))
		return true;
	if (theme == model::Theme::twinning && !became_twins(count) && !standing_pairs(n, count)) {
		const auto* clause = clause_at(n.begin);
		if (deed == nullptr ||
		    (clause != nullptr && clause->mode == Mode::event && !m_c.has_cue(begin, n.begin, Cue::done)))
			return true;
	}
	return false;
}

bool UncountedFigures::falls_to_them(const Number& n, const Count& count) const {
	const auto& sentence = m_c.sentence(m_c.sentence_of(n.begin));
	const bool known = std::any_of(m_out.begin(), m_out.end(), [&](const model::Record& r) {
		const auto* result = std::get_if<model::Result>(&r.value);
		return result != nullptr && result->value == n.value && result->unit == count.unit;
	});
	const bool acts = m_a.cue_at(count.end, Cue::act) != nullptr;
	// "lực lượng bạn hai lần đáp lễ".
	if (acts && (count.unit == "lần" || count.unit == "lượt" || count.unit == "chuyến")) return true;
	if (known || (n.about_begin != sentence.begin && !m_a.tokens[n.about_begin - 1].is('.'))) return false;
	if (acts) return true;
	for (auto t = count.end; t < sentence.end && t < count.end + 12; ++t) {
		if (m_a.tokens[t].is(',') || m_a.tokens[t].is(';')) return false;
		if (m_a.word(t) == "bị") return deed_behind(t, std::min(sentence.end, t + 8)) != nullptr;
	}
	return false;
}

bool UncountedFigures::happens(const Count& count) const {
	const auto end = m_c.clause_of(count.begin).second;
	const auto* deed = deed_behind(count.end, std::min(end, count.end + 12));
	if (deed == nullptr) return false;
	if (m_a.word(deed->begin) == "bị") return true;
	static constexpr std::array<std::string_view, 7> k_times = {"lần", "lượt", "đợt", "chuyến", "cuộc", "buổi", "vụ"};
	bool sides = false;
	for (const auto cue : {Cue::both, Cue::provinces, Cue::all_sides})
		sides = sides || m_c.has_cue(count.end, deed->begin + 1, cue);
	return sides && base::one_of<k_times>(std::string_view(count.unit).substr(0, count.unit.find(' ')));
}

bool UncountedFigures::stands(const Count& count) {
	using model::Theme;
	if (count.entry->theme == Theme::trade_investment)
		return count.unit.starts_with("dự án") || count.unit.starts_with("doanh nghiệp");
	if (count.entry->theme == Theme::twinning) return count.unit.starts_with("cặp");
	return count.entry->theme == Theme::education &&
	       (count.unit.starts_with("lưu học sinh") || count.unit.starts_with("học viên") ||
	        count.unit.starts_with("sinh viên") || count.unit.starts_with("học sinh"));
}

bool UncountedFigures::travelled(const Count& count) const {
	if (count.entry->theme != model::Theme::delegation_exchange) return false;
	for (auto t = count.end; t < count.end + 14 && t < m_a.tokens.size(); ++t) {
		if (m_a.tokens[t].kind == text::TokenKind::punctuation && !m_a.tokens[t].is('/')) return false;
		const auto w = m_a.word(t);
		if (w == "sang" || w == "thăm" || (w == "lại" && m_a.word(t - 1) == "qua")) return true;
	}
	return false;
}

bool UncountedFigures::studied(const Count& count) const {
	if (count.entry->theme != model::Theme::training && count.entry->theme != model::Theme::education) return false;
	for (auto t = count.end; t + 1 < m_a.tokens.size() && t < count.end + 12; ++t) {
		if (m_a.tokens[t].is(';') || m_a.tokens[t].is('.')) return false;
		if (m_a.word(t) == "học" &&
		    (m_a.word(t + 1) == "tập" || m_a.word(t - 1) == "sang" || m_a.word(t - 1) == "theo"))
			return true;
	}
	return false;
}

bool UncountedFigures::passed(const Count& count) const {
	if (count.entry->theme != model::Theme::border_gate) return false;
	for (auto t = count.end; t + 1 < m_a.tokens.size() && t < count.end + 8; ++t) {
		if (m_a.tokens[t].kind == text::TokenKind::punctuation) return false;
		const auto w = m_a.word(t);
		const auto next = m_a.word(t + 1);
		if ((w == "qua" && (next == "lại" || next == "cửa")) || (w == "quá" && next == "cảnh") ||
		    (w == "thông" && (next == "quan" || next == "thương")) || w == "xuất" || w == "nhập")
			return true;
	}
	return false;
}

bool UncountedFigures::standing_pairs(const Number& n, const Count& count) const {
	if (!count.unit.starts_with("cặp") || n.about_begin == 0) return false;
	// "có 24 cặp bản", "có 10/12 cặp bản", "có 10 cặp bản kết nghĩa, 8 cặp đồn kết nghĩa".
	const auto from = n.about_begin > 12 ? n.about_begin - 12 : 0;
	bool stands = false;
	for (auto t = n.about_begin; t > from && !stands; --t) {
		if (m_a.tokens[t - 1].is(';') || m_a.tokens[t - 1].is('.')) break;
		stands = m_a.word(t - 1) == "có";
	}
	if (!stands) return false;
	for (auto t = count.begin; t + 1 < m_a.tokens.size() && t < count.end + 18; ++t) {
		if (m_a.tokens[t].is('.') || m_a.tokens[t].is(';')) return false;
		if (m_a.word(t) == "kết" && m_a.word(t + 1) == "nghĩa") return true;
	}
	return false;
}

bool UncountedFigures::became_twins(const Count& count) const {
	bool done = false;
	for (auto t = count.end; t + 1 < m_a.tokens.size() && t < count.end + 14; ++t) {
		if (m_a.tokens[t].is('.') || m_a.tokens[t].is(';') || m_a.tokens[t].is(',')) return false;
		const auto w = m_a.word(t);
		done = done || w == "đã" || w == "được";
		if (w == "kết" && m_a.word(t + 1) == "nghĩa") return done;
	}
	return false;
}

bool UncountedFigures::healed(const Count& count, const Number& n) const {
	const auto end = m_c.clause_of(n.begin).second;
	// "có 210 cán bộ tỉnh B được bồi dưỡng".
	if (count.unit.starts_with("cán bộ") || count.unit.starts_with("sĩ quan") || count.unit.starts_with("học viên")) {
		for (auto t = count.end; t + 1 < end && t < count.end + 8; ++t) {
			if (m_a.tokens[t].kind != text::TokenKind::word) return false;
			if (m_a.word(t) == "được") return m_a.find_cue(t, std::min(end, t + 4), Cue::act) != nullptr;
		}
		return false;
	}
	if (!count.unit.starts_with("lượt") && !count.unit.starts_with("người") && !count.unit.starts_with("bệnh nhân"))
		return false;
	return m_c.has_cue(count.end, std::min(end, count.end + 10), Cue::medical) ||
	       m_a.find_cue(count.end, std::min(end, count.end + 8), Cue::act) != nullptr;
}

bool UncountedFigures::suffers(const Count& count) const {
	// "12 hộ dân bản A (huyện B) bị cô lập": what a disaster did to them.
	const auto from = m_c.clause_of(count.begin).first;
	const bool helped = m_c.has_cue(from, count.begin, Cue::act) || m_c.has_cue(from, count.begin, Cue::give);
	if (!helped && (count.unit.starts_with("hộ") || count.unit.starts_with("nhà") || count.unit.starts_with("căn") ||
	                count.unit.starts_with("gia đình") || count.unit.starts_with("ha"))) {
		const auto end = m_c.sentence(m_c.sentence_of(count.begin)).end;
		for (auto t = count.end; t < end && t < count.end + 22; ++t) {
			if (m_a.tokens[t].is(';')) break;
			if (m_a.word(t) == "bị" && t + 1 < end && m_a.word(t + 1) != "bắt") return true;
		}
	}
	for (auto t = count.end; t < count.end + 5 && t < m_a.tokens.size(); ++t) {
		if (m_a.tokens[t].kind != text::TokenKind::word) return false;
		const auto w = m_a.word(t);
		const auto before = m_a.word(t - 1);
		if (w == "chết" || w == "vong" || (w == "mạng" && before == "thiệt") || (w == "thương" && before == "bị") ||
		    (before == "mất" && (w == "tích" || w == "chỗ" || w == "nhà")))
			return true;
	}
	return false;
}

bool UncountedFigures::after_colon(std::uint32_t t) const { return t > 0 && m_a.tokens[t - 1].is(':'); }

bool UncountedFigures::mode_past_act(std::uint32_t begin, std::uint32_t end) const {
	return m_c.has_cue(begin, end, Cue::act);
}

bool UncountedFigures::is_trade(std::uint32_t begin, std::uint32_t end) const {
	for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
		const auto& m = m_a.matches[i];
		if (m.cls != EntryClass::theme) continue;
		for (const auto theme : m_a.lexicon.theme(m.index).themes) {
			if (theme == model::Theme::trade_investment) return true;
		}
	}
	return false;
}

const lexicon::Match* UncountedFigures::deed_behind(std::uint32_t begin, std::uint32_t end) const {
	for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
		if (is_deed(m_a.matches[i].cue())) return &m_a.matches[i];
	}
	return nullptr;
}

const lexicon::Match* UncountedFigures::act_before(const Number& n, std::uint32_t begin) const {
	const lexicon::Match* best = nullptr;
	for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < n.begin; ++i) {
		const auto& m = m_a.matches[i];
		// "tổng vốn đăng ký hơn 4,2 tỷ USD": nothing is signed.
		// "Năm học 2021-2022, có 14 nghìn lưu học sinh": nor does anybody learn.
		if (m.begin > 0 && m_a.word(m.begin) == "học" && m_a.small(m.begin - 1) == "năm") continue;
		if (m_a.word(m.begin) == "ký" && m.begin > 0 && m_a.small(m.begin - 1) == "đăng") continue;
		if (is_deed(m.cue()) && (best == nullptr || m.begin >= best->end) && !m_a.tokens[m.begin].all_capital)
			best = &m;
	}
	return best;
}

}  // namespace bienban::extraction
