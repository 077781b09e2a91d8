#include <algorithm>
#include <array>
#include <cmath>

#include "paper/plain.hpp"
#include "paper/svg.hpp"
#include "report/describe.hpp"

namespace bienban::paper {

namespace {

constexpr double k_width = 960;
constexpr std::string_view k_line = "#22313f";
constexpr std::string_view k_grid = "#d9e0e6";
constexpr std::string_view k_quiet = "#4a5866";

/// Colours that differ in lightness too, and hatching that differs without any colour.
struct Fill {
	std::string_view ground;
	std::string_view hatch;  ///< the inside of a pattern of 8 by 8 px; none where it is plain
};
constexpr std::array<Fill, 6> k_fills{{
    {"#1f4e79", ""},
    {"#e3a857", "<path d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\" stroke=\"#7a4b10\" stroke-width=\"1.2\"/>"},
    {"#dbe8f1", ""},
    {"#6f9a77",
     "<circle cx=\"2\" cy=\"2\" r=\"1.3\" fill=\"#ffffff\"/><circle cx=\"6\" cy=\"6\" r=\"1.3\" fill=\"#ffffff\"/>"},
    {"#f6ecd9", "<path d=\"M0 4h8M4 0v8\" stroke=\"#7a4b10\" stroke-width=\"1\"/>"},
    {"#8a8a8a", "<path d=\"M0 2h8M0 6h8\" stroke=\"#ffffff\" stroke-width=\"1.2\"/>"},
}};

class ColumnsDrawing {
public:
	ColumnsDrawing(const Columns& columns, const SvgSetting& setting) : m_columns(columns), m_setting(setting) {}

	std::string whole(const Plot& plot) {
		const double top = highest();
		if (m_columns.categories.empty() || top < 0) return {};
		m_ticks = nice_ticks(top);
		define_fills();
		const double y = legend();
		double height = 0;
		if (slot() >= widest_category() + 6 || all_short()) {
			height = upright(y);
		} else {
			height = lying(y);
		}
		return m_out.whole(k_width, height, m_setting.id, plot.caption, plot.alternative);
	}

private:
	std::size_t count() const { return m_columns.categories.size(); }

	std::optional<double> value(std::size_t series, std::size_t category) const {
		const auto& values = m_columns.series[series].values;
		if (category >= values.size() || !values[category] || !std::isfinite(*values[category])) return std::nullopt;
		return std::max(*values[category], 0.0);
	}

	double total(std::size_t category) const {
		double sum = 0;
		for (std::size_t i = 0; i < m_columns.series.size(); ++i) sum += value(i, category).value_or(0);
		return sum;
	}

	/// Below 0 where there is no value at all.
	double highest() const {
		double top = -1;
		for (std::size_t category = 0; category < count(); ++category) {
			for (std::size_t i = 0; i < m_columns.series.size(); ++i) {
				if (const auto one = value(i, category))
					top = std::max(top, m_columns.stacked ? total(category) : *one);
			}
		}
		return top;
	}

	double widest_category() const {
		double width = 0;
		for (const std::string& name : m_columns.categories) width = std::max(width, text_width(plain(name), 12));
		return width;
	}

	/// Years: some of their names may be left out.
	bool all_short() const {
		return std::ranges::all_of(m_columns.categories, [](const std::string& name) { return name.size() <= 5; });
	}

	std::string words(double number) const { return report::number_words(number, m_setting.lang); }

	double gutter() const {
		double width = 0;
		for (const double tick : m_ticks) width = std::max(width, text_width(words(tick), 12));
		return width + 12;
	}

	double slot() const { return (k_width - gutter() - 8) / static_cast<double>(count()); }

	std::string fill(std::size_t series) const {
		const std::size_t i = series % k_fills.size();
		if (k_fills[i].hatch.empty()) return std::string{k_fills[i].ground};
		return "url(#" + m_setting.id + "-f" + std::to_string(i) + ")";
	}

	void define_fills() {
		m_out.raw("<defs>");
		for (std::size_t i = 0; i < std::min(k_fills.size(), m_columns.series.size()); ++i) {
			if (k_fills[i].hatch.empty()) continue;
			std::string pattern = "<pattern id=\"" + m_setting.id + "-f" + std::to_string(i);
			pattern.append("\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">");
			pattern.append("<rect width=\"8\" height=\"8\" fill=\"").append(k_fills[i].ground).append("\"/>");
			m_out.raw(pattern.append(k_fills[i].hatch).append("</pattern>"));
		}
		m_out.raw("</defs>");
	}

	/// The names of the series, and the unit; gives where the drawing begins.
	double legend() {
		double x = 0;
		double y = 6;
		const auto room = [&](double width) {
			if (x > 0 && x + width > k_width) {
				x = 0;
				y += 22;
			}
		};
		if (!m_columns.unit.empty()) {
			const std::string unit = plain(m_columns.unit);
			m_out.text(x, y + 11, unit, {.fill = k_quiet});
			x += text_width(unit, 12) + 26;
		}
		for (std::size_t i = 0; i < m_columns.series.size(); ++i) {
			const std::string name = plain(m_columns.series[i].name);
			if (name.empty()) continue;
			const double width = 20 + text_width(name, 12) + 22;
			room(width);
			m_out.rect(x, y, 14, 14, fill(i), k_line);
			m_out.text(x + 20, y + 11, name, {});
			x += width;
		}
		return y + (x > 0 ? 30 : 8);
	}

	std::string title(std::size_t series, std::size_t category) const {
		std::string out = plain(m_columns.categories[category]);
		const std::string& name = m_columns.series[series].name;
		if (!name.empty()) out.append(" · ").append(plain(name));
		out.append(": ").append(words(*value(series, category)));
		if (!m_columns.unit.empty()) out.append(" ").append(plain(m_columns.unit));
		return out;
	}

	std::string link(std::size_t series, std::size_t category) const {
		const auto& backings = m_columns.series[series].backings;
		return category < backings.size() ? m_setting.link(backings[category]) : std::string{};
	}

	void block(std::size_t series, std::size_t category, double x, double y, double width, double height) {
		m_out.open(title(series, category), link(series, category));
		m_out.rect(x, y, width, height, fill(series), k_line);
		m_out.close();
	}

	double upright(double top) {
		const double height = 240;
		const double bottom = top + height + 8;
		const double left = gutter();
		const auto y_of = [&](double number) { return bottom - number / m_ticks.back() * height; };
		for (const double tick : m_ticks) {
			m_out.line(left, y_of(tick), k_width - 8, y_of(tick), tick == 0 ? k_line : k_grid);
			m_out.text(left - 6, y_of(tick) + 4, words(tick), {.fill = k_quiet, .anchor = Drawing::Anchor::end});
		}
		const auto rows =
		    static_cast<double>(m_columns.stacked ? 1 : std::max<std::size_t>(m_columns.series.size(), 1));
		const double width = std::min(slot() * 0.78 / rows, 56.0);
		const auto each = static_cast<std::size_t>(std::ceil((widest_category() + 6) / slot()));
		for (std::size_t category = 0; category < count(); ++category) {
			const double middle = left + slot() * (static_cast<double>(category) + 0.5);
			double x = middle - width * rows / 2;
			double upon = 0;
			for (std::size_t i = 0; i < m_columns.series.size(); ++i) {
				const auto number = value(i, category);
				if (number && m_columns.stacked) {
					block(i, category, x, y_of(upon + *number), width, y_of(upon) - y_of(upon + *number));
					upon += *number;
				} else if (number) {
					block(i, category, x, y_of(*number), width, bottom - y_of(*number));
					label(x + width / 2, y_of(*number), words(*number), rows > 1 ? width + 1 : slot());
				}
				if (!m_columns.stacked) x += width;
			}
			if (m_columns.stacked && upon > 0) label(middle, y_of(upon), words(upon), slot());
			if (category % std::max<std::size_t>(each, 1) != 0) continue;
			m_out.text(middle, bottom + 16, plain(m_columns.categories[category]), {.anchor = Drawing::Anchor::middle});
		}
		return bottom + 26;
	}

	/// A value above its column where it has room.
	void label(double x, double y, const std::string& number, double room) {
		if (text_width(number, 11) > room) return;
		m_out.text(x, y - 4, number, {.size = 11, .anchor = Drawing::Anchor::middle});
	}

	/// Long names of categories stand at the left of bars that lie.
	double lying(double top) {
		const double left = std::min(widest_category() + 12, 340.0);
		const double right = k_width - 70;
		const auto x_of = [&](double number) { return left + number / m_ticks.back() * (right - left); };
		const auto rows =
		    static_cast<double>(m_columns.stacked ? 1 : std::max<std::size_t>(m_columns.series.size(), 1));
		const double bar = m_columns.stacked || rows == 1 ? 18 : 13;
		const double step = bar * rows + 12;
		const double bottom = top + step * static_cast<double>(count());
		for (const double tick : m_ticks) {
			m_out.line(x_of(tick), top, x_of(tick), bottom, tick == 0 ? k_line : k_grid);
			m_out.text(x_of(tick), bottom + 16, words(tick), {.fill = k_quiet, .anchor = Drawing::Anchor::middle});
		}
		for (std::size_t category = 0; category < count(); ++category) {
			double y = top + step * static_cast<double>(category) + 6;
			m_out.text(left - 8, y + bar * rows / 2 + 4, fitted(m_columns.categories[category], 12, left - 12),
			           {.anchor = Drawing::Anchor::end});
			double upon = 0;
			for (std::size_t i = 0; i < m_columns.series.size(); ++i) {
				if (const auto number = value(i, category)) {
					const double x = m_columns.stacked ? x_of(upon) : left;
					block(i, category, x, y, x_of(upon + *number) - x_of(upon), bar);
					if (!m_columns.stacked) m_out.text(x_of(*number) + 5, y + bar - 3, words(*number), {.size = 11});
					if (m_columns.stacked) upon += *number;
				}
				if (!m_columns.stacked) y += bar;
			}
			if (m_columns.stacked && upon > 0) m_out.text(x_of(upon) + 5, y + bar - 5, words(upon), {.size = 11});
		}
		return bottom + 26;
	}

	const Columns& m_columns;
	const SvgSetting& m_setting;
	std::vector<double> m_ticks;
	Drawing m_out;
};

}  // namespace

std::string draw(const Plot& plot, const Columns& columns, const SvgSetting& setting) {
	return ColumnsDrawing{columns, setting}.whole(plot);
}

}  // namespace bienban::paper
