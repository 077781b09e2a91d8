#include "register/journal.hpp"

#include <array>
#include <ctime>

#include "register/hash.hpp"

namespace bienban::registry {

std::string chained_hash(std::string_view before, const Entry& entry) {
	std::string all;
	all.reserve(entry.payload.size() + 256);
	const auto put = [&](std::string_view part) { all.append(std::to_string(part.size())).append(":").append(part); };
	put(before);
	put(std::to_string(entry.seq));
	for (const std::string* part : {&entry.at, &entry.who, &entry.kind, &entry.why, &entry.payload}) put(*part);
	return sha256(all);
}

std::string now() {
	const std::time_t seconds = std::time(nullptr);
	std::tm parts{};
	gmtime_r(&seconds, &parts);
	std::array<char, 32> text{};
	const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
	return {text.data(), size};
}

}  // namespace bienban::registry
