#include "register/check.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "model/json.hpp"
#include "register/sqlite_open.hpp"

using namespace bienban;
using namespace bienban::registry;

namespace {

const std::vector<model::Party> k_commands = {"VN-05/military-command", "LA-HO/military-command"};
const std::vector<model::Party> k_guards = {"VN-05/border-guard", "LA-HO/border-guard"};
constexpr std::int32_t k_today = 20250601;

/// Facts with numbers from 1 on, each first told by a document of its own.
class Facts {
public:
	template <typename T>
	Facts& add(T value, std::int32_t told = 0) {
		const RecordId id = record_id(static_cast<std::int64_t>(m_facts.size()) + 1, 0);
		m_facts.push_back({.id = id, .record = {.value = std::move(value)}, .told = told, .source = id});
		return *this;
	}
	const std::vector<CheckedFact>& all() const { return m_facts; }

private:
	std::vector<CheckedFact> m_facts;
};

model::Agreement minutes(const char* signed_on, const char* term, std::vector<model::Party> parties = k_commands) {
	model::Agreement agreement{.instrument = model::Instrument::minutes, .parties = std::move(parties)};
	if (*signed_on != 0) agreement.signed_on = signed_on;
	if (*term != 0) agreement.term = term;
	return agreement;
}

model::Meeting talks(const char* date, std::vector<model::Party> parties = k_commands) {
	return {.kind = model::MeetingKind::talks, .date = date, .parties = std::move(parties)};
}

model::Result patrols(double value, const char* period) {
	return {.value = value,
	        .unit = "lần",
	        .theme = model::Theme::joint_patrol,
	        .by = k_commands,
	        .period = std::string{period}};
}

std::size_t found_in(const std::vector<Finding>& findings) { return findings.size(); }

}  // namespace

TEST_CASE("an agreement whose term ran out is found unless another followed it") {
	Facts facts;
	facts.add(minutes("2021-03-01", "2021")).add(minutes("2022-03-01", "2022"));
	const auto findings = ended_agreements(facts.all(), k_today);
	REQUIRE(findings.size() == 1);
	CHECK(findings[0].facts == std::vector<RecordId>{record_id(2, 0)});
	CHECK(findings[0].day == 20221231);
	CHECK(findings[0].message == "check-agreement-ended");
	CHECK(findings[0].values ==
	      std::vector<std::string>{"minutes", "LA-HO/military-command, VN-05/military-command", "2022"});
	CHECK(ended_agreements(facts.all(), 20220601).empty());
}

TEST_CASE("an agreement without a term of its own follows one when it was signed later") {
	Facts facts;
	facts.add(minutes("2021-03-01", "2021")).add(minutes("2024-05-01", ""));
	CHECK(ended_agreements(facts.all(), k_today).empty());
}

TEST_CASE("an agreement of others, of another kind or without an end is no successor and no finding") {
	Facts facts;
	auto memorandum = minutes("2023-01-01", "2023/2030");
	memorandum.instrument = model::Instrument::memorandum;
	facts.add(minutes("2021-03-01", "2021")).add(minutes("2023-03-01", "2023/2030", k_guards)).add(memorandum);
	facts.add(minutes("2020-03-01", "2020/.."));
	// The open-ended one goes on beyond the first, but began before it.
	const auto findings = ended_agreements(facts.all(), k_today);
	REQUIRE(findings.size() == 1);
	CHECK(findings[0].facts == std::vector<RecordId>{record_id(1, 0)});
}

TEST_CASE("a year without the yearly talks is found between the first and the last") {
	Facts facts;
	facts.add(talks("2016-05-01")).add(talks("2017-05-01")).add(talks("2020-06")).add(talks("2022"));
	const auto findings = missing_meetings(facts.all());
	REQUIRE(findings.size() == 1);
	CHECK(findings[0].values ==
	      std::vector<std::string>{"talks", "LA-HO/military-command, VN-05/military-command", "2018–2019, 2021"});
	CHECK(findings[0].facts.size() == 4);
}

TEST_CASE("two meetings make no habit unless a source calls them annual") {
	Facts facts;
	facts.add(talks("2016-05-01")).add(talks("2018-05-01"));
	CHECK(missing_meetings(facts.all()).empty());
	auto annual = talks("2019-05-01");
	annual.recurs = model::Recurs::annual;
	facts = {};
	facts.add(talks("2016-05-01")).add(annual);
	CHECK(missing_meetings(facts.all()).front().values[2] == "2017–2018");
}

TEST_CASE("a missing round is found by its number where the years do not say when it was") {
	Facts facts;
	for (const auto& [year, ordinal] : {std::pair{"2016", 11}, std::pair{"2020", 13}}) {
		auto meeting = talks(year);
		meeting.ordinal = ordinal;
		facts.add(meeting);
	}
	const auto findings = missing_meetings(facts.all());
	REQUIRE(findings.size() == 1);
	CHECK(findings[0].message == "check-meeting-number-missing");
	CHECK(findings[0].values[2] == "12");
}

TEST_CASE("a meeting with more parties counts as held, receptions make no series") {
	Facts facts;
	auto parties = k_commands;
	parties.insert(parties.end(), k_guards.begin(), k_guards.end());
	facts.add(talks("2016")).add(talks("2017")).add(talks("2018", parties)).add(talks("2019"));
	for (const char* year : {"2010", "2012", "2014"}) {
		auto reception = talks(year);
		reception.kind = model::MeetingKind::reception;
		facts.add(reception);
	}
	CHECK(missing_meetings(facts.all()).empty());
}

TEST_CASE("a commitment is found when its time is over and nothing tells of it") {
	const model::Commitment commitment{
	    .parties = k_commands, .period = "2020/2022", .themes = {model::Theme::joint_patrol, model::Theme::training}};
	Facts facts;
	facts.add(commitment);
	CHECK(unreported_commitments(facts.all(), 20220601).empty());
	const auto findings = unreported_commitments(facts.all(), k_today);
	REQUIRE(findings.size() == 1);
	CHECK(findings[0].day == 20221231);
	CHECK(findings[0].values[1] == "joint-patrol, training");

	SUBCASE("what was done before it, by others or on other matters is no report") {
		auto others = patrols(4, "2021");
		others.by = k_guards;
		auto other_theme = patrols(4, "2021");
		other_theme.theme = model::Theme::health;
		facts.add(patrols(4, "2019")).add(others).add(other_theme);
		CHECK(found_in(unreported_commitments(facts.all(), k_today)) == 1);
	}
	SUBCASE("a figure of its parties is") {
		facts.add(patrols(4, "2021"));
		CHECK(unreported_commitments(facts.all(), k_today).empty());
	}
	SUBCASE("an activity is, by the theme of its kind and the day it was told") {
		facts.add(model::Activity{.kind = model::ActivityKind::training, .parties = {"LA-HO/province"}}, 20210505);
		CHECK(unreported_commitments(facts.all(), k_today).empty());
	}
}

TEST_CASE("a commitment without a term has two years") {
	Facts facts;
	facts.add(model::Commitment{.parties = k_commands, .period = "2023-08-01", .themes = {model::Theme::health}});
	facts.add(model::Commitment{.parties = k_commands, .themes = {model::Theme::health}}, 20230401);
	const auto findings = unreported_commitments(facts.all(), k_today);
	REQUIRE(findings.size() == 1);
	CHECK(findings[0].day == 20250401);
	CHECK(found_in(unreported_commitments(facts.all(), 20250802)) == 2);
}

TEST_CASE("a figure counted further that is smaller is found") {
	Facts facts;
	facts.add(patrols(30, "2015/2019"), 20191101).add(patrols(26, "2015/2021"), 20211101);
	const auto findings = shrinking_figures(facts.all());
	REQUIRE(findings.size() == 1);
	CHECK(findings[0].facts == std::vector<RecordId>{record_id(1, 0), record_id(2, 0)});
	CHECK(findings[0].values[0] == "30");
	CHECK(findings[0].values[1] == "26");
}

TEST_CASE("a smaller figure for the same period is found where it was told later, by another document") {
	Facts facts;
	facts.add(patrols(30, "2019"), 20200101).add(patrols(26, "2019"), 20210101);
	CHECK(found_in(shrinking_figures(facts.all())) == 1);
	Facts reverse;
	reverse.add(patrols(26, "2019"), 20200101).add(patrols(30, "2019"), 20210101);
	CHECK(shrinking_figures(reverse.all()).empty());
	Facts same_day;
	same_day.add(patrols(30, "2019"), 20200101).add(patrols(26, "2019"), 20200101);
	CHECK(shrinking_figures(same_day.all()).empty());
}

TEST_CASE("figures from another beginning, of another unit or by others are not compared") {
	Facts facts;
	auto people = patrols(10, "2015/2021");
	people.unit = "lượt người";
	auto others = patrols(10, "2015/2021");
	others.by = k_guards;
	facts.add(patrols(30, "2015/2019"), 20191101).add(patrols(5, "2020/2021"), 20211101).add(people).add(others);
	CHECK(shrinking_figures(facts.all()).empty());
}

namespace {

void put(Store& store, std::int64_t document, const model::Record& record, const std::string& type,
         std::vector<std::string> conflicts = {}) {
	store.put_document({.id = document, .source = "a.txt", .title = "", .published = {}, .day = 20200101});
	store.put_fact({.id = record_id(document, 0),
	                .type = type,
	                .first_day = 20210101,
	                .last_day = 20211231,
	                .value = model::dump(model::to_json(record)),
	                .conflicts = std::move(conflicts),
	                .parties = k_commands,
	                .pairs = {"VN-05|LA-HO"}});
}

}  // namespace

TEST_CASE("a register is checked pair by pair, with what is unresolved and what has changed") {
	const auto store = scratch_store();
	store->begin();
	put(*store, 1, {.value = minutes("2021-03-01", "2021")}, "agreement", {"signed"});
	put(*store, 2, {.value = talks("2021-03-01")}, "meeting");
	store->put_proposals("person", 1, {{.kind = "person", .root = 1, .a = "P1.0", .b = "P2.0", .score = 0.5}});
	store->put_changed({.record = record_id(2, 0), .entry = 7, .before = "{}", .after = ""});
	store->commit();

	const auto all = check(*store, {.as_of = k_today});
	REQUIRE(all.size() == 4);
	CHECK(all[0].kind == FindingKind::conflict);
	CHECK(all[0].values == std::vector<std::string>{"agreement", "signed"});
	CHECK(all[1].kind == FindingKind::agreement_ended);
	CHECK(all[2].kind == FindingKind::name_unresolved);
	CHECK(all[2].names == std::vector<std::string>{"P1.0", "P2.0"});
	CHECK(all[3].message == "check-reading-gone");
	CHECK(all[3].values == std::vector<std::string>{"R2.0", "J7"});

	CHECK(found_in(check(*store, {.as_of = k_today, .between_a = {"VN-05"}, .between_b = {"LA"}})) == 2);
	CHECK(check(*store, {.as_of = k_today, .between_a = {"VN-21"}, .between_b = {"LA"}}).empty());
	CHECK(found_in(check(*store, {.as_of = k_today, .kind = FindingKind::conflict})) == 1);
}
