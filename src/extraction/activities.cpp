// Things done together on a known occasion: patrols, exercises, courses, medical help, handovers, operations, openings.

#include <algorithm>
#include <array>

#include "extraction/finders.hpp"
#include "extraction/occasions.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;
using model::ActivityKind;

std::optional<ActivityKind> kind_of_cue(Cue cue) {
	switch (cue) {
		case Cue::patrol: return ActivityKind::patrol;
		case Cue::exercise: return ActivityKind::exercise;
		case Cue::course: return ActivityKind::training;
		case Cue::medical: return ActivityKind::medical;
		case Cue::search: return ActivityKind::search;
		case Cue::handover: return ActivityKind::handover;
		case Cue::operation: return ActivityKind::operation;
		case Cue::opening: return ActivityKind::opening;
		default: return std::nullopt;
	}
}

class Activities {
public:
	Activities(const Context& context, std::vector<model::Record>& out) : m_c(context), m_a(context.a()), m_out(out) {}

	void run() {
		for (const auto& m : m_a.matches) {
			if (const auto kind = kind_of_cue(m.cue())) read(*kind, m);
		}
		for (auto& r : m_found) m_out.push_back(std::move(r));
	}

private:
	void read(ActivityKind kind, const lexicon::Match& m) {
		const auto s = m_c.sentence_of(m.begin);
		if (m_c.is_headline(s)) return;
		const auto [begin, end] = m_c.clause_of(m.begin);
		const auto mode = mode_at(m_c, m.begin);
		const auto* day = m_c.date_in(begin, end);
		const bool dated = day != nullptr && day->from.day != 0;
		if (!dated && mode == Mode::event) day = m_c.day_at(begin, end);
		const auto sections = kind == ActivityKind::patrol ? sections_in(m_c.sentence(s)) : std::vector<std::string>{};
		if (mode == Mode::future && !dated) return;
		if (mode == Mode::past && !dated && sections.empty()) return;
		if (m_c.is_caption(s) && !dated && sections.empty()) return;
		if (!is_occasion(kind, m, begin, end, dated, !sections.empty())) return;
		model::Activity value;
		value.kind = kind;
		value.parties = parties_of(kind, m, begin, end);
		if (value.parties.empty()) return;
		if (dated || (mode == Mode::event && day != nullptr && day->from.day != 0)) {
			value.date = day->edtf;
		} else if (mode == Mode::event) {
			value.date = m_c.event_date();
		}
		value.place = m_c.place_in(begin, end);
		if (!value.place && kind != ActivityKind::patrol && !dated) value.place = m_c.event_place();
		if (kind == ActivityKind::patrol) value.place = m_c.place_in(begin, end);
		const auto evidence_end = std::min(end, last_end(m, begin, end));
		if (sections.empty()) {
			add(std::move(value), begin, evidence_end);
		} else {
			for (const auto& section : sections) {
				auto one = value;
				one.section = section;
				add(std::move(one), begin, end);
			}
		}
	}

	std::uint32_t last_end(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const {
		std::uint32_t last = m.end;
		for (const auto& p : m_c.parties_in(begin, end)) last = std::max(last, p.end);
		return last;
	}

	bool counted(const lexicon::Match& m, std::uint32_t end) const {
		const auto from = m.begin > 4 ? m.begin - 4 : 0;
		return !m_c.numbers_in(from, m.begin).empty() || !m_c.numbers_in(m.end, std::min(end, m.end + 5)).empty();
	}

	bool is_occasion(ActivityKind kind, const lexicon::Match& m, std::uint32_t begin, std::uint32_t end, bool dated, bool section) const {
		const auto named = m_c.named(begin, end);
		switch (kind) {
			case ActivityKind::patrol: {
				// Units on both sides that walk a stretch; not the patrols of a year.
				if (section) return true;
				if (counted(m, end)) return false;
				const bool units = std::any_of(named.begin(), named.end(), [](const auto& p) { return kind_of(p) == "border-post" || kind_of(p) == "border-company"; });
				return Context::both_sides(named) && (dated || units) && !general(m, begin);
			}
			case ActivityKind::exercise: return (dated || m_c.has_cue(begin, end, Cue::held)) && !general(m, begin);
			case ActivityKind::training: {
				const auto w = m_a.word(m.begin);
				return w != "mở" && (dated || !general(m, begin));
			}
			case ActivityKind::medical: return !general(m, begin) && (dated || mode_at(m_c, m.begin) == Mode::event) && lao_near(begin, end);
			case ActivityKind::search: {
				const auto w = m_a.word(m.begin);
				if (w == "đón") return dated || lao_near(begin, end);
				return dated && lao_near(begin, end);
			}
			case ActivityKind::handover: return handover_words(m, begin, end, dated);
			case ActivityKind::operation: return operation_words(m, begin, end, dated);
			case ActivityKind::opening: return !general(m, begin) && (dated || mode_at(m_c, m.begin) == Mode::event);
		}
		return false;
	}

	bool lao_near(std::uint32_t begin, std::uint32_t end) const {
		if (!Context::side(m_c.named(begin, end), Country::la).empty()) return true;
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			const auto& m = m_a.matches[i];
			if (m.cls == EntryClass::country && m_a.lexicon.place(m.index).country == Country::la) return true;
			if (m.cue() == Cue::friends) return true;
		}
		// The block so far: "tại bản A Via (huyện …, tỉnh Salavan) … khám bệnh cho bản".
		const auto s = m_c.sentence_of(begin);
		if (s > 0 && m_c.sentence(s - 1).block == m_c.sentence(s).block) {
			const auto& before = m_c.sentence(s - 1);
			for (const auto& p : m_c.parties_in(before.begin, before.end)) {
				if (!p.parties.empty() && country_of(p.parties[0]) == Country::la) return true;
			}
		}
		return false;
	}

	/// "duy trì tuần tra", "công tác quy tập": the thing in general.
	bool general(const lexicon::Match& m, std::uint32_t begin) const {
		static constexpr std::array<std::string_view, 12> k_words = {"tác", "trì", "xuyên", "việc", "kỳ", "dung", "nhiều", "các", "nhất", "kế", "hoạch", "lực"};
		for (std::uint32_t back = 1; back <= 2 && m.begin >= begin + back; ++back) {
			const auto w = m_a.word(m.begin - back);
			if (std::find(k_words.begin(), k_words.end(), w) != k_words.end()) return true;
		}
		return false;
	}

	bool handover_words(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end, bool dated) const {
		const auto w = m_a.word(m.begin);
		if (w == "chuyển" || w == "giao") return false;
		// "trao trả, bàn giao đối tượng" are deeds of a year; a ceremony or a day makes the occasion.
		const bool ceremony = m_a.words(m.begin, m.end).find("ễ") != std::string_view::npos || m_c.has_cue(begin, m.begin + 1, Cue::ceremony) || word_near(m, begin, "buổi") ||
		                      word_near(m, begin, "lễ") || word_near(m, begin, "Lễ");
		const auto parties = m_c.actors(begin, end);
		const bool counted_people = counted(m, end) && !ceremony && !dated;
		if (counted_people) return false;
		return ceremony || dated || (Context::both_sides(parties) && mode_at(m_c, m.begin) == Mode::event);
	}

	bool word_near(const lexicon::Match& m, std::uint32_t begin, std::string_view word) const {
		for (std::uint32_t back = 1; back <= 5 && m.begin >= begin + back; ++back) {
			if (m_a.word(m.begin - back) == word) return true;
		}
		return false;
	}

	bool operation_words(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end, bool dated) const {
		const auto parties = m_c.actors(begin, end);
		const bool both = Context::both_sides(parties);
		const auto w = m_a.word(m.begin);
		if (w == "chuyên" || w == "Chuyên" || w == "phá") {
			// A named operation: "chuyên án 321H", "chuyên án mang bí số LV-0921".
			for (auto t = m.end; t < std::min(end, m.end + 6); ++t) {
				if (m_a.tokens[t].kind == text::TokenKind::number || (m_a.tokens[t].all_capital && m_a.word(t).size() <= 6)) return both || lao_near(begin, end);
			}
			return dated && both;
		}
		return dated && both && (m_c.has_cue(begin, end, Cue::act));
	}

	PartySet parties_of(ActivityKind kind, const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const {
		auto parties = m_c.actors(begin, end);
		std::erase_if(parties, [](const auto& p) { return kind_of(p) == "state"; });
		if (Context::both_sides(parties)) return parties;
		const auto& sentence = m_c.sentence(m_c.sentence_of(m.begin));
		if (auto spoken = m_c.spoken_for(sentence.begin, sentence.end); parties.empty() && Context::both_sides(spoken)) return spoken;
		const auto pair = m_c.pair_at(m.begin);
		if (parties.empty()) return kind == ActivityKind::patrol ? PartySet{} : pair;
		const auto side = country_of(parties.front());
		merge(parties, Context::side(pair, side == Country::vn ? Country::la : Country::vn));
		if (!Context::both_sides(parties)) return {};
		return parties;
	}

	/// "từ mốc 349 tới mốc 350", "đoạn mốc 460 - 462", "mốc 255 đến 261".
	std::vector<std::string> sections_in(const text::Sentence& sentence) const {
		std::vector<std::string> out;
		std::string first;
		for (auto t = sentence.begin; t < sentence.end; ++t) {
			const auto* cue = m_a.cue_at(t, Cue::section);
			if (cue == nullptr) continue;
			auto at = cue->end;
			while (at < sentence.end && (m_a.word(at) == "số" || m_a.word(at) == "mốc" || m_a.word(at) == "quốc" || m_a.word(at) == "giới" || m_a.word(at) == "từ" || m_a.word(at) == "cột")) ++at;
			const auto number = marker_at(at, sentence.end);
			if (number.empty()) continue;
			auto next = at + marker_tokens(at, sentence.end);
			// The other end: "đến mốc 350", "- 462", "tới 462".
			auto to = next;
			bool joined = false;
			while (to < sentence.end && to < next + 6) {
				const auto w = m_a.word(to);
				if (w == "đến" || w == "tới" || m_a.tokens[to].is('-')) {
					joined = true;
				} else if (w != "mốc" && w != "số" && w != "cột" && w != "quốc" && w != "giới") {
					break;
				}
				++to;
			}
			const auto second = joined ? marker_at(to, sentence.end) : std::string{};
			if (!second.empty()) {
				const auto section = number + "/" + second;
				if (std::find(out.begin(), out.end(), section) == out.end()) out.push_back(section);
				t = to;
			}
		}
		return out;
	}

	std::string marker_at(std::uint32_t t, std::uint32_t end) const {
		if (t >= end || m_a.tokens[t].kind != text::TokenKind::number) return {};
		std::string out(m_a.word(t));
		if (marker_tokens(t, end) == 3) {
			out += '/';
			out += m_a.word(t + 2);
		}
		return out;
	}

	/// "425/1" is one marker of three tokens.
	std::uint32_t marker_tokens(std::uint32_t t, std::uint32_t end) const {
		if (t + 2 < end && m_a.tokens[t + 1].is('/') && m_a.tokens[t + 2].kind == text::TokenKind::number && m_a.word(t + 2).size() == 1) return 3;
		return 1;
	}

	void add(model::Activity value, std::uint32_t begin, std::uint32_t end) {
		for (auto& r : m_found) {
			auto& known = std::get<model::Activity>(r.value);
			// "Khánh thành, bàn giao" together is a handover.
			const bool pair = (known.kind == ActivityKind::opening && value.kind == ActivityKind::handover) || (known.kind == ActivityKind::handover && value.kind == ActivityKind::opening);
			const bool same_day = !known.date || !value.date || known.date->starts_with(*value.date) || value.date->starts_with(*known.date);
			if (!same_day) continue;
			if (known.kind == value.kind && (known.section == value.section || !value.section || !known.section)) {
				if (!known.place) known.place = value.place;
				if (!known.section) known.section = value.section;
				return;
			}
			if (pair) {
				known.kind = ActivityKind::handover;
				return;
			}
		}
		model::Record record;
		record.value = std::move(value);
		record.evidence = m_c.evidence(begin, end);
		record.certainty = 0.75F;
		m_found.push_back(std::move(record));
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
	std::vector<model::Record> m_found;
};

}  // namespace

void find_activities(const Context& context, std::vector<model::Record>& out) { Activities(context, out).run(); }

}  // namespace bienban::extraction
