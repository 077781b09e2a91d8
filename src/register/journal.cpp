#include "register/journal.hpp"

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

}  // namespace bienban::registry
