// What each clause of the text does: it tells of the event reported, looks back, or looks forward.

#include <algorithm>
#include <array>

#include "extraction/context.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;

}  // namespace

void Context::split_clauses() {
	auto mode = Mode::event;
	bool colon = false;
	std::uint32_t block = 0;
	for (std::uint32_t s = 0; s < m_a.sentences.size(); ++s) {
		const auto& sentence = m_a.sentences[s];
		if (is_headline(s)) continue;
		const bool new_block = sentence.block != block;
		block = sentence.block;
		auto begin = sentence.begin;
		for (auto t = sentence.begin; t <= sentence.end; ++t) {
			if (t != sentence.end && !m_a.tokens[t].is(';') && !(m_a.tokens[t].is(':') && t > sentence.begin + 3)) continue;
			if (t > begin) {
				Clause clause{begin, t, s, Mode::event, begin, false};
				const bool continues = begin != sentence.begin || colon || (m_a.tokens[begin].is('-') || m_a.tokens[begin].is('*') || m_a.tokens[begin].is('+'));
				if (is_caption(s)) {
					clause.mode = Mode::event;
				} else {
					const bool fresh = new_block && !continues && begin == sentence.begin;
					clause.mode = classify(clause, mode, continues, fresh);
					mode = clause.mode;
				}
				m_clauses.push_back(clause);
			}
			begin = t + 1;
		}
		const auto& last = m_a.tokens[sentence.end - 1];
		if (!is_caption(s)) colon = last.is(':') || ((last.is(';') || last.is(',')) && colon);
	}
}

namespace {

/// What the cues of a clause say; each is one past the first token of its first cue, 0 where there is none.
struct Signs {
	std::uint32_t forward = 0;
	std::uint32_t agree = 0;
	std::uint32_t propose = 0;
	std::uint32_t will = 0;
	std::uint32_t review = 0;
	std::uint32_t done = 0;
	std::uint32_t assess = 0;
	std::uint32_t act = 0;
	std::uint32_t meet = 0;
	std::uint32_t sign = 0;
	std::uint32_t give = 0;
	std::uint32_t themes = 0;
};

void note(std::uint32_t& first, std::uint32_t token) {
	if (first == 0) first = token + 1;
}

}  // namespace

Mode Context::classify(Clause& clause, Mode before, bool continues, bool fresh) const {
	Signs g;
	const auto limit = clause.end;
	for (auto i = m_a.first_match[clause.begin]; i < m_a.matches.size() && m_a.matches[i].begin < limit; ++i) {
		const auto& m = m_a.matches[i];
		if (m.cls == EntryClass::theme && !m_a.lexicon.theme(m.index).themes.empty()) ++g.themes;
		switch (m.cue()) {
			case Cue::forward: note(g.forward, m.begin); break;
			case Cue::agree: {
				// "thống nhất đánh giá", "nhất trí cho rằng" look back; "thỏa thuận" is a noun here.
				const auto first = m_a.word(m.begin);
				if (m.end < limit && m_a.cue_at(m.end, Cue::assess) != nullptr) {
					note(g.assess, m.begin);
					break;
				}
				if (first == "thỏa" || first == "thoả" || first == "Thỏa" || first == "Thoả" || first == "xác" || m_a.at(m.begin, EntryClass::instrument) != nullptr) break;
				if (m.end < limit && m_a.word(m.end) == "đất") break;
				note(g.agree, m.begin);
				break;
			}
			case Cue::propose: note(g.propose, m.begin); break;
			case Cue::will: note(g.will, m.begin); break;
			case Cue::review: note(g.review, m.begin); break;
			case Cue::done: note(g.done, m.begin); break;
			case Cue::assess: note(g.assess, m.begin); break;
			case Cue::act: note(g.act, m.begin); break;
			case Cue::talks: case Cue::conference: case Cue::ceremony: case Cue::chair: case Cue::attend: note(g.meet, m.begin); break;
			case Cue::sign: note(g.sign, m.begin); break;
			case Cue::give: note(g.give, m.begin); break;
			case Cue::deny:
				if (m.size() > 1 && m.begin > clause.begin) clause.denied = true;
				break;
			default: break;
		}
	}
	// "trong giai đoạn 2018 - 2022", "năm 2016": a period of the past looks back, one of the future forward.
	for (const auto& d : dates_in(clause.begin, limit)) {
		if (d.anniversary || d.from.day != 0 || d.from.year == 0 || m_document_date.year == 0) continue;
		const bool of_paper = paper_before(clause.begin, d.begin);
		if (of_paper) continue;
		if (d.until_now || (d.period && d.to.year <= m_document_date.year) || (!d.period && d.from.year < m_document_date.year)) note(g.review, d.begin);
		if (!d.until_now && d.from.year > m_document_date.year) note(g.forward, d.begin);
		if (d.term && d.period && d.to.year > m_document_date.year) note(g.forward, d.begin);
	}
	clause.content = clause.begin;
	const auto from = [&](std::uint32_t at) {
		clause.content = at - 1;
		return Mode::future;
	};
	const bool day = date_in(clause.begin, limit) != nullptr && date_in(clause.begin, limit)->from.day != 0;
	const bool looks_back = g.review != 0 && (g.done != 0 || g.assess != 0 || g.act != 0 || g.themes > 1);
	if (g.forward != 0 && (!looks_back || g.forward < g.review)) {
		// "bàn phương hướng năm tới": a topic of the talks, without content.
		if (g.will == 0 && g.agree == 0 && g.propose == 0 && g.themes < 2 && !continues) return g.themes == 0 && before == Mode::future ? before : g.meet != 0 ? Mode::event : from(g.forward);
		return from(g.forward);
	}
	if (g.agree != 0 && (g.review == 0 || g.agree < g.review)) return from(g.agree);
	if (g.propose != 0 && (g.review == 0 || g.propose < g.review)) return from(g.propose);
	if (looks_back && !(g.meet != 0 && g.themes < 3 && day)) {
		if (g.assess != 0 && g.assess < g.review) clause.content = g.assess - 1;
		return Mode::past;
	}
	if (g.will != 0 && g.done == 0 && !(day && g.meet != 0)) {
		const auto word = m_a.word(g.will - 1);
		const bool own = word == "sẽ" || word == "Tiếp" || word == "quyết" || word == "phấn";
		if (own || before == Mode::future || continues || word == "tiếp") return from(g.will);
	}
	if (continues) return before;
	const bool occasion = (g.meet != 0 && g.themes < 4) || g.sign != 0 || day || (g.give != 0 && !numbers_in(clause.begin, limit).empty() && before != Mode::past);
	if (g.assess != 0 && g.themes >= 3 && !day) return Mode::past;
	if (occasion) return Mode::event;
	if (!fresh && before != Mode::event && (g.themes != 0 || g.act != 0)) return before;
	if (fresh && before == Mode::future && g.done == 0 && connective(clause.begin) && g.themes != 0) return before;
	if (fresh && before == Mode::past && connective(clause.begin) && g.themes != 0) return before;
	if (g.done != 0 && g.act != 0 && g.meet == 0 && both_sides(actors(clause.begin, clause.end))) return Mode::past;
	if (g.assess != 0 && g.act != 0 && g.meet == 0) return Mode::past;
	return Mode::event;
}

/// Does the date belong to a paper right before it ("Biên bản ghi nhớ năm 2024", "Thỏa thuận giai đoạn 2022-2024")?
bool Context::paper_before(std::uint32_t begin, std::uint32_t token) const {
	for (auto i = m_a.first_match[token > begin + 14 ? token - 14 : begin]; i < m_a.matches.size() && m_a.matches[i].begin < token; ++i) {
		if (m_a.matches[i].cls != EntryClass::instrument) continue;
		bool open = true;
		for (auto t = m_a.matches[i].end; t < token; ++t) {
			if (m_a.tokens[t].is(',') || m_a.cue_at(t, Cue::done) != nullptr) open = false;
		}
		if (open) return true;
	}
	return false;
}

/// "Đồng thời", "Bên cạnh đó", "Hai bên còn": the text goes on with what it was at.
bool Context::connective(std::uint32_t token) const {
	static constexpr std::array<std::string_view, 18> k_words = {"Đồng", "Bên", "Cùng", "Ngoài", "Trong", "Đặc", "Nhờ", "Không", "Hai", "Song", "Về", "Cụ", "Riêng", "Mặt", "Thêm", "Bà", "Tiếp", "Theo"};
	return std::find(k_words.begin(), k_words.end(), m_a.word(token)) != k_words.end();
}

}  // namespace bienban::extraction
