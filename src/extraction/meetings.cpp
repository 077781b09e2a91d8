// Who met and who visited whom.

#include <algorithm>
#include <array>

#include "extraction/finders.hpp"
#include "extraction/occasions.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;
using model::MeetingKind;

struct Candidate {
	MeetingKind kind = MeetingKind::talks;
	std::uint32_t cue = 0;
	std::uint32_t cue_end = 0;
	std::uint32_t sentence = 0;
	bool headline = false;
	bool caption = false;
	bool event = false;      ///< the words themselves tell of an occasion
	PartySet parties;        ///< named in the sentence
	std::optional<std::string> date;
	std::optional<std::string> place;
	std::optional<int> ordinal;
	std::optional<model::Recurs> recurs;
};

std::optional<MeetingKind> kind_of_cue(Cue cue) {
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

class Meetings {
public:
	Meetings(const Context& context, std::vector<model::Record>& out) : m_c(context), m_a(context.a()), m_out(out) {}

	void run() {
		for (const auto& m : m_a.matches) {
			if (const auto kind = kind_of_cue(m.cue())) consider(*kind, m);
		}
		find_receptions();
		settle();
	}

private:
	bool inside_instrument(const lexicon::Match& m) const {
		for (auto i = m_a.first_match[m.begin > 8 ? m.begin - 8 : 0]; i < m_a.matches.size() && m_a.matches[i].begin <= m.begin; ++i) {
			const auto& x = m_a.matches[i];
			if (x.cls == EntryClass::instrument && x.begin < m.begin && x.end >= m.end) return true;
		}
		return false;
	}

	bool word_before(std::uint32_t t, std::initializer_list<std::string_view> words) const {
		if (t == 0) return false;
		return std::find(words.begin(), words.end(), m_a.word(t - 1)) != words.end();
	}

	void consider(MeetingKind kind, const lexicon::Match& m) {
		if (inside_instrument(m)) return;
		const auto s = m_c.sentence_of(m.begin);
		const auto& sentence = m_c.sentence(s);
		Candidate c;
		c.kind = kind;
		c.cue = m.begin;
		c.cue_end = m.end;
		c.sentence = s;
		c.headline = m_c.is_headline(s);
		c.caption = m_c.is_caption(s);
		const auto [begin, end] = m_c.clause_of(m.begin);
		read_series(c, sentence);
		const auto* day = day_near(m, begin, end);
		const bool dated = day != nullptr && (day->from.day != 0 || (day->from.month != 0 && !day->period));
		if (!stands_as_event(c, m, begin, dated)) return;
		c.parties = m_c.actors(begin, end);
		std::erase_if(c.parties, [](const auto& p) { return kind_of(p) == "school"; });
		if (c.parties.empty() || std::all_of(c.parties.begin(), c.parties.end(), [](const auto& p) { return kind_of(p) == "state"; })) {
			// "cấp Bộ trưởng", "Bộ trưởng Bộ Quốc phòng hai nước": the ministers' ministries.
			if (auto spoken = m_c.spoken_for(m_c.sentence(s).begin, m_c.sentence(s).end); Context::both_sides(spoken)) c.parties = std::move(spoken);
		}
		if (day != nullptr && dated) c.date = day->edtf;
		c.place = m_c.place_in(begin, end);
		m_found.push_back(std::move(c));
	}

	/// The day of the occasion: one in its clause that belongs to no paper ("… ký ngày 15/12/2016").
	const DateMention* day_near(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const {
		const DateMention* best = nullptr;
		for (const auto& d : m_c.dates_in(begin, end)) {
			if (d.anniversary || d.term || d.until_now || d.open_end || d.from.month == 0) continue;
			const auto back = d.begin > begin + 2 ? d.begin - 2 : begin;
			if (m_c.has_cue(back, d.begin, Cue::sign)) continue;
			const auto distance = [&](const DateMention& x) { return x.begin < m.begin ? m.begin - x.begin : x.begin - m.begin; };
			if (best == nullptr || (best->from.day == 0 && d.from.day != 0) || (distance(d) < distance(*best) && d.from.day != 0)) best = &d;
		}
		return best;
	}

	/// "lần thứ XIII", "thường niên", "định kỳ" right at the word.
	void read_series(Candidate& c, const text::Sentence& sentence) const {
		const auto from = c.cue > sentence.begin + 6 ? c.cue - 6 : sentence.begin;
		const auto to = std::min(sentence.end, c.cue_end + 28);
		for (auto i = m_a.first_match[from]; i < m_a.matches.size() && m_a.matches[i].begin < to; ++i) {
			const auto& m = m_a.matches[i];
			const bool near = m.begin < c.cue_end + 8;
			if (m.cue() == Cue::annual && near && !c.recurs) c.recurs = model::Recurs::annual;
			if (m.cue() == Cue::regular && near && !c.recurs) c.recurs = model::Recurs::regular;
			if (m.cue() == Cue::ordinal && !c.ordinal && m.begin >= c.cue && m_a.find(c.cue_end, m.begin, EntryClass::instrument) == nullptr) {
				std::uint32_t end = 0;
				c.ordinal = parse_ordinal(m_a, m.begin + 2, end);
			}
		}
	}

	/// Does the text speak of an occasion, and not of meetings in general ("duy trì giao ban định kỳ")?
	bool stands_as_event(Candidate& c, const lexicon::Match& m, std::uint32_t begin, bool dated) const {
		const auto mode = mode_at(m_c, m.begin);
		const bool counted = m.begin > 0 && (m_a.tokens[m.begin - 1].kind == text::TokenKind::number || m_a.at(m.begin - 1, EntryClass::number) != nullptr ||
		                                     word_before(m.begin, {"các", "những", "nhiều", "lần", "cuộc", "chế"}));
		if (counted && !c.ordinal && !dated && !word_before(m.begin, {"cuộc"})) return false;
		if (!m_c.numbers_in(m.end, m.end + 2).empty() && !c.ordinal) return false;  // "hội đàm 2 cuộc"
		if (m_a.tokens[m.end < m_a.tokens.size() ? m.end : m.begin].is(':') && m.size() <= 2 && !dated) return false;
		if (mode == Mode::past && !dated && !c.ordinal) return false;
		if (mode == Mode::future) {
			const auto* clause = clause_at(m_c, m.begin);
			if (clause != nullptr && clause->content <= m.begin && !dated && !(c.ordinal && c.kind == MeetingKind::exchange)) return false;
		}
		if (c.kind == MeetingKind::reception) return reception_words(m, begin);
		if (c.kind == MeetingKind::ceremony) return ceremony_words(m);
		if (c.kind == MeetingKind::exchange) {
			const bool series = c.ordinal.has_value();
			const bool organised = word_before(m.begin, {"trình", "buổi", "đêm", "cuộc", "tổ", "chức", "tham", "gia", "động"}) || m.size() > 1;
			if (!series && !organised) return false;
			if (!series && !dated && !m_c.has_cue(begin, m.begin, Cue::held) && word_before(m.begin, {"động"})) return false;
			if (m.size() >= 2 && m_a.word(m.begin) == "liên") return false;
		}
		if (c.kind == MeetingKind::conference && m_a.word(m.begin) == "họp" && m.size() == 1 && word_before(m.begin, {"tổ", "biên", "bản", "tập", "phòng"})) return false;
		if (c.kind == MeetingKind::conference && m.size() == 1 && m_a.word(m.begin) == "họp") {
			const auto [from, to] = m_c.clause_of(m.begin);
			if (!dated && !Context::both_sides(m_c.named(from, to)) && m_a.cue_at(m.end, Cue::conference) == nullptr) return false;
		}
		c.event = true;
		return true;
	}

	/// Words that make a reception: never the "làm việc" of "sang thăm và làm việc".
	bool reception_words(const lexicon::Match& m, std::uint32_t begin) const {
		const auto first = m_a.word(m.begin);
		if (first == "làm" || first == "Làm" || first == "gặp") {
			for (std::uint32_t back = 1; back <= 3 && m.begin >= begin + back; ++back) {
				if (m_a.cue_at(m.begin - back, Cue::travel) != nullptr) return false;
				const auto w = m_a.word(m.begin - back);
				if (w == "thăm" || w == "lề" || w == "sang" || w == "tới" || w == "đến" || w == "chương" || w == "trình" || w == "đang" || w == "buổi" || w == "quy" || w == "chế" || w == "thường") return false;
			}
			if (first == "làm" && m.size() < 3) return false;
		}
		return true;
	}

	bool ceremony_words(const lexicon::Match& m) const {
		if (m.size() == 1 || m_a.word(m.begin) == "buổi" || m_a.word(m.begin) == "Buổi") {
			if (m_a.word(m.begin) == "mít") return true;
			return false;
		}
		if (m_a.cue_at(m.begin, Cue::handover) != nullptr || m_a.cue_at(m.begin, Cue::opening) != nullptr || m_a.cue_at(m.begin, Cue::course) != nullptr) return false;
		// "lễ trao quà" is a gift, "lễ trao văn bản" a signing.
		if (m_a.words(m.begin, m.end).ends_with("trao")) {
			const auto next = m_a.words(m.end, std::min<std::uint32_t>(m.end + 3, static_cast<std::uint32_t>(m_a.tokens.size())));
			return next.starts_with("văn") || next.starts_with("thỏa") || next.starts_with("biên") || next.starts_with("bản");
		}
		return true;
	}

	/// "lãnh đạo tỉnh A tiếp đoàn B": a reception where a host receives a delegation of the other side.
	void find_receptions() {
		for (const auto& m : m_a.matches) {
			if (m.cue() != Cue::welcome || m_c.is_headline(m_c.sentence_of(m.begin))) continue;
			const auto first = m_a.word(m.begin);
			if (first != "tiếp" && first != "Tiếp") continue;
			if (m_a.at(m.begin, EntryClass::cue) == nullptr || m_a.cue_at(m.begin, Cue::will) != nullptr || m_a.cue_at(m.begin, Cue::none) != nullptr) continue;
			const auto mode = mode_at(m_c, m.begin);
			if (mode != Mode::event) continue;
			const auto [begin, end] = m_c.clause_of(m.begin);
			const auto guest = m_c.named(m.end, end);
			const bool delegation = std::any_of(m_a.matches.begin() + m_a.first_match[m.end], m_a.matches.begin() + m_a.first_match[std::min(end, m.end + 4)],
			                                    [](const auto& x) { return x.cue() == Cue::delegation; });
			if (!delegation && guest.empty()) continue;
			Candidate c;
			c.kind = MeetingKind::reception;
			c.cue = m.begin;
			c.cue_end = m.end;
			c.sentence = m_c.sentence_of(m.begin);
			c.event = true;
			c.parties = m_c.actors(begin, end);
			if (const auto* day = m_c.day_at(begin, end); day != nullptr && day->from.day != 0) c.date = day->edtf;
			c.place = m_c.place_in(begin, end);
			m_found.push_back(std::move(c));
		}
	}

	static bool same_occasion(const Candidate& x, const Candidate& y) {
		if (x.kind != y.kind) return false;
		if (x.ordinal && y.ordinal && *x.ordinal != *y.ordinal) return false;
		if (x.date && y.date && !x.date->starts_with(*y.date) && !y.date->starts_with(*x.date) && x.date->substr(0, 10) != y.date->substr(0, 10)) return false;
		return true;
	}

	void settle() {
		std::vector<std::vector<const Candidate*>> groups;
		for (const auto& c : m_found) {
			const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) {
				return std::all_of(g.begin(), g.end(), [&](const auto* other) { return same_occasion(*other, c); });
			});
			if (group == groups.end()) {
				groups.push_back({&c});
			} else {
				group->push_back(&c);
			}
		}
		// The main occasion is what the opening of the text tells of.
		const std::vector<const Candidate*>* main = nullptr;
		std::uint32_t first = 0xFFFFFFFF;
		for (const auto& g : groups) {
			for (const auto* c : g) {
				if (!c->headline && c->kind != MeetingKind::exchange && c->cue < first) {
					first = c->cue;
					main = &g;
				}
			}
		}
		if (main == nullptr && !groups.empty()) main = &groups.front();
		const bool has_talks = std::any_of(groups.begin(), groups.end(), [](const auto& g) {
			return g.front()->kind == MeetingKind::talks || g.front()->kind == MeetingKind::conference || g.front()->kind == MeetingKind::briefing;
		});
		for (const auto& g : groups) {
			if (g.front()->kind == MeetingKind::reception && has_talks && weak_reception(g)) continue;
			if (g.front()->kind == MeetingKind::conference && only_echo(g, groups)) continue;
			emit(g, &g == main);
		}
	}

	/// "làm việc với", "gặp gỡ" beside talks is the talks.
	bool weak_reception(const std::vector<const Candidate*>& group) const {
		return std::all_of(group.begin(), group.end(), [&](const Candidate* c) {
			const auto w = m_a.word(c->cue);
			return w == "làm" || w == "gặp" || w == "buổi" || w == "cuộc" || w == "Buổi" || w == "Cuộc" || w == "tiếp";
		});
	}

	/// "cuộc họp", "hội nghị" said of talks or a briefing that has its own name.
	static bool only_echo(const std::vector<const Candidate*>& group, const std::vector<std::vector<const Candidate*>>& all) {
		const bool strong = std::any_of(group.begin(), group.end(), [](const Candidate* c) { return Context::both_sides(c->parties) || c->date || c->ordinal; });
		if (strong) return false;
		return std::any_of(all.begin(), all.end(), [](const auto& g) { return g.front()->kind == MeetingKind::talks || g.front()->kind == MeetingKind::briefing; });
	}

	void emit(const std::vector<const Candidate*>& group, bool main) {
		const Candidate* best = nullptr;
		int best_score = -1;
		for (const auto* c : group) {
			const int score = (c->headline ? 0 : 8) + (c->caption ? 0 : 2) + (Context::both_sides(c->parties) ? 4 : 0) + (c->date ? 2 : 0) + (c->ordinal ? 1 : 0);
			if (score > best_score) {
				best_score = score;
				best = c;
			}
		}
		const auto all_captions = std::all_of(group.begin(), group.end(), [](const auto* c) { return c->headline || c->caption; });
		if (!main && all_captions && !best->date && !best->ordinal) return;
		model::Meeting value;
		value.kind = best->kind;
		for (const auto* c : group) {
			if (!value.ordinal) value.ordinal = c->ordinal;
			if (!value.recurs) value.recurs = c->recurs;
			if (!value.date && !c->headline) value.date = c->date;
			if (!value.place && !c->headline) value.place = c->place;
		}
		if (best->date) value.date = best->date;
		if (best->place) value.place = best->place;
		const bool own = value.ordinal && !main;
		if (!value.date && !own) value.date = m_c.event_date();
		if (!value.place && main) value.place = m_c.event_place();
		value.parties = parties_of(*best, group, main);
		if (value.parties.empty()) return;
		if (main) value.chairs = chairs();
		model::Record record;
		const auto [begin, end] = m_c.clause_of(best->cue);
		record.evidence = m_c.evidence(begin, std::min(end, evidence_end(*best, end)));
		record.value = std::move(value);
		record.certainty = best_score >= 12 ? 0.9F : 0.7F;
		m_out.push_back(std::move(record));
	}

	std::uint32_t evidence_end(const Candidate& c, std::uint32_t end) const {
		std::uint32_t last = c.cue_end;
		for (const auto& p : m_c.parties_in(c.cue, end)) last = std::max(last, p.end);
		return last;
	}

	PartySet parties_of(const Candidate& best, const std::vector<const Candidate*>& group, bool main) const {
		auto parties = best.parties;
		const auto drop_states = [](PartySet& set) {
			if (std::any_of(set.begin(), set.end(), [](const auto& p) { return kind_of(p) != "state"; })) {
				std::erase_if(set, [](const auto& p) { return kind_of(p) == "state"; });
			}
		};
		drop_states(parties);
		if (Context::both_sides(parties)) return parties;
		for (const auto* c : group) {
			auto other = c->parties;
			drop_states(other);
			if (Context::both_sides(other) && !c->headline) return other;
		}
		if (own_meeting(best)) {
			auto own = Context::side(parties, Country::vn);
			std::erase_if(own, [](const auto& p) { return place_of(p).size() == 2; });
			const auto& sentence = m_c.sentence(best.sentence);
			if (own.empty()) own = Context::side(m_c.spoken_for(sentence.begin, sentence.end), Country::vn);
			if (own.empty() && m_c.parties().home) own = {m_a.lexicon.place(*m_c.parties().home).code + "/province"};
			return own;
		}
		auto pair = main ? m_c.main_pair() : m_c.pair_at(best.cue);
		if (!parties.empty()) {
			// One side is named here, the other in the text.
			const auto side = country_of(parties.front());
			auto joint = parties;
			merge(joint, Context::side(pair, side == Country::vn ? Country::la : Country::vn));
			return joint;
		}
		return pair;
	}

	/// A meeting of one side about the cooperation: a conference that only Vietnamese hold.
	bool own_meeting(const Candidate& best) const {
		if (best.kind != MeetingKind::conference && best.kind != MeetingKind::ceremony) return false;
		for (const auto& p : m_c.people().people) {
			if (p.country && *p.country == "LA") return false;
		}
		for (const auto& m : m_a.matches) {
			if (m.cue() == Cue::both || m.cue() == Cue::all_sides) return false;
		}
		return true;
	}

	/// Everybody named with the word of chairing, before or behind it.
	std::vector<std::string> chairs() const {
		std::vector<std::string> names;
		for (const auto& m : m_a.matches) {
			if (m.cue() != Cue::chair || m_c.is_headline(m_c.sentence_of(m.begin))) continue;
			const auto& sentence = m_c.sentence(m_c.sentence_of(m.begin));
			const auto before = m_c.names_in(sentence.begin, m.begin);
			const auto behind = m_c.names_in(m.end, sentence.end);
			const bool of = m.end < sentence.end && (m_a.word(m.end) == "của");
			const auto& from = of || before.empty() ? behind : before;
			for (const auto& name : from) {
				const auto& person = m_c.people().people[name.person];
				if (leads_delegation(name)) continue;
				if (std::find(names.begin(), names.end(), person.name) == names.end()) names.push_back(person.name);
			}
			if (!names.empty()) break;
		}
		return names;
	}

	bool leads_delegation(const NameMention& name) const {
		const auto& sentence = m_c.sentence(m_c.sentence_of(name.begin));
		const auto end = std::min(sentence.end, name.end + 24);
		for (auto i = m_a.first_match[name.end]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			if (m_a.matches[i].cue() == Cue::head) return true;
			if (m_a.tokens[m_a.matches[i].begin].is(';')) break;
		}
		return false;
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
	std::vector<Candidate> m_found;
};

class Visits {
public:
	Visits(const Context& context, std::vector<model::Record>& out) : m_c(context), m_a(context.a()), m_out(out) {}

	void run() {
		for (const auto& m : m_a.matches) {
			if (m.cue() == Cue::travel) read(m);
		}
	}

private:
	void read(const lexicon::Match& m) {
		const auto s = m_c.sentence_of(m.begin);
		if (m_c.is_headline(s) || m.begin < m_until) return;
		const auto& sentence = m_c.sentence(s);
		const auto [begin, end] = m_c.clause_of(m.begin);
		const auto first = m_a.word(m.begin);
		const bool strong = m_a.words(m.begin, m.end).find("thăm") != std::string_view::npos || m_a.words(m.begin, m.end).find("chúc") != std::string_view::npos;
		const auto* day = m_c.date_in(begin, end);
		const bool dated = day != nullptr && day->from.month != 0;
		const auto mode = mode_at(m_c, m.begin);
		if (mode != Mode::event && !dated) return;
		if (mode == Mode::future) {
			const auto* clause = clause_at(m_c, m.begin);
			if (clause != nullptr && clause->content <= m.begin) return;
		}
		const bool on_day = day != nullptr && day->from.day != 0;
		if (!m_c.numbers_in(m.begin > begin + 7 ? m.begin - 7 : begin, m.begin).empty() && !on_day) return;
		if (first == "chuyến" || first == "thăm") {
			// "thăm hỏi lẫn nhau", "chuyến thăm của Đoàn có ý nghĩa": no visit of its own.
			if (m_a.words(m.begin, m.end) == "thăm hỏi" && !dated) return;
			if (first == "chuyến" && !dated) return;
		}
		// Who is welcomed comes: "tỉnh A đón đoàn B sang thăm".
		const auto* welcome = welcome_before(begin, m.begin);
		PartySet from;
		PartySet to;
		if (welcome != nullptr) {
			from = movers(welcome->end, m.begin);
			to = m_c.named(m.end, end);
			if (Context::both_sides(from)) from.clear();
			auto host = movers(begin, welcome->begin);
			if (to.empty() || (!from.empty() && country_of(to.front()) == country_of(from.front()))) to = host;
		} else {
			from = movers(begin, m.begin);
			to = targets(m.end, end);
			if (Context::both_sides(from)) {
				// "Đoàn A đã sang thăm B" behind another party: the nearest one moves.
				from = nearest(begin, m.begin);
			}
			// "Chính quyền huyện X đón khách đến chúc mừng": hosts stand first.
			if (from.empty() && to.empty()) return;
		}
		if (from.empty()) from = topic_side(m, to);
		if (from.empty()) return;
		const auto side = country_of(from.front());
		std::erase_if(to, [&](const auto& p) { return country_of(p) == side; });
		if (to.empty()) to = hosts(m, side, end, strong);
		if (to.empty()) return;
		if (!strong && welcome == nullptr && !delegation_in(begin, m.begin) && first != "sang") return;
		speak_for(from);
		speak_for(to);
		std::optional<std::string> date;
		if (dated) {
			date = day->edtf;
		} else if (const auto* last = m_c.day_at(begin, end); last != nullptr && last->from.day != 0) {
			date = last->edtf;
		} else {
			date = m_c.event_date();
		}
		const auto head = head_of(sentence, m, side);
		for (const auto& f : from) {
			for (const auto& t : to) add(f, t, date, head, begin, std::min(end, std::max(m.end, last_party_end(m.end, end))));
		}
		m_until = end;
	}

	std::uint32_t last_party_end(std::uint32_t begin, std::uint32_t end) const {
		std::uint32_t last = begin;
		for (const auto& p : m_c.parties_in(begin, std::min(end, begin + 20))) last = std::max(last, p.end);
		return last;
	}

	const lexicon::Match* welcome_before(std::uint32_t begin, std::uint32_t end) const {
		const lexicon::Match* found = nullptr;
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			if (m_a.matches[i].cue() == Cue::welcome && m_a.cue_at(m_a.matches[i].begin, Cue::will) == nullptr) found = &m_a.matches[i];
		}
		return found;
	}

	/// Parties in [begin, end), with bodies in the title of a person who moves.
	PartySet movers(std::uint32_t begin, std::uint32_t end) const {
		auto out = m_c.named(begin, end);
		if (!out.empty()) return out;
		for (const auto& p : m_c.parties_in(begin, end)) {
			if (p.role == Role::in_title) merge(out, p.parties);
		}
		if (!out.empty()) return out;
		// "Tổng Bí thư X thăm cấp nhà nước tới Lào": the person who moves speaks for the country.
		for (const auto& name : m_c.names_in(begin, end)) {
			const auto& person = m_c.people().people[name.person];
			if (!person.title || !person.country) continue;
			const bool state = person.title->find("Tổng Bí thư") != std::string::npos || person.title->find("Chủ tịch nước") != std::string::npos || person.title->find("Chủ tịch Quốc hội") != std::string::npos;
			const bool government = person.title->find("Thủ tướng") != std::string::npos;
			if (state || government) out = {*person.country + (state ? "/state" : "/government")};
		}
		return out;
	}

	PartySet nearest(std::uint32_t begin, std::uint32_t end) const {
		const auto all = m_c.parties_in(begin, end);
		for (auto i = all.size(); i-- > 0;) {
			if (all[i].delegation || i + 1 == all.size()) {
				if (all[i].role == Role::free) return all[i].parties;
			}
		}
		return {};
	}

	PartySet targets(std::uint32_t begin, std::uint32_t end) const {
		PartySet out;
		for (const auto& p : m_c.parties_in(begin, end)) {
			if (p.role == Role::qualifier) continue;
			merge(out, p.parties);
		}
		if (std::any_of(out.begin(), out.end(), [](const auto& p) { return kind_of(p) != "state"; })) {
			std::erase_if(out, [](const auto& p) { return kind_of(p) == "state"; });
		}
		return out;
	}

	bool delegation_in(std::uint32_t begin, std::uint32_t end) const { return m_c.has_cue(begin, end, Cue::delegation); }

	/// "Đoàn cũng tới thăm …": the delegation of the text so far.
	PartySet topic_side(const lexicon::Match& m, const PartySet& to) const {
		if (to.empty()) return {};
		const auto other = country_of(to.front()) == Country::vn ? Country::la : Country::vn;
		for (auto i = m_out.size(); i-- > 0;) {
			if (const auto* visit = std::get_if<model::Visit>(&m_out[i].value); visit != nullptr && visit->from && country_of(*visit->from) == other) return {*visit->from};
		}
		(void)m;
		return Context::side(m_c.main_pair(), other);
	}

	/// Nobody is named as the host: the other side of the pair, where the words say that somebody was visited.
	PartySet hosts(const lexicon::Match& m, Country side, std::uint32_t end, bool strong) const {
		if (!strong && !m_c.has_cue(m.end, std::min(end, m.end + 6), Cue::own_side)) return {};
		return Context::side(m_c.pair_at(m.begin), side == Country::vn ? Country::la : Country::vn);
	}

	/// A leader of the province's committees speaks for the province.
	static void speak_for(PartySet& parties) {
		PartySet out;
		for (const auto& p : parties) {
			const auto kind = kind_of(p);
			const bool leaders = (kind == "party-committee" || kind == "people-committee" || kind == "people-council") && place_of(p).size() > 2;
			merge(out, {leaders ? std::string(place_of(p)) + "/province" : p});
		}
		parties = std::move(out);
	}

	/// Who leads: "do X … làm trưởng đoàn", "X dẫn đầu"; or the person who travels himself.
	std::optional<std::string> head_of(const text::Sentence& sentence, const lexicon::Match& m, Country side) const {
		const auto names = m_c.names_in(sentence.begin, sentence.end);
		const bool led = m_c.has_cue(sentence.begin, sentence.end, Cue::head);
		const auto fits = [&](const NameMention& name) {
			const auto& person = m_c.people().people[name.person];
			return !person.country || *person.country == (side == Country::vn ? "VN" : "LA");
		};
		if (led) {
			for (const auto& name : names) {
				if (fits(name)) return m_c.people().people[name.person].name;
			}
			return std::nullopt;
		}
		// "đón Thứ trưởng … X sang Việt Nam", "Tổng Bí thư X thăm cấp nhà nước".
		for (auto i = names.size(); i-- > 0;) {
			if (names[i].end > m.begin || m.begin - names[i].end > 2) continue;
			if (fits(names[i])) return m_c.people().people[names[i].person].name;
		}
		return std::nullopt;
	}

	void add(const model::Party& from, const model::Party& to, const std::optional<std::string>& date, const std::optional<std::string>& head, std::uint32_t begin, std::uint32_t end) {
		for (auto& r : m_out) {
			auto* known = std::get_if<model::Visit>(&r.value);
			if (known == nullptr) continue;
			const bool same_from = place_of(*known->from) == place_of(from);
			const bool same_to = *known->to == to || (place_of(*known->to) == place_of(to) && (kind_of(*known->to) == "province" || kind_of(to) == "province" || kind_of(to) == "state"));
			const bool dates = !known->date || !date || known->date->starts_with(*date) || date->starts_with(*known->date);
			if (same_from && same_to && dates) {
				if (!known->head) known->head = head;
				return;
			}
		}
		model::Record record;
		record.value = model::Visit{from, to, date, head};
		record.evidence = m_c.evidence(begin, end);
		record.certainty = 0.75F;
		m_out.push_back(std::move(record));
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
	std::uint32_t m_until = 0;
};

}  // namespace

void find_meetings(const Context& context, std::vector<model::Record>& out) {
	Visits(context, out).run();
	Meetings(context, out).run();
}

}  // namespace bienban::extraction
