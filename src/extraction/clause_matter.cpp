#include "extraction/clause_matter.hpp"

#include <algorithm>
#include <array>

#include "extraction/clause_signs.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Cue;
using lexicon::EntryClass;

bool ClauseMatter::fulfilled(const Clause& clause, const Signs& g) const {
	if (g.themes == 0 || g.will != 0 || g.day || m_a.word(clause.begin) != "Theo") return false;
	for (auto t = clause.begin + 1; t + 1 < clause.end; ++t) {
		const auto lead = m_a.word(t - 1);
		if (lead != "đều" && lead != "đã" && lead != "được" && lead != "cơ") continue;
		const auto word = m_a.word(t);
		const auto next = m_a.word(t + 1);
		if ((word == "hoàn" && next == "thành") || (word == "đạt" && (next == "kết" || next == "được")) ||
		    (word == "triển" && next == "khai") || (word == "thực" && next == "hiện"))
			return true;
	}
	return false;
}

bool ClauseMatter::under_what_was_signed(const Clause& clause) const {
	if (m_a.word(clause.begin) != "Theo") return false;
	auto comma = clause.begin;
	while (comma < clause.end && comma < clause.begin + 14 && !m_a.tokens[comma].is(',')) ++comma;
	if (comma + 1 >= clause.end || !m_a.tokens[comma].is(',')) return false;
	const auto next = m_a.word(clause.begin + 1);
	const bool matter = next == "nội" || next == "những" || next == "các" || next == "giao" ||
	                    m_a.find(clause.begin, comma, EntryClass::instrument) != nullptr;
	if (!matter || !m_c.has_cue(clause.begin, comma, Cue::sign)) return false;
	return !m_c.has_cue(comma, clause.end, Cue::done) && !m_c.has_cue(comma, clause.end, Cue::sign);
}

bool ClauseMatter::congratulates(const Clause& clause) const {
	static constexpr text::WordBits k_any{"chúc"};
	if (!m_a.may_say(clause.sentence, k_any)) return false;
	for (auto t = clause.begin; t + 1 < clause.end; ++t) {
		if (m_a.word(t) == "lời" && m_a.word(t + 1) == "chúc") return true;
	}
	return false;
}

bool ClauseMatter::informs(const Clause& clause, const Around& around) const {
	static constexpr text::WordBits k_any{"báo", "đổi"};
	if (!m_a.may_say(clause.sentence, k_any)) return false;
	if (around.continues || around.lead_in || clause.end < clause.begin + 8) return false;
	// "…; củng cố quốc phòng; tuyên truyền …" behind it spells out what came of it.
	if (clause.end < m_a.tokens.size() && m_a.tokens[clause.end].is(';')) return false;
	static constexpr std::array<std::string_view, 3> k_lead = {"Tại", "Trong", "Ở"};
	static constexpr std::array<std::string_view, 8> k_event = {"buổi", "cuộc",   "hội",   "đây",
	                                                            "lễ",   "chương", "phiên", "dịp"};
	const bool speaks = m_a.words(clause.begin, clause.begin + 3) == "Phát biểu tại";
	const bool at_meeting =
	    speaks || (one_of(m_a.word(clause.begin), k_lead) && one_of(m_a.word(clause.begin + 1), k_event));
	for (auto t = clause.begin; t + 2 < clause.end && t < clause.begin + 30; ++t) {
		const auto word = m_a.word(t);
		const auto next = m_a.word(t + 1);
		const bool tells = (word == "thông" && next == "báo") || (word == "trao" && next == "đổi") ||
		                   (word == "Thông" && next == "báo");
		if (!tells) {
			if (word == "thường" || word == "luôn" || word == "trì" || word == "kịp" || word == "qua") return false;
			continue;
		}
		bool each_other = false;
		for (auto u = t + 2; u + 1 < clause.end && u < t + 12; ++u) {
			const auto object = m_a.word(u);
			each_other = each_other || object == "nhau";
			if ((object == "tình" && m_a.word(u + 1) == "hình") || (object == "nội" && m_a.word(u + 1) == "dung") ||
			    (object == "kết" && m_a.word(u + 1) == "quả"))
				return at_meeting || each_other;
			// "thông báo, trao đổi một số nội dung".
			if (m_a.tokens[u].is(',') && m_a.word(u + 1) != "trao" && m_a.word(u + 1) != "thông") return false;
		}
		return false;
	}
	return false;
}

bool ClauseMatter::weighs_without_content(const Clause& clause, const Around& around) const {
	static constexpr text::WordBits k_any{"đánh"};
	if (!m_a.may_say(clause.sentence, k_any)) return false;
	if (around.lead_in || around.continues) return false;
	std::uint32_t at = 0;
	for (auto t = clause.begin; t + 3 < clause.end; ++t) {
		// "A và B tổ chức hội đàm đánh giá kết quả …", however long their names are.
		if (t >= clause.begin + 16 && m_a.word(t - 1) != "đàm" && m_a.word(t - 1) != "nghị" && m_a.word(t - 1) != "ban")
			continue;
		if ((m_a.word(t) == "đánh" || m_a.word(t) == "Đánh") && m_a.word(t + 1) == "giá" &&
		    ((m_a.word(t + 2) == "kết" && m_a.word(t + 3) == "quả") ||
		     (m_a.word(t + 2) == "công" && m_a.word(t + 3) == "tác") ||
		     (m_a.word(t + 2) == "tình" && m_a.word(t + 3) == "hình") || m_a.word(t + 2) == "việc")) {
			at = t + 3;
			break;
		}
	}
	if (at == 0 || m_c.has_cue(at, clause.end, Cue::done)) return false;
	for (auto t = at; t < clause.end; ++t) {
		static constexpr std::array<std::string_view, 10> k_said = {"tốt",  "hiệu", "chặt",   "đạt",  "tích",
		                                                            "càng", "cao",  "nghiêm", "bước", "luôn"};
		// "công tác quản lý, bảo vệ biên giới", "phòng, chống tội phạm": what it is about.
		const auto next = t + 1 < clause.end ? m_a.word(t + 1) : text::Word{};
		const bool cut = m_a.tokens[t].is(',') && next != "bảo" && next != "chống";
		if (one_of(m_a.word(t), k_said) || cut) return false;
	}
	return true;
}

bool ClauseMatter::shared(const Clause& clause) const {
	for (const auto cue : {Cue::both, Cue::provinces, Cue::states, Cue::all_sides}) {
		if (m_c.has_cue(clause.begin, clause.end, cue)) return true;
	}
	// "Hợp tác quốc phòng tiếp tục là trụ cột", "Quan hệ … ngày càng gắn bó".
	const auto first = m_a.small(clause.begin);
	const auto next = clause.begin + 1 < clause.end ? m_a.word(clause.begin + 1) : text::Word{};
	if ((first == "hợp" && next == "tác") || (first == "quan" && next == "hệ")) return true;
	return Context::both_sides(m_c.named(clause.begin, clause.end));
}

bool ClauseMatter::tells_course(const Clause& clause, const Signs& g) const {
	if (g.themes == 0 || g.day || g.month || g.forward != 0 || g.sign != 0 || g.just != 0 || clause.denied)
		return false;
	// "sẽ …", "cần …" is to come, whatever goes on already.
	const auto duty = g.will != 0 ? m_a.word(g.will - 1) : text::Word{};
	if (g.will != 0 && duty != "tiếp" && duty != "không") return false;
	bool course = false;
	bool yearly = false;
	for (auto t = clause.begin; t + 1 < clause.end && !course; ++t) {
		const auto word = m_a.word(t);
		const auto next = m_a.word(t + 1);
		const auto third = t + 2 < clause.end ? m_a.word(t + 2) : text::Word{};
		yearly =
		    yearly ||
		    ((word == "hằng" || word == "hàng" || word == "mỗi" || word == "Hằng" || word == "Hàng" || word == "Mỗi") &&
		     (next == "năm" || next == "quý" || next == "tháng")) ||
		    (next == "nào" && (word == "năm" || word == "Năm" || word == "Tết" || word == "dịp"));
		// "luôn", "ngày càng", "từng bước", "không ngừng": it went on all along.
		course = (word == "ngày" && (next == "càng" || next == "một")) || (word == "từng" && next == "bước") ||
		         (word == "không" && next == "ngừng") || (word == "thường" && next == "xuyên" && g.will == 0) ||
		         (word == "luôn" && next != "sẵn" && g.will == 0) ||
		         // "được … chặt chẽ", "được bảo đảm".
		         (g.passive != 0 && g.passive <= t && g.will == 0 &&
		          ((word == "chặt" && next == "chẽ") || (word == "hiệu" && next == "quả") ||
		           (word == "thường" && next == "xuyên"))) ||
		         (word == "được" && g.will == 0 &&
		          ((next == "giữ" && third == "vững") || (next == "bảo" && third == "đảm") ||
		           (next == "củng" && third == "cố") || (next == "duy" && third == "trì") ||
		           (next == "tăng" && third == "cường") || (next == "đẩy" && third == "mạnh"))) ||
		         // "các cuộc giao lưu đã góp phần thắt chặt tình đoàn kết".
		         (word == "đã" && next == "góp" && third == "phần") ||
		         // "tiếp tục là điểm sáng", "tiếp tục được củng cố".
		         (word == "tiếp" && next == "tục" && (third == "là" || third == "được" || third == "phát")) ||
		         (yearly && (next == "đều" || next == "cũng"));
	}
	// "Hằng năm, A và B luân phiên tổ chức hội đàm": both of them, year for year.
	if (!course && yearly && g.agree == 0 && g.propose == 0 && g.will == 0 && g.give == 0 &&
	    Context::both_sides(m_c.named(clause.begin, clause.end))) {
		static constexpr std::array<std::string_view, 6> k_each = {"Hằng", "Hàng", "Mỗi", "hằng", "hàng", "mỗi"};
		return one_of(m_a.word(clause.begin), k_each) && m_c.numbers_in(clause.begin, clause.end).empty();
	}
	return course && shared(clause);
}

std::uint32_t ClauseMatter::behind_concession(const Clause& clause) const {
	static constexpr std::array<std::string_view, 10> k_first = {"Dù",  "dù",  "Mặc", "mặc", "Tuy",
	                                                             "tuy", "Dẫu", "dẫu", "Dầu", "Cho"};
	if (!one_of(m_a.word(clause.begin), k_first)) return clause.begin;
	if (m_a.word(clause.begin) == "Cho" &&
	    (clause.begin + 1 >= clause.end || (m_a.word(clause.begin + 1) != "dù" && m_a.word(clause.begin + 1) != "dẫu")))
		return clause.begin;
	for (auto t = clause.begin; t + 1 < clause.end && t < clause.begin + 24; ++t) {
		if (m_a.tokens[t].is(',')) return t + 1;
	}
	return clause.begin;
}

bool ClauseMatter::goes_on_already(const Clause& clause, std::uint32_t token) const {
	if (token > clause.begin && m_a.word(token - 1) == "đang") return true;
	bool going = false;
	for (auto t = clause.begin; t < token; ++t) {
		if (m_a.word(t) == "khi") going = false;
		if (m_a.word(t) == "đang" && m_a.find_cue(clause.begin, t, Cue::will) == nullptr) {
			for (auto u = t; u > clause.begin && t - u < 6 && !going; --u) going = m_a.word(u - 1) == "khi";
		}
	}
	return going;
}

bool ClauseMatter::asks_question(const Clause& clause) const {
	const auto& sentence = m_c.sentence(clause.sentence);
	if (sentence.end <= sentence.begin || !m_a.tokens[sentence.end - 1].is('?')) return false;
	// "hai bên đã đỡ nhau ra sao?"
	const auto last = sentence.end > sentence.begin + 3 ? m_a.words(sentence.end - 3, sentence.end - 1) : "";
	const bool how = last == "ra sao" || last == "thế nào" || last == "những gì";
	return (how && m_c.has_cue(clause.begin, clause.end, Cue::done)) ||
	       m_c.has_cue(clause.begin, clause.end, Cue::propose);
}

bool ClauseMatter::held_lately(const Clause& clause) const {
	auto begin = clause.begin;
	// "(Baoquangtri) - Vừa qua, …".
	for (auto t = begin; t < begin + 6 && t + 1 < clause.end; ++t) {
		if (m_a.tokens[t].is('-') && m_a.word(t + 1) == "Vừa") begin = t + 1;
	}
	if (begin + 3 >= clause.end || m_a.word(begin) != "Vừa" || m_a.word(begin + 1) != "qua") return false;
	static constexpr std::array k_occasions = {Cue::talks,    Cue::conference, Cue::briefing, Cue::exchange,
	                                           Cue::ceremony, Cue::patrol,     Cue::course};
	const auto held_at = [&](std::uint32_t t) {
		return std::any_of(k_occasions.begin(), k_occasions.end(),
		                   [&](Cue cue) { return m_a.cue_at(t, cue) != nullptr; });
	};
	for (auto t = begin + 2; t + 2 < clause.end; ++t) {
		// "tuần tra song phương đoạn từ mốc 371 đến mốc 376": one walk.
		if (m_a.cue_at(t, Cue::patrol) != nullptr && m_a.find_cue(t, clause.end, Cue::section) != nullptr) return true;
		if (m_a.word(t) != "tổ" || m_a.word(t + 1) != "chức") continue;
		if (held_at(t + 2) || (t + 3 < clause.end && held_at(t + 3))) return true;
	}
	return false;
}

}  // namespace bienban::extraction
