// Gifts and aid: who gave what to whom.

#include <algorithm>

#include "extraction/figures.hpp"
#include "extraction/finders.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;

class Support {
public:
	Support(const Context& context, std::vector<model::Record>& out, std::vector<bool>& used)
	    : m_c(context), m_a(context.a()), m_out(out), m_used(used) {}

	void run() {
		for (std::uint32_t s = 0; s < m_a.sentences.size(); ++s) {
			if (!m_c.is_headline(s)) read_sentence(s);
		}
	}

private:
	struct Giving {
		PartySet giver;
		PartySet receiver;
		std::uint32_t verb = 0;
		std::uint32_t verb_end = 0;
	};

	void read_sentence(std::uint32_t s) {
		const auto& sentence = m_c.sentence(s);
		if (m_list && m_list_block != sentence.block) m_list = false;
		auto begin = sentence.begin;
		for (auto t = sentence.begin; t <= sentence.end; ++t) {
			if (t != sentence.end && !m_a.tokens[t].is(';')) continue;
			if (t > begin) read_clause(begin, t, s);
			begin = t + 1;
		}
	}

	/// The verb of giving in a clause: not a noun ("kinh phí hỗ trợ"), not "giúp" before another verb.
	const lexicon::Match* verb_in(std::uint32_t begin, std::uint32_t end) const {
		const lexicon::Match* best = nullptr;
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			const auto& m = m_a.matches[i];
			const bool give = m.cue() == Cue::give;
			const bool gift = m.cue() == Cue::gift;
			if (!give && !gift) continue;
			if (m_a.cue_at(m.begin, Cue::none) != nullptr && m_a.cue_at(m.begin, Cue::none)->end >= m.end) continue;
			if (m_a.cue_at(m.begin, Cue::souvenir) != nullptr) continue;
			// A person's name or a unit of counting that begins with the same syllable is no verb.
			if (m_a.tokens[m.begin].capital && m.begin != begin && !m_a.tokens[m.begin].all_capital && m_a.word(m.begin) != "Tặng") continue;
			if (best == nullptr || (best->cue() == Cue::gift && give)) best = &m;
		}
		return best;
	}

	void read_clause(std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		const auto* verb = verb_in(begin, end);
		const auto* receive = m_a.find_cue(begin, end, Cue::receive);
		const auto numbers = m_c.numbers_in(begin, end);
		if (verb == nullptr && receive == nullptr) {
			// A list goes on: "Tổng giá trị món quà …, gồm: 1 bộ máy tính …" behind the sentence with the verb.
			const bool goes_on = m_list && s <= m_list_sentence + 1 && (m_c.has_cue(begin, end, Cue::worth) || m_c.has_cue(begin, end, Cue::gift));
			if (goes_on && !numbers.empty()) read_items(m_giving, begin, end, begin, s);
			return;
		}
		Giving giving;
		if (!parties_of(giving, verb, receive, begin, end)) {
			if (m_list && m_c.has_cue(begin, end, Cue::worth)) read_items(m_giving, begin, end, begin, s);
			return;
		}
		m_giving = giving;
		m_list = true;
		m_list_sentence = s;
		m_list_block = m_c.sentence(s).block;
		read_items(giving, begin, end, verb != nullptr && verb->cue() == Cue::give ? verb->begin : begin, s);
	}

	/// Giver and receiver: the active order (A tặng B …), the passive (B được A tặng …), "quà của A cho B".
	bool parties_of(Giving& giving, const lexicon::Match* verb, const lexicon::Match* receive, std::uint32_t begin, std::uint32_t end) const {
		const auto* pivot = verb != nullptr ? verb : receive;
		giving.verb = pivot->begin;
		giving.verb_end = pivot->end;
		auto before = m_c.actors(begin, pivot->begin);
		auto after = m_c.named(pivot->end, end);
		if (after.empty()) after = m_c.actors(pivot->end, end);
		const auto drop_states = [](PartySet& set) {
			if (std::any_of(set.begin(), set.end(), [](const auto& p) { return kind_of(p) != "state"; })) {
				std::erase_if(set, [](const auto& p) { return kind_of(p) == "state"; });
			}
		};
		drop_states(before);
		drop_states(after);
		bool passive = receive != nullptr && (verb == nullptr || receive->begin <= verb->begin);
		if (verb != nullptr && verb->begin >= begin + 1) {
			for (std::uint32_t back = 1; back <= 10 && verb->begin >= begin + back; ++back) {
				if (m_a.word(verb->begin - back) == "được" ) passive = true;
				if (m_a.tokens[verb->begin - back].is(',')) break;
			}
		}
		const auto& pair = m_c.pair_at(pivot->begin);
		const auto vn = [](const PartySet& s) { return Context::side(s, Country::vn); };
		const auto la = [](const PartySet& s) { return Context::side(s, Country::la); };
		if (passive && !Context::both_sides(before)) {
			std::swap(before, after);
		}
		if (Context::both_sides(before)) {
			// "buổi bàn giao quà của A cho B" or both named before the verb: the first named gives unless it receives.
			const auto first = country_of(before.front());
			giving.giver = Context::side(before, first);
			giving.receiver = Context::side(before, first == Country::vn ? Country::la : Country::vn);
			if (passive) std::swap(giving.giver, giving.receiver);
		} else if (Context::both_sides(after)) {
			// "bàn giao quà của A cho B"; a party before the verb gives, unless both stand behind it with their own words.
			const auto first = country_of(after.front());
			const bool named_before = !before.empty() && m_c.named(begin, pivot->begin) == before && country_of(before.front()) != first;
			giving.giver = before.empty() || !named_before ? Context::side(after, first) : before;
			const auto giver = country_of(giving.giver.front());
			giving.receiver = Context::side(after, giver == Country::vn ? Country::la : Country::vn);
		} else {
			giving.giver = before;
			giving.receiver = after;
		}
		if (!giving.giver.empty() && !giving.receiver.empty() && country_of(giving.giver.front()) == country_of(giving.receiver.front())) {
			// Both of one side: a domestic gift, unless the receiver is a place the goods go through.
			if (passive) return false;
			if (m_c.has_cue(giving.verb_end, end, Cue::friends)) {
				giving.receiver = country_of(giving.giver.front()) == Country::vn ? la(pair) : vn(pair);
			} else {
				return false;
			}
		}
		if (giving.giver.empty() && giving.receiver.empty()) {
			if (!m_list) return false;
			giving.giver = m_giving.giver;
			giving.receiver = m_giving.receiver;
		} else if (giving.receiver.empty()) {
			giving.receiver = country_of(giving.giver.front()) == Country::vn ? la(pair) : vn(pair);
			if (!beneficiary(begin, end)) giving.receiver.clear();
			if (giving.receiver.empty()) return false;
		} else if (giving.giver.empty()) {
			giving.giver = country_of(giving.receiver.front()) == Country::vn ? la(pair) : vn(pair);
		}
		return !giving.giver.empty() && !giving.receiver.empty();
	}

	/// Does a clause without a named receiver still speak of the other side? "giúp bạn", "hỗ trợ nước bạn", or the text is
	/// one of giving as a whole.
	bool beneficiary(std::uint32_t begin, std::uint32_t end) const {
		if (m_c.has_cue(begin, end, Cue::friends) || m_list) return true;
		for (auto t = begin; t < end; ++t) {
			if (m_a.word(t) == "Lào") return true;
		}
		const auto s = m_c.sentence_of(begin);
		return s < 6;
	}

	void read_items(const Giving& giving, std::uint32_t begin, std::uint32_t end, std::uint32_t from, std::uint32_t s) {
		const auto numbers = m_c.numbers_in(begin, end);
		std::size_t found = 0;
		for (std::size_t i = 0; i < numbers.size(); ++i) {
			const auto& n = numbers[i];
			const auto index = static_cast<std::size_t>(&n - m_c.numbers().data());
			if (m_used[index]) continue;
			if (n.begin < from && n.currency.empty()) continue;
			if (each(n, begin)) {
				m_used[index] = true;
				continue;
			}
			if (!n.currency.empty()) {
				if (worth_of_last(n, begin)) {
					m_used[index] = true;
					++found;
					continue;
				}
				found += add_money(giving, n, begin, end, s);
				m_used[index] = true;
				continue;
			}
			const auto count = read_count(m_c, n);
			if (!goods(n, count, giving)) continue;
			add(giving, n, count, s);
			m_used[index] = true;
			++found;
		}
		found += add_some(giving, giving.verb >= begin && giving.verb < end ? giving.verb : begin, end, s);
		if (found == 0) add_bare_gift(giving, begin, end, s);
	}

	/// "mỗi suất trị giá 500.000 đồng", "500.000 đồng/suất": the price of one piece.
	bool each(const Number& n, std::uint32_t begin) {
		bool one = false;
		for (std::uint32_t back = 1; back <= 7 && n.begin >= begin + back; ++back) {
			if (m_a.cue_at(n.begin - back, Cue::each) != nullptr && m_a.word(n.begin - back) == "mỗi") {
				const auto next = m_a.word(n.begin - back + 1);
				one = next != "năm" && next != "tháng" && next != "bên";
			}
			if (m_a.tokens[n.begin - back].kind == text::TokenKind::number) break;
		}
		if (!one && n.end + 1 < m_a.tokens.size() && m_a.tokens[n.end].is('/') && !n.currency.empty()) one = m_a.at(n.end + 1, EntryClass::unit) != nullptr;
		if (!one) return false;
		if (!n.currency.empty() && m_last) {
			if (auto* last = std::get_if<model::Support>(&m_out[*m_last].value); last != nullptr && last->value && !last->worth) {
				last->worth = model::Money{*last->value * n.value, std::string(n.currency)};
			}
		}
		return true;
	}

	/// "…, trị giá 244 tỷ đồng" behind a counted gift is its worth; before the gift's own word it is the gift.
	bool worth_of_last(const Number& n, std::uint32_t begin) {
		if (!m_last || m_last_end > n.begin || n.begin - m_last_end > 14 || m_last_end < begin) return false;
		if (m_a.find_cue(m_last_end, n.begin, Cue::worth) == nullptr) return false;
		auto* last = std::get_if<model::Support>(&m_out[*m_last].value);
		if (last == nullptr) return false;
		if (!last->value) {
			last->value = n.value;
			last->unit = std::string(n.currency);
			last->about = n.about;
			return true;
		}
		if (last->worth) return false;
		// "tổng trị giá" of the whole list stands for itself.
		const bool total = m_c.has_cue(m_last_end, n.begin, Cue::total) && m_in_clause > 1;
		if (total) return false;
		last->worth = model::Money{n.value, std::string(n.currency)};
		return true;
	}

	std::size_t add_money(const Giving& giving, const Number& n, std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		if (m_c.has_cue(begin, n.begin, Cue::compare) && !m_c.has_cue(begin, n.begin, Cue::give)) return 0;
		model::Support value;
		value.value = n.value;
		value.unit = std::string(n.currency);
		value.about = n.about;
		value.item = money_item(n, begin, end);
		return push(giving, std::move(value), n.about_begin, n.end, s, n.begin);
	}

	/// What the money was for: "xây cầu Xê Rôn", "tiền mặt", "quà … trị giá".
	std::string money_item(const Number& n, std::uint32_t begin, std::uint32_t end) const {
		auto t = n.end;
		if (t < end && m_a.word(t) == "tiền") return "tiền mặt";
		static constexpr std::array<std::string_view, 9> k_verbs = {"xây", "dựng", "để", "cho", "làm", "mua", "hoàn", "nâng", "sửa"};
		const bool purpose = t < end && std::find(k_verbs.begin(), k_verbs.end(), m_a.word(t)) != k_verbs.end();
		// "số thuốc … trị giá hơn 300 triệu đồng": the goods stand before their worth.
		const auto* worth = m_a.find_cue(n.begin > begin + 7 ? n.begin - 7 : begin, n.begin, Cue::worth);
		if (worth != nullptr) {
			if (const auto* gift = m_a.find_cue(begin, worth->begin, Cue::gift)) return text::lower(m_a.words(gift->begin, gift->end)) == "tặng quà" ? "quà" : gift_noun(*gift);
			for (auto i = m_a.first_match[worth->end]; i < m_a.matches.size() && m_a.matches[i].begin < n.begin; ++i) {
				if (m_a.matches[i].cue() == Cue::gift) return gift_noun(m_a.matches[i]);
			}
			auto from = worth->begin;
			while (from > begin && worth->begin - from < 8 && m_a.tokens[from - 1].kind == text::TokenKind::word && m_a.cue_at(from - 1, Cue::give) == nullptr) --from;
			if (from < worth->begin) return text::lower(m_a.words(from, worth->begin));
		}
		if (purpose) {
			while (t < end && (std::find(k_verbs.begin(), k_verbs.end(), m_a.word(t)) != k_verbs.end() || m_a.word(t) == "thiện" || m_a.word(t) == "cấp" || m_a.word(t) == "chữa" || m_c.named(t, t + 1).size() == 1)) {
				const auto named = m_c.parties_in(t, t + 1);
				t = named.empty() ? t + 1 : named.front().end;
			}
			const auto stop = noun_phrase_end(m_c, t, end);
			if (stop > t) return text::lower(m_a.words(t, stop));
		}
		if (const auto* gift = m_a.find_cue(begin, n.begin, Cue::gift)) return gift_noun(*gift);
		return "tiền";
	}

	std::string gift_noun(const lexicon::Match& gift) const {
		const auto words = m_a.words(gift.begin, gift.end);
		return words.find("Tết") != std::string_view::npos ? "quà Tết" : "quà";
	}

	/// Is what is counted goods, and not people, occasions or deeds?
	bool goods(const Number& n, const Count& count, const Giving& giving) const {
		if (count.item.empty() && count.unit.empty()) return false;
		if (n.begin < giving.verb && giving.verb < count.end) return false;
		if (count.entry == nullptr) {
			// No table has the noun: goods where it stands right behind the verb or in its list.
			return n.begin >= giving.verb_end && n.begin - giving.verb_end < 60 && !count.item.empty() && count.item.size() < 60 && !people(count.item);
		}
		if (count.entry->measure || count.entry->goods) return true;
		const auto theme = count.entry->theme;
		if (count.unit == "suất" || count.unit == "phần") return true;
		if (!theme) return false;
		const bool thing = *theme == model::Theme::aid || *theme == model::Theme::infrastructure || *theme == model::Theme::agriculture;
		const bool room = *theme == model::Theme::education && !people(count.unit);
		const bool dose = count.unit.starts_with("liều") || count.unit.starts_with("cơ số");
		const bool leaflets = count.unit.starts_with("tờ") && n.begin > giving.verb_end;
		return thing || room || dose || leaflets;
	}

	static bool people(std::string_view noun) {
		static constexpr std::array<std::string_view, 30> k_people = {
		    "người", "học sinh", "sinh viên", "hộ", "em", "cháu", "cán bộ", "lưu học sinh", "gia đình", "đối tượng", "học viên", "giáo viên", "bác sĩ", "chiến sĩ", "đại biểu", "bà con",
		    "lượt", "lần", "đợt", "buổi", "cuộc", "năm", "tháng", "ngày", "tỉnh", "huyện", "xã", "bản", "đơn vị", "bên"};
		return std::any_of(k_people.begin(), k_people.end(), [&](auto p) { return noun.starts_with(p); });
	}

	void add(const Giving& giving, const Number& n, const Count& count, std::uint32_t s) {
		model::Support value;
		value.value = n.value;
		value.about = n.about;
		value.item = count.item.empty() ? count.unit : count.item;
		const bool measured = count.entry != nullptr && (count.entry->measure || count.unit == "suất" || count.unit == "phần") && !count.item.empty() && count.item != count.unit;
		if (measured) value.unit = count.unit;
		push(giving, std::move(value), n.about_begin, count.end, s, n.begin);
	}

	/// "một số tấm lợp", "nhiều nhu yếu phẩm": goods without a number.
	std::size_t add_some(const Giving& giving, std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		std::size_t found = 0;
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			const auto& m = m_a.matches[i];
			if (m.cue() != Cue::some) continue;
			const auto word = m_a.word(m.begin);
			if (word != "một" && word != "nhiều" && word != "Nhiều") continue;
			const auto stop = noun_phrase_end(m_c, m.end, end);
			if (stop == m.end) continue;
			const auto item = text::lower(m_a.words(m.end, stop));
			static constexpr std::array<std::string_view, 14> k_no_goods = {"nội dung", "lĩnh vực", "hoạt động", "mặt", "năm", "kết quả", "đơn vị", "khó khăn", "kinh nghiệm", "vấn đề", "lần", "tình cảm", "địa phương", "việc"};
			if (people(item) || std::any_of(k_no_goods.begin(), k_no_goods.end(), [&](auto p) { return item.starts_with(p); })) continue;
			model::Support value;
			value.item = item;
			found += push(giving, std::move(value), m.begin, stop, s, m.begin);
		}
		return found;
	}

	void add_bare_gift(const Giving& giving, std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		const auto* gift = m_a.find_cue(begin, end, Cue::gift);
		if (gift == nullptr || m_c.has_cue(begin, end, Cue::souvenir)) return;
		const auto mode = mode_at(gift->begin);
		if (mode == Mode::future) return;
		const bool verb = m_c.has_cue(begin, end, Cue::give) || m_c.has_cue(begin, end, Cue::receive);
		if (!verb) return;
		for (const auto& r : m_out) {
			if (const auto* known = std::get_if<model::Support>(&r.value); known != nullptr && known->giver == giving.giver) return;
		}
		model::Support value;
		value.item = gift_noun(*gift);
		push(giving, std::move(value), begin, end, s, gift->begin);
	}

	Mode mode_at(std::uint32_t t) const {
		for (const auto& clause : m_c.clauses()) {
			if (clause.begin <= t && t < clause.end) return clause.mode;
		}
		return Mode::event;
	}

	std::size_t push(const Giving& giving, model::Support value, std::uint32_t begin, std::uint32_t end, std::uint32_t s, std::uint32_t at) {
		value.giver = giving.giver;
		value.receiver = giving.receiver;
		value.period = period(at, end);
		value.theme = theme(value, at, end, s);
		for (const auto& r : m_out) {
			const auto* known = std::get_if<model::Support>(&r.value);
			if (known != nullptr && known->value == value.value && known->item == value.item) return 0;
		}
		model::Record record;
		record.value = std::move(value);
		record.evidence = m_c.evidence(begin, end);
		record.certainty = 0.75F;
		m_out.push_back(std::move(record));
		m_last = m_out.size() - 1;
		m_last_end = end;
		m_in_clause = s == m_last_sentence ? m_in_clause + 1 : 1;
		m_last_sentence = s;
		return 1;
	}

	/// Goods given at the event take its day, else what their own clause says.
	std::optional<std::string> period(std::uint32_t begin, std::uint32_t end) const {
		const auto mode = mode_at(begin);
		if (mode == Mode::past) return period_at(m_c, begin, end);
		const auto [clause_begin, clause_end] = m_c.clause_of(begin);
		for (const auto& d : m_c.dates_in(clause_begin, clause_end)) {
			if (!d.anniversary && !d.term) return d.edtf;
		}
		if (mode == Mode::future) return std::nullopt;
		if (const auto* day = m_c.day_at(clause_begin, clause_end); day != nullptr && day->from.day != 0) return day->edtf;
		return m_c.event_date();
	}

	std::optional<model::Theme> theme(const model::Support& value, std::uint32_t begin, std::uint32_t end, std::uint32_t s) const {
		const auto& sentence = m_c.sentence(s);
		// What the goods are tells first, then what they are for.
		const auto of_words = [&](std::uint32_t b, std::uint32_t e) -> std::optional<model::Theme> {
			for (auto i = m_a.first_match[b]; i < m_a.matches.size() && m_a.matches[i].begin < e; ++i) {
				const auto& m = m_a.matches[i];
				if (m.cls != EntryClass::theme || m_a.lexicon.theme(m.index).themes.empty()) continue;
				const auto theme = m_a.lexicon.theme(m.index).themes.front();
				if (theme == model::Theme::health || theme == model::Theme::education || theme == model::Theme::infrastructure || theme == model::Theme::agriculture ||
				    theme == model::Theme::language || theme == model::Theme::disaster_response || theme == model::Theme::training) {
					return theme;
				}
			}
			return std::nullopt;
		};
		if (const auto own = of_words(begin, std::min(end + 10, sentence.end))) return own;
		if (value.item.find("trụ sở") != std::string::npos || value.item.find("công trình") != std::string::npos || value.item.find("cầu ") != std::string::npos ||
		    value.item.find("đường") != std::string::npos || value.item.find("doanh trại") != std::string::npos || value.item.find("nhà văn hóa") != std::string::npos) {
			return model::Theme::infrastructure;
		}
		if (const auto around = of_words(sentence.begin, sentence.end); around && *around == model::Theme::health) return around;
		return model::Theme::aid;
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
	std::vector<bool>& m_used;
	Giving m_giving;
	bool m_list = false;
	std::uint32_t m_list_sentence = 0;
	std::uint32_t m_list_block = 0;
	std::optional<std::size_t> m_last;
	std::uint32_t m_last_end = 0;
	std::uint32_t m_last_sentence = 0;
	std::size_t m_in_clause = 0;
};

}  // namespace

void find_support(const Context& context, std::vector<model::Record>& out, std::vector<bool>& used) { Support(context, out, used).run(); }

}  // namespace bienban::extraction
