#include "paper/svg.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "paper/plain.hpp"
#include "text/letters.hpp"

namespace bienban::paper {

namespace {

/// One decimal, whatever the language of the machine.
std::string decimal(double value) {
	std::array<char, 64> digits{};
	const auto [stop, error] =
	    std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 1);
	if (error != std::errc{}) return "0";
	std::string out{digits.data(), stop};
	if (out.ends_with(".0")) out.erase(out.size() - 2);
	return out == "-0" ? "0" : out;
}

}  // namespace

double text_width(std::string_view words, double size) {
	double width = 0;
	for (std::size_t at = 0; at < words.size();) {
		const text::CodePoint point = text::decode(words, at);
		at += point.size;
		if (point.value >= 0x300 && point.value <= 0x36F) continue;  // a mark upon the letter before
		const char32_t bare = text::bare_letter(text::to_lower(point.value));
		const bool capital = text::is_upper(point.value);
		if (point.value == ' ' || std::u32string_view{U"iljt.,:;'|!()"}.find(bare) != std::u32string_view::npos) {
			width += capital ? 0.45 : 0.33;
		} else if (bare == 'm' || bare == 'w') {
			width += capital ? 0.95 : 0.88;
		} else {
			width += capital ? 0.74 : 0.58;
		}
	}
	return width * size;
}

std::string fitted(std::string_view words, double size, double width) {
	std::string whole = plain(words);
	if (text_width(whole, size) <= width) return whole;
	std::size_t count = letters(whole);
	while (count > 0 && text_width(first_letters(whole, count), size) + size > width) --count;
	std::string_view kept = first_letters(whole, count);
	while (kept.ends_with(' ')) kept.remove_suffix(1);
	return std::string{kept} + "…";
}

std::vector<double> nice_ticks(double top) {
	if (!(top > 0) || !std::isfinite(top)) return {0, 1};
	const double power = std::pow(10, std::floor(std::log10(top / 5)));
	double step = power * 10;
	for (const double times : {1.0, 2.0, 2.5, 5.0}) {
		// A count has no halves.
		if (power * times * 5 >= top * (1 - 1e-9) && (power >= 10 || times != 2.5)) {
			step = power * times;
			break;
		}
	}
	std::vector<double> ticks{0};
	while (ticks.back() < top * (1 - 1e-9) && ticks.size() < 8) {
		ticks.push_back(step * static_cast<double>(ticks.size()));
	}
	return ticks;
}

std::string svg(const Plot& plot, const SvgSetting& setting) {
	return std::visit([&](const auto& drawing) { return draw(plot, drawing, setting); }, plot.drawing);
}

void Drawing::number(std::string_view name, double value) {
	m_out.append(" ").append(name).append("=\"").append(decimal(value)).append("\"");
}

void Drawing::line(double x1, double y1, double x2, double y2, std::string_view stroke) {
	m_out.append("<line");
	number("x1", x1);
	number("y1", y1);
	number("x2", x2);
	number("y2", y2);
	m_out.append(" stroke=\"").append(stroke).append("\"/>");
}

void Drawing::rect(double x, double y, double width, double height, std::string_view fill, std::string_view stroke) {
	m_out.append("<rect");
	number("x", x);
	number("y", y);
	number("width", std::max(width, 0.0));
	number("height", std::max(height, 0.0));
	m_out.append(" fill=\"").append(fill).append("\"");
	if (!stroke.empty()) m_out.append(" stroke=\"").append(stroke).append("\"");
	m_out.append("/>");
}

void Drawing::circle(double x, double y, double radius, std::string_view fill) {
	m_out.append("<circle");
	number("cx", x);
	number("cy", y);
	number("r", radius);
	m_out.append(" fill=\"").append(fill).append("\" stroke=\"#ffffff\"/>");
}

void Drawing::text(double x, double y, std::string_view words, const Look& look) {
	m_out.append("<text");
	number("x", x);
	number("y", y);
	number("font-size", look.size);
	if (look.anchor == Anchor::middle) m_out.append(" text-anchor=\"middle\"");
	if (look.anchor == Anchor::end) m_out.append(" text-anchor=\"end\"");
	if (look.bold) m_out.append(" font-weight=\"600\"");
	m_out.append(" fill=\"").append(look.fill).append("\">");
	append_escaped(m_out, words);
	m_out.append("</text>");
}

void Drawing::open(std::string_view title, std::string_view href) {
	m_links.push_back(!href.empty());
	if (href.empty()) {
		m_out.append("<g>");
	} else {
		m_out.append("<a href=\"");
		append_escaped(m_out, href);
		m_out.append("\">");
	}
	m_out.append("<title>");
	append_escaped(m_out, title);
	m_out.append("</title>");
}

void Drawing::close() {
	m_out.append(m_links.back() ? "</a>" : "</g>");
	m_links.pop_back();
}

std::string Drawing::whole(double width, double height, std::string_view id, std::string_view title,
                           std::string_view description) const {
	std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ";
	out.append(decimal(width)).append(" ").append(decimal(height)).append("\" width=\"").append(decimal(width));
	out.append("\" height=\"").append(decimal(height)).append("\" role=\"group\" aria-labelledby=\"");
	out.append(id).append("-t ").append(id).append("-d\"><title id=\"").append(id).append("-t\">");
	append_escaped(out, title);
	out.append("</title><desc id=\"").append(id).append("-d\">");
	append_escaped(out, description);
	return out.append("</desc>").append(m_out).append("</svg>");
}

}  // namespace bienban::paper
