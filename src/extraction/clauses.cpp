// The clauses of the text: where they begin and end, and what their places and the clauses behind them add to their
// modes.

#include <algorithm>
#include <array>

#include "extraction/clause_mode.hpp"
#include "extraction/context.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;

class ClauseCutter {
public:
	ClauseCutter(const Context& context, const ClauseReaders& readers)
	    : m_c(context), m_a(context.a()), m_signs(readers.signs), m_telling(readers.telling) {}

	/// What stands under a heading does what the heading says: results look back, articles and plans forward.
	void settle(Clause& clause, const Section& section) const {
		switch (section.matter) {
			case Matter::none: return;
			case Matter::frame: clause.mode = Mode::event; return;
			case Matter::wanting:
				clause.mode = Mode::event;
				clause.denied = true;
				clause.content = clause.end;
				return;
			case Matter::done:
				if (m_c.has_cue(clause.begin, clause.end, Cue::will) ||
				    m_c.has_cue(clause.begin, clause.end, Cue::agree) ||
				    m_c.has_cue(clause.begin, clause.end, Cue::propose) ||
				    m_c.has_cue(clause.begin, clause.end, Cue::forward))
					if (clause.mode == Mode::future) return;
				if (clause.mode != Mode::past) clause.content = clause.begin;
				clause.mode = Mode::past;
				return;
			case Matter::planned:
				if (clause.mode != Mode::future) clause.content = clause.begin;
				clause.mode = Mode::future;
				return;
		}
	}

	/// Where a sentence that looks back goes on to what was agreed: "đánh giá cao …, thống nhất thời gian tới …"; `end`
	/// where it does not.
	std::uint32_t turn(std::uint32_t begin, std::uint32_t end) const {
		const auto thanked = behind_thanks(begin, end);
		bool back = false;
		bool themed = false;
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			const auto& m = m_a.matches[i];
			if (m.cls == EntryClass::theme) themed = true;
			const auto cue = m.cue();
			// "đã ký biên bản …, theo đó sẽ …"
			if (cue == Cue::none && m.begin > begin && m_a.tokens[m.begin - 1].is(',') && m_a.word(m.begin) == "theo") {
				const auto near = std::min(end, m.end + 8);
				if (m_c.has_cue(m.end, near, Cue::will) || m_c.has_cue(m.end, near, Cue::agree)) return m.begin;
			}
			// "ký quy chế gồm 5 nội dung, trong đó nhấn mạnh việc …"
			if (m.begin > begin && (cue == Cue::including || cue == Cue::will || cue == Cue::content) &&
			    m_telling.spells_out_signed(m.begin, end))
				return m.begin;
			if (cue == Cue::review || (cue == Cue::assess && !states_only(m_a, m)) || m.begin >= thanked) back = true;
			if (!back || !themed) continue;
			if (cue != Cue::agree && cue != Cue::propose && cue != Cue::forward) continue;
			if (cue == Cue::agree && (m_signs.is_noun(m) || m_signs.weighs(m, end))) continue;
			const auto head = part_head(begin, m.begin);
			if (head == begin || m_a.find(m.end, end, EntryClass::theme) == nullptr) continue;
			return head;
		}
		return end;
	}

	/// Does the clause only say of what stands before it that the sides want it so? "Đó là những điều đôi bên đã gật
	/// đầu cho chặng sắp tới", "…: hai đơn vị dặn nhau như vậy".
	bool seals_promise(const Clause& clause) const {
		if (m_a.find(clause.begin, clause.end, EntryClass::theme) != nullptr) return false;
		bool wants = false;
		for (const auto cue : {Cue::agree, Cue::propose, Cue::forward}) {
			const auto* m = m_a.find_cue(clause.begin, clause.end, cue);
			wants = wants ||
			        (m != nullptr && (cue != Cue::agree || (!m_signs.is_noun(*m) && !m_signs.weighs(*m, clause.end))));
		}
		return wants && (points_back(clause) || only_agrees(clause));
	}

	/// Can the clause be what such a clause points back at? It tells of no deed and of no day.
	bool may_be_promise(const Clause& clause) const {
		if (clause.denied || clause.mode == Mode::future) return !clause.denied;
		for (const auto cue : {Cue::done, Cue::review, Cue::sign, Cue::ceremony, Cue::chair}) {
			if (m_c.has_cue(clause.begin, clause.end, cue)) return false;
		}
		for (const auto& d : m_c.dates_in(clause.begin, clause.end)) {
			if (d.from.day != 0) return false;
		}
		return true;
	}

private:
	/// "… cảm ơn tỉnh A đã giúp bạn đào tạo cán bộ": behind the word that says what for; `end` where nobody is thanked.
	std::uint32_t behind_thanks(std::uint32_t begin, std::uint32_t end) const {
		static constexpr text::WordBits k_any{"ơn"};
		if (!m_a.may_say(m_c.sentence_of(begin), k_any)) return end;
		for (auto t = begin; t + 3 < end; ++t) {
			if (m_a.word(t + 1) != "ơn" || (m_a.word(t) != "cảm" && m_a.word(t) != "cám")) continue;
			for (auto u = t + 2; u < end && u < t + 22; ++u) {
				if (m_a.word(u) == "đã" || m_a.word(u) == "vì") return std::max(u + 1, t + 4);
			}
		}
		return end;
	}

	/// "Phía bạn tán thành.", "Chủ nhà gật đầu cả hai việc.": nothing but the agreeing, which ends the clause.
	bool only_agrees(const Clause& clause) const {
		if (clause.end - clause.begin > 16) return false;
		const auto* m = m_a.find_cue(clause.begin, clause.end, Cue::agree);
		if (m == nullptr || m_signs.is_noun(*m)) return false;
		return m->end + 1 >= clause.end || (m->end + 4 >= clause.end && m_a.word(m->end) == "cả") ||
		       m_a.word(m->end) == "ngay";
	}

	/// "Đó là …", "Tất cả những điều ấy …" at the begin, "… như vậy", "… như thế" at the end.
	bool points_back(const Clause& clause) const {
		static constexpr std::array<std::string_view, 4> k_first = {"Đó", "Đấy", "Ấy", "đó"};
		if (one_of(m_a.word(clause.begin), k_first) && clause.begin + 1 < clause.end &&
		    m_a.word(clause.begin + 1) == "là")
			return true;
		for (auto t = clause.begin; t + 1 < clause.end; ++t) {
			const auto word = m_a.word(t);
			const auto next = m_a.word(t + 1);
			if (word == "như" && (next == "vậy" || next == "thế")) return true;
			// "Phía bạn tán thành cả ba.", "Khách hoan nghênh những ý ấy."
			if (word == "cả" && (next == "ba" || next == "hai" || next == "bốn")) return true;
			if (word == "ý" && (next == "ấy" || next == "đó" || next == "này")) return true;
			if ((word == "điều" || word == "việc") && t < clause.begin + 4 && (next == "ấy" || next == "đó"))
				return true;
		}
		return false;
	}

	/// The begin of the part that the token stands in, where only the side that speaks stands between: "…, hai bên nhất
	/// trí".
	std::uint32_t part_head(std::uint32_t begin, std::uint32_t token) const {
		for (auto t = token; t > begin && token - t <= 6; --t) {
			const auto before = m_a.word(t - 1);
			if (m_a.tokens[t - 1].is(',') || before == "và" || before == "thời" || before == "rồi") {
				if (before == "thời" && (t < begin + 2 || m_a.word(t - 2) != "đồng")) continue;
				return t;
			}
		}
		return begin;
	}

	const Context& m_c;
	const Annotated& m_a;
	const SignReader& m_signs;
	const ClauseTelling& m_telling;
};

}  // namespace

void Context::split_clauses() {
	const ClauseReaders readers(*this);
	const ClauseCutter cutter(*this, readers);
	// "…, bà vẽ ra thế này.", "… như sau."
	const auto announces = [&](std::uint32_t end) {
		if (end < 3) return false;
		const auto last = m_a.word(end - 2);
		const auto before = m_a.word(end - 3);
		return (before == "thế" && last == "này") || (before == "như" && last == "sau");
	};
	const auto seal = [&](std::size_t at) {
		m_clauses[at].mode = Mode::future;
		const auto in_block = m_a.sentences[m_clauses[at].sentence].block;
		for (auto i = at; i-- > 0;) {
			auto& clause = m_clauses[i];
			if (m_a.sentences[clause.sentence].block != in_block || !cutter.may_be_promise(clause)) return;
			clause.mode = Mode::future;
			clause.content = std::min(clause.content, clause.begin);
		}
	};
	// "Cùng lội suối, cùng chuyền tin. Đó là chuyện của A với B bốn năm nay."
	const auto seal_account = [&](std::size_t at) {
		const auto in_block = m_a.sentences[m_clauses[at].sentence].block;
		for (auto i = at; i-- > 0;) {
			auto& clause = m_clauses[i];
			if (m_a.sentences[clause.sentence].block != in_block || !readers.telling.may_be_deed(clause)) return;
			clause.mode = Mode::past;
		}
	};
	const auto* patrol = m_a.find_cue(0, static_cast<std::uint32_t>(m_a.tokens.size()), Cue::patrol);
	const auto patrol_end = patrol != nullptr ? patrol->end : UINT32_MAX;
	auto mode = Mode::event;
	bool reviewed = false;
	bool colon = false;
	std::uint32_t block = 0;
	bool labelled = false;
	for (std::uint32_t s = 0; s < m_a.sentences.size(); ++s) {
		const auto& sentence = m_a.sentences[s];
		if (is_headline(s)) continue;
		const bool after_label = labelled;
		const bool new_block = sentence.block != block || after_label;
		block = sentence.block;
		const bool caption = is_caption(s) || at_home(s);
		const auto add = [&](std::uint32_t begin, std::uint32_t end, bool continues) {
			Clause clause{begin, end, s, Mode::event, begin, false};
			if (!caption) {
				const bool lead_in = end < m_a.tokens.size() && m_a.tokens[end].is(':');
				clause.mode =
				    read_mode(*this, readers, clause,
				              {mode, continues, new_block && !continues && begin == sentence.begin,
				               lead_in || m_a.tokens[end - 1].is(':'), patrol_end <= begin, reviewed && !new_block});
				mode = clause.mode;
				reviewed = clause.mode == Mode::event && readers.telling.reviews(clause);
			}
			if (const auto* section = section_at(begin); section != nullptr && !caption) {
				cutter.settle(clause, *section);
				mode = clause.mode;
			}
			m_clauses.push_back(clause);
		};
		const auto first = m_clauses.size();
		auto begin = sentence.begin;
		bool item = false;
		// "1.", "Điều 3.": a label says nothing; what follows goes on with what the text was at.
		if (new_block || labelled) {
			const auto label = label_at(m_a, begin, sentence.end);
			labelled = label && label->end >= sentence.end;
			if (labelled) continue;
			item = label.has_value();
			if (label && label->end > begin) begin = label->end;
		}
		const auto* section = section_at(begin);
		if (section == nullptr) section = section_at(std::min(begin + 1, sentence.end - 1));
		if (section != nullptr && section->heading && (!colon || after_label || item)) {
			if (section->matter != Matter::planned && section->matter != Matter::done) mode = Mode::event;
			if (section->matter == Matter::none || section->matter == Matter::frame || section->begin == begin)
				continue;
		}
		// The topic of an item says nothing either: "2. Giáo dục - đào tạo: Trong năm, …".
		if ((item || after_label) && section == nullptr) {
			const auto* rest = section_at(std::min(begin + 10, sentence.end - 1));
			if (rest != nullptr && rest->begin > begin && rest->begin < sentence.end) begin = rest->begin;
		}
		const auto item_begin = begin;
		for (auto t = m_a.cues_of[s].parted ? begin : sentence.end; t <= sentence.end; ++t) {
			if (t != sentence.end && !m_a.tokens[t].is(';') && !(m_a.tokens[t].is(':') && t > sentence.begin + 3))
				continue;
			if (t > begin) {
				const bool continues = (begin != sentence.begin && !(item && begin == item_begin)) || colon ||
				                       after_label || m_a.tokens[begin].is('-') || m_a.tokens[begin].is('*') ||
				                       m_a.tokens[begin].is('+');
				const auto turn = caption ? t : cutter.turn(begin, t);
				if (turn < t) {
					add(begin, turn, continues);
					// "Từ nay tới 2020, theo thỏa thuận, …": the paper only says on what ground.
					add(turn, t, mode == Mode::future && m_a.word(turn) == "theo");
				} else {
					add(begin, t, continues);
				}
			}
			begin = t + 1;
		}
		for (auto i = first; i < m_clauses.size(); ++i) {
			if (caption) continue;
			if (cutter.seals_promise(m_clauses[i])) {
				seal(i);
			} else if (readers.telling.seals_account(m_clauses[i])) {
				seal_account(i);
			}
		}
		const auto& last = m_a.tokens[sentence.end - 1];
		// "Rồi sẽ ra sao?", "Nửa năm còn lại?": the answer follows.
		const bool asked = last.is('?') && mode == Mode::future;
		if (!caption)
			// "… chấp hành Hiệp định;" and a paragraph behind it: the list goes on.
			colon = last.is(':') || asked || announces(sentence.end) || (last.is(';') && mode != Mode::event) ||
			        ((last.is(';') || last.is(',')) && colon);
	}
}

}  // namespace bienban::extraction
