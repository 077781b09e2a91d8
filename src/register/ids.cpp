#include "register/ids.hpp"

#include <charconv>

namespace bienban::registry {

namespace {

/// At most what a document number may be and still leave room for the place in it.
constexpr std::int64_t k_most = std::int64_t{1} << 46U;

std::optional<std::int64_t> number_of(std::string_view text) {
	std::int64_t value = 0;
	const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
	if (text.empty() || text.front() == '-' || error != std::errc{} || end != text.data() + text.size()) return {};
	if (value > k_most) return {};
	return value;
}

}  // namespace

std::string write_id(IdKind kind, std::int64_t number) {
	std::string out(1, static_cast<char>(kind));
	if (kind == IdKind::document || kind == IdKind::entry) return out + std::to_string(number);
	return out + std::to_string(document_of(number)) + "." + std::to_string(ordinal_of(number));
}

std::optional<Id> parse_id(std::string_view text) {
	if (text.size() < 2) return {};
	const char letter = text[0] >= 'a' ? static_cast<char>(text[0] - 32) : text[0];
	const auto kind = static_cast<IdKind>(letter);
	text.remove_prefix(1);
	switch (kind) {
		case IdKind::document:
		case IdKind::entry: {
			const auto number = number_of(text);
			if (!number || *number == 0) return {};
			return Id{kind, *number};
		}
		case IdKind::record:
		case IdKind::fact:
		case IdKind::person: break;
		default: return {};
	}
	const auto dot = text.find('.');
	if (dot == std::string_view::npos) return {};
	const auto document = number_of(text.substr(0, dot));
	const auto ordinal = number_of(text.substr(dot + 1));
	if (!document || !ordinal) return {};
	if (*document == 0) return *ordinal == 0 ? std::optional<Id>{} : Id{kind, entered_id(*ordinal)};
	if (*ordinal > k_most_of_a_document) return {};
	return Id{kind, record_id(*document, *ordinal)};
}

}  // namespace bienban::registry
