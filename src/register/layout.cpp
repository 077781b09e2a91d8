#include "register/layout.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "text/offsets.hpp"

namespace bienban::registry {

namespace {

/// A tenth of a point is less than the width of a hair; whole numbers are written without a decimal part.
nlohmann::json rounded(float value, double step) {
	const double whole = std::round(static_cast<double>(value) / step);
	const double out = whole * step;
	if (std::floor(out) == out) return static_cast<std::int64_t>(out);
	return std::round(out * 100) / 100;
}

constexpr double k_point = 0.1;
constexpr double k_hundredth = 0.01;

}  // namespace

std::string layout_text(const model::Document& document) {
	if (document.pages.empty()) return {};
	const text::CharIndex index{document.text};
	auto pages = nlohmann::json::array();
	for (const model::PageSize& page : document.pages)
		pages.push_back({rounded(page.width, k_point), rounded(page.height, k_point)});
	auto placed = nlohmann::json::array();
	for (const model::Placed& one : document.placed) {
		placed.push_back({index.at(one.span.begin).value, index.at(one.span.end).value, one.page,
		                  rounded(one.box.left, k_point), rounded(one.box.top, k_point),
		                  rounded(one.box.right, k_point), rounded(one.box.bottom, k_point),
		                  rounded(one.confidence, k_hundredth)});
	}
	return nlohmann::json{{"pages", std::move(pages)}, {"placed", std::move(placed)}}.dump();
}

base::Result<DocumentLayout> layout_of(std::string_view text) {
	try {
		const auto in = nlohmann::json::parse(text);
		DocumentLayout layout;
		for (const auto& page : in.at("pages")) layout.pages.push_back({page.at(0), page.at(1)});
		for (const auto& one : in.at("placed")) {
			layout.placed.push_back({.begin = one.at(0),
			                         .end = one.at(1),
			                         .page = one.at(2),
			                         .box = {one.at(3), one.at(4), one.at(5), one.at(6)},
			                         .confidence = one.at(7)});
		}
		return layout;
	} catch (const nlohmann::json::exception& failure) {
		return base::fail("register-damaged", {failure.what()});
	}
}

std::vector<OnPage> places_of(const DocumentLayout& layout, std::uint32_t begin, std::uint32_t end) {
	std::vector<OnPage> places;
	auto at = std::ranges::upper_bound(layout.placed, begin, {}, &PlacedWords::end);
	for (; at != layout.placed.end() && at->begin < end; ++at) {
		const auto known = std::ranges::find(places, at->page, &OnPage::page);
		OnPage& place = known != places.end() ? *known : places.emplace_back(OnPage{at->page, {}});
		model::Box box = at->box;
		// Of a line only the part that is asked for, as if its letters were of one width.
		const float width = (box.right - box.left) / static_cast<float>(std::max(1U, at->end - at->begin));
		if (end < at->end) box.right -= width * static_cast<float>(at->end - end);
		if (begin > at->begin) box.left += width * static_cast<float>(begin - at->begin);
		place.boxes.push_back(box);
	}
	return places;
}

}  // namespace bienban::registry
