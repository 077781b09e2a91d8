#include "report/json_line.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "model/json.hpp"
#include "text/normalize.hpp"

namespace bienban::report {
namespace {

/// By byte: may it not stand in a JSON string as it is? Control characters, the quote and the backslash.
constexpr auto k_special = [] {
	std::array<bool, 256> special{};
	for (std::size_t c = 0; c < 0x20; ++c) special[c] = true;
	special['"'] = true;
	special['\\'] = true;
	return special;
}();

/// Where the first such byte stands; the size of the text where it has none.
std::size_t first_special(std::string_view text) {
	const auto* const found =
	    std::find_if(text.begin(), text.end(), [](char c) { return k_special[static_cast<unsigned char>(c)]; });
	return static_cast<std::size_t>(found - text.begin());
}

bool has_controls(std::string_view text) {
	return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

}  // namespace

void JsonLine::part() {
	if (m_out.empty() || m_out.back() == '{' || m_out.back() == '[' || m_out.back() == ':') return;
	m_out += ',';
}

void JsonLine::key(std::string_view name) {
	part();
	m_out += '"';
	m_out += name;
	m_out += "\":";
}

void JsonLine::null() {
	part();
	m_out += "null";
}

void JsonLine::put(std::string_view value) {
	part();
	auto special = first_special(value);
	// Rare in what is read; a file name may be anything.
	if (text::first_invalid_utf8(value) || (special < value.size() && has_controls(value))) {
		m_out += model::dump(nlohmann::ordered_json(value));
		return;
	}
	m_out += '"';
	for (; special < value.size(); special = first_special(value)) {
		m_out += value.substr(0, special);
		m_out += '\\';
		m_out += value[special];
		value.remove_prefix(special + 1);
	}
	m_out += value;
	m_out += '"';
}

void JsonLine::put(double value) {
	const auto json = model::number_json(value);
	if (json.is_number_integer()) {
		integer(json.get<std::int64_t>());
		return;
	}
	part();
	m_out += model::dump(json);
}

void JsonLine::put(const model::Money& money) {
	open('{');
	put("value", money.value);
	put("unit", money.unit);
	close('}');
}

std::string JsonLine::end() && {
	m_out += '\n';
	return std::move(m_out);
}

void JsonLine::integer(std::int64_t value) {
	part();
	std::array<char, 24> digits{};
	const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
	m_out.append(digits.data(), end);
}

}  // namespace bienban::report
