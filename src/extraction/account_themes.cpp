// What the clauses that look back and forward speak of.

#include "extraction/account_themes.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/figures.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;

class ThemeReader {
public:
	explicit ThemeReader(const Context& context) : m_c(context), m_a(context.a()) {}

	ThemeSet read(const Clause& clause, bool& sums_up) {
		ThemeSet out;
		find_aims(clause);
		std::uint32_t until = 0;
		for (auto i = m_a.first_match[clause.content]; i < m_a.matches.size() && m_a.matches[i].begin < clause.end;
		     ++i) {
			const auto& m = m_a.matches[i];
			if (clause.mode == Mode::past && sums_up && is_counted_meeting(clause, m))
				out.set(static_cast<std::size_t>(model::Theme::regular_meeting));
			if (m.cls == EntryClass::instrument && kept_paper(clause, m) && !in_aim(m))
				out.set(static_cast<std::size_t>(model::Theme::treaty_implementation));
			if (m.cls != EntryClass::theme || m.begin < until) continue;
			until = m.end;
			const auto& themes = m_a.lexicon.theme(m.index).themes;
			if (themes.empty() || in_aim(m) || is_this_visit(m) || is_cause(clause, m) || is_name(clause, m) ||
			    is_label(clause, m) || inside_party(m) || inside_paper(m) || in_topic(clause, m))
				continue;
			if (clause.mode == Mode::past && (failed(clause, m) || is_new_gift(clause, m))) continue;
			if (clause.mode == Mode::future && is_pledged_gift(clause, m)) continue;
			if (clause.mode == Mode::past && themes[0] == model::Theme::twinning && m.size() == 2) continue;
			if (clause.mode == Mode::past && !counts(clause, m)) sums_up = true;
			if (clause.mode == Mode::past && !sums_up) continue;
			if (is_built(clause, m)) {
				out.set(static_cast<std::size_t>(model::Theme::infrastructure));
				continue;
			}
			for (const auto theme : themes) out.set(static_cast<std::size_t>(theme));
		}
		return out;
	}

private:
	struct Range {
		std::uint32_t begin = 0;
		std::uint32_t end = 0;
	};

	/// "sửa trường học, trạm y tế": works, whatever they are for.
	bool is_built(const Clause& clause, const lexicon::Match& m) const {
		const auto theme = m_a.lexicon.theme(m.index).themes[0];
		if (theme != model::Theme::education && theme != model::Theme::health) return false;
		static constexpr std::array<std::string_view, 3> k_works = {"trường", "trạm", "bệnh"};
		if (!base::one_of<k_works>(m_a.word(m.begin))) return false;
		for (auto t = m.begin; t > clause.begin && m.begin - t < 6; --t) {
			const auto word = m_a.word(t - 1);
			if (word == "sửa" || word == "xây" || word == "dựng" || word == "lợp") return true;
			if (!m_a.tokens[t - 1].is(',') && !base::one_of<k_works>(word) && word != "học" && word != "y" &&
			    word != "tế" && word != "và" && word != "chữa" && word != "lại" && word != "mới")
				return false;
		}
		return false;
	}

	/// The part between commas that the words stand in.
	Range part_of(const Clause& clause, const lexicon::Match& m) const { return part_of(clause, m.begin, m.end); }
	Range part_of(const Clause& clause, std::uint32_t begin, std::uint32_t end) const {
		Range part{begin, end};
		while (part.begin > clause.begin && !parts(part.begin - 1)) --part.begin;
		while (part.end < clause.end && !parts(part.end)) ++part.end;
		return part;
	}

	/// A comma, save between names: "ba tỉnh Khăm Muộn, Savannakhet và Salavan".
	bool parts(std::uint32_t token) const {
		if (!m_a.tokens[token].is(',')) return false;
		return token == 0 || token + 1 >= m_a.tokens.size() || !m_a.tokens[token - 1].capital ||
		       !m_a.tokens[token + 1].capital;
	}

	/// Aims are no deeds: "nhằm …" to the end of the clause, "để …" to the next comma. "Góp phần" as the main verb is
	/// one.
	void find_aims(const Clause& clause) {
		m_aims.clear();
		for (auto i = m_a.first_match[clause.content]; i < m_a.matches.size() && m_a.matches[i].begin < clause.end;
		     ++i) {
			const auto& m = m_a.matches[i];
			if (m.cue() != Cue::purpose || (!m_aims.empty() && m.begin < m_aims.back().end)) continue;
			const auto word = m_a.word(m.begin);
			const bool main_verb = clause.mode == Mode::past && word != "nhằm" && word != "để" &&
			                       (m_a.find(clause.content, m.begin, EntryClass::theme) == nullptr ||
			                        (m.begin > clause.begin && is_told(m.begin - 1)));
			if (main_verb || says_what(clause, m) || makes_way(clause, m)) continue;
			const bool narrow =
			    word != "nhằm" && word != "góp" && word != "hướng" && word != "với" && word != "qua" && word != "từ";
			m_aims.push_back({m.begin, aim_end(clause, m.end, narrow)});
		}
	}

	/// "Các cuộc giao lưu đã góp phần thắt chặt …": told of the subject, not added to what it did.
	bool is_told(std::uint32_t token) const {
		const auto word = m_a.word(token);
		return word == "đã" || word == "cũng" || word == "luôn" || word == "đều";
	}

	/// "sẽ tạo điều kiện cho doanh nghiệp đầu tư", "…; tạo thuận lợi cho hàng hóa qua lại": the verb of its part, no
	/// aim.
	bool makes_way(const Clause& clause, const lexicon::Match& m) const {
		const auto word = m_a.word(m.begin);
		if (word != "tạo" && word != "Tạo") return false;
		if (m.begin <= clause.content || m.begin == clause.begin) return true;
		// "đề nghị tỉnh A tạo điều kiện cho sinh viên Lào học tập": nothing else is asked for.
		if (clause.mode == Mode::future && m_a.find(clause.content, m.begin, EntryClass::theme) == nullptr) return true;
		const auto& before = m_a.tokens[m.begin - 1];
		if (before.is(',') || before.is(';') || before.is(')') || before.is('-')) return true;
		static constexpr std::array<std::string_view, 12> k_lead = {"sẽ",  "tục",  "và", "cùng", "luôn", "hợp",
		                                                            "trí", "nhất", "đã", "đều",  "bên",  "xuyên"};
		return base::one_of<k_lead>(m_a.word(m.begin - 1));
	}

	/// "không để …", and "tuyên truyền để bà con …": what is told them belongs to the deed.
	bool says_what(const Clause& clause, const lexicon::Match& m) const {
		if (m.size() > 1 || m_a.word(m.begin) != "để" || m.begin == clause.begin) return false;
		const auto before = m_a.word(m.begin - 1);
		// "làm hết sức mình để …", "tạo điều kiện để …", "làm cầu nối để …": the verb before it says nothing itself.
		static constexpr std::array<std::string_view, 10> k_empty = {"mình", "sức", "nối", "gắng", "lực",
		                                                             "kiện", "lợi", "hội", "lòng", "tay"};
		if (clause.mode == Mode::future && base::one_of<k_empty>(before)) return true;
		if (before == "không" || before == "chẳng" || before == "chưa" || before == "đừng") return true;
		// "nhất trí để cán bộ hai bên qua lại học nhau", "sẵn sàng để hàng của bạn ra cảng".
		if (clause.mode == Mode::future && lets(m.begin)) return true;
		if (m.begin + 1 < clause.end && m_a.word(m.begin + 1) == "mắt") return true;
		const auto part = part_of(clause, m);
		for (auto i = m_a.first_match[part.begin]; i < m_a.matches.size() && m_a.matches[i].begin < m.begin; ++i) {
			if (m_a.matches[i].cls != EntryClass::theme) continue;
			for (const auto theme : m_a.lexicon.theme(m_a.matches[i].index).themes) {
				if (theme == model::Theme::public_awareness) return true;
			}
		}
		return false;
	}

	/// Does a word of agreeing, asking or readiness end right before the token?
	bool lets(std::uint32_t token) const {
		for (std::uint32_t back = 1; back <= 3 && back <= token; ++back) {
			for (const auto cue : {Cue::agree, Cue::propose, Cue::will}) {
				const auto* m = m_a.cue_at(token - back, cue);
				if (m != nullptr && m->end == token) return true;
			}
		}
		return false;
	}

	std::uint32_t aim_end(const Clause& clause, std::uint32_t from, bool narrow) const {
		for (auto t = from; t < clause.end; ++t) {
			if (m_a.tokens[t].is(',') &&
			    (narrow || (t + 2 < clause.end && m_a.word(t + 1) == "đồng" && m_a.word(t + 2) == "thời")))
				return t;
		}
		return clause.end;
	}

	bool in_aim(const lexicon::Match& m) const {
		return std::any_of(m_aims.begin(), m_aims.end(),
		                   [&](const auto& aim) { return aim.begin <= m.begin && m.begin < aim.end; });
	}

	/// Does the part say how often or how many ("tuần tra song phương 38 lần")? So does a list behind it that has no
	/// verb of its own: "tuyên truyền 36 buổi về ma túy, mua bán người".
	bool counts(const Clause& clause, const lexicon::Match& m) const {
		auto part = part_of(clause, m);
		// "khám bệnh, cấp thuốc cho 620 lượt người": two words for one thing counted.
		if (part.end + 1 < clause.end) {
			const auto next = part_of(clause, part.end + 1, part.end + 1);
			const auto* twin = m_a.find(next.begin, next.end, EntryClass::theme);
			if (twin != nullptr && m_a.lexicon.theme(twin->index).themes == m_a.lexicon.theme(m.index).themes &&
			    has_count(next))
				return true;
		}
		if (dated_gift(part)) return true;
		while (true) {
			if (has_count(part)) return true;
			if (part.begin <= clause.begin + 1 || m_c.has_cue(part.begin, part.end, Cue::act)) return false;
			// "lớp học cho bốn mươi người đã xong, sân bóng đã có lưới": a verb of its own.
			for (auto t = part.begin; t < part.end; ++t) {
				if (m_a.word(t) == "đã") return false;
			}
			part = part_of(clause, part.begin - 2, part.begin - 1);
		}
	}

	/// "Năm 2006, A giúp B xây trường phổ thông": one thing given in a year, however it is put.
	bool dated_gift(const Range& part) const {
		const auto* give = m_a.find_cue(part.begin, part.end, Cue::give);
		if (give == nullptr) return false;
		// "Năm 2018, hai bên đã giúp nhau": both did, nobody gave.
		for (const auto cue : {Cue::both, Cue::provinces, Cue::states, Cue::all_sides}) {
			if (m_c.has_cue(part.begin, give->begin, cue)) return false;
		}
		const auto from = part.begin > 5 ? part.begin - 5 : 0;
		for (const auto& d : m_c.dates_in(from, give->begin)) {
			if (!d.period && !d.until_now && !d.anniversary && d.from.month == 0) return true;
		}
		return false;
	}

	/// "hội đàm 2 cuộc", "giao ban 4 lần".
	bool is_counted_meeting(const Clause& clause, const lexicon::Match& m) const {
		if (m.cls != EntryClass::cue || (m.cue() != Cue::talks && m.cue() != Cue::briefing) || m.end >= clause.end)
			return false;
		return !m_c.numbers_in(m.end, m.end + 1).empty();
	}

	bool has_count(const Range& part) const {
		const auto numbers = m_c.numbers_in(part.begin, part.end);
		return std::any_of(numbers.begin(), numbers.end(), [&](const auto& n) {
			const auto next = n.end < part.end ? m_a.word(n.end) : text::Word{};
			const auto dates = m_c.dates_in(n.begin > 4 ? n.begin - 4 : 0, n.end);
			const bool dated = std::any_of(dates.begin(), dates.end(), [&](const auto& d) { return d.end > n.begin; });
			// "phát tờ rơi bằng hai thứ tiếng".
			if (dated || is_time(next) || next == "thứ") return false;
			if (in_theme(n)) return false;
			// "ba cơ quan đã …" and "mỗi quý một lần" count nothing.
			if (!n.in_words) return !names_sides(n.begin);
			if (names_sides(n.begin) || (n.value == 1 && next == "lần")) return false;
			if (n.value >= 10 || (n.value > 1 && is_occasion(next))) return true;
			return m_c.has_cue(part.begin, n.begin, Cue::act) || m_c.has_cue(part.begin, n.begin, Cue::give);
		});
	}

	static bool is_time(std::string_view word) {
		return word == "năm" || word == "tháng" || word == "quý" || word == "mùa" || word == "tuần" || word == "ngày";
	}

	/// "giúp một tay": a number inside a set phrase counts nothing.
	bool in_theme(const Number& n) const {
		for (auto i = m_a.first_match[n.begin > 5 ? n.begin - 5 : 0];
		     i < m_a.matches.size() && m_a.matches[i].begin <= n.begin; ++i) {
			if (m_a.matches[i].cls == EntryClass::theme && m_a.matches[i].size() > n.end - n.begin + 1 &&
			    n.end <= m_a.matches[i].end)
				return true;
		}
		return false;
	}

	/// "ba mươi mốt bận tuần tra", "năm cuộc tuần tra chung", "bốn mươi hai nhà": what is counted needs no verb.
	static bool is_occasion(std::string_view word) {
		static constexpr std::array<std::string_view, 34> k_words = {
		    "lần",  "lượt", "bận",  "cuộc",  "chuyến", "đợt", "buổi", "phiên", "vụ",   "vòng", "chặng", "kỳ",
		    "trận", "lớp",  "khóa", "người", "đoàn",   "ca",  "tin",  "nguồn", "nhà",  "hộ",   "án",    "kẻ",
		    "cô",   "thầy", "cán",  "bác",   "chuyên", "lưu", "em",   "cháu",  "sinh", "chiến"};
		return base::one_of<k_words>(word);
	}

	bool names_sides(std::uint32_t token) const {
		for (const auto cue :
		     {Cue::both, Cue::provinces, Cue::all_sides, Cue::states, Cue::village_word, Cue::district_word}) {
			if (m_a.cue_at(token, cue) != nullptr) return true;
		}
		return false;
	}

	/// "tin tưởng chuyến thăm của đoàn sẽ để lại dấu ấn": the visit reported, no exchange of delegations.
	bool is_this_visit(const lexicon::Match& m) const {
		if (m_a.lexicon.theme(m.index).themes[0] != model::Theme::delegation_exchange || m.end + 1 >= m_a.tokens.size())
			return false;
		bool journey = false;
		for (auto t = m.begin > 0 ? m.begin - 1 : 0; t < m.end; ++t) journey = journey || m_a.small(t) == "chuyến";
		const auto next = m_a.word(m.end);
		return journey && ((next == "của" && m_a.word(m.end + 1) == "đoàn") || next == "lần" || next == "này");
	}

	/// "vượt qua khó khăn trước diễn biến phức tạp của đại dịch", "thời tiết không thuận lợi, dịch bệnh phức tạp": what
	/// had to be lived with, and nothing that was done about it.
	bool befalls(const Clause& clause, const lexicon::Match& m) const {
		const auto theme = m_a.lexicon.theme(m.index).themes[0];
		if (theme != model::Theme::health && theme != model::Theme::disaster_response) return false;
		const auto said = m_a.small_words(m.begin, m.end);
		if (said.find("chống") != std::string::npos || said.find("phòng") != std::string::npos) return false;
		static constexpr std::array<std::string_view, 6> k_plagues = {"dịch", "covid",     "lũ",
		                                                              "bão",  "thiên tai", "hạn hán"};
		if (std::none_of(k_plagues.begin(), k_plagues.end(),
		                 [&](auto word) { return said.find(word) != std::string::npos; }))
			return false;
		const auto pair = [&](std::uint32_t t, std::string_view first, std::string_view second) {
			return m_a.small(t) == first && m_a.word(t + 1) == second;
		};
		for (auto t = m.end; t + 1 < clause.end && t < m.end + 4; ++t) {
			if (pair(t, "phức", "tạp") || pair(t, "bùng", "phát") || pair(t, "hoành", "hành")) return true;
		}
		for (std::uint32_t back = 2; back <= 9 && m.begin >= clause.begin + back; ++back) {
			const auto t = m.begin - back;
			if (m_a.tokens[t].is(';') || m_a.word(t + 1) == "chống" || m_a.word(t + 1) == "giúp") return false;
			if (pair(t, "khó", "khăn") || pair(t, "ảnh", "hưởng") || pair(t, "tác", "động") || pair(t, "bối", "cảnh") ||
			    pair(t, "trước", "diễn"))
				return true;
		}
		return false;
	}

	/// "gián đoạn vì mưa lũ", "do dịch bệnh", "mặc dù chịu ảnh hưởng của dịch Covid-19".
	bool is_cause(const Clause& clause, const lexicon::Match& m) const {
		if (m.begin == 0) return false;
		if (befalls(clause, m)) return true;
		const auto first = m_a.word(part_of(clause, m).begin);
		// "tháng 8/2018, sau trận lũ lớn, tỉnh đã chuyển sang B 10 tấn gạo": when, not what.
		if ((first == "sau" || first == "Sau" || first == "trước" || first == "Trước") &&
		    m_a.lexicon.theme(m.index).themes[0] == model::Theme::disaster_response)
			return true;
		if (first == "mặc" || first == "Mặc" || first == "dù" || first == "Dù" || first == "tuy" || first == "Tuy")
			return true;
		// "Nhân Tết Nguyên đán, hai huyện …": the occasion.
		if ((first == "Nhân" || first == "nhân") && m_a.lexicon.theme(m.index).themes[0] == model::Theme::commemoration)
			return true;
		const auto before = m_a.word(m.begin - 1);
		// "mốc 27 bị sạt lở": what befell.
		if (before == "bị" && clause.mode == Mode::past &&
		    m_a.lexicon.theme(m.index).themes[0] == model::Theme::disaster_response)
			return true;
		// "Hai đơn vị vui vì tuần tra chung được giữ đều": what there is to be glad of was done.
		if (before == "vì" && m.begin >= 2) {
			const auto glad = m_a.word(m.begin - 2);
			if (glad == "vui" || glad == "mừng" || glad == "khởi" || glad == "hào") return false;
		}
		return before == "vì" || before == "Do" || before == "do" || before == "Vì" || before == "bởi";
	}

	/// "bài hát “Tình hữu nghị”": a title of a few words in marks of quotation.
	bool in_title(const lexicon::Match& m) const {
		if (!m_a.tokens[m.begin].capital || m.begin == 0 || !m_a.tokens[m.begin - 1].is('"')) return false;
		for (auto t = m.end; t < m_a.tokens.size() && t < m.begin + 7; ++t) {
			if (m_a.tokens[t].is('"')) return true;
			if (m_a.tokens[t].kind == text::TokenKind::punctuation) return false;
		}
		return false;
	}

	/// A capital inside a sentence makes the word part of a name ("Trường Hữu nghị"), save the feasts.
	bool is_name(const Clause& clause, const lexicon::Match& m) const {
		if (in_title(m) || names_event(clause, m)) return true;
		if (!m_a.tokens[m.begin].capital || m.begin == clause.begin ||
		    m_a.tokens[m.begin - 1].kind == text::TokenKind::punctuation)
			return false;
		if (m.begin == m_c.sentence(clause.sentence).begin) return false;
		// "đưa Khu kinh tế cửa khẩu X thành …": a zone is named by what it is.
		if (m_a.word(m.begin) == "Khu") return false;
		for (const auto theme : m_a.lexicon.theme(m.index).themes) {
			if (theme == model::Theme::commemoration) return false;
			if (theme == model::Theme::health && (m_a.word(m.begin).front() | 0x20) == 'c') return false;
			if (theme == model::Theme::culture_sport && is_event(m_a.word(m.begin))) return false;
		}
		return true;
	}

	/// "giải bóng chuyền hữu nghị", "Trường THPT Hữu nghị", "chợ phiên hữu nghị": what the thing is called, no
	/// friendship that was kept.
	bool names_event(const Clause& clause, const lexicon::Match& m) const {
		if (m.size() != 2 || m_a.small_words(m.begin, m.end) != "hữu nghị") return false;
		static constexpr std::array<std::string_view, 18> k_things = {"giải", "trường", "nhà", "cầu",  "chợ", "trạm",
		                                                              "trận", "đêm",    "hội", "vườn", "cây", "lớp",
		                                                              "tiệc", "bệnh",   "phố", "cổng", "con", "rừng"};
		static constexpr std::array<std::string_view, 9> k_ties = {"tình", "hệ", "kết", "thống", "nghĩa",
		                                                           "bó",   "là", "vì",  "bình"};
		for (std::uint32_t back = 1; back <= 5 && m.begin >= clause.begin + back; ++back) {
			const auto t = m.begin - back;
			if (m_a.tokens[t].kind != text::TokenKind::word) return false;
			const auto word = m_a.small(t);
			if (base::one_of<k_ties>(word)) return false;
			if (base::one_of<k_things>(word)) return true;
		}
		return false;
	}

	/// "tổ chức Ngày hội văn hóa …", "mở Giải bóng chuyền …": an event that is held, whatever it is called.
	static bool is_event(std::string_view word) {
		static constexpr std::array<std::string_view, 8> k_first = {"Ngày", "Tuần", "Giải", "Liên",
		                                                            "Lễ",   "Đêm",  "Hội",  "Trại"};
		return base::one_of<k_first>(word);
	}

	/// The field that a post or a squad works in: "Trưởng phòng … tội phạm về ma túy", "các tổ tuần tra", "đường tuần
	/// tra".
	bool is_label(const Clause& clause, const lexicon::Match& m) const {
		for (auto t = m.begin; t > clause.begin && m.begin - t < 6; --t) {
			const auto& token = m_a.tokens[t - 1];
			if (token.kind == text::TokenKind::punctuation || m_a.word(t - 1) == "việc" || m_a.word(t - 1) == "trong")
				return false;
			// "giữ nguyên đường biên": no former office.
			if (const auto* post = m_a.at(t - 1, EntryClass::post);
			    post != nullptr && m_a.lexicon.post(post->index).cls != lexicon::PostClass::prefix)
				return post->end > m.begin || no_verb(post->end, m.begin);
		}
		return false;
	}
	bool no_verb(std::uint32_t begin, std::uint32_t end) const {
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			if (m_a.matches[i].cls == EntryClass::cue && m_a.matches[i].cue() != Cue::none) return false;
		}
		return m_c.names_in(begin, end).empty();
	}

	/// "lớp tập huấn chưa mở được", "các cuộc hội đàm phải hoãn".
	bool failed(const Clause& clause, const lexicon::Match& m) const {
		const auto part = part_of(clause, m);
		if (const auto* cue = m_a.find_cue(part.begin, m.begin, Cue::happened);
		    cue != nullptr && (cue->begin == part.begin || m_a.word(cue->begin - 1) != "không"))
			return true;
		for (auto t = part.begin; t < part.end; ++t) {
			const auto word = m_a.word(t);
			if (word == "hoãn" || word == "hủy") return true;
			if (word == "chưa" && t > m.begin && !m_a.tokens[t].capital) {
				const auto next = t + 1 < part.end ? m_a.word(t + 1) : text::Word{};
				return next != "từng" && next != "hề" && next != "lỡ" && next != "để" && next != "bao";
			}
		}
		return false;
	}

	/// Money, or a count of goods right behind a verb of giving, is a support of its own: "cam kết trao 10 suất học
	/// bổng".
	bool is_pledged_gift(const Clause& clause, const lexicon::Match& m) const {
		const auto part = part_of(clause, m);
		const auto* give = m_a.find_cue(part.begin, part.end, Cue::give);
		auto from = give != nullptr ? give->begin : part.end;
		for (auto t = part.begin; give == nullptr && t < part.end; ++t) {
			if (m_a.word(t) == "dành" || m_a.word(t) == "hứa") from = std::min(from, t);
		}
		if (from == part.end) return false;
		for (const auto& n : m_c.numbers_in(from, clause.end)) {
			if (!n.currency.empty()) return true;
			if (n.begin >= part.end) continue;
			const auto count = read_count(m_c, n);
			if (count.entry != nullptr && (count.entry->goods || count.entry->measure)) return true;
			if (count.unit.starts_with("suất") || count.unit.starts_with("phần")) return true;
		}
		return false;
	}

	/// A sentence of its own that tells of money given is a support; in a list under a summing-up sentence it is part
	/// of that.
	bool is_new_gift(const Clause& clause, const lexicon::Match& m) const {
		if (clause.begin != m_c.sentence(clause.sentence).begin) return false;
		const auto* give = m_a.find_cue(clause.begin, clause.end, Cue::give);
		if (give == nullptr || m.end < give->begin) return false;
		const auto numbers = m_c.numbers_in(give->begin, clause.end);
		return std::any_of(numbers.begin(), numbers.end(), [](const auto& n) { return !n.currency.empty(); });
	}

	/// A treaty that is kept, or made known to the people; of the papers between two bodies only those they promise to
	/// keep.
	bool kept_paper(const Clause& clause, const lexicon::Match& m) const {
		const auto& word = m_a.lexicon.instrument(m.index);
		if (word.instrument == model::Instrument::programme || word.instrument == model::Instrument::directive)
			return false;
		if (word.instrument == model::Instrument::regulation && !names_border(m)) return false;
		if (clause.mode == Mode::past && word.parties != "state" && word.parties != "government") return false;
		const auto& before = m.begin > clause.begin ? m_a.word(m.begin - 1) : text::Word{};
		if (word.parties != "pair" && m_a.cue_at(m.begin > clause.begin ? m.begin - 1 : m.begin, Cue::sign) != nullptr)
			return false;
		if (word.parties == "pair" && (clause.mode == Mode::past || before == "ký" || before == "kết")) return false;
		for (std::uint32_t back = 1; back <= 9 && m.begin >= clause.content + back; ++back) {
			const auto at = m.begin - back;
			if (m_a.tokens[at].is(',')) return false;
			// "Thực hiện Thỏa thuận …, hai đơn vị đã …": it only says on what ground.
			if (const auto* cue = m_a.cue_at(at, Cue::implement);
			    cue != nullptr && !(clause.mode == Mode::past && cue->begin == clause.begin) &&
			    is_keeping(m_a.word(cue->begin), word.parties == "pair"))
				return true;
			if (const auto* theme = m_a.at(at, EntryClass::theme);
			    theme != nullptr && word.parties != "pair" && teaches(*theme))
				return true;
		}
		return false;
	}

	/// A regulation counts where it is that of the border, not that of somebody's office.
	bool names_border(const lexicon::Match& m) const {
		for (auto t = m.begin; t + 1 < m_a.tokens.size() && t < m.end + 6; ++t) {
			if (m_a.word(t) == "biên" && m_a.word(t + 1) == "giới") return true;
		}
		return false;
	}

	static bool is_keeping(std::string_view first, bool pair) {
		static constexpr std::array<std::string_view, 20> k_words = {
		    "thực", "triển", "chấp", "thi",   "tổ",   "cụ",  "làm", "tuân", "giữ",  "tôn",
		    "bám",  "duy",   "Thực", "Triển", "Chấp", "Thi", "Tổ",  "Cụ",   "Tuân", "Bám"};
		if (base::one_of<k_words>(first)) return true;
		return !pair && first == "theo";
	}

	bool teaches(const lexicon::Match& m) const {
		const auto& themes = m_a.lexicon.theme(m.index).themes;
		return std::find(themes.begin(), themes.end(), model::Theme::public_awareness) != themes.end();
	}

	/// The subject inside a paper's name is no theme: "Thỏa thuận hợp tác biên phòng", "Hiệp định về … cửa khẩu biên
	/// giới".
	bool inside_paper(const lexicon::Match& m) const {
		for (auto i = m_a.first_match[m.begin > 10 ? m.begin - 10 : 0];
		     i < m_a.matches.size() && m_a.matches[i].begin <= m.begin; ++i) {
			const auto& x = m_a.matches[i];
			if (x.cls == EntryClass::instrument && x.end >= m.end && x.size() > m.size()) return true;
		}
		return false;
	}

	/// "Thỏa thuận giữa hai Chính phủ về tìm kiếm, quy tập và hồi hương hài cốt": what a paper is about.
	bool in_topic(const Clause& clause, const lexicon::Match& m) const {
		// "sẽ giám sát việc thực hiện chương trình hợp tác về thương mại, du lịch": what it is about is to be done.
		if (clause.mode == Mode::future && carries_out(clause, m.begin)) return false;
		auto t = m.begin;
		while (t > clause.begin + 1 && m_a.word(t - 1) != "về") {
			const auto before = t;
			if (m_a.tokens[t - 1].is(',') || m_a.word(t - 1) == "và") --t;
			for (auto i = m_a.first_match[t > clause.begin + 6 ? t - 6 : clause.begin];
			     i < m_a.matches.size() && m_a.matches[i].begin < t; ++i) {
				if (m_a.matches[i].cls != EntryClass::theme || m_a.matches[i].end != t) continue;
				t = m_a.matches[i].begin;
				break;
			}
			if (t == before) return false;
		}
		if (t <= clause.begin + 1) return false;
		const auto from = t > clause.begin + 14 ? t - 14 : clause.begin;
		const auto* paper = m_a.find(from, t, EntryClass::instrument);
		if (paper == nullptr) return false;
		for (auto at = paper->end; at < t; ++at) {
			if (m_a.tokens[at].is(',')) return false;
		}
		return true;
	}

	/// "việc thực hiện các chương trình …" before the token, in its part.
	bool carries_out(const Clause& clause, std::uint32_t token) const {
		const auto* paper = m_a.find(clause.content, token, EntryClass::instrument);
		if (paper == nullptr || m_a.lexicon.instrument(paper->index).instrument != model::Instrument::programme)
			return false;
		const auto from = paper->begin > clause.content + 4 ? paper->begin - 4 : clause.content;
		return m_a.find_cue(from, paper->begin, Cue::implement) != nullptr;
	}

	bool inside_party(const lexicon::Match& m) const {
		const auto from = m.begin > 12 ? m.begin - 12 : 0;
		for (const auto& p : m_c.parties_in(from, m.end)) {
			// A village's name is never a word of the field: "dân hai bản giữ nguyên đường biên".
			const auto kind = p.parties.empty() ? std::string_view() : kind_of(p.parties[0]);
			const bool common =
			    !m_a.tokens[m.begin].capital && (kind == "village" || kind == "commune" || kind == "district");
			// "tạo điều kiện cho các đội quy tập": the squad is named for what it does.
			const bool squad = kind == "military-command" && !m_a.tokens[m.begin].capital && m.begin > p.begin &&
			                   m_a.word(m.begin - 1) == "đội";
			if (p.begin <= m.begin && m.end <= p.end && !common && !squad) return true;
		}
		return false;
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<Range> m_aims;  ///< of the clause at hand
};

}  // namespace

ThemeSet read_themes(const Context& context, const Clause& clause, bool& sums_up) {
	return ThemeReader(context).read(clause, sums_up);
}

}  // namespace bienban::extraction
