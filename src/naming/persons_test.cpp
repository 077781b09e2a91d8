#include "naming/persons.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "base/messages.hpp"

namespace bienban::naming {
namespace {

PersonMention mention(std::string name, std::string country, std::vector<model::Party> bodies = {},
                      std::string rank = {}, const std::string& year = {}, std::string title = {}) {
	PersonMention m;
	m.name = std::move(name);
	if (!country.empty()) m.country = std::move(country);
	if (!rank.empty()) m.rank = std::move(rank);
	if (!title.empty()) m.title = std::move(title);
	if (!year.empty()) m.first = m.last = year;
	m.bodies = std::move(bodies);
	return m;
}

std::string verdict(const PersonMention& a, const PersonMention& b) {
	const auto there = compare(a, b);
	const auto back = compare(b, a);
	CHECK(there.score == back.score);
	CHECK(there.reason == back.reason);
	CHECK(base::Messages::of(base::Lang::en).has(there.reason));
	CHECK(base::Messages::of(base::Lang::vi).has(there.reason));
	return there.verdict == Verdict::same ? "same" : there.verdict == Verdict::unsure ? "unsure" : "different";
}

using Lists = std::vector<std::vector<std::size_t>>;

Lists persons_of(const std::vector<PersonMention>& mentions, const PersonBonds& bonds = {}) {
	return join_persons(mentions, bonds).persons;
}

const std::string k_hua_phan = "LA-HO/military-command";
const std::string k_son_la = "VN-05/military-command";

}  // namespace

TEST_CASE("spellings of a Lao name with one body are one officer") {
	CHECK(verdict(mention("Sổm-bun Xay-nha-chắc", "LA", {k_hua_phan}),
	              mention("Somboun Sayachak", "LA", {k_hua_phan})) == "same");
	CHECK(verdict(mention("Vông Khăm Phôm Mạ Kon", "LA", {k_hua_phan}, "Thượng tá", "2016"),
	              mention("Vongkham Phommakone", "LA", {k_hua_phan}, "Đại tá", "2020")) == "same");
}

TEST_CASE("a full name and its last part meet in one block and are one with one body") {
	const auto full = mention("Phăn Sỷ Sòn My Say", "LA", {k_hua_phan});
	const auto part = mention("Xòn My Xay", "LA", {k_hua_phan});
	CHECK(block_of(full) == block_of(part));
	CHECK(verdict(full, part) == "same");
	CHECK(verdict(full, mention("Xòn My Xay", "LA", {"LA-XI/military-command"})) == "different");
	CHECK(verdict(full, mention("Xòn My Xay", "LA")) == "unsure");
}

TEST_CASE("spellings of one name have one block") {
	CHECK(block_of(mention("Sổm-bun Xay-nha-chắc", "LA")) == block_of(mention("Somboun Sayachak", "")));
	CHECK(block_of(mention("Vị-lay Lạ-khăm-phong", "LA")) == block_of(mention("Vilay Lakhamphon", "LA")));
	CHECK(block_of(mention("Hoà Văn Bình", "VN")) == block_of(mention("Hòa Văn Bình", "VN")));
	CHECK(block_of(mention("Nguyễn Văn Hùng", "")) == block_of(mention("Nguyễn Văn Hùng", "VN")));
	CHECK(block_of(mention("Nguyễn Văn Hùng", "VN")) != block_of(mention("Trần Văn Hùng", "VN")));
	CHECK_NOTHROW(block_of(mention("", "")));
	CHECK_NOTHROW(block_of(mention("123 - ສົມ", "LA")));
}

TEST_CASE("a rank that falls over years speaks for two officers") {
	const auto before = mention("Khăm-phết Xay-nha-vông", "LA", {k_hua_phan}, "Đại tá", "2014");
	CHECK(verdict(before, mention("Khăm-phết Xay-nha-vông", "LA", {k_hua_phan}, "Thiếu tá", "2020")) == "unsure");
	CHECK(verdict(before, mention("Khăm-phết Xay-nha-vông", "LA", {}, "Thiếu tá", "2020")) == "different");
	CHECK(verdict(before, mention("Khăm-phết Xay-nha-vông", "LA", {k_hua_phan}, "Thiếu tướng", "2020")) == "same");
	CHECK(verdict(before, mention("Khăm-phết Xay-nha-vông", "LA", {k_hua_phan}, "Thượng tá", "2014")) == "same");
	// Laos has one rank for both.
	CHECK(verdict(mention("Khăm-phết Xay-nha-vông", "LA", {k_hua_phan}, "Thượng tá", "2014"),
	              mention("Khăm-phết Xay-nha-vông", "LA", {k_hua_phan}, "Trung tá", "2018")) == "same");
}

TEST_CASE("two officers of one name stay two") {
	CHECK(verdict(mention("Khăm-phết Xay-nha-vông", "LA", {k_hua_phan}, "", "2019"),
	              mention("Khăm-phết Xay-nha-vông", "LA", {"LA-XI/police"}, "", "2019")) != "same");
	CHECK(verdict(mention("Khăm-phết Xay-nha-vông", "LA", {k_hua_phan}, "", "2019"),
	              mention("Khăm-phết Xay-nha-vông", "LA", {"LA-HO/police"}, "", "2019")) == "unsure");
	CHECK(verdict(mention("Nguyễn Văn Hùng", "VN", {k_son_la}, "", "2019"),
	              mention("Nguyễn Văn Hùng", "VN", {"VN-22/military-command"}, "", "2019")) == "different");
	CHECK(verdict(mention("Sùng Bả Tráng", "VN", {k_son_la}, "", "2019"),
	              mention("Sùng Bả Tráng", "VN", {"VN-05/border-guard"}, "", "2019")) == "unsure");
	CHECK(verdict(mention("Lý Thanh", "VN"), mention("Lý Thanh", "CN")) == "different");
	CHECK(verdict(mention("Nguyễn Văn Hùng", "VN", {k_son_la}), mention("Nguyễn Văn Hưng", "VN", {k_son_la})) ==
	      "different");
}

TEST_CASE("a common Vietnamese name without a common body is unsure at most") {
	CHECK(verdict(mention("Nguyễn Văn Hùng", "VN", {k_son_la}), mention("Nguyễn Văn Hùng", "VN")) == "unsure");
	CHECK(verdict(mention("Nguyễn Văn Hùng", "VN", {k_son_la}),
	              mention("Nguyễn Văn Hùng", "VN", {"VN-05/party-committee"})) == "unsure");
	CHECK(verdict(mention("Nguyễn Văn Hùng", "VN", {k_son_la}), mention("NGUYỄN VĂN HÙNG", "VN", {k_son_la})) ==
	      "same");
	CHECK(verdict(mention("Nguyễn Văn Hùng", "VN", {"VN/ministry-of-defence"}),
	              mention("Nguyễn Văn Hùng", "VN", {"VN/ministry-of-defence"})) == "unsure");
	CHECK(verdict(mention("Nguyễn Văn Hoà", "VN", {k_son_la}), mention("Nguyễn Văn Hòa", "VN", {k_son_la})) == "same");
}

TEST_CASE("a transfer within a province is one officer where name and ranks tell enough") {
	const auto before = mention("Khăm-phết Xay-nha-vông", "LA", {k_hua_phan}, "Thượng tá", "2016");
	CHECK(verdict(before, mention("Khamphet Xaynhavong", "LA", {"LA-HO/police"}, "", "2020")) == "unsure");
	CHECK(verdict(before, mention("Khăm-phết Xay-nha-vông", "LA", {"LA-HO/police"}, "Đại tá", "2020")) == "same");
	CHECK(verdict(mention("Khăm Tày", "LA", {k_hua_phan}, "Thượng tá", "2016"),
	              mention("Khăm Tày", "LA", {"LA-HO/police"}, "Đại tá", "2020")) == "unsure");
	CHECK(verdict(mention("Khăm-phết Xay-nha-vông", "LA", {"LA-HO/party-committee"}),
	              mention("Khăm-phết Xay-nha-vông", "LA", {"LA-HO/people-committee"})) == "same");
}

TEST_CASE("names one sound apart are for a person to decide") {
	CHECK(verdict(mention("Vị-lay Lạ-khăm-phong", "LA", {k_hua_phan}),
	              mention("Vilay Lakhamphon", "LA", {k_hua_phan})) == "unsure");
	CHECK(verdict(mention("Phô-xay Xay-nha-xon", "LA", {k_hua_phan}), mention("Phoxay Xayasone", "LA", {k_hua_phan})) ==
	      "unsure");
	CHECK(verdict(mention("Vị-lay Lạ-khăm-phong", "LA", {k_hua_phan}),
	              mention("Xay-khăm Bút-sạ-đi", "LA", {k_hua_phan})) == "different");
}

TEST_CASE("a name without a body joins only where one candidate alone fits") {
	const auto bare = mention("Khăm-phết Xay-nha-vông", "");
	const auto known = mention("Khamphet Xaynhavong", "LA", {k_hua_phan}, "", "2019");
	const auto other = mention("Khăm Phết Xay Nha Vông", "LA", {"LA-XI/police"}, "", "2019");
	CHECK(persons_of({bare, known}) == Lists{{0, 1}});
	CHECK(persons_of({bare, known, other}) == Lists{{0}, {1}, {2}});
	CHECK(persons_of({mention("Nguyễn Văn Hùng", "VN"), mention("Nguyễn Văn Hùng", "VN", {k_son_la})}) ==
	      Lists{{0}, {1}});
}

TEST_CASE("a part of two names joins neither and both are proposed") {
	const std::vector<PersonMention> mentions = {mention("Phăn Sỷ Sòn My Say", "LA", {k_hua_phan}),
	                                             mention("Bun Lợt Sòn My Say", "LA", {k_hua_phan}),
	                                             mention("Xòn My Xay", "LA", {k_hua_phan})};
	const auto found = join_persons(mentions, {});
	CHECK(found.persons == Lists{{0}, {1}, {2}});
	REQUIRE(found.unsure.size() == 2);
	for (const auto& unsure : found.unsure) {
		CHECK(unsure.pair.second == 2);
		CHECK(unsure.proposal.verdict == Verdict::unsure);
		CHECK(unsure.proposal.reason == "person-rivals");
	}
	CHECK(persons_of(mentions, {{{1, 2}}, {}}) == Lists{{0}, {1, 2}});
	CHECK(persons_of(mentions, {{}, {{1, 2}}}) == Lists{{0, 2}, {1}});
}

TEST_CASE("decisions outrank proposals and reach what is joined with them") {
	const auto here = mention("Khăm-phết Xay-nha-vông", "LA", {k_hua_phan}, "Đại tá", "2018");
	const auto there = mention("Khamphet Xaynhavong", "LA", {"LA-XI/police"}, "Đại tá", "2018");
	const auto again = mention("Khăm Phết Xay Nha Vông", "LA", {"LA-XI/police"}, "Đại tá", "2019");
	CHECK(persons_of({here, there, again}) == Lists{{0}, {1, 2}});
	CHECK(persons_of({here, there, again}, {{{0, 1}}, {}}) == Lists{{0, 1, 2}});
	CHECK(persons_of({here, there, again}, {{}, {{1, 2}}}) == Lists{{0}, {1}, {2}});
	// A person's "same" outranks what a document told apart.
	CHECK(persons_of({here, there, again}, {{{1, 2}}, {{1, 2}}}) == Lists{{0}, {1, 2}});
	// What was told apart is not proposed again.
	CHECK(join_persons(std::vector{there, again}, {{}, {{0, 1}}}).unsure.empty());
}

TEST_CASE("two of one name in one document stay two and a third joins neither") {
	const std::vector<PersonMention> mentions = {mention("Nguyễn Văn Hùng", "VN", {k_son_la}, "Đại tá"),
	                                             mention("Nguyễn Văn Hùng", "VN", {k_son_la}, "Thiếu tá"),
	                                             mention("Nguyễn Văn Hùng", "VN", {k_son_la})};
	CHECK(persons_of(mentions, {{}, {{0, 1}}}) == Lists{{0}, {1}, {2}});
}

TEST_CASE("contradictions are not chained") {
	// The middle one may be either of the two others, which cannot be one.
	const std::vector<PersonMention> mentions = {
	    mention("Khăm-phết Xay-nha-vông", "LA", {k_hua_phan}, "", "2019"),
	    mention("Khăm-phết Xay-nha-vông", "LA", {k_hua_phan, "LA-XI/border-company/221"}, "", "2019"),
	    mention("Khăm-phết Xay-nha-vông", "LA", {"LA-XI/border-company/221"}, "", "2019")};
	const auto found = join_persons(mentions, {{}, {{0, 2}}});
	CHECK(found.persons.size() == 3);
}

TEST_CASE("persons do not depend on the order of their mentions") {
	std::mt19937 random(7);
	const std::vector<std::string> names = {"Phăn Sỷ Sòn My Say", "Phansy Sonmyxay",        "Xòn My Xay",
	                                        "Bun Lợt Sòn My Say", "Khăm-phết Xay-nha-vông", "Khamphet Xaynhavong",
	                                        "Khamphet Xaynhavon", "Nguyễn Văn Hùng",        "Lò Minh Chiến"};
	const std::vector<std::string> bodies = {k_hua_phan, "LA-HO/police", "LA-HO/party-committee", "LA-XI/police",
	                                         "LA/ministry-of-defence"};
	const std::vector<std::string> ranks = {"", "Thiếu tá", "Thượng tá", "Đại tá"};
	const auto pick = [&](const auto& list) { return list[random() % list.size()]; };
	for (int round = 0; round < 60; ++round) {
		std::set<std::string> seen;
		std::vector<PersonMention> mentions;
		while (mentions.size() < 24) {
			const auto name = pick(names);
			const bool vietnamese = name.starts_with("Ng") || name.starts_with("Lò");
			std::vector<model::Party> held;
			if (random() % 4 != 0) held.push_back(vietnamese ? k_son_la : pick(bodies));
			const auto rank = pick(ranks);
			const auto year = random() % 3 == 0 ? std::string() : std::to_string(2005 + random() % 20);
			std::string content = name;
			for (const auto& part : {held.empty() ? std::string() : held[0], rank, year}) (content += "|") += part;
			if (!seen.insert(content).second) continue;
			mentions.push_back(mention(name, vietnamese ? "VN" : "LA", held, rank, year));
		}
		PersonBonds bonds;
		bonds.same = {{0, 5}};
		bonds.different = {{1, 6}, {2, 7}};
		const auto expected = join_persons(mentions, bonds);
		std::vector<std::size_t> order(mentions.size());
		for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
		for (int shuffle = 0; shuffle < 4; ++shuffle) {
			std::shuffle(order.begin(), order.end(), random);
			std::vector<PersonMention> shuffled;
			std::vector<std::size_t> now(order.size());
			for (std::size_t i = 0; i < order.size(); ++i) {
				shuffled.push_back(mentions[order[i]]);
				now[order[i]] = i;
			}
			PersonBonds moved;
			for (const auto& [a, b] : bonds.same) moved.same.emplace_back(now[a], now[b]);
			for (const auto& [a, b] : bonds.different) moved.different.emplace_back(now[b], now[a]);
			const auto found = join_persons(shuffled, moved);
			Lists back;
			for (const auto& person : found.persons) {
				back.emplace_back();
				for (const auto i : person) back.back().push_back(order[i]);
				std::ranges::sort(back.back());
			}
			std::ranges::sort(back);
			CHECK(back == expected.persons);
			REQUIRE(found.unsure.size() == expected.unsure.size());
			for (std::size_t i = 0; i < found.unsure.size(); ++i) {
				const auto a = order[found.unsure[i].pair.first];
				const auto b = order[found.unsure[i].pair.second];
				CHECK(MentionPair{std::min(a, b), std::max(a, b)} == expected.unsure[i].pair);
				CHECK(found.unsure[i].proposal.score == expected.unsure[i].proposal.score);
			}
		}
	}
}

TEST_CASE("more mentions than can be compared with each other are still joined") {
	std::vector<PersonMention> mentions;
	for (int i = 0; i < 5000; ++i) {
		mentions.push_back(mention("Nguyễn Văn Hùng", "VN", {"VN-05/village/bản " + std::to_string(i / 2)}, "",
		                           std::to_string(2000 + i % 2)));
	}
	CHECK(persons_of(mentions).size() <= 2510);
}

}  // namespace bienban::naming
