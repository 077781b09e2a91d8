// Papers that are signed or cited, and bodies that are twinned.

#include <algorithm>

#include "extraction/finders.hpp"
#include "extraction/occasions.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;
using model::Act;
using model::Instrument;

struct Paper {
	model::Agreement value;
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	std::uint32_t noun = 0;
	bool headline = false;
	bool named = false;
	bool caption = false;
	bool anniversary = false;  ///< "45 năm Ngày ký …"
};

class Papers {
public:
	Papers(const Context& context, std::vector<model::Record>& out) : m_c(context), m_a(context.a()), m_out(out) {}

	void run() {
		std::uint32_t until = 0;
		for (const auto& m : m_a.matches) {
			if (m.cls != EntryClass::instrument || m.begin < until) continue;
			until = m.end;
			read(m);
		}
		merge_papers();
		for (auto& p : m_papers) {
			model::Record record;
			record.value = std::move(p.value);
			record.evidence = m_c.evidence(p.begin, p.end);
			record.certainty = p.named ? 0.9F : 0.8F;
			m_out.push_back(std::move(record));
		}
	}

private:
	const lexicon::InstrumentWord& word(const lexicon::Match& m) const { return m_a.lexicon.instrument(m.index); }

	void read(const lexicon::Match& m) {
		const auto s = m_c.sentence_of(m.begin);
		const auto& sentence = m_c.sentence(s);
		const auto& w = word(m);
		const auto [clause_begin, clause_end] = m_c.clause_of(m.begin);
		if (is_general(m, sentence)) return;
		Paper paper;
		paper.value.instrument = w.instrument;
		paper.headline = m_c.is_headline(s);
		paper.caption = m_c.is_caption(s);
		paper.noun = m.begin;
		const auto* sign = signing(m, clause_begin, clause_end);
		const auto end = noun_end(m, clause_end);
		paper.begin = sign != nullptr && sign->begin < m.begin && m.begin - sign->begin < 8 ? sign->begin : m.begin;
		paper.end = sign != nullptr && sign->begin > m.begin && sign->end - m.begin < 24 ? sign->end : end;
		paper.end = std::max(paper.end, end);
		paper.named = is_named(m, end);
		const bool plain = w.parties == "pair";
		const bool dated = read_dates(paper, m, end, sign);
		const bool draft = m_a.find_cue(m.begin > sentence.begin + 3 ? m.begin - 3 : sentence.begin, m.begin, Cue::draft) != nullptr;
		const bool cites = cited(m, sentence);
		// "thỏa thuận", "quy chế", "kế hoạch" without a name, a day or a signing are no paper of their own.
		if (plain && sign == nullptr && !dated && !paper.named && !strong(m)) return;
		if (m_c.sentence(s).begin == m.begin && w.instrument == Instrument::directive && !dated && !numbered(m)) return;
		if (w.instrument == Instrument::directive && !numbered(m) && !dated) return;
		const bool earlier = paper.anniversary || past(paper) || looks_back(m, paper);
		paper.value.act = sign != nullptr && !draft && !cites && !earlier && !planned(sign, clause_begin) ? Act::signed_ : Act::referenced;
		if (paper.value.act == Act::signed_ && !plain && w.parties != "border-guard" && !at_signing(sign, m)) paper.value.act = Act::referenced;
		read_parties(paper, m, end, sentence);
		if (paper.value.act == Act::signed_ && !paper.value.signed_on) {
			const auto* d = m_c.day_at(clause_begin, clause_end);
			paper.value.signed_on = d != nullptr && d->from.day != 0 && !d->period ? std::optional(d->edtf) : m_c.event_date();
			if (paper.value.signed_on && paper.value.signed_on->find('/') != std::string::npos) {
				paper.value.signed_on = paper.value.signed_on->substr(0, paper.value.signed_on->find('/'));
			}
		}
		m_papers.push_back(std::move(paper));
	}

	/// "các hiệp định, quy chế đã ký", "những thỏa thuận": papers in general are none.
	bool is_general(const lexicon::Match& m, const text::Sentence& sentence) const {
		for (std::uint32_t back = 1; back <= 6 && m.begin >= sentence.begin + back; ++back) {
			const auto t = m.begin - back;
			const auto w = m_a.word(t);
			if (w == "các" || w == "những" || w == "nhiều" || w == "Các" || w == "mọi" || w == "từng") {
				// "các Hiệp định, Nghị định thư": all members of the list are meant in general, unless named in full.
				return m.size() <= 3 || back == 1;
			}
			if (m_a.tokens[t].is(',') || w == "và" || m_a.at(t, EntryClass::instrument) != nullptr) continue;
			const bool inside_instrument = std::any_of(m_a.matches.begin() + m_a.first_match[t > 6 ? t - 6 : 0], m_a.matches.begin() + m_a.first_match[t + 1],
			                                           [&](const auto& x) { return x.cls == EntryClass::instrument && x.begin <= t && t < x.end; });
			if (!inside_instrument) break;
		}
		if (m.begin > sentence.begin && m_a.tokens[m.begin - 1].kind == text::TokenKind::number) return true;
		return false;
	}

	bool numbered(const lexicon::Match& m) const {
		for (auto t = m.end; t < m_a.tokens.size() && t < m.end + 3; ++t) {
			if (m_a.tokens[t].kind == text::TokenKind::number) return true;
		}
		return false;
	}

	/// Papers that nobody speaks of in general: a memorandum, minutes of talks.
	bool strong(const lexicon::Match& m) const {
		const auto kind = word(m).instrument;
		if (kind == Instrument::memorandum) return true;
		return (kind == Instrument::minutes || kind == Instrument::agreement || kind == Instrument::regulation) && m.size() >= 3;
	}

	bool is_named(const lexicon::Match& m, std::uint32_t end) const {
		if (word(m).named) return true;
		// "biên bản ghi nhớ lần thứ 8", "quy chế … Sơn La - Hủa Phăn".
		return m_a.find_cue(m.end, end, Cue::ordinal) != nullptr;
	}

	const lexicon::Match* signing(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const {
		const lexicon::Match* best = nullptr;
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			const auto& x = m_a.matches[i];
			if (x.cue() != Cue::sign) continue;
			if (x.begin < m.begin) {
				// Another verb between: "ký Hiệp định …, thực hiện Biên bản …".
				if (m_a.find_cue(x.end, m.begin, Cue::implement) == nullptr && m.begin - x.end < 14) best = &x;
			} else if (best == nullptr && x.begin - m.end < 28) {
				best = &x;
			}
		}
		return best;
	}

	/// The words that belong to the paper's name: up to a comma, a verb or the end of the clause.
	std::uint32_t noun_end(const lexicon::Match& m, std::uint32_t limit) const {
		auto t = m.end;
		const auto stop = std::min(limit, m.end + 45);
		bool between = false;
		while (t < stop) {
			const auto& k = m_a.tokens[t];
			const auto w = m_a.word(t);
			if (w == "giữa" || w == "của") between = true;
			if (k.is(',') && !between) break;
			if (k.kind == text::TokenKind::punctuation && !k.is('-') && !k.is('/') && !k.is('(') && !k.is(')') && !k.is(',') && !k.is('"')) break;
			if (w == "đã" || w == "được" || w == "là" || w == "với" || w == "cùng" || w == "nhằm" || w == "để" || w == "mà" || w == "theo" || w == "sẽ") break;
			if (m_a.cue_at(t, Cue::sign) != nullptr || m_a.cue_at(t, Cue::implement) != nullptr) {
				if (w != "nội" && w != "theo") break;
			}
			++t;
		}
		while (t > m.end && m_a.tokens[t - 1].kind == text::TokenKind::punctuation && !m_a.tokens[t - 1].is('"') && !m_a.tokens[t - 1].is(')')) --t;
		return t;
	}

	/// Day of signing and term out of the words at the paper. True where one was found.
	bool read_dates(Paper& paper, const lexicon::Match& m, std::uint32_t end, const lexicon::Match* sign) const {
		bool found = false;
		const auto limit = std::min<std::uint32_t>(static_cast<std::uint32_t>(m_a.tokens.size()), std::max(end, paper.end) + 12);
		for (const auto& d : m_c.dates_in(m.end, limit)) {
			if (d.begin > end + 6) break;
			if (d.anniversary && d.from.day == 0) continue;
			if (d.term || (d.period && d.from.month == 0)) {
				if (!paper.value.term && d.begin <= end + 1) paper.value.term = d.edtf;
				found = true;
				continue;
			}
			const bool signing_word = d.begin > m.begin && near_sign(d.begin);
			if (d.from.day != 0 || signing_word) {
				if (d.begin <= end + 2 || signing_word) {
					if (!paper.value.signed_on) paper.value.signed_on = d.edtf;
					found = true;
				}
			} else if (d.from.month == 0 && !d.period && d.begin <= end) {
				// "Biên bản ghi nhớ năm 2024" runs for that year; "Hiệp định … năm 2016" was signed in it.
				if (word(m).parties == "pair") {
					if (!paper.value.term) paper.value.term = d.edtf;
				} else if (!paper.value.signed_on) {
					paper.value.signed_on = d.edtf;
				}
				found = true;
			}
		}
		// "45 năm Ngày ký Hiệp ước …": so many years before the document's own.
		for (std::uint32_t back = 2; back <= 9 && back <= m.begin; ++back) {
			const auto t = m.begin - back;
			if (m_a.tokens[t].kind != text::TokenKind::number || m_a.word(t + 1) != "năm" || m_c.document_date().year == 0) continue;
			const auto years = parse_digits(m_a.word(t));
			if (!years || *years < 5 || *years > 100 || m_a.find_cue(t + 2, m.begin, Cue::sign) == nullptr) continue;
			paper.value.signed_on = std::to_string(m_c.document_date().year - static_cast<int>(*years));
			paper.anniversary = true;
			found = true;
		}
		// "vào ngày 12-10-2018, A và B đã ký kết Thỏa thuận": the day stands at the head of the clause.
		if (!paper.value.signed_on && sign != nullptr && sign->begin < m.begin) {
			const auto [clause_begin, clause_end] = m_c.clause_of(m.begin);
			for (const auto& d : m_c.dates_in(clause_begin, sign->begin)) {
				if (d.anniversary || d.period || d.from.year == 0 || d.term) continue;
				if (d.from.day != 0) paper.value.signed_on = d.edtf;
			}
			// "ký biên bản hội đàm … vào tháng 6/2018".
			for (const auto& d : m_c.dates_in(end, clause_end)) {
				if (d.anniversary || d.period || d.from.month == 0 || d.term || paper.value.signed_on) continue;
				if (d.begin > 0 && (m_a.word(d.begin) == "vào" || m_a.word(d.begin - 1) == "vào" || d.from.day == 0)) paper.value.signed_on = d.edtf;
			}
		}
		return found;
	}

	/// "ký ngày …", "ký kết năm …": the date right behind the verb.
	bool near_sign(std::uint32_t t) const {
		for (std::uint32_t back = 1; back <= 4 && back <= t; ++back) {
			const auto* sign = m_a.cue_at(t - back, Cue::sign);
			if (sign != nullptr) return sign->end + 1 >= t;
		}
		return false;
	}

	/// "thực hiện Biên bản ghi nhớ", "theo tinh thần Hiệp định": cited, not signed here.
	bool cited(const lexicon::Match& m, const text::Sentence& sentence) const {
		for (std::uint32_t back = 1; back <= 6 && m.begin >= sentence.begin + back; ++back) {
			const auto t = m.begin - back;
			if (m_a.cue_at(t, Cue::sign) != nullptr) return false;
			if (m_a.cue_at(t, Cue::implement) != nullptr) return true;
			if (m_a.tokens[t].is(',') || m_a.tokens[t].is(';')) return false;
		}
		return false;
	}

	/// Signed before the event reported?
	bool past(const Paper& paper) const {
		const auto& day = paper.value.signed_on;
		if (!day) return false;
		const auto& event = m_c.event_date();
		const auto year = day->substr(0, 4);
		if (event && event->size() >= 7 && day->size() >= 7) return !event->starts_with(day->substr(0, 7));
		if (event) return year != event->substr(0, 4);
		return m_c.document_date().year != 0 && year != std::to_string(m_c.document_date().year);
	}

	/// "biên bản ghi nhớ đã ký", "sau khi ký kết": in a stretch that looks back without a day of the event.
	bool looks_back(const lexicon::Match& m, const Paper& paper) const {
		if (paper.value.signed_on) return false;
		const auto* clause = clause_at(m_c, m.begin);
		if (clause == nullptr || clause->mode != Mode::past) return false;
		return m_a.find_cue(clause->begin, clause->end, Cue::forward) == nullptr;
	}

	bool planned(const lexicon::Match* sign, std::uint32_t begin) const {
		for (std::uint32_t back = 1; back <= 4 && sign->begin >= begin + back; ++back) {
			const auto t = sign->begin - back;
			const auto w = m_a.word(t);
			if (w == "sẽ" || w == "tiến" || w == "chưa" || w == "sớm" || m_a.cue_at(t, Cue::plan) != nullptr) return true;
		}
		return false;
	}

	/// A treaty is signed here only where the text says so right at it, without a day of long ago.
	bool at_signing(const lexicon::Match* sign, const lexicon::Match& m) const {
		if (sign == nullptr) return false;
		const auto distance = sign->begin < m.begin ? m.begin - sign->end : sign->begin - m.end;
		for (std::uint32_t back = 1; back <= 3 && back <= sign->begin; ++back) {
			const auto w = m_a.word(sign->begin - back);
			if (w == "Ngày" || w == "ngày" || w == "năm") return false;
		}
		return distance <= 6;
	}

	void read_parties(Paper& paper, const lexicon::Match& m, std::uint32_t end, const text::Sentence& sentence) const {
		const auto& w = word(m);
		const auto both = [](std::string_view kind) {
			return PartySet{"VN/" + std::string(kind), "LA/" + std::string(kind)};
		};
		// "Thỏa thuận … giữa A và B" names its own parties.
		const auto own = m_c.named(m.end, end);
		if (Context::both_sides(own) && (w.parties == "pair" || m_c.has_cue(m.end, end, Cue::both) || between(m.end, end))) {
			paper.value.parties = own;
			if (w.parties != "pair" && std::all_of(own.begin(), own.end(), [](const auto& p) { return kind_of(p) == "state"; })) {
				paper.value.parties = both(w.parties == "border-guard" ? "border-guard" : w.parties);
			}
			return;
		}
		if (w.parties == "state" || w.parties == "government" || w.parties == "ministry-of-defence") {
			paper.value.parties = both(w.parties);
			return;
		}
		if (w.parties == "party-committee") {
			const auto issuer = m_a.find(m.end, std::min(sentence.end, m.end + 16), EntryClass::body);
			const bool government = issuer != nullptr && m_a.lexicon.body(issuer->index).kind == "government";
			paper.value.parties = {government || m_a.words(m.end, std::min(sentence.end, m.end + 14)).find("Thủ tướng") != std::string_view::npos ? "VN/government" : "VN/party-committee"};
			return;
		}
		const auto [clause_begin, clause_end] = m_c.clause_of(m.begin);
		auto parties = m_c.actors(clause_begin, clause_end);
		std::erase_if(parties, [](const auto& p) { return kind_of(p) == "state"; });
		if (!Context::both_sides(parties)) parties = m_c.pair_at(m.begin);
		paper.value.parties = std::move(parties);
	}

	bool between(std::uint32_t begin, std::uint32_t end) const {
		for (auto t = begin; t < end; ++t) {
			if (m_a.word(t) == "giữa") return true;
		}
		return false;
	}

	/// An agreement that is named twice is one record: the same instrument of the same parties whose terms and days agree.
	void merge_papers() {
		std::vector<Paper> kept;
		std::stable_sort(m_papers.begin(), m_papers.end(), [](const Paper& x, const Paper& y) {
			return std::pair(x.headline, x.caption) < std::pair(y.headline, y.caption);
		});
		for (auto& p : m_papers) {
			const auto same = std::find_if(kept.begin(), kept.end(), [&](const Paper& k) { return is_same(k, p); });
			if (same == kept.end()) {
				if (p.headline && p.value.act == Act::signed_ && !p.value.term && !kept.empty() && has_signed(kept)) continue;
				kept.push_back(std::move(p));
				continue;
			}
			if (!same->value.term) same->value.term = p.value.term;
			if (!same->value.signed_on) same->value.signed_on = p.value.signed_on;
			if (same->value.act == Act::referenced && p.value.act == Act::signed_) {
				same->value.act = Act::signed_;
				same->begin = p.begin;
				same->end = p.end;
				if (!same->value.signed_on) same->value.signed_on = p.value.signed_on;
			}
		}
		std::stable_sort(kept.begin(), kept.end(), [](const Paper& x, const Paper& y) { return x.begin < y.begin; });
		m_papers = std::move(kept);
	}

	static bool has_signed(const std::vector<Paper>& papers) {
		return std::any_of(papers.begin(), papers.end(), [](const Paper& p) { return p.value.act == Act::signed_; });
	}

	static bool agree(const std::optional<std::string>& x, const std::optional<std::string>& y) {
		return !x || !y || x->starts_with(*y) || y->starts_with(*x);
	}

	static bool is_same(const Paper& k, const Paper& p) {
		if (k.value.instrument != p.value.instrument) return false;
		if (!agree(k.value.term, p.value.term) || !agree(k.value.signed_on, p.value.signed_on)) return false;
		PartySet joint = k.value.parties;
		merge(joint, p.value.parties);
		const bool shared = joint.size() < k.value.parties.size() + p.value.parties.size();
		if (!shared) return false;
		// One signed and one cited paper of a pair are two when the cited one has a term or day of its own.
		if (k.value.act != p.value.act) {
			const auto& cited = k.value.act == Act::referenced ? k : p;
			if (cited.named && !cited.value.term && !cited.value.signed_on) return false;
		}
		return true;
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
	std::vector<Paper> m_papers;
};

/// "A kết nghĩa với B (từ ngày …)": one record for each pair of a Vietnamese and a Lao body.
class Twinnings {
public:
	Twinnings(const Context& context, std::vector<model::Record>& out) : m_c(context), m_a(context.a()), m_out(out) {}

	void run() {
		for (const auto& m : m_a.matches) {
			if (m.cue() != Cue::twinning) continue;
			read(m);
		}
	}

private:
	void read(const lexicon::Match& m) {
		const auto s = m_c.sentence_of(m.begin);
		if (m_c.is_headline(s)) return;
		const auto& sentence = m_c.sentence(s);
		const auto [begin, end] = part_of(m.begin, sentence);
		auto parties = m_c.named(begin, end);
		std::erase_if(parties, [](const auto& p) { return kind_of(p) == "state"; });
		const bool bodies = Context::both_sides(parties);
		if (is_activity(m)) {
			if (!bodies) parties = m_c.pair_at(m.begin);
		} else if (!bodies || !is_event(m, begin)) {
			return;
		}
		const auto vn = Context::side(parties, lexicon::Country::vn);
		const auto la = Context::side(parties, lexicon::Country::la);
		if (vn.empty() || la.empty() || (vn.size() > 1 && la.size() > 1)) return;
		std::optional<std::string> since;
		for (const auto& d : m_c.dates_in(begin, end)) {
			if (d.anniversary || d.term) continue;
			since = d.period || d.until_now ? d.edtf.substr(0, d.edtf.find('/')) : d.edtf;
			break;
		}
		for (const auto& v : vn) {
			for (const auto& l : la) add({v, l}, since, begin, end);
		}
	}

	void add(PartySet parties, const std::optional<std::string>& since, std::uint32_t begin, std::uint32_t end) {
		for (auto& r : m_out) {
			auto* known = std::get_if<model::Twinning>(&r.value);
			if (known == nullptr || known->parties != parties) continue;
			if (!known->since) known->since = since;
			return;
		}
		model::Record record;
		record.value = model::Twinning{std::move(parties), since};
		record.evidence = m_c.evidence(begin, end);
		record.certainty = 0.8F;
		m_out.push_back(std::move(record));
	}

	/// From the last semicolon or full comma clause to the next.
	std::pair<std::uint32_t, std::uint32_t> part_of(std::uint32_t t, const text::Sentence& sentence) const {
		auto begin = t;
		while (begin > sentence.begin && !m_a.tokens[begin - 1].is(';')) --begin;
		auto end = t;
		while (end < sentence.end && !m_a.tokens[end].is(';')) ++end;
		return {begin, end};
	}

	/// "kết quả hoạt động kết nghĩa từ năm 2017": the bodies are twinned, though the verb is missing.
	bool is_activity(const lexicon::Match& m) const {
		if (m.begin < 2) return false;
		const bool noun = m_a.word(m.begin - 1) == "động" || m_a.word(m.begin - 1) == "hệ";
		if (!noun) return false;
		for (const auto& d : m_c.dates_in(m.end, std::min<std::uint32_t>(m.end + 4, static_cast<std::uint32_t>(m_a.tokens.size())))) {
			if (d.from.year != 0 && d.period) return true;
		}
		return false;
	}

	bool is_event(const lexicon::Match& m, std::uint32_t begin) const {
		if (m.begin > begin) {
			const auto before = m_a.word(m.begin - 1);
			// "quy chế kết nghĩa", "hoạt động kết nghĩa", "giao ban kết nghĩa": attributes.
			static constexpr std::array<std::string_view, 16> k_nouns = {"chế", "động", "ban", "bản", "phong", "trào", "hình", "trình", "nội", "dung", "sau", "năm", "giao", "lưu", "thỏa", "thuận"};
			if (std::find(k_nouns.begin(), k_nouns.end(), before) != k_nouns.end()) return false;
		}
		for (std::uint32_t back = 1; back <= 5 && m.begin >= begin + back; ++back) {
			const auto t = m.begin - back;
			if (m_a.cue_at(t, Cue::will) != nullptr || m_a.cue_at(t, Cue::plan) != nullptr || m_a.cue_at(t, Cue::propose) != nullptr) return false;
		}
		return true;
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
};

}  // namespace

void find_papers(const Context& context, std::vector<model::Record>& out) {
	Papers(context, out).run();
	Twinnings(context, out).run();
}

}  // namespace bienban::extraction
