#include "review/ledger.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "review/sample.hpp"

using namespace bienban;
using namespace bienban::review;

namespace {

const std::string k_a = "VN-05/province";
const std::string k_b = "LA-HO/province";

model::Support gift(std::string item, std::optional<double> value, std::optional<std::string> unit,
                    std::optional<std::string> period) {
	return {.item = std::move(item),
	        .value = value,
	        .unit = std::move(unit),
	        .giver = {k_a},
	        .receiver = {k_b},
	        .period = std::move(period)};
}

model::Support money(double value, std::optional<std::string> period) {
	return gift("tiền", value, "VND", std::move(period));
}

/// Adds what its own document tells, or what document `document` tells at `begin`.
ItemIndex add(Material& material, model::Support support, std::string quote = "q") {
	const ItemIndex item = add_item(material, {.value = std::move(support)});
	material.documents.push_back({.id = static_cast<std::int64_t>(material.documents.size() + 1)});
	material.items[item].tellings.front().document = material.documents.size() - 1;
	material.items[item].tellings.front().record = registry::record_id(material.documents.back().id, 0);
	material.items[item].tellings.front().quote = std::move(quote);
	return item;
}
void tell_in(Material& material, ItemIndex item, std::size_t document, std::size_t begin, std::size_t end) {
	Telling& telling = material.items[item].tellings.front();
	telling.document = document;
	telling.begin = base::CharOffset{begin};
	telling.end = base::CharOffset{end};
}

/// The sum of what was given in đồng, over a year or (0) over all.
std::optional<Sum> given(const Ledger& made, int year, Direction direction = Direction::given,
                         std::string_view currency = "VND") {
	for (const LedgerSum& sum : made.sums) {
		if (sum.direction == direction && sum.currency == currency && sum.year == year) return sum.sum;
	}
	return std::nullopt;
}

std::size_t count(const Ledger& made, RelationKind kind) {
	return static_cast<std::size_t>(std::ranges::count(made.relations, kind, &Relation::kind));
}

}  // namespace

TEST_CASE("support goes the way of its giver, and what is not from side to side is left out") {
	Material material = sample_material();
	auto back = money(7, "2019-05-01");
	std::swap(back.giver, back.receiver);
	auto domestic = money(1, "2019-05-02");
	domestic.receiver = {"VN-05/village/x"};
	auto unsaid = money(2, "2019-05-03");
	unsaid.receiver.clear();
	auto nobody = money(3, "2019-05-04");
	nobody.giver.clear();
	for (const auto& support : {money(100, "2019-05-05"), back, domestic, unsaid, nobody}) add(material, support);
	const Ledger made = ledger(material);
	CHECK(made.entries.size() == 3);
	CHECK(given(made, 2019)->value == 102);
	CHECK(given(made, 2019, Direction::received)->value == 7);
}

TEST_CASE("money is added by currency and year, goods by their worth, and never across currencies") {
	Material material = sample_material();
	add(material, money(100, "2019-05-01"));
	add(material, money(50, "2019-07-01"));
	add(material, money(30, "2020-01-01"));
	add(material, gift("tiền", 9, "USD", "2019-05-01"));
	auto rice = gift("gạo", 10, "tấn", "2019-05-01");
	rice.worth = model::Money{5, "VND"};
	add(material, rice);
	add(material, gift("chăn", 10, std::nullopt, "2019-05-01"));
	const Ledger made = ledger(material);
	CHECK(given(made, 2019)->value == 155);
	CHECK(given(made, 2020)->value == 30);
	CHECK(given(made, 0)->value == 185);
	CHECK(given(made, 2019, Direction::given, "USD")->value == 9);
	REQUIRE(made.sums.size() == 5);
	CHECK(made.sums[3].year == 0);
	CHECK_FALSE(made.entries.back().money);
}

TEST_CASE("money without a date of its own, or from outside the period, is told and not added") {
	Material material = sample_material();
	material.question.from = "2018";
	const ItemIndex undated = add(material, money(100, std::nullopt));
	material.items[undated].when = model::Period{20190101, 20190101};
	material.items[undated].dated = Dated::by_document;
	add(material, money(10, "2016/2019"));
	add(material, money(1, "2019-03-03"));
	const Ledger made = ledger(material);
	REQUIRE(made.entries.size() == 3);
	CHECK_FALSE(made.entries[0].added);
	CHECK_FALSE(made.entries[1].added);
	CHECK(made.entries[2].added);
	CHECK(given(made, 0)->value == 1);
}

TEST_CASE("a total and the items that make it count once") {
	Material material = sample_material();
	const ItemIndex total = add(material, money(500, "2019-05-01"));
	const ItemIndex school = add(material, gift("trường học", 300, "VND", "2019-05-01"));
	const ItemIndex drugs = add(material, gift("thuốc", 200, "VND", "2019-05-01"));
	add(material, money(40, "2019-06-01"));
	const Ledger made = ledger(material);
	CHECK(made.entries[school].part_of == total);
	CHECK(made.entries[drugs].part_of == total);
	CHECK(given(made, 2019)->value == 540);
	CHECK(count(made, RelationKind::total_agrees) == 1);
}

TEST_CASE("an item behind a larger sum of money in one sentence is a part of it, other goods are not") {
	Material material = sample_material();
	const ItemIndex total = add(material, money(500, "2019-05-01"));
	const ItemIndex school = add(material, gift("trường học", 300, "VND", "2019-05-01"));
	const ItemIndex far = add(material, gift("thuốc", 100, "VND", "2019-05-01"));
	tell_in(material, total, 0, 10, 30);
	tell_in(material, school, 0, 45, 60);
	tell_in(material, far, 0, 700, 720);
	const Ledger made = ledger(material);
	CHECK(made.entries[school].part_of == total);
	CHECK_FALSE(made.entries[far].part_of);
	CHECK(given(made, 2019)->value == 600);
	CHECK(count(made, RelationKind::holds_parts) == 1);
}

TEST_CASE("where nobody looked at the words, the next thing behind a larger sum is held by it") {
	Material material = sample_material();
	const ItemIndex sum = add(material, money(500, "2019-05-01"));
	const ItemIndex school = add(material, gift("trường học", 300, "VND", "2019-05-01"));
	const ItemIndex far = add(material, gift("thuốc", 100, "VND", "2019-05-01"));
	for (const auto& [item, ordinal] : {std::pair{sum, 4}, {school, 5}, {far, 9}}) {
		material.items[item].tellings.front() = {.record = registry::record_id(1, ordinal)};
	}
	const Ledger made = ledger(material);
	CHECK_FALSE(made.entries[school].part_of);
	CHECK_FALSE(made.entries[school].added);
	CHECK(given(made, 2019)->value == 600);
	CHECK(count(made, RelationKind::holds_parts) == 1);
}

TEST_CASE("what is called the total worth takes in the goods told beside it") {
	Material material = sample_material();
	const ItemIndex chairs = add(material, gift("ghế", 10, std::nullopt, "2019-05-01"));
	const ItemIndex rice = add(material, gift("gạo", 20, "VND", "2019-05-01"));
	const ItemIndex total = add(material, gift("quà", 55, "VND", "2019-05-01"), "Tổng giá trị món quà là 55 đồng");
	tell_in(material, chairs, 0, 10, 20);
	tell_in(material, rice, 0, 25, 40);
	tell_in(material, total, 0, 60, 90);
	const Ledger made = ledger(material);
	CHECK(made.entries[chairs].part_of == total);
	CHECK(made.entries[rice].part_of == total);
	CHECK(given(made, 2019)->value == 55);
}

TEST_CASE("a sum for years may hold what was given in them: the whole takes it, the year takes the gift") {
	Material material = sample_material();
	add(material, money(1000, "2016/2020"));
	add(material, money(300, "2018-05-01"));
	add(material, gift("trường học", 70, "VND", "2021-05-01"));
	const Ledger made = ledger(material);
	CHECK(given(made, 0)->value == 1070);
	CHECK(given(made, 2018)->value == 300);
	CHECK_FALSE(given(made, 2016));
	CHECK_FALSE(made.entries[1].added);
	CHECK(count(made, RelationKind::holds_parts) == 1);
}

TEST_CASE("the same sum of one day or month, once as money and once with what it was for, counts once") {
	Material material = sample_material();
	add(material, money(340, "2019-07-08"));
	add(material, gift("trường học", 340, "VND", "2019-07"));
	add(material, gift("thuốc", 340, "VND", "2019-07-08"));
	CHECK(given(ledger(material), 2019)->value == 680);
}

TEST_CASE("a school built over years does not hold a gift of rice") {
	Material material = sample_material();
	add(material, gift("trường học", 1000, "VND", "2016/2020"));
	add(material, gift("gạo", 300, "VND", "2018-05-01"));
	CHECK(given(ledger(material), 0)->value == 1300);
}

TEST_CASE("two values that no document tells together count once, two that one tells count both") {
	Material material = sample_material();
	const ItemIndex a = add(material, money(100, "2019-05-01"));
	const ItemIndex b = add(material, money(350, "2019-05-01"));
	material.items[b].records = 2;
	Ledger made = ledger(material);
	CHECK(given(made, 2019)->value == 350);
	CHECK(count(made, RelationKind::same_period) == 1);
	tell_in(material, b, material.items[a].tellings.front().document, 500, 600);
	made = ledger(material);
	CHECK(given(made, 2019)->value == 450);
	CHECK(made.relations.empty());
}

TEST_CASE("a gift told once with the body and once with its province counts once, another sum is another gift") {
	Material material = sample_material();
	auto to_police = money(100, "2019-05-01");
	to_police.receiver = {"LA-HO/police"};
	add(material, to_police);
	add(material, money(100, "2019-05-01"));
	add(material, money(70, "2019-06"));
	to_police.value = 70;
	to_police.period = "2019-06-01";
	add(material, to_police);
	to_police.value = 8;
	to_police.period = "2019-05-01";
	to_police.item = "xăng";
	add(material, to_police);
	const Ledger made = ledger(material);
	CHECK(given(made, 2019)->value == 178);
	CHECK(count(made, RelationKind::same_period) == 1);
	CHECK(count(made, RelationKind::holds_parts) == 1);
}

TEST_CASE("more than a sum and a sum are more than both") {
	Material material = sample_material();
	auto more = money(100, "2019-05-01");
	more.about = model::About::over;
	add(material, more);
	add(material, money(50, "2019-07-01"));
	CHECK(given(ledger(material), 2019)->about == model::About::over);
}

TEST_CASE("the occasion is the meeting of that day at which both sat, and none where two could be meant") {
	Material material = sample_material();
	const auto meeting = [](std::string date, model::MeetingKind kind, std::vector<model::Party> parties) {
		return model::Record{.value =
		                         model::Meeting{.kind = kind, .date = std::move(date), .parties = std::move(parties)}};
	};
	const ItemIndex talks = add_item(material, meeting("2019-05-01/2019-05-03", model::MeetingKind::talks, {k_a, k_b}));
	add_item(material, meeting("2019-05-02", model::MeetingKind::reception, {k_a, k_b}));
	add_item(material, meeting("2019-05-02", model::MeetingKind::talks, {"VN-05/police", "LA-HO/police"}));
	add_item(material, meeting("2019-06-01", model::MeetingKind::talks, {k_a, k_b}));
	add_item(material, meeting("2019-06-01", model::MeetingKind::conference, {k_a, k_b}));
	add(material, money(1, "2019-05-02"));
	add(material, money(2, "2019-06-01"));
	add(material, money(3, "2019-05"));
	const Ledger made = ledger(material);
	CHECK(made.entries[0].occasion == talks);
	CHECK_FALSE(made.entries[1].occasion);
	CHECK_FALSE(made.entries[2].occasion);
}

TEST_CASE("over random gifts no gift is in a sum twice, and what is added is neither part nor held") {
	int wrong = 0;
	for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
		std::mt19937_64 random(seed);
		const auto below = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
		Material material = sample_material();
		const std::vector<std::string> periods{"2016",       "2017",       "2016/2018", "2017-05-01",
		                                       "2017-05-02", "2017-05-01", "2018",      "2018-03"};
		const std::vector<std::string> items{"tiền", "quà", "gạo", "trường học"};
		const std::size_t count_of_gifts = 1 + below(10);
		for (std::size_t i = 0; i < count_of_gifts; ++i) {
			auto support = gift(items[below(4)], static_cast<double>(1 + below(9)), "VND", periods[below(8)]);
			if (below(4) == 0) std::swap(support.giver, support.receiver);
			const ItemIndex item = add(material, support);
			if (below(2) == 0) tell_in(material, item, below(2), 100 * i, 100 * i + 20);
		}
		const Ledger made = ledger(material);
		for (const LedgerSum& sum : made.sums) {
			double value = 0;
			auto parts = sum.sum.parts;
			std::ranges::sort(parts);
			wrong += std::adjacent_find(parts.begin(), parts.end()) != parts.end();
			for (const ItemIndex part : parts) {
				const LedgerEntry& entry = made.entries[part];
				value += entry.money->value;
				wrong += entry.part_of.has_value() || entry.direction != sum.direction;
				wrong += sum.year == 0 && !entry.added;
				wrong += sum.year != 0 && material.items[part].when->last / 10'000 != sum.year;
				// Of a total or a longer time and what it holds, one alone is added.
				for (const Relation& relation : made.relations) {
					if (sum.year != 0 || relation.whole != part) continue;
					for (const ItemIndex held : relation.parts) wrong += std::ranges::find(parts, held) != parts.end();
				}
			}
			wrong += value != sum.sum.value;
		}
	}
	CHECK(wrong == 0);
}
