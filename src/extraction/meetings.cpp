// Who met.

#include <algorithm>

#include "extraction/finders.hpp"
#include "extraction/meeting_host.hpp"
#include "extraction/meeting_words.hpp"
#include "extraction/occasions.hpp"
#include "extraction/one_side.hpp"
#include "extraction/person_bodies.hpp"
#include "extraction/reception_sides.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using model::MeetingKind;

using Group = std::vector<const MeetingMention*>;

/// "chảy tiếp về phía", "tiếp tục", "tiếp theo", "tiếp giáp": no reception.
constexpr std::string_view k_no_guest[] = {"về",  "tục", "theo", "giáp", "nối", "nhận",
                                           "xúc", "cận", "sau",  "sức",  "diễn"};

class Meetings {
public:
	Meetings(const Context& context, std::vector<model::Record>& out)
	    : m_c(context),
	      m_a(context.a()),
	      m_words(context),
	      m_receptions(context, out),
	      m_host(context, out),
	      m_out(out) {}

	void run() {
		for (const auto& m : m_a.matches) {
			if (const auto kind = meeting_kind(m.cue())) consider(*kind, m);
		}
		find_receptions();
		drop_earlier_sessions();
		std::stable_sort(m_found.begin(), m_found.end(), [](const auto& x, const auto& y) { return x.cue < y.cue; });
		settle();
	}

private:
	text::Word word_or_none(std::uint32_t t) const { return t < m_a.tokens.size() ? m_a.word(t) : text::Word{}; }

	bool word_before(std::uint32_t t, std::initializer_list<std::string_view> words) const {
		return t > 0 && std::find(words.begin(), words.end(), m_a.word(t - 1)) != words.end();
	}

	/// "cứ 6 tháng một lần, hai đồn đều tổ chức giao ban", "Hằng quý, hai bên đều hội đàm": how it goes, no meeting.
	bool is_habit(std::uint32_t begin, std::uint32_t end) const {
		bool every = false;
		for (auto t = begin; t < end; ++t) {
			const auto word = m_a.small(t);
			every = every || word == "cứ" || word == "hằng" || word == "hàng";
			if (every && word == "đều") return true;
		}
		return false;
	}

	void consider(MeetingKind kind, const lexicon::Match& m) {
		// "Tại buổi tiếp nhận, hai tỉnh đã ký kết bàn giao 25 lưu học sinh".
		if (kind == MeetingKind::reception && word_or_none(m.end) == "nhận") return;
		if (m_words.inside_instrument(m) || (kind == MeetingKind::reception && of_exchange(m))) return;
		const auto s = m_c.sentence_of(m.begin);
		if (is_habit(m_c.sentence(s).begin, m.begin) || m_a.tokens[m_c.sentence(s).end - 1].is('?')) return;
		MeetingMention c;
		c.kind = kind;
		c.cue = m.begin;
		c.cue_end = m.end;
		c.sentence = s;
		c.headline = m_c.is_headline(s);
		c.caption = m_c.is_caption(s);
		const auto clause = m_c.clause_of(m.begin);
		const auto begin = clause.first;  // no structured binding: clang 14 cannot capture one
		const auto end = clause.second;
		if (with_third_country(m_c, begin, end)) return;
		m_words.read_series(c, m_c.sentence(s));
		auto when = when_of(m_c, begin, end, m.begin);
		if (!when.own && begin > m_c.sentence(s).begin && m_a.tokens[begin - 1].is(':')) {
			// "Thị xã X, hôm 16/8 là điểm hẹn: … ngồi vào bàn hội đàm": the day before the colon.
			when = when_of(m_c, m_c.sentence(s).begin, begin, begin);
			when.own = when.own && when.day;
		}
		const bool dated = when.own && (when.day || !when.period);
		if (!m_words.stands_as_event(c, m, begin, end, dated)) return;
		c.parties =
		    cast_of(m_c, begin, end, m.begin, m.end, kind == MeetingKind::reception ? Titles::take : Titles::leave);
		std::erase_if(c.parties, [&](const auto& p) {
			return kind_of(p) == "school" && Context::both_sides(c.parties) &&
			       !starts_with_school(p, begin, m.begin, m.end, end);
		});
		if (c.parties.empty() ||
		    std::all_of(c.parties.begin(), c.parties.end(), [](const auto& p) { return kind_of(p) == "state"; })) {
			// "cấp Bộ trưởng", "Bộ trưởng Bộ Quốc phòng hai nước": the ministers' ministries.
			if (auto spoken = m_c.spoken_for(m_c.sentence(s).begin, m_c.sentence(s).end); Context::both_sides(spoken))
				c.parties = std::move(spoken);
		}
		const auto first = m_a.word(m.begin);
		const bool calls = kind == MeetingKind::reception &&
		                   (first == "chào" || first == "hội" || first == "gặp" || first == "đến" || first == "diện");
		const bool states =
		    std::all_of(c.parties.begin(), c.parties.end(), [](const auto& p) { return kind_of(p) == "state"; });
		if (kind == MeetingKind::talks || calls) {
			auto heads = c.parties;
			c.heads = add_heads_of_state(heads, begin, m, end, calls);
			if (c.heads || calls || states || !Context::both_sides(c.parties)) c.parties = std::move(heads);
		}
		if (m_c.names_border_delegations(m.begin, end) || m_c.names_border_delegations(begin, m.begin))
			c.parties = {"VN/government", "LA/government"};
		// "trong khuôn khổ cuộc gặp gỡ hữu nghị, ngày 5/7 đoàn đến chào B": the day of something else.
		bool framed = false;
		for (auto t = m.begin; t > begin && m.begin - t < 4 && !m_a.tokens[t - 1].is(','); --t)
			framed = framed || m_a.word(t - 1) == "khổ";
		if (dated && !framed) c.date = when.date;
		c.refers =
		    framed || (!dated && word_before(m.begin, {"Nhân", "nhân", "Tại", "tại", "Trong", "trong", "thúc", "Sau",
		                                               "sau", "Dự", "dự", "lề", "khổ", "Khi", "khi", "Cuối", "cuối"}));
		if (kind == MeetingKind::reception && Context::both_sides(c.parties)) c.host = receiver(begin, m);
		if (c.host) keep_receiving(c, begin, m);
		c.place = m_c.place_in(std::max(begin, m_c.behind_signing_day(m_c.sentence(s))), end);
		c.host_venue = !c.place && (kind == MeetingKind::reception || unnamed_venue(m_c, begin, end));
		m_found.push_back(std::move(c));
	}

	/// "Thủ tướng X hội đàm với Thủ tướng Lào Y": the one named last before the word, and the one named behind it.
	/// False where they are not heads of state on both sides. `calls`: the one behind the word receives the other.
	bool add_heads_of_state(PartySet& parties, std::uint32_t begin, const lexicon::Match& m, std::uint32_t end,
	                        bool calls) const {
		const auto before = m_c.names_in(begin, m.begin);
		const auto behind = m_c.names_in(m.end, std::min(end, m.end + 24));
		PartySet heads;
		if (!before.empty()) {
			if (auto state = state_spoken_for(m_c.people().people[before.back().person])) merge(heads, {*state});
		}
		// "Chủ tịch nước X và Tổng Bí thư, Chủ tịch nước Lào Y đã có buổi hội đàm".
		if (before.size() > 1 && behind.empty()) {
			if (auto state = state_spoken_for(m_c.people().people[before[before.size() - 2].person]))
				merge(heads, {*state});
		}
		if (!behind.empty()) {
			const auto& head = m_c.people().people[behind.front().person];
			if (auto state = calls ? host_spoken_for(head) : state_spoken_for(head)) merge(heads, {*state});
		}
		if (heads.empty()) return false;
		// "… hội đàm với Thủ tướng X; hội kiến Chủ tịch Quốc hội Y": who calls is named before the clause.
		for (const auto& name : m_c.names_in(m_c.sentence(m_c.sentence_of(m.begin)).begin, begin)) {
			if (!calls || !before.empty() || behind.empty() || Context::both_sides(heads)) break;
			const auto caller = state_spoken_for(m_c.people().people[name.person]);
			if (caller && country_of(*caller) != country_of(heads.front())) merge(heads, {*caller});
		}
		const bool both = Context::both_sides(heads);
		if (!both) {
			// One of them only: the other side is a body.
			const auto side = country_of(heads.front());
			merge(heads,
			      Context::side(parties, side == lexicon::Country::vn ? lexicon::Country::la : lexicon::Country::vn));
		}
		if (Context::both_sides(heads)) parties = std::move(heads);
		return both;
	}

	/// The "gặp gỡ" of "gặp gỡ hữu nghị thanh niên".
	bool of_exchange(const lexicon::Match& m) const {
		for (auto t = m.begin > 2 ? m.begin - 2 : 0; t <= m.begin; ++t) {
			const auto* exchange = m_a.cue_at(t, Cue::exchange);
			if (exchange != nullptr && exchange->end > m.end) return true;
		}
		return false;
	}

	/// "Bí thư Tỉnh ủy tiếp các trưởng đoàn" of talks that others of his province hold: of the host's side only those
	/// who are named before the word.
	void keep_receiving(MeetingMention& c, std::uint32_t begin, const lexicon::Match& m) const {
		const auto side = country_of(*c.host);
		const auto named = players_in(m_c, begin, m.begin, Titles::take);
		const auto& host = *c.host;
		std::erase_if(c.parties, [&](const auto& p) {
			return country_of(p) == side && p != host &&
			       std::none_of(named.begin(), named.end(), [&](const auto& player) {
				       return std::find(player.parties.begin(), player.parties.end(), p) != player.parties.end();
			       });
		});
	}

	/// "A tiếp thân mật đoàn B", "đoàn được Tỉnh trưởng X tiếp thân mật": who receives, where the word tells.
	std::optional<model::Party> receiver(std::uint32_t begin, const lexicon::Match& m) const {
		const auto first = m_a.word(m.begin);
		// "đoàn A đến chào xã giao lãnh đạo tỉnh B": those who are called upon.
		if (first == "chào") {
			const auto callers = players_in(m_c, begin, m.begin, Titles::take);
			const auto end = m_c.clause_of(m.begin).second;
			const auto called = players_in(m_c, m.end, std::min(end, m.end + 30), Titles::take);
			if (callers.empty() || called.empty() || Context::both_sides(called.front().parties) ||
			    country_of(called.front().parties.front()) == country_of(callers.front().parties.front()))
				return std::nullopt;
			return called.front().parties.front();
		}
		if (first != "tiếp" && first != "Tiếp") return std::nullopt;
		auto from = begin;
		for (auto t = m.begin; t > begin; --t) {
			if (m_a.word(t - 1) != "được") continue;
			from = t;
			break;
		}
		const auto hosts = players_in(m_c, from, m.begin, Titles::take);
		if (hosts.empty()) return std::nullopt;
		return hosts.front().parties.front();
	}

	/// "kể từ hội nghị lần thứ 4": an earlier one of the series that is reported, without a day of its own.
	void drop_earlier_sessions() {
		std::erase_if(m_found, [&](const MeetingMention& c) {
			if (!c.ordinal || c.date) return false;
			return std::any_of(m_found.begin(), m_found.end(), [&](const MeetingMention& other) {
				return other.kind == c.kind && other.ordinal && *other.ordinal > *c.ordinal;
			});
		});
	}

	/// A school takes part only where it is the subject or joined to one; elsewhere it is what the meeting is about.
	bool starts_with_school(const model::Party& school, std::uint32_t begin, std::uint32_t cue, std::uint32_t cue_end,
	                        std::uint32_t end) const {
		for (const auto& p : m_c.parties_in(begin, cue)) {
			if (std::find(p.parties.begin(), p.parties.end(), school) != p.parties.end()) return true;
		}
		for (const auto& p : m_c.parties_in(cue_end, end)) {
			if (std::find(p.parties.begin(), p.parties.end(), school) != p.parties.end())
				return word_before(p.begin, {"giữa", "với", "và", "cùng"});
		}
		return false;
	}

	/// "lãnh đạo tỉnh A tiếp đoàn B", "Tiếp đoàn có …": a reception where a host receives a delegation of the other
	/// side.
	void find_receptions() {
		for (const auto& m : m_a.matches) {
			if (m.cue() != Cue::welcome) continue;
			const auto s = m_c.sentence_of(m.begin);
			if (m_c.is_headline(s) || m_c.is_caption(s)) continue;
			const auto first = m_a.word(m.begin);
			if (first != "tiếp" && first != "Tiếp" && !m_receptions.opens_with_welcome(m, s) &&
			    !m_receptions.received_by_named(m))
				continue;
			if (m_a.cue_at(m.begin, Cue::will) != nullptr || m_a.cue_at(m.begin, Cue::none) != nullptr) continue;
			// "trực tiếp", "gián tiếp", "giao tiếp": parts of other words.
			if (word_before(m.begin,
			                {"sự", "trực", "gián", "giao", "kế", "liên", "nối", "chảy", "đi", "nói", "viết", "kể"}))
				continue;
			if (m.size() == 1 && one_of(word_or_none(m.end), k_no_guest)) continue;
			if (mode_at(m_c, m.begin) == Mode::future) continue;
			const auto [begin, end] = m_c.clause_of(m.begin);
			if (is_prepared(m_a, begin, m.begin) || with_third_country(m_c, begin, end)) continue;
			const auto when = when_of(m_c, begin, end, m.begin);
			if (mode_at(m_c, m.begin) == Mode::past && !(when.own && when.day)) continue;
			// "tiếp đoàn", "tiếp ông X": guests, not "tiếp nhận", "tiếp 20 lượt đoàn".
			const auto guest_end = std::min(end, m.end + (m_receptions.come_from(m.end, end) ? 14 : 6));
			const auto cue_words = m_a.words(m.begin, m.end);
			const bool delegation = m_c.has_cue(m.begin, guest_end, Cue::delegation) || cue_words.ends_with("đoàn") ||
			                        cue_words.ends_with("khách") || m_receptions.received_by_named(m);
			if (!m_c.numbers_in(m.end, m.end + 2).empty()) continue;
			if (!delegation && !m_receptions.named_at_once(m, end) && m_c.named(m.end, guest_end).empty()) continue;
			MeetingMention c;
			c.kind = MeetingKind::reception;
			c.cue = m.begin;
			c.cue_end = m.end;
			c.sentence = s;
			c.opens = !when.own && m.begin == m_c.sentence(s).begin && m_receptions.opens_with_welcome(m, s) &&
			          !m_c.place_in(begin, end) && m_a.word(m.begin + 2) != "tại";
			c.parties = m_receptions.reception_parties(m, begin, end);
			if (!Context::both_sides(c.parties) && m.begin == m_c.sentence(s).begin)
				c.parties = hosts_of_last_visit(m, end);
			if (c.parties.empty()) continue;
			if (Context::both_sides(c.parties)) c.host = c.parties.front();
			if (when.own && when.day) c.date = when.date;
			if (!c.date) {
				if (const auto day = day_so_far(m_c, begin, end); day && day->find('/') == std::string::npos)
					c.date = day;
			}
			c.place = m_c.place_in(begin, end);
			c.host_venue = !c.place;
			m_found.push_back(std::move(c));
		}
	}

	/// "… thăm Đại đội A. Tiếp đoàn, Thiếu tá X, Đại đội trưởng thông báo …": of those who were visited last, where X
	/// is of their side.
	PartySet hosts_of_last_visit(const lexicon::Match& m, std::uint32_t end) const {
		const auto names = m_c.names_in(m.end, std::min(end, m.end + 14));
		if (names.empty()) return {};
		const auto& country = m_c.people().people[names.front().person].country;
		if (!country) return {};
		for (auto i = m_out.size(); i-- > 0;) {
			const auto* visit = std::get_if<model::Visit>(&m_out[i].value);
			if (visit == nullptr || !visit->to || !visit->from ||
			    m_out[i].evidence.begin.value > m_a.tokens[m.begin].begin)
				continue;
			return visit->to->starts_with(*country) ? PartySet{*visit->to, *visit->from} : PartySet{};
		}
		return {};
	}

	/// Everybody named with a word of chairing belongs to the meeting that the sentence names, else to the last one
	/// before.
	void find_chairs(const std::vector<Group>& groups) {
		for (const auto& m : m_a.matches) {
			if (m.cue() != Cue::chair) continue;
			const auto s = m_c.sentence_of(m.begin);
			if (m_c.is_headline(s)) continue;
			const auto& sentence = m_c.sentence(s);
			MeetingMention* of = nullptr;
			for (auto& c : m_found) {
				if (c.cue > m.end + 8 || c.headline) continue;
				if (std::none_of(groups.begin(), groups.end(),
				                 [&](const Group& g) { return std::find(g.begin(), g.end(), &c) != g.end(); }))
					continue;
				if (c.sentence == s || c.cue < m.begin) of = &c;
			}
			if (of == nullptr || chairs_something_else(m, sentence, *of)) continue;
			// "Đại tá A, …; Đại tá B, … và Thượng tá C, … chủ trì": a semicolon may part those of one list.
			auto names = chairs_around(m, list_begin(sentence.begin, m_c.clause_of(m.begin).first), sentence.end);
			if (names.empty()) names = chairs_around(m, sentence.begin, sentence.end);
			if (names.empty()) names = both_named_before(m, s);
			for (auto& name : names) {
				if (std::find(of->chairs.begin(), of->chairs.end(), name) == of->chairs.end())
					of->chairs.push_back(std::move(name));
			}
		}
	}

	/// "Ông A … và ông B … quen nhau từ lâu. Hôm 14/9, hai ông lại chủ trì …": the two of the sentence before.
	std::vector<std::string> both_named_before(const lexicon::Match& m, std::uint32_t s) const {
		if (s == 0) return {};
		const auto& sentence = m_c.sentence(s);
		bool both = false;
		static constexpr std::string_view k_two[] = {"ông", "bà", "vị", "người", "anh"};
		for (auto t = sentence.begin; t + 1 < m.begin; ++t)
			both = both || ((m_a.word(t) == "hai" || m_a.word(t) == "Hai") && one_of(m_a.word(t + 1), k_two));
		if (!both) return {};
		std::vector<std::string> names;
		for (const auto& name : m_c.names_in(m_c.sentence(s - 1).begin, m_c.sentence(s - 1).end)) {
			const auto& person = m_c.people().people[name.person].name;
			if (std::find(names.begin(), names.end(), person) == names.end()) names.push_back(person);
		}
		return names.size() == 2 ? names : std::vector<std::string>{};
	}

	/// Where the list of persons begins that goes on at `begin`: back over semicolons as long as the parts before them
	/// only name persons and tell of nothing.
	std::uint32_t list_begin(std::uint32_t sentence, std::uint32_t begin) const {
		while (begin > sentence && m_a.tokens[begin - 1].is(';')) {
			auto from = begin - 1;
			while (from > sentence && !m_a.tokens[from - 1].is(';') && !m_a.tokens[from - 1].is(':')) --from;
			if (m_c.names_in(from, begin - 1).empty()) break;
			for (auto i = m_a.first_match[from]; i < m_a.matches.size() && m_a.matches[i].begin < begin; ++i) {
				const auto cue = m_a.matches[i].cue();
				if (cue == Cue::talks || cue == Cue::attend || cue == Cue::done || cue == Cue::chair ||
				    (cue == Cue::head && !is_title(m_a.matches[i])))
					return begin;
			}
			begin = from;
		}
		return begin;
	}

	/// "Điều hành diễn tập là …": what is led is no meeting.
	bool chairs_something_else(const lexicon::Match& m, const text::Sentence& sentence,
	                           const MeetingMention& of) const {
		if (of.sentence == m_c.sentence_of(m.begin)) return false;
		for (auto i = m_a.first_match[sentence.begin]; i < m_a.matches.size() && m_a.matches[i].begin < sentence.end;
		     ++i) {
			const auto cue = m_a.matches[i].cue();
			if (cue == Cue::exercise || cue == Cue::patrol || cue == Cue::course || cue == Cue::search ||
			    cue == Cue::operation)
				return true;
		}
		return false;
	}

	std::vector<std::string> chairs_around(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const {
		std::vector<std::string> names;
		const auto before = m_c.names_in(begin, m.begin);
		const auto behind = m_c.names_in(m.end, end);
		const auto next = word_or_none(m.end);
		const bool of = m.end < end &&
		                (next == "của" || next == "là" || next == "có" || next == "gồm" || m_a.tokens[m.end].is(':'));
		// "Chủ trì về phía A là X; về phía B là Y": all behind.
		const bool opens = m.begin <= begin + 3 && !behind.empty();
		for (const auto& name : of || opens || before.empty() ? behind : before) {
			const auto& person = m_c.people().people[name.person];
			if (leads_delegation(name) || only_attends(m, name)) continue;
			if (std::find(names.begin(), names.end(), person.name) == names.end()) names.push_back(person.name);
		}
		return names;
	}

	/// "X chủ trì hội nghị; dự có Y", "cùng dự có Y": behind the chairs.
	bool only_attends(const lexicon::Match& m, const NameMention& name) const {
		return name.begin > m.end && m_c.has_cue(m.end, name.begin, Cue::attend);
	}

	/// "Trần Văn A, Bí thư Tỉnh ủy, Trưởng đoàn đại biểu tỉnh B": a post, which those who chair have.
	bool is_title(const lexicon::Match& head) const {
		return head.begin > 0 && m_a.word(head.begin) == "Trưởng" &&
		       (m_a.tokens[head.begin - 1].is(',') || m_a.tokens[head.begin - 1].is('-'));
	}

	bool leads_delegation(const NameMention& name) const {
		const auto& sentence = m_c.sentence(m_c.sentence_of(name.begin));
		const auto end = std::min(sentence.end, name.end + 24);
		for (auto i = m_a.first_match[name.end]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			if (m_a.matches[i].cue() == Cue::head && !is_title(m_a.matches[i])) return true;
			if (m_a.tokens[m_a.matches[i].begin].is(';')) break;
		}
		return false;
	}

	static bool same_occasion(const MeetingMention& x, const MeetingMention& y) {
		if (x.kind != y.kind) return false;
		if (x.ordinal && y.ordinal && *x.ordinal != *y.ordinal) return false;
		if (!dates_agree(x.date, y.date)) return false;
		// Two receptions by two hosts; two talks of two pairs.
		if (x.headline || y.headline || x.caption || y.caption || x.refers || y.refers) return true;
		if (x.kind == MeetingKind::reception && Context::both_sides(x.parties) && Context::both_sides(y.parties) &&
		    of_countries(x.parties) && of_countries(y.parties) && !share_party(x.parties, y.parties))
			return false;
		// "chào xã giao Tổng Bí thư X; hội kiến Chủ tịch Quốc hội Y".
		if (x.kind == MeetingKind::reception && x.heads && y.heads &&
		    !std::is_permutation(x.parties.begin(), x.parties.end(), y.parties.begin(), y.parties.end()))
			return false;
		if (x.kind == MeetingKind::reception && x.date != y.date && !x.parties.empty() && !y.parties.empty())
			return share_party(x.parties, y.parties);
		return true;
	}

	static bool of_countries(const PartySet& parties) {
		return std::all_of(parties.begin(), parties.end(), [](const auto& p) { return place_of(p).size() == 2; });
	}

	static bool share_party(const PartySet& x, const PartySet& y) {
		return std::find_first_of(x.begin(), x.end(), y.begin(), y.end()) != x.end();
	}

	std::vector<Group> groups_of_found() const {
		std::vector<Group> groups;
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
		return groups;
	}

	void settle() {
		auto groups = groups_of_found();
		const bool has_formal =
		    std::any_of(groups.begin(), groups.end(), [&](const auto& g) { return is_formal(g.front()->kind); });
		const auto all = groups;
		std::erase_if(groups, [&](const Group& g) {
			if (g.front()->kind == MeetingKind::reception)
				return has_formal ? weak_reception(g) || opens_talks(g, all) : vague_reception(g, all);
			return g.front()->kind == MeetingKind::conference && only_echo(g, all);
		});
		find_chairs(groups);
		// The main occasion is what the opening of the text tells of.
		const Group* main = nullptr;
		std::uint32_t first = UINT32_MAX;
		for (const auto& g : groups) {
			for (const auto* c : g) {
				if (!c->headline && c->kind != MeetingKind::exchange && c->cue < first) {
					first = c->cue;
					main = &g;
				}
			}
		}
		if (main == nullptr && !groups.empty()) main = &groups.front();
		for (const auto& g : groups) {
			if (only_caption_ceremony(g, has_formal)) continue;
			emit(g, &g == main);
		}
	}

	/// "Lễ ký Biên bản ghi nhớ giữa hai đơn vị" under a picture of talks is the end of the talks.
	bool only_caption_ceremony(const Group& group, bool has_formal) const {
		return has_formal && group.front()->kind == MeetingKind::ceremony &&
		       std::all_of(group.begin(), group.end(),
		                   [&](const auto* c) { return c->caption || c->headline || is_label(*c); });
	}

	/// A block of one short sentence that opens with the occasion: a caption that nothing marks as one.
	bool is_label(const MeetingMention& c) const {
		const auto& s = m_c.sentence(c.sentence);
		const bool alone = (c.sentence == 0 || m_c.sentence(c.sentence - 1).block != s.block) &&
		                   (c.sentence + 1 == m_a.sentences.size() || m_c.sentence(c.sentence + 1).block != s.block);
		return !c.date && (c.cue <= s.begin + 2 || alone) && s.end - s.begin < 22 &&
		       !m_c.has_cue(s.begin, s.end, Cue::held);
	}

	bool plain_word(const MeetingMention& c) const {
		const auto w = m_a.word(c.cue);
		static constexpr std::string_view k_plain[] = {"làm", "gặp", "buổi", "cuộc", "Buổi", "Cuộc", "ngồi"};
		return one_of(w, k_plain);
	}

	/// "làm việc với", "gặp gỡ" beside talks is the talks.
	bool weak_reception(const Group& group) const {
		return std::all_of(group.begin(), group.end(), [&](const MeetingMention* c) {
			// "Tại buổi tiếp diễn ra cùng ngày": an occasion of its own, by its day.
			const bool own_day = c->date && m_a.words(c->cue, c->cue_end).ends_with("tiếp");
			return !own_day && (plain_word(*c) || (m_a.word(c->cue) == "tiếp" && c->cue_end - c->cue == 1 &&
			                                       !Context::both_sides(c->parties)));
		});
	}

	/// "Tiếp đoàn có đồng chí X …; lãnh đạo hai huyện hội đàm": the welcome before the talks of the same bodies,
	/// without a day of its own.
	static bool opens_talks(const Group& group, const std::vector<Group>& all) {
		if (std::any_of(group.begin(), group.end(), [](const MeetingMention* c) { return c->date && !c->opens; }))
			return false;
		if (std::none_of(group.begin(), group.end(), [](const MeetingMention* c) { return c->opens; })) return false;
		return std::any_of(all.begin(), all.end(), [&](const auto& g) {
			if (g.front()->kind != MeetingKind::talks) return false;
			return std::any_of(g.begin(), g.end(), [&](const MeetingMention* t) {
				return std::any_of(group.begin(), group.end(),
				                   [&](const MeetingMention* c) { return share_party(t->parties, c->parties); });
			});
		});
	}

	/// A meeting place or "gặp gỡ" alone, beside any other occasion, says nothing new.
	bool vague_reception(const Group& group, const std::vector<Group>& all) const {
		if (all.size() < 2) return false;
		if (std::all_of(group.begin(), group.end(), [](const MeetingMention* c) { return c->refers; })) return true;
		return std::all_of(group.begin(), group.end(), [&](const MeetingMention* c) {
			return plain_word(*c) && !c->date && !Context::both_sides(c->parties);
		});
	}

	/// "Buổi tọa đàm có sự tham gia của A và B": at the head of a sentence, the one that is told already.
	bool tells_who_came(const MeetingMention& c) const {
		return !c.headline && c.cue <= m_c.sentence(c.sentence).begin + 1 && c.cue_end + 1 < m_a.tokens.size() &&
		       m_a.word(c.cue_end) == "có" && m_a.word(c.cue_end + 1) == "sự";
	}

	/// "cuộc họp", "hội nghị" said of talks or a briefing that has its own name.
	bool only_echo(const Group& group, const std::vector<Group>& all) const {
		// "Đây là hội nghị lần thứ 8": of the briefing that is the eighth.
		const auto ordinal = [](const Group& g) -> std::optional<int> {
			for (const auto* c : g) {
				if (c->ordinal) return c->ordinal;
			}
			return std::nullopt;
		};
		if (const auto own = ordinal(group)) {
			for (const auto& g : all) {
				const auto kind = g.front()->kind;
				if ((kind == MeetingKind::talks || kind == MeetingKind::briefing) && ordinal(g) == own) return true;
			}
		}
		// "Khi cuộc họp khép lại": nothing but a word for what has been told.
		const bool strong = std::any_of(group.begin(), group.end(), [&](const MeetingMention* c) {
			if (tells_who_came(*c)) return c->ordinal.has_value();
			return (Context::both_sides(c->parties) && !c->refers) || c->date || c->ordinal;
		});
		if (strong) return false;
		return std::any_of(all.begin(), all.end(), [](const auto& g) {
			return g.front()->kind == MeetingKind::talks || g.front()->kind == MeetingKind::briefing;
		});
	}

	void emit(const Group& group, bool main) {
		const MeetingMention* best = nullptr;
		int best_score = -1;
		for (const auto* c : group) {
			const int score = (c->headline ? 0 : 8) + (c->caption ? 0 : 2) + (Context::both_sides(c->parties) ? 4 : 0) +
			                  (c->date ? 2 : 0) + (c->ordinal ? 1 : 0);
			if (score > best_score) {
				best_score = score;
				best = c;
			}
		}
		const auto all_captions =
		    std::all_of(group.begin(), group.end(), [](const auto* c) { return c->headline || c->caption; });
		if (!main && all_captions && !best->date && !best->ordinal) return;
		// "Đoàn A chúc Tết B" over a text that tells of the visit.
		if (all_captions && best->kind == MeetingKind::reception && m_a.word(best->cue) == "chúc" &&
		    std::any_of(m_out.begin(), m_out.end(),
		                [](const auto& r) { return std::holds_alternative<model::Visit>(r.value); }))
			return;
		model::Meeting value;
		value.kind = best->kind;
		bool host_venue = false;
		for (const auto* c : group) {
			if (!value.ordinal) value.ordinal = c->ordinal;
			if (!value.recurs) value.recurs = c->recurs;
			if (!value.date && !c->headline) value.date = c->date;
			if (!value.place && !c->headline) value.place = c->place;
			host_venue = host_venue || c->host_venue;
			for (const auto& name : c->chairs) {
				if (std::find(value.chairs.begin(), value.chairs.end(), name) == value.chairs.end())
					value.chairs.push_back(name);
			}
		}
		if (best->date) value.date = best->date;
		if (best->place) value.place = best->place;
		const bool own = value.ordinal && !main;
		if (!value.date && !own) value.date = date_of_text(*best);
		value.parties = parties_of(*best, group, main);
		// "Thủ tướng X hội đàm với Thủ tướng Lào Y": a country beside a government stands for its own.
		if (value.parties.size() == 2 && !best->host && Context::both_sides(value.parties)) {
			for (auto& p : value.parties) {
				if (kind_of(p) == "state" &&
				    (kind_of(value.parties[0]) == "government" || kind_of(value.parties[1]) == "government"))
					p = std::string(place_of(p)) + "/government";
			}
		}
		if (value.parties.empty() || at_own_mission(*best)) return;
		if (value.kind != MeetingKind::reception) as_peers(value.parties);
		if (value.kind == MeetingKind::reception && !Context::both_sides(value.parties))
			add_envoy(*best, value.parties);
		// "Trường A gặp mặt lưu học sinh": one side by itself receives nobody.
		if ((value.kind == MeetingKind::reception || value.kind == MeetingKind::ceremony) &&
		    !Context::both_sides(value.parties))
			return;
		// "tiếp đoàn tại trụ sở Tỉnh ủy": whoever receives is at home, whatever province the short name was taken for.
		if (value.place && best->kind == MeetingKind::reception && best->host && place_of(*best->host).size() > 2 &&
		    value.place->substr(0, 2) != place_of(*best->host).substr(0, 2))
			value.place.reset();
		if (!value.place && (host_venue || best->kind == MeetingKind::reception))
			value.place = m_host.place_of_host(*best, value.parties);
		if (!value.place) value.place = m_host.place_of_told_host(*best, value.parties);
		if (!value.place && ((main && !apart_from_event(*best)) || best->host_venue || near_event(*best)))
			value.place = m_c.event_place();
		if (!value.place && is_formal(best->kind)) value.place = m_host.place_of_visit(value);
		model::Record record;
		const auto [begin, end] = m_c.clause_of(best->cue);
		record.evidence = m_c.evidence(begin, std::min(end, evidence_end(*best, end)));
		record.value = std::move(value);
		record.certainty = best_score >= 12 ? 0.9F : 0.7F;
		m_out.push_back(std::move(record));
	}

	/// "Tiếp đoàn có ông X, Tổng Lãnh sự Việt Nam tại Pakse": Vietnamese among themselves.
	bool at_own_mission(const MeetingMention& c) const {
		if (c.kind != MeetingKind::reception) return false;
		bool mission = false;
		const auto& s = m_c.sentence(c.sentence);
		for (const auto& p : m_c.parties_in(s.begin, s.end)) {
			for (const auto& party : p.parties) {
				if (country_of(party) == lexicon::Country::la && p.role != Role::location) return false;
				mission = mission || (party.starts_with("VN/") && is_mission(party));
			}
		}
		return mission;
	}

	/// "Đại sứ Lào tại Việt Nam X đã làm việc với UBND tỉnh A": an envoy speaks for his embassy.
	void add_envoy(const MeetingMention& c, PartySet& parties) const {
		const auto& sentence = m_c.sentence(c.sentence);
		for (const auto& name : m_c.names_in(sentence.begin, sentence.end)) {
			const auto& person = m_c.people().people[name.person];
			if (!person.title || person.country != "LA") continue;
			if (person.title->find("Lãnh sự") != std::string::npos) {
				merge(parties, {"LA/agency/tổng lãnh sự quán"});
			} else if (person.title->find("Đại sứ") != std::string::npos) {
				merge(parties, {"LA/agency/đại sứ quán"});
			} else {
				continue;
			}
			return;
		}
	}

	/// "Tỉnh đoàn Sơn La" and "Hủa Phăn" met, and the text knows of a "Bí thư Tỉnh đoàn Hủa Phăn": the two unions.
	void as_peers(PartySet& parties) const {
		if (parties.size() != 2 || !Context::both_sides(parties)) return;
		static constexpr std::string_view k_kinds[] = {"youth-union",   "women-union",      "police",
		                                               "border-guard",  "military-command", "fatherland-front",
		                                               "people-council"};
		for (std::size_t i = 0; i < 2; ++i) {
			auto& province = parties[i];
			const auto kind = kind_of(parties[1 - i]);
			if (kind_of(province) != "province" || !one_of(kind, k_kinds)) continue;
			const auto peer = std::string(place_of(province)) + "/" + std::string(kind);
			for (const auto& p : m_c.parties().mentions) {
				if (p.role != Role::in_title || p.parties.size() != 1 || p.parties.front() != peer) continue;
				province = peer;
				return;
			}
		}
	}

	/// The last day named in the same block, else that of the event.
	std::optional<std::string> date_of_text(const MeetingMention& c) const {
		if (c.kind == MeetingKind::exchange || c.kind == MeetingKind::ceremony) {
			const auto& s = m_c.sentence(c.sentence);
			if (auto day = day_so_far(m_c, s.begin, s.end); day) return day;
		}
		return m_c.event_date();
	}

	/// A second occasion of the event reported ("Cũng trong ngày, hai huyện làm lễ kết nghĩa") takes its place from it.
	bool near_event(const MeetingMention& c) const {
		return c.date && m_c.event_date() && dates_agree(c.date, m_c.event_date()) && c.kind != MeetingKind::reception;
	}

	/// An occasion of another day than the event reported: "Tháng 11/2007, hai bên đã hội đàm" in a report of a gift.
	bool apart_from_event(const MeetingMention& c) const {
		return c.date && m_c.event_date() && !dates_agree(c.date, m_c.event_date());
	}

	std::uint32_t evidence_end(const MeetingMention& c, std::uint32_t end) const {
		std::uint32_t last = c.cue_end;
		for (const auto& p : m_c.parties_in(c.cue, end)) last = std::max(last, p.end);
		return last;
	}

	PartySet parties_of(const MeetingMention& best, const Group& group, bool main) const {
		auto parties = best.parties;
		if ((!best.host || kind_of(*best.host) != "state") && !best.heads) drop_states(parties);
		if (is_of_one_side(m_c, best)) return side_that_met(m_c, best, parties);
		if ((best.host || best.heads) && Context::both_sides(parties)) return parties;
		const bool states_only =
		    std::all_of(parties.begin(), parties.end(), [](const auto& p) { return kind_of(p) == "state"; });
		if (Context::both_sides(parties) && !states_only) return parties;
		for (const auto* c : group) {
			auto other = c->parties;
			drop_states(other);
			if (Context::both_sides(other) && !c->headline && kind_of(other.front()) != "state") return other;
		}
		if (Context::both_sides(parties))
			return says_defence(best) ? PartySet{"VN/ministry-of-defence", "LA/ministry-of-defence"} : parties;
		const auto& pair = main ? m_c.main_pair() : m_c.pair_at(best.cue);
		if (parties.empty()) {
			// "Hội nghị giao ban giữa tỉnh A và tỉnh B" over a text that names but those who came.
			for (const auto* c : group) {
				if (c->headline && between_two(*c)) return c->parties;
			}
			return pair;
		}
		// One side is named here, the other in the text.
		complete(m_c, parties, best.cue);
		return Context::both_sides(parties) ? parties : pair;
	}

	/// Does the occasion's own name give both sides: "giữa A và B"?
	bool between_two(const MeetingMention& c) const {
		const auto end = m_c.sentence(c.sentence).end;
		for (auto t = c.cue_end; t + 1 < end; ++t) {
			if (m_a.word(t) != "giữa") continue;
			const auto named = m_c.parties_in(t + 1, end);
			return !named.empty() && named.front().begin <= t + 2 && Context::both_sides(c.parties) &&
			       std::none_of(c.parties.begin(), c.parties.end(),
			                    [](const auto& p) { return kind_of(p) == "state"; });
		}
		return false;
	}

	/// "Giao lưu hữu nghị quốc phòng biên giới Việt Nam - Lào": of the two ministries.
	bool says_defence(const MeetingMention& c) const {
		for (auto t = c.cue_end; t + 1 < m_a.tokens.size() && t < c.cue_end + 4; ++t) {
			if (m_a.word(t) == "quốc" && m_a.word(t + 1) == "phòng") return true;
		}
		return false;
	}

	const Context& m_c;
	const Annotated& m_a;
	MeetingWords m_words;
	ReceptionSides m_receptions;
	MeetingHost m_host;
	std::vector<model::Record>& m_out;
	std::vector<MeetingMention> m_found;
};

}  // namespace

void find_meetings(const Context& context, std::vector<model::Record>& out) {
	find_visits(context, out);
	Meetings(context, out).run();
}

}  // namespace bienban::extraction
