#include <array>
#include <utility>

#include "converters/converter.hpp"

namespace bienban::converters {

Converter unpacker_of(std::string_view format) {
	constexpr std::array<std::pair<std::string_view, Converter>, 5> k_unpackers = {{
	    {"archive", convert_archive},
	    {"eml", convert_eml},
	    {"gzip", convert_gzip},
	    {"mhtml", convert_mhtml},
	    {"warc", convert_warc},
	}};
	for (const auto& [name, unpacker] : k_unpackers) {
		if (name == format) return unpacker;
	}
	return nullptr;
}

}  // namespace bienban::converters
