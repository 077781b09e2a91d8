// Things done together on a known occasion: patrols, exercises, courses, medical help, handovers, operations, openings.

#include <algorithm>

#include "extraction/finders.hpp"
#include "extraction/occasions.hpp"
#include "extraction/sections.hpp"

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

bool is_unit(const model::Party& p) {
	const auto kind = kind_of(p);
	return kind == "border-post" || kind == "border-company" || kind == "border-checkpoint";
}

/// "Công an huyện A": of a named district.
bool is_district_police(const model::Party& p) {
	return kind_of(p) == "police" && std::count(p.begin(), p.end(), '/') > 1;
}

bool is_local(const model::Party& p) {
	const auto kind = kind_of(p);
	return kind == "village" || kind == "district" || kind == "commune";
}

/// One place in the text that speaks of an activity, with what its clause tells.
struct Scene {
	ActivityKind kind = ActivityKind::patrol;
	const lexicon::Match* cue = nullptr;
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	std::uint32_t sentence = 0;
	Mode mode = Mode::event;
	When when;
	bool dated = false;  ///< its own clause tells a day, or for what takes long a month
	PartySet cast;       ///< as named in the clause
	std::vector<std::string> sections;
};

class Activities {
public:
	Activities(const Context& context, std::vector<model::Record>& out) : m_c(context), m_a(context.a()), m_out(out) {}

	void run() {
		for (const auto& m : m_a.matches) {
			// "hội nghị hiệp đồng tuần tra": what it will come to.
			if (m.cue() == Cue::patrol && is_subject_of_conference(m)) continue;
			if (const auto kind = kind_of_cue(m.cue())) {
				read(*kind, m);
			} else if (m.cue() == Cue::act && arrests(m)) {
				read(ActivityKind::operation, m);
			} else if (m.cue() == Cue::held && opens_course(m)) {
				read(ActivityKind::training, m);
			} else if (m.cue() == Cue::section) {
				read_stretch(m);
			}
		}
		for (auto& r : m_found) m_out.push_back(std::move(r));
	}

private:
	bool is_subject_of_conference(const lexicon::Match& m) const {
		auto t = m.begin;
		if (t > 1 && m_a.word(t - 1) == "đồng" && m_a.word(t - 2) == "hiệp") t -= 2;
		return t > 0 && m_a.word(t) == "hiệp" && m_a.word(t - 1) == "nghị";
	}

	text::Word word_or_none(std::uint32_t t) const { return t < m_a.tokens.size() ? m_a.word(t) : text::Word{}; }

	/// "phối hợp với B bắt 2 đối tượng": a plain word with a count behind it.
	bool arrests(const lexicon::Match& m) const {
		if (m_a.words(m.begin, m.end) != "bắt") return false;
		return word_or_none(m.end) == "được" || word_or_none(m.end) == "gọn" ||
		       !m_c.numbers_in(m.end, std::min<std::uint32_t>(m.end + 2, static_cast<std::uint32_t>(m_a.tokens.size())))
		            .empty();
	}

	/// "Lớp tập huấn cho cán bộ … được … khai mạc sáng 18/11".
	bool opens_course(const lexicon::Match& m) const {
		const auto words = m_a.words(m.begin, m.end);
		if (words.find("khai mạc") == std::string_view::npos && words.find("bế mạc") == std::string_view::npos)
			return false;
		const auto [begin, end] = m_c.clause_of(m.begin);
		for (auto t = begin; t < m.begin; ++t) {
			static constexpr std::string_view k_course[] = {"lớp", "Lớp", "khóa", "Khóa", "khoá", "Khoá"};
			if (one_of(m_a.word(t), k_course)) return true;
		}
		return false;
	}

	/// "Nhà văn hóa hữu nghị bản X", "Trường Tiểu học hữu nghị Mường Mộc": a place in the name of what was built.
	bool names_building(const PartyMention& p) const {
		const auto kind = kind_of(p.parties.front());
		if (kind != "village" && kind != "district" && kind != "commune") return false;
		static constexpr std::string_view k_works[] = {"Nhà",  "Trường", "Trạm", "Cầu",   "nhà",  "trường",
		                                               "trạm", "cầu",    "Khu",  "đường", "Điểm", "điểm"};
		for (std::uint32_t back = 1; back <= 6 && p.begin >= back; ++back) {
			const auto t = p.begin - back;
			const auto w = m_a.word(t);
			if (m_a.tokens[t].kind == text::TokenKind::punctuation || w == "cho" || w == "tại" || w == "ở" ||
			    w == "và" || w == "của" || w == "với")
				return false;
			if (one_of(w, k_works)) return true;
		}
		return false;
	}

	/// What is opened or handed over: a school or a hospital behind the word, or before it in the passive.
	bool is_work(const Scene& x, const PartyMention& p) const {
		if (x.kind != ActivityKind::opening && x.kind != ActivityKind::handover) return false;
		if (p.parties.empty()) return false;
		if (names_building(p)) return true;
		if (kind_of(p.parties.front()) != "school" && kind_of(p.parties.front()) != "agency") return false;
		if (p.begin >= x.cue->end) {
			for (auto t = x.cue->end; t < p.begin; ++t) {
				if (m_a.word(t) == "cho" || m_a.word(t) == "với" || m_a.word(t) == "giữa" || m_a.word(t) == "do")
					return false;
			}
			return p.begin - x.cue->end < 8;
		}
		for (std::uint32_t back = 1; back <= 3 && x.cue->begin >= p.end + back; ++back) {
			if (m_a.word(x.cue->begin - back) == "được") return x.cue->begin - p.end < 6;
		}
		return false;
	}

	Scene scene_of(ActivityKind kind, const lexicon::Match& m) const {
		Scene x;
		x.kind = kind;
		x.cue = &m;
		x.sentence = m_c.sentence_of(m.begin);
		const auto [begin, end] = m_c.clause_of(m.begin);
		x.begin = begin;
		x.end = end;
		x.mode = mode_at(m_c, m.begin);
		x.when = when_of(m_c, x.begin, x.end, m.begin);
		x.dated = x.when.own && (x.when.day || may_last(kind, m));
		x.cast = cast_of(m_c, x.begin, x.end, m.begin, m.end);
		std::erase_if(x.cast, [](const auto& p) { return kind_of(p) == "state"; });
		for (const auto& p : m_c.parties_in(x.begin, x.end)) {
			if (is_work(x, p)) std::erase_if(x.cast, [&](const auto& q) { return q == p.parties.front(); });
		}
		if (kind == ActivityKind::patrol) {
			const auto& s = m_c.sentence(x.sentence);
			x.sections = sections_in(m_a, s.begin, s.end);
		}
		return x;
	}

	/// A search, a course, a handover or the end of a work may be dated by its month; a work's begin is told as part of
	/// its end.
	bool may_last(ActivityKind kind, const lexicon::Match& m) const {
		if (kind == ActivityKind::opening) return m_a.word(m.begin) == "khánh" || m_a.word(m.begin) == "Khánh";
		return kind == ActivityKind::search || kind == ActivityKind::handover || kind == ActivityKind::training;
	}

	void read(ActivityKind kind, const lexicon::Match& m) {
		if (m_c.is_headline(m_c.sentence_of(m.begin))) return;
		const auto x = scene_of(kind, m);
		if (x.mode == Mode::future && !(x.dated && !forward_words(x))) return;
		if (x.mode == Mode::past && !x.dated && x.sections.empty()) return;
		if (m_c.is_caption(x.sentence) && !x.dated && x.sections.empty()) return;
		if (points_back(m, x.begin) || (!x.dated && habitual(m_c, x.begin, m.begin))) return;
		if (!is_occasion(x)) return;
		model::Activity value;
		value.kind = kind;
		value.parties = parties_of(x);
		if (value.parties.empty()) return;
		value.date = date_of(x);
		value.place = place_of_scene(x, value.parties);
		const auto evidence_end = std::min(x.end, last_end(m, x.begin, x.end));
		if (x.sections.empty()) {
			add(std::move(value), x.begin, evidence_end);
			return;
		}
		for (const auto& section : x.sections) {
			auto one = value;
			one.section = section;
			add(std::move(one), x.begin, x.end);
		}
	}

	/// "Cũng trong hai ngày ấy, Đồn A cùng Đại đội B đi đoạn từ mốc 559 đến mốc 564": a further patrol, without the
	/// word.
	void read_stretch(const lexicon::Match& m) {
		const auto s = m_c.sentence_of(m.begin);
		const auto& sentence = m_c.sentence(s);
		if (m_c.is_headline(s) || m.begin < m_stretch_until) return;
		if (m_c.has_cue(sentence.begin, sentence.end, Cue::patrol) || mode_at(m_c, m.begin) != Mode::event) return;
		const auto known = std::find_if(m_found.rbegin(), m_found.rend(), [](const auto& r) {
			return std::get<model::Activity>(r.value).kind == ActivityKind::patrol;
		});
		const bool told = known != m_found.rend();
		const auto sections = sections_in(m_a, sentence.begin, sentence.end);
		if (sections.empty() || only_kept(sentence)) return;
		auto cast = cast_of(m_c, sentence.begin, sentence.end, m.begin, m.end);
		std::erase_if(cast, [](const auto& p) { return !is_unit(p); });
		// "hai bên đã đi hết hai đoạn, từ mốc …": the walkers told before, or beside it in the block.
		if (!Context::both_sides(cast)) cast = told ? std::get<model::Activity>(known->value).parties : units_beside(s);
		if (!Context::both_sides(cast)) return;
		m_stretch_until = sentence.end;
		model::Activity value;
		value.kind = ActivityKind::patrol;
		value.parties = cast;
		const auto when = when_of(m_c, sentence.begin, sentence.end, m.begin);
		value.date = when.own ? when.date : told ? std::get<model::Activity>(known->value).date : date_beside(s);
		for (const auto& section : sections) {
			auto one = value;
			one.section = section;
			add(std::move(one), sentence.begin, sentence.end);
		}
	}

	/// "Đồn A quản lý đoạn biên giới từ mốc 10 đến mốc 20": what a unit has in its care, no walk.
	bool only_kept(const text::Sentence& sentence) const {
		for (auto t = sentence.begin; t + 1 < sentence.end; ++t) {
			const auto w = m_a.word(t);
			const auto next = m_a.word(t + 1);
			if ((w == "quản" && next == "lý") || (w == "phụ" && next == "trách") ||
			    (w == "đảm" && (next == "nhận" || next == "nhiệm")) || (w == "cắm" && next == "mốc"))
				return true;
		}
		return false;
	}

	/// The border units of both sides that the sentences of the block around this one name.
	PartySet units_beside(std::uint32_t s) const {
		const auto block = m_c.sentence(s).block;
		PartySet units;
		const auto last = static_cast<std::uint32_t>(m_a.sentences.size());
		for (auto i = s > 2 ? s - 2 : 0; i < last && i <= s + 2; ++i) {
			if (m_c.sentence(i).block != block) continue;
			for (const auto& p : m_c.parties_in(m_c.sentence(i).begin, m_c.sentence(i).end)) {
				for (const auto& q : p.parties) {
					if (is_unit(q)) merge(units, {q});
				}
			}
		}
		return units;
	}

	std::optional<std::string> date_beside(std::uint32_t s) const {
		if (auto day = day_so_far(m_c, m_c.sentence(s).begin, m_c.sentence(s).end); day) return day;
		return m_c.event_date();
	}

	/// The clause itself speaks of what is to come; else the mode is carried over from the sentence before.
	bool forward_words(const Scene& x) const {
		return m_c.has_cue(x.begin, x.cue->begin, Cue::will) || m_c.has_cue(x.begin, x.cue->begin, Cue::agree) ||
		       m_c.has_cue(x.begin, x.cue->begin, Cue::propose) || m_c.has_cue(x.begin, x.cue->begin, Cue::forward) ||
		       m_c.has_cue(x.begin, x.cue->begin, Cue::plan);
	}

	/// "Kết thúc diễn tập", "Sau lễ bàn giao", "Tại lễ khai giảng", "Dự lễ khánh thành": the occasion is known already.
	bool points_back(const lexicon::Match& m, std::uint32_t begin) const {
		for (std::uint32_t back = 1; back <= 3 && m.begin >= begin + back; ++back) {
			const auto w = m_a.word(m.begin - back);
			static constexpr std::string_view k_back[] = {"thúc", "Sau", "sau",   "Tại",   "Dự",   "dự",
			                                              "Nhân", "giờ", "Trước", "trước", "quanh"};
			if (w == "," || w == ";") return false;
			if (one_of(w, k_back) && !((w == "Tại" || w == "dự") && back > 2))
				return !m_found.empty() || w == "Trước" || w == "trước";
		}
		return false;
	}

	std::optional<std::string> date_of(const Scene& x) const {
		if (x.dated) return x.when.date;
		if (x.mode != Mode::event) return std::nullopt;
		if (auto day = day_so_far(m_c, x.begin, x.end); day) return day;
		return m_c.event_date();
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

	bool is_occasion(const Scene& x) const {
		const auto& m = *x.cue;
		switch (x.kind) {
			case ActivityKind::patrol: {
				// Units on both sides that walk a stretch; not the patrols of a year.
				if (!x.sections.empty()) return true;
				if (counted(m, x.end) || general(m, x.begin) || (!x.dated && in_course_of(m, x.begin))) return false;
				const bool units = std::any_of(x.cast.begin(), x.cast.end(), is_unit);
				return Context::both_sides(x.cast) && (x.dated || units);
			}
			case ActivityKind::exercise:
				// "điểm lại 4 cuộc diễn tập": a figure.
				if (const auto before = m_c.numbers_in(m.begin > 3 ? m.begin - 3 : 0, m.begin);
				    !before.empty() && before.back().value > 1)
					return false;
				return !general(m, x.begin) && (x.dated || m_c.has_cue(x.begin, x.end, Cue::held));
			case ActivityKind::training: {
				// "mở lớp" is what is done again and again; "khai giảng", "bế giảng" is a day.
				return m_a.word(m.begin) != "mở" && !general(m, x.begin) && (x.dated || x.mode == Mode::event);
			}
			case ActivityKind::medical: return medical_words(x);
			case ActivityKind::search: return search_words(x);
			case ActivityKind::handover: return handover_words(x);
			case ActivityKind::operation: return operation_words(x);
			case ActivityKind::opening: {
				if (general(m, x.begin) || (counted(m, x.end) && !x.dated)) return false;
				return (x.dated || x.mode == Mode::event) && (lao_near(x.begin, x.end) || Context::both_sides(x.cast));
			}
		}
		return false;
	}

	/// "ảnh hưởng đến quá trình phối hợp tuần tra", "trong công tác tuần tra song phương": the matter, no patrol.
	bool in_course_of(const lexicon::Match& m, std::uint32_t begin) const {
		static constexpr std::string_view k_matters[] = {"trình", "việc", "tác", "động"};
		static constexpr std::string_view k_first[] = {"quá", "công", "hoạt", "đến", "trong", "về"};
		for (std::uint32_t back = 2; back <= 5 && m.begin >= begin + back; ++back) {
			const auto t = m.begin - back;
			if (m_a.tokens[t].kind == text::TokenKind::punctuation) return false;
			if (one_of(m_a.word(t), k_first) && one_of(m_a.word(t + 1), k_matters)) return true;
		}
		return false;
	}

	/// Help on a day of its own, or what the text opens with; not what a delegation also did on its way.
	bool medical_words(const Scene& x) const {
		if (general(*x.cue, x.begin) || !lao_near(x.begin, x.end)) return false;
		if (x.dated) return true;
		// "Tháng 6/2009, trạm xá được xây dựng; từ đó đến nay …": no day, no occasion.
		if (x.mode != Mode::event || (x.when.own && !x.when.day)) return false;
		std::uint32_t first = 0;
		while (first < x.sentence && m_c.is_headline(first)) ++first;
		return x.sentence <= first + 1;
	}

	bool search_words(const Scene& x) const {
		const auto first = m_a.word(x.cue->begin);
		if (general(*x.cue, x.begin)) return false;
		// The "Đội Quy tập" is a body, "quy tập được 72 hài cốt" a figure.
		if (word_or_none(x.cue->begin - 1) == "Đội" || word_or_none(x.cue->begin - 1) == "đội") return false;
		if (first == "đón" || first == "Đón") return x.dated || lao_near(x.begin, x.end);
		return x.dated && (x.when.period || x.mode == Mode::event) &&
		       (lao_near(x.begin, x.end) || Context::both_sides(x.cast));
	}

	bool lao_near(std::uint32_t begin, std::uint32_t end) const {
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			const auto& m = m_a.matches[i];
			// "huyện A, giáp huyện B (Lào)": the country of a name in brackets says no more than the name.
			if (m.cls == EntryClass::country && m_a.lexicon.place(m.index).country == Country::la &&
			    (m.begin == 0 || !m_a.tokens[m.begin - 1].is('(')))
				return true;
			if (m.cue() == Cue::friends) return true;
		}
		for (const auto& p : m_c.parties_in(begin, end)) {
			if (!p.parties.empty() && country_of(p.parties.front()) == Country::la && !only_borders(m_a, p))
				return true;
		}
		if (const auto place = m_c.place_in(begin, end); place && place->starts_with("LA")) return true;
		// The block so far: "tại bản A Via (huyện …, tỉnh Salavan) … khám bệnh cho bản".
		const auto s = m_c.sentence_of(begin);
		for (auto back = s; back > 0 && s - back < 2 && m_c.sentence(back - 1).block == m_c.sentence(s).block; --back) {
			const auto& before = m_c.sentence(back - 1);
			for (const auto& p : m_c.parties_in(before.begin, before.end)) {
				if (!p.parties.empty() && country_of(p.parties[0]) == Country::la) return true;
			}
		}
		return false;
	}

	/// "duy trì tuần tra", "công tác quy tập": the thing in general.
	bool general(const lexicon::Match& m, std::uint32_t begin) const {
		static constexpr std::string_view k_words[] = {"tác",   "trì",   "xuyên", "việc",  "kỳ",    "dung",
		                                               "nhiều", "các",   "nhất",  "kế",    "hoạch", "lực",
		                                               "lần",   "những", "động",  "cường", "vụ",    "án"};
		for (std::uint32_t back = 1; back <= 2 && m.begin >= begin + back; ++back) {
			const auto w = m_a.word(m.begin - back);
			if (m_a.tokens[m.begin - back].is(',')) return false;
			if (one_of(w, k_words)) return true;
		}
		return false;
	}

	bool handover_words(const Scene& x) const {
		const auto& m = *x.cue;
		const auto first = m_a.word(m.begin);
		bool hands_people = first == "giao" && m.size() > 2;
		// "chuyển giao 2 phạm nhân người Lào cho Công an tỉnh B".
		for (auto t = m.end; t + 1 < std::min(x.end, m.end + 5); ++t) {
			const auto w = m_a.word(t);
			const auto next = m_a.word(t + 1);
			hands_people = hands_people || (w == "phạm" && next == "nhân") || (w == "đối" && next == "tượng") ||
			               (w == "công" && next == "dân") || (w == "nạn" && next == "nhân");
		}
		if ((first == "chuyển" || first == "giao") && !hands_people &&
		    !m_c.has_cue(x.begin, m.begin + 1, Cue::ceremony))
			return false;
		if (general(m, x.begin)) return false;
		// "17 công dân … đã được trao cho Công an tỉnh A": people, no gifts.
		if (m_a.words(m.begin, m.end) == "được trao cho") {
			bool people = false;
			for (auto t = x.begin; t + 1 < m.begin; ++t) {
				const auto w = m_a.word(t);
				const auto next = m_a.word(t + 1);
				people = people || (w == "công" && next == "dân") || (w == "đối" && next == "tượng") ||
				         (w == "nạn" && next == "nhân") || w == "cô" || (w == "hài" && next == "cốt");
			}
			if (!people) return false;
		}
		// "trao trả, bàn giao đối tượng" are deeds of a year; a ceremony or a day makes the occasion.
		const bool ceremony = m_a.words(m.begin, m.end).find("ễ") != std::string_view::npos ||
		                      m_c.has_cue(x.begin, m.begin + 1, Cue::ceremony) || word_near(m, x.begin, "buổi") ||
		                      word_near(m, x.begin, "lễ") || word_near(m, x.begin, "Lễ");
		if (counted(m, x.end) && !ceremony && !x.dated) return false;
		return ceremony || x.dated || (Context::both_sides(x.cast) && x.mode == Mode::event);
	}

	bool word_near(const lexicon::Match& m, std::uint32_t begin, std::string_view word) const {
		for (std::uint32_t back = 1; back <= 5 && m.begin >= begin + back; ++back) {
			if (m_a.word(m.begin - back) == word) return true;
		}
		return false;
	}

	bool w_is_plain(const lexicon::Match& m) const { return m_a.words(m.begin, m.end) == "bắt"; }

	bool operation_words(const Scene& x) const {
		const auto& m = *x.cue;
		// "Sau khi được A giải cứu, … đã được trao cho B": told by the way.
		if (m_a.word(x.begin) == "Sau" && m.begin < x.begin + 14) return false;
		// "lực lượng đánh án của hai nước đã có mặt": who they are.
		if (m.begin > x.begin && m_a.word(m.begin - 1) == "lượng") return false;
		const bool both = Context::both_sides(x.cast);
		// "Trong đợt cao điểm từ 15/11 đến 15/12, … bắt 3 đối tượng": the figures of a month.
		if (x.when.period && x.when.date && x.when.date->size() > 11 &&
		    x.when.date->substr(0, 7) != x.when.date->substr(11, 7) && w_is_plain(m))
			return false;
		const auto w = m_a.word(m.begin);
		if (w == "chuyên" || w == "Chuyên" || w == "phá" || w == "triệt" || w == "đánh") {
			// A named operation: "chuyên án 321H", "chuyên án mang bí số LV-0921".
			for (auto t = m.end; t < std::min(x.end, m.end + 6); ++t) {
				if (m_a.tokens[t].is(',')) break;
				const auto name = m_a.word(t);
				const bool secret = !name.empty() && name.front() >= '0' && name.front() <= '9';
				if (secret || m_a.tokens[t].kind == text::TokenKind::number ||
				    (m_a.tokens[t].all_capital && name.size() <= 6))
					return both || lao_near(x.begin, x.end);
			}
			return x.dated && both;
		}
		// "bắt quả tang", "vây bắt" say the deed themselves.
		const bool seizes = m_a.words(m.begin, m.end).find("bắt") != std::string_view::npos;
		return x.dated && (both || (!x.cast.empty() && unnamed_forces(x))) &&
		       (seizes || m_c.has_cue(x.begin, x.end, Cue::act));
	}

	/// Who did it, then those it was done for or with, where they are the other side.
	PartySet parties_of(const Scene& x) const {
		auto parties = x.cast;
		if (x.kind == ActivityKind::patrol && std::any_of(parties.begin(), parties.end(), is_unit)) {
			// The units walk; the commands above them are named beside them.
			auto units = parties;
			std::erase_if(units, [](const auto& p) { return !is_unit(p); });
			// Rangers and police walk with them.
			if (Context::both_sides(units)) {
				auto walkers = parties;
				std::erase_if(walkers, [](const auto& p) {
					const auto kind = kind_of(p);
					return !is_unit(p) && kind != "agency" && kind != "district-military" && !is_district_police(p);
				});
				return walkers;
			}
		}
		if (x.kind == ActivityKind::patrol && Context::both_sides(parties) &&
		    std::all_of(parties.begin(), parties.end(), [](const auto& p) { return kind_of(p) == "border-guard"; })) {
			if (auto units = units_of_text(); Context::both_sides(units)) return units;
		}
		if (x.kind == ActivityKind::operation || x.kind == ActivityKind::patrol) {
			// "mang heroin đến thị trấn A thì bị B phối hợp C bắt giữ": forces do it, not the places where it happens.
			auto forces = parties;
			std::erase_if(forces, [](const auto& p) {
				const auto kind = kind_of(p);
				return kind == "commune" || kind == "village" || kind == "district" || kind == "province";
			});
			if (Context::both_sides(forces)) parties = std::move(forces);
		}
		if (Context::both_sides(parties)) return with_beneficiary(x, parties);
		const auto& sentence = m_c.sentence(x.sentence);
		if (auto spoken = m_c.spoken_for(sentence.begin, sentence.end); parties.empty() && Context::both_sides(spoken))
			return spoken;
		if (x.kind == ActivityKind::operation && !parties.empty() && !x.cast.empty() && unnamed_forces(x)) {
			// "phối hợp với lực lượng chức năng Lào": no province is told.
			const auto own = country_of(parties.front());
			parties = Context::side(parties, own);
			merge(parties, forces_of(own == Country::vn ? Country::la : Country::vn));
			if (Context::both_sides(parties)) return parties;
		}
		if (x.kind == ActivityKind::handover || x.kind == ActivityKind::opening) {
			if (auto states = given_by_state(x, parties); !states.empty()) return states;
		}
		if (parties.empty()) return x.kind == ActivityKind::patrol ? PartySet{} : pair_without_work(x);
		const auto side = country_of(parties.front());
		// "Đồn A phối hợp với Công an, Quân sự hai xã tuần tra khép kín": at home, and nobody from across is named.
		if (x.kind == ActivityKind::patrol && side == Country::vn && !joint_patrol_words(x)) return {};
		if (x.kind != ActivityKind::patrol) merge(parties, others_near(x, side));
		complete(m_c, parties, x.cue->begin);
		if (!Context::both_sides(parties)) return {};
		return province_of_work(x, std::move(parties));
	}

	/// "Đội tuần tra phía Đồn A …; phía Đại đội B, C": the few units that the text names are those who walk, where it
	/// calls them only "lực lượng biên phòng hai bên".
	PartySet units_of_text() const {
		PartySet units;
		for (const auto& m : m_c.parties().mentions) {
			if (m.role == Role::location || m.role == Role::qualifier) continue;
			for (const auto& p : m.parties) {
				if (is_unit(p) && p.find('/', p.find('/') + 1) != std::string::npos) merge(units, {p});
			}
		}
		return units.size() > 4 ? PartySet{} : units;
	}

	/// The pair that the text speaks of, without the school or hospital that is opened: it acts for nobody.
	PartySet pair_without_work(const Scene& x) const {
		auto pair = m_c.pair_at(x.cue->begin);
		for (const auto& p : m_c.parties_in(x.begin, x.end)) {
			if (!is_work(x, p) || names_building(p)) continue;
			const auto& work = p.parties.front();
			if (Context::side(pair, country_of(work)).size() > 1) std::erase(pair, work);
		}
		return province_of_work(x, std::move(pair));
	}

	/// The hospital that is opened stands for those who have it built.
	PartySet province_of_work(const Scene& x, PartySet parties) const {
		for (const auto& p : m_c.parties_in(x.begin, x.end)) {
			if (!is_work(x, p)) continue;
			for (auto& q : parties) {
				if (q == p.parties.front() && place_of(q).size() > 2 && (!names_building(p) || !x.cast.empty()))
					q = std::string(place_of(q)) + "/province";
			}
		}
		return parties;
	}

	/// "lực lượng chức năng Lào", "cơ quan chức năng nước bạn Lào", where the text names no Lao body; the same of Viet
	/// Nam.
	bool unnamed_forces(const Scene& x) const {
		const auto other = country_of(x.cast.front()) == Country::vn ? Country::la : Country::vn;
		for (const auto& p : m_c.parties().mentions) {
			if (other == Country::la && !p.parties.empty() && country_of(p.parties.front()) == Country::la &&
			    kind_of(p.parties.front()) != "state" && !is_local(p.parties.front()))
				return false;
		}
		for (auto t = x.begin; t + 2 < x.end; ++t) {
			if (m_a.word(t) != "chức" || m_a.word(t + 1) != "năng") continue;
			const auto of = m_a.word(t + 2) == "của" ? t + 3 : t + 2;
			const auto whose = of < x.end ? m_a.word(of) : text::Word{};
			if (other == Country::vn ? whose == "Việt" : whose == "Lào" || whose == "nước" || whose == "phía")
				return true;
		}
		return false;
	}

	/// The forces of that side that the text names elsewhere ("bộ đội biên phòng Nghệ An"), else its police.
	PartySet forces_of(Country side) const {
		for (const auto& m : m_c.parties().mentions) {
			if (m.parties.empty() || country_of(m.parties.front()) != side) continue;
			const auto kind = kind_of(m.parties.front());
			if (kind == "border-guard" || kind == "police") return m.parties;
		}
		return {side == Country::la ? "LA/police" : "VN/police"};
	}

	/// "tuần tra song phương", "tuần tra chung", "hai bên tuần tra", "cùng bạn tuần tra".
	bool joint_patrol_words(const Scene& x) const {
		static constexpr std::array<std::string_view, 6> k_words = {"song", "chung", "hỗn", "liên", "bạn", "cùng"};
		for (auto t = x.begin; t < x.end; ++t) {
			if (base::one_of<k_words>(m_a.word(t))) return true;
		}
		for (const auto cue : {Cue::both, Cue::friends, Cue::all_sides, Cue::states, Cue::provinces}) {
			if (m_c.has_cue(x.begin, x.end, cue)) return true;
		}
		return false;
	}

	/// "tại tỉnh A, Lào, diễn ra lễ bàn giao Trường B, quà tặng của Đảng, Nhà nước và nhân dân Việt Nam": the country
	/// that gives, and the province where the work stands.
	PartySet given_by_state(const Scene& x, const PartySet& parties) const {
		const auto* gift = m_a.find_cue(x.begin, x.end, Cue::gift);
		if (gift == nullptr || gift->end >= x.end || m_a.word(gift->end) != "của") return {};
		for (const auto& m : m_c.parties_in(gift->end, std::min(x.end, gift->end + 14))) {
			if (m.parties.size() != 1 || kind_of(m.parties[0]) != "state" || country_of(m.parties[0]) != Country::vn)
				continue;
			auto out = m.parties;
			const auto place = m_c.place_in(x.begin, x.end);
			if (place && place->starts_with("LA-")) {
				merge(out, {*place + "/province"});
			} else {
				merge(out, Context::side(parties, Country::la));
			}
			return Context::both_sides(out) ? out : PartySet{};
		}
		return {};
	}

	/// "hai Tỉnh đoàn làm lễ bàn giao cho bản": whoever takes it over.
	PartySet with_beneficiary(const Scene& x, PartySet parties) const {
		if (x.kind != ActivityKind::handover) return parties;
		for (auto t = x.cue->end; t + 1 < x.end && t < x.cue->end + 12; ++t) {
			if (m_a.word(t) != "cho") continue;
			if (m_a.word(t + 1) == "bản" && !(t + 2 < x.end && m_a.tokens[t + 2].capital))
				merge(parties, Context::side(last_of_kind(m_c, t, "village"), Country::la));
			break;
		}
		return parties;
	}

	/// The other side of an activity that one side does: the people it is done for ("khám bệnh cho dân bản X"), or the
	/// place it is done in with them ("tại bản X, A cùng dân bản").
	PartySet others_near(const Scene& x, Country side) const {
		const auto other = side == Country::vn ? Country::la : Country::vn;
		PartySet behind;
		PartySet around;
		for (const auto& p : m_c.parties_in(x.begin, x.end)) {
			const auto more = Context::side(p.parties, other);
			if (more.empty() || only_borders(m_a, p) || p.role == Role::in_title || kind_of(more.front()) == "state")
				continue;
			// "khởi công xây dựng Trường Tiểu học X": what is built, not who builds it.
			if (is_work(x, p)) continue;
			// "quy tập hài cốt hy sinh tại hai tỉnh A và B": where, not with whom.
			if (x.kind == ActivityKind::search && p.role == Role::location) continue;
			if (p.begin >= x.cue->end && p.role != Role::qualifier && behind.empty()) {
				behind = more;
			} else if (p.role == Role::location && is_local(more.front()) && around.empty()) {
				around = more;
			}
		}
		if (!behind.empty() && (x.kind != ActivityKind::opening || is_local(behind.front()) || around.empty()))
			return behind;
		if (!around.empty() &&
		    (x.kind == ActivityKind::medical || x.kind == ActivityKind::opening || x.kind == ActivityKind::handover))
			return around;
		// "khám bệnh cho người dân của bản": the village named before.
		for (auto t = x.cue->end; t < std::min(x.end, x.cue->end + 14); ++t) {
			if (m_a.word(t) != "bản" || (t + 1 < x.end && m_a.tokens[t + 1].capital)) continue;
			if (auto village = Context::side(last_of_kind(m_c, t, "village"), other); !village.empty()) return village;
		}
		return {};
	}

	/// Where it happens: what the clause says, else where those live for whom it is done; a patrol has no place unless
	/// stated.
	std::optional<std::string> place_of_scene(const Scene& x, const PartySet& parties) const {
		auto place = m_c.place_in(x.begin, x.end);
		if (place || x.kind == ActivityKind::patrol) return place;
		if (x.kind == ActivityKind::medical) {
			if (auto there = place_gone_to(x); there) return there;
		}
		if (x.kind == ActivityKind::medical || x.kind == ActivityKind::opening || x.kind == ActivityKind::handover) {
			for (const auto& p : m_c.parties_in(x.begin, x.end)) {
				if (is_work(x, p) && !names_building(p) && place_of(p.parties.front()).size() > 2)
					return std::string(place_of(p.parties.front()));
			}
			for (const auto& p : parties) {
				if (country_of(p) == Country::la && is_local(p) && place_of(p).size() > 2)
					return std::string(place_of(p));
			}
		}
		const auto event = m_c.event_date();
		const bool of_event = !x.dated || (event && x.when.date && dates_agree(x.when.date, event));
		if (x.kind == ActivityKind::search || (x.kind == ActivityKind::operation && !of_event)) return std::nullopt;
		if (of_event) return m_c.event_place();
		return std::nullopt;
	}

	/// "đã sang huyện Sạ Muồi khám bệnh".
	std::optional<std::string> place_gone_to(const Scene& x) const {
		for (const auto& p : m_c.parties_in(x.begin, x.end)) {
			if (p.parties.empty() || country_of(p.parties.front()) != Country::la ||
			    place_of(p.parties.front()).size() == 2)
				continue;
			return std::string(place_of(p.parties.front()));
		}
		return std::nullopt;
	}

	/// Two posts of one's own: two patrols, though with the same company.
	static bool other_walkers(const PartySet& x, const PartySet& y) {
		const auto units = [](const PartySet& all) {
			auto own = Context::side(all, Country::vn);
			std::erase_if(own, [](const auto& p) { return kind_of(p) != "border-post"; });
			return own;
		};
		const auto a = units(x);
		const auto b = units(y);
		return !a.empty() && !b.empty() && std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) == a.end();
	}

	void add(model::Activity value, std::uint32_t begin, std::uint32_t end) {
		for (auto& r : m_found) {
			auto& known = std::get<model::Activity>(r.value);
			if (!dates_agree(known.date, value.date)) continue;
			if (value.kind == ActivityKind::patrol && other_walkers(known.parties, value.parties)) continue;
			if (known.kind == value.kind && (known.section == value.section || !value.section || !known.section)) {
				// Two units on two stretches are two patrols; the same words again are one.
				if (value.kind == ActivityKind::patrol && known.section && value.section &&
				    known.section != value.section)
					continue;
				if (!known.place) known.place = value.place;
				if (!known.section) known.section = value.section;
				return;
			}
			// "Khánh thành, bàn giao" together is a handover.
			const bool pair = (known.kind == ActivityKind::opening && value.kind == ActivityKind::handover) ||
			                  (known.kind == ActivityKind::handover && value.kind == ActivityKind::opening);
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
	std::uint32_t m_stretch_until = 0;
};

}  // namespace

void find_activities(const Context& context, std::vector<model::Record>& out) { Activities(context, out).run(); }

}  // namespace bienban::extraction
