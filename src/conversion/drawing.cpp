#include "conversion/drawing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace bienban::conversion {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t k_most_page = 1'000'000;

/// Four bytes, highest first.
std::uint32_t number_at(std::string_view bytes, std::size_t at) {
	std::uint32_t number = 0;
	for (std::size_t i = 0; i < 4; ++i) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
	return number;
}

}  // namespace

std::string drawing_word(const Drawing& drawing) {
	std::string word = std::to_string(drawing.page);
	word += drawing.recognised ? ":recognised" : ":printed";
	word += drawing.wide ? ":wide" : ":high";
	return word;
}

std::optional<Drawing> drawing_of(std::string_view word) {
	Drawing drawing;
	const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), drawing.page);
	if (error != std::errc{} || drawing.page > k_most_page) return std::nullopt;
	word.remove_prefix(static_cast<std::size_t>(stop - word.data()));
	drawing.recognised = word.starts_with(":recognised");
	drawing.wide = word.ends_with(":wide");
	const std::string whole = drawing_word(drawing);
	if (std::string_view{whole}.substr(whole.find(':')) != word) return std::nullopt;
	return drawing;
}

base::Result<std::string> draw_page(const Format& format, InputFile input, const Drawing& drawing, Unlocked unlocked) {
	if (!has_pages(format)) return base::fail("conversion-no-pages");
	auto conversion = Conversion::start(for_drawing(format), std::move(input), unlocked, {drawing_word(drawing)});
	if (!conversion) return tl::unexpected(conversion.error());
	auto given = conversion->next();
	if (!given) return tl::unexpected(given.error());
	if (!*given) return base::fail("conversion-no-such-page", {std::to_string(drawing.page + 1)});
	if (auto* error = std::get_if<base::Error>(&(*given)->content)) return tl::unexpected(std::move(*error));
	auto* file = std::get_if<File>(&(*given)->content);
	// Whoever broke the converter may speak for it.
	if (file == nullptr || !is_plain_png(file->bytes, k_drawn_dots)) return base::fail("conversion-bad-answer");
	return std::move(file->bytes);
}

bool is_plain_png(std::string_view bytes, unsigned most_dots) {
	constexpr std::string_view k_signature = "\x89PNG\r\n\x1A\n"sv;
	constexpr std::size_t k_around = 12;  // of a chunk: its length, its name, its sum
	constexpr std::size_t k_head = 13;
	constexpr std::array k_chunks = {"IHDR"sv, "sRGB"sv, "gAMA"sv, "cHRM"sv, "sBIT"sv, "pHYs"sv,
	                                 "bKGD"sv, "PLTE"sv, "tRNS"sv, "IDAT"sv, "IEND"sv};
	if (!bytes.starts_with(k_signature)) return false;
	bytes.remove_prefix(k_signature.size());
	bool picture = false;
	for (bool first = true;; first = false) {
		if (bytes.size() < k_around) return false;
		const std::size_t size = number_at(bytes, 0);
		if (size > bytes.size() - k_around) return false;
		const std::string_view name = bytes.substr(4, 4);
		if (std::ranges::find(k_chunks, name) == k_chunks.end() || first != (name == "IHDR")) return false;
		if (first) {
			if (size != k_head) return false;
			const std::uint32_t width = number_at(bytes, 8);
			const std::uint32_t height = number_at(bytes, 12);
			if (width == 0 || height == 0 || width > most_dots || height > most_dots) return false;
		}
		picture = picture || name == "IDAT";
		bytes.remove_prefix(k_around + size);
		if (name == "IEND") return picture && size == 0 && bytes.empty();
	}
}

}  // namespace bienban::conversion
