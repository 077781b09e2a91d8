#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "extraction/context.hpp"
#include "extraction/figures.hpp"

/// Who does it and to whom: the parties around a verb, told by their place in the sentence and the small words before
/// them.
namespace bienban::extraction {

/// How a party hangs on the words around it.
enum class Link : std::uint8_t {
	plain,   ///< nothing before it: the subject of a verb, or the object behind one
	agent,   ///< "do A tặng", "được A tặng"
	with,    ///< "phối hợp với A", "cùng A"
	target,  ///< "cho A", "tặng A", "giúp A", "sang A"
	of,      ///< "học viên của A"
	at,      ///< "tại A", "ở A"
	from,    ///< "từ A"
	source   ///< "theo A", "báo cáo của A"
};

/// A party that is named, or that a short word stands for: "hai bên", "tỉnh bạn", "nhà trường đã …".
struct Term {
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	PartySet parties;
	Link link = Link::plain;
	bool subject = false;  ///< no verb before it in its part of the sentence
};

/// Does the cue name a deed? A longer word of its own class ("khám bệnh", "tuần tra song phương") hides the plain one.
bool is_deed(lexicon::Cue cue);

/// The terms of each sentence and what each number counts, found once for all who read figures.
class Frames {
public:
	explicit Frames(const Context& context);

	/// The terms of a sentence, in order.
	const std::vector<Term>& terms(std::uint32_t sentence);

	/// read_count() of one of the document's numbers.
	const Count& count(const Number& number);

	/// Who does what the verb at this token says: the agent of a passive, else the nearest subject before it in the
	/// sentence with those who do it together with it; empty where the sentence names none.
	PartySet subject(std::uint32_t verb);

	/// The first group of terms in [begin, end) that `wanted` accepts: "cho A và B".
	template <typename Wanted>
	PartySet first_group(std::uint32_t begin, std::uint32_t end, Wanted wanted) {
		const auto& all = terms(m_c.sentence_of(begin));
		for (std::size_t i = 0; i < all.size(); ++i) {
			if (all[i].begin < begin || all[i].end > end || !wanted(all[i])) continue;
			auto out = all[i].parties;
			for (auto j = i + 1; j < all.size() && all[j].end <= end && joined(all[j - 1], all[j]); ++j)
				merge(out, all[j].parties);
			return out;
		}
		return {};
	}

	/// The two sides in force at a token: those of its own sentence only where they stand before it.
	const PartySet& pair(std::uint32_t token) const;

	/// The other side of a party in the pair in force at a token: bodies of the same kind where there are any.
	PartySet counterpart(const PartySet& parties, std::uint32_t token) const;

private:
	void add_mentions(std::uint32_t begin, std::uint32_t end);
	bool led_by_nobody_named(const PartyMention& m) const;
	std::uint32_t acts_in_person(const PartyMention& m) const;
	bool takes_part(const Term& term) const;
	bool goes_there(std::uint32_t begin, std::uint32_t end) const;
	std::uint32_t name_behind_post(std::uint32_t t, std::uint32_t end) const;
	bool given_in_person(const PartyMention& m, std::uint32_t begin) const;
	void add_references(std::uint32_t begin, std::uint32_t end);
	void add_short_names(std::uint32_t begin, std::uint32_t end);
	PartySet teller(std::uint32_t begin, std::uint32_t end) const;
	bool add_company_or_cluster(std::uint32_t t, std::uint32_t begin, std::uint32_t end);
	void add_that_one(std::uint32_t begin, std::uint32_t end);
	bool of_its_people(std::uint32_t t, std::uint32_t begin) const;
	bool add_institution(std::uint32_t t, std::uint32_t begin, std::uint32_t end);
	void add_unit_of_speaker(std::uint32_t t, std::uint32_t begin, std::uint32_t end);
	void add_counted(std::uint32_t begin, std::uint32_t end);
	void add_unnamed_units(std::uint32_t begin, std::uint32_t end);
	PartySet of_counted(const PartyMention& m) const;
	bool covered(std::uint32_t begin, std::uint32_t end) const;
	PartySet of_reference(const lexicon::Match& match) const;
	PartySet pair_of_kind(const lexicon::Match& match, const PartySet& pair) const;
	bool deed_at(std::uint32_t t) const;
	/// A village by its name alone: "dân Ka Tăng góp cho dân Đen Sa Vẳn".
	struct LocalName {
		std::string_view words;
		std::uint32_t size = 0;
		const PartySet* parties = nullptr;
		std::uint32_t begin = 0;  ///< where the text names it in full
	};
	void find_local_names();
	bool add_local_name(std::uint32_t t, std::uint32_t begin, std::uint32_t end);
	PartySet of_post_name(std::uint32_t t, std::uint32_t& stop) const;
	bool gives_before(std::uint32_t begin, std::uint32_t t) const;
	PartySet of_short_name(std::uint32_t t) const;
	PartySet sends_delegation(const PartyMention& m) const;
	PartySet led_delegation(std::uint32_t t) const;
	Link link_of(std::uint32_t t, std::uint32_t sentence_begin) const;
	bool given_with_others(std::uint32_t conjunction, std::uint32_t sentence_begin) const;
	bool is_received(std::uint32_t t, std::uint32_t sentence_begin) const;
	bool in_subject_place(std::uint32_t t, std::uint32_t sentence_begin) const;
	bool moves_only(const Term& term) const;
	bool joined(const Term& left, const Term& right) const;
	bool speaks(const Term& term) const;

	const Context& m_c;
	const Annotated& m_a;
	std::vector<LocalName> m_local_names;
	std::vector<Term> m_terms;                                     ///< of the sentence that is being read
	std::vector<std::optional<std::vector<Term>>> m_of_sentences;  ///< by sentence, as far as they were asked for
	std::vector<std::optional<Count>> m_counts;                    ///< by number, the same
};

}  // namespace bienban::extraction
