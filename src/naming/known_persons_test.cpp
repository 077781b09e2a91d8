#include "naming/known_persons.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace bienban::naming {

namespace {

/// Persons and proposals as they stand after many calls, by the least mention and by pair.
struct Standing {
	std::map<std::size_t, std::vector<std::size_t>> persons;
	std::map<MentionPair, double> unsure;
	friend bool operator==(const Standing&, const Standing&) = default;

	void take(const Persons& made) {
		for (const auto& person : made.persons) persons.emplace(person.front(), person);
		for (const auto& one : made.unsure) unsure.emplace(one.pair, one.proposal.score);
	}
	/// What was looked at again stands no more.
	void forget(const std::vector<std::size_t>& mentions) {
		for (const std::size_t mention : mentions) {
			persons.erase(mention);
			std::erase_if(unsure,
			              [&](const auto& one) { return one.first.first == mention || one.first.second == mention; });
		}
	}
};

std::string written(std::int32_t year) { return std::to_string(year); }

}  // namespace

TEST_CASE("what is joined again after each change is what joining all of it gives") {
	std::mt19937 random(11);
	const std::vector<std::string> names = {
	    "Phăn Sỷ Sòn My Say", "Phansy Sonmyxay",     "Xòn My Xay",         "Bun Lợt Sòn My Say",
	    "Khăm-mạ Sòn-my-xay", "Khamphet Xaynhavong", "Khamphet Xaynhavon", "Khăm-phết Sy-xa-vạt",
	    "Khamphet Sisavath",  "Vông-khăm Sy-sa-vát", "Sisavath",           "Sy Xa Vạt"};
	const std::vector<model::Party> bodies = {"LA-HO/military-command", "LA-HO/police", "LA-XI/police",
	                                          "LA/ministry-of-defence"};
	const std::vector<std::string> ranks = {"Thiếu tá", "Thượng tá", "Đại tá"};
	std::size_t looked_at = 0;
	std::size_t held = 0;
	for (int round = 0; round < 20; ++round) {
		Strings strings;
		KnownPersons known(strings);
		std::vector<PersonMention> mentions;
		std::set<std::pair<std::string, std::string>> said;
		PersonBonds bonds;
		Standing standing;
		for (int step = 0; step < 40; ++step) {
			std::vector<std::size_t> changed;
			PersonMention mention{.name = names[random() % names.size()], .country = "LA"};
			if (random() % 4 != 0) mention.bodies = {bodies[random() % bodies.size()]};
			mention.rank = ranks[random() % ranks.size()];
			const auto year = static_cast<std::int32_t>(2005 + random() % 20);
			mention.first = mention.last = written(year);
			if (said.emplace(mention.name + *mention.rank, mention.bodies.empty() ? "" : mention.bodies[0]).second) {
				changed.push_back(known.add(mention));
				mentions.push_back(mention);
			} else {
				// Told again in another year.
				const std::size_t again = random() % mentions.size();
				mentions[again].last = std::max(*mentions[again].last, written(year));
				known.set_time(again, time_of(mentions[again]));
				changed.push_back(again);
			}
			if (random() % 8 == 0) {
				const MentionPair apart{changed.front(), random() % mentions.size()};
				if (apart.first != apart.second) {
					bonds.different.push_back(apart);
					changed.push_back(apart.second);
				}
			}
			const KnownPersons::Reached reached = known.join(changed, bonds);
			looked_at += reached.mentions.size();
			held += mentions.size();
			standing.forget(reached.mentions);
			standing.take(reached.persons);
			Standing anew;
			anew.take(join_persons(mentions, bonds));
			REQUIRE(standing == anew);
		}
	}
	CHECK(looked_at * 3 < held * 2);  // of several names, no change reaches all
}

TEST_CASE("a mention that no document has any more joins nobody") {
	Strings strings;
	KnownPersons known(strings);
	const PersonMention one{.name = "Phăn Sỷ Sòn My Say", .country = "LA", .bodies = {"LA-HO/police"}};
	const PersonMention other{.name = "Phansy Sonmyxay", .country = "LA", .bodies = {"LA-HO/police"}};
	const std::vector<std::size_t> both = {known.add(one), known.add(other)};
	CHECK(known.join(both, {}).persons.persons.size() == 1);
	known.set_counts(1, false);
	const auto left = known.join(both, {});
	CHECK(left.mentions == std::vector<std::size_t>{0});
	CHECK(left.persons.persons == std::vector<std::vector<std::size_t>>{{0}});
}

}  // namespace bienban::naming
