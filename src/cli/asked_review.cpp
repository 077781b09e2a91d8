#include "cli/asked_review.hpp"

#include <algorithm>

#include "cli/asked.hpp"
#include "lexicon/place_names.hpp"
#include "model/period.hpp"
#include "register/register.hpp"

namespace bienban::cli {

namespace {

std::string place_of(const std::string& party) { return party.substr(0, party.find('/')); }

bool is_place(const std::string& party) { return party.find('/') == std::string::npos; }

base::Result<review::Side> side_of(const Arguments& arguments, const std::string& word) {
	auto party = is_place(word) ? place_code(word) : party_of(word);
	if (!party) return tl::unexpected(party.error());
	review::Side side{.party = std::move(*party), .past = {}};
	if (arguments.has("--with-past")) side.past = lexicon::places_followed(place_of(side.party));
	return side;
}

/// The words between commas; one that is empty is none.
std::vector<std::string> listed(const std::string& words) {
	std::vector<std::string> list;
	for (std::size_t begin = 0; begin <= words.size();) {
		const auto end = std::min(words.find(',', begin), words.size());
		if (end > begin) list.push_back(words.substr(begin, end - begin));
		begin = end + 1;
	}
	return list;
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

base::Result<review::Question> asked_review(const Arguments& arguments) {
	std::vector<std::string> words = arguments.all("--between");
	if (words.empty() && arguments.has("--of")) {
		words.push_back(*arguments.value("--of"));
		if (!arguments.has("--with")) return base::fail("cli-option-missing", {"--with", "PARTY,PARTY…"});
		for (const std::string& list : arguments.all("--with")) {
			for (std::string& word : listed(list)) words.push_back(std::move(word));
		}
	}
	if (words.size() < 2) return base::fail("cli-option-missing", {"--between", "VN-05 LA-HO"});
	review::Question question;
	for (std::size_t i = 0; i < words.size(); ++i) {
		auto side = side_of(arguments, words[i]);
		if (!side) return tl::unexpected(side.error());
		(i == 0 ? question.of : question.with.emplace_back()) = std::move(*side);
	}
	if (auto apart = told_apart(question); !apart) return tl::unexpected(apart.error());
	if (const auto period = asked_period(arguments); !period) return tl::unexpected(period.error());
	question.from = *asked_date(arguments, "--from");
	question.to = *asked_date(arguments, "--to");
	const auto as_of = asked_day(arguments, "--as-of");
	if (!as_of) return tl::unexpected(as_of.error());
	question.as_of = *as_of;
	return question;
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
	facts.sort = registry::Sort::id;
	facts.page.limit = static_cast<std::size_t>(-1);
	return facts;
}

}  // namespace bienban::cli
