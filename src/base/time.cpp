#include "base/time.hpp"

#include <array>

namespace bienban::base {

std::string utc(std::time_t moment) {
	std::tm parts{};
	gmtime_r(&moment, &parts);
	std::array<char, 32> text{};
	return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace bienban::base
