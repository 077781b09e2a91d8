#include "extraction/clause_mode.hpp"

#include <algorithm>
#include <array>

#include "extraction/clause_openings.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;

class ClauseReader {
public:
	ClauseReader(const Context& context, const ClauseReaders& readers)
	    : m_c(context),
	      m_a(context.a()),
	      m_matter(readers.matter),
	      m_signs(readers.signs),
	      m_telling(readers.telling) {}

	Mode classify(Clause& clause, const Around& around) const {
		const auto g = m_signs.read(clause);
		clause.content = clause.begin;
		if (shortcoming(clause)) {
			clause.denied = true;
			clause.content = clause.end;
			return around.continues ? around.before : Mode::event;
		}
		return decide(clause, g, around);
	}

private:
	/// "Hạn chế được chỉ ra là …", "Điều còn băn khoăn là …": what is wanting, not what was done.
	bool shortcoming(const Clause& clause) const {
		const auto begin = m_matter.behind_concession(clause);
		for (auto t = begin; t < clause.end && t < begin + 10; ++t) {
			const auto* cue = m_a.cue_at(t, Cue::deny);
			if (cue != nullptr && cue->size() > 1 && !one_of(m_a.word(t), k_negations)) return true;
		}
		return false;
	}

	static constexpr std::array<std::string_view, 6> k_negations = {"không", "chưa", "chẳng", "Không", "Chưa", "Chẳng"};

	Mode decide(Clause& clause, const Signs& g, const Around& around) const {
		// "Nông nghiệp sạch, nối tuyến du lịch: việc ấy được chủ nhà tán thành": what is agreed may stand before the
		// word.
		const auto from = [&](std::uint32_t at) {
			auto end = at;
			while (end < clause.end && !m_a.tokens[end].is(',')) ++end;
			const bool after = m_a.find(at - 1, end, EntryClass::theme) != nullptr;
			// "Giáo dục và y tế là những lĩnh vực hai tỉnh sẽ ưu tiên".
			const bool named_first = g.themes != 0 && m_a.find(at - 1, clause.end, EntryClass::theme) == nullptr &&
			                         (puts_first(clause, at - 1) || m_telling.topic_first(clause, at - 1));
			// "Việc dạy tiếng Lào được đưa vào kế hoạch năm 2020".
			const bool put_in = m_a.word(at - 1) == "được";
			if (!named_first && (after || around.lead_in || (g.passive == 0 && !put_in))) clause.content = at - 1;
			return Mode::future;
		};
		if (g.done == 0 && clause.begin > 0 && m_telling.spells_out_signed(clause.begin, clause.end))
			return Mode::future;
		// A meeting or a visit of a known day is the event, whatever years its subject spans.
		if (m_matter.informs(clause, around) && g.will == 0 && g.agree == 0 && g.propose == 0 && g.forward == 0)
			return Mode::event;
		if (m_matter.weighs_without_content(clause, around) && g.will == 0 && g.agree == 0 && g.propose == 0)
			return Mode::event;
		if (g.will == 0 && g.agree == 0 && g.propose == 0 && g.recalled == 0 && found_on_patrol(clause, around))
			return Mode::event;
		if (g.done == 0 && g.will == 0 && g.agree == 0 && g.propose == 0 && holds_review(clause)) return Mode::event;
		if (m_matter.asks_question(clause) || walks_with_resolve(clause)) return Mode::event;
		if (g.agree == 0 && g.propose == 0 && g.will != 0 && only_on_agenda(g.will, clause.end)) return Mode::event;
		if (g.agree == 0 && g.forward == 0 && thing_will_serve(clause, g)) return Mode::event;
		if (g.will == 0 && g.agree == 0 && g.propose == 0 && m_matter.held_lately(clause)) return Mode::event;
		if (m_matter.congratulates(clause) && g.will == 0 && g.agree == 0 && g.propose == 0) return Mode::event;
		// "Văn bản đặt trọng tâm vào phối hợp truy bắt, rút kinh nghiệm án chung": whatever it names is to come.
		if (g.done == 0 && (g.themes != 0 || around.lead_in) && !g.day && !around.continues &&
		    around.before != Mode::past && lays_down(clause))
			return Mode::future;
		const bool meeting = (g.meet != 0 || (g.visit != 0 && (g.delegation != 0 || g.day))) && (g.day || g.month);
		const bool occurs = meeting && g.recalled == 0 && !g.assess();
		const bool looks_back = g.looks_back() && !occurs && !(g.meet != 0 && g.day && g.themes < 3);
		if (g.forward != 0 && (!looks_back || g.forward < g.review || g.agree != 0 || g.propose != 0)) {
			// "bàn phương hướng năm tới": a topic of the talks, without content.
			const bool said = g.will != 0 || g.agree != 0 || g.propose != 0 || g.themes >= 2 || around.continues;
			if (said && g.will != 0 && g.agree == 0 && g.propose == 0 && fronted(clause, g)) return Mode::future;
			if (g.will == 0 && g.agree == 0 && g.propose == 0 && g.meet == 0 && g.sign == 0 &&
			    closes_with_time(clause, g))
				return Mode::future;
			// "Hai bên phấn đấu nâng kim ngạch lên 5 tỷ USD trong những năm tới": the goal stands before its time.
			const bool strives = g.will != 0 && m_a.small(g.will - 1) == "phấn";
			if (said) return from(earliest(g.forward, g.agree, strives ? earliest(g.propose, g.will, 0) : g.propose));
			if (g.themes == 0 && around.before == Mode::future) return around.before;
			return g.meet != 0 ? Mode::event : from(g.forward);
		}
		if (wishes(g.agree, g)) return from(g.agree);
		if (wishes(g.propose, g)) return from(g.propose);
		// "quý II hai đơn vị sẽ …": a time of this year alone does not look back.
		const bool will_be = looks_back && (g.recalled == 0 || g.recalled < g.will) && g.done == 0 && g.will != 0 &&
		                     (m_a.word(g.will - 1) == "sẽ" || m_a.word(g.will - 1) == "Sẽ");
		if (will_be) return from(g.will);
		if (looks_back) {
			const auto says = earliest(g.valued, g.stated, 0);
			if (says != 0 && says < g.review) clause.content = says - 1;
			return Mode::past;
		}
		const bool report = g.stated != 0 && (m_a.word(g.stated - 1) == "báo" || m_a.word(g.stated - 1) == "Báo" ||
		                                      m_a.word(g.stated - 1) == "kể");
		const bool recounts = g.review != 0 && g.will == 0 && g.meet == 0 && g.sign == 0;
		if (around.lead_in && (g.recalled != 0 || g.valued != 0 || report || recounts)) return Mode::past;
		if (around.lead_in && g.will != 0 && g.done == 0 && g.meet == 0 && promises(clause, g, around))
			return from(g.will);
		if (announces_rules(clause, g, around)) {
			if (around.lead_in) clause.content = clause.end;
			return Mode::future;
		}
		if (const auto thanks = m_telling.thanks_for_deed(clause, g); thanks < clause.end) {
			clause.content = thanks;
			return Mode::past;
		}
		if (m_telling.sums_up_work(clause, g, around)) return Mode::past;
		if (g.done == 0 && g.recalled == 0 && !g.day && m_telling.adds_to_promise(clause, around)) return Mode::future;
		if (m_telling.counts_tasks(clause, g, around)) {
			clause.content = clause.end;
			return Mode::future;
		}
		if (m_telling.offers(clause, g, around)) {
			clause.content = g.will - 1;
			return Mode::future;
		}
		if (const auto asked = m_telling.asks_favour(clause); asked < clause.end && g.done == 0) {
			clause.content = asked;
			return Mode::future;
		}
		if (around.lead_in && g.themes == 0 && !g.day && g.meet == 0 && g.sign == 0) return around.before;
		if (m_matter.fulfilled(clause, g)) return Mode::past;
		const bool pursued = around.before == Mode::future && !around.fresh;
		if (!around.continues && !pursued && m_matter.tells_course(clause, g)) return Mode::past;
		if (spells_out_paper(clause, g, around)) return Mode::future;
		// "Thương mại, du lịch được xác định là những mảng phải phát triển": what comes first is what it is about.
		if (promises(clause, g, around))
			return (g.passive != 0 && g.passive < g.will) || fronted(clause, g) ? Mode::future : from(g.will);
		if (g.this_year && g.done != 0 && g.themes != 0 && g.meet == 0 && g.sign == 0 && !g.day && around.continues)
			return Mode::past;
		if (around.continues && around.before != Mode::event) return around.before;
		// "A vừa phối hợp với B phá thành công chuyên án 044L": the event, though it has no day.
		if (g.just != 0 && m_c.has_cue(clause.begin, clause.end, Cue::operation)) return Mode::event;
		if (!m_c.paper() && !on_patrol(clause, around) && m_telling.tells_deed(clause, g, around)) return Mode::past;
		if (around.continues) return around.before;
		return by_neighbours(clause, g, around, meeting);
	}

	/// "Công trình sẽ đóng góp lớn cho …", "ngôi trường này sẽ đáp ứng …": what a thing is good for, nobody's promise.
	bool thing_will_serve(const Clause& clause, const Signs& g) const {
		if (g.will == 0 || g.will >= clause.end || m_a.small(g.will - 1) != "sẽ") return false;
		static constexpr std::array<std::string_view, 12> k_serve = {"đóng", "góp", "đáp", "cung", "giúp",  "mang",
		                                                             "đem",  "trở", "là",  "phục", "thành", "thúc"};
		// "Công trình khởi công năm 2011 và sẽ hoàn thành cuối năm nay": how the work goes.
		bool begun = false;
		for (auto t = clause.begin; t + 1 < g.will; ++t)
			begun = begun || (m_a.word(t) == "khởi" && m_a.word(t + 1) == "công");
		if (!one_of(m_a.word(g.will), k_serve) && !(begun && m_a.word(g.will) == "hoàn")) return false;
		static constexpr std::array<std::array<std::string_view, 2>, 14> k_things = {{{"dự", "án"},
		                                                                              {"công", "trình"},
		                                                                              {"ngôi", "trường"},
		                                                                              {"trường", "mới"},
		                                                                              {"cây", "cầu"},
		                                                                              {"trạm", "y"},
		                                                                              {"tuyến", "đường"},
		                                                                              {"con", "đường"},
		                                                                              {"cơ", "sở"},
		                                                                              {"chuyến", "thăm"},
		                                                                              {"hoạt", "động"},
		                                                                              {"sự", "kiện"},
		                                                                              {"nhà", "đa"},
		                                                                              {"món", "quà"}}};
		for (auto t = g.will - 1; t > clause.begin && g.will - t < 16; --t) {
			if (m_a.tokens[t - 1].is(',') || m_a.tokens[t - 1].is(':')) return false;
			for (const auto& thing : k_things) {
				if (m_a.small(t - 1) == thing[0] && m_a.word(t) == thing[1]) return true;
			}
		}
		return false;
	}

	/// "… là những lĩnh vực", "… là nội dung" before the token.
	bool puts_first(const Clause& clause, std::uint32_t token) const {
		static constexpr std::array<std::string_view, 6> k_words = {"lĩnh", "nội", "hướng", "ưu", "trọng", "nhiệm"};
		for (auto t = clause.begin; t + 2 < token; ++t) {
			if (m_a.word(t) != "là") continue;
			for (auto u = t + 1; u < token && u < t + 4; ++u) {
				if (one_of(m_a.word(u), k_words)) return true;
			}
		}
		return false;
	}

	/// "đội đã thể hiện quyết tâm cao tuần tra đoạn biên giới từ mốc 425 đến mốc 426": the walk itself.
	bool walks_with_resolve(const Clause& clause) const {
		for (auto t = clause.begin; t + 4 < clause.end; ++t) {
			if (m_a.word(t) != "quyết" || m_a.word(t + 1) != "tâm") continue;
			return m_a.find_cue(t + 2, std::min(clause.end, t + 5), Cue::patrol) != nullptr &&
			       m_a.find_cue(t + 2, clause.end, Cue::section) != nullptr;
		}
		return false;
	}

	/// "hai bên sẽ tập trung thảo luận hai chủ đề", "đoàn sẽ tham dự mít tinh": what the event will bring, no promise.
	/// `t` is the token behind "sẽ".
	bool only_on_agenda(std::uint32_t t, std::uint32_t end) const {
		static constexpr std::array<std::string_view, 5> k_filler = {"tập", "trung", "cùng", "tiến", "hành"};
		while (t < end && one_of(m_a.word(t), k_filler)) ++t;
		if (t + 1 >= end) return false;
		const auto pair = m_a.words(t, t + 2);
		return pair == "thảo luận" || pair == "tham dự" || pair == "hội đàm" || pair == "bàn thảo";
	}

	/// "Buôn lậu, buôn người thì phải chặn từ xa", "Hội chợ sẽ thay phiên mở": what comes before the verb is what will
	/// be done, not who does it.
	bool fronted(const Clause& clause, const Signs& g) const {
		return g.stated == 0 && g.valued == 0 && g.done == 0 && m_c.actors(clause.begin, g.will - 1).empty() &&
		       m_c.names_in(clause.begin, g.will - 1).empty();
	}

	/// "Hai bên rủ nhau giữ nếp tuần tra chung trong năm 2020": what will be done stands right before its time, which
	/// closes the clause.
	bool closes_with_time(const Clause& clause, const Signs& g) const {
		auto t = g.forward - 1;
		if (m_a.find(t, clause.end, EntryClass::theme) != nullptr || m_c.dates_in(t, clause.end).empty()) return false;
		if (m_c.dates_in(t, clause.end).front().end + 1 < clause.end) return false;
		while (t > clause.begin && one_of(m_a.word(t - 1), k_time_lead)) --t;
		for (auto i = m_a.first_match[t > clause.begin + 8 ? t - 8 : clause.begin];
		     i < m_a.matches.size() && m_a.matches[i].begin < t; ++i) {
			if (m_a.matches[i].cls == EntryClass::theme && m_a.matches[i].end + 1 >= t) return true;
		}
		return false;
	}
	static constexpr std::array<std::string_view, 4> k_time_lead = {"trong", "suốt", "cả", "từ"};

	/// "Chín điều của bản quy chế cột hai đơn vị vào những việc cụ thể: …": what a paper asks of its sides is to come.
	bool announces_rules(const Clause& clause, const Signs& g, const Around& around) const {
		if (!around.lead_in || g.valued != 0 || g.give != 0) return false;
		// "Văn bản vạch rõ việc của ba năm ấy: …" right behind the signing looks forward.
		if (g.recalled != 0 && !behind_signing(clause)) return false;
		const auto* paper = m_a.find(clause.begin, clause.end, EntryClass::instrument);
		// "Bản mới thêm hai việc: …", "Văn bản ghi rõ những điều phải làm: …".
		const auto first = m_a.word(clause.begin);
		if (paper == nullptr && first != "Bản" && first != "Văn" && !behind_signing(clause)) return false;
		static constexpr std::array<std::string_view, 12> k_words = {"điều", "Điều", "việc", "dòng", "khoản", "những",
		                                                             "dung", "định", "rõ",   "buộc", "trọng", "tiên"};
		for (auto t = clause.begin; t < clause.end; ++t) {
			if (one_of(m_a.word(t), k_words)) return true;
		}
		return false;
	}

	/// "… ký quy chế kết nghĩa gồm chín điều. Chín điều ấy nói gọn lại là: …", "Nội dung không dài: …".
	bool behind_signing(const Clause& clause) const {
		if (clause.sentence == 0 || clause.begin != m_c.sentence(clause.sentence).begin) return false;
		const auto& before = m_c.sentence(clause.sentence - 1);
		if (before.block + 1 < m_c.sentence(clause.sentence).block || m_c.is_headline(clause.sentence - 1))
			return false;
		return m_a.find(before.begin, before.end, EntryClass::instrument) != nullptr &&
		       m_c.has_cue(before.begin, before.end, Cue::sign);
	}

	/// "…, hai bản đã ký quy ước. Theo đó, dân đôi bên không xâm canh …", "Theo thỏa thuận, hai tòa án trao đổi …":
	/// what a paper says its sides do is to come.
	bool spells_out_paper(const Clause& clause, const Signs& g, const Around& around) const {
		// "Theo đó, hai bên báo cáo cấp trên …; tuyên truyền …": a list may open with what no theme is told by.
		const bool listed = clause.end < m_a.tokens.size() && m_a.tokens[clause.end].is(';');
		if (g.recalled != 0 || g.valued != 0 || (g.themes == 0 && !listed) || g.day) return false;
		if (g.done == 0 && lists_what_was_signed(clause)) return true;
		if (around.continues || around.before == Mode::past) return false;
		if (m_matter.under_what_was_signed(clause)) return true;
		if (g.done != 0 || g.sign != 0) return false;
		if (clause.begin + 2 >= clause.end) return false;
		// "Văn bản đặt trọng tâm vào …", "Thỏa thuận tập trung vào …".
		if (lays_down(clause)) return true;
		const auto ground = ground_of(clause);
		if (ground + 1 >= clause.end) return false;
		const auto next = m_a.word(ground + 1);
		if (next != "đó" && next != "văn" && next != "nội") {
			// Only the paper stands before the comma.
			const auto* paper = m_a.find(ground, std::min(clause.end, ground + 8), EntryClass::instrument);
			return paper != nullptr && paper->begin <= ground + 3;
		}
		const auto from = clause.begin > 60 ? clause.begin - 60 : 0;
		const auto block = m_a.sentences[clause.sentence].block;
		for (auto i = m_a.first_match[from]; i < m_a.matches.size() && m_a.matches[i].begin < clause.begin; ++i) {
			const auto& m = m_a.matches[i];
			if (m.cue() != Cue::sign || m_a.sentences[m_c.sentence_of(m.begin)].block + 1 < block) continue;
			// "ký biên bản ghi nhớ …", "biên bản ghi nhớ mới đã mang chữ ký …".
			const auto near = m_c.sentence(m_c.sentence_of(m.begin)).begin;
			if (m_a.find(near, std::min(clause.begin, m.begin + 14), EntryClass::instrument) != nullptr) return true;
		}
		return false;
	}

	/// "hai bên ký Chương trình phối hợp giai đoạn 2017 - 2022: trao đổi đội tình nguyện, …": behind the colon stands
	/// what the paper says.
	bool lists_what_was_signed(const Clause& clause) const {
		if (clause.begin < 2 || !m_a.tokens[clause.begin - 1].is(':')) return false;
		const auto begin = m_c.sentence(clause.sentence).begin;
		if (begin + 2 >= clause.begin) return false;
		const auto* sign = m_a.find_cue(begin, clause.begin - 1, Cue::sign);
		const auto* paper = sign == nullptr ? nullptr : m_a.find(begin, clause.begin - 1, EntryClass::instrument);
		return paper != nullptr && sign->begin < paper->begin && !m_c.has_cue(begin, clause.begin - 1, Cue::review);
	}

	/// "Theo đó, …", "Trong ba năm này, theo văn bản, …": where the paper is named by which it is so, else the end.
	std::uint32_t ground_of(const Clause& clause) const {
		if (m_a.word(clause.begin) == "Theo") return clause.begin;
		for (auto t = clause.begin + 1; t < clause.end && t < clause.begin + 9; ++t) {
			if (m_a.word(t) == "theo" && m_a.tokens[t - 1].is(',')) return t;
		}
		return clause.end;
	}

	bool lays_down(const Clause& clause) const {
		const auto* paper = m_a.at(clause.begin, EntryClass::instrument);
		auto t = paper != nullptr ? paper->end : clause.begin;
		// The text may end with the name of the paper.
		if (t + 1 >= clause.end) return false;
		if (paper == nullptr) {
			if (m_a.word(t) != "Văn" || (m_a.word(t + 1) != "bản" && m_a.word(t + 1) != "kiện")) return false;
			t += 2;
			if (t >= clause.end) return false;
		}
		static constexpr std::array<std::string_view, 12> k_verbs = {"đặt", "tập",  "quy",   "nêu",  "ghi",  "xác",
		                                                             "chú", "buộc", "hướng", "vạch", "giao", "chốt"};
		const std::uint32_t reach = m_a.word(t) == "gồm" ? 9 : 4;
		for (auto u = t; u + 1 < clause.end && u < t + reach; ++u) {
			if (one_of(m_a.word(u), k_verbs)) return true;
		}
		return false;
	}

	static std::uint32_t earliest(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
		std::uint32_t out = 0;
		for (const auto x : {a, b, c}) {
			if (x != 0 && (out == 0 || x < out)) out = x;
		}
		return out;
	}

	/// An agreement or a wish looks forward, unless it is itself part of what was done: "Thời gian qua, hai bên đã
	/// thống nhất …".
	static bool wishes(std::uint32_t cue, const Signs& g) {
		if (cue == 0) return false;
		const bool told = g.recalled != 0 && g.recalled < cue && g.done != 0 && g.done < cue && g.done > g.recalled;
		const bool dated =
		    g.recalled == 0 && g.review != 0 && g.review < cue && g.done != 0 && g.done < cue && g.will == 0;
		return !told && !dated;
	}

	/// "sẽ …", "tiếp tục …".
	bool promises(const Clause& clause, const Signs& g, const Around& around) const {
		if (g.will == 0 || (g.done != 0 && g.done < g.will) || (g.day && (g.meet != 0 || g.visit != 0))) return false;
		static constexpr std::array<std::string_view, 9> k_own = {"sẽ",   "Sẽ",   "Tiếp",   "quyết", "Quyết",
		                                                          "phấn", "Phấn", "nguyện", "Nguyện"};
		const auto word = m_a.word(g.will - 1);
		const bool duty = word != "tiếp";
		// "quan hệ hai tỉnh tiếp tục đi vào chiều sâu" in the midst of an account.
		if (word == "tiếp" && around.before == Mode::past && around.continues && g.will + 1 < clause.end) {
			const auto verb = m_a.word(g.will + 1);
			if (verb == "đi" || verb == "được" || verb == "ổn" || verb == "là") return false;
		}
		if ((word == "phải" || word == "cần") && g.themes > 1 && m_telling.behind_sides(clause, g.will - 1))
			return true;
		if (one_of(word, k_own) || around.before == Mode::future || (around.continues && !duty) || g.stated != 0)
			return true;
		// "…, đường biên được giữ vững. Theo đó, hai bên tiếp tục phối hợp …": it only spells out what was done.
		if (around.before == Mode::past && !around.fresh && opens_detail(m_a, clause.begin)) return false;
		return word == "tiếp" && (g.themes > 1 || Context::both_sides(m_c.actors(clause.begin, clause.end)));
	}

	Mode by_neighbours(const Clause& clause, const Signs& g, const Around& around, bool meeting) const {
		const bool dated_act = g.day || meeting || (g.month && g.done != 0 && g.themes < 3);
		const bool gift =
		    (g.give != 0 && !m_c.numbers_in(clause.begin, clause.end).empty() && around.before != Mode::past) ||
		    (g.give != 0 && opens_on_occasion(m_a, clause.begin));
		if (g.valued != 0 && g.themes >= 3 && !g.day) return Mode::past;
		if (opens_account(m_a, clause.begin) && (g.this_year || around.before == Mode::past) && !g.day &&
		    (g.themes != 0 || g.act != 0 || !m_c.numbers_in(clause.begin, clause.end).empty()))
			return Mode::past;
		if (opens_account(m_a, clause.begin) && g.done != 0 && g.act != 0 && g.themes != 0 && g.sign == 0 && !g.day &&
		    !gift)
			return Mode::past;
		if ((g.meet != 0 && g.themes < 4) || g.sign != 0 || dated_act || gift) return Mode::event;
		const bool speaks = g.themes != 0 || g.act != 0;
		if (tells_success(clause, g, around)) return Mode::past;
		// "Qua tuần tra, đường biên được giữ nguyên hiện trạng": what came to light, whatever was agreed before.
		if (m_a.word(clause.begin) == "Qua" && around.before == Mode::future && g.act + g.passive != 0)
			return Mode::event;
		const bool goes_on =
		    !around.fresh || opens_with_connective(m_a, clause.begin) || opens_with_verb(clause, around);
		if (goes_on && speaks && around.before == Mode::future) {
			if (g.done == 0) return Mode::future;
			return around.fresh ? Mode::event : Mode::past;
		}
		if (goes_on && around.before == Mode::past && (around.fresh ? g.themes != 0 : speaks)) return Mode::past;
		// "Đã có 34 đoàn của hai tỉnh qua lại." in the midst of an account.
		if (!around.fresh && around.before == Mode::past && g.done == clause.begin + 1 &&
		    m_a.word(clause.begin) == "Đã")
			return Mode::past;
		const bool account = g.done != 0 && g.just == 0;
		const bool told = (account && g.act != 0) || (g.this_year && g.themes != 0);
		// "Năm 2020, lực lượng biên phòng hai nước đã phối hợp …": of the two sides of the text.
		if (account && g.this_year && g.act != 0 && g.themes > 1 && g.meet == 0 && !g.day &&
		    m_c.has_cue(clause.begin, clause.end, Cue::states) && Context::both_sides(m_c.main_pair()))
			return Mode::past;
		// "Nhân kỷ niệm …, đoàn A do B làm trưởng đoàn đã đến thăm C": the event.
		const bool visits = g.visit != 0 && g.delegation != 0 && m_c.has_cue(clause.begin, clause.end, Cue::head);
		if (told && g.meet == 0 && !visits && !on_patrol(clause, around) &&
		    Context::both_sides(m_c.actors(clause.begin, clause.end)))
			return Mode::past;
		if (g.valued != 0 && g.act != 0 && g.meet == 0) return Mode::past;
		if (g.stated != 0 && g.done != 0 && g.just == 0 && g.act != 0 && g.meet == 0 && g.themes > 1) return Mode::past;
		// "Tin gì mới, bên này biết thì bên kia cũng hay." in the midst of an account: the account goes on.
		if (!around.fresh && mute(clause, g)) return around.before;
		return Mode::event;
	}

	/// "Tổ chức tuần tra song phương theo định kỳ, …" opens a paragraph behind an account: nobody is named anew, the
	/// same ones go on.
	bool opens_with_verb(const Clause& clause, const Around& around) const {
		if (around.before != Mode::past) return false;
		// A line without a mark at its end stands under a picture.
		const auto& last = m_a.tokens[m_a.sentences[clause.sentence].end - 1];
		if (!last.is('.') && !last.is(';')) return false;
		static constexpr std::array<std::string_view, 6> k_how = {"Thường", "Tích", "Chủ", "Kịp", "Duy", "Phối"};
		const auto* act = m_a.cue_at(clause.begin, Cue::act);
		if (act == nullptr && !one_of(m_a.word(clause.begin), k_how)) return false;
		const auto from = act != nullptr ? act->end : clause.begin + 1;
		return m_c.parties_in(clause.begin, std::min(clause.end, from + 1)).empty() &&
		       m_c.names_in(clause.begin, std::min(clause.end, from + 3)).empty();
	}

	/// Says nothing that any word of the field knows: no deed, no meeting, no gift, no day, no person.
	bool mute(const Clause& clause, const Signs& g) const {
		return !clause.denied && g.themes == 0 && g.act == 0 && g.meet == 0 && g.sign == 0 && g.give == 0 &&
		       g.visit == 0 && g.delegation == 0 && !g.day && !g.month && g.stated == 0 &&
		       m_c.names_in(clause.begin, clause.end).empty();
	}

	/// "Nhờ phối hợp chặt chẽ, an ninh biên giới được giữ vững, quan hệ hai tỉnh ngày càng bền chặt": of the two sides.
	bool tells_success(const Clause& clause, const Signs& g, const Around& around) const {
		static constexpr std::array<std::string_view, 6> k_first = {"Nhờ", "Qua", "Từ", "Do", "Vì", "Bởi"};
		if (around.before != Mode::past && !one_of(m_a.word(clause.begin), k_first)) return false;
		if (g.themes == 0 || g.meet != 0 || g.day || g.will != 0 || g.forward != 0 || g.visit != 0) return false;
		if (!m_matter.shared(clause)) return false;
		static constexpr std::array<std::array<std::string_view, 3>, 13> k_words = {{{"được", "giữ", "vững"},
		                                                                             {"được", "giữ", "nguyên"},
		                                                                             {"ngày", "càng", "bền"},
		                                                                             {"ngày", "càng", "gắn"},
		                                                                             {"ngày", "càng", "được"},
		                                                                             {"ngày", "càng", "sâu"},
		                                                                             {"được", "củng", "cố"},
		                                                                             {"được", "tăng", "cường"},
		                                                                             {"được", "thắt", "chặt"},
		                                                                             {"được", "duy", "trì"},
		                                                                             {"được", "bảo", "đảm"},
		                                                                             {"thêm", "bền", "chặt"},
		                                                                             {"ngày", "càng", "phát"}}};
		for (auto t = clause.begin; t + 2 < clause.end; ++t) {
			for (const auto& words : k_words) {
				if (m_a.word(t) == words[0] && m_a.word(t + 1) == words[1] && m_a.word(t + 2) == words[2]) return true;
			}
		}
		return false;
	}

	/// "Kết quả tuần tra không phát hiện …", "Qua kiểm tra, đường biên, mốc giới được giữ nguyên trạng" behind a patrol
	/// of a known day or stretch: what was found on it.
	bool found_on_patrol(const Clause& clause, const Around& around) const {
		const auto first = m_a.word(clause.begin);
		const auto next = clause.begin + 1 < clause.end ? m_a.word(clause.begin + 1) : text::Word{};
		const bool opens = (first == "Kết" && next == "quả") || (first == "Quá" && next == "trình") ||
		                   (first == "Kết" && next == "thúc") || first == "Qua";
		if (!opens) return false;
		if (!around.patrolled) return false;
		// "Kết quả, …", "Qua kiểm tra, …", "Qua tuần tra, …": of this one walk.
		bool walk = false;
		for (auto t = clause.begin; t < clause.end && t < clause.begin + 6; ++t) {
			walk = walk || (first == "Kết" && t == clause.begin + 2 && m_a.tokens[t].is(',')) ||
			       ((m_a.word(t) == "tuần" || m_a.word(t) == "kiểm") && t + 1 < clause.end && m_a.word(t + 1) == "tra");
		}
		if (!walk) return false;
		const auto s = clause.sentence;
		for (auto i = s; i-- > 0 && s - i <= 4;) {
			const auto& sentence = m_c.sentence(i);
			if (m_a.find_cue(sentence.begin, sentence.end, Cue::patrol) == nullptr) continue;
			for (const auto& d : m_c.dates_in(sentence.begin, sentence.end)) {
				if (d.from.day != 0 && !d.anniversary) return true;
			}
			if (m_a.find_cue(sentence.begin, sentence.end, Cue::section) != nullptr) return true;
		}
		return false;
	}

	/// "A và B tổ chức hội nghị sơ kết công tác phối hợp năm 2023": what the conference is about, no account yet.
	bool holds_review(const Clause& clause) const {
		for (auto t = clause.begin + 1; t + 3 < clause.end; ++t) {
			if (m_a.word(t) != "nghị" || (m_a.word(t - 1) != "hội" && m_a.word(t - 1) != "Hội")) continue;
			const auto kind = m_a.word(t + 1);
			if ((kind != "sơ" && kind != "tổng" && kind != "Sơ" && kind != "Tổng") || m_a.word(t + 2) != "kết")
				continue;
			for (auto u = t + 3; u < clause.end; ++u) {
				if (m_a.tokens[u].is(':')) return false;
				// "…, đánh giá cao …", "…, hai bên cho rằng …".
				if (m_a.tokens[u].is(',') && (m_c.has_cue(u, std::min(clause.end, u + 4), Cue::assess) ||
				                              m_c.has_cue(u, std::min(clause.end, u + 4), Cue::both)))
					return false;
			}
			return m_c.has_cue(clause.begin, t, Cue::held) || m_c.has_cue(t, clause.end, Cue::held);
		}
		return false;
	}

	/// "Lực lượng hai bên đã chào mốc, phát quang chân mốc" in a text about a patrol: what was done on it.
	bool on_patrol(const Clause& clause, const Around& around) const {
		if (!around.patrolled) return false;
		// "Theo đó, hai bên đã tuần tra đoạn biên giới từ mốc 691 đến mốc 702": the stretch that was walked.
		if (m_c.has_cue(clause.begin, clause.end, Cue::section) && m_c.has_cue(clause.begin, clause.end, Cue::patrol)) {
			bool from = false;
			for (auto t = clause.begin; t < clause.end; ++t) {
				from = from || m_a.word(t) == "từ";
				if (from && m_a.word(t) == "đến") return true;
			}
		}
		if (!m_c.numbers_in(clause.begin, clause.end).empty()) return false;
		// "đã hoàn thành tuần tra", "thực hiện đúng nguyên tắc, nghi thức, thủ tục": of this one walk.
		for (auto t = clause.begin; t + 1 < clause.end; ++t) {
			const auto word = m_a.word(t);
			const auto next = m_a.word(t + 1);
			if ((word == "nghi" && (next == "thức" || next == "lễ")) || (word == "nguyên" && next == "tắc") ||
			    (word == "hoàn" && next == "thành" && m_a.find_cue(t, clause.end, Cue::patrol) != nullptr))
				return true;
		}
		static constexpr std::array<std::string_view, 5> k_words = {"mốc", "quang", "biên", "tuần", "dấu"};
		bool border = false;
		for (auto i = m_a.first_match[clause.begin]; i < m_a.matches.size() && m_a.matches[i].begin < clause.end; ++i) {
			if (m_a.matches[i].cls != EntryClass::theme) continue;
			// "kiểm tra mốc quốc giới, các lối mòn": a place they looked at.
			if (m_a.word(m_a.matches[i].end - 1) == "mòn") continue;
			for (const auto theme : m_a.lexicon.theme(m_a.matches[i].index).themes) {
				if (theme != model::Theme::border_protection && theme != model::Theme::joint_patrol) return false;
			}
		}
		for (auto t = clause.begin; t < clause.end; ++t) border = border || one_of(m_a.word(t), k_words);
		return border;
	}

	const Context& m_c;
	const Annotated& m_a;
	const ClauseMatter& m_matter;
	const SignReader& m_signs;
	const ClauseTelling& m_telling;
};

}  // namespace

Mode read_mode(const Context& context, const ClauseReaders& readers, Clause& clause, const Around& around) {
	return ClauseReader(context, readers).classify(clause, around);
}

}  // namespace bienban::extraction
