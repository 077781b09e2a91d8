#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "model/period.hpp"
#include "paper/plain.hpp"
#include "paper/svg.hpp"
#include "report/describe.hpp"
#include "report/values.hpp"

namespace bienban::paper {

namespace {

constexpr double k_width = 960;
constexpr double k_right = 948;      // where the axis ends
constexpr double k_bar = 18;         // the height of a bar
constexpr double k_row = 24;         // from one row of bars to the next
constexpr double k_mark_room = 46;   // two lines of labels and the marks below them
constexpr std::size_t k_rows = 30;   // more terms at one time than this lie upon each other
constexpr std::size_t k_label = 34;  // letters of a label; the whole words stand in its title and in the table
constexpr std::size_t k_least = 9;   // letters that still say something
constexpr std::string_view k_grid = "#d9e0e6";
constexpr std::string_view k_dark = "#1f4e79";

bool is_day(std::int32_t day) { return day > 0 && day < model::Period::k_open; }

/// Years and a part of one, near enough for a drawing.
double time_of(std::int32_t day) {
	const std::int32_t year = day / 10000;
	const std::int32_t month = day / 100 % 100 - 1;
	const std::int32_t of_month = day % 100 - 1;
	return year + (month + of_month / 31.0) / 12.0;
}

std::string cut(std::string_view label) {
	std::string words = plain(label);
	if (letters(words) <= k_label) return words;
	std::string_view kept = first_letters(words, k_label - 1);
	const auto space = kept.find_last_of(' ');
	if (space != std::string_view::npos && space > k_label / 2) kept = kept.substr(0, space);
	return std::string{kept} + "…";
}

class TimelineDrawing {
public:
	TimelineDrawing(const Timeline& timeline, const SvgSetting& setting) : m_timeline(timeline), m_setting(setting) {}

	std::string whole(const Plot& plot) {
		if (!span()) return {};
		for (const Lane& lane : m_timeline.lanes) m_left = std::max(m_left, text_width(cut(lane.label), 12) + 18);
		m_left = std::min(m_left, 230.0);
		Drawing lanes;
		double y = 26;
		for (const Lane& lane : m_timeline.lanes) y = draw_lane(lanes, lane, y);
		draw_axis(y);
		m_out.raw(lanes.markup());
		return m_out.whole(k_width, y + 26, m_setting.id, plot.caption, plot.alternative);
	}

private:
	/// From the first year that has a day to the end of the last one.
	bool span() {
		const auto take = [&](std::int32_t day) {
			if (!is_day(day)) return;
			m_from = std::min(m_from, day / 10000);
			m_to = std::max(m_to, day / 10000 + 1);
		};
		for (const Lane& lane : m_timeline.lanes) {
			for (const Bar& bar : lane.bars) {
				take(bar.first);
				take(bar.last);
			}
			for (const Mark& mark : lane.marks) take(mark.day);
		}
		return m_from < m_to;
	}

	double x_of(double time) const { return m_left + (time - m_from) / (m_to - m_from) * (k_right - m_left); }

	void draw_axis(double bottom) {
		const double year = (k_right - m_left) / (m_to - m_from);
		std::int32_t step = 1;
		for (const std::int32_t wider : {2, 5, 10, 20, 50, 100}) {
			if (step * year < 40) step = wider;
		}
		for (std::int32_t at = m_from; at <= m_to; ++at) {
			const bool named = at % step == 0 || (step == 1);
			if (!named && year < 6) continue;
			m_out.line(x_of(at), 20, x_of(at), bottom, named ? k_grid : "#eef1f4");
			if (!named || at == m_to) continue;
			const double label_x = step == 1 ? x_of(at + 0.5) : x_of(at);
			const auto anchor = Drawing::Anchor::middle;
			m_out.text(label_x, 14, std::to_string(at), {.fill = "#4a5866", .anchor = anchor});
			m_out.text(label_x, bottom + 16, std::to_string(at), {.fill = "#4a5866", .anchor = anchor});
		}
	}

	double draw_lane(Drawing& out, const Lane& lane, double top) {
		out.line(0, top, k_right, top, k_grid);
		double y = top + 6;
		if (!lane.marks.empty()) {
			draw_marks(out, lane, y);
			y += k_mark_room;
		}
		y = draw_bars(out, lane, y);
		y = std::max(y, top + 30);
		out.text(0, (top + y) / 2 + 4, cut(lane.label), {.bold = true});
		return y + 2;
	}

	struct Placed {
		const Bar* bar = nullptr;
		double x0 = 0;
		double x1 = 0;
		std::size_t row = 0;
	};

	/// Each bar in the first row that is free, its label in it or, where that is too short, behind it.
	double draw_bars(Drawing& out, const Lane& lane, double top) {
		std::vector<Placed> placed;
		for (const Bar& bar : lane.bars) {
			if (!is_day(bar.first) && !is_day(bar.last)) continue;
			const double x0 = is_day(bar.first) ? x_of(time_of(bar.first)) : m_left;
			const double x1 = is_day(bar.last) ? x_of(time_of(bar.last) + 1 / 365.0) : k_right;
			placed.push_back({.bar = &bar, .x0 = x0, .x1 = std::max(x1, x0 + 3)});
		}
		std::ranges::stable_sort(placed, {}, &Placed::x0);
		std::vector<double> ends;
		for (Placed& one : placed) {
			const auto free = std::ranges::find_if(ends, [&](double end) { return end + 4 <= one.x0; });
			one.row = static_cast<std::size_t>(free - ends.begin());
			if (free == ends.end() && ends.size() >= k_rows) one.row = k_rows - 1;
			if (one.row == ends.size()) ends.push_back(0);
			ends[one.row] = std::max(ends[one.row], one.x1);
		}
		std::vector<double> next(ends.size(), k_right);  // where the bar behind begins
		std::vector<double> room(placed.size(), 0);
		for (std::size_t i = placed.size(); i-- > 0;) {
			room[i] = next[placed[i].row];
			next[placed[i].row] = placed[i].x0;
		}
		for (std::size_t i = 0; i < placed.size(); ++i) draw_bar(out, placed[i], room[i], top);
		return top + static_cast<double>(ends.size()) * k_row;
	}

	void draw_bar(Drawing& out, const Placed& one, double room, double top) {
		const Bar& bar = *one.bar;
		const double y = top + static_cast<double>(one.row) * k_row;
		const std::string days = report::date_words(report::days_edtf(bar.first, bar.last), m_setting.lang);
		out.open(plain(bar.label) + " · " + days, m_setting.link(bar.backing));
		out.rect(one.x0, y, one.x1 - one.x0, k_bar, "#d3e2ee", k_dark);
		const std::string label = cut(bar.label);
		const double inside = one.x1 - one.x0 - 8;
		if (text_width(label, 11) <= inside) {
			out.text(one.x0 + 5, y + 13, label, {.size = 11});
		} else if (one.x1 + text_width(label, 11) + 8 <= room) {
			out.text(one.x1 + 5, y + 13, label, {.size = 11});
		} else if (const std::string start = fitted(label, 11, inside); letters(start) > k_least) {
			out.text(one.x0 + 5, y + 13, start, {.size = 11});
		}
		out.close();
	}

	/// Marks on one line; those that would lie upon each other are one, and as large as they are many. A label stands
	/// above its mark where there is room, on one of two lines; else it is left out.
	void draw_marks(Drawing& out, const Lane& lane, double top) {
		std::map<long, std::vector<const Mark*>> by_place;
		for (const Mark& mark : lane.marks) {
			if (is_day(mark.day)) by_place[std::lround(x_of(time_of(mark.day)) / 4)].push_back(&mark);
		}
		std::array<double, 2> ends{m_left - 4, m_left - 4};
		for (const auto& [place, marks] : by_place) {
			const double x = std::max(m_left + 5, static_cast<double>(place) * 4);
			Backing all;
			std::string title;
			for (const Mark* mark : marks) {
				all.facts.insert(all.facts.end(), mark->backing.facts.begin(), mark->backing.facts.end());
				const std::string day = report::date_words(report::days_edtf(mark->day, mark->day), m_setting.lang);
				if (title.size() < 400) title.append(title.empty() ? "" : "; ").append(day + " " + plain(mark->label));
			}
			std::ranges::sort(all.facts);
			all.facts.erase(std::unique(all.facts.begin(), all.facts.end()), all.facts.end());
			out.open(title, m_setting.link(all));
			const double radius = std::min(5 + 1.2 * static_cast<double>(marks.size() - 1), 8.0);
			out.circle(x, top + 34, radius, k_dark);
			const std::string label =
			    cut(marks.front()->label) + (marks.size() > 1 ? " (" + std::to_string(marks.size()) + ")" : "");
			const double half = text_width(label, 11) / 2;
			const double middle = std::clamp(x, m_left + half, k_right - half);
			for (std::size_t level = 0; level < ends.size(); ++level) {
				if (middle - half < ends[level] + 8) continue;
				ends[level] = middle + half;
				const double y = top + 23 - 12 * static_cast<double>(level);
				out.text(middle, y, label, {.size = 11, .anchor = Drawing::Anchor::middle});
				break;
			}
			out.close();
		}
	}

	const Timeline& m_timeline;
	const SvgSetting& m_setting;
	std::int32_t m_from = 9999;
	std::int32_t m_to = 0;
	double m_left = 60;
	Drawing m_out;
};

}  // namespace

std::string draw(const Plot& plot, const Timeline& timeline, const SvgSetting& setting) {
	return TimelineDrawing{timeline, setting}.whole(plot);
}

}  // namespace bienban::paper
