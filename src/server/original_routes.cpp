#include <charconv>
#include <filesystem>
#include <fstream>
#include <optional>

#include "conversion/drawing.hpp"
#include "server/routes.hpp"
#include "server/shapes.hpp"

/// The files that documents came in: to be saved, and their pages as pictures.
namespace bienban::server {

namespace {

using registry::IdKind;

struct Original {
	registry::OriginRow origin;
	std::filesystem::path path;
	std::string name;
	std::uintmax_t bytes = 0;
};

/// The file that a document came in, where it is kept beside the register.
std::optional<Original> original_of(Call& call, const registry::DocumentRow& row) {
	auto origin = call.rows().origin(row.id);
	if (!origin || origin->original.empty()) return std::nullopt;
	Original found{
	    .origin = std::move(*origin), .path = {}, .name = std::filesystem::path{row.source}.filename().string()};
	found.path = call.opened().originals().path_of(found.origin.original);
	std::error_code error;
	found.bytes = std::filesystem::file_size(found.path, error);
	if (error) return std::nullopt;
	return found;
}

/// Its format, where its pages can be drawn.
const conversion::Format* format_with_pages(const Original& original) {
	const conversion::Format* format = conversion::format_named(original.origin.format);
	const bool pages = format != nullptr && conversion::has_pages(*format) && !original.origin.layout.empty();
	return pages ? format : nullptr;
}

/// The number of a page, from 0 on; nothing where the word is none.
std::optional<std::size_t> page_number(std::string_view word) {
	std::size_t number = 0;
	const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), number);
	if (error != std::errc{} || stop != word.data() + word.size() || number == 0) return std::nullopt;
	return number - 1;
}

}  // namespace

Json original_json(Call& call, const registry::DocumentRow& document) {
	const auto original = original_of(call, document);
	if (!original) return nullptr;
	return {{"name", original->name},
	        {"bytes", original->bytes},
	        {"has_pictures", format_with_pages(*original) != nullptr}};
}

Outcome<Answer> original(Call& call) {
	const auto id = call.id({IdKind::document});
	if (!id) return tl::unexpected(id.error());
	const auto row = call.rows().document(id->number);
	const auto found = row ? original_of(call, *row) : std::nullopt;
	if (!found) return failed("web-no-original", {call.value(0)}, "id");
	std::ifstream file{found->path, std::ios::binary};
	std::string bytes{std::istreambuf_iterator<char>{file}, {}};
	// Whatever is in it: to be saved, never to be shown or run.
	return Answer{File{.bytes = std::move(bytes), .type = "application/octet-stream", .name = found->name}};
}

std::string state_of_original(Call& call) {
	const auto id = call.id({IdKind::document});
	const auto origin = id ? call.rows().origin(id->number) : std::nullopt;
	if (!origin || origin->original.empty()) return {};
	return origin->original + "-" + origin->layout;
}

Outcome<Answer> page_picture(Call& call) {
	const auto id = call.id({IdKind::document});
	if (!id) return tl::unexpected(id.error());
	const auto row = call.rows().document(id->number);
	const auto found = row ? original_of(call, *row) : std::nullopt;
	if (!found) return failed("web-no-original", {call.value(0)}, "id");
	const conversion::Format* format = format_with_pages(*found);
	if (format == nullptr) return failed("web-no-pages", {found->name}, "id");
	const auto layout = call.opened().placed(row->id);
	if (!layout) return failed(layout.error());
	const auto page = page_number(call.value(1));
	if (!*layout || !page || *page >= (**layout).pages.size()) {
		return failed("web-no-page", {found->name, call.value(1)}, "page");
	}
	conversion::Drawing drawing{.page = *page};
	for (const registry::PlacedWords& words : (**layout).placed) {
		// Only what was recognised is less than sure.
		if (words.page == *page && words.confidence < 1) drawing.recognised = true;
	}
	const model::PageSize& size = (**layout).pages[*page];
	drawing.wide = size.width > size.height;
	auto png = conversion::InputFile::open(found->path).and_then([&](conversion::InputFile file) {
		return conversion::draw_page(*format, std::move(file), drawing, conversion::Unlocked::no);
	});
	if (!png) {
		base::Error why = std::move(png.error());
		why.file.clear();
		return failed("web-no-picture", {found->name, call.messages().text(why)}, "page");
	}
	return Answer{File{.bytes = std::move(*png), .type = "image/png", .name = {}}};
}

}  // namespace bienban::server
