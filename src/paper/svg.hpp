#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "paper/paper.hpp"

/// Plots as SVG for the inside of an HTML page: no script, no style of its own, nothing from elsewhere. The same plot
/// gives the same bytes.
namespace bienban::paper {

struct SvgSetting {
	std::string id;  ///< no other element of the page has it; the ids of the plot's parts begin with it
	base::Lang lang = base::Lang::vi;
	/// Where the words stand that a mark rests on ("#q7"); empty where they stand nowhere.
	std::function<std::string(const Backing&)> link = [](const Backing&) { return std::string{}; };
};

/// The drawing with its title and description; empty where it would show nothing (no day, no value).
std::string svg(const Plot& plot, const SvgSetting& setting);

/// The width in px of words in a sans-serif letter of this size, by the habits of such letters: a little more than what
/// browsers give.
double text_width(std::string_view words, double size);

/// As many letters of the words as this width has room for, with "…" where some are left out.
std::string fitted(std::string_view words, double size, double width);

/// Round values from 0 to at least `top`, six at most: 0, 50, 100, 150.
std::vector<double> nice_ticks(double top);

/// What drawings are made of; used by svg*.cpp.
class Drawing {
public:
	enum class Anchor : unsigned char { start, middle, end };
	struct Look {
		std::string_view fill = "#1c2733";
		double size = 12;
		Anchor anchor = Anchor::start;
		bool bold = false;
	};

	void line(double x1, double y1, double x2, double y2, std::string_view stroke);
	void rect(double x, double y, double width, double height, std::string_view fill, std::string_view stroke);
	void circle(double x, double y, double radius, std::string_view fill);
	void text(double x, double y, std::string_view words, const Look& look);
	/// Opens a group with words that show where a pointer rests, and a link where `href` is not empty.
	void open(std::string_view title, std::string_view href);
	void close();
	/// What was drawn so far, and what is drawn elsewhere put upon it.
	std::string_view markup() const { return m_out; }
	void raw(std::string_view markup) { m_out.append(markup); }

	/// The whole element; `title` and `description` are what a screen reader says.
	std::string whole(double width, double height, std::string_view id, std::string_view title,
	                  std::string_view description) const;

private:
	void number(std::string_view name, double value);

	std::string m_out;
	std::vector<bool> m_links;  ///< of the groups that are open: whether they are links
};

std::string draw(const Plot& plot, const Timeline& timeline, const SvgSetting& setting);
std::string draw(const Plot& plot, const Columns& columns, const SvgSetting& setting);

}  // namespace bienban::paper
