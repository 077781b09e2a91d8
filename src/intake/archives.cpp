#include "intake/archives.hpp"

#include <algorithm>

#include "conversion/format.hpp"

namespace bienban::intake {

using conversion::Gives;

namespace {

/// Archives in archives beyond this are refused: bombs are made so.
constexpr std::size_t k_deepest = 4;

/// Whether a browser wrote it beside a page that it saved: "page_files/…", "page.files/…".
bool belongs_to_saved_page(std::string_view name) {
	for (std::size_t begin = 0;;) {
		const std::size_t end = name.find('/', begin);
		if (end == std::string_view::npos) return false;
		const std::string_view folder = name.substr(begin, end - begin);
		if (folder.ends_with("_files") || folder.ends_with(".files")) return true;
		begin = end + 1;
	}
}

/// What systems put into archives beside the documents.
bool is_of_the_system(std::string_view name) {
	const std::string_view file = name.substr(name.find_last_of('/') + 1);
	return file.starts_with('.') || file.starts_with("~$") || name.starts_with("__MACOSX/");
}

}  // namespace

base::Result<void> Archives::enter(const std::string& source, const conversion::Format& format,
                                   conversion::InputFile file) {
	m_open.clear();
	m_left = 2 * conversion::most_answer(format, file.size());
	return push(source, format, std::move(file));
}

base::Result<void> Archives::push(std::string source, const conversion::Format& format, conversion::InputFile file) {
	auto conversion = conversion::Conversion::start(format, std::move(file), m_unlocked);
	if (!conversion) return tl::unexpected(conversion.error());
	m_open.push_back({std::move(source), std::move(*conversion)});
	return {};
}

std::optional<Unpacked> Archives::next() {
	while (!m_open.empty()) {
		Open& open = m_open.back();
		auto given = open.conversion.next();
		if (!given) {
			Unpacked failed{open.source, std::move(given.error())};
			m_open.pop_back();
			if (!m_open.empty()) m_open.back().found = true;
			return failed;
		}
		if (!*given) {
			const Open ended = std::move(open);
			m_open.pop_back();
			if (ended.found) continue;
			if (!m_open.empty()) m_open.back().found = true;
			return Unpacked{ended.source, base::Error{"conversion-nothing-inside", {}, {}, 0}};
		}
		conversion::Given& one = **given;
		const std::string source = one.name.empty() ? open.source : open.source + '/' + one.name;
		if (auto* error = std::get_if<base::Error>(&one.content)) {
			open.found = true;
			return Unpacked{source, std::move(*error)};
		}
		if (auto* file = std::get_if<conversion::File>(&one.content)) {
			if (file->bytes.size() > m_left) {
				const Unpacked failed{m_open.front().source, base::Error{"conversion-too-much", {"…"}, {}, 0}};
				m_open.clear();
				return failed;
			}
			m_left -= file->bytes.size();
			if (auto unpacked = of_file(source, one.name, std::move(file->bytes), one.told)) return unpacked;
			continue;
		}
		open.found = true;
		auto part = conversion::part_of(std::move(one));
		if (!part) return Unpacked{source, std::move(part.error())};
		return Unpacked{source, std::move(*part)};
	}
	return std::nullopt;
}

std::optional<Unpacked> Archives::of_file(const std::string& source, const std::string& name, std::string bytes,
                                          const conversion::Told& /*told*/) {
	if (belongs_to_saved_page(name) || is_of_the_system(name)) return std::nullopt;
	const conversion::Format* format =
	    conversion::recognise({std::string_view{bytes}.substr(0, conversion::k_head_bytes), name});
	// A file that was only packed has no name of its own.
	if (format == nullptr && !name.empty() && !conversion::has_known_ending(name)) return std::nullopt;
	m_open.back().found = true;
	if (format == nullptr || format->gives == Gives::document) return Unpacked{source, std::move(bytes)};
	if (m_open.size() >= k_deepest) {
		return Unpacked{source, base::Error{"conversion-too-deep", {std::to_string(k_deepest)}, {}, 0}};
	}
	if (auto pushed = push(source, *format, conversion::InputFile::of(bytes)); !pushed) {
		return Unpacked{source, std::move(pushed.error())};
	}
	return std::nullopt;
}

}  // namespace bienban::intake
