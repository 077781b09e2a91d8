#include "review/figures.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "review/sample.hpp"

using namespace bienban;
using namespace bienban::review;

namespace {

const std::string k_a = "VN-05/border-guard";
const std::string k_b = "LA-HO/military-command";

model::Result patrols(double value, std::optional<std::string> period,
                      std::optional<model::About> about = std::nullopt) {
	return {.value = value,
	        .unit = "lần",
	        .theme = model::Theme::joint_patrol,
	        .by = {k_a, k_b},
	        .period = std::move(period),
	        .about = about};
}

Material with(const std::vector<model::Result>& results) {
	Material material = sample_material();
	for (const model::Result& result : results) add_item(material, {.value = result});
	sort_items(material);
	return material;
}

std::vector<double> values(const Material& material, const std::vector<ItemIndex>& items) {
	std::vector<double> all;
	for (const ItemIndex item : items) all.push_back(material.as<model::Result>(item)->value);
	return all;
}

/// The relations of a kind.
std::vector<Relation> of_kind(const Indicator& indicator, RelationKind kind) {
	std::vector<Relation> found;
	std::ranges::copy_if(indicator.relations, std::back_inserter(found),
	                     [&](const Relation& r) { return r.kind == kind; });
	return found;
}

Indicator only(const Material& material) {
	auto all = indicators(material);
	REQUIRE(all.size() == 1);
	return all.front();
}

const model::Period k_2019{20190101, 20191231};

}  // namespace

TEST_CASE("what is written in other letters is one unit, what counts something else is another") {
	auto results = {patrols(1, "2016"), patrols(2, "2017"), patrols(3, "2018"), patrols(4, "2019"), patrols(5, "2020")};
	std::vector<model::Result> all(results);
	all[0].unit = "lượt cán bộ, chiến sĩ";
	all[1].unit = "Lượt  cán bộ chiến sỹ";
	all[2].unit = "lượt CBCS";
	all[3].unit = "lượt người";
	all[4].unit = "lượt cán bộ, chiến sĩ";
	const auto made = indicators(with(all));
	REQUIRE(made.size() == 2);
	CHECK(made[0].figures.size() == 4);
	CHECK(made[0].unit == "lượt cán bộ, chiến sĩ");
	CHECK(made[1].figures.size() == 1);
}

TEST_CASE("figures of disjoint periods are added, and what is not known of a part is not known of the sum") {
	const auto material = with({patrols(10, "2016"), patrols(2000, "2018", model::About::over), patrols(3, "2017")});
	const Indicator indicator = only(material);
	REQUIRE(indicator.total);
	CHECK(indicator.total->value == 2013);
	CHECK(indicator.total->about == model::About::over);
	CHECK(indicator.total->when == model::Period{20160101, 20181231});
	CHECK_FALSE(indicator.total->gaps);
	const auto both = with({patrols(10, "2016", model::About::under), patrols(20, "2018", model::About::over)});
	CHECK(only(both).total->about == model::About::about);
	CHECK(only(both).total->gaps);
}

TEST_CASE("a total that its years make up is said to agree and counts once") {
	const auto material = with({patrols(10, "2016"), patrols(12, "2017"), patrols(22, "2016/2017")});
	const Indicator indicator = only(material);
	CHECK(indicator.total->value == 22);
	CHECK(indicator.total->parts.size() == 1);
	const auto relations = of_kind(indicator, RelationKind::total_agrees);
	REQUIRE(relations.size() == 1);
	CHECK(values(material, relations[0].parts) == std::vector<double>{10, 12});
	CHECK(relations[0].sum->value == 22);
}

TEST_CASE("a total that its years do not make up is said to differ") {
	const auto material = with({patrols(10, "2016"), patrols(12, "2017"), patrols(25, "2016/2017")});
	CHECK(of_kind(only(material), RelationKind::total_differs).size() == 1);
	CHECK(only(material).total->value == 25);
}

TEST_CASE("more than two thousand agrees with what makes 2,012, and not with what makes 1,990") {
	const auto total = patrols(2000, "2016/2017", model::About::over);
	CHECK(
	    of_kind(only(with({patrols(1000, "2016"), patrols(1012, "2017"), total})), RelationKind::total_agrees).size() ==
	    1);
	CHECK(
	    of_kind(only(with({patrols(1000, "2016"), patrols(990, "2017"), total})), RelationKind::total_differs).size() ==
	    1);
	CHECK(of_kind(only(with({patrols(1000, "2016", model::About::over), patrols(990, "2017"), total})),
	              RelationKind::total_agrees)
	          .size() == 1);
}

TEST_CASE("a period holds what does not fill it; parts that are more than it are reported") {
	const auto holds = only(with({patrols(10, "2016"), patrols(30, "2016/2018")}));
	REQUIRE(of_kind(holds, RelationKind::holds_parts).size() == 1);
	CHECK(holds.total->value == 30);
	const auto more = only(with({patrols(40, "2016"), patrols(30, "2016/2018")}));
	CHECK(of_kind(more, RelationKind::total_differs).size() == 1);
}

TEST_CASE("figures that run on from one beginning nest: the longest covers") {
	const auto material = with({patrols(50, "2016/2019"), patrols(60, "2016/2020"), patrols(10, "2016")});
	const Indicator indicator = only(material);
	CHECK(indicator.total->value == 60);
	const auto relations = of_kind(indicator, RelationKind::holds_parts);
	REQUIRE(relations.size() == 2);
	CHECK(values(material, relations[0].parts) == std::vector<double>{50});
}

TEST_CASE("what has no known end covers what follows it, but never where known years do") {
	CHECK(only(with({patrols(50, "2016/.."), patrols(5, "2020")})).total->value == 50);
	CHECK(only(with({patrols(50, "2016/.."), patrols(60, "2016/2020")})).total->value == 60);
	const auto before = only(with({patrols(50, "2016/.."), patrols(7, "2015")}));
	CHECK(before.total->value == 57);
	CHECK(before.total->when.last == model::Period::k_open);
}

TEST_CASE("periods that cross are told together and never added") {
	const auto material =
	    with({patrols(10, "2016/2018"), patrols(20, "2018/2020"), patrols(30, "2020/2021"), patrols(4, "2030")});
	const Indicator indicator = only(material);
	const auto relations = of_kind(indicator, RelationKind::overlaps);
	REQUIRE(relations.size() == 1);
	CHECK(values(material, relations[0].parts) == std::vector<double>{20, 30});
	CHECK(indicator.total->value == 44);
}

TEST_CASE("of two figures for the same days one counts: the confirmed, else the more told, else the later one") {
	Material material = sample_material();
	const auto a = add_item(material, {.value = patrols(10, "2019")});
	const auto b = add_item(material, {.value = patrols(30, "2019")});
	material.items[a].records = 3;
	CHECK(only(material).total->value == 10);
	material.items[b].status = registry::Status::confirmed;
	CHECK(only(material).total->value == 30);
	CHECK(sum_over(only(material), k_2019)->value == 30);
	const auto relations = of_kind(only(material), RelationKind::same_period);
	REQUIRE(relations.size() == 1);
	CHECK(relations[0].whole == b);
	material.items[a].records = 1;
	material.items[b].status = registry::Status::read;
	CHECK(only(material).total->value == 30);
	material.items[a].tellings.front().record = registry::record_id(2, 0);
	CHECK(only(material).total->value == 10);
}

TEST_CASE("a figure that only its document dates is told and never added") {
	Material material = with({patrols(10, "2019")});
	const auto undated = add_item(material, {.value = patrols(90, std::nullopt)});
	material.items[undated].date = "2018-03-01";
	material.items[undated].when = model::Period{20180301, 20180301};
	material.items[undated].dated = Dated::by_document;
	const Indicator indicator = only(material);
	REQUIRE(indicator.figures.size() == 2);
	CHECK_FALSE(indicator.figures[1].when);
	CHECK(indicator.total->value == 10);
	CHECK(indicator.relations.empty());
}

TEST_CASE("a figure that reaches out of the asked period is told and no part of the total") {
	Material material = with({patrols(10, "2019"), patrols(50, "2016/2020")});
	material.question.from = "2018";
	CHECK(only(material).total->value == 10);
}

TEST_CASE("a year is told by its figure or by what fills it exactly") {
	const auto material = with({patrols(3, "2019-01/2019-06"), patrols(4, "2019-07/2019-12"), patrols(9, "2018/2019"),
	                            patrols(5, "2020-02/2020-12")});
	const Indicator indicator = only(material);
	CHECK(sum_over(indicator, k_2019)->value == 7);
	CHECK_FALSE(sum_over(indicator, {20200101, 20201231}));
	CHECK(sum_over(indicator, {20180101, 20191231})->value == 9);
	CHECK_FALSE(sum_over(indicator, {20180101, 20181231}));
}

TEST_CASE("both sides' count, one side's and the province's stand side by side") {
	auto joint = patrols(30, "2019");
	auto ours = patrols(20, "2019");
	ours.by = {k_a};
	auto province = patrols(45, "2019");
	province.by = {"VN-05/province"};
	auto other_year = patrols(21, "2020");
	other_year.by = {k_a};
	const auto material = with({joint, ours, province, other_year});
	const auto all = indicators(material);
	REQUIRE(all.size() == 3);
	std::vector<std::pair<double, std::vector<double>>> found;
	for (const Indicator& indicator : all) {
		for (const Relation& relation : of_kind(indicator, RelationKind::other_scope)) {
			found.emplace_back(values(material, {relation.whole}).front(), values(material, relation.parts));
			CHECK_FALSE(relation.sum);
		}
	}
	std::ranges::sort(found);
	CHECK(found == std::vector<std::pair<double, std::vector<double>>>{{30, {20}}, {45, {20}}});
}

TEST_CASE("figures of nobody named are told side by side and not added") {
	auto a = patrols(10, "2018");
	auto b = patrols(12, "2019");
	a.by = b.by = {};
	a.to = b.to = {k_b};
	const Indicator indicator = only(with({a, b}));
	CHECK_FALSE(indicator.total);
	CHECK(sum_over(indicator, k_2019)->value == 12);
	CHECK_FALSE(sum_over(indicator, {20180101, 20191231}));
}
