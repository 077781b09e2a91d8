// Papers that are signed or cited.

#include <algorithm>
#include <array>

#include "extraction/finders.hpp"
#include "extraction/paper_parties.hpp"
#include "extraction/twinnings.hpp"

namespace bienban::extraction {
namespace {

using model::Act;
using model::Instrument;

struct Paper {
	model::Agreement value;
	const PaperNoun* noun = nullptr;
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	bool headline = false;
	bool caption = false;
};

class Papers {
public:
	Papers(const Context& context, std::vector<model::Record>& out) : m_c(context), m_a(context.a()), m_out(out) {}

	void run() {
		m_nouns = find_paper_nouns(m_c);
		const auto signings = read_signings(m_c, m_nouns);
		for (std::size_t i = 0; i < m_nouns.size(); ++i) read(m_nouns[i], signings[i]);
		merge_papers();
		read_own_paper();
		for (auto& p : m_papers) {
			model::Record record;
			record.value = std::move(p.value);
			record.evidence = m_c.evidence(p.begin, p.end);
			record.certainty = p.noun->word->named ? 0.9F : 0.8F;
			m_out.push_back(std::move(record));
		}
	}

private:
	void read(const PaperNoun& n, const Signing& s) {
		if (!is_paper(n, s)) return;
		Paper paper;
		paper.noun = &n;
		paper.headline = m_c.is_headline(n.sentence);
		paper.caption = m_c.is_caption(n.sentence);
		paper.value.instrument = n.word->instrument;
		paper.value.act = is_signed(n, s) ? Act::signed_ : Act::referenced;
		paper.value.signed_on = s.day;
		paper.value.term = s.term;
		paper.value.parties = parties_of_paper(m_c, m_nouns, n, s);
		if (n.word->instrument != Instrument::directive && !Context::both_sides(paper.value.parties)) return;
		if (paper.value.act == Act::signed_ && !paper.value.term)
			paper.value.term = time_in_force(n, paper.value.signed_on);
		set_evidence(paper, n, s);
		if (paper.value.act == Act::signed_) read_replaced(paper);
		m_papers.push_back(std::move(paper));
	}

	/// "…, thay cho bản đã ký năm 2015", "…; văn bản mới thế chỗ bản cũ ký ngày 3/4/2020": the paper of the same two
	/// that the new one replaces, where it has a day but no noun of its own.
	void read_replaced(const Paper& paper) {
		const auto end = m_c.sentence(paper.noun->sentence).end;
		const auto limit = std::min(end, paper.noun->end + 34);
		for (auto t = paper.noun->end; t + 1 < limit; ++t) {
			if (!is_one_of(m_a, t, {"thay", "thế"})) continue;
			auto at = t + 1;
			while (at < limit && is_one_of(m_a, at, {"thế", "cho", "chỗ"})) ++at;
			if (at < limit && is_one_of(m_a, at, {"văn"})) ++at;
			if (at >= limit || !is_one_of(m_a, at, {"bản", "kiện"}) ||
			    m_a.find(at, std::min(limit, at + 4), lexicon::EntryClass::instrument) != nullptr)
				continue;
			const auto* sign = m_a.find_cue(at, std::min(limit, at + 6), lexicon::Cue::sign);
			if (sign == nullptr && !is_one_of(m_a, at + 1, {"cũ", "trước", "năm"})) return;
			for (const auto& d : m_c.dates_in(at, std::min(end, at + 16))) {
				if (d.period || d.term || d.anniversary || d.from.year == 0) return;
				Paper former;
				former.noun = paper.noun;
				former.value = paper.value;
				former.value.act = Act::referenced;
				former.value.signed_on = d.edtf;
				former.value.term.reset();
				former.begin = at;
				former.end = d.end;
				m_papers.push_back(std::move(former));
				return;
			}
			return;
		}
	}

	/// "…, có hiệu lực đến hết năm 2025", "…, có giá trị trong 3 năm": from the day of signing.
	std::optional<std::string> time_in_force(const PaperNoun& n, const std::optional<std::string>& day) const {
		if (!day || day->size() < 4 || day->starts_with("X")) return std::nullopt;
		const auto signed_in = day->substr(0, 4);
		const auto end = m_c.sentence(n.sentence).end;
		for (auto t = n.end; t + 2 < end && t < n.end + 24; ++t) {
			const bool force = (m_a.word(t) == "hiệu" && m_a.word(t + 1) == "lực") ||
			                   (m_a.word(t) == "giá" && m_a.word(t + 1) == "trị") ||
			                   (m_a.word(t) == "thời" && m_a.word(t + 1) == "hạn");
			const bool lasts = (m_a.word(t) == "kéo" && m_a.word(t + 1) == "dài") ||
			                   (m_a.word(t) == "thực" && m_a.word(t + 1) == "hiện") ||
			                   (m_a.word(t) == "áp" && m_a.word(t + 1) == "dụng");
			if (!force && !lasts) continue;
			// "kéo dài năm năm 2024 - 2028", "có giá trị từ 2020 đến 2022", "thực hiện trong ba năm 2020 - 2022".
			for (const auto& d : m_c.dates_in(t, std::min(end, t + 7))) {
				if (d.period && !d.anniversary && d.from.month == 0 && d.from.year >= number_of(signed_in) &&
				    d.to.year > d.from.year)
					return d.edtf;
			}
			if (!force) continue;
			for (const auto& d : m_c.dates_in(t, std::min(end, t + 8))) {
				if (d.period || d.open_end || d.from.year == 0 || d.begin == t + 2) continue;
				const auto before = m_a.word(d.begin - 1);
				if (before != "đến" && before != "tới" && before != "hết") continue;
				const auto last = std::to_string(d.from.year);
				if (last <= signed_in) return std::nullopt;
				return std::string{signed_in}.append("/").append(last);
			}
			for (auto u = t + 2; u + 1 < end && u < t + 6; ++u) {
				if (m_a.word(u + 1) != "năm") continue;
				int years = 0;
				if (m_a.tokens[u].kind == text::TokenKind::number && m_a.word(u).size() <= 2) {
					years = number_of(m_a.word(u));
				} else if (std::uint32_t after = 0; const auto told = parse_number_words(m_a, u, u + 1, after)) {
					years = static_cast<int>(*told);
				} else {
					continue;
				}
				if (years < 1 || years > 20) return std::nullopt;
				return signed_in + "/" + std::to_string(number_of(signed_in) + years);
			}
		}
		return std::nullopt;
	}

	/// Of digits alone.
	static int number_of(std::string_view digits) {
		int number = 0;
		for (const char c : digits) number = number * 10 + (c - '0');
		return number;
	}

	/// "thỏa thuận", "quy chế", "kế hoạch" without a name, a day, parties of its own or a signing are no paper of their
	/// own.
	bool is_paper(const PaperNoun& n, const Signing& s) const {
		const bool dated = s.day.has_value() || s.term.has_value();
		if (n.word->instrument == Instrument::directive) return dated || is_numbered(n);
		if (!n.of_pair() || n.word->named) return dated || s.verb != nullptr || n.between_end != 0 || has_name(n);
		const bool direct = s.verb != nullptr && !s.from_lead && s.verb->end <= n.begin && n.begin - s.verb->end <= 2;
		// "chương trình", "kế hoạch" alone are everyday words: only right behind the verb, or with a term and parties.
		if (n.head_size() == 2 && n.word->instrument == Instrument::programme)
			return (direct && (dated || names_both_sides(m_c, n) || m_a.tokens[n.begin].capital)) ||
			       (dated && names_both_sides(m_c, n));
		if (n.head_size() == 2 && n.word->instrument == Instrument::agreement && is_verb(n)) return false;
		// "lập biên bản", "biên bản vi phạm": of the police, not of two sides.
		if (n.word->instrument == Instrument::minutes && n.begin > 0 && is_one_of(m_a, n.begin - 1, {"lập"}))
			return false;
		// "bản dự thảo quy chế phối hợp": one paper, though nobody has signed it.
		if (s.planned && n.head_size() > 2 && n.begin > 0 && is_one_of(m_a, n.begin - 1, {"thảo"})) return true;
		if (s.verb != nullptr && (!s.planned || dated || is_named(n))) return true;
		return dated || is_named(n) || is_strong(n);
	}

	/// "thực hiện Hiệp định" alone takes up what was named, or means them all.
	static bool has_name(const PaperNoun& n) {
		const auto kind = n.word->instrument;
		const std::uint32_t head = kind == Instrument::protocol ? 3 : 2;
		return n.head_size() > head || n.name_end > n.head_end;
	}

	/// "hai bên thỏa thuận mở thêm …": the verb.
	bool is_verb(const PaperNoun& n) const {
		if (m_a.tokens[n.begin].capital && n.begin > n.clause_begin) return false;
		if (n.between_end == 0 && n.begin > 0 &&
		    is_one_of(m_a, n.begin - 1, {"bản", "kí", "kết", "một", "hiện", "theo", "trao", "của", "khai", "từ"}))
			return false;
		// "thỏa thuận giữa lãnh đạo cấp cao hai nước": an understanding, no paper.
		return n.between_end == 0 || m_a.find_cue(n.between_begin, n.between_end, lexicon::Cue::states) != nullptr;
	}

	bool is_numbered(const PaperNoun& n) const {
		for (auto t = n.head_end; t < n.clause_end && t < n.head_end + 3; ++t) {
			if (m_a.tokens[t].kind == text::TokenKind::number) return true;
		}
		return false;
	}

	/// "biên bản ghi nhớ lần thứ 8", "… giữa A và B".
	bool is_named(const PaperNoun& n) const {
		return n.word->named || m_a.find_cue(n.head_end, n.end, lexicon::Cue::ordinal) != nullptr ||
		       names_both_sides(m_c, n);
	}

	/// Papers that nobody speaks of in general: a memorandum, minutes or rules that are carried out.
	bool is_strong(const PaperNoun& n) const {
		const auto kind = n.word->instrument;
		if (kind == Instrument::memorandum) return true;
		if (n.head_size() < 3) return false;
		const bool capital = m_a.tokens[n.begin].capital && n.begin > n.clause_begin;
		if (kind == Instrument::agreement || kind == Instrument::regulation) return capital || is_governed(m_a, n);
		return kind == Instrument::minutes && capital;
	}

	/// A treaty is signed here only where the text says so right at it.
	bool is_signed(const PaperNoun& n, const Signing& s) const {
		if (!s.signed_here || n.word->instrument == Instrument::directive) return false;
		if (n.of_pair() || n.word->parties == "border-guard" || s.from_lead) return true;
		if (s.verb->begin < n.begin) return n.begin - std::min(s.verb->end, n.begin) <= 6;
		return s.verb->begin - std::min(n.end, s.verb->begin) <= 14;
	}

	void set_evidence(Paper& paper, const PaperNoun& n, const Signing& s) const {
		paper.begin = n.begin;
		paper.end = n.end;
		if (s.verb == nullptr || s.from_lead) return;
		if (s.verb->begin < n.begin && n.begin - s.verb->begin < 8) paper.begin = s.verb->begin;
		if (s.verb->begin >= n.head_end && s.verb->end - n.begin < 30) paper.end = std::max(paper.end, s.verb->end);
	}

	/// An agreement that is named twice is one record. Captions and headlines come last: they repeat.
	void merge_papers() {
		std::vector<Paper> kept;
		std::stable_sort(m_papers.begin(), m_papers.end(), [](const Paper& x, const Paper& y) {
			return std::pair(x.headline, x.caption) < std::pair(y.headline, y.caption);
		});
		for (auto& p : m_papers) {
			const auto same = std::find_if(kept.begin(), kept.end(), [&](const Paper& k) { return is_same(k, p); });
			if (same != kept.end()) {
				absorb(*same, p);
			} else if (!(p.headline || (p.caption && p.noun->head_size() == 2)) || !repeats(kept, p)) {
				kept.push_back(std::move(p));
			}
		}
		std::stable_sort(kept.begin(), kept.end(), [](const Paper& x, const Paper& y) { return x.begin < y.begin; });
		m_papers = std::move(kept);
	}

	static void absorb(Paper& known, Paper& more) {
		auto& value = known.value;
		if (!value.term) value.term = more.value.term;
		if (!value.signed_on || (more.value.signed_on && more.value.signed_on->starts_with(*value.signed_on)))
			value.signed_on = more.value.signed_on;
		if (value.act == Act::referenced && more.value.act == Act::signed_) {
			value.act = Act::signed_;
			value.signed_on = more.value.signed_on;
			known.begin = more.begin;
			known.end = more.end;
		}
	}

	/// A headline tells in short what the text tells: anything of its kind, or anything signed, is what it means.
	static bool repeats(const std::vector<Paper>& kept, const Paper& p) {
		return std::any_of(kept.begin(), kept.end(), [&](const Paper& k) {
			return k.value.instrument == p.value.instrument ||
			       (p.value.act == Act::signed_ && k.value.act == Act::signed_);
		});
	}

	/// The document is a paper itself: "BIÊN BẢN LÀM VIỆC giữa A và B. Hôm nay, ngày 14 tháng 3 năm 2012, …".
	void read_own_paper() {
		const auto instrument = opening_word();
		if (!instrument) return;
		const DateMention* day = nullptr;
		std::uint32_t opening = 0;
		for (std::uint32_t s = 0; s < m_a.sentences.size() && s < 8 && day == nullptr; ++s) {
			const auto& sentence = m_c.sentence(s);
			if (m_a.word(sentence.begin) != "Hôm" || sentence.begin + 2 > sentence.end) continue;
			for (const auto& d : m_c.dates_in(sentence.begin, std::min(sentence.end, sentence.begin + 12))) {
				if (d.from.day != 0 && !d.period && day == nullptr) day = &d;
			}
			opening = s;
		}
		auto parties = opening_parties();
		if (!Context::both_sides(parties)) parties = m_c.main_pair();
		if (day == nullptr || !Context::both_sides(parties)) return;
		// What the text calls "this paper" is the paper.
		std::erase_if(m_papers, [&](const Paper& p) {
			return p.value.instrument == *instrument && (is_bare(p) || p.value.signed_on == day->edtf);
		});
		model::Agreement value;
		value.instrument = *instrument;
		value.act = Act::signed_;
		value.parties = std::move(parties);
		value.signed_on = day->edtf;
		value.term = own_term();
		model::Record record;
		record.value = std::move(value);
		record.evidence = m_c.evidence(m_c.sentence(opening).begin, day->end);
		record.certainty = 0.8F;
		m_out.push_back(std::move(record));
	}

	/// "giữa Sở A và Sở B", "Đại diện Sở A: … Đại diện Sở B: …": the first body of each side that the opening names, of
	/// one kind.
	PartySet opening_parties() const {
		PartySet out;
		const auto last = std::min<std::size_t>(m_a.sentences.size(), 8);
		for (std::size_t s = 0; s < last; ++s) {
			for (const auto& m : m_c.parties_in(m_a.sentences[s].begin, m_a.sentences[s].end)) {
				if (m.role != Role::free || m.parties.size() != 1 || kind_of(m.parties[0]) == "state") continue;
				const bool fits = out.empty() || (country_of(out[0]) != country_of(m.parties[0]) &&
				                                  kind_of(out[0]) == kind_of(m.parties[0]));
				if (fits && out.size() < 2) out.push_back(m.parties[0]);
			}
		}
		std::stable_partition(out.begin(), out.end(),
		                      [](const auto& p) { return country_of(p) == lexicon::Country::vn; });
		return out;
	}

	/// The kind of paper that the text opens with in capitals, nothing where it opens with anything else.
	std::optional<Instrument> opening_word() const {
		struct Head {
			std::string_view words;
			Instrument instrument;
		};
		static constexpr std::array<Head, 7> k_heads = {{{"BIÊN BẢN GHI NHỚ", Instrument::memorandum},
		                                                 {"BẢN GHI NHỚ", Instrument::memorandum},
		                                                 {"BIÊN BẢN THỎA THUẬN", Instrument::agreement},
		                                                 {"BIÊN BẢN", Instrument::minutes},
		                                                 {"THỎA THUẬN", Instrument::agreement},
		                                                 {"THOẢ THUẬN", Instrument::agreement},
		                                                 {"QUY CHẾ", Instrument::regulation}}};
		// The page's head may stand outside the text proper.
		const auto text = m_a.text().substr(0, 400);
		for (std::size_t begin = 0; begin < text.size();) {
			const auto line = text.substr(begin, text.find('\n', begin) - begin);
			for (const auto& head : k_heads) {
				if (line.starts_with(head.words)) return head.instrument;
			}
			begin += line.size() + 1;
		}
		return std::nullopt;
	}

	/// "BIÊN BẢN GHI NHỚ … giai đoạn 2021 - 2025", "Biên bản này có hiệu lực từ năm 2024 đến năm 2026".
	std::optional<std::string> own_term() const {
		const auto years = [](const DateMention& d) { return d.term || (d.period && d.from.month == 0) || d.open_end; };
		for (std::uint32_t s = 0; s < m_a.sentences.size() && s < 3; ++s) {
			for (const auto& d : m_c.dates_in(m_c.sentence(s).begin, m_c.sentence(s).end)) {
				if (years(d)) return d.edtf;
			}
		}
		for (const auto& sentence : m_a.sentences) {
			for (auto t = sentence.begin; t + 1 < sentence.end; ++t) {
				if (m_a.word(t) != "hiệu" || m_a.word(t + 1) != "lực") continue;
				for (const auto& d : m_c.dates_in(t, sentence.end)) {
					if (years(d)) return d.edtf;
				}
			}
		}
		return std::nullopt;
	}

	static bool agree(const std::optional<std::string>& x, const std::optional<std::string>& y) {
		return !x || !y || x->starts_with(*y) || y->starts_with(*x);
	}

	/// "Theo Thỏa thuận, …": nothing but the head, so the parties are only what the context made of them.
	static bool is_bare(const Paper& p) {
		return p.value.act == Act::referenced && !p.value.term && !p.value.signed_on && p.noun->between_end == 0;
	}

	static bool same_places(const PartySet& x, const PartySet& y) {
		const auto holds = [](const PartySet& all, const model::Party& p) {
			return std::any_of(all.begin(), all.end(),
			                   [&](const auto& other) { return place_of(other) == place_of(p); });
		};
		return std::all_of(x.begin(), x.end(), [&](const auto& p) { return holds(y, p); }) &&
		       std::all_of(y.begin(), y.end(), [&](const auto& p) { return holds(x, p); });
	}

	/// "Bản ghi nhớ cũ, ký tháng 5/2016": not the one of this day.
	bool is_old(const Paper& p) const {
		for (auto t = p.noun->head_end; t < m_a.tokens.size() && t < p.noun->end + 1; ++t) {
			if (is_one_of(m_a, t, {"cũ"})) return true;
		}
		return false;
	}

	bool is_same(const Paper& k, const Paper& p) const {
		if (k.value.instrument != p.value.instrument) return false;
		if (is_old(k) != is_old(p) && !k.headline && !p.headline &&
		    (k.value.act == Act::signed_ || p.value.act == Act::signed_))
			return false;
		if (!agree(k.value.term, p.value.term)) return false;
		const bool echo = p.caption || p.headline;
		if (!agree(k.value.signed_on, p.value.signed_on) && !(echo && k.value.act == p.value.act)) return false;
		if (!names_agree(m_a, *k.noun, *p.noun)) return false;
		PartySet joint = k.value.parties;
		merge(joint, p.value.parties);
		const bool shared = joint.size() < k.value.parties.size() + p.value.parties.size();
		if (!shared && !echo && !(is_bare(p) && same_places(k.value.parties, p.value.parties))) return false;
		if (k.value.act == p.value.act) return true;
		// One signed and one cited paper of a pair are two when the cited one has a name or a day of its own.
		const auto& cited = k.value.act == Act::referenced ? k : p;
		if (cited.value.signed_on) return false;
		const auto& made = k.value.act == Act::referenced ? p : k;
		// "Thực hiện biên bản hội đàm năm 2022, …" before new minutes are signed in 2023.
		if (cited.value.term && made.value.signed_on && cited.value.term->size() == 4 &&
		    *cited.value.term < made.value.signed_on->substr(0, 4))
			return false;
		if (told_in_lead(cited) && joint.size() == k.value.parties.size() && joint.size() == p.value.parties.size())
			return true;
		return cited.value.term.has_value() || !is_named(*cited.noun) || cited.noun->word->parties == "border-guard";
	}

	/// "Thỏa thuận hợp tác giữa A và B tập trung vào …" at the head of a report on its signing.
	bool told_in_lead(const Paper& paper) const {
		const auto s = m_c.sentence_of(paper.noun->begin);
		if (paper.noun->begin > m_c.sentence(s).begin + 1) return false;
		return std::all_of(m_a.sentences.begin(), m_a.sentences.begin() + s, [&](const text::Sentence& sentence) {
			const auto kind = m_a.block_kind(sentence);
			return kind != model::BlockKind::paragraph && kind != model::BlockKind::lead;
		});
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
	std::vector<PaperNoun> m_nouns;
	std::vector<Paper> m_papers;
};

}  // namespace

void find_papers(const Context& context, std::vector<model::Record>& out) {
	Papers(context, out).run();
	find_twinnings(context, out);
}

}  // namespace bienban::extraction
