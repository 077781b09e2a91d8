#include "facts/claim.hpp"

#include <doctest/doctest.h>

#include "facts/sample.hpp"

using namespace bienban;
using facts::Claim;

namespace {

using Strings = std::vector<std::string>;

model::Record promise(std::vector<model::Party> parties) {
	model::Commitment commitment;
	commitment.parties = std::move(parties);
	return {.value = commitment, .evidence = {}};
}

std::string block(const model::Record& record, const std::optional<model::Edtf>& occasion = {}) {
	return facts::block_of(facts::sample::claim(record, occasion));
}

}  // namespace

TEST_CASE("the pairs of a record are those of its own parties across the border") {
	const auto claims = facts::claims_of(
	    {}, {facts::sample::meeting("2021", {"VN-24/border-guard", "VN-23/border-guard", "LA-KH/military-command"})});
	CHECK(claims[0].pairs == Strings{"VN-23|LA-KH", "VN-24|LA-KH"});
}

TEST_CASE("a one-sided record takes the one place that its document ties it to") {
	const auto talks = facts::sample::meeting("2021-03-14");
	const auto one_sided = promise({"VN-05/province"});
	CHECK(facts::claims_of({}, {talks, one_sided})[1].pairs == Strings{"VN-05|LA-HO"});
	// A country beside its province says nothing else; a second province leaves it open.
	const auto with_country = facts::sample::meeting("2021", {"VN-05/province", "LA/government"});
	CHECK(facts::claims_of({}, {talks, with_country, one_sided})[2].pairs == Strings{"VN-05|LA-HO"});
	const auto with_other = facts::sample::meeting("2021", {"VN-05/province", "LA-LP/province"});
	CHECK(facts::claims_of({}, {talks, with_other, one_sided})[2].pairs.empty());
	CHECK(facts::claims_of({}, {one_sided})[0].pairs.empty());
}

TEST_CASE("only an undated record has an occasion: the day of what the document reports") {
	const auto claims = facts::claims_of(
	    "2021-03-16",
	    {facts::sample::meeting("2021-03-14"), facts::sample::meeting("2020-03-10"), promise({"VN-05/border-guard"})});
	CHECK(!claims[0].occasion);
	CHECK(claims[2].occasion == "2021-03-14");
}

TEST_CASE("what lies far before the publication is remembered, and no occasion") {
	const auto claims =
	    facts::claims_of("2021-03-16", {facts::sample::meeting("2020-03-10"), promise({"VN-05/border-guard"})});
	CHECK(claims[1].occasion == "2021-03");
}

TEST_CASE("a publication in the first week of a month may report the month before") {
	CHECK(facts::claims_of("2021-01-04", {promise({"VN-05/border-guard"})})[0].occasion == "2020-12/2021-01");
	CHECK(facts::claims_of("2021-12-04", {promise({"VN-05/border-guard"})})[0].occasion == "2021-11/2021-12");
}

TEST_CASE("without day and publication the year that is told of stands in") {
	const auto claims =
	    facts::claims_of({}, {facts::sample::result(7, "lần", "2018/2020"), promise({"VN-05/border-guard"})});
	CHECK(claims[1].occasion == "2020");
	CHECK(!facts::claims_of({}, {promise({"VN-05/border-guard"})})[0].occasion);
}

TEST_CASE("an agreement without date is spoken of in a year; one that lasts has no occasion") {
	const auto talks = facts::sample::meeting("2021-03-14");
	auto paper = facts::sample::agreement({}, {});
	CHECK(facts::claims_of({}, {talks, paper})[1].occasion == "2021");
	CHECK(!facts::claims_of({}, {talks, facts::sample::agreement({}, "2020/2022")})[1].occasion);
	std::get<model::Agreement>(paper.value).instrument = model::Instrument::accord;
	CHECK(!facts::claims_of({}, {talks, paper})[1].occasion);
}

TEST_CASE("a claim and its signature say the same, whatever is in its texts") {
	model::Support support;
	support.item = "bàn\tghế = \\n";
	support.value = 2.5;
	support.unit = "";
	support.giver = {"VN-05/village/a|b\n", "VN-05/province"};
	support.about = model::About::over;
	support.worth = model::Money{1500000.25, "VND"};
	const Claim claim{.record = {.value = support, .evidence = {}}, .pairs = {"VN-05|LA-HO"}, .occasion = "2021-03-14"};
	const auto signature = facts::signature_of(claim);
	const auto back = facts::claim_of(signature);
	CHECK(facts::signature_of(back) == signature);
	const auto& read = std::get<model::Support>(back.record.value);
	CHECK(read.item == support.item);
	CHECK(read.value == 2.5);
	CHECK(read.unit == "");
	CHECK(read.giver == Strings{"VN-05/province", "VN-05/village/a|b\n"});
	CHECK(read.worth->value == 1500000.25);
	CHECK(back.occasion == claim.occasion);
}

TEST_CASE("a unit is kept as it stands inside a sentence") {
	const auto kept = [](const char* unit) {
		const auto signature = facts::signature_of(facts::sample::claim(facts::sample::result(3, unit, "2021")));
		return std::get<model::Result>(facts::claim_of(signature).record.value).unit;
	};
	CHECK(kept("Lần") == "lần");
	CHECK(kept("LƯỢT NGƯỜI") == "lượt người");
	CHECK(kept("Lớp tiếng Việt") == "lớp tiếng Việt");
	CHECK(kept("USD") == "USD");
}

TEST_CASE("a signature does not hang on the order of lists") {
	const auto one = facts::sample::claim(facts::sample::meeting("2021", {"VN-05/police", "LA-HO/police"}));
	const auto other = facts::sample::claim(facts::sample::meeting("2021", {"LA-HO/police", "VN-05/police"}));
	CHECK(facts::signature_of(one) == facts::signature_of(other));
}

TEST_CASE("what could be one fact meets in one block") {
	using facts::sample::agreement;
	using facts::sample::meeting;
	using facts::sample::result;
	// A year and a day in it, talks and a conference, one side and both.
	CHECK(block(meeting("2021")) ==
	      block(meeting("2021-03-14", {"VN-05/border-guard"}, model::MeetingKind::conference)));
	CHECK(block(meeting("2021")) != block(meeting("2022")));
	CHECK(block(meeting({}), "2021-03-14") == block(meeting("2021")));
	// A paper by its day, by its term, by neither.
	CHECK(block(agreement("2019-12-20", {})) == block(agreement({}, "2020/2022")));
	CHECK(block(agreement({}, {}), "2021") == block(agreement("2019", {})));
	// A figure for a term and the same one told when it ended.
	CHECK(block(result(7, "lần", "2018/2020")) == block(result(7, "đợt", {}), "2020-12-10"));
	// The province and its committee.
	CHECK(block(meeting("2021", {"VN-05/province", "LA-HO/province"})) ==
	      block(meeting("2021", {"VN-05/people-committee", "LA-HO/people-committee"})));
	// A province that may be any of its bodies, as its command's; the province where the provinces meet.
	CHECK(block(meeting("2021", {"VN-05/province", "LA-HO/military-command"})) ==
	      block(meeting("2021", {"VN-05/border-guard", "LA-HO/military-command"})));
	CHECK(block(meeting("2021", {"VN-05/people-committee", "LA-HO/police"})) ==
	      block(meeting("2021", {"VN-05/police", "LA-HO/province"})));
	CHECK(block(meeting("2021", {"VN-05/province", "LA-HO/province"})) !=
	      block(meeting("2021", {"VN-05/police", "LA-HO/police"})));
	CHECK(block(meeting("2021", {"LA-HO/military-command"})) == block(meeting("2021", {"VN-05/border-guard"})));
	// One post in two spellings, and another post.
	CHECK(block(meeting("2021", {"VN-05/border-post/chiềng tương"})) ==
	      block(meeting("2021", {"VN-05/border-post/chiềng tường"})));
	CHECK(block(meeting("2021", {"VN-05/border-post/chiềng tương"})) !=
	      block(meeting("2021", {"VN-05/border-post/phiêng pằn"})));
}
