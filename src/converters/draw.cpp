#include <algorithm>
#include <cmath>
#include <new>
#include <string>

#include "conversion/drawing.hpp"
#include "converters/converter.hpp"
#include "converters/program.hpp"
#include "converters/recognise.hpp"
#include "converters/recognition_libraries.hpp"

namespace bienban::converters {

namespace {

using base::Result;
using conversion::Drawing;
using conversion::k_drawn_dots;

constexpr std::size_t k_most_drawn = 16U << 20;
/// Surer than this the page is turned although its sides do not say that it was for recognising.
constexpr float k_sure_of_turn = 4;
/// A picture in colour that is larger gets a palette: a scan of a page has few colours and much noise.
constexpr std::size_t k_large = 400U << 10;
constexpr int k_colours = 128;

Result<std::string> png_of(const Image& image) {
	const Libraries& from = libraries();
	l_uint8* bytes = nullptr;
	std::size_t size = 0;
	// Remarks of the file are no part of the picture.
	from.pixSetText(image.get(), nullptr);
	if (from.pixWriteMemPng(&bytes, &size, image.get(), 0) != 0 || bytes == nullptr) {
		return base::fail("conversion-broken", {"PNG"});
	}
	std::string png{reinterpret_cast<const char*>(bytes), size};
	from.lept_free(bytes);
	return png;
}

Result<std::string> small_png_of(const Image& image) {
	auto png = png_of(image);
	if (!png || png->size() <= k_large || libraries().pixGetDepth(image.get()) != 32) return png;
	const Image fewer(libraries().pixOctreeColorQuant(image.get(), k_colours, 0));
	if (fewer == nullptr) return png;
	auto smaller = png_of(fewer);
	return smaller && smaller->size() < png->size() ? std::move(smaller) : std::move(png);
}

/// No side longer than is drawn; a small image stays as it is.
Image scaled(Image image) {
	const Libraries& from = libraries();
	const int longer = std::max(from.pixGetWidth(image.get()), from.pixGetHeight(image.get()));
	if (longer <= static_cast<int>(k_drawn_dots)) return image;
	// Rounded down: a dot too many would be refused.
	const float share = static_cast<float>(k_drawn_dots) / static_cast<float>(longer);
	Image smaller(from.pixScale(image.get(), share, share));
	if (smaller == nullptr) throw std::bad_alloc();
	return smaller;
}

/// As the page was when its words were recognised: straight and upright.
Image straightened(Image image, const Drawing& drawing) {
	const Libraries& from = libraries();
	float angle = 0;
	float sure = 0;
	if (Image straight{from.pixFindSkewAndDeskew(image.get(), 2, &angle, &sure)}; straight != nullptr)
		image = std::move(straight);
	const int width = from.pixGetWidth(image.get());
	const int height = from.pixGetHeight(image.get());
	const bool on_its_side = width != height && (width > height) != drawing.wide;
	const Turn turn = turn_of(image, std::max(width, height) / 12);
	int quarters = 0;
	if (on_its_side) {
		quarters = turn.quarters == 3 ? 3 : 1;
	} else if (turn.quarters == 2 && turn.sure >= k_sure_of_turn) {
		quarters = 2;
	}
	if (quarters == 0) return image;
	Image turned{from.pixRotateOrth(image.get(), quarters)};
	return turned == nullptr ? std::move(image) : std::move(turned);
}

Result<std::string> draw_image(std::string_view bytes, std::string_view format, std::size_t page,
                               const Drawing& drawing) {
	auto image = read_image(bytes, format, page);
	if (!image) return tl::unexpected(image.error());
	Image opaque(libraries().pixRemoveAlpha(image->get()));
	if (opaque == nullptr) throw std::bad_alloc();
	image->reset();
	Image drawn = scaled(std::move(opaque));
	if (drawing.recognised) drawn = straightened(std::move(drawn), drawing);
	return small_png_of(drawn);
}

Result<std::string> draw_pdf(std::string_view pdf, const Drawing& drawing) {
	const std::string which = std::to_string(drawing.page + 1);
	std::vector<std::string> words{"-f", which, "-l", which, "-scale-to", std::to_string(k_drawn_dots)};
	// What is only shown need not go through another hand.
	if (!drawing.recognised) words.emplace_back("-png");
	words.emplace_back("-");
	const auto said = run_program("/usr/bin/pdftoppm", words, pdf, k_most_drawn);
	if (!said) return tl::unexpected(said.error());
	if (said->out.empty()) {
		const bool missing = said->err.find("Wrong page range") != std::string::npos;
		return missing ? base::fail("conversion-no-such-page", {which}) : base::fail("conversion-broken", {"PDF"});
	}
	if (!drawing.recognised) return said->out;
	if (auto loaded = load_recognition(); !loaded) return tl::unexpected(loaded.error());
	return draw_image(said->out, "ppm", 0, drawing);
}

}  // namespace

Result<void> draw_page(const Input& input, std::string_view format, std::string_view page, conversion::Sender& sender) {
	const auto drawing = conversion::drawing_of(page);
	if (!drawing) return base::fail("conversion-no-such-page", {std::string{page}});
	Result<std::string> png;
	if (format == "pdf") {
		png = draw_pdf(input.bytes, *drawing);
	} else {
		if (auto loaded = load_recognition(); !loaded) return loaded;
		const auto pages = pages_of_image(input.bytes, format);
		if (!pages) return tl::unexpected(pages.error());
		if (drawing->page >= *pages) return base::fail("conversion-no-such-page", {std::to_string(drawing->page + 1)});
		png = draw_image(input.bytes, format, drawing->page, *drawing);
	}
	if (!png) return tl::unexpected(png.error());
	sender.begin_file("page.png", {});
	sender.data(*png);
	sender.end();
	return {};
}

}  // namespace bienban::converters
