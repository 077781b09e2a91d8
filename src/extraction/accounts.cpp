// What was done and what is promised: the clauses that look back and forward, joined to the accounts they give.

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/account_doubts.hpp"
#include "extraction/account_themes.hpp"
#include "extraction/finders.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;

struct Group {
	Mode mode = Mode::event;
	PartySet parties;
	ThemeSet themes;
	bool sums_up = false;  ///< said more than figures: themes of figures join from then on
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	std::optional<std::string> period;
	std::optional<std::string> section_period;  ///< of the heading above, where the words themselves tell none
	std::optional<std::string> article;         ///< of a signed paper
};

class Accounts {
public:
	Accounts(const Context& context, std::vector<model::Record>& out) : m_c(context), m_out(out) {}

	void run() {
		for (const auto& clause : m_c.clauses()) {
			if (takes_up(clause)) flush();
			if (clause.mode == Mode::event) {
				flush();
				continue;
			}
			read(clause);
		}
		flush();
	}

private:
	/// "Phía Việt Nam nhất trí với các đề nghị trên": what one side has asked for is now both sides'.
	bool takes_up(const Clause& clause) {
		if (m_group.mode != Mode::future || m_group.parties.empty() || Context::both_sides(m_group.parties))
			return false;
		const auto& a = m_c.a();
		const auto* agrees = a.find_cue(clause.begin, clause.end, Cue::agree);
		if (agrees == nullptr) return false;
		static constexpr std::array<std::string_view, 8> k_all = {"với", "các", "những", "mọi",
		                                                          "tất", "cả",  "toàn",  "bộ"};
		static constexpr std::array<std::string_view, 4> k_asked = {"đề nghị", "kiến nghị", "đề xuất", "mong muốn"};
		static constexpr std::array<std::string_view, 6> k_told = {"này", "trên", "đó", "nói", "của", "ấy"};
		auto t = agrees->end;
		while (t < clause.end && base::one_of<k_all>(a.word(t))) ++t;
		if (t + 2 >= a.tokens.size() || !base::one_of<k_asked>(a.small_words(t, t + 2)) ||
		    !base::one_of<k_told>(a.word(t + 2)))
			return false;
		const auto asked = country_of(m_group.parties.front());
		const auto other = asked == lexicon::Country::la ? lexicon::Country::vn : lexicon::Country::la;
		auto actors = m_c.actors(clause.begin, agrees->begin);
		if (!actors.empty() && Context::side(actors, other).empty()) return false;
		auto taken = Context::side(actors, other);
		// "Phía Nghệ An": the body of that province that the text speaks of.
		if (taken.empty() || kind_of(taken.front()) == "province")
			taken = Context::side(m_c.pair_at(clause.begin), other);
		merge(m_group.parties, taken);
		return true;
	}

	/// "Dự kiến, lễ an táng sẽ được tổ chức vào giữa tháng 5", "Giao lưu lần thứ 3 sẽ diễn ra …": an event to come is
	/// made known, nobody promises it.
	bool announces(const Clause& clause) const {
		if (clause.mode != Mode::future) return false;
		for (const auto cue : {Cue::agree, Cue::propose, Cue::forward}) {
			if (m_c.has_cue(clause.begin, clause.end, cue)) return false;
		}
		const auto& a = m_c.a();
		for (auto t = clause.begin + 1; t + 1 < clause.end; ++t) {
			const bool held =
			    (a.word(t) == "được" && a.word(t + 1) == "tổ") || (a.word(t) == "diễn" && a.word(t + 1) == "ra");
			if (!held) continue;
			const bool told = (a.word(t - 1) == "sẽ" || a.word(t - 1) == "kiến") && m_c.actors(clause.begin, t).empty();
			const bool timed = !m_c.dates_in(t, clause.end).empty() || m_c.has_cue(clause.begin, t, Cue::plan);
			return told && timed;
		}
		return false;
	}

	void read(const Clause& clause) {
		if (announces(clause)) return flush();
		auto parties = parties_of(clause);
		// "…; tuyên truyền cho nhân dân hai nước" in what two bodies agree on: whom it is for.
		if (clause.mode == m_group.mode && clause.begin != m_c.sentence(clause.sentence).begin &&
		    Context::both_sides(m_group.parties) &&
		    std::all_of(parties.begin(), parties.end(), [](const auto& p) { return kind_of(p) == "state"; }))
			parties.clear();
		const auto* section = m_c.section_at(clause.begin);
		const auto article = section != nullptr ? section->article : std::nullopt;
		if (clause.mode != m_group.mode || article != m_group.article ||
		    (!parties.empty() && !m_group.parties.empty() && parties != m_group.parties && m_group.themes.any())) {
			flush();
		}
		if (m_group.begin == m_group.end) {
			m_group = {};
			m_group.mode = clause.mode;
			m_group.begin = clause.content;
			m_group.end = clause.end;
		}
		m_group.article = article;
		if (!m_group.period && section != nullptr) m_group.section_period = section->period;
		if (m_group.parties.empty()) m_group.parties = parties;
		auto sums = sums_up(clause) || (m_group.sums_up && joins(clause));
		m_group.themes |= read_themes(m_c, clause, sums);
		m_group.sums_up = m_group.sums_up || sums;
		if (!m_group.period) {
			for (const auto& d : m_c.dates_in(clause.begin, clause.end)) {
				if (d.anniversary || (!d.period && d.from.day != 0) || m_c.dates_treaty(d) ||
				    (!d.period && d.from.month == 0 && m_c.dates_signing(d)) || of_plan(clause, d))
					continue;
				m_group.period = d.edtf;
				break;
			}
		}
	}

	/// "quy hoạch phát triển cửa khẩu giai đoạn 2021-2030, tầm nhìn đến năm 2050": the years of a plan that is named.
	bool of_plan(const Clause& clause, const DateMention& d) const {
		const auto& a = m_c.a();
		for (auto t = d.begin; t > clause.begin + 1 && d.begin - t < 16; --t) {
			const auto word = a.small(t - 2);
			const auto next = a.word(t - 1);
			if (a.tokens[t - 1].is(';') || a.tokens[t - 1].is(':')) return false;
			if ((word == "quy" && next == "hoạch") || (word == "chiến" && next == "lược")) return true;
			if (word == "tầm" && next == "nhìn") return true;
		}
		return false;
	}

	/// "đánh giá cao kết quả …", "điểm lại …:": what follows is an account even where it only counts.
	bool sums_up(const Clause& clause) const {
		const auto& a = m_c.a();
		for (auto i = a.first_match[clause.begin]; i < a.matches.size() && a.matches[i].begin < clause.end; ++i) {
			if (a.matches[i].cue() == Cue::assess && !states_only(a, a.matches[i])) return true;
		}
		// "Nhờ bám bản, bốn mươi con nghiện đã dứt thuốc": what came of it.
		if (a.word(clause.begin) == "Nhờ") return true;
		if (clause.end >= a.tokens.size() || !a.tokens[clause.end].is(':')) return false;
		// "… kể ra những điều đã cùng nhau làm nên: …"
		for (auto t = clause.begin; t + 1 < clause.end; ++t) {
			if (a.word(t) == "những" && (a.word(t + 1) == "điều" || a.word(t + 1) == "việc") &&
			    a.find_cue(t, clause.end, Cue::done) != nullptr)
				return true;
		}
		const auto* review = a.find_cue(clause.begin, clause.end, Cue::review);
		static constexpr std::array<std::string_view, 12> k_first = {"điểm", "Điểm", "nhìn", "Nhìn", "tổng", "Tổng",
		                                                             "sơ",   "Sơ",   "kết",  "Kết",  "kiểm", "Kiểm"};
		return review != nullptr && base::one_of<k_first>(a.word(review->begin));
	}

	/// Do the figures of this clause stand under the sum before it? Those of a new sentence about one body alone do
	/// not.
	bool joins(const Clause& clause) const {
		if (clause.begin != m_c.sentence(clause.sentence).begin) return true;
		static constexpr std::array<std::string_view, 6> k_first = {"Cụ", "Trong", "Nổi", "Điển", "Kết", "Qua"};
		if (base::one_of<k_first>(m_c.a().word(clause.begin)) && m_c.dates_in(clause.begin, clause.begin + 2).empty())
			return true;
		const auto first = m_c.a().word(clause.begin);
		if (first == "Riêng" || first == "Tính") return false;
		const auto actors = m_c.actors(clause.begin, clause.end);
		return actors.empty() || Context::both_sides(actors);
	}

	PartySet parties_of(const Clause& clause) const {
		// Who speaks or agrees stands before what is agreed.
		auto parties = m_c.actors(clause.begin, std::max(clause.content, clause.begin + 1));
		// "Giám đốc Bệnh viện A đề nghị Sở Y tế B giúp …": who speaks, not whom he asks.
		if (parties.empty() && clause.mode == Mode::future) parties = speaker_of(clause);
		if (parties.empty()) {
			parties = m_c.actors(clause.begin, clause.end);
			if (only_in_paper(clause)) parties = m_c.pair_at(clause.begin);
		}
		if (clause.mode == Mode::past && !Context::both_sides(parties)) parties = m_c.pair_at(clause.begin);
		return parties;
	}

	/// "hai bên thực hiện hiệp định … giữa Chính phủ A và Chính phủ B": the governments are those of the paper.
	bool only_in_paper(const Clause& clause) const {
		const auto* both = m_c.a().find_cue(clause.begin, clause.end, Cue::both);
		const auto named = m_c.parties_in(clause.begin, clause.end);
		return both != nullptr && !named.empty() && named.front().begin >= both->end &&
		       std::all_of(named.begin(), named.end(),
		                   [&](const auto& m) { return m.of_paper || m_c.is_side_of_paper(m); });
	}

	/// The body, else the side, of the one person who stands before what a clause asks for.
	PartySet speaker_of(const Clause& clause) const {
		const auto asks = m_c.a().cue_at(clause.content, Cue::propose) != nullptr;
		static constexpr std::array<std::string_view, 4> k_promises = {"hứa", "cam", "sẽ", "sẵn"};
		if (!asks && !base::one_of<k_promises>(m_c.a().word(clause.content))) return {};
		auto body = m_c.spoken_for(clause.begin, clause.content);
		const auto& names = m_c.names_in(clause.begin, clause.content);
		if (names.empty()) return body.empty() ? side_of_bare_post(clause) : body;
		const auto& person = m_c.people().people[names.back().person];
		if (!person.country) return body;
		// "Giám đốc Bệnh viện", without its name, may have been taken for one of the other country.
		const auto country = *person.country == "LA" ? lexicon::Country::la : lexicon::Country::vn;
		if (!body.empty() && country_of(body.front()) == country) return body;
		return Context::side(m_c.pair_at(clause.begin), country);
	}

	/// "Phó Tỉnh trưởng đề nghị …", "Đại sứ mong muốn …": the side of who was named with that post before.
	PartySet side_of_bare_post(const Clause& clause) const {
		const auto& a = m_c.a();
		for (auto t = clause.begin; t < clause.content && t < clause.begin + 4; ++t) {
			const auto* post = a.at(t, lexicon::EntryClass::post);
			if (post == nullptr || post->end > clause.content) continue;
			const auto title = a.words(post->begin, post->end);
			const auto& names = m_c.names_in(0, clause.begin);
			for (auto i = names.size(); i-- > 0;) {
				const auto& person = m_c.people().people[names[i].person];
				if (!person.country || !person.title || person.title->find(title) == std::string::npos) continue;
				return Context::side(m_c.pair_at(clause.begin - 1),
				                     *person.country == "LA" ? lexicon::Country::la : lexicon::Country::vn);
			}
			return {};
		}
		return {};
	}

	/// "đã kết nghĩa với …", "tìm kiếm, cất bốc hài cốt …": by itself it is a twinning or a search, which have records
	/// of their own.
	static bool is_one_deed(const ThemeSet& themes) {
		return themes.count() == 1 && (themes[static_cast<std::size_t>(model::Theme::twinning)] ||
		                               themes[static_cast<std::size_t>(model::Theme::remains_repatriation)]);
	}

	/// What the Vietnamese side alone does or promises before the text names anybody of the other: among its own
	/// people.
	bool among_themselves(const Group& group) const {
		if (!Context::side(group.parties, lexicon::Country::la).empty()) return false;
		const auto& before = m_c.parties_in(0, group.end);
		return !group.parties.empty() && std::none_of(before.begin(), before.end(), [](const auto& p) {
			// "từng chiến đấu ở Lào" names nobody.
			const auto theirs = Context::side(p.parties, lexicon::Country::la);
			return std::any_of(theirs.begin(), theirs.end(), [](const auto& t) { return kind_of(t) != "state"; });
		});
	}

	void flush() {
		auto group = std::move(m_group);
		m_group = {};
		if (group.begin == group.end) return;
		if (group.parties.empty()) group.parties = m_c.pair_at(group.begin);
		if (among_themselves(group)) return;
		const auto& themes = group.themes;
		if (themes.none() || (group.mode == Mode::past && is_one_deed(themes))) return;
		if (tells_of_gifts_only(m_c, m_out, group.begin, group.end, group.mode, themes)) return;
		model::Record record;
		std::vector<model::Theme> list;
		for (std::size_t i = 0; i < themes.size(); ++i) {
			if (themes[i]) list.push_back(static_cast<model::Theme>(i));
		}
		if (!group.period) group.period = std::move(group.section_period);
		// "Suốt năm ngày, từ 8 đến 12/9, đoàn A đến thăm B": the visit that is reported.
		const auto only_visit = static_cast<std::size_t>(model::Theme::delegation_exchange);
		if (group.mode == Mode::past && themes.count() == 1 && themes[only_visit] && group.period &&
		    group.period->size() == 21 && group.period->substr(0, 7) == group.period->substr(11, 7))
			return;
		// "hai cựu binh từng ở chung đơn vị năm 1970": of the war, before there was a country to work with.
		if (group.mode == Mode::past && group.period && group.period->size() == 4 && *group.period < "1976") return;
		if (group.mode == Mode::past) {
			record.value = model::Achievement{std::move(group.parties), std::move(group.period), std::move(list)};
		} else {
			record.value = model::Commitment{std::move(group.parties), std::move(group.period), std::move(list)};
		}
		record.evidence = m_c.evidence(group.begin, group.end);
		record.article = std::move(group.article);
		record.certainty = 0.7F;
		m_out.push_back(std::move(record));
	}

	const Context& m_c;
	std::vector<model::Record>& m_out;
	Group m_group;
};

}  // namespace

void find_accounts(const Context& context, std::vector<model::Record>& out) { Accounts(context, out).run(); }

}  // namespace bienban::extraction
