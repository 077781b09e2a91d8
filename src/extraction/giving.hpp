#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extraction/frames.hpp"

/// The verbs of giving in a clause, with who gives and who receives.
namespace bienban::extraction {

struct Giving {
	PartySet giver;
	PartySet receiver;
	std::uint32_t begin = 0;  ///< the part of the clause whose goods belong to it
	std::uint32_t end = 0;
	std::uint32_t verb = 0;
	std::uint32_t goods = 0;    ///< the first token behind the verb where goods may stand
	bool goods_before = false;  ///< "120.000 cây giống được A tặng B", "nhà … do A tặng"
	bool strong = false;        ///< a word that says nothing but giving: "tặng", "trao tặng", "viện trợ"
	bool named = false;         ///< both sides stand in the words themselves
};

inline lexicon::Country other_side(lexicon::Country own) {
	return own == lexicon::Country::vn ? lexicon::Country::la : lexicon::Country::vn;
}
inline lexicon::Country side_of(const PartySet& parties) {
	return parties.empty() ? lexicon::Country::none : country_of(parties.front());
}

class Givings {
public:
	Givings(const Context& context, Frames& frames) : m_c(context), m_a(context.a()), m_frames(frames) {}

	/// The givings of tokens [begin, end), a clause of one sentence, in order. `last` is the giving before it, whose
	/// sides stand in where the clause names none.
	std::vector<Giving> in(std::uint32_t begin, std::uint32_t end, const std::optional<Giving>& last);

private:
	struct Verb {
		std::uint32_t begin = 0;
		std::uint32_t end = 0;
		bool receive = false;
		bool noun = false;  ///< "là quà của A cho B"
		bool strong = false;
	};
	std::vector<Verb> verbs_in(std::uint32_t begin, std::uint32_t end) const;
	bool is_verb(const lexicon::Match& match, std::uint32_t begin) const;
	bool is_gift_noun(const lexicon::Match& match, std::uint32_t begin) const;
	bool helps(std::uint32_t token) const;
	bool sum_right_before(std::uint32_t begin, std::uint32_t verb) const;
	std::uint32_t last_cut(std::uint32_t begin, std::uint32_t verb) const;
	bool collects(const lexicon::Match& match) const;
	std::optional<Giving> read_work(std::uint32_t begin, std::uint32_t end);
	std::optional<Giving> read_transfer(std::uint32_t begin, std::uint32_t end);
	std::optional<Giving> read_plain(std::uint32_t begin, std::uint32_t end);
	PartySet state_that_gives(std::uint32_t begin, std::uint32_t end) const;
	PartySet where_it_stands(std::uint32_t begin, std::uint32_t token, lexicon::Country side) const;
	std::optional<Giving> read_countries(std::uint32_t begin, std::uint32_t end) const;
	std::optional<Giving> read_medicine(std::uint32_t begin, std::uint32_t end);
	std::optional<Giving> read_carried(std::uint32_t begin, std::uint32_t end);
	bool brought(std::uint32_t begin, std::uint32_t end) const;
	PartySet who_asks(std::uint32_t verb, const PartySet& asked);
	bool has_comma(std::uint32_t begin, std::uint32_t end) const;
	bool inside_name(std::uint32_t token) const;
	bool shares_out(const Number& n) const;
	bool quiet(std::uint32_t begin, std::uint32_t end) const;
	std::optional<Giving> read(const Verb& verb, std::uint32_t begin, std::uint32_t end,
	                           const std::optional<Giving>& last);
	void read_passive(Giving& giving, const Verb& verb, std::uint32_t passive, std::uint32_t begin, std::uint32_t end);
	void read_receiving(Giving& giving, const Verb& verb, std::uint32_t end);
	void read_gift_noun(Giving& giving, const Verb& verb, std::uint32_t end);
	void read_active(Giving& giving, const Verb& verb, std::uint32_t begin, std::uint32_t end);
	bool names_a_work(std::uint32_t begin, std::uint32_t end) const;
	bool is_built(std::uint32_t token) const;
	bool between_the_two(const Giving& giving, const Verb& verb) const;
	bool domestic(const Giving& giving, const Verb& verb);
	bool served_before(const PartySet& parties, std::uint32_t verb);
	void mean_friends(Giving& giving, const Verb& verb);
	bool complete(Giving& giving, const Verb& verb, const std::optional<Giving>& last);
	bool sum_before(std::uint32_t begin, const Verb& verb, std::uint32_t end) const;
	bool goods_lead(std::uint32_t begin, const Verb& verb, std::uint32_t end) const;
	bool given_by(std::uint32_t begin, std::uint32_t verb) const;
	bool hands_over(std::uint32_t verb_end) const;
	PartySet receiver_behind(std::uint32_t begin, std::uint32_t end, const PartySet& giver);
	bool meets_at(const Term& t) const;
	PartySet earlier(std::uint32_t token, lexicon::Country country);
	bool names_country(std::uint32_t begin, std::uint32_t end) const;
	bool gives_families(std::uint32_t begin, std::uint32_t end) const;
	bool gives_students(std::uint32_t begin, std::uint32_t end) const;
	bool names_other_side(std::uint32_t token) const;
	bool speaks_of_other_side(std::uint32_t token) const;

	const Context& m_c;
	const Annotated& m_a;
	Frames& m_frames;
};

}  // namespace bienban::extraction
