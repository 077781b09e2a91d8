#include "extraction/clause_telling.hpp"

#include <algorithm>
#include <array>

namespace bienban::extraction {

using lexicon::Cue;
using lexicon::EntryClass;

bool ClauseTelling::is_theme(std::uint32_t begin, std::uint32_t end) const {
	return m_a.find(begin, end, EntryClass::theme) != nullptr;
}

bool ClauseTelling::concerns_both(const Clause& clause) const {
	for (const auto cue : {Cue::both, Cue::provinces, Cue::all_sides, Cue::states, Cue::friends}) {
		if (m_c.has_cue(clause.begin, clause.end, cue)) return true;
	}
	return Context::both_sides(m_c.named(clause.begin, clause.end));
}

bool ClauseTelling::says_we(const Clause& clause) const {
	static constexpr text::WordBits k_any{"tôi", "chúng", "anh", "chị", "bạn"};
	if (!m_a.may_say(clause.sentence, k_any)) return false;
	for (auto t = clause.begin; t + 1 < clause.end; ++t) {
		const auto word = m_a.word(t);
		const auto next = m_a.word(t + 1);
		if ((word == "chúng" || word == "Chúng") && (next == "tôi" || next == "ta" || next == "em")) return true;
		if ((word == "các" && (next == "anh" || next == "chị" || next == "bạn")) ||
		    (next == "tôi" && (word == "đội" || word == "em" || word == "vị" || word == "huyện" || word == "trường")))
			return true;
		if ((word == "bà" && next == "con" && t + 2 < clause.end && m_a.word(t + 2) == "tôi") ||
		    ((word == "dân" || word == "bản" || word == "tỉnh" || word == "đồn") && next == "tôi"))
			return true;
	}
	return false;
}

std::uint32_t ClauseTelling::thanks_for_deed(const Clause& clause, const Signs& g) const {
	static constexpr text::WordBits k_any{"ơn", "tạ", "kích"};
	if (!m_a.may_say(clause.sentence, k_any)) return clause.end;
	if (g.propose != 0 || g.forward != 0 || g.agree != 0) return clause.end;
	static constexpr std::array<std::string_view, 8> k_first = {"cảm",  "Cảm",  "cám", "Cám",
	                                                            "biết", "Biết", "nhớ", "ghi"};
	for (auto t = clause.begin; t + 1 < clause.end; ++t) {
		const auto next = m_a.word(t + 1);
		if (next != "ơn" && next != "tạ" && next != "kích") continue;
		const auto word = m_a.word(t);
		if (!base::one_of<k_first>(word) || (next != "ơn" && word != "cảm" && word != "Cảm")) continue;
		for (auto u = t + 2; u < clause.end && u < t + 22; ++u) {
			const auto what = m_a.word(u);
			// "… trong việc chăm lo", "… việc Việt Nam giúp xây", "… vì đã".
			if (what == "đã" || what == "vì" || what == "việc" || m_a.tokens[u].is('"'))
				return is_theme(u, clause.end) ? t : clause.end;
		}
	}
	return clause.end;
}

bool ClauseTelling::sums_up_work(const Clause& clause, const Signs& g, const Around& around) const {
	if (!around.lead_in || g.will != 0 || g.forward != 0 || g.agree != 0 || g.propose != 0 || g.day) return false;
	static constexpr std::array<std::string_view, 6> k_work = {"việc", "phần", "mặt", "điều", "mảng", "khâu"};
	static constexpr std::array<std::string_view, 7> k_well = {"đạt", "xong", "được", "trọn", "tốt", "nên", "thành"};
	bool work = false;
	for (auto t = clause.begin; t < clause.end; ++t) {
		work = work || base::one_of<k_work>(m_a.word(t));
		if (!work || t == clause.begin || !base::one_of<k_well>(m_a.word(t))) continue;
		const auto before = m_a.word(t - 1);
		if (before == "đều" || before == "đã" || before == "làm") return true;
	}
	return false;
}

bool ClauseTelling::owes_to(const Clause& clause) const {
	const auto first = m_a.word(clause.begin);
	const bool later = clause.begin + 3 < clause.end &&
	                   (m_a.word(clause.begin + 1) == "nhờ" || m_a.word(clause.begin + 2) == "nhờ") &&
	                   (first == "Cũng" || first == "Chính" || first == "Nhưng" || first == "Song");
	if (first != "Nhờ" && first != "nhờ" && !later) return owes_by_the_way(clause);
	for (auto t = clause.begin + 1; t < clause.end; ++t) {
		const auto word = m_a.word(t);
		if (word == "nay" || word == "đã" || word == "cũng" || word == "mới" || word == "đều" || word == "chẳng" ||
		    word == "càng")
			return is_theme(clause.begin, clause.end);
	}
	return false;
}

bool ClauseTelling::owes_by_the_way(const Clause& clause) const {
	static constexpr std::array<std::string_view, 6> k_says = {"nói", "rằng", "kể", "biết", "hay", "thấy"};
	for (auto t = clause.begin + 1; t + 2 < clause.end; ++t) {
		if (m_a.word(t) != "nhờ" || !base::one_of<k_says>(m_a.word(t - 1))) continue;
		for (auto u = t + 2; u < clause.end; ++u) {
			if (m_a.word(u) == "mà" || m_a.word(u) == "nên") return is_theme(u, clause.end);
		}
	}
	return false;
}

bool ClauseTelling::every_time(const Clause& clause) const {
	static constexpr text::WordBits k_any{"nào", "giữ", "mỗi", "hằng", "hàng", "cứ", "hễ"};
	if (!m_a.may_say(clause.sentence, k_any)) return false;
	bool each = false;
	for (auto t = clause.begin; t + 1 < clause.end; ++t) {
		const auto word = m_a.word(t);
		const auto next = m_a.word(t + 1);
		if (word == "nào" && next == "cũng") return true;
		if ((word == "giữ" || word == "Giữ") && (next == "nếp" || next == "nhịp" || next == "lệ")) return true;
		if (word == "Mỗi" || word == "Hằng" || word == "Hàng" || word == "Cứ" || word == "Hễ" || word == "hễ" ||
		    word == "cứ")
			each = true;
		if (word == "mỗi" && (next == "bận" || next == "lần" || next == "dịp" || next == "khi")) each = true;
		if (each && (word == "lại" || word == "là" || word == "đều" || word == "cũng")) return true;
	}
	return false;
}

bool ClauseTelling::meets_regularly(const Clause& clause) const {
	for (auto t = clause.begin; t + 1 < clause.end; ++t) {
		const auto word = m_a.word(t);
		const auto next = m_a.word(t + 1);
		if ((word == "duy" && next == "trì") || (word == "luân" && next == "phiên") ||
		    (word == "định" && next == "kỳ") || (word == "thường" && next == "niên") ||
		    (word == "chế" && next == "độ") ||
		    (word == "giao" && next == "ban" && t + 2 < clause.end && m_a.word(t + 2) == "theo") ||
		    ((word == "hằng" || word == "hàng") && (next == "quý" || next == "tháng" || next == "năm")))
			return true;
	}
	return every_time(clause);
}

bool ClauseTelling::opens_from(const Clause& clause) const {
	return clause.begin + 1 < clause.end && m_a.word(clause.begin) == "Từ" && m_a.word(clause.begin + 1) == "chỗ";
}

bool ClauseTelling::by_now(const Clause& clause) const {
	// "Từ chỗ là điểm nóng, nay vùng biên đã yên."
	const bool turned = opens_from(clause);
	for (auto t = clause.begin; t + 1 < clause.end; ++t) {
		const auto word = m_a.word(t);
		const auto next = m_a.word(t + 1);
		if (turned && word == "nay") return true;
		if (word == "nay" || word == "Nay") {
			if (next == "đã" || next == "tự" || next == "không" || next == "chẳng" || next == "có") return true;
			const auto before = t > clause.begin ? m_a.word(t - 1) : text::Word{};
			if (before == "đến" || before == "tới" || before == "ngày") return true;
		}
		if ((word == "giờ" || word == "Giờ") && (next == "đã" || next == "đây" || next == "này" || next == "không"))
			return true;
		if ((word == "bây" || word == "Bây") && next == "giờ") return true;
	}
	return false;
}

std::uint32_t ClauseTelling::behind_colon(const Clause& clause) const {
	auto t = clause.begin;
	while (t > 0 && t + 3 > clause.begin && !m_a.tokens[t - 1].is(':')) --t;
	return t > 0 && m_a.tokens[t - 1].is(':') ? t : 0;
}

bool ClauseTelling::told_of_both(const Clause& clause) const {
	const auto t = behind_colon(clause);
	if (t < 2) return false;
	Clause lead = clause;
	lead.begin = m_c.sentence(m_c.sentence_of(t - 1)).begin;
	lead.end = t - 1;
	return lead.begin < lead.end && concerns_both(lead);
}

bool ClauseTelling::counts_tasks(const Clause& clause, const Signs& g, const Around& around) const {
	if (!around.lead_in || g.recalled != 0 || g.done != 0 || g.valued != 0 || clause.end < clause.begin + 3)
		return false;
	static constexpr std::array<std::string_view, 8> k_tasks = {"việc", "điều",  "ý",   "điểm",
	                                                            "mục",  "hướng", "món", "chuyện"};
	static constexpr std::array<std::string_view, 9> k_counts = {"mấy", "hai", "ba",  "bốn", "năm",
	                                                             "sáu", "bảy", "tám", "vài"};
	if (!base::one_of<k_tasks>(m_a.word(clause.end - 1))) return false;
	const auto count = m_a.word(clause.end - 2);
	return base::one_of<k_counts>(count) || m_a.tokens[clause.end - 2].kind == text::TokenKind::number;
}

bool ClauseTelling::told_by_speaker(const Clause& clause) const {
	const auto t = behind_colon(clause);
	if (t == 0) return false;
	const auto begin = m_c.sentence(m_c.sentence_of(t - 1)).begin;
	static constexpr std::array<std::string_view, 14> k_verbs = {"nói", "thưa", "bảo", "kể",   "viết", "sự",   "bộc",
	                                                             "bày", "thổ",  "lộ",  "nhắc", "tỏ",   "rằng", "đáp"};
	for (auto u = t - 1; u > begin && t - u < 16; --u) {
		if (base::one_of<k_verbs>(m_a.word(u))) return true;
	}
	return false;
}

std::uint32_t ClauseTelling::asks_favour(const Clause& clause) const {
	static constexpr text::WordBits k_any{"nhờ"};
	if (!m_a.may_say(clause.sentence, k_any)) return clause.end;
	static constexpr std::array<std::string_view, 8> k_owed = {"là", "đều", "cũng", "chính", "phần", "đó", "do", "và"};
	for (auto t = clause.begin + 1; t + 2 < clause.end; ++t) {
		if (m_a.word(t) != "nhờ" || m_a.tokens[t - 1].is(',') || base::one_of<k_owed>(m_a.word(t - 1))) continue;
		const auto& asked = m_c.parties_in(t + 1, t + 3);
		if ((!asked.empty() && asked.front().begin == t + 1) || m_a.cue_at(t + 1, Cue::friends) != nullptr ||
		    m_a.word(t + 1) == "chủ")
			return t;
	}
	return clause.end;
}

bool ClauseTelling::offers(const Clause& clause, const Signs& g, const Around& around) const {
	if (g.will == 0 || g.done != 0 || g.day || !(around.continues || says_we(clause))) return false;
	const auto word = m_a.word(g.will - 1);
	return (word == "sẵn" || word == "Sẵn") && is_theme(clause.begin, clause.end);
}

bool ClauseTelling::reviews(const Clause& clause) const {
	if (!concerns_both(clause)) return false;
	static constexpr std::array<std::array<std::string_view, 2>, 9> k_words = {{{"kiểm", "lại"},
	                                                                            {"nhìn", "lại"},
	                                                                            {"điểm", "lại"},
	                                                                            {"soát", "lại"},
	                                                                            {"sơ", "kết"},
	                                                                            {"tổng", "kết"},
	                                                                            {"kiểm", "điểm"},
	                                                                            {"rà", "lại"},
	                                                                            {"ngoảnh", "lại"}}};
	for (auto t = clause.begin; t + 1 < clause.end; ++t) {
		for (const auto& words : k_words) {
			if (m_a.word(t) == words[0] && m_a.word(t + 1) == words[1]) return true;
		}
	}
	return false;
}

bool ClauseTelling::seals_account(const Clause& clause) const {
	const auto first = m_a.word(clause.begin);
	// "Nhờ đó, vùng biên chưa có ca mắc nào.": what it is owed to was done.
	if (first == "Nhờ" && clause.mode == Mode::past && clause.begin + 1 < clause.end) {
		const auto next = m_a.word(clause.begin + 1);
		return next == "đó" || next == "vậy" || next == "thế";
	}
	if ((first != "Đó" && first != "Đấy" && first != "Ấy") || clause.begin + 1 >= clause.end ||
	    m_a.word(clause.begin + 1) != "là")
		return false;
	if (is_theme(clause.begin, clause.end) || !concerns_both(clause)) return false;
	static constexpr std::array<std::string_view, 8> k_told = {"chuyện", "nếp",  "việc", "cảnh",
	                                                           "điều",   "hình", "kết",  "thành"};
	return clause.begin + 2 < clause.end && base::one_of<k_told>(m_a.word(clause.begin + 2)) &&
	       !m_c.has_cue(clause.begin, clause.end, Cue::forward) && !m_c.has_cue(clause.begin, clause.end, Cue::agree) &&
	       !m_c.has_cue(clause.begin, clause.end, Cue::propose) && !m_c.has_cue(clause.begin, clause.end, Cue::will);
}

bool ClauseTelling::may_be_deed(const Clause& clause) const {
	if (clause.denied || clause.mode == Mode::future || !is_theme(clause.begin, clause.end)) return false;
	for (const auto cue : {Cue::ceremony, Cue::chair, Cue::talks, Cue::conference, Cue::give}) {
		if (m_c.has_cue(clause.begin, clause.end, cue)) return false;
	}
	const auto dates = m_c.dates_in(clause.begin, clause.end);
	return std::none_of(dates.begin(), dates.end(), [](const auto& d) { return d.from.day != 0; });
}

bool ClauseTelling::tells_deed(const Clause& clause, const Signs& g, const Around& around) const {
	if (g.themes == 0 || g.day || g.month || g.sign != 0 || g.forward != 0 || g.agree != 0 || g.propose != 0 ||
	    g.just != 0 || (g.meet != 0 && !around.reviewed && !meets_regularly(clause)) || clause.denied)
		return false;
	const auto will = g.will != 0 ? m_a.word(g.will - 1) : text::Word{};
	if (g.will != 0 && will != "không" && will != "phải") return false;
	const bool done = g.done != 0 && m_a.word(g.done - 1) == "đã";
	// What is given, opened or held on a day is the event itself.
	const bool habit = every_time(clause);
	for (const auto cue : {Cue::opening, Cue::handover, Cue::medical, Cue::course, Cue::exercise}) {
		if (!habit && m_c.has_cue(clause.begin, clause.end, cue)) return false;
	}
	const bool given = g.give != 0 && (g.give >= clause.end || m_a.word(g.give) != "nhau");
	if (given && !m_c.numbers_in(clause.begin, clause.end).empty()) return false;
	if (says_we(clause) && g.act != 0 && told_by_speaker(clause)) return true;
	if (says_we(clause) && (done || owes_to(clause) || by_now(clause) || every_time(clause))) return true;
	if (owes_to(clause)) return true;
	if (opens_from(clause) && by_now(clause)) return true;
	if (around.reviewed && !given && g.visit == 0 && g.delegation == 0) return true;
	if (done && g.visit == 0 && g.delegation == 0 && (told_by_speaker(clause) || told_of_both(clause))) return true;
	if (habit && told_of_both(clause)) return true;
	if (given || (g.visit != 0 && !habit) || g.delegation != 0 || !concerns_both(clause)) return false;
	return habit || done || by_now(clause);
}

bool ClauseTelling::spells_out_signed(std::uint32_t token, std::uint32_t end) const {
	if (token + 3 >= end || !m_a.tokens[token - 1].is(',')) return false;
	static constexpr std::array<std::string_view, 8> k_verbs = {"nhấn", "chú", "tập", "quy", "nêu", "ghi", "ưu", "cam"};
	// "ký bản ghi nhớ hợp tác năm 2018, tập trung vào trồng rừng, …"
	static constexpr std::array<std::array<std::string_view, 2>, 3> k_pairs = {
	    {{"tập", "trung"}, {"chú", "trọng"}, {"ưu", "tiên"}}};
	const auto third = m_a.word(token + 2);
	// "…, trong đó có nội dung quy định về chế độ hội đàm".
	const bool content = third == "có" && (m_a.word(token + 3) == "nội" || m_a.word(token + 3) == "quy");
	const bool within =
	    m_a.word(token) == "trong" && m_a.word(token + 1) == "đó" && (content || base::one_of<k_verbs>(third));
	const bool centres = std::any_of(k_pairs.begin(), k_pairs.end(), [&](const auto& pair) {
		return m_a.word(token) == pair[0] && m_a.word(token + 1) == pair[1];
	});
	if (!within && !centres) return false;
	const auto begin = m_c.sentence(m_c.sentence_of(token)).begin;
	bool paper = m_a.find(begin, token, EntryClass::instrument) != nullptr;
	for (auto t = begin; t + 1 < token && !paper; ++t) paper = m_a.word(t) == "văn" && m_a.word(t + 1) == "bản";
	return paper && m_c.has_cue(begin, token, Cue::sign) && m_a.find(token, end, EntryClass::theme) != nullptr;
}

bool ClauseTelling::adds_to_promise(const Clause& clause, const Around& around) const {
	if (around.before != Mode::future) return false;
	for (const auto cue : {Cue::both, Cue::all_sides, Cue::provinces}) {
		const auto* m = m_a.cue_at(clause.begin, cue);
		if (m != nullptr && m->end + 1 < clause.end && m_a.word(m->end) == "cũng") return is_theme(m->end, clause.end);
	}
	return false;
}

bool ClauseTelling::topic_first(const Clause& clause, std::uint32_t token) const {
	for (std::uint32_t back = 2; back <= 4 && token > clause.begin + back; ++back) {
		for (const auto cue : {Cue::both, Cue::provinces, Cue::all_sides, Cue::states}) {
			const auto* m = m_a.cue_at(token - back, cue);
			if (m != nullptr && m->end + 1 >= token) return m_a.tokens[m->begin - 1].is(',');
		}
	}
	return false;
}

bool ClauseTelling::behind_sides(const Clause& clause, std::uint32_t token) const {
	for (const auto cue : {Cue::both, Cue::states, Cue::provinces}) {
		for (std::uint32_t back = 2; back <= 3 && token >= clause.begin + back; ++back) {
			const auto* m = m_a.cue_at(token - back, cue);
			if (m != nullptr && m->end == token) return true;
		}
	}
	return false;
}

}  // namespace bienban::extraction
