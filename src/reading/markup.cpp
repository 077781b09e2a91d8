#include "reading/markup.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace bienban::reading {

namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool starts_with_word(std::string_view text, std::string_view word) {
	return text.size() >= word.size() && std::ranges::equal(text.substr(0, word.size()), word, {}, lower);
}

/// Behind the end tag of an element whose content is no mark-up.
std::size_t skip_raw(std::string_view html, std::size_t at, std::string_view end_tag) {
	for (at = html.find('<', at); at != std::string_view::npos; at = html.find('<', at + 1)) {
		if (starts_with_word(html.substr(at), end_tag)) return at + end_tag.size();
	}
	return html.size();
}

/// Walks over the attributes of a tag that begins at `at`. Where it has more than `most`, `cut` is where the next
/// begins. Returns the end of the tag: its ">" or the end of the text.
std::size_t skip_tag(std::string_view html, std::size_t at, std::size_t most, std::size_t& cut) {
	std::size_t count = 0;
	bool name = false;  // inside the name of an attribute
	cut = 0;
	while (at < html.size() && !is_space(html[at]) && html[at] != '>') ++at;
	while (at < html.size() && html[at] != '>') {
		const char c = html[at];
		if (is_space(c) || c == '/') {
			name = false;
			++at;
		} else if (c == '=') {
			do ++at;
			while (at < html.size() && is_space(html[at]));
			if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
				at = std::min(html.find(html[at], at + 1), html.size() - 1) + 1;
			} else {
				while (at < html.size() && !is_space(html[at]) && html[at] != '>') ++at;
			}
			name = false;
		} else {
			if (!name && ++count == most + 1) cut = at;
			name = true;
			++at;
		}
	}
	return at;
}

}  // namespace

std::string_view cut_attributes(std::string_view html, std::size_t most, std::string& storage) {
	storage.clear();
	for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
		const std::string_view rest = html.substr(at);
		if (rest.starts_with("<!--")) {
			const std::size_t end = rest.find("-->");
			at = end == std::string_view::npos ? html.size() : at + end + 3;
			continue;
		}
		if (rest.size() < 2 || !is_letter(rest[1])) {
			++at;
			continue;
		}
		std::size_t cut = 0;
		const std::size_t end = skip_tag(html, at, most, cut);
		if (cut != 0) {
			if (storage.empty()) storage = html;
			std::fill(storage.begin() + static_cast<std::ptrdiff_t>(cut),
			          storage.begin() + static_cast<std::ptrdiff_t>(end), ' ');
		}
		at = end;
		constexpr std::array<std::array<std::string_view, 2>, 2> k_raw = {
		    {{"<script", "</script"}, {"<style", "</style"}}};
		for (const auto& [open, close] : k_raw) {
			if (starts_with_word(rest, open)) at = skip_raw(html, end, close);
		}
	}
	return storage.empty() ? html : std::string_view(storage);
}

}  // namespace bienban::reading
