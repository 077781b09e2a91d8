#include "reading/read.hpp"

#include <cstring>

#include "reading/blocks.hpp"
#include "reading/encoding.hpp"
#include "reading/html.hpp"
#include "reading/printed.hpp"
#include "text/normalize.hpp"
#include "text/old_letters.hpp"

namespace bienban::reading {

namespace {

using base::Result;

// Each line is looked at by itself, so a file of nothing but line ends would take many times its size.
constexpr std::size_t k_most_lines = 400'000;

/// The 1-based number of the first line longer than `most` bytes, 0 where there is none.
std::uint32_t find_long_line(std::string_view text, std::size_t most) {
	if (text.size() <= most) return 0;
	std::uint32_t number = 1;
	for (std::size_t at = 0; at < text.size(); ++number) {
		const void* found = std::memchr(text.data() + at, '\n', text.size() - at);
		const std::size_t end =
		    found == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
		if (end - at > most) return number;
		at = end + 1;
	}
	return 0;
}

}  // namespace

Result<model::Document> read(std::string source, std::string_view bytes, const Limits& limits) {
	const auto fail = [&](base::Error error) {
		error.file = source;
		return tl::unexpected<base::Error>(std::move(error));
	};
	const auto refuse = [&](std::string message, std::size_t limit, std::uint32_t line = 0) {
		return fail({std::move(message), {std::to_string(limit)}, {}, line});
	};
	if (bytes.size() > limits.bytes) return refuse("reading-too-large", limits.bytes);

	std::string storage;
	Result<std::string_view> utf8 = to_utf8(bytes, storage);
	if (!utf8) return fail(utf8.error());
	// Pages and papers typed in old fonts, whose letters went through programs that knew no better.
	std::optional<std::string> mended = text::mend_old_letters(*utf8);
	if (mended) utf8 = std::string_view{*mended};

	model::Document document;
	document.source = source;
	std::vector<LineHint> lines;
	PageFacts facts;
	if (is_html(*utf8)) {
		Result<HtmlPage> page = read_html(*utf8, limits.depth);
		if (!page) return fail(page.error());
		document.text = std::move(page->text);
		lines = std::move(page->lines);
		facts = std::move(page->facts);
	} else {
		if (const std::uint32_t line = find_long_line(*utf8, limits.line_bytes))
			return refuse("reading-long-line", limits.line_bytes, line);
		document.text = text::clean(*utf8);
		lines = plain_lines(document.text);
	}
	if (lines.empty()) return fail({"reading-empty", {}, {}, 0});
	if (lines.size() > k_most_lines) return refuse("reading-too-large", limits.bytes);
	find_blocks(document, lines, facts);
	return document;
}

Result<model::Document> read(std::string source, const conversion::Part& part, const Limits& limits) {
	if (const auto* error = std::get_if<base::Error>(&part.content)) return tl::unexpected(*error);
	const auto* text = std::get_if<conversion::PlainText>(&part.content);
	const auto* html = std::get_if<conversion::Html>(&part.content);
	if (text == nullptr && html == nullptr) {
		const auto& printed = std::get<conversion::Printed>(part.content);
		const PageFacts facts{.title = text::clean(part.told.title),
		                      .published = {},
		                      .fallback_published = iso_day(part.told.published),
		                      .authors = part.told.authors};
		return read_printed(std::move(source), printed.pages, facts,
		                    printed.recognised ? Recognised::yes : Recognised::no, limits);
	}
	auto document = read(std::move(source), std::string_view{text != nullptr ? text->bytes : html->bytes}, limits);
	if (!document) return document;
	if (document->title.empty()) document->title = text::clean(part.told.title);
	if (!document->published) {
		if (std::string day = iso_day(part.told.published); !day.empty()) document->published = std::move(day);
	}
	if (document->authors.empty()) {
		for (const std::string& author : part.told.authors) document->authors.push_back(text::clean(author));
	}
	return document;
}

}  // namespace bienban::reading
