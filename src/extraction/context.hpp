#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/annotated.hpp"
#include "extraction/dates.hpp"
#include "extraction/numbers.hpp"
#include "extraction/outline.hpp"
#include "extraction/parties.hpp"
#include "extraction/people.hpp"

namespace bienban::extraction {

using PartySet = std::vector<model::Party>;

/// What a stretch of text does: tells of the event reported, looks back, or looks forward.
enum class Mode : std::uint8_t { event, past, future };

/// A part of a sentence between semicolons, with what it does and whom it speaks of.
struct Clause {
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	std::uint32_t sentence = 0;
	Mode mode = Mode::event;
	std::uint32_t content = 0;  ///< the token from which the clause says what was or will be done
	bool denied = false;        ///< "không thực hiện …"
};

/// Where in a row of mentions those of each token stand: a stretch of tokens is looked up without a search.
class MentionIndex {
public:
	MentionIndex() = default;
	/// `all` is in order of `begin`; `tokens` is how many the document has.
	template <typename Mention>
	MentionIndex(const std::vector<Mention>& all, std::size_t tokens) : m_first(tokens + 1) {
		std::uint32_t i = 0;
		for (std::uint32_t t = 0; t <= tokens; ++t) {
			m_first[t] = i;
			while (i < all.size() && all[i].begin <= t) ++i;
		}
	}
	/// Those that begin in tokens [begin, end).
	template <typename Mention>
	std::span<const Mention> in(const std::vector<Mention>& all, std::uint32_t begin, std::uint32_t end) const {
		if (begin >= end || begin >= m_first.size()) return {};
		const auto first = m_first[begin];
		const auto last = end < m_first.size() ? m_first[end] : all.size();
		return std::span(all).subspan(first, last - first);
	}

private:
	std::vector<std::uint32_t> m_first;  ///< by token, and one past the end
};

/// Everything the record finders ask about a document, found once.
class Context {
public:
	explicit Context(const model::Document& document, const lexicon::Lexicon& lexicon);

	const Annotated& a() const { return m_a; }
	const People& people() const { return m_people; }
	const Parties& parties() const { return m_parties; }
	const std::vector<DateMention>& dates() const { return m_dates; }
	const std::vector<Number>& numbers() const { return m_numbers; }
	const DocumentDate& document_date() const { return m_document_date; }
	const std::vector<Clause>& clauses() const { return m_clauses; }
	/// The paper that the document is, where it is one that offices write and sign.
	const std::optional<OfficialPaper>& paper() const { return m_paper; }
	/// The two sides that its title names; empty where it names none.
	const PartySet& paper_parties() const { return m_paper_parties; }
	/// The section that a token stands in, nullptr where it stands under no heading.
	const Section* section_at(std::uint32_t token) const;

	bool is_headline(std::uint32_t sentence) const;
	bool is_caption(std::uint32_t sentence) const;
	/// "Ở trong tỉnh, …", "Trên đất mình, …", with no word of the other side: what is told there is domestic.
	bool at_home(std::uint32_t sentence) const;
	std::uint32_t sentence_of(std::uint32_t token) const { return m_a.sentence_of[token]; }
	const text::Sentence& sentence(std::uint32_t index) const { return m_a.sentences[index]; }

	/// The mentions, dates, numbers and people that lie in tokens [begin, end).
	std::span<const PartyMention> parties_in(std::uint32_t begin, std::uint32_t end) const {
		return m_parties_at.in(m_parties.mentions, begin, end);
	}
	std::span<const DateMention> dates_in(std::uint32_t begin, std::uint32_t end) const;
	std::span<const Number> numbers_in(std::uint32_t begin, std::uint32_t end) const {
		return m_numbers_at.in(m_numbers, begin, end);
	}
	std::span<const NameMention> names_in(std::uint32_t begin, std::uint32_t end) const;

	/// Does the text concern cooperation of Vietnam and Laos at all? Where not, nothing but people and places is read.
	bool bilateral() const { return m_bilateral; }

	/// The two sides the text is about: those of its main sentence; empty where none names both.
	const PartySet& main_pair() const { return m_main; }
	/// The pair in force at a token: that of the nearest sentence before it which names both sides.
	const PartySet& pair_at(std::uint32_t token) const;
	/// "ba đơn vị", "bốn tỉnh": the nearest list that names so many; else the pair in force.
	const PartySet& pair_of_count(const lexicon::Match& cue) const;

	/// "theo thỏa thuận giữa Bộ Tư lệnh A với Cục B": does the mention only say between whom a paper is?
	bool is_side_of_paper(const PartyMention& m) const;

	/// Parties that act in tokens [begin, end), explicit ones and those a reference ("hai bên", "tỉnh bạn") stands for;
	/// empty where nobody is named.
	PartySet actors(std::uint32_t begin, std::uint32_t end) const;
	/// The same, of explicit mentions only, without titles and venues.
	PartySet named(std::uint32_t begin, std::uint32_t end) const;
	/// The bodies that the people named in [begin, end) speak for, by their posts; a leader of the province's
	/// committees speaks for the province.
	PartySet spoken_for(std::uint32_t begin, std::uint32_t end) const;
	/// Whom a cue for both sides means by their post ("hai Thứ trưởng"); empty where it names none, or more than two.
	PartySet pair_of_post(const lexicon::Match& cue) const;
	/// The parties of the side of `country` in a set.
	static PartySet side(const PartySet& parties, lexicon::Country country);
	static bool both_sides(const PartySet& parties);

	/// The day of the event that the text reports, if it tells.
	const std::optional<std::string>& event_date() const { return m_event_date; }
	/// The province where it took place, if the text tells.
	const std::optional<std::string>& event_place() const { return m_event_place; }
	/// "tại tỉnh Quảng Trị", "Tại cửa khẩu …": the province where something in tokens [begin, end) happens.
	std::optional<std::string> place_in(std::uint32_t begin, std::uint32_t end) const;
	/// Where a sentence goes on behind the paper it opens with and the day that was signed; else its beginning.
	std::uint32_t behind_signing_day(const text::Sentence& sentence) const;
	/// The memories of a soldier: words of war, its years, and nothing of later times.
	bool remembers_war() const;
	/// "hai Đoàn đại biểu biên giới Việt Nam - Lào": they speak for the two governments.
	bool names_border_delegations(std::uint32_t begin, std::uint32_t end) const;
	/// The day of something in tokens [begin, end): no term, no anniversary.
	const DateMention* date_in(std::uint32_t begin, std::uint32_t end) const;

	/// The same, else the last day that the block names before it: "Chiều cùng ngày, …".
	const DateMention* day_at(std::uint32_t begin, std::uint32_t end) const;
	/// The period of the stretch of looking back (or forward) that the token stands in.
	std::optional<std::string> zone_period(std::uint32_t token) const;

	/// "Hiệp định về Quy chế quản lý biên giới … năm 2016": the year of a treaty, in which nothing else was done.
	bool dates_treaty(const DateMention& date) const;
	/// "kể từ khi hai bệnh viện kết nghĩa, năm 2008".
	bool dates_twinning(const DateMention& date) const;
	/// "Biên bản ghi nhớ ký năm 2019": does the date only tell when a paper was signed?
	bool dates_signing(const DateMention& date) const;
	/// "Thực hiện Biên bản ghi nhớ ký năm 2019, hai bên đã …": from then on, where a paper's signing is the only time
	/// told of what was done under it; nothing for any other date.
	std::optional<std::string> since_signing(const DateMention& date) const;

	/// The evidence of tokens [begin, end) without marks at its ends.
	base::Span evidence(std::uint32_t begin, std::uint32_t end) const;
	/// The clause part around a token: from the last semicolon, colon or sentence begin to the next.
	std::pair<std::uint32_t, std::uint32_t> clause_of(std::uint32_t token) const;

	bool has_cue(std::uint32_t begin, std::uint32_t end, lexicon::Cue cue) const {
		return m_a.find_cue(begin, end, cue) != nullptr;
	}

private:
	bool concerns_both() const;
	bool is_custom(std::uint32_t country) const;
	bool names_vietnam() const;
	bool joins_both() const;
	bool works_with_laos() const;
	bool lies_there(std::uint32_t token) const;
	bool way_leads_there(std::uint32_t token, std::uint32_t begin) const;
	bool names_laos(const text::Sentence& sentence) const;
	bool names_students(const text::Sentence& sentence) const;
	bool for_laos(std::uint32_t token) const;
	bool given_to_laos(const lexicon::Match& give) const;
	bool deals_with(const text::Sentence& sentence) const;
	bool trades(const text::Sentence& sentence) const;
	bool plural_before(std::uint32_t token) const;
	PartySet widest_side(lexicon::Country country) const;
	PartySet sides_of_visit(const text::Sentence& sentence) const;
	bool only_of_a_paper(const text::Sentence& sentence) const;
	void find_pairs();
	void hold_to_paper();
	std::vector<std::pair<std::uint32_t, PartySet>> parts_of(const text::Sentence& sentence) const;
	bool only_gives(const text::Sentence& sentence, const PartySet& parties) const;
	PartySet cooperates_with(const text::Sentence& sentence, const PartySet& parties) const;
	void return_to_pair(std::uint32_t begin, std::uint32_t end);
	PartySet pair_of_kind(const lexicon::Match& cue) const;
	void find_event();
	void split_clauses();

	Annotated m_a;
	People m_people;
	Parties m_parties;
	MentionIndex m_parties_at;
	DocumentDate m_document_date;
	std::vector<DateMention> m_dates;
	std::vector<Number> m_numbers;
	MentionIndex m_numbers_at;
	std::vector<Clause> m_clauses;
	std::optional<OfficialPaper> m_paper;
	PartySet m_paper_parties;
	std::vector<Section> m_sections;
	bool m_bilateral = false;
	PartySet m_main;
	std::vector<std::pair<std::uint32_t, PartySet>> m_pairs;  ///< by first token from which each is in force
	std::optional<std::string> m_event_date;
	std::optional<std::string> m_event_place;
};

/// Does this cue of judging only introduce what somebody says ("cho biết", "nhấn mạnh"), without weighing what was
/// done?
bool states_only(const Annotated& a, const lexicon::Match& m);

/// Adds what is not there yet, keeping the order.
void merge(PartySet& into, const PartySet& more);

}  // namespace bienban::extraction
