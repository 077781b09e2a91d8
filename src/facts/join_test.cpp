#include "facts/join.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include "base/messages.hpp"
#include "facts/sample.hpp"

using namespace bienban;
using facts::Bonds;
using facts::Claim;
using facts::sample::agreement;
using facts::sample::claim;
using facts::sample::k_commands;
using facts::sample::meeting;
using facts::sample::patrol;
using facts::sample::result;
using facts::sample::support;
using facts::sample::twinning;
using facts::sample::visit;

namespace {

std::size_t count(const std::vector<Claim>& claims, const Bonds& bonds = {}) {
	return facts::join(claims, bonds).facts.size();
}

model::Record numbered(std::optional<model::Edtf> date, int ordinal) {
	auto record = meeting(std::move(date));
	std::get<model::Meeting>(record.value).ordinal = ordinal;
	return record;
}

/// Claims of one block as reports might make them: some events with their slips, vague mentions, figures.
std::vector<Claim> some_claims(std::mt19937& random, std::size_t size) {
	const auto pick = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
	std::vector<Claim> claims;
	std::set<std::string> seen;
	while (claims.size() < size) {
		const auto month = "2021-0" + std::to_string(pick(1, 4));
		const auto day = month + "-1" + std::to_string(pick(0, 6));
		const auto parties = pick(0, 4) == 0 ? std::vector<model::Party>{"VN-05/border-guard"} : k_commands;
		auto record = meeting(pick(0, 5) == 0   ? "2021"
		                      : pick(0, 2) == 0 ? month
		                                        : day,
		                      parties, pick(0, 3) == 0 ? model::MeetingKind::conference : model::MeetingKind::talks);
		auto& talks = std::get<model::Meeting>(record.value);
		if (pick(0, 3) == 0) talks.ordinal = pick(5, 7);
		if (pick(0, 3) == 0) talks.place = pick(0, 1) == 0 ? "VN-05" : "LA-HO";
		auto one = claim(record);
		if (seen.insert(facts::signature_of(one)).second) claims.push_back(one);
	}
	return claims;
}

/// The facts as sets of signatures, and what is unsure: what must not hang on the order of the claims.
std::set<std::set<std::string>> content_of(const std::vector<Claim>& claims, const facts::Joined& joined) {
	std::set<std::set<std::string>> content;
	for (const auto& fact : joined.facts) {
		std::set<std::string> signatures;
		for (const std::size_t i : fact) signatures.insert(facts::signature_of(claims[i]));
		content.insert(signatures);
	}
	for (const auto& link : joined.unsure) {
		content.insert({"unsure " + link.reason.reason, facts::signature_of(claims[link.pair.first]),
		                facts::signature_of(claims[link.pair.second])});
	}
	for (const auto& link : joined.links) {
		content.insert({"link " + link.reason.reason, facts::signature_of(claims[link.pair.first]),
		                facts::signature_of(claims[link.pair.second])});
	}
	return content;
}

}  // namespace

TEST_CASE("a meeting told by the day, by the month and by the year is one") {
	CHECK(count({claim(meeting("2021-03-14")), claim(meeting("2021-03")), claim(meeting("2021"))}) == 1);
	CHECK(count({claim(meeting("2021-03-14")), claim(meeting({}), "2021-03-14")}) == 1);
	CHECK(count({claim(meeting("2021-03-14")), claim(meeting("2021-09-14"))}) == 2);
}

TEST_CASE("one side's list, a part of a list and a body of the same family are the same parties") {
	const std::vector<model::Party> provinces = {"LA-HO/province", "VN-05/province"};
	CHECK(count({claim(meeting("2021-03-14")), claim(meeting("2021-03-14", {"VN-05/border-guard"}))}) == 1);
	CHECK(count({claim(meeting("2021-03-14", provinces)),
	             claim(meeting("2021-03-14", {"VN-05/people-committee", "LA-HO/people-committee"}))}) == 1);
	CHECK(count({claim(meeting("2021-03-14", {"VN-05/party-committee", "LA-HO/province"})),
	             claim(meeting("2021-03-14", {"VN-05/people-committee", "LA-HO/province"}))}) == 1);
	CHECK(count({claim(meeting("2021-03", {"VN-05/party-committee", "LA-HO/province"})),
	             claim(meeting("2021-03", {"VN-05/people-committee", "LA-HO/province"}))}) == 2);
	CHECK(count({claim(meeting("2021-03-14")), claim(meeting("2021-03-14", {"VN-05/police", "LA-HO/police"}))}) == 2);
}

TEST_CASE("a province and its front or council hold talks of their own") {
	const auto talks = [](const char* date, const std::string& kind) {
		return claim(meeting(date, {"VN-05/" + kind, "LA-HO/" + kind}));
	};
	for (const char* kind : {"fatherland-front", "people-council", "women-union"}) {
		CHECK(count({talks("2021-03-14", "province"), talks("2021-03-14", kind)}) == 2);
		CHECK(count({talks("2021-03", "people-committee"), talks("2021-03", kind)}) == 2);
	}
	CHECK(count({talks("2021-03-14", "people-council"), talks("2021-03-14", "fatherland-front")}) == 2);
}

TEST_CASE("a province named beside the other side's body may stand for any body of it") {
	const auto talks = [](const char* date, const char* home, const char* across) {
		return claim(meeting(date, {home, across}));
	};
	CHECK(count({talks("2021-03-14", "VN-05/police", "LA-HO/province"),
	             talks("2021-03-14", "VN-05/police", "LA-HO/police")}) == 1);
	CHECK(count({talks("2021-03-14", "VN-05/fatherland-front", "LA-HO/province"),
	             talks("2021-03-14", "VN-05/fatherland-front", "LA-HO/fatherland-front")}) == 1);
	CHECK(count({talks("2021-03-14", "VN-05/province", "LA-HO/people-council"),
	             talks("2021-03-14", "VN-05/people-council", "LA-HO/people-council")}) == 1);
	CHECK(count({talks("2021-03-14", "VN-05/province", "LA-HO/military-command"),
	             talks("2021-03-14", "VN-05/border-guard", "LA-HO/military-command")}) == 1);
	// The other side is another body, or is the province itself.
	CHECK(count({talks("2021-03-14", "VN-05/police", "LA-HO/province"),
	             talks("2021-03-14", "VN-05/border-guard", "LA-HO/military-command")}) == 2);
	CHECK(count({talks("2021-03-14", "VN-05/people-committee", "LA-HO/province"),
	             talks("2021-03-14", "VN-05/people-committee", "LA-HO/police")}) == 2);
	// Within a month a person is asked.
	const auto joined = facts::join(std::vector{talks("2021-03", "VN-05/police", "LA-HO/province"),
	                                            talks("2021-03-14", "VN-05/police", "LA-HO/police")},
	                                {});
	CHECK(joined.facts.size() == 2);
	CHECK(joined.unsure.size() == 1);
}

TEST_CASE("a province that may be either of two bodies is no bridge between them") {
	const auto talks = [](const char* across, std::optional<int> ordinal = {}) {
		auto record = meeting("2021-03-14", {"VN-05/border-guard", across});
		std::get<model::Meeting>(record.value).ordinal = ordinal;
		return claim(record);
	};
	const auto torn =
	    facts::join(std::vector{talks("LA-HO/police"), talks("LA-HO/province"), talks("LA-HO/military-command")}, {});
	CHECK(torn.facts.size() == 3);
	CHECK(torn.unsure.size() == 2);
	// The number of the round makes one of them the nearer one.
	CHECK(facts::join(
	          std::vector{talks("LA-HO/police"), talks("LA-HO/province", 7), talks("LA-HO/military-command", 7)}, {})
	          .facts == std::vector<std::vector<std::size_t>>{{0}, {1, 2}});
	// What a document tells beside the command is not the command, and its other reports are not either.
	const std::vector<Claim> told = {talks("LA-HO/province"), talks("LA-HO/province", 7),
	                                 talks("LA-HO/military-command")};
	CHECK(facts::join(told, {}).facts.size() == 1);
	CHECK(facts::join(told, {.together = {}, .apart = {}, .told_apart = {{0, 2}}}).facts ==
	      std::vector<std::vector<std::size_t>>{{0, 1}, {2}});
}

TEST_CASE("a province between its two committees goes to neither") {
	const auto talks = [](const char* home) { return claim(meeting("2021-03", {home, "LA-HO/province"})); };
	const auto joined = facts::join(
	    std::vector{talks("VN-05/people-committee"), talks("VN-05/party-committee"), talks("VN-05/province")}, {});
	CHECK(joined.facts.size() == 3);
	CHECK(joined.unsure.size() == 2);
}

TEST_CASE("names in two spellings are one body, numbers are exact") {
	const auto with = [](const char* company) {
		return claim(meeting("2021-03-14", {"VN-05/border-post/chiềng tương", company}));
	};
	CHECK(count({with("LA-HO/border-company/sốp bâu"), with("LA-HO/border-company/sop bau")}) == 1);
	CHECK(count({with("LA-HO/border-company/213"), with("LA-HO/border-company/214")}) == 2);
}

TEST_CASE("two days near each other or with day and month swapped are one meeting in dispute") {
	CHECK(count({claim(meeting("2021-03-14")), claim(meeting("2021-03-15"))}) == 1);
	CHECK(count({claim(meeting("2021-03-07")), claim(meeting("2021-07-03"))}) == 1);
	CHECK(count({claim(meeting("2021-03-14")), claim(meeting("2021-03-19"))}) == 2);
	// Receptions of one pair on two days may well be two.
	CHECK(count({claim(meeting("2021-03-14", k_commands, model::MeetingKind::reception)),
	             claim(meeting("2021-03-15", k_commands, model::MeetingKind::reception))}) == 2);
}

TEST_CASE("the number of a round tells it apart, unless the day is the same") {
	CHECK(count({claim(numbered("2021-03-14", 7)), claim(numbered("2021-09-20", 7))}) == 1);
	CHECK(count({claim(numbered("2021-03-14", 7)), claim(numbered("2021-09-20", 8))}) == 2);
	CHECK(count({claim(numbered("2021-03-14", 7)), claim(numbered("2021-03-14", 8))}) == 1);
	CHECK(count({claim(numbered("2021-03-14", 7)), claim(numbered("2021-03", 8))}) == 2);
}

TEST_CASE("a month that fits two meetings stays by itself and is put before a person") {
	const auto joined = facts::join(
	    std::vector{claim(meeting("2021-03-04")), claim(meeting("2021-03-24")), claim(meeting("2021-03"))}, {});
	CHECK(joined.facts.size() == 3);
	CHECK(joined.unsure.size() == 2);
}

TEST_CASE("a vague claim does not make one fact of two that contradict each other") {
	auto here = meeting("2021-03-14");
	auto there = meeting("2021-03-14", {"VN-05/border-guard"});
	std::get<model::Meeting>(here.value).place = "VN-05";
	std::get<model::Meeting>(there.value).place = "LA-HO";
	CHECK(count({claim(here), claim(there)}) == 2);
	// It fits the one-sided report better, and leaves the other where it is.
	CHECK(count({claim(here), claim(there), claim(meeting("2021-03", {"VN-05/border-guard"}))}) == 2);
}

TEST_CASE("visits of one body to another in a month are one; another head in a year is another visit") {
	const auto with_head = [](const char* date, const char* head) {
		auto record = visit(date);
		std::get<model::Visit>(record.value).head = head;
		return claim(record);
	};
	CHECK(count({claim(visit("2021-03-14")), claim(visit("2021-03")), claim(visit("2021-03-13/2021-03-15"))}) == 1);
	CHECK(count({with_head("2021-03-14", "Lò Văn An"), with_head("2021", "Cầm Thị Bình")}) == 2);
	CHECK(count({claim(visit("2021-03-14")), claim(visit("2021-03-14", true))}) == 2);
}

TEST_CASE("patrols are told apart by their stretch of border") {
	CHECK(count({claim(patrol("2021-03-14", "222/228")), claim(patrol("2021-03-14", "229/235"))}) == 2);
	CHECK(count({claim(patrol("2021-03-14", "222/228")), claim(patrol("2021-03", "222/228"))}) == 1);
	CHECK(count({claim(patrol("2021-03-14", "222/228")), claim(patrol("2021-03-15", "222/228"))}) == 1);
	CHECK(count({claim(patrol("2021-03-14", {})), claim(patrol("2021-03-15", {}))}) == 2);
}

TEST_CASE("a paper is known by its day, by its term, and by being in force") {
	CHECK(count({claim(agreement("2019-12-20", "2020/2022")), claim(agreement({}, "2020/2022")),
	             claim(agreement("2019", {})), claim(agreement({}, {}), "2021")}) == 1);
	CHECK(count({claim(agreement("2019-12-20", "2020/2022")), claim(agreement("2022-12-20", "2023/2025")),
	             claim(agreement({}, {}), "2021"), claim(agreement({}, {}), "2024")}) == 2);
	CHECK(count({claim(agreement("2019-12-20", "2020/2022")), claim(agreement("2019-11-02", "2020/2022"))}) == 1);
	CHECK(count({claim(agreement("2019-12-20", {})), claim(agreement("2018-12-20", {}))}) == 2);
	// The day of the one and the term of the other: likely, and a person decides.
	const auto joined =
	    facts::join(std::vector{claim(agreement("2019-12-20", {})), claim(agreement({}, "2020/2022"))}, {});
	CHECK(joined.facts.size() == 2);
	CHECK(joined.unsure.size() == 1);
}

TEST_CASE("a term of a year more is another term, but for the day that both give") {
	CHECK(count({claim(agreement({}, "2020/2022")), claim(agreement({}, "2020/2023"))}) == 2);
	CHECK(count({claim(agreement("2019-12-20", "2020/2022")), claim(agreement("2019-12-20", "2020/2023"))}) == 1);
}

TEST_CASE("a paper told with the term of another goes to the one of its day, and is in dispute") {
	const std::vector<Claim> claims = {claim(agreement("2004-11-14", "2005")), claim(agreement("2004-11-14", "2006")),
	                                   claim(agreement("2005-11-24", "2006"))};
	const auto joined = facts::join(claims, {});
	CHECK(joined.facts == std::vector<std::vector<std::size_t>>{{0, 1}, {2}});
}

TEST_CASE("two bodies become twins once, whatever year is told") {
	CHECK(count({claim(twinning("bản a", "2005")), claim(twinning("bản a", "2006")), claim(twinning("bản a", {}))}) ==
	      1);
	CHECK(count({claim(twinning("bản a", "2005")), claim(twinning("bản bó", "2005"))}) == 2);
}

TEST_CASE("figures are one by what they count, by whom and when") {
	using model::About;
	CHECK(count({claim(result(48, "lần", "2021")), claim(result(48, "đợt", "2021"))}) == 1);
	CHECK(count({claim(result(48, "lần", "2021")), claim(result(46, "lần", "2021"))}) == 1);
	CHECK(count({claim(result(48, "lần", "2021")), claim(result(4800, "lần", "2021"))}) == 2);
	CHECK(count({claim(result(2000, "lượt người", "2021", About::over)), claim(result(2045, "lượt người", "2021"))}) ==
	      1);
	CHECK(count({claim(result(48, "lần", "2021")), claim(result(48, "lần", {}), "2021-12-10")}) == 1);
	CHECK(count({claim(result(48, "lần", "2021")), claim(result(46, "lần", {}), "2021-12-10")}) == 2);
	CHECK(count({claim(result(48, "lần", "2021")), claim(result(48, "lần", "2019/2021"))}) == 1);
	CHECK(count({claim(result(48, "lần", "2021")), claim(result(130, "lần", "2019/2021"))}) == 2);
	CHECK(count({claim(result(727, "lượt bệnh nhân", "2021")), claim(result(727, "lượt người dân", "2021"))}) == 1);
	CHECK(count({claim(result(727, "lượt bệnh nhân", "2021")), claim(result(640, "lượt người dân", "2021"))}) == 1);
	CHECK(count({claim(result(5, "lớp tập huấn", "2021")), claim(result(4, "khóa bồi dưỡng", "2021"))}) == 1);
}

TEST_CASE("gifts are one by what is given, how much, by whom and when") {
	CHECK(count({claim(support("khẩu trang", 5000, {}, "2021-05-18")),
	             claim(support("khẩu trang y tế", 5000, {}, "2021-05"))}) == 1);
	CHECK(count({claim(support("khẩu trang vải", 5000, {}, "2021-05-18")),
	             claim(support("khẩu trang y tế", 5000, {}, "2021-05-18"))}) == 2);
	CHECK(count({claim(support("tiền mặt", 3e8, "VND", "2021-05-18")), claim(support("quà", 3e8, "VND", "2021-05"))}) ==
	      1);
	CHECK(count({claim(support("gạo", 3, "tấn", "2021-05-18")), claim(support("gạo", 5, "tấn", "2021-05-18"))}) == 1);
	CHECK(count({claim(support("gạo", 3, "tấn", "2021-05-18")), claim(support("gạo", 3, "tấn", "2021-05-20"))}) == 1);
	CHECK(count({claim(support("gạo", 3, "tấn", "2021-05-18")), claim(support("gạo", {}, {}, "2021-05-18"))}) == 1);
	CHECK(count({claim(support("gạo", 3, "tấn", "2021-05-18")), claim(support("gạo", 3, "tấn", "2021-11-02"))}) == 2);
}

TEST_CASE("what one document tells apart is two, and stays two through any third claim") {
	const std::vector<Claim> claims = {claim(meeting("2021-03-14")), claim(meeting("2021-03-15")),
	                                   claim(meeting("2021-03"))};
	CHECK(count(claims) == 1);
	CHECK(count(claims, {.together = {}, .apart = {}, .told_apart = {{0, 1}}}) == 3);
}

TEST_CASE("what a person put together outranks rules and documents, but not a person's apart") {
	const std::vector<Claim> claims = {claim(meeting("2021-03-04")), claim(meeting("2021-09-24")),
	                                   claim(meeting("2021-03"))};
	CHECK(count(claims, {.together = {{0, 1}}, .apart = {}, .told_apart = {{0, 1}}}) == 1);
	CHECK(count(claims, {.together = {{0, 1}}, .apart = {{0, 2}}, .told_apart = {}}) == 2);
	CHECK(count(claims, {.together = {{0, 1}, {1, 2}}, .apart = {{0, 2}}, .told_apart = {}}) == 2);
	const auto joined = facts::join(claims, {.together = {{0, 1}}, .apart = {}, .told_apart = {}});
	CHECK(joined.links.size() == 2);
	CHECK(joined.links[0].reason.reason == "join-decided");
}

TEST_CASE("every fact is explained by one link less than it has claims, in words of both languages") {
	std::mt19937 random(11);
	const auto claims = some_claims(random, 60);
	const auto joined = facts::join(claims, {});
	CHECK(joined.links.size() + joined.facts.size() == claims.size());
	for (const auto& list : {joined.links, joined.unsure}) {
		for (const auto& link : list) {
			CHECK(base::Messages::of(base::Lang::en).has(link.reason.reason));
			CHECK(base::Messages::of(base::Lang::vi).has(link.reason.reason));
		}
	}
}

TEST_CASE("the order of the claims does not matter") {
	std::mt19937 random(12);
	for (int round = 0; round < 60; ++round) {
		const auto claims = some_claims(random, 4 + static_cast<std::size_t>(round));
		Bonds bonds;
		const auto any = [&] { return std::uniform_int_distribution<std::size_t>(0, claims.size() - 1)(random); };
		for (int i = 0; i < round / 10; ++i) {
			bonds.together.emplace_back(any(), any());
			bonds.apart.emplace_back(any(), any());
			bonds.told_apart.emplace_back(any(), any());
		}
		std::vector<std::size_t> order(claims.size());
		std::iota(order.begin(), order.end(), std::size_t{0});
		std::shuffle(order.begin(), order.end(), random);
		std::vector<Claim> shuffled;
		std::vector<std::size_t> now(claims.size());
		for (const std::size_t i : order) {
			now[i] = shuffled.size();
			shuffled.push_back(claims[i]);
		}
		Bonds moved;
		const auto move = [&](const std::vector<facts::Pair>& from, std::vector<facts::Pair>& to) {
			for (const auto& pair : from) to.emplace_back(now[pair.second], now[pair.first]);
			std::reverse(to.begin(), to.end());
		};
		move(bonds.together, moved.together);
		move(bonds.apart, moved.apart);
		move(bonds.told_apart, moved.told_apart);
		CHECK(content_of(claims, facts::join(claims, bonds)) == content_of(shuffled, facts::join(shuffled, moved)));
	}
}

TEST_CASE("claims may hold anything that a signature can carry") {
	std::vector<Claim> claims;
	for (const char* date :
	     {"", "..", "XXXX-03-14", "XXXX-99-99", "0000-01-01", "9999-12-31", "../2021", "2021/..", "x"}) {
		claims.push_back(claim(meeting(date)));
		claims.push_back(claim(agreement(date, date)));
		claims.push_back(claim(result(-1e300, "", date)));
		claims.push_back(claim(support("", 1e300, "", date)));
		claims.push_back(claim(patrol(date, "/99999999999999999999/-3")));
	}
	for (const Claim& one : claims) CHECK(!facts::block_of(one).empty());
	const auto joined = facts::join(claims, {});
	for (const auto& fact : joined.facts) {
		std::vector<Claim> members;
		for (const std::size_t i : fact) members.push_back(claims[i]);
		const std::vector<std::size_t> times(members.size(), 1);
		facts::conflicts(members, times);
		facts::merged(members, times);
	}
	CHECK(facts::join({}, {}).facts.empty());
}
