#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace bienban::registry {

using Json = nlohmann::ordered_json;

inline Json optional_json(const std::optional<std::string>& value) { return value ? Json(*value) : Json(nullptr); }

/// The text of a key that must be there, nothing where it is null. Throws nlohmann's exceptions.
inline std::optional<std::string> optional_text(const nlohmann::json& object, const char* key) {
	const auto& value = object.at(key);
	if (value.is_null()) return std::nullopt;
	return value.get<std::string>();
}

}  // namespace bienban::registry
