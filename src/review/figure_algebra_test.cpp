#include "review/figure_algebra.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <random>
#include <set>

#include "review/figure_line.hpp"
#include "review/sample.hpp"

using namespace bienban;
using namespace bienban::review;

namespace {

constexpr std::size_t k_days = 120;  ///< of a world: four months across a leap day and a year's end
constexpr int k_sets = 10'000;

std::int32_t day_of(std::size_t number) {
	using namespace std::chrono;
	const sys_days first = sys_days{year{2019} / December / 1};
	const year_month_day date{first + days{number}};
	return static_cast<int>(date.year()) * 10'000 +
	       static_cast<std::int32_t>(static_cast<unsigned>(date.month())) * 100 +
	       static_cast<std::int32_t>(static_cast<unsigned>(date.day()));
}

/// What happened on each day, and figures that count it over periods, each truly.
class CountedWorld {
public:
	explicit CountedWorld(std::uint64_t seed) : m_random(seed) {
		m_until.push_back(0);
		for (std::size_t i = 0; i < k_days; ++i) m_until.push_back(m_until.back() + static_cast<double>(below(10)));
		// Few points make periods that meet, nest and cross.
		std::vector<std::size_t> points;
		for (std::size_t i = 0, count = 3 + below(7); i < count; ++i) points.push_back(below(k_days + 1));
		for (std::size_t i = 0, count = 1 + below(9); i < count; ++i) {
			auto [begin, end] = std::minmax(points[below(points.size())], points[below(points.size())]);
			if (begin == end) continue;
			add(begin, end);
		}
	}

	std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_random() % count); }
	const std::vector<Figure>& figures() const { return m_figures; }
	double truth(std::size_t begin, std::size_t end) const { return m_until[end] - m_until[begin]; }
	std::pair<std::size_t, std::size_t> days(std::size_t figure) const { return m_spans[figure]; }

	/// Whether a sum is what truly happened on the days of its parts, none of which shares a day with another.
	bool holds(const Sum& sum) const {
		std::vector<bool> counted(k_days);
		double value = 0;
		for (const ItemIndex part : sum.parts) {
			const auto [begin, end] = m_spans[part];
			for (std::size_t day = begin; day < end; ++day) {
				if (counted[day]) return false;
				counted[day] = true;
			}
			value += truth(begin, end);
		}
		const auto first = std::ranges::find(counted, true) - counted.begin();
		const auto last =
		    k_days - static_cast<std::size_t>(std::find(counted.rbegin(), counted.rend(), true) - counted.rbegin());
		const bool gaps = std::find(counted.begin() + first, counted.begin() + static_cast<std::ptrdiff_t>(last),
		                            false) != counted.begin() + static_cast<std::ptrdiff_t>(last);
		return sum.value == value && sum.gaps == gaps && sum.when.first == day_of(static_cast<std::size_t>(first)) &&
		       sum.when.last == day_of(last - 1);
	}

private:
	void add(std::size_t begin, std::size_t end) {
		const Figure figure{.item = m_figures.size(),
		                    .value = truth(begin, end),
		                    .about = std::nullopt,
		                    .when = model::Period{day_of(begin), day_of(end - 1)}};
		const auto again = [&](const Figure& other) { return other.when == figure.when; };
		if (std::ranges::any_of(m_figures, again)) return;
		m_figures.push_back(figure);
		m_spans.emplace_back(begin, end);
		// By period; the item stays the number of the span.
		std::ranges::sort(m_figures, {}, [](const Figure& one) { return std::pair{one.when->first, one.when->last}; });
	}

	std::mt19937_64 m_random;
	std::vector<double> m_until;  ///< how many before each day
	std::vector<Figure> m_figures;
	std::vector<std::pair<std::size_t, std::size_t>> m_spans;  ///< of each item
};

/// The most days that figures without a common day cover, and the fewest figures that do, by trying all sets.
std::pair<std::size_t, std::size_t> widest_by_trying(const CountedWorld& world) {
	const std::size_t count = world.figures().size();
	std::pair<std::size_t, std::size_t> best{0, 0};
	for (std::size_t set = 1; set < (std::size_t{1} << count); ++set) {
		std::size_t until = 0;
		std::size_t covered = 0;
		std::size_t parts = 0;
		bool apart = true;
		for (std::size_t i = 0; i < count && apart; ++i) {
			if ((set >> i & 1U) == 0) continue;
			const auto [begin, end] = world.days(world.figures()[i].item);
			apart = begin >= until;
			until = end;
			covered += end - begin;
			++parts;
		}
		if (!apart) continue;
		if (covered > best.first || (covered == best.first && parts < best.second)) best = {covered, parts};
	}
	return best;
}

/// Whether some figures fill the days exactly, by walking on from each day that is reached.
bool fillable(const CountedWorld& world, std::size_t begin, std::size_t end) {
	std::set<std::size_t> reached{begin};
	for (const std::size_t day : reached) {
		for (const Figure& figure : world.figures()) {
			const auto [from, to] = world.days(figure.item);
			if (from == day && to <= end) reached.insert(to);
		}
	}
	return reached.contains(end);
}

bool crosses(std::pair<std::size_t, std::size_t> a, std::pair<std::size_t, std::size_t> b) {
	if (b.first < a.first) std::swap(a, b);
	return a.first < b.first && b.first < a.second && a.second < b.second;
}

/// Groups of items that cross, by joining pair after pair.
std::set<std::set<ItemIndex>> crossing_by_pairs(const CountedWorld& world) {
	const std::size_t count = world.figures().size();
	std::vector<std::size_t> group(count);
	std::iota(group.begin(), group.end(), std::size_t{0});
	for (std::size_t a = 0; a < count; ++a) {
		for (std::size_t b = 0; b < a; ++b) {
			if (group[a] != group[b] && crosses(world.days(a), world.days(b))) {
				std::ranges::replace(group, std::size_t{group[a]}, std::size_t{group[b]});
			}
		}
	}
	std::set<std::set<ItemIndex>> found;
	for (std::size_t g = 0; g < count; ++g) {
		std::set<ItemIndex> members;
		for (std::size_t i = 0; i < count; ++i) {
			if (group[i] == g) members.insert(i);
		}
		if (members.size() > 1) found.insert(members);
	}
	return found;
}

}  // namespace

TEST_CASE("over random periods every sum is what truly happened, and no day is counted twice") {
	int wrong = 0;
	for (int seed = 0; seed < k_sets; ++seed) {
		CountedWorld world(static_cast<std::uint64_t>(seed));
		if (world.figures().empty()) continue;
		const auto total = widest_sum(world.figures(), {});
		wrong += !total || !world.holds(*total);
		for (const Relation& relation : relations_of(world.figures(), Adding::yes)) {
			wrong += relation.sum && !world.holds(*relation.sum);
			// All figures are true: no total differs from its parts.
			wrong += relation.kind == RelationKind::total_differs;
			if (relation.kind == RelationKind::total_agrees) {
				const auto [begin, end] = world.days(relation.whole);
				wrong += relation.sum->value != world.truth(begin, end) || relation.sum->gaps;
			}
		}
		for (int i = 0; i < 4; ++i) {
			const auto [begin, end] = std::minmax({world.below(k_days), world.below(k_days + 1)});
			if (begin == end) continue;
			const auto sum = exact_sum(world.figures(), {day_of(begin), day_of(end - 1)});
			wrong += sum.has_value() != fillable(world, begin, end);
			wrong += sum && (!world.holds(*sum) || sum->value != world.truth(begin, end) || sum->gaps);
		}
	}
	CHECK(wrong == 0);
}

TEST_CASE("the total covers as many days as any set of figures can, with as few of them") {
	int wrong = 0;
	for (int seed = 0; seed < k_sets / 10; ++seed) {
		const CountedWorld world(static_cast<std::uint64_t>(seed));
		if (world.figures().empty()) continue;
		const auto total = widest_sum(world.figures(), {});
		std::size_t covered = 0;
		for (const ItemIndex part : total->parts) covered += world.days(part).second - world.days(part).first;
		wrong += widest_by_trying(world) != std::pair{covered, total->parts.size()};
	}
	CHECK(wrong == 0);
}

TEST_CASE("a total is held against its parts wherever parts fill it, and what crosses is grouped") {
	int wrong = 0;
	for (int seed = 0; seed < k_sets / 10; ++seed) {
		const CountedWorld world(static_cast<std::uint64_t>(seed));
		std::set<ItemIndex> agreeing;
		std::set<std::set<ItemIndex>> crossing;
		for (const Relation& relation : relations_of(world.figures(), Adding::yes)) {
			if (relation.kind == RelationKind::total_agrees) agreeing.insert(relation.whole);
			if (relation.kind != RelationKind::overlaps) continue;
			std::set<ItemIndex> members(relation.parts.begin(), relation.parts.end());
			members.insert(relation.whole);
			crossing.insert(members);
		}
		wrong += crossing != crossing_by_pairs(world);
		for (const Figure& whole : world.figures()) {
			const auto [begin, end] = world.days(whole.item);
			// Filled by others: on some day between, one ends and another begins.
			bool filled = false;
			for (std::size_t day = begin + 1; day < end && !filled; ++day) {
				filled = fillable(world, begin, day) && fillable(world, day, end);
			}
			wrong += filled != agreeing.contains(whole.item);
		}
	}
	CHECK(wrong == 0);
}

TEST_CASE("a figure more never makes the total count a day twice, and a wrong total is found out") {
	int wrong = 0;
	for (int seed = 0; seed < k_sets / 10; ++seed) {
		const CountedWorld world(static_cast<std::uint64_t>(seed));
		std::vector<Figure> some;
		for (const Figure& figure : world.figures()) {
			some.push_back(figure);
			wrong += !world.holds(*widest_sum(some, {}));
		}
		for (const Relation& relation : relations_of(world.figures(), Adding::yes)) {
			if (relation.kind != RelationKind::total_agrees) continue;
			auto falsified = world.figures();
			const auto at = std::ranges::find(falsified, relation.whole, &Figure::item);
			at->value += 1;
			const auto relations = relations_of(falsified, Adding::yes);
			wrong += std::ranges::none_of(relations, [&](const Relation& other) {
				return other.kind == RelationKind::total_differs && other.whole == relation.whole;
			});
			break;
		}
	}
	CHECK(wrong == 0);
}

TEST_CASE("figures in another order give the same lines") {
	int wrong = 0;
	for (int seed = 0; seed < k_sets / 20; ++seed) {
		CountedWorld world(static_cast<std::uint64_t>(seed));
		std::vector<Item> items;
		Material material = sample_material();
		for (const Figure& figure : world.figures()) {
			// Some figures twice, with another value: one of them counts, the other stands beside it.
			for (std::size_t i = 0, times = 1 + world.below(2); i < times; ++i) {
				const auto at =
				    add_item(material, {.value = model::Result{.value = figure.value + static_cast<double>(i),
				                                               .unit = "lần",
				                                               .by = {"VN-05/police", "LA-HO/police"}}});
				Item& item = material.items[at];
				item.when = figure.when;
				item.dated = Dated::by_record;
				item.records = static_cast<std::int64_t>(world.below(3));
			}
		}
		const auto told = [&] {
			std::vector<std::vector<registry::RecordId>> facts;
			for (const Indicator& indicator : indicators(material)) {
				auto& of_total = facts.emplace_back();
				if (indicator.total) {
					for (const ItemIndex part : indicator.total->parts) of_total.push_back(material.items[part].fact);
				}
				for (const Relation& relation : indicator.relations) {
					auto& of_relation = facts.emplace_back();
					of_relation.push_back(static_cast<registry::RecordId>(relation.kind));
					of_relation.push_back(material.items[relation.whole].fact);
					for (const ItemIndex part : relation.parts) of_relation.push_back(material.items[part].fact);
				}
			}
			return facts;
		};
		const auto before = told();
		for (std::size_t i = material.items.size(); i > 1; --i) {
			std::swap(material.items[i - 1], material.items[world.below(i)]);
		}
		wrong += told() != before;
	}
	CHECK(wrong == 0);
}
