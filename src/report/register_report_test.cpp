#include "report/register_report.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "report/findings.hpp"
#include "report/values.hpp"

using namespace bienban;
using namespace bienban::report;
using base::Lang;
using registry::record_id;

namespace {

const Layout k_layout{.columns = 100, .lang = Lang::en};

bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

registry::Source source(registry::RecordId id, const char* quote) {
	return {.record = id,
	        .document = registry::document_of(id),
	        .path = "a.txt",
	        .title = "Hội đàm",
	        .published = "2019-11-12",
	        .begin = 3,
	        .end = 9,
	        .quote = quote,
	        .certainty = 0.9,
	        .gone = false,
	        .value = R"({"type":"meeting","kind":"talks","date":"2019-11-11"})"};
}

/// Two documents that disagree about the day, and a person who settled it.
FactStory story() {
	FactStory made;
	registry::FactView& view = made.view;
	const auto first = record_id(1, 0);
	const auto second = record_id(2, 4);
	view.fact.id = first;
	view.fact.type = "meeting";
	view.fact.first_day = view.fact.last_day = 20191111;
	view.fact.value = R"({"type":"meeting","kind":"talks","date":"2019-11-11","parties":["VN-05/province"]})";
	view.fact.conflicts = {"date"};
	view.fact.records = 2;
	view.statements = {
	    {.field = "date", .value = R"("2019-11-11")", .record = 0, .entry = 7, .rank = registry::Rank::preferred},
	    {.field = "date", .value = R"("2019-11-11")", .record = first, .entry = 1},
	    {.field = "date", .value = R"("2019-11-12")", .record = second, .entry = 2, .rank = registry::Rank::rejected},
	    {.field = "kind", .value = R"("talks")", .record = first, .entry = 1}};
	view.sources = {source(first, "hội đàm ngày 11/11"), source(second, "hội đàm ngày 12/11")};
	view.why = {{.a = first, .b = second, .reason = {.reason = "at-place", .values = {"LA-HO"}, .score = 0.917}}};
	made.entries = {{.seq = 7,
	                 .at = "2026-01-02T03:04:05Z",
	                 .who = "Lan",
	                 .kind = "confirm",
	                 .why = "the minutes say so",
	                 .payload = R"({"fact":"F1.0"})",
	                 .hash = ""}};
	return made;
}

}  // namespace

TEST_CASE("a fact shows its values, both sides of a conflict with their words, its sources and the decisions") {
	const std::string text = fact_text(story(), k_layout);
	CHECK(has(text, "F1.0 · Meeting · 2019-11-11 · read\n"));
	CHECK(has(text, "  parties  Sơn La (VN-05/province)\n"));
	CHECK(has(text, "    2019-11-11 (preferred) — J7, R1.0\n      “hội đàm ngày 11/11”\n"));
	CHECK(has(text, "    2019-11-12 (rejected) — R2.4\n      “hội đàm ngày 12/11”\n"));
	CHECK(has(text, "D1 · Hội đàm · a.txt · 2019-11-12"));
	CHECK(has(text, "the minutes say so"));
}

TEST_CASE("a fact as JSON leads from each value to who says it") {
	const auto json = nlohmann::ordered_json::parse(fact_json(story(), Lang::en));
	CHECK(json["id"] == "F1.0");
	CHECK(json["statements"][0]["record"] == nullptr);
	CHECK(json["statements"][0]["entry"] == "J7");
	CHECK(json["statements"][0]["rank"] == "preferred");
	CHECK(json["statements"][2]["record"] == "R2.4");
	CHECK(json["sources"][1]["evidence"]["quote"] == "hội đàm ngày 12/11");
	CHECK(json["sources"][1]["document"] == "D2");
	CHECK(json["decisions"][0]["why"] == "the minutes say so");
}

TEST_CASE("a join is told link by link, with the reason in words") {
	const std::string text = why_text(story(), k_layout);
	CHECK(has(text, "R1.0 and R2.4: in Houaphanh (0.92)\n"));
	FactStory alone = story();
	alone.view.why.clear();
	alone.view.fact.records = 1;
	CHECK(has(why_text(alone, k_layout), "It has one record."));
}

TEST_CASE("a stretch of days is said as short as it can be") {
	CHECK(days_edtf(20191111, 20191111) == "2019-11-11");
	CHECK(days_edtf(20190101, 20191231) == "2019");
	CHECK(days_edtf(20200201, 20200229) == "2020-02");
	CHECK(days_edtf(20220101, 20241231) == "2022-01-01/2024-12-31");
	CHECK(days_edtf(20200101, 99991231) == "2020-01-01/..");
	CHECK(days_edtf(0, 20191231) == "../2019-12-31");
	CHECK(days_edtf(0, 0).empty());
}

TEST_CASE("values are said in words by their field") {
	CHECK(value_words("meeting", "kind", R"("talks")", Lang::en) == "Talks");
	CHECK(value_words("activity", "kind", R"("training")", Lang::en) == "Training course");
	CHECK(value_words("commitment", "themes", R"(["drugs","health"])", Lang::en) == "action against drugs; health");
	CHECK(value_words("support", "worth", R"({"value":5000000,"unit":"VND"})", Lang::en) == "5,000,000 VND");
	CHECK(value_words("result", "about", R"("over")", Lang::en) == "over");
	CHECK(value_words("meeting", "date", R"("2019-11-11")", Lang::vi) == "11/11/2019");
	CHECK(value_words("meeting", "date", "null", Lang::en) == "–");
}

TEST_CASE("the words that were looked for are marked in the sentence") {
	registry::SearchResult result;
	result.hits.push_back({.document = 3, .title = "Tin", .sentence = "Tỉnh Hủa Phăn và Sơn La."});
	const std::string& sentence = result.hits.front().sentence;
	const auto at = sentence.find("Hủa Phăn");
	result.hits.front().words = {{base::ByteOffset{at}, base::ByteOffset{at + std::string{"Hủa Phăn"}.size()}}};
	CHECK(has(search_text(result, 1, k_layout), "“Tỉnh [Hủa Phăn] và Sơn La.”"));
	Layout colour = k_layout;
	colour.colour = Colour::yes;
	CHECK(has(search_text(result, 1, colour), "\x1B[1;33mHủa Phăn\x1B[0m và"));
}
