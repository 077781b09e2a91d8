#include "review/figure_line.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <numeric>
#include <set>
#include <tuple>

namespace bienban::review {

namespace {

constexpr std::int64_t k_before_all = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t k_after_all = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t k_none = std::numeric_limits<std::size_t>::max();

/// The shortest ways from one node to those behind it.
class Ways {
public:
	explicit Ways(const Line& line) : m_line(line), m_steps(line.nodes()) {}

	/// Finds the ways from a node to all up to another one.
	void find(std::size_t from, std::size_t until) {
		std::fill(m_steps.begin() + static_cast<std::ptrdiff_t>(from),
		          m_steps.begin() + static_cast<std::ptrdiff_t>(until) + 1, Step{});
		m_from = from;
		m_steps[from].count = 0;
		for (std::size_t node = from; node < until; ++node) {
			if (m_steps[node].count == k_none) continue;
			for (const Stretch& stretch : m_line.beginning(node)) {
				if (stretch.open || stretch.end > until) continue;
				Step& to = m_steps[stretch.end];
				const std::size_t count = m_steps[node].count + 1;
				const auto last = static_cast<std::size_t>(&stretch - m_line.stretches().data());
				if (count < to.count) {
					to.count = count;
					to.last = last;
				}
				if (node != from && count < to.count_of_several) {
					to.count_of_several = count;
					to.last_of_several = last;
				}
			}
		}
	}

	/// The stretches of the shortest way to a node, of the shortest one of two or more stretches.
	std::vector<std::size_t> way(std::size_t to) const { return back(m_steps[to].last); }
	std::vector<std::size_t> way_of_several(std::size_t to) const { return back(m_steps[to].last_of_several); }

private:
	struct Step {
		std::size_t count = k_none;
		std::size_t last = k_none;
		std::size_t count_of_several = k_none;
		std::size_t last_of_several = k_none;
	};

	std::vector<std::size_t> back(std::size_t last) const {
		std::vector<std::size_t> way;
		while (last != k_none) {
			way.push_back(last);
			const std::size_t before = m_line.stretches()[last].begin;
			last = before == m_from ? k_none : m_steps[before].last;
		}
		std::ranges::reverse(way);
		return way;
	}

	const Line& m_line;
	std::vector<Step> m_steps;
	std::size_t m_from = 0;
};

}  // namespace

std::int64_t serial(std::int32_t day) {
	const std::chrono::year_month_day date{std::chrono::year{day / 10'000},
	                                       std::chrono::month{static_cast<unsigned>(day / 100 % 100)},
	                                       std::chrono::day{static_cast<unsigned>(day % 100)}};
	return std::chrono::sys_days{date}.time_since_epoch().count();
}

void Line::add(std::size_t figure, model::Period period) {
	const bool open_begin = period.first == 0;
	const bool open_end = period.last == model::Period::k_open;
	m_stretches.push_back({.figure = figure, .begin = 0, .end = 0, .open = open_begin || open_end});
	// Two days for each stretch, in place of its nodes until all are known.
	m_days.push_back(open_begin ? k_before_all : serial(period.first));
	m_days.push_back(open_end ? k_after_all : serial(period.last) + 1);
}

void Line::close() {
	std::vector<std::int64_t> days = m_days;
	std::ranges::sort(days);
	days.erase(std::unique(days.begin(), days.end()), days.end());
	const auto node = [&](std::int64_t day) {
		return static_cast<std::size_t>(std::ranges::lower_bound(days, day) - days.begin());
	};
	// A day that is known begins or ends some stretch; of one with an open end the day on which it begins is known.
	m_known_first = k_after_all;
	m_known_last = k_before_all;
	for (std::size_t i = 0; i < m_stretches.size(); ++i) {
		const std::int64_t begin = m_days[2 * i];
		const std::int64_t end = m_days[2 * i + 1];
		m_stretches[i].begin = node(begin);
		m_stretches[i].end = node(end);
		m_known_first = std::min(m_known_first, begin == k_before_all ? end - 1 : begin);
		m_known_last = std::max(m_known_last, end == k_after_all ? begin + 1 : end);
	}
	m_days = std::move(days);
	std::ranges::sort(m_stretches, [](const Stretch& a, const Stretch& b) {
		return std::tuple{a.begin, b.end} < std::tuple{b.begin, a.end};
	});
	m_firsts.resize(m_days.size() + 1);
	std::size_t at = 0;
	for (std::size_t i = 0; i < m_firsts.size(); ++i) {
		while (at < m_stretches.size() && m_stretches[at].begin < i) ++at;
		m_firsts[i] = at;
	}
}

std::span<const Stretch> Line::beginning(std::size_t node) const {
	return std::span(m_stretches).subspan(m_firsts[node], m_firsts[node + 1] - m_firsts[node]);
}

std::optional<std::size_t> Line::node_of(std::int64_t day) const {
	const auto found = std::ranges::lower_bound(m_days, day);
	if (found == m_days.end() || *found != day) return std::nullopt;
	return static_cast<std::size_t>(found - m_days.begin());
}

std::int64_t Line::days_in(const Stretch& stretch) const {
	return std::min(m_days[stretch.end], m_known_last) - std::max(m_days[stretch.begin], m_known_first);
}

std::vector<std::size_t> Line::widest(std::size_t begin, std::size_t end, const Stretch* without) const {
	/// The best of what lies behind a node.
	struct Best {
		std::int64_t days = 0;
		std::size_t open = 0;
		std::size_t count = 0;
		std::size_t first = k_none;  ///< a stretch; none: nothing begins here
	};
	const auto better = [](const Best& a, const Best& b) {
		return std::tuple{-a.days, a.open, a.count} < std::tuple{-b.days, b.open, b.count};
	};
	std::vector<Best> best(end - begin + 1);
	for (std::size_t node = end; node-- > begin;) {
		Best& here = best[node - begin];
		here = best[node - begin + 1];
		here.first = k_none;
		bool taken = false;
		for (const Stretch& stretch : beginning(node)) {
			if (stretch.end > end || &stretch == without) continue;
			const Best& behind = best[stretch.end - begin];
			const Best with{.days = behind.days + days_in(stretch),
			                .open = behind.open + (stretch.open ? 1 : 0),
			                .count = behind.count + 1,
			                .first = static_cast<std::size_t>(&stretch - m_stretches.data())};
			// Equal ones: what begins here rather than later, the longest of these.
			if (better(with, here) || (!taken && !better(here, with))) {
				here = with;
				taken = true;
			}
		}
	}
	std::vector<std::size_t> chosen;
	for (std::size_t node = begin; node < end;) {
		const std::size_t first = best[node - begin].first;
		if (first == k_none) {
			++node;
			continue;
		}
		chosen.push_back(first);
		node = m_stretches[first].end;
	}
	return chosen;
}

std::vector<std::vector<std::size_t>> Line::tilings() const {
	std::vector<std::vector<std::size_t>> all(m_stretches.size());
	Ways ways(*this);
	for (std::size_t node = 0; node + 1 < nodes(); ++node) {
		const auto here = beginning(node);
		const auto longest = std::ranges::find_if(here, [](const Stretch& stretch) { return !stretch.open; });
		// One that ends at the next node has nothing within it.
		if (longest == here.end() || longest->end == node + 1) continue;
		ways.find(node, longest->end);
		for (const Stretch& stretch : here) {
			if (stretch.open) continue;
			all[static_cast<std::size_t>(&stretch - m_stretches.data())] = ways.way_of_several(stretch.end);
		}
	}
	return all;
}

std::vector<std::size_t> Line::tiling(std::size_t begin, std::size_t end) const {
	Ways ways(*this);
	ways.find(begin, end);
	return ways.way(end);
}

std::vector<std::vector<std::size_t>> Line::overlapping() const {
	// Groups of stretches that still go on where the walk stands. Those on top lie between two ends of the one below
	// (else they would overlap with it), so what comes next meets them from the top down.
	struct Group {
		std::multiset<std::size_t> ends;
		std::vector<std::size_t> members;
	};
	std::vector<Group> going_on;
	std::vector<std::vector<std::size_t>> done;
	const auto finish = [&](Group& group) {
		if (group.members.size() < 2) return;
		std::ranges::sort(group.members);
		done.push_back(std::move(group.members));
	};
	for (std::size_t i = 0; i < m_stretches.size(); ++i) {
		const Stretch& stretch = m_stretches[i];
		Group group{.ends = {stretch.end}, .members = {i}};
		while (!going_on.empty()) {
			Group& top = going_on.back();
			top.ends.erase(top.ends.begin(), top.ends.upper_bound(stretch.begin));
			if (!top.ends.empty() && *top.ends.begin() >= stretch.end) break;
			if (top.ends.empty()) {
				finish(top);
			} else {
				// It goes on into the new one and ends before it does. The smaller goes into the larger.
				if (top.members.size() > group.members.size()) std::swap(top, group);
				group.ends.merge(top.ends);
				group.members.insert(group.members.end(), top.members.begin(), top.members.end());
			}
			going_on.pop_back();
		}
		going_on.push_back(std::move(group));
	}
	for (Group& group : going_on) finish(group);
	std::ranges::sort(done);
	return done;
}

}  // namespace bienban::review
