#include "asking/review_words.hpp"

#include <algorithm>

#include "lexicon/place_names.hpp"
#include "register/register.hpp"

namespace bienban::asking {

namespace {

std::string place_of(const std::string& party) { return party.substr(0, party.find('/')); }

bool is_place(const std::string& party) { return party.find('/') == std::string::npos; }

base::Result<review::Side> side_of(const std::string& word, WithPast with_past) {
	auto party = place_or_party(word);
	if (!party) return tl::unexpected(party.error());
	review::Side side{.party = std::move(*party), .past = {}};
	if (with_past == WithPast::yes) side.past = lexicon::places_followed(place_of(side.party));
	return side;
}

/// Whether something of the one is something of the other too.
bool overlap(const std::string& a, const std::string& b) {
	const std::string place_a = place_of(a);
	const std::string place_b = place_of(b);
	if (!is_place(a) && !is_place(b)) return a == b || a.starts_with(b + "/") || b.starts_with(a + "/");
	return registry::belongs_to(place_a, place_b) || registry::belongs_to(place_b, place_a);
}

base::Result<void> told_apart(const review::Question& question) {
	std::vector<const review::Side*> sides = {&question.of};
	for (const review::Side& side : question.with) sides.push_back(&side);
	for (auto a = sides.begin(); a != sides.end(); ++a) {
		for (auto b = a + 1; b != sides.end(); ++b) {
			const std::string& one = (*a)->party;
			const std::string& other = (*b)->party;
			if (one == other) return base::fail("cli-same-place", {one});
			if (!overlap(one, other)) continue;
			const bool within = place_of(one).size() > place_of(other).size() || is_place(other);
			return base::fail("cli-overlapping-places", within ? std::vector{one, other} : std::vector{other, one});
		}
	}
	return {};
}

}  // namespace

base::Result<review::Question> review_of(const ReviewWords& words) {
	review::Question question;
	for (std::size_t i = 0; i < words.sides.size(); ++i) {
		auto side = side_of(words.sides[i], words.with_past);
		if (!side) return tl::unexpected(side.error());
		(i == 0 ? question.of : question.with.emplace_back()) = std::move(*side);
	}
	if (auto apart = told_apart(question); !apart) return tl::unexpected(apart.error());
	if (const auto period = days_of(words.from, words.to); !period) return tl::unexpected(period.error());
	question.from = words.from.word;
	question.to = words.to.word;
	const auto as_of = last_day_of(words.as_of.name, words.as_of.word);
	if (!as_of) return tl::unexpected(as_of.error());
	question.as_of = *as_of;
	return question;
}

std::vector<std::string> listed(const std::string& words) {
	std::vector<std::string> list;
	for (std::size_t begin = 0; begin <= words.size();) {
		const auto end = std::min(words.find(',', begin), words.size());
		if (end > begin) list.push_back(words.substr(begin, end - begin));
		begin = end + 1;
	}
	return list;
}

registry::FactQuestion facts_for(const review::Question& question) {
	const auto add = [](std::vector<std::string>& places, const review::Side& side) {
		places.push_back(place_of(side.party));
		places.insert(places.end(), side.past.begin(), side.past.end());
	};
	registry::FactQuestion facts;
	add(facts.between_a, question.of);
	bool only_bodies = !is_place(question.of.party);
	facts.any_party = {question.of.party};
	for (const review::Side& side : question.with) {
		add(facts.between_b, side);
		only_bodies = only_bodies && !is_place(side.party);
		facts.any_party.push_back(side.party);
	}
	if (!only_bodies) facts.any_party.clear();
	if (question.from || question.to) {
		const model::Period asked = review::asked_period(question);
		facts.not_outside = registry::Days{.first = asked.first, .last = asked.last};
	}
	facts.sort = registry::Sort::id;
	facts.page.limit = static_cast<std::size_t>(-1);
	return facts;
}

base::Result<void> known(registry::Store& rows, const review::Question& question) {
	const auto check = [&](const review::Side& side) -> base::Result<void> {
		const auto slash = side.party.find('/');
		if (slash == std::string::npos) return {};
		registry::NameQuestion asked;
		asked.country = side.party.substr(0, slash);
		asked.page.limit = 10'000;
		std::vector<std::string> near;
		for (const registry::PartyCount& one : rows.list_parties(asked)) {
			if (one.party == side.party || one.party.starts_with(side.party + "/")) return {};
			near.push_back(one.party);
		}
		// A party that is held under another name is known by its own too.
		if (rows.party(side.party)) return {};
		constexpr std::size_t k_named = 5;
		const auto likeness = [&](const std::string& party) {
			const auto [at, ignored] = std::ranges::mismatch(party, side.party);
			return -(at - party.begin());
		};
		std::ranges::stable_sort(near, {}, likeness);
		if (near.size() > k_named) near.resize(k_named);
		std::string names;
		for (const std::string& party : near) names.append(names.empty() ? "" : ", ").append(party);
		return near.empty() ? base::fail("review-no-party", {side.party})
		                    : base::fail("review-no-party-near", {side.party, names});
	};
	if (auto of = check(question.of); !of) return of;
	for (const review::Side& side : question.with) {
		if (auto with = check(side); !with) return with;
	}
	return {};
}

}  // namespace bienban::asking
