#include "server/call.hpp"

#include <algorithm>
#include <charconv>

#include "server/cookie.hpp"

namespace bienban::server {

namespace {

constexpr std::size_t k_largest_page = 500;
constexpr std::size_t k_most_pages = 1'000'000;
/// What a page sends is flat; deeper nesting is nobody's.
constexpr int k_deepest = 8;

/// A number from 1 to `most`.
Outcome<std::size_t> number_of(const Call& call, std::string_view name, std::size_t otherwise, std::size_t most) {
	const auto word = call.parameter(name);
	if (!word) return otherwise;
	std::size_t number = 0;
	const auto [stop, error] = std::from_chars(word->data(), word->data() + word->size(), number);
	if (error != std::errc{} || stop != word->data() + word->size() || number < 1 || number > most) {
		return failed("web-number", {*word, std::to_string(most)}, std::string{name});
	}
	return number;
}

}  // namespace

std::string_view Call::secret() const { return m_request.cookie(k_cookie); }

std::optional<std::string> Call::parameter(std::string_view name) const {
	auto word = m_request.parameter(name);
	if (word && word->empty()) return std::nullopt;
	return word;
}

Outcome<registry::PageOf> Call::page() const {
	const auto number = number_of(*this, "page", 1, k_most_pages);
	if (!number) return tl::unexpected(number.error());
	const auto size = number_of(*this, "page_size", registry::k_page, k_largest_page);
	if (!size) return tl::unexpected(size.error());
	return registry::PageOf{.limit = *size, .offset = (*number - 1) * *size};
}

Outcome<registry::Id> Call::id(std::initializer_list<registry::IdKind> kinds, std::size_t n) const {
	const auto id = registry::parse_id(value(n));
	if (!id || std::ranges::find(kinds, id->kind) == kinds.end()) return failed("cli-id", {value(n)}, "id");
	return *id;
}

Outcome<Fields> Fields::of(const Call& call) {
	const auto shallow = [](int depth, Json::parse_event_t /*event*/, Json& /*value*/) {
		if (depth > k_deepest) throw std::length_error("depth");
		return true;
	};
	Fields fields;
	try {
		fields.m_object = Json::parse(call.request().body, shallow, false);
	} catch (const std::length_error&) {
		return failed("web-json");
	}
	if (!fields.m_object.is_object()) return failed("web-json");
	return fields;
}

Outcome<void> Fields::only(std::initializer_list<std::string_view> names) const {
	for (const auto& [name, value] : m_object.items()) {
		if (std::ranges::find(names, name) == names.end()) return failed("web-field-unknown", {name}, name);
	}
	return {};
}

bool Fields::has(std::string_view name) const {
	const auto found = m_object.find(std::string{name});
	return found != m_object.end() && !found->is_null();
}

Outcome<std::string> Fields::text(std::string_view name) const {
	const std::string key{name};
	if (!has(name)) return failed("web-field-missing", {key}, key);
	const Json& value = m_object.at(key);
	if (!value.is_string()) return failed("web-field-type", {key}, key);
	return value.get<std::string>();
}

Outcome<std::optional<std::string>> Fields::maybe_text(std::string_view name) const {
	if (!has(name)) return std::optional<std::string>{};
	auto word = text(name);
	if (!word) return tl::unexpected(std::move(word.error()));
	return std::optional{std::move(*word)};
}

Outcome<std::optional<bool>> Fields::maybe_flag(std::string_view name) const {
	const std::string key{name};
	if (!has(name)) return std::optional<bool>{};
	if (!m_object.at(key).is_boolean()) return failed("web-field-type", {key}, key);
	return std::optional{m_object.at(key).get<bool>()};
}

Outcome<std::vector<std::string>> Fields::texts(std::string_view name) const {
	const std::string key{name};
	if (!has(name)) return failed("web-field-missing", {key}, key);
	std::vector<std::string> list;
	const Json& value = m_object.at(key);
	if (!value.is_array()) return failed("web-field-type", {key}, key);
	for (const Json& one : value) {
		if (!one.is_string()) return failed("web-field-type", {key}, key);
		list.push_back(one.get<std::string>());
	}
	return list;
}

Json page_json(Json items, const registry::PageOf& page, const registry::Count& total) {
	return {{"items", std::move(items)},
	        {"total", total.number},
	        {"at_least", total.more},
	        {"page", page.offset / page.limit + 1},
	        {"page_size", page.limit}};
}

}  // namespace bienban::server
